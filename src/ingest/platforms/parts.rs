//! Columns that hold a part of one question: found by what their headers have in common.

use super::cells::{at, plain};
use super::{Column, Role};

/// Columns of a header of two rows: questions, and below each the parts of it. A blank cell of the first row goes on with
/// the question before it; a label of `whole` names no part. `own` tells the columns that the platform itself adds.
pub(super) fn below(
    questions: &[String],
    labels: &[String],
    whole: &[&str],
    own: impl Fn(&str) -> Option<Role>,
) -> Vec<Column> {
    let mut question = "";
    let column = |i| {
        let (head, label) = (at(questions, i), at(labels, i));
        if !head.is_empty() {
            question = head;
        }
        let is_whole = label.is_empty() || whole.contains(&label.to_lowercase().as_str());
        let is_first = !head.is_empty();
        let (name, part) = match (question.is_empty(), is_whole) {
            (true, _) => (label.to_owned(), ""),
            (false, true) if is_first => (question.to_owned(), ""),
            (false, _) => (format!("{question} - {label}").trim_end_matches([' ', '-']).to_owned(), label),
        };
        let own = if is_first { own(head) } else { None };
        let answer = (!labels.is_empty() && own.is_none() && !name.is_empty()).then_some(Role::Answer);
        Column { name, asks: plain(question), part: plain(part), role: own.or(answer) }
    };
    (0..questions.len().max(labels.len())).map(column).collect()
}

/// Gives neighbours that share a question their part of it: `Question [row]`, with dashes `Question - part`, and with
/// nothing between `Question? part`.
pub(super) fn find(columns: &mut [Column]) {
    for split in [bracket as Split, dash as Split, mark as Split] {
        let mut start = 0;
        while start < columns.len() {
            let end = run(columns, start, split);
            if end - start >= 2 {
                for column in &mut columns[start..end] {
                    if let Some((asks, part)) = split(&column.asks) {
                        let (asks, part) = (asks.to_owned(), part.to_owned());
                        column.asks = asks;
                        column.part = part;
                    }
                }
            }
            start = end.max(start + 1);
        }
    }
}

type Split = fn(&str) -> Option<(&str, &str)>;

/// Where the columns that share the question of the first one end.
fn run(columns: &[Column], start: usize, split: Split) -> usize {
    let stem = |column: &Column| match &column.part {
        part if part.is_empty() => split(&column.asks).map(|(stem, _)| stem.to_owned()),
        _ => None,
    };
    // A column with the question alone may stand before those with its parts.
    let is_whole = |column: &Column| column.part.is_empty() && column.asks.ends_with('?');
    let first = stem(&columns[start]).or_else(|| is_whole(&columns[start]).then(|| columns[start].asks.clone()));
    let Some(first) = first else { return start + 1 };
    let more = columns[start + 1..].iter().take_while(|column| stem(column).as_ref() == Some(&first)).count();
    start + 1 + more
}

/// `Question [row]`.
fn bracket(header: &str) -> Option<(&str, &str)> {
    let (stem, rest) = header.strip_suffix(']')?.rsplit_once('[')?;
    let stem = stem.trim_end();
    (!stem.is_empty() && !rest.trim().is_empty()).then_some((stem, rest.trim()))
}

/// `Question? part`.
fn mark(header: &str) -> Option<(&str, &str)> {
    let (stem, part) = header.split_at(header.find("? ")? + 1);
    Some((stem.trim(), part.trim()))
}

/// `Question - part`, at the last dash between spaces.
pub(super) fn dash(header: &str) -> Option<(&str, &str)> {
    let (stem, part) = header.rsplit_once(" - ")?;
    let (stem, part) = (stem.trim(), part.trim());
    (!stem.is_empty() && !part.is_empty()).then_some((stem, part))
}

/// The question that several wordings begin with, up to a dash, and the byte where their parts begin.
pub(super) fn common(wordings: &[&str]) -> Option<(String, usize)> {
    let (first, others) = wordings.split_first()?;
    let mut shared = first.len();
    for other in others {
        let same = first.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
        shared = shared.min(same.last().map_or(0, |((at, sign), _)| at + sign.len_utf8()));
    }
    // The whole of a wording is no beginning of itself. Older exports have no spaces around the dash.
    let shared = &first[..shared];
    let (at, dash) = match shared.rfind(" - ") {
        Some(at) => (at, " - "),
        None => (
            ["?-", ":-", ".-"].into_iter().find_map(|end| Some(shared.find(end)? + 1)).or_else(|| shared.rfind('-'))?,
            "-",
        ),
    };
    let stem = first[..at].trim();
    (!stem.is_empty()).then(|| (stem.to_owned(), at + dash.len()))
}
