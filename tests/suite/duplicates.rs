//! What was received twice, what people decide about it, and passages assigned to questions.

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use ymateb::corpus::{ItemContent, NewAnswer, Store, Walked};
use ymateb::model::{DuplicateRules, ItemDecision, ItemVerb, Policy, Question, Respondent, Substance};

use crate::project::{Project, table};

/// Forty words, so that two people hardly write them alike by themselves.
const LONG: &str = "Mae ein cartref bach ni wedi gofalu am blant y cwm ers deng mlynedd 🙂 a hoffem i'r Llywodraeth ddeall \
                    beth fyddai'n digwydd iddynt pe bai'n rhaid i ni gau'r drws am byth cyn i neb ofyn iddynt hwy.";

fn people(rows: &[(&str, &str, &str)]) -> String {
    let rows: Vec<String> = rows.iter().map(|(id, name, why)| format!("{id},{name},person,Yes,\"{why}\"\n")).collect();
    format!("id,name,type,quote,why\n{}", rows.concat())
}

fn pairs(project: &Project) -> Vec<(String, String, String)> {
    let listed = project.json(&["duplicates", "c", "--json"]);
    let one = |pair: &Value| {
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        (word(&pair["item"]["response"]), word(&pair["into"]["response"]), word(&pair["rule"]))
    };
    listed["proposals"].as_array().unwrap().iter().map(one).collect()
}

fn pair(item: &str, into: &str, rule: &str) -> (String, String, String) {
    (item.to_owned(), into.to_owned(), rule.to_owned())
}

#[test]
fn the_same_file_twice_counts_once_and_says_why() {
    let rows = table(&[("1", "Rhy gyflym."), ("2", "Too fast."), ("3", "")]);
    let project = Project::new().file("a.csv", &rows).file("copy of a.csv", &rows);
    let ledger = project.run()["ledger"].clone();
    assert_eq!((&ledger["received"], &ledger["analysed"], &ledger["merged"]), (&6.into(), &2.into(), &2.into()));
    assert_eq!(ledger["merged_why"]["same_file"], 2);
    assert_eq!((&ledger["balanced"], &ledger["proposals"]), (&true.into(), &0.into()));
    assert_eq!(ledger["questions"][1]["answered"], 2);
    let listed = project.asked(&["duplicates", "c"]);
    assert!(listed.contains("R-00004 · copy of a.csv, row 2") && listed.contains("R-00001: the same file"), "{listed}");
    assert!(project.asked(&["ledger", "c", "--lang", "cy"]).contains("yr un ffeil, wedi dod i law ddwywaith"));
}

#[test]
fn copies_of_one_letter_without_names_may_be_many_people_and_stay_apart() {
    let project = Project::new().file("1.txt", LONG).file("2.txt", LONG).file("3.txt", LONG);
    let ledger = project.run()["ledger"].clone();
    assert_eq!((&ledger["analysed"], &ledger["merged"]), (&3.into(), &0.into()));
    let project = Project::new().file("1.txt", LONG).file("2.txt", LONG);
    assert_eq!(project.run()["ledger"]["merged_why"]["same_file"], 1);
}

#[test]
fn several_submissions_of_one_person_are_proposed_with_evidence_and_without_words() {
    let project = Project::new().file(
        "a.csv",
        people(&[
            ("1", "Ŵyn Enghraifft", "Rhy gyflym o lawer"),
            ("2", "ŵyn  enghraifft", "Rhy gyflym i ni"),
            ("3", "", "Hm"),
        ]),
    );
    assert_eq!(project.run()["ledger"]["proposals"], 1);
    assert_eq!(pairs(&project), [pair("R-00002", "R-00001", "person")]);
    let listed = project.json(&["duplicates", "c", "--json"]);
    let first = &listed["proposals"][0];
    assert_eq!(first["agrees"], serde_json::json!(["name", "type", "file"]));
    assert!((first["common"].as_f64().unwrap() - 2.0 / 6.0).abs() < 0.01, "{first}");
    let said = project.asked(&["duplicates", "c"]);
    assert!(said.contains("same name") && said.contains("33% of their words in common"), "{said}");
    assert!(!said.contains("gyflym") && !said.to_lowercase().contains("enghraifft"), "{said}");
    assert!(project.asked(&["ledger", "c"]).contains("1 pair of submissions may be one response"));
}

#[test]
fn what_a_person_decides_about_two_stands_until_they_take_it_back() {
    let project =
        Project::new().file("a.csv", people(&[("1", "Nia E", "One"), ("2", "Nia E", "Two"), ("3", "Nia E", "One")]));
    let before = project.run()["ledger"].clone();
    assert_eq!(before["merged_why"], serde_json::json!({ "same_words": 1 }));
    project.asked(&["merge", "c", "R-00002", "--into", "R-00001", "--by", "A. Coder"]);
    let merged = project.run()["ledger"].clone();
    assert_eq!(merged["merged_why"], serde_json::json!({ "same_words": 1, "decision": 1 }));
    assert_eq!((&merged["proposals"], &merged["balanced"]), (&0.into(), &true.into()));
    assert!(project.asked(&["show", "c", "R-00002"]).contains("R-00001"));
    // A corrected export changes nothing about it.
    project.put("a.csv", people(&[("1", "Nia E", "One!"), ("2", "Nia E", "Two"), ("3", "Nia E", "One")]));
    assert_eq!(project.run()["ledger"]["merged_why"]["decision"], 1);
    project.put("a.csv", people(&[("1", "Nia E", "One"), ("2", "Nia E", "Two"), ("3", "Nia E", "One")]));
    project.asked(&["merge", "c", "R-00002", "--into", "R-00001", "--by", "A. Coder", "--undo"]);
    assert_eq!(project.run()["ledger"], before);
    // Apart beats the rule, for this pair and for whoever would join the two.
    project.asked(&["apart", "c", "R-00003", "R-00001", "--by", "A. Coder", "--note", "mam a merch"]);
    let apart = project.run()["ledger"].clone();
    assert_eq!((&apart["merged"], &apart["analysed"]), (&0.into(), &3.into()));
    project.asked(&["apart", "c", "R-00001", "R-00003", "--by", "A. Coder", "--undo"]);
    assert_eq!(project.run()["ledger"], before);
}

#[test]
fn merging_in_a_circle_with_itself_or_with_what_is_set_aside_is_refused() {
    let project = Project::new().answers(&[("1", "One"), ("2", "Two"), ("3", "Three"), ("4", "")]);
    project.run();
    let refused = |arguments: &[&str], why: &str| {
        let output = project.tried(&[arguments, &["--by", "A. Coder"]].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(why), "{said}");
    };
    project.asked(&["merge", "c", "R-00003", "--into", "R-00002", "--by", "A"]);
    project.asked(&["merge", "c", "R-00002", "--into", "R-00001", "--by", "A"]);
    refused(&["merge", "c", "R-00001", "--into", "R-00003"], "take that back first");
    refused(&["merge", "c", "R-00001", "--into", "R-00001"], "same submission");
    refused(&["merge", "c", "R-00001", "--into", "R-00004"], "not analysed");
    refused(&["apart", "c", "R-00001", "R-00099"], "no such response");
    refused(&["merge", "c", "R-00001", "--into", "R-00003", "--lang", "cy"], "tynnwch hynny'n ôl");
    let listed = project.json(&["duplicates", "c", "--json"]);
    let heads: Vec<&str> =
        listed["merged"].as_array().unwrap().iter().map(|m| m["into"]["response"].as_str().unwrap()).collect();
    assert_eq!(heads, ["R-00001", "R-00001"], "a chain leads to one head");
    assert_eq!(project.run()["ledger"]["analysed"], 1);
}

#[test]
fn nearly_the_same_words_by_two_channels_are_proposed_but_never_those_of_a_campaign() {
    let letter = LONG.replace("cyn i neb ofyn", "cyn  i neb OFYN");
    let project = Project::new()
        .file("a.csv", people(&[("1", "Nia E", LONG), ("2", "", "Byr."), ("3", "Huw", "Byr hefyd.")]))
        .file("z.txt", &letter);
    assert_eq!(project.run()["ledger"]["proposals"], 1);
    assert_eq!(pairs(&project), [pair("R-00004", "R-00001", "same_body")]);
    assert!(project.did().values().all(|did| *did == 0), "a second run does nothing");
    project.put("y.txt", format!("{letter} Diolch."));
    assert_eq!(project.run()["ledger"]["proposals"], 0, "three are a campaign");
    // Who gave different names is two.
    let project =
        Project::new().file("a.csv", people(&[("1", "Nia E", LONG)])).file("b.csv", people(&[("2", "Huw E", LONG)]));
    assert_eq!(project.run()["ledger"]["proposals"], 0);
}

#[test]
fn each_rule_merges_proposes_or_leaves_apart_as_the_settings_say() {
    let with = |line: &str| {
        let rows = people(&[("1", "Nia E", "One"), ("2", "Nia E", "Two"), ("3", "Nia E", "One")]);
        let project = Project::new().setting(line).file("a.csv", rows);
        let ledger = project.run()["ledger"].clone();
        assert_eq!(ledger["balanced"], true);
        (ledger["merged_why"].clone(), ledger["proposals"].clone())
    };
    assert_eq!(with("duplicates.person = \"merge\""), (serde_json::json!({"same_words": 1, "person": 1}), 0.into()));
    assert_eq!(with("duplicates.person = \"apart\""), (serde_json::json!({"same_words": 1}), 0.into()));
    assert_eq!(with("duplicates.same_words = \"propose\""), (serde_json::json!({}), 2.into()));
    let project = Project::new().setting("duplicates.same_file = \"perhaps\"").answers(&[("1", "One")]);
    assert_eq!(project.tried(&["run", "c"]).status.code(), Some(2));
}

#[test]
fn a_changed_setting_merges_again_without_reading_again() {
    let rows = people(&[("1", "Nia E", "One"), ("2", "Nia E", "Two")]);
    let project = Project::new().file("a.csv", rows);
    assert_eq!(project.run()["ledger"]["merged"], 0);
    let project = project.setting("duplicates.person = \"merge\"");
    let run = project.run();
    assert_eq!((&run["ledger"]["merged"], &run["stages"][0]["did"]), (&1.into(), &0.into()));
    assert_eq!(project.json(&["search", "c", "two", "--json"])["hits"][0]["response"], "R-00001");
}

fn assign(project: &Project, question: &str, words: &str) {
    project.asked(&[
        "assign",
        "c",
        "--response",
        "R-00001",
        "--question",
        question,
        "--words",
        words,
        "--by",
        "A. Coder",
    ]);
}

fn answers(project: &Project) -> Vec<(String, String)> {
    let shown = project.json(&["show", "c", "R-00001", "--json"]);
    let one =
        |answer: &Value| (answer["question"].as_str().unwrap().to_owned(), answer["text"].as_str().unwrap().to_owned());
    shown["answers"].as_array().unwrap().iter().map(one).collect()
}

fn said(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(question, text)| ((*question).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn an_assigned_passage_is_an_answer_to_its_question_and_decisions_follow_their_words() {
    let project = Project::new()
        .theme("COST", &["expensive"], &["rhy ddrud"])
        .file("1.txt", "Annwyl Syr. 🙂 Mae'n rhy ddrud\ni ni.\nNid ydym yn cytuno. Yn gywir.");
    project.run();
    let decide = |verb: &str, words: &str| {
        project.asked(&["decide", "c", "R-00001", verb, "COST", "--question", "whole", "--words", words, "--by", "A"]);
    };
    decide("reject", "rhy ddrud");
    decide("add", "cytuno");
    assign(&project, "2", "Mae'n rhy … i ni.");
    let ledger = project.run()["ledger"].clone();
    let expected = said(&[
        ("whole", "Annwyl Syr. 🙂"),
        ("2", "Mae'n rhy ddrud\ni ni."),
        ("whole", "Nid ydym yn cytuno. Yn gywir."),
    ]);
    assert_eq!(answers(&project), expected);
    assert_eq!(ledger["sources"][0]["problems"], serde_json::json!([]));
    let traced = |figure: &str| project.json(&["trace", "c", figure, "--json"])["total"].clone();
    assert_eq!(traced("question:2/theme:COST"), 0, "the rejection followed its words");
    assert_eq!(traced("question:whole/theme:COST"), 1, "and so did the addition");
    assert_eq!(traced("question:2"), 1);
    // A decision on a part of a question that stands in several.
    decide("accept", "Yn gywir");
    // An unchanged file changes nothing; a changed one is cut again.
    project.put("1.txt", "Annwyl Syr. 🙂 Mae'n rhy ddrud\ni ni.\nNid ydym ni yn cytuno. Yn gywir.");
    let ledger = project.run()["ledger"].clone();
    assert_eq!(answers(&project)[1], said(&[("2", "Mae'n rhy ddrud\ni ni.")])[0]);
    assert_eq!(answers(&project).len(), 3);
    assert_eq!(ledger["sources"][0]["problems"], serde_json::json!([]));
    // Taken back, the file's own answer is whole again, and all decisions are on it.
    project.asked(&["assign", "c", "--response", "R-00001", "--undo", "--by", "A. Coder"]);
    let ledger = project.run()["ledger"].clone();
    assert_eq!(answers(&project).len(), 1);
    assert_eq!(ledger["sources"][0]["problems"], serde_json::json!([]));
    assert_eq!((traced("theme:COST"), traced("question:2")), (1.into(), 0.into()));
}

#[test]
fn an_assignment_whose_words_are_gone_is_a_problem_and_comes_back_with_them() {
    let project = Project::new().file("1.txt", "First. Second. Third.");
    project.run();
    assign(&project, "2", "Second.");
    project.run();
    project.put("1.txt", "First. Other. Third.");
    let problems = project.run()["ledger"]["sources"][0]["problems"].clone();
    assert_eq!(problems.as_array().unwrap().len(), 1, "{problems}");
    let reason = problems[0]["reason"].as_str().unwrap();
    assert!(reason.contains("R-00001") && reason.contains("question 2") && !reason.contains("Second"), "{reason}");
    assert_eq!(answers(&project), said(&[("whole", "First. Other. Third.")]));
    project.put("1.txt", "First. Second. Fourth.");
    assert_eq!(project.run()["ledger"]["sources"][0]["problems"], serde_json::json!([]));
    assert_eq!(answers(&project), said(&[("whole", "First."), ("2", "Second."), ("whole", "Fourth.")]));
}

#[test]
fn an_assignment_that_means_nothing_or_too_much_is_refused() {
    let project = Project::new().file("1.txt", "The cost is high. The cost is low.");
    project.run();
    let refused = |question: &str, words: &str, why: &str| {
        let arguments =
            ["assign", "c", "--response", "R-00001", "--question", question, "--words", words, "--by", "A. Coder"];
        let output = project.tried(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(why), "{said}");
    };
    refused("2", "nowhere", "do not stand in R-00001");
    refused("2", "The cost", "2 times");
    refused("2", "cost … is", "3 times");
    refused("2", "", "do not stand");
    refused("9", "The cost is high.", "no question");
    refused("whole", "The cost is high.", "already");
    let output = project.tried(&["assign", "c", "--response", "R-00001", "--undo", "--by", "A"]);
    assert_eq!(output.status.code(), Some(2));
    let output = project.tried(&["assign", "c", "--response", "R-00001", "--by", "A"]);
    assert_eq!(output.status.code(), Some(2), "without words there is nothing to assign");
}

#[test]
fn a_passage_of_a_response_that_came_twice_is_not_counted_for_the_copy() {
    let project = Project::new().file("1.txt", "First. Second.").file("2.txt", "First. Second.");
    project.run();
    assign(&project, "2", "First. Second.");
    let ledger = project.run()["ledger"].clone();
    assert_eq!(answers(&project), said(&[("2", "First. Second.")]));
    let lines = ledger["questions"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["id"] != "whole"), "nothing is left that answers no question: {lines:?}");
}

/// Problems of the first source that name a response.
fn problems(ledger: &Value) -> Vec<String> {
    let all = ledger["sources"][0]["problems"].as_array().unwrap();
    let reasons = all.iter().map(|problem| problem["reason"].as_str().unwrap().to_owned());
    reasons.filter(|reason| reason.starts_with("R-")).collect()
}

#[test]
fn a_corrected_answer_keeps_what_people_decided_where_their_words_still_stand() {
    let project = Project::new()
        .theme("COST", &["expensive"], &["rhy ddrud"])
        .answers(&[("1", "Mae'n rhy ddrud, and expensve for us 🙂"), ("2", "It is expensive.")]);
    project.run();
    let decide = |response: &str, verb: &str, words: &str| {
        project.asked(&["decide", "c", response, verb, "COST", "--question", "1a", "--words", words, "--by", "A"]);
    };
    decide("R-00001", "reject", "rhy ddrud");
    decide("R-00001", "add", "for us");
    decide("R-00002", "accept", "expensive");
    project.put(
        "answers.csv",
        table(&[("1", "Yn wir, mae'n rhy ddrud, and expensive for us 🙂"), ("2", "It is expensive.")]),
    );
    assert_eq!(problems(&project.run()["ledger"]), Vec::<String>::new());
    let shown = project.json(&["show", "c", "R-00001", "--json"]);
    let tags: Vec<&str> =
        shown["answers"][0]["tags"].as_array().unwrap().iter().map(|tag| tag["words"].as_str().unwrap()).collect();
    assert_eq!(tags, ["expensive", "for us"], "found anew, rejected still, added still");
    assert!(project.asked(&["show", "c", "R-00002"]).contains("decided by A"));
    project.put("answers.csv", table(&[("1", "Something else."), ("2", "It is expensive.")]));
    let lost = problems(&project.run()["ledger"]);
    assert_eq!(lost.len(), 2, "{lost:?}");
    assert!(lost[0].contains("COST") && lost[0].contains("R-00001") && !lost[0].contains("ddrud"), "{lost:?}");
    // Whoever decides again on the theme has seen to it.
    project.asked(&["decide", "c", "R-00001", "reject", "COST", "--question", "1a", "--by", "A"]);
    assert_eq!(problems(&project.run()["ledger"]), Vec::<String>::new());
}

/// A store of its own, with what the pipeline would keep in it.
struct Shelf {
    _root: TempDir,
    store: Store,
}

fn answer(question: &str, text: &str, substance: Substance) -> NewAnswer {
    NewAnswer { question: question.to_owned(), text: text.to_owned(), substance, ..NewAnswer::default() }
}

fn item(key: &str, name: &str, answers: Vec<NewAnswer>) -> ItemContent {
    let respondent = Respondent { name: name.to_owned(), ..Respondent::default() };
    ItemContent { key: key.to_owned(), place: format!("row {key}"), respondent, answers, ..ItemContent::default() }
}

impl Shelf {
    fn new() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let store = Store::open(&root.path().join("responses.db")).expect("a store");
        Shelf { _root: root, store }
    }

    fn receive(&mut self, file: &str, hash: &str, items: &[ItemContent]) {
        let mut arrival = self.store.arrive(file, "form").expect("an arrival");
        arrival.keep(items).expect("kept");
        arrival.finish(hash, "", items.len() as u64).expect("finished");
    }

    fn ledger(&mut self, rules: &DuplicateRules) -> Value {
        self.store.merge_submissions(rules, &[]).expect("merged");
        let questions = ["1", "2"].map(|id| Question { id: id.to_owned(), ..Question::default() });
        serde_json::to_value(self.store.ledger("c", &questions).expect("a ledger")).expect("JSON")
    }

    fn decide(&mut self, verb: ItemVerb, item: i64, other: i64) {
        self.store.decide_items(&about(verb, item, Some(other), "", "")).expect("decided");
    }
}

fn about(verb: ItemVerb, item: i64, other: Option<i64>, question: &str, words: &str) -> ItemDecision {
    ItemDecision {
        at: "2022-11-07T09:00:00Z".to_owned(),
        person: "A. Coder".to_owned(),
        verb,
        item,
        other,
        question: question.to_owned(),
        words: words.to_owned(),
        note: String::new(),
    }
}

#[test]
fn what_is_repeated_or_signed_is_kept_and_is_no_answer() {
    let mut shelf = Shelf::new();
    let message = |key: &str, quoted: &str| {
        let parts = vec![
            answer("1", "Mae'n rhy ddrud 🙂", Substance::Words),
            answer("2", quoted, Substance::Quoted),
            answer("2", "Nia Ŵyn, Uned 1", Substance::Signature),
        ];
        item(key, "Nia", parts)
    };
    shelf.receive("a", &"a".repeat(64), &[message("1", "> Beth yw eich barn?"), message("2", "> Wel?")]);
    let ledger = shelf.ledger(&DuplicateRules::default());
    assert_eq!(ledger["merged_why"]["same_words"], 1, "different quotations make no different words");
    assert_eq!((&ledger["questions"][0]["answered"], &ledger["questions"][1]["answered"]), (&1.into(), &0.into()));
    assert_eq!((&ledger["questions"][1]["blank"], &ledger["balanced"]), (&1.into(), &true.into()));
    let mut kept = Vec::new();
    let walked: Result<(), ymateb::corpus::StoreError> = shelf.store.walk(Walked::All, |response| {
        kept.extend(response.answers.into_iter().map(|coded| coded.answer.text));
        Ok(())
    });
    walked.expect("walked");
    assert_eq!(kept, ["Mae'n rhy ddrud 🙂", "> Beth yw eich barn?", "Nia Ŵyn, Uned 1", "> Wel?"]);
}

#[test]
fn an_id_given_twice_in_one_table_is_two_items_and_no_number_or_answer_is_lost() {
    let mut shelf = Shelf::new();
    let many: Vec<String> = (0..60).map(|n| format!("Ateb {n}, iawn 🙂")).collect();
    let said = |text: &str| answer("1", text, Substance::Words);
    let received = [
        item("17", "", many.iter().map(|text| said(text)).collect()),
        item("17", "", vec![said("Yr ail â'r un rhif")]),
        item("17#2", "", vec![said("The third")]),
        item("18", "", Vec::new()),
        item("19", "", vec![said("The last")]),
    ];
    // The second time nothing is new, so each is found again.
    for hash in ["a", "b"] {
        shelf.receive("a.csv", &hash.repeat(64), &received);
        let words = |item: i64| shelf.store.words_of(item).expect("words");
        assert_eq!(words(1), many.join("\n"));
        assert_eq!([2, 3, 4, 5].map(words), ["Yr ail â'r un rhif", "The third", "", "The last"]);
        assert_eq!(shelf.store.received_item("R-00005").expect("an item"), Some((5, None)));
        assert_eq!(shelf.store.received_item("R-00006").expect("none"), None);
    }
}

#[test]
fn what_is_repeated_or_signed_is_shown_and_exported_but_not_tagged_searched_or_traced() {
    let project = Project::new().theme("COST", &["expensive"], &["rhy ddrud"]).answers(&[("1", "Hm.")]);
    project.run();
    {
        let mut store = Store::open(&project.root().join("corpus/c/responses.db")).expect("a store");
        let parts = vec![
            answer("2", "Cytunaf â hyn.", Substance::Words),
            answer("2", "> It is expensive, said Zebedee.", Substance::Quoted),
            answer("2", "Rhy ddrud Cyf, Zebedee House", Substance::Signature),
        ];
        let mut arrival = store.arrive("mail.eml", "e-mail").expect("an arrival");
        arrival.keep(&[item("1", "", parts)]).expect("kept");
        arrival.finish(&"e".repeat(64), "", 1).expect("finished");
    }
    project.asked(&["tag", "c"]);
    project.asked(&["index", "c"]);
    let total = |figure: &str| project.json(&["trace", "c", figure, "--json"])["total"].clone();
    assert_eq!((total("theme:COST"), total("question:2"), total("substance:quoted")), (0.into(), 1.into(), 1.into()));
    assert_eq!(total("question:2/language:en"), 0);
    assert_eq!(project.json(&["search", "c", "zebedee", "--json"])["total"], 0);
    assert_eq!(project.json(&["search", "c", "cytunaf", "--json"])["total"], 1);
    let shown = project.asked(&["show", "c", "R-00002"]);
    assert!(shown.contains("Zebedee House") && shown.contains("signature or notice; not counted"), "{shown}");
    assert!(project.asked(&["show", "c", "R-00002", "--lang", "cy"]).contains("yn ailadrodd neges gynharach"));
    let lines = project.asked(&["export", "c", "--what", "responses"]);
    assert!(lines.contains("\"substance\":\"quoted\""), "{lines}");
    let rows = project.asked(&["export", "c", "--what", "responses", "--format", "csv"]);
    let mut table = csv::Reader::from_reader(rows.as_bytes());
    let head = table.headers().expect("a header").clone();
    let row = table.records().last().expect("a row").expect("cells");
    let cell = |name: &str| row[head.iter().position(|other| other == name).expect("a column")].to_owned();
    assert_eq!((cell("2").as_str(), cell("signature").as_str()), ("Cytunaf â hyn.", "Rhy ddrud Cyf, Zebedee House"));
    assert_eq!(cell("quoted"), "> It is expensive, said Zebedee.");
    let refused = ["decide", "c", "R-00002", "add", "COST", "--question", "2", "--words", "expensive", "--by", "A"];
    assert_eq!(project.tried(&refused).status.code(), Some(2), "nobody decides on what nobody said");
}

/// One step of somebody's day.
#[derive(Clone, Debug)]
enum Step {
    Merge(i64, i64),
    Apart(i64, i64),
    Undo(i64, i64),
    Read(u8, Vec<(u8, u8, u8)>),
    Assign(i64),
    Unassign(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let item = 1i64..12;
    prop_oneof![
        (item.clone(), item.clone()).prop_map(|(a, b)| Step::Merge(a, b)),
        (item.clone(), item.clone()).prop_map(|(a, b)| Step::Apart(a, b)),
        (item.clone(), item.clone()).prop_map(|(a, b)| Step::Undo(a, b)),
        (0u8..3, prop::collection::vec((0u8..4, 0u8..3, 0u8..3), 0..5)).prop_map(|(file, rows)| Step::Read(file, rows)),
        item.clone().prop_map(Step::Assign),
        item.prop_map(Step::Unassign),
    ]
}

fn rows(rows: &[(u8, u8, u8)]) -> Vec<ItemContent> {
    let names = ["", "Nia Ŵyn", "Huw"];
    let words = ["Un dau tri.", "Two 🙂 three.", "Tri pedwar pump."];
    let row = |(key, name, text): &(u8, u8, u8)| {
        let text = words[*text as usize % 3];
        item(&key.to_string(), names[*name as usize % 3], vec![answer("1", text, Substance::Words)])
    };
    rows.iter().map(row).collect()
}

fn does(shelf: &mut Shelf, step: &Step) {
    let is_there = |shelf: &Shelf, item: i64| shelf.store.received_item(&item.to_string()).expect("read").is_some();
    match step {
        Step::Merge(a, b) | Step::Apart(a, b) | Step::Undo(a, b) => {
            if a == b || !is_there(shelf, *a) || !is_there(shelf, *b) {
                return;
            }
            let verb = match step {
                Step::Merge(..) => ItemVerb::Merge,
                Step::Apart(..) => ItemVerb::Apart,
                _ => ItemVerb::Undo,
            };
            shelf.decide(verb, *a, *b);
        }
        Step::Read(file, content) => {
            // The same rows are the same bytes.
            let hash =
                format!("{:064}", content.iter().fold(1u64, |h, (a, b, c)| h * 97 + u64::from(a * 16 + b * 4 + c)));
            shelf.receive(&format!("{file}.csv"), &hash, &rows(content));
        }
        Step::Assign(item) => {
            if is_there(shelf, *item) {
                let _refused_or_not =
                    shelf.store.assign(&about(ItemVerb::Assign, *item, None, "2", "dau")).expect("assigned");
            }
        }
        Step::Unassign(item) => {
            if is_there(shelf, *item) {
                let _refused_or_not =
                    shelf.store.unassign(&about(ItemVerb::Unassign, *item, None, "", "")).expect("taken back");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_balances_whatever_people_do_and_undoing_returns_the_former_one(
        steps in prop::collection::vec(step(), 0..14),
        policies in prop::array::uniform5(0u8..3),
        last in (1i64..12, 1i64..12),
    ) {
        let policy = |n: usize| [Policy::Merge, Policy::Propose, Policy::Apart][policies[n] as usize];
        let rules = DuplicateRules {
            same_file: policy(0), same_words: policy(1), organisation: policy(2), person: policy(3), same_body: policy(4),
        };
        let mut shelf = Shelf::new();
        shelf.receive("0.csv", &"0".repeat(64), &rows(&[(0, 1, 0), (1, 1, 1), (2, 0, 2), (3, 2, 0)]));
        for step in &steps {
            does(&mut shelf, step);
            let ledger = shelf.ledger(&rules);
            prop_assert_eq!(&ledger["balanced"], true, "after {:?}: {:#}", step, ledger);
            // Whatever was merged is analysed where it was merged into.
            let merged = shelf.store.merged().expect("a list");
            let heads: Vec<&str> = merged.iter().map(|one| one.into.response.as_str()).collect();
            prop_assert!(merged.iter().all(|one| !heads.contains(&one.item.response.as_str())));
            for head in heads {
                prop_assert_eq!(&shelf.store.received_item(head).expect("read").expect("an item").1, &None);
            }
        }
        // Whatever else was decided, a decision that is taken back leaves no trace.
        if last.0 == last.1 {
            return Ok(());
        }
        does(&mut shelf, &Step::Undo(last.0, last.1));
        let before = shelf.ledger(&rules);
        let listed = shelf.store.merged().expect("a list");
        for made in [Step::Merge(last.0, last.1), Step::Apart(last.0, last.1)] {
            does(&mut shelf, &made);
            prop_assert_eq!(&shelf.ledger(&rules)["balanced"], true);
            does(&mut shelf, &Step::Undo(last.1, last.0));
            prop_assert_eq!(&shelf.ledger(&rules), &before);
            prop_assert_eq!(&shelf.store.merged().expect("a list"), &listed);
        }
    }
}

#[test]
fn whoever_answers_for_themselves_and_names_where_they_work_is_nobodys_copy() {
    let rows = "id,type,organisation,why\n1,person,Coleg Aberŵyl,Mae'n rhy ddrud\n2,person,Coleg Aberŵyl,🙂\n\
                3,body,Coleg Aberŵyl,We teach here\n4,body,coleg aberŵyl,And we live here\n5,,,\n";
    let project = Project::new().file("a.csv", rows);
    let ledger = project.run()["ledger"].clone();
    assert_eq!((&ledger["analysed"], &ledger["merged"]), (&3.into(), &1.into()), "{ledger}");
    assert_eq!(ledger["merged_why"]["organisation"], 1);
}
