//! Responses that share a template, and what people decided about them.

use serde::{Deserialize, Serialize};

use super::Language;

/// Number of a campaign within a consultation, from 1, in order of its first member.
pub type CampaignId = u32;

/// What people said of a campaign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CampaignState {
    /// Found, and nobody decided.
    #[default]
    Proposed,
    /// A person says that it is one.
    Accepted,
    /// A person says that it is none: it changes no count.
    Dismissed,
}

impl CampaignState {
    /// All of them.
    pub const ALL: [CampaignState; 3] = [CampaignState::Proposed, CampaignState::Accepted, CampaignState::Dismissed];

    /// The word used in JSON and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            CampaignState::Proposed => "proposed",
            CampaignState::Accepted => "accepted",
            CampaignState::Dismissed => "dismissed",
        }
    }
}

impl std::str::FromStr for CampaignState {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = CampaignState::ALL.into_iter().find(|state| state.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is none of proposed, accepted, dismissed"))
    }
}

/// The `[campaigns]` table of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CampaignRules {
    /// What is done with campaigns that nobody decided about; they count, unless set.
    pub undecided: Undecided,
}

/// What is done with campaigns that nobody decided about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Undecided {
    /// They count as campaigns.
    #[default]
    Count,
    /// They count as responses like any other until somebody accepts them.
    Wait,
}

impl CampaignRules {
    /// Whether a campaign of this state makes a difference between the three counts.
    pub fn counts(&self, state: CampaignState) -> bool {
        match state {
            CampaignState::Proposed => self.undecided == Undecided::Count,
            CampaignState::Accepted => true,
            CampaignState::Dismissed => false,
        }
    }
}

/// A campaign: found, and decided about by people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its number.
    pub id: CampaignId,
    /// What people said of it.
    pub state: CampaignState,
    /// Whether the three counts differ by it.
    pub counted: bool,
    /// What people call it, such as the organiser's name; empty when nobody named it.
    pub name: String,
    /// Reference of the response whose words stand for the template: the first with the commonest wording.
    pub template: String,
    /// Question that the template answers.
    pub question: String,
    /// Members whose words are the template's, but for spacing, case and punctuation.
    pub standard: u64,
    /// Members that changed or added something.
    pub varied: u64,
    /// Those of the varied who wrote passages of their own.
    pub own: u64,
    /// Its templates, the commonest first: several where people linked campaigns, such as one letter in two languages.
    pub templates: Vec<Template>,
}

/// One text that members of a campaign share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// Reference of the response whose words stand for it.
    pub response: String,
    /// Question that it answers.
    pub question: String,
    /// Its language.
    pub language: Language,
    /// Members whose words are the same.
    pub standard: u64,
    /// Members that changed or added something.
    pub varied: u64,
    /// Those of the varied who wrote passages of their own.
    pub own: u64,
}

/// One answer's place in a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// Which campaign.
    pub campaign: CampaignId,
    /// Likeness to the template, 0 to 1 (Jaccard over word shingles, or containment of the template where higher).
    pub similarity: f32,
    /// Whether this response stands for the campaign when each campaign is counted once.
    pub head: bool,
    /// What people said of the campaign.
    pub state: CampaignState,
    /// Whether the three counts differ by it.
    pub counted: bool,
}

/// What was decided about a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CampaignVerb {
    /// It is a campaign.
    Accept,
    /// It is none.
    Dismiss,
    /// It has a name.
    Name,
    /// It and another are one.
    Link,
    /// It is one with no other.
    Unlink,
    /// A response belongs to it.
    Put,
    /// A response does not belong to it.
    Out,
    /// The last thing decided about it is taken back.
    Undo,
}

impl CampaignVerb {
    /// All of them.
    pub const ALL: [CampaignVerb; 8] = [
        CampaignVerb::Accept,
        CampaignVerb::Dismiss,
        CampaignVerb::Name,
        CampaignVerb::Link,
        CampaignVerb::Unlink,
        CampaignVerb::Put,
        CampaignVerb::Out,
        CampaignVerb::Undo,
    ];

    /// The word used on the command line and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            CampaignVerb::Accept => "accept",
            CampaignVerb::Dismiss => "dismiss",
            CampaignVerb::Name => "name",
            CampaignVerb::Link => "link",
            CampaignVerb::Unlink => "unlink",
            CampaignVerb::Put => "put",
            CampaignVerb::Out => "out",
            CampaignVerb::Undo => "undo",
        }
    }
}

impl std::str::FromStr for CampaignVerb {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = CampaignVerb::ALL.into_iter().find(|verb| verb.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is none of accept, dismiss, name, link, unlink, put, out, undo"))
    }
}

/// What a template is known by when campaigns are found anew: numbers change, and a new wording may become the commonest.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// Hashes of the words of the template and of the commonest other members, the template's first.
    pub wordings: Vec<i64>,
    /// The template's sketch, to find it by likeness when all those wordings are gone.
    pub sketch: Vec<u8>,
}

/// One decision of one person about a campaign as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignDecision {
    /// Its number; 0 before it was kept.
    pub id: i64,
    /// Number of the first decision of the same act: an act on linked campaigns is one decision for each template. 0 before
    /// it was kept.
    pub act: i64,
    /// When, as RFC 3339.
    pub at: String,
    /// Who decided.
    pub person: String,
    /// What was decided.
    pub verb: CampaignVerb,
    /// About which campaign.
    pub anchor: Anchor,
    /// The other campaign, of `link`.
    pub other: Option<Anchor>,
    /// Number of the item, of `put` and `out`.
    pub item: Option<i64>,
    /// The name, of `name`.
    pub name: String,
    /// The act taken back, of `undo`.
    pub undoes: Option<i64>,
    /// A word of explanation.
    pub note: String,
}
