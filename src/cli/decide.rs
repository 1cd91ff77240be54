//! `ymateb decide`: what a person says of an answer's themes and stance, one at a time or from a file; appended, never
//! overwritten.

mod reading;
mod rows;
mod waiting;

use anyhow::{Result, anyhow};

use super::arguments::Decide;
use super::watch::now;
use super::{Context, Outcome, Stopped, put, tell};
use crate::model::{Decision, Verb};
use crate::pipeline::{self, Opened, Settling};
use reading::Reading;
use rows::Row;

pub(super) use waiting::{documents as waiting_documents, quoted, remark as waiting_remark};

pub(super) fn run(context: &Context, asked: &Decide) -> Result<Outcome> {
    if asked.waiting {
        return waiting::run(context, asked);
    }
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    // Who decides means the codes of the frame as it stands.
    pipeline::use_frame(&mut opened, now())?;
    let settling = Settling::new(&opened.store)?;
    let line = match &asked.from {
        Some(file) => {
            let (decisions, known) = rows::read(context, &opened, &settling, asked, file)?;
            opened.store.decide(&decisions)?;
            let n = decisions.len() as u64;
            context.say_with("decide-kept", &[("n", n.into()), ("known", known.into())])
        }
        None => {
            let mut reading = Reading::new(context, &opened, &settling);
            let decision = reading.decision(&row(asked)).map_err(|what| Stopped::Usage(anyhow!(what)))?;
            opened.store.decide(&[decision])?;
            String::new()
        }
    };
    let done = context.say_with("decide-done", &[("name", asked.name.as_str().into())]);
    put(&format!("{}\n", [line, done].iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join(" ")))?;
    if let Some(remark) = waiting_remark(context, &opened)? {
        tell(&remark);
    }
    Ok(Outcome::Done)
}

/// What stands on the command line, as a row of a file would say it.
fn row(asked: &Decide) -> Row {
    Row {
        response: asked.response.clone().unwrap_or_default(),
        question: asked.question.clone().unwrap_or_default(),
        verb: asked.verb.clone().unwrap_or_default(),
        theme: asked.theme.clone().unwrap_or_default(),
        to: asked.to.clone().unwrap_or_default(),
        words: asked.words.clone().unwrap_or_default(),
        start: String::new(),
        by: asked.by.clone().unwrap_or_default(),
        note: asked.note.clone(),
        at: now(),
    }
}

/// Whether a decision is no other than one that was kept before.
fn is_known(settling: &Settling, decision: &Decision) -> bool {
    let kept = settling.decisions.get(&decision.answer).into_iter().flatten();
    let same = |kept: &Decision| Decision { id: 0, frame: decision.frame.clone(), ..kept.clone() };
    kept.into_iter().any(|kept| same(kept) == *decision)
}

/// The last decision on a passage that still stands.
fn last<'s>(settling: &'s Settling, decisions: &'s [Decision], wanted: &Decision) -> Option<&'s Decision> {
    let undone: Vec<i64> = decisions.iter().filter_map(|decision| decision.undoes).collect();
    let is_theme = |decision: &Decision| {
        let became = |code: &str| settling.lineage.now(code, &decision.frame);
        let names = |code: &str| {
            code == wanted.theme || became(code) == crate::tagging::lineage::Became::Theme(wanted.theme.clone())
        };
        wanted.theme.is_empty() || names(&decision.theme) || names(&decision.to)
    };
    let is_there = |decision: &Decision| match (decision.span, wanted.span) {
        (Some(span), Some(wanted)) => span.overlaps(&wanted),
        _ => true,
    };
    decisions.iter().rev().find(|decision| {
        decision.verb != Verb::Undo && !undone.contains(&decision.id) && is_theme(decision) && is_there(decision)
    })
}

/// What every reading of a row needs of the consultation.
type Desk<'d> = (&'d Context, &'d Opened, &'d Settling);
