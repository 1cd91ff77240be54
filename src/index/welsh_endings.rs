//! The endings of Welsh words and how they go together.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What an ending says of its word. Readings are linked by [`links`].
pub(super) mod role {
    /// No ending at all.
    pub(in super::super) const BARE: u32 = 1;
    /// Plural of a noun.
    pub(in super::super) const PLURAL: u32 = 1 << 1;
    /// One out of many: `blodyn`, `coeden`.
    pub(in super::super) const SINGLE: u32 = 1 << 2;
    /// Degree of an adjective.
    pub(in super::super) const DEGREE: u32 = 1 << 3;
    /// Person and tense of a verb.
    pub(in super::super) const FINITE: u32 = 1 << 4;
    /// Verb-noun with an ending.
    pub(in super::super) const VERBNOUN: u32 = 1 << 5;
    /// The same of verbs with `i` before each ending: `gweithio`, `gweithiodd`.
    pub(in super::super) const FINITE_I: u32 = 1 << 6;
    /// See above.
    pub(in super::super) const VERBNOUN_I: u32 = 1 << 7;
    /// People who do something: `-wr`, `-wyr`, `-ydd`.
    pub(in super::super) const AGENT: u32 = 1 << 8;
    /// Nouns in `-fa`: `-feydd`, `-faoedd`.
    pub(in super::super) const PLACE: u32 = 1 << 9;
    /// Nouns in `-ad` with plurals in `-aid`.
    pub(in super::super) const KEEPER: u32 = 1 << 10;
    /// Verb-nouns in `-au`: `parhau`, `parhaodd`.
    pub(in super::super) const VERBNOUN_AU: u32 = 1 << 11;
    /// Finite forms of those.
    pub(in super::super) const FINITE_AU: u32 = 1 << 12;
    /// Verb-nouns in `-hau`: `glanhau`, `glanhaodd`.
    pub(in super::super) const VERBNOUN_HAU: u32 = 1 << 15;
    /// Finite forms of those.
    pub(in super::super) const FINITE_HAU: u32 = 1 << 16;
    /// Verb-nouns in `-oi`: `paratoi`, `paratodd`.
    pub(in super::super) const VERBNOUN_OI: u32 = 1 << 13;
    /// Finite forms of those.
    pub(in super::super) const FINITE_OI: u32 = 1 << 14;
}

use role::*;

/// The roles that forms of one word may have besides a given one.
pub(super) fn links(roles: u32) -> u32 {
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

/// One ending.
pub(super) struct Ending {
    /// As written, from the stem on.
    pub(super) letters: &'static str,
    /// Kind, as it stands in the term.
    pub(super) kind: char,
    /// See [`role`].
    pub(super) roles: u32,
    /// Whether it turns an `a` before it into `e` (gwlad, gwledydd; gallaf, gellir).
    pub(super) raises: bool,
}

const fn ending(letters: &'static str, kind: char, roles: u32) -> Ending {
    Ending { letters, kind, roles, raises: false }
}

const fn raising(letters: &'static str, kind: char, roles: u32) -> Ending {
    Ending { letters, kind, roles, raises: true }
}

/// Longest first, so that the first that fits is the one taken off for storing.
pub(super) const ENDINGS: &[Ending] = &[
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
    ending("iach", 'c', DEGREE),
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
    ending("iaf", 'w', FINITE_I | DEGREE),
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
    ending("ed", 'd', DEGREE | FINITE),
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
    ending("o", 'o', VERBNOUN | FINITE),
    ending("a", 'a', FINITE | VERBNOUN | SINGLE),
    ending("i", 'i', PLURAL | VERBNOUN | FINITE),
];

/// The endings that end with a letter, longest first.
pub(super) fn endings_in(last: u8) -> &'static [&'static Ending] {
    static BY_LAST: LazyLock<HashMap<u8, Vec<&'static Ending>>> = LazyLock::new(|| {
        let mut by_last: HashMap<u8, Vec<&'static Ending>> = HashMap::new();
        for ending in ENDINGS {
            if let Some(last) = ending.letters.bytes().last() {
                by_last.entry(last).or_default().push(ending);
            }
        }
        by_last
    });
    BY_LAST.get(&last).map_or(&[], Vec::as_slice)
}
