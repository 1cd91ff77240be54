//! JSON documents: a list of objects, or one somewhere inside (`data[]`, `responses[]`), as APIs and exports give them.

use std::fmt;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::lines::flatten;
use super::survey::{self, Questions};
use crate::ingest::decode::{self, Probe};
use crate::ingest::{IngestError, Record, Sink};

/// Most bytes of a document whose outermost value is no list. A list is read an object at a time, however long it is.
const LONGEST: u64 = 256 << 20;

/// Names under which a document keeps its records, likeliest first.
const LISTS: [&str; 10] = [
    "consultation_responses",
    "responses",
    "data",
    "results",
    "submissions",
    "records",
    "items",
    "rows",
    "value",
    "answers",
];

/// What a reading of several files took in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Joined {
    /// How many records there were.
    pub(crate) records: u64,
    /// Other files that were read with it, and so count as covered.
    pub(crate) used: Vec<PathBuf>,
}

/// Reads a JSON document, a record for each response. Understood are lists of objects, JSON:API (regulations.gov),
/// surveys by page and question (SurveyMonkey, SmartSurvey), and the UK government analysis tool's older document;
/// anything else is an object with a list of objects, an object of objects, or one record.
///
/// # Errors
/// When the file cannot be read or the sink cannot keep what it got.
pub(crate) fn read(path: &Path, probe: &Probe, sink: &mut dyn Sink) -> Result<Joined, IngestError> {
    let broken = |source: std::io::Error| IngestError::unreadable_file(path, source);
    let text = BufReader::with_capacity(1 << 16, decode::open(path, probe.encoding).map_err(broken)?);
    let mut document = Document {
        path,
        bytes: probe.bytes,
        sink,
        joined: Joined::default(),
        failed: None,
        is_too_long: false,
        looked: None,
    };
    let mut parser = serde_json::Deserializer::from_reader(text);
    let read = parser.deserialize_any(&mut document).and_then(|()| parser.end());
    if let Some(error) = document.failed.take() {
        return Err(error);
    }
    let is_too_long = document.is_too_long;
    let joined = std::mem::take(&mut document.joined);
    let records = joined.records;
    match read {
        Ok(()) if records == 0 => sink.problem("", "it holds no records".to_owned())?,
        Ok(()) => {}
        Err(error) if error.is_io() => return Err(broken(error.into())),
        Err(_) if is_too_long => sink.unreadable("", too_long())?,
        Err(error) if error.is_data() => {
            sink.unreadable("", "it is JSON, but neither a list nor an object in braces".to_owned())?;
        }
        Err(error) => {
            // The parser's own message may quote the words; its place does not.
            let what = format!("from here it is not valid JSON (column {})", error.column());
            let kept = if records == 0 { "" } else { "; what stands before was kept" };
            let place = format!("line {}", error.line());
            if records == 0 { sink.unreadable(&place, what)? } else { sink.problem(&place, what + kept)? }
        }
    }
    Ok(joined)
}

fn too_long() -> String {
    format!("it is longer than {} MiB and no list; export it as JSON Lines or CSV, or in parts", LONGEST >> 20)
}

/// Takes the document as it is parsed.
struct Document<'d> {
    path: &'d Path,
    bytes: u64,
    sink: &'d mut dyn Sink,
    joined: Joined,
    /// What stopped the sink; the parser's own error cannot carry it.
    failed: Option<IngestError>,
    is_too_long: bool,
    /// The survey whose questions were looked for beside the file, and what was found.
    looked: Option<(String, Questions)>,
}

impl<'de> Visitor<'de> for &mut Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut n = 0;
        while let Some(item) = list.next_element::<Value>()? {
            n += 1;
            self.kept(|document| document.item(&format!("item {n}"), item, &Questions::default()))?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<(), A::Error> {
        if self.bytes > LONGEST {
            self.is_too_long = true;
            return Err(serde::de::Error::custom("too long"));
        }
        let object = Map::deserialize(serde::de::value::MapAccessDeserializer::new(object))?;
        self.kept(|document| document.object(object))
    }
}

impl Document<'_> {
    /// Does work for the sink; its error stops the parser, and is handed on behind it.
    fn kept<E: serde::de::Error>(&mut self, work: impl FnOnce(&mut Self) -> Result<(), IngestError>) -> Result<(), E> {
        work(self).map_err(|error| {
            self.failed = Some(error);
            E::custom("the sink")
        })
    }

    fn object(&mut self, object: Map<String, Value>) -> Result<(), IngestError> {
        let whole = Value::Object(object);
        if survey::is_details(&whole) {
            let what = "it holds the wording of a survey's questions, and no responses";
            return self.sink.problem("", what.to_owned());
        }
        let Value::Object(mut object) = whole else { return Ok(()) };
        let included = attachments(object.get("included"));
        let questions = object.get("consultation").map(Questions::of_consultation).unwrap_or_default();
        if survey::is_response(&object) {
            return self.item("", Value::Object(object), &questions);
        }
        if let Some((name, items)) = list_within(&mut object) {
            for (i, mut item) in items.into_iter().enumerate() {
                add_attachments(&mut item, &included);
                self.item(&format!("{name} {}", i + 1), item, &questions)?;
            }
            return Ok(());
        }
        if let Some(Value::Object(_)) = object.get("data") {
            let mut item = object.remove("data").unwrap_or_default();
            add_attachments(&mut item, &included);
            return self.item("data", item, &questions);
        }
        if object.len() > 1 && object.values().all(Value::is_object) {
            for (key, mut item) in object {
                if let Value::Object(item) = &mut item {
                    let inner = std::mem::take(item);
                    item.insert("id".to_owned(), Value::String(key.clone()));
                    item.extend(inner);
                }
                self.item(&format!("item {}", self.joined.records + 1), item, &questions)?;
            }
            return Ok(());
        }
        if object.is_empty() { Ok(()) } else { self.item("", Value::Object(object), &questions) }
    }

    /// Hands one object on as a record.
    fn item(&mut self, place: &str, item: Value, questions: &Questions) -> Result<(), IngestError> {
        self.joined.records += 1;
        let Value::Object(object) = item else {
            return self.sink.unreadable(place, "it is JSON, but no object in braces".to_owned());
        };
        let mut record = Record::default();
        if survey::is_response(&object) {
            let details = self.details(&object)?;
            let known = details.as_ref().map_or(questions, |(_, found)| found);
            let problems = survey::flatten(object, known, &mut record);
            self.looked = details;
            for problem in problems {
                self.sink.problem(place, problem)?;
            }
        } else {
            of_api(object, &mut record);
        }
        self.sink.record(place, &record)
    }

    /// The questions of a survey whose responses name their questions by number alone: they stand in a file beside it.
    fn details(&mut self, response: &Map<String, Value>) -> Result<Option<(String, Questions)>, IngestError> {
        let Some(id) = response.get("survey_id").map(survey::plain).filter(|id| !id.is_empty()) else {
            return Ok(None);
        };
        if let Some(known) = self.looked.take()
            && known.0 == id
        {
            return Ok(Some(known));
        }
        if survey::names_its_questions(response) {
            return Ok(None);
        }
        let found = survey::beside(self.path, &id);
        if let Some((file, questions)) = found {
            self.joined.used.push(file);
            return Ok(Some((id, questions)));
        }
        let what = format!(
            "its questions and options are numbers; put the survey's details (…/surveys/{id}/details, as JSON) beside it"
        );
        self.sink.problem("", what)?;
        Ok(Some((id, Questions::default())))
    }
}

/// The list of objects that a document holds: under a usual name, else the only one there is.
fn list_within(object: &mut Map<String, Value>) -> Option<(String, Vec<Value>)> {
    let is_list = |value: &Value| value.as_array().is_some_and(|items| items.iter().any(Value::is_object));
    let usual = LISTS.iter().find(|name| object.get(**name).is_some_and(is_list)).map(|name| (*name).to_owned());
    let name = usual.or_else(|| {
        let mut lists = object.iter().filter(|(name, value)| *name != "included" && is_list(value));
        lists.next().filter(|_| lists.next().is_none()).map(|(name, _)| name.clone())
    })?;
    match object.remove(&name)? {
        Value::Array(items) => Some((name, items)),
        _ => None,
    }
}

/// A record of an object; the attributes of JSON:API stand beside its id, as if they were its own.
fn of_api(mut object: Map<String, Value>, record: &mut Record) {
    let attributes = match object.get("attributes") {
        Some(Value::Object(_)) if object.contains_key("id") => object.remove("attributes"),
        _ => None,
    };
    let Some(attributes) = attributes else { return flatten("", Value::Object(object), record) };
    for key in ["links", "relationships"] {
        object.remove(key);
    }
    flatten("", Value::Object(object), record);
    flatten("", attributes, record);
}

/// Addresses of attached files, by the id of the attachment.
fn attachments(included: Option<&Value>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for item in included.and_then(Value::as_array).into_iter().flatten() {
        let Some(id) = item["id"].as_str().filter(|_| item["type"] == "attachments") else { continue };
        for format in item["attributes"]["fileFormats"].as_array().into_iter().flatten() {
            if let Some(url) = format["fileUrl"].as_str() {
                found.push((id.to_owned(), url.to_owned()));
            }
        }
    }
    found
}

/// Lists the addresses of an item's attachments under `attachments`, joined by `; `.
fn add_attachments(item: &mut Value, included: &[(String, String)]) {
    let own: Vec<&str> = match item["relationships"]["attachments"]["data"].as_array() {
        Some(data) => data.iter().filter_map(|one| one["id"].as_str()).collect(),
        None => return,
    };
    let urls: Vec<&str> =
        included.iter().filter(|(id, _)| own.contains(&id.as_str())).map(|(_, url)| url.as_str()).collect();
    if let Some(Value::Object(attributes)) = item.get_mut("attributes") {
        attributes.insert("attachments".to_owned(), Value::String(urls.join("; ")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::records::tests::Kept;
    use proptest::prelude::*;

    fn kept(text: &[u8]) -> (Joined, Kept) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        std::fs::write(&path, text).unwrap();
        kept_of(&path)
    }

    fn kept_of(path: &Path) -> (Joined, Kept) {
        let probe = decode::probe(path, None).unwrap();
        let mut kept = Kept::default();
        (read(path, &probe, &mut kept).unwrap(), kept)
    }

    #[test]
    fn lists_of_objects_are_found_wherever_they_stand() {
        for (text, line) in [
            (r#"[{"id":1,"why":"Rhy gyflym 🙂"},{"id":2}]"#, "item 1: 1|Rhy gyflym 🙂"),
            (r#"{"total":1,"responses":[{"id":1,"who":{"area":"Môn"},"tags":["a","b"]}]}"#, "responses 1: 1|Môn|a; b"),
            (r#"{"meta":{},"sylwadau":[{"id":1}]}"#, "sylwadau 1: 1"),
            (r#"{"7":{"why":"T\u0177"},"8":{"why":"b"}}"#, "item 1: 7|T\u{177}"),
            (r#"{"why":"alone","n":2.5,"ok":true,"none":null}"#, ": alone|2.5|true|"),
        ] {
            assert_eq!(kept(text.as_bytes()).1.lines()[0], line, "{text}");
        }
    }

    #[test]
    fn regulations_gov_gives_its_attributes_and_attachments() {
        let text = r#"{"data":[{"id":"D-1","type":"comments","attributes":{"comment":"Da","organization":null},
            "relationships":{"attachments":{"data":[{"id":"A","type":"attachments"}]}}}],
            "included":[{"id":"A","type":"attachments","attributes":{"fileFormats":[{"fileUrl":"https://e.org/1.pdf"}]}}]}"#;
        let (_, kept) = kept(text.as_bytes());
        let cells: Vec<&str> = kept.records[0].1.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(cells, ["id", "type", "comment", "organization", "attachments"]);
        assert_eq!(kept.lines(), ["data 1: D-1|comments|Da||https://e.org/1.pdf"]);
    }

    #[test]
    fn what_is_no_json_says_where_and_never_what() {
        let (joined, kept) = kept(b"[{\"why\":\"kept\"},\n{\"why\": secret words}]");
        assert_eq!(joined.records, 1);
        assert!(kept.said().starts_with("line 2: from here it is not valid JSON"), "{}", kept.said());
        assert!(!kept.said().contains("secret"));
        for text in ["", "[", "nope", "[[[", "{\"a\":[{]"] {
            assert_eq!(super::tests::kept(text.as_bytes()).1.problems.len(), 1, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(super::tests::kept(deep.as_bytes()).1.problems.len(), 1);
        assert_eq!(super::tests::kept(b"[]").1.said(), ": it holds no records\n");
        assert!(super::tests::kept(b"[1]").1.said().contains("no object in braces"));
    }

    #[test]
    fn surveys_by_page_take_their_words_from_the_details_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bulk.json");
        let bulk = r#"{"data":[{"id":"9","survey_id":"5","date_created":"2022-03-05","pages":[{"id":"1","questions":[
            {"id":"10","answers":[{"choice_id":"100"},{"choice_id":"101"},{"other_id":"102","text":"Mwy 🙂"}]},
            {"id":"11","answers":[{"text":"Rhy gyflym"}]},
            {"id":"12","answers":[{"row_id":"120","choice_id":"121"}]}]}]}]}"#;
        let details = r#"{"id":"5","pages":[{"questions":[
            {"id":"10","headings":[{"heading":"<b>Which?</b>"}],
             "answers":{"choices":[{"id":"100","text":"A"},{"id":"101","text":"B"}],"other":{"id":"102","text":"Other"}}},
            {"id":"11","headings":[{"heading":"Pam?"}]},
            {"id":"12","headings":[{"heading":"Grid"}],"answers":{"rows":[{"id":"120","text":"Cost"}],"choices":[{"id":"121","text":"High"}]}}]}]}"#;
        std::fs::write(&path, bulk).unwrap();
        let (_, kept) = kept_of(&path);
        assert!(kept.said().contains("put the survey's details"), "{}", kept.said());
        std::fs::write(folder.path().join("details.json"), details).unwrap();
        let (joined, kept) = kept_of(&path);
        assert_eq!((joined.used.len(), kept.problems.len()), (1, 0));
        assert_eq!(
            kept.records[0].1[3..],
            [("Which?", "A; B"), ("Which? - Other", "Mwy 🙂"), ("Pam?", "Rhy gyflym"), ("Grid - Cost", "High")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn smartsurvey_and_the_older_consultation_document_name_their_columns_by_the_questions() {
        let smart = r#"[{"id":1,"status":"completed","pages":[{"title":"T","questions":[{"id":3,"title":"Which day?","answers":[
            {"type":"radio","choice_title":"Dydd Mercher"},{"type":"comment","choice_title":"Comments:","value":"Braf"}]}]}]}]"#;
        let (_, kept) = kept(smart.as_bytes());
        let cell = |name: &str| kept.records[0].1.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        assert_eq!((cell("Which day?"), cell("Which day? - Comments:")), (Some("Dydd Mercher"), Some("Braf")));
        let older = r#"{"consultation":{"sections":[{"questions":[{"id":"q1","text":"Pam?","has_free_text":true}]}]},
            "consultation_responses":[{"submitted_at":"2022-11-07T09:00:00Z","answers":[{"question_id":"q1","free_text":"Da",
            "multiple_choice":[{"question_text":"Pam?","options":["A","B"]},{"question_text":"Pryd?","options":["C"]}]}]}]}"#;
        let (_, kept) = super::tests::kept(older.as_bytes());
        assert_eq!(
            kept.records[0].1,
            [("submitted_at", "2022-11-07T09:00:00Z"), ("Pam?", "Da"), ("Pam? options", "A; B"), ("Pryd?", "C")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn questions_of_one_wording_keep_their_answers_apart() {
        let text = r#"{"consultation":{"questions":[
            {"id":"a","text":"Pam?","multiple_choice":[{"question_text":"Pa un?","options":[]}]},
            {"id":"b","text":"Pam?","multiple_choice":[{"question_text":"Pa un?","options":[]}]}]},
            "consultation_responses":[{"submitted_at":"2022-11-07","answers":[
            {"question_id":"a","free_text":"Da","multiple_choice":[{"question_text":"Pa un?","options":["1"]}]},
            {"question_id":"b","free_text":"Gwael 🙂","multiple_choice":[{"question_text":"Pa un?","options":["2"]}]}]}]}"#;
        let (_, kept) = kept(text.as_bytes());
        let cells: Vec<(&str, &str)> =
            kept.records[0].1[1..].iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let a = [("Pam? (a)", "Da"), ("Pam? (a) - Pa un?", "1")];
        assert_eq!(cells, [a, [("Pam? (b)", "Gwael 🙂"), ("Pam? (b) - Pa un?", "2")]].concat());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            kept(&bytes);
        }
    }
}
