//! The word table, built once from the lists in [`super::words`] and never changed.
//!
//! A word of up to sixteen letters is two machine words, multiplied into one: looking it up costs no walk over its letters.
//! Words that no list holds are judged by [`super::letters`].

use std::sync::LazyLock;

use super::letters::{LOOKED_AT, Letters};
use super::{spelling, words};

/// Scores are sixteenths of a nat of log odds: above nought speaks for Welsh, below for English.
pub(super) const NAT: i32 = 16;
const STRONG: i32 = 64;
const KNOWN: i32 = 60;
const FAIR: i32 = 28;

/// Letters in the longest word that the table can hold.
pub(super) const LONGEST: usize = 16;

/// What is known of one word, in ten bits: six of score, and four marks.
#[derive(Clone, Copy, Default)]
pub(super) struct Entry(u16);

const LISTED: u16 = 1 << 6;
const FUNCTION: u16 = 1 << 7;
const FOREIGN: u16 = 1 << 8;
const NAME: u16 = 1 << 9;
/// The bits of a slot that hold the entry; the others hold the word.
const PAYLOAD: u64 = (1 << 10) - 1;

/// The score of each entry, and what it says against other languages, in units of [`NAT`]: read off for every word.
static WEIGHTS: [[i8; 2]; 1 << 10] = {
    let mut weights = [[0; 2]; 1 << 10];
    let mut entry = 0;
    while entry < weights.len() as u16 {
        // Four units a step, around the middle of six bits.
        let listed = (entry & LISTED != 0) as i32;
        let score = ((entry & 63) as i32 - 32) * 4 * listed;
        // A function word says as much against others as for its own language; a content word less, as English shares so
        // many; and one that another language has too speaks for that.
        let alien = match (entry & FOREIGN != 0, entry & FUNCTION != 0) {
            (true, _) => NAT * listed,
            (false, true) => -score.abs(),
            (false, false) => -score.abs() / 3,
        };
        weights[entry as usize] = [score as i8, alien as i8];
        entry += 1;
    }
    weights
};

impl Entry {
    fn weights(self) -> [i8; 2] {
        WEIGHTS[usize::from(self.0) % WEIGHTS.len()]
    }

    /// Log odds, in units of [`NAT`].
    #[inline]
    pub(super) fn score(self) -> i32 {
        i32::from(self.weights()[0])
    }

    fn scored(self, score: i32) -> Entry {
        Entry(self.0 & !63 | (score / 4 + 32) as u16)
    }

    /// What a listed word says against other languages.
    #[inline]
    pub(super) fn alien(self) -> i32 {
        i32::from(self.weights()[1])
    }

    /// In one of the lists of either language.
    #[inline]
    pub(super) fn listed(self) -> bool {
        self.0 & LISTED != 0
    }

    /// A function word, not a content word.
    #[inline]
    pub(super) fn function(self) -> bool {
        self.0 & FUNCTION != 0
    }

    /// A function word of some other language.
    #[inline]
    pub(super) fn foreign(self) -> bool {
        self.0 & FOREIGN != 0
    }

    /// Somebody's or somewhere's name.
    #[inline]
    pub(super) fn name(self) -> bool {
        self.0 & NAME != 0
    }
}

/// A power of two, large enough that probing stays short.
const SLOTS: usize = 1 << 15;

/// Open-addressed words, and the letter model.
pub(super) struct Table {
    slots: Box<[u64; SLOTS]>,
    pub(super) letters: Letters,
}

/// The one table.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::build);

/// The first sixteen bytes of a word as one number; two words seldom share its upper 54 bits (never two of the lists).
#[inline]
pub(super) fn key(low: u64, high: u64) -> u64 {
    // Odd multipliers: 2^64 divided by the golden ratio, and one of Steele and Vigna's (2021).
    (low ^ high.wrapping_mul(0xD134_2543_DE82_EF95).rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The key of a word of the lists; nothing when it is too long or holds a letter outside a to z.
fn pack(word: &str) -> Option<u64> {
    let fits = word.len() <= LONGEST && word.bytes().all(|letter| letter == b'\'' || letter.is_ascii_lowercase());
    let mut bytes = [0; LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    let whole = u128::from_le_bytes(bytes);
    fits.then(|| key(whole as u64, (whole >> 64) as u64))
}

impl Table {
    /// What the lists say of a word, by its [`key`]; the empty entry when they don't hold it.
    #[inline(always)]
    pub(super) fn entry(&self, key: u64) -> Entry {
        let mut at = (key >> 49) as usize;
        loop {
            let slot = self.slots[at & (SLOTS - 1)];
            if slot == 0 || (slot ^ key) & !PAYLOAD == 0 {
                return Entry((slot & PAYLOAD) as u16);
            }
            at += 1;
        }
    }

    fn build() -> Table {
        let mut table = Table { slots: Box::new([0; SLOTS]), letters: Letters::learn() };
        for word in words::SHARED.split_whitespace() {
            table.learn(word, |entry| Entry(entry.0 | LISTED | FUNCTION).scored(0));
        }
        let lists = [
            (words::CY_STRONG, STRONG, FUNCTION),
            (words::EN_STRONG, -STRONG, FUNCTION),
            (words::CY_FAIR, FAIR, FUNCTION),
            (words::EN_FAIR, -FAIR, FUNCTION),
            (words::CY_WORDS, KNOWN, 0),
            (words::EN_WORDS, -KNOWN, 0),
        ];
        for (list, score, function) in lists {
            for word in list.split_whitespace() {
                table.learn(word, |entry| {
                    // The first list to name a word decides, unless the other language has it too.
                    if !entry.listed() {
                        Entry(entry.0 | LISTED | function).scored(score)
                    } else if function == 0 && !entry.function() && (entry.score() > 0) != (score > 0) {
                        entry.scored(0)
                    } else {
                        entry
                    }
                });
            }
        }
        // What the letter model was taught with, where it learnt it well: not what both languages write.
        for (list, sign) in [(spelling::CY_WORDS, 1), (spelling::EN_WORDS, -1)] {
            for word in list.split_whitespace() {
                let mut folded = [0; LOOKED_AT];
                let length = word.len().min(LOOKED_AT - 1);
                folded[..length].copy_from_slice(&word.as_bytes()[..length]);
                if table.letters.judge(&folded, length).welsh * sign >= 3 * NAT {
                    table.learn(word, |entry| {
                        if entry.listed() { entry } else { Entry(entry.0 | LISTED).scored(sign * KNOWN) }
                    });
                }
            }
        }
        for (list, mark) in [(words::FOREIGN, FOREIGN), (words::NAMES, NAME)] {
            list.split_whitespace().for_each(|word| table.learn(word, |entry| Entry(entry.0 | mark)));
        }
        table
    }

    fn learn(&mut self, word: &str, note: impl FnOnce(Entry) -> Entry) {
        // A list may hold a word too long for the table: it still teaches the letter model.
        let Some(key) = pack(word) else { return };
        let mut at = (key >> 49) as usize;
        while self.slots[at] != 0 && (self.slots[at] ^ key) & !PAYLOAD != 0 {
            at = (at + 1) & (SLOTS - 1);
        }
        let entry = note(Entry((self.slots[at] & PAYLOAD) as u16));
        self.slots[at] = key & !PAYLOAD | u64::from(entry.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_leave_half_of_the_table_free() {
        let taken = TABLE.slots.iter().filter(|slot| **slot != 0).count();
        assert!(taken > 5_000 && taken < SLOTS / 2, "{taken} of {SLOTS}");
    }

    #[test]
    fn a_word_of_both_languages_says_nothing() {
        for word in ["plant", "a", "her"] {
            let entry = TABLE.entry(pack(word).unwrap());
            assert_eq!(entry.score(), 0, "{word}");
        }
    }
}
