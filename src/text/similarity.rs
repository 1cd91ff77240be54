//! How alike two texts are, and a short sketch of each by which likely pairs are found without comparing all.
//!
//! Word shingles and one-permutation MinHash with optimal densification (Li, Owen and Zhang 2012; Shrivastava 2017), cut
//! into bands for locality-sensitive hashing. Long sentences are kept beside them: a letter may hold a whole template and
//! still share little of its length with another one.

use std::collections::HashSet;

use super::fold::fold;
use crate::model::Span;

/// Texts under this many words have no sketch: "I agree with the proposal" is nobody's campaign.
pub const FEWEST_WORDS: usize = 12;
/// Words in a shingle: fewer and formulas make strangers alike, more and one changed word weighs too much.
const SHINGLE: usize = 3;
/// A text of this many words or more counts as contained in a longer one; below, chance and formulas contain it too.
const FEWEST_FOR_CONTAINMENT: usize = 25;
/// Sentences of this many words or more are told apart from formulas.
const FEWEST_IN_SENTENCE: usize = 8;

/// Bands of `ROWS` minima each: a pair of likeness 0.5 shares a band 93 times in 100, of 0.7 nearly always, of 0.1 twice
/// in 100.
pub const BANDS: usize = 20;
const ROWS: usize = 3;
/// Bins of the one permutation; the last few are not needed by the bands.
const BINS: usize = 64;
/// Long sentences kept: those with the smallest hashes, so that two texts keep the same ones.
pub const SENTENCES: usize = 14;

/// What is kept of a text to find those like it. Two sketches are comparable between any two runs of the same version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    exact: u128,
    bands: [u32; BANDS],
    /// Ascending; zeros first where there are fewer.
    sentences: [u32; SENTENCES],
}

impl Sketch {
    /// Bytes of a stored sketch.
    pub const BYTES: usize = 1 + 16 + 4 * BANDS + 4 * SENTENCES;
    /// First byte of a stored sketch; goes up when texts would be sketched differently.
    const VERSION: u8 = 1;

    /// The same for texts whose words are the same, whatever their case, spacing and punctuation.
    pub fn exact(&self) -> u128 {
        self.exact
    }

    /// [`Sketch::exact`] in fewer bits: among a million texts, two that differ share it once in many million trials.
    pub fn wording(&self) -> u64 {
        self.exact as u64
    }

    /// How many bands two sketches share, of [`BANDS`], and how many long sentences.
    pub fn shared(&self, other: &Sketch) -> (usize, usize) {
        let bands = self.bands.iter().zip(&other.bands).filter(|(a, b)| a == b).count();
        let sentences = self.sentences().iter().filter(|hash| other.sentences().contains(hash)).count();
        (bands, sentences)
    }

    /// One key a band: texts that share any are worth comparing.
    pub fn bands(&self) -> &[u32; BANDS] {
        &self.bands
    }

    /// Hashes of long sentences, ascending: texts that share any are worth comparing.
    pub fn sentences(&self) -> &[u32] {
        let first = self.sentences.iter().position(|hash| *hash != 0).unwrap_or(SENTENCES);
        &self.sentences[first..]
    }

    /// For a store.
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[0] = Self::VERSION;
        bytes[1..17].copy_from_slice(&self.exact.to_le_bytes());
        let numbers = self.bands.iter().chain(&self.sentences);
        for (four, number) in bytes[17..].chunks_exact_mut(4).zip(numbers) {
            four.copy_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    /// From a store; `None` when the bytes are of another version, and the text must be sketched again.
    pub fn from_bytes(bytes: &[u8]) -> Option<Sketch> {
        let bytes: &[u8; Self::BYTES] = bytes.try_into().ok()?;
        if bytes[0] != Self::VERSION {
            return None;
        }
        let exact = u128::from_le_bytes(*bytes[1..].first_chunk()?);
        let mut numbers =
            bytes[17..].chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
        let bands = std::array::from_fn(|_| numbers.next().unwrap_or_default());
        let sentences = std::array::from_fn(|_| numbers.next().unwrap_or_default());
        Some(Sketch { exact, bands, sentences })
    }
}

/// Sketches a text; `None` when it has fewer than [`FEWEST_WORDS`] words.
pub fn sketch(text: &str) -> Option<Sketch> {
    let folded = fold(text);
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut normalised = Vec::with_capacity(text.len() + 1);
    let mut sentences = Sentences::default();
    read_words(folded.text(), |start, end, ends_sentence| {
        let word = &folded.text().as_bytes()[start..end];
        let hash = hash_word(word);
        words.push(hash);
        normalised.extend_from_slice(word);
        normalised.push(b' ');
        sentences.word(hash, ends_sentence);
    });
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let digest = blake3::hash(&normalised);
    let exact = u128::from_le_bytes(*digest.as_bytes().first_chunk().expect("a digest has 32 bytes"));
    Some(Sketch { exact, bands: bands(&words), sentences: sentences.smallest() })
}

/// How alike two texts are, 0 to 1: the Jaccard likeness of their word shingles or, where the shorter has at least 25
/// words, the share of it that the longer one holds; whichever is more.
///
/// Texts of fewer than three words are alike only when their words are the same.
pub fn likeness(a: &str, b: &str) -> f32 {
    Shingles::of(a).likeness(&Shingles::of(b))
}

/// The words of a text in order, to see which of them stand elsewhere too.
#[derive(Clone, Debug, Default)]
pub struct Words {
    hashes: Vec<u64>,
    /// Where each stands in the text, as it was written.
    pub spans: Vec<Span>,
}

impl Words {
    /// Reads a text.
    pub fn of(text: &str) -> Words {
        let folded = fold(text);
        let mut words = Words::default();
        read_words(folded.text(), |start, end, _| {
            words.hashes.push(hash_word(&folded.text().as_bytes()[start..end]));
            words.spans.push(folded.span(start, end));
        });
        words
    }

    /// Hashes of the word shingles, in order; the one at `n` begins with word `n`. None where there are too few words.
    pub fn shingles(&self) -> impl Iterator<Item = u64> + '_ {
        shingles(&self.hashes)
    }

    /// Which words lie in a shingle that `known` knows.
    pub fn covered(&self, known: impl Fn(u64) -> bool) -> Vec<bool> {
        let mut covered = vec![false; self.hashes.len()];
        for (at, shingle) in self.shingles().enumerate() {
            if known(shingle) {
                covered[at..at + SHINGLE].fill(true);
            }
        }
        covered
    }
}

/// The word shingles of a text, to compare it with many.
#[derive(Clone, Debug, Default)]
pub struct Shingles {
    set: HashSet<u64, PassThrough>,
    words: usize,
}

impl Shingles {
    /// Reads a text.
    pub fn of(text: &str) -> Shingles {
        let folded = fold(text);
        let mut words = Vec::with_capacity(text.len() / 5);
        read_words(folded.text(), |start, end, _| words.push(hash_word(&folded.text().as_bytes()[start..end])));
        let set = if words.len() < SHINGLE {
            std::iter::once(words.iter().fold(0, |all, word| mixed(all ^ word))).filter(|_| !words.is_empty()).collect()
        } else {
            shingles(&words).collect()
        };
        Shingles { set, words: words.len() }
    }

    /// As [`likeness`].
    pub fn likeness(&self, other: &Shingles) -> f32 {
        let (short, long) = if self.set.len() <= other.set.len() { (self, other) } else { (other, self) };
        if short.set.is_empty() {
            return if long.set.is_empty() { 1.0 } else { 0.0 };
        }
        let shared = short.set.iter().filter(|shingle| long.set.contains(shingle)).count();
        let jaccard = shared as f32 / (short.set.len() + long.set.len() - shared) as f32;
        let containment = shared as f32 / short.set.len() as f32;
        if short.words >= FEWEST_FOR_CONTAINMENT { jaccard.max(containment) } else { jaccard }
    }
}

/// For keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub struct PassThrough;

impl std::hash::BuildHasher for PassThrough {
    type Hasher = Passed;
    fn build_hasher(&self) -> Passed {
        Passed(0)
    }
}

/// The hasher of [`PassThrough`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Passed(u64);

impl std::hash::Hasher for Passed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = mixed(self.0 ^ u64::from(*byte)));
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Calls `each` with where every word begins and ends, and whether a sentence ends after it.
fn read_words(folded: &str, mut each: impl FnMut(usize, usize, bool)) {
    let bytes = folded.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        loop {
            match letter_len(folded, at) {
                0 if at > start && bytes.get(at) == Some(&b'\'') && letter_len(folded, at + 1) > 0 => at += 1,
                0 => break,
                len => at += len,
            }
        }
        if at > start {
            each(start, at, bytes.get(at).is_none_or(|b| matches!(b, b'.' | b'!' | b'?' | b':' | b';')));
        } else {
            at += folded[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// Length in bytes of the letter or digit at `at`; 0 when there is none.
fn letter_len(folded: &str, at: usize) -> usize {
    match folded.as_bytes().get(at) {
        None => 0,
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphanumeric()),
        Some(_) => folded[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8),
    }
}

/// A 64-bit mix (the finaliser of SplitMix64, Steele and others 2014): the same on every machine, for ever.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn hash_word(word: &[u8]) -> u64 {
    let mut hash = word.len() as u64;
    for eight in word.chunks(8) {
        let mut padded = [0; 8];
        padded[..eight.len()].copy_from_slice(eight);
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(padded)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    hash ^ (hash >> 32)
}

fn shingles(words: &[u64]) -> impl Iterator<Item = u64> + '_ {
    words
        .windows(SHINGLE)
        .map(|w| mixed(w[0].rotate_left(17) ^ w[1].rotate_left(41) ^ w[2].wrapping_mul(0xd6e8_feb8_6659_fd93)))
}

/// One-permutation MinHash: the smallest shingle of each bin, empty bins filled from others chosen by hashing.
fn bands(words: &[u64]) -> [u32; BANDS] {
    let mut bins = [u64::MAX; BINS];
    for shingle in shingles(words) {
        let bin = (shingle >> 58) as usize;
        bins[bin] = bins[bin].min(shingle);
    }
    let filled = bins;
    for (bin, minimum) in bins.iter_mut().enumerate() {
        let mut attempt = 0u64;
        while *minimum == u64::MAX {
            attempt += 1;
            *minimum = filled[(mixed((bin as u64) << 32 | attempt) >> 58) as usize];
        }
    }
    std::array::from_fn(|band| {
        let rows = &bins[band * ROWS..][..ROWS];
        let key = rows.iter().fold(band as u64, |key, minimum| mixed(key.rotate_left(29) ^ minimum));
        (key >> 32) as u32
    })
}

/// Gathers the smallest hashes of long sentences.
#[derive(Default)]
struct Sentences {
    hash: u64,
    words: usize,
    found: Vec<u32>,
}

impl Sentences {
    fn word(&mut self, word: u64, ends_sentence: bool) {
        self.hash = mixed(self.hash.rotate_left(11) ^ word);
        self.words += 1;
        if ends_sentence {
            self.end();
        }
    }

    fn end(&mut self) {
        if self.words >= FEWEST_IN_SENTENCE {
            self.found.push(((self.hash >> 32) as u32).max(1));
        }
        (self.hash, self.words) = (0, 0);
    }

    fn smallest(mut self) -> [u32; SENTENCES] {
        self.end();
        self.found.sort_unstable();
        self.found.dedup();
        self.found.truncate(SENTENCES);
        let mut smallest = [0; SENTENCES];
        smallest[SENTENCES - self.found.len()..].copy_from_slice(&self.found);
        smallest
    }
}
