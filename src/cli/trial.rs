//! `ymateb tag NAME --dry-run`: what another frame would change, before it does.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use super::decide::{quoted, waiting_documents};
use super::watch::Terminal;
use super::{Context, Outcome, Stopped, put, put_json};
use crate::locale::number;
use crate::model::{CodingFrame, Origin};
use crate::pipeline::{self, Counts, Example, Opened, Trial, Tried};
use crate::tagging::frame;

/// Tries a frame: the consultation's own as it stands, or the one in `other`.
pub(super) fn run(
    context: &Context,
    name: &str,
    other: Option<&Path>,
    examples: usize,
    as_json: bool,
) -> Result<Outcome> {
    let opened = context.open(name)?;
    let path = other.map_or_else(|| opened.folder.frame(), Path::to_owned);
    let file = path.display().to_string();
    let text = std::fs::read_to_string(&path).with_context(|| file.clone()).map_err(Stopped::Usage)?;
    let frame = frame::read(&file, &text).map_err(|errors| Stopped::Usage(errors.into()))?;
    let hash = pipeline::hash(&text);
    let mut watch = Terminal::new(context.locale);
    let tried = pipeline::trial(&opened, Tried { file: &file, frame: &frame, hash: &hash }, examples, &mut watch);
    watch.done();
    let trial = tried?;
    if as_json {
        put_json(&document(&frame, &trial))?;
    } else {
        put(&page(context, &opened, &frame, &trial))?;
    }
    Ok(if trial.waiting.is_empty() { Outcome::Done } else { Outcome::LookAtThis })
}

/// What tagging with the consultation's own frame will change, in one line; none when nothing was tagged otherwise.
pub(super) fn totals(context: &Context, opened: &Opened) -> Result<Option<String>> {
    if !pipeline::is_retagging(opened)? {
        return Ok(None);
    }
    let file = opened.folder.frame().display().to_string();
    let tried = Tried { file: &file, frame: &opened.frame, hash: &opened.frame_hash };
    let mut watch = Terminal::new(context.locale);
    let trial = pipeline::trial(opened, tried, 0, &mut watch);
    watch.done();
    Ok(Some(totals_of(context, &trial?)))
}

fn totals_of(context: &Context, trial: &Trial) -> String {
    let (passages, respondents) = (&trial.passages, &trial.respondents);
    let stances: u64 = trial.stances.iter().map(|change| change.answers).sum();
    let args = [
        ("gained", number(passages.gained).into()),
        ("lost", number(passages.lost).into()),
        ("unchanged", number(passages.unchanged).into()),
        ("gaining", number(respondents.gained).into()),
        ("losing", number(respondents.lost).into()),
        ("stances", number(stances).into()),
    ];
    context.say_with("trial-totals", &args)
}

fn document(frame: &CodingFrame, trial: &Trial) -> serde_json::Value {
    let example = |example: &Example| {
        let (rule, person) = match &example.origin {
            Origin::Rule { pattern, .. } => (Some(pattern), None),
            Origin::Person { name, .. } => (None, Some(name)),
        };
        json!({ "response": example.response, "question": example.question, "words": example.words, "rule": rule,
                "person": person })
    };
    let examples = |list: &[Example]| list.iter().map(example).collect::<Vec<_>>();
    let themes: Vec<_> = trial
        .themes
        .iter()
        .map(|change| {
            json!({ "theme": change.theme, "label": frame.theme(&change.theme).map(|theme| &theme.label),
                    "gone": change.gone, "respondents": change.respondents, "passages": change.passages,
                    "gained": examples(&change.gained), "lost": examples(&change.lost) })
        })
        .collect();
    json!({ "frame": { "name": frame.name, "version": frame.version }, "respondents": trial.respondents,
            "passages": trial.passages, "themes": themes, "stances": trial.stances,
            "waiting": waiting_documents(frame, &trial.waiting), "untagged": trial.untagged })
}

fn page(context: &Context, opened: &Opened, frame: &CodingFrame, trial: &Trial) -> String {
    let mut text = String::new();
    let title = [("version", u64::from(frame.version).into()), ("name", opened.folder.name().into())];
    let _ = writeln!(text, "{}\n{}", context.say_with("trial-title", &title), totals_of(context, trial));
    let is_change =
        |change: &&pipeline::ThemeChange| change.gone || change.respondents.is_change() || change.passages.is_change();
    for change in trial.themes.iter().filter(is_change) {
        let label = match frame.theme(&change.theme) {
            Some(theme) => theme.label.get(context.locale).to_owned(),
            None => context.say("trial-gone"),
        };
        let counts = |counts: &Counts| format!("+{} −{} ={}", counts.gained, counts.lost, counts.unchanged);
        let args = [("respondents", counts(&change.respondents).into()), ("passages", counts(&change.passages).into())];
        let _ = writeln!(text, "\n{} {label}\n    {}", change.theme, context.say_with("trial-counts", &args));
        for (sign, examples) in [("+", &change.gained), ("−", &change.lost)] {
            for example in examples {
                let by = match &example.origin {
                    Origin::Rule { pattern, .. } => pattern,
                    Origin::Person { name, .. } => name,
                };
                let _ = writeln!(
                    text,
                    "    {sign} {} · {}{} ({by})",
                    example.response,
                    example.question,
                    quoted(&example.words)
                );
            }
        }
    }
    let still = trial.themes.iter().filter(|change| !is_change(change)).count() as u64;
    let _ = writeln!(text, "\n{}", context.say_with("trial-still", &[("n", still.into())]));
    for change in &trial.stances {
        let stance = |stance: Option<crate::model::Stance>| match stance {
            Some(stance) => context.say(&format!("stance-{}", stance.as_str())),
            None => "–".to_owned(),
        };
        let (from, to) = (stance(change.from), stance(change.to));
        let responses = change.responses.join(" ");
        let _ = writeln!(text, "{} · {from} → {to}: {} {responses}", change.question, number(change.answers));
    }
    if trial.untagged > 0 {
        let _ = writeln!(text, "{}", context.say_with("trial-untagged", &[("n", trial.untagged.into())]));
    }
    if !trial.waiting.is_empty() {
        let _ = writeln!(text, "{}", context.say_with("trial-waiting", &[("n", (trial.waiting.len() as u64).into())]));
    }
    text
}
