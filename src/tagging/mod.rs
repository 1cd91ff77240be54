//! tagging

pub mod stance;
