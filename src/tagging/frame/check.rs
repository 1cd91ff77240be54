//! How a frame does: what a person should see to before its tags are believed.
//!
//! Some of it the frame shows by itself; which patterns match, and which themes go together, only answers show. Answers
//! are looked at as they pass, and none is kept.

mod counts;
mod standing;

pub use counts::Counts;

use super::problem::{FrameError, FrameErrors, FrameProblem, shown};
use crate::locale::{say, say_with};
use crate::model::{CodingFrame, Locale, Pattern};

/// Most themes that people keep apart: experienced coders handle frames of some 30 to 60 codes; above it they disagree.
pub const MOST_THEMES: usize = 70;

/// A pattern that matches more than this share of the answers in its language tells nothing.
pub const NEARLY_ALL: f64 = 0.5;

/// Two themes that share more than this part of their answers may be one.
pub const OVERLAP: f64 = 0.7;

/// Fewer answers than this show no share of anything.
pub const FEWEST: u64 = 5;

/// One thing to see to.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Line and column of the frame's file, from 1, where it has a place.
    pub place: Option<(usize, usize)>,
    /// What it is.
    pub what: What,
}

/// What can be found.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A theme has no patterns, and is not tagged by hand.
    NoPatterns {
        /// The theme.
        theme: String,
    },
    /// More than [`MOST_THEMES`] themes, working codes aside.
    TooManyThemes {
        /// How many.
        themes: usize,
    },
    /// Words are missing in a language, or in both.
    Untranslated {
        /// What has no words.
        whose: Words,
        /// The languages.
        missing: Vec<Locale>,
    },
    /// A label is the same in both languages.
    SameLabel {
        /// The theme.
        theme: String,
    },
    /// A pattern is in two themes, or in one theme twice.
    SamePattern {
        /// The pattern, at the place of the finding.
        pattern: OfTheme,
        /// The other theme.
        other: String,
        /// Where the pattern stands there.
        at: (usize, usize),
    },
    /// A regular expression has to be tried on every answer in full.
    Slow {
        /// The pattern.
        pattern: OfTheme,
    },
    /// A pattern of a theme finds all that one of its sub-theme finds.
    Shadows {
        /// The pattern of the theme, at the place of the finding.
        pattern: OfTheme,
        /// The pattern of its sub-theme.
        covered: OfTheme,
        /// Where that one stands.
        at: (usize, usize),
    },
    /// A pattern is cancelled by one under `not` wherever it matches.
    Cancelled {
        /// The pattern.
        pattern: OfTheme,
        /// The one that cancels it.
        not: String,
    },
    /// A pattern matches no answer.
    Never {
        /// The pattern.
        pattern: OfTheme,
    },
    /// A pattern matches more than [`NEARLY_ALL`] of the answers in its language.
    NearlyAll {
        /// The pattern.
        pattern: OfTheme,
        /// Answers that it matches.
        answers: u64,
        /// Answers in its language.
        of: u64,
    },
    /// Two themes are in the same answers: more than [`OVERLAP`] of those of one of them.
    Overlap {
        /// The theme with fewer answers.
        theme: String,
        /// The other.
        other: String,
        /// Answers with both.
        both: u64,
        /// Answers with the first.
        of: u64,
    },
}

/// A pattern and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfTheme {
    /// The theme.
    pub theme: String,
    /// The pattern as written.
    pub pattern: String,
}

/// What has words in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// The label of a theme.
    Label(String),
    /// The description of a theme.
    About(String),
    /// The proposal.
    Proposal,
}

/// What is to be seen to in the frame itself, in the order of its file; `without_patterns` as reading it found them.
///
/// # Errors
/// When a pattern cannot be understood.
pub fn frame(frame: &CodingFrame, without_patterns: &[FrameError]) -> Result<Vec<Finding>, FrameErrors> {
    let mut findings = Vec::new();
    for error in without_patterns {
        if let FrameProblem::NoPatterns(theme) = &error.problem {
            let what = What::NoPatterns { theme: theme.clone() };
            findings.push(Finding { place: Some((error.line, error.column)), what });
        }
    }
    standing::themes(frame, &mut findings);
    standing::patterns(frame, &mut findings)?;
    in_order(&mut findings);
    Ok(findings)
}

/// What is about the whole frame first, then in the order of the file.
fn in_order(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| finding.place);
}

/// Every pattern of a frame that a matcher looks for.
#[derive(Clone, Copy, Debug)]
struct One<'f> {
    /// Its theme's place in the frame.
    theme: usize,
    pattern: &'f Pattern,
    role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It puts the theme on passages in its language.
    Finds(Locale),
    /// It cancels, in either language.
    Cancels,
}

fn every_pattern(frame: &CodingFrame) -> Vec<One<'_>> {
    let mut all = Vec::new();
    for (theme, of) in frame.themes.iter().enumerate().filter(|(_, theme)| !theme.by_hand) {
        all.extend(of.en.iter().map(|pattern| One { theme, pattern, role: Role::Finds(Locale::En) }));
        all.extend(of.cy.iter().map(|pattern| One { theme, pattern, role: Role::Finds(Locale::Cy) }));
        all.extend(of.not.iter().map(|pattern| One { theme, pattern, role: Role::Cancels }));
    }
    all
}

impl One<'_> {
    fn place(&self) -> (usize, usize) {
        (self.pattern.line, self.pattern.column)
    }

    fn of_theme(&self, frame: &CodingFrame) -> OfTheme {
        OfTheme { theme: frame.themes[self.theme].code.clone(), pattern: self.pattern.text.clone() }
    }
}

impl Finding {
    /// What to see to, without its place; `where_of` names other places.
    pub fn said(&self, locale: Locale, where_of: &dyn Fn((usize, usize)) -> String) -> String {
        let with = |id: &str, args: &[(&str, &str)]| {
            let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
            say_with(locale, id, &args)
        };
        let of = |id: &str, one: &OfTheme, more: &[(&str, &str)]| {
            let pattern = shown(&one.pattern);
            with(id, &[&[("pattern", pattern.as_str()), ("theme", one.theme.as_str())], more].concat())
        };
        match &self.what {
            What::NoPatterns { theme } => with("frame-no-patterns", &[("code", theme)]),
            What::TooManyThemes { themes } => {
                with("check-too-many", &[("n", &themes.to_string()), ("most", &MOST_THEMES.to_string())])
            }
            What::Untranslated { whose, missing } => untranslated(locale, whose, missing),
            What::SameLabel { theme } => with("check-same-label", &[("theme", theme)]),
            What::SamePattern { pattern, other, at } if *other == pattern.theme => {
                of("check-repeated", pattern, &[("where", &where_of(*at))])
            }
            What::SamePattern { pattern, other, at } => {
                of("check-same", pattern, &[("other", other), ("where", &where_of(*at))])
            }
            What::Slow { pattern } => of("check-slow", pattern, &[]),
            What::Shadows { pattern, covered, at } => {
                let of_child = [("covered", shown(&covered.pattern)), ("other", covered.theme.clone())];
                let of_child = of_child.each_ref().map(|(name, value)| (*name, value.as_str()));
                of("check-shadows", pattern, &[&of_child[..], &[("where", &where_of(*at))]].concat())
            }
            What::Cancelled { pattern, not } => of("check-cancelled", pattern, &[("not", &shown(not))]),
            What::Never { pattern } => of("check-never", pattern, &[]),
            What::NearlyAll { pattern, answers, of: all } => {
                of("check-nearly-all", pattern, &[("percent", &percent(*answers, *all))])
            }
            What::Overlap { theme, other, both, of } => {
                let (percent, both) = (percent(*both, *of), both.to_string());
                let args = [("theme", theme.as_str()), ("other", other), ("both", &both), ("percent", &percent)];
                with("check-overlap", &args)
            }
        }
    }

    /// A word for programs.
    pub fn kind(&self) -> &'static str {
        match &self.what {
            What::NoPatterns { .. } => "no_patterns",
            What::TooManyThemes { .. } => "too_many_themes",
            What::Untranslated { .. } => "untranslated",
            What::SameLabel { .. } => "same_label",
            What::SamePattern { .. } => "same_pattern",
            What::Slow { .. } => "slow",
            What::Shadows { .. } => "shadows",
            What::Cancelled { .. } => "cancelled",
            What::Never { .. } => "never",
            What::NearlyAll { .. } => "nearly_all",
            What::Overlap { .. } => "overlap",
        }
    }

    /// The themes that it is about.
    pub fn themes(&self) -> Vec<&str> {
        match &self.what {
            What::TooManyThemes { .. } | What::Untranslated { whose: Words::Proposal, .. } => Vec::new(),
            What::NoPatterns { theme }
            | What::SameLabel { theme }
            | What::Untranslated { whose: Words::Label(theme) | Words::About(theme), .. } => vec![theme],
            What::Overlap { theme, other, .. } => vec![theme, other],
            What::SamePattern { pattern, other, .. } if *other != pattern.theme => vec![&pattern.theme, other],
            What::Shadows { pattern, covered, .. } => vec![&pattern.theme, &covered.theme],
            What::SamePattern { pattern, .. }
            | What::Slow { pattern }
            | What::Cancelled { pattern, .. }
            | What::Never { pattern }
            | What::NearlyAll { pattern, .. } => vec![&pattern.theme],
        }
    }

    /// The pattern that it is about.
    pub fn pattern(&self) -> Option<&str> {
        match &self.what {
            What::SamePattern { pattern, .. }
            | What::Slow { pattern }
            | What::Shadows { pattern, .. }
            | What::Cancelled { pattern, .. }
            | What::Never { pattern }
            | What::NearlyAll { pattern, .. } => Some(&pattern.pattern),
            _ => None,
        }
    }
}

fn percent(part: u64, whole: u64) -> String {
    (part * 100).checked_div(whole).unwrap_or(0).to_string()
}

fn untranslated(locale: Locale, whose: &Words, missing: &[Locale]) -> String {
    let (id, theme) = match whose {
        Words::Label(theme) => ("check-untranslated-label", Some(theme)),
        Words::About(theme) => ("check-untranslated-about", Some(theme)),
        Words::Proposal => ("check-untranslated-proposal", None),
    };
    let mut args = Vec::new();
    args.extend(theme.map(|theme| ("theme", theme.as_str().into())));
    match missing {
        [one] => {
            args.push(("language", say(locale, &format!("language-{}", one.tag())).into()));
            say_with(locale, id, &args)
        }
        _ => say_with(locale, &format!("{id}-at-all"), &args),
    }
}
