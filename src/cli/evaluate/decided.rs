//! What people decided over the machine's suggestions, as codings: only what they decided on is judged.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::gather::Gathered;
use super::themes::Themes;
use crate::analysis::{Codings, MOST_CODERS, Mark, Raters, Unit, UnitName};
use crate::corpus::Walked;
use crate::model::{CodedAnswer, Decision, Origin, Verb};
use crate::pipeline::{self, Opened, Settling};
use crate::tagging::lineage::{Became, Lineage};
use crate::tagging::settle::settle;

/// Gathers decisions; those of one person when they are named.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn gather(opened: &Opened, by: Option<&str>) -> Result<Gathered> {
    let mut settling = Settling::new(&opened.store)?;
    for on in settling.decisions.values_mut() {
        on.retain(|decision| by.is_none_or(|by| decision.person == by));
    }
    let people: BTreeSet<&String> = settling.decisions.values().flatten().map(|decision| &decision.person).collect();
    let coders: Vec<String> = people.into_iter().take(MOST_CODERS).cloned().collect();
    let machine: Raters = 1 << coders.len();
    let mut themes = Themes::new(Some(&opened.frame));
    let mut units = Vec::new();
    let mut number = 0;
    pipeline::unsettled(&opened.store, Walked::All, |response| {
        for coded in response.answers.iter().filter(|coded| coded.answer.substance.is_said()) {
            let decisions = settling.on(coded);
            if decisions.is_empty() {
                continue;
            }
            let mut unit = Unit {
                name: UnitName {
                    id: response.response.id.clone(),
                    question: coded.answer.question.clone(),
                    sentence: None,
                },
                respondent: number,
                language: coded.answer.language.language,
                kind: response.response.respondent.kind.clone(),
                rated: machine,
                marks: Vec::new(),
            };
            for (code, (mut rated, mut yes)) in judged(coded, &decisions, &coders, &settling.lineage) {
                // A frame may have lost a theme since somebody decided on it.
                let known = themes.given(&code);
                let Some(theme) = known.first() else { continue };
                rated |= machine;
                yes |= if coded.tags.iter().any(|tag| tag.theme == code) { machine } else { 0 };
                unit.marks.push(Mark { theme: *theme, rated, yes });
            }
            unit.marks.sort_by_key(|mark| mark.theme);
            if !unit.marks.is_empty() {
                units.push(unit);
            }
        }
        number += 1;
        Ok(())
    })?;
    let mut used: BTreeMap<usize, usize> = units.iter().map(|unit: &Unit| unit.respondent).map(|n| (n, 0)).collect();
    used.values_mut().enumerate().for_each(|(at, to)| *to = at);
    units.iter_mut().for_each(|unit| unit.respondent = used[&unit.respondent]);
    let unknown = std::mem::take(&mut themes.unknown);
    let codings = Codings { themes: themes.sorted().0, coders, has_machine: true, in_full: false, units };
    Ok(Gathered { codings, unknown, ..Gathered::default() })
}

/// Who judged each theme of an answer, and who of them holds that it is there. Where a person decided on one passage and
/// left another of the same theme as suggested, they did not judge the answer; nor where what they decided waits for
/// somebody to say what its code means now.
fn judged(
    coded: &CodedAnswer,
    decisions: &[Decision],
    coders: &[String],
    lineage: &Lineage,
) -> BTreeMap<String, (Raters, Raters)> {
    let mut judged: BTreeMap<String, (Raters, Raters)> = BTreeMap::new();
    for (n, coder) in coders.iter().enumerate() {
        let own: Vec<Decision> = decisions.iter().filter(|decision| decision.person == *coder).cloned().collect();
        let undone: BTreeSet<i64> = own.iter().filter_map(|decision| decision.undoes).collect();
        let standing = own.iter().filter(|decision| !undone.contains(&decision.id));
        let themes: BTreeSet<String> = standing.flat_map(|decision| themes_of(decision, lineage)).collect();
        let settled = settle(&coded.answer.text, coded.tags.clone(), None, &own, lineage).tags;
        for theme in themes {
            let mut tags = settled.iter().filter(|tag| tag.theme == theme).peekable();
            let is_open = tags.peek().is_some();
            let is_theirs = tags.any(|tag| matches!(tag.origin, Origin::Person { .. }));
            if is_open && !is_theirs {
                continue;
            }
            let (rated, yes) = judged.entry(theme).or_default();
            *rated |= 1 << n;
            *yes |= if is_theirs { 1 << n } else { 0 };
        }
    }
    judged
}

/// The themes that a decision is about, as the present frame calls them.
fn themes_of(decision: &Decision, lineage: &Lineage) -> Vec<String> {
    let codes: &[&String] = match decision.verb {
        Verb::Accept | Verb::Reject | Verb::Add => &[&decision.theme],
        Verb::Move => &[&decision.theme, &decision.to],
        Verb::Stance | Verb::Undo => &[],
    };
    let now = codes.iter().map(|code| lineage.now(code, &decision.frame));
    now.filter_map(|became| if let Became::Theme(theme) = became { Some(theme) } else { None }).collect()
}
