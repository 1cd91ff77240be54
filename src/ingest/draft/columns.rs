//! What stands in a column: how many cells are filled, with how many different values, and how these read.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::date;
use crate::ingest::platforms::beginning;

/// Different values remembered; more than this is as good as all different.
const REMEMBERED: usize = 400;

/// Bytes remembered of a value: no option is longer, and an answer may be a book.
const LONGEST: usize = 1000;

/// Days that the responses to a consultation hardly ever span: the usual length is twelve weeks.
const TOO_LONG: i32 = 120;

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
    slashed: Slashed,
}

/// Dates such as `03/04/2022`, read both ways.
#[derive(Clone, Copy, Debug, Default)]
struct Slashed {
    /// Dates that only one of the readings makes sense of: day first, month first.
    only: [usize; 2],
    /// First and last day by each reading, of the dates that both make sense of.
    span: [Option<(i32, i32)>; 2],
}

impl Slashed {
    fn see(&mut self, both: [Option<i32>; 2]) {
        match both {
            [Some(_), None] => self.only[0] += 1,
            [None, Some(_)] => self.only[1] += 1,
            _ => {}
        }
        for (span, day) in self.span.iter_mut().zip(both) {
            if let Some(day) = day {
                let (first, last) = span.unwrap_or((day, day));
                *span = Some((first.min(day), last.max(day)));
            }
        }
    }
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
        if words <= 3
            && let Some(both) = date::both_orders(cell)
        {
            self.slashed.see(both);
        }
        self.links += usize::from(cell.starts_with("http://") || cell.starts_with("https://"));
        self.numbers += usize::from(cell.parse::<f64>().is_ok());
        let begins = beginning(cell, LONGEST);
        if self.counts.len() < REMEMBERED || self.counts.contains_key(begins) {
            *self.counts.entry(begins.to_owned()).or_default() += 1;
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

    /// Whether its dates have the month first: one at least makes no sense otherwise and none the other way round, or, where
    /// all of them make sense both ways, they lie much closer together so.
    pub(super) fn is_month_first(&self) -> bool {
        let days = |span: Option<(i32, i32)>| span.map(|(first, last)| last - first);
        match (self.slashed.only, self.slashed.span.map(days)) {
            ([0, month_first], _) if month_first > 0 => true,
            ([0, 0], [Some(day_first), Some(month_first)]) => day_first > TOO_LONG && month_first * 3 < day_first,
            _ => false,
        }
    }

    /// Whether all its slashed dates can be read with the month first.
    pub(super) fn may_be_month_first(&self) -> bool {
        self.slashed.only[0] == 0 && self.slashed.span[1].is_some()
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

    /// Pairs of neighbours that never stand without each other, the second of which begins small: what parts them belongs to
    /// the wording of one option, as in `Bus, coach or tram`.
    fn never_parted(&self, separator: &str) -> BTreeSet<(&str, &str)> {
        let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
        let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (value, n) in &self.counts {
            let parts: Vec<&str> = value.split(separator).map(str::trim).collect();
            parts.iter().for_each(|part| *alone.entry(part).or_default() += n);
            parts.windows(2).for_each(|pair| *pairs.entry((pair[0], pair[1])).or_default() += n);
        }
        let is_one = |((a, b), n): &((&str, &str), usize)| {
            *n >= 2 && alone.get(a) == Some(n) && alone.get(b) == Some(n) && b.starts_with(char::is_lowercase)
        };
        let begins_large = alone.keys().filter(|part| part.starts_with(char::is_uppercase)).count();
        if begins_large < 2 {
            return BTreeSet::new();
        }
        pairs.into_iter().filter(is_one).map(|(pair, _)| pair).collect()
    }

    fn joined_by(&self, separator: &str) -> Option<Vec<String>> {
        let mut options: BTreeMap<&str, usize> = BTreeMap::new();
        let (mut joined, mut ended) = (0, 0);
        let whole = if separator == ", " { self.never_parted(separator) } else { BTreeSet::new() };
        for (value, n) in &self.counts {
            let parts = parted(value, separator, &whole);
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

/// The options in a cell: its parts, those put together that never stand alone.
fn parted<'v>(value: &'v str, separator: &str, whole: &BTreeSet<(&str, &str)>) -> Vec<&'v str> {
    let mut parts: Vec<(usize, &str)> = Vec::new();
    let mut last = "";
    let mut at = 0;
    for part in value.split(separator) {
        let words = part.trim();
        match parts.last_mut() {
            Some((from, option)) if whole.contains(&(last, words)) => *option = value[*from..at + part.len()].trim(),
            _ => parts.push((at, words)),
        }
        last = words;
        at += part.len() + separator.len();
    }
    parts.into_iter().map(|(_, option)| option).filter(|option| !option.is_empty()).collect()
}
