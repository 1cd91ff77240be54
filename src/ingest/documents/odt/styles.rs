//! The styles of an OpenDocument text: what is hidden, what is a title, and how lists count.

use std::collections::{BTreeMap, BTreeSet};

use super::super::marks::written;
use super::super::package::{Element, Token, Xml};

/// Levels that a list has (ISO/IEC 26300-3, 16.30).
pub(super) const LEVELS: usize = 10;

/// Most styles that a style is looked for through those it is based on; a circle ends here too.
const LONGEST_CHAIN: usize = 32;

/// The name under which the numbers of headings are kept.
pub(super) const OUTLINE: &str = "\u{0}outline";

/// Styles by name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    parents: BTreeMap<String, String>,
    hidden: BTreeSet<String>,
    lists: BTreeMap<String, [Level; LEVELS]>,
}

/// How a level of a list counts.
#[derive(Debug, Default)]
struct Level {
    /// None for bullets and levels without a number.
    format: Option<String>,
    prefix: String,
    suffix: String,
    /// How many levels its numbers show.
    shown: usize,
    start: u32,
}

impl Styles {
    /// Reads the styles of some parts; what is broken in them is left out.
    pub(super) fn read(parts: [&str; 2]) -> Styles {
        let mut all = Styles::default();
        for part in parts {
            let mut xml = Xml::new(part);
            let (mut style, mut list) = (String::new(), String::new());
            while let Some(token) = xml.next() {
                let Token::Open(element) = token else { continue };
                match element.name() {
                    "style" => {
                        style = element.attribute("name").unwrap_or_default();
                        if let Some(parent) = element.attribute("parent-style-name") {
                            all.parents.insert(style.clone(), parent);
                        }
                    }
                    "text-properties" if element.attribute("display").as_deref() == Some("none") => {
                        all.hidden.insert(style.clone());
                    }
                    "list-style" => list = element.attribute("name").unwrap_or_default(),
                    "outline-style" => list = OUTLINE.to_owned(),
                    "list-level-style-number" | "outline-level-style" => all.level(&list, &element),
                    "body" => _ = xml.skip(),
                    _ => {}
                }
            }
        }
        all
    }

    fn level(&mut self, list: &str, element: &Element<'_>) {
        let Some(at) = level(element, "level") else { return };
        let levels = self.lists.entry(list.to_owned()).or_default();
        levels[at] = Level {
            format: element.attribute("num-format").filter(|format| !format.is_empty()),
            prefix: element.attribute("num-prefix").unwrap_or_default(),
            suffix: element.attribute("num-suffix").unwrap_or_default(),
            shown: level(element, "display-levels").unwrap_or_default() + 1,
            start: element.number("start-value").and_then(|start| u32::try_from(start).ok()).unwrap_or(1),
        };
    }

    /// Whether text of this style is hidden.
    pub(super) fn is_hidden(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }

    /// Whether a paragraph of this style is the title.
    pub(super) fn is_title(&self, style: &str) -> bool {
        let chain = std::iter::successors(Some(style), |name| self.parents.get(*name).map(String::as_str));
        chain.take(LONGEST_CHAIN).any(|name| name == "Title")
    }

    /// Counts an item on a level of a list, from 0, and gives the number before it.
    pub(super) fn next(&self, list: &str, at: usize, counts: &mut [Option<u32>; LEVELS]) -> Option<String> {
        let at = at.min(LEVELS - 1);
        let levels = self.lists.get(list)?;
        counts[at] = Some(counts[at].map_or(levels[at].start, |count| count.saturating_add(1)));
        counts[at + 1..].fill(None);
        let level = &levels[at];
        level.format.as_ref()?;
        let shown = (at + 1).saturating_sub(level.shown)..=at;
        let numbers: Vec<String> = shown
            .filter_map(|i| {
                let format = levels[i].format.as_deref()?;
                Some(written(counts[i].unwrap_or(levels[i].start), name(format)))
            })
            .collect();
        Some(format!("{}{}{}", level.prefix, numbers.join("."), level.suffix).trim().to_owned())
    }
}

/// A level in an attribute, from 0.
pub(super) fn level(element: &Element<'_>, name: &str) -> Option<usize> {
    let level = element.number(name).and_then(|level| usize::try_from(level).ok())?;
    level.checked_sub(1).filter(|level| *level < LEVELS)
}

/// What [`written`] calls a format.
fn name(format: &str) -> &'static str {
    match format {
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        _ => "decimal",
    }
}
