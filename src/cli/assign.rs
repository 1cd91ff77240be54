//! `ymateb assign`: a person says which passage of a letter answers which question.

use anyhow::{Result, anyhow};

use super::arguments::Assign;
use super::watch::now;
use super::{Context, Outcome, Stopped, put};
use crate::corpus::NotAssigned;
use crate::model::{ItemDecision, ItemVerb};

pub(super) fn run(context: &Context, asked: &Assign) -> Result<Outcome> {
    let usage = |id: &str, args: &[_]| Stopped::Usage(anyhow!(context.say_with(id, args)));
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let (question, words) = (asked.question.as_deref().unwrap_or_default(), asked.words.as_deref().unwrap_or_default());
    if !question.is_empty() && opened.settings.consultation.question(question).is_none() {
        let known: Vec<&str> = opened.settings.consultation.questions.iter().map(|q| q.id.as_str()).collect();
        return Err(
            usage("assign-no-question", &[("question", question.into()), ("known", known.join(", ").into())]).into()
        );
    }
    let response = asked.response.as_str();
    let Some((item, _)) = opened.store.received_item(response)? else {
        return Err(usage("show-unknown", &[("response", response.into())]).into());
    };
    let decision = ItemDecision {
        at: now(),
        person: asked.by.clone(),
        verb: if asked.undo { ItemVerb::Unassign } else { ItemVerb::Assign },
        item,
        other: None,
        question: question.to_owned(),
        words: words.to_owned(),
        note: asked.note.clone(),
    };
    let done = if asked.undo { opened.store.unassign(&decision)? } else { opened.store.assign(&decision)? };
    let response = ("response", response.into());
    match done {
        Ok(()) => {}
        Err(NotAssigned::NotFound) => return Err(usage("assign-not-found", &[response]).into()),
        Err(NotAssigned::Several(n)) => {
            return Err(usage("assign-several", &[response, ("n", (n as u64).into())]).into());
        }
        Err(NotAssigned::AlreadyThere) => {
            return Err(usage("assign-there", &[response, ("question", question.into())]).into());
        }
        Err(NotAssigned::NothingToUndo) => return Err(usage("assign-nothing", &[response]).into()),
    }
    put(&(context.say_with("decide-done", &[("name", asked.name.as_str().into())]) + "\n"))?;
    Ok(Outcome::Done)
}
