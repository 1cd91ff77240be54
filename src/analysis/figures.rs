//! What was counted. Every count of responses goes by the name that `trace` resolves.

use std::collections::BTreeMap;

use crate::model::{Basis, CampaignId, Figure, Stance};

/// What was counted over one consultation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub(super) counts: BTreeMap<Figure, u64>,
    pub(super) bases: BTreeMap<(String, Stance, Basis), u64>,
    pub(super) conflicts: BTreeMap<String, u64>,
    pub(super) no_language: u64,
    pub(super) events: BTreeMap<String, EventFigures>,
    pub(super) campaigns: BTreeMap<CampaignId, u64>,
    pub(super) naming: Naming,
    pub(super) tags: u64,
    pub(super) decided: u64,
}

/// What was counted over the notes of one event; never added to counts of responses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFigures {
    /// Notes taken.
    pub notes: u64,
    /// Notes tagged with each theme or a sub-theme of it, by code.
    pub themes: BTreeMap<String, u64>,
}

/// Who agreed to be named and who did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// Organisations that agreed and gave their name.
    pub named: u64,
    /// Individuals who agreed; their names are not shown all the same.
    pub individuals_agreed: u64,
    /// Respondents who asked not to be named, or never said that they might be.
    pub not_named: u64,
}

impl Figures {
    /// How many responses are in a set; 0 for a set that nothing was counted in.
    pub fn count(&self, figure: &Figure) -> u64 {
        self.counts.get(figure).copied().unwrap_or(0)
    }

    /// Every set that holds a response, in order of name, with how many it holds.
    pub fn counts(&self) -> &BTreeMap<Figure, u64> {
        &self.counts
    }

    /// Responses whose stance on a question rests on words, on inference or on a box ticked.
    pub fn basis(&self, question: &str, stance: Stance, basis: Basis) -> u64 {
        self.bases.get(&(question.to_owned(), stance, basis)).copied().unwrap_or(0)
    }

    /// Responses whose words on this open question contradict the box they ticked on the question that it explains.
    pub fn conflicts(&self, question: &str) -> u64 {
        self.conflicts.get(question).copied().unwrap_or(0)
    }

    /// Responses in which no answer was long enough to tell its language.
    pub fn no_language(&self) -> u64 {
        self.no_language
    }

    /// What was counted over an event's notes.
    pub fn event(&self, id: &str) -> Option<&EventFigures> {
        self.events.get(id)
    }

    /// Responses in each campaign.
    pub fn campaigns(&self) -> &BTreeMap<CampaignId, u64> {
        &self.campaigns
    }

    /// Who agreed to be named.
    pub fn naming(&self) -> Naming {
        self.naming
    }

    /// All tags.
    pub fn tags(&self) -> u64 {
        self.tags
    }

    /// Tags that a person decided.
    pub fn decided(&self) -> u64 {
        self.decided
    }
}
