//! What people changed of what a respondent allows: appended beside what the file says, and stronger than it.

use std::collections::BTreeMap;

use rusqlite::params;

use super::coding::reference;
use super::restricting::touch_with_merged;
use super::store::{Store, StoreError};
use crate::model::{ConsentChange, Consents};

/// Consents as people changed them, by the item that a response is shown under: the last word on each.
#[derive(Clone, Debug, Default)]
pub struct Changed(BTreeMap<i64, [Option<bool>; 4]>);

impl Changed {
    /// What a respondent allows, where the file gives one thing and people may have changed it since.
    pub fn over(&self, item: i64, given: Consents) -> Consents {
        let Some([publish, name, quote, contact]) = self.0.get(&item) else { return given };
        Consents {
            publish: publish.unwrap_or(given.publish),
            name: name.unwrap_or(given.name),
            quote: quote.unwrap_or(given.quote),
            contact: contact.unwrap_or(given.contact),
        }
    }
}

impl Store {
    /// Appends a change of what an item's respondent allows; it holds of all that is one response with it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn change_consent(&mut self, item: i64, change: &ConsentChange) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            tx.execute(
                "INSERT INTO consent (at, person, item, publish, name, quote, contact, because)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    change.at,
                    change.person,
                    item,
                    change.publish,
                    change.name,
                    change.quote,
                    change.contact,
                    change.because
                ],
            )?;
            touch_with_merged(&tx, item)?;
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }

    /// Every change, oldest first; with the item that its response is shown under.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn consent_changes(&self) -> Result<Vec<(i64, ConsentChange)>, StoreError> {
        let read = || {
            let sql = "SELECT coalesce(merged_into, item.id), at, person, consent.item, publish, consent.name, quote, contact,
                       because FROM consent JOIN item ON item.id = consent.item ORDER BY consent.id";
            let mut rows = self.db.prepare_cached(sql)?;
            let change = rows.query_map([], |row| {
                let change = ConsentChange {
                    at: row.get(1)?,
                    person: row.get(2)?,
                    response: reference(row.get(3)?),
                    publish: row.get(4)?,
                    name: row.get(5)?,
                    quote: row.get(6)?,
                    contact: row.get(7)?,
                    because: row.get(8)?,
                };
                Ok((row.get(0)?, change))
            })?;
            change.collect()
        };
        self.tried(read())
    }

    /// The last word on each consent that people changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn changed_consents(&self) -> Result<Changed, StoreError> {
        let mut changed = Changed::default();
        for (item, change) in self.consent_changes()? {
            let known = changed.0.entry(item).or_default();
            for (known, said) in known.iter_mut().zip([change.publish, change.name, change.quote, change.contact]) {
                *known = said.or(*known);
            }
        }
        Ok(changed)
    }
}
