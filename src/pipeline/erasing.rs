//! Forgetting a person: their words leave originals, store, index, reports and free pages, and a certificate says so.
//!
//! What is to be done is written down without words before anything is done, so that a run that was stopped at any moment is
//! finished by the next one. Originals come first: while one of them holds the words, the store still knows them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::{Opened, Watch, find_campaigns, merge, report, settle_campaigns, update_index};
use crate::corpus::{Action, Erasing, Erasure, FilePlan, Phase, ToErase};
use crate::ingest::{self, cut};
use crate::locale::{date, say, say_with};
use crate::model::{Ledger, Locale, Restriction};
use crate::{index, reports};

/// What somebody asks for on a respondent's behalf.
#[derive(Clone, Debug)]
pub struct Request {
    /// Row number of one of the respondent's items.
    pub item: i64,
    /// Who erases.
    pub person: String,
    /// Why, in their words.
    pub because: String,
    /// ISO date on which the respondent asked, or empty.
    pub asked: String,
    /// The moment, as RFC 3339.
    pub at: String,
}

/// What came of it.
#[derive(Debug)]
pub enum Forgotten {
    /// The words are gone, but for what the certificate names.
    Done(Box<Certificate>),
    /// They must not be erased while these stand.
    Held(Vec<Restriction>),
    /// They were erased before; with what was met again since: file and place.
    Before(Box<Certificate>, Vec<(String, String)>),
}

/// What was erased, when, by whom, where copies may remain; without the words.
#[derive(Clone, Debug, Serialize)]
pub struct Certificate {
    /// `ER-0001`.
    pub erasure: String,
    /// The consultation.
    pub consultation: String,
    /// When, as RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why.
    pub because: String,
    /// ISO date on which the respondent asked, or empty.
    pub asked: String,
    /// References of the responses and submissions.
    pub responses: Vec<String>,
    /// What was taken out of the store.
    pub counted: Erasing,
    /// How many originals the records were cut out of.
    pub files_cut: u64,
    /// How many originals held nothing else and went.
    pub files_removed: u64,
    /// Originals and other files that still hold some of the words.
    pub remains: Vec<String>,
    /// The account afterwards.
    pub received: u64,
    /// Responses analysed afterwards.
    pub analysed: u64,
    /// Items merged afterwards.
    pub merged: u64,
    /// Items set aside afterwards, with those erased.
    pub set_aside: u64,
    /// Whether it balances.
    pub balanced: bool,
    /// Where it was written.
    #[serde(skip)]
    pub paths: Vec<PathBuf>,
}

/// Erases every word of a respondent.
///
/// # Errors
/// When an original, the store, the index or a report cannot be read or written; the next run goes on from there.
pub fn forget(opened: &mut Opened, request: &Request, watch: &mut dyn Watch) -> Result<Forgotten> {
    resume(opened, watch)?;
    let items = opened.store.all_of_respondent(request.item)?;
    let theirs = opened.store.to_erase(&items)?;
    if theirs.iter().all(|one| one.is_erased) {
        let all = opened.store.erasures()?;
        let before = all.into_iter().rev().find(|erasure| erasure.items.contains(&request.item));
        let before = before.context("an item without words has no record of its erasure")?;
        let met = opened.store.erased_and_met()?.into_iter().filter(|(item, ..)| items.contains(item));
        let met = met.map(|(_, file, place)| (file, place)).collect();
        return Ok(Forgotten::Before(Box::new(certificate(opened, &before)?), met));
    }
    let holds: Vec<Restriction> = opened
        .store
        .restrictions()?
        .into_iter()
        .filter(|one| one.stands() && one.kind.is_hold() && items.contains(&one.item))
        .collect();
    if !holds.is_empty() {
        return Ok(Forgotten::Held(holds));
    }
    let mut erasure = Erasure {
        id: 0,
        at: request.at.clone(),
        person: request.person.clone(),
        because: request.because.clone(),
        asked: request.asked.clone(),
        phase: Phase::Begun,
        files: plan(opened, &theirs, &items)?,
        items,
        counted: Erasing { reports: reports::is_written(&opened.folder.reports()), ..Erasing::default() },
        remains: Vec::new(),
    };
    erasure.id = opened.store.begin_erasure(&erasure)?;
    Ok(Forgotten::Done(Box::new(go_on(opened, erasure, watch)?)))
}

/// Finishes an erasure that was broken off. Returns its certificate, if there was one.
///
/// # Errors
/// As [`forget`].
pub fn resume(opened: &mut Opened, watch: &mut dyn Watch) -> Result<Option<Certificate>> {
    let unfinished = opened.store.erasures()?.into_iter().find(|erasure| erasure.phase != Phase::Done);
    unfinished.map(|erasure| go_on(opened, erasure, watch)).transpose()
}

fn go_on(opened: &mut Opened, mut erasure: Erasure, watch: &mut dyn Watch) -> Result<Certificate> {
    let mut needles = Vec::new();
    if erasure.phase == Phase::Begun {
        let theirs = opened.store.to_erase(&erasure.items)?;
        needles = telling(opened, &theirs, &erasure.items)?;
        let stays = originals(opened, &erasure, &theirs)?;
        let received = opened.folder.received();
        erasure.remains = holding(&received, &received, &needles);
        erasure.remains.extend(stays);
        erasure.remains.sort();
        erasure.remains.dedup();
        erasure.counted.searched = true;
        erasure.counted = opened.store.erase(&erasure)?;
    }
    // What was read out of files that were cut stands elsewhere in them now.
    let Opened { store, folder, settings, reader, .. } = &mut *opened;
    ingest::collect(store, folder, settings, reader, || {})?;
    merge(opened)?;
    find_campaigns(opened, watch)?;
    merge(opened)?;
    settle_campaigns(opened)?;
    index::take_away_strays(&opened.folder.index())?;
    if opened.folder.index().exists() {
        update_index(opened, watch)?;
    }
    reports::take_away(&opened.folder.reports())?;
    let ledger = ledger(opened)?;
    if erasure.counted.reports && ledger.balanced {
        report(opened, &ledger, watch)?;
    }
    opened.store.scrub()?;
    if !needles.is_empty() {
        let corpus = opened.folder.corpus();
        let root = corpus.parent().and_then(Path::parent).unwrap_or(&corpus).to_owned();
        let received = opened.folder.received();
        for folder in [corpus, opened.folder.index(), opened.folder.reports()] {
            // Originals were searched before, while what cannot be cut was known.
            let found = holding(&folder, &root, &needles).into_iter();
            erasure.remains.extend(found.filter(|file| !root.join(file).starts_with(&received)));
        }
    }
    let mut certificate = certificate(opened, &erasure)?;
    certificate.paths = write(opened, &certificate)?;
    opened.store.finish_erasure(erasure.id)?;
    // Its own last record went through the log too.
    opened.store.scrub()?;
    Ok(certificate)
}

fn ledger(opened: &Opened) -> Result<Ledger> {
    Ok(opened.store.ledger(opened.folder.name(), &opened.settings.consultation.questions)?)
}

/// What happens to each file that holds something of the respondent's.
fn plan(opened: &Opened, theirs: &[ToErase], items: &[i64]) -> Result<Vec<FilePlan>> {
    let mut plans: Vec<FilePlan> = Vec::new();
    for one in theirs.iter().filter(|one| !one.is_erased) {
        if plans.iter().any(|plan| plan.source == one.source) {
            continue;
        }
        let (file, inner) = on_disk(opened, &one.file);
        let Ok(bytes) = std::fs::read(opened.folder.received().join(file)) else {
            // Its file is gone already; the store is all that holds the words.
            continue;
        };
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let action = match () {
            () if opened.store.holds_only(file, items)? => Action::Remove,
            () if !inner && cuttable(opened, theirs, one.source).is_ok() => Action::Cut,
            () => Action::Stays,
        };
        plans.push(FilePlan { source: one.source, hash, action });
    }
    Ok(plans)
}

/// Originals that hold nothing but some items: name and bytes.
///
/// # Errors
/// When the store fails. A file that is gone is left out.
pub fn originals_of(opened: &Opened, items: &[i64]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    for one in opened.store.to_erase(items)? {
        let (file, _) = on_disk(opened, &one.file);
        if found.iter().any(|(name, _)| name == file) || !opened.store.holds_only(file, items)? {
            continue;
        }
        found.extend(std::fs::read(opened.folder.received().join(file)).ok().map(|bytes| (file.to_owned(), bytes)));
    }
    Ok(found)
}

/// The file that a source lies in: itself, or the archive that it is a member of; and which of the two.
fn on_disk<'f>(opened: &Opened, file: &'f str) -> (&'f str, bool) {
    let received = opened.folder.received();
    let mut at = file;
    while !received.join(at).is_file() {
        let Some((outer, _)) = at.rsplit_once('/') else { return (file, false) };
        at = outer;
    }
    (at, at != file)
}

/// The bytes of a file without the respondent's records.
fn cuttable(opened: &Opened, theirs: &[ToErase], source: i64) -> Result<(String, Vec<u8>), cut::NotCut> {
    let of_file: Vec<&ToErase> = theirs.iter().filter(|one| one.source == source && !one.place.is_empty()).collect();
    let file = of_file.first().ok_or(cut::NotCut::Otherwise)?.file.clone();
    let records: Vec<cut::Record> = of_file
        .iter()
        .map(|one| {
            let [name, organisation, email] = &one.who;
            let who = name.split_whitespace().map(str::to_owned).chain([organisation.clone(), email.clone()]);
            let words = one.answers.iter().cloned().chain(who).collect();
            cut::Record { place: one.place.clone(), id: one.key.clone(), words }
        })
        .collect();
    let path = opened.folder.received().join(&file);
    let encodings = opened.settings.sources.iter().filter(|source| fits(&source.files, &file));
    let encoding = encodings.into_iter().find_map(|source| source.encoding.clone());
    let bytes = cut::without(&path, &file, encoding.as_deref(), &records)?;
    Ok((file, bytes))
}

fn fits(pattern: &str, file: &str) -> bool {
    pattern.rsplit_once('.').is_some_and(|(_, ending)| file.to_lowercase().ends_with(&format!(".{ending}")))
}

/// Cuts and takes away what the plan says, unless that is done. Returns files that hold the words still.
fn originals(opened: &Opened, erasure: &Erasure, theirs: &[ToErase]) -> Result<Vec<String>> {
    let mut stays = Vec::new();
    for plan in &erasure.files {
        let Some(one) = theirs.iter().find(|one| one.source == plan.source) else { continue };
        let (file, _) = on_disk(opened, &one.file);
        let path = opened.folder.received().join(file);
        let is_as_before = std::fs::read(&path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == plan.hash);
        if !is_as_before {
            continue;
        }
        let at = || path.display().to_string();
        match plan.action {
            Action::Remove => opened.folder.remove_original(file).with_context(at)?,
            Action::Cut => match cuttable(opened, theirs, plan.source) {
                Ok((file, bytes)) => opened.folder.replace_original(&file, &bytes).with_context(at)?,
                Err(_) => stays.push(file.to_owned()),
            },
            Action::Stays => stays.push(file.to_owned()),
        }
        // What an address still gives comes back with the next collection.
        if let Some(fetched) = opened.store.fetched()?.get(file) {
            stays.push(fetched.address.clone());
        }
    }
    Ok(stays)
}

/// Characters of a piece of the words that is looked for; shorter ones stand elsewhere by chance.
const TELLING: usize = 24;

/// Pieces by which files that hold the respondent's words are found: address, name, and passages that nobody else wrote.
fn telling(opened: &Opened, theirs: &[ToErase], items: &[i64]) -> Result<Vec<String>> {
    let mut pieces: Vec<String> = Vec::new();
    for one in theirs {
        let [name, _, email] = &one.who;
        if name.split_whitespace().count() > 1 && name.chars().count() >= 6 {
            pieces.push(name.clone());
        }
        if email.contains('@') {
            pieces.push(email.clone());
        }
        for text in &one.answers {
            // Formats escape these, so a piece stands between them.
            let parts = text.split(['"', '\'', '\\', '\n', '\r', '&', '<', '>', '’']);
            for part in parts.map(str::trim).filter(|part| part.chars().count() >= TELLING) {
                let piece: String = part.chars().take(2 * TELLING).collect();
                if !pieces.contains(&piece) && !opened.store.is_said_by_others(&piece, items)? {
                    pieces.push(piece);
                }
            }
        }
    }
    Ok(pieces)
}

/// Files below a folder that hold one of some pieces, as paths below another.
fn holding(folder: &Path, below: &Path, pieces: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(&inner).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if cut::holds(&path, pieces) {
                let shown = path.strip_prefix(below).unwrap_or(&path);
                found.push(shown.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

fn certificate(opened: &Opened, erasure: &Erasure) -> Result<Certificate> {
    let ledger = ledger(opened)?;
    let files = |action: Action| erasure.files.iter().filter(|plan| plan.action == action).count() as u64;
    Ok(Certificate {
        erasure: reference(erasure.id),
        consultation: opened.folder.name().to_owned(),
        at: erasure.at.clone(),
        by: erasure.person.clone(),
        because: erasure.because.clone(),
        asked: erasure.asked.clone(),
        responses: erasure.items.iter().map(|item| format!("R-{item:05}")).collect(),
        counted: erasure.counted,
        files_cut: files(Action::Cut),
        files_removed: files(Action::Remove),
        remains: erasure.remains.clone(),
        received: ledger.received,
        analysed: ledger.analysed,
        merged: ledger.merged,
        set_aside: ledger.set_aside.values().sum(),
        balanced: ledger.balanced,
        paths: paths(opened, erasure.id),
    })
}

/// Reference of an erasure: `ER-0001`.
fn reference(id: i64) -> String {
    format!("ER-{id:04}")
}

fn paths(opened: &Opened, id: i64) -> Vec<PathBuf> {
    let name = |ending: &str| opened.folder.erasures().join(format!("{}.{ending}", reference(id)));
    ["json", "en.md", "cy.md"].map(name).into()
}

fn write(opened: &Opened, certificate: &Certificate) -> Result<Vec<PathBuf>> {
    let failed = || opened.folder.erasures().display().to_string();
    let name = |ending: &str| format!("{}.{ending}", certificate.erasure);
    let json = serde_json::to_string_pretty(certificate)? + "\n";
    let mut paths = vec![opened.folder.write_certificate(&name("json"), &json).with_context(failed)?];
    for locale in Locale::BOTH {
        let ending = format!("{}.md", locale.tag());
        let text = certificate.said(locale);
        paths.push(opened.folder.write_certificate(&name(&ending), &text).with_context(failed)?);
    }
    Ok(paths)
}

impl Certificate {
    /// The certificate in words, as Markdown.
    pub fn said(&self, locale: Locale) -> String {
        let title = say_with(locale, "certificate-title", &[("erasure", self.erasure.as_str().into())]);
        let mut lines = vec![format!("# {title}"), String::new()];
        let day = date(locale, &self.at);
        let args = [
            ("name", self.consultation.as_str().into()),
            ("day", day.into()),
            ("person", self.by.as_str().into()),
            ("responses", self.responses.join(", ").into()),
        ];
        lines.push(say_with(locale, "certificate-what", &args));
        lines.push(say_with(locale, "certificate-because", &[("because", self.because.as_str().into())]));
        if !self.asked.is_empty() {
            lines.push(say_with(locale, "certificate-asked", &[("day", date(locale, &self.asked).into())]));
        }
        lines.push(String::new());
        let counted = &self.counted;
        for (id, n) in [
            ("certificate-items", counted.items),
            ("certificate-answers", counted.answers),
            ("certificate-tags", counted.tags),
            ("certificate-decisions", counted.decisions),
            ("certificate-cut", self.files_cut),
            ("certificate-removed", self.files_removed),
        ] {
            lines.push(format!("- {}", say_with(locale, id, &[("n", n.into())])));
        }
        lines.push(format!("- {}", say(locale, "certificate-rebuilt")));
        lines.push(String::new());
        let args = [
            ("received", self.received.into()),
            ("analysed", self.analysed.into()),
            ("merged", self.merged.into()),
            ("aside", self.set_aside.into()),
            ("balanced", if self.balanced { "yes" } else { "no" }.into()),
        ];
        lines.push(say_with(locale, "certificate-ledger", &args));
        lines.push(String::new());
        lines.push(format!("## {}", say(locale, "certificate-remains")));
        lines.push(String::new());
        for file in &self.remains {
            let said = say_with(locale, "certificate-file", &[("file", file.as_str().into())]);
            lines.push(format!("- {said}"));
        }
        if !counted.searched {
            lines.push(format!("- {}", say(locale, "certificate-unsearched")));
        }
        for id in ["certificate-published", "certificate-backups", "certificate-exports", "certificate-disk"] {
            lines.push(format!("- {}", say(locale, id)));
        }
        lines.join("\n") + "\n"
    }
}
