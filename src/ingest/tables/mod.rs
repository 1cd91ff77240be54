//! Tables, whatever file they come in: rows of cells with the number that a person sees beside them.

pub(crate) mod consult;
pub(crate) mod delimited;
pub(crate) mod json;
pub(crate) mod lines;
pub(crate) mod records;
mod survey;
pub(crate) mod workbook;

/// Takes the rows of a file, sheet by sheet. Cells are text: what a person would see, dates as ISO.
pub(crate) trait Rows {
    /// A sheet begins. Files without sheets have one without a name. `false` skips it.
    ///
    /// # Errors
    /// When the rows cannot be kept.
    fn sheet(&mut self, name: &str) -> Result<bool, super::IngestError>;

    /// A row; `number` is what a person sees beside it, from 1. Cells behind the last filled one may be missing.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), super::IngestError>;

    /// Trouble with a row, or, when the place is empty, the file.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn problem(&mut self, place: &str, reason: String) -> Result<(), super::IngestError>;
}

/// Reads the rows of a table in a file of our own people: a workbook, or delimited text in whatever encoding.
///
/// # Errors
/// The outer one is the file's or the rows'; the inner one says why a workbook cannot be read.
pub(crate) fn of_file(
    path: &std::path::Path,
    rows: &mut dyn Rows,
) -> Result<Result<(), super::documents::Unreadable>, super::IngestError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match super::format::of_file(path, &name)? {
        super::format::Format::Empty => Ok(Ok(())),
        super::format::Format::Workbook | super::format::Format::Encrypted | super::format::Format::Zip => {
            workbook::read(std::fs::read(path)?, rows)
        }
        _ => {
            let probe = super::decode::probe(path, None)?;
            delimited::rows(path, &probe, None, rows).map(Ok)
        }
    }
}
