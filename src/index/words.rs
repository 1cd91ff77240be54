//! Cutting a text into words, with the place of each in bytes, and folding what does not matter to a search.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Terms are cut after this many bytes: no word is longer, and a garbled file can be one "word".
const LONGEST_TERM: usize = 80;

/// One word as it stands: letters, digits and marks, with apostrophes, hyphens, points and commas inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// The word.
    pub(crate) text: &'t str,
}

/// The words of a text in order. An emoji is a word by itself.
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words`].
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        // Nearly every letter is one byte, and those need no look at Unicode's tables.
        let first = loop {
            match bytes.get(start)? {
                byte if byte.is_ascii_alphanumeric() => break char::from(*byte),
                byte if byte.is_ascii() => start += 1,
                _ => {
                    let c = self.text[start..].chars().next()?;
                    if is_letter(c) || is_emoji(c) {
                        break c;
                    }
                    start += c.len_utf8();
                }
            }
        };
        let mut end = start + first.len_utf8();
        if !is_emoji(first) {
            let mut before = first;
            loop {
                while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
                    before = char::from(*byte);
                    end += 1;
                }
                match bytes.get(end) {
                    None => break,
                    Some(byte) if byte.is_ascii() && !matches!(byte, b'\'' | b'-' | b'.' | b',' | b'`') => break,
                    Some(_) => {}
                }
                let mut letters = self.text[end..].chars();
                let Some(letter) = letters.next() else { break };
                let joins = is_letter(letter)
                    || is_combining_mark(letter)
                    || letters.next().is_some_and(|after| is_joint(before, letter, after));
                if !joins || is_emoji(letter) {
                    break;
                }
                end += letter.len_utf8();
                before = letter;
            }
        }
        self.at = end;
        Some(Word { start, end, text: &self.text[start..end] })
    }
}

/// Whether a sign between two letters belongs to the word that they are in.
fn is_joint(before: char, sign: char, after: char) -> bool {
    let between_words = (is_letter(before) || is_combining_mark(before)) && is_letter(after) && !is_emoji(after);
    match sign {
        _ if is_apostrophe(sign) || is_hyphen(sign) => between_words,
        ',' | '.' => before.is_ascii_digit() && after.is_ascii_digit(),
        '\u{ad}' | '\u{200d}' | '\u{200c}' => between_words,
        _ => false,
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{2b9}' | '\u{2032}' | '`' | '\u{b4}' | '\u{ff07}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Pictographs; not the marks that only change the one before them.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
        && !matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// A word without what a search overlooks: case, accents however they are composed, the kind of apostrophe and
/// hyphen (`'` and `-` remain), commas in numbers.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        folded.extend(word.chars().filter(|c| *c != ',').map(|c| if c == '`' { '\'' } else { c.to_ascii_lowercase() }));
    } else {
        for c in word.nfkd() {
            match c {
                _ if is_combining_mark(c) || matches!(c, ',' | '\u{ad}' | '\u{200d}' | '\u{200c}') => {}
                _ if is_apostrophe(c) => folded.push('\''),
                _ if is_hyphen(c) => folded.push('-'),
                _ => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
            }
        }
    }
    if folded.len() > LONGEST_TERM {
        let cut = (0..=LONGEST_TERM).rev().find(|at| folded.is_char_boundary(*at)).unwrap_or(0);
        folded.truncate(cut);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn a_word_keeps_its_apostrophes_and_hyphens_and_an_emoji_stands_alone() {
        assert_eq!(cut("Mae’r di-elw, £5,000.50 👍🏽da! '90s"), ["Mae’r", "di-elw", "5,000.50", "👍", "da", "90s"]);
        assert_eq!(cut("  …—  "), [""; 0]);
        assert_eq!(cut(""), [""; 0]);
    }

    /// The same, letter by letter.
    fn plainly_cut(text: &str) -> Vec<&str> {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let end_of = |n: usize| letters.get(n).map_or(text.len(), |(at, _)| *at);
        let mut found = Vec::new();
        let mut n = 0;
        while n < letters.len() {
            let first = letters[n].1;
            let from = n;
            n += 1;
            if is_emoji(first) {
                found.push(&text[end_of(from)..end_of(n)]);
            } else if is_letter(first) {
                while n < letters.len() {
                    let (before, letter) = (letters[n - 1].1, letters[n].1);
                    let joint = letters.get(n + 1).is_some_and(|(_, after)| is_joint(before, letter, *after));
                    if !(is_letter(letter) || is_combining_mark(letter) || joint) || is_emoji(letter) {
                        break;
                    }
                    n += 1;
                }
                found.push(&text[end_of(from)..end_of(n)]);
            }
        }
        found
    }

    proptest::proptest! {
        #[test]
        fn bytes_and_letters_are_cut_alike(text in "([a-zŵ0-9'’.,` -]|👍🏽|w\u{302}|\\PC){0,60}") {
            assert_eq!(cut(&text), plainly_cut(&text));
        }
    }

    #[test]
    fn a_decomposed_w_with_circumflex_is_one_letter_of_its_word() {
        let text = "y dw\u{302}r hwn";
        assert_eq!(cut(text), ["y", "dw\u{302}r", "hwn"]);
        assert_eq!(fold("DW\u{302}R"), "dwr");
        assert_eq!(fold("dŵr"), "dwr");
    }
}
