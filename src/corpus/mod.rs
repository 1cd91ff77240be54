//! The store of a consultation: its folder, its settings, and one database with everything received and decided.
//!
//! This room alone writes below `corpus/`. The database is SQLite in one file, crash-safe (write-ahead log),
//! with a version and migrations. What machines find can be computed again; what people sent and decided cannot,
//! so items keep their number for life and decisions are only ever appended.

mod assigning;
mod campaigns;
mod coding;
mod consenting;
mod correcting;
mod decisions;
mod duplicates;
mod erasing;
mod events;
mod frames;
mod heads;
mod identity;
mod layout;
mod ledger;
mod lock;
mod merging;
mod provenance;
mod records;
mod restricting;
mod searches;
pub mod settings;
mod store;
mod walk;

pub use assigning::NotAssigned;
pub use campaigns::{Counted, Family, FamilyMember, Settled};
pub use coding::{Coding, Uncoded};
pub use consenting::Changed;
pub use erasing::{Action, Counted as Erasing, Erasure, FilePlan, Phase, ToErase};
pub use frames::FrameVersion;
pub use layout::{Folder, consultations, lexicon, write_lexicon};
pub use lock::Lock;
pub use provenance::Fetched;
pub use records::{Arrival, ItemContent, Kept, NewAnswer};
pub use restricting::{Restricted, ToRestrict};
pub use searches::{SavedSearch, SearchesError};
pub use settings::{Layout, SetAsideRule, Settings, SettingsError, SourceSettings};
pub use store::{Store, StoreError};
pub use walk::Walked;
