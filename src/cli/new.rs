//! `ymateb new`: a consultation drafted from what its files look like.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};

use super::arguments::New;
use super::{Context, Outcome, Stopped, put, shown};
use crate::ingest::draft;

pub(super) fn run(context: &Context, asked: &New) -> Result<Outcome> {
    let folder = context.folder(&asked.name)?;
    if folder.settings().exists() {
        let args = [("name", asked.name.as_str().into()), ("path", shown(&folder.settings()).into())];
        return Err(Stopped::Usage(anyhow!(context.say_with("new-exists", &args))).into());
    }
    let usage = |error: draft::DraftError| Stopped::Usage(error.into());
    let originals = draft::originals(&asked.from).map_err(usage)?;
    let draft = draft::draft(&asked.name, &originals, &std::env::current_exe()?).map_err(usage)?;
    // The originals first: settings that point at nothing would be worse than none.
    for original in &originals {
        let to = folder.received().join(&original.name);
        let home = to.parent().map_or_else(|| folder.received(), Path::to_owned);
        std::fs::create_dir_all(&home).with_context(|| home.display().to_string())?;
        copy(&original.path, &to)?;
    }
    write(&folder.frame(), draft::GENERAL_FRAME)?;
    write(&folder.settings(), &draft.settings)?;
    let mut lines = draft.seen;
    let args = [("path", shown(&folder.settings()).into()), ("name", asked.name.as_str().into())];
    lines.push(context.say_with("new-done", &args));
    put(&(lines.join("\n") + "\n"))?;
    Ok(Outcome::Done)
}

/// Copies an original under another name first, so that half a file is never taken for the whole.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    let partial = to.with_extension("partial");
    std::fs::copy(from, &partial)
        .with_context(|| format!("{} could not be copied to {}", from.display(), to.display()))?;
    std::fs::rename(&partial, to).with_context(|| to.display().to_string())
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
