//! Which language an answer is in, and where its sentences end.

use proptest::prelude::*;
use ymateb::model::{Detected, Language};
use ymateb::text::{language::detect, sentence::sentences};

fn language(text: &str) -> Language {
    detect(text, None).language
}

/// Checks every text against one language, all at once, so that a failure shows the lot.
fn all_are(wanted: Language, texts: &[&str]) {
    let wrong: Vec<_> =
        texts.iter().map(|text| (text, detect(text, None))).filter(|(_, found)| found.language != wanted).collect();
    assert!(wrong.is_empty(), "not {}: {wrong:#?}", wanted.as_str());
}

/// The passages of a mixed text, as words.
fn passages<'t>(text: &'t str, found: &Detected) -> Vec<(Language, &'t str)> {
    found.spans.iter().map(|passage| (passage.language, &text[passage.span.start..passage.span.end])).collect()
}

#[test]
fn answers_of_one_to_three_words_have_a_language() {
    all_are(
        Language::En,
        &[
            "Strongly agree",
            "Yes please",
            "yes",
            "As above",
            "Not applicable",
            "Don’t know",
            "None",
            "Agree",
            "see above",
            "Too expensive",
        ],
    );
    all_are(
        Language::Cy,
        &[
            "Cytuno'n llwyr",
            "Dim sylw",
            "Ydw",
            "Nac ydw",
            "Cytuno",
            "Ie",
            "Na",
            "Dim byd",
            "Gweler uchod",
            "Ddim yn gwybod",
            "Rhy ddrud",
            "Diolch",
        ],
    );
}

#[test]
fn capitals_typos_and_missing_accents_do_not_hide_a_language() {
    all_are(
        Language::En,
        &["TOO MUCH PROFIT IN CARE", "i thnk its relly bad for kds", "STRONGLY AGREE", "dont agree wiht this"],
    );
    all_are(
        Language::Cy,
        &[
            "MAE ANGEN MWY O OFALWYR MAETH",
            "CYTUNO’N LLWYR",
            "dwi n meddwl bod e n syniad da iawn",
            "Rwyn cytno efo hyn",
            "mae r ty yn oer ac mae r dwr yn fudr",
            "Mae’r tŷ’n oer",
            "Mae'r ty\u{302}'n oer",
            "Sa i'n cytuno da hyn",
        ],
    );
}

#[test]
fn names_of_one_language_leave_a_text_in_the_other() {
    all_are(
        Language::En,
        &[
            "Cyngor Gwynedd has said that it agrees.",
            "Plaid Cymru and Cymdeithas yr Iaith support this",
            "I live near Llanfairpwllgwyngyll and work for Mudiad Meithrin in Caernarfon.",
            "The Welsh word hiraeth has no translation.",
            "Diolch yn fawr for asking, I fully agree with the plan.",
            "He said “mae hi'n bwrw glaw” and left.",
        ],
    );
    all_are(
        Language::Cy,
        &[
            "Mae Action for Children yn cytuno â hyn.",
            "Rwy'n hoffi The Lord of the Rings yn fawr.",
            "Mi fydd hwn yn disaster llwyr i ni.",
            "Mae Foster Wales a Barnardo's Cymru yn helpu plant yn Wrexham a Swansea.",
            "Gweler adran 3 o'r “Social Services and Well-being Act” am fanylion.",
        ],
    );
}

#[test]
fn a_change_of_language_is_found_between_sentences_and_within_them() {
    let text = "I support this ond dw i'n poeni am y plant.";
    let found = detect(text, None);
    assert_eq!(found.language, Language::Mixed);
    assert_eq!(
        passages(text, &found),
        [(Language::En, "I support this "), (Language::Cy, "ond dw i'n poeni am y plant.")]
    );

    let text = "Mae'r cynnig yn un da iawn. 😀 But who will pay for all of this?\nDim syniad gen i.";
    let found = detect(text, None);
    assert_eq!(
        passages(text, &found),
        [
            (Language::Cy, "Mae'r cynnig yn un da iawn. 😀 "),
            (Language::En, "But who will pay for all of this?\n"),
            (Language::Cy, "Dim syniad gen i."),
        ]
    );
    all_are(
        Language::Mixed,
        &["Fully support. Cytuno'n llwyr.", "Dyma fy marn i: it will not work and it is not fair."],
    );
}

#[test]
fn the_form_decides_only_where_the_words_cannot() {
    for text in ["ok", "n/a", "John Smith", "Gwynedd", "plant"] {
        assert_eq!(language(text), Language::Unknown, "{text}");
        for prior in [Language::En, Language::Cy] {
            let found = detect(text, Some(prior));
            assert_eq!(found.language, prior, "{text}");
            assert!(found.confidence <= 0.3, "{text}");
        }
    }
    let found = detect("no", Some(Language::Cy));
    assert_eq!((found.language, found.confidence), (Language::Cy, 0.3));
    assert_eq!(detect("I agree with this.", Some(Language::Cy)).language, Language::En);
    assert_eq!(detect("Cytuno'n llwyr", Some(Language::En)).language, Language::Cy);
    assert_eq!(detect("😀", Some(Language::Cy)).language, Language::Unknown);
}

#[test]
fn what_holds_no_words_is_unknown() {
    all_are(
        Language::Unknown,
        &["", "  \n\t", "12345", "£4m", "😀👍", "...", "xxxx", "dfgdfg", "CIW", "someone@example.org", "\u{0}"],
    );
}

#[test]
fn other_languages_are_neither_english_nor_welsh() {
    all_are(
        Language::Other,
        &[
            "C’est une bonne idée pour les enfants.",
            "Das ist nicht gut für die Kinder.",
            "Esto es muy bueno para los niños.",
            "To jest bardzo dobry pomysł.",
            "Це добре для дітей.",
            "هذا جيد للأطفال",
            "这对孩子们很好",
            "Nein danke",
        ],
    );
}

#[test]
fn sentences_end_at_stops_and_lines_but_not_at_abbreviations() {
    let cut = |text| {
        sentences(text).iter().map(|span| text.get(span.start..span.end).expect("a boundary")).collect::<Vec<_>>()
    };
    assert_eq!(
        cut("I agree. See e.g. section 1.4 of Mr. Smith's note, no. 3. Why?!  Yes…"),
        ["I agree.", "See e.g. section 1.4 of Mr. Smith's note, no. 3.", "Why?!", "Yes…"]
    );
    assert_eq!(
        cut("Mae'n iawn, h.y. gweddol. Gweler e.e. rhif. 2 a St. Fagans. Dim mwy"),
        ["Mae'n iawn, h.y. gweddol.", "Gweler e.e. rhif. 2 a St. Fagans.", "Dim mwy"]
    );
    assert_eq!(
        cut("Three points:\n• cost\n- choice\n\n1. time 😀\r\n"),
        ["Three points:", "cost", "choice", "1. time 😀"]
    );
    assert_eq!(cut("“Is it fair?” she asked. (No.) Good"), ["“Is it fair?” she asked.", "(No.)", "Good"]);
    assert_eq!(cut("rhy uchel.Mae angen newid"), ["rhy uchel.", "Mae angen newid"]);
    assert_eq!(cut(""), Vec::<&str>::new());
}

#[test]
fn a_clause_of_the_other_language_is_heard_but_a_borrowed_term_is_not() {
    all_are(
        Language::Mixed,
        &[
            "I think mae'n bwysig iawn",
            "Rwy'n cytuno but we need more money for foster carers.",
            "Dw i'n cefnogi hyn because profit should not come from children.",
            "Children are not commodities. Nid nwyddau yw plant.",
            "omg so true dwi'n cytuno 100% 😀",
            "It closed in 1991. Symudodd y plant i Leeds yn 1992.",
        ],
    );
    all_are(
        Language::Cy,
        &[
            "Mae'r system profit-driven yn gwneud niwed i blant.",
            "Bydd y not-for-profit providers yn elwa o hyn.",
            "Mae angen mwy o support workers yn y maes.",
            "Fel y dywedodd y Gweinidog, \"we will end profit in care\", a dwi'n cytuno.",
        ],
    );
    all_are(
        Language::En,
        &[
            "\"Nid yw plant ar werth\" is what my nan always says.",
            "We work with Cyngor Sir Ynys Môn and Cymdeithas Eryri every week.",
            "I live in Pontypridd near Ynysangharad Park",
        ],
    );
}

#[test]
fn hurried_welsh_and_easy_read_are_welsh() {
    all_are(
        Language::Cy,
        &[
            "so ni'n cytuno da hwn",
            "ma' isio mwy o bres i'r plant 'ma",
            "sai'n credu bo hwn yn mynd i witho",
            "dwi efo chi ar hyn",
            "LOL mae hynna'n shit",
            "Dim ots gen i",
            "Dwn i'm",
            "Nid yw hyn yn iawn.\nMae angen help ar blant.",
        ],
    );
}

#[test]
fn the_other_celtic_languages_are_not_welsh() {
    all_are(
        Language::Other,
        &[
            "Is mise Seán agus tá mé i mo chónaí i mBaile Átha Cliath.",
            "Tá an plean seo go maith.",
            "Go raibh maith agat",
            "Mat eo ar raktres-mañ evit ar vugale.",
            "Yth esof vy trigys yn Kernow.",
        ],
    );
}

#[test]
fn a_long_text_that_changes_language_often_is_read_in_time_that_grows_with_it() {
    let part =
        "Diolch yn fawr for asking 😀. Mae Action for Children yn cytuno. I support this ond dw i'n poeni am y plant. ";
    let text = part.repeat(5_000_000 / part.len());
    // Work that grew with the square of the passages would take hours.
    let found = detect(&text, None);
    assert_eq!(found.language, Language::Mixed);
    assert_eq!(found.spans.last().map(|last| last.span.end), Some(text.len()));
}

proptest! {
    #[test]
    fn the_same_words_twice_over_are_in_the_same_language(
        words in proptest::collection::vec(prop_oneof![
            Just("mae'r"), Just("plant"), Just("yn"), Just("haeddu"), Just("gofal"), Just("gwell"), Just("ŵyn"), Just("children"),
            Just("deserve"), Just("better"), Just("care"), Just("and"), Just("the"), Just("hyn"), Just("support"), Just("😀"),
        ], 4..20),
    ) {
        let text = words.join(" ") + ".";
        let once = detect(&text, None);
        prop_assert_eq!(&once, &detect(&text, None));
        let twice = detect(&format!("{text}\n{text}"), None);
        // More of the same may bring a passage to light, and makes no language that was clear into another; words that lean
        // both ways without a clause in either (confidence 0.8) may fall either way.
        if once.confidence > 0.8 && once.language != twice.language {
            prop_assert!(matches!(twice.language, Language::Mixed) || once.language == Language::Unknown, "{once:?} {twice:?}");
        }
    }

    #[test]
    fn any_text_has_a_language_sentences_and_a_stance_within_its_bounds(text in "(\\PC|[a-zŵŷ'’.!?\n“”\"() ]|ond |but |mae |the |support |cytuno ){0,60}") {
        let found = detect(&text, None);
        prop_assert!((0.0..=1.0).contains(&found.confidence));
        prop_assert_eq!(found.language == Language::Mixed, found.spans.len() > 1);
        let mut end = 0;
        for passage in &found.spans {
            prop_assert_eq!(passage.span.start, end);
            prop_assert!(text.get(passage.span.start..passage.span.end).is_some_and(|words| !words.is_empty()));
            end = passage.span.end;
        }
        prop_assert!(found.spans.is_empty() || end == text.len());
        let mut end = 0;
        for span in sentences(&text) {
            prop_assert!(span.start >= end);
            let words = text.get(span.start..span.end).expect("a boundary");
            prop_assert_eq!(words.trim(), words);
            end = span.end;
        }
        let stance = ymateb::tagging::stance::stance(&text, &found, None);
        prop_assert_eq!(text.get(stance.span.start..stance.span.end), Some(stance.words.as_str()));
    }
}
