//! Several submissions of one respondent count once.
//!
//! The rule: the same respondent (organisation by name, person by e-mail address or name) with the same words is one
//! response; an organisation that sent different words twice (a form and a letter) is one response with the answers of
//! both. Different words of one person stay apart until somebody decides. What is merged is kept and can be unmerged:
//! the rule only sets `merged_into`.

use rusqlite::params;

use super::records::touch;
use super::store::{Store, StoreError, next_revision};

impl Store {
    /// Applies the rule to everything received. Returns how many items changed.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn merge_submissions(&mut self) -> Result<u64, StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            // The earliest item of a respondent leads; ties are broken by the number given on arrival.
            let changes: Vec<(i64, Option<i64>)> = tx
                .prepare_cached(
                    "WITH counted AS (
                        -- Pointers to different documents read alike, so such words say nothing of their being the same.
                        SELECT id, identity, merged_into,
                            CASE WHEN EXISTS (SELECT 1 FROM answer WHERE answer.item = item.id AND answer.substance = 'words')
                                 THEN words ELSE id END AS words
                        FROM item WHERE set_aside IS NULL AND identity <> ''
                     ), leader AS (
                        SELECT id, merged_into,
                            min(id) OVER (PARTITION BY identity) AS first,
                            min(id) OVER (PARTITION BY identity, words) AS same,
                            identity LIKE 'o:%' AS organisation
                        FROM counted
                     ), wanted AS (
                        SELECT id, merged_into,
                            CASE WHEN organisation AND first <> id THEN first
                                 WHEN NOT organisation AND same <> id THEN same END AS into_item
                        FROM leader
                     )
                     SELECT id, into_item FROM wanted WHERE merged_into IS NOT into_item
                     UNION ALL
                     SELECT id, NULL FROM item
                     WHERE merged_into IS NOT NULL AND (set_aside IS NOT NULL OR identity = '')",
                )?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            if changes.is_empty() {
                return Ok(0);
            }
            let revision = next_revision(&tx)?;
            for (id, into) in &changes {
                tx.prepare_cached("UPDATE item SET merged_into = ?2 WHERE id = ?1")?.execute(params![id, into])?;
                touch(&tx, *id, revision)?;
            }
            tx.commit()?;
            Ok(changes.len() as u64)
        };
        let done = work();
        self.tried(done)
    }
}
