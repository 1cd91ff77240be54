//! `ymateb tag` and `index` for a consultation: one stage of the walk by itself.

use anyhow::Result;

use super::arguments::{Named, Tag};
use super::watch::Terminal;
use super::{Context, Outcome, filters, put};
use crate::pipeline::{self, Opened, Watch};

pub(super) fn tag(context: &Context, asked: &Tag) -> Result<Outcome> {
    match (&asked.name, &asked.frame) {
        (Some(name), _) => stage(context, name, "tag", |opened, watch| Ok(pipeline::code(opened, watch)?.tagged)),
        (None, Some(frame)) => filters::tag(frame),
        (None, None) => unreachable!("the command line asks for one of the two"),
    }
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
