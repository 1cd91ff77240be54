//! The glossary of a consultation: the program's own terms, the frame's short labels, and `glossary.csv`.
//!
//! `corpus/NAME/glossary.csv` has two columns, `en` and `cy`. A row adds a pair; a row whose first term begins with `-`
//! takes pairs away: `-fostering,maethu` that one, `-fostering,` every pair of the English term, `-,maethu` every pair of
//! the Welsh one. Lines that begin with `#` are remarks.

use std::path::Path;
use std::sync::Arc;

use super::{Context, shown, tell};
use crate::index::{Glossary, GlossaryChange};
use crate::pipeline::Opened;

/// Words that a theme's label may have to be a term. Longer ones are sentences that nobody types; what a theme looks for
/// is no term either, because its patterns in two languages say the same only as a whole.
const MOST_WORDS: usize = 4;

/// The glossary of a consultation. A row that cannot be read is told and left out.
pub(super) fn of(context: &Context, opened: &Opened) -> Arc<Glossary> {
    let mut changes: Vec<GlossaryChange> = opened
        .frame
        .themes
        .iter()
        .filter(|theme| is_term(&theme.label.en) && is_term(&theme.label.cy))
        .map(|theme| GlossaryChange::Add(theme.label.en.clone(), theme.label.cy.clone()))
        .collect();
    changes.extend(read(context, &opened.folder.glossary()));
    Arc::new(Glossary::with(&changes))
}

fn is_term(label: &str) -> bool {
    let is_plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '\u{2019}');
    (2..=MOST_WORDS).contains(&label.split_whitespace().count()) && label.chars().all(is_plain)
}

fn read(context: &Context, path: &Path) -> Vec<GlossaryChange> {
    let mut changes = Vec::new();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            if error.kind() != std::io::ErrorKind::NotFound {
                tell(&format!("{}: {error}", shown(path)));
            }
            return changes;
        }
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).comment(Some(b'#')).trim(csv::Trim::All);
    let (mut en, mut cy) = (0, 1);
    for row in reader.from_reader(bytes).records() {
        let line = row.as_ref().map_or_else(csv::Error::position, csv::StringRecord::position).map(csv::Position::line);
        let row = row.ok().filter(|row| row.iter().any(|cell| !cell.is_empty()));
        let cells = row.as_ref().map(|row| (row.get(en).unwrap_or_default(), row.get(cy).unwrap_or_default()));
        let change = match cells {
            Some(("en", "cy")) => continue,
            Some(("cy", "en")) => {
                (en, cy) = (1, 0);
                continue;
            }
            Some((one, other)) => change(one, other),
            None => None,
        };
        match change {
            Some(change) => changes.push(change),
            None => {
                let place = format!("{}:{}", shown(path), line.unwrap_or_default());
                tell(&context.say_with("glossary-row", &[("place", place.into())]));
            }
        }
    }
    changes
}

/// A row as a change; `None` when a term is missing.
fn change(en: &str, cy: &str) -> Option<GlossaryChange> {
    let removes = en.starts_with('-') || en.is_empty() && cy.starts_with('-');
    let (en, cy) = if removes { (en.trim_start_matches('-'), cy.trim_start_matches('-')) } else { (en, cy) };
    match (en.trim(), cy.trim()) {
        ("", "") => None,
        (en, cy) if removes => Some(GlossaryChange::Remove(en.to_owned(), cy.to_owned())),
        ("", _) | (_, "") => None,
        (en, cy) => Some(GlossaryChange::Add(en.to_owned(), cy.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_adds_a_pair_or_takes_pairs_away() {
        let add = GlossaryChange::Add("bed night".to_owned(), "noson o lety 🙂".to_owned());
        assert_eq!(change("bed night", "noson o lety 🙂"), Some(add));
        assert_eq!(change("-fostering", ""), Some(GlossaryChange::Remove("fostering".to_owned(), String::new())));
        assert_eq!(change("-", "maethu"), Some(GlossaryChange::Remove(String::new(), "maethu".to_owned())));
        assert_eq!(change("fostering", ""), None);
        assert_eq!(change("-", ""), None);
        assert_eq!(change("", ""), None);
    }

    #[test]
    fn short_plain_labels_are_terms() {
        assert!(is_term("Unintended consequences") && is_term("Teg i bawb"));
        assert!(!is_term("Costs") && !is_term("More homes out of area or outside Wales") && !is_term("Cost, and fees"));
    }
}
