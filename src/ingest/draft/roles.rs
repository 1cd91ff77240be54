//! What each column is for: what the platform's layout says first, then what its header asks, then what stands in it.

use super::columns::Values;
use super::consents::{self, Asks};
use super::look::Sheet;
use super::shape;
use super::wordings::{self, words};
use crate::corpus::settings::Consent;
use crate::ingest::consent;
use crate::ingest::platforms::{Column, Platform, Role};
use crate::model::SetAside;

/// What a column is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Something that one column of a source says.
    Single(Single),
    /// A name, or part of it.
    Name,
    /// A consent.
    May(Consent),
    /// Says yes to what may not be done. Mapped to nothing.
    Against,
    /// Tells which rows are set aside, and nothing else.
    Status,
    /// Answers to a question.
    Answer,
    /// Not used, and why.
    LeftOut(&'static str),
    /// Nothing stands in it.
    Blank,
}

/// What one column of a source can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Single {
    Id,
    Received,
    Kind,
    Organisation,
    Email,
    Area,
    Language,
}

impl Single {
    /// All, with the name of their setting, in the order in which they are written.
    pub(super) const ALL: [(Single, &'static str); 7] = [
        (Single::Id, "id"),
        (Single::Received, "received"),
        (Single::Kind, "type"),
        (Single::Organisation, "organisation"),
        (Single::Email, "email"),
        (Single::Area, "area"),
        (Single::Language, "language"),
    ];
}

/// Rows to set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) is: Vec<String>,
    pub(super) is_not: Vec<String>,
    pub(super) reason: SetAside,
}

/// The columns of a sheet with what they are for, and the rows it sets aside.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    /// A use for each column.
    pub(super) uses: Vec<Use>,
    /// Rules, each with its column.
    pub(super) rules: Vec<(usize, Rule)>,
}

impl Roles {
    /// The column that says something, if one does.
    pub(super) fn column(&self, of: &Use) -> Option<usize> {
        self.uses.iter().position(|found| found == of)
    }
}

/// Most values of a column that tells kinds of respondent.
const MOST_KINDS: usize = 40;

/// Decides what each column of a sheet is for. What one column only can say goes to the first that does.
pub(super) fn decide(sheet: &Sheet) -> Roles {
    let mut roles = Roles { uses: vec![Use::Blank; sheet.values.len()], rules: Vec::new() };
    let mut open: Vec<usize> = Vec::new();
    for (i, (column, values)) in sheet.columns().enumerate() {
        match by_layout(sheet, column, values) {
            Some(found) if !roles.is_taken(&found) => {
                roles.rules.extend(rule_of_layout(sheet, column, values).map(|rule| (i, rule)));
                roles.uses[i] = found;
            }
            Some(_) => roles.uses[i] = Use::LeftOut("another column says it already"),
            None => open.push(i),
        }
    }
    for i in open {
        let (column, values) = (&sheet.header.columns[i], &sheet.values[i]);
        let found = by_wording(column, values).into_iter().find(|found| !roles.is_taken(found));
        roles.uses[i] = found.unwrap_or(Use::LeftOut("another column says it already"));
        if roles.uses[i] == Use::Status {
            roles.rules.extend(rules_of_values(column, values).into_iter().map(|rule| (i, rule)));
        }
    }
    roles.rules.retain(|(i, rule)| !takes_all(rule, &sheet.values[*i]));
    roles
}

impl Roles {
    fn is_taken(&self, found: &Use) -> bool {
        matches!(found, Use::Single(_) | Use::May(_)) && self.uses.contains(found)
    }
}

fn by_layout(sheet: &Sheet, column: &Column, values: &Values) -> Option<Use> {
    let is_answer = matches!(column.role, Some(Role::Answer));
    if is_answer || column.role.is_none() {
        return None;
    }
    // A form that knows nobody says so in every row.
    let is_nobody = values.counts.keys().all(|value| is_nobody(value));
    let single = |single| if values.filled == 0 { Use::Blank } else { Use::Single(single) };
    Some(match column.role.as_ref()? {
        Role::Id => single(Single::Id),
        Role::Received => single(Single::Received),
        Role::Organisation => single(Single::Organisation),
        Role::Email | Role::Name if is_nobody => Use::Blank,
        Role::Email => single(Single::Email),
        Role::Name => Use::Name,
        Role::Area => single(Single::Area),
        Role::Language => single(Single::Language),
        Role::PublicId if !sheet.header.columns.iter().any(|column| column.role == Some(Role::Id)) => {
            single(Single::Id)
        }
        Role::PublicId => Use::LeftOut("the id for the public; the private one tells responses apart"),
        Role::Metadata => Use::LeftOut("the platform's own"),
        Role::Status { .. } => Use::Status,
        Role::Answer => return None,
    })
}

fn is_nobody(value: &str) -> bool {
    matches!(value.to_lowercase().as_str(), "anonymous" | "anonym" | "dienw")
}

fn rule_of_layout(sheet: &Sheet, column: &Column, values: &Values) -> Option<Rule> {
    match &column.role {
        Some(Role::Status { is, is_not, reason }) => {
            Some(Rule { is: is.clone(), is_not: is_not.clone(), reason: *reason })
        }
        // LimeSurvey dates a response when it is sent; until then it is unfinished.
        Some(Role::Received)
            if sheet.header.platform == Some(Platform::LimeSurvey)
                && values.filled > 0
                && values.filled < values.seen =>
        {
            Some(Rule { is: vec![String::new()], is_not: Vec::new(), reason: SetAside::Unfinished })
        }
        _ => None,
    }
}

/// Whether a rule would leave nothing to analyse: then the column means something else here.
fn takes_all(rule: &Rule, values: &Values) -> bool {
    let is_among = |list: &[String], value: &str| list.iter().any(|other| other.eq_ignore_ascii_case(value));
    let kept = |value: &String| !is_among(&rule.is, value) && (rule.is_not.is_empty() || is_among(&rule.is_not, value));
    let keeps_blank = values.filled < values.seen && !rule.is.iter().any(String::is_empty) && rule.is_not.is_empty();
    values.seen > 0 && !keeps_blank && !values.counts.keys().any(kept)
}

/// What a column may be for, the likeliest first; the last is always free.
fn by_wording(column: &Column, values: &Values) -> Vec<Use> {
    let last = answer_or_left_out(column, values);
    if values.filled == 0 {
        return vec![blank(column, last)];
    }
    // A part of a question names a thing of its own (`What is your name? - First name`), or is an option of several.
    let is_own = column.part.is_empty() || wordings::asks_something(&column.part);
    let asks = bare(if is_own { &column.asks } else { &column.part });
    let is_short = values.different() <= 8 && values.mean_words() <= 14.0;
    match consents::asked(&column.asks) {
        Some(Asks::Against) if is_short => return vec![Use::Against],
        Some(Asks::For(_)) if is_short && values.counts.keys().any(|value| consents::is_against(value)) => {
            return vec![Use::Against];
        }
        Some(Asks::For(consent)) if is_short && column.part.is_empty() && is_yes_or_no(values) => {
            return vec![Use::May(consent), Use::LeftOut("another column says it already")];
        }
        None if is_short && consents::is_handling(&column.asks, values.counts.keys()) => {
            return vec![Use::LeftOut("what may be done with a response, in words of its own: see `may_publish`")];
        }
        _ => {}
    }
    let mut found = Vec::new();
    let readings = readings(asks);
    let says = |asks: fn(&str) -> bool| readings.iter().any(|reading| asks(reading));
    let names = |is: fn(&str) -> bool| readings.iter().any(|reading| is(&words(reading)));
    if values.is_all_different() && values.mean_words() < 2.0 && names(is_id) {
        found.extend([Use::Single(Single::Id), Use::LeftOut("another id")]);
    }
    if values.is_dates() && names(is_when) {
        found.extend([Use::Single(Single::Received), Use::LeftOut("another date")]);
    }
    if says(wordings::asks_email) {
        found.extend([Use::Single(Single::Email), Use::LeftOut("another address")]);
    }
    if wordings::asks_contact_details(asks) && values.mean_words() <= 12.0 {
        found.push(Use::LeftOut("where somebody can be found: nothing to analyse"));
    }
    if wordings::is_metadata(bare(&column.name)) {
        found.push(Use::LeftOut("the platform's or the office's own"));
    }
    if says(wordings::asks_name) && values.mean_words() <= 8.0 {
        found.push(Use::Name);
    }
    if !column.part.is_empty() {
        found.push(last);
        return found;
    }
    let is_list = values.different() <= MOST_KINDS && values.mean_words() <= 14.0;
    if says(wordings::asks_kind)
        && is_list
        && !values.is_numbers()
        && (values.different() <= 12 || values.repeats(MOST_KINDS))
    {
        found.push(Use::Single(Single::Kind));
    }
    if says(wordings::asks_organisation) && values.mean_words() <= 12.0 && !is_yes_or_no(values) && !values.is_numbers()
    {
        found.push(Use::Single(Single::Organisation));
    }
    if says(wordings::asks_area) && values.mean_words() <= 6.0 && !values.is_numbers() {
        found.push(Use::Single(Single::Area));
    }
    if says(wordings::asks_language) && values.different() <= 12 {
        found.push(Use::Single(Single::Language));
    }
    if names(is_status) && values.different() <= 12 {
        found.push(Use::Status);
    }
    found.push(last);
    found
}

/// A header, and both halves of one in two languages: `Language / Iaith`.
fn readings(asks: &str) -> Vec<&str> {
    let halves = asks.split_once(" / ").or_else(|| asks.split_once(" | "));
    std::iter::once(asks).chain(halves.into_iter().flat_map(|(a, b)| [a.trim(), b.trim()])).collect()
}

/// A header without its number, and without a remark in brackets behind it: `2. Organisation (if applicable)`.
fn bare(header: &str) -> &str {
    let words = super::number::leading(header).and_then(|(_, at)| header.get(at..)).filter(|words| !words.is_empty());
    let words = words.unwrap_or(header);
    match words.split_once(" (") {
        Some((before, remark)) if remark.trim_end().ends_with(')') && !before.is_empty() => before,
        _ => words,
    }
}

/// What a column is for in which nothing stands yet. Names and addresses never become a question.
fn blank(column: &Column, last: Use) -> Use {
    let asks = bare(&column.asks);
    if wordings::asks_email(asks) {
        Use::Single(Single::Email)
    } else if consents::asked(asks).is_some() || wordings::is_metadata(bare(&column.name)) {
        Use::Blank
    } else if wordings::asks_name(asks) || wordings::asks_name(&column.part) {
        Use::Name
    } else if wordings::asks_organisation(asks) {
        Use::Single(Single::Organisation)
    } else if last == Use::Answer {
        last
    } else {
        Use::Blank
    }
}

fn answer_or_left_out(column: &Column, values: &Values) -> Use {
    match shape::of(column, values) {
        Some(_) => Use::Answer,
        None => Use::LeftOut("nothing says that it is a question"),
    }
}

/// Whether a column's cells say yes or no, as those of a consent do.
fn is_yes_or_no(values: &Values) -> bool {
    let says = |value: &String| {
        let first = words(value);
        let first = first.split_whitespace().next().unwrap_or_default();
        let says_no = matches!(first, "no" | "nac" | "na" | "n" | "false" | "0" | "nage");
        consent::is_yes(value) || says_no || value.to_lowercase().contains("do not")
    };
    let saying: usize = values.counts.iter().filter(|(value, _)| says(value)).map(|(_, n)| n).sum();
    saying * 10 >= values.filled * 7
}

fn is_id(header: &str) -> bool {
    let header = header.trim();
    matches!(
        header,
        "id" | "rid"
            | "no"
            | "number"
            | "reference"
            | "ref"
            | "cyfeirnod"
            | "rhif"
            | "themefinder id"
            | "unique id"
            | "case number"
    ) || [" id", " no", " number", " ref no"].iter().any(|end| header.ends_with(end))
        || header == "cyf"
        || header.ends_with("responseid")
        || header.ends_with(" reference")
        || header.ends_with(" ref")
        || header.starts_with("cyfeirnod")
        || header.starts_with("rhif ")
}

fn is_when(header: &str) -> bool {
    wordings::has(
        header,
        "date, submitted, received, timestamp, time, created, dyddiad, posted, completed, ended, sent, \
             cyflwynwyd, derbyniwyd, crëwyd, cyhoeddwyd, logged, datetime, at",
    )
}

fn is_status(header: &str) -> bool {
    let header = header.trim();
    matches!(
        header,
        "status"
            | "response status"
            | "completion status"
            | "document type"
            | "finished"
            | "is withdrawn"
            | "withdrawn"
            | "is test"
            | "is preview"
            | "completed"
            | "complete"
            | "statws"
            | "response type"
    )
}

/// Rules told from the values of a column of status.
fn rules_of_values(column: &Column, values: &Values) -> Vec<Rule> {
    let header = words(&column.name);
    let header = header.trim();
    let among = |listed: &str| -> Vec<String> {
        let is_one = |value: &&String| wordings::has(&words(value), listed);
        values.counts.keys().filter(is_one).cloned().collect()
    };
    let is_flag = |what: &str| header.contains(what);
    let yes = || among("true, yes, 1, y, ydw, ie");
    let no = || among("false, no, 0, n");
    let mut rules = Vec::new();
    let mut add = |is: Vec<String>, reason| {
        if !is.is_empty() {
            rules.push(Rule { is, is_not: Vec::new(), reason });
        }
    };
    if is_flag("withdrawn") {
        add(yes(), SetAside::Withdrawn);
    } else if is_flag("test") || is_flag("preview") {
        add(yes(), SetAside::NotAResponse);
    } else if matches!(header, "finished" | "completed" | "complete") {
        add(no(), SetAside::Unfinished);
    }
    add(among("preview, test, survey test, survey preview, spam, rejected, duplicate test"), SetAside::NotAResponse);
    add(among("partial, incomplete, in progress, draft, unfinished, started, anghyflawn"), SetAside::Unfinished);
    add(among("withdrawn, tynnwyd yn ôl"), SetAside::Withdrawn);
    rules
}
