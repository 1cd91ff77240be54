//! Asking the index.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::Serialize;
use tantivy::{IndexReader, ReloadPolicy};

use super::columns::Known;
use super::counts::{May, MayCounts};
use super::extract::extract;
use super::glossary::Glossary;
use super::highlight::Mark;
use super::kwic::{self, Concordance, LineOrder};
use super::lexicon::Lexicon;
use super::like::{Like, Telling};
use super::order::Order;
use super::pages::{Failed, Session, base};
use super::query::{self, Filter, Note, NoteKind};
use super::remembered::Remembered;
use super::schema::Fields;
use super::{IndexError, Passage, analyzers, folder};
use crate::model::{Language, Place, Stance};

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
    /// What the hits are sorted by.
    pub order: Order,
    /// Questions in the order of the consultation, to sort by.
    pub questions: Vec<String>,
    /// Whether each member of a campaign is a hit of its own, where otherwise the best one stands for all that match.
    pub all_copies: bool,
    /// What the passages should be like; the query and the filters narrow that.
    pub like: Option<Like>,
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
    /// Responses (and events) that they belong to.
    pub responses: u64,
    /// Hits that there are: passages, with each campaign once when they are folded.
    pub distinct: u64,
    /// Whether the members of a campaign that match are one hit. Every count but `distinct` counts each of them.
    pub folded: bool,
    /// What was searched.
    pub base: Base,
    /// One page of the hits in the order asked for; equals in the order of the store.
    pub hits: Vec<Hit>,
    /// Of all passages that match.
    pub facets: Facets,
    /// What there is to say about the query.
    pub notes: Vec<Note>,
    /// The query as it may have been meant, when some of it matches nothing. It was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// The words that answers were found to be alike by, the weightiest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub telling: Vec<Telling>,
}

/// All that can be found by whoever asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Base {
    /// Passages.
    pub passages: u64,
    /// Responses and events that they belong to.
    pub responses: u64,
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
    /// Passages found that this one stands for, itself included: more than 1 where members of its campaign are folded.
    pub copies: u64,
    /// ISO date received.
    pub received: String,
    /// Whether the respondent agreed to be quoted.
    pub quotable: bool,
    /// What may be done with it.
    pub may: May,
    /// Whether it is a note of an event.
    pub event: bool,
    /// The words.
    pub text: String,
    /// Where in the text the words searched for are: first byte, one past the last.
    pub highlights: Vec<(usize, usize)>,
    /// The part of the text that says most about the query, in bytes: where most of its words stand close together.
    pub extract: (usize, usize),
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
    /// By area.
    pub area: BTreeMap<String, u64>,
    /// By channel.
    pub channel: BTreeMap<String, u64>,
    /// By organisation, of those that agreed to be named.
    pub organisation: BTreeMap<String, u64>,
    /// By campaign.
    pub campaign: BTreeMap<String, u64>,
    /// By what may be done with them.
    pub may: MayCounts,
}

/// Asks the index in a folder once. Who asks often keeps a [`Reader`].
///
/// # Errors
/// When there is no index that can be asked; see [`IndexError::asks_for_rebuild`]. No query is an error.
pub fn search(dir: &Path, request: &Request) -> Result<Found, IndexError> {
    guarded(dir, || Opened::open(dir)?.search(dir, request))
}

/// Reads an index whose files may be damaged: tantivy checks them when they are opened, but not every byte, and where
/// one makes no sense it panics.
fn guarded<T>(dir: &Path, work: impl FnOnce() -> Result<T, IndexError>) -> Result<T, IndexError> {
    // What a panic leaves behind is an index that is only read, and words whose terms are known or not.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(IndexError::Broken { folder: dir.to_owned(), why: "a file of it is damaged".to_owned() })
    })
}

/// All that a request finds, in one state of the index however often it is read.
pub struct Hits {
    session: Session,
    dir: PathBuf,
    base: Base,
}

/// Asks the index in a folder for everything that a request finds.
///
/// # Errors
/// As [`search`].
pub fn hits(dir: &Path, request: &Request) -> Result<Hits, IndexError> {
    guarded(dir, || {
        let opened = Opened::open(dir)?;
        let asked = || -> Result<Hits, Failed> {
            let base = opened.base()?;
            Ok(Hits { session: opened.session(request)?, dir: dir.to_owned(), base })
        };
        asked().map_err(|error| error.of(dir))
    })
}

impl Hits {
    /// One page of them, with the counts of all.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn page(&self, request: &Request) -> Result<Found, IndexError> {
        guarded(&self.dir, || self.session.page(request, self.base).map_err(|error| error.of(&self.dir)))
    }

    /// Calls `visit` with every hit in order, until it says that it has seen enough. A few thousand are held at a time.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn each(&self, mut visit: impl FnMut(Hit) -> ControlFlow<()>) -> Result<(), IndexError> {
        self.session.walk(&mut |hit, _| visit(hit)).map_err(|error| error.of(&self.dir))
    }
}

/// Every occurrence of the words of a query with the words around it, `width` characters on either side; limit and
/// offset count lines.
///
/// # Errors
/// As [`search`].
pub fn concordance(dir: &Path, request: &Request, order: LineOrder, width: usize) -> Result<Concordance, IndexError> {
    guarded(dir, || {
        let opened = Opened::open(dir)?;
        let made = opened.session(request).and_then(|session| kwic::concordance(&session, request, order, width));
        made.map_err(|error| error.of(dir))
    })
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
        guarded(&self.dir, || self.opened()?.search(&self.dir, request))
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
    known: Arc<Known>,
    remembered: Arc<Remembered>,
    /// What there is to find; counted when it is first asked for.
    base: OnceLock<Base>,
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
        let (index, fields) = folder::open(dir)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(|error| folder::unreadable(dir, error))?;
        let known = Known::read(&reader.searcher()).map_err(|error| folder::unreadable(dir, error))?;
        Ok(Opened { reader, fields, known: Arc::new(known), remembered: Arc::default(), base: OnceLock::new(), meta })
    }

    fn base(&self) -> Result<Base, Failed> {
        if let Some(base) = self.base.get() {
            return Ok(*base);
        }
        let base = base(&self.reader.searcher())?;
        Ok(*self.base.get_or_init(|| base))
    }

    fn session(&self, request: &Request) -> Result<Session, Failed> {
        Ok(Session::new(
            self.reader.searcher(),
            Arc::clone(&self.known),
            Arc::clone(&self.remembered),
            self.fields,
            request,
        )?)
    }

    fn search(&self, dir: &Path, request: &Request) -> Result<Found, IndexError> {
        let found = || -> Result<Found, Failed> {
            let base = self.base()?;
            self.session(request)?.page(request, base)
        };
        found().map_err(|error| error.of(dir))
    }
}

impl Request {
    /// The code of a type of respondent that was asked for by name.
    pub(super) fn code_of(&self, name: &str) -> Option<String> {
        let wanted = analyzers::value(name);
        self.kind_names.iter().find(|(known, _)| analyzers::value(known) == wanted).map(|(_, code)| code.clone())
    }

    pub(super) fn filters(&self, notes: &mut Vec<Note>) -> Vec<Filter> {
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
    pub(super) fn new(passage: Passage, marks: &[Mark], copies: u64) -> Self {
        let may = May::of(&passage);
        let extract = extract(&passage.text, marks);
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
            copies,
            received: passage.received,
            quotable: passage.quotable,
            may,
            event: passage.event,
            text: passage.text,
            highlights: marks.iter().map(|mark| (mark.start, mark.end)).collect(),
            extract,
            source: passage.place,
            across: false,
        }
    }
}
