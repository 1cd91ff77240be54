//! What was asked.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Stance};

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// In the respondent's own words.
    #[default]
    Open,
    /// One of the options.
    Closed,
    /// Any number of the options.
    Multiple,
}

/// One option of a closed question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Short code, unique in the question: `agree`.
    pub code: String,
    /// As shown, in both languages; a cell that holds either is this option.
    pub label: Bilingual,
    /// Other wordings seen in exports.
    #[serde(default)]
    pub also: Vec<String>,
    /// What ticking it says of the proposal, if anything.
    #[serde(default)]
    pub stance: Option<Stance>,
}

/// One question of the consultation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// `1.1`; `whole` is the whole response (a letter that answers no question by number).
    pub id: String,
    /// As asked, in both languages.
    pub text: Bilingual,
    /// How it is answered.
    #[serde(default)]
    pub kind: QuestionKind,
    /// The closed question that this one explains ("choose, then say why").
    #[serde(default)]
    pub explains: Option<String>,
    /// Whether answers take a stance on the proposal.
    #[serde(default)]
    pub proposal: bool,
    /// One of the statutory questions on effects on the Welsh language.
    #[serde(default)]
    pub welsh_language: bool,
    /// Whether it asks about the respondent rather than the proposals (age, region, role). What individuals say to such
    /// a question is shown under disclosure control only.
    #[serde(default)]
    pub about_you: bool,
    /// Options, for closed questions.
    #[serde(default, rename = "option")]
    pub options: Vec<Choice>,
}

impl Question {
    /// The option that a cell names: by code, by either label or by another wording; case and spacing aside.
    pub fn choice(&self, cell: &str) -> Option<&Choice> {
        let same = |other: &str| other == cell || are_same_words(other, cell);
        self.options.iter().find(|option| {
            same(&option.code)
                || same(&option.label.en)
                || same(&option.label.cy)
                || option.also.iter().any(|other| same(other))
        })
    }
}

/// Whether two texts are the same words, case and spacing aside.
fn are_same_words(a: &str, b: &str) -> bool {
    let (mut left, mut right) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() => {
                if !a.eq_ignore_ascii_case(b) {
                    return false;
                }
            }
            // The letter of a Kelvin is no letter of ASCII, and its small one is.
            (Some(a), Some(b)) if a.to_lowercase() == b.to_lowercase() => {}
            _ => return false,
        }
    }
}
