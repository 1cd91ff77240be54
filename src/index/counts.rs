//! Counts beside the facets of every search: responses behind the passages, campaigns, and what may be done with them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::Passage;
use super::schema::{NO_CAMPAIGN, campaign_number};

/// Passages that are counted at a time.
pub(super) const BLOCK: usize = 64;
/// Numbers of responses up to this are marked in a row of bits; others, which no store gives, in a set.
const MOST_BITS: u64 = 1 << 28;

/// How many of the passages found may be quoted, named and published; see [`May`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MayCounts {
    /// Whose words may be quoted.
    pub quote: u64,
    /// Whose organisation may be named.
    pub name: u64,
    /// Whose response may be published.
    pub publish: u64,
}

/// What may be done with a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct May {
    /// Its words may be quoted: the respondent agreed, is of a known type, and nothing in it is under a working code,
    /// such as a concern for somebody's safety.
    pub quote: bool,
    /// Its respondent may be named: an organisation that agreed. Individuals are never named, whatever they agreed to.
    pub name: bool,
    /// Its response may be published.
    pub publish: bool,
    /// Why its words may not be quoted.
    pub why: Option<Why>,
}

/// Why words may not be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nobody at an event was asked one by one.
    Event,
    /// The respondent did not agree.
    NoConsent,
    /// Something in it is under a working code: a concern, or what could identify someone.
    Guarded,
}

impl Why {
    /// The word used in JSON and in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Event => "event",
            Why::NoConsent => "no_consent",
            Why::Guarded => "guarded",
        }
    }
}

impl May {
    /// What may be done with a passage.
    pub fn of(passage: &Passage) -> May {
        let why = if passage.event {
            Some(Why::Event)
        } else if !passage.quotable {
            Some(Why::NoConsent)
        } else if passage.guarded {
            Some(Why::Guarded)
        } else {
            None
        };
        May { quote: why.is_none(), name: !passage.organisation.is_empty(), publish: passage.publish, why }
    }

    /// The three as bits of a number: 1, 2, 4.
    pub(super) fn bits(self) -> u64 {
        u64::from(self.quote) | u64::from(self.name) << 1 | u64::from(self.publish) << 2
    }
}

impl MayCounts {
    /// From how many passages have each number that [`May::bits`] gives.
    pub(super) fn of(by_bits: &BTreeMap<String, u64>) -> MayCounts {
        let with = |bit: u64| {
            let has = |bits: &str| bits.parse::<u64>().is_ok_and(|bits| bits & bit != 0);
            by_bits.iter().filter(|(bits, _)| has(bits)).map(|(_, n)| n).sum()
        };
        MayCounts { quote: with(1), name: with(2), publish: with(4) }
    }
}

/// What is counted beside the facets of every search.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    pub(super) responses: Responses,
    pub(super) campaign: BTreeMap<u64, u64>,
}

impl Counts {
    pub(super) fn add(&mut self, other: Counts) {
        self.responses.add(other.responses);
        other.campaign.into_iter().for_each(|(value, n)| *self.campaign.entry(value).or_insert(0) += n);
    }
}

/// Which responses the passages found belong to, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Responses {
    bits: Vec<u64>,
    others: BTreeSet<u64>,
}

impl Responses {
    fn put(&mut self, number: u64) {
        if number >= MOST_BITS {
            self.others.insert(number);
            return;
        }
        let (word, bit) = ((number / 64) as usize, number % 64);
        if word >= self.bits.len() {
            self.bits.resize(word + 1, 0);
        }
        self.bits[word] |= 1 << bit;
    }

    fn add(&mut self, other: Responses) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        self.bits.iter_mut().zip(&other.bits).for_each(|(sum, bits)| *sum |= bits);
        self.others.extend(other.others);
    }

    /// How many there are.
    pub(super) fn len(&self) -> u64 {
        self.bits.iter().map(|bits| u64::from(bits.count_ones())).sum::<u64>() + self.others.len() as u64
    }
}

/// The counts of one segment.
pub(super) struct SegmentCounts {
    numbers: Column<u64>,
    campaigns: Column<u64>,
    counts: Counts,
}

impl SegmentCounts {
    pub(super) fn new(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let (numbers, campaigns) = (fast.u64("number")?, fast.u64("campaign")?);
        Ok(SegmentCounts { numbers, campaigns, counts: Counts::default() })
    }

    pub(super) fn count(&mut self, docs: &[DocId]) {
        // Every passage has one of each, so that its row is its number.
        let mut values = [0; BLOCK];
        let values = &mut values[..docs.len().min(BLOCK)];
        self.numbers.values.get_vals(docs, values);
        values.iter().for_each(|number| self.counts.responses.put(*number));
        self.campaigns.values.get_vals(docs, values);
        for campaign in values.iter().filter(|campaign| **campaign != NO_CAMPAIGN) {
            *self.counts.campaign.entry(*campaign - campaign_number(0)).or_insert(0) += 1;
        }
    }

    pub(super) fn harvest(self) -> Counts {
        self.counts
    }
}

/// Counts passages and the responses that they belong to, and nothing else.
pub(super) struct Whole;

/// See [`Whole`].
pub(super) struct SegmentWhole {
    numbers: Column<u64>,
    passages: u64,
    responses: Responses,
}

impl Collector for Whole {
    type Fruit = (u64, u64);
    type Child = SegmentWhole;

    fn for_segment(&self, _: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentWhole> {
        let numbers = reader.fast_fields().u64("number")?;
        Ok(SegmentWhole { numbers, passages: 0, responses: Responses::default() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<(u64, Responses)>) -> tantivy::Result<(u64, u64)> {
        let mut all = (0, Responses::default());
        for (passages, responses) in segments {
            all.0 += passages;
            all.1.add(responses);
        }
        Ok((all.0, all.1.len()))
    }
}

impl SegmentCollector for SegmentWhole {
    type Fruit = (u64, Responses);

    fn collect(&mut self, doc: DocId, _: Score) {
        self.passages += 1;
        if let Some(number) = self.numbers.first(doc) {
            self.responses.put(number);
        }
    }

    fn harvest(self) -> (u64, Responses) {
        (self.passages, self.responses)
    }
}
