//! Codebooks of programs for qualitative analysis: REFI-QDA `.qdc`, and the codebook within a `.qde`.
//!
//! Names of elements are read without their namespace: programs differ in it, not in the names.

use crate::ingest::documents::package::{Token, Xml, decode};
use crate::model::{Code, CodeSet, Codebook};

/// What cannot be read as a codebook, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub(crate) struct NotACodebook {
    /// From 1.
    pub(crate) line: usize,
    /// In plain words.
    pub(crate) what: String,
}

/// What an element that is open may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Code(usize),
    Set(usize),
    Description,
    Other,
}

/// Reads a codebook.
///
/// # Errors
/// When it is no XML, or no codebook.
pub(crate) fn read(bytes: &[u8]) -> Result<Codebook, NotACodebook> {
    let text = decode(bytes);
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_at = |byte: usize| lines.partition_point(|end| *end < byte) + 1;
    let mut xml = Xml::new(&text);
    let mut book = Codebook::default();
    let mut open: Vec<Open> = Vec::new();
    let mut is_codebook = false;
    while let Some(token) = xml.next() {
        match token {
            Token::Open(element) => {
                let attribute = |name: &str| element.attribute(name).unwrap_or_default();
                let line = line_at(xml.position().saturating_sub(1));
                open.push(match element.name() {
                    "CodeBook" => {
                        is_codebook = true;
                        Open::Other
                    }
                    "Code" if is_codebook => {
                        let parent = open.iter().rev().find_map(|above| match above {
                            Open::Code(at) => Some(*at),
                            _ => None,
                        });
                        let (guid, name) = (attribute("guid"), attribute("name"));
                        book.codes.push(Code { guid, name, parent, line, ..Code::default() });
                        Open::Code(book.codes.len() - 1)
                    }
                    "Set" if is_codebook => {
                        let (guid, name) = (attribute("guid"), attribute("name"));
                        book.sets.push(CodeSet { guid, name, line, ..CodeSet::default() });
                        Open::Set(book.sets.len() - 1)
                    }
                    "MemberCode" => {
                        if let Some(Open::Set(at)) = open.last() {
                            book.sets[*at].members.push(attribute("guid"));
                        }
                        Open::Other
                    }
                    "Description" => {
                        // Its words are counted from where they begin.
                        match open.last() {
                            Some(Open::Code(at)) => book.codes[*at].line = line,
                            Some(Open::Set(at)) => book.sets[*at].line = line,
                            _ => {}
                        }
                        Open::Description
                    }
                    _ => Open::Other,
                });
            }
            Token::Text(words) => {
                if let [.., above, Open::Description] = open.as_slice() {
                    match above {
                        Open::Code(at) => book.codes[*at].description.push_str(&words),
                        Open::Set(at) => book.sets[*at].description.push_str(&words),
                        _ => {}
                    }
                }
            }
            Token::Close => drop(open.pop()),
        }
    }
    if let Some(what) = xml.trouble() {
        return Err(NotACodebook { line: line_at(xml.position()), what: what.to_owned() });
    }
    if !is_codebook {
        return Err(NotACodebook { line: 1, what: "it has no `CodeBook`".to_owned() });
    }
    Ok(book)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_with_their_parents_descriptions_and_lines() {
        let text = "<?xml version=\"1.0\"?>\n<q:CodeBook xmlns:q=\"urn:QDA-XML:codebook:1.0\">\n<Codes>\n<Code guid=\"a\" name=\"Gofal\" \
                    isCodable=\"true\">\n<Description>plant &amp; 🙂</Description>\n<Code guid=\"b\" name=\"Maeth\" isCodable=\"true\"/></Code>\
                    \n<Code guid=\"c\" name=\"\"/></Codes><Sets><Set guid=\"s\" name=\"S\"><Description>x</Description><MemberCode guid=\"a\"/></Set></Sets></q:CodeBook>";
        let book = read(text.as_bytes()).unwrap();
        let codes: Vec<_> = book.codes.iter().map(|code| (code.name.as_str(), code.parent, code.line)).collect();
        assert_eq!(codes, [("Gofal", None, 5), ("Maeth", Some(0), 6), ("", None, 7)]);
        assert_eq!(book.codes[0].description, "plant & 🙂");
        assert_eq!((book.sets[0].description.as_str(), &book.sets[0].members), ("x", &vec!["a".to_owned()]));
    }

    #[test]
    fn what_is_no_codebook_is_said_with_its_line() {
        assert_eq!(read(b"").unwrap_err().to_string(), "line 1: it has no `CodeBook`");
        assert_eq!(read(b"<Project>\n<x>").unwrap_err().to_string(), "line 2: it ends in the middle");
        assert!(
            read(b"<CodeBook>\n\n<Code></CodeBook>").unwrap_err().to_string().starts_with("line 3: its XML is broken")
        );
    }
}
