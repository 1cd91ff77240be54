//! Days and times of arrival, from the opening of the consultation to those who come late.

use super::rng::Rng;

/// The consultation opens on 17 August 2022; days are counted from it.
const OPENS: (usize, usize, usize) = (2022, 8, 17);
/// 7 November, the last day.
const CLOSES: usize = 82;
/// 14 November, the last day on which a late response is still taken.
const GRACE: usize = 89;

/// A moment of arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    year: usize,
    month: usize,
    day: usize,
    /// Seconds since midnight.
    second: usize,
}

/// When response `index` of `count` came: a first rush, a quiet autumn, most in the last days, a few late, in order.
pub(super) fn received(index: usize, count: usize, rng: &mut Rng) -> When {
    // At least three late ones where there is room for them, so that the rules on lateness meet a case.
    let late = (count / 70).max(3.min(count / 12));
    let on_time = count - late;
    let days = if index < on_time {
        let part = (index as f64 + rng.unit()) / on_time as f64;
        (CLOSES + 1) as f64 * spread(part)
    } else {
        let number = index - on_time;
        let very = (late / 3).max(1);
        let (from, days, number, of) = if number >= late - very {
            (GRACE + 1, 11, number - (late - very), very)
        } else {
            (CLOSES + 1, GRACE - CLOSES, number, late - very)
        };
        from as f64 + days as f64 * (number as f64 + rng.unit()) / of as f64
    };
    let day = days as usize;
    // People write between seven in the morning and eleven at night.
    let second = 7 * 3600 + ((days - day as f64) * 16.0 * 3600.0) as usize;
    at(day, second)
}

fn spread(part: f64) -> f64 {
    // Share of responses, share of the time: corners of a broken line.
    const CORNERS: [(f64, f64); 5] = [(0.0, 0.0), (0.13, 0.08), (0.5, 0.64), (0.75, 0.9), (1.0, 1.0)];
    let found = CORNERS.windows(2).find(|pair| part < pair[1].0);
    found.map_or(0.999_999, |pair| {
        let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
        y + (to_y - y) * (part - x) / (to_x - x)
    })
}

fn at(day: usize, second: usize) -> When {
    let (year, mut month, first) = OPENS;
    let mut day = first + day;
    for days in [31, 30, 31, 30] {
        if day > days {
            day -= days;
            month += 1;
        } else {
            break;
        }
    }
    When { year, month, day, second }
}

impl When {
    /// `2022-09-14 10:32:05`
    pub(super) fn stamp(&self) -> String {
        let (h, m, s) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        format!("{} {h:02}:{m:02}:{s:02}", self.iso())
    }

    /// `2022-09-14`
    pub(super) fn iso(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `14/09/2022`
    pub(super) fn british(&self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }

    /// Whether it is after the last day.
    pub(super) fn is_late(&self) -> bool {
        (self.month, self.day) > (11, 7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_opening() {
        assert_eq!(at(0, 0).iso(), "2022-08-17");
        assert_eq!(at(15, 0).iso(), "2022-09-01");
        assert_eq!(at(CLOSES, 3661).stamp(), "2022-11-07 01:01:01");
        assert_eq!(at(GRACE, 0).british(), "14/11/2022");
        assert!(at(CLOSES + 1, 0).is_late() && !at(CLOSES, 0).is_late());
    }

    #[test]
    fn responses_arrive_in_order_and_a_few_of_them_late() {
        for count in [1, 2, 40, 192] {
            let mut rng = Rng::new(1, 1, 1);
            let stamps: Vec<String> = (0..count).map(|index| received(index, count, &mut rng).stamp()).collect();
            assert!(stamps.is_sorted(), "{count}: {stamps:?}");
        }
    }
}
