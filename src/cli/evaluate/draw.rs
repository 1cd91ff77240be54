//! A sheet for blind double coding: answers drawn at random within each question, and no suggestions.

use std::collections::BTreeMap;
use std::io::Write as _;

use anyhow::Result;

use crate::analysis::Draws;
use crate::cli::{Context, Outcome, Stopped, export, tell};
use crate::corpus::Walked;
use crate::model::{Language, QuestionKind, Substance};
use crate::pipeline::{self, Opened};

/// One answer to be coded.
#[derive(Default)]
struct Open {
    response: String,
    language: Language,
    text: String,
}

/// Writes a share (in per cent) of each question's answers to standard output, as CSV that spreadsheets open as UTF-8.
///
/// # Errors
/// When the share is none, or the store cannot be read.
pub(super) fn run(context: &Context, opened: &Opened, share: f64, seed: u64) -> Result<Outcome> {
    if !(share > 0.0 && share <= 100.0) {
        return Err(Stopped::Usage(anyhow::anyhow!(context.say("evaluate-share"))).into());
    }
    let questions = &opened.settings.consultation.questions;
    let is_open = |id: &str| questions.iter().find(|q| q.id == id).is_none_or(|q| q.kind == QuestionKind::Open);
    let order = |id: &str| questions.iter().position(|q| q.id == id).unwrap_or(questions.len());
    let mut answers: BTreeMap<(usize, String), Vec<Open>> = BTreeMap::new();
    pipeline::unsettled(&opened.store, Walked::All, |response| {
        let in_view = response.answers.into_iter().filter(|coded| coded.in_view().is_some());
        let words = in_view.map(|coded| coded.answer);
        for answer in words.filter(|answer| answer.substance == Substance::Words && is_open(&answer.question)) {
            let of = answers.entry((order(&answer.question), answer.question)).or_default();
            // Several passages that answer one question are one answer.
            match of.last_mut().filter(|last| last.response == response.response.id) {
                Some(last) => {
                    last.text = format!("{}\n\n{}", last.text, answer.text);
                    last.language = super::machine::together(last.language, answer.language.language);
                }
                None => of.push(Open {
                    response: response.response.id.clone(),
                    language: answer.language.language,
                    text: answer.text,
                }),
            }
        }
        Ok(())
    })?;
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(
        ["response", "question", "language", "text", "themes"].map(|id| context.say(&format!("sheet-{id}"))),
    )?;
    let (mut drawn, mut all) = (0u64, 0u64);
    for (stratum, ((_, question), answers)) in answers.iter().enumerate() {
        let count = (answers.len() as f64 * share / 100.0).ceil() as u32;
        let chosen = Draws::new(seed, stratum as u64).sample(answers.len() as u32, count);
        all += answers.len() as u64;
        drawn += chosen.len() as u64;
        for Open { response, language, text } in chosen.iter().map(|at| &answers[*at as usize]) {
            let text = export::safe(text);
            out.write_record([response, question, language.as_str(), text.as_str(), ""])?;
        }
    }
    let sheet = out.into_inner().map_err(|error| anyhow::anyhow!(error.error().to_string()))?;
    let mut to = std::io::stdout().lock();
    // Without a byte-order mark spreadsheets take Welsh letters for something else.
    to.write_all("\u{feff}".as_bytes())?;
    to.write_all(&sheet)?;
    to.flush()?;
    let args = [("n", drawn.into()), ("all", all.into()), ("seed", seed.into()), ("name", opened.folder.name().into())];
    tell(&context.say_with("evaluate-drawn", &args));
    Ok(Outcome::Done)
}
