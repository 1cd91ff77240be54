//! The executive summary: what children and young people said, first; who answered; the headline for each question;
//! the main themes; campaigns.

use std::cmp::Reverse;

use crate::analysis::Shown;
use crate::locale;
use crate::model::{Counting, Figure, Question, Stance};

use super::super::document::{Block, Inline};
use super::super::phrase::Arg;
use super::voices::young_themes;
use super::writer::Writer;

/// Themes named in the executive summary, at most.
const MAIN_THEMES: usize = 8;
/// Types named in it, at most; the others are in the overview.
const MAIN_TYPES: usize = 6;

pub(super) fn chapter(w: &mut Writer<'_>) {
    w.chapter("executive");
    w.note("not-a-vote");
    if w.count(&Figure::responses()) == 0 {
        received(w);
        return;
    }
    young(w);
    w.section("executive-who");
    received(w);
    types(w);
    w.section("executive-questions");
    let items: Vec<Vec<Inline>> = w.consultation().questions.iter().map(|question| headline(w, question)).collect();
    w.push(Block::List(items));
    themes(w);
    campaigns(w);
}

fn young(w: &mut Writer<'_>) {
    if w.material.young_types().next().is_none() {
        return;
    }
    w.section("executive-young");
    let themes = young_themes(w);
    if themes.is_empty() {
        w.say("executive-young-none");
    } else {
        w.say("executive-young-themes");
        let items = themes.into_iter().take(3).map(|(theme, count)| {
            let mut item = vec![Inline::Strong(theme.label.get(w.locale).to_owned()), Inline::text(" (")];
            item.push(count);
            item.push(Inline::text(")"));
            item
        });
        let items = items.collect();
        w.push(Block::List(items));
    }
    let quote = w.material.quotations.iter().find(|quotable| quotable.young()).map(|quotable| w.quote(quotable));
    if let Some(quote) = quote {
        w.push(quote);
    }
    let link = Inline::Link { text: w.words("voices"), to: "#voices".to_owned() };
    let mut said = w.phrase("executive-young-more", &[]);
    said.extend([Inline::text(" "), link, Inline::text(".")]);
    w.push(Block::Paragraph(said));
}

fn received(w: &mut Writer<'_>) {
    let ledger = &w.material.ledger;
    let analysed = w.count(&Figure::responses());
    w.say_with(
        "executive-received",
        &[("received", Arg::Number(ledger.received, None)), ("n", Arg::Number(analysed, Some(Figure::responses())))],
    );
}

fn types(w: &mut Writer<'_>) {
    let mut types: Vec<(String, Shown, Figure)> = w
        .consultation()
        .types
        .iter()
        .map(|kind| {
            let figure = Figure::responses().of_type(&kind.code);
            (kind.label.get(w.locale).to_owned(), w.material.figures.shown(&figure), figure)
        })
        .filter(|(_, shown, _)| shown.count().is_some_and(|n| n > 0))
        .collect();
    if types.is_empty() {
        return;
    }
    types.sort_by_key(|(_, shown, _)| Reverse(shown.count()));
    w.say(if types.len() > MAIN_TYPES { "executive-types-main" } else { "executive-types" });
    let items = types.into_iter().take(MAIN_TYPES);
    let items = items.map(|(label, _, figure)| vec![Inline::text(format!("{label}: ")), w.number(&figure)]).collect();
    w.push(Block::List(items));
}

/// One question in a sentence or two, with its base.
fn headline(w: &Writer<'_>, question: &Question) -> Vec<Inline> {
    let answered = w.answered(&question.id);
    let mut item = vec![Inline::Link {
        text: w.question_label(&question.id),
        to: format!("#{}", super::writer::anchor(&format!("question-{}", question.id))),
    }];
    item.push(Inline::text(": "));
    item.extend(w.phrase("answered-short", &[("n", w.arg(&answered))]));
    if w.count(&answered) == 0 {
        return item;
    }
    let with_share = |figure: &Figure, label: String| -> Vec<Inline> {
        let mut said = vec![Inline::text(format!(" {label}: ")), w.number(figure)];
        if let Some(share) = w.share(figure, &answered) {
            said.push(Inline::text(format!(" ({share})")));
        }
        said
    };
    let mut parts: Vec<Vec<Inline>> = Vec::new();
    for option in &question.options {
        parts.push(with_share(&answered.option(&option.code), option.label.get(w.locale).to_owned()));
    }
    if parts.is_empty() {
        let stances: Vec<&Stance> =
            Stance::ALL.iter().filter(|stance| w.count(&answered.stance(**stance)) > 0).collect();
        for stance in stances {
            parts.push(with_share(&answered.stance(*stance), w.words(&format!("stance-{}", stance.as_str()))));
        }
    }
    for (i, part) in parts.iter().enumerate() {
        item.extend(part.clone());
        item.push(Inline::text(if i + 1 == parts.len() { "." } else { ";" }));
    }
    let names: Vec<String> =
        w.ranked(&answered).iter().take(3).map(|(theme, _)| theme.label.get(w.locale).to_owned()).collect();
    if !names.is_empty() {
        let n = names.len() as u64;
        item.push(Inline::text(" "));
        let list =
            if names.iter().any(|name| name.contains(',')) { names.join("; ") } else { locale::list(w.locale, &names) };
        item.extend(w.phrase("headline-themes", &[("n", Arg::Number(n, None)), ("themes", Arg::Words(list))]));
    }
    item
}

fn themes(w: &mut Writer<'_>) {
    let base = Figure::responses().counting(w.headline());
    let ranked = w.ranked(&base);
    if ranked.is_empty() {
        return;
    }
    w.section("executive-themes");
    let items = ranked.into_iter().take(MAIN_THEMES).map(|(theme, _)| {
        let figure = base.theme(&theme.code);
        let id = format!("overall-said-{}", w.quantifier(&figure, &base).key());
        let mut item = vec![Inline::Strong(theme.label.get(w.locale).to_owned()), Inline::text(": ")];
        item.extend(w.phrase(&id, &[("n", w.arg(&figure)), ("base", w.arg(&base))]));
        item
    });
    let items = items.collect();
    w.push(Block::List(items));
}

fn campaigns(w: &mut Writer<'_>) {
    w.section("executive-campaigns");
    if !w.has_campaigns() {
        w.say("campaigns-none");
        return;
    }
    campaign_statement(w);
}

/// How many responses came through campaigns, what that leaves, and which counting leads.
pub(super) fn campaign_statement(w: &mut Writer<'_>) {
    let campaigns = w.material.figures.campaigns();
    let members: u64 = campaigns.values().sum();
    let number = campaigns.len() as u64;
    w.say_with(
        "campaigns-statement",
        &[
            ("members", Arg::Number(members, None)),
            ("n", Arg::Number(number, None)),
            ("without", w.arg(&Figure::responses().counting(Counting::Without))),
            ("once", w.arg(&Figure::responses().counting(Counting::Once))),
        ],
    );
    let id = match w.headline() {
        Counting::All => "campaigns-headline-all",
        Counting::Without => "campaigns-headline-without",
        Counting::Once => "campaigns-headline-once",
    };
    w.say(id);
}
