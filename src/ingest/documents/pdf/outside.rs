//! `pdftotext` (poppler), for files and pages that break the built-in reader.

use std::collections::BTreeMap;
use std::path::Path;

use super::{BROKEN, GARBLED, GARBLED_PERCENT, MISSING, paged};
use crate::ingest::apart::outside::{self, Ending, Limits};
use crate::ingest::documents::{Document, Kind};

/// Reads with `pdftotext` the pages that the built-in reader could not, and all that it did not come to when it broke as a
/// whole (`is_broken`). A page stays as it is when the other program gets no more out of it. Says whether that
/// mends it: something was gained, and the other program came to its end.
///
/// `reader` is this very program, which sets the limits.
pub(crate) fn read(reader: &Path, path: &Path, document: &mut Document, is_broken: bool) -> bool {
    let Some((text, is_whole)) = text_of(reader, path) else { return false };
    let is_missing = is_broken || document.remarks.iter().any(|(_, why)| why == MISSING);
    let mut pages = BTreeMap::new();
    for (number, page) in (1..).zip(text.split('\u{c}')) {
        let place = format!("page {number}");
        let is_lost = document.remarks.iter().any(|(at, why)| *at == place && (why == BROKEN || why == GARBLED));
        if (is_lost || is_missing) && is_text(page) && signs(page) > known(document, &place) {
            pages.insert(number, blocks(page, &place));
        }
    }
    for page in pages.keys() {
        paged::clear_page(document, *page);
    }
    let has_gained = !pages.is_empty();
    paged::insert_pages(document, pages);
    has_gained && is_whole
}

fn text_of(reader: &Path, path: &Path) -> Option<(String, bool)> {
    let limits = Limits::default();
    let mut command = outside::limited(reader, &outside::find("pdftotext")?, &limits);
    command.args(["-q", "-enc", "UTF-8"]).arg(std::path::absolute(path).ok()?).arg("-");
    let mut text = Vec::new();
    // What it wrote before it failed is as good as what it wrote.
    let ending = outside::run(command, &limits, &mut |chunk| {
        text.extend_from_slice(chunk);
        true
    });
    Some((String::from_utf8_lossy(&text).into_owned(), matches!(ending, Ending::Finished)))
}

/// Signs that were read of a page.
fn known(document: &Document, place: &str) -> usize {
    document.blocks.iter().filter(|block| block.place == place).map(|block| signs(document.words(block))).sum()
}

fn signs(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}

fn is_text(page: &str) -> bool {
    let signs = signs(page);
    let means_nothing =
        |c: &char| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') || (c.is_control() && !c.is_whitespace());
    signs > 0 && page.chars().filter(means_nothing).count() * 100 <= signs * GARBLED_PERCENT
}

fn blocks(page: &str, place: &str) -> Document {
    let mut document = Document::default();
    let words: String = page.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    for paragraph in words.split("\n\n") {
        document.push(Kind::Paragraph, paragraph, place);
    }
    let what = "this page was read by pdftotext, since the built-in reader could not";
    document.remarks.push((place.to_owned(), what.to_owned()));
    document
}
