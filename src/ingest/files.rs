//! What lies below `received/`, archives opened, and which source covers what.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};

use super::IngestError;
use crate::corpus::SourceSettings;

/// A file to read: how the ledger names it, and where its bytes lie now. A member of an archive is named
/// `batch.zip/letter.docx` and lies unpacked elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Path below `received/`.
    pub(super) name: String,
    /// Where it can be read.
    pub(super) path: PathBuf,
    /// Name of the archive that it came in, if any.
    pub(super) archive: Option<String>,
}

/// Every file below `received/`, but for hidden ones and those still arriving, in order of name.
///
/// # Errors
/// When a folder cannot be listed.
pub(super) fn received(folder: &Path) -> Result<Vec<Found>, IngestError> {
    let mut files = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        let failed = |source| IngestError::Folder { path: inner.clone(), source };
        let entries = match std::fs::read_dir(&inner) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            entries => entries.map_err(failed)?,
        };
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if is_hidden || path.extension().is_some_and(|extension| extension == "partial") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Some(name) = below(folder, &path) {
                files.insert(Found { name, path, archive: None });
            }
        }
    }
    Ok(files.into_iter().collect())
}

fn below(folder: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(folder).ok()?.components();
    Some(parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// Windows writes `LETTER.PDF`, and means the same.
const AS_WRITTEN: MatchOptions =
    MatchOptions { case_sensitive: false, require_literal_separator: true, require_literal_leading_dot: true };

/// Which files a source covers: by its pattern, or because they were fetched from its addresses.
pub(super) struct Covers {
    pattern: Option<Pattern>,
    fetched: BTreeSet<String>,
}

impl Covers {
    /// Understands a source's `files` and `urls`.
    ///
    /// # Errors
    /// When the pattern leads out of `received/` or is none.
    pub(super) fn new(source: &SourceSettings, fetched: BTreeSet<String>) -> Result<Self, IngestError> {
        let wrong = |why: &str| IngestError::Pattern { pattern: source.files.clone(), why: why.to_owned() };
        if Path::new(&source.files).is_absolute() || source.files.split('/').any(|part| part == "..") {
            return Err(wrong("it leads out of received/"));
        }
        let pattern = match source.files.as_str() {
            "" => None,
            files => Some(Pattern::new(files).map_err(|error| wrong(error.msg))?),
        };
        Ok(Covers { pattern, fetched })
    }

    /// Whether a file is this source's. A member of an archive is, when it or its archive fits the pattern, or when it
    /// would if it lay beside its archive.
    pub(super) fn covers(&self, file: &Found) -> bool {
        if self.fetched.contains(&file.name) {
            return true;
        }
        let Some(pattern) = &self.pattern else { return false };
        let fits = |name: &str| pattern.matches_with(name, AS_WRITTEN);
        let Some(archive) = &file.archive else { return fits(&file.name) };
        let last = file.name.rsplit('/').next().unwrap_or_default();
        let beside = archive.rsplit_once('/').map_or_else(|| last.to_owned(), |(folder, _)| format!("{folder}/{last}"));
        fits(&file.name) || fits(archive) || fits(&beside) || self.fetched.contains(archive)
    }

    /// Whether a file that was fetched by hand would be this source's if it had been put where the source's files lie.
    pub(super) fn would_cover(&self, file: &Found) -> bool {
        let (Some(pattern), Some(name)) = (&self.pattern, file.name.strip_prefix("fetched/")) else { return false };
        let last = name.rsplit('/').next().unwrap_or_default();
        let (folder, of_files) = pattern.as_str().rsplit_once('/').unwrap_or(("", pattern.as_str()));
        !folder.contains(['?', '[']) && Pattern::new(of_files).is_ok_and(|files| files.matches_with(last, AS_WRITTEN))
    }
}
