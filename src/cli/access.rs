//! `ymateb access`: everything held about one respondent, as one package for whoever asked; and `retention`: what is due when.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::arguments::{Access, Retention};
use super::restrict::{item, lead};
use super::watch::now;
use super::{Context, Outcome, put, put_json, show, shown};
use crate::corpus::Walked;
use crate::locale::date;
use crate::model::{CodedResponse, RestrictionKind, local_date};
use crate::pipeline::{self, Opened};
use crate::reports;

/// Writes `respondent.json`, `respondent.md` and, where a file holds nobody else's words, that file.
pub(super) fn run(context: &Context, asked: &Access) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let item = item(context, &opened, &asked.response)?;
    let items = opened.store.all_of_respondent(item)?;
    let restrictions: Vec<_> =
        opened.store.restrictions()?.into_iter().filter(|one| items.contains(&one.item)).collect();
    // What is out of general view is not handed out by whoever happens to answer the request, nor left out in silence.
    let is_guarded = restrictions.iter().any(|one| one.stands());
    let lead = if is_guarded { Some(lead(context, &opened, &asked.by)?) } else { None };
    let mut responses: Vec<CodedResponse> = Vec::new();
    let mut leaders: Vec<i64> = Vec::new();
    for one in &items {
        let leader = opened.store.item(&format!("R-{one:05}"))?.map_or(*one, |(leader, _)| leader);
        if !leaders.contains(&leader) {
            leaders.push(leader);
        }
    }
    for leader in leaders {
        match &lead {
            Some(lead) => responses.extend(lead.reads(&mut opened, leader, &now())?),
            None => pipeline::responses(&opened.store, Walked::One(leader), |response| {
                responses.push(response);
                Ok(())
            })?,
        }
    }
    for response in &mut responses {
        response.response.restricted = None;
        response.answers.iter_mut().for_each(|coded| coded.restricted = None);
    }
    let held = held(&opened, &items, &responses, &restrictions)?;
    let mut files = vec![
        ("respondent.json".to_owned(), (serde_json::to_string_pretty(&held)? + "\n").into_bytes()),
        ("respondent.md".to_owned(), page(context, &asked.response, &responses).into_bytes()),
    ];
    for (name, bytes) in pipeline::originals_of(&opened, &items)? {
        files.push((format!("originals/{name}"), bytes));
    }
    let bytes = reports::package(&files)?;
    super::put_file(&asked.out, &bytes).with_context(|| shown(&asked.out))?;
    let args = [("path", shown(&asked.out).into()), ("n", (responses.len() as u64).into())];
    put(&(context.say_with("access-done", &args) + "\n"))?;
    Ok(Outcome::Done)
}

/// `{responses: […], consent_changes, restrictions: [{kind, since, question, stands}], files: […]}`: what is held, as the
/// program shows it elsewhere. What was done about a worry is left to whoever answers the request.
fn held(
    opened: &Opened,
    items: &[i64],
    responses: &[CodedResponse],
    restrictions: &[crate::model::Restriction],
) -> Result<Value> {
    let documents: Vec<Value> = responses
        .iter()
        .map(|response| {
            let mut document = show::document(&opened.settings.consultation, response, None);
            document["name"] = json!(response.response.respondent.name);
            document["email"] = json!(response.response.respondent.email);
            document
        })
        .collect();
    let changes: Vec<_> = opened
        .store
        .consent_changes()?
        .into_iter()
        .filter(|(_, change)| items.iter().any(|item| change.response == format!("R-{item:05}")))
        .map(|(_, change)| change)
        .collect();
    let restrictions: Vec<Value> = restrictions
        .iter()
        .map(|one| {
            json!({ "kind": one.kind, "question": one.question, "stands": one.stands(),
                    "since": one.began().map(|event| &event.at) })
        })
        .collect();
    Ok(json!({ "responses": documents, "consent_changes": changes, "restrictions": restrictions }))
}

fn page(context: &Context, reference: &str, responses: &[CodedResponse]) -> String {
    let mut text = format!("# {}\n", context.say_with("access-title", &[("response", reference.into())]));
    for response in responses {
        let of = &response.response;
        let _ = writeln!(text, "\n## {}\n", of.id);
        let who = [&of.respondent.name, &of.respondent.organisation, &of.respondent.email, &of.received];
        for part in who.into_iter().filter(|part| !part.is_empty()) {
            let _ = writeln!(text, "- {part}");
        }
        let _ = writeln!(text, "- {}: {}", context.say("show-source"), of.place);
        for coded in &response.answers {
            let _ = writeln!(text, "\n### {}\n\n{}", coded.answer.question, coded.answer.text);
        }
    }
    text
}

/// What is due for deletion and when, what was taken back and still lies here, and what a hold keeps. The exit status is 1
/// where a day has passed.
pub(super) fn retention(context: &Context, asked: &Retention) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    let today = local_date(asked.now.unwrap_or_else(Timestamp::now));
    let care = &opened.settings.care;
    let standing: Vec<_> = opened.store.restrictions()?.into_iter().filter(|one| one.stands()).collect();
    let is_overdue = care.keep_until.is_some_and(|until| today > until);
    let withdrawn: Vec<_> = standing.iter().filter(|one| one.kind == RestrictionKind::Withdrawn).collect();
    let holds: Vec<_> = standing.iter().filter(|one| one.kind.is_hold()).collect();
    let remains: Vec<String> = opened.store.erasures()?.into_iter().flat_map(|erasure| erasure.remains).collect();
    if asked.json {
        let list = |of: &[&crate::model::Restriction]| {
            of.iter()
                .map(|one| json!({ "response": one.response, "kind": one.kind, "since": one.began().map(|e| &e.at) }))
                .collect::<Vec<_>>()
        };
        put_json(&json!({
            "today": today.to_string(), "keep_until": care.keep_until.map(|day| day.to_string()), "overdue": is_overdue,
            "withdraw_until": care.withdraw_until.map(|day| day.to_string()),
            "withdrawn": list(&withdrawn), "holds": list(&holds), "remains": remains,
        }))?;
    } else {
        let day = |day: jiff::civil::Date| date(context.locale, &day.to_string());
        let mut lines = vec![match care.keep_until {
            None => context.say("retention-unset"),
            Some(until) if is_overdue => context.say_with("retention-overdue", &[("day", day(until).into())]),
            Some(until) => context.say_with("retention-until", &[("day", day(until).into())]),
        }];
        if let Some(until) = care.withdraw_until {
            lines.push(context.say_with("retention-withdraw", &[("day", day(until).into())]));
        }
        for (id, list) in [("retention-withdrawn", &withdrawn), ("retention-held", &holds)] {
            for one in list {
                let kind = context.say(&format!("restriction-{}", one.kind.as_str()));
                let since = one.began().map(|event| date(context.locale, &event.at)).unwrap_or_default();
                let args = [("response", one.response.as_str().into()), ("kind", kind.into()), ("day", since.into())];
                lines.push(context.say_with(id, &args));
            }
        }
        lines
            .extend(remains.iter().map(|file| context.say_with("certificate-file", &[("file", file.as_str().into())])));
        put(&(lines.join("\n") + "\n"))?;
    }
    Ok(if is_overdue || !remains.is_empty() { Outcome::LookAtThis } else { Outcome::Done })
}
