//! What can be said of a string, without asking anyone else.

pub mod reading;
