//! Delimited text: delimiter found out, quoted cells over several lines, and a quotation mark that is never closed costs
//! one row, not the rest of the file.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use super::Rows;
use super::records::{Recorder, place};
use crate::ingest::decode::{self, Probe};
use crate::ingest::{IngestError, Sink};

/// Bytes looked at to find the delimiter.
const SNIFFED: u64 = 1 << 16;

/// Rows looked at to find the delimiter.
const SNIFFED_ROWS: usize = 60;

/// Delimiters, likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Parts nothing: what a table of one column, with commas in its words, is read with.
const NONE: u8 = 0x1f;

/// Most bytes of one row. A longer one is a quotation mark never closed, and must not fill the memory.
const LONGEST_ROW: u64 = 256 << 20;

/// Quotation marks never closed that are mended one by one; each costs a new pass over the rest.
const MOST_REPAIRS: u32 = 20;

/// Reads a table, a record for each row below the header. Returns how many records there were.
///
/// # Errors
/// When the file cannot be read or the sink cannot keep what it got.
pub(crate) fn read(
    path: &Path,
    probe: &Probe,
    delimiter: Option<char>,
    sink: &mut dyn Sink,
) -> Result<u64, IngestError> {
    let mut recorder = Recorder::new(sink);
    rows(path, probe, delimiter, &mut recorder)?;
    recorder.finish()
}

/// Reads the rows of a table, the header among them, as one sheet without a name.
///
/// # Errors
/// When the file cannot be read or the rows cannot be kept.
pub(crate) fn rows(
    path: &Path,
    probe: &Probe,
    delimiter: Option<char>,
    rows: &mut dyn Rows,
) -> Result<(), IngestError> {
    let broken = |source: io::Error| IngestError::unreadable_file(path, source);
    let (delimiter, mut from) = match delimiter.filter(char::is_ascii) {
        Some(delimiter) => (delimiter as u8, 0),
        None => sniff(path, probe).map_err(broken)?,
    };
    let table = Table { path, probe, delimiter };
    let (mut number, mut repairs) = (0, 0);
    let mut cells: Vec<String> = Vec::new();
    // Each turn goes to the end of the file, or to a quotation mark that is never closed; what stands behind the line
    // of that mark is then read anew.
    while let Some(unclosed) = table.pass(from, repairs < MOST_REPAIRS, &mut number, &mut cells, rows)? {
        repairs += 1;
        number += 1;
        let mut line = Vec::new();
        let text = table.open(unclosed, LONGEST_ROW).map_err(broken)?;
        let length = BufReader::new(text).read_until(b'\n', &mut line).map_err(broken)?;
        let mut row = csv::StringRecord::new();
        read_row(&mut builder(delimiter).quoting(false).from_reader(&line[..]), &mut row).map_err(broken)?;
        fill(&mut cells, &row);
        let what = if repairs == MOST_REPAIRS {
            "too many quotation marks are never closed; from here each line was read as a row"
        } else {
            "a quotation mark is never closed; the row was read as if it ended with its line"
        };
        rows.problem(&place("", number), what.to_owned())?;
        rows.row(number, &cells)?;
        from = unclosed + length as u64;
    }
    Ok(())
}

/// A file and how it is parted.
struct Table<'a> {
    path: &'a Path,
    probe: &'a Probe,
    delimiter: u8,
}

impl Table<'_> {
    /// Reads rows from a byte of the decoded text to its end. Returns the byte where a row begins whose quotation mark
    /// swallows the rest, if there is one; that row is not passed on.
    fn pass(
        &self,
        from: u64,
        quoting: bool,
        number: &mut u64,
        cells: &mut Vec<String>,
        rows: &mut dyn Rows,
    ) -> Result<Option<u64>, IngestError> {
        let broken = |source: io::Error| IngestError::unreadable_file(self.path, source);
        let gone = Rc::new(Gone::default());
        let text = Limited { inner: self.open(from, u64::MAX).map_err(broken)?, gone: Rc::clone(&gone) };
        let mut reader = builder(self.delimiter).quoting(quoting).from_reader(text);
        let mut row = csv::StringRecord::new();
        loop {
            let (start, line) = (reader.position().byte(), reader.position().line());
            gone.bytes.set(0);
            match read_row(&mut reader, &mut row) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return Ok(Some(from + start)),
                Err(error) => return Err(broken(error)),
            }
            let within: u64 = row.iter().map(newlines).sum();
            let spanned = reader.position().line() - line;
            // A row over several lines at the end may be what an unclosed mark leaves; an odd number of marks proves it.
            if within > 0 && gone.to_the_end.get() && self.has_odd_quotes(from + start).map_err(broken)? {
                return Ok(Some(from + start));
            }
            // Blank lines are no rows, but a spreadsheet shows them, and a person counts them.
            *number += 1 + spanned.saturating_sub(within + 1);
            fill(cells, &row);
            rows.row(*number, cells)?;
        }
    }

    /// The decoded text from one of its bytes on, and no more than so many bytes of it.
    fn open(&self, from: u64, most: u64) -> io::Result<impl Read + use<>> {
        let mut text = decode::open(self.path, self.probe.encoding)?;
        io::copy(&mut text.by_ref().take(from), &mut io::sink())?;
        Ok(text.take(most))
    }

    fn has_odd_quotes(&self, from: u64) -> io::Result<bool> {
        let mut text = self.open(from, u64::MAX)?;
        let mut buffer = vec![0; 1 << 16];
        let mut quotes = 0;
        loop {
            let n = text.read(&mut buffer)?;
            if n == 0 {
                return Ok(quotes % 2 == 1);
            }
            quotes += buffer[..n].iter().filter(|byte| **byte == b'"').count();
        }
    }
}

/// The header and the first rows of a table, for looking at.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn head(path: &Path, probe: &Probe, rows: usize) -> io::Result<(u8, Vec<csv::StringRecord>)> {
    let (delimiter, from) = sniff(path, probe)?;
    let text = Table { path, probe, delimiter }.open(from, LONGEST_ROW)?;
    let mut reader = builder(delimiter).from_reader(text);
    let mut head = Vec::new();
    let mut row = csv::StringRecord::new();
    while head.len() < rows && read_row(&mut reader, &mut row)? {
        head.push(row.clone());
    }
    Ok((delimiter, head))
}

fn builder(delimiter: u8) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).flexible(true).has_headers(false).buffer_capacity(1 << 16);
    builder
}

/// How far a reading has gone: bytes since its row began, and whether it met the end.
#[derive(Default)]
struct Gone {
    bytes: Cell<u64>,
    to_the_end: Cell<bool>,
}

/// Ends the reading of a row that has no end.
struct Limited<R> {
    inner: R,
    gone: Rc<Gone>,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.gone.bytes.set(self.gone.bytes.get() + n as u64);
        self.gone.to_the_end.set(n == 0);
        if self.gone.bytes.get() > LONGEST_ROW {
            let mib = LONGEST_ROW >> 20;
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("a row is longer than {mib} MiB")));
        }
        Ok(n)
    }
}

fn read_row(reader: &mut csv::Reader<impl Read>, row: &mut csv::StringRecord) -> io::Result<bool> {
    reader.read_record(row).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

/// Writes a row into cells that keep their memory from row to row.
fn fill(cells: &mut Vec<String>, row: &csv::StringRecord) {
    cells.resize_with(row.len(), String::new);
    for (cell, text) in cells.iter_mut().zip(row) {
        cell.clear();
        cell.push_str(text);
    }
}

fn newlines(cell: &str) -> u64 {
    cell.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// The delimiter, and the byte where the table begins: behind a line `sep=;`, with which a spreadsheet names it.
fn sniff(path: &Path, probe: &Probe) -> io::Result<(u8, u64)> {
    let mut start = Vec::new();
    decode::open(path, probe.encoding)?.take(SNIFFED).read_to_end(&mut start)?;
    let first = start.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    let named = first.trim_ascii().strip_prefix(b"\"").unwrap_or(first.trim_ascii());
    if let Some([delimiter, b'"'] | [delimiter]) = named.strip_prefix(b"sep=") {
        return Ok((*delimiter, first.len() as u64));
    }
    let is_cut = start.len() as u64 == SNIFFED;
    let best = DELIMITERS.iter().rev().map(|delimiter| (score(&start, *delimiter, is_cut), *delimiter));
    let (score, delimiter) = best.max_by(|(a, _), (b, _)| a.total_cmp(b)).unwrap_or((0.0, b','));
    Ok((if score > 0.0 { delimiter } else { of_one_column(&start) }, 0))
}

/// How well a delimiter parts the first rows: into cells of the same number in most rows, and the more the better.
fn score(start: &[u8], delimiter: u8, is_cut: bool) -> f64 {
    let mut reader = builder(delimiter).from_reader(start);
    let rows = reader.byte_records().take(SNIFFED_ROWS).map_while(Result::ok);
    let mut widths: Vec<usize> = rows.map(|row| row.len()).collect();
    if is_cut && widths.len() > 1 && widths.len() < SNIFFED_ROWS {
        widths.pop();
    }
    let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
    let Some((same, width)) = widths.iter().map(|width| (alike(*width), *width)).max() else { return 0.0 };
    // The first row is the header or, above it, a title; commas in words make pairs, and no table under a title.
    let is_title = widths.first() == Some(&1) && width < 3;
    // With just two rows of two widths the header decides: a row that is too long is no reason to change the delimiter.
    let (same, width) = match widths[..] {
        [first, second] if first != second && first > 1 => (1, first),
        _ => (same, width),
    };
    let share = same as f64 / widths.len() as f64;
    if width < 2 || is_title || share < 0.4 { 0.0 } else { share * share * (width as f64).ln() }
}

/// What to part a table by that no delimiter parts: nothing, if its header is of one cell, whatever its words hold.
fn of_one_column(start: &[u8]) -> u8 {
    let header = start.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    DELIMITERS.into_iter().find(|delimiter| header.contains(delimiter)).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::records::tests::Kept;
    use proptest::prelude::*;

    fn kept(bytes: &[u8]) -> Kept {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let probe = decode::probe(file.path(), None).unwrap();
        let mut kept = Kept::default();
        read(file.path(), &probe, None, &mut kept).unwrap();
        kept
    }

    #[test]
    fn delimiters_are_found_whatever_the_words_hold() {
        for (text, line) in [
            ("id;cost;why\n1;2,5;Da, iawn\n2;3,5;T\u{177}\n", "row 2: 1|2,5|Da, iawn"),
            ("id\twhy\n1\ta, b; c | d\n2\te, f\n", "row 2: 1|a, b; c | d"),
            ("id,options\n1,a;b;c\n2,\"a;b,\nc\"\n", "row 2: 1|a;b;c"),
            ("Sylwadau\nRhy gyflym, ac yn rhy ddrud 🙂\nYes, but; no\n", "row 2: Rhy gyflym, ac yn rhy ddrud 🙂"),
            ("id|why\n1|\"a|b\"\n", "row 2: 1|a|b"),
            ("sep=;\r\nid;why\r\n1;a,b\r\n", "row 2: 1|a,b"),
            ("\u{feff}\"sep=|\"\nid|why\n1|a,b\n", "row 2: 1|a,b"),
            ("id,why\n1,short,and more\n", "row 2: 1|short|and more"),
        ] {
            assert_eq!(kept(text.as_bytes()).lines()[0], line, "{text}");
        }
    }

    #[test]
    fn rows_have_the_number_that_a_spreadsheet_shows() {
        let kept = kept(b"id,why\r\n\r\n1,\"a\r\nb\"\r\n,\r\n\r\n\r\n2,c\r\n");
        assert_eq!(kept.lines(), ["row 3: 1|a\r\nb", "row 7: 2|c"]);
    }

    #[test]
    fn an_unclosed_quotation_mark_costs_one_row() {
        let mut text = "id,why\n1,\"da\niawn\"\n2,\"never closed\n".to_owned();
        for i in 3..40 {
            text.push_str(&format!("{i},words {i}\n"));
        }
        let kept = kept(text.as_bytes());
        assert_eq!(kept.records.len(), 39);
        assert_eq!(kept.lines()[..3], ["row 2: 1|da\niawn", "row 3: 2|\"never closed", "row 4: 3|words 3"]);
        assert_eq!(kept.said().matches("row 3: a quotation mark is never closed").count(), 1);
        assert_eq!(kept.problems.len(), 1, "{}", kept.said());
    }

    #[test]
    fn a_last_cell_of_many_lines_is_a_cell() {
        let text = format!("id,why\n1,\"{}end \"\"x\"\"\"", "line\n".repeat(500));
        let kept = kept(text.as_bytes());
        assert_eq!((kept.records.len(), kept.problems.len()), (1, 0));
        assert!(kept.records[0].1[1].1.ends_with("end \"x\""));
    }

    #[test]
    fn nothing_and_a_header_alone_are_said() {
        assert_eq!(kept(b"").said(), ": the file is empty\n");
        assert_eq!(kept(b"\n\n").said(), ": the file is empty\n");
        assert_eq!(kept(b"id,why\n").said(), ": there are no rows below the header\n");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            kept(&bytes);
        }

        #[test]
        fn tables_come_back_as_they_were_written(
            cells in proptest::collection::vec(("[a-z]{1,6}", "[a-zŵŷ🙂,;\"\n\t |]{0,20}"), 3..20)
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["id", "why"]).unwrap();
            for (id, why) in &cells {
                writer.write_record([id, why]).unwrap();
            }
            let kept = kept(&writer.into_inner().unwrap());
            let back: Vec<(String, String)> =
                kept.records.into_iter().map(|(_, cells)| (cells[0].1.clone(), cells[1].1.clone())).collect();
            prop_assert_eq!(back, cells);
        }
    }
}
