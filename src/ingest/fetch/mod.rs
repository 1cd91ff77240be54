//! Collecting from addresses, into `received/fetched/`, a few at a time.
//!
//! A second collection asks whether anything changed (ETag, Last-Modified) and moves nothing if not; what broke off is
//! gone on with; an earlier version is kept, hidden, beside the new one. Trouble with one address is that address's own,
//! in plain words, and the others go on.

mod ask;
mod keep;
mod names;
pub(super) mod next;
mod paging;
mod policy;
mod secrets;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use reqwest::Url;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use self::ask::{Answer, Asked, Asker};
use self::names::Place;
use self::policy::Refusal;
use self::trouble::Trouble;
use crate::corpus::{Fetched, SourceSettings, StoreError};
use crate::model::Problem;

pub use names::files_of;

/// What stops all collecting.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The machinery for asking could not be started.
    #[error("collecting over the network could not start: {0}")]
    Start(#[from] std::io::Error),
    /// Provenance could not be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What came of one address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The address, without secrets.
    pub address: String,
    /// Channel of its source.
    pub channel: String,
    /// Files whose bytes are new, below `received/`, sorted.
    pub new: Vec<String>,
    /// What went wrong, for the ledger: a person must look at it.
    pub problems: Vec<Problem>,
    /// What a person may want to know.
    pub remarks: Vec<String>,
}

impl Outcome {
    fn problem(&mut self, place: &str, reason: String) {
        self.problems.push(Problem { place: place.to_owned(), reason });
    }

    fn note(&mut self, answer: &Answer) {
        if answer.is_new {
            self.new.push(answer.file.clone());
        }
        if answer.bytes == 0 {
            self.remarks.push(format!("{}: the server sent nothing; a file of no bytes is kept", answer.file));
        }
    }
}

/// Collects the addresses of all sources into `received`; outcomes are in the order of the settings, an address that
/// stands there twice counts where it stands first. `known` is what was collected before, by file. `keep` is given the
/// provenance of each file when it is in its place, all but the time.
///
/// # Errors
/// When nothing could be asked at all, or what `keep` returns.
pub fn collect(
    received: &Path,
    sources: &[SourceSettings],
    known: BTreeMap<String, Fetched>,
    keep: &mut dyn FnMut(Fetched) -> Result<(), StoreError>,
) -> Result<Vec<Outcome>, FetchError> {
    // One provider for the whole process; a second call finds it in place.
    drop(rustls::crypto::ring::default_provider().install_default());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let known = Arc::new(known);
    runtime.block_on(async {
        let (kept, mut keeping) = mpsc::channel(64);
        let mut met = BTreeSet::new();
        let mut tasks = JoinSet::new();
        for (nth, source) in sources.iter().enumerate() {
            let urls: Vec<String> = source.urls.iter().filter(|url| met.insert((*url).clone())).cloned().collect();
            if urls.is_empty() {
                continue;
            }
            let asker = Asker::new(&source.collect, received.to_owned(), Arc::clone(&known), kept.clone());
            let channel = source.channel.clone();
            tasks.spawn(async move { (nth, of_source(asker, urls, channel).await) });
        }
        drop(kept);
        while let Some(fetched) = keeping.recv().await {
            keep(fetched)?;
        }
        let mut outcomes: Vec<(usize, Vec<Outcome>)> = Vec::new();
        while let Some(done) = tasks.join_next().await {
            outcomes.push(done.map_err(std::io::Error::other)?);
        }
        outcomes.sort_by_key(|(nth, _)| *nth);
        Ok(outcomes.into_iter().flat_map(|(_, outcomes)| outcomes).collect())
    })
}

/// All addresses of a source, a few at a time.
async fn of_source(asker: Result<Asker, Trouble>, urls: Vec<String>, channel: String) -> Vec<Outcome> {
    let begun = |url: &String| Outcome { address: secrets::shown(url), channel: channel.clone(), ..Outcome::default() };
    let mut outcomes: Vec<Outcome> = urls.iter().map(begun).collect();
    let asker = match asker {
        Ok(asker) => Arc::new(asker),
        Err(trouble) => {
            outcomes.iter_mut().for_each(|outcome| outcome.problem("", trouble.to_string()));
            return outcomes;
        }
    };
    let mut wanted = urls.iter().enumerate();
    let mut unfinished: BTreeSet<usize> = (0..urls.len()).collect();
    let mut tasks = JoinSet::new();
    loop {
        while tasks.len() < asker.collect.at_once {
            let Some((nth, url)) = wanted.next() else { break };
            let (asker, url, outcome) = (Arc::clone(&asker), url.clone(), outcomes[nth].clone());
            tasks.spawn(async move { (nth, of_address(&asker, &url, outcome).await) });
        }
        match tasks.join_next().await {
            None => break,
            Some(Ok((nth, outcome))) => {
                outcomes[nth] = outcome;
                unfinished.remove(&nth);
            }
            // A mistake of ours; the other addresses go on, and this one is not silent.
            Some(Err(_)) => {}
        }
    }
    for nth in unfinished {
        outcomes[nth].problem("", Trouble::Broken("a mistake of the program's".to_owned()).to_string());
    }
    outcomes
}

async fn of_address(asker: &Arc<Asker>, address: &str, mut outcome: Outcome) -> Outcome {
    let Ok(url) = Url::parse(address) else {
        outcome.problem("", Refusal::Address.to_string());
        return outcome;
    };
    if let Some(pages) = asker.collect.pages.clone() {
        paging::walk(asker, address, &url, &pages, &mut outcome).await;
    } else {
        let place = Place::of(&asker.received, address);
        let asked = Asked { url: &url, home: &url, place: &place, version: None };
        match asker.ask(&asked).await {
            Ok(answer) => outcome.note(&answer),
            Err(trouble) => {
                let kept = if place.name.is_some() { "; what was collected from it earlier is kept" } else { "" };
                outcome.problem("", format!("{trouble}{kept}"));
            }
        }
    }
    outcome.new.sort();
    outcome
}
