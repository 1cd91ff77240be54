//! What machines found in answers: language, tags, stance, sketches. All of it can be computed again.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::merging::IS_COPY;
use super::store::{Store, StoreError, next_revision};
use crate::model::{AnswerId, Detected, Language, LanguageSpan, Origin, Span, StanceFound, Substance, Tag};

/// An answer (or event note) that is yet to be coded, or was coded with something else.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncoded {
    /// Its number.
    pub id: AnswerId,
    /// Question it answers.
    pub question: String,
    /// Its words.
    pub text: String,
    /// Options chosen, for a closed question.
    pub chosen: Vec<String>,
    /// What there is in it.
    pub substance: Substance,
    /// What the form says of its language.
    pub prior: Option<Language>,
    /// Its language, when it was found before: the words have not changed since.
    pub language: Option<Detected>,
}

/// What was found in one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Coding {
    /// Which answer.
    pub answer: AnswerId,
    /// Its language.
    pub language: Detected,
    /// Its tags.
    pub tags: Vec<Tag>,
    /// Its stance.
    pub stance: Option<StanceFound>,
    /// Its sketch, when it is long enough to be part of a campaign.
    pub sketch: Option<Vec<u8>>,
}

impl Store {
    /// How many answers are not coded with `stamp`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn count_uncoded(&self, stamp: &str) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM answer WHERE coded IS NULL OR coded < ?1 OR coded > ?1";
        self.tried(self.db.query_row(sql, [stamp], |row| row.get::<_, i64>(0))).map(|n| n as u64)
    }

    /// Answers that were never coded.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn never_coded(&self) -> Result<HashSet<AnswerId>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached("SELECT id FROM answer WHERE coded IS NULL")?;
            rows.query_map([], |row| row.get(0))?.collect()
        };
        self.tried(read())
    }

    /// The next answers that are not coded with `stamp`, at most `limit`, in order of number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn uncoded(&self, stamp: &str, limit: usize) -> Result<Vec<Uncoded>, StoreError> {
        let read = || {
            // By equality on the index, so that each batch is found without passing over what is done.
            let stale =
                "SELECT coded FROM answer WHERE coded < ?1 UNION ALL SELECT coded FROM answer WHERE coded > ?1 LIMIT 1";
            let columns =
                "SELECT id, question, text, chosen, substance, prior, language, confidence, spans FROM answer";
            let fresh =
                self.list(&format!("{columns} WHERE coded IS NULL ORDER BY id LIMIT ?1"), params![limit as i64])?;
            if !fresh.is_empty() {
                return Ok(fresh);
            }
            let other: Option<String> =
                self.db.prepare_cached(stale)?.query_row([stamp], |row| row.get(0)).optional()?;
            match other {
                Some(other) => {
                    let sql = format!("{columns} WHERE coded = ?2 ORDER BY id LIMIT ?1");
                    self.list(&sql, params![limit as i64, other])
                }
                None => Ok(Vec::new()),
            }
        };
        self.tried(read())
    }

    fn list(&self, sql: &str, params: impl rusqlite::Params) -> rusqlite::Result<Vec<Uncoded>> {
        self.db.prepare_cached(sql)?.query_map(params, uncoded)?.collect()
    }

    /// Keeps what was found in a batch of answers, in one transaction. Returns how many differ from what was kept.
    ///
    /// # Errors
    /// When the database cannot be written; nothing of the batch is kept then.
    pub fn keep_coding(&mut self, stamp: &str, batch: &[Coding]) -> Result<u64, StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let revision = next_revision(&tx)?;
            let mut changed = 0;
            for coding in batch {
                let is_same = is_kept(&tx, coding)?;
                let language = &coding.language;
                let spans = (!language.spans.is_empty()).then(|| spans_to_text(&language.spans));
                let stance = coding.stance.as_ref();
                tx.prepare_cached(
                    "UPDATE answer SET language = ?2, confidence = ?3, spans = ?4, stance = ?5, stance_kind = ?6,
                     stance_start = ?7, stance_end = ?8, stance_words = ?9, coded = ?10,
                     revision = CASE WHEN ?11 THEN revision ELSE ?12 END WHERE id = ?1",
                )?
                .execute(params![
                    coding.answer,
                    language.language.as_str(),
                    f64::from(language.confidence),
                    spans,
                    stance.map(|found| found.value.as_str()),
                    stance.map(|found| found.kind.as_str()),
                    stance.map(|found| found.span.start as i64),
                    stance.map(|found| found.span.end as i64),
                    stance.map(|found| found.words.as_str()),
                    stamp,
                    is_same,
                    revision
                ])?;
                if let Some(sketch) = &coding.sketch {
                    tx.prepare_cached("INSERT OR REPLACE INTO sketch (answer, body) VALUES (?1, ?2)")?
                        .execute(params![coding.answer, sketch])?;
                }
                if is_same {
                    continue;
                }
                changed += 1;
                tx.prepare_cached("DELETE FROM tag WHERE answer = ?1")?.execute([coding.answer])?;
                for tag in &coding.tags {
                    let Origin::Rule { pattern, frame_version } = &tag.origin else { continue };
                    tx.prepare_cached(
                        "INSERT INTO tag (answer, start, \"end\", theme, words, pattern, frame_version)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    )?
                    .execute(params![
                        coding.answer,
                        tag.span.start as i64,
                        tag.span.end as i64,
                        tag.theme,
                        tag.words,
                        pattern,
                        frame_version
                    ])?;
                }
            }
            tx.commit()?;
            Ok(changed)
        };
        let done = work();
        self.tried(done)
    }

    /// Calls `visit` with every sketch and the number of its answer, of responses that are analysed and copies of no other,
    /// in order of number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sketches(&self, mut visit: impl FnMut(AnswerId, &[u8])) -> Result<(), StoreError> {
        let mut read = || {
            let sql = format!(
                "SELECT sketch.answer, body FROM sketch JOIN answer ON answer.id = sketch.answer
                 JOIN item ON item.id = answer.item WHERE item.set_aside IS NULL AND NOT {IS_COPY} ORDER BY 1"
            );
            let mut rows = self.db.prepare_cached(&sql)?;
            let mut found = rows.query([])?;
            while let Some(row) = found.next()? {
                visit(row.get(0)?, row.get_ref(1)?.as_blob()?);
            }
            Ok(())
        };
        self.tried(read())
    }

    /// The words of one answer.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn text_of(&self, answer: AnswerId) -> Result<Option<String>, StoreError> {
        let found = self
            .db
            .prepare_cached("SELECT text FROM answer WHERE id = ?1")
            .and_then(|mut rows| rows.query_row([answer], |row| row.get(0)).optional());
        self.tried(found)
    }

    /// Question and item of an answer, for whoever has only its number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn answer_home(&self, answer: AnswerId) -> Result<Option<(String, i64)>, StoreError> {
        let sql = "SELECT question, coalesce(merged_into, item.id) FROM answer JOIN item ON item.id = answer.item WHERE answer.id = ?1";
        let found = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| rows.query_row([answer], |row| Ok((row.get(0)?, row.get(1)?))).optional());
        self.tried(found)
    }
}

/// The reference of an item: `R-00042`.
pub(super) fn reference(item: i64) -> String {
    format!("R-{item:05}")
}

fn uncoded(row: &Row<'_>) -> rusqlite::Result<Uncoded> {
    let prior: Option<String> = row.get(5)?;
    Ok(Uncoded {
        id: row.get(0)?,
        question: row.get(1)?,
        text: row.get(2)?,
        chosen: chosen(row.get(3)?),
        substance: row.get::<_, String>(4)?.parse().unwrap_or_default(),
        prior: prior.and_then(|word| word.parse().ok()),
        language: detected(row.get(6)?, row.get(7)?, row.get(8)?),
    })
}

/// Codes of options, as kept one a line.
pub(super) fn chosen(kept: String) -> Vec<String> {
    kept.lines().map(str::to_owned).collect()
}

pub(super) fn detected(language: Option<String>, confidence: Option<f64>, spans: Option<String>) -> Option<Detected> {
    Some(Detected {
        language: language?.parse().ok()?,
        confidence: confidence.unwrap_or_default() as f32,
        spans: spans.map(|kept| spans_from_text(&kept)).unwrap_or_default(),
    })
}

/// Language spans are kept as `0-17 en;18-40 cy`.
fn spans_to_text(spans: &[LanguageSpan]) -> String {
    let part = |s: &LanguageSpan| format!("{}-{} {}", s.span.start, s.span.end, s.language.as_str());
    spans.iter().map(part).collect::<Vec<_>>().join(";")
}

fn spans_from_text(kept: &str) -> Vec<LanguageSpan> {
    let part = |part: &str| {
        let (range, language) = part.split_once(' ')?;
        let (start, end) = range.split_once('-')?;
        let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
        Some(LanguageSpan { span, language: language.parse().ok()? })
    };
    kept.split(';').filter_map(part).collect()
}

/// Whether exactly this was kept for the answer before.
fn is_kept(tx: &Connection, coding: &Coding) -> rusqlite::Result<bool> {
    type Head = (Option<String>, Option<String>, Option<String>, Option<i64>, Option<i64>);
    let head: Option<Head> = tx
        .prepare_cached("SELECT coded, stance, language, stance_start, stance_end FROM answer WHERE id = ?1")?
        .query_row([coding.answer], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .optional()?;
    let Some((Some(_), stance, language, start, end)) = head else { return Ok(false) };
    let found = coding.stance.as_ref();
    if stance.as_deref() != found.map(|f| f.value.as_str())
        || language.as_deref() != Some(coding.language.language.as_str())
        || start != found.map(|f| f.span.start as i64)
        || end != found.map(|f| f.span.end as i64)
    {
        return Ok(false);
    }
    let mut rows = tx.prepare_cached(
        "SELECT start, \"end\", theme, pattern, frame_version FROM tag WHERE answer = ?1 ORDER BY start, \"end\", theme",
    )?;
    type Row = (i64, i64, String, String, u32);
    let kept: Vec<Row> = rows
        .query_map([coding.answer], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut now: Vec<Row> = coding
        .tags
        .iter()
        .filter_map(|tag| match &tag.origin {
            Origin::Rule { pattern, frame_version } => {
                Some((tag.span.start as i64, tag.span.end as i64, tag.theme.clone(), pattern.clone(), *frame_version))
            }
            Origin::Person { .. } => None,
        })
        .collect();
    now.sort();
    Ok(kept == now)
}
