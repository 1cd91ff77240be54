//! Checks by hand around a find: word boundaries, stems, the pieces to its left and right, gaps.
//!
//! All positions are bytes of the folded text. A word is a run of letters, digits and accents; everything else bounds it.

use unicode_normalization::char::is_combining_mark;

use crate::tagging::pattern::{Form, Piece};
use crate::text::fold::{Folded, fold_keeping_case};

/// A gap reaches no further than this, in bytes, whatever stands between: it keeps long runs of symbols from being read
/// again and again.
const FURTHEST: usize = 1_000;

/// Words so common that looking for them finds every text; good enough as an order, no need to be complete.
const COMMON: [&str; 68] = [
    "a", "all", "am", "an", "and", "any", "are", "ar", "as", "at", "be", "been", "but", "by", "can", "could", "do",
    "does", "er", "ei", "eu", "for", "from", "gan", "get", "had", "has", "have", "i", "if", "in", "is", "it", "its",
    "mae", "more", "na", "need", "no", "not", "o", "of", "on", "or", "our", "people", "should", "so", "sy'n", "that",
    "the", "their", "them", "there", "they", "this", "to", "was", "we", "wedi", "were", "will", "with", "would", "y",
    "yn", "yr", "you",
];

/// One way of writing a pattern: its pieces, and the one that the scan looks for.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) rule: u32,
    pieces: Vec<Piece>,
    anchor: usize,
}

/// Positions under consideration, kept between checks to save allocations.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    now: Vec<usize>,
    next: Vec<usize>,
    candidates: Vec<usize>,
}

impl Row {
    /// `None` when there is nothing to look for.
    pub(super) fn new(rule: u32, pieces: Vec<Piece>) -> Option<Row> {
        let scored = pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
            Piece::Forms(forms) => Some((rarity(forms), std::cmp::Reverse(at))),
            Piece::Gap(_) => None,
        });
        let (_, std::cmp::Reverse(anchor)) = scored.max()?;
        Some(Row { rule, pieces, anchor })
    }

    pub(super) fn is_one_piece(&self) -> bool {
        self.pieces.len() == 1
    }

    pub(super) fn anchor_forms(&self) -> &[Form] {
        match &self.pieces[self.anchor] {
            Piece::Forms(forms) => forms,
            Piece::Gap(_) => &[],
        }
    }

    /// The widest match of the whole row around its anchor, which was found at `start..end`.
    pub(super) fn around(
        &self,
        text: &str,
        folded: &Folded,
        start: usize,
        end: usize,
        scratch: &mut Scratch,
    ) -> Option<(usize, usize)> {
        let start = self.leftwards(text, folded, start, scratch)?;
        let end = self.rightwards(text, folded, end, scratch)?;
        Some((start, end))
    }

    fn leftwards(&self, text: &str, folded: &Folded, start: usize, scratch: &mut Scratch) -> Option<usize> {
        let haystack = folded.text();
        scratch.now.clear();
        scratch.now.push(start);
        let mut gap = None;
        for piece in self.pieces[..self.anchor].iter().rev() {
            let forms = match piece {
                Piece::Gap(words) => {
                    gap = Some(*words);
                    continue;
                }
                Piece::Forms(forms) => forms,
            };
            scratch.next.clear();
            for &right in &scratch.now {
                scratch.candidates.clear();
                match gap {
                    Some(words) => ends_before(haystack, right, words, &mut scratch.candidates),
                    None if haystack[..right].ends_with(' ') => scratch.candidates.push(right - 1),
                    None => {}
                }
                for &end in &scratch.candidates {
                    for form in forms {
                        if let Some(start) = start_of(haystack, form, end)
                            && form.exact.as_ref().is_none_or(|e| is_exactly(text, folded, (start, end), e, form.stem))
                        {
                            scratch.next.push(start);
                        }
                    }
                }
            }
            gap = None;
            advance(scratch)?;
        }
        scratch.now.first().copied()
    }

    fn rightwards(&self, text: &str, folded: &Folded, end: usize, scratch: &mut Scratch) -> Option<usize> {
        let haystack = folded.text();
        scratch.now.clear();
        scratch.now.push(end);
        let mut gap = None;
        for piece in &self.pieces[self.anchor + 1..] {
            let forms = match piece {
                Piece::Gap(words) => {
                    gap = Some(*words);
                    continue;
                }
                Piece::Forms(forms) => forms,
            };
            scratch.next.clear();
            for &left in &scratch.now {
                scratch.candidates.clear();
                match gap {
                    Some(words) => starts_after(haystack, left, words, &mut scratch.candidates),
                    None if haystack[left..].starts_with(' ') => scratch.candidates.push(left + 1),
                    None => {}
                }
                for &start in &scratch.candidates {
                    for form in forms {
                        if let Some(end) = end_of(haystack, form, start)
                            && form.exact.as_ref().is_none_or(|e| is_exactly(text, folded, (start, end), e, form.stem))
                        {
                            scratch.next.push(end);
                        }
                    }
                }
            }
            gap = None;
            advance(scratch)?;
        }
        scratch.now.last().copied()
    }
}

/// The positions reached become the ones to go on from; `None` when there are none.
fn advance(scratch: &mut Scratch) -> Option<()> {
    std::mem::swap(&mut scratch.now, &mut scratch.next);
    scratch.now.sort_unstable();
    scratch.now.dedup();
    (!scratch.now.is_empty()).then_some(())
}

/// How rare a piece's forms are likely to be: longer is rarer, fewer is rarer, the commonest words are not rare at all.
fn rarity(forms: &[Form]) -> u32 {
    let of = |form: &Form| if COMMON.contains(&form.text.as_str()) { 1 } else { form.text.len().min(16) as u32 };
    let shortest = forms.iter().map(of).min().unwrap_or(0);
    (shortest * 4).saturating_sub(forms.len().ilog2())
}

/// Where the form starts when it ends at `end`.
fn start_of(haystack: &str, form: &Form, end: usize) -> Option<usize> {
    let written_end = if form.stem {
        // The stem's last word begins where the word in the text begins.
        let last_word = form.text.len() - word_start(&form.text, form.text.len());
        let at = word_start(haystack, end) + last_word;
        (at <= end).then_some(at)?
    } else {
        end
    };
    if !haystack.as_bytes()[..written_end].ends_with(form.text.as_bytes()) {
        return None;
    }
    let start = written_end - form.text.len();
    let begins = !starts_with_word(&form.text) || starts_at_boundary(haystack, start);
    let ends = form.stem || !ends_with_word(&form.text) || ends_at_boundary(haystack, end);
    (begins && ends).then_some(start)
}

/// Where the form ends when it starts at `start`.
fn end_of(haystack: &str, form: &Form, start: usize) -> Option<usize> {
    if !haystack.as_bytes()[start..].starts_with(form.text.as_bytes()) {
        return None;
    }
    let end = start + form.text.len();
    let begins = !starts_with_word(&form.text) || starts_at_boundary(haystack, start);
    if !begins {
        return None;
    }
    if form.stem {
        return Some(word_end(haystack, end));
    }
    (!ends_with_word(&form.text) || ends_at_boundary(haystack, end)).then_some(end)
}

/// Everywhere a piece may start with up to `words` words between it and the piece that ended at `from`.
fn starts_after(haystack: &str, from: usize, words: usize, starts: &mut Vec<usize>) {
    let mut at = after_apostrophes(haystack, from, &mut |_| {});
    let last = from.saturating_add(FURTHEST).min(haystack.len());
    for passed in 0..=words {
        while let Some(c) = haystack[at..].chars().next().filter(|c| !is_word(*c)) {
            if at > from && c != ' ' {
                starts.push(at);
            }
            at += c.len_utf8();
            if at > last {
                return;
            }
        }
        if at >= haystack.len() {
            return;
        }
        starts.push(at);
        if passed < words {
            at = after_apostrophes(haystack, word_end(haystack, at), &mut |start| starts.push(start));
            if at > last {
                return;
            }
        }
    }
}

/// Past the rest of a word that apostrophes hold together (`'s`, `'r`), telling each part's start.
fn after_apostrophes(haystack: &str, mut at: usize, part: &mut impl FnMut(usize)) -> usize {
    while haystack.as_bytes().get(at) == Some(&b'\'') && haystack[at + 1..].chars().next().is_some_and(is_word) {
        part(at + 1);
        at = word_end(haystack, at + 1);
    }
    at
}

/// Everywhere a piece may end with up to `words` words between it and the piece that starts at `from`.
fn ends_before(haystack: &str, from: usize, words: usize, ends: &mut Vec<usize>) {
    let mut at = before_apostrophes(haystack, from, &mut |_| {});
    let last = from.saturating_sub(FURTHEST);
    for passed in 0..=words {
        while let Some(c) = haystack[..at].chars().next_back().filter(|c| !is_word(*c)) {
            if at < from && c != ' ' {
                ends.push(at);
            }
            at -= c.len_utf8();
            if at < last {
                return;
            }
        }
        if at == 0 {
            return;
        }
        ends.push(at);
        if passed < words {
            at = before_apostrophes(haystack, word_start(haystack, at), &mut |end| ends.push(end));
            if at < last {
                return;
            }
        }
    }
}

/// As [`after_apostrophes`], the other way: telling each part's end.
fn before_apostrophes(haystack: &str, mut at: usize, part: &mut impl FnMut(usize)) -> usize {
    while haystack[..at].ends_with('\'') && haystack[..at - 1].chars().next_back().is_some_and(is_word) {
        part(at - 1);
        at = word_start(haystack, at - 1);
    }
    at
}

fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_combining_mark(c) }
}

/// Whether no word runs on to the left of `at`.
pub(super) fn starts_at_boundary(haystack: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| haystack.as_bytes()[before]) {
        None => true,
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => !haystack[..at].chars().next_back().is_some_and(is_word),
    }
}

/// Whether no word runs on to the right of `at`.
pub(super) fn ends_at_boundary(haystack: &str, at: usize) -> bool {
    match haystack.as_bytes().get(at) {
        None => true,
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => !haystack[at..].chars().next().is_some_and(is_word),
    }
}

pub(super) fn starts_with_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_word)
}

pub(super) fn ends_with_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_word)
}

/// Where the word that holds, or ends at, `at` ends.
pub(super) fn word_end(haystack: &str, at: usize) -> usize {
    at + haystack[at..].chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>()
}

fn word_start(haystack: &str, at: usize) -> usize {
    at - haystack[..at].chars().rev().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>()
}

/// Whether the original has the very capitals of `exact` at a range of the folded text.
pub(super) fn is_exactly(text: &str, folded: &Folded, range: (usize, usize), exact: &str, stem: bool) -> bool {
    let Some(words) = folded.span(range.0, range.1).of(text) else { return false };
    let words = fold_keeping_case(words);
    if stem { words.text().starts_with(exact) } else { words.text() == exact }
}
