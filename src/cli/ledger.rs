//! `ymateb ledger`: the account of everything received.

use std::fmt::Write as _;

use anyhow::Result;

use super::arguments::OfOne;
use super::decide::waiting_remark;
use super::{Context, Outcome, duplicates, put, put_json};
use crate::locale::number;
use crate::model::{Ledger, SetAside};

pub(super) fn run(context: &Context, asked: &OfOne) -> Result<Outcome> {
    Ok(if tell(context, asked)?.balanced { Outcome::Done } else { Outcome::LookAtThis })
}

/// Whether a collection needs nobody's look: all is accounted for, and all of it could be read.
pub(super) fn is_well(ledger: &Ledger) -> bool {
    ledger.balanced && ledger.set_aside.get(&SetAside::Unreadable).is_none_or(|n| *n == 0)
}

/// Writes the account, and returns it.
pub(super) fn tell(context: &Context, asked: &OfOne) -> Result<Ledger> {
    let opened = context.open(&asked.name)?;
    let ledger = opened.store.ledger(&asked.name, &opened.settings.consultation.questions)?;
    if asked.json {
        put_json(&ledger)?;
    } else {
        let remark = waiting_remark(context, &opened)?.map(|line| line + "\n").unwrap_or_default();
        put(&(table(context, &ledger) + &remark))?;
    }
    Ok(ledger)
}

fn table(context: &Context, ledger: &Ledger) -> String {
    let mut text = String::new();
    let heads = ["ledger-source", "ledger-received", "ledger-analysed", "ledger-merged", "ledger-aside"];
    let heads: Vec<String> = heads.iter().map(|id| context.say(id)).collect();
    let widest =
        ledger.sources.iter().map(|s| s.source.chars().count()).max().unwrap_or(0).max(heads[0].chars().count());
    let mut row = |cells: [&str; 5]| {
        let _ = write!(text, "{:<widest$}", cells[0]);
        for (cell, head) in cells[1..].iter().zip(&heads[1..]) {
            let _ = write!(text, "  {cell:>width$}", width = head.chars().count().max(7));
        }
        text.push('\n');
    };
    row([&heads[0], &heads[1], &heads[2], &heads[3], &heads[4]]);
    for s in &ledger.sources {
        let aside = number(s.set_aside.values().sum());
        row([&s.source, &number(s.received), &number(s.analysed), &number(s.merged), &aside]);
    }
    let aside = number(ledger.set_aside.values().sum());
    let total = context.say("ledger-total");
    row([&total, &number(ledger.received), &number(ledger.analysed), &number(ledger.merged), &aside]);
    for (why, n) in &ledger.merged_why {
        let _ =
            writeln!(text, "    {}: {}, {}", number(*n), context.say("ledger-merged"), duplicates::why(context, *why));
    }
    for (reason, n) in &ledger.set_aside {
        let reason = context.say(&format!("aside-{}", reason.as_str().replace('_', "-")));
        let _ = writeln!(text, "    {}: {reason}", number(*n));
    }
    let verdict = if ledger.balanced { "ledger-balanced" } else { "ledger-unbalanced" };
    let _ = writeln!(text, "{}", context.say(verdict));
    if ledger.proposals > 0 {
        let args = [("n", ledger.proposals.into()), ("name", ledger.consultation.as_str().into())];
        let _ = writeln!(text, "{}", context.say_with("ledger-proposals", &args));
    }
    for s in &ledger.sources {
        for problem in &s.problems {
            let place = if problem.place.is_empty() { String::new() } else { format!(", {}", problem.place) };
            let _ = writeln!(text, "{}{place}: {}", s.source, problem.reason);
        }
    }
    text
}
