//! Machine and people held against the same answers: accuracy, agreement, the human ceiling, and where they differ.
//!
//! Every figure is a function of counts: how many units each set of raters coded, and which of them gave each theme. So a
//! resample counts again and never looks at an answer, and respondents who were coded alike are counted together.

mod counting;
mod differences;
mod figures;

use rayon::prelude::*;
use serde::Serialize;

use super::accuracy::{Estimate, Measures};
use super::bootstrap::interval;
use crate::model::Language;
use counting::Counter;
use differences::{confusions, disagreements};
use figures::{Contrast, Figured};

pub use differences::{Confusion, Confusions, Disagreements};

/// Some of the raters: bit n for the n-th coder, the bit after the last coder's for the machine.
pub type Raters = u16;

/// Most people whose codings can be held against each other at once.
pub const MOST_CODERS: usize = 15;

/// Fewer marks of a theme than these give no interval worth printing: one answer moves recall by a tenth or more.
pub const FEW: u64 = 10;

/// An answer, or whatever was coded as one: named by its response and, where there is one, its question.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct UnitName {
    /// Reference of the response, or of the answer.
    pub id: String,
    /// Question, where the codings name one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The sentence, from 1, where sentences were coded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<usize>,
}

/// What was coded as one, by whom, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// What it is called.
    pub name: UnitName,
    /// Number of its respondent, from 0: resamples draw respondents, as what one person says hangs together.
    pub respondent: usize,
    /// Language of the answer.
    pub language: Language,
    /// Type of the respondent; empty when nobody said.
    pub kind: String,
    /// Who coded it in full: what they did not mark, they hold not to be there.
    pub rated: Raters,
    /// Themes that somebody gave it, by theme, each once.
    pub marks: Vec<Mark>,
}

/// One theme on one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Place of the theme in [`Codings::themes`].
    pub theme: usize,
    /// Who judged whether it is there; where units are coded in full, everyone who coded the unit.
    pub rated: Raters,
    /// Who of them said that it is.
    pub yes: Raters,
}

/// A theme as far as evaluating it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodedTheme {
    /// Its code.
    pub code: String,
    /// Whether only people can give it: the machine is not held to it.
    pub by_hand: bool,
}

/// The codings of people and machine over the same units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codings {
    /// Themes, in the order of the frame.
    pub themes: Vec<CodedTheme>,
    /// People, at most [`MOST_CODERS`], in the order of their bits.
    pub coders: Vec<String>,
    /// Whether the machine coded too.
    pub has_machine: bool,
    /// Whether people coded units in full. Where they only judged what was suggested, nobody knows what was missed, and
    /// recall and F1 are undefined.
    pub in_full: bool,
    /// What was coded.
    pub units: Vec<Unit>,
}

impl Codings {
    fn machine(&self) -> Raters {
        if self.has_machine { 1 << self.coders.len() } else { 0 }
    }

    fn people(&self) -> Raters {
        (1 << self.coders.len()) - 1
    }
}

/// How to resample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resampling {
    /// The same seed gives the same intervals.
    pub seed: u64,
    /// How many times to draw; 0 leaves intervals out.
    pub resamples: u64,
}

/// What came of it. Everything serialises as it is named here.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evaluation {
    /// Units that somebody coded.
    pub answers: u64,
    /// Their respondents.
    pub respondents: u64,
    /// Units that two people or more coded.
    pub coded_twice: u64,
    /// The machine against people; nothing when it did not code.
    pub accuracy: Option<Accuracy>,
    /// People against each other and the machine against them, on the units that two people or more coded; nothing when
    /// there are none.
    pub ceiling: Option<Ceiling>,
    /// How far people agree; nothing when no unit was coded twice.
    pub agreement: Option<Agreements>,
    /// Themes by how often coders, or people and machine, differ on them.
    pub disagreements: Vec<Disagreements>,
    /// Themes that are mixed up, most often first.
    pub confusions: Confusions,
}

/// The machine against each person who coded a unit: what two coded counts once for each of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Accuracy {
    /// Over everything.
    pub all: Slice,
    /// By language of the answer, each with its themes.
    pub languages: Vec<Slice>,
    /// By type of respondent.
    pub types: Vec<Slice>,
}

/// Some of the units.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Slice {
    /// `all`, a language, or a type of respondent.
    pub name: String,
    /// Codings: pairs of a unit and a person who coded it.
    pub codings: u64,
    /// Over all marks, whatever their theme.
    #[serde(rename = "micro")]
    pub pooled: Measures,
    /// The mean over themes, in which a rare theme counts as much as a common one.
    #[serde(rename = "macro")]
    pub mean: Measures,
    /// By theme; only themes that somebody gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeAccuracy>,
}

/// The machine on one theme.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ThemeAccuracy {
    /// Code of the theme.
    pub theme: String,
    /// Times that people gave it.
    pub support: u64,
    /// Times that both gave it.
    pub found: u64,
    /// Times that the machine alone gave it.
    pub wrong: u64,
    /// Times that the person alone gave it.
    pub missed: u64,
    /// Too few for an interval: people gave it, and the machine gave it, fewer than [`FEW`] times.
    pub few: bool,
    /// The figures.
    #[serde(flatten)]
    pub measures: Measures,
}

/// People and machine on the same units, those that two people or more coded, and the same themes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ceiling {
    /// Units.
    pub answers: u64,
    /// Comparisons in the order of printing: `people`, then, where the machine coded, `machine`, `machine_either`,
    /// `machine_agreed` and one for each coder.
    pub comparisons: Vec<Comparison>,
}

/// One coding against another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Comparison {
    /// `people`: a later coder against each earlier one. `machine`: against each coder. `machine_either`: against what any
    /// coder gave. `machine_agreed`: only where all coders say the same. `machine_coder`: against one coder.
    pub of: &'static str,
    /// The coder, for `machine_coder`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coder: Option<String>,
    /// Over all marks.
    #[serde(rename = "micro")]
    pub pooled: Measures,
    /// The mean over themes.
    #[serde(rename = "macro")]
    pub mean: Measures,
}

/// How far people agree.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Agreements {
    /// Units coded by two people or more.
    pub answers: u64,
    /// Over every unit and theme that was judged twice, pooled.
    #[serde(rename = "micro")]
    pub pooled: Coefficients,
    /// The mean over themes for which a coefficient is defined.
    pub mean: Coefficients,
    /// By theme; only themes that a person gave.
    pub themes: Vec<ThemeAgreement>,
}

/// See [`super::Agreement`] for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Coefficients {
    /// Share of pairs of codings that are the same, 0 to 1.
    pub percent: Estimate,
    /// Cohen's kappa.
    pub kappa: Estimate,
    /// Krippendorff's alpha.
    pub alpha: Estimate,
    /// Gwet's AC1.
    pub ac1: Estimate,
}

/// Agreement on one theme.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ThemeAgreement {
    /// Code of the theme.
    pub theme: String,
    /// Units judged twice.
    pub answers: u64,
    /// Those of them to which somebody gave the theme.
    pub given: u64,
    /// Too few for an interval: given to fewer than [`FEW`].
    pub few: bool,
    /// The coefficients.
    #[serde(flatten)]
    pub coefficients: Coefficients,
}

/// Holds codings against each other. Deterministic: the same codings and seed give the same figures on any number of threads.
/// Time grows with resamples × (respondents + marks of respondents who were coded differently), never with their words.
pub fn evaluate(codings: &Codings, resampling: Resampling) -> Evaluation {
    if codings.units.is_empty() {
        return Evaluation::default();
    }
    let counter = Counter::new(codings);
    let figured = Figured::new(codings, &counter);
    let whole = counter.counted();
    let drawn: Vec<Vec<f32>> = (0..resampling.resamples)
        .into_par_iter()
        .map_init(Vec::new, |scratch, stream| {
            let counts = counter.resampled(resampling.seed, stream, scratch);
            figured.figures(&counts).into_iter().map(|figure| figure as f32).collect()
        })
        .collect();
    let estimates: Vec<Estimate> = figured
        .figures(&whole)
        .into_par_iter()
        .enumerate()
        .map(|(at, figure)| {
            let value = (!figure.is_nan()).then_some(figure);
            let ends = value.and_then(|_| interval(drawn.iter().map(|figures| figures[at]).collect()));
            let (low, high) = ends.map(|(low, high)| (f64::from(low), f64::from(high))).unzip();
            Estimate { value, low, high }
        })
        .collect();
    let is_twice = |rated: Raters| (rated & codings.people()).count_ones() > 1;
    let twice = |unit: &&Unit| is_twice(unit.rated) || unit.marks.iter().any(|mark| is_twice(mark.rated));
    let coded_twice = codings.units.iter().filter(twice).count() as u64;
    let people = figured.agreement(&whole, &estimates);
    Evaluation {
        answers: codings.units.len() as u64,
        respondents: counter.respondents() as u64,
        coded_twice,
        accuracy: codings.has_machine.then(|| figured.accuracy(&whole, &estimates)),
        ceiling: (coded_twice > 0).then(|| Ceiling { answers: coded_twice, comparisons: figured.ceiling(&estimates) }),
        agreement: people.map(|people| Agreements { answers: coded_twice, ..people }),
        disagreements: disagreements(codings),
        confusions: confusions(codings),
    }
}

/// Which coding is held against which.
fn contrasts(codings: &Codings) -> Vec<Contrast> {
    let mut all = vec![Contrast::People];
    if codings.has_machine {
        all.extend([Contrast::Machine, Contrast::Either, Contrast::Agreed]);
        all.extend((0..codings.coders.len()).map(Contrast::Coder));
    }
    all
}
