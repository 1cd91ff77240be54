//! Registers: a table with a line for each letter that was logged, so that a lost letter is noticed.

use std::collections::BTreeMap;
use std::path::Path;

use super::reading::rows_of;
use super::{IngestError, Record, Sink};
use crate::corpus::{SourceSettings, Store};

/// Lines of a register by the file that each is about.
pub(super) type Register = BTreeMap<String, Record>;

/// Reads the register of a source's letters, when it has one.
///
/// # Errors
/// When it is named and cannot be read.
pub(super) fn read(received: &Path, source: &SourceSettings, reader: &Path) -> Result<Option<Register>, IngestError> {
    let Some(name) = &source.register else { return Ok(None) };
    let path = received.join(name);
    let failed = |source| IngestError::Folder { path: path.clone(), source };
    let mut lines = Lines::default();
    match rows_of(&path, source, reader, &mut lines) {
        Ok(Ok(())) => Ok(Some(lines.0)),
        Ok(Err(why)) => Err(failed(std::io::Error::other(why.0))),
        Err(IngestError::File { source }) => Err(failed(source)),
        Err(other) => Err(other),
    }
}

/// Letters that were logged and are not there are the ones that get lost, so the ledger names them. `there` are the last
/// parts of the names of the files that the source covers.
///
/// # Errors
/// When the store cannot be written.
pub(super) fn check(
    store: &mut Store,
    name: &str,
    source: &SourceSettings,
    register: &Register,
    there: &std::collections::BTreeSet<&str>,
) -> Result<(), IngestError> {
    let missing: Vec<&String> = register.keys().filter(|file| !there.contains(file.as_str())).collect();
    let fingerprint = format!("{missing:?}");
    if store.is_read(name, "register", &fingerprint)? {
        return Ok(());
    }
    let mut arrival = store.arrive(name, &source.channel)?;
    for file in missing {
        arrival.problem("", &format!("`{file}` is logged here and is not among the files received; find it"))?;
    }
    arrival.finish("register", &fingerprint, 0)?;
    Ok(())
}

#[derive(Default)]
struct Lines(Register);

impl Sink for Lines {
    fn record(&mut self, _: &str, record: &Record) -> Result<(), IngestError> {
        if let Some(file) = record.get("File").or_else(|| record.get("Ffeil")) {
            self.0.insert(file.trim().to_owned(), record.clone());
        }
        Ok(())
    }

    fn problem(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }

    fn unreadable(&mut self, _: &str, _: String) -> Result<(), IngestError> {
        Ok(())
    }
}
