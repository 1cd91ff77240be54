//! `ymateb restrict` and `release`: out of general view, and back.

use anyhow::{Result, anyhow};

use super::arguments::{Release, Restrict};
use super::watch::{Terminal, now};
use super::{Context, Outcome, Stopped, put, tell};
use crate::corpus::ToRestrict;
use crate::locale::Value;
use crate::model::{CareEvent, CareVerb, Restriction, RestrictionKind};
use crate::pipeline::{self, Lead, Opened};

pub(super) fn restrict(context: &Context, asked: &Restrict) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let item = item(context, &opened, &asked.response)?;
    let question = question(context, &opened, asked.question.as_deref())?;
    let event = CareEvent {
        at: now(),
        person: asked.by.clone(),
        verb: CareVerb::Restrict,
        note: in_own_words(context, &opened, item, &asked.because)?,
    };
    take_out(context, &mut opened, ToRestrict { item, question, kind: asked.kind }, &event)?;
    Ok(Outcome::Done)
}

pub(super) fn release(context: &Context, asked: &Release) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let item = item(context, &opened, &asked.response)?;
    let note = in_own_words(context, &opened, item, &asked.because)?;
    let meant: Vec<Restriction> = standing(&opened, item)?
        .into_iter()
        .filter(|one| asked.kind.is_none_or(|kind| kind == one.kind))
        .filter(|one| asked.question.is_none() || asked.question == one.question)
        .collect();
    let response = ("response", Value::from(asked.response.as_str()));
    if meant.is_empty() {
        return Err(usage(context, "restrict-none", &[response]).into());
    }
    let mut kinds: Vec<RestrictionKind> = meant.iter().map(|one| one.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() > 1 {
        let kinds = kinds.into_iter().map(RestrictionKind::as_str).collect::<Vec<_>>().join(", ");
        return Err(usage(context, "restrict-which", &[response, ("kinds", kinds.into())]).into());
    }
    // Whether a child is safe is not for everybody to say.
    let person = match kinds.first() {
        Some(RestrictionKind::Safeguarding) => lead(context, &opened, &asked.by)?.name().to_owned(),
        _ => asked.by.clone(),
    };
    let event = CareEvent { at: now(), person, verb: CareVerb::Release, note };
    for one in &meant {
        opened.store.care(one, &event)?;
    }
    show_again(context, &mut opened)?;
    put(&(context.say_with("release-done", &[response]) + "\n"))?;
    Ok(Outcome::Done)
}

/// Takes something out of general view, everywhere, and says so. What is withdrawn goes with all that is one response with it.
pub(super) fn take_out(context: &Context, opened: &mut Opened, what: ToRestrict, event: &CareEvent) -> Result<()> {
    let items = match what.kind {
        RestrictionKind::Withdrawn => opened.store.one_response(what.item)?,
        _ => vec![what.item],
    };
    let mut is_new = false;
    for item in items {
        is_new |= opened.store.restrict(&ToRestrict { item, ..what.clone() }, event)?.1;
    }
    let is_gone = show_again(context, opened)?;
    let args = [
        ("response", format!("R-{:05}", what.item).into()),
        ("question", what.question.clone().unwrap_or_default().into()),
        ("kind", context.say(&format!("restriction-{}", what.kind.as_str())).into()),
    ];
    let id = match (is_new, what.question.is_some()) {
        (false, _) => "restrict-again",
        (true, false) => "restrict-done",
        (true, true) => "restrict-done-answer",
    };
    put(&(context.say_with(id, &args) + "\n"))?;
    if is_gone {
        tell(&context.say("restrict-reports-gone"));
    }
    Ok(())
}

/// Brings index and reports in line; returns whether reports had to be taken away.
fn show_again(context: &Context, opened: &mut Opened) -> Result<bool> {
    let mut watch = Terminal::new(context.locale);
    let hidden = pipeline::hide(opened, &mut watch);
    watch.done();
    hidden
}

/// Restrictions of a response that stand.
pub(super) fn standing(opened: &Opened, item: i64) -> Result<Vec<Restriction>> {
    let together = opened.store.one_response(item)?;
    let all = opened.store.restrictions()?.into_iter();
    Ok(all.filter(|one| one.stands() && together.contains(&one.item)).collect())
}

/// The item of a reference as it arrived.
pub(super) fn item(context: &Context, opened: &Opened, response: &str) -> Result<i64> {
    let found = opened.store.received_item(response)?;
    let unknown = || usage(context, "show-unknown", &[("response", response.into())]);
    Ok(found.map(|(item, _)| item).ok_or_else(unknown)?)
}

/// A question of the consultation, if one was named.
pub(super) fn question(context: &Context, opened: &Opened, question: Option<&str>) -> Result<Option<String>> {
    let Some(question) = question else { return Ok(None) };
    let questions = &opened.settings.consultation.questions;
    if opened.settings.consultation.question(question).is_none() {
        let known: Vec<&str> = questions.iter().map(|q| q.id.as_str()).collect();
        let args = [("question", question.into()), ("known", known.join(", ").into())];
        return Err(usage(context, "assign-no-question", &args).into());
    }
    Ok(Some(question.to_owned()))
}

/// A lead of the consultation, by name.
pub(super) fn lead(context: &Context, opened: &Opened, name: &str) -> Result<Lead> {
    let file = super::shown(&opened.folder.settings());
    let not = || usage(context, "not-a-lead", &[("person", name.into()), ("file", file.into())]);
    Ok(pipeline::lead(opened, name).ok_or_else(not)?)
}

/// What an official wrote, unless it repeats the respondent's words: logs hold none of them.
pub(super) fn in_own_words(context: &Context, opened: &Opened, item: i64, written: &str) -> Result<String> {
    if pipeline::repeats(opened, item, written)? {
        return Err(usage(context, "not-own-words", &[]).into());
    }
    Ok(written.trim().to_owned())
}

pub(super) fn usage(context: &Context, id: &str, args: &[(&str, Value<'_>)]) -> Stopped {
    Stopped::Usage(anyhow!(context.say_with(id, args)))
}
