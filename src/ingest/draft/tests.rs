use proptest::prelude::*;

use super::*;
use crate::corpus::{Settings, settings};
use crate::model::{QuestionKind, SetAside, Stance};

/// Drafts from tables given as text, and reads the draft as settings.
fn drafted(tables: &[(&str, String)]) -> Result<(Settings, String), DraftError> {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (name, text) in tables {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        paths.push(path);
    }
    let draft = draft("c", &originals(&paths)?, std::path::Path::new(""))?;
    let path = folder.path().join("consultation.toml");
    std::fs::write(&path, &draft.settings).unwrap();
    let read = settings::read(&path, "c").unwrap_or_else(|error| panic!("{error}\n{}", draft.settings));
    Ok((read, draft.settings))
}

/// Settings without the question that every consultation has for letters.
fn of(table: &str) -> (Settings, String) {
    without_letters(drafted(&[("form.csv", table.to_owned())]).unwrap())
}

fn without_letters((mut settings, text): (Settings, String)) -> (Settings, String) {
    settings.consultation.questions.retain(|question| question.id != settings::WHOLE);
    (settings, text)
}

#[test]
fn a_scale_stands_in_its_natural_order_with_its_stance_and_welsh() {
    let (settings, _) = of(
        "id,1. Do you agree with the proposal?,2. Please say why\n1,Agree,Because of cost\n2,Strongly disagree,🙂\n3,Neither agree nor disagree,\n4,Cytuno'n gryf,Achos y gost\n5,Agree,No reason at all\n",
    );
    let [closed, why] = settings.consultation.questions.as_slice() else { panic!("two questions") };
    let codes: Vec<&str> = closed.options.iter().map(|option| option.code.as_str()).collect();
    assert_eq!(
        codes,
        ["strongly-agree", "agree", "neither", "disagree", "strongly-disagree"],
        "nobody ticked one of them"
    );
    assert_eq!(closed.options[4].stance, Some(Stance::Oppose));
    assert_eq!(closed.options[1].label.cy, "Cytuno");
    assert!(closed.proposal && why.proposal);
    assert_eq!(why.explains.as_deref(), Some("1"));
}

#[test]
fn a_yes_to_confidence_is_never_a_consent() {
    for header in [
        "I want my response to be anonymous",
        "Please keep my response confidential",
        "Do not publish my response",
        "Tick if you do not wish your name to be published",
        "Rwyf am i fy ymateb fod yn ddienw",
        "Peidiwch â chyhoeddi fy ymateb: cyfrinachol",
    ] {
        let (settings, text) =
            of(&format!("id,{header},Comments\n1,Yes,one thought here\n2,No,another thought there\n"));
        let source = &settings.sources[0];
        let found = [&source.may_publish, &source.may_name, &source.may_quote, &source.may_contact];
        assert!(found.iter().all(|column| column.is_none()), "{header}\n{text}");
        let is_kept_back = !source.anonymous.is_empty() || !source.confidential.is_empty();
        assert!(is_kept_back || text.contains("No consent was read"), "{header}\n{text}");
    }
    let (settings, _) = of(
        "id,May we publish your response?,Gawn ni ddyfynnu eich ymateb?,May we contact you?,Are you happy to be named?,Comments\n1,Yes,Cewch,No,Yes,one thought here\n2,No,Na chewch,Yes,No,another thought\n",
    );
    let source = &settings.sources[0];
    assert_eq!(source.may_publish.as_deref(), Some("May we publish your response?"));
    assert_eq!(source.may_quote.as_deref(), Some("Gawn ni ddyfynnu eich ymateb?"));
    assert_eq!(source.may_contact.as_deref(), Some("May we contact you?"));
    assert_eq!(source.may_name.as_deref(), Some("Are you happy to be named?"));
}

#[test]
fn an_opinion_about_publishing_is_no_consent() {
    let (settings, _) =
        of("id,1. Do you agree that councils should publish inspection reports?\n1,Yes\n2,No\n3,Yes\n4,Yes\n");
    assert_eq!(settings.sources[0].may_publish, None);
    assert_eq!(settings.consultation.questions[0].kind, QuestionKind::Closed);
}

#[test]
fn options_in_columns_of_their_own_are_one_question() {
    let (settings, text) = of(
        "Respondent ID,Collector ID,Start Date,End Date,Which do you use?,,,Why?\n,,,,Bus,Trên,Other (please specify),Open-Ended Response\n1,7,10/01/2022,10/01/2022,Bus,,,Because it comes\n2,7,10/01/2022,10/01/2022,Bus,Trên,Tacsi 🙂,No reason\n",
    );
    let questions = &settings.consultation.questions;
    assert_eq!(questions[0].kind, QuestionKind::Multiple, "{text}");
    assert_eq!(
        settings.sources[0].answers[&questions[0].id].0,
        ["Which do you use? - Bus", "Which do you use? - Trên"]
    );
    assert!(questions[0].choice("Which do you use? - Trên").is_some());
    assert_eq!(questions[1].explains.as_deref(), Some(questions[0].id.as_str()));
    assert_eq!(questions.len(), 3, "{text}");
}

#[test]
fn rows_of_a_grid_are_a_question_each() {
    let (settings, text) =
        of("id,How useful are these? [Map],How useful are these? [Plan]\n1,Useful,Very useful\n2,Not useful,Useful\n");
    let questions = &settings.consultation.questions;
    assert_eq!(questions.len(), 2, "{text}");
    assert_eq!(questions[1].text.en, "How useful are these?: Plan");
    assert!(questions.iter().all(|question| question.kind == QuestionKind::Closed));
}

#[test]
fn questions_about_people_are_told_from_questions_about_policy() {
    let (settings, text) = of(
        "id,Gender,Beth yw eich oed?,What effect would the proposal have on disability?\n1,Woman,16-24,It would help many people I know\n2,Man,25-34,It would hurt more than it helped us\n3,Prefer not to say,16-24,Dim\n4,Woman,16-24,🙂\n",
    );
    let about: Vec<bool> = settings.consultation.questions.iter().map(|question| question.about_you).collect();
    assert_eq!(about, [true, true, false], "{text}");
    assert_eq!(settings.consultation.questions[0].id, "gender");
}

#[test]
fn kinds_of_respondent_and_areas_are_listed_in_both_languages() {
    let (settings, _) = of(
        "id,Are you responding as an individual or an organisation?,Which local authority do you live in?,Comments\n1,Individual,Cardiff,some words here\n2,Organisation,Ynys Môn,other words there\n3,Housing association,Cardiff,\n",
    );
    let types = &settings.consultation.types;
    let flags: Vec<(&str, bool)> = types.iter().map(|kind| (kind.code.as_str(), kind.organisation)).collect();
    assert_eq!(flags, [("housing-association", true), ("individual", false), ("organisation", true)]);
    assert_eq!(types[1].label.cy, "unigolyn");
    assert_eq!(settings.consultation.areas[0].cy, "Caerdydd");
    assert_eq!(settings.consultation.areas[1].en, "Isle of Anglesey");
}

#[test]
fn an_english_and_a_welsh_form_ask_the_same_questions() {
    let english = "Response ID,Do you agree with the changes that we propose?,What else would you like to tell us about them?\nA,Yes,They are good for the children\nB,No,They are not\n";
    let welsh = "Rhif yr ymateb,A ydych yn cytuno â'r newidiadau yr ydym yn eu cynnig?,Beth arall yr hoffech ei ddweud wrthym amdanynt?\nC,Ydw,Maent yn dda i'r plant\nCh,Nac ydw,Nid ydynt\n";
    let (settings, text) =
        without_letters(drafted(&[("en.csv", english.to_owned()), ("cy.csv", welsh.to_owned())]).unwrap());
    assert_eq!(settings.consultation.questions.len(), 2, "{text}");
    let first = &settings.consultation.questions[0];
    assert!(first.text.cy.starts_with("A ydych") && first.text.en.starts_with("Do you"), "{text}");
    assert_eq!(first.options.len(), 2);
    assert_eq!(settings.sources.len(), 2);
}

#[test]
fn two_languages_side_by_side_are_two_columns_of_one_question() {
    let (settings, text) = of(
        "id,1. What do you think of the plan for the school?,1. Beth yw eich barn am y cynllun ar gyfer yr ysgol?\n1,I think that it is good,\n2,,Rwy'n meddwl ei fod yn dda\n",
    );
    assert_eq!(settings.consultation.questions.len(), 1, "{text}");
    assert_eq!(settings.sources[0].answers["1"].0.len(), 2);
}

#[test]
fn previews_and_unfinished_rows_have_their_rule() {
    let (settings, _) = of(
        "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,Q1\n2022-10-01,2022-10-01,0,100,10,1,2022-10-01,R_1,It is a good plan\n2022-10-01,2022-10-01,1,100,10,1,2022-10-01,R_2,test\n2022-10-01,2022-10-01,0,40,10,0,2022-10-01,R_3,hal\n",
    );
    let reasons: Vec<SetAside> = settings.sources[0].set_aside.iter().map(|rule| rule.reason).collect();
    assert_eq!(reasons, [SetAside::NotAResponse, SetAside::Unfinished]);
    assert_eq!(settings.sources[0].id.as_deref(), Some("ResponseId"));
    assert_eq!(settings.sources[0].received.as_deref(), Some("RecordedDate"));
}

#[test]
fn several_options_in_a_cell_are_found() {
    let mut table = String::from("ID,Start time,Completion time,Email,Name,Which do you use?\n");
    for (i, cell) in ["Bus;Tram;", "Tram;", "Bus;", "Cerdded;Bus;", "Bus;Tram;"].iter().enumerate() {
        table.push_str(&format!("{i},10/1/22 10:00:00,10/1/22 10:05:00,anonymous,,{cell}\n"));
    }
    let (settings, text) = of(&table);
    let question = &settings.consultation.questions[0];
    assert_eq!((question.kind, question.options.len()), (QuestionKind::Multiple, 3), "{text}");
    assert_eq!(settings.sources[0].email, None, "everybody is anonymous");
}

#[test]
fn letters_alone_are_a_consultation_too() {
    let (settings, _) =
        drafted(&[("a.txt", "Dear all 🙂".to_owned()), ("b.docx", "x".to_owned()), ("c.eml", "y".to_owned())]).unwrap();
    let channels: Vec<&str> = settings.sources.iter().map(|source| source.channel.as_str()).collect();
    assert_eq!(channels, ["letter", "e-mail", "letter"]);
    assert!(drafted(&[("empty.csv", String::new())]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_the_table_the_draft_can_be_read(
        rows in prop::collection::vec(
            prop::collection::vec(".{0,20}|Yes|No|Agree|[a-z ]{5,60}\\?|Q[0-9]|id|\"|ŵ ŷ 🙂|May we publish your response\\?", 1..7),
            1..9,
        )
    ) {
        let mut out = csv::Writer::from_writer(Vec::new());
        for row in &rows {
            let width = rows[0].len();
            out.write_record((0..width).map(|i| row.get(i).map_or("", String::as_str))).unwrap();
        }
        let table = String::from_utf8(out.into_inner().unwrap()).unwrap();
        // `drafted` panics when the settings cannot be read.
        let _ = drafted(&[("form.csv", table)]);
    }
}
