//! A passage as tantivy takes it in: everything worked out, in one piece.

use tantivy::schema::document::{Document, ReferenceValue, ReferenceValueLeaf, Value};
use tantivy::schema::Field;

use super::schema::{Fields, analyses, days};
use super::terms::{Apart, Terms};
use super::{Passage, columns, record};

/// A passage ready for the index.
pub(super) struct Ready {
    fields: Fields,
    key: i64,
    response: u64,
    received: Option<u64>,
    campaign: Option<u64>,
    terms: Terms,
    organisation: String,
    columns: [String; columns::COLUMNS.len()],
    record: Vec<u8>,
}

/// Makes passages ready, one after another.
#[derive(Default)]
pub(super) struct Preparing {
    apart: Apart,
}

impl Preparing {
    /// A passage ready for the index.
    pub(super) fn ready(&mut self, fields: Fields, passage: &Passage) -> Ready {
        let (english, welsh) = analyses(passage.language.language);
        let room = passage.text.len() + passage.text.len() / 4;
        let mut terms = Terms {
            english: String::with_capacity(if english { room } else { 0 }),
            welsh: String::with_capacity(if welsh { room } else { 0 }),
            plain: String::with_capacity(room),
        };
        self.apart.terms(&passage.text, english, welsh, &mut terms);
        let mut record = Vec::with_capacity(passage.text.len() + 200);
        record::write(passage, &mut record);
        Ready {
            fields,
            key: passage.key,
            response: columns::response_number(&passage.reference),
            received: days(&passage.received).map(|(first, _)| first),
            campaign: passage.campaign.map(u64::from),
            terms,
            organisation: passage.organisation.clone(),
            columns: columns::values(passage),
            record,
        }
    }
}

/// One value of a [`Ready`] passage.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    Text(&'a str),
    Number(u64),
    Key(i64),
    Bytes(&'a [u8]),
}

impl<'a> Value<'a> for Part<'a> {
    type ArrayIter = std::iter::Empty<Self>;
    type ObjectIter = std::iter::Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match self {
            Part::Text(text) => ReferenceValueLeaf::Str(text),
            Part::Number(number) => ReferenceValueLeaf::U64(*number),
            Part::Key(key) => ReferenceValueLeaf::I64(*key),
            Part::Bytes(bytes) => ReferenceValueLeaf::Bytes(bytes),
        })
    }
}

impl Document for Ready {
    type Value<'a> = Part<'a>;
    type FieldsValuesIter<'a> = std::iter::Flatten<std::array::IntoIter<Option<(Field, Part<'a>)>, 12>>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        let fields = &self.fields;
        // A field without terms and one that is not there are the same to a search.
        fn some(field: Field, text: &str) -> Option<(Field, Part<'_>)> {
            (!text.is_empty()).then_some((field, Part::Text(text)))
        }
        [
            Some((fields.key, Part::Key(self.key))),
            Some((fields.record, Part::Bytes(&self.record))),
            some(fields.english, &self.terms.english),
            some(fields.welsh, &self.terms.welsh),
            some(fields.plain, &self.terms.plain),
            some(fields.organisation, &self.organisation),
            Some((fields.response, Part::Number(self.response))),
            self.campaign.map(|number| (fields.campaign, Part::Number(number))),
            self.received.map(|number| (fields.received, Part::Number(number))),
            some(fields.columns[0], &self.columns[0]),
            some(fields.columns[1], &self.columns[1]),
            some(fields.columns[2], &self.columns[2]),
        ]
        .into_iter()
        .flatten()
    }
}
