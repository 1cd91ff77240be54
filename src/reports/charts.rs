//! Bar charts as SVG, drawn in the page: one colour that everyone can tell from its ground, and a label on each bar.

use maud::{Markup, html};

use super::document::{Bars, Item};

/// Widths are in units of the view box, which scales to the page; below 420 px of page the text is still 12 px or so.
const WIDTH: u64 = 640;
const BAR_HEIGHT: u64 = 16;
const LABEL_HEIGHT: u64 = 22;
const GAP: u64 = 10;
/// Room for `1,234 (100%)` at the end of the longest bar.
const VALUE_WIDTH: u64 = 130;
/// Characters of a label on one line; a longer one is broken at a space.
const LABEL_CHARACTERS: usize = 70;

/// Horizontal bars, the label above each and its value at the end.
pub(super) fn bars(chart: &Bars) -> Markup {
    let most = chart.items.iter().map(|item| item.value).max().unwrap_or(0).max(1);
    let mut y = 0;
    let mut placed: Vec<(u64, &Item, Vec<String>)> = Vec::new();
    for item in &chart.items {
        let lines = lines(&item.label);
        placed.push((y, item, lines.clone()));
        y += LABEL_HEIGHT * lines.len() as u64 + BAR_HEIGHT + GAP;
    }
    let (title, description) = (format!("{}-title", chart.id), format!("{}-desc", chart.id));
    html! {
        svg.chart role="img" aria-labelledby=(format!("{title} {description}"))
            viewBox=(format!("0 0 {WIDTH} {}", y.max(1))) xmlns="http://www.w3.org/2000/svg" {
            title id=(title) { (chart.title) }
            desc id=(description) { (chart.description) }
            @for (y, item, lines) in &placed {
                @let bar = y + LABEL_HEIGHT * lines.len() as u64;
                @let width = ((WIDTH - VALUE_WIDTH) * item.value).div_ceil(most);
                g data-figure=[item.figure.as_ref().map(ToString::to_string)] {
                    @for (i, line) in lines.iter().enumerate() {
                        text.label x="0" y=(y + LABEL_HEIGHT * i as u64 + 16) { (line) }
                    }
                    rect.bar x="0" y=(bar) width=(width) height=(BAR_HEIGHT) {}
                    text.value x=(width + 8) y=(bar + 13) { (item.shown) }
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
