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
    each(text).collect()
}

/// As [`sentences`], one after another.
pub(crate) fn each(text: &str) -> impl Iterator<Item = Span> {
    let (mut begin, mut at) = (0, 0);
    std::iter::from_fn(move || {
        while begin < text.len() {
            let (end, next) = end(text, begin, at);
            let sentence = kept(text, begin, end);
            (begin, at) = (next, next);
            if sentence.is_some() {
                return sentence;
            }
        }
        None
    })
}

/// What may end a sentence, or begin a character that does.
const MAY_END: [bool; 256] = {
    let mut may_end = [false; 256];
    // The last is the first byte of `…` and of the separators of lines and paragraphs.
    let bytes = [b'\n', b'\r', b'.', b'!', b'?', 0xE2];
    let mut at = 0;
    while at < bytes.len() {
        may_end[bytes[at] as usize] = true;
        at += 1;
    }
    may_end
};

/// Where the sentence that began at `begin` ends, and where the next one begins; looks from `at` on.
fn end(text: &str, begin: usize, mut at: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    while let Some(step) = bytes[at..].iter().position(|byte| MAY_END[usize::from(*byte)]) {
        at += step;
        let Some(c) = text[at..].chars().next() else { break };
        let behind = at + c.len_utf8();
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => return (at, behind),
            '.' | '!' | '?' | '…' => {
                // Take in repeated stops and whatever closes a quotation or a bracket.
                let closers = ['.', '!', '?', '…', '"', '\'', '\u{201D}', '\u{2019}', ')', ']'];
                let end = text.len() - text[behind..].trim_start_matches(closers).len();
                if ends(text, begin, at, end) {
                    return (end, end);
                }
                at = end;
            }
            _ => at = behind,
        }
    }
    (text.len(), text.len())
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
    let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1);
    if (dotted || !word.contains('.')) && is_among(SHORT_FORMS, word) {
        return false;
    }
    if following.is_some_and(|c| c.is_ascii_digit()) && is_among(BEFORE_FIGURES, word) {
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

/// Whether a word, without its stops and capitals, is one of these.
fn is_among(forms: &[&str], word: &str) -> bool {
    let letters = || word.bytes().filter(|byte| *byte != b'.').map(|byte| byte.to_ascii_lowercase());
    letters().count() <= LONGEST_FORM && forms.iter().any(|form| letters().eq(form.bytes()))
}

/// Letters of the longest short form.
const LONGEST_FORM: usize = 6;

/// The trimmed span, without a bullet at its head, if a word or any other sign is left.
fn kept(text: &str, begin: usize, end: usize) -> Option<Span> {
    let raw = &text[begin..end];
    let bullet = |c: char| c.is_whitespace() || matches!(c, '•' | '·' | '▪' | '◦' | '‣' | '-' | '*' | '–' | '\u{FEFF}');
    let trimmed = raw.trim_start();
    let mut start = end - trimmed.len();
    if trimmed.starts_with(bullet) && trimmed.contains(char::is_alphanumeric) {
        let bare = raw.trim_start_matches(bullet);
        // `-5` is a figure, not a bullet.
        if !bare.starts_with(|c: char| c.is_ascii_digit()) || raw.len() - bare.len() > 1 {
            start = end - bare.len();
        }
    }
    let end = begin + raw.trim_end().len();
    (start < end).then_some(Span { start, end })
}
