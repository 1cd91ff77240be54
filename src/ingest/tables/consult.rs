//! The folder of the UK government's analysis tool: respondents, and beside them a folder for each question, joined by
//! `themefinder_id` into a record for each respondent.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::json::Joined;
use super::lines::flatten;
use super::survey::plain;
use crate::ingest::decode;
use crate::ingest::{IngestError, Record, Sink};

/// The file that such a folder is known by.
const RESPONDENTS: &str = "respondents.jsonl";

/// A question of the folder, as `question.json` describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// Its number, which the folder's name ends with.
    pub(crate) number: u64,
    /// What was asked.
    pub(crate) text: String,
    /// Whether it has words; they stand in the column [`Question::column`].
    pub(crate) has_free_text: bool,
    /// What could be chosen; what was, stands in the column [`Question::options_column`]. Empty when nothing could.
    pub(crate) options: Vec<String>,
    folder: PathBuf,
}

impl Question {
    /// The column of its words: the folder's name, `question_part_2`.
    pub(crate) fn column(&self) -> String {
        self.folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The column of the options chosen: `question_part_2 options`, joined by `; `.
    pub(crate) fn options_column(&self) -> String {
        format!("{} options", self.column())
    }
}

/// Whether a file is the list of respondents of such a folder.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == RESPONDENTS) && !folders(path).is_empty()
}

/// The files that belong to a list of respondents: what lies in the folders of its questions, and what the tool found out
/// (`outputs` beside `inputs`), which holds nobody's answers.
pub(crate) fn beside(path: &Path) -> Vec<PathBuf> {
    let mut folders = folders(path);
    let inputs = path.parent();
    folders.extend(inputs.and_then(Path::parent).map(|folder| folder.join("outputs")).filter(|folder| folder.is_dir()));
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// The questions of the folder that a list of respondents lies in, by number. One whose description cannot be read has
/// what its files tell.
pub(crate) fn questions(path: &Path) -> Vec<Question> {
    let mut questions: Vec<Question> = folders(path).into_iter().map(question).collect();
    questions.sort_by_key(|question| (question.number, question.column()));
    questions
}

/// Reads the folder that a list of respondents lies in: a record for each respondent, with `themefinder_id`, what is
/// known of them, and the answers to each question.
///
/// # Errors
/// When a file cannot be read or the sink cannot keep what it got.
pub(crate) fn read(path: &Path, sink: &mut dyn Sink) -> Result<Joined, IngestError> {
    let mut joined = Joined::default();
    let mut columns = Vec::new();
    let mut answers: Answers = BTreeMap::new();
    for question in questions(path) {
        let described = question.folder.join("question.json");
        if described.is_file() {
            joined.used.push(described);
        } else {
            let what = format!("{} has no question.json, so what it asked is not known", question.column());
            sink.problem("", what)?;
        }
        let files = [
            ("responses.jsonl", "text", question.column()),
            ("multi_choice.jsonl", "options", question.options_column()),
        ];
        for (file, key, column) in files {
            let file = question.folder.join(file);
            if file.is_file() {
                let at = columns.len();
                columns.push(column);
                gather(&file, key, at, &mut answers, sink)?;
                joined.used.push(file);
            }
        }
    }
    let mut seen = BTreeSet::new();
    each_line(path, "", sink, &mut |place, mut line, sink| {
        let Some(id) = id_of(&line) else { return no_id(place, sink) };
        if !seen.insert(id) {
            sink.problem(place, "its themefinder_id stands here twice; the answers count for the first".to_owned())?;
        }
        let mut record = Record { cells: vec![("themefinder_id".to_owned(), id.to_string())] };
        if let Value::Object(object) = &mut line {
            object.remove("themefinder_id");
            for key in ["demographic_data", "demographics"] {
                if let Some(known) = object.remove(key) {
                    flatten("", known, &mut record);
                }
            }
        }
        flatten("", line, &mut record);
        joined.records += 1;
        sink.record(place, &with_answers(record, &columns, answers.remove(&id)))
    })?;
    for (id, given) in answers {
        joined.records += 1;
        let record = Record { cells: vec![("themefinder_id".to_owned(), id.to_string())] };
        let place = format!("themefinder_id {id}");
        sink.problem(&place, format!("{RESPONDENTS} has no line for it; its answers were kept"))?;
        sink.record(&place, &with_answers(record, &columns, Some(given)))?;
    }
    if joined.records == 0 {
        sink.problem("", "the file is empty".to_owned())?;
    }
    Ok(joined)
}

/// Answers by respondent: number of the column, and what it holds.
type Answers = BTreeMap<i64, Vec<(usize, String)>>;

fn with_answers(mut record: Record, columns: &[String], given: Option<Vec<(usize, String)>>) -> Record {
    let begin = record.cells.len();
    record.cells.extend(columns.iter().map(|column| (column.clone(), String::new())));
    for (at, text) in given.unwrap_or_default() {
        let cell = &mut record.cells[begin + at].1;
        if !cell.is_empty() {
            cell.push_str("\n\n");
        }
        cell.push_str(&text);
    }
    record
}

/// Reads one file of answers into what is known of each respondent.
fn gather(file: &Path, key: &str, at: usize, answers: &mut Answers, sink: &mut dyn Sink) -> Result<(), IngestError> {
    let name = below(file);
    each_line(file, &name, sink, &mut |place, line, sink| {
        let Some(id) = id_of(&line) else { return no_id(place, sink) };
        let text = match &line[key] {
            Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
            other => plain(other),
        };
        let given = answers.entry(id).or_default();
        if given.iter().any(|(other, _)| *other == at) {
            let what = "its themefinder_id stands here twice; both answers were kept, one below the other";
            sink.problem(place, what.to_owned())?;
        }
        given.push((at, text));
        Ok(())
    })
}

fn id_of(line: &Value) -> Option<i64> {
    let id = &line["themefinder_id"];
    id.as_i64().or_else(|| id.as_str()?.trim().parse().ok())
}

fn no_id(place: &str, sink: &mut dyn Sink) -> Result<(), IngestError> {
    sink.unreadable(place, "it has no themefinder_id, a whole number, so it belongs to nobody".to_owned())
}

type Take<'t> = dyn FnMut(&str, Value, &mut dyn Sink) -> Result<(), IngestError> + 't;

/// Hands on each line of a file that is JSON; the others are set aside. Places begin with `name`, if there is one.
fn each_line(file: &Path, name: &str, sink: &mut dyn Sink, take: &mut Take<'_>) -> Result<(), IngestError> {
    let broken = |source: std::io::Error| IngestError::unreadable_file(file, source);
    let probe = decode::probe(file, None).map_err(broken)?;
    let text = BufReader::new(decode::open(file, probe.encoding).map_err(broken)?);
    for (i, line) in text.lines().enumerate() {
        let line = line.map_err(broken)?;
        let place = if name.is_empty() { format!("line {}", i + 1) } else { format!("{name}, line {}", i + 1) };
        match serde_json::from_str::<Value>(&line) {
            _ if line.trim().is_empty() => {}
            Ok(value) => take(&place, value, sink)?,
            Err(error) => {
                let what = format!("it is not valid JSON ({:?} error at column {})", error.classify(), error.column());
                sink.unreadable(&place, what)?;
            }
        }
    }
    Ok(())
}

/// `question_part_2/responses.jsonl` of a longer path.
fn below(file: &Path) -> String {
    let parts: Vec<_> = file.iter().rev().take(2).map(|part| part.to_string_lossy()).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// Folders beside the list of respondents that hold a question.
fn folders(path: &Path) -> Vec<PathBuf> {
    let beside = path.parent().and_then(|folder| std::fs::read_dir(folder).ok());
    let mut folders: Vec<PathBuf> = beside.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| {
        let holds = |file: &str| folder.join(file).is_file();
        folder.is_dir() && (holds("question.json") || holds("responses.jsonl") || holds("multi_choice.jsonl"))
    });
    folders
}

fn question(folder: PathBuf) -> Question {
    let text = std::fs::read_to_string(folder.join("question.json")).unwrap_or_default();
    let described: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let of_name = name.rsplit('_').next().and_then(|number| number.parse().ok());
    let options = ["multi_choice_options", "question_multiple_choice_options"].map(|key| described[key].as_array());
    let has_words = folder.join("responses.jsonl").is_file();
    Question {
        number: described["question_number"].as_u64().or(of_name).unwrap_or_default(),
        text: plain(&described["question_text"]).trim().to_owned(),
        has_free_text: described["has_free_text"].as_bool().unwrap_or(has_words),
        options: options.into_iter().flatten().flatten().map(plain).collect(),
        folder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::records::tests::Kept;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn respondents_and_answers_are_joined() {
        let folder = folder(&[
            (
                "respondents.jsonl",
                "{\"themefinder_id\":1,\"demographic_data\":{\"Region\":[\"Gwynedd\",\"Môn\"]}}\n{\"themefinder_id\":2}\nbroken\n",
            ),
            (
                "question_part_10/question.json",
                r#"{"question_number":10,"question_text":"Unrhyw beth?","has_free_text":true}"#,
            ),
            (
                "question_part_10/responses.jsonl",
                "{\"themefinder_id\":2,\"text\":\"Dim 🙂\"}\n{\"themefinder_id\":7,\"text\":\"lost?\"}\n",
            ),
            (
                "question_part_2/question.json",
                r#"{"question_number":2,"question_text":"Agree?","has_free_text":true,"multi_choice_options":["Agree","Disagree"]}"#,
            ),
            (
                "question_part_2/responses.jsonl",
                "{\"themefinder_id\":1,\"text\":\" T\u{177} \"}\n\n{\"text\":\"nobody's\"}",
            ),
            ("question_part_2/multi_choice.jsonl", "{\"themefinder_id\":1,\"options\":[\"Agree\",\"Disagree\"]}\n"),
        ]);
        let path = folder.path().join(RESPONDENTS);
        assert!(is_folder(&path));
        let questions = questions(&path);
        assert_eq!(questions.iter().map(|question| question.number).collect::<Vec<_>>(), [2, 10]);
        assert_eq!((questions[0].options.len(), questions[1].options.len()), (2, 0));
        let mut kept = Kept::default();
        let joined = read(&path, &mut kept).unwrap();
        assert_eq!((joined.records, joined.used.len()), (3, 5));
        assert_eq!(
            kept.lines(),
            ["line 1: 1|Gwynedd; Môn| T\u{177} |Agree; Disagree|", "line 2: 2|||Dim 🙂", "themefinder_id 7: 7|||lost?"]
        );
        let names: Vec<&str> = kept.records[0].1.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["themefinder_id", "Region", "question_part_2", "question_part_2 options", "question_part_10"]
        );
        let said = kept.said();
        assert!(said.contains("line 3: unreadable: it is not valid JSON"), "{said}");
        assert!(
            said.contains("question_part_2/responses.jsonl, line 3: unreadable: it has no themefinder_id"),
            "{said}"
        );
        assert!(said.contains("themefinder_id 7: respondents.jsonl has no line for it"), "{said}");
    }

    #[test]
    fn a_list_of_respondents_alone_is_no_such_folder() {
        let folder = folder(&[("respondents.jsonl", ""), ("other/notes.txt", "x")]);
        let path = folder.path().join(RESPONDENTS);
        assert!(!is_folder(&path));
        let mut kept = Kept::default();
        assert_eq!(read(&path, &mut kept).unwrap(), Joined::default());
        assert_eq!(kept.said(), ": the file is empty\n");
    }
}
