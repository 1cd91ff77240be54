//! A figure of a report is the name of a set of responses: counting is asking how many are in it,
//! tracing is listing them. Both ask [`Figure::holds`], so they cannot disagree.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{CampaignId, CodedAnswer, CodedResponse, CodingFrame, Language, Stance, Substance, Tag};

/// How members of campaigns are counted. Reports print all three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Every response.
    #[default]
    All,
    /// Without members of campaigns.
    Without,
    /// Each campaign as one response.
    Once,
}

impl Counting {
    /// All three, in the order of tables.
    pub const ALL: [Counting; 3] = [Counting::All, Counting::Without, Counting::Once];

    fn counts(self, response: &CodedResponse) -> bool {
        match (self, response.campaign()) {
            (Counting::All, _) | (_, None) => true,
            (Counting::Without, Some(_)) => false,
            (Counting::Once, Some(member)) => member.head,
        }
    }
}

/// The name of a set of responses. Each part that is given narrows the set; parts about answers must hold of
/// one and the same answer.
///
/// Written as parts joined by `/`, in this order, `responses` when there are none:
/// `question:1.1/theme:T03.4/stance:mixed/against:1/option:agree/substance:attachment/language:cy/type:local-authority/channel:form/area:Gwynedd/campaign:1/words:own/campaigns:once`.
/// `question` alone means "answered that question". A theme counts where it or one of its sub-themes was tagged.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure {
    /// Has an answer to this question.
    pub question: Option<String>,
    /// …tagged with this theme or one below it in the frame.
    pub theme: Option<String>,
    /// …of this stance.
    pub stance: Option<Stance>,
    /// …whose words point the other way from the box ticked at this question.
    pub against: Option<String>,
    /// …with this option ticked.
    pub option: Option<String>,
    /// …of this substance.
    pub substance: Option<Substance>,
    /// …in this language.
    pub language: Option<Language>,
    /// By a respondent of this type; empty for those who did not say.
    pub kind: Option<String>,
    /// Over this channel.
    pub channel: Option<String>,
    /// From this area; empty for those who did not say.
    pub area: Option<String>,
    /// Of this campaign, where it counts.
    pub campaign: Option<CampaignId>,
    /// …in the respondent's own words rather than in a campaign's template: the theme or, without a theme, anything beside
    /// the template.
    pub own: bool,
    /// How campaigns count.
    pub counting: Counting,
}

/// A figure's name that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{part}` is not a part of a figure's name: {why}")]
pub struct FigureError {
    part: String,
    why: String,
}

impl Figure {
    /// All responses.
    pub fn responses() -> Self {
        Figure::default()
    }

    /// Those who answered a question.
    pub fn answered(question: &str) -> Self {
        Figure { question: Some(question.to_owned()), ..Figure::default() }
    }

    /// The same set, of those tagged with a theme.
    pub fn theme(&self, code: &str) -> Self {
        Figure { theme: Some(code.to_owned()), ..self.clone() }
    }

    /// The same set, of one stance.
    pub fn stance(&self, stance: Stance) -> Self {
        Figure { stance: Some(stance), ..self.clone() }
    }

    /// The same set, of those whose words point the other way from the box ticked at a question.
    pub fn against(&self, question: &str) -> Self {
        Figure { against: Some(question.to_owned()), ..self.clone() }
    }

    /// The same set, of one option.
    pub fn option(&self, code: &str) -> Self {
        Figure { option: Some(code.to_owned()), ..self.clone() }
    }

    /// The same set, by one type of respondent.
    pub fn of_type(&self, code: &str) -> Self {
        Figure { kind: Some(code.to_owned()), ..self.clone() }
    }

    /// The same set, with campaigns counted another way.
    pub fn counting(&self, counting: Counting) -> Self {
        Figure { counting, ..self.clone() }
    }

    /// Whether a response is in the set, with the themes of a frame.
    pub fn holds(&self, frame: &CodingFrame, response: &CodedResponse) -> bool {
        let of = &response.response;
        self.kind.as_ref().is_none_or(|kind| *kind == of.respondent.kind)
            && self.channel.as_ref().is_none_or(|channel| *channel == of.channel)
            && self.area.as_ref().is_none_or(|area| *area == of.respondent.area)
            && self.campaign.is_none_or(|id| response.campaign().is_some_and(|member| member.campaign == id))
            && self.counting.counts(response)
            && (!self.is_about_answers()
                || response.answers.iter().any(|answer| self.holds_in(frame, response, answer)))
    }

    /// Whether an answer of a response is one of those that put it into the set.
    pub fn holds_in(&self, frame: &CodingFrame, response: &CodedResponse, answer: &CodedAnswer) -> bool {
        self.holds_of(frame, answer)
            && self.against.as_ref().is_none_or(|question| response.conflict(answer, question).is_some())
    }

    /// As [`Figure::holds_in`], by what the answer alone can show.
    fn holds_of(&self, frame: &CodingFrame, coded: &CodedAnswer) -> bool {
        let answer = &coded.answer;
        // What is only repeated or signed puts nobody into a set, but for the set of such.
        (answer.substance.is_said() || self.substance.is_some())
            && self.question.as_ref().is_none_or(|question| *question == answer.question)
            && self.theme.as_ref().is_none_or(|theme| {
                let is_meant = |tag: &Tag| frame.is_within(&tag.theme, theme) && (!self.own || coded.is_own(tag.span));
                coded.tags.iter().any(is_meant)
            })
            && (!self.own || self.theme.is_some() || !coded.own.is_empty())
            && self.stance.is_none_or(|stance| coded.stance.as_ref().is_some_and(|found| found.value == stance))
            && self.option.as_ref().is_none_or(|option| answer.chosen.contains(option))
            && self.substance.is_none_or(|substance| answer.substance == substance)
            && self.language.is_none_or(|language| answer.language.language == language)
    }

    fn is_about_answers(&self) -> bool {
        self.question.is_some()
            || self.theme.is_some()
            || self.stance.is_some()
            || self.against.is_some()
            || self.option.is_some()
            || self.substance.is_some()
            || self.language.is_some()
            || self.own
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        let mut part = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                parts.push(format!("{key}:{}", escape(value)));
            }
        };
        part("question", self.question.as_deref());
        part("theme", self.theme.as_deref());
        part("stance", self.stance.map(Stance::as_str));
        part("against", self.against.as_deref());
        part("option", self.option.as_deref());
        part("substance", self.substance.map(Substance::as_str));
        part("language", self.language.map(Language::as_str));
        part("type", self.kind.as_deref());
        part("channel", self.channel.as_deref());
        part("area", self.area.as_deref());
        part("campaign", self.campaign.map(|id| id.to_string()).as_deref());
        part("words", self.own.then_some("own"));
        match self.counting {
            Counting::All => {}
            Counting::Without => parts.push("campaigns:without".to_owned()),
            Counting::Once => parts.push("campaigns:once".to_owned()),
        }
        f.write_str(&if parts.is_empty() { "responses".to_owned() } else { parts.join("/") })
    }
}

impl FromStr for Figure {
    type Err = FigureError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut figure = Figure::default();
        if name.trim() == "responses" {
            return Ok(figure);
        }
        for part in name.trim().split('/') {
            let wrong = |why: String| FigureError { part: part.to_owned(), why };
            let (key, value) = part
                .split_once(':')
                .ok_or_else(|| wrong("write it as `question:1.1/theme:T03`, or `responses` for all".to_owned()))?;
            let value = unescape(value);
            match key {
                "question" => figure.question = Some(value),
                "theme" => figure.theme = Some(value),
                "stance" => figure.stance = Some(value.parse().map_err(wrong)?),
                "against" => figure.against = Some(value),
                "option" => figure.option = Some(value),
                "substance" => figure.substance = Some(value.parse().map_err(wrong)?),
                "language" => figure.language = Some(value.parse().map_err(wrong)?),
                "type" => figure.kind = Some(value),
                "channel" => figure.channel = Some(value),
                "area" => figure.area = Some(value),
                "campaign" => {
                    let number = value.parse().map_err(|_| wrong("a campaign has a number".to_owned()))?;
                    figure.campaign = Some(number);
                }
                "words" if value == "own" => figure.own = true,
                "words" => return Err(wrong("words are `own`, or the part is left out".to_owned())),
                "campaigns" => {
                    figure.counting = match value.as_str() {
                        "all" => Counting::All,
                        "without" => Counting::Without,
                        "once" => Counting::Once,
                        _ => return Err(wrong("campaigns are counted `all`, `without` or `once`".to_owned())),
                    }
                }
                _ => {
                    return Err(wrong(
                        "its parts are question, theme, stance, against, option, substance, language, type, channel, area, campaign, words, campaigns"
                            .to_owned(),
                    ));
                }
            }
        }
        Ok(figure)
    }
}

/// A value may hold the sign between parts; it is written as `%2F`, and `%` as `%25`.
fn escape(value: &str) -> String {
    value.replace('%', "%25").replace('/', "%2F")
}

fn unescape(value: &str) -> String {
    value.replace("%2F", "/").replace("%25", "%")
}
