//! What a text must hold before a regular expression can match in it.
//!
//! A regular expression is slow beside the scan for words, and most texts cannot match it: one that asks for a price needs a
//! pound sign. What every match must hold is read from the expression's parse, and looked for in the folded text.

use regex_syntax::hir::{Class, Hir, HirKind};

/// What opens a regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gate {
    /// Nothing is certain: it runs on every text.
    Open,
    /// Any one of these signs, which are no letters.
    Signs(Vec<char>),
    /// Any digit; and any one of these runs, where there are some.
    Digit(Vec<String>),
    /// Any one of these runs of letters and digits, in lower case.
    Letters(Vec<String>),
}

/// Most ways of writing one part that are kept apart.
const MOST_WAYS: usize = 32;
/// Fewest letters worth waiting for.
const FEWEST_LETTERS: usize = 3;

/// Reads what every match must hold. Letters are taken in any case.
pub(super) fn gate(source: &str) -> Gate {
    let Ok(hir) = regex_syntax::parse(source) else { return Gate::Open };
    let Some(ways) = needed(&hir, worth) else { return Gate::Open };
    match worth(&ways) {
        SIGNS => Gate::Signs(ways.iter().filter_map(|way| way.chars().find(|c| !c.is_alphanumeric())).collect()),
        DIGIT => Gate::Digit(
            needed(&hir, worth_beside).filter(|ways| worth_beside(ways) >= FEWEST_LETTERS).unwrap_or_default(),
        ),
        FEW_LETTERS => Gate::Open,
        _ => Gate::Letters(ways),
    }
}

const FEW_LETTERS: usize = 0;
const DIGIT: usize = 1_000;
const SIGNS: usize = 2_000;

/// How much the ways tell, taken together: signs are rarer than digits and quicker to look for, and digits than letters.
fn worth(ways: &[String]) -> usize {
    let signs = |way: &String| way.chars().any(|c| !c.is_alphanumeric());
    let digits = |way: &String| way.bytes().any(|byte| byte.is_ascii_digit());
    let letters = ways.iter().map(String::len).min().unwrap_or_default();
    if ways.iter().all(signs) {
        SIGNS
    } else if ways.iter().all(digits) && letters < FEWEST_LETTERS {
        DIGIT
    } else if letters < FEWEST_LETTERS {
        FEW_LETTERS
    } else {
        letters
    }
}

/// How much the ways tell beside a digit, which many texts hold: as many letters as the shortest has, and a sign more than few.
fn worth_beside(ways: &[String]) -> usize {
    let of_one = |way: &String| match way {
        _ if way.bytes().any(|byte| byte.is_ascii_digit()) => FEW_LETTERS,
        _ if way.chars().any(|c| !c.is_alphanumeric()) => FEWEST_LETTERS,
        _ => way.len(),
    };
    ways.iter().map(of_one).min().unwrap_or_default()
}

/// How much ways tell.
type Worth = fn(&[String]) -> usize;

/// The better of two, the first when they are equal.
fn better(a: Option<Vec<String>>, b: Option<Vec<String>>, worth: Worth) -> Option<Vec<String>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if worth(&b) > worth(&a) { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Strings of which every match holds at least one; `None` when that is not certain.
fn needed(hir: &Hir, worth: Worth) -> Option<Vec<String>> {
    let better = |a, b| better(a, b, worth);
    let whole = ways(hir).filter(|ways| ways.iter().all(|way| !way.is_empty()));
    let part = match hir.kind() {
        HirKind::Capture(capture) => needed(&capture.sub, worth),
        HirKind::Repetition(repetition) if repetition.min > 0 => needed(&repetition.sub, worth),
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            let runs = text.split(|c| kept(c).is_none()).filter(|run| !run.is_empty());
            runs.map(|run| Some(vec![run.to_ascii_lowercase()])).fold(None, better)
        }
        HirKind::Alternation(parts) => {
            let all: Option<Vec<Vec<String>>> = parts.iter().map(|part| needed(part, worth)).collect();
            all.map(|all| tidy(all.concat())).filter(|ways| ways.len() <= MOST_WAYS)
        }
        HirKind::Concat(parts) => {
            let mut best = None;
            let mut run = vec![String::new()];
            let end_run = |run: &mut Vec<String>, best: &mut Option<Vec<String>>| {
                let ended = std::mem::replace(run, vec![String::new()]);
                let candidate = Some(ended).filter(|ways| ways.iter().all(|way| !way.is_empty()));
                *best = better(best.take(), candidate);
            };
            for part in parts {
                match ways(part).map(|ways| joined(&run, &ways)) {
                    Some(longer) if longer.len() <= MOST_WAYS => run = longer,
                    Some(_) => {
                        end_run(&mut run, &mut best);
                        run = ways(part).unwrap_or_default();
                    }
                    None => {
                        end_run(&mut run, &mut best);
                        best = better(best, needed(part, worth));
                    }
                }
            }
            end_run(&mut run, &mut best);
            best
        }
        _ => None,
    };
    better(whole, part)
}

/// Everything that a part can match, when it is little and folding leaves it as it is.
fn ways(hir: &Hir) -> Option<Vec<String>> {
    let ways = match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => vec![String::new()],
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            vec![text.chars().map(kept).collect::<Option<String>>()?]
        }
        HirKind::Class(Class::Unicode(class)) => {
            let size: usize = class.ranges().iter().map(|range| range.len()).sum();
            if size > MOST_WAYS {
                return None;
            }
            // With `i`, k and s bring the sign for kelvin and the long s with them; texts that hold those pass every gate.
            let chars = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            let chars = chars.filter(|c| !matches!(c, '\u{212a}' | '\u{17f}'));
            tidy(chars.map(|c| kept(c).map(String::from)).collect::<Option<Vec<String>>>()?)
        }
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Capture(capture) => ways(&capture.sub)?,
        HirKind::Repetition(repetition) if repetition.max == Some(1) => {
            let mut once = ways(&repetition.sub)?;
            if repetition.min == 0 {
                once.push(String::new());
            }
            tidy(once)
        }
        HirKind::Repetition(_) => return None,
        HirKind::Concat(parts) => {
            let mut run = vec![String::new()];
            for part in parts {
                run = joined(&run, &ways(part)?);
                if run.len() > MOST_WAYS {
                    return None;
                }
            }
            run
        }
        HirKind::Alternation(parts) => tidy(parts.iter().map(ways).collect::<Option<Vec<_>>>()?.concat()),
    };
    (ways.len() <= MOST_WAYS).then_some(ways)
}

/// A character in lower case, if folding makes nothing else of it: ASCII letters, digits, and signs such as `%` and `£`.
fn kept(c: char) -> Option<char> {
    let sign = matches!(c, '%' | '£' | '€' | '$' | '@' | '#' | '+' | '/' | ':' | '?' | '!' | '=' | '*' | '°');
    (c.is_ascii_alphanumeric() || sign).then_some(c.to_ascii_lowercase())
}

fn joined(before: &[String], after: &[String]) -> Vec<String> {
    before.iter().flat_map(|before| after.iter().map(move |after| format!("{before}{after}"))).collect()
}

fn tidy(mut ways: Vec<String>) -> Vec<String> {
    ways.sort();
    ways.dedup();
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_is_in_every_match() {
        let letters = |ways: &[&str]| Gate::Letters(ways.iter().map(|way| (*way).to_owned()).collect());
        for (source, expected) in [
            ("out[- ]of[- ]County", letters(&["county"])),
            (r"(?i)\bplacements?\b", letters(&["placement", "placements"])),
            ("colou?r", letters(&["color", "colour"])),
            ("(far|away) from", letters(&["from"])),
            ("near|far", letters(&["far", "near"])),
            ("near|.", Gate::Open),
            ("(?x) a b c d", letters(&["abcd"])),
            ("ab{2}cde", letters(&["cde"])),
            ("a+bcd", letters(&["bcd"])),
            ("cartref(i|u)?", letters(&["cartref", "cartrefi", "cartrefu"])),
            ("[abc]+", Gate::Open),
            ("£ ?[0-9]+ a week", Gate::Signs(vec!['£'])),
            ("[0-9]+([.][0-9]+)? ?(%|per ?cent) of ", Gate::Digit(vec!["%".to_owned(), "cent".to_owned()])),
            ("[0-9]{4}", Gate::Digit(Vec::new())),
            ("[0-9]+ (a|the) week", Gate::Digit(vec!["week".to_owned()])),
            ("(?i)task", letters(&["task"])),
            ("dŵr", Gate::Open),
            ("", Gate::Open),
        ] {
            assert_eq!(gate(source), expected, "{source}");
        }
    }
}
