//! `ymateb worry` and `worries`: one action from anywhere takes an item out of general view; a queue with clocks says what is
//! due. Nothing is sent by the program.

use std::fmt::Write as _;

use anyhow::Result;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::arguments::{Worries, Worry};
use super::restrict::{in_own_words, item, lead, question, standing, take_out, usage};
use super::watch::now;
use super::{Context, Outcome, put, put_json};
use crate::corpus::ToRestrict;
use crate::model::{CareEvent, CareVerb, Clocks, Restriction, RestrictionKind, WorryState};

pub(super) fn run(context: &Context, asked: &Worry) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let item = item(context, &opened, &asked.response)?;
    let question = question(context, &opened, asked.question.as_deref())?;
    let note = in_own_words(context, &opened, item, asked.note.as_deref().unwrap_or(&asked.because))?;
    let at = asked.at.map_or_else(now, |at| at.to_string());
    let mut event = CareEvent { at, person: asked.by.clone(), verb: verb(asked), note };
    if event.verb == CareVerb::Restrict {
        take_out(context, &mut opened, ToRestrict { item, question, kind: RestrictionKind::Safeguarding }, &event)?;
        let args = [("name", asked.name.as_str().into()), ("leads", opened.settings.care.leads.len().into())];
        put(&(context.say_with("worry-next", &args) + "\n"))?;
        return Ok(Outcome::Done);
    }
    let response = ("response", asked.response.as_str().into());
    let open = standing(&opened, item)?
        .into_iter()
        .rev()
        .find(|one| one.kind == RestrictionKind::Safeguarding && (question.is_none() || question == one.question));
    let Some(open) = open else { return Err(usage(context, "worry-none", &[response]).into()) };
    // Anyone may add a word; what was done about it is for a lead to say.
    if event.verb != CareVerb::Note {
        event.person = lead(context, &opened, &asked.by)?.name().to_owned();
        if open.state() == WorryState::Closed {
            return Err(usage(context, "worry-is-closed", &[response]).into());
        }
    }
    opened.store.care(&open, &event)?;
    let step = context.say(&format!("care-{}", event.verb.as_str()));
    put(&(context.say_with("worry-kept", &[response, ("step", step.into())]) + "\n"))?;
    if event.verb == CareVerb::Close {
        put(&(context.say_with(
            "worry-still-hidden",
            &[("name", asked.name.as_str().into()), ("response", open.response.as_str().into())],
        ) + "\n"))?;
    }
    Ok(Outcome::Done)
}

fn verb(asked: &Worry) -> CareVerb {
    let steps = [
        (asked.referred, CareVerb::Referred),
        (asked.confirmed, CareVerb::Confirmed),
        (asked.acknowledged, CareVerb::Acknowledged),
        (asked.close, CareVerb::Close),
        (asked.note.is_some(), CareVerb::Note),
    ];
    steps.into_iter().find(|(is_asked, _)| *is_asked).map_or(CareVerb::Restrict, |(_, verb)| verb)
}

/// Lists worries that are not closed, and whatever else is out of general view. Reasons and the log are for leads. The exit
/// status is 1 while a clock has run out.
pub(super) fn queue(context: &Context, asked: &Worries) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    let is_lead = asked.lead.as_deref().map(|name| lead(context, &opened, name)).transpose()?.is_some();
    let now = asked.now.unwrap_or_else(Timestamp::now);
    let holidays = &opened.settings.care.holidays;
    let mut worries = Vec::new();
    let mut others = Vec::new();
    for one in opened.store.restrictions()? {
        let is_worry = one.kind == RestrictionKind::Safeguarding;
        let clocks = one.clocks(now, holidays).filter(|_| is_worry);
        match is_worry {
            true if asked.all || clocks.is_some() => worries.push((one, clocks)),
            false if asked.all || one.stands() => others.push((one, None)),
            _ => {}
        }
    }
    let late = |clocks: &Option<Clocks>| clocks.as_ref().is_some_and(|c| c.confirm_overdue || c.acknowledge_overdue);
    let is_late = worries.iter().any(|(_, clocks)| late(clocks));
    if asked.json {
        let documents = |list: &[(Restriction, Option<Clocks>)]| {
            list.iter().map(|(one, clocks)| document(one, clocks.as_ref(), is_lead)).collect::<Vec<_>>()
        };
        put_json(&json!({ "now": now.to_string(), "worries": documents(&worries), "restricted": documents(&others) }))?;
    } else {
        put(&page(context, &worries, &others, is_lead))?;
    }
    Ok(if is_late { Outcome::LookAtThis } else { Outcome::Done })
}

/// `{response, question, kind, state, since, by, stands, clocks, log: [{at, person, verb, note}]}`; reasons and log for leads.
fn document(one: &Restriction, clocks: Option<&Clocks>, is_lead: bool) -> Value {
    let began = one.began();
    let mut value = json!({
        "response": one.response, "question": one.question, "kind": one.kind, "stands": one.stands(),
        "since": began.map(|event| &event.at), "by": began.map(|event| &event.person),
    });
    if one.kind == RestrictionKind::Safeguarding {
        value["state"] = json!(one.state());
        value["clocks"] = json!(clocks);
    }
    if is_lead {
        value["log"] = json!(one.log);
    }
    value
}

type Listed = [(Restriction, Option<Clocks>)];

fn page(context: &Context, worries: &Listed, others: &Listed, is_lead: bool) -> String {
    let mut text = context.say_with("worries-count", &[("n", (worries.len() as u64).into())]) + "\n";
    for (one, clocks) in worries {
        let state = context.say(&format!("worry-{}", one.state().as_str()));
        let _ = writeln!(text, "\n{} · {state}", head(context, one));
        if let Some(clocks) = clocks {
            let clock = |id: &str, is_late: bool, by: &str| {
                let late = if is_late { "yes" } else { "no" };
                context.say_with(id, &[("late", late.into()), ("by", by.into())])
            };
            if one.state() < WorryState::Confirmed {
                let _ = writeln!(text, "    {}", clock("worry-confirm", clocks.confirm_overdue, &clocks.confirm_by));
            }
            if one.state() < WorryState::Acknowledged {
                let day = crate::locale::date(context.locale, &clocks.acknowledge_by);
                let _ = writeln!(text, "    {}", clock("worry-acknowledge", clocks.acknowledge_overdue, &day));
            }
        }
        log(context, &mut text, one, is_lead);
    }
    if !others.is_empty() {
        let _ = writeln!(text, "\n{}", context.say_with("restricted-count", &[("n", (others.len() as u64).into())]));
        for (one, _) in others {
            let kind = context.say(&format!("restriction-{}", one.kind.as_str()));
            let _ = writeln!(text, "{} · {kind}", head(context, one));
            log(context, &mut text, one, is_lead);
        }
    }
    text
}

fn head(context: &Context, one: &Restriction) -> String {
    let question = one.question.clone().unwrap_or_default();
    let began = one.began().map(|event| {
        let args = [("person", event.person.as_str().into()), ("at", event.at.as_str().into())];
        context.say_with("restricted-since", &args)
    });
    let parts = [one.response.clone(), question, began.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn log(context: &Context, text: &mut String, one: &Restriction, is_lead: bool) {
    for event in one.log.iter().filter(|_| is_lead) {
        let verb = context.say(&format!("care-{}", event.verb.as_str()));
        let note = if event.note.is_empty() { String::new() } else { format!(": {}", event.note) };
        let _ = writeln!(text, "    {} · {} · {verb}{note}", event.at, event.person);
    }
}
