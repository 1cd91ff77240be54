//! Working days in Wales, for clocks that the law or its guidance counts in them.
//!
//! Bank holidays of England and Wales follow Schedule 1 of the Banking and Financial Dealings Act 1971 and what is proclaimed
//! under it each year (New Year's Day, the first Monday in May, and days in place of those at a weekend); the days proclaimed
//! once are as published at gov.uk/bank-holidays. What is proclaimed later has to be named in the settings.

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp, Zoned};

/// Days proclaimed once: the millennium, jubilees, a wedding, a funeral, a coronation.
const ONCE: [(i16, i8, i8); 9] = [
    (1999, 12, 31),
    (2002, 6, 3),
    (2002, 6, 4),
    (2011, 4, 29),
    (2012, 6, 4),
    (2012, 6, 5),
    (2022, 6, 2),
    (2022, 6, 3),
    (2022, 9, 19),
];

/// The coronation, and the days that VE Day took the place of the first Monday in May.
const MORE_ONCE: [(i16, i8, i8); 3] = [(1995, 5, 8), (2020, 5, 8), (2023, 5, 8)];

/// Mondays that were no holiday because another day took their place.
const MOVED: [(i16, i8, i8); 5] = [(1995, 5, 1), (2002, 5, 27), (2012, 5, 28), (2020, 5, 4), (2022, 5, 30)];

/// The day that is so many working days after another, which is not counted itself. `more` are further days off.
pub fn working_days_after(date: Date, days: u32, more: &[Date]) -> Date {
    let (mut day, mut left) = (date, days);
    while left > 0 {
        let Ok(next) = day.tomorrow() else { return day };
        day = next;
        left -= u32::from(is_working_day(day) && !more.contains(&day));
    }
    day
}

/// Whether a day is neither at a weekend nor a bank holiday of England and Wales.
pub fn is_working_day(date: Date) -> bool {
    !is_weekend(date) && !is_bank_holiday(date)
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether a day is a bank holiday of England and Wales, or the day in place of one at a weekend.
pub fn is_bank_holiday(date: Date) -> bool {
    let key = (date.year(), date.month(), date.day());
    if ONCE.contains(&key) || MORE_ONCE.contains(&key) {
        return true;
    }
    let is_monday = date.weekday() == Weekday::Monday && !MOVED.contains(&key);
    let from_easter = easter(date.year()).map(|easter| (date - easter).get_days());
    match (date.month(), date.day()) {
        _ if matches!(from_easter, Some(-2 | 1)) => true,
        (1, 1) => !is_weekend(date),
        // In place of a Saturday or a Sunday.
        (1, 2 | 3) => date.weekday() == Weekday::Monday,
        (5, 1..=7 | 25..=31) | (8, 25..=31) => is_monday,
        (12, 25 | 26) => !is_weekend(date),
        // Both days at a weekend move to Monday and Tuesday; one alone to the first of them that is free.
        (12, 27 | 28) => matches!(date.weekday(), Weekday::Monday | Weekday::Tuesday),
        _ => false,
    }
}

/// Easter Sunday in the Gregorian calendar ("Anonymous" algorithm: Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()
}

/// The day that it is in Wales at a moment: an hour ahead from the last Sunday in March to the last in October, each at one
/// in the morning (Summer Time Act 1972, as amended in 2002). No table of time zones is needed for it.
pub fn local_date(moment: Timestamp) -> Date {
    let utc: Zoned = moment.to_zoned(jiff::tz::TimeZone::UTC);
    let turns = |month: i8| {
        let last = Date::new(utc.year(), month, 31).ok()?;
        let sunday = last.nth_weekday_of_month(-1, Weekday::Sunday).ok()?;
        Some(sunday.at(1, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
    };
    let is_summer = turns(3).zip(turns(10)).is_some_and(|(begins, ends)| begins <= moment && moment < ends);
    let ahead = if is_summer { SignedDuration::from_hours(1) } else { SignedDuration::ZERO };
    utc.checked_add(ahead).map_or_else(|_| utc.date(), |local| local.date())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The dates that gov.uk/bank-holidays lists for England and Wales.
    #[test]
    fn bank_holidays_are_those_that_were_published() {
        let published = [
            (2021, vec![(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
            (2022, vec![(1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (6, 3), (8, 29), (9, 19), (12, 26), (12, 27)]),
            (2023, vec![(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)]),
            (2024, vec![(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
            (2025, vec![(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
            (2026, vec![(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
        ];
        for (year, days) in published {
            let mut day = date(year, 1, 1);
            let mut found = Vec::new();
            while day.year() == year {
                if is_bank_holiday(day) {
                    found.push((day.month(), day.day()));
                }
                day = day.tomorrow().unwrap();
            }
            assert_eq!(found, days, "{year}");
        }
    }

    #[test]
    fn seven_working_days_pass_over_weekends_easter_and_days_named() {
        assert_eq!(working_days_after(date(2026, 11, 27), 7, &[]), date(2026, 12, 8));
        assert_eq!(working_days_after(date(2024, 3, 27), 7, &[]), date(2024, 4, 9), "Good Friday and Easter Monday");
        assert_eq!(working_days_after(date(2026, 11, 27), 7, &[date(2026, 12, 1)]), date(2026, 12, 9));
        assert_eq!(working_days_after(date(2026, 12, 23), 2, &[]), date(2026, 12, 29), "Boxing Day moved to the 28th");
    }

    #[test]
    fn the_day_in_wales_turns_an_hour_earlier_in_summer() {
        let day = |moment: &str| local_date(moment.parse().unwrap());
        assert_eq!(day("2026-07-01T23:30:00Z"), date(2026, 7, 2));
        assert_eq!(day("2026-12-01T23:30:00Z"), date(2026, 12, 1));
        assert_eq!(day("2026-10-25T00:30:00Z"), date(2026, 10, 25));
    }
}
