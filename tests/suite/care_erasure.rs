//! Forgetting a person: no byte of their words is left below the root, and the account still balances.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::project::Project;

/// Strings that only this person wrote: in answers, name, address, a message, what was attached to it, a letter.
const PLANTED: [&str; 10] = [
    "zorvexine",
    "quimbolted",
    "brandivole",
    "Fenwillocky",
    "Maridwenna",
    "maridwenna.f@pellennig.example",
    "trwstanllwyd",
    "oblervanty",
    "siwglaethus",
    "dravenmoor",
];

/// Words that many sent, the person among them.
const TEMPLATE: &str = "I am writing because homes for children should be near the families and friends and schools that they \
    know and because nobody should make a profit out of the care of a child in Wales and so I ask you to go on with this and to \
    do it well and soon";

fn project() -> Project {
    let mut rows = String::from("id,type,name,email,quote,why,else\n");
    rows += "a,person,Nia Puw,nia@x.example,Yes,The cost is a burden on us all in this valley.,\n";
    rows += &format!(
        "b,person,Maridwenna Fenwillocky,maridwenna.f@pellennig.example,Yes,\"The cost is zorvexine, I said \"\"quimbolted\"\"\n\
         and mae'r gost yn brandivole iawn 🙂 i mi.\",{TEMPLATE}\n"
    );
    for id in ["c", "d", "e", "f"] {
        rows += &format!(
            "{id},person,Person {id},{id}@x.example,Yes,The cost of {id} is theirs alone to tell of here.,{TEMPLATE}\n"
        );
    }
    let mailbox = "From nia@x.example Wed Sep 14 10:32:05 2022\nFrom: Nia Puw <nia2@x.example>\nSubject: Ymgynghoriad\nMessage-ID: <1@x>\n\nI think that the cost is a worry for all of us who live here.\n\n\
        From maridwenna.f@pellennig.example Wed Sep 14 10:33:05 2022\nFrom: Maridwenna Fenwillocky <maridwenna.f@pellennig.example>\nSubject: Ymgynghoriad\nMessage-ID: <2@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n\
        --b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nMae'r gost yn trwstanllwyd i bawb sydd yn byw yma gyda ni.\n\
        --b\nContent-Type: text/plain; name=\"more.txt\"\nContent-Disposition: attachment; filename=\"more.txt\"\n\nThe cost of homes is oblervanty and it makes us siwglaethus all year.\n--b--\n\n\
        From gwen@x.example Wed Sep 14 10:34:05 2022\nFrom: Gwen Rhys <gwen@x.example>\nSubject: Ymgynghoriad\nMessage-ID: <3@x>\n\nThe cost is fair, and I would not change a thing of it.\n";
    let project =
        Project::new().theme("COST", &["cost"], &["cost"]).file("form.csv", rows).file("letters.mbox", mailbox).file(
            "Letter from Maridwenna.txt",
            "The cost is dravenmoor to a family like mine, and it always was and will be.\n",
        );
    let settings = project.root().join("corpus/c/consultation.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text.replacen("name = [\"name\"]", "name = [\"name\"]\nemail = \"email\"", 1)).unwrap();
    project.run();
    // A person says that the letter is hers, and decides about her words.
    let letter = number_of(&project, "dravenmoor");
    project.asked(&["merge", "c", &letter, "--into", "R-00002", "--by", "Ann"]);
    project.asked(&[
        "decide",
        "c",
        "R-00002",
        "accept",
        "COST",
        "--question",
        "1a",
        "--words",
        "The cost is zorvexine",
        "--by",
        "A",
    ]);
    project.run();
    project
}

fn number_of(project: &Project, words: &str) -> String {
    project.json(&["search", "c", words, "--json"])["hits"][0]["response"].as_str().unwrap().to_owned()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files
}

/// Planted strings that stand anywhere below the root: in file names, in bytes as they lie, in members of archives.
fn left(project: &Project) -> Vec<String> {
    let mut found = Vec::new();
    for file in files_below(project.root()) {
        let mut contents = vec![std::fs::read(&file).unwrap(), file.to_string_lossy().into_owned().into_bytes()];
        if contents[0].starts_with(b"PK") {
            let mut archive = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
            for index in 0..archive.len() {
                let mut bytes = Vec::new();
                archive.by_index(index).unwrap().read_to_end(&mut bytes).unwrap();
                contents.push(bytes);
            }
        }
        for bytes in contents {
            // Terms of an index are folded; so is what is looked for.
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            let planted = PLANTED.iter().filter(|planted| text.contains(&planted.to_lowercase()));
            found.extend(planted.map(|planted| format!("{}: {planted}", file.display())));
        }
    }
    found
}

const FORGET: [&str; 9] =
    ["forget", "c", "R-00002", "--by", "D. Officer", "--because", "asked by e-mail", "--date", "2026-11-03"];

/// Nothing of hers is left, nothing of anybody else's is lost, and the account says so.
fn is_forgotten(project: &Project) {
    assert_eq!(left(project), Vec::<String>::new());
    let ledger = project.ledger();
    assert_eq!(ledger["balanced"], true, "{ledger}");
    assert_eq!(
        (&ledger["received"], &ledger["analysed"], &ledger["set_aside"]["erased"]),
        (&10.into(), &7.into(), &3.into())
    );
    for planted in PLANTED {
        assert_eq!(project.json(&["search", "c", planted, "--json"])["total"], 0, "{planted}");
    }
    assert_eq!(project.json(&["search", "c", "burden", "--json"])["total"], 1);
    assert_eq!(project.json(&["search", "c", "fair", "--json"])["total"], 1);
    let campaigns = project.json(&["campaigns", "c", "--json"]);
    assert_eq!(campaigns["campaigns"][0]["template"], "R-00003", "another member stands for the template: {campaigns}");
    let form = std::fs::read_to_string(project.received().join("form.csv")).unwrap();
    assert!(form.starts_with("id,type,name,email,quote,why,else\na,person,Nia Puw"), "{form}");
    assert_eq!(form.lines().count(), 6);
}

#[test]
fn no_byte_of_a_forgotten_person_is_left_and_the_account_balances() {
    let project = project();
    let before = left(&project);
    for planted in PLANTED {
        assert!(before.iter().any(|found| found.ends_with(planted)), "{planted} was there");
    }
    let told = project.asked(&FORGET);
    assert!(told.contains("It balances"), "{told}");
    is_forgotten(&project);
    let certificate = std::fs::read_to_string(project.root().join("corpus/c/erasures/ER-0001.json")).unwrap();
    let certificate: serde_json::Value = serde_json::from_str(&certificate).unwrap();
    assert_eq!(
        (&certificate["files_cut"], &certificate["files_removed"], &certificate["received"]),
        (&2.into(), &1.into(), &10.into())
    );
    assert_eq!(certificate["counted"]["items"], 3);
    assert_eq!(certificate["remains"], serde_json::json!([]));
    for (language, words) in [("en", "Where copies may remain"), ("cy", "Lle gall copïau aros")] {
        let text =
            std::fs::read_to_string(project.root().join(format!("corpus/c/erasures/ER-0001.{language}.md"))).unwrap();
        assert!(text.contains(words), "{text}");
    }
    // Again, and after everything is done again.
    assert!(project.asked(&FORGET).contains("was erased on"));
    project.run();
    is_forgotten(&project);
    assert_eq!(project.did().values().sum::<u64>(), 0, "nothing is left to do");
}

#[test]
fn a_copy_that_comes_back_is_not_taken_in_again_and_the_ledger_says_where_it_is() {
    let project = project();
    let form = std::fs::read(project.received().join("form.csv")).unwrap();
    let letter = std::fs::read(project.received().join("Letter from Maridwenna.txt")).unwrap();
    project.asked(&FORGET);
    // Somebody restores files from a backup, one of them under another name.
    project.put("form.csv", form);
    project.put("found.txt", letter);
    project.tried(&["run", "c"]);
    let ledger = project.ledger();
    assert_eq!((&ledger["balanced"], &ledger["analysed"]), (&true.into(), &7.into()), "{ledger}");
    let problems = ledger["sources"].to_string();
    assert_eq!(problems.matches("asked for them to be erased").count(), 2, "{problems}");
    for planted in PLANTED {
        assert_eq!(project.json(&["search", "c", planted, "--json"])["total"], 0, "{planted}");
    }
    let again = project.tried(&FORGET);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stdout).contains("holds the words again"));
}

#[test]
fn killed_at_any_moment_it_is_finished_by_the_next_run() {
    for delay in [0, 15, 30, 50, 75, 100, 130, 170, 220, 300, 400] {
        let project = project();
        let mut child = project
            .command(&FORGET)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        child.kill().unwrap();
        child.wait().unwrap();
        // Whichever command writes next goes on with it; where it had not begun, it is asked for again.
        if delay % 2 == 0 {
            project.run();
        }
        project.asked(&FORGET);
        is_forgotten(&project);
    }
}

#[test]
fn a_hold_stops_erasure_and_a_date_asks_for_a_reason() {
    let project = project().setting("withdraw_until = 2026-10-31");
    let late = project.tried(&FORGET);
    assert_eq!(late.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&late.stderr).contains("31 October 2026"));
    project.asked(&["restrict", "c", "R-00002", "--kind", "foi", "--by", "Ann", "--because", "request of 1 November"]);
    let mut asked = FORGET.to_vec();
    asked.extend(["--after-date-because", "a child asked"]);
    let held = project.tried(&asked);
    assert_eq!(held.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&held.stderr).contains("request for information"));
    let ledger = project.ledger();
    assert_eq!((&ledger["set_aside"]["withdrawn"], &ledger["balanced"]), (&3.into(), &true.into()), "{ledger}");
    assert!(!left(&project).is_empty(), "the words are held");
    assert_eq!(project.json(&["search", "c", "zorvexine", "--json"])["total"], 0, "and nobody works with them");
    project.asked(&["release", "c", "R-00002", "--kind", "foi", "--by", "Ann", "--because", "answered"]);
    project.asked(&asked);
    is_forgotten(&project);
    assert_eq!(project.tried(&["forget", "c", "R-00099", "--by", "A", "--because", "x"]).status.code(), Some(2));
}

#[test]
fn what_cannot_be_cut_for_certain_is_named_on_the_certificate() {
    let project = project();
    // She is quoted in another's answer, and her address stands in a file that is no source of responses.
    project.put("cover-note.cfg", "ring maridwenna.f@pellennig.example about the letter");
    let done = project.tried(&FORGET);
    assert_eq!(done.status.code(), Some(1));
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(told.contains("cover-note.cfg: it still holds words"), "{told}");
}

#[test]
fn whoever_tags_or_reports_at_the_same_time_waits_and_finds_nothing_to_spoil() {
    let project = project();
    let mut children: Vec<_> = (0..2)
        .flat_map(|n| {
            let note = format!("note {n}");
            let decide = ["decide", "c", "R-00002", "accept", "COST", "--question", "1a", "--by", "B", "--note", &note];
            [project.command(&decide), project.command(&["run", "c"])]
        })
        .chain([project.command(&FORGET)])
        .map(|mut command| {
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    for child in &mut children {
        child.wait().unwrap();
    }
    project.run();
    is_forgotten(&project);
    let decided = project.tried(&["decide", "c", "R-00002", "accept", "COST", "--question", "1a", "--by", "B"]);
    assert_eq!(decided.status.code(), Some(2), "there is no answer to decide on");
}

#[test]
fn everything_held_about_one_person_comes_as_one_package_and_nobody_elses() {
    let project = project().setting("leads = [\"Sian Lead\"]").setting("keep_until = 2026-12-31");
    let access = ["access", "c", "R-00002", "--by", "D. Officer", "--out", "held.zip"];
    project.asked(&access);
    let file = project.root().join("held.zip");
    let first = std::fs::read(&file).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(first.clone())).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    assert!(names.contains(&"originals/Letter from Maridwenna.txt".to_owned()), "{names:?}");
    let mut page = String::new();
    archive.by_name("respondent.md").unwrap().read_to_string(&mut page).unwrap();
    for planted in PLANTED {
        assert!(page.contains(planted), "{planted}: {page}");
    }
    assert!(!page.contains("Nia Puw") && !page.contains("burden"), "nobody else's words: {page}");
    project.asked(&access);
    assert_eq!(std::fs::read(&file).unwrap(), first, "the same bytes again");
    project.asked(&["worry", "c", "R-00002", "--by", "Ann"]);
    assert_eq!(
        project.tried(&access).status.code(),
        Some(2),
        "what somebody is worried about is for a lead to hand out"
    );

    let at = |now: &str| project.tried(&["retention", "c", "--now", now, "--json"]);
    assert_eq!(at("2026-12-31T12:00:00Z").status.code(), Some(0));
    let due = at("2027-01-01T12:00:00Z");
    assert_eq!(due.status.code(), Some(1));
    let due: serde_json::Value = serde_json::from_slice(&due.stdout).unwrap();
    assert_eq!((&due["overdue"], &due["holds"][0]["kind"]), (&true.into(), &"safeguarding".into()));
}
