//! Words as the stance rules see them: small letters, no accents, Welsh short forms spelt out.

use crate::model::Span;
use crate::text::sentence::sentences;

/// One word, with what stands before it.
#[derive(Debug)]
pub(in crate::tagging) struct Token {
    /// Where in the text, in bytes.
    pub(in crate::tagging) span: Span,
    /// Folded: `Rwy’n` gives `rwy` and `yn`.
    pub(in crate::tagging) word: String,
    /// Which sentence, from nought.
    pub(in crate::tagging) sentence: usize,
    /// First of its sentence.
    pub(in crate::tagging) opens: bool,
    /// A comma stands before it.
    pub(in crate::tagging) comma: bool,
    /// A semicolon, colon, dash or bracket stands before it.
    pub(in crate::tagging) stop: bool,
    /// Within quotation marks.
    pub(in crate::tagging) quoted: bool,
    /// Began with a capital.
    pub(in crate::tagging) capital: bool,
    /// Two letters or more, all capitals.
    pub(in crate::tagging) shouted: bool,
    /// Its sentence ends with a question mark.
    pub(in crate::tagging) asked: bool,
}

/// Cuts a text into tokens.
pub(in crate::tagging) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut quoted = false;
    for (sentence, span) in sentences(text).into_iter().enumerate() {
        let words = &text[span.start..span.end];
        let asked = words.trim_end_matches(['"', '\u{201D}', ')', ' ']).ends_with('?');
        let (mut opens, mut comma, mut stop) = (true, false, false);
        let mut characters = words.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            if !c.is_alphanumeric() {
                match c {
                    ',' | '/' => comma = true,
                    ';' | ':' | '(' | ')' | '\u{2013}' | '\u{2014}' | '.' | '!' | '?' => stop = true,
                    '-' if words[..at].ends_with(' ') => stop = true,
                    '\u{201C}' | '\u{AB}' => quoted = true,
                    '\u{201D}' | '\u{BB}' => quoted = false,
                    '"' => quoted = !quoted,
                    _ => {}
                }
                continue;
            }
            let mut end = at + c.len_utf8();
            let mut word = String::with_capacity(12);
            push(&mut word, c);
            while let Some(&(next, c)) = characters.peek() {
                let mark = ('\u{300}'..='\u{36F}').contains(&c);
                let inner = is_apostrophe(c) && words[next + c.len_utf8()..].starts_with(char::is_alphabetic);
                if !c.is_alphanumeric() && !mark && !inner {
                    break;
                }
                push(&mut word, c);
                end = next + c.len_utf8();
                characters.next();
            }
            let span = Span { start: span.start + at, end: span.start + end };
            let shouted = end - at > 1 && !words[at..end].chars().any(char::is_lowercase);
            let token =
                Token { span, word, shouted, sentence, opens, comma, stop, quoted, capital: c.is_uppercase(), asked };
            (opens, comma, stop) = (false, false, false);
            split(token, &mut tokens);
        }
        // A quotation that never closes is a stray mark.
        quoted = false;
    }
    tokens
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '`' | '\u{B4}')
}

/// Appends a folded character.
fn push(word: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    if is_apostrophe(c) {
        word.push('\'');
        return;
    }
    for c in c.to_lowercase() {
        word.push(match c {
            'â' | 'á' | 'à' | 'ä' => 'a',
            'ê' | 'é' | 'è' | 'ë' => 'e',
            'î' | 'í' | 'ì' | 'ï' => 'i',
            'ô' | 'ó' | 'ò' | 'ö' => 'o',
            'û' | 'ú' | 'ù' | 'ü' => 'u',
            'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
            'ŷ' | 'ỳ' | 'ý' | 'ÿ' => 'y',
            '\u{300}'..='\u{36F}' => continue,
            other => other,
        });
    }
}

/// Splits a Welsh short form off its word; English ones stay (`don't`), but for the possessive, which goes.
fn split(mut token: Token, tokens: &mut Vec<Token>) {
    // `dwi'n` typed without its apostrophe.
    for (typed, verb) in [("rwyn", "rwy"), ("dwin", "dwi"), ("rydwin", "rydw"), ("maen", "mae")] {
        if token.word == typed {
            token.word = verb.into();
            let suffix = after(&token, "yn");
            tokens.push(token);
            tokens.push(suffix);
            return;
        }
    }
    let Some(at) = token.word.rfind('\'') else {
        tokens.push(token);
        return;
    };
    let spelt_out = match &token.word[at + 1..] {
        "n" => "yn",
        "r" => "y",
        "i" | "w" => "ei",
        "u" => "eu",
        "s" => "",
        _ => {
            tokens.push(token);
            return;
        }
    };
    token.word.truncate(at);
    let suffix = (!spelt_out.is_empty()).then(|| after(&token, spelt_out));
    tokens.push(token);
    tokens.extend(suffix);
}

/// A token for a short form, at the place of the word that bears it.
fn after(token: &Token, word: &str) -> Token {
    Token { word: word.into(), opens: false, comma: false, stop: false, capital: false, ..*token }
}
