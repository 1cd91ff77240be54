//! `ymateb export`: responses, tags, frame or ledger for other programs.

use std::io::{BufWriter, Write};

use anyhow::{Result, anyhow};
use serde_json::json;

use super::arguments::Export;
use super::{Context, Outcome, Stopped, put, put_json, show};
use crate::corpus::Walked;
use crate::model::{Answer, CodedResponse, Origin, Substance};
use crate::pipeline::{self, Opened};

pub(super) fn run(context: &Context, asked: &Export) -> Result<Outcome> {
    let opened = context.open(&asked.name)?;
    match (asked.what.as_str(), asked.format.as_str()) {
        ("responses", "jsonl") => lines(&opened, |response| vec![show::document(response, None)]),
        ("tags", "jsonl") => lines(&opened, tags),
        ("responses", "csv") => responses_csv(&opened),
        ("tags", "csv") => tags_csv(&opened),
        ("frame", "jsonl") => frame(&opened),
        ("frame", "toml") => put(&std::fs::read_to_string(opened.folder.frame())?),
        ("ledger", "json") => put_json(&opened.store.ledger(&asked.name, &opened.settings.consultation.questions)?),
        (what, format) => {
            let args = [("what", what.into()), ("format", format.into())];
            Err(Stopped::Usage(anyhow!(context.say_with("export-how", &args))).into())
        }
    }?;
    Ok(Outcome::Done)
}

fn lines(opened: &Opened, make: impl Fn(&CodedResponse) -> Vec<serde_json::Value>) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    pipeline::responses(&opened.store, Walked::All, |response| {
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

fn frame(opened: &Opened) -> Result<()> {
    let mut text = String::new();
    for theme in &opened.frame.themes {
        let patterns = |list: &[crate::model::Pattern]| list.iter().map(|p| p.text.clone()).collect::<Vec<_>>();
        let line = json!({
            "code": theme.code, "parent": theme.parent, "label": theme.label, "about": theme.about,
            "workstreams": theme.workstreams, "en": patterns(&theme.en), "cy": patterns(&theme.cy),
            "not": patterns(&theme.not), "by_hand": theme.by_hand, "working": theme.working,
        });
        text.push_str(&line.to_string());
        text.push('\n');
    }
    put(&text)
}

/// One row for each response, one column for each question, and one each for what is only repeated or signed.
fn responses_csv(opened: &Opened) -> Result<()> {
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
    pipeline::responses(&opened.store, Walked::All, |response| {
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

fn tags_csv(opened: &Opened) -> Result<()> {
    let mut out = csv::Writer::from_writer(BufWriter::new(std::io::stdout().lock()));
    out.write_record(["response", "question", "theme", "start", "end", "words", "origin", "detail", "own"])?;
    pipeline::responses(&opened.store, Walked::All, |response| {
        for coded in &response.answers {
            for tag in &coded.tags {
                let (origin, detail) = match &tag.origin {
                    Origin::Rule { pattern, frame_version } => ("rule", format!("{pattern} (frame {frame_version})")),
                    Origin::Person { name, at } => ("person", format!("{name} {at}")),
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
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
