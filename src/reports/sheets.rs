//! Tables for spreadsheets, before they have a format, and one writer for each format.
//!
//! Cells are text and stay text: one that begins like a formula (`=`, `+`, `-`, `@`) is never run.

mod csv;
mod ods;
mod xlsx;

pub use self::csv::{csv, unguarded};
pub use ods::ods;
pub use xlsx::xlsx;

/// One table with a name and a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What the sheet is called.
    pub name: String,
    /// What its columns are called.
    pub header: Vec<String>,
    /// Its rows: cells are text, with `\n` between their lines.
    pub rows: Vec<Vec<String>>,
}

/// What a format cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More characters than a cell may have.
    #[error("sheet {sheet}, row {row}, column {column}: {length} characters, where a cell holds {most}")]
    CellTooLong {
        /// The sheet.
        sheet: String,
        /// From 1, the header being row 1.
        row: usize,
        /// From 1.
        column: usize,
        /// Characters of the cell.
        length: usize,
        /// Characters that a cell may have.
        most: usize,
    },
    /// Anything else.
    #[error("the spreadsheet cannot be written: {0}")]
    Failed(String),
}

/// Bytes of a part of a zip that say nothing of when they were written.
pub(super) fn part() -> zip::write::SimpleFileOptions {
    zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
}

/// The text without what XML cannot hold.
fn legal(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| matches!(c, '\t' | '\n' | '\r' | ' '..) && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// Text of XML, and of an attribute between double quotation marks.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    legal(text).for_each(|c| push_escaped(&mut out, c));
    out
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c => out.push(c),
    }
}
