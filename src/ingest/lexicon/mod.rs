//! Lexicons that are read by their path: forms of words with the word that each belongs to.
//!
//! - a table with a form and its lemma in the first two columns, or in columns of those names (`form`, `lemma`; `ffurf`,
//!   `lema`), parted by tabs, commas or semicolons; further columns, as the CC0 *lecsicon* has them, are passed over
//! - a spelling dictionary of hunspell: `NAME.dic` with `NAME.aff` beside it
//! - a zip archive of such files

mod affixes;
mod dictionary;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::archive::{self, Failed};
use super::decode;

/// Bytes of one file that are read: the largest lexicon of Welsh has a fifth of it.
const MOST_BYTES: u64 = 256 << 20;

/// Troubles that are kept; the rest is counted.
const MOST_TROUBLES: usize = 10;

/// What was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReadLexicon {
    /// Form and lemma, in the order of the file.
    pub pairs: Vec<(String, String)>,
    /// Whether it is a spelling dictionary, which lists forms as words of their own.
    pub is_dictionary: bool,
    /// Lines that were left out, the first of them.
    pub troubles: Vec<Trouble>,
    /// How many were left out.
    pub left_out: u64,
}

/// Something that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    /// File, and member of an archive.
    pub file: String,
    /// Line, from 1; 0 when it is the whole file.
    pub line: u64,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a file of words.
#[derive(Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The disk or the archive refused; in the words of whoever said so.
    Unreadable(String),
    /// It is larger than is read.
    TooLarge,
    /// A line without a form or without a lemma.
    NoLemma,
    /// Nothing in it is a form with a lemma.
    NoPairs,
    /// A dictionary without its rules, or rules without their dictionary: the name of what is missing.
    NoPartner(String),
    /// The name of an encoding that is not known.
    Encoding(String),
    /// A rule for an ending or beginning that cannot be read.
    Rule,
    /// A set of flags that the file does not define.
    Flags,
    /// A word with more forms than any has.
    TooManyForms,
}

impl ReadLexicon {
    fn trouble(&mut self, file: &str, line: u64, what: Wrong) {
        self.left_out += 1;
        if self.troubles.len() < MOST_TROUBLES {
            self.troubles.push(Trouble { file: file.to_owned(), line, what });
        }
    }
}

/// Reads a lexicon.
///
/// # Errors
/// When the file cannot be read at all, or no line of it can.
pub fn read(path: &Path) -> Result<ReadLexicon, Trouble> {
    let file = path.display().to_string();
    let mut found = ReadLexicon::default();
    if has_extension(path, "zip") {
        members(path, &file, &mut found)?;
    } else {
        one(path, &file, &mut found)?;
    }
    if found.pairs.is_empty() {
        return Err(found.troubles.into_iter().next().unwrap_or(Trouble { file, line: 0, what: Wrong::NoPairs }));
    }
    Ok(found)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case(extension))
}

fn one(path: &Path, file: &str, found: &mut ReadLexicon) -> Result<(), Trouble> {
    let whole = |what: Wrong| Trouble { file: file.to_owned(), line: 0, what };
    let is_rules = has_extension(path, "aff");
    if !is_rules && !has_extension(path, "dic") {
        let text = text_of(path).map_err(whole)?;
        table(&text, file, found);
        return Ok(());
    }
    let (rules, words) = (path.with_extension("aff"), path.with_extension("dic"));
    let missing = [&rules, &words].into_iter().find(|path| !path.is_file());
    if let Some(missing) = missing {
        let name = missing.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Err(whole(Wrong::NoPartner(name)));
    }
    let bytes = |path: &PathBuf| bytes_of(path).map_err(whole);
    dictionary::read(&bytes(&rules)?, &bytes(&words)?, file, found)
}

fn members(path: &Path, file: &str, found: &mut ReadLexicon) -> Result<(), Trouble> {
    let failed = |what: String| Trouble { file: file.to_owned(), line: 0, what: Wrong::Unreadable(what) };
    let folder = tempfile::tempdir().map_err(|error| failed(error.to_string()))?;
    let mut archive = archive::open(path).map_err(|why| failed(why.0))?;
    let mut unpacked: BTreeMap<String, PathBuf> = BTreeMap::new();
    for member in archive.members() {
        match archive.unpack(&member, folder.path()) {
            Ok(path) => drop(unpacked.insert(member.name, path)),
            Err(Failed::Member(why)) => found.trouble(&format!("{file}: {}", member.name), 0, Wrong::Unreadable(why.0)),
            Err(Failed::Disk(error)) => return Err(failed(error.to_string())),
        }
    }
    for (name, path) in &unpacked {
        // A dictionary is read once, by its words; licences and notes lie beside it.
        let is_table = ["txt", "tsv", "csv"].iter().any(|extension| has_extension(path, extension));
        if is_table || has_extension(path, "dic") {
            let name = format!("{file}: {name}");
            if let Err(trouble) = one(path, &name, found) {
                found.trouble(&trouble.file, trouble.line, trouble.what);
            }
        }
    }
    Ok(())
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Wrong> {
    let failed = |error: std::io::Error| Wrong::Unreadable(error.to_string());
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES { Err(Wrong::TooLarge) } else { Ok(bytes) }
}

fn text_of(path: &Path) -> Result<String, Wrong> {
    let failed = |error: std::io::Error| Wrong::Unreadable(error.to_string());
    if std::fs::metadata(path).map_err(failed)?.len() > MOST_BYTES {
        return Err(Wrong::TooLarge);
    }
    let probe = decode::probe(path, None).map_err(failed)?;
    decode::read_to_string(path, &probe).map_err(failed)
}

/// Names of the columns, in either language.
const FORM: &[&str] = &["form", "ffurf", "word", "gair"];
const LEMMA: &[&str] = &["lemma", "lema", "lemmas", "headword"];

/// Takes the pairs of a table.
fn table(text: &str, file: &str, found: &mut ReadLexicon) {
    let first = text.lines().find(|line| !is_passed_over(line)).unwrap_or_default();
    let parted = ['\t', ';', ','].into_iter().find(|sign| first.contains(*sign)).unwrap_or('\t');
    let (mut form, mut lemma) = (0, 1);
    let names: Vec<String> = cells(first, parted).iter().map(|name| name.trim().to_lowercase()).collect();
    let place = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
    let mut header = place(FORM).zip(place(LEMMA));
    if let Some(places) = header {
        (form, lemma) = places;
    }
    for (number, line) in (1..).zip(text.lines()) {
        if is_passed_over(line) {
            continue;
        }
        if header.take().is_some() {
            continue;
        }
        let cells = cells(line, parted);
        let cell = |place: usize| cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        match cell(form).zip(cell(lemma)) {
            Some((form, lemma)) => found.pairs.push((form.to_owned(), lemma.to_owned())),
            None => found.trouble(file, number, Wrong::NoLemma),
        }
    }
}

fn is_passed_over(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with("# ")
}

/// The cells of a line. Cells with line breaks in them hold no words.
fn cells(line: &str, parted: char) -> Vec<String> {
    if parted == '\t' || !line.contains('"') {
        return line.split(parted).map(str::to_owned).collect();
    }
    let mut row = csv::StringRecord::new();
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(parted as u8);
    match reader.from_reader(line.as_bytes()).read_record(&mut row) {
        Ok(_) => row.iter().map(str::to_owned).collect(),
        Err(_) => Vec::new(),
    }
}
