//! Front matter, the foreword and the introduction.

use crate::locale;

use super::super::document::{Block, Inline, Panel};
use super::super::phrase::Arg;
use super::writer::Writer;

/// The facts of the document: number, dates, versions, what it is for.
pub(super) fn facts(w: &mut Writer<'_>) {
    let consultation = w.consultation();
    let mut items: Vec<Vec<Inline>> = Vec::new();
    let mut fact = |w: &Writer<'_>, id: &str, said: String| {
        if !said.is_empty() {
            items.push(vec![Inline::Strong(format!("{}:", w.words(id))), Inline::text(format!(" {said}"))]);
        }
    };
    fact(w, "front-number", consultation.number.clone());
    fact(w, "front-opened", locale::date(w.locale, &consultation.opened));
    fact(w, "front-closed", locale::date(w.locale, &consultation.closes));
    let said = w.words("front-action-none");
    fact(w, "front-action", said);
    let said = w.words_with(
        "front-frame-version",
        &[
            ("name", Arg::Words(w.material.frame.name.clone())),
            ("version", Arg::Words(w.material.frame.version.to_string())),
        ],
    );
    fact(w, "front-frame", said);
    let said = w.words_with("front-made-with", &[("version", Arg::Words(w.material.program_version.clone()))]);
    fact(w, "front-made", said);
    w.push(Block::Panel(Panel::Facts, vec![Block::List(items)]));
    w.for_officials("front-officials");
}

/// The Minister's foreword: a place for it, never its words.
pub(super) fn foreword(w: &mut Writer<'_>) {
    w.chapter("foreword");
    w.for_officials("foreword-officials");
}

/// What was proposed, when, and how people could answer.
pub(super) fn introduction(w: &mut Writer<'_>) {
    w.chapter("introduction");
    let consultation = w.consultation();
    for paragraph in consultation.about.get(w.locale).split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
        w.push(Block::Paragraph(vec![Inline::text(paragraph.split_whitespace().collect::<Vec<_>>().join(" "))]));
    }
    let opened = Arg::Words(locale::date(w.locale, &consultation.opened));
    let closes = Arg::Words(locale::date(w.locale, &consultation.closes));
    match (consultation.opened.is_empty(), consultation.closes.is_empty()) {
        (false, false) => w.say_with("introduction-dates", &[("opened", opened), ("closes", closes)]),
        (false, true) => w.say_with("introduction-opened", &[("opened", opened)]),
        (true, false) => w.say_with("introduction-closed", &[("closes", closes)]),
        (true, true) => {}
    }
    let questions = consultation.questions.iter().filter(|question| question.id != "whole").count() as u64;
    if questions > 0 {
        w.say_with("introduction-questions", &[("n", Arg::Number(questions, None))]);
    }
    w.for_officials("introduction-officials");
}
