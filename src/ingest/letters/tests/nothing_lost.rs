//! Whatever is sent, every word of the respondent stands in one answer.

use proptest::prelude::*;

use super::*;
use crate::ingest::letters::regions;

/// A word that is part of no heading, label or option.
fn word(n: usize) -> String {
    format!("gair{n}ŵ")
}

/// Adds a piece of one of many kinds; the words in it are numbered from `n` on.
fn add(paper: Paper, kind: u8, n: usize) -> Paper {
    let (a, b) = (word(n), word(n + 1));
    match kind {
        0 => paper.says(&format!("{a} {b}.")),
        1 => paper.heading(&format!(
            "Question {}: {a} {b} and a good deal more that makes it much too long to be a title",
            n % 6
        )),
        2 => paper.says("What would heating the water cost the town?").says(&format!("{a}\n{b} 🙂")),
        3 => paper.says("Question 1").says(&format!("☒ Agree\n☐ Disagree\n{a} {b}")),
        4 => paper
            .table(&[&["Q2", "What would heating the water cost the town?", &a], &["3", "Should dogs be let in?", &b]]),
        5 => paper.table(&[&["", "Yes", "No"], &["Should dogs be let in?", "", "x"], &[&a, "", &b]]),
        6 => paper.quotes(&format!("> {a}\n> Should dogs be let in?")).says(&b),
        7 => paper.signs(&format!("{a}\n{b}")),
        8 => paper.table(&[&["Your name", &a], &["Organisation", &b], &["May we quote you?", "Yes"]]),
        9 => paper.attaches("nodiadau.docx", Paper::default().says(&a).says(&format!("C4: {b}."))),
        10 => paper.says(&format!("Name: {a}\nEmail: {b}\n\nPlease tick one")),
        11 => paper.table(&[&["Anything on timing?", "Anything on safety?"], &[&a, &b]]),
        12 => paper.says(&format!("{}. {a}\n5.1 {b} 🙂", n % 9)),
        13 => paper.says(&format!("Questions 2 and 3 {a}. {b}, yes, and nothing else; for we have said it before.")),
        14 => paper.says("Should dogs be let in?\nYes\nNo\nDon't know").says(&format!("{a}: {b}?")),
        _ => paper.heading(&a).says(&format!("I would like my response to be anonymous ☒ {b}")),
    }
}

proptest! {
    #[test]
    fn every_word_stands_in_exactly_one_answer(kinds in proptest::collection::vec(0u8..16, 1..9)) {
        let paper = kinds.iter().enumerate().fold(Paper::default(), |paper, (i, kind)| add(paper, *kind, i * 2));
        let mapped = paper.read();
        for n in 0..kinds.len() * 2 {
            let holds = |answer: &&NewAnswer| answer.text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word(n));
            let count = mapped.item.answers.iter().filter(holds).count();
            prop_assert_eq!(count, 1, "{} in {:#?}\n{:#?}", word(n), &paper.document.text, told(&mapped));
        }
        let reading = regions::read(&consultation(), &paper.document);
        for pair in reading.slices.windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0, "two answers share words: {:?}", reading.slices);
        }
        for (slice, answer) in reading.slices.iter().zip(&reading.answers) {
            prop_assert_eq!(paper.document.text.get(slice.0..slice.1), Some(answer.text.as_str()));
            prop_assert_eq!(answer.text.trim(), answer.text.as_str());
        }
    }

    /// Outside of the answers stand only numbers and words of questions, options, marks and instructions.
    #[test]
    fn what_is_left_out_was_never_theirs(text in "(Q2|Question 3|Cwestiwn 1|1\\.|5.1|Agree|☒ |\\[x\\] |Should dogs be let in\\?|x|Name: |>|[:|#*-]|[a-zŵ🙂]{1,5}|\n| ){0,40}") {
        let (_, document) = from_text(text);
        let reading = regions::read(&consultation(), &document);
        let mut left = String::new();
        let mut at = 0;
        for (start, end) in &reading.slices {
            left.push_str(&document.text[at..*start]);
            left.push(' ');
            at = *end;
        }
        left.push_str(&document.text[at..]);
        let known = "q question cwestiwn c should dogs be let in agree x";
        let is_title = |line: &str| line.to_lowercase().contains("question") || line.contains(['Q', 'C', '.']);
        for line in left.lines() {
            let foreign: Vec<&str> = line
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
                .filter(|word| !known.split(' ').any(|other| other == word.to_lowercase()))
                .collect();
            // A title beside a number is a heading; it is short, and no sentence.
            prop_assert!(foreign.is_empty() || (is_title(line) && line.chars().count() <= 100), "{line:?} of {:?}", document.text);
        }
    }
}

#[test]
fn a_long_document_is_read_to_its_end() {
    // Five hundred pages of forty lines, with the questions here and there.
    let line = "What would heating the pool cost, asked the councillor who had never swum a length in his life.\n";
    let page = format!("Question 2\n{}\nWhat would heating the water cost the town?\n\n", line.repeat(40));
    let (_, document) = from_text(page.repeat(500));
    let reading = regions::read(&consultation(), &document);
    assert!(reading.answers.len() >= 500);
}

#[test]
fn tables_of_many_rows_are_read_to_their_end() {
    let row_of = |row: usize| -> [&str; 4] {
        match row % 4 {
            0 => ["Yes", "x", "Name", "2"],
            1 => ["Should dogs be let in?", "x", "☐", "Yes"],
            2 => ["May we quote you?", "", "", "x"],
            _ => ["1. Dogs", "5.1 - Yes, and more.", "Agree", "Q2, 2, 2, 2, 2 and 2"],
        }
    };
    for rows in [20_000, 3] {
        let mut paper = Paper::default().says("Question 3");
        for row in 0..rows {
            for (column, words) in (0..).zip(row_of(row)) {
                let kind = Kind::Cell { table: 0, row: row as u32, column };
                paper.document.push(kind, words, format!("table 1, row {}", row + 1));
            }
        }
        assert!(!paper.read().item.answers.is_empty());
    }
}

#[test]
fn one_endless_line_is_read_to_its_end() {
    for words in ["Questions 2, ", "☒ Agree ", "2 and ", "x", "Name: ", "What would ", "[ ", "May we quote you? Yes "]
    {
        let (_, document) = from_text(words.repeat(1_000_000 / words.len()));
        let reading = regions::read(&consultation(), &document);
        assert!(!reading.answers.is_empty(), "{words}");
    }
}
