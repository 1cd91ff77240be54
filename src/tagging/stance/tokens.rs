//! Words as the stance rules see them: small letters, no accents, Welsh short forms spelt out.

use super::phrases::Begins;
use super::words::{Key, Word, among};
use crate::model::{Detected, Language, Span};
use crate::text::sentence;

/// One word, with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(in crate::tagging) struct Token<'t> {
    /// Where in the text, in bytes.
    pub(in crate::tagging) span: Span,
    /// Folded: `Rwy’n` gives `rwy` and `yn`.
    pub(in crate::tagging) word: Word<'t>,
    /// Which sentence, from nought.
    pub(in crate::tagging) sentence: usize,
    /// In which lists of phrases it may begin one.
    pub(in crate::tagging) begins: u16,
    /// In a passage that is written in Welsh.
    pub(in crate::tagging) welsh: bool,
    /// First of its sentence.
    pub(in crate::tagging) opens: bool,
    /// A comma stands before it.
    pub(in crate::tagging) comma: bool,
    /// A semicolon, colon, dash or bracket stands before it.
    pub(in crate::tagging) stop: bool,
    /// Within quotation marks.
    pub(in crate::tagging) quoted: bool,
    /// Began with a capital.
    pub(in crate::tagging) capital: bool,
    /// Two letters or more, all capitals.
    pub(in crate::tagging) shouted: bool,
    /// Its sentence ends with a question mark.
    pub(in crate::tagging) asked: bool,
}

/// Room for the folded words of a text.
pub(in crate::tagging) struct Room {
    /// The text with its plain capitals made small: most words are read off it, where they stand.
    small: String,
    /// For words of other letters.
    wide: Vec<u8>,
}

impl Room {
    /// Room enough for the words of a text.
    pub(in crate::tagging) fn of(text: &str) -> Room {
        // A small letter takes at most half as much again as its capital: `Ⱥ` two bytes, `ⱥ` three.
        let wide = if text.is_ascii() && !text.contains('`') { 0 } else { text.len() + text.len() / 2 };
        Room { small: text.to_ascii_lowercase(), wide: vec![0; wide] }
    }
}

/// Cuts a text into tokens; `room` is to be that of the text.
pub(in crate::tagging) fn tokens<'t>(
    text: &str,
    language: &Detected,
    begins: &Begins,
    room: &'t mut Room,
) -> Vec<Token<'t>> {
    /// Bytes of a word and what stands around it, at the least.
    const SHORT: usize = 5;
    let mut cutter = Cutter {
        text,
        small: &room.small,
        wide: &mut room.wide,
        begins,
        welsh: is_welsh(language),
        tokens: Vec::with_capacity(text.len() / SHORT + 2),
    };
    for (sentence, span) in sentence::each(text).enumerate() {
        cutter.sentence(sentence, span);
    }
    cutter.tokens
}

/// Whether bytes, asked for in order, are in Welsh passages.
fn is_welsh(language: &Detected) -> impl FnMut(usize) -> bool {
    let mixed = language.language == Language::Mixed;
    let in_order = language.spans.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    let mut passages = language.spans.iter().peekable();
    move |byte| {
        if !mixed || !in_order {
            return language.at(byte) == Language::Cy;
        }
        while passages.next_if(|passage| passage.span.end <= byte).is_some() {}
        passages.peek().is_some_and(|passage| passage.span.start <= byte && passage.language == Language::Cy)
    }
}

/// Cuts one sentence after another.
struct Cutter<'a, 't, W> {
    text: &'a str,
    small: &'t str,
    wide: &'t mut [u8],
    begins: &'a Begins,
    welsh: W,
    tokens: Vec<Token<'t>>,
}

impl<'t, W: FnMut(usize) -> bool> Cutter<'_, 't, W> {
    fn sentence(&mut self, sentence: usize, span: Span) {
        let words = &self.text[span.start..span.end];
        let asked = words.trim_end_matches(['"', '\u{201D}', ')', ' ']).ends_with('?');
        // What stands before the next word.
        let mut next = Token {
            span,
            word: Word::NONE,
            sentence,
            begins: 0,
            welsh: false,
            opens: true,
            comma: false,
            stop: false,
            quoted: false,
            capital: false,
            shouted: false,
            asked,
        };
        let mut at = span.start;
        while at < span.end {
            if let Some((end, word)) = plain(self.small, at) {
                let bytes = &self.text.as_bytes()[at..end];
                let capital = bytes[0].is_ascii_uppercase();
                let shouted = capital && bytes.len() > 1 && bytes.iter().all(u8::is_ascii_uppercase);
                self.push(Token { span: Span { start: at, end }, word, capital, shouted, ..next });
                at = end + usize::from(self.text.as_bytes().get(end) == Some(&b' '));
            } else {
                let rest = &self.text[at..span.end];
                let Some(c) = rest.chars().next() else { break };
                if !c.is_alphanumeric() {
                    match c {
                        ',' | '/' => next.comma = true,
                        ';' | ':' | '(' | ')' | '\u{2013}' | '\u{2014}' | '.' | '!' | '?' => next.stop = true,
                        '-' if words[..at - span.start].ends_with(' ') => next.stop = true,
                        '\u{201C}' | '\u{AB}' => next.quoted = true,
                        '\u{201D}' | '\u{BB}' => next.quoted = false,
                        '"' => next.quoted = !next.quoted,
                        _ => {}
                    }
                    at += c.len_utf8();
                    continue;
                }
                let end = at + length(rest);
                let written = &self.text[at..end];
                let shouted = end - at > 1 && !written.chars().any(char::is_lowercase);
                let word =
                    Word::of(if written.bytes().all(is_read_off) { &self.small[at..end] } else { self.fold(written) });
                self.split(Token { span: Span { start: at, end }, word, shouted, capital: c.is_uppercase(), ..next });
                at = end;
            }
            (next.opens, next.comma, next.stop) = (false, false, false);
        }
    }

    /// Appends a token, with what its word tells.
    #[inline(always)]
    fn push(&mut self, token: Token<'t>) {
        let welsh = (self.welsh)(token.span.start);
        self.tokens.push(Token { begins: self.begins.of(token.word.key), welsh, ..token });
    }

    /// A word in small letters without accents.
    fn fold(&mut self, written: &str) -> &'t str {
        let mut length = 0;
        for c in written.chars() {
            fold(c, |c| {
                if let Some(room) = self.wide.get_mut(length..length + c.len_utf8()) {
                    length += c.encode_utf8(room).len();
                }
            });
        }
        let (folded, rest) = std::mem::take(&mut self.wide).split_at_mut(length);
        self.wide = rest;
        std::str::from_utf8(folded).unwrap_or_default()
    }

    /// Splits a Welsh short form off its word; English ones stay (`don't`), but for the possessive, which goes.
    fn split(&mut self, token: Token<'t>) {
        let word = token.word.as_str();
        // `dwi'n` typed without its apostrophe.
        for (typed, verb) in [("rwyn", "rwy"), ("dwin", "dwi"), ("rydwin", "rydw"), ("maen", "mae")] {
            if word == typed {
                self.push(Token { word: Word::of(verb), ..token });
                self.push(after(&token, "yn"));
                return;
            }
        }
        let short = word.rsplit_once('\'').and_then(|(word, suffix)| {
            let spelt_out = match suffix {
                "n" => "yn",
                "r" => "y",
                "i" | "w" => "ei",
                "u" => "eu",
                "s" => "",
                _ => return None,
            };
            Some((word, spelt_out))
        });
        let Some((word, spelt_out)) = short else { return self.push(token) };
        self.push(Token { word: Word::of(word), ..token });
        if !spelt_out.is_empty() {
            self.push(after(&token, spelt_out));
        }
    }
}

/// A token for a short form, at the place of the word that bears it.
fn after<'t>(token: &Token<'t>, word: &'static str) -> Token<'t> {
    Token { word: Word::of(word), opens: false, comma: false, stop: false, capital: false, ..*token }
}

/// A word of up to sixteen plain letters, which most are, and where it ends: read in a few steps for all letters at once.
/// Nothing when the word is of another kind, or may have to be split.
#[inline(always)]
fn plain(words: &str, at: usize) -> Option<(usize, Word<'_>)> {
    let bytes = words.as_bytes();
    let (low, mut letters) = small(bytes, at);
    let mut high = 0;
    if letters == 8 {
        let (second, more) = small(bytes, at + 8);
        high = second;
        letters += more;
    }
    let end = at + letters;
    let ends = bytes.get(end).is_none_or(|next| next.is_ascii() && !is_inner(*next));
    if letters == 0 || letters == 16 || !ends {
        return None;
    }
    let word = Word::known(&words[at..end], Key::of_sixteen(low, high));
    (!among!("rwyn dwin rydwin maen", word)).then_some((end, word))
}

/// Whether a byte of a word is folded by making it small; the backtick is an apostrophe.
fn is_read_off(byte: u8) -> bool {
    byte.is_ascii() && byte != b'`'
}

/// What goes on with a word, or may, in ASCII.
fn is_inner(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'\'' || byte == b'`'
}

/// Up to eight small letters from a place on, the first in the lowest byte and nought behind the last; and how many.
#[inline(always)]
fn small(bytes: &[u8], at: usize) -> (u64, usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x80 * ONES;
    let raw = match bytes.get(at..at + 8) {
        Some(eight) => u64::from_le_bytes(eight.try_into().unwrap_or_default()),
        None => {
            let mut padded = [0; 8];
            let left = bytes.get(at..).unwrap_or_default();
            padded[..left.len()].copy_from_slice(left);
            u64::from_le_bytes(padded)
        }
    };
    // The top bit of each byte: at least `a`, and more than `z`, after the sums; and no ASCII at all.
    let seven = raw & !TOPS;
    let from_a = seven + (0x80 - u64::from(b'a')) * ONES;
    let past_z = seven + (0x80 - u64::from(b'z') - 1) * ONES;
    let letter = from_a & !past_z & !raw & TOPS;
    let letters = (!letter & TOPS).trailing_zeros() as usize / 8;
    let kept = if letters == 8 { u64::MAX } else { (1 << (8 * letters)) - 1 };
    (raw & kept, letters)
}

/// Bytes of the word at the head of a text: letters, figures and accents, and apostrophes before a letter.
fn length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let end = characters.find(|&(at, c)| {
        let mark = ('\u{300}'..='\u{36F}').contains(&c);
        let inner = || is_apostrophe(c) && text[at + c.len_utf8()..].starts_with(char::is_alphabetic);
        !c.is_alphanumeric() && !mark && !inner()
    });
    end.map_or(text.len(), |(end, _)| end)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '`' | '\u{B4}')
}

/// Hands on a character as small letters without accents.
fn fold(c: char, mut each: impl FnMut(char)) {
    if c.is_ascii_alphanumeric() {
        return each(c.to_ascii_lowercase());
    }
    if is_apostrophe(c) {
        return each('\'');
    }
    for c in c.to_lowercase() {
        each(match c {
            'â' | 'á' | 'à' | 'ä' => 'a',
            'ê' | 'é' | 'è' | 'ë' => 'e',
            'î' | 'í' | 'ì' | 'ï' => 'i',
            'ô' | 'ó' | 'ò' | 'ö' => 'o',
            'û' | 'ú' | 'ù' | 'ü' => 'u',
            'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
            'ŷ' | 'ỳ' | 'ý' | 'ÿ' => 'y',
            '\u{300}'..='\u{36F}' => continue,
            other => other,
        });
    }
}
