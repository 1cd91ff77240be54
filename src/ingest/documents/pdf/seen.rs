//! What can be seen on a page besides text: pictures, drawings, and whether any of it is damaged.

use std::collections::BTreeSet;

use pdf_extract::content::Operation;
use pdf_extract::{Dictionary, Document as Pdf, Object, ObjectId, Stream};

use super::clean::{dictionary, drawable};
use super::stream::{self, subtype};

/// What a page holds besides text.
pub(super) struct Facts {
    /// Whether there is anything to see: a picture, or drawings enough to be letters.
    pub(super) shows_something: bool,
    /// Whether there is a picture as large as a scan.
    pub(super) has_large_picture: bool,
    /// Whether some of what it draws is damaged or missing.
    pub(super) is_damaged: bool,
}

/// Pixels of a page of A4 at 72 dots an inch, which no reader could make out in fewer.
const LARGE: i64 = 595 * 842;

/// Filled shapes from which a page without text may have letters drawn as outlines. Boxes and rules are fewer.
const OUTLINES: usize = 100;

/// Forms within forms: deeper is a trap.
const DEEPEST: usize = 12;

/// Looks at what a page draws. Returns the forms that are drawn on it too.
pub(super) fn look(pdf: &Pdf, drawn: &[Operation], resources: Option<&Dictionary>) -> (Facts, BTreeSet<ObjectId>) {
    let mut seen = Seen::default();
    seen.look(pdf, drawn, resources, 0);
    let facts = Facts {
        shows_something: seen.pictures > 0 || seen.fills >= OUTLINES,
        has_large_picture: seen.largest >= LARGE,
        is_damaged: seen.is_damaged,
    };
    (facts, seen.forms)
}

#[derive(Default)]
struct Seen {
    pictures: usize,
    largest: i64,
    fills: usize,
    is_damaged: bool,
    forms: BTreeSet<ObjectId>,
}

impl Seen {
    /// Follows what is drawn: pages may share a list of pictures of which each shows its own.
    fn look(&mut self, pdf: &Pdf, drawn: &[Operation], resources: Option<&Dictionary>, depth: usize) {
        for operation in drawn {
            match (operation.operator.as_str(), operation.operands.as_slice()) {
                ("f" | "F" | "f*" | "B" | "B*" | "b" | "b*", _) => self.fills += 1,
                ("BI", _) => self.pictures += 1,
                ("Do", [Object::Name(name)]) => {
                    if let Some((id, stream)) = resources.and_then(|resources| drawable(pdf, resources, name)) {
                        self.drawn(pdf, id, stream, resources, depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn drawn(&mut self, pdf: &Pdf, id: Option<ObjectId>, stream: &Stream, outer: Option<&Dictionary>, depth: usize) {
        let number = |key: &[u8]| {
            stream.dict.get(key).and_then(|n| pdf.dereference(n)).and_then(|(_, n)| n.as_i64()).unwrap_or(0)
        };
        match subtype(stream) {
            b"Image" => {
                let pixels = number(b"Width").saturating_mul(number(b"Height"));
                // A dot stretched to a line is no picture.
                self.pictures += usize::from(pixels > 64);
                self.largest = self.largest.max(pixels);
            }
            b"Form" if depth < DEEPEST && id.is_none_or(|id| self.forms.insert(id)) => {
                let inner = stream.dict.get(b"Resources").ok().and_then(|found| dictionary(pdf, found)).or(outer);
                let (drawn, is_damaged) = stream::operations(&stream::decoded(stream));
                self.is_damaged |= is_damaged;
                self.look(pdf, &drawn, inner, depth + 1);
            }
            _ => {}
        }
    }
}
