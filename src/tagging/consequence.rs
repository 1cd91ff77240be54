//! What someone fears that the proposal will cause, told from facts about today, from what is hoped for, and from what is
//! feared if nothing is done: by tense, modality and cause.
//!
//! Sentence by sentence. A sentence tells of a feared consequence when it says so (`we fear`, `risk of`, `mae perygl y`), or
//! when what may be (`could`, `will`, `byddai`) is followed by something that nobody wants, or by the denial of something
//! that everybody does; not when it is denied, wished for, or the price of leaving things as they are.

mod cues;

use std::sync::LazyLock;

use super::stance::lexicon::{self, Tone};
use super::stance::phrases::{Begins, Phrases};
use super::stance::tokens::{Room, Token, tokens};
use super::stance::words::{Key, Word, among};
use crate::model::{Detected, Span};

/// A sentence that tells of a feared consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feared {
    /// The sentence, from its first word to its last.
    pub passage: Span,
    /// The words that show the fear: `could`, `mae perygl y`.
    pub cue: Span,
    /// Whether the sentence itself says that this is feared or unwanted. If not, it only says what may be: a fear when
    /// something else in it names what nobody wants, such as a theme's pattern.
    pub named: bool,
}

/// The sentences of a text that tell of feared consequences, in order.
///
/// ```
/// use ymateb::{model::{Detected, Language}, tagging::consequence::feared};
/// let welsh = Detected { language: Language::Cy, confidence: 1.0, spans: Vec::new() };
/// let text = "Mae prinder lleoedd eisoes. Gallai hyn arwain at gau cartrefi.";
/// let found = feared(text, &welsh);
/// assert_eq!(found.len(), 1);
/// assert_eq!(&text[found[0].passage.start..found[0].passage.end], "Gallai hyn arwain at gau cartrefi");
/// assert_eq!(&text[found[0].cue.start..found[0].cue.end], "Gallai");
/// ```
pub fn feared(text: &str, language: &Detected) -> Vec<Feared> {
    feared_where(text, language, |_| true)
}

/// As [`feared`], but only of the sentences asked for, and of those that introduce a list; others may be left out.
pub(super) fn feared_where(text: &str, language: &Detected, is_asked: impl Fn(Span) -> bool) -> Vec<Feared> {
    let mut room = Room::of(text);
    let tokens = tokens(text, language, &CUES.begins, &mut room);
    let mut found: Vec<Feared> = Vec::new();
    // Where a list begins that a fear introduced, and what introduced it.
    let mut list: Option<Feared> = None;
    for sentence in tokens.chunk_by(|a, b| a.sentence == b.sentence) {
        let welsh = sentence[0].welsh;
        let ends = |from: usize, to: usize| Span { start: sentence[from].span.start, end: sentence[to].span.end };
        let passage = ends(0, sentence.len() - 1);
        let introduces = text[passage.end..].trim_start().starts_with(':');
        if list.is_none() && !introduces && !is_asked(passage) {
            continue;
        }
        if let Some((first, last, named)) = cue(sentence, welsh) {
            let told = Feared { passage, cue: ends(first, last), named };
            list = introduces.then_some(told);
            found.push(told);
        } else if let Some(told) = list.filter(|_| sentence.len() <= LIST_ITEM) {
            found.push(Feared { passage, ..told });
        } else {
            list = None;
        }
    }
    found
}

/// Words of the longest item of a list.
const LIST_ITEM: usize = 12;

/// Whether a passage begins in a sentence that tells of a feared consequence, or that says what may be.
pub fn holds(feared: &[Feared], passage: Span) -> bool {
    let after = feared.partition_point(|found| found.passage.end <= passage.start);
    feared.get(after).is_some_and(|found| found.passage.overlaps(&passage))
}

/// Words after a modal verb within which its outcome is named.
const REACH: usize = 14;

/// Words after a denial that it may deny.
const DENIES_WITHIN: usize = 4;

/// All that is looked for, compiled once.
struct Cues {
    fears: Phrases,
    prospects: Phrases,
    wishes: Phrases,
    otherwise: Phrases,
    now: Phrases,
    begins: Begins,
    /// The bit of words that by themselves say what may be, in either language, and of `risk`.
    may: u16,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut begins = Begins::default();
    let mut of = |list: &'static [&'static str]| begins.phrases(list.iter().copied());
    let mut cues = Cues {
        fears: of(cues::FEARS),
        prospects: of(cues::PROSPECTS),
        wishes: of(cues::WISHES),
        otherwise: of(cues::OTHERWISE),
        now: of(cues::NOW),
        begins: Begins::default(),
        may: 0,
    };
    let alone = [cues::PROSPECTS_EN, cues::PROSPECTS_CY, cues::RISKS].into_iter().flat_map(str::split_whitespace);
    cues.may = begins.words(alone.map(Key::of));
    cues.begins = begins;
    cues
});

/// The first and last token of what shows that a sentence fears something, and whether it names what.
fn cue(sentence: &[Token], welsh: bool) -> Option<(usize, usize, bool)> {
    let begun = sentence.iter().fold(0, |begun, token| begun | token.begins);
    let anywhere = |phrases: &Phrases| {
        phrases.may_begin(begun) && (0..sentence.len()).any(|at| phrases.at(&sentence[at..]).is_some())
    };
    if anywhere(&CUES.otherwise) || anywhere(&CUES.wishes) {
        return None;
    }
    let prospective = || (0..sentence.len()).any(|at| is_prospect(sentence, at, welsh).is_some());
    let (mut hoped, mut unsaid) = (false, None);
    for at in 0..sentence.len() {
        // Most words say nothing of what may be.
        if sentence[at].begins == 0 && !(welsh && is_future(&sentence[at])) {
            continue;
        }
        if let Some((_, taken)) = CUES.fears.at(&sentence[at..]) {
            let today =
                !prospective() && (anywhere(&CUES.now) || sentence.iter().any(|token| among!(cues::PAST, token.word)));
            if !today && !denied(sentence, at, 4) && !is_paper(sentence, at) {
                return Some((at, at + taken - 1, true));
            }
            if denied(sentence, at, 4) {
                return None;
            }
        }
        let doing = sentence.get(at + 1).is_some_and(|next| next.word.ends_with("ing"));
        if doing && among!(cues::RISKS, sentence[at].word) && !denied(sentence, at, 4) {
            return Some((at, at, true));
        }
        if let Some(taken) = is_prospect(sentence, at, welsh) {
            match outcome(sentence, at, taken, welsh) {
                Outcome::Unwanted => return Some((at, at + taken - 1, true)),
                Outcome::Hoped => hoped = true,
                Outcome::Unsaid => unsaid = unsaid.or(Some((at, at + taken - 1, false))),
            }
        }
    }
    unsaid.filter(|_| !hoped)
}

/// How many tokens say that something may or will be.
fn is_prospect(sentence: &[Token], at: usize, welsh: bool) -> Option<usize> {
    let token = &sentence[at];
    if let Some((_, taken)) = CUES.prospects.at(&sentence[at..]) {
        return Some(taken);
    }
    // The month, and the verb before its subject: `May I`.
    if token.word == "may" && token.capital && !token.opens {
        return None;
    }
    if welsh && is_future(token) {
        return Some(1);
    }
    let may = token.begins & CUES.may != 0
        && if welsh { among!(cues::PROSPECTS_CY, token.word) } else { among!(cues::PROSPECTS_EN, token.word) };
    may.then_some(1)
}

/// `Digwyddith`: the future of the spoken language.
fn is_future(token: &Token) -> bool {
    token.word.len() > 5 && (token.word.ends_with("ith") || token.word.ends_with("iff"))
}

/// What may be, to the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nobody wants it.
    Unwanted,
    /// It is hoped for, or the bad is denied.
    Hoped,
    /// The words do not say.
    Unsaid,
}

/// What follows a modal verb.
fn outcome(sentence: &[Token], at: usize, taken: usize, welsh: bool) -> Outcome {
    let words = if welsh { &*lexicon::WELSH } else { &*lexicon::ENGLISH };
    let before = denied(sentence, at, 5) || among!(cues::DENIES, sentence[at].word);
    let mut denied_at = before.then_some(0);
    for (step, token) in sentence[at + taken..].iter().take(REACH).enumerate() {
        let word = token.word;
        let place = at + taken + step;
        let next = sentence.get(place + 1).map_or(Word::NONE, |next| next.word);
        if among!(cues::DENIES, word) {
            let only = among!("only just ond", next);
            // Two denials cancel in English; `ni … ddim` is one.
            denied_at = if only || denied_at.is_some() && !welsh { None } else { Some(step) };
            continue;
        }
        let deny = denied_at.is_some_and(|since| step - since <= DENIES_WITHIN);
        // `Stop investing` is feared; `stop children being moved` is hoped for.
        let giving_up = word == "stop" && next.ends_with("ing");
        if deny && among!(cues::ABLE, word) {
            return Outcome::Unwanted;
        }
        // `Byddai'n dda`, but not `bydd pobl dda yn gadael`.
        let of_another = step > 1 && among!("good better da dda well gwell", word);
        let lets = among!("gadael adael", word) && next == "i";
        if lets {
            return Outcome::Hoped;
        }
        let hoped = if welsh { among!(cues::HOPED_CY, word) } else { among!(cues::HOPED_EN, word) };
        if hoped && !giving_up && !of_another {
            return if deny { Outcome::Unwanted } else { Outcome::Hoped };
        }
        let bad = matches!(words.get(word.key).tone, Some(Tone::Bad | Tone::Harms | Tone::Limits));
        if bad || among!(cues::OUTCOMES, word) || giving_up {
            return if deny { Outcome::Hoped } else { Outcome::Unwanted };
        }
    }
    Outcome::Unsaid
}

/// Whether a token is denied by one of the few before it, in its clause.
fn denied(sentence: &[Token], at: usize, reach: usize) -> bool {
    let mut denials = 0;
    for place in (at.saturating_sub(reach)..at).rev() {
        // A break before the word after this one ends the clause.
        if sentence[place + 1].stop || sentence[place + 1].comma || among!("but ond", sentence[place].word) {
            break;
        }
        denials += usize::from(among!(cues::DENIES, sentence[place].word));
    }
    denials % 2 == 1
}

fn is_paper(sentence: &[Token], at: usize) -> bool {
    sentence[at.saturating_sub(1)..].iter().take(4).any(|token| among!(cues::PAPERS, token.word))
}
