//! Responses that may be one: what was received twice, and what a person is asked to decide.

use std::collections::BTreeMap;

use anyhow::Result;

use super::Opened;
use crate::corpus::Store;
use crate::model::{AnswerId, Proposal};
use crate::tagging::campaigns::Found;
use crate::text::fold::fold;
use crate::text::similarity;

/// Likeness from which on two texts are one text with a few words changed.
const NEARLY_THE_SAME: f32 = 0.9;

/// Words of the shortest text that two people hardly write alike by themselves.
const LONG: usize = 30;

/// Items of one family from which on it is a campaign beyond doubt, whoever of them is one respondent.
const MOST_IN_FAMILY: usize = 8;

/// Brings merging and proposals in line with what was received, the settings and what people decided. Returns how many items
/// joined, left or moved.
///
/// # Errors
/// When the store fails.
pub fn merge(opened: &mut Opened) -> Result<u64> {
    let types = opened.settings.consultation.types.iter();
    let people: Vec<String> = types.filter(|kind| !kind.organisation).map(|kind| kind.code.clone()).collect();
    Ok(opened.store.merge_submissions(&opened.settings.duplicates, &people)?)
}

/// What a person is asked to decide, with the share of words that the two have in common.
///
/// # Errors
/// When the store fails.
pub fn proposals(opened: &Opened) -> Result<Vec<Proposal>> {
    let store = &opened.store;
    let words = |response: &str| -> Result<BTreeMap<String, u64>> {
        let Some((item, _)) = store.received_item(response)? else { return Ok(BTreeMap::new()) };
        Ok(counted(&store.words_of(item)?))
    };
    let mut proposals = store.proposals()?;
    for proposal in &mut proposals {
        proposal.common = in_common(&words(&proposal.item.response)?, &words(&proposal.into.response)?);
    }
    Ok(proposals)
}

/// Families of items from different sources whose words, taken whole, are long and nearly the same.
pub(super) fn alike(store: &Store, found: &Found) -> Result<Vec<Vec<i64>>> {
    let mut families = Vec::new();
    let mut groups: Vec<Vec<u64>> = vec![Vec::new(); found.heads().len()];
    for (answer, wording) in found.texts() {
        let Some((group, likeness)) = found.group_of(wording) else { continue };
        if likeness >= NEARLY_THE_SAME && groups[group].len() < MOST_IN_FAMILY * 2 {
            groups[group].push(answer);
        }
    }
    for close in groups {
        let mut items = BTreeMap::new();
        for answer in close {
            items.extend(store.item_of(answer as AnswerId)?);
        }
        let Some((first, source)) = items.first_key_value().map(|(item, source)| (*item, *source)) else { continue };
        if items.len() > MOST_IN_FAMILY || items.values().all(|other| *other == source) {
            continue;
        }
        let text = store.words_of(first)?;
        let mut family = vec![first];
        for item in items.into_keys().filter(|item| *item != first) {
            if is_same_body(&text, &store.words_of(item)?) {
                family.push(item);
            }
        }
        if family.len() > 1 {
            families.push(family);
        }
    }
    families.sort_unstable();
    families.dedup();
    Ok(families)
}

/// Whether two texts are long and nearly the same: likeness alone would also hold of a text within a longer one.
fn is_same_body(a: &str, b: &str) -> bool {
    let (few, many) = {
        let (a, b) = (a.split_whitespace().count(), b.split_whitespace().count());
        (a.min(b), a.max(b))
    };
    few >= LONG && few as f32 >= NEARLY_THE_SAME * many as f32 && similarity::likeness(a, b) >= NEARLY_THE_SAME
}

/// Words of a text and how often each stands there, case, accents and punctuation aside.
fn counted(text: &str) -> BTreeMap<String, u64> {
    let folded = fold(text);
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for word in folded.text().split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// Words in both texts, of those in either: 0 when one has none.
fn in_common(a: &BTreeMap<String, u64>, b: &BTreeMap<String, u64>) -> f32 {
    let shared: u64 = a.iter().map(|(word, n)| *n.min(b.get(word).unwrap_or(&0))).sum();
    let all = a.values().sum::<u64>() + b.values().sum::<u64>() - shared;
    if all == 0 { 0.0 } else { shared as f32 / all as f32 }
}
