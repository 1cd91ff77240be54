//! From every match to the ones that count: cancelled ones out, one per theme where they overlap.

use std::collections::BTreeMap;

use super::{Found, MOST_TAGS_PER_THEME, Rule};
use crate::model::Span;

/// One pattern matched, in bytes of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) rule: u32,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Adds the matches that count, theme by theme in order of place. The matches are left in that order.
pub(super) fn resolve(rules: &[Rule], matches: &mut [Match], found: &mut Vec<Found>) {
    let theme = |m: &Match| rules[m.rule as usize].theme;
    matches.sort_unstable_by_key(|m| (theme(m), m.start, std::cmp::Reverse(m.end), m.rule));
    for of_theme in matches.chunk_by(|a, b| theme(a) == theme(b)) {
        let kept = found.len();
        one_theme(rules, of_theme, found);
        found.truncate(kept + MOST_TAGS_PER_THEME);
    }
}

fn one_theme(rules: &[Rule], matches: &[Match], found: &mut Vec<Found>) {
    if let [only] = matches {
        if !rules[only.rule as usize].cancels {
            found.push(as_found(rules, only));
        }
        return;
    }
    let cancelled = cancelled_passages(rules, matches);
    let counts = |m: &&Match| !rules[m.rule as usize].cancels && !touches(&cancelled, m);
    let mut region: Vec<Match> = Vec::new();
    let mut region_end = 0;
    for m in matches.iter().filter(counts) {
        if m.start >= region_end {
            settle(rules, &mut region, found);
        }
        region_end = region_end.max(m.end);
        region.push(*m);
    }
    settle(rules, &mut region, found);
}

fn as_found(rules: &[Rule], m: &Match) -> Found {
    Found { span: Span { start: m.start, end: m.end }, theme: rules[m.rule as usize].theme, rule: m.rule as usize }
}

/// Where `not` patterns matched, as passages apart from each other, in order.
fn cancelled_passages(rules: &[Rule], matches: &[Match]) -> Vec<(usize, usize)> {
    let mut passages: Vec<(usize, usize)> = Vec::new();
    for m in matches.iter().filter(|m| rules[m.rule as usize].cancels) {
        match passages.last_mut() {
            Some(last) if m.start < last.1 => last.1 = last.1.max(m.end),
            _ => passages.push((m.start, m.end)),
        }
    }
    passages
}

fn touches(passages: &[(usize, usize)], m: &Match) -> bool {
    let first = passages.partition_point(|passage| passage.1 <= m.start);
    passages.get(first).is_some_and(|passage| passage.0 < m.end)
}

/// Of matches that overlap in a row, the longest that leave each other alone; of equals the first, then the earlier rule.
fn settle(rules: &[Rule], region: &mut Vec<Match>, found: &mut Vec<Found>) {
    if let [only] = region.as_slice() {
        found.push(as_found(rules, only));
    } else {
        region.sort_unstable_by_key(|m| (std::cmp::Reverse(m.end - m.start), m.start, m.rule));
        let mut taken: BTreeMap<usize, Match> = BTreeMap::new();
        for m in region.iter() {
            let free = taken.range(..m.end).next_back().is_none_or(|(_, before)| before.end <= m.start);
            if free {
                taken.insert(m.start, *m);
            }
        }
        found.extend(taken.values().map(|m| as_found(rules, m)));
    }
    region.clear();
}
