//! Lines that stand at the top or bottom of page after page: letterheads, running titles, page numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::documents::{Block, Document, Kind};

/// Lines looked at on each end of a page.
const EDGE: usize = 3;

/// Pages on which a line must stand to be no part of the text.
const PAGES: usize = 3;

/// Marks such lines as [`Kind::Signature`]. A line counts as the same when it differs in digits and spaces alone. The
/// text stays as it is; blocks that hold such a line and others are parted.
pub(super) fn mark(document: &mut Document) {
    let mut pages: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for block in &document.blocks {
        if block.kind == Kind::Paragraph {
            pages.entry(&block.place).or_default().extend(lines(&document.text, block));
        }
    }
    let edges = |lines: &[(usize, usize)]| -> Vec<(usize, usize)> {
        let bottom = lines.len().saturating_sub(EDGE).max(EDGE.min(lines.len()));
        lines[..lines.len().min(EDGE)].iter().chain(&lines[bottom..]).copied().collect()
    };
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for lines in pages.values() {
        let on_page: BTreeSet<String> = edges(lines).into_iter().map(|(a, b)| pattern(&document.text[a..b])).collect();
        on_page.into_iter().for_each(|line| *met.entry(line).or_default() += 1);
    }
    let enough = PAGES.max(pages.len() / 2);
    let repeated: BTreeSet<(usize, usize)> = pages
        .values()
        .flat_map(|lines| edges(lines))
        .filter(|(a, b)| met.get(&pattern(&document.text[*a..*b])).is_some_and(|pages| *pages >= enough))
        .collect();
    if repeated.is_empty() {
        return;
    }
    let text = std::mem::take(&mut document.text);
    let blocks = std::mem::take(&mut document.blocks);
    document.blocks = blocks.into_iter().flat_map(|block| part(&text, block, &repeated)).collect();
    document.text = text;
}

/// Where the lines of a block are, without the space around them.
fn lines(text: &str, block: &Block) -> Vec<(usize, usize)> {
    let mut at = block.start;
    let mut lines = Vec::new();
    for line in text[block.start..block.end].split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if !line.trim().is_empty() {
            lines.push((start, start + line.trim().len()));
        }
    }
    lines
}

/// A line with its digits and spaces made alike.
fn pattern(line: &str) -> String {
    let mut pattern = String::with_capacity(line.len());
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        match c {
            c if c.is_ascii_digit() && pattern.ends_with('#') => {}
            c if c.is_ascii_digit() => pattern.push('#'),
            c => pattern.push(c),
        }
    }
    pattern
}

/// A block without its repeated lines, and those as blocks of their own, in their order.
fn part(text: &str, block: Block, repeated: &BTreeSet<(usize, usize)>) -> Vec<Block> {
    if block.kind != Kind::Paragraph {
        return vec![block];
    }
    let mut parts: Vec<Block> = Vec::new();
    for (start, end) in lines(text, &block) {
        let kind = if repeated.contains(&(start, end)) { Kind::Signature } else { Kind::Paragraph };
        match parts.last_mut() {
            Some(last) if last.kind == kind => last.end = end,
            _ => parts.push(Block { kind, start, end, place: block.place.clone() }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signatures(document: &Document) -> Vec<&str> {
        let marked = document.blocks.iter().filter(|block| block.kind == Kind::Signature);
        marked.map(|block| document.words(block)).collect()
    }

    fn pages(of: &[&str]) -> Document {
        let mut document = Document::default();
        for (i, page) in of.iter().enumerate() {
            for paragraph in page.split("\n\n") {
                document.push(Kind::Paragraph, paragraph, format!("page {}", i + 1));
            }
        }
        document
    }

    #[test]
    fn titles_and_page_numbers_are_no_part_of_the_text() {
        let mut document = pages(&["Cyngor Tŷ\nFirst words", "Cyngor Tŷ\nmore 🙂\n2", "Cyngor Tŷ\nthe end\n3", "4"]);
        let before = document.text.clone();
        mark(&mut document);
        assert_eq!(document.text, before, "nothing is lost");
        assert_eq!(signatures(&document), ["Cyngor Tŷ", "Cyngor Tŷ", "2", "Cyngor Tŷ", "3", "4"]);
        assert!(document.blocks.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn what_stands_on_two_pages_alone_stays() {
        let mut document = pages(&["Yes", "Yes", "no"]);
        mark(&mut document);
        assert_eq!(signatures(&document), Vec::<&str>::new());
        mark(&mut Document::default());
    }
}
