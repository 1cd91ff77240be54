//! Events and their notes: kept beside the responses, coded with the same frame, counted apart.

use rusqlite::{OptionalExtension, params};

use super::records::{Arrival, NewAnswer};
use super::store::{Store, StoreError, next_revision};
use crate::model::{Event, Substance};

impl Arrival<'_> {
    /// Keeps the event that this source describes, and its notes. Notes whose words did not change keep their number.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_event(&mut self, event: &Event, notes: &[NewAnswer]) -> Result<(), StoreError> {
        let source = self.source();
        let store = self.store();
        let body = serde_json::to_string(event).map_err(|error| store.damaged(error.to_string()))?;
        let work = || {
            let tx = store.db.unchecked_transaction()?;
            let revision = next_revision(&tx)?;
            // An event keeps its reference for as long as its file keeps its name.
            let known: Option<String> =
                tx.query_row("SELECT id FROM event WHERE source = ?1", [source], |row| row.get(0)).optional()?;
            let id = match known {
                Some(id) => {
                    tx.execute("UPDATE event SET body = ?2 WHERE id = ?1", params![id, body])?;
                    id
                }
                None => {
                    let n: i64 = tx.query_row("SELECT count(*) + 1 FROM event", [], |row| row.get(0))?;
                    let id = format!("E-{n:02}");
                    tx.execute("INSERT INTO event (id, source, body) VALUES (?1, ?2, ?3)", params![id, source, body])?;
                    id
                }
            };
            let mut old: Vec<(i64, String)> = tx
                .prepare("SELECT id, text FROM answer WHERE event = ?1 ORDER BY position")?
                .query_map([&id], |row| Ok((row.get(0)?, row.get(1)?)))?
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
                                id,
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
                tx.execute("INSERT INTO removed (answer, revision) VALUES (?1, ?2)", [number, revision])?;
                tx.execute("DELETE FROM answer WHERE id = ?1", [number])?;
            }
            tx.commit()
        };
        let done = work();
        store.tried(done)
    }
}

impl Arrival<'_> {
    /// Takes out the event of a source whose file is there no more.
    pub(super) fn forget_event(&mut self) -> Result<(), StoreError> {
        let source = self.source();
        let store = self.store();
        let work = || {
            let tx = store.db.unchecked_transaction()?;
            let revision = next_revision(&tx)?;
            let notes = "SELECT answer.id FROM answer JOIN event ON event.id = answer.event WHERE source = ?1";
            tx.execute(
                &format!("INSERT OR REPLACE INTO removed (answer, revision) SELECT id, ?2 FROM ({notes})"),
                [source, revision],
            )?;
            tx.execute(&format!("DELETE FROM answer WHERE id IN ({notes})"), [source])?;
            tx.execute("DELETE FROM event WHERE source = ?1", [source])?;
            tx.commit()
        };
        let done = work();
        store.tried(done)
    }
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
