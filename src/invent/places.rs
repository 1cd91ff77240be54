//! Invented places, bodies and people, as many different ones as are asked for.

use serde::Deserialize;

use super::InventError;
use super::rng::Rng;

const TEXT: &str = include_str!("bank/places.toml");

/// Parts that invented names are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    areas: Vec<[String; 2]>,
    pub(super) councils: Vec<Council>,
    place_heads: Vec<String>,
    place_tails: Vec<String>,
    given: Vec<String>,
    surnames: Vec<String>,
}

/// An invented council, named in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Council {
    pub(super) en: String,
    pub(super) cy: String,
    pub(super) area: usize,
}

impl Places {
    pub(super) fn load() -> Result<Self, InventError> {
        toml::from_str(TEXT).map_err(|source| InventError::Bank { file: "places.toml", reason: source.to_string() })
    }

    /// How many areas there are.
    pub(super) fn areas(&self) -> usize {
        self.areas.len()
    }

    /// An area's name on a form in English or Welsh.
    pub(super) fn area(&self, number: usize, welsh: bool) -> &str {
        &self.areas[number % self.areas.len()][usize::from(welsh)]
    }

    /// How many places there are before names repeat.
    pub(super) fn count(&self) -> usize {
        self.place_heads.len() * self.place_tails.len()
    }

    /// Writes the name of place `number`; numbers beyond [`Places::count`] start again.
    pub(super) fn place(&self, number: usize, out: &mut String) {
        let number = number % self.count();
        out.push_str(&self.place_heads[number % self.place_heads.len()]);
        out.push_str(&self.place_tails[number / self.place_heads.len()]);
    }

    /// A person's name.
    pub(super) fn person(&self, rng: &mut Rng) -> String {
        format!("{} {}", rng.pick(&self.given), rng.pick(&self.surnames))
    }

    /// An address under example.org, which is kept for examples and belongs to nobody (RFC 2606).
    pub(super) fn email(&self, rng: &mut Rng) -> String {
        address(&self.person(rng), rng.between(1, 9999))
    }
}

/// `cerys.abergwynt17@example.org`
pub(super) fn address(name: &str, number: usize) -> String {
    let mut out: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c == ' ' { '.' } else { c })
        .filter(|c| c.is_ascii_alphanumeric() || *c == '.')
        .collect();
    out.push_str(&number.to_string());
    out.push_str("@example.org");
    out
}
