//! A document parted into answers: each question's region, and in it the words, the options and what is neither.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{self, About};
use super::headings::{self, Heading};
use super::lines::{self, Grid, Line};
use super::ticks;
use super::wording::{self, Word, Wordings};
use crate::corpus::NewAnswer;
use crate::corpus::settings::WHOLE;
use crate::ingest::documents::{Document, Kind};
use crate::ingest::substance::substance;
use crate::model::{Consultation, Question, Substance};
use crate::text::fold::fold;

mod options;

/// Fewest words before the first heading that are an answer of their own rather than a salutation.
const FEWEST_OPENING_WORDS: usize = 25;

/// What was read out of a document.
#[derive(Debug)]
pub(super) struct Reading {
    /// Its answers in the order of the document.
    pub(super) answers: Vec<NewAnswer>,
    /// What it says of the respondent.
    pub(super) about: About,
    /// What a person should look at.
    pub(super) problems: Vec<String>,
    /// Where each answer stands.
    #[cfg(test)]
    pub(super) slices: Vec<(usize, usize)>,
}

/// Parts a document into answers. Every word stands in exactly one of them, but for headings that name or repeat a
/// question, options left unticked and instructions of the form.
pub(super) fn read(consultation: &Consultation, document: &Document) -> Reading {
    let lines = lines::of(document);
    let spelled: Vec<Vec<Word>> = lines.iter().map(|line| wording::words(line.words, line.start)).collect();
    let grid = Grid::of(&lines);
    let wordings = Wordings::of(consultation);
    let headings = headings::find(consultation, &wordings, &lines, &spelled);
    let mut heading_at: Vec<Option<&Heading<'_>>> = vec![None; lines.len()];
    for heading in &headings {
        heading_at[heading.first..=heading.last].fill(Some(heading));
    }
    let asked = headings.first().map(|heading| heading.first);
    let about = forms::read(consultation, &lines, &grid, |at| heading_at[at].is_some(), asked);
    let page = Page { text: &document.text, lines: &lines, grid: &grid, heading_at: &heading_at, about: &about };
    let mut regions = page.regions();
    let labels = options::grid_labels(consultation, &page, &regions);
    for region in &mut regions {
        region.stretches.retain(|stretch| {
            let is_label = labels.contains(&stretch.line) || ticks::is_instruction(stretch.of(page.text));
            stretch.role != Role::Words || !is_label
        });
    }
    page.take_in_short_answers(&mut regions);
    page.join_openings(&mut regions);
    page.set_titles_apart(consultation, &mut regions);
    let mut problems: Vec<String> = headings.iter().filter_map(|heading| together(&lines, heading)).collect();
    problems.extend(about.problems.iter().cloned());
    let mut found: Vec<Slice> = Vec::new();
    for region in &regions {
        options::answers(consultation, &page, region, &mut found, &mut problems);
    }
    found.sort_by_key(|slice| (slice.start, slice.end));
    if consultation.question(WHOLE).is_none() && found.iter().any(|slice| slice.question == WHOLE) {
        found.retain(|slice| slice.question != WHOLE);
        problems.push(format!(
            "it has words that answer no question by number; add a `[[question]]` with `id = \"{WHOLE}\"` to keep them"
        ));
    }
    Reading {
        #[cfg(test)]
        slices: found.iter().map(|slice| (slice.start, slice.end)).collect(),
        answers: found.into_iter().map(|slice| slice.into_answer(&document.text, &lines)).collect(),
        about,
        problems,
    }
}

/// A remark on a heading that names several questions, unless one of them only explains the other.
fn together(lines: &[Line<'_>], heading: &Heading<'_>) -> Option<String> {
    let asked = heading.question;
    let are_linked = |other: &Question| {
        other.explains.as_deref() == Some(asked.id.as_str()) || asked.explains.as_deref() == Some(other.id.as_str())
    };
    let others: Vec<&str> =
        heading.together.iter().filter(|other| !are_linked(other)).map(|other| other.id.as_str()).collect();
    let place = lines[heading.first].place;
    (!others.is_empty()).then(|| {
        format!(
            "{place}: questions {} and {} are answered together; the words stand under {} only",
            asked.id,
            others.join(", "),
            asked.id
        )
    })
}

/// What a stretch of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Words,
    About,
    Quoted,
    Signature,
}

/// A line, or what is left of it behind a heading.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    start: usize,
    end: usize,
    line: usize,
    role: Role,
}

impl Stretch {
    fn of<'d>(&self, text: &'d str) -> &'d str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Everything from one heading to the next.
#[derive(Debug)]
struct Region<'c> {
    /// `None`: nothing was asked; the words are part of the whole response.
    question: Option<&'c Question>,
    heading: Option<&'c Heading<'c>>,
    stretches: Vec<Stretch>,
}

/// An answer on its way: where it stands and what it says.
#[derive(Debug)]
struct Slice {
    question: String,
    start: usize,
    end: usize,
    chosen: Vec<String>,
    /// Told from the words, when not given.
    substance: Option<Substance>,
}

impl Slice {
    fn into_answer(self, text: &str, lines: &[Line<'_>]) -> NewAnswer {
        let words = text.get(self.start..self.end).unwrap_or_default();
        let first = lines.partition_point(|line| line.end <= self.start);
        let place = lines.get(first).map(|line| line.place).unwrap_or_default();
        NewAnswer {
            question: self.question,
            text: words.to_owned(),
            substance: self.substance.unwrap_or_else(|| substance(words)),
            chosen: self.chosen,
            place: place.to_owned(),
        }
    }
}

/// A document with everything that is known of its lines.
struct Page<'p> {
    text: &'p str,
    lines: &'p [Line<'p>],
    grid: &'p Grid,
    heading_at: &'p [Option<&'p Heading<'p>>],
    about: &'p About,
}

impl<'p> Page<'p> {
    fn regions(&self) -> Vec<Region<'p>> {
        let columns = self.columns();
        let mut regions: Vec<Region<'p>> = vec![Region::of(None, None)];
        let mut answered: BTreeSet<u32> = BTreeSet::new();
        for (at, line) in self.lines.iter().enumerate() {
            // A body does not run on into an attachment.
            if at > 0 && self.lines[at - 1].origin != line.origin {
                regions.push(Region::of(None, None));
            }
            if let Some(heading) = self.heading_at[at] {
                if at == heading.first {
                    regions.push(Region::of(Some(heading.question), Some(heading)));
                }
                let is_quoted = line.kind == Kind::Quoted;
                let from = if is_quoted && !heading.is_wording { heading.rest } else { heading.words };
                let role = if is_quoted { Role::Quoted } else { Role::Words };
                if at == heading.last {
                    self.push(&mut regions, Stretch { start: from.max(line.start), end: line.end, line: at, role });
                }
                continue;
            }
            let role = match line.kind {
                Kind::Quoted => Role::Quoted,
                Kind::Signature => Role::Signature,
                _ if self.about.lines.contains(&at) => Role::About,
                _ => Role::Words,
            };
            let table = line.row().map(|(table, _)| table);
            let current = regions.last();
            let asked_in =
                current.and_then(|r| r.heading).and_then(|h| self.lines[h.first].row()).map(|(table, _)| table);
            if let Some(Some(question)) = columns.get(&at) {
                if current.and_then(|region| region.question).map(|q| &q.id) != Some(&question.id) {
                    regions.push(Region::of(Some(question), None));
                }
            } else if columns.contains_key(&at)
                || asked_in.is_some_and(|asked_in| table != Some(asked_in) && answered.contains(&asked_in))
            {
                // A form whose answers stand in its table has none behind it.
                regions.push(Region::of(None, None));
            }
            if let (Some(table), Role::Words) = (table, role)
                && asked_in == Some(table)
            {
                answered.insert(table);
            }
            self.push(&mut regions, Stretch { start: line.start, end: line.end, line: at, role });
        }
        regions
    }

    fn push(&self, regions: &mut [Region<'p>], stretch: Stretch) {
        let words = stretch.of(self.text);
        let start = stretch.start + (words.len() - words.trim_start().len());
        if let Some(region) = regions.last_mut().filter(|_| start < stretch.end) {
            region.stretches.push(Stretch { start, ..stretch });
        }
    }

    /// Tables with a question at the head of each column: which one the cells below answer; `None` for a column without.
    fn columns(&self) -> BTreeMap<usize, Option<&'p Question>> {
        let mut columns = BTreeMap::new();
        let mut head: Option<(u32, BTreeMap<u32, &'p Question>)> = None;
        for ((table, _), cells) in self.grid.rows() {
            let column = |at: &usize| self.lines[*at].column().map_or(0, |(_, column)| column);
            let asked: BTreeMap<u32, &'p Question> =
                cells.iter().filter_map(|at| Some((column(at), self.heading_at[*at]?.question))).collect();
            let different: BTreeSet<&str> = asked.values().map(|question| question.id.as_str()).collect();
            let first = asked.keys().next().copied().unwrap_or(0);
            let has_words = cells.iter().any(|at| self.heading_at[*at].is_none() && column(at) > first);
            if !asked.is_empty() {
                head = (different.len() >= 2 && !has_words).then_some((table, asked));
            } else if let Some((_, asked)) = head.as_ref().filter(|(of, _)| *of == table) {
                columns.extend(cells.iter().map(|at| (*at, asked.get(&column(at)).copied())));
            }
        }
        columns
    }

    /// "Q1.4: Yes", with nothing below, is an answer and no title.
    fn take_in_short_answers(&self, regions: &mut [Region<'p>]) {
        for i in 0..regions.len() {
            let Some(heading) = regions[i].heading else { continue };
            let is_bare = !regions[i].stretches.iter().any(|stretch| stretch.role == Role::Words);
            let is_asked_again = regions
                .get(i + 1)
                .and_then(|next| next.heading)
                .is_some_and(|next| next.question.id == heading.question.id && next.first == heading.last + 1);
            let line = &self.lines[heading.last];
            if is_bare && !is_asked_again && !heading.is_wording && line.is_own() {
                let stretch = Stretch { start: heading.rest, end: line.end, line: heading.last, role: Role::Words };
                self.push(&mut regions[i..=i], stretch);
                regions[i].stretches.sort_by_key(|stretch| stretch.start);
            }
        }
    }

    /// A salutation is not an answer; it stays with the first one, its heading with it.
    fn join_openings(&self, regions: &mut [Region<'p>]) {
        for i in 1..regions.len() {
            let Some(heading) = regions[i].heading else { continue };
            let (before, after) = regions.split_at_mut(i);
            let (opening, first) = (&mut before[i - 1], &mut after[0]);
            let Some((begin, last)) = opening.stretches.first().zip(opening.stretches.last()) else { continue };
            let origin = |line: usize| self.lines[line].origin;
            let is_first = opening.heading.is_none()
                && opening.question.is_none()
                && begin.line.checked_sub(1).is_none_or(|above| origin(above) != origin(begin.line));
            let is_whole = opening.stretches.len() == last.line - begin.line + 1
                && opening.stretches.iter().all(|stretch| stretch.role == Role::Words)
                && last.line + 1 == heading.first;
            let words = self.text.get(begin.start..last.end).unwrap_or_default();
            let is_short = words.split_whitespace().count() < FEWEST_OPENING_WORDS;
            let in_prose = |line: usize| matches!(self.lines[line].kind, Kind::Paragraph | Kind::Heading);
            let start = begin.start;
            let is_letter = !heading.is_wording
                && (begin.line..=heading.last).all(in_prose)
                && origin(begin.line) == origin(heading.first);
            let Some(answer) = first.stretches.first_mut() else { continue };
            if is_first
                && is_whole
                && is_short
                && is_letter
                && answer.role == Role::Words
                && answer.line <= heading.last + 1
            {
                answer.start = start;
                opening.stretches.clear();
            }
        }
    }
}

/// Words that a form's title has beside those of the consultation.
const OF_TITLES: &str = "consultation response responses form document welsh government the to on a of in ymgynghoriad r \
    ffurflen ymateb i ar llywodraeth cymru dogfen";

impl Page<'_> {
    /// The consultation's own title at the head of a form says nothing of what the respondent thinks.
    fn set_titles_apart(&self, consultation: &Consultation, regions: &mut [Region<'_>]) {
        let words = |text: &str| -> Vec<String> {
            let folded = fold(text);
            folded.text().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
        };
        let titles = [words(&consultation.title.en), words(&consultation.title.cy)];
        let is_title = |line: &str| {
            let line = words(line);
            titles.iter().any(|title| {
                let is_known = |word: &String| title.contains(word) || OF_TITLES.split(' ').any(|known| known == word);
                !title.is_empty() && title.iter().all(|word| line.contains(word)) && line.iter().all(is_known)
            })
        };
        for i in 1..regions.len() {
            let is_form = regions[i].heading.is_some() && regions[i - 1].question.is_none();
            for stretch in regions[i - 1].stretches.iter_mut().filter(|stretch| is_form && stretch.role == Role::Words)
            {
                if is_title(stretch.of(self.text)) {
                    stretch.role = Role::Signature;
                }
            }
        }
    }
}

impl<'c> Region<'c> {
    fn of(question: Option<&'c Question>, heading: Option<&'c Heading<'c>>) -> Self {
        Region { question, heading, stretches: Vec::new() }
    }
}
