//! From a query as it was understood to the queries of the index, and to what is marked in the texts found.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, FuzzyTermQuery, Occur,
    PhraseQuery, Query, RangeQuery, RegexPhraseQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Searcher, Term};

use super::chosen::Chosen;
use super::columns::{Facet, Known, response_number};
use super::glossary::{self, Counterpart};
use super::lexicon::Lexicon;
use super::query::{Ask, Filter};
use super::remembered::{Remembered, Vocabulary};
use super::schema::{Fields, NO_CAMPAIGN, campaign_number};
use super::{analyzers, english, welsh_query, welsh_terms, words};
use crate::model::Locale;

/// What a match in the other language counts for, beside one in the language of the query: so little that what was asked
/// for in its own words comes first, even where a term of three words stands for one (`chwiorydd`: brothers and sisters).
const ACROSS: f32 = 0.1;

/// Phrases that are looked for one by one, at most, where its words have several forms.
const MOST_WAYS: usize = 12;

/// Words to be marked: each place of a phrase with the terms that may stand there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    /// English terms.
    pub(super) english: Vec<BTreeSet<String>>,
    /// Welsh terms.
    pub(super) welsh: Vec<BTreeSet<String>>,
    /// Words as they stand.
    pub(super) plain: Option<Plain>,
    /// Words that may lie between them.
    pub(super) slop: usize,
}

/// How a word as it stands is compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Plain {
    /// The same.
    Same(String),
    /// Begins with one of these.
    Begins(Vec<String>),
    /// Within so many changes of a letter.
    Like(String, u8),
}

/// A query of the index, whether it scores, and what it marks.
pub(super) struct Compiled {
    pub(super) query: Box<dyn Query>,
    pub(super) scores: bool,
    pub(super) wanted: Vec<Wanted>,
    /// Terms of the other language that it asks for and some text holds.
    pub(super) across: Vec<Counterpart>,
}

/// Turns a query into one of the index. Terms that no text holds are left out, so it is valid for this searcher only.
pub(super) fn compile(
    ask: &Ask,
    filters: &[Filter],
    searcher: &Searcher,
    known: &Arc<Known>,
    remembered: &Remembered,
    fields: Fields,
    lexicon: Option<&Lexicon>,
) -> Compiled {
    let (english, welsh) = (analyzers::english_analyzer(), remembered.welsh(searcher, fields.welsh));
    let mut compiler = Compiler {
        searcher,
        known,
        welsh,
        fields,
        lexicon,
        english,
        wanted: Vec::new(),
        scores: false,
        across: Vec::new(),
    };
    let asked = compiler.ask(ask, true);
    let query = if filters.is_empty() {
        asked
    } else {
        let mut clauses = vec![(Occur::Must, asked)];
        clauses.extend(filters.iter().map(|filter| (Occur::Must, compiler.filter(filter))));
        Box::new(BooleanQuery::new(clauses))
    };
    Compiled { query, scores: compiler.scores, wanted: compiler.wanted, across: compiler.across }
}

/// The same query with any of its words instead of all; `None` when that would be the same.
pub(super) fn relaxed(ask: &Ask) -> Option<Ask> {
    let Ask::Every(parts) = ask else { return None };
    let parts = parts.iter().flat_map(|part| match part {
        Ask::Across { own, other } => [own.as_slice(), other].concat(),
        _ => vec![part.clone()],
    });
    let (words, rest): (Vec<Ask>, Vec<Ask>) = parts.partition(|part| {
        matches!(
            part,
            Ask::Word(_) | Ask::Prefix(_) | Ask::Like(..) | Ask::Phrase { .. } | Ask::Any(_) | Ask::Foreign(_)
        )
    });
    if words.len() < 2 {
        return None;
    }
    let mut all = vec![Ask::Any(words)];
    all.extend(rest);
    Some(Ask::Every(all))
}

struct Compiler<'s> {
    searcher: &'s Searcher,
    known: &'s Arc<Known>,
    welsh: Option<&'s Vocabulary>,
    fields: Fields,
    lexicon: Option<&'s Lexicon>,
    english: TextAnalyzer,
    wanted: Vec<Wanted>,
    scores: bool,
    across: Vec<Counterpart>,
}

impl Compiler<'_> {
    fn ask(&mut self, ask: &Ask, shown: bool) -> Box<dyn Query> {
        match ask {
            Ask::All => Box::new(AllQuery),
            Ask::Word(text) => {
                self.scores = true;
                self.word(text, shown)
            }
            Ask::Prefix(text) => self.prefix(text, shown),
            Ask::Like(text, changes) => self.like(text, *changes, shown),
            Ask::Phrase { text, slop } => {
                self.scores = true;
                self.phrase(text, *slop, shown)
            }
            Ask::Is(filter) => self.filter(filter),
            Ask::Every(parts) => self.every(parts, shown),
            Ask::Any(parts) => {
                Box::new(BooleanQuery::new(parts.iter().map(|part| (Occur::Should, self.ask(part, shown))).collect()))
            }
            Ask::Not(part) => {
                let part = self.without(part);
                Box::new(BooleanQuery::new(vec![(Occur::Must, Box::new(AllQuery)), part]))
            }
            Ask::Across { own, other } => {
                let mut ways = vec![match own.as_slice() {
                    [one] => self.ask(one, shown),
                    several => self.every(several, shown),
                }];
                ways.extend(other.iter().map(|part| self.ask(part, shown)));
                any_of(ways)
            }
            Ask::Foreign(it) => {
                self.scores = true;
                self.foreign(it, shown)
            }
        }
    }

    /// Words that only hold a sentence together need not match beside others that say something.
    fn every(&mut self, parts: &[Ask], shown: bool) -> Box<dyn Query> {
        let says_something = |part: &Ask| match part {
            Ask::Word(text) => !is_stop_word(text),
            Ask::Prefix(_) | Ask::Like(..) | Ask::Phrase { .. } | Ask::Any(_) => true,
            Ask::Across { .. } | Ask::Foreign(_) => true,
            Ask::All | Ask::Is(_) | Ask::Every(_) | Ask::Not(_) => false,
        };
        let enough = parts.iter().any(says_something);
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for part in parts {
            match part {
                Ask::Word(text) if enough && is_stop_word(text) => {}
                Ask::Not(part) => clauses.push(self.without(part)),
                _ => clauses.push((Occur::Must, self.ask(part, shown))),
            }
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    /// A part that must not match. Tantivy 0.27 asks an excluded phrase for passages before the one that it stands at,
    /// which the phrase does not allow; a union allows it, so the phrase is put into one, with itself.
    fn without(&mut self, part: &Ask) -> (Occur, Box<dyn Query>) {
        let query = self.ask(part, false);
        let calm: Box<dyn Query> = if part.has_phrase() {
            Box::new(BooleanQuery::new(vec![(Occur::Should, query.box_clone()), (Occur::Should, query)]))
        } else {
            query
        };
        (Occur::MustNot, calm)
    }

    /// A word in either language, in all its forms.
    fn word(&mut self, text: &str, shown: bool) -> Box<dyn Query> {
        let english = self.english_terms(text);
        let welsh = welsh_word(text, self.lexicon);
        let mut ways = self.sequence(self.fields.english, &english, 0);
        ways.extend(self.sequence(self.fields.welsh, &welsh, 0));
        let query = any_of(ways);
        self.want(Wanted { english, welsh, plain: None, slop: 0 }, shown);
        query
    }

    /// Words in a row. One word in quotation marks is asked for as it stands.
    fn phrase(&mut self, text: &str, slop: u32, shown: bool) -> Box<dyn Query> {
        let folded: Vec<String> = words::words(text).map(|word| words::fold(word.text)).collect();
        if let [word] = folded.as_slice()
            && let [same] = english::pieces(word).as_slice()
        {
            self.want(Wanted { plain: Some(Plain::Same(same.to_string())), ..Wanted::default() }, shown);
            return any_of(self.one_of(self.fields.plain, [same.as_ref()]));
        }
        let english = self.english_terms(text);
        let welsh: Vec<BTreeSet<String>> = folded
            .iter()
            .flat_map(|word| analyzers::welsh_pieces(word))
            .map(|piece| welsh_query::query_terms(&piece, self.lexicon).into_iter().collect())
            .collect();
        let mut ways = self.sequence(self.fields.english, &english, slop);
        ways.extend(self.sequence(self.fields.welsh, &welsh, slop));
        let query = any_of(ways);
        self.want(Wanted { english, welsh, plain: None, slop: slop as usize }, shown);
        query
    }

    /// A term of the other language, in any form. It counts for less than the words that were asked for.
    fn foreign(&mut self, it: &Counterpart, shown: bool) -> Box<dyn Query> {
        let (english, welsh) = match it.locale {
            Locale::En => (self.english_terms(&it.words), Vec::new()),
            Locale::Cy => (Vec::new(), glossary::places(&it.words, self.lexicon)),
        };
        let found = match it.locale {
            Locale::En => self.sequence(self.fields.english, &english, 0),
            Locale::Cy => self.sequence(self.fields.welsh, &welsh, 0),
        };
        if found.is_empty() {
            return Box::new(EmptyQuery);
        }
        if shown && !self.across.contains(it) {
            self.across.push(it.clone());
        }
        self.want(Wanted { english, welsh, plain: None, slop: 0 }, shown);
        Box::new(BoostQuery::new(any_of(found), ACROSS))
    }

    fn prefix(&mut self, text: &str, shown: bool) -> Box<dyn Query> {
        let folded = words::fold(text);
        let pieces = english::pieces(&folded);
        let Some((last, before)) = pieces.split_last() else { return Box::new(EmptyQuery) };
        let begins: Vec<String> = welsh_terms::mutations(last);
        let likely = begins.iter().map(|begin| {
            let term = Term::from_field_text(self.fields.plain, begin);
            Box::new(FuzzyTermQuery::new_prefix(term, 0, false)) as Box<dyn Query>
        });
        let query = any_of(likely.collect());
        // `not-for-prof*`: the words before the last one must be there too.
        let mut clauses = vec![(Occur::Must, query)];
        for piece in before {
            clauses.push((Occur::Must, any_of(self.one_of(self.fields.plain, [piece.as_ref()]))));
        }
        self.want(Wanted { plain: Some(Plain::Begins(begins)), ..Wanted::default() }, shown);
        Box::new(BooleanQuery::new(clauses))
    }

    fn like(&mut self, text: &str, changes: u8, shown: bool) -> Box<dyn Query> {
        let folded = words::fold(text);
        let pieces = english::pieces(&folded);
        let [piece] = pieces.as_slice() else { return self.word(text, shown) };
        let term = Term::from_field_text(self.fields.plain, piece);
        self.want(Wanted { plain: Some(Plain::Like(piece.to_string(), changes)), ..Wanted::default() }, shown);
        Box::new(FuzzyTermQuery::new(term, changes, true))
    }

    fn english_terms(&mut self, text: &str) -> Vec<BTreeSet<String>> {
        analyzers::tokens(&mut self.english, text).into_iter().map(|token| BTreeSet::from([token.text])).collect()
    }

    fn want(&mut self, wanted: Wanted, shown: bool) {
        if shown {
            self.wanted.push(wanted);
        }
    }

    /// Terms one after another, each of several: the ways to find them, of which the best one scores.
    fn sequence(&self, field: Field, places: &[BTreeSet<String>], slop: u32) -> Vec<Box<dyn Query>> {
        if let [one] = places {
            return self.one_of(field, one.iter().map(String::as_str));
        }
        let known: Vec<Vec<Term>> =
            places.iter().map(|terms| self.known(field, terms.iter().map(String::as_str))).collect();
        if known.is_empty() || known.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        // A few phrases one by one are found faster than one whose words have forms.
        let ways: usize = known.iter().map(Vec::len).product();
        if ways <= MOST_WAYS {
            let phrase = |way: usize| -> Box<dyn Query> {
                let mut rest = way;
                let terms = known.iter().enumerate().map(|(place, terms)| {
                    let term = terms[rest % terms.len()].clone();
                    rest /= terms.len();
                    (place, term)
                });
                Box::new(PhraseQuery::new_with_offset_and_slop(terms.collect(), slop))
            };
            return (0..ways).map(phrase).collect();
        }
        let alternatives = known.iter().enumerate().map(|(place, terms)| {
            let terms: Vec<String> = terms.iter().filter_map(|term| term.value().as_str().map(regex::escape)).collect();
            (place, format!("({})", terms.join("|")))
        });
        vec![Box::new(RegexPhraseQuery::new_with_offset_and_slop(field, alternatives.collect(), slop))]
    }

    /// Any of some terms.
    fn one_of<'t>(&self, field: Field, terms: impl IntoIterator<Item = &'t str>) -> Vec<Box<dyn Query>> {
        let option = if field == self.fields.plain { IndexRecordOption::Basic } else { IndexRecordOption::WithFreqs };
        let known = self.known(field, terms);
        known.into_iter().map(|term| Box::new(TermQuery::new(term, option)) as Box<dyn Query>).collect()
    }

    /// Those of some terms that a text holds. A damaged index shows itself when it is searched.
    fn known<'t>(&self, field: Field, terms: impl IntoIterator<Item = &'t str>) -> Vec<Term> {
        let terms = terms.into_iter();
        if let Some(welsh) = self.welsh.filter(|_| field == self.fields.welsh) {
            return terms.filter(|term| welsh.contains(*term)).map(|term| Term::from_field_text(field, term)).collect();
        }
        let terms = terms.map(|term| Term::from_field_text(field, term));
        terms.filter(|term| self.searcher.doc_freq(term).is_ok_and(|n| n > 0)).collect()
    }

    /// A property, which does not score.
    fn filter(&self, filter: &Filter) -> Box<dyn Query> {
        let fields = &self.fields;
        let value = |facet: Facet, value: &str| -> Box<dyn Query> { Box::new(Chosen::new(self.known, facet, value)) };
        let yes = |facet: Facet, yes: bool| value(facet, if yes { "1" } else { "0" });
        let query: Box<dyn Query> = match filter {
            Filter::Question(question) => value(Facet::Question, question),
            Filter::Theme(theme) => value(Facet::Theme, theme),
            Filter::Stance(stance) => value(Facet::Stance, stance),
            Filter::Kind(kind) => value(Facet::Kind, kind),
            Filter::Language(language) => value(Facet::Language, language),
            Filter::Channel(channel) => value(Facet::Channel, channel),
            Filter::Area(area) => value(Facet::Area, area),
            Filter::Response(response) => having(fields.response, response_number(response)),
            Filter::Organisation(name) => {
                let parts = words::words(name).flat_map(|word| {
                    let folded = words::fold(word.text);
                    english::pieces(&folded).into_iter().map(|piece| piece.into_owned()).collect::<Vec<_>>()
                });
                let clauses = parts.map(|part| {
                    let term = Term::from_field_text(fields.organisation, &part);
                    (Occur::Must, Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Box<dyn Query>)
                });
                Box::new(BooleanQuery::new(clauses.collect()))
            }
            Filter::Campaign(campaign) => having(fields.campaign, campaign_number(*campaign)),
            Filter::InCampaign(true) => Box::new(RangeQuery::new(
                Bound::Excluded(Term::from_field_u64(fields.campaign, NO_CAMPAIGN)),
                Bound::Unbounded,
            )),
            Filter::InCampaign(false) => having(fields.campaign, NO_CAMPAIGN),
            Filter::Quotable(may) => yes(Facet::Quotable, *may),
            Filter::Publish(may) => yes(Facet::Publish, *may),
            Filter::Event(is) => yes(Facet::Event, *is),
            Filter::From(day) => Box::new(RangeQuery::new(
                Bound::Included(Term::from_field_u64(fields.received, *day)),
                Bound::Unbounded,
            )),
            Filter::To(day) => Box::new(RangeQuery::new(
                Bound::Unbounded,
                Bound::Included(Term::from_field_u64(fields.received, *day)),
            )),
        };
        Box::new(ConstScoreQuery::new(query, 0.0))
    }
}

/// The passages with a number in a field.
pub(super) fn having(field: Field, number: u64) -> Box<dyn Query> {
    let term = Term::from_field_u64(field, number);
    Box::new(RangeQuery::new(Bound::Included(term.clone()), Bound::Included(term)))
}

/// A Welsh word: without what hangs on it (`plant'r`), unless nothing else is left.
pub(super) fn welsh_word(text: &str, lexicon: Option<&Lexicon>) -> Vec<BTreeSet<String>> {
    let pieces = analyzers::welsh_pieces(&words::fold(text));
    let hangs_on = |piece: &str| piece.chars().count() == 1 || matches!(piece, "yn" | "ll" | "re" | "ve" | "th" | "ch");
    let heavy: Vec<&String> = pieces.iter().filter(|piece| !hangs_on(piece)).collect();
    let chosen = if heavy.is_empty() || !text.contains(words::is_apostrophe) { pieces.iter().collect() } else { heavy };
    chosen.into_iter().map(|piece| welsh_query::query_terms(piece, lexicon).into_iter().collect()).collect()
}

/// One of several ways to say the same: the best one scores.
fn any_of(mut ways: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match ways.len() {
        0 => Box::new(EmptyQuery),
        1 => ways.swap_remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(ways)),
    }
}

/// Words that hold a sentence together in English or Welsh and mean nothing to a search in either.
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or", "that",
    "the", "their", "this", "to", "was", "were", "with", "ac", "am", "ar", "at", "ei", "eu", "fy", "gan", "i", "mae",
    "na", "neu", "nid", "o", "oedd", "sy", "sydd", "y", "yn", "yr",
];

pub(super) fn is_stop_word(text: &str) -> bool {
    let folded = words::fold(text);
    folded.split('\'').all(|part| matches!(part, "" | "r" | "n" | "u" | "w" | "s") || STOP_WORDS.contains(&part))
}
