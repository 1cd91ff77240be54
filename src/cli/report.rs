//! `ymateb report`: write the summary of responses, or one language and format of it.

use anyhow::{Result, anyhow};

use super::arguments::Report;
use super::watch::Terminal;
use super::{Context, Outcome, Stopped, put, shown};
use crate::pipeline;

pub(super) fn run(context: &Context, asked: &Report) -> Result<Outcome> {
    if asked.kind != "summary" {
        let args = [("kind", asked.kind.as_str().into())];
        return Err(Stopped::Usage(anyhow!(context.say_with("report-kind", &args))).into());
    }
    if let Some(format) = asked.format.iter().find(|format| !matches!(format.as_str(), "html" | "md")) {
        let args = [("format", format.as_str().into())];
        return Err(Stopped::Usage(anyhow!(context.say_with("report-format", &args))).into());
    }
    let (opened, _lock) = context.open_alone(&asked.name)?;
    let ledger = opened.store.ledger(&asked.name, &opened.settings.consultation.questions)?;
    let mut watch = Terminal::new(context.locale);
    let (paths, _) = pipeline::report(&opened, &ledger, &mut watch)?;
    watch.done();
    let wanted = paths.iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut parts = name.split('.').skip(1);
        let (language, format) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        (asked.language.is_empty() || asked.language.iter().any(|locale| locale.tag() == language))
            && (asked.format.is_empty() || asked.format.iter().any(|wanted| wanted == format))
    });
    let lines: Vec<String> = wanted.map(|path| shown(path)).collect();
    if lines.is_empty() {
        return Err(Stopped::Usage(anyhow!(context.say("report-none"))).into());
    }
    put(&(lines.join("\n") + "\n"))?;
    Ok(Outcome::Done)
}
