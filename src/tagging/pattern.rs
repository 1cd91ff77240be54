//! The pattern language of the coding frame: from what an analyst wrote to the forms that the matcher looks for.
//!
//! ```text
//! out of area                 whole words, any case, any apostrophe, hyphen or space between them
//! mov* ~5 England             a stem; up to five words between
//! (far|long way) from home    alternatives
//! "CIW"                       exact case
//! =gofal                      without Welsh mutation
//! re:/out[- ]of[- ]area/i     a regular expression
//! ```

mod accents;
mod expand;
mod expression;
mod mend;
mod parse;
mod problem;

pub(super) use expand::{Form, Piece};
pub(super) use mend::mended;
pub use problem::{ExpressionProblem, PatternError};

use regex::Regex;

use crate::model::{Accents, Locale};

/// Longest pattern, in characters: what one line of a frame can hold and a reader can check.
pub(crate) const LONGEST: usize = 1_000;
/// Deepest nesting of brackets.
pub(crate) const DEEPEST: usize = 8;
/// Most words that `~N` may jump: beyond a sentence's length two words have little to do with each other.
pub(crate) const WIDEST_GAP: usize = 30;
/// Most ways of writing one pattern, mutations included: above it the pattern wants to be several.
pub(crate) const MOST_WAYS: usize = 512;

/// How the words of a pattern are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its language: Welsh words mutate.
    pub locale: Locale,
    /// Whether accents may be left out.
    pub accents: Accents,
}

/// A pattern ready to be compiled into a matcher.
#[derive(Clone, Debug)]
pub(super) enum Prepared {
    /// Each way is a row of pieces; any of them is a match.
    Words(Vec<Vec<Piece>>),
    /// Matched against the text as it stands.
    Regex(Regex),
}

/// Checks a pattern without keeping anything.
///
/// # Errors
/// What is wrong with it, and what to write instead.
pub fn check(text: &str, reading: Reading) -> Result<(), PatternError> {
    prepare(text, reading).map(|_| ())
}

/// Parses a pattern and spells out its forms, mutated ones too when it is Welsh.
pub(super) fn prepare(text: &str, reading: Reading) -> Result<Prepared, PatternError> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(PatternError::TooLong(length));
    }
    let before = text.chars().take_while(|c| c.is_whitespace()).count();
    if let Some(rest) = text.trim().strip_prefix("re:") {
        return expression::read(rest, before + "re:".len()).map(Prepared::Regex);
    }
    let items = parse::parse(text)?;
    expand::expand(&items, reading).map(Prepared::Words)
}

/// Texts that a pattern of words matches: each of its forms once, without and with words in its gaps. None for a regular
/// expression.
pub(super) fn examples(prepared: &Prepared) -> Option<Vec<String>> {
    match prepared {
        Prepared::Words(rows) => Some(rows.iter().flat_map(|row| expand::examples(row)).collect()),
        Prepared::Regex(_) => None,
    }
}
