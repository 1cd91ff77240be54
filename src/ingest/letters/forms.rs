//! What a form asks about the respondent: name, organisation, type, and what they allow.

use std::collections::{BTreeMap, BTreeSet};

use super::consents::{Permission, Request, Says, marked, short, yes_no};
use super::labels::{self, Field};
use super::lines::{Grid, Line};
use super::ticks::{self, Mark, Options};
use crate::ingest::documents::Kind;
use crate::model::{Bilingual, Choice, Consultation, Question, QuestionKind};
use crate::text::fold::fold;

/// What the rows of a form say of the respondent.
#[derive(Debug, Default)]
pub(super) struct About {
    /// Lines that say it; they answer no question.
    pub(super) lines: BTreeSet<usize>,
    /// What was written beside each field.
    pub(super) fields: BTreeMap<Field, String>,
    /// What was clearly said of each consent.
    pub(super) permissions: BTreeMap<Permission, bool>,
    /// What could not be understood, in plain words without any of theirs.
    pub(super) problems: Vec<String>,
}

/// Words of a value beyond which a row is no row of a form: an address fits, a paragraph does not.
const LONGEST_VALUE: usize = 16;
/// Lines below a question on consent in which its `Yes` and `No` are looked for.
const BELOW: usize = 4;

/// Reads the rows about the respondent. `is_taken` tells which lines are headings of questions; `asked` from which line
/// on the document answers questions.
pub(super) fn read(
    consultation: &Consultation,
    lines: &[Line<'_>],
    grid: &Grid,
    is_taken: impl Fn(usize) -> bool,
    asked: Option<usize>,
) -> About {
    let mut about = About::default();
    let kinds = kinds(consultation);
    let reader = Reader { lines, grid, is_taken: &is_taken, asked, kinds: Options::of(&kinds), yes_no: &yes_no() };
    reader.rows(&mut about);
    reader.kinds_ticked(&mut about);
    reader.consents(&mut about);
    about.settle_kind(consultation);
    about
}

impl About {
    /// "An organisation" is a type of respondent where the settings have just one for organisations.
    fn settle_kind(&mut self, consultation: &Consultation) {
        let Some(any) = self.fields.get(&Field::Kind).and_then(|kind| ANY.iter().position(|any| any == kind)) else {
            return;
        };
        let mut alike = consultation.types.iter().filter(|kind| kind.organisation == (any == 1));
        match (alike.next(), alike.next()) {
            (Some(only), None) => self.fields.insert(Field::Kind, only.code.clone()),
            _ => self.fields.remove(&Field::Kind),
        };
    }
}

struct Reader<'r, 'd> {
    lines: &'r [Line<'d>],
    grid: &'r Grid,
    is_taken: &'r dyn Fn(usize) -> bool,
    asked: Option<usize>,
    kinds: Options<'r>,
    yes_no: &'r Question,
}

/// A label with the lines of its value.
struct Row {
    field: Field,
    label: usize,
    values: Vec<usize>,
    /// What stands behind the colon of the label's own line.
    beside: String,
    /// Whether the label can mean nothing else than the respondent.
    is_plain: bool,
}

impl Reader<'_, '_> {
    /// Whether a line can be part of such a row.
    fn is_free(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(Line::is_own) && !(self.is_taken)(at)
    }

    /// Rows of fields. In a table, or in a run of lines, they vouch for one another; one alone counts where nothing
    /// was asked yet.
    fn rows(&self, about: &mut About) {
        let rows: Vec<Row> =
            (0..self.lines.len()).filter(|at| self.is_free(*at)).filter_map(|at| self.row(at)).collect();
        for group in rows.chunk_by(|a, b| self.are_together(a, b)) {
            let is_before = self.asked.is_some_and(|asked| group[0].label < asked);
            let fields: BTreeSet<Field> = group.iter().map(|row| row.field).collect();
            let says_who = group.iter().any(|row| !matches!(row.field, Field::Other | Field::Email | Field::Area));
            let is_form =
                group.iter().any(|row| row.is_plain) || (fields.len() >= 2 && says_who) || (is_before && says_who);
            if !is_form {
                continue;
            }
            for row in group {
                about.lines.insert(row.label);
                about.lines.extend(&row.values);
                let below: Vec<&str> = row.values.iter().map(|value| self.lines[*value].words).collect();
                let mut value = row.beside.clone();
                if value.is_empty() {
                    value = if row.field == Field::Kind { self.kind_of(&below) } else { below.join(" ") };
                }
                if !value.contains(char::is_alphanumeric) || row.field == Field::Other {
                    continue;
                }
                // First name and surname stand in two rows.
                let known = about.fields.entry(row.field).or_default();
                if known.is_empty() {
                    *known = value;
                } else if row.field == Field::Name && *known != value {
                    known.push(' ');
                    known.push_str(&value);
                }
            }
        }
    }

    /// Whether two rows follow one another in one table or run of lines.
    fn are_together(&self, a: &Row, b: &Row) -> bool {
        let (last, next) = (a.values.last().copied().unwrap_or(a.label).max(a.label), b.label);
        match (self.lines[a.label].kind, self.lines[b.label].kind) {
            (Kind::Cell { table, .. }, Kind::Cell { table: other, .. }) => table == other,
            (Kind::Cell { .. }, _) | (_, Kind::Cell { .. }) => false,
            _ => next <= last + 1,
        }
    }

    fn row(&self, at: usize) -> Option<Row> {
        let line = &self.lines[at];
        let (label, beside) = match line.words.split_once(':') {
            Some((label, value)) => (label, value.trim()),
            None => (line.words, ""),
        };
        let field = labels::field(label)?;
        let words = fold(label).text().split_whitespace().count();
        let mut row = Row { field, label: at, values: Vec::new(), beside: beside.to_owned(), is_plain: false };
        if beside.split_whitespace().count() > LONGEST_VALUE {
            return None;
        }
        if beside.is_empty() {
            row.values = self.values(at, field)?;
        }
        row.is_plain = match field {
            Field::Kind => words > 2,
            Field::Name | Field::Organisation | Field::Email => {
                words >= 2 && !label.to_lowercase().starts_with("contact")
            }
            Field::Area | Field::Other => false,
        };
        Some(row)
    }

    /// The lines that hold the value of a label: the cells beside it, else the cell below, else the line below a label
    /// that ends with a colon.
    fn values(&self, at: usize, field: Field) -> Option<Vec<usize>> {
        let line = &self.lines[at];
        let is_value = |other: usize| {
            let label = |value: &Line<'_>| labels::field(value.words.split(':').next().unwrap_or_default());
            let is_other = |value: &Line<'_>| label(value).is_none() && Request::of(value.words).is_none();
            self.is_free(other) && self.lines.get(other).is_some_and(is_other)
        };
        if let Kind::Cell { table, row, column } = line.kind {
            let cells = |row: u32, is_wanted: &dyn Fn(u32) -> bool| -> Vec<usize> {
                let in_column = |i: &usize| self.lines[*i].column().is_some_and(|(_, column)| is_wanted(column));
                self.grid.row(table, row).iter().copied().filter(|i| *i != at && in_column(i)).collect()
            };
            let same_cell: Vec<usize> = cells(row, &|c| c == column).into_iter().filter(|i| *i > at).collect();
            let beside = cells(row, &|c| c == column + 1);
            // A value stands below where labels head columns, or where there is one column only.
            let heads = column > 0 || cells(row, &|c| c != column).iter().any(|other| !is_value(*other));
            let is_below = heads || self.grid.is_list(table);
            let below = if is_below { cells(row + 1, &|c| c == column) } else { Vec::new() };
            let mut offered = [same_cell, beside, below].into_iter();
            let found = offered.find(|found| !found.is_empty() && found.iter().all(|i| is_value(*i)));
            let found = found.filter(|found| self.length(found) <= LONGEST_VALUE);
            // An empty box is an answer too: the label is no one's words.
            return Some(found.unwrap_or_default());
        }
        let asks = line.words.ends_with([':', '?']);
        let mut below: Vec<usize> = Vec::new();
        if field == Field::Kind {
            let options = (at + 1..self.lines.len()).take(2 * BELOW);
            below = options.take_while(|i| self.is_free(*i) && self.is_kind(self.lines[*i].words)).collect();
        } else if asks && is_value(at + 1) && self.length(&[at + 1]) <= LONGEST_VALUE / 2 {
            below.push(at + 1);
        }
        (asks || !below.is_empty()).then_some(below)
    }

    fn length(&self, lines: &[usize]) -> usize {
        lines.iter().map(|line| self.lines[*line].words.split_whitespace().count()).sum()
    }

    fn is_kind(&self, words: &str) -> bool {
        self.kinds.line(words).is_some() || self.kinds.typed(words).is_some()
    }

    /// The type of respondent that lines tick or name.
    fn kind_of(&self, lines: &[&str]) -> String {
        let read: Vec<(&Choice, Mark)> = lines.iter().filter_map(|words| self.kinds.line(words)).flatten().collect();
        let ticked: Vec<&&Choice> =
            read.iter().filter(|(_, mark)| *mark == Mark::Ticked).map(|(choice, _)| choice).collect();
        match (ticked.as_slice(), read.as_slice()) {
            ([only], _) => only.label.en.clone(),
            ([], [(only, Mark::Bare)]) => only.label.en.clone(),
            ([], []) => lines.join(" "),
            _ => String::new(),
        }
    }

    /// Types of respondent that are ticked in a list without a label of its own, before anything is asked.
    fn kinds_ticked(&self, about: &mut About) {
        let before = 0..self.asked.unwrap_or(0);
        let listed: Vec<(usize, Vec<(&Choice, Mark)>)> = before
            .filter(|at| self.is_free(*at) && !about.lines.contains(at))
            .filter_map(|at| Some((at, self.kinds.line(self.lines[at].words)?)))
            .filter(|(_, read)| read.iter().all(|(choice, mark)| choice.code != "yes" && *mark != Mark::Bare))
            .collect();
        let ticked: Vec<&Choice> = listed
            .iter()
            .flat_map(|(_, read)| read.iter().filter(|(_, mark)| *mark == Mark::Ticked).map(|(choice, _)| *choice))
            .collect();
        about.lines.extend(listed.iter().map(|(at, _)| *at));
        match ticked.as_slice() {
            [only] => {
                about.fields.entry(Field::Kind).or_insert_with(|| only.label.en.clone());
            }
            [] => {}
            _ => about.problems.push("it ticks several types of respondent, so none was taken".to_owned()),
        }
    }

    fn consents(&self, about: &mut About) {
        let mut said: BTreeMap<Permission, BTreeSet<bool>> = BTreeMap::new();
        for at in 0..self.lines.len() {
            if !self.is_free(at) || about.lines.contains(&at) {
                continue;
            }
            let Some(asked) = Request::of(self.lines[at].words) else { continue };
            let Some((says, lines)) = self.decision(at) else { continue };
            about.lines.insert(at);
            about.lines.extend(lines);
            let (settled, is_unclear) = asked.settle(says);
            for (permission, is_given) in settled {
                said.entry(permission).or_default().insert(is_given);
            }
            if is_unclear {
                let names: Vec<&str> = asked.about.iter().map(|permission| permission.word()).collect();
                about.problems.push(format!(
                    "{}: what it says on the consent to {} can be read in two ways; that counts as no",
                    self.lines[at].place,
                    names.join(", ")
                ));
            }
        }
        for (permission, says) in said {
            if says.len() > 1 {
                about
                    .problems
                    .push(format!("it both gives and refuses the consent to {}; that counts as no", permission.word()));
            }
            about.permissions.insert(permission, !says.contains(&false));
        }
    }

    /// What is said to a request on line `at`, and the lines that say it; nothing, when it asks for no decision after all.
    fn decision(&self, at: usize) -> Option<(Says, Vec<usize>)> {
        let line = &self.lines[at];
        if let Some(says) = marked(line.words, self.yes_no) {
            return Some((says, Vec::new()));
        }
        let in_row = line.row().is_some();
        let follows = |next: &usize| {
            self.is_free(*next)
                && (!in_row || self.lines[*next].row() == line.row())
                && Request::of(self.lines[*next].words).is_none()
        };
        let after: Vec<usize> = (at + 1..self.lines.len()).take(BELOW).take_while(follows).collect();
        let is_short = |next: &&usize| short(self.lines[**next].words, self.yes_no).is_some();
        let read: Vec<usize> = after.iter().take_while(is_short).copied().collect();
        if let [only] = read.as_slice()
            && ticks::alone(self.lines[*only].words) == Some(true)
            && let Kind::Cell { column, .. } = line.kind
        {
            return Some(self.decision_by_column(*only, column));
        }
        if !read.is_empty() {
            // `☒ Yes` and `☐ No` stand on lines of their own, or each in a cell with its mark.
            let all: Vec<&str> = read.iter().map(|next| self.lines[*next].words).collect();
            return short(&all.join(" "), self.yes_no).map(|says| (says, read));
        }
        // A mark to the left of its sentence.
        let before = at.checked_sub(1).filter(|before| in_row && self.lines[*before].row() == line.row());
        if let Some((before, mark)) = before.and_then(|at| Some((at, ticks::alone(self.lines[at].words)?))) {
            return Some((if mark { Says::Yes } else { Says::Nothing }, vec![before]));
        }
        // "Only after the summer": an answer, which nobody but a person understands.
        let is_answer = in_row && !after.is_empty() && self.length(&after) <= LONGEST_VALUE;
        is_answer.then_some((Says::Unclear, after))
    }

    /// What a mark in a grid says: the head of its column tells, or that it stands just beside the request.
    fn decision_by_column(&self, mark: usize, asked_in: u32) -> (Says, Vec<usize>) {
        let Kind::Cell { table, row, column } = self.lines[mark].kind else { return (Says::Unclear, vec![mark]) };
        let is_said = |at: &usize| short(self.lines[*at].words, self.yes_no).filter(|says| *says != Says::Nothing);
        let is_head = |at: &usize| ticks::alone(self.lines[*at].words).is_none() && is_said(at).is_some();
        let own = self.grid.above_in_column(table, column, mark).find(is_head);
        let head_row = own.and_then(|own| self.lines[own].row());
        let says = match own.as_ref().and_then(is_said) {
            Some(says) => says,
            None if column == asked_in + 1 && !self.grid.above(table, row).flatten().any(is_head) => Says::Yes,
            None => Says::Unclear,
        };
        // The heads belong to the form; answers beside other requests above are read there.
        let heads = head_row.map_or(&[][..], |(table, row)| self.grid.row(table, row));
        let lines = heads.iter().copied().filter(is_head);
        (says, lines.chain(std::iter::once(mark)).collect())
    }
}

/// What a form that asks no more calls a person, and an organisation.
const ANY: [&str; 2] = ["an individual", "an organisation"];

/// The types of respondent as the options of a question, with the words for any person and any organisation.
fn kinds(consultation: &Consultation) -> Question {
    let choice = |code: &str, en: &str, also: &[&str]| Choice {
        code: code.to_owned(),
        label: Bilingual { en: en.to_owned(), cy: String::new() },
        also: also.iter().map(|wording| (*wording).to_owned()).collect(),
        stance: None,
    };
    let types = consultation.types.iter().map(|kind| Choice {
        code: kind.code.clone(),
        label: kind.label.clone(),
        also: kind.also.clone(),
        stance: None,
    });
    let any = [
        choice(
            "individual",
            ANY[0],
            &["individual", "as an individual", "an individual", "myself", "unigolyn", "fel unigolyn"],
        ),
        choice(
            "organisation",
            ANY[1],
            &[
                "organisation",
                "on behalf of an organisation",
                "for an organisation",
                "sefydliad",
                "ar ran sefydliad",
                "fel sefydliad",
            ],
        ),
        choice("yes", ANY[1], &["yes", "ydw", "ydyn", "ie"]),
        choice("no", ANY[0], &["no", "nac ydw", "nac ydyn", "nage"]),
    ];
    Question { kind: QuestionKind::Closed, options: types.chain(any).collect(), ..Question::default() }
}
