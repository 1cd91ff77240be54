//! Which of many words and phrases begin at each word of a text.
//!
//! All of them begin with a word, so only the beginnings of words need a look, and there a table of bits, asked with the first
//! letters, turns nearly every word away. What passes is looked up by its letters. Where an automaton takes a step for each
//! byte, this takes one for each word, and its tables are a hundredth of the automaton's.

use super::starts::{BLOCK, Starts};

/// Words and phrases, numbered as they were given.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// The first letters of all of them: it turns most words away.
    openings: Openings,
    /// Two bits in one of its words for each key (a blocked Bloom filter: Putze, Sanders and Singler, Cache-, Hash- and
    /// Space-Efficient Bloom Filters, 2007). Its size is a power of two.
    filter: Vec<u64>,
    /// A hash table with room, its size a power of two: where the members with a key are. Free where `from` equals `to`.
    slots: Vec<Slot>,
    /// By key, then in order of the alphabet.
    members: Vec<Member>,
    has_three: bool,
    has_two: bool,
}

/// A bit for each of the first four letters or fewer that a word may begin with, or for several.
#[derive(Clone, Debug)]
struct Openings(Box<[u64; 512]>);

impl Default for Openings {
    fn default() -> Self {
        Openings(Box::new([0; 512]))
    }
}

impl Openings {
    #[inline]
    fn place(letters: u64) -> (usize, u32) {
        let hash = hash(letters & 0xffff_ffff);
        ((hash >> 55) as usize, (hash >> 49 & 63) as u32)
    }

    #[inline]
    fn may_have(&self, letters: u64) -> bool {
        let (word, bit) = Self::place(letters);
        self.0[word] >> bit & 1 == 1
    }

    fn add(&mut self, sought: &Sought, letters: u64) {
        // A stem of two or three letters goes on in any way.
        let open = sought.stem && (1..4).contains(&sought.text.len()) && sought.text.len() == count(letters);
        self.put(letters, if open { count(letters) } else { 4 });
    }

    /// With whatever may follow from the letter `free` on.
    fn put(&mut self, letters: u64, free: usize) {
        let (word, bit) = Self::place(letters);
        self.0[word] |= 1 << bit;
        if free < 4 {
            (b'a'..=b'z')
                .chain(b'0'..=b'9')
                .for_each(|next| self.put(letters | u64::from(next) << (8 * free), free + 1));
        }
    }
}

/// How many letters there are in the first eight bytes.
fn count(letters: u64) -> usize {
    8 - letters.leading_zeros() as usize / 8
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    from: u32,
    to: u32,
}

#[derive(Clone, Debug)]
struct Member {
    key: u64,
    /// The first eight bytes or all, and which of the eight count.
    first: u64,
    counts: u64,
    text: Box<[u8]>,
    number: u32,
    /// The longest other member with this key that this one begins with.
    shorter: Option<u32>,
}

/// A word or phrase found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// The byte that it begins at.
    pub(super) at: usize,
    pub(super) number: u32,
}

/// One word or phrase to be found.
#[derive(Clone, Debug)]
pub(super) struct Sought {
    pub(super) text: String,
    /// Letters may follow.
    pub(super) stem: bool,
}

impl Words {
    /// Those that begin with a word are found by their place in the list; the others are left out, and named.
    pub(super) fn new(list: &[Sought]) -> (Words, Vec<usize>) {
        let mut words = Words::default();
        let mut left_out = Vec::new();
        for (number, sought) in list.iter().enumerate() {
            let bytes = sought.text.as_bytes();
            let mut first = [0; 8];
            let len = bytes.len().min(8);
            first[..len].copy_from_slice(&bytes[..len]);
            let first = u64::from_le_bytes(first);
            let counts = u64::MAX >> (8 * (8 - len)).min(63);
            let is_one_word = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
            let key = match bytes.len() {
                _ if !super::verify::starts_with_word(&sought.text) => None,
                8.. => Some(LONG.of(first)),
                _ if is_one_word && !sought.stem => Some(WHOLE.of(letters(first))),
                4.. => Some(FOUR.of(first)),
                3 => Some(THREE.of(first)),
                2 => Some(TWO.of(first)),
                _ => None,
            };
            let Some(key) = key else {
                left_out.push(number);
                continue;
            };
            words.has_three |= key == THREE.of(first);
            words.has_two |= key == TWO.of(first);
            words.openings.add(sought, letters(first));
            words.members.push(Member { key, first, counts, text: bytes.into(), number: number as u32, shorter: None });
        }
        words.finish();
        (words, left_out)
    }

    /// Adds each of the starts at which one of the words begins, and which; the bytes must be folded, and end in noughts
    /// ([`crate::text::fold::PADDING`]). Whether words end there, and what stands before a letter that is not ASCII, is for
    /// the caller. What is in `asked` does not matter: it is room to work in.
    pub(super) fn scan(&self, padded: &[u8], starts: &Starts, asked: &mut Vec<(u8, u64)>, hits: &mut Vec<Hit>) {
        let mut open = [0; BLOCK];
        asked.resize(BLOCK * KEYS, (0, 0));
        let Some(asked) = asked.first_chunk_mut::<{ BLOCK * KEYS }>() else { return };
        starts.each_block(padded, |window| {
            // Each of them is written down, and the place moves on when it is wanted: guessing which will be takes longer.
            let mut opened = 0;
            window.each(|bit, first| {
                open[opened % BLOCK] = bit;
                opened += usize::from(self.openings.may_have(window.letters(bit, first)));
            });
            let mut count = 0;
            for bit in open.iter().take(opened) {
                let first = window.first(*bit);
                let mut ask = |key: u64| {
                    asked[count % (BLOCK * KEYS)] = (*bit, key);
                    count += usize::from(self.may_have(key));
                };
                ask(LONG.of(first));
                ask(WHOLE.of(window.letters(*bit, first)));
                ask(FOUR.of(first));
                if self.has_three {
                    ask(THREE.of(first));
                }
                if self.has_two {
                    ask(TWO.of(first));
                }
            }
            for (bit, key) in asked.iter().take(count) {
                let at = window.base + usize::from(*bit);
                self.find(*key, window.first(*bit), &padded[at..], |number| hits.push(Hit { at, number }));
            }
        });
    }

    #[inline]
    fn may_have(&self, key: u64) -> bool {
        let (word, bits) = place(hash(key));
        self.filter.get(word & self.filter.len().wrapping_sub(1)).is_some_and(|word| word & bits == bits)
    }

    #[inline]
    fn find(&self, key: u64, first: u64, rest: &[u8], mut found: impl FnMut(u32)) {
        let room = self.slots.len().wrapping_sub(1);
        let mut at = hash(key) as usize >> 24 & room;
        let members = loop {
            let Some(slot) = self.slots.get(at) else { return };
            if slot.from == slot.to {
                return;
            }
            if slot.key == key {
                break &self.members[slot.from as usize..slot.to as usize];
            }
            at = (at + 1) & room;
        };
        if members.len() <= FEW {
            members.iter().filter(|member| member.begins(first, rest)).for_each(|member| found(member.number));
            return;
        }
        // Whatever the text begins with is the last that is not beyond it in the alphabet, or something that one begins with.
        let not_beyond = members.partition_point(|member| &*member.text <= rest);
        let mut member = not_beyond.checked_sub(1).map(|at| &members[at]);
        while let Some(this) = member {
            if this.begins(first, rest) {
                found(this.number);
            }
            member = this.shorter.map(|at| &self.members[at as usize]);
        }
    }

    fn finish(&mut self) {
        self.members.sort_by(|a, b| (a.key, &a.text).cmp(&(b.key, &b.text)));
        for at in 1..self.members.len() {
            let (done, rest) = self.members.split_at_mut(at);
            let member = &mut rest[0];
            let mut shorter = Some(at - 1);
            while let Some(candidate) = shorter.map(|at| &done[at]) {
                if candidate.key != member.key {
                    shorter = None;
                } else if member.text.starts_with(&candidate.text) {
                    break;
                } else {
                    shorter = candidate.shorter.map(|at| at as usize);
                }
            }
            member.shorter = shorter.map(|at| at as u32);
        }
        let keys = self.members.chunk_by(|a, b| a.key == b.key).count();
        if keys == 0 {
            return;
        }
        // 32 bits for each keep it so sparse that it is seldom wrong, and small enough to stay near.
        self.filter = vec![0; (keys / 2).next_power_of_two()];
        self.slots = vec![Slot::default(); (2 * keys).next_power_of_two()];
        let (filter_room, room) = (self.filter.len() - 1, self.slots.len() - 1);
        let mut from = 0;
        for members in self.members.chunk_by(|a, b| a.key == b.key) {
            let key = members[0].key;
            let to = from + members.len();
            let mut at = hash(key) as usize >> 24 & room;
            while self.slots[at].from != self.slots[at].to {
                at = (at + 1) & room;
            }
            self.slots[at] = Slot { key, from: from as u32, to: to as u32 };
            let (word, bits) = place(hash(key));
            self.filter[word & filter_room] |= bits;
            from = to;
        }
    }
}

/// A way of looking words up: which of their first eight bytes make the key.
#[derive(Clone, Copy, Debug)]
struct Key {
    bytes: u64,
    /// Sets the keys of one way apart from those of another.
    way: u64,
}

/// Eight bytes or more, by the first eight.
const LONG: Key = Key { bytes: u64::MAX, way: 0 };
/// One short word that ends where it ends, by its letters up to the first that is not ASCII.
const WHOLE: Key = Key { bytes: u64::MAX, way: 0xdbd1_e995_5bd1_e995 };
/// Short stems and short phrases, by their first four, three or two bytes.
const FOUR: Key = Key { bytes: 0xffff_ffff, way: 0x85eb_ca6b_0000_0000 };
const THREE: Key = Key { bytes: 0xff_ffff, way: 0xc2b2_ae35_0000_0000 };
const TWO: Key = Key { bytes: 0xffff, way: 0xa7d4_eb2f_0000_0000 };

impl Key {
    /// The key of a word with these first bytes. Two ways may come to one key: what is found by it is compared whole.
    #[inline]
    fn of(self, first: u64) -> u64 {
        first & self.bytes ^ self.way
    }
}

/// The word of the filter that has a hash's bits, but for its size, and the bits.
#[inline]
fn place(hash: u64) -> (usize, u64) {
    ((hash >> 32) as usize & 0xf_ffff, 1 << (hash >> 58) | 1 << (hash >> 52 & 63))
}

/// Keys that a word may be looked up by, or more: a power of two is quickest to count by.
const KEYS: usize = 8;

/// So many members with one key are compared one after another.
const FEW: usize = 8;

impl Member {
    /// Whether the text begins with it; `first` is its first eight bytes.
    #[inline]
    fn begins(&self, first: u64, rest: &[u8]) -> bool {
        (first ^ self.first) & self.counts == 0 && (self.text.len() <= 8 || rest[8..].starts_with(&self.text[8..]))
    }
}

/// Multiplication spreads the letters over the upper bits (Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4).
#[inline]
fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * EACH;

/// The high bit of each byte that is an ASCII letter in lower case or a digit. Eight bytes at once: no byte overflows into the
/// next, as each sum starts below 128.
#[inline]
fn word_bytes(eight: u64) -> u64 {
    let low = eight & !HIGH;
    let from = |first: u8| low + u64::from(0x80 - first) * EACH;
    let letter = from(b'a') & !from(b'z' + 1);
    let digit = from(b'0') & !from(b'9' + 1);
    (letter | digit) & !eight & HIGH
}

/// The letters and digits that eight bytes begin with, the rest nought.
#[inline]
fn letters(eight: u64) -> u64 {
    let others = word_bytes(eight) ^ HIGH;
    let first = others & others.wrapping_neg();
    eight & (first >> 7).wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_in(list: &[(&str, bool)], text: &str) -> Vec<(usize, String)> {
        let list: Vec<Sought> =
            list.iter().map(|(text, stem)| Sought { text: (*text).to_owned(), stem: *stem }).collect();
        let (words, left_out) = Words::new(&list);
        assert!(left_out.is_empty());
        let mut padded = text.as_bytes().to_vec();
        padded.resize(text.len() + crate::text::fold::PADDING, 0);
        let (mut starts, mut hits) = (Starts::default(), Vec::new());
        starts.mark(&padded, text.len());
        words.scan(&padded, &starts, &mut Vec::new(), &mut hits);
        let word = |hit: &Hit| (hit.at, list[hit.number as usize].text.clone());
        let mut found: Vec<(usize, String)> = hits.iter().map(word).collect();
        found.sort();
        found
    }

    #[test]
    fn every_word_and_phrase_is_found_where_it_begins() {
        let list = [
            ("gofal", false),
            ("gofal plant", false),
            ("gofalwyr maeth", false),
            ("gofalwyr", false),
            ("gofalwyr maethu", true),
            ("cost", true),
            ("to", false),
            ("to be", false),
            ("ab", true),
            ("dŵr", false),
            ("ŵyn", false),
            ("a b", false),
        ];
        let text = "gofal plant, gofalwyr maeth — costau dŵr a b absen to bed “to” ŵyn 🙂to";
        let words: Vec<String> = found_in(&list, text)
            .into_iter()
            .map(|(at, word)| {
                assert!(text[at..].starts_with(&word));
                word
            })
            .collect();
        let expected = [
            "gofal",
            "gofal plant",
            "gofalwyr",
            "gofalwyr maeth",
            "cost",
            "dŵr",
            "a b",
            "ab",
            "to",
            "to be",
            "to",
            "ŵyn",
            "to",
        ];
        assert_eq!(words, expected);
        assert!(found_in(&list, "").is_empty());
    }

    #[test]
    fn letters_end_at_the_first_that_is_none() {
        let letters_of = |text: &str| {
            let bytes = letters(u64::from_le_bytes(*text.as_bytes().first_chunk().expect("eight bytes"))).to_le_bytes();
            String::from_utf8(bytes.iter().copied().take_while(|byte| *byte != 0).collect()).expect("ASCII")
        };
        assert_eq!(letters_of("plant yn"), "plant");
        assert_eq!(letters_of("i'r ysgo"), "i");
        assert_eq!(letters_of("dŵr\0\0\0\0"), "d");
        assert_eq!(letters_of("abcdefg9"), "abcdefg9");
        assert_eq!(letters_of("🙂plan"), "");
    }
}
