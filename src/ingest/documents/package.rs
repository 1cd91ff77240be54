//! Zip-based documents opened safely: what is in them, and how much of it may be unpacked.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Unreadable;

mod xml;

pub(crate) use xml::{Element, Token, Xml, decode};

/// Most bytes that all parts of one document may unpack to. Long reports with all their markup stay far below.
const MOST: u64 = 256 << 20;

/// How much a part may unpack to however small it is packed.
const FREELY: u64 = 32 << 20;

/// How many times its packed size a larger part may have. Word's markup packs to a twentieth; a bomb to a thousandth.
const RATIO: u64 = 200;

/// How a compound file (OLE 2) begins: an older Office document, or a newer one behind a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// A zip-based document.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Entry by name, in small letters and with plain slashes.
    entries: BTreeMap<String, usize>,
    size: u64,
    unpacked: u64,
}

/// A part as unpacked.
pub(crate) struct Part {
    /// Its bytes; those before the damage when it is damaged.
    pub(crate) bytes: Vec<u8>,
    /// Whether the zip is damaged here, so that bytes are missing or not to be trusted.
    pub(crate) is_damaged: bool,
}

impl<'b> Package<'b> {
    /// Opens a document; `what` names its kind for people (`a Word document (.docx)`).
    ///
    /// # Errors
    /// When it is empty, no zip, broken or protected by a password.
    pub(crate) fn open(bytes: &'b [u8], what: &str) -> Result<Package<'b>, Unreadable> {
        if bytes.is_empty() {
            return Err(Unreadable("it is empty (0 bytes); ask for it again".to_owned()));
        }
        if bytes.starts_with(COMPOUND) {
            return Err(Unreadable(compound(bytes, what)));
        }
        if !bytes.starts_with(b"PK") {
            return Err(Unreadable(format!(
                "it is not {what}, whatever its name says; open it, see what it is, and save it as such"
            )));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            Unreadable(format!("it begins as {what} does, but is broken or cut short; ask for it again"))
        })?;
        let mut entries = BTreeMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                entries.entry(normal(&name)).or_insert(index);
            }
        }
        Ok(Package { archive, entries, size: bytes.len() as u64, unpacked: 0 })
    }

    /// Names of the parts: small letters, plain slashes, none at the beginning; sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Unpacks a part. `None` when there is none of that name (case and a leading slash aside).
    ///
    /// # Errors
    /// When it needs a password, or would unpack to more than is safe.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part>, Unreadable> {
        let Some(&index) = self.entries.get(&normal(name)) else { return Ok(None) };
        let entry = match self.archive.by_index(index) {
            Ok(entry) => entry,
            Err(ZipError::UnsupportedArchive(why)) if why.to_lowercase().contains("password") => {
                return Err(Unreadable(locked()));
            }
            Err(_) => return Ok(Some(Part { bytes: Vec::new(), is_damaged: true })),
        };
        let packed = entry.compressed_size().min(self.size);
        let limit = (MOST.saturating_sub(self.unpacked)).min(FREELY.max(packed.saturating_mul(RATIO)));
        let mut bytes = Vec::new();
        let is_damaged = entry.take(limit + 1).read_to_end(&mut bytes).is_err();
        if bytes.len() as u64 > limit {
            return Err(Unreadable(format!(
                "it unpacks to more than {} MB from {} MB, as no honest document does; it was not read further",
                (self.unpacked + limit) >> 20,
                self.size.div_ceil(1 << 20)
            )));
        }
        self.unpacked += bytes.len() as u64;
        Ok(Some(Part { bytes, is_damaged }))
    }

    /// Unpacks a part of XML as text; damage to it becomes a remark.
    ///
    /// # Errors
    /// As [`Package::part`].
    pub(crate) fn xml(
        &mut self,
        name: &str,
        remarks: &mut Vec<(String, String)>,
    ) -> Result<Option<String>, Unreadable> {
        let Some(part) = self.part(name)? else { return Ok(None) };
        if part.is_damaged {
            remarks.push((String::new(), format!("the part `{name}` is damaged; what could be unpacked was read")));
        }
        Ok(Some(decode(&part.bytes)))
    }
}

/// What a document behind a password is told.
pub(crate) fn locked() -> String {
    "it is protected by a password; open it with the password, save it without one, and put that file here".to_owned()
}

/// What a compound file is: its directory names each stream in UTF-16, so the names stand in the bytes.
fn compound(bytes: &[u8], what: &str) -> String {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        aho_corasick::AhoCorasick::new([wide]).is_ok_and(|finder| finder.is_match(bytes))
    };
    if names("EncryptedPackage") {
        locked()
    } else if names("WordDocument") {
        "it is a Word document of before 2007 (.doc); save it as .docx and put that file here".to_owned()
    } else {
        format!("it is an older Office file and not {what}; save it in the newer format and put that file here")
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use super::*;

    /// A zip of the given parts.
    pub(in crate::ingest::documents) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn reason(bytes: &[u8]) -> String {
        Package::open(bytes, "a Word document (.docx)").err().map(|Unreadable(why)| why).unwrap_or_default()
    }

    #[test]
    fn a_part_is_found_whatever_its_case_and_slashes() {
        let bytes = zipped(&[("Word\\Document.xml", "ŵ 🙂"), ("empty", "")]);
        let mut package = Package::open(&bytes, "x").unwrap();
        assert_eq!(package.part("/word/document.xml").unwrap().unwrap().bytes, "ŵ 🙂".as_bytes());
        assert!(package.part("empty").unwrap().unwrap().bytes.is_empty());
        assert!(package.part("other").unwrap().is_none());
        assert_eq!(package.names().collect::<Vec<_>>(), ["empty", "word/document.xml"]);
    }

    #[test]
    fn what_is_no_document_is_told_why() {
        assert!(reason(b"").contains("0 bytes"));
        assert!(reason(b"hello").contains("not a Word document"));
        let whole = zipped(&[("a", "b")]);
        assert!(reason(&whole[..whole.len() / 2]).contains("cut short"));
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert!(reason(&[COMPOUND, &wide("EncryptedPackage")].concat()).contains("password"));
        assert!(reason(&[COMPOUND, &wide("WordDocument")].concat()).contains(".doc"));
        assert!(reason(COMPOUND).contains("older Office file"));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let zeros = " ".repeat(40 << 20);
        let bytes = zipped(&[("word/document.xml", &zeros)]);
        assert!(bytes.len() < 100_000);
        let mut package = Package::open(&bytes, "x").unwrap();
        let Unreadable(why) = package.part("word/document.xml").err().unwrap();
        assert!(why.starts_with("it unpacks to more than 32 MB"), "{why}");
    }

    #[test]
    fn a_damaged_part_gives_what_can_be_unpacked() {
        let mut bytes = zipped(&[("a", &"Mae'r pris yn rhy uchel. ".repeat(400))]);
        bytes[40] ^= 0xff;
        let mut package = Package::open(&bytes, "x").unwrap();
        assert!(package.part("a").unwrap().unwrap().is_damaged);
        let mut remarks = Vec::new();
        package.xml("a", &mut remarks).unwrap();
        assert_eq!(remarks.len(), 1);
    }
}
