//! The words of a passage as the terms of its fields, each word taken apart once however often it comes.
//!
//! The terms of a field are handed over as one text, each behind its predecessor and closed by a line end, so that
//! tantivy has nothing left to do but to part them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::analyzers::{self, Cut};
use super::words;

/// Words whose terms are remembered: texts repeat theirs, and taking a word apart costs more than looking it up.
const REMEMBERED: usize = 100_000;
/// Closes a term; no word has it.
const CLOSE: u8 = b'\n';

/// The terms of a passage, field by field.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) english: String,
    pub(super) welsh: String,
    /// Each word at least once; where it stands is not kept.
    pub(super) plain: String,
}

impl Terms {
    /// Nothing, with room for as much as there was.
    pub(super) fn clear(&mut self) {
        self.english.clear();
        self.welsh.clear();
        self.plain.clear();
    }
}

/// Takes texts apart, one after another.
#[derive(Default)]
pub(super) struct Apart {
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<WordHasher>>,
    known: Vec<Known>,
    /// Number of the text that is being taken apart.
    text: u32,
}

/// A word that came before, with its terms as they are written.
struct Known {
    /// The last text that it came in.
    seen: u32,
    plain: Box<str>,
    english: Option<Box<str>>,
    welsh: Option<Box<str>>,
}

impl Apart {
    /// The terms of a text that is analysed as English, as Welsh, or as both.
    pub(super) fn terms(&mut self, text: &str, english: bool, welsh: bool, terms: &mut Terms) {
        if self.known.len() > REMEMBERED {
            *self = Apart::default();
        }
        self.text += 1;
        for word in words::words(text) {
            let number = match self.numbers.get(word.text) {
                Some(number) => *number as usize,
                None => self.meet(word.text),
            };
            let known = &mut self.known[number];
            if known.seen != self.text {
                known.seen = self.text;
                terms.plain.push_str(&known.plain);
            }
            if english {
                let of = known.english.get_or_insert_with(|| closed(Cut::English, word.text));
                terms.english.push_str(of);
            }
            if welsh {
                let of = known.welsh.get_or_insert_with(|| closed(Cut::Welsh, word.text));
                terms.welsh.push_str(of);
            }
        }
    }

    /// Calls back with the terms of each word of a text, one after another, and the place of the word in bytes.
    pub(super) fn each(&mut self, text: &str, cut: Cut, mut found: impl FnMut(&str, (usize, usize))) {
        if self.known.len() > REMEMBERED {
            *self = Apart::default();
        }
        for word in words::words(text) {
            let number = match self.numbers.get(word.text) {
                Some(number) => *number as usize,
                None => self.meet(word.text),
            };
            let known = &mut self.known[number];
            let terms = match cut {
                Cut::Plain => &known.plain,
                Cut::English => known.english.get_or_insert_with(|| closed(cut, word.text)),
                Cut::Welsh => known.welsh.get_or_insert_with(|| closed(cut, word.text)),
            };
            let terms = terms.split_terminator(char::from(CLOSE));
            terms.for_each(|term| found(term, (word.start, word.end)));
        }
    }

    fn meet(&mut self, word: &str) -> usize {
        let number = self.known.len();
        self.numbers.insert(word.into(), number as u32);
        self.known.push(Known { seen: 0, plain: closed(Cut::Plain, word), english: None, welsh: None });
        number
    }
}

/// The terms of a word, each closed.
fn closed(cut: Cut, word: &str) -> Box<str> {
    let mut all = String::new();
    for term in analyzers::terms_of(cut, word) {
        all.push_str(&term);
        all.push(char::from(CLOSE));
    }
    all.into()
}

/// Parts terms that are closed by line ends.
#[derive(Clone, Default)]
pub(super) struct Parted {
    token: Token,
}

impl Tokenizer for Parted {
    type TokenStream<'a> = Parting<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Parting<'a> {
        self.token.position = usize::MAX;
        Parting { rest: text, token: &mut self.token }
    }
}

/// See [`Parted`].
pub(super) struct Parting<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl TokenStream for Parting<'_> {
    fn advance(&mut self) -> bool {
        let Some(end) = memchr::memchr(CLOSE, self.rest.as_bytes()) else { return false };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(&self.rest[..end]);
        self.rest = &self.rest[end + 1..];
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// Hashes a word eight bytes at a time (after Yi Wang's wyhash: multiply, and fold the halves of the product). Who makes
/// words that collide slows the work for as many as are remembered, no further.
#[derive(Clone, Copy, Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
        }
        let rest = chunks.remainder();
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last) ^ (bytes.len() as u64) << 56);
    }

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

impl WordHasher {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ 0xa076_1d64_78bd_642f) * 0xe703_7ed1_a0b4_28db;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}
