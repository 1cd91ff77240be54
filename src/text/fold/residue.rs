//! What HTML leaves behind in survey exports: a few tags and entities, recognised without being a parser.

/// Longest tag believed in, in bytes: exports carry styles and addresses in them, prose rarely closes a `<` so late.
const LONGEST_TAG: usize = 400;

/// Elements that sit inside a word or a line; every other known one separates words.
const INLINE: [&str; 17] = [
    "a", "abbr", "b", "em", "font", "i", "ins", "mark", "o:p", "s", "small", "span", "strike", "strong", "sub", "sup",
    "u",
];

/// Elements that separate words.
const BLOCK: [&str; 25] = [
    "blockquote",
    "body",
    "br",
    "center",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];

/// The tag that `rest` starts with: its length in bytes, and whether it separates words.
///
/// `a < b` and `<ateb>` are words, not tags.
pub(super) fn tag(rest: &str) -> Option<(usize, bool)> {
    let bytes = rest.as_bytes();
    let name_at = if bytes.get(1) == Some(&b'/') { 2 } else { 1 };
    let name_len = bytes[name_at..].iter().take(11).take_while(|b| b.is_ascii_alphanumeric() || **b == b':').count();
    let name = &bytes[name_at..name_at + name_len];
    let is = |known: &&str| known.as_bytes().eq_ignore_ascii_case(name);
    let splits = BLOCK.iter().any(&is);
    if !splits && !INLINE.iter().any(is) {
        return None;
    }
    let after = &bytes[name_at + name_len..];
    if !after.first().is_some_and(|b| matches!(b, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n')) {
        return None;
    }
    let close = after.iter().take(LONGEST_TAG).position(|b| matches!(b, b'>' | b'<'))?;
    (after[close] == b'>').then_some((name_at + name_len + close + 1, splits))
}

/// Entities by name that editors and survey platforms write, Welsh letters among them.
const NAMED: [(&str, char); 60] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("rsquo", '\u{2019}'),
    ("lsquo", '\u{2018}'),
    ("sbquo", '\u{201a}'),
    ("prime", '\u{2032}'),
    ("rdquo", '\u{201d}'),
    ("ldquo", '\u{201c}'),
    ("bdquo", '\u{201e}'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("hellip", '\u{2026}'),
    ("bull", '\u{2022}'),
    ("middot", '\u{b7}'),
    ("pound", '£'),
    ("euro", '€'),
    ("acirc", 'â'),
    ("ecirc", 'ê'),
    ("icirc", 'î'),
    ("ocirc", 'ô'),
    ("ucirc", 'û'),
    ("wcirc", 'ŵ'),
    ("ycirc", 'ŷ'),
    ("Acirc", 'Â'),
    ("Ecirc", 'Ê'),
    ("Icirc", 'Î'),
    ("Ocirc", 'Ô'),
    ("Ucirc", 'Û'),
    ("Wcirc", 'Ŵ'),
    ("Ycirc", 'Ŷ'),
    ("auml", 'ä'),
    ("euml", 'ë'),
    ("iuml", 'ï'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("yuml", 'ÿ'),
    ("Auml", 'Ä'),
    ("Euml", 'Ë'),
    ("Iuml", 'Ï'),
    ("Ouml", 'Ö'),
    ("aacute", 'á'),
    ("eacute", 'é'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("Aacute", 'Á'),
    ("Eacute", 'É'),
    ("agrave", 'à'),
    ("egrave", 'è'),
    ("ograve", 'ò'),
];

/// The entity that `rest` starts with: its length in bytes and the character it stands for.
pub(super) fn entity(rest: &str) -> Option<(usize, char)> {
    let bytes = rest.as_bytes();
    let end = bytes.iter().take(12).position(|b| *b == b';')?;
    let name = rest.get(1..end)?;
    let decoded = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((end + 1, decoded))
}
