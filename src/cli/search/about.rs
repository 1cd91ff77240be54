//! What there is to say of an export as a whole: what was asked, of what state of the store, and what was kept back.

use std::path::Path;

use anyhow::Result;

use super::page::{rule, totals};
use crate::cli::searches::in_words;
use crate::cli::{Context, watch};
use crate::corpus::SavedSearch;
use crate::index::Found;
use crate::locale::date;
use crate::pipeline::Opened;

/// What there is to say of an export as a whole.
pub(super) struct About {
    pub(super) search: String,
    pub(super) state: String,
    pub(super) made: String,
    counts: String,
    pub(super) rule: String,
    pub(super) refused: u64,
    pub(super) refused_words: String,
    pub(super) invented: bool,
    /// Passages, responses and hits.
    pub(super) found: (u64, u64, u64),
}

impl About {
    pub(super) fn new(
        context: &Context,
        opened: &Opened,
        search: &SavedSearch,
        found: &Found,
        refused: u64,
    ) -> Result<Self> {
        let revision = opened.store.revision()?;
        let args = [
            ("revision", revision.into()),
            ("date", date(context.locale, &changed(opened)).into()),
            ("frame", u64::from(opened.frame.version).into()),
        ];
        Ok(About {
            search: in_words(search),
            state: context.say_with("out-state-of", &args),
            made: watch::now(),
            counts: totals(context, found),
            rule: rule(context, found.folded),
            refused,
            refused_words: context.say_with("out-refused", &[("n", refused.into())]),
            invented: opened.settings.consultation.invented,
            found: (found.total, found.responses, found.distinct),
        })
    }

    /// Label and text of each note, in order; the first has no label.
    pub(super) fn notes(&self, context: &Context, title: &str) -> Vec<(String, String)> {
        let mut notes = vec![
            ("out-title", title.to_owned()),
            ("out-search", self.search.clone()),
            ("out-state", self.state.clone()),
            ("out-made", self.made.clone()),
            ("out-counts", self.counts.clone()),
            ("out-rule", self.rule.clone()),
            ("out-permission", self.refused_words.clone()),
        ];
        for id in ["out-redacted", "out-withheld", "out-restricted"] {
            notes.push(("out-permission", context.say(id)));
        }
        if self.invented {
            notes.push(("out-title", context.say("out-invented")));
        }
        notes.into_iter().map(|(label, text)| (context.say(label), text)).collect()
    }
}

/// The day on which the store was last written to.
fn changed(opened: &Opened) -> String {
    let database = opened.folder.database();
    let mut log = database.clone().into_os_string();
    log.push("-wal");
    let written = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    let last = [written(&database), written(Path::new(&log))].into_iter().flatten().max();
    let last = last.and_then(|time| jiff::Timestamp::try_from(time).ok());
    last.map(|time| time.to_string().chars().take(10).collect()).unwrap_or_default()
}
