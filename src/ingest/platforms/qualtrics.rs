//! Qualtrics: names, question texts and `{"ImportId":…}` cells; the legacy export; and either with rows deleted.

use super::cells::{at, filled, key, plain};
use super::{Column, Header, Platform, Role, parts};
use crate::model::SetAside;

/// Columns of its own that every export has some of, by their names and by their English labels.
const OWN: [&str; 30] = [
    "startdate",
    "enddate",
    "status",
    "responsetype",
    "ipaddress",
    "progress",
    "durationinseconds",
    "finished",
    "recordeddate",
    "responseid",
    "responseset",
    "recipientlastname",
    "recipientfirstname",
    "recipientemail",
    "externalreference",
    "externaldatareference",
    "emailaddress",
    "name",
    "locationlatitude",
    "locationlongitude",
    "locationaccuracy",
    "distributionchannel",
    "userlanguage",
    "qrecaptchascore",
    "qrelevantidduplicate",
    "qrelevantidduplicatescore",
    "qrelevantidfraudscore",
    "qballotboxstuffing",
    "qduplicaterespondent",
    "qtotalduration",
];

/// Codes and labels of the column `Status` that are no real response: previews, tests and what it took for spam.
const NOT_REAL: [&str; 11] =
    ["1", "2", "8", "9", "12", "17", "Survey Preview", "Survey Test", "Spam", "Possible Spam", "Survey Preview Spam"];

/// Reads the header of an export that begins with this row.
pub(super) fn read(rows: &[Vec<String>]) -> Option<Header> {
    let names = rows.first()?;
    let imports = (1..=2).find(|row| rows.get(*row).is_some_and(|row| is_imports(row)));
    let second = rows.get(1).map_or(&[][..], Vec::as_slice);
    let is_legacy = imports.is_none()
        && names.iter().take(4).enumerate().all(|(i, name)| *name == format!("V{}", i + 1))
        && second.iter().any(|cell| key(cell) == "responseid");
    let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
    let own = OWN.iter().filter(|own| keys.iter().any(|key| key == *own)).count();
    let has = |name: &str| keys.iter().any(|key| key == name);
    let is_current = has("responseid") && own >= 4 && (has("recordeddate") || has("progress") || has("responseset"))
        || own >= 6 && has("durationinseconds");
    if imports.is_none() && !is_legacy && !is_current {
        return None;
    }
    let depth = match imports {
        Some(row) => row + 1,
        None if is_legacy || is_wordings(&keys, second) => 2,
        None => 1,
    };
    let wordings = if imports == Some(1) || depth == 1 { None } else { Some(second) };
    let ids = imports.and_then(|row| rows.get(row));
    let width = names.len().max(wordings.map_or(0, <[String]>::len)).max(ids.map_or(0, Vec::len));
    let mut columns: Vec<Column> = (0..width)
        .map(|i| {
            let name = at(names, i).to_owned();
            let asks = plain(wordings.map_or(name.as_str(), |row| at(row, i)));
            let own = key(if is_legacy { at(second, i) } else { &name });
            let id = ids.map_or("", |row| at(row, i));
            Column { role: role(&own, &name, id, imports.is_some()), name, asks, ..Column::default() }
        })
        .collect();
    if has("recordeddate")
        && let Some(end) = keys.iter().position(|key| key == "enddate")
    {
        columns[end].role = Some(Role::Metadata);
    }
    give_parts(&mut columns, wordings.is_some());
    let mut remarks = Vec::new();
    if imports.is_none() && depth == 2 && !is_legacy {
        remarks.push("it has no row of import ids: the first two rows were taken for the header".to_owned());
    }
    Some(Header { platform: Some(Platform::Qualtrics), rows: depth, columns, remarks, ..Header::default() })
}

/// Whether a row is the one of `{"ImportId":"QID1"}` cells.
fn is_imports(row: &[String]) -> bool {
    let ids = row.iter().filter(|cell| cell.starts_with('{') && cell.contains("ImportId")).count();
    ids > 0 && ids * 2 >= filled(row)
}

/// Whether a second row holds what is asked, in any language. An answer has figures where its date, its progress and its
/// id stand.
fn is_wordings(keys: &[String], row: &[String]) -> bool {
    let mut judged = 0;
    for (i, key) in keys.iter().enumerate() {
        let cell = at(row, i);
        match key.as_str() {
            "startdate" | "enddate" | "recordeddate" | "progress" | "durationinseconds" | "responseid"
            | "ipaddress" => {
                if cell.is_empty() || cell.contains(|c: char| c.is_ascii_digit()) || cell.contains('*') {
                    return false;
                }
                judged += 1;
            }
            "finished" if matches!(cell.to_lowercase().as_str(), "true" | "false" | "1" | "0" | "") => return false,
            _ => {}
        }
    }
    judged >= 2
}

fn role(own: &str, name: &str, id: &str, has_ids: bool) -> Option<Role> {
    let own_role = match own {
        "responseid" => Role::Id,
        "recordeddate" | "enddate" => Role::Received,
        "recipientfirstname" | "recipientlastname" => Role::Name,
        "recipientemail" => Role::Email,
        "userlanguage" => Role::Language,
        "status" | "responsetype" => Role::Status {
            is: NOT_REAL.map(str::to_owned).to_vec(),
            is_not: Vec::new(),
            reason: SetAside::NotAResponse,
        },
        "finished" => Role::Status {
            is: vec!["0".to_owned(), "False".to_owned()],
            is_not: Vec::new(),
            reason: SetAside::Unfinished,
        },
        own if OWN.contains(&own) => Role::Metadata,
        _ if is_machine(name) => Role::Metadata,
        _ if id.contains("\"QID") => Role::Answer,
        _ if !has_ids && is_question(name) => Role::Answer,
        _ => return None,
    };
    Some(own_role)
}

/// Columns that the platform works out itself: topics and moods, timings, scores, browsers, the order of display.
fn is_machine(name: &str) -> bool {
    let ends = [
        " - Topics",
        " - Parent Topics",
        " - Sentiment",
        " - Sentiment Score",
        " - Sentiment Polarity",
        " - Topic Sentiment Label",
        " - Topic Sentiment Score",
        " - Topic Hierarchy Level 1",
        " - Actionability",
        " - Effort",
        "_First Click",
        "_Last Click",
        "_Page Submit",
        "_Click Count",
        "_Browser",
        "_Version",
        "_Operating System",
        "_Resolution",
    ];
    ends.iter().any(|end| name.ends_with(end)) || name.contains("_DO") || name.starts_with("Q_") || name == "SC0"
}

/// `Q12`, `Q3_7_TEXT`.
fn is_question(name: &str) -> bool {
    name.strip_prefix('Q').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `Q3` of `Q3_1` and `Q3_7_TEXT`, and what follows.
fn base(name: &str) -> (&str, &str) {
    let stem = name.strip_suffix("_TEXT").unwrap_or(name);
    match stem.rsplit_once('_') {
        Some((base, number)) if !base.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => {
            (base, &name[base.len() + 1..])
        }
        _ => (stem, name[stem.len()..].trim_start_matches('_')),
    }
}

/// Parts of questions: `Which? - Selected Choice - By post` is the part `By post` of `Which?`.
fn give_parts(columns: &mut [Column], has_wordings: bool) {
    let mut start = 0;
    while start < columns.len() {
        let stem = base(&columns[start].name).0.to_owned();
        let run = columns[start..].iter().take_while(|column| base(&column.name).0 == stem).count().max(1);
        let group = &mut columns[start..start + run];
        start += run;
        if group.iter().any(|column| matches!(column.role, Some(Role::Metadata))) {
            continue;
        }
        if !has_wordings {
            for column in group.iter_mut().filter(|_| run > 1) {
                column.part = base(&column.name).1.to_owned();
                column.asks.clone_from(&stem);
            }
            continue;
        }
        let wordings: Vec<&str> = group.iter().map(|column| column.asks.as_str()).collect();
        let shared = if run > 1 { parts::common(&wordings) } else { None };
        for column in group {
            if let Some((question, rest)) = &shared {
                column.part = column.asks.get(*rest..).unwrap_or_default().to_owned();
                column.asks.clone_from(question);
            }
            for of in [&mut column.part, &mut column.asks] {
                let chosen = of.strip_prefix("Selected Choice").map(|rest| rest.trim_start_matches([' ', '-']));
                let chosen = chosen.or_else(|| of.strip_suffix(" - Selected Choice"));
                if let Some(words) = chosen {
                    *of = words.to_owned();
                }
            }
        }
    }
}
