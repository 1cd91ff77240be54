//! The words of [`super::polarity`], with the forms that they take, ready to be looked up.

use std::sync::LazyLock;

use super::polarity;
use super::words::{Key, KeyMap};
use crate::text::welsh;

/// What a word does to the praise or blame of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tagging) enum Tone {
    /// Praise.
    Good,
    /// Gives or allows something.
    Gives,
    /// Does good, to bad things too.
    Mends,
    /// Blame.
    Bad,
    /// Does harm, to good things too.
    Harms,
    /// Less of what follows.
    Lessens,
    /// Less of what follows, and a harm by itself.
    Limits,
    /// People in need.
    Needy,
    /// What it costs.
    Costs,
    /// Denies what follows.
    Denies,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::tagging) struct Known {
    pub(in crate::tagging) tone: Option<Tone>,
    /// Takes something away (-1) or brings it in (1), as a proposal does.
    pub(in crate::tagging) action: i8,
}

/// The words of one language.
pub(in crate::tagging) struct Words(KeyMap<Known>);

impl Words {
    /// What is known of a word, as [`super::tokens`] folds it.
    pub(in crate::tagging) fn get(&self, word: Key) -> Known {
        self.0.get(&word).copied().unwrap_or_default()
    }

    fn add(
        &mut self,
        list: &str,
        forms: fn(&str) -> Vec<String>,
        keep: impl Fn(&str) -> bool,
        set: impl Fn(&mut Known),
    ) {
        for word in list.split_whitespace() {
            for form in forms(word).into_iter().filter(|form| form == word || keep(form)) {
                set(self.0.entry(Key::of(&form)).or_default());
            }
        }
    }
}

/// English words, inflected.
pub(in crate::tagging) static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    words(
        inflected,
        &[
            (polarity::DENIES, Tone::Denies),
            (polarity::NEEDY, Tone::Needy),
            (polarity::COSTS, Tone::Costs),
            (polarity::LIMITS, Tone::Limits),
            (polarity::LESSENS, Tone::Lessens),
            (polarity::HARMS, Tone::Harms),
            (polarity::MENDS, Tone::Mends),
            (polarity::BAD, Tone::Bad),
            (polarity::GOOD, Tone::Good),
            (polarity::GIVES, Tone::Gives),
        ],
        polarity::TAKES_AWAY,
        polarity::BRINGS_IN,
    )
});

/// Welsh words, mutated.
pub(in crate::tagging) static WELSH: LazyLock<Words> = LazyLock::new(|| {
    words(
        welsh::mutated,
        &[
            (polarity::DENIES_CY, Tone::Denies),
            (polarity::NEEDY, Tone::Needy),
            (polarity::LIMITS_CY, Tone::Limits),
            (polarity::LESSENS_CY, Tone::Lessens),
            (polarity::HARMS_CY, Tone::Harms),
            (polarity::MENDS_CY, Tone::Mends),
            (polarity::BAD_CY, Tone::Bad),
            (polarity::GOOD_CY, Tone::Good),
            (polarity::GIVES_CY, Tone::Gives),
        ],
        polarity::TAKES_AWAY_CY,
        polarity::BRINGS_IN_CY,
    )
});

/// A word that stands in two lists keeps what the first says of it; plain words come before forms that are made.
fn words(forms: fn(&str) -> Vec<String>, tones: &[(&str, Tone)], takes: &str, brings: &str) -> Words {
    let mut words = Words(KeyMap::default());
    let plain: fn(&str) -> Vec<String> = |word| vec![word.to_owned()];
    for make in [plain, forms] {
        for (list, tone) in tones {
            let make = if *tone == Tone::Denies { plain } else { make };
            let gives = *tone == Tone::Gives;
            words.add(
                list,
                make,
                |form| !gives || !is_doer(form),
                |known| {
                    known.tone.get_or_insert(*tone);
                },
            );
        }
        for (list, action) in [(takes, -1), (brings, 1)] {
            words.add(
                list,
                make,
                |form| !is_doer(form),
                |known| {
                    if known.action == 0 {
                        known.action = action;
                    }
                },
            );
        }
    }
    words
}

/// Whether a form names who does it (`provider`), which says nothing of what is done.
fn is_doer(form: &str) -> bool {
    form.ends_with("er") || form.ends_with("ers")
}

/// An English word with the endings of nouns, verbs and adverbs; some that nobody writes, which does no harm.
fn inflected(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let bare = word.strip_suffix('e');
    let consonant_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    for ending in ["s", "es", "ly"] {
        forms.push(format!("{word}{ending}"));
    }
    if let Some(stem) = bare {
        for ending in ["ed", "ing", "er", "ers"] {
            forms.push(format!("{stem}{ending}"));
        }
        if let Some(stem) = stem.strip_suffix("is") {
            // `criminalise` and `criminalize`.
            for ending in ["ize", "izes", "ized", "izing"] {
                forms.push(format!("{stem}{ending}"));
            }
        }
    } else if let Some(stem) = consonant_y {
        for ending in ["ies", "ied", "ying", "ier", "iest", "ily"] {
            forms.push(format!("{stem}{ending}"));
        }
    } else {
        for ending in ["ed", "ing", "er", "ers"] {
            forms.push(format!("{word}{ending}"));
        }
        if let Some(last) = word.chars().last().filter(|last| "bdgklmnprt".contains(*last)) {
            // `ban`, `banned`.
            for ending in ["ed", "ing"] {
                forms.push(format!("{word}{last}{ending}"));
            }
        }
    }
    forms
}
