//! Several files in one, for whoever asked for what is held.

use std::io::{Cursor, Write as _};

/// A package that could not be put together.
#[derive(Debug, thiserror::Error)]
#[error("the package could not be put together: {0}")]
pub struct PackageError(#[from] zip::result::ZipError);

/// Files as one zip: the same files, the same bytes.
///
/// # Errors
/// When two files have one name, or the zip cannot be written.
pub fn package(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, PackageError> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // No clock: the day that zip counts from.
    let options = zip::write::SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(zip.finish()?.into_inner())
}
