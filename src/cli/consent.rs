//! `ymateb consent`: what a respondent allows now, written down by a person; the file's own word stays beside it.

use anyhow::Result;

use super::arguments::{Consent, YesNo};
use super::restrict::{in_own_words, item, usage};
use super::watch::{Terminal, now};
use super::{Context, Outcome, put, tell};
use crate::model::ConsentChange;
use crate::pipeline;

pub(super) fn run(context: &Context, asked: &Consent) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(&asked.name)?;
    let item = item(context, &opened, &asked.response)?;
    let said = |consent: Option<YesNo>| consent.map(|YesNo(given)| given);
    let change = ConsentChange {
        at: now(),
        person: asked.by.clone(),
        response: asked.response.clone(),
        publish: said(asked.publish),
        name: said(asked.named),
        quote: said(asked.quote),
        contact: said(asked.reach),
        because: in_own_words(context, &opened, item, &asked.because)?,
    };
    if [change.publish, change.name, change.quote, change.contact] == [None; 4] {
        return Err(usage(context, "consent-which", &[]).into());
    }
    opened.store.change_consent(item, &change)?;
    let mut watch = Terminal::new(context.locale);
    let hidden = pipeline::hide(&mut opened, &mut watch);
    watch.done();
    if hidden? {
        tell(&context.say("restrict-reports-gone"));
    }
    put(&(context.say_with("consent-kept", &[("response", asked.response.as_str().into())]) + "\n"))?;
    Ok(Outcome::Done)
}
