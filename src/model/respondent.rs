//! Who answered, and what they allowed.

use serde::{Deserialize, Serialize};

use super::Bilingual;

/// A kind of respondent, as the consultation names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RespondentType {
    /// `local-authority`.
    pub code: String,
    /// Singular name in both languages, as used to attribute a quotation.
    pub label: Bilingual,
    /// Whether such respondents are organisations.
    #[serde(default)]
    pub organisation: bool,
    /// Whether such respondents are children or young people, whose words have a chapter of their own.
    #[serde(default)]
    pub young: bool,
    /// Wordings seen in exports.
    #[serde(default)]
    pub also: Vec<String>,
}

/// Four separate consents; each is no unless it was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consents {
    /// The response may be published.
    pub publish: bool,
    /// The respondent may be named.
    pub name: bool,
    /// Words may be quoted.
    pub quote: bool,
    /// The respondent may be contacted.
    pub contact: bool,
}

/// Who answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Respondent {
    /// Code of a [`RespondentType`], or empty when nobody said.
    pub kind: String,
    /// Name of a person, when given. Never shown.
    pub name: String,
    /// Name of the organisation, when it is one.
    pub organisation: String,
    /// Address for replies, when given. Never shown.
    pub email: String,
    /// Local authority area or region, when given.
    pub area: String,
    /// What they allowed.
    pub consents: Consents,
}
