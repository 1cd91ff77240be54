//! Chance that can be repeated: the same seed gives the same draws on every machine.

/// xoshiro256++ (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 2021),
/// its state filled by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), as its authors advise.
#[derive(Clone, Debug)]
pub(super) struct Rng([u64; 4]);

impl Rng {
    /// A stream of draws for one purpose: the same three numbers give the same stream.
    pub(super) fn new(seed: u64, purpose: u64, index: u64) -> Self {
        let mut state = mix(seed ^ mix(purpose)) ^ mix(index.wrapping_mul(GOLDEN));
        Rng(std::array::from_fn(|_| {
            state = state.wrapping_add(GOLDEN);
            mix(state)
        }))
    }

    fn next(&mut self) -> u64 {
        let s = &mut self.0;
        let drawn = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = s[3].rotate_left(45);
        drawn
    }

    /// A whole number below `n` (0 when `n` is 0), by multiplication (Lemire 2019); the bias is below 2⁻³².
    pub(super) fn below(&mut self, n: usize) -> usize {
        (((self.next() >> 32) * n as u64) >> 32) as usize
    }

    /// A whole number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A number from 0 up to, but not including, 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// True in `share` of draws.
    pub(super) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// One of `items`, which must not be empty.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// The place of one weight, drawn in proportion; `None` when all are 0.
    pub(super) fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().sum();
        if total <= 0.0 {
            return None;
        }
        let mut left = self.unit() * total;
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 && *weight > 0.0 {
                return Some(place);
            }
        }
        weights.iter().rposition(|weight| *weight > 0.0)
    }
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The output function of SplitMix64.
pub(super) fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Which of `0..` are marked so that a `share` of them is, evenly spread yet not regular: one in each stretch of `1 / share`,
/// its place drawn. Returns the number of the mark, counting from 0, for one that is marked.
pub(super) fn marked(seed: u64, purpose: u64, share: f64, index: usize) -> Option<usize> {
    if share <= 0.0 {
        return None;
    }
    let stretch = (index as f64 * share) as u64;
    // Rounding may carry the last place of a stretch into the next one's number.
    (stretch.saturating_sub(1)..=stretch + 1)
        .find(|&k| {
            let within = Rng::new(seed, purpose, k).unit();
            ((k as f64 + within) / share) as usize == index
        })
        .map(|k| k as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws_and_another_seed_does_not() {
        let draws = |seed| (0..8).map(|i| Rng::new(seed, 1, i).below(1_000_000)).collect::<Vec<_>>();
        assert_eq!(draws(7), draws(7));
        assert_ne!(draws(7), draws(8));
    }

    #[test]
    fn a_tenth_of_two_hundred_is_twenty() {
        let count = (0..200).filter(|&i| marked(3, 5, 0.1, i).is_some()).count();
        assert!((19..=20).contains(&count), "{count}");
        assert_eq!((0..200).filter(|&i| marked(3, 5, 0.0, i).is_some()).count(), 0);
    }

    #[test]
    fn a_weight_of_nothing_is_never_drawn() {
        let mut rng = Rng::new(1, 1, 1);
        assert!((0..500).all(|_| rng.weighted(&[0.0, 1.0, 0.0]) == Some(1)));
        assert_eq!(rng.weighted(&[0.0, 0.0]), None);
        assert_eq!(rng.weighted(&[]), None);
    }
}
