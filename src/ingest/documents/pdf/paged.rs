//! Documents whose places begin with `page 3`: adding pages, and putting pages where they belong.

use std::collections::BTreeMap;

use crate::ingest::documents::{Block, Document};

/// Adds what comes next.
pub(super) fn add(document: &mut Document, next: Document) {
    if !document.text.is_empty() && !next.text.is_empty() {
        document.text.push_str("\n\n");
    }
    let by = document.text.len();
    document.text.push_str(&next.text);
    let moved = |block: Block| Block { start: block.start + by, end: block.end + by, ..block };
    document.blocks.extend(next.blocks.into_iter().map(moved));
    document.remarks.extend(next.remarks);
    document.pictures.extend(next.pictures);
}

/// Puts the blocks of pages behind what is there of the same pages and the ones before.
pub(crate) fn insert_pages(document: &mut Document, pages: BTreeMap<u32, Document>) {
    let known = std::mem::take(document);
    let mut left = known.blocks.iter();
    let mut waiting = left.next();
    for (page, inserted) in pages {
        while let Some(block) = waiting.filter(|block| number_of(&block.place).is_none_or(|n| n <= page)) {
            document.push(block.kind, known.words(block), block.place.clone());
            waiting = left.next();
        }
        add(document, inserted);
    }
    for block in waiting.into_iter().chain(left) {
        document.push(block.kind, known.words(block), block.place.clone());
    }
    document.remarks.splice(..0, known.remarks);
    document.pictures.splice(..0, known.pictures);
}

/// Takes out what was read of a page's own text. Fields and notes on it stay.
pub(super) fn clear_page(document: &mut Document, page: u32) {
    let place = format!("page {page}");
    document.blocks.retain(|block| block.place != place);
    document.remarks.retain(|(at, _)| *at != place);
    document.pictures.retain(|at| *at != place);
}

/// The page that a place is on: 3 for `page 3, note`.
pub(crate) fn number_of(place: &str) -> Option<u32> {
    place.strip_prefix("page ")?.split(',').next()?.parse().ok()
}
