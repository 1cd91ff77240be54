//! `ymateb run`: everything that is out of date.

use anyhow::Result;

use super::arguments::Run;
use super::watch::Terminal;
use super::{Context, Outcome, Stopped, in_full, put, put_json, shown, tell};
use crate::corpus::consultations;
use crate::locale::number;
use crate::pipeline::{self, Done};

pub(super) fn run(context: &Context, asked: &Run) -> Result<Outcome> {
    let names = if asked.names.is_empty() { all(context)? } else { asked.names.clone() };
    let mut done = Vec::new();
    let mut failed = false;
    for name in &names {
        match one(context, name) {
            Ok(one) => {
                if !asked.json {
                    put(&story(context, &one))?;
                }
                done.push(one);
            }
            // With several consultations, trouble in one is no reason to leave the others undone.
            Err(error) if names.len() > 1 => {
                failed = true;
                tell(&context.say_with("error", &[("what", format!("{name}: {}", in_full(&error)).into())]));
            }
            Err(error) => return Err(error),
        }
    }
    if asked.json {
        put_json(&serde_json::json!({ "consultations": done }))?;
    }
    let is_well = done.iter().all(|one| one.in_trouble == 0 && super::ledger::is_well(&one.ledger));
    Ok(if failed || !is_well { Outcome::LookAtThis } else { Outcome::Done })
}

fn all(context: &Context) -> Result<Vec<String>> {
    let names = consultations(&context.root).unwrap_or_default();
    if names.is_empty() {
        let folder = shown(&context.root.join("corpus"));
        let what = context.say_with("no-consultations", &[("folder", folder.into())]);
        return Err(Stopped::Usage(anyhow::anyhow!(what)).into());
    }
    Ok(names)
}

fn one(context: &Context, name: &str) -> Result<Done> {
    let (mut opened, _lock) = context.open_alone(name)?;
    let mut watch = Terminal::new(context.locale);
    let done = pipeline::run(&mut opened, &mut watch);
    watch.done();
    done
}

/// What a run did, in a few lines.
fn story(context: &Context, done: &Done) -> String {
    let ledger = &done.ledger;
    let n = |n: u64| n.into();
    let mut lines = vec![context.say_with("run-title", &[("name", done.name.as_str().into())])];
    let aside: u64 = ledger.set_aside.values().sum();
    lines.push(context.say_with(
        "run-ledger",
        &[
            ("received", n(ledger.received)),
            ("analysed", n(ledger.analysed)),
            ("merged", n(ledger.merged)),
            ("aside", n(aside)),
        ],
    ));
    let problems: u64 = ledger.sources.iter().map(|source| source.problems.len() as u64).sum();
    if problems > 0 {
        lines.push(context.say_with("run-problems", &[("n", n(problems)), ("name", done.name.as_str().into())]));
    }
    if done.waiting > 0 {
        let args = [("n", n(done.waiting)), ("name", done.name.as_str().into())];
        lines.push(format!("  {}", context.say_with("waiting-remark", &args)));
    }
    let worked: Vec<String> = done
        .stages
        .iter()
        .filter(|stage| stage.did > 0)
        .map(|stage| {
            let name = context.say(&format!("stage-{}", stage.stage));
            format!("{name} {} ({} ms)", number(stage.did), number(stage.ms))
        })
        .collect();
    if worked.is_empty() {
        lines.push(context.say("run-nothing"));
    } else {
        lines.push(context.say_with("run-stages", &[("stages", worked.join(" · ").into())]));
    }
    lines.push(context.say("run-reports"));
    lines.extend(done.reports.iter().map(|path| format!("    {}", shown(path))));
    lines.join("\n") + "\n"
}
