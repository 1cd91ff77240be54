//! text

pub mod language;
pub mod sentence;
