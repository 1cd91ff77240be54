//! Collecting: every file below `received/` is read by the source that covers it, and only when it changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::files::{self, Covers, Found};
use super::keeper::without_words;
use super::reading::{Others, Reading};
use super::submission::Desk;
use super::{archive, decode, format, ocr, reading, register};
use crate::corpus::settings::Layout;
use crate::corpus::{Folder, Kept, Settings, SourceSettings, Store, StoreError};
use crate::model::SetAside;

/// What stops a collection. Trouble with one file or row does not: that is a problem in the ledger.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The store could not keep what was read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A folder of ours could not be read or written.
    #[error("{path}: {source}")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file could not be read to its end. Becomes a problem of the file.
    #[error("it could not be read: {source}")]
    File {
        /// Why.
        source: std::io::Error,
    },
    /// A source's pattern for its files.
    #[error("consultation.toml: `files = \"{pattern}\"` is no pattern for files below received/: {why}")]
    Pattern {
        /// As written.
        pattern: String,
        /// What is wrong.
        why: String,
    },
}

impl From<std::io::Error> for IngestError {
    fn from(source: std::io::Error) -> Self {
        IngestError::File { source }
    }
}

impl IngestError {
    pub(crate) fn unreadable_file(_: &Path, source: std::io::Error) -> Self {
        IngestError::File { source }
    }
}

/// What a collection did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Files looked at, members of archives among them.
    pub files: u64,
    /// Files read, because they were new or had changed.
    pub read: u64,
    /// Items never seen before.
    pub new: u64,
    /// Items that changed, and those set aside because their file holds them no more.
    pub changed: u64,
}

impl Collected {
    fn add(&mut self, kept: Option<Kept>) {
        self.files += 1;
        if let Some(kept) = kept {
            self.read += 1;
            self.new += kept.new;
            self.changed += kept.changed;
        }
    }
}

/// Reads everything below `received/` that changed since it was last read. `reader` is this program, which reads
/// untrusted files in a process of its own; `progress` is told that one more file is done.
///
/// # Errors
/// When a folder or the store fails; files and rows that cannot be read become problems in the ledger.
pub fn collect(
    store: &mut Store,
    folder: &Folder,
    settings: &Settings,
    reader: &Path,
    mut progress: impl FnMut(),
) -> Result<Collected, IngestError> {
    let received = folder.received();
    let work = Work::new(&folder.corpus())?;
    let ocr = if settings.ocr { ocr::available() } else { None };
    let mut collected = Collected::default();
    let mut covered: BTreeSet<String> = BTreeSet::new();
    let files = with_members(store, files::received(&received)?, settings, &work, &mut covered)?;
    let mut done = |kept: Option<Kept>| {
        collected.add(kept);
        progress();
    };
    let covers = settings
        .sources
        .iter()
        .map(|source| {
            Covers::new(source, source.urls.iter().flat_map(|url| super::fetch::files_of(&received, url)).collect())
        })
        .collect::<Result<Vec<Covers>, _>>()?;
    for (i, source) in settings.sources.iter().enumerate() {
        let covers = &covers[i..];
        let register = register::read(&received, source, reader)?;
        if let (Some(name), Some(register)) = (&source.register, &register) {
            covered.insert(name.clone());
            let there = files.iter().filter(|file| covers[0].covers(file)).map(|file| &file.name).chain(&covered);
            let there = there.filter_map(|name| name.rsplit('/').next()).collect();
            register::check(store, name, source, register, &there)?;
        }
        let mine: Vec<&Found> =
            files.iter().filter(|file| covers[0].covers(file) && covered.insert(file.name.clone())).collect();
        let others = others(source, &settings.sources[i + 1..], &covers[1..], &mine);
        for path in mine.iter().flat_map(|file| reading::beside(&file.path)) {
            covered.extend(files.iter().find(|file| file.path == path).map(|file| file.name.clone()));
        }
        let desk = Desk { consultation: &settings.consultation, source, reader, ocr: ocr.as_ref(), work: &work.0 };
        Reading { desk, register: register.as_ref(), remark: None, others: &others }.files(store, &mine, &mut done)?;
    }
    // What was fetched by hand lies where no pattern leads; it is read like the files that it is named like.
    for (covers, source) in covers.iter().zip(&settings.sources) {
        let mine: Vec<&Found> =
            files.iter().filter(|file| covers.would_cover(file) && covered.insert(file.name.clone())).collect();
        let register = register::read(&received, source, reader)?;
        let desk = Desk { consultation: &settings.consultation, source, reader, ocr: ocr.as_ref(), work: &work.0 };
        Reading { desk, register: register.as_ref(), remark: None, others: &Others::new() }
            .files(store, &mine, &mut done)?;
    }
    // Letters and messages say by themselves what they are, so nobody has to write a source for them.
    for source in by_default() {
        let is_mine =
            |file: &&Found| source.layout_of(&file.name) == Layout::Document && fits_default(&source, &file.name);
        let mine: Vec<&Found> = files.iter().filter(is_mine).filter(|file| covered.insert(file.name.clone())).collect();
        let desk =
            Desk { consultation: &settings.consultation, source: &source, reader, ocr: ocr.as_ref(), work: &work.0 };
        let remark = Some(UNSETTLED);
        Reading { desk, register: None, remark, others: &Others::new() }.files(store, &mine, &mut done)?;
    }
    for file in &files {
        if covered.insert(file.name.clone()) {
            done(uncovered(store, file)?);
        }
    }
    for file in store.sources()? {
        // An address that could not be collected is a source without a file.
        if !covered.contains(&file) && !file.contains("://") {
            collected.changed += store.source_gone(&file)?;
        }
    }
    Ok(collected)
}

/// Sources behind this one that name other sheets of the workbooks it reads. A file is one source's but for that.
fn others<'a>(source: &SourceSettings, behind: &'a [SourceSettings], covers: &[Covers], mine: &[&Found]) -> Others<'a> {
    let of_file = |file: &Found| -> Vec<&'a SourceSettings> {
        let covering =
            behind.iter().zip(covers).filter(|(other, covers)| !other.sheets.is_empty() && covers.covers(file));
        covering.map(|(other, _)| other).collect()
    };
    if source.sheets.is_empty() {
        return Others::new();
    }
    let found = mine.iter().map(|file| (file.name.clone(), of_file(file)));
    found.filter(|(_, others)| !others.is_empty()).collect()
}

/// What the ledger says of letters and messages that no source covers.
const UNSETTLED: &str =
    "no `[[source]]` of consultation.toml covers this file; it was read as a letter or message that gives no consents";

/// Endings of messages; every other document is a letter.
const MESSAGES: [&str; 4] = [".eml", ".msg", ".mbox", ".mht"];

/// Sources for what needs no settings.
fn by_default() -> [SourceSettings; 2] {
    ["letter", "e-mail"].map(|channel| SourceSettings { channel: channel.to_owned(), ..SourceSettings::default() })
}

fn fits_default(source: &SourceSettings, name: &str) -> bool {
    let name = name.to_lowercase();
    (source.channel == "e-mail") == MESSAGES.iter().any(|ending| name.ends_with(ending))
}

/// A folder for files that live only while they are read: made anew, and gone at the end, also after a broken run.
struct Work(PathBuf);

impl Work {
    fn new(corpus: &Path) -> Result<Self, IngestError> {
        let path = corpus.join(".reading");
        let failed = |source| IngestError::Folder { path: path.clone(), source };
        match std::fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        std::fs::create_dir_all(&path).map_err(failed)?;
        Ok(Work(path))
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // What stays is removed by the next run.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// How deep archives within archives are opened.
const DEEPEST: usize = 3;

/// The files received, and behind each archive that is new or may be read otherwise now, its members unpacked. The names
/// of members that need no second look go into `covered`.
fn with_members(
    store: &mut Store,
    files: Vec<Found>,
    settings: &Settings,
    work: &Work,
    covered: &mut BTreeSet<String>,
) -> Result<Vec<Found>, IngestError> {
    let mut all = Vec::new();
    let mut opened = 0;
    for file in files {
        let is_archive = format::of_file(&file.path, &file.name).is_ok_and(|format| format == format::Format::Zip);
        if !is_archive {
            all.push(file);
            continue;
        }
        covered.insert(file.name.clone());
        let hash = decode::probe(&file.path, None).map_or_else(|_| "unreadable".to_owned(), |probe| probe.hash);
        let mapping = format!("archive {}", settings.hash);
        if store.is_read(&file.name, &hash, &mapping)? {
            let below = format!("{}/", file.name);
            covered.extend(store.sources()?.into_iter().filter(|name| name.starts_with(&below)));
            continue;
        }
        let mut arrival = store.arrive(&file.name, "")?;
        let mut records = 0;
        // An archive that holds archives is opened inwards, the outer ones first.
        let mut open = vec![(file, 0)];
        while let Some((outer, depth)) = open.pop() {
            let mut archive = match archive::open(&outer.path) {
                Ok(archive) => archive,
                Err(why) => {
                    arrival.problem("", &why.0)?;
                    arrival.keep(&[without_words("", &outer.name, SetAside::Unreadable)])?;
                    records += 1;
                    continue;
                }
            };
            opened += 1;
            let folder = work.0.join(format!("archive-{opened}"));
            for member in archive.members() {
                match archive.unpack(&member, &folder) {
                    Ok(path) => {
                        let name = format!("{}/{}", outer.name, member.name);
                        let first = outer.archive.clone().unwrap_or_else(|| outer.name.clone());
                        let inner = Found { name, path, archive: Some(first) };
                        let is_archive =
                            format::of_file(&inner.path, &inner.name).is_ok_and(|f| f == format::Format::Zip);
                        if is_archive && depth < DEEPEST {
                            open.push((inner, depth + 1));
                        } else {
                            all.push(inner);
                        }
                    }
                    Err(archive::Failed::Member(why)) => {
                        arrival.problem(&member.name, &why.0)?;
                        arrival.keep(&[without_words("", &member.name, SetAside::Unreadable)])?;
                        records += 1;
                    }
                    Err(archive::Failed::Disk(source)) => {
                        return Err(IngestError::Folder { path: work.0.clone(), source });
                    }
                }
            }
        }
        arrival.finish(&hash, &mapping, records)?;
    }
    Ok(all)
}

/// A file that no source covers is received all the same.
fn uncovered(store: &mut Store, file: &Found) -> Result<Option<Kept>, IngestError> {
    let hash = decode::probe(&file.path, None).map_or_else(|_| "unreadable".to_owned(), |probe| probe.hash);
    if store.is_read(&file.name, &hash, "uncovered")? {
        return Ok(None);
    }
    let mut arrival = store.arrive(&file.name, "")?;
    let why = match format::of_file(&file.path, &file.name) {
        Ok(format::Format::Encrypted) => "it is password-protected; ask the sender for a copy without a password",
        Ok(format::Format::Empty) => "the file is empty",
        _ => "no `[[source]]` of consultation.toml covers this file; add one, and run again",
    };
    arrival.problem("", why)?;
    arrival.keep(&[without_words("", "", SetAside::Unreadable)])?;
    Ok(Some(arrival.finish(&hash, "uncovered", 1)?))
}
