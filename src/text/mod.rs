//! What can be said of a string, without asking anyone else.

pub mod fold;
pub mod language;
pub mod reading;
pub mod sentence;
pub mod similarity;
pub mod welsh;
