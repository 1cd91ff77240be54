//! Welsh initial mutations: the forms a word takes after others, and the way back.
//!
//! Words are folded ([`super::fold`]): lower case, composed accents. The rules are those of any grammar (P. W. Thomas,
//! *Gramadeg y Gymraeg*, 1996, and the table in every textbook): soft, nasal and aspirate mutation, and `h` before a vowel.

/// The word and every form it takes by mutation: the radical first, then soft, nasal, aspirate and `h` forms.
///
/// A word that already begins with `ch`, `dd`, `ff`, `ng`, `ph` or `th`, and a loan in `ts` or `j`, has one form.
///
/// ```
/// assert_eq!(ymateb::text::welsh::mutated("plant"), ["plant", "blant", "mhlant", "phlant"]);
/// ```
pub fn mutated(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let (initial, others) = mutations(word);
    forms.extend(others.iter().map(|other| format!("{other}{}", &word[initial..])));
    forms
}

/// Every word that this one may be a mutation of: the word itself first, then the others in alphabetical order.
///
/// Most are not words of Welsh; whoever looks them up finds out.
///
/// ```
/// assert_eq!(ymateb::text::welsh::radicals("blant"), ["blant", "plant"]);
/// ```
pub fn radicals(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    let begins = |initial: &str| word.strip_prefix(initial).filter(|rest| !rest.is_empty());
    if begins_with_vowel(word) {
        found.push(format!("g{word}"));
    } else if let Some((rest, radicals)) = BACK.iter().find_map(|(form, radicals)| Some((begins(form)?, *radicals))) {
        found.extend(radicals.iter().map(|radical| format!("{radical}{rest}")));
    } else if let Some(rest) = begins("h").filter(|rest| begins_with_vowel(rest)) {
        found.push(rest.to_owned());
    }
    found
}

/// Initial consonants and what becomes of them, in the order soft, nasal, aspirate.
const TABLE: [(&str, &[&str]); 9] = [
    ("c", &["g", "ngh", "ch"]),
    ("p", &["b", "mh", "ph"]),
    ("t", &["d", "nh", "th"]),
    ("g", &["", "ng"]),
    ("b", &["f", "m"]),
    ("d", &["dd", "n"]),
    ("ll", &["l"]),
    ("m", &["f"]),
    ("rh", &["r"]),
];

/// Mutated initials and the radicals they may stand for, in alphabetical order; longer initials before those they begin with.
const BACK: [(&str, &[&str]); 19] = [
    ("ngh", &["c"]),
    ("ng", &["g"]),
    ("nh", &["t"]),
    ("mh", &["p"]),
    ("ch", &["c"]),
    ("ph", &["p"]),
    ("th", &["t"]),
    ("dd", &["d"]),
    ("ff", &[]),
    ("ll", &[]),
    ("rh", &[]),
    ("g", &["c"]),
    ("b", &["p"]),
    ("d", &["t"]),
    ("f", &["b", "m"]),
    ("m", &["b"]),
    ("n", &["d", "gn"]),
    ("l", &["gl", "ll"]),
    ("r", &["gr", "rh"]),
];

/// Initials that stand for one letter and do not mutate, and the loans in `ts`.
const FIXED: [&str; 7] = ["ch", "dd", "ff", "ng", "ph", "th", "ts"];

/// How many bytes of the word mutate, and into what.
fn mutations(word: &str) -> (usize, &'static [&'static str]) {
    if FIXED.iter().any(|initial| word.starts_with(initial)) {
        return (0, &[]);
    }
    if begins_with_vowel(word) {
        return (0, &["h"]);
    }
    let Some((radical, forms)) = TABLE.iter().find(|(radical, _)| word.starts_with(radical)) else { return (0, &[]) };
    let rest = &word[radical.len()..];
    match *radical {
        _ if rest.is_empty() => (0, &[]),
        // Only where what is left can begin a word: `gofal`, `glan`, `gradd`, `gnawd`.
        "g" if !(begins_with_vowel(rest) || rest.starts_with(['l', 'r', 'n'])) => (1, &["ng"]),
        radical => (radical.len(), forms),
    }
}

fn begins_with_vowel(word: &str) -> bool {
    word.chars().next().is_some_and(|c| {
        matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' | 'à'..='å' | 'è'..='ï' | 'ò'..='ö' | 'ù'..='ý' | 'ÿ')
            || matches!(c, 'ŵ' | 'ŷ' | 'ẁ' | 'ẃ' | 'ẅ' | 'ỳ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_leads_back_to_its_radical() {
        for word in
            ["cefnogi", "plant", "tad", "gofal", "gwasanaeth", "baban", "dyn", "llais", "merch", "rhiant", "elw", "ŵyn"]
        {
            for form in mutated(word) {
                assert!(radicals(&form).contains(&word.to_owned()), "{form} of {word}");
            }
        }
    }
}
