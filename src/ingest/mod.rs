//! From what arrives to items: one file per format, and nothing lost on the way.
//!
//! A reader hands each record to a [`Sink`] with its place. Trouble in the input is a problem with a place, kept in the
//! ledger; only a broken disk or store stops a reading.

pub(crate) mod apart;
mod archive;
pub(crate) mod codebook;
mod consent;
pub(crate) mod convert;
pub mod cut;
mod date;
pub(crate) mod decode;
pub(crate) mod documents;
pub mod draft;
mod event;
pub mod fetch;
mod files;
pub(crate) mod format;
#[cfg(test)]
mod hostile;
mod keeper;
mod letters;
pub mod lexicon;
mod mail;
mod mapping;
pub(crate) mod ocr;
mod platforms;
mod reading;
mod register;
mod sources;
mod submission;
mod substance;
pub(crate) mod tables;

pub(crate) use reading::rows_of;
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
    /// The value under a name: exactly that name, else one that differs in case, spacing or quotation marks alone.
    pub fn get(&self, name: &str) -> Option<&str> {
        let exact = self.cells.iter().find(|(key, _)| key == name);
        exact.or_else(|| self.cells.iter().find(|(key, _)| is_same_header(key, name))).map(|(_, value)| value.as_str())
    }
}

/// Whether two column headers are the same to a reader: case, kinds of space and quotation marks aside.
pub(crate) fn is_same_header(a: &str, b: &str) -> bool {
    a == b || as_read(a).eq(as_read(b))
}

/// The signs of a header as a reader takes them in: one space before each word, plain apostrophes, small letters.
fn as_read(text: &str) -> impl Iterator<Item = char> + '_ {
    let signs = text.split_whitespace().flat_map(|word| std::iter::once(' ').chain(word.chars()));
    let plain = signs.filter(|sign| *sign != '\u{feff}').map(|sign| match sign {
        '\u{2019}' | '\u{2018}' => '\'',
        other => other,
    });
    plain.flat_map(char::to_lowercase)
}
