//! What can be said of a string, without asking anyone else.

pub mod fold;
pub mod reading;
pub mod similarity;
pub mod welsh;
