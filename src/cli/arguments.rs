//! What can be asked on the command line. The words of help stand in `locale`, in both languages.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::evaluate::Level;
use super::frame_edit::FrameVerb;
use crate::model::{Locale, RestrictionKind};

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
pub(super) struct Worry {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "Q")]
    pub(super) question: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) because: String,
    #[arg(long, value_name = "TEXT", conflicts_with = "because")]
    pub(super) note: Option<String>,
    #[arg(long, group = "step")]
    pub(super) referred: bool,
    #[arg(long, group = "step")]
    pub(super) confirmed: bool,
    #[arg(long, group = "step")]
    pub(super) acknowledged: bool,
    #[arg(long, group = "step")]
    pub(super) close: bool,
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<jiff::Timestamp>,
}

#[derive(Debug, Args)]
pub(super) struct Worries {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long = "as", value_name = "PERSON")]
    pub(super) lead: Option<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "MOMENT")]
    pub(super) now: Option<jiff::Timestamp>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restrict {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "safeguarding|legal|foi|withdrawn|other")]
    pub(super) kind: RestrictionKind,
    #[arg(long, value_name = "Q")]
    pub(super) question: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(super) because: String,
}

#[derive(Debug, Args)]
pub(super) struct Release {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "safeguarding|legal|foi|withdrawn|other")]
    pub(super) kind: Option<RestrictionKind>,
    #[arg(long, value_name = "Q")]
    pub(super) question: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(super) because: String,
}

#[derive(Debug, Args)]
pub(super) struct Consent {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "yes|no")]
    pub(super) publish: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub(super) named: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub(super) quote: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub(super) reach: Option<YesNo>,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(super) because: String,
}

#[derive(Debug, Args)]
pub(super) struct Forget {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(super) because: String,
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<jiff::civil::Date>,
    #[arg(long, value_name = "TEXT")]
    pub(super) after_date_because: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Access {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "FILE.zip")]
    pub(super) out: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Retention {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long, value_name = "MOMENT")]
    pub(super) now: Option<jiff::Timestamp>,
    #[arg(long)]
    pub(super) json: bool,
}

/// `yes` or `no`, in either language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YesNo(pub(super) bool);

impl std::str::FromStr for YesNo {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word.to_lowercase().as_str() {
            "yes" | "cei" | "cewch" | "iawn" | "ydw" => Ok(YesNo(true)),
            "no" | "na" | "nage" => Ok(YesNo(false)),
            _ => Err(format!("`{word}` is neither `yes` nor `no`")),
        }
    }
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
pub(super) struct Frame {
    #[command(subcommand)]
    pub(super) what: FrameWork,
}

#[derive(Debug, Subcommand)]
pub(super) enum FrameWork {
    Check(FrameCheck),
    Convert(FrameConvert),
    #[command(flatten)]
    Edit(FrameVerb),
}

#[derive(Debug, Args)]
pub(super) struct FrameCheck {
    #[arg(value_name = "NAME|FRAME")]
    pub(super) frame: String,
    #[arg(long, value_name = "FILE.jsonl")]
    pub(super) answers: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct FrameConvert {
    #[arg(value_name = "FRAME")]
    pub(super) from: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) to: PathBuf,
    #[arg(long, value_name = "en|cy")]
    pub(super) language: Option<Locale>,
}

#[derive(Debug, Args)]
pub(super) struct Decide {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE", required_unless_present_any = ["from", "waiting"])]
    pub(super) response: Option<String>,
    #[arg(value_name = "accept|reject|add|move|stance|undo", required_unless_present_any = ["from", "waiting"])]
    pub(super) verb: Option<String>,
    #[arg(value_name = "THEME|STANCE")]
    pub(super) theme: Option<String>,
    #[arg(long, value_name = "THEME")]
    pub(super) to: Option<String>,
    #[arg(long, value_name = "Q", required_unless_present_any = ["from", "waiting"])]
    pub(super) question: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(super) words: Option<String>,
    #[arg(long, value_name = "PERSON", required_unless_present_any = ["from", "waiting"])]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(super) note: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["response", "waiting"])]
    pub(super) from: Option<PathBuf>,
    #[arg(long, conflicts_with = "response")]
    pub(super) waiting: bool,
    #[arg(long, requires = "waiting")]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Evaluate {
    #[arg(value_name = "NAME", required_unless_present = "coded", conflicts_with = "frame")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) coded: Vec<PathBuf>,
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',', requires = "coded")]
    pub(super) coders: Vec<String>,
    #[arg(long, value_name = "FRAME.toml", requires = "coded")]
    pub(super) frame: Option<PathBuf>,
    #[arg(long, value_name = "respondent|answer|passage", default_value = "respondent")]
    pub(super) level: Level,
    #[arg(long, value_name = "PERSON", conflicts_with = "coded")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "PERCENT", requires = "name", conflicts_with_all = ["coded", "by", "json"])]
    pub(super) sample: Option<f64>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub(super) resamples: u64,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Merge {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "RESPONSE")]
    pub(super) into: String,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(super) note: String,
    #[arg(long)]
    pub(super) undo: bool,
}

#[derive(Debug, Args)]
pub(super) struct Apart {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(value_name = "OTHER")]
    pub(super) other: String,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(super) note: String,
    #[arg(long)]
    pub(super) undo: bool,
}

#[derive(Debug, Args)]
pub(super) struct Assign {
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    #[arg(long, value_name = "RESPONSE")]
    pub(super) response: String,
    #[arg(long, value_name = "Q", required_unless_present = "undo")]
    pub(super) question: Option<String>,
    #[arg(long, value_name = "WORDS", required_unless_present = "undo")]
    pub(super) words: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(super) by: String,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(super) note: String,
    #[arg(long)]
    pub(super) undo: bool,
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
