//! Regular expressions: parsed for the place of a mistake, then compiled within limits.

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{ErrorKind, Span};
use regex_syntax::{Error, ParserBuilder};

use super::{ExpressionProblem, PatternError};

/// Memory a compiled regular expression may take, in bytes. Matching is linear in the text whatever the expression.
const SIZE: usize = 2 << 20;

/// Deepest nesting.
const DEEPEST: u32 = 50;

/// Reads `/…/` or `/…/i`, which stands behind so many characters of the pattern.
pub(super) fn read(rest: &str, before: usize) -> Result<Regex, PatternError> {
    let (source, flags) =
        rest.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')).ok_or(PatternError::ExpressionShape)?;
    let any_case = match flags {
        "" => false,
        "i" => true,
        _ => return Err(PatternError::ExpressionShape),
    };
    let wrong = |offset: usize, what: ExpressionProblem| {
        let within = source.get(..offset).map_or(0, |before| before.chars().count());
        // An expression that ends too early is wrong behind its last character, where the slash stands.
        PatternError::Expression { at: before + "/".len() + within + 1, what }
    };
    let parsed = ParserBuilder::new().nest_limit(DEEPEST).case_insensitive(any_case).build().parse(source);
    let parsed = parsed.map_err(|error| {
        let (span, what) = problem(&error);
        wrong(span.start.offset, what)
    })?;
    if parsed.properties().minimum_len() == Some(0) {
        return Err(PatternError::MatchesNothing);
    }
    RegexBuilder::new(source)
        .case_insensitive(any_case)
        .size_limit(SIZE)
        .dfa_size_limit(SIZE)
        .nest_limit(DEEPEST)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => wrong(0, ExpressionProblem::TooLarge),
            other => wrong(0, ExpressionProblem::Other(other.to_string().replace('\n', " "))),
        })
}

fn problem(error: &Error) -> (Span, ExpressionProblem) {
    match error {
        Error::Parse(error) => {
            let what = match error.kind() {
                ErrorKind::GroupUnclosed => ExpressionProblem::GroupUnclosed,
                ErrorKind::GroupUnopened => ExpressionProblem::GroupUnopened,
                ErrorKind::ClassUnclosed => ExpressionProblem::ClassUnclosed,
                ErrorKind::RepetitionMissing => ExpressionProblem::NothingToRepeat,
                ErrorKind::EscapeUnrecognized => ExpressionProblem::UnknownEscape,
                ErrorKind::UnsupportedLookAround => ExpressionProblem::LookAround,
                ErrorKind::UnsupportedBackreference => ExpressionProblem::BackReference,
                ErrorKind::NestLimitExceeded(_) => ExpressionProblem::TooDeep,
                other => ExpressionProblem::Other(other.to_string()),
            };
            (*error.span(), what)
        }
        Error::Translate(error) => (*error.span(), ExpressionProblem::Other(error.kind().to_string())),
        // The enum is open; what it may hold one day has no place that we know.
        other => (Span::splat(regex_syntax::ast::Position::new(0, 1, 1)), ExpressionProblem::Other(other.to_string())),
    }
}
