//! Numbers of questions, as headers write them.

/// The number that a header begins with (`1.1a` of `Q1.1a. Why?`, `3` of `Cwestiwn 3: Pam?`), and the byte where its words
/// begin. A number that only begins a sentence (`10 years from now`) is none.
pub(super) fn leading(header: &str) -> Option<(String, usize)> {
    let start = header.len() - header.trim_start_matches([' ', '(', '[']).len();
    let lower: String = header[start..].chars().take(10).flat_map(char::to_lowercase).collect();
    let word = ["question ", "cwestiwn ", "question", "cwestiwn", "q", "c"].into_iter().find(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.trim_start_matches([' ', '.']).starts_with(|c: char| c.is_ascii_digit()))
    });
    let from = start + word.map_or(0, str::len);
    let from = from + header[from..].len() - header[from..].trim_start_matches([' ', '.']).len();
    let rest = header.get(from..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches('.');
    if number.is_empty() || number.len() > 6 || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut signs = rest[number.len()..].chars();
    // `1.a. Why?` is `1a`, as `1a. Why?` is.
    let dotted = match (signs.next(), signs.next(), signs.next()) {
        (Some('.'), Some(letter), Some('.' | ')' | ':')) if letter.is_ascii_lowercase() => Some(letter),
        _ => None,
    };
    let letter = rest[number.len()..].chars().next().filter(char::is_ascii_lowercase);
    let length = number.len() + dotted.map_or(usize::from(letter.is_some()), |_| 2);
    let behind = &rest[length..];
    let ends = match behind.chars().next() {
        None => word.is_some(),
        Some('.' | ')' | ':' | ']' | '-' | '–') => true,
        Some(' ') => {
            word.is_some() || behind.trim_start().starts_with(|c: char| c.is_uppercase() || c == '-' || c == '–')
        }
        Some(_) => false,
    };
    let words = header.len() - behind.trim_start_matches(['.', ':', ')', ']', ' ', '-', '–']).len();
    let plain = number.trim_start_matches('0');
    let plain = if plain.starts_with(|c: char| c.is_ascii_digit()) { plain } else { number };
    let letter = dotted.or(letter).map(String::from).unwrap_or_default();
    ends.then(|| (format!("{plain}{letter}"), words))
}

/// The number that a column's code stands for: `5.1` of `Q5_1`. `None` for names that are no codes.
pub(super) fn of_code(name: &str) -> Option<String> {
    let rest = name.strip_prefix(['Q', 'q'])?.trim_end_matches("_TEXT");
    let is_code = rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.len() <= 8
        && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '_' | '.') || c.is_ascii_lowercase());
    is_code.then(|| rest.replace('_', ".").trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_from_a_sentence_that_begins_with_one() {
        for (header, number, words) in [
            ("Q1.1a. Why?", "1.1a", "Why?"),
            ("1. Do you agree?", "1", "Do you agree?"),
            ("Cwestiwn 3: Pam? 🙂", "3", "Pam? 🙂"),
            ("Question 12 Anything else?", "12", "Anything else?"),
            ("C4) Ŵyn", "4", "Ŵyn"),
            ("Q03. Comments", "3", "Comments"),
            ("1.a. If other, please specify", "1a", "If other, please specify"),
        ] {
            let (found, at) = leading(header).expect(header);
            assert_eq!((found.as_str(), &header[at..]), (number, words));
        }
        for header in ["10 years from now, what should change?", "", "🙂", "2022", "1st choice", "Comments"] {
            assert_eq!(leading(header), None, "{header}");
        }
        assert_eq!(of_code("Q5_1"), Some("5.1".to_owned()));
        assert_eq!(of_code("Quality"), None);
    }
}
