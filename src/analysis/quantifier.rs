//! Numbers in words, computed from the count by one rule, so that no sentence can contradict its number.

/// Percentages stand only on at least this many answers; under it, counts alone (our published convention).
pub const FEWEST_FOR_PERCENT: u64 = 30;

/// The word for a share of those who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantifier {
    /// Nobody.
    None,
    /// One respondent.
    One,
    /// Two respondents.
    Two,
    /// Under 10 %, but at least three.
    AFew,
    /// From 10 % to under 25 %.
    Some,
    /// From 25 % to 50 %.
    Many,
    /// Over 50 %.
    Most,
    /// Everyone.
    All,
}

impl Quantifier {
    /// The eight words, from all to none, in the order in which reports explain them.
    pub const ALL: [Quantifier; 8] = [
        Quantifier::All,
        Quantifier::Most,
        Quantifier::Many,
        Quantifier::Some,
        Quantifier::AFew,
        Quantifier::Two,
        Quantifier::One,
        Quantifier::None,
    ];

    /// The word for `count` of `base` respondents. One and two are said as such, whatever their share.
    pub fn of(count: u64, base: u64) -> Self {
        match count {
            0 => Quantifier::None,
            1 => Quantifier::One,
            2 => Quantifier::Two,
            _ if count >= base => Quantifier::All,
            _ if count * 2 > base => Quantifier::Most,
            _ if count * 4 >= base => Quantifier::Many,
            _ if count * 10 >= base => Quantifier::Some,
            _ => Quantifier::AFew,
        }
    }

    /// The word's place in the ids of messages: `most`, `a-few`.
    pub fn key(self) -> &'static str {
        match self {
            Quantifier::None => "none",
            Quantifier::One => "one",
            Quantifier::Two => "two",
            Quantifier::AFew => "a-few",
            Quantifier::Some => "some",
            Quantifier::Many => "many",
            Quantifier::Most => "most",
            Quantifier::All => "all",
        }
    }
}

/// The share in whole per cent, rounded half up, or `None` when the base is too small for one.
pub fn percent(count: u64, base: u64) -> Option<u64> {
    (base >= FEWEST_FOR_PERCENT).then(|| (count * 200 + base) / (base * 2))
}
