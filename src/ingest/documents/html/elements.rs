//! What the elements of a page are: passed over, blocks, lists that count, tables that lay out.

use scraper::Html;
use scraper::node::Element;

use super::super::marks::written;

/// What no reader of the page sees, or what is the same on every page of a site.
pub(super) fn is_passed_over(element: &Element) -> bool {
    let name = element.name();
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "nav"
            | "head"
            | "noframes"
            | "frameset"
            | "iframe"
            | "datalist"
            | "button"
            | "audio"
            | "video"
            | "rt"
            | "rp"
            | "del"
            | "xml"
    ) || (name == "option" && element.attr("selected").is_none())
        || element.attr("role") == Some("navigation")
}

/// Whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// A list that counts.
pub(super) struct List {
    next: i64,
    format: &'static str,
}

impl List {
    /// Begins where the element says.
    pub(super) fn new(element: &Element) -> List {
        let format = match element.attr("type") {
            Some("a") => "lowerLetter",
            Some("A") => "upperLetter",
            Some("i") => "lowerRoman",
            Some("I") => "upperRoman",
            _ => "decimal",
        };
        let start = element.attr("start").and_then(|start| start.trim().parse().ok());
        List { next: start.unwrap_or(1), format }
    }

    /// The number of the next item.
    pub(super) fn number(&mut self, item: &Element) -> String {
        let value = item.attr("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = value.saturating_add(1);
        u32::try_from(value).map_or_else(|_| format!("{value}."), |value| format!("{}.", written(value, self.format)))
    }
}

/// For each table of the page, in its order: whether it only lays the page out, and so is no table to a reader. It is one
/// that holds another table or a quoted message, has but one cell, or says so.
pub(super) fn layouts(html: &Html) -> Vec<bool> {
    let mut layouts: Vec<bool> = Vec::new();
    let mut cells: Vec<usize> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut node = Some(html.tree.root());
    while let Some(now) = node {
        if let Some(element) = now.value().as_element() {
            match element.name() {
                "table" => {
                    if let Some(around) = open.last() {
                        layouts[*around] = true;
                    }
                    open.push(layouts.len());
                    layouts.push(matches!(element.attr("role"), Some("presentation" | "none")));
                    cells.push(0);
                }
                "td" | "th" => {
                    if let Some(table) = open.last() {
                        cells[*table] += 1;
                    }
                }
                "blockquote" => {
                    if let Some(table) = open.last() {
                        layouts[*table] = true;
                    }
                }
                _ => {}
            }
        }
        // Tables that nobody sees are not counted when the page is read, either.
        let is_passed_over = now.value().as_element().is_some_and(is_passed_over);
        if let Some(child) = now.first_child().filter(|_| !is_passed_over) {
            node = Some(child);
            continue;
        }
        let mut last = now;
        node = loop {
            if last.value().as_element().is_some_and(|element| element.name() == "table") {
                open.pop();
            }
            if let Some(next) = last.next_sibling() {
                break Some(next);
            }
            let Some(parent) = last.parent() else { break None };
            last = parent;
        };
    }
    layouts.iter().zip(cells).map(|(is_layout, cells)| *is_layout || cells == 1).collect()
}
