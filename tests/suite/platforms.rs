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

#[test]
fn a_second_row_of_the_header_is_no_response() {
    let mut table = String::from(
        "Response ID,Submitted Date,Do you agree with the plan?,,Which matter most?,,,Should it go on?,\n,,Radio button,Please give your reasons,Cost,Access,Other (please specify),Yes,No\n",
    );
    for i in 0..8 {
        let (agrees, ticks) = if i % 2 == 0 { ("Yes", "Cost,,,x,") } else { ("No", ",Access,Sŵn yn y nos,,x") };
        table.push_str(&format!("ANON-AB1{i}-ZZZ9-{i},2022-10-0{},{agrees},Rheswm {i} yw hwn 🙂,{ticks}\n", i + 1));
    }
    let files = Files::new().file("form.csv", &table);
    let ledger = files.run();
    assert_eq!((&ledger["received"], &ledger["analysed"]), (&8.into(), &8.into()), "{ledger}");
    let (said, settings) = Files::new().file("form.csv", table).drafted();
    assert!(said.contains("Citizen Space"), "{said}");
    let kinds = [("1", "closed"), ("1a", "open"), ("2", "multiple"), ("2a", "open"), ("3", "closed")];
    assert_eq!(questions(&settings), kinds);
    let reasons = &settings["question"].as_array().unwrap()[1];
    assert_eq!((reasons["explains"].as_str(), reasons["proposal"].as_bool()), (Some("1"), Some(true)));
    assert_eq!(ledger["questions"][4]["answered"], 8, "{ledger}");
}

#[test]
fn surveymonkey_writes_the_month_first_and_keeps_what_is_written_beside_its_lists() {
    let mut table = String::from(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Are you answering as:,,Do you agree?,What is your ethnic group?,,What is your postcode?\n\
         ,,,,,Response,Other (please specify),Response,Response,Other (please specify),Open-Ended Response\n",
    );
    for i in 1..=8 {
        let who = if i == 3 { ",Cerddwr cŵn" } else { "Resident," };
        let group = if i == 5 { ",Cernyweg 🙂" } else { "White," };
        table.push_str(&format!(
            "1180{i},4,10/0{i}/2022 09:00:00 AM,10/0{i}/2022 09:10:00 AM,,{who},Yes,{group},SA1 {i}AA\n"
        ));
    }
    let files = Files::new().file("form.csv", table);
    let (said, settings) = files.drafted();
    assert!(said.contains("SurveyMonkey"), "{said}");
    assert_eq!(source(&settings)["dates"].as_str(), Some("month-first"));
    let all: Vec<(&str, bool)> = settings["question"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| (question["id"].as_str().unwrap(), question.get("about_you").is_some()))
        .collect();
    assert_eq!(all, [("about-you", true), ("1", false), ("ethnicity", true), ("ethnicity-other", true)]);
    files.project.asked(&["run", "drafted"]);
    let shown = files.project.json(&["show", "drafted", "R-00002", "--json"]);
    assert_eq!(shown["received"].as_str(), Some("2022-10-02"), "{shown}");
}

#[test]
fn options_behind_their_question_are_one_question_with_several_options() {
    let mut table = String::from(
        "UserID,UserNo,Started,Ended,Tracking Link,1. Do you agree?,1. Do you agree? Other (please specify):,2. Which do you use? Bus,2. Which do you use? Trên,3. Why?\n",
    );
    for i in 1..=9 {
        let (agrees, other, bus) = if i == 3 { ("", "Efallai 🙂", "Bus") } else { ("Yes", "", "") };
        table.push_str(&format!(
            "98{i},{i},0{i}/10/2022 10:00,0{i}/10/2022 10:10,Web,{agrees},{other},{bus},Trên,My reason {i} is this\n"
        ));
    }
    let (said, settings) = Files::new().file("form.csv", table).drafted();
    assert!(said.contains("SmartSurvey"), "{said}");
    assert_eq!(questions(&settings), [("1", "closed"), ("1a", "open"), ("2", "multiple"), ("3", "open")]);
    assert!(source(&settings).get("dates").is_none(), "its dates have the day first");
}

#[test]
fn the_interface_of_regulations_gov_is_known_by_its_fields() {
    let record = |i: usize| {
        format!(
            r#"{{"id":"X-1-{i}","type":"comments","attributes":{{"comment":"Mae'n rhy gyflym {i} 🙂","organization":null,"firstName":"Ann","lastName":"B","postedDate":"2024-02-0{i}T05:00:00Z","receiveDate":"2024-02-0{i}T05:00:00Z","trackingNbr":"l{i}","withdrawn":{},"docketId":"X-1"}}}}"#,
            i == 3
        )
    };
    let page = format!(r#"{{"data":[{}]}}"#, (1..6).map(record).collect::<Vec<_>>().join(","));
    let files = Files::new().file("page.json", page);
    let ledger = files.run();
    assert_eq!((&ledger["analysed"], &ledger["set_aside"]["withdrawn"]), (&4.into(), &1.into()), "{ledger}");
    let text = std::fs::read_to_string(files.project.root().join("corpus/drafted/consultation.toml")).unwrap();
    let settings: toml::Table = text.parse().unwrap();
    assert_eq!(source(&settings)["received"].as_str(), Some("receiveDate"));
    assert!(source(&settings).get("type").is_none(), "the type of a record is no type of respondent");
}

#[test]
fn headers_and_options_in_two_languages_are_read_in_either() {
    let mut table =
        String::from("Reference / Cyfeirnod,Language / Iaith,1. Do you agree? / Ydych chi'n cytuno?,1a. Why? / Pam?\n");
    for i in 1..=8 {
        let (tick, why) =
            if i % 2 == 0 { ("Yes / Ydw", "Achos mae'r dŵr yn oer") } else { ("No / Nac ydw", "Because 🙂") };
        table.push_str(&format!("AB0{i},Cymraeg,{tick},{why} {i}\n"));
    }
    let files = Files::new().file("form.csv", table);
    let (_, settings) = files.drafted();
    let of = source(&settings);
    assert_eq!(of["id"].as_str(), Some("Reference / Cyfeirnod"));
    assert_eq!(of["language"].as_str(), Some("Language / Iaith"));
    let first = settings["question"].as_array().unwrap()[0].as_table().unwrap();
    assert_eq!((first["proposal"].as_bool(), first["option"].as_array().unwrap().len()), (Some(true), 2));
    let run = files.project.json(&["run", "drafted", "--json"]);
    assert_eq!(run["consultations"][0]["ledger"]["questions"][0]["answered"], 8);
}

#[test]
fn a_comma_within_an_option_parts_nothing() {
    let options = ["Bws, coets neu dram", "Car", "Beic, sgwter neu gerdded", "Trên 🙂"];
    let mut table = String::from("Timestamp,Sut ydych chi'n teithio?,Unrhyw beth arall?\n");
    for i in 0..12_usize {
        let ticked: Vec<&str> = (0..4).filter(|at| (i + at) % 3 != 0).map(|at| options[at]).collect();
        table.push_str(&format!("2022/10/{:02} 10:00:00 am GMT,\"{}\",\n", i + 1, ticked.join(", ")));
    }
    let files = Files::new().file("form.csv", table);
    let (_, settings) = files.drafted();
    let labels: Vec<&str> = settings["question"].as_array().unwrap()[0]["option"]
        .as_array()
        .unwrap()
        .iter()
        .map(|option| option["label"]["en"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["Beic, sgwter neu gerdded", "Bws, coets neu dram", "Car", "Trên 🙂"]);
    files.project.asked(&["run", "drafted"]);
    let shown = files.project.json(&["show", "drafted", "R-00001", "--json"]);
    assert_eq!(shown["answers"][0]["chosen"].as_array().map(Vec::len), Some(2), "{shown}");
}

#[test]
fn votes_and_figures_of_polis_are_set_aside_and_its_comments_are_responses() {
    let ledger = Files::new()
        .file("comments.csv", "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,2022-10-01,0,1,5,1,1,Mwy o fysiau 🙂\n")
        .file("votes.csv", "timestamp,datetime,comment-id,voter-id,vote\n1,2022-10-01,0,1,1\n2,2022-10-01,0,2,-1\n")
        .run();
    assert_eq!((&ledger["analysed"], &ledger["set_aside"]["not_a_response"]), (&1.into(), &1.into()), "{ledger}");
    assert!(ledger["set_aside"].get("unreadable").is_none());
}

#[test]
fn the_same_reason_by_many_is_still_their_own_words() {
    let mut table = String::from(
        "Response ID,1. How important is it?,1a. Please explain why you rated it so,2. How should we handle your response?\n",
    );
    for i in 0..20 {
        let why =
            ["It should have come years ago.", "Dylai fod wedi dod flynyddoedd yn ôl.", "We need it here now 🙂."]
                [i % 3];
        table.push_str(&format!(
            "{i},{},{why},{}\n",
            ["High", "Low"][i % 2],
            ["Publish with name", "Publish anonymously"][i % 2]
        ));
    }
    let (_, settings) = Files::new().file("form.csv", table).drafted();
    assert_eq!(questions(&settings), [("1", "closed"), ("1a", "open")]);
}
