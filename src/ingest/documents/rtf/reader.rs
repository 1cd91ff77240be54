//! Control words to paragraphs: groups, destinations, tables.

use std::collections::BTreeSet;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::super::marks::sign;
use super::super::{Document, Kind};
use super::flow::{Flow, Form, Part};
use super::fonts::{self, Fonts};
use super::tokens::{Token, Tokens};
use super::words::{Aim, Destination, destination, letter};

/// Deepest nesting of groups. Word writes some dozens.
const DEEPEST: usize = 5_000;

/// Deepest nesting of tables that is believed.
const DEEPEST_TABLE: usize = 50;

/// What was met on the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Stretches that tracked changes inserted or deleted.
    pub(super) tracked: usize,
    /// Whether hidden text was left out.
    pub(super) has_hidden: bool,
    /// Whether there are pictures too small to hold a page.
    pub(super) has_small_pictures: bool,
    /// The code page, when it is none that can be read.
    pub(super) unknown_code_page: Option<i32>,
}

/// Reads a file.
pub(super) struct Reader {
    groups: Vec<Group>,
    flows: Vec<Flow>,
    parts: Vec<(Part, Document)>,
    found: Found,
    fonts: Fonts,
    /// Styles whose paragraphs are headings; the one being defined, and its name so far.
    headings: BTreeSet<i32>,
    style: (i32, String),
    encoding: &'static Encoding,
    usual_font: i32,
    /// Bytes that wait for the rest of their letter.
    bytes: Vec<u8>,
    /// First half of a surrogate pair.
    high: Option<u16>,
    /// How much of what follows only stands in for a letter that was given in Unicode.
    stand_in: u32,
    /// Whether `\*` was met: what follows may be passed over by who does not know it.
    is_optional: bool,
    form: Form,
    /// Width and height of the picture being read.
    picture: (i64, i64),
    /// The number of a list item, as it gathers.
    number: String,
}

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    aim: Aim,
    font: i32,
    stand_ins: u32,
    is_hidden: bool,
    is_deleted: bool,
    is_revised: bool,
    is_in_table: bool,
    table_depth: usize,
    is_heading: bool,
}

impl Reader {
    /// Nothing read so far.
    pub(super) fn new() -> Reader {
        Reader {
            groups: vec![Group {
                aim: Aim::Text,
                font: 0,
                stand_ins: 1,
                is_hidden: false,
                is_deleted: false,
                is_revised: false,
                is_in_table: false,
                table_depth: 0,
                is_heading: false,
            }],
            flows: vec![Flow::new(Part::Body, 0)],
            parts: Vec::new(),
            found: Found::default(),
            fonts: Fonts::default(),
            headings: BTreeSet::new(),
            style: (0, String::new()),
            encoding: WINDOWS_1252,
            usual_font: 0,
            bytes: Vec::new(),
            high: None,
            stand_in: 0,
            is_optional: false,
            form: Form::default(),
            picture: (0, 0),
            number: String::new(),
        }
    }

    /// Reads to the end; what broke it off, if anything did.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Option<String> {
        for token in Tokens::new(bytes) {
            if !matches!(token, Token::Byte(_)) {
                self.settle();
            }
            match token {
                Token::Open if self.groups.len() > DEEPEST => {
                    return Some(format!("it nests more than {DEEPEST} groups"));
                }
                Token::Open => {
                    self.stand_in = 0;
                    let group = *self.group();
                    self.groups.push(group);
                }
                Token::Close => {
                    self.stand_in = 0;
                    self.close();
                    if self.groups.len() == 1 {
                        return None;
                    }
                }
                Token::Word(word, number) => self.word(word, number),
                Token::Symbol(symbol) => self.symbol(symbol),
                Token::Byte(byte) => self.byte(byte),
            }
            if !matches!(token, Token::Symbol(b'*')) {
                self.is_optional = false;
            }
        }
        self.settle();
        Some("it ends in the middle".to_owned())
    }

    /// Closes what is open: the body, the texts apart from it, and what was met.
    pub(super) fn finish(mut self) -> (Document, Vec<(Part, Document)>, Found) {
        while self.flows.len() > 1 {
            self.end_flow();
        }
        self.end_paragraph();
        let body = self.flows.pop().map(|flow| flow.story.finish()).unwrap_or_default();
        (body, self.parts, self.found)
    }

    fn group(&mut self) -> &mut Group {
        self.groups.last_mut().expect("the outermost group is never closed")
    }

    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the body is never closed")
    }

    fn close(&mut self) {
        let Some(closed) = self.groups.pop() else { return };
        let around = self.groups.last().map_or(Aim::Text, |group| group.aim);
        if closed.aim != around {
            match closed.aim {
                Aim::Number => {
                    let number = std::mem::take(&mut self.number);
                    // A bullet is no number.
                    if number.contains(char::is_alphanumeric) {
                        self.say(&format!("{} ", number.trim()));
                    }
                }
                Aim::Form => self.fill_in(),
                Aim::Picture => {
                    let size = self.picture.0.saturating_mul(self.picture.1);
                    let flow = self.flow();
                    flow.picture = flow.picture.max(Some(size));
                }
                _ => {}
            }
        }
        if self.flows.len() > 1 && self.flow().begun > self.groups.len() {
            self.end_flow();
        }
    }

    /// A text that stands apart begins with the group that is open.
    fn begin_flow(&mut self, part: Part) {
        let begun = self.groups.len();
        self.flows.push(Flow::new(part, begun));
        let group = self.group();
        group.aim = Aim::Text;
        (group.is_in_table, group.table_depth, group.is_heading) = (false, 0, false);
    }

    fn end_flow(&mut self) {
        self.end_paragraph();
        let Some(flow) = self.flows.pop() else { return };
        let document = flow.story.finish();
        if flow.part == Part::Box {
            self.flow().boxes.push(document);
        } else {
            self.parts.push((flow.part, document));
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        // A letter's stand-in may be a word for a letter.
        if let Some(letter) = letter(word) {
            if self.stand_in > 0 {
                self.stand_in -= 1;
            } else {
                self.say(letter);
            }
            return;
        }
        self.stand_in = 0;
        if word == "u" {
            self.unicode(number.unwrap_or_default());
            self.stand_in = self.group().stand_ins;
            return;
        }
        let is_on = number != Some(0);
        let number = number.unwrap_or_default();
        match self.group().aim {
            Aim::Nothing => return,
            Aim::Fonts if matches!(word, "f" | "fcharset" | "cpg") => return self.fonts.word(word, number),
            Aim::Styles if word == "s" => return self.style = (number, String::new()),
            Aim::Styles if word == "outlinelevel" && (0..9).contains(&number) => {
                self.headings.insert(self.style.0);
                return;
            }
            Aim::Form | Aim::Choice => return self.form_word(word, number),
            Aim::Picture => match word {
                "picwgoal" => return self.picture.0 = number.into(),
                "pichgoal" => return self.picture.1 = number.into(),
                _ => {}
            },
            _ => {}
        }
        if self.destination(word) {
            return;
        }
        let usual = self.usual_font;
        let is_heading = self.headings.contains(&number);
        let group = self.group();
        match word {
            "f" => group.font = number,
            "uc" => group.stand_ins = u32::try_from(number).unwrap_or_default().min(16),
            "v" => group.is_hidden = is_on,
            "deleted" => {
                let is_new = is_on && !std::mem::replace(&mut group.is_deleted, is_on);
                self.found.tracked += usize::from(is_new);
            }
            "revised" => {
                let is_new = is_on && !std::mem::replace(&mut group.is_revised, is_on);
                self.found.tracked += usize::from(is_new);
            }
            "plain" => {
                (group.font, group.is_hidden, group.is_deleted, group.is_revised) = (usual, false, false, false);
            }
            "pard" => (group.is_in_table, group.table_depth, group.is_heading) = (false, 0, false),
            "s" => group.is_heading = is_heading,
            "outlinelevel" => group.is_heading = (0..9).contains(&number),
            "intbl" => group.is_in_table = true,
            "itap" => group.table_depth = usize::try_from(number).unwrap_or_default().min(DEEPEST_TABLE),
            "par" | "sect" | "page" | "column" => self.end_paragraph(),
            "cell" | "nestcell" | "row" | "nestrow" => self.end_cell_or_row(word),
            "ansicpg" => match fonts::of_page(number) {
                Some(encoding) => self.encoding = encoding,
                None => self.found.unknown_code_page = Some(number),
            },
            "mac" => self.encoding = MACINTOSH,
            "deff" => {
                group.font = number;
                self.usual_font = number;
            }
            "ftnalt" if self.flow().part == Part::Footnote => self.flow().part = Part::Endnote,
            _ => {}
        }
    }

    /// Whether a word says what the group is for; if so, that holds from here.
    fn destination(&mut self, word: &str) -> bool {
        let aim = match destination(word) {
            Some(Destination::Shown) => return true,
            Some(Destination::Apart(part)) => return self.apart(part),
            Some(Destination::Aim(aim)) => aim,
            None if self.is_optional => Aim::Nothing,
            None => return false,
        };
        match word {
            "formfield" => self.form = Form::default(),
            "pict" => self.picture = (0, 0),
            "objdata" => {
                let flow = self.flow();
                let what = "an embedded file stands here, which was not read";
                flow.story.remark(flow.story.place(), what.to_owned());
            }
            _ => {}
        }
        // A name in the instruction of a field is part of it.
        let group = self.group();
        if group.aim != Aim::Instruction || aim == Aim::Form {
            group.aim = aim;
        }
        true
    }

    fn apart(&mut self, part: Part) -> bool {
        if matches!(self.group().aim, Aim::Text | Aim::Number) {
            self.begin_flow(part);
        }
        true
    }

    fn symbol(&mut self, symbol: u8) {
        if symbol == b'*' {
            self.is_optional = true;
            return;
        }
        let letter = match symbol {
            b'~' => "\u{a0}",
            b'_' => "\u{2011}",
            // An optional hyphen shows only at the end of a line.
            _ => "",
        };
        if self.stand_in > 0 {
            self.stand_in -= 1;
        } else {
            self.say(letter);
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.stand_in > 0 {
            self.stand_in -= 1;
            return;
        }
        let font = self.group().font;
        if self.group().aim == Aim::Text
            && let Some(name) = self.fonts.symbols(font)
        {
            let shown = sign(name, char::from_u32(0xf000 + u32::from(byte)).unwrap_or(' '));
            let shown = if byte == b' ' { ' ' } else { shown };
            self.say(shown.encode_utf8(&mut [0; 4]));
        } else if byte < 0x80 && self.bytes.is_empty() {
            self.say(char::from(byte).encode_utf8(&mut [0; 4]));
        } else {
            // The second byte of a letter may look like one of ASCII; of single-byte letters none waits for another.
            self.bytes.push(byte);
        }
    }

    /// Decodes the bytes that wait.
    fn settle(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let font = self.group().font;
        let encoding = self.fonts.encoding(font).unwrap_or(self.encoding);
        let bytes = std::mem::take(&mut self.bytes);
        // Some programs write UTF-8 without saying so; what reads as such is hardly ever anything else.
        match std::str::from_utf8(&bytes) {
            Ok(words) if encoding.is_single_byte() => self.say(words),
            _ => self.say(&encoding.decode_without_bom_handling(&bytes).0),
        }
    }

    /// A letter in Unicode: a signed 16-bit unit, or a whole code point where a program writes one.
    fn unicode(&mut self, number: i32) {
        let code = if number < 0 { number + 0x1_0000 } else { number };
        let Ok(code) = u32::try_from(code) else { return };
        match (self.high.take(), u16::try_from(code)) {
            (Some(high), Ok(low)) if (0xdc00..0xe000).contains(&low) => {
                let pair = char::decode_utf16([high, low]).next();
                self.say(pair.and_then(Result::ok).unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]));
            }
            (_, Ok(high)) if (0xd800..0xdc00).contains(&high) => self.high = Some(high),
            _ => {
                let letter = char::from_u32(code).unwrap_or('\u{fffd}');
                let font = self.group().font;
                let letter = sign(self.fonts.symbols(font).unwrap_or_default(), letter);
                self.say(letter.encode_utf8(&mut [0; 4]));
            }
        }
    }

    /// Adds words to whatever the group is for.
    fn say(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let is_half = self.high.take().is_some();
        let group = *self.group();
        match group.aim {
            Aim::Text if group.is_deleted => {}
            Aim::Text if group.is_hidden => self.found.has_hidden |= !words.trim().is_empty(),
            Aim::Text => {
                let flow = self.flow();
                if is_half {
                    flow.words.push('\u{fffd}');
                }
                let plain = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
                flow.words.extend(words.chars().filter(plain));
            }
            Aim::Number => self.number.push_str(words),
            Aim::Fonts => words.chars().for_each(|letter| self.fonts.letter(letter)),
            Aim::Styles => self.style_name(words),
            Aim::Choice => {
                if let Some(choice) = self.form.choices.last_mut() {
                    choice.push_str(words);
                }
            }
            _ => {}
        }
    }

    fn style_name(&mut self, words: &str) {
        for letter in words.chars() {
            if letter != ';' {
                self.style.1.push(letter);
                continue;
            }
            let (style, name) = std::mem::take(&mut self.style);
            let name = name.trim().to_lowercase();
            let level = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
            if level.is_some() || name == "title" {
                self.headings.insert(style);
            }
        }
    }

    fn end_paragraph(&mut self) {
        let group = *self.group();
        // A mark that a tracked change deleted ends nothing.
        if group.is_deleted {
            return;
        }
        let depth = if group.is_in_table { group.table_depth.max(1) } else { group.table_depth };
        let kind = if group.is_heading { Kind::Heading } else { Kind::Paragraph };
        let is_small_picture = self.flow().end_paragraph(kind, depth);
        self.found.has_small_pictures |= is_small_picture;
    }

    fn end_cell_or_row(&mut self, word: &str) {
        let group = *self.group();
        let depth = if word.starts_with("nest") { group.table_depth.max(2) } else { 1 };
        let flow = self.flow();
        match word {
            "cell" | "nestcell" => {
                // The words of a cell have no end of their own.
                let is_small_picture = flow.end_paragraph(Kind::Paragraph, depth);
                flow.end_cell(depth);
                self.found.has_small_pictures |= is_small_picture;
            }
            _ => flow.end_row(depth),
        }
    }

    fn form_word(&mut self, word: &str, number: i32) {
        match word {
            "ffl" => {
                self.form.choices.push(String::new());
                self.group().aim = Aim::Choice;
            }
            _ if self.is_optional => self.group().aim = Aim::Nothing,
            word => self.form.set(word, number),
        }
    }

    /// Shows what a field of a form shows, which has no result of its own.
    fn fill_in(&mut self) {
        let shown = std::mem::take(&mut self.form).shown();
        let group = *self.group();
        if !group.is_deleted && !group.is_hidden {
            self.flow().words.push_str(&shown);
        }
    }
}
