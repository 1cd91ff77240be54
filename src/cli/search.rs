//! `ymateb search`: passages in either language, with where they came from and what may be done with them.

mod about;
mod export;
mod kwic;
mod options;
mod page;
mod restricted;

use anyhow::{Result, anyhow};

use super::arguments::Search;
use super::{Context, Outcome, Stopped, put, put_json, reindex, tell};
use crate::corpus::{SavedSearch, SearchesError};
use crate::index;

/// Hits shown when nobody says how many, and lines.
const SHOWN: usize = 10;
const LINES: usize = 50;
/// Characters on either side of a keyword, when nobody says how many.
const WIDTH: usize = 40;

pub(super) fn run(context: &Context, asked: &Search) -> Result<Outcome> {
    if let Some(person) = asked.lead.as_deref().filter(|_| asked.restricted) {
        return restricted::run(context, asked, person);
    }
    let opened = restricted::in_step(context, &asked.name)?;
    let saved = match &asked.saved {
        Some(name) => Some(opened.folder.saved_search(name).map_err(|error| unsaved(context, &opened.folder, error))?),
        None => None,
    };
    let search = options::settled(asked, saved);
    let limit = search.limit.unwrap_or(if search.kwic { LINES } else { SHOWN });
    let offset = match asked.page {
        Some(0) => return Err(usage(context.say("search-page-how"))),
        Some(page) => (page - 1).saturating_mul(limit),
        None => asked.offset,
    };
    let (mut request, lines) = options::request(context, &opened, &search)?;
    (request.limit, request.offset) = (limit, offset);
    let dir = opened.folder.index();
    if let Some(target) = export::target(context, asked)? {
        if search.kwic {
            return Err(usage(context.say("kwic-export")));
        }
        export::run(context, &opened, &search, &request, &target)?;
    } else if search.kwic {
        let width = search.width.unwrap_or(WIDTH);
        let found = reindex::ask(context, &opened, |_| index::concordance(&dir, &request, lines, width))?;
        if asked.json {
            put_json(&found)?;
        } else {
            put(&kwic::page(context, &found, offset, width))?;
        }
    } else {
        let found = reindex::ask(context, &opened, |_| index::search(&dir, &request))?;
        if asked.json {
            put_json(&found)?;
        } else {
            put(&page::page(context, &opened.settings.consultation, &found, offset))?;
        }
    }
    if let Some(name) = &asked.save {
        // Settings of one consultation are written by one process at a time.
        let (opened, _lock) = context.open_alone(&asked.name)?;
        let kept = SavedSearch { name: name.trim().to_owned(), ..search };
        opened.folder.save_search(&kept).map_err(|error| unsaved(context, &opened.folder, error))?;
        let args = [("search", kept.name.as_str().into()), ("name", asked.name.as_str().into())];
        tell(&context.say_with("saved-done", &args));
    }
    Ok(Outcome::Done)
}

pub(super) fn usage(what: String) -> anyhow::Error {
    Stopped::Usage(anyhow!(what)).into()
}

/// What is wrong with saved searches, in the language of messages where a person only mistyped.
pub(super) fn unsaved(context: &Context, folder: &crate::corpus::Folder, error: SearchesError) -> anyhow::Error {
    let name = folder.name();
    match error {
        SearchesError::None(search) => {
            let known = folder.saved_searches().unwrap_or_default();
            let known: Vec<String> = known.iter().map(|search| format!("“{}”", search.name)).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let args = [("search", search.into()), ("known", known.into())];
            usage(context.say_with("saved-none", &args))
        }
        SearchesError::There(search) => {
            usage(context.say_with("saved-there", &[("search", search.into()), ("name", name.into())]))
        }
        SearchesError::Name(_) => usage(context.say("saved-name")),
        error @ SearchesError::Unreadable { .. } => Stopped::Usage(error.into()).into(),
        error @ SearchesError::Disk { .. } => error.into(),
    }
}
