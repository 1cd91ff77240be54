//! Where in a text the words are that were searched for.

use std::collections::BTreeSet;

use super::analyzers::Cut;
use super::compile::{Plain, Wanted};
use super::schema::analyses;
use super::terms::Apart;
use crate::model::Language;

/// Marks words in texts.
pub(super) struct Marker<'w> {
    wanted: &'w [Wanted],
    apart: Apart,
    /// Places in the text of the words that are wanted somewhere, each with the number of its term and the bits of what
    /// wants it; see [`Marker::find`].
    found: Vec<Found>,
}

/// A word that was searched for, in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// Which of the words wanted it is.
    pub(super) which: usize,
}

/// First byte, one past the last, and which of the words wanted.
type Place = (usize, usize, usize);

/// A term of a text that is wanted.
struct Found {
    /// Its number among the terms of the text.
    number: usize,
    /// First byte, one past the last.
    place: (usize, usize),
    /// For which places of the phrase it may stand: a bit for each of the first 64.
    fits: u64,
}

impl<'w> Marker<'w> {
    /// Marks these words; `apart` remembers the words of other texts.
    pub(super) fn new(wanted: &'w [Wanted], apart: Apart) -> Self {
        Marker { wanted, apart, found: Vec::new() }
    }

    /// What it remembers of texts.
    pub(super) fn into_words(self) -> Apart {
        self.apart
    }

    /// Whether marks of this one stand for words in a row.
    pub(super) fn is_phrase(&self, which: usize) -> bool {
        self.wanted.get(which).is_some_and(|wanted| wanted.english.len().max(wanted.welsh.len()) > 1)
    }

    /// The words wanted, in order, without overlap.
    pub(super) fn marks(&mut self, text: &str, language: Language) -> Vec<Mark> {
        let mut marked = BTreeSet::new();
        let (english, welsh) = analyses(language);
        for (which, wanted) in self.wanted.iter().enumerate() {
            if english {
                self.sequence(text, Cut::English, &wanted.english, wanted.slop, which, &mut marked);
            }
            if welsh {
                self.sequence(text, Cut::Welsh, &wanted.welsh, wanted.slop, which, &mut marked);
            }
            if let Some(plain) = &wanted.plain {
                self.apart.each(text, Cut::Plain, |term, (start, end)| {
                    if is_like(plain, term) {
                        marked.insert((start, end, which));
                    }
                });
            }
        }
        let mut marks: Vec<Mark> = Vec::with_capacity(marked.len());
        for (start, end, which) in marked {
            match marks.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(end),
                _ => marks.push(Mark { start, end, which }),
            }
        }
        marks
    }

    /// Marks terms that follow each other, or lie near each other in any order when `slop` allows.
    fn sequence(
        &mut self,
        text: &str,
        cut: Cut,
        places: &[BTreeSet<String>],
        slop: usize,
        which: usize,
        marked: &mut BTreeSet<Place>,
    ) {
        // A phrase is as long as a query at most; what is behind its 64th word is taken to fit.
        let places = &places[..places.len().min(64)];
        if places.is_empty() {
            return;
        }
        self.found.clear();
        let mut number = 0;
        let found = &mut self.found;
        self.apart.each(text, cut, |term, place| {
            let fits = places.iter().enumerate().filter(|(_, terms)| terms.contains(term));
            let fits = fits.fold(0, |bits, (n, _)| bits | 1 << n);
            if fits != 0 {
                found.push(Found { number, place, fits });
            }
            number += 1;
        });
        let all = u64::MAX >> (64 - places.len());
        for (at, first) in self.found.iter().enumerate() {
            if slop == 0 {
                let run = &self.found[at..];
                let follows = |n: usize, one: &Found| one.number == first.number + n && one.fits & 1 << n != 0;
                let long = run.iter().zip(0..places.len()).take_while(|(one, n)| follows(*n, one)).count();
                if long == places.len() {
                    marked.extend(run[..long].iter().map(|one| (one.place.0, one.place.1, which)));
                }
            } else {
                let width = places.len() + slop;
                let near = self.found[at..].iter().take_while(|one| one.number < first.number + width);
                if near.clone().fold(0, |bits, one| bits | one.fits) == all {
                    marked.extend(near.map(|one| (one.place.0, one.place.1, which)));
                }
            }
        }
    }
}

fn is_like(plain: &Plain, term: &str) -> bool {
    match plain {
        Plain::Same(word) => word == term,
        Plain::Begins(begins) => begins.iter().any(|begin| term.starts_with(begin.as_str())),
        Plain::Like(word, changes) => distance(word, term) <= usize::from(*changes),
    }
}

/// Changes of a letter between two words: insertion, deletion, replacement, exchange of neighbours (Damerau, 1964;
/// the restricted form, as the index counts them).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = usize::from(one[i - 1] != other[j - 1]);
                let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + changed);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_of_a_letter_are_counted() {
        assert_eq!(distance("profit", "profti"), 1);
        assert_eq!(distance("elw", "helw"), 1);
        assert_eq!(distance("", "🙂"), 1);
        assert_eq!(distance("elw", "cartref"), usize::MAX);
    }
}
