//! What arrives, and what becomes of it: bad input is recorded, and nothing is lost.

use crate::project::{Project, filter, table};

fn problems(project: &Project) -> String {
    let ledger = project.ledger();
    let sources = ledger["sources"].as_array().unwrap();
    let all = sources.iter().flat_map(|source| source["problems"].as_array().unwrap());
    all.map(|problem| format!("{}: {}\n", problem["place"].as_str().unwrap(), problem["reason"].as_str().unwrap()))
        .collect()
}

/// The text of the first answer of a response.
fn text(project: &Project, response: &str) -> String {
    let shown = project.json(&["show", "c", response, "--json"]);
    shown["answers"][0]["text"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn words_are_kept_as_they_were_written() {
    let written = "  Tŷ, w\u{302}yn a 🙂\r\nsecond\tline\u{a0}\u{ad}&rsquo;<br/>  ";
    let project = Project::new().answers(&[("1", written)]);
    project.run();
    assert_eq!(text(&project, "R-00001"), written);
}

#[test]
fn encodings_and_delimiters_are_found_out() {
    let latin = b"id;why\r\n1;The council\x92s cost is \xa35 and t\xe2n\r\n".to_vec();
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("id\twhy\r\n2\tT\u{177} bach\r\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let project = Project::new()
        .file("a.csv", latin)
        .file("b.csv", utf16)
        .file("c.csv", "\u{feff}id,why\n3,\"Mae'n, \"\"dda\"\"\nail linell\"\n");
    let run = project.run();
    assert_eq!(run["ledger"]["analysed"], 3);
    assert_eq!(text(&project, "R-00001"), "The council\u{2019}s cost is £5 and tân");
    assert_eq!(text(&project, "R-00002"), "T\u{177} bach");
    assert_eq!(text(&project, "R-00003"), "Mae'n, \"dda\"\nail linell");
    assert!(problems(&project).contains("windows-1252"));
}

#[test]
fn rows_too_short_or_too_long_are_kept_and_said() {
    let project = Project::new().file("a.csv", "id,why,quote\n1,short\n2,long,Yes,more,and more\n3,a\0b,Yes\n");
    let run = project.run();
    assert_eq!(run["ledger"]["analysed"], 3);
    let said = problems(&project);
    assert!(said.contains("row 2: it has 2 cells where the header has 3"), "{said}");
    assert!(said.contains("row 3: it has 5 cells where the header has 3"), "{said}");
    assert!(said.contains("row 4: it holds a NUL"), "{said}");
    assert_eq!(text(&project, "R-00003"), "a\0b");
}

#[test]
fn empty_files_and_headers_without_rows_are_recorded() {
    let project =
        Project::new().file("a.csv", "").file("b.csv", "id,why\n").file("c.jsonl", "\n").answers(&[("1", "x y")]);
    let run = project.run();
    assert_eq!(run["ledger"]["balanced"], true);
    let said = problems(&project);
    assert_eq!(said.matches("the file is empty").count(), 2, "{said}");
    assert!(said.contains("there are no rows below the header"), "{said}");
}

#[test]
fn a_file_that_no_source_covers_is_received_all_the_same() {
    let project = Project::new().answers(&[("1", "words enough")]).file("scan.tiff", [0u8, 159, 146, 150]);
    let run = project.run_in_trouble();
    assert_eq!(run["ledger"]["received"], 2);
    assert_eq!(run["ledger"]["set_aside"]["unreadable"], 1);
    assert!(problems(&project).contains("no `[[source]]`"));
}

#[test]
fn broken_lines_of_json_are_set_aside_with_their_place() {
    let project = Project::new().file(
        "a.jsonl",
        "{\"id\":\"1\",\"why\":\"Da iawn\"}\nnot json\n[1]\n{\"id\":\"2\",\"why\":\"\\ud83d\\ude42 ok\"}\n",
    );
    let run = project.run_in_trouble();
    assert_eq!((&run["ledger"]["analysed"], &run["ledger"]["set_aside"]["unreadable"]), (&2.into(), &2.into()));
    let said = problems(&project);
    assert!(
        said.contains("line 2: it is not valid JSON") && said.contains("line 3: it is JSON, but no object"),
        "{said}"
    );
    assert!(!said.contains("not json"), "the words themselves are in no message");
}

#[test]
fn a_column_that_the_settings_name_and_the_file_lacks_is_said() {
    let project = Project::new().file("a.csv", "id,other\n1,words\n");
    project.run();
    assert!(problems(&project).contains("no column `why`"));
}

#[test]
fn invalid_utf8_in_the_middle_is_read_around() {
    let mut bytes = "id,why\n".as_bytes().to_vec();
    for i in 0..20 {
        bytes.extend_from_slice(format!("{i},Mae'r t\u{177} yn d\u{175}r\n").as_bytes());
    }
    bytes.extend_from_slice(b"99,bro\xffken\n");
    let project = Project::new().file("a.csv", bytes);
    let run = project.run();
    assert_eq!(run["ledger"]["analysed"], 21);
    assert_eq!(text(&project, "R-00001"), "Mae'r t\u{177} yn d\u{175}r");
    assert!(problems(&project).contains("not valid UTF-8"));
}

#[test]
fn repeated_ids_are_two_items() {
    let project = Project::new().answers(&[("1", "one answer"), ("1", "another answer")]);
    let run = project.run();
    assert_eq!(run["ledger"]["analysed"], 2);
    assert_eq!(project.did()["ingest"], 0, "and they are recognised when read again");
}

#[test]
fn late_and_withdrawn_responses_are_set_aside_with_their_reason() {
    let project = Project::new()
        .setting("late_after = 2022-11-07")
        .file("a.csv", "id,date,why\n1,07/11/2022,in time\n2,2022-11-08 00:01,too late\n3,,nobody knows\n");
    let run = project.run();
    assert_eq!((&run["ledger"]["analysed"], &run["ledger"]["set_aside"]["late"]), (&2.into(), &1.into()));
    assert!(project.report("summary.en.md").contains("Arrived too late"));
}

#[test]
fn settings_that_are_wrong_say_where_and_what_to_do() {
    let wrong = |settings: &str, says: &[&str]| {
        let project = Project::new().answers(&[("1", "x")]);
        std::fs::write(project.root().join("corpus/c/consultation.toml"), settings).unwrap();
        let output = project.tried(&["run", "c"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        for part in says {
            assert!(said.contains(part), "{part}: {said}");
        }
    };
    wrong("format = 1\ntitle = \"x\"\nquestionn = 1\n", &["consultation.toml:3", "questionn"]);
    wrong(
        "format = 1\ntitle = \"x\"\n[[question]]\nid = \"1\"\ntext = { en = \"a\", cy = \"b\" }\n[[source]]\nfiles = \"*.csv\"\n[source.answers]\n\"7\" = \"why\"\n",
        &["consultation.toml:9", "`7`", "which is no question"],
    );
    wrong("format = 99\ntitle = \"x\"\n", &["consultation.toml:1", "99"]);
    wrong("format = \n", &["consultation.toml:1"]);
    let project = Project::new().answers(&[("1", "x")]);
    std::fs::write(
        project.root().join("corpus/c/frame.toml"),
        "name = \"c\"\nversion = 1\n[[theme]]\ncode = \"T1\"\nlabel = \"x\"\n",
    )
    .unwrap();
    let output = project.tried(&["run", "c"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains("frame.toml:4") && said.contains("T1"), "{said}");
    std::fs::remove_file(project.root().join("corpus/c/frame.toml")).unwrap();
    assert_eq!(project.tried(&["run", "c"]).status.code(), Some(2));
    let output = project.tried(&["run", "nosuch"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("ymateb new nosuch"));
    assert_eq!(project.tried(&["run", "../c"]).status.code(), Some(2));
}

#[test]
fn a_folder_that_cannot_be_written_is_an_error_and_loses_nothing() {
    let project = Project::new().answers(&[("1", "words enough")]);
    // A file where the folder should be: refused for every user, root too.
    std::fs::write(project.root().join("index"), "in the way").unwrap();
    let output = project.tried(&["run", "c"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("index"));
    std::fs::remove_file(project.root().join("index")).unwrap();
    assert_eq!(project.run()["ledger"]["analysed"], 1);
}

#[test]
fn a_store_of_a_later_version_is_left_alone() {
    let project = Project::new().answers(&[("1", "words enough")]);
    project.run();
    let db = rusqlite::Connection::open(project.root().join("corpus/c/responses.db")).unwrap();
    db.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(db);
    let output = project.tried(&["run", "c"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("99") && said.contains("newer program"), "{said}");
}

#[test]
fn decisions_cannot_be_changed_even_by_hand() {
    let project = Project::new().theme("T", &["words"], &["geiriau"]).answers(&[("1", "words enough")]);
    project.run();
    project.asked(&["decide", "c", "R-00001", "reject", "T", "--question", "1a", "--by", "A. Coder"]);
    let db = rusqlite::Connection::open(project.root().join("corpus/c/responses.db")).unwrap();
    assert!(db.execute("UPDATE decision SET verb = 'accept'", []).is_err());
    assert!(db.execute("DELETE FROM decision", []).is_err());
}

#[test]
fn a_tampered_tag_is_noticed() {
    let project = Project::new().theme("T", &["words"], &["geiriau"]).answers(&[("1", "words enough")]);
    project.run();
    let db = rusqlite::Connection::open(project.root().join("corpus/c/responses.db")).unwrap();
    db.execute("UPDATE tag SET words = 'other'", []).unwrap();
    drop(db);
    let output = project.tried(&["show", "c", "R-00001"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("does not fit its words"));
}

#[test]
fn a_ledger_that_does_not_balance_stops_the_report() {
    let project = Project::new().answers(&[("1", "words enough")]);
    project.run();
    let db = rusqlite::Connection::open(project.root().join("corpus/c/responses.db")).unwrap();
    db.execute("UPDATE source SET records = records + 1", []).unwrap();
    drop(db);
    assert_eq!(project.tried(&["ledger", "c"]).status.code(), Some(1));
    let output = project.tried(&["report", "c"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("does not balance"));
}

#[test]
fn a_consultation_is_drafted_from_its_files_and_runs_as_it_is() {
    let project = Project::new();
    let mut rows =
        String::from("Response ID,Submitted,1. Do you agree with the plan?,2. Why do you say so?,Organisation\n");
    for i in 0..30 {
        let tick = if i % 3 == 0 { "Yes" } else { "No" };
        rows.push_str(&format!(
            "A-{i},2022-10-{:02},{tick},\"Because reason {i} is about the cost of homes, Mae'n ddrud\",\n",
            i % 28 + 1
        ));
    }
    let export = project.root().join("export.csv");
    std::fs::write(&export, rows).unwrap();
    project.asked(&["new", "drafted", "--from", export.to_str().unwrap()]);
    let run = project.json(&["run", "drafted", "--json"]);
    let ledger = &run["consultations"][0]["ledger"];
    assert_eq!((&ledger["analysed"], &ledger["balanced"]), (&30.into(), &true.into()));
    let traced = project.json(&["trace", "drafted", "question:1/option:yes", "--json"]);
    assert_eq!(traced["total"], 10);
    assert_eq!(project.json(&["trace", "drafted", "question:2/theme:G4", "--json"])["total"], 30);
    let again = project.tried(&["new", "drafted", "--from", export.to_str().unwrap()]);
    assert_eq!(again.status.code(), Some(2), "what is there is not overwritten");
}

#[test]
fn letters_in_a_folder_are_added_and_logged() {
    let project = Project::new();
    let letter = project.root().join("letter.txt");
    std::fs::write(&letter, "Dear all,\n\nQuestion 2\nNothing more from us, thank you very much.\n").unwrap();
    project.asked(&["ingest", "c", letter.to_str().unwrap()]);
    project.asked(&["ingest", "c", letter.to_str().unwrap()]);
    assert_eq!(project.ledger()["received"], 1, "the same file twice is one");
    let shown = project.json(&["show", "c", "R-00001", "--json"]);
    assert_eq!(shown["answers"][0]["question"], "2");
    assert_eq!(project.tried(&["ingest", "c", "nosuch.txt"]).status.code(), Some(2));
}

#[test]
fn filters_answer_each_line_in_order() {
    let lines = filter(
        &["language"],
        "{\"id\":1,\"text\":\"Mae'r plant yn hapus yn eu cartref newydd.\",\"other\":{\"a\":[1.50]}}\nnonsense\n{\"id\":3}\n{\"id\":4,\"text\":\"\"}\n",
    );
    assert_eq!(lines.len(), 4);
    assert_eq!((&lines[0]["language"], &lines[0]["id"]), (&"cy".into(), &1.into()));
    assert_eq!(lines[1]["line"], 2);
    assert!(lines[1]["error"].is_string() && lines[2]["error"].is_string());
    assert_eq!((&lines[2]["id"], &lines[3]["language"]), (&3.into(), &"unknown".into()));
    let copies = format!(
        "{{\"text\":\"{}\"}}\n",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    )
    .repeat(3);
    let lines = filter(&["campaigns"], &format!("{copies}{{\"text\":\"short\"}}\n"));
    assert!(lines[0]["campaign"].is_number() && lines[0]["campaign"] == lines[2]["campaign"]);
    assert!(lines[3]["campaign"].is_null());
    let lines = filter(&["analyze", "--language", "cy"], "{\"text\":\"ofal\"}\n{\"text\":\"ngofal\"}\n");
    let (index, query) = (&lines[1]["index"], &lines[0]["query"]);
    let meets = query.as_array().unwrap().iter().any(|term| index.as_array().unwrap().contains(term));
    assert!(meets, "{lines:?}");
    let lines = filter(&["redact"], "{\"text\":\"Ffoniwch fi ar 07700 900123\"}\n");
    let redacted = lines[0]["redacted"].as_str().unwrap();
    assert!(!redacted.contains("900123") && redacted.contains("Ffoniwch"), "{redacted}");
}

#[test]
fn the_tag_filter_gives_evidence_and_stance() {
    let project = Project::new().theme("T1", &["foster carers ~3 move"], &["gofalwyr maeth"]);
    let frame = project.root().join("corpus/c/frame.toml");
    let text = "We support this 🙂 but foster carers will have to move. Mae ofalwyr maeth yn poeni.";
    let line = serde_json::json!({ "id": "a", "text": text }).to_string();
    let lines = filter(&["tag", "--frame", frame.to_str().unwrap()], &line);
    let tags = lines[0]["tags"].as_array().unwrap();
    assert!(!tags.is_empty());
    for tag in tags {
        let (start, end) = (tag["start"].as_u64().unwrap() as usize, tag["end"].as_u64().unwrap() as usize);
        assert_eq!(&text[start..end], tag["words"].as_str().unwrap());
    }
    assert_eq!(lines[0]["stance"]["value"], "mixed");
}

#[test]
fn help_is_given_in_both_languages_with_an_example() {
    let commands = [
        "run",
        "new",
        "ingest",
        "ledger",
        "tag",
        "index",
        "campaigns",
        "search",
        "show",
        "report",
        "trace",
        "export",
        "decide",
        "language",
        "redact",
        "analyze",
    ];
    let project = Project::new();
    for command in commands {
        let (en, cy) = (project.asked(&[command, "--help"]), project.asked(&[command, "--help", "--lang", "cy"]));
        assert!(en.contains("Example:") && en.contains(&format!("ymateb {command}")), "{en}");
        assert!(cy.contains("Enghraifft:") && !cy.contains("Example"), "{cy}");
    }
    let top = project.asked(&["--help", "--lang=cy"]);
    assert!(top.contains("Gorchmynion") && !top.contains("Commands"), "{top}");
    assert_eq!(project.tried(&["nosuch"]).status.code(), Some(2));
    assert_eq!(table(&[]).lines().count(), 1);
}
