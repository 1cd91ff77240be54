//! Several submissions of one respondent count once.
//!
//! Rules find items that may be one response ([`super::duplicates`]); the settings say of each rule whether its finds are
//! merged, proposed or left apart; people's decisions come before all of them ([`super::heads`]). What is merged is kept,
//! with its reason, and can be taken apart again: only `merged_into` and `merged_why` are set.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::coding::reference;
use super::decisions::item_decisions;
use super::duplicates::{links, senders};
use super::heads::Heads;
use super::records::touch;
use super::store::{Store, StoreError, next_revision};
use crate::model::{DuplicateRules, Merged, MergedWhy, Place, Policy, Proposal, Side, Substance};

/// Version of the rules: counted up when they find other pairs in the same items.
const RULES: u32 = 2;

/// Whether `item` says no more than the item it was merged into: its words are shown, compared and counted there.
pub(super) const IS_COPY: &str = "(item.merged_into IS NOT NULL
    AND item.words = (SELECT leader.words FROM item AS leader WHERE leader.id = item.merged_into))";

/// An item that is part of another, and why.
type Pointers = BTreeMap<i64, (i64, MergedWhy)>;

/// Pairs of later and earlier item, and the rule that found them.
type Proposed = BTreeMap<(i64, i64), MergedWhy>;

impl Store {
    /// Brings merging and proposals in line with what was received, the rules and what people decided. `people` are the
    /// types of respondent that are no organisation: whoever answers as one of them and names where they work answers for
    /// themselves. Returns how many items joined, left or moved; does nothing when none of these has changed.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn merge_submissions(&mut self, rules: &DuplicateRules, people: &[String]) -> Result<u64, StoreError> {
        let stamp = format!("{RULES} {rules:?} {people:?}");
        if self.stamp("merged")?.as_deref() == Some(&stamp) {
            return Ok(0);
        }
        let mut work = || {
            let tx = self.db.transaction()?;
            let (wanted, proposals) = resolve(&tx, rules, people)?;
            let kept = pointers(&tx)?;
            let moved: BTreeSet<i64> =
                kept.keys().chain(wanted.keys()).copied().filter(|item| kept.get(item) != wanted.get(item)).collect();
            if !moved.is_empty() {
                let revision = next_revision(&tx)?;
                let mut update = tx.prepare("UPDATE item SET merged_into = ?2, merged_why = ?3 WHERE id = ?1")?;
                for item in &moved {
                    let (into, why) = wanted.get(item).map(|(into, why)| (*into, why.as_str())).unzip();
                    update.execute(params![item, into, why])?;
                    touch(&tx, *item, revision)?;
                }
            }
            tx.execute("DELETE FROM proposal", [])?;
            for ((item, into), rule) in &proposals {
                let sql = "INSERT INTO proposal (item, into_item, rule) VALUES (?1, ?2, ?3)";
                tx.prepare_cached(sql)?.execute(params![item, into, rule.as_str()])?;
            }
            let sql = "INSERT OR REPLACE INTO stamp (stage, value) VALUES ('merged', ?1)";
            tx.execute(sql, [&stamp])?;
            tx.commit()?;
            Ok(moved.len() as u64)
        };
        let done = work();
        self.tried(done)
    }

    /// Whether merging `item` into another would lead in a circle, by what people decided so far.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn merge_circles(&self, item: i64, into: i64) -> Result<bool, StoreError> {
        let decisions = self.item_decisions()?;
        Ok(Heads::decided(&decisions).circles(item, into))
    }

    /// Pairs of items that wait for a person to decide, by number; their words in common are not counted yet.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn proposals(&self) -> Result<Vec<Proposal>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached("SELECT item, into_item, rule FROM proposal ORDER BY 1, 2")?;
            let found = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
            let pairs: Vec<(i64, i64, String)> = found.collect::<rusqlite::Result<_>>()?;
            let mut proposals = Vec::new();
            for (item, into, rule) in pairs {
                let Ok(rule) = rule.parse() else { continue };
                let who = senders(&self.db, &BTreeSet::from([item, into]))?;
                let agrees = who[&item].agrees(&who[&into]);
                let (item, into) = (side(&self.db, item)?, side(&self.db, into)?);
                proposals.push(Proposal { item, into, rule, agrees, common: 0.0 });
            }
            Ok(proposals)
        };
        self.tried(read())
    }

    /// Every item that counts as part of another one, by number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn merged(&self) -> Result<Vec<Merged>, StoreError> {
        let read = || {
            let mut merged = Vec::new();
            for (item, (into, why)) in pointers(&self.db)? {
                merged.push(Merged { item: side(&self.db, item)?, into: side(&self.db, into)?, why });
            }
            Ok(merged)
        };
        self.tried(read())
    }

    /// An item as it was received, by its reference, whatever it was merged into: its number, and why it is not analysed,
    /// if so.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn received_item(&self, response: &str) -> Result<Option<(i64, Option<String>)>, StoreError> {
        let digits = response.trim().trim_start_matches(['R', 'r']).trim_start_matches('-');
        let Ok(id) = digits.parse::<i64>() else { return Ok(None) };
        let read = || {
            let mut rows = self.db.prepare_cached("SELECT id, set_aside FROM item WHERE id = ?1")?;
            let mut found = rows.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found.next().transpose()
        };
        self.tried(read())
    }

    /// All words of an item, as it was received: its answers in words, one after the other.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn words_of(&self, item: i64) -> Result<String, StoreError> {
        let read = || {
            let sql = "SELECT text FROM answer WHERE item = ?1 AND substance = ?2 AND chosen = '' ORDER BY position";
            let mut rows = self.db.prepare_cached(sql)?;
            let found = rows.query_map(params![item, Substance::Words.as_str()], |row| row.get(0))?;
            Ok(found.collect::<rusqlite::Result<Vec<String>>>()?.join("\n"))
        };
        self.tried(read())
    }

    /// Number, source and response of the item that an answer belongs to; none for notes of events.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn item_of(&self, answer: i64) -> Result<Option<(i64, i64)>, StoreError> {
        let read = || {
            let sql = "SELECT item.id, source FROM answer JOIN item ON item.id = answer.item WHERE answer.id = ?1";
            let mut rows = self.db.prepare_cached(sql)?;
            let mut found = rows.query_map([answer], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found.next().transpose()
        };
        self.tried(read())
    }

    /// Keeps the families of items with nearly the same long words. Merging is looked at again when they changed.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_alike(&mut self, families: &[Vec<i64>]) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let kept: Vec<(i64, i64)> = tx
                .prepare("SELECT family, item FROM alike ORDER BY 1, 2")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            let wanted: BTreeSet<(i64, i64)> = families
                .iter()
                .enumerate()
                .flat_map(|(family, items)| items.iter().map(move |item| (family as i64, *item)))
                .collect();
            if wanted.iter().eq(&kept) {
                return Ok(());
            }
            tx.execute_batch("DELETE FROM alike; DELETE FROM stamp WHERE stage = 'merged';")?;
            for (family, item) in wanted {
                tx.prepare_cached("INSERT INTO alike (family, item) VALUES (?1, ?2)")?.execute([family, item])?;
            }
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }
}

/// What is to be merged and what to be proposed: pairs of later and earlier item.
fn resolve(db: &Connection, rules: &DuplicateRules, people: &[String]) -> rusqlite::Result<(Pointers, Proposed)> {
    let decisions = item_decisions(db)?;
    let mut heads = Heads::decided(&decisions);
    let mut to_propose = Vec::new();
    for rule in MergedWhy::ALL {
        let policy = rules.policy(rule);
        if policy == Policy::Apart {
            continue;
        }
        for link in links(db, rule, people, &heads)? {
            match policy {
                Policy::Merge => {
                    let mut into = link.into.iter();
                    while into.next().is_some_and(|into| {
                        heads.root(link.item) != heads.root(*into) && !heads.link(link.item, *into, rule)
                    }) {}
                }
                Policy::Propose => to_propose.push(link),
                Policy::Apart => {}
            }
        }
    }
    let mut is_analysed = db.prepare("SELECT 1 FROM item WHERE id = ?1 AND set_aside IS NULL")?;
    let concerned = decisions.iter().flat_map(|decision| [Some(decision.item), decision.other]).flatten();
    let mut aside = BTreeSet::new();
    for item in concerned {
        if !is_analysed.exists([item])? {
            aside.insert(item);
        }
    }
    let merged = heads.merged(|item| !aside.contains(&item));
    let head = |item: i64| merged.get(&item).map_or(item, |(head, _)| *head);
    let mut proposals = BTreeMap::new();
    for link in to_propose {
        for into in &link.into {
            let (item, into) = (head(link.item), head(*into));
            if item == into {
                break;
            }
            if !heads.are_apart(item, into) {
                proposals.entry((item.max(into), item.min(into))).or_insert(link.rule);
                break;
            }
        }
    }
    Ok((merged, proposals))
}

/// What is merged now.
fn pointers(db: &Connection) -> rusqlite::Result<Pointers> {
    let sql = "SELECT id, merged_into, merged_why FROM item WHERE merged_into IS NOT NULL ORDER BY id";
    let mut rows = db.prepare_cached(sql)?;
    let found = rows.query_map([], |row| {
        let why: Option<String> = row.get(2)?;
        let why = why.and_then(|why| why.parse().ok()).unwrap_or(MergedWhy::SameWords);
        Ok((row.get(0)?, (row.get(1)?, why)))
    })?;
    found.collect()
}

fn side(db: &Connection, item: i64) -> rusqlite::Result<Side> {
    let sql =
        "SELECT file, place, received, item.channel FROM item JOIN source ON source.id = source WHERE item.id = ?1";
    db.prepare_cached(sql)?.query_row([item], |row| {
        Ok(Side {
            response: reference(item),
            source: Place { file: row.get(0)?, place: row.get(1)? },
            received: row.get(2)?,
            channel: row.get(3)?,
        })
    })
}
