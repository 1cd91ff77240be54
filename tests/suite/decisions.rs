//! What people decide about themes and stance, and what becomes of it when the frame changes.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};
use ymateb::analysis::Tally;
use ymateb::model::{
    Answer, CodedAnswer, CodedResponse, CodingFrame, Consultation, Decision, Figure, Origin, Response, Span, Tag,
    Theme, Verb,
};
use ymateb::tagging::frame::{FrameProblem, read};
use ymateb::tagging::lineage::Lineage;
use ymateb::tagging::settle::settle;

use crate::project::Project;

/// A frame of two themes, one with two below it.
const FRAME: &str = r#"
[[theme]]
code = "T01"
label = { en = "Cost", cy = "Cost" }
en = ["expensive"]
cy = ["rhy ddrud"]
[[theme]]
code = "T02"
label = { en = "Place", cy = "Lle" }
by_hand = true
[[theme]]
code = "T02.1"
parent = "T02"
label = { en = "Far away", cy = "Pell i ffwrdd" }
en = ["far from home"]
cy = ["ymhell o gartref"]
[[theme]]
code = "T02.2"
parent = "T02"
label = { en = "Moving", cy = "Symud" }
en = ["move*"]
cy = ["symud"]
"#;

fn frame(project: &Project, version: u32, themes: &str) {
    let text = format!("# 🙂\nname = \"c\"\nversion = {version}\n{themes}");
    std::fs::write(project.root().join("corpus/c/frame.toml"), text).unwrap();
}

/// Four answers, one of them in Welsh.
fn project() -> Project {
    let project = Project::new().answers(&[
        ("1", "It is expensive, and far from home. They move often 🙂"),
        ("2", "Mae'n rhy ddrud, ac ymhell o gartref."),
        ("3", "Children move and move again, far from home, far from home."),
        ("4", "Dim byd i'w ddweud am hyn."),
    ]);
    frame(&project, 1, FRAME);
    project.run();
    project
}

fn decide(project: &Project, arguments: &[&str]) -> String {
    let all: Vec<&str> =
        ["decide", "c"].iter().chain(arguments).copied().chain(["--question", "1a", "--by", "A. Coder"]).collect();
    project.asked(&all)
}

/// Themes and words of the tags of a response's answer, with who decided.
fn tags(project: &Project, response: &str) -> Vec<(String, String, String)> {
    let shown = project.json(&["show", "c", response, "--json"]);
    let answer = shown["answers"].as_array().unwrap().iter().find(|answer| answer["question"] == "1a").unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let one = |tag: &Value| {
        let words = text(&tag["words"]);
        let (start, end) = (tag["start"].as_u64().unwrap() as usize, tag["end"].as_u64().unwrap() as usize);
        assert_eq!(&answer["text"].as_str().unwrap()[start..end], words, "evidence is what stands there");
        (text(&tag["theme"]), words, text(&tag["origin"]["person"]["name"]))
    };
    answer["tags"].as_array().unwrap().iter().map(one).collect()
}

fn tag(theme: &str, words: &str, by: &str) -> (String, String, String) {
    (theme.to_owned(), words.to_owned(), by.to_owned())
}

fn count(project: &Project, figure: &str) -> u64 {
    project.json(&["trace", "c", figure, "--json"])["total"].as_u64().unwrap()
}

fn waiting(project: &Project) -> Vec<Value> {
    project.json(&["decide", "c", "--waiting", "--json"])["waiting"].as_array().unwrap().clone()
}

#[test]
fn a_passage_moves_to_another_theme_and_back_as_one_decision() {
    let project = project();
    decide(&project, &["R-00003", "move", "T02.1", "--to", "T01", "--words", "far from home"]);
    let moved = [
        tag("T02.2", "move", ""),
        tag("T02.2", "move", ""),
        tag("T01", "far from home", "A. Coder"),
        tag("T02.1", "far from home", ""),
    ];
    assert_eq!(tags(&project, "R-00003"), moved);
    project.run();
    assert_eq!((count(&project, "theme:T01"), count(&project, "theme:T02.1")), (3, 3));
    decide(&project, &["R-00003", "undo"]);
    project.run();
    assert_eq!((count(&project, "theme:T01"), count(&project, "theme:T02.1")), (2, 3));
    assert_eq!(tags(&project, "R-00003")[2], tag("T02.1", "far from home", ""));
    let nothing = project.tried(&["decide", "c", "R-00003", "undo", "--question", "1a", "--by", "A"]);
    assert_eq!(nothing.status.code(), Some(2), "there is nothing left to take back");
}

#[test]
fn bounds_move_with_other_words_and_a_stance_is_set_and_taken_back() {
    let project = project();
    decide(&project, &["R-00002", "accept", "T01", "--words", "Mae'n rhy ddrud"]);
    assert_eq!(tags(&project, "R-00002")[0], tag("T01", "Mae'n rhy ddrud", "A. Coder"));
    decide(&project, &["R-00002", "accept", "T01", "--words", "ddrud"]);
    assert_eq!(tags(&project, "R-00002")[0], tag("T01", "ddrud", "A. Coder"));
    decide(&project, &["R-00002", "undo", "T01"]);
    assert_eq!(tags(&project, "R-00002")[0], tag("T01", "Mae'n rhy ddrud", "A. Coder"));
    let stance = || project.json(&["show", "c", "R-00004", "--json"])["answers"][0]["stance"].clone();
    let before = stance();
    decide(&project, &["R-00004", "stance", "oppose", "--words", "Dim byd"]);
    assert_eq!(
        (&stance()["value"], &stance()["kind"], &stance()["words"]),
        (&json!("oppose"), &json!("decided"), &json!("Dim byd"))
    );
    project.run();
    assert_eq!(count(&project, "question:1a/stance:oppose"), 1);
    assert!(project.report("summary.cy.md").contains("Penderfynwyd gan berson: 1"));
    frame(&project, 2, FRAME);
    project.run();
    assert_eq!(stance()["value"], "oppose", "it survives another frame");
    decide(&project, &["R-00004", "undo"]);
    assert_eq!(stance(), before);
    let wrong = project.tried(&["decide", "c", "R-00004", "stance", "cross", "--question", "1a", "--by", "A"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn decisions_of_a_file_are_kept_together_or_not_at_all() {
    let project = project();
    let path = project.root().join("second coder.csv");
    let file = path.display().to_string();
    let give = |text: &str| {
        std::fs::write(&path, text).unwrap();
        project.tried(&["decide", "c", "--from", &file, "--by", "B. Codiwr"])
    };
    let head = "response,question,verb,theme,to,words,by,note,at\n";
    let wrong = give(&format!(
        "{head}R-00001,1a,accept,T01,,expensive,,,\nR-00001,1a,accept,T99,,,,,\n,,,,,,,,\nR-00009,1a,add,T01,,,,,\n\
         R-00002,1a,add,T01,,🙂 no such words,,,\nR-00002,1a,guess,T01,,,,,\nR-00002,1a,add,T01,,,,,yesterday\n"
    ));
    assert_eq!(wrong.status.code(), Some(2));
    let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
    for row in ["row 3: T99", "row 5: R-00009", "row 6: ", "row 7: guess", "row 8: yesterday"] {
        assert!(said.contains(row), "{row} in {said}");
    }
    assert!(!said.contains("no such words"), "nobody's words are repeated: {said}");
    assert_eq!(project.asked(&["export", "c", "--what", "decisions"]), "", "nothing was kept");
    // As a spreadsheet saves it in this country and others, with a line break put into a cell.
    let good = "\u{feff}response;question;verb;theme;to;words;by;note;at\r\n\
        R-00001;1a;accept;T01;;expensive;;\"sure; very\";2022-11-08\r\n\
        R-00001;1a;move;T02.2;T01;move;C. Coder;;2022-11-08T10:00:00Z\r\n\
        R-00002;1a;add;T02;;\"ymhell o\r\ngartref\";;;2022-11-09\r\n\
        R-00002;1a;undo;T02;;;;;2022-11-10\r\n\
        R-00004;1a;stance;;unclear;;;;2022-11-10\r\n";
    let done = give(good);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let marked =
        [tag("T01", "expensive", "B. Codiwr"), tag("T02.1", "far from home", ""), tag("T01", "move", "C. Coder")];
    assert_eq!(tags(&project, "R-00001"), marked);
    assert_eq!(tags(&project, "R-00002").len(), 2, "added and taken back in one file");
    let exported = project.asked(&["export", "c", "--what", "decisions", "--format", "csv"]);
    assert_eq!(exported.lines().count(), 6, "{exported}");
    let again = give(good);
    assert!(String::from_utf8_lossy(&again.stdout).contains("5 were there already"), "{again:?}");
    assert_eq!(project.asked(&["export", "c", "--what", "decisions", "--format", "csv"]), exported);
    // What one project says another can be told, in either form.
    let other = self::project();
    for format in ["csv", "jsonl"] {
        let lines = project.asked(&["export", "c", "--what", "decisions", "--format", format]);
        let copy = other.root().join("copy");
        std::fs::write(&copy, lines).unwrap();
        other.asked(&["decide", "c", "--from", &copy.display().to_string()]);
        assert_eq!(tags(&other, "R-00001"), marked);
        assert_eq!(other.asked(&["export", "c", "--what", "decisions", "--format", "csv"]), exported);
    }
    assert!(give("").status.code() == Some(2) && give("\u{0}\u{ff}").status.code() == Some(2));
}

#[test]
fn decisions_survive_a_rename_a_merge_and_a_move_and_a_split_asks() {
    let project = project();
    decide(&project, &["R-00001", "accept", "T02.1", "--words", "far from home"]);
    decide(&project, &["R-00002", "add", "T02.2", "--words", "gartref"]);
    decide(&project, &["R-00003", "reject", "T02.1"]);
    let change = |arguments: &[&str]| {
        let all: Vec<&str> = ["frame"].iter().chain(arguments).copied().collect();
        project.asked(&all);
        project.run();
    };
    change(&["rename", "c", "T02.1", "PELL"]);
    assert_eq!(tags(&project, "R-00001")[1], tag("PELL", "far from home", "A. Coder"));
    assert!(project.asked(&["show", "c", "R-00001", "--lang", "cy"]).contains("(o dan y cod T02.1)"));
    assert_eq!((count(&project, "theme:PELL"), count(&project, "theme:T02")), (2, 3));
    change(&["merge", "c", "PELL", "T02.2", "--into", "PELL"]);
    assert_eq!(tags(&project, "R-00002"), [tag("T01", "rhy ddrud", ""), tag("PELL", "gartref", "A. Coder"),]);
    assert_eq!(count(&project, "theme:PELL"), 2, "R-00003 was rejected, and all of it is of this theme now");
    change(&["move", "c", "PELL", "--under", "T01"]);
    assert_eq!((count(&project, "theme:T01"), count(&project, "theme:T02")), (2, 0));
    let hits = project.json(&["search", "c", "theme:T01", "--json"]);
    assert_eq!((&hits["total"], &hits["facets"]["theme"]["T01"]), (&json!(2), &json!(2)), "the index says so too");
    assert_eq!(waiting(&project), Vec::<Value>::new());
    change(&["split", "c", "PELL", "--into", "X1,X2"]);
    let waits = waiting(&project);
    assert_eq!(waits.len(), 3, "{waits:?}");
    assert_eq!(
        (&waits[0]["theme"], &waits[0]["may_be"][1]["theme"], &waits[0]["under"]),
        (&json!("T02.1"), &json!("X2"), &json!("T01"))
    );
    assert_eq!(project.run()["waiting"], 3);
    assert!(project.asked(&["ledger", "c", "--lang", "cy"]).contains("Mae 3 phenderfyniad yn aros"));
    let page = project.asked(&["decide", "c", "--waiting", "--lang", "cy"]);
    assert!(page.contains("gall fod yn X1 (Pell i ffwrdd (X1)), X2 (Pell i ffwrdd (X2))"), "{page}");
    assert!(
        tags(&project, "R-00001").contains(&tag("T01", "far from home", "A. Coder")),
        "it counts under what both have in common"
    );
    // One by one, or from a file, with the code that waits.
    decide(&project, &["R-00001", "move", "T02.1", "--to", "X2"]);
    decide(&project, &["R-00003", "move", "T02.1", "--to", "X1"]);
    assert!(tags(&project, "R-00001").contains(&tag("X2", "far from home", "A. Coder")));
    assert!(tags(&project, "R-00003").iter().all(|tag| tag.0 != "X1"), "rejected as the part that it was");
    assert_eq!(waiting(&project).len(), 1);
    decide(&project, &["R-00002", "undo", "T02.2"]);
    assert_eq!(waiting(&project), Vec::<Value>::new());
    // Every version can be had again, and the one that two files gave themselves is said to be so.
    let first = project.asked(&["export", "c", "--what", "frame", "--format", "toml", "--version", "1"]);
    assert_eq!(first, format!("# 🙂\nname = \"c\"\nversion = 1\n{FRAME}"));
    assert_eq!(project.tried(&["export", "c", "--what", "frame", "--version", "99"]).status.code(), Some(2));
}

#[test]
fn renaming_a_theme_and_back_leaves_every_tag_as_it_was() {
    let project = project();
    decide(&project, &["R-00001", "accept", "T01", "--words", "It is expensive"]);
    decide(&project, &["R-00003", "reject", "T02.1", "--words", "far from home"]);
    let all = || {
        let lines = project.asked(&["export", "c", "--what", "tags"]);
        let line = |line: &str| {
            let mut value: Value = serde_json::from_str(line).unwrap();
            if let Some(rule) = value["origin"].get_mut("rule") {
                rule["frame_version"] = Value::Null;
            }
            value
        };
        lines.lines().map(line).collect::<Vec<_>>()
    };
    let before = all();
    project.asked(&["frame", "rename", "c", "T01", "COST"]);
    decide(&project, &["R-00002", "accept", "COST", "--words", "rhy ddrud"]);
    project.run();
    assert!(all() != before);
    decide(&project, &["R-00002", "undo"]);
    project.asked(&["frame", "rename", "c", "COST", "T01"]);
    project.run();
    assert_eq!(all(), before);
    // So does putting the former file back, which knows nothing of the name in between.
    frame(&project, 9, &FRAME.replace("code = \"T01\"", "code = \"COST\"\nwas = \"T01\""));
    project.run();
    decide(&project, &["R-00002", "accept", "COST", "--words", "rhy ddrud"]);
    frame(&project, 1, FRAME);
    project.run();
    assert_eq!(waiting(&project), Vec::<Value>::new());
    assert_eq!(tags(&project, "R-00002")[0], tag("T01", "rhy ddrud", "A. Coder"));
}

#[test]
fn a_theme_that_is_taken_out_leaves_its_decisions_under_the_one_above() {
    let project = project();
    decide(&project, &["R-00004", "add", "T02.1", "--words", "Dim byd"]);
    decide(&project, &["R-00004", "add", "T01", "--words", "am hyn"]);
    let rest = FRAME.split("[[theme]]").filter(|theme| !theme.contains("T01") && !theme.contains("T02.1"));
    frame(&project, 2, &rest.collect::<Vec<_>>().join("[[theme]]"));
    let tried = project.tried(&["tag", "c", "--dry-run", "--json"]);
    assert_eq!(tried.status.code(), Some(1), "a person must see that");
    let said = project.asked(&["tag", "c"]);
    assert!(said.contains("2 decisions wait"), "{said}");
    assert_eq!(tags(&project, "R-00004"), [tag("T02", "Dim byd", "A. Coder")]);
    assert_eq!(waiting(&project).len(), 2);
    let page = project.asked(&["decide", "c", "--waiting", "--lang", "cy"]);
    assert!(page.contains("tynnwyd T01 allan") && page.contains("mae'n cyfrif o dan T02 (Lle)"), "{page}");
    // Nothing is lost: the code comes back, and what was decided with it.
    frame(&project, 3, FRAME);
    project.run();
    assert_eq!(tags(&project, "R-00004"), [tag("T02.1", "Dim byd", "A. Coder"), tag("T01", "am hyn", "A. Coder")]);
}

#[test]
fn a_trial_says_what_tagging_will_change_and_changes_nothing() {
    let project = project();
    decide(&project, &["R-00001", "accept", "T02.1", "--words", "far from home"]);
    decide(&project, &["R-00002", "reject", "T01"]);
    project.run();
    let state = || (project.asked(&["export", "c", "--what", "tags"]), project.reports(), project.did());
    let before = state();
    let draft = project.root().join("draft.toml");
    let text = FRAME
        .replace("\"expensive\"", "\"often\"")
        .replace("\"far from home\"", "\"no such thing\"")
        .replace("cy = [\"rhy ddrud\"]", "cy = [\"rhy ddrud\", \"gartref\"]")
        .replace("code = \"T02.2\"", "code = \"MOVE\"\nwas = [\"T02.2\"]");
    std::fs::write(&draft, format!("name = \"c\"\nversion = 2\n{text}")).unwrap();
    let draft = draft.display().to_string();
    let arguments = ["tag", "c", "--dry-run", "--frame", &draft, "--json", "--examples", "1"];
    let tried = project.json(&arguments);
    assert_eq!(state(), before, "nothing was written");
    let of =
        |code: &str| tried["themes"].as_array().unwrap().iter().find(|theme| theme["theme"] == code).unwrap().clone();
    let counts = |before: u64, after: u64, gained: u64, lost: u64| json!({ "before": before, "after": after, "gained": gained, "lost": lost, "unchanged": before - lost });
    // R-00001 lost `expensive` and gained `often`; R-00002 stays rejected, whatever the frame suggests.
    assert_eq!(of("T01")["respondents"], counts(1, 1, 0, 0));
    assert_eq!(of("T01")["passages"], counts(1, 1, 1, 1));
    let lost = json!([{ "response": "R-00001", "question": "1a", "words": "expensive", "rule": "en: expensive", "person": null }]);
    assert_eq!((&of("T01")["lost"], &of("T01")["gained"][0]["rule"]), (&lost, &json!("en: often")));
    // What a person accepted stays; a new name is no change; what lies below counts above.
    assert_eq!(of("T02.1")["respondents"], counts(3, 2, 0, 1));
    assert_eq!(of("MOVE")["passages"], counts(3, 3, 0, 0));
    assert_eq!(of("T02")["respondents"], counts(3, 3, 0, 0));
    assert_eq!(tried["waiting"], json!([]));
    for threads in ["1", "2"] {
        let again = project.command(&arguments).env("RAYON_NUM_THREADS", threads).output().unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&again.stdout).unwrap(), tried);
    }
    for lang in ["en", "cy"] {
        let page = project.asked(&["tag", "c", "--dry-run", "--frame", &draft, "--lang", lang]);
        assert!(page.contains("− R-00001 · 1a “expensive” (en: expensive)"), "{page}");
    }
    // Tagging with it says the same in a line, and then it is so.
    std::fs::copy(&draft, project.root().join("corpus/c/frame.toml")).unwrap();
    let said = project.asked(&["tag", "c"]);
    assert!(said.contains("Passages: 1 gained, 3 lost, 5 unchanged"), "{said}");
    assert_eq!((count(&project, "theme:T02.1"), count(&project, "theme:MOVE")), (2, 2));
    assert!(!project.asked(&["tag", "c"]).contains("Passages"), "nothing more to say");
    assert_eq!(project.tried(&["tag", "c", "--frame", &draft]).status.code(), Some(2));
}

#[test]
fn a_frame_that_takes_itself_over_is_refused_with_its_line() {
    let theme = |code: &str, was: &str| format!("[[theme]]\ncode = \"{code}\"\nwas = {was}\nen = [\"🙂\"]\n");
    let problem = |text: &str| read("frame.toml", text).map(|_| ()).map_err(|errors| errors.0);
    assert_eq!(problem(&[theme("TŶ", "\"A\""), theme("B", "[\"A\", \"TŶ\"]")].concat()), Ok(()));
    let errors = problem(&[theme("A", "[\"B\"]"), theme("B", "[\"C\"]"), theme("C", "[\"X\", \"A\"]")].concat());
    let errors = errors.unwrap_err();
    assert_eq!(errors.len(), 1);
    let cycle = ["A", "B", "C", "A"].map(str::to_owned).to_vec();
    assert_eq!((errors[0].line, &errors[0].problem), (3, &FrameProblem::WasCycle(cycle)));
    assert!(problem(&theme("A", "\"A\"")).is_err());
    assert!(matches!(problem(&theme("A", "[1]")).unwrap_err()[0].problem, FrameProblem::WrongKind { .. }));
}

#[test]
fn what_was_decided_on_a_submission_holds_when_it_is_merged_into_one_with_the_same_words() {
    let project = Project::new().theme("T", &["costly"], &["costus"]).file(
        "answers.csv",
        "id,name,type,why\n1,Nia Enghraifft,person,Mae'n gostus\n2,Siân Enghraifft,person,Mae'n gostus\n",
    );
    project.run();
    decide(&project, &["R-00002", "add", "T", "--words", "gostus"]);
    decide(&project, &["R-00001", "reject", "T"]);
    project.asked(&["merge", "c", "R-00002", "--into", "R-00001", "--by", "A"]);
    project.run();
    assert_eq!(tags(&project, "R-00001"), [], "the later decision stands, whichever of the two it was made on");
    decide(&project, &["R-00002", "undo"]);
    project.run();
    assert_eq!(tags(&project, "R-00001"), [tag("T", "gostus", "A. Coder")]);
    assert_eq!(count(&project, "question:1a/theme:T"), 1);
}

#[test]
fn two_who_decide_at_once_are_both_heard() {
    let project = project();
    let decide = |by: &'static str| {
        let of = &project;
        move || {
            for _ in 0..8 {
                of.asked(&["decide", "c", "R-00001", "add", "T02", "--words", "often", "--question", "1a", "--by", by]);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(decide("A. Coder"));
        scope.spawn(decide("B. Codiwr 🙂"));
    });
    let exported = project.asked(&["export", "c", "--what", "decisions"]);
    let by = |name: &str| exported.lines().filter(|line| line.contains(name)).count();
    assert_eq!((by("A. Coder"), by("B. Codiwr 🙂")), (8, 8));
}

#[test]
fn a_killed_file_of_decisions_is_kept_whole_or_not_at_all() {
    let project = project();
    let row = |n: usize| format!("R-0000{},1a,add,T02,note {n},A,2022-11-08\n", n % 4 + 1);
    let rows: String = (0..5_000).map(row).collect();
    let path = project.root().join("many.csv");
    std::fs::write(&path, format!("response,question,verb,theme,note,by,at\n{rows}")).unwrap();
    let file = path.display().to_string();
    let kept = || project.asked(&["export", "c", "--what", "decisions"]).lines().count();
    for ms in [10, 60, 150, 300, 500] {
        let mut child = project.command(&["decide", "c", "--from", &file]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(ms));
        drop(child.kill());
        child.wait().unwrap();
        assert!([0, 5_000].contains(&kept()), "{} of 5000 after {ms} ms", kept());
    }
    project.asked(&["decide", "c", "--from", &file]);
    assert_eq!(kept(), 5_000);
}

/// Themes of the random frames: two of the first level, three below, one whose dots say another parent than the frame.
fn family() -> CodingFrame {
    let theme = |(code, parent): (&str, Option<&str>)| Theme {
        code: code.to_owned(),
        parent: parent.map(str::to_owned),
        ..Theme::default()
    };
    let themes = [("A", None), ("Ŵ", None), ("A.1", Some("A")), ("A.2", Some("Ŵ")), ("Ŵ.1", None), ("B", Some("A"))];
    CodingFrame { themes: themes.map(theme).to_vec(), ..CodingFrame::default() }
}

const TEXT: &str = "Mae'r gofal yn ddrud 🙂 ac ymhell o gartref";

/// Any passage of whole characters.
fn span() -> impl Strategy<Value = Span> {
    let ends: Vec<usize> = TEXT.char_indices().map(|(at, _)| at).chain([TEXT.len()]).collect();
    (0..ends.len() - 1, 1usize..12)
        .prop_map(move |(first, more)| Span { start: ends[first], end: ends[(first + more).min(ends.len() - 1)] })
}

fn code() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["A", "Ŵ", "A.1", "A.2", "Ŵ.1", "B"]).prop_map(str::to_owned)
}

fn suggestion() -> impl Strategy<Value = Tag> {
    (code(), span()).prop_map(|(theme, span)| Tag {
        theme,
        span,
        words: span.of(TEXT).unwrap_or_default().to_owned(),
        origin: Origin::Rule { pattern: "cy: gofal".to_owned(), frame_version: 1 },
    })
}

fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let verb = prop::sample::select(vec![Verb::Accept, Verb::Reject, Verb::Add, Verb::Move, Verb::Undo]);
    let one = (verb, code(), code(), prop::option::of(span()), any::<prop::sample::Index>());
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let mut decisions: Vec<Decision> = Vec::new();
        for (i, (verb, theme, to, span, which)) in all.into_iter().enumerate() {
            let undoes = (verb == Verb::Undo && i > 0).then(|| which.index(i) as i64 + 1);
            decisions.push(Decision {
                id: i as i64 + 1,
                at: String::new(),
                person: format!("person {i}"),
                verb,
                answer: 1,
                theme,
                to: if verb == Verb::Move { to } else { String::new() },
                span,
                words: span.and_then(|span| span.of(TEXT)).unwrap_or_default().to_owned(),
                note: String::new(),
                frame: "v1".to_owned(),
                undoes,
            });
        }
        decisions
    })
}

fn settled(suggested: &[Tag], decisions: &[Decision], lineage: &Lineage) -> Vec<Tag> {
    settle(TEXT, suggested.to_vec(), None, decisions, lineage).tags
}

/// The tags that persons gave, and the passages where the last word of a person was no.
fn of_people(tags: &[Tag]) -> Vec<&Tag> {
    tags.iter().filter(|tag| matches!(tag.origin, Origin::Person { .. })).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_equal_a_naive_recount_once_a_respondent_theme_and_question(
        answers in prop::collection::vec((0usize..4, 0usize..3, prop::collection::vec(suggestion(), 0..6), decisions()), 0..12),
    ) {
        // Answers of up to four respondents to three questions: several answers of one to the same question, as when a
        // letter is in parts or two submissions are one response.
        let (frame, lineage) = (family(), Lineage::default());
        let mut responses: BTreeMap<usize, CodedResponse> = BTreeMap::new();
        let mut naive: BTreeMap<(Option<usize>, String), BTreeSet<usize>> = BTreeMap::new();
        for (who, question, suggested, decisions) in answers {
            let tags = settled(&suggested, &decisions, &lineage);
            for tag in &tags {
                prop_assert_eq!(tag.span.of(TEXT), Some(tag.words.as_str()));
                let mut above = Some(tag.theme.clone());
                while let Some(theme) = above {
                    for question in [Some(question), None] {
                        naive.entry((question, theme.clone())).or_default().insert(who);
                    }
                    above = match theme.as_str() {
                        "A.1" | "B" => Some("A".to_owned()),
                        "A.2" | "Ŵ.1" => Some("Ŵ".to_owned()),
                        _ => None,
                    };
                }
            }
            let answer = Answer { question: question.to_string(), text: TEXT.to_owned(), ..Answer::default() };
            let response = responses.entry(who).or_insert_with(|| CodedResponse {
                response: Response { id: who.to_string(), ..Response::default() },
                ..CodedResponse::default()
            });
            response.answers.push(CodedAnswer { answer, tags, ..CodedAnswer::default() });
        }
        let mut tally = Tally::new(&Consultation::default(), &frame);
        responses.values().for_each(|response| tally.add(response));
        let figures = tally.finish();
        for theme in &frame.themes {
            for question in [None, Some(0), Some(1), Some(2)] {
                let asked = question.map_or_else(Figure::responses, |q: usize| Figure::answered(&q.to_string()));
                let figure = asked.theme(&theme.code);
                let expected = naive.get(&(question, theme.code.clone())).map_or(0, BTreeSet::len) as u64;
                prop_assert_eq!(figures.count(&figure), expected, "{}", figure);
                let held = responses.values().filter(|response| figure.holds(&frame, response)).count() as u64;
                prop_assert_eq!(held, expected, "traced: {}", figure);
            }
        }
    }

    #[test]
    fn decisions_replayed_give_the_same_and_tagging_again_changes_none_of_them(
        suggested in prop::collection::vec(suggestion(), 0..6), others in prop::collection::vec(suggestion(), 0..6), decisions in decisions(),
    ) {
        let none = Lineage::default();
        let first = settled(&suggested, &decisions, &none);
        prop_assert_eq!(&settled(&suggested, &decisions, &none), &first);
        // A decision that is taken back leaves no trace.
        let undone: BTreeSet<i64> = decisions.iter().filter_map(|decision| decision.undoes).collect();
        let standing: Vec<Decision> = decisions.iter().filter(|d| !undone.contains(&d.id) && d.verb != Verb::Undo).cloned().collect();
        prop_assert_eq!(&settled(&suggested, &standing, &none), &first);
        // Whatever machines suggest, what a person gave words to is there, and what a person last refused is not.
        let again = settled(&others, &decisions, &none);
        let with_words = |tags: &[Tag]| -> Vec<Tag> { of_people(tags).into_iter().filter(|tag| standing.iter().any(|d| d.span == Some(tag.span))).cloned().collect() };
        if standing.iter().all(|decision| decision.span.is_some()) {
            prop_assert_eq!(with_words(&again), with_words(&first));
        }
        if let Some(last) = standing.last().filter(|last| last.verb == Verb::Reject) {
            let is_there = |tag: &&Tag| tag.theme == last.theme && last.span.is_none_or(|span| span.overlaps(&tag.span));
            prop_assert_eq!(again.iter().find(is_there), None);
        }
    }

    #[test]
    fn renaming_every_theme_and_back_changes_no_tag(
        suggested in prop::collection::vec(suggestion(), 0..6), decisions in decisions(), split in 0usize..12,
    ) {
        let renamed = |from: &CodingFrame, to: fn(&str) -> String| {
            let mut frame = from.clone();
            for theme in &mut frame.themes {
                theme.was = vec![theme.code.clone()];
                theme.code = to(&theme.code);
                theme.parent = theme.parent.as_deref().map(to);
            }
            frame
        };
        let (one, two) = (family(), renamed(&family(), |code| format!("x{code}")));
        let three = renamed(&two, |code| code.trim_start_matches('x').to_owned());
        let versions = [("v1", one), ("v2", two), ("v3", three)].map(|(hash, frame)| (hash.to_owned(), frame.outline()));
        // Some decided under the name in between.
        let decided = |i: usize, d: &Decision| {
            let name = |code: &str| if code.is_empty() { String::new() } else { format!("x{code}") };
            if i < split { d.clone() } else { Decision { frame: "v2".to_owned(), theme: name(&d.theme), to: name(&d.to), ..d.clone() } }
        };
        let across: Vec<Decision> = decisions.iter().enumerate().map(|(i, d)| decided(i, d)).collect();
        let lineage = Lineage::new(versions);
        let plain = |tags: Vec<Tag>| tags.into_iter().map(|tag| match tag.origin {
            Origin::Person { name, at, .. } => Tag { origin: Origin::Person { name, at, was: None }, ..tag },
            Origin::Rule { .. } => tag,
        }).collect::<Vec<_>>();
        let settled_across = settle(TEXT, suggested.clone(), None, &across, &lineage);
        prop_assert!(settled_across.waiting.is_empty());
        prop_assert_eq!(plain(settled_across.tags), plain(settled(&suggested, &decisions, &Lineage::default())));
    }
}
