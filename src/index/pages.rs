//! One question to an index: made ready once, its hits read a page at a time, or all of them in turn.

use std::sync::Arc;

use tantivy::query::{AllQuery, EnableScoring, Query, Weight};
use tantivy::schema::Value;
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, TantivyDocument};

use super::collect::{Gather, Gathered};
use super::columns::{Facet, Known};
use super::compile::{Compiled, compile, relaxed};
use super::counts::MayCounts;
use super::glossary::Glossary;
use super::highlight::Marker;
use super::like::{self, Telling};
use super::order::{Order, Rank, Ranked, Ranking};
use super::query::{self, Note, NoteKind};
use super::remembered::Remembered;
use super::schema::Fields;
use super::search::{Base, Facets, Found, Hit, Request};
use super::suggest::{Looker, corrected};
use super::{IndexError, Passage, record};

/// Hits kept at a time: a page further on is reached by going over the index again, so that memory does not grow with
/// the number of the page. The longest page, too.
pub(super) const MOST_HITS: usize = 10_000;

/// A question, understood, with the state of the index that it is put to.
pub(super) struct Session {
    searcher: Searcher,
    known: Arc<Known>,
    remembered: Arc<Remembered>,
    fields: Fields,
    pub(super) compiled: Compiled,
    notes: Vec<Note>,
    telling: Vec<Telling>,
    ranking: Ranking,
    /// What was asked for without terms of the other language, where any are looked for.
    own: Option<Box<dyn Weight>>,
    suggestion: Option<String>,
}

impl Session {
    /// Makes a question ready. When no passage has all its words, it is put again with any of them.
    pub(super) fn new(
        searcher: Searcher,
        known: Arc<Known>,
        remembered: Arc<Remembered>,
        fields: Fields,
        request: &Request,
    ) -> tantivy::Result<Self> {
        let (mut ask, mut notes) = query::parse(&request.query);
        ask.name_kinds(&|name| request.code_of(name));
        let filters = request.filters(&mut notes);
        let mut ranking = Ranking {
            order: request.order,
            folded: !request.all_copies,
            questions: Arc::new(request.questions.clone()),
            ..Ranking::default()
        };
        let lexicon = request.lexicon.as_deref();
        let mut own = ask.clone();
        if request.across {
            ask = request.glossary.as_deref().unwrap_or(Glossary::own()).cross(&ask, lexicon);
        }
        let suggestions = Looker { searcher: &searcher, known: &known, fields, request }.suggest(&ask)?;
        let mut compiled = compile(&ask, &filters, &searcher, &known, &remembered, fields, lexicon);
        let mut telling = Vec::new();
        if let Some(like) = &request.like {
            let (alike, words) = like::compile(&searcher, &known, fields, like, request)?;
            if words.is_empty() {
                notes.push(Note { kind: NoteKind::NothingAlike, start: 0, end: 0, words: String::new() });
            }
            compiled = like::within(alike, compiled);
            telling = words;
        }
        ranking.scored = compiled.scores;
        let suggestion = corrected(&request.query, &suggestions);
        let mut session =
            Session { searcher, known, remembered, fields, compiled, notes, telling, ranking, own: None, suggestion };
        if request.like.is_none()
            && let Some(fewer) = relaxed(&ask)
            && !session.finds_anything()?
        {
            own = relaxed(&own).unwrap_or(own);
            let compiled =
                compile(&fewer, &filters, &session.searcher, &session.known, &session.remembered, fields, lexicon);
            session.ranking.scored = compiled.scores;
            session.compiled = compiled;
            if session.finds_anything()? {
                let (end, words) = (request.query.len(), String::new());
                session.notes.push(Note { kind: NoteKind::Relaxed, start: 0, end, words });
            }
        }
        if !session.compiled.across.is_empty() {
            let without =
                compile(&own, &filters, &session.searcher, &session.known, &session.remembered, fields, lexicon);
            session.own = Some(without.query.weight(EnableScoring::disabled_from_searcher(&session.searcher))?);
        }
        session.notes.extend(session.compiled.across.iter().map(|it| it.note(&request.query)));
        session.notes.extend(suggestions.iter().map(|suggestion| suggestion.note(&request.query)));
        Ok(session)
    }

    /// Whether a passage was found by terms of the other language alone.
    fn is_across(&self, address: DocAddress) -> tantivy::Result<bool> {
        let Some(own) = &self.own else { return Ok(false) };
        let mut found = own.scorer(self.searcher.segment_reader(address.segment_ord), 1.0)?;
        let first = found.doc();
        Ok(first != address.doc_id && (first > address.doc_id || found.seek(address.doc_id) != address.doc_id))
    }

    fn finds_anything(&self) -> tantivy::Result<bool> {
        finds_anything(&*self.compiled.query, &self.searcher)
    }

    fn gather(&self, keep: usize, after: Option<Rank>, counted: bool) -> tantivy::Result<Gathered> {
        let ranking = Ranking { keep, after, ..self.ranking.clone() };
        self.searcher.search(&*self.compiled.query, &Gather { ranking, counted, known: Arc::clone(&self.known) })
    }

    /// One page, with the counts of everything found.
    pub(super) fn page(&self, request: &Request, base: Base) -> Result<Found, Failed> {
        let limit = request.limit.min(MOST_HITS);
        let mut skip = request.offset;
        let mut after = None;
        let mut gathered = None;
        while skip >= MOST_HITS {
            let passed = self.gather(MOST_HITS, after, gathered.is_none())?;
            after = passed.best.last().map(|ranked| ranked.rank);
            let at_end = passed.best.len() < MOST_HITS;
            gathered.get_or_insert(passed);
            if at_end {
                break;
            }
            skip -= MOST_HITS;
        }
        let is_beyond = skip >= MOST_HITS;
        let keep = if is_beyond { 0 } else { skip.saturating_add(limit) };
        let mut last = self.gather(keep, after, gathered.is_none())?;
        let best = std::mem::take(&mut last.best);
        let gathered = gathered.unwrap_or(last);
        let mut marker = Marker::new(&self.compiled.wanted, self.remembered.take_words());
        let hits = best.iter().skip(skip).take(limit).map(|ranked| self.hit(*ranked, &mut marker));
        let hits = hits.collect::<Result<Vec<Hit>, Failed>>()?;
        self.remembered.keep_words(marker.into_words());
        let more = gathered.more;
        let named = |facet: Facet| self.known.named(facet, &gathered.counts[facet as usize]);
        let campaign = more.campaign.iter().map(|(campaign, n)| (campaign.to_string(), *n)).collect();
        let facets = Facets {
            theme: named(Facet::Theme),
            stance: named(Facet::Stance),
            kind: named(Facet::Kind),
            language: named(Facet::Language),
            question: named(Facet::Question),
            area: named(Facet::Area),
            channel: named(Facet::Channel),
            organisation: named(Facet::Organisation),
            campaign,
            may: MayCounts::of(&named(Facet::May)),
        };
        Ok(Found {
            total: gathered.total,
            responses: more.responses.len(),
            distinct: gathered.distinct,
            folded: self.ranking.folded,
            base,
            hits,
            facets,
            notes: self.notes.clone(),
            suggestion: self.suggestion.clone(),
            telling: self.telling.clone(),
        })
    }

    /// Calls `visit` with every hit in order, until it says that it has seen enough.
    pub(super) fn walk(
        &self,
        visit: &mut dyn FnMut(Hit, &mut Marker<'_>) -> std::ops::ControlFlow<()>,
    ) -> Result<(), Failed> {
        let mut marker = Marker::new(&self.compiled.wanted, self.remembered.take_words());
        let mut after = None;
        loop {
            let gathered = self.gather(MOST_HITS, after, false)?;
            for ranked in &gathered.best {
                let hit = self.hit(*ranked, &mut marker)?;
                if visit(hit, &mut marker).is_break() {
                    return Ok(());
                }
            }
            if gathered.best.len() < MOST_HITS {
                return Ok(());
            }
            after = gathered.best.last().map(|ranked| ranked.rank);
        }
    }

    fn hit(&self, ranked: Ranked, marker: &mut Marker<'_>) -> Result<Hit, Failed> {
        let passage = read(&self.searcher, self.fields, ranked.address)?;
        let marks = marker.marks(&passage.text, passage.language.language);
        let across = self.is_across(ranked.address)?;
        Ok(Hit { across, ..Hit::new(passage, &marks, ranked.copies) })
    }
}

/// Whether any passage matches a query.
pub(super) fn finds_anything(query: &dyn Query, searcher: &Searcher) -> tantivy::Result<bool> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    for segment in searcher.segment_readers() {
        let mut found = weight.scorer(segment, 1.0)?;
        // What was removed stays in a segment until it is rewritten.
        while found.doc() != TERMINATED {
            if segment.alive_bitset().is_none_or(|alive| alive.is_alive(found.doc())) {
                return Ok(true);
            }
            found.advance();
        }
    }
    Ok(false)
}

/// Why a question could not be answered.
pub(super) enum Failed {
    Tantivy(tantivy::TantivyError),
    /// A passage in it cannot be read.
    Record,
}

impl From<tantivy::TantivyError> for Failed {
    fn from(error: tantivy::TantivyError) -> Self {
        Failed::Tantivy(error)
    }
}

impl Failed {
    pub(super) fn of(self, dir: &std::path::Path) -> IndexError {
        match self {
            Failed::Tantivy(error) => super::folder::unreadable(dir, error),
            Failed::Record => {
                IndexError::Broken { folder: dir.to_owned(), why: "a passage in it cannot be read".to_owned() }
            }
        }
    }
}

/// The passage at an address.
pub(super) fn read(searcher: &Searcher, fields: Fields, address: DocAddress) -> Result<Passage, Failed> {
    let document: TantivyDocument = searcher.doc(address)?;
    let record = document.get_first(fields.record).and_then(|value| value.as_bytes());
    record.and_then(record::read).ok_or(Failed::Record)
}

/// All passages, and the responses that they belong to.
pub(super) fn base(searcher: &Searcher) -> tantivy::Result<Base> {
    let (passages, responses) = searcher.search(&AllQuery, &super::counts::Whole)?;
    Ok(Base { passages, responses })
}

impl Order {
    /// The order of this name, in English or Welsh.
    pub fn named(name: &str) -> Option<Order> {
        Order::NAMES.iter().find(|(_, en, cy)| name == *en || name == *cy).map(|(order, _, _)| *order)
    }
}
