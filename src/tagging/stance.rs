//! Where an answer stands towards the proposal, from its words alone.
//!
//! Rules over phrases (see `cues`), read with their scope: who says it, whether it is denied, quoted, asked or hung on a
//! condition. What is said in so many words outranks what praise and fear let one infer; where neither is found, or the two
//! sides cancel, the answer is unclear. A wrong side costs a reader more than an honest `unclear`.
//!
//! Where the proposal is known, what a text says of its target lets one infer more (see `proposal` and `targeted`): the sign of
//! a claim is that of its praise or blame, times that of what the proposal does to the target (after Bar-Haim et al., *Stance
//! Classification of Context-Dependent Claims*, EACL 2017, with words of our own). A text that does not name it stays unclear.

mod cues;
pub(super) mod lexicon;
pub(super) mod phrases;
mod polarity;
mod proposal;
mod scope;
mod targeted;
pub(super) mod tokens;
pub(super) mod words;

use crate::model::{Basis, Detected, Span, Stance, StanceFound};
use phrases::{LEXICON, Lexicon};
pub use proposal::Proposal;
use scope::Speaker;
use tokens::{Room, Token};
use words::{List, Word, among, list};

/// Finds the stance of an answer, English, Welsh or both, towards the proposal that its question puts.
///
/// `language` is that of the answer; it tells the English `I` from the Welsh `i`. The evidence is the first passage that
/// shows the stance (of an inferred one, from the target to the words that judge it), `words` exactly the text at its span; an unclear answer has an empty span at nought unless it says
/// that it takes no side.
///
/// ```
/// use ymateb::{model::{Detected, Language, Stance}, tagging::stance::stance};
/// let welsh = Detected { language: Language::Cy, confidence: 1.0, spans: Vec::new() };
/// let found = stance("Dydw i ddim yn cytuno â'r cynnig.", &welsh, None);
/// assert_eq!((found.value, found.words.as_str()), (Stance::Oppose, "Dydw i ddim yn cytuno â'r cynnig"));
/// ```
pub fn stance(text: &str, language: &Detected, proposal: Option<&Proposal>) -> StanceFound {
    let mut room = Room::of(text);
    let tokens = tokens::tokens(text, language, &LEXICON.begins, &mut room);
    let readings = readings(&tokens, proposal);
    let mut found = decide(&tokens, &readings);
    if let (Stance::Unclear, Basis::Inferred, Some(proposal)) = (found.value, found.kind, proposal)
        && let Some(inferred) = targeted::infer(&tokens, proposal)
    {
        let value = if inferred.side { Stance::Support } else { Stance::Oppose };
        found = Decided { value, kind: Basis::Inferred, tokens: Some((inferred.first, inferred.last)) };
    }
    let span = match found.tokens {
        Some((first, last)) => Span { start: tokens[first].span.start, end: tokens[last].span.end },
        None => Span { start: 0, end: 0 },
    };
    let words = text.get(span.start..span.end).unwrap_or_default().to_owned();
    StanceFound { value: found.value, kind: found.kind, span, words }
}

/// One phrase that shows a position.
#[derive(Clone, Copy, Debug)]
struct Reading {
    /// For, against, or both at once.
    side: Option<bool>,
    kind: Kind,
    /// First and last token.
    first: usize,
    last: usize,
}

/// How a reading was come by, weakest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Said in so many words.
    Said,
    /// A yes or a no at the beginning.
    YesNo,
    /// Consequences of the proposal.
    Consequence,
    /// Praise or blame.
    Judgement,
    /// The writer says that there is no position.
    NoPosition,
}

/// What was decided, over tokens.
struct Decided {
    value: Stance,
    kind: Basis,
    tokens: Option<(usize, usize)>,
}

/// Everything in the text that shows a position, in order.
fn readings(tokens: &[Token], proposal: Option<&Proposal>) -> Vec<Reading> {
    let lexicon: &Lexicon = &LEXICON;
    let mut found = Vec::new();
    if let Some(answer) = yes_or_no(tokens) {
        found.push(answer);
    }
    let mut at = 0;
    while at < tokens.len() {
        let skip = tokens[at].quoted || !lexicon.may_begin(&tokens[at]);
        let (reading, taken) = if skip { (None, 1) } else { reading(tokens, at, lexicon) };
        let turned = |reading: Reading| match proposal {
            Some(proposal) if reading.kind == Kind::Said => {
                let opposite =
                    targeted::is_of_the_opposite(tokens, at + taken..reading.last + 1, tokens[at].welsh, proposal);
                Reading { side: reading.side.map(|side| side != opposite), ..reading }
            }
            _ => reading,
        };
        found.extend(reading.map(turned));
        at += taken;
    }
    // Praise that isn't meant takes back the praise beside it.
    let sarcastic = if found.is_empty() { 0 } else { tokens.len() };
    for at in 0..sarcastic {
        if lexicon.sarcasm.at(&tokens[at..]).is_some() {
            let sentence = tokens[at].sentence;
            found.retain(|reading| {
                let near = tokens[reading.last].sentence.abs_diff(sentence) <= 1;
                !(near && reading.side != Some(false) && reading.kind != Kind::NoPosition)
            });
        }
    }
    found
}

/// The reading that begins at a token, if any, and how many tokens are done with.
fn reading(tokens: &[Token], at: usize, lexicon: &Lexicon) -> (Option<Reading>, usize) {
    let here = &tokens[at..];
    let welsh = tokens[at].welsh;
    if let Some((_, taken)) = lexicon.no_position.at(here) {
        // `Not sure if I agree`: what hangs on it is no position either.
        let last = scope::clause_end(tokens, at + taken - 1);
        return (Some(Reading { side: None, kind: Kind::NoPosition, first: at, last }), last + 1 - at);
    }
    let together = |taken: usize| !here[1..taken].iter().any(|token| token.comma || token.stop);
    if let Some((which, taken)) = lexicon.settled.at(here).filter(|found| together(found.1)) {
        let before = scope::before(tokens, at, welsh, false);
        let last = at + taken - 1;
        let held = !matches!(before.speaker, Speaker::Other | Speaker::Thing) && !scope::asks(tokens, at);
        let side = cues::SETTLED[which].1;
        return (held.then_some(Reading { side, kind: Kind::Said, first: before.first, last }), taken);
    }
    if let Some((which, taken)) = lexicon.explicit.at(here) {
        let side = cues::EXPLICIT[which].1;
        return (said(tokens, at, taken, side, welsh, false), taken);
    }
    if let Some(form) = lexicon.forms.get(&here[0].word.key) {
        let verb = &cues::VERBS[form.verb];
        if verb.may_help && (scope::is_noun(tokens, at) || scope::helps(tokens, at)) {
            return (None, 1);
        }
        if verb.may_help && scope::advises(tokens, at.saturating_sub(5), at) {
            return (None, 1);
        }
        return (said(tokens, at, 1, verb.support, welsh, form.third), 1);
    }
    for (list, side) in [(&lexicon.blame, false), (&lexicon.praise, true)] {
        if let Some((_, taken)) = list.at(here) {
            return (judged(tokens, at, taken, side, welsh), taken);
        }
    }
    if among!(cues::MODALS, here[0].word) {
        return (consequence(tokens, at, welsh), 1);
    }
    (None, 1)
}

/// A position said in so many words, if the writer holds it.
fn said(tokens: &[Token], at: usize, taken: usize, support: bool, welsh: bool, third: bool) -> Option<Reading> {
    let before = scope::before(tokens, at, welsh, third);
    let last = at + taken - 1;
    let held = match before.speaker {
        Speaker::Writer | Speaker::Elided => true,
        Speaker::Body => third || welsh || taken > 1 || scope::is_willing(tokens, at),
        Speaker::Thing => third,
        Speaker::Other => false,
    };
    let side = support != (before.denied || scope::denied_after(tokens, at));
    if !held
        || scope::asks(tokens, at)
        || !side && scope::about_gain(tokens, last)
        || !scope::stands_against(tokens, at)
        || scope::beside_the_point(tokens, if taken > 1 { at } else { last })
    {
        return None;
    }
    Some(Reading { side: Some(side), kind: Kind::Said, first: before.first, last: scope::clause_end(tokens, last) })
}

/// Praise or blame, turned round when denied.
fn judged(tokens: &[Token], at: usize, taken: usize, praise: bool, welsh: bool) -> Option<Reading> {
    let before = scope::before(tokens, at, welsh, false);
    let near = tokens[before.first..at].len() <= 5;
    let side = praise != (before.denied && near);
    if !scope::of_proposal(tokens, at) {
        return None;
    }
    // `Not a bad idea` is faint praise, `not disgraceful` none at all: only denied praise tells.
    if !praise && side || reported(tokens, at) || scope::asks(tokens, at) || scope::sentence_about_gain(tokens, at) {
        return None;
    }
    let first = if before.denied && near { before.first } else { at };
    Some(Reading { side: Some(side), kind: Kind::Judgement, first, last: at + taken - 1 })
}

/// Whether the clause is somebody else's: `some say it is a good idea`, `if it were a good idea`.
fn reported(tokens: &[Token], at: usize) -> bool {
    let clause = tokens[..at].iter().rev().take(8).take_while(|token| token.sentence == tokens[at].sentence);
    clause.clone().any(|token| {
        among!("claim claims argue argues say says suggest suggests told honni dadlau dweud ddweud medd meddai if os whether", token.word)
    }) && !clause.clone().any(|token| among!("i we", token.word) && token.capital)
}

/// What the proposal will do, after a modal verb: harm, or good.
fn consequence(tokens: &[Token], modal: usize, welsh: bool) -> Option<Reading> {
    let sentence = tokens[modal].sentence;
    if tokens[modal].asked || reported(tokens, modal) {
        return None;
    }
    let same = |token: &&Token| token.sentence == sentence;
    let english = among!("will would could may might can 'll", tokens[modal].word);
    if welsh == english {
        return None;
    }
    // English names the proposal before the verb, Welsh after it or not at all.
    let mut first = modal;
    if english {
        let near = modal.saturating_sub(4)..modal;
        first = near
            .rev()
            .take_while(|&at| tokens[at].sentence == sentence)
            .find(|&at| scope::names_proposal(tokens, at))?;
    }
    let reach = if english { 3 } else { 6 };
    let mut denied = false;
    for (step, token) in tokens[modal + 1..].iter().take(reach).take_while(same).enumerate() {
        let place = modal + 1 + step;
        let word = token.word;
        denied |= among!("not never ddim no byth", word);
        let (harm, good) = (among!(cues::HARM, word), among!(cues::GOOD, word));
        if !harm && !good {
            continue;
        }
        let mut last = place;
        if harm && among!(cues::HARM_NEEDS_OBJECT, word) {
            let object = tokens[place + 1..].iter().take(6).take_while(same);
            let mut losing = among!(cues::LOSING, word);
            let bad = object.enumerate().find(|(_, token)| {
                losing |= among!(cues::LOSING, token.word);
                among!(cues::BAD, token.word) || losing && among!(cues::DEAR, token.word)
            });
            last = place + 1 + bad?.0;
        }
        if good && !among!(cues::PROMISES, tokens[modal].word) {
            return None;
        }
        // That it won't harm says little; that it won't help says much.
        let side = match (harm, denied) {
            (true, false) | (false, true) => false,
            (false, false) => true,
            (true, true) => return None,
        };
        return Some(Reading { side: Some(side), kind: Kind::Consequence, first, last });
    }
    None
}

/// A yes or a no that opens the answer.
fn yes_or_no(tokens: &[Token]) -> Option<Reading> {
    let first = tokens.first()?;
    let second = tokens.get(1).filter(|token| token.sentence == 0 && !token.comma && !token.stop);
    let follows = |list: List| second.is_none_or(|token| list.has(token.word));
    let (side, last) = match first.word.as_str() {
        "yes" | "yep" | "yeah"
            if follows(list!(
                "i we please definitely absolutely it this but and to very of in totally fully strongly the that they"
            )) =>
        {
            (true, 0)
        }
        "for" if tokens.len() == 1 => (true, 0),
        "against" if second.is_none() => (false, 0),
        "absolutely" | "definitely" | "certainly" if second.is_none() => (true, 0),
        "definitely" | "absolutely" | "certainly" if second.is_some_and(|token| token.word == "not") => (false, 1),
        "no" | "nope"
            if follows(list!("i we it this never not thanks thank definitely absolutely because way but they")) =>
        {
            (false, 0)
        }
        "ydw" | "ydyn" | "ydym" | "ydy" | "ie" | "bendant"
            if follows(list!("yn ond yn wir rwy dwi rydym rydyn wrth plis os diolch i ni")) =>
        {
            (true, 0)
        }
        "dylai" | "dylid" | "dylen" if second.is_none() => (true, 0),
        "nac" if second.is_some_and(|token| among!("ydw ydyn ydym ydy", token.word)) => (false, 1),
        "na" | "nage" if follows(list!("rwy dwi dydw dydyn nid dim ddim ni")) && first.capital && !first.shouted => {
            (false, 0)
        }
        _ => return None,
    };
    (!first.asked).then_some(Reading { side: Some(side), kind: Kind::YesNo, first: 0, last })
}

/// Weighs the readings.
fn decide(tokens: &[Token], readings: &[Reading]) -> Decided {
    let of = |kinds: &[Kind]| -> Vec<Reading> {
        readings.iter().copied().filter(|reading| kinds.contains(&reading.kind)).collect()
    };
    let no_position = of(&[Kind::NoPosition]);
    for (kinds, basis) in [
        (&[Kind::Said][..], Basis::Explicit),
        (&[Kind::YesNo][..], Basis::Explicit),
        (&[Kind::Consequence, Kind::Judgement][..], Basis::Inferred),
    ] {
        if basis == Basis::Inferred && !no_position.is_empty() {
            break;
        }
        let strongest = of(kinds);
        if let Some(first) = strongest.first() {
            return weigh(tokens, *first, &strongest, readings, basis);
        }
    }
    let tokens = no_position.first().map(|reading| (reading.first, reading.last));
    let kind = if tokens.is_some() { Basis::Explicit } else { Basis::Inferred };
    Decided { value: Stance::Unclear, kind, tokens }
}

/// Weighs the strongest readings, which share a basis, against the turns that follow them.
fn weigh(tokens: &[Token], first: Reading, strongest: &[Reading], all: &[Reading], basis: Basis) -> Decided {
    let sides = |side: bool| strongest.iter().find(|reading| reading.side == Some(side));
    let mixed = |from: usize, to: usize| Decided { value: Stance::Mixed, kind: basis, tokens: Some((from, to)) };
    if let Some(both) = strongest.iter().find(|reading| reading.side.is_none()) {
        return mixed(both.first, both.last);
    }
    let last = strongest.last().copied().unwrap_or(first);
    if let (Some(for_it), Some(against)) = (sides(true), sides(false)) {
        // `I support science. I oppose this rule.`: with nothing to join them, the one that names the proposal counts.
        let turned = turn(tokens, first.last + 1, last.last + 1).is_some();
        let named = |reading: &Reading| (reading.first..=reading.last).any(|at| scope::names_proposal(tokens, at));
        let apart = tokens[for_it.last].sentence != tokens[against.last].sentence && !turned;
        if apart && named(for_it) != named(against) {
            let one = if named(for_it) { *for_it } else { *against };
            let same_side: Vec<Reading> =
                strongest.iter().copied().filter(|reading| reading.side == one.side).collect();
            return weigh(tokens, one, &same_side, all, basis);
        }
        if basis == Basis::Explicit || turn(tokens, first.last + 1, last.first).is_some() {
            let same = tokens[first.first].sentence == tokens[last.last].sentence;
            return mixed(first.first, if same { last.last } else { first.last });
        }
        return Decided { value: Stance::Unclear, kind: Basis::Inferred, tokens: None };
    }
    let support = first.side == Some(true);
    let ahead = turn(tokens, first.last + 1, tokens.len());
    let condition = condition(tokens, &first);
    let conditioned = conditioned(tokens, &first);
    let otherwise = |side: bool| all.iter().any(|reading| reading.side == Some(side) && reading.kind != Kind::YesNo);
    let qualified = if support {
        // A feared consequence qualifies support; blame may be of how things are now.
        let fears = all.iter().any(|reading| reading.side == Some(false) && reading.kind == Kind::Consequence);
        ahead.is_some()
            || condition.is_some()
            || conditioned
            || fears
            || reserved(tokens, &first)
            || conceded(tokens, &first)
    } else {
        condition.is_some() && basis == Basis::Explicit || ahead.is_some() && otherwise(true)
    };
    if qualified {
        let to =
            ahead.into_iter().chain(condition).filter(|&at| tokens[at].sentence == tokens[first.last].sentence).max();
        return mixed(first.first, to.map_or(first.last, |at| scope::clause_end(tokens, at)));
    }
    let value = if support { Stance::Support } else { Stance::Oppose };
    Decided { value, kind: basis, tokens: Some((first.first, first.last)) }
}

/// The first turn (`but`, `ond`) from one token to another: within the sentence, or opening one of the next three.
fn turn(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let sentence = tokens.get(from.checked_sub(1)?)?.sentence;
    (from..to.min(tokens.len())).find(|&at| {
        let token = &tokens[at];
        let near = token.sentence == sentence || token.opens && token.sentence <= sentence + 3;
        let Some((_, taken)) = LEXICON.turns.at(&tokens[at..]).filter(|_| near) else { return false };
        let after = tokens[at + taken..].iter().take_while(|next| next.sentence == token.sentence).count();
        let before = if at > 0 { tokens[at - 1].word } else { Word::NONE };
        let next = tokens.get(at + taken).map_or(Word::NONE, |next| next.word);
        let additive = match token.word.as_str() {
            "but" => {
                among!("also only", next)
                    || next == "not"
                        && among!("only just", tokens.get(at + taken + 1).map_or(Word::NONE, |next| next.word))
                    || among!("nothing all anything", before)
            }
            "ond" => among!("dim ddim neb", before),
            _ => false,
        };
        // `However` may also close a sentence, and turns what stands before it.
        let closes = token.word == "however" || token.word == "though";
        !additive && (after >= 2 || closes && token.sentence != sentence)
    })
}

/// Whether the writer's own reservations follow, in the same sentence or in the next three.
fn reserved(tokens: &[Token], reading: &Reading) -> bool {
    let until = tokens[reading.last].sentence + 3;
    (reading.last + 1..tokens.len()).take_while(|&at| tokens[at].sentence <= until).any(|at| {
        !tokens[at].quoted
            && LEXICON.reservations.at(&tokens[at..]).is_some()
            && !scope::before(tokens, at, true, false).denied
    })
}

/// A condition in the same sentence, after the reading.
fn condition(tokens: &[Token], reading: &Reading) -> Option<usize> {
    /// An `if` further on belongs to something else.
    const NEAR: usize = 4;
    let sentence = tokens[reading.last].sentence;
    (reading.first + 1..tokens.len()).take_while(|&at| tokens[at].sentence == sentence).find(|&at| {
        let supposed = at > 0 && among!("even as see know wonder and what because that then", tokens[at - 1].word);
        let loose = among!("if os until", tokens[at].word) && at > reading.last + NEAR;
        !supposed && !loose && LEXICON.conditions.at(&tokens[at..]).is_some()
    })
}

/// Whether the sentence opens with a condition of three words or more, before the reading: `As long as carers stay, I agree`.
fn conditioned(tokens: &[Token], reading: &Reading) -> bool {
    let sentence = tokens[reading.first].sentence;
    let start = tokens.iter().position(|token| token.sentence == sentence).unwrap_or(0);
    let Some((_, taken)) = LEXICON.conditions.at(&tokens[start..]) else { return false };
    let comma = (start + taken + 1..=reading.first).any(|at| tokens[at].comma && at >= start + 3);
    let polite = tokens[start..].iter().skip(1).take(2).any(|token| among!("may asked honest possible", token.word));
    comma && !polite
}

/// Whether the reading stands in a clause that concedes (`While I support the aim, …`), or follows a worry (`I worry, but I agree`).
fn conceded(tokens: &[Token], reading: &Reading) -> bool {
    const WORRIES: &str = "concern concerns concerned worried worry worries reservations doubts fear fears risk risks poeni pryder pryderon bryderon pryderus amheuon";
    let sentence = tokens[reading.first].sentence;
    let start = tokens.iter().position(|token| token.sentence == sentence).unwrap_or(0);
    let opening = &tokens[start];
    let rest = tokens[reading.last + 1..].iter().take_while(|token| token.sentence == sentence);
    let subordinate = among!("although though while whilst er despite", opening.word)
        && !tokens[start..reading.first].iter().any(|token| token.comma)
        && rest.filter(|token| !token.opens).count() >= 3;
    let turned =
        tokens[start..reading.first].iter().any(|token| among!("but ond although though er however", token.word));
    subordinate || turned && tokens[start..reading.first].iter().any(|token| among!(WORRIES, token.word))
}
