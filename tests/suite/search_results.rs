//! What a search hands back: campaigns folded, counts with their base, every order and page, and what may be done with it.

use std::collections::BTreeSet;
use std::convert::Infallible;

use proptest::prelude::*;
use tempfile::TempDir;
use ymateb::index::{Change, Found, LineOrder, Order, Passage, Request, Stamp, Why, concordance, hits, search, update};
use ymateb::model::{Detected, Language, Place};

fn passage(key: i64, text: &str) -> Passage {
    Passage {
        key,
        reference: format!("R-{key:05}"),
        question: "1.1".to_owned(),
        text: text.to_owned(),
        language: Detected { language: Language::En, confidence: 1.0, spans: Vec::new() },
        kind: "individual".to_owned(),
        channel: "form".to_owned(),
        quotable: true,
        place: Place { file: "form.csv".to_owned(), place: format!("row {key}") },
        ..Passage::default()
    }
}

fn built(passages: &[Passage]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let changes = passages.iter().cloned().map(|passage| Ok::<_, Infallible>(Change::Put(passage)));
    update(&folder.path().join("index"), &Stamp("1".to_owned()), true, changes).unwrap();
    folder
}

fn ask(folder: &TempDir, request: &Request) -> Found {
    search(&folder.path().join("index"), request).unwrap()
}

fn asked(query: &str) -> Request {
    Request { query: query.to_owned(), limit: 100, ..Request::default() }
}

fn keys(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.key).collect()
}

/// Two answers of their own, and a campaign of five of whom one wrote more about profit than its template.
fn campaign() -> Vec<Passage> {
    let mut all: Vec<Passage> = (1..=5).map(|key| passage(key, "Care comes before profit, please 🙂")).collect();
    all[2].text = "Profit, profit, profit: care comes before profit, please".to_owned();
    all.iter_mut().for_each(|one| one.campaign = Some(7));
    all.push(passage(6, "No profit from care, I say, whatever others may think of it and however long it takes"));
    // Two passages of one response.
    let mut other = passage(8, "Gofal ac elw: profit again");
    other.reference = "R-00006".to_owned();
    all.push(other);
    all.push(passage(9, ""));
    all
}

#[test]
fn copies_of_a_campaign_are_one_hit_the_best_of_them_and_each_is_counted() {
    let folder = built(&campaign());
    let found = ask(&folder, &asked("profit care"));
    assert_eq!((found.total, found.responses, found.distinct, found.folded), (6, 6, 2, true));
    assert_eq!((found.base.passages, found.base.responses), (8, 7));
    let folded = found.hits.iter().find(|hit| hit.campaign == Some(7)).unwrap();
    assert_eq!((folded.key, folded.copies), (3, 5), "the best stands for all");
    assert_eq!(found.facets.campaign["7"], 5);
    assert_eq!(found.facets.kind["individual"], 6, "facets count every copy");
    // Passages that do not match are not stood for.
    let few = ask(&folder, &asked("\"profit profit\""));
    assert_eq!((few.total, few.hits[0].copies), (1, 1));
    let all = ask(&folder, &Request { all_copies: true, ..asked("profit care") });
    assert_eq!((all.total, all.distinct, all.hits.len(), all.folded), (6, 6, 6, false));
    assert!(all.hits.iter().all(|hit| hit.copies == 1));
    // Two passages of one response are one response.
    assert_eq!(ask(&folder, &asked("profit campaign:none")).responses, 1);
}

#[test]
fn a_long_answer_does_not_win_by_its_length() {
    let filler = "Many other things could be said about how services are run and who should run them. ".repeat(40);
    let long = format!("{filler} Foster carers may move. {filler} Foster carers again. {filler}");
    let mut passages = vec![passage(1, &long), passage(2, "Foster carers will move between services.")];
    passages.extend((3..40).map(|key| passage(key, "Something else that was said about homes.")));
    let folder = built(&passages);
    let found = ask(&folder, &asked("foster carers move"));
    assert_eq!(keys(&found), [2, 1]);
    // Of the long one, the place where all three words stand is shown.
    let (start, end) = found.hits[1].extract;
    assert!(found.hits[1].text[start..end].contains("Foster carers may move."));
    assert!(end - start < 400);
}

#[test]
fn every_order_is_the_same_every_time_and_pages_reach_the_last_hit() {
    let dates = ["2022-10-01", "", "2022-08-17", "2022-11-07", "2022-10-01"];
    let questions = ["1.10", "1.2", "1.9", "2", "1.2"];
    let references = ["R-00100", "E-01", "R-00003", "E-02", "R-00020"];
    let mut passages: Vec<Passage> = (1..=5).map(|key| passage(key, "gofal")).collect();
    for (at, one) in passages.iter_mut().enumerate() {
        one.received = dates[at].to_owned();
        one.question = questions[at].to_owned();
        one.reference = references[at].to_owned();
    }
    let folder = built(&passages);
    let order = |order: Order| {
        let questions = ["1.2", "1.9", "1.10", "2"].map(str::to_owned).to_vec();
        keys(&ask(&folder, &Request { order, questions, ..asked("gofal") }))
    };
    assert_eq!(order(Order::Relevance), [1, 2, 3, 4, 5]);
    assert_eq!(order(Order::Date), [3, 1, 5, 4, 2]);
    assert_eq!(order(Order::DateDesc), [4, 1, 5, 3, 2]);
    assert_eq!(order(Order::Respondent), [3, 5, 1, 2, 4]);
    assert_eq!(order(Order::Question), [2, 5, 3, 1, 4]);
    for (order, en, cy) in Order::NAMES {
        assert_eq!((Order::named(en), Order::named(cy)), (Some(order), Some(order)));
    }
}

#[test]
fn a_page_behind_ten_thousand_hits_is_reached_and_a_walk_meets_each_hit_once() {
    let words = ["care", "care homes", "care care homes 🙂", "homes and care for children"];
    let mut passages: Vec<Passage> = (0..23_000).map(|key| passage(key, words[key as usize % 4])).collect();
    for key in (0..23_000).step_by(23) {
        passages[key].campaign = Some(key as u32 % 3);
    }
    let folder = built(&passages);
    let dir = folder.path().join("index");
    let request = Request { query: "care homes OR care".to_owned(), ..Request::default() };
    let everything = hits(&dir, &request).unwrap();
    let mut walked = Vec::new();
    everything
        .each(|hit| {
            walked.push((hit.key, hit.copies));
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(walked.len(), 22_003, "22,000 outside campaigns, and three campaigns");
    assert_eq!(walked.iter().map(|(_, copies)| copies).sum::<u64>(), 23_000);
    assert_eq!(walked.iter().map(|(key, _)| key).collect::<BTreeSet<_>>().len(), walked.len());
    for offset in [0, 9_995, 10_000, 19_990, 22_000] {
        let page = everything.page(&Request { limit: 10, offset, ..request.clone() }).unwrap();
        let expected: Vec<i64> = walked.iter().skip(offset).take(10).map(|(key, _)| *key).collect();
        assert_eq!(keys(&page), expected, "from {offset}");
        assert_eq!((page.total, page.distinct), (23_000, 22_003));
    }
    let beyond = everything.page(&Request { limit: 10, offset: usize::MAX, ..request }).unwrap();
    assert_eq!((beyond.hits.len(), beyond.total), (0, 23_000));
}

#[test]
fn what_may_be_done_with_a_passage_stands_with_it() {
    let mut passages: Vec<Passage> = (1..=4).map(|key| passage(key, "gofal a chartref")).collect();
    passages[0].publish = true;
    passages[0].organisation = "Cyngor Dyffryn Mawr".to_owned();
    passages[1].quotable = false;
    passages[2].guarded = true;
    passages[3].event = true;
    let folder = built(&passages);
    let found = ask(&folder, &asked("gofal"));
    let may: Vec<_> =
        found.hits.iter().map(|hit| (hit.may.quote, hit.may.name, hit.may.publish, hit.may.why)).collect();
    let refused = |why| (false, false, false, Some(why));
    assert_eq!(may, [(true, true, true, None), refused(Why::NoConsent), refused(Why::Guarded), refused(Why::Event),]);
    assert_eq!((found.facets.may.quote, found.facets.may.name, found.facets.may.publish), (1, 1, 1));
    let json = serde_json::to_value(&found.hits[2]).unwrap();
    assert_eq!(json["may"]["why"], "guarded");
    assert_eq!(json["copies"], 1);
}

#[test]
fn keywords_stand_in_context_and_are_sorted_by_their_neighbours() {
    let passages = [
        passage(1, "Some foster carers leave.\nThen Foster carers  stay 🙂"),
        passage(2, "All foster carers áre asked"),
        passage(3, "nothing of the kind"),
    ];
    let folder = built(&passages);
    let dir = folder.path().join("index");
    let lines = |order| {
        let found = concordance(&dir, &asked("\"foster carers\""), order, 12).unwrap();
        assert_eq!((found.occurrences, found.hits, found.cut), (3, 2, false));
        found.lines
    };
    let right: Vec<String> = lines(LineOrder::Right).iter().map(|line| line.right.trim().to_owned()).collect();
    assert_eq!(right, ["áre asked", "leave. Then", "stay 🙂"], "folded: á stands with a");
    let left: Vec<String> = lines(LineOrder::Left).iter().map(|line| line.left.trim().to_owned()).collect();
    assert_eq!(left, ["All", "Some", "leave. Then"]);
    for line in lines(LineOrder::Position) {
        assert_eq!(line.word.to_lowercase(), "foster carers", "words of a phrase are one keyword");
        let text = &passages[usize::from(line.response == "R-00002")].text;
        assert!(text[line.start..line.end].to_lowercase().starts_with("foster"));
        assert!(line.left.chars().count() <= 12 && line.right.chars().count() <= 12);
    }
    // A Welsh keyword in any mutation; limit and offset count lines.
    let mut welsh = passage(1, "Mae gofal da yn dda, a’i ofal ef, a fy ngofal i");
    welsh.language.language = Language::Cy;
    let folder = built(&[welsh]);
    let request = Request { limit: 2, offset: 1, ..asked("gofal") };
    let found = concordance(&folder.path().join("index"), &request, LineOrder::Position, 10).unwrap();
    assert_eq!(found.occurrences, 3);
    assert_eq!(found.lines.iter().map(|line| line.word.as_str()).collect::<Vec<_>>(), ["ofal", "ngofal"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn extracts_and_lines_lie_on_characters_of_any_text(
        text in "([a-zŵ🙂’ \n\t-]|gofal |care |\u{301}|\\PC){0,700}",
        query in "(gofal|care|\"gofal care\"|ca\\*|[a-zŵ🙂]| ){1,6}",
        width in 0_usize..60,
    ) {
        let folder = built(&[passage(1, &text), passage(2, "gofal care")]);
        let found = ask(&folder, &asked(&query));
        for hit in &found.hits {
            let (start, end) = hit.extract;
            assert!(hit.text.get(start..end).is_some(), "{start}..{end}");
            assert!(end - start <= 330 || hit.highlights.iter().any(|(from, to)| to - from > 300), "{start}..{end}");
        }
        for order in [LineOrder::Position, LineOrder::Left, LineOrder::Right] {
            let lines = concordance(&folder.path().join("index"), &asked(&query), order, width).unwrap();
            assert!(lines.lines.len() as u64 <= lines.occurrences);
            for line in &lines.lines {
                assert!(line.left.chars().count() <= width && line.right.chars().count() <= width);
                assert!(!line.left.contains(['\n', '\t']));
            }
        }
    }
}
