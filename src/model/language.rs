//! The language of a passage, as far as anyone could tell.

use serde::{Deserialize, Serialize};

use super::Span;

/// The language that a text is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Welsh.
    Cy,
    /// English and Welsh in one text; the spans say where.
    Mixed,
    /// Some other language.
    Other,
    /// Too little to tell: blank, numbers, a name, `ok`.
    #[default]
    Unknown,
}

impl Language {
    /// The word used in JSON and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Cy => "cy",
            Language::Mixed => "mixed",
            Language::Other => "other",
            Language::Unknown => "unknown",
        }
    }
}

impl std::str::FromStr for Language {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(match word {
            "en" => Language::En,
            "cy" => Language::Cy,
            "mixed" => Language::Mixed,
            "other" => Language::Other,
            "unknown" => Language::Unknown,
            _ => return Err(format!("`{word}` is none of en, cy, mixed, other, unknown")),
        })
    }
}

/// A passage in one language, within a mixed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageSpan {
    /// Where, in bytes of the text.
    #[serde(flatten)]
    pub span: Span,
    /// `en`, `cy`, `other` or `unknown`; never `mixed`.
    pub language: Language,
}

/// What was found out about the language of a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Detected {
    /// Of the text as a whole.
    pub language: Language,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Passage by passage, in order, when `language` is mixed; otherwise empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<LanguageSpan>,
}

impl Detected {
    /// The language of the passage that holds this byte.
    pub fn at(&self, byte: usize) -> Language {
        if self.language != Language::Mixed {
            return self.language;
        }
        self.spans.iter().find(|s| s.span.start <= byte && byte < s.span.end).map_or(Language::Unknown, |s| s.language)
    }
}
