//! Columns that hold a part of one question: found by what their headers have in common.

use super::Column;

/// Gives neighbours that share a question their part of it: `Question [row]`, and, with dashes, `Question - part`.
pub(super) fn find(columns: &mut [Column]) {
    for split in [bracket as Split, dash as Split] {
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
    let Some(first) = stem(&columns[start]) else { return start + 1 };
    let more = columns[start + 1..].iter().take_while(|column| stem(column).as_ref() == Some(&first)).count();
    start + 1 + more
}

/// `Question [row]`.
fn bracket(header: &str) -> Option<(&str, &str)> {
    let (stem, rest) = header.strip_suffix(']')?.rsplit_once('[')?;
    let stem = stem.trim_end();
    (!stem.is_empty() && !rest.trim().is_empty()).then_some((stem, rest.trim()))
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
    // The whole of a wording is no beginning of itself.
    let at = first[..shared].rfind(" - ")?;
    let stem = first[..at].trim();
    (!stem.is_empty()).then(|| (stem.to_owned(), at + " - ".len()))
}
