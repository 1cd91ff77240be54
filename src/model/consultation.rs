//! One exercise: what was asked, of whom, until when, and the rules of its analysis.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Counting, Locale, Question, RespondentType};

/// What happens to responses that arrive after closing day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Late {
    /// They are analysed like the others.
    #[default]
    Include,
    /// They are set aside when they arrive after this ISO date.
    SetAsideAfter(String),
}

/// One consultation, as its settings describe it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    /// Name of its folder: `removing-profit`.
    pub name: String,
    /// Every response in it is invented; every page and report says so.
    pub invented: bool,
    /// Title.
    pub title: Bilingual,
    /// What was proposed, in a paragraph or two.
    pub about: Bilingual,
    /// The body's own number for it, as printed on its documents.
    pub number: String,
    /// ISO date it opened.
    pub opened: String,
    /// ISO date it closed.
    pub closes: String,
    /// Rule for late responses.
    pub late: Late,
    /// Languages of its reports, the first one first.
    pub languages: Vec<Locale>,
    /// The questions in order.
    pub questions: Vec<Question>,
    /// Kinds of respondent, in the order of tables.
    pub types: Vec<RespondentType>,
    /// Areas that respondents chose from, as the forms name them; the English name stands in the store.
    pub areas: Vec<Bilingual>,
    /// Which of the three counts leads in text and charts.
    pub headline: Counting,
    /// Counts of individuals under this are not shown (GSS disclosure guidance; ours is a setting).
    pub fewest_shown: u64,
    /// Quotations shown for each theme of a question, at most.
    pub quotations: usize,
}

impl Consultation {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// Name of an area, which the store keeps in English.
    pub fn area<'c>(&'c self, area: &'c str, locale: Locale) -> &'c str {
        self.areas.iter().find(|known| known.en == area).map_or(area, |known| known.get(locale))
    }

    /// The kind of respondent with this code.
    pub fn respondent_type(&self, code: &str) -> Option<&RespondentType> {
        self.types.iter().find(|kind| kind.code == code)
    }
}
