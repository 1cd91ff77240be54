//! What a column is, told from its header and from what stands in it.

use std::collections::BTreeMap;

use crate::ingest::date;

/// Different values remembered; more than this is as good as all different.
const REMEMBERED: usize = 400;

/// Most different values that a closed question has.
const MOST_OPTIONS: usize = 12;

/// One column and what was seen in it.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Cells, blank or not.
    pub(crate) seen: usize,
    /// Cells that are not blank.
    pub(crate) filled: usize,
    /// Values and how often each was seen, as long as there are few enough to remember.
    pub(crate) values: BTreeMap<String, usize>,
    words: usize,
    longest: usize,
    dates: usize,
    links: usize,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Id,
    Received,
    Organisation,
    Name,
    Email,
    Area,
    Language,
    Kind,
    MayPublish,
    MayName,
    MayQuote,
    MayContact,
    Status,
    Open,
    Closed,
    Multiple,
    Other,
}

impl Column {
    pub(crate) fn new(name: &str) -> Self {
        Column {
            name: name.to_owned(),
            seen: 0,
            filled: 0,
            values: BTreeMap::new(),
            words: 0,
            longest: 0,
            dates: 0,
            links: 0,
        }
    }

    pub(crate) fn see(&mut self, cell: &str) {
        self.seen += 1;
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        let words = cell.split_whitespace().count();
        self.words += words;
        self.longest = self.longest.max(words);
        self.dates += usize::from(words <= 6 && date::iso_day(cell).is_some());
        self.links += usize::from(cell.starts_with("http://") || cell.starts_with("https://"));
        if self.values.len() < REMEMBERED || self.values.contains_key(cell) {
            *self.values.entry(cell.to_owned()).or_default() += 1;
        }
    }

    fn is_all_different(&self) -> bool {
        self.filled > 0 && (self.values.len() == self.filled || self.values.len() == REMEMBERED)
    }

    fn mean_words(&self) -> f64 {
        self.words as f64 / self.filled.max(1) as f64
    }

    fn is_mostly(&self, n: usize) -> bool {
        self.filled > 0 && n * 10 >= self.filled * 9
    }

    /// What this column is for, by itself; [`roles`] lets one column have each single role.
    fn role(&self) -> Role {
        let header = self.name.to_lowercase().replace(['_', '-'], " ");
        let has = |words: &[&str]| words.iter().any(|word| header.contains(word));
        let is = |words: &[&str]| words.contains(&header.trim());
        if self.filled == 0 {
            return Role::Other;
        }
        if has(&["publish", "gyhoeddi", "cyhoeddi"]) && self.is_yes_or_no() {
            return Role::MayPublish;
        }
        if has(&["quote", "dyfynnu"]) && self.is_yes_or_no() {
            return Role::MayQuote;
        }
        if has(&["contact you", "contact me", "may contact", "may we contact", "gysylltu"]) && self.is_yes_or_no() {
            return Role::MayContact;
        }
        if has(&["name you", "named", "use your name", "enwi"]) && self.is_yes_or_no() {
            return Role::MayName;
        }
        if self.is_all_different() && self.mean_words() < 2.0 && is_id(&header) {
            return Role::Id;
        }
        if self.is_mostly(self.dates)
            && has(&["date", "submitted", "received", "timestamp", "time", "created", "dyddiad", "posted"])
        {
            return Role::Received;
        }
        if is(&["organisation", "organization", "organisation name", "organization name", "sefydliad", "company"])
            || (has(&["name of your organi", "on behalf of"]) && !self.is_yes_or_no())
        {
            return Role::Organisation;
        }
        if is(&["name", "full name", "your name", "first name", "last name", "surname", "enw"]) {
            return Role::Name;
        }
        if is(&["email", "e mail", "email address", "your email", "ebost", "e bost"]) {
            return Role::Email;
        }
        if is(&["area", "region", "local authority area", "county", "state/province", "ardal", "country/region"]) {
            return Role::Area;
        }
        if is(&["language", "userlanguage", "user language", "iaith", "response language"]) {
            return Role::Language;
        }
        if has(&["respondent type", "type of respondent", "responding as", "capacity", "math o ymatebydd"])
            && self.values.len() <= 40
        {
            return Role::Kind;
        }
        if is(&[
            "status",
            "response status",
            "document type",
            "finished",
            "is withdrawn?",
            "withdrawn",
            "is test",
            "is preview",
        ]) && self.values.len() <= MOST_OPTIONS
        {
            return Role::Status;
        }
        if has(&["withdrawn", "restrict reason", "abstract"])
            || self.links * 2 > self.filled
            || self.is_mostly(self.dates)
            || has(&["http", "tooltip", "citation"])
        {
            return Role::Other;
        }
        // One cell among many is a remark of whoever keeps the table.
        if self.filled < 3 && self.seen > 20 {
            return Role::Other;
        }
        let differs = self.values.len() * 5 > self.filled || self.values.len() == REMEMBERED;
        let asks = self.name.contains('?')
            || leading_number(&self.name).is_some()
            || has(&["please", "comment", "tell us", "sylw"]);
        if differs && (self.mean_words() >= 5.0 || self.longest >= 25) || asks && differs && self.mean_words() >= 2.0 {
            return Role::Open;
        }
        let repeats = self.filled >= 6 && self.values.len() * 3 <= self.filled;
        if asks && repeats && (2..=MOST_OPTIONS).contains(&self.values.len()) {
            return Role::Closed;
        }
        if asks && self.options().len() >= 2 {
            return Role::Multiple;
        }
        Role::Other
    }

    fn is_yes_or_no(&self) -> bool {
        self.values.len() <= 8
    }

    /// The options of a column that holds several in a cell, joined by semicolons; empty when they are too many.
    pub(crate) fn options(&self) -> Vec<String> {
        let mut options: BTreeMap<&str, usize> = BTreeMap::new();
        for (value, n) in &self.values {
            for part in value.split(';').map(str::trim).filter(|part| !part.is_empty()) {
                *options.entry(part).or_default() += n;
            }
        }
        let joined = self.values.keys().any(|value| value.contains(';'));
        let repeats = self.filled >= 6 && options.len() <= MOST_OPTIONS;
        if joined && repeats { options.into_keys().map(str::to_owned).collect() } else { Vec::new() }
    }
}

fn is_id(header: &str) -> bool {
    let header = header.trim();
    matches!(header, "id" | "rid" | "no" | "no." | "number" | "reference" | "ref")
        || header.ends_with(" id")
        || header.ends_with("responseid")
        || header.ends_with("respondent id")
}

/// Columns with their roles. A role that only one column can have goes to the first that fits; an open column that is
/// nothing but another's copy or a machine's code is left out by its looks.
pub(crate) fn roles(columns: &[Column]) -> Vec<Role> {
    let mut taken = Vec::new();
    columns
        .iter()
        .map(|column| {
            let role = column.role();
            let single =
                !matches!(role, Role::Open | Role::Closed | Role::Multiple | Role::Name | Role::Other | Role::Status);
            if single && taken.contains(&role) {
                return Role::Other;
            }
            taken.push(role);
            role
        })
        .collect()
}

/// Whether anything in the table can be an answer.
pub(crate) fn has_answers(columns: &[Column]) -> bool {
    columns.iter().any(|column| matches!(column.role(), Role::Open | Role::Closed | Role::Multiple))
}

/// The number that a question's header begins with: `1.1a` of `Q1.1a. Why?`, and the byte where the rest begins.
pub(crate) fn leading_number(header: &str) -> Option<(&str, usize)> {
    let lead = header.len() - header.trim_start_matches(['Q', 'q', ' ', '(', '[']).len();
    let rest = &header[lead..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches('.');
    if number.is_empty() || number.len() > 6 || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let letter = rest[number.len()..].chars().next().filter(char::is_ascii_lowercase).map_or(0, char::len_utf8);
    let after = rest[number.len() + letter..].chars().next();
    if after.is_some_and(char::is_alphanumeric) {
        return None;
    }
    Some((&rest[..number.len() + letter], lead + number.len() + letter))
}
