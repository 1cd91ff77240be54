//! Dates as exports write them, to ISO.

use jiff::civil::Date;

use crate::corpus::settings::DateOrder;

/// Months by their first three letters, English and Welsh.
const MONTHS: [(&str, i8); 24] = [
    ("jan", 1),
    ("ion", 1),
    ("feb", 2),
    ("chw", 2),
    ("mar", 3),
    ("maw", 3),
    ("apr", 4),
    ("ebr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("meh", 6),
    ("jul", 7),
    ("gor", 7),
    ("aug", 8),
    ("aws", 8),
    ("sep", 9),
    ("med", 9),
    ("oct", 10),
    ("hyd", 10),
    ("nov", 11),
    ("tac", 11),
    ("dec", 12),
    ("rha", 12),
];

/// The day of a date: ISO (`2022-09-14 10:32`, `20220914`), British (`14/09/2022`, `14.9.22`), in words (`14 September
/// 2022`, `Dydd Mawrth 14 Medi 2022`, `Sept 14, 2022`, `Mon, 14 Sep 2022 10:32 +0100`). Each cell is read by itself, so
/// a column may mix them. Slashed dates are day first, unless the second number can only be a day. A bare number is no
/// date: what a spreadsheet counts in days comes here as ISO already. `None` when it is none of these.
pub(crate) fn iso_day(cell: &str) -> Option<String> {
    iso_day_in(cell, DateOrder::DayFirst)
}

/// The same, with slashed dates in the order that the source writes them.
pub(crate) fn iso_day_in(cell: &str, order: DateOrder) -> Option<String> {
    let cell = cell.trim();
    if is_iso(cell) {
        let date: Date = cell[..10].parse().ok()?;
        return Some(date.to_string());
    }
    let numbers: Vec<i32> = cell
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let (year, month, day) = match (numbers.as_slice(), month(cell)) {
        ([compact, ..], None) if is_compact(cell) => (compact / 10_000, number(compact / 100 % 100)?, compact % 100),
        ([year, month, day, ..], None) if *year > 31 && starts_with_digit(cell) => (*year, number(*month)?, *day),
        ([year, day, ..], Some(month)) if *year > 31 && starts_with_digit(cell) => (*year, month, *day),
        ([day, year, ..], Some(month)) if *year > 31 => (*year, month, *day),
        ([day, year, ..], Some(month)) if is_named_and_short(cell) => (2000 + *year, month, *day),
        ([a, b, year, ..], None) if *year > 31 || is_short(cell) => {
            let year = if is_short(cell) { 2000 + *year } else { *year };
            let is_month_first = *b > 12 || *a <= 12 && order == DateOrder::MonthFirst;
            if is_month_first { (year, number(*a)?, *b) } else { (year, number(*b)?, *a) }
        }
        _ => return None,
    };
    let date = Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

/// What most exports write, and nothing else could be meant by: `2022-09-14`, alone or before a time in figures.
fn is_iso(cell: &str) -> bool {
    let is_figure = |at: &usize| cell.as_bytes()[*at].is_ascii_digit();
    let is_time = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b' ' | b':' | b'.' | b'+' | b'-' | b'T' | b'Z');
    cell.len() >= 10
        && cell.as_bytes().iter().all(is_time)
        && [0, 1, 2, 3, 5, 6, 8, 9].iter().all(is_figure)
        && [4, 7].iter().all(|at| cell.as_bytes()[*at] == b'-')
        && !cell.as_bytes().get(10).is_some_and(u8::is_ascii_digit)
        // A year below 32 is taken for a day.
        && (&cell[..2] != "00" || &cell[2..4] > "31")
}

fn number(month: i32) -> Option<i8> {
    i8::try_from(month).ok()
}

fn starts_with_digit(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit())
}

/// The month that a date names: the last one before its year, since a Tuesday is a `Mawrth` too.
fn month(cell: &str) -> Option<i8> {
    let named = |text: &str| -> Vec<i8> {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3);
        let starts = words.map(|word| word.chars().take(3).flat_map(char::to_lowercase).collect::<String>());
        starts.filter_map(|start| MONTHS.iter().find(|(name, _)| *name == start).map(|(_, month)| *month)).collect()
    };
    let is_year = |at: &usize| cell.as_bytes()[*at..].iter().take_while(|byte| byte.is_ascii_digit()).count() >= 4;
    let year = (0..cell.len()).find(is_year).unwrap_or(cell.len());
    let (before, all) = (named(&cell[..year]), named(cell));
    before.last().or(all.first()).copied()
}

/// `20220914`, alone or before a time: a year of this century or the last, month and day.
fn is_compact(cell: &str) -> bool {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    digits == 8 && matches!(&cell[..2], "19" | "20") && !matches!(cell.as_bytes().get(8), Some(b'/' | b'-' | b'.'))
}

/// `14/09/22`: a year of two digits, and the time, if any, behind a space.
fn is_short(cell: &str) -> bool {
    let day = cell.split([' ', ',', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '.', '-']).collect();
    let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number) && parts[2].len() == 2
}

/// `14-Sep-22`, as spreadsheets show dates: a year of two digits behind the name of a month.
fn is_named_and_short(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '/', ' ']).collect();
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |part: &str| part.chars().count() >= 3 && part.chars().all(char::is_alphabetic);
    matches!(parts.as_slice(), [day, month, year, ..] if is_number(day) && is_word(month) && is_number(year) && year.len() == 2)
}

/// Both readings of a slashed date, as days since a common beginning: day first, and month first. `None` where a reading is
/// no date.
pub(crate) fn both_orders(cell: &str) -> Option<[Option<i32>; 2]> {
    let cell = cell.trim();
    let day = cell.split([' ', ',', 'T']).next()?;
    let parts: Vec<i32> = day.split('/').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [a, b, year] = parts[..] else { return None };
    let year = if year < 100 { 2000 + year } else { year };
    let days = |month: i32, day: i32| {
        let date = Date::new(i16::try_from(year).ok()?, number(month)?, i8::try_from(day).ok()?).ok()?;
        Some(i32::from(date.year()) * 366 + i32::from(date.day_of_year()))
    };
    Some([days(b, a), days(a, b)]).filter(|[day_first, month_first]| day_first.is_some() || month_first.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_day_and_month_is_as_the_source_writes_it() {
        let month_first = |cell: &str| iso_day_in(cell, DateOrder::MonthFirst);
        assert_eq!(month_first("10/01/2022 09:10:00 AM").as_deref(), Some("2022-10-01"));
        assert_eq!(month_first("14/09/2022").as_deref(), Some("2022-09-14"));
        assert_eq!(month_first("2022-10-01").as_deref(), Some("2022-10-01"));
        assert_eq!(both_orders("10/1/22 9:00"), Some([Some(2022 * 366 + 10), Some(2022 * 366 + 274)]));
        assert_eq!(both_orders("13/10/2022").map(|both| both.map(|day| day.is_some())), Some([true, false]));
        assert_eq!((both_orders("2022-10-01"), both_orders("🙂"), both_orders("")), (None, None, None));
    }

    #[test]
    fn dates_are_read_in_the_styles_of_exports() {
        let day = Some("2022-09-14".to_owned());
        for written in [
            "2022-09-14",
            "2022-09-14T10:32:05Z",
            "2022-09-14 10:32:05.123+01:00",
            "14/09/2022",
            "14.9.2022 10:32",
            "9/14/2022",
            "14 September 2022",
            "14 Medi 2022",
            "Wed, 14 Sep 2022 10:32:05 +0100",
            "Dydd Mawrth 14 Medi 2022",
            "Sept 14, 2022",
            "2022-Sep-14 10:32",
            "Wed Sep 14 2022 10:32:05 GMT+0100 (British Summer Time)",
            "14/09/22",
            "14.9.22 10:32",
            "20220914",
            "20220914T103205Z",
            "14-Sep-22",
            "14-Med-22 10:32",
        ] {
            assert_eq!(iso_day(written), day, "{written}");
        }
        for other in [
            "",
            "soon",
            "2022",
            "31/02/2022",
            "2022-02-30",
            "2022-13-01 10:32",
            "0014-09-22",
            "🙂",
            "10:32:05",
            "44818",
            "44818.44",
            "1.2.3 of it",
            "12345678",
            "Mawrth",
            "99999999999999/1/1",
            "3 May 10:15",
        ] {
            assert_eq!(iso_day(other), None, "{other}");
        }
    }
}
