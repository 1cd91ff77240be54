//! People's decisions: appended, read in order, never changed.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row, Transaction, params};

use super::store::{Store, StoreError, next_revision};
use crate::model::{AnswerId, Decision, ItemDecision, ItemVerb, Problem, Span};

impl Store {
    /// Appends decisions about answers, in order, all or none. One that takes back the nth of them (from 1) names it as −n.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is kept then.
    pub fn decide(&mut self, decisions: &[Decision]) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let revision = next_revision(&tx)?;
            let mut numbers = Vec::with_capacity(decisions.len());
            for decision in decisions {
                let number = |nth: i64| usize::try_from(-nth - 1).ok().and_then(|at| numbers.get(at)).copied();
                let undoes = decision.undoes.map(|number_or_nth| number(number_or_nth).unwrap_or(number_or_nth));
                append(&tx, &Decision { undoes, ..decision.clone() }, None)?;
                numbers.push(tx.last_insert_rowid());
                let sql = "UPDATE answer SET revision = ?2 WHERE id = ?1";
                tx.prepare_cached(sql)?.execute([decision.answer, revision])?;
            }
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }

    /// All decisions about answers, by answer, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read or holds a verb that is none.
    pub fn decisions(&self) -> Result<BTreeMap<AnswerId, Vec<Decision>>, StoreError> {
        let read = || {
            let sql = format!("SELECT {COLUMNS} FROM decision WHERE answer IS NOT NULL ORDER BY {NUMBER}, id");
            let mut rows = self.db.prepare_cached(&sql)?;
            let mut found = rows.query([])?;
            let mut decisions: BTreeMap<AnswerId, Vec<Decision>> = BTreeMap::new();
            while let Some(row) = found.next()? {
                let decision = decision(row)?;
                decisions.entry(decision.answer).or_default().push(decision);
            }
            Ok(decisions)
        };
        self.tried(read())
    }

    /// Appends a decision about two items: `merge`, `apart` or `undo`. The next [`Store::merge_submissions`] applies it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn decide_items(&mut self, decision: &ItemDecision) -> Result<(), StoreError> {
        self.tried(append_item(&self.db, decision))
    }

    /// All decisions about items, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn item_decisions(&self) -> Result<Vec<ItemDecision>, StoreError> {
        self.tried(item_decisions(&self.db))
    }

    /// Decisions about tags that no longer find their words, and that no later decision on the same theme of the same
    /// item replaced: the source, and the problem.
    pub(super) fn lost_decisions(&self) -> rusqlite::Result<Vec<(i64, Problem)>> {
        let sql = format!(
            "SELECT item.source, item.place, item.id, first.person, first.theme
             FROM lost_decision JOIN decision AS first ON first.id = lost_decision.decision
             JOIN item ON item.id = first.item
             WHERE first.verb <> 'undo' AND NOT EXISTS ({HELD} AND (held.id = first.id OR held.copy_of = first.id))
             AND NOT EXISTS (
                SELECT 1 FROM decision AS later
                WHERE later.item = first.item AND later.theme = first.theme AND later.id > since
                AND later.copy_of IS NULL)
             ORDER BY first.id"
        );
        let mut rows = self.db.prepare_cached(&sql)?;
        let found = rows.query_map([], |row| {
            let (item, person, theme): (i64, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let about = if theme.is_empty() { "the stance" } else { &theme };
            let reason = format!(
                "R-{item:05}: the words on which {person} decided about {about} are no longer there; look at the \
                 response and decide again"
            );
            Ok((row.get(0)?, Problem { place: row.get(1)?, reason }))
        })?;
        found.collect()
    }
}

/// An answer as it was before its item changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) answer: AnswerId,
    pub(super) question: String,
    pub(super) text: String,
    pub(super) is_said: bool,
}

/// Decisions that find their words, themselves or as a copy for another answer.
const HELD: &str = "SELECT 1 FROM decision AS held JOIN answer ON answer.id = held.answer
    WHERE (coalesce(held.words, '') = '' OR instr(answer.text, held.words) > 0)";

/// Added to the note of a decision that was appended again.
const FOLLOWS: &str = "(follows its words)";

/// Lets decisions on answers that are gone or have other words follow to where their words are now: each is appended again
/// for the one of the `fresh` answers (new, or with new words) that holds them. What was decided of a whole answer holds of
/// each of its parts.
pub(super) fn carry(
    tx: &Transaction<'_>,
    item: i64,
    moved: &[Moved],
    fresh: &BTreeSet<AnswerId>,
) -> rusqlite::Result<()> {
    let mut now: Option<Vec<(AnswerId, String)>> = None;
    for before in moved {
        let decisions = decisions_on(tx, before.answer)?;
        if decisions.is_empty() {
            continue;
        }
        let answers = match &mut now {
            Some(answers) => answers,
            none => none.insert(said(tx, item, fresh)?),
        };
        for decision in decisions {
            let first = decision.id;
            for (answer, span) in places(before, &decision, answers) {
                let known = "SELECT 1 FROM decision WHERE answer = ?1 AND (id = ?2 OR copy_of = ?2)";
                if tx.prepare_cached(known)?.exists([answer, first])? {
                    continue;
                }
                let note = [decision.note.as_str(), FOLLOWS].join(" ").trim().to_owned();
                append(tx, &Decision { answer, span, note, ..decision.clone() }, Some(first))?;
            }
            if !tx.prepare_cached(&format!("{HELD} AND (held.id = ?1 OR held.copy_of = ?1)"))?.exists([first])? {
                let lost = "INSERT OR REPLACE INTO lost_decision (decision, since) SELECT ?1, max(id) FROM decision";
                tx.prepare_cached(lost)?.execute([first])?;
            }
        }
    }
    Ok(())
}

/// Where a decision's passage is now: no place when it stayed in its answer or is gone, several when it was about all of an
/// answer that is in parts now.
fn places(before: &Moved, decision: &Decision, answers: &[(AnswerId, String)]) -> Vec<(AnswerId, Option<Span>)> {
    let is_part = |text: &str| before.text.contains(text) || text.contains(&before.text);
    let Some(span) = decision.span.filter(|_| !decision.words.is_empty()) else {
        let parts = answers.iter().filter(|(answer, text)| *answer != decision.answer && is_part(text));
        return parts.map(|(answer, _)| (*answer, None)).collect();
    };
    let stayed = |(answer, text): &(AnswerId, String)| *answer == decision.answer && text.contains(&decision.words);
    if answers.iter().any(stayed) {
        return Vec::new();
    }
    // The very passage first, by where its part stood in the whole; then the same words anywhere.
    let exact = answers.iter().find_map(|(answer, text)| {
        let offset = before.text.find(text.as_str())?;
        let span = Span { start: span.start.checked_sub(offset)?, end: span.end.checked_sub(offset)? };
        (span.of(text) == Some(decision.words.as_str())).then_some((*answer, span))
    });
    let found = exact.or_else(|| {
        let parts = answers.iter().filter(|(_, text)| is_part(text));
        parts.chain(answers).find_map(|(answer, text)| {
            let start = text.find(&decision.words)?;
            Some((*answer, Span { start, end: start + decision.words.len() }))
        })
    });
    found.map(|(answer, span)| (answer, Some(span))).into_iter().collect()
}

/// Those of an item's answers that its respondent said and that are among the `fresh` ones, in order.
fn said(tx: &Transaction<'_>, item: i64, fresh: &BTreeSet<AnswerId>) -> rusqlite::Result<Vec<(AnswerId, String)>> {
    let sql = "SELECT id, text FROM answer WHERE item = ?1 AND text <> '' AND substance NOT IN ('quoted', 'signature')
               ORDER BY position";
    let mut rows = tx.prepare_cached(sql)?;
    let found = rows.query_map([item], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found: Vec<(AnswerId, String)> = found.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().filter(|(answer, _)| fresh.contains(answer)).collect())
}

/// Decisions on one answer, oldest first.
fn decisions_on(tx: &Transaction<'_>, answer: AnswerId) -> rusqlite::Result<Vec<Decision>> {
    let sql = format!("SELECT {COLUMNS} FROM decision WHERE answer = ?1 ORDER BY {NUMBER}, id");
    tx.prepare_cached(&sql)?.query_map([answer], decision)?.collect()
}

/// The number of a decision: of one that was appended again, that of the first.
const NUMBER: &str = "coalesce(copy_of, id)";

/// Columns of a decision about an answer, as [`decision`] reads them.
const COLUMNS: &str =
    "coalesce(copy_of, id), at, person, verb, answer, theme, target, start, \"end\", words, note, frame,
    undoes";

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    let verb: String = row.get(3)?;
    let ends: (Option<i64>, Option<i64>) = (row.get(7)?, row.get(8)?);
    Ok(Decision {
        id: row.get(0)?,
        at: row.get(1)?,
        person: row.get(2)?,
        verb: verb.parse().map_err(|why: String| wrong_verb(why))?,
        answer: row.get(4)?,
        theme: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        to: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
        span: ends.0.zip(ends.1).map(|(start, end)| Span { start: start as usize, end: end as usize }),
        words: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
        note: row.get(10)?,
        frame: row.get::<_, Option<String>>(11)?.unwrap_or_default(),
        undoes: row.get(12)?,
    })
}

fn append(tx: &Transaction<'_>, decision: &Decision, copy_of: Option<i64>) -> rusqlite::Result<()> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    tx.prepare_cached(
        "INSERT INTO decision (at, person, verb, item, answer, theme, target, start, \"end\", words, note, frame, undoes,
         copy_of) VALUES (?1, ?2, ?3, (SELECT item FROM answer WHERE id = ?4), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        decision.at,
        decision.person,
        decision.verb.as_str(),
        decision.answer,
        decision.theme,
        some(&decision.to),
        decision.span.map(|span| span.start as i64),
        decision.span.map(|span| span.end as i64),
        decision.words,
        decision.note,
        some(&decision.frame),
        decision.undoes,
        copy_of
    ])
    .map(|_| ())
}

fn wrong_verb(why: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, why.into())
}

/// Appends a decision about an item.
pub(super) fn append_item(db: &Connection, decision: &ItemDecision) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO decision (at, person, verb, item, other, question, words, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        decision.at,
        decision.person,
        decision.verb.as_str(),
        decision.item,
        decision.other,
        decision.question,
        decision.words,
        decision.note
    ])
    .map(|_| ())
}

/// All decisions about items, oldest first.
pub(super) fn item_decisions(db: &Connection) -> rusqlite::Result<Vec<ItemDecision>> {
    read_items(db, "answer IS NULL", None)
}

/// Passages of one item that people assigned and did not take back, oldest first.
pub(super) fn assignments(db: &Connection, item: i64) -> rusqlite::Result<Vec<ItemDecision>> {
    let mut standing: Vec<ItemDecision> = Vec::new();
    for decision in read_items(db, "item = ?1 AND verb IN ('assign', 'unassign')", Some(item))? {
        match decision.verb {
            ItemVerb::Assign => standing.push(decision),
            _ => standing.retain(|assigned| {
                !decision.words.is_empty()
                    && (assigned.words != decision.words || assigned.question != decision.question)
            }),
        }
    }
    Ok(standing)
}

/// Items of which somebody ever assigned a passage.
pub(super) fn assigned_items(db: &Connection) -> rusqlite::Result<BTreeSet<i64>> {
    let mut rows = db.prepare_cached(
        "SELECT item FROM decision JOIN item ON item.id = item WHERE verb = 'assign' AND set_aside IS NOT 'erased'",
    )?;
    rows.query_map([], |row| row.get(0))?.collect()
}

fn read_items(db: &Connection, condition: &str, item: Option<i64>) -> rusqlite::Result<Vec<ItemDecision>> {
    let sql = format!(
        "SELECT at, person, verb, item, other, question, words, note FROM decision WHERE {condition} ORDER BY id"
    );
    let mut rows = db.prepare_cached(&sql)?;
    let read = |row: &rusqlite::Row<'_>| {
        let verb: String = row.get(2)?;
        let Ok(verb) = verb.parse() else { return Ok(None) };
        Ok(Some(ItemDecision {
            at: row.get(0)?,
            person: row.get(1)?,
            verb,
            item: row.get(3)?,
            other: row.get(4)?,
            question: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
            words: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
            note: row.get(7)?,
        }))
    };
    let found = match item {
        Some(item) => rows.query_map([item], read)?.collect::<rusqlite::Result<Vec<_>>>()?,
        None => rows.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?,
    };
    Ok(found.into_iter().flatten().collect())
}
