//! Bar charts as SVG, drawn in the page: one colour that everyone can tell from its ground, and a label on each bar.

use maud::{Markup, html};

use super::document::{Bars, Item};

/// Heights in CSS pixels. Widths are shares of the page's, so that the words keep their size on a telephone.
const BAR_HEIGHT: u64 = 16;
const LABEL_HEIGHT: u64 = 22;
const GAP: u64 = 10;
/// Width of the longest bar in tenths of a per cent: what is left holds `1,234 (100%)` on a page 320 pixels wide.
const LONGEST: u64 = 640;
/// Characters of a label on one line, which is what such a page holds; a longer one is broken at a space.
const LABEL_CHARACTERS: usize = 36;

/// Horizontal bars, the label above each and its value at the end.
pub(super) fn bars(chart: &Bars) -> Markup {
    let most = chart.items.iter().map(|item| item.value).max().unwrap_or(0).max(1);
    let mut height = 0;
    let mut placed: Vec<(u64, &Item, Vec<String>)> = Vec::new();
    for item in &chart.items {
        let lines = lines(&item.label);
        let y = height;
        height += LABEL_HEIGHT * lines.len() as u64 + BAR_HEIGHT + GAP;
        placed.push((y, item, lines));
    }
    let (title, description) = (format!("{}-title", chart.id), format!("{}-desc", chart.id));
    html! {
        svg.chart role="img" aria-labelledby=(format!("{title} {description}"))
            width="100%" height=(height.max(1)) xmlns="http://www.w3.org/2000/svg" {
            title id=(title) { (chart.title) }
            desc id=(description) { (chart.description) }
            @for (y, item, lines) in &placed {
                @let bar = y + LABEL_HEIGHT * lines.len() as u64;
                @let tenths = (LONGEST * item.value).div_ceil(most);
                @let width = format!("{}.{}%", tenths / 10, tenths % 10);
                g data-figure=[item.figure.as_ref().map(ToString::to_string)] {
                    @for (i, line) in lines.iter().enumerate() {
                        text.label x="0" y=(y + LABEL_HEIGHT * i as u64 + 16) { (line) }
                    }
                    rect.bar x="0" y=(bar) width=(width) height=(BAR_HEIGHT) {}
                    text.value x=(width) dx="8" y=(bar + 13) { (item.shown) }
                }
            }
        }
    }
}

fn lines(label: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in label.split_whitespace() {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > LABEL_CHARACTERS {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
