//! Analysing many texts: each word is worked out once and remembered, so that running text costs little more than
//! writing its terms down.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::tokenizer::TextAnalyzer;

use super::analyzers::{Analyzed, english_analyzer, tokens, welsh_pieces};
use super::lexicon::Lexicon;
use super::{welsh_query, welsh_terms, words};
use crate::model::Locale;

/// Bytes of terms that are remembered by one analyst, and by all who share; then they forget.
const REMEMBERED: usize = 32 << 20;

/// Analyses texts in one language, one after another.
pub struct Analyst {
    locale: Locale,
    lexicon: Option<Arc<Lexicon>>,
    english: TextAnalyzer,
    shared: Arc<RwLock<Shared>>,
    numbers: HashMap<Box<str>, u32>,
    known: Vec<Known>,
    bytes: usize,
    /// Numbers the texts, to tell what was met in this one.
    text: u64,
    met: Met,
}

/// What analysts of several threads have worked out.
#[derive(Default)]
struct Shared {
    words: HashMap<Box<str>, Arc<Worked>>,
    bytes: usize,
}

/// A word that is remembered.
struct Known {
    terms: Arc<Worked>,
    /// The last text that it was met in.
    text: u64,
}

/// The terms of a word, as they stand in JSON: in quotation marks, with commas between.
struct Worked {
    /// What is stored for it.
    index: Vec<u8>,
    /// What a search for it looks for, one after another without commas.
    query: Vec<u8>,
    /// The hash of each term, and where it ends in `query`.
    ends: Vec<(u64, u32)>,
}

impl Analyst {
    /// An analyst of one language. A lexicon counts for Welsh.
    pub fn new(locale: Locale, lexicon: Option<Arc<Lexicon>>) -> Self {
        Self::sharing(locale, lexicon, Arc::default())
    }

    /// Another analyst of the same language for another thread: what one has worked out, the other need not.
    pub fn another(&self) -> Self {
        Self::sharing(self.locale, self.lexicon.clone(), Arc::clone(&self.shared))
    }

    fn sharing(locale: Locale, lexicon: Option<Arc<Lexicon>>, shared: Arc<RwLock<Shared>>) -> Self {
        Analyst {
            locale,
            lexicon,
            english: english_analyzer(),
            shared,
            numbers: HashMap::new(),
            known: Vec::new(),
            bytes: 0,
            text: 0,
            met: Met::default(),
        }
    }

    /// Writes the terms of a text as two JSON arrays: what is stored for it, in the order of its words, and what a
    /// search for it looks for, each term once, in the order in which its words bring them.
    pub fn write(&mut self, text: &str, index: &mut Vec<u8>, query: &mut Vec<u8>) {
        if self.bytes > REMEMBERED {
            *self = self.another();
        }
        self.text += 1;
        self.met.clear();
        index.push(b'[');
        query.push(b'[');
        let (none, empty) = (index.len(), query.len());
        for word in words::words(text) {
            let number = self.number(word.text);
            let Some(known) = self.known.get_mut(number) else { continue };
            if !known.terms.index.is_empty() {
                if index.len() > none {
                    index.push(b',');
                }
                index.extend_from_slice(&known.terms.index);
            }
            if known.text == self.text {
                continue;
            }
            known.text = self.text;
            let mut start = 0;
            for (hash, end) in &known.terms.ends {
                if self.met.is_new(*hash) {
                    if query.len() > empty {
                        query.push(b',');
                    }
                    query.extend_from_slice(&known.terms.query[start..*end as usize]);
                }
                start = *end as usize;
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
        // A thread that panicked has left whole words behind.
        let shared = self.shared.read().unwrap_or_else(PoisonError::into_inner).words.get(word).cloned();
        let terms = shared.unwrap_or_else(|| self.work_out(word));
        let number = self.known.len();
        self.bytes += terms.bytes();
        self.known.push(Known { terms, text: 0 });
        self.numbers.insert(word.into(), number as u32);
        number
    }

    fn work_out(&mut self, word: &str) -> Arc<Worked> {
        let worked = Arc::new(Worked::new(&self.take_apart(word)));
        let mut shared = self.shared.write().unwrap_or_else(PoisonError::into_inner);
        if shared.bytes > REMEMBERED {
            *shared = Shared::default();
        }
        shared.bytes += worked.bytes();
        shared.words.insert(word.into(), Arc::clone(&worked));
        worked
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
                let query = pieces.iter().flat_map(|piece| welsh_query::query_terms(piece, lexicon)).collect();
                Analyzed { index, query }
            }
        }
    }
}

impl Worked {
    fn new(analyzed: &Analyzed) -> Self {
        let mut worked =
            Worked { index: Vec::new(), query: Vec::new(), ends: Vec::with_capacity(analyzed.query.len()) };
        for term in &analyzed.index {
            if !worked.index.is_empty() {
                worked.index.push(b',');
            }
            put(term, &mut worked.index);
        }
        for term in &analyzed.query {
            put(term, &mut worked.query);
            // Its keys are fixed: every thread gives a term the same hash.
            let mut hasher = DefaultHasher::new();
            term.hash(&mut hasher);
            worked.ends.push((hasher.finish(), worked.query.len() as u32));
        }
        worked
    }

    /// About how much room it takes, with its place in the lists of words.
    fn bytes(&self) -> usize {
        self.index.len() + self.query.len() + 16 * self.ends.len() + 160
    }
}

/// Writes a term as JSON.
fn put(term: &str, out: &mut Vec<u8>) {
    // A string can always be written.
    let _ = serde_json::to_writer(out, term);
}

/// The terms met in one text, by their hashes.
#[derive(Default)]
struct Met {
    hashes: HashSet<u64, BuildHasherDefault<AsIs>>,
}

impl Met {
    fn clear(&mut self) {
        // One long text must not make every short one after it pay for its size.
        if self.hashes.capacity() > 1 << 14 {
            self.hashes = HashSet::default();
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
