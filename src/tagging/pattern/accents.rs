//! How else a word is spelled by people who leave accents out, or by systems that lost them.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::model::Locale;

/// What systems that know only Windows-1252, which has neither `ŵ` nor `ŷ`, put in their place.
const LOST: char = '?';

/// Spellings of a folded word, itself among them: without its accents and, in Welsh, with a circumflex on one `w` or `y`
/// that has none, or with `?` where `ŵ` or `ŷ` was lost between two letters.
pub(super) fn spellings(word: &str, locale: Locale) -> Vec<String> {
    let mut found = BTreeSet::from([word.to_owned(), bare(word)]);
    if locale == Locale::Cy {
        let letters: Vec<char> = word.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let within = 0 < at && at + 1 < letters.len();
            let other = match letter {
                'w' => 'ŵ',
                'y' => 'ŷ',
                'ŵ' | 'ŷ' if within => LOST,
                _ => continue,
            };
            found.insert(letters[..at].iter().chain([&other]).chain(&letters[at + 1..]).collect());
        }
    }
    found.into_iter().collect()
}

fn bare(word: &str) -> String {
    // The accents of alphabets with capitals; elsewhere marks may be letters.
    word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc().collect()
}
