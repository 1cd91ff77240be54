//! The fields of the index.

use std::collections::BTreeSet;

use tantivy::schema::{Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions};

use super::columns::COLUMNS;
use super::{Passage, analyzers};
use crate::model::Language;

/// Goes up when fields, analyses or what is stored change, so that older indexes are built again.
pub(super) const VERSION: u32 = 6;

/// No campaign, in the column of campaigns, which so has no gaps.
pub(super) const NO_CAMPAIGN: u64 = 0;

/// A campaign, in the column of campaigns.
pub(super) fn campaign_number(campaign: u64) -> u64 {
    campaign.saturating_add(1)
}

/// The fields, by what they hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Number of the answer: orders equals, and finds what is to be replaced.
    pub(super) key: Field,
    /// The passage itself; see `record`.
    pub(super) record: Field,
    pub(super) english: Field,
    pub(super) welsh: Field,
    /// Words as they stand: for exact words, beginnings and likenesses.
    pub(super) plain: Field,
    pub(super) organisation: Field,
    /// Its reference as a number; see `columns::response_number`.
    pub(super) response: Field,
    pub(super) campaign: Field,
    /// Date as a number, 20221107.
    pub(super) received: Field,
    /// Number of its response or event; see [`number`].
    pub(super) number: Field,
    /// Values that many passages share; see `columns`.
    pub(super) columns: [Field; COLUMNS.len()],
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |analysis: &str, option: IndexRecordOption| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(analysis)
                .set_index_option(option)
                .set_fieldnorms(!matches!(option, IndexRecordOption::Basic)),
        )
    };
    let number = || NumericOptions::default().set_fast();
    let column = || TextOptions::default().set_fast("raw");
    let fields = Fields {
        key: builder.add_i64_field("key", number()),
        record: builder.add_bytes_field("record", STORED),
        english: builder.add_text_field("english", words(analyzers::PARTED, IndexRecordOption::WithFreqsAndPositions)),
        welsh: builder.add_text_field("welsh", words(analyzers::PARTED, IndexRecordOption::WithFreqsAndPositions)),
        plain: builder.add_text_field("plain", words(analyzers::PARTED, IndexRecordOption::Basic)),
        organisation: builder.add_text_field("organisation", words(analyzers::PLAIN, IndexRecordOption::Basic)),
        response: builder.add_u64_field("response", number()),
        campaign: builder.add_u64_field("campaign", number()),
        received: builder.add_u64_field("received", number()),
        number: builder.add_u64_field("number", number()),
        columns: COLUMNS.map(|name| builder.add_text_field(name, column())),
    };
    (builder.build(), fields)
}

/// A reference as a number: twice that of a response, `R-00042` → 84, and one more for anything else, `E-01` → 3.
/// Numbers of a store are small and dense, so that a row of bits can mark them.
pub(super) fn number(reference: &str) -> u64 {
    let digits = reference.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number = digits.parse::<u64>().unwrap_or(0).min(1 << 40);
    number * 2 + u64::from(!reference.starts_with('R'))
}

/// Where a reference's number stands in order: responses before events.
pub(super) fn order_of(number: u64) -> i64 {
    ((number & 1) << 42 | number >> 1) as i64
}

/// Whether a text in this language is analysed as English and as Welsh.
pub(super) fn analyses(language: Language) -> (bool, bool) {
    match language {
        Language::En => (true, false),
        Language::Cy => (false, true),
        Language::Mixed | Language::Other | Language::Unknown => (true, true),
    }
}

/// The themes of a passage and those above them, each once, in order.
pub(super) fn all_themes(passage: &Passage) -> BTreeSet<&str> {
    passage.themes.iter().chain(&passage.above).map(String::as_str).filter(|code| !code.is_empty()).collect()
}

/// The first and last day that a date stands for, as numbers: `2022-11` → 20221101 and 20221131.
pub(super) fn days(date: &str) -> Option<(u64, u64)> {
    let date = date.trim();
    let day = date.get(..10).unwrap_or(date);
    let mut parts = day.split('-');
    let mut part = |digits: usize, range: std::ops::RangeInclusive<u64>| match parts.next() {
        None => Some(None),
        Some(text) if text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok().filter(|n| range.contains(n)).map(Some)
        }
        Some(_) => None,
    };
    let year = part(4, 1000..=9999)??;
    let month = part(2, 1..=12)?;
    let day = part(2, 1..=31)?;
    let number = |month: u64, day: u64| year * 10_000 + month * 100 + day;
    parts.next().is_none().then_some(match (month, day) {
        (Some(month), Some(day)) => (number(month, day), number(month, day)),
        (Some(month), None) => (number(month, 1), number(month, 31)),
        _ => (number(1, 1), number(12, 31)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_for_its_days() {
        assert_eq!(days("2022-11-07"), Some((20221107, 20221107)));
        assert_eq!(days("2022-11"), Some((20221101, 20221131)));
        assert_eq!(days("2022"), Some((20220101, 20221231)));
        assert_eq!(days("2022-11-07T10:00:00Z"), Some((20221107, 20221107)));
        assert_eq!(days(""), None);
        assert_eq!(days("ddoe 🙂"), None);
        assert_eq!(days("2022-13"), None);
    }

    #[test]
    fn a_theme_brings_the_themes_above_it_once() {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        let passage = Passage {
            themes: codes(&["T03.4", "GÔL", "T01"]),
            above: codes(&["T03", "T01", ""]),
            ..Passage::default()
        };
        assert_eq!(all_themes(&passage).into_iter().collect::<Vec<_>>(), ["GÔL", "T01", "T03", "T03.4"]);
    }
}
