//! The order of what was found, and the first of it: copies of a campaign folded into one, in memory that does not grow
//! with what was found.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::columnar::{Column, ColumnValues};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::columns::{Facet, Known, column_of};
use super::schema::{NO_CAMPAIGN, order_of};

/// What passages found are sorted by; equals stand in the order of the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Best match first.
    #[default]
    Relevance,
    /// Earliest received first; those without a date last.
    Date,
    /// Latest received first; those without a date last.
    DateDesc,
    /// By reference: responses in order of arrival, then events.
    Respondent,
    /// By question, in the order of the consultation.
    Question,
}

impl Order {
    /// All of them, with their names in English and Welsh.
    pub const NAMES: [(Order, &'static str, &'static str); 5] = [
        (Order::Relevance, "relevance", "perthnasedd"),
        (Order::Date, "date", "dyddiad"),
        (Order::DateDesc, "date-desc", "dyddiad-olaf"),
        (Order::Respondent, "respondent", "ymatebydd"),
        (Order::Question, "question", "cwestiwn"),
    ];
}

/// Place of a passage among those found: the greater comes first. A value, then the key: no two passages have the same.
pub(super) type Rank = (i64, Reverse<i64>);

/// How passages found are ranked, and which of them are kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranking {
    pub(super) order: Order,
    /// Whether there are scores; without them the order of relevance is that of the store.
    pub(super) scored: bool,
    /// Whether members of a campaign are one.
    pub(super) folded: bool,
    /// Whether they come in no order, the same every time: some of them then stand for all.
    pub(super) mixed: bool,
    /// How many are kept.
    pub(super) keep: usize,
    /// Only those that come after this one are kept; all are counted.
    pub(super) after: Option<Rank>,
    /// Questions in their order.
    pub(super) questions: Arc<Vec<String>>,
}

/// One passage that is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub(super) rank: Rank,
    pub(super) address: DocAddress,
    /// Passages that it stands for.
    pub(super) copies: u64,
}

/// The passages of one segment, or of all, that are kept.
#[derive(Default)]
pub(super) struct Kept {
    /// Outside campaigns, in no order.
    single: Vec<(Rank, DocAddress)>,
    /// How many there were outside campaigns.
    outside: u64,
    /// By campaign: its best, and how many.
    folded: BTreeMap<u64, (Rank, DocAddress, u64)>,
}

impl Kept {
    /// Adds what was kept of another segment.
    pub(super) fn add(&mut self, other: Kept) {
        self.single.extend(other.single);
        self.outside += other.outside;
        for (campaign, (rank, address, copies)) in other.folded {
            let held = self.folded.entry(campaign).or_insert((rank, address, 0));
            held.2 += copies;
            if rank > held.0 {
                (held.0, held.1) = (rank, address);
            }
        }
    }

    /// Hits that there are: passages, with each campaign once when they are folded.
    pub(super) fn distinct(&self) -> u64 {
        self.outside + self.folded.len() as u64
    }

    /// The first of all, in order.
    pub(super) fn first(self, ranking: &Ranking) -> Vec<Ranked> {
        let single = self.single.into_iter().map(|(rank, address)| Ranked { rank, address, copies: 1 });
        let folded = self.folded.into_values().map(|(rank, address, copies)| Ranked { rank, address, copies });
        let mut all: Vec<Ranked> = single.chain(folded.filter(|ranked| ranking.is_after(ranked.rank))).collect();
        all.sort_unstable_by_key(|ranked| Reverse(ranked.rank));
        all.truncate(ranking.keep);
        all
    }
}

impl Ranking {
    fn is_after(&self, rank: Rank) -> bool {
        self.after.is_none_or(|after| rank < after)
    }

    /// Ranks the passages of one segment.
    pub(super) fn of_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
        known: &Known,
    ) -> tantivy::Result<SegmentRanking> {
        let fast = reader.fast_fields();
        let value = match self.order {
            _ if self.mixed => By::Mixed(fast.i64("key")?),
            Order::Relevance => By::Score,
            Order::Date => By::Column(fast.u64("received")?, true),
            Order::DateDesc => By::Column(fast.u64("received")?, false),
            Order::Respondent => By::Reference(fast.u64("number")?),
            Order::Question => {
                let held = &known.of(reader)?[column_of(Facet::Question)];
                let place = |number: Option<u32>| number.map(|n| self.place_of(known.name(Facet::Question, n)));
                let places = held.numbers(Facet::Question).into_iter().map(|n| place(n).unwrap_or(i64::MAX)).collect();
                By::Question(Arc::clone(&held.combinations), places)
            }
        };
        let campaigns = if self.folded { Some(fast.u64("campaign")?) } else { None };
        Ok(SegmentRanking {
            ranking: self.clone(),
            segment,
            keys: fast.i64("key")?,
            value,
            campaigns,
            best: BinaryHeap::with_capacity(self.keep.min(1_000) + 1),
            kept: Kept::default(),
        })
    }

    /// Where a question stands among the others; those that the consultation does not know come last.
    fn place_of(&self, question: &str) -> i64 {
        self.questions.iter().position(|known| known == question).map_or(i64::MAX, |place| place as i64)
    }
}

/// Where the value of a rank comes from.
enum By {
    Score,
    Mixed(Column<i64>),
    /// A day, and whether the earliest comes first.
    Column(Column<u64>, bool),
    Reference(Column<u64>),
    /// The combination of each passage, and where the question of each combination stands.
    Question(Arc<dyn ColumnValues<u64>>, Vec<i64>),
}

impl By {
    fn value(&self, doc: DocId, score: Score) -> i64 {
        match self {
            // The order in which parts of a score are added up differs between segments: thousandths do not.
            // Scores are not below nothing, so half of one more and without the rest is rounded.
            By::Score => (f64::from(score) * 1000.0 + 0.5) as i64,
            By::Mixed(keys) => mixed(keys.first(doc).unwrap_or_default()),
            By::Column(days, earliest) => match days.first(doc) {
                Some(day) if *earliest => -(day as i64),
                Some(day) => day as i64,
                None => i64::MIN,
            },
            By::Reference(numbers) => numbers.first(doc).map_or(i64::MIN, |number| -order_of(number)),
            By::Question(combinations, places) => {
                let place = places.get(combinations.get_val(doc) as usize);
                -place.copied().unwrap_or(i64::MAX)
            }
        }
    }
}

/// A number that says nothing of the one that it was made from (SplitMix64: Steele, Lea & Flood, 2014).
fn mixed(key: i64) -> i64 {
    let mut z = (key as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) as i64
}

/// See [`Ranking::of_segment`].
pub(super) struct SegmentRanking {
    ranking: Ranking,
    segment: SegmentOrdinal,
    keys: Column<i64>,
    value: By,
    campaigns: Option<Column<u64>>,
    /// The worst of the best is at the top.
    best: BinaryHeap<Reverse<(Rank, DocAddress)>>,
    kept: Kept,
}

impl SegmentRanking {
    /// Looks at one passage that was found.
    pub(super) fn add(&mut self, doc: DocId, score: Score) {
        let score = if self.ranking.scored { score } else { 0.0 };
        let campaign = self.campaigns.as_ref().map(|campaigns| campaigns.values.get_val(doc));
        if let Some(campaign) = campaign.filter(|campaign| *campaign != NO_CAMPAIGN) {
            let rank = (self.value.value(doc, score), Reverse(self.keys.first(doc).unwrap_or(i64::MAX)));
            let address = DocAddress::new(self.segment, doc);
            let held = self.kept.folded.entry(campaign).or_insert((rank, address, 0));
            held.2 += 1;
            if rank > held.0 {
                (held.0, held.1) = (rank, address);
            }
            return;
        }
        self.kept.outside += 1;
        if self.ranking.keep == 0 {
            return;
        }
        let value = self.value.value(doc, score);
        let full = self.best.len() >= self.ranking.keep;
        let worst = self.best.peek().filter(|_| full).map(|Reverse((rank, _))| *rank);
        if worst.is_some_and(|(worst, _)| value < worst) {
            return;
        }
        let rank = (value, Reverse(self.keys.first(doc).unwrap_or(i64::MAX)));
        if worst.is_some_and(|worst| rank < worst) || !self.ranking.is_after(rank) {
            return;
        }
        self.best.push(Reverse((rank, DocAddress::new(self.segment, doc))));
        if full {
            self.best.pop();
        }
    }

    /// What was kept.
    pub(super) fn harvest(self) -> Kept {
        Kept { single: self.best.into_iter().map(|Reverse(one)| one).collect(), ..self.kept }
    }
}
