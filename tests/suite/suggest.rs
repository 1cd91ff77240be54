//! "Did you mean": said, never done.

use serde_json::Value;

use crate::project::Project;

fn project() -> Project {
    let rows: Vec<(String, &str)> =
        (1..=60).map(|n| (n.to_string(), "Children need carers, and councils need money 🙂")).collect();
    let mut rows: Vec<(&str, &str)> = rows.iter().map(|(id, why)| (id.as_str(), *why)).collect();
    rows.push(("61", "Dylai'r tŷ fod yn gartref i'r plant, a rhaid cadw gofalwyr yn eu swyddi cyhyd ag y bo modd"));
    rows.push(("62", "Childrne should be asked what they want before anything is decided about them at all"));
    let project = Project::new().answers(&rows).theme("T1.1", &["money"], &["arian"]);
    project.run();
    project
}

fn suggested(project: &Project, query: &str) -> Value {
    project.json(&["search", "c", "--json", "--", query])["suggestion"].clone()
}

#[test]
fn a_word_that_nothing_matches_brings_the_corpus_s_own_and_is_not_rewritten() {
    let project = project();
    let found = project.json(&["search", "c", "cuoncils", "--json"]);
    assert_eq!((&found["total"], &found["suggestion"]), (&0.into(), &"councils".into()));
    let note = &found["notes"][0];
    assert_eq!((&note["kind"], &note["words"]), (&"did_you_mean".into(), &"cuoncils → councils".into()));
    assert_eq!(suggested(&project, "carerz AND (mony OR \"carers\")"), "carers AND (money OR \"carers\")");
    assert_eq!(suggested(&project, "GARTERF"), "gartref");
    assert_eq!(suggested(&project, "gofalwir"), "gofalwyr");
}

#[test]
fn it_is_said_in_both_languages() {
    let project = project();
    let said = project.asked(&["search", "c", "cuoncils"]);
    assert!(said.contains("`cuoncils`: did you mean `councils`?") && said.contains("Did you mean: councils"), "{said}");
    let said = project.asked(&["--lang", "cy", "search", "c", "gofalwir"]);
    assert!(said.contains("`gofalwir`: ai `gofalwyr` oedd gennych dan sylw?"), "{said}");
}

#[test]
fn a_rare_word_is_doubted_only_beside_a_far_commoner_one() {
    let project = project();
    assert_eq!(suggested(&project, "childrne"), "children");
    assert_eq!(suggested(&project, "decided"), Value::Null, "it is there, and nothing like it is common");
    assert_eq!(suggested(&project, "councils"), Value::Null);
}

#[test]
fn a_field_s_value_may_be_misspelt_too() {
    let project = project();
    assert_eq!(suggested(&project, "type:persn money"), "type:person money");
    assert_eq!(suggested(&project, "theme:T1.2"), "theme:T1.1");
    assert_eq!(suggested(&project, "theme:\"Thema T1.1\""), "theme:\"T1.1\"");
    assert_eq!(suggested(&project, "type:person"), Value::Null);
}

#[test]
fn nothing_is_suggested_for_nothing_for_what_is_left_out_or_for_what_is_like_no_word() {
    let project = project();
    for query in ["", "*", "🙂", "-cuoncils", "xyzzyqwert", "coun*", "councels~", "the", "12345", "\u{7}"] {
        assert_eq!(suggested(&project, query), Value::Null, "{query}");
    }
}
