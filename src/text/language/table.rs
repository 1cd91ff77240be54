//! The word table and the letter model, built once from the lists in [`super::words`] and never changed.
//!
//! A word of up to twelve letters packs into one `u64`, five bits a letter, so that looking it up costs a multiplication
//! and a comparison. Words that no list holds are judged by their letters: a trigram model of each language, backed off to
//! pairs and single letters (Witten and Bell's scheme with a fixed count), kept as one table of log odds.

use std::sync::LazyLock;

use super::words;

/// Scores are sixteenths of a nat of log odds: above nought speaks for Welsh, below for English.
pub(super) const NAT: i32 = 16;
const STRONG: i8 = 64;
const KNOWN: i8 = 48;
const FAIR: i8 = 28;

/// The class of an apostrophe at the head of a suffix such as `'r`.
pub(super) const APOSTROPHE: u8 = 27;
/// The class of a letter that neither language writes.
pub(super) const STRANGE: u8 = 28;
/// Letters in the longest word that the table can hold.
pub(super) const LONGEST: u32 = 12;

/// What is known of one word.
#[derive(Clone, Copy, Default)]
pub(super) struct Entry {
    key: u64,
    /// Log odds, in units of [`NAT`].
    pub(super) score: i8,
    /// In one of the lists of either language.
    pub(super) listed: bool,
    /// A function word, not a content word.
    pub(super) function: bool,
    /// A function word of some other language.
    pub(super) foreign: bool,
    /// Somebody's or somewhere's name.
    pub(super) name: bool,
}

/// Twice the number of words, rounded up to a power of two, so that probing stays short.
const SLOTS: usize = 1 << 14;

/// Open-addressed words, and log odds of letter triples.
pub(super) struct Table {
    slots: Vec<Entry>,
    /// Log odds of a letter after two others, Welsh against English.
    odds: Vec<i8>,
    /// How likely the letter is in the language that likes it better, in eighths of a nat below certain.
    surprise: Vec<u8>,
}

/// The one table.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::build);

/// Where three classes stand in the letter tables.
#[inline]
pub(super) fn triple(before_last: u8, last: u8, letter: u8) -> usize {
    (usize::from(before_last & 31) << 10) | (usize::from(last & 31) << 5) | usize::from(letter & 31)
}

#[inline]
fn slot(key: u64) -> usize {
    // Fibonacci hashing: the top bits of a product with 2^64 divided by the golden ratio.
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50) as usize
}

/// The class of a letter of the lists: 1 to 26, or an apostrophe's.
fn class(letter: u8) -> u8 {
    match letter {
        b'a'..=b'z' => letter - b'a' + 1,
        b'\'' => APOSTROPHE,
        _ => STRANGE,
    }
}

/// Packs a word of the lists; nothing when it is too long or holds a letter outside a to z.
fn pack(word: &str) -> Option<u64> {
    let fits = word.len() <= LONGEST as usize && word.bytes().all(|letter| class(letter) != STRANGE);
    fits.then(|| word.bytes().fold(0, |key, letter| (key << 5) | u64::from(class(letter))))
}

impl Table {
    /// What the lists say of a packed word.
    #[inline]
    pub(super) fn entry(&self, key: u64) -> Option<Entry> {
        let mut at = slot(key);
        loop {
            let entry = self.slots[at];
            if entry.key == key {
                return Some(entry);
            }
            if entry.key == 0 {
                return None;
            }
            at = (at + 1) & (SLOTS - 1);
        }
    }

    /// Log odds of one letter after two others.
    #[inline]
    pub(super) fn odds(&self, at: usize) -> i32 {
        i32::from(self.odds[at])
    }

    /// How unexpected one letter after two others is in both languages, in eighths of a nat.
    #[inline]
    pub(super) fn surprise(&self, at: usize) -> u32 {
        u32::from(self.surprise[at])
    }

    fn build() -> Table {
        let mut table = Table { slots: vec![Entry::default(); SLOTS], odds: Vec::new(), surprise: Vec::new() };
        for word in words::SHARED.split_whitespace() {
            table.learn(word, |entry| (entry.listed, entry.function) = (true, true));
        }
        let lists = [
            (words::CY_STRONG, STRONG, true),
            (words::EN_STRONG, -STRONG, true),
            (words::CY_FAIR, FAIR, true),
            (words::EN_FAIR, -FAIR, true),
            (words::CY_WORDS, KNOWN, false),
            (words::EN_WORDS, -KNOWN, false),
        ];
        for (list, score, function) in lists {
            for word in list.split_whitespace() {
                table.learn(word, |entry| {
                    // The first list to name a word decides, unless the other language has it too.
                    if !entry.listed {
                        (entry.score, entry.listed, entry.function) = (score, true, function);
                    } else if !function && !entry.function && (entry.score > 0) != (score > 0) {
                        entry.score = 0;
                    }
                });
            }
        }
        words::FOREIGN.split_whitespace().for_each(|word| table.learn(word, |entry| entry.foreign = true));
        words::NAMES.split_whitespace().for_each(|word| table.learn(word, |entry| entry.name = true));
        let welsh = Letters::of(&[words::CY_STRONG, words::CY_FAIR, words::CY_WORDS]);
        let english = Letters::of(&[words::EN_STRONG, words::EN_FAIR, words::EN_WORDS]);
        for (cy, en) in welsh.likely().into_iter().zip(english.likely()) {
            table.odds.push(((cy - en) * NAT as f32).clamp(-60.0, 60.0) as i8);
            table.surprise.push((-cy.max(en) * 8.0).clamp(0.0, 255.0) as u8);
        }
        table
    }

    fn learn(&mut self, word: &str, note: impl FnOnce(&mut Entry)) {
        // A list may hold a word too long for the table: it still teaches the letter model.
        let Some(key) = pack(word) else { return };
        let mut at = slot(key);
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & (SLOTS - 1);
        }
        self.slots[at].key = key;
        note(&mut self.slots[at]);
    }
}

/// Counts of letters, pairs and triples in one language's lists.
struct Letters {
    ones: Vec<f32>,
    twos: Vec<f32>,
    threes: Vec<f32>,
}

impl Letters {
    fn of(lists: &[&str]) -> Letters {
        let mut letters = Letters { ones: vec![0.0; 32], twos: vec![0.0; 32 * 32], threes: vec![0.0; 32 * 32 * 32] };
        for word in lists.iter().flat_map(|list| list.split_whitespace()) {
            let (mut before, mut last) = (0, 0);
            // Nought ends the word as it began it, so that beginnings and endings are learnt too.
            for letter in word.chars().map(fold).chain([0]) {
                letters.ones[usize::from(letter)] += 1.0;
                letters.twos[triple(0, last, letter)] += 1.0;
                letters.threes[triple(before, last, letter)] += 1.0;
                (before, last) = (last, letter);
            }
        }
        letters
    }

    /// Natural logarithm of the chance of each triple's last letter after its first two.
    fn likely(&self) -> Vec<f32> {
        /// The weight of the shorter history, as a count of imagined letters.
        const BACKOFF: f32 = 4.0;
        let all: f32 = self.ones.iter().sum();
        (0..32 * 32 * 32usize)
            .map(|at| {
                let (pair, letter) = (at >> 5, at & 31);
                let one = (self.ones[letter] + 0.3) / (all + 0.3 * 32.0);
                let after_one: f32 = self.twos[at & 0x3E0..(at & 0x3E0) + 32].iter().sum();
                let two = (self.twos[at & 0x3FF] + BACKOFF * one) / (after_one + BACKOFF);
                let after_two: f32 = self.threes[pair << 5..(pair << 5) + 32].iter().sum();
                ((self.threes[at] + BACKOFF * two) / (after_two + BACKOFF)).ln()
            })
            .collect()
    }
}

/// The class of a letter of the lists, which may wear an accent.
fn fold(letter: char) -> u8 {
    match letter {
        'ï' => class(b'i'),
        'ê' => class(b'e'),
        letter => u8::try_from(letter).map_or(STRANGE, class),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_leave_half_of_the_table_free() {
        let taken = TABLE.slots.iter().filter(|entry| entry.key != 0).count();
        assert!(taken > 2_000 && taken < SLOTS / 2, "{taken} of {SLOTS}");
    }

    #[test]
    fn a_word_of_both_languages_says_nothing() {
        for word in ["plant", "a", "her"] {
            let entry = TABLE.entry(pack(word).unwrap()).unwrap();
            assert_eq!(entry.score, 0, "{word}");
        }
    }
}
