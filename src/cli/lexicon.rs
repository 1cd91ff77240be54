//! `ymateb lexicon`: what is known of Welsh words besides the rules, added from files by their path.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::arguments::{Lexicon as Asked, LexiconVerb};
use super::{Context, Outcome, Stopped, put, put_json, shown, tell};
use crate::corpus;
use crate::index::{Grouping, Lexicon, LexiconError, Listed};
use crate::ingest::lexicon::{self, Trouble, Wrong};

pub(super) fn run(context: &Context, asked: &Asked) -> Result<Outcome> {
    match &asked.verb {
        None => {}
        Some(LexiconVerb::Add { files }) => {
            let mut whole = of_root(context);
            for file in files {
                let listed = read(context, file)?;
                let added = match &whole {
                    Some(lexicon) => lexicon.with(listed),
                    None => Lexicon::compile(vec![listed]),
                };
                whole = Some(Arc::new(added?));
            }
            store(context, whole.as_deref())?;
        }
        Some(LexiconVerb::Remove { names }) => {
            let mut whole = of_root(context);
            for name in names {
                let less = whole.as_ref().map_or(Ok(None), |lexicon| lexicon.without(name))?;
                let Some(less) = less else {
                    let what = context.say_with("lexicon-none-of-name", &[("name", name.as_str().into())]);
                    return Err(Stopped::Usage(anyhow::anyhow!(what)).into());
                };
                whole = Some(Arc::new(less)).filter(|lexicon| !lexicon.sources().is_empty());
            }
            store(context, whole.as_deref())?;
        }
    }
    let lexicon = of_root(context);
    let sources = lexicon.as_ref().map(|lexicon| lexicon.sources()).unwrap_or_default();
    if asked.json {
        put_json(&serde_json::json!({ "sources": sources }))?;
        return Ok(Outcome::Done);
    }
    let mut text = String::new();
    for source in sources {
        let args = [
            ("name", source.name.as_str().into()),
            ("words", crate::locale::number(source.words).into()),
            ("forms", crate::locale::number(source.forms).into()),
        ];
        let id = match source.grouping {
            Grouping::Lemmas => "lexicon-of-lemmas",
            Grouping::Words => "lexicon-of-words",
        };
        let _ = writeln!(text, "{}", context.say_with(id, &args));
    }
    if sources.is_empty() {
        let _ = writeln!(text, "{}", context.say("lexicon-none"));
    }
    put(&text)?;
    Ok(Outcome::Done)
}

fn store(context: &Context, lexicon: Option<&Lexicon>) -> Result<()> {
    let bytes = lexicon.map(Lexicon::to_bytes);
    let path = corpus::lexicon(&context.root);
    corpus::write_lexicon(&context.root, bytes.as_deref()).map_err(|error| anyhow::anyhow!("{}: {error}", shown(&path)))
}

/// The lexicon below the root, if there is one that can be used. Without it a search goes by rules, so trouble with it
/// is said and stops nothing.
pub(super) fn of_root(context: &Context) -> Option<Arc<Lexicon>> {
    let path = corpus::lexicon(&context.root);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => {
            tell(&format!("{}: {error}", shown(&path)));
            return None;
        }
    };
    match Lexicon::from_bytes(&bytes) {
        Ok(lexicon) => Some(Arc::new(lexicon)),
        Err(error) => {
            let id = match error {
                LexiconError::OtherVersion => "lexicon-other-version",
                LexiconError::Damaged | LexiconError::TooLarge => "lexicon-damaged",
            };
            tell(&context.say_with(id, &[("file", shown(&path).into())]));
            None
        }
    }
}

/// A lexicon in a file: compiled, or in any layout that can be added.
///
/// # Errors
/// When it cannot be read.
pub(super) fn of_file(context: &Context, file: &Path) -> Result<Arc<Lexicon>> {
    let compiled = std::fs::read(file).ok().map(|bytes| Lexicon::from_bytes(&bytes));
    match compiled {
        Some(Ok(lexicon)) => Ok(Arc::new(lexicon)),
        Some(Err(LexiconError::Damaged)) => {
            let what = context.say_with("lexicon-damaged", &[("file", shown(file).into())]);
            Err(Stopped::Usage(anyhow::anyhow!(what)).into())
        }
        _ => Ok(Arc::new(Lexicon::compile(vec![read(context, file)?])?)),
    }
}

/// Reads a file of words; what was left out is told.
fn read(context: &Context, file: &Path) -> Result<Listed> {
    let read = lexicon::read(file).map_err(|trouble| Stopped::Usage(anyhow::anyhow!(said(context, &trouble))))?;
    for trouble in &read.troubles {
        tell(&said(context, trouble));
    }
    let more = read.left_out.saturating_sub(read.troubles.len() as u64);
    if more > 0 {
        tell(&context.say_with("lexicon-more-left-out", &[("n", more.into())]));
    }
    let grouping = if read.is_dictionary { Grouping::Words } else { Grouping::Lemmas };
    Ok(Listed { name: name_of(file), grouping, pairs: read.pairs })
}

/// The name of the file; of an `index.dic`, as packages have them, with its folder.
fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = file.parent().and_then(Path::file_name).map(|folder| folder.to_string_lossy().into_owned());
    match folder {
        Some(folder) if file.file_stem().is_some_and(|stem| stem == "index") => format!("{folder}/{name}"),
        _ => name,
    }
}

/// `words.tsv:12: …`, in the language of messages.
fn said(context: &Context, trouble: &Trouble) -> String {
    let what = match &trouble.what {
        Wrong::Unreadable(why) => why.clone(),
        Wrong::TooLarge => context.say("lexicon-too-large"),
        Wrong::NoLemma => context.say("lexicon-no-lemma"),
        Wrong::NoPairs => context.say("lexicon-no-pairs"),
        Wrong::NoPartner(name) => context.say_with("lexicon-no-partner", &[("name", name.as_str().into())]),
        Wrong::Encoding(name) => context.say_with("lexicon-encoding", &[("name", name.as_str().into())]),
        Wrong::Rule => context.say("lexicon-rule"),
        Wrong::Flags => context.say("lexicon-flags"),
        Wrong::TooManyForms => context.say("lexicon-too-many-forms"),
    };
    let file = shown(Path::new(&trouble.file));
    if trouble.line == 0 { format!("{file}: {what}") } else { format!("{file}:{}: {what}", trouble.line) }
}
