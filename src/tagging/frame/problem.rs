//! What can be wrong with a frame, where, and what to do about it, in both languages.

use crate::locale::{Value, say, say_with};
use crate::model::{Locale, Pattern, Theme};
use crate::tagging::pattern::{self, PatternError, Reading};

/// Everything that is wrong with a frame, in the order of the file. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameErrors(pub Vec<FrameError>);

/// One thing that is wrong with a frame: shown as `frame.toml:12:9: what, and what to do`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameError {
    /// The file as it was named.
    pub file: String,
    /// What lines and columns mean there.
    pub layout: Layout,
    /// From 1: of the text, or the number beside a row of a table.
    pub line: usize,
    /// From 1: in characters, or the column of a table.
    pub column: usize,
    /// What is wrong, and what to do about it.
    pub problem: FrameProblem,
}

/// What places in a file are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Lines and columns of text.
    #[default]
    Lines,
    /// Rows and columns of a table; the sheet has no name where files have only one.
    Cells {
        /// Name of the sheet.
        sheet: String,
    },
}

impl Layout {
    /// A place for people: `frame.toml:12:9`, or `frame.xlsx: sheet Frame, row 5, column C`.
    pub fn place(&self, file: &str, (line, column): (usize, usize), locale: Locale) -> String {
        let Layout::Cells { sheet } = self else { return format!("{file}:{line}:{column}") };
        let id = if sheet.is_empty() { "frame-cell" } else { "frame-cell-of-sheet" };
        let all =
            [("row", line.to_string().into()), ("column", letters(column).into()), ("sheet", sheet.as_str().into())];
        format!("{file}: {}", say_with(locale, id, &all[..if sheet.is_empty() { 2 } else { 3 }]))
    }
}

/// A column as spreadsheets name it: `A`, `Z`, `AA`.
fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    while column > 0 {
        name.push(b'A' + ((column - 1) % 26) as u8);
        column = (column - 1) / 26;
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// What can be wrong with a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FrameProblem {
    /// Not TOML.
    Toml(String),
    /// Not a codebook of REFI-QDA.
    Codebook(String),
    /// A table without a row that names its columns.
    NoHeader,
    /// Two columns for one thing.
    ColumnTwice {
        /// The column as it is headed.
        header: String,
        /// The column before it.
        first: String,
    },
    /// A key that frames do not have.
    UnknownKey {
        /// The key as written.
        key: String,
        /// Where it stood.
        place: Holder,
        /// The key it may have meant.
        nearest: Option<&'static str>,
        /// All keys that may stand there.
        known: String,
    },
    /// A value of the wrong kind.
    WrongKind {
        /// The key.
        key: String,
        /// What it must be.
        wanted: Kind,
        /// What it was.
        found: Given,
        /// How to write it.
        example: String,
    },
    /// A fact of the whole frame that two rows tell differently.
    ToldTwice {
        /// The column.
        key: String,
        /// Row that told it first.
        first: usize,
    },
    /// A theme without a code.
    NoCode,
    /// Two themes with one code.
    DuplicateCode {
        /// The code.
        code: String,
        /// Line of the theme that has it.
        first: usize,
    },
    /// A parent that is not in the frame.
    UnknownParent {
        /// The theme.
        code: String,
        /// The parent it names.
        parent: String,
    },
    /// Themes that are each other's parents.
    ParentCycle(Vec<String>),
    /// A theme that took over what became of it.
    WasCycle(Vec<String>),
    /// Nothing by which a machine could find the theme.
    NoPatterns(String),
    /// A pattern that cannot be understood.
    Pattern {
        /// The theme.
        code: String,
        /// The pattern as written.
        pattern: String,
        /// What is wrong, and what to write instead.
        why: PatternError,
        /// A pattern that could stand in its place.
        mended: Option<String>,
    },
}

/// Where a key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// At the top of the frame.
    Frame,
    /// In a theme.
    Theme,
    /// In a text with two languages.
    Bilingual,
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number from 0.
    Number,
    /// A list of whole numbers up to 255.
    SmallNumbers,
    /// True or false.
    YesOrNo,
    /// A text in both languages.
    Bilingual,
    /// A list of patterns.
    Patterns,
    /// A list of texts.
    Texts,
    /// A list of codes.
    Codes,
    /// The word `feared`.
    Feared,
    /// A section of its own.
    Section,
}

/// What a value was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A text in quotation marks.
    Text,
    /// A number.
    Number,
    /// True or false.
    YesOrNo,
    /// A date.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
    /// The words of a cell.
    Cell(String),
}

impl FrameErrors {
    /// All of them, a line each.
    pub fn said(&self, locale: Locale) -> String {
        self.0.iter().map(|error| error.said(locale)).collect::<Vec<_>>().join("\n")
    }
}

impl FrameError {
    /// Its place, what is wrong, and what to do.
    pub fn said(&self, locale: Locale) -> String {
        let place = self.layout.place(&self.file, (self.line, self.column), locale);
        format!("{place}: {}", self.problem.said(locale))
    }
}

impl FrameProblem {
    /// What is wrong, and what to do.
    pub fn said(&self, locale: Locale) -> String {
        let with = |id: &str, args: &[(&str, Value<'_>)]| say_with(locale, id, args);
        match self {
            FrameProblem::Toml(what) => with("frame-not-toml", &[("what", what.as_str().into())]),
            FrameProblem::Codebook(what) => with("frame-not-codebook", &[("what", what.as_str().into())]),
            FrameProblem::NoHeader => with("frame-no-header", &[]),
            FrameProblem::ColumnTwice { header, first } => {
                with("frame-column-twice", &[("header", header.as_str().into()), ("first", first.as_str().into())])
            }
            FrameProblem::UnknownKey { key, place, nearest, known } => {
                let place = say(locale, place.id());
                let args = [("key", key.as_str().into()), ("place", place.into())];
                let what = with("frame-unknown-key", &args);
                let what_then = match nearest {
                    Some(nearest) => with("frame-did-you-mean", &[("key", (*nearest).into())]),
                    None => with("frame-known-keys", &[("known", known.as_str().into())]),
                };
                format!("{what}; {what_then}")
            }
            FrameProblem::WrongKind { key, wanted, found, example } => {
                let found = match found {
                    Given::Cell(words) => format!("`{}`", shown(words)),
                    other => say(locale, other.id()),
                };
                let wanted = say(locale, wanted.id());
                let args = [("key", key.as_str().into()), ("wanted", wanted.into()), ("found", found.into())];
                format!(
                    "{}; {}",
                    with("frame-wrong-kind", &args),
                    with("frame-write", &[("example", example.as_str().into())])
                )
            }
            FrameProblem::ToldTwice { key, first } => {
                with("frame-told-twice", &[("key", key.as_str().into()), ("first", first.to_string().into())])
            }
            FrameProblem::NoCode => with("frame-no-code", &[]),
            FrameProblem::DuplicateCode { code, first } => {
                with("frame-duplicate-code", &[("code", code.as_str().into()), ("first", first.to_string().into())])
            }
            FrameProblem::UnknownParent { code, parent } => {
                with("frame-unknown-parent", &[("code", code.as_str().into()), ("parent", parent.as_str().into())])
            }
            FrameProblem::ParentCycle(way) => {
                let code = way.first().map_or("", String::as_str);
                with("frame-parent-cycle", &[("code", code.into()), ("way", way.join(" → ").into())])
            }
            FrameProblem::WasCycle(way) => {
                let code = way.first().map_or("", String::as_str);
                with("frame-was-cycle", &[("code", code.into()), ("way", way.join(" → ").into())])
            }
            FrameProblem::NoPatterns(code) => with("frame-no-patterns", &[("code", code.as_str().into())]),
            FrameProblem::Pattern { code, pattern, why, mended } => {
                let args = [("pattern", shown(pattern).into()), ("code", code.as_str().into())];
                let said = format!("{}: {}", with("frame-pattern", &args), why.said(locale));
                match mended {
                    Some(mended) => {
                        format!("{said}; {}", with("frame-mended", &[("mended", shown(mended).into())]))
                    }
                    None => said,
                }
            }
        }
    }
}

impl Holder {
    fn id(self) -> &'static str {
        match self {
            Holder::Frame => "frame-in-a-frame",
            Holder::Theme => "frame-in-a-theme",
            Holder::Bilingual => "frame-in-two-languages",
        }
    }
}

impl Kind {
    fn id(self) -> &'static str {
        match self {
            Kind::Text => "frame-kind-text",
            Kind::Number => "frame-kind-number",
            Kind::SmallNumbers => "frame-kind-small-numbers",
            Kind::YesOrNo => "frame-kind-yes-or-no",
            Kind::Bilingual => "frame-kind-bilingual",
            Kind::Patterns => "frame-kind-patterns",
            Kind::Texts => "frame-kind-texts",
            Kind::Codes => "frame-kind-codes",
            Kind::Feared => "frame-kind-feared",
            Kind::Section => "frame-kind-section",
        }
    }
}

impl Given {
    fn id(&self) -> &'static str {
        match self {
            Given::Text | Given::Cell(_) => "frame-given-text",
            Given::Number => "frame-given-number",
            Given::YesOrNo => "frame-kind-yes-or-no",
            Given::Date => "frame-given-date",
            Given::List => "frame-given-list",
            Given::Table => "frame-given-table",
        }
    }
}

/// Most characters of a pattern that a message shows.
const MOST_SHOWN: usize = 120;

/// Words of the frame as a message shows them: one line, no control characters, not too long.
pub(super) fn shown(words: &str) -> String {
    let mut short: String = words.chars().take(MOST_SHOWN).flat_map(visible).collect();
    if words.chars().nth(MOST_SHOWN).is_some() {
        short.push('…');
    }
    short
}

fn visible(c: char) -> impl Iterator<Item = char> {
    // Marks that turn the direction of writing would turn the rest of the message too.
    let hidden =
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let escaped = hidden.then(|| c.escape_default());
    escaped.into_iter().flatten().chain((!hidden).then_some(c))
}

impl std::fmt::Display for FrameErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said(Locale::En))
    }
}

impl std::fmt::Display for FrameError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said(Locale::En))
    }
}

impl std::fmt::Display for FrameProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said(Locale::En))
    }
}

impl std::error::Error for FrameErrors {}

impl std::error::Error for FrameError {}

/// What is wrong with the patterns of a theme. `within` gives the place of a character of a pattern, from 0.
pub(in crate::tagging) fn pattern_errors(
    file: &str,
    layout: &Layout,
    theme: &Theme,
    within: &dyn Fn(&Pattern, usize) -> (usize, usize),
) -> Vec<FrameError> {
    // A cancelling pattern is tried in both languages; as Welsh it has the more forms.
    let all = [(&theme.en, Locale::En), (&theme.cy, Locale::Cy), (&theme.not, Locale::Cy)];
    let mut errors = Vec::new();
    for (patterns, locale) in all {
        let reading = Reading { locale, accents: theme.accents };
        for pattern in patterns {
            let Err(why) = pattern::check(&pattern.text, reading) else { continue };
            let (line, column) = within(pattern, why.at() - 1);
            let problem = FrameProblem::Pattern {
                code: theme.code.clone(),
                pattern: pattern.text.clone(),
                mended: pattern::mended(&pattern.text, reading),
                why,
            };
            errors.push(FrameError { file: file.to_owned(), layout: layout.clone(), line, column, problem });
        }
    }
    errors
}
