//! What respondents allow: read from cells in their many wordings, changed by people with history, no unless given.

use crate::project::Project;

const HEAD: &str = "id,type,quote,publish,named,secret,why\n";

fn project(rows: &str) -> Project {
    Project::new()
        .setting("leads = [\"Sian Lead\"]")
        .theme("COST", &["cost"], &["gost"])
        .file("form.csv", format!("{HEAD}{rows}"))
}

fn consents(project: &Project, response: &str) -> serde_json::Value {
    project.json(&["show", "c", response, "--json"])["consents"].clone()
}

#[test]
fn a_contradictory_cell_counts_as_no_and_stands_in_the_ledger() {
    let project = project(
        "a,person,Yes / No,Yes,Yes,,The cost is far too high for us all here.\n\
         b,person,\"Ydw, ond ddim fy enw\",Ydw,Nac ydw,,Mae'r gost yn rhy uchel o lawer i ni i gyd.\n\
         c,person,Happy to be quoted,☑,x,,The cost is a burden 🙂 on everyone here now.\n\
         d,person,,,,,The cost is too much for a family like ours.\n",
    );
    project.run();
    assert_eq!(consents(&project, "R-00001")["quote"], false);
    assert_eq!(consents(&project, "R-00002")["quote"], false);
    assert_eq!(consents(&project, "R-00002")["publish"], true);
    assert_eq!(
        consents(&project, "R-00003"),
        serde_json::json!({"publish": true, "name": true, "quote": true, "contact": false})
    );
    assert_eq!(
        consents(&project, "R-00004"),
        serde_json::json!({"publish": false, "name": false, "quote": false, "contact": false})
    );
    let ledger = project.ledger();
    let problems = ledger["sources"][0]["problems"].as_array().unwrap();
    let contradictory: Vec<_> = problems
        .iter()
        .filter(|problem| problem["reason"].as_str().unwrap().contains("contradictory consent"))
        .collect();
    assert_eq!(contradictory.len(), 2, "{problems:?}");
    assert!(
        contradictory.iter().all(|problem| !problem["reason"].as_str().unwrap().contains("fy enw")),
        "no words of theirs"
    );
}

#[test]
fn a_yes_to_being_anonymous_keeps_the_name_back() {
    let rows = "a,body,Yes,Yes,Yes,Yes,The cost is far too high for us all here.\n\
                b,body,Yes,Yes,Yes,No,The cost is far too low for us all here.\n\
                c,body,Yes,Yes,Yes,,The cost is about right for us all here.\n\
                d,body,Yes,Yes,Yes,please do,The cost is all the same to us all here.\n";
    let kept = project(rows);
    let settings = kept.root().join("corpus/c/consultation.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    for (key, publish, quote) in [("anonymous", true, true), ("confidential", false, false)] {
        std::fs::write(&settings, text.replacen("may_quote =", &format!("{key} = [\"secret\"]\nmay_quote ="), 1))
            .unwrap();
        kept.run();
        let names: Vec<_> = (1..=4).map(|n| consents(&kept, &format!("R-{n:05}"))["name"].clone()).collect();
        assert_eq!(names, [false, true, true, false], "{key}");
        assert_eq!(
            (consents(&kept, "R-00001")["publish"].clone(), consents(&kept, "R-00001")["quote"].clone()),
            (publish.into(), quote.into())
        );
    }
}

#[test]
fn what_a_person_writes_down_outlives_a_later_reading_and_shows_with_its_history() {
    let project = project("a,person,Yes,Yes,No,,The cost is far too high for us all around here.\n");
    project.run();
    assert!(project.report("summary.en.md").contains("far too high for us all"), "quoted with consent");
    let no = ["consent", "c", "R-00001", "--quote", "no", "--by", "Ann", "--because", "asked by e-mail"];
    project.asked(&no);
    assert!(!project.report("summary.en.md").contains("far too high for us all"), "and not without, at once");
    let hit = project.json(&["search", "c", "cost", "--json"])["hits"][0].clone();
    assert_eq!(hit["quotable"], false, "the index knows");
    // The same file again, and the same file with another answer.
    for word in ["far too high", "much too high"] {
        let form = format!("{HEAD}a,person,Yes,Yes,No,,The cost is {word} for us all around here.\n");
        project.put("form.csv", form);
        project.run();
        assert_eq!(consents(&project, "R-00001")["quote"], false, "{word}");
    }
    assert_eq!(consents(&project, "R-00001")["publish"], true, "what nobody changed is as the file says");
    project.asked(&["consent", "c", "R-00001", "--quote", "yes", "--by", "Ben", "--because", "rang again"]);
    let shown = project.asked(&["show", "c", "R-00001"]);
    assert!(shown.contains("Ann") && shown.contains("asked by e-mail") && shown.contains("rang again"), "{shown}");
    let shown = project.asked(&["--lang", "cy", "show", "c", "R-00001"]);
    assert!(shown.contains("dyfynnu na chewch"), "{shown}");
    assert_eq!(consents(&project, "R-00001")["quote"], true);
    let nothing = project.tried(&["consent", "c", "R-00001", "--by", "Ann", "--because", "x"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert_eq!(
        project.tried(&["consent", "c", "R-00077", "--quote", "no", "--by", "A", "--because", "x"]).status.code(),
        Some(2)
    );
}
