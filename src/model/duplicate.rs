//! Items that may be one response: why they were merged, and what a person is asked to decide.

use serde::{Deserialize, Serialize};

use super::Place;

/// Why an item counts as part of another one: a rule, or a person's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MergedWhy {
    /// Its file was received twice, byte for byte.
    SameFile,
    /// The same respondent sent the same words.
    SameWords,
    /// The organisation sent something else as well.
    Organisation,
    /// The person sent something else as well.
    Person,
    /// Nearly the same long words came by another source, and nothing speaks against one sender.
    SameBody,
    /// A person decided it.
    Decision,
}

impl MergedWhy {
    /// All of them; the rules in the order in which they are applied.
    pub const ALL: [MergedWhy; 6] = [
        MergedWhy::SameFile,
        MergedWhy::SameWords,
        MergedWhy::Organisation,
        MergedWhy::Person,
        MergedWhy::SameBody,
        MergedWhy::Decision,
    ];

    /// The word used in settings, in JSON and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            MergedWhy::SameFile => "same_file",
            MergedWhy::SameWords => "same_words",
            MergedWhy::Organisation => "organisation",
            MergedWhy::Person => "person",
            MergedWhy::SameBody => "same_body",
            MergedWhy::Decision => "decision",
        }
    }
}

impl std::str::FromStr for MergedWhy {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = MergedWhy::ALL.into_iter().find(|why| why.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is no reason for merging"))
    }
}

/// What is done with the items that a rule finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Policy {
    /// They are merged.
    Merge,
    /// They are listed for a person to decide.
    Propose,
    /// They stay apart, and nobody is asked.
    Apart,
}

/// What is done with the items that each rule finds: the `[duplicates]` table of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DuplicateRules {
    /// A file received twice.
    pub same_file: Policy,
    /// The same words of one respondent.
    pub same_words: Policy,
    /// Different submissions of one organisation.
    pub organisation: Policy,
    /// Different submissions of one person.
    pub person: Policy,
    /// Nearly the same words by two sources, where nobody said that two people sent them.
    pub same_body: Policy,
}

impl Default for DuplicateRules {
    fn default() -> Self {
        DuplicateRules {
            same_file: Policy::Merge,
            same_words: Policy::Merge,
            organisation: Policy::Merge,
            person: Policy::Propose,
            same_body: Policy::Propose,
        }
    }
}

impl DuplicateRules {
    /// What is done with the items that a rule finds.
    pub fn policy(&self, rule: MergedWhy) -> Policy {
        match rule {
            MergedWhy::SameFile => self.same_file,
            MergedWhy::SameWords => self.same_words,
            MergedWhy::Organisation => self.organisation,
            MergedWhy::Person => self.person,
            MergedWhy::SameBody => self.same_body,
            // What people decide is no setting.
            MergedWhy::Decision => Policy::Merge,
        }
    }
}

/// Something that two items say alike of who sent them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The e-mail address.
    Email,
    /// The person's name.
    Name,
    /// The organisation's name.
    Organisation,
    /// The area.
    Area,
    /// The type of respondent.
    Type,
    /// The bytes of the file.
    File,
}

impl Field {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Email => "email",
            Field::Name => "name",
            Field::Organisation => "organisation",
            Field::Area => "area",
            Field::Type => "type",
            Field::File => "file",
        }
    }
}

/// One of two items that may be one response; nothing that the respondent wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Its reference, `R-00017`.
    pub response: String,
    /// Where it came from.
    pub source: Place,
    /// ISO date received, or empty.
    pub received: String,
    /// Channel.
    pub channel: String,
}

/// Two items that a rule holds for one response, for a person to decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The later one.
    pub item: Side,
    /// The one that it would be merged into.
    pub into: Side,
    /// The rule that found them.
    pub rule: MergedWhy,
    /// What the two say alike of who sent them.
    pub agrees: Vec<Field>,
    /// Share of their words in common, 0 to 1: each word of either counts as often as it stands there.
    pub common: f32,
}

/// An item that counts as part of another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The item.
    pub item: Side,
    /// The one that it was merged into.
    pub into: Side,
    /// Why.
    pub why: MergedWhy,
}
