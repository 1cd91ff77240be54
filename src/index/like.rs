//! More like this: answers that share the telling words of one, or of all that have a theme.
//!
//! Words of one answer weigh by how often it has them and how few others do (tf·idf; Robertson & Spärck Jones, 1976).
//! Words of a theme weigh by their log odds, in answers with the theme against the others (with a prior: Monroe, Colaresi &
//! Quinn, 2008, "Fightin' Words"), times the root of how many standard errors these lie above chance. On answers that people
//! coded this brought back more of the codes that had been hidden than log odds, standard errors or BM25's own weights did.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Searcher, Term};

use super::collect::Gather;
use super::columns::{Facet, Known, response_number};
use super::compile::{Compiled, Wanted, having, is_stop_word};
use super::order::Ranking;
use super::pages::{Failed, read};
use super::schema::{Fields, analyses, campaign_number};
use super::search::Request;
use super::{Passage, analyzers, words};

/// Words of one answer that others are looked for by.
const MOST_WORDS: usize = 25;
/// Words of a theme that others are looked for by, for each language.
const MOST_OF_THEME: usize = 60;
/// Answers with a theme, and as many others, that its words are learnt from.
const MOST_LEARNT: usize = 4_000;
/// Passages of one response that are read.
const MOST_PASSAGES: usize = 1_000;
/// How much surer than chance a word of a theme must be, in standard errors (one-sided 1 in 40).
const SURE: f64 = 1.96;
/// Of the telling words of an answer others must have one in so many, and two at least; of a theme's, any.
const SHARED: usize = 5;
const FEWEST_SHARED: usize = 2;

/// What answers should be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Like {
    /// One answer, or all answers of one response.
    Answer {
        /// Reference of the response: `R-00042`.
        response: String,
        /// Its question.
        question: Option<String>,
    },
    /// Those that have this theme or one below it; what is found has neither.
    Theme(String),
}

/// A word that answers are alike by.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Telling {
    /// The word as it stands most often.
    pub word: String,
    /// What it weighs: idf times what its repetition adds; or log odds, the more the surer they are.
    pub weight: f32,
}

/// A term that was chosen.
struct Chosen {
    field: Field,
    is_welsh: bool,
    term: String,
    word: String,
    /// What it is worth beside the others.
    weight: f64,
    /// What the index multiplies its own score by, which knows what the word is worth in this index already.
    boost: f64,
}

fn both(one: Box<dyn Query>, other: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(vec![(Occur::Must, one), (Occur::Must, other)]))
}

/// The query for what is alike, and the words that it looks for.
pub(super) fn compile(
    searcher: &Searcher,
    known: &Arc<Known>,
    fields: Fields,
    like: &Like,
    request: &Request,
) -> tantivy::Result<(Compiled, Vec<Telling>)> {
    let mut learner = Learner::new(searcher, known, fields);
    let (chosen, fewest, without): (_, fn(usize) -> usize, _) = match like {
        Like::Answer { response, question } => {
            let whole = having(fields.response, response_number(response));
            let asked = match question {
                Some(question) => both(whole.box_clone(), learner.value(Facet::Question, question)),
                None => whole.box_clone(),
            };
            let passages = learner.passages(asked, MOST_PASSAGES, false)?;
            let mut without = vec![whole];
            if !request.all_copies {
                let campaigns: BTreeSet<u32> = passages.iter().filter_map(|passage| passage.campaign).collect();
                without.extend(campaigns.into_iter().map(|campaign| learner.campaign(campaign)));
            }
            (learner.of_answer(&passages)?, |words| words.div_ceil(SHARED).max(FEWEST_SHARED), without)
        }
        Like::Theme(theme) => {
            let with = learner.value(Facet::Theme, theme);
            (learner.of_theme(with.box_clone())?, |_| 1, vec![with])
        }
    };
    Ok((alike(&chosen, fewest, without), telling(&chosen)))
}

/// A query for what is alike, narrowed by one that says where to look: its words are marked too, but do not score.
pub(super) fn within(alike: Compiled, narrowed: Compiled) -> Compiled {
    let narrow = Box::new(ConstScoreQuery::new(narrowed.query, 0.0));
    let query = Box::new(BooleanQuery::new(vec![(Occur::Must, alike.query), (Occur::Must, narrow)]));
    let wanted = alike.wanted.into_iter().chain(narrowed.wanted).collect();
    Compiled { query, scores: true, wanted, across: narrowed.across }
}

fn alike(chosen: &[Chosen], fewest: impl Fn(usize) -> usize, without: Vec<Box<dyn Query>>) -> Compiled {
    // Each language by itself: an answer is in one of them, and has to share several words of that.
    let of_language = |is_welsh: bool| -> Option<(Occur, Box<dyn Query>)> {
        let clauses: Vec<(Occur, Box<dyn Query>)> = chosen
            .iter()
            .filter(|one| one.is_welsh == is_welsh)
            .map(|one| {
                let term = Term::from_field_text(one.field, &one.term);
                let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
                (Occur::Should, Box::new(BoostQuery::new(query, one.boost as f32)) as Box<dyn Query>)
            })
            .collect();
        let fewest = fewest(clauses.len()).min(clauses.len());
        let query = || BooleanQuery::with_minimum_required_clauses(clauses, fewest);
        (fewest > 0).then(|| (Occur::Should, Box::new(query()) as Box<dyn Query>))
    };
    let either: Vec<_> = [of_language(false), of_language(true)].into_iter().flatten().collect();
    let asked: Box<dyn Query> =
        if either.is_empty() { Box::new(EmptyQuery) } else { Box::new(BooleanQuery::new(either)) };
    let mut clauses = vec![(Occur::Must, asked)];
    clauses.extend(without.into_iter().map(|query| (Occur::MustNot, query)));
    let wanted = chosen.iter().map(|one| {
        let terms = vec![BTreeSet::from([one.term.clone()])];
        if one.is_welsh {
            Wanted { welsh: terms, ..Wanted::default() }
        } else {
            Wanted { english: terms, ..Wanted::default() }
        }
    });
    let query = Box::new(BooleanQuery::new(clauses));
    Compiled { query, scores: true, wanted: wanted.collect(), across: Vec::new() }
}

fn telling(chosen: &[Chosen]) -> Vec<Telling> {
    let mut words: Vec<&Chosen> = chosen.iter().collect();
    words.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| one.word.cmp(&other.word)));
    words
        .iter()
        .map(|one| Telling { word: one.word.clone(), weight: (one.weight * 100.0).round() as f32 / 100.0 })
        .collect()
}

/// Terms of some texts: how many texts have each, how often, and the words that they came from.
#[derive(Default)]
struct Terms {
    texts: u64,
    by_term: BTreeMap<String, Seen>,
}

#[derive(Default)]
struct Seen {
    texts: u64,
    times: u64,
    words: BTreeMap<String, u64>,
}

impl Seen {
    /// The commonest of the words, the first of equals.
    fn word(&self) -> String {
        let most = self.words.iter().max_by(|one, other| one.1.cmp(other.1).then_with(|| other.0.cmp(one.0)));
        most.map(|(word, _)| word.clone()).unwrap_or_default()
    }
}

struct Learner<'s> {
    searcher: &'s Searcher,
    known: &'s Arc<Known>,
    fields: Fields,
    english: TextAnalyzer,
    welsh: TextAnalyzer,
}

impl<'s> Learner<'s> {
    fn new(searcher: &'s Searcher, known: &'s Arc<Known>, fields: Fields) -> Self {
        let (english, welsh) = (analyzers::english_analyzer(), analyzers::welsh_analyzer());
        Learner { searcher, known, fields, english, welsh }
    }

    fn value(&self, facet: Facet, value: &str) -> Box<dyn Query> {
        Box::new(super::chosen::Chosen::new(self.known, facet, value))
    }

    fn campaign(&self, campaign: u32) -> Box<dyn Query> {
        having(self.fields.campaign, campaign_number(campaign.into()))
    }

    /// Passages that a query finds, each campaign once; of more than `most` those of the lowest keys, or some of all when
    /// they are `mixed`, the same ones every time.
    fn passages(&self, query: Box<dyn Query>, most: usize, mixed: bool) -> tantivy::Result<Vec<Passage>> {
        let ranking = Ranking { keep: most, folded: mixed, mixed, ..Ranking::default() };
        let gathered =
            self.searcher.search(&*query, &Gather { ranking, counted: false, known: Arc::clone(self.known) })?;
        let mut passages = Vec::with_capacity(gathered.best.len());
        for ranked in gathered.best {
            // A record that cannot be read shows itself where its passage is found.
            match read(self.searcher, self.fields, ranked.address) {
                Ok(passage) => passages.push(passage),
                Err(Failed::Tantivy(error)) => return Err(error),
                Err(Failed::Record) => {}
            }
        }
        Ok(passages)
    }

    /// Terms of passages, English and Welsh.
    fn terms(&mut self, passages: &[Passage]) -> [Terms; 2] {
        let mut both = [Terms::default(), Terms::default()];
        for passage in passages {
            let (english, welsh) = analyses(passage.language.language);
            let [of_english, of_welsh] = &mut both;
            if english {
                count(&mut self.english, &passage.text, of_english);
            }
            if welsh {
                count(&mut self.welsh, &passage.text, of_welsh);
            }
        }
        both
    }

    fn field(&self, is_welsh: bool) -> Field {
        if is_welsh { self.fields.welsh } else { self.fields.english }
    }

    /// The telling words of an answer: those that it repeats and few others have. A word that nobody else has finds
    /// nothing.
    fn of_answer(&mut self, passages: &[Passage]) -> tantivy::Result<Vec<Chosen>> {
        let mut chosen = Vec::new();
        for (terms, is_welsh) in self.terms(passages).into_iter().zip([false, true]) {
            let field = self.field(is_welsh);
            let mut found = Vec::new();
            for (term, seen) in &terms.by_term {
                if self.searcher.doc_freq(&Term::from_field_text(field, term))? < 2 {
                    continue;
                }
                let idf = self.idf(field, term)?;
                found.push((idf * (1.0 + (seen.times as f64).ln()), idf, term, seen));
            }
            found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.2.cmp(other.2)));
            chosen.extend(found.into_iter().take(MOST_WORDS).map(|(weight, idf, term, seen)| Chosen {
                field,
                is_welsh,
                term: term.clone(),
                word: seen.word(),
                weight,
                boost: weight / idf,
            }));
        }
        Ok(chosen)
    }

    /// The telling words of a theme.
    fn of_theme(&mut self, with: Box<dyn Query>) -> tantivy::Result<Vec<Chosen>> {
        let others = BooleanQuery::new(vec![(Occur::Must, Box::new(AllQuery)), (Occur::MustNot, with.box_clone())]);
        let with = self.passages(with, MOST_LEARNT, true)?;
        let without = self.passages(Box::new(others), MOST_LEARNT, true)?;
        let (with, without) = (self.terms(&with), self.terms(&without));
        let mut chosen = Vec::new();
        for ((with, without), is_welsh) in with.into_iter().zip(without).zip([false, true]) {
            chosen.extend(self.odds(&with, &without, is_welsh)?);
        }
        Ok(chosen)
    }

    /// Words that answers with a theme have more often than others, surely.
    fn odds(&self, with: &Terms, without: &Terms, is_welsh: bool) -> tantivy::Result<Vec<Chosen>> {
        let (all_with, all_without) = (with.texts as f64, without.texts as f64);
        let mut found = Vec::new();
        for (term, seen) in with.by_term.iter().filter(|(_, seen)| seen.texts >= 2) {
            let here = seen.texts as f64;
            let there = without.by_term.get(term).map_or(0, |seen| seen.texts) as f64;
            // The prior: how common the word is in all answers, worth one answer.
            let prior = (here + there + 1.0) / (all_with + all_without + 2.0);
            let log_odds = |n: f64, all: f64| ((n + prior) / (all - n + 1.0 - prior)).ln();
            let difference = log_odds(here, all_with) - log_odds(there, all_without);
            let error = (1.0 / (here + prior) + 1.0 / (there + prior)).sqrt();
            if difference / error >= SURE {
                found.push((difference / error, difference, term, seen));
            }
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.2.cmp(other.2)));
        let mut chosen = Vec::new();
        for (sure, difference, term, seen) in found.into_iter().take(MOST_OF_THEME) {
            let idf = self.idf(self.field(is_welsh), term)?;
            let weight = difference * sure.sqrt();
            let word = seen.word();
            let (field, term) = (self.field(is_welsh), term.clone());
            // What a word is worth by itself is in its weight already.
            chosen.push(Chosen { field, is_welsh, term, word, weight, boost: weight / idf });
        }
        Ok(chosen)
    }

    /// What a term is worth by itself, as the index has it (BM25: Robertson & Zaragoza, 2009).
    fn idf(&self, field: Field, term: &str) -> tantivy::Result<f64> {
        let all = self.searcher.num_docs() as f64;
        let with = self.searcher.doc_freq(&Term::from_field_text(field, term))? as f64;
        Ok((1.0 + (all - with + 0.5).max(0.0) / (with + 0.5)).ln().max(1e-3))
    }
}

/// Counts the terms of a text that say something.
fn count(analyzer: &mut TextAnalyzer, text: &str, terms: &mut Terms) {
    terms.texts += 1;
    let mut here: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for token in analyzers::tokens(analyzer, text) {
        let word = text.get(token.offset_from..token.offset_to).unwrap_or_default();
        if token.text.chars().count() < 2 || is_stop_word(word) || is_stop_word(&token.text) {
            continue;
        }
        here.entry(token.text).or_insert_with(|| (0, words::fold(word))).0 += 1;
    }
    for (term, (times, word)) in here {
        let seen = terms.by_term.entry(term).or_default();
        seen.texts += 1;
        seen.times += times;
        *seen.words.entry(word).or_insert(0) += 1;
    }
}
