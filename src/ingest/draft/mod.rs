//! A consultation drafted from what its files look like: settings ready to run, with what was seen and why in comments.

mod columns;
mod write;

use std::path::{Path, PathBuf};

use super::decode;
use super::{IngestError, Record, Sink, jsonl, table};
use columns::Column;

/// A frame of general themes in both languages, for a consultation that has none yet.
pub const GENERAL_FRAME: &str = include_str!("general-frame.toml");

/// Records looked at in each file.
const LOOKED_AT: usize = 5000;

/// Settings drafted for a consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Text of `consultation.toml`.
    pub settings: String,
    /// What was understood, a line each, for the person who asked.
    pub seen: Vec<String>,
}

/// Why nothing could be drafted.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// A file could not be read.
    #[error("{path}: {why}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// A table without anything that looks like an answer.
    #[error(
        "{path}: none of its {columns} columns looks like answers (text that differs from row to row); write consultation.toml by hand, or check that this is the export of the responses"
    )]
    NoQuestions {
        /// Which.
        path: PathBuf,
        /// How many columns it has.
        columns: usize,
    },
}

/// What one file looks like.
pub(super) struct Looked {
    /// Its path below `received/`.
    pub(super) file: String,
    pub(super) columns: Vec<Column>,
    pub(super) records: usize,
    pub(super) is_text: bool,
}

/// Drafts the settings of a consultation whose files will lie directly below `received/`.
///
/// # Errors
/// When a file cannot be read or holds nothing that looks like an answer.
pub fn draft(name: &str, files: &[PathBuf]) -> Result<Draft, DraftError> {
    let looked = files.iter().map(|path| look(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(write::settings(name, &looked))
}

fn look(path: &Path) -> Result<Looked, DraftError> {
    let unreadable = |why: String| DraftError::Unreadable { path: path.to_owned(), why };
    let probe = decode::probe(path, None).map_err(|error| unreadable(error.to_string()))?;
    if probe.bytes == 0 {
        return Err(unreadable("the file is empty".to_owned()));
    }
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
    if matches!(extension.as_str(), "txt" | "text") {
        return Ok(Looked { file, columns: Vec::new(), records: 1, is_text: true });
    }
    if extension == "md" {
        return Err(unreadable("notes of an event are put into received/events/; begin with the responses".to_owned()));
    }
    let mut sample = Sample::default();
    if matches!(extension.as_str(), "jsonl" | "ndjson") {
        match jsonl::read(path, &probe, &mut sample) {
            Ok(_) | Err(IngestError::File { .. }) => {}
            Err(error) => return Err(unreadable(error.to_string())),
        }
    } else {
        let (_, rows) = table::head(path, &probe, LOOKED_AT + 1).map_err(|error| unreadable(error.to_string()))?;
        sample.rows(&rows);
    }
    let columns: Vec<Column> = sample.columns;
    if sample.records == 0 {
        return Err(unreadable("there are no rows below the header".to_owned()));
    }
    if !columns::has_answers(&columns) {
        return Err(DraftError::NoQuestions { path: path.to_owned(), columns: columns.len() });
    }
    Ok(Looked { file, columns, records: sample.records, is_text: false })
}

/// Gathers what is in each column.
#[derive(Default)]
struct Sample {
    columns: Vec<Column>,
    records: usize,
}

impl Sample {
    fn rows(&mut self, rows: &[csv::StringRecord]) {
        let Some((header, rows)) = rows.split_first() else { return };
        self.columns = header.iter().map(|name| Column::new(name.trim())).collect();
        for row in rows.iter().filter(|row| !row.iter().all(str::is_empty)) {
            self.records += 1;
            for (column, cell) in self.columns.iter_mut().zip(row) {
                column.see(cell);
            }
        }
    }
}

impl Sink for Sample {
    fn record(&mut self, _: &str, record: &Record) -> Result<(), IngestError> {
        if self.records >= LOOKED_AT {
            return Ok(());
        }
        self.records += 1;
        for (name, cell) in &record.cells {
            match self.columns.iter_mut().find(|column| column.name == *name) {
                Some(column) => column.see(cell),
                None => {
                    let mut column = Column::new(name);
                    column.see(cell);
                    self.columns.push(column);
                }
            }
        }
        Ok(())
    }

    fn problem(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }

    fn unreadable(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }
}
