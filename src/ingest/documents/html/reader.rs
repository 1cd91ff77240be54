//! Elements to paragraphs and cells, by one walk that needs no recursion: pages nest as deeply as they like.

use scraper::node::Element;
use scraper::{Html, Node};

use super::super::marks::{self, boxed};
use super::super::story::{Story, tracked};
use super::super::{Document, Kind};
use super::apart::{Apart, apart};
use super::elements::{List, is_block, is_passed_over, layouts};

/// Columns in which cells are believed to reach into the rows below.
const WIDEST: usize = 256;

/// Nodes among which the first words of a message's header are looked for.
const HEADER: usize = 20;

/// Reads a page.
#[derive(Default)]
pub(super) struct Reader {
    story: Story,
    /// The paragraph as it grows.
    words: String,
    /// What the elements that are open are to those within them.
    open: Vec<At>,
    quoted: usize,
    signature: usize,
    headings: usize,
    preformatted: usize,
    /// How many elements are open around the one whose rest is an earlier message.
    quoted_within: Option<usize>,
    is_quoted_to_the_end: bool,
    lists: Vec<Option<List>>,
    /// The number of the list item whose words come next.
    number: Option<String>,
    tables: Vec<Table>,
    /// For each table of the page: whether it only lays out others.
    layouts: Vec<bool>,
    tables_met: usize,
    fonts: Vec<Option<String>>,
    tracked: usize,
    has_pictures: bool,
    has_frames: bool,
}

/// A table: for each column, how many rows below a cell reaches into.
#[derive(Default)]
struct Table {
    is_layout: bool,
    spans: Vec<u32>,
    /// The same for the row that is open.
    taken: Vec<u32>,
}

/// What an open element is to those within it.
#[derive(Default)]
struct At {
    is_block: bool,
    is_heading: bool,
    is_preformatted: bool,
    is_quoted: bool,
    is_signature: bool,
    is_list: bool,
    is_item: bool,
    is_table: bool,
    is_cell: bool,
    has_font: bool,
    /// Where the number begins that Word wrote before a paragraph.
    number: Option<usize>,
}

impl Reader {
    /// Nothing read so far; looks over the tables of the page.
    pub(super) fn new(html: &Html) -> Reader {
        Reader { layouts: layouts(html), ..Reader::default() }
    }

    /// Reads the page.
    pub(super) fn read(&mut self, html: &Html) {
        let mut node = Some(html.tree.root());
        while let Some(now) = node {
            let is_entered = match now.value() {
                Node::Element(element) => {
                    let is_header = || {
                        let first = now.descendants().take(HEADER).filter_map(|inner| inner.value().as_text());
                        first
                            .map(|text| text.trim())
                            .find(|text| !text.is_empty())
                            .is_some_and(|text| text.ends_with(':'))
                    };
                    self.enter(element, is_header)
                }
                Node::Text(text) => {
                    self.text(text);
                    false
                }
                Node::Document | Node::Fragment => {
                    self.open.push(At::default());
                    true
                }
                _ => false,
            };
            if is_entered {
                if let Some(child) = now.first_child() {
                    node = Some(child);
                    continue;
                }
                self.leave();
            }
            // To the next node that is not within this one; each element that is left behind is closed.
            let mut last = now;
            node = loop {
                if let Some(next) = last.next_sibling() {
                    break Some(next);
                }
                let Some(parent) = last.parent() else { break None };
                self.leave();
                last = parent;
            };
        }
    }

    /// Hands the document over.
    pub(super) fn finish(mut self) -> Document {
        self.end_paragraph();
        if self.has_frames {
            let what = "the page is a frame around other files, which are not in it; ask for those";
            self.story.remark(String::new(), what.to_owned());
        }
        if self.tracked > 0 {
            self.story.remark(String::new(), tracked(self.tracked));
        }
        if self.has_pictures && self.story.is_empty() {
            self.story.picture(true);
        }
        self.story.finish()
    }

    /// An element begins; whether what is in it is read.
    fn enter(&mut self, element: &Element, is_header: impl Fn() -> bool) -> bool {
        let name = element.name();
        if is_passed_over(element) {
            self.has_frames |= name == "frameset";
            self.tracked += usize::from(name == "del");
            return false;
        }
        let mut at = At { is_block: is_block(name), ..At::default() };
        if at.is_block {
            self.end_paragraph();
        }
        self.set_apart(element, &mut at, is_header);
        self.style(element, &mut at);
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => at.is_heading = true,
            "pre" | "textarea" | "listing" => at.is_preformatted = true,
            "ol" | "ul" | "menu" | "dl" => {
                at.is_list = true;
                self.lists.push((name == "ol").then(|| List::new(element)));
            }
            "li" => {
                at.is_item = true;
                self.number = self.lists.last_mut().and_then(Option::as_mut).map(|list| list.number(element));
            }
            "table" => {
                at.is_table = true;
                self.open_table();
            }
            "tr" => self.open_row(),
            "td" | "th" => at.is_cell = self.open_cell(element),
            "br" => self.line_break(),
            "input" => self.field(element),
            "img" => self.has_pictures = true,
            "ins" => self.tracked += 1,
            _ => {}
        }
        self.headings += usize::from(at.is_heading);
        self.preformatted += usize::from(at.is_preformatted);
        self.open.push(at);
        true
    }

    fn set_apart(&mut self, element: &Element, at: &mut At, is_header: impl Fn() -> bool) {
        match apart(element) {
            Some(Apart::Quoted) => at.is_quoted = true,
            Some(Apart::QuotedFromHere) if self.quoted_within.is_none() => {
                self.quoted_within = Some(self.open.len());
            }
            Some(Apart::QuotedToTheEnd) if !self.is_quoted_to_the_end => self.is_quoted_to_the_end = is_header(),
            Some(Apart::Signature) => at.is_signature = true,
            _ => {}
        }
        // What comes before is not what it is.
        if at.is_quoted || at.is_signature {
            at.is_block = true;
            self.end_paragraph();
        }
        self.quoted += usize::from(at.is_quoted);
        self.signature += usize::from(at.is_signature);
    }

    /// Takes in what a style says: symbol fonts, and numbers that Word wrote itself.
    fn style(&mut self, element: &Element, at: &mut At) {
        let style = element.attr("style").unwrap_or_default().to_ascii_lowercase();
        let mut properties = style.split(';').filter_map(|property| property.split_once(':'));
        let family = properties.find(|(name, _)| name.trim() == "font-family").map(|(_, family)| family);
        let family = family.or(element.attr("face"));
        if let Some(family) = family {
            let font = family
                .split([',', ';'])
                .next()
                .unwrap_or_default()
                .trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '\''));
            self.fonts.push(marks::is_symbols(font).then(|| font.to_owned()));
            at.has_font = true;
        }
        if style.contains("mso-list:ignore") {
            at.number = Some(self.words.len());
        }
    }

    /// The element that was entered last, of those still open, ends.
    fn leave(&mut self) {
        let Some(at) = self.open.pop() else { return };
        if let Some(from) = at.number.filter(|from| self.words.is_char_boundary(*from)) {
            let number = self.words.split_off(from);
            let number = number.trim();
            // A bullet is a letter of some symbol font, and no number.
            if number.contains(|sign: char| sign.is_ascii_digit()) || number.ends_with(['.', ')']) {
                self.words.push_str(number);
                self.words.push(' ');
            }
        }
        if at.is_block {
            self.end_paragraph();
        }
        self.headings -= usize::from(at.is_heading);
        self.preformatted -= usize::from(at.is_preformatted);
        self.quoted -= usize::from(at.is_quoted);
        self.signature -= usize::from(at.is_signature);
        if at.has_font {
            self.fonts.pop();
        }
        if at.is_item {
            self.number = None;
        }
        if at.is_list {
            self.lists.pop();
        }
        if at.is_cell {
            self.story.close_cell();
        }
        if at.is_table && self.tables.pop().is_some_and(|table| !table.is_layout) {
            self.story.close_table();
        }
        if self.quoted_within.is_some_and(|around| self.open.len() < around) {
            self.quoted_within = None;
        }
    }

    fn text(&mut self, text: &str) {
        let font = self.fonts.last().and_then(Option::as_deref);
        match font {
            Some(font) => {
                let shown: String = text.chars().map(|letter| marks::sign(font, letter)).collect();
                self.say(&shown);
            }
            None => self.say(text),
        }
    }

    /// Adds words; white space counts as one space, unless it is preformatted.
    fn say(&mut self, words: &str) {
        if self.preformatted > 0 {
            self.words.push_str(words);
            return;
        }
        for letter in words.chars() {
            if !letter.is_ascii_whitespace() {
                self.words.push(letter);
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
        }
    }

    /// A line ends; an empty line ends a paragraph.
    fn line_break(&mut self) {
        if self.preformatted > 0 {
            self.words.push('\n');
            return;
        }
        let end = self.words.trim_end().len();
        if self.words[end..].contains('\n') {
            self.end_paragraph();
        } else {
            self.words.truncate(self.words.trim_end_matches(' ').len());
            self.words.push('\n');
        }
    }

    /// A field of a form says what is filled in.
    fn field(&mut self, element: &Element) {
        let kind = element.attr("type").unwrap_or("text").to_ascii_lowercase();
        match kind.as_str() {
            "checkbox" | "radio" => {
                self.words.push(boxed(element.attr("checked").is_some()));
                self.words.push(' ');
            }
            "text" | "email" | "tel" | "number" | "date" | "url" => {
                let value = element.attr("value").unwrap_or_default();
                self.say(&format!(" {value} "));
            }
            _ => {}
        }
    }

    fn open_table(&mut self) {
        let is_layout = self.layouts.get(self.tables_met).copied().unwrap_or_default();
        self.tables_met += 1;
        if !is_layout {
            self.story.open_table();
        }
        self.tables.push(Table { is_layout, ..Table::default() });
    }

    fn open_row(&mut self) {
        let Some(table) = self.tables.last_mut().filter(|table| !table.is_layout) else { return };
        self.story.open_row(0);
        table.taken.clone_from(&table.spans);
        table.spans.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    fn open_cell(&mut self, element: &Element) -> bool {
        let Some(table) = self.tables.last_mut().filter(|table| !table.is_layout) else { return false };
        let number =
            |name, most| element.attr(name).and_then(|count| count.trim().parse::<u32>().ok()).unwrap_or(1).min(most);
        // The most that the standard allows.
        let (columns, rows) = (number("colspan", 1_000).max(1), number("rowspan", 65_534));
        let rows = if rows == 0 { 65_534 } else { rows };
        while table.taken.get(self.story.column() as usize).is_some_and(|rows| *rows > 0) {
            self.story.pass_columns(1);
        }
        let column = self.story.column() as usize;
        let end = (column + columns as usize).min(WIDEST);
        if rows > 1 && column < end {
            if table.spans.len() < end {
                table.spans.resize(end, 0);
            }
            table.spans[column..end].fill(rows - 1);
        }
        self.story.open_cell();
        self.story.pass_columns(columns - 1);
        true
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        let is_quoted = self.quoted > 0 || self.quoted_within.is_some() || self.is_quoted_to_the_end;
        let kind = match () {
            () if is_quoted => Kind::Quoted,
            () if self.signature > 0 => Kind::Signature,
            () if self.headings > 0 => Kind::Heading,
            () => Kind::Paragraph,
        };
        match self.number.take() {
            Some(number) => self.story.paragraph(kind, &format!("{number} {}", words.trim())),
            None => self.story.paragraph(kind, &words),
        }
    }
}
