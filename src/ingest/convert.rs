//! Word documents from before 2007: read by an installed converter, when there is one.

use std::path::Path;

use super::apart;
use super::apart::outside::{self, Limits};
use super::documents::{Document, Kind, Unreadable};
use super::format::Format;

/// What is said when there is none.
const NO_CONVERTER: &str =
    "it is an old Word document; install LibreOffice (or antiword), or save it as .docx, and run again";

/// Reads an old Word document with the first converter that gets words out of it: antiword, catdoc, LibreOffice. A remark
/// says which it was. `reader` is this very program, which sets the limits.
///
/// # Errors
/// When none is installed, or none gets anything out of it.
pub(crate) fn read(reader: &Path, path: &Path) -> Result<Document, Unreadable> {
    let path = std::path::absolute(path).map_err(|error| Unreadable(format!("it could not be found: {error}")))?;
    let mut tried = Vec::new();
    for (program, arguments) in
        [("antiword", ["-m", "UTF-8.txt", "-w", "0"].as_slice()), ("catdoc", &["-d", "utf-8", "-w"])]
    {
        let Some(found) = outside::find(program) else { continue };
        let limits = Limits::default();
        let mut command = outside::limited(reader, &found, &limits);
        command.args(arguments).arg(&path);
        match outside::output(command, &limits) {
            Ok(words) if words.iter().any(u8::is_ascii_alphanumeric) => {
                return Ok(said_by(program, lines(&String::from_utf8_lossy(&words))));
            }
            Ok(_) => tried.push(format!("{program} found no words in it")),
            Err(ending) => tried.push(ending.in_words(program, &format!("{program} could not read it"), &limits)),
        }
    }
    for program in ["soffice", "libreoffice"] {
        let Some(found) = outside::find(program) else { continue };
        match by_office(reader, &found, &path) {
            Ok(document) => return Ok(said_by("LibreOffice", document)),
            Err(Unreadable(why)) => tried.push(why),
        }
        break;
    }
    Err(Unreadable(match tried.is_empty() {
        true => NO_CONVERTER.to_owned(),
        false => format!("it is an old Word document: {}; save it as .docx, and run again", tried.join(", ")),
    }))
}

/// Converts to the format that we read, in a folder and with a profile that are gone afterwards.
fn by_office(reader: &Path, program: &Path, path: &Path) -> Result<Document, Unreadable> {
    let no_room = |error: std::io::Error| Unreadable(format!("a temporary folder could not be made: {error}"));
    let folder = tempfile::tempdir().map_err(no_room)?;
    let limits = Limits::default();
    let mut command = outside::limited(reader, program, &limits);
    command.arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()));
    command.args(["--headless", "--norestore", "--convert-to", "docx", "--outdir"]).arg(folder.path()).arg(path);
    command.env("HOME", folder.path());
    let failed = "LibreOffice could not convert it";
    outside::output(command, &limits).map_err(|ending| Unreadable(ending.in_words("LibreOffice", failed, &limits)))?;
    let stem = path.file_stem().unwrap_or_default();
    let converted = folder.path().join(stem).with_extension("docx");
    let converted =
        if converted.is_file() { converted } else { folder.path().join(stem.to_string_lossy().into_owned() + ".docx") };
    if !converted.is_file() {
        return Err(Unreadable(failed.to_owned()));
    }
    apart::document(reader, Format::Docx, &converted)
}

/// A line is a paragraph: the converters were told not to break any.
fn lines(words: &str) -> Document {
    let mut document = Document::default();
    let mut number = 0;
    for line in words.lines() {
        let words: String = line.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        if !words.trim().is_empty() {
            number += 1;
            document.push(Kind::Paragraph, &words, format!("paragraph {number}"));
        }
    }
    document
}

fn said_by(program: &str, mut document: Document) -> Document {
    document.remarks.push((String::new(), format!("it is an old Word document, and was read by {program}")));
    document
}
