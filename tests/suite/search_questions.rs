//! Sixty questions of officials, in both languages, and the answers of the sample that they must find.
//!
//! Reciprocal rank: one over the place of the first of those answers (mean over questions: MRR; Voorhees, 1999). Recall at
//! twenty: how many of them are among the first twenty hits.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::sample;

/// Language of the question, whether its answers are in the other one, and mean reciprocal rank and recall at twenty as they
/// were measured, rounded down to whole hundredths.
const FLOORS: [(&str, bool, f64, f64); 4] =
    [("en", false, 0.95, 0.96), ("cy", false, 0.95, 0.97), ("en", true, 0.58, 1.0), ("cy", true, 0.83, 1.0)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    ask: String,
    language: String,
    find: Vec<String>,
    #[serde(default)]
    across: bool,
    #[serde(default)]
    not_yet: Vec<String>,
}

impl Question {
    /// Places of the answers among the first twenty hits, from 1, in the order in which they are named.
    fn places(&self, root: &Path) -> Vec<Option<usize>> {
        let found = sample::asked(root, &["search", "removing-profit", &self.ask, "--limit", "20", "--json"]);
        let found: Value = serde_json::from_str(&found).expect("JSON");
        let hits = found["hits"].as_array().expect("hits");
        let is = |hit: &Value, wanted: &str| match wanted.split_once('/') {
            Some((response, question)) => hit["response"] == response && hit["question"] == question,
            None => hit["response"] == wanted,
        };
        self.find.iter().map(|wanted| hits.iter().position(|hit| is(hit, wanted)).map(|at| at + 1)).collect()
    }
}

/// Of some questions: how many, the sum of reciprocal ranks, and of recalls.
#[derive(Default)]
struct Sums(usize, f64, f64);

#[test]
fn sixty_questions_of_officials_find_the_answers_that_a_reader_found() {
    let fixture: Fixture = toml::from_str(include_str!("search_questions.toml")).expect("a fixture");
    assert_eq!(fixture.question.len(), 60);
    let root = sample::copy();
    sample::asked(root.path(), &["run"]);
    let mut sums: BTreeMap<(&str, bool), Sums> = BTreeMap::new();
    let (mut table, mut wrong) = (String::new(), Vec::new());
    for question in &fixture.question {
        let places = question.places(root.path());
        let first = places.iter().flatten().min();
        let reciprocal = first.map_or(0.0, |place| 1.0 / *place as f64);
        let recall = places.iter().flatten().count() as f64 / places.len() as f64;
        let sum = sums.entry((&question.language, question.across)).or_default();
        (sum.0, sum.1, sum.2) = (sum.0 + 1, sum.1 + reciprocal, sum.2 + recall);
        let _ = writeln!(table, "{} {places:?} {}", question.language, question.ask);
        for (wanted, place) in question.find.iter().zip(&places) {
            if place.is_none() && !question.not_yet.contains(wanted) {
                wrong.push(format!("`{}` does not find {wanted}", question.ask));
            }
            if place.is_some() && question.not_yet.contains(wanted) {
                wrong.push(format!("`{}` finds {wanted}: take it out of `not_yet`", question.ask));
            }
        }
    }
    for ((language, across), Sums(n, reciprocal, recall)) in &sums {
        let (reciprocal, recall) = (reciprocal / *n as f64, recall / *n as f64);
        let which = if *across { "across languages" } else { "within the language" };
        let _ = writeln!(table, "{language}, {which}: {n} questions, MRR {reciprocal:.3}, recall@20 {recall:.3}");
        for (_, _, least, least_recall) in FLOORS.iter().filter(|(of, way, ..)| of == language && way == across) {
            if reciprocal < *least || recall < *least_recall {
                wrong.push(format!("{language}: MRR {reciprocal:.3}, recall@20 {recall:.3} are under what they were"));
            }
        }
    }
    let said = std::env::var_os("YMATEB_TABLES").map(|folder| Path::new(&folder).join("search-questions.txt"));
    if let Some(file) = said {
        std::fs::write(file, &table).expect("a table");
    }
    assert!(wrong.is_empty(), "{}\n{table}", wrong.join("\n"));
}
