//! A document while it is being read: paragraphs as they come, and tables within tables, laid out as blocks.

use super::{Document, Kind};

/// Deepest nesting of tables; what stands deeper belongs to the cell around it.
const DEEPEST: usize = 64;

/// Builds a [`Document`] from paragraphs and tables in the order of reading.
#[derive(Default)]
pub(super) struct Story {
    document: Document,
    paragraphs: u32,
    tables: u32,
    levels: Vec<Level>,
    /// Tables that were opened beyond the deepest level.
    beyond: usize,
}

/// A table that is open.
#[derive(Default)]
struct Level {
    table: u32,
    /// Rows begun so far.
    rows: u32,
    /// Column behind the last cell.
    columns: u32,
    cell: Option<Cell>,
}

/// A cell that is open.
#[derive(Default)]
struct Cell {
    column: u32,
    words: String,
    /// What all its paragraphs are, when that is an earlier message or a signature.
    apart: Option<Kind>,
    /// Cells of the tables within it, laid out.
    within: Vec<(Kind, String, String)>,
}

impl Story {
    /// A paragraph: a block of its own, or a line of the cell that is open.
    pub(super) fn paragraph(&mut self, kind: Kind, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let Some(cell) = self.levels.iter_mut().rev().find_map(|level| level.cell.as_mut()) else {
            self.paragraphs += 1;
            self.document.push(kind, words, format!("paragraph {}", self.paragraphs));
            return;
        };
        let apart = matches!(kind, Kind::Quoted | Kind::Signature).then_some(kind);
        cell.apart = if cell.words.is_empty() || cell.apart == apart { apart } else { None };
        if !cell.words.is_empty() {
            cell.words.push('\n');
        }
        cell.words.push_str(words);
    }

    /// A picture; one that stands alone counts as a paragraph.
    pub(super) fn picture(&mut self, is_alone: bool) {
        if is_alone && !self.is_in_table() {
            self.paragraphs += 1;
        }
        let place = self.place();
        self.document.pictures.push(place);
    }

    /// Blocks of a document that stands within this one.
    pub(super) fn insert(&mut self, other: &Document) {
        let mut at = None;
        for block in &other.blocks {
            let Kind::Cell { table, row, column } = block.kind else {
                if at.take().is_some() {
                    self.close_table();
                }
                self.paragraph(block.kind, other.words(block));
                continue;
            };
            if at.is_none_or(|(open, _)| open != table) {
                if at.is_some() {
                    self.close_table();
                }
                self.open_table();
            }
            if at != Some((table, row)) {
                self.open_row(0);
            }
            at = Some((table, row));
            self.pass_columns(column.saturating_sub(self.column()));
            self.open_cell();
            self.paragraph(block.kind, other.words(block));
        }
        if at.is_some() {
            self.close_table();
        }
    }

    /// Where the words before stand, for a remark.
    pub(super) fn place(&self) -> String {
        match self.levels.last() {
            Some(level) => place(level.table, level.rows.saturating_sub(1)),
            None => format!("paragraph {}", self.paragraphs.max(1)),
        }
    }

    /// Something that a person should know.
    pub(super) fn remark(&mut self, place: String, reason: String) {
        self.document.remarks.push((place, reason));
    }

    /// A table begins.
    pub(super) fn open_table(&mut self) {
        if self.levels.len() == DEEPEST {
            self.beyond += 1;
            return;
        }
        self.levels.push(Level { table: self.tables, ..Level::default() });
        self.tables += 1;
    }

    /// A row begins, `columns` from the left.
    pub(super) fn open_row(&mut self, columns: u32) {
        if self.beyond > 0 {
            return;
        }
        self.close_cell();
        if let Some(level) = self.levels.last_mut() {
            level.rows = level.rows.saturating_add(1);
            level.columns = columns;
        }
    }

    /// The column where the next cell would stand, counted from 0.
    pub(super) fn column(&self) -> u32 {
        self.levels.last().map_or(0, |level| level.columns)
    }

    /// Leaves columns of this row empty.
    pub(super) fn pass_columns(&mut self, columns: u32) {
        if let Some(level) = self.levels.last_mut().filter(|_| self.beyond == 0) {
            level.columns = level.columns.saturating_add(columns);
        }
    }

    /// A cell begins.
    pub(super) fn open_cell(&mut self) {
        if self.beyond > 0 {
            return;
        }
        self.close_cell();
        if let Some(level) = self.levels.last_mut() {
            level.rows = level.rows.max(1);
            level.cell = Some(Cell { column: level.columns, ..Cell::default() });
            level.columns = level.columns.saturating_add(1);
        }
    }

    /// The cell that is open ends, if there is one. Its words are a block, and the tables within it follow.
    pub(super) fn close_cell(&mut self) {
        if self.beyond > 0 {
            return;
        }
        let Some(level) = self.levels.last_mut() else { return };
        let Some(cell) = level.cell.take() else { return };
        let (table, row) = (level.table, level.rows.saturating_sub(1));
        let kind = cell.apart.unwrap_or(Kind::Cell { table, row, column: cell.column });
        let own = std::iter::once((kind, cell.words, place(table, row)));
        let blocks = own.filter(|(_, words, _)| !words.is_empty()).chain(cell.within);
        let below = self.levels.len() - 1;
        match self.levels[..below].iter_mut().rev().find_map(|level| level.cell.as_mut()) {
            Some(around) => around.within.extend(blocks),
            None => blocks.for_each(|(kind, words, place)| self.document.push(kind, &words, place)),
        }
    }

    /// The table that was opened last ends.
    pub(super) fn close_table(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        self.close_cell();
        self.levels.pop();
    }

    /// Whether a table is open.
    pub(super) fn is_in_table(&self) -> bool {
        !self.levels.is_empty()
    }

    /// Whether there are no words yet.
    pub(super) fn is_empty(&self) -> bool {
        self.document.text.is_empty() && self.levels.iter().all(|level| level.cell.is_none())
    }

    /// Closes what is open and hands the document over.
    pub(super) fn finish(mut self) -> Document {
        self.beyond = 0;
        while self.is_in_table() {
            self.close_table();
        }
        self.document
    }
}

/// What a person is told of tracked changes that nobody has accepted or refused yet.
pub(super) fn tracked(count: usize) -> String {
    format!("it holds tracked changes ({count}): what they insert was read, and what they delete was left out")
}

/// What a person is told of comments.
pub(super) fn commented(count: usize) -> String {
    format!("it holds comments in the margin ({count}): they stand behind its text")
}

/// What a person is told of hidden text.
pub(super) const HIDDEN: &str = "it holds hidden text, which was left out";

fn place(table: u32, row: u32) -> String {
    format!("table {}, row {}", u64::from(table) + 1, u64::from(row) + 1)
}

/// Fails unless a document keeps its promises: blocks in order, in bounds, on signs, with nothing but white space between.
#[cfg(test)]
pub(super) fn check(document: &Document) {
    let mut at = 0;
    for block in &document.blocks {
        assert!(block.start >= at && block.end > block.start, "blocks in order");
        assert_eq!(document.words(block), document.words(block).trim(), "blocks begin and end in words");
        assert!(document.text[at..block.start].chars().all(|sign| sign == '\n'), "nothing between blocks");
        at = block.end;
    }
    assert_eq!(at, document.text.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(table: u32, row: u32, column: u32) -> Kind {
        Kind::Cell { table, row, column }
    }

    #[test]
    fn tables_within_a_cell_follow_its_words() {
        let mut story = Story::default();
        story.paragraph(Kind::Heading, "Ŵ 🙂");
        story.open_table();
        story.open_row(1);
        story.open_cell();
        story.paragraph(Kind::Paragraph, "before");
        story.open_table();
        story.open_cell();
        story.paragraph(Kind::Heading, "inner");
        story.close_table();
        story.paragraph(Kind::Paragraph, "after");
        story.open_cell();
        story.paragraph(Kind::Quoted, "old");
        story.close_table();
        story.paragraph(Kind::Paragraph, " ");
        story.paragraph(Kind::Paragraph, "end");
        let document = story.finish();
        let seen: Vec<(Kind, &str, &str)> =
            document.blocks.iter().map(|block| (block.kind, document.words(block), block.place.as_str())).collect();
        assert_eq!(
            seen,
            [
                (Kind::Heading, "Ŵ 🙂", "paragraph 1"),
                (cell(0, 0, 1), "before\nafter", "table 1, row 1"),
                (cell(1, 0, 0), "inner", "table 2, row 1"),
                (Kind::Quoted, "old", "table 1, row 1"),
                (Kind::Paragraph, "end", "paragraph 2"),
            ]
        );
        check(&document);
    }

    #[test]
    fn tables_nested_without_end_lose_no_words() {
        let mut story = Story::default();
        for _ in 0..1_000 {
            story.open_table();
            story.open_row(0);
            story.open_cell();
            story.paragraph(Kind::Paragraph, "x");
        }
        let document = story.finish();
        assert_eq!(document.text.matches('x').count(), 1_000);
        check(&document);
    }
}
