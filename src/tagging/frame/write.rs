//! A frame as TOML.

use std::fmt::Write as _;

use crate::model::{Accents, Bilingual, CodingFrame, Pattern, Theme};

/// The frame as `frame.toml` holds it. Reading it gives the same frame.
pub fn toml(frame: &CodingFrame) -> String {
    let mut out = head(frame);
    for theme in &frame.themes {
        out.push_str("\n[[theme]]\n");
        out.push_str(&theme_fields(theme));
    }
    out
}

/// What is said of the frame as a whole.
pub(super) fn head(frame: &CodingFrame) -> String {
    let mut out = String::new();
    if !frame.name.is_empty() {
        field(&mut out, "name", &quoted(&frame.name));
    }
    field(&mut out, "version", &frame.version.to_string());
    if let Some(proposal) = &frame.proposal {
        bilingual(&mut out, "proposal", proposal);
    }
    out
}

/// The fields of one theme, a line each; those that say nothing are left out.
pub(super) fn theme_fields(theme: &Theme) -> String {
    let mut out = String::new();
    field(&mut out, "code", &quoted(&theme.code));
    if let Some(parent) = &theme.parent {
        field(&mut out, "parent", &quoted(parent));
    }
    if !theme.was.is_empty() {
        let codes: Vec<String> = theme.was.iter().map(|code| quoted(code)).collect();
        field(&mut out, "was", &format!("[{}]", codes.join(", ")));
    }
    bilingual(&mut out, "label", &theme.label);
    bilingual(&mut out, "about", &theme.about);
    if !theme.workstreams.is_empty() {
        let numbers: Vec<String> = theme.workstreams.iter().map(u8::to_string).collect();
        field(&mut out, "workstreams", &format!("[{}]", numbers.join(", ")));
    }
    patterns(&mut out, "en", &theme.en);
    patterns(&mut out, "cy", &theme.cy);
    patterns(&mut out, "not", &theme.not);
    if let Some(when) = theme.when.as_str() {
        field(&mut out, "when", &quoted(when));
    }
    let flags =
        [("by_hand", theme.by_hand), ("working", theme.working), ("loose_accents", theme.accents == Accents::Loose)];
    for (key, _) in flags.iter().filter(|(_, said)| *said) {
        field(&mut out, key, "true");
    }
    out
}

fn field(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {value}");
}

fn bilingual(out: &mut String, key: &str, text: &Bilingual) {
    if !text.en.is_empty() || !text.cy.is_empty() {
        field(out, key, &format!("{{ en = {}, cy = {} }}", quoted(&text.en), quoted(&text.cy)));
    }
}

fn patterns(out: &mut String, key: &str, patterns: &[Pattern]) {
    match patterns {
        [] => {}
        [one] => field(out, key, &format!("[{}]", quoted(&one.text))),
        several => {
            let lines: String = several.iter().map(|pattern| format!("  {},\n", quoted(&pattern.text))).collect();
            field(out, key, &format!("[\n{lines}]"));
        }
    }
}

/// A text of TOML: between single quotation marks, as it stands, where it holds what would need a backslash.
fn quoted(text: &str) -> String {
    let has_control = text.chars().any(|c| c.is_control() && c != '\t');
    if text.contains(['"', '\\']) && !text.contains('\'') && !has_control {
        return format!("'{text}'");
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
