//! Answers of an item whose words changed: what stayed keeps its number and tags, what was corrected its number, and people's
//! decisions follow their words.

use std::collections::BTreeSet;

use rusqlite::params;

use super::decisions::{Moved, carry};
use super::records::{NewAnswer, Writer, touch};
use crate::model::{Language, Substance};

impl Writer<'_> {
    /// Makes an item's answers these. Answers whose words did not change keep their number and tags. Where one answer of a
    /// question became another, it was corrected: it keeps its number, and is coded again. People's decisions follow their
    /// words.
    pub(super) fn bring_up_to_date(
        &mut self,
        item: i64,
        prior: Option<Language>,
        answers: &[NewAnswer],
    ) -> rusqlite::Result<()> {
        let mut old: Vec<Moved> = {
            let sql = "SELECT id, question, text, substance FROM answer WHERE item = ?1 ORDER BY position";
            let mut rows = self.tx.prepare_cached(sql)?;
            rows.query_map([item], |row| {
                let substance: String = row.get(3)?;
                let is_said = substance.parse().is_ok_and(Substance::is_said);
                Ok(Moved { answer: row.get(0)?, question: row.get(1)?, text: row.get(2)?, is_said })
            })?
            .collect::<rusqlite::Result<_>>()?
        };
        let mut fresh: Vec<(usize, &NewAnswer)> = Vec::new();
        for (position, answer) in answers.iter().enumerate() {
            match old.iter().position(|old| old.question == answer.question && old.text == answer.text) {
                Some(at) => {
                    let number = old.remove(at).answer;
                    let sql = "UPDATE answer SET position = ?2, place = ?3, chosen = ?4, substance = ?5,
                               coded = CASE WHEN chosen = ?4 AND substance = ?5 THEN coded END WHERE id = ?1";
                    let chosen = answer.chosen.join("\n");
                    let substance = answer.substance.as_str();
                    let values = params![number, position as i64, answer.place, chosen, substance];
                    self.tx.prepare_cached(sql)?.execute(values)?;
                }
                None => fresh.push((position, answer)),
            }
        }
        let is_like =
            |old: &Moved, new: &NewAnswer| old.question == new.question && old.is_said == new.substance.is_said();
        let mut corrected = BTreeSet::new();
        let mut added = BTreeSet::new();
        for (position, answer) in &fresh {
            let mut before = old.iter().filter(|old| is_like(old, answer));
            let others = fresh.iter().filter(|(_, other)| {
                other.question == answer.question && other.substance.is_said() == answer.substance.is_said()
            });
            match (before.next(), before.next(), others.count()) {
                (Some(before), None, 1) => {
                    self.correct(before.answer, *position, prior, answer)?;
                    corrected.insert(before.answer);
                }
                _ => {
                    self.add_answer(item, *position, prior, answer)?;
                    added.insert(self.tx.last_insert_rowid());
                }
            }
        }
        for gone in old.iter().filter(|old| !corrected.contains(&old.answer)) {
            let removed = "INSERT INTO removed (answer, revision) VALUES (?1, ?2)";
            self.tx.prepare_cached(removed)?.execute([gone.answer, self.revision])?;
            self.tx.prepare_cached("DELETE FROM answer WHERE id = ?1")?.execute([gone.answer])?;
        }
        added.extend(corrected);
        carry(self.tx, item, &old, &added)?;
        touch(self.tx, item, self.revision)
    }

    /// Gives an answer other words: whatever machines found in the former ones goes.
    fn correct(
        &mut self,
        number: i64,
        position: usize,
        prior: Option<Language>,
        answer: &NewAnswer,
    ) -> rusqlite::Result<()> {
        for found in ["tag", "sketch", "family_member", "member"] {
            self.tx.prepare_cached(&format!("DELETE FROM {found} WHERE answer = ?1"))?.execute([number])?;
        }
        // Even where the words stay the same, passages of them lie elsewhere now.
        self.tx.prepare_cached("DELETE FROM stamp WHERE stage = 'campaigns'")?.execute([])?;
        let sql = "UPDATE answer SET position = ?2, place = ?3, text = ?4, chosen = ?5, substance = ?6, prior = ?7,
                   language = NULL, confidence = NULL, spans = NULL, stance = NULL, stance_kind = NULL,
                   stance_start = NULL, stance_end = NULL, stance_words = NULL, coded = NULL WHERE id = ?1";
        let values = params![
            number,
            position as i64,
            answer.place,
            answer.text,
            answer.chosen.join("\n"),
            answer.substance.as_str(),
            prior.map(Language::as_str)
        ];
        self.tx.prepare_cached(sql)?.execute(values).map(|_| ())
    }
}
