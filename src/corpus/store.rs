//! The database: opening it, its tables, its versions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};

/// What can go wrong with the store itself.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database could not be read or written.
    #[error(
        "{path}: {source}; if the disk is full or read-only, mend that and run again: nothing that was kept is lost"
    )]
    Database {
        /// Its file.
        path: PathBuf,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// The database was written by a later version of the program.
    #[error("{path}: its format is {found}, and this program reads up to {known}; use a newer program")]
    Newer {
        /// Its file.
        path: PathBuf,
        /// Version of the file.
        found: usize,
        /// The last version that this program knows.
        known: usize,
    },
    /// A stored value that this program could not have written.
    #[error(
        "{path}: {what}; restore it from a copy, or delete it to read the originals anew (people's decisions would go with it)"
    )]
    Damaged {
        /// Its file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
}

/// Migrations in order; the database's `user_version` is how many of them it has had. Never edit one that was
/// released: add another.
const MIGRATIONS: [&str; 8] = [
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
    include_str!("schema/5.sql"),
    include_str!("schema/6.sql"),
    include_str!("schema/7.sql"),
    include_str!("schema/8.sql"),
];

/// The store of one consultation.
#[derive(Debug)]
pub struct Store {
    pub(super) db: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the store, making or migrating it as needed.
    ///
    /// # Errors
    /// When the file cannot be opened, is no database, or is newer than this program.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = |source| StoreError::Database { path: path.to_owned(), source };
        let is_new = !path.exists();
        let db = Connection::open(path).map_err(failed)?;
        if is_new {
            keep_to_owner(path);
        }
        // Deleted words are overwritten, so that what was erased cannot be read from free pages.
        // A sort may take as much memory again as the cache, so a run holds twice this much, however large the database.
        db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF;
             PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000;
             PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 8000;",
        )
        .map_err(failed)?;
        db.set_prepared_statement_cache_capacity(64);
        let found = db.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0)).map_err(failed)? as usize;
        if found > MIGRATIONS.len() {
            return Err(StoreError::Newer { path: path.to_owned(), found, known: MIGRATIONS.len() });
        }
        for (done, sql) in MIGRATIONS.iter().enumerate().skip(found) {
            let version = done + 1;
            db.execute_batch(&format!("BEGIN IMMEDIATE; {sql}; PRAGMA user_version = {version}; COMMIT;"))
                .map_err(failed)?;
        }
        // Only now: a migration may have to make a table anew that others point at.
        db.execute_batch("PRAGMA foreign_keys = ON").map_err(failed)?;
        Ok(Store { db, path: path.to_owned() })
    }

    /// Does work that asks many small questions within one snapshot of the store: quicker than a lock for each, and
    /// all answers are of the same moment. Within such work, more of it is of that moment too.
    ///
    /// # Errors
    /// When the database cannot be read, or what `work` returns.
    pub fn snapshot<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if !self.db.is_autocommit() {
            return work();
        }
        let snapshot = self.tried(self.db.unchecked_transaction())?;
        let done = work();
        // Nothing was written; letting go is all there is to do.
        drop(snapshot);
        done
    }

    /// A stage's stamp: what its last finished work was made from.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn stamp(&self, stage: &str) -> Result<Option<String>, StoreError> {
        self.tried(self.db.query_row("SELECT value FROM stamp WHERE stage = ?1", [stage], |row| row.get(0)).optional())
    }

    /// Sets a stage's stamp.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_stamp(&self, stage: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO stamp (stage, value) VALUES (?1, ?2) ON CONFLICT (stage) DO UPDATE SET value = ?2";
        self.tried(self.db.execute(sql, params![stage, value]).map(|_| ()))
    }

    /// What tells this store from every other, so that an index or report made from another is not mistaken for its own.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn identity(&self) -> Result<String, StoreError> {
        self.tried(self.db.query_row("SELECT value FROM stamp WHERE stage = 'identity'", [], |row| row.get(0)))
    }

    /// Hashes of everything that was read, by file.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn hashes(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached("SELECT file, hash FROM source")?;
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        self.tried(read())
    }

    /// First and last number given to the items of each file, and how many there are: two stores in which these and the
    /// files agree gave every item the same number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn numbers(&self) -> Result<Vec<(String, i64, i64, i64)>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT file, min(item.id), max(item.id), count(*) FROM item JOIN source ON source.id = source
                 GROUP BY file ORDER BY file",
            )?;
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?.collect()
        };
        self.tried(read())
    }

    /// The number of the last change to anything that is searched or reported. Every answer carries the number of
    /// its own last change, so that an index knows what is newer than itself.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn revision(&self) -> Result<i64, StoreError> {
        self.tried(self.db.query_row("SELECT value FROM revision", [], |row| row.get(0)))
    }

    /// Gives the database's own error its file.
    pub(super) fn tried<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|source| StoreError::Database { path: self.path.clone(), source })
    }

    pub(super) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), what: what.into() }
    }
}

/// Takes the next revision, within the transaction that changes something.
pub(super) fn next_revision(db: &Connection) -> rusqlite::Result<i64> {
    db.prepare_cached("UPDATE revision SET value = value + 1 RETURNING value")?.query_row([], |row| row.get(0))
}

/// Only the owner may read what people wrote.
#[cfg(unix)]
fn keep_to_owner(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    // A file system without permissions is no reason to stop.
    drop(std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)));
}

#[cfg(not(unix))]
fn keep_to_owner(_: &Path) {}
