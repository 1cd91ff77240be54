//! More like this: for one answer, and for a theme whose hidden tags should come back before chance would bring them.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use ymateb::index::{Change, Like, Passage, Request, Stamp, search, update};
use ymateb::model::{Detected, Language};

use crate::sample;

fn passage(key: i64, language: Language, text: &str) -> Passage {
    Passage {
        key,
        reference: format!("R-{key:05}"),
        question: "1".to_owned(),
        text: text.to_owned(),
        language: Detected { language, confidence: 1.0, spans: Vec::new() },
        ..Passage::default()
    }
}

fn built(passages: &[Passage]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let changes = passages.iter().cloned().map(|passage| Ok::<_, Infallible>(Change::Put(passage)));
    update(&folder.path().join("index"), &Stamp("1".to_owned()), true, changes).unwrap();
    folder
}

fn like(folder: &TempDir, like: Like, query: &str, limit: usize) -> ymateb::index::Found {
    let request = Request { like: Some(like), query: query.to_owned(), limit, ..Request::default() };
    search(&folder.path().join("index"), &request).unwrap()
}

fn answer(reference: &str) -> Like {
    Like::Answer { response: reference.to_owned(), question: None }
}

#[test]
fn an_answer_finds_others_by_its_telling_words_in_either_language_and_neither_itself_nor_its_campaign() {
    let mut passages = vec![
        passage(1, Language::En, "The planning committee delayed our new home by a year"),
        passage(2, Language::En, "A planning committee can delay homes for years"),
        passage(3, Language::En, "Children like the garden of the home"),
        passage(4, Language::Cy, "Mae’r drefn gynllunio yn gohirio cartrefi newydd am fisoedd 🙂"),
        passage(5, Language::Cy, "Gohiriwyd ein cartref gan y drefn gynllunio"),
        passage(6, Language::Cy, "Mae’r plant yn hoffi’r ardd"),
        passage(7, Language::En, "The planning committee delayed our new home by a year"),
        passage(8, Language::En, "planning delayed our committee too"),
        passage(9, Language::En, ""),
    ];
    for at in [0, 6] {
        passages[at].campaign = Some(1);
    }
    let folder = built(&passages);
    let keys = |found: &ymateb::index::Found| found.hits.iter().map(|hit| hit.key).collect::<Vec<_>>();
    let english = like(&folder, answer("R-00001"), "", 10);
    assert_eq!(keys(&english).iter().collect::<BTreeSet<_>>(), BTreeSet::from([&2, &8]));
    let hit = english.hits.iter().find(|hit| hit.key == 2).unwrap();
    let marked: Vec<&str> = hit.highlights.iter().map(|(start, end)| &hit.text[*start..*end]).collect();
    assert!(marked.contains(&"planning") && marked.contains(&"delay"), "{marked:?}");
    assert!(english.telling.iter().any(|telling| telling.word == "committee"));
    let welsh = like(&folder, answer("R-00004"), "", 10);
    assert_eq!(keys(&welsh), [5]);
    // A query narrows; without words there is nothing to go by, and it says so.
    assert_eq!(keys(&like(&folder, answer("R-00001"), "years", 10)), [2]);
    let none = like(&folder, answer("R-00009"), "", 10);
    assert_eq!((none.total, none.notes.len()), (0, 1));
    // Copies one by one: the campaign's other member is alike.
    let request = Request { like: Some(answer("R-00001")), all_copies: true, limit: 9, ..Request::default() };
    let all = search(&folder.path().join("index"), &request).unwrap();
    assert_eq!(all.hits[0].key, 7);
}

#[test]
fn a_theme_finds_answers_like_those_that_have_it_which_have_neither_it_nor_one_below_it_and_says_by_which_words() {
    let mut passages = Vec::new();
    for key in 0..12 {
        let mut one = passage(key, Language::En, "There are too few places and capacity is short");
        (one.themes, one.above) = (vec!["T05.1".to_owned()], vec!["T05".to_owned()]);
        passages.push(one);
        let mut cy = passage(100 + key, Language::Cy, "Mae prinder lleoedd a chapasiti 🙂");
        cy.themes = vec!["T05".to_owned()];
        passages.push(cy);
        passages.push(passage(200 + key, Language::En, "Children like the garden and their friends"));
        passages.push(passage(300 + key, Language::Cy, "Mae’r plant yn hoffi’r ardd a’u ffrindiau"));
    }
    passages.push(passage(401, Language::En, "Nobody has capacity: places are few"));
    passages.push(passage(402, Language::Cy, "Lleoedd sydd eu hangen, a chapasiti"));
    passages.push(passage(403, Language::En, ""));
    let folder = built(&passages);
    let found = like(&folder, Like::Theme("T05".to_owned()), "", 10);
    let keys: BTreeSet<i64> = found.hits.iter().map(|hit| hit.key).collect();
    assert_eq!(keys, BTreeSet::from([401, 402]));
    assert_eq!(found.total, 2);
    for word in ["capacity", "places", "lleoedd"] {
        assert!(found.telling.iter().any(|telling| telling.word == word), "{word}: {:?}", found.telling);
    }
    assert!(found.hits.iter().all(|hit| !hit.highlights.is_empty()));
    // The same for those below it alone: what has the theme above is offered.
    let below = like(&folder, Like::Theme("T05.1".to_owned()), "language:cy", 50);
    assert!(below.hits.iter().all(|hit| hit.themes.iter().all(|theme| theme != "T05.1")));
    assert_eq!(like(&folder, Like::Theme("T99".to_owned()), "", 10).notes.len(), 1);
}

/// A number that says nothing of the text that it was made from.
fn drawn(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) >> 20
}

/// What came back of hidden tags.
#[derive(Default)]
struct Came {
    themes: usize,
    hidden: usize,
    back: usize,
    /// What would be expected by chance.
    chance: f64,
}

/// Hides a fifth of each theme's tags and asks for answers like those that are left: how many of the hidden ones are among
/// the first, as many as were hidden.
fn hide_and_seek(passages: &[Passage], fewest: usize, table: &mut String) -> Came {
    let mut hidden: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut left = passages.to_vec();
    for one in &mut left {
        for theme in std::mem::take(&mut one.themes) {
            *counts.entry(theme.clone()).or_insert(0) += 1;
            if drawn(&format!("{theme} {}", one.key)).is_multiple_of(5) {
                hidden.entry(theme).or_default().insert(one.key);
            } else {
                one.themes.push(theme);
            }
        }
    }
    let folder = built(&left);
    let mut came = Came::default();
    for (theme, keys) in hidden.iter().filter(|(theme, _)| counts[*theme] >= fewest) {
        let found = like(&folder, Like::Theme(theme.clone()), "", keys.len());
        let back = found.hits.iter().filter(|hit| keys.contains(&hit.key)).count();
        let untagged = passages.len() - (counts[theme] - keys.len());
        let chance = keys.len() as f64 * keys.len() as f64 / untagged as f64;
        let _ = writeln!(table, "{theme}: {back} of {} hidden, by chance {chance:.1}", keys.len());
        came.themes += 1;
        came.hidden += keys.len();
        came.back += back;
        came.chance += chance;
    }
    let _ = writeln!(
        table,
        "{} themes: {} of {} hidden tags in the first as many ({:.3}), by chance {:.1}",
        came.themes,
        came.back,
        came.hidden,
        came.back as f64 / came.hidden.max(1) as f64,
        came.chance
    );
    came
}

fn keep(table: &str, name: &str) {
    if let Some(folder) = std::env::var_os("YMATEB_TABLES") {
        std::fs::write(Path::new(&folder).join(name), table).expect("a table");
    }
}

#[test]
fn hidden_tags_of_the_samples_themes_come_back_far_beyond_chance() {
    let root = sample::copy();
    sample::asked(root.path(), &["run"]);
    let found = sample::asked(
        root.path(),
        &["search", "removing-profit", "event:no", "--all-copies", "--limit", "10000", "--json"],
    );
    let found: Value = serde_json::from_str(&found).expect("JSON");
    let passages: Vec<Passage> = found["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .map(|hit| {
            let language = serde_json::from_value(hit["language"].clone()).expect("a language");
            let text = hit["text"].as_str().expect("a text");
            let mut one = passage(hit["key"].as_i64().expect("a key"), language, text);
            let themes = hit["themes"].as_array().expect("themes").iter().filter_map(Value::as_str);
            one.themes = themes.map(|theme| theme.split('.').next().unwrap_or(theme).to_owned()).collect();
            one.themes.dedup();
            one.campaign = hit["campaign"].as_u64().map(|campaign| campaign as u32);
            one
        })
        .collect();
    let mut table = String::new();
    let came = hide_and_seek(&passages, 40, &mut table);
    keep(&table, "like-sample.txt");
    assert!(came.themes >= 8, "{table}");
    assert!(came.back as f64 >= 4.0 * came.chance && came.back * 100 >= came.hidden * 30, "{table}");
}

/// `YMATEB_CODED` names a file of answers that people coded, a JSON object a line with `text` and `labels`. Answers of
/// which the drawn number is even were for trying out; the figures are of the others.
#[test]
fn hidden_codes_of_people_come_back_beyond_chance_where_there_are_any() {
    let Some(file) = std::env::var_os("YMATEB_CODED") else {
        eprintln!("skipped: YMATEB_CODED names no file of coded answers");
        return;
    };
    let text = std::fs::read_to_string(&file).expect("a file of coded answers");
    let tried = std::env::var_os("YMATEB_TRIED").is_some();
    let mut passages = Vec::new();
    for (key, line) in text.lines().enumerate() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let words = line["text"].as_str().unwrap_or_default();
        if drawn(words).is_multiple_of(2) != tried {
            continue;
        }
        let mut one = passage(key as i64, Language::En, words);
        one.themes = line["labels"]
            .as_array()
            .map_or(Vec::new(), |labels| labels.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        passages.push(one);
    }
    let mut table = String::new();
    let came = hide_and_seek(&passages, 50, &mut table);
    let (shared, chance) = alike_by_code(&passages);
    let _ =
        writeln!(table, "of the first ten like one answer, {shared:.3} share a code with it; by chance {chance:.3}");
    keep(&table, "like-coded.txt");
    assert!(came.back as f64 > 2.0 * came.chance && shared > chance, "{table}");
}

/// Of the first ten answers like one: which share has a code of its own; and which share of all others has. Over the first
/// three hundred coded answers of eight words or more.
fn alike_by_code(passages: &[Passage]) -> (f64, f64) {
    let folder = built(passages);
    let by_key: BTreeMap<i64, &Passage> = passages.iter().map(|one| (one.key, one)).collect();
    let is_alike = |one: &Passage, other: &Passage| one.themes.iter().any(|theme| other.themes.contains(theme));
    let asked = passages.iter().filter(|one| !one.themes.is_empty() && one.text.split_whitespace().count() >= 8);
    let (mut hits, mut shared, mut chance, mut n) = (0_usize, 0_usize, 0.0, 0_usize);
    for one in asked.take(300) {
        let found = like(&folder, answer(&one.reference), "", 10);
        hits += found.hits.len();
        shared += found.hits.iter().filter(|hit| is_alike(one, by_key[&hit.key])).count();
        chance += passages.iter().filter(|other| is_alike(one, other)).count() as f64 / passages.len() as f64;
        n += 1;
    }
    (shared as f64 / hits.max(1) as f64, chance / n.max(1) as f64)
}
