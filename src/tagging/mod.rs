//! tagging

pub mod campaigns;
pub mod frame;
pub mod matcher;
pub mod pattern;
