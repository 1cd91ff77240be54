//! Our own words, which exist in both languages.

use serde::{Deserialize, Serialize};

/// One of the two languages that we write in: of a page, a report, a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl Locale {
    /// Both, English first, in the order in which files are written.
    pub const BOTH: [Locale; 2] = [Locale::En, Locale::Cy];

    /// The BCP 47 tag: `en` or `cy`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Cy => "cy",
        }
    }
}

impl std::str::FromStr for Locale {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        match tag.split(['-', '_', '.']).next().unwrap_or_default() {
            "en" | "EN" => Ok(Locale::En),
            "cy" | "CY" => Ok(Locale::Cy),
            _ => Err(format!("`{tag}` is not a language of ours; write `en` or `cy`")),
        }
    }
}

/// The same words in English and in Welsh.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    #[serde(default)]
    pub en: String,
    /// Welsh.
    #[serde(default)]
    pub cy: String,
}

impl Bilingual {
    /// The words in one language, or in the other one where they were never translated.
    pub fn get(&self, locale: Locale) -> &str {
        let (wanted, other) = match locale {
            Locale::En => (&self.en, &self.cy),
            Locale::Cy => (&self.cy, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}
