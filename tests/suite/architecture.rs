//! Which room may import which, and behind which door each outside crate stays.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Rooms and what they may import.
const ROOMS: [(&str, &[&str]); 12] = [
    ("model", &[]),
    ("locale", &["model"]),
    ("text", &["model"]),
    ("corpus", &["model"]),
    ("ingest", &["model", "text", "corpus"]),
    // What is wrong with a frame is said in both languages, by whoever meets it.
    ("tagging", &["model", "text", "locale"]),
    ("index", &["model", "text"]),
    ("analysis", &["model", "text"]),
    ("reports", &["model", "text", "analysis", "locale"]),
    ("invent", &["model"]),
    ("pipeline", &["model", "locale", "text", "corpus", "ingest", "tagging", "index", "analysis", "reports"]),
    (
        "cli",
        &[
            "model", "locale", "text", "corpus", "ingest", "tagging", "index", "analysis", "reports", "invent",
            "pipeline",
        ],
    ),
];

/// Outside crates that only one room may name.
const DOORS: [(&str, &str); 19] = [
    ("tantivy", "index"),
    ("reqwest", "ingest"),
    ("tokio", "ingest"),
    // Tables are read by ingest and written by reports; the sample and the exports write their own.
    ("csv", "ingest invent cli reports"),
    ("calamine", "ingest"),
    ("cfb", "ingest"),
    ("mail_parser", "ingest"),
    ("pdf_extract", "ingest"),
    ("quick_xml", "ingest"),
    ("scraper", "ingest"),
    // An open document is a zip of XML, in and out.
    ("zip", "ingest reports"),
    ("rust_xlsxwriter", "reports"),
    ("regex_syntax", "tagging"),
    ("rusqlite", "corpus"),
    // Files that people edit too keep their comments when the program changes them: frames, saved searches.
    ("toml_edit", "tagging corpus"),
    ("clap", "cli"),
    ("whatlang", "text"),
    ("fluent_bundle", "locale"),
    // Sixteen bytes of a text at a time.
    ("wide", "text tagging"),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The room of a file and its code without comments.
fn rooms() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut rooms = Vec::new();
    for file in sources(&src) {
        let below = file.strip_prefix(&src).expect("below src");
        let first = below.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        if first == "main.rs" || first == "lib.rs" {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a source");
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        rooms.push((first.trim_end_matches(".rs").to_owned(), below.to_owned(), code.join("\n")));
    }
    rooms
}

/// Rooms named after `crate::`, in any of the ways in which Rust lets one name them.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let is_start = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = &code[at + "crate::".len()..];
        if !is_start {
            continue;
        }
        if let Some(group) = rest.strip_prefix('{') {
            // `use crate::{a::b, c}`: the names at depth one.
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.insert(first_name(&name));
                        name.clear();
                    }
                    c => name.push(c),
                }
            }
            found.insert(first_name(&name));
        } else {
            found.insert(first_name(rest));
        }
    }
    found.remove("");
    found
}

fn first_name(path: &str) -> String {
    path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn each_room_imports_only_the_rooms_before_it() {
    let mut wrong = Vec::new();
    for (room, file, code) in rooms() {
        let allowed = ROOMS.iter().find(|(name, _)| *name == room);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{} is in no room of the table", file.display()));
        for import in imports(&code) {
            if import != room && !allowed.contains(&import.as_str()) {
                wrong.push(format!("{} ({room}) imports {import}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_outside_crate_stays_behind_its_door() {
    let mut wrong = Vec::new();
    for (room, file, code) in rooms() {
        for (outside, doors) in DOORS {
            let named = code
                .match_indices(&format!("{outside}::"))
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'));
            if named && !doors.split(' ').any(|door| door == room) {
                wrong.push(format!("{} ({room}) names {outside}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_itself_sees_imports_in_every_form() {
    let code = "use crate::{index::Found, model};\nlet x = crate::reports::html();\nuse supercrate::no;";
    assert_eq!(imports(code), BTreeSet::from(["index".to_owned(), "model".to_owned(), "reports".to_owned()]));
}
