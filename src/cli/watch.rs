//! Looking on: a bar on a terminal, nothing in a pipe; and the one clock.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::tell;
use crate::locale::say;
use crate::model::Locale;
use crate::pipeline::Watch;

/// Shows how far a run has got.
pub(super) struct Terminal {
    locale: Locale,
    begun: Instant,
    bar: ProgressBar,
}

impl Terminal {
    pub(super) fn new(locale: Locale) -> Self {
        Terminal { locale, begun: Instant::now(), bar: ProgressBar::hidden() }
    }

    /// Takes the bar away.
    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Terminal {
    fn begins(&mut self, stage: &str, total: Option<u64>) {
        self.done();
        if !std::io::stderr().is_terminal() {
            return;
        }
        let (bar, template) = match total {
            Some(total) => (ProgressBar::new(total), "{msg:24} [{bar:30}] {pos}/{len}"),
            None => (ProgressBar::new_spinner(), "{msg:24} {spinner} {pos}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_message(say(self.locale, &format!("stage-{stage}")));
        bar.enable_steady_tick(Duration::from_millis(120));
        self.bar = bar;
    }

    fn advances(&mut self, items: u64) {
        self.bar.inc(items);
    }

    fn says(&mut self, what: &str) {
        self.bar.suspend(|| tell(what));
    }

    fn ms(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn now(&self) -> String {
        now()
    }
}

/// The moment, as RFC 3339 to the second. Only the command line asks for it.
pub(super) fn now() -> String {
    jiff::Timestamp::now().round(jiff::Unit::Second).map_or_else(|_| String::new(), |now| now.to_string())
}
