//! What all files together say: questions that several of them ask, kinds of respondent, areas, sources.

use std::collections::{BTreeMap, BTreeSet};

use super::look::Sheet;
use super::people;
use super::questions::{self, Asked};
use super::roles::{self, Single, Use};
use super::wordings::words;
use super::write::{Source, comment};
use crate::corpus::settings::WHOLE;
use crate::ingest::platforms::Platform;
use crate::model::{Bilingual, Language, Question, QuestionKind, RespondentType};
use crate::text::language::detect;

/// Everything that the settings are written from.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) questions: Vec<Drafted>,
    pub(super) types: Vec<RespondentType>,
    pub(super) areas: Vec<Bilingual>,
    pub(super) sources: Vec<Source>,
    /// Patterns of documents, with their channel.
    pub(super) documents: BTreeMap<String, &'static str>,
    /// Notes of events.
    pub(super) events: Vec<String>,
    /// Files that a known platform writes beside its responses.
    pub(super) others: Vec<String>,
    /// Files and sheets that are not read, and why.
    pub(super) left_out: Vec<(String, String)>,
    /// What was understood, a line each.
    pub(super) seen: Vec<String>,
}

/// A question of the draft.
pub(super) struct Drafted {
    pub(super) question: Question,
    /// What was seen of it.
    pub(super) note: String,
    /// Where it was first asked.
    of: Origin,
}

/// What a question can be known by when another file asks it.
struct Origin {
    columns: Vec<String>,
    number: Option<String>,
    language: Language,
    /// Which source, and its place among that source's questions.
    source: usize,
    place: usize,
}

/// Fewest words of an answer that is long text, on average.
const LONG: f64 = 8.0;

impl Gathered {
    /// Takes in one table. One that holds no answers is left out, with the reason.
    pub(super) fn table(&mut self, sheet: Sheet) {
        if sheet.records == 0 {
            self.leave_out(sheet.title(), "there are no rows below the header".to_owned());
            return;
        }
        let roles = roles::decide(&sheet);
        let asked = questions::of(&sheet, &roles);
        if asked.is_empty() || is_notes(&sheet, &asked, &roles.uses) {
            let why = format!("none of its {} columns looks like answers", sheet.values.len());
            if sheet.header.platform == Some(Platform::Polis) {
                // Votes and key figures are known by their layout, so nobody needs to be asked.
                self.others.push(sheet.file.clone());
            }
            self.leave_out(sheet.title(), why);
            return;
        }
        for (found, values) in roles.uses.iter().zip(&sheet.values) {
            match found {
                Use::Single(Single::Kind) => people::kinds(&mut self.types, values),
                Use::Single(Single::Area) => people::areas(&mut self.areas, values),
                _ => {}
            }
        }
        let language = language_of(&asked);
        let answers = self.ask(asked, language);
        let source = Source { sheet, roles, answers };
        self.seen.push(self.line(&source, language));
        self.sources.push(source);
    }

    /// Takes in one document or message.
    pub(super) fn document(&mut self, file: &str) {
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        let channel = match ending.to_lowercase().as_str() {
            "eml" | "mbox" | "msg" | "mht" => "e-mail",
            _ => "letter",
        };
        let depth = if file.contains('/') { "**/" } else { "" };
        let is_named = file.rsplit('/').next().is_some_and(|name| name.contains('.'));
        let pattern = if is_named { format!("{depth}*.{ending}") } else { glob::Pattern::escape(file) };
        self.documents.insert(pattern, channel);
    }

    /// Takes in the notes of an event.
    pub(super) fn event(&mut self, file: String) {
        self.seen.push(format!("{file}: notes of an event, which count as nobody's response"));
        self.events.push(file);
    }

    /// Says that something is not read.
    pub(super) fn leave_out(&mut self, what: String, why: String) {
        self.seen.push(format!("{what}: left out, {why}"));
        self.left_out.push((what, why));
    }

    /// Completes the draft once everything was taken in. `documents` counts those that came.
    pub(super) fn finish(&mut self, documents: usize) {
        if documents > 0 {
            let kinds = self.documents.keys().cloned().collect::<Vec<_>>().join(", ");
            self.seen.push(format!("{documents} documents ({kinds}): a response each; check their channels"));
        }
        if self.questions.is_empty() && !self.documents.is_empty() {
            let text = Bilingual { en: "Whole response".to_owned(), cy: "Yr ymateb cyfan".to_owned() };
            self.questions.push(Drafted {
                question: Question { id: WHOLE.to_owned(), text, ..Question::default() },
                note: "Letters and e-mails answer it. Add the questions asked, and they are split by their numbers."
                    .to_owned(),
                of: Origin { columns: Vec::new(), number: None, language: Language::Unknown, source: 0, place: 0 },
            });
        }
        if !self.types.is_empty() && !self.types.iter().any(|kind| kind.organisation) {
            self.seen.push("no kind of respondent looks like an organisation: check `[[type]]`".to_owned());
        }
    }

    /// Gives every question of a sheet its id: that of a question that another sheet asked already, or one of its own.
    fn ask(&mut self, asked: Vec<Asked>, language: Language) -> Vec<(String, Vec<String>)> {
        let numbers: BTreeSet<String> = asked.iter().filter_map(|asked| asked.number.clone()).collect();
        let count = asked.len();
        let source = self.sources.len();
        let mut ids: Vec<String> = Vec::new();
        let mut answers: Vec<(String, Vec<String>)> = Vec::new();
        for (place, asked) in asked.into_iter().enumerate() {
            let known = self.known(&asked, language, place, count).filter(|at| {
                let id = &self.questions[*at].question.id;
                !answers.iter().any(|(taken, _)| taken == id)
            });
            let explained = asked.explains.and_then(|of| ids.get(of)).cloned();
            let id = match known {
                Some(at) => {
                    self.merge(at, &asked, language);
                    self.questions[at].question.id.clone()
                }
                None => {
                    let id = self.new_id(&asked, explained.as_deref(), &numbers);
                    let of = Origin {
                        columns: asked.columns.clone(),
                        number: asked.number.clone(),
                        language,
                        source,
                        place,
                    };
                    self.questions.push(drafted(id.clone(), &asked, explained, of));
                    id
                }
            };
            answers.push((id.clone(), asked.columns));
            ids.push(id);
        }
        answers
    }

    /// A question that another source asked: under the same columns, in the same words, or, in the other language, by
    /// the same number or at the same place of a form of the same length.
    fn known(&self, asked: &Asked, language: Language, place: usize, count: usize) -> Option<usize> {
        let others = || {
            let is_other = |drafted: &&Drafted| {
                drafted.of.source < self.sources.len() && drafted.question.kind == asked.shape.kind
            };
            self.questions.iter().enumerate().filter(move |(_, drafted)| is_other(drafted))
        };
        let by_columns = others().find(|(_, drafted)| drafted.of.columns == asked.columns);
        let by_words = || {
            let said = words(&asked.text.en);
            others().find(|(_, d)| words(&d.question.text.en) == said || words(&d.question.text.cy) == said)
        };
        let is_translation = |drafted: &Drafted| {
            matches!((drafted.of.language, language), (Language::En, Language::Cy) | (Language::Cy, Language::En))
        };
        let by_number = || {
            let is_same = |d: &Drafted| is_translation(d) && d.of.number.is_some() && d.of.number == asked.number;
            others().find(|(_, drafted)| is_same(drafted))
        };
        let by_place = || {
            let has_same_length =
                |d: &Drafted| self.sources.get(d.of.source).is_some_and(|source| source.answers.len() == count);
            others().find(|(_, d)| is_translation(d) && d.of.place == place && has_same_length(d))
        };
        by_columns.or_else(by_words).or_else(by_number).or_else(by_place).map(|(at, _)| at)
    }

    fn merge(&mut self, at: usize, asked: &Asked, language: Language) {
        let drafted = &mut self.questions[at];
        let question = &mut drafted.question;
        if drafted.of.language != language && question.text.en == question.text.cy {
            match language {
                Language::Cy => question.text.cy.clone_from(&asked.text.cy),
                Language::En => question.text.en.clone_from(&asked.text.en),
                _ => {}
            }
        }
        questions::add_options(&mut question.options, &asked.shape.options);
        question.proposal |= asked.shape.proposal;
        question.about_you |= asked.shape.about_you.is_some();
    }

    fn new_id(&self, asked: &Asked, explained: Option<&str>, numbers: &BTreeSet<String>) -> String {
        let is_taken = |id: &str| id == WHOLE || self.questions.iter().any(|drafted| drafted.question.id == id);
        if let Some(number) = asked.number.as_deref().filter(|number| !is_taken(number)) {
            return number.to_owned();
        }
        let lettered = |id: &str| {
            ('a'..='z').map(|letter| format!("{id}{letter}")).find(|id| !is_taken(id) && !numbers.contains(id))
        };
        let wanted = match (asked.number.as_deref().or(explained), asked.shape.about_you) {
            (Some(id), _) if !id.ends_with(|c: char| c.is_ascii_lowercase()) => lettered(id),
            (Some(id), Some(_)) if asked.number.is_none() => Some(format!("{id}-other")).filter(|id| !is_taken(id)),
            (_, Some(topic)) => Some(topic.to_owned()).filter(|topic| !is_taken(topic)),
            _ => None,
        };
        // Behind the numbers that the form gives, so that nobody takes 3 for its third question.
        let highest = numbers.iter().filter_map(|number| number.parse::<usize>().ok()).max().unwrap_or_default();
        let next = || {
            let ours = self.questions.iter().filter(|d| !d.question.about_you && d.question.explains.is_none()).count();
            (ours.max(highest) + 1..).map(|n| n.to_string()).find(|id| !is_taken(id))
        };
        wanted.or_else(next).unwrap_or_default()
    }

    fn line(&self, source: &Source, language: Language) -> String {
        let kind = |kind: QuestionKind| {
            let is_one = |(id, _): &&(String, Vec<String>)| {
                self.questions.iter().any(|drafted| drafted.question.id == *id && drafted.question.kind == kind)
            };
            source.answers.iter().filter(is_one).count()
        };
        let found = |single| {
            source.named(&Use::Single(single)).map_or_else(|| "none".to_owned(), |name| format!("`{}`", comment(name)))
        };
        let platform =
            source.sheet.header.platform.map(|platform| format!("{}, ", platform.title())).unwrap_or_default();
        let language = if language == Language::Cy { "in Welsh, " } else { "" };
        let mut line = format!(
            "{}: {platform}{language}{} rows looked at; {} open, {} closed and {} multiple questions; id {}, date {}, organisation {}",
            source.sheet.title(),
            source.sheet.records,
            kind(QuestionKind::Open),
            kind(QuestionKind::Closed),
            kind(QuestionKind::Multiple),
            found(Single::Id),
            found(Single::Received),
            found(Single::Organisation),
        );
        if source.roles.uses.contains(&Use::Against) {
            line.push_str("; check the consents: a column that asks for confidence was mapped to none");
        }
        line
    }
}

fn drafted(id: String, asked: &Asked, explains: Option<String>, of: Origin) -> Drafted {
    let columns: Vec<String> = asked.columns.iter().map(|column| comment(column)).collect();
    let columns = match columns.as_slice() {
        [one] => format!("Column {one}"),
        [first, .., last] => format!("Columns {first} to {last}"),
        [] => String::new(),
    };
    let mut note = format!("{columns}: {} cells filled", asked.filled);
    if let Some(more) = asked.note {
        note = format!("{note}; {more}");
    }
    let shape = &asked.shape;
    let question = Question {
        id,
        text: common(&asked.text),
        kind: shape.kind,
        explains,
        proposal: shape.proposal,
        welsh_language: asked.welsh_language,
        about_you: shape.about_you.is_some(),
        options: shape.options.clone(),
    };
    Drafted { question, note: note + ".", of }
}

/// The commonest wordings in both languages.
fn common(text: &Bilingual) -> Bilingual {
    let known = match text.en.trim().trim_end_matches('?').to_lowercase().as_str() {
        "comment" => ("Comment", "Sylw"),
        "comments" => ("Comments", "Sylwadau"),
        "response" => ("Response", "Ymateb"),
        "any other comments" => ("Any other comments?", "Unrhyw sylwadau eraill?"),
        _ => return text.clone(),
    };
    if text.en != text.cy {
        return text.clone();
    }
    Bilingual { en: known.0.to_owned(), cy: known.1.to_owned() }
}

/// The language that a form asks in.
fn language_of(asked: &[Asked]) -> Language {
    let all: Vec<&str> = asked.iter().map(|asked| asked.text.en.as_str()).collect();
    detect(&all.join(". "), None).language
}

/// Whether a table is a cover note or a list for looking things up: a couple of columns, no id, date or question.
fn is_notes(sheet: &Sheet, asked: &[Asked], uses: &[Use]) -> bool {
    if sheet.name.is_none() || uses.iter().any(|found| matches!(found, Use::Single(_) | Use::May(_))) {
        return false;
    }
    let title = words(sheet.name.as_deref().unwrap_or_default());
    let is_named = super::wordings::has(
        &title,
        "notes, cover, lookup, questions, cwestiynau, codebook, contents, key, guidance, readme, metadata, nodiadau, cynnwys, \
             about, lists",
    );
    let is_long = sheet.values.iter().any(|values| values.mean_words() >= LONG);
    let asks = asked.iter().any(|asked| super::wordings::asks_something(&asked.text.en) || asked.number.is_some());
    is_named || !(asks || is_long && sheet.values.len() >= 2)
}
