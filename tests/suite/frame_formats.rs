//! Coding frames as tables and codebooks: what a format can hold comes back from it.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use ymateb::model::{CodingFrame, Locale, Pattern, Theme};
use ymateb::tagging::frame::codebook;
use ymateb::tagging::frame::table::{self, Rows};
use ymateb::tagging::frame::{read, write};

use crate::frames::config;
use crate::project::{Project, filter, ymateb};

/// A frame without the places that its file gave it.
fn without_places(mut frame: CodingFrame) -> CodingFrame {
    for theme in &mut frame.themes {
        (theme.line, theme.column) = (0, 0);
        for pattern in theme.en.iter_mut().chain(&mut theme.cy).chain(&mut theme.not) {
            (pattern.line, pattern.column) = (0, 0);
        }
    }
    frame
}

/// A frame with everything in it that a format may trip over.
const HARD: &str = r#"name = "gofal 🙂"
version = 7
proposal = { en = "only not-for-profit", cy = "=dim ond nid-er-elw" }

[[theme]]
code = "T01"
label = { en = "Care, \"homes\" & <more>", cy = "Gofal, 'tŷ' _x0041_" }
about = { en = "one line\nand  two", cy = "un llinell\n\nac un arall" }
workstreams = [1, 4]
en = [
  "out of area",
  '"CIW"',
  '(far|miles) ~2 home',
  're:/[a-z]{2,3}-\d+,;/i',
]
cy = [
  "=gofal",
  "= gofal plant",
  "i'r tŷ",
]
not = ["+44", "-dim", "@x", "'dyfyniad"]

[[theme]]
code = "T01.1"
parent = "T01"
was = ["T09", "X 2"]
label = { en = "T01.1", cy = "T01.1" }
cy = ["'=gofal"]
when = "feared"
loose_accents = true

[[theme]]
code = "X1"
label = { en = "Safeguarding", cy = "" }
about = { en = "", cy = "dim ond yn Gymraeg" }
by_hand = true
working = true
"#;

/// Converts a file and returns where it was written.
fn converted(folder: &Path, from: &str, to: &str) {
    let output =
        ymateb().current_dir(folder).args(["frame", "convert", from, "--to", to, "--language", "cy"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{from} to {to}: {said}");
    assert!(said.is_empty(), "{said}");
}

#[test]
fn a_frame_comes_back_whole_from_every_format() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("frame.toml"), HARD).unwrap();
    let before = without_places(read("frame.toml", HARD).unwrap_or_else(|errors| panic!("{errors}")));
    for format in ["toml", "csv", "xlsx", "ods", "qdc"] {
        converted(folder, "frame.toml", &format!("to.{format}"));
        converted(folder, &format!("to.{format}"), &format!("from-{format}.toml"));
        let text = std::fs::read_to_string(folder.join(format!("from-{format}.toml"))).unwrap();
        let after = without_places(read("f", &text).unwrap_or_else(|errors| panic!("{errors}")));
        assert_eq!(after, before, "{format}");
        // Same frame, same bytes.
        converted(folder, &format!("from-{format}.toml"), &format!("again.{format}"));
        let bytes = |name: String| std::fs::read(folder.join(name)).unwrap();
        assert_eq!(bytes(format!("again.{format}")), bytes(format!("to.{format}")), "{format}");
    }
    let csv = std::fs::read_to_string(folder.join("to.csv")).unwrap();
    assert!(
        csv.contains(",\"'=gofal\n= gofal plant\ni'r tŷ\","),
        "a cell that begins like a formula is guarded: {csv}"
    );
    assert!(csv.starts_with("\u{feff}Cod,Rhiant,Gynt,Label (Saesneg),Label (Cymraeg),"), "{csv}");
}

#[test]
fn every_command_takes_a_frame_in_any_format() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("frame.toml"), HARD).unwrap();
    let line = "{\"id\":1,\"text\":\"out of area, am ofal\",\"language\":\"en\"}\n";
    for format in ["csv", "xlsx", "ods", "qdc"] {
        let path = folder.path().join(format!("frame.{format}"));
        converted(folder.path(), "frame.toml", path.to_str().unwrap());
        let tagged = filter(&["tag", "--frame", path.to_str().unwrap()], line);
        assert_eq!(tagged[0]["tags"][0]["rule"], "en: out of area", "{format}");
        let checked = ymateb().args(["frame", "check", path.to_str().unwrap(), "--json"]).output().unwrap();
        let checked: Value = serde_json::from_slice(&checked.stdout).expect("one JSON document");
        assert_eq!(checked["themes"], 3, "{format}");
    }
}

#[test]
fn a_simple_codebook_becomes_themes_that_people_tag() {
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("en.csv", "Theme Name,Theme Description,Highlights\nGofal maeth,Gofalwyr 🙂,3\nCost,,0\n"),
        ("cy.csv", "Cod;Enw;Disgrifiad;Rhiant\n\"A\";Gofal;;\nB;Maeth;\"am ofal\nmaeth\";Gofal\n"),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let toml = |name: &str| {
        let to = folder.path().join(format!("{name}.toml"));
        let from = folder.path().join(name);
        let output = ymateb().args(["frame", "convert"]).arg(&from).arg("--to").arg(&to).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        (std::fs::read_to_string(to).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (en, said) = toml("en.csv");
    assert!(said.contains("row 1, column C: the column `Highlights` is not part of a frame"), "{said}");
    let frame = read("f", &en).unwrap();
    assert_eq!((frame.themes[0].code.as_str(), frame.themes[0].by_hand), ("Gofal maeth", true));
    assert_eq!(frame.themes[0].about.cy, "Gofalwyr 🙂");
    let (cy, said) = toml("cy.csv");
    assert_eq!(said, "");
    let frame = read("f", &cy).unwrap();
    assert_eq!((frame.themes[1].code.as_str(), frame.themes[1].parent.as_deref()), ("B", Some("A")));
    assert_eq!(frame.themes.iter().map(|theme| theme.by_hand).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn what_is_wrong_in_a_table_is_told_with_sheet_row_and_column() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let rows = vec![
        (1, row(&["Our themes 🙂"])),
        (3, row(&["Code", "Patterns (English)", "By hand", "Version", "Workstreams", "Cod", "Descriptions"])),
        (4, row(&["T1", "far (away\nhome\n", "perhaps", "1"])),
        (5, row(&["", "gofal", "", "2", "1; x"])),
        (9, row(&["T3"])),
    ];
    let errors = table::read("frame.xlsx", &[Rows { sheet: "Themâu".to_owned(), rows }]).expect_err("a wrong table");
    insta::assert_snapshot!(errors, @r#"
    frame.xlsx: sheet Themâu, row 3, column F: the column `Cod` says the same as the column `Code`; take one of them out
    frame.xlsx: sheet Themâu, row 3, column G: there is no `Descriptions` in a theme; did you mean `Description`?
    frame.xlsx: sheet Themâu, row 4, column B: pattern `far (away` of theme `T1`: the bracket opened at character 5 is never closed; add `)`; for example: `far (away)`
    frame.xlsx: sheet Themâu, row 4, column C: `By hand` must be true or false, not `perhaps`; write `yes` / `ie`
    frame.xlsx: sheet Themâu, row 5, column A: a theme has no code; add one, such as `code = "T01"`
    frame.xlsx: sheet Themâu, row 5, column D: `Version` is about the whole frame, and row 4 says something else; leave it in one row only
    frame.xlsx: sheet Themâu, row 9, column A: theme `T3` has no patterns; add one under `en` or `cy`, or mark it `by_hand = true`
    "#);
    let none = table::read("f.csv", &[Rows::default()]).expect_err("no header").to_string();
    assert!(none.starts_with("f.csv: row 1, column A: no row names the columns"), "{none}");
}

#[test]
fn codebooks_have_short_names_that_differ_and_ids_that_stay() {
    let theme = |code: &str, label: &str| Theme {
        code: code.to_owned(),
        label: ymateb::model::Bilingual { en: label.to_owned(), cy: format!("ŵ\u{1}{label}") },
        by_hand: true,
        ..Theme::default()
    };
    let long = "🙂 gofal ".repeat(20);
    let frame = CodingFrame {
        name: "f".to_owned(),
        version: 2,
        proposal: None,
        themes: vec![theme("A", &format!("B {long}")), theme("A B", &long), theme("a", &format!("b {long}"))],
    };
    let book = codebook::of(&frame, Locale::En).expect("it has themes");
    let names: Vec<&str> = book.codes.iter().map(|code| code.name.as_str()).collect();
    assert!(names.iter().all(|name| name.chars().count() <= 63), "{names:?}");
    let distinct: std::collections::BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(distinct.len(), 3, "{names:?}");
    let guid = &book.codes[0].guid;
    assert_eq!(guid, &codebook::guid("code", "A"));
    assert_eq!((guid.len(), &guid[14..15]), (36, "8"), "{guid}");
    let other = codebook::of(&CodingFrame { version: 3, name: "g".to_owned(), ..frame.clone() }, Locale::Cy).unwrap();
    assert_eq!(&other.codes[0].guid, guid, "a code keeps its id from frame to frame");
    assert_eq!(without_places(codebook::read("f", &book).unwrap().frame), frame);
    assert_eq!(codebook::of(&CodingFrame::default(), Locale::Cy), None);
    let xml = ymateb::reports::codebook::qdc(&other);
    assert!(!xml.contains('\u{1}') && xml.contains("name=\"A ŵB 🙂"), "{xml}");
}

#[test]
fn another_programs_codebook_becomes_themes_that_people_tag() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("nvivo.qdc");
    let xml = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"x\"><Codes>\
               <Code guid=\"{0}\" name=\"T01: Gofal &amp; tŷ 🙂\" isCodable=\"true\"><Description>Pan sonnir am ofal</Description>\
               <Code guid=\"1\" name=\"T01.1 Maeth\" isCodable=\"true\"/></Code></Codes></CodeBook>";
    std::fs::write(&path, xml).unwrap();
    converted(folder.path(), "nvivo.qdc", "out.toml");
    let frame = read("f", &std::fs::read_to_string(folder.path().join("out.toml")).unwrap()).unwrap();
    let shown: Vec<_> =
        frame.themes.iter().map(|t| (t.code.as_str(), t.label.cy.as_str(), t.parent.as_deref(), t.by_hand)).collect();
    assert_eq!(shown, [("T01", "Gofal & tŷ 🙂", None, false), ("T01.1", "Maeth", Some("T01"), true)]);
    assert_eq!(frame.themes[0].about.en, "Pan sonnir am ofal");
    std::fs::write(&path, "<CodeBook>\n<Codes>\n</CodeBook>").unwrap();
    let output = ymateb().args(["frame", "check"]).arg(&path).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("nvivo.qdc:3:1: this is not a codebook"), "{said}");
}

#[test]
fn damaged_files_are_refused_and_never_stop_the_program() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("frame.toml"), HARD).unwrap();
    let mut seed = 7u64;
    for format in ["toml", "csv", "xlsx", "ods", "qdc"] {
        converted(folder.path(), "frame.toml", &format!("good.{format}"));
        let good = std::fs::read(folder.path().join(format!("good.{format}"))).unwrap();
        for round in 0..8 {
            let mut bytes = good.clone();
            for _ in 0..round {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let at = (seed >> 33) as usize % bytes.len();
                bytes[at] = (seed >> 25) as u8;
            }
            bytes.truncate(bytes.len() - bytes.len() * (round % 4) / 8);
            let bytes = if round == 0 { Vec::new() } else { bytes };
            let path = folder.path().join(format!("bad.{format}"));
            std::fs::write(&path, bytes).unwrap();
            let output = ymateb().args(["frame", "check"]).arg(&path).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(matches!(output.status.code(), Some(0..=2)), "{format} {round}: {said}");
            assert!(output.status.code() != Some(2) || said.contains(&format!("bad.{format}")), "{said}");
        }
    }
}

#[test]
fn a_frame_is_exported_in_every_format_and_never_overwritten() {
    let project = Project::new().theme("A", &["out of area"], &["gofal"]).answers(&[]);
    for (format, begins) in [("csv", "\u{feff}Code,".as_bytes()), ("xlsx", b"PK"), ("ods", b"PK"), ("qdc", b"<?xml")] {
        let output = project.tried(&["export", "c", "--what", "frame", "--format", format]);
        assert!(output.status.success() && output.stdout.starts_with(begins), "{format}");
    }
    let root = project.root().to_str().unwrap().to_owned();
    let frame = format!("{root}/corpus/c/frame.toml");
    let output = project.tried(&["frame", "convert", &frame, "--to", &frame]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("is there already"), "{said}");
    let output = project.tried(&["frame", "convert", &frame, "--to", &format!("{root}/x.pdf")]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("choose one of these endings"));
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn any_frame_comes_back_from_toml_a_table_and_a_codebook(
        themes in prop::collection::btree_map("[A-Z][0-9]{1,2}(\\.[0-9])?", theme_parts(), 0..8),
        name in "[a-z🙂ŵ ]{0,10}", version in 0u32..99,
    ) {
        let frame = frame_of(&name, version, &themes);
        let again = |text: &str| read("f", text).map(without_places);
        let toml = write::toml(&frame);
        prop_assert_eq!(again(&toml).map_err(|errors| TestCaseError::fail(format!("{errors}\n{toml}")))?, frame.clone());
        for locale in Locale::BOTH {
            let (header, rows) = table::write(&frame, locale);
            let rows = std::iter::once(header).chain(rows).enumerate().map(|(at, cells)| (at + 1, cells)).collect();
            let from = table::read("f", &[Rows { sheet: String::new(), rows }]);
            let from = from.map_err(|errors| TestCaseError::fail(errors.to_string()))?;
            prop_assert_eq!(&from.left_out, &[]);
            prop_assert_eq!(without_places(from.read.frame), frame.clone());
            if let Some(book) = codebook::of(&frame, locale) {
                let from = codebook::read("f", &book).map_err(|errors| TestCaseError::fail(errors.to_string()))?;
                prop_assert_eq!(without_places(from.frame), frame.clone());
            }
        }
    }
}

type Parts = (String, String, Vec<String>, Vec<String>, Vec<u8>, bool);

fn theme_parts() -> impl Strategy<Value = Parts> {
    let words = "([!-~ŵŷ🙂é]([ -~ŵŷ🙂é\n]{0,20}[!-~ŵŷ🙂é])?)?";
    let pattern = prop::sample::select(vec![
        "gofal",
        "=gofal",
        "\"CIW\"",
        "i'r tŷ",
        "(a|b) ~3 c",
        "re:/a\\.b\"'/i",
        "'=x",
        "-x",
        "+1",
        "@y",
        "🙂",
        "move*",
    ]);
    let patterns = prop::collection::vec(pattern.prop_map(str::to_owned), 0..4);
    (words, words, patterns.clone(), patterns, prop::collection::vec(any::<u8>(), 0..3), any::<bool>())
}

fn frame_of(name: &str, version: u32, themes: &BTreeMap<String, Parts>) -> CodingFrame {
    let pattern = |text: &String| Pattern { text: text.clone(), line: 0, column: 0 };
    let theme = |(code, (en, cy, first, second, workstreams, flag)): (&String, &Parts)| {
        let unlabelled = en.is_empty() && cy.is_empty();
        let label = if unlabelled { [code, code] } else { [en, cy] };
        Theme {
            code: code.clone(),
            parent: code.split_once('.').map(|(parent, _)| parent.to_owned()).filter(|p| themes.contains_key(p)),
            label: ymateb::model::Bilingual { en: label[0].clone(), cy: label[1].clone() },
            about: ymateb::model::Bilingual { en: cy.clone(), cy: en.clone() },
            workstreams: workstreams.clone(),
            en: first.iter().map(pattern).collect(),
            cy: second.iter().map(pattern).collect(),
            not: first.iter().chain(second).map(pattern).collect(),
            by_hand: first.is_empty() && second.is_empty(),
            working: *flag,
            accents: if *flag { ymateb::model::Accents::Loose } else { Default::default() },
            ..Theme::default()
        }
    };
    CodingFrame { name: name.trim().to_owned(), version, proposal: None, themes: themes.iter().map(theme).collect() }
}
