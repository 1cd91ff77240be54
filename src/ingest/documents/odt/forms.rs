//! What is filled into the fields of a form: of the drawn kind (`form:checkbox`) and of the kind taken over from Word.

use std::collections::BTreeMap;

use super::super::marks::boxed;
use super::super::package::{Token, Xml};

/// What each drawn field shows, by its id.
pub(super) fn fields(text: &str) -> BTreeMap<String, String> {
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    let mut xml = Xml::new(text);
    let mut last = String::new();
    while let Some(token) = xml.next() {
        let Token::Open(element) = token else { continue };
        let any = |names: [&str; 2]| names.into_iter().find_map(|name| element.attribute(name)).unwrap_or_default();
        let label = || element.attribute("label").unwrap_or_default();
        let words = match element.name() {
            "checkbox" => format!("{} {}", boxed(any(["current-state", "state"]) == "checked"), label()),
            "radio" => format!("{} {}", boxed(any(["current-selected", "selected"]) == "true"), label()),
            "text" | "textarea" | "formatted-text" | "combobox" | "date" | "number" => any(["current-value", "value"]),
            "listbox" => String::new(),
            "option" => {
                if any(["current-selected", "selected"]) == "true" {
                    shown.entry(last.clone()).or_default().push_str(&label());
                }
                continue;
            }
            _ => continue,
        };
        last = element.attribute("id").unwrap_or_default();
        shown.insert(last.clone(), words);
    }
    shown
}

/// What a field taken over from Word shows, when that is not its text: its kind, and the settings within it.
pub(super) fn field_mark(kind: &str, settings: &str) -> String {
    let mut values: Vec<(String, String)> = Vec::new();
    let mut xml = Xml::new(settings);
    while let Some(token) = xml.next() {
        let Token::Open(element) = token else { continue };
        if element.name() == "param" {
            let value = |name| element.attribute(name).unwrap_or_default();
            values.push((value("name"), value("value")));
        }
    }
    let value = |name: &str| values.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    if kind.ends_with("FORMCHECKBOX") {
        format!("{} ", boxed(value("Checkbox_Checked") == Some("true")))
    } else if kind.ends_with("FORMDROPDOWN") {
        let chosen = value("Dropdown_Selected").and_then(|chosen| chosen.parse::<usize>().ok()).unwrap_or_default();
        let mut choices = values.iter().filter(|(key, _)| key == "Dropdown_ListEntry");
        choices.nth(chosen).map(|(_, choice)| choice.clone()).unwrap_or_default()
    } else {
        String::new()
    }
}
