//! text

pub mod fold;
pub mod similarity;
pub mod welsh;
