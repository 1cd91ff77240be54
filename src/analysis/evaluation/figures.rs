//! From counts to figures: a list of numbers in a fixed order, so that those of resamples can be laid side by side.

use std::collections::BTreeSet;

use super::counting::{Cell, Counter, Counts};
use super::{
    Accuracy, Agreements, Codings, Coefficients, Comparison, FEW, Raters, Slice, ThemeAccuracy, ThemeAgreement, Unit,
    contrasts,
};
use crate::analysis::accuracy::{Estimate, Hits, Measures, mean};
use crate::analysis::agreement::{Agreement, Alike, agreement};
use crate::model::Language;

/// Which coding is held against which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contrast {
    /// Each later coder against each earlier one.
    People,
    /// The machine against each coder.
    Machine,
    /// The machine against what any coder gave.
    Either,
    /// The machine against the coders where they all say the same.
    Agreed,
    /// The machine against one coder.
    Coder(usize),
}

/// Whose units a slice holds.
enum Of {
    All,
    Language(Language),
    Type(String),
}

struct Plan {
    of: Of,
    groups: Vec<usize>,
}

impl Plan {
    fn holds(&self, unit: &Unit) -> bool {
        match &self.of {
            Of::All => true,
            Of::Language(language) => unit.language == *language,
            Of::Type(kind) => unit.kind == *kind,
        }
    }

    fn name(&self) -> String {
        match &self.of {
            Of::All => "all".to_owned(),
            Of::Language(language) => language.as_str().to_owned(),
            Of::Type(kind) => kind.clone(),
        }
    }
}

/// What is figured out of counts, prepared once.
pub(super) struct Figured<'c> {
    codings: &'c Codings,
    cells: &'c [Cell],
    /// Accuracy is figured for each of these; the first holds everything.
    slices: Vec<Plan>,
    contrasts: Vec<Contrast>,
    /// Themes that somebody gave where two people judged. On any other, people agree for want of an occasion to differ.
    is_peoples: Vec<bool>,
}

/// Figures of accuracy for one theme, pooled or mean.
const MEASURES: usize = 3;
/// Coefficients of agreement for one theme, pooled or mean.
const COEFFICIENTS: usize = 4;

impl<'c> Figured<'c> {
    pub(super) fn new(codings: &'c Codings, counter: &'c Counter) -> Self {
        let languages: BTreeSet<Language> = counter.groups.iter().map(|(language, _)| *language).collect();
        let kinds: BTreeSet<String> = counter.groups.iter().map(|(_, kind)| kind.clone()).collect();
        let of = languages.into_iter().map(Of::Language).chain(kinds.into_iter().map(Of::Type));
        let mut slices = Vec::new();
        for of in std::iter::once(Of::All).chain(of) {
            let is_in = |(language, kind): &(Language, String)| match &of {
                Of::All => true,
                Of::Language(of) => of == language,
                Of::Type(of) => of == kind,
            };
            let groups = (0..counter.groups.len()).filter(|group| is_in(&counter.groups[*group])).collect();
            slices.push(Plan { of, groups });
        }
        let mut is_peoples = vec![false; codings.themes.len()];
        for mark in codings.units.iter().flat_map(|unit| &unit.marks) {
            let people = mark.rated & codings.people();
            is_peoples[mark.theme] |= people.count_ones() > 1 && mark.yes & people != 0;
        }
        Figured { codings, cells: &counter.cells, slices, contrasts: contrasts(codings), is_peoples }
    }

    fn themes(&self) -> usize {
        self.codings.themes.len()
    }

    /// Numbers that a slice takes in the list: pooled, mean, then theme by theme.
    fn slice_length(&self) -> usize {
        (2 + self.themes()) * MEASURES
    }

    /// Where the numbers of the ceiling begin, and those of agreement.
    fn ceiling_at(&self) -> usize {
        if self.codings.has_machine { self.slices.len() * self.slice_length() } else { 0 }
    }

    fn agreement_at(&self) -> usize {
        self.ceiling_at() + self.contrasts.len() * 2 * MEASURES
    }

    /// Every figure of a sample, NaN where it is undefined: accuracy by slice, the ceiling, agreement.
    pub(super) fn figures(&self, counts: &Counts<'_>) -> Vec<f64> {
        let mut figures = Vec::with_capacity(self.agreement_at() + (2 + self.themes()) * COEFFICIENTS);
        let mut whole = Vec::new();
        for (at, slice) in self.slices.iter().enumerate() {
            let counted = self.of_slice(counts, slice);
            if self.codings.has_machine {
                figures.extend(self.measured(&self.hits(&counted, Contrast::Machine, 1), true));
            }
            if at == 0 {
                whole = counted;
            }
        }
        for contrast in &self.contrasts {
            figures.extend(self.measured(&self.hits(&whole, *contrast, 2), false));
        }
        let mut pooled = vec![0; self.cells.len()];
        let mut by_theme = vec![[f64::NAN; COEFFICIENTS]; self.themes()];
        let rows = whole.chunks(self.cells.len()).enumerate();
        for (theme, row) in rows.filter(|(theme, _)| self.is_peoples[*theme]) {
            by_theme[theme] = coefficients(&self.agreed(row));
            pooled.iter_mut().zip(row).for_each(|(sum, n)| *sum += n);
        }
        figures.extend(coefficients(&self.agreed(&pooled)));
        figures.extend(mean(by_theme.iter().copied()));
        figures.extend(by_theme.into_iter().flatten());
        figures
    }

    /// Units of a slice by theme and cell.
    fn of_slice(&self, counts: &Counts<'_>, slice: &Plan) -> Vec<i64> {
        let mut counted = vec![0; self.themes() * self.cells.len()];
        for (theme, row) in counted.chunks_mut(self.cells.len()).enumerate() {
            slice.groups.iter().for_each(|group| counts.add_to(*group, theme, row));
        }
        counted
    }

    /// Hits by theme, on units that `least` people or more coded. The machine is not held to themes that only people can
    /// give, and people are compared with it on the same themes.
    fn hits(&self, counted: &[i64], contrast: Contrast, least: u32) -> Vec<Hits> {
        let mut hits = vec![Hits::default(); self.themes()];
        for (at, cell) in self.cells.iter().enumerate() {
            let [found, wrong, missed] = self.outcome(*cell, contrast, least);
            if found + wrong + missed == 0 {
                continue;
            }
            for (theme, hits) in hits.iter_mut().enumerate().filter(|(theme, _)| self.is_machines(*theme)) {
                let units = counted[theme * self.cells.len() + at].max(0) as u64;
                *hits += Hits { found: found * units, wrong: wrong * units, missed: missed * units };
            }
        }
        hits
    }

    fn is_machines(&self, theme: usize) -> bool {
        !(self.codings.has_machine && self.codings.themes[theme].by_hand)
    }

    /// What one unit in a cell adds: found, wrong, missed.
    fn outcome(&self, (rated, yes): Cell, contrast: Contrast, least: u32) -> [u64; 3] {
        let (people, machine) = (rated & self.codings.people(), self.codings.machine());
        let mut outcome = [0; 3];
        let mut compare = |reference: bool, other: bool| match (reference, other) {
            (true, true) => outcome[0] += 1,
            (false, true) => outcome[1] += 1,
            (true, false) => outcome[2] += 1,
            (false, false) => {}
        };
        if people.count_ones() < least || (contrast != Contrast::People && rated & machine == 0) {
            return outcome;
        }
        let said = |rater: Raters| yes & rater != 0;
        let coders = (0..self.codings.coders.len()).map(|n| 1 << n).filter(|coder| people & coder != 0);
        match contrast {
            Contrast::People => {
                for (n, first) in coders.clone().enumerate() {
                    coders.clone().skip(n + 1).for_each(|later| compare(said(first), said(later)));
                }
            }
            Contrast::Machine => coders.for_each(|coder| compare(said(coder), said(machine))),
            Contrast::Either => compare(said(people), said(machine)),
            Contrast::Agreed if yes & people == 0 || yes & people == people => compare(said(people), said(machine)),
            Contrast::Agreed => {}
            Contrast::Coder(n) => coders.filter(|c| *c == 1 << n).for_each(|coder| compare(said(coder), said(machine))),
        }
        outcome
    }

    /// Pooled figures, their means, and, if wanted, those of each theme.
    fn measured(&self, hits: &[Hits], by_theme: bool) -> Vec<f64> {
        let mut pooled = Hits::default();
        hits.iter().for_each(|hits| pooled += *hits);
        let known = |[precision, recall, f1]: [f64; MEASURES]| match self.codings.in_full {
            true => [precision, recall, f1],
            false => [precision, f64::NAN, f64::NAN],
        };
        let of_themes = hits.iter().map(|hits| known(hits.figures()));
        let mut figures = known(pooled.figures()).to_vec();
        figures.extend(mean(of_themes.clone()));
        if by_theme {
            figures.extend(of_themes.flatten());
        }
        figures
    }

    /// How often a person coded a unit, or, where people only judged suggestions, judged one.
    fn codings(&self, unit: &Unit) -> u64 {
        let people = |rated: Raters| u64::from((rated & self.codings.people()).count_ones());
        if self.codings.in_full { people(unit.rated) } else { unit.marks.iter().map(|mark| people(mark.rated)).sum() }
    }

    /// Agreement between people on what stands in a row of counts.
    fn agreed(&self, row: &[i64]) -> Agreement {
        let alike: Vec<Alike> = self
            .cells
            .iter()
            .zip(row)
            .filter(|(_, units)| **units > 0)
            .map(|((rated, yes), units)| Alike {
                ratings: (0..self.codings.coders.len())
                    .map(|n| (rated & (1 << n) != 0).then_some(usize::from(yes & (1 << n) != 0)))
                    .collect(),
                units: *units as f64,
            })
            .collect();
        agreement(&alike, 2)
    }

    /// The machine's accuracy, slice by slice.
    pub(super) fn accuracy(&self, counts: &Counts<'_>, estimates: &[Estimate]) -> Accuracy {
        let mut accuracy = Accuracy::default();
        for (at, plan) in self.slices.iter().enumerate() {
            let estimates = &estimates[at * self.slice_length()..];
            let counted = self.of_slice(counts, plan);
            let themes = match plan.of {
                Of::Type(_) => Vec::new(),
                Of::All | Of::Language(_) => {
                    self.theme_accuracies(&self.hits(&counted, Contrast::Machine, 1), estimates)
                }
            };
            let codings =
                self.codings.units.iter().filter(|unit| plan.holds(unit)).map(|unit| self.codings(unit)).sum();
            let (pooled, mean) = (measures(estimates), measures(&estimates[MEASURES..]));
            let slice = Slice { name: plan.name(), codings, pooled, mean, themes };
            match plan.of {
                Of::All => accuracy.all = slice,
                Of::Language(_) => accuracy.languages.push(slice),
                Of::Type(_) => accuracy.types.push(slice),
            }
        }
        accuracy
    }

    fn theme_accuracies(&self, hits: &[Hits], estimates: &[Estimate]) -> Vec<ThemeAccuracy> {
        let of = |(theme, hits): (usize, &Hits)| {
            let few = hits.support() < FEW && hits.found + hits.wrong < FEW;
            let measures = measures(&estimates[(2 + theme) * MEASURES..]);
            let point = Measures {
                precision: measures.precision.point(),
                recall: measures.recall.point(),
                f1: measures.f1.point(),
            };
            ThemeAccuracy {
                theme: self.codings.themes[theme].code.clone(),
                support: hits.support(),
                found: hits.found,
                wrong: hits.wrong,
                missed: hits.missed,
                few,
                measures: if few { point } else { measures },
            }
        };
        let given = |(_, hits): &(usize, &Hits)| **hits != Hits::default();
        hits.iter().enumerate().filter(given).map(of).collect()
    }

    /// Comparisons on what was coded twice.
    pub(super) fn ceiling(&self, estimates: &[Estimate]) -> Vec<Comparison> {
        let of = |(at, contrast): (usize, &Contrast)| {
            let estimates = &estimates[self.ceiling_at() + at * 2 * MEASURES..];
            let (of, coder) = match contrast {
                Contrast::People => ("people", None),
                Contrast::Machine => ("machine", None),
                Contrast::Either => ("machine_either", None),
                Contrast::Agreed => ("machine_agreed", None),
                Contrast::Coder(n) => ("machine_coder", Some(self.codings.coders[*n].clone())),
            };
            Comparison { of, coder, pooled: measures(estimates), mean: measures(&estimates[MEASURES..]) }
        };
        self.contrasts.iter().enumerate().map(of).collect()
    }

    /// Agreement overall and by theme; nothing when nothing was judged twice.
    pub(super) fn agreement(&self, counts: &Counts<'_>, estimates: &[Estimate]) -> Option<Agreements> {
        let estimates = &estimates[self.agreement_at()..];
        estimates.first()?.value?;
        let whole = self.of_slice(counts, &self.slices[0]);
        let rows = whole.chunks(self.cells.len()).enumerate();
        let of = |(theme, row): (usize, &[i64])| {
            let (mut answers, mut given) = (0, 0);
            for ((rated, yes), units) in self.cells.iter().zip(row) {
                if (rated & self.codings.people()).count_ones() > 1 {
                    answers += units;
                    given += if yes & self.codings.people() == 0 { 0 } else { *units };
                }
            }
            let (answers, given) = (answers.max(0) as u64, given.max(0) as u64);
            let few = given < FEW;
            let all = coefficients_of(&estimates[(2 + theme) * COEFFICIENTS..]);
            let Coefficients { percent, kappa, alpha, ac1 } = all;
            let point =
                Coefficients { percent: percent.point(), kappa: kappa.point(), alpha: alpha.point(), ac1: ac1.point() };
            let theme = self.codings.themes[theme].code.clone();
            ThemeAgreement { theme, answers, given, few, coefficients: if few { point } else { all } }
        };
        Some(Agreements {
            answers: 0,
            pooled: coefficients_of(estimates),
            mean: coefficients_of(&estimates[COEFFICIENTS..]),
            themes: rows.filter(|(theme, _)| self.is_peoples[*theme]).map(of).collect(),
        })
    }
}

fn measures(estimates: &[Estimate]) -> Measures {
    Measures { precision: estimates[0], recall: estimates[1], f1: estimates[2] }
}

fn coefficients_of(estimates: &[Estimate]) -> Coefficients {
    Coefficients { percent: estimates[0], kappa: estimates[1], alpha: estimates[2], ac1: estimates[3] }
}

fn coefficients(agreement: &Agreement) -> [f64; COEFFICIENTS] {
    let Agreement { percent, kappa, alpha, ac1, .. } = agreement;
    [*percent, *kappa, *alpha, *ac1].map(|figure| figure.unwrap_or(f64::NAN))
}
