//! What one cell at the top of a table looks like.

use std::borrow::Cow;

use crate::ingest::date;

/// A cell without byte-order mark and invisible signs, its white space made single spaces.
pub(super) fn tidy(cell: &str) -> String {
    let seen: Cow<'_, str> = if cell.contains(['\u{feff}', '\u{200b}', '\0']) {
        Cow::Owned(cell.replace(['\u{feff}', '\u{200b}', '\0'], ""))
    } else {
        Cow::Borrowed(cell)
    };
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words for people: HTML tags and the commonest entities taken out.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return tidy(text);
    }
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with('<') { tag(rest) } else { entity(rest) };
        match taken {
            Some((length, sign)) => {
                words.push(sign);
                rest = &rest[length..];
            }
            None => {
                words.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    words.push_str(rest);
    tidy(&words)
}

/// Length of the tag that a text begins with, which reads as a space.
fn tag(text: &str) -> Option<(usize, char)> {
    let is_tag = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let end = text.find('>').filter(|_| is_tag)?;
    Some((end + 1, ' '))
}

/// Length of the entity that a text begins with, and its sign.
fn entity(text: &str) -> Option<(usize, char)> {
    let end = text.find(';').filter(|end| *end <= 8)?;
    let name = &text[1..end];
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "rsquo" | "lsquo" => '\u{2019}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "ndash" => '–',
        "mdash" => '—',
        "pound" => '£',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 1, sign))
}

/// A header as platforms are told by: small letters and digits alone, and underscores at its start.
pub(super) fn key(header: &str) -> String {
    let lead = header.len() - header.trim_start_matches('_').len();
    let signs = header.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase);
    header[..lead].chars().chain(signs).collect()
}

/// How many cells are not blank.
pub(super) fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

/// A cell of a row that may be shorter.
pub(super) fn at(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", String::as_str)
}

/// Whether a cell can only be data: a number, a date, an address.
pub(super) fn is_value(cell: &str) -> bool {
    is_number(cell) || is_date(cell) || is_address(cell)
}

/// Whether a cell is nothing but a number.
pub(super) fn is_number(cell: &str) -> bool {
    let digits = cell.trim_start_matches(['-', '+', '£', '$']).trim_end_matches('%');
    digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// Whether a cell is nothing but a date, with or without a time.
pub(super) fn is_date(cell: &str) -> bool {
    cell.len() >= 8
        && cell.len() <= 40
        && cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.split_whitespace().count() <= 4
        && date::iso_day(cell).is_some()
}

fn is_address(cell: &str) -> bool {
    let is_email = cell.contains('@') && !cell.contains(' ') && cell.len() < 120 && !cell.starts_with('@');
    is_email || cell.starts_with("http://") || cell.starts_with("https://")
}

/// Whether a cell reads as a label or a question: no value, no essay.
pub(super) fn is_label(cell: &str) -> bool {
    !cell.is_empty()
        && !is_value(cell)
        && cell.chars().any(char::is_alphabetic)
        && (cell.chars().count() <= 120 || cell.contains('?'))
        && !matches!(cell.to_lowercase().as_str(), "yes" | "no" | "true" | "false" | "ydw" | "nac ydw" | "n/a" | "x")
}
