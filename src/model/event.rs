//! Workshops, summits and focus groups: reported apart, never added to counts of responses.

use serde::{Deserialize, Serialize};

use super::{Bilingual, CodedAnswer};

/// How many people of one group took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleCount {
    /// "aged 9 to 14", "for-profit providers".
    pub group: String,
    /// How many.
    pub people: u32,
}

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Reference, `E-01`.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// ISO date.
    pub date: String,
    /// Where it was held.
    pub place: String,
    /// Who it was for.
    pub audience: Bilingual,
    /// People by group.
    pub people: Vec<PeopleCount>,
    /// File that its notes came from.
    pub file: String,
}

/// One note of an event, coded with the same frame as the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct EventNote {
    /// Reference of its event.
    pub event: String,
    /// The note as an answer: text, language, tags; its place is the line in the notes.
    pub note: CodedAnswer,
}
