//! The stages as filters: a line for each line, whatever comes in, and the same bytes on one thread and on many.

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::project::ymateb;

const FRAME: &str = r#"
name = "f"
version = 1
proposal = { en = "only not-for-profit providers may care for children", cy = "dim ond darparwyr nid-er-elw a gaiff ofalu am blant" }
[[theme]]
code = "T1"
label = { en = "Moves", cy = "Symud" }
en = ["mov* ~3 home", "out of area"]
cy = ["symud ~3 cartref"]
"#;

/// What a filter writes on so many threads.
fn written(arguments: &[&str], threads: &str, input: &[u8]) -> Vec<u8> {
    let mut child = ymateb()
        .args(arguments)
        .env("RAYON_NUM_THREADS", threads)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut door = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || door.write_all(&input));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    output.stdout
}

/// Lines as strangers send them: sound ones in both languages among all that goes wrong.
fn lines() -> Vec<u8> {
    let mut input = Vec::new();
    let texts = [
        "They will be moved far from home, out of area.",
        "Bydd plant yn symud o'u cartref. I do not support this.",
        "",
        "🙂🙂🙂",
        "مرحبا بالعالم",
        "a\u{0}b out of\u{ad} area",
        "x",
    ];
    for n in 0..3_000 {
        let text = texts[n % texts.len()];
        input.extend(serde_json::to_vec(&json!({ "id": n, "text": text, "kept": [n, "ŵ"] })).unwrap());
        input.push(b'\n');
        if n % 100 == 0 {
            for garbage in [
                &b"not JSON"[..],
                b"{\"id\": 1}",
                b"[1, 2]",
                b"\xff\xfe\n{\"id\": 2, \"text\": \"\\ud800\"}",
                b"{\"text\": 5}",
            ] {
                input.extend_from_slice(garbage);
                input.push(b'\n');
            }
        }
    }
    let long = "they will be moved out of area and far from home. ".repeat(20_000);
    input.extend(serde_json::to_vec(&json!({ "id": "long", "text": long })).unwrap());
    input
}

#[test]
fn each_line_comes_back_in_its_place_on_one_thread_and_on_many() {
    let folder = tempfile::TempDir::new().unwrap();
    let frame = folder.path().join("frame.toml");
    std::fs::write(&frame, FRAME).unwrap();
    let frame = frame.to_str().unwrap();
    let input = lines();
    let asked = input.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    let filters: [&[&str]; 5] =
        [&["language"], &["tag", "--frame", frame], &["redact"], &["analyze", "--language", "cy"], &["campaigns"]];
    for arguments in filters {
        let one = written(arguments, "1", &input);
        assert!(one == written(arguments, "4", &input), "{arguments:?} writes other bytes on four threads");
        let answers: Vec<Value> =
            String::from_utf8(one).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), asked, "{arguments:?}");
        let wrong = answers.iter().filter(|line| line["error"].is_string()).count();
        assert!(wrong >= 30 * 4, "{arguments:?}: {wrong} lines are told to be wrong");
        let kept: Vec<&Value> = answers.iter().filter(|line| line["kept"].is_array()).map(|line| &line["id"]).collect();
        assert_eq!(kept, (0..3_000).map(Value::from).collect::<Vec<_>>().iter().collect::<Vec<_>>(), "{arguments:?}");
        assert_eq!(answers.last().unwrap()["id"], "long");
    }
}
