//! Keeping the index in step with the store: what is newer than the index's own stamp, or everything.

use std::collections::BTreeSet;
use std::sync::mpsc::sync_channel;

use anyhow::{Result, anyhow};

use super::{Opened, Watch, notes, responses};
use crate::analysis::{is_guarded, may_be_named};
use crate::corpus::Walked;
use crate::index::{self, Change, IndexError, Passage, Stamp};
use crate::model::{CampaignState, CodedAnswer, CodedResponse, CodingFrame, EventNote};

/// Passages on their way from the store to the index.
const ON_THE_WAY: usize = 512;

/// Brings the index up to date. Returns how many passages were put in or taken out.
///
/// # Errors
/// When the store cannot be read or the index not be written; the next run tries again.
pub fn update_index(opened: &Opened, watch: &mut dyn Watch) -> Result<u64> {
    let dir = opened.folder.index();
    let identity = opened.store.identity()?;
    let stamp = stamp(opened)?;
    let last = index::stamp(&dir);
    if last.as_ref() == Some(&stamp) {
        return Ok(0);
    }
    // An index of another store, or of none that it can name, is built whole.
    let since = last.and_then(|last| {
        let (of, at) = last.0.split_once(' ').map(|(of, at)| (of.to_owned(), at.parse::<i64>().ok()))?;
        (of == identity).then_some(at).flatten()
    });
    watch.begins("index", None);
    match since {
        Some(since) => match send(opened, &stamp, Some(since), watch) {
            Err(error) if error.downcast_ref::<IndexError>().is_some_and(IndexError::asks_for_rebuild) => {
                send(opened, &stamp, None, watch)
            }
            done => done,
        },
        None => send(opened, &stamp, None, watch),
    }
}

/// What an index of the store as it is now is built from.
pub(super) fn stamp(opened: &Opened) -> Result<Stamp> {
    Ok(Stamp(format!("{} {}", opened.store.identity()?, opened.store.revision()?)))
}

/// Whether the store has changed since the index was built.
///
/// # Errors
/// When the store cannot be read.
pub fn index_is_behind(opened: &Opened) -> Result<bool> {
    Ok(index::stamp(&opened.folder.index()) != Some(stamp(opened)?))
}

/// Builds the index that could not be asked, whatever its stamp says, unless it can be asked by now.
///
/// # Errors
/// As [`update_index`].
pub fn rebuild_index(opened: &Opened, watch: &mut dyn Watch) -> Result<u64> {
    if index::search(&opened.folder.index(), &index::Request::default()).is_ok() {
        return Ok(0);
    }
    watch.begins("index", None);
    send(opened, &stamp(opened)?, None, watch)
}

/// Walks the store on this thread while the index is written on another.
fn send(opened: &Opened, stamp: &Stamp, since: Option<i64>, watch: &mut dyn Watch) -> Result<u64> {
    let dir = opened.folder.index();
    if let Some(parent) = dir.parent() {
        std::fs::create_dir_all(parent).map_err(|error| anyhow!("{}: {error}", parent.display()))?;
    }
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Result<Change, String>>(ON_THE_WAY);
        let writer = scope.spawn(move || index::update(&dir, stamp, since.is_none(), receiver.into_iter()));
        let put = |change: Change| sender.send(Ok(change)).map_err(|_| anyhow!("the index stopped taking passages"));
        let walked = (|| {
            if let Some(since) = since {
                for answer in opened.store.gone_since(since)? {
                    put(Change::Remove(answer))?;
                }
            }
            let which = since.map_or(Walked::All, Walked::Since);
            responses(&opened.store, which, |response| {
                // What was in view when the index was built, and is not any more.
                let hidden = response.answers.iter().filter(|coded| since.is_some() && coded.in_view().is_none());
                hidden.map(|coded| coded.answer.id).try_for_each(|answer| put(Change::Remove(answer)))?;
                let passages = passages(&opened.frame, &response);
                watch.advances(passages.len() as u64);
                passages.into_iter().try_for_each(|passage| put(Change::Put(passage)))
            })?;
            notes(&opened.store, since.unwrap_or(-1), |note| put(Change::Put(note_passage(&opened.frame, note))))
        })();
        if let Err(error) = &walked {
            // The writer must not take what came so far for everything.
            drop(sender.send(Err(error.to_string())));
        }
        drop(sender);
        let written = writer.join().map_err(|_| anyhow!("the index's thread broke off"))?;
        // When the index refused, that is the reason; the walk only noticed that nobody listened.
        let done = written?;
        walked.map(|()| done)
    })
}

/// The searchable passages of a response: its answers in words, without what is only repeated or signed, and without what is
/// out of general view.
pub fn passages(frame: &CodingFrame, response: &CodedResponse) -> Vec<Passage> {
    let of = &response.response;
    let base = Passage {
        reference: of.id.clone(),
        kind: of.respondent.kind.clone(),
        organisation: may_be_named(of).unwrap_or_default().to_owned(),
        area: of.respondent.area.clone(),
        channel: of.channel.clone(),
        received: of.received.clone(),
        quotable: of.respondent.consents.quote,
        publish: of.respondent.consents.publish,
        ..Passage::default()
    };
    let said = response.answers.iter().filter(|coded| coded.answer.substance.is_said() && coded.in_view().is_some());
    said.map(|coded| passage(frame, &base, coded)).collect()
}

fn passage(frame: &CodingFrame, base: &Passage, coded: &CodedAnswer) -> Passage {
    let mut themes: Vec<String> = coded.tags.iter().map(|tag| tag.theme.clone()).collect();
    themes.sort();
    themes.dedup();
    let above: BTreeSet<&str> = themes.iter().flat_map(|theme| frame.line(theme).skip(1)).collect();
    let above = above.into_iter().map(str::to_owned).collect();
    Passage {
        key: coded.answer.id,
        question: coded.answer.question.clone(),
        text: coded.answer.text.clone(),
        language: coded.answer.language.clone(),
        themes,
        above,
        stance: coded.stance.as_ref().map(|found| found.value),
        campaign: coded
            .campaign
            .filter(|member| member.state != CampaignState::Dismissed)
            .map(|member| member.campaign),
        // Words of somebody of whom nobody knows what they are can't be attributed, so they can't be quoted.
        guarded: is_guarded(frame, coded) || (!base.event && base.kind.is_empty()),
        place: coded.answer.place.clone(),
        ..base.clone()
    }
}

pub(super) fn note_passage(frame: &CodingFrame, note: EventNote) -> Passage {
    let base = Passage { reference: note.event, channel: "event".to_owned(), event: true, ..Passage::default() };
    passage(frame, &base, &note.note)
}
