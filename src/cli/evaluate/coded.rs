//! Sheets of people's codings: a row for each answer, or for each answer and coder, or for each theme that a coder gave.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use serde_json::{Map, Value};

use crate::cli::Stopped;
use crate::ingest::format::{self, Format};
use crate::ingest::{IngestError, Record, Sink, is_same_header, rows_of};

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) question: String,
    /// Who gave the answer, where several answers are one respondent's.
    pub(super) respondent: Option<String>,
    pub(super) text: Option<String>,
    pub(super) language: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) codings: Vec<Coding>,
}

/// What one person gave an answer; nothing, when they found that no theme fits.
#[derive(Clone, Debug, Default)]
pub(super) struct Coding {
    pub(super) coder: String,
    pub(super) given: Vec<Given>,
}

/// One theme, by code or label, and where it stands, if somebody said.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub(super) theme: String,
    pub(super) span: Option<(usize, usize)>,
    pub(super) words: Option<String>,
}

/// What was read of a sheet, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) rows: Vec<Row>,
    /// Place and reason.
    pub(super) problems: Vec<(String, String)>,
}

/// Names of columns, as we write them in either language and as others do. The first that a row has is taken.
const ID: &[&str] = &["id", "response", "ymateb", "reference", "cyfeirnod"];
const QUESTION: &[&str] = &["question", "cwestiwn"];
const RESPONDENT: &[&str] = &["respondent", "ymatebydd"];
const TEXT: &[&str] = &["text", "testun", "answer", "ateb"];
const LANGUAGE: &[&str] = &["language", "iaith"];
const TYPE: &[&str] = &["type", "math"];
const CODER: &[&str] = &["coder", "codiwr"];
const THEMES: &[&str] = &[
    "themes", "themâu", "theme", "thema", "codes", "codau", "code", "cod", "labels", "labeli", "label", "tags",
    "tagiau",
];

/// What a coder writes where they read an answer and no theme fits.
const NONE: &[&str] = &["-", "–", "—", "none", "dim", "[]"];

/// Reads a sheet: JSON Lines, a JSON list, or a table in any format that responses may come in. `coders` are the fields
/// that hold one person's themes each; without any, a row is coded by the one in its column `coder`, or else by whoever the
/// file is named after.
///
/// # Errors
/// When the file cannot be read at all.
pub(super) fn read(path: &Path, coders: &[String], reader: &Path) -> Result<Sheet> {
    let shown = path.display().to_string();
    let usage = |why: String| Stopped::Usage(anyhow!("{shown}: {why}"));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let format = format::of_file(path, &name).map_err(|error| usage(error.to_string()))?;
    let mut taken = Taken::default();
    match format {
        Format::JsonLines | Format::Json => taken.json(&std::fs::read(path).with_context(|| shown.clone())?),
        _ => match rows_of(path, &crate::corpus::SourceSettings::default(), reader, &mut taken) {
            Ok(Ok(())) => {}
            Ok(Err(why)) => return Err(usage(why.0).into()),
            Err(error) => return Err(usage(error.to_string()).into()),
        },
    }
    let owner = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut sheet = Sheet { rows: Vec::new(), problems: taken.problems };
    for (place, fields) in taken.rows {
        match row(&fields, coders, &owner) {
            Some(row) => sheet.rows.push(row),
            None => sheet.problems.push((place, "it has no `id`".to_owned())),
        }
    }
    Ok(sheet)
}

/// Rows as they come, whatever the file is.
#[derive(Default)]
struct Taken {
    rows: Vec<(String, Map<String, Value>)>,
    problems: Vec<(String, String)>,
}

impl Taken {
    fn json(&mut self, bytes: &[u8]) {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if let Ok(list) = serde_json::from_slice::<Vec<Map<String, Value>>>(bytes) {
            let numbered = list.into_iter().enumerate();
            self.rows.extend(numbered.map(|(at, fields)| (format!("item {}", at + 1), fields)));
            return;
        }
        for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let place = format!("line {}", at + 1);
            match serde_json::from_slice(line) {
                Ok(fields) => self.rows.push((place, fields)),
                // The parser's own words may quote the line.
                Err(error) => self.problems.push((place, format!("it is no JSON object (column {})", error.column()))),
            }
        }
    }
}

impl Sink for Taken {
    fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError> {
        let cells = record.cells.iter().map(|(name, value)| (name.clone(), Value::String(value.clone())));
        self.rows.push((place.to_owned(), cells.collect()));
        Ok(())
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.problems.push((place.to_owned(), reason));
        Ok(())
    }

    fn unreadable(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.problem(place, reason)
    }
}

fn row(fields: &Map<String, Value>, coders: &[String], owner: &str) -> Option<Row> {
    let text = |names: &[&str]| get(fields, names).and_then(plain).filter(|text| !text.trim().is_empty());
    let mut codings = Vec::new();
    if coders.is_empty() {
        let place = Given {
            theme: String::new(),
            span: offset(fields, "start").zip(offset(fields, "end")),
            words: text(&["words", "geiriau"]),
        };
        let coder = text(CODER).map_or_else(|| owner.to_owned(), |coder| coder.trim().to_owned());
        codings.extend(get(fields, THEMES).and_then(themes).map(|given| {
            let given = given.into_iter().map(|one| match one.span.is_some() || one.words.is_some() {
                true => one,
                false => Given { theme: one.theme, ..place.clone() },
            });
            Coding { coder, given: given.collect() }
        }));
    }
    for coder in coders {
        let given = get(fields, &[coder.as_str()]).and_then(themes);
        codings.extend(given.map(|given| Coding { coder: coder.clone(), given }));
    }
    Some(Row {
        id: text(ID)?.trim().to_owned(),
        question: text(QUESTION).map_or_else(String::new, |question| question.trim().to_owned()),
        respondent: text(RESPONDENT),
        text: text(TEXT),
        language: text(LANGUAGE),
        kind: text(TYPE),
        codings,
    })
}

fn get<'f>(fields: &'f Map<String, Value>, names: &[&str]) -> Option<&'f Value> {
    names.iter().find_map(|name| {
        let same = || fields.iter().find(|(field, _)| is_same_header(field, name)).map(|(_, value)| value);
        fields.get(*name).or_else(same)
    })
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn offset(fields: &Map<String, Value>, name: &str) -> Option<usize> {
    plain(fields.get(name)?)?.trim().parse().ok()
}

/// The themes in a field; nothing when this coder did not code the answer: null, or a blank cell.
fn themes(value: &Value) -> Option<Vec<Given>> {
    match value {
        Value::Array(list) => Some(list.iter().filter_map(given).collect()),
        Value::String(cell) if cell.trim().is_empty() => None,
        Value::String(cell) => Some(split(cell)),
        Value::Number(number) => Some(vec![Given { theme: number.to_string(), ..Given::default() }]),
        Value::Object(_) => Some(given(value).into_iter().collect()),
        Value::Null | Value::Bool(_) => None,
    }
}

fn given(value: &Value) -> Option<Given> {
    let Value::Object(fields) = value else {
        let theme = plain(value)?.trim().to_owned();
        return (!theme.is_empty()).then(|| Given { theme, ..Given::default() });
    };
    Some(Given {
        theme: get(fields, THEMES).and_then(plain)?.trim().to_owned(),
        span: offset(fields, "start").zip(offset(fields, "end")),
        words: get(fields, &["words"]).and_then(plain),
    })
}

/// The themes in a cell: apart by semicolons, bars or lines; by commas where there is none of those.
fn split(cell: &str) -> Vec<Given> {
    let by: &[char] = if cell.contains([';', '|', '\n']) { &[';', '|', '\n', '\r'] } else { &[','] };
    let parts = cell.split(by).map(str::trim).filter(|part| !part.is_empty());
    let themes = parts.filter(|part| !NONE.iter().any(|none| part.eq_ignore_ascii_case(none)));
    themes.map(|theme| Given { theme: theme.to_owned(), ..Given::default() }).collect()
}
