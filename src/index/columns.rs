//! What passages are counted and chosen by: values that many share, packed into few columns.
//!
//! Counting a search's passages reads one number for each column and passage, so the values of an answer lie in one
//! column together, those of its respondent in another, its themes in a third. Each column has a dictionary of the
//! combinations that occur; what a combination stands for is read once, when the index is opened.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tantivy::columnar::{ColumnIndex, ColumnValues};
use tantivy::index::SegmentId;
use tantivy::{Searcher, SegmentReader, TantivyError};

use super::schema::all_themes;
use super::{Passage, analyzers, counts};

/// The columns, as the schema names them.
pub(super) const COLUMNS: [&str; 3] = ["answer", "respondent", "themes"];
/// Parts the values of a combination; values that hold it are written with a space instead.
const PART: char = '\u{1f}';

/// What passages are counted and chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Facet {
    Question,
    Stance,
    Language,
    Event,
    /// What may be done with it, see `May::bits`.
    May,
    Kind,
    Area,
    Channel,
    Quotable,
    Publish,
    Organisation,
    Theme,
}

use Facet::*;

/// How many there are.
pub(super) const FACETS: usize = 12;
/// What lies in each column, in order; the last column holds any number of themes.
const HELD: [&[Facet]; COLUMNS.len()] =
    [&[Question, Stance, Language, Event, May], &[Kind, Area, Channel, Quotable, Publish, Organisation], &[Theme]];

/// Writes the combination of a passage in a column; none is empty.
pub(super) fn write(column: usize, passage: &Passage, out: &mut String) {
    let yes = |yes: bool| if yes { "1" } else { "0" };
    match column {
        0 => {
            let stance = passage.stance.map_or("", |stance| stance.as_str());
            let language = passage.language.language.as_str();
            const MAY: [&str; 8] = ["0", "1", "2", "3", "4", "5", "6", "7"];
            let may = MAY[counts::May::of(passage).bits() as usize & 7];
            join([&passage.question, stance, language, yes(passage.event), may], out);
        }
        1 => {
            let (quotable, publish) = (yes(passage.quotable), yes(passage.publish));
            let organisation = passage.organisation.as_str();
            join([passage.kind.as_str(), &passage.area, &passage.channel, quotable, publish, organisation], out);
        }
        _ => {
            out.push(PART);
            if !passage.themes.is_empty() || !passage.above.is_empty() {
                join(all_themes(passage), out);
            }
        }
    }
}

fn join<'p>(parts: impl IntoIterator<Item = &'p str>, out: &mut String) {
    for (n, part) in parts.into_iter().enumerate() {
        if n > 0 {
            out.push(PART);
        }
        if part.contains(PART) {
            out.push_str(&part.replace(PART, " "));
        } else {
            out.push_str(part);
        }
    }
}

/// A response's reference as a number (FNV-1a, 64 bits), by which its passages are found.
pub(super) fn response_number(reference: &str) -> u64 {
    let folded = analyzers::value(reference);
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The values of an opened index.
pub(super) struct Known {
    /// The values of each facet, by their numbers.
    names: [Vec<String>; FACETS],
    segments: Vec<(SegmentId, [Held; COLUMNS.len()])>,
}

/// One column of one segment.
#[derive(Clone)]
pub(super) struct Held {
    /// The combination of each passage.
    pub(super) combinations: Arc<dyn ColumnValues<u64>>,
    /// Where in `values` those of each combination begin, and where the last ones end.
    starts: Arc<[u32]>,
    /// Facets and numbers of values.
    values: Arc<[(Facet, u32)]>,
}

impl Known {
    /// Reads what every combination stands for.
    pub(super) fn read(searcher: &Searcher) -> tantivy::Result<Known> {
        let mut names: [Vec<String>; FACETS] = Default::default();
        let mut numbers: HashMap<(usize, String), u32> = HashMap::new();
        let mut number = |facet: Facet, name: &str| {
            let names = &mut names[facet as usize];
            *numbers.entry((facet as usize, name.to_owned())).or_insert_with(|| {
                names.push(name.to_owned());
                names.len() as u32 - 1
            })
        };
        let mut segments = Vec::new();
        for segment in searcher.segment_readers() {
            let mut columns = Vec::with_capacity(COLUMNS.len());
            for (column, held) in COLUMNS.iter().zip(HELD) {
                columns.push(Held::read(segment, column, held, &mut number)?);
            }
            let columns = columns.try_into().map_err(|_| torn("columns"))?;
            segments.push((segment.segment_id(), columns));
        }
        Ok(Known { names, segments })
    }

    /// The columns of a segment.
    pub(super) fn of(&self, segment: &SegmentReader) -> tantivy::Result<&[Held; COLUMNS.len()]> {
        let id = segment.segment_id();
        self.segments.iter().find(|(of, _)| *of == id).map(|(_, held)| held).ok_or_else(|| torn("segment"))
    }

    /// Counts by number as counts by name; what nobody said is not counted.
    pub(super) fn named(&self, facet: Facet, counts: &[u64]) -> BTreeMap<String, u64> {
        let named = self.names[facet as usize].iter().zip(counts);
        named.filter(|(name, n)| **n > 0 && !name.is_empty()).map(|(name, n)| (name.clone(), *n)).collect()
    }

    /// The numbers of the values that are written like this, but for case and accents.
    pub(super) fn like(&self, facet: Facet, wanted: &str) -> Vec<u32> {
        let wanted = analyzers::value(wanted);
        let alike = self.names[facet as usize].iter().enumerate();
        alike.filter(|(_, name)| analyzers::value(name) == wanted).map(|(number, _)| number as u32).collect()
    }

    /// The name of a value.
    pub(super) fn name(&self, facet: Facet, number: u32) -> &str {
        self.names[facet as usize].get(number as usize).map_or("", String::as_str)
    }

    /// The names of all values of a facet.
    pub(super) fn names(&self, facet: Facet) -> &[String] {
        &self.names[facet as usize]
    }

    /// Counters for every value, at nothing.
    pub(super) fn counters(&self) -> [Vec<u64>; FACETS] {
        std::array::from_fn(|facet| vec![0; self.names[facet].len()])
    }
}

impl Held {
    fn read(
        segment: &SegmentReader,
        column: &str,
        held: &[Facet],
        number: &mut impl FnMut(Facet, &str) -> u32,
    ) -> tantivy::Result<Held> {
        let column = segment.fast_fields().str(column)?.ok_or_else(|| torn(column))?;
        if !matches!(column.ords().index, ColumnIndex::Full) {
            return Err(torn("column with gaps"));
        }
        let mut starts = vec![0];
        let mut values = Vec::new();
        let mut combinations = column.dictionary().stream()?;
        while combinations.advance() {
            let combination = std::str::from_utf8(combinations.key()).map_err(|_| torn("combination"))?;
            let parts = combination.split(PART);
            match held {
                [one] => {
                    let themes = parts.filter(|part| !part.is_empty());
                    values.extend(themes.map(|part| (*one, number(*one, part))));
                }
                several => values.extend(several.iter().zip(parts).map(|(facet, part)| (*facet, number(*facet, part)))),
            }
            starts.push(values.len() as u32);
        }
        Ok(Held { combinations: Arc::clone(&column.ords().values), starts: starts.into(), values: values.into() })
    }

    /// Counters for every combination, at nothing.
    pub(super) fn counters(&self) -> Vec<u32> {
        vec![0; self.starts.len() - 1]
    }

    /// The values of a combination.
    fn of(&self, combination: usize) -> &[(Facet, u32)] {
        let end = self.starts.get(combination + 1).map_or(0, |end| *end as usize);
        self.values.get(self.starts[combination] as usize..end).unwrap_or_default()
    }

    /// Adds the counts of the combinations that were met to counts of values.
    pub(super) fn add(&self, met: &[u32], combinations: &[u32], counts: &mut [Vec<u64>; FACETS]) {
        for combination in met {
            let n = combinations.get(*combination as usize).copied().unwrap_or_default();
            for (facet, value) in self.of(*combination as usize) {
                if let Some(count) = counts[*facet as usize].get_mut(*value as usize) {
                    *count += u64::from(n);
                }
            }
        }
    }

    /// The number of a facet's value in each combination.
    pub(super) fn numbers(&self, facet: Facet) -> Vec<Option<u32>> {
        let number =
            |combination: usize| self.of(combination).iter().find(|(of, _)| *of == facet).map(|(_, number)| *number);
        (0..self.starts.len() - 1).map(number).collect()
    }

    /// Which combinations have one of these values.
    pub(super) fn with(&self, facet: Facet, wanted: &[u32]) -> Vec<bool> {
        let is_wanted = |(of, value): &(Facet, u32)| *of == facet && wanted.contains(value);
        (0..self.starts.len() - 1).map(|combination| self.of(combination).iter().any(is_wanted)).collect()
    }
}

/// In which column a facet lies.
pub(super) fn column_of(facet: Facet) -> usize {
    HELD.iter().position(|held| held.contains(&facet)).unwrap_or(0)
}

fn torn(what: &str) -> TantivyError {
    TantivyError::InternalError(format!("the index holds no whole {what}"))
}
