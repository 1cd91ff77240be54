//! Passages that people assign to questions: a letter that answers no question by number, read by somebody who sees which
//! part of it answers which.
//!
//! The assignment is a decision; the item's answers are cut accordingly, from what its file gave, every time it is read.

use std::borrow::Cow;

use rusqlite::{Connection, Transaction, params};

use super::decisions::{append_item, assigned_items, assignments};
use super::records::{ItemContent, NewAnswer, Writer};
use super::store::{Store, StoreError, next_revision};
use crate::model::{ItemDecision, Language, Problem, Span, Substance};

/// Why a passage could not be assigned, or an assignment not be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAssigned {
    /// The words stand in no answer of the item.
    NotFound,
    /// The words stand there so many times.
    Several(usize),
    /// The words answer this question already.
    AlreadyThere,
    /// There is no such assignment to take back.
    NothingToUndo,
}

impl Store {
    /// Appends an `assign` decision and cuts the passage out of the answer that holds it: what stands before and after
    /// stays with its question. Words are looked for whatever the white space between them; `beginning…end` (or `...`)
    /// stands for all from the one to the other. People's decisions on tags follow their words. The words are those of
    /// the item, or of an item that was merged into it.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn assign(&mut self, decision: &ItemDecision) -> Result<Result<(), NotAssigned>, StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let mut refused = NotAssigned::NotFound;
            for item in with_merged(&tx, decision.item)? {
                let mut before = originals(&tx, item)?;
                cut_all(&mut before.answers, &assignments(&tx, item)?);
                match cut(&mut before.answers, &decision.words, &decision.question) {
                    Ok(()) => {
                        append_item(&tx, &ItemDecision { item, ..decision.clone() })?;
                        apply(&tx, item)?;
                        tx.commit()?;
                        return Ok(Ok(()));
                    }
                    // That the words are nowhere in another item says less than what was found in this one.
                    Err(NotAssigned::NotFound) => {}
                    Err(why) => {
                        refused = why;
                        break;
                    }
                }
            }
            Ok(Err(refused))
        };
        let done = work();
        self.tried(done)
    }

    /// Appends an `unassign` decision: the passage that it names, or all of the item's when it names none, answers what
    /// its file said again.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn unassign(&mut self, decision: &ItemDecision) -> Result<Result<(), NotAssigned>, StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let mut is_undone = false;
            for item in with_merged(&tx, decision.item)? {
                let standing = assignments(&tx, item)?;
                append_item(&tx, &ItemDecision { item, ..decision.clone() })?;
                if assignments(&tx, item)?.len() < standing.len() {
                    is_undone = true;
                    apply(&tx, item)?;
                }
            }
            if is_undone {
                tx.commit()?;
                return Ok(Ok(()));
            }
            Ok(Err(NotAssigned::NothingToUndo))
        };
        let done = work();
        self.tried(done)
    }

    /// Assignments whose words no longer stand in their item, or stand there more than once: the source, and the problem.
    pub(super) fn lost_assignments(&self) -> rusqlite::Result<Vec<(i64, Problem)>> {
        let mut lost = Vec::new();
        for item in assigned_items(&self.db)? {
            let mut original = originals(&self.db, item)?;
            for assigned in cut_all(&mut original.answers, &assignments(&self.db, item)?) {
                let sql = "SELECT source, place FROM item WHERE id = ?1";
                let (source, place) = self.db.query_row(sql, [item], |row| Ok((row.get(0)?, row.get(1)?)))?;
                let reason = format!(
                    "R-{item:05}: the passage that {} assigned to question {} is no longer there, or there more than \
                     once; look at the response, and assign it again or take the assignment back with --undo",
                    assigned.person, assigned.question
                );
                lost.push((source, Problem { place, reason }));
            }
        }
        Ok(lost)
    }
}

/// The answers of an item as its file gives them now, with its assignments applied. What the file gives is kept where there
/// are any, so that they can be taken back.
pub(super) fn assigned<'i>(
    tx: &Transaction<'_>,
    item: i64,
    content: &'i ItemContent,
) -> rusqlite::Result<Cow<'i, [NewAnswer]>> {
    let standing = assignments(tx, item)?;
    if standing.is_empty() {
        return Ok(Cow::Borrowed(&content.answers));
    }
    keep_originals(tx, item, content.prior, &content.answers)?;
    let mut answers = content.answers.clone();
    cut_all(&mut answers, &standing);
    Ok(Cow::Owned(answers))
}

/// Brings an item's answers in line with its assignments.
fn apply(tx: &Transaction<'_>, item: i64) -> rusqlite::Result<()> {
    let Original { prior, mut answers } = originals(tx, item)?;
    let standing = assignments(tx, item)?;
    if standing.is_empty() {
        tx.execute("DELETE FROM original_answer WHERE item = ?1", [item])?;
    } else {
        keep_originals(tx, item, prior, &answers)?;
        cut_all(&mut answers, &standing);
    }
    let revision = next_revision(tx)?;
    let source = tx.query_row("SELECT source FROM item WHERE id = ?1", [item], |row| row.get(0))?;
    Writer::new(tx, source, revision)?.bring_up_to_date(item, prior, &answers)
}

/// An item, and those that were merged into it.
fn with_merged(db: &Connection, item: i64) -> rusqlite::Result<Vec<i64>> {
    let sql = "SELECT id FROM item WHERE id = ?1 OR merged_into = ?1 AND set_aside IS NULL ORDER BY id <> ?1, id";
    db.prepare(sql)?.query_map([item], |row| row.get(0))?.collect()
}

/// What a file gave for an item.
struct Original {
    prior: Option<Language>,
    answers: Vec<NewAnswer>,
}

/// What the file gave: kept apart where passages are assigned, else the answers themselves.
fn originals(db: &Connection, item: i64) -> rusqlite::Result<Original> {
    let read = |table: &str| {
        let sql = format!(
            "SELECT question, place, text, chosen, substance, prior FROM {table} WHERE item = ?1 ORDER BY position"
        );
        let mut rows = db.prepare_cached(&sql)?;
        let found = rows.query_map([item], |row| {
            let (chosen, substance): (String, String) = (row.get(3)?, row.get(4)?);
            let prior: Option<String> = row.get(5)?;
            let answer = NewAnswer {
                question: row.get(0)?,
                place: row.get(1)?,
                text: row.get(2)?,
                chosen: super::coding::chosen(chosen),
                substance: substance.parse().unwrap_or_default(),
            };
            Ok((answer, prior.and_then(|word| word.parse().ok())))
        })?;
        found.collect::<rusqlite::Result<Vec<(NewAnswer, Option<Language>)>>>()
    };
    let mut found = read("original_answer")?;
    if found.is_empty() {
        found = read("answer")?;
    }
    let prior = found.iter().find_map(|(_, prior)| *prior);
    Ok(Original { prior, answers: found.into_iter().map(|(answer, _)| answer).collect() })
}

fn keep_originals(
    tx: &Transaction<'_>,
    item: i64,
    prior: Option<Language>,
    answers: &[NewAnswer],
) -> rusqlite::Result<()> {
    tx.prepare_cached("DELETE FROM original_answer WHERE item = ?1")?.execute([item])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO original_answer (item, position, question, place, text, chosen, substance, prior)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (position, answer) in answers.iter().enumerate() {
        insert.execute(params![
            item,
            position as i64,
            answer.question,
            answer.place,
            answer.text,
            answer.chosen.join("\n"),
            answer.substance.as_str(),
            prior.map(Language::as_str)
        ])?;
    }
    Ok(())
}

/// Applies assignments in order. Returns those whose words are not there, or not only once.
fn cut_all<'d>(answers: &mut Vec<NewAnswer>, standing: &'d [ItemDecision]) -> Vec<&'d ItemDecision> {
    standing.iter().filter(|assigned| cut(answers, &assigned.words, &assigned.question).is_err()).collect()
}

/// Cuts the one answer that holds the words into what stands before, the passage, and what stands after; parts without
/// words vanish, and no part begins or ends with white space.
fn cut(answers: &mut Vec<NewAnswer>, words: &str, question: &str) -> Result<(), NotAssigned> {
    let mut found: Vec<(usize, Span)> = Vec::new();
    for (at, answer) in answers.iter().enumerate() {
        if answer.substance == Substance::Words && answer.chosen.is_empty() {
            found.extend(passages(&answer.text, words).into_iter().map(|span| (at, span)));
        }
    }
    if found.len() > 1 {
        return Err(NotAssigned::Several(found.len()));
    }
    let Some((at, span)) = found.pop() else { return Err(NotAssigned::NotFound) };
    let whole = answers[at].clone();
    if whole.question == question {
        return Err(NotAssigned::AlreadyThere);
    }
    let part = |question: &str, text: &str| NewAnswer {
        question: question.to_owned(),
        text: text.trim().to_owned(),
        ..whole.clone()
    };
    let parts = [
        part(&whole.question, &whole.text[..span.start]),
        part(question, &whole.text[span.start..span.end]),
        part(&whole.question, &whole.text[span.end..]),
    ];
    answers.splice(at..=at, parts.into_iter().filter(|part| !part.text.is_empty()));
    Ok(())
}

/// Every passage that the words name: the words themselves or, where they stand nowhere as they are, all from a beginning to
/// an end (`beginning…end`).
fn passages(text: &str, words: &str) -> Vec<Span> {
    let whole = occurrences(text, words);
    let ends = words.split_once('…').or_else(|| words.split_once("..."));
    let (Some((first, last)), true) = (ends, whole.is_empty()) else { return whole };
    let ends = occurrences(text, last);
    let mut found = Vec::new();
    for begin in occurrences(text, first) {
        found.extend(ends.iter().filter(|end| end.start >= begin.end).map(|end| Span { end: end.end, ..begin }));
    }
    found
}

/// Where words stand in a text, whatever the white space between them. A word is not found within another, and signs that
/// close or open it belong to it: no full stop is left behind.
fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let Some(first) = words.first() else { return Vec::new() };
    let mut found: Vec<Span> = Vec::new();
    for (start, _) in text.match_indices(first) {
        let Some(end) = end_of(text, start, &words) else { continue };
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (&text[..start], &text[end..]);
        let starts_within = is_letter(before.chars().next_back()) && is_letter(first.chars().next());
        let ends_within = is_letter(after.chars().next()) && is_letter(text[..end].chars().next_back());
        if starts_within || ends_within {
            continue;
        }
        let is_sign = |c: char| !c.is_whitespace() && !c.is_alphanumeric();
        let start = before.trim_end_matches(is_sign).len();
        let end = end + (after.len() - after.trim_start_matches(is_sign).len());
        if found.last().is_none_or(|last| last.end <= start) {
            found.push(Span { start, end });
        }
    }
    found
}

/// Where the last of the words ends, when all of them stand at `start` one after the other.
fn end_of(text: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for (i, word) in words.iter().enumerate() {
        let rest = text.get(at..)?;
        let gap = rest.len() - rest.trim_start().len();
        if i > 0 && gap == 0 {
            return None;
        }
        let skipped = if i > 0 { gap } else { 0 };
        if !rest[skipped..].starts_with(word) {
            return None;
        }
        at += skipped + word.len();
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str =
        "Annwyl Syr, 🙂\n\nMae'r gost yn rhy\nuchel i ni. Hoffwn i'r tŷ aros.\n\n\"Pob hwyl,\" meddai Nia Ŵyn.";

    fn found(words: &str) -> Vec<&'static str> {
        passages(LETTER, words).iter().map(|span| span.of(LETTER).unwrap_or("no passage")).collect()
    }

    #[test]
    fn a_passage_is_found_whatever_the_white_space_and_takes_its_signs_along() {
        assert_eq!(found("gost yn rhy uchel i ni"), ["gost yn rhy\nuchel i ni."]);
        assert_eq!(found("Pob hwyl"), ["\"Pob hwyl,\""]);
        assert_eq!(found("Mae'r gost … tŷ aros."), ["Mae'r gost yn rhy\nuchel i ni. Hoffwn i'r tŷ aros."]);
        assert_eq!(found("Nia...Ŵyn"), ["Nia Ŵyn."]);
        assert_eq!(found("gos"), Vec::<&str>::new(), "not within a word");
        assert_eq!(found(""), Vec::<&str>::new());
        assert_eq!(found("…"), Vec::<&str>::new());
        assert_eq!(found("🙂"), ["🙂"]);
    }

    #[test]
    fn the_parts_before_and_after_stay_with_their_question_and_empty_ones_vanish() {
        let letter = |text: &str| {
            vec![NewAnswer { question: "whole".to_owned(), text: text.to_owned(), ..NewAnswer::default() }]
        };
        let parts = |answers: &[NewAnswer]| {
            answers.iter().map(|answer| (answer.question.clone(), answer.text.clone())).collect::<Vec<_>>()
        };
        let mut answers = letter("One. Two. Three.");
        assert_eq!(cut(&mut answers, "Two.", "2"), Ok(()));
        let expected = [("whole", "One."), ("2", "Two."), ("whole", "Three.")];
        assert_eq!(parts(&answers), expected.map(|(q, t)| (q.to_owned(), t.to_owned())));
        let mut answers = letter("  Two.\n");
        assert_eq!(cut(&mut answers, "Two", "2"), Ok(()));
        assert_eq!(parts(&answers), [("2".to_owned(), "Two.".to_owned())]);
        assert_eq!(cut(&mut answers, "Two", "2"), Err(NotAssigned::AlreadyThere));
        assert_eq!(cut(&mut answers, "Three", "2"), Err(NotAssigned::NotFound));
        assert_eq!(cut(&mut letter("a b a"), "a", "2"), Err(NotAssigned::Several(2)));
    }

    proptest::proptest! {
        #[test]
        fn a_passage_always_fits_its_text(text in ".{0,60}", words in ".{0,12}") {
            for span in passages(&text, &words) {
                proptest::prop_assert!(span.of(&text).is_some());
            }
        }
    }
}
