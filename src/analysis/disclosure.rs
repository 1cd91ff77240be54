//! Figures that may be shown: small counts of individuals by personal attribute are hidden, and with them as many
//! others as it takes that they cannot be worked out (GSS disclosure guidance; the threshold is a setting).
//!
//! Counts by question, theme, stance and option alone are not about personal attributes and stay. Types that are
//! organisations are exempt from hiding for smallness, but may be hidden to protect others.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Basis, CampaignId, Consultation, Figure, QuestionKind, Stance};

use super::figures::{EventFigures, Figures, Naming};
use super::protect::{Grid, protect, protect_line};

/// What passed disclosure control. [`clear`] is the only maker; reports accept nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleared<T> {
    value: T,
    hidden: BTreeSet<Figure>,
    fewest_shown: u64,
}

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The count.
    Count(u64),
    /// Hidden: small, or needed to keep a small one from being worked out. Shown as `[c]`.
    Hidden,
}

impl Shown {
    /// The count, unless it is hidden.
    pub fn count(self) -> Option<u64> {
        match self {
            Shown::Count(n) => Some(n),
            Shown::Hidden => None,
        }
    }
}

impl Cleared<Figures> {
    /// The count of a set, as it may be shown.
    pub fn shown(&self, figure: &Figure) -> Shown {
        if self.hidden.contains(figure) { Shown::Hidden } else { Shown::Count(self.value.count(figure)) }
    }

    /// The count of a set that is about no personal attribute; 0 for one that is and is hidden.
    pub fn count(&self, figure: &Figure) -> u64 {
        self.shown(figure).count().unwrap_or(0)
    }

    /// Sets whose counts are hidden, in order of name.
    pub fn hidden(&self) -> impl Iterator<Item = &Figure> {
        self.hidden.iter()
    }

    /// The threshold that was applied; 0 or 1 when nothing is hidden.
    pub fn fewest_shown(&self) -> u64 {
        self.fewest_shown
    }

    /// Codes of types seen, areas seen or channels seen, in order.
    pub fn values(&self, of: fn(&Figure) -> Option<&String>) -> Vec<&str> {
        values(&self.value, of).into_iter().collect()
    }

    /// See [`Figures::basis`].
    pub fn basis(&self, question: &str, stance: Stance, basis: Basis) -> u64 {
        self.value.basis(question, stance, basis)
    }

    /// See [`Figures::conflicts`].
    pub fn conflicts(&self, question: &str) -> u64 {
        self.value.conflicts(question)
    }

    /// See [`Figures::no_language`].
    pub fn no_language(&self) -> u64 {
        self.value.no_language
    }

    /// See [`Figures::event`].
    pub fn event(&self, id: &str) -> Option<&EventFigures> {
        self.value.event(id)
    }

    /// See [`Figures::campaigns`].
    pub fn campaigns(&self) -> &BTreeMap<CampaignId, u64> {
        &self.value.campaigns
    }

    /// See [`Figures::naming`].
    pub fn naming(&self) -> Naming {
        self.value.naming
    }

    /// See [`Figures::tags`].
    pub fn tags(&self) -> u64 {
        self.value.tags
    }

    /// See [`Figures::decided`].
    pub fn decided(&self) -> u64 {
        self.value.decided
    }
}

/// Puts figures through disclosure control at the consultation's threshold.
pub fn clear(figures: Figures, consultation: &Consultation) -> Cleared<Figures> {
    let fewest_shown = consultation.fewest_shown;
    let hidden = if fewest_shown <= 1 { BTreeSet::new() } else { Control::new(&figures, consultation).run() };
    Cleared { value: figures, hidden, fewest_shown }
}

/// The work of hiding, over the tables that reports print.
struct Control<'f> {
    figures: &'f Figures,
    consultation: &'f Consultation,
    /// Rows of every table by type: those of the settings, those seen, and "did not say".
    types: Vec<String>,
    individuals: Vec<bool>,
    hidden: BTreeSet<Figure>,
}

impl<'f> Control<'f> {
    fn new(figures: &'f Figures, consultation: &'f Consultation) -> Self {
        let mut types: BTreeSet<String> = consultation.types.iter().map(|t| t.code.clone()).collect();
        types.extend(values(figures, |f| f.kind.as_ref()).into_iter().map(str::to_owned));
        types.insert(String::new());
        let individuals =
            types.iter().map(|code| !consultation.respondent_type(code).is_some_and(|t| t.organisation)).collect();
        Control { figures, consultation, types: types.into_iter().collect(), individuals, hidden: BTreeSet::new() }
    }

    fn run(mut self) -> BTreeSet<Figure> {
        self.line_by_type(&Figure::responses(), &[]);
        self.areas();
        let questions: BTreeSet<&str> = values(self.figures, |f| f.question.as_ref());
        for question in questions {
            self.question(question);
        }
        let overall: Vec<Figure> = self.sets(|f| f.question.is_none() && f.theme.is_some());
        for figure in overall {
            self.line_by_type(&figure, &[]);
        }
        self.hidden
    }

    /// Where nobody named an area there is no attribute to protect.
    fn areas(&mut self) {
        let mut areas = values(self.figures, |f| f.area.as_ref());
        areas.insert("");
        if areas.len() == 1 {
            return;
        }
        let areas: Vec<Figure> =
            areas.into_iter().map(|area| Figure { area: Some(area.to_owned()), ..Figure::default() }).collect();
        let counts: Vec<u64> = areas.iter().map(|figure| self.figures.count(figure)).collect();
        let hide = protect_line(&counts, &vec![true; areas.len()], &[], self.consultation.fewest_shown);
        self.hidden.extend(areas.into_iter().zip(hide).filter(|(_, hide)| *hide).map(|(figure, _)| figure));
    }

    /// All tables of one question. Where totals by type would give a small count away, they are hidden as well.
    fn question(&mut self, question: &str) {
        let answered = Figure::answered(question);
        let mut free = self.line(&answered, &[]);
        let of = |f: &Figure| f.question.as_deref() == Some(question);
        let stances = self.sets(|f| of(f) && f.stance.is_some());
        let options = self.sets(|f| of(f) && f.option.is_some());
        let multiple = self.consultation.question(question).is_some_and(|q| q.kind == QuestionKind::Multiple);
        let tables: Vec<(Vec<Figure>, bool)> = vec![(stances, false), (options, multiple)];
        let hidden = loop {
            let tried: Option<Vec<Vec<Figure>>> =
                tables.iter().map(|(columns, lines)| self.table(&answered, columns, &free, *lines)).collect();
            match tried {
                Some(hidden) => break hidden,
                None => free = vec![true; self.types.len()],
            }
        };
        self.hidden.extend(hidden.into_iter().flatten());
        self.hide_of(&answered, &free);
        for theme in self.sets(|f| of(f) && f.theme.is_some()) {
            self.line_by_type(&theme, &free);
        }
    }

    /// The sets to hide of a table of types by columns; `None` when totals by type have to go first.
    fn table(&self, answered: &Figure, columns: &[Figure], free: &[bool], lines: bool) -> Option<Vec<Figure>> {
        if columns.is_empty() {
            return Some(Vec::new());
        }
        let count = |figure: &Figure, kind: &String| self.figures.count(&figure.of_type(kind));
        let mut cells: Vec<Vec<u64>> =
            self.types.iter().map(|kind| columns.iter().map(|column| count(column, kind)).collect()).collect();
        let totals: Vec<u64> = self.types.iter().map(|kind| count(answered, kind)).collect();
        // Several options, or several stances of one respondent, do not add up to those who answered.
        if lines || cells.iter().zip(&totals).any(|(row, total)| row.iter().sum::<u64>() > *total) {
            let hide = |column: &Figure| {
                let hide = self.line(column, free);
                self.types.iter().zip(hide).filter(|(_, hide)| *hide).map(|(kind, _)| column.of_type(kind)).collect()
            };
            let mut hidden: Vec<Figure> = columns.iter().flat_map(|column| -> Vec<Figure> { hide(column) }).collect();
            for (kind, _) in self.types.iter().zip(free).filter(|(_, free)| **free) {
                hidden.extend(columns.iter().map(|column| column.of_type(kind)));
            }
            return Some(hidden);
        }
        for (row, total) in cells.iter_mut().zip(&totals) {
            row.push(total - row.iter().sum::<u64>());
        }
        let grid =
            Grid { cells, individuals: self.individuals.clone(), free: free.to_vec(), unprinted: Some(columns.len()) };
        let hide = protect(&grid, self.consultation.fewest_shown)?;
        let mut hidden = Vec::new();
        for (kind, row) in self.types.iter().zip(hide) {
            hidden.extend(columns.iter().zip(row).filter(|(_, hide)| *hide).map(|(column, _)| column.of_type(kind)));
        }
        Some(hidden)
    }

    fn line_by_type(&mut self, figure: &Figure, favoured: &[bool]) {
        let hide = self.line(figure, favoured);
        self.hide_of(figure, &hide);
    }

    fn line(&self, figure: &Figure, favoured: &[bool]) -> Vec<bool> {
        let counts: Vec<u64> = self.types.iter().map(|kind| self.figures.count(&figure.of_type(kind))).collect();
        protect_line(&counts, &self.individuals, favoured, self.consultation.fewest_shown)
    }

    fn hide_of(&mut self, figure: &Figure, hide: &[bool]) {
        let hidden = self.types.iter().zip(hide).filter(|(_, hide)| **hide).map(|(kind, _)| figure.of_type(kind));
        self.hidden.extend(hidden);
    }

    /// The sets over all types that a table has as columns.
    fn sets(&self, which: impl Fn(&Figure) -> bool) -> Vec<Figure> {
        let whole = |f: &&Figure| {
            f.kind.is_none()
                && f.area.is_none()
                && f.channel.is_none()
                && f.language.is_none()
                && f.counting == crate::model::Counting::All
        };
        self.figures.counts.keys().filter(whole).filter(|f| which(f)).cloned().collect()
    }
}

fn values(figures: &Figures, of: fn(&Figure) -> Option<&String>) -> BTreeSet<&str> {
    figures.counts.keys().filter_map(of).map(String::as_str).collect()
}
