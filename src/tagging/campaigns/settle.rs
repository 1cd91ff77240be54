//! What people decided, over families of answers as they were found.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{CampaignState, CampaignVerb};

/// A decision whose campaign was found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The act that it is part of.
    pub act: i64,
    /// What was decided.
    pub verb: CampaignVerb,
    /// About which family; none where the campaign is gone.
    pub family: Option<i64>,
    /// The other family, of `link`.
    pub other: Option<i64>,
    /// The item, of `put` and `out`.
    pub item: Option<i64>,
    /// The name, of `name`.
    pub name: String,
    /// The act taken back, of `undo`.
    pub undoes: Option<i64>,
}

/// Families that are one campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Its families, ascending.
    pub families: Vec<i64>,
    /// What people said last.
    pub state: CampaignState,
    /// What people call it.
    pub name: String,
}

/// Everything that people decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Campaigns in the order of their first families.
    pub campaigns: Vec<Settled>,
    /// Items that belong to a family (`true`) or do not, as people said last.
    pub moves: BTreeMap<(i64, i64), bool>,
}

/// Applies decisions, oldest first, to families. What was taken back counts for nothing; of two decisions about the same
/// thing the later one stands; links join families until one of them is unlinked.
pub fn settle(families: &[i64], decisions: &[Found]) -> Outcome {
    let undone: BTreeSet<i64> = decisions.iter().filter_map(|decision| decision.undoes).collect();
    let mut links: Vec<(i64, i64)> = Vec::new();
    let mut states: BTreeMap<i64, (usize, CampaignState)> = BTreeMap::new();
    let mut names: BTreeMap<i64, (usize, &str)> = BTreeMap::new();
    let mut moves = BTreeMap::new();
    for (at, decision) in decisions.iter().enumerate().filter(|(_, decision)| !undone.contains(&decision.act)) {
        let Some(family) = decision.family else { continue };
        match decision.verb {
            CampaignVerb::Accept => drop(states.insert(family, (at, CampaignState::Accepted))),
            CampaignVerb::Dismiss => drop(states.insert(family, (at, CampaignState::Dismissed))),
            CampaignVerb::Name => drop(names.insert(family, (at, &decision.name))),
            CampaignVerb::Link => links.extend(decision.other.map(|other| (family, other))),
            CampaignVerb::Unlink => links.retain(|(a, b)| *a != family && *b != family),
            CampaignVerb::Put => drop(decision.item.map(|item| moves.insert((item, family), true))),
            CampaignVerb::Out => drop(decision.item.map(|item| moves.insert((item, family), false))),
            CampaignVerb::Undo => {}
        }
    }
    let root = roots(families, &links);
    let mut campaigns: Vec<Settled> = Vec::new();
    let mut place: BTreeMap<i64, usize> = BTreeMap::new();
    for family in families {
        let at = *place.entry(root[family]).or_insert_with(|| {
            campaigns.push(Settled::default());
            campaigns.len() - 1
        });
        campaigns[at].families.push(*family);
    }
    for campaign in &mut campaigns {
        let said = campaign.families.iter().filter_map(|family| states.get(family));
        campaign.state = said.max_by_key(|(at, _)| *at).map_or(CampaignState::Proposed, |(_, state)| *state);
        let named = campaign.families.iter().filter_map(|family| names.get(family));
        campaign.name = named.max_by_key(|(at, _)| *at).map_or_else(String::new, |(_, name)| (*name).to_owned());
    }
    Outcome { campaigns, moves }
}

/// The act about any of some families that would be taken back next: the last that still stands.
pub fn last_act(families: &[i64], decisions: &[Found]) -> Option<i64> {
    let undone: BTreeSet<i64> = decisions.iter().filter_map(|decision| decision.undoes).collect();
    let concerns = |decision: &&Found| {
        decision.verb != CampaignVerb::Undo
            && !undone.contains(&decision.act)
            && [decision.family, decision.other].into_iter().flatten().any(|family| families.contains(&family))
    };
    decisions.iter().rev().find(concerns).map(|decision| decision.act)
}

/// The smallest family that each is linked with, itself included.
fn roots(families: &[i64], links: &[(i64, i64)]) -> BTreeMap<i64, i64> {
    let mut root: BTreeMap<i64, i64> = families.iter().map(|family| (*family, *family)).collect();
    for (a, b) in links {
        let (Some(a), Some(b)) = (root.get(a).copied(), root.get(b).copied()) else { continue };
        let (kept, gone) = (a.min(b), a.max(b));
        root.values_mut().filter(|root| **root == gone).for_each(|root| *root = kept);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(act: i64, verb: CampaignVerb, family: i64) -> Found {
        let name = String::new();
        Found { act, verb, family: Some(family), other: None, item: None, name, undoes: None }
    }

    #[test]
    fn without_decisions_every_family_is_a_proposed_campaign() {
        let outcome = settle(&[1, 2], &[]);
        assert_eq!(outcome.campaigns.iter().map(|c| c.families.clone()).collect::<Vec<_>>(), [vec![1], vec![2]]);
        assert!(outcome.campaigns.iter().all(|campaign| campaign.state == CampaignState::Proposed));
        assert_eq!(settle(&[], &[]), Outcome::default());
    }

    #[test]
    fn the_later_decision_stands_and_what_was_taken_back_counts_for_nothing() {
        let mut decisions = vec![decided(1, CampaignVerb::Accept, 1), decided(2, CampaignVerb::Dismiss, 1)];
        assert_eq!(settle(&[1], &decisions).campaigns[0].state, CampaignState::Dismissed);
        assert_eq!(last_act(&[1], &decisions), Some(2));
        decisions.push(Found { undoes: Some(2), ..decided(3, CampaignVerb::Undo, 1) });
        assert_eq!(settle(&[1], &decisions).campaigns[0].state, CampaignState::Accepted);
        assert_eq!(last_act(&[1], &decisions), Some(1));
    }

    #[test]
    fn linked_families_are_one_campaign_until_one_is_unlinked() {
        let link = |act, family, other| Found { other: Some(other), ..decided(act, CampaignVerb::Link, family) };
        let name = Found { name: "Llythyr y Gynghrair 🏠".to_owned(), ..decided(3, CampaignVerb::Name, 3) };
        let mut decisions = vec![link(1, 3, 1), link(2, 4, 3), name];
        let campaigns = settle(&[1, 2, 3, 4], &decisions).campaigns;
        assert_eq!(campaigns.iter().map(|c| c.families.clone()).collect::<Vec<_>>(), [vec![1, 3, 4], vec![2]]);
        assert_eq!(campaigns[0].name, "Llythyr y Gynghrair 🏠");
        decisions.push(decided(4, CampaignVerb::Unlink, 3));
        assert_eq!(settle(&[1, 2, 3, 4], &decisions).campaigns.len(), 4);
    }

    #[test]
    fn a_decision_whose_campaign_is_gone_changes_nothing() {
        let gone = Found { family: None, ..decided(1, CampaignVerb::Dismiss, 9) };
        assert_eq!(settle(&[1], &[gone]).campaigns[0].state, CampaignState::Proposed);
    }
}
