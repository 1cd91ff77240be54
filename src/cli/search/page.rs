//! One page of hits as a person reads it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::IsTerminal;

use crate::cli::Context;
use crate::index::{Found, Hit, May};
use crate::model::Consultation;
use crate::text::reading::readable;

/// Values shown of a facet.
const FACET: usize = 8;
/// Telling words shown.
const TELLING: usize = 15;

pub(super) fn page(context: &Context, consultation: &Consultation, found: &Found, offset: usize) -> String {
    let mut text = totals(context, found);
    if !found.hits.is_empty() {
        let last = offset as u64 + found.hits.len() as u64;
        let args = [("first", (offset as u64 + 1).into()), ("last", last.into()), ("distinct", found.distinct.into())];
        let _ = write!(text, " {}", context.say_with("search-shown", &args));
    }
    let _ = writeln!(text, " {}", rule(context, found.folded));
    for note in &found.notes {
        let _ = writeln!(text, "{}", note.say(context.locale));
    }
    if let Some(query) = &found.suggestion {
        let _ = writeln!(text, "{}", context.say_with("search-suggestion", &[("query", query.as_str().into())]));
    }
    if !found.telling.is_empty() {
        let words: Vec<&str> = found.telling.iter().take(TELLING).map(|telling| telling.word.as_str()).collect();
        let _ = writeln!(text, "{}", context.say_with("search-telling", &[("words", words.join(", ").into())]));
    }
    let is_terminal = std::io::stdout().is_terminal();
    for hit in &found.hits {
        let _ = write!(text, "\n{}\n{}\n", head(context, consultation, hit), extract(hit, is_terminal));
    }
    if found.total > 0 {
        facets(&mut text, context, consultation, found);
    }
    text
}

/// Passages, responses, and of how many.
pub(super) fn totals(context: &Context, found: &Found) -> String {
    let args = [
        ("total", found.total.into()),
        ("responses", found.responses.into()),
        ("passages", found.base.passages.into()),
        ("all", found.base.responses.into()),
    ];
    context.say_with("search-total", &args)
}

/// What is done with copies of a campaign.
pub(super) fn rule(context: &Context, folded: bool) -> String {
    context.say(if folded { "search-folded" } else { "search-unfolded" })
}

fn facets(text: &mut String, context: &Context, consultation: &Consultation, found: &Found) {
    let _ = writeln!(text, "\n{}", context.say_with("facet-base", &[("total", found.total.into())]));
    let facets: [(&str, &BTreeMap<String, u64>); 9] = [
        ("facet-type", &found.facets.kind),
        ("facet-stance", &found.facets.stance),
        ("facet-language", &found.facets.language),
        ("facet-theme", &found.facets.theme),
        ("facet-question", &found.facets.question),
        ("facet-area", &found.facets.area),
        ("facet-channel", &found.facets.channel),
        ("facet-organisation", &found.facets.organisation),
        ("facet-campaign", &found.facets.campaign),
    ];
    for (id, counts) in facets {
        let mut counts: Vec<(&String, &u64)> = counts.iter().collect();
        counts.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let name = |value: &String| match id {
            "facet-area" => consultation.area(value, context.locale).to_owned(),
            _ => value.clone(),
        };
        let shown: Vec<String> = counts.iter().take(FACET).map(|(value, n)| format!("{} {n}", name(value))).collect();
        if !shown.is_empty() {
            let _ = writeln!(text, "{}: {}", context.say(id), shown.join(" · "));
        }
    }
    let may = &found.facets.may;
    let counts = [("facet-may-quote", may.quote), ("facet-may-name", may.name), ("facet-may-publish", may.publish)];
    let counts = counts.map(|(id, n)| format!("{} {n}", context.say(id)));
    let _ = writeln!(text, "{}: {}", context.say("facet-may"), counts.join(" · "));
}

fn head(context: &Context, consultation: &Consultation, hit: &Hit) -> String {
    let locale = context.locale;
    let kind = consultation.respondent_type(&hit.kind).map_or("", |kind| kind.label.get(locale));
    let stance = hit.stance.map(|stance| context.say(&format!("stance-{}", stance.as_str()))).unwrap_or_default();
    let copies = match hit.campaign {
        Some(campaign) if hit.copies > 1 => {
            context.say_with("search-copies", &[("n", hit.copies.into()), ("campaign", u64::from(campaign).into())])
        }
        Some(campaign) => context.say_with("search-campaign", &[("campaign", u64::from(campaign).into())]),
        None => String::new(),
    };
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
        &copies,
        &may(context, hit.may).join(", "),
        &across,
        &hit.source.to_string(),
    ];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// What may be done with a passage, in words.
pub(super) fn may(context: &Context, may: May) -> Vec<String> {
    let quote = match may.why {
        None => context.say("search-may-quote"),
        Some(why) => context.say(&format!("search-why-{}", why.as_str().replace('_', "-"))),
    };
    vec![
        quote,
        context.say(if may.name { "search-may-name" } else { "search-may-not-name" }),
        context.say(if may.publish { "search-may-publish" } else { "search-may-not-publish" }),
    ]
}

/// The part of the text that was found, on one line; the words searched for stand out on a terminal.
fn extract(hit: &Hit, is_terminal: bool) -> String {
    let text = &hit.text;
    let (from, to) = hit.extract;
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
