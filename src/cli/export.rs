//! `ymateb export`: responses, tags, frame or ledger for other programs.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write};

use anyhow::{Result, anyhow};
use serde_json::json;

use super::arguments::Export;
use super::{Context, Outcome, Stopped, put, put_bytes, put_json, show, tell};
use crate::corpus::Walked;
use crate::model::{Accents, Answer, CodedResponse, CodingFrame, Decision, Origin, Substance};
use crate::pipeline::{self, Opened};

pub(super) fn run(context: &Context, asked: &Export) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    if let (Some(version), "frame") = (asked.version, asked.what.as_str()) {
        return former_frame(context, &opened, version, &asked.format);
    }
    match (asked.what.as_str(), asked.format.as_str()) {
        ("responses", "jsonl") => {
            lines(context, &opened, |response| vec![show::document(&opened.settings.consultation, response, None)])
        }
        ("tags", "jsonl") => lines(context, &opened, tags),
        ("responses", "csv") => responses_csv(context, &opened),
        ("tags", "csv") => tags_csv(context, &opened),
        ("decisions", "jsonl") => decisions(&opened, |row| Ok(writeln!(std::io::stdout().lock(), "{}", json!(row))?)),
        ("decisions", "csv") => {
            let mut out = csv::Writer::from_writer(BufWriter::new(std::io::stdout().lock()));
            out.write_record(DecisionRow::COLUMNS)?;
            decisions(&opened, |row| Ok(out.write_record(row.cells().map(|cell| safe(&cell)))?))?;
            Ok(out.flush()?)
        }
        ("frame", "jsonl") => frame(&opened.frame),
        ("frame", "toml") => put(&std::fs::read_to_string(opened.folder.frame())?),
        ("frame", format @ ("csv" | "xlsx" | "ods" | "qdc")) => {
            let locale = asked.language.unwrap_or(context.locale);
            super::frame::bytes(context, &opened.frame, format, locale).and_then(|bytes| put_bytes(&bytes))
        }
        ("ledger", "json") => put_json(&opened.store.ledger(&asked.name, &opened.settings.consultation.questions)?),
        (what, format) => {
            let args = [("what", what.into()), ("format", format.into())];
            Err(Stopped::Usage(anyhow!(context.say_with("export-how", &args))).into())
        }
    }?;
    Ok(Outcome::Done)
}

/// Calls `visit` with each response without what is out of general view, and says how many that left out of.
fn in_view(context: &Context, opened: &Opened, mut visit: impl FnMut(CodedResponse) -> Result<()>) -> Result<()> {
    let mut hidden = 0u64;
    pipeline::responses(&opened.store, Walked::All, |mut response| {
        let before = response.answers.len();
        response.answers.retain(|coded| coded.in_view().is_some());
        hidden += u64::from(response.answers.len() < before || response.is_out_of_view());
        if response.is_out_of_view() { Ok(()) } else { visit(response) }
    })?;
    if hidden > 0 {
        tell(&context.say_with("out-of-view", &[("n", hidden.into())]));
    }
    Ok(())
}

fn lines(context: &Context, opened: &Opened, make: impl Fn(&CodedResponse) -> Vec<serde_json::Value>) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    in_view(context, opened, |response| {
        for line in make(&response) {
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    })?;
    Ok(out.flush()?)
}

fn tags(response: &CodedResponse) -> Vec<serde_json::Value> {
    let of = &response.response.id;
    let each = |coded: &crate::model::CodedAnswer| {
        let question = coded.answer.question.clone();
        let line = move |tag: &crate::model::Tag| {
            json!({ "response": of, "question": question, "theme": tag.theme, "start": tag.span.start,
                    "end": tag.span.end, "words": tag.words, "origin": tag.origin, "own": coded.is_own(tag.span) })
        };
        coded.tags.iter().map(line).collect::<Vec<_>>()
    };
    response.answers.iter().flat_map(each).collect()
}

/// A decision as `ymateb decide --from` reads it.
#[derive(serde::Serialize)]
struct DecisionRow<'d> {
    response: String,
    question: String,
    verb: &'d str,
    theme: &'d str,
    to: &'d str,
    words: &'d str,
    start: Option<usize>,
    by: &'d str,
    note: &'d str,
    at: &'d str,
}

impl DecisionRow<'_> {
    const COLUMNS: [&'static str; 10] =
        ["response", "question", "verb", "theme", "to", "words", "start", "by", "note", "at"];

    fn cells(&self) -> [String; 10] {
        let start = self.start.map(|start| start.to_string()).unwrap_or_default();
        let texts = [self.verb, self.theme, self.to, self.words].map(str::to_owned);
        let [verb, theme, to, words] = texts;
        let [by, note, at] = [self.by, self.note, self.at].map(str::to_owned);
        [self.response.clone(), self.question.clone(), verb, theme, to, words, start, by, note, at]
    }
}

/// Everything that people decided about answers, in the order in which they did.
fn decisions(opened: &Opened, mut put: impl FnMut(&DecisionRow<'_>) -> Result<()>) -> Result<()> {
    let restricted = opened.store.restricted()?;
    let by_answer = opened.store.decisions()?;
    let mut all: Vec<&Decision> = by_answer.values().flatten().collect();
    all.sort_by_key(|decision| (decision.id, decision.answer));
    for decision in all {
        let Some((question, item)) = opened.store.answer_home(decision.answer)? else { continue };
        if restricted.answer(item, &question).is_some() {
            continue;
        }
        put(&DecisionRow {
            response: format!("R-{item:05}"),
            question,
            verb: decision.verb.as_str(),
            theme: &decision.theme,
            to: &decision.to,
            words: &decision.words,
            start: decision.span.map(|span| span.start),
            by: &decision.person,
            note: &decision.note,
            at: &decision.at,
        })?;
    }
    Ok(())
}

/// A version of the frame that was used, as it was.
fn former_frame(context: &Context, opened: &Opened, version: u32, format: &str) -> Result<Outcome> {
    let number = || [("version", u64::from(version).into())];
    let texts = opened.store.frame_texts(version)?;
    let usage = |what: String| Stopped::Usage(anyhow!(what));
    let Some((hash, text)) = texts.first() else {
        let kept = opened.store.frames()?.iter().map(|frame| frame.version.to_string()).collect::<BTreeSet<_>>();
        let known = kept.into_iter().collect::<Vec<_>>().join(", ");
        let args = [("version", u64::from(version).into()), ("known", known.into())];
        return Err(usage(context.say_with("export-no-version", &args)).into());
    };
    if texts.len() > 1 {
        tell(&context.say_with("export-versions", &number()));
    }
    match format {
        "toml" => put(text)?,
        "jsonl" => {
            let file = format!("frame.toml {}", &hash[..8.min(hash.len())]);
            frame(&crate::tagging::frame::read(&file, text).map_err(|errors| Stopped::Usage(errors.into()))?)?;
        }
        _ => {
            let args = [("what", "frame".into()), ("format", format.into())];
            return Err(usage(context.say_with("export-how", &args)).into());
        }
    }
    Ok(Outcome::Done)
}

fn frame(frame: &CodingFrame) -> Result<()> {
    let mut text = String::new();
    for theme in &frame.themes {
        let patterns = |list: &[crate::model::Pattern]| list.iter().map(|p| p.text.clone()).collect::<Vec<_>>();
        let line = json!({
            "code": theme.code, "parent": theme.parent, "was": theme.was, "label": theme.label, "about": theme.about,
            "workstreams": theme.workstreams, "en": patterns(&theme.en), "cy": patterns(&theme.cy),
            "not": patterns(&theme.not), "when": theme.when.as_str(), "by_hand": theme.by_hand, "working": theme.working,
            "loose_accents": theme.accents == Accents::Loose,
        });
        text.push_str(&line.to_string());
        text.push('\n');
    }
    put(&text)
}

/// One row for each response, one column for each question, and one each for what is only repeated or signed.
fn responses_csv(context: &Context, opened: &Opened) -> Result<()> {
    let mut out = csv::Writer::from_writer(BufWriter::new(std::io::stdout().lock()));
    let questions = &opened.settings.consultation.questions;
    let mut head: Vec<&str> = vec![
        "response",
        "type",
        "organisation",
        "area",
        "channel",
        "received",
        "publish",
        "name",
        "quote",
        "contact",
        "file",
        "place",
    ];
    head.extend(questions.iter().map(|question| question.id.as_str()));
    head.extend(UNSAID.map(Substance::as_str));
    out.write_record(&head)?;
    in_view(context, opened, |response| {
        let of = &response.response;
        let who = &of.respondent;
        let yes = |given: bool| if given { "yes" } else { "no" }.to_owned();
        let mut row = vec![
            of.id.clone(),
            who.kind.clone(),
            who.organisation.clone(),
            who.area.clone(),
            of.channel.clone(),
            of.received.clone(),
            yes(who.consents.publish),
            yes(who.consents.name),
            yes(who.consents.quote),
            yes(who.consents.contact),
            of.place.file.clone(),
            of.place.place.clone(),
        ];
        for question in questions {
            row.push(texts(&response, |answer| answer.question == question.id && answer.substance.is_said()));
        }
        row.extend(UNSAID.map(|substance| texts(&response, |answer| answer.substance == substance)));
        out.write_record(row.iter().map(|cell| safe(cell)))?;
        Ok(())
    })?;
    Ok(out.flush()?)
}

/// What stands in a response beside its answers, in columns of its own.
const UNSAID: [Substance; 2] = [Substance::Quoted, Substance::Signature];

/// The words of some answers of a response.
fn texts(response: &CodedResponse, which: impl Fn(&Answer) -> bool) -> String {
    let texts = response.answers.iter().map(|coded| &coded.answer).filter(|answer| which(answer));
    texts.map(|answer| answer.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn tags_csv(context: &Context, opened: &Opened) -> Result<()> {
    let mut out = csv::Writer::from_writer(BufWriter::new(std::io::stdout().lock()));
    out.write_record(["response", "question", "theme", "start", "end", "words", "origin", "detail", "own"])?;
    in_view(context, opened, |response| {
        for coded in &response.answers {
            for tag in &coded.tags {
                let (origin, detail) = match &tag.origin {
                    Origin::Rule { pattern, frame_version } => ("rule", format!("{pattern} (frame {frame_version})")),
                    Origin::Person { name, at, was } => {
                        let was = was.as_ref().map(|was| format!(" (was {was})")).unwrap_or_default();
                        ("person", format!("{name} {at}{was}"))
                    }
                };
                let row = [
                    response.response.id.clone(),
                    coded.answer.question.clone(),
                    tag.theme.clone(),
                    tag.span.start.to_string(),
                    tag.span.end.to_string(),
                    tag.words.clone(),
                    origin.to_owned(),
                    detail,
                    if coded.is_own(tag.span) { "yes" } else { "no" }.to_owned(),
                ];
                out.write_record(row.iter().map(|cell| safe(cell)))?;
            }
        }
        Ok(())
    })?;
    Ok(out.flush()?)
}

/// A cell that a spreadsheet will not run: one that begins like a formula is led by an apostrophe. Only the copy in
/// the export is changed.
pub(super) fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
