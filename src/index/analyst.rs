//! Analysing many texts: each word is worked out once and remembered, so that running text costs little more than
//! writing its terms down.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use tantivy::tokenizer::TextAnalyzer;

use super::analyzers::{Analyzed, english_analyzer, tokens, welsh_pieces};
use super::lexicon::Lexicon;
use super::{welsh_terms, words};
use crate::model::Locale;

/// Bytes of terms that are remembered, beside as much again for where they are; then all is forgotten.
const REMEMBERED: usize = 24 << 20;

/// Analyses texts in one language, one after another.
pub struct Analyst {
    locale: Locale,
    lexicon: Option<Arc<Lexicon>>,
    english: TextAnalyzer,
    numbers: HashMap<Box<str>, u32>,
    known: Vec<Known>,
    /// The terms of all words remembered, as they stand in JSON: in quotation marks, with commas between.
    written: Vec<u8>,
    terms: Vec<Term>,
    /// Numbers the texts, to tell what was met in this one.
    text: u64,
    hasher: RandomState,
    met: Met,
}

/// A word that is remembered: where its terms are.
struct Known {
    /// In [`Analyst::written`].
    index: (u32, u32),
    /// In [`Analyst::terms`].
    query: (u32, u32),
    /// The last text that it was met in.
    text: u64,
}

/// A term that a word looks for.
struct Term {
    hash: u64,
    /// In [`Analyst::written`].
    start: u32,
    length: u16,
}

impl Analyst {
    /// An analyst of one language. A lexicon counts for Welsh.
    pub fn new(locale: Locale, lexicon: Option<Arc<Lexicon>>) -> Self {
        Analyst {
            locale,
            lexicon,
            english: english_analyzer(),
            numbers: HashMap::new(),
            known: Vec::new(),
            written: Vec::new(),
            terms: Vec::new(),
            text: 0,
            hasher: RandomState::new(),
            met: Met::default(),
        }
    }

    /// Writes the terms of a text as two JSON arrays: what is stored for it, in the order of its words, and what a
    /// search for it looks for, each term once, in the order in which its words bring them.
    pub fn write(&mut self, text: &str, index: &mut Vec<u8>, query: &mut Vec<u8>) {
        if self.written.len() > REMEMBERED {
            *self = Analyst::new(self.locale, self.lexicon.take());
        }
        self.text += 1;
        self.met.clear();
        index.push(b'[');
        query.push(b'[');
        let (none, empty) = (index.len(), query.len());
        for word in words::words(text) {
            let number = self.number(word.text);
            let Some(known) = self.known.get_mut(number) else { continue };
            let (start, end) = (known.index.0 as usize, known.index.1 as usize);
            if start < end {
                if index.len() > none {
                    index.push(b',');
                }
                index.extend_from_slice(&self.written[start..end]);
            }
            if known.text == self.text {
                continue;
            }
            known.text = self.text;
            for term in &self.terms[known.query.0 as usize..known.query.1 as usize] {
                if self.met.is_new(term.hash) {
                    if query.len() > empty {
                        query.push(b',');
                    }
                    let start = term.start as usize;
                    query.extend_from_slice(&self.written[start..start + usize::from(term.length)]);
                }
            }
        }
        index.push(b']');
        query.push(b']');
    }

    /// The number of a word, which is taken apart when it is met for the first time.
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number as usize;
        }
        let analyzed = self.take_apart(word);
        let start = self.written.len();
        for (at, term) in analyzed.index.iter().enumerate() {
            if at > 0 {
                self.written.push(b',');
            }
            self.put(term);
        }
        let index = (start as u32, self.written.len() as u32);
        let first = self.terms.len();
        for term in &analyzed.query {
            let start = self.written.len();
            self.put(term);
            let length = u16::try_from(self.written.len() - start).unwrap_or(u16::MAX);
            self.terms.push(Term { hash: self.hasher.hash_one(term), start: start as u32, length });
        }
        let number = self.known.len();
        self.known.push(Known { index, query: (first as u32, self.terms.len() as u32), text: 0 });
        self.numbers.insert(word.into(), number as u32);
        number
    }

    /// Writes a term as JSON. It has eighty letters at most, so its length fits its number.
    fn put(&mut self, term: &str) {
        // A string can always be written.
        let _ = serde_json::to_writer(&mut self.written, term);
    }

    fn take_apart(&mut self, word: &str) -> Analyzed {
        match self.locale {
            Locale::En => {
                let index: Vec<String> = tokens(&mut self.english, word).into_iter().map(|token| token.text).collect();
                Analyzed { query: index.clone(), index }
            }
            Locale::Cy => {
                let pieces = welsh_pieces(&words::fold(word));
                let index = pieces.iter().map(|piece| welsh_terms::index_term(piece)).collect();
                let lexicon = self.lexicon.as_deref();
                let query = pieces.iter().flat_map(|piece| welsh_terms::query_terms(piece, lexicon)).collect();
                Analyzed { index, query }
            }
        }
    }
}

/// The terms met in one text, by their hashes.
#[derive(Default)]
struct Met {
    hashes: std::collections::HashSet<u64, std::hash::BuildHasherDefault<AsIs>>,
}

impl Met {
    fn clear(&mut self) {
        // One long text must not make every short one after it pay for its size.
        if self.hashes.capacity() > 1 << 14 {
            self.hashes = std::collections::HashSet::default();
        }
        self.hashes.clear();
    }

    fn is_new(&mut self, hash: u64) -> bool {
        self.hashes.insert(hash)
    }
}

/// What is hashed already.
#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
