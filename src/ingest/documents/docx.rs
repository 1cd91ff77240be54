//! Word documents (.docx, .docm): WordprocessingML in a zip (ISO/IEC 29500, transitional and strict).

mod body;
mod numbering;
mod relations;
mod styles;
mod writing;

use std::collections::{BTreeMap, BTreeSet};

use super::package::{Package, decode};
use super::story::{HIDDEN, commented, tracked};
use super::{Document, Kind, Unreadable};
use body::{Body, Found};
use numbering::Numbering;
use relations::{Relation, relations};
use styles::Styles;

/// What such a document is called.
const WHAT: &str = "a Word document (.docx)";

/// Reads the document: its body; then footnotes, endnotes and comments, each with its place; then each distinct page header
/// and footer once. Text that tracked changes deleted, hidden text and placeholders are left out. Numbers that Word counts
/// stand before their paragraphs as Word shows them.
///
/// # Errors
/// When it is not what it looks like, is broken, is encrypted, or unpacks to more than is safe.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut package = Package::open(bytes, WHAT)?;
    let mut remarks = Vec::new();
    let main = main_part(&mut package, &mut remarks)?;
    let Some(text) = package.xml(&main, &mut remarks)? else {
        return Err(Unreadable(format!("its part `{main}` is missing; open it in Word and save it anew")));
    };
    let parts = relations(&mut package, &main)?;
    let mut one = |kind: &str| match parts.iter().find(|part| part.kind == kind) {
        Some(part) => Ok(package.xml(&part.target, &mut remarks)?.unwrap_or_default()),
        None => Ok(String::new()),
    };
    let styles = Styles::read(&one("styles")?);
    let mut numbering = Numbering::read(&one("numbering")?);
    let [footnotes, endnotes, comments] = [one("footnotes")?, one("endnotes")?, one("comments")?];
    let chunks = chunks(&mut package, &parts)?;

    let mut body = Body::new(&styles, &mut numbering, &chunks);
    body.read(&text);
    let Body { story, found, .. } = body;
    let mut document = story.finish();
    if document.text.is_empty() && document.pictures.is_empty() && found.has_small_pictures {
        document.pictures.push("paragraph 1".to_owned());
    }
    let none = BTreeMap::new();
    let mut seen = Seen { is_hidden: found.has_hidden, tracked: found.tracked };
    let mut apart = |text: &str, numbering: &mut Numbering| {
        let mut body = Body::new(&styles, numbering, &none);
        body.read(text);
        seen.is_hidden |= body.found.has_hidden;
        seen.tracked += body.found.tracked;
        (body.story.finish(), body.found)
    };
    for (text, name, order) in [(footnotes, "footnote", &found.footnotes), (endnotes, "endnote", &found.endnotes)] {
        let (_, read) = apart(&text, &mut numbering);
        notes(&mut document, read, name, order);
    }
    let (_, read) = apart(&comments, &mut numbering);
    if !read.notes.is_empty() {
        remarks.push((String::new(), commented(read.notes.len())));
    }
    notes(&mut document, read, "comment", &[]);

    let mut distinct = BTreeSet::new();
    for (kind, place) in [("header", "page header"), ("footer", "page footer")] {
        for part in parts.iter().filter(|part| part.kind == kind) {
            let text = package.xml(&part.target, &mut remarks)?.unwrap_or_default();
            let words = apart(&text, &mut numbering).0.text.replace("\n\n", "\n");
            if distinct.insert(words.clone()) {
                document.push(Kind::Signature, &words, place);
            }
        }
    }
    if let Some(trouble) = found.trouble {
        remarks
            .push((String::new(), format!("{trouble}; what comes before was read. Open it in Word and save it anew")));
    }
    if seen.tracked > 0 {
        remarks.push((String::new(), tracked(seen.tracked)));
    }
    if seen.is_hidden {
        remarks.push((String::new(), HIDDEN.to_owned()));
    }
    document.remarks.splice(0..0, remarks);
    Ok(document)
}

/// What all parts hold together.
struct Seen {
    is_hidden: bool,
    tracked: usize,
}

/// Adds notes or comments, in the order in which the text refers to them and else as they come.
fn notes(document: &mut Document, found: Found, name: &str, order: &[i64]) {
    let mut places: BTreeMap<i64, usize> = BTreeMap::new();
    for id in order {
        let next = places.len() + 1;
        places.entry(*id).or_insert(next);
    }
    let mut notes: Vec<(usize, Document)> = Vec::new();
    for (id, note) in found.notes {
        let next = places.len() + 1;
        notes.push((*places.entry(id).or_insert(next), note));
    }
    notes.sort_by_key(|(number, _)| *number);
    for (number, note) in notes {
        for block in &note.blocks {
            document.push(Kind::Paragraph, note.words(block), format!("{name} {number}"));
        }
    }
}

/// The part that holds the body: the one that the package names, whatever it is called.
fn main_part(package: &mut Package<'_>, remarks: &mut Vec<(String, String)>) -> Result<String, Unreadable> {
    let has = |package: &Package<'_>, name: &str| package.names().any(|part| part == name);
    let named = relations(package, "")?.into_iter().find(|part| part.kind == "officeDocument").map(|part| part.target);
    let is_text = |main: &String| main.starts_with("word/") || main.contains("document");
    if let Some(main) = named.filter(|main| is_text(main) && has(package, &main.to_lowercase())) {
        return Ok(main);
    }
    if has(package, "word/document.xml") {
        remarks.push((String::new(), "its list of parts is broken; its text was read all the same".to_owned()));
        return Ok("word/document.xml".to_owned());
    }
    let other = match () {
        () if has(package, "xl/workbook.xml") => "a spreadsheet (.xlsx)",
        () if has(package, "ppt/presentation.xml") => "a presentation (.pptx)",
        () if has(package, "content.xml") => "an OpenDocument file (.odt)",
        () => "a zip of other files",
    };
    Err(Unreadable(format!("it is {other} and not {WHAT}; give it the right ending")))
}

/// Other documents that stand whole within this one, as programs that put documents together leave them.
fn chunks(package: &mut Package<'_>, parts: &[Relation]) -> Result<BTreeMap<String, Document>, Unreadable> {
    let mut chunks = BTreeMap::new();
    for part in parts.iter().filter(|part| part.kind == "aFChunk") {
        let Some(unpacked) = package.part(&part.target)? else { continue };
        let ending = part.target.rsplit('.').next().unwrap_or_default().to_lowercase();
        let read = match ending.as_str() {
            "html" | "htm" | "xhtml" => super::read_html(&unpacked.bytes),
            "rtf" => super::read_rtf(&unpacked.bytes),
            "txt" => Ok(super::read_plain(decode(&unpacked.bytes))),
            _ => continue,
        };
        if let Ok(document) = read {
            chunks.insert(part.id.clone(), document);
        }
    }
    Ok(chunks)
}

#[cfg(test)]
mod tests;
