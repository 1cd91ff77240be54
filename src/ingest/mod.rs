//! From what arrives to items: one file per format, and nothing lost on the way.
//!
//! A reader hands each record to a [`Sink`] with its place. Trouble in the input is a problem with a place, kept in the
//! ledger; only a broken disk or store stops a reading.

mod consent;
mod date;
mod decode;
mod document;
pub mod draft;
mod event;
pub mod fetch;
mod jsonl;
mod mapping;
mod sources;
mod substance;
mod table;

pub use sources::{Collected, IngestError, collect};

/// Where a reader puts what it finds.
pub trait Sink {
    /// A record: named values in the order of the file. The first of two values of one name counts.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError>;

    /// Trouble with a record or, when the place is empty, the file.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError>;

    /// Something that arrived and cannot be read: counted, and set aside with its reason.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn unreadable(&mut self, place: &str, reason: String) -> Result<(), IngestError>;
}

/// One record of a table, JSON Lines file or register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Names and values, in the order of the file.
    pub cells: Vec<(String, String)>,
}

impl Record {
    /// The value under a name, compared without case, spacing and byte-order marks.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.cells.iter().find(|(key, _)| is_same_header(key, name)).map(|(_, value)| value.as_str())
    }
}

/// Whether two column headers are the same to a reader: case, kinds of space and quotation marks aside.
pub(crate) fn is_same_header(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let plain = |text: &str| -> String {
        let text = text.replace(['\u{2019}', '\u{2018}'], "'").replace('\u{feff}', "");
        text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    plain(a) == plain(b)
}
