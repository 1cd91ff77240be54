//! The questions by their own words, and where in a document those words stand again.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::lines::Line;
use crate::model::{Consultation, Question};
use crate::text::fold::fold;

/// Words from which on a wording is long enough to be recognised with a word changed here and there.
const LONG: usize = 8;
/// Words from which on a wording may be followed by others on its line ("Do you agree with that? Yes").
const DISTINCT: usize = 4;
/// Share of words that two wordings must have in common, in order, to be the same question.
const SAME: f32 = 0.9;
/// Lines that one wording may be wrapped over.
const WRAPPED: usize = 8;

/// A folded word of a line, and the byte of the document where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    sign: u64,
    /// Byte of the document where it begins.
    pub(super) start: usize,
    /// Byte behind its end.
    pub(super) end: usize,
}

/// The words of a text that begins at byte `at` of its document: case, kinds of apostrophe, composed accents and
/// punctuation make no difference.
pub(super) fn words(text: &str, at: usize) -> Vec<Word> {
    let folded = fold(text);
    let mut found = Vec::new();
    let mut from = None;
    let keep = |start: usize, end: usize, found: &mut Vec<Word>| {
        let mut hasher = DefaultHasher::new();
        folded.text()[start..end].replace('\'', "").hash(&mut hasher);
        let span = folded.span(start, end);
        found.push(Word { sign: hasher.finish(), start: at + span.start, end: at + span.end });
    };
    for (place, c) in folded.text().char_indices() {
        match (c.is_alphanumeric() || (c == '\'' && from.is_some()), from) {
            (true, None) => from = Some(place),
            (false, Some(start)) => {
                keep(start, place, &mut found);
                from = None;
            }
            _ => {}
        }
    }
    if let Some(start) = from {
        keep(start, folded.text().len(), &mut found);
    }
    found
}

/// What was asked, in every wording it may be repeated in.
#[derive(Debug)]
pub(super) struct Wordings<'c> {
    all: Vec<Wording<'c>>,
    /// Wordings by their first word.
    first: HashMap<u64, Vec<usize>>,
    /// Words of each question's text in either language, for titles that name its subject.
    subjects: BTreeMap<&'c str, Vec<String>>,
}

#[derive(Debug)]
struct Wording<'c> {
    question: &'c Question,
    /// Its place in the order of questions.
    order: usize,
    words: Vec<u64>,
}

/// A question's own words, found in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'c> {
    pub(super) question: &'c Question,
    /// Last line that they stand on.
    pub(super) last: usize,
    /// Byte behind them.
    pub(super) end: usize,
    /// How many they are.
    pub(super) length: usize,
}

impl<'c> Wordings<'c> {
    /// Prepares the questions of a consultation.
    pub(super) fn of(consultation: &'c Consultation) -> Self {
        let mut all: Vec<Wording<'c>> = Vec::new();
        let mut subjects = BTreeMap::new();
        for (order, question) in consultation.questions.iter().enumerate() {
            if question.id == crate::corpus::settings::WHOLE {
                continue;
            }
            let mut subject = Vec::new();
            for text in [&question.text.en, &question.text.cy] {
                subject.extend(content_words(text));
                for part in [text.as_str(), last_sentence(text)] {
                    let words: Vec<u64> = words(part, 0).iter().map(|word| word.sign).collect();
                    let is_new = !all.iter().any(|known| known.order == order && known.words == words);
                    if !words.is_empty() && is_new && (part.len() == text.len() || words.len() >= LONG) {
                        all.push(Wording { question, order, words });
                    }
                }
            }
            subjects.insert(question.id.as_str(), subject);
        }
        let mut first: HashMap<u64, Vec<usize>> = HashMap::new();
        for (i, wording) in all.iter().enumerate() {
            first.entry(wording.words[0]).or_default().push(i);
        }
        Wordings { all, first, subjects }
    }

    /// The question whose words begin line `at` (or what is left of it from byte `from` on), wrapped over the lines
    /// that go on from it. Of several questions with the same words (`Why?`), `likely` if it is one of them, else the
    /// first one behind question number `behind`.
    pub(super) fn at(
        &self,
        lines: &[Line<'_>],
        spelled: &[Vec<Word>],
        at: usize,
        from: usize,
        likely: Option<&Question>,
        behind: Option<usize>,
    ) -> Option<Found<'c>> {
        let ahead = Ahead::of(lines, spelled, at, from);
        let first = ahead.words.first()?.0.sign;
        let mut offers: Vec<(Found<'c>, usize)> = Vec::new();
        for &i in self.first.get(&first).into_iter().flatten() {
            let wording = &self.all[i];
            let length = wording.words.len();
            let begins = ahead.words.len() >= length
                && wording.words.iter().zip(&ahead.words).all(|(word, (other, _))| *word == other.sign);
            if begins {
                let (word, line) = ahead.words[length - 1];
                let is_all = ahead.words.get(length).is_none_or(|(_, next)| *next != line);
                if is_all || length >= DISTINCT {
                    let found = Found { question: wording.question, last: line, end: word.end, length };
                    offers.push((found, wording.order));
                }
            }
        }
        if offers.is_empty() {
            for wording in self.all.iter().filter(|wording| wording.words.len() >= LONG) {
                if let Some(line) = ahead.resembles(&wording.words) {
                    let length = wording.words.len();
                    let end = lines[line].end;
                    offers.push((Found { question: wording.question, last: line, end, length }, wording.order));
                }
            }
        }
        let rank = |found: &Found<'_>, order: usize| {
            let is_likely = likely.is_some_and(|likely| likely.id == found.question.id);
            (found.length, is_likely, behind.is_none_or(|behind| order > behind), Reverse(order))
        };
        offers.into_iter().max_by_key(|(found, order)| rank(found, *order)).map(|(found, _)| found)
    }

    /// Whether a short title is about what a question asks: half of its content words stand in the question.
    pub(super) fn names_subject(&self, title: &str, question: &Question) -> bool {
        let Some(subject) = self.subjects.get(question.id.as_str()) else { return false };
        let title = content_words(title);
        let shared = title.iter().filter(|word| subject.iter().any(|other| is_akin(word, other))).count();
        shared > 0 && shared * 2 >= title.len()
    }
}

/// The words from a place on, over the lines that go on from it.
struct Ahead {
    /// Each with its line.
    words: Vec<(Word, usize)>,
    /// How many words there are up to the end of each line.
    line_ends: Vec<(usize, usize)>,
}

impl Ahead {
    fn of(lines: &[Line<'_>], spelled: &[Vec<Word>], at: usize, from: usize) -> Ahead {
        let mut ahead = Ahead { words: Vec::new(), line_ends: Vec::new() };
        for line in at..lines.len().min(at + WRAPPED) {
            if line > at && !lines[line].goes_on {
                break;
            }
            ahead.words.extend(spelled[line].iter().filter(|word| word.start >= from).map(|word| (*word, line)));
            ahead.line_ends.push((ahead.words.len(), line));
        }
        ahead
    }

    /// The line at whose end the words so far are those of a wording, but for a few.
    fn resembles(&self, wording: &[u64]) -> Option<usize> {
        let near = |count: usize| count * 5 >= wording.len() * 4 && count * 4 <= wording.len() * 5;
        self.line_ends.iter().filter(|(count, _)| near(*count)).find_map(|(count, line)| {
            let words: Vec<u64> = self.words[..*count].iter().map(|(word, _)| word.sign).collect();
            let shared = words.iter().filter(|word| wording.contains(word)).count();
            let enough = |shared: usize| 2.0 * shared as f32 >= SAME * (words.len() + wording.len()) as f32;
            (enough(shared) && enough(in_common(&words, wording))).then_some(*line)
        })
    }
}

/// Length of the longest common subsequence.
fn in_common(a: &[u64], b: &[u64]) -> usize {
    let mut row = vec![0usize; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (i, other) in b.iter().enumerate() {
            let above = row[i + 1];
            row[i + 1] = if word == other { diagonal + 1 } else { above.max(row[i]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// The question itself, where its text says something else first.
fn last_sentence(text: &str) -> &str {
    let sentences = crate::text::sentence::sentences(text);
    sentences.last().and_then(|span| text.get(span.start..)).unwrap_or(text)
}

/// Words that say nothing of a subject.
const COMMON: &str = "what which that this with would should could your about there have does think agree disagree please \
    beth sydd eich bydd dylid ydych mae'n fyddai cytuno anghytuno rhowch question cwestiwn response \
    ymateb";

fn content_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.text().split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words
        .filter(|word| word.chars().count() >= 4 && !COMMON.split(' ').any(|known| known == *word))
        .map(str::to_owned)
        .collect()
}

/// Whether two words are forms of one another, as far as their beginnings tell.
fn is_akin(a: &str, b: &str) -> bool {
    let start = |word: &str| word.chars().take(5).collect::<String>();
    start(a) == start(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::documents::read_plain;
    use crate::ingest::letters::lines;
    use crate::model::Bilingual;

    fn consultation() -> Consultation {
        let question = |id: &str, en: &str, cy: &str| Question {
            id: id.to_owned(),
            text: Bilingual { en: en.to_owned(), cy: cy.to_owned() },
            ..Question::default()
        };
        Consultation {
            questions: vec![
                question(
                    "1",
                    "What issues would the transition raise for children and councils?",
                    "Pa faterion y byddai'r pontio'n eu codi i blant ac i gynghorau?",
                ),
                question("1a", "Why?", "Pam?"),
                question("2", "Is the proposed timing right?", "A yw'r amseru'n iawn?"),
                question("2a", "Why?", "Pam?"),
            ],
            ..Consultation::default()
        }
    }

    fn found(text: &str, behind: Option<usize>) -> Option<(String, usize, String)> {
        let consultation = consultation();
        let document = read_plain(text.to_owned());
        let lines = lines::of(&document);
        let spelled: Vec<Vec<Word>> = lines.iter().map(|line| words(line.words, line.start)).collect();
        let found = Wordings::of(&consultation).at(&lines, &spelled, 0, 0, None, behind)?;
        Some((found.question.id.clone(), found.last, text[found.end..].to_owned()))
    }

    #[test]
    fn a_question_is_known_by_its_words_however_they_are_typed() {
        let whole = |text: &str| found(text, None).map(|(id, _, rest)| (id, rest));
        let one = |rest: &str| Some(("1".to_owned(), rest.to_owned()));
        assert_eq!(whole("WHAT ISSUES would the transition  raise for children and councils ?"), one(" ?"));
        assert_eq!(
            whole("What issues would the transition raise for children and councils? None 🙂"),
            one("? None 🙂")
        );
        // A right apostrophe, and a word changed.
        assert_eq!(whole("Pa faterion y byddai’r pontio’n eu codi i blant ac i gynghorau?"), one("?"));
        assert_eq!(whole("What issues would the transition raise for children and local councils?"), one(""));
        assert_eq!(whole("Is the proposed timing"), None);
        assert_eq!(whole("What issues would worry you?"), None);
        assert_eq!(whole(""), None);
    }

    #[test]
    fn words_wrapped_over_lines_are_followed() {
        let text = "What issues would the transition\nraise for children\nand councils?\nMany.";
        assert_eq!(found(text, None), Some(("1".to_owned(), 2, "?\nMany.".to_owned())));
        assert_eq!(found("What issues would the transition\n\nraise for children and councils?", None), None);
    }

    #[test]
    fn of_two_questions_with_the_same_words_the_next_one_is_meant() {
        let id = |behind| found("Why?", behind).map(|(id, _, _)| id);
        assert_eq!((id(None), id(Some(2))), (Some("1a".to_owned()), Some("2a".to_owned())));
        assert_eq!(found("Why not wait?", None), None);
    }

    #[test]
    fn a_title_names_the_subject_of_its_question() {
        let consultation = consultation();
        let wordings = Wordings::of(&consultation);
        let two = &consultation.questions[2];
        assert!(wordings.names_subject("Timing", two) && wordings.names_subject("Amseru", two));
        assert!(!wordings.names_subject("About our charity", two) && !wordings.names_subject("", two));
    }
}
