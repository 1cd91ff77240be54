//! A search as people put or saved it, as a request to the index: for the command line, pages and reports alike.

use crate::corpus::{SavedSearch, StoreError};
use crate::index::{Like, LineOrder, Order, Request};
use crate::model::{CodingFrame, Consultation};

use super::Opened;

/// Names of orders of lines, English and Welsh.
pub const LINE_ORDERS: [(LineOrder, &str, &str); 3] = [
    (LineOrder::Position, "position", "safle"),
    (LineOrder::Left, "left", "chwith"),
    (LineOrder::Right, "right", "de"),
];

/// What a search asks for that there is not.
#[derive(Debug, thiserror::Error)]
pub enum BadSearch {
    /// No order of this name.
    #[error("{0} is no order of hits or lines")]
    Order(String),
    /// No such answer to be like.
    #[error("{0} is no answer; write R-00042 or R-00042/1.6")]
    Like(String),
    /// No such theme to be like.
    #[error("{0} is no theme of the coding frame")]
    LikeTheme(String),
    /// Keywords in context of everything.
    #[error("there is no keyword in everything; write words to look for")]
    NoKeyword,
    /// The store can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The request that a search is, without limit and offset, and the order of its lines. Answers and themes that it should be
/// like are looked up first, so that a slip is no empty result. It goes by the program's own glossary and by no lexicon, until
/// whoever asks gives it others.
///
/// # Errors
/// When it asks for something that there is not, or the store can't be read.
pub fn search_request(opened: &Opened, search: &SavedSearch) -> Result<(Request, LineOrder), BadSearch> {
    let consultation = &opened.settings.consultation;
    let (order, lines) = orders(search)?;
    let request = Request {
        query: search.query.clone(),
        question: search.question.clone(),
        theme: search.theme.clone(),
        stance: search.stance.clone(),
        language: search.language.clone(),
        kind: search.kind.clone(),
        kind_names: kind_names(consultation),
        theme_names: theme_names(&opened.frame),
        across: !search.no_across,
        channel: search.channel.clone(),
        area: search.area.as_ref().map(|area| area_in_store(consultation, area)),
        order,
        questions: consultation.questions.iter().map(|question| question.id.clone()).collect(),
        all_copies: search.all_copies,
        like: like(opened, search)?,
        ..Request::default()
    };
    if search.kwic && request.like.is_none() && matches!(request.query.trim(), "" | "*") {
        return Err(BadSearch::NoKeyword);
    }
    Ok((request, lines))
}

fn orders(search: &SavedSearch) -> Result<(Order, LineOrder), BadSearch> {
    let Some(name) = search.sort.as_deref() else { return Ok((Order::default(), LineOrder::default())) };
    if let Some(order) = Order::named(name) {
        return Ok((order, LineOrder::default()));
    }
    let of_lines = LINE_ORDERS.iter().find(|(_, en, cy)| search.kwic && (name == *en || name == *cy));
    let (lines, ..) = of_lines.ok_or_else(|| BadSearch::Order(name.to_owned()))?;
    Ok((Order::default(), *lines))
}

fn like(opened: &Opened, search: &SavedSearch) -> Result<Option<Like>, BadSearch> {
    if let Some(theme) = &search.like_theme {
        if opened.frame.theme(theme).is_none() {
            return Err(BadSearch::LikeTheme(theme.clone()));
        }
        return Ok(Some(Like::Theme(theme.clone())));
    }
    let Some(asked) = &search.like else { return Ok(None) };
    let (response, question) = match asked.split_once('/') {
        Some((response, question)) => (response.trim(), Some(question.trim())),
        None => (asked.trim(), None),
    };
    // An answer to the whole consultation is no answer to one of its questions.
    let is_question = question.is_none_or(|id| id == "whole" || opened.settings.consultation.question(id).is_some());
    if !is_question || opened.store.item(response)?.is_none() {
        return Err(BadSearch::Like(asked.clone()));
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

/// Both labels of every theme, with its code.
fn theme_names(frame: &CodingFrame) -> Vec<(String, String)> {
    let names = frame.themes.iter().flat_map(|theme| {
        let labels = [&theme.label.en, &theme.label.cy];
        labels.map(|label| (label.clone(), theme.code.clone()))
    });
    names.collect()
}

/// The English name of an area, which the store keeps, from its name in either language.
fn area_in_store(consultation: &Consultation, area: &str) -> String {
    let known = consultation.areas.iter().find(|known| known.cy.to_lowercase() == area.to_lowercase());
    known.map_or_else(|| area.to_owned(), |known| known.en.clone())
}
