//! A proposal read once: which way it acts, and on what.

use std::collections::BTreeMap;

use super::lexicon::{self, Tone};
use super::phrases::Begins;
use super::polarity;
use super::tokens::{Room, Token, tokens};
use super::words::{List, Word, among, list};
use crate::model::{Bilingual, Detected, Locale};
use crate::text::welsh;

/// What people were asked to support or oppose, compiled: its target's words and whether it takes away or brings in.
///
/// Compile it once for a frame; it is shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    sides: [Side; 2],
}

/// The proposal as it reads in one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// It takes something away (-1: ban, end, limit, "is harmful") or brings it in or keeps it (1).
    pub(super) acts: i8,
    /// What the proposal does, where that word is seldom used of anything else: `ban`, `legalise`.
    own_act: String,
    /// How many words of the proposal name its target.
    names: usize,
    words: Vec<Name>,
    /// Which words begin with these letters.
    by_start: BTreeMap<[u8; START], Vec<usize>>,
    /// How all of them begin, and what the proposal does.
    starts: Starts,
}

/// A word that names the target.
#[derive(Clone, Debug)]
struct Name {
    letters: String,
    /// Good (1) or bad (-1) in the eyes of who supports the proposal.
    sign: i8,
    distinct: bool,
    /// Only the whole word, not its family.
    whole: bool,
    /// Which word of the proposal it stands for.
    of: usize,
}

/// That a token names the target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) sign: i8,
    pub(super) distinct: bool,
    pub(super) of: usize,
}

/// Letters by which words are sorted before they are compared.
const START: usize = 3;

impl Proposal {
    /// Compiles a proposal. A language in which it was never written is read by the words of the other.
    pub fn new(proposal: &Bilingual) -> Proposal {
        let side = |locale: Locale| Side::read(proposal.get(locale), locale);
        let mut sides = [side(Locale::En), side(Locale::Cy)];
        if proposal.cy.is_empty() || proposal.cy == proposal.en {
            sides[1] = Side::read(proposal.get(Locale::En), Locale::En);
        }
        Proposal { sides }
    }

    /// As it reads in a language.
    pub(super) fn side(&self, welsh: bool) -> &Side {
        &self.sides[usize::from(welsh)]
    }
}

/// The word at a place, with what is written in several words taken as one: `not for profit`.
pub(super) fn concept<'t>(tokens: &[Token<'t>], at: usize) -> &'t str {
    let word = tokens[at].word.as_str();
    let back = |n: usize| if at >= n { tokens[at - n].word.as_str() } else { "" };
    match word {
        "profit" | "profits" if back(1) == "non" || back(1) == "for" && back(2) == "not" => "nonprofit",
        "elw" if back(1) == "er" && matches!(back(2), "nid" | "di") || back(1) == "di" => "nonprofit",
        "nonprofit" | "dielw" => "nonprofit",
        _ => word,
    }
}

/// Whether a token is only the front of such a concept.
pub(super) fn within_concept(tokens: &[Token], at: usize) -> bool {
    among!("not non for nid er di", tokens[at].word)
        && (1..3).any(|ahead| at + ahead < tokens.len() && concept(tokens, at + ahead) == "nonprofit")
}

impl Side {
    fn read(text: &str, locale: Locale) -> Side {
        let mut room = Room::of(text);
        let tokens = tokens(text, &Detected::default(), &Begins::default(), &mut room);
        let signs = Signs::of(&tokens, locale);
        let mut side = Side { acts: signs.acts, ..Side::default() };
        if let Some(act) = signs.act.map(|at| tokens[at].word).filter(|act| among!(polarity::SPECIFIC_ACTS, *act)) {
            act.as_str().clone_into(&mut side.own_act);
        }
        for (at, token) in tokens.iter().enumerate() {
            let word = concept(&tokens, at);
            let sign = signs.each[at];
            let names =
                word.len() >= START && !among!(polarity::GRAMMAR, Word::of(word)) && !within_concept(&tokens, at);
            if !names || sign == 0 && !signs.actor[at] {
                continue;
            }
            let is_common = |word: &str| {
                among!(polarity::COMMON, Word::of(word))
                    || word.strip_suffix('s').is_some_and(|word| among!(polarity::COMMON, Word::of(word)))
            };
            let common = signs.actor[at]
                || match locale {
                    Locale::En => is_common(word),
                    Locale::Cy => welsh::radicals(word).iter().any(|radical| is_common(radical)),
                };
            let sign = if sign == 0 { signs.acts } else { sign };
            side.add(word, sign, !common, word == "nonprofit", at, locale);
            if word == "nonprofit" {
                for other in ["profit", "elw", "profiteering", "shareholders", "shareholder"] {
                    side.add(other, -sign, true, true, at, locale);
                }
            }
            if !common && token.word.len() > START {
                side.add_same_matter(word, sign, at, locale);
            }
        }
        let mut names: Vec<usize> = side.words.iter().map(|word| word.of).collect();
        names.dedup();
        side.names = names.len();
        side.words.iter().for_each(|word| side.starts.add(&word.letters));
        side.starts.add(&side.own_act);
        // What is read as `nonprofit`: see [`concept`].
        if side.starts.has("nonprofit") {
            ["profit", "elw", "dielw"].iter().for_each(|word| side.starts.add(word));
        }
        side
    }

    fn add(&mut self, word: &str, sign: i8, distinct: bool, whole: bool, of: usize, locale: Locale) {
        let forms = match locale {
            Locale::En => vec![word.to_owned()],
            Locale::Cy => welsh::mutated(word),
        };
        for letters in forms.into_iter().filter(|form| form.len() >= START) {
            let mut start = [0; START];
            start.copy_from_slice(&letters.as_bytes()[..START]);
            self.by_start.entry(start).or_default().push(self.words.len());
            self.words.push(Name { letters, sign, distinct, whole, of });
        }
    }

    fn add_same_matter(&mut self, word: &str, sign: i8, of: usize, locale: Locale) {
        for group in polarity::SAME_MATTER {
            if group.split(' ').any(|other| alike(other, word)) {
                for other in group.split(' ').filter(|other| !alike(other, word)) {
                    self.add(other, sign, true, false, of, locale);
                }
            }
        }
    }

    /// Whether a word may name the target, or what the proposal does: most words of an answer can't, by their first letters.
    #[inline]
    pub(super) fn may_concern(&self, word: &str) -> bool {
        self.starts.has(word)
    }

    /// Whether a word names the target.
    pub(super) fn mention(&self, word: &str) -> Option<Mention> {
        let start: &[u8; START] = word.as_bytes().first_chunk()?;
        let near = self.by_start.get(start)?;
        let found = near.iter().map(|&at| &self.words[at]);
        let fits = |target: &&Name| if target.whole { target.letters == word } else { alike(&target.letters, word) };
        let best =
            found.filter(fits).max_by_key(|target| (target.letters == word, target.distinct, target.letters.len()))?;
        Some(Mention { sign: best.sign, distinct: best.distinct, of: best.of })
    }

    /// Whether a word is what the proposal does, in one of its forms.
    pub(super) fn is_own_act(&self, word: &str) -> bool {
        !self.own_act.is_empty() && alike(&self.own_act, word)
    }

    /// Whether these mentions together show that the text speaks of the target: one distinct word of it does, and so do
    /// common ones that make up most of the proposal.
    pub(super) fn is_named_by(&self, mentions: impl Iterator<Item = Mention>) -> bool {
        let mut common: Vec<usize> = Vec::new();
        for mention in mentions {
            if mention.distinct {
                return true;
            }
            if !common.contains(&mention.of) {
                common.push(mention.of);
            }
        }
        let share =
            if self.words.iter().any(|word| word.distinct) { 2 * self.names / 3 + 1 } else { self.names.div_ceil(2) };
        common.len() >= share.max(2).min(self.names.max(1))
    }
}

/// The first letters of words, five bits of each: what they don't hold begins no word.
#[derive(Clone, Debug)]
struct Starts(Box<[u64; Starts::WORDS]>);

impl Starts {
    const WORDS: usize = (1 << (5 * START)) / 64;

    fn place(word: &str) -> Option<usize> {
        let start: &[u8; START] = word.as_bytes().first_chunk()?;
        Some(start.iter().fold(0, |place, byte| place << 5 | usize::from(byte & 31)))
    }

    fn add(&mut self, word: &str) {
        if let Some(place) = Starts::place(word) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    #[inline]
    fn has(&self, word: &str) -> bool {
        Starts::place(word).is_some_and(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }
}

impl Default for Starts {
    fn default() -> Self {
        Starts(Box::new([0; Starts::WORDS]))
    }
}

/// Endings that the words of a family differ by.
const ENDINGS: &str = "s es e ed d er ers ing ings ion ions ation ations ition ment ments al ally ity ities ise ises ised ising ize izes ized izing isation ization \
    isations izations ism ist ists istic y ies ied ic ics ical ically ive ives able ible ous ly ant ance ent ence or ors acy acies at atic atically ate ates ated ating ator ators atory ful ness hood ship tion \
    tions ration rate ian ians an n t ts r rs sion yer ying iness ier iest en ance ances ary ual uals tisation tization tise tize tised tized tising tizing ting ted ne nes nate nated nation nations ic ics power \
    au ion iau oedd wyr ydd yddion wr wyr iaeth ol u o i odd wyd ir ai af ant ent";

/// Whether two words are of one family: `vaccine`, `vaccination`.
fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let mut common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    if common < START {
        return false;
    }
    while !a.is_char_boundary(common) || !b.is_char_boundary(common) {
        common -= 1;
    }
    let ends = |rest: &str| rest.is_empty() || among!(ENDINGS, Word::of(rest));
    let (rest_a, rest_b) = (&a[common..], &b[common..]);
    match common {
        0..=3 => rest_a.len() + rest_b.len() <= 1 && (rest_a == "s" || rest_b == "s"),
        4 => ends(rest_a) && ends(rest_b) && rest_a.len() + rest_b.len() <= 5 && rest_a.len().min(rest_b.len()) <= 1,
        _ => {
            ends(rest_a) && ends(rest_b) && common * 2 > a.len().min(b.len())
                || common >= 5 && (rest_a.is_empty() || rest_b.is_empty()) && common >= 6
        }
    }
}

/// What each word of a proposal is to who supports it.
struct Signs {
    acts: i8,
    /// The verb that acts.
    act: Option<usize>,
    each: Vec<i8>,
    /// Who would act: `The EU should…`.
    actor: Vec<bool>,
}

impl Signs {
    fn of(tokens: &[Token], locale: Locale) -> Signs {
        let words = match locale {
            Locale::En => &*lexicon::ENGLISH,
            Locale::Cy => &*lexicon::WELSH,
        };
        let n = tokens.len();
        let mut signs = Signs { acts: 1, act: None, each: vec![1; n], actor: vec![false; n] };
        let word = |at: usize| tokens[at].word;
        let back = |at: usize, far: usize, list: List| {
            tokens[at.saturating_sub(far)..at].iter().any(|token| list.has(token.word))
        };
        let denied = (0..n).any(|at| {
            among!("not never no nor isn't shouldn't doesn't nid ddim na ni byth", word(at))
                && !within_concept(tokens, at)
        });
        let only = tokens.first().is_some_and(|token| token.word == "only");
        let than = (0..n).find(|&at| among!("than over outweigh outweighs", word(at)) && at > 1);
        if let Some(at) =
            than.filter(|&at| word(at) != "over" || back(at, 2, list!("better preferable superior preferred")))
        {
            return signs.apart(tokens, at);
        }
        if let Some(at) = (0..n).find(|&at| {
            among!("replace replaces replacing", word(at)) || word(at) == "replaced" || word(at) == "instead"
        }) {
            return signs.replacing(tokens, at);
        }
        // The first verb that acts; what stands before it is who acts, or what is acted on.
        let modal = (0..n).find(|&at| among!("should must ought would dylid dylai dylem", word(at))).unwrap_or(0);
        let acting = |at: usize| {
            let action = words.get(word(at).key).action;
            let noun = at > 0 && among!("the of a an", word(at - 1))
                || at + 1 < n && word(at + 1) == "of" && back(at, 2, list!("the"));
            action != 0 && !(noun && action > 0)
        };
        let act = (modal..n).find(|&at| acting(at)).or_else(|| (0..modal).find(|&at| acting(at)));
        let Some(act) = act else {
            signs.acts = signs.judged(tokens, words, denied);
            let acts = signs.acts;
            signs.each.iter_mut().enumerate().for_each(|(at, sign)| {
                *sign = if words.get(word(at).key).tone.is_some() { 0 } else { acts };
            });
            signs.find_actor(tokens, n);
            return signs;
        };
        signs.act = Some(act);
        signs.acts = words.get(word(act).key).action * if denied && !only { -1 } else { 1 };
        let passive = back(act, 3, list!("be been is are being kept remain gael eu ei cael"))
            || locale == Locale::Cy && back(act, 2, list!("ei eu"));
        let mut sign = signs.acts;
        for at in 0..n {
            let action = words.get(word(at).key).action;
            if at == act || at == act + 1 && action > 0 {
                signs.each[at] = 0;
            } else if at > act && action < 0 && words.get(word(at).key).tone.is_some() && at < act + 4 {
                // `a ban on`, `enforce a limit`: what follows is taken away.
                sign = -sign.abs() * signs.acts;
                signs.acts = sign;
                signs.each[at] = 0;
            } else {
                signs.each[at] = sign;
            }
        }
        if !passive && !only {
            signs.find_actor(tokens, act);
        }
        signs
    }

    /// `A is better than B`, `the benefits of A outweigh`: A is good, B is not.
    fn apart(mut self, tokens: &[Token], at: usize) -> Signs {
        let outweighs = tokens[at].word.starts_with("outweigh");
        for (place, (sign, token)) in self.each.iter_mut().zip(tokens).enumerate() {
            *sign = if place > at && !outweighs { -1 } else { 1 };
            if among!("better best benefits benefit risks harm good more preferable", token.word) {
                *sign = 0;
            }
        }
        let than_good = tokens.get(at + 1).is_some_and(|token| among!("good benefit benefits", token.word));
        if than_good {
            self.acts = -1;
            self.each.iter_mut().for_each(|sign| *sign = -sign.abs());
        }
        self
    }

    /// `A should replace B`, `replace B with A`, `A instead of B`.
    fn replacing(mut self, tokens: &[Token], at: usize) -> Signs {
        let by = tokens[at..].iter().position(|token| among!("with by", token.word)).map(|by| by + at);
        let passive = tokens[at].word == "replaced";
        for place in 0..tokens.len() {
            self.each[place] = match by {
                Some(by) if place > by => 1,
                Some(_) if passive || place > at => -1,
                Some(_) => 0,
                None if passive => -1,
                None if place > at => -1,
                None => 1,
            };
        }
        self.each[at] = 0;
        self
    }

    /// A proposal that judges rather than acts: `advertising is harmful`.
    fn judged(&self, tokens: &[Token], words: &lexicon::Words, denied: bool) -> i8 {
        let sum: i32 = tokens
            .iter()
            .map(|token| match words.get(token.word.key).tone {
                Some(Tone::Good | Tone::Gives | Tone::Mends) => 1,
                Some(Tone::Bad | Tone::Harms | Tone::Limits) => -1,
                Some(Tone::Lessens) => -1,
                Some(Tone::Denies | Tone::Needy | Tone::Costs) | None => 0,
            })
            .sum();
        let sign = if sum < 0 { -1 } else { 1 };
        if denied { -sign } else { sign }
    }

    /// Words before `should` and the like, where those who act stand.
    fn find_actor(&mut self, tokens: &[Token], before: usize) {
        let modal =
            tokens[..before].iter().rposition(|token| among!("should must would ought has have to dylai", token.word));
        let passive = modal
            .is_some_and(|modal| tokens[modal + 1..].iter().take(3).any(|token| among!("be been become", token.word)));
        if let (Some(modal), false) = (modal, passive) {
            self.actor[..modal].iter_mut().for_each(|actor| *actor = true);
        }
    }
}
