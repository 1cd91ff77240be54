//! Evidence is where it says it is: whatever is written, in whatever bytes, a tag points at whole characters and quotes them.

use proptest::prelude::*;
use ymateb::model::{Detected, Language};
use ymateb::tagging::frame::read;
use ymateb::tagging::matcher::Matcher;

/// A matcher for one theme; patterns of both languages.
fn matcher(en: &[&str], cy: &[&str]) -> Matcher {
    let toml = format!("[[theme]]\ncode = 'T'\nen = {en:?}\ncy = {cy:?}\n");
    Matcher::compile("f", &read("f", &toml).expect("a right frame")).expect("compiles")
}

fn unknown() -> Detected {
    Detected::default()
}

/// Ways of writing a phrase that a reader would not tell apart, from its words.
fn written(words: &[&str], ways: &[(u8, u8)]) -> String {
    let mut text = String::new();
    for (nth, word) in words.iter().enumerate() {
        let (between, within) = ways[nth % ways.len()];
        if nth > 0 {
            let spaces =
                [" ", "\u{a0}", "  ", "\r\n", "-", "\u{2011}", " \u{2013} ", "<br/>", "&nbsp;", "\u{ad} ", "\t"];
            text.push_str(spaces[usize::from(between) % spaces.len()]);
        }
        for (at, c) in word.chars().enumerate() {
            if at == 1 {
                text.push_str(["", "", "\u{ad}", "\u{200b}", "", "\u{feff}"][usize::from(within) % 6]);
            }
            match (c, within % 4) {
                ('\'', kind) => text.push(['\'', '\u{2019}', '`', '\u{2bc}'][usize::from(kind)]),
                ('ŵ', 1 | 3) => text.push_str("w\u{302}"),
                ('ŷ', 1 | 3) => text.push_str("y\u{302}"),
                (c, 2) => text.extend(c.to_uppercase()),
                (c, _) => text.push(c),
            }
        }
    }
    text
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn normalisation_never_shifts_a_span(
        before in prop::sample::select(vec!["", "🙂 ", "\0", "שלום ", "e\u{301}, ", "“", "&amp; ", "Mae’r tŷ. ", "👩\u{200d}👧\u{fe0f}\n"]),
        after in prop::sample::select(vec!["", "!", " 🙂", "”", "\u{200b} far", "\0\0", "…", "’s", " لا"]),
        ways in prop::collection::vec((any::<u8>(), any::<u8>()), 1..5),
        which in 0usize..3,
    ) {
        let phrases: [&[&str]; 3] = [&["out", "of", "area"], &["i'r", "tŷ", "dŵr"], &["gofalwyr", "maeth"]];
        let matcher = matcher(&["out of area"], &["i'r tŷ dŵr", "gofalwyr maeth"]);
        let phrase = written(phrases[which], &ways);
        let text = format!("{before}{phrase}{after}");
        let tags = matcher.tag(&text, &unknown());
        prop_assert_eq!(tags.len(), 1, "in {:?}", &text);
        prop_assert_eq!(&tags[0].words, &phrase, "in {:?}", &text);
        prop_assert_eq!(tags[0].span.of(&text), Some(phrase.as_str()));
        prop_assert_eq!(tags[0].span.start, before.len());
    }

    #[test]
    fn the_same_is_found_whichever_part_of_a_pattern_is_the_rarest(
        words in prop::collection::vec(prop::sample::select(vec![
            "children", "the", "zebra", "don't", "i'r", "we've", "yn", "quokka", "🙂", "a", "(of)", "ŵyn", "£5",
        ]), 1..14),
        gap in 0usize..5,
    ) {
        // One of the two has its rarest word first, the other last; they mark the same words in mirrored texts.
        let text = words.join(" ");
        let mirrored: Vec<&str> = words.iter().rev().copied().collect();
        let mirrored = mirrored.join(" ");
        let forwards = matcher(&[&format!("children ~{gap} quokka")], &[]);
        let backwards = matcher(&[&format!("quokka ~{gap} children")], &[]);
        let count = |matcher: &Matcher, text: &str| matcher.find(text, &unknown()).len();
        let plain = !text.contains('\'') && !text.contains('(');
        if plain {
            prop_assert_eq!(count(&forwards, &text), count(&backwards, &mirrored), "{}", text);
        }
        // What the quick looks turn away, a plain search by words would not have found either.
        let places = |wanted: &str| -> Vec<usize> {
            words.iter().enumerate().filter(|(_, word)| **word == wanted).map(|(at, _)| at).collect()
        };
        let countable = |from: usize, to: usize| words[from + 1..to].iter().filter(|word| **word != "🙂").count();
        let near = places("children").iter().any(|from| {
            places("quokka").iter().any(|to| from < to && countable(*from, *to) <= gap)
        });
        prop_assert_eq!(count(&forwards, &text) > 0, near, "{} within {}", text, gap);
    }
}

#[test]
fn a_finder_that_has_read_other_texts_finds_the_same() {
    let matcher = matcher(&["far ~3 home", "re:/[0-9]+ miles/", "£"], &["gofal plant", "tŷ"]);
    let long = "far from my home. ".repeat(500);
    let texts = ["", "😀", "Gofal blant, a’r ty\u{302}", "far away home 🏠", &long, "30 miles, £5", "\0", "ŵ", "x"];
    let mut finder = matcher.finder();
    for text in texts.iter().chain(texts.iter().rev()) {
        assert_eq!(finder.find(text, &unknown()), matcher.find(text, &unknown()), "{text:?}");
    }
}

#[test]
fn a_regular_expression_is_not_missed_where_folding_makes_other_letters() {
    let found = |pattern: &str, text: &str| matcher(&[pattern], &[]).find(text, &unknown()).len();
    assert_eq!(found("re:/nbsp/", "a&nbsp;b"), 1);
    assert_eq!(found("re:/cafe/", "cafe\u{301}"), 1);
    assert_eq!(found("re:/task/i", "ta\u{17f}\u{212a}"), 1);
    assert_eq!(found("re:/[0-9]+ %/", "10 % o blant 🙂"), 1);
    assert_eq!(found("re:/[0-9]+ %/", ""), 0);
    assert_eq!(found("re:/far|near/", "neither FAR nor near"), 1);
}

#[test]
fn five_megabytes_of_one_phrase_against_five_thousand_patterns_do_not_stall() {
    let themes: String = (0..2_500)
        .map(|n| format!("[[theme]]\ncode = 'T{n}'\nen = ['far from home{n}', 'far ~3 place{n}']\n"))
        .collect();
    let matcher = Matcher::compile("f", &read("f", &themes).expect("a right frame")).expect("compiles");
    let text = "far from home, o bell 🙂 ".repeat(200_000);
    let english = Detected { language: Language::En, confidence: 1.0, spans: Vec::new() };
    assert!(matcher.find(&text, &english).is_empty());
}
