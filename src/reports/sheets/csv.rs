//! Comma-separated values (RFC 4180), in UTF-8 with a byte-order mark, without which Excel takes `ŵ` for two signs.

use super::{Sheet, SheetError};

/// Signs with which a cell becomes a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The sheet as bytes. A cell that begins like a formula is led by an apostrophe, which [`unguarded`] takes off again.
///
/// # Errors
/// Never, so far: CSV holds every text.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let failed = |error: &dyn std::error::Error| SheetError::Failed(error.to_string());
    let mut writer = ::csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in std::iter::once(&sheet.header).chain(&sheet.rows) {
        writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// Whether a cell would run, or would be taken for one that was kept from it.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text of a cell without the apostrophe that keeps it from being run.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_come_back_as_they_were() {
        for cell in ["=gofal", "+1", "-x", "@a", "'=a", "''=a", "'tis", "", "tŷ 🙂", "i'r =x", "\t=x"] {
            assert!(!guarded(cell).starts_with(FORMULA), "{cell}");
            assert_eq!(unguarded(&guarded(cell)), cell);
        }
    }
}
