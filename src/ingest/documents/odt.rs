//! OpenDocument text (.odt, .ott; .fodt without a zip): ISO/IEC 26300.

mod body;
mod forms;
mod styles;

use std::collections::BTreeSet;

use super::package::{Package, Token, Xml, decode, locked};
use super::story::{HIDDEN, commented, tracked};
use super::{Document, Kind, Unreadable};
use body::Body;
use styles::Styles;

/// What such a document is called.
const WHAT: &str = "an OpenDocument text (.odt)";

/// Reads the document: its body; then footnotes, endnotes and comments, each with its place; then each distinct page header
/// and footer once. Text that tracked changes deleted, hidden text and placeholders are left out. Numbers that the program
/// counts stand before their paragraphs.
///
/// # Errors
/// When it is not what it looks like, is broken, is encrypted, or unpacks to more than is safe.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut remarks = Vec::new();
    let (content, styles) = match flat(bytes) {
        Some(text) => (text, String::new()),
        None => parts(bytes, &mut remarks)?,
    };
    let looks = Styles::read([content.as_str(), &styles]);
    let mut body = Body::new(&looks);
    body.read(&content);
    let Body { story, found, .. } = body;
    let mut document = story.finish();
    if document.text.is_empty() && document.pictures.is_empty() && found.has_small_pictures {
        document.pictures.push("paragraph 1".to_owned());
    }
    let mut has_hidden = found.has_hidden;
    let mut comments = found.comments;
    for (notes, name) in [(found.footnotes, "footnote"), (found.endnotes, "endnote"), (Vec::new(), "comment")] {
        // By then, those in the notes are known too.
        let notes = if name == "comment" { comments.clone() } else { notes };
        for (i, text) in notes.iter().enumerate() {
            let mut body = Body::new(&looks);
            body.read(text);
            has_hidden |= body.found.has_hidden;
            comments.append(&mut body.found.comments);
            let note = body.story.finish();
            for block in &note.blocks {
                document.push(Kind::Paragraph, note.words(block), format!("{name} {}", i + 1));
            }
        }
    }
    headers(&mut document, if styles.is_empty() { &content } else { &styles }, &looks);
    if let Some(trouble) = found.trouble {
        let what = format!("{trouble}; what comes before was read. Open it in LibreOffice and save it anew");
        remarks.push((String::new(), what));
    }
    if !comments.is_empty() {
        remarks.push((String::new(), commented(comments.len())));
    }
    if found.tracked > 0 {
        remarks.push((String::new(), tracked(found.tracked)));
    }
    if has_hidden {
        remarks.push((String::new(), HIDDEN.to_owned()));
    }
    document.remarks.splice(0..0, remarks);
    Ok(document)
}

/// A document that is one file of XML.
fn flat(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"PK") {
        return None;
    }
    let text = decode(bytes);
    let mut head = text.trim_start().split('<').take(20);
    (text.trim_start().starts_with('<') && head.any(|tag| tag.starts_with("office:document"))).then_some(text)
}

/// `content.xml` and `styles.xml`.
fn parts(bytes: &[u8], remarks: &mut Vec<(String, String)>) -> Result<(String, String), Unreadable> {
    let mut package = Package::open(bytes, WHAT)?;
    let manifest = package.xml("META-INF/manifest.xml", &mut Vec::new())?.unwrap_or_default();
    let is_encrypted = package.names().any(|name| name == "encrypted-package") || is_encrypted(&manifest);
    if is_encrypted {
        return Err(Unreadable(locked()));
    }
    let Some(content) = package.xml("content.xml", remarks)? else {
        let is_word = package.names().any(|name| name == "word/document.xml");
        let other = if is_word { "a Word document (.docx)" } else { "a zip of other files" };
        return Err(Unreadable(format!("it is {other} and not {WHAT}; give it the right ending")));
    };
    let mut before_text = content.split('<').take_while(|tag| !tag.starts_with("office:text"));
    if before_text.any(|tag| tag.starts_with("office:spreadsheet")) {
        return Err(Unreadable(format!("it is a spreadsheet (.ods) and not {WHAT}; give it the right ending")));
    }
    let styles = package.xml("styles.xml", remarks)?.unwrap_or_default();
    Ok((content, styles))
}

/// Whether the manifest says that the text is encrypted.
fn is_encrypted(manifest: &str) -> bool {
    let mut xml = Xml::new(manifest);
    let mut is_content = false;
    while let Some(token) = xml.next() {
        let Token::Open(element) = token else { continue };
        match element.name() {
            "file-entry" => {
                is_content =
                    matches!(element.attribute("full-path").as_deref(), Some("content.xml" | "encrypted-package"));
            }
            "encryption-data" if is_content => return true,
            _ => {}
        }
    }
    false
}

/// Adds each distinct page header and footer.
fn headers<'x>(document: &mut Document, styles: &'x str, looks: &'x Styles) {
    let mut xml = Xml::new(styles);
    let mut distinct = BTreeSet::new();
    while let Some(token) = xml.next() {
        let Token::Open(element) = token else { continue };
        let place = match element.name() {
            "header" | "header-left" | "header-first" => "page header",
            "footer" | "footer-left" | "footer-first" => "page footer",
            // Nothing in the body is a header, whatever it is called.
            "body" | "styles" | "automatic-styles" => {
                xml.skip();
                continue;
            }
            _ => continue,
        };
        let mut body = Body::new(looks);
        body.read(xml.skip());
        let words = body.story.finish().text.replace("\n\n", "\n");
        if distinct.insert(words.clone()) {
            document.push(Kind::Signature, &words, place);
        }
    }
}

#[cfg(test)]
mod tests;
