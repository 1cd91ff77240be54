//! `ymateb read`: what is read out of a file, for people, for other programs, and for another process of this one.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use serde_json::{Map, Value, json};

use super::arguments::{Limited, Read};
use super::{Context, Outcome, Stopped, put, shown, tell};
use crate::ingest::apart::{self, Limits};
use crate::ingest::decode::{self, Probe};
use crate::ingest::documents::{Document, Kind, Unreadable};
use crate::ingest::format::{self, Format};
use crate::ingest::tables::{Rows, delimited, json as documents_of_json, lines};
use crate::ingest::{IngestError, Record, Sink, convert, ocr};

pub(super) fn run(context: &Context, asked: &Read) -> Result<Outcome> {
    if let Some(known) = &asked.known {
        let format = Format::named(known).ok_or_else(|| Stopped::Usage(anyhow!("`{known}` is no format")))?;
        apart::serve(format, &asked.file, &Limits { seconds: asked.seconds, ..Limits::default() })?;
        return Ok(Outcome::Done);
    }
    if asked.file == Path::new("-") {
        let mut file = tempfile::NamedTempFile::new().context("a temporary file could not be made")?;
        std::io::copy(&mut std::io::stdin().lock(), &mut file)?;
        file.flush()?;
        return Reading { context, asked, path: file.path() }.run("");
    }
    if !asked.file.is_file() {
        return Err(Stopped::Usage(anyhow!("{}: there is no such file", asked.file.display())).into());
    }
    let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
    Reading { context, asked, path: &asked.file }.run(&name)
}

/// Makes way for another program, with limits.
pub(super) fn limited(asked: &Limited) -> Result<Outcome> {
    let [program, arguments @ ..] = asked.program.as_slice() else { return Ok(Outcome::Done) };
    let limits = Limits { seconds: asked.seconds, memory: asked.megabytes << 20, ..Limits::default() };
    Err(apart::replace_this_process(Path::new(program), arguments, &limits).into())
}

struct Reading<'r> {
    context: &'r Context,
    asked: &'r Read,
    path: &'r Path,
}

impl Reading<'_> {
    fn run(&self, name: &str) -> Result<Outcome> {
        let format = format::of_file(self.path, name)?;
        if let Some(remark) = format::belies(name, format) {
            self.remark("", &remark)?;
        }
        let reader = std::env::current_exe().context("this program cannot find itself")?;
        let outcome = match format {
            Format::Workbook => self.rows(&reader)?,
            Format::Delimited if is_named_as_table(name) => self.table()?,
            Format::Json | Format::JsonLines => self.records(format)?,
            Format::Doc => convert::read(&reader, self.path).map(|document| self.document(document)),
            Format::Image => self.picture(&reader).map(|document| self.document(document)),
            Format::Encrypted => unreadable("it is locked with a password; ask the sender for a copy without one"),
            Format::Empty => unreadable("the file is empty"),
            Format::Zip => unreadable("it is a zip archive; `ymateb ingest` collects what it holds"),
            Format::Unknown => unreadable("it is in no format that is known here; ask the sender for another"),
            format => self.words(&reader, format).map(|document| self.document(document)),
        };
        match outcome {
            Ok(outcome) => outcome,
            Err(Unreadable(why)) => {
                let path = if name.is_empty() { "-".to_owned() } else { shown(self.path) };
                Err(anyhow!(self.context.say_with("read-unreadable", &[("path", path.into()), ("why", why.into())])))
            }
        }
    }

    /// The words of a document, those in its pictures too when that was asked for.
    fn words(&self, reader: &Path, format: Format) -> Result<Document, Unreadable> {
        let limits = Limits { seconds: self.asked.seconds, ..Limits::default() };
        let mut document = apart::document_within(&limits, reader, format, self.path)?;
        if self.asked.ocr && format == Format::Pdf && !document.pictures.is_empty() {
            let read = |tool| ocr::complete(reader, &tool, self.path, &mut document, &ocr::LANGUAGES);
            if let Err(Unreadable(why)) = tool().and_then(read) {
                document.remarks.push((String::new(), why));
            }
        }
        Ok(document)
    }

    fn picture(&self, reader: &Path) -> Result<Document, Unreadable> {
        if self.asked.ocr {
            return ocr::read(reader, &tool()?, self.path, Format::Image, &ocr::LANGUAGES);
        }
        Ok(Document { pictures: vec!["page 1".to_owned()], ..Document::default() })
    }

    fn document(&self, document: Document) -> Result<Outcome> {
        let mut place = "";
        for block in &document.blocks {
            let words = document.words(block);
            if self.asked.json {
                put_line(&line_of(block.kind, &block.place, words))?;
                continue;
            }
            let kind = match block.kind {
                Kind::Heading => Some("read-heading"),
                Kind::Signature => Some("read-signature"),
                Kind::Quoted => Some("read-quoted"),
                Kind::Paragraph | Kind::Cell { .. } => None,
            };
            let kind = kind.map_or_else(String::new, |id| format!(" ({})", self.context.say(id)));
            if block.place != place || !kind.is_empty() {
                put(&format!("[{}{kind}]\n", block.place))?;
                // After a kind, the plain words that follow need their place again.
                place = if kind.is_empty() { &block.place } else { "" };
            }
            put(&format!("{words}\n\n"))?;
        }
        for (place, reason) in &document.remarks {
            self.remark(place, reason)?;
        }
        for place in &document.pictures {
            match self.asked.json {
                true => put_line(&json!({ "kind": "picture", "place": place }))?,
                false => tell(&self.context.say_with("read-picture", &[("place", place.as_str().into())])),
            }
        }
        Ok(if document.pictures.is_empty() { Outcome::Done } else { Outcome::LookAtThis })
    }

    fn rows(&self, reader: &Path) -> Result<Result<Result<Outcome>, Unreadable>> {
        let mut shown = Shown { reading: self, sheet: String::new() };
        let outcome = apart::rows(reader, Format::Workbook, self.path, &mut shown)?;
        Ok(outcome.map(|()| Ok(Outcome::Done)))
    }

    /// The rows of a table in plain text, its header among them.
    fn table(&self) -> Result<Result<Result<Outcome>, Unreadable>> {
        let probe = self.probe()?;
        let mut shown = Shown { reading: self, sheet: String::new() };
        delimited::rows(self.path, &probe, None, &mut shown)?;
        Ok(Ok(Ok(Outcome::Done)))
    }

    /// The objects of a JSON document, as they become records.
    fn records(&self, format: Format) -> Result<Result<Result<Outcome>, Unreadable>> {
        let probe = self.probe()?;
        let mut shown = Shown { reading: self, sheet: String::new() };
        match format {
            Format::JsonLines => lines::read(self.path, &probe, &mut shown).map(drop)?,
            _ => documents_of_json::read(self.path, &probe, &mut shown).map(drop)?,
        }
        Ok(Ok(Ok(Outcome::Done)))
    }

    fn probe(&self) -> Result<Probe> {
        let probe = decode::probe(self.path, None)?;
        if let Some(remark) = &probe.remark {
            self.remark("", remark)?;
        }
        Ok(probe)
    }

    fn remark(&self, place: &str, why: &str) -> Result<()> {
        if self.asked.json {
            return put_line(&json!({ "kind": "remark", "place": place, "reason": why }));
        }
        let id = if place.is_empty() { "read-remark" } else { "read-remark-at" };
        let all = [("why", why.into()), ("place", place.into())];
        tell(&self.context.say_with(id, &all[..if place.is_empty() { 1 } else { 2 }]));
        Ok(())
    }
}

/// Whether a name is that of a table: commas stand in letters, too.
fn is_named_as_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["csv", "tsv", "tab"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn unreadable<T>(why: &str) -> Result<T, Unreadable> {
    Err(Unreadable(why.to_owned()))
}

fn tool() -> Result<ocr::Tool, Unreadable> {
    ocr::available()
        .ok_or_else(|| Unreadable("no program for OCR is installed; install ocrmypdf or tesseract".to_owned()))
}

fn put_line(value: &Value) -> Result<()> {
    put(&format!("{value}\n"))
}

/// `{"kind": "cell", "table": 0, "row": 1, "column": 0, "place": "…", "text": "…"}`; other kinds have no more than their
/// name.
fn line_of(kind: Kind, place: &str, words: &str) -> Value {
    let mut line = Map::new();
    match json!(kind) {
        Value::Object(cell) => {
            line.insert("kind".to_owned(), json!("cell"));
            line.extend(cell.into_iter().filter_map(|(_, of)| of.as_object().cloned()).flatten());
        }
        name => drop(line.insert("kind".to_owned(), name)),
    }
    line.insert("place".to_owned(), json!(place));
    line.insert("text".to_owned(), json!(words));
    Value::Object(line)
}

/// Rows as they are shown.
struct Shown<'r> {
    reading: &'r Reading<'r>,
    sheet: String,
}

impl Shown<'_> {
    fn put(&self, text: &str) -> Result<(), IngestError> {
        let written = std::io::stdout().lock().write_all(text.as_bytes());
        written.map_err(|source| IngestError::Folder { path: PathBuf::from("-"), source })
    }
}

impl Sink for Shown<'_> {
    fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError> {
        if self.reading.asked.json {
            let fields: Map<String, Value> =
                record.cells.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
            return self.put(&format!("{}\n", json!({ "kind": "record", "place": place, "fields": fields })));
        }
        let fields: String = record.cells.iter().map(|(name, value)| format!("{name}\t{value}\n")).collect();
        self.put(&format!("[{place}]\n{fields}\n"))
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        Rows::problem(self, place, reason)
    }

    fn unreadable(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        Rows::problem(self, place, reason)
    }
}

impl Rows for Shown<'_> {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        name.clone_into(&mut self.sheet);
        if !self.reading.asked.json && !name.is_empty() {
            self.put(&format!("[{name}]\n"))?;
        }
        Ok(true)
    }

    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        self.put(&match self.reading.asked.json {
            true => format!("{}\n", json!({ "kind": "row", "sheet": self.sheet, "row": number, "cells": cells })),
            false => format!("{number}\t{}\n", cells.join("\t")),
        })
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        let said = self.reading.remark(place, &reason);
        said.map_err(|error| IngestError::Folder { path: PathBuf::from("-"), source: std::io::Error::other(error) })
    }
}
