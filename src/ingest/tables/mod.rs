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
