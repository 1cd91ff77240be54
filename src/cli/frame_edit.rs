//! `ymateb frame rename|merge|split|move`: changes to the frame's file, for those who don't edit it themselves.

use anyhow::Result;
use clap::Subcommand;

use super::watch::now;
use super::{Context, Outcome, Stopped, put, shown};
use crate::pipeline;
use crate::tagging::frame::edit::{Edit, edit};

#[derive(Debug, Subcommand)]
pub(super) enum FrameVerb {
    Rename {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "OLD")]
        theme: String,
        #[arg(value_name = "NEW")]
        to: String,
    },
    Merge {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "THEME", required = true, num_args = 2..)]
        themes: Vec<String>,
        #[arg(long, value_name = "THEME")]
        into: String,
    },
    Split {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "THEME")]
        theme: String,
        #[arg(long, value_name = "THEME,THEME", required = true, value_delimiter = ',', num_args = 1..)]
        into: Vec<String>,
    },
    Move {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "THEME")]
        theme: String,
        #[arg(long, value_name = "THEME", required_unless_present = "top", conflicts_with = "top")]
        under: Option<String>,
        #[arg(long)]
        top: bool,
    },
}

pub(super) fn run(context: &Context, asked: &FrameVerb) -> Result<Outcome> {
    let (name, change) = change(asked);
    let (mut opened, _lock) = context.open_alone(name)?;
    let path = opened.folder.frame();
    let changed =
        edit(&path.display().to_string(), &opened.frame_text, &change).map_err(|error| Stopped::Usage(error.into()))?;
    // The file as it was can still be looked up.
    pipeline::use_frame(&mut opened, now())?;
    opened.folder.write_frame(&changed).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
    let version = u64::from(opened.frame.version) + 1;
    let args = [("path", shown(&path).into()), ("version", version.into()), ("name", name.into())];
    put(&(context.say_with("frame-changed", &args) + "\n"))?;
    if let Edit::Split { .. } = change {
        put(&(context.say("frame-split") + "\n"))?;
    }
    Ok(Outcome::Done)
}

fn change(asked: &FrameVerb) -> (&str, Edit) {
    match asked {
        FrameVerb::Rename { name, theme, to } => (name, Edit::Rename { theme: theme.clone(), to: to.clone() }),
        FrameVerb::Merge { name, themes, into } => (name, Edit::Merge { themes: themes.clone(), into: into.clone() }),
        FrameVerb::Split { name, theme, into } => (name, Edit::Split { theme: theme.clone(), into: into.clone() }),
        FrameVerb::Move { name, theme, under, .. } => (name, Edit::Move { theme: theme.clone(), under: under.clone() }),
    }
}
