//! What somebody probably meant by a pattern that cannot be understood.

use super::{PatternError, Reading, WIDEST_GAP, check};

/// Mistakes mended one after another before we give up.
const MOST_MISTAKES: usize = 4;

/// A pattern that could stand in its place, if one can be guessed: never one that has something wrong with it itself.
pub(in crate::tagging) fn mended(text: &str, reading: Reading) -> Option<String> {
    let mut text = text.trim().to_owned();
    for _ in 0..MOST_MISTAKES {
        match check(&text, reading) {
            // What was taken out may leave two spaces; within a regular expression they are somebody's.
            Ok(()) if text.starts_with("re:") => return Some(text),
            Ok(()) => return Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
            Err(error) => text = without(&text, &error)?,
        }
    }
    None
}

/// The pattern with one mistake mended.
fn without(text: &str, error: &PatternError) -> Option<String> {
    let mut chars: Vec<char> = text.chars().collect();
    let at = error.at() - 1;
    match error {
        // `mo*ve` was meant as a stem; `* home` as any word before, which is no condition.
        PatternError::LooseStar { .. } => {
            let end = chars[at..].iter().position(|c| c.is_whitespace()).map_or(chars.len(), |n| at + n);
            let begins_word = at == 0 || !chars[at - 1].is_alphanumeric();
            let from = if begins_word { at } else { at + 1 };
            // `*ing` asks for an ending, which patterns do not have.
            if begins_word && end > at + 1 {
                return None;
            }
            chars.drain(from..end);
        }
        PatternError::Unclosed { .. } => chars.push(')'),
        PatternError::Unopened { .. } | PatternError::LooseEquals { .. } => drop(chars.remove(at)),
        PatternError::LooseBar { .. } if !text.contains(['(', ')']) => {
            let spaced: Vec<&str> = text.split('|').map(str::trim).filter(|way| !way.is_empty()).collect();
            return Some(format!("({})", spaced.join("|")));
        }
        PatternError::Stuck { .. } => return spelled_out(&chars, at),
        PatternError::UnclosedQuote { .. } => chars.push('"'),
        PatternError::GapWithoutNumber { .. } => chars.insert(at + 1, '3'),
        PatternError::GapTooWide { words, .. } => {
            let digits = at + 1..at + 1 + words.len();
            chars.splice(digits, WIDEST_GAP.to_string().chars());
        }
        PatternError::GapAtEnd { .. } => {
            let digits = chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
            chars.drain(at..at + 1 + digits);
        }
        PatternError::ExpressionShape => {
            let source = text.strip_prefix("re:")?.trim().trim_matches('/');
            return (!source.is_empty()).then(|| format!("re:/{source}/"));
        }
        _ => return None,
    }
    Some(chars.into_iter().collect::<String>().trim().to_owned())
}

/// `child(ren|hood)` as `(children|childhood)`, `child(ren)` as `(child|children)`; other things get a space.
fn spelled_out(chars: &[char], at: usize) -> Option<String> {
    let from = chars[..at].iter().rposition(|c| !c.is_alphanumeric()).map_or(0, |before| before + 1);
    let word: String = chars[from..at].iter().collect();
    let inside = chars.get(at + 1..)?;
    if chars[at] != '(' || word.is_empty() {
        let (before, after): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
        return Some(format!("{before} {after}"));
    }
    let close = inside.iter().position(|c| *c == ')')?;
    let endings: String = inside[..close].iter().collect();
    if endings.chars().any(|c| !c.is_alphanumeric() && c != '|') {
        return None;
    }
    let ways: Vec<String> = endings.split('|').map(|ending| format!("{word}{ending}")).collect();
    let ways = if let [only] = ways.as_slice() { format!("{word}|{only}") } else { ways.join("|") };
    let (before, after): (String, String) = (chars[..from].iter().collect(), inside[close + 1..].iter().collect());
    Some(format!("{before}({ways}){after}"))
}
