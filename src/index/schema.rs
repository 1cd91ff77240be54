//! The fields of the index, and a passage as a document of it.

use std::collections::BTreeSet;

use tantivy::schema::{Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::{TantivyDocument, Term};

use super::counts::May;
use super::{Passage, analyzers};
use crate::model::Language;

/// Goes up when fields, analyses or what is stored change, so that older indexes are built again.
pub(super) const VERSION: u32 = 3;

/// The fields, by what they hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) key: Field,
    /// The passage itself, as JSON.
    pub(super) record: Field,
    pub(super) english: Field,
    pub(super) welsh: Field,
    /// Words as they stand: for exact words, beginnings and likenesses.
    pub(super) plain: Field,
    pub(super) organisation: Field,
    pub(super) response: Field,
    pub(super) question: Field,
    /// Codes of themes and of the themes above them.
    pub(super) theme: Field,
    pub(super) stance: Field,
    pub(super) language: Field,
    pub(super) kind: Field,
    pub(super) area: Field,
    pub(super) channel: Field,
    pub(super) campaign: Field,
    /// Date as a number, 20221107.
    pub(super) received: Field,
    /// 1 or 0.
    pub(super) quotable: Field,
    /// 1 or 0.
    pub(super) event: Field,
    /// 1 or 0.
    pub(super) publish: Field,
    /// 1 or 0.
    pub(super) restricted: Field,
    /// What may be done with it, see `May::bits`.
    pub(super) may: Field,
    /// Number of its response or event, see [`number`].
    pub(super) number: Field,
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
    let value = || words(analyzers::VALUE, IndexRecordOption::Basic);
    let number = || NumericOptions::default().set_indexed().set_fast();
    let fields = Fields {
        key: builder.add_i64_field("key", number()),
        record: builder.add_bytes_field("record", STORED),
        english: builder.add_text_field("english", words(analyzers::ENGLISH, IndexRecordOption::WithFreqsAndPositions)),
        welsh: builder.add_text_field("welsh", words(analyzers::WELSH, IndexRecordOption::WithFreqsAndPositions)),
        plain: builder.add_text_field("plain", words(analyzers::PLAIN, IndexRecordOption::Basic)),
        organisation: builder.add_text_field("organisation", words(analyzers::PLAIN, IndexRecordOption::Basic)),
        response: builder.add_text_field("response", value()),
        question: builder.add_text_field("question", value().set_fast("raw")),
        theme: builder.add_text_field("theme", value().set_fast("raw")),
        stance: builder.add_text_field("stance", value().set_fast("raw")),
        language: builder.add_text_field("language", value().set_fast("raw")),
        kind: builder.add_text_field("type", value().set_fast("raw")),
        area: builder.add_text_field("area", value().set_fast("raw")),
        channel: builder.add_text_field("channel", value().set_fast("raw")),
        campaign: builder.add_u64_field("campaign", number()),
        received: builder.add_u64_field("received", number()),
        quotable: builder.add_u64_field("quotable", number()),
        event: builder.add_u64_field("event", number()),
        publish: builder.add_u64_field("publish", number()),
        restricted: builder.add_u64_field("restricted", number()),
        may: builder.add_u64_field("may", NumericOptions::default().set_fast()),
        number: builder.add_u64_field("number", NumericOptions::default().set_fast()),
    };
    (builder.build(), fields)
}

impl Fields {
    /// A passage as a document.
    pub(super) fn document(&self, passage: &Passage) -> Result<TantivyDocument, serde_json::Error> {
        let mut document = TantivyDocument::default();
        document.add_i64(self.key, passage.key);
        document.add_bytes(self.record, &serde_json::to_vec(passage)?);
        let (english, welsh) = analyses(passage.language.language);
        if english {
            document.add_text(self.english, &passage.text);
        }
        if welsh {
            document.add_text(self.welsh, &passage.text);
        }
        document.add_text(self.plain, &passage.text);
        let values = [
            (self.organisation, passage.organisation.as_str()),
            (self.response, &passage.reference),
            (self.question, &passage.question),
            (self.stance, passage.stance.map_or("", |stance| stance.as_str())),
            (self.language, passage.language.language.as_str()),
            (self.kind, &passage.kind),
            (self.area, &passage.area),
            (self.channel, &passage.channel),
        ];
        for (field, value) in values.into_iter().filter(|(_, value)| !value.is_empty()) {
            document.add_text(field, value);
        }
        for theme in all_themes(passage) {
            document.add_text(self.theme, theme);
        }
        if let Some(campaign) = passage.campaign {
            document.add_u64(self.campaign, campaign.into());
        }
        if let Some((first, _)) = days(&passage.received) {
            document.add_u64(self.received, first);
        }
        document.add_u64(self.quotable, passage.quotable.into());
        document.add_u64(self.event, passage.event.into());
        document.add_u64(self.publish, passage.publish.into());
        document.add_u64(self.restricted, passage.restricted.into());
        document.add_u64(self.may, May::of(passage).bits());
        document.add_u64(self.number, number(&passage.reference));
        Ok(document)
    }

    /// The term that a passage is known by.
    pub(super) fn key_term(&self, key: i64) -> Term {
        Term::from_field_i64(self.key, key)
    }
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
    fn responses_stand_before_events_in_the_order_of_their_numbers() {
        let order = |reference| order_of(number(reference));
        assert!(order("R-00042") < order("R-00100") && order("R-99999") < order("E-01"));
        assert!(order("E-01") < order("E-02") && order("E-02") < order("E-10"));
        assert_eq!((number("R-00042"), number("E-01"), number("🙂")), (84, 3, 1));
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
