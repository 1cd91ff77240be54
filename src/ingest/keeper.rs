//! The sink that keeps what readers find in the store, a batch at a time.

use std::collections::BTreeMap;

use super::{IngestError, Record, Sink, mapping};
use crate::corpus::NewAnswer;
use crate::corpus::{Arrival, ItemContent, Kept, SourceSettings};
use crate::model::{Consultation, Event, SetAside};

/// Items kept in one transaction.
const BATCH: usize = 1000;

/// How often one and the same problem is listed for a file before the rest is only counted.
const LISTED: u64 = 20;

/// Different problems listed for a file before the rest is only counted: a file in which every row is wrong has one.
const DIFFERENT: usize = 2000;

/// Keeps the items of one file, and counts its records apart from them, so that the ledger can hold one against the other.
pub(super) struct Keeper<'r, 's> {
    consultation: &'r Consultation,
    source: &'r SourceSettings,
    arrival: Arrival<'s>,
    batch: Vec<ItemContent>,
    records: u64,
    checked_header: bool,
    said: BTreeMap<String, u64>,
    problems: Vec<(String, String)>,
    unsaid: u64,
}

impl<'r, 's> Keeper<'r, 's> {
    pub(super) fn new(consultation: &'r Consultation, source: &'r SourceSettings, arrival: Arrival<'s>) -> Self {
        let batch = Vec::with_capacity(BATCH);
        let said = BTreeMap::new();
        Keeper {
            consultation,
            source,
            arrival,
            batch,
            records: 0,
            checked_header: false,
            said,
            problems: Vec::new(),
            unsaid: 0,
        }
    }

    /// Goes on with what another source says of the same file, such as other sheets of a workbook.
    pub(super) fn of(&mut self, source: &'r SourceSettings) {
        self.source = source;
        self.checked_header = false;
    }

    /// Keeps an item.
    pub(super) fn item(&mut self, item: ItemContent) -> Result<(), IngestError> {
        self.records += 1;
        self.batch.push(item);
        if self.batch.len() == BATCH { self.flush() } else { Ok(()) }
    }

    /// Keeps the events that the file tells of.
    pub(super) fn events(&mut self, events: &[(Event, Vec<NewAnswer>)]) -> Result<(), IngestError> {
        Ok(self.arrival.keep_events(events)?)
    }

    /// Ends the reading.
    pub(super) fn finish(mut self, hash: &str, mapping: &str) -> Result<Kept, IngestError> {
        self.flush()?;
        for (reason, n) in std::mem::take(&mut self.said) {
            if n > LISTED {
                self.arrival.problem("", &format!("{} more times: {reason}", n - LISTED))?;
            }
        }
        if self.unsaid > 0 {
            self.arrival.problem("", &format!("{} more problems of other kinds are not listed", self.unsaid))?;
        }
        Ok(self.arrival.finish(hash, mapping, self.records)?)
    }

    fn flush(&mut self) -> Result<(), IngestError> {
        self.arrival.keep(&self.batch)?;
        self.batch.clear();
        self.arrival.problems(&self.problems)?;
        self.problems.clear();
        Ok(())
    }
}

impl Sink for Keeper<'_, '_> {
    fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError> {
        // Objects of JSON may each lack what is blank; only a table's header can be wrong as a whole.
        if !self.checked_header && place.contains("row") {
            self.checked_header = true;
            for column in mapping::missing_columns(self.source, record) {
                self.problem(
                    "",
                    format!("it has no column `{column}`, which consultation.toml names; correct one of the two"),
                )?;
            }
        }
        let mapped = mapping::item(self.consultation, self.source, place, record);
        for problem in mapped.problems {
            self.problem(place, problem)?;
        }
        self.item(mapped.item)
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        if self.said.len() >= DIFFERENT && !self.said.contains_key(&reason) {
            self.unsaid += 1;
            return Ok(());
        }
        let said = self.said.entry(reason.clone()).or_default();
        *said += 1;
        if *said <= LISTED {
            self.problems.push((place.to_owned(), reason));
        }
        if self.problems.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn unreadable(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.problem(place, reason)?;
        self.item(without_words(&self.source.channel, place, SetAside::Unreadable))
    }
}

/// An item of which nothing could be read: it arrived all the same.
pub(super) fn without_words(channel: &str, place: &str, reason: SetAside) -> ItemContent {
    ItemContent {
        key: format!("unreadable {place}"),
        place: place.to_owned(),
        channel: channel.to_owned(),
        set_aside: Some(reason),
        ..ItemContent::default()
    }
}
