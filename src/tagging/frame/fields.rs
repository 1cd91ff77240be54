//! The fields of one TOML table: each asked for by name and kind, each mistake kept with its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FrameError, FrameProblem};
use crate::model::{Bilingual, Pattern, When};

/// From byte offsets to lines and columns.
pub(super) struct Places<'t> {
    file: String,
    text: &'t str,
    /// Byte at which each line starts.
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn new(file: &str, text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Places { file: file.to_owned(), text, lines: starts.collect() }
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Line and column (in characters), both from 1.
    pub(super) fn of(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = self.lines[line - 1];
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    pub(super) fn error(&self, byte: usize, problem: FrameProblem) -> FrameError {
        let (line, column) = self.of(byte);
        FrameError { file: self.file.clone(), line, column, problem }
    }

    /// The first character of a string's contents, past its quotes.
    fn inside(&self, span: std::ops::Range<usize>) -> usize {
        let written = self.text.get(span.clone()).unwrap_or_default();
        let quotes = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
        span.start + quotes.min(written.len())
    }
}

/// Where a table stands, for messages.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) key: &'static str,
    pub(super) at: usize,
}

/// One table, with somewhere to put what is wrong with it.
pub(super) struct Fields<'a, 'p, 't> {
    table: &'a DeTable<'t>,
    places: &'p Places<'t>,
    errors: &'p mut Vec<FrameError>,
}

impl<'a, 'p, 't> Fields<'a, 'p, 't> {
    /// Notes keys that are not among `known`.
    pub(super) fn new(
        table: &'a DeTable<'t>,
        place: Place,
        known: &[&'static str],
        places: &'p Places<'t>,
        errors: &'p mut Vec<FrameError>,
    ) -> Self {
        for (key, _) in table {
            if !known.contains(&key.get_ref().as_ref()) {
                let written = key.get_ref().to_string();
                let nearest = nearest(&written, known);
                let known = known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
                let at = if key.span().is_empty() { place.at } else { key.span().start };
                errors.push(
                    places.error(at, FrameProblem::UnknownKey { key: written, place: place.key, nearest, known }),
                );
            }
        }
        Fields { table, places, errors }
    }

    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    fn wrong(&mut self, value: &Spanned<DeValue<'t>>, key: &str, wanted: &'static str, example: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text in quotation marks",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let problem =
            FrameProblem::WrongKind { key: key.to_owned(), wanted, found, example: format!("write {example}") };
        self.errors.push(self.places.error(value.span().start, problem));
    }

    /// A string with the byte at which it is written.
    pub(super) fn string(&mut self, key: &str) -> Option<(String, usize)> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some((text.to_owned(), self.places.inside(value.span()))),
            None => {
                self.wrong(value, key, "a text", &format!("`{key} = \"…\"`"));
                None
            }
        }
    }

    pub(super) fn number(&mut self, key: &str) -> Option<u32> {
        let value = self.get(key)?;
        let number = integer(value.get_ref());
        if number.is_none() {
            self.wrong(value, key, "a whole number from 0", &format!("`{key} = 1`"));
        }
        number
    }

    pub(super) fn small_numbers(&mut self, key: &str) -> Vec<u8> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let numbers = value.get_ref().as_array().and_then(|array| {
            array
                .iter()
                .map(|item| integer(item.get_ref()).and_then(|n| u8::try_from(n).ok()))
                .collect::<Option<Vec<u8>>>()
        });
        numbers.unwrap_or_else(|| {
            self.wrong(value, key, "a list of whole numbers up to 255", &format!("`{key} = [1, 4]`"));
            Vec::new()
        })
    }

    pub(super) fn yes_or_no(&mut self, key: &str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(value, key, "true or false", &format!("`{key} = true`"));
            false
        })
    }

    /// `feared`, or nothing.
    pub(super) fn when(&mut self, key: &str) -> When {
        let Some(value) = self.get(key) else { return When::Always };
        if value.get_ref().as_str() == When::Feared.as_str() {
            return When::Feared;
        }
        self.wrong(value, key, "the word `feared`", &format!("`{key} = \"feared\"`, or leave it out"));
        When::Always
    }

    /// A table with `en` and `cy`, or one text for both.
    pub(super) fn bilingual(&mut self, key: &str) -> Option<Bilingual> {
        let value = self.get(key)?;
        if let Some(text) = value.get_ref().as_str() {
            return Some(Bilingual { en: text.to_owned(), cy: text.to_owned() });
        }
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, key, "a text in both languages", &format!("`{key} = {{ en = \"…\", cy = \"…\" }}`"));
            return None;
        };
        let place = Place { key: "in a text with two languages", at: value.span().start };
        let mut fields = Fields::new(table, place, &["en", "cy"], self.places, self.errors);
        let en = fields.string("en").map(|s| s.0).unwrap_or_default();
        let cy = fields.string("cy").map(|s| s.0).unwrap_or_default();
        Some(Bilingual { en, cy })
    }

    /// A list of patterns, or a single one.
    pub(super) fn patterns(&mut self, key: &str) -> Vec<Pattern> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items: Vec<&Spanned<DeValue<'t>>> = match value.get_ref() {
            DeValue::String(_) => vec![value],
            DeValue::Array(array) => array.iter().collect(),
            _ => {
                self.wrong(value, key, "a list of patterns", &format!("`{key} = [\"…\"]`"));
                return Vec::new();
            }
        };
        let mut patterns = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => {
                    let (line, column) = self.places.of(self.places.inside(item.span()));
                    patterns.push(Pattern { text: text.to_owned(), line, column });
                }
                None => self.wrong(item, key, "a list of texts", &format!("`{key} = [\"…\"]`")),
            }
        }
        patterns
    }

    /// The tables of an array of tables.
    pub(super) fn tables(&mut self, key: &str) -> Vec<&'a Spanned<DeValue<'t>>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(value, key, "a section of its own", &format!("`[[{key}]]` above each one"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array.iter() {
            if item.get_ref().is_table() {
                tables.push(item);
            } else {
                self.wrong(item, key, "a section of its own", &format!("`[[{key}]]` above each one"));
            }
        }
        tables
    }
}

fn integer(value: &DeValue<'_>) -> Option<u32> {
    let integer = value.as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// The known key that differs least, when it differs by at most two letters.
fn nearest(written: &str, known: &[&'static str]) -> Option<&'static str> {
    let written = written.to_lowercase();
    known.iter().map(|k| (distance(&written, k), *k)).filter(|(d, k)| *d <= 2 && *d < k.len()).min().map(|(_, k)| k)
}

/// Edit distance (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
