//! The styles of a Word document: which of them are headings, and which number their paragraphs.

use std::collections::BTreeMap;

use super::super::package::{Token, Xml};

/// Outline level of plain text; 0 to 8 are headings (ISO/IEC 29500-1, 17.3.1.20).
const BODY_TEXT: i64 = 9;

/// Most styles that a style is looked for through those it is based on; a circle ends here too.
const LONGEST_CHAIN: usize = 32;

/// What a paragraph is by its style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// A heading or the title.
    pub(super) is_heading: bool,
    /// A line of a table of contents.
    pub(super) is_contents: bool,
    /// The list that numbers it.
    pub(super) list: Option<i64>,
    /// Its level in the list, from 0.
    pub(super) level: Option<i64>,
}

/// Styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<i64>,
    list: Option<i64>,
    level: Option<i64>,
}

impl Styles {
    /// Reads `styles.xml`; what is broken in it is left out.
    pub(super) fn read(text: &str) -> Styles {
        let mut all = Styles::default();
        let mut xml = Xml::new(text);
        let mut id = None;
        while let Some(token) = xml.next() {
            let Token::Open(element) = token else { continue };
            if element.name() == "style" {
                id = element.attribute("styleId");
                let is_paragraph = element.attribute("type").is_none_or(|kind| kind == "paragraph");
                if is_paragraph && element.attribute("default").is_some_and(|value| value == "1" || value == "true") {
                    all.usual.clone_from(&id);
                }
                continue;
            }
            let Some(id) = &id else { continue };
            let style = all.styles.entry(id.clone()).or_default();
            match element.name() {
                "name" => style.name = element.attribute("val").unwrap_or_default().to_lowercase(),
                "basedOn" => style.based_on = element.attribute("val"),
                "outlineLvl" => style.outline = element.number("val"),
                "numId" => style.list = element.number("val"),
                "ilvl" => style.level = element.number("val"),
                "tblStylePr" | "pPrChange" => {
                    xml.skip();
                }
                _ => {}
            }
        }
        all
    }

    /// What a paragraph of this style is. Built-in styles are called by their English names whatever the language of Word;
    /// others are what the style is that they are based on.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut outline = None;
        let mut id = id.or(self.usual.as_deref());
        for _ in 0..LONGEST_CHAIN {
            let Some(now) = id else { break };
            let Some(style) = self.styles.get(now) else {
                look.is_heading |= self.styles.is_empty() && is_heading(&now.to_lowercase());
                break;
            };
            outline = outline.or(style.outline);
            look.list = look.list.or(style.list);
            look.level = look.level.or(style.level);
            look.is_contents |= style.name.strip_prefix("toc ").is_some_and(|rest| rest.parse::<u8>().is_ok())
                || style.name == "table of figures";
            look.is_heading |= outline.is_none() && is_heading(&style.name);
            id = style.based_on.as_deref();
        }
        look.is_heading |= outline.is_some_and(|level| (0..BODY_TEXT).contains(&level));
        look.is_heading &= !look.is_contents;
        look
    }
}

/// Whether a style is a heading by its name, `heading 1` or `Heading1`, or the title.
fn is_heading(name: &str) -> bool {
    let level = name.strip_prefix("heading").map(str::trim);
    name == "title" || level.is_some_and(|level| level.parse::<u8>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_in_any_language_and_through_the_style_it_is_based_on() {
        let styles = Styles::read(
            "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='Arferol'><w:name w:val='Normal'/></w:style>
             <w:style w:styleId='Pennawd1'><w:name w:val='heading 1'/><w:basedOn w:val='Arferol'/>
             <w:pPr><w:numPr><w:numId w:val='3'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
             <w:style w:styleId='Cwestiwn'><w:name w:val='Cwestiwn'/><w:basedOn w:val='Pennawd1'/></w:style>
             <w:style w:styleId='PennawdTC'><w:name w:val='TOC Heading'/><w:basedOn w:val='Pennawd1'/>
             <w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>
             <w:style w:styleId='TC1'><w:name w:val='toc 1'/></w:style>
             <w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>
             <w:style w:styleId='Teitl'><w:name w:val='Title'/></w:style></w:styles>",
        );
        let heading = |id: &str| styles.look(Some(id)).is_heading;
        assert!(heading("Pennawd1") && heading("Cwestiwn") && heading("Teitl"));
        assert!(!heading("PennawdTC") && !heading("Arferol") && !heading("a") && !heading("none"));
        assert!(styles.look(Some("TC1")).is_contents);
        assert_eq!(styles.look(Some("Cwestiwn")).list, Some(3));
        assert!(Styles::default().look(Some("Heading2")).is_heading);
    }
}
