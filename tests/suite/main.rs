//! The tests, room by room; `walk` is the whole of it.

mod architecture;
mod fetch;
mod ingest;
mod locale;
mod project;
mod walk;
