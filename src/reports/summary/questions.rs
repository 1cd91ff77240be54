//! Question by question: what was ticked, where respondents stand, what they raised, in whose words.

use crate::analysis::Quantifier;
use crate::locale;
use crate::model::{Basis, Counting, Figure, Question, Stance, Substance, Theme};

use super::super::document::{Bars, Block, Inline, Item, Row};
use super::super::material::Material;
use super::super::phrase::Arg;
use super::writer::{Writer, anchor, bare, row, text};

/// Bars in a chart, at most.
const MOST_BARS: usize = 12;
/// Themes written about in sentences, at most.
const DISCUSSED: usize = 8;
/// Themes across a table by type, at most.
const ACROSS: usize = 4;

/// A theme and how many raised it.
type Counted<'m> = (&'m Theme, u64);

/// The questions, but for those on the Welsh language and whole letters, which have chapters of their own.
pub(super) fn chapter(w: &mut Writer<'_>) {
    w.chapter("analysis");
    let questions: Vec<&Question> =
        w.consultation().questions.iter().filter(|q| !q.welsh_language && q.id != "whole").collect();
    if questions.is_empty() {
        w.say("analysis-none");
        return;
    }
    w.say("analysis-about");
    if w.material.figures.decided() == 0 && w.material.figures.tags() > 0 {
        w.note("analysis-suggestions");
    }
    for question in questions {
        section(w, question);
    }
}

/// The statutory questions on the Welsh language: always there.
pub(super) fn welsh_language(w: &mut Writer<'_>) {
    w.chapter("welsh-language");
    let welsh = Figure { language: Some(crate::model::Language::Cy), ..Figure::default() };
    w.say_with("welsh-responses", &[("n", w.arg(&welsh))]);
    let questions: Vec<&Question> = w.consultation().questions.iter().filter(|q| q.welsh_language).collect();
    if questions.is_empty() {
        w.say("welsh-no-questions");
        return;
    }
    w.say("welsh-about");
    for question in questions {
        section(w, question);
    }
}

/// Whole letters, and answers with nothing in them to count.
pub(super) fn other_comments(w: &mut Writer<'_>) {
    w.chapter("other-comments");
    let nothing = Figure { substance: Some(Substance::Nothing), ..Figure::default() };
    let attachment = Figure { substance: Some(Substance::Attachment), ..Figure::default() };
    if w.count(&nothing) > 0 {
        w.say_with("other-nothing", &[("n", w.arg(&nothing))]);
    }
    if w.count(&attachment) > 0 {
        w.say_with("other-attachment", &[("n", w.arg(&attachment))]);
    }
    match w.consultation().question("whole") {
        Some(whole) => {
            w.say("other-whole");
            section(w, whole);
        }
        None => w.for_officials("other-officials"),
    }
}

fn section(w: &mut Writer<'_>, question: &Question) {
    let words = question.text.get(w.locale).trim().to_owned();
    w.heading(3, format!("question-{}", question.id), w.question_label(&question.id));
    if !words.is_empty() {
        w.push(Block::Paragraph(vec![Inline::Strong(words)]));
    }
    if let Some(of) = &question.explains {
        let label = w.question_label(of);
        w.say_with("question-explains", &[("question", Arg::Words(label))]);
    }
    let answered = Figure::answered(&question.id);
    if w.count(&answered) == 0 {
        w.say(if question.welsh_language { "question-no-comments" } else { "question-no-answers" });
        response_box(w);
        return;
    }
    w.say_with("question-answered", &[("n", w.arg(&answered)), ("all", w.arg(&Figure::responses()))]);
    substance(w, &answered);
    options(w, question);
    stances(w, question);
    themes(w, question);
    response_box(w);
}

fn substance(w: &mut Writer<'_>, answered: &Figure) {
    for (substance, id) in [(Substance::Nothing, "question-nothing"), (Substance::Attachment, "question-attachment")] {
        let figure = Figure { substance: Some(substance), ..answered.clone() };
        if w.count(&figure) > 0 {
            w.say_with(id, &[("n", w.arg(&figure))]);
        }
    }
}

/// The options of a closed question, counted three ways.
fn options(w: &mut Writer<'_>, question: &Question) {
    if question.options.is_empty() {
        return;
    }
    let answered = Figure::answered(&question.id);
    let labels: Vec<(String, Figure)> = question
        .options
        .iter()
        .map(|option| (option.label.get(w.locale).to_owned(), answered.option(&option.code)))
        .collect();
    let label = Arg::Words(w.question_label(&question.id));
    let caption = w.words_with("options-caption", &[("question", label)]);
    three_ways(w, caption, "option", &labels, &answered);
    by_type(w, question, "options-by-type", labels);
}

/// Where answers stand towards the proposal, counted three ways.
fn stances(w: &mut Writer<'_>, question: &Question) {
    let answered = Figure::answered(&question.id);
    let labels: Vec<(String, Figure)> = Stance::ALL
        .into_iter()
        .map(|stance| (w.words(&format!("stance-{}", stance.as_str())), answered.stance(stance)))
        .collect();
    // Where the options say it all, a second table would repeat the first.
    if !question.options.is_empty() || labels.iter().all(|(_, figure)| w.count(figure) == 0) {
        return;
    }
    if let Some(proposal) = &w.material.frame.proposal {
        let proposal = Arg::Words(proposal.get(w.locale).to_owned());
        w.say_with("stance-about", &[("proposal", proposal)]);
    }
    let label = Arg::Words(w.question_label(&question.id));
    let caption = w.words_with("stance-caption", &[("question", label)]);
    three_ways(w, caption, "stance", &labels, &answered);
    let sum = |basis: Basis| -> u64 {
        let positions = Stance::ALL.into_iter().filter(|stance| *stance != Stance::Unclear);
        positions.map(|stance| w.material.figures.basis(&question.id, stance, basis)).sum()
    };
    let (explicit, inferred, ticked) = (sum(Basis::Explicit), sum(Basis::Inferred), sum(Basis::Ticked));
    w.say_with(
        "stance-basis",
        &[
            ("explicit", Arg::Number(explicit, None)),
            ("inferred", Arg::Number(inferred, None)),
            ("ticked", Arg::Number(ticked, None)),
        ],
    );
    let decided = sum(Basis::Decided);
    if decided > 0 {
        w.say_with("stance-decided", &[("n", Arg::Number(decided, None))]);
    }
    if let Some(closed) = &question.explains {
        let conflicts = w.material.figures.conflicts(&question.id);
        let label = Arg::Words(w.question_label(closed));
        w.say_with(
            "stance-conflicts",
            &[("n", Arg::Number(conflicts, Some(answered.against(closed)))), ("question", label)],
        );
    }
    by_type(w, question, "stance-by-type", labels);
}

fn three_ways(w: &mut Writer<'_>, caption: String, of: &str, labels: &[(String, Figure)], answered: &Figure) {
    let mut rows: Vec<Row> = labels
        .iter()
        .map(|(label, figure)| {
            let cells = Counting::ALL
                .into_iter()
                .map(|way| w.share_cell(&figure.counting(way), &answered.counting(way)))
                .collect();
            row(label.clone(), cells)
        })
        .collect();
    let cells = Counting::ALL.into_iter().map(|way| w.cell(&answered.counting(way))).collect();
    rows.push(Row { total: true, ..row(w.words("answered"), cells) });
    let head = [of, "counting-all", "counting-without", "counting-once"].map(|id| w.words(id)).to_vec();
    w.table(caption, head, rows, None);
}

/// Types of respondent down, something else across; only cleared counts.
fn by_type(w: &mut Writer<'_>, question: &Question, caption: &str, columns: Vec<(String, Figure)>) {
    let answered = Figure::answered(&question.id);
    let mut codes: Vec<&str> = w.consultation().types.iter().map(|kind| kind.code.as_str()).collect();
    if codes.is_empty() || columns.is_empty() {
        return;
    }
    codes.push("");
    let rows: Vec<Row> = codes
        .into_iter()
        .filter(|code| w.material.figures.shown(&answered.of_type(code)).count() != Some(0))
        .map(|code| {
            let mut cells = vec![w.cell(&answered.of_type(code))];
            cells.extend(columns.iter().map(|(_, figure)| w.cell(&figure.of_type(code))));
            row(w.type_label(code), cells)
        })
        .collect();
    let mut head = vec![w.words("type"), w.words("answered")];
    head.extend(columns.into_iter().map(|(label, _)| label));
    let note = match w.hidden_note(&rows) {
        Some(hidden) => format!("{} {hidden}", w.words("by-type-note")),
        None => w.words("by-type-note"),
    };
    let label = Arg::Words(w.question_label(&question.id));
    w.table(w.words_with(caption, &[("question", label)]), head, rows, Some(note));
}

/// What was raised: a chart, a table, sentences with quotations, minority views, differences by type.
fn themes(w: &mut Writer<'_>, question: &Question) {
    let base = w.answered(&question.id);
    let ranked = w.ranked(&base);
    if ranked.is_empty() {
        if Material::is_open(question) {
            w.say("themes-none");
        }
        return;
    }
    let anchor_of = |part: &str| anchor(&format!("question-{}-{part}", question.id));
    let label = w.question_label(&question.id);
    w.heading(4, anchor_of("themes"), w.words("themes-heading"));
    w.say_with("themes-base", &[("n", w.arg(&base))]);
    chart(w, &ranked, &base, anchor_of("chart"), &label);
    table(w, &ranked, question, &label);

    w.heading(4, anchor_of("said"), w.words("said-heading"));
    let (few, main): (Vec<Counted<'_>>, Vec<Counted<'_>>) = ranked.iter().partition(|(theme, _)| {
        let figure = base.theme(&theme.code);
        matches!(w.quantifier(&figure, &base), Quantifier::One | Quantifier::Two | Quantifier::AFew)
    });
    // On a small base nearly every theme is raised by one or two; then all are written about alike.
    let (main, few) = if main.is_empty() { (few, main) } else { (main, few) };
    for (theme, _) in main.iter().take(DISCUSSED) {
        said(w, theme, question, &base);
    }
    minority(w, question, &few, &base, anchor_of("minority"));
    let columns: Vec<(String, Figure)> = ranked
        .iter()
        .take(ACROSS)
        .map(|(theme, _)| (theme.label.get(w.locale).to_owned(), Figure::answered(&question.id).theme(&theme.code)))
        .collect();
    by_type(w, question, "themes-by-type", columns);
}

fn chart(w: &mut Writer<'_>, ranked: &[(&Theme, u64)], base: &Figure, id: String, label: &str) {
    let items: Vec<Item> = ranked
        .iter()
        .take(MOST_BARS)
        .map(|(theme, count)| {
            let figure = base.theme(&theme.code);
            let share = w.share(&figure, base).map(|share| format!(" ({share})")).unwrap_or_default();
            Item {
                label: theme.label.get(w.locale).to_owned(),
                value: *count,
                shown: format!("{}{share}", locale::number(*count)),
                figure: Some(figure),
            }
        })
        .collect();
    let title = w.words_with("chart-title", &[("question", Arg::Words(label.to_owned()))]);
    let longest = items.first().map_or((String::new(), String::new()), |i| (i.label.clone(), i.shown.clone()));
    let description = w.words_with(
        "chart-description",
        &[
            ("n", Arg::Number(items.len() as u64, None)),
            ("first", Arg::Words(longest.0)),
            ("count", Arg::Words(longest.1)),
        ],
    );
    w.push(Block::Bars(Bars { id, title, description, items }));
}

fn table(w: &mut Writer<'_>, ranked: &[(&Theme, u64)], question: &Question, label: &str) {
    let answered = Figure::answered(&question.id);
    let ways: &[Counting] = if w.has_campaigns() { &Counting::ALL } else { &Counting::ALL[..1] };
    let cells = |w: &Writer<'_>, code: &str| {
        let figure = answered.theme(code);
        ways.iter().map(|way| w.share_cell(&figure.counting(*way), &answered.counting(*way))).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    for (theme, _) in ranked {
        rows.push(row(theme.label.get(w.locale), cells(w, &theme.code)));
        let mut children: Vec<(&Theme, u64)> = w
            .material
            .frame
            .children(&theme.code)
            .filter(|child| !child.working)
            .map(|child| (child, w.count(&w.answered(&question.id).theme(&child.code))))
            .collect();
        children.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (child, _) in children.into_iter().filter(|(_, count)| *count > 0) {
            rows.push(Row { within: true, ..row(child.label.get(w.locale), cells(w, &child.code)) });
        }
    }
    let total = ways.iter().map(|way| w.cell(&answered.counting(*way))).collect();
    rows.push(Row { total: true, ..row(w.words("answered"), total) });
    let mut head = vec![w.words("theme")];
    head.extend(["counting-all", "counting-without", "counting-once"].iter().take(ways.len()).map(|id| w.words(id)));
    let caption = w.words_with("themes-caption", &[("question", Arg::Words(label.to_owned()))]);
    w.table(caption, head, rows, Some(w.words("themes-note")));
}

/// One theme: how many raised it, which parts of it, and in whose words.
fn said(w: &mut Writer<'_>, theme: &Theme, question: &Question, base: &Figure) {
    let figure = base.theme(&theme.code);
    let id = format!("theme-said-{}", w.quantifier(&figure, base).key());
    let mut paragraph = vec![Inline::Strong(format!("{}.", theme.label.get(w.locale))), Inline::text(" ")];
    paragraph.extend(w.phrase(&id, &[("n", w.arg(&figure)), ("base", w.arg(base))]));
    let mut parts: Vec<(&Theme, u64)> = w
        .material
        .frame
        .children(&theme.code)
        .filter(|child| !child.working)
        .map(|child| (child, w.count(&base.theme(&child.code))))
        .filter(|(_, count)| *count > 0)
        .collect();
    parts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if !parts.is_empty() {
        paragraph.push(Inline::text(" "));
        paragraph.extend(w.phrase("theme-parts", &[("n", Arg::Number(parts.len().min(3) as u64, None))]));
        let parts: Vec<&(&Theme, u64)> = parts.iter().take(3).collect();
        for (i, (child, _)) in parts.iter().enumerate() {
            paragraph.push(Inline::text(format!(" {} (", child.label.get(w.locale))));
            paragraph.push(w.number(&base.theme(&child.code)));
            paragraph.push(Inline::text(if i + 1 == parts.len() { ")." } else { ");" }));
        }
    }
    w.push(Block::Paragraph(paragraph));
    quotes(w, question, &theme.code);
}

fn quotes(w: &mut Writer<'_>, question: &Question, theme: &str) {
    let within = |code: &str| w.material.frame.is_within(code, theme);
    let blocks: Vec<Block> = w
        .material
        .quotations
        .iter()
        .filter(|quotable| !quotable.young() && quotable.question() == question.id && within(quotable.theme()))
        .map(|quotable| w.quote(quotable))
        .collect();
    for block in blocks {
        w.push(block);
    }
}

/// Themes that few raised: said all the same, for a consultation is not a vote.
fn minority(w: &mut Writer<'_>, question: &Question, few: &[Counted<'_>], base: &Figure, id: String) {
    if few.is_empty() {
        return;
    }
    w.heading(4, id, w.words("minority-heading"));
    w.say("minority-about");
    for (theme, _) in few {
        said(w, theme, question, base);
    }
}

fn response_box(w: &mut Writer<'_>) {
    w.for_officials("response-box");
}

/// How many answered each question in words, without words, or not at all; for the annex of data.
pub(super) fn answers_row(w: &Writer<'_>, question: &Question) -> Row {
    let answered = Figure::answered(&question.id);
    let all = w.count(&Figure::responses());
    let blank = all.saturating_sub(w.count(&answered));
    row(w.question_label(&question.id), vec![w.cell(&answered), bare(blank), text(answered.to_string())])
}
