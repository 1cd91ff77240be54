//! Units counted by who coded them and who gave each theme, once as they are and again for each resample.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Codings, Raters, Unit};
use crate::analysis::bootstrap::Draws;
use crate::model::Language;

/// Who judged a theme on a unit, and who of them gave it.
pub(super) type Cell = (Raters, Raters);

/// Counts of units by group, theme and cell. A group is a language with a type of respondent.
pub(super) struct Counter {
    /// Language and type of each group, in order.
    pub(super) groups: Vec<(Language, String)>,
    /// Every cell that occurs, in order.
    pub(super) cells: Vec<Cell>,
    themes: usize,
    /// What each respondent adds to the counts, those who add the same sharing one list: place, and how much.
    patterns: Vec<Vec<(u32, i32)>>,
    /// The pattern of each respondent.
    pattern_of: Vec<u32>,
}

/// Counts of one sample.
pub(super) struct Counts {
    themes: usize,
    cells: usize,
    counts: Vec<i64>,
}

impl Counts {
    /// Units of a group that stand in each cell for a theme, added to what `into` holds.
    pub(super) fn add_to(&self, group: usize, theme: usize, into: &mut [i64]) {
        // What a theme does not say otherwise holds of it as of all: the last row of a group counts whole units.
        let row = |at: usize| &self.counts[(group * (self.themes + 1) + at) * self.cells..][..self.cells];
        for ((into, own), all) in into.iter_mut().zip(row(theme)).zip(row(self.themes)) {
            *into += own + all;
        }
    }
}

impl Counter {
    pub(super) fn new(codings: &Codings) -> Counter {
        let groups: BTreeSet<(Language, String)> = codings.units.iter().map(group).collect();
        let groups: Vec<(Language, String)> = groups.into_iter().collect();
        let cells: BTreeSet<Cell> = codings
            .units
            .iter()
            .flat_map(|unit| unit.marks.iter().map(|mark| (mark.rated, mark.yes)).chain([(unit.rated, 0)]))
            .collect();
        let cells: Vec<Cell> = cells.into_iter().collect();
        let mut counter =
            Counter { groups, cells, themes: codings.themes.len(), patterns: Vec::new(), pattern_of: Vec::new() };
        let mut units: BTreeMap<usize, Vec<&Unit>> = BTreeMap::new();
        codings.units.iter().for_each(|unit| units.entry(unit.respondent).or_default().push(unit));
        let mut known: HashMap<Vec<(u32, i32)>, u32> = HashMap::new();
        for units in units.values() {
            let pattern = counter.pattern(units);
            let next = counter.patterns.len() as u32;
            let number = *known.entry(pattern).or_insert_with_key(|pattern| {
                counter.patterns.push(pattern.clone());
                next
            });
            counter.pattern_of.push(number);
        }
        counter
    }

    /// How many respondents there are.
    pub(super) fn respondents(&self) -> usize {
        self.pattern_of.len()
    }

    /// What one respondent's units add.
    fn pattern(&self, units: &[&Unit]) -> Vec<(u32, i32)> {
        let mut added: BTreeMap<u32, i32> = BTreeMap::new();
        for unit in units {
            let group = self.groups.binary_search(&group(unit)).unwrap_or_default();
            let mut add = |theme: usize, cell: Cell, n: i32| {
                let cell = self.cells.binary_search(&cell).unwrap_or_default();
                let place = (group * (self.themes + 1) + theme) * self.cells.len() + cell;
                *added.entry(place as u32).or_default() += n;
            };
            add(self.themes, (unit.rated, 0), 1);
            for mark in &unit.marks {
                add(mark.theme, (mark.rated, mark.yes), 1);
                add(mark.theme, (unit.rated, 0), -1);
            }
        }
        added.into_iter().filter(|(_, n)| *n != 0).collect()
    }

    /// Counts of everything, as it is.
    pub(super) fn counted(&self) -> Counts {
        let mut times = vec![0; self.patterns.len()];
        self.pattern_of.iter().for_each(|pattern| times[*pattern as usize] += 1);
        self.added_up(&times)
    }

    /// Counts of as many respondents, drawn with replacement. `times` is scratch space.
    pub(super) fn resampled(&self, seed: u64, stream: u64, times: &mut Vec<u32>) -> Counts {
        times.clear();
        times.resize(self.patterns.len(), 0);
        let mut draws = Draws::new(seed, stream);
        let n = self.pattern_of.len() as u32;
        for _ in 0..n {
            times[self.pattern_of[draws.below(n) as usize] as usize] += 1;
        }
        self.added_up(times)
    }

    fn added_up(&self, times: &[u32]) -> Counts {
        let mut counts = vec![0i64; self.groups.len() * (self.themes + 1) * self.cells.len()];
        for (pattern, times) in self.patterns.iter().zip(times).filter(|(_, times)| **times > 0) {
            for (place, n) in pattern {
                counts[*place as usize] += i64::from(*n) * i64::from(*times);
            }
        }
        Counts { themes: self.themes, cells: self.cells.len(), counts }
    }
}

fn group(unit: &Unit) -> (Language, String) {
    (unit.language, unit.kind.clone())
}
