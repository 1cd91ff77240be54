//! `ymateb frame check`: what to see to in a coding frame.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::project::{Project, ymateb};

fn checked(folder: &Path, arguments: &[&str]) -> (Value, Option<i32>) {
    let output = ymateb().current_dir(folder).args(["frame", "check"]).args(arguments).arg("--json").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    (serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}")), output.status.code())
}

fn kinds(checked: &Value) -> Vec<(String, u64)> {
    let findings = checked["findings"].as_array().expect("findings");
    let one = |finding: &Value| (finding["kind"].as_str().unwrap().to_owned(), finding["line"].as_u64().unwrap_or(0));
    findings.iter().map(one).collect()
}

const UNWELL: &str = r#"proposal = { en = "this" }
[[theme]]
code = "A"
label = { en = "Care", cy = "Gofal" }
about = { en = "a", cy = "a" }
en = ["out of area", "home*", "home*"]
cy = ["gofal"]
not = ["closing down"]
[[theme]]
code = "A.1"
parent = "A"
label = { en = "More care" }
about = { en = "a", cy = "a" }
en = ["out-of-area placement*", "re:/[a-z]+ly/"]
cy = ["Gofal"]
[[theme]]
code = "B"
label = "Two words"
en = ["closing down"]
[[theme]]
code = "C"
about = { en = "a", cy = "a" }
[[theme]]
code = "D"
label = { en = "D", cy = "D 🙂" }
about = { en = "a", cy = "a" }
en = ["shut closing down"]
not = ["closing down"]
"#;

#[test]
fn a_frame_by_itself_shows_what_is_missing_the_same_slow_shadowed_or_cancelled() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("frame.toml"), UNWELL).unwrap();
    let (checked, code) = checked(folder.path(), &["frame.toml"]);
    assert_eq!(code, Some(1));
    let expected = [
        ("untranslated", 0),
        ("shadows", 6),
        ("same_pattern", 6),
        ("untranslated", 10),
        ("slow", 14),
        ("same_pattern", 15),
        ("same_label", 17),
        ("untranslated", 17),
        ("untranslated", 21),
        ("no_patterns", 21),
        ("cancelled", 27),
    ];
    let mut found = kinds(&checked);
    found.sort_by_key(|(_, line)| *line);
    let mut expected: Vec<(String, u64)> = expected.map(|(kind, line)| (kind.to_owned(), line)).to_vec();
    for list in [&mut found, &mut expected] {
        list.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    }
    assert_eq!(found, expected, "{checked:#}");
    assert_eq!((checked["answers"].clone(), checked["healthy"].clone()), (Value::Null, Value::Bool(false)));
    let said =
        ymateb().current_dir(folder.path()).args(["--lang", "cy", "frame", "check", "frame.toml"]).output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.contains("frame.toml:15:8: mae patrwm `Gofal` yn thema `A.1` hefyd yn thema `A` (frame.toml:7:8)"),
        "{said}"
    );
    assert!(said.contains("11 peth i'w trin"), "{said}");
}

#[test]
fn answers_show_patterns_that_never_match_or_nearly_always_and_themes_that_go_together() {
    let folder = TempDir::new().unwrap();
    let theme = |code: &str, en: &str, cy: &str| {
        format!(
            "[[theme]]\ncode = '{code}'\nlabel = {{ en = 'l', cy = 'll' }}\nabout = {{ en = 'a', cy = 'b' }}\nen = [{en}]\ncy = [{cy}]\n"
        )
    };
    let frame =
        [theme("A", "'care', 'nowhere'", "'gofal'"), theme("B", "'homes'", ""), theme("C", "'small homes'", "'byth'")]
            .concat();
    std::fs::write(folder.path().join("frame.toml"), frame).unwrap();
    let line = |language: &str, text: &str| format!("{{\"text\":\"{text}\",\"language\":\"{language}\"}}\n");
    let mut lines: Vec<String> = (0..5).map(|_| line("en", "care in small homes 🙂")).collect();
    lines.extend([
        line("en", "care"),
        line("en", ""),
        line("cy", "am ofal"),
        line("cy", "dim byd"),
        "not JSON\n".to_owned(),
    ]);
    std::fs::write(folder.path().join("a.jsonl"), lines.concat()).unwrap();
    let (checked, code) = checked(folder.path(), &["frame.toml", "--answers", "a.jsonl"]);
    assert_eq!(code, Some(1));
    let expected = [("nearly_all", 5), ("never", 5), ("nearly_all", 11), ("nearly_all", 17), ("never", 18)];
    let mut found = kinds(&checked);
    let overlaps: Vec<String> = checked["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["kind"] == "overlap")
        .map(|finding| finding["themes"].to_string())
        .collect();
    assert_eq!(overlaps, ["[\"B\",\"A\"]", "[\"B\",\"C\"]", "[\"C\",\"A\"]"], "{checked:#}");
    found.retain(|(kind, _)| kind != "overlap");
    assert_eq!(found, expected.map(|(kind, line)| (kind.to_owned(), line)), "{checked:#}");
    assert_eq!((checked["answers"].as_u64(), checked["tagged"].as_u64()), (Some(9), Some(7)));
}

#[test]
fn a_consultations_answers_are_looked_at_and_a_healthy_frame_ends_well() {
    let rows = [
        ("1", "Mae'r gofal yn dda, diolch yn fawr i chi gyd am y gwaith"),
        ("2", "nothing to say about it at all, thank you 🙂"),
        ("3", "the home is out of area and we cannot get there"),
    ];
    let project = Project::new().theme("A", &["out of area"], &["gofal"]).answers(&rows);
    project.run();
    let output = project.tried(&["frame", "check", "c", "--json"]);
    let checked: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!((checked["healthy"].clone(), checked["answers"].as_u64()), (Value::Bool(true), Some(3)), "{checked:#}");
    assert_eq!(output.status.code(), Some(0));
    let said = project.asked(&["--lang", "cy", "frame", "check", "c"]);
    assert!(said.contains("dim byd i'w drin: 1 thema, 2 batrwm") && said.contains("3 o atebion"), "{said}");
    let output = project.tried(&["frame", "check", "nobody"]);
    assert!(
        output.status.code() == Some(2) && String::from_utf8(output.stderr).unwrap().contains("no such consultation")
    );
}

#[test]
fn people_are_shown_a_few_of_each_kind_and_told_how_many_more_there_are() {
    let folder = TempDir::new().unwrap();
    let patterns: String = (0..25).map(|n| format!("'byth {n}', ")).collect();
    let frame = format!(
        "[[theme]]\ncode = 'A'\nlabel = {{ en = 'a', cy = 'b' }}\nabout = {{ en = 'a', cy = 'b' }}\ncy = [{patterns}]\n"
    );
    std::fs::write(folder.path().join("frame.toml"), frame).unwrap();
    std::fs::write(folder.path().join("a.jsonl"), "{\"text\":\"🙂 dim\",\"language\":\"cy\"}\n\n{\"text\":\"\"}\n")
        .unwrap();
    let output = ymateb()
        .current_dir(folder.path())
        .args(["frame", "check", "frame.toml", "--answers", "a.jsonl"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said.matches("matches no answer").count(), 20, "{said}");
    assert!(said.contains("… and 5 more of this kind (never)") && said.contains("25 things to see to"), "{said}");
    let (checked, _) = checked(folder.path(), &["frame.toml", "--answers", "a.jsonl"]);
    assert_eq!(checked["findings"].as_array().unwrap().len(), 25);
}

#[test]
fn five_thousand_patterns_are_checked_without_a_stall() {
    let theme = |n: usize| {
        format!(
            "[[theme]]\ncode = 'T{n}'\nlabel = {{ en = 'a', cy = 'b' }}\nabout = {{ en = 'a', cy = 'b' }}\nen = ['far from place{n}']\n"
        )
    };
    let toml: String = (0..5_000).map(theme).collect();
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("frame.toml"), toml).unwrap();
    std::fs::write(folder.path().join("a.jsonl"), "{\"text\":\"far from place4999\"}\n".repeat(100)).unwrap();
    let (checked, _) = checked(folder.path(), &["frame.toml", "--answers", "a.jsonl"]);
    assert_eq!(checked["findings"][0]["kind"], "too_many_themes");
    assert_eq!(checked["findings"].as_array().unwrap().len(), 1 + 4_999 + 1);
}
