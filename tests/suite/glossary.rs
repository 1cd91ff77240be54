//! Across languages: a term in one finds answers in the other, shown as such, and not when it is not wanted.

use serde_json::Value;

use crate::project::Project;

fn project() -> Project {
    let project = Project::new()
        .answers(&[
            ("1", "We need more foster carers close to home, so that no child is moved far away from family and friends 🙂"),
            ("2", "Mae angen rhagor o ofalwyr maeth yn agos at gartref, fel nad yw plant yn cael eu symud ymhell i ffwrdd"),
            ("3", "Dylai'r awdurdod lleol gael digon o arian, a dylai pob elw fynd yn ôl i ofal y plant"),
            ("4", "Foster children should be asked first, and carers should be paid more than they are paid now"),
        ])
        .theme("T1", &["x"], &["y"]);
    project.run();
    project
}

fn hits(found: &Value) -> Vec<(String, bool)> {
    let hits = found["hits"].as_array().unwrap().iter();
    hits.map(|hit| (hit["source"]["place"].as_str().unwrap().to_owned(), hit["across"].as_bool().unwrap())).collect()
}

fn marked(hit: &Value) -> Vec<String> {
    let text = hit["text"].as_str().unwrap();
    let range =
        |range: &Value| text[range[0].as_u64().unwrap() as usize..range[1].as_u64().unwrap() as usize].to_owned();
    hit["highlights"].as_array().unwrap().iter().map(range).collect()
}

#[test]
fn a_term_finds_the_other_language_marked_as_such_below_what_was_asked_for() {
    let project = project();
    let found = project.json(&["search", "c", "foster carers", "--json"]);
    let hits = hits(&found);
    assert_eq!(hits.len(), 3, "{hits:?}");
    assert_eq!(hits.iter().filter(|(_, across)| *across).count(), 1, "{hits:?}");
    let foreign = found["hits"].as_array().unwrap().iter().find(|hit| hit["across"] == true).unwrap();
    assert_eq!(marked(foreign), ["ofalwyr", "maeth"]);
    assert_eq!(foreign["language"], "cy");
    let note = &found["notes"][0];
    assert_eq!((&note["kind"], &note["words"]), (&"across".into(), &"foster carers → gofalwyr maeth".into()));
    assert_eq!((note["start"].as_u64(), note["end"].as_u64()), (Some(0), Some(13)));
}

#[test]
fn it_works_the_other_way_round_and_is_said_in_both_languages() {
    let project = project();
    let found = project.json(&["search", "c", "ngofalwyr maeth", "--json"]);
    assert_eq!(hits(&found).len(), 2);
    assert!(
        found["hits"]
            .as_array()
            .unwrap()
            .iter()
            .any(|hit| hit["across"] == true && marked(hit) == ["foster", "carers"])
    );
    let said = project.asked(&["--lang", "cy", "search", "c", "local authorities"]);
    assert!(said.contains("`local authorities`: chwiliwyd hefyd am `awdurdodau lleol`"), "{said}");
    assert!(said.contains("cafwyd yn yr iaith arall"), "{said}");
    let said = project.asked(&["search", "c", "\"local authorities\" profit"]);
    assert!(
        said.contains("also looked for `awdurdodau lleol`") && said.contains("found in the other language"),
        "{said}"
    );
}

#[test]
fn it_is_switched_off_and_exact_words_and_what_is_left_out_never_cross() {
    let project = project();
    let total =
        |arguments: &[&str]| project.json(&[&["search", "c", "--json"], arguments].concat())["total"].as_u64().unwrap();
    assert_eq!(total(&["foster carers"]), 3);
    assert_eq!(total(&["foster carers", "--no-across"]), 2);
    assert_eq!(total(&["profit"]), 1);
    assert_eq!(total(&["\"profit\""]), 0);
    assert_eq!(
        total(&["plant -profit"]),
        4,
        "`child` and `children` are found, and who left out `profit` has not asked for less `elw`"
    );
    assert_eq!(total(&["\"foster carers\""]), 2);
}

#[test]
fn a_consultation_adds_terms_of_its_own_and_takes_others_away() {
    let project = project();
    let file = project.root().join("corpus/c/glossary.csv");
    std::fs::write(&file, "# terms\ncy,en\n\"digon o arian\",fully resourced\n,-profit\nunpaired\n").unwrap();
    let output = project.tried(&["search", "c", "fully resourced", "--json"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("glossary.csv:5: a term in each language is needed"));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(hits(&found), [("row 4".to_owned(), true)]);
    assert_eq!(project.json(&["search", "c", "profit", "--json"])["total"], 0);
    std::fs::write(&file, "en,cy\n").unwrap();
    assert_eq!(project.json(&["search", "c", "profit", "--json"])["total"], 1);
}

#[test]
fn nothing_crosses_when_nothing_is_asked() {
    let project = project();
    for query in ["", "*", "🙂", "-profit"] {
        let found = project.json(&["search", "c", "--json", "--", query]);
        assert!(hits(&found).iter().all(|(_, across)| !across), "{query}");
        assert!(found["notes"].as_array().unwrap().iter().all(|note| note["kind"] != "across"), "{query}");
    }
}
