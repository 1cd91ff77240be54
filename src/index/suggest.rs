//! "Did you mean": words of a query that nothing matches, or next to nothing, beside the corpus's own words.
//!
//! Candidates come from the index's list of words as they stand, by an automaton that accepts what differs in one or
//! two letters (Schulz and Mihov 2002), so accents do not count and mutated words are found as they were written. The
//! nearest counts, of these the commonest. What it costs is bounded: a few words of a query, some thousand candidates.

use std::collections::BTreeMap;
use std::ops::Range;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::compile::{is_stop_word, welsh_word};
use super::lexicon::Lexicon;
use super::notes::{Note, NoteKind};
use super::query::{Ask, Filter};
use super::schema::Fields;
use super::{analyzers, english, words};

/// Suggestions for one query, at most.
const MOST: usize = 3;
/// Words of a query that are looked at, at most.
const MOST_LOOKED_AT: usize = 30;
/// Candidates of one word in one segment, at most.
const MOST_CANDIDATES: usize = 4_000;
/// A word in so many passages is rare enough to be doubted.
const RARE: u64 = 2;
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

/// What is known of values that are asked for by name.
pub(super) struct Names<'n> {
    /// Names of types of respondent.
    pub(super) kinds: &'n [(String, String)],
    /// Labels of themes with their codes.
    pub(super) themes: &'n [(String, String)],
}

/// What may have been meant, in the order of the query.
pub(super) fn suggest(
    query: &str,
    ask: &Ask,
    searcher: &Searcher,
    fields: Fields,
    lexicon: Option<&Lexicon>,
    names: &Names<'_>,
) -> Vec<Suggestion> {
    let mut leaves = Vec::new();
    gather(ask, &mut leaves);
    let looker = Looker { searcher, fields, lexicon };
    let mut found: Vec<Suggestion> = Vec::new();
    for leaf in leaves.into_iter().take(MOST_LOOKED_AT) {
        let suggestion = match leaf {
            Leaf::Word(text) => {
                let place = word_in(query, text, &found);
                place.and_then(|place| Some(Suggestion { place, instead: looker.word(text)? }))
            }
            Leaf::Value(filter) => looker.value(query, filter, names),
        };
        found.extend(suggestion);
        if found.len() == MOST {
            break;
        }
    }
    found.sort_by_key(|suggestion| suggestion.place.start);
    found
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

struct Looker<'s> {
    searcher: &'s Searcher,
    fields: Fields,
    lexicon: Option<&'s Lexicon>,
}

impl Looker<'_> {
    fn held(&self, field: Field, term: &str) -> u64 {
        self.searcher.doc_freq(&Term::from_field_text(field, term)).unwrap_or(0)
    }

    /// The corpus's own word that may have been meant by one that it hardly has.
    fn word(&self, text: &str) -> Option<String> {
        let folded = words::fold(text);
        let pieces = english::pieces(&folded);
        let [piece] = pieces.as_slice() else { return None };
        let length = piece.chars().count();
        if length < 4 || !piece.chars().all(char::is_alphabetic) || is_stop_word(text) {
            return None;
        }
        let passages = self.passages(text);
        if passages > RARE || self.lexicon.is_some_and(|lexicon| lexicon.meanings(piece).next().is_some()) {
            return None;
        }
        let near = self.best(self.fields.plain, piece, 1, passages);
        // Two letters of a short word are half of it.
        near.or_else(
            || if length > 5 && passages == 0 { self.best(self.fields.plain, piece, 2, passages) } else { None },
        )
    }

    /// How many passages a word is found in, in any of its forms, in the language that has more of them.
    fn passages(&self, text: &str) -> u64 {
        let english = analyzers::tokens(&mut analyzers::english_analyzer(), text);
        let english: u64 = english.iter().map(|token| self.held(self.fields.english, &token.text)).sum();
        let welsh = welsh_word(text, self.lexicon);
        let welsh: u64 = welsh.iter().flatten().map(|term| self.held(self.fields.welsh, term)).sum();
        english.max(welsh)
    }

    /// The nearest term of a field, of equals the commonest, then the first.
    fn best(&self, field: Field, written: &str, changes: u8, passages: u64) -> Option<String> {
        let query = FuzzyTermQuery::new(Term::from_field_text(field, written), changes, true);
        let mut candidates: BTreeMap<String, u64> = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            let Ok(inverted) = segment.inverted_index(field) else { continue };
            let Ok(automaton) = query.automaton() else { continue };
            let Ok(mut terms) = inverted.terms().search(automaton).into_stream() else { continue };
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
        let meant = candidates.into_iter().filter(|(_, held)| *held >= enough);
        meant
            .min_by_key(|(term, held)| (distance(written, term), std::cmp::Reverse(*held), term.clone()))
            .map(|(term, _)| term)
    }

    /// The value that may have been meant by one that no passage has.
    fn value(&self, query: &str, filter: &Filter, names: &Names<'_>) -> Option<Suggestion> {
        let none: &[(String, String)] = &[];
        let (field, written, named) = match filter {
            Filter::Kind(value) => (self.fields.kind, value, names.kinds),
            Filter::Theme(value) => (self.fields.theme, value, names.themes),
            Filter::Question(value) => (self.fields.question, value, none),
            Filter::Area(value) => (self.fields.area, value, none),
            Filter::Channel(value) => (self.fields.channel, value, none),
            _ => return None,
        };
        let wanted = analyzers::value(written);
        if wanted.is_empty() || self.held(field, &wanted) > 0 {
            return None;
        }
        let is_theme = matches!(filter, Filter::Theme(_));
        let most = if wanted.chars().count() > 5 { 2 } else { 1 };
        let by_name = named.iter().filter_map(|(name, code)| {
            let mut far = distance(&wanted, &analyzers::value(name));
            if is_theme {
                far = far.min(distance(&wanted, &analyzers::value(code)));
            }
            // A type is asked for by its name; a theme by its code.
            (far <= most).then(|| (far, if is_theme { code.clone() } else { name.clone() }))
        });
        let instead = by_name.min().map(|(_, instead)| instead);
        let instead = instead.or_else(|| self.value_near(field, &wanted, most))?;
        let place = value_in(query, written)?;
        let is_quoted = query[..place.start].ends_with(|c: char| c != ':' && !c.is_alphanumeric());
        let instead =
            if instead.contains(char::is_whitespace) && !is_quoted { format!("\"{instead}\"") } else { instead };
        Some(Suggestion { place, instead })
    }

    fn value_near(&self, field: Field, wanted: &str, most: usize) -> Option<String> {
        let query = FuzzyTermQuery::new(Term::from_field_text(field, wanted), most as u8, true);
        let mut nearest: Option<(usize, String)> = None;
        for segment in self.searcher.segment_readers() {
            let Ok(inverted) = segment.inverted_index(field) else { continue };
            let Ok(automaton) = query.automaton() else { continue };
            let Ok(mut terms) = inverted.terms().search(automaton).into_stream() else { continue };
            for _ in 0..MOST_CANDIDATES {
                if !terms.advance() {
                    break;
                }
                let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
                let candidate = (distance(wanted, term), term.to_owned());
                if nearest.as_ref().is_none_or(|nearest| candidate < *nearest) {
                    nearest = Some(candidate);
                }
            }
        }
        nearest.map(|(_, term)| term)
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
