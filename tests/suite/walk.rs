//! The whole walk, through the command line.

use std::time::Duration;

use crate::project::{Project, table};

fn small() -> Project {
    Project::new()
        .theme("COST", &["too expensive", "cost*"], &["rhy ddrud", "cost"])
        .theme("MOVE", &["move* ~3 home"], &["symud cartref"])
        .answers(&[
            ("1", "It is too expensive, and children may have to move from home."),
            ("2", "Mae'n rhy ddrud i'r cynghorau bach. 🙂"),
            ("3", ""),
            ("4", "I agree with all of it."),
        ])
}

#[test]
fn a_run_reads_tags_indexes_and_reports() {
    let project = small();
    let run = project.run();
    assert_eq!(run["ledger"]["received"], 4);
    assert_eq!(run["ledger"]["analysed"], 3);
    assert_eq!(run["ledger"]["set_aside"]["blank"], 1);
    assert_eq!(run["ledger"]["balanced"], true);
    let found = project.json(&["search", "c", "cynghorau", "--json"]);
    assert_eq!(found["hits"][0]["response"], "R-00002");
    let english = project.report("summary.en.html");
    let welsh = project.report("summary.cy.html");
    assert!(english.contains("lang=\"en\"") && english.contains("Theme COST"));
    assert!(welsh.contains("lang=\"cy\"") && welsh.contains("Thema COST"));
}

#[test]
fn a_second_run_does_nothing_and_says_so() {
    let project = small();
    project.run();
    let before = project.reports();
    assert!(project.did().values().all(|did| *did == 0), "{:?}", project.did());
    assert!(project.asked(&["run", "c"]).contains("Nothing had changed"));
    assert!(project.asked(&["run", "c", "--lang", "cy"]).contains("Nid oedd dim wedi newid"));
    assert_eq!(before, project.reports());
}

#[test]
fn one_new_response_costs_one_response() {
    let project = small();
    project.run();
    project.put(
        "answers.csv",
        table(&[
            ("1", "It is too expensive, and children may have to move from home."),
            ("2", "Mae'n rhy ddrud i'r cynghorau bach. 🙂"),
            ("3", ""),
            ("4", "I agree with all of it."),
            ("5", "The cost worries me."),
        ]),
    );
    let did = project.did();
    assert_eq!((did["ingest"], did["language"], did["tag"], did["index"]), (1, 1, 1, 1), "{did:?}");
}

#[test]
fn a_changed_frame_tags_again_without_reading_again() {
    let project = small();
    project.run();
    let project = project.new_frame().theme("AGREE", &["agree"], &["cytuno"]);
    let did = project.did();
    assert_eq!((did["ingest"], did["language"], did["tag"]), (0, 0, 3), "{did:?}");
    let traced = project.json(&["trace", "c", "question:1a/theme:AGREE", "--json"]);
    assert_eq!(traced["total"], 1);
    assert_eq!(traced["responses"][0]["answers"][0]["tags"][0]["words"], "agree");
}

#[test]
fn a_corrected_export_changes_what_changed_and_sets_aside_what_is_gone() {
    let project = small();
    project.run();
    project
        .put("answers.csv", table(&[("1", "It is too expensive."), ("2", "Mae'n rhy ddrud i'r cynghorau bach. 🙂")]));
    let run = project.run();
    assert_eq!(run["ledger"]["received"], 4);
    assert_eq!(run["ledger"]["set_aside"]["superseded"], 2);
    assert_eq!(run["ledger"]["balanced"], true);
    assert_eq!(project.json(&["search", "c", "children", "--json"])["total"], 0);
    project.put("answers.csv", table(&[("1", "It is too expensive."), ("4", "I agree with all of it.")]));
    let run = project.run();
    assert_eq!((&run["ledger"]["received"], &run["ledger"]["analysed"]), (&4.into(), &2.into()));
    assert_eq!(run["ledger"]["balanced"], true);
}

#[test]
fn a_number_in_the_report_leads_to_the_words_behind_it() {
    let project = small();
    project.run();
    let report = project.report("summary.en.html");
    let figure = "question:1a/theme:COST";
    assert!(report.contains(figure), "the report names its figures");
    let traced = project.json(&["trace", "c", figure, "--json"]);
    assert_eq!(traced["total"], 2);
    let words = traced["responses"][1]["answers"][0]["tags"][0].clone();
    assert_eq!(words["words"], "rhy ddrud");
    let text = traced["responses"][1]["answers"][0]["text"].as_str().unwrap();
    let (start, end) = (words["start"].as_u64().unwrap() as usize, words["end"].as_u64().unwrap() as usize);
    assert_eq!(&text[start..end], "rhy ddrud");
}

#[test]
fn what_people_decide_survives_a_new_frame() {
    let project = small();
    project.run();
    let decide = |verb: &str, theme: &str, words: &str| {
        let response = if theme == "MOVE" { "R-00002" } else { "R-00001" };
        let arguments =
            ["decide", "c", response, verb, theme, "--question", "1a", "--words", words, "--by", "A. Coder"];
        project.asked(&arguments);
    };
    decide("reject", "COST", "too expensive");
    decide("add", "MOVE", "cynghorau bach");
    project.run();
    let count = |figure: &str| project.json(&["trace", "c", figure, "--json"])["total"].clone();
    assert_eq!((count("theme:COST"), count("theme:MOVE")), (1.into(), 2.into()));
    let project =
        project.new_frame().theme("COST", &["expensive"], &["rhy ddrud"]).theme("MOVE", &["move*"], &["symud"]);
    project.run();
    let count = |figure: &str| project.json(&["trace", "c", figure, "--json"])["total"].clone();
    assert_eq!((count("theme:COST"), count("theme:MOVE")), (1.into(), 2.into()));
    assert!(project.asked(&["show", "c", "R-00002"]).contains("A. Coder"));
}

#[test]
fn the_same_input_gives_the_same_bytes_on_one_thread_and_on_two() {
    let reports = |threads: &str| {
        let project = small().answers(
            &(0..300)
                .map(|i| (i.to_string(), format!("Answer {i}: the cost is {}. Mae'n rhy ddrud i {i}.", i * 7)))
                .collect::<Vec<_>>()
                .iter()
                .map(|(id, why)| (id.as_str(), why.as_str()))
                .collect::<Vec<_>>(),
        );
        let status = project.command(&["run", "c"]).env("RAYON_NUM_THREADS", threads).output().unwrap().status;
        assert!(status.success());
        let tags = project.asked(&["export", "c", "--what", "tags"]);
        (project.reports(), tags)
    };
    let (one, two) = (reports("1"), reports("2"));
    assert!(one.1.lines().count() > 300);
    assert!(one == two);
}

#[test]
fn a_killed_run_is_completed_by_the_next() {
    let text = "The cost is too high and children may have to move away from home. Mae'n rhy ddrud i ni. ";
    let rows: Vec<(String, String)> = (0..4000).map(|i| (i.to_string(), format!("{}{i}", text.repeat(4)))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, why)| (id.as_str(), why.as_str())).collect();
    let project = small().answers(&rows);
    // Moments spread over the length of a whole run on a slow machine; a run that was quicker is simply done.
    for ms in [5, 40, 90, 160, 250, 370, 520, 700, 950, 1300] {
        let mut child = project.command(&["run", "c"]).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(ms));
        drop(child.kill());
        child.wait().unwrap();
    }
    let run = project.run();
    assert_eq!(run["ledger"]["balanced"], true);
    assert_eq!(run["ledger"]["analysed"], 4000);
    let straight = small().answers(&rows);
    straight.run();
    assert!(project.reports() == straight.reports(), "the reports are those of a run that was left in peace");
    assert_eq!(project.json(&["search", "c", "cost", "--json", "--limit", "1"])["total"], 4000);
}

#[test]
fn two_runs_at_once_take_turns() {
    let project = small();
    let children: Vec<_> =
        (0..3).map(|_| project.command(&["run", "c"]).stdout(std::process::Stdio::null()).spawn().unwrap()).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(project.ledger()["balanced"], true);
}

#[test]
fn the_same_submission_twice_counts_once() {
    let project = Project::new().file(
        "answers.csv",
        "id,name,organisation,why,type,quote\n\
         1,Nia Enghraifft,,Mae'n rhy gyflym,person,Yes\n\
         2,Nia Enghraifft,,Mae'n rhy gyflym,person,Yes\n\
         3,Nia Enghraifft,,Something else,person,Yes\n\
         4,,Cyngor Dychmygol,We agree,body,Yes\n\
         5,,cyngor  dychmygol,We agree with conditions,body,Yes\n",
    );
    let run = project.run();
    assert_eq!((&run["ledger"]["analysed"], &run["ledger"]["merged"]), (&3.into(), &2.into()));
    let shown = project.asked(&["show", "c", "R-00005"]);
    assert!(shown.contains("R-00004") && shown.contains("We agree with conditions"), "{shown}");
}

#[test]
fn a_copied_letter_is_a_campaign_and_counts_three_ways() {
    let letter = "I urge the government to think again about these proposals because they would close many good homes \
                  for children across the country, and nobody has shown where those children would go to live instead. Please listen to the people who \
                  run these homes before it is too late.";
    let mut rows: Vec<(String, String)> = (1..=6).map(|i| (i.to_string(), letter.to_owned())).collect();
    rows[3].1.push_str(" My own street has such a home and it is lovely.");
    rows.push(("7".to_owned(), "Something quite different, in my own words.".to_owned()));
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, why)| (id.as_str(), why.as_str())).collect();
    let project = Project::new().theme("T", &["homes"], &["cartrefi"]).answers(&rows);
    assert_eq!(project.run()["campaigns"], 1);
    let count = |figure: &str| project.json(&["trace", "c", figure, "--json"])["total"].clone();
    assert_eq!(count("question:1a"), 7);
    assert_eq!(count("question:1a/campaigns:without"), 1);
    assert_eq!(count("question:1a/campaigns:once"), 2);
}

#[test]
fn words_that_may_not_be_quoted_are_in_no_report() {
    let project = Project::new().theme("T", &["secret*"], &["cyfrinach"]).file(
        "answers.csv",
        "id,why,type,quote\n1,A secretwordone that I share gladly.,person,Yes\n2,A secretwordtwo that I keep.,person,No\n\
         3,A secretwordthree that nobody asked about.,person,\n",
    );
    project.run();
    let all: String = ["summary.en.html", "summary.cy.html", "summary.en.md", "summary.cy.md"]
        .iter()
        .map(|name| project.report(name))
        .collect();
    assert!(all.contains("secretwordone"));
    assert!(!all.contains("secretwordtwo") && !all.contains("secretwordthree"));
}

#[test]
fn events_are_tagged_and_never_counted() {
    let project = small().file(
        "summit.md",
        "+++\ntitle = { en = \"Summit\", cy = \"Uwchgynhadledd\" }\ndate = 2023-10-22\nplace = \"Hall\"\n\
         audience = { en = \"young people\", cy = \"pobl ifanc\" }\npeople = [{ group = \"aged 9 to 14\", people = 12 }]\n+++\n\
         - The cost is not our worry.\n- Mae'n rhy ddrud.\n",
    );
    let run = project.run();
    assert_eq!(run["ledger"]["received"], 4);
    let report = project.report("summary.en.html");
    assert!(report.contains("Summit") && report.contains("aged 9 to 14"));
    assert_eq!(project.json(&["trace", "c", "theme:COST", "--json"])["total"], 2);
    assert_eq!(project.json(&["search", "c", "worry", "--json"])["hits"][0]["response"], "E-01");
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_output_quietly() {
    let long = "Mae'r cartref yn bwysig 🙂. ".repeat(400);
    let rows: Vec<(String, &str)> = (0..40).map(|n| (n.to_string(), long.as_str())).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, why)| (id.as_str(), *why)).collect();
    let project = Project::new().answers(&rows).theme("T1", &["home"], &["cartref"]);
    project.run();
    for format in ["jsonl", "csv"] {
        let mut command = project.command(&["export", "c", "--what", "responses", "--format", format]);
        let mut child =
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
        let mut first = [0; 20];
        std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut first).unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{format}");
        assert!(ended.status.success(), "{format}");
    }
}
