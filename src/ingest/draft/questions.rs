//! From columns to questions: parts put together, grids taken apart, the reasons tied to what they explain.

use super::columns::Values;
use super::look::Sheet;
use super::roles::{Roles, Use};
use super::scales;
use super::shape::{self, Shape};
use super::{number, wordings};
use crate::ingest::platforms::Column;
use crate::model::{Bilingual, Choice, Language, QuestionKind};
use crate::text::language::detect;

/// A question as one sheet asks it.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// Columns that answer it.
    pub(super) columns: Vec<String>,
    /// Its words, without its number; in both languages where the sheet has both.
    pub(super) text: Bilingual,
    pub(super) number: Option<String>,
    pub(super) shape: Shape,
    /// The question of this sheet that it explains.
    pub(super) explains: Option<usize>,
    pub(super) welsh_language: bool,
    /// Cells filled.
    pub(super) filled: usize,
    /// What a person should know.
    pub(super) note: Option<&'static str>,
}

/// The questions of a sheet, in the order of its columns.
pub(super) fn of(sheet: &Sheet, roles: &Roles) -> Vec<Asked> {
    let answers: Vec<(&Column, &Values)> =
        sheet.columns().zip(&roles.uses).filter(|(_, found)| **found == Use::Answer).map(|(both, _)| both).collect();
    let mut asked: Vec<Asked> = Vec::new();
    let mut start = 0;
    while start < answers.len() {
        let stem = &answers[start].0.asks;
        let run = answers[start..].iter().take_while(|(column, _)| column.asks == *stem).count();
        let has_parts = answers[start..start + run].iter().any(|(column, _)| !column.part.is_empty());
        let end = if has_parts { start + run } else { start + 1 };
        group(&answers[start..end], &mut asked);
        start = end;
    }
    options_first(&mut asked);
    explain(&mut asked);
    beside(asked, sheet.records)
}

/// Columns of one question: its options ticked, its rows rated, and the text of `other`.
fn group(columns: &[(&Column, &Values)], asked: &mut Vec<Asked>) {
    let is_text = |column: &Column, values: &Values| {
        let is_tick = values.counts.keys().all(|value| is_tick(value) || *value == column.part);
        let is_text =
            wordings::is_other(&column.part) || wordings::asks_why(&column.part) && values.mean_words() >= 3.0;
        !column.part.is_empty() && is_text && (values.filled == 0 || !is_tick)
    };
    let (texts, mut rest): (Vec<_>, Vec<_>) = columns.iter().partition(|(column, values)| is_text(column, values));
    if rest.len() >= 3 && repeats_ticks(&rest[0], &rest[1..]) {
        rest.remove(0);
    }
    let at = asked.len();
    match rest.as_slice() {
        [] => {}
        [(column, values)] => asked.push(one(column, values)),
        several if is_ticks(several) => asked.push(ticks(several)),
        grid => asked.extend(grid.iter().map(|(column, values)| one(column, values))),
    }
    let explained = (asked.len() > at).then(|| asked.len() - 1);
    for (column, values) in texts {
        // What is written beside a question about somebody is about them, too.
        let about_you = match explained.map(|of| &asked[of]) {
            Some(of) => of.shape.about_you,
            None => (wordings::asks_kind(&column.asks) || wordings::asks_area(&column.asks)).then_some("about-you"),
        };
        // Reasons are given for what was ticked; what "other" stands for is no reason.
        let is_reason = wordings::asks_why(&column.part) && !wordings::is_other(&column.part);
        let proposal = is_reason && explained.is_some_and(|of| asked[of].shape.proposal);
        asked.push(Asked {
            shape: Shape { about_you, proposal, ..Shape::default() },
            explains: explained.filter(|of| asked[*of].shape.kind != QuestionKind::Open),
            number: None,
            ..one(column, values)
        });
    }
}

fn one(column: &Column, values: &Values) -> Asked {
    let full = match (column.asks.as_str(), column.part.as_str()) {
        (asks, "") => asks.to_owned(),
        (asks, part) => format!("{}: {part}", asks.trim_end_matches([':', ' '])),
    };
    let (number, words) = match number::leading(&full) {
        // Where no wording is given, a code and its part are all there is: `Q3: 1`.
        Some((_, at)) if is_code(&full[at..]) => (number::of_code(&column.name), column.name.clone()),
        Some((number, at)) => (Some(number), full[at..].to_owned()),
        None => (number::of_code(&column.name), full.clone()),
    };
    let note = (values.filled == 0).then_some("nobody answered it yet");
    Asked {
        columns: vec![column.name.clone()],
        text: both(&words),
        number,
        shape: shape::of(column, values).unwrap_or_default(),
        welsh_language: wordings::asks_welsh_language(&full),
        filled: values.filled,
        note,
        explains: None,
    }
}

/// A number, or a number and `TEXT`; nothing at all, too.
fn is_code(words: &str) -> bool {
    words.trim_end_matches("TEXT").trim_end_matches('_').chars().all(|sign| sign.is_ascii_digit())
}

/// `Do you agree? / Ydych chi'n cytuno?` in its two languages; anything else stands for both until it is translated.
pub(super) fn both(words: &str) -> Bilingual {
    for separator in [" / ", " | ", " // "] {
        if let Some((left, right)) = words.split_once(separator) {
            match (detect(left, None).language, detect(right, None).language) {
                (Language::En, Language::Cy) => return Bilingual { en: left.to_owned(), cy: right.to_owned() },
                (Language::Cy, Language::En) => return Bilingual { en: right.to_owned(), cy: left.to_owned() },
                _ => {}
            }
        }
    }
    Bilingual { en: words.to_owned(), cy: words.to_owned() }
}

/// Whether a column only says again, in one cell, which of the options behind it were ticked.
fn repeats_ticks(whole: &(&Column, &Values), options: &[(&Column, &Values)]) -> bool {
    let is_option = |word: &str| options.iter().any(|(column, _)| column.part == word);
    let says_again = |value: &String| value.split_whitespace().all(is_option);
    whole.0.part.is_empty() && is_ticks(options) && whole.1.counts.keys().all(says_again)
}

/// Whether each column is an option: ticked or not, and with no word of its own that another column has.
fn is_ticks(columns: &[(&Column, &Values)]) -> bool {
    let own = |column: &Column, values: &Values| -> Vec<String> {
        let marks = |value: &&String| !is_tick(value) && !is_no_tick(value) && **value != column.part;
        values.counts.keys().filter(marks).cloned().collect()
    };
    let mut words: Vec<String> = Vec::new();
    for (column, values) in columns {
        let own = own(column, values);
        if own.len() > 1 || own.iter().any(|value| words.contains(value)) {
            return false;
        }
        words.extend(own);
    }
    columns.iter().any(|(_, values)| values.filled > 0)
}

fn is_tick(value: &str) -> bool {
    matches!(
        value.trim().to_lowercase().as_str(),
        "1" | "x" | "y" | "yes" | "true" | "selected" | "checked" | "ticked" | "✓" | "✔" | "☒" | "☑" | "ydw" | "ie"
    )
}

fn is_no_tick(value: &str) -> bool {
    matches!(
        value.trim().to_lowercase().as_str(),
        "0" | "no" | "n" | "false" | "not selected" | "unchecked" | "☐" | "-"
    )
}

/// One question of several options, each in a column of its own.
fn ticks(columns: &[(&Column, &Values)]) -> Asked {
    let mut options: Vec<Choice> = Vec::new();
    for (column, values) in columns {
        let own = values.counts.keys().find(|value| !is_tick(value) && !is_no_tick(value));
        let is_named = !column.part.is_empty() && !column.part.chars().all(|c| c.is_ascii_digit());
        let label = match own {
            Some(value) if !is_named => value,
            _ if is_named => &column.part,
            _ => &column.name,
        };
        let mut option = scales::plain(std::iter::once(label.as_str())).remove(0);
        option.code = scales::unique(option.code, &options);
        // Its column's name, so that a tick in it is this option; and what stands there in place of a tick.
        option.also.push(column.name.clone());
        option.also.extend(own.filter(|value| *value != label).cloned());
        options.push(option);
    }
    let first = columns[0].0;
    let whole = Column { part: String::new(), ..first.clone() };
    let filled = columns.iter().map(|(_, values)| values.filled).max().unwrap_or_default();
    let declines = options.iter().any(|option| wordings::declines(&option.label.en));
    let about_you = wordings::about_you(&first.asks, declines);
    let shape = match one_of(&first.asks, &options) {
        Some((options, proposal)) => Shape { kind: QuestionKind::Closed, options, proposal, about_you },
        None => Shape { kind: QuestionKind::Multiple, options, proposal: false, about_you },
    };
    let names = columns.iter().map(|(column, _)| column.name.clone()).collect();
    let number = number::leading(&first.asks).map(|(number, _)| number);
    let number = number.or_else(|| number::of_code(first.name.rsplit_once('_').map_or(&first.name, |(base, _)| base)));
    Asked { columns: names, number, shape, filled, ..one(&whole, &Values::default()) }.without_note()
}

/// The steps of a scale, where each option is one: who says yes does not say no as well.
fn one_of(asks: &str, options: &[Choice]) -> Option<(Vec<Choice>, bool)> {
    let mut labels = Values::default();
    options.iter().for_each(|option| labels.see(&option.label.en));
    let mut scale = scales::of(asks, &labels)?;
    for option in options {
        let is_step = |step: &&mut Choice| {
            let said = wordings::words(&option.label.en);
            [&step.label.en, &step.label.cy].into_iter().chain(&step.also).any(|other| wordings::words(other) == said)
        };
        scale.options.iter_mut().find(is_step)?.also.extend(option.also.iter().cloned());
    }
    Some((scale.options, scale.proposal))
}

impl Asked {
    fn without_note(self) -> Asked {
        Asked { note: None, ..self }
    }

    fn is_open(&self) -> bool {
        self.shape.kind == QuestionKind::Open
    }

    fn language(&self) -> Language {
        detect(&self.text.en, None).language
    }
}

/// Where a text stands before the options of the same question, the options come first and the text explains them.
fn options_first(asked: &mut [Asked]) {
    for i in 1..asked.len() {
        let (before, rest) = asked.split_at_mut(i);
        let (Some(text), Some(choice)) = (before.last_mut(), rest.first_mut()) else { continue };
        let is_same = choice.text.en.strip_suffix(" options").unwrap_or(&choice.text.en) == text.text.en;
        if text.is_open() && !choice.is_open() && is_same && text.explains.is_none() && choice.explains.is_none() {
            choice.text.clone_from(&text.text);
            text.shape.proposal = choice.shape.proposal;
            std::mem::swap(text, choice);
            asked[i].explains = Some(i - 1);
        }
    }
}

/// Ties "please say why" to the closed question before it, and gives it its stance.
fn explain(asked: &mut [Asked]) {
    for i in 1..asked.len() {
        let (before, rest) = asked.split_at_mut(i);
        let (Some(last), Some(this)) = (before.last(), rest.first_mut()) else { continue };
        if this.explains.is_none()
            && this.is_open()
            && this.shape.about_you.is_none()
            && !last.is_open()
            && last.shape.about_you.is_none()
            && wordings::asks_why(&this.text.en)
            && (is_below(this, last) || wordings::asks_reasons(&this.text.en))
        {
            this.explains = Some(i - 1);
            this.shape.proposal = last.shape.proposal;
        }
    }
}

/// Whether a question has no number of its own, or one below another's: `4.1` and `4a` are below `4`.
fn is_below(this: &Asked, of: &Asked) -> bool {
    let whole = |asked: &Asked| {
        let number = asked.number.as_deref()?;
        Some(number.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default().to_owned())
    };
    whole(this).is_none_or(|number| Some(number) == whole(of))
}

/// Puts together what one sheet asks in both languages side by side: two columns of one number, or neighbours of which
/// each respondent filled one.
fn beside(asked: Vec<Asked>, records: usize) -> Vec<Asked> {
    let mut kept: Vec<Asked> = Vec::new();
    // Where each question went, for those that explain it.
    let mut went: Vec<usize> = Vec::new();
    for mut this in asked {
        this.explains = this.explains.and_then(|of| went.get(of).copied());
        let language = this.language();
        let last = kept.len().saturating_sub(1);
        let twin = kept.iter().enumerate().position(|(i, other)| {
            let is_twin = match (&other.number, &this.number) {
                (Some(a), Some(b)) => a == b,
                _ => {
                    i == last
                        && other.filled + this.filled <= records
                        && other.columns.len() == 1
                        && this.columns.len() == 1
                }
            };
            is_twin
                && other.shape.kind == this.shape.kind
                && matches!((other.language(), language), (Language::En, Language::Cy) | (Language::Cy, Language::En))
        });
        match twin {
            Some(at) => {
                kept[at].columns.append(&mut this.columns);
                kept[at].filled += this.filled;
                kept[at].translate(&this, language);
                went.push(at);
            }
            None => {
                went.push(kept.len());
                kept.push(this);
            }
        }
    }
    for (i, asked) in kept.iter_mut().enumerate() {
        asked.explains = asked.explains.filter(|of| *of < i);
    }
    kept
}

impl Asked {
    /// Takes over the words of the same question in another language, and the options it adds.
    pub(super) fn translate(&mut self, other: &Asked, language: Language) {
        let words = || other.text.en.clone();
        match language {
            Language::Cy => self.text.cy = words(),
            Language::En => self.text.en = words(),
            _ => {}
        }
        add_options(&mut self.shape.options, &other.shape.options);
        self.shape.proposal |= other.shape.proposal;
        if self.shape.about_you.is_none() {
            self.shape.about_you = other.shape.about_you;
        }
    }
}

/// Adds options that are not there yet under any wording.
pub(super) fn add_options(options: &mut Vec<Choice>, more: &[Choice]) {
    for option in more {
        let same = |a: &str, b: &str| wordings::words(a) == wordings::words(b);
        let known = options.iter_mut().find(|known| {
            let wordings = [&known.label.en, &known.label.cy].into_iter().chain(&known.also);
            wordings.into_iter().any(|known| same(known, &option.label.en) || same(known, &option.label.cy))
        });
        match known {
            Some(known) => {
                for wording in &option.also {
                    if !known.also.contains(wording) {
                        known.also.push(wording.clone());
                    }
                }
                if known.stance.is_none() {
                    known.stance = option.stance;
                }
            }
            None => {
                let code = scales::unique(option.code.clone(), options);
                options.push(Choice { code, ..option.clone() });
            }
        }
    }
}
