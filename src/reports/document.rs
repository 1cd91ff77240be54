//! A report before it has a format: headings, sentences, tables, bars and quotations. Writers turn it into bytes.

use crate::model::{Figure, Language, Locale};

/// A finished report, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What sort of document it is, above the title.
    pub kind: String,
    /// Language of every block but quotations.
    pub locale: Locale,
    /// Not yet cleared by officials.
    pub draft: bool,
    /// Every response in it is invented.
    pub invented: bool,
    /// Name of the consultation, as `trace` takes it.
    pub consultation: String,
    /// The same report in the other language.
    pub other: Option<Edition>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// An edition of the report in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its language.
    pub locale: Locale,
    /// File name without an extension, beside this one: `summary.cy`.
    pub stem: String,
}

/// One block.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 2 (a chapter), 3 or 4.
    Heading {
        /// 2, 3 or 4; levels never skip.
        level: u8,
        /// Its anchor, unique in the document.
        id: String,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(Vec<Vec<Inline>>),
    /// A table.
    Table(Table),
    /// A bar chart; the same counts always stand in a table beside it.
    Bars(Bars),
    /// A quotation.
    Quote(Quote),
    /// A box apart from the text.
    Panel(Panel, Vec<Block>),
}

/// What a box is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Something to know before reading on.
    Note,
    /// To be written by officials.
    ForOfficials,
    /// The facts of the document: number, dates, versions.
    Facts,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that matter.
    Strong(String),
    /// Something to type or to refer to.
    Code(String),
    /// A link within the document, or to an address.
    Link {
        /// Its words.
        text: String,
        /// `#anchor`, or an address.
        to: String,
    },
    /// A number, with the name of the set that it counts.
    Number {
        /// As shown: `1,204`, `[c]`.
        shown: String,
        /// What `trace` resolves, where the number counts responses.
        figure: Option<Figure>,
    },
}

impl Inline {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Inline::Text(words.into())
    }

    /// The words alone.
    pub fn plain(&self) -> &str {
        match self {
            Inline::Text(text) | Inline::Strong(text) | Inline::Code(text) | Inline::Link { text, .. } => text,
            Inline::Number { shown, .. } => shown,
        }
    }
}

/// A table with a header row, and a header in each row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Column headers; the first one stands over the row headers.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
    /// What to know when reading it.
    pub note: Option<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its header.
    pub head: Vec<Inline>,
    /// One cell for each further column.
    pub cells: Vec<Cell>,
    /// A part of the row above it (a sub-theme).
    pub within: bool,
    /// The sum of the others.
    pub total: bool,
}

/// A cell of a table.
pub type Cell = Vec<Inline>;

/// A bar chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Anchor, unique in the document.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same in a sentence, for those who do not see it.
    pub description: String,
    /// The bars, in order.
    pub items: Vec<Item>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Beside the bar.
    pub label: String,
    /// How long it is.
    pub value: u64,
    /// At its end: `45 (23%)`.
    pub shown: String,
    /// The set that it counts.
    pub figure: Option<Figure>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, redacted.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// Who said it, in general terms.
    pub attribution: String,
    /// Reference of the response, `R-00042`.
    pub reference: String,
}
