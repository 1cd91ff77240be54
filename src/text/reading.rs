//! Text as a person reads it: the markup and entities that exports leave behind, taken away.
//!
//! Only for showing. What is stored, tagged and quoted by offset stays as it was written.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Tags of the kinds that forms let through, and the entities that stand for single characters.
static RESIDUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)<(?P<break>/?(?:br|p|div|li|ul|ol|h[1-6]|tr)\b[^<>]{0,200}/?)>|</?(?:b|i|u|em|strong|span|a|font|td|th|tbody|table|sup|sub)\b[^<>]{0,500}>|&(?P<named>[a-z]{2,8});|&#(?P<dec>[0-9]{1,7});|&#x(?P<hex>[0-9a-f]{1,6});",
    )
    .expect("the pattern is a constant, and a test compiles it")
});

/// Entities seen in exports.
const ENTITIES: [(&str, &str); 20] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("rsquo", "\u{2019}"),
    ("lsquo", "\u{2018}"),
    ("rdquo", "\u{201d}"),
    ("ldquo", "\u{201c}"),
    ("ndash", "\u{2013}"),
    ("mdash", "\u{2014}"),
    ("hellip", "\u{2026}"),
    ("bull", "\u{2022}"),
    ("pound", "£"),
    ("eacute", "é"),
    ("acirc", "â"),
    ("ecirc", "ê"),
    ("ocirc", "ô"),
    ("icirc", "î"),
];

/// The text without HTML residue: breaks and paragraphs become line breaks, other tags go, entities become characters.
/// What looks like neither ("costs < 5") stays.
pub fn readable(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'<' | b'&')) {
        return Cow::Borrowed(text);
    }
    RESIDUE.replace_all(text, |found: &Captures<'_>| {
        if found.name("break").is_some() {
            return "\n".to_owned();
        }
        if let Some(name) = found.name("named") {
            let name = name.as_str().to_lowercase();
            let known = ENTITIES.iter().find(|(entity, _)| *entity == name);
            return known.map_or_else(|| found[0].to_owned(), |(_, sign)| (*sign).to_owned());
        }
        let code = match (found.name("dec"), found.name("hex")) {
            (Some(digits), _) => digits.as_str().parse().ok(),
            (_, Some(digits)) => u32::from_str_radix(digits.as_str(), 16).ok(),
            _ => return String::new(),
        };
        match code.and_then(char::from_u32) {
            Some('\u{a0}') => " ".to_owned(),
            Some(sign) if !sign.is_control() || sign == '\n' => sign.to_string(),
            _ => found[0].to_owned(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn markup_and_entities_are_read_as_a_person_would() {
        assert_eq!(readable("It&rsquo;s late.<br/>Costs &lt; 5 &amp; rising"), "It\u{2019}s late.\nCosts < 5 & rising");
        assert_eq!(readable("<p>Mae&#39;n rhy gyflym 🙂</p>"), "\nMae'n rhy gyflym 🙂\n");
        assert_eq!(readable("a < b > c & d &unknown;"), "a < b > c & d &unknown;");
        assert_eq!(readable(""), "");
    }
}
