//! Finds campaigns: answers whose words follow one template, copied, varied or built upon.
//!
//! Exact copies collapse first, so a corpus of copies costs a hash each. Likely pairs come from shared bands and shared long
//! sentences, one list at a time from outside memory, and every member is compared word by word with the head of its group:
//! answers that only resemble a resembling answer do not chain together.

mod grouping;
mod keys;
mod own;
pub mod settle;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Cursor};

use crate::text::similarity::{BANDS, PassThrough, Sketch};

use grouping::Groups;
pub use keys::{MakeScratch, Scratch};
pub use own::{SAMPLE, Shared};

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
    /// The text that stands for the template: the first of the commonest wording; which of equally common ones, their words
    /// decide, not their order.
    pub head: u64,
    /// Everyone in it, the head and its copies too (at 1.0), in the order given, with likeness to the head.
    pub members: Vec<(u64, f32)>,
}

/// Groups texts by their sketches, in the order of their first members; the same on one thread or many, and the same members
/// in whatever order the texts come. Everything is held
/// in memory: [`Finder`] is for more than fits.
///
/// `text_of` is asked only for texts that may belong together; without a text there is no likeness, except to exact
/// copies.
pub fn group(sketches: &[(u64, Sketch)], text_of: impl Fn(u64) -> Option<String>, settings: &Settings) -> Vec<Group> {
    let mut finder = Finder::new(Box::new(|| Ok(Box::new(Cursor::new(Vec::new())))));
    let kept = sketches.iter().try_for_each(|(id, sketch)| finder.add(*id, sketch).map(|_| ()));
    let found = kept.and_then(|()| finder.find(text_of, settings));
    found.expect("memory can be written and read").groups()
}

/// Number of a wording, in the order in which they were met.
pub type Wording = u32;

/// Sentences are looked at in so many parts, to keep the list of them short.
const SENTENCE_PARTS: usize = 8;

/// One wording, however many wrote it.
#[derive(Clone, Copy, Debug)]
struct Met {
    /// Place of the first text that has it.
    first: u32,
    copies: u32,
    key: u64,
}

/// Gathers sketches, to group them. Holds about 70 bytes for each wording and 12 for each text, and in the scratch file
/// 8 for each of a wording's keys, [`BANDS`] and its long sentences.
pub struct Finder<'m> {
    ids: Vec<u64>,
    wording_of: Vec<Wording>,
    wordings: Vec<Met>,
    known: HashMap<u64, Wording, PassThrough>,
    keys: keys::Keys<'m>,
}

impl<'m> Finder<'m> {
    /// A finder of nothing yet.
    pub fn new(scratch: MakeScratch<'m>) -> Self {
        Finder {
            ids: Vec::new(),
            wording_of: Vec::new(),
            wordings: Vec::new(),
            known: HashMap::default(),
            keys: keys::Keys::new(BANDS + SENTENCE_PARTS, scratch),
        }
    }

    /// Adds a text.
    ///
    /// # Errors
    /// When the scratch file cannot be written.
    pub fn add(&mut self, id: u64, sketch: &Sketch) -> io::Result<Wording> {
        let next = self.wordings.len() as Wording;
        let wording = *self.known.entry(sketch.wording()).or_insert(next);
        if wording == next {
            self.wordings.push(Met { first: self.ids.len() as u32, copies: 0, key: sketch.wording() });
            for (band, key) in sketch.bands().iter().enumerate() {
                self.keys.push(band, *key, wording)?;
            }
            for hash in sketch.sentences() {
                self.keys.push(BANDS + *hash as usize % SENTENCE_PARTS, *hash, wording)?;
            }
        }
        self.add_copy(id, wording);
        Ok(wording)
    }

    /// Adds a text whose words are those of an earlier one.
    pub fn add_copy(&mut self, id: u64, wording: Wording) {
        self.ids.push(id);
        self.wording_of.push(wording);
        self.wordings[wording as usize].copies += 1;
    }

    /// Texts added.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether none was added.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Groups what was added; `text_of` as in [`group`].
    ///
    /// # Errors
    /// When the scratch file cannot be read.
    pub fn find(mut self, text_of: impl Fn(u64) -> Option<String>, settings: &Settings) -> io::Result<Found> {
        self.known = HashMap::default();
        // By rank: the commonest first; of equals, by their words alone, so that the order of texts makes no difference.
        let mut by_rank: Vec<Wording> = (0..self.wordings.len() as Wording).collect();
        by_rank.sort_unstable_by_key(|wording| {
            let met = &self.wordings[*wording as usize];
            (Reverse(met.copies), met.key)
        });
        let mut rank_of = vec![0; by_rank.len()];
        by_rank.iter().enumerate().for_each(|(rank, wording)| rank_of[*wording as usize] = rank as u32);
        let (ids, wordings) = (&self.ids, &self.wordings);
        let first = |wording: Wording| ids[wordings[wording as usize].first as usize];
        let mut groups = Groups::new(by_rank.len(), settings.likeness, |rank| text_of(first(by_rank[rank as usize])));
        for list in 0..BANDS + SENTENCE_PARTS {
            let mut keys = self.keys.take(list)?;
            keys.iter_mut().for_each(|(_, wording)| *wording = rank_of[*wording as usize]);
            groups.compare_sharers(&mut keys);
        }
        let Groups { head, likeness, .. } = groups;
        let mut sizes = vec![0usize; by_rank.len()];
        for (rank, wording) in by_rank.iter().enumerate() {
            sizes[head[rank] as usize] += self.wordings[*wording as usize].copies as usize;
        }
        // A wording's first text comes before its copies, so wordings in order of meeting give groups in order.
        let mut heads = Vec::new();
        let mut number = vec![NONE; by_rank.len()];
        let mut placed = Vec::with_capacity(by_rank.len());
        for rank in rank_of {
            let leader = head[rank as usize] as usize;
            if sizes[leader] < settings.minimum.max(1) {
                placed.push((NONE, 0.0));
                continue;
            }
            if number[leader] == NONE {
                number[leader] = heads.len() as u32;
                heads.push(by_rank[leader]);
            }
            placed.push((number[leader], likeness[rank as usize]));
        }
        Ok(Found { ids: self.ids, wording_of: self.wording_of, wordings: self.wordings, heads, placed })
    }
}

const NONE: u32 = u32::MAX;

/// Groups as they were found.
#[derive(Debug)]
pub struct Found {
    ids: Vec<u64>,
    wording_of: Vec<Wording>,
    wordings: Vec<Met>,
    heads: Vec<Wording>,
    /// Group and likeness of each wording.
    placed: Vec<(u32, f32)>,
}

impl Found {
    /// Wording of each group's head, in the order of their first members.
    pub fn heads(&self) -> &[Wording] {
        &self.heads
    }

    /// The group of a wording, from 0, with likeness to the head.
    pub fn group_of(&self, wording: Wording) -> Option<(usize, f32)> {
        let (group, likeness) = *self.placed.get(wording as usize)?;
        (group != NONE).then_some((group as usize, likeness))
    }

    /// Every text in the order given, with its wording.
    pub fn texts(&self) -> impl Iterator<Item = (u64, Wording)> + '_ {
        self.ids.iter().copied().zip(self.wording_of.iter().copied())
    }

    /// The first text of a wording, and how many have it.
    pub fn wording(&self, wording: Wording) -> (u64, u64) {
        let met = &self.wordings[wording as usize];
        (self.ids[met.first as usize], met.copies.into())
    }

    /// [`Sketch::wording`] of a wording.
    pub fn key(&self, wording: Wording) -> u64 {
        self.wordings[wording as usize].key
    }

    /// Wordings of each group, in the order in which they were met.
    pub fn wordings(&self) -> Vec<Vec<Wording>> {
        let mut wordings = vec![Vec::new(); self.heads.len()];
        for (wording, (group, _)) in self.placed.iter().enumerate() {
            if let Some(of) = wordings.get_mut(*group as usize) {
                of.push(wording as Wording);
            }
        }
        wordings
    }

    /// The groups with all their members.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> =
            self.heads.iter().map(|head| Group { head: self.wording(*head).0, members: Vec::new() }).collect();
        for (id, wording) in self.texts() {
            if let Some((group, likeness)) = self.group_of(wording) {
                groups[group].members.push((id, likeness));
            }
        }
        groups
    }
}
