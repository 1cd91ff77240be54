//! Searching what is out of general view, for a lead; and seeing to it that nobody else finds it.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::json;

use crate::cli::arguments::Search;
use crate::cli::watch::{Terminal, now};
use crate::cli::{Context, Outcome, put, put_json, restrict};
use crate::pipeline::{self, Opened};
use crate::text::fold::fold;
use crate::text::reading::readable;

/// Opens a consultation to search it. An index that is older than the last thing taken out of general view would show it, so it
/// is brought up to date first.
pub(super) fn in_step(context: &Context, name: &str) -> Result<Opened> {
    let opened = context.open(name)?;
    if !pipeline::shows_hidden(&opened)? {
        return Ok(opened);
    }
    drop(opened);
    let (opened, _lock) = context.open_alone(name)?;
    let mut watch = Terminal::new(context.locale);
    let done = pipeline::update_index(&opened, &mut watch);
    watch.done();
    done?;
    Ok(opened)
}

/// What is out of general view and holds all the words asked for; each response shown is logged.
pub(super) fn run(context: &Context, asked: &Search, person: &str) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let lead = restrict::lead(context, &opened, person)?;
    let folded = |text: &str| fold(text).text().to_owned();
    let words: Vec<String> = asked.query.iter().flat_map(|part| part.split_whitespace()).map(folded).collect();
    let is_meant = |text: &str| {
        let text = folded(text);
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let mut hits = Vec::new();
    for response in pipeline::hidden(&opened, is_meant)? {
        let Some(read) = lead.reads(&mut opened, response, &now())? else { continue };
        let found = read.answers.iter().filter(|coded| coded.restricted.is_some() && is_meant(&coded.answer.text));
        hits.extend(found.map(|coded| (read.response.id.clone(), coded.answer.clone())));
    }
    if asked.json {
        let document = |(response, answer): &(String, crate::model::Answer)| json!({ "response": response, "question": answer.question, "text": answer.text, "source": answer.place });
        let documents: Vec<_> = hits.iter().map(document).collect();
        put_json(&json!({ "total": hits.len(), "hits": documents }))?;
        return Ok(Outcome::Done);
    }
    let mut text = context.say_with("out-of-view-found", &[("n", (hits.len() as u64).into())]) + "\n";
    for (response, answer) in &hits {
        let line = readable(&answer.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(text, "\n{response} · {} · {}\n    {line}\n", answer.question, answer.place);
    }
    put(&text)?;
    Ok(Outcome::Done)
}
