//! From a region to answers: the option that was taken, and the words beside it.

use std::collections::BTreeSet;

use super::{Page, Region, Role, Slice, Stretch};
use crate::corpus::settings::WHOLE;
use crate::ingest::documents::Kind;
use crate::ingest::letters::ticks::{self, Mark, Options};
use crate::ingest::mapping;
use crate::model::{Choice, Consultation, Question, QuestionKind, Substance};

/// Cells of a row beyond which it is no row of a form.
const WIDEST: usize = 200;

/// Adds the answers of a region.
pub(super) fn answers(
    consultation: &Consultation,
    page: &Page<'_>,
    region: &Region<'_>,
    found: &mut Vec<Slice>,
    problems: &mut Vec<String>,
) {
    for (role, substance) in [
        (Role::Quoted, Substance::Quoted),
        (Role::Signature, Substance::Signature),
        (Role::About, Substance::Signature),
    ] {
        let of_role: Vec<Stretch> = region.stretches.iter().filter(|stretch| stretch.role == role).copied().collect();
        found.extend(runs(&of_role).map(|run| Slice { substance: Some(substance), ..slice(WHOLE, run) }));
    }
    let words: Vec<Stretch> = region.stretches.iter().filter(|stretch| stretch.role == Role::Words).copied().collect();
    let Some(question) = region.question else {
        found.extend(runs(&words).map(|run| slice(WHOLE, run)));
        return;
    };
    let open = open_question(consultation, question);
    let Some(closed) = closed_question(consultation, question) else {
        found.extend(runs(&words).map(|run| slice(&open.id, run)));
        return;
    };
    let form = Form::read(page, closed, &words);
    if let Some(problem) = &form.problem {
        problems.push(format!("{}: {problem}", page.lines[words[0].line].place));
    }
    let mut chosen = codes(closed, &form.chosen);
    if closed.kind == QuestionKind::Closed && chosen.len() > 1 {
        problems.push(format!(
            "{}: several options of question {} are marked, and only one can count; it was kept and counts under none",
            page.lines[words[0].line].place, closed.id
        ));
        chosen.clear();
    }
    let mut rest = form.words.as_slice();
    let is_explained = open.id != closed.id;
    if is_explained || rest.is_empty() {
        let mut ticked = form.ticked.iter();
        if let Some(first) = ticked.next() {
            found.push(closed_slice(closed, first, chosen.clone()));
        }
        // Of several options each keeps its place.
        found.extend(ticked.map(|stretch| closed_slice(closed, stretch, Vec::new())).filter(|_| chosen.is_empty()));
        if form.ticked.is_empty()
            && is_explained
            && question.id == closed.id
            && let Some(choice) = typed(page, closed, region, rest)
        {
            found.push(closed_slice(closed, &rest[0], vec![choice.code.clone()]));
            rest = &rest[1..];
        }
        found.extend(runs(rest).map(|run| slice(&open.id, run)));
        return;
    }
    for (i, run) in runs(rest).enumerate() {
        let words = page.text.get(run[0].start..run[run.len() - 1].end).unwrap_or_default();
        let mut answer = slice(&closed.id, run);
        answer.chosen = match i {
            0 if !chosen.is_empty() => std::mem::take(&mut chosen),
            0 => first_named(closed, words),
            _ => Vec::new(),
        };
        found.push(answer);
    }
}

/// The labels of a grid whose columns or rows are options: they are the form's, ticked or not.
pub(super) fn grid_labels(consultation: &Consultation, page: &Page<'_>, regions: &[Region<'_>]) -> BTreeSet<usize> {
    let mut labels = heads(page);
    for region in regions {
        let Some(closed) = region.question.and_then(|question| closed_question(consultation, question)) else {
            continue;
        };
        let Some((table, asked)) = region.heading.and_then(|heading| page.lines[heading.first].row()) else { continue };
        let options = Options::of(closed);
        // The nearest row above the question that consists of its options, the corner aside.
        for cells in page.grid.above(table, asked) {
            let is_corner = |at: &usize| matches!(page.lines[*at].kind, Kind::Cell { column: 0, .. });
            let named: Vec<usize> =
                cells.iter().filter(|at| options.typed(page.lines[**at].words).is_some()).copied().collect();
            let others = cells.iter().filter(|at| !named.contains(at) && !is_corner(at)).count();
            if named.len() >= 2 && others == 0 {
                labels.extend(named);
                break;
            }
        }
    }
    labels
}

/// Rows at the top of tables that say which column holds the questions and which the answers.
fn heads(page: &Page<'_>) -> BTreeSet<usize> {
    let tops =
        (0..page.lines.len()).filter(|at| page.lines[*at].row().is_some_and(|(_, row)| row == 0)).collect::<Vec<_>>();
    let tables = tops.chunk_by(|a, b| page.lines[*a].row() == page.lines[*b].row());
    let heads = tables.filter(|cells| cells.len() >= 2 && cells.iter().all(|at| ticks::is_head(page.lines[*at].words)));
    heads.flatten().copied().collect()
}

/// What a region holds of the form's options, and of words.
#[derive(Default)]
struct Form<'q> {
    chosen: Vec<&'q Choice>,
    /// Where the chosen ones stand.
    ticked: Vec<Stretch>,
    /// What is neither option nor instruction.
    words: Vec<Stretch>,
    problem: Option<String>,
}

impl<'q> Form<'q> {
    fn read(page: &Page<'_>, closed: &'q Question, stretches: &[Stretch]) -> Form<'q> {
        let options = Options::of(closed);
        let mut form = Form::default();
        let mut listed: Vec<(Stretch, Vec<(&'q Choice, Mark)>)> = Vec::new();
        let mut beside: BTreeSet<usize> = BTreeSet::new();
        for stretch in stretches {
            let words = stretch.of(page.text);
            if let Some(is_ticked) = ticks::alone(words)
                && let Some((choice, label)) = label_of(page, &options, stretch)
            {
                beside.insert(label);
                let mark = if is_ticked { Mark::Ticked } else { Mark::Unticked };
                listed.push((*stretch, vec![(choice, mark)]));
            } else if let Some(read) = options.line(words) {
                listed.push((*stretch, read));
            } else if let Some((choice, end)) = options.leading(words) {
                let middle = stretch.start + end;
                listed.push((Stretch { end: middle, ..*stretch }, vec![(choice, Mark::Ticked)]));
                let behind = page.text.get(middle..stretch.end).unwrap_or_default();
                let start =
                    stretch.end - behind.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == ':').len();
                if start < stretch.end {
                    form.words.push(Stretch { start, ..*stretch });
                }
            } else {
                form.words.push(*stretch);
            }
        }
        form.settle(closed, listed, &beside);
        form
    }

    /// Tells options that the form prints from one that the respondent typed.
    fn settle(&mut self, closed: &Question, listed: Vec<(Stretch, Vec<(&'q Choice, Mark)>)>, beside: &BTreeSet<usize>) {
        let all = || listed.iter().flat_map(|(_, read)| read);
        let is_marked = all().any(|(_, mark)| *mark != Mark::Bare);
        let distinct: BTreeSet<&str> = all().map(|(choice, _)| choice.code.as_str()).collect();
        let is_blank = !is_marked && distinct.len() > 1 && distinct.len() == closed.options.len();
        if is_blank {
            self.problem = Some(format!(
                "the options of question {} stand there and none is marked (bold and colour cannot be seen); look at it",
                closed.id
            ));
        }
        for (stretch, read) in listed {
            if !is_marked && !is_blank {
                self.words.push(stretch);
                continue;
            }
            let before = self.chosen.len();
            for (choice, mark) in read {
                if mark == Mark::Ticked && !self.chosen.iter().any(|known| known.code == choice.code) {
                    self.chosen.push(choice);
                }
            }
            if self.chosen.len() > before && !beside.contains(&stretch.line) {
                self.ticked.push(stretch);
            }
        }
        self.words.sort_by_key(|stretch| stretch.start);
    }
}

/// The option that a mark alone on its line or in its cell belongs to, and the line of its label.
fn label_of<'q>(page: &Page<'_>, options: &Options<'q>, mark: &Stretch) -> Option<(&'q Choice, usize)> {
    let named = |at: usize| Some((options.typed(page.lines.get(at)?.words)?, at));
    let Kind::Cell { table, row, column } = page.lines[mark.line].kind else {
        let next = named(mark.line + 1).filter(|(_, at)| page.heading_at[*at].is_none());
        return next.or_else(|| mark.line.checked_sub(1).and_then(named));
    };
    // `Agree | x` in one row of the table, `x | Agree` in another: the row's first label tells.
    let in_row = page.grid.row(table, row);
    if in_row.len() > WIDEST {
        return None;
    }
    let first_label = in_row.iter().position(|at| named(*at).is_some());
    let first_mark = in_row.iter().position(|at| ticks::alone(page.lines[*at].words).is_some());
    let beside = match (first_label, first_mark) {
        (Some(label), Some(mark)) if label < mark => column.checked_sub(1),
        (Some(_), Some(_)) => Some(column + 1),
        _ => None,
    };
    if let Some(beside) = beside {
        let is_beside = |at: &&usize| page.lines[**at].column() == Some((table, beside));
        return in_row.iter().filter(is_beside).find_map(|at| named(*at));
    }
    page.grid.above_in_column(table, column, mark.line).find_map(named)
}

/// An option typed in place of a tick: "Agree" as all that stands there, or on a line of its own above the reasons.
fn typed<'q>(page: &Page<'_>, closed: &'q Question, region: &Region<'_>, words: &[Stretch]) -> Option<&'q Choice> {
    let first = words.first()?;
    // A salutation that stays with the first answer begins before its heading.
    let is_opening = region.heading.is_some_and(|heading| first.start < page.lines[heading.first].start);
    if is_opening { None } else { Options::of(closed).typed(first.of(page.text)) }
}

/// The options that the words themselves name: several, or the one that the first sentence consists of or begins by
/// taking.
fn first_named(closed: &Question, words: &str) -> Vec<String> {
    let first = words.split(['.', ',', '\n', '\r', ';', ':']).next().unwrap_or_default();
    let named = closed.choice(first.trim());
    if closed.kind == QuestionKind::Multiple {
        let several = mapping::several(closed, words);
        if !several.is_empty() {
            return several;
        }
    }
    let options = Options::of(closed);
    let named = named.or_else(|| options.typed(words)).or_else(|| options.reasoned(words));
    named.map(|choice| choice.code.clone()).into_iter().collect()
}

/// Words written under a closed question explain the tick, where a question asks for that.
fn open_question<'c>(consultation: &'c Consultation, question: &'c Question) -> &'c Question {
    if question.kind == QuestionKind::Open {
        return question;
    }
    let explains = |other: &&Question| other.explains.as_deref() == Some(question.id.as_str());
    consultation.questions.iter().find(explains).unwrap_or(question)
}

/// The question whose options may stand under a heading: itself, or the one that it explains.
fn closed_question<'c>(consultation: &'c Consultation, question: &'c Question) -> Option<&'c Question> {
    let explained = || question.explains.as_ref().and_then(|id| consultation.question(id));
    let closed = if question.kind == QuestionKind::Open { explained()? } else { question };
    (closed.kind != QuestionKind::Open).then_some(closed)
}

/// Codes in the order of the question's options.
fn codes(closed: &Question, chosen: &[&Choice]) -> Vec<String> {
    let is_chosen = |option: &&Choice| chosen.iter().any(|choice| choice.code == option.code);
    closed.options.iter().filter(is_chosen).map(|option| option.code.clone()).collect()
}

/// Stretches of lines that follow one another.
fn runs(stretches: &[Stretch]) -> impl Iterator<Item = &[Stretch]> {
    stretches.chunk_by(|a, b| a.line + 1 == b.line)
}

fn slice(question: &str, run: &[Stretch]) -> Slice {
    let (first, last) = (run[0], run[run.len() - 1]);
    Slice { question: question.to_owned(), start: first.start, end: last.end, chosen: Vec::new(), substance: None }
}

/// A tick says something whatever its label's words are.
fn closed_slice(closed: &Question, stretch: &Stretch, chosen: Vec<String>) -> Slice {
    Slice { chosen, substance: Some(Substance::Words), ..slice(&closed.id, std::slice::from_ref(stretch)) }
}
