//! Versions of the coding frame: kept as they were whenever one came to be used.

use rusqlite::{OptionalExtension, Row, params};

use super::store::{Store, StoreError, next_revision};
use crate::model::Outline;

/// A version of the frame that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameVersion {
    /// BLAKE3 of its text.
    pub hash: String,
    /// The number that it gives itself.
    pub version: u32,
    /// When it came to be used, as RFC 3339.
    pub at: String,
    /// Its themes.
    pub outline: Outline,
}

impl Store {
    /// Keeps the text of a frame that is used from now on, unless it was used last. Answers that look different with it,
    /// though machines find the same in them, count as changed: those that people decided on and, when a theme has another
    /// parent, all. Returns whether it is another version than before.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn use_frame(&mut self, frame: &FrameVersion, text: &str) -> Result<bool, StoreError> {
        let last = self.last_frame()?;
        if last.as_ref().is_some_and(|last| last.hash == frame.hash) {
            return Ok(false);
        }
        let outline =
            serde_json::to_string(&frame.outline).map_err(|error| self.damaged(format!("a frame: {error}")))?;
        let mut work = || {
            let tx = self.db.transaction()?;
            let revision = next_revision(&tx)?;
            let sql = "INSERT INTO frame_version (hash, version, at, outline, body) VALUES (?1, ?2, ?3, ?4, ?5)";
            tx.execute(sql, params![frame.hash, frame.version, frame.at, outline, text])?;
            let whose = match &last {
                Some(last) if last.outline.has_parents_of(&frame.outline) => "decision",
                Some(_) => "tag UNION SELECT answer FROM decision",
                // What was made before versions were kept has the codes that it has.
                None => "decision WHERE 0",
            };
            let sql = format!("UPDATE answer SET revision = ?1 WHERE id IN (SELECT answer FROM {whose})");
            tx.execute(&sql, [revision])?;
            tx.commit()
        };
        let done = work();
        self.tried(done)?;
        Ok(true)
    }

    /// The versions in the order in which they came to be used.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn frames(&self) -> Result<Vec<FrameVersion>, StoreError> {
        let read = || {
            let sql = "SELECT hash, version, at, outline FROM frame_version ORDER BY id";
            self.db.prepare_cached(sql)?.query_map([], kept)?.collect::<rusqlite::Result<Vec<_>>>()
        };
        self.tried(read())?.into_iter().map(|kept| self.frame(kept)).collect()
    }

    /// Texts that gave themselves a number, each with its hash, the one used last in front.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn frame_texts(&self, version: u32) -> Result<Vec<(String, String)>, StoreError> {
        let read = || {
            let sql = "SELECT hash, body FROM frame_version WHERE version = ?1 GROUP BY hash ORDER BY max(id) DESC";
            self.db.prepare_cached(sql)?.query_map([version], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        self.tried(read())
    }

    fn last_frame(&self) -> Result<Option<FrameVersion>, StoreError> {
        let sql = "SELECT hash, version, at, outline FROM frame_version ORDER BY id DESC LIMIT 1";
        let last = self.db.query_row(sql, [], kept).optional();
        self.tried(last)?.map(|kept| self.frame(kept)).transpose()
    }

    fn frame(&self, (hash, version, at, outline): Row4) -> Result<FrameVersion, StoreError> {
        let outline = serde_json::from_str(&outline)
            .map_err(|error| self.damaged(format!("version {version} of the frame: {error}")))?;
        Ok(FrameVersion { hash, version, at, outline })
    }
}

type Row4 = (String, u32, String, String);

fn kept(row: &Row<'_>) -> rusqlite::Result<Row4> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}
