//! Reading untrusted files in a process of its own, with limits of time and memory: whatever a file does to its parser,
//! the run goes on.
//!
//! ```text
//! this process ── ymateb read --as FORMAT FILE ──→ another, which limits itself and parses
//!              ←── pieces, a line each ────────────
//! ```
//!
//! What was read before a reader broke is kept, and the break is said.

mod child;
pub(super) mod outside;
mod pieces;

use std::path::Path;

pub(crate) use child::serve;
pub(crate) use outside::{Limits, replace_this_process};

use super::IngestError;
use super::documents::{Document, Unreadable, pdf};
use super::format::Format;
use super::tables::Rows;
use outside::Ending;
use pieces::{Gathered, Piece, Pieces};

/// Text that is read out of one workbook at most. Rows pass by, so it bounds the store and not the memory.
const WORKBOOK_TEXT: u64 = 4 << 30;

/// Reads a document. `reader` is this very program.
///
/// A PDF that breaks the built-in reader is read by `pdftotext` where that is installed, and a remark says so.
///
/// # Errors
/// When nothing can be read out of it, with the reason.
pub(crate) fn document(reader: &Path, format: Format, path: &Path) -> Result<Document, Unreadable> {
    document_within(&Limits::default(), reader, format, path)
}

/// Reads a document within other limits than the usual ones.
///
/// # Errors
/// When nothing can be read out of it, with the reason.
pub(crate) fn document_within(
    limits: &Limits,
    reader: &Path,
    format: Format,
    path: &Path,
) -> Result<Document, Unreadable> {
    let (mut document, broke) = gather(reader, format, path, limits);
    if format == Format::Pdf {
        let is_locked = broke.as_ref().is_some_and(|Unreadable(why)| why == pdf::LOCKED);
        let needs_help = broke.is_some() || pdf::has_broken_pages(&document);
        if needs_help && !is_locked && pdf::by_pdftotext(reader, path, &mut document, broke.is_some()) {
            return Ok(pdf::finish(document));
        }
        document = pdf::finish(document);
    }
    match broke {
        None => Ok(document),
        Some(why) if document.blocks.is_empty() && document.pictures.is_empty() => Err(why),
        Some(Unreadable(why)) => {
            document.remarks.push((String::new(), format!("{why}; what was read before that was kept")));
            Ok(document)
        }
    }
}

/// Reads the rows of a workbook. `reader` is this very program.
///
/// # Errors
/// The outer one is of whoever takes the rows; the inner one says why the workbook cannot be read to its end. Rows that
/// were read before the break have been handed on.
pub(crate) fn rows(
    reader: &Path,
    format: Format,
    path: &Path,
    rows: &mut dyn Rows,
) -> Result<Result<(), Unreadable>, IngestError> {
    let limits = Limits { output: WORKBOOK_TEXT, ..Limits::default() };
    let mut is_wanted = true;
    let mut trouble = None;
    let outcome = pieces(reader, format, path, &limits, &mut |piece| {
        let taken = match piece {
            Piece::Sheet(name) => rows.sheet(&name).map(|wanted| is_wanted = wanted),
            Piece::Row(number, cells) if is_wanted => rows.row(number, &cells),
            Piece::Remark(place, reason) => rows.problem(&place, reason),
            _ => Ok(()),
        };
        trouble = taken.err();
        trouble.is_none()
    });
    match trouble {
        Some(trouble) => Err(trouble),
        None => Ok(outcome),
    }
}

/// Everything that a reader says of a document, and why it stopped before the end if it did.
fn gather(reader: &Path, format: Format, path: &Path, limits: &Limits) -> (Document, Option<Unreadable>) {
    let mut gathered = Gathered::default();
    let outcome = pieces(reader, format, path, limits, &mut |piece| {
        gathered.add(piece);
        true
    });
    (gathered.document, outcome.err())
}

/// Runs the reader and hands on each piece. `each` returns whether it wants more.
fn pieces(
    reader: &Path,
    format: Format,
    path: &Path,
    limits: &Limits,
    each: &mut dyn FnMut(Piece) -> bool,
) -> Result<(), Unreadable> {
    let mut command = outside::bare(reader);
    command.args(["read", "--as", format.name(), "--seconds", &limits.seconds.to_string(), "--"]).arg(path);
    let mut parser = Pieces::default();
    let mut outcome = None;
    let ending = outside::run(command, limits, &mut |bytes| {
        parser.feed(bytes, &mut |piece| match piece {
            Piece::Done => {
                outcome = Some(Ok(()));
                false
            }
            Piece::Unreadable(why) => {
                outcome = Some(Err(Unreadable(why)));
                false
            }
            piece => each(piece),
        })
    });
    match (outcome, ending) {
        (Some(outcome), _) => outcome,
        (None, _) if parser.is_too_long => Err(Unreadable("one piece of it holds more than 256 MB".to_owned())),
        // Whoever takes the pieces wanted no more.
        (None, Ending::Enough) => Ok(()),
        (None, Ending::Finished) => Err(Unreadable(BROKE.to_owned())),
        (None, ending) => Err(Unreadable(ending.in_words("reading it", BROKE, limits))),
    }
}

/// What is said of a file that makes its reader panic or crash.
const BROKE: &str =
    "its contents broke the reader; open it in the program it was made with, save it again and run again";

#[cfg(test)]
mod tests;
