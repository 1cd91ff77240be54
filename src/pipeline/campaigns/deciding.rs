//! A person's decision about a campaign, and finding the campaign again that an earlier one was about.

use std::collections::BTreeMap;

use anyhow::Result;

use super::super::Opened;
use super::settle_campaigns;
use crate::corpus::{Family, Store};
use crate::model::{Anchor, CampaignDecision, CampaignId, CampaignVerb};
use crate::tagging::campaigns::settle::{Found, last_act};
use crate::text::similarity::Sketch;

/// Wordings by which a campaign is known again; the commonest stay longest.
const WORDINGS: usize = 16;

/// Bands that two templates share when they are as good as one: at a likeness of 0.75 two templates share eight of twenty, at
/// 0.5 two or three.
const BANDS_ALIKE: usize = 6;

/// What a person decides about campaigns.
#[derive(Clone, Debug)]
pub struct Act {
    /// When, as RFC 3339.
    pub at: String,
    /// Who decides.
    pub person: String,
    /// What is decided.
    pub verb: CampaignVerb,
    /// About which campaigns: of `link` two or more, of `put` one.
    pub campaigns: Vec<CampaignId>,
    /// Items to be put in or taken out.
    pub items: Vec<i64>,
    /// The name, of `name`.
    pub name: String,
    /// A word of explanation.
    pub note: String,
}

/// Appends a decision and lets it count. Returns how many answers joined, left, moved or count otherwise, or nothing where there
/// was nothing to take back.
///
/// # Errors
/// When the store fails.
pub fn decide_campaigns(opened: &mut Opened, act: &Act) -> Result<Option<u64>> {
    let store = &mut opened.store;
    let one = |anchor: Anchor| CampaignDecision {
        id: 0,
        act: 0,
        at: act.at.clone(),
        person: act.person.clone(),
        verb: act.verb,
        anchor,
        other: None,
        item: None,
        name: act.name.clone(),
        undoes: None,
        note: act.note.clone(),
    };
    let mut families: Vec<Vec<i64>> = Vec::new();
    for campaign in &act.campaigns {
        families.push(store.families_of(*campaign)?);
    }
    let all: Vec<i64> = families.concat();
    let mut decisions = Vec::new();
    match act.verb {
        CampaignVerb::Accept | CampaignVerb::Dismiss | CampaignVerb::Name | CampaignVerb::Unlink => {
            for family in &all {
                decisions.push(one(anchor(store, *family)?));
            }
        }
        CampaignVerb::Link => {
            let mut largest = families.iter().filter_map(|of| of.first());
            if let Some(first) = largest.next() {
                let first = anchor(store, *first)?;
                for other in largest {
                    decisions.push(CampaignDecision { other: Some(anchor(store, *other)?), ..one(first.clone()) });
                }
            }
        }
        CampaignVerb::Put | CampaignVerb::Out => {
            let of = if act.verb == CampaignVerb::Put { &all[..all.len().min(1)] } else { &all };
            for family in of {
                let anchor = anchor(store, *family)?;
                let each = |item: &i64| CampaignDecision { item: Some(*item), ..one(anchor.clone()) };
                decisions.extend(act.items.iter().map(each));
            }
        }
        CampaignVerb::Undo => {
            let earlier = store.campaign_decisions()?;
            let known = found(store, &store.families()?, &earlier)?;
            let (Some(undoes), Some(family)) = (last_act(&all, &known), all.first()) else { return Ok(None) };
            decisions.push(CampaignDecision { undoes: Some(undoes), ..one(anchor(store, *family)?) });
        }
    }
    store.decide_campaign(&decisions)?;
    settle_campaigns(opened).map(Some)
}

/// Every decision about campaigns, oldest first, with the number of the campaign that it is about now; none where that is gone.
///
/// # Errors
/// When the store fails.
pub fn campaign_history(opened: &Opened) -> Result<Vec<(CampaignDecision, Option<CampaignId>)>> {
    let store = &opened.store;
    let decisions = store.campaign_decisions()?;
    let mut campaign_of = BTreeMap::new();
    for campaign in store.campaigns()? {
        campaign_of.extend(store.families_of(campaign.id)?.into_iter().map(|family| (family, campaign.id)));
    }
    let found = found(store, &store.families()?, &decisions)?;
    let now = |found: Found| found.family.and_then(|family| campaign_of.get(&family).copied());
    Ok(decisions.into_iter().zip(found.into_iter().map(now)).collect())
}

/// What a family is known by.
fn anchor(store: &Store, family: i64) -> Result<Anchor> {
    let template = store.families()?.into_iter().find(|known| known.id == family).map(|known| known.template);
    let sketch = template.map(|answer| store.sketch_of(answer)).transpose()?.flatten().unwrap_or_default();
    let mut wordings = store.wordings(family, WORDINGS)?;
    if let Some(first) = Sketch::from_bytes(&sketch).map(|sketch| sketch.wording() as i64) {
        wordings.retain(|wording| *wording != first);
        wordings.insert(0, first);
    }
    Ok(Anchor { wordings, sketch })
}

/// Decisions with the families that they are about now.
pub(super) fn found(store: &Store, families: &[Family], decisions: &[CampaignDecision]) -> Result<Vec<Found>> {
    let mut known = Known { store, families, sketches: None, found: BTreeMap::new() };
    decisions
        .iter()
        .map(|decision| {
            Ok(Found {
                act: decision.act,
                verb: decision.verb,
                family: known.family(&decision.anchor)?,
                other: decision.other.as_ref().map(|other| known.family(other)).transpose()?.flatten(),
                item: decision.item,
                name: decision.name.clone(),
                undoes: decision.undoes,
            })
        })
        .collect()
}

struct Known<'s> {
    store: &'s Store,
    families: &'s [Family],
    /// Of every template, once they were needed.
    sketches: Option<Vec<(i64, Sketch)>>,
    found: BTreeMap<Anchor, Option<i64>>,
}

impl Known<'_> {
    /// The family with the template's very words; else the one with most of the other wordings; else the one whose template is
    /// like it.
    fn family(&mut self, anchor: &Anchor) -> Result<Option<i64>> {
        if let Some(found) = self.found.get(anchor) {
            return Ok(*found);
        }
        let found = match self.by_wordings(&anchor.wordings)? {
            Some(family) => Some(family),
            None => self.by_likeness(anchor)?,
        };
        self.found.insert(anchor.clone(), found);
        Ok(found)
    }

    fn by_wordings(&self, wordings: &[i64]) -> Result<Option<i64>> {
        let mut votes: BTreeMap<i64, usize> = BTreeMap::new();
        for (at, wording) in wordings.iter().enumerate() {
            let Some(family) = self.store.family_of_wording(*wording)? else { continue };
            if at == 0 {
                return Ok(Some(family));
            }
            *votes.entry(family).or_default() += 1;
        }
        Ok(votes.into_iter().max_by_key(|(family, votes)| (*votes, -family)).map(|(family, _)| family))
    }

    fn by_likeness(&mut self, anchor: &Anchor) -> Result<Option<i64>> {
        let Some(sketch) = Sketch::from_bytes(&anchor.sketch) else { return Ok(None) };
        let sketches = match &self.sketches {
            Some(sketches) => sketches,
            None => {
                let mut sketches = Vec::new();
                for family in self.families {
                    let kept = self.store.sketch_of(family.template)?;
                    sketches.extend(kept.and_then(|kept| Some((family.id, Sketch::from_bytes(&kept)?))));
                }
                self.sketches.insert(sketches)
            }
        };
        let alike = sketches.iter().filter_map(|(family, other)| {
            let (bands, sentences) = sketch.shared(other);
            let is_alike = bands >= BANDS_ALIKE || sentences > 0 && sentences * 2 >= sketch.sentences().len();
            is_alike.then_some((bands + sentences, -family))
        });
        Ok(alike.max().map(|(_, family)| -family))
    }
}
