//! Numbers of questions as people write them, at the heads of lines.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::corpus::settings::WHOLE;
use crate::model::{Consultation, Question};

/// A line that begins with a number: `Question 1.6`, `Q1.6:`, `C1.6 –`, `Ymateb i gwestiwn 4(a)`, `1.6 Transition`.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)^[\s*\#>_|\u{2022}-]*
          (?: (?: (?: our\ )? (?: response | answer | reply )\ to\ | (?: ein\ )? (?: ymateb | ateb )\ i\ | consultation\ | ymgynghoriad\ )?
              (?P<word> questions? | cwestiwn | gwestiwn | chwestiwn | cwestiynau | gwestiynau | q | c )
              \s*\.?\s* (?: (?: no | number | rhif )\b\.?\s* )? )?
          (?P<id> \d{1,3} (?: \.\d{1,2} ){0,2} (?: [a-z] | \([a-z]\) )? )
          (?P<end> [\s:.,)\]\u{2013}\u{2014}*_&-]+ | $ ) (?P<rest>.*) $",
    )
    .expect("the pattern is a constant, and a test uses it")
});

/// What joins the numbers of questions that are answered together.
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)^ \s* (?P<by> , | & | and\b | to\b | ac?\b | i\b | hyd\ at\b | [-\u{2013}] )? \s* (?: questions? | cwestiwn | gwestiwn | q | c )? \s* (?P<id> \d{1,3} (?: \.\d{1,2} ){0,2} (?: [a-z] | \([a-z]\) )? ) (?P<rest> (?: [\s:.,)\]\u{2013}\u{2014}*_&-] | $ ) .* ) $",
    )
    .expect("the pattern is a constant, and a test uses it")
});

/// Longest title, in characters, that a numbered line may have and still be a heading.
pub(super) const LONGEST_TITLE: usize = 70;

/// Words that sentences have and titles do without.
const OF_SENTENCES: &str = "i we our my they he she yes no not don doesn isn won can cannot agree disagree agreed is are was \
    were should must would will could has have think believe maybe probably absolutely definitely unsure \
    none rydym rydyn rwy rwyf dw ydym ydyn ydw mae nid nac oes dylid dylai dylent cytuno anghytuno \
    byddai bydd gallai rhaid ie nage dim";

/// A line's number, and what follows it.
pub(super) struct Number<'c> {
    /// The question that it is the number of.
    pub(super) question: &'c Question,
    /// Whether a word says that it is one: `Question 4`, `C4`.
    pub(super) is_named: bool,
    /// `1.6`, and not `4`.
    pub(super) has_point: bool,
    /// Byte of the line where the rest begins.
    pub(super) rest: usize,
    /// Whether the rest follows without a sign between.
    pub(super) runs_on: bool,
    /// Whether a dash or a colon parts the two.
    pub(super) is_dashed: bool,
    /// The other questions that the line names.
    pub(super) together: Vec<&'c Question>,
}

/// Questions by the numbers that people write: `4`, `4a`, `1.6`.
pub(super) struct Ids<'c> {
    order: Vec<&'c Question>,
    by_number: BTreeMap<String, usize>,
}

/// What number a line begins with.
pub(super) enum Numbered<'c> {
    /// That of a question.
    Known(Number<'c>),
    /// A number with a point and a short title, of no question.
    Unknown,
    /// None that matters.
    No,
}

impl<'c> Ids<'c> {
    /// Of a consultation.
    pub(super) fn of(consultation: &'c Consultation) -> Self {
        let order: Vec<&Question> = consultation.questions.iter().filter(|question| question.id != WHOLE).collect();
        let mut by_number = BTreeMap::new();
        for (i, question) in order.iter().enumerate() {
            let id = question.id.to_lowercase();
            let plain = ["question", "q", "c"].iter().find_map(|word| id.strip_prefix(word));
            let plain = plain
                .map(|rest| rest.trim_start_matches(['_', '-', ' ', '.']))
                .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            by_number.entry(number(plain.unwrap_or(&id))).or_insert(i);
        }
        Ids { order, by_number }
    }

    fn position(&self, written: &str) -> Option<usize> {
        self.by_number.get(&number(written)).copied()
    }

    /// Reads the number at the head of a line.
    pub(super) fn number(&self, line: &str) -> Numbered<'c> {
        let Some(found) = NUMBER.captures(line) else { return Numbered::No };
        let (Some(id), Some(end), Some(rest)) = (found.name("id"), found.name("end"), found.name("rest")) else {
            return Numbered::No;
        };
        let word = found.name("word").map(|word| word.as_str().to_lowercase());
        if word.is_none() && end.as_str().contains([',', '&']) {
            return Numbered::No;
        }
        // "Question 4a" of a consultation that asked only 4 is part of the answer to 4.
        let whole = || id.as_str().trim_end_matches(|c: char| !c.is_ascii_digit());
        let position = self.position(id.as_str()).or_else(|| word.as_ref().and_then(|_| self.position(whole())));
        let Some(position) = position else {
            let title = rest.as_str().trim();
            let is_short = !title.is_empty() && is_title(title) && title.starts_with(char::is_uppercase);
            let has_point = id.as_str().contains('.');
            return if word.is_none() && has_point && is_short { Numbered::Unknown } else { Numbered::No };
        };
        let mut number = Number {
            question: self.order[position],
            is_named: word.is_some(),
            has_point: id.as_str().contains('.'),
            rest: rest.start(),
            runs_on: end.as_str().chars().all(char::is_whitespace),
            is_dashed: end.as_str().contains([':', '-', '\u{2013}', '\u{2014}']),
            together: Vec::new(),
        };
        if let Some(word) = word {
            let is_plural = matches!(word.as_str(), "questions" | "cwestiynau" | "gwestiynau");
            self.joined(line, id.end(), position, is_plural, &mut number);
        }
        Numbered::Known(number)
    }

    /// Takes in the other numbers of a heading: `3 and 4`, `3 i 5`, `3, 4 a 5`.
    fn joined(&self, line: &str, from: usize, first: usize, is_plural: bool, number: &mut Number<'c>) {
        let mut at = from;
        let mut before = first;
        // No heading names more questions than there are.
        while number.together.len() < self.order.len()
            && let Some(found) = line.get(at..).and_then(|rest| JOINED.captures(rest))
        {
            let (Some(by), Some(id), Some(rest)) = (found.name("by"), found.name("id"), found.name("rest")) else {
                break;
            };
            let Some(position) = self.position(id.as_str()) else { break };
            // "Q4 - 5 years is too long" names one question.
            let sign = rest.as_str().trim_start().chars().next();
            let ends = sign.is_none_or(|sign| ":.,)]&\u{2013}\u{2014}-".contains(sign));
            if !is_plural && (!ends || matches!(by.as_str(), "-" | "\u{2013}" | ",")) {
                break;
            }
            let is_range = matches!(by.as_str().to_lowercase().as_str(), "to" | "i" | "hyd at" | "-" | "\u{2013}");
            if is_range && position > before {
                number.together.extend(&self.order[before + 1..position]);
            }
            number.together.push(self.order[position]);
            before = position;
            at += rest.start();
            let behind = line.get(at..).unwrap_or_default();
            let signs = |c: char| c.is_whitespace() || ":.)]*_\u{2013}\u{2014}-".contains(c);
            number.rest = line.len() - behind.trim_start_matches(signs).len();
            number.runs_on = behind.starts_with(char::is_whitespace);
        }
    }
}

/// A number as it is compared: `4(a)` as `4a`, `04` as `4`.
fn number(written: &str) -> String {
    let plain: String =
        written.chars().filter(|c| !matches!(c, '(' | ')' | ' ')).flat_map(char::to_lowercase).collect();
    let trimmed = plain.trim_start_matches('0');
    if trimmed.starts_with(|c: char| c.is_ascii_digit()) { trimmed.to_owned() } else { plain }
}

/// Whether what stands beside a number is a title, and not the first words of an answer.
pub(super) fn is_title(words: &str) -> bool {
    if words.chars().count() > LONGEST_TITLE || words.ends_with('.') {
        return false;
    }
    let of_sentence = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let first = plain.split(['\'', '\u{2019}']).next().unwrap_or_default();
        OF_SENTENCES.split(' ').any(|known| known == first)
    };
    words.ends_with('?') || !words.split_whitespace().any(of_sentence)
}

/// Whether words are the number of a question and nothing else, as between the two languages of one heading.
pub(super) fn is_number(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.all(|part| {
        let part = part.to_lowercase();
        let bare = part.trim_start_matches(['q', 'c']);
        let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_id = digits.len() < bare.len() && (digits.is_empty() || matches!(digits.as_bytes(), [b'a'..=b'z']));
        is_id || matches!(part.as_str(), "question" | "cwestiwn" | "gwestiwn" | "q" | "c")
    })
}
