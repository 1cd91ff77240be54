//! Web pages, bodies of e-mails in HTML, and what Word and Excel save as such.

mod apart;
mod decode;
mod depth;
mod elements;
mod reader;

use scraper::{Html, Node};

use super::{Document, Kind, Unreadable};
use reader::Reader;

/// Reads a page: headings, paragraphs, items of lists with their numbers, cells. What earlier messages said is
/// [`Kind::Quoted`], and what mail programs mark as a signature is [`Kind::Signature`], as is the footer of a page. Menus,
/// scripts and styles are left out; the fields of a form say what is filled in. The title of the page comes first, unless
/// a heading repeats it.
///
/// # Errors
/// When it is empty or plainly something else.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    if let Some(why) = is_other(bytes) {
        return Err(Unreadable(why.to_owned()));
    }
    let (text, remark) = decode::decode(bytes);
    let html = Html::parse_document(&depth::flattened(&text));
    let mut reader = Reader::new(&html);
    reader.read(&html);
    let mut document = titled(title(&html).trim(), reader.finish());
    document.remarks.extend(remark.map(|reason| (String::new(), reason)));
    Ok(document)
}

/// Why the bytes are no web page, when their beginning says so.
fn is_other(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.trim_ascii_start();
    if bytes.is_empty() {
        Some("it is empty (0 bytes); ask for it again")
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") || start.starts_with(b"%PDF") {
        Some("it is not a web page, whatever its name says; give it the right ending")
    } else if start.get(..13).is_some_and(|head| head.eq_ignore_ascii_case(b"MIME-Version:")) {
        Some("it is a web archive (.mht); open it in Word or Excel, and save it as .docx or .xlsx")
    } else {
        None
    }
}

/// What the head calls the page.
fn title(html: &Html) -> String {
    let named = |node: &Node, name: &str| node.as_element().is_some_and(|element| element.name() == name);
    let mut titles = html.tree.nodes().filter(|node| {
        named(node.value(), "title") && node.parent().is_some_and(|parent| named(parent.value(), "head"))
    });
    let texts = titles.next().into_iter().flat_map(|title| title.children());
    let words: Vec<&str> =
        texts.filter_map(|text| text.value().as_text()).flat_map(|text| text.split_whitespace()).collect();
    words.join(" ")
}

/// A document under its title.
fn titled(title: &str, document: Document) -> Document {
    let is_repeated = document.blocks.iter().any(|block| document.words(block) == title);
    if title.is_empty() || is_repeated || document.blocks.is_empty() {
        return document;
    }
    let mut titled = Document::default();
    titled.push(Kind::Heading, title, "title");
    for block in &document.blocks {
        titled.push(block.kind, document.words(block), block.place.clone());
    }
    titled.remarks = document.remarks;
    titled.pictures = document.pictures;
    titled
}

#[cfg(test)]
mod tests;
