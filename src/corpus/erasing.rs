//! Taking a person's words out of the store: all answers, all that was found in them and decided about them, whoever they
//! were. What stays is a number, the account of it, and keyed hashes by which a copy is known when it is read again.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use super::identity::{hex, identity, words_hash};
use super::records::{ItemContent, is_marked};
use super::store::{Store, StoreError, next_revision};
use crate::model::SetAside;

/// Of an erased item: its file holds it no more.
pub(super) const CUT: i64 = 1;
/// Of an erased item: it was met in a file again.
const MET: i64 = 2;

/// Words from which on the same words are nobody else's by chance.
const TELLING_WORDS: usize = 12;

/// An item that is to be erased, with what has to be known to find it in its file.
#[derive(Clone, Debug, Default)]
pub struct ToErase {
    /// Row number.
    pub item: i64,
    /// Row number of its source.
    pub source: i64,
    /// Path below `received/`.
    pub file: String,
    /// Its own id within the source.
    pub key: String,
    /// Its place in the file.
    pub place: String,
    /// Name, organisation and address of the respondent, where given.
    pub who: [String; 3],
    /// The words of its answers.
    pub answers: Vec<String>,
    /// Whether it was erased before.
    pub is_erased: bool,
}

/// What happens to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// The records are cut out of it.
    Cut,
    /// It holds nothing else, and goes.
    Remove,
    /// It holds others' words too and cannot be cut: it stays, and the certificate says so.
    Stays,
}

/// A file that holds something of the respondent's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePlan {
    /// Row number of its source.
    pub source: i64,
    /// BLAKE3 of it before; with other bytes the work on it is done.
    pub hash: String,
    /// What happens to it.
    pub action: Action,
}

/// How far an erasure has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// What is to be done is written down.
    Begun,
    /// The words are out of the originals and the store.
    Stored,
    /// Index, reports and free pages hold them no more, and the certificate is written.
    Done,
}

impl Phase {
    fn as_str(self) -> &'static str {
        match self {
            Phase::Begun => "begun",
            Phase::Stored => "stored",
            Phase::Done => "done",
        }
    }
}

/// What was taken out of the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Responses and submissions.
    pub items: u64,
    /// Answers, with what they repeated or were signed with.
    pub answers: u64,
    /// Tags found in them.
    pub tags: u64,
    /// Decisions of people that quoted them or were about them.
    pub decisions: u64,
    /// Whether there were reports, which are built again.
    pub reports: bool,
    /// Whether the originals were searched for what is left of the words: not after an interruption.
    pub searched: bool,
}

/// An erasure, done or under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Its number; 0 until it is kept.
    pub id: i64,
    /// When it began, as RFC 3339.
    pub at: String,
    /// Who erased.
    pub person: String,
    /// Why, in their words.
    pub because: String,
    /// ISO date on which the respondent asked, or empty.
    pub asked: String,
    /// How far it has come.
    pub phase: Phase,
    /// Numbers of the items, the one that was named first.
    pub items: Vec<i64>,
    /// Files that held something of theirs.
    pub files: Vec<FilePlan>,
    /// What was taken out.
    pub counted: Counted,
    /// Files that still hold some of the words.
    pub remains: Vec<String>,
}

impl Store {
    /// Every item of the respondent of one item: all that is one response with it, or that a person merged with it or took
    /// back together with it, and all that came from the same e-mail address, in whatever version of whatever file.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn all_of_respondent(&self, item: i64) -> Result<Vec<i64>, StoreError> {
        let mut all = vec![item];
        let mut at = 0;
        while at < all.len() {
            let sql = "SELECT id FROM item WHERE coalesce(merged_into, id) =
                           (SELECT coalesce(merged_into, id) FROM item WHERE id = ?1)
                       UNION SELECT other.id FROM item JOIN item AS other ON other.identity = item.identity
                           WHERE item.id = ?1 AND item.identity LIKE 'e:%'
                       UNION SELECT CASE WHEN item = ?1 THEN other ELSE item END FROM decision
                           WHERE verb = 'merge' AND ?1 IN (item, other) AND NOT EXISTS (
                               SELECT 1 FROM decision AS later
                               WHERE later.id > decision.id AND later.verb IN ('apart', 'undo')
                               AND later.item IN (decision.item, decision.other)
                               AND later.other IN (decision.item, decision.other))
                       UNION SELECT together.item FROM restricted
                           JOIN restricted AS together ON together.response = restricted.response
                           WHERE restricted.item = ?1 AND restricted.kind = 'withdrawn' AND together.kind = 'withdrawn'
                       ORDER BY 1";
            let read = || -> rusqlite::Result<Vec<i64>> {
                self.db.prepare_cached(sql)?.query_map([all[at]], |row| row.get(0))?.collect()
            };
            let more: Vec<i64> = self.tried(read())?.into_iter().filter(|id| !all.contains(id)).collect();
            all.extend(more);
            at += 1;
        }
        Ok(all)
    }

    /// What has to be known of items to take them out of their files.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn to_erase(&self, items: &[i64]) -> Result<Vec<ToErase>, StoreError> {
        let one = |item: &i64| {
            let sql = "SELECT source, file, key, place, name, organisation, email, set_aside IS 'erased' FROM item
                       JOIN source ON source.id = source WHERE item.id = ?1";
            let mut found = self.db.prepare_cached(sql)?.query_row([item], |row| {
                Ok(ToErase {
                    item: *item,
                    source: row.get(0)?,
                    file: row.get(1)?,
                    key: row.get(2)?,
                    place: row.get(3)?,
                    who: [row.get(4)?, row.get(5)?, row.get(6)?],
                    answers: Vec::new(),
                    is_erased: row.get(7)?,
                })
            })?;
            let sql = "SELECT text FROM answer WHERE item = ?1 ORDER BY position";
            found.answers =
                self.db.prepare_cached(sql)?.query_map([item], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Ok(found)
        };
        self.tried(items.iter().map(one).collect())
    }

    /// Whether a file, or the archive that it came in, holds nothing but some items.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn holds_only(&self, file: &str, items: &[i64]) -> Result<bool, StoreError> {
        let read = || {
            let sql = "SELECT item.id FROM item JOIN source ON source.id = source
                       WHERE (file = ?1 OR substr(file, 1, length(?1) + 1) = ?1 || '/')
                           AND set_aside IS NOT 'superseded' AND NOT (set_aside IS 'erased' AND erased = 1)
                       UNION ALL SELECT 0 FROM event JOIN source ON source.id = event.source WHERE file = ?1";
            let mut rows = self.db.prepare_cached(sql)?;
            let others = rows.query_map([file], |row| row.get::<_, i64>(0))?;
            for other in others {
                if !items.contains(&other?) {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        self.tried(read())
    }

    /// Whether some words stand in an answer of an item that is none of these: a campaign's, or a form's own.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_said_by_others(&self, words: &str, items: &[i64]) -> Result<bool, StoreError> {
        let list = items.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM answer WHERE instr(text, ?1) > 0 AND (item IS NULL OR item NOT IN ({list})))"
        );
        self.tried(self.db.query_row(&sql, [words], |row| row.get(0)))
    }

    /// Writes down what is to be erased, before anything is. Returns its number.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn begin_erasure(&self, erasure: &Erasure) -> Result<i64, StoreError> {
        let json = |error: serde_json::Error| self.damaged(error.to_string());
        let (items, files) = (serde_json::to_string(&erasure.items), serde_json::to_string(&erasure.files));
        let (items, files) = (items.map_err(json)?, files.map_err(json)?);
        let counted = serde_json::to_string(&erasure.counted).map_err(json)?;
        let sql = "INSERT INTO erasure (at, person, because, asked, phase, items, files, counted)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let values = params![
            erasure.at,
            erasure.person,
            erasure.because,
            erasure.asked,
            Phase::Begun.as_str(),
            items,
            files,
            counted
        ];
        self.tried(self.db.execute(sql, values))?;
        Ok(self.db.last_insert_rowid())
    }

    /// All erasures, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        type Read = (Erasure, [String; 4]);
        let read = || -> rusqlite::Result<Vec<Read>> {
            let sql =
                "SELECT id, at, person, because, asked, phase, items, files, counted, remains FROM erasure ORDER BY id";
            let mut rows = self.db.prepare_cached(sql)?;
            let found = rows.query_map([], |row| {
                let phase = match row.get::<_, String>(5)?.as_str() {
                    "done" => Phase::Done,
                    "stored" => Phase::Stored,
                    _ => Phase::Begun,
                };
                let erasure = Erasure {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    person: row.get(2)?,
                    because: row.get(3)?,
                    asked: row.get(4)?,
                    phase,
                    items: Vec::new(),
                    files: Vec::new(),
                    counted: Counted::default(),
                    remains: Vec::new(),
                };
                Ok((erasure, [row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?]))
            })?;
            found.collect()
        };
        let mut all = Vec::new();
        for (erasure, [items, files, counted, remains]) in self.tried(read())? {
            let wrong = |error: serde_json::Error| self.damaged(format!("an erasure: {error}"));
            all.push(Erasure {
                items: serde_json::from_str(&items).map_err(wrong)?,
                files: serde_json::from_str(&files).map_err(wrong)?,
                counted: serde_json::from_str(&counted).map_err(wrong)?,
                remains: serde_json::from_str(&remains).map_err(wrong)?,
                ..erasure
            });
        }
        Ok(all)
    }

    /// Takes the items of an erasure out of the store, all or none, and says in its record what that was; `files` that are
    /// gone lose their name, which may name somebody.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is taken out then.
    pub fn erase(&mut self, erasure: &Erasure) -> Result<Counted, StoreError> {
        let key = self.erasure_key()?;
        let mut work = || {
            let tx = self.db.transaction()?;
            let revision = next_revision(&tx)?;
            let mut counted = Counted { items: erasure.items.len() as u64, ..erasure.counted };
            super::restricting::hidden(&tx, revision)?;
            // What people decided is only ever appended, but for this.
            tx.execute_batch("DROP TRIGGER decision_stays")?;
            for item in &erasure.items {
                tombstones(&tx, &key, *item)?;
                take_out(&tx, *item, revision, &mut counted)?;
            }
            tx.execute_batch(
                "CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
                 BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END",
            )?;
            for plan in erasure.files.iter().filter(|plan| plan.action == Action::Remove) {
                let sql =
                    "UPDATE source SET file = 'erased/' || id, hash = 'gone', mapping = '', records = 0 WHERE id = ?1";
                tx.execute(sql, [plan.source])?;
                tx.execute("DELETE FROM problem WHERE source = ?1", [plan.source])?;
            }
            tx.execute("DELETE FROM stamp WHERE stage IN ('merged', 'campaigns', 'campaigns-counted')", [])?;
            let json = |value: serde_json::Result<String>| {
                value.map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
            };
            tx.execute(
                "UPDATE erasure SET phase = ?2, counted = ?3, remains = ?4 WHERE id = ?1",
                params![
                    erasure.id,
                    Phase::Stored.as_str(),
                    json(serde_json::to_string(&counted))?,
                    json(serde_json::to_string(&erasure.remains))?
                ],
            )?;
            tx.commit()?;
            Ok(counted)
        };
        let done = work();
        self.tried(done)
    }

    /// Says that everything of an erasure is done.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn finish_erasure(&self, id: i64) -> Result<(), StoreError> {
        let sql = "UPDATE erasure SET phase = ?2 WHERE id = ?1";
        self.tried(self.db.execute(sql, params![id, Phase::Done.as_str()]).map(drop))
    }

    /// Writes the database anew, without free pages, and empties its log: what was deleted is in neither.
    ///
    /// # Errors
    /// When there is no room for a second copy, or somebody else reads the database all the time.
    pub fn scrub(&self) -> Result<(), StoreError> {
        self.db.flush_prepared_statement_cache();
        let work = || {
            self.db.execute_batch("VACUUM")?;
            self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).map(drop)
        };
        self.tried(work())
    }

    /// Items that were erased and stand in a file all the same, as files were last read: reference, file and place.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn erased_and_met(&self) -> Result<Vec<(i64, String, String)>, StoreError> {
        let read = || {
            let sql = "SELECT item.id, file, place FROM item JOIN source ON source.id = source
                       WHERE set_aside = 'erased' AND erased = ?1 ORDER BY 1";
            let mut rows = self.db.prepare_cached(sql)?;
            rows.query_map([MET], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
        };
        self.tried(read())
    }

    /// The keyed hashes of all that was erased.
    pub(super) fn erased(&self) -> Result<Erased, StoreError> {
        let key = self.erasure_key()?;
        let read = || {
            let mut rows = self.db.prepare_cached("SELECT hash, item FROM erased")?;
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        Ok(Erased { key, hashes: self.tried(read())? })
    }

    fn erasure_key(&self) -> Result<[u8; 32], StoreError> {
        let text = self.stamp("erasure-key")?.unwrap_or_default();
        let mut key = [0; 32];
        for (byte, at) in key.iter_mut().zip((0..).step_by(2)) {
            *byte = text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or_default();
        }
        Ok(key)
    }
}

/// What was erased, as it is known again.
#[derive(Debug)]
pub(super) struct Erased {
    key: [u8; 32],
    hashes: BTreeMap<Vec<u8>, i64>,
}

impl Erased {
    /// The hash by which an item is one that was erased, and the number of that.
    pub(super) fn find(&self, file: &str, item: &ItemContent) -> Option<(Vec<u8>, i64)> {
        if self.hashes.is_empty() {
            return None;
        }
        let words: usize = item.answers.iter().map(|answer| answer.text.split_whitespace().count()).sum();
        let known = [
            (!item.key.is_empty()).then(|| of_key(&self.key, file, &item.key)),
            of_sender(&self.key, &identity(&item.respondent), &words_hash(item)),
            (words >= TELLING_WORDS).then(|| of_words(&self.key, &words_hash(item))),
        ];
        known.into_iter().flatten().find_map(|hash| self.hashes.get(&hash).map(|item| (hash.clone(), *item)))
    }
}

fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new_keyed(key);
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().as_bytes()[..16].to_vec()
}

fn of_key(key: &[u8; 32], file: &str, id: &str) -> Vec<u8> {
    keyed(key, &[b"key", file.as_bytes(), id.as_bytes()])
}

fn of_sender(key: &[u8; 32], identity: &str, words: &[u8]) -> Option<Vec<u8>> {
    (!identity.is_empty()).then(|| keyed(key, &[b"sender", identity.as_bytes(), words]))
}

fn of_words(key: &[u8; 32], words: &[u8]) -> Vec<u8> {
    keyed(key, &[b"words", words])
}

/// Keeps the hashes by which an item will be known again: its id within its file, its sender with its words, and its words
/// alone where nobody else said the same.
fn tombstones(tx: &Transaction<'_>, secret: &[u8; 32], item: i64) -> rusqlite::Result<()> {
    let sql =
        "SELECT file, key, identity, words, content FROM item JOIN source ON source.id = source WHERE item.id = ?1";
    type Known = (String, String, String, Vec<u8>, Vec<u8>);
    let known: Option<Known> = tx
        .query_row(sql, [item], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .optional()?;
    let Some((file, key, identity, words, content)) = known else { return Ok(()) };
    let mut hashes = vec![of_sender(secret, &identity, &words)];
    // A letter's id is the same in every file, and an id made of the content is no id.
    if key != "letter" && !key.contains('#') && !key.starts_with(&hex(&content)) {
        hashes.push(Some(of_key(secret, &file, &key)));
    }
    let texts: Vec<String> = tx
        .prepare_cached("SELECT text FROM answer WHERE item = ?1")?
        .query_map([item], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let is_telling = texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>() >= TELLING_WORDS;
    let shared = "SELECT 1 FROM item WHERE words = ?1 AND id <> ?2 AND identity <> ?3 AND set_aside IS NOT 'erased'";
    if is_telling && !tx.prepare_cached(shared)?.exists(params![words, item, identity])? {
        hashes.push(Some(of_words(secret, &words)));
    }
    for hash in hashes.into_iter().flatten() {
        tx.prepare_cached("INSERT OR REPLACE INTO erased (hash, item) VALUES (?1, ?2)")?
            .execute(params![hash, item])?;
    }
    Ok(())
}

fn take_out(tx: &Transaction<'_>, item: i64, revision: i64, counted: &mut Counted) -> rusqlite::Result<()> {
    let answers: Vec<i64> = tx
        .prepare_cached("SELECT id FROM answer WHERE item = ?1")?
        .query_map([item], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    counted.answers += answers.len() as u64;
    for answer in &answers {
        for found in ["tag", "sketch", "family_member", "member"] {
            let gone = tx.prepare_cached(&format!("DELETE FROM {found} WHERE answer = ?1"))?.execute([answer])?;
            counted.tags += if found == "tag" { gone as u64 } else { 0 };
        }
        let sql = "INSERT OR REPLACE INTO removed (answer, revision) VALUES (?1, ?2)";
        tx.prepare_cached(sql)?.execute([*answer, revision])?;
        tx.prepare_cached("DELETE FROM answer WHERE id = ?1")?.execute([answer])?;
    }
    for sql in [
        "DELETE FROM original_answer WHERE item = ?1",
        "DELETE FROM alike WHERE item = ?1",
        "DELETE FROM proposal WHERE item = ?1 OR into_item = ?1",
        "DELETE FROM restricted WHERE item = ?1",
        "DELETE FROM lost_decision WHERE decision IN (SELECT id FROM decision WHERE item = ?1)",
    ] {
        tx.prepare_cached(sql)?.execute([item])?;
    }
    let sql = "UPDATE decision SET words = CASE WHEN words IS NULL THEN NULL ELSE '' END, note = '' WHERE item = ?1";
    counted.decisions += tx.prepare_cached(sql)?.execute([item])? as u64;
    let sql = "UPDATE item SET key = 'erased ' || id, place = '', content = x'', kind = '', name = '', organisation = '',
               email = '', area = '', received = '', may_publish = 0, may_name = 0, may_quote = 0, may_contact = 0,
               identity = '', words = x'', set_aside = ?2, merged_into = NULL, merged_why = NULL, erased = ?3 WHERE id = ?1";
    tx.prepare_cached(sql)?.execute(params![item, SetAside::Erased.as_str(), CUT]).map(drop)
}

/// Keeps that something erased was met in a file: its number and place, no words. Returns the number.
pub(super) fn keep_erased(
    tx: &Transaction<'_>,
    source: i64,
    hash: &[u8],
    of: i64,
    place: &str,
    seen: &[u64],
) -> rusqlite::Result<i64> {
    let reason = "it holds words of somebody who asked for them to be erased; they were not taken in again: take the record \
                  out of the file";
    let sql = "INSERT INTO problem (source, place, reason) VALUES (?1, ?2, ?3)";
    tx.prepare_cached(sql)?.execute(params![source, place, reason])?;
    let stem = format!("erased {}", hex(hash));
    let known = "SELECT id FROM item WHERE source = ?1 AND set_aside = 'erased' AND (id = ?2 OR key = ?3
                 OR substr(key, 1, length(?3) + 1) = ?3 || '#') ORDER BY id";
    let ids: Vec<i64> = tx
        .prepare_cached(known)?
        .query_map(params![source, of, stem], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if let Some(id) = ids.iter().copied().find(|id| !is_marked(seen, *id)) {
        let sql = "UPDATE item SET place = ?2, erased = ?3 WHERE id = ?1";
        tx.prepare_cached(sql)?.execute(params![id, place, MET])?;
        return Ok(id);
    }
    let key = if ids.is_empty() { stem } else { format!("{stem}#{}", ids.len() + 1) };
    tx.prepare_cached(
        "INSERT INTO item (source, key, place, content, channel, kind, name, organisation, email, area, received,
         may_publish, may_name, may_quote, may_contact, identity, words, set_aside, erased)
         VALUES (?1, ?2, ?3, x'', '', '', '', '', '', '', '', 0, 0, 0, 0, '', x'', ?4, ?5)",
    )?
    .insert(params![source, key, place, SetAside::Erased.as_str(), MET])
}

/// Says of erased items of a source that a reading did not meet them.
pub(super) fn not_met(tx: &Connection, source: i64, is_seen: impl Fn(i64) -> bool) -> rusqlite::Result<()> {
    let met = "SELECT id FROM item WHERE source = ?1 AND set_aside = 'erased' AND erased = ?2";
    let ids: BTreeSet<i64> =
        tx.prepare_cached(met)?.query_map([source, MET], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for id in ids.into_iter().filter(|id| !is_seen(*id)) {
        tx.prepare_cached("UPDATE item SET erased = ?2, place = '' WHERE id = ?1")?.execute([id, CUT])?;
    }
    Ok(())
}
