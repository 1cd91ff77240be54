//! Ymateb (Welsh: a response) analyses public consultations in English and Welsh.
//!
//! The rooms, in walking order. Each takes the type that the one before it made and hands on its own:
//!
//! ```text
//! bytes ─ingest→ Response ─tagging→ Tag ─analysis→ Cleared<Table> ─reports→ bytes
//!                   └───────────┴──index→ hits ───────────────────↗
//! ```

pub mod analysis;
pub mod cli;
pub mod corpus;
pub mod index;
pub mod ingest;
pub mod invent;
pub mod locale;
pub mod model;
pub mod pipeline;
pub mod reports;
pub mod tagging;
pub mod text;
