//! The arguments of commands that code: the frame, what people decide, how good it is, what counts once.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::evaluate::Level;
use crate::cli::frame_edit::FrameVerb;
use crate::model::Locale;

#[derive(Debug, Args)]
pub(in super::super) struct Frame {
    #[command(subcommand)]
    pub(in super::super) what: FrameWork,
}

#[derive(Debug, Subcommand)]
pub(in super::super) enum FrameWork {
    Check(FrameCheck),
    Convert(FrameConvert),
    #[command(flatten)]
    Edit(FrameVerb),
}

#[derive(Debug, Args)]
pub(in super::super) struct FrameCheck {
    #[arg(value_name = "NAME|FRAME")]
    pub(in super::super) frame: String,
    #[arg(long, value_name = "FILE.jsonl")]
    pub(in super::super) answers: Option<PathBuf>,
    #[arg(long)]
    pub(in super::super) json: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct FrameConvert {
    #[arg(value_name = "FRAME")]
    pub(in super::super) from: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(in super::super) to: PathBuf,
    #[arg(long, value_name = "en|cy")]
    pub(in super::super) language: Option<Locale>,
}

#[derive(Debug, Args)]
pub(in super::super) struct Decide {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE", required_unless_present_any = ["from", "waiting"])]
    pub(in super::super) response: Option<String>,
    #[arg(value_name = "accept|reject|add|move|stance|undo", required_unless_present_any = ["from", "waiting"])]
    pub(in super::super) verb: Option<String>,
    #[arg(value_name = "THEME|STANCE")]
    pub(in super::super) theme: Option<String>,
    #[arg(long, value_name = "THEME")]
    pub(in super::super) to: Option<String>,
    #[arg(long, value_name = "Q", required_unless_present_any = ["from", "waiting"])]
    pub(in super::super) question: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in super::super) words: Option<String>,
    #[arg(long, value_name = "PERSON", required_unless_present_any = ["from", "waiting"])]
    pub(in super::super) by: Option<String>,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(in super::super) note: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["response", "waiting"])]
    pub(in super::super) from: Option<PathBuf>,
    #[arg(long, conflicts_with = "response")]
    pub(in super::super) waiting: bool,
    #[arg(long, requires = "waiting")]
    pub(in super::super) json: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct Evaluate {
    #[arg(value_name = "NAME", required_unless_present = "coded", conflicts_with = "frame")]
    pub(in super::super) name: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(in super::super) coded: Vec<PathBuf>,
    #[arg(long, value_name = "FIELD,FIELD", value_delimiter = ',', requires = "coded")]
    pub(in super::super) coders: Vec<String>,
    #[arg(long, value_name = "FRAME.toml", requires = "coded")]
    pub(in super::super) frame: Option<PathBuf>,
    #[arg(long, value_name = "respondent|answer|passage", default_value = "respondent")]
    pub(in super::super) level: Level,
    #[arg(long, value_name = "PERSON", conflicts_with = "coded")]
    pub(in super::super) by: Option<String>,
    #[arg(long, value_name = "PERCENT", requires = "name", conflicts_with_all = ["coded", "by", "json"])]
    pub(in super::super) sample: Option<f64>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(in super::super) seed: u64,
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub(in super::super) resamples: u64,
    #[arg(long)]
    pub(in super::super) json: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct Merge {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "RESPONSE")]
    pub(in super::super) into: String,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(in super::super) note: String,
    #[arg(long)]
    pub(in super::super) undo: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct Apart {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(value_name = "OTHER")]
    pub(in super::super) other: String,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(in super::super) note: String,
    #[arg(long)]
    pub(in super::super) undo: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct Assign {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(long, value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "Q", required_unless_present = "undo")]
    pub(in super::super) question: Option<String>,
    #[arg(long, value_name = "WORDS", required_unless_present = "undo")]
    pub(in super::super) words: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "NOTE", default_value = "")]
    pub(in super::super) note: String,
    #[arg(long)]
    pub(in super::super) undo: bool,
}
