//! Which items are one response: people's decisions first, then what the rules add without contradicting them.
//!
//! Every item points at no more than one other, and following the pointers always ends, at the head of a response.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ItemDecision, ItemVerb, MergedWhy};

/// The pointers, and the pairs that people keep apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads {
    parent: BTreeMap<i64, (i64, MergedWhy)>,
    apart: BTreeSet<(i64, i64)>,
}

impl Heads {
    /// What people decided, oldest first, without what they took back: of two decisions that contradict each other the later
    /// stands.
    pub(super) fn decided(decisions: &[ItemDecision]) -> Heads {
        let mut standing: Vec<(ItemVerb, i64, i64)> = Vec::new();
        for decision in decisions {
            let (item, Some(other)) = (decision.item, decision.other) else { continue };
            match decision.verb {
                ItemVerb::Undo => standing.retain(|(_, a, b)| pair(*a, *b) != pair(item, other)),
                verb => standing.push((verb, item, other)),
            }
        }
        let mut heads = Heads::default();
        for (verb, item, other) in standing {
            if verb == ItemVerb::Merge {
                heads.merge(item, other);
            } else {
                heads.part(item, other);
                heads.apart.insert(pair(item, other));
            }
        }
        heads
    }

    /// Whether pointing `item` at `into` would lead in a circle.
    pub(super) fn circles(&self, item: i64, into: i64) -> bool {
        self.path(into).any(|step| step == item)
    }

    /// The head of the response that an item is part of; the item itself when it stands alone.
    pub(super) fn root(&self, item: i64) -> i64 {
        self.path(item).last().unwrap_or(item)
    }

    /// Adds what a rule found: the response that `item` is part of becomes part of `into`'s. Refused (`false`) when they
    /// are one already, when a person merged the item, or when people keep somebody of the one apart from somebody of
    /// the other.
    pub(super) fn link(&mut self, item: i64, into: i64, why: MergedWhy) -> bool {
        let (from, to) = (self.root(item), self.root(into));
        let is_decided = matches!(self.parent.get(&item), Some((_, MergedWhy::Decision)));
        if from == to || is_decided || self.are_apart(from, to) {
            return false;
        }
        self.parent.insert(from, (to, why));
        true
    }

    /// Whether people keep somebody of one response apart from somebody of the other.
    pub(super) fn are_apart(&self, one: i64, other: i64) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        self.apart.iter().any(|(a, b)| pair(self.root(*a), self.root(*b)) == pair(one, other))
    }

    /// Every item that is part of another, with the head and why. Items that are not analysed are nobody's head and no
    /// part of anything; where one was the head, the first of the others leads.
    pub(super) fn merged(&self, is_analysed: impl Fn(i64) -> bool) -> BTreeMap<i64, (i64, MergedWhy)> {
        let mut families: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
        for item in self.parent.keys() {
            let root = self.root(*item);
            families.entry(root).or_default().extend([*item, root]);
        }
        let mut merged = BTreeMap::new();
        for (root, mut family) in families {
            family.retain(|item| is_analysed(*item));
            let Some(head) = family.contains(&root).then_some(root).or_else(|| family.first().copied()) else {
                continue;
            };
            for item in family.into_iter().filter(|item| *item != head) {
                let why = self.parent.get(&item).map_or(MergedWhy::Decision, |(_, why)| *why);
                merged.insert(item, (head, why));
            }
        }
        merged
    }

    fn merge(&mut self, item: i64, into: i64) {
        if item == into || self.circles(item, into) {
            return;
        }
        self.parent.insert(item, (into, MergedWhy::Decision));
        let root = self.root(into);
        let mut apart = std::mem::take(&mut self.apart);
        // The later decision stands: nobody within one response is kept apart.
        apart.retain(|(a, b)| self.root(*a) != root || self.root(*b) != root);
        self.apart = apart;
    }

    /// Takes two items of one response apart: the one that hangs on the other, else the first, stands alone with what
    /// hangs on it.
    fn part(&mut self, item: i64, other: i64) {
        if item == other || self.root(item) != self.root(other) {
            return;
        }
        let below = if self.circles(item, other) { other } else { item };
        self.parent.remove(&below);
    }

    /// An item and all that its pointers lead to.
    fn path(&self, item: i64) -> impl Iterator<Item = i64> + '_ {
        std::iter::successors(Some(item), |item| self.parent.get(item).map(|(to, _)| *to))
    }
}

fn pair(a: i64, b: i64) -> (i64, i64) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(steps: &[(ItemVerb, i64, i64)]) -> Heads {
        let decisions: Vec<ItemDecision> = steps
            .iter()
            .map(|(verb, item, other)| ItemDecision {
                at: String::new(),
                person: "A. Coder".to_owned(),
                verb: *verb,
                item: *item,
                other: Some(*other),
                question: String::new(),
                words: String::new(),
                note: String::new(),
            })
            .collect();
        Heads::decided(&decisions)
    }

    #[test]
    fn a_chain_leads_to_one_head_and_never_in_a_circle() {
        let heads = decided(&[(ItemVerb::Merge, 3, 2), (ItemVerb::Merge, 2, 1), (ItemVerb::Merge, 1, 3)]);
        assert!(heads.circles(1, 3));
        let merged = heads.merged(|_| true);
        assert_eq!(merged.iter().map(|(item, (head, _))| (*item, *head)).collect::<Vec<_>>(), [(2, 1), (3, 1)]);
    }

    #[test]
    fn a_decision_beats_a_rule_and_can_be_taken_back() {
        let mut heads = decided(&[(ItemVerb::Apart, 1, 2)]);
        assert!(!heads.link(2, 1, MergedWhy::SameWords));
        let mut heads = decided(&[(ItemVerb::Apart, 1, 2), (ItemVerb::Undo, 2, 1)]);
        assert!(heads.link(2, 1, MergedWhy::SameWords));
        let mut heads = decided(&[(ItemVerb::Merge, 1, 2)]);
        assert!(!heads.link(2, 1, MergedWhy::SameWords), "they are one already, the other way round");
        assert_eq!(heads.root(1), 2);
    }

    #[test]
    fn nobody_kept_apart_meets_by_way_of_a_third() {
        let mut heads = decided(&[(ItemVerb::Apart, 1, 3)]);
        assert!(heads.link(2, 1, MergedWhy::SameWords));
        assert!(!heads.link(3, 2, MergedWhy::Person));
        let heads = decided(&[(ItemVerb::Merge, 3, 2), (ItemVerb::Merge, 2, 1), (ItemVerb::Apart, 1, 3)]);
        assert_ne!(heads.root(3), heads.root(1));
    }

    #[test]
    fn where_the_head_is_set_aside_the_first_of_the_others_leads() {
        let heads = decided(&[(ItemVerb::Merge, 3, 1), (ItemVerb::Merge, 2, 1)]);
        assert_eq!(heads.merged(|item| item != 1), BTreeMap::from([(3, (2, MergedWhy::Decision))]));
    }
}
