//! The patterns of one language: one scan over the folded text for their rarest words, then a check around each find.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::Regex;

use super::resolve::Match;
use super::verify::{Row, Scratch, ends_at_boundary, is_exactly, starts_at_boundary, word_end};
use crate::tagging::pattern::{Piece, Prepared};
use crate::text::fold::Folded;

/// Up to so many bytes of literals the fast automaton is built (about 300 bytes of memory a byte); beyond, the compact one.
const MOST_FOR_FAST: usize = 150_000;

/// Ready to scan.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    automaton: Option<AhoCorasick>,
    /// By the automaton's pattern number.
    literals: Vec<Literal>,
    targets: Vec<Target>,
    rows: Vec<Row>,
    regexes: Vec<Gated>,
}

#[derive(Clone, Debug)]
struct Literal {
    text: Box<str>,
    targets: std::ops::Range<usize>,
    starts_word: bool,
    ends_word: bool,
}

/// What a find of a literal may be part of.
#[derive(Clone, Debug)]
enum Target {
    /// All of the pattern.
    Whole { rule: u32 },
    /// One form of the row's anchor piece.
    Part { row: usize, stem: bool, exact: Option<Box<str>> },
    /// A regular expression may match this text.
    Gate { regex: usize },
}

#[derive(Clone, Debug)]
struct Gated {
    rule: u32,
    regex: Regex,
    /// Runs only on texts that hold its literal.
    gated: bool,
}

/// Gathers the patterns of one language.
#[derive(Debug, Default)]
pub(super) struct Builder {
    literals: BTreeMap<String, Vec<Target>>,
    rows: Vec<Row>,
    regexes: Vec<Gated>,
}

impl Builder {
    pub(super) fn add(&mut self, rule: u32, prepared: Prepared) {
        match prepared {
            Prepared::Words(rows) => rows.into_iter().for_each(|pieces| self.row(rule, pieces)),
            Prepared::Regex(regex) => {
                let literal = required_literal(regex.as_str());
                let gated = literal.is_some();
                if let Some(literal) = literal {
                    self.literals.entry(literal).or_default().push(Target::Gate { regex: self.regexes.len() });
                }
                self.regexes.push(Gated { rule, regex, gated });
            }
        }
    }

    fn row(&mut self, rule: u32, pieces: Vec<Piece>) {
        let Some(row) = Row::new(rule, pieces) else { return };
        let whole = row.is_one_piece();
        for form in row.anchor_forms() {
            let target = if whole && !form.stem && form.exact.is_none() {
                Target::Whole { rule }
            } else {
                let exact = form.exact.as_deref().map(Into::into);
                Target::Part { row: self.rows.len(), stem: form.stem, exact }
            };
            self.literals.entry(form.text.clone()).or_default().push(target);
        }
        self.rows.push(row);
    }

    pub(super) fn finish(self) -> Side {
        let texts: Vec<&String> = self.literals.keys().collect();
        let size: usize = texts.iter().map(|text| text.len()).sum();
        let kind = if size <= MOST_FOR_FAST { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
        let automaton = (!texts.is_empty()).then(|| {
            AhoCorasick::builder().kind(Some(kind)).build(texts).expect("a frame holds far fewer than 2^31 bytes")
        });
        let mut side = Side { automaton, rows: self.rows, regexes: self.regexes, ..Side::default() };
        for (text, targets) in self.literals {
            let from = side.targets.len();
            side.targets.extend(targets);
            side.literals.push(Literal {
                targets: from..side.targets.len(),
                starts_word: super::verify::starts_with_word(&text),
                ends_word: super::verify::ends_with_word(&text),
                text: text.into(),
            });
        }
        side
    }
}

impl Side {
    pub(super) fn literal_texts(&self) -> impl Iterator<Item = String> + '_ {
        self.literals.iter().map(|literal| literal.text.to_string())
    }

    /// Adds every match in the text, overlapping ones too, in bytes of the original.
    pub(super) fn scan(&self, text: &str, folded: &Folded, matches: &mut Vec<Match>) {
        let mut gates = vec![false; self.regexes.len()];
        self.scan_words(text, folded, matches, &mut gates);
        for (gated, open) in self.regexes.iter().zip(gates) {
            if open || !gated.gated {
                let found = gated.regex.find_iter(text).filter(|m| !m.is_empty());
                matches.extend(found.map(|m| Match { rule: gated.rule, start: m.start(), end: m.end() }));
            }
        }
    }

    fn scan_words(&self, text: &str, folded: &Folded, matches: &mut Vec<Match>, gates: &mut [bool]) {
        let Some(automaton) = &self.automaton else { return };
        let haystack = folded.text();
        let mut scratch = Scratch::default();
        let mut push = |rule: u32, start: usize, end: usize| {
            let span = folded.span(start, end);
            matches.push(Match { rule, start: span.start, end: span.end });
        };
        for hit in automaton.find_overlapping_iter(haystack) {
            let literal = &self.literals[hit.pattern().as_usize()];
            let (start, end) = (hit.start(), hit.end());
            let begins = !literal.starts_word || starts_at_boundary(haystack, start);
            let ends = !literal.ends_word || ends_at_boundary(haystack, end);
            for target in &self.targets[literal.targets.clone()] {
                match target {
                    Target::Gate { regex } => gates[*regex] = true,
                    Target::Whole { rule } if begins && ends => push(*rule, start, end),
                    Target::Part { row, stem, exact } if begins && (ends || *stem) => {
                        let end = if *stem { word_end(haystack, end) } else { end };
                        if let Some(exact) = exact
                            && !is_exactly(text, folded, (start, end), exact, *stem)
                        {
                            continue;
                        }
                        let row = &self.rows[*row];
                        if let Some((start, end)) = row.around(text, folded, start, end, &mut scratch) {
                            push(row.rule, start, end);
                        }
                    }
                    Target::Whole { .. } | Target::Part { .. } => {}
                }
            }
        }
    }
}

/// Fewest letters worth waiting for.
const SHORTEST_REQUIRED: usize = 3;

/// Letters, in lower case, that every match of a regular expression holds side by side; `None` when that is not certain.
///
/// Reads only the plain parts outside brackets and gives up at anything unusual.
pub(super) fn required_literal(source: &str) -> Option<String> {
    let unusual = source.contains("(?") || source.contains("[[") || source.contains("&&") || source.contains("[^]");
    if unusual || source.contains("[]") {
        return None;
    }
    let mut best = String::new();
    let mut run = String::new();
    let mut depth = 0usize;
    let mut chars = source.chars();
    let mut end_run = |run: &mut String| {
        if run.len() > best.len() {
            best.clone_from(run);
        }
        run.clear();
    };
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                end_run(&mut run);
                // `\x41`, `\p{…}` and their like carry letters that are not text.
                if chars.next().is_none_or(|next| !"bBdDsSwWnrt.-/()[]{}|?*+^$\\".contains(next)) {
                    return None;
                }
            }
            '[' => {
                end_run(&mut run);
                loop {
                    match chars.next()? {
                        '\\' => drop(chars.next()?),
                        ']' => break,
                        _ => {}
                    }
                }
            }
            '(' => {
                end_run(&mut run);
                depth += 1;
            }
            ')' => {
                end_run(&mut run);
                depth = depth.checked_sub(1)?;
            }
            '|' if depth == 0 => return None,
            '?' | '*' | '{' => {
                run.pop();
                end_run(&mut run);
                if c == '{' {
                    chars.by_ref().find(|c| *c == '}')?;
                }
            }
            c if depth == 0 && c.is_ascii_alphanumeric() => run.push(c.to_ascii_lowercase()),
            _ => end_run(&mut run),
        }
    }
    end_run(&mut run);
    (best.len() >= SHORTEST_REQUIRED).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_required_literal_is_in_every_match() {
        for (source, expected) in [
            ("out[- ]of[- ]County", Some("county")),
            (r"\bplacements?\b", Some("placement")),
            ("colou?r", Some("colo")),
            ("(far|away) from", Some("from")),
            ("near|far", None),
            (r"\x41bcd", None),
            ("(?x) a b c d", None),
            ("ab{2}cde", Some("cde")),
            ("a+bcd", Some("bcd")),
            ("cartref(i|u)?", Some("cartref")),
            ("[abc]+", None),
        ] {
            assert_eq!(required_literal(source).as_deref(), expected, "{source}");
        }
    }
}
