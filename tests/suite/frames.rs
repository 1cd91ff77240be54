//! Coding frames: Welsh words in all their forms, mistakes and what they are told.

use proptest::prelude::*;
use tempfile::TempDir;
use ymateb::model::{Detected, Language, Locale};
use ymateb::tagging::frame::table::{self, Rows};
use ymateb::tagging::frame::{FrameErrors, read};
use ymateb::tagging::matcher::Matcher;
use ymateb::tagging::pattern::{PatternError, Reading, check};

use crate::project::ymateb;

pub(crate) fn config(cases: u32) -> ProptestConfig {
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
