//! `ymateb merge` and `ymateb apart`: a person decides whether two submissions are one response.

use anyhow::{Result, anyhow};

use super::arguments::{Apart, Merge};
use super::watch::now;
use super::{Context, Outcome, Stopped, put};
use crate::model::{ItemDecision, ItemVerb};
use crate::pipeline::{self, Opened};

pub(super) fn merge(context: &Context, asked: &Merge) -> Result<Outcome> {
    let verb = if asked.undo { ItemVerb::Undo } else { ItemVerb::Merge };
    let pair = Pair { item: &asked.response, other: &asked.into, by: &asked.by, note: &asked.note };
    decide(context, &asked.name, verb, &pair)
}

pub(super) fn apart(context: &Context, asked: &Apart) -> Result<Outcome> {
    let verb = if asked.undo { ItemVerb::Undo } else { ItemVerb::Apart };
    let pair = Pair { item: &asked.response, other: &asked.other, by: &asked.by, note: &asked.note };
    decide(context, &asked.name, verb, &pair)
}

/// Two references, and who decides about them.
struct Pair<'a> {
    item: &'a str,
    other: &'a str,
    by: &'a str,
    note: &'a str,
}

fn decide(context: &Context, name: &str, verb: ItemVerb, pair: &Pair<'_>) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(name)?;
    let (item, other) = (known(context, &opened, verb, pair.item)?, known(context, &opened, verb, pair.other)?);
    let refused = |id: &str| {
        let args = [("item", pair.item.into()), ("other", pair.other.into())];
        Stopped::Usage(anyhow!(context.say_with(id, &args)))
    };
    if item == other {
        return Err(refused("merge-itself").into());
    }
    if verb == ItemVerb::Merge && opened.store.merge_circles(item, other)? {
        return Err(refused("merge-circle").into());
    }
    opened.store.decide_items(&ItemDecision {
        at: now(),
        person: pair.by.to_owned(),
        verb,
        item,
        other: Some(other),
        question: String::new(),
        words: String::new(),
        note: pair.note.to_owned(),
    })?;
    pipeline::merge(&mut opened)?;
    put(&(context.say_with("decide-done", &[("name", name.into())]) + "\n"))?;
    Ok(Outcome::Done)
}

/// The item behind a reference. What is not analysed can't be merged: its words would go with it.
fn known(context: &Context, opened: &Opened, verb: ItemVerb, response: &str) -> Result<i64> {
    let usage = |id: &str, args: &[_]| Stopped::Usage(anyhow!(context.say_with(id, args)));
    match opened.store.received_item(response)? {
        None => Err(usage("show-unknown", &[("response", response.into())]).into()),
        Some((_, Some(reason))) if verb == ItemVerb::Merge => {
            let reason = context.say(&format!("aside-{}", reason.replace('_', "-")));
            Err(usage("merge-aside", &[("response", response.into()), ("reason", reason.into())]).into())
        }
        Some((item, _)) => Ok(item),
    }
}
