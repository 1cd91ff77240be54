//! One file that is one submission: a letter, a filled-in form, a message with what is attached to it.

use std::io::Write as _;
use std::path::Path;

use super::archive::Failed;
use super::documents::{Document, Unreadable, read_plain};
use super::format::{self, Format};
use super::letters::{self, Sender};
use super::mail::{self, Attachment, Message};
use super::tables::Rows;
use super::{IngestError, Record, apart, convert, decode, documents, event, ocr};
use crate::corpus::{ItemContent, NewAnswer, SourceSettings};
use crate::model::{Consultation, Event, SetAside, Substance};

/// Largest document read, in bytes. A book is a hundredth of it.
const LARGEST: u64 = 512 << 20;

/// How deep messages within messages and archives within archives are followed.
const DEEPEST: usize = 4;

/// A submission, ready to be kept.
pub(super) struct Submission {
    pub(super) item: ItemContent,
    /// Places and reasons.
    pub(super) problems: Vec<(String, String)>,
}

/// What is needed to read submissions: whose they are, and the tools.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) consultation: &'a Consultation,
    pub(super) source: &'a SourceSettings,
    /// The program itself, which reads untrusted files in a process of its own.
    pub(super) reader: &'a Path,
    /// What reads pictures of pages, when the settings ask for it and it is installed.
    pub(super) ocr: Option<&'a ocr::Tool>,
    /// A folder for files that live only while they are read.
    pub(super) work: &'a Path,
}

/// A submission laid out for reading.
#[derive(Default)]
struct Laid {
    name: String,
    address: String,
    date: String,
    subject: String,
    is_automatic: bool,
    document: Document,
    /// Whether some part of it could not be read at all.
    has_unread: bool,
}

impl Desk<'_> {
    /// Reads a file as a submission. What cannot be read is one all the same, set aside with its reason.
    ///
    /// # Errors
    /// When the disk has no room to lay out what is attached: that is no fault of the file, so it stays to be read.
    pub(super) fn file(&self, path: &Path, format: Format, logged: Option<&Record>) -> Result<Submission, IngestError> {
        let read = match format {
            Format::Eml => {
                bytes_of(path).map_err(Failed::from).and_then(|bytes| self.message(mail::read_eml(&bytes), 0))
            }
            Format::Msg => bytes_of(path)
                .and_then(|bytes| mail::read_msg(&bytes))
                .map_err(Failed::from)
                .and_then(|mail| self.message(mail, 0)),
            Format::Text | Format::Markdown | Format::Delimited => self
                .text(path)
                .map(|(text, remark)| {
                    let (sender, mut document) = letters::from_text(text);
                    document.remarks.extend(remark.map(|what| (String::new(), what)));
                    let Sender { name, address, date, subject, is_automatic } = sender.as_sender();
                    let [name, address, date, subject] = [name, address, date, subject].map(str::to_owned);
                    Laid { name, address, date, subject, is_automatic, document, has_unread: false }
                })
                .map_err(Failed::from),
            format => self.document(path, format, 0).map(|document| Laid { document, ..Laid::default() }),
        };
        let mut submission = self.submission(self.laid(read)?, logged);
        // A file holds one submission, so its item stays the same when the file is corrected.
        submission.item.key = "letter".to_owned();
        Ok(submission)
    }

    /// What could not be read is laid out with its reason; a full disk is nobody's submission.
    fn laid(&self, read: Result<Laid, Failed>) -> Result<Laid, IngestError> {
        match read {
            Ok(laid) => Ok(laid),
            Err(Failed::Member(Unreadable(why))) => {
                let document = Document { remarks: vec![(String::new(), why)], ..Document::default() };
                Ok(Laid { document, has_unread: true, ..Laid::default() })
            }
            Err(Failed::Disk(source)) => Err(IngestError::Folder { path: self.work.to_owned(), source }),
        }
    }

    /// A message of a mailbox as a submission.
    ///
    /// # Errors
    /// As [`Desk::file`].
    pub(super) fn of_mailbox(&self, number: u64, message: Message) -> Result<Submission, IngestError> {
        let key = message.id.clone();
        let mut submission = self.submission(self.laid(self.message(message, 0))?, None);
        // A message that has no id of its own is known by its content.
        submission.item.key = key;
        submission.item.place = format!("message {number}");
        Ok(submission)
    }

    fn submission(&self, laid: Laid, logged: Option<&Record>) -> Submission {
        let Laid { mut document, has_unread, is_automatic, .. } = laid;
        let sender =
            Sender { name: &laid.name, address: &laid.address, date: &laid.date, subject: &laid.subject, is_automatic };
        let mapped = letters::item(self.consultation, self.source, &document, &sender, logged);
        let mut item = mapped.item;
        let mut problems = std::mem::take(&mut document.remarks);
        problems.extend(mapped.problems.into_iter().map(|what| (String::new(), what)));
        for place in &document.pictures {
            let what = "it is a picture of a page without any text; it needs OCR or typing up (set `ocr = true` where ocrmypdf or tesseract is installed)";
            problems.push((place.clone(), what.to_owned()));
        }
        // What they quote or sign with is kept, and is no answer.
        if item.set_aside.is_none() && !item.answers.iter().any(|answer| answer.substance.is_said()) {
            item.set_aside = Some(SetAside::Blank);
        }
        let has_words = item.answers.iter().any(|answer| answer.substance == Substance::Words);
        if item.set_aside.is_none_or(|reason| reason == SetAside::Blank) && !has_words {
            // Nobody may take a scan, or a file that could not be opened, for an empty answer.
            if !document.pictures.is_empty() {
                item.set_aside = Some(SetAside::Scanned);
            } else if has_unread && item.set_aside == Some(SetAside::Blank) {
                item.set_aside = Some(SetAside::Unreadable);
            }
        }
        Submission { item, problems }
    }

    /// A message's headers, and its body with all attachments behind it.
    fn message(&self, message: Message, depth: usize) -> Result<Laid, Failed> {
        let Message { name, address, date, subject, is_automatic, body: mut document, .. } = message;
        let mut has_unread = false;
        for attachment in message.attachments.into_iter().filter(|attachment| !attachment.is_inline_picture) {
            match self.attachment(&attachment, depth) {
                Ok(read) => document.append(&attachment.name, read),
                Err(Failed::Member(Unreadable(why))) => {
                    has_unread = true;
                    document.remarks.push((attachment.name, why));
                }
                Err(full) => return Err(full),
            }
        }
        Ok(Laid { name, address, date, subject, is_automatic, document, has_unread })
    }

    fn attachment(&self, attachment: &Attachment, depth: usize) -> Result<Document, Failed> {
        let extension = match attachment.name.rsplit_once('.') {
            Some((_, extension)) if extension.len() <= 8 && extension.chars().all(|c| c.is_ascii_alphanumeric()) => {
                format!(".{extension}")
            }
            _ => String::new(),
        };
        let mut file = tempfile::Builder::new().suffix(&extension).tempfile_in(self.work).map_err(Failed::Disk)?;
        file.write_all(&attachment.bytes).map_err(Failed::Disk)?;
        let format = match attachment.media_type.as_str() {
            "message/rfc822" => Format::Eml,
            _ => format::of_file(file.path(), &attachment.name).map_err(Failed::Disk)?,
        };
        self.inner(file.path(), format, depth + 1)
    }

    /// Notes of an event in a document of their own.
    pub(super) fn event(&self, path: &Path, format: Format) -> Result<(Event, Vec<NewAnswer>), (String, String)> {
        let document = self.document(path, format, 0).map_err(|failed| match failed {
            Failed::Member(Unreadable(why)) => (String::new(), why),
            Failed::Disk(error) => (String::new(), error.to_string()),
        })?;
        event::read_document(&document)
    }

    /// A file within a message or archive.
    fn inner(&self, path: &Path, format: Format, depth: usize) -> Result<Document, Failed> {
        if depth > DEEPEST {
            let what = "it lies too deep within other messages; save it by itself";
            return Err(Unreadable(what.to_owned()).into());
        }
        let message = match format {
            Format::Eml => mail::read_eml(&bytes_of(path)?),
            Format::Msg => mail::read_msg(&bytes_of(path)?)?,
            _ => return self.document(path, format, depth),
        };
        Ok(self.message(message, depth)?.document)
    }

    fn document(&self, path: &Path, format: Format, depth: usize) -> Result<Document, Failed> {
        let mut document = match format {
            Format::Text | Format::Markdown | Format::Delimited | Format::Json | Format::JsonLines => {
                let (text, remark) = self.text(path)?;
                let mut document = read_plain(text);
                document.remarks.extend(remark.map(|what| (String::new(), what)));
                document
            }
            Format::Html | Format::Docx | Format::Odt | Format::Rtf | Format::Pdf => {
                apart::document(self.reader, format, path)?
            }
            Format::Doc => convert::read(self.reader, path)?,
            Format::Workbook => self.workbook(path)?,
            Format::Zip => return self.archive(path, depth),
            Format::Image => match self.ocr {
                Some(tool) => ocr::read(self.reader, tool, path, format, &ocr::LANGUAGES)?,
                None => Document { pictures: vec![String::new()], ..Document::default() },
            },
            Format::Empty => return Err(Unreadable("the file is empty".to_owned()).into()),
            Format::Encrypted => {
                let what = "it is password-protected; ask the sender for a copy without a password";
                return Err(Unreadable(what.to_owned()).into());
            }
            Format::Eml | Format::Msg | Format::Mbox | Format::Unknown => {
                let what = "it is no document that this program can read; look at it, and save its words as text";
                return Err(Unreadable(what.to_owned()).into());
            }
        };
        if let Some(tool) = self.ocr.filter(|_| format == Format::Pdf && !document.pictures.is_empty())
            && let Err(Unreadable(why)) = ocr::complete(self.reader, tool, path, &mut document, &ocr::LANGUAGES)
        {
            document.remarks.push((String::new(), why));
        }
        Ok(document)
    }

    /// What is in an archive that was attached, a document after the other.
    fn archive(&self, path: &Path, depth: usize) -> Result<Document, Failed> {
        let mut all = Document::default();
        let mut archive = super::archive::open(path)?;
        let folder = tempfile::tempdir_in(self.work).map_err(Failed::Disk)?;
        for member in archive.members() {
            let read = archive.unpack(&member, folder.path()).and_then(|path| {
                let format = format::of_file(&path, &member.name).map_err(Failed::Disk)?;
                self.inner(&path, format, depth + 1)
            });
            match read {
                Ok(document) => all.append(&member.name, document),
                Err(Failed::Member(Unreadable(why))) => all.remarks.push((member.name, why)),
                Err(full) => return Err(full),
            }
        }
        Ok(all)
    }

    fn workbook(&self, path: &Path) -> Result<Document, Unreadable> {
        let mut cells = Cells::default();
        match apart::rows(self.reader, Format::Workbook, path, &mut cells) {
            Ok(read) => read.map(|()| cells.document),
            Err(error) => Err(Unreadable(error.to_string())),
        }
    }

    /// A file's text, and what a person should know of its decoding.
    fn text(&self, path: &Path) -> Result<(String, Option<String>), Unreadable> {
        let failed = |error: std::io::Error| Unreadable(format!("it could not be read: {error}"));
        let probe = decode::probe(path, self.source.encoding.as_deref()).map_err(failed)?;
        if probe.bytes > LARGEST {
            return Err(too_large());
        }
        let text = decode::read_to_string(path, &probe).map_err(failed)?;
        Ok((text, probe.remark))
    }
}

/// The bytes of a file that is read whole.
pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let failed = |error: std::io::Error| Unreadable(format!("it could not be read: {error}"));
    if std::fs::metadata(path).map_err(failed)?.len() > LARGEST {
        return Err(too_large());
    }
    std::fs::read(path).map_err(failed)
}

fn too_large() -> Unreadable {
    Unreadable(format!("it is larger than {} MB; split it, or save its words as text", LARGEST >> 20))
}

/// A workbook as a document: its cells in the order of reading.
#[derive(Default)]
struct Cells {
    document: Document,
    sheet: String,
    table: u32,
}

impl Rows for Cells {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        name.clone_into(&mut self.sheet);
        self.table += 1;
        Ok(true)
    }

    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        for (column, cell) in cells.iter().enumerate() {
            let (table, row) = (self.table.saturating_sub(1), u32::try_from(number).unwrap_or(u32::MAX));
            let kind = documents::Kind::Cell { table, row, column: u32::try_from(column).unwrap_or(u32::MAX) };
            self.document.push(kind, cell, format!("{}, row {number}", self.sheet));
        }
        Ok(())
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.document.remarks.push((place.to_owned(), reason));
        Ok(())
    }
}
