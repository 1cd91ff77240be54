//! Weighs what was read in an answer: which readings outrank which, and what turns, conditions and reservations make of them.

use super::phrases::LEXICON;
use super::scope;
use super::tokens::Token;
use super::words::{Word, among};
use super::{Kind, Reading};
use crate::model::{Basis, Stance};

/// What was decided, over tokens.
pub(super) struct Decided {
    pub(super) value: Stance,
    pub(super) kind: Basis,
    pub(super) tokens: Option<(usize, usize)>,
}

/// Weighs the readings.
pub(super) fn decide(tokens: &[Token], readings: &[Reading]) -> Decided {
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
