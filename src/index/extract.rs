//! The part of a long text that is worth showing first.

use super::highlight::Mark;

/// Bytes of an extract, about three lines of a page.
const LONG: usize = 320;

/// The part of a text that says most about a query, in bytes, at the bounds of words: of all windows of one length the
/// one in which most different words of the query stand, then most words of it, then the earliest. Without marks, its
/// beginning. A long answer is so shown by the place that it was found for.
pub(super) fn extract(text: &str, marks: &[Mark]) -> (usize, usize) {
    if text.len() <= LONG {
        return (0, text.len());
    }
    let mut best = (0, 0, 0, 0);
    let mut last = 0;
    for (first, mark) in marks.iter().enumerate() {
        last = last.max(first);
        while last < marks.len() && marks[last].end - mark.start <= LONG {
            last += 1;
        }
        let inside = &marks[first..last.max(first + 1)];
        let mut kinds: Vec<usize> = inside.iter().map(|mark| mark.which).collect();
        kinds.sort_unstable();
        kinds.dedup();
        if (kinds.len(), inside.len()) > (best.0, best.1) {
            best = (kinds.len(), inside.len(), mark.start, inside.last().map_or(mark.end, |mark| mark.end));
        }
    }
    let (_, _, from, to) = best;
    // What room is left stands before and after in equal parts; at an end of the text, all on the other side.
    let room = LONG.saturating_sub(to - from);
    let start = from.saturating_sub(room / 2).min(text.len() - LONG.min(text.len()));
    let start = start.min(from);
    let end = to.max((start + LONG).min(text.len()));
    (word_start(text, start, from), word_end(text, end, to))
}

/// The start of the first whole word from a byte on, not behind `limit`.
fn word_start(text: &str, at: usize, limit: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let from = (at..=limit).find(|at| text.is_char_boundary(*at)).unwrap_or(limit);
    let gap = text[from..limit].find(char::is_whitespace);
    gap.map_or(limit, |gap| {
        let behind = from + gap;
        text[behind..limit].find(|c: char| !c.is_whitespace()).map_or(limit, |n| behind + n)
    })
}

/// The end of the last whole word up to a byte, not before `limit`.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let to = (limit..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(limit);
    match text[limit..to].rfind(char::is_whitespace) {
        Some(gap) => limit + text[limit..limit + gap].trim_end().len(),
        None => limit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str, words: &[&str]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for (which, word) in words.iter().enumerate() {
            marks.extend(text.match_indices(word).map(|(at, word)| Mark { start: at, end: at + word.len(), which }));
        }
        marks.sort_by_key(|mark| mark.start);
        marks
    }

    #[test]
    fn the_extract_is_where_most_words_of_the_query_stand_together_not_where_the_first_one_is() {
        let filler = "Fe hoffem ddweud rhywbeth arall am y gwasanaeth 🙂. ".repeat(20);
        let text = format!("Maeth. {filler} Mae gofalwyr maeth yn symud yn aml. {filler}");
        let (start, end) = extract(&text, &marks(&text, &["gofalwyr", "aeth", "symud"]));
        assert!(text[start..end].contains("gofalwyr maeth yn symud"), "{}", &text[start..end]);
        assert!(end - start <= LONG && !text[start..end].starts_with(' '));
        // Without marks, and at either end of the text.
        assert_eq!(extract(&text, &[]).0, 0);
        let (_, end) = extract(&format!("{filler}symud"), &marks(&format!("{filler}symud"), &["symud"]));
        assert_eq!(end, filler.len() + 5);
        assert_eq!(extract("byr 🙂", &[]), (0, "byr 🙂".len()));
        assert_eq!(extract("", &[]), (0, 0));
    }

    #[test]
    fn one_word_longer_than_an_extract_is_cut_at_a_character() {
        let text = format!("symud{}", "ŵ🙂".repeat(400));
        let (start, end) = extract(&text, &marks(&text, &["symud"]));
        assert!(text.get(start..end).is_some());
    }
}
