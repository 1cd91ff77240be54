//! The account of everything received.

use std::collections::BTreeMap;

use super::erasing::CUT;
use super::merging::IS_COPY;
use super::settings::WHOLE;
use super::store::{Store, StoreError};
use crate::model::{Ledger, MergedWhy, Problem, Question, QuestionLine, SetAside, SourceLine};

impl Store {
    /// Draws up the account. What arrived is the readers' own count of records (and what earlier versions of a file
    /// held); what became of it is counted from the items kept; so the two can disagree, and then it does not balance.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ledger(&self, consultation: &str, questions: &[Question]) -> Result<Ledger, StoreError> {
        let mut ledger = Ledger { consultation: consultation.to_owned(), ..Ledger::default() };
        ledger.sources = self.tried(self.source_lines())?;
        for line in &ledger.sources {
            ledger.received += line.received;
            ledger.analysed += line.analysed;
            ledger.merged += line.merged;
            for (reason, n) in &line.set_aside {
                *ledger.set_aside.entry(*reason).or_default() += n;
            }
        }
        ledger.merged_why = self.tried(self.merged_why())?;
        let proposals = "SELECT count(*) FROM proposal";
        ledger.proposals = self.tried(self.db.query_row(proposals, [], |row| row.get::<_, i64>(0)))? as u64;
        let answered = self.tried(self.answered())?;
        ledger.questions = questions
            .iter()
            .map(|question| {
                let answered = answered.get(&question.id).copied().unwrap_or_default();
                let blank = ledger.analysed.saturating_sub(answered);
                QuestionLine { id: question.id.clone(), answered, blank }
            })
            .collect();
        ledger.questions.retain(|line| line.id != WHOLE || line.answered > 0);
        ledger.balanced = ledger.balances();
        Ok(ledger)
    }

    fn source_lines(&self) -> rusqlite::Result<Vec<SourceLine>> {
        let mut lines: BTreeMap<i64, SourceLine> = BTreeMap::new();
        let mut rows = self.db.prepare_cached(
            "SELECT id, file, channel, records FROM source WHERE id NOT IN (SELECT source FROM event)",
        )?;
        let mut found = rows.query([])?;
        while let Some(row) = found.next()? {
            let records: i64 = row.get(3)?;
            let line = SourceLine {
                source: row.get(1)?,
                channel: row.get(2)?,
                received: records as u64,
                ..SourceLine::default()
            };
            lines.insert(row.get(0)?, line);
        }
        let mut rows = self.db.prepare_cached(
            "SELECT source, set_aside, merged_into IS NOT NULL, count(*), erased FROM item GROUP BY 1, 2, 3, 5",
        )?;
        let mut found = rows.query([])?;
        while let Some(row) = found.next()? {
            let Some(line) = lines.get_mut(&row.get(0)?) else { continue };
            let n = row.get::<_, i64>(3)? as u64;
            let aside: Option<String> = row.get(1)?;
            match aside.as_deref().map(str::parse::<SetAside>) {
                Some(Ok(reason)) => {
                    *line.set_aside.entry(reason).or_default() += n;
                    // What an earlier version of the file held, or what was cut out of it, is no record of this one, and was
                    // received all the same.
                    let is_cut = reason == SetAside::Erased && row.get::<_, i64>(4)? == CUT;
                    if reason == SetAside::Superseded || is_cut {
                        line.received += n;
                    }
                }
                // A reason that nobody knows is counted nowhere, so that the ledger shows it.
                Some(Err(_)) => {}
                None if row.get(2)? => line.merged += n,
                None => line.analysed += n,
            }
        }
        let mut rows = self.db.prepare_cached("SELECT source, place, reason FROM problem ORDER BY rowid")?;
        let mut found = rows.query([])?;
        while let Some(row) = found.next()? {
            if let Some(line) = lines.get_mut(&row.get(0)?) {
                line.problems.push(Problem { place: row.get(1)?, reason: row.get(2)? });
            }
        }
        let lost = self.lost_decisions()?.into_iter().chain(self.lost_assignments()?);
        for (source, problem) in lost {
            if let Some(line) = lines.get_mut(&source) {
                line.problems.push(problem);
            }
        }
        let mut lines: Vec<SourceLine> = lines.into_values().collect();
        lines.sort_by(|a, b| a.source.cmp(&b.source));
        Ok(lines)
    }

    /// How many items were merged for each reason.
    fn merged_why(&self) -> rusqlite::Result<BTreeMap<MergedWhy, u64>> {
        let mut rows = self.db.prepare_cached(
            "SELECT merged_why, count(*) FROM item WHERE merged_into IS NOT NULL AND set_aside IS NULL GROUP BY 1",
        )?;
        let mut found = rows.query([])?;
        let mut counted = BTreeMap::new();
        while let Some(row) = found.next()? {
            let why: Option<String> = row.get(0)?;
            // A reason that nobody knows is counted nowhere, so that the ledger does not balance.
            if let Some(why) = why.and_then(|why| why.parse().ok()) {
                counted.insert(why, row.get::<_, i64>(1)? as u64);
            }
        }
        Ok(counted)
    }

    /// For each question, how many analysed responses answer it, counting a merged submission with the one it joined. A
    /// copy of a response adds nothing, and what is only repeated or signed is no answer.
    fn answered(&self) -> rusqlite::Result<BTreeMap<String, u64>> {
        let sql = format!(
            "SELECT question, count(DISTINCT coalesce(item.merged_into, item.id))
             FROM answer JOIN item ON item.id = answer.item
             WHERE item.set_aside IS NULL AND substance NOT IN ('quoted', 'signature') AND NOT {IS_COPY}
             GROUP BY question"
        );
        let mut rows = self.db.prepare_cached(&sql)?;
        let counted = rows.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
        counted.collect()
    }
}
