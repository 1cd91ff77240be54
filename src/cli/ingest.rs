//! `ymateb ingest`: collect what lies below `received/`, after putting there what was named.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};

use super::arguments::{Ingest, OfOne};
use super::watch::Terminal;
use super::{Context, Outcome, Stopped, ledger, new, shown, tell};
use crate::corpus::settings::Collect;
use crate::corpus::{Folder, Settings, SourceSettings};
use crate::pipeline::{self, Opened};

pub(super) fn run(context: &Context, asked: &Ingest) -> Result<Outcome> {
    let (mut opened, lock) = context.open_alone(&asked.name)?;
    let mut watch = Terminal::new(context.locale);
    let (addresses, files): (Vec<&String>, Vec<&String>) = asked.sources.iter().partition(|source| is_address(source));
    for file in files {
        add(context, &opened.folder, &opened.settings, Path::new(file))?;
    }
    let is_missing = !fetch_these(context, &opened, &addresses, asked.allow_private, &mut watch)?;
    let collected = pipeline::collect(&mut opened, &mut watch)?;
    pipeline::merge(&mut opened)?;
    watch.done();
    drop((opened, lock));
    let ledger = ledger::tell(context, &OfOne { name: asked.name.clone(), json: asked.json })?;
    let is_well = !is_missing && collected.in_trouble == 0 && ledger::is_well(&ledger);
    Ok(if is_well { Outcome::Done } else { Outcome::LookAtThis })
}

fn is_address(source: &str) -> bool {
    source.starts_with("http://") || source.starts_with("https://")
}

/// Collects addresses that the settings do not name; whether all of them could be.
fn fetch_these(
    context: &Context,
    opened: &Opened,
    addresses: &[&String],
    allow_private: bool,
    watch: &mut Terminal,
) -> Result<bool> {
    let urls = addresses.iter().map(|url| (*url).clone()).collect();
    let collect = Collect { allow_private, ..Collect::default() };
    let source = SourceSettings { urls, collect, ..SourceSettings::default() };
    let outcomes = pipeline::fetch(&opened.store, &opened.folder, &[source], watch)?;
    for path in outcomes.iter().flat_map(|outcome| &outcome.new) {
        tell(&context.say_with("ingest-kept", &[("path", path.as_str().into())]));
    }
    Ok(outcomes.iter().all(|outcome| outcome.problems.is_empty()))
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
