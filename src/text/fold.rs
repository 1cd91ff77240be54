//! Text made alike for matching, with the way back to the bytes it came from.
//!
//! Two people who write the same words rarely write the same bytes: one types `’`, another `'`; one system breaks lines
//! with soft hyphens, another exports `<br/>`. Matching works on the folded text, evidence points at the original.

mod residue;

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc_quick};

use crate::model::Span;

/// Folded text and where each piece of it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    original_len: usize,
    /// In order of both offsets; empty when folded and original offsets are the same throughout.
    stretches: Vec<Stretch>,
}

/// From `folded` on (up to the next stretch), the text came from `original` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    folded: usize,
    original: usize,
    /// Byte for byte with the same character boundaries; otherwise one indivisible piece, or one that left nothing behind.
    bytewise: bool,
}

/// Lower case, composed accents, one kind of apostrophe, one space for any run of white space and hyphens; soft hyphens and
/// zero-width characters dropped; tags and entities that survey exports leave behind resolved.
///
/// `ŵ` stays apart from `w`: in Welsh they are different letters.
pub fn fold(text: &str) -> Folded {
    Folder::new(text, true).run()
}

/// As [`fold`], but capitals stay: for patterns that ask for exact case.
pub fn fold_keeping_case(text: &str) -> Folded {
    Folder::new(text, false).run()
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether every folded offset is the original offset.
    pub fn is_bytewise(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The passage of the original that a range of the folded text came from, widened to whole characters of both.
    ///
    /// Bytes past the end count as the end; a range that ends before it starts is empty. What was dropped at either end
    /// (a soft hyphen before the first letter) stays outside.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let start = floor_boundary(&self.text, start);
        let end = ceil_boundary(&self.text, end);
        let from = self.original_start(start);
        if end <= start {
            return Span { start: from, end: from };
        }
        Span { start: from, end: self.original_end(end) }
    }

    fn original_start(&self, folded: usize) -> usize {
        if self.stretches.is_empty() {
            return folded;
        }
        if folded == self.text.len() {
            return self.original_len;
        }
        let (stretch, _) = self.stretch_at(folded);
        if stretch.bytewise { stretch.original + (folded - stretch.folded) } else { stretch.original }
    }

    fn original_end(&self, folded: usize) -> usize {
        if self.stretches.is_empty() {
            return folded;
        }
        let (stretch, next) = self.stretch_at(folded - 1);
        if stretch.bytewise { stretch.original + (folded - stretch.folded) } else { next }
    }

    /// The stretch that made this folded byte, and where in the original the next one starts.
    fn stretch_at(&self, folded: usize) -> (Stretch, usize) {
        let after = self.stretches.partition_point(|stretch| stretch.folded <= folded);
        let next = self.stretches.get(after).map_or(self.original_len, |stretch| stretch.original);
        let first = Stretch { folded: 0, original: 0, bytewise: true };
        (after.checked_sub(1).map_or(first, |at| self.stretches[at]), next)
    }
}

fn floor_boundary(text: &str, mut at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil_boundary(text: &str, mut at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Bytes looked at together while the text is plain: wide enough for vector instructions, narrow enough that one accent
/// does not send much of its surroundings the slow way.
const CHUNK: usize = 32;

struct Folder<'t> {
    text: &'t str,
    lower: bool,
    /// Always whole characters.
    out: Vec<u8>,
    stretches: Vec<Stretch>,
}

impl<'t> Folder<'t> {
    fn new(text: &'t str, lower: bool) -> Self {
        Folder { text, lower, out: Vec::with_capacity(text.len() + CHUNK), stretches: Vec::new() }
    }

    fn run(mut self) -> Folded {
        let mut at = 0;
        while at < self.text.len() {
            at += self.plain(at);
            if at < self.text.len() {
                at += self.one(at);
            }
        }
        Folded {
            text: String::from_utf8(self.out).expect("only whole characters are pushed"),
            original_len: self.text.len(),
            stretches: self.stretches,
        }
    }

    /// Folds the plain text that starts here, up to the first character that needs more; returns its length in bytes.
    fn plain(&mut self, from: usize) -> usize {
        let bytes = &self.text.as_bytes()[from..];
        let mut done = 0;
        let mut folded = [0u8; CHUNK];
        loop {
            let after_space = self.out.last() == Some(&b' ');
            let plain = match bytes[done..].first_chunk::<CHUNK>() {
                Some(chunk) => fold_chunk(chunk, self.lower, after_space, &mut folded),
                None => {
                    let rest = &bytes[done..];
                    let mut padded = [b'a'; CHUNK];
                    padded[..rest.len()].copy_from_slice(rest);
                    fold_chunk(&padded, self.lower, after_space, &mut folded).min(rest.len())
                }
            };
            if plain > 0 {
                self.bytewise_from(from + done);
                // A whole chunk is copied faster than part of one.
                let len = self.out.len() + plain;
                self.out.extend_from_slice(&folded);
                self.out.truncate(len);
                done += plain;
            }
            if plain < CHUNK {
                break;
            }
        }
        // An accent that follows belongs to the last letter.
        if done > 0 && self.text[from + done..].chars().next().is_some_and(composes_backwards) {
            self.out.pop();
            done -= 1;
        }
        done
    }

    /// Folds the character, tag or entity at `at`; returns its length in bytes of the original.
    fn one(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let Some(first) = rest.chars().next() else { return 0 };
        if first == '<'
            && let Some((len, splits)) = residue::tag(rest)
        {
            if splits {
                self.space(at, len)
            } else {
                self.dropped(at)
            }
            return len;
        }
        if first == '&'
            && let Some((len, decoded)) = residue::entity(rest)
        {
            self.character(decoded, at, len);
            return len;
        }
        let len = first.len_utf8();
        let cluster = cluster_len(rest, len);
        if cluster > len {
            self.composed(&rest[..cluster], at);
            return cluster;
        }
        self.character(first, at, len);
        len
    }

    /// One character that stands alone, written with `len` bytes at `at`.
    fn character(&mut self, c: char, at: usize, len: usize) {
        match kind(c) {
            Kind::Space => self.space(at, len),
            Kind::Apostrophe => self.pushed("'", at, len),
            Kind::Dropped => self.dropped(at),
            Kind::Ligature(letters) => self.pushed(letters, at, len),
            Kind::Other if c.is_ascii() => {
                let c = if self.lower { c.to_ascii_lowercase() } else { c };
                self.pushed(c.encode_utf8(&mut [0; 4]), at, len);
            }
            // Below U+0300 every character is its own composition.
            Kind::Other if c < '\u{300}' => self.cased(c, at, len),
            Kind::Other => {
                let mut composed = std::iter::once(c).nfc();
                match (composed.next(), composed.next()) {
                    (Some(only), None) => self.cased(only, at, len),
                    _ => self.composed(c.encode_utf8(&mut [0; 4]), at),
                }
            }
        }
    }

    fn cased(&mut self, c: char, at: usize, len: usize) {
        if !self.lower {
            return self.pushed(c.encode_utf8(&mut [0; 4]), at, len);
        }
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(only), None) => self.pushed(only.encode_utf8(&mut [0; 4]), at, len),
            _ => {
                self.indivisible(at);
                for part in c.to_lowercase().nfc() {
                    self.out.extend_from_slice(part.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
        }
    }

    /// A letter with its accents, or anything else that composes.
    fn composed(&mut self, cluster: &str, at: usize) {
        self.indivisible(at);
        let out = &mut self.out;
        let mut push = |c: char| out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        if self.lower {
            cluster.nfc().flat_map(char::to_lowercase).nfc().for_each(&mut push);
        } else {
            cluster.nfc().for_each(&mut push);
        }
    }

    fn space(&mut self, at: usize, len: usize) {
        if self.out.last() == Some(&b' ') { self.dropped(at) } else { self.pushed(" ", at, len) }
    }

    fn pushed(&mut self, piece: &str, at: usize, len: usize) {
        if piece.len() == len && piece.chars().count() == 1 {
            self.bytewise_from(at);
        } else {
            self.indivisible(at);
        }
        self.out.extend_from_slice(piece.as_bytes());
    }

    fn bytewise_from(&mut self, at: usize) {
        if self.stretches.last().is_some_and(|last| !last.bytewise) {
            self.stretches.push(Stretch { folded: self.out.len(), original: at, bytewise: true });
        }
    }

    fn indivisible(&mut self, at: usize) {
        self.stretches.push(Stretch { folded: self.out.len(), original: at, bytewise: false });
    }

    fn dropped(&mut self, at: usize) {
        let continues = self.stretches.last().is_some_and(|last| !last.bytewise && last.folded == self.out.len());
        if !continues {
            self.indivisible(at);
        }
    }
}

/// Folds one chunk byte by byte into `folded`; returns how many bytes from its start need no more than that.
fn fold_chunk(chunk: &[u8; CHUNK], lower: bool, after_space: bool, folded: &mut [u8; CHUNK]) -> usize {
    let capital = if lower { 0x20 } else { 0 };
    let mut special = [0u8; CHUNK];
    for ((&byte, out), special) in chunk.iter().zip(folded.iter_mut()).zip(special.iter_mut()) {
        let is_capital = u8::from(byte.wrapping_sub(b'A') < 26);
        let cased = byte | (is_capital * capital);
        let spaced = if byte <= b' ' || byte == b'-' { b' ' } else { cased };
        *out = if byte == b'`' { b'\'' } else { spaced };
        *special = u8::from(byte >= 0x7f) | u8::from(byte == b'<') | u8::from(byte == b'&');
    }
    special[0] |= u8::from(after_space && folded[0] == b' ');
    for at in 1..CHUNK {
        special[at] |= u8::from(folded[at] == b' ') & u8::from(folded[at - 1] == b' ');
    }
    let any = special.iter().fold(0, |any, special| any | special);
    if any == 0 { CHUNK } else { special.iter().position(|special| *special != 0).unwrap_or(CHUNK) }
}

enum Kind {
    Space,
    Apostrophe,
    Dropped,
    Ligature(&'static str),
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        '\0'..=' ' | '-' => Kind::Space,
        '\'' | '`' => Kind::Apostrophe,
        '\u{7f}' => Kind::Dropped,
        '!'..='~' => Kind::Other,
        '\u{b4}'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bd}'
        | '\u{2018}'..='\u{201b}'
        | '\u{2032}'
        | '\u{a78c}'
        | '\u{ff07}' => Kind::Apostrophe,
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Kind::Space,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Kind::Dropped,
        // Left in text that was taken out of a PDF.
        '\u{fb00}' => Kind::Ligature("ff"),
        '\u{fb01}' => Kind::Ligature("fi"),
        '\u{fb02}' => Kind::Ligature("fl"),
        '\u{fb03}' => Kind::Ligature("ffi"),
        '\u{fb04}' => Kind::Ligature("ffl"),
        c if c.is_whitespace() || c.is_control() => Kind::Space,
        _ => Kind::Other,
    }
}

/// Length of the first character (of `first` bytes) with everything after it that could compose with it.
fn cluster_len(rest: &str, first: usize) -> usize {
    let mut len = first;
    for c in rest[first..].chars() {
        if !composes_backwards(c) {
            break;
        }
        len += c.len_utf8();
    }
    len
}

fn composes_backwards(c: char) -> bool {
    // Punctuation, the commonest of what comes here, is settled first.
    if c < '\u{300}' || ('\u{2000}'..'\u{20d0}').contains(&c) {
        return false;
    }
    canonical_combining_class(c) != 0
        || (!matches!(kind(c), Kind::Dropped) && is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe)
}
