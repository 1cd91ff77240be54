//! Whether two words are of one family: `vaccine`, `vaccination`.

use super::words::{Word, among};

/// Bytes that the words of a family begin with at the least.
pub(super) const START: usize = 3;

/// Endings that the words of a family differ by.
const ENDINGS: &str = "s es e ed d er ers ing ings ion ions ation ations ition ment ments al ally ity ities ise ises ised ising ize izes ized izing isation ization \
    isations izations ism ist ists istic y ies ied ic ics ical ically ive ives able ible ous ly ant ance ent ence or ors acy acies at atic atically ate ates ated ating ator ators atory ful ness hood ship tion \
    tions ration rate ian ians an n t ts r rs sion yer ying iness ier iest en ance ances ary ual uals tisation tization tise tize tised tized tising tizing ting ted ne nes nate nated nation nations ic ics power \
    au ion iau oedd wyr ydd yddion wr wyr iaeth ol u o i odd wyd ir ai af ant ent";

/// Whether two words are of one family: `vaccine`, `vaccination`.
pub(super) fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let mut common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    if common < START {
        return false;
    }
    while !a.is_char_boundary(common) || !b.is_char_boundary(common) {
        common -= 1;
    }
    let ends = |rest: &str| rest.is_empty() || among!(ENDINGS, Word::of(rest));
    let (rest_a, rest_b) = (&a[common..], &b[common..]);
    match common {
        0..=3 => rest_a.len() + rest_b.len() <= 1 && (rest_a == "s" || rest_b == "s"),
        4 => ends(rest_a) && ends(rest_b) && rest_a.len() + rest_b.len() <= 5 && rest_a.len().min(rest_b.len()) <= 1,
        _ => {
            ends(rest_a) && ends(rest_b) && common * 2 > a.len().min(b.len())
                || common >= 5 && (rest_a.is_empty() || rest_b.is_empty()) && common >= 6
        }
    }
}

/// The first letters of words, five bits of each: what they don't hold begins no word.
#[derive(Clone, Debug)]
pub(super) struct Starts(Box<[u64; Starts::WORDS]>);

impl Starts {
    const WORDS: usize = (1 << (5 * START)) / 64;

    fn place(word: &str) -> Option<usize> {
        let start: &[u8; START] = word.as_bytes().first_chunk()?;
        Some(start.iter().fold(0, |place, byte| place << 5 | usize::from(byte & 31)))
    }

    pub(super) fn add(&mut self, word: &str) {
        if let Some(place) = Starts::place(word) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        Starts::place(word).is_some_and(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }
}

impl Default for Starts {
    fn default() -> Self {
        Starts(Box::new([0; Starts::WORDS]))
    }
}
