//! One pass over the passages that match: how many, the facets, and the best of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

/// The columns that are counted, as the schema names them.
pub(super) const COUNTED: [&str; 5] = ["theme", "stance", "type", "language", "question"];

/// What a pass over the index gathers.
pub(super) struct Gather {
    /// How many of the best are kept.
    pub(super) keep: usize,
    /// Whether they are ordered by score; otherwise by key.
    pub(super) scored: bool,
}

/// What was gathered.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) total: u64,
    /// Values and how many passages have them, column by column.
    pub(super) counts: [BTreeMap<String, u64>; COUNTED.len()],
    /// Best first.
    pub(super) best: Vec<DocAddress>,
    /// See [`SegmentCollector`]: the best of one segment, in no order.
    ranked: Vec<Ranked>,
}

/// Higher score first, then lower key. Scores are compared in thousandths, because the order in which parts of a score
/// are added up differs between segments.
type Ranked = (i64, Reverse<i64>, DocAddress);

impl Collector for Gather {
    type Fruit = Gathered;
    type Child = GatherSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<GatherSegment> {
        let fast = reader.fast_fields();
        let mut columns = Vec::with_capacity(COUNTED.len());
        for name in COUNTED {
            let column = fast.str(name)?;
            let counts = vec![0; column.as_ref().map_or(0, |column| column.num_terms())];
            columns.push((column, counts));
        }
        Ok(GatherSegment {
            segment,
            keys: fast.i64("key")?,
            columns,
            keep: self.keep,
            total: 0,
            best: BinaryHeap::with_capacity(self.keep.min(1_000) + 1),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.scored
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Gathered>>) -> tantivy::Result<Gathered> {
        let mut whole = Gathered::default();
        for segment in segments {
            let segment = segment?;
            whole.total += segment.total;
            whole.ranked.extend(segment.ranked);
            for (sum, counts) in whole.counts.iter_mut().zip(segment.counts) {
                for (value, n) in counts {
                    *sum.entry(value).or_insert(0) += n;
                }
            }
        }
        whole.ranked.sort_unstable_by(|one, other| other.cmp(one));
        whole.ranked.truncate(self.keep);
        whole.best = whole.ranked.iter().map(|(_, _, address)| *address).collect();
        Ok(whole)
    }
}

/// See [`Gather`].
pub(super) struct GatherSegment {
    segment: SegmentOrdinal,
    keys: Column<i64>,
    columns: Vec<(Option<StrColumn>, Vec<u64>)>,
    keep: usize,
    total: u64,
    best: BinaryHeap<Reverse<Ranked>>,
}

impl SegmentCollector for GatherSegment {
    type Fruit = tantivy::Result<Gathered>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        for (column, counts) in &mut self.columns {
            if let Some(column) = column {
                for value in column.ords().values_for_doc(doc) {
                    if let Some(count) = counts.get_mut(value as usize) {
                        *count += 1;
                    }
                }
            }
        }
        let score = (f64::from(score) * 1000.0).round() as i64;
        let full = self.best.len() >= self.keep;
        let worst = self.best.peek().filter(|_| full).map(|Reverse((score, Reverse(key), _))| (*score, *key));
        if self.keep == 0 || worst.is_some_and(|(worst, _)| score < worst) {
            return;
        }
        let key = self.keys.first(doc).unwrap_or(i64::MAX);
        if worst.is_some_and(|(worst, last)| score == worst && key > last) {
            return;
        }
        self.best.push(Reverse((score, Reverse(key), DocAddress::new(self.segment, doc))));
        if full {
            self.best.pop();
        }
    }

    fn harvest(self) -> tantivy::Result<Gathered> {
        let mut gathered = Gathered { total: self.total, ..Gathered::default() };
        gathered.ranked = self.best.into_iter().map(|Reverse(ranked)| ranked).collect();
        for ((column, counts), out) in self.columns.into_iter().zip(&mut gathered.counts) {
            let Some(column) = column else { continue };
            for (value, n) in counts.into_iter().enumerate().filter(|(_, n)| *n > 0) {
                let mut name = String::new();
                column.ord_to_str(value as u64, &mut name)?;
                out.insert(name, n);
            }
        }
        Ok(gathered)
    }
}
