//! Documents as text: what was read out of a file, and where in it each part stands.

mod docx;
mod html;
mod marks;
mod odt;
pub(crate) mod package;
pub(crate) mod pdf;
mod plain;
mod rtf;
mod story;

pub(crate) use docx::read as read_docx;
pub(crate) use html::read as read_html;
pub(crate) use odt::read as read_odt;
pub(crate) use plain::read as read_plain;
pub(crate) use rtf::read as read_rtf;

/// Why bytes cannot be read as what they look like: in plain words, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable(pub(crate) String);

/// A document: all its text as one string, and the blocks that the string is made of.
///
/// Blocks lie in the order of reading and do not overlap; between them stand only line breaks. What is no content (an
/// empty paragraph) is no block. Text that a tracked change deleted is not there; text that it inserted is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// The words of all blocks, parted by line breaks.
    pub(crate) text: String,
    /// Its blocks.
    pub(crate) blocks: Vec<Block>,
    /// What a person should know of the reading: (place, reason).
    pub(crate) remarks: Vec<(String, String)>,
    /// Places (`page 3`) that hold a picture and no text: they need OCR or typing up.
    pub(crate) pictures: Vec<String>,
}

/// A stretch of a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is.
    pub(crate) kind: Kind,
    /// Byte where it begins.
    pub(crate) start: usize,
    /// Byte behind its end.
    pub(crate) end: usize,
    /// Where it stands: `page 3`, `paragraph 12`, `table 2, row 4`, `line 7`.
    pub(crate) place: String,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A heading, as the document marks it.
    Heading,
    /// A paragraph or an item of a list.
    Paragraph,
    /// A cell of a table; counted from 0. A cell of several paragraphs is one block.
    Cell {
        /// Which table of the document.
        table: u32,
        /// Which row.
        row: u32,
        /// Which column.
        column: u32,
    },
    /// An earlier message, repeated.
    Quoted,
    /// Signature, letterhead, page header or footer, disclaimer: says who writes, not what they think.
    Signature,
}

impl Document {
    /// Adds a block at the end. Words that are only white space add nothing.
    pub(crate) fn push(&mut self, kind: Kind, words: &str, place: impl Into<String>) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(if matches!(kind, Kind::Cell { .. }) { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.blocks.push(Block { kind, start, end: self.text.len(), place: place.into() });
    }

    /// The words of a block.
    pub(crate) fn words(&self, block: &Block) -> &str {
        &self.text[block.start..block.end]
    }

    /// Adds another document's blocks at the end; their places become `NAME, page 3`.
    pub(crate) fn append(&mut self, name: &str, other: Document) {
        let below = |place: String| if place.is_empty() { name.to_owned() } else { format!("{name}, {place}") };
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let by = self.text.len();
        self.text.push_str(&other.text);
        let moved =
            |block: Block| Block { start: block.start + by, end: block.end + by, place: below(block.place), ..block };
        self.blocks.extend(other.blocks.into_iter().map(moved));
        self.remarks.extend(other.remarks.into_iter().map(|(place, what)| (below(place), what)));
        self.pictures.extend(other.pictures.into_iter().map(below));
    }
}
