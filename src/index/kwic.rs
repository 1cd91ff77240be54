//! Keyword in context: every occurrence of what was searched for, with the words before and after it.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::counts::May;
use super::highlight::{Mark, Marker};
use super::pages::{Failed, Session};
use super::search::{Hit, Request};
use super::words;

/// Lines that are sorted: more would not be read, and they are all held at once.
const MOST_LINES: usize = 50_000;
/// Characters on either side, at most.
const WIDEST: usize = 1_000;
/// Words that are compared when lines are sorted by what stands beside the keyword.
const COMPARED: usize = 8;

/// What lines are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineOrder {
    /// By the order of the passages, then by place.
    #[default]
    Position,
    /// By the words before, the nearest first.
    Left,
    /// By the words after.
    Right,
}

/// All occurrences of what was searched for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Concordance {
    /// Occurrences in the passages that match; members of a campaign are one when they are folded.
    pub occurrences: u64,
    /// Hits that they stand in.
    pub hits: u64,
    /// Whether there were more than are sorted: the first 50,000, in the order of the passages, stand for all.
    pub cut: bool,
    /// One page of them, sorted.
    pub lines: Vec<Line>,
}

/// One occurrence. Runs of white space are one space.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Reference of the response or event.
    pub response: String,
    /// Question.
    pub question: String,
    /// Where in the answer the keyword is: first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What stands before it.
    pub left: String,
    /// The keyword as it stands there.
    pub word: String,
    /// What stands after it.
    pub right: String,
    /// What may be done with the passage.
    pub may: May,
    /// Passages that this one stands for.
    pub copies: u64,
}

pub(super) fn concordance(
    session: &Session,
    request: &Request,
    order: LineOrder,
    width: usize,
) -> Result<Concordance, Failed> {
    let width = width.min(WIDEST);
    let mut made = Concordance::default();
    let mut lines: Vec<(Vec<String>, Line)> = Vec::new();
    session.walk(&mut |hit, marker| {
        let found = occurrences(&hit, marker);
        made.occurrences += found.len() as u64;
        made.hits += u64::from(!found.is_empty());
        for (start, end) in found {
            if lines.len() == MOST_LINES {
                made.cut = true;
                break;
            }
            lines.push((beside(&hit.text, start, end, order), line(&hit, start, end, width)));
        }
        ControlFlow::Continue(())
    })?;
    // Equals stay in the order of the passages.
    if order != LineOrder::Position {
        lines.sort_by(|one, other| one.0.cmp(&other.0));
    }
    made.lines = lines.into_iter().skip(request.offset).take(request.limit).map(|(_, line)| line).collect();
    Ok(made)
}

/// Where the keyword stands: words of a phrase, side by side, are one.
fn occurrences(hit: &Hit, marker: &mut Marker<'_>) -> Vec<(usize, usize)> {
    let marks: Vec<Mark> = marker.marks(&hit.text, hit.language);
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for mark in marks {
        match found.last_mut() {
            Some((_, end, which))
                if *which == mark.which
                    && marker.is_phrase(mark.which)
                    && hit.text[*end..mark.start].chars().all(|c| c.is_whitespace() || c == '-') =>
            {
                *end = mark.end;
            }
            _ => found.push((mark.start, mark.end, mark.which)),
        }
    }
    found.into_iter().map(|(start, end, _)| (start, end)).collect()
}

/// The words that lines are sorted by, folded.
fn beside(text: &str, start: usize, end: usize, order: LineOrder) -> Vec<String> {
    match order {
        LineOrder::Position => Vec::new(),
        LineOrder::Right => words::words(&text[end..]).take(COMPARED).map(|word| words::fold(word.text)).collect(),
        LineOrder::Left => {
            // Words are cut from the left; a stretch that surely holds enough of them is.
            let from = text[..start].char_indices().rev().nth(COMPARED * 40).map_or(0, |(at, _)| at);
            let before: Vec<&str> = words::words(&text[from..start]).map(|word| word.text).collect();
            before.iter().rev().take(COMPARED).map(|word| words::fold(word)).collect()
        }
    }
}

fn line(hit: &Hit, start: usize, end: usize, width: usize) -> Line {
    let text = &hit.text;
    // Some characters more are taken, for runs of white space shrink.
    let from = text[..start].char_indices().rev().nth(width * 2).map_or(0, |(at, _)| at);
    let to = text[end..].char_indices().nth(width * 2).map_or(text.len(), |(at, _)| end + at);
    let before = even(&text[from..start]);
    let skipped = before.chars().count().saturating_sub(width);
    let left: String = before.chars().skip(skipped).collect();
    Line {
        response: hit.response.clone(),
        question: hit.question.clone(),
        start,
        end,
        left,
        word: even(&text[start..end]),
        right: even(&text[end..to]).chars().take(width).collect(),
        may: hit.may,
        copies: hit.copies,
    }
}

/// The text on one line: each run of white space is one space.
fn even(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_space = false;
    for c in text.chars() {
        let is_space = c.is_whitespace() || c.is_control();
        if !is_space {
            out.push(c);
        } else if !in_space {
            out.push(' ');
        }
        in_space = is_space;
    }
    out
}
