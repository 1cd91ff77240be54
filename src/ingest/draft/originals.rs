//! The files that a consultation begins with: which they are, and where they will lie below `received/`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::DraftError;
use crate::ingest::archive::{self, Failed};
use crate::ingest::format::{self, Format};

/// A file to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Where it lies.
    pub path: PathBuf,
    /// Where it will lie below `received/`.
    pub name: String,
}

/// The files that were named. A folder stands for all files below it, which keep their places in it; hidden ones are
/// passed over. Two files of one name get different ones.
///
/// # Errors
/// When a folder cannot be read.
pub fn originals(from: &[PathBuf]) -> Result<Vec<Original>, DraftError> {
    let mut found = Vec::new();
    for path in from {
        if path.is_dir() {
            below(path, "", &mut found)?;
        } else {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            found.push(Original { path: path.clone(), name });
        }
    }
    let mut taken = BTreeSet::new();
    for original in &mut found {
        let plain = original.name.clone();
        let (stem, ending) = plain.rsplit_once('.').map_or((plain.as_str(), ""), |(stem, ending)| (stem, ending));
        for n in 2.. {
            if taken.insert(original.name.to_lowercase()) {
                break;
            }
            original.name = if ending.is_empty() { format!("{stem}-{n}") } else { format!("{stem}-{n}.{ending}") };
        }
    }
    Ok(found)
}

fn below(folder: &Path, name: &str, found: &mut Vec<Original>) -> Result<(), DraftError> {
    let unreadable = |error: std::io::Error| DraftError::Unreadable { path: folder.to_owned(), why: error.to_string() };
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    for path in entries {
        let Some(last) = path.file_name().map(|last| last.to_string_lossy().into_owned()) else { continue };
        if last.starts_with('.') {
            continue;
        }
        let name = if name.is_empty() { last } else { format!("{name}/{last}") };
        if path.is_dir() {
            below(&path, &name, found)?;
        } else {
            found.push(Original { path, name });
        }
    }
    Ok(())
}

/// The files to look at: those that were named, and for an archive its members, unpacked into `room`. What cannot be
/// unpacked is said when the archive is collected.
pub(super) fn looked_at(originals: &[Original], room: &Path) -> Vec<Original> {
    let mut all = Vec::new();
    for (n, original) in originals.iter().enumerate() {
        let is_archive = format::of_file(&original.path, &original.name).is_ok_and(|format| format == Format::Zip);
        let opened = if is_archive { archive::open(&original.path).ok() } else { None };
        let Some(mut opened) = opened else {
            all.push(original.clone());
            continue;
        };
        let folder = room.join(n.to_string());
        for member in opened.members() {
            match opened.unpack(&member, &folder) {
                Ok(path) => all.push(Original { path, name: format!("{}/{}", original.name, member.name) }),
                Err(Failed::Member(_)) => {}
                Err(Failed::Disk(_)) => break,
            }
        }
    }
    all
}
