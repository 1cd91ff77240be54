//! Rich Text Format (specification 1.9.1), as Word, LibreOffice and mail programs write it.

mod flow;
mod fonts;
mod reader;
mod tokens;
mod words;

use std::collections::BTreeSet;

use super::story::{HIDDEN, commented, tracked};
use super::{Document, Kind, Unreadable};
use flow::Part;
use reader::Reader;

/// Reads the document: its body; then footnotes, endnotes and comments, each with its place; then each distinct page header
/// and footer once. Text that tracked changes deleted and hidden text are left out.
///
/// # Errors
/// When it is not what it looks like.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable("it is empty (0 bytes); ask for it again".to_owned()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if !bytes.starts_with(b"{\\rtf") {
        let what =
            "it is not Rich Text Format (.rtf), whatever its name says; open it, see what it is, and save it as such";
        return Err(Unreadable(what.to_owned()));
    }
    let mut reader = Reader::new();
    let trouble = reader.read(bytes);
    let (mut document, parts, found) = reader.finish();

    for (wanted, name) in [(Part::Footnote, "footnote"), (Part::Endnote, "endnote"), (Part::Comment, "comment")] {
        let notes = parts.iter().filter(|(part, _)| *part == wanted);
        for (i, (_, note)) in notes.enumerate() {
            for block in &note.blocks {
                document.push(Kind::Paragraph, note.words(block), format!("{name} {}", i + 1));
            }
        }
    }
    let mut distinct = BTreeSet::new();
    for (wanted, place) in [(Part::Header, "page header"), (Part::Footer, "page footer")] {
        for (_, part) in parts.iter().filter(|(part, _)| *part == wanted) {
            let words = part.text.replace("\n\n", "\n");
            if distinct.insert(words.clone()) {
                document.push(Kind::Signature, &words, place);
            }
        }
    }
    if document.text.is_empty() && document.pictures.is_empty() && found.has_small_pictures {
        document.pictures.push("paragraph 1".to_owned());
    }
    let comments = parts.iter().filter(|(part, _)| *part == Part::Comment).count();
    let mut remark = |reason: String| document.remarks.push((String::new(), reason));
    if let Some(trouble) = trouble {
        remark(format!("{trouble}; what comes before was read. Open it in Word and save it anew"));
    }
    if comments > 0 {
        remark(commented(comments));
    }
    if found.tracked > 0 {
        remark(tracked(found.tracked));
    }
    if found.has_hidden {
        remark(HIDDEN.to_owned());
    }
    if let Some(page) = found.unknown_code_page {
        remark(format!("it is written in code page {page}, which is not known here; it was read as Windows-1252"));
    }
    Ok(document)
}

#[cfg(test)]
mod tests;
