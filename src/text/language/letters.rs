//! The letter model: how likely a word's letters are in Welsh, in English, and in neither.
//!
//! Each language's chain of letters is counted in the lists of [`super::words`], [`super::spelling`] and
//! [`super::neighbours`]: every letter after the three before it, backed off to two, one and none (Witten and Bell's scheme
//! with a fixed count). What is kept is log odds, a row of letters for each three that a list holds.

use super::table::NAT;
use super::{neighbours, spelling, words};
use crate::text::welsh;

/// A letter that neither language writes, as a byte of a folded word; its class is 28.
pub(super) const STRANGE: u8 = b'|';

/// Classes of letters: nought for the edge of a word, 1 to 26, and [`STRANGE`]'s; 32 makes them five bits.
const CLASSES: usize = 32;
const PAIRS: usize = CLASSES * CLASSES;
const TRIPLES: usize = PAIRS * CLASSES;
/// Letters that are looked at; a longer word is judged by its beginning.
pub(super) const LOOKED_AT: usize = 24;

/// What the letters of a word say.
#[derive(Clone, Copy, Default)]
pub(super) struct Judged {
    /// Log odds of Welsh against English, in units of [`NAT`].
    pub(super) welsh: i32,
    /// Log odds of the pooled other languages against the likelier of the two.
    pub(super) alien: i32,
}

/// Log odds of letters.
pub(super) struct Letters {
    /// The row of each triple; one that no list holds has the row of its last two letters.
    rows: Vec<u16>,
    /// Of each letter in each row: Welsh against English, others against English.
    odds: Vec<[i8; 2]>,
    /// How unexpected a letter after two others is in the language that likes it better, in eighths of a nat.
    surprise: Vec<u8>,
}

impl Letters {
    /// Judges a folded word of so many letters: bytes `a` to `z` and [`STRANGE`], nought behind the last.
    #[inline]
    pub(super) fn judge(&self, word: &[u8; LOOKED_AT], letters: usize) -> Judged {
        let (mut past, mut welsh, mut other) = (0, 0, 0);
        for letter in &word[..(letters + 1).min(LOOKED_AT)] {
            let class = usize::from(letter & 31);
            let [to_welsh, to_other] = self.odds[usize::from(self.rows[past]) * CLASSES + class];
            welsh += i32::from(to_welsh);
            other += i32::from(to_other);
            past = (past << 5 | class) & (TRIPLES - 1);
        }
        Judged { welsh, alien: other - welsh.max(0) }
    }

    /// Mean surprise of a folded word's letters, in eighths of a nat: a word of either language has about 20, its end included.
    pub(super) fn surprise(&self, word: &[u8; LOOKED_AT]) -> u32 {
        let (mut past, mut total, mut letters) = (0, 0, 0);
        for letter in word {
            past = (past << 5 | usize::from(letter & 31)) & (TRIPLES - 1);
            total += u32::from(self.surprise[past]);
            letters += 1;
            if *letter == 0 {
                break;
            }
        }
        total / letters
    }

    /// Counts the lists.
    pub(super) fn learn() -> Letters {
        /// Weights beside a word written down: a form made by rule, and one made by mutation (there are three of each word).
        const INFLECTED: f32 = 0.3;
        const MUTATED: f32 = 0.1;
        let mut rows = Rows { of: vec![0; TRIPLES], count: PAIRS };
        let [mut welsh, mut english, mut other] = [Chain::new(), Chain::new(), Chain::new()];
        let mut folded = Vec::new();
        for list in [words::CY_STRONG, words::CY_FAIR, words::CY_WORDS, spelling::CY_WORDS] {
            for word in list.split_whitespace() {
                welsh.count(&mut rows, fold(word, &mut folded), 1.0);
                for form in welsh::mutated(word).iter().skip(1) {
                    welsh.count(&mut rows, fold(form, &mut folded), MUTATED);
                }
            }
        }
        for list in [words::EN_STRONG, words::EN_FAIR, words::EN_WORDS, spelling::EN_WORDS] {
            for word in list.split_whitespace() {
                english.count(&mut rows, fold(word, &mut folded), 1.0);
                if word.len() > 3 && !word.ends_with('s') {
                    folded.push(b's');
                    english.count(&mut rows, &folded, INFLECTED);
                }
            }
        }
        for (chain, stems, endings) in [
            (&mut welsh, spelling::CY_STEMS, spelling::CY_ENDINGS),
            (&mut english, spelling::EN_STEMS, spelling::EN_ENDINGS),
        ] {
            for stem in stems.split_whitespace() {
                let length = fold(stem, &mut folded).len();
                for ending in endings.split_whitespace() {
                    folded.truncate(length);
                    folded.extend_from_slice(ending.as_bytes());
                    chain.count(&mut rows, &folded, INFLECTED);
                }
            }
        }
        for word in neighbours::ALL.iter().flat_map(|list| list.split_whitespace()) {
            other.count(&mut rows, fold(word, &mut folded), 1.0);
        }
        Letters::of(rows, [welsh, english, other])
    }

    fn of(rows: Rows, chains: [Chain; 3]) -> Letters {
        let shorter = chains.each_ref().map(Chain::shorter);
        let [welsh, english, _] = &shorter;
        let surprise = welsh.iter().zip(english).map(|(cy, en)| (-cy.max(*en) * 8.0).clamp(0.0, 255.0) as u8).collect();
        let mut odds = vec![[0; 2]; rows.count * CLASSES];
        // A row of each pair first, then of each triple; the pair `x` is the triple of an edge, `x` and nothing before it.
        let pairs = (0..PAIRS).map(|pair| (pair, pair));
        let triples = rows.of.iter().enumerate().filter(|(_, row)| **row > 0);
        for (triple, row) in pairs.chain(triples.map(|(triple, row)| (triple, usize::from(*row)))) {
            let after = (triple & (PAIRS - 1)) * CLASSES;
            let place = row * CLASSES;
            let seen = chains.each_ref().map(|chain| chain.fours.get(place..place + CLASSES).unwrap_or_default());
            let kept = seen.map(|row| (BACKOFF / (row.iter().sum::<f32>() + BACKOFF)).ln());
            for class in 0..CLASSES {
                let likely = [0, 1, 2].map(|at: usize| {
                    let short = shorter[at][after + class];
                    match seen[at].get(class) {
                        Some(&count) if count > 0.0 => (count / BACKOFF + short.exp()).ln() + kept[at],
                        _ => short + kept[at],
                    }
                });
                let against_english = |log: f32| ((log - likely[1]) * NAT as f32).clamp(-127.0, 127.0) as i8;
                odds[place + class] = [against_english(likely[0]), against_english(likely[2])];
            }
        }
        let of =
            rows.of.iter().enumerate().map(|(triple, &row)| if row > 0 { row } else { (triple & (PAIRS - 1)) as u16 });
        Letters { rows: of.collect(), odds, surprise }
    }
}

/// The weight of the shorter history, as a count of imagined letters.
const BACKOFF: f32 = 1.0;

/// Which row of counts each triple has: given out as triples are first met, after one for each pair.
struct Rows {
    of: Vec<u16>,
    count: usize,
}

/// How often each letter follows each three, two, one and none, in one language.
struct Chain {
    ones: Vec<f32>,
    twos: Vec<f32>,
    threes: Vec<f32>,
    fours: Vec<f32>,
}

impl Chain {
    fn new() -> Chain {
        let (ones, twos, threes) = (vec![0.0; CLASSES], vec![0.0; PAIRS], vec![0.0; TRIPLES]);
        Chain { ones, twos, threes, fours: Vec::new() }
    }

    fn count(&mut self, rows: &mut Rows, word: &[u8], weight: f32) {
        let mut past = 0;
        // Nought ends the word as it began it, so that beginnings and endings are learnt too.
        for letter in word.iter().chain([&0]) {
            let class = usize::from(letter & 31);
            if rows.of[past] == 0 {
                rows.of[past] = rows.count as u16;
                rows.count += 1;
            }
            let place = usize::from(rows.of[past]) * CLASSES;
            if self.fours.len() < place + CLASSES {
                self.fours.resize(place + CLASSES, 0.0);
            }
            self.fours[place + class] += weight;
            past = (past << 5 | class) & (TRIPLES - 1);
            self.threes[past] += weight;
            self.twos[past & (PAIRS - 1)] += weight;
            self.ones[class] += weight;
        }
    }

    /// Natural logarithm of the chance of each triple's last letter after its first two.
    fn shorter(&self) -> Vec<f32> {
        let sums = |counts: &[f32]| -> Vec<f32> { counts.chunks(CLASSES).map(|row| row.iter().sum()).collect() };
        let all: f32 = self.ones.iter().sum();
        let (after_one, after_two) = (sums(&self.twos), sums(&self.threes));
        let two: Vec<f32> = (0..PAIRS)
            .map(|at| {
                let one = (self.ones[at % CLASSES] + 0.3) / (all + 0.3 * CLASSES as f32);
                (self.twos[at] + BACKOFF * one) / (after_one[at / CLASSES] + BACKOFF)
            })
            .collect();
        (0..TRIPLES)
            .map(|at| ((self.threes[at] + BACKOFF * two[at % PAIRS]) / (after_two[at / CLASSES] + BACKOFF)).ln())
            .collect()
    }
}

/// A word of the lists as bytes `a` to `z`, written over `folded`: accents off, hyphens and apostrophes left out.
fn fold<'f>(word: &str, folded: &'f mut Vec<u8>) -> &'f [u8] {
    folded.clear();
    for letter in word.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'a'..='z' => letter as u8,
            'á' | 'à' | 'â' | 'ä' => b'a',
            'é' | 'è' | 'ê' | 'ë' => b'e',
            'í' | 'ì' | 'î' | 'ï' => b'i',
            'ó' | 'ò' | 'ô' | 'ö' => b'o',
            'ú' | 'ù' | 'û' | 'ü' => b'u',
            'ŵ' => b'w',
            'ŷ' => b'y',
            'ñ' => b'n',
            _ => continue,
        };
        folded.push(plain);
    }
    folded
}
