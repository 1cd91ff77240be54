//! What is out of general view, and everything done about it: appended, read in order, never changed.
//!
//! A restriction holds of an item and of whatever is merged with it: who is worried about a letter must not find the same
//! words in the form that came before.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Transaction, params};

use super::coding::reference;
use super::records::touch;
use super::store::{Store, StoreError, next_revision};
use crate::model::{CareEvent, CareVerb, Restriction, RestrictionKind, SetAside};

/// An item, or its answer to one question, to be taken out of general view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToRestrict {
    /// Row number of the item.
    pub item: i64,
    /// The question whose answer is meant; none for the whole response.
    pub question: Option<String>,
    /// Why.
    pub kind: RestrictionKind,
}

/// Restrictions that stand, by the item that a response is shown under.
#[derive(Clone, Debug, Default)]
pub struct Restricted(BTreeMap<i64, Vec<(Option<String>, RestrictionKind)>>);

impl Restricted {
    /// Why the whole of a response is out of general view, if it is.
    pub fn whole(&self, item: i64) -> Option<RestrictionKind> {
        self.of(item).find(|(question, _)| question.is_none()).map(|(_, kind)| *kind)
    }

    /// Why an answer of a response to a question is out of general view, if it is.
    pub fn answer(&self, item: i64, question: &str) -> Option<RestrictionKind> {
        let is_meant = |of: &Option<String>| of.as_deref().is_none_or(|of| of == question);
        self.of(item).find(|(of, _)| is_meant(of)).map(|(_, kind)| *kind)
    }

    /// Items of which something is out of general view, in order.
    pub fn items(&self) -> impl Iterator<Item = i64> {
        self.0.keys().copied()
    }

    fn of(&self, item: i64) -> impl Iterator<Item = &(Option<String>, RestrictionKind)> {
        self.0.get(&item).into_iter().flatten()
    }
}

impl Store {
    /// Takes something out of general view, at once for whoever asks the store next. Returns the number of the restriction,
    /// and whether it is new; where the same one stands already, it is raised again: one that was closed is open anew.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn restrict(&mut self, what: &ToRestrict, event: &CareEvent) -> Result<(i64, bool), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let sql = "SELECT restriction FROM restricted WHERE item = ?1 AND question IS ?2 AND kind = ?3";
            let known: Option<i64> = tx
                .query_row(sql, params![what.item, what.question, what.kind.as_str()], |row| row.get(0))
                .optional()?;
            if let Some(known) = known {
                append(&tx, what.item, Some(known), &CareEvent { verb: CareVerb::Restrict, ..event.clone() })?;
                tx.commit()?;
                return Ok((known, false));
            }
            tx.execute(
                "INSERT INTO care (at, person, verb, item, question, kind, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    event.at,
                    event.person,
                    CareVerb::Restrict.as_str(),
                    what.item,
                    what.question,
                    what.kind.as_str(),
                    event.note
                ],
            )?;
            let id = tx.last_insert_rowid();
            let sql = "INSERT INTO restricted (restriction, item, question, kind, response)
                       VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(merged_into, id) FROM item WHERE id = ?2))";
            tx.execute(sql, params![id, what.item, what.question, what.kind.as_str()])?;
            keep_out(&tx)?;
            let revision = touch_with_merged(&tx, what.item)?;
            hidden(&tx, revision)?;
            tx.commit()?;
            Ok((id, true))
        };
        let done = work();
        self.tried(done)
    }

    /// Appends something done about a restriction. A release brings the item back into general view.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn care(&mut self, restriction: &Restriction, event: &CareEvent) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            append(&tx, restriction.item, Some(restriction.id), event)?;
            if event.verb == CareVerb::Release {
                bring_back(&tx, restriction)?;
                touch_with_merged(&tx, restriction.item)?;
            }
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }

    /// All restrictions, those that were lifted too, in the order in which they began.
    ///
    /// # Errors
    /// When the database cannot be read, or holds a word that is none of ours.
    pub fn restrictions(&self) -> Result<Vec<Restriction>, StoreError> {
        let read = || {
            let sql =
                "SELECT coalesce(restriction, id), at, person, verb, item, question, kind, note FROM care ORDER BY id";
            let mut rows = self.db.prepare_cached(sql)?;
            let mut found = rows.query([])?;
            let mut all: BTreeMap<i64, Restriction> = BTreeMap::new();
            while let Some(row) = found.next()? {
                let (id, verb): (i64, String) = (row.get(0)?, row.get(3)?);
                let verb = verb.parse().map_err(wrong_word)?;
                let event = CareEvent { at: row.get(1)?, person: row.get(2)?, verb, note: row.get(7)? };
                if let Some(known) = all.get_mut(&id) {
                    known.log.push(event);
                    continue;
                }
                let (item, kind): (i64, Option<String>) = (row.get(4)?, row.get(6)?);
                // Only what begins a restriction says its kind.
                let Some(kind) = kind else { continue };
                let kind = kind.parse().map_err(wrong_word)?;
                let (response, question) = (reference(item), row.get(5)?);
                all.insert(id, Restriction { id, item, response, question, kind, log: vec![event] });
            }
            Ok(all.into_values().collect())
        };
        self.tried(read())
    }

    /// Restrictions that stand.
    ///
    /// # Errors
    /// When the database cannot be read, or holds a word that is none of ours.
    pub fn restricted(&self) -> Result<Restricted, StoreError> {
        let read = || {
            let sql = "SELECT coalesce(merged_into, item.id), question, restricted.kind FROM restricted
                       JOIN item ON item.id = restricted.item ORDER BY 1, restriction";
            let mut rows = self.db.prepare_cached(sql)?;
            let mut found = rows.query([])?;
            let mut all = Restricted::default();
            while let Some(row) = found.next()? {
                let kind: String = row.get(2)?;
                let kind = kind.parse().map_err(wrong_word)?;
                all.0.entry(row.get(0)?).or_default().push((row.get(1)?, kind));
            }
            Ok(all)
        };
        self.tried(read())
    }

    /// The revision at which something was last taken out of general view or erased; 0 when nothing ever was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn hidden_at(&self) -> Result<i64, StoreError> {
        Ok(self.stamp("hidden")?.and_then(|revision| revision.parse().ok()).unwrap_or_default())
    }

    /// Items that are one response with this one: whatever it was merged into, and whatever was merged into that.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn one_response(&self, item: i64) -> Result<Vec<i64>, StoreError> {
        let read = || {
            let sql = "SELECT id FROM item WHERE coalesce(merged_into, id) =
                       (SELECT coalesce(merged_into, id) FROM item WHERE id = ?1) ORDER BY id";
            self.db.prepare_cached(sql)?.query_map([item], |row| row.get(0))?.collect()
        };
        self.tried(read())
    }
}

/// Sets aside what was withdrawn and would be analysed: when it is withdrawn, and when its file was read again.
pub(super) fn keep_out(tx: &Transaction<'_>) -> rusqlite::Result<()> {
    let (of, aside) = (RestrictionKind::Withdrawn.as_str(), SetAside::Withdrawn.as_str());
    let waiting =
        "SELECT item FROM restricted WHERE kind = ?1 AND item IN (SELECT id FROM item WHERE set_aside IS NULL)";
    if !tx.prepare_cached(waiting)?.exists([of])? {
        return Ok(());
    }
    tx.execute(&format!("UPDATE restricted SET kept_out = 1 WHERE kind = ?1 AND item IN ({waiting})"), [of])?;
    tx.execute(&format!("UPDATE item SET set_aside = ?2 WHERE id IN ({waiting})"), [of, aside])?;
    // Whatever was merged into it has to find another response to be part of.
    tx.execute("DELETE FROM stamp WHERE stage = 'merged'", []).map(drop)
}

fn bring_back(tx: &Transaction<'_>, restriction: &Restriction) -> rusqlite::Result<()> {
    let sql = "DELETE FROM restricted WHERE restriction = ?1 RETURNING kept_out";
    let kept_out: Option<bool> = tx.query_row(sql, [restriction.id], |row| row.get(0)).optional()?;
    if kept_out == Some(true) {
        tx.execute(
            "UPDATE item SET set_aside = NULL WHERE id = ?1 AND set_aside = ?2",
            params![restriction.item, SetAside::Withdrawn.as_str()],
        )?;
        tx.execute("DELETE FROM stamp WHERE stage = 'merged'", [])?;
        keep_out(tx)?;
    }
    Ok(())
}

fn append(tx: &Transaction<'_>, item: i64, restriction: Option<i64>, event: &CareEvent) -> rusqlite::Result<()> {
    tx.execute(
        "INSERT INTO care (restriction, at, person, verb, item, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![restriction, event.at, event.person, event.verb.as_str(), item, event.note],
    )
    .map(drop)
}

/// Whoever searches or reports looks again at an item and at all that is one response with it.
pub(super) fn touch_with_merged(tx: &Transaction<'_>, item: i64) -> rusqlite::Result<i64> {
    let revision = next_revision(tx)?;
    let sql = "SELECT id FROM item WHERE coalesce(merged_into, id) =
               (SELECT coalesce(merged_into, id) FROM item WHERE id = ?1)";
    let items: Vec<i64> =
        tx.prepare_cached(sql)?.query_map([item], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    items.into_iter().try_for_each(|item| touch(tx, item, revision))?;
    Ok(revision)
}

/// Keeps the revision at which something was hidden last: an index that is older shows it.
pub(super) fn hidden(tx: &Transaction<'_>, revision: i64) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO stamp (stage, value) VALUES ('hidden', ?1)";
    tx.execute(sql, [revision.to_string()]).map(drop)
}

fn wrong_word(why: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, why.into())
}
