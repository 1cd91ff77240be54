//! Proving the coding: machine against people, people against each other. The published examples stand beside the formulas.

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use ymateb::analysis::{
    Alike, CodedTheme, Codings, Draws, Estimate, Mark, Resampling, Unit, UnitName, agreement, evaluate,
};
use ymateb::model::Language;

use crate::project::{Project, ymateb};

// --- sheets and a frame, without a consultation ----------------------------------------------------------------------

const FRAME: &str = r#"
name = "f"
version = 3
[[theme]]
code = "T1"
label = { en = "What it costs", cy = "Y gost" }
about = { en = "Money", cy = "Arian" }
en = ["cost"]
cy = ["cost"]
[[theme]]
code = "T2"
label = { en = "Staff", cy = "Staff" }
about = { en = "People", cy = "Pobl" }
en = ["staff"]
cy = ["staff"]
[[theme]]
code = "T3"
parent = "T2"
label = { en = "Pay", cy = "Cyflog" }
about = { en = "Pay", cy = "Cyflog" }
en = ["pay"]
cy = ["cyflog"]
"#;

/// A folder with a frame and sheets.
struct Desk(TempDir);

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let desk = TempDir::new().unwrap();
        std::fs::write(desk.path().join("frame.toml"), FRAME).unwrap();
        for (name, content) in files {
            std::fs::write(desk.path().join(name), content).unwrap();
        }
        Desk(desk)
    }

    fn tried(&self, arguments: &[&str]) -> std::process::Output {
        ymateb().current_dir(self.0.path()).arg("evaluate").args(arguments).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.tried(&[arguments, &["--json"]].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
    }

    fn text(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.tried(arguments).stdout).unwrap()
    }
}

/// Five answers coded by one person: English, Welsh, with an emoji, empty, and one whose theme no word shows.
const CODED: &str = r#"{"id": "a", "language": "en", "type": "person", "text": "The cost is high", "themes": ["T1"]}
{"id": "b", "language": "cy", "type": "body", "text": "Mae'r gost yn uchel", "themes": ["Y gost"]}
{"id": "c", "language": "en", "type": "person", "text": "Staff 🙂 cost", "themes": ["t2"]}
{"id": "d", "language": "en", "type": "person", "text": "", "themes": []}
{"id": "e", "language": "en", "type": "person", "text": "They are tired", "themes": ["Staff"]}
"#;

#[track_caller]
fn is(value: &Value, expected: f64) {
    let found = value["value"].as_f64().unwrap_or_else(|| panic!("{value} is no number"));
    assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
}

#[test]
fn precision_recall_and_f1_are_those_counted_by_hand() {
    let desk = Desk::new(&[("ann.jsonl", CODED)]);
    let report = desk.json(&["--frame", "frame.toml", "--coded", "ann.jsonl"]);
    let all = &report["accuracy"]["all"];
    // Found: a, b (a mutated form), c's T2. Wrong: c's T1. Missed: e.
    ["precision", "recall", "f1"].iter().for_each(|figure| is(&all["micro"][figure], 0.75));
    is(&all["macro"]["f1"], (0.8 + 2.0 / 3.0) / 2.0);
    let counted = |at: usize| ["support", "found", "wrong", "missed"].map(|n| all["themes"][at][n].as_u64().unwrap());
    assert_eq!((counted(0), counted(1)), ([2, 2, 1, 0], [2, 1, 0, 1]));
    assert_eq!((&report["answers"], &all["codings"], &report["coders"][0]), (&5.into(), &5.into(), &"ann".into()));
    assert_eq!(report["frame"]["version"], 3);
    let slices = |of: &str| -> Vec<(String, u64)> {
        let slices = report["accuracy"][of].as_array().unwrap().iter();
        slices.map(|s| (s["name"].as_str().unwrap().to_owned(), s["codings"].as_u64().unwrap())).collect()
    };
    assert_eq!(slices("languages"), [("en".to_owned(), 4), ("cy".to_owned(), 1)]);
    assert_eq!(slices("types"), [("body".to_owned(), 1), ("person".to_owned(), 4)]);
    is(&report["accuracy"]["languages"][1]["micro"]["f1"], 1.0);
    let differ = report["disagreements"].as_array().unwrap();
    assert_eq!((&differ[0]["theme"], &differ[0]["machine_only"][0]["id"]), (&"T1".into(), &"c".into()));
    assert_eq!((&differ[1]["theme"], &differ[1]["people_only"][0]["id"]), (&"T2".into(), &"e".into()));
    assert!(report["agreement"].is_null() && report["ceiling"].is_null());
}

#[test]
fn a_sub_theme_given_is_its_theme_given_too() {
    let coded = r#"{"id": "a", "language": "cy", "text": "Mae'r cyflog yn isel", "themes": ["T2"]}"#;
    let report = Desk::new(&[("a.jsonl", coded)]).json(&["--frame", "frame.toml", "--coded", "a.jsonl"]);
    let themes = report["accuracy"]["all"]["themes"].as_array().unwrap();
    let counted: Vec<_> = themes.iter().map(|t| (t["theme"].as_str().unwrap(), t["found"].as_u64().unwrap())).collect();
    assert_eq!(counted, [("T2", 1), ("T3", 0)]);
}

/// Three answers coded by two people, one by the first alone.
const TWICE: &str = r#"{"id": "1", "text": "cost", "first": ["T1"], "second": ["T1"]}
{"id": "2", "text": "y gost 🙂", "first": ["T1"], "second": []}
{"id": "3", "text": "", "first": [], "second": ["T1", "T2"]}
{"id": "4", "text": "staff", "first": ["T2"], "second": null}
"#;

#[test]
fn agreement_and_the_human_ceiling_are_those_counted_by_hand() {
    let desk = Desk::new(&[("both.jsonl", TWICE)]);
    let report = desk.json(&["--frame", "frame.toml", "--coded", "both.jsonl", "--coders", "first,second"]);
    assert_eq!((&report["answers"], &report["coded_twice"]), (&4.into(), &3.into()));
    let of = &report["agreement"]["themes"][0];
    assert_eq!(
        (&of["theme"], &of["answers"], &of["given"], &of["few"]),
        (&"T1".into(), &3.into(), &3.into(), &true.into())
    );
    is(&of["percent"], 1.0 / 3.0);
    is(&of["kappa"], -0.5);
    is(&of["alpha"], -0.25);
    // The fourth answer, coded once, takes part in how common the theme is.
    is(&of["ac1"], -1.0 / 3.0);
    let comparison = |of: &str| {
        let all = report["ceiling"]["comparisons"].as_array().unwrap();
        all.iter().find(|comparison| comparison["of"] == of).unwrap_or_else(|| panic!("{of}"))["micro"].clone()
    };
    // The second coder against the first: 1 found, 2 wrong, 1 missed.
    is(&comparison("people")["precision"], 1.0 / 3.0);
    is(&comparison("people")["recall"], 0.5);
    is(&comparison("people")["f1"], 0.4);
    // The machine gives T1 to 1 and 2: against both 3 found, 1 wrong, 2 missed; against either 2, 0, 2; where they agree 1.
    is(&comparison("machine")["f1"], 6.0 / 9.0);
    is(&comparison("machine_either")["precision"], 1.0);
    is(&comparison("machine_either")["recall"], 0.5);
    is(&comparison("machine_agreed")["f1"], 1.0);
    assert_eq!(report["confusions"]["coders"], Value::Array(Vec::new()));
}

#[test]
fn the_long_form_in_csv_gives_the_figures_of_the_wide_form_in_json() {
    let long = "id,coder,theme\n1,first,T1\n1,second,T1\n2,first,T1\n2,second,-\n3,first,dim\n3,second,T1\n3,second,T2\n4,first,T2\n";
    let desk = Desk::new(&[("both.jsonl", TWICE), ("long.csv", long)]);
    let wide = desk.json(&["--coded", "both.jsonl", "--coders", "first,second"]);
    let long = desk.json(&["--coded", "long.csv"]);
    assert_eq!(wide["agreement"], long["agreement"]);
    assert_eq!(wide["ceiling"], long["ceiling"]);
    assert!(long["accuracy"].is_null(), "nobody but people coded");
}

#[test]
fn coders_on_whose_theme_nothing_ever_varied_have_no_kappa_rather_than_a_perfect_one() {
    let rows: String =
        (0..12).map(|n| format!("{{\"id\": \"{n}\", \"x\": [\"prin\"], \"y\": [\"prin\"]}}\n")).collect();
    let desk = Desk::new(&[("a.jsonl", &rows)]);
    let arguments = ["--coded", "a.jsonl", "--coders", "x,y"];
    let of = &desk.json(&arguments)["agreement"]["themes"][0];
    is(&of["percent"], 1.0);
    assert!(of["kappa"]["value"].is_null() && of["alpha"]["value"].is_null(), "{of}");
    assert!(desk.text(&arguments).contains("undefined"));
    assert!(desk.text(&[&arguments[..], &["--lang", "cy"]].concat()).contains("heb ei ddiffinio"));
}

#[test]
fn rare_themes_are_said_to_be_too_few_and_the_paradox_of_kappa_is_explained() {
    // Twelve answers with the theme by one coder or the other, one by both, two hundred without.
    let mut rows = String::from("{\"id\": \"both\", \"x\": [\"ŵ\", \"rare\"], \"y\": [\"ŵ\", \"rare\"]}\n");
    for n in 0..12 {
        let (x, y) = if n % 2 == 0 { ("[\"ŵ\"]", "[]") } else { ("[]", "[\"ŵ\"]") };
        rows += &format!("{{\"id\": \"one{n}\", \"x\": {x}, \"y\": {y}}}\n");
    }
    (0..200).for_each(|n| rows += &format!("{{\"id\": \"none{n}\", \"x\": [], \"y\": []}}\n"));
    let desk = Desk::new(&[("a.jsonl", &rows)]);
    let shown = desk.text(&["--coded", "a.jsonl", "--coders", "x,y"]);
    assert!(
        shown.contains("AC1 far above kappa") && shown.contains("Too few to say (given fewer than 10 times): rare (1)"),
        "{shown}"
    );
    assert!(shown.contains("people differ (12): one0, one1"), "{shown}");
    assert!(!shown.contains("people alone"), "there was no machine: {shown}");
}

#[test]
fn unknown_themes_lost_answers_and_unreadable_rows_are_listed_and_ask_for_a_look() {
    let coded = "{\"id\": \"a\", \"text\": \"cost\", \"themes\": [\"T1\", \"T9\"]}\nnot json\n{\"themes\": [\"T1\"]}\n";
    let desk = Desk::new(&[("a.jsonl", coded)]);
    let output = desk.tried(&["--frame", "frame.toml", "--coded", "a.jsonl"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("T9 (1)") && said.contains("line 2") && said.contains("line 3"), "{said}");
    let report = desk.json(&["--frame", "frame.toml", "--coded", "a.jsonl"]);
    assert_eq!(report["unknown_themes"][0]["theme"], "T9");
    assert_eq!(report["problems"].as_array().unwrap().len(), 2);
    is(&report["accuracy"]["all"]["micro"]["f1"], 1.0);
}

#[test]
fn sheets_in_which_nothing_is_coded_say_so() {
    let desk = Desk::new(&[("a.csv", "id,testun,themâu\n1,y gost,\n2,🙂,\n")]);
    let output = desk.tried(&["--frame", "frame.toml", "--coded", "a.csv", "--lang", "cy"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("Nid oes dim wedi'i godio"), "{said}");
    let report = desk.json(&["--frame", "frame.toml", "--coded", "a.csv"]);
    assert!(report["answers"] == 0 && report["accuracy"]["all"]["micro"]["f1"]["value"].is_null(), "{report}");
}

#[test]
fn answers_of_one_respondent_to_one_question_are_one_unless_rows_are_asked_for() {
    let coded = "id,respondent,question,text,themes\n1,Rh,q,cost,T1\n2,Rh,q,dim byd 🙂,T1\n3,Rh,p,staff,T2\n";
    let desk = Desk::new(&[("a.csv", coded)]);
    let of = |level: &str| {
        let report = desk.json(&["--frame", "frame.toml", "--coded", "a.csv", "--level", level]);
        let f1 = report["accuracy"]["all"]["micro"]["f1"]["value"].as_f64().unwrap();
        (report["answers"].as_u64().unwrap(), report["respondents"].as_u64().unwrap(), f1)
    };
    assert_eq!(of("respondent"), (2, 1, 1.0));
    assert_eq!(of("answer"), (3, 1, 0.8));
}

#[test]
fn passages_are_held_against_each_other_sentence_by_sentence() {
    let coded = r#"{"id": "a", "text": "The cost is high. Staff leave 🙂. Mae'n flin.", "themes": [{"theme": "T1", "words": "cost is"}, {"theme": "T2", "words": "Mae'n flin"}]}"#;
    let desk = Desk::new(&[("a.jsonl", coded), ("b.jsonl", r#"{"id": "a", "text": "cost", "themes": ["T1"]}"#)]);
    let report = desk.json(&["--frame", "frame.toml", "--coded", "a.jsonl", "--level", "passage"]);
    assert_eq!(report["answers"], 3);
    let themes = report["accuracy"]["all"]["themes"].as_array().unwrap();
    let counted = |at: usize| ["found", "wrong", "missed"].map(|n| themes[at][n].as_u64().unwrap());
    assert_eq!((counted(0), counted(1)), ([1, 0, 0], [0, 1, 1]));
    let output = desk.tried(&["--frame", "frame.toml", "--coded", "b.jsonl", "--level", "passage"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`words`"));
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_one_thread_or_many_and_another_seed_other_intervals() {
    let rows: String = (0..60)
        .map(|n| format!("{{\"id\": \"{n}\", \"text\": \"cost\", \"themes\": [\"T{}\"]}}\n", 1 + n % 2))
        .collect();
    let desk = Desk::new(&[("a.jsonl", &rows)]);
    let run = |threads: &str, seed: &str| {
        let arguments = ["evaluate", "--frame", "frame.toml", "--coded", "a.jsonl", "--json", "--seed", seed];
        let mut command = ymateb();
        command.current_dir(desk.0.path()).env("RAYON_NUM_THREADS", threads).args(arguments).output().unwrap().stdout
    };
    assert_eq!(run("1", "7"), run("3", "7"));
    let low = |bytes: Vec<u8>| {
        let report: Value = serde_json::from_slice(&bytes).unwrap();
        report["accuracy"]["all"]["micro"]["precision"]["low"].as_f64().unwrap()
    };
    let seeds: Vec<f64> = ["7", "8", "9"].map(|seed| low(run("2", seed))).to_vec();
    assert!(seeds.iter().all(|low| (0.25..0.5).contains(low)), "{seeds:?}");
}

// --- within a consultation -------------------------------------------------------------------------------------------

fn consultation() -> Project {
    let project = Project::new().theme("T1", &["cost"], &["cost"]).theme("T2", &["staff"], &["staff"]).answers(&[
        ("1", "The cost is too high for small homes"),
        ("2", "Mae'r gost yn rhy uchel i gartrefi bach"),
        ("3", "We would lose staff, whatever the cost 🙂"),
        ("4", "Nothing will come of it, as nothing ever does"),
        ("5", ""),
    ]);
    project.run();
    project
}

#[test]
fn decisions_over_suggestions_measure_precision_and_never_recall() {
    let project = consultation();
    let nothing = project.tried(&["evaluate", "c"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("ymateb decide"));
    let decide = |response: &str, verb: &str, theme: &str, by: &str| {
        project.asked(&["decide", "c", response, verb, theme, "--question", "1a", "--by", by]);
    };
    decide("R-00001", "accept", "T1", "Ann");
    decide("R-00002", "accept", "T1", "Ann");
    decide("R-00003", "reject", "T1", "Ann");
    decide("R-00004", "add", "T2", "Ann");
    decide("R-00003", "accept", "T1", "Siân");
    let report = project.json(&["evaluate", "c", "--by", "Ann", "--json"]);
    let all = &report["accuracy"]["all"];
    assert_eq!((&report["basis"], &report["answers"], &all["codings"]), (&"decisions".into(), &4.into(), &4.into()));
    is(&all["micro"]["precision"], 2.0 / 3.0);
    assert!(all["micro"]["recall"]["value"].is_null() && all["macro"]["f1"]["value"].is_null(), "{all}");
    assert_eq!(all["themes"][1]["missed"], 1);
    let both = project.json(&["evaluate", "c", "--json"]);
    assert_eq!((&both["coded_twice"], &both["agreement"]["themes"][0]["answers"]), (&1.into(), &1.into()));
    is(&both["agreement"]["themes"][0]["percent"], 0.0);
    assert!(project.asked(&["evaluate", "c"]).contains("precision alone"));
}

#[test]
fn a_sheet_is_drawn_without_suggestions_coded_and_held_against_the_store() {
    let project = consultation();
    let sheet = project.asked(&["evaluate", "c", "--sample", "50", "--seed", "3", "--lang", "cy"]);
    assert!(sheet.starts_with("\u{feff}ymateb,cwestiwn,iaith,testun,themâu\n"), "{sheet}");
    assert_eq!(sheet, project.asked(&["evaluate", "c", "--sample", "50", "--seed", "3", "--lang", "cy"]));
    assert_eq!(sheet.lines().count(), 1 + 2, "half of four answers: {sheet}");
    assert!(!sheet.contains("T1"));
    // Coded by two people, one of whom uses labels, and saved as spreadsheets save.
    let whole = project.asked(&["evaluate", "c", "--sample", "100", "--lang", "cy"]);
    let coded = |codes: [&str; 4]| {
        let lines = whole.lines().skip(1).zip(codes).map(|(line, codes)| format!("{line}{codes}\n"));
        [whole.lines().next().unwrap().to_owned() + "\n"].into_iter().chain(lines).collect::<String>()
    };
    let put = |name: &str, text: &str| std::fs::write(project.root().join(name), text).unwrap();
    put("anwen.csv", &coded(["T1", "T1", "T1; T2", "-"]));
    put("beth.csv", &(coded(["Theme T1", "Thema T1", "T2", "-"]) + "R-00099,1a,en,,T1\n"));
    let output = project.tried(&["evaluate", "c", "--coded", "anwen.csv", "--coded", "beth.csv", "--json"]);
    assert_eq!(output.status.code(), Some(1), "an answer was not found");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["coders"][0], &report["coders"][1]), (&"anwen".into(), &"beth".into()));
    assert_eq!((&report["coded_twice"], &report["not_found"][0]["id"]), (&4.into(), &"R-00099".into()));
    // The machine is right but for one mark that Beth did not make: 7 found, 1 wrong.
    is(&report["accuracy"]["all"]["micro"]["precision"], 7.0 / 8.0);
    is(&report["accuracy"]["all"]["micro"]["recall"], 1.0);
    is(&report["ceiling"]["comparisons"][0]["micro"]["f1"], 6.0 / 7.0);
    let shown = project.tried(&["evaluate", "c", "--coded", "anwen.csv", "--coded", "beth.csv", "--lang", "cy"]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown.contains("pobl â'i gilydd") && shown.contains("T1 Thema T1") && shown.contains("yn Gymraeg"),
        "{shown}"
    );
    assert!(!shown.contains("gartrefi"), "no respondent's words: {shown}");
}

#[test]
fn a_share_of_nothing_or_of_more_than_everything_is_wrong_usage() {
    let project = consultation();
    for share in ["0", "101", "NaN"] {
        assert_eq!(project.tried(&["evaluate", "c", "--sample", share]).status.code(), Some(2), "{share}");
    }
}

// --- the arithmetic --------------------------------------------------------------------------------------------------

/// Ratings of up to forty units by four raters in three categories, some missing.
fn ratings() -> impl Strategy<Value = Vec<Vec<Option<usize>>>> {
    let rating = prop_oneof![4 => (0usize..3).prop_map(Some), 1 => Just(None)];
    prop::collection::vec(prop::collection::vec(rating, 4), 0..40)
}

fn alike(units: &[Vec<Option<usize>>]) -> Vec<Alike> {
    units.iter().map(|ratings| Alike { ratings: ratings.clone(), units: 1.0 }).collect()
}

fn all(of: &[Alike]) -> [Option<f64>; 4] {
    let found = agreement(of, 3);
    [found.percent, found.kappa, found.alpha, found.ac1]
}

fn same(a: [Option<f64>; 4], b: [Option<f64>; 4]) -> bool {
    a.iter().zip(b).all(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    })
}

proptest! {
    #[test]
    fn no_coefficient_lies_outside_its_bounds(units in ratings()) {
        let [percent, kappa, alpha, ac1] = all(&alike(&units));
        prop_assert!(percent.is_none_or(|p| (0.0..=1.0).contains(&p)));
        for coefficient in [kappa, alpha, ac1].into_iter().flatten() {
            prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&coefficient), "{coefficient}");
        }
    }

    #[test]
    fn the_order_of_raters_and_of_units_changes_nothing(units in ratings(), turn in 0usize..4) {
        let mut turned = units.clone();
        turned.iter_mut().for_each(|ratings| ratings.rotate_left(turn));
        turned.reverse();
        prop_assert!(same(all(&alike(&units)), all(&alike(&turned))));
    }

    #[test]
    fn raters_who_always_agree_agree_perfectly_where_that_is_defined(units in prop::collection::vec(0usize..3, 2..40)) {
        let units: Vec<Vec<Option<usize>>> = units.into_iter().map(|category| vec![Some(category); 4]).collect();
        let varied = units.iter().any(|ratings| ratings != &units[0]);
        let expected = if varied { Some(1.0) } else { None };
        prop_assert_eq!(all(&alike(&units)), [Some(1.0), expected, expected, Some(1.0)]);
    }

    #[test]
    fn units_counted_together_are_units_counted_one_by_one(units in ratings(), times in 1usize..4) {
        let apart: Vec<Vec<Option<usize>>> = units.iter().flat_map(|unit| vec![unit.clone(); times]).collect();
        let mut together = alike(&units);
        together.iter_mut().for_each(|alike| alike.units = times as f64);
        prop_assert!(same(all(&alike(&apart)), all(&together)));
    }
}

/// A machine and a person on one theme: the person gives it to a third of the answers, the machine finds `recall` of those
/// and is wrong on a tenth of the others. Each respondent answers twice, and is understood or not as a whole.
fn simulated(draws: &mut Draws, respondents: usize, recall: u32) -> Codings {
    let mut unit = |respondent: usize| {
        let person = draws.below(3) == 0;
        let machine = if person { draws.below(100) < recall } else { draws.below(10) == 0 };
        let yes = u16::from(person) | u16::from(machine) << 1;
        let marks = if yes == 0 { Vec::new() } else { vec![Mark { theme: 0, rated: 3, yes }] };
        let name = UnitName { id: respondent.to_string(), ..UnitName::default() };
        Unit { name, respondent, language: Language::Cy, rated: 3, marks, ..Unit::default() }
    };
    let units: Vec<Unit> = (0..respondents).map(&mut unit).collect();
    let twice = units.iter().cloned().chain(units.iter().cloned()).collect();
    let themes = vec![CodedTheme { code: "T".to_owned(), by_hand: false }];
    Codings { themes, coders: vec!["a".to_owned()], has_machine: true, in_full: true, units: twice }
}

#[test]
fn the_interval_holds_the_truth_about_95_times_in_a_hundred_though_answers_of_one_respondent_are_alike() {
    let mut draws = Draws::new(11, 0);
    let (runs, mut held) = (300, 0);
    for seed in 0..runs {
        let found = evaluate(&simulated(&mut draws, 150, 70), Resampling { seed, resamples: 200 });
        let Estimate { low, high, .. } = found.accuracy.unwrap().all.pooled.recall;
        held += u64::from(low.unwrap() <= 0.7 && 0.7 <= high.unwrap());
    }
    // Within three standard deviations of a binomial count around 95 %, and of the few per cent that percentile intervals
    // of small samples fall short.
    assert!((270..=297).contains(&held), "{held} of {runs}");
}

#[test]
fn without_resamples_there_are_figures_and_no_intervals() {
    let found = evaluate(&simulated(&mut Draws::new(1, 1), 50, 70), Resampling { seed: 1, resamples: 0 });
    let recall = found.accuracy.unwrap().all.pooled.recall;
    assert!(recall.value.is_some() && recall.low.is_none());
    let nothing = evaluate(&Codings::default(), Resampling { seed: 1, resamples: 100 });
    assert_eq!((nothing.answers, nothing.accuracy, nothing.agreement), (0, None, None));
}
