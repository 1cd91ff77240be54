//! `ymateb duplicates`: what may be one response, for a person to decide, and what was merged and why.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::json;

use super::arguments::OfOne;
use super::{Context, Outcome, put, put_json};
use crate::model::{Merged, MergedWhy, Proposal, Side};
use crate::pipeline;

pub(super) fn run(context: &Context, asked: &OfOne) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    let proposals = pipeline::proposals(&opened)?;
    let merged = opened.store.merged()?;
    if asked.json {
        put_json(&json!({ "rules": opened.settings.duplicates, "proposals": proposals, "merged": merged }))?;
    } else {
        put(&page(context, &asked.name, &proposals, &merged))?;
    }
    Ok(Outcome::Done)
}

fn page(context: &Context, name: &str, proposals: &[Proposal], merged: &[Merged]) -> String {
    let mut text = String::new();
    let args = [("n", (proposals.len() as u64).into())];
    let _ = writeln!(text, "{}", context.say_with("duplicates-proposals", &args));
    for proposal in proposals {
        let _ = writeln!(text, "\n{}\n{}", side(&proposal.item), side(&proposal.into));
        let mut evidence: Vec<String> =
            proposal.agrees.iter().map(|field| context.say(&format!("agrees-{}", field.as_str()))).collect();
        let percent = u64::from((proposal.common * 100.0).round() as u32);
        evidence.push(context.say_with("duplicates-common", &[("percent", percent.into())]));
        let _ = writeln!(text, "    {}: {}", why(context, proposal.rule), evidence.join(" · "));
    }
    if let Some(first) = proposals.first() {
        let args = [
            ("name", name.into()),
            ("item", first.item.response.as_str().into()),
            ("into", first.into.response.as_str().into()),
        ];
        let _ = writeln!(text, "\n{}", context.say_with("duplicates-how", &args));
    }
    let args = [("n", (merged.len() as u64).into())];
    let _ = writeln!(text, "\n{}", context.say_with("duplicates-merged", &args));
    for one in merged {
        let _ = writeln!(text, "{} → {}: {}", side(&one.item), one.into.response, why(context, one.why));
    }
    text
}

/// `R-00017 · letters/1.txt · 2022-11-07 · letter`.
fn side(side: &Side) -> String {
    let source = side.source.to_string();
    let parts = [side.response.as_str(), &source, &side.received, &side.channel];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A rule, or a person's decision, in words.
pub(super) fn why(context: &Context, why: MergedWhy) -> String {
    context.say(&format!("why-{}", why.as_str().replace('_', "-")))
}
