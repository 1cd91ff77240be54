//! Checks by hand around a find: word boundaries, stems, the pieces to its left and right, gaps.
//!
//! All positions are bytes of the folded text. A word is a run of letters, digits and accents; everything else bounds it.

use unicode_normalization::char::is_combining_mark;

use super::near::{Near, Reach};
use super::rarity::Frequencies;
use super::starts::Starts;
use crate::tagging::pattern::{Form, Piece};
use crate::text::fold::{Folded, fold_keeping_case};

/// A gap reaches no further than this, in bytes, whatever stands between: it keeps long runs of symbols from being read
/// again and again.
const FURTHEST: usize = 1_000;

/// The text that is searched, as it was written and folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Haystack<'t> {
    pub(super) original: &'t str,
    pub(super) folded: &'t Folded,
    /// The folded text.
    pub(super) text: &'t str,
    /// The folded text with noughts behind it.
    pub(super) padded: &'t [u8],
    /// Where words begin in it.
    pub(super) starts: &'t Starts,
}

impl<'t> Haystack<'t> {
    pub(super) fn new(original: &'t str, folded: &'t Folded, starts: &'t Starts) -> Self {
        Haystack { original, folded, text: folded.text(), padded: folded.padded(), starts }
    }
}

/// One way of writing a pattern: the piece that the scan looks for, and what must stand around it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) rule: u32,
    /// The right side is the less likely one: it is looked at first.
    right_first: bool,
    /// Where the pieces next to the anchor may be; `None` for anywhere.
    before: Option<Reach>,
    after: Option<Reach>,
    anchor: Vec<Form>,
    /// From the anchor outwards.
    left: Vec<Step>,
    right: Vec<Step>,
}

/// A piece, and how many words may stand between it and the one nearer the anchor; `None` for exactly one space.
#[derive(Clone, Debug)]
struct Step {
    gap: Option<usize>,
    near: Near,
}

/// Positions under consideration, kept between checks to save allocations.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    now: Vec<usize>,
    next: Vec<usize>,
}

impl Row {
    /// `None` when there is nothing to look for.
    pub(super) fn new(rule: u32, pieces: Vec<Piece>, frequencies: &Frequencies) -> Option<Row> {
        let often = |piece: &Piece| match piece {
            Piece::Forms(forms) => frequencies.any_of(forms),
            Piece::Gap(_) => f32::MAX,
        };
        let (anchor, _) = pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| matches!(piece, Piece::Forms(_)))
            .min_by(|(_, a), (_, b)| often(a).total_cmp(&often(b)))?;
        let (left, right) = (&pieces[..anchor], &pieces[anchor + 1..]);
        let side = |pieces: &[Piece]| pieces.iter().map(often).fold(f32::MAX, f32::min);
        let Piece::Forms(forms) = &pieces[anchor] else { return None };
        let right_first = side(right) < side(left);
        let (left, right) = (steps(left.iter().rev()), steps(right.iter()));
        Some(Row {
            rule,
            right_first,
            before: left.first().and_then(|step| step.near.before(step.gap)),
            after: right.first().and_then(|step| step.near.after(step.gap)),
            anchor: forms.clone(),
            left,
            right,
        })
    }

    pub(super) fn is_one_piece(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }

    pub(super) fn anchor_forms(&self) -> &[Form] {
        &self.anchor
    }

    /// Whether there can be a match around an anchor: the pieces next to it are looked for by their first letters.
    #[inline]
    pub(super) fn may_be_around(&self, haystack: Haystack<'_>, start: usize, end: usize) -> bool {
        let after = || self.after.as_ref().is_none_or(|reach| reach.may_be_from(haystack, end));
        let before = || self.before.as_ref().is_none_or(|reach| reach.may_be_before(haystack, start));
        // The less likely side first: it spares a look at the other.
        if self.right_first && !after() {
            return false;
        }
        before() && (self.right_first || after())
    }

    /// The widest match of the whole row around its anchor, which was found at `start..end`.
    pub(super) fn around(
        &self,
        haystack: Haystack<'_>,
        start: usize,
        end: usize,
        scratch: &mut Scratch,
    ) -> Option<(usize, usize)> {
        if self.right_first {
            let end = self.rightwards(haystack, end, scratch)?;
            return Some((self.leftwards(haystack, start, scratch)?, end));
        }
        let start = self.leftwards(haystack, start, scratch)?;
        Some((start, self.rightwards(haystack, end, scratch)?))
    }

    fn leftwards(&self, haystack: Haystack<'_>, start: usize, scratch: &mut Scratch) -> Option<usize> {
        if self.left.is_empty() {
            return Some(start);
        }
        scratch.begin(start);
        for step in &self.left {
            let Scratch { now, next } = scratch;
            for &right in now.iter() {
                match step.gap {
                    Some(words) => {
                        let mut at = |end| step.near.starts_of(haystack, end, next);
                        if !(step.near.ends_words() && haystack.starts.words_before(right, words, FURTHEST, &mut at)) {
                            ends_before(haystack.text, right, words, &mut at);
                        }
                    }
                    None if haystack.text[..right].ends_with(' ') => step.near.starts_of(haystack, right - 1, next),
                    None => {}
                }
            }
            scratch.advance()?;
        }
        scratch.now.first().copied()
    }

    fn rightwards(&self, haystack: Haystack<'_>, end: usize, scratch: &mut Scratch) -> Option<usize> {
        if self.right.is_empty() {
            return Some(end);
        }
        scratch.begin(end);
        for step in &self.right {
            let Scratch { now, next } = scratch;
            for &left in now.iter() {
                match step.gap {
                    Some(words) => {
                        let mut at = |start| step.near.ends_of(haystack, start, next);
                        if !(step.near.starts_words() && haystack.starts.words_from(left, words, FURTHEST, &mut at)) {
                            starts_after(haystack.text, left, words, &mut at);
                        }
                    }
                    None if haystack.text[left..].starts_with(' ') => step.near.ends_of(haystack, left + 1, next),
                    None => {}
                }
            }
            scratch.advance()?;
        }
        scratch.now.last().copied()
    }
}

/// Pieces in the order given, each with the gap before it.
fn steps<'p>(pieces: impl Iterator<Item = &'p Piece>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut gap = None;
    for piece in pieces {
        match piece {
            Piece::Gap(words) => gap = Some(*words),
            Piece::Forms(forms) => steps.push(Step { gap: gap.take(), near: Near::new(forms.clone()) }),
        }
    }
    steps
}

impl Scratch {
    fn begin(&mut self, at: usize) {
        self.now.clear();
        self.now.push(at);
        self.next.clear();
    }

    /// The positions reached become the ones to go on from; `None` when there are none.
    fn advance(&mut self) -> Option<()> {
        std::mem::swap(&mut self.now, &mut self.next);
        self.next.clear();
        if self.now.len() > 1 {
            self.now.sort_unstable();
            self.now.dedup();
        }
        (!self.now.is_empty()).then_some(())
    }
}

/// Everywhere a piece may start with up to `words` words between it and the piece that ended at `from`.
fn starts_after(haystack: &str, from: usize, words: usize, start: &mut impl FnMut(usize)) {
    let mut at = after_apostrophes(haystack, from, &mut |_| {});
    let last = from.saturating_add(FURTHEST).min(haystack.len());
    for passed in 0..=words {
        while let Some(c) = char_at(haystack, at).filter(|c| !is_word(*c)) {
            if at > from && c != ' ' {
                start(at);
            }
            at += c.len_utf8();
            if at > last {
                return;
            }
        }
        if at >= haystack.len() {
            return;
        }
        start(at);
        at = after_apostrophes(haystack, word_end(haystack, at), start);
        if passed == words || at > last {
            return;
        }
    }
}

/// Past the rest of a word that apostrophes hold together (`'s`, `'r`), telling each part's start.
fn after_apostrophes(haystack: &str, mut at: usize, part: &mut impl FnMut(usize)) -> usize {
    while haystack.as_bytes().get(at) == Some(&b'\'') && char_at(haystack, at + 1).is_some_and(is_word) {
        part(at + 1);
        at = word_end(haystack, at + 1);
    }
    at
}

/// Everywhere a piece may end with up to `words` words between it and the piece that starts at `from`.
fn ends_before(haystack: &str, from: usize, words: usize, end: &mut impl FnMut(usize)) {
    let mut at = before_apostrophes(haystack, from, &mut |_| {});
    let last = from.saturating_sub(FURTHEST);
    for passed in 0..=words {
        while let Some(c) = char_before(haystack, at).filter(|c| !is_word(*c)) {
            if at < from && c != ' ' {
                end(at);
            }
            at -= c.len_utf8();
            if at < last {
                return;
            }
        }
        if at == 0 {
            return;
        }
        end(at);
        at = before_apostrophes(haystack, word_start(haystack, at), end);
        if passed == words || at < last {
            return;
        }
    }
}

/// As [`after_apostrophes`], the other way: telling each part's end.
fn before_apostrophes(haystack: &str, mut at: usize, part: &mut impl FnMut(usize)) -> usize {
    while haystack.as_bytes()[..at].ends_with(b"'") && char_before(haystack, at - 1).is_some_and(is_word) {
        part(at - 1);
        at = word_start(haystack, at - 1);
    }
    at
}

fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_combining_mark(c) }
}

#[inline]
fn char_at(haystack: &str, at: usize) -> Option<char> {
    match haystack.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => haystack[at..].chars().next(),
        None => None,
    }
}

#[inline]
fn char_before(haystack: &str, at: usize) -> Option<char> {
    match at.checked_sub(1).map(|before| haystack.as_bytes()[before]) {
        Some(byte) if byte.is_ascii() => Some(char::from(byte)),
        Some(_) => haystack[..at].chars().next_back(),
        None => None,
    }
}

/// Whether no word runs on to the left of `at`.
#[inline]
pub(super) fn starts_at_boundary(haystack: &str, at: usize) -> bool {
    !char_before(haystack, at).is_some_and(is_word)
}

/// Whether no word runs on to the right of `at`.
#[inline]
pub(super) fn ends_at_boundary(haystack: &str, at: usize) -> bool {
    !char_at(haystack, at).is_some_and(is_word)
}

pub(super) fn starts_with_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_word)
}

pub(super) fn ends_with_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_word)
}

/// Where the word that holds, or ends at, `at` ends.
pub(super) fn word_end(haystack: &str, mut at: usize) -> usize {
    while let Some(c) = char_at(haystack, at).filter(|c| is_word(*c)) {
        at += c.len_utf8();
    }
    at
}

/// Where the word that holds, or starts at, `at` starts.
pub(super) fn word_start(haystack: &str, mut at: usize) -> usize {
    while let Some(c) = char_before(haystack, at).filter(|c| is_word(*c)) {
        at -= c.len_utf8();
    }
    at
}

/// Whether the original has the very capitals of `exact` at a range of the folded text.
pub(super) fn is_exactly(haystack: Haystack<'_>, range: (usize, usize), exact: &str, stem: bool) -> bool {
    let Some(words) = haystack.folded.span(range.0, range.1).of(haystack.original) else { return false };
    let words = fold_keeping_case(words);
    if stem { words.text().starts_with(exact) } else { words.text() == exact }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::fold;

    proptest! {
        /// Bits and characters tell the same places around every word, whenever the bits can tell.
        #[test]
        fn neighbours_are_the_same_by_bits_and_by_characters(
            words in proptest::collection::vec(prop_oneof![
                40 => "[a-c]{1,9}",
                20 => "[a-c]{1,2}'[a-c]{1,3}('[a-c])?",
                20 => "'{1,2}|[.,%][a-c]?|'[a-c]{1,3}'",
                1 => "[£ŵ]|e\u{301}",
            ], 1..60),
            gap in 0usize..6,
        ) {
            let folded = fold(&words.join(" "));
            let text = folded.text();
            let mut starts = Starts::default();
            starts.mark(folded.padded(), text.len());
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                if ends_at_boundary(text, at) {
                    let (mut by_bits, mut by_characters) = (BTreeSet::new(), BTreeSet::new());
                    if starts.words_from(at, gap, FURTHEST, |start| { by_bits.insert(start); }) {
                        starts_after(text, at, gap, &mut |start| {
                            if char_at(text, start).is_some_and(is_word) { by_characters.insert(start); }
                        });
                        prop_assert_eq!(by_bits, by_characters, "after {} of {}", at, text);
                    }
                }
                if starts_at_boundary(text, at) {
                    let (mut by_bits, mut by_characters) = (BTreeSet::new(), BTreeSet::new());
                    if starts.words_before(at, gap, FURTHEST, |end| { by_bits.insert(end); }) {
                        ends_before(text, at, gap, &mut |end| {
                            if char_before(text, end).is_some_and(is_word) { by_characters.insert(end); }
                        });
                        prop_assert_eq!(by_bits, by_characters, "before {} of {}", at, text);
                    }
                }
            }
        }
    }
}
