//! Any file, whatever it comes in: archives, letters and messages without settings, and everything that can be wrong.

use std::io::Write as _;

use serde_json::Value;

use crate::project::Project;

/// A zip archive of these members.
fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document of these paragraphs.
fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs
        .iter()
        .map(|words| format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>"))
        .collect();
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    zip(&[
        ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", document.as_bytes()),
    ])
}

/// Every problem of the ledger as `file | place: reason`.
fn problems(project: &Project) -> String {
    let ledger = project.ledger();
    let mut all = String::new();
    for source in ledger["sources"].as_array().unwrap() {
        for problem in source["problems"].as_array().unwrap() {
            let said = [&source["source"], &problem["place"], &problem["reason"]].map(|part| part.as_str().unwrap());
            all.push_str(&format!("{} | {}: {}\n", said[0], said[1], said[2]));
        }
    }
    all
}

/// Received and analysed of a source.
fn line(project: &Project, source: &str) -> (u64, u64) {
    let ledger = project.ledger();
    let lines = ledger["sources"].as_array().unwrap();
    let found =
        lines.iter().find(|line| line["source"] == source).unwrap_or_else(|| panic!("{source} is in the ledger"));
    (found["received"].as_u64().unwrap(), found["analysed"].as_u64().unwrap())
}

fn answers(project: &Project, response: &str) -> Vec<(String, String)> {
    let shown = project.json(&["show", "c", response, "--json"]);
    let part = |answer: &Value, key: &str| answer[key].as_str().unwrap().to_owned();
    shown["answers"].as_array().unwrap().iter().map(|a| (part(a, "question"), part(a, "text"))).collect()
}

#[test]
fn an_archive_is_opened_and_each_member_is_read_as_if_it_lay_beside() {
    let inner = zip(&[("c.csv", "id,why\n3,Mae'r t\u{177} yn oer\n".as_bytes())]);
    let batch = zip(&[
        ("b.csv", "id,why\n1,A good idea \u{1f642}\n2,No\n".as_bytes()),
        ("llythyrau/llythyr.docx", &docx(&["Annwyl Syr", "Rydym yn cytuno \u{e2}'r cynnig."])),
        ("more.zip", &inner),
        ("../../escape.csv", b"id,why\n4,It stays inside\n"),
    ]);
    let project = Project::new().file("batch.zip", batch);
    let run = project.run();
    assert_eq!(run["ledger"]["balanced"], true);
    assert_eq!(line(&project, "batch.zip/b.csv"), (2, 2));
    assert_eq!(line(&project, "batch.zip/llythyrau/llythyr.docx"), (1, 1));
    assert_eq!(line(&project, "batch.zip/more.zip/c.csv"), (1, 1));
    assert_eq!(line(&project, "batch.zip/escape.csv"), (1, 1));
    assert_eq!(run["ledger"]["analysed"], 5);
    assert!(!project.root().join("escape.csv").exists());
    assert!(!project.root().join("corpus/c/.reading").exists(), "nothing unpacked stays behind");
    assert_eq!(project.did()["ingest"], 0, "an archive that did not change is not opened again");
    // A corrected archive changes what changed.
    project.put("batch.zip", zip(&[("b.csv", b"id,why\n1,A good idea\n2,No\n")]));
    let run = project.run();
    assert_eq!(run["ledger"]["balanced"], true);
    assert_eq!(line(&project, "batch.zip/b.csv"), (2, 2));
    assert_eq!(run["ledger"]["analysed"], 2);
}

#[test]
fn letters_and_messages_need_no_settings() {
    let mail = "From: Nia <nia@example.org>\r\nDate: Mon, 7 Nov 2022 09:00:00 +0000\r\nSubject: Ymateb\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMae'n rhy gyflym i ni.\r\n";
    let project = Project::new()
        .file("a.docx", docx(&["We support the plan for children in Wales."]))
        .file("b.eml", mail)
        .file("c.rtf", r"{\rtf1\ansi Mae'r d\u373?r yn oer.}");
    let run = project.run();
    assert_eq!(run["ledger"]["analysed"], 3);
    assert_eq!(
        answers(&project, "R-00001"),
        [("whole".to_owned(), "We support the plan for children in Wales.".to_owned())]
    );
    let shown = project.json(&["show", "c", "R-00003", "--json"]);
    assert_eq!(shown["channel"], "e-mail");
    assert!(answers(&project, "R-00002")[0].1.contains("d\u{175}r"));
    assert_eq!(problems(&project).matches("read as a letter or message that gives no consents").count(), 3);
}

#[test]
fn a_web_page_named_xls_is_read_as_the_table_that_it_is() {
    let page = "<html><head><meta charset=\"utf-8\"></head><body><table><tr><th>id</th><th>why</th></tr><tr><td>1</td><td>Rhy ddrud</td></tr><tr><td>2</td><td></td></tr></table></body></html>";
    let project = Project::new().also_reads("*.xls").file("export.xls", page);
    let run = project.run();
    assert_eq!((&run["ledger"]["received"], &run["ledger"]["analysed"]), (&2.into(), &1.into()));
    assert_eq!(answers(&project, "R-00001"), [("1a".to_owned(), "Rhy ddrud".to_owned())]);
    assert!(problems(&project).contains("web page"), "{}", problems(&project));
}

#[test]
fn whatever_is_wrong_with_a_file_is_said_and_the_rest_goes_on() {
    let good = zip(&[("b.csv", b"id,why\n1,words\n")]);
    let compound = {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
        file.create_stream("/EncryptedPackage").unwrap().write_all(b"secret").unwrap();
        file.create_stream("/EncryptionInfo").unwrap().write_all(b"info").unwrap();
        file.into_inner().into_inner()
    };
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend_from_slice(&[0; 64]);
    let project = Project::new()
        .answers(&[("1", "An answer that is read")])
        .file("broken.zip", &good[..good.len() / 2])
        .file("empty.docx", b"")
        .file("locked.docx", compound)
        .file("half.docx", &docx(&["Words that are lost"])[..300])
        .file("half.pdf", "%PDF-1.7\n1 0 obj <</Type /Catalog")
        .file("page.png", png)
        .file("wrong.pdf", "This is text, and its name says otherwise.");
    let run = project.run_in_trouble();
    assert_eq!(run["ledger"]["balanced"], true);
    assert_eq!(project.tried(&["ingest", "c"]).status.code(), Some(1), "it stays unread until somebody looks at it");
    let said = problems(&project);
    for (file, what) in [
        ("broken.zip", "damaged or incomplete"),
        ("empty.docx", "empty"),
        ("locked.docx", "password"),
        ("half.docx", "damaged"),
        ("half.pdf", ""),
        ("page.png", "OCR"),
        ("wrong.pdf", "its name ends in .pdf"),
    ] {
        assert!(said.lines().any(|line| line.starts_with(file) && line.contains(what)), "{file}: {what}\n{said}");
    }
    assert_eq!(run["ledger"]["set_aside"]["scanned"], 1);
    assert_eq!(line(&project, "wrong.pdf"), (1, 1), "it is read as what it is");
    assert!(!said.contains("that are lost"));
}

#[test]
fn a_mailbox_is_a_response_a_message_with_what_was_attached() {
    let attached = docx(&["1a Why?", "Foster carers may move, and children with them."]);
    let encoded = base64(&attached);
    let mailbox = format!(
        "From a@example.org Mon Nov  7 09:00:00 2022\nFrom: A <a@example.org>\nSubject: Response\nMessage-ID: <a1@example.org>\nDate: Mon, 7 Nov 2022 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nPlease see the attached letter.\n\n--b\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=\"Letter.docx\"\nContent-Disposition: attachment; filename=\"Letter.docx\"\nContent-Transfer-Encoding: base64\n\n{encoded}\n--b--\n\n\
         From b@example.org Mon Nov  7 10:00:00 2022\nFrom: B <b@example.org>\nSubject: Automatic reply: your message\nAuto-Submitted: auto-replied\nMessage-ID: <b1@example.org>\nDate: Mon, 7 Nov 2022 10:00:00 +0000\n\nI am away.\n\n\
         From c@example.org Mon Nov  7 11:00:00 2022\nFrom: C <c@example.org>\nSubject: RE: Ymgynghoriad\nMessage-ID: <c1@example.org>\nDate: Mon, 7 Nov 2022 11:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\nRydym yn cefnogi'r cynnig yn llwyr.\n\n-----Original Message-----\nFrom: Team <team@example.org>\nSent: 1 November 2022 09:00\nTo: C\nSubject: Ymgynghoriad\n\nWhat do you think of the profit of foster care?\n"
    );
    let project = Project::new().file("inbox.mbox", mailbox).theme("P", &["profit"], &[]);
    let run = project.run();
    assert_eq!((&run["ledger"]["received"], &run["ledger"]["analysed"]), (&3.into(), &2.into()));
    assert_eq!(run["ledger"]["set_aside"]["not_a_response"], 1);
    let first = answers(&project, "R-00001");
    assert!(
        first.contains(&("1a".to_owned(), "Foster carers may move, and children with them.".to_owned())),
        "{first:?}"
    );
    assert!(first.iter().any(|(_, text)| text.contains("see the attached")));
    let third = answers(&project, "R-00003");
    assert!(third.iter().any(|(_, text)| text.contains("profit of foster care")), "what is quoted is kept: {third:?}");
    let found = project.json(&["search", "c", "profit", "--json"]);
    assert_eq!(found["total"], 0, "and it is nobody's answer");
}

/// Base64 in lines of 76 characters.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let n = three.iter().fold(0u32, |n, byte| n << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for i in 0..4 {
            let sign = if i <= three.len() { SIGNS[(n >> (18 - 6 * i) & 63) as usize] as char } else { '=' };
            text.push(sign);
        }
        if text.len() % 77 == 76 {
            text.push('\n');
        }
    }
    text
}

#[test]
fn events_may_come_as_a_spreadsheet_and_are_never_responses() {
    let rows = "event,date,place,audience,group,people,question,note\nSummit,2022-12-03,Hall,young people,aged 9 to 14,12,Moving home,We don't want to move\nSummit,2022-12-03,Hall,young people,,,Moving home,Mae'n bwysig gwrando \u{1f642}\nWorkshop,2023-11-20,Barn,providers,providers,30,Timing,It is too fast\n";
    let project =
        Project::new().also_reads_events("events/*.csv").answers(&[("1", "An answer")]).file("events/notes.csv", rows);
    let run = project.run();
    assert_eq!(run["ledger"]["received"], 1, "notes are no responses");
    let found = project.json(&["search", "c", "bwysig", "--json"]);
    assert_eq!(found["total"], 1);
    assert_eq!(project.did()["ingest"], 0);
}

/// A workbook of these sheets, each with rows of words.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut listed, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (i, (name, rows)) in sheets.iter().enumerate() {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"r{0}\"/>", i + 1);
        relations += &relation(i + 1, "worksheet", &format!("worksheets/{i}.xml"));
        let cell = |words: &&str| format!("<c t=\"inlineStr\"><is><t>{words}</t></is></c>");
        let row = |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
        let rows: String = rows.iter().map(row).collect();
        let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/{i}.xml"), sheet));
    }
    let package = |inside: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{inside}</Relationships>");
    parts.extend([
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{listed}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), package(&relations)),
        ("_rels/.rels".to_owned(), package(&relation(1, "officeDocument", "xl/workbook.xml"))),
    ]);
    let members: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip(&members)
}

#[test]
fn every_sheet_of_a_workbook_is_read_by_its_own_source_and_a_forgotten_one_is_said() {
    let bytes = workbook(&[
        ("English", &[&["Ref", "Why?"], &["1", "It goes too fast"], &["2", "🙂"]]),
        ("Cymraeg", &[&["Cyf", "Pam?"], &["1", "Mae'n rhy gyflym"], &["2", "Da iawn"], &["3", ""]]),
        ("Postcards", &[&["Card", "Words"], &["1", "Nobody asked me"]]),
        ("Empty", &[]),
    ]);
    let sheet = |sheet: &str, id: &str, why: &str| {
        format!(
            "[[source]]\nfiles = \"all.xlsx\"\nchannel = \"form\"\nsheets = [\"{sheet}\"]\nid = \"{id}\"\n[source.answers]\n\"1a\" = \"{why}\"\n"
        )
    };
    let project = Project::new().file("all.xlsx", &bytes);
    let settings = project.root().join("corpus/c/consultation.toml");
    let before = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, before + &sheet("English", "Ref", "Why?") + &sheet("Cymraeg", "Cyf", "Pam?")).unwrap();
    let ledger = project.run()["ledger"].clone();
    assert_eq!((&ledger["received"], &ledger["analysed"], &ledger["balanced"]), (&5.into(), &4.into(), &true.into()));
    assert_eq!(answers(&project, "R-00003"), [("1a".to_owned(), "Mae'n rhy gyflym".to_owned())]);
    let said = problems(&project);
    assert!(said.contains("all.xlsx | Postcards: its 2 rows were not read"), "{said}");
    assert!(!said.contains("Empty") && !said.contains("| Cymraeg"), "{said}");
    assert_eq!(project.did()["ingest"], 0, "a second run reads nothing");
}

#[test]
fn a_table_saved_as_text_is_a_table_and_a_letter_is_a_letter() {
    let rows: String = (1..6).map(|i| format!("{i}\t0{i}/10/2022\tMae gen i reswm {i} dros hyn 🙂\r\n")).collect();
    let table: Vec<u8> =
        format!("\u{feff}Ref\tDate\tComments\r\n{rows}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    };
    let (export, letter, note) = (
        put("export.txt", &table),
        put("letter.txt", b"Annwyl bawb,\n\tNa.\n"),
        put("llythyr", b"Dim diolch yn fawr."),
    );
    let project = Project::new();
    project.asked(&["new", "d", "--from", &export, &letter, &note]);
    let ledger = project.json(&["run", "d", "--json"])["consultations"][0]["ledger"].clone();
    assert_eq!((&ledger["received"], &ledger["analysed"]), (&7.into(), &7.into()), "{ledger}");
}

#[test]
fn a_file_that_holds_no_responses_is_received_and_set_aside_as_that() {
    let project = Project::new().file("votes.dat", "voter,vote\n1,ŵ\n2,🙂\n").file("none.dat", "");
    let settings = project.root().join("corpus/c/consultation.toml");
    let before = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, before + "[[source]]\nfiles = \"*.dat\"\nlayout = \"other\"\n").unwrap();
    let ledger = project.run()["ledger"].clone();
    assert_eq!((&ledger["received"], &ledger["set_aside"]["not_a_response"]), (&1.into(), &1.into()), "{ledger}");
    assert!(problems(&project).contains("none.dat | : the file is empty"));
}
