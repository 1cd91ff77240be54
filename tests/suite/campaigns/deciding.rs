//! People decide about campaigns, and what they decided lasts.

use serde_json::Value;

use super::{OWN_WORDS, TEMPLATE, WELSH};
use crate::project::{Project, table};

const MINE: &str = "My own sister lost her home when the company sold it to strangers. 🏠";

/// Nine who sent the letter as it is, one who wrote a passage before it, and one alone.
fn letters() -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = (1..=9).map(|n| (format!("L{n}"), TEMPLATE.to_owned())).collect();
    rows.push(("L10".to_owned(), format!("{MINE} {TEMPLATE}")));
    rows.push(("L11".to_owned(), OWN_WORDS.to_owned()));
    rows
}

fn project(rows: &[(String, String)]) -> Project {
    let project = Project::new().theme("T1", &["home*"], &["cartref"]).theme("T2", &["dividends"], &["ddifidendau"]);
    keep(&project, rows);
    project
}

fn keep(project: &Project, rows: &[(String, String)]) {
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, why)| (id.as_str(), why.as_str())).collect();
    project.put("answers.csv", table(&rows));
    project.run();
}

fn decide(project: &Project, decision: &[&str]) -> String {
    project.asked(&[&["campaigns", "c"], decision, &["--by", "A. Coder"]].concat())
}

fn campaigns(project: &Project) -> Vec<Value> {
    project.json(&["campaigns", "c", "--json"])["campaigns"].as_array().expect("campaigns").clone()
}

/// All, without campaigns, each campaign once.
fn counts(project: &Project) -> [u64; 3] {
    ["question:1a", "question:1a/campaigns:without", "question:1a/campaigns:once"]
        .map(|figure| project.json(&["trace", "c", figure, "--json"])["total"].as_u64().expect("a total"))
}

#[test]
fn a_campaign_is_listed_with_its_template_and_counts() {
    let project = project(&letters());
    let listed = campaigns(&project);
    assert_eq!(listed.len(), 1);
    let expected = serde_json::json!({
        "id": 1, "state": "proposed", "counted": true, "name": "", "template": "R-00001", "question": "1a",
        "standard": 9, "varied": 1, "own": 1,
        "templates": [{ "response": "R-00001", "question": "1a", "language": "en", "standard": 9, "varied": 1, "own": 1 }],
    });
    assert_eq!(listed[0], expected);
    let page = project.asked(&["campaigns", "c"]);
    assert!(page.contains("1 · proposed · R-00001 · 1a · 10 responses: 9 standard, 1 varied · 1 with"), "{page}");
    let page = project.asked(&["campaigns", "c", "--lang", "cy"]);
    assert!(page.contains("1 · cynigiwyd · R-00001 · 1a · 10 o ymatebion"), "{page}");
    let none = Project::new().answers(&[("1", "Dim byd 🙂")]);
    none.run();
    assert!(none.asked(&["campaigns", "c"]).contains("No campaigns were found."));
}

#[test]
fn what_a_member_added_is_marked_and_tagged_as_the_members_own() {
    let project = project(&letters());
    let shown = project.asked(&["show", "c", "R-00010"]);
    let first = MINE.split_once(" 🏠").expect("an emoji").0;
    assert!(shown.contains(&format!("⟦{first}")) && shown.contains("⟧"), "{shown}");
    let answer = project.json(&["show", "c", "R-00010", "--json"])["answers"][0].clone();
    let (start, end) = (answer["own"][0]["start"].as_u64(), answer["own"][0]["end"].as_u64());
    let own = &answer["text"].as_str().expect("a text")[start.unwrap() as usize..end.unwrap() as usize];
    assert!(own.starts_with(first), "{own}");
    let of = |theme: &str, own: bool| {
        let tags = answer["tags"].as_array().expect("tags");
        tags.iter().filter(|tag| tag["theme"] == theme && tag["own"] == own).count()
    };
    assert_eq!((of("T1", true), of("T1", false), of("T2", true), of("T2", false)), (1, 1, 0, 1));
    let lines = project.asked(&["export", "c", "--what", "tags"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let own = |response: &str| lines.iter().filter(|tag| tag["response"] == response && tag["own"] == true).count();
    assert_eq!((own("R-00001"), own("R-00010")), (0, 1));
    assert!(own("R-00011") > 0, "whoever follows no template has only words of their own");
    let trace = |figure: &str| project.json(&["trace", "c", figure, "--json"])["total"].clone();
    assert_eq!(trace("theme:T1/campaign:1"), 10);
    assert_eq!(trace("theme:T1/campaign:1/words:own"), 1);
    assert_eq!(trace("campaign:1/words:own"), 1);
    let report = project.report("summary.en.md");
    assert!(report.contains("themes in members' own words"), "{report}");
    assert!(project.report("summary.cy.md").contains("yng ngeiriau'r aelodau eu hunain"));
}

#[test]
fn a_dismissed_campaign_changes_no_count_and_undo_brings_it_back() {
    let project = project(&letters());
    assert_eq!(counts(&project), [11, 1, 2]);
    decide(&project, &["accept", "1"]);
    assert_eq!(counts(&project), [11, 1, 2]);
    let said = decide(&project, &["dismiss", "1", "--note", "neighbours"]);
    assert!(said.contains("10 answers"), "{said}");
    assert_eq!(counts(&project), [11, 11, 11]);
    project.run();
    assert!(project.report("summary.en.md").contains("No campaigns were found"));
    let member = project.json(&["show", "c", "R-00001", "--json"])["answers"][0]["campaign"].clone();
    assert_eq!((&member["state"], &member["counted"]), (&"dismissed".into(), &false.into()));
    decide(&project, &["undo", "1"]);
    assert_eq!(campaigns(&project)[0]["state"], "accepted");
    assert_eq!(counts(&project), [11, 1, 2]);
    decide(&project, &["undo", "1"]);
    assert_eq!(campaigns(&project)[0]["state"], "proposed");
    assert_eq!(project.tried(&["campaigns", "c", "undo", "1", "--by", "A"]).status.code(), Some(2));
    let history = project.json(&["campaigns", "c", "--json"])["decisions"].clone();
    let verbs: Vec<&str> = history.as_array().unwrap().iter().map(|d| d["verb"].as_str().unwrap()).collect();
    assert_eq!(verbs, ["accept", "dismiss", "undo", "undo"], "nothing is ever taken away");
}

#[test]
fn campaigns_can_be_made_to_wait_for_a_person() {
    let project = project(&letters());
    let settings = project.root().join("corpus/c/consultation.toml");
    let text = std::fs::read_to_string(&settings).unwrap() + "[campaigns]\nundecided = \"wait\"\n";
    std::fs::write(&settings, text).unwrap();
    project.run();
    assert_eq!(counts(&project), [11, 11, 11]);
    decide(&project, &["accept", "1"]);
    assert_eq!(counts(&project), [11, 1, 2]);
}

#[test]
fn a_decision_finds_its_campaign_when_another_comes_first_and_another_wording_is_commonest() {
    let mut rows = letters();
    let project = project(&rows);
    decide(&project, &["dismiss", "1"]);
    decide(&project, &["name", "1", "Llythyr", "y", "Gynghrair"]);
    // A campaign that comes before it, and more people who send the letter with one word changed.
    let mut before: Vec<(String, String)> = (1..=10).map(|n| (format!("W{n}"), WELSH.to_owned())).collect();
    let changed = TEMPLATE.replace("Please make sure", "Please take care");
    rows.extend((20..40).map(|n| (format!("L{n}"), changed.clone())));
    before.extend(rows);
    keep(&project, &before);
    let listed = campaigns(&project);
    let told: Vec<(&str, &str)> =
        listed.iter().map(|c| (c["state"].as_str().unwrap(), c["name"].as_str().unwrap())).collect();
    assert!(told.contains(&("dismissed", "Llythyr y Gynghrair")) && told.contains(&("proposed", "")), "{told:?}");
    let dismissed = listed.iter().find(|c| c["state"] == "dismissed").unwrap();
    assert_eq!((&dismissed["standard"], &dismissed["varied"]), (&20.into(), &10.into()));
    assert_eq!(project.did()["campaigns"], 0, "nothing changed since");
}

#[test]
fn a_letter_in_two_languages_is_one_campaign_when_a_person_links_it() {
    let mut rows = letters();
    rows.extend((1..=10).map(|n| (format!("W{n}"), WELSH.to_owned())));
    let project = project(&rows);
    assert_eq!(counts(&project), [21, 1, 3]);
    decide(&project, &["link", "1", "2"]);
    let listed = campaigns(&project);
    assert_eq!((listed.len(), &listed[0]["standard"]), (1, &19.into()));
    let languages: Vec<&str> =
        listed[0]["templates"].as_array().unwrap().iter().map(|t| t["language"].as_str().unwrap()).collect();
    assert!(languages.contains(&"en") && languages.contains(&"cy"), "{languages:?}");
    assert_eq!(counts(&project), [21, 1, 2]);
    project.run();
    decide(&project, &["accept", "1"]);
    decide(&project, &["unlink", "1"]);
    assert_eq!(counts(&project), [21, 1, 3]);
    assert!(campaigns(&project).iter().all(|campaign| campaign["state"] == "accepted"));
    let wrong = project.tried(&["campaigns", "c", "link", "1", "--by", "A"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_response_can_be_taken_out_of_a_campaign_or_put_into_it() {
    let project = project(&letters());
    decide(&project, &["out", "1", "R-00010"]);
    assert_eq!(counts(&project), [11, 2, 3]);
    decide(&project, &["put", "1", "R-00011"]);
    assert_eq!(counts(&project), [11, 1, 2]);
    let listed = campaigns(&project);
    assert_eq!((&listed[0]["standard"], &listed[0]["varied"]), (&9.into(), &1.into()));
    // Taking out whoever stands for the campaign lets another stand for it.
    decide(&project, &["out", "1", "R-00001"]);
    assert_eq!(counts(&project), [11, 2, 3]);
    assert_eq!(campaigns(&project)[0]["template"], "R-00002");
    project.run();
    assert_eq!(counts(&project), [11, 2, 3]);
    decide(&project, &["undo", "1"]);
    assert_eq!(counts(&project), [11, 1, 2]);
    assert_eq!(project.tried(&["campaigns", "c", "out", "1", "R-99999", "--by", "A"]).status.code(), Some(2));
    assert_eq!(project.tried(&["campaigns", "c", "accept", "7", "--by", "A"]).status.code(), Some(2));
    assert_eq!(project.tried(&["campaigns", "c", "accept", "1"]).status.code(), Some(2), "somebody decides");
}
