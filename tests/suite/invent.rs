//! What is invented is what a consultation would receive, and the same each time.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what was written has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ymateb::invent;

const AGREE_WHY: &str = "1.1a Why do you say so?";
const LETTER: &str = "Care Before Profit";

/// Rows of a table by heading.
fn table(bytes: &[u8], delimiter: u8) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    reader.records().map(|row| headings.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()).collect()
}

fn platform(folder: &Path) -> Vec<BTreeMap<String, String>> {
    let bytes = std::fs::read(folder.join(invent::PLATFORM)).unwrap();
    table(bytes.strip_prefix("\u{feff}".as_bytes()).expect("the export starts with a byte order mark"), b',')
}

fn forms(folder: &Path) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(folder.join(invent::EASY_READ)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn written(responses: usize, seed: u64) -> (tempfile::TempDir, invent::Written) {
    let folder = tempfile::tempdir().unwrap();
    let written = invent::write(folder.path(), responses, seed).unwrap();
    (folder, written)
}

fn near(found: usize, of: usize, share: f64, within: f64) -> bool {
    (found as f64 / of as f64 - share).abs() <= within
}

#[test]
fn the_same_seed_writes_the_same_bytes_and_another_seed_does_not() {
    let (one, _) = written(120, 7);
    let (two, _) = written(120, 7);
    let (other, _) = written(120, 8);
    for file in [invent::PLATFORM, invent::HARD_COPY, invent::EASY_READ] {
        let read = |folder: &tempfile::TempDir| std::fs::read(folder.path().join(file)).unwrap();
        assert_eq!(read(&one), read(&two), "{file}");
        assert_ne!(read(&one), read(&other), "{file}");
    }
}

#[test]
fn no_responses_are_three_files_without_a_row() {
    let (folder, written) = written(0, 1);
    assert_eq!(written.responses, [0, 0, 0]);
    assert!(platform(folder.path()).is_empty() && forms(folder.path()).is_empty());
    assert!(folder.path().join(invent::HARD_COPY).is_file());
}

#[test]
fn a_handful_of_responses_can_be_asked_for() {
    for responses in 1..15 {
        let (_, written) = written(responses, 5);
        assert_eq!(written.responses.iter().sum::<usize>(), responses);
    }
}

#[test]
fn four_in_five_come_by_the_platform_and_each_row_is_there() {
    let (folder, written) = written(240, 2022);
    assert_eq!(written.responses, [192, 19, 29]);
    let rows = platform(folder.path());
    assert_eq!(rows.len(), 192);
    assert_eq!(rows[0].len(), 27);
    assert_eq!(rows.iter().map(|row| &row["Response ID"]).collect::<BTreeSet<_>>().len(), 192);
    assert!(rows.iter().all(|row| row["Response ID"].len() == 16 && row["Response ID"].starts_with("ANON-")));
    assert!(rows.iter().map(|row| &row["Submitted"]).is_sorted());
    assert_eq!(forms(folder.path()).len(), 29);
}

#[test]
fn welsh_forms_carry_welsh_answers_and_welsh_labels() {
    let (folder, written) = written(1000, 3);
    assert!(near(written.planted.welsh, 1000, 0.10, 0.02), "{:?}", written.planted);
    assert!(near(written.planted.mixed, 1000, 0.03, 0.01), "{:?}", written.planted);
    let rows = platform(folder.path());
    let welsh: Vec<_> = rows.iter().filter(|row| row["Language"] == "Cymraeg").collect();
    let options = ["", "Cytuno'n gryf", "Cytuno", "Ddim yn cytuno nac yn anghytuno", "Anghytuno", "Anghytuno'n gryf"];
    let agree = rows[0].keys().find(|heading| heading.starts_with("1.1 ")).unwrap();
    assert!(welsh.iter().all(|row| options.contains(&row[agree].as_str())));
    assert!(welsh.iter().all(|row| !row["Area"].contains("Wales")));
    let said: String = welsh.iter().map(|row| row[AGREE_WHY].to_lowercase() + "\n").collect();
    assert!(said.contains("plant") && said.contains("elw") && !said.contains(" the "));
    assert!(said.contains('ŷ') || said.contains('ŵ'));
}

#[test]
fn the_campaign_is_a_seventh_of_all_and_a_third_of_its_letters_are_changed() {
    let (folder, written) = written(2000, 11);
    let planted = written.planted;
    assert!(near(planted.campaign, 2000, 0.15, 0.01), "{planted:?}");
    assert!(near(planted.campaign_changed, planted.campaign, 1.0 / 3.0, 0.05), "{planted:?}");
    let rows = platform(folder.path());
    let letters: Vec<&str> =
        rows.iter().map(|row| row[AGREE_WHY].as_str()).filter(|text| text.contains(LETTER)).collect();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    letters.iter().for_each(|text| *alike.entry(text).or_default() += 1);
    let most = alike.values().max().copied().unwrap();
    assert!(near(most, letters.len(), 0.66, 0.05), "{most} of {}", letters.len());
}

#[test]
fn nothing_long_is_said_twice_but_by_the_campaign_and_by_those_who_sent_their_form_twice() {
    let (folder, written) = written(2000, 4);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut twice = 0;
    for row in platform(folder.path()) {
        let text = row[AGREE_WHY].trim();
        if text.split_whitespace().count() < 30 || text.contains(LETTER) {
            continue;
        }
        if let Some(email) = seen.insert(text.to_owned(), row["Email"].clone()) {
            assert_eq!(email, row["Email"], "{text}");
            twice += 1;
        }
    }
    assert!(written.planted.duplicates >= 10, "{:?}", written.planted);
    assert!(twice > 0 && twice <= written.planted.duplicates, "{twice} of {:?}", written.planted);
}

#[test]
fn a_council_answers_once_and_only_the_first_half_of_them_answer_here() {
    let councils = invent::councils().unwrap();
    assert_eq!(councils.len(), 22);
    let (folder, _) = written(240, 2022);
    let rows = platform(folder.path());
    let sent = |name: &str| rows.iter().filter(|row| row["Organisation"] == name).count();
    let each: Vec<usize> = councils.iter().map(|council| sent(&council.en) + sent(&council.cy)).collect();
    assert_eq!(each[..11], [1; 11]);
    assert_eq!(each[11..], [0; 11]);
}

#[test]
fn what_an_analyst_must_find_is_in_a_small_consultation_too() {
    let (folder, written) = written(240, 2022);
    let planted = written.planted;
    assert!(planted.withdrawn > 0 && planted.previews > 0 && planted.blank > 0, "{planted:?}");
    assert!(planted.duplicates > 0 && planted.late > 2 && planted.personal > 0, "{planted:?}");
    assert!((1..=2).contains(&planted.worries), "{planted:?}");
    let rows = platform(folder.path());
    let very_late = rows.iter().filter(|row| row["Submitted"].as_str() >= "2022-11-15").count();
    assert!(very_late > 0 && rows.iter().any(|row| row["Status"] == "Partial"));
    for consent in ["Yes", "No", ""] {
        assert!(rows.iter().any(|row| row["May we quote you?"] == consent), "{consent}");
    }
    let emails = rows.iter().map(|row| &row["Email"]).filter(|email| !email.is_empty());
    assert!(emails.into_iter().all(|email| email.ends_with("@example.org")));
}

#[test]
fn letters_that_were_typed_up_lost_the_circumflex_on_w_and_y() {
    let (folder, written) = written(2000, 6);
    let bytes = std::fs::read(folder.path().join(invent::HARD_COPY)).unwrap();
    assert!(std::str::from_utf8(&bytes).is_err(), "the file is not in UTF-8");
    let (text, _, failed) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert!(!failed && !text.contains("&#") && text.contains('’') && text.contains('£'));
    let rows = table(text.as_bytes(), b';');
    assert_eq!(rows.len(), written.responses[1]);
    assert!(rows.iter().all(|row| row["Date received"].ends_with("/2022")));
    assert!(text.to_lowercase().contains("siwr") || text.contains(" ty ") || text.contains("w^"));
}

#[test]
fn children_speak_in_their_own_words_with_emoji_and_in_both_languages() {
    let (folder, _) = written(1200, 9);
    let forms = forms(folder.path());
    let said = |form: &serde_json::Value, key: &str| form[key].as_str().unwrap().to_owned();
    assert!(forms.iter().any(|form| said(form, "q2").contains(['😊', '❤', '🏡', '👍'])));
    assert!(
        forms
            .iter()
            .any(|form| said(form, "language") == "Cymraeg" && (said(form, "q2") + &said(form, "q3")).contains("dwi"))
    );
    assert!(forms.iter().any(|form| said(form, "q1").is_empty() && said(form, "q4").is_empty()));
    let ages: BTreeSet<String> = forms.iter().map(|form| said(form, "age_group")).collect();
    assert_eq!(ages, BTreeSet::from(["18 to 25", "over 25", "under 18"].map(str::to_owned)));
    for form in &forms {
        assert!(["", "Yes", "No", "Not sure", "Ydw", "Nac ydw", "Ddim yn siŵr"].contains(&said(form, "q1").as_str()));
    }
}

#[test]
fn every_kind_of_respondent_answers_and_the_settings_know_its_labels() {
    let types = invent::respondent_types().unwrap();
    assert_eq!(types.len(), 22);
    assert_eq!(types.iter().filter(|kind| kind.young).count(), 1);
    let (folder, _) = written(3000, 2);
    let mut seen = BTreeSet::new();
    for row in platform(folder.path()) {
        let label = &row["Respondent type"];
        if label.is_empty() {
            continue;
        }
        let kind = types.iter().find(|kind| kind.also.contains(label)).unwrap_or_else(|| panic!("`{label}`"));
        assert_eq!(kind.organisation, !row["Organisation"].is_empty(), "{label}");
        seen.insert(kind.code.clone());
    }
    assert_eq!(seen.len(), 22);
}

#[test]
fn a_folder_that_cannot_be_made_is_named_in_the_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken");
    std::fs::write(&file, "").unwrap();
    let error = invent::write(&file, 3, 1).unwrap_err().to_string();
    assert!(error.contains("taken") && error.contains("check that the folder"), "{error}");
}
