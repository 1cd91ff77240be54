//! Responses in order, whole and coded, a few at a time: what searching, reporting and tracing go through.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row, params};

use super::campaigns::spans_from_text;
use super::coding::{chosen, detected, reference};
use super::merging::IS_COPY;
use super::store::{Store, StoreError};
use crate::model::{
    Answer, AnswerId, CodedAnswer, CodedResponse, Consents, EventNote, Membership, Origin, Place, Respondent, Response,
    Span, StanceFound, Substance, Tag,
};

/// Which responses to walk through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walked {
    /// All that are analysed.
    All,
    /// Those with something newer than this revision.
    Since(i64),
    /// The one that this item is, or was merged into, set aside or not.
    One(i64),
}

/// Items read at a time: enough to make each query worth its while, few enough to hold.
const BATCH: i64 = 500;

impl Store {
    /// Calls `visit` with each response, in order of arrival, as the machine coded it, marked where it is out of general
    /// view. Whoever shows anything of it to people goes through the pipeline, which takes those words away
    /// ([`CodedResponse::withheld`]).
    ///
    /// # Errors
    /// When the database cannot be read, when kept tags do not fit their words, or what `visit` returns.
    pub fn walk<E: From<StoreError>>(
        &self,
        which: Walked,
        visit: impl FnMut(CodedResponse) -> Result<(), E>,
    ) -> Result<(), E> {
        self.snapshot(|| self.walk_within(which, visit))
    }

    fn walk_within<E: From<StoreError>>(
        &self,
        which: Walked,
        mut visit: impl FnMut(CodedResponse) -> Result<(), E>,
    ) -> Result<(), E> {
        let (restricted, changed) = (self.restricted()?, self.changed_consents()?);
        let mut after = 0;
        loop {
            let items = self.tried(self.items(which, after))?;
            let Some((last, _)) = items.last() else { return Ok(()) };
            after = *last;
            let mut answers = self.answers_between(items[0].0, after)?;
            for (id, response) in items {
                let mut coded = CodedResponse { response, answers: answers.remove(&id).unwrap_or_default() };
                for (other, place, is_copy) in self.tried(self.merged_into(id))? {
                    // The same words again add nothing to show; the item itself stays in the ledger. Of a copy, people may
                    // have cut the one and not the other.
                    let mut more = self.answers_between(other, other)?.remove(&other).unwrap_or_default();
                    more.retain(|m| match coded.answers.iter_mut().find(|a| is_same_words(&a.answer, &m.answer)) {
                        Some(shown) => {
                            shown.also.push(m.answer.id);
                            false
                        }
                        None => !(is_copy && m.answer.substance.is_said()),
                    });
                    for answer in &mut more {
                        answer.answer.place = Place { place: answer.answer.place.place.clone(), ..place.clone() };
                    }
                    coded.answers.append(&mut more);
                    coded.response.merged.push(reference(other));
                }
                coded.response.restricted = restricted.whole(id);
                for answer in &mut coded.answers {
                    answer.restricted = restricted.answer(id, &answer.answer.question);
                }
                let consents = &mut coded.response.respondent.consents;
                *consents = changed.over(id, *consents);
                visit(coded)?;
            }
            if let Walked::One(_) = which {
                return Ok(());
            }
        }
    }

    /// Calls `visit` with each note of each event, in order of event and place; `since` as in [`Walked::Since`].
    ///
    /// # Errors
    /// As [`Store::walk`].
    pub fn walk_notes<E: From<StoreError>>(
        &self,
        since: i64,
        mut visit: impl FnMut(EventNote) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!(
            "SELECT {ANSWER}, answer.event, file FROM answer
             JOIN event ON event.id = answer.event JOIN source ON source.id = event.source
             WHERE answer.event IS NOT NULL AND revision > ?1 ORDER BY answer.event, answer.position"
        );
        let mut notes: Vec<EventNote> = Vec::new();
        let read = |notes: &mut Vec<EventNote>| {
            let mut rows = self.db.prepare_cached(&sql)?;
            let mut found = rows.query([since])?;
            while let Some(row) = found.next()? {
                let mut note = coded_answer(row)?;
                note.answer.place.file = row.get(FIRST_FREE + 1)?;
                notes.push(EventNote { event: row.get(FIRST_FREE)?, note });
            }
            Ok(())
        };
        self.tried(read(&mut notes))?;
        for mut note in notes {
            note.note.tags = self
                .tried(self.tags_between(note.note.answer.id, note.note.answer.id))?
                .remove(&note.note.answer.id)
                .unwrap_or_default();
            self.check_words(&note.note)?;
            visit(note)?;
        }
        Ok(())
    }

    /// Numbers of answers that an index built at revision `since` may hold and should not: deleted, set aside,
    /// or no answer.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn gone_since(&self, since: i64) -> Result<Vec<AnswerId>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT answer FROM removed WHERE revision > ?1
                 UNION SELECT answer.id FROM answer JOIN item ON item.id = answer.item
                 WHERE revision > ?1 AND (set_aside IS NOT NULL OR merged_into IS NOT NULL
                    OR substance IN ('quoted', 'signature')) ORDER BY 1",
            )?;
            rows.query_map([since], |row| row.get(0))?.collect()
        };
        self.tried(read())
    }

    /// The item behind a reference, and why it is not analysed, if so.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn item(&self, response: &str) -> Result<Option<(i64, Option<String>)>, StoreError> {
        let digits = response.trim().trim_start_matches(['R', 'r']).trim_start_matches('-');
        let Ok(id) = digits.parse::<i64>() else { return Ok(None) };
        let sql = "SELECT coalesce(merged_into, id), set_aside FROM item WHERE id = ?1";
        let found = self.db.query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?))).optional();
        self.tried(found)
    }

    fn items(&self, which: Walked, after: i64) -> rusqlite::Result<Vec<(i64, Response)>> {
        let condition = match which {
            Walked::All => "set_aside IS NULL AND merged_into IS NULL",
            Walked::Since(_) => {
                "set_aside IS NULL AND merged_into IS NULL AND item.id IN (
                    SELECT coalesce(merged_into, item.id) FROM answer JOIN item ON item.id = answer.item
                    WHERE revision > ?3)"
            }
            Walked::One(_) => "item.id = ?3",
        };
        let given = match which {
            Walked::All => 0,
            Walked::Since(revision) => revision,
            Walked::One(item) => item,
        };
        // A merge changes what its leader shows, though the leader's own answers stay as they are.
        let sql = format!(
            "SELECT item.id, kind, name, organisation, email, area, item.channel, received, may_publish, may_name,
             may_quote, may_contact, file, place FROM item JOIN source ON source.id = item.source
             WHERE item.id > ?1 AND ?3 = ?3 AND {condition} ORDER BY item.id LIMIT ?2"
        );
        let mut rows = self.db.prepare_cached(&sql)?;
        let found = rows.query_map(params![after, BATCH, given], |row| {
            let id: i64 = row.get(0)?;
            let respondent = Respondent {
                kind: row.get(1)?,
                name: row.get(2)?,
                organisation: row.get(3)?,
                email: row.get(4)?,
                area: row.get(5)?,
                consents: Consents {
                    publish: row.get(8)?,
                    name: row.get(9)?,
                    quote: row.get(10)?,
                    contact: row.get(11)?,
                },
            };
            let response = Response {
                id: reference(id),
                respondent,
                channel: row.get(6)?,
                received: row.get(7)?,
                place: Place { file: row.get(12)?, place: row.get(13)? },
                merged: Vec::new(),
                restricted: None,
            };
            Ok((id, response))
        })?;
        found.collect()
    }

    /// Coded answers of a run of items, by item.
    fn answers_between(&self, first: i64, last: i64) -> Result<BTreeMap<i64, Vec<CodedAnswer>>, StoreError> {
        let read = || {
            let sql = format!(
                "SELECT {ANSWER}, answer.item, file, item.place, campaign, similarity, head, state, counted, own FROM answer
                 JOIN item ON item.id = answer.item JOIN source ON source.id = item.source
                 LEFT JOIN member ON member.answer = answer.id LEFT JOIN campaign ON campaign.id = campaign
                 WHERE answer.item BETWEEN ?1 AND ?2 ORDER BY answer.item, position"
            );
            let mut rows = self.db.prepare_cached(&sql)?;
            let mut found = rows.query([first, last])?;
            let mut answers: BTreeMap<i64, Vec<CodedAnswer>> = BTreeMap::new();
            while let Some(row) = found.next()? {
                let mut coded = coded_answer(row)?;
                let campaign: Option<u32> = row.get(FIRST_FREE + 3)?;
                if let Some(campaign) = campaign {
                    coded.campaign = Some(Membership {
                        campaign,
                        similarity: row.get::<_, f64>(FIRST_FREE + 4)? as f32,
                        head: row.get(FIRST_FREE + 5)?,
                        state: row.get::<_, String>(FIRST_FREE + 6)?.parse().unwrap_or_default(),
                        counted: row.get(FIRST_FREE + 7)?,
                    });
                    coded.own = spans_from_text(row.get_ref(FIRST_FREE + 8)?.as_str()?);
                }
                let inner = coded.answer.place.place;
                let outer: String = row.get(FIRST_FREE + 2)?;
                let place = [outer, inner].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                coded.answer.place = Place { file: row.get(FIRST_FREE + 1)?, place };
                answers.entry(row.get(FIRST_FREE)?).or_default().push(coded);
            }
            let sql = "SELECT tag.answer, start, \"end\", theme, words, pattern, frame_version FROM answer
                       JOIN tag ON tag.answer = answer.id WHERE answer.item BETWEEN ?1 AND ?2";
            let mut tags = self.tags(sql, first, last)?;
            for coded in answers.values_mut().flatten() {
                coded.tags = tags.remove(&coded.answer.id).unwrap_or_default();
            }
            Ok(answers)
        };
        let answers = self.tried(read())?;
        for coded in answers.values().flatten() {
            self.check_words(coded)?;
        }
        Ok(answers)
    }

    fn tags_between(&self, first: AnswerId, last: AnswerId) -> rusqlite::Result<BTreeMap<AnswerId, Vec<Tag>>> {
        let sql = "SELECT answer, start, \"end\", theme, words, pattern, frame_version FROM tag
                   WHERE answer BETWEEN ?1 AND ?2";
        self.tags(sql, first, last)
    }

    fn tags(&self, sql: &str, first: i64, last: i64) -> rusqlite::Result<BTreeMap<AnswerId, Vec<Tag>>> {
        let mut rows = self.db.prepare_cached(sql)?;
        let mut found = rows.query([first, last])?;
        let mut tags: BTreeMap<AnswerId, Vec<Tag>> = BTreeMap::new();
        while let Some(row) = found.next()? {
            let tag = Tag {
                span: span(row.get(1)?, row.get(2)?),
                theme: row.get(3)?,
                words: row.get(4)?,
                origin: Origin::Rule { pattern: row.get(5)?, frame_version: row.get(6)? },
            };
            tags.entry(row.get(0)?).or_default().push(tag);
        }
        for tags in tags.values_mut() {
            tags.sort_by(|a, b| (a.span, &a.theme).cmp(&(b.span, &b.theme)));
        }
        Ok(tags)
    }

    /// Items merged into one, with their place and whether they say no more than it does.
    fn merged_into(&self, item: i64) -> rusqlite::Result<Vec<(i64, Place, bool)>> {
        let sql = format!(
            "SELECT item.id, file, place, {IS_COPY} FROM item JOIN source ON source.id = item.source
             WHERE merged_into = ?1 AND set_aside IS NULL ORDER BY item.id"
        );
        let mut rows = self.db.prepare_cached(&sql)?;
        let found = rows
            .query_map([item], |row| Ok((row.get(0)?, Place { file: row.get(1)?, place: row.get(2)? }, row.get(3)?)))?;
        found.collect()
    }

    /// Evidence is kept twice, as a range and as words; when the two disagree somebody changed the file.
    fn check_words(&self, coded: &CodedAnswer) -> Result<(), StoreError> {
        let text = &coded.answer.text;
        if coded.own.iter().any(|own| own.of(text).is_none()) {
            return Err(
                self.damaged(format!("answer {}: a passage of its own does not fit its words", coded.answer.id))
            );
        }
        let wrong = coded.tags.iter().find(|tag| tag.span.of(text) != Some(tag.words.as_str()));
        match wrong {
            None => Ok(()),
            Some(tag) => Err(self.damaged(format!(
                "answer {}: the tag {} at bytes {}-{} does not fit its words",
                coded.answer.id, tag.theme, tag.span.start, tag.span.end
            ))),
        }
    }
}

/// Columns of an answer, as [`coded_answer`] reads them.
const ANSWER: &str = "answer.id, answer.question, answer.text, answer.chosen, answer.substance, answer.language,
    answer.confidence, answer.spans, answer.stance, answer.stance_kind, answer.stance_start, answer.stance_end,
    answer.stance_words, answer.place";

/// The first column after those.
const FIRST_FREE: usize = 14;

fn coded_answer(row: &Row<'_>) -> rusqlite::Result<CodedAnswer> {
    let stance: Option<String> = row.get(8)?;
    let kind: Option<String> = row.get(9)?;
    let stance = match (stance.and_then(|word| word.parse().ok()), kind.as_deref().and_then(basis)) {
        (Some(value), Some(kind)) => {
            Some(StanceFound { value, kind, span: span(row.get(10)?, row.get(11)?), words: row.get(12)? })
        }
        _ => None,
    };
    let answer = Answer {
        id: row.get(0)?,
        question: row.get(1)?,
        text: row.get(2)?,
        chosen: chosen(row.get(3)?),
        substance: row.get::<_, String>(4)?.parse().unwrap_or(Substance::Words),
        language: detected(row.get(5)?, row.get(6)?, row.get(7)?).unwrap_or_default(),
        place: Place { file: String::new(), place: row.get(13)? },
    };
    Ok(CodedAnswer { answer, stance, ..CodedAnswer::default() })
}

fn basis(word: &str) -> Option<crate::model::Basis> {
    use crate::model::Basis;
    Basis::ALL.into_iter().find(|kind| kind.as_str() == word)
}

fn span(start: i64, end: i64) -> Span {
    Span { start: start as usize, end: end as usize }
}

fn is_same_words(a: &Answer, b: &Answer) -> bool {
    a.question == b.question && a.text == b.text
}
