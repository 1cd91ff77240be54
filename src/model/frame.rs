//! The coding frame: the agreed list of themes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

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
    /// Codes of themes of earlier versions that this one took over: one when it was renamed, several when they were
    /// merged. Two themes that name the same one share what was split.
    pub was: Vec<String>,
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
    /// Whether words may differ from its patterns in their accents.
    pub accents: Accents,
    /// Line of its code in the frame's file, from 1; 0 when it was not read from one.
    pub line: usize,
    /// Column of its code, from 1.
    pub column: usize,
}

/// How a pattern's accents are read.
///
/// Strict unless the frame says otherwise: in Welsh an accent makes another word (`môr` sea, `mor` so; `tân` fire, `tan`
/// until), and some of the bare ones are among the commonest of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Accents {
    /// `tŷ` is not `ty`.
    #[default]
    Strict,
    /// Accents may be left out, and `ŵ` and `ŷ` written for `w` and `y`; but for words in double quotation marks.
    Loose,
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
    /// The theme above a code: its `parent`, or the one that its dots name (`T03` above `T03.4`).
    pub fn parent<'f>(&'f self, code: &'f str) -> Option<&'f str> {
        let declared = self.theme(code).and_then(|theme| theme.parent.as_deref());
        declared.or_else(|| above(code))
    }

    /// A code and those of the themes above it, the nearest first. A tag with the first implies the others.
    pub fn line<'f>(&'f self, code: &'f str) -> impl Iterator<Item = &'f str> {
        std::iter::successors(Some(code), |code| self.parent(code)).take(DEEPEST)
    }

    /// Whether a theme is another one or lies below it.
    pub fn is_within(&self, code: &str, theme: &str) -> bool {
        self.line(code).any(|above| above == theme)
    }

    /// What other versions need to know of this one.
    pub fn outline(&self) -> Outline {
        let kin = |theme: &Theme| Kin {
            parent: self.parent(&theme.code).filter(|parent| self.theme(parent).is_some()).map(str::to_owned),
            was: theme.was.iter().cloned().collect(),
        };
        Outline(self.themes.iter().map(|theme| (theme.code.clone(), kin(theme))).collect())
    }
}

/// Levels of themes that are followed upwards: more than any frame has, so that themes that are each other's parents end.
const DEEPEST: usize = 16;

/// The code that a code's dots place it under.
fn above(code: &str) -> Option<&str> {
    code.rsplit_once('.').map(|(parent, _)| parent)
}

/// The themes of one version of a frame, as far as decisions made with another version need to know them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline(BTreeMap<String, Kin>);

/// Where a theme belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kin {
    parent: Option<String>,
    was: BTreeSet<String>,
}

impl Outline {
    /// Whether there is such a theme.
    pub fn has(&self, code: &str) -> bool {
        self.0.contains_key(code)
    }

    /// Codes that a theme took over, in the order of the alphabet.
    pub fn was(&self, code: &str) -> impl Iterator<Item = &str> {
        self.0.get(code).into_iter().flat_map(|kin| kin.was.iter().map(String::as_str))
    }

    /// Themes that took a code over, in the order of the alphabet.
    pub fn claimants<'o>(&'o self, code: &'o str) -> impl Iterator<Item = &'o str> {
        self.0.iter().filter(move |(_, kin)| kin.was.contains(code)).map(|(theme, _)| theme.as_str())
    }

    /// Code of the theme above, when there is one.
    pub fn parent(&self, code: &str) -> Option<&str> {
        self.0.get(code).and_then(|kin| kin.parent.as_deref())
    }

    /// A code and those above it, the nearest first.
    pub fn line<'o>(&'o self, code: &'o str) -> impl Iterator<Item = &'o str> {
        std::iter::successors(Some(code), |code| self.parent(code)).take(DEEPEST)
    }

    /// Whether every theme of both versions lies below the same theme in both.
    pub fn has_parents_of(&self, other: &Outline) -> bool {
        self.0.iter().all(|(code, kin)| other.0.get(code).is_none_or(|before| before.parent == kin.parent))
    }
}
