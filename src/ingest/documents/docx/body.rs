//! The text of one part of a Word document. What an element means depends on where it stands, so each open element says
//! what it is to those within it.

use std::collections::BTreeMap;

use super::super::marks;
use super::super::package::{Element, Token, Xml};
use super::super::story::Story;
use super::super::{Document, Kind};
use super::numbering::Numbering;
use super::styles::Styles;
use super::writing::{FormField, Writing};

/// Deepest nesting of text boxes that are read as such.
const DEEPEST_BOX: usize = 8;

/// Smallest picture, in square EMU (360,000 to the centimetre), that may hold a page of words: 150 cm², a quarter of A4.
/// Smaller ones are logos and signatures.
const LARGE: i64 = 150 * 360_000 * 360_000;

/// Reads the parts of one document.
pub(super) struct Body<'p> {
    styles: &'p Styles,
    numbering: &'p mut Numbering,
    /// Other documents within this one, by the ids of their relations.
    chunks: &'p BTreeMap<String, Document>,
    /// What was read.
    pub(super) story: Story,
    /// What was met on the way.
    pub(super) found: Found,
    writing: Writing,
    /// Content controls that are open.
    controls: Vec<Control>,
    /// How many of those are a table of contents.
    contents: usize,
    /// Text boxes of the paragraph, to be read behind it.
    boxes: Vec<&'p str>,
    boxed: usize,
    extent: i64,
    form: Option<FormField>,
}

/// What was met on the way.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Insertions, deletions and moves that nobody has accepted or refused yet.
    pub(super) tracked: usize,
    /// Whether hidden text was left out.
    pub(super) has_hidden: bool,
    /// Ids of footnotes in the order of reading.
    pub(super) footnotes: Vec<i64>,
    /// Ids of endnotes.
    pub(super) endnotes: Vec<i64>,
    /// Whether there are pictures too small to hold a page.
    pub(super) has_small_pictures: bool,
    /// Notes or comments, when the part holds those.
    pub(super) notes: Vec<(i64, Document)>,
    /// What broke the XML off.
    pub(super) trouble: Option<String>,
}

/// A content control (`w:sdt`).
#[derive(Default)]
struct Control {
    ticked: Option<bool>,
    is_placeholder: bool,
    is_contents: bool,
}

/// What an open element is to those within it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Other,
    Paragraph,
    Run,
    Text,
    Table,
    Cell,
    /// Properties of a paragraph, and of the mark at its end.
    ParagraphProperties,
    MarkProperties,
    RunProperties,
    /// Properties of a row, a cell or something else.
    Properties,
    Control,
    ControlProperties,
    ControlContent,
    /// The sign that begins a field, and what it says of itself.
    FieldSign,
    FieldProperties,
    /// Content in two forms: how much had been said before it.
    Alternates(usize),
    Note(i64),
}

impl<'p> Body<'p> {
    /// Nothing read so far.
    pub(super) fn new(
        styles: &'p Styles,
        numbering: &'p mut Numbering,
        chunks: &'p BTreeMap<String, Document>,
    ) -> Body<'p> {
        Body {
            styles,
            numbering,
            chunks,
            story: Story::default(),
            found: Found::default(),
            writing: Writing::default(),
            controls: Vec::new(),
            contents: 0,
            boxes: Vec::new(),
            boxed: 0,
            extent: 0,
            form: None,
        }
    }

    /// Reads a part to its end, or as far as its XML is sound.
    pub(super) fn read(&mut self, text: &'p str) {
        let mut xml = Xml::new(text);
        let mut stack: Vec<At> = Vec::new();
        while let Some(token) = xml.next() {
            let around = stack.last().copied().unwrap_or(At::Other);
            match token {
                Token::Open(element) => stack.extend(self.open(&element, around, &mut xml)),
                Token::Close => {
                    stack.pop();
                    self.close(around);
                }
                Token::Text(words) if around == At::Text => self.writing.say(&words),
                Token::Text(_) => {}
            }
        }
        if let Some(trouble) = xml.trouble() {
            self.found.trouble = Some(trouble.to_owned());
            while let Some(at) = stack.pop() {
                self.close(at);
            }
        }
        self.end_paragraph(false);
        self.found.has_hidden |= self.writing.has_hidden;
    }

    /// An element begins: what it is to those within it, or none when it was passed over to its end.
    fn open(&mut self, element: &Element<'_>, around: At, xml: &mut Xml<'p>) -> Option<At> {
        match around {
            At::ParagraphProperties
            | At::MarkProperties
            | At::RunProperties
            | At::Properties
            | At::ControlProperties => return self.property(element, around, xml),
            At::FieldSign | At::FieldProperties => {
                FormField::set(&mut self.form, element);
                return Some(At::FieldProperties);
            }
            _ => {}
        }
        match element.name() {
            "p" => {
                self.writing.open();
                Some(At::Paragraph)
            }
            "r" => {
                self.writing.open_run();
                Some(At::Run)
            }
            "t" => Some(At::Text),
            "pPr" => Some(At::ParagraphProperties),
            "rPr" if around == At::Run => Some(At::RunProperties),
            "rPr" | "tblPr" | "trPr" | "tcPr" | "tblPrEx" | "tblGrid" | "sdtEndPr" => Some(At::Properties),
            "tbl" => {
                self.end_paragraph(false);
                self.story.open_table();
                Some(At::Table)
            }
            "tr" => {
                self.story.open_row(0);
                Some(At::Other)
            }
            "tc" => {
                self.story.open_cell();
                Some(At::Cell)
            }
            "sdt" => {
                self.controls.push(Control::default());
                Some(At::Control)
            }
            "sdtPr" => Some(At::ControlProperties),
            "sdtContent" => {
                self.enter_control();
                Some(At::ControlContent)
            }
            "footnote" | "endnote" | "comment" => {
                let is_separator = element.attribute("type").is_some_and(|kind| kind != "normal");
                if is_separator {
                    xml.skip();
                    return None;
                }
                Some(element.number("id").map_or(At::Other, At::Note))
            }
            _ => self.content(element, around, xml),
        }
    }

    /// An element that is content by itself.
    fn content(&mut self, element: &Element<'_>, around: At, xml: &mut Xml<'p>) -> Option<At> {
        match element.name() {
            "tab" | "ptab" => self.writing.say("\t"),
            "br" | "cr" => self.writing.say("\n"),
            "noBreakHyphen" => self.writing.say("\u{2011}"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(sign) = code.and_then(char::from_u32) {
                    let font = element.attribute("font").unwrap_or_default();
                    self.writing.say(marks::sign(&font, sign).encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => return Some(At::FieldSign),
                Some("separate") => self.writing.begin_result(),
                Some("end") => self.writing.end_field(),
                _ => {}
            },
            "footnoteReference" => self.found.footnotes.extend(element.number("id")),
            "endnoteReference" => self.found.endnotes.extend(element.number("id")),
            "extent" => {
                let side = |name| element.number(name).unwrap_or_default();
                self.extent = side("cx").saturating_mul(side("cy"));
            }
            "blip" | "imagedata" => {
                let size = Some(std::mem::take(&mut self.extent));
                self.writing.paragraph.picture = self.writing.paragraph.picture.max(size);
            }
            "relIds" | "chart" | "OLEObject" => self.writing.paragraph.holds_other = true,
            "altChunk" => {
                self.end_paragraph(false);
                match element.attribute("id").and_then(|id| self.chunks.get(&id)) {
                    Some(chunk) => self.story.insert(chunk),
                    None => self.remark("another file stands here, which was not read; save the document anew in Word"),
                }
            }
            "AlternateContent" => return Some(At::Alternates(self.said())),
            // The same content in several forms: the first that says anything is the one that is read.
            "Choice" | "Fallback" => {
                if matches!(around, At::Alternates(before) if before != self.said()) {
                    xml.skip();
                    return None;
                }
            }
            "txbxContent" if self.boxed < DEEPEST_BOX => {
                self.boxes.push(xml.skip());
                return None;
            }
            "del" | "moveFrom" => {
                self.found.tracked += 1;
                xml.skip();
                return None;
            }
            "ins" => self.found.tracked += 1,
            "instrText" | "delText" | "delInstrText" | "sectPr" | "rt" | "binData" => {
                xml.skip();
                return None;
            }
            _ => {}
        }
        Some(At::Other)
    }

    /// An element among properties.
    fn property(&mut self, element: &Element<'_>, around: At, xml: &mut Xml<'p>) -> Option<At> {
        let paragraph = &mut self.writing.paragraph;
        match (around, element.name()) {
            // How it looked before a tracked change.
            (_, name) if name.ends_with("Change") => {
                xml.skip();
                return None;
            }
            (At::ParagraphProperties, "rPr") => return Some(At::MarkProperties),
            (At::ParagraphProperties, "pStyle") => paragraph.style = element.attribute("val"),
            (At::ParagraphProperties, "numId") => paragraph.list = element.number("val"),
            (At::ParagraphProperties, "ilvl") => paragraph.level = element.number("val"),
            (At::ParagraphProperties, "outlineLvl") => paragraph.outline = element.number("val"),
            (At::MarkProperties, "del" | "moveFrom") => paragraph.runs_on = true,
            (At::RunProperties, "vanish") => self.writing.is_hidden = element.is_on(),
            (At::RunProperties, "rFonts") => {
                let font = element.attribute("ascii").or_else(|| element.attribute("hAnsi")).unwrap_or_default();
                self.writing.symbols = marks::is_symbols(&font).then_some(font);
            }
            (At::Properties, "gridBefore") => self.story.pass_columns(columns(element)),
            (At::Properties, "gridSpan") => self.story.pass_columns(columns(element).saturating_sub(1)),
            (At::ControlProperties, name) => {
                let Some(control) = self.controls.last_mut() else { return Some(around) };
                match name {
                    "checkbox" => control.ticked = Some(false),
                    "checked" => control.ticked = Some(element.is_on()),
                    "showingPlcHdr" => control.is_placeholder = element.is_on(),
                    "docPartGallery" => {
                        control.is_contents = element.attribute("val").as_deref() == Some("Table of Contents");
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        Some(around)
    }

    fn close(&mut self, at: At) {
        match at {
            At::Paragraph if self.writing.close() => self.end_paragraph(self.writing.paragraph.runs_on),
            At::Cell => {
                self.end_paragraph(false);
                self.story.close_cell();
            }
            At::Table => {
                self.end_paragraph(false);
                self.story.close_table();
            }
            At::ControlContent => self.leave_control(),
            At::Control => _ = self.controls.pop(),
            At::FieldSign => self.writing.begin_field(self.form.take()),
            At::Note(id) => {
                self.end_paragraph(false);
                let story = std::mem::take(&mut self.story);
                self.found.notes.push((id, story.finish()));
            }
            _ => {}
        }
    }

    fn enter_control(&mut self) {
        let Some(control) = self.controls.last() else { return };
        if let Some(is_ticked) = control.ticked {
            self.writing.open_tick(is_ticked);
        }
        self.writing.placeholders += usize::from(control.is_placeholder);
        self.contents += usize::from(control.is_contents);
    }

    fn leave_control(&mut self) {
        let Some(control) = self.controls.last() else { return };
        if control.ticked.is_some() {
            self.writing.close_tick();
        }
        self.writing.placeholders = self.writing.placeholders.saturating_sub(usize::from(control.is_placeholder));
        self.contents = self.contents.saturating_sub(usize::from(control.is_contents));
    }

    /// The paragraph ends: its number, its words, its pictures, and then the text boxes that hang on it.
    fn end_paragraph(&mut self, runs_on: bool) {
        let Some(paragraph) = self.writing.take(runs_on) else { return };
        let look = self.styles.look(paragraph.style.as_deref());
        let list = paragraph.list.or(look.list).filter(|list| *list != 0);
        let number = list.and_then(|list| {
            let by_style = || paragraph.style.as_deref().and_then(|style| self.numbering.level_of(list, style));
            let level = paragraph.level.or(look.level).or_else(by_style).unwrap_or_default();
            self.numbering.next(list, level)
        });
        let is_heading = paragraph.outline.map_or(look.is_heading, |level| (0..9).contains(&level));
        let kind = match () {
            () if look.is_contents || self.contents > 0 => Kind::Signature,
            () if is_heading => Kind::Heading,
            () => Kind::Paragraph,
        };
        let words = paragraph.text.trim();
        match number.filter(|_| !words.is_empty()) {
            Some(number) => self.story.paragraph(kind, &format!("{number} {words}")),
            None => self.story.paragraph(kind, words),
        }
        match paragraph.picture {
            Some(size) if size >= LARGE => self.story.picture(words.is_empty()),
            Some(_) => self.found.has_small_pictures = true,
            None => {}
        }
        if paragraph.holds_other {
            self.remark("a diagram, chart or embedded file stands here, which was not read");
        }
        if !self.boxes.is_empty() {
            self.boxed += 1;
            for text in std::mem::take(&mut self.boxes) {
                self.read(text);
            }
            self.boxed -= 1;
        }
    }

    /// How much was said so far.
    fn said(&self) -> usize {
        self.writing.said + self.boxes.len()
    }

    fn remark(&mut self, reason: &str) {
        self.story.remark(self.story.place(), reason.to_owned());
    }
}

fn columns(element: &Element<'_>) -> u32 {
    // A table of Word has 63 columns at most.
    element.number("val").and_then(|count| u32::try_from(count).ok()).unwrap_or_default().min(63)
}
