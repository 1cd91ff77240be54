//! Items as they arrive: a number for each, what changed since the source was last read, nothing lost.

use rusqlite::{CachedStatement, OptionalExtension, Transaction, ffi, params};

use super::assigning;
use super::erasing::{Erased, keep_erased, not_met};
use super::identity::{chosen, content_hash, hex, identity, words_hash};
use super::restricting::keep_out;
use super::store::{Store, StoreError, next_revision};
use crate::model::{Language, Respondent, SetAside, Substance};

/// One thing received, as a reader understood it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemContent {
    /// Its own id within the source, or empty when it has none.
    pub key: String,
    /// `row 17`.
    pub place: String,
    /// Who sent it.
    pub respondent: Respondent,
    /// ISO date received, or empty.
    pub received: String,
    /// Channel.
    pub channel: String,
    /// What the form says of the language.
    pub prior: Option<Language>,
    /// Its answers, blank ones left out.
    pub answers: Vec<NewAnswer>,
    /// Why it is not to be analysed, if so.
    pub set_aside: Option<SetAside>,
}

/// One answer of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewAnswer {
    /// Question it answers.
    pub question: String,
    /// Exactly what was written, as decoded.
    pub text: String,
    /// Codes of options chosen.
    pub chosen: Vec<String>,
    /// What there is in it.
    pub substance: Substance,
    /// Where in the item, when the item has places of its own (`line 12`).
    pub place: String,
}

/// What came of keeping items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Items never seen before.
    pub new: u64,
    /// Items whose content differs from what was kept.
    pub changed: u64,
    /// Items kept before, unchanged.
    pub same: u64,
}

/// A reading of one source, from its first record to its last.
#[derive(Debug)]
pub struct Arrival<'s> {
    store: &'s mut Store,
    source: i64,
    /// Which items of this source this reading met: one bit each, by item number.
    seen: Vec<u64>,
    /// Whether the source had no item before: what it gives is new, and need not be looked for.
    is_fresh: bool,
    kept: Kept,
    /// Path of the source below `received/`.
    file: String,
    erased: Erased,
}

impl Store {
    /// Whether a source was already read to the end from these bytes with this mapping.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_read(&self, file: &str, hash: &str, mapping: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM source WHERE file = ?1 AND hash = ?2 AND mapping = ?3";
        let found = self.db.query_row(sql, [file, hash, mapping], |_| Ok(())).optional();
        self.tried(found.map(|row| row.is_some()))
    }

    /// Files (or addresses) of all sources, sorted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sources(&self) -> Result<Vec<String>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached("SELECT file FROM source ORDER BY file")?;
            rows.query_map([], |row| row.get(0))?.collect()
        };
        self.tried(read())
    }

    /// Begins to read a source, new or changed. Until [`Arrival::finish`] it counts as unread, so a reading that was
    /// broken off is done again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn arrive(&mut self, file: &str, channel: &str) -> Result<Arrival<'_>, StoreError> {
        let begin = || {
            let sql = "INSERT INTO source (file, channel) VALUES (?1, ?2)
                       ON CONFLICT (file) DO UPDATE SET channel = ?2, hash = '' RETURNING id";
            let source: i64 = self.db.query_row(sql, [file, channel], |row| row.get(0))?;
            self.db.execute("DELETE FROM problem WHERE source = ?1", [source])?;
            let sql = "SELECT EXISTS (SELECT 1 FROM item WHERE source = ?1)";
            Ok((source, self.db.query_row(sql, [source], |row| row.get(0))?))
        };
        let (source, is_known): (i64, bool) = self.tried(begin())?;
        let erased = self.erased()?;
        let (seen, kept, file) = (Vec::new(), Kept::default(), file.to_owned());
        Ok(Arrival { store: self, source, seen, is_fresh: !is_known, kept, file, erased })
    }

    /// Sets aside everything of a source whose file is there no more. Returns how many items.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn source_gone(&mut self, file: &str) -> Result<u64, StoreError> {
        if self.is_read(file, "gone", "")? {
            return Ok(0);
        }
        let channel = "SELECT channel FROM source WHERE file = ?1";
        let channel: String = self.tried(self.db.query_row(channel, [file], |row| row.get(0)))?;
        let mut arrival = self.arrive(file, &channel)?;
        let gone = arrival.supersede_unseen()?;
        arrival.forget_events()?;
        arrival.problem("", "the file is no longer among those received; its items were set aside")?;
        arrival.finish("gone", "", 0)?;
        Ok(gone)
    }
}

impl Arrival<'_> {
    /// Keeps a batch of items in one transaction.
    ///
    /// # Errors
    /// When the database cannot be written; nothing of the batch is kept then.
    pub fn keep(&mut self, batch: &[ItemContent]) -> Result<(), StoreError> {
        // What is added to a fresh source points at what was added just before it, and nothing is changed or deleted.
        if !self.is_fresh {
            return self.keep_batch(batch);
        }
        self.check_references(false)?;
        let kept = self.keep_batch(batch);
        self.check_references(true)?;
        kept
    }

    fn check_references(&self, on: bool) -> Result<(), StoreError> {
        self.store.tried(self.store.db.pragma_update(None, "foreign_keys", on))
    }

    fn keep_batch(&mut self, batch: &[ItemContent]) -> Result<(), StoreError> {
        let mut work = || {
            let changes = self.store.db.transaction()?;
            let revision = next_revision(&changes)?;
            let mut writer = Writer::new(&changes, self.source, revision)?;
            let mut waiting = Vec::new();
            for item in batch {
                if let Some((hash, of)) = self.erased.find(&self.file, item) {
                    let id = keep_erased(&changes, self.source, &hash, of, &item.place, &self.seen)?;
                    mark(&mut self.seen, id);
                    self.kept.same += 1;
                    continue;
                }
                let (id, what) = writer.keep(item, &self.seen, self.is_fresh)?;
                mark(&mut self.seen, id);
                match what {
                    // Nothing but new items comes from a fresh source, so their answers may go in many at once.
                    What::New if self.is_fresh => waiting.extend(Numbered::of(id, item)),
                    What::New => writer.add_answers(&Numbered::of(id, item).collect::<Vec<_>>())?,
                    What::Changed | What::Same => {}
                }
                match what {
                    What::New => self.kept.new += 1,
                    What::Changed => self.kept.changed += 1,
                    What::Same => self.kept.same += 1,
                }
            }
            writer.add_answers(&waiting)?;
            drop(writer);
            changes.commit()
        };
        let done = work();
        self.store.tried(done)
    }

    /// Records trouble with the source or one of its records.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn problem(&mut self, place: &str, reason: &str) -> Result<(), StoreError> {
        self.problems(&[(place.to_owned(), reason.to_owned())])
    }

    /// Records several problems, each a place and a reason, in one transaction.
    ///
    /// # Errors
    /// When the database cannot be written; none of them is kept then.
    pub fn problems(&mut self, problems: &[(String, String)]) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.store.db.transaction()?;
            for (place, reason) in problems {
                let sql = "INSERT INTO problem (source, place, reason) VALUES (?1, ?2, ?3)";
                tx.prepare_cached(sql)?.execute(params![self.source, place, reason])?;
            }
            tx.commit()
        };
        let done = work();
        self.store.tried(done)
    }

    /// Ends the reading: items that the source no longer holds are set aside as superseded, and the source counts as
    /// read. `records` is how many records the reader met by its own count.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn finish(mut self, hash: &str, mapping: &str, records: u64) -> Result<Kept, StoreError> {
        self.supersede_unseen()?;
        let mut work = || {
            let tx = self.store.db.transaction()?;
            keep_out(&tx)?;
            not_met(&tx, self.source, |id| is_marked(&self.seen, id))?;
            let sql = "UPDATE source SET hash = ?2, mapping = ?3, records = ?4 WHERE id = ?1";
            tx.execute(sql, params![self.source, hash, mapping, records as i64])?;
            tx.commit()
        };
        let done = work();
        self.store.tried(done)?;
        Ok(self.kept)
    }

    /// Row number of the source, for tables that hang on it.
    pub(super) fn source(&self) -> i64 {
        self.source
    }

    pub(super) fn store(&mut self) -> &mut Store {
        self.store
    }

    fn supersede_unseen(&mut self) -> Result<u64, StoreError> {
        let mut work = || {
            let changes = self.store.db.transaction()?;
            let unseen: Vec<i64> = {
                let sql = "SELECT id FROM item WHERE source = ?1 AND set_aside IS NOT ?2 AND set_aside IS NOT ?3";
                let mut rows = changes.prepare_cached(sql)?;
                let aside = [SetAside::Superseded, SetAside::Erased].map(SetAside::as_str);
                let ids = rows.query_map(params![self.source, aside[0], aside[1]], |row| row.get(0))?;
                ids.filter(|id| id.as_ref().map_or(true, |id| !is_marked(&self.seen, *id)))
                    .collect::<rusqlite::Result<_>>()?
            };
            if unseen.is_empty() {
                return Ok(0);
            }
            let revision = next_revision(&changes)?;
            // A file that could not be read was one item without words; now that it can be, its records are the items.
            let read_now = "DELETE FROM item WHERE id = ?1 AND set_aside = ?2 AND NOT EXISTS (SELECT 1 FROM answer WHERE item = ?1)";
            let unreadable = SetAside::Unreadable.as_str();
            for id in &unseen {
                if changes.prepare_cached(read_now)?.execute(params![id, unreadable])? > 0 {
                    continue;
                }
                let aside = SetAside::Superseded.as_str();
                changes.prepare_cached("UPDATE item SET set_aside = ?2 WHERE id = ?1")?.execute(params![id, aside])?;
                touch(&changes, *id, revision)?;
            }
            changes.commit()?;
            Ok(unseen.len() as u64)
        };
        let done = work();
        self.store.tried(done)
    }
}

/// Says that the answers of an item must be looked at again by whoever searches or reports.
pub(super) fn touch(tx: &Transaction<'_>, item: i64, revision: i64) -> rusqlite::Result<()> {
    tx.prepare_cached("UPDATE answer SET revision = ?2 WHERE item = ?1")?.execute([item, revision]).map(|_| ())
}

enum What {
    New,
    Changed,
    Same,
}

/// An answer that waits to be written: the number of its item, its position in it, what the form says of its language.
struct Numbered<'i>(i64, usize, Option<Language>, &'i NewAnswer);

impl<'i> Numbered<'i> {
    fn of(id: i64, item: &'i ItemContent) -> impl Iterator<Item = Numbered<'i>> {
        item.answers.iter().enumerate().map(move |(position, answer)| Numbered(id, position, item.prior, answer))
    }
}

/// Answers written by one statement, where there are as many: opening the table and its indexes costs as much as a row.
const AT_ONCE: usize = 24;

/// Values of an answer that differ from row to row.
const VALUES: usize = 8;

/// The statement that adds so many answers; `?1` is the revision. Whatever fails ends the whole transaction, so no
/// journal is kept for the statement alone.
fn adding(answers: usize) -> String {
    let row = |row: usize| {
        let values: Vec<String> = (0..VALUES).map(|at| format!("?{}", 2 + row * VALUES + at)).collect();
        format!("({}, ?1)", values.join(", "))
    };
    let rows: Vec<String> = (0..answers).map(row).collect();
    format!(
        "INSERT OR FAIL INTO answer (item, question, position, place, text, chosen, substance, prior, revision)
         VALUES {}",
        rows.join(", ")
    )
}

/// Writes items and answers of one source within one transaction.
pub(super) struct Writer<'t> {
    pub(super) tx: &'t Transaction<'t>,
    pub(super) source: i64,
    pub(super) revision: i64,
    find: CachedStatement<'t>,
    add: CachedStatement<'t>,
    add_answer: CachedStatement<'t>,
    add_many: CachedStatement<'t>,
}

impl<'t> Writer<'t> {
    pub(super) fn new(tx: &'t Transaction<'t>, source: i64, revision: i64) -> rusqlite::Result<Self> {
        let find =
            tx.prepare_cached("SELECT id, content, place, set_aside FROM item WHERE source = ?1 AND key = ?2")?;
        let add = tx.prepare_cached(
            "INSERT INTO item (source, key, place, content, channel, kind, name, organisation, email, area, received,
             may_publish, may_name, may_quote, may_contact, identity, words, set_aside)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        )?;
        let (add_answer, add_many) = (tx.prepare_cached(&adding(1))?, tx.prepare_cached(&adding(AT_ONCE))?);
        Ok(Writer { tx, source, revision, find, add, add_answer, add_many })
    }

    /// Keeps one item under its key. A key met twice in one reading is another item: `17`, then `17#2`. The answers of a
    /// new item are for the caller to add.
    fn keep(&mut self, item: &ItemContent, seen: &[u64], is_fresh: bool) -> rusqlite::Result<(i64, What)> {
        let content = content_hash(item);
        let stem = if item.key.is_empty() { hex(&content) } else { item.key.clone() };
        if is_fresh {
            match self.add(&stem, item, &content) {
                // The key was given before in this reading; the database knows that without a list in memory.
                Err(rusqlite::Error::SqliteFailure(error, _))
                    if error.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE => {}
                added => return Ok((added?, What::New)),
            }
        }
        let mut key = stem.clone();
        for occurrence in 2.. {
            let found: Option<(i64, Vec<u8>, String, Option<String>)> = self
                .find
                .query_row(params![self.source, key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
                .optional()?;
            match found {
                None => break,
                Some((id, ..)) if is_marked(seen, id) => key = format!("{stem}#{occurrence}"),
                Some((id, kept, place, aside)) if kept == content => {
                    let is_back = aside.as_deref() == Some(SetAside::Superseded.as_str());
                    if is_back || place != item.place {
                        let sql = "UPDATE item SET place = ?2, set_aside = ?3 WHERE id = ?1";
                        let aside = item.set_aside.map(SetAside::as_str);
                        self.tx.prepare_cached(sql)?.execute(params![id, item.place, aside])?;
                        touch(self.tx, id, self.revision)?;
                    }
                    return Ok((id, if is_back { What::Changed } else { What::Same }));
                }
                Some((id, ..)) => {
                    self.change(id, item, &content)?;
                    return Ok((id, What::Changed));
                }
            }
        }
        Ok((self.add(&key, item, &content)?, What::New))
    }

    fn add(&mut self, key: &str, item: &ItemContent, content: &[u8]) -> rusqlite::Result<i64> {
        let who = &item.respondent;
        self.add.insert(params![
            self.source,
            key,
            item.place,
            content,
            item.channel,
            who.kind,
            who.name,
            who.organisation,
            who.email,
            who.area,
            item.received,
            who.consents.publish,
            who.consents.name,
            who.consents.quote,
            who.consents.contact,
            identity(who),
            words_hash(item),
            item.set_aside.map(SetAside::as_str),
        ])
    }

    /// Adds answers in their order, many at once as long as there are many.
    fn add_answers(&mut self, answers: &[Numbered<'_>]) -> rusqlite::Result<()> {
        let (chunks, rest) = answers.as_chunks::<AT_ONCE>();
        for chunk in chunks {
            insert(&mut self.add_many, self.revision, chunk)?;
        }
        rest.iter().try_for_each(|answer| insert(&mut self.add_answer, self.revision, std::slice::from_ref(answer)))
    }

    pub(super) fn add_answer(
        &mut self,
        item: i64,
        position: usize,
        prior: Option<Language>,
        answer: &NewAnswer,
    ) -> rusqlite::Result<()> {
        insert(&mut self.add_answer, self.revision, &[Numbered(item, position, prior, answer)])
    }

    /// Brings a kept item up to date, with the passages that people assigned where they said.
    fn change(&mut self, id: i64, item: &ItemContent, content: &[u8]) -> rusqlite::Result<()> {
        let who = &item.respondent;
        self.tx
            .prepare_cached(
                "UPDATE item SET place = ?2, content = ?3, channel = ?4, kind = ?5, name = ?6, organisation = ?7,
                 email = ?8, area = ?9, received = ?10, may_publish = ?11, may_name = ?12, may_quote = ?13,
                 may_contact = ?14, identity = ?15, words = ?16, set_aside = ?17, merged_into = NULL WHERE id = ?1",
            )?
            .execute(params![
                id,
                item.place,
                content,
                item.channel,
                who.kind,
                who.name,
                who.organisation,
                who.email,
                who.area,
                item.received,
                who.consents.publish,
                who.consents.name,
                who.consents.quote,
                who.consents.contact,
                identity(who),
                words_hash(item),
                item.set_aside.map(SetAside::as_str),
            ])?;
        let answers = assigning::assigned(self.tx, id, item)?;
        self.bring_up_to_date(id, item.prior, &answers)
    }
}

/// Writes as many answers as the statement takes.
fn insert(statement: &mut CachedStatement<'_>, revision: i64, answers: &[Numbered<'_>]) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(1, revision)?;
    for (row, Numbered(item, position, prior, answer)) in answers.iter().enumerate() {
        let at = 2 + row * VALUES;
        statement.raw_bind_parameter(at, item)?;
        statement.raw_bind_parameter(at + 1, &answer.question)?;
        statement.raw_bind_parameter(at + 2, *position as i64)?;
        statement.raw_bind_parameter(at + 3, &answer.place)?;
        statement.raw_bind_parameter(at + 4, &answer.text)?;
        statement.raw_bind_parameter(at + 5, chosen(answer))?;
        statement.raw_bind_parameter(at + 6, answer.substance.as_str())?;
        statement.raw_bind_parameter(at + 7, prior.map(Language::as_str))?;
    }
    statement.raw_execute().map(|_| ())
}

fn mark(seen: &mut Vec<u64>, id: i64) {
    let (word, bit) = (id as usize / 64, id as usize % 64);
    if seen.len() <= word {
        seen.resize(word + 1, 0);
    }
    seen[word] |= 1 << bit;
}

pub(super) fn is_marked(seen: &[u64], id: i64) -> bool {
    seen.get(id as usize / 64).is_some_and(|word| word >> (id as usize % 64) & 1 == 1)
}
