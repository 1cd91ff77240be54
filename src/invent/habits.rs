//! Words as people type them: slips, capitals, curly quotes, a space too many.

use super::rng::Rng;
use super::who::Habits;

/// The text as this person would have typed it.
pub(super) fn typed(text: &str, habits: &Habits, rng: &mut Rng) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    if habits.slips > 0.0 {
        for word in text.split_inclusive(' ') {
            let plain = word.trim_end();
            let long = plain.len() >= 5 && plain.bytes().all(|b| b.is_ascii_lowercase());
            if long && rng.chance(habits.slips) {
                slip(plain, rng, &mut out);
                out.push_str(&word[plain.len()..]);
            } else {
                out.push_str(word);
            }
        }
    } else {
        out.push_str(text);
    }
    if habits.capitals {
        out = out.to_uppercase();
    } else if habits.lower {
        out = out.to_lowercase();
    }
    if habits.curly {
        out = curled(&out);
    }
    if habits.bare {
        out = out.chars().map(without_circumflex).collect();
    }
    if habits.trailing && rng.chance(0.6) {
        let space: &&str = rng.pick(&[" ", "  ", "\n", " \n"]);
        out.push_str(space);
    }
    out
}

/// One slip in a word of small letters: two swapped, one dropped or one doubled.
fn slip(word: &str, rng: &mut Rng, out: &mut String) {
    let at = rng.between(1, word.len() - 3);
    let (start, end) = word.split_at(at);
    out.push_str(start);
    match rng.below(3) {
        0 => {
            let mut letters = end.chars();
            let first = letters.next();
            out.extend(letters.next());
            out.extend(first);
            out.push_str(letters.as_str());
        }
        1 => out.push_str(&end[1..]),
        _ => {
            out.push_str(&end[..1]);
            out.push_str(end);
        }
    }
}

/// Apostrophes and quotation marks as a word processor sets them.
fn curled(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for c in text.chars() {
        let opens = before.is_whitespace() || before == '(';
        out.push(match c {
            '\'' if opens => '‘',
            '\'' => '’',
            '"' if opens => '“',
            '"' => '”',
            _ => c,
        });
        before = c;
    }
    out
}

fn without_circumflex(c: char) -> char {
    match c {
        'â' => 'a',
        'ê' => 'e',
        'î' => 'i',
        'ô' => 'o',
        'û' => 'u',
        'ŵ' => 'w',
        'ŷ' => 'y',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_curl_the_right_way_in_both_languages() {
        assert_eq!(curled("mae'n \"dda\" 👍"), "mae’n “dda” 👍");
        assert_eq!(curled(""), "");
    }

    #[test]
    fn a_slip_changes_one_word_and_keeps_the_rest() {
        let habits = Habits { slips: 1.0, ..Habits::default() };
        let typed = typed("Mae tŷ children", &habits, &mut Rng::new(1, 1, 1));
        assert!(typed.starts_with("Mae tŷ "));
        assert_ne!(typed, "Mae tŷ children");
    }
}
