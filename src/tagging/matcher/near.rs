//! The forms of one piece of a pattern, ready to be looked for at a given place.

use super::verify::{
    Haystack, ends_at_boundary, ends_with_word, is_exactly, starts_at_boundary, starts_with_word, word_end, word_start,
};
use crate::tagging::pattern::Form;

/// Forms, with what tells quickly that none of them stands at a place.
#[derive(Clone, Debug)]
pub(super) struct Near {
    forms: Vec<Ready>,
    /// The first eight bytes of each form.
    firsts: Vec<Eight>,
    /// The last eight bytes of each form that is no stem, and its number.
    lasts: Vec<(Eight, usize)>,
    /// The forms that are stems.
    stems: Vec<usize>,
    /// Words in the longest of the forms; `None` when one of them does not begin with a word.
    most_words: Option<usize>,
    /// Each of the forms ends with a word.
    ends_words: bool,
    /// The first two bytes of all forms.
    starts: Pairs,
    /// The first two bytes of the last words of stems.
    stem_starts: Pairs,
}

#[derive(Clone, Debug)]
struct Ready {
    form: Form,
    /// Bytes of the last word.
    last_word: usize,
    starts_word: bool,
    ends_word: bool,
}

/// Up to eight bytes, and which of the eight count.
#[derive(Clone, Copy, Debug)]
struct Eight {
    bytes: u64,
    counts: u64,
}

impl Eight {
    /// The first ones, in the lowest bytes.
    fn first_of(bytes: &[u8]) -> Eight {
        let mut first = [0; 8];
        let len = bytes.len().min(8);
        first[..len].copy_from_slice(&bytes[..len]);
        let counts = u64::MAX.checked_shr(8 * (8 - len) as u32).unwrap_or(0);
        Eight { bytes: u64::from_le_bytes(first), counts }
    }

    /// The last ones, in the highest bytes.
    fn last_of(bytes: &[u8]) -> Eight {
        let mut last = [0; 8];
        let len = bytes.len().min(8);
        last[8 - len..].copy_from_slice(&bytes[bytes.len() - len..]);
        let counts = u64::MAX.checked_shl(8 * (8 - len) as u32).unwrap_or(0);
        Eight { bytes: u64::from_le_bytes(last), counts }
    }

    #[inline]
    fn fits(self, eight: u64) -> bool {
        (eight ^ self.bytes) & self.counts == 0
    }
}

impl Near {
    pub(super) fn new(forms: Vec<Form>) -> Near {
        let words = |form: &Form| starts_with_word(&form.text).then(|| words_in(form.text.as_bytes()));
        let most_words = forms.iter().map(words).try_fold(0, |most, words| words.map(|words| most.max(words)));
        let mut near = Near {
            forms: Vec::new(),
            firsts: Vec::new(),
            lasts: Vec::new(),
            stems: Vec::new(),
            most_words,
            ends_words: forms.iter().all(|form| ends_with_word(&form.text)),
            starts: Pairs::default(),
            stem_starts: Pairs::default(),
        };
        for (number, form) in forms.into_iter().enumerate() {
            let bytes = form.text.as_bytes();
            let last_word = bytes.len() - word_start(&form.text, bytes.len());
            near.starts.add(bytes);
            near.firsts.push(Eight::first_of(bytes));
            if form.stem {
                near.stem_starts.add(&bytes[bytes.len() - last_word..]);
                near.stems.push(number);
            } else {
                near.lasts.push((Eight::last_of(bytes), number));
            }
            near.forms.push(Ready {
                last_word,
                starts_word: starts_with_word(&form.text),
                ends_word: ends_with_word(&form.text),
                form,
            });
        }
        near
    }

    /// Whether each form begins with a word.
    pub(super) fn starts_words(&self) -> bool {
        self.most_words.is_some()
    }

    /// Whether each form ends with a word.
    pub(super) fn ends_words(&self) -> bool {
        self.ends_words
    }

    /// How far to the left of the piece that follows, with such a gap between, one of these may begin; `None` for no telling.
    pub(super) fn before(&self, gap: Option<usize>) -> Option<Reach> {
        // What an apostrophe holds to the piece that follows is one more word, and no part of the gap.
        let words = self.most_words? + gap.map_or(0, |words| words + 1);
        Some(Reach { begins: self.starts.clone(), words })
    }

    /// How far to the right of the piece that goes before, with such a gap between, one of these may begin.
    pub(super) fn after(&self, gap: Option<usize>) -> Option<Reach> {
        self.most_words?;
        Some(Reach { begins: self.starts.clone(), words: gap.unwrap_or(0) + 1 })
    }

    /// Adds where each form ends that starts at `start`.
    #[inline]
    pub(super) fn ends_of(&self, haystack: Haystack<'_>, start: usize, ends: &mut Vec<usize>) {
        let Some(eight) = haystack.padded.get(start..).and_then(|rest| rest.first_chunk()) else { return };
        let eight = u64::from_le_bytes(*eight);
        for (ready, first) in self.forms.iter().zip(&self.firsts) {
            if first.fits(eight)
                && let Some(end) = ready.end(haystack, start)
                && ready.is_as_asked(haystack, start, end)
            {
                ends.push(end);
            }
        }
    }

    /// Adds where each form starts that ends at `end`.
    #[inline]
    pub(super) fn starts_of(&self, haystack: Haystack<'_>, end: usize, starts: &mut Vec<usize>) {
        let eight = match haystack.padded[..end].last_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => Eight::last_of(&haystack.padded[..end]).bytes,
        };
        let mut try_form = |number: usize| {
            let ready = &self.forms[number];
            if let Some(start) = ready.start(haystack, end)
                && ready.is_as_asked(haystack, start, end)
            {
                starts.push(start);
            }
        };
        self.lasts.iter().filter(|(last, _)| last.fits(eight)).for_each(|(_, number)| try_form(*number));
        if !self.stems.is_empty() {
            let word = word_start(haystack.text, end);
            if matches!(haystack.padded[word..], [one, two, ..] if self.stem_starts.may_have(Pairs::place(one, two))) {
                self.stems.iter().for_each(|number| try_form(*number));
            }
        }
    }
}

/// Tells quickly that none of the forms of a piece stands on one side of another piece.
#[derive(Clone, Debug)]
pub(super) struct Reach {
    begins: Pairs,
    /// At most so many words are looked at: no form begins further away.
    words: usize,
}

impl Reach {
    /// Whether a form may begin at one of the starts from a byte on.
    #[inline]
    pub(super) fn may_be_from(&self, haystack: Haystack<'_>, at: usize) -> bool {
        haystack.starts.any_from(at, self.words, |start| self.may_begin(haystack, start))
    }

    /// Whether a form may begin at one of the starts before a byte.
    #[inline]
    pub(super) fn may_be_before(&self, haystack: Haystack<'_>, at: usize) -> bool {
        haystack.starts.any_before(at, self.words, |start| self.may_begin(haystack, start))
    }

    #[inline]
    fn may_begin(&self, haystack: Haystack<'_>, start: usize) -> bool {
        matches!(haystack.padded.get(start..), Some([one, two, ..]) if self.begins.may_have(Pairs::place(*one, *two)))
    }
}

/// Words in a form, or more: whatever could be one.
fn words_in(form: &[u8]) -> usize {
    let begins = |at: usize| form[at].is_ascii_alphanumeric() && (at == 0 || !form[at - 1].is_ascii_alphanumeric());
    (0..form.len()).filter(|at| begins(*at)).count().max(1)
}

impl Ready {
    /// Where the form ends when it starts at `start`.
    fn end(&self, haystack: Haystack<'_>, start: usize) -> Option<usize> {
        if !haystack.padded[start..].starts_with(self.form.text.as_bytes()) {
            return None;
        }
        let end = start + self.form.text.len();
        if self.starts_word && !starts_at_boundary(haystack.text, start) {
            return None;
        }
        if self.form.stem {
            return Some(word_end(haystack.text, end));
        }
        (!self.ends_word || ends_at_boundary(haystack.text, end)).then_some(end)
    }

    /// Where the form starts when it ends at `end`.
    fn start(&self, haystack: Haystack<'_>, end: usize) -> Option<usize> {
        let written_end = if self.form.stem {
            // The stem's last word begins where the word in the text begins.
            let at = word_start(haystack.text, end) + self.last_word;
            (at <= end).then_some(at)?
        } else {
            end
        };
        if !haystack.padded[..written_end].ends_with(self.form.text.as_bytes()) {
            return None;
        }
        let start = written_end - self.form.text.len();
        let begins = !self.starts_word || starts_at_boundary(haystack.text, start);
        let ends = self.form.stem || !self.ends_word || ends_at_boundary(haystack.text, end);
        (begins && ends).then_some(start)
    }

    fn is_as_asked(&self, haystack: Haystack<'_>, start: usize, end: usize) -> bool {
        self.form.exact.as_ref().is_none_or(|exact| is_exactly(haystack, (start, end), exact, self.form.stem))
    }
}

/// Pairs of bytes, a bit for several: it may say yes where the answer is no.
#[derive(Clone, Debug, Default)]
struct Pairs([u64; 4]);

impl Pairs {
    /// Adds the first two of these bytes; where there is only one, with everything that may stand beside it.
    fn add(&mut self, bytes: &[u8]) {
        match bytes {
            [one, two, ..] => self.put(*one, *two),
            [one] if one.is_ascii_alphanumeric() => {
                self.put(*one, b' ');
                self.put(*one, 0xff);
            }
            [one] => (0..=u8::MAX).for_each(|two| self.put(*one, two)),
            [] => {}
        }
    }

    fn put(&mut self, one: u8, two: u8) {
        let at = usize::from(Self::place(one, two));
        self.0[at / 64] |= 1 << (at % 64);
    }

    #[inline]
    fn may_have(&self, place: u8) -> bool {
        self.0[usize::from(place / 64)] >> (place % 64) & 1 == 1
    }

    /// Which of the 256 bits a pair has.
    #[inline]
    fn place(one: u8, two: u8) -> u8 {
        let kind = |byte: u8| KINDS[usize::from(byte)];
        kind(one).wrapping_mul(11).wrapping_add(kind(two).wrapping_mul(37))
    }
}

/// The kinds of bytes: each letter and digit by itself, those of wider characters together, and all others together.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        kinds[byte] = match b {
            b'a'..=b'z' => b - b'a' + 1,
            b'0'..=b'9' => b - b'0' + 27,
            0x80.. => 37,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
