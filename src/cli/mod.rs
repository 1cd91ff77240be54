//! The command line: one file for each command, and this one to choose between them.
//!
//! Results go to standard output, everything else to standard error. Exit status: 0 done; 1 the work found something a
//! person must see; 2 wrong usage or unreadable settings.

mod access;
mod arguments;
mod assign;
mod campaigns;
mod check;
mod consent;
mod decide;
mod duplicates;
mod evaluate;
mod export;
mod filters;
mod forget;
mod frame;
mod frame_edit;
mod glossary;
mod help;
mod ingest;
mod invent;
mod ledger;
mod lexicon;
mod merge;
mod new;
mod read;
mod reindex;
mod report;
mod restrict;
mod run;
mod search;
mod searches;
mod show;
mod stages;
mod trace;
mod trial;
mod watch;
mod worry;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::FromArgMatches;

use crate::corpus::{Folder, Lock};
use crate::locale::{Value, say, say_with};
use crate::model::Locale;
use crate::pipeline::{self, Opened};
use crate::tagging::frame::FrameErrors;
use arguments::{Arguments, Command};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Done.
    Done,
    /// Done, and it found something that a person must see.
    LookAtThis,
}

/// What went wrong, told apart by whose turn it is.
#[derive(Debug, thiserror::Error)]
enum Stopped {
    /// Usage or settings: to be corrected before anything can run.
    #[error("{}", in_full(.0))]
    Usage(anyhow::Error),
}

/// What every command is given.
struct Context {
    root: std::path::PathBuf,
    locale: Locale,
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    // A reader that has seen enough (`| head`) ends the output; that is no error of ours.
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let locale = help::locale_of(&arguments);
    let matches = match help::command(locale).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(asked) => {
            drop(asked.print());
            return ExitCode::from(if asked.use_stderr() { 2 } else { 0 });
        }
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => {
            drop(error.print());
            return ExitCode::from(2);
        }
    };
    let context = Context { root: arguments.root, locale };
    match command(&context, arguments.command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::LookAtThis) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let code = if error.downcast_ref::<Stopped>().is_some() { 2 } else { 1 };
            tell(&say_with(locale, "error", &[("what", in_words(&error, locale).into())]));
            ExitCode::from(code)
        }
    }
}

fn command(context: &Context, command: Command) -> Result<Outcome> {
    match command {
        Command::Run(it) => run::run(context, &it),
        Command::New(it) => new::run(context, &it),
        Command::Ingest(it) => ingest::run(context, &it),
        Command::Ledger(it) => ledger::run(context, &it),
        Command::Check(it) => check::run(context, &it),
        Command::Tag(it) => stages::tag(context, &it),
        Command::Index(it) => stages::index(context, &it),
        Command::Campaigns(it) => campaigns::run(context, &it),
        Command::Search(it) => search::run(context, &it),
        Command::Searches(it) => searches::run(context, &it),
        Command::Show(it) => show::run(context, &it),
        Command::Report(it) => report::run(context, &it),
        Command::Trace(it) => trace::run(context, &it),
        Command::Export(it) => export::run(context, &it),
        Command::Decide(it) => decide::run(context, &it),
        Command::Evaluate(it) => evaluate::run(context, &it),
        Command::Duplicates(it) => duplicates::run(context, &it),
        Command::Merge(it) => merge::merge(context, &it),
        Command::Apart(it) => merge::apart(context, &it),
        Command::Assign(it) => assign::run(context, &it),
        Command::Worry(it) => worry::run(context, &it),
        Command::Worries(it) => worry::queue(context, &it),
        Command::Restrict(it) => restrict::restrict(context, &it),
        Command::Release(it) => restrict::release(context, &it),
        Command::Consent(it) => consent::run(context, &it),
        Command::Forget(it) => forget::run(context, &it),
        Command::Access(it) => access::run(context, &it),
        Command::Retention(it) => access::retention(context, &it),
        Command::Frame(it) => frame::run(context, &it),
        Command::Language => filters::language(),
        Command::Read(it) => read::run(context, &it),
        Command::Limited(it) => read::limited(&it),
        Command::Redact(it) => filters::redact(&it),
        Command::Analyze(it) => filters::analyze(context, &it),
        Command::Lexicon(it) => lexicon::run(context, &it),
        Command::Invent(it) => invent::run(&it),
    }
}

impl Context {
    fn say(&self, id: &str) -> String {
        say(self.locale, id)
    }

    fn say_with(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        say_with(self.locale, id, args)
    }

    fn folder(&self, name: &str) -> Result<Folder> {
        Folder::new(&self.root, name).map_err(|why| Stopped::Usage(anyhow::anyhow!(why)).into())
    }

    /// Opens a consultation to read it.
    fn open(&self, name: &str) -> Result<Opened> {
        let folder = self.folder(name)?;
        let reader = std::env::current_exe().map_err(anyhow::Error::new)?;
        pipeline::open(&folder, &reader).map_err(|error| Stopped::Usage(error).into())
    }

    /// Opens a consultation to write to it: alone, waiting for whoever does so now.
    fn open_alone(&self, name: &str) -> Result<(Opened, Lock)> {
        let folder = self.folder(name)?;
        // Settings first: whoever mistyped a name should not be told about a lock.
        if !folder.settings().is_file() {
            return self.open(name).map(|_| unreachable!("a consultation without settings cannot be opened"));
        }
        let lock = Lock::take(&folder.corpus(), |holder| {
            tell(&self.say_with("waiting-for", &[("name", name.into()), ("process", holder.into())]));
        })
        .map_err(|error| anyhow::anyhow!("{}: {error}", folder.corpus().display()))?;
        let mut opened = self.open(name)?;
        forget::resume(self, &mut opened)?;
        Ok((opened, lock))
    }
}

/// Writes a line to standard error.
#[expect(clippy::print_stderr, reason = "the one door for messages of the command line")]
fn tell(line: &str) {
    eprintln!("{line}");
}

/// Writes to standard output.
fn put(text: &str) -> Result<()> {
    put_bytes(text.as_bytes())
}

fn put_bytes(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Writes a file that its owner alone may read: it holds what people said.
fn put_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}

/// Writes a JSON document to standard output.
fn put_json(value: &impl serde::Serialize) -> Result<()> {
    put(&(serde_json::to_string_pretty(value)? + "\n"))
}

/// A path as a person would type it: relative to where they are.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path.strip_prefix("./").unwrap_or(path)).display().to_string()
}

/// An error in the language of messages, where it has words in both.
fn in_words(error: &anyhow::Error, locale: Locale) -> String {
    let within = match error.downcast_ref::<Stopped>() {
        Some(Stopped::Usage(within)) => within,
        None => error,
    };
    let of_frame = within.chain().find_map(|cause| cause.downcast_ref::<FrameErrors>());
    of_frame.map_or_else(|| in_full(error), |errors| errors.said(locale))
}

/// An error with what caused it, each said once: many of ours quote their cause within their own sentence.
fn in_full(error: &anyhow::Error) -> String {
    error.chain().fold(String::new(), |said, cause| match cause.to_string() {
        cause if said.is_empty() => cause,
        cause if said.contains(&cause) => said,
        cause => format!("{said}: {cause}"),
    })
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        // Writers of JSON and CSV wrap what the pipe said.
        let json = || cause.downcast_ref::<serde_json::Error>()?.io_error_kind();
        let csv = || match cause.downcast_ref::<csv::Error>()?.kind() {
            csv::ErrorKind::Io(error) => Some(error.kind()),
            _ => None,
        };
        io.or_else(json).or_else(csv)
    };
    error.chain().any(|cause| kind(cause) == Some(std::io::ErrorKind::BrokenPipe))
}
