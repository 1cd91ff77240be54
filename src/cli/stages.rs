//! `ymateb tag` and `index` for a consultation: one stage of the walk by itself.

use anyhow::{Result, anyhow};

use super::arguments::{Named, Tag};
use super::decide::waiting_remark;
use super::watch::Terminal;
use super::{Context, Outcome, Stopped, filters, put, trial};
use crate::pipeline::{self, Opened, Watch};

pub(super) fn tag(context: &Context, asked: &Tag) -> Result<Outcome> {
    match (&asked.name, &asked.frame) {
        (Some(name), frame) if asked.dry_run => trial::run(context, name, frame.as_deref(), asked.examples, asked.json),
        (Some(_), Some(_)) => Err(Stopped::Usage(anyhow!(context.say("tag-frame-how"))).into()),
        (Some(name), None) => tag_all(context, name),
        (None, Some(frame)) => filters::tag(context, frame),
        (None, None) => unreachable!("the command line asks for one of the two"),
    }
}

/// Tags what is out of date; where the frame is another one, with what that changed.
fn tag_all(context: &Context, name: &str) -> Result<Outcome> {
    let mut totals = None;
    stage(context, name, "tag", |opened, watch| {
        totals = trial::totals(context, opened)?;
        Ok(pipeline::code(opened, watch)?.tagged)
    })?;
    let remark = waiting_remark(context, &context.open(name)?)?;
    for line in totals.into_iter().chain(remark) {
        put(&(line + "\n"))?;
    }
    Ok(Outcome::Done)
}

pub(super) fn index(context: &Context, asked: &Named) -> Result<Outcome> {
    stage(context, &asked.name, "index", |opened, watch| pipeline::update_index(opened, watch))
}

fn stage(
    context: &Context,
    name: &str,
    stage: &str,
    work: impl FnOnce(&mut Opened, &mut dyn Watch) -> Result<u64>,
) -> Result<Outcome> {
    let (mut opened, _lock) = context.open_alone(name)?;
    let mut watch = Terminal::new(context.locale);
    let did = work(&mut opened, &mut watch);
    watch.done();
    let stage = context.say(&format!("stage-{stage}"));
    put(&(context.say_with("stage-did", &[("stage", stage.into()), ("n", did?.into())]) + "\n"))?;
    Ok(Outcome::Done)
}
