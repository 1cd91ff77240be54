//! Which parts of a Word document belong to which.

use super::super::Unreadable;
use super::super::package::{Package, Token, Xml};

/// A part that another part refers to.
pub(super) struct Relation {
    /// How the other part calls it.
    pub(super) id: String,
    /// What it is to the other part: the last word of its type, the same in strict and transitional documents.
    pub(super) kind: String,
    /// Its name in the package.
    pub(super) target: String,
}

/// What a part refers to, sorted by name; the package itself is the part without a name. Files elsewhere are left out.
///
/// # Errors
/// When the list of relations unpacks to more than is safe.
pub(super) fn relations(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Unreadable> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(text) = package.xml(&name, &mut Vec::new())? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&text);
    let mut found = Vec::new();
    while let Some(token) = xml.next() {
        let Token::Open(element) = token else { continue };
        if element.name() != "Relationship" || element.attribute("TargetMode").as_deref() == Some("External") {
            continue;
        }
        let kind = element.attribute("Type").unwrap_or_default();
        found.push(Relation {
            id: element.attribute("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolve(folder, &element.attribute("Target").unwrap_or_default()),
        });
    }
    found.sort_by(|a, b| a.target.cmp(&b.target));
    Ok(found)
}

/// A name as seen from a folder of the package: `../x` and `/x` included.
fn resolve(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn names_are_found_from_any_folder() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/ŵ.xml"), "word/ŵ.xml");
        assert_eq!(resolve("word/a", "../../../x/./y"), "x/y");
    }
}
