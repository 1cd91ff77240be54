//! SurveyMonkey: questions over options; a blank cell continues the question before it.

use super::cells::{at, filled, key, plain};
use super::{Column, Header, Platform, Role};

/// Second-row labels that name no part: the answer itself.
const WHOLE_ANSWER: [&str; 6] =
    ["response", "open-ended response", "ymateb", "ymateb penagored", "open-ended", "ymateb pen agored"];

/// Reads the header of an export that begins with this row.
pub(super) fn read(rows: &[Vec<String>]) -> Option<Header> {
    let questions = rows.first()?;
    let keys: Vec<String> = questions.iter().map(|name| key(name)).collect();
    let has = |name: &str| keys.iter().any(|key| key == name);
    if !has("respondentid") || !(has("collectorid") || has("startdate") && has("enddate")) {
        return None;
    }
    // Every response has an id and a date: a row without them is the second of the header.
    let labels = rows.get(1).filter(|row| {
        let own = keys.iter().enumerate().filter(|(_, key)| is_always_there(key));
        filled(row) > 0 && own.into_iter().all(|(i, _)| at(row, i).is_empty())
    });
    let mut columns = Vec::new();
    let width = questions.len().max(labels.map_or(0, Vec::len));
    let mut question = "";
    for i in 0..width {
        let (head, label) = (at(questions, i), labels.map_or("", |row| at(row, i)));
        if !head.is_empty() {
            question = head;
        }
        let is_whole = label.is_empty() || WHOLE_ANSWER.contains(&label.to_lowercase().as_str());
        let is_first = !head.is_empty();
        let (name, part) = match (question.is_empty(), is_whole) {
            (true, _) => (label.to_owned(), ""),
            (false, true) if is_first => (question.to_owned(), ""),
            (false, _) => (format!("{question} - {label}").trim_end_matches([' ', '-']).to_owned(), label),
        };
        let own = if is_first { role(&key(head)) } else { None };
        let answer = (labels.is_some() && own.is_none() && !name.is_empty()).then_some(Role::Answer);
        columns.push(Column { name, asks: plain(question), part: plain(part), role: own.or(answer) });
    }
    let rows = if labels.is_some() { 2 } else { 1 };
    Some(Header { platform: Some(Platform::SurveyMonkey), rows, columns, ..Header::default() })
}

fn is_always_there(key: &str) -> bool {
    matches!(key, "respondentid" | "collectorid" | "startdate" | "enddate" | "datecreated" | "datemodified")
}

fn role(key: &str) -> Option<Role> {
    Some(match key {
        "respondentid" => Role::Id,
        "enddate" | "datemodified" => Role::Received,
        "emailaddress" => Role::Email,
        "firstname" | "lastname" => Role::Name,
        "collectorid" | "startdate" | "datecreated" | "ipaddress" | "customdata" | "collectornumber" => Role::Metadata,
        key if key.strip_prefix("customdata").is_some_and(|n| n.chars().all(|c| c.is_ascii_digit())) => Role::Metadata,
        _ => return None,
    })
}
