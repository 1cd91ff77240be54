//! `new`: settings drafted from the exports of survey platforms, each a small file written to the platform's layout.

use std::path::PathBuf;

use serde_json::Value;

use crate::project::Project;

/// A project with files beside it, to draft from.
struct Files {
    project: Project,
    paths: Vec<PathBuf>,
}

impl Files {
    fn new() -> Self {
        Files { project: Project::new(), paths: Vec::new() }
    }

    fn file(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let folder = self.project.root().join("exports");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, content).unwrap();
        self.paths.push(path);
        self
    }

    fn arguments(&self) -> Vec<&str> {
        let mut arguments = vec!["new", "drafted", "--from"];
        arguments.extend(self.paths.iter().map(|path| path.to_str().unwrap()));
        arguments
    }

    /// What was said of the files, and the settings that were drafted.
    fn drafted(&self) -> (String, toml::Table) {
        let said = self.project.asked(&self.arguments());
        let text = std::fs::read_to_string(self.project.root().join("corpus/drafted/consultation.toml")).unwrap();
        (said, text.parse().unwrap())
    }

    /// The ledger of a run with the settings as they were drafted.
    fn run(&self) -> Value {
        self.project.asked(&self.arguments());
        self.project.json(&["run", "drafted", "--json"])["consultations"][0]["ledger"].clone()
    }
}

fn source(settings: &toml::Table) -> &toml::Table {
    settings["source"].as_array().unwrap()[0].as_table().unwrap()
}

/// Ids and kinds of the questions.
fn questions(settings: &toml::Table) -> Vec<(&str, &str)> {
    let all = settings["question"].as_array().unwrap();
    all.iter()
        .map(|question| {
            let kind = question.get("kind").and_then(toml::Value::as_str).unwrap_or("open");
            (question["id"].as_str().unwrap(), kind)
        })
        .collect()
}

#[test]
fn an_export_of_microsoft_forms_runs_as_it_is() {
    let mut table = String::from(
        "\u{feff}ID,Start time,Completion time,Email,Name,Do you agree with the plan?,Please explain,Which do you use?,Please explain2\n",
    );
    for i in 0..8 {
        let (tick, uses) = if i % 2 == 0 { ("Agree", "Bws;Trên;") } else { ("Disagree", "Trên;") };
        table.push_str(&format!(
            "{i},10/1/22 10:00:00,10/1/22 10:05:0{i},anonymous,,{tick},Reason {i} is mine alone 🙂,{uses},Ŵyn a {i} pheth arall\n"
        ));
    }
    let files = Files::new().file("form.csv", &table);
    let ledger = files.run();
    assert_eq!((&ledger["analysed"], &ledger["balanced"]), (&8.into(), &true.into()));
    let (_, settings) = Files::new().file("form.csv", table).drafted();
    assert_eq!(questions(&settings), [("1", "closed"), ("1a", "open"), ("2", "multiple"), ("2a", "open")]);
    assert_eq!(settings["question"].as_array().unwrap()[3]["explains"].as_str(), Some("2"));
    assert!(source(&settings).get("email").is_none(), "everyone is anonymous");
}

#[test]
fn an_export_of_google_forms_keeps_its_time_and_its_grid() {
    let table = "Timestamp,Beth yw eich barn?,How useful is it? [Map],How useful is it? [Plan]\n\
                 2022/10/01 10:00:00 am GMT,Rwy'n hoffi'r syniad,Useful,Very useful\n\
                 2022/10/02 10:00:00 am GMT,🙂,Not useful,Useful\n";
    let (said, settings) = Files::new().file("form.csv", table).drafted();
    assert!(said.contains("Google Forms"), "{said}");
    assert_eq!(questions(&settings), [("1", "open"), ("2", "closed"), ("3", "closed")]);
    assert_eq!(source(&settings)["received"].as_str(), Some("Timestamp"));
}

#[test]
fn citizen_space_gives_its_private_id_and_leaves_analysts_columns_out() {
    let mut table = String::from(
        "Response ID,Unique ID,Submitted date,What is your name? - Name,1: Do you agree? - Radio button,1: Do you agree? - Please say why,1: Do you agree? - Analyst notes\n",
    );
    for i in 0..6 {
        table.push_str(&format!("ANON-AB1{i}-ZZZ9-{i},{i}77,2022-10-0{},,Yes,Because reason {i} matters ŵ,x\n", i + 1));
    }
    let (said, settings) = Files::new().file("form.csv", table).drafted();
    assert!(said.contains("Citizen Space"), "{said}");
    assert_eq!(source(&settings)["id"].as_str(), Some("Response ID"));
    assert_eq!(source(&settings)["name"].as_array().unwrap().len(), 1);
    assert_eq!(questions(&settings), [("1", "closed"), ("1a", "open")]);
}

#[test]
fn a_docket_sets_its_own_notice_aside() {
    let table = "Document ID,Agency ID,Docket ID,Tracking Number,Document Type,Received Date,Is Withdrawn?,First Name,Comment\n\
                 D-1,X,X-1,,Notice,2025-05-15T00:00Z,false,,Notice of what is proposed\n\
                 D-2,X,X-1,a-b,Public Submission,2025-05-16T00:00Z,false,Ann,I think that it is too fast 🙂\n\
                 D-3,X,X-1,a-c,Public Submission,2025-05-17T00:00Z,true,Ben,Mae'n rhy gyflym o lawer\n";
    let ledger = Files::new().file("docket.csv", table).run();
    assert_eq!((&ledger["analysed"], &ledger["received"]), (&1.into(), &3.into()));
    assert_eq!(ledger["set_aside"]["not_a_response"], 1);
    assert_eq!(ledger["set_aside"]["withdrawn"], 1);
}

#[test]
fn comments_of_polis_are_responses() {
    let table = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
                 1664618400000,2022-10-01,0,1,5,1,1,Mwy o fysiau yn y wlad 🙂\n\
                 1664618400001,2022-10-02,1,1,2,3,-1,something that was turned down\n";
    let ledger = Files::new().file("comments.csv", table).run();
    assert_eq!((&ledger["analysed"], &ledger["set_aside"]["not_a_response"]), (&1.into(), &1.into()));
}

#[test]
fn split_options_of_qualtrics_name_themselves() {
    let table = "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,Q1_1,Q1_2,Q1_2_TEXT,Q2\n\
                 Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Which? - Selected Choice - Bws,Which? - Selected Choice - Other,Which? - Other - Text,Why do you?\n\
                 2022-10-01,2022-10-01,0,100,9,1,2022-10-01,R_1,Bws,,,Achos 🙂\n\
                 2022-10-01,2022-10-01,0,100,9,1,2022-10-01,R_2,,Other,Tacsi,\n";
    let (said, settings) = Files::new().file("q.csv", table).drafted();
    assert!(said.contains("Qualtrics") && said.contains("2 rows looked at"), "{said}");
    assert_eq!(questions(&settings), [("1", "multiple"), ("1a", "open"), ("2", "open")]);
    let columns = source(&settings)["answers"]["1"].as_array().unwrap();
    assert_eq!(columns.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>(), ["Q1_1", "Q1_2"]);
}

#[test]
fn what_holds_no_answers_is_left_out_and_said() {
    let figures = "topic,Biniau\nurl,https://example.org/1\nvoters,12\nvoters-in-conv,12\ncommenters,7\ncomments,9\n";
    let (said, _) = Files::new()
        .file("summary.csv", figures)
        .file("form.csv", "id,Comments\n1,Mae'n rhy ddrud o lawer\n2,🙂\n")
        .file("letter.txt", "Annwyl bawb")
        .drafted();
    assert!(said.contains("summary.csv: left out"), "{said}");
    assert!(said.contains("1 documents (*.txt)"), "{said}");
    let output = Files::new().file("summary.csv", figures);
    let output = output.project.tried(&output.arguments());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("none of its 2 columns"));
}

#[test]
fn a_drafted_consultation_keeps_people_out_of_its_questions() {
    let mut table = String::from(
        "Ref,Enw,E-bost,Rhywedd,A gawn ni gyhoeddi eich ymateb?,Hoffwn i fy ymateb fod yn gyfrinachol,Sylwadau\n",
    );
    for i in 0..6 {
        table.push_str(&format!("T-{i},Nia {i},n{i}@example.org,Menyw,Cewch,Ie,Sylw rhif {i} am y cynllun hwn\n"));
    }
    let (said, settings) = Files::new().file("ffurflen.csv", table).drafted();
    let source = source(&settings);
    assert_eq!(source["may_publish"].as_str(), Some("A gawn ni gyhoeddi eich ymateb?"));
    assert!(source.get("may_quote").is_none() && said.contains("mapped to none"), "{said}");
    assert_eq!(source["email"].as_str(), Some("E-bost"));
    assert_eq!(questions(&settings), [("gender", "closed"), ("1", "open")]);
    assert_eq!(settings["question"].as_array().unwrap()[0]["about_you"].as_bool(), Some(true));
}
