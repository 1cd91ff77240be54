//! Which lines begin the answer to which question: by its number, by its own words, or by both.

use super::lines::Line;
use super::numbers::{Ids, LONGEST_TITLE, Number, Numbered, is_number, is_title};
use super::wording::{Word, Wordings};
use crate::ingest::documents::Kind;
use crate::model::{Consultation, Question};

/// Answers that follow a bare number and a dash before such numbers are believed.
const FEWEST_IN_SERIES: usize = 3;

/// Words under which a question's wording is one that anybody may use: "Why?", "Anything else?".
const SHORT: usize = 4;

/// Characters from which on a line without a stop at its end is taken to run on into the next one.
const RUNS_ON: usize = 40;

/// Where the answer to a question begins.
#[derive(Clone, Debug)]
pub(super) struct Heading<'c> {
    /// The question.
    pub(super) question: &'c Question,
    /// First line of the heading.
    pub(super) first: usize,
    /// Its last line.
    pub(super) last: usize,
    /// Byte where the heading ends and the answer begins.
    pub(super) words: usize,
    /// Byte where what follows the number begins: an answer, when nothing else is below.
    pub(super) rest: usize,
    /// Whether it repeats what was asked.
    pub(super) is_wording: bool,
    /// The other questions that the heading names.
    pub(super) together: Vec<&'c Question>,
}

/// Finds the headings of a document, in order. `spelled` holds the words of each line.
pub(super) fn find<'c>(
    consultation: &'c Consultation,
    wordings: &Wordings<'c>,
    lines: &[Line<'_>],
    spelled: &[Vec<Word>],
) -> Vec<Heading<'c>> {
    let ids = Ids::of(consultation);
    let mut found: Vec<(Heading<'c>, Trust)> = Vec::new();
    let mut foreign = 0;
    let mut current = None;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.kind == Kind::Signature {
            at += 1;
            continue;
        }
        let heading = match ids.number(line.words) {
            Numbered::Known(number) => with_number(wordings, lines, spelled, at, number),
            other => {
                foreign += u32::from(matches!(other, Numbered::Unknown));
                by_wording(consultation, wordings, lines, spelled, at, current).map(|heading| (heading, Trust::Sure))
            }
        };
        at = heading.as_ref().map_or(at, |(heading, _)| heading.last) + 1;
        current = heading.as_ref().filter(|(_, trust)| *trust == Trust::Sure).map(|(h, _)| h.question).or(current);
        found.extend(heading);
    }
    let found = told_apart(consultation, found, foreign);
    found.into_iter().filter(|heading| lines[heading.last].is_own() || is_replied_to(lines, heading)).collect()
}

/// How far a heading can be believed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trust {
    /// It names the question or repeats it.
    Sure,
    /// A bare number (`1.6`), with a title about what the question asks.
    Subject,
    /// A bare number with a point, and a title of any kind.
    Bare,
    /// A bare number with a point, alone on its line.
    Alone,
    /// A bare number with a point, and a dash or a colon before an answer: `1.6 - Slowly, please.`
    Dashed,
    /// A bare whole number with a title: most often a section or an item of a list.
    Doubtful,
}

/// Bare numbers are those of the consultation, or of the document's own sections; told by what they all are.
fn told_apart<'c>(consultation: &Consultation, found: Vec<(Heading<'c>, Trust)>, foreign: u32) -> Vec<Heading<'c>> {
    let count = |wanted: Trust| found.iter().filter(|(_, trust)| *trust == wanted).count();
    let (sure, subject, bare, doubtful) =
        (count(Trust::Sure), count(Trust::Subject), count(Trust::Bare), count(Trust::Doubtful));
    // Sections of its own run 1.1, 1.2, 1.3 and go on to 2.1, which nobody asked.
    let ids: Vec<&str> =
        found.iter().filter(|(_, trust)| *trust == Trust::Bare).map(|(h, _)| h.question.id.as_str()).collect();
    let runs = ids.len() >= 2 && ids.iter().enumerate().all(|(i, id)| id.ends_with(&format!(".{}", i + 1)));
    let are_sections = sure == 0 && subject == 0 && bare > 0 && (foreign > 0 || runs);
    let position = |heading: &Heading<'_>| consultation.questions.iter().position(|q| q.id == heading.question.id);
    let places = |is_wanted: &dyn Fn(&Heading<'_>, Trust) -> bool| -> Vec<Option<usize>> {
        found
            .iter()
            .filter(|(heading, trust)| is_wanted(heading, *trust))
            .map(|(heading, _)| position(heading))
            .collect()
    };
    let rises = |places: &[Option<usize>]| places.windows(2).all(|pair| pair[0] < pair[1]);
    // Whole numbers are believed when most of them, in rising order, have a title about what their question asks.
    let whole = places(&|heading, trust| match trust {
        Trust::Doubtful => true,
        Trust::Subject => !heading.question.id.contains('.'),
        _ => false,
    });
    let whole_numbers = subject >= 2 && subject >= doubtful && rises(&whole);
    // Answers beside bare numbers are a series, in the order of the questions.
    let numbered = places(&|_, trust| matches!(trust, Trust::Dashed | Trust::Bare | Trust::Alone | Trust::Subject));
    let is_series = numbered.len() >= FEWEST_IN_SERIES && foreign == 0 && rises(&numbered);
    let keep = |trust: Trust| match trust {
        Trust::Sure | Trust::Subject => true,
        Trust::Bare | Trust::Alone => !are_sections,
        Trust::Dashed => is_series,
        Trust::Doubtful => whole_numbers,
    };
    found.into_iter().filter(|(_, trust)| keep(*trust)).map(|(heading, _)| heading).collect()
}

/// A quoted question is a heading when the respondent's own words follow: a reply written into the message.
fn is_replied_to(lines: &[Line<'_>], heading: &Heading<'_>) -> bool {
    let (last, next) = (&lines[heading.last], lines.get(heading.last + 1));
    next.is_some_and(|next| next.is_own() && next.origin == last.origin)
}

fn with_number<'c>(
    wordings: &Wordings<'c>,
    lines: &[Line<'_>],
    spelled: &[Vec<Word>],
    at: usize,
    number: Number<'c>,
) -> Option<(Heading<'c>, Trust)> {
    let line = &lines[at];
    let rest = line.start + number.rest;
    let mut heading = Heading {
        question: number.question,
        first: at,
        last: at,
        words: line.end,
        rest,
        is_wording: false,
        together: number.together,
    };
    // A wording of a few words ("Why?") says less than the number beside it.
    let worded = wordings.at(lines, spelled, at, rest, Some(number.question), None);
    let worded = worded.filter(|found| found.question.id == number.question.id || found.length > SHORT);
    if let Some(worded) = worded {
        if worded.question.id != number.question.id {
            heading.together.clear();
        }
        heading.question = worded.question;
        return Some((behind_wording(wordings, lines, spelled, heading, worded.last, worded.end), Trust::Sure));
    }
    let title = line.words.get(number.rest..).unwrap_or_default().trim();
    if number.is_named {
        let is_prose = number.runs_on && title.starts_with(char::is_lowercase);
        if is_prose && runs_on_from_above(lines, at) {
            return None;
        }
        if line.kind != Kind::Quoted && !is_title(title) {
            // "Question 4 asks…" is part of its sentence.
            heading.words = if is_prose { line.start } else { rest };
        }
        return Some((heading, Trust::Sure));
    }
    let reads_as_title = title.chars().count() <= LONGEST_TITLE
        && !title.ends_with(['.', ';', ','])
        && title.chars().next().is_none_or(|first| first.is_uppercase() || !first.is_alphabetic());
    if !reads_as_title {
        heading.words = rest;
        return (number.has_point && number.is_dashed && !line.goes_on).then_some((heading, Trust::Dashed));
    }
    let trust = match (number.has_point, title.is_empty()) {
        (false, false) if is_in_list(lines, at) => return None,
        (_, false) if wordings.names_subject(title, heading.question) => Trust::Subject,
        (true, false) => Trust::Bare,
        (true, true) => Trust::Alone,
        (false, false) => Trust::Doubtful,
        // A whole number alone is the number of a page, unless it stands beside its question in a form.
        (false, true) => {
            let next = lines.get(at + 1).filter(|next| line.row().is_some() && next.row() == line.row())?;
            let beside = wordings.at(lines, spelled, at + 1, next.start, Some(heading.question), None);
            beside.filter(|beside| beside.question.id == heading.question.id)?;
            Trust::Sure
        }
    };
    if !is_title(title) {
        heading.words = rest;
    }
    Some((heading, trust))
}

fn by_wording<'c>(
    consultation: &'c Consultation,
    wordings: &Wordings<'c>,
    lines: &[Line<'_>],
    spelled: &[Vec<Word>],
    at: usize,
    current: Option<&Question>,
) -> Option<Heading<'c>> {
    let line = &lines[at];
    let behind = current.and_then(|current| consultation.questions.iter().position(|q| q.id == current.id));
    let explaining = current.and_then(|current| {
        consultation.questions.iter().find(|other| other.explains.as_deref() == Some(current.id.as_str()))
    });
    let found = wordings.at(lines, spelled, at, line.start, explaining, behind)?;
    // "Why?" may be anybody's; where the form stands just there, or marks it, it is the form's.
    let is_short = found.length < SHORT;
    let is_next = |question: &Question| {
        let between = consultation.questions.get(behind.map_or(usize::MAX, |behind| behind + 1)..).unwrap_or_default();
        between.iter().find(|other| other.explains.is_none()).is_some_and(|next| next.id == question.id)
    };
    let is_expected = explaining.is_some_and(|explaining| explaining.id == found.question.id)
        || (is_next(found.question) && !line.goes_on && line.words.ends_with('?'));
    if is_short && !is_expected && !matches!(line.kind, Kind::Heading | Kind::Cell { .. }) {
        return None;
    }
    let heading = Heading {
        question: found.question,
        first: at,
        last: at,
        words: line.end,
        rest: line.end,
        is_wording: true,
        together: Vec::new(),
    };
    Some(behind_wording(wordings, lines, spelled, heading, found.last, found.end))
}

/// The heading with the question's words taken in, those of the other language too when both stand there.
fn behind_wording<'c>(
    wordings: &Wordings<'c>,
    lines: &[Line<'_>],
    spelled: &[Vec<Word>],
    mut heading: Heading<'c>,
    mut last: usize,
    mut end: usize,
) -> Heading<'c> {
    // "Question 2: … / Cwestiwn 2: …": the number stands before the other language too.
    let text = |from: usize, to: usize| {
        let line = &lines[last];
        line.words.get(from.saturating_sub(line.start)..to.saturating_sub(line.start)).unwrap_or_default()
    };
    let starts = spelled[last].iter().map(|word| word.start).filter(|start| *start >= end);
    let again = starts.take_while(|start| is_number(text(end, *start))).find_map(|start| {
        let again = wordings.at(lines, spelled, last, start, Some(heading.question), None)?;
        (again.question.id == heading.question.id && again.length >= SHORT).then_some(again)
    });
    if let Some(again) = again {
        (last, end) = (again.last, again.end);
    }
    let line = &lines[last];
    let behind = line.words.get(end.saturating_sub(line.start)..).unwrap_or_default();
    let closing = |c: char| c.is_whitespace() || "?.:;!*_#)]\"'\u{201d}\u{2019}\u{2013}-".contains(c);
    heading.words = line.end - behind.trim_start_matches(closing).len();
    (heading.last, heading.rest, heading.is_wording) = (last, heading.words, true);
    heading
}

/// Whether the line above is broken off in the middle of a sentence.
fn runs_on_from_above(lines: &[Line<'_>], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &lines[above]);
    lines[at].goes_on
        && above.is_some_and(|above| {
            above.words.chars().count() >= RUNS_ON && !above.words.ends_with(['.', '!', '?', ':', ';', '"', ')'])
        })
}

/// Whether the line above or below is numbered too: items of a list stand together, headings have answers between.
fn is_in_list(lines: &[Line<'_>], at: usize) -> bool {
    let is_item = |other: usize| {
        let digits = lines.get(other).map_or("", |line| line.words.trim_start_matches(|c: char| c.is_ascii_digit()));
        lines.get(other).is_some_and(|line| digits.len() < line.words.len() && digits.starts_with(['.', ')']))
    };
    is_item(at + 1) || at.checked_sub(1).is_some_and(is_item)
}
