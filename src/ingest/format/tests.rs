//! Files of every kind by what is in them.

use std::io::Write as _;

use super::*;

fn of(name: &str, bytes: &[u8]) -> Format {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("bytes");
    detect(name, &bytes[..bytes.len().min(1 << 13)], file.path())
}

fn zip_of(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        archive.write_all(content.as_bytes()).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn compound_of(streams: &[&str]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("a compound file");
    for name in streams {
        file.create_stream(format!("/{name}")).expect("a stream").write_all(b"x").expect("bytes");
    }
    file.into_inner().into_inner()
}

#[test]
fn content_decides_before_the_name_does() {
    assert_eq!(of("a.docx", b"junk\n%PDF-1.7\n"), Format::Pdf);
    assert_eq!(of("export.xls", b"\xef\xbb\xbf  <HTML><table><tr><td>Mae'r t\xc5\xb7</td></tr></table>"), Format::Html);
    assert_eq!(of("export.xls", b"<?xml version=\"1.0\"?><!-- x -->\n<!DOCTYPE html PUBLIC>"), Format::Html);
    assert_eq!(of("export.xls", b"a\tb\n1\t2\n"), Format::Delimited);
    assert_eq!(of("letter.txt", b"{\\rtf1\\ansi"), Format::Rtf);
    assert_eq!(of("scan.pdf", b"\x89PNG\r\n\x1a\n0000"), Format::Image);
    assert_eq!(of("old.csv", &[9, 8, 16, 0, 0, 5, 5, 0]), Format::Workbook);
    assert_eq!(of("x", b""), Format::Empty);
    assert_eq!(of("x.txt", &[0, 1, 2, 3, 0, 0, 200, 1]), Format::Unknown);
}

#[test]
fn containers_are_told_by_what_they_hold() {
    assert_eq!(of("x", &zip_of(&[("[Content_Types].xml", ""), ("word/document.xml", "")])), Format::Docx);
    assert_eq!(of("x.zip", &zip_of(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")])), Format::Workbook);
    assert_eq!(of("x", &zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text")])), Format::Odt);
    assert_eq!(of("x", &zip_of(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])), Format::Workbook);
    assert_eq!(of("x", &zip_of(&[("llythyr.txt", "Annwyl")])), Format::Zip);
    assert_eq!(of("x.doc", &compound_of(&["Workbook"])), Format::Workbook);
    assert_eq!(of("x", &compound_of(&["WordDocument", "1Table"])), Format::Doc);
    assert_eq!(of("x", &compound_of(&["__properties_version1.0"])), Format::Msg);
    assert_eq!(of("x.docx", &compound_of(&["EncryptionInfo", "EncryptedPackage"])), Format::Encrypted);
    assert_eq!(of("x.zip", b"PK\x03\x04 cut off"), Format::Zip);
    assert_eq!(of("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off"), Format::Doc);
}

#[test]
fn text_is_told_apart() {
    assert_eq!(of("x", "Annwyl Syr, mae'r dŵr yn oer 🙂".as_bytes()), Format::Text);
    assert_eq!(of("x.md", b"# Notes"), Format::Markdown);
    assert_eq!(of("x.csv", b"one column"), Format::Delimited);
    assert_eq!(of("x", b"a,b,c\n1,2,3\n4,5,6\n"), Format::Delimited);
    assert_eq!(of("x", b"{\"a\":1}\n{\"a\":2}\n"), Format::JsonLines);
    assert_eq!(of("x", b" [{\"a\":1},"), Format::Json);
    assert_eq!(of("x.txt", b"[Name withheld] I agree, broadly."), Format::Text);
    assert_eq!(of("x", b"From a@example.org Mon Nov  7 10:00:00 2022\nSubject: x\n"), Format::Mbox);
    assert_eq!(of("x", b"From the desk of the clerk\nTo whom it may concern"), Format::Text);
    assert_eq!(of("x", b"Subject: x\r\nMIME-Version: 1.0\r\n\r\nBody"), Format::Eml);
    assert_eq!(of("x.eml", b"From: a\nTo: b\n\nBody"), Format::Eml);
    assert_eq!(of("x.txt", b"To: the committee\nFrom: a parent\nDear all"), Format::Text);
    let wide: Vec<u8> = "id\tpam\n1\tmae'r t\u{177}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(of("x.csv", &wide), Format::Delimited);
}

#[test]
fn a_name_that_says_otherwise_is_said() {
    let said = belies("export.xls", Format::Html).expect("a remark");
    assert_eq!(said, "its name ends in .xls, and it is a web page; it was read as one");
    assert_eq!(belies("a.txt", Format::Delimited), None);
    assert_eq!(belies("a.pdf", Format::Pdf), None);
    assert_eq!(belies("a.dat", Format::Pdf), None);
    assert!(belies("a.docx", Format::Unknown).is_some_and(|said| !said.contains("read as")));
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_fail(magic in 0..6usize, bytes: Vec<u8>, name in "[a-z]{0,3}\\.[a-z]{0,4}") {
        let magics: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{", b"From ", b"\xff\xfe"];
        let bytes = [magics[magic], &bytes].concat();
        let format = of(&name, &bytes);
        proptest::prop_assert_eq!(Format::named(format.name()), Some(format));
        belies(&name, format);
    }
}
