//! A cell of a spreadsheet as a person reads it.

use calamine::{Data, ExcelDateTime};

/// Whole numbers up to here are exact in a spreadsheet.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The day behind the last that a spreadsheet knows, 31 December 9999.
const LAST_DAY: f64 = 2_958_466.0;

/// The text of a cell, and whether it is an error of the spreadsheet (`#N/A`). `None` when the cell is blank.
pub(super) fn text(value: Data) -> Option<(String, bool)> {
    let text = match value {
        Data::Empty => return None,
        Data::Error(error) => return Some((error.to_string(), true)),
        Data::String(text) => unpadded(text),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(number),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(date) => serial(date),
        Data::DateTimeIso(date) => iso(&date),
        Data::DurationIso(duration) => clock(&duration).unwrap_or(duration),
    };
    Some((text, false))
}

/// Some old files lead the reader to take each byte of a wide character for one: `T\0i\0t\0l\0e\0`.
fn unpadded(text: String) -> String {
    let is_padded = text.contains('\0') && text.chars().enumerate().all(|(i, sign)| (i % 2 == 1) == (sign == '\0'));
    if is_padded { text.replace('\0', "") } else { text }
}

/// A number in its shortest form, with the 15 digits that a spreadsheet shows.
fn decimal(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() <= EXACT {
        return format!("{number:.0}").replace("-0", if number == 0.0 { "0" } else { "-0" });
    }
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if (1e-9..1e21).contains(&shown.abs()) { shown.to_string() } else { format!("{shown:e}") }
}

fn serial(date: ExcelDateTime) -> String {
    let value = date.as_f64();
    if date.is_duration() {
        return hours(value * 86_400.0);
    }
    if !(0.0..LAST_DAY).contains(&value) {
        return decimal(value);
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let part = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    let time = format!("{hour:02}:{minute:02}:{second:02}{part}");
    let is_midnight = (hour, minute, second, milli) == (0, 0, 0, 0);
    match (value < 1.0, is_midnight) {
        (true, _) => time,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

/// Seconds as hours, minutes and seconds; hours may be more than a day has.
fn hours(seconds: f64) -> String {
    let sign = if seconds < 0.0 { "-" } else { "" };
    let whole = seconds.abs().round() as u64;
    format!("{sign}{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
}

/// `2022-11-07T14:30:00.000` as `2022-11-07 14:30:00`; a time of midnight is left out.
fn iso(date: &str) -> String {
    let (whole, part) = date.split_once('.').unwrap_or((date, ""));
    let date = if part.bytes().all(|byte| byte == b'0') { whole } else { date };
    date.strip_suffix("T00:00:00").unwrap_or(date).replacen('T', " ", 1)
}

/// `PT14H30M05S` as `14:30:05`.
fn clock(duration: &str) -> Option<String> {
    let mut rest = duration.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, worth) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, behind)) = rest.split_once(unit) {
            seconds += number.parse::<f64>().ok()? * worth;
            rest = behind;
        }
    }
    rest.is_empty().then(|| hours(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    #[test]
    fn cells_read_as_a_person_reads_them() {
        let date = |value, is_1904| Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904));
        let lasting = |value| Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::TimeDelta, false));
        for (value, shown) in [
            (Data::String(" T\u{177} 🙂 ".to_owned()), " T\u{177} 🙂 "),
            (Data::String("T\0â\0n\0".to_owned()), "Tân"),
            (Data::Float(42.0), "42"),
            (Data::Float(-0.0), "0"),
            (Data::Float(-7.0), "-7"),
            (Data::Float(-0.25), "-0.25"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(1e300), "1e300"),
            (Data::Float(4_503_599_627_370_497.0), "4503599627370497"),
            (Data::Int(7), "7"),
            (Data::Bool(true), "TRUE"),
            (date(44872.0, false), "2022-11-07"),
            (date(43410.0, true), "2022-11-07"),
            (date(44_872.604_166_666_664, false), "2022-11-07 14:30:00"),
            (date(0.604_166_666_666_666_6, false), "14:30:00"),
            (date(-1.5, false), "-1.5"),
            (lasting(1.25), "30:00:00"),
            (lasting(f64::NAN), "00:00:00"),
            (Data::DateTimeIso("2022-11-07T00:00:00".to_owned()), "2022-11-07"),
            (Data::DateTimeIso("2022-11-07T14:30:00.000000000".to_owned()), "2022-11-07 14:30:00"),
            (Data::DurationIso("PT14H30M05S".to_owned()), "14:30:05"),
            (Data::DurationIso("P1D".to_owned()), "P1D"),
        ] {
            assert_eq!(text(value), Some((shown.to_owned(), false)));
        }
        assert_eq!(text(Data::Empty), None);
        assert_eq!(text(Data::Error(CellErrorType::NA)), Some(("#N/A".to_owned(), true)));
    }
}
