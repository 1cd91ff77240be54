//! Which of many words and phrases begin at each word of a text.
//!
//! All of them begin with a word, so only the beginnings of words need a look, and there a table of bits, asked with the first
//! letters, turns nearly every word away. What passes is looked up by its letters. Where an automaton takes a step for each
//! byte, this takes one for each word, and its tables are a hundredth of the automaton's.

/// Words and phrases, numbered as they were given.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Eight bytes or more, by the first eight.
    long: Class,
    /// One short word that ends where it ends, by its letters up to the first that is not ASCII.
    whole: Class,
    /// Short stems and short phrases, by their first four, three or two bytes.
    four: Class,
    three: Class,
    two: Class,
    /// Two bits in one of its words for each key of any class (a blocked Bloom filter: Putze, Sanders and Singler, Cache-,
    /// Hash- and Space-Efficient Bloom Filters, 2007). Its size is a power of two.
    filter: Vec<u64>,
    /// A bit for each of the first three letters that any of them begins with, or for several: it turns most words away.
    openings: Openings,
}

#[derive(Clone, Debug)]
struct Openings(Box<[u64; 128]>);

impl Default for Openings {
    fn default() -> Self {
        Openings(Box::new([0; 128]))
    }
}

impl Openings {
    #[inline]
    fn place(letters: u64) -> (usize, u32) {
        let hash = hash(letters & THREE.bytes);
        ((hash >> 57) as usize, (hash >> 51 & 63) as u32)
    }

    #[inline]
    fn may_have(&self, letters: u64) -> bool {
        let (word, bit) = Self::place(letters);
        self.0[word] >> bit & 1 == 1
    }

    fn add(&mut self, sought: &Sought, letters: u64) {
        let mut put = |letters| {
            let (word, bit) = Self::place(letters);
            self.0[word] |= 1 << bit;
        };
        put(letters);
        // A stem of two letters goes on in any way.
        if sought.stem && sought.text.len() == 2 {
            (b'a'..=b'z').chain(b'0'..=b'9').for_each(|third| put(letters | u64::from(third) << 16));
        }
    }
}

/// Those that share a way of being looked up.
#[derive(Clone, Debug, Default)]
struct Class {
    /// A hash table with room, its size a power of two: where the members with a key are. Free where `from` equals `to`.
    slots: Vec<Slot>,
    /// By key, then in order of the alphabet.
    members: Vec<Member>,
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

/// Where a word may begin in a text; every word does begin at one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) at: u32,
    /// Its first two bytes, as [`Pairs`] knows them.
    pub(super) pair: u8,
    /// A word of its own for certain: not what an apostrophe holds to the word before, nor what may be no word at all.
    pub(super) counts: bool,
}

/// A word or phrase found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Which of the starts it begins at.
    pub(super) start: u32,
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
            let key = u64::from_le_bytes(first);
            let counts = u64::MAX >> (8 * (8 - len)).min(63);
            let member =
                |of| Member { key: of, first: key, counts, text: bytes.into(), number: number as u32, shorter: None };
            let is_one_word = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
            words.openings.add(sought, letters(key));
            if !super::verify::starts_with_word(&sought.text) {
                left_out.push(number);
            } else if bytes.len() >= 8 {
                words.long.members.push(member(key));
            } else if is_one_word && !sought.stem {
                words.whole.members.push(member(letters(key)));
            } else {
                match bytes.len() {
                    4.. => words.four.members.push(member(FOUR.of(key))),
                    3 => words.three.members.push(member(THREE.of(key))),
                    2 => words.two.members.push(member(TWO.of(key))),
                    _ => left_out.push(number),
                }
            }
        }
        words.finish();
        (words, left_out)
    }

    /// Adds each of the starts at which one of the words begins, and which; the bytes must be folded, and end in noughts
    /// ([`crate::text::fold::PADDING`]). Whether words end there, and what stands before a letter that is not ASCII, is for
    /// the caller.
    pub(super) fn scan(&self, padded: &[u8], starts: &[Start], hits: &mut Vec<Hit>) {
        let (has_three, has_two) = (!self.three.members.is_empty(), !self.two.members.is_empty());
        for (nth, start) in starts.iter().enumerate() {
            let Some(first) = padded.get(start.at as usize..).and_then(|rest| rest.first_chunk()) else { return };
            let first = u64::from_le_bytes(*first);
            let letters = letters(first);
            if !self.openings.may_have(letters) {
                continue;
            }
            let (long, whole, four) =
                (self.may_have(LONG, first), self.may_have(WHOLE, letters), self.may_have(FOUR, first));
            let (mut three, mut two) = (false, false);
            if has_three {
                three = self.may_have(THREE, first);
            }
            if has_two {
                two = self.may_have(TWO, first);
            }
            // All are asked before any answer is looked at: that is quicker than to guess each.
            if long | whole | four | three | two {
                let rest = &padded[start.at as usize..];
                let mut found = |number| hits.push(Hit { start: nth as u32, number });
                let classes = [
                    (long, &self.long, LONG.of(first)),
                    (whole, &self.whole, WHOLE.of(letters)),
                    (four, &self.four, FOUR.of(first)),
                    (three, &self.three, THREE.of(first)),
                    (two, &self.two, TWO.of(first)),
                ];
                for (_, class, key) in classes.iter().filter(|(may, ..)| *may) {
                    class.find(*key, first, rest, &mut found);
                }
            }
        }
    }

    #[inline]
    fn may_have(&self, of: Key, first: u64) -> bool {
        let (word, bits) = place(of.hash(of.of(first)));
        self.filter.get(word & self.filter.len().wrapping_sub(1)).is_some_and(|word| word & bits == bits)
    }

    fn finish(&mut self) {
        let mut hashes = Vec::new();
        for (class, of) in [
            (&mut self.long, LONG),
            (&mut self.whole, WHOLE),
            (&mut self.four, FOUR),
            (&mut self.three, THREE),
            (&mut self.two, TWO),
        ] {
            class.finish();
            hashes.extend(class.members.iter().map(|member| of.hash(member.key)));
        }
        // 32 bits for each keep it so sparse that it is seldom wrong, and small enough to stay near.
        self.filter = vec![0; (hashes.len() / 2).next_power_of_two()];
        for hash in hashes {
            let (word, bits) = place(hash);
            let room = self.filter.len() - 1;
            self.filter[word & room] |= bits;
        }
    }
}

/// Which of the first eight bytes make the key of a class.
#[derive(Clone, Copy, Debug)]
struct Key {
    bytes: u64,
    /// Sets the keys of one class apart from those of another.
    class: u64,
}

const LONG: Key = Key { bytes: u64::MAX, class: 0 };
const WHOLE: Key = Key { bytes: u64::MAX, class: 0x5bd1_e995_0000_0000 };
const FOUR: Key = Key { bytes: 0xffff_ffff, class: 0x85eb_ca6b_0000_0000 };
const THREE: Key = Key { bytes: 0xff_ffff, class: 0xc2b2_ae35_0000_0000 };
const TWO: Key = Key { bytes: 0xffff, class: 0x27d4_eb2f_0000_0000 };

impl Key {
    #[inline]
    fn of(self, first: u64) -> u64 {
        first & self.bytes
    }

    #[inline]
    fn hash(self, key: u64) -> u64 {
        hash(key ^ self.class)
    }
}

/// The word of the filter that has a hash's bits, but for its size, and the bits.
#[inline]
fn place(hash: u64) -> (usize, u64) {
    ((hash >> 32) as usize & 0xf_ffff, 1 << (hash >> 58) | 1 << (hash >> 52 & 63))
}

/// Lists where words may begin in the first `len` bytes of a padded text.
pub(super) fn starts(padded: &[u8], len: usize, starts: &mut Vec<Start>) {
    starts.clear();
    let mut before = 0;
    let mut before_wide = 0;
    for (nth, block) in padded.chunks_exact(64).enumerate() {
        let base = nth * 64;
        if base >= len {
            break;
        }
        let marks = marks(block);
        let mut here = (marks.words | marks.leads) & !(marks.words << 1 | before);
        let counts = marks.words & !(marks.held << 1 | before_wide);
        before = marks.words >> 63;
        before_wide = marks.held >> 63;
        while here != 0 {
            let bit = here.trailing_zeros();
            here &= here - 1;
            let at = base + bit as usize;
            let Some([one, two, ..]) = padded.get(at..) else { return };
            starts.push(Start { at: at as u32, pair: Pairs::place(*one, *two), counts: counts >> bit & 1 == 1 });
        }
    }
}

/// So many members with one key are compared one after another.
const FEW: usize = 8;

impl Member {
    /// Whether the text begins with it; `first` is its first eight bytes.
    #[inline]
    fn begins(&self, first: u64, rest: &[u8]) -> bool {
        (first ^ self.first) & self.counts == 0 && (self.text.len() <= 8 || rest[8..].starts_with(&self.text[8..]))
    }
}

impl Class {
    #[inline]
    fn find(&self, key: u64, first: u64, rest: &[u8], found: &mut impl FnMut(u32)) {
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
        self.slots = vec![Slot::default(); (2 * keys).next_power_of_two()];
        let room = self.slots.len() - 1;
        let mut from = 0;
        for members in self.members.chunk_by(|a, b| a.key == b.key) {
            let key = members[0].key;
            let to = from + members.len();
            let mut at = hash(key) as usize >> 24 & room;
            while self.slots[at].from != self.slots[at].to {
                at = (at + 1) & room;
            }
            self.slots[at] = Slot { key, from: from as u32, to: to as u32 };
            from = to;
        }
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

/// Of 64 bytes, a bit for each.
struct Marks {
    /// Letters and digits.
    words: u64,
    /// The first byte of a character beyond ASCII.
    leads: u64,
    /// Apostrophes, and all bytes beyond ASCII: what follows may not be a word of its own.
    held: u64,
}

#[inline]
fn marks(block: &[u8]) -> Marks {
    /// Brings the high bits of eight bytes together.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut marks = Marks { words: 0, leads: 0, held: 0 };
    for (at, eight) in block.chunks_exact(8).enumerate() {
        let eight = eight.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
        let gather = |high: u64| ((high >> 7).wrapping_mul(GATHER) >> 56) << (at * 8);
        marks.words |= gather(word_bytes(eight));
        marks.leads |= gather(eight & eight << 1 & HIGH);
        let no_apostrophe = ((eight & !HIGH) ^ (u64::from(b'\'') * EACH)) + !HIGH;
        marks.held |= gather((eight | !no_apostrophe) & HIGH);
    }
    marks
}

/// Pairs of bytes, a bit for several: it may say yes where the answer is no.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs([u64; 4]);

impl Pairs {
    /// Adds the first two of these bytes; where there is only one, with everything that may stand beside it.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        match bytes {
            [one, two, ..] => self.put(*one, *two),
            [one] if one.is_ascii_alphanumeric() => {
                self.put(*one, b' ');
                self.put(*one, 0xff);
            }
            [one] => (0..=u8::MAX).for_each(|two| self.put(*one, two)),
            [] => {}
        }
    }

    fn put(&mut self, one: u8, two: u8) {
        let at = usize::from(Self::place(one, two));
        self.0[at / 64] |= 1 << (at % 64);
    }

    #[inline]
    pub(super) fn may_have(&self, place: u8) -> bool {
        self.0[usize::from(place / 64)] >> (place % 64) & 1 == 1
    }

    /// Which of the 256 bits a pair has.
    #[inline]
    pub(super) fn place(one: u8, two: u8) -> u8 {
        let kind = |byte: u8| KINDS[usize::from(byte)];
        kind(one).wrapping_mul(11).wrapping_add(kind(two).wrapping_mul(37))
    }
}

/// The kinds of bytes: each letter and digit by itself, those of wider characters together, and all others together.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        kinds[byte] = match b {
            b'a'..=b'z' => b - b'a' + 1,
            b'0'..=b'9' => b - b'0' + 27,
            0x80.. => 37,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

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
        let (mut begin, mut hits) = (Vec::new(), Vec::new());
        starts(&padded, text.len(), &mut begin);
        words.scan(&padded, &begin, &mut hits);
        let word = |hit: &Hit| (begin[hit.start as usize].at as usize, list[hit.number as usize].text.clone());
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
