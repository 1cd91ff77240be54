//! Keyword in context as a person reads it: one line an occurrence, the keywords below each other.

use std::fmt::Write as _;
use std::io::IsTerminal;

use crate::cli::Context;
use crate::index::Concordance;
use crate::text::reading::readable;

pub(super) fn page(context: &Context, found: &Concordance, offset: usize, width: usize) -> String {
    let mut text = String::new();
    let first = if found.lines.is_empty() { 0 } else { offset + 1 };
    let args = [
        ("occurrences", found.occurrences.into()),
        ("hits", found.hits.into()),
        ("first", (first as u64).into()),
        ("last", ((offset + found.lines.len()) as u64).into()),
    ];
    let _ = writeln!(text, "{}", context.say_with("kwic-total", &args).trim_end());
    if found.cut {
        let _ = writeln!(text, "{}", context.say("kwic-cut"));
    }
    let wide = |of: &dyn Fn(&crate::index::Line) -> usize| found.lines.iter().map(of).max().unwrap_or(0);
    let heads: Vec<String> = found.lines.iter().map(|line| format!("{} {}", line.response, line.question)).collect();
    let head = heads.iter().map(|head| head.chars().count()).max().unwrap_or(0);
    let left = wide(&|line| line.left.chars().count()).min(width);
    let (on, off) = if std::io::stdout().is_terminal() { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    for (line, name) in found.lines.iter().zip(&heads) {
        let shown = readable(&line.left);
        let before = shown.trim_start();
        let pad = " ".repeat(left.saturating_sub(before.chars().count()));
        // What must not be quoted is marked, so that nobody copies it unawares.
        let mark = if line.may.quote { ' ' } else { '!' };
        let right = readable(&line.right);
        let line = format!("{name:head$} {mark} {pad}{before}{on}{}{off}{}", readable(&line.word), right.trim_end());
        let _ = writeln!(text, "{line}");
    }
    if found.lines.iter().any(|line| !line.may.quote) {
        let _ = writeln!(text, "{}", context.say("kwic-mark"));
    }
    text
}
