//! `ymateb decide NAME --waiting`: decisions of which a person has to say what they mean with the present frame.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::arguments::Decide;
use crate::cli::{Context, Outcome, put, put_json};
use crate::model::CodingFrame;
use crate::pipeline::{self, Opened, Waits};

/// Characters of a passage that a list shows.
const SHOWN: usize = 100;

pub(super) fn run(context: &Context, asked: &Decide) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    let waiting = pipeline::waiting(&opened.store)?;
    if asked.json {
        put_json(&json!({ "waiting": documents(&opened.frame, &waiting) }))?;
    } else {
        put(&page(context, &asked.name, &opened.frame, &waiting))?;
    }
    Ok(Outcome::Done)
}

/// One line that says how many decisions wait, when any do.
pub(in crate::cli) fn remark(context: &Context, opened: &Opened) -> Result<Option<String>> {
    let n = pipeline::waiting(&opened.store)?.len() as u64;
    let args = [("n", n.into()), ("name", opened.folder.name().into())];
    Ok((n > 0).then(|| context.say_with("waiting-remark", &args)))
}

/// Waiting decisions as JSON: `{response, question, verb, theme, to, words, start, by, note, at, may_be: [{theme, label}],
/// under}`.
pub(in crate::cli) fn documents(frame: &CodingFrame, waiting: &[Waits]) -> Vec<Value> {
    let one = |waits: &Waits| {
        let (waiting, decision) = (&waits.waiting, &waits.waiting.decision);
        let label = |code: &String| json!({ "theme": code, "label": frame.theme(code).map(|theme| &theme.label) });
        json!({ "response": waits.response, "question": waits.question, "verb": decision.verb, "theme": waiting.theme,
                "to": decision.to, "words": decision.words, "start": waiting.span.map(|span| span.start),
                "by": decision.person, "note": decision.note, "at": decision.at,
                "may_be": waiting.may_be.iter().map(label).collect::<Vec<_>>(), "under": waiting.under })
    };
    waiting.iter().map(one).collect()
}

fn page(context: &Context, name: &str, frame: &CodingFrame, waiting: &[Waits]) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", context.say_with("waiting-count", &[("n", (waiting.len() as u64).into())]));
    let named = |code: &str| match frame.theme(code) {
        Some(theme) => format!("{code} ({})", theme.label.get(context.locale)),
        None => code.to_owned(),
    };
    for waits in waiting {
        let (waiting, decision) = (&waits.waiting, &waits.waiting.decision);
        let verb = context.say(&format!("verb-{}", decision.verb.as_str()));
        let theme = if waiting.theme == decision.theme || decision.theme.is_empty() {
            waiting.theme.clone()
        } else {
            format!("{} → {}", decision.theme, waiting.theme)
        };
        let _ = writeln!(
            text,
            "\n{} · {} · {verb} {theme} · {}, {}{}",
            waits.response,
            waits.question,
            decision.person,
            decision.at,
            quoted(&decision.words)
        );
        let may_be: Vec<String> = waiting.may_be.iter().map(|code| named(code)).collect();
        let said = if may_be.is_empty() {
            context.say_with("waiting-gone", &[("theme", waiting.theme.as_str().into())])
        } else {
            context.say_with("waiting-may-be", &[("themes", may_be.join(", ").into())])
        };
        let _ = writeln!(text, "    {said}");
        if let Some(under) = &waiting.under {
            let _ = writeln!(text, "    {}", context.say_with("waiting-under", &[("theme", named(under).into())]));
        }
    }
    if let Some(first) = waiting.first() {
        let to = first.waiting.may_be.first().map_or("THEME", String::as_str);
        let args = [
            ("name", name.into()),
            ("response", first.response.as_str().into()),
            ("question", first.question.as_str().into()),
            ("theme", first.waiting.theme.as_str().into()),
            ("to", to.into()),
        ];
        let _ = writeln!(text, "\n{}", context.say_with("waiting-how", &args));
    }
    text
}

/// The beginning of a passage, on one line, in quotation marks.
pub(in crate::cli) fn quoted(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        _ if line.is_empty() => String::new(),
        Some((at, _)) => format!(" “{}…”", &line[..at]),
        None => format!(" “{line}”"),
    }
}
