//! Agreement between people who coded the same things, beyond what chance would give.
//!
//! Four coefficients of the same ratings, because each misleads somewhere: per cent agreement is high where nearly everybody
//! says no; kappa and alpha fall there although people hardly ever differ (Feinstein and Cicchetti, "High agreement but low
//! kappa: I", Journal of Clinical Epidemiology 43(6), 1990); AC1 was made to stand that, and is kind to rare themes.

/// Units that were rated in one way: by each rater in turn the category, from 0, or nothing where they did not rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// One rating for each rater.
    pub ratings: Vec<Option<usize>>,
    /// How many units were rated so.
    pub units: f64,
}

/// Coefficients of agreement. Each is undefined (`None`) where its formula divides by nothing: with no unit rated twice,
/// and, for kappa and alpha, where everyone put everything into one category, which tells nothing of how well they agree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Units rated by two raters or more.
    pub units: f64,
    /// Share of pairs of ratings of one unit that are the same, 0 to 1, averaged over units (Fleiss, "Measuring nominal
    /// scale agreement among many raters", Psychological Bulletin 76(5), 1971, equation 2).
    pub percent: Option<f64>,
    /// Cohen's kappa, at most 1 (Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
    /// Measurement 20(1), 1960): observed agreement less that expected from each rater's own shares of the categories,
    /// over 1 less that expected. For more than two raters the mean over pairs of raters who share units (Light,
    /// Psychological Bulletin 76(5), 1971), undefined when one of them is.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha for nominal data, at most 1 (Krippendorff, "Computing Krippendorff's Alpha-Reliability",
    /// University of Pennsylvania, 2011, section C): 1 less observed over expected disagreement, both from the table of
    /// coincidences, in which each of a unit's m ratings is paired with the others at weight 1 / (m - 1). Units rated
    /// once are left out.
    pub alpha: Option<f64>,
    /// Gwet's AC1, at most 1 (Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement",
    /// British Journal of Mathematical and Statistical Psychology 61(1), 2008; with missing ratings, Handbook of
    /// Inter-Rater Reliability, 4th edition, 2014): observed agreement less chance agreement, over 1 less chance
    /// agreement; chance is the sum of p (1 - p) over categories, divided by their number less 1, with p the mean share
    /// of a category over all units rated.
    pub ac1: Option<f64>,
}

/// Computes agreement between raters. Every [`Alike`] has a place for each rater; `categories` counts those that could
/// be chosen, used or not (2 for a theme that is there or is not).
pub fn agreement(alike: &[Alike], categories: usize) -> Agreement {
    let mut counts = vec![0.0; categories];
    let mut shares = vec![0.0; categories];
    let mut values = vec![0.0; categories];
    let (mut rated, mut pairable, mut agreed, mut coincident) = (0.0, 0.0, 0.0, 0.0);
    for Alike { ratings, units } in alike.iter().filter(|alike| alike.units > 0.0) {
        counts.fill(0.0);
        ratings.iter().flatten().for_each(|category| counts[*category] += 1.0);
        let m: f64 = counts.iter().sum();
        if m == 0.0 {
            continue;
        }
        rated += units;
        for (share, count) in shares.iter_mut().zip(&counts) {
            *share += units * count / m;
        }
        if m < 2.0 {
            continue;
        }
        let same: f64 = counts.iter().map(|count| count * (count - 1.0)).sum();
        pairable += units;
        agreed += units * same / (m * (m - 1.0));
        coincident += units * same / (m - 1.0);
        for (value, count) in values.iter_mut().zip(&counts) {
            *value += units * count;
        }
    }
    if pairable == 0.0 {
        return Agreement::default();
    }
    let percent = agreed / pairable;
    let spread = shares.iter().map(|share| share / rated).map(|p| p * (1.0 - p)).sum::<f64>();
    let chance = if categories > 1 { spread / (categories - 1) as f64 } else { 1.0 };
    let n: f64 = values.iter().sum();
    let different = n * n - values.iter().map(|value| value * value).sum::<f64>();
    Agreement {
        units: pairable,
        percent: Some(percent),
        kappa: light(alike, categories),
        alpha: (different > 0.0).then(|| 1.0 - (n - 1.0) * (n - coincident) / different),
        ac1: (chance < 1.0).then(|| (percent - chance) / (1.0 - chance)),
    }
}

/// The mean of kappa over pairs of raters.
fn light(alike: &[Alike], categories: usize) -> Option<f64> {
    let raters = alike.first().map_or(0, |alike| alike.ratings.len());
    let (mut sum, mut pairs) = (0.0, 0.0);
    for one in 0..raters {
        for other in one + 1..raters {
            if let Pair::Shared(kappa) = cohen(alike, categories, one, other) {
                sum += kappa?;
                pairs += 1.0;
            }
        }
    }
    (pairs > 0.0).then(|| sum / pairs)
}

enum Pair {
    /// They rated no unit both.
    Apart,
    /// Kappa on the units that both rated, where it is defined.
    Shared(Option<f64>),
}

fn cohen(alike: &[Alike], categories: usize, one: usize, other: usize) -> Pair {
    let mut rows = vec![0.0; categories];
    let mut columns = vec![0.0; categories];
    let (mut n, mut same) = (0.0, 0.0);
    for Alike { ratings, units } in alike {
        if let (Some(row), Some(column)) = (ratings[one], ratings[other]) {
            n += units;
            rows[row] += units;
            columns[column] += units;
            same += if row == column { *units } else { 0.0 };
        }
    }
    if n == 0.0 {
        return Pair::Apart;
    }
    // Multiplied out by n², so that counts stay whole numbers and nothing is decided by rounding.
    let expected: f64 = rows.iter().zip(&columns).map(|(row, column)| row * column).sum();
    let room = n * n - expected;
    Pair::Shared((room > 0.0).then(|| (n * same - expected) / room))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two raters' ratings as a table: rows are the first one's categories.
    fn table<const N: usize>(cells: [[u32; N]; N]) -> Agreement {
        let mut alike = Vec::new();
        for (row, cells) in cells.iter().enumerate() {
            for (column, units) in cells.iter().enumerate() {
                alike.push(Alike { ratings: vec![Some(row), Some(column)], units: f64::from(*units) });
            }
        }
        agreement(&alike, N)
    }

    /// Ratings as printed: a line for each rater, a sign for each unit, `.` where there is none.
    fn printed(lines: &[&str], categories: usize) -> Agreement {
        let lines: Vec<Vec<char>> =
            lines.iter().map(|line| line.split_whitespace().flat_map(str::chars).collect()).collect();
        let rating = |sign: char| sign.to_digit(36).map(|digit| digit as usize);
        let unit = |at: usize| Alike { ratings: lines.iter().map(|line| rating(line[at])).collect(), units: 1.0 };
        agreement(&(0..lines[0].len()).map(unit).collect::<Vec<_>>(), categories)
    }

    #[track_caller]
    fn is(found: Option<f64>, published: f64, decimals: i32) {
        let found = found.expect("a coefficient");
        assert!((found - published).abs() <= 0.5 * 10f64.powi(-decimals), "{found} for {published}");
    }

    /// Cohen 1960, table 2b, page 45: 200 cases, kappa .492.
    #[test]
    fn cohens_own_example() {
        let found = table([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);
        is(found.kappa, 0.492, 3);
        is(found.percent, 0.70, 2);
    }

    /// Krippendorff 2011, section C: four observers, twelve units, seven ratings missing; alpha for nominal data 0.743.
    /// The same ratings stand in Gwet 2014 and in the documentation of his R package irrCAC (`cac.raw4raters`): agreement
    /// 0.8181818, AC1 0.77544, alpha 0.74342.
    #[test]
    fn krippendorffs_and_gwets_example_with_missing_ratings() {
        let lines = [
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ];
        // Categories are 1 to 5, and 0, which nobody could choose, would count in AC1.
        let lowered = lines.map(|line| {
            line.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from(b'0' + d as u8 - 1))).collect::<String>()
        });
        let found = printed(&lowered.each_ref().map(String::as_str), 5);
        is(found.alpha, 0.743, 3);
        is(found.alpha, 0.74342, 5);
        is(found.percent, 0.818_181_8, 7);
        is(found.ac1, 0.77544, 5);
        assert_eq!(found.units, 11.0);
    }

    /// Krippendorff 2011, sections A (two observers, binary data: 0.095) and B (two observers, nominal data: 0.692).
    #[test]
    fn krippendorffs_examples_without_missing_ratings() {
        is(printed(&["0100000010", "1110010000"], 2).alpha, 0.095, 3);
        let letters = ["a a b b d c c c e d d a", "b a b b b c c c e d d d"];
        let found = printed(&letters.map(|line| line.replace(' ', "")).each_ref().map(String::as_str), 15);
        is(found.alpha, 0.692, 3);
    }

    /// The ectopic pregnancies of Gwet's R package irrCAC (`cont3x3abstractors`, from the Handbook of 2014): kappa
    /// 0.7964094, AC1 0.8493305, alpha 0.7972585, agreement 0.89.
    #[test]
    fn gwets_example_of_two_abstractors() {
        let found = table([[13, 0, 0], [0, 20, 7], [0, 4, 56]]);
        is(found.kappa, 0.796_409_4, 7);
        is(found.ac1, 0.849_330_5, 7);
        is(found.alpha, 0.797_258_5, 7);
        is(found.percent, 0.89, 7);
    }

    /// Feinstein and Cicchetti 1990: agreement .85 in both, kappa .70 where the answer is even and .32 where it is rare.
    #[test]
    fn the_paradox_of_kappa_as_it_was_published() {
        let (even, rare) = (table([[40, 9], [6, 45]]), table([[80, 10], [5, 5]]));
        is(even.kappa, 0.70, 2);
        is(rare.kappa, 0.32, 2);
        assert_eq!(even.percent, rare.percent);
        assert!(rare.ac1 > even.ac1);
    }

    #[test]
    fn where_everyone_says_no_kappa_and_alpha_are_undefined_and_not_1() {
        let found = table([[30, 0], [0, 0]]);
        assert_eq!((found.percent, found.kappa, found.alpha, found.ac1), (Some(1.0), None, None, Some(1.0)));
        assert_eq!(agreement(&[], 2), Agreement::default());
        let once = Alike { ratings: vec![Some(1), None], units: 9.0 };
        assert_eq!(agreement(&[once], 2), Agreement::default());
    }
}
