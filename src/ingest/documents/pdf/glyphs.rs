//! From glyphs at their places to lines and paragraphs.
//!
//! Lines stay in the order in which the page draws them, which is the order of reading in nearly every document; sorting
//! them by place would mix columns.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A gap wider than this, in heights of a letter, parts words. Poppler's `minWordBreakSpace`.
const WORD_GAP: f64 = 0.1;

/// Letters further up or down than this, in heights, stand on another line; exponents and footnote marks do not.
const LINE_SHIFT: f64 = 0.6;

/// A jump back further than this, in heights, begins anew.
const JUMP_BACK: f64 = 2.0;

/// Lines further apart than this, in usual distances between lines, are two paragraphs.
const PARAGRAPH_GAP: f64 = 1.3;

/// Indented by more than this, in heights, a line begins a paragraph.
const INDENT: f64 = 1.2;

/// The lines of a page, as they are drawn.
#[derive(Default)]
pub(super) struct Page {
    lines: Vec<Line>,
    /// Glyphs met, blanks aside.
    pub(super) glyphs: usize,
    /// Glyphs that stand for no known letter.
    pub(super) unknown: usize,
    /// Control characters left out.
    pub(super) controls: usize,
}

#[derive(Default)]
struct Line {
    text: String,
    /// Direction of writing.
    along: (f64, f64),
    /// Where it begins and ends in that direction, and how far up it stands.
    start: f64,
    end: f64,
    up: f64,
    height: f64,
    /// Glyphs and where they begin, to notice what is drawn twice to look bold.
    drawn: Vec<(f64, char)>,
}

impl OutputDev for Page {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        spacing: f64,
        size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        let stretch = finite(at.m11.hypot(at.m12), 1.0);
        let along = match stretch {
            s if s > 0.0 => (at.m11 / s, at.m12 / s),
            _ => (1.0, 0.0),
        };
        let height = finite(size.abs() * at.m21.hypot(at.m22), 1.0).max(f64::EPSILON);
        let start = finite(at.m31 * along.0 + at.m32 * along.1, 0.0);
        let up = finite(at.m32 * along.0 - at.m31 * along.1, 0.0);
        let end = start + finite((width * size.abs() + spacing) * stretch, 0.0);
        let letters = self.readable(letters);
        if !letters.is_empty() {
            self.place(&letters, &Line { along, start, end, up, height, ..Line::default() });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

fn finite(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value } else { otherwise }
}

impl Page {
    /// The letters of a glyph, without what means nothing; what no letter is known for becomes U+FFFD.
    fn readable(&mut self, letters: &str) -> String {
        let is_blank = !letters.is_empty() && letters.chars().all(char::is_whitespace);
        self.glyphs += usize::from(!is_blank);
        let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
        let is_unknown = letters.is_empty() || letters.chars().any(|c| c == '\u{fffd}' || is_private(c));
        if is_unknown {
            self.unknown += 1;
            // Private signs are kept: a symbol font's bullets are among them.
            return if letters.is_empty() { "\u{fffd}".to_owned() } else { letters.to_owned() };
        }
        let is_control = |c: &char| c.is_control() && !c.is_whitespace();
        if letters.chars().any(|c| is_control(&c)) {
            self.controls += 1;
        }
        letters
            .chars()
            .filter(|c| !is_control(c))
            .map(|c| if c.is_whitespace() && c.is_control() { ' ' } else { c })
            .collect()
    }

    /// Adds letters to the line on which they stand, or begins one.
    fn place(&mut self, letters: &str, glyph: &Line) {
        let is_blank = letters.chars().all(char::is_whitespace);
        let first = letters.chars().next().unwrap_or(' ');
        if let Some(line) = self.lines.last_mut()
            && line.holds(glyph)
        {
            if glyph.start < line.end - 0.3 * glyph.height && line.has_drawn(first, glyph) {
                return;
            }
            if glyph.start >= line.end - JUMP_BACK * glyph.height {
                let is_apart = glyph.start > line.end + WORD_GAP * glyph.height;
                let is_joined = line.text.ends_with(char::is_whitespace) || is_blank;
                if is_apart && !is_joined {
                    line.text.push(' ');
                }
                line.text.push_str(letters);
                line.drawn.push((glyph.start, first));
                line.end = line.end.max(glyph.end);
                line.height = line.height.max(glyph.height);
                return;
            }
        }
        if !is_blank {
            let line = Line { text: letters.to_owned(), drawn: vec![(glyph.start, first)], ..*glyph };
            self.lines.push(line);
        }
    }

    /// The paragraphs of the page; lines within one are parted by line breaks, as they are in the document.
    pub(super) fn paragraphs(&self) -> Vec<String> {
        let usual = self.usual_distance();
        let mut paragraphs: Vec<String> = Vec::new();
        let mut before: Option<&Line> = None;
        for line in self.lines.iter().filter(|line| !line.text.trim().is_empty()) {
            match (before, paragraphs.last_mut()) {
                (Some(before), Some(paragraph)) if !line.begins_paragraph(before, usual) => {
                    paragraph.push('\n');
                    paragraph.push_str(line.text.trim());
                }
                _ => paragraphs.push(line.text.trim().to_owned()),
            }
            before = Some(line);
        }
        paragraphs
    }

    /// How far lines usually are apart, in heights: the middle one of all distances.
    fn usual_distance(&self) -> f64 {
        let distance = |pair: &[Line]| (pair[0].up - pair[1].up) / pair[1].height;
        let mut distances: Vec<f64> =
            self.lines.windows(2).map(distance).filter(|distance| (0.5..3.0).contains(distance)).collect();
        distances.sort_by(f64::total_cmp);
        distances.get(distances.len() / 2).copied().unwrap_or(1.2)
    }
}

impl Line {
    /// Whether a glyph stands on this line.
    fn holds(&self, glyph: &Line) -> bool {
        let turned = self.along.0 * glyph.along.0 + self.along.1 * glyph.along.1 < 0.99;
        let shift = (glyph.up - self.up).abs();
        !turned && shift <= LINE_SHIFT * self.height.max(glyph.height)
    }

    /// Whether the same letter was drawn at the same place before.
    fn has_drawn(&self, letter: char, glyph: &Line) -> bool {
        let near = |at: f64| (at - glyph.start).abs() < 0.25 * glyph.height;
        (glyph.up - self.up).abs() < 0.25 * glyph.height && self.drawn.iter().any(|(at, c)| *c == letter && near(*at))
    }

    /// Whether a new paragraph begins here.
    fn begins_paragraph(&self, before: &Line, usual: f64) -> bool {
        let turned = self.along.0 * before.along.0 + self.along.1 * before.along.1 < 0.99;
        let down = (before.up - self.up) / self.height;
        let is_resized = !(0.8..1.25).contains(&(self.height / before.height));
        let is_indented = self.start > before.start + INDENT * self.height;
        turned || is_resized || down < 0.0 || down > usual * PARAGRAPH_GAP || (is_indented && down > 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows words of letters half as wide as they are high, ten high, beginning at a place.
    fn show(page: &mut Page, x: f64, y: f64, words: &str) {
        for (i, letter) in words.chars().enumerate() {
            let at = Transform::row_major(1.0, 0.0, 0.0, 1.0, x + 5.0 * i as f64, y);
            page.output_character(&at, 0.5, 0.0, 10.0, &letter.to_string()).expect("no output fails");
        }
    }

    #[test]
    fn lines_close_together_are_a_paragraph() {
        let mut page = Page::default();
        for (y, words) in
            [(100.0, "Mae'r t\u{177}"), (88.0, "yn oer."), (60.0, "Second"), (48.0, "one."), (36.0, "End")]
        {
            show(&mut page, 20.0, y, words);
        }
        assert_eq!(page.paragraphs(), ["Mae'r t\u{177}\nyn oer.", "Second\none.\nEnd"]);
    }

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        let mut page = Page::default();
        for (x, y, words) in [(20.0, 100.0, "One"), (20.0, 88.0, "goes on"), (40.0, 76.0, "Two"), (20.0, 64.0, "too")] {
            show(&mut page, x, y, words);
        }
        assert_eq!(page.paragraphs(), ["One\ngoes on", "Two\ntoo"]);
    }

    #[test]
    fn gaps_part_words_and_shifts_do_not_part_lines() {
        let mut page = Page::default();
        show(&mut page, 0.0, 100.0, "foster");
        show(&mut page, 33.0, 100.0, "care");
        show(&mut page, 53.0, 104.0, "2");
        assert_eq!(page.paragraphs(), ["foster care2"]);
    }

    #[test]
    fn what_is_drawn_twice_to_look_bold_is_read_once() {
        let mut page = Page::default();
        show(&mut page, 0.0, 100.0, "Pennawd");
        show(&mut page, 0.4, 100.0, "Pennawd");
        assert_eq!(page.paragraphs(), ["Pennawd"]);
    }

    #[test]
    fn text_that_runs_up_the_page_is_read_along_its_own_direction() {
        let mut page = Page::default();
        for (i, letter) in "upwards we go".chars().enumerate() {
            let at = Transform::row_major(0.0, 1.0, -1.0, 0.0, 30.0, 5.0 * i as f64);
            page.output_character(&at, 0.5, 0.0, 10.0, &letter.to_string()).expect("no output fails");
        }
        assert_eq!(page.paragraphs(), ["upwards we go"]);
    }

    #[test]
    fn signs_without_a_letter_are_counted() {
        let mut page = Page::default();
        let at = Transform::row_major(f64::NAN, 0.0, 0.0, 1.0, f64::INFINITY, 0.0);
        for letters in ["", "\u{fffd}", "\0", "a", " ", "\u{3}b"] {
            page.output_character(&at, f64::NAN, 0.0, -1.0, letters).expect("no output fails");
        }
        assert_eq!((page.glyphs, page.unknown, page.controls), (5, 2, 2));
        assert_eq!(Page::default().paragraphs(), Vec::<String>::new());
    }
}
