//! Plain text and Markdown: the text stays exactly as it is, and its lines are the blocks.

use super::{Block, Document, Kind};

/// Reads decoded text. A line is a block (a heading when Markdown marks it as one); runs of lines are left to whoever
/// splits the text into answers, since only they know what a heading is.
pub(crate) fn read(text: String) -> Document {
    // A lone carriage return ended a line on old Macs, and still does in what some programs export.
    let ending = if text.contains('\n') { '\n' } else { '\r' };
    let mut blocks = Vec::new();
    let mut at = 0;
    for (i, line) in text.split_inclusive(ending).enumerate() {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let kind = if is_heading(words) { Kind::Heading } else { Kind::Paragraph };
            blocks.push(Block { kind, start, end: start + words.len(), place: format!("line {}", i + 1) });
        }
        at += line.len();
    }
    Document { text, blocks, ..Document::default() }
}

/// Whether Markdown marks a line as a heading: one to six `#` and a space (CommonMark, 4.2). `#gofal` is a word.
fn is_heading(words: &str) -> bool {
    let rest = words.trim_start_matches('#');
    (1..=6).contains(&(words.len() - rest.len())) && rest.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(Kind, String, String)> {
        let document = read(text.to_owned());
        assert_eq!(document.text, text);
        let block = |block: &Block| (block.kind, document.words(block).to_owned(), block.place.clone());
        document.blocks.iter().map(block).collect()
    }

    #[test]
    fn lines_are_blocks_and_the_text_stays_as_it_is() {
        let block = |kind, words: &str, line| (kind, words.to_owned(), format!("line {line}"));
        let expected = [
            block(Kind::Heading, "# Cwestiwn 1", 1),
            block(Kind::Paragraph, "Mae'r tŷ yn ddrud. 🙂", 3),
            block(Kind::Paragraph, "#gofal", 4),
        ];
        assert_eq!(blocks("# Cwestiwn 1\r\n \r\n  Mae'r tŷ yn ddrud. 🙂\r\n#gofal"), expected);
        assert_eq!(blocks("a\rb"), [block(Kind::Paragraph, "a", 1), block(Kind::Paragraph, "b", 2)]);
        assert_eq!(blocks(""), []);
        assert_eq!(blocks("#\n####### a").iter().filter(|block| block.0 == Kind::Heading).count(), 0);
    }
}
