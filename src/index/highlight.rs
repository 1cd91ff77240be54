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

    /// Byte ranges of the words wanted, in order, without overlap.
    pub(super) fn mark(&mut self, text: &str, language: Language) -> Vec<(usize, usize)> {
        let mut found = BTreeSet::new();
        let (english, welsh) = analyses(language);
        let wanted = self.wanted;
        if english && wanted.iter().any(|wanted| !wanted.english.is_empty()) {
            let tokens = tokens(&mut self.english, text);
            wanted.iter().for_each(|wanted| sequence(&tokens, &wanted.english, wanted.slop, &mut found));
        }
        if welsh && wanted.iter().any(|wanted| !wanted.welsh.is_empty()) {
            let tokens = tokens(&mut self.welsh, text);
            wanted.iter().for_each(|wanted| sequence(&tokens, &wanted.welsh, wanted.slop, &mut found));
        }
        if wanted.iter().any(|wanted| wanted.plain.is_some()) {
            let tokens = tokens(&mut self.plain, text);
            for plain in wanted.iter().filter_map(|wanted| wanted.plain.as_ref()) {
                found.extend(tokens.iter().filter(|token| is_like(plain, &token.text)).map(place));
            }
        }
        let mut marks: Vec<(usize, usize)> = Vec::with_capacity(found.len());
        for (start, end) in found {
            match marks.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => marks.push((start, end)),
            }
        }
        marks
    }
}

fn place(token: &Token) -> (usize, usize) {
    (token.offset_from, token.offset_to)
}

/// Adds the places of terms that follow each other, or lie near each other in any order when `slop` allows.
fn sequence(tokens: &[Token], places: &[BTreeSet<String>], slop: usize, found: &mut BTreeSet<(usize, usize)>) {
    if places.is_empty() {
        return;
    }
    if slop == 0 {
        for run in tokens.windows(places.len()) {
            if run.iter().zip(places).all(|(token, terms)| terms.contains(&token.text)) {
                found.extend(run.iter().map(place));
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
            found.extend(window.iter().filter(is_wanted).map(place));
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
