//! The walk: collect, find the language, tag, find campaigns, index, report. What changed is all that runs again.
//!
//! Each stage asks the store what is newer than its own last work, so a run that was broken off is taken up where it
//! stopped, and a run after nothing changed does nothing.

mod campaigns;
mod coding;
mod indexing;
mod reporting;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::corpus::{Folder, Settings, Store, Walked, settings};
use crate::ingest::{self, fetch};
use crate::model::{AnswerId, CodedAnswer, CodedResponse, CodingFrame, Decision, EventNote, Ledger};
use crate::tagging::{frame, settle::settle};

pub use campaigns::find_campaigns;
pub use coding::{Coded, code};
pub use indexing::{passages, update_index};
pub use reporting::report;

/// Whoever looks on: is told what is being done, and has the clock.
pub trait Watch {
    /// A stage begins; `total` items when it is known.
    fn begins(&mut self, stage: &str, total: Option<u64>);
    /// Some items more are done.
    fn advances(&mut self, items: u64);
    /// Something a person should know.
    fn says(&mut self, what: &str);
    /// Milliseconds since some fixed moment.
    fn ms(&self) -> u64;
    /// The moment, as RFC 3339, for provenance.
    fn now(&self) -> String;
}

/// What one stage did.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stage {
    /// Its name.
    pub stage: &'static str,
    /// Items it worked on; 0 when nothing had changed.
    pub did: u64,
    /// Milliseconds it took.
    pub ms: u64,
}

/// What a run did for one consultation.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Done {
    /// The consultation.
    pub name: String,
    /// The account of everything received.
    pub ledger: Ledger,
    /// Answers and notes that were tagged.
    pub tagged: u64,
    /// Campaigns found.
    pub campaigns: u64,
    /// Passages put into the index or taken out.
    pub indexed: u64,
    /// Reports as they lie there now, written by this run or an earlier one.
    pub reports: Vec<PathBuf>,
    /// Stage by stage.
    pub stages: Vec<Stage>,
}

/// One consultation, opened: its folders, settings, frame and store.
#[derive(Debug)]
pub struct Opened {
    /// Where it lies.
    pub folder: Folder,
    /// Its settings.
    pub settings: Settings,
    /// Its coding frame.
    pub frame: CodingFrame,
    /// BLAKE3 of the frame's file.
    pub frame_hash: String,
    /// Its store.
    pub store: Store,
}

/// Opens a consultation: settings and frame are read and checked before anything is touched.
///
/// # Errors
/// When the settings or the frame are missing or wrong, with line and advice, or the store cannot be opened.
pub fn open(folder: &Folder) -> Result<Opened> {
    let settings = settings::read(&folder.settings(), folder.name())?;
    let path = folder.frame();
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(&path).with_context(|| {
        format!("{shown}: it can't be read; a coding frame is a list of `[[theme]]` with code, label and patterns")
    })?;
    let frame = frame::read(&shown, &text)?;
    let store = Store::open(&folder.database())?;
    Ok(Opened { folder: folder.clone(), settings, frame, frame_hash: hash(&text), store })
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// Does everything that is out of date for one consultation.
///
/// # Errors
/// When a stage cannot do its work. What earlier stages did is kept, and the next run goes on from there.
pub fn run(opened: &mut Opened, watch: &mut dyn Watch) -> Result<Done> {
    let mut stages = Vec::new();
    let read = timed(&mut stages, "ingest", watch, |watch| collect(opened, watch))?;
    if read > 0 || opened.store.stamp("merged")?.is_none() {
        opened.store.merge_submissions()?;
        opened.store.set_stamp("merged", "1")?;
    }
    let coded = code(opened, watch)?;
    stages.extend(coded.stages);
    timed(&mut stages, "campaigns", watch, |watch| find_campaigns(opened, watch))?;
    let indexed = timed(&mut stages, "index", watch, |watch| update_index(opened, watch))?;
    let ledger = opened.store.ledger(opened.folder.name(), &opened.settings.consultation.questions)?;
    let mut reports = Vec::new();
    timed(&mut stages, "report", watch, |watch| {
        let (paths, written) = report(opened, &ledger, watch)?;
        reports = paths;
        Ok(written)
    })?;
    let campaigns = opened.store.campaigns()?.len() as u64;
    let name = opened.folder.name().to_owned();
    Ok(Done { name, ledger, tagged: coded.tagged, campaigns, indexed, reports, stages })
}

fn timed(
    stages: &mut Vec<Stage>,
    stage: &'static str,
    watch: &mut dyn Watch,
    work: impl FnOnce(&mut dyn Watch) -> Result<u64>,
) -> Result<u64> {
    let begun = watch.ms();
    let did = work(watch)?;
    stages.push(Stage { stage, did, ms: watch.ms() - begun });
    Ok(did)
}

/// Fetches addresses and reads every file that changed. Returns how many items were new or changed.
///
/// # Errors
/// When the store or a folder fails. Trouble with a file, row or address is a problem in the ledger or told to `watch`.
pub fn collect(opened: &mut Opened, watch: &mut dyn Watch) -> Result<u64> {
    watch.begins("ingest", None);
    let received = opened.folder.received();
    let urls: Vec<&String> = opened.settings.sources.iter().flat_map(|source| &source.urls).collect();
    if !urls.is_empty() {
        fetch_all(&mut opened.store, &received, &urls, watch)?;
    }
    let collected = ingest::collect(&mut opened.store, &opened.folder, &opened.settings, |_| watch.advances(1))?;
    Ok(collected.new + collected.changed)
}

fn fetch_all(store: &mut Store, received: &Path, urls: &[&String], watch: &mut dyn Watch) -> Result<()> {
    let mut wanted = Vec::new();
    for url in urls {
        let (etag, last_modified) = store.provenance(&fetch::file_of(url))?;
        wanted.push(fetch::Wanted { url: (*url).clone(), etag, last_modified });
    }
    for (url, result) in urls.iter().zip(fetch::fetch(received, &wanted)?) {
        match result {
            Ok(fetch::Fetched::Unchanged) => {}
            Ok(fetch::Fetched::Kept { etag, last_modified, .. }) => {
                let at = watch.now();
                store.keep_provenance(&fetch::file_of(url), url, &at, etag.as_deref(), last_modified.as_deref())?;
            }
            Err(error) => watch.says(&error.to_string()),
        }
    }
    Ok(())
}

/// Calls `visit` with each response as people settled it.
///
/// # Errors
/// When the store fails, or what `visit` returns.
pub fn responses(store: &Store, which: Walked, mut visit: impl FnMut(CodedResponse) -> Result<()>) -> Result<()> {
    let decisions = store.decisions()?;
    store.walk(which, |mut response| {
        response.answers.iter_mut().for_each(|answer| settled(answer, &decisions));
        visit(response)
    })
}

/// Calls `visit` with each event note as people settled it.
///
/// # Errors
/// When the store fails, or what `visit` returns.
pub fn notes(store: &Store, since: i64, mut visit: impl FnMut(EventNote) -> Result<()>) -> Result<()> {
    let decisions = store.decisions()?;
    store.walk_notes(since, |mut note| {
        settled(&mut note.note, &decisions);
        visit(note)
    })
}

fn settled(coded: &mut CodedAnswer, decisions: &BTreeMap<AnswerId, Vec<Decision>>) {
    if let Some(decisions) = decisions.get(&coded.answer.id) {
        coded.tags = settle(&coded.answer.text, std::mem::take(&mut coded.tags), decisions);
    }
}
