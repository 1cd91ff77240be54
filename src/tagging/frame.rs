//! Reads a coding frame from TOML, and says everything that is wrong with it at once, with its place.

mod fields;

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::fields::{Fields, Place, Places};
use super::pattern::{self, PatternError};
use crate::model::{CodingFrame, Locale, Pattern, Theme};

/// Everything that is wrong with a frame, in the order of the file. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct FrameErrors(pub Vec<FrameError>);

/// One thing that is wrong with a frame: shown as `frame.toml:12:9: what, and what to do`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {problem}")]
pub struct FrameError {
    /// The file as it was named.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong, and what to do about it.
    pub problem: FrameProblem,
}

/// What can be wrong with a frame.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameProblem {
    /// Not TOML.
    #[error("this is not TOML: {0}")]
    Toml(String),
    /// A key that frames do not have.
    #[error("there is no `{key}` {place}{}", match .nearest { Some(k) => format!("; did you mean `{k}`?"), None => format!("; the keys are {known}") })]
    UnknownKey {
        /// The key as written.
        key: String,
        /// Where it stood: `in a theme`.
        place: &'static str,
        /// The key it may have meant.
        nearest: Option<&'static str>,
        /// All keys that may stand there.
        known: String,
    },
    /// A value of the wrong kind.
    #[error("`{key}` must be {wanted}, not {found}; {example}")]
    WrongKind {
        /// The key.
        key: String,
        /// What it must be.
        wanted: &'static str,
        /// What it was.
        found: &'static str,
        /// How to write it.
        example: String,
    },
    /// A theme without a code.
    #[error("a theme has no code; add one, such as `code = \"T01\"`")]
    NoCode,
    /// Two themes with one code.
    #[error("the code `{code}` is taken by the theme on line {first}; give one of them another code")]
    DuplicateCode {
        /// The code.
        code: String,
        /// Line of the theme that has it.
        first: usize,
    },
    /// A parent that is not in the frame.
    #[error("theme `{code}` belongs to `{parent}`, which is not in the frame; add that theme or correct `parent`")]
    UnknownParent {
        /// The theme.
        code: String,
        /// The parent it names.
        parent: String,
    },
    /// Themes that are each other's parents.
    #[error("theme `{}` is its own ancestor ({}); take `parent` out of one of them", .0.first().map_or("", String::as_str), .0.join(" → "))]
    ParentCycle(Vec<String>),
    /// Nothing by which a machine could find the theme.
    #[error("theme `{0}` has no patterns; add one under `en` or `cy`, or mark it `by_hand = true`")]
    NoPatterns(String),
    /// A pattern that cannot be understood.
    #[error("pattern `{pattern}` of theme `{code}`: {why}")]
    Pattern {
        /// The theme.
        code: String,
        /// The pattern as written.
        pattern: String,
        /// What is wrong, and what to write instead.
        why: PatternError,
    },
}

/// Reads a coding frame; `file` is the name to use in messages.
///
/// A label or description may be one string for both languages; a missing label is the code. Themes come out in the order
/// of the file, but for a parent that stood after its child.
///
/// # Errors
/// Everything that is wrong, each with line and column; where the file is not TOML, only that.
pub fn read(file: &str, toml_text: &str) -> Result<CodingFrame, FrameErrors> {
    let places = Places::new(file, toml_text);
    let (table, syntax) = DeTable::parse_recoverable(toml_text);
    if !syntax.is_empty() {
        let errors = syntax.iter().map(|error| {
            let at = error.span().map_or(0, |span| span.start);
            places.error(at, FrameProblem::Toml(error.message().replace('\n', "; ")))
        });
        return Err(FrameErrors(errors.collect()));
    }
    let mut reader = Reader { places, errors: Vec::new(), found: Vec::new() };
    let frame = reader.frame(table.get_ref());
    reader.finish(frame)
}

const FRAME_KEYS: &[&str] = &["name", "version", "proposal", "theme"];
const THEME_KEYS: &[&str] =
    &["code", "parent", "label", "about", "workstreams", "en", "cy", "not", "when", "by_hand", "working"];

struct Reader<'t> {
    places: Places<'t>,
    errors: Vec<FrameError>,
    /// Themes with the byte where each code and each parent stands.
    found: Vec<Found>,
}

struct Found {
    theme: Theme,
    code_at: usize,
    parent_at: usize,
}

impl<'t> Reader<'t> {
    fn frame(&mut self, table: &DeTable<'t>) -> CodingFrame {
        let mut fields =
            Fields::new(table, Place { key: "in a frame", at: 0 }, FRAME_KEYS, &self.places, &mut self.errors);
        let mut frame = CodingFrame {
            name: fields.string("name").map(|s| s.0).unwrap_or_default(),
            version: fields.number("version").unwrap_or(1),
            proposal: fields.bilingual("proposal"),
            themes: Vec::new(),
        };
        let themes = fields.tables("theme");
        for theme in themes {
            self.theme(theme);
        }
        self.check_family();
        frame.themes = self.in_order();
        frame
    }

    fn theme(&mut self, value: &Spanned<DeValue<'t>>) {
        let at = value.span().start;
        let Some(table) = value.get_ref().as_table() else { return };
        let mut fields =
            Fields::new(table, Place { key: "in a theme", at }, THEME_KEYS, &self.places, &mut self.errors);
        let code = fields.string("code");
        let parent = fields.string("parent");
        let mut theme = Theme {
            label: fields.bilingual("label").unwrap_or_default(),
            about: fields.bilingual("about").unwrap_or_default(),
            workstreams: fields.small_numbers("workstreams"),
            en: fields.patterns("en"),
            cy: fields.patterns("cy"),
            not: fields.patterns("not"),
            when: fields.when("when"),
            by_hand: fields.yes_or_no("by_hand"),
            working: fields.yes_or_no("working"),
            ..Theme::default()
        };
        let Some((code, code_at)) = code.filter(|(code, _)| !code.trim().is_empty()) else {
            self.errors.push(self.places.error(at, FrameProblem::NoCode));
            return;
        };
        theme.code = code;
        if theme.label.get(Locale::En).is_empty() {
            theme.label.en = theme.code.clone();
            theme.label.cy = theme.code.clone();
        }
        let parent_at = parent.as_ref().map_or(code_at, |(_, at)| *at);
        theme.parent = parent.map(|(parent, _)| parent);
        self.errors.extend(pattern_errors(self.places.file(), &theme));
        self.found.push(Found { theme, code_at, parent_at });
    }

    fn check_family(&mut self) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut problems = Vec::new();
        for (index, found) in self.found.iter().enumerate() {
            let code = found.theme.code.as_str();
            if let Some(earlier) = first.get(code) {
                let line = self.places.of(self.found[*earlier].code_at).0;
                problems.push((found.code_at, FrameProblem::DuplicateCode { code: code.to_owned(), first: line }));
            } else {
                first.insert(code, index);
            }
        }
        for found in &self.found {
            let theme = &found.theme;
            if let Some(parent) = &theme.parent {
                if !first.contains_key(parent.as_str()) {
                    let problem = FrameProblem::UnknownParent { code: theme.code.clone(), parent: parent.clone() };
                    problems.push((found.parent_at, problem));
                } else if let Some(cycle) = self.cycle(&first, &theme.code) {
                    problems.push((found.parent_at, FrameProblem::ParentCycle(cycle)));
                }
            }
            let has_patterns = !theme.en.is_empty() || !theme.cy.is_empty();
            let has_children = self.found.iter().any(|other| other.theme.parent.as_ref() == Some(&theme.code));
            if !has_patterns && !theme.by_hand && !has_children {
                problems.push((found.code_at, FrameProblem::NoPatterns(theme.code.clone())));
            }
        }
        self.errors.extend(problems.into_iter().map(|(at, problem)| self.places.error(at, problem)));
    }

    /// The way from a theme through its parents back to itself; told only of the first of them in the alphabet.
    fn cycle(&self, first: &BTreeMap<&str, usize>, code: &str) -> Option<Vec<String>> {
        let mut way = vec![code.to_owned()];
        let mut at = code;
        while way.len() <= self.found.len() + 1 {
            at = self.found[*first.get(at)?].theme.parent.as_deref()?;
            way.push(at.to_owned());
            if at == code {
                return (way.iter().min().map(String::as_str) == Some(code)).then_some(way);
            }
        }
        None
    }

    /// Parents before children, otherwise as in the file.
    fn in_order(&mut self) -> Vec<Theme> {
        let themes: Vec<Theme> = std::mem::take(&mut self.found).into_iter().map(|found| found.theme).collect();
        let index: BTreeMap<&str, usize> = themes.iter().enumerate().map(|(i, t)| (t.code.as_str(), i)).collect();
        let mut order: Vec<usize> = Vec::new();
        let mut placed = vec![false; themes.len()];
        for start in 0..themes.len() {
            let mut line = Vec::new();
            let mut at = Some(start);
            while let Some(i) = at.filter(|i| !placed[*i]) {
                placed[i] = true;
                line.push(i);
                at = themes[i].parent.as_deref().and_then(|parent| index.get(parent).copied());
            }
            order.extend(line.into_iter().rev());
        }
        order.into_iter().map(|i| themes[i].clone()).collect()
    }

    fn finish(mut self, frame: CodingFrame) -> Result<CodingFrame, FrameErrors> {
        if self.errors.is_empty() {
            return Ok(frame);
        }
        self.errors.sort_by_key(|error| (error.line, error.column));
        Err(FrameErrors(self.errors))
    }
}

/// What is wrong with the patterns of a theme.
pub(super) fn pattern_errors(file: &str, theme: &Theme) -> Vec<FrameError> {
    let checked = |patterns: &[Pattern], locale: Locale| {
        let wrong =
            patterns.iter().filter_map(|p| pattern::check(&p.text, locale).err().map(|why| error(file, theme, p, why)));
        wrong.collect::<Vec<_>>()
    };
    let mut errors = checked(&theme.en, Locale::En);
    errors.extend(checked(&theme.cy, Locale::Cy));
    errors.extend(checked(&theme.not, Locale::Cy));
    errors
}

fn error(file: &str, theme: &Theme, pattern: &Pattern, why: PatternError) -> FrameError {
    FrameError {
        file: file.to_owned(),
        line: pattern.line,
        column: pattern.column,
        problem: FrameProblem::Pattern { code: theme.code.clone(), pattern: pattern.text.clone(), why },
    }
}
