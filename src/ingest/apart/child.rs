//! The other process: limits itself, reads one file and writes what it read.

use std::io;
use std::path::Path;

use super::outside::{Limits, limit_this_process};
use super::pieces::{Piece, Writer};
use crate::ingest::documents::{self, Document, Kind, Unreadable};
use crate::ingest::format::Format;
use crate::ingest::mail::{self, Attachment, Message};
use crate::ingest::tables::{self, Rows};
use crate::ingest::{IngestError, decode};

/// Stack of the thread that parses: nesting that is deep and yet honest fits.
const STACK: usize = 256 << 20;

/// Reads a file, with limits on this whole process, and writes its pieces to standard output.
///
/// Nothing of the content reaches standard error: a panic is silent.
///
/// # Errors
/// When the file cannot be opened, when nobody takes what is written, or when the parser panicked.
pub(crate) fn serve(format: Format, path: &Path, limits: &Limits) -> io::Result<()> {
    limit_this_process(limits);
    std::panic::set_hook(Box::new(|_| {}));
    let path = path.to_owned();
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        // Not locked: a parser that prints must not wait for us for ever.
        let mut out = Writer::new(io::stdout());
        let outcome = read(format, &path, &mut out)?;
        out.put(&match outcome {
            Ok(()) => Piece::Done,
            Err(Unreadable(why)) => Piece::Unreadable(why),
        })?;
        out.flush()
    })?;
    reading.join().unwrap_or_else(|_| Err(io::Error::other("the parser panicked")))
}

type Out = Writer<io::Stdout>;

/// The outer error is of writing, the inner one of the file.
fn read(format: Format, path: &Path, out: &mut Out) -> io::Result<Result<(), Unreadable>> {
    let document = match format {
        Format::Workbook => return workbook(std::fs::read(path)?, out),
        Format::Pdf => return pdf(&std::fs::read(path)?, out),
        Format::Docx => documents::read_docx(&std::fs::read(path)?),
        Format::Odt => documents::read_odt(&std::fs::read(path)?),
        Format::Rtf => documents::read_rtf(&std::fs::read(path)?),
        Format::Html => documents::read_html(&std::fs::read(path)?),
        Format::Text | Format::Markdown | Format::Delimited | Format::JsonLines | Format::Json => plain(path),
        Format::Eml => Ok(letter(mail::read_eml(&std::fs::read(path)?))),
        Format::Msg => mail::read_msg(&std::fs::read(path)?).map(letter),
        Format::Mbox => return mailbox(path, out),
        other => Err(Unreadable(format!("it is {}, and that is not read as a document", other.called()))),
    };
    match document {
        Ok(document) => out.document(&document).map(Ok),
        Err(why) => Ok(Err(why)),
    }
}

fn plain(path: &Path) -> Result<Document, Unreadable> {
    let read = || {
        let probe = decode::probe(path, None)?;
        let mut document = documents::read_plain(decode::read_to_string(path, &probe)?);
        document.remarks.extend(probe.remark.map(|remark| (String::new(), remark)));
        Ok(document)
    };
    read().map_err(|error: io::Error| Unreadable(format!("it could not be read: {error}")))
}

/// A message as it would lie on a desk: who wrote it, what it says, what came with it.
fn letter(message: Message) -> Document {
    let mut document = Document::default();
    let head = [message.name, message.address, message.date, message.subject];
    document.push(Kind::Signature, &head.map(|line| line.trim().to_owned()).join("\n"), "head");
    document.append("body", message.body);
    let attached = |attachment: Attachment| {
        (attachment.name, format!("attached: {}, {} bytes", attachment.media_type, attachment.bytes.len()))
    };
    document.remarks.extend(message.attachments.into_iter().map(attached));
    document
}

fn mailbox(path: &Path, out: &mut Out) -> io::Result<Result<(), Unreadable>> {
    let file = io::BufReader::new(std::fs::File::open(path)?);
    mail::read_mbox(file, |number, message| {
        let mut document = Document::default();
        document.append(&format!("message {number}"), letter(message));
        out.document(&document)
    })?;
    Ok(Ok(()))
}

/// A PDF goes out page by page, so that a page which breaks the parser takes none of the others with it.
fn pdf(bytes: &[u8], out: &mut Out) -> io::Result<Result<(), Unreadable>> {
    let mut trouble = Ok(());
    let outcome = documents::pdf::pages(bytes, &mut |page| {
        trouble = out.document(&page).and_then(|()| out.flush());
        trouble.is_ok()
    });
    trouble.map(|()| outcome)
}

fn workbook(bytes: Vec<u8>, out: &mut Out) -> io::Result<Result<(), Unreadable>> {
    match tables::workbook::read(bytes, &mut Sheets(out)) {
        Ok(outcome) => Ok(outcome),
        Err(IngestError::File { source }) => Err(source),
        Err(other) => Err(io::Error::other(other.to_string())),
    }
}

/// Writes rows as pieces.
struct Sheets<'o>(&'o mut Out);

impl Sheets<'_> {
    fn put(&mut self, piece: &Piece) -> Result<(), IngestError> {
        self.0.put(piece).map_err(|source| IngestError::File { source })
    }
}

impl Rows for Sheets<'_> {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        self.put(&Piece::Sheet(name.to_owned())).map(|()| true)
    }

    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        self.put(&Piece::Row(number, cells.to_vec()))
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.put(&Piece::Remark(place.to_owned(), reason))
    }
}
