//! What an opened index remembers from search to search, so that only the first one pays for it.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use tantivy::Searcher;
use tantivy::schema::Field;

use super::terms::{Apart, WordHasher};

/// All terms of a field.
pub(super) type Vocabulary = HashSet<Box<str>, BuildHasherDefault<WordHasher>>;

/// Reads all terms of a field.
fn vocabulary(searcher: &Searcher, field: Field) -> tantivy::Result<Vocabulary> {
    let mut all = Vocabulary::default();
    for segment in searcher.segment_readers() {
        let dictionary = segment.inverted_index(field)?;
        let mut terms = dictionary.terms().stream()?;
        while terms.advance() {
            if let Ok(term) = std::str::from_utf8(terms.key())
                && !all.contains(term)
            {
                all.insert(term.into());
            }
        }
    }
    Ok(all)
}

/// What an opened index remembers from search to search.
#[derive(Default)]
pub(super) struct Remembered {
    /// Whether it was searched before.
    asked: AtomicBool,
    /// All Welsh terms, once they are worth reading; `None` when they cannot be read.
    welsh: OnceLock<Option<Vocabulary>>,
    /// Words of the texts that were found.
    apart: Mutex<Apart>,
}

impl Remembered {
    /// All Welsh terms: reading them costs as much as looking up those of some words, so it pays from the second time on.
    pub(super) fn welsh(&self, searcher: &Searcher, field: Field) -> Option<&Vocabulary> {
        let again = self.asked.swap(true, Ordering::Relaxed);
        let read = || vocabulary(searcher, field).ok();
        again.then(|| self.welsh.get_or_init(read)).and_then(Option::as_ref)
    }

    /// The words of texts found before, to be given back; whoever asks in the meantime begins with none.
    pub(super) fn take_words(&self) -> Apart {
        std::mem::take(&mut self.apart.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Gives the words back.
    pub(super) fn keep_words(&self, words: Apart) {
        *self.apart.lock().unwrap_or_else(PoisonError::into_inner) = words;
    }
}
