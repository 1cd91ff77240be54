//! Finds campaigns: answers whose words follow one template, copied, varied or built upon.
//!
//! Exact copies collapse first, so a corpus of copies costs a hash each. Likely pairs come from shared bands and shared long
//! sentences, one sorted list at a time, and every member is compared word by word with the head of its group: answers
//! that only resemble a resembling answer do not chain together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use crate::text::similarity::{BANDS, Shingles, Sketch};

/// What counts as a campaign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Fewest members, copies included.
    pub minimum: usize,
    /// Least likeness to the head, 0 to 1 ([`crate::text::similarity::likeness`]).
    pub likeness: f32,
}

impl Default for Settings {
    /// Three members: two alike are a couple who wrote together. Half alike: below, formulas of courtesy join strangers.
    fn default() -> Self {
        Settings { minimum: 3, likeness: 0.5 }
    }
}

/// Texts that follow one template.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The text that stands for the template: the commonest, and of equals the first.
    pub head: u64,
    /// Everyone in it, the head and its copies too (at 1.0), in the order given, with likeness to the head.
    pub members: Vec<(u64, f32)>,
}

/// Groups texts by their sketches, in the order of their first members; the same on one thread or many.
///
/// `text_of` is asked only for texts that may belong together; without a text there is no likeness, except to exact
/// copies. Memory: about 40 bytes a sketch beside the sketches themselves, and a few hundred texts at a time.
pub fn group(sketches: &[(u64, Sketch)], text_of: impl Fn(u64) -> Option<String>, settings: &Settings) -> Vec<Group> {
    let (distinct, distinct_of) = collapse(sketches);
    let read = |rank: u32| text_of(sketches[distinct[rank as usize].first as usize].0);
    let mut groups = Groups::new(distinct.len(), settings.likeness, read);
    let sketch = |rank: usize| &sketches[distinct[rank].first as usize].1;
    let mut keys: Vec<(u32, u32)> = Vec::new();
    for band in 0..BANDS {
        keys.clear();
        keys.extend((0..distinct.len()).map(|rank| (sketch(rank).bands()[band], rank as u32)));
        groups.compare_sharers(&mut keys);
    }
    for part in 0..SENTENCE_PARTS {
        keys.clear();
        for rank in 0..distinct.len() {
            let of_part = sketch(rank).sentences().iter().filter(|hash| *hash % SENTENCE_PARTS == part);
            keys.extend(of_part.map(|hash| (*hash, rank as u32)));
        }
        groups.compare_sharers(&mut keys);
    }
    collect(sketches, &distinct, &distinct_of, &groups.head, &groups.likeness, settings.minimum)
}

/// Sentences are looked at in so many parts, to keep the list of them short.
const SENTENCE_PARTS: u32 = 8;
/// Heads that one list of sharers is compared with: a sentence that everybody writes makes long lists of strangers.
const MOST_LEADERS: usize = 8;
/// Texts read at a time.
const AT_A_TIME: usize = 256;
/// From so many comparisons on, threads are worth waking.
const WORTH_THREADS: usize = 32;
/// Pairs remembered as unlike, so that the next band need not compare them again.
const MOST_REMEMBERED: usize = 4_000_000;

/// One wording, however many wrote it.
struct Distinct {
    /// Index of the first sketch that has it.
    first: u32,
    copies: u32,
}

/// Wordings by rank (the commonest first, of equals the earliest), and the rank of each sketch's wording.
fn collapse(sketches: &[(u64, Sketch)]) -> (Vec<Distinct>, Vec<u32>) {
    let mut order: Vec<u32> = (0..sketches.len() as u32).collect();
    let exact = |index: u32| sketches[index as usize].1.exact();
    order.par_sort_unstable_by_key(|index| (exact(*index), *index));
    let mut wordings: Vec<&[u32]> = order.chunk_by(|a, b| exact(*a) == exact(*b)).collect();
    wordings.sort_unstable_by_key(|same| (Reverse(same.len()), same[0]));
    let mut distinct_of = vec![0; sketches.len()];
    for (rank, same) in wordings.iter().enumerate() {
        same.iter().for_each(|index| distinct_of[*index as usize] = rank as u32);
    }
    let distinct = wordings.iter().map(|same| Distinct { first: same[0], copies: same.len() as u32 }).collect();
    debug_assert!(wordings.iter().all(|same| !same.is_empty()));
    (distinct, distinct_of)
}

/// Groups while they form. A head always ranks before its members.
struct Groups<R> {
    read: R,
    least: f32,
    /// Head of each wording; itself when it stands alone.
    head: Vec<u32>,
    /// Likeness of each wording to its head.
    likeness: Vec<f32>,
    /// Members of each head that has any, itself left out.
    members: BTreeMap<u32, Vec<u32>>,
    unlike: HashSet<(u32, u32)>,
}

impl<R: Fn(u32) -> Option<String>> Groups<R> {
    fn new(count: usize, least: f32, read: R) -> Self {
        Groups {
            read,
            least,
            head: (0..count as u32).collect(),
            likeness: vec![1.0; count],
            members: BTreeMap::new(),
            unlike: HashSet::new(),
        }
    }

    /// Compares wordings that share a key, through the heads of their groups.
    fn compare_sharers(&mut self, keys: &mut Vec<(u32, u32)>) {
        keys.par_sort_unstable();
        keys.dedup();
        for sharers in keys.chunk_by(|a, b| a.0 == b.0).filter(|sharers| sharers.len() > 1) {
            let mut heads: Vec<u32> = sharers.iter().map(|(_, rank)| self.head[*rank as usize]).collect();
            heads.sort_unstable();
            heads.dedup();
            for _ in 0..MOST_LEADERS {
                if heads.len() < 2 {
                    break;
                }
                let leader = heads.remove(0);
                heads = self.gather(leader, &heads);
            }
        }
    }

    /// Moves those like the leader into its group, and returns the others.
    fn gather(&mut self, leader: u32, others: &[u32]) -> Vec<u32> {
        let untried: Vec<u32> =
            others.iter().copied().filter(|other| !self.unlike.contains(&(leader, *other))).collect();
        let mut joined: HashSet<u32> = HashSet::new();
        for (other, likeness) in self.compare(leader, &untried) {
            if likeness >= self.least {
                joined.insert(other);
                self.join(leader, other, likeness);
            } else {
                if self.unlike.len() >= MOST_REMEMBERED {
                    self.unlike.clear();
                }
                self.unlike.insert((leader, other));
            }
        }
        others.iter().copied().filter(|other| !joined.contains(other)).collect()
    }

    /// A head joins a leader's group; of those it led, the ones that are like the leader come with it.
    fn join(&mut self, leader: u32, other: u32, likeness: f32) {
        let led = self.members.remove(&other).unwrap_or_default();
        self.place(leader, other, likeness);
        for (member, likeness) in self.compare(leader, &led) {
            if likeness >= self.least {
                self.place(leader, member, likeness);
            } else {
                self.head[member as usize] = member;
                self.likeness[member as usize] = 1.0;
            }
        }
    }

    fn place(&mut self, leader: u32, member: u32, likeness: f32) {
        self.head[member as usize] = leader;
        self.likeness[member as usize] = likeness;
        self.members.entry(leader).or_default().push(member);
    }

    /// Likeness of each to the leader, in order.
    fn compare(&self, leader: u32, others: &[u32]) -> Vec<(u32, f32)> {
        if others.is_empty() {
            return Vec::new();
        }
        let Some(template) = (self.read)(leader).map(|text| Shingles::of(&text)) else {
            return others.iter().map(|other| (*other, 0.0)).collect();
        };
        let one = |(rank, text): &(u32, Option<String>)| {
            (*rank, text.as_ref().map_or(0.0, |text| template.likeness(&Shingles::of(text))))
        };
        let mut compared = Vec::with_capacity(others.len());
        for some in others.chunks(AT_A_TIME) {
            let texts: Vec<(u32, Option<String>)> = some.iter().map(|rank| (*rank, (self.read)(*rank))).collect();
            if texts.len() < WORTH_THREADS {
                compared.extend(texts.iter().map(one));
            } else {
                compared.extend(texts.par_iter().map(one).collect::<Vec<_>>());
            }
        }
        compared
    }
}

fn collect(
    sketches: &[(u64, Sketch)],
    distinct: &[Distinct],
    distinct_of: &[u32],
    head: &[u32],
    likeness: &[f32],
    minimum: usize,
) -> Vec<Group> {
    let mut sizes = vec![0usize; distinct.len()];
    for (rank, wording) in distinct.iter().enumerate() {
        sizes[head[rank] as usize] += wording.copies as usize;
    }
    let mut place: BTreeMap<u32, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for ((id, _), rank) in sketches.iter().zip(distinct_of) {
        let leader = head[*rank as usize];
        if sizes[leader as usize] < minimum.max(1) {
            continue;
        }
        let at = *place.entry(leader).or_insert_with(|| {
            groups.push(Group { head: sketches[distinct[leader as usize].first as usize].0, members: Vec::new() });
            groups.len() - 1
        });
        groups[at].members.push((*id, likeness[*rank as usize]));
    }
    groups
}
