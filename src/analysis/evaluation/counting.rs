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
    /// Whether who coded a unit judged every theme on it, so that what they did not give they hold not to be there.
    in_full: bool,
    /// Places in the counts to which respondents add 1 each, one pattern after the other; those who add the same share one.
    places: Vec<u32>,
    /// Where in `places` each pattern ends.
    ends: Vec<usize>,
    /// The pattern of each respondent.
    pattern_of: Vec<u32>,
}

/// Counts of one sample.
pub(super) struct Counts<'c> {
    counter: &'c Counter,
    counts: Vec<i64>,
}

impl Counts<'_> {
    /// Units of a group that stand in each cell for a theme, added to what `into` holds.
    pub(super) fn add_to(&self, group: usize, theme: usize, into: &mut [i64]) {
        let Counter { cells, themes, in_full, .. } = self.counter;
        // The last row of a group counts whole units by who coded them.
        let row = |at: usize| &self.counts[(group * (themes + 1) + at) * cells.len()..][..cells.len()];
        let (own, all) = (row(theme), row(*themes));
        let mut without = 0;
        for (at, (rated, yes)) in cells.iter().enumerate() {
            if *yes == 0 {
                without = at;
                into[at] += if *in_full { all[at] } else { 0 };
            }
            into[at] += own[at];
            // Cells of the same raters stand together, the one in which none of them gave the theme first.
            if *in_full && *yes != 0 && cells[without] == (*rated, 0) {
                into[without] -= own[at];
            }
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
            .flat_map(|unit| marked(codings, unit).map(|(_, cell)| cell).chain([(unit.rated, 0)]))
            .collect();
        let cells: Vec<Cell> = cells.into_iter().collect();
        let mut counter = Counter {
            groups,
            cells,
            themes: codings.themes.len(),
            in_full: codings.in_full,
            places: Vec::new(),
            ends: Vec::new(),
            pattern_of: Vec::new(),
        };
        let mut units: BTreeMap<usize, Vec<&Unit>> = BTreeMap::new();
        codings.units.iter().for_each(|unit| units.entry(unit.respondent).or_default().push(unit));
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        for units in units.values() {
            let pattern = counter.pattern(codings, units);
            let next = counter.ends.len() as u32;
            let number = *known.entry(pattern).or_insert_with_key(|pattern| {
                counter.places.extend(pattern);
                counter.ends.push(counter.places.len());
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

    /// Where one respondent's units add 1 each, in order.
    fn pattern(&self, codings: &Codings, units: &[&Unit]) -> Vec<u32> {
        let mut places = Vec::new();
        for unit in units {
            let group = self.groups.binary_search(&group(unit)).unwrap_or_default();
            let mut add = |theme: usize, cell: Cell| {
                let cell = self.cells.binary_search(&cell).unwrap_or_default();
                places.push(((group * (self.themes + 1) + theme) * self.cells.len() + cell) as u32);
            };
            add(self.themes, (unit.rated, 0));
            marked(codings, unit).for_each(|(theme, cell)| add(theme, cell));
        }
        places.sort_unstable();
        places
    }

    /// Counts of everything, as it is.
    pub(super) fn counted(&self) -> Counts<'_> {
        let mut times = vec![0; self.ends.len()];
        self.pattern_of.iter().for_each(|pattern| times[*pattern as usize] += 1);
        self.added_up(&times)
    }

    /// Counts of as many respondents, drawn with replacement. `times` is scratch space.
    pub(super) fn resampled(&self, seed: u64, stream: u64, times: &mut Vec<u32>) -> Counts<'_> {
        times.clear();
        times.resize(self.ends.len(), 0);
        let mut draws = Draws::new(seed, stream);
        let n = self.pattern_of.len() as u32;
        for _ in 0..n {
            times[self.pattern_of[draws.below(n) as usize] as usize] += 1;
        }
        self.added_up(times)
    }

    fn added_up(&self, times: &[u32]) -> Counts<'_> {
        let mut counts = vec![0i64; self.groups.len() * (self.themes + 1) * self.cells.len()];
        let mut start = 0;
        for (end, times) in self.ends.iter().zip(times) {
            if *times > 0 {
                self.places[start..*end].iter().for_each(|place| counts[*place as usize] += i64::from(*times));
            }
            start = *end;
        }
        Counts { counter: self, counts }
    }
}

/// Themes of a unit with their cells. Who coded a unit in full judged every theme, given or not.
fn marked<'u>(codings: &Codings, unit: &'u Unit) -> impl Iterator<Item = (usize, Cell)> + 'u {
    let in_full = codings.in_full;
    let marks = unit.marks.iter().filter(move |mark| !in_full || mark.yes != 0);
    marks.map(move |mark| (mark.theme, (if in_full { unit.rated } else { mark.rated }, mark.yes)))
}

fn group(unit: &Unit) -> (Language, String) {
    (unit.language, unit.kind.clone())
}
