//! Sheets, machine and themes put together: units, each with who coded it and what they gave.

use std::collections::{BTreeMap, HashMap};

use super::coded::{Coding, Given, Row};
use super::machine::{Answers, Found, together};
use super::themes::Themes;
use crate::analysis::{Codings, MOST_CODERS, Mark, Raters, Unit, UnitName};
use crate::model::Span;
use crate::text::sentence::sentences;

/// What is coded as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Level {
    /// All that a respondent says to a question.
    Respondent,
    /// A row.
    Answer,
    /// A sentence.
    Passage,
}

impl Level {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Level::Respondent => "respondent",
            Level::Answer => "answer",
            Level::Passage => "passage",
        }
    }
}

impl std::str::FromStr for Level {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Level::Respondent, Level::Answer, Level::Passage]
            .into_iter()
            .find(|level| level.as_str() == word)
            .ok_or_else(|| format!("`{word}` is none of respondent, answer, passage"))
    }
}

/// Codings, and what could not be used.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) codings: Codings,
    /// What coders gave that is no theme, and how often.
    pub(super) unknown: BTreeMap<String, u64>,
    /// Answers that were coded and are not there.
    pub(super) not_found: Vec<UnitName>,
    /// Passages whose words do not stand in their answer: the answer, and the theme.
    pub(super) astray: Vec<(UnitName, String)>,
}

/// Why codings cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// More than [`MOST_CODERS`].
    TooManyCoders(usize),
    /// Passages are asked for, and a coder gave a theme without saying where.
    NoPlace,
}

/// Puts codings together. `answers` holds every answer that can be found; `coders` sets their order, and those it does not
/// name follow as they come.
pub(super) fn gather(
    rows: &[Row],
    answers: &Answers,
    themes: Themes,
    coders: &[String],
    level: Level,
    has_machine: bool,
) -> Result<Gathered, Unfit> {
    let mut coders = coders.to_vec();
    for coding in rows.iter().flat_map(|row| &row.codings) {
        if !coders.contains(&coding.coder) {
            coders.push(coding.coder.clone());
        }
    }
    if coders.len() > MOST_CODERS {
        return Err(Unfit::TooManyCoders(coders.len()));
    }
    let machine: Raters = if has_machine { 1 << coders.len() } else { 0 };
    let mut gathering = Gathering { answers, themes, level, machine, ..Gathering::new(answers) };
    for row in rows.iter().filter(|row| !row.codings.is_empty()) {
        gathering.row(row, &coders)?;
    }
    Ok(gathering.finish(coders))
}

struct Gathering<'a> {
    answers: &'a Answers,
    themes: Themes,
    level: Level,
    machine: Raters,
    units: Vec<Draft>,
    /// Units by name, and the units of each answer.
    by_name: HashMap<UnitName, usize>,
    by_answer: HashMap<(String, String), Vec<usize>>,
    not_found: Vec<UnitName>,
    astray: Vec<(UnitName, String)>,
}

/// A unit while it is put together.
#[derive(Default)]
struct Draft {
    unit: Unit,
    respondent: String,
    /// Who gave each theme.
    yes: BTreeMap<usize, Raters>,
    /// Where it stands, when it is a sentence: which part of the answer, and where in it.
    place: Option<(usize, Span)>,
}

impl<'a> Gathering<'a> {
    fn new(answers: &'a Answers) -> Self {
        Gathering {
            answers,
            themes: Themes::default(),
            level: Level::Respondent,
            machine: 0,
            units: Vec::new(),
            by_name: HashMap::new(),
            by_answer: HashMap::new(),
            not_found: Vec::new(),
            astray: Vec::new(),
        }
    }

    fn row(&mut self, row: &Row, coders: &[String]) -> Result<(), Unfit> {
        let key = (row.id.clone(), row.question.clone());
        let answers = self.answers;
        let Some(found) = answers.get(&key) else {
            let name = UnitName { id: key.0, question: key.1, sentence: None };
            if !self.not_found.contains(&name) {
                self.not_found.push(name);
            }
            return Ok(());
        };
        let units = match self.by_answer.get(&key) {
            Some(units) => units.clone(),
            None => {
                let units = self.units_of(row, found);
                self.by_answer.insert(key, units.clone());
                units
            }
        };
        for Coding { coder, given } in &row.codings {
            let bit: Raters = coders.iter().position(|known| known == coder).map_or(0, |at| 1 << at);
            units.iter().for_each(|unit| self.units[*unit].unit.rated |= bit);
            for given in given {
                let themes = self.themes.given(&given.theme);
                for unit in self.meant(row, found, &units, given)? {
                    themes.iter().for_each(|theme| *self.units[unit].yes.entry(*theme).or_default() |= bit);
                }
            }
        }
        Ok(())
    }

    /// The units of an answer that is met for the first time, with what the machine found in them.
    fn units_of(&mut self, row: &Row, found: &Found) -> Vec<usize> {
        let id = if self.level == Level::Answer { &row.id } else { &found.respondent };
        let name = UnitName { id: id.clone(), question: row.question.clone(), sentence: None };
        let mut places = vec![None];
        if self.level == Level::Passage {
            let parts = found.parts.iter().enumerate();
            places = parts.flat_map(|(n, part)| sentences(&part.text).into_iter().map(move |s| Some((n, s)))).collect();
        }
        let mut units = Vec::new();
        for (n, place) in places.into_iter().enumerate() {
            let name = UnitName { sentence: place.map(|_| n + 1), ..name.clone() };
            let at = *self.by_name.entry(name.clone()).or_insert(self.units.len());
            if at == self.units.len() {
                let unit = Unit { name, language: found.language, kind: found.kind.clone(), ..Unit::default() };
                self.units.push(Draft { unit, respondent: found.respondent.clone(), place, ..Draft::default() });
            }
            let draft = &mut self.units[at];
            draft.unit.rated |= self.machine;
            draft.unit.language = together(draft.unit.language, found.language);
            for (part, tag) in found.parts.iter().enumerate().flat_map(|(n, p)| p.tags.iter().map(move |tag| (n, tag)))
            {
                if place.is_none_or(|(n, sentence)| n == part && sentence.overlaps(&tag.span)) {
                    let given = self.themes.suggested(&tag.theme);
                    given.iter().for_each(|theme| *draft.yes.entry(*theme).or_default() |= self.machine);
                }
            }
            units.push(at);
        }
        units
    }

    /// Those of an answer's units that a coder means.
    fn meant(&mut self, row: &Row, found: &Found, units: &[usize], given: &Given) -> Result<Vec<usize>, Unfit> {
        if self.level != Level::Passage {
            return Ok(units.to_vec());
        }
        let place = match (&given.words, given.span) {
            (Some(words), _) => found.parts.iter().enumerate().find_map(|(n, part)| {
                let start = part.text.find(words.trim()).filter(|_| !words.trim().is_empty())?;
                Some((n, Span { start, end: start + words.trim().len() }))
            }),
            (None, Some((start, end))) => Some((0, Span { start, end })),
            (None, None) => return Err(Unfit::NoPlace),
        };
        let is_meant = |unit: &usize| match (place, self.units[*unit].place) {
            (Some((part, span)), Some((n, sentence))) => n == part && sentence.overlaps(&span),
            _ => false,
        };
        let meant: Vec<usize> = units.iter().copied().filter(is_meant).collect();
        if meant.is_empty() {
            let name = UnitName { id: row.id.clone(), question: row.question.clone(), sentence: None };
            self.astray.push((name, given.theme.clone()));
        }
        Ok(meant)
    }

    fn finish(self, coders: Vec<String>) -> Gathered {
        let Gathering { mut themes, units, not_found, astray, machine, .. } = self;
        let unknown = std::mem::take(&mut themes.unknown);
        let (list, went) = themes.sorted();
        // Themes that nobody gave take part in nothing.
        let mut is_given = vec![false; list.len()];
        units.iter().flat_map(|draft| draft.yes.keys()).for_each(|theme| is_given[went[*theme]] = true);
        let mut place = vec![0; list.len()];
        let mut kept = Vec::new();
        for (at, theme) in list.into_iter().enumerate().filter(|(at, _)| is_given[*at]) {
            place[at] = kept.len();
            kept.push(theme);
        }
        let mut respondents: HashMap<String, usize> = HashMap::new();
        let finished = units.into_iter().map(|Draft { mut unit, respondent, yes, .. }| {
            let next = respondents.len();
            unit.respondent = *respondents.entry(respondent).or_insert(next);
            let mark =
                |(theme, yes): (&usize, &Raters)| Mark { theme: place[went[*theme]], rated: unit.rated, yes: *yes };
            unit.marks = yes.iter().map(mark).collect();
            unit.marks.sort_by_key(|mark| mark.theme);
            unit
        });
        let units = finished.collect();
        let codings = Codings { themes: kept, coders, has_machine: machine != 0, in_full: true, units };
        Gathered { codings, unknown, not_found, astray }
    }
}
