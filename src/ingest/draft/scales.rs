//! Scales that questionnaires use, in both languages and in their natural order, with what each step says of a proposal.

use super::columns::Values;
use super::wordings::{self, words};
use crate::model::{Bilingual, Choice, Stance};

/// One step of a scale: code, English, Welsh, other wordings, what it says of what was asked about.
struct Step {
    code: &'static str,
    en: &'static str,
    cy: &'static str,
    also: &'static [&'static str],
    stance: Option<Stance>,
}

const fn step(
    code: &'static str,
    en: &'static str,
    cy: &'static str,
    also: &'static [&'static str],
    stance: Option<Stance>,
) -> Step {
    Step { code, en, cy, also, stance }
}

const FOR: Option<Stance> = Some(Stance::Support);
const AGAINST: Option<Stance> = Some(Stance::Oppose);
const PARTLY: Option<Stance> = Some(Stance::Mixed);
const UNCLEAR: Option<Stance> = Some(Stance::Unclear);

/// Steps in the order of tables. A scale may use any of those of its group.
const AGREEMENT: [Step; 14] = [
    step(
        "strongly-agree",
        "Strongly agree",
        "Cytuno'n gryf",
        &["Agree strongly", "Completely agree", "Totally agree", "Cytuno yn gryf", "Cytuno'n llwyr"],
        FOR,
    ),
    step("agree", "Agree", "Cytuno", &["I agree", "Cytunaf", "Rwy'n cytuno"], FOR),
    step(
        "tend-to-agree",
        "Tend to agree",
        "Tueddu i gytuno",
        &["Slightly agree", "Somewhat agree", "Cytuno i raddau"],
        FOR,
    ),
    step(
        "partly-agree",
        "Partly agree",
        "Cytuno'n rhannol",
        &["Agree in part", "Partially agree", "Cytuno yn rhannol"],
        PARTLY,
    ),
    step(
        "neither",
        "Neither agree nor disagree",
        "Ddim yn cytuno nac yn anghytuno",
        &[
            "Neither agree or disagree",
            "Neither",
            "Neutral",
            "Niwtral",
            "Ddim yn cytuno nac anghytuno",
            "Nid wyf yn cytuno nac yn anghytuno",
        ],
        UNCLEAR,
    ),
    step(
        "tend-to-disagree",
        "Tend to disagree",
        "Tueddu i anghytuno",
        &["Slightly disagree", "Somewhat disagree", "Anghytuno i raddau"],
        AGAINST,
    ),
    step("disagree", "Disagree", "Anghytuno", &["I disagree", "Anghytunaf", "Rwy'n anghytuno"], AGAINST),
    step(
        "strongly-disagree",
        "Strongly disagree",
        "Anghytuno'n gryf",
        &["Disagree strongly", "Completely disagree", "Totally disagree", "Anghytuno yn gryf", "Anghytuno'n llwyr"],
        AGAINST,
    ),
    step("strongly-support", "Strongly support", "Cefnogi'n gryf", &["Fully support", "Cefnogi'n llwyr"], FOR),
    step("support", "Support", "Cefnogi", &["I support", "Tend to support"], FOR),
    step(
        "neutral",
        "Neither support nor oppose",
        "Ddim yn cefnogi nac yn gwrthwynebu",
        &["Neither support or oppose"],
        UNCLEAR,
    ),
    step("oppose", "Oppose", "Gwrthwynebu", &["I oppose", "Tend to oppose"], AGAINST),
    step("strongly-oppose", "Strongly oppose", "Gwrthwynebu'n gryf", &[], AGAINST),
    step(
        "do-not-know",
        "Don't know",
        "Ddim yn gwybod",
        &[
            "Do not know",
            "Not sure",
            "Unsure",
            "Undecided",
            "No opinion",
            "Ansicr",
            "Ddim yn siŵr",
            "Dim barn",
            "Heb benderfynu",
        ],
        UNCLEAR,
    ),
];

const YES_NO: [Step; 6] = [
    step("yes", "Yes", "Ydw", &["Y", "True", "Ydy", "Ydyn", "Oes", "Ie", "Do", "Byddwn", "Cewch", "Iawn"], FOR),
    step(
        "in-part",
        "In part",
        "Yn rhannol",
        &["Partly", "Partially", "Yes, in part", "Yes, partly", "To some extent", "I raddau"],
        PARTLY,
    ),
    step(
        "no",
        "No",
        "Nac ydw",
        &["N", "False", "Nac ydy", "Nac ydyn", "Nac oes", "Nage", "Naddo", "Na", "Na fyddwn", "Na chewch"],
        AGAINST,
    ),
    step("maybe", "Maybe", "Efallai", &["Possibly", "O bosibl"], UNCLEAR),
    step(
        "do-not-know",
        "Don't know",
        "Ddim yn gwybod",
        &[
            "Do not know",
            "Don’t know",
            "Not sure",
            "Unsure",
            "Undecided",
            "No opinion",
            "Ansicr",
            "Ddim yn siŵr",
            "Dim barn",
        ],
        UNCLEAR,
    ),
    step("not-applicable", "Not applicable", "Ddim yn berthnasol", &["N/A", "Amherthnasol"], None),
];

const SATISFACTION: [Step; 6] = [
    step("very-satisfied", "Very satisfied", "Bodlon iawn", &[], None),
    step("satisfied", "Satisfied", "Bodlon", &["Fairly satisfied", "Eithaf bodlon", "Quite satisfied"], None),
    step("neither", "Neither satisfied nor dissatisfied", "Ddim yn fodlon nac yn anfodlon", &["Neither"], None),
    step(
        "dissatisfied",
        "Dissatisfied",
        "Anfodlon",
        &["Fairly dissatisfied", "Eithaf anfodlon", "Quite dissatisfied"],
        None,
    ),
    step("very-dissatisfied", "Very dissatisfied", "Anfodlon iawn", &[], None),
    step("do-not-know", "Don't know", "Ddim yn gwybod", &["Do not know", "Not sure"], None),
];

const EFFECT: [Step; 6] = [
    step("very-positive", "Very positive", "Cadarnhaol iawn", &["Very positive impact", "Very positively"], None),
    step("positive", "Positive", "Cadarnhaol", &["Positive impact", "Fairly positive", "Positively"], None),
    step(
        "no-effect",
        "No effect",
        "Dim effaith",
        &["Neutral", "No impact", "Neither positive nor negative", "Niwtral"],
        None,
    ),
    step("negative", "Negative", "Negyddol", &["Negative impact", "Fairly negative", "Negatively"], None),
    step("very-negative", "Very negative", "Negyddol iawn", &["Very negative impact", "Very negatively"], None),
    step("do-not-know", "Don't know", "Ddim yn gwybod", &["Do not know", "Not sure"], None),
];

const USEFULNESS: [Step; 12] = [
    step("very-useful", "Very useful", "Defnyddiol iawn", &[], None),
    step("useful", "Useful", "Defnyddiol", &["Fairly useful", "Somewhat useful"], None),
    step("not-very-useful", "Not very useful", "Ddim yn ddefnyddiol iawn", &[], None),
    step("not-useful", "Not useful", "Ddim yn ddefnyddiol", &["Not useful at all", "Not at all useful"], None),
    step("very-important", "Very important", "Pwysig iawn", &["Extremely important"], None),
    step(
        "important",
        "Important",
        "Pwysig",
        &["Fairly important", "Quite important", "Eithaf pwysig", "Somewhat important"],
        None,
    ),
    step("not-very-important", "Not very important", "Ddim yn bwysig iawn", &[], None),
    step(
        "not-important",
        "Not important",
        "Ddim yn bwysig",
        &["Not at all important", "Not important at all", "Ddim yn bwysig o gwbl"],
        None,
    ),
    step("very-likely", "Very likely", "Tebygol iawn", &[], None),
    step("likely", "Likely", "Tebygol", &["Fairly likely", "Eithaf tebygol"], None),
    step("unlikely", "Unlikely", "Annhebygol", &["Not very likely", "Eithaf annhebygol"], None),
    step("very-unlikely", "Very unlikely", "Annhebygol iawn", &["Not at all likely"], None),
];

const SCALES: [&[Step]; 5] = [&AGREEMENT, &YES_NO, &SATISFACTION, &EFFECT, &USEFULNESS];

/// Ends of a scale that stand or fall together.
const PAIRS: [[&str; 2]; 11] = [
    ["yes", "no"],
    ["agree", "disagree"],
    ["strongly-agree", "strongly-disagree"],
    ["tend-to-agree", "tend-to-disagree"],
    ["support", "oppose"],
    ["strongly-support", "strongly-oppose"],
    ["satisfied", "dissatisfied"],
    ["very-satisfied", "very-dissatisfied"],
    ["positive", "negative"],
    ["very-positive", "very-negative"],
    ["likely", "unlikely"],
];

/// The middle of a scale, and the steps that bring it along.
const CORE: [(&[&str], &[&str]); 2] = [
    (&["agree", "disagree"], &["strongly-agree", "strongly-disagree"]),
    (&["support", "oppose"], &["strongly-support", "strongly-oppose"]),
];

/// Options that every table lists last, with their Welsh.
const LAST: [(&str, &str); 5] = [
    ("Other", "Arall"),
    ("Other (please specify)", "Arall (nodwch)"),
    ("None of the above", "Dim un o'r uchod"),
    ("Not applicable", "Ddim yn berthnasol"),
    ("Prefer not to say", "Mae'n well gennyf beidio â dweud"),
];

/// Options of a question, and whether they tell a stance on a proposal.
pub(super) struct Options {
    pub(super) options: Vec<Choice>,
    /// They are yes, no and what stands between.
    pub(super) is_yes_no: bool,
    /// Ticking one says something of a proposal.
    pub(super) proposal: bool,
}

/// The scale that a column's values are steps of: eight in ten cells at least. What is no step becomes an option behind
/// them. `None` when they are no scale's.
pub(super) fn of(asks: &str, values: &Values) -> Option<Options> {
    let best = SCALES.iter().map(|scale| (covered(scale, values), *scale)).max_by(|a, b| {
        // Of two that cover as much, the first one listed: `max_by` takes the last.
        a.0.cmp(&b.0).then(std::cmp::Ordering::Greater)
    });
    let (covered, scale) =
        best.filter(|(covered, _)| *covered * 10 >= (values.filled - beside(values)) * 8 && *covered > 0)?;
    let strange = values.counts.keys().filter(|value| step_of(scale, value).is_none());
    if values.filled == 0 || values.different() > 14 || covered == 0 {
        return None;
    }
    let found: Vec<&Step> = scale
        .iter()
        .filter(|step| values.counts.keys().any(|value| step_of(scale, value).is_some_and(|s| std::ptr::eq(s, *step))))
        .collect();
    let is_agreement = std::ptr::eq(scale, &AGREEMENT[..])
        && found.iter().any(|step| matches!(step.stance, Some(Stance::Support | Stance::Oppose)));
    let is_yes_no = std::ptr::eq(scale, &YES_NO[..]);
    let asks_yes = is_yes_no && wordings::asks_agreement(asks) && !wordings::asks_opposition(asks);
    let proposal = is_agreement || asks_yes;
    // Who could say yes could say no, even when nobody did: the other end of a scale belongs to it.
    let found_code = |codes: &[&str]| found.iter().any(|step| codes.contains(&step.code));
    let belongs = |step: &Step| {
        PAIRS.iter().any(|pair| pair.contains(&step.code) && found_code(pair))
            || CORE.iter().any(|(core, of)| core.contains(&step.code) && found_code(of))
    };
    let mut options: Vec<Choice> = scale
        .iter()
        .filter(|step| belongs(step) || found.iter().any(|other| std::ptr::eq(*other, *step)))
        .map(|step| {
            let mut choice = choice(step, proposal);
            let is_its =
                |value: &&String| value.contains(" / ") && step_of(scale, value).is_some_and(|s| std::ptr::eq(s, step));
            choice.also.extend(values.counts.keys().filter(is_its).cloned());
            choice
        })
        .collect();
    for option in plain(strange.map(String::as_str)) {
        if !options.iter().any(|other| other.code == option.code) {
            options.push(option);
        }
    }
    Some(Options { options, is_yes_no, proposal })
}

fn choice(step: &Step, proposal: bool) -> Choice {
    Choice {
        code: step.code.to_owned(),
        label: Bilingual { en: step.en.to_owned(), cy: step.cy.to_owned() },
        also: step.also.iter().map(|wording| (*wording).to_owned()).collect(),
        stance: step.stance.filter(|_| proposal),
    }
}

fn covered(scale: &[Step], values: &Values) -> usize {
    values.counts.iter().filter(|(value, _)| step_of(scale, value).is_some()).map(|(_, n)| n).sum()
}

/// Cells with an option that may stand beside any scale: `Other`, `Prefer not to say`.
fn beside(values: &Values) -> usize {
    let is_beside = |value: &str| LAST.iter().any(|(en, cy)| words(en) == words(value) || words(cy) == words(value));
    let no_step = |value: &str| SCALES.iter().all(|scale| step_of(scale, value).is_none());
    values.counts.iter().filter(|(value, _)| is_beside(value) && no_step(value)).map(|(_, n)| n).sum()
}

fn step_of<'s>(scale: &'s [Step], value: &str) -> Option<&'s Step> {
    let is = |step: &Step, said: &str| [step.en, step.cy].iter().chain(step.also).any(|wording| words(wording) == said);
    // `Yes / Ydw` says one thing twice.
    let halves = value.split_once(" / ").map(|(a, b)| (words(a), words(b)));
    let value = words(value);
    scale.iter().find(|step| is(step, &value) || halves.as_ref().is_some_and(|(a, b)| is(step, a) && is(step, b)))
}

/// Options from wordings of no known scale, in the order of the alphabet, with those that come last everywhere behind.
pub(super) fn plain<'v>(values: impl Iterator<Item = &'v str>) -> Vec<Choice> {
    let mut options: Vec<Choice> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let mut labels: Vec<&str> = values.filter(|value| seen.insert(words_or_itself(value))).collect();
    labels.sort_by_cached_key(|label| (is_last(label), leading(label), (*label).to_owned()));
    for label in labels {
        let known = LAST.iter().find(|(en, cy)| words(en) == words(label) || words(cy) == words(label));
        let both = super::questions::both(label);
        let (en, cy) = known.map_or((both.en.as_str(), both.cy.as_str()), |(en, cy)| (*en, *cy));
        let mut option = Choice {
            code: unique(slug(en, options.len()), &options),
            label: Bilingual { en: en.to_owned(), cy: cy.to_owned() },
            also: Vec::new(),
            stance: None,
        };
        if en != label && cy != label {
            option.also.push(label.to_owned());
        }
        options.push(option);
    }
    options
}

fn words_or_itself(value: &str) -> String {
    value.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn is_last(label: &str) -> usize {
    let label = words(label);
    let first = ["other", "arall", "none", "dim", "not", "ddim", "prefer", "mae'n well"];
    first.iter().position(|start| label.starts_with(&format!(" {start} "))).map_or(0, |at| at / 2 + 1)
}

/// The number that a label begins with, so that `5 to 9` stands before `10 to 49`.
fn leading(label: &str) -> u64 {
    let digits: String = label
        .trim_start_matches(|c: char| !c.is_ascii_digit() && !c.is_alphabetic())
        .chars()
        .take_while(char::is_ascii_digit)
        .take(9)
        .collect();
    digits.parse().unwrap_or(0)
}

/// A short code from a label: small letters, figures and hyphens.
pub(super) fn slug(label: &str, i: usize) -> String {
    let plain: String = label
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'â' | 'á' => 'a',
            'ê' | 'ë' | 'é' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'û' => 'u',
            'ŵ' => 'w',
            'ŷ' => 'y',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        })
        .take(40)
        .collect();
    let plain = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if plain.is_empty() { format!("option-{}", i + 1) } else { plain }
}

/// A code that no option has yet.
pub(super) fn unique(code: String, options: &[Choice]) -> String {
    let is_taken = |code: &str| options.iter().any(|option| option.code == code);
    if !is_taken(&code) {
        return code;
    }
    (2..).map(|n| format!("{code}-{n}")).find(|code| !is_taken(code)).unwrap_or(code)
}
