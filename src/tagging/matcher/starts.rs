//! Where words begin and end in a folded text: a bit for each byte, found sixteen bytes at a time.

use wide::u8x16;

/// Bytes that share a block of bits.
pub(super) const BLOCK: usize = 64;
/// Bytes that are read at a start.
const READ: usize = 8;

/// What is a letter in a text, and what is not.
#[derive(Clone, Debug, Default)]
pub(super) struct Starts {
    blocks: Vec<Block>,
}

/// Of 64 bytes, a bit for each.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// Letters in lower case and digits of ASCII.
    words: u64,
    /// The first byte of a character beyond ASCII.
    leads: u64,
    /// All bytes beyond ASCII: whether they are letters is not known here.
    wide: u64,
    apostrophes: u64,
}

/// A block between its neighbours.
#[derive(Clone, Copy, Debug)]
struct Between {
    before: Block,
    this: Block,
    after: Block,
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

impl Starts {
    /// Marks the first `len` bytes of a padded text ([`crate::text::fold::PADDING`]).
    pub(super) fn mark(&mut self, padded: &[u8], len: usize) {
        self.blocks.clear();
        self.blocks.extend(padded.as_chunks::<BLOCK>().0.iter().take(len.div_ceil(BLOCK)).map(Block::of));
    }

    #[inline]
    fn between(&self, nth: usize) -> Option<Between> {
        let or_none = |block: Option<&Block>| block.copied().unwrap_or_default();
        Some(Between {
            before: or_none(nth.checked_sub(1).and_then(|nth| self.blocks.get(nth))),
            this: *self.blocks.get(nth)?,
            after: or_none(self.blocks.get(nth + 1)),
        })
    }

    /// Calls with a block at a time.
    #[inline]
    pub(super) fn each_block(&self, padded: &[u8], mut call: impl FnMut(Window<'_>)) {
        for nth in 0..self.blocks.len() {
            let base = nth * BLOCK;
            let bytes = padded.get(base..).and_then(|rest| rest.first_chunk());
            let (Some(bytes), Some(block)) = (bytes, self.between(nth)) else { return };
            let words = u128::from(block.after.words) << 64 | u128::from(block.this.words);
            call(Window { base, bytes, begins: block.begins(), words });
        }
    }

    /// Whether any of the starts at or after a byte will do, in order of distance; no more than so many words are passed.
    #[inline]
    pub(super) fn any_from(&self, at: usize, mut words: usize, will_do: impl Fn(usize) -> bool) -> bool {
        let mut kept = !0 << (at % BLOCK);
        let mut nth = at / BLOCK;
        while let Some(block) = self.between(nth) {
            let (mut bits, own) = (block.begins() & kept, block.own_begins());
            while bits != 0 {
                let bit = bits.trailing_zeros();
                bits &= bits - 1;
                if will_do(nth * BLOCK + bit as usize) {
                    return true;
                }
                words -= (own >> bit & 1) as usize;
                if words == 0 {
                    return false;
                }
            }
            kept = !0;
            nth += 1;
        }
        false
    }

    /// As [`Starts::any_from`], of those before a byte.
    #[inline]
    pub(super) fn any_before(&self, at: usize, mut words: usize, will_do: impl Fn(usize) -> bool) -> bool {
        let Some(last) = at.checked_sub(1) else { return false };
        let mut kept = !0 >> (BLOCK - 1 - last % BLOCK);
        for nth in (0..=last / BLOCK).rev() {
            let Some(block) = self.between(nth) else { return false };
            let (mut bits, own) = (block.begins() & kept, block.own_begins());
            while bits != 0 {
                let bit = 63 - bits.leading_zeros();
                bits ^= 1 << bit;
                if will_do(nth * BLOCK + bit as usize) {
                    return true;
                }
                words -= (own >> bit & 1) as usize;
                if words == 0 {
                    return false;
                }
            }
            kept = !0;
        }
        false
    }

    /// Calls with the start of each word that has at most `words` others, and no more than `furthest` bytes, between it and
    /// a byte; what an apostrophe holds to the word before is no other. `false` when bits cannot tell: there are characters
    /// beyond ASCII, or an apostrophe follows.
    #[inline]
    pub(super) fn words_from(&self, at: usize, words: usize, furthest: usize, mut call: impl FnMut(usize)) -> bool {
        let mut left = words + 1;
        let mut kept = !0 << (at % BLOCK);
        let mut nth = at / BLOCK;
        while let Some(block) = self.between(nth) {
            if block.is_wide() || nth == at / BLOCK && block.this.apostrophes >> (at % BLOCK) & 1 == 1 {
                return false;
            }
            let (mut bits, own) = (block.begins() & kept, block.own_begins());
            while bits != 0 {
                let bit = bits.trailing_zeros();
                bits &= bits - 1;
                let start = nth * BLOCK + bit as usize;
                let is_own = own >> bit & 1 == 1;
                if is_own && left == 0 || start > at + furthest {
                    return true;
                }
                left -= usize::from(is_own);
                call(start);
            }
            kept = !0;
            nth += 1;
        }
        true
    }

    /// As [`Starts::words_from`], the other way: calls with the end of each word before a byte, one past its last letter.
    #[inline]
    pub(super) fn words_before(&self, at: usize, words: usize, furthest: usize, mut call: impl FnMut(usize)) -> bool {
        let Some(last) = at.checked_sub(1) else { return true };
        let mut left = words + 1;
        let mut kept = !0 >> (BLOCK - 1 - last % BLOCK);
        for nth in (0..=last / BLOCK).rev() {
            let Some(block) = self.between(nth) else { return true };
            if block.is_wide() || nth == last / BLOCK && block.this.apostrophes >> (last % BLOCK) & 1 == 1 {
                return false;
            }
            let (mut bits, own) = (block.ends() & kept, block.own_ends());
            while bits != 0 {
                let bit = 63 - bits.leading_zeros();
                bits ^= 1 << bit;
                let end = nth * BLOCK + bit as usize + 1;
                let is_own = own >> bit & 1 == 1;
                if is_own && left == 0 || end + furthest < at {
                    return true;
                }
                left -= usize::from(is_own);
                call(end);
            }
            kept = !0;
        }
        true
    }
}

impl Block {
    #[inline]
    fn of(bytes: &[u8; BLOCK]) -> Block {
        let mut block = Block::default();
        for (nth, bytes) in bytes.as_chunks::<16>().0.iter().enumerate() {
            let bytes = u8x16::new(*bytes);
            let between = |from: u8, to: u8| (bytes - u8x16::splat(from)).simd_le(u8x16::splat(to - from));
            let put = |bits: u8x16| u64::from(bits.to_bitmask()) << (16 * nth);
            block.words |= put(between(b'a', b'z') | between(b'0', b'9'));
            block.leads |= put(between(0xc0, 0xff));
            // The highest bit of a byte stands for it.
            block.wide |= put(bytes);
            block.apostrophes |= put(bytes.simd_eq(u8x16::splat(b'\'')));
        }
        block
    }
}

impl Between {
    /// Bits that tell of the byte so many places before each.
    #[inline]
    fn before(&self, by: u32, of: impl Fn(&Block) -> u64) -> u64 {
        of(&self.this) << by | of(&self.before) >> (64 - by)
    }

    /// Bits that tell of the byte so many places behind each.
    #[inline]
    fn behind(&self, by: u32, of: impl Fn(&Block) -> u64) -> u64 {
        of(&self.this) >> by | of(&self.after) << (64 - by)
    }

    /// Where a word may begin; every word does begin at one.
    #[inline]
    fn begins(&self) -> u64 {
        (self.this.words | self.this.leads) & !self.before(1, |block| block.words)
    }

    /// Where a word of its own begins for certain: not what an apostrophe holds to the word before, nor what may be no word.
    #[inline]
    fn own_begins(&self) -> u64 {
        let held = self.before(1, |block| block.apostrophes) & self.before(2, |block| block.words | block.wide);
        self.this.words & !self.before(1, |block| block.words | block.wide) & !held
    }

    /// The last letters of words, where there are none beyond ASCII.
    #[inline]
    fn ends(&self) -> u64 {
        self.this.words & !self.behind(1, |block| block.words)
    }

    /// Those of them that no apostrophe holds to a word behind.
    #[inline]
    fn own_ends(&self) -> u64 {
        self.ends() & !(self.behind(1, |block| block.apostrophes) & self.behind(2, |block| block.words))
    }

    /// Whether there are characters beyond ASCII in it or next to it.
    #[inline]
    fn is_wide(&self) -> bool {
        self.this.wide | self.before.wide >> 62 | self.after.wide & 3 != 0
    }
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
        let run = (self.words >> (bit % BLOCK as u8)) as u64;
        first & FIRST[run.trailing_ones().min(8) as usize]
    }
}

/// Masks of the first bytes, by how many there are.
const FIRST: [u64; READ + 1] =
    [0, 0xff, 0xffff, 0xff_ffff, 0xffff_ffff, 0xff_ffff_ffff, 0xffff_ffff_ffff, 0xff_ffff_ffff_ffff, u64::MAX];
