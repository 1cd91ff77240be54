//! What people put into a PDF with their reader: values of form fields, notes and comments. None of it is in the text of
//! the pages, and a response form would be blank without it.

use pdf_extract::{Dictionary, Document as Pdf, Object, ObjectId, decode_text_string};

use crate::ingest::documents::{Document, Kind};

/// Kinds of annotations whose words a person wrote.
const WRITTEN: [&[u8]; 9] =
    [b"FreeText", b"Text", b"Highlight", b"Underline", b"StrikeOut", b"Squiggly", b"Caret", b"Ink", b"Stamp"];

/// Adds the filled fields of a page, a row of a table each (its label and its value), and the notes on it.
///
/// All fields of a document are rows of one table, its first; `rows` counts them.
pub(super) fn add(pdf: &Pdf, page: ObjectId, number: u32, rows: &mut u32, document: &mut Document) {
    let Ok(page) = pdf.get_dictionary(page) else { return };
    let Some(Object::Array(annotations)) = value(pdf, page, b"Annots") else { return };
    for annotation in annotations {
        let Ok((_, Object::Dictionary(annotation))) = pdf.dereference(annotation) else { continue };
        let kind = value(pdf, annotation, b"Subtype").and_then(|kind| kind.as_name().ok()).unwrap_or_default();
        if kind == b"Widget" {
            let Some((label, words)) = field(pdf, annotation) else { continue };
            let place = format!("page {number}, field {}", *rows + 1);
            let cell = |column| Kind::Cell { table: 0, row: *rows, column };
            document.push(cell(0), &label, place.clone());
            document.push(cell(1), &words, place);
            *rows += 1;
        } else if WRITTEN.contains(&kind) {
            let words = value(pdf, annotation, b"Contents").map(text_of).unwrap_or_default();
            document.push(Kind::Paragraph, &words, format!("page {number}, note"));
        }
    }
}

/// Label and value of a field that is filled in.
fn field(pdf: &Pdf, widget: &Dictionary) -> Option<(String, String)> {
    let kind = up(pdf, widget, b"FT")?.as_name().ok()?;
    let words = match kind {
        // A box or button is on when the state it shows is not `Off`.
        b"Btn" => {
            let state = value(pdf, widget, b"AS").or_else(|| up(pdf, widget, b"V"))?.as_name().ok()?;
            if state.is_empty() || state == b"Off" {
                return None;
            }
            String::from_utf8_lossy(state).into_owned()
        }
        b"Sig" => return None,
        _ => match up(pdf, widget, b"V")? {
            Object::Array(chosen) => chosen.iter().map(text_of).collect::<Vec<_>>().join("; "),
            Object::Stream(stream) => {
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                text_of(&Object::String(content, pdf_extract::StringFormat::Literal))
            }
            words => text_of(words),
        },
    };
    if words.trim().is_empty() {
        return None;
    }
    let label = up(pdf, widget, b"TU").or_else(|| up(pdf, widget, b"T")).map(text_of).unwrap_or_default();
    Some((label, words))
}

/// What a field or the fields above it say.
fn up<'p>(pdf: &'p Pdf, field: &'p Dictionary, key: &[u8]) -> Option<&'p Object> {
    let mut node = field;
    for _ in 0..16 {
        if let Some(found) = value(pdf, node, key) {
            return Some(found);
        }
        node = match value(pdf, node, b"Parent") {
            Some(Object::Dictionary(parent)) => parent,
            _ => return None,
        };
    }
    None
}

fn value<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary, key: &[u8]) -> Option<&'p Object> {
    let (_, found) = pdf.dereference(dictionary.get(key).ok()?).ok()?;
    (!matches!(found, Object::Null)).then_some(found)
}

/// A text string as words, its line ends as ours, without control characters.
fn text_of(object: &Object) -> String {
    let words = match object {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        other => decode_text_string(other).unwrap_or_default(),
    };
    let lines = words.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// What the file holds that is not read here.
pub(super) fn remarks(pdf: &Pdf) -> Vec<(String, String)> {
    let Ok(catalog) = pdf.catalog() else { return Vec::new() };
    let inner = |from: &Dictionary, key: &[u8]| match value(pdf, from, key) {
        Some(Object::Dictionary(found)) => Some(found.clone()),
        _ => None,
    };
    let mut remarks = Vec::new();
    if inner(catalog, b"AcroForm").is_some_and(|form| form.has(b"XFA")) {
        let what = "it is a form of Adobe LiveCycle, of which only what stands on its pages was read; print it to a PDF if its answers are missing";
        remarks.push((String::new(), what.to_owned()));
    }
    if inner(catalog, b"Names").is_some_and(|names| names.has(b"EmbeddedFiles")) {
        let what = "there are files attached within it, and those were not read; save them beside it";
        remarks.push((String::new(), what.to_owned()));
    }
    remarks
}
