//! XLSX, the format of Excel.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::{Sheet, SheetError, legal};

/// Most characters of a cell, in UTF-16 units (Excel's own limit).
const MOST: usize = 32_767;

/// Most characters of a sheet's name.
const MOST_OF_NAME: usize = 31;

/// Widest column, in characters.
const WIDEST: usize = 60;

/// The sheets as bytes: the header bold and in sight while one scrolls, every cell text and wrapped.
///
/// # Errors
/// When a cell is longer than the format holds, or two sheets have one name.
pub fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    let failed = |error: XlsxError| SheetError::Failed(error.to_string());
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let bold = text.clone().set_bold();
    let mut book = Workbook::new();
    // Same sheets, same bytes: the book does not say when it was written.
    let then = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&then));
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(name(&sheet.name)).map_err(failed)?;
        for (row, cells) in std::iter::once(&sheet.header).chain(&sheet.rows).enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let cell: String = legal(cell).collect();
                let length = cell.encode_utf16().count();
                if length > MOST {
                    let (sheet, row, column) = (sheet.name.clone(), row + 1, column + 1);
                    return Err(SheetError::CellTooLong { sheet, row, column, length, most: MOST });
                }
                let format = if row == 0 { &bold } else { &text };
                let place = (u32::try_from(row).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX));
                page.write_string_with_format(place.0, place.1, cell, format).map_err(failed)?;
            }
        }
        for column in 0..sheet.header.len() {
            let widest = std::iter::once(&sheet.header).chain(&sheet.rows).filter_map(|cells| cells.get(column));
            let widest = widest.flat_map(|cell| cell.lines()).map(|line| line.chars().count()).max().unwrap_or(0);
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            page.set_column_width(column, widest.clamp(8, WIDEST) as f64 + 2.0).map_err(failed)?;
        }
        page.set_freeze_panes(1, 0).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

/// A name that Excel allows.
fn name(name: &str) -> String {
    let allowed = name.chars().filter(|c| !"[]:*?/\\".contains(*c) && !c.is_control());
    let name: String = allowed.take(MOST_OF_NAME).collect();
    let name = name.trim_matches('\'').trim();
    if name.is_empty() { "Sheet1".to_owned() } else { name.to_owned() }
}
