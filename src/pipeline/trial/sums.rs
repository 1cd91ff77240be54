//! What a trial found, response by response and added up.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{CodingFrame, Origin, Stance};
use crate::pipeline::deciding::Waits;

/// How many there were and would be. `before = lost + unchanged`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Now.
    pub before: u64,
    /// With the other frame.
    pub after: u64,
    /// Those that would be new.
    pub gained: u64,
    /// Those that would be gone.
    pub lost: u64,
    /// Those that would stay.
    pub unchanged: u64,
}

impl Counts {
    pub(super) fn add(&mut self, before: u64, after: u64, gained: u64, lost: u64) {
        self.before += before;
        self.after += after;
        self.gained += gained;
        self.lost += lost;
        self.unchanged += before - lost;
    }

    /// Whether any would come or go.
    pub fn is_change(&self) -> bool {
        self.gained + self.lost > 0
    }
}

/// A passage that would gain or lose a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// Reference of the response.
    pub response: String,
    /// The question.
    pub question: String,
    /// The passage.
    pub words: String,
    /// The rule that found it, or who decided it.
    pub origin: Origin,
}

/// What would change for one theme. A tag on a theme counts for those above it as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ThemeChange {
    /// Code in the other frame; one that is only in the present one when nothing there took it over.
    pub theme: String,
    /// Whether it would be gone.
    pub gone: bool,
    /// Respondents.
    pub respondents: Counts,
    /// Passages; one whose bounds move is unchanged.
    pub passages: Counts,
    /// The first passages that would gain it.
    pub gained: Vec<Example>,
    /// The first passages that would lose it.
    pub lost: Vec<Example>,
}

/// Answers to a question whose stance would be another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StanceChange {
    /// The question.
    pub question: String,
    /// What it is now.
    pub from: Option<Stance>,
    /// What it would be.
    pub to: Option<Stance>,
    /// How many answers.
    pub answers: u64,
    /// References of the first of them.
    pub responses: Vec<String>,
}

/// What another frame would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// By theme, in the order of the frame, those that would be gone at the end.
    pub themes: Vec<ThemeChange>,
    /// Respondents by any change to their themes, and passages under their own themes alone.
    pub respondents: Counts,
    /// Passages under their own themes alone.
    pub passages: Counts,
    /// Stances that would be others.
    pub stances: Vec<StanceChange>,
    /// Decisions of which a person would have to say what they mean.
    pub waiting: Vec<Waits>,
    /// Answers that were never tagged: they are not looked at.
    pub untagged: u64,
}

/// A question, the stance of an answer to it, and what it would be.
pub(super) type Turn = (String, Option<Stance>, Option<Stance>);

/// What differs in one response.
pub(super) struct Found {
    pub(super) themes: Vec<(String, Counts, Vec<Example>, Vec<Example>)>,
    pub(super) respondent: Counts,
    pub(super) passages: Counts,
    pub(super) stances: Vec<Turn>,
    pub(super) waiting: Vec<Waits>,
    pub(super) response: String,
}

/// What differs in all of them.
#[derive(Default)]
pub(super) struct Sums {
    themes: BTreeMap<String, ThemeChange>,
    trial: Trial,
    /// How many answers, and the first responses.
    stances: BTreeMap<Turn, (u64, Vec<String>)>,
}

impl Sums {
    pub(super) fn add(&mut self, found: Found, most: usize) {
        for (theme, counts, gained, lost) in found.themes {
            let sum = self.themes.entry(theme).or_default();
            sum.passages.add(counts.before, counts.after, counts.gained, counts.lost);
            let (was, is) = (u64::from(counts.before > 0), u64::from(counts.after > 0));
            sum.respondents.add(was, is, is - is.min(was), was - was.min(is));
            let (gained_room, lost_room) = (most - sum.gained.len().min(most), most - sum.lost.len().min(most));
            sum.gained.extend(gained.into_iter().take(gained_room));
            sum.lost.extend(lost.into_iter().take(lost_room));
        }
        for (sum, counts) in
            [(&mut self.trial.respondents, found.respondent), (&mut self.trial.passages, found.passages)]
        {
            sum.before += counts.before;
            sum.after += counts.after;
            sum.gained += counts.gained;
            sum.lost += counts.lost;
            sum.unchanged += counts.unchanged;
        }
        for change in found.stances {
            let (n, responses) = self.stances.entry(change).or_default();
            *n += 1;
            if responses.len() < most {
                responses.push(found.response.clone());
            }
        }
        self.trial.waiting.extend(found.waiting);
    }

    pub(super) fn finish(mut self, frame: &CodingFrame, untagged: u64) -> Trial {
        let mut trial = self.trial;
        let codes: Vec<String> = frame.themes.iter().map(|theme| theme.code.clone()).collect();
        for code in codes {
            let change = self.themes.remove(&code).unwrap_or_default();
            trial.themes.push(ThemeChange { theme: code, ..change });
        }
        trial.themes.extend(self.themes.into_iter().map(|(code, change)| ThemeChange {
            theme: code,
            gone: true,
            ..change
        }));
        let stance =
            |((question, from, to), (answers, responses))| StanceChange { question, from, to, answers, responses };
        trial.stances = self.stances.into_iter().map(stance).collect();
        trial.untagged = untagged;
        trial
    }
}
