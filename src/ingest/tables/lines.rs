//! JSON Lines: one object a line; inner objects become names joined by dots, lists become values joined by `; `.

use std::io::{BufRead, BufReader};
use std::path::Path;

use serde_json::Value;

use crate::ingest::decode::{self, Probe};
use crate::ingest::{IngestError, Record, Sink};

/// Reads JSON Lines, a record for each line that is not blank. Returns how many there were.
///
/// # Errors
/// When the file cannot be read or the sink cannot keep what it got.
pub(crate) fn read(path: &Path, probe: &Probe, sink: &mut dyn Sink) -> Result<u64, IngestError> {
    let broken = |source: std::io::Error| IngestError::unreadable_file(path, source);
    let text = BufReader::new(decode::open(path, probe.encoding).map_err(broken)?);
    let mut records = 0;
    for (i, line) in text.lines().enumerate() {
        let line = line.map_err(broken)?;
        if line.trim().is_empty() {
            continue;
        }
        records += 1;
        let place = format!("line {}", i + 1);
        match serde_json::from_str::<Value>(&line) {
            Ok(Value::Object(object)) => {
                let mut record = Record::default();
                flatten("", Value::Object(object), &mut record);
                sink.record(&place, &record)?;
            }
            Ok(_) => sink.unreadable(&place, "it is JSON, but no object in braces".to_owned())?,
            Err(error) => {
                // The parser's own message may quote the line; its class and column do not.
                let what = format!("it is not valid JSON ({:?} error at column {})", error.classify(), error.column());
                sink.unreadable(&place, what)?;
            }
        }
    }
    if records == 0 {
        sink.problem("", "the file is empty".to_owned())?;
    }
    Ok(records)
}

/// Adds the values of an object under their names, those within joined by dots.
pub(super) fn flatten(name: &str, value: Value, record: &mut Record) {
    let below = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
    match value {
        Value::Null => record.cells.push((name.to_owned(), String::new())),
        Value::Bool(flag) => record.cells.push((name.to_owned(), flag.to_string())),
        Value::Number(number) => record.cells.push((name.to_owned(), number.to_string())),
        Value::String(text) => record.cells.push((name.to_owned(), text)),
        Value::Object(object) => {
            for (key, inner) in object {
                flatten(&below(&key), inner, record);
            }
        }
        Value::Array(items) if items.iter().all(|item| !item.is_object() && !item.is_array()) => {
            let parts = items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned));
            record.cells.push((name.to_owned(), parts.collect::<Vec<_>>().join("; ")));
        }
        Value::Array(items) => {
            for (i, inner) in items.into_iter().enumerate() {
                flatten(&below(&(i + 1).to_string()), inner, record);
            }
        }
    }
}
