//! From items to rows of pieces, each a set of forms that can be looked for directly.

use std::collections::BTreeSet;

use super::parse::{Item, Word};
use super::{MOST_WAYS, PatternError};
use crate::model::Locale;
use crate::text::{fold::fold, welsh};

/// Neighbouring pieces are joined into whole phrases up to so many forms: a whole phrase needs no further checking.
const MOST_JOINED: usize = 24;
/// Welsh words shorter than this, in letters, do not mutate here: a form of one or two letters matches too much.
const SHORTEST_MUTATING: usize = 3;

/// A part of a pattern: words, or room for some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Any one of these, sorted.
    Forms(Vec<Form>),
    /// Up to so many words in between. Where no gap is written, pieces follow each other with one space.
    Gap(usize),
}

/// Words to be found side by side in the folded text, with single spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    /// The words, folded.
    pub(crate) text: String,
    /// The words with their capitals, when they count.
    pub(crate) exact: Option<String>,
    /// Any letters may follow the last word.
    pub(crate) stem: bool,
}

/// Every way of writing the pattern, as rows of pieces.
pub(super) fn expand(items: &[Item], locale: Locale) -> Result<Vec<Vec<Piece>>, PatternError> {
    let rows = sequence(items, locale)?;
    let size: usize = rows.iter().flatten().map(|piece| if let Piece::Forms(f) = piece { f.len() } else { 0 }).sum();
    if size > MOST_WAYS {
        return Err(too_many(locale));
    }
    Ok(rows)
}

fn too_many(locale: Locale) -> PatternError {
    PatternError::TooManyWays { welsh: locale == Locale::Cy }
}

fn sequence(items: &[Item], locale: Locale) -> Result<Vec<Vec<Piece>>, PatternError> {
    let mut rows: Vec<Vec<Piece>> = vec![Vec::new()];
    for item in items {
        let ways = match item {
            Item::Gap(words) => vec![vec![Piece::Gap(*words)]],
            Item::Word(word) => vec![vec![Piece::Forms(forms(word, locale))]],
            Item::Either(ways) => either(ways, locale)?,
        };
        if rows.len() * ways.len() > MOST_WAYS {
            return Err(too_many(locale));
        }
        let mut longer = Vec::with_capacity(rows.len() * ways.len());
        for row in &rows {
            for way in &ways {
                let mut row = row.clone();
                way.iter().for_each(|piece| append(&mut row, piece.clone()));
                longer.push(row);
            }
        }
        rows = longer;
    }
    Ok(rows)
}

/// Alternatives that are words side by side become forms of one piece; the others become rows of their own.
fn either(ways: &[Vec<Item>], locale: Locale) -> Result<Vec<Vec<Piece>>, PatternError> {
    let mut together = BTreeSet::new();
    let mut rows = Vec::new();
    for way in ways {
        for row in sequence(way, locale)? {
            match row.as_slice() {
                [Piece::Forms(forms)] => together.extend(forms.iter().cloned()),
                _ => rows.push(row),
            }
        }
        if together.len() + rows.len() > MOST_WAYS {
            return Err(too_many(locale));
        }
    }
    if !together.is_empty() {
        rows.insert(0, vec![Piece::Forms(together.into_iter().collect())]);
    }
    Ok(rows)
}

fn append(row: &mut Vec<Piece>, piece: Piece) {
    if let (Some(Piece::Forms(before)), Piece::Forms(after)) = (row.last_mut(), &piece)
        && let Some(joined) = joined(before, after)
    {
        *before = joined;
        return;
    }
    row.push(piece);
}

/// Each form of one piece followed by each of the next, where that makes few enough and none breaks off at a stem.
fn joined(before: &[Form], after: &[Form]) -> Option<Vec<Form>> {
    if before.len() * after.len() > MOST_JOINED.max(before.len()).max(after.len()) {
        return None;
    }
    let mut forms = Vec::with_capacity(before.len() * after.len());
    for left in before {
        for right in after {
            if left.stem || left.exact.is_some() != right.exact.is_some() {
                return None;
            }
            let exact = left.exact.as_ref().zip(right.exact.as_ref()).map(|(l, r)| format!("{l} {r}"));
            forms.push(Form { text: format!("{} {}", left.text, right.text), exact, stem: right.stem });
        }
    }
    Some(forms)
}

fn forms(word: &Word, locale: Locale) -> Vec<Form> {
    let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
    let mutates = locale == Locale::Cy && word.mutates && letters >= SHORTEST_MUTATING;
    let one = |text: String, exact| Form { text, exact, stem: word.stem };
    let mut forms = match &word.exact {
        _ if !mutates => vec![one(word.text.clone(), word.exact.clone())],
        None => welsh::mutated(&word.text).into_iter().map(|text| one(text, None)).collect(),
        Some(exact) => {
            cased_mutations(exact).into_iter().map(|exact| one(fold(&exact).text().to_owned(), Some(exact))).collect()
        }
    };
    forms.sort();
    forms.dedup();
    forms
}

/// Mutated forms that keep a capital at the front (`Cymru`, `Nghymru`); an abbreviation (`GIG`) has one form.
fn cased_mutations(word: &str) -> Vec<String> {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Vec::new() };
    if capitals > 1 {
        return vec![word.to_owned()];
    }
    if capitals == 0 || !first.is_uppercase() {
        return welsh::mutated(word);
    }
    let lowered: String = first.to_lowercase().chain(letters).collect();
    welsh::mutated(&lowered)
        .into_iter()
        .map(|form| {
            let mut letters = form.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        })
        .collect()
}
