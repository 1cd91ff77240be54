//! Asking the index.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tantivy::query::{EnableScoring, Weight};
use tantivy::schema::Value;
use tantivy::{DocAddress, DocSet, IndexReader, ReloadPolicy, Searcher, TantivyDocument};

use super::collect::{Gather, Gathered};
use super::compile::{Compiled, compile, relaxed};
use super::glossary::Glossary;
use super::highlight::Marker;
use super::lexicon::Lexicon;
use super::query::{self, Filter, Note, NoteKind};
use super::schema::Fields;
use super::suggest::{Names, corrected, suggest};
use super::{IndexError, Passage, analyzers, build};
use crate::model::{Language, Place, Stance};

/// Hits of one answer, at most.
const MOST_HITS: usize = 10_000;

/// An index is built at most once in the time that it takes to open one; this many times is a fault of its own.
const MOST_OPENINGS: usize = 10;

/// What to look for. Filters are joined with "and", to each other and to the query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// In the query language; empty or `*` for everything.
    pub query: String,
    /// Question.
    pub question: Option<String>,
    /// Theme, with the themes below it.
    pub theme: Option<String>,
    /// Stance: `support`, `mixed`, `oppose`, `unclear`, or their Welsh names.
    pub stance: Option<String>,
    /// Language: `en`, `cy`, `mixed`, `other`, `unknown`, or their names.
    pub language: Option<String>,
    /// Code of the respondent's type.
    pub kind: Option<String>,
    /// Channel.
    pub channel: Option<String>,
    /// Area.
    pub area: Option<String>,
    /// Whether it may be quoted.
    pub quotable: Option<bool>,
    /// Whether it is a note of an event.
    pub event: Option<bool>,
    /// Names that people know types of respondent by, with their codes: in any case, in either language.
    pub kind_names: Vec<(String, String)>,
    /// Labels of themes in either language, with their codes: what may have been meant by a theme that there is not.
    pub theme_names: Vec<(String, String)>,
    /// Whether terms of the glossary are looked for in the other language too.
    pub across: bool,
    /// The glossary; without one, the program's own.
    pub glossary: Option<Arc<Glossary>>,
    /// Forms of Welsh words that the rules do not know.
    pub lexicon: Option<Arc<Lexicon>>,
    /// Hits to return.
    pub limit: usize,
    /// Hits to pass over.
    pub offset: usize,
}

/// What was found, as `search --json` writes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// Passages that match.
    pub total: u64,
    /// One page of them: best first, equals in the order of the store.
    pub hits: Vec<Hit>,
    /// Of all passages that match.
    pub facets: Facets,
    /// What there is to say about the query.
    pub notes: Vec<Note>,
    /// The query as it may have been meant, when some of it matches nothing. It was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// One passage found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// Number of its answer in the store.
    pub key: i64,
    /// Reference of its response or event.
    pub response: String,
    /// Question that it answers.
    pub question: String,
    /// Language.
    pub language: Language,
    /// Codes of its themes.
    pub themes: Vec<String>,
    /// Stance, where it has one.
    pub stance: Option<Stance>,
    /// Type of its respondent.
    #[serde(rename = "type")]
    pub kind: String,
    /// Organisation, where it agreed to be named.
    pub organisation: String,
    /// Area.
    pub area: String,
    /// Channel.
    pub channel: String,
    /// Campaign.
    pub campaign: Option<u32>,
    /// ISO date received.
    pub received: String,
    /// Whether the respondent agreed to be quoted.
    pub quotable: bool,
    /// Whether it is a note of an event.
    pub event: bool,
    /// The words.
    pub text: String,
    /// Where in the text the words searched for are: first byte, one past the last.
    pub highlights: Vec<(usize, usize)>,
    /// Where the words came from.
    pub source: Place,
    /// Whether it was found in the other language only.
    pub across: bool,
}

/// How many of the passages found have each value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// By theme; a theme counts those of the themes below it.
    pub theme: BTreeMap<String, u64>,
    /// By stance.
    pub stance: BTreeMap<String, u64>,
    /// By type of respondent.
    #[serde(rename = "type")]
    pub kind: BTreeMap<String, u64>,
    /// By language.
    pub language: BTreeMap<String, u64>,
    /// By question.
    pub question: BTreeMap<String, u64>,
}

/// Asks the index in a folder once. Who asks often keeps a [`Reader`].
///
/// # Errors
/// When there is no index that can be asked; see [`IndexError::asks_for_rebuild`]. No query is an error.
pub fn search(dir: &Path, request: &Request) -> Result<Found, IndexError> {
    Opened::open(dir)?.search(dir, request)
}

/// An index kept open, which follows what is written to it.
pub struct Reader {
    dir: PathBuf,
    opened: Mutex<Option<Arc<Opened>>>,
}

impl Reader {
    /// A reader of the index in a folder; it is opened when it is first asked.
    pub fn new(dir: &Path) -> Self {
        Reader { dir: dir.to_owned(), opened: Mutex::new(None) }
    }

    /// Asks the index as it is now.
    ///
    /// # Errors
    /// As [`search`].
    pub fn search(&self, request: &Request) -> Result<Found, IndexError> {
        self.opened()?.search(&self.dir, request)
    }

    fn opened(&self) -> Result<Arc<Opened>, IndexError> {
        // A panic while opening leaves the old index or none: both are sound.
        let mut held = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let meta = fs::read(self.dir.join("meta.json")).unwrap_or_default();
        if let Some(opened) = held.as_ref()
            && opened.meta == meta
        {
            return Ok(Arc::clone(opened));
        }
        let opened = Arc::new(Opened::open(&self.dir)?);
        *held = Some(Arc::clone(&opened));
        Ok(opened)
    }
}

struct Opened {
    reader: IndexReader,
    fields: Fields,
    /// The list of segments as it was when they were opened.
    meta: Vec<u8>,
}

impl Opened {
    /// Opens the index; once more when another took its place in the meantime.
    fn open(dir: &Path) -> Result<Self, IndexError> {
        let list = || fs::read(dir.join("meta.json")).unwrap_or_default();
        let mut meta = list();
        for _ in 0..MOST_OPENINGS {
            let opened = Self::open_once(dir, meta.clone());
            let now = list();
            if opened.is_ok() || now == meta {
                return opened;
            }
            meta = now;
        }
        Self::open_once(dir, meta)
    }

    fn open_once(dir: &Path, meta: Vec<u8>) -> Result<Self, IndexError> {
        let (index, fields) = build::open(dir)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(|error| build::broken(dir, error))?;
        Ok(Opened { reader, fields, meta })
    }

    fn search(&self, dir: &Path, request: &Request) -> Result<Found, IndexError> {
        let broken = |error| build::broken(dir, error);
        let (mut ask, mut notes) = query::parse(&request.query);
        ask.name_kinds(&|name| request.code_of(name));
        let filters = request.filters(&mut notes);
        let limit = request.limit.min(MOST_HITS);
        let searcher = self.reader.searcher();
        let gather = |compiled: &Compiled| -> tantivy::Result<Gathered> {
            let keep = limit.saturating_add(request.offset).min(searcher.num_docs() as usize);
            searcher.search(&*compiled.query, &Gather { keep, scored: compiled.scores })
        };
        let lexicon = request.lexicon.as_deref();
        let mut plain = ask.clone();
        if request.across {
            ask = request.glossary.as_deref().unwrap_or(Glossary::own()).cross(&ask, lexicon);
        }
        let names = Names { kinds: &request.kind_names, themes: &request.theme_names };
        let suggestions = suggest(&request.query, &ask, &searcher, self.fields, lexicon, &names);
        let mut compiled = compile(&ask, &filters, &searcher, self.fields, lexicon);
        let mut gathered = gather(&compiled).map_err(broken)?;
        if gathered.total == 0
            && let Some(fewer) = relaxed(&ask)
        {
            ask = fewer;
            plain = relaxed(&plain).unwrap_or(plain);
            compiled = compile(&ask, &filters, &searcher, self.fields, lexicon);
            gathered = gather(&compiled).map_err(broken)?;
            if gathered.total > 0 {
                let (end, words) = (request.query.len(), String::new());
                notes.push(Note { kind: NoteKind::Relaxed, start: 0, end, words });
            }
        }
        let mut own = None;
        if !compiled.across.is_empty() {
            let without = compile(&plain, &filters, &searcher, self.fields, lexicon);
            own = Some(without.query.weight(EnableScoring::disabled_from_searcher(&searcher)).map_err(broken)?);
        }
        notes.extend(compiled.across.iter().map(|it| it.note(&request.query)));
        notes.extend(suggestions.iter().map(|suggestion| suggestion.note(&request.query)));
        let mut marker = Marker::new(&compiled.wanted);
        let mut hits = Vec::new();
        for address in gathered.best.iter().skip(request.offset).take(limit) {
            let document: TantivyDocument = searcher.doc(*address).map_err(broken)?;
            let record = document.get_first(self.fields.record).and_then(|value| value.as_bytes());
            let passage: Passage = serde_json::from_slice(record.unwrap_or_default())
                .map_err(|error| IndexError::Broken { folder: dir.to_owned(), why: error.to_string() })?;
            let highlights = marker.mark(&passage.text, passage.language.language);
            let across = match &own {
                Some(own) => !matches(&**own, &searcher, *address).map_err(broken)?,
                None => false,
            };
            hits.push(Hit { across, ..Hit::new(passage, highlights) });
        }
        let [theme, stance, kind, language, question] = gathered.counts;
        let facets = Facets { theme, stance, kind, language, question };
        let suggestion = corrected(&request.query, &suggestions);
        Ok(Found { total: gathered.total, hits, facets, notes, suggestion })
    }
}

/// Whether a query matches one passage.
fn matches(weight: &dyn Weight, searcher: &Searcher, address: DocAddress) -> tantivy::Result<bool> {
    let mut scorer = weight.scorer(searcher.segment_reader(address.segment_ord), 1.0)?;
    let doc = scorer.doc();
    Ok(doc == address.doc_id || doc < address.doc_id && scorer.seek(address.doc_id) == address.doc_id)
}

impl Request {
    /// The code of a type of respondent that was asked for by name.
    fn code_of(&self, name: &str) -> Option<String> {
        let wanted = analyzers::value(name);
        self.kind_names.iter().find(|(known, _)| analyzers::value(known) == wanted).map(|(_, code)| code.clone())
    }

    fn filters(&self, notes: &mut Vec<Note>) -> Vec<Filter> {
        let named = [
            ("question", &self.question),
            ("theme", &self.theme),
            ("stance", &self.stance),
            ("language", &self.language),
            ("type", &self.kind),
            ("channel", &self.channel),
            ("area", &self.area),
        ];
        let mut filters = Vec::new();
        for (name, value) in named {
            let Some(value) = value else { continue };
            match query::filter(name, value).flatten() {
                Some(Filter::Kind(kind)) => filters.push(Filter::Kind(self.code_of(&kind).unwrap_or(kind))),
                Some(filter) => filters.push(filter),
                // Leaving it out would show what was not asked for; a value that nothing has shows nothing.
                None => {
                    notes.push(Note {
                        kind: NoteKind::NoSuchValue,
                        start: 0,
                        end: 0,
                        words: format!("{name}:{value}"),
                    });
                    filters.push(Filter::Stance(value.clone()));
                }
            }
        }
        filters.extend(self.quotable.map(Filter::Quotable));
        filters.extend(self.event.map(Filter::Event));
        filters
    }
}

impl Hit {
    fn new(passage: Passage, highlights: Vec<(usize, usize)>) -> Self {
        Hit {
            key: passage.key,
            response: passage.reference,
            question: passage.question,
            language: passage.language.language,
            themes: passage.themes,
            stance: passage.stance,
            kind: passage.kind,
            organisation: passage.organisation,
            area: passage.area,
            channel: passage.channel,
            campaign: passage.campaign,
            received: passage.received,
            quotable: passage.quotable,
            event: passage.event,
            text: passage.text,
            highlights,
            source: passage.place,
            across: false,
        }
    }
}
