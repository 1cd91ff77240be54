//! Letters, messages and notes of events as files in a folder, and what the program makes of them.

use serde_json::Value;

use crate::project::Project;

/// Question and text of each answer of a response.
fn answers(project: &Project, response: &str) -> Vec<(String, String)> {
    let shown = project.json(&["show", "c", response, "--json"]);
    let one =
        |answer: &Value| (answer["question"].as_str().unwrap().to_owned(), answer["text"].as_str().unwrap().to_owned());
    shown["answers"].as_array().unwrap().iter().map(one).collect()
}

fn are(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(question, text)| ((*question).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_letter_in_either_language_is_split_by_number_and_by_wording() {
    let project = Project::new()
        .file(
            "a.txt",
            "Dear all,\n\nQuestion 1\nYes\n\nWhy?\nBecause it is right. 🙂\n\nAnything else?\nNo thank you to that.\n",
        )
        .file("b.txt", "Cwestiwn 1a\nMae'n rhy ddrud i'r tŷ.\n\nUnrhyw beth arall?\nOes: yr w\u{302}yn.\n");
    assert_eq!(project.run()["ledger"]["balanced"], true);
    let first = answers(&project, "R-00001");
    assert!(first.contains(&("1a".to_owned(), "Because it is right. 🙂".to_owned())), "{first:?}");
    assert!(first.contains(&("2".to_owned(), "No thank you to that.".to_owned())), "{first:?}");
    assert_eq!(answers(&project, "R-00002"), are(&[("1a", "Mae'n rhy ddrud i'r tŷ."), ("2", "Oes: yr w\u{302}yn.")]));
}

#[test]
fn a_tick_in_a_form_of_lines_is_counted_and_its_reasons_are_read() {
    let project = Project::new().file(
        "form.txt",
        "Enw: Nia Ffug\nSefydliad: Corff Dychmygol\n\nQuestion 1: Do you agree?\n[ ] Yes\n[x] No\nWhy?\nIt costs too much.\n",
    );
    project.run();
    assert_eq!(project.json(&["trace", "c", "question:1/option:no", "--json"])["total"], 1);
    assert_eq!(project.json(&["trace", "c", "question:1/option:yes", "--json"])["total"], 0);
    let all = answers(&project, "R-00001");
    assert!(all.contains(&("1a".to_owned(), "It costs too much.".to_owned())), "{all:?}");
    assert!(all.contains(&("whole".to_owned(), "Enw: Nia Ffug\nSefydliad: Corff Dychmygol".to_owned())), "{all:?}");
}

#[test]
fn a_form_without_any_words_of_its_own_is_blank() {
    let project = Project::new().file("form.txt", "Question 2: Anything else?\n").file("empty.txt", "\n \n");
    let run = project.run();
    assert_eq!(run["ledger"]["set_aside"]["blank"], 2);
}

#[test]
fn notes_with_a_plain_header_are_an_event_and_no_response() {
    let project = Project::new().answers(&[("1", "words enough")]).file(
        "noson.md",
        "# Noson y gofalwyr\n\nDyddiad: 14 Medi 2022\nLleoliad: Neuadd Bach\nPobl: 12 o ofalwyr; 3 o weithwyr\n\n## Symud\n- Mae symud yn anodd. 🙂\n",
    );
    let run = project.run();
    assert_eq!((&run["ledger"]["analysed"], &run["ledger"]["balanced"]), (&1.into(), &true.into()));
    let report = project.report("summary.cy.md");
    assert!(report.contains("Noson y gofalwyr") && report.contains("15"), "{report}");
}

#[test]
fn notes_without_a_header_say_what_to_write() {
    let project = Project::new().answers(&[("1", "words enough")]).file("notes.md", "- A note.\n");
    assert_eq!(project.run_in_trouble()["ledger"]["set_aside"]["unreadable"], 1);
    let said = project.ledger().to_string();
    assert!(said.contains("Title:") && said.contains("People:"), "{said}");
}
