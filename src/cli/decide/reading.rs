//! From what somebody wrote to a decision: the answer that is meant, the passage, the codes.

use regex::Regex;

use super::rows::Row;
use super::{Desk, last};
use crate::corpus::Walked;
use crate::model::{CodedAnswer, Decision, Span, Stance, Verb};
use crate::pipeline::{self, Opened, Settling};
use crate::tagging::lineage::Became;

use super::super::Context;

/// Reads rows one after the other; a response is looked up once for rows that follow each other.
pub(super) struct Reading<'d> {
    desk: Desk<'d>,
    response: String,
    answers: Vec<CodedAnswer>,
    /// Decisions of rows before, which are yet to be kept: the nth has the number −n.
    pending: Vec<Decision>,
}

impl<'d> Reading<'d> {
    pub(super) fn new(context: &'d Context, opened: &'d Opened, settling: &'d Settling) -> Self {
        Reading { desk: (context, opened, settling), response: String::new(), answers: Vec::new(), pending: Vec::new() }
    }

    /// Takes a decision as made, for the rows that follow.
    pub(super) fn take(&mut self, decision: &Decision) {
        let id = -(self.pending.len() as i64 + 1);
        self.pending.push(Decision { id, ..decision.clone() });
    }

    /// Whether a row with the moment at which somebody took a decision back was kept before.
    pub(super) fn is_known_undo(&mut self, row: &Row) -> Result<bool, String> {
        if row.verb.trim() != Verb::Undo.as_str() {
            return Ok(false);
        }
        self.look_up(row)?;
        let on = self.desk.2.on(self.answer(row)?);
        let is_same = |kept: &Decision| {
            kept.verb == Verb::Undo && kept.at == row.at && kept.theme == row.theme && kept.person == row.by
        };
        Ok(on.iter().any(is_same))
    }

    /// The decision that a row asks for, or what is wrong with the row, in the language of messages.
    pub(super) fn decision(&mut self, row: &Row) -> Result<Decision, String> {
        let desk = self.desk;
        let (context, opened, settling) = desk;
        let missing = |what: &str| Err(context.say_with("decide-missing", &[("what", what.into())]));
        for (what, given) in
            [("response", &row.response), ("question", &row.question), ("verb", &row.verb), ("by", &row.by)]
        {
            if given.trim().is_empty() {
                return missing(what);
            }
        }
        let Ok(verb) = row.verb.trim().to_lowercase().parse::<Verb>() else {
            let all = Verb::ALL.map(Verb::as_str).join(", ");
            return Err(context.say_with("decide-no-verb", &[("verb", row.verb.trim().into()), ("all", all.into())]));
        };
        let (theme, to) = (row.theme.trim(), row.to.trim());
        if theme.is_empty() && to.is_empty() && verb != Verb::Undo {
            return missing("theme");
        }
        if to.is_empty() && verb == Verb::Move {
            return missing("to");
        }
        self.look_up(row)?;
        let (coded, pending) = (self.answer(row)?, &self.pending);
        let passage = passage(settling, coded, row, theme).ok_or_else(|| context.say("decide-no-words"))?;
        let mut decision = Decision {
            id: 0,
            at: row.at.trim().to_owned(),
            person: row.by.trim().to_owned(),
            verb,
            answer: coded.answer.id,
            theme: theme.to_owned(),
            to: String::new(),
            span: passage,
            words: passage.and_then(|span| span.of(&coded.answer.text)).unwrap_or_default().to_owned(),
            note: row.note.clone(),
            frame: opened.frame_hash.clone(),
            undoes: None,
        };
        match verb {
            Verb::Accept | Verb::Add => decision.frame = version(desk, theme)?,
            Verb::Reject => (decision.theme, decision.frame) = present(desk, theme)?,
            Verb::Move => {
                if opened.frame.theme(to).is_none() {
                    return Err(context.say_with("decide-no-theme", &[("theme", to.into())]));
                }
                decision.theme = present(desk, theme)?.0;
                decision.to = to.to_owned();
                if decision.theme == decision.to {
                    return Err(context.say_with("decide-same-theme", &[("theme", to.into())]));
                }
                let is_known = opened.frame.theme(&decision.theme).is_some();
                let waits = || {
                    let waiting = settling.settled(coded, &settling.lineage).waiting;
                    waiting.iter().any(|waiting| waiting.theme == theme)
                };
                if !is_known && !waits() {
                    return Err(context.say_with("decide-not-waiting", &[("theme", theme.into())]));
                }
            }
            Verb::Stance => {
                let said = if to.is_empty() { theme } else { to };
                let Ok(stance) = said.to_lowercase().parse::<Stance>() else {
                    let all = Stance::ALL.map(Stance::as_str).join(", ");
                    return Err(context.say_with("decide-no-stance", &[("stance", said.into()), ("all", all.into())]));
                };
                let question = &coded.answer.question;
                if !opened.settings.consultation.question(question).is_some_and(|question| question.proposal) {
                    return Err(context.say_with("decide-no-proposal", &[("question", question.as_str().into())]));
                }
                (decision.theme, decision.to) = (String::new(), stance.as_str().to_owned());
            }
            Verb::Undo => {
                let mut on = settling.on(coded);
                let is_here =
                    |decision: &&Decision| decision.answer == coded.answer.id || coded.also.contains(&decision.answer);
                on.extend(pending.iter().filter(is_here).cloned());
                let Some(last) = last(settling, &on, &decision) else { return Err(context.say("decide-nothing")) };
                decision = Decision {
                    answer: last.answer,
                    theme: last.theme.clone(),
                    span: last.span,
                    words: last.words.clone(),
                    frame: last.frame.clone(),
                    undoes: Some(last.id),
                    ..decision
                };
            }
        }
        Ok(decision)
    }

    /// The answer that a row is about. A letter with passages assigned elsewhere may answer a question in several parts:
    /// the one with the words is meant.
    fn answer(&self, row: &Row) -> Result<&CodedAnswer, String> {
        let (context, _, settling) = self.desk;
        let (reference, question) = (row.response.trim(), row.question.trim());
        let is_meant = |coded: &&CodedAnswer| coded.answer.question == question && coded.answer.substance.is_said();
        let meant = || self.answers.iter().filter(is_meant);
        let place =
            |coded: &&CodedAnswer| passage(settling, coded, row, row.theme.trim()).is_some_and(|place| place.is_some());
        // Where no words are given, an undo or a move is about the part on which somebody decided.
        let is_decided = |coded: &&CodedAnswer| !settling.on(coded).is_empty();
        let found = meant().find(place).or_else(|| meant().find(is_decided)).or_else(|| meant().next());
        let found = found.ok_or_else(|| {
            let args = [("response", reference.into()), ("question", question.into())];
            context.say_with("decide-no-answer", &args)
        })?;
        match found.in_view() {
            Some(_) => Ok(found),
            None => Err(context.say_with("decide-out-of-view", &[("response", reference.into())])),
        }
    }

    /// Reads the answers of a row's response, unless the row before was about the same.
    fn look_up(&mut self, row: &Row) -> Result<(), String> {
        let (context, opened, _) = self.desk;
        let reference = row.response.trim();
        if self.response != reference {
            let unknown = || context.say_with("show-unknown", &[("response", reference.into())]);
            let item = opened.store.item(reference).map_err(|error| error.to_string())?;
            let (item, _) = item.ok_or_else(unknown)?;
            let mut answers = Vec::new();
            let store = &opened.store;
            let walked = pipeline::unsettled(store, Walked::One(item), |response| {
                answers = response.answers;
                Ok(())
            });
            walked.map_err(|error| error.to_string())?;
            (self.response, self.answers) = (reference.to_owned(), answers);
        }
        Ok(())
    }
}

/// The place of the words: where somebody said it begins, else where the theme is tagged, else the first. `Some(None)` is
/// the whole answer, `None` that the words are not there.
fn passage(settling: &Settling, coded: &CodedAnswer, row: &Row, theme: &str) -> Option<Option<Span>> {
    let text = &coded.answer.text;
    let places = places(text, &row.words)?;
    let begins = row.start.trim().parse::<usize>().ok();
    let tags = if places.len() > 1 { settling.settled(coded, &settling.lineage).tags } else { Vec::new() };
    let is_tagged = |span: &&Span| tags.iter().any(|tag| tag.theme == theme && tag.span.overlaps(span));
    let said = places.iter().find(|span| Some(span.start) == begins);
    Some(said.or_else(|| places.iter().find(is_tagged)).or_else(|| places.first()).copied())
}

/// Where words stand in a text, exactly or but for white space; no places when there are no words, `None` when they stand
/// nowhere.
fn places(text: &str, words: &str) -> Option<Vec<Span>> {
    if words.trim().is_empty() {
        return Some(Vec::new());
    }
    let exactly = |words: &str| -> Vec<Span> {
        text.match_indices(words).map(|(start, _)| Span { start, end: start + words.len() }).collect()
    };
    // A spreadsheet's guard against formulas is no part of the words.
    let unguarded = words.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    let found = [Some(words), unguarded].into_iter().flatten().map(exactly).find(|places| !places.is_empty());
    let loosely = || {
        let parts: Vec<String> = words.split_whitespace().map(regex::escape).collect();
        let pattern = Regex::new(&parts.join(r"\s+")).ok()?;
        let places: Vec<Span> =
            pattern.find_iter(text).map(|found| Span { start: found.start(), end: found.end() }).collect();
        (!places.is_empty()).then_some(places)
    };
    found.or_else(loosely)
}

/// The version of the frame in which a code is a theme: the present one, or the last that had it.
fn version((context, opened, settling): Desk<'_>, theme: &str) -> Result<String, String> {
    if opened.frame.theme(theme).is_some() {
        return Ok(opened.frame_hash.clone());
    }
    let home = settling.lineage.home(theme).map(str::to_owned);
    home.ok_or_else(|| context.say_with("decide-no-theme", &[("theme", theme.into())]))
}

/// A code and its version, as its theme is called now when that is certain.
fn present(desk: Desk<'_>, theme: &str) -> Result<(String, String), String> {
    let (_, opened, settling) = desk;
    let version = version(desk, theme)?;
    Ok(match settling.lineage.now(theme, &version) {
        Became::Theme(now) => (now, opened.frame_hash.clone()),
        Became::Unsure { .. } => (theme.to_owned(), version),
    })
}
