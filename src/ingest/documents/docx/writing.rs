//! The paragraph that is being written: which words of the XML a reader sees, and which they do not.

use super::super::marks::{self, boxed};
use super::super::package::Element;

/// The paragraph as it grows, and what stands open around it.
#[derive(Default)]
pub(super) struct Writing {
    /// The paragraph.
    pub(super) paragraph: Paragraph,
    /// How often anything was said so far, in all paragraphs.
    pub(super) said: usize,
    /// Whether hidden words were left out.
    pub(super) has_hidden: bool,
    /// Whether the run is hidden.
    pub(super) is_hidden: bool,
    /// The symbol font of the run.
    pub(super) symbols: Option<String>,
    /// Content controls that show only what they ask for.
    pub(super) placeholders: usize,
    /// Paragraphs within paragraphs.
    open: usize,
    /// Fields that are open.
    fields: Vec<Field>,
    /// The mark of the tick box whose content is being read, until it is written.
    tick: Option<Option<char>>,
}

/// A field that is open: an instruction, which is not shown, and then its result, which is.
struct Field {
    is_instruction: bool,
    /// It stands within an instruction, so that even its result is part of one.
    is_within: bool,
}

/// A paragraph and its properties.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) style: Option<String>,
    pub(super) list: Option<i64>,
    pub(super) level: Option<i64>,
    pub(super) outline: Option<i64>,
    /// Its end was deleted by a tracked change, so the next one runs on from it.
    pub(super) runs_on: bool,
    /// Size of its largest picture.
    pub(super) picture: Option<i64>,
    /// It holds a diagram, a chart or another file.
    pub(super) holds_other: bool,
    /// It ends in a mark, which no word may touch.
    is_marked: bool,
}

impl Writing {
    /// A paragraph begins.
    pub(super) fn open(&mut self) {
        // Paragraphs within one, as drawings have them, are lines of it.
        if self.open > 0 && !self.paragraph.text.is_empty() {
            self.paragraph.text.push('\n');
        }
        self.open += 1;
    }

    /// A paragraph ends; whether it is the outermost.
    pub(super) fn close(&mut self) -> bool {
        self.open = self.open.saturating_sub(1);
        self.open == 0
    }

    /// Hands the paragraph over; one whose end was deleted gives its words to the next.
    pub(super) fn take(&mut self, runs_on: bool) -> Option<Paragraph> {
        // A field whose instruction has no end would swallow the document.
        self.fields.clear();
        let paragraph = std::mem::take(&mut self.paragraph);
        if runs_on {
            self.paragraph = Paragraph { text: paragraph.text, picture: paragraph.picture, ..Paragraph::default() };
            return None;
        }
        Some(paragraph)
    }

    /// A run begins: what the one before was set in holds no longer.
    pub(super) fn open_run(&mut self) {
        self.is_hidden = false;
        self.symbols = None;
    }

    /// Adds words.
    pub(super) fn say(&mut self, words: &str) {
        if words.is_empty() || self.placeholders > 0 || self.is_instruction() {
            return;
        }
        if self.is_hidden {
            self.has_hidden |= !words.trim().is_empty();
            return;
        }
        self.said += 1;
        if let Some(mark) = &mut self.tick {
            if let Some(mark) = mark.take() {
                self.mark(mark);
            }
            return;
        }
        if std::mem::take(&mut self.paragraph.is_marked) && !words.starts_with(char::is_whitespace) {
            self.paragraph.text.push(' ');
        }
        let font = self.symbols.as_deref();
        let text = &mut self.paragraph.text;
        if font.is_some() || words.contains(|sign| ('\u{f020}'..='\u{f0ff}').contains(&sign)) {
            text.extend(words.chars().map(|sign| marks::sign(font.unwrap_or_default(), sign)));
        } else {
            text.push_str(words);
        }
    }

    /// Adds a tick box, parted from what follows.
    pub(super) fn mark(&mut self, mark: char) {
        self.paragraph.text.push(mark);
        self.paragraph.is_marked = true;
        self.said += 1;
    }

    /// A tick box begins; whatever it shows, its mark is what is written.
    pub(super) fn open_tick(&mut self, is_ticked: bool) {
        self.tick = Some(Some(boxed(is_ticked)));
    }

    /// The tick box ends.
    pub(super) fn close_tick(&mut self) {
        if let Some(Some(mark)) = self.tick.take() {
            self.mark(mark);
        }
    }

    /// A field begins with its instruction, after what a form shows in its place.
    pub(super) fn begin_field(&mut self, form: Option<FormField>) {
        match form {
            Some(FormField::Box { ticked, usual }) => self.mark(boxed(ticked.unwrap_or(usual))),
            Some(FormField::List { chosen, usual, choices }) => {
                let chosen = usize::try_from(chosen.unwrap_or(usual)).ok();
                if let Some(choice) = chosen.and_then(|i| choices.get(i)) {
                    self.say(choice);
                }
            }
            None => {}
        }
        let is_within = self.is_instruction();
        self.fields.push(Field { is_instruction: true, is_within });
    }

    fn is_instruction(&self) -> bool {
        self.fields.last().is_some_and(|field| field.is_instruction || field.is_within)
    }

    /// The result of the last field begins.
    pub(super) fn begin_result(&mut self) {
        if let Some(field) = self.fields.last_mut() {
            field.is_instruction = false;
        }
    }

    /// The last field ends.
    pub(super) fn end_field(&mut self) {
        self.fields.pop();
    }
}

/// A field of a form of the old kind, which shows no result of its own.
pub(super) enum FormField {
    /// A tick box: as filled in, and as it was at first.
    Box { ticked: Option<bool>, usual: bool },
    /// A drop-down list: the choice as made, and as it was at first.
    List { chosen: Option<i64>, usual: i64, choices: Vec<String> },
}

impl FormField {
    /// Takes in an element of a field's settings.
    pub(super) fn set(form: &mut Option<FormField>, element: &Element<'_>) {
        match (element.name(), &mut *form) {
            ("checkBox", _) => *form = Some(FormField::Box { ticked: None, usual: false }),
            ("ddList", _) => *form = Some(FormField::List { chosen: None, usual: 0, choices: Vec::new() }),
            ("checked", Some(FormField::Box { ticked, .. })) => *ticked = Some(element.is_on()),
            ("default", Some(FormField::Box { usual, .. })) => *usual = element.is_on(),
            ("default", Some(FormField::List { usual, .. })) => *usual = element.number("val").unwrap_or_default(),
            ("result", Some(FormField::List { chosen, .. })) => *chosen = element.number("val"),
            ("listEntry", Some(FormField::List { choices, .. })) => {
                choices.push(element.attribute("val").unwrap_or_default());
            }
            _ => {}
        }
    }
}
