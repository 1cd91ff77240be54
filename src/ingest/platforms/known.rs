//! Platforms whose exports have one row of names, known by the columns that are their own.

use super::cells::{at, filled, key, plain};
use super::{Column, Header, Platform, Role, parts, survey_monkey};
use crate::model::SetAside;

/// A platform, and the columns that an export of it has: of each group at least one, as [`key`] reads them.
const SIGNS: [(Platform, &[&[&str]]); 13] = [
    (
        Platform::RegulationsGov,
        &[&["documentid"], &["agencyid"], &["docketid"], &["documenttype"], &["comment", "trackingnumber"]],
    ),
    // What its interface gives, as JSON.
    (
        Platform::RegulationsGov,
        &[
            &["id"],
            &["trackingnbr", "objectid", "commentonid"],
            &["posteddate", "receivedate"],
            &["docketid", "agencyid", "withdrawn"],
        ],
    ),
    (Platform::Polis, &[&["commentid"], &["authorid", "voterid"], &["agrees", "vote"]]),
    (Platform::Polis, &[&["participant"], &["groupid"], &["nvotes"], &["ncomments"]]),
    (
        Platform::GoVocal,
        &[
            &["inputid"],
            &["authorname", "authoremail", "authorid", "authorfirstname", "authorfullname"],
            &["publishedat", "submittedat", "inputurl", "createdat"],
        ],
    ),
    (Platform::Decidim, &[&["id"], &["createdat"], &["iphash"]]),
    (Platform::BcEngage, &[&["commentno"], &["submitted"], &["reasonforrejection", "reviewer"]]),
    (Platform::LimeSurvey, &[&["id", "responseid"], &["submitdate", "datesubmitted"], &["startlanguage", "lastpage"]]),
    (Platform::OnlineSurveys, &[&["uniqueresponsenumber", "uniqueresponseno"]]),
    (Platform::KoboToolbox, &[&["_uuid", "_id"], &["_submissiontime"]]),
    (
        Platform::SmartSurvey,
        &[
            &["userid", "userno", "responseid", "id"],
            &["started", "datestarted"],
            &["ended", "dateended", "completed"],
            &["userno", "trackinglink", "surveyid", "translationid", "ipaddress", "uniqueid"],
        ],
    ),
    (
        Platform::MicrosoftForms,
        &[
            &["id"],
            &["starttime", "amserdechrau", "amsercychwyn", "startzeit", "heurededébut"],
            &["completiontime", "amsercwblhau", "amsergorffen", "amsercyflawni", "fertigstellungszeit", "heuredefin"],
        ],
    ),
    (Platform::CitizenSpace, &[&["responseid"], &["uniqueid", "submitteddate", "datesubmitted", "submittedon"]]),
];

/// How Google Forms names its first column in languages that a consultation may be run in.
const TIMESTAMPS: [&str; 12] = [
    "timestamp",
    "stampamser",
    "amser",
    "stampyramser",
    "horodateur",
    "zeitstempel",
    "marcatemporal",
    "informazionicronologiche",
    "carimbodedatahora",
    "tijdstempel",
    "sygnaturaczasowa",
    "stampaama",
];

/// Reads the header of an export that begins with this row.
pub(super) fn read(rows: &[Vec<String>]) -> Option<Header> {
    let names = rows.first()?;
    let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
    let platform = match signed(&keys) {
        Some(platform) => platform,
        None if is_google(&keys) => Platform::GoogleForms,
        None if is_summary(rows) => return Some(summary(rows)),
        None if is_citizen_space(rows) => Platform::CitizenSpace,
        None => return None,
    };
    let mut columns: Vec<Column> = names
        .iter()
        .zip(&keys)
        .map(|(name, key)| Column {
            name: name.clone(),
            asks: plain(name),
            part: String::new(),
            role: role(platform, key).or_else(|| analyst(name)).or_else(|| asked(platform, name)),
        })
        .collect();
    if let Some(labels) = labels(rows, &columns) {
        let own = |head: &str| role(platform, &key(head)).or_else(|| analyst(head));
        let whole: Vec<&str> = BOXES.iter().chain(&survey_monkey::WHOLE_ANSWER).copied().collect();
        let columns = parts::below(names, labels, &whole, own);
        return Some(Header { platform: Some(platform), rows: 2, columns, ..Header::default() });
    }
    match platform {
        Platform::MicrosoftForms => repeated_titles(&mut columns),
        Platform::CitizenSpace => components(&mut columns),
        Platform::KoboToolbox => slashes(&mut columns),
        _ => parts::find(&mut columns),
    }
    Some(Header { platform: Some(platform), rows: 1, columns, ..Header::default() })
}

/// The second row of the header, where there is one: every response has its id and date, so a row with labels and without
/// both is none.
fn labels<'r>(rows: &'r [Vec<String>], columns: &[Column]) -> Option<&'r [String]> {
    let is_always = |column: &Column| matches!(column.role, Some(Role::Id | Role::Received));
    let always: Vec<usize> = columns.iter().enumerate().filter(|(_, c)| is_always(c)).map(|(i, _)| i).collect();
    let labels = rows.get(1).filter(|row| filled(row) > 0 && always.iter().all(|i| at(row, *i).is_empty()))?;
    let mut below = rows[2..].iter().filter(|row| filled(row) > 0).peekable();
    let is_header = !always.is_empty() && below.peek().is_some();
    (is_header && below.all(|row| always.iter().all(|i| !at(row, *i).is_empty()))).then_some(labels.as_slice())
}

/// What the platform's own columns among these names are for, where a file has fields rather than rows.
pub(super) fn fields(names: &[&str]) -> Option<(Platform, Vec<Option<Role>>)> {
    let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
    let platform = signed(&keys)?;
    Some((platform, keys.iter().map(|key| role(platform, key)).collect()))
}

/// The platform whose own columns are all there.
fn signed(keys: &[String]) -> Option<Platform> {
    let has = |name: &str| keys.iter().any(|key| key == name);
    SIGNS
        .iter()
        .find(|(_, signs)| signs.iter().all(|any| any.iter().any(|sign| has(sign))))
        .map(|(platform, _)| *platform)
}

fn is_google(keys: &[String]) -> bool {
    let is_first = keys.first().is_some_and(|first| TIMESTAMPS.contains(&first.as_str()));
    is_first && keys.len() >= 2 && !keys.iter().any(|key| key == "datetime" || key == "commentid")
}

/// Whether most headers are `question - component`, or the first answers have ids as Citizen Space gives them.
fn is_citizen_space(rows: &[Vec<String>]) -> bool {
    let Some(names) = rows.first() else { return false };
    let dashed = names.iter().filter(|name| parts::dash(name).is_some()).count();
    let is_public_id = |cell: &str| {
        let mut groups = cell.split('-');
        let is_group = |group: Option<&str>, length: usize| {
            group.is_some_and(|group| group.len() == length && group.bytes().all(|b| b.is_ascii_alphanumeric()))
        };
        is_group(groups.next(), 4)
            && is_group(groups.next(), 4)
            && is_group(groups.next(), 4)
            && is_group(groups.next(), 1)
            && groups.next().is_none()
    };
    let has_ids = rows[1..].iter().take(4).any(|row| row.iter().any(|cell| is_public_id(cell)));
    names.len() >= 3 && dashed * 10 >= filled(names) * 6 || has_ids && dashed > 0
}

/// Whether this is the table of key figures that Polis exports: no header, a figure a row.
fn is_summary(rows: &[Vec<String>]) -> bool {
    const FIGURES: [&str; 8] =
        ["topic", "url", "voters", "voters-in-conv", "commenters", "comments", "groups", "conversation-description"];
    let known = rows.iter().filter(|row| FIGURES.contains(&at(row, 0))).count();
    known >= 4 && rows.first().is_some_and(|row| FIGURES.contains(&at(row, 0)))
}

fn summary(rows: &[Vec<String>]) -> Header {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let columns = vec![Column { role: Some(Role::Metadata), ..Column::default() }; width];
    let remarks = vec!["key figures of a Polis conversation, no responses".to_owned()];
    Header { platform: Some(Platform::Polis), columns, remarks, ..Header::default() }
}

/// Whatever is not a form's own was asked.
fn asked(platform: Platform, name: &str) -> Option<Role> {
    let is_form = !matches!(platform, Platform::RegulationsGov | Platform::Polis);
    (is_form && !name.is_empty()).then_some(Role::Answer)
}

/// Columns that analysts filled in beside the answers.
fn analyst(name: &str) -> Option<Role> {
    let name = name.to_lowercase();
    (name.contains("analyst") || name.contains("nodiadau'r dadansoddwr")).then_some(Role::Metadata)
}

/// What the platform's own columns are for.
fn role(platform: Platform, key: &str) -> Option<Role> {
    let aside = |is: &[&str], is_not: &[&str], reason| Role::Status {
        is: is.iter().map(|value| (*value).to_owned()).collect(),
        is_not: is_not.iter().map(|value| (*value).to_owned()).collect(),
        reason,
    };
    let unfinished = || aside(&["Partial", "Incomplete", "In progress", "Disqualified"], &[], SetAside::Unfinished);
    let own = match (platform, key) {
        (Platform::RegulationsGov, "documentid" | "id") => Role::Id,
        (Platform::RegulationsGov, "receiveddate" | "receivedate") => Role::Received,
        (Platform::RegulationsGov, "organizationname" | "organization") => Role::Organisation,
        (Platform::RegulationsGov, "firstname" | "lastname") => Role::Name,
        (Platform::RegulationsGov, "stateprovince" | "stateprovinceregion") => Role::Area,
        (Platform::RegulationsGov, "email") => Role::Email,
        (Platform::RegulationsGov, "comment") => Role::Answer,
        (Platform::RegulationsGov, "documenttype") => aside(&[], &["Public Submission"], SetAside::NotAResponse),
        (Platform::RegulationsGov, "iswithdrawn" | "withdrawn") => aside(&["true"], &[], SetAside::Withdrawn),
        (Platform::RegulationsGov, "category") => return None,
        (Platform::RegulationsGov, _) => Role::Metadata,
        (Platform::Polis, "commentid") => Role::Id,
        (Platform::Polis, "datetime") => Role::Received,
        (Platform::Polis, "commentbody") => Role::Answer,
        (Platform::Polis, "moderated") => aside(&["-1"], &[], SetAside::NotAResponse),
        (Platform::Polis, _) => Role::Metadata,
        (Platform::GoVocal, "inputid") => Role::Id,
        (Platform::GoVocal, "publishedat" | "submittedat") => Role::Received,
        (Platform::GoVocal, "authoremail") => Role::Email,
        (Platform::GoVocal, "authorname" | "authorfullname" | "authorfirstname" | "authorlastname") => Role::Name,
        (
            Platform::GoVocal,
            "authorid" | "createdat" | "inputurl" | "project" | "status" | "likes" | "dislikes" | "votes" | "comments"
            | "commentscount" | "likescount" | "dislikescount" | "votescount" | "baskets" | "participants" | "picks"
            | "budget" | "attachments" | "tags" | "location" | "latitude" | "longitude" | "assignee" | "assigneeemail"
            | "offlinevotes" | "manualvotes" | "imported",
        ) => Role::Metadata,
        (Platform::Decidim, "id") => Role::Id,
        (Platform::Decidim, "createdat") => Role::Received,
        (Platform::Decidim, "iphash" | "userstatus" | "registered" | "unregistered" | "sessiontoken") => Role::Metadata,
        (Platform::BcEngage, "commentno") => Role::Id,
        (Platform::BcEngage, "submitted") => Role::Received,
        (Platform::BcEngage, "status") => aside(&["Rejected"], &[], SetAside::NotAResponse),
        (Platform::BcEngage, "publisheddate" | "reasonforrejection" | "reviewer" | "project") => Role::Metadata,
        (Platform::LimeSurvey, "id" | "responseid") => Role::Id,
        (Platform::LimeSurvey, "submitdate" | "datesubmitted") => Role::Received,
        (Platform::LimeSurvey, "startlanguage") => Role::Language,
        (
            Platform::LimeSurvey,
            "lastpage" | "seed" | "startdate" | "datestarted" | "datestamp" | "datelastaction" | "ipaddr" | "ipaddress"
            | "refurl" | "referrerurl" | "token" | "accesscode" | "interviewtime" | "totaltime",
        ) => Role::Metadata,
        (Platform::OnlineSurveys, "uniqueresponsenumber" | "uniqueresponseno") => Role::Id,
        (Platform::OnlineSurveys, "completed" | "timecompleted" | "completiondate" | "datecompleted" | "ended") => {
            Role::Received
        }
        (Platform::OnlineSurveys, "started" | "timestarted" | "startdate" | "duration" | "timetaken") => Role::Metadata,
        (Platform::KoboToolbox, "_uuid") => Role::Id,
        (Platform::KoboToolbox, "_submissiontime") => Role::Received,
        (Platform::KoboToolbox, "_validationstatus") => {
            aside(&["validation_status_not_approved", "Not Approved"], &[], SetAside::NotAResponse)
        }
        (Platform::KoboToolbox, "start" | "end" | "today" | "deviceid" | "username" | "metainstanceid") => {
            Role::Metadata
        }
        (Platform::KoboToolbox, key) if key.starts_with('_') => Role::Metadata,
        (Platform::SmartSurvey, "uniqueid" | "userno" | "trackinglink" | "ipaddress" | "started" | "datestarted") => {
            Role::Metadata
        }
        (Platform::SmartSurvey, "userid" | "responseid" | "id") => Role::Id,
        (Platform::SmartSurvey, "ended" | "dateended" | "completed") => Role::Received,
        (Platform::SmartSurvey, "email") => Role::Email,
        (Platform::SmartSurvey, "name") => Role::Name,
        (Platform::SmartSurvey, "language" | "translation") => Role::Language,
        (Platform::SmartSurvey, "status" | "responsestatus") => unfinished(),
        (
            Platform::SmartSurvey,
            "surveyid" | "translationid" | "collectorid" | "collector" | "datemodified" | "progress" | "device"
            | "timetaken" | "completiontime" | "contactid" | "useragent" | "channel" | "trackinglinkid"
            | "trackinglinkname" | "ip",
        ) => Role::Metadata,
        (Platform::MicrosoftForms, "id") => Role::Id,
        (Platform::MicrosoftForms, "completiontime" | "amsercwblhau" | "amsergorffen" | "amsercyflawni") => {
            Role::Received
        }
        (Platform::MicrosoftForms, "fertigstellungszeit" | "heuredefin") => Role::Received,
        (Platform::MicrosoftForms, "email" | "ebost") => Role::Email,
        (Platform::MicrosoftForms, "name" | "enw") => Role::Name,
        (Platform::MicrosoftForms, "language" | "iaith") => Role::Language,
        (
            Platform::MicrosoftForms,
            "starttime"
            | "amserdechrau"
            | "amsercychwyn"
            | "startzeit"
            | "heurededébut"
            | "lastmodifiedtime"
            | "amseraddasuddiwethaf"
            | "totalpoints"
            | "quizfeedback"
            | "gradepostedtime",
        ) => Role::Metadata,
        (Platform::MicrosoftForms, key) if key.starts_with("pointsq") || key.starts_with("feedbackq") => Role::Metadata,
        (Platform::GoogleForms, key) if TIMESTAMPS.contains(&key) => Role::Received,
        (Platform::GoogleForms, "emailaddress" | "cyfeiriadebost" | "username") => Role::Email,
        (Platform::GoogleForms, "score") => Role::Metadata,
        (Platform::CitizenSpace, "responseid") => Role::Id,
        (Platform::CitizenSpace, "uniqueid") => Role::PublicId,
        (
            Platform::CitizenSpace,
            "submitteddate" | "datesubmitted" | "submittedon" | "submitted" | "submissiondate" | "submissiontime",
        ) => Role::Received,
        (Platform::CitizenSpace, "ipaddress" | "published" | "publishedurl" | "analysed" | "timetaken") => {
            Role::Metadata
        }
        _ => return None,
    };
    Some(own)
}

/// Microsoft Forms numbers a title that stands twice: `Why?`, `Why?2`.
fn repeated_titles(columns: &mut [Column]) {
    for i in 1..columns.len() {
        let (before, rest) = columns.split_at_mut(i);
        let column = &mut rest[0];
        let title = column.asks.trim_end_matches(|c: char| c.is_ascii_digit());
        if title.len() < column.asks.len() && before.iter().any(|other| other.asks == title) {
            column.asks = title.trim_end().to_owned();
        }
    }
}

/// Kinds of box on a form, where a part of a question is meant to stand.
const BOXES: [&str; 13] = [
    "text",
    "text area",
    "text box",
    "textarea",
    "radio button",
    "radio buttons",
    "radio list of choices",
    "checkbox",
    "checkboxes",
    "select",
    "please select",
    "dropdown",
    "response",
];

/// Citizen Space names a column after its question and the part of the form it stands for. A part that says only what
/// kind of box it was is left out.
fn components(columns: &mut [Column]) {
    let stem = |column: &Column| parts::dash(&column.asks).map(|(stem, _)| stem.to_owned());
    let stems: Vec<Option<String>> = columns.iter().map(stem).collect();
    for (i, column) in columns.iter_mut().enumerate() {
        let Some((question, part)) = parts::dash(&column.asks).map(|(a, b)| (a.to_owned(), b.to_owned())) else {
            continue;
        };
        let is_shared = stems.iter().enumerate().any(|(other, stem)| other != i && stem.as_ref() == Some(&question));
        let small = part.to_lowercase();
        let is_repeated = small.split_whitespace().count() <= 2 && question.to_lowercase().contains(&small);
        let says_nothing = part == question || BOXES.contains(&small.as_str()) || is_repeated && !is_shared;
        if says_nothing {
            column.asks = question;
        } else if is_shared {
            column.asks = question;
            column.part = part;
        }
    }
}

/// KoboToolbox gives each option of several a column of its own: `question/option`.
fn slashes(columns: &mut [Column]) {
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    for column in columns.iter_mut() {
        if let Some((question, option)) = column.name.rsplit_once('/')
            && names.iter().any(|name| name == question)
        {
            column.asks = plain(question);
            column.part = plain(option);
        }
        if !column.asks.contains(' ') {
            column.asks = column.asks.replace('_', " ").trim().to_owned();
        }
    }
}
