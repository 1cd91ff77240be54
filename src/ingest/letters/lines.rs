//! A document as lines: the smallest stretches that can be a heading, an option or an answer.

use std::collections::BTreeMap;

use crate::ingest::documents::{Document, Kind};

/// One line of a block, trimmed; never empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'d> {
    /// What its block is.
    pub(super) kind: Kind,
    /// Byte of the document's text where it begins.
    pub(super) start: usize,
    /// Byte behind its end.
    pub(super) end: usize,
    /// Its words.
    pub(super) words: &'d str,
    /// Place of its block.
    pub(super) place: &'d str,
    /// Name of the attachment that it stands in; empty in the body.
    pub(super) origin: &'d str,
    /// Whether it goes on directly from the line before: the same paragraph or cell, no blank line between.
    pub(super) goes_on: bool,
}

impl Line<'_> {
    /// Table and row of a cell.
    pub(super) fn row(&self) -> Option<(u32, u32)> {
        match self.kind {
            Kind::Cell { table, row, .. } => Some((table, row)),
            _ => None,
        }
    }

    /// Table and column of a cell.
    pub(super) fn column(&self) -> Option<(u32, u32)> {
        match self.kind {
            Kind::Cell { table, column, .. } => Some((table, column)),
            _ => None,
        }
    }

    /// Whether the respondent may have written it, as far as its kind tells.
    pub(super) fn is_own(&self) -> bool {
        !matches!(self.kind, Kind::Quoted | Kind::Signature)
    }
}

/// The lines of a document, in order.
pub(super) fn of(document: &Document) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for block in &document.blocks {
        let Some(text) = document.text.get(block.start..block.end) else { continue };
        let mut at = block.start;
        for raw in text.split_inclusive('\n') {
            let words = raw.trim();
            let start = at + (raw.len() - raw.trim_start().len());
            at += raw.len();
            if words.is_empty() {
                continue;
            }
            let origin = origin(&block.place);
            let goes_on = lines.last().is_some_and(|last| {
                last.kind == block.kind
                    && last.origin == origin
                    && document.text.get(last.end..start).is_some_and(|gap| gap.matches('\n').count() < 2)
            });
            let end = start + words.len();
            lines.push(Line { kind: block.kind, start, end, words, place: &block.place, origin, goes_on });
        }
    }
    lines
}

/// Rows above a cell in which the head of its column is looked for; a form has its heads nearer.
const NEAR: usize = 60;

/// Where the cells of a document's tables stand, by row and by column.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: BTreeMap<(u32, u32), Vec<usize>>,
    columns: BTreeMap<(u32, u32), Vec<usize>>,
    /// The last column of each table.
    last: BTreeMap<u32, u32>,
}

impl Grid {
    /// Of the lines of a document.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut grid = Grid::default();
        for (at, line) in lines.iter().enumerate() {
            let Kind::Cell { table, row, column } = line.kind else { continue };
            grid.rows.entry((table, row)).or_default().push(at);
            grid.columns.entry((table, column)).or_default().push(at);
            let last = grid.last.entry(table).or_default();
            *last = column.max(*last);
        }
        grid
    }

    /// Lines of a row, in order.
    pub(super) fn row(&self, table: u32, row: u32) -> &[usize] {
        self.rows.get(&(table, row)).map_or(&[], Vec::as_slice)
    }

    /// Rows of all tables with their lines, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = ((u32, u32), &[usize])> {
        self.rows.iter().map(|(row, lines)| (*row, lines.as_slice()))
    }

    /// The rows above one, the nearest first, as far as a head may stand.
    pub(super) fn above(&self, table: u32, row: u32) -> impl Iterator<Item = &[usize]> {
        self.rows.range((table, 0)..(table, row)).rev().take(NEAR).map(|(_, lines)| lines.as_slice())
    }

    /// The lines above one in its column, the nearest first, as far as a head may stand.
    pub(super) fn above_in_column(&self, table: u32, column: u32, line: usize) -> impl Iterator<Item = usize> {
        let lines = self.columns.get(&(table, column)).map_or(&[][..], Vec::as_slice);
        let above = lines.partition_point(|other| *other < line);
        lines[..above].iter().rev().take(NEAR).copied()
    }

    /// Whether a table has one column only.
    pub(super) fn is_list(&self, table: u32) -> bool {
        self.last.get(&table) == Some(&0)
    }
}

/// Words that a place within one document begins with.
const PARTS: [&str; 17] = [
    "page",
    "paragraph",
    "table",
    "row",
    "line",
    "column",
    "cell",
    "sheet",
    "slide",
    "field",
    "part",
    "note",
    "footnote",
    "endnote",
    "comment",
    "header",
    "footer",
];

/// The attachment's name in a place (`Reply, final.docx, table 2, row 4`): what stands before the parts of the
/// document. Empty for a place in the body.
fn origin(place: &str) -> &str {
    let is_part = |part: &str| {
        let mut words = part.split(' ');
        words.next().is_some_and(|first| PARTS.contains(&first.to_lowercase().as_str())) && words.count() <= 2
    };
    let mut name = place;
    while let Some((before, _)) = name.rsplit_once(", ").filter(|(_, part)| is_part(part)) {
        name = before;
    }
    // An attachment has an ending, or is numbered; anything else is some part of the body.
    let is_name = name.contains('.') || name.starts_with("attachment");
    if is_name && !is_part(name) { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attachment_is_told_from_a_part_of_the_body() {
        for (place, name) in [
            ("", ""),
            ("line 3", ""),
            ("table 2, row 4", ""),
            ("page header", ""),
            ("page 3, field 2", ""),
            ("page 3, note", ""),
            ("Reply, final.docx, table 2, row 4", "Reply, final.docx"),
            ("llythyr tŷ.pdf, page 2", "llythyr tŷ.pdf"),
            ("attachment 3, page 1", "attachment 3"),
            ("note.txt", "note.txt"),
        ] {
            assert_eq!(origin(place), name, "{place}");
        }
    }

    #[test]
    fn a_line_goes_on_from_the_one_above_it_only_within_a_paragraph() {
        let mut document = Document::default();
        document.push(Kind::Paragraph, "Un\ndau 🙂", "paragraph 1");
        document.push(Kind::Paragraph, "tri", "paragraph 2");
        let found: Vec<(&str, bool)> = of(&document).iter().map(|line| (line.words, line.goes_on)).collect();
        assert_eq!(found, [("Un", false), ("dau 🙂", true), ("tri", false)]);
        assert!(of(&Document::default()).is_empty());
    }
}
