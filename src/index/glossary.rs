//! A glossary of two languages: a query in one finds answers in the other.
//!
//! A word or run of words of a query that is a term, in any of its forms, is looked for in the other language too: as a
//! phrase, in any form. The longest term counts: `foster carers` is one, not `carers` with something before it. What
//! stands in quotation marks crosses when all of it is a term; one word in quotation marks means that word alone.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::glossary_terms::TERMS;
use super::lexicon::Lexicon;
use super::notes::{Note, NoteKind};
use super::query::Ask;
use super::{analyzers, welsh_query, welsh_terms, words};
use crate::model::Locale;

/// Terms in two languages.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    pairs: BTreeSet<(String, String)>,
    entries: Vec<Entry>,
    /// Entries by the first English term of each.
    english: HashMap<String, Vec<usize>>,
    /// Entries by the first Welsh term of each.
    welsh: HashMap<String, Vec<usize>>,
}

impl PartialEq for Glossary {
    fn eq(&self, other: &Self) -> bool {
        self.pairs == other.pairs
    }
}

#[derive(Clone, Debug)]
struct Entry {
    en: String,
    cy: String,
    english: Vec<String>,
    welsh: Vec<String>,
}

/// What a term of the query is in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counterpart {
    /// The words of the query.
    pub(super) term: String,
    /// Those of the other language.
    pub(super) words: String,
    /// The other language.
    pub(super) locale: Locale,
}

impl Counterpart {
    /// What was looked for, as a note with the place of the term in the query.
    pub(super) fn note(&self, query: &str) -> Note {
        let term: Vec<&str> = words::words(&self.term).map(|word| word.text).collect();
        let asked: Vec<words::Word<'_>> = words::words(query).collect();
        let is_it = |run: &&[words::Word<'_>]| run.iter().map(|word| word.text).eq(term.iter().copied());
        let place =
            asked.windows(term.len().max(1)).find(is_it).and_then(|run| Some(run.first()?.start..run.last()?.end));
        Note::pair(NoteKind::Across, place.unwrap_or(0..query.len()), &self.term, &self.words)
    }
}

/// A change to a glossary, as a file of ours has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GlossaryChange {
    /// Adds a pair of terms: English, Welsh.
    Add(String, String),
    /// Takes a pair away, in singular and plural; where one of the terms is empty, every pair with the other.
    Remove(String, String),
}

impl Glossary {
    /// The program's own terms.
    pub fn own() -> &'static Glossary {
        static OWN: LazyLock<Glossary> = LazyLock::new(|| Glossary::with(&[]));
        &OWN
    }

    /// The program's own terms with changes, one after another. Terms that are the same in both languages have nothing
    /// to cross.
    pub fn with(changes: &[GlossaryChange]) -> Self {
        let own = TERMS.iter().map(|(en, cy)| ((*en).to_owned(), (*cy).to_owned()));
        let mut pairs: BTreeSet<(String, String)> = own.collect();
        for change in changes {
            match change {
                GlossaryChange::Add(en, cy) => {
                    pairs.insert((en.trim().to_owned(), cy.trim().to_owned()));
                }
                GlossaryChange::Remove(en, cy) => {
                    let (en, cy) =
                        (Some(en.trim()).filter(|en| !en.is_empty()), Some(cy.trim()).filter(|cy| !cy.is_empty()));
                    pairs.retain(|(one, other)| {
                        let fits = en.is_none_or(|en| english(en) == english(one))
                            && cy.is_none_or(|cy| is_found_by(&welsh(cy), other) && is_found_by(&welsh(other), cy));
                        (en, cy) == (None, None) || !fits
                    });
                }
            }
        }
        let mut glossary = Glossary { pairs, ..Glossary::default() };
        for (en, cy) in glossary.pairs.iter().filter(|(en, cy)| analyzers::value(en) != analyzers::value(cy)) {
            let (english, welsh) = (english(en), welsh(cy));
            let (Some(first), Some(cyntaf)) = (english.first(), welsh.first()) else { continue };
            let number = glossary.entries.len();
            glossary.english.entry(first.clone()).or_default().push(number);
            glossary.welsh.entry(cyntaf.clone()).or_default().push(number);
            glossary.entries.push(Entry { en: en.clone(), cy: cy.clone(), english, welsh });
        }
        glossary
    }

    /// How many pairs it has.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The query with what its terms are in the other language. Nothing crosses behind NOT: who leaves out a word has
    /// not asked to leave out more.
    pub(super) fn cross(&self, ask: &Ask, lexicon: Option<&Lexicon>) -> Ask {
        match ask {
            Ask::Word(_) => self.run(std::slice::from_ref(ask), lexicon).pop().unwrap_or_else(|| ask.clone()),
            Ask::Phrase { text, slop: 0 } => {
                let read: Vec<Word> = words::words(text).map(|word| Word::new(word.text, lexicon)).collect();
                match self.longest(&read) {
                    Some((length, counterparts)) if length == read.len() && length > 1 => {
                        let other = counterparts
                            .into_iter()
                            .map(|(words, locale)| Ask::Foreign(Counterpart { term: text.clone(), words, locale }));
                        Ask::Across { own: vec![ask.clone()], other: other.collect() }
                    }
                    _ => ask.clone(),
                }
            }
            Ask::Every(parts) => {
                let mut crossed = Vec::new();
                for run in parts.chunk_by(|one, next| matches!((one, next), (Ask::Word(_), Ask::Word(_)))) {
                    match run {
                        [Ask::Word(_), ..] => crossed.extend(self.run(run, lexicon)),
                        _ => crossed.extend(run.iter().map(|part| self.cross(part, lexicon))),
                    }
                }
                Ask::Every(crossed)
            }
            Ask::Any(parts) => Ask::Any(parts.iter().map(|part| self.cross(part, lexicon)).collect()),
            _ => ask.clone(),
        }
    }

    /// Words beside each other, with terms among them put together.
    fn run(&self, run: &[Ask], lexicon: Option<&Lexicon>) -> Vec<Ask> {
        let texts: Vec<&str> =
            run.iter().map(|ask| if let Ask::Word(text) = ask { text.as_str() } else { "" }).collect();
        let read: Vec<Word> = texts.iter().map(|text| Word::new(text, lexicon)).collect();
        let mut crossed = Vec::new();
        let mut at = 0;
        while at < run.len() {
            let Some((length, counterparts)) = self.longest(&read[at..]) else {
                crossed.push(run[at].clone());
                at += 1;
                continue;
            };
            let term = texts[at..at + length].join(" ");
            let other = counterparts
                .into_iter()
                .map(|(words, locale)| Ask::Foreign(Counterpart { term: term.clone(), words, locale }));
            crossed.push(Ask::Across { own: run[at..at + length].to_vec(), other: other.collect() });
            at += length;
        }
        crossed
    }

    /// The longest term that some words begin with: how many words it has, and what it is in the other language.
    fn longest(&self, words: &[Word]) -> Option<(usize, Vec<(String, Locale)>)> {
        let first = words.first()?;
        let mut found: Vec<(usize, &Entry, Locale)> = Vec::new();
        if let Some(term) = first.english.first() {
            for entry in self.english.get(term).into_iter().flatten().filter_map(|number| self.entries.get(*number)) {
                let fits = |at: usize, word: &Word| {
                    entry
                        .english
                        .get(at..)
                        .is_some_and(|rest| rest.starts_with(&word.english))
                        .then_some(word.english.len())
                };
                found.extend(length(words, entry.english.len(), fits).map(|n| (n, entry, Locale::Cy)));
            }
        }
        let numbers: BTreeSet<usize> = first
            .welsh
            .first()
            .into_iter()
            .flatten()
            .filter_map(|term| self.welsh.get(term))
            .flatten()
            .copied()
            .collect();
        for entry in numbers.into_iter().filter_map(|number| self.entries.get(number)) {
            if entry.welsh.len() == 1 && !first.is_plainly(&entry.cy) {
                continue;
            }
            let fits = |at: usize, word: &Word| {
                let rest = entry.welsh.get(at..at + word.welsh.len())?;
                rest.iter().zip(&word.welsh).all(|(term, terms)| terms.contains(term)).then_some(rest.len())
            };
            found.extend(length(words, entry.welsh.len(), fits).map(|n| (n, entry, Locale::En)));
        }
        let most = found.iter().map(|(length, ..)| *length).max()?;
        let longest =
            found.into_iter().filter(|(length, ..)| *length == most).map(|(_, entry, locale)| (entry, locale));
        Some((most, told_apart(longest.collect(), &words[..most])))
    }
}

/// What some terms are in the other language, each once: `awdurdod lleol` finds `awdurdodau lleol`. The term that is
/// written most like the query comes first.
fn told_apart(mut found: Vec<(&Entry, Locale)>, asked: &[Word]) -> Vec<(String, Locale)> {
    let asked: Vec<&str> = asked.iter().map(|word| word.folded.as_str()).collect();
    let asked = asked.join(" ");
    // Mutations change the beginning of a word, number changes its end.
    let alike = |(entry, locale): &(&Entry, Locale)| {
        let own = analyzers::value(if *locale == Locale::Cy { &entry.en } else { &entry.cy });
        let shared = own.chars().rev().zip(asked.chars().rev()).take_while(|(one, other)| one == other);
        std::cmp::Reverse(shared.count())
    };
    found.sort_by_key(alike);
    let mut kept: Vec<(&Entry, Locale)> = Vec::new();
    for (entry, locale) in found {
        let is_same = |(other, other_locale): &(&Entry, Locale)| {
            *other_locale == locale
                && match locale {
                    Locale::En => entry.english == other.english,
                    Locale::Cy => is_found_by(&entry.welsh, &other.cy) && is_found_by(&other.welsh, &entry.cy),
                }
        };
        if !kept.iter().any(is_same) {
            kept.push((entry, locale));
        }
    }
    let words = |(entry, locale): (&Entry, Locale)| {
        (if locale == Locale::Cy { entry.cy.clone() } else { entry.en.clone() }, locale)
    };
    kept.into_iter().map(words).collect()
}

/// Whether a search for some Welsh words finds these terms.
fn is_found_by(terms: &[String], words: &str) -> bool {
    let places = places(words, None);
    places.len() == terms.len() && places.iter().zip(terms).all(|(place, term)| place.contains(term))
}

/// How many words a term takes up, when it begins with the first of them and ends with one.
fn length(words: &[Word], terms: usize, fits: impl Fn(usize, &Word) -> Option<usize>) -> Option<usize> {
    let mut at = 0;
    for (number, word) in words.iter().enumerate() {
        at += fits(at, word).filter(|length| *length > 0)?;
        if at == terms {
            return Some(number + 1);
        }
    }
    None
}

/// A word of a query as each language reads it.
struct Word {
    folded: String,
    english: Vec<String>,
    /// Of each of its pieces, the terms that it looks for.
    welsh: Vec<BTreeSet<String>>,
}

impl Word {
    fn new(text: &str, lexicon: Option<&Lexicon>) -> Self {
        Word { folded: words::fold(text), english: english(text), welsh: places(text, lexicon) }
    }
}

impl Word {
    /// Whether it is a Welsh term of one word in its own form, mutated or not, or in the plural. Other forms of words by
    /// themselves are as often English: `prison` could be one of `pris` (price), `parent` one of `paru` (match).
    fn is_plainly(&self, term: &str) -> bool {
        const PLURALS: &[&str] = &["au", "ion", "oedd", "wyr", "ydd", "iaid"];
        let (word, term) = (analyzers::welsh_pieces(&self.folded), pieces(term));
        let ([word], [term]) = (word.as_slice(), term.as_slice()) else { return false };
        welsh_terms::mutations(term).contains(word)
            || welsh_terms::index_term(word).starts_with('=')
            || PLURALS.iter().any(|ending| word.ends_with(ending))
    }
}

/// The terms of English words.
fn english(text: &str) -> Vec<String> {
    let tokens = analyzers::tokens(&mut analyzers::english_analyzer(), text);
    tokens.into_iter().map(|token| token.text).collect()
}

/// The terms under which Welsh words are stored.
fn welsh(text: &str) -> Vec<String> {
    pieces(text).iter().map(|piece| welsh_terms::index_term(piece)).collect()
}

/// The pieces of Welsh words.
fn pieces(text: &str) -> Vec<String> {
    words::words(text).flat_map(|word| analyzers::welsh_pieces(&words::fold(word.text))).collect()
}

/// What may stand in each place of a Welsh phrase.
pub(super) fn places(text: &str, lexicon: Option<&Lexicon>) -> Vec<BTreeSet<String>> {
    pieces(text).iter().map(|piece| welsh_query::query_terms(piece, lexicon).into_iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::query;

    fn crossed(query: &str) -> Vec<(String, String)> {
        fn gather(ask: &Ask, found: &mut Vec<(String, String)>) {
            match ask {
                Ask::Foreign(it) => found.push((it.term.clone(), it.words.clone())),
                Ask::Across { other, .. } => other.iter().for_each(|part| gather(part, found)),
                Ask::Every(parts) | Ask::Any(parts) => parts.iter().for_each(|part| gather(part, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        gather(&Glossary::own().cross(&query::parse(query).0, None), &mut found);
        found
    }

    fn pair(term: &str, words: &str) -> (String, String) {
        (term.to_owned(), words.to_owned())
    }

    #[test]
    fn the_longest_term_crosses_in_any_form() {
        assert_eq!(crossed("Foster carers moving"), [pair("Foster carers", "gofalwyr maeth")]);
        assert_eq!(crossed("foster carer"), [pair("foster carer", "gofalwr maeth")]);
        let found = crossed("ofalwyr maeth");
        assert!(found.contains(&pair("ofalwyr maeth", "foster carers")), "{found:?}");
        assert!(crossed("not for profit").contains(&pair("not for profit", "nid-er-elw")));
        let (one, other) = (pair("dielw", "non-profit"), pair("dielw", "not-for-profit"));
        assert_eq!(crossed("dielw"), [one, other]);
        assert!(crossed("blant sy'n derbyn gofal").contains(&pair("blant sy'n derbyn gofal", "children looked after")));
    }

    #[test]
    fn a_phrase_crosses_whole_and_neither_an_exact_word_nor_what_is_left_out_does() {
        assert!(crossed("\"local authorities\"").contains(&pair("local authorities", "awdurdodau lleol")));
        assert_eq!(crossed("\"profit\""), []);
        assert_eq!(crossed("\"local authorities should\""), []);
        assert_eq!(crossed("-profit theme:T03 🙂 \"\""), []);
    }

    #[test]
    fn a_file_adds_to_the_terms_and_takes_from_them() {
        let changes = [
            GlossaryChange::Add("bed nights".to_owned(), "nosweithiau gwely".to_owned()),
            GlossaryChange::Remove("Profit".to_owned(), String::new()),
            GlossaryChange::Remove(String::new(), String::new()),
        ];
        let glossary = Glossary::with(&changes);
        let asked = |query: &str| glossary.cross(&query::parse(query).0, None);
        assert!(matches!(asked("bed nights"), Ask::Every(parts) if matches!(parts[0], Ask::Across { .. })));
        assert_eq!(asked("profits"), Ask::Word("profits".to_owned()), "its plural goes with it");
        assert!(matches!(asked("private profit"), Ask::Every(parts) if matches!(parts[0], Ask::Across { .. })));
        assert!(glossary.len() > 200, "an empty row removes nothing");
    }

    #[test]
    fn an_english_word_that_could_be_welsh_is_not_taken_for_it() {
        assert_eq!(crossed("prison"), []);
        assert_eq!(crossed("printed 🙂"), []);
        assert_eq!(crossed("parent"), [pair("parent", "rhiant")]);
        assert_eq!(crossed("brisiau"), [pair("brisiau", "prices")]);
        assert_eq!(crossed("phlant"), [pair("phlant", "children")]);
    }

    #[test]
    fn every_own_term_has_words_in_both_languages() {
        for (en, cy) in TERMS {
            assert!(!pieces(cy).is_empty() && !en.trim().is_empty(), "{en} {cy}");
        }
    }
}
