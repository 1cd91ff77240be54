//! What stands in a column: how many cells are filled, with how many different values, and how these read.

use std::collections::BTreeMap;

use crate::ingest::date;

/// Different values remembered; more than this is as good as all different.
const REMEMBERED: usize = 400;

/// Most options of a question whose answers hold several.
const MOST_SEVERAL: usize = 30;

/// What was seen in one column.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    /// Cells, blank or not.
    pub(super) seen: usize,
    /// Cells that are not blank.
    pub(super) filled: usize,
    /// Values and how often each was seen, as long as there are few enough to remember.
    pub(super) counts: BTreeMap<String, usize>,
    words: usize,
    longest: usize,
    dates: usize,
    links: usize,
    numbers: usize,
}

impl Values {
    /// Takes in one more cell.
    pub(super) fn see(&mut self, cell: &str) {
        self.seen += 1;
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        let words = cell.split_whitespace().count();
        self.words += words;
        self.longest = self.longest.max(words);
        self.dates += usize::from(words <= 6 && date::iso_day(cell).is_some());
        self.links += usize::from(cell.starts_with("http://") || cell.starts_with("https://"));
        self.numbers += usize::from(cell.parse::<f64>().is_ok());
        if self.counts.len() < REMEMBERED || self.counts.contains_key(cell) {
            *self.counts.entry(cell.to_owned()).or_default() += 1;
        }
    }

    /// How many different values, at least.
    pub(super) fn different(&self) -> usize {
        self.counts.len()
    }

    /// No value stands twice.
    pub(super) fn is_all_different(&self) -> bool {
        self.filled > 0 && (self.different() == self.filled || self.different() == REMEMBERED)
    }

    /// Words in a filled cell, on average.
    pub(super) fn mean_words(&self) -> f64 {
        self.words as f64 / self.filled.max(1) as f64
    }

    /// Words in the longest cell.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Nine in ten filled cells are dates.
    pub(super) fn is_dates(&self) -> bool {
        self.is_mostly(self.dates)
    }

    /// Nine in ten filled cells are numbers.
    pub(super) fn is_numbers(&self) -> bool {
        self.is_mostly(self.numbers)
    }

    /// More than half of the filled cells are links.
    pub(super) fn is_links(&self) -> bool {
        self.links * 2 > self.filled
    }

    /// Few values, each again and again: the options of a list. A fifth of the cells or fewer differ in a long table, up
    /// to half in a short one.
    pub(super) fn repeats(&self, most: usize) -> bool {
        let enough = match self.filled {
            0..=3 => false,
            4..=9 => self.different() * 2 <= self.filled + 1,
            10..=29 => self.different() * 3 <= self.filled,
            _ => self.different() * 5 <= self.filled || self.different() <= 7,
        };
        enough && (1..=most).contains(&self.different()) && self.mean_words() <= 14.0
    }

    fn is_mostly(&self, n: usize) -> bool {
        self.filled > 0 && n * 10 >= self.filled * 9
    }

    /// The options of a column whose cells hold several, joined by semicolons, line breaks or commas; `None` when its
    /// cells do not look joined.
    pub(super) fn several(&self) -> Option<Vec<String>> {
        if self.mean_words() > 40.0 || self.different() == REMEMBERED {
            return None;
        }
        [";", "\n", ", "].into_iter().find_map(|separator| self.joined_by(separator))
    }

    fn joined_by(&self, separator: &str) -> Option<Vec<String>> {
        let mut options: BTreeMap<&str, usize> = BTreeMap::new();
        let (mut joined, mut ended) = (0, 0);
        for (value, n) in &self.counts {
            let parts: Vec<&str> = value.split(separator).map(str::trim).filter(|part| !part.is_empty()).collect();
            joined += if parts.len() > 1 { *n } else { 0 };
            ended += if value.ends_with(separator) { *n } else { 0 };
            for part in parts {
                *options.entry(part).or_default() += n;
            }
        }
        let short = options.keys().all(|part| part.split_whitespace().count() <= 14);
        let all = options.values().sum::<usize>();
        let again = options.values().filter(|n| **n > 1).sum::<usize>();
        // A semicolon behind every answer is how Microsoft Forms writes them.
        let is_marked = separator == ";" && ended * 2 > self.filled;
        let is_repeated = match separator {
            ", " => again == all && joined * 4 >= self.filled && options.keys().all(|part| !part.ends_with('.')),
            _ => again * 4 >= all * 3,
        };
        let is_several = (joined > 0 || is_marked)
            && short
            && options.len() >= 2
            && options.len() <= MOST_SEVERAL
            && (is_marked || is_repeated && self.filled >= 4);
        is_several.then(|| options.into_keys().map(str::to_owned).collect())
    }
}
