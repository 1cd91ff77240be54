//! Responses that hold their answers by page and question, as the APIs of survey platforms give them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::lines;
use crate::ingest::Record;

/// Files beside the responses that are looked at for the survey's questions, and the longest that one may be.
const LOOKED_AT: usize = 50;
const LONGEST: u64 = 32 << 20;

/// Wordings of a survey's questions, rows, options by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Questions {
    questions: BTreeMap<String, String>,
    parts: BTreeMap<String, String>,
    /// Wordings of choices that stand under several questions, and so name no column by themselves.
    repeated: BTreeSet<String>,
}

impl Questions {
    /// Of the UK government analysis tool's older document: `sections[].questions[]`, or `questions[]`.
    pub(crate) fn of_consultation(consultation: &Value) -> Self {
        let mut known = Questions::default();
        let mut asked = BTreeSet::new();
        let sections = consultation["sections"].as_array().into_iter().flatten();
        for part in sections.chain([consultation]) {
            for question in list(part, "questions") {
                known.questions.insert(plain(&question["id"]), plain(&question["text"]).trim().to_owned());
                for choice in list(question, "multiple_choice") {
                    let wording = plain(&choice["question_text"]);
                    if !asked.insert(wording.clone()) {
                        known.repeated.insert(wording);
                    }
                }
            }
        }
        known.distinct()
    }

    /// Of SurveyMonkey's details of a survey: headings of questions, texts of rows, columns and choices.
    fn of_details(details: &Value) -> Self {
        let mut known = Questions::default();
        for question in list(details, "pages").flat_map(|page| list(page, "questions")) {
            let heading =
                list(question, "headings").map(|heading| plain(&heading["heading"])).next().unwrap_or_default();
            known.questions.insert(plain(&question["id"]), without_tags(&heading));
            let answers = &question["answers"];
            let parts = ["rows", "cols", "choices"].into_iter().flat_map(|name| list(answers, name));
            let menus = list(answers, "cols").flat_map(|column| list(column, "choices"));
            for part in parts.chain(menus).chain([&answers["other"]]).filter(|part| part.is_object()) {
                known.parts.insert(plain(&part["id"]), without_tags(&plain(&part["text"])));
            }
        }
        known.distinct()
    }

    /// Questions of one wording are told apart by their ids.
    fn distinct(mut self) -> Self {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for wording in self.questions.values() {
            *times.entry(wording.clone()).or_default() += 1;
        }
        for (id, wording) in &mut self.questions {
            if times.get(wording).is_some_and(|times| *times > 1) {
                *wording = format!("{wording} ({id})").trim_start().to_owned();
            }
        }
        self
    }
}

/// Whether an object is a response whose answers lie by page, or in a list that names their questions.
pub(crate) fn is_response(object: &Map<String, Value>) -> bool {
    let has = |list: Option<&Value>, key: &str| {
        list.and_then(Value::as_array)
            .is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get(key).is_some()))
    };
    has(object.get("pages"), "questions") && !object.contains_key("question_count")
        || has(object.get("answers"), "question_id")
}

/// Whether the response brings the wording of its questions along.
pub(crate) fn names_its_questions(response: &Map<String, Value>) -> bool {
    let pages = response.get("pages").and_then(Value::as_array).into_iter().flatten();
    let mut questions = pages.flat_map(|page| list(page, "questions")).peekable();
    questions.peek().is_none() || questions.any(|question| !heading(question).is_empty())
}

/// Whether a document is the details of a survey: the wording of its questions, without anybody's answers.
pub(crate) fn is_details(document: &Value) -> bool {
    let mut questions = list(document, "pages").flat_map(|page| list(page, "questions")).peekable();
    questions.peek().is_some()
        && questions.all(|q| q.get("headings").is_some() && q.get("answers").is_none_or(Value::is_object))
}

/// The details of a survey among the JSON files beside its responses.
pub(crate) fn beside(path: &Path, survey: &str) -> Option<(PathBuf, Questions)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(path.parent()?).ok()?.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file != path && file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files.into_iter().take(LOOKED_AT).find_map(|file| {
        let is_short = std::fs::metadata(&file).is_ok_and(|about| about.is_file() && about.len() <= LONGEST);
        let text = is_short.then(|| std::fs::read_to_string(&file).ok())??;
        let details: Value = serde_json::from_str(&text).ok()?;
        (plain(&details["id"]) == survey && is_details(&details)).then(|| (file, Questions::of_details(&details)))
    })
}

/// Writes a response as a record: its own values, then a cell for each question, or for each part of one that has
/// rows, or a field for other words.
pub(crate) fn flatten(mut response: Map<String, Value>, known: &Questions, record: &mut Record) -> Vec<String> {
    let mut cells = Cells::default();
    for page in response.remove("pages").as_ref().and_then(Value::as_array).into_iter().flatten() {
        for question in list(page, "questions") {
            cells.question(question, known);
        }
    }
    if let Some(answers) = response.get("answers").and_then(Value::as_array) {
        for answer in answers {
            cells.answer(answer, known);
        }
        response.remove("answers");
    }
    lines::flatten("", Value::Object(response), record);
    for (name, values) in cells.0 {
        record.cells.push((name, values.join("; ")));
    }
    cells.1
}

/// Values by column, in the order of the questions; and what could not be understood.
#[derive(Default)]
struct Cells(Vec<(String, Vec<String>)>, Vec<String>);

impl Cells {
    fn put(&mut self, name: &str, value: String) {
        if value.trim().is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(column, _)| column == name) {
            Some((_, values)) => values.push(value),
            None => self.0.push((name.to_owned(), vec![value])),
        }
    }

    /// Answers of SurveyMonkey (`choice_id`, `row_id`, `other_id`, `text`) and SmartSurvey (`choice_title`, `value`).
    fn question(&mut self, question: &Value, known: &Questions) {
        let id = plain(&question["id"]);
        let own = heading(question);
        let name = if own.is_empty() { known.questions.get(&id).cloned().unwrap_or_else(|| id.clone()) } else { own };
        for answer in list(question, "answers") {
            let part = |key: &str| {
                let id = plain(&answer[key]);
                known.parts.get(&id).cloned().unwrap_or(id)
            };
            let text = [&answer["text"], &answer["value"]].into_iter().map(plain).find(|text| !text.is_empty());
            let title =
                ["choice_title", "row_title"].into_iter().map(|key| plain(&answer[key])).find(|t| !t.is_empty());
            let simple = without_tags(&plain(&answer["simple_text"]));
            let mut column = name.clone();
            for part in [part("row_id"), part("col_id"), part("other_id")].iter().filter(|part| !part.is_empty()) {
                column = format!("{column} - {part}");
            }
            let choice = part("choice_id");
            match (text, title) {
                // Words beside a title belong to that title: "Comments:", a row of boxes.
                (Some(text), Some(title)) => self.put(&format!("{column} - {title}"), text),
                (Some(text), None) => self.put(&column, text),
                (None, Some(title)) => self.put(&column, title),
                (None, None) if !simple.is_empty() && !known.parts.contains_key(&plain(&answer["choice_id"])) => {
                    self.put(&column, simple);
                }
                (None, None) if choice.is_empty() => self.put(&column, unknown(answer)),
                (None, None) => self.put(&column, choice),
            }
        }
    }

    /// Answers of the UK government analysis tool's older document.
    fn answer(&mut self, answer: &Value, known: &Questions) {
        let id = plain(&answer["question_id"]);
        let name = known.questions.get(&id).filter(|text| !text.is_empty()).unwrap_or(&id).clone();
        self.put(&name, plain(&answer["free_text"]));
        for choice in list(answer, "multiple_choice") {
            let asked = plain(&choice["question_text"]);
            let column = if asked.is_empty() || asked == name {
                format!("{name} options")
            } else if known.repeated.contains(&asked) {
                format!("{name} - {asked}")
            } else {
                asked
            };
            for option in list(choice, "options") {
                self.put(&column, plain(option));
            }
        }
    }
}

/// An answer of a shape unknown: all that it holds, so that nothing is lost.
fn unknown(answer: &Value) -> String {
    let mut record = Record::default();
    lines::flatten("", answer.clone(), &mut record);
    let filled = record.cells.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(", ")
}

fn heading(question: &Value) -> String {
    let own = ["heading", "title", "text"].into_iter().map(|key| plain(&question[key])).find(|text| !text.is_empty());
    without_tags(&own.unwrap_or_default())
}

/// A plain value as text, exactly; nothing for lists, objects and null.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    value[key].as_array().into_iter().flatten()
}

/// Headings come with the marks of a web page; the column is named by their words.
fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.trim().to_owned();
    }
    let page = scraper::Html::parse_fragment(text);
    let words: String = page.root_element().text().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
