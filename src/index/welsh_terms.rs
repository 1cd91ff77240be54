//! Which Welsh words are forms of one word: initial mutations, endings and vowel changes, by rule.
//!
//! One word is stored as one term: its beginning as it stands, its stem, and the kind of ending that was taken off
//! (`gefnogodd` → `gefnog:v`). A word that is searched for is taken apart in every way that the grammar allows, and
//! each reading is inflected again: the terms of all those forms are what the search looks for. So a wrong reading
//! costs a look-up of a term that no text holds, and seldom a wrong match.
//!
//! Words come folded: lower case, without accents. Grammar: P. W. Thomas, *Gramadeg y Gymraeg* (1996);
//! G. King, *Modern Welsh: A Comprehensive Grammar* (3rd ed., 2016).

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use super::welsh_endings::role::*;
use super::welsh_endings::{ENDINGS, Ending, endings_in, links};
use super::welsh_rules::{self, Rules};
use super::welsh_words;

/// The term that stands for a word in the index.
pub(crate) fn index_term(word: &str) -> String {
    if let Some(lemma) = irregular(word).or_else(|| radicals(word).iter().find_map(|radical| irregular(radical))) {
        return format!("={lemma}");
    }
    let (onset, body) = split(word);
    let term = format!("{onset}{}", body_term(body));
    if is_own(&term) { format!("'{term}") } else { term }
}

/// The word that an unmutated form belongs to, when it is irregular or on an irregular stem.
pub(super) fn irregular(form: &str) -> Option<&'static str> {
    if welsh_rules::is_off(Rules::Irregular) {
        return None;
    }
    welsh_words::irregular(form).or_else(|| {
        let finite = endings_of(form).filter(|ending| ending.roles & (FINITE | FINITE_I) != 0);
        finite
            .filter(|ending| ending.letters.len() > 1 || ending.letters == "a")
            .filter_map(|ending| form.strip_suffix(ending.letters))
            .find_map(welsh_words::verb_of_stem)
    })
}

/// Terms of words that look mutated and commonly are not; they are stored apart from those that are.
static OWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let term = |word: &str| {
        let (onset, body) = split(word);
        format!("{onset}{}", body_term(body))
    };
    welsh_words::unmutated().map(term).collect()
});

/// Whether a term is of such a word: the word itself, or a plural of it.
pub(super) fn is_own(term: &str) -> bool {
    if welsh_rules::is_off(Rules::Own) {
        return false;
    }
    OWN.contains(term) || term.strip_suffix(":n").is_some_and(|stem| OWN.contains(stem))
}

/// A word as its consonants before the first vowel, which mutate, and the rest, which does not.
pub(super) fn split(word: &str) -> (&str, &str) {
    word.split_at(word.find(is_vowel).unwrap_or(0))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y')
}

/// Unmutated words that a word may be a mutated form of, likeliest first; the word itself is not among them.
pub(crate) fn radicals(word: &str) -> Vec<String> {
    let (onset, body) = split(word);
    if body.is_empty() {
        return Vec::new();
    }
    radical_onsets(onset, body).into_iter().map(|radical| format!("{radical}{body}")).collect()
}

/// Each mutation with what it makes of a beginning: soft, nasal, aspirate.
const MUTATIONS: &[(&str, &[&str])] = &[
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

/// Letters that are written with two signs, whose first one must not be taken for a letter by itself.
const DIGRAPHS: &[&str] = &["ngh", "ch", "dd", "ff", "ng", "ll", "mh", "nh", "ph", "rh", "th"];

fn first_letter(onset: &str) -> &str {
    DIGRAPHS.iter().find(|letter| onset.starts_with(**letter)).map_or(onset.get(..1).unwrap_or(""), |letter| letter)
}

pub(super) fn radical_onsets(onset: &str, body: &str) -> Vec<String> {
    let letter = first_letter(onset);
    let rest = &onset[letter.len()..];
    let mut found = Vec::new();
    if welsh_rules::is_off(Rules::Mutations) {
        return found;
    }
    if onset == "h" {
        found.push(String::new());
    }
    for (radical, mutated) in MUTATIONS {
        if mutated.iter().any(|mutation| !mutation.is_empty() && *mutation == letter) {
            found.push(format!("{radical}{rest}"));
        }
    }
    // A lost `g` leaves a vowel, or `l`, `n`, `r` (and `w`, a vowel here).
    if onset.is_empty() && !body.is_empty() || matches!(onset, "l" | "n" | "r") {
        found.push(format!("g{onset}"));
    }
    found
}

/// An unmutated beginning with all that it may turn into, itself first.
pub(super) fn mutated(radical: &str) -> Vec<String> {
    let letter = first_letter(radical);
    let rest = &radical[letter.len()..];
    let mut all = vec![radical.to_owned()];
    if welsh_rules::is_off(Rules::Mutations) {
        return all;
    }
    if radical.is_empty() {
        all.push("h".to_owned());
    }
    for (_, mutations) in MUTATIONS.iter().filter(|(from, _)| *from == letter) {
        all.extend(mutations.iter().map(|mutation| format!("{mutation}{rest}")));
    }
    all
}

/// The stored form of what follows a word's beginning: stem, then the kind of ending.
pub(super) fn body_term(body: &str) -> String {
    for ending in endings_of(body) {
        if let Some(stem) = stem_before(body, ending) {
            let mut term = plain(stem);
            term.push(':');
            term.push(ending.kind);
            return term;
        }
    }
    plain(body)
}

/// What an ending may say.
fn roles_of(ending: &Ending) -> u32 {
    ending.roles & !welsh_rules::roles_off()
}

/// The endings that a word may have, longest first.
fn endings_of(word: &str) -> impl Iterator<Item = &'static Ending> {
    word.bytes().last().map_or(&[][..], endings_in).iter().copied()
}

/// What is left without an ending, when that can be a stem.
fn stem_before<'b>(body: &'b str, ending: &Ending) -> Option<&'b str> {
    let stem = body.strip_suffix(ending.letters).filter(|_| roles_of(ending) != 0)?;
    let long_enough = stem.len() >= 2 && stem.contains(is_vowel);
    let joins = match ending.letters.as_bytes()[0] {
        // `-hau` after a consonant that would make one letter with its `h` is `-au` after that letter.
        b'h' => !stem.ends_with(['c', 'p', 't']),
        _ if ending.roles & PLURAL != 0 && ending.letters.len() > 2 => true,
        _ if ending.roles & KEEPER != 0 => true,
        _ => !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y']),
    };
    (long_enough && joins).then_some(stem)
}

/// Spelling that changes when an ending follows: `nn` and `rr`, `h` after a vowel or nasal, `ai`, `au`.
fn plain(stem: &str) -> String {
    if welsh_rules::is_off(Rules::Spelling) {
        return stem.to_owned();
    }
    let mut out = String::with_capacity(stem.len() + 2);
    let mut letters = stem.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied();
        match (before, letter) {
            (Some('n'), 'n') | (Some('r'), 'r') => {}
            (Some(before), 'h') if is_vowel(before) || matches!(before, 'n' | 'm' | 'g') => {}
            (_, 'a') if matches!(after, Some('i' | 'u')) && letters.clone().nth(1).is_some() => out.push('e'),
            _ => out.push(letter),
        }
        before = Some(letter);
    }
    out
}

/// Everything that a word with this body may inflect to, without its beginning.
pub(super) fn related(onsets: &BTreeSet<String>, body: &str) -> Vec<String> {
    let mut found = vec![body.to_owned()];
    let listed = |list: fn(&str) -> bool, bare: &str| {
        let mut word = String::with_capacity(bare.len() + 4);
        onsets.iter().any(|onset| {
            word.clear();
            word.push_str(onset);
            word.push_str(bare);
            list(&word)
        })
    };
    let takes_i = |stem: &str| listed(welsh_words::takes_i, stem);
    let verb = if listed(welsh_words::is_bare_verb, body) { FINITE | FINITE_I } else { 0 };
    let degree = if listed(welsh_words::is_adjective, body) { DEGREE } else { 0 };
    inflect(body, None, PLURAL | degree | verb, &takes_i, &mut found);
    for ending in endings_of(body) {
        if let Some(stem) = stem_before(body, ending) {
            let mut roles = roles_of(ending);
            if !is_plural_of(stem, ending, &takes_i) {
                roles &= !PLURAL;
            }
            if !variants(stem).iter().any(|(stem, _)| listed(welsh_words::is_adjective, stem)) {
                roles &= !DEGREE;
            }
            let verb =
                if listed(welsh_words::is_bare_verb, stem) && roles & (FINITE | FINITE_I) != 0 { BARE } else { 0 };
            inflect(stem, Some(ending), links(roles) | verb, &takes_i, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// `-i` and `-ydd` end much else besides plurals, so a noun must be known to take them, or be short for `-ydd`.
fn is_plural_of(stem: &str, ending: &Ending, takes_i: &dyn Fn(&str) -> bool) -> bool {
    match ending.letters {
        "i" => {
            takes_i(stem) || stem.len() > 4 && stem.ends_with("enn") || takes_i(stem.strip_suffix('n').unwrap_or(stem))
        }
        "ydd" => stem.matches(is_vowel).count() < 2 || takes_i(stem),
        _ => true,
    }
}

/// Adds the forms of a stem in the given roles.
fn inflect(stem: &str, read: Option<&Ending>, roles: u32, takes_i: &dyn Fn(&str) -> bool, found: &mut Vec<String>) {
    let raised = read.is_some_and(|ending| ending.raises);
    for (variant, change) in variants(stem) {
        let degree = read.is_some_and(|ending| ending.roles & DEGREE != 0);
        let fits = |raising: bool, to_degree: bool| match change {
            Change::None => true,
            Change::Lowered => raised && !raising,
            Change::Raised => !raised && raising,
            Change::Hardened => degree != to_degree,
        };
        if roles & BARE != 0 && fits(false, false) {
            found.push(variant.clone());
        }
        for ending in ENDINGS.iter().filter(|ending| roles_of(ending) & roles != 0) {
            let meant = roles_of(ending) & roles;
            if fits(ending.raises, meant & DEGREE != 0) && (meant != PLURAL || is_plural_of(&variant, ending, takes_i))
            {
                found.push([&variant, ending.letters].concat());
            }
        }
    }
}

/// What a change of vowel in a stem does.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    None,
    /// `e` back to `a`, from a form whose ending had raised it.
    Lowered,
    /// `a` to `e`, before an ending that raises.
    Raised,
    /// A final `b`, `d`, `g` hardens before the ending of a degree (pwysig, pwysicach).
    Hardened,
}

/// A stem as it may be spelled in other forms of its word.
fn variants(stem: &str) -> Vec<(String, Change)> {
    let mut all = vec![(stem.to_owned(), Change::None)];
    if welsh_rules::is_off(Rules::Vowels) {
        return all;
    }
    const HARD: &[(&str, &str)] = &[("g", "c"), ("d", "t"), ("b", "p"), ("c", "g"), ("t", "d"), ("p", "b")];
    let swapped = |pairs: &[(&str, &str)], change: Change| {
        let swap = |(from, to): &(&str, &str)| Some((format!("{}{to}", stem.strip_suffix(from)?), change));
        pairs.iter().find_map(swap)
    };
    all.extend(swapped(&[("nt", "nn"), ("nn", "nt")], Change::None));
    all.extend(swapped(HARD, Change::Hardened));
    let turned: Vec<(String, Change)> = all
        .iter()
        .filter_map(|(stem, change)| {
            let (turned, turn) = turned(stem)?;
            match (*change, turn) {
                (Change::None, turn) => Some((turned, turn)),
                (change, Change::None) => Some((turned, change)),
                _ => None,
            }
        })
        .collect();
    all.extend(turned);
    all
}

/// A stem with the last vowel that it has in other forms.
fn turned(stem: &str) -> Option<(String, Change)> {
    let last = stem.rfind(is_vowel)?;
    let start = stem[..last].trim_end_matches(is_vowel).len();
    let with = |vowels: &str| format!("{}{vowels}{}", &stem[..start], &stem[last + 1..]);
    Some(match &stem[start..=last] {
        "w" => (with("y"), Change::None),
        "y" => (with("w"), Change::None),
        "iw" => (with("iy"), Change::None),
        "iy" => (with("iw"), Change::None),
        "a" => (with("e"), Change::Raised),
        "e" => (with("a"), Change::Lowered),
        _ => return None,
    })
}

/// A word with every beginning that it may show when mutated, the word as given first.
pub(crate) fn mutations(word: &str) -> Vec<String> {
    let (onset, body) = split(word);
    let radicals = std::iter::once(onset.to_owned()).chain(radical_onsets(onset, body));
    let all: BTreeSet<String> = radicals.flat_map(|radical| mutated(&radical)).collect();
    let others = all.iter().filter(|other| *other != onset).map(|onset| format!("{onset}{body}"));
    std::iter::once(word.to_owned()).chain(others).collect()
}
