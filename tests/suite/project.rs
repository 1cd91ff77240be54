//! A consultation in a folder of its own, driven through the program as a person would drive it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The program under test.
pub fn ymateb() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("ymateb"));
    command.env("LC_ALL", "en_GB.UTF-8");
    command
}

/// A root with one consultation, `c`, whose settings and frame grow as a test says.
pub struct Project {
    root: TempDir,
    themes: String,
    frame_version: u32,
    settings: String,
}

/// Two kinds of respondent, one open question on the proposal with its closed one, one more open question.
const SETTINGS: &str = r#"
format = 1
title = { en = "A question", cy = "Cwestiwn" }
[[type]]
code = "person"
label = { en = "person", cy = "unigolyn" }
[[type]]
code = "body"
label = { en = "body", cy = "corff" }
organisation = true
[[question]]
id = "1"
text = { en = "Do you agree?", cy = "Ydych chi'n cytuno?" }
kind = "closed"
proposal = true
[[question.option]]
code = "yes"
label = { en = "Yes", cy = "Ydw" }
stance = "support"
[[question.option]]
code = "no"
label = { en = "No", cy = "Nac ydw" }
stance = "oppose"
[[question]]
id = "1a"
text = { en = "Why?", cy = "Pam?" }
explains = "1"
proposal = true
[[question]]
id = "2"
text = { en = "Anything else?", cy = "Unrhyw beth arall?" }
[[source]]
files = "*.csv"
channel = "form"
id = "id"
received = "date"
type = "type"
organisation = "organisation"
name = ["name"]
may_publish = "publish"
may_name = "named"
may_quote = "quote"
[source.answers]
"1" = "agree"
"1a" = "why"
"2" = "else"
[[source]]
files = "*.jsonl"
channel = "easy read"
id = "id"
may_quote = "quote"
[source.answers]
"1a" = "why"
[[source]]
files = "*.txt"
channel = "letter"
[[source]]
files = "*.md"
channel = "event"
"#;

impl Project {
    pub fn new() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let project = Project { root, themes: String::new(), frame_version: 1, settings: SETTINGS.to_owned() };
        std::fs::create_dir_all(project.received()).expect("folders");
        project.save();
        project
    }

    pub fn root(&self) -> &Path {
        self.root.path()
    }

    pub fn received(&self) -> PathBuf {
        self.root().join("corpus/c/received")
    }

    /// Adds a theme with English and Welsh patterns.
    pub fn theme(mut self, code: &str, en: &[&str], cy: &[&str]) -> Self {
        let list = |patterns: &[&str]| format!("{patterns:?}");
        self.themes.push_str(&format!(
            "[[theme]]\ncode = \"{code}\"\nlabel = {{ en = \"Theme {code}\", cy = \"Thema {code}\" }}\n\
             about = {{ en = \"About\", cy = \"Am\" }}\nen = {}\ncy = {}\n",
            list(en),
            list(cy)
        ));
        self.save();
        self
    }

    /// Replaces the frame's themes by none, as the next version.
    pub fn new_frame(mut self) -> Self {
        self.themes.clear();
        self.frame_version += 1;
        self
    }

    /// Adds lines to the top of the settings.
    pub fn setting(mut self, line: &str) -> Self {
        self.settings = format!("{line}\n{}", self.settings);
        self.save();
        self
    }

    /// Adds a source of tables with an id and the answer `why`.
    pub fn also_reads(mut self, files: &str) -> Self {
        self.settings += &format!(
            "[[source]]\nfiles = \"{files}\"\nchannel = \"form\"\nid = \"id\"\nlayout = \"table\"\n[source.answers]\n\"1a\" = \"why\"\n"
        );
        self.save();
        self
    }

    /// Adds a source of notes of events.
    pub fn also_reads_events(mut self, files: &str) -> Self {
        self.settings += &format!("[[source]]\nfiles = \"{files}\"\nchannel = \"event\"\nlayout = \"event\"\n");
        self.save();
        self
    }

    /// Puts a file below `received/`.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.put(name, content);
        self
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.received().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, content).expect("a file");
    }

    /// A table of answers to "Why?": `id,why` on each line; everyone may be quoted.
    pub fn answers(self, rows: &[(&str, &str)]) -> Self {
        self.put("answers.csv", table(rows));
        self
    }

    fn save(&self) {
        let corpus = self.root().join("corpus/c");
        let frame = format!(
            "name = \"c\"\nversion = {}\nproposal = {{ en = \"it is done\", cy = \"ei wneud\" }}\n{}",
            self.frame_version, self.themes
        );
        std::fs::write(corpus.join("frame.toml"), frame).expect("a frame");
        std::fs::write(corpus.join("consultation.toml"), &self.settings).expect("settings");
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = ymateb();
        command.current_dir(self.root()).args(arguments);
        command
    }

    /// Runs the program whatever comes of it.
    pub fn tried(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program starts")
    }

    /// Runs the program, which must succeed; returns what it printed.
    pub fn asked(&self, arguments: &[&str]) -> String {
        let output = self.tried(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "`ymateb {}` failed: {said}", arguments.join(" "));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.asked(arguments)).expect("one JSON document")
    }

    /// Does the whole walk and returns its account.
    pub fn run(&self) -> Value {
        self.json(&["run", "c", "--json"])["consultations"][0].clone()
    }

    /// The same where something could not be read: the exit status says so, and all the rest is done.
    pub fn run_in_trouble(&self) -> Value {
        let output = self.tried(&["run", "c", "--json"]);
        assert_eq!(output.status.code(), Some(1), "something could not be read");
        let told: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
        told["consultations"][0].clone()
    }

    pub fn ledger(&self) -> Value {
        self.json(&["ledger", "c", "--json"])
    }

    /// How many items each stage of a run worked on.
    pub fn did(&self) -> BTreeMap<String, u64> {
        let run = self.run();
        let stages = run["stages"].as_array().expect("stages");
        let one = |stage: &Value| Some((stage["stage"].as_str()?.to_owned(), stage["did"].as_u64()?));
        stages.iter().filter_map(one).collect()
    }

    /// A report that a run wrote.
    pub fn report(&self, name: &str) -> String {
        std::fs::read_to_string(self.root().join("reports/c").join(name)).expect("a report")
    }

    /// Every file of the reports with its bytes.
    pub fn reports(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = std::fs::read_dir(self.root().join("reports/c")).expect("reports");
        let one = |entry: std::io::Result<std::fs::DirEntry>| {
            let path = entry.expect("an entry").path();
            (path.file_name().expect("a name").to_string_lossy().into_owned(), std::fs::read(&path).expect("bytes"))
        };
        entries.map(one).collect()
    }
}

/// A table with a header, one row for each id and answer to "Why?".
pub fn table(rows: &[(&str, &str)]) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["id", "type", "why", "quote"]).expect("a header");
    for (id, why) in rows {
        out.write_record([id, "person", why, "Yes"]).expect("a row");
    }
    String::from_utf8(out.into_inner().expect("bytes")).expect("UTF-8")
}

/// Runs a filter over lines and returns its lines.
pub fn filter(arguments: &[&str], input: &str) -> Vec<Value> {
    let output = assert_cmd::Command::from_std({
        let mut command = ymateb();
        command.args(arguments);
        command
    })
    .write_stdin(input.as_bytes().to_vec())
    .output()
    .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
}
