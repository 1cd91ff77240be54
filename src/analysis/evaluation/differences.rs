//! Where codings differ: which answers, and which themes are mixed up.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Codings, Mark, UnitName};

/// Answers on which codings of one theme differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Disagreements {
    /// Code of the theme.
    pub theme: String,
    /// How many there are in all three lists.
    pub answers: usize,
    /// People differ among themselves.
    pub coders: Vec<UnitName>,
    /// The machine gave it, and nobody else did.
    pub machine_only: Vec<UnitName>,
    /// Everybody gave it but the machine.
    pub people_only: Vec<UnitName>,
}

/// Two themes, one given where the other was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// Code of the theme that one side gave and the other did not: for the machine's confusions, what people gave.
    pub one: String,
    /// Code of the theme that the other side gave and the one did not: what the machine gave.
    pub other: String,
    /// How often: units, once for each pair of codings held against each other.
    pub times: u64,
}

/// Themes that are mixed up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Confusions {
    /// Between people and machine.
    pub machine: Vec<Confusion>,
    /// Among people; each pair of themes once, in the order of the frame.
    pub coders: Vec<Confusion>,
}

/// Most confusions listed; what stands further down happened as often by chance.
const MOST: usize = 20;

/// Themes by how many answers codings differ on, most first; themes without a difference are left out.
pub(super) fn disagreements(codings: &Codings) -> Vec<Disagreements> {
    let (people, machine) = (codings.people(), codings.machine());
    let mut all: Vec<Disagreements> = codings
        .themes
        .iter()
        .map(|theme| Disagreements { theme: theme.code.clone(), ..Disagreements::default() })
        .collect();
    for unit in &codings.units {
        for Mark { theme, rated, yes } in &unit.marks {
            let of = &mut all[*theme];
            let (judges, given) = (rated & people, yes & people);
            if judges == 0 {
                continue;
            }
            if given != 0 && given != judges {
                of.coders.push(unit.name.clone());
            }
            if rated & machine == 0 || codings.themes[*theme].by_hand {
                continue;
            }
            if given == 0 && yes & machine != 0 {
                of.machine_only.push(unit.name.clone());
            }
            if given == judges && yes & machine == 0 {
                of.people_only.push(unit.name.clone());
            }
        }
    }
    for of in &mut all {
        of.answers = of.coders.len() + of.machine_only.len() + of.people_only.len();
    }
    all.retain(|of| of.answers > 0);
    // The sort keeps the order of the frame among equals.
    all.sort_by_key(|of| std::cmp::Reverse(of.answers));
    all
}

/// Themes mixed up, most often first.
pub(super) fn confusions(codings: &Codings) -> Confusions {
    let mut with_machine: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    let mut among_coders: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    let coders: Vec<u16> = (0..codings.coders.len()).map(|n| 1 << n).collect();
    for unit in &codings.units {
        // Themes that the first gave and the second, who judged them too, did not.
        let alone = |first: u16, second: u16| -> Vec<usize> {
            let is = |mark: &&Mark| mark.yes & first != 0 && mark.rated & second != 0 && mark.yes & second == 0;
            unit.marks.iter().filter(is).map(|mark| mark.theme).collect()
        };
        for (n, coder) in coders.iter().enumerate() {
            for (one, other) in pairs(&alone(*coder, codings.machine()), &alone(codings.machine(), *coder)) {
                if !codings.themes[one].by_hand && !codings.themes[other].by_hand {
                    *with_machine.entry((one, other)).or_default() += 1;
                }
            }
            for later in &coders[n + 1..] {
                for (one, other) in pairs(&alone(*coder, *later), &alone(*later, *coder)) {
                    *among_coders.entry((one.min(other), one.max(other))).or_default() += 1;
                }
            }
        }
    }
    Confusions { machine: ranked(codings, with_machine), coders: ranked(codings, among_coders) }
}

fn pairs(ones: &[usize], others: &[usize]) -> Vec<(usize, usize)> {
    ones.iter().flat_map(|one| others.iter().map(|other| (*one, *other))).collect()
}

fn ranked(codings: &Codings, counted: BTreeMap<(usize, usize), u64>) -> Vec<Confusion> {
    let mut ranked: Vec<((usize, usize), u64)> = counted.into_iter().collect();
    ranked.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let code = |theme: usize| codings.themes[theme].code.clone();
    let of = |((one, other), times)| Confusion { one: code(one), other: code(other), times };
    ranked.into_iter().take(MOST).map(of).collect()
}
