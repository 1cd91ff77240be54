//! Survey platforms, recognised by how their exports are laid out.

mod cells;
mod generic;
mod known;
mod parts;
mod qualtrics;
mod survey_monkey;

use crate::model::SetAside;

/// Rows at the top of a table that are looked at to understand its header.
pub(crate) const LOOKED_AT: usize = 12;

/// Bytes of a cell that are looked at: the longest question fits, and an answer may be a book.
const LONGEST: usize = 8192;

/// Where an export comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Platform {
    /// Qualtrics, with three header rows, or two (the legacy export, or where the third was deleted).
    Qualtrics,
    /// SurveyMonkey.
    SurveyMonkey,
    /// Microsoft Forms.
    MicrosoftForms,
    /// Google Forms.
    GoogleForms,
    /// Citizen Space.
    CitizenSpace,
    /// SmartSurvey.
    SmartSurvey,
    /// Go Vocal.
    GoVocal,
    /// The bulk download of regulations.gov.
    RegulationsGov,
    /// Polis.
    Polis,
    /// Decidim.
    Decidim,
    /// The digital engagement platform of British Columbia.
    BcEngage,
    /// LimeSurvey.
    LimeSurvey,
    /// Online Surveys (JISC).
    OnlineSurveys,
    /// KoboToolbox.
    KoboToolbox,
}

impl Platform {
    /// Its name, as its makers write it.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Platform::Qualtrics => "Qualtrics",
            Platform::SurveyMonkey => "SurveyMonkey",
            Platform::MicrosoftForms => "Microsoft Forms",
            Platform::GoogleForms => "Google Forms",
            Platform::CitizenSpace => "Citizen Space",
            Platform::SmartSurvey => "SmartSurvey",
            Platform::GoVocal => "Go Vocal",
            Platform::RegulationsGov => "regulations.gov",
            Platform::Polis => "Polis",
            Platform::Decidim => "Decidim",
            Platform::BcEngage => "the engagement platform of British Columbia",
            Platform::LimeSurvey => "LimeSurvey",
            Platform::OnlineSurveys => "Online Surveys",
            Platform::KoboToolbox => "KoboToolbox",
        }
    }
}

/// What the top of a table says of the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// The platform, when its layout is known.
    pub(crate) platform: Option<Platform>,
    /// Rows before the header: titles, blank lines.
    pub(crate) before: usize,
    /// Rows of the header itself; answers begin behind `before + rows`.
    pub(crate) rows: usize,
    /// The columns, in order.
    pub(crate) columns: Vec<Column>,
    /// What a person should know of the understanding.
    pub(crate) remarks: Vec<String>,
}

/// What the header says of one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name, unique in the table: how settings and records name it.
    pub(crate) name: String,
    /// What was asked, in full, as the export has it.
    pub(crate) asks: String,
    /// The part of the question that this column holds: an option of several, a row of a grid, `Other (please specify)`.
    pub(crate) part: String,
    /// What it is for, where the platform's layout says so.
    pub(crate) role: Option<Role>,
}

/// What a column is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Id of the response.
    Id,
    /// An id for the public.
    PublicId,
    /// When it was sent.
    Received,
    /// Organisation.
    Organisation,
    /// Name, or part of it.
    Name,
    /// E-mail address.
    Email,
    /// Area.
    Area,
    /// Language of the form.
    Language,
    /// The platform's own: addresses, durations, counts. Never a question.
    Metadata,
    /// Rows are set aside when it holds one of `is`, or none of `is_not`.
    Status {
        /// Set aside when it holds one of these.
        is: Vec<String>,
        /// Set aside when it holds none of these.
        is_not: Vec<String>,
        /// Why.
        reason: SetAside,
    },
    /// Answers to a question, whose kind the values tell.
    Answer,
}

/// Understands the top of a table: its platform, how deep its header is, and what each column is named.
///
/// Rows above the header are told from it by having next to nothing in them. A row counts as header only when it cannot
/// be an answer; in doubt the header has one row. Column names are what stands in the first row of names, with single
/// spaces; a blank one is `column 7`, a repeated one `Comment (2)`.
pub(crate) fn recognise(top: &[Vec<String>]) -> Header {
    let tidy = |cell: &String| cells::tidy(beginning(cell, LONGEST));
    let rows: Vec<Vec<String>> = top.iter().take(LOOKED_AT).map(|row| row.iter().map(tidy).collect()).collect();
    for before in 0..rows.len() {
        let below = &rows[before..];
        let read = qualtrics::read(below).or_else(|| survey_monkey::read(below)).or_else(|| known::read(below));
        if let Some(header) = read {
            return Header { before, ..named(header) };
        }
        if cells::filled(&rows[before]) > MOST_IN_TITLE {
            break;
        }
    }
    named(generic::read(&rows))
}

/// The beginning of a text: at most so many bytes, and no part of a sign.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    &text[..end]
}

/// The platform that gives fields of these names, and what each of its own is for.
pub(crate) fn fields(names: &[&str]) -> Option<(Platform, Vec<Option<Role>>)> {
    known::fields(names)
}

/// Cells that a row above the header has at most: a title, and its date beside it.
const MOST_IN_TITLE: usize = 2;

/// Gives every column a name of its own.
fn named(mut header: Header) -> Header {
    let mut taken = std::collections::BTreeSet::new();
    // How far each name was counted, so that ten thousand columns of one name are not counted from the beginning each.
    let mut counted: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for (i, column) in header.columns.iter_mut().enumerate() {
        if column.name.is_empty() {
            column.name = format!("column {}", i + 1);
        }
        let plain = column.name.clone();
        let n = counted.entry(plain.clone()).or_insert(1);
        while !taken.insert(column.name.clone()) {
            *n += 1;
            column.name = format!("{plain} ({n})");
        }
        if column.asks.is_empty() {
            column.asks = cells::plain(&plain);
        }
    }
    header
}

#[cfg(test)]
mod tests;
