//! Next steps and the annexes: who responded, the questions, the coding frame, the data, words and privacy.

use crate::locale;
use crate::model::{Counting, Figure, Locale, Stance};

use super::super::document::{Block, Inline, Row};
use super::super::phrase::Arg;
use super::questions::answers_row;
use super::writer::{Writer, anchor, row, text};

/// For officials.
pub(super) fn next_steps(w: &mut Writer<'_>) {
    w.chapter("next-steps");
    w.for_officials("next-steps-officials");
}

/// Only those who agreed to be named; the others as a number.
pub(super) fn respondents(w: &mut Writer<'_>) {
    w.annex("annex-respondents");
    let mut names: Vec<String> =
        w.material.named.iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    names.retain(|name| !name.is_empty());
    names.sort_by_key(|name| (name.to_lowercase(), name.clone()));
    names.dedup();
    if names.is_empty() {
        w.say("named-none");
    } else {
        w.say_with("named-about", &[("n", Arg::Number(names.len() as u64, None))]);
        w.push(Block::List(names.into_iter().map(|name| vec![Inline::text(name)]).collect()));
    }
    let naming = w.material.figures.naming();
    w.say_with("named-not", &[("n", Arg::Number(naming.not_named, None))]);
    if naming.individuals_agreed > 0 {
        w.say_with("named-individuals", &[("n", Arg::Number(naming.individuals_agreed, None))]);
    }
}

/// The questions as asked.
pub(super) fn questions(w: &mut Writer<'_>) {
    w.annex("annex-questions");
    let mut items = Vec::new();
    for question in w.consultation().questions.iter().filter(|question| question.id != "whole") {
        let mut item = vec![
            Inline::Strong(w.question_label(&question.id)),
            Inline::text(format!(": {}", question.text.get(w.locale))),
        ];
        if !question.options.is_empty() {
            let options: Vec<String> =
                question.options.iter().map(|option| option.label.get(w.locale).to_owned()).collect();
            item.push(Inline::text(" "));
            item.extend(w.phrase("question-options", &[("options", Arg::Words(options.join("; ")))]));
        }
        items.push(item);
    }
    if items.is_empty() {
        w.say("analysis-none");
    } else {
        w.push(Block::List(items));
    }
}

/// The coding frame in both languages.
pub(super) fn frame(w: &mut Writer<'_>) {
    w.annex("annex-frame");
    let frame = &w.material.frame;
    w.say_with("frame-about", &[("version", Arg::Words(frame.version.to_string()))]);
    let (this, other) = match w.locale {
        Locale::En => (Locale::En, Locale::Cy),
        Locale::Cy => (Locale::Cy, Locale::En),
    };
    let rows: Vec<Row> = w
        .material
        .shown_themes()
        .map(|theme| {
            let about = theme.about.get(this);
            let cells = vec![text(theme.label.get(this)), text(theme.label.get(other)), text(about)];
            Row { within: theme.parent.is_some(), ..row(theme.code.clone(), cells) }
        })
        .collect();
    let head = vec![
        w.words("code"),
        w.words(&format!("language-{}", this.tag())),
        w.words(&format!("language-{}", other.tag())),
        w.words("when-to-use"),
    ];
    w.table(w.words("frame-caption"), head, rows, None);
}

/// Every total with its reference, for those who want to check.
pub(super) fn data(w: &mut Writer<'_>) {
    w.annex("annex-data");
    w.say("data-about");
    let rows: Vec<Row> = w.consultation().questions.iter().map(|question| answers_row(w, question)).collect();
    let head = ["question", "answered", "blank", "reference"].map(|id| w.words(id)).to_vec();
    w.table(w.words("data-answers"), head, rows.into_iter().map(as_code).collect(), None);
    for question in &w.consultation().questions {
        let answered = Figure::answered(&question.id);
        let mut sets: Vec<(String, Figure)> = question
            .options
            .iter()
            .map(|option| (option.label.get(w.locale).to_owned(), answered.option(&option.code)))
            .collect();
        sets.extend(
            Stance::ALL
                .into_iter()
                .map(|stance| (w.words(&format!("stance-{}", stance.as_str())), answered.stance(stance))),
        );
        sets.extend(
            w.material
                .shown_themes()
                .map(|theme| (format!("{} {}", theme.code, theme.label.get(w.locale)), answered.theme(&theme.code))),
        );
        let rows: Vec<Row> = sets
            .into_iter()
            .filter(|(_, figure)| w.count(figure) > 0)
            .map(|(label, figure)| {
                let mut cells: Vec<_> = Counting::ALL.into_iter().map(|way| w.cell(&figure.counting(way))).collect();
                cells.push(vec![Inline::Code(figure.to_string())]);
                row(label, cells)
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        let label = w.question_label(&question.id);
        w.heading(3, anchor(&format!("data-{}", question.id)), label.clone());
        let head =
            ["what", "counting-all", "counting-without", "counting-once", "reference"].map(|id| w.words(id)).to_vec();
        w.table(w.words_with("data-caption", &[("question", Arg::Words(label))]), head, rows, None);
    }
}

/// The last cell is a reference.
fn as_code(mut row: Row) -> Row {
    if let Some(cell) = row.cells.last_mut() {
        for inline in cell.iter_mut() {
            if let Inline::Text(words) = inline {
                *inline = Inline::Code(std::mem::take(words));
            }
        }
    }
    row
}

/// What our words mean, and what happens to people's.
pub(super) fn glossary(w: &mut Writer<'_>) {
    w.annex("annex-glossary");
    w.section("glossary");
    let items = ["respondent", "response", "theme", "stance", "campaign", "ledger"].map(|word| {
        vec![
            Inline::Strong(w.words(&format!("glossary-{word}"))),
            Inline::text(format!(": {}", w.words(&format!("glossary-{word}-means")))),
        ]
    });
    w.push(Block::List(items.to_vec()));
    w.section("privacy");
    w.say("privacy-about");
    let closed = locale::date(w.locale, &w.consultation().closes);
    if !closed.is_empty() {
        w.say_with("privacy-closed", &[("day", Arg::Words(closed))]);
    }
    w.for_officials("privacy-officials");
}
