//! From items to rows of pieces, each a set of forms that can be looked for directly.

use std::collections::BTreeSet;

use super::accents;
use super::parse::{Item, Word};
use super::{MOST_WAYS, PatternError, Reading};
use crate::model::{Accents, Locale};
use crate::text::{fold::fold, welsh};

/// Neighbouring pieces are joined into whole phrases up to so many forms: a whole phrase needs no further checking.
const MOST_JOINED: usize = 24;
/// Welsh words of two letters that never mutate, or hardly ever. Those that begin with a plain vowel (`yn`, `ar`, `ei`) are
/// all of that kind, and need no list.
const NEVER_MUTATE: [&str; 12] = ["be", "do", "dy", "go", "ma", "me", "mi", "mo", "pe", "po", "py", "ti"];
/// What a form of a two-letter word is never taken for: words that stand everywhere (you, him, me, not, we), where the form
/// is rare (`ci`, `da`, `di`).
const NEVER_A_FORM: [&str; 7] = ["chi", "fe", "fi", "fo", "mi", "na", "ni"];

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
pub(super) fn expand(items: &[Item], reading: Reading) -> Result<Vec<Vec<Piece>>, PatternError> {
    sequence(items, reading)
}

/// A word that nobody writes a pattern for, to stand in gaps and behind stems.
const FILLER: &str = "qxq";

/// Texts that match one row: each form of each piece once, beside the first of the others; gaps empty, and gaps filled.
pub(super) fn examples(row: &[Piece]) -> Vec<String> {
    let text = |piece: &Piece, form: usize, filled: bool| match piece {
        Piece::Gap(words) => [FILLER].repeat(if filled { *words } else { 0 }).join(" "),
        Piece::Forms(forms) => forms.get(form).map_or_else(String::new, |form| {
            let ending = if form.stem && filled { FILLER } else { "" };
            format!("{}{ending}", form.exact.as_ref().unwrap_or(&form.text))
        }),
    };
    let forms = |piece: &Piece| if let Piece::Forms(forms) = piece { forms.len() } else { 0 };
    let varies: Vec<(usize, usize)> =
        row.iter().enumerate().flat_map(|(at, piece)| (0..forms(piece)).map(move |form| (at, form))).collect();
    let example = |(at, form): (usize, usize), filled: bool| {
        let words = row.iter().enumerate().map(|(i, piece)| text(piece, if i == at { form } else { 0 }, filled));
        words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    };
    varies.into_iter().flat_map(|one| [example(one, false), example(one, true)]).collect()
}

fn size(rows: &[Vec<Piece>]) -> usize {
    rows.iter().flatten().map(|piece| if let Piece::Forms(f) = piece { f.len() } else { 0 }).sum()
}

fn too_many(reading: Reading) -> PatternError {
    PatternError::TooManyWays { welsh: reading.locale == Locale::Cy }
}

fn sequence(items: &[Item], reading: Reading) -> Result<Vec<Vec<Piece>>, PatternError> {
    let mut rows: Vec<Vec<Piece>> = vec![Vec::new()];
    for item in items {
        let ways = match item {
            Item::Gap(words) => vec![vec![Piece::Gap(*words)]],
            Item::Word(word) => vec![vec![Piece::Forms(forms(word, reading))]],
            Item::Either(ways) => either(ways, reading)?,
        };
        if rows.len() * ways.len() > MOST_WAYS {
            return Err(too_many(reading));
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
        // Rows only ever grow, so what is too much now need not be spelled out to its end.
        if size(&rows) > MOST_WAYS {
            return Err(too_many(reading));
        }
    }
    Ok(rows)
}

/// Alternatives that are words side by side become forms of one piece; the others become rows of their own.
fn either(ways: &[Vec<Item>], reading: Reading) -> Result<Vec<Vec<Piece>>, PatternError> {
    let mut together = BTreeSet::new();
    let mut rows = Vec::new();
    for way in ways {
        for row in sequence(way, reading)? {
            match row.as_slice() {
                [Piece::Forms(forms)] => together.extend(forms.iter().cloned()),
                _ => rows.push(row),
            }
        }
        if together.len() + rows.len() > MOST_WAYS {
            return Err(too_many(reading));
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

fn forms(word: &Word, reading: Reading) -> Vec<Form> {
    let mutates = reading.locale == Locale::Cy && word.mutates && mutates(&word.text, word.stem);
    let one = |text: String, exact| Form { text, exact, stem: word.stem };
    let mut forms: Vec<Form> = match &word.exact {
        Some(exact) if mutates => {
            cased_mutations(exact).into_iter().map(|exact| one(fold(&exact).text().to_owned(), Some(exact))).collect()
        }
        Some(exact) => vec![one(word.text.clone(), Some(exact.clone()))],
        None => {
            let spellings = match reading.accents {
                Accents::Strict => vec![word.text.clone()],
                Accents::Loose => accents::spellings(&word.text, reading.locale),
            };
            let mutated = |spelling: String| if mutates { welsh::mutated(&spelling) } else { vec![spelling] };
            spellings.into_iter().flat_map(mutated).map(|text| one(text, None)).collect()
        }
    };
    if letters(&word.text) == 2 {
        forms.retain(|form| {
            form.text == word.text || letters(&form.text) > 1 && !NEVER_A_FORM.contains(&form.text.as_str())
        });
    }
    forms.sort();
    forms.dedup();
    forms
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether a Welsh word is looked for in its mutated forms too.
fn mutates(word: &str, stem: bool) -> bool {
    match letters(word) {
        0 | 1 => false,
        // A stem of two letters is wide enough as it is.
        2 => !stem && !word.starts_with(['a', 'e', 'i', 'o', 'u', 'w', 'y']) && !NEVER_MUTATE.contains(&word),
        _ => true,
    }
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
