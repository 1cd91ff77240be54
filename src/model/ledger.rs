//! The account of everything received: analysed, merged, or set aside with a reason.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::MergedWhy;

/// Why an item that was received is not analysed. Its words are kept all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetAside {
    /// No answer to any question.
    Blank,
    /// Arrived after closing day, beyond what the consultation allows.
    Late,
    /// Taken back by the respondent.
    Withdrawn,
    /// Not a response: a notice, a test or preview row, an out-of-office reply.
    NotAResponse,
    /// Started and never sent.
    Unfinished,
    /// Could not be read; the problem says why.
    Unreadable,
    /// Only pictures of pages: needs OCR or typing up.
    Scanned,
    /// Stood in an earlier version of its file and stands there no more.
    Superseded,
    /// Its words were erased, as its respondent asked; only its number is kept.
    Erased,
}

impl SetAside {
    /// All reasons, in the order of the report.
    pub const ALL: [SetAside; 9] = [
        SetAside::Blank,
        SetAside::Late,
        SetAside::Withdrawn,
        SetAside::NotAResponse,
        SetAside::Unfinished,
        SetAside::Unreadable,
        SetAside::Scanned,
        SetAside::Superseded,
        SetAside::Erased,
    ];

    /// The word used in JSON and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            SetAside::Blank => "blank",
            SetAside::Late => "late",
            SetAside::Withdrawn => "withdrawn",
            SetAside::NotAResponse => "not_a_response",
            SetAside::Unfinished => "unfinished",
            SetAside::Unreadable => "unreadable",
            SetAside::Scanned => "scanned",
            SetAside::Superseded => "superseded",
            SetAside::Erased => "erased",
        }
    }
}

impl std::str::FromStr for SetAside {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        SetAside::ALL
            .into_iter()
            .find(|reason| reason.as_str() == word)
            .ok_or_else(|| format!("`{word}` is not a reason for setting aside"))
    }
}

/// Trouble in the input, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// `row 17`, `line 3`; empty for the whole file.
    pub place: String,
    /// What is wrong and what to do, in plain words, without the respondent's.
    pub reason: String,
}

/// The account of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// Path below `received/`, or an address.
    pub source: String,
    /// Channel, as the settings name it.
    pub channel: String,
    /// Items that arrived.
    pub received: u64,
    /// Items analysed.
    pub analysed: u64,
    /// Items merged into another of the same respondent.
    pub merged: u64,
    /// Items set aside, by reason.
    pub set_aside: BTreeMap<SetAside, u64>,
    /// Trouble met.
    pub problems: Vec<Problem>,
}

/// How many analysed responses answered a question and how many left it blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionLine {
    /// The question.
    pub id: String,
    /// Analysed responses with an answer.
    pub answered: u64,
    /// Analysed responses without one.
    pub blank: u64,
}

/// The account of everything received by one consultation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Name of the consultation.
    pub consultation: String,
    /// Items that arrived.
    pub received: u64,
    /// Items analysed.
    pub analysed: u64,
    /// Items merged into another of the same respondent.
    pub merged: u64,
    /// Items merged, by the rule that did it or `decision`.
    pub merged_why: BTreeMap<MergedWhy, u64>,
    /// Pairs of items that may be one response and wait for a person to decide.
    pub proposals: u64,
    /// Items set aside, by reason.
    pub set_aside: BTreeMap<SetAside, u64>,
    /// Whether every sum holds, overall, by source and by question.
    pub balanced: bool,
    /// Source by source.
    pub sources: Vec<SourceLine>,
    /// Question by question.
    pub questions: Vec<QuestionLine>,
}

impl Ledger {
    /// Checks `received = analysed + merged + set aside` overall and by source, that the sources add up to the
    /// whole, that what was merged has its reasons, and that each question's answered and blank add up to the analysed.
    pub fn balances(&self) -> bool {
        let sums = |received: u64, analysed: u64, merged: u64, aside: &BTreeMap<SetAside, u64>| {
            received == analysed + merged + aside.values().sum::<u64>()
        };
        sums(self.received, self.analysed, self.merged, &self.set_aside)
            && self.sources.iter().all(|s| sums(s.received, s.analysed, s.merged, &s.set_aside))
            && self.received == self.sources.iter().map(|s| s.received).sum::<u64>()
            && self.analysed == self.sources.iter().map(|s| s.analysed).sum::<u64>()
            && self.merged == self.merged_why.values().sum::<u64>()
            && self.questions.iter().all(|q| q.answered + q.blank == self.analysed)
    }
}
