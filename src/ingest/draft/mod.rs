//! A consultation drafted from what its files look like: settings ready to run, with what was seen and why in comments.
//!
//! Files are looked at (`look`), each column is given a use (`roles`), answers become questions (`questions`), what
//! several files say is put together (`gather`), and written down (`write`).

mod columns;
mod consents;
mod gather;
mod look;
mod number;
mod originals;
mod people;
mod questions;
mod roles;
mod scales;
mod shape;
mod wordings;
mod write;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::reading;
use gather::Gathered;
use look::Looked;
pub use originals::{Original, originals};

/// A frame of general themes in both languages, for a consultation that has none yet.
pub const GENERAL_FRAME: &str = include_str!("general-frame.toml");

/// Settings drafted for a consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Text of `consultation.toml`.
    pub settings: String,
    /// What was understood, a line each, for the person who asked.
    pub seen: Vec<String>,
}

/// Why nothing could be drafted.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// A file could not be read.
    #[error("{path}: {why}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// Nothing among the files that looks like an answer.
    #[error(
        "no file holds anything that looks like answers ({why}); write consultation.toml by hand, or check that these are the exports of the responses"
    )]
    NoQuestions {
        /// What each file was left out for.
        why: String,
    },
}

/// Drafts the settings of a consultation that begins with these files. `reader` is this program, which reads untrusted
/// files in a process of its own.
///
/// # Errors
/// When a file cannot be read, or none holds anything that looks like an answer.
pub fn draft(name: &str, files: &[Original], reader: &Path) -> Result<Draft, DraftError> {
    let no_room = |error: std::io::Error| DraftError::Unreadable { path: std::env::temp_dir(), why: error.to_string() };
    let room = tempfile::tempdir().map_err(no_room)?;
    let files = originals::looked_at(files, room.path());
    let parts: BTreeSet<PathBuf> = files.iter().flat_map(|file| reading::beside(&file.path)).collect();
    let mut gathered = Gathered::default();
    let mut documents = 0;
    for Original { path, name } in files.into_iter().filter(|file| !parts.contains(&file.path)) {
        match look::look(&path, &name, reader)? {
            Looked::Tables(sheets) => sheets.into_iter().for_each(|sheet| gathered.table(sheet)),
            Looked::Document => {
                documents += 1;
                gathered.document(&name);
            }
            Looked::Event => gathered.event(name),
            Looked::LeftOut(why) => gathered.leave_out(name, why),
        }
    }
    gathered.finish(documents);
    if gathered.questions.is_empty() {
        let reasons = gathered.left_out.iter().map(|(what, why)| format!("{what}: {why}"));
        return Err(DraftError::NoQuestions { why: reasons.collect::<Vec<_>>().join("; ") });
    }
    Ok(Draft { settings: write::settings(name, &gathered), seen: gathered.seen })
}

#[cfg(test)]
mod tests;
