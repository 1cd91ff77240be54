//! The rules of a hunspell dictionary (`.aff`), as far as forms follow from them: flags of every kind, beginnings and
//! endings, endings upon endings, beginnings together with endings, and words that stand only with an affix.
//!
//! Format: hunspell(5). What only concerns suggestions, compounds and input is passed over.

use std::collections::HashMap;

use encoding_rs::Encoding;

use super::{Trouble, Wrong};

/// Endings upon one another that are followed: hunspell's own limit.
const DEEPEST: usize = 2;

/// Forms of one entry; no verb of any language has more.
const MOST_FORMS: usize = 20_000;

/// A flag: a character, two, or a number.
type Flag = u32;

/// How flags are written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Written {
    #[default]
    Letters,
    Pairs,
    Numbers,
}

/// The rules.
#[derive(Debug, Default)]
pub(super) struct Affixes {
    written: Written,
    aliases: Vec<Vec<Flag>>,
    needs_affix: Option<Flag>,
    forbidden: Option<Flag>,
    groups: HashMap<Flag, Group>,
}

/// Rules under one flag.
#[derive(Debug)]
struct Group {
    is_prefix: bool,
    /// Whether they go together with affixes of the other kind.
    crosses: bool,
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    strip: String,
    add: String,
    condition: Vec<Place>,
    flags: Vec<Flag>,
}

/// What one letter of a condition may be.
#[derive(Debug, PartialEq)]
enum Place {
    Any,
    OneOf(Vec<char>),
    NoneOf(Vec<char>),
}

/// The encoding that the rules name, for themselves and their dictionary.
pub(super) fn encoding(bytes: &[u8]) -> Result<&'static Encoding, Wrong> {
    let lines = bytes.split(|byte| *byte == b'\n');
    let named = lines.filter_map(|line| std::str::from_utf8(line).ok()?.trim().strip_prefix("SET ")).next();
    let Some(name) = named.map(str::trim) else {
        return Ok(if std::str::from_utf8(bytes).is_ok() { encoding_rs::UTF_8 } else { encoding_rs::WINDOWS_1252 });
    };
    let label = name.to_lowercase();
    let label = label.strip_prefix("microsoft-").unwrap_or(&label);
    Encoding::for_label(label.as_bytes()).ok_or_else(|| Wrong::Encoding(name.to_owned()))
}

/// Reads the rules.
///
/// # Errors
/// The first rule that cannot be read, with its line: without it, forms would be missing that nobody misses.
pub(super) fn read(text: &str, file: &str) -> Result<Affixes, Trouble> {
    let mut affixes = Affixes::default();
    // How flags are written counts for all of the file.
    for line in text.lines() {
        match line.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["FLAG", "long", ..] => affixes.written = Written::Pairs,
            ["FLAG", "num", ..] => affixes.written = Written::Numbers,
            _ => {}
        }
    }
    let mut aliases_begun = false;
    for (number, line) in (1..).zip(text.lines()) {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let read = match parts.as_slice() {
            ["AF", flags, ..] if aliases_begun => affixes.flags_of(flags).map(|flags| affixes.aliases.push(flags)),
            ["AF", ..] => {
                aliases_begun = true;
                Some(())
            }
            ["NEEDAFFIX" | "PSEUDOROOT", flag, ..] => affixes.flag(flag).map(|flag| affixes.needs_affix = Some(flag)),
            ["FORBIDDENWORD", flag, ..] => affixes.flag(flag).map(|flag| affixes.forbidden = Some(flag)),
            [kind @ ("PFX" | "SFX"), rest @ ..] => affixes.affix(*kind == "PFX", rest),
            _ => Some(()),
        };
        if read.is_none() {
            return Err(Trouble { file: file.to_owned(), line: number, what: Wrong::Rule });
        }
    }
    Ok(affixes)
}

impl Affixes {
    /// A header (`SFX v Y 26`) or a rule (`SFX v nn na/aM nn`).
    fn affix(&mut self, is_prefix: bool, parts: &[&str]) -> Option<()> {
        let (flag, rest) = parts.split_first()?;
        let flag = self.flag(flag)?;
        if let ["Y" | "N", count, ..] = rest
            && count.parse::<u32>().is_ok()
            && !self.groups.contains_key(&flag)
        {
            self.groups.insert(flag, Group { is_prefix, crosses: rest.first() == Some(&"Y"), rules: Vec::new() });
            return Some(());
        }
        let [strip, add, after @ ..] = rest else { return None };
        let (add, flags) = match add.split_once('/') {
            Some((add, flags)) => (add, self.flags(flags)?),
            None => (*add, Vec::new()),
        };
        let nothing = |letters: &str| if letters == "0" { String::new() } else { letters.to_owned() };
        let condition = condition(after.first().copied().unwrap_or("."))?;
        let rule = Rule { strip: nothing(strip), add: nothing(add), condition, flags };
        let group = self.groups.get_mut(&flag).filter(|group| group.is_prefix == is_prefix)?;
        group.rules.push(rule);
        Some(())
    }

    fn flag(&self, written: &str) -> Option<Flag> {
        self.flags_of(written)?.first().copied()
    }

    /// Flags as they stand behind a word or an affix: themselves, or the number of a set of them.
    pub(super) fn flags(&self, written: &str) -> Option<Vec<Flag>> {
        if self.aliases.is_empty() {
            return self.flags_of(written);
        }
        let number: usize = written.trim().parse().ok()?;
        self.aliases.get(number.checked_sub(1)?).cloned()
    }

    fn flags_of(&self, written: &str) -> Option<Vec<Flag>> {
        let written = written.trim();
        match self.written {
            Written::Letters => Some(written.chars().map(Flag::from).collect()),
            Written::Pairs => {
                let letters: Vec<char> = written.chars().collect();
                let pair = |pair: &[char]| match pair {
                    [one, other] => Some(Flag::from(*one) << 8 ^ Flag::from(*other)),
                    _ => None,
                };
                letters.chunks(2).map(pair).collect()
            }
            Written::Numbers => written.split(',').map(|number| number.trim().parse().ok()).collect(),
        }
    }

    /// All forms of a word with these flags. `None` when there are more than any word has.
    pub(super) fn forms(&self, word: &str, flags: &[Flag]) -> Option<Vec<String>> {
        let mut found = Vec::new();
        let is_forbidden = self.forbidden.is_some_and(|forbidden| flags.contains(&forbidden));
        if is_forbidden || self.expand(word, flags, 0, &mut found) { Some(found) } else { None }
    }

    /// Adds a form and what its flags make of it; `false` when there are too many.
    fn expand(&self, word: &str, flags: &[Flag], depth: usize, found: &mut Vec<String>) -> bool {
        let stands_alone = self.needs_affix.is_none_or(|needs| !flags.contains(&needs));
        if stands_alone {
            found.push(word.to_owned());
        }
        let groups = || flags.iter().filter_map(|flag| self.groups.get(flag));
        for group in groups().filter(|group| group.is_prefix) {
            found.extend(group.rules.iter().filter_map(|rule| rule.before(word)));
        }
        if found.len() > MOST_FORMS {
            return false;
        }
        if depth == DEEPEST {
            return true;
        }
        let is_prefix = |flag: &&Flag| self.groups.get(flag).is_some_and(|group| group.is_prefix && group.crosses);
        for group in groups().filter(|group| !group.is_prefix) {
            for (rule, form) in group.rules.iter().filter_map(|rule| Some((rule, rule.behind(word)?))) {
                let mut further = rule.flags.clone();
                if group.crosses {
                    further.extend(flags.iter().filter(is_prefix));
                    further.sort_unstable();
                    further.dedup();
                }
                if !self.expand(&form, &further, depth + 1, found) {
                    return false;
                }
            }
        }
        true
    }
}

impl Rule {
    fn behind(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix(self.strip.as_str()).filter(|stem| !stem.is_empty())?;
        let mut letters = word.chars().rev();
        let fits = self.condition.iter().rev().all(|place| letters.next().is_some_and(|letter| place.takes(letter)));
        fits.then(|| format!("{stem}{}", self.add))
    }

    fn before(&self, word: &str) -> Option<String> {
        let rest = word.strip_prefix(self.strip.as_str()).filter(|rest| !rest.is_empty())?;
        let mut letters = word.chars();
        let fits = self.condition.iter().all(|place| letters.next().is_some_and(|letter| place.takes(letter)));
        fits.then(|| format!("{}{rest}", self.add))
    }
}

impl Place {
    fn takes(&self, letter: char) -> bool {
        match self {
            Place::Any => true,
            Place::OneOf(letters) => letters.contains(&letter),
            Place::NoneOf(letters) => !letters.contains(&letter),
        }
    }
}

/// `[^cs]h`, `.`; `None` when a bracket is not closed.
fn condition(written: &str) -> Option<Vec<Place>> {
    if written == "." {
        return Some(Vec::new());
    }
    let mut places = Vec::new();
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        places.push(match letter {
            '.' => Place::Any,
            '[' => {
                let inside: Vec<char> = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if written.matches('[').count() != written.matches(']').count() {
                    return None;
                }
                match inside.split_first() {
                    Some(('^', rest)) => Place::NoneOf(rest.to_vec()),
                    _ => Place::OneOf(inside),
                }
            }
            letter => Place::OneOf(vec![letter]),
        });
    }
    Some(places)
}
