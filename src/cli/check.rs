//! `ymateb check`: whether store, index and reports tell the same story.

use std::fmt::Write as _;

use anyhow::Result;

use super::arguments::OfOne;
use super::{Context, Outcome, put, put_json, shown};
use crate::locale::{Value, number};
use crate::pipeline::{self, Checked, Finding};

pub(super) fn run(context: &Context, asked: &OfOne) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    let checked = pipeline::check(&opened)?;
    if asked.json {
        put_json(&checked)?;
    } else {
        put(&page(context, &checked, &shown(&opened.folder.index())))?;
    }
    Ok(if checked.findings.is_empty() { Outcome::Done } else { Outcome::LookAtThis })
}

fn page(context: &Context, checked: &Checked, index: &str) -> String {
    let mut text = String::new();
    let name = checked.consultation.as_str();
    let numbers = [checked.passages, checked.tags, checked.counts].map(number);
    let [passages, tags, counts] = numbers.each_ref().map(|number| Value::from(number.as_str()));
    let did = [("passages", passages), ("tags", tags), ("counts", counts)];
    let _ = writeln!(text, "{}", context.say_with("recount-did", &did));
    for finding in &checked.findings {
        let _ = writeln!(text, "{}", line(context, finding));
    }
    if checked.more > 0 {
        let _ = writeln!(text, "{}", context.say_with("recount-more", &[("n", checked.more.into())]));
    }
    // What to do is said once for each kind, however often it was found.
    let mut remedies: Vec<&str> = checked.findings.iter().map(remedy).collect();
    remedies.sort_unstable();
    remedies.dedup();
    // An index that is behind differs for that reason alone, as far as anyone can tell.
    if remedies.contains(&"recount-do-index") {
        remedies.retain(|remedy| *remedy != "recount-do-rebuild");
    }
    for remedy in remedies {
        let _ = writeln!(text, "{}", context.say_with(remedy, &[("name", name.into()), ("folder", index.into())]));
    }
    if checked.findings.is_empty() {
        let _ = writeln!(text, "{}", context.say("recount-well"));
    }
    if checked.reports_are_fresh == Some(false) {
        let _ = writeln!(text, "{}", context.say_with("recount-reports-stale", &[("name", name.into())]));
    }
    text
}

fn line(context: &Context, finding: &Finding) -> String {
    let of = |id: &str, response: &str, question: &str| {
        context.say_with(id, &[("response", response.into()), ("question", question.into())])
    };
    match finding {
        Finding::Ledger { received, accounted } => {
            context.say_with("recount-ledger", &[("received", (*received).into()), ("accounted", (*accounted).into())])
        }
        Finding::TagWords { response, question, theme, start, end } => {
            let place = format!("{start}–{end}");
            let args = [
                ("response", response.as_str().into()),
                ("question", question.as_str().into()),
                ("theme", theme.as_str().into()),
                ("place", place.as_str().into()),
            ];
            context.say_with("recount-tag-words", &args)
        }
        Finding::Store { why } => why.clone(),
        Finding::NoIndex { why } => context.say_with("recount-no-index", &[("why", why.as_str().into())]),
        Finding::IndexBehind => context.say("recount-index-behind"),
        Finding::Missing { response, question } => of("recount-missing", response, question),
        Finding::Surplus { answer } => context.say_with("recount-surplus", &[("answer", (*answer).into())]),
        Finding::OtherWords { response, question } => of("recount-other-words", response, question),
        Finding::OtherFacts { response, question } => of("recount-other-facts", response, question),
        Finding::Count { facet, value, store, index } => {
            let facet = context.say(&format!("recount-facet-{facet}"));
            let what = if value.is_empty() { facet } else { format!("{facet} {value}") };
            let args = [("what", what.as_str().into()), ("store", (*store).into()), ("index", (*index).into())];
            context.say_with("recount-count", &args)
        }
    }
}

/// What to do about it.
fn remedy(finding: &Finding) -> &'static str {
    match finding {
        Finding::Ledger { .. } => "recount-do-ledger",
        Finding::TagWords { .. } | Finding::Store { .. } => "recount-do-store",
        Finding::NoIndex { .. } | Finding::IndexBehind => "recount-do-index",
        Finding::Missing { .. }
        | Finding::Surplus { .. }
        | Finding::OtherWords { .. }
        | Finding::OtherFacts { .. }
        | Finding::Count { .. } => "recount-do-rebuild",
    }
}
