//! How the responses were received, counted, coded and quoted, and what the numbers cannot say.

use std::collections::BTreeMap;

use crate::analysis::{FEWEST_FOR_PERCENT, MOST_WORDS, Quantifier};
use crate::locale;
use crate::model::{Late, SetAside, SourceLine};

use super::super::document::{Block, Inline, Row};
use super::super::phrase::Arg;
use super::writer::{Writer, bare, row, text};

pub(super) fn chapter(w: &mut Writer<'_>) {
    w.chapter("methodology");
    ledger(w);
    late_and_merged(w);
    campaigns(w);
    coding(w);
    words_for_numbers(w);
    quoting(w);
    small_numbers(w);
    limits(w);
    references(w);
}

fn ledger(w: &mut Writer<'_>) {
    w.section("method-received");
    let ledger = &w.material.ledger;
    w.say("method-ledger-rule");
    let mut channels: BTreeMap<&str, SourceLine> = BTreeMap::new();
    for source in &ledger.sources {
        let line = channels.entry(&source.channel).or_default();
        line.received += source.received;
        line.analysed += source.analysed;
        line.merged += source.merged;
        for (reason, n) in &source.set_aside {
            *line.set_aside.entry(*reason).or_default() += n;
        }
    }
    let aside = |set_aside: &BTreeMap<SetAside, u64>| set_aside.values().sum::<u64>();
    let mut rows: Vec<Row> = channels
        .iter()
        .map(|(channel, line)| {
            let cells = [line.received, line.analysed, line.merged, aside(&line.set_aside)].map(bare).to_vec();
            row(w.channel_label(channel), cells)
        })
        .collect();
    let cells = [ledger.received, ledger.analysed, ledger.merged, aside(&ledger.set_aside)].map(bare).to_vec();
    rows.push(Row { total: true, ..row(w.words("total"), cells) });
    let head = ["channel", "received", "analysed", "merged", "set-aside"].map(|id| w.words(id)).to_vec();
    w.table(w.words("method-ledger-caption"), head, rows, None);

    let rows: Vec<Row> = SetAside::ALL
        .into_iter()
        .filter_map(|reason| {
            let n = ledger.set_aside.get(&reason).copied().filter(|n| *n > 0)?;
            let id = format!("aside-{}", reason.as_str().replace('_', "-"));
            Some(row(w.words(&id), vec![bare(n)]))
        })
        .collect();
    if rows.is_empty() {
        w.say("method-none-aside");
    } else {
        let head = vec![w.words("reason"), w.words("set-aside")];
        w.table(w.words("method-aside-caption"), head, rows, Some(w.words("method-aside-kept")));
    }
    let problems = ledger.sources.iter().map(|source| source.problems.len() as u64).sum::<u64>();
    if problems > 0 {
        w.say_with("method-problems", &[("n", Arg::Number(problems, None))]);
    }
    if !ledger.balanced {
        w.note("method-unbalanced");
    }
}

fn late_and_merged(w: &mut Writer<'_>) {
    w.section("method-late-merged");
    match &w.consultation().late {
        Late::Include => w.say("method-late-included"),
        Late::SetAsideAfter(day) => {
            let day = locale::date(w.locale, day);
            w.say_with("method-late-aside", &[("day", Arg::Words(day))]);
        }
    }
    w.say_with("method-merged", &[("n", Arg::Number(w.material.ledger.merged, None))]);
}

fn campaigns(w: &mut Writer<'_>) {
    w.section("method-campaigns");
    w.say("method-campaigns-rule");
    w.say("method-three-counts");
    let items = ["all", "without", "once"].map(|way| {
        vec![
            Inline::Strong(w.words(&format!("counting-{way}"))),
            Inline::text(format!(": {}", w.words(&format!("counting-{way}-about")))),
        ]
    });
    w.push(Block::List(items.to_vec()));
}

fn coding(w: &mut Writer<'_>) {
    w.section("method-coding");
    let frame = &w.material.frame;
    let themes = w.material.top_themes().count() as u64;
    let sub = w.material.shown_themes().count() as u64 - themes;
    w.say_with(
        "method-frame",
        &[
            ("version", Arg::Words(frame.version.to_string())),
            ("n", Arg::Number(themes, None)),
            ("sub", Arg::Number(sub, None)),
        ],
    );
    w.say("method-tagging");
    let (tags, decided) = (w.material.figures.tags(), w.material.figures.decided());
    if decided == 0 {
        w.say("method-not-reviewed");
    } else {
        w.say_with("method-reviewed", &[("n", Arg::Number(decided, None)), ("tags", Arg::Number(tags, None))]);
    }
    w.say("method-once-per-question");
    if frame.proposal.is_some() {
        w.say("method-stance");
    }
}

fn words_for_numbers(w: &mut Writer<'_>) {
    w.section("method-words");
    w.say("method-words-about");
    let rows = Quantifier::ALL
        .into_iter()
        .map(|quantifier| {
            let key = quantifier.key();
            row(w.words(&format!("quantifier-{key}")), vec![text(w.words(&format!("quantifier-{key}-means")))])
        })
        .collect();
    w.table(w.words("method-words-caption"), vec![w.words("word"), w.words("share")], rows, None);
    w.say_with("method-percentages", &[("n", Arg::Number(FEWEST_FOR_PERCENT, None))]);
}

fn quoting(w: &mut Writer<'_>) {
    w.section("method-quoting");
    w.say_with("method-quotations", &[("n", Arg::Number(MOST_WORDS as u64, None))]);
    if w.material.out_of_view > 0 {
        w.say_with("method-out-of-view", &[("n", Arg::Number(w.material.out_of_view, None))]);
    }
}

fn small_numbers(w: &mut Writer<'_>) {
    w.section("method-small");
    let fewest = w.material.figures.fewest_shown();
    if fewest > 1 {
        w.say_with("method-small-hidden", &[("n", Arg::Number(fewest, None))]);
    } else {
        w.say("method-small-shown");
    }
}

fn limits(w: &mut Writer<'_>) {
    w.section("method-limits");
    let mut items: Vec<Vec<Inline>> =
        ["limit-self-selecting", "limit-not-a-vote", "limit-equal-weight", "limit-not-vetted", "limit-machine"]
            .map(|id| w.phrase(id, &[]))
            .to_vec();
    let unknown = crate::model::Figure { area: Some(String::new()), ..Default::default() };
    let areas = w.material.figures.values(|figure| figure.area.as_ref()).len();
    if areas > 1 && w.count(&unknown) > 0 {
        items.push(w.phrase("limit-area", &[("n", w.arg(&unknown))]));
    }
    w.push(Block::List(items));
}

/// How to get from any number to the answers behind it.
fn references(w: &mut Writer<'_>) {
    w.section("method-references");
    let name = w.consultation().name.clone();
    let example = w.consultation().questions.first().map_or("responses".to_owned(), |q| format!("question:{}", q.id));
    w.say_with("method-trace", &[("name", Arg::Raw(name)), ("example", Arg::Raw(example))]);
}
