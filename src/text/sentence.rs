//! Where sentences begin and end, in English and Welsh, in tidy prose and in hurried notes.

use crate::model::Span;

/// Short forms, small letters and no stops, after which a full stop does not end a sentence.
const SHORT_FORMS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "rev", "st", "vs", "cf", "eg", "ie", "viz", "approx", "incl", "fig", "figs",
    "para", "paras", "vol", "pp", "tel", "ext", "dept", "govt", "cllr", "cyng", "parch", "mss", "bnr", "gw", "hy",
    "ee", "tud", "adr", "yh",
];

/// Short forms that stand before a figure: `no. 4`, `rh. 2`.
const BEFORE_FIGURES: &[&str] = &["no", "nos", "rh", "rhif", "t", "tt", "c", "s", "ss", "reg", "regs", "q", "cw"];

/// The sentences of a text, as trimmed byte spans in order; nothing for a blank text.
///
/// A sentence ends at `.`, `!`, `?` or `…` followed by white space and anything but a small letter, and at every line end,
/// so that bullets and headings stand alone. Stops within abbreviations (`e.e.`, `Mr.`), initials and figures (`1.4`) do not
/// end it. A bullet or a line's number is left out of its span when words follow. Every edge is a character boundary.
///
/// ```
/// let text = "Mae'n iawn, h.y. gweddol. Dim mwy!";
/// let found: Vec<&str> = ymateb::text::sentence::sentences(text).iter().map(|s| &text[s.start..s.end]).collect();
/// assert_eq!(found, ["Mae'n iawn, h.y. gweddol.", "Dim mwy!"]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                keep(text, begin, at, &mut found);
                begin = at + c.len_utf8();
            }
            '.' | '!' | '?' | '…' => {
                let mut end = at + c.len_utf8();
                // Take in repeated stops and whatever closes a quotation or a bracket.
                while let Some(&(next, closer)) = characters.peek() {
                    if !matches!(closer, '.' | '!' | '?' | '…' | '"' | '\'' | '\u{201D}' | '\u{2019}' | ')' | ']') {
                        break;
                    }
                    end = next + closer.len_utf8();
                    characters.next();
                }
                if ends(text, begin, at, end) {
                    keep(text, begin, end, &mut found);
                    begin = end;
                }
            }
            _ => {}
        }
    }
    keep(text, begin, text.len(), &mut found);
    found
}

/// Whether the stop at `at`, whose closers end at `end`, ends the sentence that began at `begin`.
fn ends(text: &str, begin: usize, at: usize, end: usize) -> bool {
    let rest = &text[end..];
    let Some(next) = rest.chars().next() else { return true };
    if !next.is_whitespace() {
        // Hurried typing: `rhy uchel.Mae angen`; two or more small letters before, a capital after.
        let mut behind = text[begin..at].chars().rev();
        let hurried = next.is_uppercase() && behind.by_ref().take(2).filter(|c| c.is_lowercase()).count() == 2;
        return hurried && rest.chars().nth(1).is_some_and(|c| c.is_lowercase() || c.is_whitespace());
    }
    if rest.trim_start_matches([' ', '\t', '\u{A0}']).starts_with(['\n', '\r']) {
        return true;
    }
    let following = rest.trim_start().chars().next();
    if !text[at..].starts_with('.') {
        // `!` and `?` end a sentence unless it runs on in small letters after a closing quotation mark.
        return !(text[at..end].contains(['"', '\u{201D}']) && following.is_some_and(char::is_lowercase));
    }
    let before = &text[begin..at];
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '\u{201C}')).next().unwrap_or("");
    let plain: String = word.chars().filter(|&c| c != '.').flat_map(char::to_lowercase).collect();
    let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1);
    if SHORT_FORMS.contains(&plain.as_str()) && (dotted || word.chars().count() == plain.chars().count()) {
        return false;
    }
    if BEFORE_FIGURES.contains(&plain.as_str()) && following.is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    // An initial (`J. Smith`), or a list's number at the head of a line (`1. Costs`).
    if single && word.chars().all(char::is_uppercase) && word != "I" && following.is_some_and(char::is_uppercase) {
        return false;
    }
    let numbered = before.trim_start().len() == word.len() && !word.is_empty() && word.len() <= 3;
    if numbered && word.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    !following.is_some_and(char::is_lowercase)
        || text[at..end].len() == 1 && !dotted && !single && word.chars().count() > 3
}

/// Keeps the trimmed span, without a bullet at its head, if a word or any other sign is left.
fn keep(text: &str, begin: usize, end: usize, found: &mut Vec<Span>) {
    let raw = &text[begin..end];
    let bullet = |c: char| c.is_whitespace() || matches!(c, '•' | '·' | '▪' | '◦' | '‣' | '-' | '*' | '–' | '\u{FEFF}');
    let mut start = begin + raw.len() - raw.trim_start().len();
    if text[start..end].contains(char::is_alphanumeric) && raw.trim_start().starts_with(bullet) {
        let bare = raw.trim_start_matches(bullet);
        // `-5` is a figure, not a bullet.
        if !bare.starts_with(|c: char| c.is_ascii_digit()) || raw.len() - bare.len() > 1 {
            start = begin + raw.len() - bare.len();
        }
    }
    let end = begin + raw.trim_end().len();
    if start < end {
        found.push(Span { start, end });
    }
}
