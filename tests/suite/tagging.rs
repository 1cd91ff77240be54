//! Folding, Welsh mutation, the frame language and the matcher, through the library's public functions.

use proptest::prelude::*;
use ymateb::model::{CodingFrame, Detected, Language, LanguageSpan, Origin, Span, Tag};
use ymateb::tagging::frame::{FrameProblem, read};
use ymateb::tagging::matcher::{MOST_TAGS_PER_THEME, Matcher};
use ymateb::text::fold::{fold, fold_keeping_case};
use ymateb::text::welsh::{mutated, radicals};

// --- folding -----------------------------------------------------------------------------------------------------------

fn folded(text: &str) -> String {
    fold(text).text().to_owned()
}

/// The original words from which the first occurrence of `wanted` in the folded text came.
fn origin_of<'t>(text: &'t str, wanted: &str) -> &'t str {
    let folded = fold(text);
    let at = folded.text().find(wanted).expect("wanted words are there");
    folded.span(at, at + wanted.len()).of(text).expect("a span of the text")
}

#[test]
fn every_kind_of_apostrophe_hyphen_and_space_folds_alike() {
    for text in
        ["i'r plant", "i’r plant", "i‘r plant", "iʼr plant", "i`r plant", "i′r plant", "I'R  PLANT", "i'r\u{a0}plant"]
    {
        assert_eq!(folded(text), "i'r plant", "{text}");
    }
    for text in
        ["for-profit", "for‐profit", "for‑profit", "for – profit", "for—profit", "for \r\n\t profit", "FOR - PROFIT"]
    {
        assert_eq!(folded(text), "for profit", "{text}");
    }
}

#[test]
fn composed_and_decomposed_accents_fold_alike_and_stay_apart_from_plain_letters() {
    assert_eq!(folded("w\u{302}yn"), folded("ŵyn"));
    assert_eq!(folded("W\u{302}YN T\u{177}"), "ŵyn tŷ");
    assert_ne!(folded("ŵyn"), folded("wyn"));
    assert_eq!(origin_of("oen a w\u{302}yn bach", "ŵyn"), "w\u{302}yn");
}

#[test]
fn soft_hyphens_and_zero_width_characters_vanish() {
    assert_eq!(folded("lleo\u{ad}li\u{200b}ad\u{feff}au"), "lleoliadau");
    assert_eq!(origin_of("y lleo\u{ad}liad hwn", "lleoliad"), "lleo\u{ad}liad");
}

#[test]
fn what_html_leaves_behind_is_resolved() {
    assert_eq!(folded("<p>Too far<br/>from home</p>"), " too far from home ");
    assert_eq!(
        folded("children&rsquo;s homes &amp; foster&nbsp;care &#39;here&#x27;"),
        "children's homes & foster care 'here'"
    );
    assert_eq!(folded("t&ycirc; <b>b</b>ach"), "tŷ bach");
    assert_eq!(folded("5 < 6 & 7 > 3, <ateb>"), "5 < 6 & 7 > 3, <ateb>");
    assert_eq!(origin_of("the children&rsquo;s homes", "children's"), "children&rsquo;s");
}

#[test]
fn capitals_can_be_kept() {
    assert_eq!(fold_keeping_case("CIW’s  W\u{302}yn").text(), "CIW's Ŵyn");
}

#[test]
fn an_empty_text_folds_to_nothing() {
    assert_eq!(folded(""), "");
    assert_eq!(fold("").span(0, 0), Span { start: 0, end: 0 });
}

/// Text with much of what makes folding hard.
fn awkward() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,9}",
        3 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![
            "  ", "\r\n", "-", "’", "ŵ", "w\u{302}", "É", "\u{ad}", "\u{200b}", "&amp;", "&rsquo;", "&nbsp;", "<br/>", "<p>", "</b>",
            "😀", "👩\u{200d}👧", "ﬁ", "İ", "ß", "\0", "שלום", "\u{302}", "가", "\u{1100}\u{1161}", "&", "<", "\u{2126}", "ΑΣ",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Failures are kept as tests of their own, not in files beside the suite.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn any_range_of_any_folded_text_maps_to_whole_characters(text in awkward(), start in 0usize..400, end in 0usize..400) {
        let folded = fold(&text);
        let span = folded.span(start, end);
        prop_assert!(span.start <= span.end);
        prop_assert!(span.of(&text).is_some(), "{span:?} in {text:?}");
        prop_assert_eq!(folded.span(0, 0).start, folded.span(0, usize::MAX).start);
    }

    #[test]
    fn a_range_of_folded_text_comes_from_words_that_fold_to_it(text in awkward(), start in 0usize..200, len in 1usize..40) {
        let folded = fold(&text);
        let word = |c: char| c.is_ascii_lowercase();
        let whole = folded.text().get(start..start + len).filter(|s| s.chars().all(word));
        if let Some(wanted) = whole {
            let words = folded.span(start, start + len).of(&text).expect("whole characters");
            prop_assert!(fold(words).text().contains(wanted), "{:?} from {:?}", wanted, words);
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more(text in "[a-zA-Z’ŵŴÉ\u{302} \u{ad}\r\n-]{0,80}") {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn accents_fold_alike_however_they_are_encoded(text in "[a-zA-ZŵŴÉïÂ \u{302}\u{323}]{0,60}") {
        use unicode_normalization::UnicodeNormalization;
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(folded(&composed), folded(&decomposed));
    }
}

// --- Welsh -------------------------------------------------------------------------------------------------------------

#[test]
fn welsh_words_mutate_as_the_grammar_says() {
    for forms in [
        "cefnogi gefnogi nghefnogi chefnogi",
        "plant blant mhlant phlant",
        "tad dad nhad thad",
        "gofal ofal ngofal",
        "gwasanaeth wasanaeth ngwasanaeth",
        "byw fyw myw",
        "dyn ddyn nyn",
        "llais lais",
        "rhiant riant",
        "merch ferch",
        "elw helw",
        "ŵyr hŵyr",
        "chwarae",
        "ddoe",
        "ffermwr",
        "thema",
        "tsips",
        "jam",
        "ysgol hysgol",
        "nain",
        "",
    ] {
        let forms: Vec<&str> = forms.split(' ').collect();
        assert_eq!(mutated(forms[0]), forms);
        for form in &forms {
            assert!(radicals(form).iter().any(|radical| radical == forms[0]), "{form} of {}", forms[0]);
        }
    }
}

#[test]
fn radicals_are_every_word_that_a_form_may_come_from() {
    assert_eq!(radicals("gefnogi"), ["gefnogi", "cefnogi"]);
    assert_eq!(radicals("fyw"), ["fyw", "byw", "myw"]);
    assert_eq!(radicals("ofal"), ["ofal", "gofal"]);
    assert_eq!(radicals("helw"), ["helw", "elw"]);
    assert_eq!(radicals("lais"), ["lais", "glais", "llais"]);
    assert_eq!(radicals("nghymru"), ["nghymru", "cymru"]);
    assert_eq!(radicals(""), [""]);
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn every_mutated_form_leads_back_to_its_word(word in "((c|p|g|b)[lrw]?|(t|d)[rw]?|ll|m|rh|ch|dd|f|ff|h|n|s)?[aeiouwyŵŷâêîôû][a-zŵ]{0,8}") {
        for form in mutated(&word) {
            prop_assert!(radicals(&form).contains(&word), "{} of {}", form, word);
        }
        for radical in radicals(&word).iter().skip(1) {
            prop_assert!(mutated(radical).contains(&word), "{} from {}", word, radical);
        }
        prop_assert_eq!(&radicals(&word)[0], &word);
    }
}

// --- the frame's file ---------------------------------------------------------------------------------------------------

fn errors_of(toml: &str) -> String {
    read("frame.toml", toml).expect_err("a wrong frame").to_string()
}

#[test]
fn a_frame_is_read_with_the_place_of_every_pattern() {
    let toml = r#"name = "removing-profit"
version = 3
proposal = { en = "only not-for-profit providers may register", cy = "dim ond darparwyr nid-er-elw gaiff gofrestru" }

[[theme]]
code = "T03.4"
parent = "T03"
label = { en = "Out of area", cy = "Y tu allan i'r ardal" }
workstreams = [4]
en = ["out of area", 'move* ~5 England']
cy = ["y tu allan i'r ardal"]
not = ["out of area of expertise"]

[[theme]]
code = "T03"
label = "Placements"

[[theme]]
code = "S01"
by_hand = true
working = true
"#;
    let frame = read("frame.toml", toml).expect("a right frame");
    assert_eq!((frame.name.as_str(), frame.version), ("removing-profit", 3));
    let codes: Vec<&str> = frame.themes.iter().map(|theme| theme.code.as_str()).collect();
    assert_eq!(codes, ["T03", "T03.4", "S01"], "parents come before children");
    let theme = frame.theme("T03.4").expect("is there");
    assert_eq!((theme.en[1].text.as_str(), theme.en[1].line, theme.en[1].column), ("move* ~5 England", 10, 23));
    assert_eq!(theme.workstreams, [4]);
    assert_eq!(frame.themes[0].label.cy, "Placements");
    assert!(frame.themes[2].by_hand && frame.themes[2].working);
    assert_eq!(frame.themes[2].label.en, "S01");
    Matcher::compile("frame.toml", &frame).expect("compiles");
}

#[test]
fn everything_wrong_with_a_frame_is_said_at_once_with_its_place() {
    let toml = r#"naem = "x"
version = "three"

[[theme]]
code = "T01"
en = ["out of (area", "mo*ve", "far ~", "a|b", '"CIW', "re:/(/", "* home", "= "]
colour = "red"

[[theme]]
code = "T01"
parent = "T99"
cy = ["gofal", ")"]

[[theme]]
code = "T02"

[[theme]]
code = "A"
parent = "B"
en = ["x y"]

[[theme]]
code = "B"
parent = "A"
en = ["y"]

[[theme]]
label = "no code"
"#;
    let errors = errors_of(toml);
    insta::assert_snapshot!(errors, @r##"
    frame.toml:1:1: there is no `naem` in a frame; did you mean `name`?
    frame.toml:2:11: `version` must be a whole number from 0, not a text in quotation marks; write `version = 1`
    frame.toml:6:15: pattern `out of (area` of theme `T01`: the bracket opened at character 8 is never closed; add `)`; for example: `out of (area)`
    frame.toml:6:26: pattern `mo*ve` of theme `T01`: `*` at character 3 does not end a word; `*` ends a stem, as in `mov*`: for any words in between write `~3`; for example: `mo*`
    frame.toml:6:37: pattern `far ~` of theme `T01`: `~` at character 5 needs a number of words, as in `~3`; for example: `far`
    frame.toml:6:43: pattern `a|b` of theme `T01`: `|` at character 2 stands outside brackets; write the alternatives as `(a|b)`, or as two patterns; for example: `(a|b)`
    frame.toml:6:49: pattern `"CIW` of theme `T01`: the quotation mark at character 1 is never closed; add `"` after the last exact word; for example: `"CIW"`
    frame.toml:6:61: pattern `re:/(/` of theme `T01`: the regular expression does not work at character 5: a bracket is never closed; add `)`, or write `\(` for the sign itself
    frame.toml:6:67: pattern `* home` of theme `T01`: `*` at character 1 does not end a word; `*` ends a stem, as in `mov*`: for any words in between write `~3`; for example: `home`
    frame.toml:6:77: pattern `= ` of theme `T01`: it has no words; write at least one word, or take the pattern out
    frame.toml:7:1: there is no `colour` in a theme; the keys are `code`, `parent`, `was`, `label`, `about`, `workstreams`, `en`, `cy`, `not`, `when`, `by_hand`, `working`, `loose_accents`
    frame.toml:10:9: the code `T01` is taken by the theme on line 5; give one of them another code
    frame.toml:11:11: theme `T01` belongs to `T99`, which is not in the frame; add that theme or correct `parent`
    frame.toml:12:17: pattern `)` of theme `T01`: `)` at character 1 closes nothing; take it out, or add `(` before it
    frame.toml:15:9: theme `T02` has no patterns; add one under `en` or `cy`, or mark it `by_hand = true`
    frame.toml:19:11: theme `A` is its own ancestor (A → B → A); take `parent` out of one of them
    frame.toml:27:1: a theme has no code; add one, such as `code = "T01"`
    "##);
}

#[test]
fn a_file_that_is_not_toml_says_where() {
    let errors = errors_of("name = \"x\"\nversion = = 3\n");
    assert!(errors.starts_with("frame.toml:2:"), "{errors}");
}

#[test]
fn a_pattern_with_too_many_ways_is_refused_with_advice() {
    let many = "(a1|b1|c1|d1|e1|f1|g1|h1)";
    let toml = format!(
        "[[theme]]\ncode = \"T\"\nen = [\"{many} mov* {many} mov* {many} ~1 {many} (a ~1 b|c ~1 d) {many}\"]\n"
    );
    assert!(read("f", &toml).is_ok(), "alternatives that are looked up piece by piece cost nothing");
    let gaps = "(a ~1 b|c ~1 d|e ~1 f|g ~1 h)";
    let toml = format!("[[theme]]\ncode = \"T\"\nen = [\"{}\"]\n", [gaps; 6].join(" "));
    let errors = errors_of(&toml);
    assert!(errors.starts_with("f:3:8: pattern") || errors.starts_with("frame.toml:3:8: pattern"), "{errors}");
    assert!(errors.contains("more than 512 ways; split it"), "{errors}");
}

#[test]
fn an_empty_frame_is_a_frame_without_themes() {
    let frame = read("frame.toml", "").expect("nothing is wrong with it");
    assert_eq!(frame.version, 1);
    let matcher = Matcher::compile("frame.toml", &frame).expect("compiles");
    assert!(matcher.tag("any text at all", &Detected::default()).is_empty());
}

// --- matching -----------------------------------------------------------------------------------------------------------

fn frame(toml: &str) -> CodingFrame {
    read("frame.toml", toml).unwrap_or_else(|errors| panic!("{errors}"))
}

fn in_language(language: Language) -> Detected {
    Detected { language, confidence: 1.0, spans: Vec::new() }
}

/// What the patterns of one theme mark in a text, as words.
fn marked_in(key: &str, patterns: &[&str], text: &str, language: Language) -> Vec<String> {
    let patterns: Vec<String> = patterns.iter().map(|p| format!("'''{p}'''")).collect();
    let toml = format!("[[theme]]\ncode = \"T\"\n{key} = [{}]\n", patterns.join(", "));
    let matcher = Matcher::compile("frame.toml", &frame(&toml)).expect("compiles");
    let tags = matcher.tag(text, &in_language(language));
    for tag in &tags {
        assert_eq!(tag.span.of(text), Some(tag.words.as_str()));
    }
    tags.into_iter().map(|tag| tag.words).collect()
}

fn marked(pattern: &str, text: &str) -> Vec<String> {
    marked_in("en", &[pattern], text, Language::En)
}

fn marked_cy(pattern: &str, text: &str) -> Vec<String> {
    marked_in("cy", &[pattern], text, Language::Cy)
}

#[test]
fn words_match_whole_words_in_any_case() {
    assert_eq!(marked("area", "Area, area; AREAS subarea (area)"), ["Area", "area", "area"]);
    assert_eq!(marked("children", "the children’s homes"), ["children"]);
    assert!(marked("cafe", "café").is_empty());
    assert!(marked("caf", "café").is_empty());
}

#[test]
fn any_apostrophe_hyphen_or_space_may_stand_between_words() {
    for text in
        ["Out of area", "out-of-area", "out‑of – area", "out of\r\n  area", "out&nbsp;of<br/>area", "OUT OF\u{a0}AREA"]
    {
        assert_eq!(marked("out of area", text), [text], "{text}");
        assert_eq!(marked("out-of-area", text), [text], "{text}");
    }
    assert_eq!(marked("out of area", "sent out of ar\u{ad}ea."), ["out of ar\u{ad}ea"]);
    assert_eq!(marked("don't", "I don’t"), ["don’t"]);
    assert!(marked("out of area", "out of. area").is_empty());
}

#[test]
fn accents_match_composed_or_decomposed_but_not_left_out() {
    assert_eq!(marked_cy("tŷ", "y ty\u{302} hwn"), ["ty\u{302}"]);
    assert_eq!(marked_cy("ty\u{302}", "y tŷ hwn"), ["tŷ"]);
    assert!(marked_cy("tŷ", "y ty hwn").is_empty());
}

#[test]
fn a_star_ends_a_stem() {
    assert_eq!(marked("mov*", "moving, Moved, remove, mov"), ["moving", "Moved", "mov"]);
    assert_eq!(marked("to mov* away", "to moving away; to move away"), ["to moving away", "to move away"]);
    assert_eq!(marked("foster care*", "foster-carers’ views"), ["foster-carers"]);
}

#[test]
fn brackets_hold_alternatives_that_may_nest() {
    let pattern = "(far|a long way|(hundreds|dozens) of miles) from (home|family)";
    for words in ["far from home", "a long way from family", "Hundreds of miles from home"] {
        assert_eq!(marked(pattern, &format!("placed {words}, again")), [words]);
    }
    assert!(marked(pattern, "hundreds from home").is_empty());
    assert_eq!(
        marked("(move* ~2 away|leave) home", "moved far away home and leave home"),
        ["moved far away home", "leave home"]
    );
}

#[test]
fn a_tilde_leaves_room_for_words() {
    assert_eq!(marked("move* ~5 England", "moved all the way, it seems, to England"), Vec::<String>::new());
    assert_eq!(marked("move* ~5 England", "moved, it seems, to north England"), ["moved, it seems, to north England"]);
    assert_eq!(marked("move* ~5 England", "moved England"), ["moved England"]);
    assert_eq!(marked("far ~2 home", "far from my home"), ["far from my home"]);
    assert!(marked("far ~2 home", "far from my old home").is_empty());
    assert_eq!(marked("children ~1 homes", "children’s small homes"), ["children’s small homes"]);
    assert_eq!(
        marked("far ~1 children ~1 homes", "far from children’s small homes"),
        ["far from children’s small homes"]
    );
}

#[test]
fn quotation_marks_ask_for_exact_case() {
    assert_eq!(marked("\"Act\"", "act, Act, ACT"), ["Act"]);
    assert_eq!(
        marked("the \"Welsh Government\" ~2 plan*", "The Welsh Government has planned; the welsh government plan"),
        ["The Welsh Government has planned"]
    );
    assert_eq!(marked("“CIW”", "CIW's ciw"), ["CIW"]);
}

#[test]
fn a_regular_expression_sees_the_text_as_it_stands() {
    assert_eq!(marked("re:/out[- ]of[- ]county/", "out-of county, Out of county"), ["out-of county"]);
    assert_eq!(marked("re:/out[- ]of[- ]county/i", "Out of County"), ["Out of County"]);
    assert_eq!(marked(r"re:/£\d+(\.\d\d)?/", "£5 and £10.50"), ["£5", "£10.50"]);
    assert!(errors_of("[[theme]]\ncode='T'\nen=['re:/.*/']").contains("matches everywhere"));
    assert!(errors_of("[[theme]]\ncode='T'\nen=['re:/a{1000}{1000}{1000}/']").contains("too large"));
}

#[test]
fn a_welsh_word_matches_its_mutated_forms_unless_told_not_to() {
    let text = "cefnogi, gefnogi, ei chefnogi, fy nghefnogi";
    assert_eq!(marked_cy("cefnogi", text), ["cefnogi", "gefnogi", "chefnogi", "nghefnogi"]);
    assert_eq!(marked_cy("=cefnogi", text), ["cefnogi"]);
    assert_eq!(marked_cy("cefnog*", "rwy'n gefnogol"), ["gefnogol"]);
    assert_eq!(marked_cy("gofal plant", "am ofal blant"), ["ofal blant"]);
    assert_eq!(marked_cy("= gofal plant", "ofal plant, gofal plant"), ["gofal plant"]);
    assert_eq!(marked_cy("=(gofal|plant)", "ofal blant gofal"), ["gofal"]);
    assert_eq!(marked_cy("\"Cymru\"", "yng Nghymru, i Gymru, gymru"), ["Nghymru", "Gymru"]);
    assert_eq!(marked_cy("y tu allan i'r ardal", "Y tu allan i’r ardal"), ["Y tu allan i’r ardal"]);
    assert!(marked("cefnogi", "gefnogi").is_empty(), "English patterns do not mutate");
}

#[test]
fn a_not_pattern_cancels_what_it_overlaps() {
    let toml = "[[theme]]\ncode = 'T'\nen = ['out of area']\nnot = ['out of area of expertise']\n";
    let matcher = Matcher::compile("f", &frame(toml)).expect("compiles");
    let text = "It is out of area of expertise, but the home was out of area.";
    let tags = matcher.tag(text, &in_language(Language::En));
    assert_eq!(tags.len(), 1);
    assert_eq!(tags[0].span.start, 49);
}

#[test]
fn one_theme_marks_a_passage_once_by_its_longest_match() {
    assert_eq!(
        marked_in("en", &["area", "out of area", "of area placement*"], "an out of area placement", Language::En),
        ["of area placement"]
    );
    assert_eq!(
        marked_in("en", &["far", "far from home"], "far, far from home", Language::En),
        ["far", "far from home"]
    );
}

#[test]
fn tags_say_which_rule_found_them_and_are_in_order() {
    let toml = "version = 7\n[[theme]]\ncode = 'B'\nen = ['home']\n[[theme]]\ncode = 'A'\nen = ['home', 'far']\ncy = ['gofal']\n";
    let matcher = Matcher::compile("f", &frame(toml)).expect("compiles");
    let tags = matcher.tag("home far 🏠 ofal", &in_language(Language::Unknown));
    let shown: Vec<(&str, &str)> = tags.iter().map(|tag| (tag.theme.as_str(), tag.words.as_str())).collect();
    assert_eq!(shown, [("A", "home"), ("B", "home"), ("A", "far"), ("A", "ofal")]);
    assert_eq!(tags[3].origin, Origin::Rule { pattern: "cy: gofal".to_owned(), frame_version: 7 });
    let mut sorted: Vec<&Tag> = tags.iter().collect();
    sorted.sort_by_key(|tag| (tag.span, tag.theme.clone()));
    assert_eq!(tags.iter().collect::<Vec<_>>(), sorted);
}

#[test]
fn patterns_apply_where_the_language_is_theirs() {
    let toml = "[[theme]]\ncode = 'T'\nen = ['plant']\ncy = ['plant']\n[[theme]]\ncode = 'E'\nen = ['gofal']\n";
    let matcher = Matcher::compile("f", &frame(toml)).expect("compiles");
    let rules = |text: &str, language: &Detected| -> Vec<String> {
        let found = matcher.find(text, language);
        found.iter().map(|found| format!("{} {}", matcher.theme(found), matcher.rule(found))).collect()
    };
    assert_eq!(rules("plant", &in_language(Language::En)), ["T en: plant"]);
    assert_eq!(rules("plant", &in_language(Language::Other)), ["T en: plant"]);
    assert_eq!(rules("plant blant", &in_language(Language::Cy)), ["T cy: plant", "T cy: plant"]);
    assert_eq!(rules("gofal blant", &in_language(Language::Unknown)), ["E en: gofal", "T cy: plant"]);
    let text = "The plant grew. Y plant bach. gofal";
    let span = |start, end, language| LanguageSpan { span: Span { start, end }, language };
    let mixed = Detected {
        language: Language::Mixed,
        confidence: 0.9,
        spans: vec![span(0, 16, Language::En), span(16, text.len(), Language::Cy)],
    };
    assert_eq!(rules(text, &mixed), ["T en: plant", "T cy: plant"]);
}

#[test]
fn a_theme_marked_by_hand_is_left_to_people() {
    let toml = "[[theme]]\ncode = 'S'\nby_hand = true\nen = ['hurt']\n";
    let matcher = Matcher::compile("f", &frame(toml)).expect("compiles");
    assert!(matcher.tag("it hurt", &in_language(Language::En)).is_empty());
}

#[test]
fn emoji_right_to_left_text_and_nul_do_no_harm() {
    assert_eq!(marked("far", "😀far👩\u{200d}👧 far\0far"), ["far", "far", "far"]);
    assert_eq!(marked("😀 good", "so 😀 good"), ["😀 good"]);
    assert_eq!(marked("שלום", "אומר שלום לכם far"), ["שלום"]);
    assert!(marked("far", "").is_empty());
}

#[test]
fn a_matcher_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Matcher>();
}

#[test]
fn long_texts_and_large_frames_are_done_in_bounded_time() {
    let text = "a & far from ".repeat(400_000);
    let found = marked_in("en", &["far", "& ~30 x", "a ~30 zebra", "from ~9 from"], &text, Language::En);
    assert_eq!(found.len(), MOST_TAGS_PER_THEME);
    let themes: String = (0..5_000)
        .map(|n| format!("[[theme]]\ncode = 'T{n}'\ncy = ['gofal plant rhif{n}']\nen = ['far from place{n}']\n"))
        .collect();
    let matcher = Matcher::compile("f", &frame(&themes)).expect("compiles");
    let tags = matcher.tag("ofal blant rif77 a far from place4999", &in_language(Language::Unknown));
    let themes: Vec<&str> = tags.iter().map(|tag| tag.theme.as_str()).collect();
    assert_eq!(themes, ["T77", "T4999"]);
}

#[test]
fn problems_can_be_told_apart_by_a_program() {
    let errors = read("f", "[[theme]]\ncode = 'T'\n").expect_err("no patterns");
    assert_eq!(errors.0[0].problem, FrameProblem::NoPatterns("T".to_owned()));
    assert_eq!((errors.0[0].line, errors.0[0].column), (2, 9));
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn the_words_of_every_tag_are_the_words_at_its_span(text in awkward(), seed in "[a-z]{1,2}") {
        let toml = format!(
            "[[theme]]\ncode='A'\nen=['{seed}*e ', 're:/[a-z]+/', '😀']\ncy=['(a|b|c) ~3 {seed}', 'ŵ']\nnot=['{seed} a']\n[[theme]]\ncode='B'\nen=['(a|b|é)', '{seed} ~2 (x|y|z)']\n"
        ).replace("*e ", "ee*");
        let matcher = Matcher::compile("f", &frame(&toml)).expect("compiles");
        let tags = matcher.tag(&text, &Detected::default());
        for tag in &tags {
            prop_assert_eq!(tag.span.of(&text), Some(tag.words.as_str()));
            prop_assert!(!tag.words.is_empty());
        }
        for pair in tags.windows(2) {
            prop_assert!((pair[0].span, &pair[0].theme) <= (pair[1].span, &pair[1].theme));
            prop_assert!(pair[0].theme != pair[1].theme || !pair[0].span.overlaps(&pair[1].span));
        }
    }

    #[test]
    fn any_text_as_a_pattern_is_understood_or_refused(pattern in "[a-z(|)~*=\"“ 0-9/:ŵ’-]{0,30}", text in awkward()) {
        let toml = format!("[[theme]]\ncode='A'\ncy=['''{pattern}''']\n");
        if let Ok(frame) = read("f", &toml) {
            let matcher = Matcher::compile("f", &frame).expect("what was read compiles");
            matcher.tag(&text, &Detected::default());
        }
    }
}
