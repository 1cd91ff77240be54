//! Reads words off a text: eight plain letters at a time, and letter by letter where there is more to a word.

use super::letters::{LOOKED_AT, STRANGE};
use super::wide::{Accent, Wide, wide};

/// Up to eight letters at the head of a slice, told from what follows in a few steps for all of them at once.
#[derive(Default)]
pub(super) struct Eight {
    /// Small letters, the first in the lowest byte; nought behind the last.
    pub(super) folded: u64,
    /// 0x20 in the byte of each capital.
    pub(super) capitals: u64,
    pub(super) letters: usize,
}

impl Eight {
    #[inline(always)]
    pub(super) fn at(bytes: &[u8], at: usize) -> Eight {
        const ONES: u64 = 0x0101_0101_0101_0101;
        let raw = match bytes.get(at..at + 8) {
            Some(eight) => u64::from_le_bytes(eight.try_into().unwrap_or_default()),
            None => {
                let mut padded = [0; 8];
                let left = bytes.get(at..).unwrap_or_default();
                padded[..left.len()].copy_from_slice(left);
                u64::from_le_bytes(padded)
            }
        };
        let small = raw | (0x20 * ONES);
        // The top bit of each byte: at least `a`, and more than `z`, after the sums; and no ASCII at all.
        let seven = small & (0x7F * ONES);
        let from_a = seven + (0x80 - u64::from(b'a')) * ONES;
        let past_z = seven + (0x80 - u64::from(b'z') - 1) * ONES;
        let letter = from_a & !past_z & !raw & (0x80 * ONES);
        let letters = (!letter & (0x80 * ONES)).trailing_zeros() as usize / 8;
        let kept = if letters == 8 { u64::MAX } else { (1 << (8 * letters)) - 1 };
        Eight { folded: small & kept, capitals: !raw & (0x20 * ONES) & kept, letters }
    }

    #[inline(always)]
    pub(super) fn is_shouted(&self) -> bool {
        self.capitals.count_ones() as usize == self.letters
    }
}

/// A word as it is written.
#[derive(Default)]
pub(super) struct Raw {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The first sixteen letters, small and without accents, the first in the lowest byte.
    pub(super) low: u64,
    pub(super) high: u64,
    pub(super) letters: u32,
    pub(super) first_capital: bool,
    /// All in capitals.
    pub(super) shouted: bool,
    /// With more to it than plain letters, perhaps.
    pub(super) is_marked: bool,
    /// With a letter that Welsh and next to nothing else writes; with an accent on a vowel that is common in Welsh, or
    /// rare; with a letter of neither language.
    pub(super) welsh: bool,
    pub(super) roof: bool,
    pub(super) sharp: bool,
    pub(super) strange: bool,
    pub(super) script: bool,
}

impl Raw {
    /// A word of plain letters.
    #[inline(always)]
    pub(super) fn plain(start: usize, end: usize, [first, second]: &[Eight; 2]) -> Raw {
        Raw {
            start,
            end,
            low: first.folded,
            high: second.folded,
            letters: (end - start) as u32,
            first_capital: first.capitals & 0x20 != 0,
            shouted: first.is_shouted() && second.is_shouted(),
            ..Raw::default()
        }
    }

    /// Any word, from its first letter to its last; `end` says how far it is plain letters.
    pub(super) fn spelt(text: &str, start: usize, end: usize) -> Raw {
        let mut raw = Raw { start, end, is_marked: true, ..Raw::default() };
        let mut letters = text[start..end].chars().count() as u32;
        for c in text[end..].chars() {
            match c {
                'A'..='Z' | 'a'..='z' => {}
                c if c.is_ascii() => break,
                c => match wide(c) {
                    Wide::Letter(_, Accent::Welsh) => raw.welsh = true,
                    Wide::Letter(_, Accent::Roof) => raw.roof = true,
                    Wide::Letter(_, Accent::Sharp) => raw.sharp = true,
                    Wide::Letter(_, Accent::Strange) => raw.strange = true,
                    Wide::Mark => {
                        raw.mark(c, text.as_bytes().get(raw.end.wrapping_sub(1)).copied().unwrap_or_default());
                        letters = letters.saturating_sub(1);
                    }
                    Wide::Script => raw.script = true,
                    Wide::Apostrophe | Wide::Clause | Wide::Nothing => break,
                },
            }
            raw.end += c.len_utf8();
            letters += 1;
        }
        let word = &text[start..raw.end];
        let folded = fold(word);
        let eight = |from: usize| u64::from_le_bytes(folded[from..from + 8].try_into().unwrap_or_default());
        (raw.low, raw.high, raw.letters) = (eight(0), eight(8), letters);
        let mut cases = word.chars().filter(|c| c.is_alphabetic());
        raw.first_capital = cases.next().is_some_and(char::is_uppercase);
        raw.shouted = raw.first_capital && cases.all(char::is_uppercase);
        raw
    }

    /// The folded letters that are looked at.
    pub(super) fn folded(&self, text: &str) -> [u8; LOOKED_AT] {
        if self.letters > 16 {
            return fold(&text[self.start..self.end]);
        }
        let mut folded = [0; LOOKED_AT];
        folded[..8].copy_from_slice(&self.low.to_le_bytes());
        folded[8..16].copy_from_slice(&self.high.to_le_bytes());
        folded
    }

    fn mark(&mut self, mark: char, on: u8) {
        match mark {
            '\u{0300}' | '\u{0301}' | '\u{0302}' | '\u{0308}' if b"wyWY".contains(&on) => self.welsh = true,
            '\u{0302}' | '\u{0308}' => self.roof = true,
            '\u{0300}' | '\u{0301}' => self.sharp = true,
            _ => self.strange = true,
        }
    }
}

/// The first letters of a word, small and without accents; nought behind the last.
pub(super) fn fold(word: &str) -> [u8; LOOKED_AT] {
    let mut folded = [0; LOOKED_AT];
    let letters = word.chars().filter_map(|c| match c {
        'A'..='Z' | 'a'..='z' => Some(c.to_ascii_lowercase() as u8),
        c => match wide(c) {
            Wide::Letter(letter, _) => Some(letter),
            Wide::Script => Some(STRANGE),
            _ => None,
        },
    });
    for (place, letter) in folded.iter_mut().zip(letters) {
        *place = letter;
    }
    folded
}
