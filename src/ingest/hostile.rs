//! Damaged files of every format that strangers send: each is read or refused, and nothing panics or goes on for ever.
//!
//! The damage is done to sound files, so that it reaches what lies deep in them: bytes are changed, stretches are left out,
//! repeated or moved, numbers are made absurd. A file that is a zip is also damaged within its members and packed anew,
//! since a changed byte of a packed member only tells of a wrong checksum. Small files are made here; where
//! `YMATEB_EXAMPLES` names a folder, real ones below it are damaged too. `PROPTEST_CASES` says how often.

use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;

use super::documents::{self, Document};
use super::fetch::next::tests::after_any_kind;
use super::format::{self, Format};
use super::letters::{self, Sender};
use super::tables::records::Recorder;
use super::tables::records::tests::Kept;
use super::tables::{delimited, json, lines, workbook};
use super::{archive, decode, draft, event, mail};
use crate::corpus::SourceSettings;

/// Largest real file that is damaged: larger ones only take longer.
const LARGEST: u64 = 96 << 10;

/// Most bytes that damage makes of a file.
const MOST: usize = 1 << 20;

/// What parsers stumble over, put in between.
const STUMBLES: [&[u8]; 22] = [
    b"-1",
    b"99999999999999999999",
    b"\0",
    b"<",
    b">",
    b"\"",
    b"\r\n",
    b"\n\n",
    b"&#0;",
    b"&#x110000;",
    b"1e308",
    b"NaN",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xf0\x9f\x99",
    b"{",
    b"}",
    b"[[",
    b"]]>",
    b"%",
    b"=?utf-8?b?",
    b"\x1b",
];

/// One piece of damage.
#[derive(Clone, Debug)]
enum Damage {
    Byte(Index, u8),
    Out(Index, usize),
    Again(Index, usize, usize),
    Moved(Index, Index, usize),
    Stumble(Index, usize),
    Number(Index),
    Cut(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        2 => (any::<Index>(), 1usize..200).prop_map(|(at, n)| Damage::Out(at, n)),
        2 => (any::<Index>(), 1usize..300, 1usize..40).prop_map(|(at, n, times)| Damage::Again(at, n, times)),
        2 => (any::<Index>(), any::<Index>(), 1usize..300).prop_map(|(from, to, n)| Damage::Moved(from, to, n)),
        3 => (any::<Index>(), 0..STUMBLES.len()).prop_map(|(at, which)| Damage::Stumble(at, which)),
        2 => any::<Index>().prop_map(Damage::Number),
        1 => any::<Index>().prop_map(Damage::Cut),
    ]
}

/// A file by its place among the sound ones, the member that is damaged if it is a zip, and the damage.
fn damages() -> impl Strategy<Value = (Index, Option<Index>, Vec<Damage>)> {
    (any::<Index>(), proptest::option::weighted(0.8, any::<Index>()), proptest::collection::vec(damage(), 0..8))
}

fn spoil(bytes: &mut Vec<u8>, damage: &Damage) {
    let n = bytes.len();
    if n == 0 {
        return;
    }
    let stretch = |at: &Index, length: usize| {
        let from = at.index(n);
        from..(from + length).min(n)
    };
    match damage {
        Damage::Byte(at, byte) => bytes[at.index(n)] = *byte,
        Damage::Out(at, length) => drop(bytes.drain(stretch(at, *length))),
        Damage::Again(at, length, times) => {
            let stretch = stretch(at, *length);
            let more = bytes[stretch.clone()].repeat(*times);
            if n + more.len() <= MOST {
                bytes.splice(stretch.end..stretch.end, more);
            }
        }
        Damage::Moved(from, to, length) => {
            let moved: Vec<u8> = bytes.drain(stretch(from, *length)).collect();
            let to = to.index(bytes.len() + 1);
            bytes.splice(to..to, moved);
        }
        Damage::Stumble(at, which) => {
            let at = at.index(n);
            bytes.splice(at..at, STUMBLES[*which].iter().copied());
        }
        // A number somewhere behind becomes a very large one.
        Damage::Number(at) => {
            let from = at.index(n);
            if let Some(digit) = (from..n).find(|i| bytes[*i].is_ascii_digit()) {
                let end = (digit..n).find(|i| !bytes[*i].is_ascii_digit()).unwrap_or(n);
                bytes.splice(digit..end, b"4294967297".iter().copied());
            }
        }
        Damage::Cut(at) => bytes.truncate(at.index(n)),
    }
}

/// A file with its damage, within a member where it is a zip.
fn spoilt(sound: &[u8], member: Option<Index>, damages: &[Damage]) -> Vec<u8> {
    let all = |mut bytes: Vec<u8>| {
        damages.iter().for_each(|damage| spoil(&mut bytes, damage));
        bytes
    };
    let members = member.and_then(|member| Some((member, members(sound)?))).filter(|(_, members)| !members.is_empty());
    let Some((member, mut members)) = members else { return all(sound.to_vec()) };
    let at = member.index(members.len());
    members[at].1 = all(std::mem::take(&mut members[at].1));
    zipped(members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

fn members(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut members = Vec::new();
    for i in 0..zip.len() {
        let name = zip.name_for_index(i)?.ok()?.into_owned();
        let mut content = Vec::new();
        zip.by_index(i).ok()?.take(LARGEST * 8).read_to_end(&mut content).ok()?;
        members.push((name, content));
    }
    Some(members)
}

fn zipped<'a>(members: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        // A name that stands twice cannot be packed twice.
        if zip.start_file(name, zip::write::SimpleFileOptions::default()).is_ok() {
            zip.write_all(content).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// Real files, where there are any: name, format, bytes.
fn real() -> &'static [(String, Format, Vec<u8>)] {
    static REAL: OnceLock<Vec<(String, Format, Vec<u8>)>> = OnceLock::new();
    REAL.get_or_init(|| {
        let mut paths = Vec::new();
        std::env::var_os("YMATEB_EXAMPLES").iter().for_each(|folder| below(Path::new(folder), &mut paths));
        paths.sort();
        let small = paths.into_iter().filter(|path| path.metadata().is_ok_and(|file| file.len() <= LARGEST));
        small
            .filter_map(|path| {
                let name = path.to_string_lossy().into_owned();
                Some((name.clone(), format::of_file(&path, &name).ok()?, std::fs::read(&path).ok()?))
            })
            .collect()
    })
}

fn below(folder: &Path, paths: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() { below(&path, paths) } else { paths.push(path) }
    }
}

/// One of the sound files of these formats, damaged.
fn of(
    formats: &[Format],
    made: Vec<Vec<u8>>,
    (which, member, damages): &(Index, Option<Index>, Vec<Damage>),
) -> Vec<u8> {
    let real = real().iter().filter(|(_, format, _)| formats.contains(format)).map(|(.., bytes)| bytes.clone());
    let sound: Vec<Vec<u8>> = made.into_iter().chain(real).collect();
    spoilt(&sound[which.index(sound.len())], *member, damages)
}

/// Blocks in order, each a stretch of the text, none over another.
fn check(document: &Document) {
    for pair in document.blocks.windows(2) {
        assert!(pair[0].end <= pair[1].start, "two blocks share words");
    }
    assert!(document.blocks.iter().all(|block| document.text.get(block.start..block.end).is_some()));
}

fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(48))
}

const LETTER: &str = "Annwyl bawb,\n\nQuestion 1: Agree ☒ Disagree ☐\nMae'r pris yn rhy uchel 🙂.\n\n2. What would it cost?\nFar too much.\n\nName: Siân Tŷ\nEmail: s@example.cymru\nYours faithfully\n";

const NOTES: &str = "Title: Evening\nDate: 3 May 2023\nPlace: Hall\nPeople: 12 aged 9 to 14; 3 workers\n\nWhat worries you:\n- Symud tŷ 🙂.\n- Letters\n";

const PAGE: &str = "<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body><h1>Ymateb</h1><p style='x'>Mae'r <b>tŷ</b> &amp; 🙂</p><table><tr><th colspan=2>Q</th></tr><tr><td rowspan=2>1</td><td>Ydw</td></tr></table><ol start=3><li>x<li>y</ol><form><input type=checkbox checked><textarea>words</textarea><select><option selected>a</select></form></body></html>";

const RICH: &str = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}}{\\stylesheet{\\s1 heading 1;}}{\\*\\generator x;}\\s1 Ymateb\\par\\pard Mae'r t\\u375?\\'e2n\\cell \\row\\trowd\\cellx99\\intbl one\\cell two\\cell\\row{\\footnote n}{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt a}}\\bin3 abc\\par}";

fn word() -> Vec<u8> {
    let body = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Cwestiwn 1</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>Tŷ 🙂</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p></w:body></w:document>";
    let numbering = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    let relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering' Target='numbering.xml'/></Relationships>";
    let parts =
        [("word/document.xml", body), ("word/numbering.xml", numbering), ("word/_rels/document.xml.rels", relations)];
    zipped(parts.map(|(name, text)| (name, text.as_bytes())))
}

fn open_text() -> Vec<u8> {
    let content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><office:body><office:text><text:h text:outline-level='1'>Ymateb</text:h><text:p>Tŷ<text:s text:c='3'/>🙂<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>a</text:p></text:list-item></text:list><table:table><table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='3'><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>";
    zipped([("mimetype", &b"application/vnd.oasis.opendocument.text"[..]), ("content.xml", content.as_bytes())])
}

fn sheets() -> Vec<Vec<u8>> {
    let open = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:spreadsheet><table:table table:name='Taflen'><table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='string'><text:p>id</text:p></table:table-cell><table:table-cell table:number-columns-repeated='4' office:value-type='date' office:date-value='2022-11-07'><text:p>7/11/22</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let open = zipped([
        ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", open.as_bytes()),
    ]);
    vec![workbook::tests::xlsx(workbook::tests::HEADER), open]
}

fn messages() -> Vec<Vec<u8>> {
    let parts = "From: =?utf-8?q?Si=C3=A2n?= <s@example.cymru>\r\nDate: Wed, 14 Sep 2022 10:32:05 +0100\r\nSubject: FW: Gofal\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nMae'r t=C5=B7 =\r\nyn oer.\r\n\r\nOn 3 May 2022 at 10:15, Nia wrote:\r\n> Pam?\r\n-- \r\nSi=C3=A2n\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>Mae'r t&#375;</p>\r\n--a--\r\n--m\r\nContent-Type: application/pdf; name*0*=utf-8''t%C5%B7; name*1*=.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nVMW3\r\n--m\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y\r\n\r\nhello\r\n--m--\r\n";
    let flat = "From: a@b\nTo: c@d\nSubject: x\nContent-Type: text/plain; charset=iso-8859-14\nContent-Transfer-Encoding: base64\n\nRPBy\n\n-----Original Message-----\nFrom: Nia\nSent: 3 May 2022\n";
    vec![parts.into(), flat.into()]
}

fn tables() -> Vec<Vec<u8>> {
    let comma = "id,Pam?,Pryd\n1,\"Mae'r \"\"tŷ\"\"\nyn oer 🙂\",2022-11-07\n2,,\n3,\"never closed\n4,x,y,z\n";
    let qualtrics = "StartDate,EndDate,Status,Progress,Finished,ResponseId,Q1_1,Q1_2,Q2\nStart Date,End Date,Response Type,Progress,Finished,Response ID,Which? - A,Which? - B,Why?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"progress\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_2\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_TEXT\"\"}\"\n2022-10-01,2022-10-01,0,100,1,R_1,A,,Achos\n";
    let monkey = "Respondent ID;Collector ID;Start Date;End Date;Do you agree?;;Why?\n;;;;Response;Other (please specify);Open-Ended Response\n1;2;10/01/2022;10/01/2022;Yes;;Ŵyn\n";
    vec![
        comma.into(),
        qualtrics.into(),
        monkey.into(),
        comma.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
}

fn objects() -> Vec<Vec<u8>> {
    let api = r#"{"data":[{"id":"A-1","type":"comments","attributes":{"comment":"Tŷ 🙂","n":[1,null,{"a":true}]},"relationships":{"attachments":{"data":[{"id":"f"}]}}}],"included":[{"id":"f","type":"attachments","attributes":{"fileFormats":[{"fileUrl":"https://x/y"}]}}],"meta":{"totalPages":2}}"#;
    let survey = r#"[{"id":1,"survey_id":7,"date_started":"2024-03-01","status":"completed","pages":[{"questions":[{"id":11,"title":"Why?","answers":[{"choice_title":"Yes","value":"x"},{"row_id":"3","text":"ŵ"}]}]}]}]"#;
    let older = r#"{"consultation":{"questions":[{"id":"a","text":"Pam?","multiple_choice":[{"question_text":"Pa un?","options":[]}]}]},"consultation_responses":[{"submitted_at":"2022-11-07","answers":[{"question_id":"a","free_text":"Da","multiple_choice":[{"question_text":"Pa un?","options":["1"]}]}]}]}"#;
    let lines = "{\"id\":1,\"text\":\"tŷ\",\"more\":{\"a\":[1,2]}}\n\n{\"id\":2,\"text\":\"\\ud83d\\ude42\"}\n";
    [api, survey, older, lines].map(|text| text.as_bytes().to_vec()).to_vec()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn damaged_workbooks_are_read_or_refused(damages in damages()) {
        let bytes = of(&[Format::Workbook], sheets(), &damages);
        // A compound file whose sectors go round in circles is endless to its reader; only the limits of the process in
        // which it is read put an end to it.
        prop_assume!(!bytes.starts_with(b"\xd0\xcf\x11\xe0") || cfb::CompoundFile::open(Cursor::new(&bytes)).is_ok());
        let mut kept = Kept::default();
        let mut recorder = Recorder::of_sheets(&mut kept, &[], &[]);
        let _ = workbook::read(bytes, &mut recorder).unwrap();
        recorder.finish().unwrap();
    }

    #[test]
    fn damaged_word_documents_are_read_or_refused(damages in damages()) {
        let bytes = of(&[Format::Docx], vec![word()], &damages);
        documents::read_docx(&bytes).iter().for_each(check);
    }

    #[test]
    fn damaged_open_documents_are_read_or_refused(damages in damages()) {
        let bytes = of(&[Format::Odt], vec![open_text()], &damages);
        documents::read_odt(&bytes).iter().for_each(check);
    }

    #[test]
    fn damaged_rich_text_is_read_or_refused(damages in damages()) {
        let bytes = of(&[Format::Rtf], vec![RICH.into()], &damages);
        documents::read_rtf(&bytes).iter().for_each(check);
    }

    #[test]
    fn damaged_pages_are_read_or_refused(damages in damages()) {
        let bytes = of(&[Format::Html], vec![PAGE.into()], &damages);
        documents::read_html(&bytes).iter().for_each(check);
    }

    #[test]
    fn damaged_messages_are_read_to_their_end(damages in damages()) {
        let bytes = of(&[Format::Eml], messages(), &damages);
        check(&mail::read_eml(&bytes).body);
    }

    #[test]
    fn damaged_mailboxes_are_read_to_their_end(damages in damages()) {
        let mailbox: Vec<u8> = messages().iter().flat_map(|one| [b"From a@b Wed Sep 14 10:32:05 2022\n", one.as_slice(), b"\n\n"].concat()).collect();
        let bytes = of(&[Format::Mbox], vec![mailbox], &damages);
        mail::read_mbox::<std::io::Error>(bytes.as_slice(), |_, message| { check(&message.body); Ok(()) }).unwrap();
    }

    #[test]
    fn damaged_outlook_messages_are_read_or_refused(damages in damages()) {
        let bytes = of(&[Format::Msg], mail::made_msg(), &damages);
        mail::read_msg(&bytes).iter().for_each(|message| check(&message.body));
    }

    #[test]
    fn damaged_tables_are_read_to_their_end(damages in damages()) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), of(&[Format::Delimited], tables(), &damages)).unwrap();
        let probe = decode::probe(file.path(), None).unwrap();
        delimited::read(file.path(), &probe, None, &mut Kept::default()).unwrap();
    }

    #[test]
    fn damaged_json_is_read_or_refused(damages in damages()) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), of(&[Format::Json, Format::JsonLines], objects(), &damages)).unwrap();
        let probe = decode::probe(file.path(), None).unwrap();
        json::read(file.path(), &probe, &mut Kept::default()).unwrap();
        lines::read(file.path(), &probe, &mut Kept::default()).unwrap();
    }

    #[test]
    fn damaged_tables_are_drafted_from_or_left_out(damages in damages()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("form.csv");
        std::fs::write(&path, of(&[Format::Delimited], tables(), &damages)).unwrap();
        let file = draft::Original { path, name: "form.csv".to_owned() };
        if let Ok(drafted) = draft::draft("c", &[file], Path::new("")) {
            let path = folder.path().join("consultation.toml");
            std::fs::write(&path, drafted.settings).unwrap();
            crate::corpus::settings::read(&path, "c").unwrap();
        }
    }

    #[test]
    fn damaged_archives_are_opened_as_far_as_they_go(damages in damages()) {
        let made = zipped([("llythyrau/tŷ.txt", LETTER.as_bytes()), ("form.csv", &tables()[0]), ("../x.docx", &word())]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let formats = [Format::Zip, Format::Docx, Format::Workbook, Format::Odt];
        std::fs::write(&path, of(&formats, vec![made], &damages)).unwrap();
        if let Ok(mut archive) = archive::open(&path) {
            let to = folder.path().join("out");
            for member in archive.members() {
                if let Ok(unpacked) = archive.unpack(&member, &to) {
                    assert!(unpacked.starts_with(&to), "nothing lies beside its folder");
                }
            }
        }
    }

    #[test]
    fn damaged_letters_keep_their_words(damages in damages()) {
        let bytes = of(&[Format::Text, Format::Markdown], vec![LETTER.into(), NOTES.into()], &damages);
        let (sender, document) = letters::from_text(String::from_utf8_lossy(&bytes).into_owned());
        check(&document);
        let source = SourceSettings::default();
        let sender: Sender<'_> = sender.as_sender();
        let mapped = letters::item(&letters::tests::consultation(), &source, &document, &sender, None);
        prop_assert!(mapped.item.answers.iter().all(|answer| document.text.contains(&answer.text) || answer.text.contains("\n\n")));
        let _ = event::read_document(&document);
    }

    #[test]
    fn any_file_is_told_what_it_is(damages in damages(), name in "[a-z]{1,3}\\.(csv|xls|doc|eml|zip|pdf|txt|json)") {
        let made = [sheets(), messages(), objects(), vec![word(), open_text(), RICH.into(), PAGE.into()]].concat();
        let all: Vec<Format> = real().iter().map(|(_, format, _)| *format).collect();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(&name);
        std::fs::write(&path, of(&all, made, &damages)).unwrap();
        let format = format::of_file(&path, &name).unwrap();
        prop_assert_eq!(Format::named(format.name()), Some(format));
    }

    #[test]
    fn a_damaged_list_leads_to_a_next_page_or_to_its_end(damages in damages()) {
        let bytes = of(&[Format::Json], objects(), &damages);
        if let Ok(page) = serde_json::from_slice(&bytes) {
            after_any_kind(&page);
        }
    }
}
