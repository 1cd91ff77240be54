//! Reading one file: by what it is, as its source says it is laid out.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::decode::{self, Probe};
use super::documents::{Document, Kind, Unreadable};
use super::files::Found;
use super::format::{self, Format};
use super::keeper::{Keeper, without_words};
use super::register::Register;
use super::submission::{Desk, Submission};
use super::tables::records::Recorder;
use super::tables::{Rows, consult, delimited, json, lines};
use super::{IngestError, Record, Sink, apart, event, mail};
use crate::corpus::settings::Layout;
use crate::corpus::{Kept, SourceSettings, Store};
use crate::model::SetAside;

/// Version of the readers: counted up when the same bytes are read otherwise than before.
const READERS: u32 = 3;

/// Submissions read at once before they are kept: enough for every core, few enough to hold.
const AT_ONCE: usize = 32;

/// Reading the files of one source.
pub(super) struct Reading<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) register: Option<&'a Register>,
    /// What the ledger says of each file besides, such as that no source covers it.
    pub(super) remark: Option<&'a str>,
    /// Other sources that read other sheets of a file, by its name.
    pub(super) others: &'a Others<'a>,
}

/// Sources that read further sheets of a workbook, by the name of the file.
pub(super) type Others<'a> = BTreeMap<String, Vec<&'a SourceSettings>>;

/// A file that has to be read, and what one look at it told.
struct Due<'f> {
    found: &'f Found,
    probe: std::io::Result<(Probe, Format)>,
    mapping: String,
}

impl<'a> Reading<'a> {
    /// Reads those of the files that changed, in order. `done` is told of each file.
    ///
    /// # Errors
    /// When the store fails. Whatever is wrong with a file is a problem in the ledger.
    pub(super) fn files(
        &self,
        store: &mut Store,
        files: &[&Found],
        mut done: impl FnMut(Option<Kept>),
    ) -> Result<(), IngestError> {
        for some in files.chunks(AT_ONCE) {
            let mut due = Vec::new();
            for found in some {
                match self.due(store, found)? {
                    Some(file) => due.push(file),
                    None => done(None),
                }
            }
            // Letters and messages are read side by side and kept in order; tables stream through one after the other.
            let read: Vec<Option<Submission>> =
                due.par_iter().map(|file| self.submission(file).transpose()).collect::<Result<_, _>>()?;
            for (file, submission) in due.into_iter().zip(read) {
                done(Some(self.keep(store, file, submission)?));
            }
        }
        Ok(())
    }

    /// Looks at a file; `None` when it was read before just as it is.
    fn due<'f>(&self, store: &Store, found: &'f Found) -> Result<Option<Due<'f>>, IngestError> {
        let mapping = self.fingerprint(found);
        let probe = decode::probe(&found.path, self.desk.source.encoding.as_deref())
            .and_then(|probe| Ok((probe, format::of_file(&found.path, &found.name)?)));
        let hash = probe.as_ref().map_or("unreadable", |(probe, _)| probe.hash.as_str());
        Ok((!store.is_read(&found.name, hash, &mapping)?).then_some(Due { found, probe, mapping }))
    }

    /// Everything besides the file's own bytes that decides what is read out of it.
    fn fingerprint(&self, found: &Found) -> String {
        let Desk { consultation, source, ocr, .. } = self.desk;
        let logged = self.logged(found).map(|record| &record.cells);
        let parts = (source, self.others(found), &consultation.questions, &consultation.types, &consultation.areas);
        let beside: Vec<(String, u64)> = beside(&found.path)
            .iter()
            .map(|path| (path.to_string_lossy().into_owned(), std::fs::metadata(path).map_or(0, |known| known.len())))
            .map(|(path, bytes)| (path.rsplit('/').take(2).collect::<Vec<_>>().join("/"), bytes))
            .collect();
        let text =
            serde_json::to_string(&(parts, &consultation.late, logged, ocr.is_some(), self.remark, beside, READERS))
                .unwrap_or_default();
        blake3::hash(text.as_bytes()).to_hex()[..32].to_owned()
    }

    /// Sources that read further sheets of a file.
    fn others(&self, found: &Found) -> &'a [&'a SourceSettings] {
        self.others.get(&found.name).map_or(&[], Vec::as_slice)
    }

    /// The register's line for a file.
    fn logged(&self, found: &Found) -> Option<&Record> {
        self.register.and_then(|register| register.get(found.name.rsplit('/').next().unwrap_or(&found.name)))
    }

    /// How a file is to be taken: as the settings say, else by what it is rather than by what its name says.
    fn layout(&self, found: &Found, format: Format) -> Layout {
        let named = self.desk.source.layout_of(&found.name);
        match format {
            _ if self.desk.source.layout.is_some() || named == Layout::Event => named,
            Format::Docx
            | Format::Odt
            | Format::Rtf
            | Format::Pdf
            | Format::Doc
            | Format::Eml
            | Format::Msg
            | Format::Mbox
            | Format::Image => Layout::Document,
            Format::Workbook | Format::Json | Format::JsonLines => Layout::Table,
            _ => named,
        }
    }

    /// Reads a file that is one submission; `None` when it is something else.
    fn submission(&self, file: &Due<'_>) -> Option<Result<Submission, IngestError>> {
        let (_, format) = file.probe.as_ref().ok()?;
        let is_one = *format != Format::Mbox && *format != Format::Empty;
        (is_one && self.layout(file.found, *format) == Layout::Document)
            .then(|| self.desk.file(&file.found.path, *format, self.logged(file.found)))
    }

    fn keep(&self, store: &mut Store, file: Due<'_>, submission: Option<Submission>) -> Result<Kept, IngestError> {
        let Desk { consultation, source, .. } = self.desk;
        let mut keeper = Keeper::new(consultation, source, store.arrive(&file.found.name, &source.channel)?);
        if let Some(remark) = self.remark {
            keeper.problem("", remark.to_owned())?;
        }
        let hash = match file.probe {
            Err(error) => {
                keeper.unreadable("", format!("it could not be read: {error}"))?;
                "unreadable".to_owned()
            }
            Ok((probe, format)) => {
                if let Some(what) = format::belies(&file.found.name, format) {
                    keeper.problem("", what)?;
                }
                let outcome = match submission {
                    Some(submission) => self.submitted(file.found, submission, &mut keeper),
                    None => self.stream(file.found, &probe, format, &mut keeper),
                };
                match outcome {
                    Ok(()) => {}
                    // Half a file is better than none: what was read before the break is kept, and the break is said.
                    Err(IngestError::File { source }) => {
                        keeper.unreadable("", format!("it could not be read: {source}"))?;
                    }
                    Err(other) => return Err(other),
                }
                probe.hash
            }
        };
        keeper.finish(&hash, &file.mapping)
    }

    fn submitted(&self, found: &Found, submission: Submission, keeper: &mut Keeper<'a, '_>) -> Result<(), IngestError> {
        if self.register.is_some() && self.logged(found).is_none() {
            keeper.problem("", "the register has no line for it, so its consents count as no".to_owned())?;
        }
        for (place, what) in submission.problems {
            keeper.problem(&place, what)?;
        }
        keeper.item(submission.item)
    }

    /// Reads a file that holds many items, or an event.
    fn stream(
        &self,
        found: &Found,
        probe: &Probe,
        format: Format,
        keeper: &mut Keeper<'a, '_>,
    ) -> Result<(), IngestError> {
        if probe.bytes == 0 {
            return keeper.problem("", "the file is empty".to_owned());
        }
        if let Some(remark) = probe.remark.as_ref().filter(|_| is_text(format)) {
            keeper.problem("", remark.clone())?;
        }
        match self.layout(found, format) {
            Layout::Event => self.event(found, format, keeper),
            Layout::Other => keeper.item(without_words(&self.desk.source.channel, "", SetAside::NotAResponse)),
            Layout::Document if format == Format::Mbox => {
                let mailbox = std::io::BufReader::new(
                    std::fs::File::open(&found.path).map_err(|source| IngestError::File { source })?,
                );
                mail::read_mbox(mailbox, |number, message| {
                    let submission = self.desk.of_mailbox(number, message)?;
                    for (place, what) in submission.problems {
                        let place = if place.is_empty() {
                            submission.item.place.clone()
                        } else {
                            format!("{}, {place}", submission.item.place)
                        };
                        keeper.problem(&place, what)?;
                    }
                    keeper.item(submission.item)
                })
                .map(drop)
            }
            _ => self.records(found, probe, format, keeper),
        }
    }

    /// Reads a table; of a workbook also the sheets that other sources describe.
    fn records(
        &self,
        found: &Found,
        probe: &Probe,
        format: Format,
        keeper: &mut Keeper<'a, '_>,
    ) -> Result<(), IngestError> {
        let others = self.others(found);
        let elsewhere: Vec<String> = others.iter().flat_map(|other| other.sheets.iter().cloned()).collect();
        let mut told = Some(elsewhere.as_slice());
        for source in std::iter::once(self.desk.source).chain(others.iter().copied()) {
            keeper.of(source);
            if let Err(Unreadable(why)) =
                records_of(&found.path, probe, format, source, told.take(), self.desk.reader, keeper)?
            {
                return keeper.unreadable("", why);
            }
        }
        Ok(())
    }

    fn event(&self, found: &Found, format: Format, keeper: &mut Keeper<'a, '_>) -> Result<(), IngestError> {
        let read = if matches!(format, Format::Workbook | Format::Delimited | Format::Json | Format::JsonLines) {
            let mut gathered = Gathered::default();
            match rows_of(&found.path, self.desk.source, self.desk.reader, &mut gathered)? {
                Ok(()) => event::rows(&gathered.0),
                Err(Unreadable(why)) => Err((String::new(), why)),
            }
        } else {
            self.desk.event(&found.path, format).map(|event| vec![event])
        };
        match read {
            Ok(events) => keeper.events(&events),
            Err((place, what)) => keeper.unreadable(&place, what),
        }
    }
}

/// Whether a format is read as text, so that its encoding matters.
fn is_text(format: Format) -> bool {
    matches!(
        format,
        Format::Delimited | Format::Json | Format::JsonLines | Format::Text | Format::Markdown | Format::Mbox
    )
}

/// The records of a table, whatever file it comes in.
///
/// # Errors
/// The outer one is the sink's or the disk's; the inner one says why there is no table to read.
pub(crate) fn rows_of(
    path: &Path,
    source: &SourceSettings,
    reader: &Path,
    sink: &mut dyn Sink,
) -> Result<Result<(), Unreadable>, IngestError> {
    let failed = |source| IngestError::File { source };
    let probe = decode::probe(path, source.encoding.as_deref()).map_err(failed)?;
    let format = format::of_file(path, &path.to_string_lossy()).map_err(failed)?;
    records_of(path, &probe, format, source, None, reader, sink)
}

/// `elsewhere` are sheets that other sources read, when a sheet that none names is to be said.
fn records_of(
    path: &Path,
    probe: &Probe,
    format: Format,
    source: &SourceSettings,
    elsewhere: Option<&[String]>,
    reader: &Path,
    sink: &mut dyn Sink,
) -> Result<Result<(), Unreadable>, IngestError> {
    let what = match format {
        Format::JsonLines if consult::is_folder(path) => return consult::read(path, sink).map(|_| Ok(())),
        Format::JsonLines => return lines::read(path, probe, sink).map(|_| Ok(())),
        Format::Json => return json::read(path, probe, sink).map(|_| Ok(())),
        Format::Delimited | Format::Text | Format::Markdown | Format::Unknown => {
            return delimited::read(path, probe, source.delimiter, sink).map(|_| Ok(()));
        }
        Format::Workbook => {
            let needed = answer_columns(source);
            let mut recorder = recorder(sink, source, &needed, elsewhere);
            let read = apart::rows(reader, format, path, &mut recorder)?;
            recorder.finish()?;
            return Ok(read);
        }
        Format::Html => match apart::document(reader, format, path) {
            Ok(document) => {
                let needed = answer_columns(source);
                let mut recorder = recorder(sink, source, &needed, elsewhere);
                rows_of_document(&document, &mut recorder)?;
                recorder.finish()?;
                return Ok(Ok(()));
            }
            Err(why) => return Ok(Err(why)),
        },
        Format::Encrypted => "it is password-protected; ask the sender for a copy without a password",
        Format::Zip => "it is an archive within an archive, too deep to be opened; unpack it by hand",
        Format::Empty => "the file is empty",
        _ => "its settings say that it is a table, and it is none; correct its `[[source]]`",
    };
    Ok(Err(Unreadable(what.to_owned())))
}

fn recorder<'s>(
    sink: &'s mut dyn Sink,
    source: &'s SourceSettings,
    needed: &'s [String],
    elsewhere: Option<&'s [String]>,
) -> Recorder<'s> {
    let recorder = Recorder::of_sheets(sink, &source.sheets, needed);
    match elsewhere {
        Some(elsewhere) => recorder.telling_of_others(elsewhere),
        None => recorder,
    }
}

/// What a table holds, for looking at: rows where its header is yet to be understood, records where fields have names.
pub(super) fn records_or_rows<S: Sink + Rows>(
    path: &Path,
    probe: &Probe,
    format: Format,
    reader: &Path,
    into: &mut S,
) -> Result<Result<(), Unreadable>, IngestError> {
    match format {
        Format::Workbook => apart::rows(reader, format, path, into),
        Format::Html => match apart::document(reader, format, path) {
            Ok(document) => rows_of_document(&document, into).map(Ok),
            Err(why) => Ok(Err(why)),
        },
        _ => records_of(path, probe, format, &SourceSettings::default(), None, reader, into),
    }
}

/// Columns that hold answers or ids: a sheet or table that has none of them is not one of responses.
fn answer_columns(source: &SourceSettings) -> Vec<String> {
    let answers = source.answers.values().flat_map(|columns| &columns.0);
    answers.chain(&source.id).cloned().collect()
}

/// Files that are read together with this one.
pub(super) fn beside(path: &Path) -> Vec<std::path::PathBuf> {
    if consult::is_folder(path) { consult::beside(path) } else { Vec::new() }
}

/// The tables of a document as rows, each table a sheet.
fn rows_of_document(document: &Document, rows: &mut dyn Rows) -> Result<(), IngestError> {
    let mut open: Option<(u32, u32)> = None;
    let mut cells: Vec<String> = Vec::new();
    for block in &document.blocks {
        let Kind::Cell { table, row, column } = block.kind else { continue };
        if open != Some((table, row)) {
            if let Some((_, row)) = open {
                rows.row(u64::from(row) + 1, &cells)?;
            }
            if open.is_none_or(|(before, _)| before != table) {
                rows.sheet(&format!("table {}", table + 1))?;
            }
            cells.clear();
            open = Some((table, row));
        }
        cells.resize((column as usize).max(cells.len()), String::new());
        cells.push(document.words(block).to_owned());
    }
    match open {
        Some((_, row)) => rows.row(u64::from(row) + 1, &cells),
        None => rows.problem("", "it is a web page without a table".to_owned()),
    }
}

/// Records with their places, gathered.
#[derive(Default)]
struct Gathered(Vec<(String, Record)>);

impl Sink for Gathered {
    fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError> {
        self.0.push((place.to_owned(), record.clone()));
        Ok(())
    }

    fn problem(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }

    fn unreadable(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }
}
