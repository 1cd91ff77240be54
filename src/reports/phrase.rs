//! Messages whose numbers stay numbers: a sentence in either language, with each figure still bound to its name.

use crate::locale::{self, Value};
use crate::model::{Figure, Locale};

use super::document::Inline;

/// What goes into a message.
pub(super) enum Arg {
    /// Words, taken as they are.
    Words(String),
    /// A word of ours that may stand inside code: the name of a folder.
    Raw(String),
    /// A number: `{ $n }` chooses the plural, `{ $n-shown }` is what is printed.
    Number(u64, Option<Figure>),
}

/// How a hidden count is printed.
pub(super) const HIDDEN: &str = "[c]";

/// Marks a number's place in a formatted message; private use, so it stands in no message.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// Marks what is to be typed or referred to: `` `ymateb trace` `` in a message becomes code.
const CODE: char = '`';

/// A message as pieces of a sentence.
pub(super) fn phrase(locale: Locale, id: &str, args: &[(&str, Arg)]) -> Vec<Inline> {
    let mut numbers: Vec<Inline> = Vec::new();
    let mut named: Vec<(String, Value<'_>)> = Vec::new();
    for (name, arg) in args {
        let (n, shown, figure) = match arg {
            Arg::Raw(words) => {
                named.push(((*name).to_owned(), Value::from(words.clone())));
                continue;
            }
            Arg::Words(words) => {
                named.push(((*name).to_owned(), Value::from(format!("{OPEN}{}{CLOSE}", numbers.len()))));
                numbers.push(Inline::text(words.clone()));
                continue;
            }
            Arg::Number(n, figure) => (*n, locale::number(*n), figure.clone()),
        };
        named.push(((*name).to_owned(), Value::from(n)));
        named.push((format!("{name}-shown"), Value::from(format!("{OPEN}{}{CLOSE}", numbers.len()))));
        numbers.push(Inline::Number { shown, figure });
    }
    let borrowed: Vec<(&str, Value<'_>)> = named.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    pieces(&locale::say_with(locale, id, &borrowed), &numbers)
}

/// A message as plain words, for headings and captions.
pub(super) fn plain(locale: Locale, id: &str, args: &[(&str, Arg)]) -> String {
    phrase(locale, id, args).iter().map(Inline::plain).collect()
}

fn pieces(said: &str, numbers: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut rest = said;
    while let Some(at) = rest.find([OPEN, CODE]) {
        let (before, marked) = rest.split_at(at);
        push_text(&mut out, before);
        let mark = if marked.starts_with(OPEN) { CLOSE } else { CODE };
        let inner = marked.chars().next().map_or(0, char::len_utf8);
        let Some(end) = marked[inner..].find(mark).map(|end| end + inner) else {
            push_text(&mut out, marked);
            return out;
        };
        let between = &marked[inner..end];
        match (mark, between.parse::<usize>().ok().and_then(|i| numbers.get(i))) {
            (CLOSE, Some(number)) => out.push(number.clone()),
            _ => out.push(Inline::Code(between.to_owned())),
        }
        rest = &marked[end + mark.len_utf8()..];
    }
    push_text(&mut out, rest);
    out
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        out.push(Inline::text(text));
    }
}
