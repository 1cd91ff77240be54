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

mod expand;
mod parse;

pub(super) use expand::{Form, Piece};

use regex::{Regex, RegexBuilder};

use crate::model::Locale;

/// Longest pattern, in characters: what one line of a frame can hold and a reader can check.
pub(crate) const LONGEST: usize = 1_000;
/// Deepest nesting of brackets.
pub(crate) const DEEPEST: usize = 8;
/// Most words that `~N` may jump: beyond a sentence's length two words have little to do with each other.
pub(crate) const WIDEST_GAP: usize = 30;
/// Most ways of writing one pattern, mutations included: above it the pattern wants to be several.
pub(crate) const MOST_WAYS: usize = 512;
/// Memory a compiled regular expression may take, in bytes.
const REGEX_SIZE: usize = 2 << 20;

/// What is wrong with a pattern, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Nothing to look for.
    #[error("it has no words; write at least one word, or take the pattern out")]
    Empty,
    /// Longer than `LONGEST`.
    #[error("it is {0} characters long, more than {LONGEST}; split it into several patterns")]
    TooLong(usize),
    /// `*` where it does not end a word.
    #[error(
        "`*` at character {at} does not end a word; `*` ends a stem, as in `mov*`: for any words in between write `~3`"
    )]
    LooseStar {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// A stem of one letter.
    #[error("`{stem}*` would match too much; give the stem at least two letters")]
    ShortStem {
        /// The stem.
        stem: String,
    },
    /// A bracket that is never closed.
    #[error("the bracket opened at character {at} is never closed; add `)`")]
    Unclosed {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// A closing bracket without its opening one.
    #[error("`)` at character {at} closes nothing; take it out, or add `(` before it")]
    Unopened {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// `|` outside brackets.
    #[error("`|` at character {at} stands outside brackets; write the alternatives as `(a|b)`, or as two patterns")]
    LooseBar {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// `(a|)`.
    #[error("an alternative before character {at} is empty; take the extra `|` out, or write two patterns")]
    EmptyAlternative {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// Brackets glued to a word.
    #[error("character {at} is stuck to a word; put a space there, or spell the words out as in `(child|children)`")]
    Stuck {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// Nested too deeply.
    #[error("brackets are nested more than {DEEPEST} deep; split it into several patterns")]
    TooDeep,
    /// A quote that is never closed.
    #[error("the quotation mark at character {at} is never closed; add `\"` after the last exact word")]
    UnclosedQuote {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// `~` without a number.
    #[error("`~` at character {at} needs a number of words, as in `~3`")]
    GapWithoutNumber {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// `~N` with N too large.
    #[error("`~{0}` reaches too far; at most `~{WIDEST_GAP}`")]
    GapTooWide(String),
    /// `~N` at an end, or beside another.
    #[error("`~` at character {at} must stand between two words; take it out, or add the word that is missing")]
    GapAtEnd {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// `=` with nothing after it.
    #[error("`=` at character {at} must stand directly before a word, a bracket or a quotation mark")]
    LooseEquals {
        /// Character of the pattern, from 1.
        at: usize,
    },
    /// More ways than `MOST_WAYS`.
    #[error("it can be written in more than {MOST_WAYS} ways; split it into several patterns{}", if *.welsh { ", or put `=` before words that need no mutation" } else { "" })]
    TooManyWays {
        /// Whether mutation had a part in it.
        welsh: bool,
    },
    /// A regular expression without its closing slash, or with unknown letters after it.
    #[error("write a regular expression as `re:/…/`, or `re:/…/i` for any case")]
    RegexShape,
    /// A regular expression that does not parse or is too large.
    #[error("the regular expression does not work: {0}")]
    Regex(String),
    /// A regular expression that matches the empty text.
    #[error(
        "the regular expression matches everywhere, even where there are no words; make at least one part of it required"
    )]
    MatchesNothing,
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
pub fn check(text: &str, locale: Locale) -> Result<(), PatternError> {
    prepare(text, locale).map(|_| ())
}

/// Parses a pattern and spells out its forms, mutated ones too when it is Welsh.
pub(super) fn prepare(text: &str, locale: Locale) -> Result<Prepared, PatternError> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(PatternError::TooLong(length));
    }
    if let Some(rest) = text.trim().strip_prefix("re:") {
        return regex(rest).map(Prepared::Regex);
    }
    let items = parse::parse(text)?;
    expand::expand(&items, locale).map(Prepared::Words)
}

fn regex(rest: &str) -> Result<Regex, PatternError> {
    let (source, flags) =
        rest.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')).ok_or(PatternError::RegexShape)?;
    let any_case = match flags {
        "" => false,
        "i" => true,
        _ => return Err(PatternError::RegexShape),
    };
    let regex = RegexBuilder::new(source)
        .case_insensitive(any_case)
        .size_limit(REGEX_SIZE)
        .dfa_size_limit(REGEX_SIZE)
        .nest_limit(50)
        .build()
        .map_err(|e| PatternError::Regex(in_one_line(&e)))?;
    if regex.is_match("") {
        return Err(PatternError::MatchesNothing);
    }
    Ok(regex)
}

/// The last line of the parser's message, which names the mistake; the lines before it draw arrows.
fn in_one_line(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => "it is too large; use fewer or smaller repetitions".to_owned(),
        other => {
            let message = other.to_string();
            let last = message.lines().last().unwrap_or_default();
            last.trim_start_matches("error: ").to_owned()
        }
    }
}
