//! The words of a hunspell dictionary (`.dic`) with all the forms that its rules make of them.

use super::{ReadLexicon, Trouble, Wrong, affixes};

/// Takes every form with the word that it was made from, or with the stem that the entry names (`st:`).
pub(super) fn read(rules: &[u8], words: &[u8], file: &str, found: &mut ReadLexicon) -> Result<(), Trouble> {
    let encoding = affixes::encoding(rules).map_err(|what| Trouble { file: file.to_owned(), line: 0, what })?;
    let rules_file = std::path::Path::new(file).with_extension("aff").display().to_string();
    let affixes = affixes::read(&encoding.decode(rules).0, &rules_file)?;
    found.is_dictionary = true;
    let text = encoding.decode(words).0;
    for (number, line) in (1..).zip(text.lines()) {
        let is_count = number == 1 && line.trim().parse::<u64>().is_ok();
        if is_count || line.trim().is_empty() || line.starts_with(['\t', '#']) {
            continue;
        }
        let (entry, about) = parted(line);
        let (word, written) = word_of(entry);
        let Some(flags) = written.map_or(Some(Vec::new()), |written| affixes.flags(written)) else {
            found.trouble(file, number, Wrong::Flags);
            continue;
        };
        let stem = about.split_whitespace().find_map(|about| about.strip_prefix("st:")).unwrap_or(&word);
        match affixes.forms(&word, &flags) {
            Some(forms) => found.pairs.extend(forms.into_iter().map(|form| (form, stem.to_owned()))),
            None => found.trouble(file, number, Wrong::TooManyForms),
        }
    }
    Ok(())
}

/// An entry, and what is said about it: behind a tab, or behind a space when it has the shape `st:`.
fn parted(line: &str) -> (&str, &str) {
    if let Some((entry, about)) = line.split_once('\t') {
        return (entry, about);
    }
    let is_about = |rest: &str| {
        let bytes = rest.as_bytes();
        bytes.len() > 3 && bytes[..2].iter().all(u8::is_ascii_lowercase) && bytes[2] == b':'
    };
    let mut spaces = line.match_indices(' ').map(|(at, _)| at);
    spaces.find(|at| is_about(&line[at + 1..])).map_or((line, ""), |at| line.split_at(at))
}

/// A word and its flags. A slash that belongs to the word is written `\/`.
fn word_of(entry: &str) -> (String, Option<&str>) {
    let entry = entry.trim();
    let slash = entry.match_indices('/').map(|(at, _)| at).find(|at| *at > 0 && !entry[..*at].ends_with('\\'));
    let (word, flags) = slash.map_or((entry, None), |at| (&entry[..at], Some(&entry[at + 1..])));
    (word.replace("\\/", "/"), flags)
}
