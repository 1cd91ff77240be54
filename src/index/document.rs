//! A passage as tantivy takes it in: everything worked out, in one piece.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tantivy::schema::Field;
use tantivy::schema::document::{Document, ReferenceValue, ReferenceValueLeaf, Value};

use super::columns::{self, COLUMNS};
use super::schema::{Fields, NO_CAMPAIGN, analyses, campaign_number, days, number};
use super::terms::{Apart, Terms};
use super::{Passage, record};

/// Bytes of passages that may wait to be written: tantivy itself counts the passages, however long they are.
const MOST_WAITING: usize = 32_000_000;
/// Bytes of passages that are handed on at once, about.
const MOST_TOGETHER: usize = 2_000_000;
/// How often it is looked whether there is room again.
const A_MOMENT: Duration = Duration::from_millis(1);
/// Looks after which passages go on their way all the same: whoever should take them will say what is wrong.
const MOST_LOOKS: usize = 10_000;

/// Texts of a passage: its terms by field, its organisation, then its columns.
const TEXTS: usize = 4 + COLUMNS.len();

/// A passage ready for the index.
pub(super) struct Ready {
    one: One,
    of: Arc<Together>,
}

/// What is known of one passage by itself.
struct One {
    key: i64,
    response: u64,
    number: u64,
    received: Option<u64>,
    campaign: u64,
    /// Where its texts begin, and where each of them ends.
    texts: [u32; TEXTS + 1],
    /// Where its record begins and ends.
    record: (u32, u32),
}

/// What lies in memory for some passages together: one piece is made and let go faster than one for each.
struct Together {
    fields: Fields,
    texts: String,
    records: Vec<u8>,
    /// Bytes of all passages that are not written yet.
    waiting: Arc<AtomicUsize>,
}

impl Drop for Together {
    fn drop(&mut self) {
        self.waiting.fetch_sub(self.texts.len() + self.records.len(), Ordering::Relaxed);
    }
}

impl Ready {
    fn text(&self, n: usize) -> &str {
        let [from, to] = [self.one.texts[n], self.one.texts[n + 1]];
        self.of.texts.get(from as usize..to as usize).unwrap_or_default()
    }

    fn record(&self) -> &[u8] {
        let (from, to) = self.one.record;
        self.of.records.get(from as usize..to as usize).unwrap_or_default()
    }
}

/// Makes passages ready, some at a time.
pub(super) struct Preparing {
    fields: Fields,
    apart: Apart,
    terms: Terms,
    texts: String,
    records: Vec<u8>,
    all: Vec<One>,
    /// The last response and its number: answers of one come together.
    response: (String, u64),
    waiting: Arc<AtomicUsize>,
}

impl Preparing {
    pub(super) fn new(fields: Fields) -> Self {
        Preparing {
            fields,
            apart: Apart::default(),
            terms: Terms::default(),
            texts: String::new(),
            records: Vec::new(),
            all: Vec::new(),
            response: (String::new(), columns::response_number("")),
            waiting: Arc::default(),
        }
    }

    /// Makes a passage ready.
    pub(super) fn put(&mut self, passage: &Passage) {
        let (english, welsh) = analyses(passage.language.language);
        self.terms.clear();
        self.apart.terms(&passage.text, english, welsh, &mut self.terms);
        let mut texts = [self.texts.len() as u32; TEXTS + 1];
        for (n, end) in texts[1..].iter_mut().enumerate() {
            match n {
                0 => self.texts.push_str(&self.terms.english),
                1 => self.texts.push_str(&self.terms.welsh),
                2 => self.texts.push_str(&self.terms.plain),
                3 => self.texts.push_str(&passage.organisation),
                _ => columns::write(n - 4, passage, &mut self.texts),
            }
            *end = self.texts.len() as u32;
        }
        let from = self.records.len() as u32;
        record::write(passage, &mut self.records);
        if self.response.0 != passage.reference {
            self.response = (passage.reference.clone(), columns::response_number(&passage.reference));
        }
        self.all.push(One {
            key: passage.key,
            response: self.response.1,
            number: number(&passage.reference),
            received: days(&passage.received).map(|(first, _)| first),
            campaign: passage.campaign.map_or(NO_CAMPAIGN, |campaign| campaign_number(campaign.into())),
            texts,
            record: (from, self.records.len() as u32),
        });
    }

    /// Whether so many passages, or so long ones, were made ready that they are to be handed on.
    pub(super) fn is_much(&self, passages: usize) -> bool {
        self.all.len() >= passages || self.texts.len() + self.records.len() > MOST_TOGETHER
    }

    /// The passages that were made ready since the last time, once there is room for them.
    pub(super) fn take(&mut self) -> Vec<Ready> {
        for _ in 0..MOST_LOOKS {
            if self.waiting.load(Ordering::Relaxed) < MOST_WAITING {
                break;
            }
            std::thread::sleep(A_MOMENT);
        }
        self.waiting.fetch_add(self.texts.len() + self.records.len(), Ordering::Relaxed);
        let room = (self.texts.len(), self.records.len());
        let of = Arc::new(Together {
            fields: self.fields,
            texts: std::mem::replace(&mut self.texts, String::with_capacity(room.0)),
            records: std::mem::replace(&mut self.records, Vec::with_capacity(room.1)),
            waiting: Arc::clone(&self.waiting),
        });
        self.all.drain(..).map(|one| Ready { one, of: Arc::clone(&of) }).collect()
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
        let (fields, one) = (&self.of.fields, &self.one);
        // A field without terms and one that is not there are the same to a search.
        let text =
            |field: Field, n: usize| Some((field, Part::Text(self.text(n)))).filter(|_| !self.text(n).is_empty());
        [
            Some((fields.key, Part::Key(one.key))),
            Some((fields.record, Part::Bytes(self.record()))),
            text(fields.english, 0),
            text(fields.welsh, 1),
            text(fields.plain, 2),
            text(fields.organisation, 3),
            Some((fields.response, Part::Number(one.response))),
            Some((fields.number, Part::Number(one.number))),
            Some((fields.campaign, Part::Number(one.campaign))),
            one.received.map(|number| (fields.received, Part::Number(number))),
            text(fields.columns[0], 4),
            text(fields.columns[1], 5),
            text(fields.columns[2], 6),
        ]
        .into_iter()
        .flatten()
    }
}
