use proptest::prelude::*;

use super::*;

/// Rows of cells parted by `|`.
fn top(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

fn names(header: &Header) -> Vec<&str> {
    header.columns.iter().map(|column| column.name.as_str()).collect()
}

fn column<'h>(header: &'h Header, name: &str) -> &'h Column {
    header.columns.iter().find(|column| column.name == name).unwrap()
}

const QUALTRICS: &str = "\u{feff}StartDate|EndDate|Status|Progress|Finished|RecordedDate|ResponseId|UserLanguage|Q1|Q3_1|Q3_7|Q3_7_TEXT|Q5_1|Q5_2
Anfangsdatum|Enddatum|Antworttyp|Aktueller Stand|Beendet|Erfassungsdatum|Antwort-ID|Benutzersprache|Do you agree?<br>|Which of these? - Selected Choice - Tŷ bach|Which of these? - Selected Choice - Other|Which of these? - Other - Text|How useful? - Map|How useful? - Plan
{\"ImportId\":\"startDate\"}|{\"ImportId\":\"endDate\"}|{\"ImportId\":\"status\"}|{\"ImportId\":\"progress\"}|{\"ImportId\":\"finished\"}|{\"ImportId\":\"recordedDate\"}|{\"ImportId\":\"_recordId\"}|{\"ImportId\":\"userLanguage\"}|{\"ImportId\":\"QID1\"}|{\"ImportId\":\"QID3\"}|{\"ImportId\":\"QID3\"}|{\"ImportId\":\"QID3_7_TEXT\"}|{\"ImportId\":\"QID5_1\"}|{\"ImportId\":\"QID5_2\"}
2022-10-01 10:00:00|2022-10-01 10:05:00|0|100|1|2022-10-01 10:05:01|R_1|CY|Yes|Tŷ bach|||Good|Poor 🙂";

/// The same export with some of its rows deleted.
fn without(rows: &[usize]) -> Header {
    let all = top(QUALTRICS);
    let kept = all.into_iter().enumerate().filter(|(i, _)| !rows.contains(i)).map(|(_, row)| row);
    recognise(&kept.collect::<Vec<_>>())
}

#[test]
fn qualtrics_is_read_with_three_two_and_one_header_rows() {
    let full = without(&[]);
    assert_eq!((full.platform, full.before, full.rows), (Some(Platform::Qualtrics), 0, 3));
    assert_eq!(names(&full)[0], "StartDate", "the byte-order mark is no part of a name");
    assert_eq!(column(&full, "Q1").asks, "Do you agree?");
    let tick = column(&full, "Q3_1");
    assert_eq!((tick.asks.as_str(), tick.part.as_str()), ("Which of these?", "Tŷ bach"));
    assert_eq!(column(&full, "Q3_7_TEXT").part, "Other - Text");
    assert_eq!(column(&full, "Q5_2").part, "Plan");
    assert_eq!(column(&full, "ResponseId").role, Some(Role::Id));
    assert_eq!(column(&full, "EndDate").role, Some(Role::Metadata));
    assert!(matches!(column(&full, "Finished").role, Some(Role::Status { reason: SetAside::Unfinished, .. })));
    let two = without(&[2]);
    assert_eq!((two.rows, names(&two)), (2, names(&full)), "the row of ids was deleted");
    assert_eq!(column(&two, "Q3_1").part, "Tŷ bach");
    let one = without(&[1, 2]);
    assert_eq!((one.platform, one.rows), (Some(Platform::Qualtrics), 1), "an answer is no header");
    assert_eq!(without(&[1]).rows, 2, "the row of wordings was deleted");
}

#[test]
fn the_legacy_export_of_qualtrics_has_two_header_rows() {
    let header = recognise(&top("V1|V2|V7|V8|V9|V10|Q1|
ResponseID|ResponseSet|Status|StartDate|EndDate|Finished|Pam?|
R_1|Default|0|2017-07-18|2017-07-18|1|Achos 🙂|"));
    // The names V3 to V6 were left out of this one.
    assert_ne!(header.rows, 0);
    let header = recognise(&top("V1|V2|V3|V4|V5|Q1|
ResponseID|ResponseSet|Status|EndDate|Finished|Pam?|
R_1|Default|0|2017-07-18|1|Achos 🙂|"));
    assert_eq!((header.platform, header.rows), (Some(Platform::Qualtrics), 2));
    assert_eq!((column(&header, "V1").role.clone(), column(&header, "Q1").asks.as_str()), (Some(Role::Id), "Pam?"));
    assert_eq!(names(&header).last(), Some(&"column 7"));
}

#[test]
fn blank_cells_of_surveymonkey_continue_the_question_before_them() {
    let header = recognise(&top("Respondent ID|Collector ID|Start Date|End Date|Custom Data 1|Why?|Which?|||Which?
||||||Response|Ŵyn|Other (please specify)|Open-Ended Response
118|7|10/01/2022|10/01/2022||Because 🙂||Ŵyn||"));
    assert_eq!((header.platform, header.rows), (Some(Platform::SurveyMonkey), 2));
    assert_eq!(
        names(&header)[4..],
        ["Custom Data 1", "Why?", "Which?", "Which? - Ŵyn", "Which? - Other (please specify)", "Which? (2)"]
    );
    assert_eq!(column(&header, "Which? - Ŵyn").part, "Ŵyn");
    let single =
        recognise(&top("Respondent ID|Collector ID|Start Date|End Date|Why?\n118|7|10/01/2022|10/01/2022|Because"));
    assert_eq!(single.rows, 1, "a row with an id is a response");
}

#[test]
fn forms_are_known_by_the_columns_that_are_their_own() {
    for (first, platform) in [
        ("ID|Start time|Completion time|Email|Name|Why?|Why?2", Platform::MicrosoftForms),
        ("Timestamp|Email Address|What do you think?", Platform::GoogleForms),
        ("Response ID|Unique ID|What is your name? - Name|Why? - Text", Platform::CitizenSpace),
        ("UserID|UserNo|Name|Email|IP Address|Unique ID|Started|Ended|Q1", Platform::SmartSurvey),
        ("input_id|title|author_name|author_email|published_at|project|status", Platform::GoVocal),
        ("Document ID|Agency ID|Docket ID|Tracking Number|Document Type|Comment", Platform::RegulationsGov),
        ("timestamp|datetime|comment-id|author-id|agrees|disagrees|moderated|comment-body", Platform::Polis),
        ("ID|Created At|IP Hash|User status|1. Why?|2. Who?", Platform::Decidim),
        (
            "Comment No.|Submitted|Your view|Status|Published Date|Reason for Rejection|Reviewer|Project",
            Platform::BcEngage,
        ),
        ("id|submitdate|lastpage|startlanguage|seed|Q1|Q2[SQ1]|Q2[SQ2]", Platform::LimeSurvey),
        ("Unique Response Number|1. Why?", Platform::OnlineSurveys),
        ("start|end|Which|Which/post|_id|_uuid|_submission_time|_index", Platform::KoboToolbox),
    ] {
        let header = recognise(&top(&format!("{first}\n1|2|3|4|5|6|7")));
        assert_eq!((header.platform, header.rows), (Some(platform), 1), "{first}");
        assert!(header.columns.iter().any(|column| matches!(column.role, Some(Role::Id | Role::Received))), "{first}");
        assert!(!platform.title().is_empty());
    }
    let header = recognise(&top("ID|Start time|Completion time|Email|Name|Why\u{a0}us?|Why us?2"));
    assert_eq!((names(&header)[5], header.columns[6].asks.as_str()), ("Why us?", "Why us?"));
}

#[test]
fn the_key_figures_of_polis_have_no_header() {
    let header =
        recognise(&top("topic|Biniau\nurl|https://example.org/1\nvoters|12\ncommenters|7\ncomments|9\ngroups|2"));
    assert_eq!((header.rows, names(&header)), (0, vec!["column 1", "column 2"]));
}

#[test]
fn citizen_space_splits_questions_from_their_boxes() {
    let header = recognise(&top(
        "Respondent type - Respondent type|Prop 1 Q1 - Do you agree?|Pa rai? - Bysiau|Pa rai? - Trenau|Why? - Text area\nIndividual|Yes|x||ŵ 🙂",
    ));
    assert_eq!((header.platform, header.rows), (Some(Platform::CitizenSpace), 1));
    let asks: Vec<&str> = header.columns.iter().map(|column| column.asks.as_str()).collect();
    assert_eq!(asks, ["Respondent type", "Prop 1 Q1 - Do you agree?", "Pa rai?", "Pa rai?", "Why?"]);
    assert_eq!(header.columns[3].part, "Trenau");
}

#[test]
fn titles_above_the_header_are_left_out() {
    let header = recognise(&top(
        "Responses typed up from postcards\n\nOctober 2022|draft\nRef|Date|Name|Comment\nP-1|01/10/2022|A|Da iawn 🙂\nP-2|02/10/2022|B|Na",
    ));
    assert_eq!((header.before, header.rows, names(&header)), (3, 1, vec!["Ref", "Date", "Name", "Comment"]));
    let answers = recognise(&top("Comments||\nAgree|North Wales|Good idea\nDisagree|Mid Wales|Bad idea"));
    assert_eq!((answers.before, answers.rows), (0, 1), "a header that names one column stays the header");
}

#[test]
fn groups_stand_over_names() {
    let header = recognise(&top(
        "Ref|About you||Question one||\n|Age|Region|Agree?|Why?|Other\n1|20|Mid|Yes|Achos 🙂|\n2|30|West|No|Dim|",
    ));
    assert_eq!((header.rows, names(&header)), (2, vec!["Ref", "Age", "Region", "Agree?", "Why?", "Other"]));
    let header = recognise(&top("Ref|Do we?||Can we?|\n|Agree|Why|Agree|Why\n1|Yes|a|No|b\n2|No|c|No|d"));
    assert_eq!(names(&header)[1..], ["Do we? - Agree", "Do we? - Why", "Can we? - Agree", "Can we? - Why"]);
}

#[test]
fn codes_stand_over_wordings_and_never_over_answers() {
    let header = recognise(&top("Ident 1|Ident 2|Ident 3\nWhat is your name?|Do you agree?|Pam?\nA|Yes|Achos"));
    assert_eq!((header.rows, header.columns[2].asks.as_str()), (2, "Pam?"));
    for answer in ["A|Yes|Why not?", "Who?|1|What then?", "Who?||Why?", "a@example.org|Why?|How?"] {
        assert_eq!(recognise(&top(&format!("Q1|Q2|Q3\n{answer}\nB|No|Because"))).rows, 1, "{answer}");
    }
}

#[test]
fn names_are_unique_and_none_is_blank() {
    let header = recognise(&top("Comment|Comment||Comment (2)|\n🙂|a|b|c|d"));
    assert_eq!(names(&header), ["Comment", "Comment (2)", "column 3", "Comment (2) (2)", "column 5"]);
    assert_eq!(recognise(&[]), Header::default());
    let headless = recognise(&top("2022-10-01|R-0001|Da iawn\n2022-10-02|R-0002|Na\n2022-10-03|R-0003|🙂"));
    assert_eq!((headless.rows, names(&headless)), (0, vec!["column 1", "column 2", "column 3"]));
    let years = recognise(&top("Area|2021|2022\nCardiff|12|13\nPowys|14|15"));
    assert_eq!(years.rows, 1, "a year may name a column");
}

#[test]
fn tags_and_entities_are_no_words() {
    assert_eq!(
        cells::plain("<p>Ydych chi&#39;n <b>cytuno</b>?&nbsp;</p> a < b & c 🙂"),
        "Ydych chi'n cytuno ? a < b & c 🙂"
    );
}

proptest! {
    #[test]
    fn any_top_of_a_table_has_unique_names_and_a_header_within_it(
        rows in prop::collection::vec(prop::collection::vec(".{0,12}|[A-Z][a-z]{1,5}|Q[0-9]_[0-9]|Respondent ID|ResponseId", 0..8), 0..14)
    ) {
        let header = recognise(&rows);
        prop_assert!(header.before + header.rows <= rows.len().min(LOOKED_AT));
        let mut names: Vec<&str> = names(&header);
        prop_assert!(names.iter().all(|name| !name.is_empty()));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), all);
        let again = recognise(&rows);
        prop_assert_eq!(again, header);
    }
}
