//! Writing the reports: tally, clear, choose quotations, compose, write. Only when something they show has changed.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{Opened, Watch, hash, notes, responses};
use crate::analysis::{Chooser, Tally, clear, may_be_named};
use crate::corpus::Walked;
use crate::corpus::settings::WHOLE;
use crate::model::{Ledger, Locale};
use crate::reports::{self, Manifest, Material};

/// Version of what reports say of the same material: counted up when the writers change.
const WRITERS: u32 = 2;

/// Writes the summary of responses in every language and format, unless the reports that lie there were made from the
/// same things. Returns the paths, and how many were written.
///
/// # Errors
/// When the ledger does not balance, or something cannot be read or written.
pub fn report(opened: &Opened, ledger: &Ledger, watch: &mut dyn Watch) -> Result<(Vec<PathBuf>, u64)> {
    if !ledger.balanced {
        bail!(
            "the ledger of {} does not balance: {} received, {} analysed, {} merged, {} set aside; no report is built. \
             `ymateb ledger {}` shows which source is short",
            ledger.consultation,
            ledger.received,
            ledger.analysed,
            ledger.merged,
            ledger.set_aside.values().sum::<u64>(),
            ledger.consultation
        );
    }
    let folder = opened.folder.reports();
    let made_from = made_from(opened, ledger)?;
    let names = names(opened);
    let paths: Vec<PathBuf> = names.iter().map(|(name, ..)| folder.join(name)).collect();
    if reports::made_from(&folder).as_deref() == Some(made_from.as_str()) && paths.iter().all(|path| path.is_file()) {
        return Ok((paths, 0));
    }
    watch.begins("report", None);
    let material = material(opened, ledger, watch)?;
    let mut files = Vec::new();
    for (name, locale, write) in names {
        files.push((name, write(&reports::summary(&material, locale)).into_bytes()));
    }
    let manifest = Manifest {
        consultation: opened.folder.name().to_owned(),
        made_from,
        inputs: opened.store.hashes()?,
        settings: opened.settings.hash.clone(),
        frame_version: opened.frame.version,
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        ..Manifest::default()
    };
    reports::write(&folder, &files, &manifest)?;
    Ok((paths, files.len() as u64))
}

/// Whether the reports were made from what is there now; `None` when there are none.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn are_fresh(opened: &Opened, ledger: &Ledger) -> Result<Option<bool>> {
    let Some(from) = reports::made_from(&opened.folder.reports()) else { return Ok(None) };
    Ok(Some(from == made_from(opened, ledger)?))
}

type Writer = fn(&reports::Document) -> String;

fn names(opened: &Opened) -> Vec<(String, Locale, Writer)> {
    let mut names: Vec<(String, Locale, Writer)> = Vec::new();
    for locale in &opened.settings.consultation.languages {
        names.push((format!("summary.{}.html", locale.tag()), *locale, reports::html));
        names.push((format!("summary.{}.md", locale.tag()), *locale, reports::markdown));
    }
    names
}

/// One hash over everything that decides what a report shows: what was received, under which numbers, what people
/// decided, the frame, the settings, the program. The same on every machine.
fn made_from(opened: &Opened, ledger: &Ledger) -> Result<String> {
    let mut parts = vec![
        serde_json::to_string(&opened.store.hashes()?)?,
        serde_json::to_string(&opened.store.numbers()?)?,
        serde_json::to_string(&opened.store.decisions()?)?,
        serde_json::to_string(&opened.store.item_decisions()?)?,
        serde_json::to_string(&opened.store.campaign_decisions()?)?,
        serde_json::to_string(ledger)?,
        opened.frame_hash.clone(),
        opened.settings.hash.clone(),
        format!("{} {WRITERS}", env!("CARGO_PKG_VERSION")),
    ];
    parts.extend(restrictions_and_consents(opened)?);
    Ok(hash(&parts.join("\n")))
}

/// What is out of general view and what respondents allow now, as people changed it; nothing where nobody did.
fn restrictions_and_consents(opened: &Opened) -> Result<Option<String>> {
    let standing = opened.store.restrictions()?.into_iter().filter(|restriction| restriction.stands());
    let standing: Vec<_> = standing.map(|one| (one.item, one.question, one.kind)).collect();
    let changed: Vec<_> = opened.store.consent_changes()?.into_iter().map(|(_, change)| change).collect();
    let is_any = !standing.is_empty() || !changed.is_empty();
    Ok(is_any.then(|| serde_json::to_string(&(standing, changed))).transpose()?)
}

/// Walks through the corpus once and gathers what a report is made of.
fn material(opened: &Opened, ledger: &Ledger, watch: &mut dyn Watch) -> Result<Material> {
    let mut consultation = opened.settings.consultation.clone();
    // Where nobody wrote a letter, the report has no chapter for letters.
    consultation
        .questions
        .retain(|question| question.id != WHOLE || ledger.questions.iter().any(|line| line.id == WHOLE));
    let consultation = &consultation;
    let mut tally = Tally::new(consultation, &opened.frame);
    let mut chooser = Chooser::new(consultation, &opened.frame);
    let mut named = Vec::new();
    let mut out_of_view = 0;
    responses(&opened.store, Walked::All, |response| {
        tally.add(&response);
        chooser.add(&response);
        out_of_view += u64::from(response.answers.iter().any(|coded| coded.in_view().is_none()));
        named.extend(may_be_named(&response.response).map(str::to_owned));
        watch.advances(1);
        Ok(())
    })?;
    notes(&opened.store, -1, |note| {
        tally.add_note(&note);
        Ok(())
    })?;
    named.sort();
    named.dedup();
    Ok(Material {
        consultation: consultation.clone(),
        frame: opened.frame.clone(),
        ledger: ledger.clone(),
        events: opened.store.events()?,
        figures: clear(tally.finish(), consultation),
        quotations: chooser.finish(),
        campaigns: opened.store.campaigns()?,
        named,
        out_of_view,
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        cleared_by_officials: false,
    })
}
