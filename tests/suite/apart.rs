//! Documents that strangers send, read as `ymateb read` shows them: whatever is in them, the program says what it read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::project::ymateb;

/// A folder with files in it, and programs that the program under test may find.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Desk(TempDir::new().unwrap())
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// A program on the path that does what a script says. No other program is on the path but those of the shell.
    fn program(&self, name: &str, script: &str) {
        let path = self.put(&format!("bin/{name}"), format!("#!/bin/sh\n{script}\n"));
        #[cfg(unix)]
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        drop(path);
    }

    fn read(&self, file: &Path, arguments: &[&str]) -> Output {
        let mut command = ymateb();
        command.env("PATH", self.0.path().join("bin")).arg("read").args(arguments).arg(file);
        command.output().unwrap()
    }

    /// The lines that `--json` gives for a file.
    fn lines(&self, name: &str, bytes: impl AsRef<[u8]>) -> Vec<Value> {
        self.lines_with(name, bytes, &[])
    }

    fn lines_with(&self, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Vec<Value> {
        let output = self.read(&self.put(name, bytes), &[&["--json"], more].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What is said of a file that cannot be read.
    fn refusal(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let output = self.read(&self.put(name, bytes), &[]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        String::from_utf8(output.stderr).unwrap()
    }
}

/// Objects of a PDF besides catalogue, tree and font (1 to 3): numbers and contents.
struct Pdf {
    objects: Vec<(usize, Vec<u8>)>,
    pages: Vec<usize>,
    catalogue: String,
}

impl Pdf {
    fn new() -> Self {
        Pdf { objects: Vec::new(), pages: Vec::new(), catalogue: String::new() }
    }

    fn object(&mut self, number: usize, content: &str) {
        self.objects.push((number, content.as_bytes().to_vec()));
    }

    fn stream(&mut self, number: usize, dictionary: &str, bytes: &[u8]) {
        let head = format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len());
        self.objects.push((number, [head.as_bytes(), bytes, b"\nendstream"].concat()));
    }

    /// A page that draws something. Objects 10, 12, … are pages and 11, 13, … their contents.
    fn page(mut self, drawn: &str, more: &str) -> Self {
        let number = 10 + 2 * self.pages.len();
        self.pages.push(number);
        let page = format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R {more} >>", number + 1);
        self.object(number, &page);
        self.stream(number + 1, "", drawn.as_bytes());
        self
    }

    /// A page with a line of text for each of these.
    fn text(self, lines: &[&str]) -> Self {
        let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj T*")).collect();
        self.page(&format!("BT /F1 12 Tf 14 TL 72 720 Td {} ET", shown.join(" ")), "")
    }

    fn bytes(&self) -> Vec<u8> {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        let mut objects = self.objects.clone();
        objects.push((1, format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalogue).into_bytes()));
        let tree = format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /P 5 0 R >> >> >>",
            kids.join(" "),
            kids.len()
        );
        objects.push((2, tree.into_bytes()));
        // Windows-1252 has no `ŵ`; a difference in the encoding is how a PDF has it.
        let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /wcircumflex /ycircumflex] >> >>";
        objects.push((3, font.as_bytes().to_vec()));
        objects.sort_by_key(|(number, _)| *number);
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = String::new();
        let size = objects.last().unwrap().0 + 1;
        for (number, content) in objects {
            writeln!(places, "{number} 1\n{:010} 00000 n ", bytes.len()).unwrap();
            bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            bytes.extend_from_slice(&content);
            bytes.extend_from_slice(b"\nendobj\n");
        }
        let start = bytes.len();
        let end = format!("xref\n{places}trailer\n<< /Root 1 0 R /Size {size} >>\nstartxref\n{start}\n%%EOF\n");
        bytes.extend_from_slice(end.as_bytes());
        bytes
    }
}

/// Place and text of the blocks of a kind.
fn of<'l>(lines: &'l [Value], kind: &str) -> Vec<(&'l str, &'l str)> {
    let one = |line: &'l Value| {
        let words = line.get("text").or_else(|| line.get("reason")).and_then(Value::as_str).unwrap_or_default();
        (line["kind"] == kind).then(|| (line["place"].as_str().unwrap(), words))
    };
    lines.iter().filter_map(one).collect()
}

#[test]
fn paragraphs_of_a_pdf_keep_their_page() {
    let pdf =
        Pdf::new().text(&["Rwy'n cytuno \\342\\200\\224 mae'r t\\002 a'r d\\001r", "yn oer."]).text(&["Second page"]);
    let lines = Desk::new().lines("llythyr.pdf", pdf.bytes());
    let text = "Rwy'n cytuno â€” mae'r tŷ a'r dŵr\nyn oer.";
    assert_eq!(of(&lines, "paragraph"), [("page 1", text), ("page 2", "Second page")]);
    assert_eq!(lines.len(), 2, "and nothing else is said");
}

#[test]
fn every_way_to_show_text_is_read() {
    let drawn = "q 1 0 0 1 0 0 cm BT /F1 12 Tf 14 TL 72 720 Td (one) ' 2 1 (two) \" [(th) -20 (ree) -900 (four)] TJ ET Q Q /Missing Do /CS1 cs (x) Tf";
    let lines = Desk::new().lines("a.pdf", Pdf::new().page(drawn, "").bytes());
    assert_eq!(of(&lines, "paragraph"), [("page 1", "one\ntwothree four")]);
}

#[test]
fn running_titles_and_page_numbers_are_told_from_the_text() {
    let pages = ["Alpha", "Bravo", "Cymru"].iter().enumerate();
    let pdf =
        pages.fold(Pdf::new(), |pdf, (i, words)| pdf.text(&["Cyngor y Sir", words, &format!("Page {} of 3", i + 1)]));
    let lines = Desk::new().lines("a.pdf", pdf.bytes());
    assert_eq!(
        of(&lines, "paragraph").iter().map(|(_, words)| *words).collect::<Vec<_>>(),
        ["Alpha", "Bravo", "Cymru"]
    );
    assert_eq!(of(&lines, "signature").len(), 6);
}

#[test]
fn a_scanned_page_is_a_picture_and_an_empty_one_is_nothing() {
    let mut pdf = Pdf::new().page("q 595 0 0 842 0 0 cm /P Do Q", "").page("", "").text(&["words"]);
    pdf.stream(
        5,
        "/Type /XObject /Subtype /Image /Width 1000 /Height 1400 /BitsPerComponent 1 /ColorSpace /DeviceGray",
        b"BT (no text) Tj ET",
    );
    let desk = Desk::new();
    let lines = desk.lines("scan.pdf", pdf.bytes());
    assert_eq!(of(&lines, "picture"), [("page 1", "")]);
    assert_eq!(of(&lines, "paragraph"), [("page 3", "words")]);
    let output = desk.read(&desk.put("scan.pdf", pdf.bytes()), &[]);
    assert_eq!(output.status.code(), Some(1), "there is something to look at");
    assert!(String::from_utf8_lossy(&output.stderr).contains("page 1: it is a picture"));
}

#[test]
fn what_people_fill_in_and_note_is_read() {
    let annotations = "/Annots [<< /Subtype /Widget /FT /Tx /T (q1) /TU (Do you agree?) /V <FEFF004D0061006500200077007900640064> >> \
        << /Subtype /Widget /FT /Btn /T (publish) /AS /Yes >> << /Subtype /Widget /FT /Btn /T (name) /AS /Off >> \
        << /Subtype /Widget /FT /Tx /T (blank) /V () >> << /Subtype /FreeText /Contents (typed on top) >> << /Subtype /Link >>]";
    let lines =
        Desk::new().lines("form.pdf", Pdf::new().page("BT /F1 12 Tf (Response form) Tj ET", annotations).bytes());
    let cells: Vec<(&str, &str)> = of(&lines, "cell");
    assert_eq!(
        cells,
        [
            ("page 1, field 1", "Do you agree?"),
            ("page 1, field 1", "Mae wydd"),
            ("page 1, field 2", "publish"),
            ("page 1, field 2", "Yes")
        ]
    );
    assert_eq!(of(&lines, "paragraph"), [("page 1", "Response form"), ("page 1, note", "typed on top")]);
}

#[test]
fn letters_that_no_program_can_tell_are_not_taken_for_words() {
    // Numbers of glyphs, and nothing that says which letters they are.
    let font = "/Resources << /Font << /F9 << /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H \
        /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /FontDescriptor \
        << /Type /FontDescriptor /FontName /Odd /Flags 4 >> >>] >> >> >>";
    let pdf = Pdf::new().page("BT /F9 12 Tf <000300240025002600270028> Tj ET", font).text(&["clear"]);
    let lines = Desk::new().lines("a.pdf", pdf.bytes());
    assert_eq!(of(&lines, "paragraph"), [("page 2", "clear")], "{lines:?}");
    assert_eq!(of(&lines, "picture"), [("page 1", "")]);
}

#[test]
fn a_page_that_breaks_the_reader_leaves_the_others() {
    let desk = Desk::new();
    let broken = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type0 >> >> >>";
    let pdf = Pdf::new().text(&["before"]).page("BT /F1 12 Tf (x) Tj ET", broken).text(&["after"]).bytes();
    let lines = desk.lines("a.pdf", &pdf);
    assert_eq!(of(&lines, "paragraph"), [("page 1", "before"), ("page 3", "after")]);
    assert_eq!(of(&lines, "picture"), [("page 2", "")]);
    assert!(of(&lines, "remark")[0].1.contains("install pdftotext"), "{lines:?}");
    // Another program's words take the place of what was lost, and of nothing else.
    desk.program("pdftotext", "printf 'theirs\\fy canol 🙂\\ftheirs\\f'");
    let lines = desk.lines("a.pdf", &pdf);
    assert_eq!(of(&lines, "paragraph"), [("page 1", "before"), ("page 2", "y canol 🙂"), ("page 3", "after")]);
    assert_eq!(
        of(&lines, "remark"),
        [("page 2", "this page was read by pdftotext, since the built-in reader could not")]
    );
    assert_eq!(of(&lines, "picture"), []);
}

#[test]
fn pages_that_are_missing_or_not_whole_are_said() {
    let desk = Desk::new();
    let pdf = Pdf::new().text(&["whole"]).text(&["half"]).bytes();
    let spoilt = |from: &str, to: &str| {
        let at = pdf.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
        [&pdf[..at], to.as_bytes(), &pdf[at + from.len()..]].concat()
    };
    let lines = desk.lines("a.pdf", spoilt("/Contents 13 0 R", "/Contents 77 0 R"));
    assert_eq!(of(&lines, "paragraph"), [("page 1", "whole")]);
    assert_eq!(of(&lines, "picture"), [("page 2", "")]);
    assert!(of(&lines, "remark")[0].1.starts_with("part of this page, or all of it, could not be read"));
    let lines = desk.lines("a.pdf", spoilt("/Count 2", "/Count 3"));
    assert_eq!(of(&lines, "paragraph").len(), 2);
    assert_eq!(
        of(&lines, "remark"),
        [("", "some of its pages are missing or damaged; ask the sender for another copy")]
    );
    let lines = desk.lines("a.pdf", Pdf::new().page("", "").bytes());
    assert_eq!(of(&lines, "remark"), [("", "neither words nor pictures were found in it")]);
}

#[test]
fn forms_that_draw_themselves_end() {
    let mut pdf = Pdf::new().page("/P Do BT /F1 12 Tf (still here) Tj ET", "");
    let resources =
        "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /P 5 0 R >> /Font << /F1 3 0 R >> >>";
    pdf.stream(5, resources, b"BT /F1 12 Tf (inner) Tj ET /P Do");
    let lines = Desk::new().lines("a.pdf", pdf.bytes());
    assert!(of(&lines, "paragraph").iter().any(|(_, words)| words.contains("still here")), "{lines:?}");
}

#[test]
fn what_cannot_be_read_is_said_with_what_to_do() {
    let desk = Desk::new();
    assert!(desk.refusal("a.pdf", b"%PDF-1.7\nnothing").contains("damaged; ask the sender"));
    assert!(desk.refusal("empty.docx", b"").contains("the file is empty"));
    assert!(desk.refusal("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").contains("install LibreOffice (or antiword)"));
    assert!(desk.refusal("x.bin", [0, 1, 2, 0, 0, 9]).contains("ask the sender for another"));
    let missing = desk.read(Path::new("nowhere.pdf"), &[]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_name_that_says_otherwise_is_remarked_on() {
    let lines = Desk::new().lines("letter.docx", Pdf::new().text(&["words"]).bytes());
    assert_eq!(of(&lines, "remark"), [("", "its name ends in .docx, and it is a PDF; it was read as one")]);
    assert_eq!(of(&lines, "paragraph"), [("page 1", "words")]);
}

#[test]
fn plain_text_is_shown_line_by_line_whatever_its_encoding() {
    let desk = Desk::new();
    let wide: Vec<u8> = "\u{feff}Annwyl\nŵŷ 🙂".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(of(&desk.lines("a.txt", wide), "paragraph"), [("line 1", "Annwyl"), ("line 2", "ŵŷ 🙂")]);
    let output = desk.read(&desk.put("b.txt", "Geiriau"), &[]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "[line 1]\nGeiriau\n\n");
}

#[test]
fn an_old_word_document_is_read_by_a_converter() {
    let desk = Desk::new();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    desk.program("antiword", "echo; exit 0");
    desk.program("catdoc", "printf 'Annwyl Syr,\\n\\nMae\\047r t\\305\\267 yn oer.\\n'");
    let lines = desk.lines("old.doc", old);
    assert_eq!(of(&lines, "paragraph"), [("paragraph 1", "Annwyl Syr,"), ("paragraph 2", "Mae'r tŷ yn oer.")]);
    assert_eq!(of(&lines, "remark"), [("", "it is an old Word document, and was read by catdoc")]);
    desk.program("catdoc", "exit 1");
    let said = desk.refusal("old.doc", old);
    assert!(said.contains("antiword found no words in it, catdoc could not read it"), "{said}");
}

/// Tesseract with both languages, which reads every picture as the same words.
const TESSERACT: &str = "case \"$1\" in --list-langs) echo 'List of languages in x:'; echo cym; echo eng; exit;; esac
[ \"$2 $3 $4\" = 'stdout -l eng+cym' ] && printf 'Llun o eiriau\\n\\n\\f'";

#[test]
fn pictures_are_read_when_that_is_asked_for() {
    let desk = Desk::new();
    let mut pdf = Pdf::new().text(&["typed"]).page("/P Do", "").text(&["end"]);
    pdf.stream(5, "/Type /XObject /Subtype /Image /Width 1000 /Height 1400", b"0");
    desk.program("tesseract", TESSERACT);
    desk.program("pdftoppm", "for last; do :; done; echo P5 > \"$last.pgm\"");
    assert_eq!(of(&desk.lines("a.pdf", pdf.bytes()), "picture"), [("page 2", "")]);
    let expected = [("page 1", "typed"), ("page 2", "Llun o eiriau"), ("page 3", "end")];
    let lines = desk.lines_with("a.pdf", pdf.bytes(), &["--ocr"]);
    assert_eq!(of(&lines, "paragraph"), expected);
    assert_eq!(of(&lines, "picture"), []);
    assert_eq!(of(&lines, "remark"), [("page 2", "the words of page 2 were read by OCR and may be wrong")]);
    // The same by the program that does the whole file.
    desk.program(
        "ocrmypdf",
        "while [ \"$1\" != --sidecar ]; do [ \"$1\" = --pages ] && pages=$2; shift; done
[ \"$pages\" = 2 ] && printf '[OCR skipped on page(s) 1]\\fLlun o eiriau\\n\\f[OCR skipped on page(s) 3]' > \"$2\"",
    );
    assert_eq!(of(&desk.lines_with("a.pdf", pdf.bytes(), &["--ocr"]), "paragraph"), expected);
    let picture = desk.lines_with("a.png", b"\x89PNG\r\n\x1a\n", &["--ocr"]);
    assert_eq!(of(&picture, "paragraph"), [("page 1", "Llun o eiriau")]);
}

#[test]
fn ocr_that_is_not_there_or_lacks_a_language_is_said() {
    let desk = Desk::new();
    let said = |desk: &Desk| {
        let output = desk.read(&desk.put("a.png", b"\x89PNG\r\n\x1a\n"), &["--ocr"]);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&desk).contains("install ocrmypdf or tesseract"));
    desk.program("tesseract", "[ \"$1\" = --list-langs ] && echo fra");
    assert!(said(&desk).contains("tesseract has no data for eng or cym"));
    desk.program("tesseract", "case \"$1\" in --list-langs) echo eng;; *) echo words;; esac");
    assert!(said(&desk).contains("knew nothing of the language cym"));
}

#[test]
fn a_program_gets_limits_before_it_begins() {
    let desk = Desk::new();
    desk.program("show", "ulimit -v; ulimit -t; ulimit -c");
    let mut command = ymateb();
    command.args(["limited", "--seconds", "7", "--megabytes", "2048", "--"]).arg(desk.0.path().join("bin/show"));
    let output = command.output().unwrap();
    if cfg!(target_os = "linux") {
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "2097152\n7\n0\n");
    }
}

/// However a PDF is cut or spoilt, there is an answer, in time.
#[test]
fn no_pdf_makes_the_program_fail() {
    let desk = Desk::new();
    let mut pdf = Pdf::new().text(&["Mae'r d\\001r yn oer", "and more words"]).page("/P Do", "").text(&["end"]);
    pdf.stream(5, "/Type /XObject /Subtype /Form /Resources << /Font << /F1 3 0 R >> >>", b"BT /F1 9 Tf (form) Tj ET");
    let whole = pdf.bytes();
    let mut state = 2022u64;
    let mut random = |below: usize| {
        // Knuth's MMIX generator: the same damage each time.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for round in 0..40 {
        let mut bytes = whole.clone();
        if round < 10 {
            bytes.truncate(random(whole.len()));
        } else {
            for _ in 0..1 + round % 8 {
                bytes[random(whole.len())] ^= 1 << random(8);
            }
        }
        let output = desk.read(&desk.put("a.pdf", &bytes), &["--json", "--seconds", "20"]);
        assert!(matches!(output.status.code(), Some(0 | 1)), "round {round}");
        assert!(!output.stdout.is_empty() || !output.stderr.is_empty(), "round {round}: something is said");
    }
}
