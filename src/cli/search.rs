//! `ymateb search`: passages in either language, with where they came from and whether they may be quoted.

use std::fmt::Write as _;
use std::io::IsTerminal;

use anyhow::Result;

use super::arguments::Search;
use super::{Context, Outcome, glossary, lexicon, put, put_json};
use crate::index::{self, Found, Hit, Request};
use crate::model::{CodingFrame, Consultation, Locale};
use crate::text::reading::readable;

/// Characters shown on either side of the first words found.
const AROUND: usize = 160;

pub(super) fn run(context: &Context, asked: &Search) -> Result<Outcome> {
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
        theme_names: theme_names(&opened.frame),
        across: !asked.no_across,
        glossary: (!asked.no_across).then(|| glossary::of(context, &opened)),
        lexicon: lexicon::of_root(context),
        channel: asked.channel.clone(),
        limit: asked.limit,
        offset: asked.offset,
        ..Request::default()
    };
    let found = index::search(&opened.folder.index(), &request)?;
    if asked.json {
        put_json(&found)?;
    } else {
        put(&page(context, consultation, &found, asked.offset))?;
    }
    Ok(Outcome::Done)
}

/// Every name of every type of respondent, with its code.
fn kind_names(consultation: &Consultation) -> Vec<(String, String)> {
    let names = consultation.types.iter().flat_map(|kind| {
        let labels = [&kind.label.en, &kind.label.cy].into_iter().chain(&kind.also);
        labels.map(|label| (label.clone(), kind.code.clone()))
    });
    names.collect()
}

/// Both labels of every theme, with its code.
fn theme_names(frame: &CodingFrame) -> Vec<(String, String)> {
    let names = frame
        .themes
        .iter()
        .flat_map(|theme| [&theme.label.en, &theme.label.cy].map(|label| (label.clone(), theme.code.clone())));
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
    if let Some(query) = &found.suggestion {
        let _ = writeln!(text, "{}", context.say_with("search-suggestion", &[("query", query.as_str().into())]));
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
    let across = if hit.across { context.say("search-across") } else { String::new() };
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
        &across,
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
