//! People's decisions: appended, read in order, never changed.

use std::collections::BTreeMap;

use rusqlite::params;

use super::store::{Store, StoreError, next_revision};
use crate::model::{AnswerId, Decision, Span};

impl Store {
    /// Appends a decision.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn decide(&mut self, decision: &Decision) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let revision = next_revision(&tx)?;
            tx.execute(
                "INSERT INTO decision (at, person, verb, item, answer, theme, start, \"end\", words, note)
                 VALUES (?1, ?2, ?3, (SELECT item FROM answer WHERE id = ?4), ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    decision.at,
                    decision.person,
                    decision.verb.as_str(),
                    decision.answer,
                    decision.theme,
                    decision.span.map(|span| span.start as i64),
                    decision.span.map(|span| span.end as i64),
                    decision.words,
                    decision.note
                ],
            )?;
            tx.execute("UPDATE answer SET revision = ?2 WHERE id = ?1", [decision.answer, revision])?;
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }

    /// All decisions, by answer, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read or holds a verb that is none.
    pub fn decisions(&self) -> Result<BTreeMap<AnswerId, Vec<Decision>>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT answer, at, person, verb, theme, start, \"end\", words, note FROM decision
                 WHERE answer IS NOT NULL ORDER BY id",
            )?;
            let mut found = rows.query([])?;
            let mut all = Vec::new();
            while let Some(row) = found.next()? {
                let ends: (Option<i64>, Option<i64>) = (row.get(5)?, row.get(6)?);
                let span = match ends {
                    (Some(start), Some(end)) => Some(Span { start: start as usize, end: end as usize }),
                    _ => None,
                };
                let verb: String = row.get(3)?;
                all.push((
                    verb,
                    Decision {
                        answer: row.get(0)?,
                        at: row.get(1)?,
                        person: row.get(2)?,
                        verb: crate::model::Verb::Accept,
                        theme: row.get(4)?,
                        span,
                        words: row.get(7)?,
                        note: row.get(8)?,
                    },
                ));
            }
            Ok(all)
        };
        let mut decisions: BTreeMap<AnswerId, Vec<Decision>> = BTreeMap::new();
        for (verb, decision) in self.tried(read())? {
            let verb = verb.parse().map_err(|why: String| self.damaged(why))?;
            decisions.entry(decision.answer).or_default().push(Decision { verb, ..decision });
        }
        Ok(decisions)
    }
}
