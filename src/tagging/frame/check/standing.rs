//! What a frame shows by itself, without answers.

use std::collections::HashMap;

use super::counts::Probe;
use super::{Finding, MOST_THEMES, One, Role, What, Words, every_pattern};
use crate::model::{Bilingual, CodingFrame, Locale, Theme};
use crate::tagging::frame::FrameErrors;
use crate::tagging::matcher::is_tried_on_every_text;
use crate::tagging::pattern::{self, Prepared, Reading};

/// Labels, descriptions, and how many themes there are.
pub(super) fn themes(frame: &CodingFrame, findings: &mut Vec<Finding>) {
    let themes = frame.themes.iter().filter(|theme| !theme.working).count();
    if themes > MOST_THEMES {
        findings.push(Finding { place: None, what: What::TooManyThemes { themes } });
    }
    if let Some(proposal) = &frame.proposal {
        findings.extend(untranslated(Words::Proposal, proposal, None));
    }
    for theme in &frame.themes {
        let place = Some((theme.line, theme.column));
        let label = &theme.label;
        // A theme without a label was given its code.
        if label.en == theme.code && label.cy == theme.code {
            let (whose, missing) = (Words::Label(theme.code.clone()), Locale::BOTH.to_vec());
            findings.push(Finding { place, what: What::Untranslated { whose, missing } });
        } else {
            findings.extend(untranslated(Words::Label(theme.code.clone()), label, place));
            // One word may be a name that both languages share; several are not.
            if label.en == label.cy && label.en.contains(' ') {
                findings.push(Finding { place, what: What::SameLabel { theme: theme.code.clone() } });
            }
        }
        findings.extend(untranslated(Words::About(theme.code.clone()), &theme.about, place));
    }
}

fn untranslated(whose: Words, words: &Bilingual, place: Option<(usize, usize)>) -> Option<Finding> {
    let said = [&words.en, &words.cy];
    let missing = Locale::BOTH.into_iter().zip(said).filter(|(_, said)| said.trim().is_empty());
    let missing: Vec<Locale> = missing.map(|(locale, _)| locale).collect();
    (!missing.is_empty()).then_some(Finding { place, what: What::Untranslated { whose, missing } })
}

/// Patterns that are the same, slow, cancelled, or covered by one of the theme above.
///
/// # Errors
/// When a pattern cannot be understood.
pub(super) fn patterns(frame: &CodingFrame, findings: &mut Vec<Finding>) -> Result<(), FrameErrors> {
    let all = every_pattern(frame);
    let probe = Probe::new(frame, &all)?;
    let mut first: HashMap<String, usize> = HashMap::new();
    for (at, one) in all.iter().enumerate() {
        let Role::Finds(locale) = one.role else { continue };
        let theme = &frame.themes[one.theme];
        let Ok(prepared) = pattern::prepare(&one.pattern.text, Reading { locale, accents: theme.accents }) else {
            continue;
        };
        let place = Some(one.place());
        // What is looked for, however it was written.
        let sought = match &prepared {
            Prepared::Words(rows) => format!("{} {rows:?}", locale.tag()),
            Prepared::Regex(regex) => format!("{} {}", locale.tag(), regex.as_str()),
        };
        if let Some(earlier) = first.get(&sought) {
            let earlier = &all[*earlier];
            let (pattern, other) = (one.of_theme(frame), frame.themes[earlier.theme].code.clone());
            findings.push(Finding { place, what: What::SamePattern { pattern, other, at: earlier.place() } });
            continue;
        }
        first.insert(sought, at);
        match pattern::examples(&prepared) {
            Some(examples) => findings.extend(covered(frame, &all, &probe, at, locale, &examples)),
            None => {
                if let Prepared::Regex(regex) = &prepared
                    && is_tried_on_every_text(regex)
                {
                    findings.push(Finding { place, what: What::Slow { pattern: one.of_theme(frame) } });
                }
            }
        }
    }
    Ok(())
}

/// What other patterns make of one, judged by texts that it matches.
fn covered(
    frame: &CodingFrame,
    all: &[One<'_>],
    probe: &Probe,
    at: usize,
    locale: Locale,
    examples: &[String],
) -> Option<Finding> {
    let one = &all[at];
    // Patterns that match every example so far.
    let mut always: Option<Vec<usize>> = None;
    for example in examples {
        let found = probe.patterns(example, locale);
        let theme = |other: &usize| &frame.themes[all[*other].theme];
        let concerns = |other: &usize| match all[*other].role {
            Role::Cancels => all[*other].theme == one.theme,
            Role::Finds(_) => is_above(frame, theme(other), &frame.themes[one.theme]),
        };
        let found = found.into_iter().filter(|other| *other != at && concerns(other));
        let found: Vec<usize> = match always {
            None => found.collect(),
            Some(before) => found.filter(|other| before.contains(other)).collect(),
        };
        if found.is_empty() {
            return None;
        }
        always = Some(found);
    }
    let other = &all[*always?.first()?];
    let (pattern, by) = (one.of_theme(frame), other.of_theme(frame));
    Some(match other.role {
        Role::Cancels => Finding { place: Some(one.place()), what: What::Cancelled { pattern, not: by.pattern } },
        Role::Finds(_) => {
            let what = What::Shadows { pattern: by, covered: pattern, at: one.place() };
            Finding { place: Some(other.place()), what }
        }
    })
}

/// Whether a theme is the other's parent, or above that.
pub(super) fn is_above(frame: &CodingFrame, theme: &Theme, other: &Theme) -> bool {
    let mut at = other.parent.as_deref();
    while let Some(code) = at {
        if code == theme.code {
            return true;
        }
        at = frame.theme(code).and_then(|above| above.parent.as_deref());
    }
    false
}
