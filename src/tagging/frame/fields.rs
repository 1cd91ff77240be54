//! The fields of one TOML table: each asked for by name and kind, each mistake kept with its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{FrameError, FrameProblem, Given, Holder, Kind, Layout};
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
        FrameError { file: self.file.clone(), layout: Layout::Lines, line, column, problem }
    }

    /// Where a character of a pattern stands, counted from 0: what is written with a backslash takes several.
    pub(super) fn within(&self, pattern: &Pattern, n: usize) -> (usize, usize) {
        let line = self.lines.get(pattern.line - 1).map_or("", |start| &self.text[*start..]);
        let start = line.char_indices().nth(pattern.column - 1).map_or(line.len(), |(at, _)| at);
        let has_escapes = line[..start].ends_with('"');
        let mut source = line[start..].chars().peekable();
        let (mut row, mut column) = (pattern.line, pattern.column);
        for _ in 0..n {
            let mut signs = 1;
            match source.next() {
                Some('\\') if has_escapes => {
                    let more = match source.peek() {
                        Some('u') => 5,
                        Some('U') => 9,
                        Some('x') => 3,
                        _ => 1,
                    };
                    signs += more;
                    source.by_ref().take(more).for_each(drop);
                }
                Some('\n') => {
                    (row, column) = (row + 1, 1);
                    continue;
                }
                Some(_) => {}
                None => break,
            }
            column += signs;
        }
        (row, column)
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
    pub(super) holder: Holder,
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
                    places.error(at, FrameProblem::UnknownKey { key: written, place: place.holder, nearest, known }),
                );
            }
        }
        Fields::of(table, places, errors)
    }

    /// As [`Fields::new`], whatever the keys.
    pub(super) fn of(table: &'a DeTable<'t>, places: &'p Places<'t>, errors: &'p mut Vec<FrameError>) -> Self {
        Fields { table, places, errors }
    }

    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    fn wrong(&mut self, value: &Spanned<DeValue<'t>>, key: &str, wanted: Kind, example: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => Given::Text,
            DeValue::Integer(_) | DeValue::Float(_) => Given::Number,
            DeValue::Boolean(_) => Given::YesOrNo,
            DeValue::Datetime(_) => Given::Date,
            DeValue::Array(_) => Given::List,
            DeValue::Table(_) => Given::Table,
        };
        let problem = FrameProblem::WrongKind { key: key.to_owned(), wanted, found, example: example.to_owned() };
        self.errors.push(self.places.error(value.span().start, problem));
    }

    /// A string with the byte at which it is written.
    pub(super) fn string(&mut self, key: &str) -> Option<(String, usize)> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some((text.to_owned(), self.places.inside(value.span()))),
            None => {
                self.wrong(value, key, Kind::Text, &format!("`{key} = \"…\"`"));
                None
            }
        }
    }

    pub(super) fn number(&mut self, key: &str) -> Option<u32> {
        let value = self.get(key)?;
        let number = integer(value.get_ref());
        if number.is_none() {
            self.wrong(value, key, Kind::Number, &format!("`{key} = 1`"));
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
            self.wrong(value, key, Kind::SmallNumbers, &format!("`{key} = [1, 4]`"));
            Vec::new()
        })
    }

    pub(super) fn yes_or_no(&mut self, key: &str) -> Option<bool> {
        let value = self.get(key)?;
        let said = value.get_ref().as_bool();
        if said.is_none() {
            self.wrong(value, key, Kind::YesOrNo, &format!("`{key} = true`"));
        }
        said
    }

    /// `feared`, or nothing.
    pub(super) fn when(&mut self, key: &str) -> When {
        let Some(value) = self.get(key) else { return When::Always };
        if value.get_ref().as_str() == When::Feared.as_str() {
            return When::Feared;
        }
        self.wrong(value, key, Kind::Feared, &format!("`{key} = \"feared\"`"));
        When::Always
    }

    /// A table with `en` and `cy`, or one text for both.
    pub(super) fn bilingual(&mut self, key: &str) -> Option<Bilingual> {
        let value = self.get(key)?;
        if let Some(text) = value.get_ref().as_str() {
            return Some(Bilingual { en: text.to_owned(), cy: text.to_owned() });
        }
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, key, Kind::Bilingual, &format!("`{key} = {{ en = \"…\", cy = \"…\" }}`"));
            return None;
        };
        let place = Place { holder: Holder::Bilingual, at: value.span().start };
        let mut fields = Fields::new(table, place, &["en", "cy"], self.places, self.errors);
        let en = fields.string("en").map(|s| s.0).unwrap_or_default();
        let cy = fields.string("cy").map(|s| s.0).unwrap_or_default();
        Some(Bilingual { en, cy })
    }

    /// A list of codes, or a single one, with the byte at which the list is written. Empty ones are passed over.
    pub(super) fn codes(&mut self, key: &str) -> (Vec<String>, usize) {
        let Some(value) = self.get(key) else { return (Vec::new(), 0) };
        let items: Vec<&Spanned<DeValue<'t>>> = match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            _ => vec![value],
        };
        let codes: Option<Vec<String>> =
            items.iter().map(|item| item.get_ref().as_str().map(|code| code.trim().to_owned())).collect();
        let mut codes = codes.unwrap_or_else(|| {
            self.wrong(value, key, Kind::Codes, &format!("`{key} = [\"T01\"]`"));
            Vec::new()
        });
        codes.retain(|code| !code.is_empty());
        (codes, value.span().start)
    }

    /// A list of patterns, or a single one.
    pub(super) fn patterns(&mut self, key: &str) -> Vec<Pattern> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items: Vec<&Spanned<DeValue<'t>>> = match value.get_ref() {
            DeValue::String(_) => vec![value],
            DeValue::Array(array) => array.iter().collect(),
            _ => {
                self.wrong(value, key, Kind::Patterns, &format!("`{key} = [\"…\"]`"));
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
                None => self.wrong(item, key, Kind::Texts, &format!("`{key} = [\"…\"]`")),
            }
        }
        patterns
    }

    /// The tables of an array of tables.
    pub(super) fn tables(&mut self, key: &str) -> Vec<&'a Spanned<DeValue<'t>>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(value, key, Kind::Section, &format!("`[[{key}]]`"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array.iter() {
            if item.get_ref().is_table() {
                tables.push(item);
            } else {
                self.wrong(item, key, Kind::Section, &format!("`[[{key}]]`"));
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
pub(super) fn distance(a: &str, b: &str) -> usize {
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
