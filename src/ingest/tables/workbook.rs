//! Spreadsheets: XLSX, XLSM, XLSB, XLS, ODS.

mod cells;
mod guard;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible};
use calamine::{Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};

use super::Rows;
use super::records::place;
use crate::ingest::IngestError;
use crate::ingest::documents::Unreadable;

/// Most columns of a sheet, in all formats.
const MOST_COLUMNS: usize = 16_384;

/// Cells that make no sense and are passed over, before the sheet counts as broken.
const MOST_BROKEN: u32 = 1000;

const DAMAGED: &str =
    "the workbook is damaged; open it in a spreadsheet program, save it as XLSX, and put that in its place";

const LOCKED: &str =
    "the workbook is locked with a password; open it, save a copy without one, and put that in its place";

/// Reads every sheet of a workbook, hidden ones too. Cells are text as a person reads them: whole numbers without a
/// point, dates as ISO, errors as they show. Blank rows are left out; the others keep their numbers.
///
/// # Errors
/// The outer one is the sink's; the inner one says why the workbook cannot be read.
pub(crate) fn read(bytes: Vec<u8>, rows: &mut dyn Rows) -> Result<Result<(), Unreadable>, IngestError> {
    let kind = match guard::check(&bytes) {
        Err(why) => return Ok(Err(why)),
        Ok((kind, remark)) => {
            if let Some(remark) = remark {
                rows.problem("", remark)?;
            }
            kind
        }
    };
    let mut gathered =
        Gathered { rows, sheet: String::new(), number: 0, cells: Vec::new(), errors: Vec::new(), given: 0 };
    // The reader of workbooks may panic over a damaged file; what it gave until then is kept.
    let read = catch_unwind(AssertUnwindSafe(|| open(kind, Cursor::new(bytes), &mut gathered)));
    read.unwrap_or_else(|_| gathered.broken_off())
}

type Bytes = Cursor<Vec<u8>>;

type Outcome = Result<Result<(), Unreadable>, IngestError>;

fn open(kind: guard::Kind, bytes: Bytes, gathered: &mut Gathered<'_>) -> Outcome {
    let refused = |is_locked: bool| Ok(Err(Unreadable(if is_locked { LOCKED } else { DAMAGED }.to_owned())));
    match kind {
        guard::Kind::Xlsx => match Xlsx::new(bytes) {
            Ok(book) => sheets(book, gathered),
            Err(error) => refused(matches!(error, XlsxError::Password)),
        },
        guard::Kind::Xlsb => match Xlsb::new(bytes) {
            Ok(book) => sheets(book, gathered),
            Err(error) => refused(matches!(error, XlsbError::Password)),
        },
        guard::Kind::Xls => match Xls::new(bytes) {
            Ok(book) => sheets(book, gathered),
            Err(error) => refused(matches!(error, XlsError::Password)),
        },
        guard::Kind::Ods => match Ods::new(bytes) {
            Ok(book) => sheets(book, gathered),
            Err(OdsError::CellLimitExceeded { .. }) => Ok(Err(guard::too_wide())),
            Err(error) => refused(matches!(error, OdsError::Password)),
        },
    }
}

fn sheets(mut book: impl Book, gathered: &mut Gathered<'_>) -> Outcome {
    for Sheet { name, typ, visible } in book.sheets_metadata().to_vec() {
        // Charts and macros hold no rows.
        if typ != SheetType::WorkSheet || !gathered.rows.sheet(&name)? {
            continue;
        }
        if visible != SheetVisible::Visible {
            gathered.rows.problem(&name, "the sheet is hidden; it was read all the same".to_owned())?;
        }
        gathered.sheet.clone_from(&name);
        let walked = book.walk(&name, gathered)?;
        gathered.flush()?;
        if walked == Walked::BrokenOff {
            let behind = if gathered.number == 0 { String::new() } else { format!(" behind row {}", gathered.number) };
            let what = format!("the sheet is damaged{behind}; what stands before was kept: ask for the file anew");
            gathered.rows.problem(&name, what)?;
        }
        gathered.number = 0;
    }
    Ok(Ok(()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Walked {
    ToTheEnd,
    BrokenOff,
}

/// A workbook whose filled cells can be walked through, row by row.
trait Book: Reader<Bytes> {
    fn walk(&mut self, sheet: &str, gathered: &mut Gathered<'_>) -> Result<Walked, IngestError>;
}

/// These two formats give one cell after another, so that a sheet is never held as a whole.
macro_rules! streams {
    ($book:ident, $broken:pat) => {
        impl Book for $book<Bytes> {
            fn walk(&mut self, sheet: &str, gathered: &mut Gathered<'_>) -> Result<Walked, IngestError> {
                let Ok(mut reader) = self.worksheet_cells_reader(sheet) else { return Ok(Walked::BrokenOff) };
                let mut broken = 0;
                loop {
                    match reader.next_cell() {
                        Ok(Some(cell)) => gathered.take(cell.get_position(), cell.get_value().clone().into())?,
                        Ok(None) => return Ok(Walked::ToTheEnd),
                        Err($broken) => return Ok(Walked::BrokenOff),
                        Err(_) if broken == MOST_BROKEN => return Ok(Walked::BrokenOff),
                        Err(_) => {
                            broken += 1;
                            gathered.unread_cell()?;
                        }
                    }
                }
            }
        }
    };
}

streams!(Xlsx, XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Io(_) | XlsxError::Zip(_));
streams!(Xlsb, XlsbError::Io(_) | XlsbError::Zip(_) | XlsbError::Xml(_));

impl Book for Xls<Bytes> {
    fn walk(&mut self, sheet: &str, gathered: &mut Gathered<'_>) -> Result<Walked, IngestError> {
        self.worksheet_range(sheet).map_or(Ok(Walked::BrokenOff), |range| walk_range(&range, gathered))
    }
}

impl Book for Ods<Bytes> {
    fn walk(&mut self, sheet: &str, gathered: &mut Gathered<'_>) -> Result<Walked, IngestError> {
        self.worksheet_range(sheet).map_or(Ok(Walked::BrokenOff), |range| walk_range(&range, gathered))
    }
}

fn walk_range(range: &Range<Data>, gathered: &mut Gathered<'_>) -> Result<Walked, IngestError> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = (top.saturating_add(row as u32), left.saturating_add(column as u32));
        gathered.take(at, value.clone())?;
    }
    Ok(Walked::ToTheEnd)
}

/// Gathers cells into rows.
struct Gathered<'r> {
    rows: &'r mut dyn Rows,
    sheet: String,
    /// Of the row in hand, from 1; 0 when there is none yet.
    number: u64,
    cells: Vec<String>,
    errors: Vec<String>,
    /// Rows passed on.
    given: u64,
}

impl Gathered<'_> {
    fn take(&mut self, (row, column): (u32, u32), value: Data) -> Result<(), IngestError> {
        let number = u64::from(row) + 1;
        if number != self.number {
            self.flush()?;
            self.number = number;
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            let what = format!("it has a cell behind column {MOST_COLUMNS}, which was not read");
            return self.rows.problem(&place(&self.sheet, number), what);
        }
        let Some((text, is_error)) = cells::text(value) else { return Ok(()) };
        if is_error {
            self.errors.push(text.clone());
        }
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, String::new);
        }
        self.cells[column] = text;
        Ok(())
    }

    fn unread_cell(&mut self) -> Result<(), IngestError> {
        let what = "a cell in this row or the next cannot be read; look at it in a spreadsheet program";
        self.rows.problem(&place(&self.sheet, self.number.max(1)), what.to_owned())
    }

    /// Passes the row in hand on, unless it is blank.
    fn flush(&mut self) -> Result<(), IngestError> {
        for error in self.errors.drain(..) {
            let what = format!("it holds {error}, an error of the spreadsheet, which was kept as it shows");
            self.rows.problem(&place(&self.sheet, self.number), what)?;
        }
        if self.cells.iter().any(|cell| !cell.is_empty()) {
            self.rows.row(self.number, &self.cells)?;
            self.given += 1;
        }
        self.cells.clear();
        Ok(())
    }

    fn broken_off(&mut self) -> Outcome {
        if self.given == 0 {
            return Ok(Err(Unreadable(DAMAGED.to_owned())));
        }
        self.flush()?;
        self.rows.problem(&self.sheet, format!("{DAMAGED}; what could be read was kept"))?;
        Ok(Ok(()))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::ingest::tables::records::Recorder;
    use crate::ingest::tables::records::tests::Kept;
    use proptest::prelude::*;
    use std::io::Write;

    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ymatebion" sheetId="1" r:id="rId1"/><sheet name="Cudd" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>"#;
    const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
    const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>id</t></si><si><t>Pam?</t></si><si><r><t xml:space="preserve">Mae'r </t></r><r><rPr><b/></rPr><t>dŵr 🙂_x000D_</t></r></si></sst>"#;
    pub(crate) const HEADER: &str = r#"<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>pryd</t></is></c></row>"#;

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// A workbook whose first sheet has these rows; its second is hidden.
    pub(crate) fn xlsx(rows: &str) -> Vec<u8> {
        let begin = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
        let sheet = |rows: &str| format!("{begin}{rows}</sheetData></worksheet>");
        zipped(&[
            ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/styles.xml", STYLES),
            ("xl/sharedStrings.xml", STRINGS),
            ("xl/worksheets/sheet1.xml", &sheet(rows)),
            ("xl/worksheets/sheet2.xml", &sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#)),
        ])
    }

    fn kept(bytes: Vec<u8>) -> (Result<(), Unreadable>, Kept) {
        let mut kept = Kept::default();
        let mut recorder = Recorder::of_sheets(&mut kept, &[], &[]);
        let read = read(bytes, &mut recorder).unwrap();
        recorder.finish().unwrap();
        (read, kept)
    }

    #[test]
    fn sheets_become_records_with_the_numbers_beside_their_rows() {
        let rows = r#"<row r="7"><c r="A7"><v>42</v></c><c r="B7" t="s"><v>2</v></c><c r="C7" s="1"><v>44872.60416666666</v></c></row>
            <row r="8"><c r="B8"/></row><row r="9"><c r="A9" t="b"><v>1</v></c><c r="B9" t="e"><v>#N/A</v></c></row>"#;
        let (read, kept) = kept(xlsx(&format!("{HEADER}{rows}")));
        assert_eq!(read, Ok(()));
        let lines = ["Ymatebion, row 7: 42|Mae'r dŵr 🙂\r|2022-11-07 14:30:00", "Ymatebion, row 9: TRUE|#N/A|"];
        assert_eq!(kept.lines(), lines);
        let said = kept.said();
        assert!(said.contains("Ymatebion, row 9: it holds #N/A"), "{said}");
        assert!(said.contains("Cudd: the sheet is hidden"), "{said}");
    }

    #[test]
    fn a_cell_at_the_far_corner_costs_nothing() {
        let rows = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
        let (read, kept) = kept(xlsx(&format!("{HEADER}{rows}")));
        assert_eq!(read, Ok(()));
        assert!(kept.lines()[0].starts_with("Ymatebion, row 1048576: ||"));
    }

    #[test]
    fn a_sheet_that_breaks_off_keeps_what_stands_before() {
        let rows = r#"<row r="4"><c r="A4"><v>1</v></c></row><row r="5"><c r="A5"><v>2</c></row><c "#;
        let (read, kept) = kept(xlsx(&format!("{HEADER}{rows}")));
        assert_eq!(read, Ok(()));
        assert_eq!(kept.lines()[0], "Ymatebion, row 4: 1||");
        assert!(kept.said().contains("the sheet is damaged behind row"), "{}", kept.said());
    }

    #[test]
    fn what_cannot_be_opened_says_what_to_do() {
        for (bytes, says) in [
            (b"PK\x03\x04 and no more".to_vec(), "only half of it arrived"),
            (b"<html><table></table></html>".to_vec(), "it is a web page"),
            (b"plain words".to_vec(), "it is no workbook"),
            (Vec::new(), "it is no workbook"),
            (zipped(&[("notes.txt", "x")]), "holds no workbook"),
        ] {
            let (read, _) = kept(bytes);
            assert!(read.as_ref().is_err_and(|why| why.0.contains(says)), "{read:?} {says}");
        }
        let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        locked.create_stream("EncryptedPackage").unwrap();
        let (read, _) = kept(locked.into_inner().into_inner());
        assert_eq!(read, Err(Unreadable(LOCKED.to_owned())));
    }

    #[test]
    fn open_documents_are_read_too() {
        let content = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Taflen"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>pryd</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>dŵr</text:p><text:p>🙂</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2022-11-07"><text:p>7/11/22</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
        let (read, kept) = kept(zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", content),
        ]));
        assert_eq!(read, Ok(()));
        assert_eq!(kept.lines(), ["Taflen, row 5: dŵr\n🙂|2022-11-07"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn damaged_workbooks_never_stop_the_program(at in 0usize..4000, with in any::<u8>(), cut in 0usize..4000) {
            let mut bytes = xlsx(HEADER);
            let (at, cut) = (at % bytes.len(), cut % bytes.len());
            bytes[at] = with;
            bytes.truncate(bytes.len() - cut / 8);
            let _ = kept(bytes);
        }
    }
}
