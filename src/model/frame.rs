//! The coding frame: the agreed list of themes.

use super::Bilingual;

/// A pattern as its author wrote it, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// In the pattern language of the frame.
    pub text: String,
    /// Line in the frame's file, from 1.
    pub line: usize,
    /// Column of the pattern's first character, from 1.
    pub column: usize,
}

/// What a passage must speak of for a theme's patterns to count in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// Anything.
    #[default]
    Always,
    /// What someone fears that the proposal will cause, rather than how things are.
    Feared,
}

impl When {
    /// The word used in a frame's file; none for [`When::Always`].
    pub fn as_str(self) -> Option<&'static str> {
        match self {
            When::Always => None,
            When::Feared => Some("feared"),
        }
    }
}

/// One theme, or sub-theme when it has a parent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// `T03.4`.
    pub code: String,
    /// Code of the theme that this one belongs to.
    pub parent: Option<String>,
    /// Its name in both languages.
    pub label: Bilingual,
    /// When to use it, in plain words.
    pub about: Bilingual,
    /// Workstreams of the programme that it concerns.
    pub workstreams: Vec<u8>,
    /// English patterns.
    pub en: Vec<Pattern>,
    /// Welsh patterns.
    pub cy: Vec<Pattern>,
    /// Patterns that cancel matches they overlap.
    pub not: Vec<Pattern>,
    /// What a passage must speak of for these patterns to count.
    pub when: When,
    /// Tagged by people alone, so it needs no patterns.
    pub by_hand: bool,
    /// A working code (safeguarding, out of scope…): never published as a theme.
    pub working: bool,
}

/// The agreed list of themes, two levels, versioned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingFrame {
    /// Name of the frame.
    pub name: String,
    /// Goes up by one when the frame changes.
    pub version: u32,
    /// What people were asked to support or oppose, completing "the proposal that …".
    pub proposal: Option<Bilingual>,
    /// In the order of the file, parents before children.
    pub themes: Vec<Theme>,
}

impl CodingFrame {
    /// The theme with this code.
    pub fn theme(&self, code: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.code == code)
    }

    /// The sub-themes of a theme, in order.
    pub fn children<'f>(&'f self, code: &'f str) -> impl Iterator<Item = &'f Theme> {
        self.themes.iter().filter(move |theme| theme.parent.as_deref() == Some(code))
    }
}
