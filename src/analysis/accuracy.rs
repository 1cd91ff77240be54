//! How well one coding finds what another holds: precision, recall and F1.

use serde::{Serialize, Serializer};

/// Marks of one coding (a machine's, a person's) held against those of a reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In both.
    pub found: u64,
    /// Not in the reference.
    pub wrong: u64,
    /// In the reference alone.
    pub missed: u64,
}

impl Hits {
    /// Share of its marks that are right, found / (found + wrong); undefined when it made none.
    pub fn precision(&self) -> Option<f64> {
        share(self.found, self.found + self.wrong)
    }

    /// Share of the reference's marks that it has, found / (found + missed); undefined when there are none.
    pub fn recall(&self) -> Option<f64> {
        share(self.found, self.found + self.missed)
    }

    /// The harmonic mean of precision and recall, 2 found / (2 found + wrong + missed) (van Rijsbergen, Information
    /// Retrieval, 2nd edition, 1979, chapter 7, with both weighing the same); undefined when neither made a mark.
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.found, 2 * self.found + self.wrong + self.missed)
    }

    /// Marks of the reference.
    pub fn support(&self) -> u64 {
        self.found + self.missed
    }

    /// Precision, recall and F1, NaN where undefined.
    pub(super) fn figures(&self) -> [f64; 3] {
        [self.precision(), self.recall(), self.f1()].map(|figure| figure.unwrap_or(f64::NAN))
    }
}

impl std::ops::AddAssign for Hits {
    fn add_assign(&mut self, other: Hits) {
        self.found += other.found;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The mean over themes of each figure, over those themes for which it is defined (macro averages: Sebastiani, "Machine
/// learning in automated text categorization", ACM Computing Surveys 34(1), 2002, section 7.1; F1 as the mean of the themes'
/// F1, which Opitz and Burst, "Macro F1 and Macro F1", arXiv 1911.03347, 2019, find the sounder of the two in use).
pub(super) fn mean<const N: usize>(figures: impl Iterator<Item = [f64; N]>) -> [f64; N] {
    let (mut sums, mut counts) = ([0.0; N], [0.0; N]);
    for figures in figures {
        for (at, figure) in figures.into_iter().enumerate().filter(|(_, figure)| !figure.is_nan()) {
            sums[at] += figure;
            counts[at] += 1.0;
        }
    }
    std::array::from_fn(|at| sums[at] / counts[at])
}

/// A figure with its 95 % interval. JSON: `{"value", "low", "high"}`, to six decimals, null where undefined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Estimate {
    /// The figure; nothing where it is undefined.
    #[serde(serialize_with = "rounded")]
    pub value: Option<f64>,
    /// Lower end; nothing where there are too few answers for an interval.
    #[serde(serialize_with = "rounded")]
    pub low: Option<f64>,
    /// Upper end.
    #[serde(serialize_with = "rounded")]
    pub high: Option<f64>,
}

impl Estimate {
    /// Its value, without an interval.
    pub(super) fn point(self) -> Estimate {
        Estimate { low: None, high: None, ..self }
    }
}

fn rounded<S: Serializer>(figure: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    figure.map(|figure| (figure * 1e6).round() / 1e6).serialize(to)
}

/// Precision, recall and F1 with their intervals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Measures {
    /// See [`Hits::precision`].
    pub precision: Estimate,
    /// See [`Hits::recall`].
    pub recall: Estimate,
    /// See [`Hits::f1`].
    pub f1: Estimate,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_nobody_marked_is_undefined_and_not_perfect() {
        let nothing = Hits::default();
        assert_eq!((nothing.precision(), nothing.recall(), nothing.f1()), (None, None, None));
        let silent = Hits { missed: 3, ..Hits::default() };
        assert_eq!((silent.precision(), silent.recall(), silent.f1()), (None, Some(0.0), Some(0.0)));
    }

    #[test]
    fn a_mean_leaves_out_what_is_undefined() {
        assert_eq!(mean([[1.0, f64::NAN], [0.5, 0.25]].into_iter()), [0.75, 0.25]);
        assert!(mean::<1>(std::iter::empty())[0].is_nan());
    }

    proptest! {
        #[test]
        fn f1_lies_between_precision_and_recall(found in 0u64..1000, wrong in 0u64..1000, missed in 0u64..1000) {
            let hits = Hits { found, wrong, missed };
            if let (Some(p), Some(r), Some(f)) = (hits.precision(), hits.recall(), hits.f1()) {
                prop_assert!(p.min(r) - 1e-12 <= f && f <= p.max(r) + 1e-12);
                prop_assert!((0.0..=1.0).contains(&f));
            }
        }
    }
}
