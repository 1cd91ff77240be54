//! Any other table: titles above the header, groups over names, codes over wordings, or no header at all.

use super::cells::{at, filled, is_date, is_label, is_number, is_value, plain};
use super::{Column, Header, MOST_IN_TITLE, parts};

/// Reads the header of a table of no known platform.
pub(super) fn read(rows: &[Vec<String>]) -> Header {
    let Some(first) = rows.iter().position(|row| filled(row) > 0) else { return Header::default() };
    let before = first + titles(&rows[first..]);
    let rows = &rows[before..];
    if is_headless(rows) {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let remarks = vec!["the first row holds answers, so the columns have numbers for names".to_owned()];
        return Header { before, columns: vec![Column::default(); width], remarks, ..Header::default() };
    }
    let mut header = if is_codes_over_wordings(rows) {
        wordings(rows)
    } else if is_groups_over_names(rows) {
        groups(rows)
    } else {
        let columns = rows[0].iter().map(|name| Column { name: name.clone(), asks: plain(name), ..Column::default() });
        Header { rows: 1, columns: columns.collect(), ..Header::default() }
    };
    parts::find(&mut header.columns);
    if before > first {
        header.remarks.push(format!("{} rows above the header were left out", before - first));
    }
    header.before = before;
    header
}

/// How many rows stand above the header: next to empty ones, and then a row of many different labels of which one at
/// least is a header's word. Anything else, and the first row is the header.
fn titles(rows: &[Vec<String>]) -> usize {
    let Some(header) = rows.iter().position(|row| filled(row) > MOST_IN_TITLE) else { return 0 };
    if header == 0 {
        return 0;
    }
    let row = &rows[header];
    let is_header = row.iter().filter(|cell| !cell.is_empty()).all(|cell| is_label(cell))
        && is_all_different(row)
        && row.iter().any(|cell| is_word_of_headers(cell))
        && rows[header + 1..].iter().all(|below| filled(below) <= filled(row));
    // What stands above must be titles: in the first columns, and not repeated below as an answer would be.
    let is_title = |above: &Vec<String>| {
        above.iter().position(|cell| !cell.is_empty()).is_none_or(|at| at < 2)
            && rows[header + 1..].iter().all(|below| filled(below) == 0 || at(below, 0) != at(above, 0))
    };
    if is_header && rows[..header].iter().all(is_title) { header } else { 0 }
}

fn is_all_different(row: &[String]) -> bool {
    let mut cells: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let all = cells.len();
    cells.sort();
    cells.dedup();
    cells.len() == all
}

/// Words that stand in headers and hardly ever are a whole answer.
fn is_word_of_headers(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    let words: Vec<&str> = cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    cell.ends_with('?')
        || words.len() <= 4
            && words.iter().any(|word| {
                matches!(
                    *word,
                    "id" | "ref"
                        | "reference"
                        | "name"
                        | "date"
                        | "comment"
                        | "comments"
                        | "response"
                        | "email"
                        | "postcode"
                        | "organisation"
                        | "question"
                        | "number"
                        | "no"
                        | "type"
                        | "enw"
                        | "dyddiad"
                        | "sylw"
                        | "sylwadau"
                        | "ymateb"
                        | "cwestiwn"
                        | "sefydliad"
                        | "rhif"
                        | "cyfeirnod"
                )
            })
}

/// Whether the first row is already an answer: a column whose first cell has the very shape of those below, and a shape
/// that no name has.
fn is_headless(rows: &[Vec<String>]) -> bool {
    let Some((first, below)) = rows.split_first() else { return false };
    let below: Vec<&Vec<String>> = below.iter().filter(|row| filled(row) > 0).collect();
    if below.len() < 2 || first.iter().filter(|cell| is_label(cell)).any(|cell| is_word_of_headers(cell)) {
        return false;
    }
    // Questions may be named by their numbers alone.
    if first.iter().all(|cell| cell.is_empty() || is_number(cell)) {
        return false;
    }
    (0..first.len()).any(|i| {
        let cell = at(first, i);
        let all = |is: fn(&str) -> bool| is(cell) && below.iter().all(|row| is(at(row, i)));
        let shape = shape(cell);
        let is_code = shape.len() >= 4 && shape.contains('9') && shape.contains(|c: char| !c.is_ascii_digit());
        all(is_date)
            || all(|cell| is_value(cell) && !is_number(cell))
            || all(|cell| is_number(cell) && !is_year(cell))
            || is_code
                && !cell.contains(' ')
                && below.iter().all(|row| at(row, i).len() >= 4 && self::shape(at(row, i)) == shape)
    })
}

/// `2021` may well be the name of a column of figures.
fn is_year(cell: &str) -> bool {
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"))
}

/// A cell with every figure as 9 and every letter as a: `R-0017` is `a-9999`.
fn shape(cell: &str) -> String {
    cell.chars()
        .take(40)
        .map(|sign| match sign {
            sign if sign.is_ascii_digit() => '9',
            sign if sign.is_alphabetic() => 'a',
            sign => sign,
        })
        .collect()
}

/// `Q1`, `Ident 3`, `Q5_1`, `V12`: letters and a number.
fn is_code(cell: &str) -> bool {
    let letters = cell.chars().take_while(|c| c.is_alphabetic()).count();
    let rest = cell.trim_start_matches(char::is_alphabetic).trim_start_matches([' ', '_', '.']);
    (1..=8).contains(&letters)
        && cell.chars().count() <= 14
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

/// Codes in the first row, what they ask in the second: every column has a code and a wording, at least half of the
/// wordings are questions, none is a value, and the row below is not such a row.
fn is_codes_over_wordings(rows: &[Vec<String>]) -> bool {
    let [codes, wordings, ..] = rows else { return false };
    let named = codes.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(i, _)| i);
    let columns: Vec<usize> = named.collect();
    let asks = |row: &[String]| columns.iter().filter(|i| at(row, **i).ends_with('?')).count();
    columns.len() >= 3
        && columns.iter().all(|i| is_code(at(codes, *i)))
        && filled(wordings) >= columns.len()
        && columns.iter().all(|i| is_label(at(wordings, *i)) || at(wordings, *i).chars().count() > 120)
        && is_all_different(wordings)
        && asks(wordings) * 2 >= columns.len()
        && rows.get(2).is_none_or(|row| asks(row) * 4 < columns.len())
}

fn wordings(rows: &[Vec<String>]) -> Header {
    let [codes, asked, ..] = rows else { return Header::default() };
    let width = codes.len().max(asked.len());
    let column = |i| Column { name: at(codes, i).to_owned(), asks: plain(at(asked, i)), ..Column::default() };
    Header { rows: 2, columns: (0..width).map(column).collect(), ..Header::default() }
}

/// A row of groups, each over several names: blank cells in the first row stand beside a group, the second names every
/// column that the first does not, and no cell of it can be an answer.
fn is_groups_over_names(rows: &[Vec<String>]) -> bool {
    let [groups, names, below @ ..] = rows else { return false };
    let width = groups.len().max(names.len());
    let unnamed: Vec<usize> = (0..width).filter(|i| at(groups, *i).is_empty()).collect();
    let below: Vec<&Vec<String>> = below.iter().filter(|row| filled(row) > 0).collect();
    if unnamed.len() < 2 || filled(groups) == 0 || below.is_empty() || names.iter().any(|cell| is_value(cell)) {
        return false;
    }
    let is_continued = unnamed.iter().any(|i| *i > 0 && !at(groups, i - 1).is_empty());
    let names_them = unnamed.iter().all(|i| is_label(at(names, *i)) && at(names, *i).chars().count() <= 120);
    let is_repeated =
        (0..width).any(|i| !at(names, i).is_empty() && below.iter().any(|row| at(row, i) == at(names, i)));
    // A name over figures or dates is a name; so is a blank where every answer has something.
    let contrasts = (0..width).any(|i| {
        let name = at(names, i);
        let all = |is: &dyn Fn(&str) -> bool| below.iter().all(|row| is(at(row, i)));
        !name.is_empty() && all(&is_value)
            || name.is_empty() && !at(groups, i).is_empty() && all(&|cell| !cell.is_empty())
    });
    is_continued && names_them && !is_repeated && contrasts
}

/// Names from the second row, and from the first where that names the column alone. Of names that stand twice, each has
/// its group before it.
fn groups(rows: &[Vec<String>]) -> Header {
    let [groups, names, ..] = rows else { return Header::default() };
    let width = groups.len().max(names.len());
    let mut group = "";
    let columns = (0..width).map(|i| {
        let (head, name) = (at(groups, i), at(names, i));
        if !head.is_empty() {
            group = head;
        }
        let is_repeated = (0..width).any(|other| other != i && at(names, other) == name);
        let asks = group.ends_with('?');
        if name.is_empty() {
            Column { name: head.to_owned(), asks: plain(head), ..Column::default() }
        } else if group.is_empty() || !is_repeated && !asks {
            Column { name: name.to_owned(), asks: plain(name), ..Column::default() }
        } else {
            let (asks, part) = (plain(group), plain(name));
            Column { name: format!("{group} - {name}"), asks, part, ..Column::default() }
        }
    });
    Header { rows: 2, columns: columns.collect(), ..Header::default() }
}
