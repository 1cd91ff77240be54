//! An index for whoever asks it: built when there is none, or none that can be asked.

use anyhow::Result;

use super::watch::Terminal;
use super::{Context, tell};
use crate::index::IndexError;
use crate::pipeline::{self, Opened};

/// Asks the index of a consultation. Where it is absent, broken or of another version, it is built first, alone, and
/// standard error says so; where that cannot be done, that is the error.
pub(super) fn ask<T>(context: &Context, opened: &Opened, ask: impl Fn(&Opened) -> Result<T, IndexError>) -> Result<T> {
    let why = match ask(opened) {
        Err(why) if why.asks_for_rebuild() => why,
        asked => {
            if asked.is_ok() && pipeline::index_is_behind(opened)? {
                tell(&context.say_with("search-behind", &[("name", opened.folder.name().into())]));
            }
            return Ok(asked?);
        }
    };
    let id = match &why {
        IndexError::Absent(_) => "search-builds",
        IndexError::OtherVersion(_) => "search-builds-other-version",
        _ => "search-builds-broken",
    };
    tell(&context.say(id));
    let (alone, _lock) = context.open_alone(opened.folder.name())?;
    let mut watch = Terminal::new(context.locale);
    // Whoever held the lock may have built it in the meantime; then there is nothing to do.
    let built = pipeline::rebuild_index(&alone, &mut watch);
    watch.done();
    built?;
    Ok(ask(&alone)?)
}
