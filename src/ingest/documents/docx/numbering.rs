//! Automatic numbers: `Question 3` may be a number that Word counts and a title that a person typed.

use std::collections::BTreeMap;

use super::super::marks::written;
use super::super::package::{Element, Token, Xml};

/// Levels that a list has (ISO/IEC 29500-1, 17.9.6).
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of a definition, by its id.
    definitions: BTreeMap<i64, BTreeMap<usize, Level>>,
    lists: BTreeMap<i64, List>,
    /// Definition that a list style names, and definitions that are such a style.
    styled: BTreeMap<String, i64>,
    links: BTreeMap<i64, String>,
    counts: BTreeMap<i64, [Option<u32>; LEVELS]>,
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    /// `%1.%2`: numbers of levels among other signs.
    text: String,
    start: u32,
    /// Style whose paragraphs stand on this level.
    style: Option<String>,
    is_legal: bool,
    never_restarts: bool,
}

/// A list of a document: a definition and what it does otherwise.
#[derive(Debug, Default)]
struct List {
    definition: i64,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
    is_begun: bool,
}

impl Numbering {
    /// Reads `numbering.xml`; what is broken in it is left out.
    pub(super) fn read(text: &str) -> Numbering {
        let mut all = Numbering::default();
        let mut xml = Xml::new(text);
        let (mut definition, mut list, mut level) = (None, None, None);
        while let Some(token) = xml.next() {
            let Token::Open(element) = token else { continue };
            match element.name() {
                "abstractNum" => (definition, list, level) = (element.number("abstractNumId"), None, None),
                "num" => (definition, list, level) = (None, element.number("numId"), None),
                "lvl" | "lvlOverride" => level = element.number("ilvl").and_then(|i| usize::try_from(i).ok()),
                _ => {}
            }
            if let Some(id) = definition {
                all.define(id, level, &element);
            } else if let Some(id) = list {
                all.list(id, level, &element);
            }
        }
        all
    }

    fn define(&mut self, id: i64, level: Option<usize>, element: &Element<'_>) {
        let value = element.attribute("val");
        match (element.name(), value) {
            ("styleLink", Some(style)) => _ = self.styled.insert(style, id),
            ("numStyleLink", Some(style)) => _ = self.links.insert(id, style),
            _ => {
                let levels = self.definitions.entry(id).or_default();
                if let Some(level) = level.filter(|level| *level < LEVELS) {
                    levels.entry(level).or_default().set(element);
                }
            }
        }
    }

    fn list(&mut self, id: i64, level: Option<usize>, element: &Element<'_>) {
        let list = self.lists.entry(id).or_default();
        let Some(level) = level.filter(|level| *level < LEVELS) else {
            if element.name() == "abstractNumId" {
                list.definition = element.number("val").unwrap_or_default();
            }
            return;
        };
        match element.name() {
            "startOverride" => _ = list.starts.insert(level, number(element)),
            "lvlOverride" => {}
            _ => list.levels.entry(level).or_default().set(element),
        }
    }

    /// The level on which a definition puts the paragraphs of a style.
    pub(super) fn level_of(&self, list: i64, style: &str) -> Option<i64> {
        let levels = self.definitions.get(&self.definition(list)?)?;
        let found = levels.iter().find(|(_, level)| level.style.as_deref() == Some(style))?;
        i64::try_from(*found.0).ok()
    }

    /// Counts a paragraph, and gives the number that Word shows before it. `None` for bullets and where there is none.
    pub(super) fn next(&mut self, list: i64, level: i64) -> Option<String> {
        let id = self.definition(list)?;
        let at = usize::try_from(level).ok().filter(|at| *at < LEVELS)?;
        let list = self.lists.get_mut(&list)?;
        let own = self.definitions.get(&id)?;
        let levels: Vec<Level> =
            (0..LEVELS).map(|i| list.levels.get(&i).or_else(|| own.get(&i)).cloned().unwrap_or_default()).collect();
        let counts = self.counts.entry(id).or_default();
        if !std::mem::replace(&mut list.is_begun, true) {
            for (level, start) in &list.starts {
                counts[*level] = start.checked_sub(1);
            }
        }
        // A count of none is one that has not begun, or begins anew.
        let from = *list.starts.get(&at).unwrap_or(&levels[at].start);
        counts[at] = Some(counts[at].map_or(from, |count| count.saturating_add(1)));
        for (deeper, level) in levels.iter().enumerate().skip(at + 1) {
            if !level.never_restarts {
                counts[deeper] = None;
            }
        }
        if levels[at].format == "bullet" {
            return None;
        }
        let label = label(&levels, at, counts);
        Some(label).filter(|label| !label.is_empty())
    }

    fn definition(&self, list: i64) -> Option<i64> {
        let id = self.lists.get(&list)?.definition;
        let linked = self.links.get(&id).and_then(|style| self.styled.get(style));
        Some(linked.copied().unwrap_or(id))
    }
}

impl Level {
    fn set(&mut self, element: &Element<'_>) {
        match element.name() {
            "start" => self.start = number(element),
            "numFmt" => self.format = element.attribute("val").unwrap_or_default(),
            "lvlText" => self.text = element.attribute("val").unwrap_or_default(),
            "pStyle" => self.style = element.attribute("val"),
            "isLgl" => self.is_legal = element.is_on(),
            "lvlRestart" => self.never_restarts = element.number("val") == Some(0),
            _ => {}
        }
    }
}

fn number(element: &Element<'_>) -> u32 {
    element.number("val").and_then(|value| u32::try_from(value).ok()).unwrap_or_default()
}

fn label(levels: &[Level], at: usize, counts: &[Option<u32>; LEVELS]) -> String {
    let mut label = String::new();
    let mut signs = levels[at].text.chars().peekable();
    while let Some(sign) = signs.next() {
        let level = signs.peek().filter(|_| sign == '%').and_then(|digit| digit.to_digit(10));
        let Some(level) = level.and_then(|digit| (digit as usize).checked_sub(1)).filter(|i| *i < LEVELS) else {
            label.push(sign);
            continue;
        };
        signs.next();
        let count = counts[level].unwrap_or(levels[level].start);
        let format = if levels[at].is_legal { "decimal" } else { &levels[level].format };
        label.push_str(&written(count, format));
    }
    label.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(i: u8, format: &str, text: &str) -> String {
        format!(
            "<w:lvl w:ilvl='{i}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    }

    #[test]
    fn numbers_are_counted_as_word_shows_them() {
        let mut numbering = Numbering::read(&format!(
            "<w:numbering><w:abstractNum w:abstractNumId='0'>{}{}{}</w:abstractNum>
             <w:abstractNum w:abstractNumId='1'>{}</w:abstractNum>
             <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
             <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>
             <w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
            level(0, "decimal", "Cwestiwn %1."),
            level(1, "lowerLetter", "%1.%2)"),
            level(2, "lowerRoman", "(%3)"),
            level(0, "bullet", "o"),
        ));
        let mut next = |list, level| numbering.next(list, level).unwrap_or_default();
        assert_eq!(next(1, 0), "Cwestiwn 1.");
        assert_eq!([next(1, 1), next(1, 1), next(1, 2)], ["1.a)", "1.b)", "(i)"]);
        assert_eq!([next(1, 0), next(1, 1)], ["Cwestiwn 2.", "2.a)"]);
        assert_eq!([next(2, 0), next(2, 0)], ["Cwestiwn 7.", "Cwestiwn 8."]);
        assert_eq!([next(3, 0), next(9, 0), next(1, 99), next(1, -1)], ["", "", "", ""]);
    }
}
