//! What can happen to an index: it is deleted, damaged, half there, of another version, or the disk fills while it is
//! written. Whoever searches gets an answer or is told what to do.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::project::{Project, table};

fn project() -> Project {
    let project = Project::new().theme("COST", &["expensive"], &["rhy ddrud"]).answers(&[
        ("1", "It is expensive 🙂"),
        ("2", "Mae'n rhy ddrud."),
        ("3", ""),
    ]);
    project.run();
    project
}

fn index(project: &Project) -> PathBuf {
    project.root().join("index/c")
}

/// Searches for everything: how many there are, and what was said about the index.
fn searched(project: &Project) -> (u64, String) {
    let output = project.tried(&["search", "c", "*", "--json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    (found["total"].as_u64().unwrap(), said)
}

/// Does something to every file of the index that is named so.
fn each(project: &Project, ends: &str, act: impl Fn(&Path)) {
    let mut done = 0;
    for entry in std::fs::read_dir(index(project)).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with(ends) {
            act(&path);
            done += 1;
        }
    }
    assert!(done > 0, "no file ends in {ends}");
}

#[test]
fn a_search_builds_the_index_that_it_cannot_ask_and_says_so() {
    let project = project();
    assert_eq!(searched(&project), (2, String::new()));

    std::fs::remove_dir_all(index(&project)).unwrap();
    let (total, said) = searched(&project);
    assert_eq!((total, said.as_str()), (2, "There is no search index yet; building it.\n"));
    assert_eq!(searched(&project), (2, String::new()));

    let meta = index(&project).join("meta.json");
    let text = std::fs::read_to_string(&meta).unwrap();
    std::fs::write(&meta, text.replace("\\\"version\\\":", "\\\"version\\\":9")).unwrap();
    assert_eq!(searched(&project).1, "The search index is of another version of this program; building it again.\n");

    std::fs::write(&meta, "{ torn").unwrap();
    let (total, said) = searched(&project);
    assert_eq!((total, said.as_str()), (2, "The search index is broken; building it again.\n"));
    assert_eq!(searched(&project), (2, String::new()));
}

#[test]
fn an_index_of_which_files_are_gone_or_cut_short_is_built_again() {
    for ends in [".term", ".store", ".fast", ".idx", ".pos", ".fieldnorm", "meta.json"] {
        let project = project();
        each(&project, ends, |path| std::fs::remove_file(path).unwrap());
        let (total, said) = searched(&project);
        assert!(total == 2 && said.contains("building it"), "{ends} gone: {said}");
        each(&project, ends, |path| std::fs::write(path, b"").unwrap());
        let (total, said) = searched(&project);
        assert!(total == 2 && said.contains("building it"), "{ends} empty: {said}");
        each(&project, ends, |path| {
            let bytes = std::fs::read(path).unwrap();
            std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        });
        let (total, _) = searched(&project);
        assert_eq!(total, 2, "{ends} cut short");
        assert_eq!(project.tried(&["check", "c"]).status.code(), Some(0), "{ends} cut short");
    }
}

#[test]
fn bytes_that_changed_are_answered_or_found_never_a_panic() {
    let project = project();
    let sound = index(&project);
    let damaged = project.root().join("damaged");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&sound).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|kind| kind != "json" && kind != "lock"));
    files.sort();
    let request = ymateb::index::Request {
        query: "expensive OR drud OR \"rhy ddrud\" OR exp* theme:COST".to_owned(),
        limit: 9,
        ..Default::default()
    };
    let mut found = 0;
    for step in 0..300_usize {
        std::fs::create_dir_all(&damaged).unwrap();
        for entry in std::fs::read_dir(&sound).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, damaged.join(path.file_name().unwrap())).unwrap();
        }
        let path = damaged.join(files[step % files.len()].file_name().unwrap());
        let mut bytes = std::fs::read(&path).unwrap();
        for n in 0..4 {
            let at = (step * 7_919 + n * 31) % bytes.len();
            bytes[at] ^= 1 << (step % 8);
        }
        std::fs::write(&path, bytes).unwrap();
        match ymateb::index::search(&damaged, &request) {
            Ok(_) => {}
            Err(error) => {
                assert!(error.asks_for_rebuild(), "{error}");
                found += 1;
            }
        }
        std::fs::remove_dir_all(&damaged).unwrap();
    }
    assert!(found > 0);
}

#[test]
fn whoever_searches_an_index_behind_the_store_is_told() {
    let project = project();
    project.put("answers.csv", table(&[("1", "It is dear"), ("2", "Mae'n rhy ddrud."), ("3", "🙂")]));
    project.asked(&["ingest", "c"]);
    let (total, said) = searched(&project);
    assert_eq!(total, 2);
    assert!(said.contains("`ymateb index c` brings it up to date"), "{said}");
}

/// Answers enough to fill a small disk, none like another.
fn many() -> String {
    let mut rows = Vec::new();
    for n in 0..2_000_u64 {
        let mut words = String::new();
        for word in 0..20 {
            let hash = (n * 31 + word + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let _ = write!(words, "w{:x} ", hash >> 20);
        }
        rows.push((n.to_string(), words));
    }
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, words)| (id.as_str(), words.as_str())).collect();
    table(&rows)
}

/// Runs the program with files of at most so many KiB, as on a disk that is full.
fn with_room(project: &Project, kib: u32, arguments: &str) -> Output {
    let program = project.command(&[]).get_program().to_string_lossy().into_owned();
    // Of the signal that it is sent at the limit a process dies, unless it looks away.
    let script = format!("trap '' XFSZ; ulimit -f {kib}; exec \"{program}\" {arguments}");
    let mut shell = std::process::Command::new("bash");
    shell.current_dir(project.root()).env("LC_ALL", "en_GB.UTF-8").args(["-c", &script]).output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_during_a_build_leaves_the_old_index_and_says_what_to_do() {
    let project = project();
    project.put("answers.csv", many());
    project.asked(&["ingest", "c"]);
    project.asked(&["tag", "c"]);
    let refused = |output: &Output| {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "there was room");
        assert!(said.contains("index/") && said.contains("make room or correct the permissions"), "{said}");
    };
    refused(&with_room(&project, 64, "index c"));
    let (total, said) = searched(&project);
    assert_eq!(total, 2, "{said}");
    // Built whole, where there is none: nothing half done is left.
    std::fs::remove_dir_all(index(&project)).unwrap();
    refused(&with_room(&project, 64, "index c"));
    refused(&with_room(&project, 64, "search c '*'"));
    assert!(std::fs::read_dir(project.root().join("index")).unwrap().next().is_none());
    // With room again, it goes on as if nothing had been.
    project.asked(&["index", "c"]);
    assert_eq!(searched(&project).0, 2_000);
    assert_eq!(project.tried(&["check", "c"]).status.code(), Some(0));
}
