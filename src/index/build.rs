//! Building the index, keeping it in step, and removing words from it for good.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tantivy::directory::error::OpenWriteError;
use tantivy::index::{SegmentComponent, SegmentId};
use tantivy::indexer::{NoMergePolicy, UserOperation};
use tantivy::{Directory, Index, IndexSettings, IndexWriter, TantivyError};

use super::chosen::WithKeys;
use super::document::{Preparing, Ready};
use super::schema::{self, Fields, VERSION};
use super::{Change, IndexError, Stamp, analyzers};

/// Memory for passages that are not on disk yet, for each thread that writes.
const HEAP: usize = 48_000_000;
/// More threads than this wait for each other.
const MOST_THREADS: usize = 4;
/// Passages that are handed to the threads that write at a time: handing over costs more than a short passage itself.
const TOGETHER: usize = 64;
/// The files of which each part of an index consists.
const PARTS: [SegmentComponent; 6] = [
    SegmentComponent::Terms,
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Store,
];
/// Changes that are applied together: each time, the keys of all passages are read.
const AT_ONCE: usize = 1_000;

/// How a whole index is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writers {
    /// Threads that write.
    pub threads: usize,
    /// Bytes of memory for each of them.
    pub memory: usize,
}

/// How a whole index is written on this machine.
pub fn writers() -> Writers {
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(MOST_THREADS));
    Writers { threads, memory: HEAP }
}

/// What travels with every commit.
#[derive(Serialize, Deserialize)]
struct Payload {
    version: u32,
    stamp: Stamp,
    /// Passages were removed and their words may still be in the files.
    purging: bool,
}

/// Takes away what a broken-off building left beside an index; the index itself stays.
///
/// # Errors
/// A folder that cannot be taken away.
pub fn take_away_strays(dir: &Path) -> Result<(), IndexError> {
    for path in [beside(dir, "new"), beside(dir, "old")] {
        match fs::remove_dir_all(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => return Err(IndexError::Disk { path, source }),
            _ => {}
        }
    }
    Ok(())
}

/// What the index in a folder was built from; `None` when there is none that can be used.
pub fn stamp(dir: &Path) -> Option<Stamp> {
    let index = Index::open_in_dir(dir).ok()?;
    let payload = payload(&index, dir).ok()?;
    (!payload.purging).then_some(payload.stamp)
}

/// Applies changes to the index in a folder and leaves `stamp` on it; returns how many changes there were.
///
/// With `fresh` the index is built whole in a new folder beside, from changes with different keys, and put in the
/// place of the old one when it is complete. Otherwise all changes become visible at once, together with the stamp.
/// After a removal the words are gone from the files when this returns. Changes are read one at a time and memory
/// is bounded. Readers keep what they had open.
///
/// # Errors
/// [`IndexError::Absent`], [`IndexError::OtherVersion`] and [`IndexError::Broken`] when there is nothing to apply
/// changes to: build it fresh. When a change cannot be read, nothing is applied.
pub fn update<E>(
    dir: &Path,
    stamp: &Stamp,
    fresh: bool,
    changes: impl Iterator<Item = Result<Change, E>>,
) -> Result<u64, IndexError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    if fresh {
        return rebuild(dir, stamp, changes);
    }
    let (index, fields) = open(dir)?;
    let mut writer = writer(&index, dir, 1)?;
    let mut preparing = Preparing::new(fields);
    let mut done = 0;
    let mut removed = false;
    let mut keys = HashSet::new();
    for change in changes {
        let change = change.map_err(|error| IndexError::Source(error.into()))?;
        let key = match &change {
            Change::Put(passage) => passage.key,
            Change::Remove(key) => *key,
        };
        if keys.contains(&key) || keys.len() >= AT_ONCE || preparing.is_much(AT_ONCE) {
            apply(&mut writer, &mut keys, preparing.take(), dir)?;
        }
        keys.insert(key);
        match change {
            Change::Put(passage) => preparing.put(&passage),
            Change::Remove(_) => removed = true,
        }
        done += 1;
    }
    apply(&mut writer, &mut keys, preparing.take(), dir)?;
    commit(&mut writer, stamp, removed, dir)?;
    writer.wait_merging_threads().map_err(|error| broken(dir, error))?;
    if removed {
        purge(&index, stamp, dir)?;
    }
    Ok(done)
}

/// Takes the passages with these keys out and puts those that wait in.
fn apply(
    writer: &mut IndexWriter<Ready>,
    keys: &mut HashSet<i64>,
    passages: Vec<Ready>,
    dir: &Path,
) -> Result<(), IndexError> {
    if !keys.is_empty() {
        let gone = WithKeys(Arc::new(std::mem::take(keys)));
        writer.delete_query(Box::new(gone)).map_err(|error| broken(dir, error))?;
    }
    hand_on(writer, passages, dir)
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

fn rebuild<E>(dir: &Path, stamp: &Stamp, changes: impl Iterator<Item = Result<Change, E>>) -> Result<u64, IndexError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (new, old) = (beside(dir, "new"), beside(dir, "old"));
    refuse_while_written(&new)?;
    clear(&new)?;
    let done = match build_whole(&new, stamp, changes) {
        Ok(done) => done,
        Err(error) => {
            clear(&new)?;
            return Err(error);
        }
    };
    clear(&old)?;
    let moved = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(|source| IndexError::Disk { path: from.to_owned(), source })
    };
    if dir.exists() {
        moved(dir, &old)?;
    }
    moved(&new, dir)?;
    clear(&old)?;
    Ok(done)
}

fn build_whole<E>(
    new: &Path,
    stamp: &Stamp,
    changes: impl Iterator<Item = Result<Change, E>>,
) -> Result<u64, IndexError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fs::create_dir_all(new).map_err(|source| IndexError::Disk { path: new.to_owned(), source })?;
    let (schema, fields) = schema::schema();
    let index = Index::builder()
        .schema(schema)
        // The threads that write have enough to do already; handing them to one more costs more than it saves.
        .settings(IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() })
        .tokenizers(analyzers::manager())
        .create_in_dir(new)
        .map_err(|error| broken(new, error))?;
    let mut writer = writer(&index, new, writers().threads)?;
    let mut preparing = Preparing::new(fields);
    let mut done = 0;
    for change in changes {
        if let Change::Put(passage) = change.map_err(|error| IndexError::Source(error.into()))? {
            preparing.put(&passage);
            if preparing.is_much(TOGETHER) {
                hand_on(&mut writer, preparing.take(), new)?;
            }
        }
        done += 1;
    }
    hand_on(&mut writer, preparing.take(), new)?;
    commit(&mut writer, stamp, false, new)?;
    writer.wait_merging_threads().map_err(|error| broken(new, error))?;
    Ok(done)
}

/// Hands passages to the threads that write. Where those have stopped, the reason is theirs.
fn hand_on(writer: &mut IndexWriter<Ready>, passages: Vec<Ready>, dir: &Path) -> Result<(), IndexError> {
    let passages: Vec<UserOperation<Ready>> = passages.into_iter().map(UserOperation::Add).collect();
    let Err(stopped) = writer.run(passages) else { return Ok(()) };
    Err(broken(dir, writer.prepare_commit().err().unwrap_or(stopped)))
}

fn commit(writer: &mut IndexWriter<Ready>, stamp: &Stamp, purging: bool, dir: &Path) -> Result<(), IndexError> {
    let payload = Payload { version: VERSION, stamp: stamp.clone(), purging };
    let payload = serde_json::to_string(&payload).map_err(|error| IndexError::Source(error.into()))?;
    let mut prepared = writer.prepare_commit().map_err(|error| broken(dir, error))?;
    prepared.set_payload(&payload);
    prepared.commit().map_err(|error| broken(dir, error))?;
    Ok(())
}

/// Rewrites every segment that holds removed passages, and deletes the files that held them.
fn purge(index: &Index, stamp: &Stamp, dir: &Path) -> Result<(), IndexError> {
    let mut writer = writer(index, dir, 1)?;
    // A merge of the writer's own choosing could take a segment away from under ours.
    writer.set_merge_policy(Box::new(NoMergePolicy));
    // Only the numbers are kept: as long as a segment is held, its files stay.
    let segments: Vec<SegmentId> = index
        .searchable_segment_metas()
        .map_err(|error| broken(dir, error))?
        .iter()
        .filter(|segment| segment.has_deletes())
        .map(|segment| segment.id())
        .collect();
    for segment in segments {
        writer.merge(&[segment]).wait().map_err(|error| broken(dir, error))?;
    }
    commit(&mut writer, stamp, false, dir)?;
    // What an interrupted build left beside the index may hold the words too.
    for left in [beside(dir, "new"), beside(dir, "old")] {
        if refuse_while_written(&left).is_ok() {
            clear(&left)?;
        }
    }
    writer.garbage_collect_files().wait().map_err(|error| broken(dir, error))?;
    writer.wait_merging_threads().map_err(|error| broken(dir, error))
}

fn writer(index: &Index, dir: &Path, threads: usize) -> Result<IndexWriter<Ready>, IndexError> {
    index.writer_with_num_threads(threads, HEAP * threads).map_err(|error| broken(dir, error))
}

/// A fresh index that another run is still building must not be cleared away.
fn refuse_while_written(new: &Path) -> Result<(), IndexError> {
    if !new.exists() {
        return Ok(());
    }
    let directory = tantivy::directory::MmapDirectory::open(new).map_err(|error| broken(new, error.into()))?;
    match directory.acquire_lock(&tantivy::directory::INDEX_WRITER_LOCK) {
        Ok(_) => Ok(()),
        Err(_) => Err(IndexError::Busy(new.to_owned())),
    }
}

fn clear(folder: &Path) -> Result<(), IndexError> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(IndexError::Disk { path: folder.to_owned(), source })
        }
        _ => Ok(()),
    }
}

/// A hidden folder beside the index: `.NAME.new`, `.NAME.old`.
fn beside(dir: &Path, what: &str) -> PathBuf {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::convert::Infallible;

    use tantivy::Term;

    use super::super::Passage;
    use super::*;

    #[test]
    fn after_a_removal_there_are_no_deleted_passages_no_files_of_older_segments_and_no_word_in_a_dictionary() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("index");
        let passages = ["cartref 🙂", "gofal", "xylozarquin", ""];
        let put = |from: i64| {
            (from..4).map(|key| {
                let text = passages[key as usize].to_owned();
                Ok::<_, Infallible>(Change::Put(Passage { key, text, ..Passage::default() }))
            })
        };
        let stamp = |n: u8| Stamp(n.to_string());
        update(&dir, &stamp(1), true, put(0)).unwrap();
        update(&dir, &stamp(2), false, put(1)).unwrap();
        update(&dir, &stamp(3), false, std::iter::once(Ok::<_, Infallible>(Change::Remove(2)))).unwrap();

        let (index, fields) = open(&dir).unwrap();
        let metas = index.searchable_segment_metas().unwrap();
        assert!(metas.iter().all(|segment| segment.num_deleted_docs() == 0));
        assert_eq!(metas.iter().map(|segment| segment.num_docs()).sum::<u32>(), 3);
        let searcher = index.reader().unwrap().searcher();
        for field in [fields.english, fields.welsh, fields.plain] {
            for segment in searcher.segment_readers() {
                let dictionary = segment.inverted_index(field).unwrap();
                let held = dictionary.get_term_info(&Term::from_field_text(field, "xylozarquin")).unwrap();
                assert!(held.is_none());
            }
        }
        let live: BTreeSet<String> = metas.iter().map(|segment| segment.id().uuid_string()).collect();
        for entry in fs::read_dir(&dir).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let of_a_segment = name.len() > 32 && name.as_bytes()[..32].iter().all(u8::is_ascii_hexdigit);
            assert!(!of_a_segment || live.contains(&name[..32]), "{name}");
        }
    }
}
