//! The shipped sample: what it holds, what the walk makes of it, and that the report in the repository is fresh.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::project::ymateb;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sample's originals in a root of their own, so that a test never writes into the repository.
pub fn copy() -> TempDir {
    let root = TempDir::new().expect("a temporary folder");
    copy_all(&home().join("corpus/removing-profit"), &root.path().join("corpus/removing-profit"));
    root
}

pub fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with("responses.db") || name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            copy_all(&path, &to.join(&name));
        } else {
            std::fs::copy(&path, to.join(&name)).expect("a copy");
        }
    }
}

pub fn asked(root: &Path, arguments: &[&str]) -> String {
    let output = ymateb().current_dir(root).args(arguments).output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_report_in_the_repository_is_what_the_sample_gives_today() {
    let root = copy();
    asked(root.path(), &["run"]);
    let kept = home().join("reports/removing-profit");
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(&kept).expect("a report").map(|entry| entry.expect("an entry").path()).collect();
    names.sort();
    assert!(names.len() >= 5, "two languages, two formats and the manifest");
    for path in names {
        let name = path.file_name().expect("a name");
        let today = std::fs::read(root.path().join("reports/removing-profit").join(name)).expect("a report");
        let is_fresh = today == std::fs::read(&path).expect("a report");
        assert!(
            is_fresh,
            "{} is stale: run `cargo run --release -- run removing-profit` and commit it",
            name.display()
        );
    }
}

#[test]
fn the_sample_is_as_various_as_a_real_consultation() {
    let root = copy();
    let run: Value = serde_json::from_str(&asked(root.path(), &["run", "--json"])).expect("JSON");
    let run = &run["consultations"][0];
    let ledger = &run["ledger"];
    assert!(ledger["received"].as_u64() >= Some(300));
    assert_eq!(ledger["balanced"], true);
    for reason in ["blank", "late", "withdrawn", "not_a_response", "unfinished"] {
        assert!(ledger["set_aside"][reason].as_u64() >= Some(1), "{reason}");
    }
    assert!(ledger["merged"].as_u64() >= Some(2), "duplicates");
    assert_eq!(run["campaigns"], 1);
    let responses = asked(root.path(), &["export", "removing-profit", "--what", "responses"]);
    let responses: Vec<Value> = responses.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let channels: BTreeSet<&str> = responses.iter().filter_map(|r| r["channel"].as_str()).collect();
    assert_eq!(channels, BTreeSet::from(["form", "hard copy", "easy read", "letter", "e-mail"]));
    let councils: BTreeSet<&str> = responses
        .iter()
        .filter(|r| r["type"] == "local-authority")
        .filter_map(|r| r["organisation"].as_str())
        .collect();
    assert_eq!(councils.len(), 22);
    let kinds: BTreeSet<&str> = responses.iter().filter_map(|r| r["type"].as_str()).collect();
    assert!(kinds.len() >= 20, "{kinds:?}");
    let in_language = |language: &str| {
        let is_in = |answer: &Value| answer["language"]["language"] == language;
        responses.iter().filter(|r| r["answers"].as_array().is_some_and(|all| all.iter().any(is_in))).count() * 100
            / responses.len()
    };
    assert!((8..=25).contains(&in_language("cy")), "{} per cent in Welsh", in_language("cy"));
    assert!(in_language("mixed") >= 1);
    for consent in ["publish", "name", "quote", "contact"] {
        let given = responses.iter().filter(|r| r["consents"][consent] == true).count();
        assert!(given > 20 && given < responses.len() - 20, "{consent}: {given}");
    }
}

#[test]
fn the_sample_says_that_it_is_invented_wherever_it_shows() {
    let root = copy();
    asked(root.path(), &["run"]);
    assert!(asked(root.path(), &["show", "removing-profit", "R-00001"]).contains("invented"));
    assert!(asked(root.path(), &["show", "removing-profit", "R-00001", "--lang", "cy"]).contains("ddychmygol"));
    for (name, word) in
        [("summary.en.html", "invented"), ("summary.cy.html", "dychmygol"), ("summary.cy.md", "dychmygol")]
    {
        let text = std::fs::read_to_string(home().join("reports/removing-profit").join(name)).expect("a report");
        assert!(text.contains(word), "{name}");
    }
}

#[test]
fn every_pattern_language_and_theme_of_the_sample_frame_is_there() {
    let root = copy();
    let themes = asked(root.path(), &["export", "removing-profit", "--what", "frame"]);
    let themes: Vec<Value> = themes.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let published: Vec<&Value> = themes.iter().filter(|theme| theme["working"] == false).collect();
    let parents = published.iter().filter(|theme| theme["parent"].is_null()).count();
    assert_eq!((parents, published.len() - parents), (12, 56));
    for theme in &published {
        for language in ["en", "cy"] {
            assert_ne!(theme["label"][language], "", "{}", theme["code"]);
            let needs = !theme["parent"].is_null();
            assert!(!needs || !theme[language].as_array().expect("patterns").is_empty(), "{}", theme["code"]);
        }
    }
}

#[test]
fn officials_find_what_councils_said_in_either_language() {
    let root = copy();
    asked(root.path(), &["run"]);
    let search = |arguments: &[&str]| -> Value {
        let all = [&["search", "removing-profit", "--json"], arguments].concat();
        serde_json::from_str(&asked(root.path(), &all)).expect("JSON")
    };
    let english = search(&["foster carers move", "--type", "local authority"]);
    assert!(english["total"].as_u64() >= Some(1));
    for named in ["type:\"local authority\" foster carers move", "math:\"awdurdod lleol\" foster carers move"] {
        assert_eq!(search(&[named])["total"], english["total"], "{named}");
    }
    assert!(english["hits"][0]["text"].as_str().expect("a text").to_lowercase().contains("foster carers"));
    let (radical, mutated) = (search(&["gofal"]), search(&["ngofal"]));
    assert!(radical["total"].as_u64() >= Some(10));
    assert_eq!(radical["total"], mutated["total"], "gofal, ofal and ngofal are one word");
}
