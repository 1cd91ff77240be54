//! Dates as exports write them, to ISO.

use jiff::civil::Date;

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

/// The day of a date: ISO (`2022-09-14 10:32`), British (`14/09/2022`), in words (`14 September 2022`, `14 Medi 2022`,
/// `Mon, 14 Sep 2022 10:32 +0100`). Slashed dates are day first, unless the second number can only be a day.
/// `None` when it is none of these.
pub(crate) fn iso_day(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let numbers: Vec<i32> = cell
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let month = cell.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3).find_map(|word| {
        let start: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
        MONTHS.iter().find(|(name, _)| *name == start).map(|(_, month)| *month)
    });
    let (year, month, day) = match (numbers.as_slice(), month) {
        ([year, month, day, ..], _) if *year > 31 && cell.starts_with(|c: char| c.is_ascii_digit()) => {
            (*year, i8::try_from(*month).ok()?, *day)
        }
        ([day, year, ..], Some(month)) if *year > 31 => (*year, month, *day),
        ([day, month, year, ..], None) if *year > 31 => {
            if *month > 12 {
                (*year, i8::try_from(*day).ok()?, *month)
            } else {
                (*year, i8::try_from(*month).ok()?, *day)
            }
        }
        _ => return None,
    };
    let date = Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::iso_day;

    #[test]
    fn dates_are_read_in_the_styles_of_exports() {
        let day = Some("2022-09-14".to_owned());
        for written in [
            "2022-09-14",
            "2022-09-14T10:32:05Z",
            "14/09/2022",
            "14.9.2022 10:32",
            "9/14/2022",
            "14 September 2022",
            "14 Medi 2022",
            "Wed, 14 Sep 2022 10:32:05 +0100",
        ] {
            assert_eq!(iso_day(written), day, "{written}");
        }
        for other in ["", "soon", "2022", "31/02/2022", "🙂", "99999999999999/1/1"] {
            assert_eq!(iso_day(other), None, "{other}");
        }
    }
}
