//! `ymateb ingest`: collect what lies below `received/`, after putting there what was named.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};

use super::arguments::{Ingest, OfOne};
use super::watch::Terminal;
use super::{Context, Outcome, Stopped, ledger, new, shown, tell};
use crate::corpus::{Folder, Settings};
use crate::ingest::fetch;
use crate::pipeline;

pub(super) fn run(context: &Context, asked: &Ingest) -> Result<Outcome> {
    let (mut opened, lock) = context.open_alone(&asked.name)?;
    let mut is_missing = false;
    for source in &asked.sources {
        if source.starts_with("http://") || source.starts_with("https://") {
            is_missing |= !fetch_one(context, &opened.folder, source)?;
        } else {
            add(context, &opened.folder, &opened.settings, Path::new(source))?;
        }
    }
    let mut watch = Terminal::new(context.locale);
    pipeline::collect(&mut opened, &mut watch)?;
    opened.store.merge_submissions()?;
    watch.done();
    drop((opened, lock));
    let outcome = ledger::run(context, &OfOne { name: asked.name.clone(), json: asked.json })?;
    Ok(if is_missing { Outcome::LookAtThis } else { outcome })
}

/// Fetches one address; says so when it could not be.
fn fetch_one(context: &Context, folder: &Folder, url: &str) -> Result<bool> {
    let wanted = fetch::Wanted { url: url.to_owned(), ..fetch::Wanted::default() };
    for result in fetch::fetch(&folder.received(), &[wanted])? {
        match result {
            Ok(_) => tell(&context.say_with("ingest-kept", &[("path", fetch::file_of(url).into())])),
            Err(error) => {
                tell(&error.to_string());
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Copies a file, or every file of a folder, to where a source looks for its like.
fn add(context: &Context, folder: &Folder, settings: &Settings, path: &Path) -> Result<()> {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> =
            std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        inside.sort();
        return inside.iter().try_for_each(|path| add(context, folder, settings, path));
    }
    if !path.is_file() {
        return Err(Stopped::Usage(anyhow!("{}: there is no such file", path.display())).into());
    }
    let name = path.file_name().with_context(|| format!("{}: it has no name", path.display()))?.to_string_lossy();
    let place = folder.received().join(home(settings, &name));
    std::fs::create_dir_all(&place).with_context(|| place.display().to_string())?;
    let to = free(&place, &name, &std::fs::read(path).with_context(|| path.display().to_string())?);
    if let Some(to) = to {
        new::copy(path, &to)?;
        tell(&context.say_with("ingest-kept", &[("path", shown(&to).into())]));
    }
    Ok(())
}

/// The folder of the first source whose files are named like this one; `received/` itself when there is none, so that
/// the file is at least in the ledger.
fn home(settings: &Settings, name: &str) -> PathBuf {
    let matches = |pattern: &str| glob::Pattern::new(pattern).is_ok_and(|pattern| pattern.matches(name));
    let parts = settings.sources.iter().map(|source| source.files.rsplit_once('/').unwrap_or(("", &source.files)));
    parts
        .filter(|(folder, _)| !folder.contains(['*', '?', '[']))
        .find(|(_, file)| matches(file))
        .map_or_else(PathBuf::new, |(folder, _)| PathBuf::from(folder))
}

/// A name that is not taken by another file; `None` when the very same file is there.
fn free(place: &Path, name: &str, bytes: &[u8]) -> Option<PathBuf> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    for n in 1.. {
        let candidate = match (n, extension) {
            (1, _) => name.to_owned(),
            (n, "") => format!("{stem}-{n}"),
            (n, extension) => format!("{stem}-{n}.{extension}"),
        };
        let path = place.join(candidate);
        match std::fs::read(&path) {
            Ok(there) if there == bytes => return None,
            Ok(_) => {}
            Err(_) => return Some(path),
        }
    }
    None
}
