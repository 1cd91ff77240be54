//! What a reader says, a line for each piece: JSON text sequences (RFC 7464), so that whatever a parser prints on the way
//! is told apart and left out.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::ingest::documents::{Block, Document, Kind};

/// One thing that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Piece {
    /// A sheet begins.
    Sheet(String),
    /// A row, with the number that a person sees beside it.
    Row(u64, Vec<String>),
    /// A block of a document.
    Block {
        /// What it is.
        kind: Kind,
        /// Where it stands.
        place: String,
        /// What stands between it and the block before: line breaks.
        gap: String,
        /// Its words.
        text: String,
    },
    /// What a person should know: place and reason.
    Remark(String, String),
    /// A place that holds a picture and no text.
    Picture(String),
    /// Why it cannot be read.
    Unreadable(String),
    /// All was read.
    Done,
}

/// Begins each piece, and never stands within one: JSON escapes it.
const SEPARATOR: u8 = 0x1e;

/// A piece longer than this is no cell and no paragraph. Text grows when it is written as JSON.
const LONGEST: usize = 256 << 20;

/// Bytes kept back before they are written. Only whole lines are, so that nothing else gets between.
const BUFFERED: usize = 1 << 16;

/// Writes pieces. `out` may be written to by others too, between the lines.
pub(super) struct Writer<W: Write> {
    out: W,
    lines: Vec<u8>,
    has_blocks: bool,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(out: W) -> Self {
        Writer { out, lines: Vec::new(), has_blocks: false }
    }

    pub(super) fn put(&mut self, piece: &Piece) -> io::Result<()> {
        self.lines.push(SEPARATOR);
        serde_json::to_writer(&mut self.lines, piece)?;
        self.lines.push(b'\n');
        if self.lines.len() < BUFFERED { Ok(()) } else { self.flush() }
    }

    /// A document, or what comes next of one.
    pub(super) fn document(&mut self, document: &Document) -> io::Result<()> {
        let mut at = 0;
        for block in &document.blocks {
            let apart = if at == 0 && self.has_blocks { "\n\n" } else { "" };
            let gap = format!("{apart}{}", document.text.get(at..block.start).unwrap_or_default());
            let text = document.words(block).to_owned();
            self.put(&Piece::Block { kind: block.kind, place: block.place.clone(), gap, text })?;
            self.has_blocks = true;
            at = block.end;
        }
        for (place, reason) in &document.remarks {
            self.put(&Piece::Remark(place.clone(), reason.clone()))?;
        }
        for place in &document.pictures {
            self.put(&Piece::Picture(place.clone()))?;
        }
        Ok(())
    }

    /// Writes out what was kept back.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.lines)?;
        self.lines.clear();
        self.out.flush()
    }
}

/// Finds pieces in what a reader writes.
#[derive(Default)]
pub(super) struct Pieces {
    line: Vec<u8>,
    /// Whether a piece was longer than any that is honest.
    pub(super) is_too_long: bool,
}

impl Pieces {
    /// Takes the next bytes and hands on each piece that they complete. Returns whether more is wanted.
    pub(super) fn feed(&mut self, bytes: &[u8], each: &mut dyn FnMut(Piece) -> bool) -> bool {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            if self.line.len() + part.len() > LONGEST {
                self.is_too_long = true;
                return false;
            }
            self.line.extend_from_slice(part);
            if part.last() == Some(&b'\n') {
                let piece = parse(&self.line);
                self.line.clear();
                if piece.is_some_and(|piece| !each(piece)) {
                    return false;
                }
            }
        }
        true
    }
}

fn parse(line: &[u8]) -> Option<Piece> {
    let start = line.iter().rposition(|byte| *byte == SEPARATOR)?;
    serde_json::from_slice(&line[start + 1..]).ok()
}

/// Puts a document together again.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) document: Document,
}

impl Gathered {
    pub(super) fn add(&mut self, piece: Piece) {
        let document = &mut self.document;
        match piece {
            Piece::Block { kind, place, gap, text } => {
                document.text.push_str(&gap);
                let start = document.text.len();
                document.text.push_str(&text);
                document.blocks.push(Block { kind, start, end: document.text.len(), place });
            }
            Piece::Remark(place, reason) => document.remarks.push((place, reason)),
            Piece::Picture(place) => document.pictures.push(place),
            Piece::Sheet(_) | Piece::Row(..) | Piece::Unreadable(_) | Piece::Done => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let mut document = Document::default();
        document.push(Kind::Heading, "Gŵyl", "page 1");
        document.push(Kind::Cell { table: 0, row: 1, column: 2 }, "🙂\u{1e}\nsecond line", "page 1");
        document.push(Kind::Paragraph, "ŷ", "page 2");
        document.remarks.push(("page 2".to_owned(), "a remark".to_owned()));
        document.pictures.push("page 3".to_owned());
        document
    }

    fn gathered(bytes: &[u8], chunk: usize) -> Document {
        let (mut pieces, mut gathered) = (Pieces::default(), Gathered::default());
        for chunk in bytes.chunks(chunk) {
            assert!(pieces.feed(chunk, &mut |piece| {
                gathered.add(piece);
                true
            }));
        }
        gathered.document
    }

    #[test]
    fn a_document_arrives_as_it_was() {
        for document in [document(), Document::default()] {
            let mut out = Writer::new(Vec::new());
            out.document(&document).expect("memory");
            out.flush().expect("memory");
            for chunk in [1, 7, 1 << 16] {
                assert_eq!(gathered(&out.out, chunk), document);
            }
        }
    }

    #[test]
    fn a_document_may_come_page_by_page() {
        let mut out = Writer::new(Vec::new());
        out.document(&document()).expect("memory");
        out.document(&Document::default()).expect("memory");
        out.document(&document()).expect("memory");
        out.flush().expect("memory");
        let whole = gathered(&out.out, 99);
        assert_eq!(whole.text, format!("{0}\n\n{0}", document().text));
        assert_eq!(whole.blocks.len(), 6);
    }

    #[test]
    fn what_a_parser_prints_on_the_way_is_left_out() {
        let mut out = Writer::new(Vec::new());
        out.out.extend_from_slice(b"warning: odd font\nno line end");
        out.document(&document()).expect("memory");
        out.flush().expect("memory");
        out.out.extend_from_slice(b"\x1e{\"block\":{\"kind\":\"cut o");
        assert_eq!(gathered(&out.out, 10), document());
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_fail(bytes: Vec<u8>) {
            gathered(&bytes, 5);
        }
    }
}
