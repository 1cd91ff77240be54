//! Before a page is parsed: what makes the parser panic, or wastes its time, and says nothing is taken out.
//!
//! A page's content is left with the operators that place and show text. Pictures are emptied, since the parser would
//! read their bytes as operators; what they and the drawings tell of the page is noted first ([`super::seen`]).

use std::collections::BTreeSet;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document as Pdf, Object, ObjectId, Stream};

use super::seen::{self, Facts};
use super::stream::{self, subtype};

/// A4, for a page that does not say how large it is.
const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];

/// Makes pages safe to parse, one at a time.
pub(super) struct Cleaner {
    /// The pages, in order.
    pub(super) pages: Vec<ObjectId>,
    /// How many the file says it has.
    pub(super) promised: u64,
    circles: BTreeSet<ObjectId>,
    cleaned: BTreeSet<ObjectId>,
}

impl Cleaner {
    /// Begins by emptying all pictures.
    pub(super) fn new(pdf: &mut Pdf) -> Self {
        for object in pdf.objects.values_mut() {
            if let Object::Stream(stream) = object
                && subtype(stream) == b"Image"
            {
                stream.set_plain_content(Vec::new());
            }
        }
        let (pages, promised) = (pdf.page_iter().collect(), promised_pages(pdf));
        Cleaner { pages, promised, circles: circles(pdf), cleaned: BTreeSet::new() }
    }

    /// Cleans a page and the forms that it draws, makes it the only page of the file, and says what is on it.
    pub(super) fn page(&mut self, pdf: &mut Pdf, page: ObjectId) -> Facts {
        let (drawn, is_missing) = content_of(pdf, page);
        let resources = inherited(pdf, page, b"Resources").and_then(|found| dictionary(pdf, found));
        let (mut facts, forms) = seen::look(pdf, &drawn, resources);
        facts.is_damaged |= is_missing;
        let content = clean(drawn, |name| resources.is_some_and(|named| drawable(pdf, named, name).is_some()));
        let size = media_box(pdf, page);
        let content = pdf.add_object(Stream::new(Dictionary::new(), content));
        if let Ok(page) = pdf.get_object_mut(page).and_then(Object::as_dict_mut) {
            page.set("Contents", Object::Reference(content));
            page.set("MediaBox", size.into_iter().map(Object::Real).collect::<Vec<_>>());
            page.remove(b"ArtBox");
        }
        for form in forms {
            if self.cleaned.insert(form) {
                self.form(pdf, form);
            }
        }
        show_only(pdf, page);
        facts
    }

    fn form(&self, pdf: &mut Pdf, form: ObjectId) {
        let Ok(Object::Stream(stream)) = pdf.get_object(form) else { return };
        let named = stream.dict.get(b"Resources").ok().and_then(|found| dictionary(pdf, found));
        let (operations, _) = stream::operations(&stream::decoded(stream));
        // Without names of its own it uses those of whoever draws it.
        let cleaned = clean(operations, |name| named.is_none_or(|named| drawable(pdf, named, name).is_some()));
        let cleaned = if self.circles.contains(&form) { Vec::new() } else { cleaned };
        if let Ok(stream) = pdf.get_object_mut(form).and_then(Object::as_stream_mut) {
            stream.set_plain_content(cleaned);
        }
    }
}

/// Makes a page the only one, so that the parser need not walk through all of them to find it.
///
/// What it inherits it still finds through its parents.
fn show_only(pdf: &mut Pdf, page: ObjectId) {
    let root = pdf.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    if let Ok(root) = root.and_then(|root| pdf.get_object_mut(root)).and_then(Object::as_dict_mut) {
        root.set("Kids", vec![Object::Reference(page)]);
    }
}

/// How many pages the file says it has.
fn promised_pages(pdf: &Pdf) -> u64 {
    let tree = pdf.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok()).and_then(|tree| dictionary(pdf, tree));
    let count = tree.and_then(|tree| tree.get(b"Count").ok()).and_then(|count| pdf.dereference(count).ok());
    count.and_then(|(_, count)| count.as_i64().ok()).and_then(|count| u64::try_from(count).ok()).unwrap_or(0)
}

/// What a page draws, and whether some of it is missing or damaged.
fn content_of(pdf: &Pdf, page: ObjectId) -> (Vec<Operation>, bool) {
    let mut whole = stream::Drawn::default();
    for id in pdf.get_page_contents(page) {
        match pdf.get_object(id) {
            Ok(Object::Stream(stream)) => {
                let part = stream::decoded(stream);
                whole.bytes.extend_from_slice(&part.bytes);
                whole.bytes.push(b'\n');
                whole.is_damaged |= part.is_damaged;
            }
            _ => whole.is_damaged = true,
        }
    }
    stream::operations(&whole)
}

pub(super) fn dictionary<'p>(pdf: &'p Pdf, object: &'p Object) -> Option<&'p Dictionary> {
    match pdf.dereference(object).ok()?.1 {
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}

/// What a page or the nodes above it say. A tree that bites its own tail ends too.
fn inherited<'p>(pdf: &'p Pdf, page: ObjectId, key: &[u8]) -> Option<&'p Object> {
    let mut node = page;
    for _ in 0..64 {
        let dictionary = pdf.get_dictionary(node).ok()?;
        if let Ok(found) = dictionary.get(key) {
            return Some(found);
        }
        node = dictionary.get(b"Parent").and_then(Object::as_reference).ok()?;
    }
    None
}

/// Forms that lead back to themselves, which would be drawn for ever.
fn circles(pdf: &Pdf) -> BTreeSet<ObjectId> {
    let inner = |id: ObjectId| -> Vec<ObjectId> {
        let Some(Object::Stream(stream)) = pdf.objects.get(&id) else { return Vec::new() };
        let resources = stream.dict.get(b"Resources").ok().and_then(|found| dictionary(pdf, found));
        let objects = resources.and_then(|r| r.get(b"XObject").ok()).and_then(|found| dictionary(pdf, found));
        objects.map(|o| o.iter().filter_map(|(_, o)| o.as_reference().ok()).collect()).unwrap_or_default()
    };
    let forms: Vec<ObjectId> = pdf
        .objects
        .iter()
        .filter(|(_, object)| matches!(object, Object::Stream(stream) if subtype(stream) == b"Form"))
        .map(|(id, _)| *id)
        .collect();
    let mut circles = BTreeSet::new();
    for form in forms {
        let (mut seen, mut next) = (BTreeSet::new(), inner(form));
        while let Some(id) = next.pop() {
            if id == form {
                circles.insert(form);
                break;
            }
            if seen.len() < 1000 && seen.insert(id) {
                next.extend(inner(id));
            }
        }
    }
    circles
}

fn media_box(pdf: &Pdf, page: ObjectId) -> [f32; 4] {
    let found = inherited(pdf, page, b"MediaBox").and_then(|found| pdf.dereference(found).ok());
    let Some((_, Object::Array(corners))) = found else { return A4 };
    let corner = |i: usize| {
        let (_, number) = corners.get(i).and_then(|corner| pdf.dereference(corner).ok())?;
        number.as_float().ok()
    };
    match [corner(0), corner(1), corner(2), corner(3)] {
        [Some(left), Some(bottom), Some(right), Some(top)] => [left, bottom, right, top],
        _ => A4,
    }
}

/// The form or picture that a name stands for.
pub(super) fn drawable<'p>(
    pdf: &'p Pdf,
    resources: &'p Dictionary,
    name: &[u8],
) -> Option<(Option<ObjectId>, &'p Stream)> {
    let objects = resources.get(b"XObject").ok().and_then(|found| dictionary(pdf, found))?;
    match pdf.dereference(objects.get(name).ok()?).ok()? {
        (id, Object::Stream(stream)) => Some((id, stream)),
        _ => None,
    }
}

/// The operators that place and show text, with the operands that they should have.
fn clean(drawn: Vec<Operation>, is_drawable: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut kept: Vec<Operation> = Vec::new();
    let mut depth = 0usize;
    for operation in drawn {
        let Operation { operator, mut operands } = operation;
        let numbers = |n: usize| operands.len() == n && operands.iter().all(|operand| operand.as_float().is_ok());
        let is_string = |operand: Option<&Object>| matches!(operand, Some(Object::String(..)));
        match operator.as_str() {
            "BT" | "ET" | "T*" => kept.push(Operation::new(&operator, Vec::new())),
            "q" => {
                depth += 1;
                kept.push(Operation::new("q", Vec::new()));
            }
            "Q" if depth > 0 => {
                depth -= 1;
                kept.push(Operation::new("Q", Vec::new()));
            }
            "cm" | "Tm" if numbers(6) => kept.push(Operation { operator, operands }),
            "Td" | "TD" if numbers(2) => kept.push(Operation { operator, operands }),
            "Tc" | "Tw" | "Tz" | "TL" | "Ts" if numbers(1) => kept.push(Operation { operator, operands }),
            "Tf" if matches!(operands.as_slice(), [Object::Name(_), size] if size.as_float().is_ok()) => {
                kept.push(Operation { operator, operands });
            }
            "Tj" if operands.len() == 1 && is_string(operands.first()) => kept.push(Operation { operator, operands }),
            "TJ" => {
                if let Some(Object::Array(mut parts)) = operands.pop() {
                    parts.retain(|part| is_string(Some(part)) || part.as_float().is_ok());
                    kept.push(Operation::new("TJ", vec![Object::Array(parts)]));
                }
            }
            // The parser does not know the two that go to the next line and show; they mean just this
            // (ISO 32000-1, table 109).
            "'" if operands.len() == 1 && is_string(operands.first()) => {
                kept.push(Operation::new("T*", Vec::new()));
                kept.push(Operation::new("Tj", operands));
            }
            "\"" if operands.len() == 3 && is_string(operands.last()) => {
                let shown = operands.split_off(2);
                let letters = operands.split_off(1);
                if operands.iter().chain(&letters).all(|space| space.as_float().is_ok()) {
                    kept.push(Operation::new("Tw", operands));
                    kept.push(Operation::new("Tc", letters));
                }
                kept.push(Operation::new("T*", Vec::new()));
                kept.push(Operation::new("Tj", shown));
            }
            "Do" if matches!(operands.as_slice(), [Object::Name(name)] if is_drawable(name)) => {
                kept.push(Operation { operator, operands });
            }
            _ => {}
        }
    }
    Content { operations: kept }.encode().unwrap_or_default()
}
