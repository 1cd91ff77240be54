//! A passage as tantivy takes it in: everything worked out, in one piece.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tantivy::schema::Field;
use tantivy::schema::document::{Document, ReferenceValue, ReferenceValueLeaf, Value};

use super::columns::{self, COLUMNS};
use super::schema::{Fields, analyses, days, number};
use super::terms::{Apart, Terms};
use super::{Passage, record};

/// Bytes of passages that may wait to be written: tantivy itself counts the passages, however long they are.
const MOST_WAITING: usize = 32_000_000;
/// Bytes of passages that are handed on at once, about.
const MOST_HELD: usize = 2_000_000;
/// How often it is looked whether there is room again.
const A_MOMENT: Duration = Duration::from_millis(1);
/// Looks after which a passage goes on its way all the same: whoever should take it will say what is wrong.
const MOST_LOOKS: usize = 10_000;

/// Texts of a passage: its terms by field, then its columns and its organisation.
const TEXTS: usize = 4 + COLUMNS.len();

/// A passage ready for the index.
pub(super) struct Ready {
    fields: Fields,
    key: i64,
    response: u64,
    number: u64,
    received: Option<u64>,
    campaign: Option<u64>,
    /// All texts, one behind the other.
    texts: Box<str>,
    /// Where each of them ends.
    ends: [u32; TEXTS],
    record: Box<[u8]>,
    waiting: Arc<AtomicUsize>,
}

impl Drop for Ready {
    fn drop(&mut self) {
        self.waiting.fetch_sub(self.size(), Ordering::Relaxed);
    }
}

impl Ready {
    fn size(&self) -> usize {
        self.texts.len() + self.record.len()
    }

    fn text(&self, n: usize) -> &str {
        let from = if n == 0 { 0 } else { self.ends[n - 1] as usize };
        self.texts.get(from..self.ends[n] as usize).unwrap_or_default()
    }
}

/// Makes passages ready, one after another.
#[derive(Default)]
pub(super) struct Preparing {
    apart: Apart,
    terms: Terms,
    texts: String,
    record: Vec<u8>,
    /// Bytes of the passages that were made ready and are not written yet.
    waiting: Arc<AtomicUsize>,
    /// Bytes of those of them that the caller still has.
    held: usize,
}

impl Preparing {
    /// A passage ready for the index.
    pub(super) fn ready(&mut self, fields: Fields, passage: &Passage) -> Ready {
        let (english, welsh) = analyses(passage.language.language);
        self.terms.clear();
        self.apart.terms(&passage.text, english, welsh, &mut self.terms);
        self.texts.clear();
        let mut ends = [0; TEXTS];
        for (n, end) in ends.iter_mut().enumerate() {
            match n {
                0 => self.texts.push_str(&self.terms.english),
                1 => self.texts.push_str(&self.terms.welsh),
                2 => self.texts.push_str(&self.terms.plain),
                3 => self.texts.push_str(&passage.organisation),
                _ => columns::write(n - 4, passage, &mut self.texts),
            }
            *end = self.texts.len() as u32;
        }
        self.record.clear();
        record::write(passage, &mut self.record);
        let ready = Ready {
            fields,
            key: passage.key,
            response: columns::response_number(&passage.reference),
            number: number(&passage.reference),
            received: days(&passage.received).map(|(first, _)| first),
            campaign: passage.campaign.map(u64::from),
            texts: self.texts.as_str().into(),
            ends,
            record: self.record.as_slice().into(),
            waiting: Arc::clone(&self.waiting),
        };
        self.waiting.fetch_add(ready.size(), Ordering::Relaxed);
        self.held += ready.size();
        ready
    }

    /// Whether so much was made ready that it is to be handed on.
    pub(super) fn holds_much(&self) -> bool {
        self.held > MOST_HELD
    }

    /// Waits until there is room for the passages that were made ready since the last time.
    pub(super) fn wait_for_room(&mut self) {
        let held = std::mem::take(&mut self.held);
        for _ in 0..MOST_LOOKS {
            if self.waiting.load(Ordering::Relaxed).saturating_sub(held) < MOST_WAITING {
                return;
            }
            std::thread::sleep(A_MOMENT);
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
    type FieldsValuesIter<'a> = std::iter::Flatten<std::array::IntoIter<Option<(Field, Part<'a>)>, 13>>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        let fields = &self.fields;
        // A field without terms and one that is not there are the same to a search.
        let text =
            |field: Field, n: usize| Some((field, Part::Text(self.text(n)))).filter(|_| !self.text(n).is_empty());
        [
            Some((fields.key, Part::Key(self.key))),
            Some((fields.record, Part::Bytes(&self.record))),
            text(fields.english, 0),
            text(fields.welsh, 1),
            text(fields.plain, 2),
            text(fields.organisation, 3),
            Some((fields.response, Part::Number(self.response))),
            Some((fields.number, Part::Number(self.number))),
            self.campaign.map(|number| (fields.campaign, Part::Number(number))),
            self.received.map(|number| (fields.received, Part::Number(number))),
            text(fields.columns[0], 4),
            text(fields.columns[1], 5),
            text(fields.columns[2], 6),
        ]
        .into_iter()
        .flatten()
    }
}
