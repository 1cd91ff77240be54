//! Themes as they were found in a file, and what must hold between them: one code each, parents that exist, no circles.

use std::collections::BTreeMap;

use super::problem::{FrameError, FrameProblem, Layout};
use crate::model::Theme;

/// A theme, with where its code, its parent and what it took over stand.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) theme: Theme,
    pub(super) code_at: (usize, usize),
    pub(super) parent_at: (usize, usize),
    pub(super) was_at: (usize, usize),
}

/// What is wrong between themes.
pub(super) fn check(file: &str, layout: &Layout, found: &[Found]) -> Vec<FrameError> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for (index, one) in found.iter().enumerate() {
        let code = one.theme.code.as_str();
        if let Some(earlier) = first.get(code) {
            let line = found[*earlier].code_at.0;
            problems.push((one.code_at, FrameProblem::DuplicateCode { code: code.to_owned(), first: line }));
        } else {
            first.insert(code, index);
        }
    }
    let parents: std::collections::BTreeSet<&str> =
        found.iter().filter_map(|one| one.theme.parent.as_deref()).collect();
    for one in found {
        let theme = &one.theme;
        if let Some(parent) = &theme.parent
            && !first.contains_key(parent.as_str())
        {
            let problem = FrameProblem::UnknownParent { code: theme.code.clone(), parent: parent.clone() };
            problems.push((one.parent_at, problem));
        }
        let has_patterns = !theme.en.is_empty() || !theme.cy.is_empty();
        if !has_patterns && !theme.by_hand && !parents.contains(theme.code.as_str()) {
            problems.push((one.code_at, FrameProblem::NoPatterns(theme.code.clone())));
        }
    }
    for (index, circle) in circles(found, &first) {
        problems.push((found[index].parent_at, FrameProblem::ParentCycle(circle)));
    }
    for (index, one) in found.iter().enumerate() {
        if let Some(way) = took_itself_over(found, &first, index) {
            problems.push((one.was_at, FrameProblem::WasCycle(way)));
        }
    }
    let error =
        |((line, column), problem)| FrameError { file: file.to_owned(), layout: layout.clone(), line, column, problem };
    problems.into_iter().map(error).collect()
}

/// Ways from a theme through its parents back to itself: each once, from the theme that is first in the alphabet.
fn circles(found: &[Found], first: &BTreeMap<&str, usize>) -> Vec<(usize, Vec<String>)> {
    let parent = |at: usize| found[at].theme.parent.as_deref().and_then(|parent| first.get(parent).copied());
    // By which walk each theme was reached.
    let mut reached: Vec<Option<usize>> = vec![None; found.len()];
    let mut circles = Vec::new();
    for start in 0..found.len() {
        let mut way = Vec::new();
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| reached[*here].is_none()) {
            reached[here] = Some(start);
            way.push(here);
            at = parent(here);
        }
        let Some(closed) = at.filter(|here| reached[*here] == Some(start)) else { continue };
        let Some(from) = way.iter().position(|here| *here == closed) else { continue };
        let circle = &way[from..];
        let begins = (0..circle.len()).min_by_key(|i| found[circle[*i]].theme.code.as_str()).unwrap_or(0);
        let turned = circle[begins..].iter().chain(&circle[..=begins]);
        circles.push((circle[begins], turned.map(|here| found[*here].theme.code.clone()).collect()));
    }
    circles
}

/// The way from a theme through what it took over back to itself; told only of the first of them in the alphabet.
fn took_itself_over(found: &[Found], first: &BTreeMap<&str, usize>, start: usize) -> Option<Vec<String>> {
    let mut ways: Vec<Vec<usize>> = vec![vec![start]];
    let mut seen = vec![false; found.len()];
    while let Some(way) = ways.pop() {
        let last = &found[*way.last()?].theme;
        for before in last.was.iter().filter_map(|was| first.get(was.as_str()).copied()) {
            if before == start {
                let code = |index: &usize| found[*index].theme.code.clone();
                let way: Vec<String> = way.iter().chain([&start]).map(code).collect();
                return (way.iter().min() == way.first()).then_some(way);
            }
            if !std::mem::replace(&mut seen[before], true) {
                ways.push(way.iter().copied().chain([before]).collect());
            }
        }
    }
    None
}

/// Parents before children, otherwise as in the file.
pub(super) fn in_order(found: Vec<Found>) -> Vec<Theme> {
    let placed = |found: Found| Theme { line: found.code_at.0, column: found.code_at.1, ..found.theme };
    let themes: Vec<Theme> = found.into_iter().map(placed).collect();
    let index: BTreeMap<&str, usize> = themes.iter().enumerate().map(|(i, t)| (t.code.as_str(), i)).collect();
    let mut order: Vec<usize> = Vec::new();
    let mut placed = vec![false; themes.len()];
    for start in 0..themes.len() {
        let mut line = Vec::new();
        let mut at = Some(start);
        while let Some(i) = at.filter(|i| !placed[*i]) {
            placed[i] = true;
            line.push(i);
            at = themes[i].parent.as_deref().and_then(|parent| index.get(parent).copied());
        }
        order.extend(line.into_iter().rev());
    }
    order.into_iter().map(|i| themes[i].clone()).collect()
}
