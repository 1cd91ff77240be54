//! "Did you mean": words of a query that nothing matches, or next to nothing, beside the corpus's own words.
//!
//! Candidates come from the index's list of words as they stand, by an automaton that accepts what differs in one or
//! two letters (Schulz and Mihov 2002), so accents do not count and mutated words are found as they were written. The
//! nearest counts, of these the commonest. What it costs is bounded: a few words of a query, some thousand candidates.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tantivy::query::{FuzzyTermQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::columns::{Facet, Known};
use super::compile::{is_stop_word, welsh_word};
use super::notes::{Note, NoteKind};
use super::pages::finds_anything;
use super::query::{Ask, Filter};
use super::schema::Fields;
use super::search::Request;
use super::{analyzers, english, words};

/// Suggestions for one query, at most.
const MOST: usize = 3;
/// Words of a query that are looked at, at most.
const MOST_LOOKED_AT: usize = 30;
/// Candidates of one word in one segment, at most.
const MOST_CANDIDATES: usize = 4_000;
/// Candidates that are asked for, whether a passage that may be seen has them.
const MOST_ASKED_FOR: usize = 5;
/// A word in so many passages is rare enough to be doubted, and in a large corpus one in this share of them: people
/// repeat each other's mistakes.
const RARE: u64 = 2;
const RARE_SHARE: u64 = 20_000;
/// How much commoner a word must be to be meant instead of a rare one.
const COMMONER: u64 = 50;

/// A part of the query and what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// Where the part stands in the query.
    pub(super) place: Range<usize>,
    /// What may have been meant.
    pub(super) instead: String,
}

impl Suggestion {
    /// The suggestion as a note.
    pub(super) fn note(&self, query: &str) -> Note {
        let words = query.get(self.place.clone()).unwrap_or_default();
        Note::pair(NoteKind::DidYouMean, self.place.clone(), words, &self.instead)
    }
}

/// The query with what may have been meant in the place of what was written.
pub(super) fn corrected(query: &str, suggestions: &[Suggestion]) -> Option<String> {
    let mut text = String::new();
    let mut at = 0;
    for Suggestion { place, instead } in suggestions {
        text.push_str(query.get(at..place.start)?);
        text.push_str(instead);
        at = place.end;
    }
    text.push_str(query.get(at..)?);
    (!suggestions.is_empty()).then_some(text)
}

enum Leaf<'a> {
    Word(&'a str),
    Value(&'a Filter),
}

/// What is asked for; a term of the glossary is spelled well.
fn gather<'a>(ask: &'a Ask, leaves: &mut Vec<Leaf<'a>>) {
    match ask {
        Ask::Word(text) => leaves.push(Leaf::Word(text)),
        Ask::Phrase { text, .. } => leaves.extend(words::words(text).map(|word| Leaf::Word(word.text))),
        Ask::Is(filter) => leaves.push(Leaf::Value(filter)),
        Ask::Every(parts) | Ask::Any(parts) => parts.iter().for_each(|part| gather(part, leaves)),
        Ask::All | Ask::Prefix(_) | Ask::Like(..) | Ask::Not(_) | Ask::Across { .. } | Ask::Foreign(_) => {}
    }
}

/// The place of a word in the query that nothing was suggested for yet.
fn word_in(query: &str, text: &str, found: &[Suggestion]) -> Option<Range<usize>> {
    let places = words::words(query).filter(|word| word.text == text).map(|word| word.start..word.end);
    let mut free = places.filter(|place| !found.iter().any(|other| other.place == *place));
    free.next()
}

/// What suggestions are looked for with.
pub(super) struct Looker<'s> {
    pub(super) searcher: &'s Searcher,
    pub(super) known: &'s Arc<Known>,
    pub(super) fields: Fields,
    pub(super) request: &'s Request,
}

impl Looker<'_> {
    /// What may have been meant, in the order of the query.
    pub(super) fn suggest(&self, ask: &Ask) -> tantivy::Result<Vec<Suggestion>> {
        let query = &self.request.query;
        let mut leaves = Vec::new();
        gather(ask, &mut leaves);
        let mut found: Vec<Suggestion> = Vec::new();
        for leaf in leaves.into_iter().take(MOST_LOOKED_AT) {
            let suggestion = match leaf {
                Leaf::Word(text) => match word_in(query, text, &found) {
                    Some(place) => self.word(text)?.map(|instead| Suggestion { place, instead }),
                    None => None,
                },
                Leaf::Value(filter) => self.value(filter),
            };
            found.extend(suggestion);
            if found.len() == MOST {
                break;
            }
        }
        found.sort_by_key(|suggestion| suggestion.place.start);
        Ok(found)
    }

    fn held(&self, field: Field, term: &str) -> u64 {
        self.searcher.doc_freq(&Term::from_field_text(field, term)).unwrap_or(0)
    }

    /// The corpus's own word that may have been meant by one that it hardly has.
    fn word(&self, text: &str) -> tantivy::Result<Option<String>> {
        let folded = words::fold(text);
        let pieces = english::pieces(&folded);
        let [piece] = pieces.as_slice() else { return Ok(None) };
        let length = piece.chars().count();
        if length < 4 || !piece.chars().all(char::is_alphabetic) || is_stop_word(text) {
            return Ok(None);
        }
        let passages = self.passages(text);
        let lexicon = self.request.lexicon.as_deref();
        let rare = RARE.max(self.searcher.num_docs() / RARE_SHARE);
        if passages > rare || lexicon.is_some_and(|lexicon| lexicon.meanings(piece).next().is_some()) {
            return Ok(None);
        }
        let near = self.best(piece, 1, passages)?;
        // Two letters of a short word are half of it.
        if near.is_some() || length <= 5 || passages > 0 { Ok(near) } else { self.best(piece, 2, passages) }
    }

    /// How many passages a word is found in, in any of its forms, in the language that has more of them.
    fn passages(&self, text: &str) -> u64 {
        let english = analyzers::tokens(&mut analyzers::english_analyzer(), text);
        let english: u64 = english.iter().map(|token| self.held(self.fields.english, &token.text)).sum();
        let welsh = welsh_word(text, self.request.lexicon.as_deref());
        let welsh: u64 = welsh.iter().flatten().map(|term| self.held(self.fields.welsh, term)).sum();
        english.max(welsh)
    }

    /// The nearest word, of equals the commonest, then the first.
    fn best(&self, written: &str, changes: u8, passages: u64) -> tantivy::Result<Option<String>> {
        let field = self.fields.plain;
        let query = FuzzyTermQuery::new(Term::from_field_text(field, written), changes, true);
        let mut candidates: BTreeMap<String, u64> = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            let mut terms = inverted.terms().search(query.automaton()?).into_stream()?;
            for _ in 0..MOST_CANDIDATES {
                if !terms.advance() {
                    break;
                }
                if let Ok(term) = std::str::from_utf8(terms.key())
                    && term != written
                    && term.chars().all(char::is_alphabetic)
                {
                    *candidates.entry(term.to_owned()).or_default() += u64::from(terms.value().doc_freq);
                }
            }
        }
        let enough = if passages == 0 { 1 } else { COMMONER * passages };
        let mut meant: Vec<(usize, Reverse<u64>, String)> = candidates
            .into_iter()
            .filter(|(_, held)| *held >= enough)
            .map(|(term, held)| (distance(written, &term), Reverse(held), term))
            .collect();
        meant.sort_unstable();
        for (_, _, term) in meant.into_iter().take(MOST_ASKED_FOR) {
            if self.is_held(field, &term)? {
                return Ok(Some(term));
            }
        }
        Ok(None)
    }

    /// Whether a passage still has this word: those of a passage that was changed stay in a segment until it is rewritten.
    fn is_held(&self, field: Field, term: &str) -> tantivy::Result<bool> {
        let query = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::Basic);
        finds_anything(&query, self.searcher)
    }

    /// The value that may have been meant by one that no passage has.
    fn value(&self, filter: &Filter) -> Option<Suggestion> {
        let none: &[(String, String)] = &[];
        let (facet, written, named) = match filter {
            Filter::Kind(value) => (Facet::Kind, value, self.request.kind_names.as_slice()),
            Filter::Theme(value) => (Facet::Theme, value, self.request.theme_names.as_slice()),
            Filter::Question(value) => (Facet::Question, value, none),
            Filter::Area(value) => (Facet::Area, value, none),
            Filter::Channel(value) => (Facet::Channel, value, none),
            _ => return None,
        };
        let wanted = analyzers::value(written);
        if wanted.is_empty() || !self.known.like(facet, &wanted).is_empty() {
            return None;
        }
        let is_theme = facet == Facet::Theme;
        let far = |name: &str| distance(&wanted, &analyzers::value(name));
        // A type is asked for by its name; a theme by its code.
        let by_name = named.iter().map(|(name, code)| match is_theme {
            true => (far(name).min(far(code)), code.clone()),
            false => (far(name), name.clone()),
        });
        let by_value = self.known.names(facet).iter().map(|name| (far(name), name.clone()));
        let most = if wanted.chars().count() > 5 { 2 } else { 1 };
        let near = by_name.chain(by_value).filter(|(far, name)| *far <= most && !name.is_empty());
        let (_, instead) = near.min()?;
        let query = &self.request.query;
        let place = value_in(query, written)?;
        let is_quoted = query[..place.start].ends_with(|c: char| c != ':' && !c.is_alphanumeric());
        let has_space = instead.contains(char::is_whitespace);
        Some(Suggestion { place, instead: if has_space && !is_quoted { format!("\"{instead}\"") } else { instead } })
    }
}

/// Where the value of a field stands in the query: behind a colon, perhaps in quotation marks.
fn value_in(query: &str, written: &str) -> Option<Range<usize>> {
    let mut places = query.match_indices(written).map(|(at, _)| at..at + written.len());
    places.find(|place| {
        let before = query[..place.start].trim_end_matches(|c: char| c != ':' && !c.is_alphanumeric());
        before.ends_with(':')
    })
}

/// Letters to be changed, added, left out or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let same = one[i - 1] == other[j - 1];
            let mut least = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + usize::from(!same));
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(before_last.get(j - 2).map_or(usize::MAX, |far| far + 1));
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_neighbours_is_one_change() {
        assert_eq!(distance("gofla", "gofal"), 1);
        assert_eq!(distance("profitt", "profit"), 1);
        assert_eq!(distance("", "elw"), 3);
        assert_eq!(distance("tŷ 🙂", "ty 🙂"), 1);
    }

    #[test]
    fn what_was_meant_takes_the_place_of_what_was_written() {
        let suggestion = |place: Range<usize>, instead: &str| Suggestion { place, instead: instead.to_owned() };
        let query = "costt 🙂 type:\"local authorty\"";
        let place = value_in(query, "local authorty").unwrap();
        let suggestions = [suggestion(0..5, "cost"), suggestion(place, "Local authority")];
        assert_eq!(corrected(query, &suggestions).unwrap(), "cost 🙂 type:\"Local authority\"");
        assert_eq!(corrected(query, &[]), None);
        assert_eq!(value_in("authorty", "authorty"), None);
    }
}
