//! Text made alike for matching, with the way back to the bytes it came from.
//!
//! Two people who write the same words rarely write the same bytes: one types `’`, another `'`; one system breaks lines
//! with soft hyphens, another exports `<br/>`. Matching works on the folded text, evidence points at the original.

mod residue;

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc_quick};
use wide::u8x16;

use crate::model::Span;

/// Noughts that stand behind a folded text in its buffer, for those who read it many bytes at a time.
pub(crate) const PADDING: usize = 72;

/// Folded text and where each piece of it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text, and the padding behind it.
    buffer: String,
    len: usize,
    original_len: usize,
    /// Each character stands for itself, but for its case and the kind of space or apostrophe.
    plain: bool,
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
    let mut folded = Folded::default();
    folded.refold(text);
    folded
}

/// As [`fold`], but capitals stay: for patterns that ask for exact case.
pub fn fold_keeping_case(text: &str) -> Folded {
    let mut folded = Folded::default();
    Folder::new(text, false, &mut folded).run();
    folded
}

impl Folded {
    /// Folds another text in the room of this one, as [`fold`] does.
    pub fn refold(&mut self, text: &str) {
        Folder::new(text, true, self).run();
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.buffer[..self.len]
    }

    /// The folded text with [`PADDING`] noughts behind it. It holds none itself.
    pub(crate) fn padded(&self) -> &[u8] {
        self.buffer.as_bytes()
    }

    /// Whether nothing was resolved, dropped or composed: what is found in the folded text is then in the original too, but for
    /// capitals and for the kind of space or apostrophe.
    pub(crate) fn is_plain(&self) -> bool {
        self.plain
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
        let start = floor_boundary(self.text(), start);
        let end = ceil_boundary(self.text(), end);
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
        if folded == self.len {
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

struct Folder<'t> {
    text: &'t str,
    lower: bool,
    /// Always whole characters.
    out: Vec<u8>,
    stretches: Vec<Stretch>,
    plain: bool,
    folded: &'t mut Folded,
}

impl<'t> Folder<'t> {
    /// Into `folded`, whose room is used again.
    fn new(text: &'t str, lower: bool, folded: &'t mut Folded) -> Self {
        let mut out = std::mem::take(&mut folded.buffer).into_bytes();
        out.clear();
        out.reserve(text.len() + PADDING);
        let mut stretches = std::mem::take(&mut folded.stretches);
        stretches.clear();
        Folder { text, lower, out, stretches, plain: true, folded }
    }

    fn run(mut self) {
        let mut at = 0;
        while at < self.text.len() {
            at += self.plain(at);
            if at < self.text.len() {
                at += self.one(at);
            }
        }
        let len = self.out.len();
        self.out.extend_from_slice(&[0; PADDING]);
        *self.folded = Folded {
            buffer: String::from_utf8(self.out).expect("only whole characters are pushed"),
            len,
            original_len: self.text.len(),
            plain: self.plain,
            stretches: self.stretches,
        };
    }

    /// Folds the plain text that starts here, up to the first character that needs more; returns its length in bytes.
    fn plain(&mut self, from: usize) -> usize {
        let bytes = &self.text.as_bytes()[from..];
        let begin = self.out.len();
        let mut after_space = u32::from(self.out.last() == Some(&b' '));
        let mut done = 0;
        loop {
            let rest = &bytes[done..];
            let (sixteen, most) = match rest.first_chunk() {
                Some(sixteen) => (*sixteen, LANES),
                None => {
                    let mut padded = [b'a'; LANES];
                    padded[..rest.len()].copy_from_slice(rest);
                    (padded, rest.len())
                }
            };
            let lanes = Lanes::fold(sixteen, self.lower, after_space);
            let plain = lanes.plain().min(most);
            if done == 0 && plain > 0 {
                self.bytewise_from(from);
            }
            // All are copied faster than some of them.
            self.out.extend_from_slice(&lanes.folded);
            done += plain;
            if plain < LANES {
                self.out.truncate(begin + done);
                break;
            }
            after_space = lanes.spaces >> (LANES - 1);
        }
        // An accent that follows belongs to the last letter.
        if done > 0
            && bytes.get(done).is_some_and(|next| *next >= FIRST_TO_COMPOSE)
            && self.text[from + done..].chars().next().is_some_and(composes_backwards)
        {
            self.out.pop();
            done -= 1;
        }
        done
    }

    /// Folds the commonest of what is not plain, when nothing follows that could compose with it; returns its length.
    fn common(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text.as_bytes()[at..];
        let alone = |len: usize| rest.get(len).is_none_or(|next| *next < FIRST_TO_COMPOSE);
        match *rest {
            [b'\0'..=b' ' | b'-', ..] if alone(1) => {
                self.space(at, 1);
                return Some(1);
            }
            // Quotation marks, dashes and dots, from U+2010.
            [0xe2, 0x80, last @ 0x90..=0xa7, ..] if alone(3) => {
                match last {
                    0x90..=0x95 => self.space(at, 3),
                    0x98..=0x9b => self.pushed("'", at, 3),
                    _ => self.copied([0xe2, 0x80, last], at),
                }
                return Some(3);
            }
            // Latin letters from U+00C0; `×` and `÷` are no pair.
            [0xc3, last, ..] if alone(2) => {
                let capital = self.lower && matches!(last, 0x80..=0x9e) && last != 0x97;
                self.copied([0xc3, if capital { last | 0x20 } else { last }], at);
                return Some(2);
            }
            // `ŵ` and `ŷ`.
            [0xc5, last @ 0xb4..=0xb7, ..] if alone(2) => {
                self.copied([0xc5, if self.lower { last | 1 } else { last }], at);
                return Some(2);
            }
            // Pictures, from U+1F000.
            [0xf0, 0x9f, third, last, ..] if alone(4) => {
                self.copied([0xf0, 0x9f, third, last], at);
                return Some(4);
            }
            _ => {}
        }
        None
    }

    /// A character of as many bytes as it had.
    fn copied<const LEN: usize>(&mut self, character: [u8; LEN], at: usize) {
        self.bytewise_from(at);
        self.out.extend_from_slice(&character);
    }

    /// Folds the character, tag or entity at `at`; returns its length in bytes of the original.
    fn one(&mut self, at: usize) -> usize {
        if let Some(len) = self.common(at) {
            return len;
        }
        let rest = &self.text[at..];
        let Some(first) = rest.chars().next() else { return 0 };
        if first == '<'
            && let Some((len, splits)) = residue::tag(rest)
        {
            self.plain = false;
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
            self.plain = false;
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
            Kind::Dropped => {
                self.plain = false;
                self.dropped(at);
            }
            Kind::Ligature(letters) => {
                self.plain = false;
                self.pushed(letters, at, len);
            }
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
        // Regular expressions in any case take the long s for an s.
        self.plain &= c != '\u{17f}';
        if !self.lower {
            return self.pushed(c.encode_utf8(&mut [0; 4]), at, len);
        }
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(only), None) => self.pushed(only.encode_utf8(&mut [0; 4]), at, len),
            _ => {
                self.plain = false;
                self.indivisible(at);
                for part in c.to_lowercase().nfc() {
                    self.out.extend_from_slice(part.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
        }
    }

    /// A letter with its accents, or anything else that composes.
    fn composed(&mut self, cluster: &str, at: usize) {
        self.plain = false;
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

/// Bytes folded at once.
const LANES: usize = 16;

/// So many bytes folded, each by itself.
struct Lanes {
    folded: [u8; LANES],
    /// A bit for each byte that became a space.
    spaces: u32,
    /// A bit for each byte that needs more: a character beyond ASCII, a second space, `<`, `&`, a backtick.
    special: u32,
}

impl Lanes {
    /// `after_space` is 1 when a space stands before them, else nought.
    #[inline]
    fn fold(bytes: [u8; LANES], lower: bool, after_space: u32) -> Lanes {
        let bytes = u8x16::new(bytes);
        let is = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
        let capitals = (bytes - u8x16::splat(b'A')).simd_le(u8x16::splat(b'Z' - b'A'));
        let blank = bytes.simd_le(u8x16::splat(b' ')) | is(b'-');
        let rare = is(b'<') | is(b'&') | is(b'`') | is(0x7f);
        let cased = if lower { bytes | capitals & u8x16::splat(b' ') } else { bytes };
        let folded = blank.bitselect(u8x16::splat(b' '), cased);
        let spaces = blank.to_bitmask();
        let doubled = spaces & (spaces << 1 | after_space);
        // The highest bit of a byte stands for it.
        Lanes { folded: folded.to_array(), spaces, special: (rare | bytes).to_bitmask() | doubled }
    }

    /// How many of them need no more.
    #[inline]
    fn plain(&self) -> usize {
        (self.special.trailing_zeros() as usize).min(LANES)
    }
}

/// No character that composes with the one before it begins with a lesser byte: U+0300 is the first.
const FIRST_TO_COMPOSE: u8 = 0xcc;

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
