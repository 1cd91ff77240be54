//! What was asked on the command line, or saved, as a request to the index.

use anyhow::Result;

use super::usage;
use crate::cli::arguments::Search;
use crate::cli::{Context, glossary, lexicon};
use crate::corpus::SavedSearch;
use crate::index::{LineOrder, Order, Request};
use crate::model::Locale;
use crate::pipeline::{self, BadSearch, LINE_ORDERS, Opened};

/// All options of a search: those of the command line, and of a saved search where the command line says nothing.
pub(super) fn settled(asked: &Search, saved: Option<SavedSearch>) -> SavedSearch {
    let saved = saved.unwrap_or_default();
    let or = |asked: &Option<String>, saved: Option<String>| asked.clone().or(saved);
    SavedSearch {
        name: saved.name,
        query: if asked.saved.is_some() { saved.query } else { asked.query.join(" ") },
        question: or(&asked.question, saved.question),
        theme: or(&asked.theme, saved.theme),
        stance: or(&asked.stance, saved.stance),
        language: or(&asked.language, saved.language),
        kind: or(&asked.kind, saved.kind),
        channel: or(&asked.channel, saved.channel),
        area: or(&asked.area, saved.area),
        sort: or(&asked.sort, saved.sort),
        like: or(&asked.like, saved.like),
        like_theme: or(&asked.like_theme, saved.like_theme),
        all_copies: asked.all_copies || saved.all_copies,
        no_across: asked.no_across || saved.no_across,
        kwic: asked.kwic || saved.kwic,
        width: asked.width.or(saved.width),
        limit: asked.limit.or(saved.limit),
    }
}

/// The request, without limit and offset, and the order of its lines.
pub(super) fn request(context: &Context, opened: &Opened, search: &SavedSearch) -> Result<(Request, LineOrder)> {
    let made = pipeline::search_request(opened, search).map_err(|bad| match bad {
        BadSearch::Order(order) => {
            let known = orders(context.locale, search.kwic).join(", ");
            usage(context.say_with("search-order", &[("order", order.into()), ("known", known.into())]))
        }
        BadSearch::Like(like) => usage(context.say_with("search-like-how", &[("like", like.into())])),
        BadSearch::LikeTheme(theme) => usage(context.say_with("search-like-theme", &[("theme", theme.into())])),
        BadSearch::NoKeyword => usage(context.say("kwic-words")),
        error @ BadSearch::Store(_) => error.into(),
    });
    let (request, lines) = made?;
    let glossary = request.across.then(|| glossary::of(context, opened));
    Ok((Request { glossary, lexicon: lexicon::of_root(context), ..request }, lines))
}

/// Names of the orders that can be asked for.
fn orders(locale: Locale, of_lines: bool) -> Vec<&'static str> {
    let pick = |en, cy| if locale == Locale::Cy { cy } else { en };
    let mut names: Vec<&str> = Order::NAMES.iter().map(|(_, en, cy)| pick(*en, *cy)).collect();
    if of_lines {
        names.extend(LINE_ORDERS.iter().map(|(_, en, cy)| pick(*en, *cy)));
    }
    names
}
