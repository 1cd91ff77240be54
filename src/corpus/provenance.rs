//! Where collected files came from, and which addresses could not be collected.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::store::{Store, StoreError};
use crate::model::Problem;

/// A file that was collected from an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetched {
    /// Path below `received/`.
    pub file: String,
    /// The address as it was asked, without secrets.
    pub address: String,
    /// When these bytes came, as RFC 3339.
    pub at: String,
    /// The server's status.
    pub status: u16,
    /// BLAKE3 of the bytes, in hexadecimal; empty when it was not kept.
    pub hash: String,
    /// How many bytes.
    pub bytes: u64,
    /// For asking whether it changed.
    pub etag: Option<String>,
    /// For asking whether it changed.
    pub last_modified: Option<String>,
    /// Address of the page after this one, where a header gave it.
    pub next: Option<String>,
    /// What the list said of the record when it was asked for.
    pub version: Option<String>,
}

/// Stands where a file's hash would: the source is an address that could not be collected.
const ADDRESS: &str = "address";

impl Store {
    /// Every file that was collected, by its path below `received/`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn fetched(&self) -> Result<BTreeMap<String, Fetched>, StoreError> {
        let one = |row: &Row<'_>| {
            let bytes: i64 = row.get(5)?;
            let file: String = row.get(0)?;
            let fetched = Fetched {
                file: file.clone(),
                address: row.get(1)?,
                at: row.get(2)?,
                status: row.get(3)?,
                hash: row.get(4)?,
                bytes: bytes as u64,
                etag: row.get(6)?,
                last_modified: row.get(7)?,
                next: row.get(8)?,
                version: row.get(9)?,
            };
            Ok((file, fetched))
        };
        let read = || {
            let sql = "SELECT file, address, at, status, hash, bytes, etag, last_modified, next, version FROM fetched";
            let mut rows = self.db.prepare_cached(sql)?;
            rows.query_map([], one)?.collect()
        };
        self.tried(read())
    }

    /// Keeps where and when a file was collected. Its bytes are then read like any other's.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_fetched(&self, fetched: &Fetched) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO fetched
                   (file, address, at, status, hash, bytes, etag, last_modified, next, version)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let values = params![
            fetched.file,
            fetched.address,
            fetched.at,
            fetched.status,
            fetched.hash,
            fetched.bytes as i64,
            fetched.etag,
            fetched.last_modified,
            fetched.next,
            fetched.version
        ];
        self.tried(self.db.prepare_cached(sql).and_then(|mut insert| insert.execute(values)).map(|_| ()))
    }

    /// Keeps which addresses could not be collected and why: each a source of its own in the ledger, with nothing
    /// received. What was kept of this kind before is forgotten. Each entry is address, channel and problems.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_troubles(&mut self, troubles: &[(String, String, Vec<Problem>)]) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            tx.execute("DELETE FROM problem WHERE source IN (SELECT id FROM source WHERE hash = ?1)", [ADDRESS])?;
            tx.execute("DELETE FROM source WHERE hash = ?1", [ADDRESS])?;
            for (address, channel, problems) in troubles {
                let sql = "INSERT INTO source (file, channel, hash) VALUES (?1, ?2, ?3)
                           ON CONFLICT (file) DO UPDATE SET channel = ?2 RETURNING id";
                let id: i64 = tx.query_row(sql, [address, channel, ADDRESS], |row| row.get(0))?;
                for problem in problems {
                    let sql = "INSERT INTO problem (source, place, reason) VALUES (?1, ?2, ?3)";
                    tx.execute(sql, params![id, problem.place, problem.reason])?;
                }
            }
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }
}
