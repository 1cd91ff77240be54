//! One theme on one passage, with its evidence and where it came from.

use serde::{Deserialize, Serialize};

/// A passage: UTF-8 byte offsets into the stored text, end exclusive, at character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The words of the passage, or `None` when the span does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.start..self.end)
    }

    /// Whether two passages share a byte.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Who or what put a tag where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A pattern of the coding frame: a suggestion.
    Rule {
        /// The pattern as written in the frame, led by its language: `en: out of area`.
        pattern: String,
        /// Version of the frame that holds it.
        frame_version: u32,
    },
    /// A person decided it.
    Person {
        /// Their name or initials.
        name: String,
        /// When, as RFC 3339.
        at: String,
        /// The code that they decided on, where the theme has another by now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<String>,
    },
}

/// One theme on one passage of an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tag {
    /// Code of the theme.
    pub theme: String,
    /// Where in the answer.
    #[serde(flatten)]
    pub span: Span,
    /// Exactly the words at `span`; a reader checks one against the other.
    pub words: String,
    /// Who or what put it there.
    pub origin: Origin,
}
