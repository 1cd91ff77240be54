//! What can be wrong with a pattern, where, and what to do about it, in both languages.

use super::{DEEPEST, LONGEST, MOST_WAYS, WIDEST_GAP};
use crate::locale::{Value, say_with};
use crate::model::Locale;

/// What is wrong with a pattern, and what to write instead. Characters of the pattern count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// Nothing to look for.
    Empty,
    /// More characters than a pattern may have.
    TooLong(usize),
    /// `*` where it does not end a word.
    LooseStar {
        /// Character of the pattern.
        at: usize,
    },
    /// A stem of one letter.
    ShortStem {
        /// Character of the pattern.
        at: usize,
        /// The stem.
        stem: String,
    },
    /// A bracket that is never closed.
    Unclosed {
        /// Character of the pattern.
        at: usize,
    },
    /// A closing bracket without its opening one.
    Unopened {
        /// Character of the pattern.
        at: usize,
    },
    /// `|` outside brackets.
    LooseBar {
        /// Character of the pattern.
        at: usize,
    },
    /// `(a|)`.
    EmptyAlternative {
        /// Character of the pattern.
        at: usize,
    },
    /// Brackets glued to a word.
    Stuck {
        /// Character of the pattern.
        at: usize,
    },
    /// Nested too deeply.
    TooDeep {
        /// Character of the pattern.
        at: usize,
    },
    /// A quote that is never closed.
    UnclosedQuote {
        /// Character of the pattern.
        at: usize,
    },
    /// `~` without a number.
    GapWithoutNumber {
        /// Character of the pattern.
        at: usize,
    },
    /// `~N` with N too large.
    GapTooWide {
        /// Character of the pattern.
        at: usize,
        /// N as written.
        words: String,
    },
    /// `~N` at an end, or beside another.
    GapAtEnd {
        /// Character of the pattern.
        at: usize,
    },
    /// `=` with nothing after it.
    LooseEquals {
        /// Character of the pattern.
        at: usize,
    },
    /// More ways of writing it than a pattern may have.
    TooManyWays {
        /// Whether mutation had a part in it.
        welsh: bool,
    },
    /// A regular expression without its closing slash, or with unknown letters after it.
    ExpressionShape,
    /// A regular expression that does not parse or is too large.
    Expression {
        /// Character of the pattern.
        at: usize,
        /// What is wrong with it.
        what: ExpressionProblem,
    },
    /// A regular expression that matches the empty text.
    MatchesNothing,
}

/// What can be wrong with a regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpressionProblem {
    /// `(` without `)`.
    GroupUnclosed,
    /// `)` without `(`.
    GroupUnopened,
    /// `[` without `]`.
    ClassUnclosed,
    /// `*`, `+` or `?` after nothing.
    NothingToRepeat,
    /// `\q`.
    UnknownEscape,
    /// `(?=…)` and its like: they could take for ever.
    LookAround,
    /// `\1`: it could take for ever.
    BackReference,
    /// Too many repetitions of too much.
    TooLarge,
    /// Nested too deeply.
    TooDeep,
    /// Anything else, in the words of the parser.
    Other(String),
}

impl PatternError {
    /// Where in the pattern, in characters from 1.
    pub fn at(&self) -> usize {
        match self {
            PatternError::LooseStar { at }
            | PatternError::ShortStem { at, .. }
            | PatternError::Unclosed { at }
            | PatternError::Unopened { at }
            | PatternError::LooseBar { at }
            | PatternError::EmptyAlternative { at }
            | PatternError::Stuck { at }
            | PatternError::TooDeep { at }
            | PatternError::UnclosedQuote { at }
            | PatternError::GapWithoutNumber { at }
            | PatternError::GapTooWide { at, .. }
            | PatternError::GapAtEnd { at }
            | PatternError::LooseEquals { at }
            | PatternError::Expression { at, .. } => *at,
            PatternError::Empty
            | PatternError::TooLong(_)
            | PatternError::TooManyWays { .. }
            | PatternError::ExpressionShape
            | PatternError::MatchesNothing => 1,
        }
    }

    /// What is wrong and what to do about it, to be read after the pattern itself.
    pub fn said(&self, locale: Locale) -> String {
        let at = |id: &str| say_with(locale, id, &[("at", self.at().into())]);
        let with = |id: &str, args: &[(&str, Value<'_>)]| say_with(locale, id, args);
        match self {
            PatternError::Empty => with("pattern-empty", &[]),
            PatternError::TooLong(n) => with("pattern-too-long", &[("n", (*n).into()), ("most", LONGEST.into())]),
            PatternError::LooseStar { .. } => at("pattern-loose-star"),
            PatternError::ShortStem { stem, .. } => with("pattern-short-stem", &[("stem", stem.as_str().into())]),
            PatternError::Unclosed { .. } => at("pattern-unclosed"),
            PatternError::Unopened { .. } => at("pattern-unopened"),
            PatternError::LooseBar { .. } => at("pattern-loose-bar"),
            PatternError::EmptyAlternative { .. } => at("pattern-empty-alternative"),
            PatternError::Stuck { .. } => at("pattern-stuck"),
            PatternError::TooDeep { .. } => with("pattern-too-deep", &[("most", DEEPEST.into())]),
            PatternError::UnclosedQuote { .. } => at("pattern-unclosed-quote"),
            PatternError::GapWithoutNumber { .. } => at("pattern-gap-without-number"),
            PatternError::GapTooWide { words, .. } => {
                with("pattern-gap-too-wide", &[("words", words.as_str().into()), ("most", WIDEST_GAP.into())])
            }
            PatternError::GapAtEnd { .. } => at("pattern-gap-at-end"),
            PatternError::LooseEquals { .. } => at("pattern-loose-equals"),
            PatternError::TooManyWays { welsh } => {
                let id = if *welsh { "pattern-too-many-ways-welsh" } else { "pattern-too-many-ways" };
                with(id, &[("most", MOST_WAYS.into())])
            }
            PatternError::ExpressionShape => with("pattern-expression-shape", &[]),
            PatternError::Expression { what: what @ ExpressionProblem::TooLarge, .. } => {
                with("pattern-expression-whole", &[("what", what.said(locale).into())])
            }
            PatternError::Expression { what, .. } => {
                with("pattern-expression", &[("what", what.said(locale).into()), ("at", self.at().into())])
            }
            PatternError::MatchesNothing => with("pattern-matches-nothing", &[]),
        }
    }
}

impl ExpressionProblem {
    fn said(&self, locale: Locale) -> String {
        let id = match self {
            ExpressionProblem::GroupUnclosed => "expression-group-unclosed",
            ExpressionProblem::GroupUnopened => "expression-group-unopened",
            ExpressionProblem::ClassUnclosed => "expression-class-unclosed",
            ExpressionProblem::NothingToRepeat => "expression-nothing-to-repeat",
            ExpressionProblem::UnknownEscape => "expression-unknown-escape",
            ExpressionProblem::LookAround => "expression-look-around",
            ExpressionProblem::BackReference => "expression-back-reference",
            ExpressionProblem::TooLarge => "expression-too-large",
            ExpressionProblem::TooDeep => "expression-too-deep",
            ExpressionProblem::Other(what) => {
                return say_with(locale, "expression-other", &[("what", what.as_str().into())]);
            }
        };
        say_with(locale, id, &[])
    }
}

impl std::fmt::Display for PatternError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said(Locale::En))
    }
}

impl std::error::Error for PatternError {}
