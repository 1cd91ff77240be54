//! Full-text search over answers and event notes in English and Welsh.
//!
//! [`update`] keeps the index in step with the store, [`search`] asks it, [`analyze`] shows the terms of a text. The
//! index holds nothing that cannot be built again: when it is absent, broken or of an older version, every door says
//! so and the caller builds it afresh.

mod analyst;
mod analyzers;
mod build;
mod chosen;
mod collect;
mod columns;
mod compile;
mod counts;
mod document;
mod english;
mod extract;
mod fingerprint;
mod folder;
mod glossary;
mod glossary_terms;
mod highlight;
mod kwic;
mod lexicon;
mod like;
mod notes;
mod order;
mod pages;
mod query;
mod record;
mod remembered;
mod schema;
mod search;
mod suggest;
mod terms;
mod welsh_endings;
mod welsh_irregular;
mod welsh_query;
mod welsh_rules;
mod welsh_terms;
mod welsh_words;
mod words;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::{AnswerId, CampaignId, Detected, Place, Stance};

pub use analyst::Analyst;
pub use analyzers::{Analyzed, analyze};
pub use build::{Writers, update, writers};
pub use counts::{May, MayCounts, Why};
pub use fingerprint::{Fingerprint, fingerprints};
pub use folder::{stamp, take_away_strays};
pub use glossary::{Glossary, GlossaryChange};
pub use kwic::{Concordance, Line, LineOrder};
pub use lexicon::{Grouping, Lexicon, LexiconError, Listed, Source};
pub use like::{Like, Telling};
pub use order::Order;
pub use query::{Note, NoteKind};
pub use search::{Base, Facets, Found, Hit, Hits, Reader, Request, concordance, hits, search};

/// One searchable passage: an answer or a note of an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Number of the answer in the store. Passages of one index have different keys.
    pub key: AnswerId,
    /// Reference of its response or event: `R-00042`, `E-01`.
    pub reference: String,
    /// Question that it answers.
    pub question: String,
    /// The words, as stored.
    pub text: String,
    /// What they are written in.
    pub language: Detected,
    /// Codes of its themes.
    pub themes: Vec<String>,
    /// Codes of the themes above those, which they imply.
    pub above: Vec<String>,
    /// Its stance, where its question is about the proposal.
    pub stance: Option<Stance>,
    /// Code of the respondent's type, empty when nobody said.
    pub kind: String,
    /// The organisation, when it agreed to be named; otherwise empty.
    pub organisation: String,
    /// Area of the respondent, empty when nobody said.
    pub area: String,
    /// Channel that it came over.
    pub channel: String,
    /// Campaign that it belongs to.
    pub campaign: Option<CampaignId>,
    /// ISO date received, empty when unknown.
    pub received: String,
    /// Whether the respondent agreed to be quoted.
    pub quotable: bool,
    /// Whether it is a note of an event.
    pub event: bool,
    /// Whether the respondent agreed that the response is published.
    pub publish: bool,
    /// Whether something in it keeps its words from being quoted whatever the respondent agreed to: a passage under a
    /// working code, or of which a person has yet to decide.
    pub guarded: bool,
    /// File and place that the words came from.
    pub place: Place,
}

/// What an index was built from, in words of the caller's: compared, never read. Commonly the store's last change
/// and the version of whatever else the passages depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(pub String);

/// One change to an index.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "changes are read one at a time, and nearly all of them are passages")]
pub enum Change {
    /// Adds a passage, or puts it in the place of the one with its key.
    Put(Passage),
    /// Removes the passage with this key, and its words from the files.
    Remove(AnswerId),
}

/// Why an index could not be built or asked.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// There is none.
    #[error("{folder}: no search index here; build it with `ymateb index`", folder = .0.display())]
    Absent(PathBuf),
    /// It was built by another version of this program.
    #[error("{folder}: the search index is of another version of this program; build it again with `ymateb index`",
        folder = .0.display())]
    OtherVersion(PathBuf),
    /// Its files are damaged, or a removal was interrupted before the words had left them.
    #[error("{folder}: the search index is broken ({why}); build it again with `ymateb index`", folder = folder.display())]
    Broken {
        /// Its folder.
        folder: PathBuf,
        /// What was found.
        why: String,
    },
    /// Another run is writing to it.
    #[error("{folder}: another run is writing to this search index; wait until it has finished", folder = .0.display())]
    Busy(PathBuf),
    /// The disk refused.
    #[error("{path}: {source}; make room or correct the permissions, then run it again: the index is as it was before",
        path = path.display())]
    Disk {
        /// File or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The passages to be indexed could not be read; the index stands as it was.
    #[error("the passages for the search index could not be read: {0}")]
    Source(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl IndexError {
    /// Whether building the index afresh is the remedy.
    pub fn asks_for_rebuild(&self) -> bool {
        matches!(self, IndexError::Absent(_) | IndexError::OtherVersion(_) | IndexError::Broken { .. })
    }
}
