//! The words of the field, as types: no input or output, no clock, nothing that decides.
//!
//! A response is made of answers to questions; a tag is one theme on one passage of an answer;
//! a figure in a report is the name of a set of responses.

mod bilingual;
mod campaign;
mod care;
mod codebook;
mod consultation;
mod decision;
mod duplicate;
mod event;
mod figure;
mod frame;
mod language;
mod ledger;
mod question;
mod respondent;
mod response;
mod stance;
mod tag;
mod working_days;

pub use bilingual::{Bilingual, Locale};
pub use campaign::{
    Anchor, Campaign, CampaignDecision, CampaignId, CampaignRules, CampaignState, CampaignVerb, Membership, Template,
    Undecided,
};
pub use care::{CareEvent, CareVerb, Clocks, ConsentChange, Restriction, RestrictionKind, WorryState};
pub use codebook::{Code, CodeSet, Codebook};
pub use consultation::{Consultation, Late};
pub use decision::{Decision, ItemDecision, ItemVerb, Verb};
pub use duplicate::{DuplicateRules, Field, Merged, MergedWhy, Policy, Proposal, Side};
pub use event::{Event, EventNote, PeopleCount};
pub use figure::{Counting, Figure, FigureError};
pub use frame::{Accents, CodingFrame, Outline, Pattern, Theme, When};
pub use language::{Detected, Language, LanguageSpan};
pub use ledger::{Ledger, Problem, QuestionLine, SetAside, SourceLine};
pub use question::{Choice, Question, QuestionKind};
pub use respondent::{Consents, Respondent, RespondentType};
pub use response::{Answer, AnswerId, CodedAnswer, CodedResponse, InView, Place, Response, Substance};
pub use stance::{Basis, Stance, StanceConflict, StanceFound};
pub use tag::{Origin, Span, Tag};
pub use working_days::{is_bank_holiday, is_working_day, local_date, working_days_after};
