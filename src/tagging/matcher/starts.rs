//! Where words may begin in a folded text: a bit for each byte, found sixteen bytes at a time.

use wide::{CmpEq, CmpLe, u8x16};

/// Bytes that share a block of bits.
pub(super) const BLOCK: usize = 64;
/// Bytes that are read at a start.
const READ: usize = 8;

/// A bit for each byte of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Starts {
    blocks: Vec<Block>,
}

/// Of 64 bytes, a bit for each.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// A word may begin here; every word does begin at one.
    begins: u64,
    /// A word of its own for certain: not what an apostrophe holds to the word before, nor what may be no word at all.
    counts: u64,
    /// Letters and digits.
    words: u64,
}

/// The starts of one block, with what can be read there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<'t> {
    /// The byte that the block begins at.
    pub(super) base: usize,
    bytes: &'t [u8; BLOCK + READ],
    begins: u64,
    /// Letters and digits, of this block and the next.
    words: u128,
}

impl Window<'_> {
    /// Calls with each start, counted from the base, and the eight bytes there.
    #[inline]
    pub(super) fn each(&self, mut call: impl FnMut(u8, u64)) {
        let mut bits = self.begins;
        while bits != 0 {
            let bit = bits.trailing_zeros() as u8 % BLOCK as u8;
            bits &= bits - 1;
            call(bit, self.first(bit));
        }
    }

    /// The eight bytes at a place in the block.
    #[inline]
    pub(super) fn first(&self, bit: u8) -> u64 {
        let bit = usize::from(bit) % BLOCK;
        u64::from_le_bytes(std::array::from_fn(|nth| self.bytes[bit + nth]))
    }

    /// The letters and digits that the eight bytes at a place begin with, the rest nought.
    #[inline]
    pub(super) fn letters(&self, bit: u8, first: u64) -> u64 {
        /// Masks of the first letters, by how many there are.
        const FIRST: [u64; 9] = [0, 0xff, 0xffff, 0xff_ffff, 0xffff_ffff, 0xff_ffff_ffff, 0xffff_ffff_ffff, 0xff_ffff_ffff_ffff, u64::MAX];
        let run = (self.words >> (bit % BLOCK as u8)) as u64;
        first & FIRST[run.trailing_ones().min(8) as usize]
    }
}

impl Starts {
    /// Marks where words may begin in the first `len` bytes of a padded text ([`crate::text::fold::PADDING`]).
    pub(super) fn mark(&mut self, padded: &[u8], len: usize) {
        self.blocks.clear();
        let (mut word_before, mut held_before) = (0, 0);
        for block in padded.as_chunks::<BLOCK>().0.iter().take(len.div_ceil(BLOCK)) {
            let marks = Marks::of(block);
            self.blocks.push(Block {
                begins: (marks.words | marks.leads) & !(marks.words << 1 | word_before),
                counts: marks.words & !(marks.held << 1 | held_before),
                words: marks.words,
            });
            word_before = marks.words >> 63;
            held_before = marks.held >> 63;
        }
    }

    /// Calls with the starts of a block at a time.
    #[inline]
    pub(super) fn each_block(&self, padded: &[u8], mut call: impl FnMut(Window<'_>)) {
        for (nth, block) in self.blocks.iter().enumerate() {
            let base = nth * BLOCK;
            let Some(bytes) = padded.get(base..).and_then(|rest| rest.first_chunk()) else { return };
            let words_after = self.blocks.get(nth + 1).map_or(0, |next| next.words);
            call(Window { base, bytes, begins: block.begins, words: u128::from(words_after) << 64 | u128::from(block.words) });
        }
    }

    /// Whether any of the starts at or after a byte will do, in order of distance; no more than so many words are passed.
    #[inline]
    pub(super) fn any_from(&self, at: usize, mut words: usize, will_do: impl Fn(usize) -> bool) -> bool {
        let mut kept = !0 << (at % BLOCK);
        for (nth, block) in self.blocks.iter().enumerate().skip(at / BLOCK) {
            let mut bits = block.begins & kept;
            kept = !0;
            while bits != 0 {
                let bit = bits.trailing_zeros();
                bits &= bits - 1;
                if will_do(nth * BLOCK + bit as usize) {
                    return true;
                }
                words -= (block.counts >> bit & 1) as usize;
                if words == 0 {
                    return false;
                }
            }
        }
        false
    }

    /// As [`Starts::any_from`], of those before a byte.
    #[inline]
    pub(super) fn any_before(&self, at: usize, mut words: usize, will_do: impl Fn(usize) -> bool) -> bool {
        let mut kept = (1 << (at % BLOCK)) - 1;
        for (nth, block) in self.blocks.iter().enumerate().take(at / BLOCK + 1).rev() {
            // A text may end where a block would begin.
            let mut bits = if nth == at / BLOCK { block.begins & kept } else { block.begins };
            kept = !0;
            while bits != 0 {
                let bit = 63 - bits.leading_zeros();
                bits ^= 1 << bit;
                if will_do(nth * BLOCK + bit as usize) {
                    return true;
                }
                words -= (block.counts >> bit & 1) as usize;
                if words == 0 {
                    return false;
                }
            }
        }
        false
    }
}

/// Of 64 bytes, a bit for each.
struct Marks {
    /// Letters in lower case and digits.
    words: u64,
    /// The first byte of a character beyond ASCII.
    leads: u64,
    /// Apostrophes, and all bytes beyond ASCII: what follows may not be a word of its own.
    held: u64,
}

impl Marks {
    #[inline]
    fn of(block: &[u8; BLOCK]) -> Marks {
        let mut marks = Marks { words: 0, leads: 0, held: 0 };
        for (nth, bytes) in block.as_chunks::<16>().0.iter().enumerate() {
            let bytes = u8x16::new(*bytes);
            let between = |from: u8, to: u8| (bytes - u8x16::splat(from)).simd_le(u8x16::splat(to - from));
            let put = |bits: u8x16| u64::from(bits.to_bitmask()) << (16 * nth);
            marks.words |= put(between(b'a', b'z') | between(b'0', b'9'));
            marks.leads |= put(between(0xc0, 0xff));
            marks.held |= put(bytes | bytes.simd_eq(u8x16::splat(b'\'')));
        }
        marks
    }
}
