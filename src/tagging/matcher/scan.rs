//! The patterns of one language: one scan over the folded text for their rarest words, then a check around each find.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use aho_corasick::{AhoCorasick, Input, MatchKind};
use regex::Regex;

use super::gate::{Gate, gate};
use super::rarity::Frequencies;
use super::resolve::Match;
use super::verify::{
    Haystack, Row, Scratch, ends_at_boundary, ends_with_word, is_exactly, starts_at_boundary, starts_with_word,
    word_end,
};
use super::words::{Hit, Sought, Words};
use crate::tagging::pattern::Prepared;

/// Ready to scan.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// Finds the literals that begin with a word.
    words: Words,
    /// Finds the others, and their numbers.
    odd: Option<(AhoCorasick, Vec<u32>)>,
    literals: Vec<Literal>,
    texts: Vec<Box<str>>,
    targets: Vec<Target>,
    /// Words in the very case that a pattern asks for.
    exact: Vec<Box<str>>,
    rows: Vec<Row>,
    regexes: Vec<Gated>,
    letters: Option<Letters>,
}

/// Small, as are targets: a text of many finds asks for many of them.
#[derive(Clone, Copy, Debug)]
struct Literal {
    /// Bytes.
    len: u32,
    /// The first of its targets, and the one behind the last.
    targets: (u32, u32),
    starts_word: bool,
    ends_word: bool,
}

/// What a find of a literal may be part of.
#[derive(Clone, Copy, Debug)]
enum Target {
    /// All of the pattern.
    Whole { rule: u32 },
    /// One form of the row's anchor piece; `exact` counts from one.
    Part { row: u32, stem: bool, exact: Option<NonZeroU32> },
}

#[derive(Clone, Debug)]
struct Gated {
    rule: u32,
    regex: Regex,
    gate: Gate,
}

/// Finds the letters that open regular expressions.
#[derive(Clone, Debug)]
struct Letters {
    /// None of its words begins with another one.
    automaton: AhoCorasick,
    /// By the number of the word, the regular expressions that it opens.
    opens: Vec<Vec<usize>>,
}

/// Gathers the patterns of one language.
#[derive(Debug, Default)]
pub(super) struct Builder {
    patterns: Vec<(u32, Prepared)>,
}

/// Kept between texts to save allocations.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    asked: Vec<(u8, u64)>,
    hits: Vec<Hit>,
    positions: Scratch,
    open: Vec<bool>,
}

impl Builder {
    pub(super) fn add(&mut self, rule: u32, prepared: Prepared) {
        self.patterns.push((rule, prepared));
    }

    pub(super) fn finish(self) -> Side {
        let frequencies = Frequencies::of(self.patterns.iter().map(|(_, prepared)| prepared));
        let mut side = Side::default();
        let mut literals: BTreeMap<String, Vec<Target>> = BTreeMap::new();
        for (rule, prepared) in self.patterns {
            match prepared {
                Prepared::Words(rows) => {
                    for row in rows.into_iter().filter_map(|pieces| Row::new(rule, pieces, &frequencies)) {
                        for form in row.anchor_forms() {
                            let target = if row.is_one_piece() && !form.stem && form.exact.is_none() {
                                Target::Whole { rule }
                            } else {
                                side.exact.extend(form.exact.as_deref().map(Into::into));
                                let exact = form.exact.as_ref().and_then(|_| NonZeroU32::new(side.exact.len() as u32));
                                Target::Part { row: side.rows.len() as u32, stem: form.stem, exact }
                            };
                            literals.entry(form.text.clone()).or_default().push(target);
                        }
                        side.rows.push(row);
                    }
                }
                Prepared::Regex(regex) => {
                    side.regexes.push(Gated { rule, gate: gate(regex.as_str()), regex });
                }
            }
        }
        side.with(literals)
    }
}

impl Side {
    fn with(mut self, literals: BTreeMap<String, Vec<Target>>) -> Side {
        let mut sought = Vec::with_capacity(literals.len());
        for (text, targets) in literals {
            let stem = targets.iter().any(|target| matches!(target, Target::Part { stem: true, .. }));
            let from = self.targets.len() as u32;
            self.targets.extend(targets);
            self.literals.push(Literal {
                len: text.len() as u32,
                targets: (from, self.targets.len() as u32),
                starts_word: starts_with_word(&text),
                ends_word: ends_with_word(&text),
            });
            self.texts.push(text.as_str().into());
            sought.push(Sought { text, stem });
        }
        let (words, odd) = Words::new(&sought);
        self.words = words;
        let texts: Vec<&str> = odd.iter().map(|number| sought[*number].text.as_str()).collect();
        self.odd =
            automaton(&texts, MatchKind::Standard).map(|a| (a, odd.iter().map(|number| *number as u32).collect()));
        self.letters = Letters::of(&self.regexes);
        self
    }

    pub(super) fn literal_texts(&self) -> impl Iterator<Item = String> + '_ {
        self.texts.iter().map(|text| text.to_string())
    }

    /// Adds every match in the text, overlapping ones too, in bytes of the original.
    pub(super) fn scan(&self, haystack: Haystack<'_>, matches: &mut Vec<Match>, room: &mut Room) {
        let Room { asked, hits, positions, .. } = room;
        hits.clear();
        self.words.scan(haystack.padded, haystack.starts, asked, hits);
        for hit in hits.iter() {
            self.check(haystack, &self.literals[hit.number as usize], hit.at, matches, positions);
        }
        if let Some((automaton, numbers)) = &self.odd {
            for hit in automaton.find_overlapping_iter(haystack.text) {
                let literal = &self.literals[numbers[hit.pattern().as_usize()] as usize];
                self.check(haystack, literal, hit.start(), matches, positions);
            }
        }
        if !self.regexes.is_empty() {
            self.scan_regexes(haystack, matches, &mut room.open);
        }
    }

    /// A literal stands at `start`: which of its targets match?
    fn check(
        &self,
        haystack: Haystack<'_>,
        literal: &Literal,
        start: usize,
        matches: &mut Vec<Match>,
        positions: &mut Scratch,
    ) {
        if literal.starts_word && !starts_at_boundary(haystack.text, start) {
            return;
        }
        let end = start + literal.len as usize;
        let ends = !literal.ends_word || ends_at_boundary(haystack.text, end);
        let mut push = |rule: u32, start: usize, end: usize| {
            let span = haystack.folded.span(start, end);
            matches.push(Match { rule, start: span.start, end: span.end });
        };
        for target in &self.targets[literal.targets.0 as usize..literal.targets.1 as usize] {
            match target {
                Target::Whole { rule } if ends => push(*rule, start, end),
                Target::Part { row, stem, exact } if ends || *stem => {
                    let row = &self.rows[*row as usize];
                    if !row.may_be_around(haystack, start, end) {
                        continue;
                    }
                    let end = if *stem { word_end(haystack.text, end) } else { end };
                    if let Some(exact) = exact.and_then(|exact| self.exact.get(exact.get() as usize - 1))
                        && !is_exactly(haystack, (start, end), exact, *stem)
                    {
                        continue;
                    }
                    if let Some((start, end)) = row.around(haystack, start, end, positions) {
                        push(row.rule, start, end);
                    }
                }
                Target::Whole { .. } | Target::Part { .. } => {}
            }
        }
    }

    fn scan_regexes(&self, haystack: Haystack<'_>, matches: &mut Vec<Match>, open: &mut Vec<bool>) {
        open.clear();
        // Folding may have made something else of what a regular expression sees.
        open.resize(self.regexes.len(), !haystack.folded.is_plain());
        if let Some(letters) = &self.letters {
            letters.search(haystack.text, open);
        }
        let mut digits = None;
        for (gated, open) in self.regexes.iter().zip(open) {
            let opens = *open
                || match &gated.gate {
                    Gate::Open => true,
                    Gate::Letters(_) => false,
                    Gate::Signs(signs) => signs.iter().any(|sign| haystack.text.contains(*sign)),
                    Gate::Digit(beside) => {
                        *digits.get_or_insert_with(|| has_digit(haystack.text.as_bytes()))
                            && (beside.is_empty() || beside.iter().any(|run| haystack.text.contains(run.as_str())))
                    }
                };
            if opens {
                let found = gated.regex.find_iter(haystack.original).filter(|m| !m.is_empty());
                matches.extend(found.map(|m| Match { rule: gated.rule, start: m.start(), end: m.end() }));
            }
        }
    }
}

/// Written so that the compiler looks at many bytes at once.
fn has_digit(bytes: &[u8]) -> bool {
    bytes.chunks(256).any(|chunk| chunk.iter().fold(0, |any, byte| any | u8::from(byte.wrapping_sub(b'0') < 10)) != 0)
}

fn automaton(texts: &[&str], kind: MatchKind) -> Option<AhoCorasick> {
    (!texts.is_empty())
        .then(|| AhoCorasick::builder().match_kind(kind).build(texts).expect("a frame holds far fewer than 2^31 bytes"))
}

impl Letters {
    fn of(regexes: &[Gated]) -> Option<Letters> {
        let mut opened: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, gated) in regexes.iter().enumerate() {
            if let Gate::Letters(ways) = &gated.gate {
                ways.iter().for_each(|way| opened.entry(way).or_default().push(at));
            }
        }
        // In order of the alphabet a word comes after all that it begins with: the shortest opens for the longer ones too.
        let mut words: Vec<&str> = Vec::new();
        let mut opens: Vec<Vec<usize>> = Vec::new();
        for (word, regexes) in opened {
            match (words.last(), opens.last_mut()) {
                (Some(shorter), Some(opens)) if word.starts_with(shorter) => opens.extend(regexes),
                _ => {
                    words.push(word);
                    opens.push(regexes);
                }
            }
        }
        automaton(&words, MatchKind::LeftmostFirst).map(|automaton| Letters { automaton, opens })
    }

    fn search(&self, text: &str, open: &mut [bool]) {
        let mut from = 0;
        // One byte on, not past the find: the words may overlap.
        while let Some(hit) = self.automaton.find(Input::new(text).range(from..)) {
            self.opens[hit.pattern().as_usize()].iter().for_each(|regex| open[*regex] = true);
            from = hit.start() + 1;
        }
    }
}
