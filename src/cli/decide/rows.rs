//! Decisions in a file: a table or JSON Lines, all of them kept or none.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use serde::Deserialize;

use super::reading::Reading;
use super::{is_known, now};
use crate::cli::arguments::Decide;
use crate::cli::{Context, Stopped, shown};
use crate::model::Decision;
use crate::pipeline::{Opened, Settling};

/// Wrong rows that are shown; whoever has more of them has one mistake many times.
const MOST_SHOWN: usize = 20;

/// One decision as somebody wrote it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Row {
    pub(super) response: String,
    pub(super) question: String,
    pub(super) verb: String,
    pub(super) theme: String,
    pub(super) to: String,
    pub(super) words: String,
    /// Byte at which the words begin, as an export of tags gives it.
    #[serde(deserialize_with = "text_or_number")]
    pub(super) start: String,
    pub(super) by: String,
    pub(super) note: String,
    pub(super) at: String,
}

const COLUMNS: [&str; 10] = ["response", "question", "verb", "theme", "to", "words", "start", "by", "note", "at"];

impl Row {
    fn field(&mut self, column: &str) -> Option<&mut String> {
        Some(match column {
            "response" => &mut self.response,
            "question" => &mut self.question,
            "verb" => &mut self.verb,
            "theme" => &mut self.theme,
            "to" => &mut self.to,
            "words" => &mut self.words,
            "start" => &mut self.start,
            "by" => &mut self.by,
            "note" => &mut self.note,
            "at" => &mut self.at,
            _ => return None,
        })
    }
}

fn text_or_number<'d, D: serde::Deserializer<'d>>(from: D) -> Result<String, D::Error> {
    Ok(match serde_json::Value::deserialize(from)? {
        serde_json::Value::String(text) => text,
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    })
}

/// The decisions of a file, and how many of its rows are kept already.
///
/// # Errors
/// When the file can't be read, or a row is wrong: each with its number.
pub(super) fn read(
    context: &Context,
    opened: &Opened,
    settling: &Settling,
    asked: &Decide,
    file: &Path,
) -> Result<(Vec<Decision>, u64)> {
    let bytes = std::fs::read(file).with_context(|| shown(file)).map_err(Stopped::Usage)?;
    let wrong = |what: String| Stopped::Usage(anyhow!("{}: {what}", shown(file)));
    let Ok(text) = std::str::from_utf8(&bytes) else { return Err(wrong(context.say("decide-encoding")).into()) };
    let text = text.trim_start_matches('\u{feff}');
    let is_lines = text.trim_start().starts_with('{');
    let rows = if is_lines { lines(context, text) } else { table(context, text).map_err(wrong)? };
    let mut reading = Reading::new(context, opened, settling);
    let (mut decisions, mut known, mut errors) = (Vec::new(), 0, Vec::new());
    for (number, row) in rows {
        let read = row.and_then(|mut row| {
            let is_dated = !row.at.trim().is_empty();
            check_date(context, row.at.trim())?;
            for (field, default) in [(&mut row.by, asked.by.clone().unwrap_or_default()), (&mut row.at, now())] {
                if field.trim().is_empty() {
                    *field = default;
                }
            }
            if row.note.is_empty() {
                row.note.clone_from(&asked.note);
            }
            // What was given before, with the moment at which it was decided, is not decided again.
            if is_dated && reading.is_known_undo(&row)? {
                return Ok(None);
            }
            let decision = reading.decision(&row)?;
            if is_dated && is_known(settling, &decision) {
                return Ok(None);
            }
            reading.take(&decision);
            Ok(Some(decision))
        });
        match read {
            Ok(Some(decision)) => decisions.push(decision),
            Ok(None) => known += 1,
            Err(what) => errors.push((number, what)),
        }
    }
    if errors.is_empty() {
        return Ok((decisions, known));
    }
    let id = if is_lines { "decide-line" } else { "decide-row" };
    let mut said = vec![context.say("decide-none-kept")];
    for (number, what) in errors.iter().take(MOST_SHOWN) {
        said.push(context.say_with(id, &[("n", (*number).to_string().into()), ("what", what.as_str().into())]));
    }
    if errors.len() > MOST_SHOWN {
        said.push(context.say_with("trace-more", &[("n", ((errors.len() - MOST_SHOWN) as u64).into())]));
    }
    Err(wrong(said.join("\n")).into())
}

type Numbered = Vec<(u64, Result<Row, String>)>;

/// JSON Lines, each an object with the columns of a table.
fn lines(context: &Context, text: &str) -> Numbered {
    let row = |line: &str| {
        serde_json::from_str::<Row>(line).map_err(|error| {
            let args = [("columns", COLUMNS.join(", ").into()), ("column", (error.column() as u64).into())];
            context.say_with("decide-no-json", &args)
        })
    };
    let numbered = (1..).zip(text.lines());
    numbered.filter(|(_, line)| !line.trim().is_empty()).map(|(n, line)| (n, row(line))).collect()
}

/// A table whose first row names the columns, as a spreadsheet saves it: with commas, semicolons or tabs.
fn table(context: &Context, text: &str) -> Result<Numbered, String> {
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| head.bytes().filter(|byte| byte == delimiter).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let mut columns = Vec::new();
    for column in records.next().transpose().map_err(|error| error.to_string())?.unwrap_or_default().iter() {
        let column = column.trim().to_lowercase();
        if !column.is_empty() && Row::default().field(&column).is_none() {
            let args = [("column", column.into()), ("columns", COLUMNS.join(", ").into())];
            return Err(context.say_with("decide-no-column", &args));
        }
        columns.push(column);
    }
    if let Some(what) = ["response", "question", "verb"].into_iter().find(|what| !columns.iter().any(|c| c == what)) {
        return Err(context.say_with("decide-missing", &[("what", what.into())]));
    }
    let mut rows = Vec::new();
    for (number, record) in (2..).zip(records) {
        let Ok(record) = record else {
            rows.push((number, Err(context.say("decide-encoding"))));
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let mut row = Row::default();
        for (column, cell) in columns.iter().zip(record.iter()) {
            if let Some(field) = row.field(column) {
                cell.clone_into(field);
            }
        }
        rows.push((number, Ok(row)));
    }
    Ok(rows)
}

fn check_date(context: &Context, at: &str) -> Result<(), String> {
    let is_date = at.is_empty() || at.parse::<jiff::Timestamp>().is_ok() || at.parse::<jiff::civil::Date>().is_ok();
    if is_date { Ok(()) } else { Err(context.say_with("decide-no-date", &[("at", at.into())])) }
}
