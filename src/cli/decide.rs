//! `ymateb decide`: a person accepts, rejects or adds a theme; appended, never overwritten.

use anyhow::{Result, anyhow};

use super::arguments::Decide;
use super::watch::now;
use super::{Context, Outcome, Stopped, put};
use crate::corpus::Walked;
use crate::model::{CodedAnswer, Decision, Span};
use crate::pipeline;

pub(super) fn run(context: &Context, asked: &Decide) -> Result<Outcome> {
    let usage = |what: String| Stopped::Usage(anyhow!(what));
    let verb = asked.verb.parse().map_err(usage)?;
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    if opened.frame.theme(&asked.theme).is_none() {
        return Err(usage(context.say_with("decide-no-theme", &[("theme", asked.theme.as_str().into())])).into());
    }
    let unknown = || usage(context.say_with("show-unknown", &[("response", asked.response.as_str().into())]));
    let (item, _) = opened.store.item(&asked.response)?.ok_or_else(unknown)?;
    // A letter with passages assigned elsewhere may answer a question in several parts: the one with the words is meant.
    let holds = |coded: &CodedAnswer| asked.words.as_ref().is_none_or(|words| coded.answer.text.contains(words));
    let mut answer: Option<CodedAnswer> = None;
    pipeline::responses(&opened.store, Walked::One(item), |response| {
        let is_meant =
            |coded: &CodedAnswer| coded.answer.question == asked.question && coded.answer.substance.is_said();
        let mut meant: Vec<CodedAnswer> = response.answers.into_iter().filter(is_meant).collect();
        let at = meant.iter().position(holds).unwrap_or_default();
        answer = (at < meant.len()).then(|| meant.swap_remove(at));
        Ok(())
    })?;
    let args = [("response", asked.response.as_str().into()), ("question", asked.question.as_str().into())];
    let answer = answer.ok_or_else(|| usage(context.say_with("decide-no-answer", &args)))?.answer;
    let span = match &asked.words {
        None => None,
        Some(words) => {
            let start = answer.text.find(words.as_str()).ok_or_else(|| usage(context.say("decide-no-words")))?;
            Some(Span { start, end: start + words.len() })
        }
    };
    let decision = Decision {
        at: now(),
        person: asked.by.clone(),
        verb,
        answer: answer.id,
        theme: asked.theme.clone(),
        span,
        words: asked.words.clone().unwrap_or_default(),
        note: asked.note.clone(),
    };
    opened.store.decide(&decision)?;
    put(&(context.say_with("decide-done", &[("name", asked.name.as_str().into())]) + "\n"))?;
    Ok(Outcome::Done)
}
