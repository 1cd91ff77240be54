//! What a text that speaks of the proposal's target lets one infer: praise or blame of the target, or of what the proposal
//! does to it, with denials, what is lessened, contrast and duty read in their order.

use super::Proposal;
use super::lexicon::{self, Known, Tone};
use super::proposal::{self, Mention, Side};
use super::tokens::Token;
use super::words::{List, Word, among, list};

/// A position inferred: which way, and the tokens that show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Inferred {
    pub(super) side: bool,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Weight at which a position is inferred.
const ENOUGH: i32 = 1;

/// The same in a text of more than [`REMARK`] sentences.
const LONG_ENOUGH: i32 = 4;

/// Sentences of a remark, which speaks of one thing.
const REMARK: usize = 4;

/// Sentences after one that names the target which may still speak of it as `it`.
const CARRIED: usize = 2;

/// What is known of a token.
#[derive(Clone, Copy, Default)]
struct Place {
    known: Known,
    mention: Option<Mention>,
}

/// Whether the object of `I support` is the opposite of the proposal: its target where it takes that away, or the reverse
/// of what it does.
pub(super) fn is_of_the_opposite(
    tokens: &[Token],
    object: std::ops::Range<usize>,
    welsh: bool,
    proposal: &Proposal,
) -> bool {
    let words = if welsh { &*lexicon::WELSH } else { &*lexicon::ENGLISH };
    /// Words before the target that still leave it the object.
    const NEAR: usize = 4;
    let mut sign = 1;
    for at in object.take(NEAR) {
        // `The Care Before Profit campaign`: not profit.
        if among!("before over than without no non against campaign for about on", tokens[at].word) {
            return false;
        }
        let mention = proposal.side(welsh).mention(proposal::concept(tokens, at));
        if let Some(mention) = mention.filter(|mention| mention.distinct) {
            return sign * mention.sign < 0;
        }
        if words.get(tokens[at].word.key).action < 0 {
            sign = -sign;
        }
    }
    false
}

/// Infers a position from a text that names the proposal's target.
pub(super) fn infer(tokens: &[Token], proposal: &Proposal) -> Option<Inferred> {
    let (mut mentions, mut own_act): (Vec<(usize, Mention)>, Option<usize>) = (Vec::new(), None);
    for (at, token) in tokens.iter().enumerate() {
        let side = proposal.side(token.welsh);
        if side.may_concern(token.word.as_str()) {
            mentions.extend(side.mention(proposal::concept(tokens, at)).map(|mention| (at, mention)));
            own_act = own_act.or_else(|| side.is_own_act(token.word.as_str()).then_some(at));
        }
    }
    let first = mentions.first().map(|mention| mention.0).or(own_act)?;
    let side = proposal.side(tokens[first].welsh);
    let sentence_of = |mention: &(usize, Mention)| tokens[mention.0].sentence;
    let named = || {
        let mut by_sentence = mentions.chunk_by(|a, b| sentence_of(a) == sentence_of(b));
        by_sentence.any(|sentence| side.is_named_by(sentence.iter().map(|(_, mention)| *mention)))
    };
    if own_act.is_none() && !named() {
        return None;
    }
    let mut places: Vec<Place> = (0..tokens.len())
        .map(|at| {
            let words = if tokens[at].welsh { &*lexicon::WELSH } else { &*lexicon::ENGLISH };
            Place { known: words.get(tokens[at].word.key), mention: None }
        })
        .collect();
    // Where one word names the target, common ones by themselves in other sentences do not.
    let naming: Vec<usize> =
        mentions.iter().filter(|(_, mention)| mention.distinct).map(|(at, _)| tokens[*at].sentence).collect();
    for (at, mention) in mentions {
        if naming.is_empty() || naming.contains(&tokens[at].sentence) {
            places[at].mention = Some(mention);
        }
    }
    let long = tokens.last().is_some_and(|token| token.sentence >= REMARK);
    let mut reader = Reader { tokens, places, side, sign: 0, long, named_at: None, gross: 0, total: 0, best: None };
    let mut start = 0;
    while start < tokens.len() {
        let sentence = tokens[start].sentence;
        let end = start + tokens[start..].iter().take_while(|token| token.sentence == sentence).count();
        reader.sentence(start, end);
        start = end;
    }
    let (_, first, last) = reader.best?;
    // A long text is of one mind only where most of what it says of the target points one way.
    let enough = if long { LONG_ENOUGH.max(reader.gross / 2) } else { ENOUGH };
    let weight = reader.total.abs();
    (weight >= enough).then_some(Inferred { side: reader.total > 0, first, last })
}

struct Reader<'t> {
    tokens: &'t [Token<'t>],
    places: Vec<Place>,
    side: &'t Side,
    /// How the last sentence that named the target stood to it.
    sign: i8,
    /// More sentences than a remark has: only those that name the target count.
    long: bool,
    /// Which sentence that was.
    named_at: Option<usize>,
    total: i32,
    /// The same, whichever way each sentence points.
    gross: i32,
    /// The sentence that weighs most: its weight and the tokens that show it.
    best: Option<(i32, usize, usize)>,
}

/// One word that counts, after what stands before it.
#[derive(Clone, Copy)]
struct Event {
    at: usize,
    value: i32,
}

impl<'t> Reader<'t> {
    fn word(&self, at: usize) -> Word<'t> {
        self.tokens[at].word
    }

    /// How much a sentence adds.
    fn sentence(&mut self, start: usize, end: usize) {
        if self.tokens[start].asked {
            return;
        }
        let mentioned: Vec<(usize, Mention)> =
            (start..end).filter_map(|at| Some((at, self.places[at].mention?))).collect();
        let action = self.action(start, end, &mentioned);
        let sentence = self.tokens[start].sentence;
        if mentioned.is_empty() && action.is_none() {
            // What a sentence says is of the target only right after one that names it, or before, at the beginning.
            let follows = self.named_at.is_some_and(|named| sentence <= named + CARRIED);
            if self.long || !follows && (self.named_at.is_some() || sentence > 0) {
                return;
            }
        } else {
            self.named_at = Some(sentence);
        }
        let sign_of_mentions = self.of_mentions(&mentioned);
        if let Some(Action { at, first, duty: true, sign }) = action {
            self.add(6 * i32::from(sign), first, at);
            self.sign = if sign_of_mentions != 0 { sign_of_mentions } else { self.sign };
            return;
        }
        let frame = match action {
            Some(action) => action.sign,
            None if sign_of_mentions != 0 => sign_of_mentions,
            None if self.sign != 0 => self.sign,
            None => self.first_sign(),
        };
        self.sign = if sign_of_mentions != 0 { sign_of_mentions } else { self.sign };
        let skip = action.map(|action| action.at);
        let turn = (start + 1..end).rev().find(|&at| among!("but however yet ond although though", self.word(at)));
        let mut weight = 0;
        let (mut first, mut last) = (end, start);
        for event in self.events(start, end, skip) {
            let mut value = event.value;
            let sign = match action {
                Some(_) => frame,
                None => self.nearest(&mentioned, event.at).unwrap_or(frame),
            };
            if let Some(turn) = turn {
                let stressed = (event.at > turn) != among!("although though", self.word(turn));
                value = if stressed { value * 2 } else { value / 2 };
            }
            if value != 0 {
                weight += value * i32::from(sign);
                (first, last) = (first.min(event.at), last.max(event.at));
            }
        }
        if weight == 0 {
            return;
        }
        let shown = mentioned.iter().map(|(at, _)| *at).chain(skip);
        for at in shown {
            (first, last) = (first.min(at), last.max(at));
        }
        if mentioned.is_empty() && action.is_none() {
            // What is only carried over from another sentence weighs less.
            self.total += if weight.abs() > 1 { weight / 2 } else { weight };
            return;
        }
        self.add(weight, first, last);
    }

    fn add(&mut self, weight: i32, first: usize, last: usize) {
        self.total += weight;
        self.gross += weight.abs();
        if self.best.is_none_or(|(most, ..)| weight.abs() > most) {
            self.best = Some((weight.abs(), first, last));
        }
    }

    fn first_sign(&self) -> i8 {
        self.places.iter().find_map(|place| place.mention).map_or(1, |mention| mention.sign)
    }

    fn of_mentions(&self, mentioned: &[(usize, Mention)]) -> i8 {
        let distinct = mentioned.iter().find(|(_, mention)| mention.distinct);
        let Some(&(at, mention)) = distinct.or(mentioned.first()) else { return 0 };
        mention.sign * self.turned(at)
    }

    /// The sign of the target as it is named before an event, or after it.
    fn nearest(&self, mentioned: &[(usize, Mention)], event: usize) -> Option<i8> {
        let distinct = mentioned.iter().any(|(_, mention)| mention.distinct);
        let of = |at: usize, mention: Mention| (mention.distinct || !distinct).then(|| mention.sign * self.turned(at));
        let before = mentioned.iter().rev().filter(|(at, _)| *at <= event).find_map(|(at, mention)| of(*at, *mention));
        before.or_else(|| mentioned.iter().find_map(|(at, mention)| of(*at, *mention)))
    }

    /// Whether the target is named as what is absent or worse: `without X`, `better than X`.
    fn turned(&self, at: usize) -> i8 {
        let before = &self.tokens[at.saturating_sub(3)..at];
        let same = before.iter().filter(|token| token.sentence == self.tokens[at].sentence);
        let turned =
            same.filter(|token| among!("without than instead heb alternative alternatives", token.word)).count();
        // `What a child needs, not what a shareholder expects`.
        let apart = before.windows(2).any(|pair| pair[0].word == "not" && among!("what whether who how", pair[1].word));
        if (turned + usize::from(apart)) % 2 == 1 { -1 } else { 1 }
    }

    /// The action that a sentence speaks of: one that ought to be taken, or one whose effects follow.
    fn action(&self, start: usize, end: usize, mentioned: &[(usize, Mention)]) -> Option<Action> {
        let mut found: Option<Action> = None;
        for at in start..end {
            let action = self.places[at].known.action;
            if action == 0 || proposal::within_concept(self.tokens, at) {
                continue;
            }
            let back = |far: usize, list: List| {
                self.tokens[at.saturating_sub(far).max(start)..at].iter().rposition(|token| list.has(token.word))
            };
            let duty = back(5, list!("should must ought shouldn't mustn't dylid dylai dylem rhaid needs"));
            let passive = back(4, list!("be been being is are was kept remain gael cael eu ei")).is_some();
            let governs = mentioned.iter().any(|(target, _)| *target > at && *target <= at + 5);
            let governed = mentioned.iter().any(|(target, _)| *target < at && *target + 7 >= at)
                || passive && mentioned.is_empty();
            let denied = |far: usize| {
                self.tokens[at.saturating_sub(far).max(start)..at]
                    .iter()
                    .enumerate()
                    .filter(|(_, token)| {
                        among!(
                            "not never no nobody neb shouldn't mustn't can't cannot without nid ddim na ni heb don't",
                            token.word,
                        )
                    })
                    .count()
                    % 2
                    == 1
            };
            // What is done to the target counts by what the target is; with none named, by what the proposal does.
            let object = mentioned.iter().filter(|(target, _)| *target != at && target.abs_diff(at) <= 7);
            let object = object.clone().find(|(_, mention)| mention.distinct).or(object.clone().next());
            let sign = action * object.map_or(self.side.acts, |(_, mention)| mention.sign);
            if duty.is_some() && (passive && governed || governs && !passive) {
                let sign = if denied(4) { -sign } else { sign };
                let first = mentioned.first().map_or(at, |(target, _)| (*target).min(at)).max(start);
                return Some(Action { at, first, duty: true, sign });
            }
            let own = self.side.is_own_act(self.word(at).as_str());
            let nominal = own && (mentioned.is_empty() || governs) && !passive
                || governs && (at == start || !passive) && action < 0
                || governs && self.word(at).ends_with("ing")
                || passive && governed && back(6, list!("if when were pe os")).is_some();
            if nominal && found.is_none() {
                let sign = if denied(2) { -sign } else { sign };
                found = Some(Action { at, first: at, duty: false, sign });
            }
        }
        found
    }

    /// Whether a word of need is said of people (`the poor`, `vulnerable families`) rather than of a thing (`poor care`).
    fn is_of_people(&self, at: usize, end: usize) -> bool {
        let before = if at > 0 { self.word(at - 1) } else { Word::NONE };
        let after = if at + 1 < end { self.word(at + 1) } else { Word::NONE };
        !among!("poor poorer ill sick suffer suffers suffered suffering tlawd", self.word(at))
            || among!("the these those terminally mentally seriously and their", before)
            || among!(
                "people person children child families family students patients countries nations communities man woman men women individuals",
                after,
            )
    }

    /// The words of a sentence that praise or blame, each turned by what stands before it.
    fn events(&self, start: usize, end: usize, skip: Option<usize>) -> Vec<Event> {
        let mut events: Vec<Event> = Vec::new();
        let (mut deny, mut lessen, mut mend, mut harm) = (None, None, None, None);
        let mut denied = None;
        let near =
            |since: Option<usize>, at: usize, reach: usize| since.is_some_and(|since: usize| at - since <= reach);
        let mut at = start;
        while at < end {
            let place = self.places[at];
            let here = at;
            at += 1;
            if self.tokens[here].stop || among!("but ond however", self.word(here)) {
                (deny, lessen, mend, harm) = (None, None, None, None);
            }
            if Some(here) == skip || proposal::within_concept(self.tokens, here) {
                continue;
            }
            // `No place for profit`, `nid oes lle i elw`.
            if among!("place room lle", self.word(here)) && near(deny, here, 3) {
                events.push(Event { at: here, value: -2 });
                deny = None;
                continue;
            }
            let Some(tone) = place.known.tone else { continue };
            // A word that names the target is not praise of it.
            if place.mention.is_some_and(|mention| mention.distinct) {
                continue;
            }
            let keeps_from =
                self.word(here).starts_with("keep") && (here + 1..end.min(here + 6)).any(|at| self.word(at) == "from");
            let mut value = match tone {
                Tone::Gives if keeps_from => {
                    lessen = Some(here);
                    -1
                }
                Tone::Denies => {
                    let only = here + 1 < end && among!("only just", self.word(here + 1));
                    if !only {
                        deny = Some(here);
                        denied = deny;
                    }
                    continue;
                }
                Tone::Lessens => {
                    let likely = self
                        .tokens
                        .get(here + 1)
                        .is_some_and(|next| among!("likely common frequent frequently", next.word));
                    let predicate = among!("rare rarely unlikely", self.word(here)) || likely;
                    if let (true, Some(before)) = (predicate, events.last_mut().filter(|event| here - event.at <= 8)) {
                        // `Wars between democracies are less likely`.
                        before.value = -before.value;
                        continue;
                    }
                    lessen = if near(lessen, here, 3) { None } else { Some(here) };
                    continue;
                }
                Tone::Needy if self.is_of_people(here, end) => continue,
                Tone::Needy => -2,
                Tone::Costs => -1,
                Tone::Limits => -1,
                Tone::Good | Tone::Mends => 2,
                Tone::Gives => 1,
                Tone::Bad | Tone::Harms => -2,
            };
            if near(mend, here, 9) && value < 0 {
                value = 0;
            }
            if near(harm, here, 6) && value > 0 {
                value = 0;
            }
            if near(lessen, here, 6) && value != 0 {
                value = -value;
                if let Some(limit) = events.iter_mut().find(|event| Some(event.at) == lessen) {
                    limit.value = 0;
                }
                lessen = None;
            }
            if near(deny, here, 5) && value != 0 {
                value = -value;
            }
            match tone {
                Tone::Limits => lessen = Some(here),
                Tone::Mends => mend = Some(here),
                Tone::Harms | Tone::Needy => harm = Some(here),
                _ => {}
            }
            events.push(Event { at: here, value });
        }
        if let (Some(at), true) = (denied, events.is_empty()) {
            // `X does not…`: what is denied of a thing is mostly to its blame.
            events.push(Event { at, value: -1 });
        }
        events
    }
}

/// What is done, or ought to be done, to the target.
#[derive(Clone, Copy)]
struct Action {
    at: usize,
    first: usize,
    /// The writer says that it should be done, or should not.
    duty: bool,
    /// For the proposal (1) or against it (-1).
    sign: i8,
}
