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
    /// A member of the public.
    Plain,
    /// An adult who was in care.
    Care,
    Family,
    /// Somebody else who works with children.
    Work,
    /// A foster carer with a local authority.
    Carer,
    /// A foster carer with an independent agency.
    Ifa,
    /// A residential worker.
    Staff,
    /// A social worker.
    Social,
    Org,
    /// A not-for-profit provider.
    Nfp,
    Council,
    /// A body that speaks for providers.
    Provider,
    /// A for-profit residential provider.
    Homes,
    /// A for-profit fostering provider.
    Agency,
}

impl Voice {
    /// How many there are.
    const COUNT: usize = 15;
    const PEOPLE: [Voice; 8] =
        [Voice::Plain, Voice::Care, Voice::Family, Voice::Work, Voice::Carer, Voice::Ifa, Voice::Staff, Voice::Social];
    const BODIES: [Voice; 6] = [Voice::Org, Voice::Nfp, Voice::Council, Voice::Provider, Voice::Homes, Voice::Agency];

    /// Whether it is the voice of a body rather than a person.
    pub(super) fn is_body(self) -> bool {
        Voice::BODIES.contains(&self)
    }

    /// The name under which openings, links and endings are kept.
    pub(super) fn manner(self) -> &'static str {
        match self {
            Voice::Young => "young",
            Voice::Plain | Voice::Care | Voice::Family => "plain",
            Voice::Work | Voice::Carer | Voice::Ifa | Voice::Staff | Voice::Social => "work",
            Voice::Org | Voice::Nfp => "org",
            Voice::Council => "council",
            Voice::Provider | Voice::Homes | Voice::Agency => "provider",
        }
    }
}

/// Sentences about one theme, by who could say them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Said {
    /// Anyone but a child.
    any: Vec<String>,
    /// People.
    plain: Vec<String>,
    care: Vec<String>,
    family: Vec<String>,
    /// Carers and people who work with children.
    work: Vec<String>,
    /// Foster carers.
    carer: Vec<String>,
    ifa: Vec<String>,
    staff: Vec<String>,
    social: Vec<String>,
    /// Bodies.
    org: Vec<String>,
    nfp: Vec<String>,
    council: Vec<String>,
    /// For-profit providers and those who speak for them.
    provider: Vec<String>,
    /// For-profit providers.
    firm: Vec<String>,
    homes: Vec<String>,
    agency: Vec<String>,
    young: Vec<String>,
}

impl Said {
    /// The lists, each with the voices that may say what is in it.
    fn lists(&self) -> [(&[String], &'static [Voice]); 18] {
        use Voice::{Agency, Care, Carer, Council, Family, Homes, Ifa, Nfp, Provider, Social, Staff, Work, Young};
        [
            (&self.any, &Voice::PEOPLE),
            (&self.any, &Voice::BODIES),
            (&self.plain, &Voice::PEOPLE),
            (&self.care, &[Care]),
            (&self.family, &[Family]),
            (&self.work, &[Work, Carer, Ifa, Staff, Social]),
            (&self.carer, &[Carer, Ifa]),
            (&self.ifa, &[Ifa]),
            (&self.staff, &[Staff]),
            (&self.social, &[Social]),
            (&self.org, &Voice::BODIES),
            (&self.nfp, &[Nfp]),
            (&self.council, &[Council]),
            (&self.provider, &[Provider, Homes, Agency]),
            (&self.firm, &[Homes, Agency]),
            (&self.homes, &[Homes]),
            (&self.agency, &[Agency]),
            (&self.young, &[Young]),
        ]
    }
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
    pools: Pools,
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

/// Sentences by theme, language and voice.
type Pools = Vec<[[Vec<u32>; Voice::COUNT]; 2]>;

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
            // What anyone may say stands in two lists, and is kept once.
            let mut first = sentences.len();
            for (nth, (texts, voices)) in said.lists().into_iter().enumerate() {
                if nth != 1 {
                    first = sentences.len();
                    sentences.extend(compile(file, texts)?);
                }
                for voice in voices {
                    pools[theme][tongue as usize][*voice as usize].extend(first as u32..sentences.len() as u32);
                }
            }
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
    fn every_theme_can_be_spoken_of_in_both_languages_and_by_anyone_in_many_ways() {
        let bank = Bank::load().unwrap();
        assert_eq!(bank.themes.iter().filter(|code| code.starts_with('T')).count(), 56);
        for (theme, code) in bank.themes.iter().enumerate().filter(|(_, code)| code.starts_with('T')) {
            for (tongue, sentences, wordings) in [(Tongue::En, 7, 30), (Tongue::Cy, 4, 14)] {
                let said: std::collections::BTreeSet<u32> = (0..Voice::COUNT)
                    .flat_map(|voice| bank.pools[theme][tongue as usize][voice].iter().copied())
                    .collect();
                let ways: usize = said.iter().map(|&at| bank.sentences[at as usize].wordings()).sum();
                assert!(said.len() >= sentences, "{code} in {tongue:?}: {} sentences", said.len());
                assert!(ways >= wordings, "{code} in {tongue:?}: {ways} wordings");
                for voice in [Voice::Young, Voice::Plain, Voice::Council, Voice::Agency] {
                    assert!(!bank.pool(theme, tongue, voice).is_empty(), "{code} in {tongue:?} by {voice:?}");
                }
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
