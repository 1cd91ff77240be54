//! Queries that read a column instead of a list of passages: those with a value, and those with a key.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use tantivy::columnar::ColumnValues;
use tantivy::query::{BitSetDocSet, ConstScorer, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{BitSet, DocId, DocSet, Score, SegmentReader, TERMINATED};

use super::columns::{Facet, Known, column_of};

/// Passages read at a time.
const BLOCK: usize = 128;

/// The passages with a value. None of them scores.
#[derive(Clone)]
pub(super) struct Chosen {
    known: Arc<Known>,
    facet: Facet,
    /// Numbers of the value as it is written here and there.
    wanted: Vec<u32>,
}

impl Chosen {
    pub(super) fn new(known: &Arc<Known>, facet: Facet, value: &str) -> Self {
        Chosen { known: Arc::clone(known), facet, wanted: known.like(facet, value) }
    }
}

impl fmt::Debug for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.facet, self.wanted)
    }
}

impl Query for Chosen {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for Chosen {
    fn scorer(&self, segment: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        if self.wanted.is_empty() {
            return Ok(Box::new(EmptyScorer));
        }
        let held = &self.known.of(segment)?[column_of(self.facet)];
        let mut passages = Passages {
            values: Arc::clone(&held.combinations),
            wanted: held.with(self.facet, &self.wanted),
            block: [0; BLOCK],
            from: 0,
            read: 0,
            doc: 0,
            end: segment.max_doc(),
        };
        passages.go_on(0);
        Ok(Box::new(ConstScorer::new(passages, 0.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("has the value", 0.0))
    }
}

/// Walks through a column and stops at the passages wanted.
struct Passages {
    values: Arc<dyn ColumnValues<u64>>,
    /// Whether a combination is wanted.
    wanted: Vec<bool>,
    /// Combinations of the passages from `from` on, as many as were `read`.
    block: [u64; BLOCK],
    from: DocId,
    read: usize,
    doc: DocId,
    end: DocId,
}

impl Passages {
    /// Stops at the first passage wanted, from this one on.
    fn go_on(&mut self, mut doc: DocId) -> DocId {
        while doc < self.end {
            let at = doc.wrapping_sub(self.from) as usize;
            if doc < self.from || at >= self.read {
                self.from = doc;
                self.read = BLOCK.min((self.end - doc) as usize);
                self.values.get_range(doc.into(), &mut self.block[..self.read]);
                continue;
            }
            let found = self.block[at..self.read].iter().position(|value| self.is_wanted(*value));
            if let Some(further) = found {
                self.doc = doc + further as DocId;
                return self.doc;
            }
            doc = self.from + self.read as DocId;
        }
        self.doc = TERMINATED;
        TERMINATED
    }

    fn is_wanted(&self, value: u64) -> bool {
        self.wanted.get(value as usize).copied().unwrap_or(false)
    }
}

impl DocSet for Passages {
    fn advance(&mut self) -> DocId {
        if self.doc == TERMINATED { TERMINATED } else { self.go_on(self.doc + 1) }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        // Most targets are far from each other: the one is asked for, not its neighbours.
        if target < self.end && self.is_wanted(self.values.get_val(target)) {
            self.doc = target;
            return target;
        }
        self.go_on(target.saturating_add(1))
    }

    fn seek_danger(&mut self, target: DocId) -> tantivy::SeekDangerResult {
        use tantivy::SeekDangerResult::{Found, SeekLowerBound};
        if target >= self.end {
            return SeekLowerBound(TERMINATED);
        }
        if self.is_wanted(self.values.get_val(target)) {
            self.doc = target;
            return Found;
        }
        SeekLowerBound(target + 1)
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    /// Unknown without counting; whoever asks is to walk through the other side first.
    fn size_hint(&self) -> u32 {
        self.end
    }
}

/// The passages with one of some keys.
#[derive(Clone)]
pub(super) struct WithKeys(pub(super) Arc<HashSet<i64>>);

impl fmt::Debug for WithKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} keys", self.0.len())
    }
}

impl Query for WithKeys {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for WithKeys {
    fn scorer(&self, segment: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let keys = segment.fast_fields().i64("key")?;
        let (least, greatest) = (keys.min_value(), keys.max_value());
        if !self.0.iter().any(|key| (least..=greatest).contains(key)) {
            return Ok(Box::new(EmptyScorer));
        }
        let mut found = BitSet::with_max_value(segment.max_doc());
        let mut block = [0; BLOCK];
        // One value for each passage, so that its row is its number.
        let count = keys.values.num_vals().min(segment.max_doc());
        for from in (0..count).step_by(BLOCK) {
            let block = &mut block[..BLOCK.min((count - from) as usize)];
            keys.values.get_range(from.into(), block);
            for (doc, _) in (from..).zip(block.iter()).filter(|(_, key)| self.0.contains(*key)) {
                found.insert(doc);
            }
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(found), 0.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("has the key", 0.0))
    }
}
