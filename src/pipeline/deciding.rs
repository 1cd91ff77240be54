//! Answers as people settled them, and decisions of which somebody has to say what they mean now.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::Opened;
use crate::corpus::{FrameVersion, Store, Walked};
use crate::model::{AnswerId, CodedAnswer, CodedResponse, Decision, EventNote, Span, Verb};
use crate::tagging::lineage::{Became, Lineage};
use crate::tagging::settle::{Settled, Waiting, settle};

/// Everything that people decided about answers, ready to be applied.
#[derive(Debug, Default)]
pub struct Settling {
    /// By answer, oldest first.
    pub decisions: BTreeMap<AnswerId, Vec<Decision>>,
    /// The versions of the frame in which they decided.
    pub lineage: Lineage,
}

impl Settling {
    /// Reads them from the store. The present version of the frame is the one used last, which is the one that the tags of
    /// the store were made with.
    ///
    /// # Errors
    /// When the store fails.
    pub fn new(store: &Store) -> Result<Self> {
        let versions = store.frames()?.into_iter().map(|frame| (frame.hash, frame.outline));
        Ok(Settling { decisions: store.decisions()?, lineage: Lineage::new(versions) })
    }

    /// What people decided about an answer, or about one of the same words that it stands for, oldest first.
    pub fn on(&self, coded: &CodedAnswer) -> Vec<Decision> {
        let ids = std::iter::once(&coded.answer.id).chain(&coded.also);
        let mut decisions: Vec<Decision> = ids.filter_map(|id| self.decisions.get(id)).flatten().cloned().collect();
        decisions.sort_by_key(|decision| decision.id);
        decisions
    }

    /// An answer as machines coded it, settled by people with the frame of a lineage.
    pub fn settled(&self, coded: &CodedAnswer, lineage: &Lineage) -> Settled {
        settle(&coded.answer.text, coded.tags.clone(), coded.stance.clone(), &self.on(coded), lineage)
    }

    fn apply(&self, coded: &mut CodedAnswer) {
        let decisions = self.on(coded);
        if decisions.is_empty() {
            return;
        }
        let (tags, stance) = (std::mem::take(&mut coded.tags), coded.stance.take());
        let settled = settle(&coded.answer.text, tags, stance, &decisions, &self.lineage);
        (coded.tags, coded.stance) = (settled.tags, settled.stance);
        coded.waits = settled.waiting.iter().map(|waiting| place(coded, waiting)).collect();
    }

    /// Calls `visit` with each response as people settled it, without the words that are out of general view.
    ///
    /// # Errors
    /// When the store fails, or what `visit` returns.
    pub fn responses(
        &self,
        store: &Store,
        which: Walked,
        mut visit: impl FnMut(CodedResponse) -> Result<()>,
    ) -> Result<()> {
        self.whole(store, which, |response| visit(response.withheld()))
    }

    /// The same with all words, for a lead.
    pub(super) fn whole(
        &self,
        store: &Store,
        which: Walked,
        mut visit: impl FnMut(CodedResponse) -> Result<()>,
    ) -> Result<()> {
        store.walk(which, |mut response| {
            response.answers.iter_mut().for_each(|answer| self.apply(answer));
            visit(response)
        })
    }

    /// Answers with a decision of which the present frame of a lineage does not say what its code stands for.
    pub fn unsure(&self, lineage: &Lineage) -> BTreeSet<AnswerId> {
        let is_unsure = |decision: &Decision| {
            let codes: &[&String] = match decision.verb {
                Verb::Accept | Verb::Reject | Verb::Add => &[&decision.theme],
                Verb::Move => &[&decision.theme, &decision.to],
                Verb::Stance | Verb::Undo => &[],
            };
            codes.iter().any(|code| matches!(lineage.now(code, &decision.frame), Became::Unsure { .. }))
        };
        self.decisions.iter().filter(|(_, on)| on.iter().any(is_unsure)).map(|(answer, _)| *answer).collect()
    }
}

/// The passage of a waiting decision.
fn place(coded: &CodedAnswer, waiting: &Waiting) -> Span {
    waiting.span.unwrap_or(Span { start: 0, end: coded.answer.text.len() })
}

/// Calls `visit` with each response as people settled it, without the words that are out of general view.
///
/// # Errors
/// When the store fails, or what `visit` returns.
pub fn responses(store: &Store, which: Walked, visit: impl FnMut(CodedResponse) -> Result<()>) -> Result<()> {
    Settling::new(store)?.responses(store, which, visit)
}

/// Calls `visit` with each response as the machine coded it, without the words that are out of general view.
///
/// # Errors
/// When the store fails, or what `visit` returns.
pub fn unsettled(store: &Store, which: Walked, mut visit: impl FnMut(CodedResponse) -> Result<()>) -> Result<()> {
    store.walk(which, |response| visit(response.withheld()))
}

/// Calls `visit` with each event note as people settled it.
///
/// # Errors
/// When the store fails, or what `visit` returns.
pub fn notes(store: &Store, since: i64, mut visit: impl FnMut(EventNote) -> Result<()>) -> Result<()> {
    let settling = Settling::new(store)?;
    store.walk_notes(since, |mut note| {
        settling.apply(&mut note.note);
        visit(note)
    })
}

/// Keeps the text of the frame as the version that is used from now on. Returns whether it is another one than before.
///
/// # Errors
/// When the store or the file cannot be read or written.
pub fn use_frame(opened: &mut Opened, at: String) -> Result<bool> {
    let (version, outline) = (opened.frame.version, opened.frame.outline());
    let used = FrameVersion { hash: opened.frame_hash.clone(), version, at, outline };
    Ok(opened.store.use_frame(&used, &opened.frame_text)?)
}

/// A decision that waits, with where it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Reference of the response.
    pub response: String,
    /// The question.
    pub question: String,
    /// The decision, and what it may mean.
    pub waiting: Waiting,
}

/// Decisions of which a person has to say what they mean with the frame that is used now, in order of response.
///
/// # Errors
/// When the store fails.
pub fn waiting(store: &Store) -> Result<Vec<Waits>> {
    let settling = Settling::new(store)?;
    let mut items = BTreeSet::new();
    for answer in settling.unsure(&settling.lineage) {
        items.extend(store.answer_home(answer)?.map(|(_, item)| item));
    }
    let mut waits = Vec::new();
    for item in items {
        store.walk(Walked::One(item), |response| {
            // What was replaced by a later export waits for nobody.
            if store.item(&response.response.id)?.is_some_and(|(_, aside)| aside.is_some()) {
                return anyhow::Ok(());
            }
            // What is out of general view waits until it is back: the list shows words.
            let in_view = response.answers.iter().filter(|coded| coded.in_view().is_some());
            waits.extend(in_view.flat_map(|coded| found(&response, coded, &settling)));
            anyhow::Ok(())
        })?;
    }
    Ok(waits)
}

fn found(response: &CodedResponse, coded: &CodedAnswer, settling: &Settling) -> Vec<Waits> {
    let (reference, question) = (&response.response.id, &coded.answer.question);
    let waiting = settling.settled(coded, &settling.lineage).waiting.into_iter();
    waiting.map(|waiting| Waits { response: reference.clone(), question: question.clone(), waiting }).collect()
}
