//! What a workbook is, and whether it is safe to open: locked, broken or absurdly large ones are told before they cost
//! anything.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::LOCKED;
use crate::ingest::documents::Unreadable;

/// Most bytes that a workbook may unpack to.
const MOST_UNPACKED: u64 = 4 << 30;

/// Most cells of the rectangle that an XLS sheet spans: the reader holds all of it, blank or not.
const MOST_CELLS: u64 = 32 << 20;

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// Tells the format from the bytes, and looks for what would keep them from being read. Remarks come back beside it.
pub(super) fn check(bytes: &[u8]) -> Result<(Kind, Option<String>), Unreadable> {
    if bytes.starts_with(b"PK") {
        check_zip(bytes)
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        check_compound(bytes).map(|()| (Kind::Xls, None))
    } else {
        let is_markup = bytes.trim_ascii_start().starts_with(b"<") || bytes.starts_with(b"\xef\xbb\xbf<");
        let what = if is_markup { "it is a web page or XML" } else { "it is no workbook that can be read" };
        Err(Unreadable(format!("{what}, whatever its name says; open it in a spreadsheet program and save it as XLSX")))
    }
}

pub(super) fn too_wide() -> Unreadable {
    Unreadable(
        "its filled cells lie absurdly far apart; delete stray cells far below or to the right, and save it again"
            .to_owned(),
    )
}

/// Unpacks every part once, so that damage and bombs are met here and not in the middle of a sheet.
fn check_zip(bytes: &[u8]) -> Result<(Kind, Option<String>), Unreadable> {
    let broken = "the workbook is damaged or only half of it arrived (its zip cannot be opened); ask for the file anew";
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable(broken.to_owned()))?;
    let has = |name: &str| zip.file_names().flatten().any(|file| file.eq_ignore_ascii_case(name));
    let kind = if has("xl/workbook.bin") {
        Kind::Xlsb
    } else if has("content.xml") {
        Kind::Ods
    } else if has("[Content_Types].xml") || zip.file_names().flatten().any(|file| file.ends_with(".xml")) {
        Kind::Xlsx
    } else {
        return Err(Unreadable("it is a zip that holds no workbook; unpack it and put its files there".to_owned()));
    };
    let mut left = MOST_UNPACKED;
    let mut damaged = 0;
    for i in 0..zip.len() {
        let Ok(part) = zip.by_index(i) else {
            damaged += 1;
            continue;
        };
        match std::io::copy(&mut part.take(left.saturating_add(1)), &mut std::io::sink()) {
            Ok(n) if n > left => {
                let what = format!("it unpacks to more than {} GiB; ask for it as CSV", MOST_UNPACKED >> 30);
                return Err(Unreadable(what));
            }
            Ok(n) => left -= n,
            Err(_) => damaged += 1,
        }
    }
    let remark = "parts of the workbook are damaged (their checksums are wrong), so words may be missing or changed; \
                  ask for the file anew";
    Ok((kind, (damaged > 0).then(|| remark.to_owned())))
}

fn check_compound(bytes: &[u8]) -> Result<(), Unreadable> {
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        // The reader of workbooks forgives more than this one; it decides.
        return Ok(());
    };
    if file.exists("EncryptedPackage") {
        return Err(Unreadable(LOCKED.to_owned()));
    }
    for name in ["Workbook", "Book"] {
        let mut records = Vec::new();
        if let Ok(mut stream) = file.open_stream(name)
            && stream.read_to_end(&mut records).is_ok()
        {
            return match spans(&records) {
                None => Err(Unreadable(LOCKED.to_owned())),
                Some(cells) if cells > MOST_CELLS => Err(too_wide()),
                Some(_) => Ok(()),
            };
        }
    }
    Ok(())
}

/// Cells of the largest rectangle that the records of a BIFF stream speak of; `None` when they are encrypted.
fn spans(stream: &[u8]) -> Option<u64> {
    /// How the rest is encrypted (MS-XLS 2.4.117).
    const FILE_PASS: u16 = 0x002f;
    /// Beginning of a sheet (MS-XLS 2.4.21).
    const SHEET: u16 = 0x0809;
    /// Number, Label, BoolErr, RK, LabelSst, MulRk, Formula, RString: all begin with row and column.
    const CELLS: [u16; 8] = [0x0203, 0x0204, 0x0205, 0x027e, 0x00fd, 0x00bd, 0x0006, 0x00d6];
    /// Dimensions (MS-XLS 2.4.90): the reader makes room for as many cells as it says.
    const DIMENSIONS: u16 = 0x0200;
    let (mut largest, mut area) = (0, Area::default());
    let mut rest = stream;
    while let [a, b, c, d, behind @ ..] = rest {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        let data = &behind[..length.min(behind.len())];
        match data {
            _ if kind == FILE_PASS => return None,
            _ if kind == SHEET => area = Area::default(),
            [r0, r1, c0, c1, ..] if CELLS.contains(&kind) => {
                area.take(u16::from_le_bytes([*r0, *r1]), u16::from_le_bytes([*c0, *c1]));
                largest = largest.max(area.cells());
            }
            [a, b, c, d, e, f, g, h, _, _, i, j, ..] if kind == DIMENSIONS && data.len() >= 14 => {
                let (first, last) = (u32::from_le_bytes([*a, *b, *c, *d]), u32::from_le_bytes([*e, *f, *g, *h]));
                let rows = u64::from(last.wrapping_sub(first));
                largest = largest.max(rows.saturating_mul(u64::from(u16::from_le_bytes([*i, *j]))));
            }
            _ => {}
        }
        rest = &behind[data.len()..];
    }
    Some(largest)
}

#[derive(Default)]
struct Area(Option<(u16, u16, u16, u16)>);

impl Area {
    fn take(&mut self, row: u16, column: u16) {
        let (top, bottom, left, right) = self.0.unwrap_or((row, row, column, column));
        self.0 = Some((top.min(row), bottom.max(row), left.min(column), right.max(column)));
    }

    fn cells(&self) -> u64 {
        let span = |first: u16, last: u16| u64::from(last - first) + 1;
        self.0.map_or(0, |(top, bottom, left, right)| span(top, bottom) * span(left, right))
    }
}
