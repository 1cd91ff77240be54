//! `ymateb searches`: saved searches, listed, taken out and renamed.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::json;

use super::arguments::Searches;
use super::search::{unsaved, usage};
use super::{Context, Outcome, put, put_json, tell};
use crate::corpus::SavedSearch;

pub(super) fn run(context: &Context, asked: &Searches) -> Result<Outcome> {
    match (asked.verb.as_str(), &asked.search, &asked.to) {
        ("list", None, None) => {
            let opened = context.open(&asked.name)?;
            let all = opened.folder.saved_searches().map_err(|error| unsaved(context, &opened.folder, error))?;
            if asked.json {
                put_json(&json!({ "searches": all }))?;
            } else {
                put(&list(context, &all))?;
            }
        }
        ("remove", Some(search), None) => {
            let (opened, _lock) = context.open_alone(&asked.name)?;
            let gone = opened.folder.remove_search(search).map_err(|error| unsaved(context, &opened.folder, error))?;
            tell(&context.say_with("saved-removed", &[("search", gone.name.into())]));
        }
        ("rename", Some(search), Some(to)) => {
            let (opened, _lock) = context.open_alone(&asked.name)?;
            let to = to.trim();
            let before = opened.folder.rename_search(search, to);
            let before = before.map_err(|error| unsaved(context, &opened.folder, error))?;
            tell(&context.say_with("saved-renamed", &[("search", before.name.into()), ("to", to.into())]));
        }
        _ => return Err(usage(context.say("saved-how"))),
    }
    Ok(Outcome::Done)
}

fn list(context: &Context, all: &[SavedSearch]) -> String {
    if all.is_empty() {
        return context.say("saved-list-none") + "\n";
    }
    let mut text = String::new();
    for search in all {
        let _ = writeln!(text, "{}\n    {}", search.name, in_words(search));
    }
    text
}

/// A search as one would type it.
pub(super) fn in_words(search: &SavedSearch) -> String {
    let mut words: Vec<String> = Vec::new();
    if !search.query.is_empty() {
        words.push(search.query.clone());
    }
    let quoted = |value: &str| if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() };
    let options = [
        ("question", &search.question),
        ("theme", &search.theme),
        ("stance", &search.stance),
        ("language", &search.language),
        ("type", &search.kind),
        ("channel", &search.channel),
        ("area", &search.area),
        ("sort", &search.sort),
        ("like", &search.like),
        ("like-theme", &search.like_theme),
    ];
    words.extend(options.iter().filter_map(|(name, value)| Some(format!("--{name} {}", quoted(value.as_deref()?)))));
    let numbers = [("width", search.width), ("limit", search.limit)];
    words.extend(numbers.iter().filter_map(|(name, value)| Some(format!("--{name} {}", (*value)?))));
    let switches = [("all-copies", search.all_copies), ("kwic", search.kwic)];
    words.extend(switches.iter().filter(|(_, on)| *on).map(|(name, _)| format!("--{name}")));
    if words.is_empty() { "*".to_owned() } else { words.join(" ") }
}
