//! XML of office documents as a row of tokens: local names only, entities never expanded, depth limited.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Deepest nesting of elements. Word nests tables to a few hundred at the very most.
const DEEPEST: usize = 2_000;

/// One thing in the XML. An empty element is an opening and a closing.
pub(crate) enum Token<'x> {
    /// An element begins.
    Open(Element<'x>),
    /// The element that began last, of those still open, ends.
    Close,
    /// Characters. Those between two tags may come in several tokens.
    Text(Cow<'x, str>),
}

/// The beginning of an element.
pub(crate) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name without prefix: the same in strict and transitional documents.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Whether it is of a vocabulary that is called so everywhere: `svg`, `dc`.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.0.name().prefix().is_some_and(|own| own.into_inner() == prefix)
    }

    /// The value of an attribute, by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).map_while(Result::ok);
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }

    /// A whole number in an attribute.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether a property that is switched on by being there is on: `<w:vanish/>`, `<w:vanish w:val="0"/>`.
    pub(crate) fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| is_true(&value))
    }
}

/// What XML writes for true.
pub(crate) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// A walk through XML.
pub(crate) struct Xml<'x> {
    text: &'x str,
    reader: Reader<&'x [u8]>,
    depth: usize,
    trouble: Option<String>,
}

impl<'x> Xml<'x> {
    /// Begins at the beginning. The text may be what stands within an element.
    pub(crate) fn new(text: &'x str) -> Xml<'x> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml { text, reader, depth: 0, trouble: None }
    }

    /// The next token; none at the end, or where the XML is broken.
    pub(crate) fn next(&mut self) -> Option<Token<'x>> {
        while self.trouble.is_none() {
            match self.reader.read_event() {
                Ok(Event::Start(_)) if self.depth == DEEPEST => {
                    self.trouble = Some(format!("it nests more than {DEEPEST} elements"));
                }
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Some(Token::Open(Element(start)));
                }
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Token::Close);
                }
                Ok(Event::Text(text)) => return Some(Token::Text(text.xml10_content())),
                Ok(Event::CData(text)) => return Some(Token::Text(text.into_inner())),
                Ok(Event::GeneralRef(name)) => return Some(Token::Text(resolve(&name))),
                Ok(Event::Eof) if self.depth > 0 => self.trouble = Some("it ends in the middle".to_owned()),
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(_) => {
                    let at = self.reader.error_position();
                    self.trouble = Some(format!("its XML is broken at byte {at}"));
                }
            }
        }
        None
    }

    /// Passes over the rest of the element that was opened last, and gives what stands within it.
    pub(crate) fn skip(&mut self) -> &'x str {
        let within = self.depth;
        let start = self.position();
        let mut end = start;
        while self.depth >= within {
            end = self.position();
            if self.next().is_none() {
                break;
            }
        }
        self.text.get(start..end).unwrap_or_default()
    }

    /// What stopped the walk before the end, in plain words.
    pub(crate) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// How many bytes were walked through.
    pub(crate) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len()).min(self.text.len())
    }
}

/// A reference: the five of XML and numbers; any other is left as it is written.
fn resolve(name: &quick_xml::events::BytesRef<'_>) -> Cow<'static, str> {
    if let Ok(Some(sign)) = name.resolve_char_ref() {
        return sign.to_string().into();
    }
    match &**name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        other => format!("&{other};").into(),
    }
}

/// Bytes of XML as text: by byte-order mark, by the encoding that the declaration names, else as UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(bytes).unwrap_or(UTF_8),
    };
    // A byte-order mark goes before any of these.
    encoding.decode(bytes).0.into_owned()
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = std::str::from_utf8(bytes.get(..bytes.len().min(100))?.split(|byte| *byte == b'>').next()?).ok()?;
    let label = head.strip_prefix("<?xml")?.split_once("encoding")?.1.trim_start_matches([' ', '=', '"', '\'']);
    let encoding = Encoding::for_label(label.split(['"', '\'']).next()?.as_bytes())?;
    // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    (encoding != UTF_16LE && encoding != UTF_16BE).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> (Vec<String>, Option<String>) {
        let mut xml = Xml::new(text);
        let mut seen = Vec::new();
        while let Some(token) = xml.next() {
            seen.push(match token {
                Token::Open(element) => format!("<{}>", element.name()),
                Token::Close => "/".to_owned(),
                Token::Text(words) => words.into_owned(),
            });
        }
        (seen, xml.trouble().map(str::to_owned))
    }

    #[test]
    fn entities_are_kept_as_written_and_never_expanded() {
        let (seen, trouble) = tokens("<!DOCTYPE a [<!ENTITY b \"boom\">]><w:a>&b;&amp;&#373;<![CDATA[<]]></w:a>");
        assert_eq!(seen, ["<a>", "&b;", "&", "ŵ", "<", "/"]);
        assert_eq!(trouble, None);
    }

    #[test]
    fn what_comes_before_the_damage_is_given() {
        let (seen, trouble) = tokens("<a><b>ŷ 🙂</b><c></a>");
        assert_eq!(seen, ["<a>", "<b>", "ŷ 🙂", "/", "<c>"]);
        assert!(trouble.unwrap().contains("broken at byte"));
        assert!(tokens("<a><b>").1.unwrap().contains("ends in the middle"));
        assert!(tokens(&"<a>".repeat(3_000)).1.unwrap().contains("nests"));
        assert_eq!(tokens(""), (Vec::new(), None));
    }

    #[test]
    fn an_element_can_be_passed_over_and_read_later() {
        let mut xml = Xml::new("<a><b x='1' w:y='&lt;ŵ'><b>in</b></b><c/></a>");
        xml.next();
        let Some(Token::Open(b)) = xml.next() else { panic!("no element") };
        assert_eq!((b.number("x"), b.attribute("y").as_deref(), b.attribute("z")), (Some(1), Some("<ŵ"), None));
        assert_eq!(xml.skip(), "<b>in</b>");
        assert!(matches!(xml.next(), Some(Token::Open(c)) if c.name() == "c"));
    }

    #[test]
    fn xml_is_decoded_by_mark_and_by_declaration() {
        assert_eq!(decode("\u{feff}<a>ŵ</a>".as_bytes()), "<a>ŵ</a>");
        assert!(decode(b"<?xml version='1.0' encoding='windows-1252'?><a>\xf4</a>").contains("<a>ô</a>"));
        let wide: Vec<u8> = "<a>ŵ</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide), "<a>ŵ</a>");
    }
}
