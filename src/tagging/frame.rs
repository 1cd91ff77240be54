//! Coding frames: read from TOML, tables and codebooks, written as any of them, and looked over. Everything that is wrong
//! with one is said at once, with its place.

pub mod check;
pub mod codebook;
pub mod edit;
mod family;
mod fields;
mod problem;
pub mod table;
pub mod write;

use toml::de::DeTable;

use self::family::Found;
use self::fields::{Fields, Place, Places};
pub(super) use self::problem::pattern_errors;
pub use self::problem::{FrameError, FrameErrors, FrameProblem, Given, Holder, Kind, Layout};
use crate::model::{Accents, CodingFrame, Locale, Pattern, Theme};

/// A frame with what was amiss and could be passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lenient {
    /// The frame; themes without patterns are in it.
    pub frame: CodingFrame,
    /// Themes that nothing can find.
    pub without_patterns: Vec<FrameError>,
}

/// The frame when nothing at all is amiss.
///
/// # Errors
/// That there are themes without patterns.
impl TryFrom<Lenient> for CodingFrame {
    type Error = FrameErrors;

    fn try_from(read: Lenient) -> Result<CodingFrame, FrameErrors> {
        if read.without_patterns.is_empty() { Ok(read.frame) } else { Err(FrameErrors(read.without_patterns)) }
    }
}

/// Reads a coding frame; `file` is the name to use in messages.
///
/// A label or description may be one string for both languages; a missing label is the code. Themes come out in the order
/// of the file, but for a parent that stood after its child.
///
/// # Errors
/// Everything that is wrong, each with line and column; where the file is not TOML, only that.
pub fn read(file: &str, toml_text: &str) -> Result<CodingFrame, FrameErrors> {
    read_leniently(file, toml_text)?.try_into()
}

/// As [`read`], but a theme without patterns is no error: for those who look a frame over.
///
/// # Errors
/// Everything else that is wrong.
pub fn read_leniently(file: &str, toml_text: &str) -> Result<Lenient, FrameErrors> {
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
    finish(frame, reader.errors)
}

const FRAME_KEYS: &[&str] = &["name", "version", "proposal", "loose_accents", "theme"];
const THEME_KEYS: &[&str] = &[
    "code",
    "parent",
    "was",
    "label",
    "about",
    "workstreams",
    "en",
    "cy",
    "not",
    "when",
    "by_hand",
    "working",
    "loose_accents",
];

struct Reader<'t> {
    places: Places<'t>,
    errors: Vec<FrameError>,
    /// Themes with the byte where each code and each parent stands.
    found: Vec<Found>,
}

impl<'t> Reader<'t> {
    fn frame(&mut self, table: &DeTable<'t>) -> CodingFrame {
        let mut frame = self.head(table);
        // Keys that frames do not have are said once.
        let mut fields = Fields::of(table, &self.places, &mut self.errors);
        let accents = accents(fields.yes_or_no("loose_accents"));
        let themes = fields.tables("theme");
        for theme in themes {
            if let Some(table) = theme.get_ref().as_table() {
                self.theme(table, theme.span().start, accents);
            }
        }
        self.errors.extend(family::check(self.places.file(), &Layout::Lines, &self.found));
        frame.themes = family::in_order(std::mem::take(&mut self.found));
        frame
    }

    /// What is said of the frame as a whole.
    fn head(&mut self, table: &DeTable<'t>) -> CodingFrame {
        let place = Place { holder: Holder::Frame, at: 0 };
        let mut fields = Fields::new(table, place, FRAME_KEYS, &self.places, &mut self.errors);
        CodingFrame {
            name: fields.string("name").map(|s| s.0).unwrap_or_default(),
            version: fields.number("version").unwrap_or(1),
            proposal: fields.bilingual("proposal"),
            themes: Vec::new(),
        }
    }

    fn theme(&mut self, table: &DeTable<'t>, at: usize, unless_said: Accents) {
        let mut fields =
            Fields::new(table, Place { holder: Holder::Theme, at }, THEME_KEYS, &self.places, &mut self.errors);
        let code = fields.string("code");
        let parent = fields.string("parent");
        let (was, was_at) = fields.codes("was");
        let mut theme = Theme {
            was,
            label: fields.bilingual("label").unwrap_or_default(),
            about: fields.bilingual("about").unwrap_or_default(),
            workstreams: fields.small_numbers("workstreams"),
            en: fields.patterns("en"),
            cy: fields.patterns("cy"),
            not: fields.patterns("not"),
            when: fields.when("when"),
            by_hand: fields.yes_or_no("by_hand").unwrap_or(false),
            working: fields.yes_or_no("working").unwrap_or(false),
            accents: fields.yes_or_no("loose_accents").map_or(unless_said, |loose| accents(Some(loose))),
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
        let places = &self.places;
        let within = |pattern: &Pattern, n| places.within(pattern, n);
        self.errors.extend(pattern_errors(places.file(), &Layout::Lines, &theme, &within));
        let (code_at, parent_at, was_at) = (places.of(code_at), places.of(parent_at), places.of(was_at));
        self.found.push(Found { theme, code_at, parent_at, was_at });
    }
}

fn accents(loose: Option<bool>) -> Accents {
    if loose == Some(true) { Accents::Loose } else { Accents::Strict }
}

/// The frame, unless something worse is wrong than themes without patterns.
fn finish(frame: CodingFrame, mut errors: Vec<FrameError>) -> Result<Lenient, FrameErrors> {
    errors.sort_by_key(|error| (error.line, error.column));
    if errors.iter().all(|error| matches!(error.problem, FrameProblem::NoPatterns(_))) {
        return Ok(Lenient { frame, without_patterns: errors });
    }
    Err(FrameErrors(errors))
}
