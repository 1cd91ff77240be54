//! Where sentences begin and end in a respondent's text, well enough to quote whole ones.

use crate::model::Span;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "etc", "cllr", "no", "para", "h.y", "er"];

/// The sentences of a text in order, without the spaces around them. A line break ends a sentence too.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let ends = match c {
            '\n' | '\r' => true,
            '!' | '?' | '…' => {
                !matches!(chars.peek(), Some((_, '!' | '?' | '…' | '.' | '"' | '\'' | '”' | '’' | ')')))
            }
            '.' => ends_sentence(text, start, at, end),
            '"' | '\'' | '”' | '’' | ')' => {
                let before = text[start..at].chars().next_back();
                matches!(before, Some('.' | '!' | '?' | '…'))
                    && text[end..].chars().next().is_none_or(char::is_whitespace)
            }
            _ => false,
        };
        if ends {
            push(&mut found, text, start, end);
            start = end;
        }
    }
    push(&mut found, text, start, text.len());
    found
}

fn ends_sentence(text: &str, start: usize, at: usize, end: usize) -> bool {
    if !text[end..].chars().next().is_none_or(char::is_whitespace) {
        return false;
    }
    let word =
        text[start..at].rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['(', '"', '“']);
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    !initial && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let words = &text[start..end];
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = start + (words.len() - words.trim_start().len());
    found.push(Span { start, end: start + trimmed.len() });
}
