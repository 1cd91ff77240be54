//! Where in a text the words are that were searched for.

use std::collections::BTreeSet;

use tantivy::tokenizer::{TextAnalyzer, Token};

use super::analyzers::{self, tokens};
use super::compile::{Plain, Wanted};
use super::schema::analyses;
use crate::model::Language;

/// Marks words in texts; made once for all hits of a search.
pub(super) struct Marker<'w> {
    wanted: &'w [Wanted],
    english: TextAnalyzer,
    welsh: TextAnalyzer,
    plain: TextAnalyzer,
}

impl<'w> Marker<'w> {
    pub(super) fn new(wanted: &'w [Wanted]) -> Self {
        Marker {
            wanted,
            english: analyzers::english_analyzer(),
            welsh: analyzers::welsh_analyzer(),
            plain: analyzers::plain_analyzer(),
        }
    }

    /// The words wanted, in order, without overlap.
    pub(super) fn marks(&mut self, text: &str, language: Language) -> Vec<Mark> {
        let mut found = BTreeSet::new();
        let (english, welsh) = analyses(language);
        let wanted = self.wanted;
        if english && wanted.iter().any(|wanted| !wanted.english.is_empty()) {
            let tokens = tokens(&mut self.english, text);
            let each = wanted.iter().enumerate();
            each.for_each(|(which, wanted)| sequence(&tokens, &wanted.english, wanted.slop, which, &mut found));
        }
        if welsh && wanted.iter().any(|wanted| !wanted.welsh.is_empty()) {
            let tokens = tokens(&mut self.welsh, text);
            let each = wanted.iter().enumerate();
            each.for_each(|(which, wanted)| sequence(&tokens, &wanted.welsh, wanted.slop, which, &mut found));
        }
        if wanted.iter().any(|wanted| wanted.plain.is_some()) {
            let tokens = tokens(&mut self.plain, text);
            for (which, wanted) in wanted.iter().enumerate() {
                let Some(plain) = wanted.plain.as_ref() else { continue };
                found
                    .extend(tokens.iter().filter(|token| is_like(plain, &token.text)).map(|token| place(token, which)));
            }
        }
        let mut marks: Vec<Mark> = Vec::with_capacity(found.len());
        for (start, end, which) in found {
            match marks.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(end),
                _ => marks.push(Mark { start, end, which }),
            }
        }
        marks
    }

    /// Whether marks of this one stand for words in a row.
    pub(super) fn is_phrase(&self, which: usize) -> bool {
        self.wanted.get(which).is_some_and(|wanted| wanted.english.len().max(wanted.welsh.len()) > 1)
    }
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

type Place = (usize, usize, usize);

fn place(token: &Token, which: usize) -> Place {
    (token.offset_from, token.offset_to, which)
}

/// Adds the places of terms that follow each other, or lie near each other in any order when `slop` allows.
fn sequence(tokens: &[Token], places: &[BTreeSet<String>], slop: usize, which: usize, found: &mut BTreeSet<Place>) {
    if places.is_empty() {
        return;
    }
    if slop == 0 {
        for run in tokens.windows(places.len()) {
            if run.iter().zip(places).all(|(token, terms)| terms.contains(&token.text)) {
                found.extend(run.iter().map(|token| place(token, which)));
            }
        }
        return;
    }
    let width = places.len() + slop;
    let is_wanted = |token: &&Token| places.iter().any(|terms| terms.contains(&token.text));
    for from in 0..tokens.len() {
        if !is_wanted(&&tokens[from]) {
            continue;
        }
        let window = &tokens[from..tokens.len().min(from + width)];
        if places.iter().all(|terms| window.iter().any(|token| terms.contains(&token.text))) {
            found.extend(window.iter().filter(is_wanted).map(|token| place(token, which)));
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
