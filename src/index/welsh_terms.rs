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

use super::welsh_words;

/// What an ending says of its word. Readings are linked by [`links`].
mod role {
    /// No ending at all.
    pub(super) const BARE: u32 = 1;
    /// Plural of a noun.
    pub(super) const PLURAL: u32 = 1 << 1;
    /// One out of many: `blodyn`, `coeden`.
    pub(super) const SINGLE: u32 = 1 << 2;
    /// Degree of an adjective.
    pub(super) const DEGREE: u32 = 1 << 3;
    /// Person and tense of a verb.
    pub(super) const FINITE: u32 = 1 << 4;
    /// Verb-noun with an ending.
    pub(super) const VERBNOUN: u32 = 1 << 5;
    /// The same of verbs with `i` before each ending: `gweithio`, `gweithiodd`.
    pub(super) const FINITE_I: u32 = 1 << 6;
    /// See above.
    pub(super) const VERBNOUN_I: u32 = 1 << 7;
    /// People who do something: `-wr`, `-wyr`, `-ydd`.
    pub(super) const AGENT: u32 = 1 << 8;
    /// Nouns in `-fa`: `-feydd`, `-faoedd`.
    pub(super) const PLACE: u32 = 1 << 9;
    /// Nouns in `-ad` with plurals in `-aid`.
    pub(super) const KEEPER: u32 = 1 << 10;
    /// Verb-nouns in `-au`: `parhau`, `parhaodd`.
    pub(super) const VERBNOUN_AU: u32 = 1 << 11;
    /// Finite forms of those.
    pub(super) const FINITE_AU: u32 = 1 << 12;
    /// Verb-nouns in `-hau`: `glanhau`, `glanhaodd`.
    pub(super) const VERBNOUN_HAU: u32 = 1 << 15;
    /// Finite forms of those.
    pub(super) const FINITE_HAU: u32 = 1 << 16;
    /// Verb-nouns in `-oi`: `paratoi`, `paratodd`.
    pub(super) const VERBNOUN_OI: u32 = 1 << 13;
    /// Finite forms of those.
    pub(super) const FINITE_OI: u32 = 1 << 14;
}

use role::*;

/// The roles that forms of one word may have besides a given one.
fn links(roles: u32) -> u32 {
    const LINKED: &[(u32, u32)] = &[
        (PLURAL, BARE | PLURAL | SINGLE),
        (SINGLE, PLURAL),
        (DEGREE, BARE | DEGREE),
        (FINITE, FINITE | VERBNOUN),
        (VERBNOUN, FINITE),
        (FINITE_I, FINITE_I | VERBNOUN_I),
        (VERBNOUN_I, FINITE_I),
        (AGENT, AGENT),
        (PLACE, PLACE),
        (KEEPER, KEEPER),
        (VERBNOUN_AU, FINITE_AU),
        (FINITE_AU, FINITE_AU | VERBNOUN_AU),
        (VERBNOUN_HAU, FINITE_HAU),
        (FINITE_HAU, FINITE_HAU | VERBNOUN_HAU),
        (VERBNOUN_OI, FINITE_OI),
        (FINITE_OI, FINITE_OI | VERBNOUN_OI),
    ];
    LINKED.iter().filter(|(from, _)| roles & from != 0).fold(0, |all, (_, to)| all | to)
}

struct Ending {
    letters: &'static str,
    /// Kind, as it stands in the term.
    kind: char,
    roles: u32,
    /// Whether it turns an `a` before it into `e` (gwlad, gwledydd; gallaf, gellir).
    raises: bool,
}

const fn ending(letters: &'static str, kind: char, roles: u32) -> Ending {
    Ending { letters, kind, roles, raises: false }
}

const fn raising(letters: &'static str, kind: char, roles: u32) -> Ending {
    Ending { letters, kind, roles, raises: true }
}

/// Longest first, so that the first that fits is the one taken off for storing.
const ENDINGS: &[Ending] = &[
    ending("iasant", 'w', FINITE_I),
    ending("faoedd", 'p', PLACE),
    ending("iasoch", 'w', FINITE_I),
    ending("iasech", 'w', FINITE_I),
    ending("iasent", 'w', FINITE_I),
    ending("iasom", 'w', FINITE_I),
    ending("asant", 'v', FINITE),
    ending("feydd", 'p', PLACE),
    ending("euodd", 'x', FINITE_AU),
    ending("euwyd", 'x', FINITE_AU),
    ending("asoch", 'v', FINITE),
    ending("iasai", 'w', FINITE_I),
    ending("asech", 'v', FINITE),
    ending("iasem", 'w', FINITE_I),
    ending("asent", 'v', FINITE),
    ending("iasid", 'w', FINITE_I),
    ending("iasit", 'w', FINITE_I),
    ending("iaswn", 'w', FINITE_I),
    ending("iasan", 'w', FINITE_I),
    ending("iaist", 'w', FINITE_I),
    ending("haodd", 'z', FINITE_HAU),
    ending("hawyd", 'z', FINITE_HAU),
    ending("haont", 'z', FINITE_HAU),
    ending("hewch", 'z', FINITE_HAU),
    ending("haith", 'z', FINITE_HAU),
    ending("haiff", 'z', FINITE_HAU),
    ending("iwyr", 'g', AGENT),
    ending("iodd", 'w', FINITE_I),
    ending("iaid", 'n', PLURAL),
    ending("oedd", 'n', PLURAL),
    ending("iais", 'w', FINITE_I),
    ending("iwyd", 'w', FINITE_I),
    ending("iech", 'w', FINITE_I),
    ending("ient", 'w', FINITE_I),
    ending("iwch", 'w', FINITE_I),
    ending("aodd", 'x', FINITE_AU),
    ending("awyd", 'x', FINITE_AU),
    ending("aont", 'x', FINITE_AU),
    ending("asom", 'v', FINITE),
    ending("aist", 'v', FINITE),
    ending("owyd", 'v', FINITE_OI),
    ending("asai", 'v', FINITE),
    ending("asem", 'v', FINITE),
    ending("asid", 'v', FINITE),
    ending("asit", 'v', FINITE),
    ending("aswn", 'v', FINITE),
    ending("asan", 'v', FINITE),
    ending("iwyf", 'w', FINITE_I),
    ending("iych", 'w', FINITE_I),
    ending("iest", 'w', FINITE_I),
    ending("iost", 'w', FINITE_I),
    ending("iont", 'w', FINITE_I),
    ending("ioch", 'w', FINITE_I),
    ending("hawn", 'z', FINITE_HAU),
    ending("hair", 'z', FINITE_HAU),
    ending("heir", 'z', FINITE_HAU),
    ending("hant", 'z', FINITE_HAU),
    ending("hait", 'z', FINITE_HAU),
    ending("hais", 'z', FINITE_HAU),
    ending("odd", 'v', FINITE | FINITE_OI),
    ending("iau", 'n', PLURAL),
    ending("ion", 'n', PLURAL),
    ending("wyr", 'g', AGENT),
    ending("iwr", 'g', AGENT),
    ending("ydd", 'y', PLURAL | AGENT),
    ending("wyd", 'v', FINITE),
    ending("ais", 'v', FINITE),
    ending("ant", 'v', FINITE),
    ending("wch", 'v', FINITE),
    ending("ech", 'v', FINITE),
    ending("ent", 'v', FINITE),
    ending("och", 'v', FINITE),
    ending("ach", 'c', DEGREE),
    ending("iai", 'w', FINITE_I),
    ending("iaf", 'w', FINITE_I),
    ending("iwn", 'w', FINITE_I),
    ending("eir", 'x', FINITE_AU),
    ending("aon", 'n', PLURAL),
    ending("aid", 'k', KEEPER),
    ending("oir", 'v', FINITE_OI),
    ending("ith", 'v', FINITE),
    ending("iff", 'v', FINITE),
    ending("wyf", 'v', FINITE),
    ending("ych", 'v', FINITE),
    ending("est", 'v', FINITE),
    ending("ost", 'v', FINITE),
    ending("iem", 'w', FINITE_I),
    ending("iom", 'w', FINITE_I),
    ending("ont", 'v', FINITE),
    ending("ier", 'w', FINITE_I),
    ending("ies", 'w', FINITE_I),
    ending("ian", 'w', FINITE_I),
    ending("haf", 'z', FINITE_HAU),
    ending("hau", 'h', VERBNOUN_HAU),
    ending("au", 'n', PLURAL | VERBNOUN_AU),
    ending("oi", 't', VERBNOUN_OI),
    ending("on", 'n', PLURAL),
    ending("wr", 'g', AGENT),
    ending("ad", 'k', KEEPER),
    ending("yn", 's', SINGLE),
    ending("en", 's', SINGLE),
    ending("io", 'j', VERBNOUN_I),
    ending("ia", 'w', FINITE_I),
    ending("fa", 'p', PLACE),
    ending("af", 'f', FINITE | DEGREE),
    ending("ed", 'd', DEGREE),
    ending("wn", 'v', FINITE),
    raising("ir", 'r', FINITE | FINITE_I),
    raising("id", 'r', FINITE | FINITE_I),
    ending("ai", 'v', FINITE),
    ending("em", 'v', FINITE),
    ending("om", 'v', FINITE),
    ending("it", 'v', FINITE),
    ending("er", 'v', FINITE),
    ending("es", 'v', FINITE),
    ending("an", 'v', FINITE),
    ending("u", 'u', VERBNOUN),
    ending("o", 'o', VERBNOUN),
    ending("a", 'a', VERBNOUN | SINGLE),
    ending("i", 'i', PLURAL | VERBNOUN),
];

/// The term that stands for a word in the index.
pub(crate) fn index_term(word: &str) -> String {
    if let Some(lemma) = welsh_words::irregular(word) {
        return format!("={lemma}");
    }
    for radical in radicals(word) {
        if let Some(lemma) = welsh_words::irregular(&radical) {
            return format!("={lemma}");
        }
    }
    let (onset, body) = split(word);
    let term = format!("{onset}{}", body_term(body));
    if is_own(&term) { format!("'{term}") } else { term }
}

/// Terms of words that look mutated and commonly are not; they are stored apart from those that are.
static OWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let term = |word: &str| {
        let (onset, body) = split(word);
        format!("{onset}{}", body_term(body))
    };
    welsh_words::unmutated().map(|word| stem_of(&term(word)).to_owned()).collect()
});

fn is_own(term: &str) -> bool {
    OWN.contains(stem_of(term))
}

fn stem_of(term: &str) -> &str {
    term.split(':').next().unwrap_or(term)
}

/// The terms that a search for a word looks for, in order, without repetition.
pub(crate) fn query_terms(word: &str) -> Vec<String> {
    let stored = index_term(word);
    if stored.starts_with('=') {
        return vec![stored];
    }
    let (onset, body) = split(word);
    let mut radicals = vec![onset.to_owned()];
    if !stored.starts_with('\'') {
        radicals.extend(radical_onsets(onset, body));
    }
    let onsets: BTreeSet<String> = radicals.iter().flat_map(|radical| mutated(radical)).collect();
    let bodies = related(&onsets, body);
    let mut terms: BTreeSet<String> = BTreeSet::new();
    for radical in &radicals {
        for beginning in mutated(radical) {
            for body in &bodies {
                let term = format!("{beginning}{body}");
                match (is_own(&term), beginning == *radical) {
                    (false, _) => terms.insert(term),
                    (true, true) => terms.insert(format!("'{term}")),
                    (true, false) => false,
                };
            }
        }
    }
    terms.insert(stored);
    terms.into_iter().collect()
}

/// A word as its consonants before the first vowel, which mutate, and the rest, which does not.
fn split(word: &str) -> (&str, &str) {
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

fn radical_onsets(onset: &str, body: &str) -> Vec<String> {
    let letter = first_letter(onset);
    let rest = &onset[letter.len()..];
    let mut found = Vec::new();
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
fn mutated(radical: &str) -> Vec<String> {
    let letter = first_letter(radical);
    let rest = &radical[letter.len()..];
    let mut all = vec![radical.to_owned()];
    if radical.is_empty() {
        all.push("h".to_owned());
    }
    for (_, mutations) in MUTATIONS.iter().filter(|(from, _)| *from == letter) {
        all.extend(mutations.iter().map(|mutation| format!("{mutation}{rest}")));
    }
    all
}

/// The stored form of what follows a word's beginning: stem, then the kind of ending.
fn body_term(body: &str) -> String {
    for ending in ENDINGS {
        if let Some(stem) = stem_before(body, ending) {
            return format!("{}:{}", plain(stem), ending.kind);
        }
    }
    plain(body)
}

/// What is left without an ending, when that can be a stem.
fn stem_before<'b>(body: &'b str, ending: &Ending) -> Option<&'b str> {
    let stem = body.strip_suffix(ending.letters)?;
    let long_enough = stem.len() >= 2 && stem.contains(is_vowel);
    let joins = match ending.letters.as_bytes()[0] {
        // `-hau` after a consonant that would make one letter with its `h` is `-au` after that letter.
        b'h' => !stem.ends_with(['c', 'p', 't']),
        _ if ending.roles & PLURAL != 0 && ending.letters.len() > 2 => true,
        _ => !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y']),
    };
    (long_enough && joins).then_some(stem)
}

/// Spelling that changes when an ending follows: `nn` and `rr`, `h` after a vowel or nasal, `ai`, `au`.
fn plain(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let mut out = String::with_capacity(stem.len());
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        match (before, letter) {
            (Some('n'), 'n') | (Some('r'), 'r') => {}
            (Some(before), 'h') if is_vowel(before) || matches!(before, 'n' | 'm' | 'g') => {}
            (_, 'a') if matches!(letters.get(at + 1), Some('i' | 'u')) && at + 2 < letters.len() => out.push('e'),
            _ => out.push(letter),
        }
    }
    out
}

/// The stored forms of everything that a word with this body may inflect to.
fn related(onsets: &BTreeSet<String>, body: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([body_term(body)]);
    let listed = |list: fn(&str) -> bool, bare: &str| onsets.iter().any(|onset| list(&format!("{onset}{bare}")));
    let takes_i = |stem: &str| listed(welsh_words::takes_i, stem);
    let verb = if listed(welsh_words::is_bare_verb, body) { FINITE | FINITE_I } else { 0 };
    let degree = if listed(welsh_words::is_adjective, body) { DEGREE } else { 0 };
    inflect(body, None, PLURAL | degree | verb, &takes_i, &mut found);
    for ending in ENDINGS {
        if let Some(stem) = stem_before(body, ending) {
            let mut roles = ending.roles;
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
    found
}

/// `-i` and `-ydd` end much else besides plurals, so a noun must be known to take them, or be short for `-ydd`.
fn is_plural_of(stem: &str, ending: &Ending, takes_i: &dyn Fn(&str) -> bool) -> bool {
    match ending.letters {
        "i" => takes_i(stem),
        "ydd" => stem.matches(is_vowel).count() < 2 || takes_i(stem),
        _ => true,
    }
}

/// Adds the stored forms of a stem in the given roles.
fn inflect(
    stem: &str,
    read: Option<&Ending>,
    roles: u32,
    takes_i: &dyn Fn(&str) -> bool,
    found: &mut BTreeSet<String>,
) {
    let raised = read.is_some_and(|ending| ending.raises);
    for (variant, change) in variants(stem) {
        let fits = |raising: bool| match change {
            Change::None => true,
            Change::Lowered => raised && !raising,
            Change::Raised => !raised && raising,
        };
        if roles & BARE != 0 && fits(false) {
            found.insert(body_term(&variant));
        }
        for ending in ENDINGS.iter().filter(|ending| ending.roles & roles != 0 && fits(ending.raises)) {
            let only_plural = ending.roles & roles & !PLURAL == 0;
            if !only_plural || is_plural_of(&variant, ending, takes_i) {
                found.insert(body_term(&format!("{variant}{}", ending.letters)));
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
}

/// A stem as it may be spelled in other forms of its word.
fn variants(stem: &str) -> Vec<(String, Change)> {
    let mut all = vec![(stem.to_owned(), Change::None)];
    // A final `b`, `d`, `g` hardens before the ending of a degree (pwysig, pwysicach); `nt` turns to `nn` (punt, punnoedd).
    const ENDS: &[(&str, &str)] =
        &[("g", "c"), ("d", "t"), ("b", "p"), ("c", "g"), ("t", "d"), ("p", "b"), ("nt", "nn"), ("nn", "nt")];
    for (from, to) in ENDS {
        if let Some(rest) = stem.strip_suffix(from) {
            all.push((format!("{rest}{to}"), Change::None));
        }
    }
    let Some(last) = stem.rfind(is_vowel) else { return all };
    let start = stem[..last].trim_end_matches(is_vowel).len();
    let with = |vowels: &str| format!("{}{vowels}{}", &stem[..start], &stem[last + 1..]);
    match &stem[start..=last] {
        "w" => all.push((with("y"), Change::None)),
        "y" => all.push((with("w"), Change::None)),
        "a" => all.push((with("e"), Change::Raised)),
        "e" => all.push((with("a"), Change::Lowered)),
        _ => {}
    }
    all
}

/// A word with every beginning that it may show when mutated, the word as given first.
pub(crate) fn mutations(word: &str) -> Vec<String> {
    let (onset, body) = split(word);
    let radicals = std::iter::once(onset.to_owned()).chain(radical_onsets(onset, body));
    let all: BTreeSet<String> = radicals.flat_map(|radical| mutated(&radical)).collect();
    let others = all.iter().filter(|other| *other != onset).map(|onset| format!("{onset}{body}"));
    std::iter::once(word.to_owned()).chain(others).collect()
}
