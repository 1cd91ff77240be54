//! From the pattern as written to its items.

use super::{DEEPEST, PatternError, WIDEST_GAP};
use crate::text::fold::{fold, fold_keeping_case};

/// One item of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Word(Word),
    Either(Vec<Vec<Item>>),
    /// Up to so many words in between.
    Gap(usize),
}

/// One word, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// The word with its capitals, when they count.
    pub(super) exact: Option<String>,
    /// Any letters may follow.
    pub(super) stem: bool,
    /// Whether Welsh mutation applies.
    pub(super) mutates: bool,
}

pub(super) fn parse(text: &str) -> Result<Vec<Item>, PatternError> {
    let mut parser = Parser { chars: text.chars().collect(), at: 0 };
    // `= words` with a space: the whole pattern.
    let mutates = match parser.chars.iter().position(|c| !c.is_whitespace()) {
        Some(first) if parser.chars[first] == '=' && parser.chars.get(first + 1).is_some_and(|c| c.is_whitespace()) => {
            parser.at = first + 1;
            false
        }
        _ => true,
    };
    let items = parser.sequence(0, mutates)?;
    if let Some(c) = parser.peek() {
        let at = parser.place();
        return Err(if c == ')' { PatternError::Unopened { at } } else { PatternError::LooseBar { at } });
    }
    if items.is_empty() || !has_substance(&items) {
        return Err(PatternError::Empty);
    }
    Ok(items)
}

/// Whether there is more to look for than punctuation.
fn has_substance(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Word(word) => word.text.chars().any(|c| c.is_alphanumeric() || !c.is_ascii()),
        Item::Either(ways) => ways.iter().all(|way| has_substance(way)),
        Item::Gap(_) => false,
    })
}

struct Parser {
    chars: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Where we are, for people: from 1.
    fn place(&self) -> usize {
        self.at + 1
    }

    /// Items up to the end, a `|` or a `)`.
    fn sequence(&mut self, depth: usize, mutates: bool) -> Result<Vec<Item>, PatternError> {
        let mut items = Vec::new();
        let mut gap_at = None;
        loop {
            let spaced = self.skip_spaces();
            let Some(c) = self.peek() else { break };
            let here = self.place();
            let stuck = !spaced && !items.is_empty() && gap_at.is_none();
            match c {
                ')' | '|' => break,
                '*' => return Err(PatternError::LooseStar { at: here }),
                '~' => {
                    if items.is_empty() || gap_at.is_some() {
                        return Err(PatternError::GapAtEnd { at: here });
                    }
                    items.push(self.gap()?);
                    gap_at = Some(here);
                    continue;
                }
                _ if stuck => return Err(PatternError::Stuck { at: here }),
                _ => {}
            }
            gap_at = None;
            let mutates = mutates && c != '=';
            if c == '=' {
                self.at += 1;
                if !self.peek().is_some_and(|next| !next.is_whitespace() && !"=~|)*".contains(next)) {
                    return Err(PatternError::LooseEquals { at: here });
                }
            }
            match self.peek() {
                Some('(') => items.push(self.either(depth, mutates)?),
                Some('"' | '“' | '”') => self.quoted(mutates, &mut items)?,
                _ => self.words(mutates, &mut items)?,
            }
        }
        match gap_at {
            Some(at) => Err(PatternError::GapAtEnd { at }),
            None => Ok(items),
        }
    }

    fn skip_spaces(&mut self) -> bool {
        let from = self.at;
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        self.at > from
    }

    fn gap(&mut self) -> Result<Item, PatternError> {
        let at = self.place();
        self.at += 1;
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.chars[from..self.at].iter().collect();
        if digits.is_empty() {
            return Err(PatternError::GapWithoutNumber { at });
        }
        match digits.parse() {
            Ok(words) if words <= WIDEST_GAP => Ok(Item::Gap(words)),
            _ => Err(PatternError::GapTooWide { at, words: digits }),
        }
    }

    fn either(&mut self, depth: usize, mutates: bool) -> Result<Item, PatternError> {
        let opened = self.place();
        if depth == DEEPEST {
            return Err(PatternError::TooDeep { at: opened });
        }
        let mut ways = Vec::new();
        loop {
            self.at += 1;
            let way = self.sequence(depth + 1, mutates)?;
            let closing = self.peek().ok_or(PatternError::Unclosed { at: opened })?;
            if way.is_empty() {
                return Err(PatternError::EmptyAlternative { at: self.place() });
            }
            ways.push(way);
            if closing == ')' {
                break;
            }
        }
        self.at += 1;
        Ok(Item::Either(ways))
    }

    fn quoted(&mut self, mutates: bool, items: &mut Vec<Item>) -> Result<(), PatternError> {
        let opened = self.place();
        self.at += 1;
        let before = items.len();
        let from = self.at;
        while self.peek().is_some_and(|c| !matches!(c, '"' | '“' | '”')) {
            self.at += 1;
        }
        if self.peek().is_none() {
            return Err(PatternError::UnclosedQuote { at: opened });
        }
        let inside: Vec<char> = self.chars[from..self.at].to_vec();
        for (start, word) in split_words(&inside) {
            push_words(&word, from + start, mutates, true, items)?;
        }
        self.at += 1;
        if items.len() == before { Err(PatternError::Empty) } else { Ok(()) }
    }

    fn words(&mut self, mutates: bool, items: &mut Vec<Item>) -> Result<(), PatternError> {
        let from = self.at;
        while self.peek().is_some_and(|c| !c.is_whitespace() && !"()|~\"“”".contains(c)) {
            self.at += 1;
        }
        let word: Vec<char> = self.chars[from..self.at].to_vec();
        push_words(&word, from, mutates, false, items)
    }
}

/// Words between white space, with where each starts.
fn split_words(chars: &[char]) -> Vec<(usize, Vec<char>)> {
    let mut words: Vec<(usize, Vec<char>)> = Vec::new();
    let mut inside = false;
    for (at, c) in chars.iter().enumerate() {
        match (c.is_whitespace(), inside) {
            (true, _) => inside = false,
            (false, true) => words.last_mut().expect("a word has begun").1.push(*c),
            (false, false) => {
                words.push((at, vec![*c]));
                inside = true;
            }
        }
    }
    words
}

/// Adds a stretch without white space: one word, or several when hyphens divide it.
fn push_words(
    chars: &[char],
    from: usize,
    mutates: bool,
    exact: bool,
    items: &mut Vec<Item>,
) -> Result<(), PatternError> {
    let stem = chars.last() == Some(&'*');
    let body = if stem { &chars[..chars.len() - 1] } else { chars };
    if let Some(star) = body.iter().position(|c| *c == '*') {
        return Err(PatternError::LooseStar { at: from + star + 1 });
    }
    let written: String = body.iter().collect();
    let folded = fold(&written);
    let cased = fold_keeping_case(&written);
    let parts: Vec<&str> = folded.text().split_whitespace().collect();
    let cased_parts: Vec<&str> = cased.text().split_whitespace().collect();
    if stem {
        let letters = parts.last().map_or(0, |word| word.chars().filter(|c| c.is_alphanumeric()).count());
        if letters == 0 || folded.text().ends_with(' ') {
            return Err(PatternError::LooseStar { at: from + chars.len() });
        }
        if letters < 2 {
            return Err(PatternError::ShortStem { at: from + 1, stem: written });
        }
    }
    for (at, part) in parts.iter().enumerate() {
        items.push(Item::Word(Word {
            text: (*part).to_owned(),
            exact: if exact { Some(cased_parts.get(at).copied().unwrap_or(part).to_owned()) } else { None },
            stem: stem && at + 1 == parts.len(),
            mutates,
        }));
    }
    Ok(())
}
