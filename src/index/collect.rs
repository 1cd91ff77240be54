//! One pass over the passages that match: how many, the facets, and the best of them.

use std::collections::BTreeMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::counts::{Counts, SegmentCounts};
use super::order::{Kept, Order, Ranked, Ranking, SegmentRanking};

/// The columns that are counted, as the schema names them.
pub(super) const COUNTED: [&str; 5] = ["theme", "stance", "type", "language", "question"];

/// What a pass over the index gathers.
pub(super) struct Gather {
    /// Which of them are kept.
    pub(super) ranking: Ranking,
    /// Whether facets are counted: once is enough for a search that goes over the index several times.
    pub(super) counted: bool,
}

/// What was gathered.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) total: u64,
    /// Values and how many passages have them, column by column.
    pub(super) counts: [BTreeMap<String, u64>; COUNTED.len()],
    /// Counts beside them.
    pub(super) more: Counts,
    /// Hits: passages, with each campaign once when they are folded.
    pub(super) distinct: u64,
    /// The first of them in order.
    pub(super) best: Vec<Ranked>,
    /// See [`SegmentCollector`]: those of one segment.
    kept: Kept,
}

impl Collector for Gather {
    type Fruit = Gathered;
    type Child = GatherSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<GatherSegment> {
        let fast = reader.fast_fields();
        let mut columns = Vec::with_capacity(COUNTED.len());
        for name in COUNTED.into_iter().filter(|_| self.counted) {
            let column = fast.str(name)?;
            let counts = vec![0; column.as_ref().map_or(0, |column| column.num_terms())];
            columns.push((column, counts));
        }
        Ok(GatherSegment {
            ranking: self.ranking.of_segment(segment, reader)?,
            more: if self.counted { Some(SegmentCounts::new(reader)?) } else { None },
            columns,
            total: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.ranking.scored && self.ranking.order == Order::Relevance
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Gathered>>) -> tantivy::Result<Gathered> {
        let mut whole = Gathered::default();
        for segment in segments {
            let segment = segment?;
            whole.total += segment.total;
            whole.kept.add(segment.kept);
            whole.more.add(segment.more);
            for (sum, counts) in whole.counts.iter_mut().zip(segment.counts) {
                for (value, n) in counts {
                    *sum.entry(value).or_insert(0) += n;
                }
            }
        }
        let kept = std::mem::take(&mut whole.kept);
        whole.distinct = kept.distinct();
        whole.best = kept.first(&self.ranking);
        Ok(whole)
    }
}

/// See [`Gather`].
pub(super) struct GatherSegment {
    ranking: SegmentRanking,
    more: Option<SegmentCounts>,
    columns: Vec<(Option<StrColumn>, Vec<u64>)>,
    total: u64,
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
        if let Some(more) = &mut self.more {
            more.count(doc);
        }
        self.ranking.add(doc, score);
    }

    fn harvest(self) -> tantivy::Result<Gathered> {
        let mut gathered = Gathered { total: self.total, ..Gathered::default() };
        gathered.kept = self.ranking.harvest();
        if let Some(more) = self.more {
            gathered.more = more.harvest()?;
        }
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
