//! Looking at files: what kind each is, and for tables what their header says and what stands in their columns.

use std::path::Path;

use super::DraftError;
use super::columns::Values;
use crate::ingest::decode::{self, Probe};
use crate::ingest::documents::Unreadable;
use crate::ingest::format::{self, Format};
use crate::ingest::platforms::{self, Column, Header};
use crate::ingest::tables::{Rows, consult, delimited};
use crate::ingest::{IngestError, Record, Sink, apart, documents, event, reading};

/// Records looked at in each sheet.
const LOOKED_AT: usize = 5000;

/// Columns kept of a sheet: a spreadsheet has no more.
const MOST_COLUMNS: usize = 16_384;

/// What one file looks like.
pub(super) enum Looked {
    /// Tables: one, or a workbook's sheets.
    Tables(Vec<Sheet>),
    /// A document or message: a response of its own.
    Document,
    /// Notes of an event.
    Event,
    /// Nothing that responses are read from, and why.
    LeftOut(String),
}

/// One table.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// Its file, below `received/`.
    pub(super) file: String,
    /// Its name, in a workbook.
    pub(super) name: Option<String>,
    pub(super) header: Header,
    /// What stands in each column of the header.
    pub(super) values: Vec<Values>,
    pub(super) records: usize,
}

impl Sheet {
    /// Its columns with what stands in them.
    pub(super) fn columns(&self) -> impl Iterator<Item = (&Column, &Values)> {
        self.header.columns.iter().zip(&self.values)
    }

    /// How messages name it.
    pub(super) fn title(&self) -> String {
        match &self.name {
            Some(name) => format!("{}, sheet {name}", self.file),
            None => self.file.clone(),
        }
    }
}

/// Looks at a file that will go by `name`.
///
/// # Errors
/// When it cannot be read at all.
pub(super) fn look(path: &Path, name: &str, reader: &Path) -> Result<Looked, DraftError> {
    let unreadable = |why: String| DraftError::Unreadable { path: path.to_owned(), why };
    let left_out = |why: &str| Ok(Looked::LeftOut(why.to_owned()));
    let format = format::of_file(path, name).map_err(|error| unreadable(error.to_string()))?;
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    match format {
        Format::Markdown => {
            return match is_event(path, format, reader, false) {
                true => Ok(Looked::Event),
                false => left_out(
                    "Markdown is read as notes of an event, and these do not begin with its title, date, place and people",
                ),
            };
        }
        Format::Docx | Format::Odt if is_event(path, format, reader, true) => return Ok(Looked::Event),
        // A table that was saved as a web page is a table all the same.
        Format::Html if !matches!(ending.as_str(), "html" | "htm") => {}
        Format::Text if matches!(ending.as_str(), "csv" | "tsv" | "tab") => {}
        Format::Delimited | Format::Text if matches!(ending.as_str(), "txt" | "text") && is_tabbed(path) => {}
        Format::Docx
        | Format::Odt
        | Format::Rtf
        | Format::Html
        | Format::Pdf
        | Format::Doc
        | Format::Text
        | Format::Eml
        | Format::Mbox
        | Format::Msg => return Ok(Looked::Document),
        Format::Delimited if matches!(ending.as_str(), "txt" | "text") => return Ok(Looked::Document),
        Format::Image => return left_out("it is a picture; it needs OCR or typing up"),
        Format::Encrypted => return left_out("it is password-protected; ask for a copy without a password"),
        Format::Empty => return left_out("the file is empty"),
        Format::Zip => return left_out("it is an archive that cannot be opened here; unpack it by hand"),
        Format::Unknown => return left_out("it is no table, document or message"),
        Format::Delimited | Format::Json | Format::JsonLines | Format::Workbook => {}
    }
    let probe = decode::probe(path, None).map_err(|error| unreadable(error.to_string()))?;
    let mut sampler = Sampler::new(name);
    let read = match format {
        Format::Delimited | Format::Text => from_text(path, &probe, &mut sampler).map(|()| Ok(())),
        _ => reading::records_or_rows(path, &probe, format, reader, &mut sampler),
    };
    match read {
        Ok(Ok(())) => {}
        Ok(Err(Unreadable(why))) => return Ok(Looked::LeftOut(why)),
        Err(error) => return Err(unreadable(error.to_string())),
    }
    let mut sheets = sampler.finish();
    ask_in_full(path, &mut sheets);
    Ok(Looked::Tables(sheets))
}

/// Whether a document is the notes of an event. A letter, too, may begin with a title and a date, so where it may be one the
/// people who came must have been counted.
fn is_event(path: &Path, format: Format, reader: &Path, may_be_letter: bool) -> bool {
    let document = match format {
        Format::Markdown => std::fs::read_to_string(path).ok().map(documents::read_plain),
        _ => apart::document(reader, format, path).ok(),
    };
    let read = document.and_then(|document| event::read_document(&document).ok());
    read.is_some_and(|(event, _)| !may_be_letter || !event.people.is_empty())
}

/// Rows of a text that are looked at to tell a table from a letter.
const TELLING: usize = 40;

/// Whether a text is a table all the same, as spreadsheets save "Unicode text": three rows or more of as many cells each,
/// parted by tabs.
fn is_tabbed(path: &Path) -> bool {
    let head = decode::probe(path, None).and_then(|probe| delimited::head(path, &probe, TELLING));
    head.is_ok_and(|(delimiter, rows)| {
        let width = rows.first().map_or(0, csv::StringRecord::len);
        delimiter == b'\t' && rows.len() >= 3 && width >= 2 && rows.iter().all(|row| row.len() == width)
    })
}

/// The analysis tool's folder says in files of its own what its columns ask.
fn ask_in_full(path: &Path, sheets: &mut [Sheet]) {
    if !consult::is_folder(path) {
        return;
    }
    for question in consult::questions(path) {
        for column in sheets.iter_mut().flat_map(|sheet| &mut sheet.header.columns) {
            if column.name == question.column() || column.name == question.options_column() {
                column.asks = format!("{}. {}", question.number, question.text);
                column.role = Some(platforms::Role::Answer);
            }
        }
    }
}

fn from_text(path: &Path, probe: &Probe, sampler: &mut Sampler) -> Result<(), IngestError> {
    let most = LOOKED_AT + platforms::LOOKED_AT;
    let (_, rows) = delimited::head(path, probe, most).map_err(|source| IngestError::File { source })?;
    sampler.sheet("")?;
    for (i, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(str::to_owned).collect();
        sampler.row(i as u64 + 1, &cells)?;
    }
    Ok(())
}

/// Gathers what is in each column of each sheet.
struct Sampler {
    file: String,
    sheets: Vec<Sheet>,
    /// Rows in which the header may lie, until it is understood.
    top: Vec<Vec<String>>,
    is_understood: bool,
}

impl Sampler {
    fn new(file: &str) -> Self {
        Sampler { file: file.to_owned(), sheets: Vec::new(), top: Vec::new(), is_understood: false }
    }

    fn finish(mut self) -> Vec<Sheet> {
        self.understand();
        for sheet in self.sheets.iter_mut().filter(|sheet| sheet.header.rows == 0) {
            sheet.know_fields();
        }
        self.sheets
    }

    /// Finds the header in the rows held, and takes in those below it.
    fn understand(&mut self) {
        let top = std::mem::take(&mut self.top);
        if self.is_understood {
            return;
        }
        self.is_understood = true;
        let Some(sheet) = self.sheets.last_mut() else { return };
        sheet.header = platforms::recognise(&top);
        sheet.header.columns.truncate(MOST_COLUMNS);
        sheet.values = vec![Values::default(); sheet.header.columns.len()];
        let depth = sheet.header.before + sheet.header.rows;
        for row in top.iter().skip(depth) {
            sheet.see(row);
        }
    }
}

impl Sheet {
    /// What a platform calls its own fields, in a file that has names rather than a header.
    fn know_fields(&mut self) {
        let columns = &mut self.header.columns;
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        if let Some((platform, roles)) = platforms::fields(&names) {
            self.header.platform = Some(platform);
            columns
                .iter_mut()
                .zip(roles)
                .filter(|(column, _)| column.role.is_none())
                .for_each(|(column, role)| column.role = role);
        }
    }

    fn see(&mut self, row: &[String]) {
        if self.records >= LOOKED_AT || row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.records += 1;
        for (i, values) in self.values.iter_mut().enumerate() {
            values.see(row.get(i).map_or("", String::as_str));
        }
    }
}

impl Rows for Sampler {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        self.understand();
        self.is_understood = false;
        let name = Some(name.to_owned()).filter(|name| !name.is_empty());
        self.sheets.push(Sheet { file: self.file.clone(), name, ..Sheet::default() });
        Ok(true)
    }

    fn row(&mut self, _: u64, cells: &[String]) -> Result<(), IngestError> {
        if self.is_understood {
            if let Some(sheet) = self.sheets.last_mut() {
                sheet.see(cells);
            }
            return Ok(());
        }
        self.top.push(cells.to_vec());
        if self.top.len() == platforms::LOOKED_AT {
            self.understand();
        }
        Ok(())
    }

    fn problem(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }
}

impl Sink for Sampler {
    fn record(&mut self, _: &str, record: &Record) -> Result<(), IngestError> {
        self.is_understood = true;
        if self.sheets.is_empty() {
            self.sheets.push(Sheet { file: self.file.clone(), ..Sheet::default() });
        }
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        if sheet.records >= LOOKED_AT {
            return Ok(());
        }
        sheet.records += 1;
        for (name, cell) in &record.cells {
            let known = sheet.header.columns.iter().position(|column| column.name == *name);
            let at = known.unwrap_or(sheet.header.columns.len());
            if at == sheet.header.columns.len() {
                if at == MOST_COLUMNS {
                    continue;
                }
                sheet.header.columns.push(Column { name: name.clone(), asks: name.clone(), ..Column::default() });
                sheet.values.push(Values::default());
            }
            sheet.values[at].see(cell);
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
