//! Taking one respondent's records out of a file that holds others' too, and looking for what is left of them anywhere.
//!
//! Delimited text, JSON Lines and mailboxes are cut byte for byte: everybody else's bytes stay as they arrived. A record is
//! cut only where its place and its words agree; whatever cannot be cut for certain is left alone and said.

use std::io::Read;
use std::ops::Range;
use std::path::Path;

use super::decode;
use super::format::{self, Format};
use super::mail;

/// A record to be cut: its place as the ledger has it, and words that must stand in it.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// `row 17`, `line 3`, `message 2`.
    pub place: String,
    /// Its own id within the file: of a message, the Message-ID.
    pub id: String,
    /// Its answers, as they are stored, and what is known of who wrote them.
    pub words: Vec<String>,
}

/// Why a file was not cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCut {
    /// Its format holds records where bytes cannot simply be taken out: a workbook, an archive, a document.
    Format,
    /// What stands at the place is not what was read there.
    Otherwise,
    /// It cannot be read.
    Unreadable,
}

/// The bytes of a file without some of its records.
///
/// # Errors
/// When the file is of another format, cannot be read, or does not hold the records where they were.
pub fn without(path: &Path, name: &str, encoding: Option<&str>, records: &[Record]) -> Result<Vec<u8>, NotCut> {
    let bytes = std::fs::read(path).map_err(|_| NotCut::Unreadable)?;
    let probe = decode::probe(path, encoding).map_err(|_| NotCut::Unreadable)?;
    let format = format::of_file(path, name).map_err(|_| NotCut::Unreadable)?;
    // In UTF-16 a line break is no byte of its own.
    if !probe.encoding.is_ascii_compatible() {
        return Err(NotCut::Format);
    }
    let (pieces, word): (Vec<Range<usize>>, &str) = match format {
        Format::Delimited | Format::Text => (rows(&bytes), "row "),
        Format::JsonLines => (lines(&bytes), "line "),
        Format::Mbox => (mail::places(&bytes), "message "),
        _ => return Err(NotCut::Format),
    };
    let mut cut: Vec<Range<usize>> = Vec::new();
    for record in records {
        let number = record.place.strip_prefix(word).and_then(|number| number.parse::<usize>().ok());
        let piece = number.and_then(|number| pieces.get(number.checked_sub(1)?)).ok_or(NotCut::Otherwise)?;
        let (text, _) = probe.encoding.decode_without_bom_handling(&bytes[piece.clone()]);
        if format == Format::Mbox {
            is_message(&bytes[piece.clone()], &record.id).then_some(()).ok_or(NotCut::Otherwise)?;
            cut.push(piece.clone());
            continue;
        }
        let text = match format {
            Format::JsonLines => strings(&text).ok_or(NotCut::Otherwise)?,
            _ => text.replace("\"\"", "\""),
        };
        let text = same(&text);
        // An answer in several columns was joined from them, and an id made of the content stands nowhere.
        let is_id =
            !(record.id.contains('#') || record.id.len() == 32 && record.id.bytes().all(|b| b.is_ascii_hexdigit()));
        let id = Some(&record.id).filter(|_| is_id);
        let parts: Vec<String> =
            record.words.iter().chain(id).flat_map(|words| words.split([';', '\n'])).map(same).collect();
        let says_nothing = parts.iter().all(String::is_empty);
        if says_nothing || !parts.iter().all(|part| text.contains(part.as_str())) {
            return Err(NotCut::Otherwise);
        }
        cut.push(piece.clone());
    }
    cut.sort_by_key(|piece| piece.start);
    let mut kept = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for piece in cut {
        kept.extend_from_slice(&bytes[from..piece.start.max(from)]);
        from = piece.end.max(from);
    }
    kept.extend_from_slice(&bytes[from..]);
    Ok(kept)
}

/// Whether a message of a mailbox is the one with an id; one without an id is known by its place alone.
fn is_message(bytes: &[u8], id: &str) -> bool {
    let behind_from = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let inner = if bytes.starts_with(b"From ") { &bytes[behind_from..] } else { bytes };
    let found = mail::read_eml(inner).id;
    found.is_empty() || found == id
}

/// Text without what reading may even out: white space and marks of another kind.
fn same(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '"' && *c != '\u{feff}').collect()
}

/// All strings of a line of JSON.
fn strings(line: &str) -> Option<String> {
    fn gather(value: &serde_json::Value, into: &mut String) {
        match value {
            serde_json::Value::String(text) => into.push_str(text),
            serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, into)),
            serde_json::Value::Object(object) => object.values().for_each(|value| gather(value, into)),
            serde_json::Value::Number(number) => into.push_str(&number.to_string()),
            _ => {}
        }
        into.push('\n');
    }
    let mut all = String::new();
    gather(&serde_json::from_str(line.trim_start_matches('\u{feff}')).ok()?, &mut all);
    Some(all)
}

/// Lines with their line breaks.
fn lines(bytes: &[u8]) -> Vec<Range<usize>> {
    pieces(bytes, |_, _| true)
}

/// Rows of delimited text with their line breaks: a break within quotation marks ends none. Blank lines are rows too, as a
/// spreadsheet shows them.
fn rows(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut quotes = 0usize;
    let mut counted = 0;
    let mut rows = pieces(bytes, |_, end| {
        quotes += bytes[counted..end].iter().filter(|byte| **byte == b'"').count();
        counted = end;
        quotes.is_multiple_of(2)
    });
    // `sep=;` says how the table is parted and is no row.
    if rows.first().is_some_and(|first| bytes[first.clone()].trim_ascii().starts_with(b"sep=")) {
        rows.remove(0);
    }
    rows
}

/// Parts bytes behind line breaks, where `ends` says that a piece from a byte to another is whole.
fn pieces(bytes: &[u8], mut ends: impl FnMut(usize, usize) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' && ends(start, at + 1) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < bytes.len() {
        found.push(start..bytes.len());
    }
    found
}

/// Bytes of a member of an archive that are looked at; more than any document has.
const MOST_UNPACKED: u64 = 256 << 20;

/// Whether any of some texts stands in a file, as it lies or in what is packed in it; in UTF-8 or UTF-16.
pub fn holds(path: &Path, needles: &[String]) -> bool {
    let Ok(bytes) = std::fs::read(path) else { return false };
    let wide = |needle: &String| needle.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let forms: Vec<Vec<u8>> = needles
        .iter()
        .flat_map(|needle| [needle.as_bytes().to_vec(), wide(needle)])
        .filter(|n| !n.is_empty())
        .collect();
    if stands(&bytes, &forms) {
        return true;
    }
    if !bytes.starts_with(b"PK") {
        return false;
    }
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else { return false };
    (0..archive.len()).any(|index| {
        let Ok(member) = archive.by_index(index) else { return false };
        let mut unpacked = Vec::new();
        // A member that breaks off was looked at as far as it goes.
        drop(member.take(MOST_UNPACKED).read_to_end(&mut unpacked));
        stands(&unpacked, &forms)
    })
}

fn stands(bytes: &[u8], forms: &[Vec<u8>]) -> bool {
    // The automaton looks for all of them in one pass.
    aho_corasick::AhoCorasick::new(forms).is_ok_and(|search| search.is_match(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(name: &str, bytes: &[u8], records: &[(&str, &str)]) -> Result<Vec<u8>, NotCut> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let record = |(place, words): &(&str, &str)| Record {
            place: (*place).to_owned(),
            id: String::new(),
            words: vec![(*words).to_owned()],
        };
        without(&path, name, None, &records.iter().map(record).collect::<Vec<_>>())
    }

    #[test]
    fn a_row_over_several_lines_goes_and_every_other_byte_stays() {
        let table = "id,why\r\n1,\"She said \"\"no\"\",\nand left\"\r\n\r\n2,Mae'r gost yn uchel 🙂\r\n3,last";
        let left = cut("a.csv", table.as_bytes(), &[("row 2", "She said \"no\",\nand left")]).unwrap();
        assert_eq!(String::from_utf8(left).unwrap(), "id,why\r\n\r\n2,Mae'r gost yn uchel 🙂\r\n3,last");
        let left = cut("a.csv", table.as_bytes(), &[("row 4", "Mae'r gost yn uchel 🙂"), ("row 5", "last")]).unwrap();
        assert!(left.ends_with(b"and left\"\r\n\r\n"));
    }

    #[test]
    fn what_stands_elsewhere_than_it_was_is_left_alone() {
        let table = "id,why\n1,first\n2,second\n";
        assert_eq!(cut("a.csv", table.as_bytes(), &[("row 2", "second")]), Err(NotCut::Otherwise));
        assert_eq!(cut("a.csv", table.as_bytes(), &[("row 9", "second")]), Err(NotCut::Otherwise));
        assert_eq!(cut("a.jsonl", b"{\"a\":\"first\"}\n", &[("line 1", "second")]), Err(NotCut::Otherwise));
    }

    #[test]
    fn a_line_of_json_and_a_message_of_a_mailbox_go() {
        let lines = "{\"a\":\"one \\\"1\\\"\"}\n{\"a\":\"d\\u0175r\"}\n";
        let left = cut("a.jsonl", lines.as_bytes(), &[("line 2", "dŵr")]).unwrap();
        assert_eq!(left, b"{\"a\":\"one \\\"1\\\"\"}\n");
        let mailbox = "From a@x Wed Sep 14 10:32:05 2022\nFrom: a@x\nSubject: one\n\nfirst\n\nFrom b@x Wed Sep 14 10:33:05 2022\nFrom: b@x\nSubject: two\n\nsecond\n>From here\n";
        let left = cut("a.mbox", mailbox.as_bytes(), &[("message 1", "first")]).unwrap();
        assert!(left.starts_with(b"From b@x") && left.ends_with(b">From here\n"));
        let left = cut("a.mbox", mailbox.as_bytes(), &[("message 2", "second")]).unwrap();
        assert!(left.ends_with(b"first\n\n"));
    }
}
