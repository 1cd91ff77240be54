//! How a column is answered: in the respondent's own words, by one option, or by several.

use super::columns::Values;
use super::scales::{self, Options};
use super::wordings;
use crate::ingest::platforms::{Column, Role};
use crate::model::{Choice, QuestionKind};

/// Most options of a question that has one answer.
const MOST_OPTIONS: usize = 15;

/// How a column is answered, and with which options.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub(super) kind: QuestionKind,
    pub(super) options: Vec<Choice>,
    /// The options tell a stance on a proposal.
    pub(super) proposal: bool,
    /// The topic, when the question is about the respondent.
    pub(super) about_you: Option<&'static str>,
}

/// How a column is answered. `None` when nothing says that it answers a question at all.
pub(super) fn of(column: &Column, values: &Values) -> Option<Shape> {
    let asks = asks_or_is_asked(column);
    let open = || Some(Shape::default());
    let wording = if column.part.is_empty() { &column.asks } else { &column.part };
    // One cell among many is a remark of whoever keeps the table.
    if values.filled == 0 || values.filled < 3 && values.seen > 20 {
        return if asks { open() } else { None };
    }
    if values.is_dates() || values.is_links() {
        return if matches!(column.role, Some(Role::Answer)) { open() } else { None };
    }
    let declines = values.counts.keys().any(|value| wordings::declines(value));
    let about_you = wordings::about_you(&column.asks, declines);
    let closed = |options: Vec<Choice>| Some(Shape { kind: QuestionKind::Closed, options, proposal: false, about_you });
    if values.is_numbers() {
        // Small figures are the codes of options, or a count; nobody writes an opinion in them.
        let are_codes = values.different() <= MOST_OPTIONS && values.counts.keys().all(|value| value.len() <= 2);
        // Nobody gives reasons in figures: it is a count of remarks.
        if wordings::asks_why(wording) {
            return None;
        }
        return match (asks, are_codes || values.repeats(MOST_OPTIONS)) {
            (true, true) => closed(scales::plain(values.counts.keys().map(String::as_str))),
            (true, false) => open(),
            (false, _) => None,
        };
    }
    if let Some(Options { options, is_yes_no, proposal }) = scales::of(&column.asks, values) {
        // Yes and no stand in many a column that nobody was asked about.
        if asks || about_you.is_some() || !is_yes_no {
            let about_you = about_you.filter(|_| !proposal);
            return Some(Shape { kind: QuestionKind::Closed, options, proposal, about_you });
        }
        return None;
    }
    // Whoever is asked for reasons or remarks writes them, even when many write the same.
    let is_written = (wordings::asks_why(wording) || wordings::asks_remarks(wording)) && values.mean_words() >= 4.0;
    if is_written && about_you.is_none() {
        return open();
    }
    let may_choose = asks || about_you.is_some();
    if may_choose && let Some(options) = values.several() {
        let options = scales::plain(options.iter().map(String::as_str));
        return Some(Shape { kind: QuestionKind::Multiple, options, proposal: false, about_you });
    }
    let is_short = values.mean_words() <= 7.0 && values.different() <= MOST_OPTIONS && values.longest() <= 16;
    let is_listed = is_short && (wordings::asks_choice(wording) || about_you.is_some());
    if may_choose && (values.repeats(MOST_OPTIONS) || is_listed) {
        return closed(scales::plain(values.counts.keys().map(String::as_str)));
    }
    let differs = values.different() * 5 > values.filled || values.is_all_different();
    let is_prose = differs && (values.mean_words() >= 5.0 || values.longest() >= 25);
    let about_you = about_you.filter(|_| wordings::length(&wordings::words(wording)) <= 6);
    (asks || is_prose).then(|| Shape { about_you, ..Shape::default() })
}

/// Whether the layout or the header says that somebody was asked.
fn asks_or_is_asked(column: &Column) -> bool {
    matches!(column.role, Some(Role::Answer))
        || wordings::asks_something(&column.asks)
        || super::number::leading(&column.asks).is_some()
}
