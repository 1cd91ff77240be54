//! One pass over the passages that match: how many, the facets, and the best of them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::columns::{COLUMNS, FACETS, Held, Known};

/// Passages that are counted at a time.
const BLOCK: usize = 64;

/// What a pass over the index gathers.
pub(super) struct Gather {
    /// How many of the best are kept.
    pub(super) keep: usize,
    /// Whether they are ordered by score; otherwise by key.
    pub(super) scored: bool,
    /// What is counted.
    pub(super) known: Arc<Known>,
}

/// What was gathered.
pub(super) struct Gathered {
    pub(super) total: u64,
    /// How many passages have each value, facet by facet.
    pub(super) counts: [Vec<u64>; FACETS],
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
        let columns = self.known.of(reader)?;
        Ok(GatherSegment {
            segment,
            known: Arc::clone(&self.known),
            keys: reader.fast_fields().i64("key")?,
            columns: columns.clone().map(|held| (held.counters(), held)),
            waiting: [0; BLOCK],
            waits: 0,
            keep: self.keep,
            total: 0,
            best: BinaryHeap::with_capacity(self.keep.min(1_000) + 1),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.scored
    }

    fn merge_fruits(&self, segments: Vec<Gathered>) -> tantivy::Result<Gathered> {
        let mut whole = Gathered { total: 0, counts: self.known.counters(), best: Vec::new(), ranked: Vec::new() };
        for segment in segments {
            whole.total += segment.total;
            whole.ranked.extend(segment.ranked);
            for (sums, counts) in whole.counts.iter_mut().zip(segment.counts) {
                sums.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
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
    known: Arc<Known>,
    keys: Column<i64>,
    columns: [(Vec<u32>, Held); COLUMNS.len()],
    /// Passages that are not counted yet.
    waiting: [DocId; BLOCK],
    waits: usize,
    keep: usize,
    total: u64,
    best: BinaryHeap<Reverse<Ranked>>,
}

impl GatherSegment {
    fn rank(&mut self, doc: DocId, score: Score) {
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

    /// Counts some passages, at most a block of them.
    fn count(&mut self, docs: &[DocId]) {
        let mut combinations = [0; BLOCK];
        let combinations = &mut combinations[..docs.len()];
        for (counts, held) in &mut self.columns {
            held.combinations.get_vals(docs, combinations);
            for combination in combinations.iter() {
                if let Some(count) = counts.get_mut(*combination as usize) {
                    *count += 1;
                }
            }
        }
    }
}

impl SegmentCollector for GatherSegment {
    type Fruit = Gathered;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        self.waiting[self.waits] = doc;
        self.waits += 1;
        if self.waits == BLOCK {
            self.waits = 0;
            self.count(&{ self.waiting });
        }
        self.rank(doc, score);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        self.total += docs.len() as u64;
        for block in docs.chunks(BLOCK) {
            self.count(block);
        }
        docs.iter().for_each(|doc| self.rank(*doc, 0.0));
    }

    fn harvest(mut self) -> Gathered {
        let waiting = self.waiting;
        self.count(&waiting[..self.waits]);
        let mut counts = self.known.counters();
        for (combinations, held) in &self.columns {
            held.add(combinations, &mut counts);
        }
        let ranked = self.best.into_iter().map(|Reverse(ranked)| ranked).collect();
        Gathered { total: self.total, counts, best: Vec::new(), ranked }
    }
}
