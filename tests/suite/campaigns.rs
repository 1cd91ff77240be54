//! Likeness of texts and the campaigns found by it.

mod deciding;
mod own;

use ymateb::tagging::campaigns::{Group, Settings, group};
use ymateb::text::similarity::{Sketch, likeness, sketch};

const TEMPLATE: &str = "I am writing to support the plan to remove profit from the care of children looked after. \
    Money meant for children should be spent on children and not on dividends. \
    Please make sure that every home stays open while the change is made, and that no child has to move because of it.";

const OTHER: &str = "The timetable worries our small charity because the regulator has not said how a provider may convert. \
    We would need two years, a grant and legal advice before our trustees could decide anything at all.";

const WELSH: &str = "Rwy'n ysgrifennu i gefnogi'r cynllun i ddileu elw o ofal plant sy'n derbyn gofal. \
    Dylai arian a fwriadwyd ar gyfer plant gael ei wario ar blant ac nid ar ddifidendau i neb.";

const OWN_WORDS: &str = "I have fostered for eleven years near the coast and I have seen what a sudden move does. \
    One boy arrived with his clothes in a bin bag and it took him a month to unpack. \
    Another was driven across three counties on a school night. \
    We need more carers, better pay for support staff and somebody who answers the telephone at weekends. \
    My neighbours think the same, and so does the school that our boys go to, whose head teacher wrote to you in June. \
    None of us wants to see another home close its doors without notice. 🏠";

fn grouped(texts: &[String], settings: &Settings) -> Vec<Group> {
    let sketches: Vec<(u64, Sketch)> =
        texts.iter().enumerate().filter_map(|(id, text)| Some((id as u64, sketch(text)?))).collect();
    group(&sketches, |id| texts.get(id as usize).cloned(), settings)
}

fn ids(group: &Group) -> Vec<u64> {
    group.members.iter().map(|member| member.0).collect()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn a_text_is_wholly_like_itself_whatever_its_case_spacing_and_punctuation() {
    assert_eq!(likeness(TEMPLATE, &TEMPLATE.to_uppercase().replace(' ', "  \n")), 1.0);
    assert_eq!(likeness(WELSH, &WELSH.replace('\'', "’")), 1.0);
    assert_eq!(likeness("", ""), 1.0);
    assert_eq!(likeness("", TEMPLATE), 0.0);
    assert_eq!(likeness("yes", "Yes!"), 1.0);
    assert_eq!(likeness("yes", "no"), 0.0);
}

#[test]
fn likeness_is_small_between_strangers_and_the_same_both_ways() {
    assert!(likeness(TEMPLATE, OTHER) < 0.05);
    assert_eq!(likeness(TEMPLATE, OTHER), likeness(OTHER, TEMPLATE));
}

#[test]
fn a_template_inside_a_longer_letter_is_contained_in_it() {
    let letter = format!("{OWN_WORDS} {TEMPLATE}");
    assert!(likeness(TEMPLATE, &letter) > 0.95);
    assert!(likeness("Yes, I agree.", &format!("Yes, I agree. {OWN_WORDS}")) < 0.2, "a formula is no template");
}

#[test]
fn short_answers_have_no_sketch() {
    assert_eq!(sketch(""), None);
    assert_eq!(sketch("I agree with the proposal 👍"), None);
    assert_eq!(sketch("one two three four five six seven eight nine ten eleven"), None);
    assert!(sketch(WELSH).is_some());
}

#[test]
fn a_sketch_survives_storage_and_older_bytes_are_refused() {
    let sketch = sketch(TEMPLATE).expect("long enough");
    let mut bytes = sketch.to_bytes();
    assert!(bytes.len() <= 160);
    assert_eq!(Sketch::from_bytes(&bytes), Some(sketch));
    assert_eq!(Sketch::from_bytes(&bytes[1..]), None);
    bytes[0] = 0;
    assert_eq!(Sketch::from_bytes(&bytes), None);
}

#[test]
fn copies_and_variants_make_one_campaign_and_strangers_none() {
    let varied = TEMPLATE.replace("Money meant for children", "Every pound that is meant for children");
    let letter = format!("{OWN_WORDS} {TEMPLATE}");
    let shout = TEMPLATE.to_uppercase();
    let all = texts(&[OTHER, &varied, TEMPLATE, &letter, WELSH, TEMPLATE, &shout, "I agree."]);
    let found = grouped(&all, &Settings::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].head, 2, "the commonest wording, first of its copies");
    assert_eq!(ids(&found[0]), [1, 2, 3, 5, 6]);
    let likeness: Vec<f32> = found[0].members.iter().map(|member| member.1).collect();
    assert_eq!(likeness[1], 1.0);
    assert_eq!(likeness[4], 1.0);
    assert!(likeness[0] > 0.7 && likeness[0] < 1.0, "{likeness:?}");
    assert!(likeness[2] > 0.9, "{likeness:?}");
}

#[test]
fn the_template_is_found_inside_letters_much_longer_than_itself() {
    let letter = format!("{OWN_WORDS} {} {TEMPLATE} {OWN_WORDS}", OTHER.repeat(3));
    let found = grouped(&texts(&[TEMPLATE, &letter]), &Settings { minimum: 2, ..Settings::default() });
    assert_eq!(found.len(), 1);
    assert_eq!(ids(&found[0]), [0, 1]);
}

#[test]
fn letters_that_share_a_sentence_and_no_more_stay_apart() {
    let courtesy = "Thank you for the opportunity to respond to this important consultation today.";
    let all =
        texts(&[&format!("{courtesy} {TEMPLATE}"), &format!("{courtesy} {OTHER}"), &format!("{courtesy} {OWN_WORDS}")]);
    assert!(grouped(&all, &Settings { minimum: 2, ..Settings::default() }).is_empty());
}

#[test]
fn a_campaign_in_welsh_is_found_through_apostrophes_and_accents() {
    let typed = WELSH.replace('\'', "’");
    let found = grouped(&texts(&[WELSH, &typed, WELSH]), &Settings::default());
    assert_eq!(ids(&found[0]), [0, 1, 2]);
}

#[test]
fn campaigns_are_told_in_the_order_of_their_first_members() {
    let all = texts(&[OTHER, TEMPLATE, TEMPLATE, OTHER, TEMPLATE, OTHER, TEMPLATE]);
    let found = grouped(&all, &Settings::default());
    assert_eq!(found.iter().map(ids).collect::<Vec<_>>(), [vec![0, 3, 5], vec![1, 2, 4, 6]]);
    assert!(grouped(&[], &Settings::default()).is_empty());
}

#[test]
fn fewer_than_the_minimum_are_no_campaign() {
    let all = texts(&[TEMPLATE, TEMPLATE]);
    assert!(grouped(&all, &Settings::default()).is_empty());
    assert_eq!(grouped(&all, &Settings { minimum: 2, ..Settings::default() }).len(), 1);
}

#[test]
fn one_thread_and_many_find_the_same() {
    // Made-up letters: each of 40 templates with every word but some kept.
    let word = |n: usize| format!("word{}", n % 397);
    let template = |t: usize| (0..80).map(|n| word(t * 101 + n * n * 7)).collect::<Vec<_>>();
    let letters: Vec<String> = (0..1_200)
        .map(|n: usize| {
            let mut words = template(n % 40);
            for change in 0..n % 9 {
                words[(n * 31 + change * 17) % 80] = format!("own{n}");
            }
            words.join(" ")
        })
        .collect();
    let in_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| grouped(&letters, &Settings::default()))
    };
    let alone = in_threads(1);
    assert_eq!(alone, in_threads(4));
    assert_eq!(alone.len(), 40);
    assert_eq!(alone.iter().map(|group| group.members.len()).sum::<usize>(), 1_200);
}

#[test]
fn a_text_that_cannot_be_read_again_joins_nothing_but_its_copies() {
    let varied = TEMPLATE.replace("Money", "Cash");
    let all = texts(&[TEMPLATE, &varied, TEMPLATE]);
    let sketches: Vec<(u64, Sketch)> =
        all.iter().enumerate().filter_map(|(id, text)| Some((id as u64, sketch(text)?))).collect();
    let found = group(&sketches, |_| None, &Settings { minimum: 2, ..Settings::default() });
    assert_eq!(found.iter().map(ids).collect::<Vec<_>>(), [vec![0, 2]]);
}
