//! Items out of general view: why, since when, what was done about them, and by when the next step is due.
//!
//! The clocks follow the Wales Safeguarding Procedures: a report by telephone is confirmed in writing within 24 hours, and
//! whoever has heard nothing within seven working days of it asks again (safeguarding.wales, "Making a report"). The program
//! keeps the time and the log; it reports to nobody and decides nothing.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::working_days::{local_date, working_days_after};

/// Hours within which a report is confirmed in writing.
const CONFIRM_HOURS: i64 = 24;
/// Working days after which a report that nobody acknowledged is asked after.
const ACKNOWLEDGE_DAYS: u32 = 7;

/// Why an item is out of general view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RestrictionKind {
    /// Somebody is worried about a person.
    Safeguarding,
    /// A claim or a review may need it.
    Legal,
    /// A request for information covers it.
    Foi,
    /// The respondent took it back; it is not analysed.
    Withdrawn,
    /// Another reason, which the note gives.
    Other,
}

impl RestrictionKind {
    /// All of them.
    pub const ALL: [RestrictionKind; 5] = [
        RestrictionKind::Safeguarding,
        RestrictionKind::Legal,
        RestrictionKind::Foi,
        RestrictionKind::Withdrawn,
        RestrictionKind::Other,
    ];

    /// The word used in the store and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            RestrictionKind::Safeguarding => "safeguarding",
            RestrictionKind::Legal => "legal",
            RestrictionKind::Foi => "foi",
            RestrictionKind::Withdrawn => "withdrawn",
            RestrictionKind::Other => "other",
        }
    }

    /// Whether what it holds must not be erased while it stands.
    pub fn is_hold(self) -> bool {
        matches!(self, RestrictionKind::Safeguarding | RestrictionKind::Legal | RestrictionKind::Foi)
    }
}

impl std::str::FromStr for RestrictionKind {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = RestrictionKind::ALL.into_iter().find(|kind| kind.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is none of safeguarding, legal, foi, withdrawn, other"))
    }
}

/// What was done about an item out of general view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CareVerb {
    /// It was taken out of general view.
    Restrict,
    /// It came back into general view.
    Release,
    /// A word of explanation.
    Note,
    /// Reported by telephone to the local authority or the police.
    Referred,
    /// The report was confirmed in writing.
    Confirmed,
    /// Whoever it was reported to said that they have it.
    Acknowledged,
    /// Nothing more is to be done.
    Close,
    /// A lead read the words.
    Seen,
}

impl CareVerb {
    /// All of them.
    pub const ALL: [CareVerb; 8] = [
        CareVerb::Restrict,
        CareVerb::Release,
        CareVerb::Note,
        CareVerb::Referred,
        CareVerb::Confirmed,
        CareVerb::Acknowledged,
        CareVerb::Close,
        CareVerb::Seen,
    ];

    /// The word used in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            CareVerb::Restrict => "restrict",
            CareVerb::Release => "release",
            CareVerb::Note => "note",
            CareVerb::Referred => "referred",
            CareVerb::Confirmed => "confirmed",
            CareVerb::Acknowledged => "acknowledged",
            CareVerb::Close => "close",
            CareVerb::Seen => "seen",
        }
    }
}

impl std::str::FromStr for CareVerb {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = CareVerb::ALL.into_iter().find(|verb| verb.as_str() == word);
        known.ok_or_else(|| format!("`{word}` is nothing that is done about an item"))
    }
}

/// One thing done about an item, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CareEvent {
    /// When, as RFC 3339.
    pub at: String,
    /// Who did it.
    pub person: String,
    /// What was done.
    pub verb: CareVerb,
    /// In the words of whoever did it, never the respondent's.
    pub note: String,
}

/// An item out of general view, or that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Restriction {
    /// Its number in the store.
    pub id: i64,
    /// Row number of the item as it arrived.
    #[serde(skip)]
    pub item: i64,
    /// Reference of the item, `R-00042`.
    pub response: String,
    /// The question whose answer is meant; none for the whole response.
    pub question: Option<String>,
    /// Why.
    pub kind: RestrictionKind,
    /// Everything done about it, oldest first; the first is what began it.
    pub log: Vec<CareEvent>,
}

/// How far a worry has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WorryState {
    /// Raised; nothing was done yet.
    Open,
    /// Reported by telephone.
    Referred,
    /// Confirmed in writing.
    Confirmed,
    /// Acknowledged by whoever it was reported to.
    Acknowledged,
    /// Nothing more is to be done.
    Closed,
}

impl WorryState {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            WorryState::Open => "open",
            WorryState::Referred => "referred",
            WorryState::Confirmed => "confirmed",
            WorryState::Acknowledged => "acknowledged",
            WorryState::Closed => "closed",
        }
    }
}

/// Where the two clocks of a worry stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// When the report has to be confirmed in writing, as RFC 3339: 24 hours after it was made, or after the worry was
    /// raised as long as no report was.
    pub confirm_by: String,
    /// Whether that moment has passed without a confirmation.
    pub confirm_overdue: bool,
    /// The last day to wait for an acknowledgement: the seventh working day after the report.
    pub acknowledge_by: String,
    /// Whether that day has passed without one.
    pub acknowledge_overdue: bool,
}

impl Restriction {
    /// Whether the item is out of general view now.
    pub fn stands(&self) -> bool {
        self.cleared().is_none()
    }

    /// What brought it back into general view, if anything did.
    pub fn cleared(&self) -> Option<&CareEvent> {
        self.last(CareVerb::Release)
    }

    /// What began it. A restriction without a beginning is none that the store hands out.
    pub fn began(&self) -> Option<&CareEvent> {
        self.log.first()
    }

    /// How far it has come.
    pub fn state(&self) -> WorryState {
        let steps = [
            (CareVerb::Release, WorryState::Closed),
            (CareVerb::Close, WorryState::Closed),
            (CareVerb::Acknowledged, WorryState::Acknowledged),
            (CareVerb::Confirmed, WorryState::Confirmed),
            (CareVerb::Referred, WorryState::Referred),
        ];
        let done = |verb: CareVerb| self.round().iter().any(|event| event.verb == verb);
        steps.into_iter().find(|(verb, _)| done(*verb)).map_or(WorryState::Open, |(_, state)| state)
    }

    /// The clocks at a moment; `holidays` are days off beyond the bank holidays that follow a rule. None when nothing more
    /// is to be done, or when a date of the log cannot be read.
    pub fn clocks(&self, now: Timestamp, holidays: &[Date]) -> Option<Clocks> {
        let state = self.state();
        if state == WorryState::Closed {
            return None;
        }
        // Reporting twice does not give more time.
        let round = self.round();
        let referred = round.iter().find(|event| event.verb == CareVerb::Referred);
        let begun = referred.or(round.first())?.at.parse::<Timestamp>().ok()?;
        let confirm_by = begun.checked_add(SignedDuration::from_hours(CONFIRM_HOURS)).ok()?;
        let acknowledge_by = working_days_after(local_date(begun), ACKNOWLEDGE_DAYS, holidays);
        Some(Clocks {
            confirm_by: confirm_by.to_string(),
            confirm_overdue: state < WorryState::Confirmed && now > confirm_by,
            acknowledge_by: acknowledge_by.to_string(),
            acknowledge_overdue: state < WorryState::Acknowledged && local_date(now) > acknowledge_by,
        })
    }

    /// The log from where somebody raised it again after it was closed; all of it where nobody did.
    fn round(&self) -> &[CareEvent] {
        let closed = self.log.iter().rposition(|event| event.verb == CareVerb::Close).map_or(0, |at| at + 1);
        let again = self.log[closed..].iter().position(|event| event.verb == CareVerb::Restrict);
        again.map_or(&self.log[..], |at| &self.log[closed + at..])
    }

    fn last(&self, verb: CareVerb) -> Option<&CareEvent> {
        self.log.iter().rfind(|event| event.verb == verb)
    }
}

/// What a person changed of what a respondent allows; none where a consent stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ConsentChange {
    /// When, as RFC 3339.
    pub at: String,
    /// Who wrote it down.
    pub person: String,
    /// Reference of the item.
    pub response: String,
    /// To publish the response.
    pub publish: Option<bool>,
    /// To name the respondent.
    pub name: Option<bool>,
    /// To quote the words.
    pub quote: Option<bool>,
    /// To contact the respondent.
    pub contact: Option<bool>,
    /// Why, in the words of whoever wrote it down.
    pub because: String,
}
