//! The report as one page: no script, nothing fetched, readable by eye, ear and keyboard, on paper and in the dark
//! (WCAG 2.2 AA).

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::locale::say;
use crate::model::{Language, Locale};

use super::charts;
use super::document::{Bars, Block, Document, Inline, Panel, Quote, Row, Table};
use super::phrase::{Arg, HIDDEN, plain};

const STYLE: &str = include_str!("style.css");

/// A document as HTML.
pub fn html(document: &Document) -> String {
    let locale = document.locale;
    let page_title = if document.invented {
        format!("{} – {} ({})", document.title, document.kind, say(locale, "banner-invented-short"))
    } else {
        format!("{} – {}", document.title, document.kind)
    };
    let page = html! {
        (DOCTYPE)
        html lang=(locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="Ymateb";
                title { (page_title) }
                @if let Some(other) = &document.other {
                    link rel="alternate" hreflang=(other.locale.tag()) href=(format!("{}.html", other.stem));
                }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#report" { (say(locale, "skip-to-content")) }
                header.top {
                    div.measure {
                        @if document.draft { p.draft { strong { (say(locale, "banner-draft")) } } }
                        @if let Some(other) = &document.other {
                            p.other { a href=(format!("{}.html", other.stem)) lang=(other.locale.tag()) hreflang=(other.locale.tag()) rel="alternate" {
                                (say(locale, "read-in-other"))
                            } }
                        }
                        p.kind { (document.kind) }
                        h1 { (document.title) }
                        @if document.invented { p.invented role="note" { strong { (say(locale, "banner-invented")) } } }
                    }
                }
                div.measure.page {
                    (contents(document))
                    main id="report" tabindex="-1" { (blocks(document, &document.blocks)) }
                }
                @if document.draft || document.invented {
                    footer.bottom { div.measure {
                        @if document.draft { p { (say(locale, "banner-draft")) } }
                        @if document.invented { p { (say(locale, "banner-invented")) } }
                    } }
                }
            }
        }
    };
    let mut out = page.into_string();
    out.push('\n');
    out
}

fn contents(document: &Document) -> Markup {
    let chapters = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: 2, id, text } => Some((id, text)),
        _ => None,
    });
    html! {
        nav.contents aria-labelledby="contents" {
            h2 id="contents" { (say(document.locale, "contents")) }
            ul { @for (id, text) in chapters { li { a href=(format!("#{id}")) { (text) } } } }
        }
    }
}

fn blocks(document: &Document, all: &[Block]) -> Markup {
    html! { @for block in all { (self::block(document, block)) } }
}

fn block(document: &Document, block: &Block) -> Markup {
    let locale = document.locale;
    match block {
        Block::Heading { level: 2, id, text } => html! { h2 id=(id) { (text) } },
        Block::Heading { level: 3, id, text } => html! { h3 id=(id) { (text) } },
        Block::Heading { id, text, .. } => html! { h4 id=(id) { (text) } },
        Block::Paragraph(said) => html! { p { (inlines(locale, said)) } },
        Block::List(items) => html! { ul { @for item in items { li { (inlines(locale, item)) } } } },
        Block::Table(table) => self::table(locale, table),
        Block::Bars(chart) => bars(chart),
        Block::Quote(said) => quote(locale, said),
        Block::Panel(Panel::Note, inner) => html! { div.note { (blocks(document, inner)) } },
        Block::Panel(Panel::Facts, inner) => html! { div.facts { (blocks(document, inner)) } },
        Block::Panel(Panel::ForOfficials, inner) => html! {
            div.officials { p.officials-label { strong { (say(locale, "for-officials")) } } (blocks(document, inner)) }
        },
    }
}

fn table(locale: Locale, table: &Table) -> Markup {
    let numeric: Vec<bool> = (0..table.head.len().saturating_sub(1))
        .map(|i| {
            let cell =
                |row: &Row| matches!(row.cells.get(i).and_then(|cell| cell.first()), Some(Inline::Number { .. }));
            table.rows.iter().any(cell)
        })
        .collect();
    let class = |i: usize| numeric.get(i).copied().unwrap_or(false).then_some("n");
    html! {
        div.scroll role="region" tabindex="0" aria-label=(table.caption) {
            table {
                caption { span { (table.caption) } }
                thead { tr {
                    @for (i, head) in table.head.iter().enumerate() {
                        th scope="col" class=[(i > 0).then(|| class(i - 1)).flatten()] { (head) }
                    }
                } }
                tbody {
                    @for row in &table.rows {
                        tr class=[row_class(row)] {
                            th scope="row" {
                                (inlines(locale, &row.head))
                                @if row.within { span.aside-text { " (" (say(locale, "part-of")) ")" } }
                            }
                            @for (i, cell) in row.cells.iter().enumerate() {
                                td class=[class(i)] { (inlines(locale, cell)) }
                            }
                        }
                    }
                }
            }
        }
        @if let Some(note) = &table.note { p.table-note { (note) } }
    }
}

fn row_class(row: &Row) -> Option<&'static str> {
    match (row.total, row.within) {
        (true, _) => Some("total"),
        (false, true) => Some("within"),
        (false, false) => None,
    }
}

fn bars(chart: &Bars) -> Markup {
    html! { figure { figcaption { (chart.title) } (charts::bars(chart)) } }
}

fn quote(locale: Locale, quote: &Quote) -> Markup {
    let (lang, written) = match (quote.language, locale) {
        (Language::Cy, Locale::En) => (Some("cy"), Some("quote-in-cy")),
        (Language::En, Locale::Cy) => (Some("en"), Some("quote-in-en")),
        _ => (None, None),
    };
    let (open, close) = match (lang, locale) {
        (Some("cy"), _) | (None, Locale::Cy) => ('‘', '’'),
        _ => ('“', '”'),
    };
    html! {
        blockquote {
            p lang=[lang] { (open) (quote.text) (close) }
            footer { "— " (quote.attribution) ", " code { (quote.reference) }
                @if let Some(written) = written { " · " (say(locale, written)) } }
        }
    }
}

fn inlines(locale: Locale, all: &[Inline]) -> Markup {
    html! {
        @for inline in all {
            @match inline {
                Inline::Text(text) => { (text) },
                Inline::Strong(text) => { strong { (text) } },
                Inline::Code(text) => { code { (text) } },
                Inline::Link { text, to } => { a href=(to) { (text) } },
                Inline::Number { shown, figure: None } => { (shown) },
                Inline::Number { shown, figure: Some(figure) } if shown == HIDDEN => {
                    span.hidden data-figure=(figure) { (shown) }
                },
                Inline::Number { shown, figure: Some(figure) } => {
                    @let name = figure.to_string();
                    span.fig data-figure=(name)
                        title=(plain(locale, "figure-title", &[("figure", Arg::Words(name.clone()))])) { (shown) }
                },
            }
        }
    }
}
