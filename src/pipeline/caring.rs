//! What is out of general view: taking it out at once everywhere, and the one door through which a lead reads it.

use anyhow::Result;

use super::deciding::Settling;
use super::{Opened, Watch, find_campaigns, merge, report, settle_campaigns, update_index};
use crate::corpus::Walked;
use crate::model::{CareEvent, CareVerb, CodedResponse, Restriction};
use crate::{index, reports};

/// A safeguarding lead of the consultation. [`lead`] is the only maker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead(String);

impl Lead {
    /// Their name, as the settings write it.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// A response with all its words, whether or not it is in general view. That the lead saw it is kept first, with each
    /// restriction that hid any of it.
    ///
    /// # Errors
    /// When the store fails; nothing is shown that was not logged.
    pub fn reads(&self, opened: &mut Opened, item: i64, at: &str) -> Result<Option<CodedResponse>> {
        for restriction in standing(opened, item)? {
            let person = self.0.clone();
            let event = CareEvent { at: at.to_owned(), person, verb: CareVerb::Seen, note: String::new() };
            opened.store.care(&restriction, &event)?;
        }
        let mut found = None;
        Settling::new(&opened.store)?.whole(&opened.store, Walked::One(item), |response| {
            found = Some(response);
            Ok(())
        })?;
        Ok(found)
    }
}

/// The lead of this name, if the settings name one.
pub fn lead(opened: &Opened, name: &str) -> Option<Lead> {
    opened.settings.care.lead(name).map(|name| Lead(name.to_owned()))
}

/// Whether the index is older than the last thing that was taken out of general view or erased, and so would show it.
///
/// # Errors
/// When the store fails.
pub fn shows_hidden(opened: &Opened) -> Result<bool> {
    let hidden = opened.store.hidden_at()?;
    // An index of another store shows nothing that this one hides.
    let built = index::stamp(&opened.folder.index()).and_then(|stamp| stamp.0.split_once(' ')?.1.parse::<i64>().ok());
    Ok(built.is_some_and(|built| built < hidden))
}

/// Responses with something out of general view that a lead looks for, in order; nothing of them leaves here.
///
/// # Errors
/// When the store fails.
pub fn hidden(opened: &Opened, is_meant: impl Fn(&str) -> bool) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for item in opened.store.restricted()?.items() {
        opened.store.walk(Walked::One(item), |response| {
            let hidden = response.answers.iter().filter(|coded| coded.restricted.is_some());
            if hidden.into_iter().any(|coded| is_meant(&coded.answer.text)) {
                found.push(item);
            }
            anyhow::Ok(())
        })?;
    }
    Ok(found)
}

/// Words in a row that are no coincidence: a reason that shares so many with the respondent's words repeats them.
const REPEATED: usize = 5;

/// Whether what an official writes about a response repeats its words; logs and queues hold none of them.
///
/// # Errors
/// When the store fails.
pub fn repeats(opened: &Opened, item: i64, written: &str) -> Result<bool> {
    let plain = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let written = plain(written);
    let mut found = false;
    opened.store.walk(Walked::One(item), |response| {
        for coded in &response.answers {
            let said = plain(&coded.answer.text);
            found |= written.windows(REPEATED).any(|these| said.windows(REPEATED).any(|those| those == these));
        }
        anyhow::Ok(())
    })?;
    Ok(found)
}

/// Restrictions of a response that stand.
///
/// # Errors
/// When the store fails.
pub(super) fn standing(opened: &Opened, item: i64) -> Result<Vec<Restriction>> {
    let together = opened.store.one_response(item)?;
    let all = opened.store.restrictions()?.into_iter();
    Ok(all.filter(|restriction| restriction.stands() && together.contains(&restriction.item)).collect())
}

/// Brings index and reports in line after something was taken out of general view or back, so that none of them shows
/// what the store hides. Reports that cannot be built again (the ledger does not balance) are taken away instead; returns
/// whether they were.
///
/// # Errors
/// When the store, the index or the reports cannot be read or written.
pub fn hide(opened: &mut Opened, watch: &mut dyn Watch) -> Result<bool> {
    merge(opened)?;
    find_campaigns(opened, watch)?;
    settle_campaigns(opened)?;
    if opened.folder.index().exists() {
        update_index(opened, watch)?;
    }
    let folder = opened.folder.reports();
    if !reports::is_written(&folder) {
        return Ok(false);
    }
    let ledger = opened.store.ledger(opened.folder.name(), &opened.settings.consultation.questions)?;
    if ledger.balanced {
        report(opened, &ledger, watch)?;
        return Ok(false);
    }
    reports::take_away(&folder)?;
    Ok(true)
}
