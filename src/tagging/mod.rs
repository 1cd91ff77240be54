//! Themes and stance with their evidence, campaigns, and what people decide over them.

pub mod campaigns;
pub mod consequence;
pub mod frame;
pub mod lineage;
pub mod matcher;
pub mod pattern;
pub mod settle;
pub mod stance;
