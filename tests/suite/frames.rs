//! Coding frames: Welsh words in all their forms, mistakes and what they are told, tables and codebooks, and the check.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use ymateb::model::{CodingFrame, Detected, Language, Locale, Pattern, Theme};
use ymateb::tagging::frame::codebook;
use ymateb::tagging::frame::table::{self, Rows};
use ymateb::tagging::frame::{FrameErrors, read, write};
use ymateb::tagging::matcher::Matcher;
use ymateb::tagging::pattern::{PatternError, Reading, check};

use crate::project::{Project, filter, ymateb};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

// --- Welsh -------------------------------------------------------------------------------------------------------------

/// What a frame of one theme with these lines marks in a Welsh text.
fn marked(lines: &str, text: &str) -> Vec<String> {
    let frame = read("f", &format!("[[theme]]\ncode = 'T'\n{lines}\n")).unwrap_or_else(|errors| panic!("{errors}"));
    let matcher = Matcher::compile("f", &frame).expect("what was read compiles");
    let language = Detected { language: Language::Cy, confidence: 1.0, spans: Vec::new() };
    matcher.tag(text, &language).into_iter().map(|tag| tag.words).collect()
}

/// Words with their forms as a grammar lists them: soft, nasal, aspirate, or `h`.
const WORDS: [&str; 28] = [
    "cefnogi gefnogi nghefnogi chefnogi",
    "canlyniad ganlyniad nghanlyniad chanlyniad",
    "plant blant mhlant phlant",
    "tŷ dŷ nhŷ thŷ",
    "teulu deulu nheulu theulu",
    "gofal ofal ngofal",
    "gŵr ŵr ngŵr",
    "gwlad wlad ngwlad",
    "glan lan nglan",
    "gradd radd ngradd",
    "bws fws mws",
    "brawd frawd mrawd",
    "da dda",
    "diogel ddiogel niogel",
    "dŵr ddŵr nŵr",
    "llywodraeth lywodraeth",
    "llais lais",
    "mam fam",
    "di-elw ddi-elw",
    "rhiant riant",
    "rhwystr rwystr",
    "elw helw",
    "ansawdd hansawdd",
    "iaith hiaith",
    "ôl hôl",
    "ŵyr hŵyr",
    "ysgol hysgol",
    "chwaer",
];

#[test]
fn every_listed_form_is_found_wherever_it_stands_and_equals_switches_it_off() {
    for forms in WORDS {
        let forms: Vec<&str> = forms.split(' ').collect();
        let word = forms[0];
        for form in &forms {
            for text in [
                (*form).to_owned(),
                format!("i'r {form}, o’u {form}"),
                format!("a'i {}!", form.to_uppercase()),
                format!("({form}\u{a0}-\n{form}) 🙂"),
            ] {
                let found = marked(&format!("cy = ['{word}']"), &text);
                assert_eq!(found.len(), text.to_lowercase().matches(form).count(), "{word} in {text}");
            }
            let phrase = marked(&format!("cy = ['gyda {word} (arall|newydd)']"), &format!("gyda {form} newydd"));
            assert_eq!(phrase.len(), 1, "gyda {form} newydd");
            let exact = marked(&format!("cy = ['={word}']"), form);
            assert_eq!(exact.len(), usize::from(*form == word), "={word} in {form}");
        }
    }
}

#[test]
fn stems_phrases_and_exact_words_mutate_too() {
    let text = "cefnogaeth, ei gefnogwyr, fy nghefnogaeth, a chefnogir";
    assert_eq!(marked("cy = ['cefnog*']", text), ["cefnogaeth", "gefnogwyr", "nghefnogaeth", "chefnogir"]);
    assert_eq!(marked("cy = ['=cefnog*']", text), ["cefnogaeth"]);
    assert_eq!(marked("cy = ['gofal plant Cymru']", "am ofal blant Gymru"), ["ofal blant Gymru"]);
    assert_eq!(marked("cy = ['(plant|teulu) ~2 gofal']", "ei phlant mewn gofal, ei theulu o ofal").len(), 2);
    assert_eq!(marked("cy = ['\"Gwynedd\"']", "yng Ngwynedd, o Wynedd, gwynedd"), ["Ngwynedd", "Wynedd"]);
    assert_eq!(marked("cy = ['\"Llywodraeth Cymru\"']", "i Lywodraeth Cymru"), ["Lywodraeth Cymru"]);
    assert_eq!(marked("cy = ['elw']", "ei helw a'u helw, elwa"), ["helw", "helw"]);
    assert_eq!(marked("cy = ['GIG']", "yn y GIG, ei GIG"), ["GIG", "GIG"]);
}

#[test]
fn little_words_that_never_mutate_are_not_found_in_other_words() {
    for (pattern, text) in [
        ("yn y", "hyn y"),
        ("ci", "sut ydych chi"),
        ("mi", "fi"),
        ("ar", "har"),
        ("er", "her"),
        ("go", "o"),
        ("ti", "di"),
        ("da", "na"),
        ("di", "ni"),
    ] {
        assert!(marked(&format!("cy = ['{pattern}']"), text).is_empty(), "{pattern} in {text}");
    }
    assert_eq!(marked("cy = ['ci']", "ei gi, fy nghi"), ["gi", "nghi"]);
}

#[test]
fn accents_may_be_left_out_only_where_a_flag_says_so() {
    let text = "y tŷ, y ty, i'r dy hwn, dwr, d?r, dŵr, mor, môr";
    assert_eq!(marked("cy = ['tŷ', 'dŵr']", text), ["tŷ", "dŵr"]);
    assert_eq!(marked("loose_accents = true\ncy = ['tŷ', 'dŵr']", text), ["tŷ", "ty", "dy", "dwr", "d?r", "dŵr"]);
    assert_eq!(marked("loose_accents = true\ncy = ['dwr', 'ty']", text), ["tŷ", "ty", "dy", "dwr", "dŵr"]);
    assert_eq!(marked("loose_accents = true\ncy = ['\"môr\"', '=dŵr']", text), ["dwr", "d?r", "dŵr", "môr"]);
    assert_eq!(marked("loose_accents = true\ncy = ['gwŷdd*']", "gwydd, wydden, 🙂"), ["gwydd", "wydden"]);
    let whole = "loose_accents = true\n[[theme]]\ncode = 'A'\ncy = ['tŷ']\n[[theme]]\ncode = 'B'\nloose_accents = false\ncy = ['tŷ']\n";
    let matcher = Matcher::compile("f", &read("f", whole).unwrap()).unwrap();
    let tags = matcher.tag("ty", &Detected { language: Language::Cy, confidence: 1.0, spans: Vec::new() });
    assert_eq!(tags.iter().map(|tag| tag.theme.as_str()).collect::<Vec<_>>(), ["A"]);
}

proptest! {
    #![proptest_config(config(300))]

    /// Words made by rule; the forms are spelled out here by the table of any grammar, apart from the program's own.
    #[test]
    fn every_form_of_an_invented_word_is_found(
        initial in prop::sample::select(vec![
            ("c", vec!["g", "ngh", "ch"]), ("cr", vec!["gr", "nghr", "chr"]), ("p", vec!["b", "mh", "ph"]),
            ("pl", vec!["bl", "mhl", "phl"]), ("t", vec!["d", "nh", "th"]), ("tr", vec!["dr", "nhr", "thr"]),
            ("g", vec!["", "ng"]), ("gl", vec!["l", "ngl"]), ("b", vec!["f", "m"]), ("br", vec!["fr", "mr"]),
            ("d", vec!["dd", "n"]), ("ll", vec!["l"]), ("m", vec!["f"]), ("rh", vec!["r"]), ("", vec!["h"]),
            ("s", vec![]), ("ch", vec![]), ("ff", vec![]), ("n", vec![]),
        ]),
        rest in "[aeiouâêôŵŷ][lnrs]{1,2}(iad|ol|wyr|edd|ŵn)",
        stem in any::<bool>(),
    ) {
        let (radical, others) = initial;
        let word = format!("{radical}{rest}");
        let pattern = if stem { format!("{word}*") } else { word.clone() };
        for form in std::iter::once(radical).chain(others.iter().copied()).map(|initial| format!("{initial}{rest}")) {
            let text = format!("Mae'r {form} yma, i'w {form}.");
            prop_assert_eq!(marked(&format!("cy = ['{pattern}']"), &text).len(), 2, "{} in {}", &pattern, &text);
            let off = marked(&format!("cy = ['={pattern}']"), &text).len();
            prop_assert_eq!(off, if form == word { 2 } else { 0 }, "={} in {}", &pattern, &text);
        }
    }
}

// --- mistakes ----------------------------------------------------------------------------------------------------------

fn errors_of(toml: &str) -> FrameErrors {
    read("frame.toml", toml).expect_err("a wrong frame")
}

#[test]
fn a_pattern_to_paste_is_offered_where_one_can_be_guessed() {
    for (pattern, mended) in [
        ("child(ren)", Some("(child|children)")),
        ("foster(ing|ed) care", Some("(fostering|fostered) care")),
        ("far ~ from home", Some("far ~3 from home")),
        ("far ~99 home", Some("far ~30 home")),
        ("~3 home", Some("home")),
        ("(far (from home", Some("(far (from home))")),
        ("far) home", Some("far home")),
        ("a == b", Some("a b")),
        ("re:out of", Some("re:/out of/")),
        ("gofal|plant", Some("(gofal|plant)")),
        ("\"CIW (AGC", Some("\"CIW (AGC\"")),
        ("*ing", None),
        ("a*", None),
        ("re:/(?=x)/", None),
        ("", None),
    ] {
        let errors = errors_of(&format!("[[theme]]\ncode = 'T'\nen = ['{pattern}']\n"));
        let said = errors.to_string();
        match mended {
            Some(mended) => assert!(said.ends_with(&format!("; for example: `{mended}`")), "{said}"),
            None => assert!(!said.contains("for example"), "{said}"),
        }
        assert_eq!(errors.0.len(), 1, "{said}");
    }
}

#[test]
fn the_column_is_that_of_the_mistake_whatever_is_written_with_backslashes() {
    let place = |toml: &str| {
        let errors = errors_of(toml);
        (errors.0[0].line, errors.0[0].column)
    };
    assert_eq!(place("[[theme]]\ncode = 'T'\nen = ['tŷ 🙂 (a']"), (3, 13));
    assert_eq!(place("[[theme]]\ncode = 'T'\nen = [\"t\\u0177 \\\"A\\\" (a\"]"), (3, 22));
    assert_eq!(place("[[theme]]\ncode = 'T'\nen = ['re:/ab(?=c)/']"), (3, 14));
    assert_eq!(place("[[theme]]\ncode = 'T'\nen = ['''a\nb (c''']"), (4, 3));
}

#[test]
fn mistakes_are_told_in_welsh_too() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("frame.toml");
    std::fs::write(&path, "[[theme]]\ncode = 'T'\ncy = ['gofal (plant', 'x🙂*y']\ncod = 1\n[[theme]]\ncode = 'U'\n")
        .unwrap();
    let output = ymateb().args(["--lang", "cy", "tag", "--frame"]).arg(&path).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains(
            "frame.toml:3:14: patrwm `gofal (plant` yn thema `T`: nid yw'r gromfach a agorwyd wrth nod 7 yn cael ei chau"
        ),
        "{said}"
    );
    assert!(said.contains("er enghraifft: `gofal (plant)`"), "{said}");
    assert!(said.contains("nid oes `cod` mewn thema; ai `code` oedd gennych mewn golwg?"), "{said}");
    assert!(said.contains("nid oes patrymau gan thema `U`"), "{said}");
}

#[test]
fn patterns_of_symbols_and_other_scripts_are_taken_or_refused_with_advice() {
    let en = Reading { locale: Locale::En, accents: Default::default() };
    for (pattern, is_right) in [
        ("a", true),
        ("😀", true),
        ("שלום עולם", true),
        ("£", true),
        ("!!", false),
        ("…", true),
        ("\0", false),
        ("", false),
        ("- -", false),
        ("\u{ad}", false),
    ] {
        let checked = check(pattern, en);
        assert_eq!(checked.is_ok(), is_right, "{pattern:?}: {checked:?}");
    }
    assert_eq!(check("!!", en), Err(PatternError::Empty));
    let hidden = errors_of("[[theme]]\ncode = 'T'\nen = [\"(\\u0000\\u202e\"]").to_string();
    assert!(hidden.contains("`(\\u{0}\\u{202e}`"), "{hidden}");
    let long = errors_of(&format!("[[theme]]\ncode = 'T'\nen = ['{}']", "gofal ".repeat(2_000))).to_string();
    assert!(long.len() < 400 && long.contains("more than 1,000; split it"), "{long}");
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn any_string_as_a_pattern_compiles_or_is_refused_at_a_place_within_it(
        pattern in prop_oneof![
            ".{0,40}",
            "[a-cgŵ(|)~*=\"“ 0-9/:’\\-]{0,80}",
            "re:/[a-z(|)\\[\\]\\\\{}?*+.^$0-9,ŵ]{0,30}/i?",
            "(\\(a ~1 b\\|c ~1 d\\) ){0,12}( ~1 gofal){0,100}",
        ],
    ) {
        for locale in Locale::BOTH {
            for accents in [ymateb::model::Accents::Strict, ymateb::model::Accents::Loose] {
                let begun = std::time::Instant::now();
                if let Err(error) = check(&pattern, Reading { locale, accents }) {
                    let length = pattern.chars().count();
                    prop_assert!((1..=length.max(1)).contains(&error.at()), "{:?} at {} of {}", error, error.at(), length);
                    prop_assert!(!error.said(Locale::Cy).is_empty());
                }
                // A hundred times what the slowest takes: it tells a stall, not a slow machine.
                prop_assert!(begun.elapsed().as_secs() < 20, "{:?}", pattern);
            }
        }
    }

    #[test]
    fn any_text_as_a_frame_is_read_or_refused(text in ".{0,200}", cells in prop::collection::vec(prop::collection::vec(".{0,12}", 0..6), 0..6)) {
        let _ = read("f", &text);
        let _ = read("f", &format!("[[theme]]\ncode = 'T'\nen = [{text}]"));
        let mut rows: Vec<(usize, Vec<String>)> = cells.into_iter().enumerate().map(|(at, cells)| (at + 2, cells)).collect();
        let _ = table::read("f", &[Rows { sheet: String::new(), rows: rows.clone() }]);
        let header = ["Code", "Parent", "Label", "en", "Patrymau (Cymraeg)", "By hand"].map(str::to_owned);
        rows.insert(0, (1, header.to_vec()));
        if let Err(errors) = table::read("f", &[Rows { sheet: "T".to_owned(), rows }]) {
            prop_assert!(errors.said(Locale::Cy).contains("taflen T, rhes "));
        }
    }
}

// --- tables and codebooks ----------------------------------------------------------------------------------------------

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

// --- the check ---------------------------------------------------------------------------------------------------------

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
