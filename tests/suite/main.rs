//! The tests, room by room; `walk` is the whole of it.

#![expect(clippy::unwrap_used, reason = "a test that panics says where")]
#![expect(unreachable_pub, reason = "the harness is shared between the files of this one program")]

mod analysis;
mod apart;
mod architecture;
mod campaigns;
mod care_consent;
mod care_erasure;
mod care_restriction;
mod check;
mod collect;
mod consequence;
mod decisions;
mod duplicates;
mod evaluate;
mod example;
mod fetch;
mod filters;
mod frame_check;
mod frame_formats;
mod frames;
mod glossary;
mod index;
mod index_hostile;
mod index_trouble;
mod ingest;
mod invent;
mod language;
mod letters;
mod lexicon;
mod locale;
mod offsets;
mod platforms;
mod project;
mod real_files;
mod reports;
mod sample;
mod search_export;
mod search_like;
mod search_questions;
mod search_results;
mod search_saved;
mod stance;
mod stance_to_proposal;
mod suggest;
mod tagging;
mod walk;
