//! `ymateb trace`: from a figure in a report to the answers behind it.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::json;

use super::arguments::Trace;
use super::{Context, Outcome, Stopped, put, put_json};
use crate::corpus::Walked;
use crate::model::{CodedAnswer, CodedResponse, CodingFrame, Figure};
use crate::pipeline;
use crate::text::reading::readable;

/// Characters of an answer shown where no passage of it is the reason.
const SHOWN: usize = 160;

pub(super) fn run(context: &Context, asked: &Trace) -> Result<Outcome> {
    let figure: Figure = asked.figure.parse().with_context(|| context.say("trace-how")).map_err(Stopped::Usage)?;
    let opened = context.open(&asked.name)?;
    let (mut total, mut hidden) = (0u64, 0u64);
    let mut behind = Vec::new();
    pipeline::responses(&opened.store, Walked::All, |response| {
        if figure.holds(&opened.frame, &response) {
            total += 1;
            // Counted as the report counts it; its words are not shown.
            if is_hidden(&opened.frame, &figure, &response) {
                hidden += 1;
            } else if asked.limit.is_none_or(|limit| behind.len() < limit) {
                behind.push(response);
            }
        }
        Ok(())
    })?;
    if asked.json {
        let responses: Vec<_> = behind.iter().map(|response| document(&opened.frame, &figure, response)).collect();
        put_json(
            &json!({ "figure": figure.to_string(), "total": total, "out_of_view": hidden, "responses": responses }),
        )?;
    } else {
        let mut text = String::new();
        let args = [("figure", figure.to_string().into()), ("total", total.into())];
        let _ = writeln!(text, "{}", context.say_with("trace-total", &args));
        for response in &behind {
            page(&mut text, &opened.frame, &figure, response);
        }
        let more = total - hidden - behind.len() as u64;
        if more > 0 {
            let _ = writeln!(text, "{}", context.say_with("trace-more", &[("n", more.into())]));
        }
        if hidden > 0 {
            let _ = writeln!(text, "{}", context.say_with("out-of-view", &[("n", hidden.into())]));
        }
        put(&text)?;
    }
    Ok(Outcome::Done)
}

/// The answers of a response that put it into the figure's set; none when the set is about the response alone.
fn reasons<'r>(
    frame: &'r CodingFrame,
    figure: &'r Figure,
    response: &'r CodedResponse,
) -> impl Iterator<Item = &'r CodedAnswer> {
    let about_answers = *figure
        != Figure {
            question: None,
            theme: None,
            stance: None,
            against: None,
            option: None,
            substance: None,
            language: None,
            own: false,
            ..figure.clone()
        };
    response.answers.iter().filter(move |answer| about_answers && figure.holds_in(frame, response, answer))
}

/// Whether nothing of what puts a response into the figure's set may be shown.
fn is_hidden(frame: &CodingFrame, figure: &Figure, response: &CodedResponse) -> bool {
    let mut reasons = reasons(frame, figure, response).peekable();
    response.is_out_of_view() || (reasons.peek().is_some() && reasons.all(|coded| coded.in_view().is_none()))
}

/// Those of them that are in general view.
fn shown<'r>(
    frame: &'r CodingFrame,
    figure: &'r Figure,
    response: &'r CodedResponse,
) -> impl Iterator<Item = &'r CodedAnswer> {
    reasons(frame, figure, response).filter(|coded| coded.in_view().is_some())
}

fn document(frame: &CodingFrame, figure: &Figure, response: &CodedResponse) -> serde_json::Value {
    let answers: Vec<_> = shown(frame, figure, response)
        .map(|coded| {
            let tags: Vec<_> = passages(frame, figure, coded).collect();
            json!({ "question": coded.answer.question, "text": coded.answer.text, "tags": tags,
                    "stance": coded.stance, "source": coded.answer.place })
        })
        .collect();
    json!({ "response": response.response.id, "source": response.response.place, "answers": answers })
}

fn passages<'a>(
    frame: &'a CodingFrame,
    figure: &'a Figure,
    coded: &'a CodedAnswer,
) -> impl Iterator<Item = &'a crate::model::Tag> {
    coded.tags.iter().filter(|tag| {
        let of = |theme: &String| frame.is_within(&tag.theme, theme) && (!figure.own || coded.is_own(tag.span));
        figure.theme.as_ref().is_some_and(of)
    })
}

fn page(text: &mut String, frame: &CodingFrame, figure: &Figure, response: &CodedResponse) {
    let of = &response.response;
    let _ = writeln!(text, "\n{} · {}", of.id, of.place);
    for coded in shown(frame, figure, response) {
        let mut quoted = false;
        for tag in passages(frame, figure, coded) {
            quoted = true;
            let _ = writeln!(text, "    {} {}: “{}”", coded.answer.question, tag.theme, one_line(&tag.words));
        }
        if !quoted {
            let words = match (&coded.stance, figure.stance) {
                (Some(found), Some(_)) if !found.words.is_empty() => one_line(&found.words),
                _ => start_of(&one_line(&readable(&coded.answer.text))),
            };
            let _ = writeln!(text, "    {}: “{words}”", coded.answer.question);
        }
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn start_of(line: &str) -> String {
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}
