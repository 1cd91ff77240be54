//! Finds the phrases of [`super::cues`] in a row of tokens.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::cues;
use super::tokens::Token;

/// A map by words that are looked up for every word of every answer, and that no respondent can choose: a hash of a few
/// operations does (FNV-1a, by eight bytes).
pub(in crate::tagging) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// See [`WordMap`].
#[derive(Default)]
pub(in crate::tagging) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        /// The prime of FNV-1a for 64 bits.
        const PRIME: u64 = 0x0000_0100_0000_01B3;
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(PRIME);
        }
    }

    fn finish(&self) -> u64 {
        // The table looks at the highest bits and the lowest: both must hang on every byte.
        self.0 ^ self.0.rotate_right(29) ^ (self.0 >> 47)
    }
}

/// One place in a phrase.
struct Piece {
    words: Vec<&'static str>,
    optional: bool,
    any: bool,
}

/// A list of phrases, found by their first words.
pub(in crate::tagging) struct Phrases {
    phrases: Vec<Vec<Piece>>,
    by_first: WordMap<&'static str, Vec<usize>>,
}

impl Phrases {
    pub(in crate::tagging) fn of(list: impl Iterator<Item = &'static str>) -> Phrases {
        let phrases: Vec<Vec<Piece>> = list.map(|phrase| phrase.split_whitespace().map(piece).collect()).collect();
        let mut by_first: WordMap<&'static str, Vec<usize>> = WordMap::default();
        for (at, phrase) in phrases.iter().enumerate() {
            let required = phrase.iter().position(|piece| !piece.optional).unwrap_or(0);
            for word in phrase[..=required].iter().flat_map(|piece| &piece.words) {
                by_first.entry(word).or_default().push(at);
            }
        }
        Phrases { phrases, by_first }
    }

    /// The longest phrase that begins here: which, and how many tokens it takes.
    pub(in crate::tagging) fn at(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        let here = self.by_first.get(tokens.first()?.word.as_str())?;
        here.iter()
            .filter_map(|&at| length(&self.phrases[at], tokens).map(|length| (at, length)))
            .max_by_key(|&(at, length)| (length, std::cmp::Reverse(at)))
    }
}

fn piece(written: &'static str) -> Piece {
    let optional = written.ends_with('?');
    let bare = written.trim_end_matches('?');
    Piece { words: bare.split('/').collect(), optional, any: bare == "_" }
}

/// How many tokens, all of one sentence, a phrase takes from here on; tries the optional words first.
fn length(phrase: &[Piece], tokens: &[Token]) -> Option<usize> {
    let Some((piece, rest)) = phrase.split_first() else { return Some(0) };
    let fits = tokens.first().filter(|token| piece.any || piece.words.contains(&token.word.as_str()));
    if fits.is_some() {
        let same = tokens.get(1).is_none_or(|next| rest.is_empty() || next.sentence == tokens[0].sentence);
        if let Some(length) = length(rest, if same { &tokens[1..] } else { &[] }) {
            return Some(length + 1);
        }
    }
    if piece.optional { length(rest, tokens) } else { None }
}

/// A verb's form: which verb, and whether it is the form of a third person.
pub(super) struct Form {
    pub(super) verb: usize,
    pub(super) third: bool,
}

/// All that is looked for, compiled once.
pub(super) struct Lexicon {
    pub(super) settled: Phrases,
    pub(super) explicit: Phrases,
    pub(super) no_position: Phrases,
    pub(super) praise: Phrases,
    pub(super) blame: Phrases,
    pub(super) sarcasm: Phrases,
    pub(super) turns: Phrases,
    pub(super) reservations: Phrases,
    pub(super) conditions: Phrases,
    pub(super) forms: WordMap<&'static str, Form>,
    /// Every word at which any of these may begin: most words of an answer are none.
    begins: WordMap<&'static str, ()>,
}

/// The one lexicon.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut forms = WordMap::default();
    for (verb, cue) in cues::VERBS.iter().enumerate() {
        for (list, third) in [(cue.base, false), (cue.third, true)] {
            forms.extend(list.split_whitespace().map(|word| (word, Form { verb, third })));
        }
    }
    let mut lexicon = Lexicon {
        settled: Phrases::of(cues::SETTLED.iter().map(|cue| cue.0)),
        explicit: Phrases::of(cues::EXPLICIT.iter().map(|cue| cue.0)),
        no_position: Phrases::of(cues::NO_POSITION.iter().copied()),
        praise: Phrases::of(cues::PRAISE.iter().copied()),
        blame: Phrases::of(cues::BLAME.iter().copied()),
        sarcasm: Phrases::of(cues::SARCASM.iter().copied()),
        reservations: Phrases::of(cues::RESERVATIONS.iter().copied()),
        turns: Phrases::of(cues::TURNS.iter().copied()),
        conditions: Phrases::of(cues::CONDITIONS.iter().copied()),
        begins: WordMap::default(),
        forms,
    };
    let lists = [&lexicon.settled, &lexicon.explicit, &lexicon.no_position, &lexicon.praise, &lexicon.blame];
    let firsts = lists.iter().flat_map(|list| list.by_first.keys()).chain(lexicon.forms.keys());
    let begins: WordMap<&str, ()> =
        firsts.copied().chain(cues::MODALS.split_whitespace()).map(|word| (word, ())).collect();
    lexicon.begins = begins;
    lexicon
});

impl Lexicon {
    /// Whether a word can begin anything that shows a position.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.begins.contains_key(word)
    }
}

/// Whether a word stands in a list written with spaces.
pub(in crate::tagging) fn among(list: &str, word: &str) -> bool {
    // Asked for every word of an answer, many lists long: by bytes, from one word's start to the next.
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let ends = |at: usize| list.get(at).is_none_or(u8::is_ascii_whitespace);
    let mut at = 0;
    while !word.is_empty() && at + word.len() <= list.len() {
        if list[at] == word[0] && list[at..].starts_with(word) && ends(at + word.len()) {
            return true;
        }
        while !ends(at) {
            at += 1;
        }
        at += 1;
    }
    false
}
