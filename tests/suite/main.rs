//! The tests, room by room; `walk` is the whole of it.

mod analysis;
mod architecture;
mod campaigns;
mod example;
mod fetch;
mod index;
mod ingest;
mod invent;
mod language;
mod locale;
mod project;
mod reports;
mod stance;
mod tagging;
mod walk;
