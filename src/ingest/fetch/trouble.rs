//! What can go wrong with one address, in words that hold neither the address's secrets nor a respondent's words.

use std::path::PathBuf;

use super::policy::Refusal;

/// Why an address could not be collected.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("the environment variable `{0}`, which consultation.toml names, is not set; set it, and run again")]
    Missing(String),
    #[error("`{0}` can't be sent as a header; correct its name, or the value that the environment gives it")]
    Header(String),
    #[error("the server answered {status}{}", meaning(*.status))]
    Status { status: u16 },
    /// The server would answer later.
    #[error("the server answered {status}{} after {tries} tries; run again later", meaning(*.status))]
    Busy { status: u16, tries: u32 },
    #[error("the server answered {status}{} and asks to be left alone for {wait} seconds; run again after that", meaning(*.status))]
    Wait { status: u16, wait: u64 },
    #[error("{what}, {tries} times; run again later")]
    Silent { what: &'static str, tries: u32 },
    #[error("{what}, {tries} times; run again later, and what came is gone on with where the server allows it")]
    Line { what: &'static str, tries: u32 },
    #[error(
        "it took longer than {0} seconds, and was left; run again later, or set `patience_s` under `[source.collect]`"
    )]
    Patience(u64),
    #[error("it redirects more than {} times", super::ask::MOST_REDIRECTS)]
    Redirects,
    #[error("it redirects without saying where to")]
    Nowhere,
    #[error(
        "it is larger than {0} MB, and was not kept; `largest_mb` under `[source.collect]` sets how large it may be"
    )]
    TooLarge(u64),
    #[error(
        "the answer repeats the secret that it was asked with, and was not kept; send the secret as a header, \
         if the server takes it so"
    )]
    Repeats,
    #[error("{path}: {source}")]
    Disk { path: PathBuf, source: std::io::Error },
    #[error("the work on it broke off: {0}")]
    Broken(String),
}

impl Trouble {
    /// Whether the server does not want to be asked any more for now.
    pub(super) fn is_refusal(&self) -> bool {
        matches!(self, Trouble::Busy { status: 429 | 503, .. } | Trouble::Wait { .. })
    }

    /// Whether further addresses of the same server are likely to fare no better.
    pub(super) fn is_of_server(&self) -> bool {
        self.is_refusal() || matches!(self, Trouble::Silent { .. })
    }
}

fn meaning(status: u16) -> &'static str {
    match status {
        202 => " (not ready yet)",
        401 | 403 => " (not allowed): the address may need a key, or the key is wrong",
        404 => " (not found)",
        408 => " (it waited too long)",
        410 => " (gone)",
        429 => " (too many requests)",
        500..=599 => " (trouble of its own)",
        _ => "",
    }
}
