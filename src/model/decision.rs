//! What a person decided about a tag. Decisions are appended; the last one on the same passage and theme stands.

use serde::{Deserialize, Serialize};

use super::{AnswerId, Span};

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// The suggested theme is right.
    Accept,
    /// The suggested theme is wrong here.
    Reject,
    /// A theme that nothing suggested.
    Add,
}

impl Verb {
    /// The word used in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Verb::Accept => "accept",
            Verb::Reject => "reject",
            Verb::Add => "add",
        }
    }
}

impl std::str::FromStr for Verb {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Verb::Accept, Verb::Reject, Verb::Add]
            .into_iter()
            .find(|verb| verb.as_str() == word)
            .ok_or_else(|| format!("`{word}` is none of accept, reject, add"))
    }
}

/// One decision of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// When, as RFC 3339.
    pub at: String,
    /// Who decided.
    pub person: String,
    /// What was decided.
    pub verb: Verb,
    /// On which answer.
    pub answer: AnswerId,
    /// About which theme.
    pub theme: String,
    /// On which passage; the whole answer when nobody said.
    pub span: Option<Span>,
    /// The words of the passage as they were, so that the decision can find them again if the text is corrected.
    pub words: String,
    /// A word of explanation.
    pub note: String,
}
