//! `ymateb evaluate`: the machine against people, people against each other, and the human ceiling between the two.
//!
//! Three ways in: people's decisions over suggestions in the store; sheets of answers that people coded in full, held
//! against the store; such sheets and a coding frame, or sheets alone, without a store. `--sample` draws the sheet to code.
//!
//! `--json` gives one document: `{consultation, basis, level, frame, coders, seed, resamples, unknown_themes, not_found,
//! astray, problems}` and then the fields of [`Evaluation`]. `basis` is `decisions` or `coded`; every figure is `{value, low,
//! high}`, null where it is undefined.

mod coded;
mod decided;
mod draw;
mod gather;
mod machine;
mod show;
mod themes;

use anyhow::{Context as _, Result, anyhow};
use serde_json::{Map, Value, json};

pub(super) use self::gather::Level;

use self::coded::Row;
use self::gather::{Gathered, Unfit};
use self::themes::Themes;
use super::arguments::Evaluate;
use super::{Context, Outcome, Stopped, put, put_json, shown, tell};
use crate::analysis::{Evaluation, MOST_CODERS, Resampling, evaluate};
use crate::model::CodingFrame;
use crate::pipeline::Opened;
use crate::tagging::frame;
use crate::tagging::matcher::Matcher;

/// Everything there is to say.
struct Report<'r> {
    asked: &'r Evaluate,
    opened: Option<&'r Opened>,
    frame: Option<&'r CodingFrame>,
    gathered: Gathered,
    /// File, place and reason of what could not be read.
    problems: Vec<(String, String, String)>,
    evaluation: Evaluation,
}

pub(super) fn run(context: &Context, asked: &Evaluate) -> Result<Outcome> {
    let opened = asked.name.as_deref().map(|name| context.open(name)).transpose()?;
    if let (Some(share), Some(opened)) = (asked.sample, &opened) {
        return draw::run(context, opened, share, asked.seed);
    }
    let given = asked.frame.as_deref().map(read_frame).transpose()?;
    let frame = opened.as_ref().map(|opened| &opened.frame).or(given.as_ref().map(|(frame, _)| frame));
    let mut problems = Vec::new();
    let gathered = match &opened {
        Some(opened) if asked.coded.is_empty() => decided::gather(opened, asked.by.as_deref())?,
        _ => {
            let rows = read_sheets(asked, &mut problems)?;
            let answers = match &opened {
                Some(opened) => machine::of_store(&rows, &opened.store)?,
                None => {
                    let matcher = given.as_ref().map(|(_, matcher)| matcher);
                    if matcher.is_some() && rows.iter().all(|row| row.text.is_none()) && !rows.is_empty() {
                        return Err(Stopped::Usage(anyhow!(context.say("evaluate-no-text"))).into());
                    }
                    machine::of_file(&rows, matcher)
                }
            };
            let themes = Themes::new(frame);
            gather::gather(&rows, &answers, themes, &asked.coders, asked.level, frame.is_some())
                .map_err(|why| Stopped::Usage(anyhow!(unfit(context, why))))?
        }
    };
    let resampling = Resampling { seed: asked.seed, resamples: asked.resamples };
    let evaluation = evaluate(&gathered.codings, resampling);
    let report = Report { asked, opened: opened.as_ref(), frame, gathered, problems, evaluation };
    if asked.json {
        put_json(&report.document())?;
    } else if report.evaluation.answers == 0 {
        tell(&context.say(if asked.coded.is_empty() { "evaluate-undecided" } else { "evaluate-nothing" }));
        report.troubles(context).iter().for_each(|line| tell(line));
    } else {
        put(&show::text(context, &report))?;
        report.troubles(context).iter().for_each(|line| tell(line));
    }
    Ok(if report.is_well() { Outcome::Done } else { Outcome::LookAtThis })
}

fn read_frame(path: &std::path::Path) -> Result<(CodingFrame, Matcher)> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| file.clone()).map_err(Stopped::Usage)?;
    let frame = frame::read(&file, &text).map_err(|errors| Stopped::Usage(errors.into()))?;
    let matcher = Matcher::compile(&file, &frame).map_err(|errors| Stopped::Usage(errors.into()))?;
    Ok((frame, matcher))
}

fn read_sheets(asked: &Evaluate, problems: &mut Vec<(String, String, String)>) -> Result<Vec<Row>> {
    let reader = std::env::current_exe().context("this program cannot find itself")?;
    let mut rows = Vec::new();
    for path in &asked.coded {
        let sheet = coded::read(path, &asked.coders, &reader)?;
        rows.extend(sheet.rows);
        problems.extend(sheet.problems.into_iter().map(|(place, reason)| (shown(path), place, reason)));
    }
    Ok(rows)
}

fn unfit(context: &Context, why: Unfit) -> String {
    match why {
        Unfit::TooManyCoders(n) => {
            let args = [("n", (n as u64).into()), ("most", (MOST_CODERS as u64).into())];
            context.say_with("evaluate-many", &args)
        }
        Unfit::NoPlace => context.say("evaluate-no-place"),
    }
}

impl Report<'_> {
    fn is_well(&self) -> bool {
        let Gathered { unknown, not_found, astray, .. } = &self.gathered;
        let is_used = unknown.is_empty() && not_found.is_empty() && astray.is_empty() && self.problems.is_empty();
        is_used && self.evaluation.answers > 0
    }

    fn document(&self) -> Value {
        let Gathered { codings, unknown, not_found, astray, .. } = &self.gathered;
        let unknown: Vec<Value> =
            unknown.iter().map(|(theme, times)| json!({ "theme": theme, "times": times })).collect();
        let place = |(file, place, reason): &(String, String, String)| json!({ "file": file, "place": place, "reason": reason });
        let mut document = Map::new();
        let mut put = |name: &str, value: Value| document.insert(name.to_owned(), value);
        put("consultation", json!(self.opened.map(|opened| opened.folder.name())));
        put("basis", json!(if codings.in_full { "coded" } else { "decisions" }));
        put("level", json!(if codings.in_full { self.asked.level } else { Level::Answer }.as_str()));
        put("frame", json!(self.frame.map(|frame| json!({ "name": frame.name, "version": frame.version }))));
        put("coders", json!(codings.coders));
        put("seed", json!(self.asked.seed));
        put("resamples", json!(self.asked.resamples));
        put("unknown_themes", json!(unknown));
        put("not_found", json!(not_found));
        put("astray", astray.iter().map(|(of, theme)| json!({ "answer": of, "theme": theme })).collect());
        put("problems", self.problems.iter().map(place).collect());
        if let Value::Object(figures) = json!(self.evaluation) {
            document.extend(figures);
        }
        Value::Object(document)
    }

    /// What could not be used, a line each: nothing is left out in silence.
    fn troubles(&self, context: &Context) -> Vec<String> {
        let Gathered { unknown, not_found, astray, .. } = &self.gathered;
        let mut lines = Vec::new();
        if !unknown.is_empty() {
            let list: Vec<String> = unknown.iter().map(|(theme, times)| format!("{theme} ({times})")).collect();
            lines.push(context.say_with("evaluate-unknown", &[("list", list.join(", ").into())]));
        }
        if !not_found.is_empty() {
            let list: Vec<String> = not_found.iter().map(show::name).collect();
            let args = [("n", (not_found.len() as u64).into()), ("list", list.join(", ").into())];
            lines.push(context.say_with("evaluate-not-found", &args));
        }
        for (of, theme) in astray {
            let args = [("answer", show::name(of).into()), ("theme", theme.as_str().into())];
            lines.push(context.say_with("evaluate-astray", &args));
        }
        for (file, place, reason) in &self.problems {
            let place = if place.is_empty() { file.clone() } else { format!("{file}, {place}") };
            lines.push(context.say_with("read-remark-at", &[("place", place.into()), ("why", reason.as_str().into())]));
        }
        lines
    }
}
