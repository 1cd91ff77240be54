//! Cuts a text that speaks both languages into passages.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::{Gap, Word};
use super::table::NAT;
use crate::model::{Detected, Language, LanguageSpan, Span};

/// What it costs to change language after a sentence, after a clause, and between any two words: people change at
/// sentences, often at clauses, and seldom within one.
const CHANGE: [i32; 3] = [5 * NAT, 3 * NAT, 2 * NAT];
/// Evidence that a passage of one language inside the other must bring.
const EVIDENCE: i32 = 6 * NAT;
/// The same for whole sentences.
const SENTENCE_EVIDENCE: i32 = 4 * NAT;

/// A run of as many words is no name, title or courtesy.
const LONG: usize = 60;

/// Greetings and leave-takings, which a writer of either language may put at either end.
const COURTESIES: &[&str] = &[
    "diolch",
    "diolch yn fawr",
    "diolch yn fawr iawn",
    "diolch i chi",
    "bore da",
    "prynhawn da",
    "nos da",
    "hwyl",
    "hwyl fawr",
    "cofion",
    "cofion gorau",
    "cofion cynnes",
    "yn gywir",
    "yr eiddoch yn gywir",
    "pob lwc",
    "pob hwyl",
    "nadolig llawen",
    "iechyd da",
    "croeso",
    "cymru am byth",
    "annwyl syr madam",
    "thanks",
    "thank you",
    "many thanks",
    "thank you very much",
    "kind regards",
    "regards",
    "best wishes",
    "yours sincerely",
    "yours faithfully",
    "good morning",
    "dear sir madam",
    "sorry",
];

/// Words that hold names and titles together.
const JOINERS: &[&str] = &[
    "y", "yr", "'r", "o", "i", "a", "ac", "yn", "'n", "ym", "ar", "the", "of", "and", "in", "for", "to", "on", "at",
    "by", "with",
];

/// A run of words in one language.
struct Run {
    /// Places in the list of words, end exclusive.
    words: std::ops::Range<usize>,
    welsh: bool,
}

/// The passages of a text; or its one language, when the other turns out to be a few names, a title or a quotation.
pub(super) fn passages(text: &str, words: &[Word]) -> Detected {
    let runs = settled(text, words, runs(words));
    if let [run] = runs.as_slice() {
        let language = if run.welsh { Language::Cy } else { Language::En };
        return Detected { language, confidence: 0.8, spans: Vec::new() };
    }
    let mut spans: Vec<LanguageSpan> = Vec::with_capacity(runs.len());
    let mut start = 0;
    for (at, run) in runs.iter().enumerate() {
        let end = runs.get(at + 1).map_or(text.len(), |next| head(text, words[next.words.start].start));
        let language = if run.welsh { Language::Cy } else { Language::En };
        spans.push(LanguageSpan { span: Span { start, end }, language });
        start = end;
    }
    let least = runs.iter().map(|run| evidence(words, run)).min().unwrap_or(0) as f32 / NAT as f32;
    let confidence = (1.0 / (1.0 + (-least / 4.0).exp())).min(0.99);
    Detected { language: Language::Mixed, confidence, spans }
}

/// The likeliest language of each word (Viterbi's algorithm over two states), as runs.
fn runs(words: &[Word]) -> Vec<Run> {
    // Best total so far if the last word is English, and Welsh; and whether each word's best way in was a change.
    let (mut english, mut welsh) = (0, 0);
    let mut changed: Vec<[bool; 2]> = Vec::with_capacity(words.len());
    for word in words {
        let cost = CHANGE[word.gap as usize];
        let (into_english, into_welsh) = (welsh - cost > english, english - cost > welsh);
        let before = (english, welsh);
        english = if into_english { before.1 - cost } else { before.0 } - word.score / 2;
        welsh = if into_welsh { before.0 - cost } else { before.1 } + word.score / 2;
        changed.push([into_english, into_welsh]);
    }
    let mut state = welsh > english;
    let mut runs = vec![Run { words: 0..words.len(), welsh: state }];
    for (at, changes) in changed.iter().enumerate().skip(1).rev() {
        if changes[usize::from(state)] {
            state = !state;
            if let Some(run) = runs.last_mut() {
                run.words.start = at;
            }
            runs.push(Run { words: 0..at, welsh: state });
        }
    }
    runs.reverse();
    runs
}

/// The runs that are left when each that can't stand alone has gone to its neighbours: the weakest first, as it may join two
/// that then hold together. Runs are kept by where they begin, so that the work grows with the text and hardly faster.
fn settled(text: &str, words: &[Word], runs: Vec<Run>) -> Vec<Run> {
    let cited = cited(text, words);
    let mut sums = vec![0];
    sums.extend(words.iter().scan(0, |sum, word| {
        *sum += word.score;
        Some(*sum)
    }));
    let weight = |run: &Run| (sums[run.words.end] - sums[run.words.start]) * if run.welsh { 1 } else { -1 };
    let is_weak = |run: &Run| run.words.len() < LONG && !stands(text, words, &cited, run, weight(run));
    let mut weak: BTreeSet<(i32, usize)> =
        runs.iter().filter(|run| is_weak(run)).map(|run| (weight(run), run.words.start)).collect();
    let mut all: BTreeMap<usize, Run> = runs.into_iter().map(|run| (run.words.start, run)).collect();
    while all.len() > 1
        && let Some((_, at)) = weak.pop_first()
        && let Some(run) = all.remove(&at)
    {
        let mut merged = Run { words: run.words, welsh: !run.welsh };
        let before = all.range(..at).next_back().map(|(&start, _)| start);
        let after = all.range(at..).next().map(|(&start, _)| start);
        for neighbour in [before, after].into_iter().flatten().filter_map(|start| all.remove(&start)) {
            weak.remove(&(weight(&neighbour), neighbour.words.start));
            merged.words = merged.words.start.min(neighbour.words.start)..merged.words.end.max(neighbour.words.end);
        }
        if is_weak(&merged) {
            weak.insert((weight(&merged), merged.words.start));
        }
        all.insert(merged.words.start, merged);
    }
    all.into_values().collect()
}

/// What the words of a run say for its language.
fn evidence(words: &[Word], run: &Run) -> i32 {
    let net: i32 = words[run.words.clone()].iter().map(|word| word.score).sum();
    if run.welsh { net } else { -net }
}

/// Whether a run is somebody's clause in that language, rather than a name, a title or a courtesy.
fn stands(text: &str, words: &[Word], cited: &[bool], run: &Run, evidence: i32) -> bool {
    let inside = &words[run.words.clone()];
    let leans = |word: &&Word| if run.welsh { word.score >= NAT } else { word.score <= -NAT };
    let own = |word: &&Word| word.function && (!word.capital || word.gap == Gap::Sentence);
    let whole = inside.first().is_some_and(|first| first.gap == Gap::Sentence)
        && words.get(run.words.end).is_none_or(|next| next.gap == Gap::Sentence);
    let least = if whole { SENTENCE_EVIDENCE } else { EVIDENCE };
    if evidence < least || inside.len() < 2 {
        return false;
    }
    if let (Some(first), Some(last)) = (inside.first(), inside.last())
        && inside.len() < 6
        && is_courtesy(&text[first.start..last.end])
    {
        return false;
    }
    let (mut functions, mut small, mut capitals) = (0, 0, 0);
    for word in inside {
        let leans = leans(&word);
        functions += usize::from(leans && own(&word));
        small += usize::from(leans && !word.capital && !word.function && word.letters > 2);
        capitals += usize::from(word.capital);
    }
    // `The Lord of the Rings`, `Cymdeithas yr Iaith`: capitals joined by function words.
    let says_more = || {
        let joins = |word: &&Word| {
            let spelt = &text[word.start..word.end];
            JOINERS.iter().any(|joiner| spelt.eq_ignore_ascii_case(joiner))
        };
        run.welsh && inside.first().is_some_and(|first| is_verb(text, first))
            || inside.iter().filter(leans).filter(own).any(|word| !joins(&word))
    };
    if capitals * 2 >= inside.len() && small < 2 && !says_more() {
        return false;
    }
    let opening = inside.first().is_some_and(|first| first.function && first.score.abs() >= NAT);
    // `I think`, `I agree`: a clause of two words.
    let says = || inside.first().is_some_and(|first| &text[first.start..first.end] == "I") && functions >= 1;
    let clause = functions >= 2 || functions >= 1 && small >= 1 || says();
    if !clause && !(whole && (opening || small >= 1 || says_more())) {
        return false;
    }
    let quoted = cited[run.words.clone()].iter().filter(|&&cited| cited).count() * 5 >= inside.len() * 3;
    !quoted && !bracketed(text, inside)
}

/// Whether a word that begins a sentence is a Welsh verb of the past or the impersonal, which no title begins with.
fn is_verb(text: &str, word: &Word) -> bool {
    let spelt = &text[word.start..word.end];
    word.letters > 4 && ["odd", "wyd", "ir"].iter().any(|ending| spelt.ends_with(ending))
}

/// Which words stand within quotation marks: the writer cites them, in whatever language they come.
fn cited(text: &str, words: &[Word]) -> Vec<bool> {
    let mut inside = false;
    let mut from = 0;
    words
        .iter()
        .map(|word| {
            let gap = &text[from..word.start];
            for mark in gap.chars().filter(|_| gap != " ") {
                match mark {
                    '\u{201C}' | '\u{AB}' => inside = true,
                    '\u{201D}' | '\u{BB}' | '\n' => inside = false,
                    '"' => inside = !inside,
                    _ => {}
                }
            }
            from = word.end;
            inside
        })
        .collect()
}

/// Whether the run is an aside in brackets or in single quotation marks, such as a term's translation.
fn bracketed(text: &str, inside: &[Word]) -> bool {
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return false };
    let before = text[..first.start].trim_end().chars().next_back();
    let after = text[last.end..].trim_start_matches([' ', '.', ',']).chars().next();
    if !before.is_some_and(|c| matches!(c, '(' | '\'' | '\u{2018}'))
        || !after.is_some_and(|c| matches!(c, ')' | '\'' | '\u{2019}'))
    {
        return false;
    }
    // `(b) the cost (if any)` opens and closes two brackets, none of them around the run.
    let mut depth = 0;
    !text[first.start..last.end].bytes().any(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth < 0
    })
}

/// Whether words are a greeting or a leave-taking, in whatever letters and however far apart.
fn is_courtesy(words: &str) -> bool {
    let words = || words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let count = words().count();
    COURTESIES.iter().any(|courtesy| {
        let known = || courtesy.split(' ');
        words().zip(known()).all(|(said, known)| said.eq_ignore_ascii_case(known)) && known().count() == count
    })
}

/// Where a passage begins whose first word begins at `word`: its bullet, quotation mark or bracket comes with it.
fn head(text: &str, word: usize) -> usize {
    let before = &text[..word];
    let glued = before
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + before[space..].chars().next().map_or(1, char::len_utf8));
    // A word glued to the one before (`da/good`) begins at itself.
    if before[glued..].contains(char::is_alphanumeric) { word } else { glued }
}
