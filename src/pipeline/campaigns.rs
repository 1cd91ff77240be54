//! Campaigns over the whole corpus: sketches are kept with the answers, so only the comparing is done again.

use anyhow::{Result, bail};

use super::{Opened, Watch, duplicates};
use crate::corpus::Store;
use crate::model::{AnswerId, Campaign, Membership};
use crate::tagging::campaigns;
use crate::text::similarity;

/// Version of the grouping: counted up when the same sketches are grouped otherwise.
const GROUPERS: u8 = 2;

/// Fewest responses that make a campaign.
const SMALLEST_CAMPAIGN: usize = 3;

/// Fewest words of a template that so few responses can hardly have hit upon by themselves.
const TELLING_WORDS: usize = 40;

/// Responses that make a campaign of a shorter template ("I have no concerns about the Welsh language").
const MANY: usize = 10;

/// Finds responses that share a template. Returns how many sketches were compared, 0 when none changed.
///
/// # Errors
/// When the store fails.
pub fn find_campaigns(opened: &mut Opened, watch: &mut dyn Watch) -> Result<u64> {
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
    let mut sketches = Vec::new();
    let mut damaged = None;
    store.sketches(|answer, bytes| match similarity::Sketch::from_bytes(bytes) {
        Some(sketch) => sketches.push((answer as u64, sketch)),
        None => damaged = Some(answer),
    })?;
    if let Some(answer) = damaged {
        bail!("the sketch of answer {answer} is damaged; delete responses.db to read the originals anew");
    }
    let (groups, alike) = store.snapshot(|| {
        let mut groups = groups(store, &sketches);
        let alike = duplicates::alike(store, &groups)?;
        groups.retain(|group| is_campaign(store, group));
        anyhow::Ok((groups, alike))
    })?;
    let mut found = Vec::new();
    let mut members = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        let id = i as u32 + 1;
        let template = group.head as AnswerId;
        let Some((question, home)) = store.answer_home(template)? else { continue };
        let standard = group.members.iter().filter(|(_, similarity)| *similarity >= 1.0).count() as u64;
        let varied = group.members.len() as u64 - standard;
        let campaign = Campaign { id, template: format!("R-{home:05}"), question, standard, varied };
        found.push((campaign, template));
        for (member, similarity) in &group.members {
            let head = *member == group.head;
            members.push((*member as AnswerId, Membership { campaign: id, similarity: *similarity, head }));
        }
    }
    let compared = sketches.len() as u64;
    store.keep_campaigns(&found, &members)?;
    store.keep_alike(&alike)?;
    store.set_stamp("campaigns", &stamp)?;
    Ok(compared)
}

/// Groups sketches: two that are alike may be one response that came twice, more may be a campaign.
fn groups(store: &Store, sketches: &[(u64, similarity::Sketch)]) -> Vec<campaigns::Group> {
    let text_of = |answer: u64| store.text_of(answer as AnswerId).ok().flatten();
    campaigns::group(sketches, text_of, &campaigns::Settings { minimum: 2, ..campaigns::Settings::default() })
}

/// Whether a group is more than a coincidence.
fn is_campaign(store: &Store, group: &campaigns::Group) -> bool {
    let words = || {
        let text = store.text_of(group.head as AnswerId).ok().flatten();
        text.map_or(0, |text| text.split_whitespace().count())
    };
    group.members.len() >= MANY || group.members.len() >= SMALLEST_CAMPAIGN && words() >= TELLING_WORDS
}
