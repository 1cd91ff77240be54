//! Walks a text once, word by word, and weighs each word without allocating.

use super::read::{Eight, Raw};
use super::table::{self, Entry, LONGEST, NAT, TABLE, Table};
use super::wide::{Wide, wide};

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// White space or an apostrophe.
    Space,
    /// A comma, dash, bracket or quotation mark.
    Clause,
    /// The end of a sentence or of a line, or the beginning of the text.
    Sentence,
}

/// One word and what it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    /// Log odds in sixteenths of a nat: above nought Welsh, below English.
    pub(super) score: i32,
    /// Log odds of another language against the likelier of the two.
    pub(super) alien: i32,
    /// In the lists of English or Welsh.
    pub(super) listed: bool,
    /// A function word of either.
    pub(super) function: bool,
    /// A function word, or a letter, of some other language.
    pub(super) foreign: bool,
    /// Written in another script.
    pub(super) script: bool,
    /// Begins with a capital inside a text that also has small letters.
    pub(super) capital: bool,
    /// A person's or a place's name, or an abbreviation in capitals.
    pub(super) name: bool,
    /// How many letters.
    pub(super) letters: u32,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Word {
    /// Makes less of a word that a hyphen binds to another (`not-for-profit`): such terms are borrowed whole.
    #[cold]
    fn compound(&mut self) {
        (self.score, self.function) = (self.score / 2, false);
    }
}

/// What a strong function word weighs.
const STRONG: i32 = 4 * NAT;
/// However odd its letters, one unknown word is worth less than a known one.
const MOST: i32 = 56;
/// The same for one of up to three letters.
const SHORT: i32 = 28;
/// What one function word of another language weighs.
const FOREIGN: i32 = 4 * NAT;
/// Bytes at the head of a text in which even names are judged by their letters: there may be nothing else.
const BEGINNING: usize = 80;

/// What a word may be followed by that asks for no closer look.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = !matches!(byte as u8, b'.' | b'@' | b':' | b'_' | b'0'..=b'9');
        byte += 1;
    }
    plain
};

/// Hands every word of a text to `each`, in order, for as long as it says so.
#[inline]
pub(super) fn words(text: &str, mut each: impl FnMut(&Word) -> bool) {
    let mut scan = Scan::of(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let first = Eight::at(bytes, at);
        if first.letters == 0 && (bytes[at].is_ascii() || !text[at..].starts_with(is_letter)) {
            at = scan.between(at);
            continue;
        }
        let second = if first.letters == 8 { Eight::at(bytes, at + 8) } else { Eight::default() };
        let mut end = at + first.letters + second.letters;
        if second.letters == 8 {
            end += bytes[end..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        }
        let next = bytes.get(end).copied().unwrap_or(b' ');
        let apostrophe = match next {
            b'\'' | b'`' => 1,
            0xE2 if bytes[end..].starts_with("\u{2019}".as_bytes()) => 3,
            _ => 0,
        };
        let stop = next == b'.' && bytes.get(end + 1).is_none_or(u8::is_ascii_whitespace);
        let plain = PLAIN[usize::from(next)] || apostrophe > 0 || stop;
        let more = if plain && !scan.glued {
            let mut word = scan.close(&Raw::plain(at, end, &[first, second]));
            if next == b'-' || scan.compound {
                scan.compound = next == b'-' && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
                word.compound();
            }
            each(&word)
        } else if let Some(word) = scan.spelt(at, &mut end) {
            each(&word)
        } else {
            at = end;
            continue;
        };
        if !more {
            return;
        }
        // The commonest gaps cost no look.
        at = end + usize::from(next == b' ') + apostrophe;
        scan.suffix = apostrophe > 0 && text[at..].starts_with(is_letter);
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && matches!(wide(c), Wide::Letter(..) | Wide::Script)
}

/// Where a scan stands.
struct Scan<'t> {
    text: &'t str,
    table: &'static Table,
    all_capitals: bool,
    gap: Gap,
    /// An apostrophe, or a figure, stands right before the next word.
    suffix: bool,
    glued: bool,
    /// What the word before was: an elided article, as in `l'amour`; a name.
    elides: bool,
    named: bool,
    /// A hyphen binds the next word to the one before.
    compound: bool,
    /// The word before was a capital `I` alone.
    said_i: bool,
}

impl Scan<'_> {
    fn of(text: &str) -> Scan<'_> {
        let small = text.bytes().any(|byte| byte.is_ascii_lowercase());
        let all_capitals = !small && !text.chars().any(char::is_lowercase);
        let table: &Table = &TABLE;
        Scan {
            text,
            table,
            all_capitals,
            gap: Gap::Sentence,
            suffix: false,
            glued: false,
            elides: false,
            named: false,
            compound: false,
            said_i: false,
        }
    }

    /// Weighs a word.
    #[inline(always)]
    fn close(&mut self, raw: &Raw) -> Word {
        let entry = if raw.letters as usize <= LONGEST { self.look_up(raw) } else { Entry::default() };
        let gap = std::mem::replace(&mut self.gap, Gap::Space);
        let mut word = Word {
            start: raw.start,
            end: raw.end,
            score: entry.score(),
            alien: entry.alien(),
            listed: entry.listed(),
            function: entry.function(),
            foreign: entry.foreign(),
            script: raw.script,
            capital: false,
            name: false,
            letters: raw.letters,
            gap,
        };
        // Most words are small letters that a list holds, and need no more thought.
        if raw.first_capital || raw.is_marked || !word.listed || self.suffix || self.named {
            self.weigh(&mut word, raw, entry.name());
        }
        if self.said_i && word.function && word.score <= -STRONG {
            // `I think`: in Welsh, `i` goes before a name or a mutated word.
            word.score -= 3 * NAT;
        }
        self.said_i = raw.letters == 1 && raw.shouted && raw.low == u64::from(b'i') && !self.all_capitals;
        self.elides = is_elision(raw.low, raw.letters) && !self.suffix;
        self.suffix = false;
        word
    }

    /// Weighs a word that the list doesn't settle.
    #[inline(never)]
    fn weigh(&mut self, word: &mut Word, raw: &Raw, name: bool) {
        let known = word.listed;
        let elided = self.suffix && self.elides && !known;
        word.capital = raw.first_capital && !self.all_capitals;
        word.name = !self.suffix
            && (name && (word.capital || !known)
                || word.capital && raw.shouted && raw.letters > 1 && raw.letters <= 5 && !word.function);
        let alone = raw.letters == 1;
        word.foreign =
            word.foreign && !word.name || raw.strange || elided || raw.sharp && alone || self.is_eclipsed(raw);
        let is_named = word.name || word.capital && word.gap != Gap::Sentence && raw.start > BEGINNING;
        if !known && !alone && !is_named {
            (word.score, word.alien) = self.judge(raw);
        }
        if word.foreign && !known {
            word.alien = FOREIGN;
        }
        if word.name {
            (word.score, word.alien) = (0, 0);
        } else if word.capital {
            // Inside a sentence a capital means a name or a title, which keep their own language in any text.
            let share = match (word.gap == Gap::Sentence, word.function, known) {
                (true, _, true) => 0,
                (true, _, false) | (false, true, _) => 1,
                (false, false, true) => 2,
                (false, false, false) => 3,
            };
            (word.score, word.alien) = (word.score >> share, word.alien >> share);
        }
        if self.suffix && self.named && word.score < 0 {
            // `Barnardo's`: part of the name.
            word.score = 0;
        }
        if raw.welsh {
            word.score += 3 * NAT;
        }
        self.named = word.name;
    }

    #[inline]
    fn look_up(&self, raw: &Raw) -> Entry {
        let alone = || self.table.entry(table::key(raw.low, raw.high));
        if !self.suffix {
            return alone();
        }
        let apostrophe = u64::from(b'\'');
        let suffix = self.table.entry(table::key(raw.low << 8 | apostrophe, raw.high << 8 | raw.low >> 56));
        // Not a suffix after all: `l'amour`, or a quotation that closed without a space.
        if suffix.listed() { suffix } else { alone() }
    }

    /// Judges an unknown word by its letters: log odds, held within what a fair word says.
    fn judge(&self, raw: &Raw) -> (i32, i32) {
        let judged = self.table.letters.judge(&raw.folded(self.text), raw.letters as usize);
        let roof = if raw.roof { NAT / 2 } else { 0 };
        let sharp = if raw.sharp { 3 * NAT / 2 } else { 0 };
        // English and Welsh spellings are many; that a word looks like one is no proof against other languages.
        let most = if raw.letters <= 3 { SHORT } else { MOST };
        ((judged.welsh + roof).clamp(-most, most), (judged.alien + sharp).clamp(-NAT, FOREIGN))
    }

    /// Whether a small letter stands before the capital of a name, as it does in Irish (`gContae`, `mBaile`, `hAlban`).
    fn is_eclipsed(&self, raw: &Raw) -> bool {
        let word = &self.text.as_bytes()[raw.start..raw.end];
        let initial = |byte: &u8| b"bdghmnt".contains(byte);
        word.first().is_some_and(initial)
            && word.get(1).is_some_and(u8::is_ascii_uppercase)
            && word.get(2).is_some_and(u8::is_ascii_lowercase)
    }

    /// Reads a word that may have more to it than the plain letters up to `end`, and moves `end` behind it; nothing for a
    /// word in no language: an address, or letters that cling to a figure.
    #[inline(never)]
    fn spelt(&mut self, start: usize, end: &mut usize) -> Option<Word> {
        let bytes = self.text.as_bytes();
        let raw = Raw::spelt(self.text, start, *end);
        *end = raw.end;
        let glued = std::mem::take(&mut self.glued) && !raw.script;
        let clings = |next: &u8| matches!(next, b'.' | b'@' | b':' | b'_' | b'0'..=b'9');
        let address = bytes.get(raw.end).is_some_and(clings) && self.is_address(start, raw.end);
        if address {
            *end += bytes[raw.end..].iter().position(u8::is_ascii_whitespace).unwrap_or(bytes.len() - raw.end);
        }
        if glued || address {
            self.suffix = false;
            return None;
        }
        Some(self.close(&raw))
    }

    /// Whether a word, whose end has a stop or a sign glued to it, is part of an address in the net.
    fn is_address(&self, start: usize, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        let rest = &bytes[end..];
        let token = &rest[..rest.iter().take(100).position(u8::is_ascii_whitespace).unwrap_or(rest.len().min(100))];
        let domain = [".com", ".org", ".net", ".uk", ".wales", ".cymru", ".eu"];
        token.contains(&b'@')
            || token.starts_with(b"://")
            || bytes[start..end].eq_ignore_ascii_case(b"www")
            || domain.iter().any(|domain| token.trim_ascii_end().ends_with(domain.as_bytes()))
    }

    /// Takes note of one character that is no plain letter at `at`, and hands back where the next one is.
    fn between(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let next = bytes.get(at + 1).copied();
        let byte = bytes[at];
        self.glued = byte.is_ascii_digit();
        let gap = match byte {
            b' ' => return at + 1,
            b'\n' | b'!' | b'?' | b'/' => Gap::Sentence,
            b'.' if next.is_none_or(|next| next.is_ascii_whitespace() || b"\"')]".contains(&next)) => Gap::Sentence,
            b'.' if next.is_some_and(|next| next.is_ascii_uppercase()) => Gap::Sentence,
            b',' | b';' | b':' | b'(' | b')' | b'"' => Gap::Clause,
            b'-' if at > 0 && bytes[at - 1] == b' ' => Gap::Clause,
            b'@' => {
                let rest = &bytes[at..];
                return at + rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
            }
            0x80.. => {
                let Some(c) = self.text[at..].chars().next() else { return bytes.len() };
                if matches!(wide(c), Wide::Clause) {
                    self.gap = self.gap.max(Gap::Clause);
                }
                return at + c.len_utf8();
            }
            _ => Gap::Space,
        };
        self.gap = self.gap.max(gap);
        at + 1
    }
}

/// `l'`, `d'`, `c'`, `n'`, `s'`, `j'` and `qu'` of French and Italian.
fn is_elision(word: u64, letters: u32) -> bool {
    letters == 1 && b"ldcnsj".contains(&(word as u8)) || letters == 2 && word == u64::from_le_bytes(*b"qu\0\0\0\0\0\0")
}
