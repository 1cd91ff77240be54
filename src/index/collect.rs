//! One pass over the passages that match: how many, the facets, and the first of them.

use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::columns::{COLUMNS, FACETS, Held, Known};
use super::counts::{BLOCK, Counts, SegmentCounts};
use super::order::{Kept, Order, Ranked, Ranking, SegmentRanking};

/// What a pass over the index gathers.
pub(super) struct Gather {
    /// Which of them are kept.
    pub(super) ranking: Ranking,
    /// Whether facets are counted: once is enough for a search that goes over the index several times.
    pub(super) counted: bool,
    /// What is counted.
    pub(super) known: Arc<Known>,
}

/// What was gathered.
pub(super) struct Gathered {
    pub(super) total: u64,
    /// How many passages have each value, facet by facet.
    pub(super) counts: [Vec<u64>; FACETS],
    /// Counts beside them.
    pub(super) more: Counts,
    /// Hits: passages, with each campaign once when they are folded.
    pub(super) distinct: u64,
    /// The first of them in order.
    pub(super) best: Vec<Ranked>,
    /// See [`SegmentCollector`]: those of one segment.
    kept: Kept,
}

impl Gathered {
    fn none(known: &Known) -> Self {
        Gathered {
            total: 0,
            counts: known.counters(),
            more: Counts::default(),
            distinct: 0,
            best: Vec::new(),
            kept: Kept::default(),
        }
    }
}

impl Collector for Gather {
    type Fruit = Gathered;
    type Child = GatherSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<GatherSegment> {
        let counting = |columns: &[Held; COLUMNS.len()]| -> tantivy::Result<Counting> {
            Ok(Counting {
                columns: columns.clone().map(|held| Tally { counts: held.counters(), met: Vec::new(), held }),
                more: SegmentCounts::new(reader)?,
                waiting: [0; BLOCK],
                waits: 0,
            })
        };
        Ok(GatherSegment {
            ranking: self.ranking.of_segment(segment, reader, &self.known)?,
            counting: if self.counted { Some(counting(self.known.of(reader)?)?) } else { None },
            known: Arc::clone(&self.known),
            total: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.ranking.scored && self.ranking.order == Order::Relevance
    }

    fn merge_fruits(&self, segments: Vec<Gathered>) -> tantivy::Result<Gathered> {
        let mut whole = Gathered::none(&self.known);
        for segment in segments {
            whole.total += segment.total;
            whole.kept.add(segment.kept);
            whole.more.add(segment.more);
            for (sums, counts) in whole.counts.iter_mut().zip(segment.counts) {
                sums.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
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
    counting: Option<Counting>,
    known: Arc<Known>,
    total: u64,
}

/// The counts of one column of one segment.
struct Tally {
    /// Of each combination.
    counts: Vec<u32>,
    /// The combinations that were met: a search meets few of them, and only those are added up.
    met: Vec<u32>,
    held: Held,
}

/// The counts of one segment.
struct Counting {
    columns: [Tally; COLUMNS.len()],
    more: SegmentCounts,
    /// Passages that are not counted yet.
    waiting: [DocId; BLOCK],
    waits: usize,
}

impl Counting {
    /// Counts some passages, at most a block of them.
    fn count(&mut self, docs: &[DocId]) {
        let mut combinations = [0; BLOCK];
        let combinations = &mut combinations[..docs.len()];
        for Tally { counts, met, held } in &mut self.columns {
            held.combinations.get_vals(docs, combinations);
            for combination in combinations.iter() {
                if let Some(count) = counts.get_mut(*combination as usize) {
                    if *count == 0 {
                        met.push(*combination as u32);
                    }
                    *count += 1;
                }
            }
        }
        self.more.count(docs);
    }

    fn wait(&mut self, doc: DocId) {
        self.waiting[self.waits] = doc;
        self.waits += 1;
        if self.waits == BLOCK {
            self.waits = 0;
            self.count(&{ self.waiting });
        }
    }
}

impl SegmentCollector for GatherSegment {
    type Fruit = Gathered;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        if let Some(counting) = &mut self.counting {
            counting.wait(doc);
        }
        self.ranking.add(doc, score);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        self.total += docs.len() as u64;
        if let Some(counting) = &mut self.counting {
            docs.chunks(BLOCK).for_each(|block| counting.count(block));
        }
        docs.iter().for_each(|doc| self.ranking.add(*doc, 0.0));
    }

    fn harvest(self) -> Gathered {
        let mut gathered = Gathered::none(&self.known);
        gathered.total = self.total;
        gathered.kept = self.ranking.harvest();
        if let Some(mut counting) = self.counting {
            let waiting = counting.waiting;
            counting.count(&waiting[..counting.waits]);
            for Tally { counts, met, held } in &counting.columns {
                held.add(met, counts, &mut gathered.counts);
            }
            gathered.more = counting.more.harvest();
        }
        gathered
    }
}
