//! Responses that share a template.

use serde::{Deserialize, Serialize};

/// Number of a campaign within a consultation, from 1, in order of its first member.
pub type CampaignId = u32;

/// A campaign as found: a proposal until a person accepts it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its number.
    pub id: CampaignId,
    /// Reference of the response whose words stand for the template (the commonest text; the first of equals).
    pub template: String,
    /// Question that the template answers.
    pub question: String,
    /// Members whose words are the template's, but for spacing and case.
    pub standard: u64,
    /// Members that changed or added something.
    pub varied: u64,
}

/// One response's place in a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// Which campaign.
    pub campaign: CampaignId,
    /// Likeness to the template, 0 to 1 (Jaccard over word shingles, or containment of the template where higher).
    pub similarity: f32,
    /// Whether this response stands for the campaign when each campaign is counted once.
    pub head: bool,
}
