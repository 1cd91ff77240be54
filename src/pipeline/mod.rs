//! The walk: collect, find the language, tag, find campaigns, index, report. What changed is all that runs again.
//!
//! Each stage asks the store what is newer than its own last work, so a run that was broken off is taken up where it
//! stopped, and a run after nothing changed does nothing.

mod campaigns;
mod caring;
mod checking;
mod coding;
mod deciding;
mod duplicates;
mod erasing;
mod indexing;
mod reporting;
mod searching;
mod trial;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::corpus::{Fetched, Folder, Settings, SourceSettings, Store, settings};
use crate::ingest::{self, fetch};
use crate::model::{CodingFrame, Ledger};
use crate::tagging::frame;

pub use campaigns::{Act, campaign_history, decide_campaigns, find_campaigns, settle_campaigns};
pub use caring::{Lead, hidden, hide, lead, repeats, shows_hidden};
pub use checking::{Checked, Finding, check};
pub use coding::{Coded, code};
pub use deciding::{Settling, Waits, notes, responses, unsettled, use_frame, waiting};
pub use duplicates::{merge, proposals};
pub use erasing::{Certificate, Forgotten, Request, forget, originals_of, resume};
pub use indexing::{index_is_behind, passages, rebuild_index, update_index};
pub use reporting::report;
pub use searching::{BadSearch, LINE_ORDERS, search_request};
pub use trial::{Counts, Example, StanceChange, ThemeChange, Trial, Tried, is_retagging, trial};

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
    /// Addresses that could not be collected, wholly or in part.
    pub in_trouble: u64,
    /// Answers and notes that were tagged.
    pub tagged: u64,
    /// Decisions of which a person has to say what they mean with this frame.
    pub waiting: u64,
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
    /// The frame's file as it stands.
    pub frame_text: String,
    /// Its store.
    pub store: Store,
    /// This program, which reads untrusted files in a process of its own.
    pub reader: PathBuf,
}

/// Opens a consultation: settings and frame are read and checked before anything is touched. `reader` is the path of
/// this program, which reads untrusted files in a process of its own.
///
/// # Errors
/// When the settings or the frame are missing or wrong, with line and advice, or the store cannot be opened.
pub fn open(folder: &Folder, reader: &Path) -> Result<Opened> {
    let settings = settings::read(&folder.settings(), folder.name())?;
    let path = folder.frame();
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(&path).with_context(|| {
        format!("{shown}: it can't be read; a coding frame is a list of `[[theme]]` with code, label and patterns")
    })?;
    let frame = frame::read(&shown, &text)?;
    let store = Store::open(&folder.database())?;
    let (folder, reader) = (folder.clone(), reader.to_owned());
    Ok(Opened { folder, settings, frame, frame_hash: hash(&text), frame_text: text, store, reader })
}

/// BLAKE3 of a text, as frames and settings are told apart by it.
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// Does everything that is out of date for one consultation.
///
/// # Errors
/// When a stage cannot do its work. What earlier stages did is kept, and the next run goes on from there.
pub fn run(opened: &mut Opened, watch: &mut dyn Watch) -> Result<Done> {
    let mut stages = Vec::new();
    let mut in_trouble = 0;
    timed(&mut stages, "ingest", watch, |watch| {
        let collected = collect(opened, watch)?;
        in_trouble = collected.in_trouble;
        Ok(collected.items)
    })?;
    merge(opened)?;
    let coded = code(opened, watch)?;
    stages.extend(coded.stages);
    timed(&mut stages, "campaigns", watch, |watch| find_campaigns(opened, watch))?;
    // Which long words are alike is known only now; and who is one respondent counts once in a campaign.
    merge(opened)?;
    settle_campaigns(opened)?;
    let indexed = timed(&mut stages, "index", watch, |watch| update_index(opened, watch))?;
    let ledger = opened.store.ledger(opened.folder.name(), &opened.settings.consultation.questions)?;
    let mut reports = Vec::new();
    timed(&mut stages, "report", watch, |watch| {
        let (paths, written) = report(opened, &ledger, watch)?;
        reports = paths;
        Ok(written)
    })?;
    let campaigns = opened.store.campaigns()?.len() as u64;
    let waiting = waiting(&opened.store)?.len() as u64;
    let name = opened.folder.name().to_owned();
    Ok(Done { name, ledger, in_trouble, tagged: coded.tagged, waiting, campaigns, indexed, reports, stages })
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

/// What a collection did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Items that are new or changed.
    pub items: u64,
    /// Addresses that could not be collected, wholly or in part.
    pub in_trouble: u64,
}

/// Collects addresses and reads every file that changed.
///
/// # Errors
/// When the store or a folder fails. Trouble with a file, row or address is a problem in the ledger.
pub fn collect(opened: &mut Opened, watch: &mut dyn Watch) -> Result<Collected> {
    watch.begins("ingest", None);
    let in_trouble = fetch_all(opened, watch)?;
    let Opened { store, folder, settings, reader, .. } = opened;
    let collected = ingest::collect(store, folder, settings, reader, || watch.advances(1))?;
    Ok(Collected { items: collected.new + collected.changed, in_trouble })
}

/// Collects every address of the settings. Returns how many are in trouble; each is a line of the ledger.
fn fetch_all(opened: &mut Opened, watch: &mut dyn Watch) -> Result<u64> {
    let outcomes = fetch(&opened.store, &opened.folder, &opened.settings.sources, watch)?;
    let troubles: Vec<_> = outcomes
        .into_iter()
        .filter(|outcome| !outcome.problems.is_empty())
        .map(|outcome| (outcome.address, outcome.channel, outcome.problems))
        .collect();
    opened.store.keep_troubles(&troubles)?;
    Ok(troubles.len() as u64)
}

/// Collects the addresses of sources, keeps where each file came from, and says what went wrong.
///
/// # Errors
/// When nothing could be asked at all, or the store fails. Trouble with an address is in its outcome.
pub fn fetch(
    store: &Store,
    folder: &Folder,
    sources: &[SourceSettings],
    watch: &mut dyn Watch,
) -> Result<Vec<fetch::Outcome>> {
    if sources.iter().all(|source| source.urls.is_empty()) {
        return Ok(Vec::new());
    }
    let outcomes = fetch::collect(&folder.received(), sources, store.fetched()?, &mut |fetched| {
        store.keep_fetched(&Fetched { at: watch.now(), ..fetched })
    })?;
    for outcome in &outcomes {
        let problems = outcome.problems.iter().map(|problem| match problem.place.as_str() {
            "" => problem.reason.clone(),
            place => format!("{place}: {}", problem.reason),
        });
        for what in problems.chain(outcome.remarks.iter().cloned()) {
            watch.says(&format!("{}: {what}", outcome.address));
        }
    }
    Ok(outcomes)
}
