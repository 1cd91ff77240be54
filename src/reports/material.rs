//! What a report is made of.

use crate::analysis::{Cleared, Figures, Quotable};
use crate::model::{Campaign, CodingFrame, Consultation, Event, Ledger, Question, RespondentType, Theme};

/// Everything that a report may say: figures that passed disclosure control, words that may be quoted, and names of
/// those who agreed to be named.
#[derive(Clone, Debug)]
pub struct Material {
    /// The consultation.
    pub consultation: Consultation,
    /// The coding frame that the figures were made with.
    pub frame: CodingFrame,
    /// The account of everything received.
    pub ledger: Ledger,
    /// Events, in order of date.
    pub events: Vec<Event>,
    /// Figures, cleared.
    pub figures: Cleared<Figures>,
    /// Quotations, as chosen.
    pub quotations: Vec<Quotable>,
    /// Campaigns found.
    pub campaigns: Vec<Campaign>,
    /// Names of those who agreed to be named ([`crate::analysis::may_be_named`]), in any order.
    pub named: Vec<String>,
    /// Responses of which something is out of general view: counted, and none of those words quoted.
    pub out_of_view: u64,
    /// Version of this program.
    pub program_version: String,
    /// Whether an official cleared the report for publication; until then each page says that it is a draft.
    pub cleared_by_officials: bool,
}

impl Material {
    /// Themes of the first level that reports show, in order of the frame.
    pub(super) fn top_themes(&self) -> impl Iterator<Item = &Theme> {
        self.frame.themes.iter().filter(|theme| !theme.working && theme.parent.is_none())
    }

    /// All themes that reports show, in order of the frame.
    pub(super) fn shown_themes(&self) -> impl Iterator<Item = &Theme> {
        self.frame.themes.iter().filter(|theme| {
            let parent = theme.parent.as_deref().and_then(|code| self.frame.theme(code));
            !theme.working && !parent.is_some_and(|parent| parent.working)
        })
    }

    /// Types of respondent who are children or young people.
    pub(super) fn young_types(&self) -> impl Iterator<Item = &RespondentType> {
        self.consultation.types.iter().filter(|kind| kind.young)
    }

    /// Questions answered in words.
    pub(super) fn is_open(question: &Question) -> bool {
        question.options.is_empty()
    }
}
