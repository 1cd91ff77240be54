//! The folder of an index: what lies in it and beside it, and what can be wrong with it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tantivy::directory::error::OpenWriteError;
use tantivy::index::SegmentComponent;
use tantivy::{Directory, Index, TantivyError};

use super::schema::{self, Fields, VERSION};
use super::{IndexError, Stamp, analyzers};

/// How often a folder is tried to be taken away, and how long between.
const MOST_TRIES: u32 = 100;
const A_MOMENT: Duration = Duration::from_millis(10);

/// The files of which each part of an index consists.
const PARTS: [SegmentComponent; 6] = [
    SegmentComponent::Terms,
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Store,
];
/// What travels with every commit.
#[derive(Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) version: u32,
    pub(super) stamp: Stamp,
    /// Passages were removed and their words may still be in the files.
    pub(super) purging: bool,
}

/// Takes away what a broken-off building left beside an index; the index itself stays.
///
/// # Errors
/// A folder that cannot be taken away.
pub fn take_away_strays(dir: &Path) -> Result<(), IndexError> {
    [beside(dir, "new"), beside(dir, "old")].iter().try_for_each(|path| clear(path))
}

/// What the index in a folder was built from; `None` when there is none that can be used.
pub fn stamp(dir: &Path) -> Option<Stamp> {
    let index = Index::open_in_dir(dir).ok()?;
    let payload = payload(&index, dir).ok()?;
    (!payload.purging).then_some(payload.stamp)
}

/// Opens an index of this version, in which no removal was interrupted.
pub(super) fn open(dir: &Path) -> Result<(Index, Fields), IndexError> {
    let (schema, fields) = schema::schema();
    let mut index = open_any(dir)?;
    let payload = payload(&index, dir)?;
    if payload.purging {
        return Err(IndexError::Broken { folder: dir.to_owned(), why: "a removal was interrupted".to_owned() });
    }
    if index.schema() != schema {
        return Err(IndexError::OtherVersion(dir.to_owned()));
    }
    // Tantivy takes a file of positions that is gone for one that was never needed.
    for segment in index.searchable_segment_metas().map_err(|error| unreadable(dir, error))? {
        let gone = |kind: &&SegmentComponent| !dir.join(segment.relative_path((*kind).clone())).is_file();
        if let Some(kind) = PARTS.iter().find(gone) {
            let why = format!("{} is gone", segment.relative_path(kind.clone()).display());
            return Err(IndexError::Broken { folder: dir.to_owned(), why });
        }
    }
    index.set_tokenizers(analyzers::manager());
    Ok((index, fields))
}

/// Opens whatever is there. While a fresh index takes the place of the old one, there is nothing for an instant.
fn open_any(dir: &Path) -> Result<Index, IndexError> {
    for _ in 0..20 {
        if dir.join("meta.json").exists() {
            break;
        }
        if !beside(dir, "old").exists() {
            return Err(IndexError::Absent(dir.to_owned()));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    if !dir.join("meta.json").exists() {
        return Err(IndexError::Absent(dir.to_owned()));
    }
    Index::open_in_dir(dir).map_err(|error| unreadable(dir, error))
}

fn payload(index: &Index, dir: &Path) -> Result<Payload, IndexError> {
    let other = || IndexError::OtherVersion(dir.to_owned());
    let text = index.load_metas().map_err(|error| unreadable(dir, error))?.payload.ok_or_else(other)?;
    let payload: Payload = serde_json::from_str(&text).map_err(|_| other())?;
    if payload.version != VERSION {
        return Err(other());
    }
    Ok(payload)
}

/// A fresh index that another run is still building must not be cleared away.
pub(super) fn refuse_while_written(new: &Path) -> Result<(), IndexError> {
    if !new.exists() {
        return Ok(());
    }
    let directory = tantivy::directory::MmapDirectory::open(new).map_err(|error| broken(new, error.into()))?;
    match directory.acquire_lock(&tantivy::directory::INDEX_WRITER_LOCK) {
        Ok(_) => Ok(()),
        Err(_) => Err(IndexError::Busy(new.to_owned())),
    }
}

/// Takes a folder away. Threads of a build that failed may still be putting files into it, so it is tried again for a moment.
pub(super) fn clear(folder: &Path) -> Result<(), IndexError> {
    let mut tries = 0;
    loop {
        match fs::remove_dir_all(folder) {
            Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(source) if source.kind() == io::ErrorKind::DirectoryNotEmpty && tries < MOST_TRIES => {
                tries += 1;
                std::thread::sleep(A_MOMENT);
            }
            Err(source) => return Err(IndexError::Disk { path: folder.to_owned(), source }),
            Ok(()) => return Ok(()),
        }
    }
}

/// A hidden folder beside the index: `.NAME.new`, `.NAME.old`.
pub(super) fn beside(dir: &Path, what: &str) -> PathBuf {
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    dir.with_file_name(format!(".{name}.{what}"))
}

/// What tantivy reports, as far as a person can act on it.
pub(super) fn broken(dir: &Path, error: TantivyError) -> IndexError {
    match error {
        TantivyError::LockFailure(..) => IndexError::Busy(dir.to_owned()),
        TantivyError::IoError(source) => {
            IndexError::Disk { path: dir.to_owned(), source: io::Error::new(source.kind(), source.to_string()) }
        }
        TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, filepath }) => {
            let path = dir.join(filepath);
            IndexError::Disk { path, source: io::Error::new(io_error.kind(), io_error.to_string()) }
        }
        // The threads that write tell of a full disk in words.
        other if other.to_string().contains("(os error ") => {
            IndexError::Disk { path: dir.to_owned(), source: io::Error::other(other.to_string()) }
        }
        other => IndexError::Broken { folder: dir.to_owned(), why: other.to_string() },
    }
}

/// What tantivy reports while it reads: what is there cannot be read for want of permission, or it is damaged.
pub(super) fn unreadable(dir: &Path, error: TantivyError) -> IndexError {
    match broken(dir, error) {
        IndexError::Disk { source, .. } if source.kind() != io::ErrorKind::PermissionDenied => {
            IndexError::Broken { folder: dir.to_owned(), why: source.to_string() }
        }
        other => other,
    }
}
