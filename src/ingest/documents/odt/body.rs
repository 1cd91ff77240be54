//! The text of an OpenDocument, paragraph by paragraph and cell by cell.

use std::collections::BTreeMap;

use super::super::Kind;
use super::super::package::{Element, Token, Xml};
use super::super::story::Story;
use super::forms;
use super::styles::{self, LEVELS, OUTLINE, Styles};

/// Deepest nesting of text boxes that are read as such.
const DEEPEST_BOX: usize = 8;

/// Smallest picture, in square centimetres, that may hold a page of words: a quarter of A4. Smaller ones are logos.
const LARGE: f64 = 150.0;

/// Most spaces that one element stands for.
const MOST_SPACES: i64 = 1_000;

/// Reads a text.
pub(super) struct Body<'x> {
    styles: &'x Styles,
    /// What was read.
    pub(super) story: Story,
    /// What was met on the way.
    pub(super) found: Found<'x>,
    paragraph: Paragraph,
    /// Paragraphs within paragraphs.
    open: usize,
    lists: Vec<List>,
    /// How far the lists of each style have counted.
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// What the fields of forms show.
    fields: BTreeMap<String, String>,
    /// Text boxes of the paragraph, to be read behind it.
    boxes: Vec<&'x str>,
    boxed: usize,
    /// How many elements are open that hide their text, and how many that are a table of contents.
    hiding: usize,
    contents: usize,
    area: f64,
}

/// What was met on the way.
#[derive(Debug, Default)]
pub(super) struct Found<'x> {
    /// Tracked changes.
    pub(super) tracked: usize,
    /// Whether hidden text was left out.
    pub(super) has_hidden: bool,
    /// Whether there are pictures too small to hold a page.
    pub(super) has_small_pictures: bool,
    /// Footnotes, to be read.
    pub(super) footnotes: Vec<&'x str>,
    /// Endnotes, to be read.
    pub(super) endnotes: Vec<&'x str>,
    /// Comments, to be read.
    pub(super) comments: Vec<&'x str>,
    /// What broke the XML off.
    pub(super) trouble: Option<String>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    number: Option<String>,
    is_heading: bool,
    /// Size of its largest picture.
    picture: Option<f64>,
    holds_other: bool,
}

/// A list that is open.
struct List {
    style: String,
    /// Whether the item that is open has a paragraph, which bears its number.
    is_numbered: bool,
}

/// What an open element is to those within it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Other,
    Paragraph,
    Hidden,
    Contents,
    List,
    Table,
    Cell,
}

impl<'x> Body<'x> {
    /// Nothing read so far.
    pub(super) fn new(styles: &'x Styles) -> Body<'x> {
        Body {
            styles,
            story: Story::default(),
            found: Found::default(),
            paragraph: Paragraph::default(),
            open: 0,
            lists: Vec::new(),
            counts: BTreeMap::new(),
            fields: BTreeMap::new(),
            boxes: Vec::new(),
            boxed: 0,
            hiding: 0,
            contents: 0,
            area: 0.0,
        }
    }

    /// Reads a text to its end, or as far as its XML is sound.
    pub(super) fn read(&mut self, text: &'x str) {
        let mut xml = Xml::new(text);
        let mut stack: Vec<At> = Vec::new();
        while let Some(token) = xml.next() {
            match token {
                Token::Open(element) => stack.extend(self.open(&element, &mut xml)),
                Token::Close => {
                    if let Some(at) = stack.pop() {
                        self.close(at);
                    }
                }
                Token::Text(words) => self.say_collapsed(&words),
            }
        }
        if let Some(trouble) = xml.trouble() {
            self.found.trouble = Some(trouble.to_owned());
        }
        while let Some(at) = stack.pop() {
            self.close(at);
        }
        // Boxes that hang on a page rather than on a paragraph.
        if !self.boxes.is_empty() {
            self.end_paragraph();
        }
    }

    /// An element begins: what it is to those within it, or none when it was passed over to its end.
    fn open(&mut self, element: &Element<'_>, xml: &mut Xml<'x>) -> Option<At> {
        match element.name() {
            "p" | "h" => return Some(self.open_paragraph(element)),
            "span" => {
                let style = element.attribute("style-name").unwrap_or_default();
                return Some(if self.styles.is_hidden(&style) { self.hide() } else { At::Other });
            }
            "hidden-text" | "hidden-paragraph" => return Some(self.hide()),
            "list" => {
                self.open_list(element);
                return Some(At::List);
            }
            "list-item" => {
                if let Some(list) = self.lists.last_mut() {
                    list.is_numbered = false;
                }
            }
            // Its paragraphs bear no number.
            "list-header" => {
                if let Some(list) = self.lists.last_mut() {
                    list.is_numbered = true;
                }
            }
            "table" => {
                self.story.open_table();
                return Some(At::Table);
            }
            "table-row" => self.story.open_row(0),
            "table-cell" => {
                self.story.open_cell();
                self.story.pass_columns(repeated(element).saturating_sub(1));
                return Some(At::Cell);
            }
            "covered-table-cell" => self.story.pass_columns(repeated(element)),
            "table-of-content" | "illustration-index" | "table-index" | "alphabetical-index" | "object-index" => {
                self.contents += 1;
                return Some(At::Contents);
            }
            _ => return self.content(element, xml),
        }
        Some(At::Other)
    }

    /// An element within a paragraph, or one that is not text.
    fn content(&mut self, element: &Element<'_>, xml: &mut Xml<'x>) -> Option<At> {
        match element.name() {
            "s" => {
                let count = element.number("c").unwrap_or(1).clamp(1, MOST_SPACES);
                self.say(&" ".repeat(usize::try_from(count).unwrap_or(1)));
            }
            "tab" => self.say("\t"),
            "line-break" => self.say("\n"),
            "note" => {
                let is_end = element.attribute("note-class").as_deref() == Some("endnote");
                let notes = if is_end { &mut self.found.endnotes } else { &mut self.found.footnotes };
                notes.push(xml.skip());
                return None;
            }
            "annotation" => {
                self.found.comments.push(xml.skip());
                return None;
            }
            "text-box" if self.boxed < DEEPEST_BOX => {
                self.boxes.push(xml.skip());
                return None;
            }
            "tracked-changes" => {
                self.found.tracked += xml.skip().matches(":changed-region>").count();
                return None;
            }
            "forms" => {
                self.fields.extend(forms::fields(xml.skip()));
                return None;
            }
            "control" => {
                let shown = element.attribute("control").and_then(|id| self.fields.get(&id).cloned());
                self.say(&shown.unwrap_or_default());
            }
            "fieldmark" | "fieldmark-start" => {
                let kind = element.attribute("type").unwrap_or_default();
                self.say(&forms::field_mark(&kind, xml.skip()));
                return None;
            }
            "content-control" if element.attribute("showing-place-holder").as_deref() == Some("true") => {
                xml.skip();
                return None;
            }
            "frame" => self.area = centimetres(element, "width") * centimetres(element, "height"),
            "image" => {
                let area = std::mem::take(&mut self.area);
                self.paragraph.picture = Some(self.paragraph.picture.map_or(area, |other| other.max(area)));
            }
            "object" | "object-ole" | "plugin" => self.paragraph.holds_other = true,
            // What stands beside the text and is none of it.
            "automatic-styles" | "styles" | "master-styles" | "font-face-decls" | "scripts" | "settings" | "meta"
            | "note-citation" | "creator-initials" | "ruby-text" | "placeholder" | "script" | "binary-data" => {
                xml.skip();
                return None;
            }
            "title" | "desc" | "creator" | "date" if element.has_prefix("svg") || element.has_prefix("dc") => {
                xml.skip();
                return None;
            }
            _ => {}
        }
        Some(At::Other)
    }

    fn close(&mut self, at: At) {
        match at {
            At::Paragraph => {
                self.open = self.open.saturating_sub(1);
                if self.open == 0 {
                    self.end_paragraph();
                }
            }
            At::Hidden => self.hiding = self.hiding.saturating_sub(1),
            At::Contents => self.contents = self.contents.saturating_sub(1),
            At::List => _ = self.lists.pop(),
            At::Table => self.story.close_table(),
            At::Cell => self.story.close_cell(),
            At::Other => {}
        }
    }

    fn open_paragraph(&mut self, element: &Element<'_>) -> At {
        self.open += 1;
        if self.open > 1 {
            // Paragraphs within one, as drawings have them, are lines of it.
            if !self.paragraph.text.is_empty() {
                self.paragraph.text.push('\n');
            }
            return At::Paragraph;
        }
        let style = element.attribute("style-name").unwrap_or_default();
        let is_marked = element.name() == "h";
        self.paragraph.is_heading = is_marked || self.styles.is_title(&style);
        if let Some(depth) = self.lists.len().checked_sub(1) {
            let list = &mut self.lists[depth];
            if !std::mem::replace(&mut list.is_numbered, true) {
                let counts = self.counts.entry(list.style.clone()).or_default();
                self.paragraph.number = self.styles.next(&list.style, depth, counts);
            }
        } else if is_marked && element.attribute("is-list-header").as_deref() != Some("true") {
            let level = styles::level(element, "outline-level").unwrap_or_default();
            let counts = self.counts.entry(OUTLINE.to_owned()).or_default();
            self.paragraph.number = self.styles.next(OUTLINE, level, counts);
        }
        At::Paragraph
    }

    fn open_list(&mut self, element: &Element<'_>) {
        let around = self.lists.last().map(|list| list.style.clone());
        let is_outermost = around.is_none();
        let style = element.attribute("style-name").or(around).unwrap_or_default();
        let goes_on = element.attribute("continue-numbering").as_deref() == Some("true")
            || element.attribute("continue-list").is_some();
        if is_outermost && !goes_on {
            self.counts.remove(&style);
        }
        self.lists.push(List { style, is_numbered: false });
    }

    fn hide(&mut self) -> At {
        self.hiding += 1;
        At::Hidden
    }

    /// The paragraph ends: its number, its words, its pictures, and then the text boxes that hang on it.
    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let kind = match () {
            () if self.contents > 0 => Kind::Signature,
            () if paragraph.is_heading => Kind::Heading,
            () => Kind::Paragraph,
        };
        let words = paragraph.text.trim();
        match paragraph.number.filter(|number| !words.is_empty() && !number.is_empty()) {
            Some(number) => self.story.paragraph(kind, &format!("{number} {words}")),
            None => self.story.paragraph(kind, words),
        }
        match paragraph.picture {
            Some(area) if area >= LARGE => self.story.picture(words.is_empty()),
            Some(_) => self.found.has_small_pictures = true,
            None => {}
        }
        if paragraph.holds_other {
            let what = "a diagram, formula or embedded file stands here, which was not read";
            self.story.remark(self.story.place(), what.to_owned());
        }
        if !self.boxes.is_empty() {
            self.boxed += 1;
            // A list around the paragraph does not number what is in its boxes.
            let lists = std::mem::take(&mut self.lists);
            for text in std::mem::take(&mut self.boxes) {
                self.read(text);
            }
            self.lists = lists;
            self.boxed -= 1;
        }
    }

    /// Adds words as they are.
    fn say(&mut self, words: &str) {
        if self.open == 0 || self.hiding > 0 {
            self.found.has_hidden |= self.open > 0 && !words.trim().is_empty();
            return;
        }
        self.paragraph.text.push_str(words);
    }

    /// Adds characters, of which white space counts as one space and as none at a beginning (ISO/IEC 26300-3, 6.1.2).
    fn say_collapsed(&mut self, words: &str) {
        let is_white = |sign: char| matches!(sign, ' ' | '\t' | '\n' | '\r');
        let mut was_white = self.paragraph.text.ends_with(is_white) || self.paragraph.text.is_empty();
        let mut collapsed = String::with_capacity(words.len());
        for sign in words.chars() {
            if !is_white(sign) {
                collapsed.push(sign);
            } else if !was_white {
                collapsed.push(' ');
            }
            was_white = is_white(sign);
        }
        self.say(&collapsed);
    }
}

fn repeated(element: &Element<'_>) -> u32 {
    // A table of a text has few columns; of more, it is a sheet whose rest is empty.
    element.number("number-columns-repeated").and_then(|count| u32::try_from(count).ok()).unwrap_or(1).clamp(1, 1_000)
}

fn centimetres(element: &Element<'_>, side: &str) -> f64 {
    let value = element.attribute(side).unwrap_or_default();
    let unit = value.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    let Ok(length) = value[..value.len() - unit.len()].parse::<f64>() else { return 0.0 };
    length
        * match unit {
            "cm" => 1.0,
            "mm" => 0.1,
            "in" => 2.54,
            "pt" => 2.54 / 72.0,
            "pc" => 2.54 / 6.0,
            _ => 0.0,
        }
}
