//! Finds the phrases of [`super::cues`] in a row of tokens.

use std::sync::LazyLock;

use super::cues;
use super::tokens::Token;
use super::words::{Key, KeyMap};

/// One place in a phrase.
struct Piece {
    words: Vec<Key>,
    optional: bool,
    any: bool,
}

/// A list of phrases, found by their first words.
pub(in crate::tagging) struct Phrases {
    phrases: Vec<Vec<Piece>>,
    by_first: KeyMap<First>,
    /// The bit of this list in [`Token::begins`].
    bit: u16,
}

/// The phrases that begin with a word.
#[derive(Default)]
struct First {
    phrases: Vec<usize>,
    /// What may come next, by [`Key::bit`]; all bits where a phrase may end here, or go on with any word.
    next: u64,
}

/// In which lists of phrases a word may begin one, a bit for each: most words of an answer begin none. Two words that share
/// 48 bits of their number share their lists, too, which know them apart.
pub(in crate::tagging) struct Begins {
    /// By the highest bits of a word's number, at its place or behind: 48 bits of it, and those of its lists.
    slots: Box<[u64; Begins::SLOTS]>,
    lists: u32,
}

impl Default for Begins {
    fn default() -> Self {
        Begins { slots: Box::new([0; Begins::SLOTS]), lists: 0 }
    }
}

impl Begins {
    /// A power of two, some times as many as words.
    const SLOTS: usize = 1 << 12;

    #[inline]
    pub(in crate::tagging) fn of(&self, word: Key) -> u16 {
        // Nought in an empty slot.
        self.slots[self.place(word)] as u16
    }

    /// The slot of a word, or the empty one where it would go.
    #[inline]
    fn place(&self, word: Key) -> usize {
        let mut at = word.high(Begins::SLOTS.trailing_zeros());
        while self.slots[at] != 0 && self.slots[at] >> 16 != word.high(48) as u64 {
            at = (at + 1) % Begins::SLOTS;
        }
        at
    }

    /// Takes note of a list of phrases, of which there may be sixteen.
    pub(in crate::tagging) fn phrases(&mut self, list: impl Iterator<Item = &'static str>) -> Phrases {
        let phrases: Vec<Vec<Piece>> = list.map(|phrase| phrase.split_whitespace().map(piece).collect()).collect();
        let mut by_first: KeyMap<First> = KeyMap::default();
        for (at, phrase) in phrases.iter().enumerate() {
            let required = phrase.iter().position(|piece| !piece.optional).unwrap_or(0);
            for (place, piece) in phrase[..=required].iter().enumerate() {
                for word in &piece.words {
                    let first = by_first.entry(*word).or_default();
                    first.phrases.push(at);
                    first.next |= heads(&phrase[place + 1..]);
                }
            }
        }
        let bit = self.words(by_first.keys().copied());
        Phrases { phrases, by_first, bit }
    }

    /// Takes note of words that stand for themselves, and says which bit is theirs.
    pub(in crate::tagging) fn words(&mut self, words: impl Iterator<Item = Key>) -> u16 {
        let bit = 1 << self.lists;
        self.lists += 1;
        for word in words {
            let place = self.place(word);
            self.slots[place] |= (word.high(48) as u64) << 16 | u64::from(bit);
        }
        bit
    }
}

impl Phrases {
    /// Whether one may begin with any of the words whose bits these are.
    pub(in crate::tagging) fn may_begin(&self, begins: u16) -> bool {
        begins & self.bit != 0
    }

    /// The longest phrase that begins here: which, and how many tokens it takes.
    #[inline]
    pub(in crate::tagging) fn at(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        let first = tokens.first().filter(|first| self.may_begin(first.begins))?;
        self.longest(first.word.key, tokens)
    }

    fn longest(&self, first: Key, tokens: &[Token]) -> Option<(usize, usize)> {
        let here = self.by_first.get(&first)?;
        let next = tokens.get(1).map_or(0, |next| next.word.key.bit());
        if here.next != u64::MAX && here.next & next == 0 {
            return None;
        }
        here.phrases
            .iter()
            .filter_map(|&at| length(&self.phrases[at], tokens).map(|length| (at, length)))
            .max_by_key(|&(at, length)| (length, std::cmp::Reverse(at)))
    }
}

fn piece(written: &'static str) -> Piece {
    let optional = written.ends_with('?');
    let bare = written.trim_end_matches('?');
    Piece { words: bare.split('/').map(Key::of).collect(), optional, any: bare == "_" }
}

/// The bits of the words that the rest of a phrase may begin with; all of them when it may be over.
fn heads(rest: &[Piece]) -> u64 {
    let Some((piece, further)) = rest.split_first() else { return u64::MAX };
    let here = if piece.any { u64::MAX } else { piece.words.iter().fold(0, |bits, word| bits | word.bit()) };
    if piece.optional { here | heads(further) } else { here }
}

/// How many tokens, all of one sentence, a phrase takes from here on; tries the optional words first.
fn length(phrase: &[Piece], tokens: &[Token]) -> Option<usize> {
    let Some((piece, rest)) = phrase.split_first() else { return Some(0) };
    let fits = tokens.first().filter(|token| piece.any || piece.words.contains(&token.word.key));
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
    pub(super) forms: KeyMap<Form>,
    pub(super) begins: Begins,
    /// The bits of all that may show a position.
    shows: u16,
}

/// The one lexicon.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut forms = KeyMap::default();
    for (verb, cue) in cues::VERBS.iter().enumerate() {
        for (list, third) in [(cue.base, false), (cue.third, true)] {
            forms.extend(list.split_whitespace().map(|word| (Key::of(word), Form { verb, third })));
        }
    }
    let mut begins = Begins::default();
    let mut lexicon = Lexicon {
        settled: begins.phrases(cues::SETTLED.iter().map(|cue| cue.0)),
        explicit: begins.phrases(cues::EXPLICIT.iter().map(|cue| cue.0)),
        no_position: begins.phrases(cues::NO_POSITION.iter().copied()),
        praise: begins.phrases(cues::PRAISE.iter().copied()),
        blame: begins.phrases(cues::BLAME.iter().copied()),
        sarcasm: begins.phrases(cues::SARCASM.iter().copied()),
        reservations: begins.phrases(cues::RESERVATIONS.iter().copied()),
        turns: begins.phrases(cues::TURNS.iter().copied()),
        conditions: begins.phrases(cues::CONDITIONS.iter().copied()),
        begins: Begins::default(),
        shows: 0,
        forms,
    };
    let alone = lexicon.forms.keys().copied().chain(cues::MODALS.split_whitespace().map(Key::of));
    let alone = begins.words(alone);
    let lists = [&lexicon.settled, &lexicon.explicit, &lexicon.no_position, &lexicon.praise, &lexicon.blame];
    lexicon.shows = lists.iter().fold(alone, |bits, list| bits | list.bit);
    lexicon.begins = begins;
    lexicon
});

impl Lexicon {
    /// Whether a word can begin anything that shows a position.
    pub(super) fn may_begin(&self, token: &Token) -> bool {
        token.begins & self.shows != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_leave_most_of_the_table_free() {
        let taken = LEXICON.begins.slots.iter().filter(|slot| **slot != 0).count();
        assert!(taken > 300 && taken < Begins::SLOTS / 3, "{taken} of {}", Begins::SLOTS);
    }
}
