//! PDF with a text layer; pages that are pictures are named, so that nobody takes them for blank.

mod clean;
mod filled;
mod glyphs;
mod outside;
mod paged;
mod repeated;
mod seen;
mod stream;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document as Pdf, output_doc_page};

use super::{Document, Kind, Unreadable};
use clean::Cleaner;
use glyphs::Page;
use seen::Facts;

pub(crate) use outside::read as by_pdftotext;
pub(crate) use paged::{insert_pages, number_of};

/// Said of a file that wants a password.
pub(crate) const LOCKED: &str = "it is locked with a password; ask the sender for a copy without one";

/// Said of a page that breaks the parser.
const BROKEN: &str =
    "part of this page, or all of it, could not be read; type it up, or install pdftotext (poppler) and run again";

/// Said of a file that counts more pages than there are.
const MISSING: &str = "some of its pages are missing or damaged; ask the sender for another copy";

/// Said of a file in which there is nothing to see.
const BLANK: &str = "neither words nor pictures were found in it";

/// Said of a page whose letters are pictures to a program.
const GARBLED: &str = "the letters of this page cannot be told by a program; it needs OCR or typing up";

/// Signs that mean nothing, in a hundred, from which a page is no text.
const GARBLED_PERCENT: usize = 20;

/// Fewer signs than this over a picture as large as a scan are a stamp or a page number, not the page's text.
const STAMP: usize = 60;

/// What can be said of the pages only when all are there: which lines stand on page after page, and that there is nothing.
pub(crate) fn finish(mut document: Document) -> Document {
    repeated::mark(&mut document);
    if document.blocks.is_empty() && document.pictures.is_empty() {
        document.remarks.push((String::new(), BLANK.to_owned()));
    }
    document
}

/// Reads page by page, a block for each paragraph, placed `page 3`, so that what came before a break is kept. `each`
/// returns whether it wants more. [`finish`] what was gathered.
///
/// Run it only in a process of its own ([`crate::ingest::apart`]): a hostile file may make the parser go on for ever.
///
/// # Errors
/// When it is not what it looks like, is broken or is encrypted.
pub(crate) fn pages(bytes: &[u8], each: &mut dyn FnMut(Document) -> bool) -> Result<(), Unreadable> {
    let mut pdf = load(bytes)?;
    let mut cleaner = Cleaner::new(&mut pdf);
    let mut rows = 0;
    for (i, id) in cleaner.pages.clone().into_iter().enumerate() {
        let number = u32::try_from(i + 1).unwrap_or(u32::MAX);
        let facts = cleaner.page(&mut pdf, id);
        let mut page = Page::default();
        // Each page stands for itself: the parser panics where a file is odd.
        let outcome = catch_unwind(AssertUnwindSafe(|| output_doc_page(&pdf, &mut page, 1)));
        let mut document = compose(page, &facts, number, matches!(outcome, Ok(Ok(()))) && !facts.is_damaged);
        filled::add(&pdf, id, number, &mut rows, &mut document);
        if !each(document) {
            return Ok(());
        }
    }
    let mut rest = Document::default();
    rest.remarks.extend(filled::remarks(&pdf));
    if cleaner.promised > cleaner.pages.len() as u64 {
        rest.remarks.push((String::new(), MISSING.to_owned()));
    }
    each(rest);
    Ok(())
}

/// Whether a page was lost that another program may be able to read.
pub(crate) fn has_broken_pages(document: &Document) -> bool {
    document.remarks.iter().any(|(_, why)| [BROKEN, GARBLED, MISSING].contains(&why.as_str()))
}

fn load(bytes: &[u8]) -> Result<Pdf, Unreadable> {
    let locked = || Unreadable(LOCKED.to_owned());
    let mut pdf = match Pdf::load_mem(bytes) {
        Ok(pdf) => pdf,
        Err(pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_)) => return Err(locked()),
        Err(_) => return Err(Unreadable("the PDF is damaged; ask the sender for another copy".to_owned())),
    };
    // A file may be locked against changes alone: its password for reading is then the empty one.
    if pdf.is_encrypted() && pdf.decrypt("").is_err() {
        return Err(locked());
    }
    if pdf.page_iter().next().is_none() {
        return Err(Unreadable("the PDF has no pages that can be found; ask the sender for another copy".to_owned()));
    }
    Ok(pdf)
}

/// A page's text as blocks, or why there is none.
fn compose(page: Page, facts: &Facts, number: u32, is_whole: bool) -> Document {
    let place = format!("page {number}");
    let mut document = Document::default();
    let (glyphs, unknown, stripped) = (page.glyphs, page.unknown, page.controls);
    if glyphs > 0 && (unknown + stripped) * 100 > glyphs * GARBLED_PERCENT {
        document.remarks.push((place.clone(), GARBLED.to_owned()));
        document.pictures.push(place);
        return document;
    }
    for paragraph in page.paragraphs() {
        document.push(Kind::Paragraph, &paragraph, place.clone());
    }
    let signs = document.text.chars().filter(|c| !c.is_whitespace()).count();
    if !is_whole {
        document.remarks.push((place.clone(), BROKEN.to_owned()));
        document.pictures.push(place.clone());
    } else if (signs == 0 && facts.shows_something) || (signs < STAMP && facts.has_large_picture) {
        document.pictures.push(place.clone());
    }
    if unknown > 0 {
        let what = format!("signs that a program cannot tell, read as \u{fffd}: {unknown}");
        document.remarks.push((place.clone(), what));
    }
    if stripped > 0 {
        document.remarks.push((place, format!("control characters, left out: {stripped}")));
    }
    document
}
