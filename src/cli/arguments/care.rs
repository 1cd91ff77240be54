//! The arguments of commands that care for people: worries, consents, erasure.

use std::path::PathBuf;

use clap::Args;

use crate::model::RestrictionKind;

#[derive(Debug, Args)]
pub(in super::super) struct Worry {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "Q")]
    pub(in super::super) question: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(in super::super) because: String,
    #[arg(long, value_name = "TEXT", conflicts_with = "because")]
    pub(in super::super) note: Option<String>,
    #[arg(long, group = "step")]
    pub(in super::super) referred: bool,
    #[arg(long, group = "step")]
    pub(in super::super) confirmed: bool,
    #[arg(long, group = "step")]
    pub(in super::super) acknowledged: bool,
    #[arg(long, group = "step")]
    pub(in super::super) close: bool,
    #[arg(long, value_name = "MOMENT")]
    pub(in super::super) at: Option<jiff::Timestamp>,
}

#[derive(Debug, Args)]
pub(in super::super) struct Worries {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(long = "as", value_name = "PERSON")]
    pub(in super::super) lead: Option<String>,
    #[arg(long)]
    pub(in super::super) all: bool,
    #[arg(long, value_name = "MOMENT")]
    pub(in super::super) now: Option<jiff::Timestamp>,
    #[arg(long)]
    pub(in super::super) json: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct Restrict {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "safeguarding|legal|foi|withdrawn|other")]
    pub(in super::super) kind: RestrictionKind,
    #[arg(long, value_name = "Q")]
    pub(in super::super) question: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) because: String,
}

#[derive(Debug, Args)]
pub(in super::super) struct Release {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "safeguarding|legal|foi|withdrawn|other")]
    pub(in super::super) kind: Option<RestrictionKind>,
    #[arg(long, value_name = "Q")]
    pub(in super::super) question: Option<String>,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) because: String,
}

#[derive(Debug, Args)]
pub(in super::super) struct Consent {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "yes|no")]
    pub(in super::super) publish: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub(in super::super) named: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub(in super::super) quote: Option<YesNo>,
    #[arg(long, value_name = "yes|no")]
    pub(in super::super) reach: Option<YesNo>,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) because: String,
}

#[derive(Debug, Args)]
pub(in super::super) struct Forget {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) because: String,
    #[arg(long, value_name = "DATE")]
    pub(in super::super) date: Option<jiff::civil::Date>,
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) after_date_because: Option<String>,
    #[arg(long)]
    pub(in super::super) json: bool,
}

#[derive(Debug, Args)]
pub(in super::super) struct Access {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(value_name = "RESPONSE")]
    pub(in super::super) response: String,
    #[arg(long, value_name = "PERSON")]
    pub(in super::super) by: String,
    #[arg(long, value_name = "FILE.zip")]
    pub(in super::super) out: PathBuf,
}

#[derive(Debug, Args)]
pub(in super::super) struct Retention {
    #[arg(value_name = "NAME")]
    pub(in super::super) name: String,
    #[arg(long, value_name = "MOMENT")]
    pub(in super::super) now: Option<jiff::Timestamp>,
    #[arg(long)]
    pub(in super::super) json: bool,
}

/// `yes` or `no`, in either language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct YesNo(pub(in super::super) bool);

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
