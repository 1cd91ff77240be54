//! The report as Markdown (CommonMark with tables). Whatever respondents or settings wrote is escaped.

use crate::locale::say;
use crate::model::{Language, Locale};

use super::document::{Bars, Block, Document, Inline, Panel, Quote, Row, Table};

/// A document as Markdown.
pub fn markdown(document: &Document) -> String {
    let locale = document.locale;
    let mut out = Vec::new();
    out.push(format!("# {}", escape(&document.title)));
    out.push(escape(&document.kind));
    if document.draft {
        out.push(format!("**{}**", escape(&say(locale, "banner-draft"))));
    }
    if document.invented {
        out.push(format!("> **{}**", escape(&say(locale, "banner-invented"))));
    }
    if let Some(other) = &document.other {
        out.push(format!("[{}]({}.md)", escape(&say(locale, "read-in-other")), other.stem));
    }
    for block in &document.blocks {
        out.push(self::block(locale, block));
    }
    out.retain(|block| !block.is_empty());
    let mut text = out.join("\n\n");
    text.push('\n');
    text
}

fn block(locale: Locale, block: &Block) -> String {
    match block {
        Block::Heading { level, id, text } => {
            format!("<a id=\"{id}\"></a>\n\n{} {}", "#".repeat(usize::from(*level)), escape(text))
        }
        Block::Paragraph(said) => inlines(said),
        Block::List(items) => items.iter().map(|item| format!("- {}", inlines(item))).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => self::table(locale, table),
        Block::Bars(chart) => bars(locale, chart),
        Block::Quote(said) => quote(locale, said),
        Block::Panel(panel, inner) => {
            let mut parts: Vec<String> = inner.iter().map(|inner| self::block(locale, inner)).collect();
            match panel {
                Panel::Facts => return parts.join("\n\n"),
                Panel::ForOfficials => parts.insert(0, format!("**{}**", escape(&say(locale, "for-officials")))),
                Panel::Note => {}
            }
            let inner = parts.join("\n\n");
            inner.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
        }
    }
}

/// A table, with a column for the reference of each row's first figure where rows have one.
fn table(locale: Locale, table: &Table) -> String {
    let reference = |row: &Row| {
        row.cells.iter().flatten().find_map(|inline| match inline {
            Inline::Number { figure: Some(figure), .. } => Some(figure.to_string()),
            _ => None,
        })
    };
    let shows_code = |row: &Row| row.cells.iter().flatten().any(|inline| matches!(inline, Inline::Code(_)));
    let bears = table.rows.iter().any(|row| reference(row).is_some()) && !table.rows.iter().any(shows_code);
    let mut head: Vec<String> = table.head.iter().map(|head| cell(escape(head))).collect();
    if bears {
        head.push(cell(escape(&say(locale, "reference"))));
    }
    let mut lines = vec![
        format!("**{}**", escape(&table.caption)),
        String::new(),
        format!("| {} |", head.join(" | ")),
        format!("|{}", " --- |".repeat(head.len())),
    ];
    for row in &table.rows {
        let lead = if row.within { "– " } else { "" };
        let mut cells = vec![cell(format!("{lead}{}", inlines(&row.head)))];
        cells.extend(row.cells.iter().map(|inner| cell(inlines(inner))));
        if row.total {
            cells =
                cells.into_iter().map(|inner| if inner.is_empty() { inner } else { format!("**{inner}**") }).collect();
        }
        if bears {
            cells.push(reference(row).map(|name| cell(code(&name))).unwrap_or_default());
        }
        lines.push(format!("| {} |", cells.join(" | ")));
    }
    if let Some(note) = &table.note {
        lines.extend([String::new(), escape(note)]);
    }
    lines.join("\n")
}

/// A pipe ends a cell wherever it stands, in code too.
fn cell(words: String) -> String {
    words.replace("\\|", "|").replace('|', "\\|").replace('\n', " ")
}

/// The chart in words: the table beside it has its counts.
fn bars(_: Locale, chart: &Bars) -> String {
    format!("*{}.* {}", escape(&chart.title), escape(&chart.description))
}

fn quote(locale: Locale, quote: &Quote) -> String {
    let written = match (quote.language, locale) {
        (Language::Cy, Locale::En) => format!(" · {}", say(locale, "quote-in-cy")),
        (Language::En, Locale::Cy) => format!(" · {}", say(locale, "quote-in-en")),
        _ => String::new(),
    };
    format!("> {}\n>\n> — {}, {}{written}", escape(&quote.text), escape(&quote.attribution), code(&quote.reference))
}

fn inlines(all: &[Inline]) -> String {
    all.iter()
        .map(|inline| match inline {
            Inline::Text(text) => escape_inner(text),
            Inline::Strong(text) => format!("**{}**", escape_inner(text.trim())),
            Inline::Code(text) => code(text),
            Inline::Link { text, to } => format!("[{}]({to})", escape_inner(text)),
            Inline::Number { shown, .. } => escape_inner(shown),
        })
        .collect()
}

fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// Escapes whatever CommonMark or a table would read as a mark, and a line's first sign where it would begin a list,
/// a heading or a rule.
fn escape(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let escaped = escape_inner(&one_line);
    match escaped.chars().next() {
        Some('#' | '-' | '+' | '=' | '>') => format!("\\{escaped}"),
        Some(c) if c.is_ascii_digit() => {
            let digits = escaped.chars().take_while(char::is_ascii_digit).count();
            match escaped[digits..].chars().next() {
                Some(mark @ ('.' | ')')) if escaped[digits + 1..].starts_with(' ') => {
                    format!("{}\\{mark}{}", &escaped[..digits], &escaped[digits + 1..])
                }
                _ => escaped,
            }
        }
        _ => escaped,
    }
}

fn escape_inner(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
