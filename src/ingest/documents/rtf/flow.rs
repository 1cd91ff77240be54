//! A text of an RTF file as it grows: the body, or one that stands apart from it.

use super::super::marks::boxed;
use super::super::story::Story;
use super::super::{Document, Kind};

/// Smallest picture, in square twips (567 to the centimetre), that may hold a page of words: a quarter of A4.
const LARGE: i64 = 150 * 567 * 567;

/// What a text that stands apart from the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Body,
    Box,
    Footnote,
    Endnote,
    Comment,
    Header,
    Footer,
}

/// A text as it grows: the body, or one that stands apart from it.
pub(super) struct Flow {
    pub(super) part: Part,
    /// How many groups were open when it began.
    pub(super) begun: usize,
    pub(super) story: Story,
    /// Words of the paragraph.
    pub(super) words: String,
    /// Whether a row and a cell are open, for each table that is.
    tables: Vec<(bool, bool)>,
    /// Text boxes of the paragraph.
    pub(super) boxes: Vec<Document>,
    /// Size of the paragraph's largest picture.
    pub(super) picture: Option<i64>,
}

impl Flow {
    /// Nothing written so far; `begun` groups are open.
    pub(super) fn new(part: Part, begun: usize) -> Flow {
        Flow {
            part,
            begun,
            story: Story::default(),
            words: String::new(),
            tables: Vec::new(),
            boxes: Vec::new(),
            picture: None,
        }
    }

    /// Opens a cell at a depth of tables, and closes the tables that are deeper.
    fn enter(&mut self, depth: usize) {
        while self.tables.len() > depth {
            self.tables.pop();
            self.story.close_table();
        }
        for level in 0..depth {
            if self.tables.len() == level {
                self.story.open_table();
                self.tables.push((false, false));
            }
            let (row, cell) = &mut self.tables[level];
            if !std::mem::replace(row, true) {
                self.story.open_row(0);
            }
            if !std::mem::replace(cell, true) {
                self.story.open_cell();
            }
        }
    }

    /// Ends a paragraph; whether it held a picture too small for a page.
    pub(super) fn end_paragraph(&mut self, kind: Kind, depth: usize) -> bool {
        let words = std::mem::take(&mut self.words);
        let picture = self.picture.take();
        if words.trim().is_empty() && picture.is_none() && self.boxes.is_empty() {
            return false;
        }
        self.enter(depth);
        self.story.paragraph(kind, &words);
        if picture.is_some_and(|size| size >= LARGE) {
            self.story.picture(words.trim().is_empty());
        }
        for document in std::mem::take(&mut self.boxes) {
            self.story.insert(&document);
        }
        picture.is_some_and(|size| size < LARGE)
    }

    /// Ends a cell of the table that is open at a depth.
    pub(super) fn end_cell(&mut self, depth: usize) {
        self.enter(depth);
        self.story.close_cell();
        if let Some((_, cell)) = self.tables.last_mut() {
            *cell = false;
        }
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self, depth: usize) {
        while self.tables.len() > depth {
            self.tables.pop();
            self.story.close_table();
        }
        if let Some(row) = self.tables.get_mut(depth.saturating_sub(1)) {
            *row = (false, false);
            self.story.close_cell();
        }
    }
}

/// A field of a form.
#[derive(Default)]
pub(super) struct Form {
    kind: i32,
    result: Option<i32>,
    usual: i32,
    /// What can be chosen.
    pub(super) choices: Vec<String>,
}

impl Form {
    /// Takes in a control word.
    pub(super) fn set(&mut self, word: &str, number: i32) {
        match word {
            "fftype" => self.kind = number,
            // 25 says that nothing was filled in.
            "ffres" if number != 25 => self.result = Some(number),
            "ffdefres" => self.usual = number,
            _ => {}
        }
    }

    /// What it shows when it is a tick box or a drop-down list; other fields show a result of their own.
    pub(super) fn shown(mut self) -> String {
        let result = self.result.unwrap_or(self.usual);
        match self.kind {
            1 => format!("{} ", boxed(result == 1)),
            2 => usize::try_from(result)
                .ok()
                .and_then(|i| self.choices.get_mut(i))
                .map(std::mem::take)
                .unwrap_or_default(),
            _ => String::new(),
        }
    }
}
