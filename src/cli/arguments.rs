//! What can be asked on the command line. The words of help stand in `locale`, in both languages.

mod care;
mod coding;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::model::Locale;

pub(super) use care::{Access, Consent, Forget, Release, Restrict, Retention, Worries, Worry, YesNo};
pub(super) use coding::{Apart, Assign, Decide, Evaluate, Frame, FrameCheck, FrameConvert, FrameWork, Merge};

/// Everything that was asked.
#[derive(Debug, Parser)]
#[command(name = "ymateb", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    #[arg(long, global = true, value_name = "en|cy")]
    pub(super) lang: Option<Locale>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Run(Run),
    New(New),
    Ingest(Ingest),
    Ledger(OfOne),
    Check(OfOne),
    Tag(Tag),
    Index(Named),
    Campaigns(Campaigns),
    Search(Box<Search>),
    Searches(Searches),
    Show(Show),
    Report(Report),
    Trace(Trace),
    Export(Export),
    Decide(Decide),
    Evaluate(Evaluate),
    Duplicates(OfOne),
    Merge(Merge),
    Apart(Apart),
    Assign(Assign),
    Worry(Worry),
    Worries(Worries),
    Restrict(Restrict),
    Release(Release),
    Consent(Consent),
    Forget(Forget),
    Access(Access),
    Retention(Retention),
    Frame(Frame),
    Read(Read),
    Language,
    Redact(Redact),
    Analyze(Analyze),
    Lexicon(Lexicon),
    #[command(hide = true)]
    Invent(Invent),
    #[command(hide = true)]
    Limited(Limited),
}

#[derive(Debug, Args)]
pub(super) struct Run {
    #[arg(value_name = "NAME")]
    pub(super) names: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct New {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub(super) from: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Ingest {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "FILE|FOLDER|URL")]
    pub(super) sources: Vec<String>,
    #[arg(long)]
    pub(super) allow_private: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct OfOne {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
}

#[derive(Debug, Args)]
pub(super) struct Campaigns {
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(value_name = "accept|dismiss|name|link|unlink|put|out|undo", requires = "by")]
    pub(super) verb: Option<String>,
    #[arg(value_name = "CAMPAIGN|RESPONSE|WORDS")]
    pub(super) campaign: Vec<String>,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(super) note: String,
    #[arg(long, requires = "name")]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Tag {
    #[arg(value_name = "NAME", required_unless_present = "frame")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "FRAME")]
    pub(super) frame: Option<PathBuf>,
    #[arg(long, requires = "name")]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "N", default_value_t = 3, requires = "dry_run")]
    pub(super) examples: usize,
    #[arg(long, requires = "dry_run")]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Search {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "Q")]
    pub(super) question: Option<String>,
    #[arg(long, value_name = "T")]
    pub(super) theme: Option<String>,
    #[arg(long, value_name = "S")]
    pub(super) stance: Option<String>,
    #[arg(long, value_name = "L")]
    pub(super) language: Option<String>,
    #[arg(long = "type", value_name = "T")]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = "C")]
    pub(super) channel: Option<String>,
    #[arg(long, value_name = "A")]
    pub(super) area: Option<String>,
    #[arg(long, value_name = "ORDER")]
    pub(super) sort: Option<String>,
    #[arg(long)]
    pub(super) all_copies: bool,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(super) offset: usize,
    #[arg(long, requires = "lead")]
    pub(super) restricted: bool,
    #[arg(long = "as", value_name = "PERSON", requires = "restricted")]
    pub(super) lead: Option<String>,
    #[arg(long, value_name = "N", conflicts_with = "offset")]
    pub(super) page: Option<usize>,
    #[arg(long)]
    pub(super) kwic: bool,
    #[arg(long, value_name = "N", requires = "kwic")]
    pub(super) width: Option<usize>,
    #[arg(long, value_name = "RESPONSE[/Q]")]
    pub(super) like: Option<String>,
    #[arg(long, value_name = "THEME", conflicts_with = "like")]
    pub(super) like_theme: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) export: Option<PathBuf>,
    #[arg(long, value_name = "csv|xlsx|docx|jsonl")]
    pub(super) format: Option<String>,
    #[arg(long, value_name = "SEARCH")]
    pub(super) save: Option<String>,
    #[arg(long, value_name = "SEARCH", conflicts_with_all = ["query", "save"])]
    pub(super) saved: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) no_across: bool,
}

#[derive(Debug, Args)]
pub(super) struct Searches {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "list|remove|rename", default_value = "list")]
    pub(super) verb: String,
    #[arg(value_name = "SEARCH")]
    pub(super) search: Option<String>,
    #[arg(long, value_name = "SEARCH")]
    pub(super) to: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long = "as", value_name = "PERSON")]
    pub(super) lead: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long, value_name = "KIND", default_value = "summary")]
    pub(super) kind: String,
    #[arg(long, value_name = "en|cy")]
    pub(super) language: Vec<Locale>,
    #[arg(long, value_name = "html|md")]
    pub(super) format: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Trace {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "FIGURE")]
    pub(super) figure: String,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long, value_name = "responses|tags|decisions|frame|ledger")]
    pub(super) what: String,
    #[arg(long, value_name = "jsonl|csv|toml|xlsx|ods|qdc", default_value = "jsonl")]
    pub(super) format: String,
    #[arg(long, value_name = "en|cy")]
    pub(super) language: Option<Locale>,
    #[arg(long, value_name = "N")]
    pub(super) version: Option<u32>,
}

#[derive(Debug, Args)]
pub(super) struct Read {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) ocr: bool,
    #[arg(long, value_name = "N", default_value_t = 120)]
    pub(super) seconds: u64,
    /// What another process of this program says of the file, whose reading it leaves to this one.
    #[arg(long = "as", value_name = "FORMAT", hide = true)]
    pub(super) known: Option<String>,
}

/// Another program with limits of memory and processor time.
#[derive(Debug, Args)]
pub(super) struct Limited {
    #[arg(long, value_name = "N")]
    pub(super) seconds: u64,
    #[arg(long, value_name = "N")]
    pub(super) megabytes: u64,
    #[arg(value_name = "PROGRAM", required = true, last = true)]
    pub(super) program: Vec<std::ffi::OsString>,
}

#[derive(Debug, Args)]
pub(super) struct Redact {
    #[arg(long, value_name = "en|cy")]
    pub(super) language: Option<Locale>,
}

#[derive(Debug, Args)]
pub(super) struct Analyze {
    #[arg(long, value_name = "en|cy")]
    pub(super) language: Locale,
    #[arg(long, value_name = "FILE", conflicts_with = "no_lexicon")]
    pub(super) lexicon: Option<PathBuf>,
    #[arg(long)]
    pub(super) no_lexicon: bool,
}

#[derive(Debug, Args)]
pub(super) struct Lexicon {
    #[command(subcommand)]
    pub(super) verb: Option<LexiconVerb>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum LexiconVerb {
    Add {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    Remove {
        #[arg(value_name = "NAME", required = true)]
        names: Vec<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Invent {
    #[arg(value_name = "FOLDER")]
    pub(super) folder: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 240)]
    pub(super) responses: usize,
    #[arg(long, value_name = "SEED", default_value_t = 2022)]
    pub(super) seed: u64,
}
