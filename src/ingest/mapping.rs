//! From a record to an item, as the settings of its source say.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::consent::Said;
use super::{Record, consent, date, substance::substance};
use crate::corpus::settings::{Consent, DateOrder};
use crate::corpus::{ItemContent, NewAnswer, SourceSettings};
use crate::model::{Consents, Consultation, Language, Late, Question, QuestionKind, Respondent, SetAside};

/// What a record was understood as, and what of it was not.
#[derive(Debug)]
pub(crate) struct Mapped {
    pub(crate) item: ItemContent,
    pub(crate) problems: Vec<String>,
}

/// Reads one record as an item of its source. Answers keep every character of their cell.
pub(crate) fn item(consultation: &Consultation, source: &SourceSettings, place: &str, record: &Record) -> Mapped {
    let mut problems = Vec::new();
    let mut item = ItemContent {
        key: cell(record, &source.id).trim().to_owned(),
        place: place.to_owned(),
        respondent: respondent(consultation, source, record, &mut problems),
        received: received(cell(record, &source.received), source.dates, &mut problems),
        channel: source.channel.clone(),
        prior: prior(cell(record, &source.language)),
        answers: Vec::new(),
        set_aside: None,
    };
    for question in &consultation.questions {
        let Some(columns) = source.answers.get(&question.id) else { continue };
        let text = gathered(question, &columns.0, record);
        if !text.trim().is_empty() {
            item.answers.push(answer(question, &text, &mut problems));
        }
    }
    item.set_aside = set_aside(consultation, source, record, &item);
    Mapped { item, problems }
}

/// The cell that answers a question. Of several columns, each that is not blank: an option that was ticked (`1`, `x`) by
/// the option that its header names, anything else as it stands.
fn gathered<'r>(question: &Question, columns: &[String], record: &'r Record) -> Cow<'r, str> {
    if let [column] = columns {
        return Cow::Borrowed(record.get(column).unwrap_or_default());
    }
    let parts = columns.iter().filter_map(|column| {
        let cell = record.get(column).filter(|cell| !cell.trim().is_empty())?;
        let of_column = question.choice(column).filter(|_| question.choice(cell.trim()).is_none());
        match of_column {
            Some(option) if is_mark(&TICKED, cell) => Some(option.label.en.clone()),
            Some(_) if is_mark(&UNTICKED, cell) => None,
            _ => Some(cell.to_owned()),
        }
    });
    let separator = if question.kind == QuestionKind::Open { "\n\n" } else { "; " };
    Cow::Owned(parts.collect::<Vec<_>>().join(separator))
}

/// What stands in a column of its own for an option that was chosen.
const TICKED: [&str; 14] =
    ["1", "x", "y", "yes", "true", "selected", "checked", "ticked", "✓", "✔", "☒", "☑", "ydw", "ie"];

/// What stands there for one that was not.
const UNTICKED: [&str; 11] =
    ["0", "n", "no", "false", "not selected", "unselected", "unchecked", "☐", "-", "nac ydw", "na"];

fn is_mark(marks: &[&str], cell: &str) -> bool {
    marks.contains(&cell.trim().to_lowercase().as_str())
}

/// Headers that the settings name and the file does not have.
pub(crate) fn missing_columns(source: &SourceSettings, header: &Record) -> Vec<String> {
    let named = [
        &source.id,
        &source.received,
        &source.kind,
        &source.organisation,
        &source.email,
        &source.area,
        &source.language,
        &source.may_publish,
        &source.may_name,
        &source.may_quote,
        &source.may_contact,
    ];
    let columns = named.into_iter().flatten().chain(&source.name);
    let columns = columns.chain(source.answers.values().flat_map(|columns| &columns.0));
    let rules = source.set_aside.iter().map(|rule| &rule.column);
    let missing: BTreeSet<&String> = columns.chain(rules).filter(|column| header.get(column).is_none()).collect();
    missing.into_iter().cloned().collect()
}

/// An open answer, or a closed one with its options; what is no option of a closed question is kept as it stands.
pub(crate) fn answer(question: &Question, text: &str, problems: &mut Vec<String>) -> NewAnswer {
    let mut answer = NewAnswer { question: question.id.clone(), text: text.to_owned(), ..NewAnswer::default() };
    match question.kind {
        QuestionKind::Open => answer.substance = substance(text),
        QuestionKind::Closed => {
            answer.chosen.extend(question.choice(text.trim()).map(|choice| choice.code.clone()));
        }
        QuestionKind::Multiple => answer.chosen = several(question, text),
    }
    if question.kind != QuestionKind::Open && answer.chosen.is_empty() {
        problems.push(format!(
            "the answer to question {} is none of its options; it was kept and counts under no option",
            question.id
        ));
    }
    answer
}

/// How many separators the wording of an option holds at most, and one.
const MOST_PARTS: usize = 8;

/// Options of a cell that holds several, joined by `;` or by line breaks, or else by commas.
pub(crate) fn several(question: &Question, text: &str) -> Vec<String> {
    let split = |separators: &[char]| -> Vec<String> {
        let starts = std::iter::once(0).chain(text.match_indices(separators).map(|(at, sign)| at + sign.len()));
        let ends = text.match_indices(separators).map(|(at, _)| at).chain(std::iter::once(text.len()));
        let parts: Vec<(usize, usize)> = starts.zip(ends).collect();
        let mut found = Vec::new();
        let mut i = 0;
        while i < parts.len() {
            // The longest first: an option's own wording may hold what parts the others.
            let longest = parts.len().min(i + MOST_PARTS);
            let choice = |end: &usize| question.choice(text[parts[i].0..parts[end - 1].1].trim());
            match (i + 1..=longest).rev().find_map(|end| Some((end, choice(&end)?))) {
                Some((end, choice)) => {
                    found.push(choice.code.clone());
                    i = end;
                }
                None => i += 1,
            }
        }
        found
    };
    let mut chosen = split(&[';', '\n', '|']);
    if chosen.is_empty() {
        chosen = split(&[';', '\n', '|', ',']);
    }
    // In the order of the options, each once.
    question.options.iter().filter(|option| chosen.contains(&option.code)).map(|option| option.code.clone()).collect()
}

fn respondent(
    consultation: &Consultation,
    source: &SourceSettings,
    record: &Record,
    problems: &mut Vec<String>,
) -> Respondent {
    let said = cell(record, &source.kind).trim();
    let kind = consultation.types.iter().find(|kind| {
        let wordings = [&kind.code, &kind.label.en, &kind.label.cy];
        wordings.into_iter().chain(&kind.also).any(|wording| super::is_same_header(wording, said))
    });
    if kind.is_none() && !said.is_empty() && source.kind.is_some() {
        problems.push(
            "its type of respondent is no `[[type]]` of the settings; add one, or a wording under `also`".to_owned(),
        );
    }
    let kind = kind.map(|kind| kind.code.clone()).or_else(|| source.default_type.clone()).unwrap_or_default();
    let organisation = cell(record, &source.organisation).trim().to_owned();
    let name: Vec<&str> = source.name.iter().filter_map(|column| record.get(column)).map(str::trim).collect();
    let area = cell(record, &source.area).trim();
    let known = consultation
        .areas
        .iter()
        .find(|known| super::is_same_header(&known.en, area) || super::is_same_header(&known.cy, area));
    let mut consents = Consents::default();
    for (consent, column, given) in [
        (Consent::Publish, &source.may_publish, &mut consents.publish),
        (Consent::Name, &source.may_name, &mut consents.name),
        (Consent::Quote, &source.may_quote, &mut consents.quote),
        (Consent::Contact, &source.may_contact, &mut consents.contact),
    ] {
        *given = match consent::read(cell(record, column)) {
            Said::Yes => true,
            Said::No => false,
            Said::Both => {
                problems.push(contradictory(consent));
                false
            }
            Said::Unclear | Said::Nothing => source.consents.contains(&consent),
        };
    }
    // Whoever says anything but no to being kept back is kept back.
    let is_kept_back = |columns: &[String]| {
        let said = columns.iter().filter_map(|column| record.get(column)).map(consent::read);
        said.into_iter().any(|said| !matches!(said, Said::No | Said::Nothing))
    };
    let is_confidential = is_kept_back(&source.confidential);
    if is_confidential {
        (consents.publish, consents.quote) = (false, false);
    }
    consents.name &= !(is_confidential || is_kept_back(&source.anonymous));
    Respondent {
        kind: kind_of_organisation(consultation, kind, &organisation),
        name: name.join(" ").trim().to_owned(),
        organisation,
        email: cell(record, &source.email).trim().to_owned(),
        area: known.map_or_else(|| area.to_owned(), |known| known.en.clone()),
        consents,
    }
}

fn contradictory(consent: Consent) -> String {
    let about = match consent {
        Consent::Publish => "publishing the response",
        Consent::Name => "naming the respondent",
        Consent::Quote => "quoting the words",
        Consent::Contact => "contacting the respondent",
    };
    format!(
        "contradictory consent: what it says of {about} is both yes and no, and counts as no; ask the respondent, and write \
         the answer down with `ymateb consent`"
    )
}

/// Where no one said what they are, a respondent who named an organisation is one, if the settings have just one kind.
fn kind_of_organisation(consultation: &Consultation, kind: String, organisation: &str) -> String {
    if !kind.is_empty() {
        return kind;
    }
    let mut alike = consultation.types.iter().filter(|known| known.organisation != organisation.is_empty());
    match (alike.next(), alike.next()) {
        (Some(only), None) => only.code.clone(),
        _ => kind,
    }
}

fn received(said: &str, order: DateOrder, problems: &mut Vec<String>) -> String {
    if said.trim().is_empty() {
        return String::new();
    }
    date::iso_day_in(said, order).unwrap_or_else(|| {
        problems.push(
            "its date could not be read, so it counts as in time; dates look like 2022-11-07 or 07/11/2022".to_owned(),
        );
        String::new()
    })
}

fn prior(said: &str) -> Option<Language> {
    match said.trim().to_lowercase().as_str() {
        "english" | "saesneg" | "en" | "en-gb" | "eng" => Some(Language::En),
        "cymraeg" | "welsh" | "cy" | "cy-gb" | "cym" => Some(Language::Cy),
        _ => None,
    }
}

fn set_aside(
    consultation: &Consultation,
    source: &SourceSettings,
    record: &Record,
    item: &ItemContent,
) -> Option<SetAside> {
    for rule in &source.set_aside {
        let Some(value) = record.get(&rule.column) else { continue };
        let is_among = |list: &[String]| list.iter().any(|other| super::is_same_header(other, value));
        if is_among(&rule.is) || (!rule.is_not.is_empty() && !is_among(&rule.is_not)) {
            return Some(rule.reason);
        }
    }
    if item.answers.is_empty() {
        return Some(SetAside::Blank);
    }
    is_late(consultation, &item.received).then_some(SetAside::Late)
}

/// Whether the consultation's rule sets aside what arrived on this day.
pub(crate) fn is_late(consultation: &Consultation, received: &str) -> bool {
    match &consultation.late {
        Late::Include => false,
        Late::SetAsideAfter(last) => !received.is_empty() && received > last.as_str(),
    }
}

fn cell<'r>(record: &'r Record, column: &Option<String>) -> &'r str {
    column.as_ref().and_then(|column| record.get(column)).unwrap_or_default()
}
