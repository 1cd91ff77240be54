//! `ymateb search`: passages in either language, with where they came from and whether they may be quoted.

use std::fmt::Write as _;
use std::io::IsTerminal;

use anyhow::Result;

use super::arguments::Search;
use super::{Context, Outcome, put, put_json};
use crate::index::{self, Found, Hit, Request};
use crate::model::{Consultation, Locale};
use crate::pipeline;
use crate::text::reading::readable;

/// Characters shown on either side of the first words found.
const AROUND: usize = 160;

pub(super) fn run(context: &Context, asked: &Search) -> Result<Outcome> {
    if let Some(person) = asked.lead.as_deref().filter(|_| asked.restricted) {
        return restricted(context, asked, person);
    }
    let opened = context.open(&asked.name)?;
    let consultation = &opened.settings.consultation;
    let request = Request {
        query: asked.query.join(" "),
        question: asked.question.clone(),
        theme: asked.theme.clone(),
        stance: asked.stance.clone(),
        language: asked.language.clone(),
        kind: asked.kind.clone(),
        kind_names: kind_names(consultation),
        channel: asked.channel.clone(),
        limit: asked.limit,
        offset: asked.offset,
        ..Request::default()
    };
    let mut found = index::search(&opened.folder.index(), &request)?;
    // An index that is older than a worry does not decide what is shown.
    let hidden = opened.store.restricted()?;
    let number = |hit: &Hit| hit.response.trim_start_matches("R-").parse().unwrap_or_default();
    found.hits.retain(|hit| hit.event || hidden.answer(number(hit), &hit.question).is_none());
    if asked.json {
        put_json(&found)?;
    } else {
        put(&page(context, consultation, &found, asked.offset))?;
    }
    Ok(Outcome::Done)
}

/// What is out of general view and holds all the words asked for, for a lead; each one shown is logged.
fn restricted(context: &Context, asked: &Search, person: &str) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let lead = super::restrict::lead(context, &opened, person)?;
    let words: Vec<String> = asked.query.iter().flat_map(|part| part.split_whitespace()).map(fold).collect();
    let mut hits = Vec::new();
    for response in pipeline::hidden(&opened, |text| {
        let text = fold(text);
        words.iter().all(|word| text.contains(word.as_str()))
    })? {
        let Some(read) = lead.reads(&mut opened, response, &super::watch::now())? else { continue };
        for coded in read.answers.iter().filter(|coded| coded.restricted.is_some()) {
            let text = fold(&coded.answer.text);
            if words.iter().all(|word| text.contains(word.as_str())) {
                hits.push((read.response.id.clone(), coded.answer.clone()));
            }
        }
    }
    if asked.json {
        let documents: Vec<_> = hits
            .iter()
            .map(|(response, answer)| {
                serde_json::json!({ "response": response, "question": answer.question, "text": answer.text,
                                    "source": answer.place })
            })
            .collect();
        put_json(&serde_json::json!({ "total": hits.len(), "hits": documents }))?;
    } else {
        let mut text = context.say_with("out-of-view-found", &[("n", (hits.len() as u64).into())]) + "\n";
        for (response, answer) in &hits {
            let line = readable(&answer.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = write!(text, "\n{response} · {} · {}\n    {line}\n", answer.question, answer.place);
        }
        put(&text)?;
    }
    Ok(Outcome::Done)
}

/// Letters as they are compared: small, with one kind of apostrophe and of space.
fn fold(text: &str) -> String {
    crate::text::fold::fold(text).text().to_owned()
}

/// Every name of every type of respondent, with its code.
fn kind_names(consultation: &Consultation) -> Vec<(String, String)> {
    let names = consultation.types.iter().flat_map(|kind| {
        let labels = [&kind.label.en, &kind.label.cy].into_iter().chain(&kind.also);
        labels.map(|label| (label.clone(), kind.code.clone()))
    });
    names.collect()
}

fn page(context: &Context, consultation: &Consultation, found: &Found, offset: usize) -> String {
    let mut text = String::new();
    let first = if found.hits.is_empty() { 0 } else { offset as u64 + 1 };
    let last = offset as u64 + found.hits.len() as u64;
    let args = [("total", found.total.into()), ("first", first.into()), ("last", last.into())];
    let _ = writeln!(text, "{}", context.say_with("search-total", &args));
    for note in &found.notes {
        let _ = writeln!(text, "{}", note.say(context.locale));
    }
    for hit in &found.hits {
        let _ =
            write!(text, "\n{}\n{}\n", head(context, consultation, hit), extract(hit, std::io::stdout().is_terminal()));
    }
    let facets = [
        ("facet-type", &found.facets.kind),
        ("facet-stance", &found.facets.stance),
        ("facet-language", &found.facets.language),
        ("facet-theme", &found.facets.theme),
        ("facet-question", &found.facets.question),
    ];
    if found.total > 0 {
        text.push('\n');
    }
    for (id, counts) in facets {
        let mut counts: Vec<(&String, &u64)> = counts.iter().collect();
        counts.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let shown: Vec<String> = counts.iter().take(8).map(|(value, n)| format!("{value} {n}")).collect();
        if !shown.is_empty() {
            let _ = writeln!(text, "{}: {}", context.say(id), shown.join(" · "));
        }
    }
    text
}

fn head(context: &Context, consultation: &Consultation, hit: &Hit) -> String {
    let locale: Locale = context.locale;
    let kind = consultation.respondent_type(&hit.kind).map_or("", |kind| kind.label.get(locale));
    let stance = hit.stance.map(|stance| context.say(&format!("stance-{}", stance.as_str()))).unwrap_or_default();
    let may = context.say(if hit.event {
        "search-event"
    } else if hit.quotable {
        "search-quotable"
    } else {
        "search-not-quotable"
    });
    let parts = [
        hit.response.as_str(),
        &hit.question,
        kind,
        &hit.organisation,
        consultation.area(&hit.area, locale),
        hit.language.as_str(),
        &stance,
        &hit.themes.join(" "),
        &may,
        &hit.source.to_string(),
    ];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// The words around the first ones found, on one line; those found stand out on a terminal.
fn extract(hit: &Hit, is_terminal: bool) -> String {
    let text = &hit.text;
    let (start, end) = hit.highlights.first().copied().unwrap_or((0, 0));
    let from = text[..start].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let to = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
    let mut shown = String::new();
    let mut at = from;
    for (start, end) in hit.highlights.iter().copied().filter(|(start, end)| *start >= from && *end <= to) {
        shown.push_str(&text[at..start]);
        let (on, off) = if is_terminal { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
        let _ = write!(shown, "{on}{}{off}", &text[start..end]);
        at = end;
    }
    shown.push_str(&text[at..to]);
    let line = readable(&shown).split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = (if from > 0 { "… " } else { "" }, if to < text.len() { " …" } else { "" });
    format!("    {before}{line}{after}")
}
