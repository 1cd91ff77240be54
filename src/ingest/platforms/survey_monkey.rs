//! SurveyMonkey: questions over options; a blank cell continues the question before it.

use super::cells::{at, filled, key};
use super::{Header, Platform, Role, parts};

/// Second-row labels that name no part: the answer itself.
pub(super) const WHOLE_ANSWER: [&str; 6] =
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
    let own = |head: &str| role(&key(head));
    let columns = parts::below(questions, labels.map_or(&[][..], Vec::as_slice), &WHOLE_ANSWER, own);
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
