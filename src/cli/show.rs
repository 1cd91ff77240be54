//! `ymateb show`: one response whole, with its tags and where it came from.

use std::fmt::Write as _;

use anyhow::{Result, anyhow};
use serde_json::json;

use super::arguments::Show;
use super::watch::now;
use super::{Context, Outcome, Stopped, put, put_json, restrict};
use crate::corpus::Walked;
use crate::model::{CodedAnswer, CodedResponse, ConsentChange, Consultation, Origin, Stance, StanceConflict, Tag};
use crate::pipeline::{self, Opened};
use crate::text::reading::readable;

pub(super) fn run(context: &Context, asked: &Show) -> Result<Outcome> {
    if let Some(person) = &asked.lead {
        return for_lead(context, asked, person);
    }
    let opened = context.open(&asked.name)?;
    let args = [("response", asked.response.as_str().into())];
    let unknown = || Stopped::Usage(anyhow!(context.say_with("show-unknown", &args)));
    let (item, aside) = opened.store.item(&asked.response)?.ok_or_else(unknown)?;
    let mut found = None;
    pipeline::responses(&opened.store, Walked::One(item), |response| {
        found = Some(response);
        Ok(())
    })?;
    let response = found.ok_or_else(unknown)?;
    say(context, &opened, asked, item, &response, aside.as_deref())?;
    Ok(if response.is_out_of_view() { Outcome::LookAtThis } else { Outcome::Done })
}

/// The whole response for a lead, who is named in its log.
fn for_lead(context: &Context, asked: &Show, person: &str) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let lead = restrict::lead(context, &opened, person)?;
    let args = [("response", asked.response.as_str().into())];
    let unknown = || Stopped::Usage(anyhow!(context.say_with("show-unknown", &args)));
    let (item, aside) = opened.store.item(&asked.response)?.ok_or_else(unknown)?;
    let mut response = lead.reads(&mut opened, item, &now())?.ok_or_else(unknown)?;
    // To the lead it is in view; why it is not to others stands in the queue.
    response.response.restricted = None;
    response.answers.iter_mut().for_each(|coded| coded.restricted = None);
    say(context, &opened, asked, item, &response, aside.as_deref())?;
    Ok(Outcome::Done)
}

fn say(
    context: &Context,
    opened: &Opened,
    asked: &Show,
    item: i64,
    response: &CodedResponse,
    aside: Option<&str>,
) -> Result<()> {
    let all = opened.store.consent_changes()?.into_iter();
    let changes: Vec<ConsentChange> = all.filter(|(of, _)| *of == item).map(|(_, change)| change).collect();
    if asked.json {
        let mut document = document(&opened.settings.consultation, response, aside);
        if !changes.is_empty() {
            document["consent_changes"] = json!(changes);
        }
        return put_json(&document);
    }
    put(&page(context, opened, response, aside, &changes))
}

/// A response as JSON: `{response, type, …, answers: [{question, text, language, stance, stance_conflict, tags: […], …}]}`.
pub(super) fn document(consultation: &Consultation, coded: &CodedResponse, aside: Option<&str>) -> serde_json::Value {
    let of = &coded.response;
    let who = &of.respondent;
    if let Some(kind) = of.restricted {
        return json!({ "response": of.id, "restricted": kind });
    }
    json!({
        "response": of.id,
        "type": who.kind,
        "organisation": who.organisation,
        "area": who.area,
        "channel": of.channel,
        "received": of.received,
        "consents": who.consents,
        "set_aside": aside,
        "merged": of.merged,
        "source": of.place,
        "answers": coded.answers.iter().map(|of| answer(consultation, coded, of)).collect::<Vec<_>>(),
    })
}

fn answer(consultation: &Consultation, response: &CodedResponse, coded: &CodedAnswer) -> serde_json::Value {
    let answer = &coded.answer;
    if let Some(kind) = coded.restricted {
        return json!({ "question": answer.question, "restricted": kind });
    }
    json!({
        "question": answer.question,
        "text": answer.text,
        "chosen": answer.chosen,
        "substance": answer.substance,
        "language": answer.language,
        "stance": coded.stance,
        "stance_conflict": conflict(consultation, response, coded),
        "campaign": coded.campaign,
        "own": coded.own,
        "tags": coded.tags.iter().map(|tag| tag_document(coded, tag)).collect::<Vec<_>>(),
        "source": answer.place,
    })
}

/// Where the words point the other way from the box ticked at the question that they explain.
fn conflict(consultation: &Consultation, response: &CodedResponse, coded: &CodedAnswer) -> Option<StanceConflict> {
    let question = consultation.question(&coded.answer.question)?;
    response.conflict(coded, question.explains.as_deref()?)
}

/// A tag as JSON, with whether it lies in the respondent's own words rather than in a campaign's template.
pub(super) fn tag_document(coded: &CodedAnswer, tag: &Tag) -> serde_json::Value {
    let mut value = json!(tag);
    value["own"] = json!(coded.is_own(tag.span));
    value
}

fn page(
    context: &Context,
    opened: &Opened,
    coded: &CodedResponse,
    aside: Option<&str>,
    changes: &[ConsentChange],
) -> String {
    let consultation = &opened.settings.consultation;
    let locale = context.locale;
    let of = &coded.response;
    let mut text = String::new();
    if let Some(kind) = of.restricted {
        let kind = context.say(&format!("restriction-{}", kind.as_str()));
        return context.say_with("show-restricted", &[("response", of.id.as_str().into()), ("kind", kind.into())])
            + "\n";
    }
    let kind = consultation.respondent_type(&of.respondent.kind).map_or("", |kind| kind.label.get(locale));
    let parts = [
        of.id.as_str(),
        kind,
        &of.respondent.organisation,
        consultation.area(&of.respondent.area, locale),
        &of.channel,
        &of.received,
    ];
    let head: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let _ = writeln!(text, "{}", head.join(" · "));
    let _ = writeln!(text, "{}: {}", context.say("show-source"), of.place);
    let consents = &of.respondent.consents;
    let yes = |given: bool| context.say(if given { "yes" } else { "no" });
    let args = [
        ("publish", yes(consents.publish).into()),
        ("name", yes(consents.name).into()),
        ("quote", yes(consents.quote).into()),
        ("reach", yes(consents.contact).into()),
    ];
    let _ = writeln!(text, "{}", context.say_with("show-consents", &args));
    for change in changes {
        let _ = writeln!(text, "    {}", changed(context, change));
    }
    if consultation.invented {
        let _ = writeln!(text, "{}", context.say("invented"));
    }
    if let Some(reason) = aside {
        let reason = context.say(&format!("aside-{}", reason.replace('_', "-")));
        let _ = writeln!(text, "{}", context.say_with("show-aside", &[("reason", reason.into())]));
    }
    if !of.merged.is_empty() {
        let _ = writeln!(text, "{}", context.say_with("show-merged", &[("others", of.merged.join(", ").into())]));
    }
    let response = coded;
    for coded in &response.answers {
        let answer = &coded.answer;
        let asked = consultation.question(&answer.question).map_or("", |question| question.text.get(locale));
        let _ = writeln!(text, "\n{} {asked}", answer.question);
        if let Some(kind) = coded.restricted {
            let kind = context.say(&format!("restriction-{}", kind.as_str()));
            let _ = writeln!(text, "    {}", context.say_with("show-restricted-answer", &[("kind", kind.into())]));
            continue;
        }
        for line in readable(&marked(coded)).lines() {
            let _ = writeln!(text, "    {line}");
        }
        if !answer.substance.is_said() {
            let _ = writeln!(text, "  {}", context.say(&format!("substance-{}", answer.substance.as_str())));
            continue;
        }
        let language = context.say(&format!("language-{}", answer.language.language.as_str()));
        let mut facts = vec![language];
        if let Some(found) = &coded.stance {
            let stance = context.say(&format!("stance-{}", found.value.as_str()));
            let basis = context.say(&format!("basis-{}", found.kind.as_str()));
            facts.push(if found.words.is_empty() {
                stance
            } else {
                format!("{stance} ({basis}: “{}”)", one_line(&found.words))
            });
        }
        if let Some(member) = coded.campaign {
            let percent = (member.similarity * 100.0).round() as u64;
            let args = [("campaign", u64::from(member.campaign).into()), ("percent", percent.into())];
            let state = context.say(&format!("campaign-state-{}", member.state.as_str()));
            facts.push(format!("{} ({state})", context.say_with("show-campaign", &args)));
        }
        let _ = writeln!(text, "  {}", facts.join(" · "));
        if let Some(conflict) = conflict(consultation, response, coded) {
            let said = |stance: Stance| context.say(&format!("stance-{}", stance.as_str()));
            let args = [
                ("question", conflict.question.as_str().into()),
                ("ticked", said(conflict.ticked).into()),
                ("words", said(conflict.words).into()),
            ];
            let _ = writeln!(text, "  {}", context.say_with("show-conflict", &args));
        }
        if !coded.own.is_empty() {
            let _ = writeln!(text, "  {OWN_BEGINS}…{OWN_ENDS} {}", context.say("show-own"));
        }
        for tag in &coded.tags {
            let label = opened.frame.theme(&tag.theme).map_or("", |theme| theme.label.get(locale));
            let why = match &tag.origin {
                Origin::Rule { pattern, frame_version } => {
                    let args = [("pattern", pattern.as_str().into()), ("version", u64::from(*frame_version).into())];
                    context.say_with("show-rule", &args)
                }
                Origin::Person { name, at, was } => {
                    let args = [("name", name.as_str().into()), ("at", at.as_str().into())];
                    let said = context.say_with("show-person", &args);
                    let was = was.as_deref().map(|was| context.say_with("show-was", &[("was", was.into())]));
                    [said].into_iter().chain(was).collect::<Vec<_>>().join(" ")
                }
            };
            let _ = writeln!(text, "  {} {label}: “{}” ({why})", tag.theme, one_line(&tag.words));
        }
    }
    text
}

/// A change of consents: what, by whom, when and why.
fn changed(context: &Context, change: &ConsentChange) -> String {
    let said = |given: Option<bool>| given.map_or("same", |given| if given { "yes" } else { "no" });
    let args = [
        ("publish", said(change.publish).into()),
        ("name", said(change.name).into()),
        ("quote", said(change.quote).into()),
        ("reach", said(change.contact).into()),
        ("person", change.person.as_str().into()),
        ("at", change.at.as_str().into()),
        ("because", change.because.as_str().into()),
    ];
    context.say_with("consent-changed", &args)
}

/// Marks around what a member of a campaign wrote beside the template: signs that nobody types.
const OWN_BEGINS: char = '⟦';
const OWN_ENDS: char = '⟧';

/// The words of an answer with marks around what is its writer's own, where it follows a template.
fn marked(coded: &CodedAnswer) -> String {
    let mut text = coded.answer.text.clone();
    for own in coded.own.iter().rev() {
        text.insert(own.end, OWN_ENDS);
        text.insert(own.start, OWN_BEGINS);
    }
    text
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
