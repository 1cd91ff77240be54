//! Words that may be quoted, and choosing a few of them that show the range of views.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Answer, AnswerId, CodedAnswer, CodedResponse, CodingFrame, Consultation, Figure, InView, Language, Locale, Origin,
    RespondentType, Response, Span, Stance, Substance, Tag,
};

use super::redaction::redact;
use super::sentences::sentences;

/// A quotation is cut to about this many words.
pub const MOST_WORDS: usize = 60;
/// Under this many words a quotation says too little to stand alone.
const FEWEST_WORDS: usize = 5;
/// Sentences are added up to this many words.
const COMFORTABLE_WORDS: usize = 30;

/// Worth of a quotation of comfortable length with nothing blotted out.
const MOST_WORTH: i64 = 30;
/// What it adds that a person decided the tag.
const DECIDED_WORTH: i64 = 20;

/// Words whose respondent agreed to be quoted, trimmed to whole sentences and redacted. [`Quotable::new`] is the only
/// maker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotable {
    text: String,
    language: Language,
    reference: String,
    answer: AnswerId,
    question: String,
    theme: String,
    stance: Option<Stance>,
    kind: String,
    young: bool,
    redactions: usize,
}

impl Quotable {
    /// The words around one tag of an answer, or `None` when they may not be quoted: no consent, no known type of
    /// respondent, words of a campaign's template, a passage under a working code (a concern, or something that could
    /// identify someone) or under a code of which a person has yet to say what it means now, too little left to read. What is
    /// out of general view cannot be asked for.
    pub fn new(
        consultation: &Consultation,
        frame: &CodingFrame,
        response: &Response,
        coded: InView<'_>,
        tag: &Tag,
    ) -> Option<Self> {
        let kind = consultation.respondent_type(&response.respondent.kind)?;
        if !response.respondent.consents.quote || !coded.is_own(tag.span) || is_working(frame, &tag.theme) {
            return None;
        }
        let answer = &coded.answer;
        if answer.substance != Substance::Words || tag.span.of(&answer.text) != Some(tag.words.as_str()) {
            return None;
        }
        let passage = passage(&answer.text, tag.span)?;
        // Of a campaign's member, what stands around the tag must be the member's own as well.
        let is_beside_template = |own: &Span| own.start <= passage.span.start && passage.span.end <= own.end;
        if !coded.own.is_empty() && !coded.own.iter().any(is_beside_template) {
            return None;
        }
        let guarded = coded.tags.iter().any(|t| is_working(frame, &t.theme) && t.span.overlaps(&passage.span))
            || coded.waits.iter().any(|waits| waits.overlaps(&passage.span));
        if guarded {
            return None;
        }
        let language = language_of(answer, tag.span.start);
        let locale = if language == Language::Cy { Locale::Cy } else { Locale::En };
        let (text, redactions) = passage.words(&answer.text, locale);
        if text.split_whitespace().count() < FEWEST_WORDS {
            return None;
        }
        Some(Quotable {
            text,
            language,
            reference: response.id.clone(),
            answer: answer.id,
            question: answer.question.clone(),
            theme: tag.theme.clone(),
            stance: coded.stance.as_ref().map(|found| found.value),
            kind: kind.code.clone(),
            young: kind.young,
            redactions,
        })
    }

    /// The words, redacted.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language they were written in: English, Welsh, or unknown.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Reference of the response, `R-00042`.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// Number of the answer in the store.
    pub fn answer(&self) -> AnswerId {
        self.answer
    }

    /// The question answered.
    pub fn question(&self) -> &str {
        &self.question
    }

    /// Code of the theme that the words are evidence of.
    pub fn theme(&self) -> &str {
        &self.theme
    }

    /// Stance of the answer, where it has one.
    pub fn stance(&self) -> Option<Stance> {
        self.stance
    }

    /// Code of the type of respondent, to attribute the words to.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Whether a child or young person said it.
    pub fn young(&self) -> bool {
        self.young
    }

    /// The set of responses that it is one of: its question and theme.
    pub fn figure(&self) -> Figure {
        Figure::answered(&self.question).theme(&self.theme)
    }

    /// How well it reads, higher is better: a comfortable length, little blotted out, a place that a person chose.
    fn worth(&self, decided: bool) -> i64 {
        let words = self.text.split_whitespace().count() as i64;
        let length = if (12..=45).contains(&words) { MOST_WORTH } else { MOST_WORTH - (words - 28).abs().min(30) };
        length - 15 * self.redactions as i64 + DECIDED_WORTH * i64::from(decided)
            - 10 * i64::from(self.text.contains('…'))
    }

    fn view(&self) -> View {
        View { stance: self.stance, kind: self.kind.clone(), language: self.language }
    }
}

/// What quotations differ by, so that a few show a range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct View {
    stance: Option<Stance>,
    kind: String,
    language: Language,
}

/// A candidate with its worth; the better one sorts first, then the earlier response, so that the order of feeding
/// makes no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Candidate {
    worth: i64,
    quotable: Quotable,
}

impl Candidate {
    fn beats(&self, other: &Candidate) -> bool {
        let key = |c: &Candidate| (-c.worth, c.quotable.reference.clone(), c.quotable.answer, c.quotable.text.clone());
        key(self) < key(other)
    }
}

/// A place for quotations in the report: a theme of a question, or a theme in the young people's chapter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shelf {
    young: bool,
    question: String,
    theme: String,
}

/// What one candidate is kept for: a stance, a language, and whether an organisation speaks.
type Slot = (Option<Stance>, Language, bool);

/// Chooses quotations while responses stream past. Keeps one candidate for each stance, language and group of
/// respondents of a question and theme, so that memory never grows with responses.
pub struct Chooser<'c> {
    consultation: &'c Consultation,
    frame: &'c CodingFrame,
    shelves: BTreeMap<Shelf, BTreeMap<Slot, Candidate>>,
}

impl<'c> Chooser<'c> {
    /// A chooser that has seen nothing.
    pub fn new(consultation: &'c Consultation, frame: &'c CodingFrame) -> Self {
        Chooser { consultation, frame, shelves: BTreeMap::new() }
    }

    /// Looks at one response.
    pub fn add(&mut self, coded: &CodedResponse) {
        if !coded.response.respondent.consents.quote {
            return;
        }
        for answer in &coded.answers {
            for tag in &answer.tags {
                let decided = matches!(tag.origin, Origin::Person { .. });
                if self.is_settled(coded, answer, tag, decided) {
                    continue;
                }
                let Some(in_view) = answer.in_view() else { continue };
                let made = Quotable::new(self.consultation, self.frame, &coded.response, in_view, tag);
                let Some(quotable) = made else { continue };
                let worth = quotable.worth(decided);
                self.offer(Candidate { worth, quotable });
            }
        }
    }

    /// Whether nothing said here could take the place of what is kept, so that the costly making can be spared.
    fn is_settled(&self, coded: &CodedResponse, answer: &CodedAnswer, tag: &Tag, decided: bool) -> bool {
        let Some(kind) = self.consultation.respondent_type(&coded.response.respondent.kind) else { return true };
        let shelf = self.shelf(kind, &answer.answer.question, &tag.theme);
        let stance = answer.stance.as_ref().map(|found| found.value);
        let slot = (stance, language_of(&answer.answer, tag.span.start), kind.organisation);
        let Some(kept) = self.shelves.get(&shelf).and_then(|slots| slots.get(&slot)) else { return false };
        let most = MOST_WORTH + DECIDED_WORTH * i64::from(decided);
        kept.worth >= most && kept.quotable.reference < coded.response.id
    }

    fn offer(&mut self, candidate: Candidate) {
        let quotable = &candidate.quotable;
        let Some(kind) = self.consultation.respondent_type(&quotable.kind) else { return };
        let shelf = self.shelf(kind, &quotable.question, &quotable.theme);
        let slot = (quotable.stance, quotable.language, kind.organisation);
        let slots = self.shelves.entry(shelf).or_default();
        match slots.get(&slot) {
            Some(kept) if !candidate.beats(kept) => {}
            _ => {
                slots.insert(slot, candidate);
            }
        }
    }

    fn shelf(&self, kind: &RespondentType, question: &str, theme: &str) -> Shelf {
        let question = if kind.young { String::new() } else { question.to_owned() };
        // By theme of the first level.
        let theme = self.frame.line(theme).last().unwrap_or(theme).to_owned();
        Shelf { young: kind.young, question, theme }
    }

    /// The quotations, at most as many for each theme as the settings say: each next one is the one that differs most
    /// from those before. Nobody is quoted twice within a question, or within the young people's chapter.
    pub fn finish(self) -> Vec<Quotable> {
        let most = self.consultation.quotations;
        let mut chosen: Vec<Quotable> = Vec::new();
        let mut quoted: BTreeSet<(bool, String, String)> = BTreeSet::new();
        for (shelf, slots) in self.shelves {
            let mut candidates: Vec<Candidate> = slots.into_values().collect();
            candidates.sort_by(|a, b| if a.beats(b) { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater });
            let mut views: Vec<View> = Vec::new();
            while views.len() < most {
                let place = |c: &Candidate| (shelf.young, shelf.question.clone(), c.quotable.reference.clone());
                let free = candidates.iter().enumerate().filter(|(_, c)| !quoted.contains(&place(c)));
                let Some(best) = free.min_by_key(|(i, c)| (likeness(&c.quotable, &views), *i)).map(|(i, _)| i) else {
                    break;
                };
                let candidate = candidates.remove(best);
                quoted.insert(place(&candidate));
                views.push(candidate.quotable.view());
                chosen.push(candidate.quotable);
            }
        }
        chosen
    }
}

/// How like a quotation is to those chosen already; stance weighs most, then language, then type.
fn likeness(quotable: &Quotable, views: &[View]) -> u32 {
    views
        .iter()
        .map(|view| {
            4 * u32::from(view.stance == quotable.stance)
                + 2 * u32::from(view.language == quotable.language)
                + u32::from(view.kind == quotable.kind)
        })
        .sum()
}

/// Whether something in an answer keeps its words as a whole from being quoted, whatever its respondent agreed to: a
/// passage under a working code (a concern, or what could identify someone), or under a code of which a person has yet to
/// say what it means now. [`Quotable::new`] asks the same of the passage that it quotes.
pub fn is_guarded(frame: &CodingFrame, coded: &CodedAnswer) -> bool {
    !coded.waits.is_empty() || coded.tags.iter().any(|tag| is_working(frame, &tag.theme))
}

/// Whether a theme, or one above it, is a working code.
fn is_working(frame: &CodingFrame, code: &str) -> bool {
    frame.line(code).any(|code| frame.theme(code).is_some_and(|theme| theme.working))
}

fn language_of(answer: &Answer, byte: usize) -> Language {
    match answer.language.at(byte) {
        Language::Cy => Language::Cy,
        Language::En => Language::En,
        _ => Language::Unknown,
    }
}

/// A passage of an answer that reads on its own.
struct Passage {
    span: Span,
    cut_before: bool,
    cut_after: bool,
}

impl Passage {
    /// The words as quoted: spaces evened out, cuts shown, people's details blotted out; and how many there were.
    /// Details are looked for in the whole text, so that one which begins before the passage is still seen.
    fn words(&self, text: &str, locale: Locale) -> (String, usize) {
        let mut out = String::new();
        let mut from = self.span.start;
        let mut count = 0;
        for one in redact(text) {
            if !one.span.overlaps(&self.span) {
                continue;
            }
            out.push_str(&text[from..one.span.start.max(from)]);
            out.push_str(&one.kind.placeholder(locale));
            from = one.span.end.min(self.span.end).max(from);
            count += 1;
        }
        out.push_str(&text[from..self.span.end]);
        let mut words = out.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.cut_before {
            words.insert_str(0, "… ");
        }
        if self.cut_after {
            words.push_str(" …");
        }
        (words, count)
    }
}

/// Whole sentences around the evidence; where one is too long, as many words as fit on both sides of it.
fn passage(text: &str, evidence: Span) -> Option<Passage> {
    let all = sentences(text);
    let first = all.iter().position(|s| s.overlaps(&evidence))?;
    let mut last = all.iter().rposition(|s| s.overlaps(&evidence))?;
    let words = |a: usize, b: usize| text[all[a].start..all[b].end].split_whitespace().count();
    if words(first, last) > MOST_WORDS {
        return Some(cut(text, Span { start: all[first].start, end: all[last].end }, evidence));
    }
    while last + 1 < all.len() && words(first, last) < COMFORTABLE_WORDS && words(first, last + 1) <= MOST_WORDS {
        last += 1;
    }
    let span = Span { start: all[first].start, end: all[last].end };
    Some(Passage { span, cut_before: false, cut_after: false })
}

fn cut(text: &str, whole: Span, evidence: Span) -> Passage {
    let mut words: Vec<Span> = Vec::new();
    for word in text[whole.start..whole.end].split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        words.push(Span { start, end: start + word.len() });
    }
    let at = words.iter().position(|w| w.overlaps(&evidence)).unwrap_or(0);
    let first = at.saturating_sub(MOST_WORDS / 3);
    let last = (first + MOST_WORDS - 1).min(words.len() - 1);
    let first = if last + 1 == words.len() { words.len().saturating_sub(MOST_WORDS) } else { first };
    let span = Span { start: words[first].start, end: words[last].end };
    Passage { span, cut_before: span.start > whole.start, cut_after: span.end < whole.end }
}
