//! Readers that break, each in its way: scripts that stand in for this program.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::ingest::documents::Kind;

/// A program that does what the script says.
struct Stub(tempfile::TempDir);

impl Stub {
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("reader");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("a program");
        Stub(folder)
    }

    fn document(&self, limits: &Limits) -> Result<Document, Unreadable> {
        document_within(limits, &self.0.path().join("reader"), Format::Docx, Path::new("llythyr.docx"))
    }
}

const BLOCK: &str =
    r#"printf '\036{"block":{"kind":"paragraph","place":"paragraph 1","gap":"","text":"Mae\\u0027r t\305\267 🙂"}}\n'"#;

fn why(outcome: Result<Document, Unreadable>) -> String {
    outcome.expect_err("it cannot be read").0
}

#[test]
fn what_a_reader_says_is_taken() {
    let script = format!("echo noise; {BLOCK}; echo more; printf '\\036\"done\"\\n'");
    let document = Stub::new(&script).document(&Limits::default()).expect("a document");
    assert_eq!(document.text, "Mae'r tŷ 🙂");
    assert_eq!(document.blocks[0].kind, Kind::Paragraph);
    assert_eq!(document.remarks, []);
}

#[test]
fn a_reader_that_goes_on_for_ever_is_stopped() {
    let limits = Limits { seconds: 1, ..Limits::default() };
    assert_eq!(why(Stub::new("exec sleep 60").document(&limits)), "reading it took longer than 1 seconds");
    let since = std::time::Instant::now();
    // A child of the reader that holds on to the output does not hold us up either.
    assert!(why(Stub::new("sleep 60 & sleep 61").document(&limits)).contains("longer"));
    assert!(since.elapsed().as_secs() < 50);
}

#[test]
fn what_was_read_before_the_break_is_kept_and_the_break_is_said() {
    let limits = Limits { seconds: 1, ..Limits::default() };
    for (end, said) in
        [("exec sleep 60", "longer than 1 seconds"), ("exit 101", "broke the reader"), ("", "broke the reader")]
    {
        let document = Stub::new(&format!("{BLOCK}\n{end}")).document(&limits).expect("what was read");
        assert_eq!(document.text, "Mae'r tŷ 🙂");
        let [(place, remark)] = document.remarks.as_slice() else { panic!("one remark") };
        assert!(place.is_empty() && remark.contains(said) && remark.ends_with("was kept"), "{remark}");
    }
}

#[test]
fn each_kind_of_death_has_its_own_words() {
    let limits = Limits { output: 1 << 20, ..Limits::default() };
    let said = |script: &str| why(Stub::new(script).document(&limits));
    assert_eq!(
        said("echo 'memory allocation of 9 bytes failed' >&2; kill -6 $$"),
        "reading it needed more than 3 GB of memory"
    );
    assert_eq!(said("kill -24 $$"), "reading it took longer than 120 seconds");
    assert!(said("kill -11 $$").starts_with("its contents broke the reader"));
    assert!(said("exit 1").starts_with("its contents broke the reader"));
    assert_eq!(said("exec cat /dev/zero"), "reading it gave more than 1 MB of text");
    assert_eq!(said(r#"printf '\036{"unreadable":"it is locked"}\n'"#), "it is locked");
    let nowhere = document(Path::new("/nowhere/reader"), Format::Docx, Path::new("x.docx"));
    assert!(why(nowhere).starts_with("reading it could not begin"));
}

#[test]
fn nothing_of_our_environment_reaches_a_reader_but_what_it_needs() {
    let script = r#"[ -z "$HOME" ] && [ -n "$PATH" ] && printf '\036"done"\n'"#;
    assert!(std::env::var_os("HOME").is_some(), "the test has something to hide");
    assert!(Stub::new(script).document(&Limits::default()).is_ok());
}

/// Keeps what it is given, and fails or skips when told to.
#[derive(Default)]
struct Taken {
    rows: Vec<(u64, Vec<String>)>,
    problems: Vec<String>,
    skips: Option<&'static str>,
    is_full: bool,
}

impl Rows for Taken {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        Ok(self.skips != Some(name))
    }

    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        if self.is_full {
            return Err(IngestError::File { source: std::io::Error::other("full") });
        }
        self.rows.push((number, cells.to_vec()));
        Ok(())
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.problems.push(format!("{place}: {reason}"));
        Ok(())
    }
}

const SHEETS: &str = r#"printf '\036{"sheet":"A"}\n\036{"row":[1,["id","pam"]]}\n\036{"remark":["row 1","odd"]}\n'
printf '\036{"sheet":"B"}\n\036{"row":[7,["\305\265"]]}\n'"#;

#[test]
fn rows_come_sheet_by_sheet_and_a_break_is_said_after_them() {
    let stub = Stub::new(&format!("{SHEETS}\nkill -9 $$"));
    let reader = stub.0.path().join("reader");
    let mut taken = Taken { skips: Some("A"), ..Taken::default() };
    let outcome = rows(&reader, Format::Workbook, Path::new("x.xlsx"), &mut taken).expect("rows are taken");
    assert!(outcome.expect_err("it broke").0.starts_with("its contents broke the reader"));
    assert_eq!(taken.rows, [(7, vec!["ŵ".to_owned()])]);
    assert_eq!(taken.problems, ["row 1: odd"]);
}

#[test]
fn trouble_in_keeping_rows_is_no_trouble_of_the_file() {
    let stub = Stub::new(&format!("{SHEETS}\nprintf '\\036\"done\"\\n'"));
    let mut taken = Taken { is_full: true, ..Taken::default() };
    let outcome = rows(&stub.0.path().join("reader"), Format::Workbook, Path::new("x.xlsx"), &mut taken);
    assert!(matches!(outcome, Err(IngestError::File { .. })));
}
