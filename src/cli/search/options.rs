//! What was asked on the command line, or saved, as a request to the index.

use anyhow::Result;

use super::usage;
use crate::cli::Context;
use crate::cli::arguments::Search;
use crate::corpus::SavedSearch;
use crate::index::{Like, LineOrder, Order, Request};
use crate::model::Consultation;
use crate::pipeline::Opened;

/// Names of orders of lines, English and Welsh.
const LINE_ORDERS: [(LineOrder, &str, &str); 3] = [
    (LineOrder::Position, "position", "safle"),
    (LineOrder::Left, "left", "chwith"),
    (LineOrder::Right, "right", "de"),
];

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
        kwic: asked.kwic || saved.kwic,
        width: asked.width.or(saved.width),
        limit: asked.limit.or(saved.limit),
    }
}

/// The request, without limit and offset, and the order of its lines.
pub(super) fn request(context: &Context, opened: &Opened, search: &SavedSearch) -> Result<(Request, LineOrder)> {
    let consultation = &opened.settings.consultation;
    let (order, lines) = orders(context, search)?;
    let request = Request {
        query: search.query.clone(),
        question: search.question.clone(),
        theme: search.theme.clone(),
        stance: search.stance.clone(),
        language: search.language.clone(),
        kind: search.kind.clone(),
        kind_names: kind_names(consultation),
        channel: search.channel.clone(),
        area: search.area.as_ref().map(|area| area_in_store(consultation, area)),
        order,
        questions: consultation.questions.iter().map(|question| question.id.clone()).collect(),
        all_copies: search.all_copies,
        like: like(context, opened, search)?,
        ..Request::default()
    };
    if search.kwic && request.like.is_none() && matches!(request.query.trim(), "" | "*") {
        return Err(usage(context.say("kwic-words")));
    }
    Ok((request, lines))
}

fn orders(context: &Context, search: &SavedSearch) -> Result<(Order, LineOrder)> {
    let Some(name) = search.sort.as_deref() else { return Ok((Order::default(), LineOrder::default())) };
    if let Some(order) = Order::named(name) {
        return Ok((order, LineOrder::default()));
    }
    let of_lines = LINE_ORDERS.iter().find(|(_, en, cy)| search.kwic && (name == *en || name == *cy));
    if let Some((lines, ..)) = of_lines {
        return Ok((Order::default(), *lines));
    }
    let is_welsh = context.locale == crate::model::Locale::Cy;
    let mut known: Vec<&str> = Order::NAMES.iter().map(|(_, en, cy)| if is_welsh { *cy } else { *en }).collect();
    if search.kwic {
        known.extend(LINE_ORDERS.iter().map(|(_, en, cy)| if is_welsh { *cy } else { *en }));
    }
    let args = [("order", name.into()), ("known", known.join(", ").into())];
    Err(usage(context.say_with("search-order", &args)))
}

/// What answers should be like, checked against store and frame so that a slip is not an empty result.
fn like(context: &Context, opened: &Opened, search: &SavedSearch) -> Result<Option<Like>> {
    if let Some(theme) = &search.like_theme {
        if opened.frame.theme(theme).is_none() {
            return Err(usage(context.say_with("search-like-theme", &[("theme", theme.as_str().into())])));
        }
        return Ok(Some(Like::Theme(theme.clone())));
    }
    let Some(asked) = &search.like else { return Ok(None) };
    let (response, question) = match asked.split_once('/') {
        Some((response, question)) => (response.trim(), Some(question.trim())),
        None => (asked.trim(), None),
    };
    let is_question = question.is_none_or(|id| id == "whole" || opened.settings.consultation.question(id).is_some());
    if !is_question || opened.store.item(response)?.is_none() {
        return Err(usage(context.say_with("search-like-how", &[("like", asked.as_str().into())])));
    }
    Ok(Some(Like::Answer { response: response.to_owned(), question: question.map(str::to_owned) }))
}

/// Every name of every type of respondent, with its code.
fn kind_names(consultation: &Consultation) -> Vec<(String, String)> {
    let names = consultation.types.iter().flat_map(|kind| {
        let labels = [&kind.label.en, &kind.label.cy].into_iter().chain(&kind.also);
        labels.map(|label| (label.clone(), kind.code.clone()))
    });
    names.collect()
}

/// The English name of an area, which the store keeps, from its name in either language.
fn area_in_store(consultation: &Consultation, area: &str) -> String {
    let known = consultation.areas.iter().find(|known| known.cy.eq_ignore_ascii_case(area));
    known.map_or_else(|| area.to_owned(), |known| known.en.clone())
}
