//! Collecting: every file below `received/` is read by the source that covers it, and only when it changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::decode::{self, Probe};
use super::{Record, Sink, document, event, jsonl, mapping, table};
use crate::corpus::{Arrival, Folder, ItemContent, Kept, Layout, Settings, SourceSettings, Store, StoreError};
use crate::model::{Consultation, SetAside};

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

impl IngestError {
    pub(crate) fn unreadable_file(_: &Path, source: std::io::Error) -> Self {
        IngestError::File { source }
    }
}

/// What a collection did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Files looked at.
    pub files: u64,
    /// Files read, because they were new or had changed.
    pub read: u64,
    /// Items never seen before.
    pub new: u64,
    /// Items that changed, and those set aside because their file holds them no more.
    pub changed: u64,
}

/// Items kept in one transaction.
const BATCH: usize = 1000;

/// How often one and the same problem is listed for a source before the rest is only counted.
const LISTED: u64 = 20;

/// Reads everything below `received/` that changed since it was last read. `progress` is told each file's path.
///
/// # Errors
/// When a folder or the store fails; files and rows that cannot be read become problems in the ledger.
pub fn collect(
    store: &mut Store,
    folder: &Folder,
    settings: &Settings,
    mut progress: impl FnMut(&str),
) -> Result<Collected, IngestError> {
    let received = folder.received();
    let mut collected = Collected::default();
    let mut covered: BTreeSet<String> = BTreeSet::new();
    for source in &settings.sources {
        let register = register(&received, source)?;
        if let (Some(name), Some(register)) = (&source.register, &register) {
            covered.insert(name.clone());
            check_register(store, name, &received, source, register)?;
        }
        for file in files(&received, source)? {
            if covered.insert(file.clone()) {
                progress(&file);
                let reading = Reading { consultation: &settings.consultation, source, register: register.as_ref() };
                collected.add(reading.file(store, &received, &file)?);
            }
        }
    }
    for file in all_files(&received)? {
        if covered.insert(file.clone()) {
            progress(&file);
            collected.add(uncovered(store, &received, &file)?);
        }
    }
    for file in store.sources()? {
        if !covered.contains(&file) {
            collected.changed += store.source_gone(&file)?;
        }
    }
    Ok(collected)
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

/// Lines of a register by the file that each is about.
type Register = BTreeMap<String, Record>;

struct Reading<'a> {
    consultation: &'a Consultation,
    source: &'a SourceSettings,
    register: Option<&'a Register>,
}

impl Reading<'_> {
    /// Reads one file, unless it and the way to read it are as they were. `None` when there was nothing to do.
    fn file(&self, store: &mut Store, received: &Path, file: &str) -> Result<Option<Kept>, IngestError> {
        let path = received.join(file);
        let logged = self.register.and_then(|register| register.get(file.rsplit('/').next().unwrap_or(file)));
        let mapping = self.fingerprint(logged);
        let probe = decode::probe(&path, self.source.encoding.as_deref());
        let hash = probe.as_ref().map_or_else(|_| "unreadable".to_owned(), |probe| probe.hash.clone());
        if store.is_read(file, &hash, &mapping)? {
            return Ok(None);
        }
        let mut keeper = Keeper::new(self, store.arrive(file, &self.source.channel)?);
        let outcome = match &probe {
            Ok(probe) => self.read(&path, probe, logged, &mut keeper),
            Err(error) => Err(IngestError::File { source: std::io::Error::new(error.kind(), error.to_string()) }),
        };
        match outcome {
            Ok(()) => {}
            // Half a file is better than none: what was read before the break is kept, and the break is said.
            Err(IngestError::File { source }) => keeper.unreadable("", format!("it could not be read: {source}"))?,
            Err(other) => return Err(other),
        }
        keeper.finish(&hash, &mapping).map(Some)
    }

    fn read(
        &self,
        path: &Path,
        probe: &Probe,
        logged: Option<&Record>,
        keeper: &mut Keeper<'_, '_>,
    ) -> Result<(), IngestError> {
        if let Some(remark) = &probe.remark {
            keeper.problem("", remark.clone())?;
        }
        if probe.bytes == 0 {
            return keeper.problem("", "the file is empty".to_owned());
        }
        let text = || decode::read_to_string(path, probe).map_err(|source| IngestError::File { source });
        match self.source.layout_of(&path.to_string_lossy()) {
            Layout::Table => table::read(path, probe, self.source.delimiter, keeper).map(drop),
            Layout::Jsonl => jsonl::read(path, probe, keeper).map(drop),
            Layout::Text => {
                if self.register.is_some() && logged.is_none() {
                    keeper.problem("", "the register has no line for it, so its consents count as no".to_owned())?;
                }
                let mapped = document::item(self.consultation, self.source, &text()?, logged);
                keeper.mapped("", mapped)
            }
            Layout::Event => match event::read(&text()?) {
                Ok((event, notes)) => Ok(keeper.arrival.keep_event(&event, &notes)?),
                Err((place, what)) => keeper.unreadable(&place, what),
            },
        }
    }

    /// Everything besides the file's own bytes that decides what is read out of it.
    fn fingerprint(&self, logged: Option<&Record>) -> String {
        let logged = logged.map(|record| &record.cells);
        let parts = (self.source, &self.consultation.questions, &self.consultation.types, &self.consultation.areas);
        let text = serde_json::to_string(&(parts, &self.consultation.late, logged, READERS)).unwrap_or_default();
        blake3::hash(text.as_bytes()).to_hex()[..32].to_owned()
    }
}

/// Version of the readers: counted up when the same bytes are read otherwise than before.
const READERS: u32 = 1;

/// The sink that keeps items in the store, a batch at a time.
struct Keeper<'r, 's> {
    reading: &'r Reading<'r>,
    arrival: Arrival<'s>,
    batch: Vec<ItemContent>,
    records: u64,
    checked_header: bool,
    said: BTreeMap<String, u64>,
}

impl<'r, 's> Keeper<'r, 's> {
    fn new(reading: &'r Reading<'r>, arrival: Arrival<'s>) -> Self {
        let batch = Vec::with_capacity(BATCH);
        Keeper { reading, arrival, batch, records: 0, checked_header: false, said: BTreeMap::new() }
    }

    fn mapped(&mut self, place: &str, mapped: mapping::Mapped) -> Result<(), IngestError> {
        self.records += 1;
        for problem in mapped.problems {
            self.problem(place, problem)?;
        }
        self.batch.push(mapped.item);
        if self.batch.len() == BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), IngestError> {
        self.arrival.keep(&self.batch)?;
        self.batch.clear();
        Ok(())
    }

    fn finish(mut self, hash: &str, mapping: &str) -> Result<Kept, IngestError> {
        self.flush()?;
        for (reason, n) in std::mem::take(&mut self.said) {
            if n > LISTED {
                self.arrival.problem("", &format!("{} more times: {reason}", n - LISTED))?;
            }
        }
        Ok(self.arrival.finish(hash, mapping, self.records)?)
    }
}

impl Sink for Keeper<'_, '_> {
    fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError> {
        // Objects of JSON Lines may each lack what is blank; only a table's header can be wrong as a whole.
        if !self.checked_header && place.starts_with("row") {
            self.checked_header = true;
            for column in mapping::missing_columns(self.reading.source, record) {
                self.problem(
                    "",
                    format!("it has no column `{column}`, which consultation.toml names; correct one of the two"),
                )?;
            }
        }
        let mapped = mapping::item(self.reading.consultation, self.reading.source, place, record);
        self.mapped(place, mapped)
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        let said = self.said.entry(reason.clone()).or_default();
        *said += 1;
        if *said <= LISTED {
            self.arrival.problem(place, &reason)?;
        }
        Ok(())
    }

    fn unreadable(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.problem(place, reason)?;
        self.records += 1;
        self.batch.push(unreadable(&self.reading.source.channel, place));
        Ok(())
    }
}

fn unreadable(channel: &str, place: &str) -> ItemContent {
    ItemContent {
        key: format!("unreadable {place}"),
        place: place.to_owned(),
        channel: channel.to_owned(),
        set_aside: Some(SetAside::Unreadable),
        ..ItemContent::default()
    }
}

/// A file that no source covers is received all the same.
fn uncovered(store: &mut Store, received: &Path, file: &str) -> Result<Option<Kept>, IngestError> {
    let hash = decode::probe(&received.join(file), None).map_or_else(|_| "unreadable".to_owned(), |probe| probe.hash);
    if store.is_read(file, &hash, "uncovered")? {
        return Ok(None);
    }
    let mut arrival = store.arrive(file, "")?;
    arrival.problem("", "no `[[source]]` of consultation.toml covers this file; add one, and run again")?;
    arrival.keep(&[unreadable("", "")])?;
    Ok(Some(arrival.finish(&hash, "uncovered", 1)?))
}

/// Files of a source, as paths below `received/`, sorted.
fn files(received: &Path, source: &SourceSettings) -> Result<Vec<String>, IngestError> {
    let mut found: Vec<String> = source.urls.iter().map(|url| super::fetch::file_of(url)).collect();
    found.retain(|file| received.join(file).is_file());
    if !source.files.is_empty() {
        let wrong = |why: &str| IngestError::Pattern { pattern: source.files.clone(), why: why.to_owned() };
        if Path::new(&source.files).is_absolute() || source.files.split('/').any(|part| part == "..") {
            return Err(wrong("it leads out of received/"));
        }
        // The pattern's matches come back without `./`, so both sides are made absolute before they are compared.
        let failed = |source| IngestError::Folder { path: received.to_owned(), source };
        let received = match received.canonicalize() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
            absolute => absolute.map_err(failed)?,
        };
        let root = glob::Pattern::escape(&received.to_string_lossy());
        let paths = glob::glob(&format!("{root}/{}", source.files)).map_err(|error| wrong(error.msg))?;
        found.extend(paths.flatten().filter(|path| path.is_file()).filter_map(|path| below(&received, &path)));
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Every file below `received/`, but for hidden ones.
fn all_files(received: &Path) -> Result<BTreeSet<String>, IngestError> {
    let mut files = BTreeSet::new();
    let mut folders = vec![received.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |source| IngestError::Folder { path: folder.clone(), source };
        let entries = match std::fs::read_dir(&folder) {
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
            } else {
                files.extend(below(received, &path));
            }
        }
    }
    Ok(files)
}

fn below(received: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(received).ok()?.components();
    Some(parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// Reads the register of a source's letters, when it has one.
fn register(received: &Path, source: &SourceSettings) -> Result<Option<Register>, IngestError> {
    let Some(name) = &source.register else { return Ok(None) };
    let path = received.join(name);
    let failed = |source| IngestError::Folder { path: path.clone(), source };
    let probe = decode::probe(&path, source.encoding.as_deref()).map_err(failed)?;
    let mut lines = Lines::default();
    match table::read(&path, &probe, source.delimiter, &mut lines) {
        Ok(_) => Ok(Some(lines.0)),
        Err(IngestError::File { source }) => Err(failed(source)),
        Err(other) => Err(other),
    }
}

/// Letters that were logged and are not there are the ones that get lost, so the ledger names them.
fn check_register(
    store: &mut Store,
    name: &str,
    received: &Path,
    source: &SourceSettings,
    register: &Register,
) -> Result<(), IngestError> {
    let there: BTreeSet<String> =
        files(received, source)?.iter().filter_map(|file| file.rsplit('/').next()).map(str::to_owned).collect();
    let missing: Vec<&String> = register.keys().filter(|file| !there.contains(*file)).collect();
    let fingerprint = format!("{missing:?}");
    if store.is_read(name, "register", &fingerprint)? {
        return Ok(());
    }
    let mut arrival = store.arrive(name, &source.channel)?;
    for file in missing {
        arrival.problem("", &format!("`{file}` is logged here and is not among the files received; find it"))?;
    }
    arrival.finish("register", &fingerprint, 0)?;
    Ok(())
}

#[derive(Default)]
struct Lines(Register);

impl Sink for Lines {
    fn record(&mut self, _: &str, record: &Record) -> Result<(), IngestError> {
        if let Some(file) = record.get("File") {
            self.0.insert(file.trim().to_owned(), record.clone());
        }
        Ok(())
    }

    fn problem(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }

    fn unreadable(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }
}
