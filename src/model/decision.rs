//! What a person decided about a tag, or about a whole item. Decisions are appended; the last one on the same passage and
//! theme, or on the same items, stands.

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
    /// The passage keeps its words and has another theme: one is rejected and the other added.
    Move,
    /// Where the answer stands towards the proposal.
    Stance,
    /// An earlier decision is taken back.
    Undo,
}

impl Verb {
    /// All of them.
    pub const ALL: [Verb; 6] = [Verb::Accept, Verb::Reject, Verb::Add, Verb::Move, Verb::Stance, Verb::Undo];

    /// The word used in the store and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Verb::Accept => "accept",
            Verb::Reject => "reject",
            Verb::Add => "add",
            Verb::Move => "move",
            Verb::Stance => "stance",
            Verb::Undo => "undo",
        }
    }
}

impl std::str::FromStr for Verb {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = Verb::ALL.into_iter().find(|verb| verb.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is none of accept, reject, add, move, stance, undo"))
    }
}

/// One decision of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number, in the order in which people decided; 0 until it is kept. Appended again for another answer that holds
    /// its words, it keeps the number that it had.
    pub id: i64,
    /// When, as RFC 3339.
    pub at: String,
    /// Who decided.
    pub person: String,
    /// What was decided.
    pub verb: Verb,
    /// On which answer.
    pub answer: AnswerId,
    /// About which theme; empty when it is about the stance.
    pub theme: String,
    /// Of `move`, the theme that the passage has now; of `stance`, the stance; otherwise empty.
    pub to: String,
    /// On which passage; the whole answer when nobody said.
    pub span: Option<Span>,
    /// The words of the passage as they were, so that the decision can find them again if the text is corrected.
    pub words: String,
    /// A word of explanation.
    pub note: String,
    /// BLAKE3 of the coding frame whose codes these are; empty where an earlier version of the program did not keep it.
    pub frame: String,
    /// Of `undo`: the number of the decision that is taken back.
    pub undoes: Option<i64>,
}

/// What was decided about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemVerb {
    /// It is the other item once more, or a part of the same response.
    Merge,
    /// It and the other item are two responses.
    Apart,
    /// What people decided about these two is taken back: the rules decide.
    Undo,
    /// A passage of it answers another question.
    Assign,
    /// An assignment is taken back; all of the item's when no words are named.
    Unassign,
}

impl ItemVerb {
    /// All of them.
    const ALL: [ItemVerb; 5] = [ItemVerb::Merge, ItemVerb::Apart, ItemVerb::Undo, ItemVerb::Assign, ItemVerb::Unassign];

    /// The word used in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            ItemVerb::Merge => "merge",
            ItemVerb::Apart => "apart",
            ItemVerb::Undo => "undo",
            ItemVerb::Assign => "assign",
            ItemVerb::Unassign => "unassign",
        }
    }
}

impl std::str::FromStr for ItemVerb {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = ItemVerb::ALL.into_iter().find(|verb| verb.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is none of merge, apart, undo, assign, unassign"))
    }
}

/// One decision of one person about an item as it was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemDecision {
    /// When, as RFC 3339.
    pub at: String,
    /// Who decided.
    pub person: String,
    /// What was decided.
    pub verb: ItemVerb,
    /// Number of the item.
    pub item: i64,
    /// Number of the other item, of `merge`, `apart` and `undo`.
    pub other: Option<i64>,
    /// The question that a passage answers, of `assign` and `unassign`.
    pub question: String,
    /// The passage, whole or as `beginning…end`.
    pub words: String,
    /// A word of explanation.
    pub note: String,
}
