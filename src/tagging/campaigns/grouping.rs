//! Comparing what shares a key: each wording with the head of a group, word by word.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use crate::text::similarity::Shingles;

/// Heads that one list of sharers is compared with: a sentence that everybody writes makes long lists of strangers.
const MOST_LEADERS: usize = 8;
/// Texts read at a time.
const AT_A_TIME: usize = 256;
/// From so many comparisons on, threads are worth waking.
const WORTH_THREADS: usize = 32;
/// Of so many compared with a leader under one key, at least one must be like it for the next ones to be compared: a formula
/// that everybody writes says nothing, and who is like the leader shares rarer keys with it.
const ONE_IN: usize = 64;
/// Pairs remembered as unlike, so that the next key need not compare them again.
const MOST_REMEMBERED: usize = 1_000_000;

/// Groups while they form, of wordings by rank. A head always ranks before its members.
pub(super) struct Groups<R> {
    read: R,
    least: f32,
    /// Head of each wording; itself when it stands alone.
    pub(super) head: Vec<u32>,
    /// Likeness of each wording to its head.
    pub(super) likeness: Vec<f32>,
    /// Members of each head that has any, itself left out.
    members: BTreeMap<u32, Vec<u32>>,
    unlike: HashSet<(u32, u32)>,
}

impl<R: Fn(u32) -> Option<String>> Groups<R> {
    pub(super) fn new(count: usize, least: f32, read: R) -> Self {
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
    pub(super) fn compare_sharers(&mut self, keys: &mut Vec<(u32, u32)>) {
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
        let mut template = None;
        let mut tried = 0;
        for some in untried.chunks(AT_A_TIME) {
            for (other, likeness) in self.compare(leader, &mut template, some) {
                if likeness >= self.least {
                    joined.insert(other);
                    self.join(leader, &mut template, other, likeness);
                } else {
                    if self.unlike.len() >= MOST_REMEMBERED {
                        self.unlike.clear();
                    }
                    self.unlike.insert((leader, other));
                }
            }
            tried += some.len();
            if joined.len() * ONE_IN < tried {
                break;
            }
        }
        others.iter().copied().filter(|other| !joined.contains(other)).collect()
    }

    /// A head joins a leader's group; of those it led, the ones that are like the leader come with it.
    fn join(&mut self, leader: u32, template: &mut Option<Shingles>, other: u32, likeness: f32) {
        let led = self.members.remove(&other).unwrap_or_default();
        self.place(leader, other, likeness);
        for some in led.chunks(AT_A_TIME) {
            for (member, likeness) in self.compare(leader, template, some) {
                if likeness >= self.least {
                    self.place(leader, member, likeness);
                } else {
                    self.head[member as usize] = member;
                    self.likeness[member as usize] = 1.0;
                }
            }
        }
    }

    fn place(&mut self, leader: u32, member: u32, likeness: f32) {
        self.head[member as usize] = leader;
        self.likeness[member as usize] = likeness;
        self.members.entry(leader).or_default().push(member);
    }

    /// Likeness of each to the leader, in order. `template` is the leader's, once it was read.
    fn compare(&self, leader: u32, template: &mut Option<Shingles>, others: &[u32]) -> Vec<(u32, f32)> {
        if others.is_empty() {
            return Vec::new();
        }
        if template.is_none() {
            *template = (self.read)(leader).map(|text| Shingles::of(&text));
        }
        let Some(template) = template else { return others.iter().map(|other| (*other, 0.0)).collect() };
        let one = |(rank, text): &(u32, Option<String>)| {
            (*rank, text.as_ref().map_or(0.0, |text| template.likeness(&Shingles::of(text))))
        };
        let texts: Vec<(u32, Option<String>)> = others.iter().map(|rank| (*rank, (self.read)(*rank))).collect();
        match texts.len() < WORTH_THREADS {
            true => texts.iter().map(one).collect(),
            false => texts.par_iter().map(one).collect(),
        }
    }
}
