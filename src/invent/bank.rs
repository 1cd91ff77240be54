//! The bank of phrases: read once from the files under `bank/`, kept by theme, language and voice.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Bilingual, RespondentType};

use super::InventError;
use super::places::Places;
use super::template::Template;

/// Files of phrases about themes, by language.
const THEMES: [(&str, Tongue, &str); 8] = [
    ("en/t01-t03.toml", Tongue::En, include_str!("bank/en/t01-t03.toml")),
    ("en/t04-t07.toml", Tongue::En, include_str!("bank/en/t04-t07.toml")),
    ("en/t08-t12.toml", Tongue::En, include_str!("bank/en/t08-t12.toml")),
    ("en/young.toml", Tongue::En, include_str!("bank/en/young.toml")),
    ("cy/t01-t03.toml", Tongue::Cy, include_str!("bank/cy/t01-t03.toml")),
    ("cy/t04-t07.toml", Tongue::Cy, include_str!("bank/cy/t04-t07.toml")),
    ("cy/t08-t12.toml", Tongue::Cy, include_str!("bank/cy/t08-t12.toml")),
    ("cy/young.toml", Tongue::Cy, include_str!("bank/cy/young.toml")),
];

const JOINS: [(&str, &str); 2] =
    [("en/joins.toml", include_str!("bank/en/joins.toml")), ("cy/joins.toml", include_str!("bank/cy/joins.toml"))];

const CAMPAIGN: &str = include_str!("bank/campaign.toml");
const TYPES: &str = include_str!("bank/types.toml");

/// A language that words are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    En,
    Cy,
}

/// Who speaks: the same worry sounds different from a council and from a neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Voice {
    Young,
    Plain,
    Work,
    Org,
    Council,
    Provider,
}

impl Voice {
    const ALL: [Voice; 6] = [Voice::Young, Voice::Plain, Voice::Work, Voice::Org, Voice::Council, Voice::Provider];

    /// Whether it is the voice of a body rather than a person.
    pub(super) fn is_body(self) -> bool {
        matches!(self, Voice::Org | Voice::Council | Voice::Provider)
    }
}

/// Sentences about one theme, by who could say them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Said {
    /// Anyone but a child.
    any: Vec<String>,
    plain: Vec<String>,
    /// Carers and people who work with children.
    work: Vec<String>,
    org: Vec<String>,
    council: Vec<String>,
    provider: Vec<String>,
    young: Vec<String>,
}

/// A kind of respondent and how it answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub(super) code: String,
    pub(super) label: Bilingual,
    pub(super) also: Vec<String>,
    #[serde(default)]
    pub(super) organisation: bool,
    #[serde(default)]
    pub(super) young: bool,
    /// Speaks of having been in care.
    #[serde(default)]
    pub(super) own: bool,
    pub(super) voice: Voice,
    pub(super) weight: f64,
    pub(super) stance: [f64; 4],
    #[serde(default)]
    pub(super) themes: BTreeMap<String, f64>,
    /// Patterns for the names of such bodies, English and Welsh.
    #[serde(default)]
    pub(super) names: Vec<[String; 2]>,
}

impl Kind {
    /// What an export in English or Welsh calls it.
    pub(super) fn in_export(&self, welsh: bool) -> &str {
        self.also.get(usize::from(welsh)).map_or(self.label.en.as_str(), String::as_str)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    r#type: Vec<Kind>,
}

/// The campaign's letter and what people do with it.
#[derive(Debug)]
pub(super) struct CampaignLetter {
    /// Paragraphs of the standard text.
    pub(super) letter: Vec<String>,
    /// Small changes: words of the letter and what stands in their place.
    pub(super) edits: Vec<[String; 2]>,
    /// Written above the letter.
    pub(super) before: Vec<Template>,
    /// Written below it.
    pub(super) after: Vec<Template>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CampaignText {
    letter: Vec<String>,
    edits: Vec<[String; 2]>,
    before: Vec<String>,
    after: Vec<String>,
}

/// Everything that can be said, compiled.
pub(super) struct Bank {
    pub(super) kinds: Vec<Kind>,
    pub(super) places: Places,
    pub(super) campaign: CampaignLetter,
    /// Codes of themes in order.
    pub(super) themes: Vec<String>,
    /// All sentences; the pools hold places in it.
    pub(super) sentences: Vec<Template>,
    /// By theme, then language, then voice.
    pools: Vec<[[Vec<u32>; 6]; 2]>,
    /// Openings, links, endings and asides by language and name.
    joins: [BTreeMap<String, Vec<Template>>; 2],
}

impl Bank {
    /// Reads the files of the bank, which are part of the program.
    ///
    /// # Errors
    /// When one of them is malformed: a fault of the program, which a test would have found.
    pub(super) fn load() -> Result<Bank, InventError> {
        let kinds = parse::<Kinds>("types.toml", TYPES)?.r#type;
        let (themes, sentences, pools) = themes()?;
        for kind in &kinds {
            if let Some(code) = kind.themes.keys().find(|code| !themes.contains(code)) {
                return Err(InventError::Bank { file: "types.toml", reason: format!("nothing is said of `{code}`") });
            }
        }
        let mut joins = [BTreeMap::new(), BTreeMap::new()];
        for (held, (file, text)) in joins.iter_mut().zip(JOINS) {
            for (name, texts) in parse::<BTreeMap<String, Vec<String>>>(file, text)? {
                held.insert(name, compile(file, &texts)?);
            }
        }
        let text: CampaignText = parse("campaign.toml", CAMPAIGN)?;
        let campaign = CampaignLetter {
            before: compile("campaign.toml", &text.before)?,
            after: compile("campaign.toml", &text.after)?,
            letter: text.letter,
            edits: text.edits,
        };
        Ok(Bank { kinds, places: Places::load()?, campaign, themes, sentences, pools, joins })
    }

    /// Sentences that a voice may say about a theme.
    pub(super) fn pool(&self, theme: usize, tongue: Tongue, voice: Voice) -> &[u32] {
        &self.pools[theme][tongue as usize][voice as usize]
    }

    /// Openings, links and the like by name; none when the bank has no such list.
    pub(super) fn joins(&self, tongue: Tongue, name: &str) -> &[Template] {
        self.joins[tongue as usize].get(name).map_or(&[], Vec::as_slice)
    }

    /// The place of a theme in [`Bank::themes`].
    pub(super) fn theme(&self, code: &str) -> Option<usize> {
        self.themes.iter().position(|theme| theme == code)
    }

    /// The kinds of respondent as settings hold them.
    pub(super) fn respondent_types(&self) -> Vec<RespondentType> {
        self.kinds
            .iter()
            .map(|kind| RespondentType {
                code: kind.code.clone(),
                label: kind.label.clone(),
                organisation: kind.organisation,
                young: kind.young,
                also: kind.also.clone(),
            })
            .collect()
    }
}

type Pools = Vec<[[Vec<u32>; 6]; 2]>;

fn themes() -> Result<(Vec<String>, Vec<Template>, Pools), InventError> {
    let mut codes = Vec::new();
    let mut sentences = Vec::new();
    let mut pools: Pools = Vec::new();
    for (file, tongue, text) in THEMES {
        for (code, said) in parse::<BTreeMap<String, Said>>(file, text)? {
            let theme = codes.iter().position(|known| *known == code).unwrap_or_else(|| {
                codes.push(code);
                pools.push(Default::default());
                codes.len() - 1
            });
            let mut add = |texts: &[String], voices: &[Voice]| {
                for template in compile(file, texts)? {
                    let place = sentences.len() as u32;
                    sentences.push(template);
                    for voice in voices {
                        pools[theme][tongue as usize][*voice as usize].push(place);
                    }
                }
                Ok::<(), InventError>(())
            };
            add(&said.any, &Voice::ALL[1..])?;
            add(&said.plain, &[Voice::Plain, Voice::Work])?;
            add(&said.work, &[Voice::Work])?;
            add(&said.org, &[Voice::Org, Voice::Council, Voice::Provider])?;
            add(&said.council, &[Voice::Council])?;
            add(&said.provider, &[Voice::Provider])?;
            add(&said.young, &[Voice::Young])?;
        }
    }
    Ok((codes, sentences, pools))
}

fn compile(file: &'static str, texts: &[String]) -> Result<Vec<Template>, InventError> {
    let read = |text: &String| {
        Template::read(text).map_err(|why| InventError::Bank { file, reason: format!("{why}, in `{text}`") })
    };
    texts.iter().map(read).collect()
}

fn parse<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, InventError> {
    toml::from_str(text).map_err(|source| InventError::Bank { file, reason: source.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_can_be_spoken_of_in_both_languages_by_several_voices() {
        let bank = Bank::load().unwrap();
        assert_eq!(bank.themes.iter().filter(|code| code.starts_with('T')).count(), 56);
        for (theme, code) in bank.themes.iter().enumerate().filter(|(_, code)| code.starts_with('T')) {
            for (tongue, least) in [(Tongue::En, 8), (Tongue::Cy, 5)] {
                let voices = Voice::ALL.iter().filter(|voice| !bank.pool(theme, tongue, **voice).is_empty()).count();
                assert!(voices >= 3, "{code} in {tongue:?}: {voices} voices");
                let pool = bank.pool(theme, tongue, Voice::Org);
                let work = bank.pool(theme, tongue, Voice::Work);
                let provider = bank.pool(theme, tongue, Voice::Provider);
                let most = pool.len().max(work.len()).max(provider.len());
                assert!(most >= least, "{code} in {tongue:?}: {most} sentences");
            }
        }
    }

    #[test]
    fn no_sentence_stands_twice_in_the_bank() {
        let bank = Bank::load().unwrap();
        for (i, sentence) in bank.sentences.iter().enumerate() {
            assert!(!bank.sentences[..i].contains(sentence), "{sentence:?}");
            assert!(sentence.wordings() >= 1);
        }
    }

    #[test]
    fn the_letter_is_as_long_as_letters_of_campaigns_are() {
        let bank = Bank::load().unwrap();
        let words = bank.campaign.letter.join(" ").split_whitespace().count();
        assert!((120..=180).contains(&words), "{words} words");
        for [from, _] in &bank.campaign.edits {
            assert!(bank.campaign.letter.iter().any(|paragraph| paragraph.contains(from.as_str())), "{from}");
        }
    }
}
