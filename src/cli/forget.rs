//! `ymateb forget`: takes a respondent's words out of everything, with a certificate.

use anyhow::Result;
use jiff::civil::Date;
use serde_json::json;

use super::arguments::Forget;
use super::restrict::{in_own_words, item, take_out};
use super::watch::{Terminal, now};
use super::{Context, Outcome, put, put_json, shown, tell};
use crate::corpus::ToRestrict;
use crate::model::{CareEvent, CareVerb, Restriction, RestrictionKind, local_date};
use crate::pipeline::{self, Certificate, Forgotten, Opened, Request};

pub(super) fn run(context: &Context, asked: &Forget) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let item = item(context, &opened, &asked.response)?;
    let because = in_own_words(context, &opened, item, &asked.because)?;
    let at = now();
    if let Some(last) = opened.settings.care.withdraw_until {
        let today = at.parse().map_or(Date::MIN, local_date);
        if asked.date.unwrap_or(today) > last && asked.after_date_because.is_none() {
            let day = crate::locale::date(context.locale, &last.to_string());
            tell(&context.say_with("forget-too-late", &[("day", day.into())]));
            return Ok(Outcome::LookAtThis);
        }
    }
    let because =
        [Some(because), asked.after_date_because.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let request = Request {
        item,
        person: asked.by.clone(),
        because,
        asked: asked.date.map(|date| date.to_string()).unwrap_or_default(),
        at,
    };
    let mut watch = Terminal::new(context.locale);
    let forgotten = pipeline::forget(&mut opened, &request, &mut watch);
    watch.done();
    match forgotten? {
        Forgotten::Done(certificate) => done(context, asked, &certificate),
        Forgotten::Held(holds) => held(context, &mut opened, asked, &request, &holds),
        Forgotten::Before(certificate, met) => {
            let day = crate::locale::date(context.locale, &certificate.at);
            let path = certificate.paths.first().map(|path| shown(path)).unwrap_or_default();
            let args = [("response", asked.response.as_str().into()), ("day", day.into()), ("path", path.into())];
            put(&(context.say_with("forget-before", &args) + "\n"))?;
            for (file, place) in &met {
                let args = [("file", file.as_str().into()), ("place", place.as_str().into())];
                put(&(context.say_with("forget-met", &args) + "\n"))?;
            }
            Ok(if met.is_empty() { Outcome::Done } else { Outcome::LookAtThis })
        }
    }
}

fn done(context: &Context, asked: &Forget, certificate: &Certificate) -> Result<Outcome> {
    let paths: Vec<String> = certificate.paths.iter().map(|path| shown(path)).collect();
    if asked.json {
        put_json(&json!({ "certificate": certificate, "paths": paths }))?;
    } else {
        put(&certificate.said(context.locale))?;
        put(&format!("\n{}\n", paths.join("\n")))?;
    }
    let is_well = certificate.remains.is_empty() && certificate.balanced;
    Ok(if is_well { Outcome::Done } else { Outcome::LookAtThis })
}

/// While a hold stands the words are not erased, and nobody works with them either.
fn held(
    context: &Context,
    opened: &mut Opened,
    asked: &Forget,
    request: &Request,
    holds: &[Restriction],
) -> Result<Outcome> {
    let kinds: Vec<String> =
        holds.iter().map(|one| context.say(&format!("restriction-{}", one.kind.as_str()))).collect();
    let args = [("response", asked.response.as_str().into()), ("kinds", kinds.join(", ").into())];
    tell(&context.say_with("forget-held", &args));
    let event = CareEvent {
        at: request.at.clone(),
        person: request.person.clone(),
        verb: CareVerb::Restrict,
        note: request.because.clone(),
    };
    let items = opened.store.all_of_respondent(request.item)?;
    for item in items {
        let what = ToRestrict { item, question: None, kind: RestrictionKind::Withdrawn };
        take_out(context, opened, what, &event)?;
    }
    Ok(Outcome::LookAtThis)
}

/// Finishes what a broken-off run left, for whoever writes to the consultation next.
pub(super) fn resume(context: &Context, opened: &mut Opened) -> Result<()> {
    let mut watch = Terminal::new(context.locale);
    let resumed = pipeline::resume(opened, &mut watch);
    watch.done();
    if let Some(certificate) = resumed? {
        let path = certificate.paths.first().map(|path| shown(path)).unwrap_or_default();
        let args = [("erasure", certificate.erasure.as_str().into()), ("path", path.into())];
        tell(&context.say_with("forget-resumed", &args));
    }
    Ok(())
}
