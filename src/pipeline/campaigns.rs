//! Campaigns over the whole corpus: sketches are kept with the answers, so only the comparing is done again; and what people
//! decided is put over what was found, which takes no comparing at all.

mod deciding;

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use rayon::prelude::*;

use super::{Opened, Watch, duplicates, hash};
use crate::corpus::{Counted, FamilyMember, Settled, Store};
use crate::model::AnswerId;
use crate::tagging::campaigns::{self, Finder, Found, SAMPLE, Scratch, Shared, settle};
use crate::text::similarity;

pub use deciding::{Act, campaign_history, decide_campaigns};

/// Version of the grouping: counted up when the same sketches are grouped otherwise.
const GROUPERS: u8 = 3;

/// Version of what people's decisions make of it.
const SETTLERS: u8 = 1;

/// Fewest responses that make a campaign.
const SMALLEST_CAMPAIGN: usize = 3;

/// Fewest words of a template that so few responses can hardly have hit upon by themselves.
const TELLING_WORDS: usize = 40;

/// Responses that make a campaign of a shorter template ("I have no concerns about the Welsh language").
const MANY: usize = 10;

/// One in so many members sent the commonest wording as it is, where that is taken for the template itself.
const ONE_IN_SENT_IT: u64 = 20;

/// Answers read at a time.
const AT_A_TIME: usize = 2048;

/// Finds responses that share a template, and lets people's decisions count. Returns how many sketches were compared or, when
/// none changed, how many answers joined, left or moved.
///
/// # Errors
/// When the store or the scratch file fails.
pub fn find_campaigns(opened: &mut Opened, watch: &mut dyn Watch) -> Result<u64> {
    let compared = find(opened, watch)?;
    let moved = settle_campaigns(opened)?;
    Ok(if compared > 0 { compared } else { moved })
}

fn find(opened: &mut Opened, watch: &mut dyn Watch) -> Result<u64> {
    let store = &mut opened.store;
    let mut content = blake3::Hasher::new();
    content.update(&[GROUPERS]);
    store.sketches(|answer, bytes| {
        content.update(&answer.to_le_bytes());
        content.update(bytes);
    })?;
    let stamp = content.finalize().to_hex().to_string();
    if store.stamp("campaigns")?.as_deref() == Some(&stamp) {
        return Ok(0);
    }
    watch.begins("campaigns", None);
    let folder = opened.folder.corpus();
    // Without a name, so that nothing of it is left when the program is stopped.
    let mut finder =
        Finder::new(Box::new(|| tempfile::tempfile_in(&folder).map(|file| Box::new(file) as Box<dyn Scratch>)));
    let mut trouble = None;
    store.sketches(|answer, bytes| {
        let added = match similarity::Sketch::from_bytes(bytes) {
            Some(sketch) => finder.add(answer as u64, &sketch).map(|_| ()).map_err(anyhow::Error::from),
            None => Err(anyhow::anyhow!(
                "the sketch of answer {answer} is damaged; delete responses.db to read the originals anew"
            )),
        };
        if let Err(error) = added {
            trouble.get_or_insert(error);
        }
    })?;
    if let Some(error) = trouble {
        bail!(error);
    }
    let compared = finder.len() as u64;
    let (templates, members, alike) = store.snapshot(|| {
        let text_of = |answer: u64| store.text_of(answer as AnswerId).ok().flatten();
        // Two that are alike may be one response that came twice, more may be a campaign.
        let settings = campaigns::Settings { minimum: 2, ..campaigns::Settings::default() };
        let found = finder.find(text_of, &settings).with_context(|| folder.display().to_string())?;
        let alike = duplicates::alike(store, &found)?;
        let (templates, members) = families(store, &found)?;
        anyhow::Ok((templates, members, alike))
    })?;
    store.keep_families(&templates, members)?;
    store.keep_alike(&alike)?;
    store.set_stamp("campaigns", &stamp)?;
    Ok(compared)
}

/// Groups that are more than a coincidence: the answer with each one's template, and every member with its own passages.
fn families(store: &Store, found: &Found) -> Result<(Vec<AnswerId>, Vec<FamilyMember>)> {
    let mut sizes = vec![0u64; found.heads().len()];
    let mut by_group: Vec<(u32, u32, u64)> = Vec::new();
    for (answer, wording) in found.texts() {
        if let Some((group, _)) = found.group_of(wording) {
            sizes[group] += 1;
            by_group.push((group as u32, wording, answer));
        }
    }
    by_group.par_sort_unstable_by_key(|(group, _, answer)| (*group, *answer));
    let (mut templates, mut members) = (Vec::new(), Vec::new());
    for of_group in by_group.chunk_by(|a, b| a.0 == b.0) {
        let group = of_group[0].0 as usize;
        let head = found.heads()[group];
        let (template, copies) = found.wording(head);
        let size = of_group.len();
        let Some(text) = store.text_of(template as AnswerId)? else { continue };
        let is_telling = || text.split_whitespace().count() >= TELLING_WORDS;
        if size < MANY && !(size >= SMALLEST_CAMPAIGN && is_telling()) {
            continue;
        }
        templates.push(template as AnswerId);
        let family = templates.len() as i64;
        let is_bare = copies >= 2 && copies * ONE_IN_SENT_IT >= size as u64;
        let shared = shared(store, found, of_group, &text, is_bare)?;
        for some in of_group.chunks(AT_A_TIME) {
            let texts: Vec<Option<String>> = some
                .iter()
                .map(|(_, wording, answer)| match is_bare && *wording == head {
                    true => Ok(None),
                    false => store.text_of(*answer as AnswerId),
                })
                .collect::<Result<_, _>>()?;
            let own = texts.par_iter().map(|text| text.as_deref().map_or_else(Vec::new, |text| shared.own(text)));
            let own: Vec<_> = own.collect();
            members.extend(some.iter().zip(own).map(|((_, wording, answer), own)| FamilyMember {
                answer: *answer as AnswerId,
                family,
                similarity: found.group_of(*wording).map_or(0.0, |(_, likeness)| likeness),
                wording: found.key(*wording) as i64,
                own,
            }));
        }
    }
    Ok((templates, members))
}

/// What a group's wordings share, seen in a sample of them spread over all.
fn shared(store: &Store, found: &Found, of_group: &[(u32, u32, u64)], first: &str, is_bare: bool) -> Result<Shared> {
    let head = found.heads()[of_group[0].0 as usize];
    let mut wordings: Vec<u32> = of_group.iter().map(|(_, wording, _)| *wording).filter(|w| *w != head).collect();
    wordings.sort_unstable();
    wordings.dedup();
    let step = wordings.len().div_ceil(SAMPLE - 1).max(1);
    let mut texts = Vec::new();
    for wording in wordings.into_iter().step_by(step) {
        texts.extend(store.text_of(found.wording(wording).0 as AnswerId)?);
    }
    Ok(Shared::of(first, texts.iter().map(String::as_str), is_bare))
}

/// Lets people's decisions count over the families found. Returns how many answers joined, left, moved or count otherwise; does
/// nothing when neither families, decisions, settings nor merged items changed.
///
/// # Errors
/// When the store fails.
pub fn settle_campaigns(opened: &mut Opened) -> Result<u64> {
    let store = &mut opened.store;
    let decisions = store.campaign_decisions()?;
    let rules = opened.settings.campaigns;
    let parts = [
        format!("{SETTLERS} {rules:?}"),
        store.stamp("campaigns")?.unwrap_or_default(),
        serde_json::to_string(&decisions)?,
        serde_json::to_string(&store.merged()?)?,
    ];
    let stamp = hash(&parts.join("\n"));
    if store.stamp("campaigns-counted")?.as_deref() == Some(&stamp) {
        return Ok(0);
    }
    let families = store.families()?;
    let numbers: Vec<i64> = families.iter().map(|family| family.id).collect();
    let outcome = settle::settle(&numbers, &deciding::found(store, &families, &decisions)?);
    let mut settled = Settled::default();
    for (before, campaign) in outcome.campaigns.into_iter().enumerate() {
        let settle::Settled { families, state, name } = campaign;
        let counted = rules.counts(state);
        settled.campaigns.push(Counted { id: before as u32 + 1, state, counted, name, families });
    }
    let templates: BTreeMap<i64, AnswerId> = families.iter().map(|family| (family.id, family.template)).collect();
    for ((item, family), belongs) in outcome.moves {
        match (belongs, templates.get(&family)) {
            (false, Some(_)) => settled.out.push((item, family)),
            (true, Some(template)) => settled.put.extend(put(store, item, family, *template)?),
            (_, None) => {}
        }
    }
    let moved = store.keep_campaigns(&settled)?;
    store.set_stamp("campaigns-counted", &stamp)?;
    Ok(moved)
}

/// The answer of an item that joins a family because a person said so: the one to the template's question, else the longest.
/// None where the item was found to belong to it anyway.
fn put(store: &Store, item: i64, family: i64, template: AnswerId) -> Result<Option<FamilyMember>> {
    let answers = store.answers_in_words(item)?;
    for (answer, ..) in &answers {
        if store.family_of(*answer)? == Some(family) {
            return Ok(None);
        }
    }
    let question = store.answer_home(template)?.map(|(question, _)| question).unwrap_or_default();
    let best = answers.into_iter().max_by_key(|(_, of, text)| (*of == question, text.len()));
    let (Some((answer, _, text)), Some(first)) = (best, store.text_of(template)?) else { return Ok(None) };
    let own = Shared::of(&first, [], true).own(&text);
    let similarity = similarity::likeness(&first, &text);
    // Words too few for a sketch are nobody's template, and 0 is nobody's number.
    let wording = similarity::sketch(&text).map_or(0, |sketch| sketch.wording() as i64);
    Ok(Some(FamilyMember { answer, family, similarity, wording, own }))
}
