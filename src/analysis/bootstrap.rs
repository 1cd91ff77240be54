//! Intervals by resampling: how far a figure would move had other people answered.
//!
//! The percentile interval of Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13: respondents are drawn
//! with replacement, as many as there are, and the figure is computed again from those drawn.

/// Draws that can be repeated: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014), one stream for each number of a resample, so that no thread's draws depend on another's.
#[derive(Clone, Debug)]
pub struct Draws(u64);

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Draws {
    /// The stream of this number.
    pub fn new(seed: u64, stream: u64) -> Self {
        Draws(mix(mix(seed.wrapping_add(GOLDEN)).wrapping_add(stream.wrapping_mul(GOLDEN))))
    }

    /// A whole number below `n` (0 when `n` is 0), by multiplication (Lemire 2019); the bias is below n / 2³².
    pub fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_add(GOLDEN);
        (((mix(self.0) >> 32) * u64::from(n)) >> 32) as u32
    }

    /// `count` of the numbers below `n`, each at most once, in order: every such set is as likely (Knuth, The Art of
    /// Computer Programming 2, algorithm 3.4.2S).
    pub fn sample(&mut self, n: u32, count: u32) -> Vec<u32> {
        let mut chosen = Vec::new();
        for at in 0..n {
            let wanted = count.saturating_sub(chosen.len() as u32);
            if self.below(n - at) < wanted {
                chosen.push(at);
            }
        }
        chosen
    }
}

/// Share of resamples outside the interval.
const OUTSIDE: f64 = 0.05;

/// The 95 % percentile interval of resampled values, of which those that were undefined are NaN. None when more than half
/// were: the figure depends on too few respondents. With k = ⌊(B + 1) 2.5 %⌋ of B values, the ends are the k-th smallest
/// and the k-th largest (Efron and Tibshirani 1993, section 12.5).
pub fn interval(mut values: Vec<f32>) -> Option<(f32, f32)> {
    let all = values.len();
    values.retain(|value| !value.is_nan());
    let b = values.len();
    if b == 0 || b * 2 < all {
        return None;
    }
    values.sort_by(f32::total_cmp);
    let k = (((b + 1) as f64 * OUTSIDE / 2.0) as usize).max(1);
    Some((values[k - 1], values[b - k]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_leaves_out_a_fortieth_at_each_end() {
        let values: Vec<f32> = (1..=999).rev().map(|n| n as f32).collect();
        assert_eq!(interval(values), Some((25.0, 975.0)));
        assert_eq!(interval(vec![0.5]), Some((0.5, 0.5)));
        assert_eq!(interval(Vec::new()), None);
        assert_eq!(interval(vec![0.5, f32::NAN, f32::NAN]), None);
    }

    #[test]
    fn a_sample_is_repeated_by_its_seed_and_holds_nothing_twice() {
        let drawn = |seed| Draws::new(seed, 0).sample(50, 10);
        assert_eq!(drawn(1), drawn(1));
        assert_ne!(drawn(1), drawn(2));
        assert!(drawn(1).windows(2).all(|pair| pair[0] < pair[1]) && drawn(1).len() == 10);
        assert_eq!(Draws::new(1, 0).sample(3, 9), [0, 1, 2]);
        assert!(Draws::new(1, 0).sample(0, 2).is_empty());
    }

    #[test]
    fn every_number_is_drawn_about_as_often() {
        let mut seen = [0u32; 10];
        for stream in 0..100 {
            let mut draws = Draws::new(7, stream);
            (0..100).for_each(|_| seen[draws.below(10) as usize] += 1);
        }
        // Four standard deviations of a binomial count with mean 1,000.
        assert!(seen.iter().all(|n| (880..=1120).contains(n)), "{seen:?}");
    }
}
