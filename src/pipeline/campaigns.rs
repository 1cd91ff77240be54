//! Campaigns over the whole corpus: sketches are kept with the answers, so only the comparing is done again.

use anyhow::{Context, Result};

use super::{Opened, Watch};
use crate::model::{AnswerId, Campaign, Membership};
use crate::tagging::campaigns;
use crate::text::similarity;

/// Fewest responses that make a campaign.
const SMALLEST_CAMPAIGN: usize = 3;

/// Finds responses that share a template. Returns how many sketches were compared, 0 when none changed.
///
/// # Errors
/// When the store fails.
pub fn find_campaigns(opened: &mut Opened, watch: &mut dyn Watch) -> Result<u64> {
    let store = &mut opened.store;
    let kept = store.sketches()?;
    let mut content = blake3::Hasher::new();
    for (answer, bytes) in &kept {
        content.update(&answer.to_le_bytes());
        content.update(bytes);
    }
    let stamp = content.finalize().to_hex().to_string();
    if store.stamp("campaigns")?.as_deref() == Some(&stamp) {
        return Ok(0);
    }
    watch.begins("campaigns", None);
    let mut sketches = Vec::with_capacity(kept.len());
    for (answer, bytes) in kept {
        let sketch = similarity::Sketch::from_bytes(&bytes)
            .with_context(|| format!("the sketch of answer {answer} is damaged; delete responses.db to read anew"))?;
        sketches.push((answer as u64, sketch));
    }
    let asked = &*store;
    let text_of = |answer: u64| asked.text_of(answer as AnswerId).ok().flatten();
    let wanted = campaigns::Settings { minimum: SMALLEST_CAMPAIGN, ..campaigns::Settings::default() };
    let groups = campaigns::group(&sketches, text_of, &wanted);
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
    store.set_stamp("campaigns", &stamp)?;
    Ok(compared)
}

