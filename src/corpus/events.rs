//! Events and their notes: kept beside the responses, coded with the same frame, counted apart.

use rusqlite::{OptionalExtension, Transaction, params};

use super::records::{Arrival, NewAnswer};
use super::store::{Store, StoreError, next_revision};
use crate::model::{Event, Substance};

impl Arrival<'_> {
    /// Keeps the events that this source tells of, and their notes. An event keeps its reference for as long as it stands
    /// at its place in its file; notes whose words did not change keep their number.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_events(&mut self, events: &[(Event, Vec<NewAnswer>)]) -> Result<(), StoreError> {
        let source = self.source();
        let store = self.store();
        let bodies: Vec<String> = events
            .iter()
            .map(|(event, _)| serde_json::to_string(event).map_err(|error| store.damaged(error.to_string())))
            .collect::<Result<_, _>>()?;
        let work = || {
            let tx = store.db.unchecked_transaction()?;
            let revision = next_revision(&tx)?;
            for (position, ((_, notes), body)) in events.iter().zip(&bodies).enumerate() {
                let id = keep_event(&tx, source, position as i64, body)?;
                keep_notes(&tx, &id, notes, revision)?;
            }
            forget(&tx, source, events.len() as i64, revision)?;
            tx.commit()
        };
        let done = work();
        store.tried(done)
    }

    /// Takes out the events of a source whose file is there no more.
    pub(super) fn forget_events(&mut self) -> Result<(), StoreError> {
        let source = self.source();
        let store = self.store();
        let work = || {
            let tx = store.db.unchecked_transaction()?;
            let revision = next_revision(&tx)?;
            forget(&tx, source, 0, revision)?;
            tx.commit()
        };
        let done = work();
        store.tried(done)
    }
}

/// Keeps what is said of an event; returns its reference.
fn keep_event(tx: &Transaction<'_>, source: i64, position: i64, body: &str) -> rusqlite::Result<String> {
    let known: Option<String> = tx
        .query_row("SELECT id FROM event WHERE source = ?1 AND position = ?2", [source, position], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        tx.execute("UPDATE event SET body = ?2 WHERE id = ?1", params![id, body])?;
        return Ok(id);
    }
    let last = "SELECT coalesce(max(CAST(substr(id, 3) AS INTEGER)), 0) FROM event";
    let n: i64 = tx.query_row(last, [], |row| row.get(0))?;
    let id = format!("E-{:02}", n + 1);
    let sql = "INSERT INTO event (id, source, position, body) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, params![id, source, position, body])?;
    Ok(id)
}

fn keep_notes(tx: &Transaction<'_>, event: &str, notes: &[NewAnswer], revision: i64) -> rusqlite::Result<()> {
    let mut old: Vec<(i64, String)> = tx
        .prepare("SELECT id, text FROM answer WHERE event = ?1 ORDER BY position")?
        .query_map([event], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (position, note) in notes.iter().enumerate() {
        match old.iter().position(|(_, text)| *text == note.text) {
            Some(at) => {
                let (number, _) = old.remove(at);
                let sql = "UPDATE answer SET position = ?2, place = ?3 WHERE id = ?1";
                tx.execute(sql, params![number, position as i64, note.place])?;
            }
            None => {
                tx.execute(
                    "INSERT INTO answer (event, question, position, place, text, substance, revision)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    params![
                        event,
                        note.question,
                        position as i64,
                        note.place,
                        note.text,
                        Substance::Words.as_str(),
                        revision
                    ],
                )?;
            }
        }
    }
    for (number, _) in old {
        tx.execute("INSERT OR REPLACE INTO removed (answer, revision) VALUES (?1, ?2)", [number, revision])?;
        tx.execute("DELETE FROM answer WHERE id = ?1", [number])?;
    }
    Ok(())
}

/// Takes out the events of a source from a position on, with their notes.
fn forget(tx: &Transaction<'_>, source: i64, from: i64, revision: i64) -> rusqlite::Result<()> {
    let notes = "SELECT answer.id FROM answer JOIN event ON event.id = answer.event
                 WHERE source = ?1 AND event.position >= ?2";
    tx.execute(
        &format!("INSERT OR REPLACE INTO removed (answer, revision) SELECT id, ?3 FROM ({notes})"),
        [source, from, revision],
    )?;
    tx.execute(&format!("DELETE FROM answer WHERE id IN ({notes})"), [source, from])?;
    tx.execute("DELETE FROM event WHERE source = ?1 AND position >= ?2", [source, from]).map(drop)
}

impl Store {
    /// All events, by date, then reference.
    ///
    /// # Errors
    /// When the database cannot be read, or an event's record is damaged.
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        let read = || {
            let mut rows =
                self.db.prepare_cached("SELECT event.id, body, file FROM event JOIN source ON source.id = source")?;
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<rusqlite::Result<Vec<(String, String, String)>>>()
        };
        let mut events = Vec::new();
        for (id, body, file) in self.tried(read())? {
            let event: Event = serde_json::from_str(&body).map_err(|error| self.damaged(error.to_string()))?;
            events.push(Event { id, file, ..event });
        }
        events.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
        Ok(events)
    }
}
