//! What children and young people said, without percentages; and what impact assessments draw on.

use crate::locale;
use crate::model::{Figure, Theme};

use super::super::document::{Block, Inline, Row};
use super::super::phrase::Arg;
use super::writer::{Writer, row};

/// Themes that children and young people raised, the most frequent first, where the count may be shown. The number
/// bears a reference where one type of respondent holds them all.
pub(super) fn young_themes<'m>(w: &Writer<'m>) -> Vec<(&'m Theme, Inline)> {
    let mut themes: Vec<(&Theme, u64, Option<Figure>)> = w
        .material
        .top_themes()
        .filter_map(|theme| {
            let figures: Vec<Figure> =
                w.material.young_types().map(|kind| Figure::default().theme(&theme.code).of_type(&kind.code)).collect();
            let counts: Option<Vec<u64>> =
                figures.iter().map(|figure| w.material.figures.shown(figure).count()).collect();
            let sum: u64 = counts?.iter().sum();
            let figure = if figures.len() == 1 { figures.into_iter().next() } else { None };
            (sum > 0).then_some((theme, sum, figure))
        })
        .collect();
    themes.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    let number = |count: u64, figure| Inline::Number { shown: locale::number(count), figure };
    themes.into_iter().map(|(theme, count, figure)| (theme, number(count, figure))).collect()
}

/// Their own chapter, in their own words.
pub(super) fn chapter(w: &mut Writer<'_>) {
    w.chapter("voices");
    let types: Vec<_> = w.material.young_types().collect();
    if types.is_empty() {
        w.say("voices-no-types");
        return;
    }
    w.say("voices-about");
    let items: Vec<Vec<Inline>> = types
        .iter()
        .map(|kind| {
            let label = kind.label.get(w.locale);
            vec![Inline::text(format!("{label}: ")), w.number(&Figure::responses().of_type(&kind.code))]
        })
        .collect();
    w.push(Block::List(items));
    let fewest = w.material.figures.fewest_shown();
    let hides = types.iter().any(|k| w.material.figures.shown(&Figure::responses().of_type(&k.code)).count().is_none());
    if hides {
        w.say_with("hidden-note", &[("fewest", Arg::Number(fewest, None))]);
    }
    let themes = young_themes(w);
    if !themes.is_empty() {
        w.say("voices-themes");
        let items = themes
            .into_iter()
            .map(|(theme, number)| vec![Inline::text(format!("{}: ", theme.label.get(w.locale))), number])
            .collect();
        w.push(Block::List(items));
    }
    if !w.material.events.is_empty() {
        w.say("voices-events");
    }
    quotes(w);
}

fn quotes(w: &mut Writer<'_>) {
    let themes: Vec<&Theme> = w.material.top_themes().collect();
    let mut any = false;
    for theme in themes {
        let within = |code: &str| w.material.frame.is_within(code, &theme.code);
        let quotes: Vec<Block> = w
            .material
            .quotations
            .iter()
            .filter(|quotable| quotable.young() && within(quotable.theme()))
            .map(|quotable| w.quote(quotable))
            .collect();
        if quotes.is_empty() {
            continue;
        }
        if !any {
            w.section("voices-words");
            any = true;
        }
        w.heading(4, format!("voices-{}", theme.code), theme.label.get(w.locale));
        for quote in quotes {
            w.push(quote);
        }
    }
    if !any {
        w.say("voices-no-quotes");
    }
}

/// Themes over all questions, with what children and young people raised beside them.
pub(super) fn impacts(w: &mut Writer<'_>) {
    w.chapter("impacts");
    w.say("impacts-about");
    let all = Figure::responses();
    let young: Vec<_> = w.material.young_types().collect();
    let rows: Vec<Row> = w
        .ranked(&all)
        .into_iter()
        .map(|(theme, _)| {
            let figure = all.theme(&theme.code);
            let mut cells = vec![w.share_cell(&figure, &all)];
            cells.extend(young.iter().map(|kind| w.cell(&figure.of_type(&kind.code))));
            row(theme.label.get(w.locale), cells)
        })
        .collect();
    let mut head = vec![w.words("theme"), w.words("counting-all")];
    head.extend(young.iter().map(|kind| kind.label.get(w.locale).to_owned()));
    let note = w.hidden_note(&rows);
    w.table(w.words("impacts-caption"), head, rows, note);
    w.for_officials("impacts-officials");
}
