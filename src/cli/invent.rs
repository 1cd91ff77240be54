//! `ymateb invent`: invented responses for the sample and for trying out sizes. Not listed in the help.

use anyhow::Result;

use super::arguments::Invent;
use super::{Outcome, put};
use crate::invent;

pub(super) fn run(asked: &Invent) -> Result<Outcome> {
    let written = invent::write(&asked.folder, asked.responses, asked.seed)?;
    put(&format!("{written:?}\n"))?;
    Ok(Outcome::Done)
}
