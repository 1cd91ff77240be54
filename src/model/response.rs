//! One submission and its answers.

use serde::{Deserialize, Serialize};

use super::{
    Basis, CampaignState, Detected, Membership, Respondent, RestrictionKind, Span, Stance, StanceConflict, StanceFound,
    Tag,
};

/// Row number of an answer in the store; stays with it for life.
pub type AnswerId = i64;

/// Where something came from: a file and a row, line or page in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Path below `received/`, or the address it was fetched from.
    pub file: String,
    /// `row 17`, `line 3`, `page 2`; empty when it is the whole file.
    pub place: String,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.place.is_empty() {
            return f.write_str(&self.file);
        }
        write!(f, "{}, {}", self.file, self.place)
    }
}

/// What there is in an open answer for a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Substance {
    /// Words to analyse.
    #[default]
    Words,
    /// Only points at an attached document ("see attached").
    Attachment,
    /// Says that there is nothing to say ("no comment", "dim sylw", "n/a").
    Nothing,
    /// An earlier message repeated in this one: kept, and nobody's answer.
    Quoted,
    /// Signature, letterhead or disclaimer: says who writes, not what they think.
    Signature,
}

impl Substance {
    /// The word used in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Substance::Words => "words",
            Substance::Attachment => "attachment",
            Substance::Nothing => "nothing",
            Substance::Quoted => "quoted",
            Substance::Signature => "signature",
        }
    }

    /// Whether the respondent says it in answer to the question; what is repeated or signed below is kept and shown,
    /// and neither counted, tagged, searched nor quoted.
    pub fn is_said(self) -> bool {
        !matches!(self, Substance::Quoted | Substance::Signature)
    }
}

impl std::str::FromStr for Substance {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(match word {
            "words" => Substance::Words,
            "attachment" => Substance::Attachment,
            "nothing" => Substance::Nothing,
            "quoted" => Substance::Quoted,
            "signature" => Substance::Signature,
            _ => return Err(format!("`{word}` is none of words, attachment, nothing, quoted, signature")),
        })
    }
}

/// What a response says to one question. Blank answers are not kept as answers; the ledger counts them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Its number in the store.
    pub id: AnswerId,
    /// Question it answers.
    pub question: String,
    /// Exactly what was written, as decoded; for a closed question, the cell as it stood.
    pub text: String,
    /// Codes of the options chosen, for a closed question.
    pub chosen: Vec<String>,
    /// What there is in it.
    pub substance: Substance,
    /// Language, as a whole and by passage.
    pub language: Detected,
    /// Where the words came from, which differs from the response's place when two submissions were merged.
    pub place: Place,
}

/// One submission by one respondent over one channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Response {
    /// Its reference, `R-00042`: the number it got on arrival.
    pub id: String,
    /// Who answered.
    pub respondent: Respondent,
    /// `form`, `e-mail`, `letter`, `easy read`, `hard copy`… as the consultation's sources name it.
    pub channel: String,
    /// ISO date received, when known.
    pub received: String,
    /// Where it came from.
    pub place: Place,
    /// References of later submissions of the same respondent that were merged into this one.
    pub merged: Vec<String>,
    /// Why the whole of it is out of general view, if it is.
    pub restricted: Option<RestrictionKind>,
}

/// An answer with what was found in it, people's decisions applied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedAnswer {
    /// The answer.
    pub answer: Answer,
    /// Its tags, in order of place, then theme.
    pub tags: Vec<Tag>,
    /// Its stance, where its question is about the proposal.
    pub stance: Option<StanceFound>,
    /// Its campaign, where it shares a template.
    pub campaign: Option<Membership>,
    /// Answers of merged submissions with the same words, which it stands for: what was decided on them holds of it.
    pub also: Vec<AnswerId>,
    /// Passages that somebody decided on with a code of which a person has yet to say what it means now.
    pub waits: Vec<Span>,
    /// Passages that a member of a campaign wrote beside the template or instead of it, in order; empty for others, whose
    /// words are all their own.
    pub own: Vec<Span>,
    /// Why it is out of general view, if it is: by itself, or with the whole response.
    pub restricted: Option<RestrictionKind>,
}

/// An answer that may be seen by whoever works on the consultation. [`CodedAnswer::in_view`] is the only maker, so that
/// what asks for it cannot be given words that are out of general view.
#[derive(Clone, Copy, Debug)]
pub struct InView<'a>(&'a CodedAnswer);

impl std::ops::Deref for InView<'_> {
    type Target = CodedAnswer;

    fn deref(&self) -> &CodedAnswer {
        self.0
    }
}

impl CodedAnswer {
    /// Whether a passage lies in the respondent's own words rather than in a campaign's template; a passage across both is
    /// the respondent's.
    pub fn is_own(&self, passage: Span) -> bool {
        let is_templates = self.campaign.is_some_and(|member| member.state != CampaignState::Dismissed);
        !is_templates || self.own.iter().any(|own| own.overlaps(&passage))
    }

    /// The answer for whoever works on the consultation; none when it is out of general view.
    pub fn in_view(&self) -> Option<InView<'_>> {
        self.restricted.is_none().then_some(InView(self))
    }

    /// Takes the words away from what is out of general view. What can be counted stays: options, tags, stance.
    fn withhold(&mut self) {
        if self.restricted.is_none() {
            return;
        }
        self.answer.text.clear();
        self.tags.iter_mut().for_each(|tag| tag.words.clear());
        if let Some(stance) = &mut self.stance {
            stance.words.clear();
        }
    }
}

/// A response as the later rooms see it: whole, coded, counted once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedResponse {
    /// The submission.
    pub response: Response,
    /// Its answers in order of question, then arrival.
    pub answers: Vec<CodedAnswer>,
}

impl CodedResponse {
    /// Takes away the words, and of a response that is out of general view as a whole also who sent it. What can be counted
    /// stays, so that the figures of a report do not depend on what people worry about.
    #[must_use]
    pub fn withheld(mut self) -> Self {
        if self.response.restricted.is_some() {
            let who = &mut self.response.respondent;
            who.name.clear();
            who.organisation.clear();
            who.email.clear();
        }
        self.answers.iter_mut().for_each(CodedAnswer::withhold);
        self
    }

    /// Whether every answer is out of general view.
    pub fn is_out_of_view(&self) -> bool {
        self.response.restricted.is_some()
    }
    /// The campaign that this response counts under: that of its first answer that shares a template.
    pub fn campaign(&self) -> Option<Membership> {
        self.answers.iter().find_map(|answer| answer.campaign.filter(|member| member.counted))
    }

    /// Whether the words of an answer are for the proposal where the box ticked at `question` is against it, or the
    /// reverse. Support with conditions contradicts neither.
    pub fn conflict(&self, answer: &CodedAnswer, question: &str) -> Option<StanceConflict> {
        let words = answer.stance.as_ref().filter(|found| found.kind != Basis::Ticked)?.value;
        let ticked = self.answers.iter().filter(|other| other.answer.question == question);
        let ticked = ticked.filter_map(|other| other.stance.as_ref()).filter(|found| found.kind == Basis::Ticked);
        let opposite = |ticked: Stance| {
            matches!((ticked, words), (Stance::Support, Stance::Oppose) | (Stance::Oppose, Stance::Support))
        };
        let ticked = ticked.map(|found| found.value).find(|ticked| opposite(*ticked))?;
        Some(StanceConflict { question: question.to_owned(), ticked, words })
    }
}
