//! Where an answer stands towards the proposal: never the same thing as a theme or a mood.

use serde::{Deserialize, Serialize};

use super::Span;

/// Position towards the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// For it.
    Support,
    /// Against it.
    Oppose,
    /// For it with conditions, or for some of it.
    Mixed,
    /// No position that a reader could point at.
    Unclear,
}

impl Stance {
    /// All four, in the order of tables.
    pub const ALL: [Stance; 4] = [Stance::Support, Stance::Mixed, Stance::Oppose, Stance::Unclear];

    /// The word used in JSON, queries and the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Support => "support",
            Stance::Oppose => "oppose",
            Stance::Mixed => "mixed",
            Stance::Unclear => "unclear",
        }
    }
}

impl std::str::FromStr for Stance {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Stance::ALL
            .into_iter()
            .find(|s| s.as_str() == word)
            .ok_or_else(|| format!("`{word}` is none of support, oppose, mixed, unclear"))
    }
}

/// Words that point the other way from the box ticked at the question they explain. Both stand; neither is settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StanceConflict {
    /// The question with the box.
    pub question: String,
    /// What the box says.
    pub ticked: Stance,
    /// What the words say.
    pub words: Stance,
}

/// What a stance rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Said in so many words ("we support", "nid wyf yn cytuno").
    Explicit,
    /// Inferred from what was praised or feared.
    Inferred,
    /// From the box ticked.
    Ticked,
    /// A person decided it.
    Decided,
}

impl Basis {
    /// All four.
    pub const ALL: [Basis; 4] = [Basis::Explicit, Basis::Inferred, Basis::Ticked, Basis::Decided];

    /// The word used in JSON and the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Explicit => "explicit",
            Basis::Inferred => "inferred",
            Basis::Ticked => "ticked",
            Basis::Decided => "decided",
        }
    }
}

/// A stance with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StanceFound {
    /// The position.
    pub value: Stance,
    /// What it rests on.
    pub kind: Basis,
    /// The words that show it; for a ticked box, the whole label.
    #[serde(flatten)]
    pub span: Span,
    /// Exactly the words at `span`.
    pub words: String,
}
