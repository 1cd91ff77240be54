//! What an index holds of each passage, in so few bytes that it can be compared with the store's account of it.

use std::collections::HashMap;
use std::path::Path;

use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::build::{open, unreadable};
use super::{IndexError, Passage, record};
use crate::model::AnswerId;

/// A passage as two short hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Of its words.
    pub words: u64,
    /// Of everything that is known of it.
    pub whole: u64,
}

impl Passage {
    /// The passage as two short hashes (BLAKE3, cut to 64 bits).
    pub fn fingerprint(&self) -> Fingerprint {
        let mut bytes = Vec::new();
        record::write(self, &mut bytes);
        Fingerprint { words: short(self.text.as_bytes()), whole: short(&bytes) }
    }
}

/// What the index in a folder holds, after all its files were found undamaged: a passage in its memory takes a few dozen bytes.
///
/// # Errors
/// When there is no index that can be read through; see [`IndexError::asks_for_rebuild`].
pub fn fingerprints(dir: &Path) -> Result<HashMap<AnswerId, Fingerprint>, IndexError> {
    let (index, fields) = open(dir)?;
    // A search reads what it needs; here every byte of every file counts.
    let damaged = index.validate_checksum().map_err(|error| unreadable(dir, error))?;
    if let Some(file) = damaged.iter().min() {
        return Err(IndexError::Broken { folder: dir.to_owned(), why: format!("{} is damaged", file.display()) });
    }
    let reader = index.reader().map_err(|error| unreadable(dir, error))?;
    let mut all = HashMap::new();
    for segment in reader.searcher().segment_readers() {
        let store = segment.get_store_reader(1).map_err(|error| unreadable(dir, error.into()))?;
        for document in store.iter::<TantivyDocument>(segment.alive_bitset()) {
            let document = document.map_err(|error| unreadable(dir, error))?;
            let record = document.get_first(fields.record).and_then(|value| value.as_bytes()).unwrap_or_default();
            let passage = record::read(record).ok_or_else(|| IndexError::Broken {
                folder: dir.to_owned(),
                why: "a passage in it cannot be read".to_owned(),
            })?;
            all.insert(passage.key, Fingerprint { words: short(passage.text.as_bytes()), whole: short(record) });
        }
    }
    Ok(all)
}

fn short(bytes: &[u8]) -> u64 {
    let hash = blake3::hash(bytes);
    let first = hash.as_bytes().first_chunk::<8>().copied().unwrap_or_default();
    u64::from_le_bytes(first)
}
