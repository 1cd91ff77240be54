//! Pages that nest without end, or give one element attributes without end, made such that they can be parsed in a time that
//! grows with their size alone: the parser looks through all open elements at each new one.

use std::borrow::Cow;

/// Deepest nesting that is kept, as browsers do; deeper elements stand beside each other.
const DEEPEST: usize = 512;

/// Most words in a tag that keeps its attributes; they are compared with each other.
const MOST_ATTRIBUTES: usize = 20_000;

/// Deepest nesting of elements that only say how letters look. One that is left open begins anew in each paragraph, so that
/// there are as many elements as both together.
const DEEPEST_LOOK: usize = 64;

/// Elements that only say how letters look (HTML standard, "Formatting").
const LOOKS: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements without an end.
const EMPTY: [&str; 14] =
    ["area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "wbr"];

/// Elements whose end may be left out; many pages do, so they say nothing of the depth.
const SELF_ENDING: [&str; 17] = [
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "html",
    "head", "body", "track",
];

/// Elements of drawings, which end where they begin when they say so.
const DRAWN: [&str; 9] = ["path", "rect", "circle", "line", "use", "polygon", "polyline", "ellipse", "stop"];

/// The page with nothing in it that takes the parser too long. Nearly every page is as it was. What looks like a tag counts
/// as one wherever it stands, in a comment or a script too: to count one too many does no harm.
pub(super) fn flattened(page: &str) -> Cow<'_, str> {
    let mut flat = String::new();
    let mut kept = 0;
    let (mut depth, mut looks) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(found) = page[at..].find('<') {
        let start = at + found;
        let length = page[start..].find('>').map_or(page.len() - start, |end| end + 1);
        let tag = &page[start + 1..start + length];
        let is_end = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let name = tag.split(|sign: char| sign.is_ascii_whitespace() || "/>".contains(sign)).next().unwrap_or_default();
        if !name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        at = start + length;
        let name = name.to_ascii_lowercase();
        let is_long = !is_end && attributes(tag) > MOST_ATTRIBUTES;
        let ends_itself = EMPTY.contains(&&*name)
            || SELF_ENDING.contains(&&*name)
            || (DRAWN.contains(&&*name) && tag.ends_with("/>"));
        let is_look = LOOKS.contains(&&*name);
        let (open, most) = if is_look { (&mut looks, DEEPEST_LOOK) } else { (&mut depth, DEEPEST) };
        let is_too_deep = if ends_itself {
            false
        } else if is_end {
            *open = open.saturating_sub(1);
            *open >= most
        } else {
            *open += 1;
            *open > most
        };
        if is_too_deep || is_long {
            flat.push_str(&page[kept..start]);
            match () {
                () if is_too_deep && is_look => {}
                () if is_too_deep => flat.push_str("<br>"),
                () => flat.push_str(&format!("<{name}>")),
            }
            kept = at;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(page);
    }
    flat.push_str(&page[kept..]);
    Cow::Owned(flat)
}

/// How many words a tag has: no fewer than attributes.
fn attributes(tag: &str) -> usize {
    let bytes = tag.as_bytes();
    bytes.windows(2).filter(|pair| !pair[0].is_ascii_alphanumeric() && pair[1].is_ascii_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_pages_stay_as_they_are() {
        let page = "<p>a<ul><li>b<li>c</ul><!-- <div> --><svg><path d='>'/></svg><img src=\"x>y\">ŵ < 🙂 <b>d</b>";
        assert!(matches!(flattened(page), Cow::Borrowed(_)));
        assert!(matches!(flattened(&"<div>x</div><p>".repeat(5_000)), Cow::Borrowed(_)));
        for odd in ["", "<", "</", "<a", "<!--", "<script>", "<ŵ", "<a b=\"", "<!-->", "<!--->"] {
            assert_eq!(flattened(odd), odd);
        }
    }

    #[test]
    fn deep_pages_and_long_tags_are_flattened_and_lose_no_words() {
        let page = format!("{}ŷ{}z", "<div>w".repeat(2_000), "</div>".repeat(2_000));
        let flat = flattened(&page);
        assert_eq!(flat.matches("<div>").count(), DEEPEST);
        assert_eq!(flat.matches('w').count(), 2_000);
        assert!(flat.contains('ŷ') && flat.ends_with('z'));
        let looks = flattened(&"<p><font size=1>ŵ".repeat(5_000)).into_owned();
        assert_eq!((looks.matches("<font").count(), looks.matches('ŵ').count()), (DEEPEST_LOOK, 5_000));
        let many: String = (0..30_000).map(|i| format!(" a{i}=1")).collect();
        assert_eq!(flattened(&format!("<div{many}>x")), "<div>x");
    }
}
