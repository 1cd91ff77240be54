//! `ymateb check`: every kind of change reaches the index, and whatever differs is found and said.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::convert::Infallible;
use std::path::Path;

use serde_json::Value;
use ymateb::index::{Change, Passage, stamp, update};

use crate::project::{Project, table};

/// Four answers, one in Welsh, one with an emoji, one empty.
const ROWS: [(&str, &str); 5] = [
    ("1", "It is expensive, and far from home. They move often 🙂"),
    ("2", "Mae'n rhy ddrud, ac ymhell o gartref."),
    ("3", "Children move and move again, far from home, far from home."),
    ("4", "Dim byd i'w ddweud am hyn."),
    ("5", ""),
];

fn project() -> Project {
    let project = Project::new()
        .theme("COST", &["expensive"], &["rhy ddrud"])
        .theme("FAR", &["far from home"], &["ymhell o gartref"])
        .answers(&ROWS);
    project.run();
    project
}

fn check(project: &Project) -> Value {
    let output = project.tried(&["check", "c", "--json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let is_well = found["findings"].as_array().unwrap().is_empty();
    assert_eq!(output.status.code(), Some(i32::from(!is_well)), "{found}");
    found
}

fn kinds(found: &Value) -> Vec<&str> {
    found["findings"].as_array().unwrap().iter().map(|finding| finding["what"].as_str().unwrap()).collect()
}

fn found(project: &Project, query: &str) -> u64 {
    project.json(&["search", "c", query, "--json"])["total"].as_u64().unwrap()
}

/// Brings the index up to date; it must then say what an index built afresh would say.
fn indexed(project: &Project, at_least: u64) {
    let said = project.asked(&["index", "c"]);
    let did: u64 = said.split(|c: char| !c.is_ascii_digit()).find_map(|word| word.parse().ok()).unwrap();
    assert!(did >= at_least, "{said}");
    let well = check(project);
    assert_eq!(kinds(&well), [""; 0], "{well}");
}

#[test]
fn every_kind_of_change_reaches_the_index() {
    let project = project();
    assert_eq!(kinds(&check(&project)), [""; 0]);
    assert_eq!((found(&project, "theme:FAR"), found(&project, "expensive"), found(&project, "cwningod")), (3, 1, 0));

    // An answer.
    let mut rows = ROWS;
    rows[3].1 = "Beth am y cwningod?";
    project.put("answers.csv", table(&rows));
    project.asked(&["ingest", "c"]);
    project.asked(&["tag", "c"]);
    assert!(kinds(&check(&project)).contains(&"index_behind"));
    indexed(&project, 1);
    assert_eq!(found(&project, "cwningod"), 1);

    // A tag, by a decision; and the decision undone.
    let decide = ["decide", "c", "R-00003", "reject", "FAR", "--question", "1a", "--by", "A. Coder"];
    project.asked(&decide);
    indexed(&project, 1);
    assert_eq!(found(&project, "theme:FAR"), 2);
    project.asked(&["decide", "c", "R-00003", "undo", "--question", "1a", "--by", "A. Coder"]);
    indexed(&project, 1);
    assert_eq!(found(&project, "theme:FAR"), 3);

    // A merge; and the merge undone.
    project.asked(&["merge", "c", "R-00002", "--into", "R-00001", "--by", "A. Coder"]);
    indexed(&project, 1);
    project.asked(&["merge", "c", "R-00002", "--into", "R-00001", "--by", "A. Coder", "--undo"]);
    indexed(&project, 1);
    assert_eq!(found(&project, "ddrud"), 1);

    // A new version of the frame: every tag.
    let project = project.new_frame().theme("MOVE", &["move*"], &["symud"]);
    project.asked(&["tag", "c"]);
    indexed(&project, 2);
    assert_eq!((found(&project, "theme:FAR"), found(&project, "theme:MOVE")), (0, 2));

    // An erasure: no file of the index holds the words.
    project.put("answers.csv", table(&rows[..2]));
    project.asked(&["ingest", "c"]);
    indexed(&project, 2);
    assert_eq!(found(&project, "cwningod"), 0);
    assert_eq!(found(&project, "*"), 2);
}

#[test]
fn what_differs_is_found_and_said_in_both_languages() {
    let project = project();
    let dir = project.root().join("index/c");
    let last = stamp(&dir).unwrap();
    let hits = project.json(&["search", "c", "*", "--json"])["hits"].as_array().unwrap().clone();
    let key = |n: usize| hits[n]["key"].as_i64().unwrap();
    let changes = [
        Change::Remove(key(0)),
        Change::Put(Passage { key: key(1), text: "other words".to_owned(), ..Passage::default() }),
        Change::Put(Passage { key: 999, text: "🙂".to_owned(), ..Passage::default() }),
    ];
    update(&dir, &last, false, changes.into_iter().map(Ok::<_, Infallible>)).unwrap();
    let differs = check(&project);
    let kinds = kinds(&differs);
    for kind in ["missing", "other_words", "surplus", "count"] {
        assert!(kinds.contains(&kind), "{kind}: {differs}");
    }
    let theme = differs["findings"].as_array().unwrap().iter().find(|finding| finding["facet"] == "theme").unwrap();
    assert!(theme["store"].as_u64() > theme["index"].as_u64(), "{theme}");
    let output = project.tried(&["check", "c"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("delete the folder index/c and run `ymateb index c`"), "{said}");
    assert!(said.contains("R-00001, question 1a: in the store, but not in the search index"), "{said}");
    let welsh = String::from_utf8(project.tried(&["check", "c", "--lang", "cy"]).stdout).unwrap();
    assert!(welsh.contains("R-00001, cwestiwn 1a: yn y storfa, ond nid yn y mynegai chwilio"), "{welsh}");
    // What it says to do helps.
    for entry in std::fs::read_dir(&dir).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "store") {
            let mut bytes = std::fs::read(&path).unwrap();
            bytes[10] ^= 1;
            std::fs::write(&path, bytes).unwrap();
        }
    }
    assert!(check(&project)["findings"][0]["why"].as_str().unwrap().contains(".store is damaged"));
    std::fs::remove_dir_all(&dir).unwrap();
    assert!(check(&project)["findings"][0]["why"].as_str().unwrap().contains("no search index here"));
    project.asked(&["index", "c"]);
    let well = project.asked(&["check", "c"]);
    assert!(well.contains("Store and search index agree"), "{well}");
}

#[test]
fn a_tag_whose_words_are_elsewhere_is_found() {
    let project = project();
    let store = rusqlite::Connection::open(project.root().join("corpus/c/responses.db")).unwrap();
    store.execute("UPDATE tag SET start = start + 1 WHERE theme = 'COST'", []).unwrap();
    drop(store);
    let differs = check(&project);
    assert_eq!(kinds(&differs), ["store"], "{differs}");
    assert!(differs["findings"][0]["why"].as_str().unwrap().contains("the tag COST at bytes"), "{differs}");
}

#[test]
fn the_sample_agrees_with_itself() {
    let root = tempfile::tempdir().unwrap();
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate::sample::copy_all(&home.join("corpus/removing-profit"), &root.path().join("corpus/removing-profit"));
    let asked = |arguments: &[&str]| {
        let output = crate::project::ymateb().current_dir(root.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        output.stdout
    };
    asked(&["run"]);
    let checked: Value = serde_json::from_slice(&asked(&["check", "removing-profit", "--json"])).unwrap();
    assert!(checked["passages"].as_u64() > Some(100) && checked["tags"].as_u64() > Some(100), "{checked}");
    assert!(checked["counts"].as_u64() > Some(30), "{checked}");
    assert_eq!(checked["reports_are_fresh"], true);
    let frame = root.path().join("corpus/removing-profit/frame.toml");
    std::fs::write(&frame, std::fs::read_to_string(&frame).unwrap() + "\n# 🙂\n").unwrap();
    let checked = String::from_utf8(asked(&["check", "removing-profit"])).unwrap();
    assert!(checked.contains("ymateb report removing-profit"), "{checked}");
}
