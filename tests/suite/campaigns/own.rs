//! What members of a campaign wrote beside its template.

use proptest::prelude::*;
use ymateb::model::Span;
use ymateb::tagging::campaigns::{Shared, group};
use ymateb::text::similarity::sketch;

use super::{OTHER, OWN_WORDS, TEMPLATE, WELSH};

fn own<'t>(template: &str, text: &'t str) -> Vec<&'t str> {
    let spans = Shared::of(template, [], true).own(text);
    spans.iter().map(|span| span.of(text).expect("a passage at character boundaries")).collect()
}

#[test]
fn sentences_that_a_member_added_are_found_wherever_they_stand() {
    let mine = "Fi yw mam dau o blant 🏠 a welodd eu cartref yn cau heb rybudd.";
    assert_eq!(own(WELSH, &format!("{mine} {WELSH}")), [mine]);
    assert_eq!(own(WELSH, &format!("{WELSH}\n\n{mine}")), [mine]);
    let half = TEMPLATE.find("Money").expect("a second sentence");
    let (first, rest) = TEMPLATE.split_at(half);
    // A sign without words goes with the words that follow it.
    let mine = OWN_WORDS.trim_end_matches(" 🏠");
    assert_eq!(own(TEMPLATE, &format!("{first}{OWN_WORDS} {rest}")), [mine]);
    assert_eq!(own(TEMPLATE, ""), Vec::<&str>::new());
}

#[test]
fn another_order_small_edits_and_a_greeting_are_no_words_of_ones_own() {
    let half = TEMPLATE.find("Money").expect("a second sentence");
    let turned = format!("{} {}", &TEMPLATE[half..], &TEMPLATE[..half]);
    assert!(own(TEMPLATE, &turned).is_empty());
    assert!(own(TEMPLATE, &TEMPLATE.to_uppercase().replace("PLAN", "PROPOSAL")).is_empty());
    assert!(own(TEMPLATE, &format!("Dear Minister,\n{TEMPLATE}\nYours, Ann")).is_empty());
}

#[test]
fn a_clause_put_into_a_sentence_of_the_template_is_ones_own() {
    let mine = "as the mother of three boys who were all moved away last winter";
    let text = TEMPLATE.replace("children looked after.", &format!("children looked after {mine}."));
    assert_eq!(own(TEMPLATE, &text), [mine]);
}

#[test]
fn where_nobody_sent_the_template_bare_it_is_what_members_share() {
    let letters: Vec<String> = [OTHER, WELSH, OWN_WORDS].iter().map(|mine| format!("{mine} {TEMPLATE}")).collect();
    let shared = Shared::of(&letters[0], letters[1..].iter().map(String::as_str), false);
    for (letter, mine) in letters.iter().zip([OTHER, WELSH, OWN_WORDS]) {
        let found: Vec<&str> = shared.own(letter).iter().filter_map(|span| span.of(letter)).collect();
        assert_eq!(found, [mine.trim_end_matches(" 🏠")]);
    }
}

/// Sentences of eight invented words each, all different, some with letters of more than one byte.
fn sentence(number: usize) -> String {
    let word = |n: usize| format!("{}{n}", ["gair", "tŷ", "word", "plentyn"][n % 4]);
    let words: Vec<String> = (0..8).map(|n| word(number * 8 + n)).collect();
    format!("Gair {}.", words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passages_of_ones_own_lie_at_boundaries_and_are_the_sentences_added(
        kept in prop::collection::vec(any::<bool>(), 6),
        added in prop::collection::vec((0usize..6, prop::bool::ANY), 0..4),
    ) {
        let template: Vec<String> = (0..6).map(sentence).collect();
        let mut text = String::new();
        let mut mine = Vec::new();
        for (at, of_template) in template.iter().enumerate() {
            for (n, (_, emoji)) in added.iter().enumerate().filter(|(_, (place, _))| *place == at) {
                let start = text.len();
                text.push_str(&sentence(100 + n));
                mine.push(Span { start, end: text.len() });
                text.push_str(if *emoji { " 🙂 " } else { "\n" });
            }
            if kept[at] {
                text.push_str(of_template);
                text.push(' ');
            }
        }
        let found = Shared::of(&template.join(" "), [], true).own(&text);
        for span in &found {
            prop_assert!(span.of(&text).is_some_and(|words| !words.is_empty() && words.trim() == words));
        }
        prop_assert!(found.windows(2).all(|two| two[0].end <= two[1].start));
        for span in &mine {
            prop_assert!(found.iter().any(|own| own.start <= span.start && span.end <= own.end), "{:?} {:?}", mine, found);
        }
        let bytes = |spans: &[Span]| spans.iter().map(|span| span.end - span.start).sum::<usize>();
        // Neighbours are one passage with what lies between them, an emoji at most.
        prop_assert!(bytes(&found) <= bytes(&mine) + 6 * mine.len(), "{:?} {:?}", mine, found);
    }

    #[test]
    fn the_order_of_texts_makes_no_difference_to_who_belongs_together(
        of in prop::collection::vec((0usize..4, 0usize..60, 0usize..12), 2..40),
        turn in any::<prop::sample::Index>(),
    ) {
        let texts: Vec<String> = of
            .iter()
            .map(|(letter, word, changes)| {
                let mut words: Vec<String> = (0..60).map(|n| format!("word{}", letter * 40 + n)).collect();
                (0..*changes).for_each(|change| words[(word + change * 7) % 60] = format!("own{word}"));
                words.join(" ")
            })
            .collect();
        let mut sketches: Vec<_> =
            texts.iter().enumerate().filter_map(|(id, text)| Some((id as u64, sketch(text)?))).collect();
        let settings = ymateb::tagging::campaigns::Settings { minimum: 2, ..Default::default() };
        let members = |sketches: &[_]| {
            let found = group(sketches, |id| texts.get(id as usize).cloned(), &settings);
            let mut groups: Vec<Vec<u64>> = found
                .iter()
                .map(|group| {
                    let mut ids: Vec<u64> = group.members.iter().map(|member| member.0).collect();
                    ids.sort_unstable();
                    ids
                })
                .collect();
            groups.sort();
            groups
        };
        let as_given = members(&sketches);
        sketches.reverse();
        prop_assert_eq!(&members(&sketches), &as_given);
        let at = turn.index(sketches.len());
        sketches.rotate_left(at);
        prop_assert_eq!(&members(&sketches), &as_given);
    }
}
