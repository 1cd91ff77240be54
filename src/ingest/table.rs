//! Delimited text: delimiter found out, quoted cells over several lines, rows too short or too long kept and said.

use std::io::Read;
use std::path::Path;

use super::decode::{self, Probe};
use super::{IngestError, Record, Sink};

/// Bytes looked at to find the delimiter.
const SNIFFED: u64 = 1 << 16;

/// A last row of more lines than this is what an unclosed quotation mark leaves.
const SWALLOWED_LINES: usize = 200;

/// Delimiters, likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a table, a record for each row below the header. Returns how many rows there were.
///
/// # Errors
/// When the file cannot be read or the sink cannot keep what it got.
pub(crate) fn read(
    path: &Path,
    probe: &Probe,
    delimiter: Option<char>,
    sink: &mut dyn Sink,
) -> Result<u64, IngestError> {
    let broken = |source: std::io::Error| IngestError::unreadable_file(path, source);
    let delimiter = match delimiter.and_then(|c| u8::try_from(c).ok()) {
        Some(delimiter) => delimiter,
        None => sniff(path, probe).map_err(broken)?,
    };
    let text = decode::open(path, probe.encoding).map_err(broken)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text);
    let mut row = csv::StringRecord::new();
    if !read_row(&mut reader, &mut row).map_err(broken)? {
        sink.problem("", "the file is empty".to_owned())?;
        return Ok(0);
    }
    let header: Vec<String> = row.iter().map(|cell| cell.trim().to_owned()).collect();
    let mut record = Record { cells: header.iter().map(|name| (name.clone(), String::new())).collect() };
    let mut rows = 0;
    let mut lines_of_last = 0;
    while read_row(&mut reader, &mut row).map_err(broken)? {
        // A line of nothing but delimiters is what spreadsheets leave at the end, not a response.
        if row.iter().all(str::is_empty) {
            continue;
        }
        rows += 1;
        lines_of_last = row.iter().map(|cell| cell.bytes().filter(|byte| *byte == b'\n').count()).sum();
        let place = format!("row {}", rows + 1);
        record.cells.truncate(header.len());
        for (i, (_, cell)) in record.cells.iter_mut().enumerate() {
            cell.clear();
            cell.push_str(row.get(i).unwrap_or_default());
        }
        if row.len() != header.len() {
            let what = format!("it has {} cells where the header has {}", row.len(), header.len());
            let kept = if row.len() < header.len() { "the missing ones were read as blank" } else { "all were kept" };
            sink.problem(&place, format!("{what}; {kept}"))?;
            for (i, cell) in row.iter().enumerate().skip(header.len()) {
                record.cells.push((format!("cell {}", i + 1), cell.to_owned()));
            }
        }
        if row.iter().any(|cell| cell.contains('\0')) {
            sink.problem(&place, "it holds a NUL character, which was kept".to_owned())?;
        }
        sink.record(&place, &record)?;
    }
    if rows == 0 {
        sink.problem("", "there are no rows below the header".to_owned())?;
    }
    if lines_of_last > SWALLOWED_LINES {
        let place = format!("row {}", rows + 1);
        sink.problem(
            &place,
            "a quotation mark is never closed, so the rest of the file was read as one cell".to_owned(),
        )?;
    }
    Ok(rows)
}

/// The header and the first rows of a table, for looking at.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn head(path: &Path, probe: &Probe, rows: usize) -> std::io::Result<(u8, Vec<csv::StringRecord>)> {
    let delimiter = sniff(path, probe)?;
    let text = decode::open(path, probe.encoding)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text);
    let mut head = Vec::new();
    let mut row = csv::StringRecord::new();
    while head.len() < rows && read_row(&mut reader, &mut row)? {
        head.push(row.clone());
    }
    Ok((delimiter, head))
}

fn read_row(reader: &mut csv::Reader<impl Read>, row: &mut csv::StringRecord) -> std::io::Result<bool> {
    reader.read_record(row).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    })
}

/// The delimiter that splits the first rows into the most cells, the same number in each.
fn sniff(path: &Path, probe: &Probe) -> std::io::Result<u8> {
    let mut start = Vec::new();
    decode::open(path, probe.encoding)?.take(SNIFFED).read_to_end(&mut start)?;
    let score = |delimiter: u8| {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(&start[..]);
        let widths: Vec<usize> = reader.byte_records().take(20).map_while(Result::ok).map(|row| row.len()).collect();
        let Some(first) = widths.first() else { return 0 };
        // The last row may be cut off where the look ended.
        let same = widths[..widths.len().max(2) - 1].iter().filter(|width| *width == first).count();
        if *first < 2 { 0 } else { first * same * 100 / widths.len() }
    };
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| score(**delimiter));
    Ok(best.copied().unwrap_or(b','))
}
