//! `consultation.toml`: what was asked and where the responses come from.

pub mod collect;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use self::collect::Collect;
use crate::model::{
    Bilingual, CampaignRules, Consultation, Counting, DuplicateRules, Late, Locale, Question, RespondentType, SetAside,
};

/// Settings that could not be used, with where and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {what}")]
pub struct SettingsError {
    place: String,
    what: String,
}

/// Everything in `consultation.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The exercise.
    pub consultation: Consultation,
    /// Where its responses come from, in the order in which they get their numbers.
    pub sources: Vec<SourceSettings>,
    /// Whether pictures of pages are read by OCR, where a program for it is installed.
    pub ocr: bool,
    /// What is done with items that may be one response.
    pub duplicates: DuplicateRules,
    /// What counts as a campaign.
    pub campaigns: CampaignRules,
    /// How people are cared for.
    pub care: Care,
    /// BLAKE3 of the file, in hexadecimal.
    pub hash: String,
}

/// Who may see what is out of general view, and until when people may take their words back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Care {
    /// Safeguarding leads, by name: they alone may read what is out of general view, and close a worry.
    pub leads: Vec<String>,
    /// Days off beyond the bank holidays that follow a rule, for the clocks of worries.
    pub holidays: Vec<jiff::civil::Date>,
    /// The last day on which people may take their words back; none where they always may.
    pub withdraw_until: Option<jiff::civil::Date>,
    /// The day until which everything is kept; none where nobody said.
    pub keep_until: Option<jiff::civil::Date>,
}

impl Care {
    /// The lead of this name, however its letters and spaces are written.
    pub fn lead(&self, name: &str) -> Option<&str> {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        self.leads.iter().find(|lead| plain(lead) == plain(name)).map(String::as_str)
    }
}

/// One kind of source: files of one layout, or addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSettings {
    /// Files below `received/`: a path in which `*` stands for anything within a name.
    #[serde(default)]
    pub files: String,
    /// Addresses to fetch into `received/`; each is then read as a file of this source.
    #[serde(default)]
    pub urls: Vec<String>,
    /// How the addresses are collected. It decides nothing of how their files are read, so it is no part of what a
    /// reading is known by.
    #[serde(default, skip_serializing)]
    pub collect: Collect,
    /// `form`, `e-mail`, `letter`…
    #[serde(default)]
    pub channel: String,
    /// How the files are laid out; told from their names when not given.
    #[serde(default)]
    pub layout: Option<Layout>,
    /// Delimiter of a table, when it is not to be found out.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// Encoding (`windows-1252`, `iso-8859-14`…), when it is not to be found out.
    #[serde(default)]
    pub encoding: Option<String>,
    /// Column with the id of a response.
    #[serde(default)]
    pub id: Option<String>,
    /// Column with the date received.
    #[serde(default)]
    pub received: Option<String>,
    /// What comes first in a date such as `03/04/2022`.
    #[serde(default)]
    pub dates: DateOrder,
    /// Column with the type of respondent.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// Type of respondent where the column is blank or missing.
    #[serde(default)]
    pub default_type: Option<String>,
    /// Columns that make up the name of a person.
    #[serde(default)]
    pub name: Vec<String>,
    /// Column with the organisation.
    #[serde(default)]
    pub organisation: Option<String>,
    /// Column with the e-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Column with the area.
    #[serde(default)]
    pub area: Option<String>,
    /// Column with the language of the form.
    #[serde(default)]
    pub language: Option<String>,
    /// Column with the consent to publish.
    #[serde(default)]
    pub may_publish: Option<String>,
    /// Column with the consent to name.
    #[serde(default)]
    pub may_name: Option<String>,
    /// Column with the consent to quote.
    #[serde(default)]
    pub may_quote: Option<String>,
    /// Column with the consent to contact.
    #[serde(default)]
    pub may_contact: Option<String>,
    /// Columns in which a yes keeps the name back: "Keep my response anonymous?".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anonymous: Vec<String>,
    /// Columns in which a yes keeps everything back: "Treat my response as confidential".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confidential: Vec<String>,
    /// Consents that everyone gave who answered over this source, as on a public docket.
    #[serde(default)]
    pub consents: Vec<Consent>,
    /// For letters and e-mails: a table below `received/` with a line for each file (its column `File`), read with the
    /// columns above.
    #[serde(default)]
    pub register: Option<String>,
    /// Columns that answer questions: id of the question, header of the column, or of several that hold a part each.
    #[serde(default)]
    pub answers: BTreeMap<String, Columns>,
    /// Sheets of a workbook to read; all that have the columns, when empty.
    #[serde(default)]
    pub sheets: Vec<String>,
    /// Rows that are not to be analysed.
    #[serde(default)]
    pub set_aside: Vec<SetAsideRule>,
}

/// One column, or several that each hold a part of the answer: an option of several, a page of a long text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "OneOrMore", into = "OneOrMore")]
pub struct Columns(pub Vec<String>);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl From<OneOrMore> for Columns {
    fn from(written: OneOrMore) -> Self {
        match written {
            OneOrMore::One(column) => Columns(vec![column]),
            OneOrMore::More(columns) => Columns(columns),
        }
    }
}

impl From<Columns> for OneOrMore {
    fn from(mut columns: Columns) -> Self {
        match columns.0.len() {
            1 => OneOrMore::One(columns.0.remove(0)),
            _ => OneOrMore::More(columns.0),
        }
    }
}

/// What comes first in a date of three numbers, where both readings are dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `03/04/2022` is the third of April.
    #[default]
    DayFirst,
    /// `03/04/2022` is the fourth of March.
    MonthFirst,
}

/// One of the four consents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// To publish the response.
    Publish,
    /// To name the respondent.
    Name,
    /// To quote the words.
    Quote,
    /// To contact the respondent.
    Contact,
}

/// Endings of files that are a response each: letters, messages, and pictures of letters.
const OF_DOCUMENTS: [&str; 20] = [
    "txt", "text", "docx", "docm", "doc", "odt", "rtf", "pdf", "html", "htm", "eml", "mbox", "msg", "mht", "png",
    "jpg", "jpeg", "tif", "tiff", "heic",
];

impl SourceSettings {
    /// The layout of one of its files: as the settings say, else by the file's name.
    pub fn layout_of(&self, file: &str) -> Layout {
        let extension = file.rsplit('.').next().unwrap_or_default().to_lowercase();
        self.layout.unwrap_or(match extension.as_str() {
            "md" | "markdown" => Layout::Event,
            extension if OF_DOCUMENTS.contains(&extension) => Layout::Document,
            _ => Layout::Table,
        })
    }
}

/// How files are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// A response a row: delimited text, a sheet of a workbook, JSON, JSON Lines.
    #[serde(alias = "jsonl")]
    Table,
    /// A response a file: a letter, a filled-in form, a message with what is attached to it.
    #[serde(alias = "text")]
    Document,
    /// Notes of an event.
    Event,
    /// No responses: figures, lists, a cover note. Received and set aside as one.
    Other,
}

/// Rows are set aside when a column holds one of some values, or none of those it should.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAsideRule {
    /// Header of the column.
    pub column: String,
    /// Set aside when it holds one of these.
    #[serde(default)]
    pub is: Vec<String>,
    /// Set aside when it holds none of these.
    #[serde(default)]
    pub is_not: Vec<String>,
    /// Why.
    pub reason: SetAside,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: u32,
    #[serde(default)]
    invented: bool,
    title: Text,
    #[serde(default)]
    about: Text,
    #[serde(default)]
    number: String,
    #[serde(default)]
    opened: Option<toml::value::Datetime>,
    #[serde(default)]
    closes: Option<toml::value::Datetime>,
    #[serde(default)]
    late_after: Option<toml::value::Datetime>,
    #[serde(default = "both")]
    languages: Vec<Locale>,
    #[serde(default)]
    headline: Counting,
    #[serde(default = "five")]
    fewest_shown: u64,
    #[serde(default = "three")]
    quotations: usize,
    #[serde(default)]
    ocr: bool,
    #[serde(default, rename = "type")]
    types: Vec<RespondentType>,
    #[serde(default)]
    areas: Vec<Bilingual>,
    #[serde(default, rename = "question")]
    questions: Vec<Question>,
    #[serde(default, rename = "source")]
    sources: Vec<SourceSettings>,
    #[serde(default)]
    duplicates: DuplicateRules,
    #[serde(default)]
    campaigns: CampaignRules,
    #[serde(default)]
    leads: Vec<String>,
    #[serde(default)]
    holidays: Vec<toml::value::Datetime>,
    #[serde(default)]
    withdraw_until: Option<toml::value::Datetime>,
    #[serde(default)]
    keep_until: Option<toml::value::Datetime>,
}

/// Words in both languages, or a plain string that stands for both.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    One(String),
    Both(Bilingual),
}

impl Default for Text {
    fn default() -> Self {
        Text::Both(Bilingual::default())
    }
}

impl From<Text> for Bilingual {
    fn from(text: Text) -> Self {
        match text {
            Text::One(words) => Bilingual { cy: words.clone(), en: words },
            Text::Both(both) => both,
        }
    }
}

/// Version of the layout of `consultation.toml` that this program reads.
const FORMAT: u32 = 1;

/// Id of the question that a letter answers when it answers none by number.
pub const WHOLE: &str = "whole";

/// Letters need somewhere to go, and anybody may write one, so the whole response is always the last question.
fn with_whole(mut questions: Vec<Question>) -> Vec<Question> {
    if !questions.is_empty() && !questions.iter().any(|question| question.id == WHOLE) {
        let text = Bilingual { en: "Whole response".to_owned(), cy: "Yr ymateb cyfan".to_owned() };
        let proposal = questions.iter().any(|question| question.proposal);
        questions.push(Question { id: WHOLE.to_owned(), text, proposal, ..Question::default() });
    }
    questions
}

fn both() -> Vec<Locale> {
    Locale::BOTH.to_vec()
}

fn five() -> u64 {
    5
}

fn three() -> usize {
    3
}

/// Reads the settings of a consultation.
///
/// # Errors
/// When the file is missing or wrong; the error names the line and what to do.
pub fn read(path: &Path, name: &str) -> Result<Settings, SettingsError> {
    let text = std::fs::read_to_string(path).map_err(|error| SettingsError {
        place: path.display().to_string(),
        what: match error.kind() {
            std::io::ErrorKind::NotFound => {
                format!("there is no such file; `ymateb new {name} --from FILE…` drafts one from what the responses look like")
            }
            std::io::ErrorKind::InvalidData => "it is not in UTF-8; save it as UTF-8".to_owned(),
            _ => error.to_string(),
        },
    })?;
    parse(path, name, &text)
}

fn parse(path: &Path, name: &str, text: &str) -> Result<Settings, SettingsError> {
    let wrong = |line: Option<usize>, what: String| SettingsError {
        place: line.map_or(path.display().to_string(), |line| format!("{}:{line}", path.display())),
        what,
    };
    let mut written: Written = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        wrong(line, error.message().to_owned())
    })?;
    for source in &mut written.sources {
        source.collect = std::mem::take(&mut source.collect).with_preset();
    }
    if written.format != FORMAT {
        let what = format!("`format = {}` is not known to this program, which reads {FORMAT}", written.format);
        return Err(wrong(find(text, "format"), what));
    }
    let date =
        |date: Option<toml::value::Datetime>| date.and_then(|d| d.date).map(|d| d.to_string()).unwrap_or_default();
    let consultation = Consultation {
        name: name.to_owned(),
        invented: written.invented,
        title: written.title.into(),
        about: written.about.into(),
        number: written.number,
        opened: date(written.opened),
        closes: date(written.closes),
        late: written.late_after.and_then(|d| d.date).map_or(Late::Include, |d| Late::SetAsideAfter(d.to_string())),
        languages: written.languages,
        questions: with_whole(written.questions),
        types: written.types,
        areas: written.areas,
        headline: written.headline,
        fewest_shown: written.fewest_shown,
        quotations: written.quotations,
    };
    check(&consultation, &written.sources).map_err(|(needle, what)| wrong(find(text, &needle), what))?;
    let hash = blake3::hash(text.as_bytes()).to_hex().to_string();
    let day = |date: toml::value::Datetime| -> Option<jiff::civil::Date> { date.date?.to_string().parse().ok() };
    let Written { sources, ocr, duplicates, campaigns, leads, holidays, withdraw_until, keep_until, .. } = written;
    let care = Care {
        leads,
        holidays: holidays.into_iter().filter_map(day).collect(),
        withdraw_until: withdraw_until.and_then(day),
        keep_until: keep_until.and_then(day),
    };
    Ok(Settings { consultation, sources, ocr, duplicates, campaigns, care, hash })
}

/// What the types cannot hold. Errors are a piece of text to find the line by, and what is wrong.
fn check(consultation: &Consultation, sources: &[SourceSettings]) -> Result<(), (String, String)> {
    if consultation.questions.is_empty() {
        return Err((
            "[[question]]".to_owned(),
            "there are no questions; add a `[[question]]` with `id` and `text`".to_owned(),
        ));
    }
    if sources.is_empty() {
        return Err((
            "[[source]]".to_owned(),
            "there are no sources; add a `[[source]]` with `files = \"*.csv\"`".to_owned(),
        ));
    }
    if consultation.languages.is_empty() {
        return Err(("languages".to_owned(), "`languages` is empty; write `languages = [\"en\", \"cy\"]`".to_owned()));
    }
    let mut ids = std::collections::BTreeSet::new();
    for question in &consultation.questions {
        if !ids.insert(question.id.as_str()) {
            let what = format!("question `{}` stands here twice; give each its own id", question.id);
            return Err((format!("\"{}\"", question.id), what));
        }
        if let Some(explained) = &question.explains
            && consultation.question(explained).is_none()
        {
            let what = format!("question `{}` explains `{explained}`, which is no question", question.id);
            return Err((format!("explains = \"{explained}\""), what));
        }
    }
    for source in sources {
        if source.files.is_empty() && source.urls.is_empty() {
            return Err(("[[source]]".to_owned(), "a source has neither `files` nor `urls`".to_owned()));
        }
        source.collect.check()?;
        for (question, columns) in &source.answers {
            let column = columns.0.join("`, `");
            if consultation.question(question).is_none() {
                let known: Vec<&str> = consultation.questions.iter().map(|q| q.id.as_str()).collect();
                let what = format!(
                    "column `{column}` is mapped to question `{question}`, which is no question; those are {}",
                    known.join(", ")
                );
                return Err((format!("\"{question}\" ="), what));
            }
        }
        if let Some(kind) = &source.default_type
            && consultation.respondent_type(kind).is_none()
        {
            return Err(("default_type".to_owned(), format!("`{kind}` is the code of no `[[type]]`")));
        }
    }
    Ok(())
}

/// Line of a byte, from 1.
fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte.min(text.len())].iter().filter(|b| **b == b'\n').count() + 1
}

fn find(text: &str, needle: &str) -> Option<usize> {
    text.find(needle).map(|byte| line_of(text, byte))
}
