//! What is out of general view: every door of the program is tried for words that must not come out of it.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::project::Project;

/// Words that stand in one answer each, and in nothing that the program says by itself.
const WHOLE: &str = "zorvexine";
const OTHER_ANSWER: &str = "quimbolted";
const UNQUOTABLE: &str = "brandivole";
const PARTIAL: &str = "fenwillocky";
const NAME: &str = "Prudwenna";

/// Five people: R-1 is to be out of view as a whole, R-2's second answer alone, R-3 may not be quoted, R-4 and R-5 may.
fn project() -> Project {
    let rows = "id,type,organisation,name,publish,named,quote,why,else\n\
        a,body,Canolfan Prudwenna,Prudwenna Morus,Yes,Yes,Yes,\"Mae'r gost yn zorvexine iawn i bawb yn y sir hon.\",\"The cost is quimbolted for every family that I know here.\"\n\
        b,person,,,Yes,Yes,Yes,The cost is far too high for a family like mine to bear.,The cost made me fenwillocky for a whole year of my life.\n\
        c,person,,,Yes,Yes,No,The cost is brandivole and I would not want to be quoted.,\n\
        d,person,,,Yes,Yes,Yes,The cost is a burden on everyone who lives near here 🙂 now.,\n\
        e,person,,,Yes,Yes,Yes,,\n";
    Project::new().setting("leads = [\"Sian Lead\"]").theme("COST", &["cost"], &["cost"]).file("form.csv", rows)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files
}

/// Every way of asking the program for something, as one who is no lead.
///
/// Searches stand first: they must not rely on what another command brings up to date.
fn doors() -> Vec<Vec<&'static str>> {
    let mut doors: Vec<Vec<&str>> = vec![
        vec!["run", "c"],
        vec!["run", "c", "--json"],
        vec!["ledger", "c"],
        vec!["ledger", "c", "--json"],
        vec!["duplicates", "c", "--json"],
        vec!["campaigns", "c"],
        vec!["campaigns", "c", "--json"],
        vec!["decide", "c", "--waiting"],
        vec!["decide", "c", "--waiting", "--json"],
        vec!["decide", "c", "R-00001", "accept", "COST", "--question", "1a", "--by", "A"],
        vec!["decide", "c", "R-00002", "accept", "COST", "--question", "2", "--by", "A"],
        vec!["evaluate", "c"],
        vec!["evaluate", "c", "--json"],
        vec!["evaluate", "c", "--sample", "100"],
        vec!["evaluate", "c", "--coded", "coded.csv"],
        vec!["frame", "check", "c"],
        vec!["frame", "check", "c", "--json"],
        vec!["tag", "c", "--dry-run", "--frame", "other.toml", "--examples", "50"],
        vec!["tag", "c", "--dry-run", "--frame", "other.toml", "--examples", "50", "--json"],
        vec!["report", "c"],
        vec!["worries", "c"],
        vec!["worries", "c", "--json"],
        vec!["worries", "c", "--as", "Sian Lead"],
        vec!["index", "c"],
        vec!["search", "c", "zorvexine", "--restricted", "--as", "Nobody Much"],
        vec!["show", "c", "R-00001", "--as", "Nobody Much"],
    ];
    for json in [&[][..], &["--json"][..]] {
        for response in ["R-00001", "R-00002"] {
            doors.push([&["show", "c", response], json].concat());
        }
        for figure in ["responses", "question:1a", "question:2", "question:1a/theme:COST", "question:2/theme:COST"] {
            doors.push([&["trace", "c", figure], json].concat());
        }
        for query in ["zorvexine", "quimbolted", "fenwillocky", "cost", "Prudwenna", "*"] {
            doors.push([&["search", "c", query, "--limit", "50"], json].concat());
            doors.push([&["search", "c", query, "--kwic"], json].concat());
            doors.push([&["search", "c", query, "--all-copies"], json].concat());
        }
    }
    for file in ["out.csv", "out.jsonl", "out.xlsx", "out.docx"] {
        doors.push(vec!["search", "c", "cost", "--export", file]);
    }
    for like in ["R-00003", "R-00001", "R-00002/2"] {
        doors.push(vec!["search", "c", "--like", like]);
    }
    doors.push(vec!["search", "c", "--like-theme", "COST", "--json"]);
    for (what, format) in [
        ("responses", "jsonl"),
        ("responses", "csv"),
        ("tags", "jsonl"),
        ("tags", "csv"),
        ("decisions", "jsonl"),
        ("decisions", "csv"),
        ("ledger", "json"),
        ("frame", "jsonl"),
    ] {
        doors.push(vec!["export", "c", "--what", what, "--format", format]);
    }
    doors
}

/// Tries every door; returns those at which one of the words came out, and how many answered at all.
fn leaks(project: &Project, words: &[&str]) -> (Vec<String>, usize) {
    let mut leaks = Vec::new();
    let mut answered = 0;
    for door in doors() {
        let output = project.tried(&door);
        answered += usize::from(output.status.success());
        for (stream, bytes) in [("out", &output.stdout), ("err", &output.stderr)] {
            let said = String::from_utf8_lossy(bytes);
            leaks.extend(words.iter().filter(|w| said.contains(**w)).map(|w| format!("{door:?} ({stream}): {w}")));
        }
    }
    let exports = ["out.csv", "out.jsonl", "out.xlsx", "out.docx"].map(|name| project.root().join(name));
    for file in files_below(&project.root().join("reports")).into_iter().chain(exports).filter(|file| file.is_file()) {
        let mut bytes = std::fs::read(&file).unwrap();
        if let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())) {
            for index in 0..archive.len() {
                archive.by_index(index).unwrap().read_to_end(&mut bytes).unwrap();
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        leaks.extend(words.iter().filter(|w| text.contains(**w)).map(|w| format!("{}: {w}", file.display())));
    }
    (leaks, answered)
}

#[test]
fn no_door_shows_what_is_out_of_view_and_a_lead_reads_it_and_is_logged() {
    let project = project();
    project.run();
    let other = std::fs::read_to_string(project.root().join("corpus/c/frame.toml")).unwrap();
    let other = other.replace("version = 1", "version = 2").replace("\"cost\"", "\"cost\", \"high\", \"family\"");
    std::fs::write(project.root().join("other.toml"), other).unwrap();
    std::fs::write(project.root().join("coded.csv"), "response,question,themes\nR-00001,1a,\nR-00002,2,\n").unwrap();
    project.asked(&[
        "decide",
        "c",
        "R-00001",
        "accept",
        "COST",
        "--question",
        "2",
        "--words",
        "quimbolted",
        "--by",
        "A",
    ]);
    project.asked(&["decide", "c", "R-00002", "reject", "COST", "--question", "2", "--by", "A"]);
    // The doors do show these words before.
    let (before, _) = leaks(&project, &[WHOLE, OTHER_ANSWER, PARTIAL, NAME]);
    for word in [WHOLE, OTHER_ANSWER, PARTIAL, NAME] {
        assert!(before.iter().any(|leak| leak.ends_with(word)), "{word} could be seen: {before:?}");
    }
    let before = project.json(&["trace", "c", "question:1a/theme:COST", "--json"])["total"].clone();

    project.asked(&["worry", "c", "R-00001", "--by", "Ann", "--because", "may be at risk"]);
    project.asked(&["worry", "c", "R-00002", "--question", "2", "--by", "Ann"]);
    let (after, answered) = leaks(&project, &[WHOLE, OTHER_ANSWER, PARTIAL, NAME]);
    assert_eq!(after, Vec::<String>::new());
    assert!(answered > doors().len() - 12, "the doors answer: {answered} of {}", doors().len());
    assert_eq!(project.json(&["trace", "c", "question:1a/theme:COST", "--json"])["total"], before, "counted as before");
    assert!(project.report("summary.en.md").contains("out of general view"), "the method chapter says so");
    assert!(project.report("summary.cy.md").contains("y tu allan i'r golwg cyffredinol"));

    // A rebuilt index, a retagging and a second reading change nothing.
    std::fs::remove_dir_all(project.root().join("index")).unwrap();
    let form = std::fs::read_to_string(project.received().join("form.csv")).unwrap();
    project.put("form.csv", form + "f,person,,,Yes,Yes,Yes,One more who finds the cost too high by far.,\n");
    assert_eq!(leaks(&project, &[WHOLE, OTHER_ANSWER, PARTIAL, NAME]).0, Vec::<String>::new());

    let read = project.asked(&["show", "c", "R-00001", "--as", "sian  lead"]);
    assert!(read.contains(WHOLE) && read.contains(OTHER_ANSWER), "a lead reads it: {read}");
    let found = project.json(&["search", "c", "fenwillocky", "--restricted", "--as", "Sian Lead", "--json"]);
    assert_eq!(found["total"], 1);
    let queue = project.json(&["worries", "c", "--as", "Sian Lead", "--json"]);
    for worry in queue["worries"].as_array().unwrap() {
        let log = worry["log"].as_array().unwrap();
        assert_eq!(log.iter().filter(|event| event["verb"] == "seen").count(), 1, "{worry}");
    }

    // Only a lead brings it back; then it is there as before.
    let refused = project.tried(&["release", "c", "R-00001", "--by", "Ann", "--because", "it is fine"]);
    assert_eq!(refused.status.code(), Some(2));
    project.asked(&["release", "c", "R-00001", "--by", "Sian Lead", "--because", "no concern"]);
    project.asked(&["release", "c", "R-00002", "--by", "Sian Lead", "--because", "no concern"]);
    assert_eq!(project.json(&["search", "c", WHOLE, "--json"])["total"], 1);
    assert!(project.asked(&["show", "c", "R-00002"]).contains(PARTIAL));
}

#[test]
fn words_that_may_not_be_quoted_are_marked_and_stand_in_no_report() {
    let project = project();
    project.run();
    for (name, bytes) in project.reports() {
        assert!(!String::from_utf8_lossy(&bytes).contains(UNQUOTABLE), "{name}");
    }
    let hit = project.json(&["search", "c", UNQUOTABLE, "--json"]);
    assert_eq!(hit["hits"][0]["quotable"], false);
}

#[test]
fn what_was_withdrawn_is_counted_no_more_and_a_new_reading_does_not_bring_it_back() {
    let project = project();
    project.run();
    project.asked(&["restrict", "c", "R-00004", "--kind", "withdrawn", "--by", "Ann", "--because", "asked us to"]);
    let ledger = project.ledger();
    assert_eq!(
        (&ledger["analysed"], &ledger["set_aside"]["withdrawn"], &ledger["balanced"]),
        (&3.into(), &1.into(), &true.into())
    );
    let form = std::fs::read_to_string(project.received().join("form.csv")).unwrap();
    project.put("form.csv", form.replace("a burden", "a heavy burden"));
    project.run();
    let ledger = project.ledger();
    assert_eq!(
        (&ledger["analysed"], &ledger["set_aside"]["withdrawn"], &ledger["balanced"]),
        (&3.into(), &1.into(), &true.into())
    );
    assert_eq!(project.json(&["search", "c", "burden", "--json"])["total"], 0);
    project.asked(&["release", "c", "R-00004", "--by", "Ann", "--because", "changed their mind"]);
    assert_eq!(project.ledger()["analysed"], 4);
    assert_eq!(project.json(&["search", "c", "burden", "--json"])["total"], 1);
}

#[test]
fn the_clocks_of_a_worry_run_in_hours_and_in_working_days() {
    let project = project();
    project.run();
    // A Friday afternoon before Easter.
    let worry = |rest: &[&str]| project.asked(&[&["worry", "c", "R-00001"], rest].concat());
    worry(&["--by", "Ann", "--at", "2024-03-28T15:00:00Z"]);
    let at = |now: &str| {
        let output = project.tried(&["worries", "c", "--json", "--now", now]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (output.status.code(), told["worries"].clone())
    };
    let (code, worries) = at("2024-03-28T16:00:00Z");
    assert_eq!((code, &worries[0]["state"]), (Some(0), &"open".into()));
    assert_eq!(worries[0]["clocks"]["confirm_by"], "2024-03-29T15:00:00Z");
    assert_eq!(
        worries[0]["clocks"]["acknowledge_by"], "2024-04-10",
        "Good Friday and Easter Monday are no working days"
    );
    assert!(worries[0].get("log").is_none(), "reasons are for leads");
    assert_eq!(at("2024-03-29T15:00:01Z").0, Some(1), "a clock ran out");
    worry(&["--by", "Sian Lead", "--referred", "--at", "2024-03-29T09:00:00Z"]);
    let (code, worries) = at("2024-03-29T15:00:01Z");
    assert_eq!((code, &worries[0]["clocks"]["confirm_by"]), (Some(0), &"2024-03-30T09:00:00Z".into()));
    worry(&["--by", "Sian Lead", "--confirmed", "--at", "2024-03-29T10:00:00Z"]);
    assert_eq!(at("2024-04-10T20:00:00Z").0, Some(0));
    assert_eq!(at("2024-04-11T08:00:00Z").0, Some(1), "nobody acknowledged it");
    worry(&["--by", "Sian Lead", "--acknowledged"]);
    assert_eq!(at("2024-05-11T08:00:00Z").0, Some(0));
    assert!(worry(&["--by", "Sian Lead", "--close", "--because", "in hand"]).contains("out of general view"));
    assert_eq!(at("2024-05-11T08:00:00Z").1, serde_json::json!([]));
    // Raised again after it was closed, it is open again with new clocks.
    worry(&["--by", "Ben", "--at", "2024-06-03T09:00:00Z"]);
    let (_, worries) = at("2024-06-03T10:00:00Z");
    assert_eq!(
        (&worries[0]["state"], &worries[0]["clocks"]["confirm_by"]),
        (&"open".into(), &"2024-06-04T09:00:00Z".into())
    );
}

#[test]
fn reasons_are_the_officials_own_and_steps_are_for_leads() {
    let project = project();
    project.run();
    let because = "she wrote that the cost is quimbolted for every family";
    let refused = project.tried(&["worry", "c", "R-00001", "--by", "Ann", "--because", because]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!String::from_utf8_lossy(&refused.stderr).contains("quimbolted"));
    assert!(project.asked(&["show", "c", "R-00001"]).contains(WHOLE), "nothing was kept");
    project.asked(&["--lang", "cy", "worry", "c", "R-00001", "--by", "Ann"]);
    assert_eq!(project.tried(&["worry", "c", "R-00001", "--by", "Ann", "--referred"]).status.code(), Some(2));
    project.asked(&["worry", "c", "R-00001", "--by", "Ann", "--note", "I rang S. L."]);
    assert_eq!(project.tried(&["worry", "c", "R-99999", "--by", "Ann"]).status.code(), Some(2));
    assert_eq!(project.tried(&["worry", "c", "R-00001", "--question", "77", "--by", "Ann"]).status.code(), Some(2));
    assert_eq!(project.tried(&["release", "c", "R-00003", "--by", "Ann", "--because", "x"]).status.code(), Some(2));
}

/// The pipeline's doors take hidden words away; the store's own does not, so no command may use it.
#[test]
fn no_command_walks_through_the_store_past_the_door_that_withholds() {
    let cli = files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli"));
    assert!(cli.len() > 20);
    for file in cli {
        let code = std::fs::read_to_string(&file).unwrap();
        for past in [".walk(", ".text_of(", ".answers_in_words(", ".to_erase("] {
            assert!(!code.contains(past), "{} uses {past}", file.display());
        }
    }
}
