//! Search as a reader of responses meets it: both languages, any query, and nothing left behind after an erasure.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;
use ymateb::index::{
    Change, Found, IndexError, NoteKind, Passage, Reader, Request, Stamp, analyze, search, stamp, update,
};
use ymateb::model::{Detected, Language, Locale, Place, Stance};

fn passage(key: i64, language: Language, text: &str) -> Passage {
    Passage {
        key,
        reference: format!("R-{key:05}"),
        question: "1.1".to_owned(),
        text: text.to_owned(),
        language: Detected { language, confidence: 1.0, spans: Vec::new() },
        kind: "individual".to_owned(),
        channel: "form".to_owned(),
        place: Place { file: "form.csv".to_owned(), place: format!("row {key}") },
        ..Passage::default()
    }
}

fn put(passages: &[Passage]) -> impl Iterator<Item = Result<Change, Infallible>> {
    passages.iter().cloned().map(|passage| Ok(Change::Put(passage)))
}

fn built(passages: &[Passage]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    update(&folder.path().join("index"), &Stamp("1".to_owned()), true, put(passages)).unwrap();
    folder
}

fn ask(folder: &TempDir, query: &str) -> Found {
    let request = Request { query: query.to_owned(), limit: 100, ..Request::default() };
    search(&folder.path().join("index"), &request).unwrap()
}

fn keys(found: &Found) -> Vec<i64> {
    let mut keys: Vec<i64> = found.hits.iter().map(|hit| hit.key).collect();
    keys.sort_unstable();
    keys
}

/// The words of the first hit that are marked.
fn marked(found: &Found) -> Vec<&str> {
    let hit = &found.hits[0];
    hit.highlights.iter().map(|(start, end)| &hit.text[*start..*end]).collect()
}

fn sample() -> Vec<Passage> {
    let mut all = vec![
        passage(1, Language::Cy, "Mae’r gofal am blant yn bwysig iawn 🙂"),
        passage(2, Language::Cy, "Dylai plant gael eu gofal yn agos at eu cartrefi"),
        passage(3, Language::Cy, "Yn fy ngofal i mae dau blentyn"),
        passage(4, Language::En, "The homes of children should not make a profit"),
        passage(5, Language::En, "Children want to move home less often; the organisation agrees"),
        passage(6, Language::Mixed, "Cefnogwn y cynnig. We support the children’s home and its organization."),
        passage(7, Language::Unknown, ""),
    ];
    all[0].themes = vec!["T03.4".to_owned(), "T03.1".to_owned()];
    all[0].above = vec!["T03".to_owned()];
    all[1].themes = vec!["T03".to_owned()];
    all[3].themes = vec!["T01".to_owned()];
    all[0].stance = Some(Stance::Support);
    all[3].stance = Some(Stance::Oppose);
    all[3].area = "Rhondda Cynon Taf".to_owned();
    all[3].received = "2022-10-01".to_owned();
    all[4].received = "2022-11-07".to_owned();
    all[4].kind = "local-authority".to_owned();
    all[4].organisation = "Cyngor Dyffryn Mawr".to_owned();
    all[5].campaign = Some(2);
    all[5].quotable = true;
    all
}

#[test]
fn every_mutation_of_a_word_finds_every_other() {
    let families: [&[&str]; 8] = [
        &["gofal", "ofal", "ngofal"],
        &["plant", "blant", "phlant", "mhlant", "plentyn"],
        &["elw", "helw"],
        &["tad", "dad", "nhad", "thad", "tadau"],
        &["cefnogi", "gefnogi", "nghefnogi", "chefnogi", "cefnogaf", "cefnogwyd"],
        &["dŵr", "dwr", "dw\u{302}r", "DŴR"],
        &["tŷ", "tai", "dŷ", "nhai"],
        &["cartref", "gartrefi", "nghartref", "chartrefi"],
    ];
    for family in families {
        for one in family {
            for other in family {
                let (query, index) = (analyze(one, Locale::Cy, None).query, analyze(other, Locale::Cy, None).index);
                assert!(query.iter().any(|term| index.contains(term)), "{one} should find {other}");
            }
        }
    }
    for (one, other) in [("tad", "tan"), ("gofal", "gofyn"), ("cost", "costio"), ("gwaith", "gwlad")] {
        let (query, index) = (analyze(one, Locale::Cy, None).query, analyze(other, Locale::Cy, None).index);
        assert!(!query.iter().any(|term| index.contains(term)), "{one} should not find {other}");
    }
}

#[test]
fn english_words_are_found_in_any_number_and_either_spelling() {
    for (one, other) in [
        ("organisation", "organizations"),
        ("home", "homes"),
        ("provider's", "providers"),
        ("behaviour", "behaviors"),
        ("centre", "centers"),
        ("children", "child"),
        ("CAFÉ", "cafés"),
    ] {
        let (query, index) = (analyze(one, Locale::En, None).query, analyze(other, Locale::En, None).index);
        assert!(query.iter().any(|term| index.contains(term)), "{one} should find {other}");
    }
    assert_eq!(analyze("", Locale::En, None), analyze(" … ", Locale::Cy, None));
}

#[test]
fn a_word_finds_passages_of_both_languages_and_is_marked_where_it_stands() {
    let folder = built(&sample());
    let found = ask(&folder, "gofal");
    assert_eq!(keys(&found), [1, 2, 3]);
    assert_eq!(marked(&ask(&folder, "gofal blentyn response:R-00003")), ["ngofal", "blentyn"]);
    assert_eq!(keys(&ask(&folder, "home")), [4, 5, 6]);
    assert_eq!(marked(&ask(&folder, "organization response:R-00005")), ["organisation"]);
    assert_eq!(keys(&ask(&folder, "🙂")), [1]);
    assert_eq!(marked(&ask(&folder, "🙂")), ["🙂"]);
    assert_eq!(keys(&ask(&folder, "cefnogi")), [6]);
}

#[test]
fn operators_phrases_beginnings_and_likenesses_narrow_or_widen() {
    let folder = built(&sample());
    assert_eq!(keys(&ask(&folder, "children -profit")), [5, 6]);
    assert_eq!(keys(&ask(&folder, "profit OR gofal")), [1, 2, 3, 4]);
    assert_eq!(keys(&ask(&folder, "profit NEU organisation")), [4, 5, 6]);
    assert_eq!(keys(&ask(&folder, "(profit OR agrees) AND children NOT homes~0")), [0; 0]);
    assert_eq!(keys(&ask(&folder, "\"move home\"")), [5]);
    assert_eq!(keys(&ask(&folder, "\"home move\"")), [0; 0]);
    assert_eq!(keys(&ask(&folder, "\"children home\"~5")), [4, 5, 6]);
    assert_eq!(keys(&ask(&folder, "\"gofal am blant\"")), [1]);
    assert_eq!(marked(&ask(&folder, "\"gofal am blant\"")), ["gofal", "am", "blant"]);
    assert_eq!(keys(&ask(&folder, "children -\"move home\"")), [4, 6]);
    assert_eq!(keys(&ask(&folder, "plant -\"am blant\"")), [2, 3]);
    assert_eq!(keys(&ask(&folder, "\"homes\"")), [4]);
    assert_eq!(keys(&ask(&folder, "organi*")), [5, 6]);
    assert_eq!(keys(&ask(&folder, "gofa*")), [1, 2, 3]);
    assert_eq!(keys(&ask(&folder, "proffit~")), [4]);
    assert_eq!(marked(&ask(&folder, "proffit~")), ["profit"]);
}

#[test]
fn fields_and_filters_choose_by_what_is_known_of_a_passage() {
    let folder = built(&sample());
    assert_eq!(keys(&ask(&folder, "theme:T03")), [1, 2]);
    assert_eq!(keys(&ask(&folder, "thema:t03.4")), [1]);
    assert_eq!(keys(&ask(&folder, "stance:oppose OR safbwynt:cefnogi")), [1, 4]);
    assert_eq!(keys(&ask(&folder, "area:\"rhondda cynon taf\"")), [4]);
    assert_eq!(keys(&ask(&folder, "from:2022-10 to:2022-10-31")), [4]);
    assert_eq!(keys(&ask(&folder, "campaign:2")), [6]);
    assert_eq!(keys(&ask(&folder, "campaign:none quotable:no iaith:saesneg")), [4, 5]);
    assert_eq!(keys(&ask(&folder, "organisation:dyffryn")), [5]);
    let dir = folder.path().join("index");
    let request = Request { theme: Some("T03".to_owned()), limit: 1, ..Request::default() };
    let found = search(&dir, &request).unwrap();
    assert_eq!((found.total, found.hits.len(), found.hits[0].key), (2, 1, 1));
    let next = search(&dir, &Request { offset: 1, ..request }).unwrap();
    assert_eq!(next.hits[0].key, 2);
    let wrong = search(&dir, &Request { stance: Some("suport".to_owned()), limit: 9, ..Request::default() }).unwrap();
    assert_eq!((wrong.total, wrong.notes[0].kind), (0, NoteKind::NoSuchValue));
}

#[test]
fn an_empty_query_lists_everything_in_the_order_of_the_store() {
    let folder = built(&sample());
    for query in ["", " ", "*"] {
        let found = ask(&folder, query);
        assert_eq!(found.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7], "`{query}`");
    }
    assert_eq!(ask(&built(&[]), "gofal").total, 0);
}

#[test]
fn words_that_no_passage_has_together_are_searched_for_singly_and_it_says_so() {
    let folder = built(&sample());
    let found = ask(&folder, "profit ngofal");
    assert_eq!(keys(&found), [1, 2, 3, 4]);
    assert_eq!(found.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [NoteKind::Relaxed]);
    assert!(found.notes[0].say(Locale::Cy).contains("geiriau"));
    assert!(ask(&folder, "the profit").notes.is_empty());
}

#[test]
fn facets_equal_a_recount_of_the_passages_found() {
    let passages: Vec<Passage> = (0..200)
        .map(|n| {
            let mut one = passage(n, if n % 3 == 0 { Language::Cy } else { Language::En }, "gofal and care 🙂");
            one.themes = vec![format!("T0{}.{}", n % 4, n % 3)];
            one.above = vec![format!("T0{}", n % 4)];
            one.stance = Stance::ALL.get(n as usize % 5).copied();
            one.question = format!("1.{}", n % 7);
            one.area = format!("W0600000{}", n % 8);
            one.organisation = if n % 4 == 0 { format!("Cyngor {}", n % 6) } else { String::new() };
            one.quotable = n % 5 == 0;
            one.event = n % 11 == 0;
            one
        })
        .collect();
    let folder = built(&passages);
    let found = ask(&folder, "care theme:T01");
    let inside: Vec<&Passage> = passages.iter().filter(|p| p.themes[0].starts_with("T01.")).collect();
    assert!(inside.len() > 20);
    let count = |values: Vec<String>| {
        let mut counts = BTreeMap::new();
        values.into_iter().for_each(|value| *counts.entry(value).or_insert(0_u64) += 1);
        counts
    };
    assert_eq!(found.total, inside.len() as u64);
    assert_eq!(found.facets.question, count(inside.iter().map(|p| p.question.clone()).collect()));
    assert_eq!(found.facets.language, count(inside.iter().map(|p| p.language.language.as_str().to_owned()).collect()));
    assert_eq!(found.facets.kind, count(inside.iter().map(|p| p.kind.clone()).collect()));
    let stances = inside.iter().filter_map(|p| p.stance).map(|stance| stance.as_str().to_owned());
    assert_eq!(found.facets.stance, count(stances.collect()));
    assert_eq!(found.facets.channel, count(inside.iter().map(|p| p.channel.clone()).collect()));
    let named = inside.iter().map(|p| p.organisation.clone()).filter(|name| !name.is_empty());
    assert_eq!(found.facets.organisation, count(named.collect()));
    assert_eq!(found.facets.area, count(inside.iter().map(|p| p.area.clone()).collect()));
    let themes = inside.iter().flat_map(|p| ["T01".to_owned(), p.themes[0].clone()]);
    assert_eq!(found.facets.theme, count(themes.collect()));
}

#[test]
fn one_changed_passage_takes_the_place_of_the_old_one() {
    let folder = built(&sample());
    let dir = folder.path().join("index");
    let reader = Reader::new(&dir);
    let request = Request { query: "theme:T09".to_owned(), limit: 5, ..Request::default() };
    assert_eq!(reader.search(&request).unwrap().total, 0);
    let mut changed = sample().swap_remove(0);
    (changed.themes, changed.above) = (vec!["T09".to_owned()], Vec::new());
    assert_eq!(update(&dir, &Stamp("2".to_owned()), false, put(&[changed])).unwrap(), 1);
    assert_eq!(stamp(&dir), Some(Stamp("2".to_owned())));
    assert_eq!(reader.search(&request).unwrap().total, 1);
    assert_eq!((ask(&folder, "").total, ask(&folder, "theme:T03").total), (7, 1));
}

#[test]
fn a_reader_goes_on_reading_while_the_index_is_built_afresh() {
    let folder = built(&sample());
    let dir = folder.path().join("index");
    let reader = Reader::new(&dir);
    let request = Request { query: "gofal".to_owned(), limit: 5, ..Request::default() };
    assert_eq!(reader.search(&request).unwrap().total, 3);
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for n in 0..5 {
                update(&dir, &Stamp(n.to_string()), true, put(&sample())).unwrap();
            }
        });
        while !writing.is_finished() {
            assert_eq!(reader.search(&request).unwrap().total, 3);
            assert_eq!(search(&dir, &request).unwrap().total, 3);
        }
        writing.join().unwrap();
    });
    update(&dir, &Stamp("9".to_owned()), true, put(&sample()[..2])).unwrap();
    assert_eq!(reader.search(&request).unwrap().total, 2);
}

#[test]
fn a_change_that_cannot_be_read_leaves_the_index_as_it_was() {
    let folder = built(&sample());
    let dir = folder.path().join("index");
    for fresh in [false, true] {
        let changes = vec![Ok(Change::Remove(1)), Err("row 9 is torn")];
        let error = update(&dir, &Stamp("2".to_owned()), fresh, changes.into_iter()).unwrap_err();
        assert!(matches!(error, IndexError::Source(_)), "{error}");
        assert_eq!((stamp(&dir), ask(&folder, "").total), (Some(Stamp("1".to_owned())), 7));
    }
}

/// Every file below a folder that holds these bytes.
fn holding(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else if fs::read(&path).unwrap().windows(words.len()).any(|window| window == words.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn after_a_removal_no_file_of_the_index_holds_its_words() {
    let mut passages = sample();
    passages[3].text = "xylozarquin".to_owned();
    passages[3].area = "qwopzaland".to_owned();
    passages[3].organisation = "zzyxcorp".to_owned();
    let folder = built(&passages);
    let dir = folder.path().join("index");
    // Letters enough to know the words by: the files are compressed, and the last ones may be written as a reference.
    let planted = ["xylozarq", "qwopzal", "zzyxcor"];
    assert!(planted.iter().all(|words| !holding(folder.path(), words).is_empty()));
    // The passage is changed first, so that its words stand in two segments.
    passages[3].quotable = true;
    update(&dir, &Stamp("2".to_owned()), false, put(&passages[3..4])).unwrap();
    let remove = [Ok::<_, Infallible>(Change::Remove(4))];
    update(&dir, &Stamp("3".to_owned()), false, remove.into_iter()).unwrap();
    for words in planted {
        assert_eq!(holding(folder.path(), words), [""; 0], "{words}");
    }
    assert_eq!(keys(&ask(&folder, "")), [1, 2, 3, 5, 6, 7]);
    assert_eq!(stamp(&dir), Some(Stamp("3".to_owned())));
    // The last passage of a segment, and of the index.
    let all = [1, 2, 3, 5, 6, 7].map(|key| Ok::<_, Infallible>(Change::Remove(key)));
    update(&dir, &Stamp("4".to_owned()), false, all.into_iter()).unwrap();
    assert_eq!(holding(folder.path(), "gofal"), [""; 0]);
    assert_eq!(ask(&folder, "").total, 0);
}

#[test]
fn an_absent_broken_or_older_index_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("index");
    let asked = |dir: &Path| search(dir, &Request { limit: 1, ..Request::default() });
    let absent = asked(&dir).unwrap_err();
    assert!(matches!(absent, IndexError::Absent(_)) && absent.asks_for_rebuild(), "{absent}");
    assert_eq!(stamp(&dir), None);

    fs::create_dir_all(&dir).unwrap();
    fs::write(dir.join("meta.json"), "{ torn").unwrap();
    let broken = asked(&dir).unwrap_err();
    assert!(matches!(broken, IndexError::Broken { .. }) && broken.to_string().contains("build it again"), "{broken}");
    assert_eq!(stamp(&dir), None);

    update(&dir, &Stamp("1".to_owned()), true, put(&sample())).unwrap();
    let meta = fs::read_to_string(dir.join("meta.json")).unwrap();
    fs::write(dir.join("meta.json"), meta.replace("\\\"version\\\":", "\\\"version\\\":9")).unwrap();
    let older = asked(&dir).unwrap_err();
    assert!(matches!(older, IndexError::OtherVersion(_)) && older.asks_for_rebuild(), "{older}");
    assert_eq!(stamp(&dir), None);
    let change = update(&dir, &Stamp("2".to_owned()), false, put(&[]));
    assert!(matches!(change, Err(IndexError::OtherVersion(_))));

    update(&dir, &Stamp("1".to_owned()), true, put(&sample())).unwrap();
    for entry in fs::read_dir(&dir).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "store" || kind == "term") {
            fs::write(&path, b"").unwrap();
        }
    }
    assert!(asked(&dir).unwrap_err().asks_for_rebuild());
    update(&dir, &Stamp("1".to_owned()), true, put(&sample())).unwrap();
    assert_eq!(asked(&dir).unwrap().total, 7);
}

#[test]
fn two_builds_of_the_same_passages_answer_alike() {
    let mut passages: Vec<Passage> =
        (0..300).map(|n| passage(n, Language::En, ["care homes", "homes for care", "care"][n as usize % 3])).collect();
    let first = ask(&built(&passages), "care home");
    passages.reverse();
    let folder = built(&passages);
    update(&folder.path().join("index"), &Stamp("2".to_owned()), false, put(&passages[..50])).unwrap();
    let second = ask(&folder, "care home");
    assert_eq!(first.total, 200);
    assert_eq!(serde_json::to_string(&first).unwrap(), serde_json::to_string(&second).unwrap());
}

#[test]
fn the_answer_is_written_as_the_contract_says() {
    let folder = built(&sample());
    let found = serde_json::to_value(ask(&folder, "profit")).unwrap();
    let hit = &found["hits"][0];
    assert_eq!(found["total"], 1);
    assert_eq!(hit["response"], "R-00004");
    assert_eq!(hit["stance"], "oppose");
    assert_eq!(hit["language"], "en");
    assert_eq!(hit["themes"], serde_json::json!(["T01"]));
    assert_eq!(hit["highlights"], serde_json::json!([[40, 46]]));
    assert_eq!(hit["source"], serde_json::json!({ "file": "form.csv", "place": "row 4" }));
    for facet in ["theme", "stance", "type", "language", "question"] {
        assert!(found["facets"][facet].is_object(), "{facet}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_is_an_error_and_marks_lie_on_characters(query in "([a-z🙂ŵ\"“():*~^ -]|AND |OR |NOT |theme:|from:|gofal|plant|home|care|\\PC){0,40}") {
        thread_local! {
            static FOLDER: TempDir = built(&sample());
        }
        FOLDER.with(|folder| {
            let found = ask(folder, &query);
            for hit in &found.hits {
                for (start, end) in &hit.highlights {
                    assert!(hit.text.get(*start..*end).is_some_and(|words| !words.is_empty()));
                }
            }
            for note in &found.notes {
                assert!(note.end <= query.len() && !note.say(Locale::Cy).is_empty());
            }
        });
    }

    #[test]
    fn any_text_is_analysed_and_finds_itself(text in "\\PC{0,40}") {
        for locale in Locale::BOTH {
            let analyzed = analyze(&text, locale, None);
            for term in &analyzed.index {
                assert!(analyzed.query.contains(term), "{term} of `{text}`");
            }
        }
    }
}

#[test]
fn a_very_long_query_is_read_in_part() {
    let folder = built(&sample());
    let found = ask(&folder, &"((((cost OR \"gofal plant\"~3 ".repeat(2_000));
    assert!(found.notes.iter().any(|note| note.kind == NoteKind::TooLong));
    assert!(found.notes.iter().any(|note| note.kind == NoteKind::TooDeep));
    let words = "gofal ".repeat(500);
    assert!(ask(&folder, &words).notes.iter().any(|note| note.kind == NoteKind::TooMany));
}
