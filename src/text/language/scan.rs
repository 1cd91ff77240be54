//! Walks a text once, word by word, and weighs each word without allocating.

use super::table::{self, APOSTROPHE, LONGEST, NAT, STRANGE, TABLE, Table};

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// White space, a hyphen, or an apostrophe.
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
    /// How unlikely the letters are in either language, in eighths of a nat a letter; nought when listed.
    pub(super) surprise: u32,
    /// How many letters.
    pub(super) letters: u32,
    /// What stands before it.
    pub(super) gap: Gap,
}

/// Nothing, a letter's class, an apostrophe, or the first byte of something longer than a byte.
const OUTSIDE: u8 = 0;
const WIDE: u8 = 255;

/// The class of each byte.
const CLASSES: [u8; 256] = {
    let mut classes = [OUTSIDE; 256];
    let mut byte = 0;
    while byte < 256 {
        let low = byte as u8 | 0x20;
        if byte < 128 && low >= b'a' && low <= b'z' {
            classes[byte] = low - b'a' + 1;
        } else if byte >= 128 {
            classes[byte] = WIDE;
        }
        byte += 1;
    }
    classes[b'\'' as usize] = APOSTROPHE;
    classes[b'`' as usize] = APOSTROPHE;
    classes
};

/// What a character outside ASCII is to us.
enum Wide {
    /// A letter: its class without the accent, whether it is a capital, and what the accent says.
    Letter(u8, bool, Accent),
    /// An accent that belongs to the letter before it.
    Mark(char),
    /// A letter of another script.
    Script,
    Apostrophe,
    /// A quotation mark or a dash.
    Clause,
    Nothing,
}

/// What an accent says about the language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Accent {
    /// `ŵ` and `ŷ`: Welsh and next to nothing else.
    Welsh,
    /// On a vowel: Welsh and several others.
    Vowel,
    /// A letter that neither language writes.
    Strange,
}

fn wide(c: char) -> Wide {
    let class = |letter: u8| letter - b'a' + 1;
    let lower = c.to_lowercase().next().unwrap_or(c);
    let capital = lower != c;
    match lower {
        '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{00B4}' | '\u{2032}' | '\u{FF07}' => Wide::Apostrophe,
        '\u{0300}'..='\u{036F}' => Wide::Mark(c),
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => Wide::Letter(class(b'w'), capital, Accent::Welsh),
        'ŷ' | 'ỳ' => Wide::Letter(class(b'y'), capital, Accent::Welsh),
        'á' | 'à' | 'â' | 'ä' => Wide::Letter(class(b'a'), capital, Accent::Vowel),
        'é' | 'è' | 'ê' | 'ë' => Wide::Letter(class(b'e'), capital, Accent::Vowel),
        'í' | 'ì' | 'î' | 'ï' => Wide::Letter(class(b'i'), capital, Accent::Vowel),
        'ó' | 'ò' | 'ô' | 'ö' => Wide::Letter(class(b'o'), capital, Accent::Vowel),
        'ú' | 'ù' | 'û' | 'ü' => Wide::Letter(class(b'u'), capital, Accent::Vowel),
        'ç' | 'ć' | 'č' => Wide::Letter(class(b'c'), capital, Accent::Strange),
        'ñ' | 'ń' => Wide::Letter(class(b'n'), capital, Accent::Strange),
        'ß' => Wide::Letter(class(b's'), capital, Accent::Strange),
        'ã' | 'å' | 'ă' | 'ą' => Wide::Letter(class(b'a'), capital, Accent::Strange),
        'ę' | 'ě' => Wide::Letter(class(b'e'), capital, Accent::Strange),
        'õ' | 'ø' | 'ő' => Wide::Letter(class(b'o'), capital, Accent::Strange),
        'ș' | 'ş' | 'ś' | 'š' => Wide::Letter(class(b's'), capital, Accent::Strange),
        'ț' | 'ţ' => Wide::Letter(class(b't'), capital, Accent::Strange),
        'ł' => Wide::Letter(class(b'l'), capital, Accent::Strange),
        'ż' | 'ź' | 'ž' => Wide::Letter(class(b'z'), capital, Accent::Strange),
        '\u{00AA}' | '\u{00BA}' | '\u{2100}'..='\u{214F}' => Wide::Nothing,
        '\u{2013}' | '\u{2014}' | '\u{201C}' | '\u{201D}' | '\u{00AB}' | '\u{00BB}' => Wide::Clause,
        // The Latin letters that are left, before Greek begins, and the Vietnamese block.
        '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Wide::Letter(STRANGE, capital, Accent::Strange),
        other if other.is_alphabetic() => Wide::Script,
        _ => Wide::Nothing,
    }
}

/// The letters that the letter model looks at; longer words are judged by their beginning.
const LOOKED_AT: usize = 24;

/// A word on its way.
struct Open {
    start: usize,
    key: u64,
    letters: u32,
    capitals: u32,
    first_capital: bool,
    suffix: bool,
    welsh: bool,
    vowel: bool,
    strange: bool,
    script: bool,
    classes: [u8; LOOKED_AT],
}

impl Open {
    fn at(start: usize, suffix: bool) -> Open {
        Open {
            start,
            key: if suffix { u64::from(APOSTROPHE) } else { 0 },
            letters: 0,
            capitals: 0,
            first_capital: false,
            suffix,
            welsh: false,
            vowel: false,
            strange: false,
            script: false,
            classes: [0; LOOKED_AT],
        }
    }

    #[inline]
    fn push(&mut self, class: u8, capital: bool) {
        self.key = (self.key << 5) | u64::from(class);
        if let Some(place) = self.classes.get_mut(self.letters as usize) {
            *place = class;
        }
        self.first_capital |= capital && self.letters == 0;
        self.capitals += u32::from(capital);
        self.letters += 1;
    }

    fn mark(&mut self, mark: char) {
        let last = (self.letters as usize).checked_sub(1).and_then(|at| self.classes.get(at)).copied().unwrap_or(0);
        let on_semivowel = last == b'w' - b'a' + 1 || last == b'y' - b'a' + 1;
        match mark {
            '\u{0300}' | '\u{0301}' | '\u{0302}' | '\u{0308}' if on_semivowel => self.welsh = true,
            '\u{0300}' | '\u{0301}' | '\u{0302}' | '\u{0308}' => self.vowel = true,
            _ => self.strange = true,
        }
    }

    fn close(&self, table: &Table, text: &Around, before: &mut Before) -> Word {
        let mut entry = (self.letters <= LONGEST - u32::from(self.suffix)).then(|| table.entry(self.key)).flatten();
        if self.suffix && entry.is_none() && self.letters < LONGEST {
            // Not a suffix after all: `l'amour`, or a quotation that closed without a space.
            entry = table.entry(self.key & !(31 << (5 * self.letters)));
        }
        let elided = self.suffix && before.elides && !entry.is_some_and(|entry| entry.listed);
        let entry = entry.unwrap_or_default();
        let capital = self.first_capital && !text.all_capitals;
        let shouted = capital && self.letters > 1 && self.capitals == self.letters;
        let name = !self.suffix
            && (entry.name && (capital || !entry.listed) || shouted && self.letters <= 5 && !entry.function);
        let (mut score, mut surprise) = (i32::from(entry.score), 0);
        if !entry.listed {
            (score, surprise) = self.judge(table, text.looking);
        }
        if name {
            score = 0;
        } else if capital {
            // Inside a sentence a capital means a name or a title, which keep their own language in any text.
            score /= match (before.gap == Gap::Sentence, entry.function, entry.listed) {
                (true, _, true) => 1,
                (true, _, false) | (false, true, _) => 2,
                (false, false, true) => 4,
                (false, false, false) => 8,
            };
        }
        if self.suffix && before.name && score < 0 {
            // `Barnardo's`: part of the name.
            score = 0;
        }
        before.name = name;
        if self.welsh {
            score += 3 * NAT;
        }
        before.elides = !self.suffix && is_elision(self.key);
        Word {
            start: self.start,
            end: text.end,
            score,
            listed: entry.listed,
            function: entry.function,
            foreign: entry.foreign && !name || self.strange || elided,
            script: self.script,
            capital,
            name,
            surprise,
            letters: self.letters,
            gap: before.gap,
        }
    }

    /// Judges an unknown word by its letters: log odds, held within what a fair word says, and surprise a letter.
    fn judge(&self, table: &Table, looking: bool) -> (i32, u32) {
        /// However odd the letters, one unknown word is worth less than a known one.
        const MOST: i32 = 40;
        let length = (self.letters as usize).min(LOOKED_AT);
        let (mut before, mut last, mut odds, mut surprise) = (0, 0, 0, 0);
        let end = (self.letters as usize <= LOOKED_AT).then_some(&0);
        for &class in self.classes[..length].iter().chain(end) {
            let at = table::triple(before, last, class);
            odds += table.odds(at);
            surprise += if looking { table.surprise(at) } else { 0 };
            (before, last) = (last, class);
        }
        if self.vowel {
            odds += NAT / 2;
        }
        (odds.clamp(-MOST, MOST), surprise / (length as u32 + 1))
    }
}

/// What a word's judge must know of the text around it.
struct Around {
    all_capitals: bool,
    end: usize,
    /// Still at the beginning, where gibberish is looked for.
    looking: bool,
}

/// What a word's judge must know of what went before it.
struct Before {
    gap: Gap,
    elides: bool,
    name: bool,
}

/// `l'`, `d'`, `c'`, `n'`, `s'`, `j'` and `qu'` of French and Italian.
fn is_elision(key: u64) -> bool {
    let class = |letter: u8| u64::from(letter - b'a' + 1);
    b"ldcnsj".iter().any(|&letter| key == class(letter)) || key == (class(b'q') << 5 | class(b'u'))
}

/// Bytes at the head of a text in which gibberish is looked for; whoever types it types no more.
const BEGINNING: usize = 80;

/// Hands every word of a text to `each`, in order.
pub(super) fn words(text: &str, mut each: impl FnMut(&Word)) {
    let table: &Table = &TABLE;
    let bytes = text.as_bytes();
    let mut around = Around { all_capitals: !text.chars().any(char::is_lowercase), end: 0, looking: true };
    let mut before = Before { gap: Gap::Sentence, elides: false, name: false };
    let mut open: Option<Open> = None;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let class = CLASSES[usize::from(byte)];
        if (1..=26).contains(&class) {
            // The common case: a run of plain letters.
            let word = open.get_or_insert_with(|| Open::at(at, false));
            word.push(class, byte < b'a');
            at += 1;
            while at < bytes.len() {
                let class = CLASSES[usize::from(bytes[at])];
                if !(1..=26).contains(&class) {
                    break;
                }
                word.push(class, bytes[at] < b'a');
                at += 1;
            }
            continue;
        }
        let mut length = 1;
        let mut gap = Gap::Space;
        let mut apostrophe = class == APOSTROPHE;
        if class == WIDE {
            let c = text[at..].chars().next().unwrap_or(' ');
            length = c.len_utf8();
            match wide(c) {
                Wide::Letter(class, capital, accent) => {
                    let word = open.get_or_insert_with(|| Open::at(at, false));
                    word.push(class, capital);
                    match accent {
                        Accent::Welsh => word.welsh = true,
                        Accent::Vowel => word.vowel = true,
                        Accent::Strange => word.strange = true,
                    }
                    at += length;
                    continue;
                }
                Wide::Script => {
                    let word = open.get_or_insert_with(|| Open::at(at, false));
                    word.push(STRANGE, false);
                    word.script = true;
                    at += length;
                    continue;
                }
                Wide::Mark(mark) => {
                    if let Some(word) = open.as_mut() {
                        word.mark(mark);
                    }
                    at += length;
                    continue;
                }
                Wide::Apostrophe => apostrophe = true,
                Wide::Clause => gap = Gap::Clause,
                Wide::Nothing => {}
            }
        } else {
            let next = bytes.get(at + 1).copied();
            gap = match byte {
                b'\n' | b'!' | b'?' | b'/' => Gap::Sentence,
                b'.' if next.is_none_or(|next| next.is_ascii_whitespace() || b"\"')]".contains(&next)) => Gap::Sentence,
                b',' | b';' | b':' | b'(' | b')' | b'"' => Gap::Clause,
                _ => Gap::Space,
            };
        }
        if byte == b'@' || bytes[at..].starts_with(b"://") || byte == b'.' && bytes[..at].ends_with(b"www") {
            // An address is in no language.
            open = None;
            at += bytes[at..].iter().position(u8::is_ascii_whitespace).unwrap_or(bytes.len() - at);
            continue;
        }
        let closed = open.take();
        if let Some(word) = &closed {
            around.end = at;
            around.looking = at < BEGINNING;
            each(&word.close(table, &around, &mut before));
            before.gap = Gap::Space;
        }
        before.gap = before.gap.max(gap);
        at += length;
        if apostrophe && closed.is_some() && bytes.get(at).is_some_and(|&next| CLASSES[usize::from(next)] != OUTSIDE) {
            open = Some(Open::at(at, true));
        }
    }
    if let Some(word) = open {
        around.end = at;
        if word.letters > 0 {
            each(&word.close(table, &around, &mut before));
        }
    }
}
