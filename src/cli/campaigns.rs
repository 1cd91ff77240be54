//! `ymateb campaigns`: lists campaigns, and keeps what a person decides about them; without a consultation, a filter.

mod filter;

use std::fmt::Write as _;

use anyhow::{Result, anyhow};
use serde_json::json;

use super::arguments::Campaigns;
use super::watch::{Terminal, now};
use super::{Context, Outcome, Stopped, put, put_json};
use crate::model::{Campaign, CampaignId, CampaignVerb, Undecided};
use crate::pipeline::{self, Act, Opened};

pub(super) fn run(context: &Context, asked: &Campaigns) -> Result<Outcome> {
    let Some(name) = &asked.name else { return filter::run(context) };
    let (mut opened, _lock) = context.open_alone(name)?;
    // A decision is about campaigns as they are found now.
    let mut watch = Terminal::new(context.locale);
    let found = pipeline::find_campaigns(&mut opened, &mut watch);
    watch.done();
    found?;
    match &asked.verb {
        Some(verb) => decide(context, &mut opened, name, verb, asked),
        None if asked.json => document(&opened),
        None => page(context, &opened, name),
    }
}

fn decide(context: &Context, opened: &mut Opened, name: &str, verb: &str, asked: &Campaigns) -> Result<Outcome> {
    let usage = |what: String| Stopped::Usage(anyhow!(what));
    let verb: CampaignVerb = verb.parse().map_err(usage)?;
    let needs = || {
        let args = [("verb", verb.as_str().into()), ("name", name.into())];
        usage(context.say_with("campaigns-needs", &args))
    };
    let known: Vec<CampaignId> = opened.store.campaigns()?.into_iter().map(|campaign| campaign.id).collect();
    let campaign = |word: &String| match word.parse() {
        Ok(number) if known.contains(&number) => Ok(number),
        _ => {
            let args = [("campaign", word.as_str().into()), ("name", name.into())];
            Err(usage(context.say_with("campaigns-unknown", &args)))
        }
    };
    let (first, rest) = asked.campaign.split_first().ok_or_else(needs)?;
    let mut act = Act {
        at: now(),
        person: asked.by.clone().unwrap_or_default(),
        verb,
        campaigns: vec![campaign(first)?],
        items: Vec::new(),
        name: String::new(),
        note: asked.note.clone(),
    };
    match verb {
        CampaignVerb::Name => act.name = rest.join(" ").trim().to_owned(),
        CampaignVerb::Put | CampaignVerb::Out => {
            for response in rest {
                let args = [("response", response.as_str().into())];
                let item = opened.store.item(response)?;
                act.items.push(item.ok_or_else(|| usage(context.say_with("show-unknown", &args)))?.0);
            }
        }
        _ => {
            for word in rest {
                act.campaigns.push(campaign(word)?);
            }
            act.campaigns.sort_unstable();
            act.campaigns.dedup();
        }
    }
    let is_complete = match verb {
        CampaignVerb::Name => !act.name.is_empty(),
        CampaignVerb::Put | CampaignVerb::Out => !act.items.is_empty(),
        CampaignVerb::Link => act.campaigns.len() > 1,
        CampaignVerb::Undo => act.campaigns.len() == 1,
        CampaignVerb::Accept | CampaignVerb::Dismiss | CampaignVerb::Unlink => true,
    };
    if !is_complete {
        return Err(needs().into());
    }
    let Some(moved) = pipeline::decide_campaigns(opened, &act)? else {
        return Err(usage(context.say_with("campaigns-nothing-to-undo", &[("campaign", first.as_str().into())])).into());
    };
    put(&(context.say_with("campaigns-kept", &[("n", moved.into()), ("name", name.into())]) + "\n"))?;
    Ok(Outcome::Done)
}

/// `{undecided, campaigns: [{id, state, counted, name, template, question, standard, varied, own, templates: […]}],
/// decisions: [{act, at, person, verb, campaign, response, name, undoes, note}]}`.
fn document(opened: &Opened) -> Result<Outcome> {
    let decisions: Vec<_> = pipeline::campaign_history(opened)?
        .into_iter()
        .map(|(decision, campaign)| {
            json!({
                "act": decision.act, "at": decision.at, "person": decision.person, "verb": decision.verb,
                "campaign": campaign, "response": decision.item.map(|item| format!("R-{item:05}")),
                "name": decision.name, "undoes": decision.undoes, "note": decision.note,
            })
        })
        .collect();
    let undecided = opened.settings.campaigns.undecided;
    put_json(&json!({ "undecided": undecided, "campaigns": opened.store.campaigns()?, "decisions": decisions }))?;
    Ok(Outcome::Done)
}

fn page(context: &Context, opened: &Opened, name: &str) -> Result<Outcome> {
    let campaigns = opened.store.campaigns()?;
    let mut text = context.say_with("campaigns-found", &[("n", (campaigns.len() as u64).into())]) + "\n";
    for campaign in &campaigns {
        let _ = writeln!(text, "{}", line(context, campaign));
        for template in campaign.templates.iter().filter(|_| campaign.templates.len() > 1) {
            let language = context.say(&format!("language-{}", template.language.as_str()));
            let counts = members(context, template.standard, template.varied, template.own);
            let parts = [template.response.clone(), template.question.clone(), language, counts];
            let _ = writeln!(text, "    {}", parts.join(" · "));
        }
    }
    if !campaigns.is_empty() {
        let rule = match opened.settings.campaigns.undecided {
            Undecided::Count => "count",
            Undecided::Wait => "wait",
        };
        let _ = writeln!(text, "{}", context.say_with("campaigns-undecided", &[("rule", rule.into())]));
    }
    let gone = pipeline::campaign_history(opened)?.iter().filter(|(_, campaign)| campaign.is_none()).count();
    if gone > 0 {
        let _ = writeln!(text, "{}", context.say_with("campaigns-gone", &[("n", (gone as u64).into())]));
    }
    if let Some(open) = campaigns.iter().find(|campaign| campaign.state == crate::model::CampaignState::Proposed) {
        let args = [
            ("name", name.into()),
            ("campaign", u64::from(open.id).into()),
            ("response", open.template.as_str().into()),
        ];
        let _ = writeln!(text, "{}", context.say_with("campaigns-how", &args));
    }
    put(&text)?;
    Ok(Outcome::Done)
}

/// `1 · proposed · R-00017 · 1.1a · 240 responses: 200 standard, 40 varied · 12 with words of their own`.
fn line(context: &Context, campaign: &Campaign) -> String {
    let mut parts = vec![campaign.id.to_string(), context.say(&format!("campaign-state-{}", campaign.state.as_str()))];
    if !campaign.name.is_empty() {
        parts.push(campaign.name.clone());
    }
    parts.push(campaign.template.clone());
    parts.push(campaign.question.clone());
    parts.push(members(context, campaign.standard, campaign.varied, campaign.own));
    parts.join(" · ")
}

fn members(context: &Context, standard: u64, varied: u64, own: u64) -> String {
    let args = [("n", (standard + varied).into()), ("standard", standard.into()), ("varied", varied.into())];
    let mut said = context.say_with("campaigns-members", &args);
    if own > 0 {
        let _ = write!(said, " · {}", context.say_with("campaigns-own", &[("n", own.into())]));
    }
    said
}
