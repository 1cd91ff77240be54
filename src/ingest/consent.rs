//! Consent cells in their many wordings. No, unless it says yes.

/// Whether a cell gives consent: `Yes`, `Y`, `true`, `Ydw`, `Iawn`, `Yes, I agree`… A cell that says both, or anything
/// else, does not.
pub(crate) fn is_yes(cell: &str) -> bool {
    let words: Vec<String> =
        cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    // "Yes / No", "Nac ydw", "I do not agree", "Na chewch".
    let refuses =
        says(&["no", "not", "n", "false", "0", "na", "nac", "nag", "nad", "ddim", "dim", "peidio", "don", "never"]);
    let agrees = says(&[
        "yes", "y", "true", "1", "agree", "consent", "ydw", "ydyn", "ydym", "iawn", "cytuno", "cytunaf", "cewch",
        "caiff", "gallwch", "ie", "oes", "byddwn", "hapus",
    ]);
    agrees && !refuses
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn consent_is_no_unless_the_cell_says_yes() {
        for yes in ["Yes", "yes ", "Y", "TRUE", "Ydw", "Iawn", "Cewch", "Yes, I agree"] {
            assert!(is_yes(yes), "{yes}");
        }
        for no in ["", "No", "Nac ydw", "Na chewch", "Yes / No", "I do not agree", "maybe", "🙂", "Ddim yn cytuno"] {
            assert!(!is_yes(no), "{no}");
        }
    }
}
