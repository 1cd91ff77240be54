//! Words as numbers, so that asking whether one stands in a list takes a look or two and no walk over letters.
//!
//! Lists are written where they are used, as text with spaces; the compiler makes the table.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word as a number. Words of up to eight bytes have numbers of their own; a longer one shares another's with a chance of
/// one in 2^64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::tagging) struct Key(u64);

impl Key {
    /// The number of a word; nought for no word at all.
    pub(in crate::tagging) const fn of(word: &str) -> Key {
        let bytes = word.as_bytes();
        let mut whole = eight(bytes, 0);
        let mut at = 8;
        while at < bytes.len() {
            whole = Key::further(whole, eight(bytes, at), at == 8);
            at += 8;
        }
        Key::mixed(whole)
    }

    /// The number of a word of up to sixteen bytes, the first in the lowest byte, nought behind the last.
    #[inline(always)]
    pub(super) const fn of_sixteen(low: u64, high: u64) -> Key {
        Key::mixed(if high == 0 { low } else { Key::further(low, high, true) })
    }

    /// One bit of sixty-four, which other words share.
    pub(super) const fn bit(self) -> u64 {
        1 << self.high(6)
    }

    /// Its highest bits, by which a table is indexed.
    #[inline(always)]
    pub(super) const fn high(self, bits: u32) -> usize {
        (self.0 >> (64 - bits)) as usize
    }

    /// Takes in eight more bytes.
    const fn further(whole: u64, eight: u64, second: bool) -> u64 {
        // An odd multiplier with good spectra (Steele and Vigna, 2021).
        let turned = if second { whole } else { whole.rotate_left(17) };
        turned ^ eight.wrapping_mul(0xD134_2543_DE82_EF95).rotate_left(29)
    }

    /// Spreads all bits over the highest, by which tables are indexed: multiplied by 2^64 over the golden ratio.
    const fn mixed(whole: u64) -> Key {
        Key(whole.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// Up to eight bytes from `at` on.
const fn eight(bytes: &[u8], at: usize) -> u64 {
    let (mut eight, mut step) = (0, 0);
    while step < 8 && at + step < bytes.len() {
        eight |= (bytes[at + step] as u64) << (8 * step);
        step += 1;
    }
    eight
}

/// A folded word with its number.
#[derive(Clone, Copy, Debug)]
pub(in crate::tagging) struct Word<'t> {
    text: &'t str,
    pub(in crate::tagging) key: Key,
}

impl<'t> Word<'t> {
    /// No word, which stands in no list.
    pub(in crate::tagging) const NONE: Word<'static> = Word::of("");

    pub(in crate::tagging) const fn of(text: &'t str) -> Word<'t> {
        Word { text, key: Key::of(text) }
    }

    /// With a number that is known already.
    #[inline(always)]
    pub(super) const fn known(text: &'t str, key: Key) -> Word<'t> {
        Word { text, key }
    }

    pub(in crate::tagging) const fn as_str(self) -> &'t str {
        self.text
    }
}

impl std::ops::Deref for Word<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl PartialEq<&str> for Word<'_> {
    #[inline(always)]
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

/// Words that can be asked for: see [`among`](macro@among).
#[derive(Clone, Copy)]
pub(in crate::tagging) struct List {
    /// Numbers by their highest bits, each at its place or behind; nought where none is.
    slots: &'static [u64],
    shift: u32,
}

impl List {
    pub(in crate::tagging) const fn of(slots: &'static [u64]) -> List {
        List { slots, shift: 64 - slots.len().trailing_zeros() }
    }

    /// Whether the list holds a word.
    #[inline(always)]
    pub(in crate::tagging) fn has(self, word: Word) -> bool {
        let last = self.slots.len() - 1;
        let mut at = (word.key.0 >> self.shift) as usize;
        loop {
            let slot = self.slots[at & last];
            if slot == 0 {
                return false;
            }
            if slot == word.key.0 {
                return true;
            }
            at += 1;
        }
    }
}

/// The list of these words, which stand apart by spaces, made by the compiler.
macro_rules! list {
    ($words:expr) => {{
        use $crate::tagging::stance::words::{List, slots, table};
        const WORDS: &str = $words;
        static SLOTS: [u64; slots(WORDS)] = table(WORDS);
        List::of(&SLOTS)
    }};
}

/// Whether a word is one of these, which stand apart by spaces.
macro_rules! among {
    ($words:expr, $word:expr $(,)?) => {
        $crate::tagging::stance::words::list!($words).has($word)
    };
}

pub(in crate::tagging) use {among, list};

/// Slots of a list's table: a power of two, at least twice as many as words.
pub(in crate::tagging) const fn slots(words: &str) -> usize {
    let (mut count, mut at): (usize, usize) = (0, 0);
    while let Some((_, next)) = word(words, at) {
        count += 1;
        at = next;
    }
    (2 * count + 2).next_power_of_two()
}

/// The table of a list.
pub(in crate::tagging) const fn table<const SLOTS: usize>(words: &str) -> [u64; SLOTS] {
    let mut slots = [0; SLOTS];
    let mut at = 0;
    while let Some((word, next)) = word(words, at) {
        let Key(key) = Key::of(word);
        let mut slot = (key >> (64 - SLOTS.trailing_zeros())) as usize;
        while slots[slot & (SLOTS - 1)] != 0 && slots[slot & (SLOTS - 1)] != key {
            slot += 1;
        }
        slots[slot & (SLOTS - 1)] = key;
        at = next;
    }
    slots
}

/// The first word at or behind a place, and the place behind it.
const fn word(words: &str, from: usize) -> Option<(&str, usize)> {
    let (_, rest) = words.split_at(from);
    let bytes = rest.as_bytes();
    let mut start = 0;
    while start < bytes.len() && bytes[start].is_ascii_whitespace() {
        start += 1;
    }
    let mut end = start;
    while end < bytes.len() && !bytes[end].is_ascii_whitespace() {
        end += 1;
    }
    let (word, _) = rest.split_at(end);
    let (_, word) = word.split_at(start);
    if start == end { None } else { Some((word, from + end)) }
}

/// A map by words that no respondent can choose.
pub(in crate::tagging) type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<KeyHasher>>;

/// A [`Key`] is spread best over its highest bits; the map looks at the lowest, and at the highest seven.
#[derive(Default)]
pub(in crate::tagging) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0 ^ key).rotate_left(20);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        let long = "llanfairpwllgwyngyllgogerychwyrndrobwll";
        for word in ["a", "don't", "gwrthwynebu", long] {
            assert!(among!("a don't  gwrthwynebu\n llanfairpwllgwyngyllgogerychwyrndrobwll", Word::of(word)), "{word}");
        }
        for word in ["", "b", "don", "gwrthwyneb", "llanfairpwllgwyngyllgogerychwyrndrobwl"] {
            assert!(!among!("a don't gwrthwynebu llanfairpwllgwyngyllgogerychwyrndrobwll", Word::of(word)), "{word}");
        }
        assert!(!among!("", Word::of("a")) && !among!("", Word::NONE));
    }

    #[test]
    fn a_word_read_at_once_has_the_number_that_it_has_letter_by_letter() {
        for word in ["i", "support", "disagree", "cefnogwyr", "gwrthwynebiadauu"] {
            let bytes = word.as_bytes();
            assert_eq!(Key::of_sixteen(eight(bytes, 0), eight(bytes, 8)), Key::of(word), "{word}");
        }
    }
}
