//! A list that comes page by page: each page and each record's own page is a file, byte for byte as it was served.
//!
//! Names count upward (`page-00001.json`) or are the records' ids, so they are the same on every run, and a walk that
//! was broken off asks again only for what is not here or has changed. Where records are given in full elsewhere, the
//! pages of the list are kept hidden: they say what there is, and are no responses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use reqwest::Url;
use serde_json::Value;
use tokio::task::JoinSet;

use super::Outcome;
use super::ask::{Answer, Asked, Asker};
use super::keep;
use super::names::{Place, pages_of, record_name};
use super::next::{Next, at, filter_value, next, text};
use super::secrets::with_parameters;
use super::trouble::Trouble;
use crate::corpus::settings::collect::{PageKind, Pages};

/// Largest page that is read for its records.
const LARGEST_PAGE: u64 = 64 << 20;

/// Problems with records that are listed one by one before the rest is only counted.
const LISTED: usize = 20;

/// Records that may fail one after the other before the rest is left: one that always fails must not keep the others
/// from coming, and a server that is down must not be asked a hundred thousand times.
const IN_A_ROW: usize = 20;

/// Collects all pages of an address, and all records where they are given in full.
pub(super) async fn walk(asker: &Arc<Asker>, address: &str, home: &Url, pages: &Pages, outcome: &mut Outcome) {
    let folder = pages_of(address);
    let mut list = List { asker, home, pages, folder, ids: BTreeSet::new(), records: BTreeMap::new(), total: None };
    let walked = list.pages(outcome).await;
    if walked.is_whole {
        let shown = if pages.detail.is_some() { 0 } else { walked.pages };
        list.hide_surplus(shown, outcome);
        list.check_total(outcome);
    }
    if pages.detail.is_some() {
        list.details(&walked, outcome).await;
    }
}

struct List<'a> {
    asker: &'a Arc<Asker>,
    home: &'a Url,
    pages: &'a Pages,
    folder: String,
    /// Records met, each once.
    ids: BTreeSet<String>,
    /// Where each is given in full, and what changes when it does.
    records: BTreeMap<String, (Url, Option<String>)>,
    /// Records that the server counts.
    total: Option<u64>,
}

struct Walked {
    pages: u64,
    /// Whether the last page was the end of the list.
    is_whole: bool,
    /// Whether the server will take no more requests for now.
    is_spent: bool,
}

impl List<'_> {
    /// Walks from page to page, and from query to query where the server caps one.
    async fn pages(&mut self, outcome: &mut Outcome) -> Walked {
        let pages = self.pages;
        let mut walked = Walked { pages: 0, is_whole: false, is_spent: false };
        let mut filter: Option<String> = None;
        let mut number = first(pages);
        let mut url = self.url(filter.as_deref(), number);
        let mut count = 0;
        let mut before: Vec<u8> = Vec::new();
        loop {
            let n = walked.pages + 1;
            let place = format!("page {n}");
            if n > pages.most {
                outcome
                    .problem(&place, format!("the list has more than {} pages; raise `most` of `pages`", pages.most));
                return walked;
            }
            let (answer, page) = match self.page(&url, n).await {
                Ok(read) => read,
                Err(what) => {
                    walked.is_spent = what.is_spent;
                    let what = format!("{}; the {} pages before it are kept", what.reason, walked.pages);
                    outcome.problem(&place, what);
                    return walked;
                }
            };
            outcome.note(&answer);
            walked.pages = n;
            let Some(records) = at(&page.json, &pages.records).and_then(Value::as_array) else {
                let what = format!("it has no list of records under `{}`; correct `records` of `pages`", pages.records);
                outcome.problem(&place, what);
                return walked;
            };
            if n == 1 {
                self.total = pages.total.as_deref().and_then(|path| at(&page.json, path)?.as_u64());
            }
            if !records.is_empty() && page.bytes == before {
                outcome.problem(
                    &place,
                    "it is the same as the page before it; correct `pages`, by which pages are asked for".to_owned(),
                );
                drop(keep::hide(&self.asker.received.join(&answer.file)));
                return walked;
            }
            self.meet(records, &url, &place, outcome);
            count += records.len() as u64;
            let next = next(pages, &page.json, answer.next.as_deref(), number, records.len(), &url);
            before = page.bytes;
            if pages.cap.is_some_and(|cap| count >= cap) && !self.is_all_met() {
                match self.go_on(records.last(), filter.as_deref()) {
                    Ok(value) => filter = Some(value),
                    Err(what) => {
                        outcome.problem(&place, what);
                        return walked;
                    }
                }
                (count, number) = (0, first(pages));
                before.clear();
                url = self.url(filter.as_deref(), number);
            } else {
                match next {
                    Next::End => {
                        walked.is_whole = true;
                        return walked;
                    }
                    Next::Number(next) => {
                        number = next;
                        url = self.url(filter.as_deref(), number);
                    }
                    Next::Address(next) => url = self.asker.bare(&next),
                }
            }
            if answer.remaining == Some(0) {
                walked.is_spent = true;
                outcome.problem(&place, "the server takes no more requests for now; run again later".to_owned());
                return walked;
            }
        }
    }

    /// The address of a numbered page of a query.
    fn url(&self, filter: Option<&str>, number: u64) -> Url {
        let pages = self.pages;
        let is_json_api = pages.kind == PageKind::JsonApi;
        let (number_name, size_name) = match pages.kind {
            PageKind::JsonApi => ("page[number]", "page[size]"),
            PageKind::Offset => ("offset", "limit"),
            PageKind::Page | PageKind::NextLink => ("page", "limit"),
        };
        let (number_text, size) = (number.to_string(), pages.size.map(|size| size.to_string()));
        let mut parameters: Vec<(&str, &str)> = Vec::new();
        if let Some(by) = &pages.continue_by {
            if let Some(sort) = &by.sort {
                parameters.push((&by.sort_parameter, sort));
            }
            if let Some(value) = filter {
                parameters.push((&by.parameter, value));
            }
        }
        if let Some(size) = &size {
            parameters.push((pages.size_parameter.as_deref().unwrap_or(size_name), size));
        }
        // A first page is asked for by its number too, but where the server alone says where pages are.
        if pages.kind != PageKind::NextLink && !(is_json_api && number == first(pages)) {
            parameters.push((pages.parameter.as_deref().unwrap_or(number_name), &number_text));
        }
        with_parameters(self.home, parameters.into_iter())
    }

    async fn page(&self, url: &Url, n: u64) -> Result<(Answer, Page), Stopped> {
        let hidden = if self.pages.detail.is_some() { "." } else { "" };
        let place = Place::named(&self.folder, &format!("{hidden}{}", page_name(n)));
        let asked = Asked { url, home: self.home, place: &place, version: None };
        let answer = self
            .asker
            .ask(&asked)
            .await
            .map_err(|trouble| Stopped { is_spent: trouble.is_refusal(), reason: trouble.to_string() })?;
        let stopped = |reason: String| Stopped { reason, is_spent: false };
        if answer.bytes > LARGEST_PAGE {
            return Err(stopped(format!("it is larger than {} MB; ask for fewer records a page", LARGEST_PAGE >> 20)));
        }
        let bytes = tokio::fs::read(self.asker.received.join(&answer.file)).await;
        let bytes = bytes.map_err(|error| stopped(format!("{}: {error}", answer.file)))?;
        // The parser's own words would quote the page.
        let json = serde_json::from_slice(&bytes)
            .map_err(|error| stopped(format!("it is not JSON (line {}, column {})", error.line(), error.column())))?;
        Ok((answer, Page { bytes, json }))
    }

    /// Takes note of a page's records: at the seam of two queries, some are met a second time.
    fn meet(&mut self, records: &[Value], page: &Url, place: &str, outcome: &mut Outcome) {
        for (i, record) in records.iter().enumerate() {
            let Some(id) = at(record, &self.pages.id).and_then(text) else {
                let what = format!("record {} has no id under `{}`; correct `id` of `pages`", i + 1, self.pages.id);
                outcome.problem(place, what);
                continue;
            };
            let Some(detail) = &self.pages.detail else {
                self.ids.insert(id);
                continue;
            };
            let own = at(record, &detail.address).and_then(Value::as_str).and_then(|own| page.join(own).ok());
            match own {
                Some(own) => {
                    let pairs = detail.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                    let own = with_parameters(&self.asker.bare(&own), pairs);
                    let version = detail.unless_same.as_deref().and_then(|path| at(record, path)).and_then(text);
                    self.records.insert(id.clone(), (own, version));
                }
                None => {
                    let what = format!("record {} has no address of its own under `{}`", i + 1, detail.address);
                    outcome.problem(place, what);
                }
            }
            self.ids.insert(id);
        }
    }

    fn is_all_met(&self) -> bool {
        self.total.is_some_and(|total| self.ids.len() as u64 >= total)
    }

    /// The value from which the next query goes on.
    fn go_on(&self, last: Option<&Value>, before: Option<&str>) -> Result<String, String> {
        let cap = self.pages.cap.unwrap_or_default();
        let Some(by) = &self.pages.continue_by else {
            return Err(format!(
                "the server gives no more than {cap} records to one query; say under `continue_by` how to go on"
            ));
        };
        let value = last.and_then(|last| at(last, &by.field)).and_then(text);
        let value = value.and_then(|value| filter_value(&value, by.time)).ok_or_else(|| {
            format!("the last record has nothing under `{}` to go on from; correct `continue_by`", by.field)
        })?;
        if before == Some(value.as_str()) {
            return Err(format!(
                "more than {cap} records have the same `{}`, so the server can't be asked for the rest",
                by.field
            ));
        }
        Ok(value)
    }

    fn check_total(&self, outcome: &mut Outcome) {
        let met = self.ids.len() as u64;
        if let Some(total) = self.total.filter(|total| *total > met) {
            outcome.problem("", format!("the server counts {total} records, and its pages hold {met}; run again"));
        }
    }

    /// Pages of an earlier run behind the last one of this are no longer part of the list.
    fn hide_surplus(&self, shown: u64, outcome: &mut Outcome) {
        let folder = self.asker.received.join(&self.folder);
        let Ok(entries) = std::fs::read_dir(&folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let number = name.strip_prefix("page-").and_then(|rest| rest.strip_suffix(".json")?.parse::<u64>().ok());
            if number.is_some_and(|number| number > shown)
                && let Err(error) = keep::hide(&entry.path())
            {
                outcome.problem("", format!("{}: {error}", entry.path().display()));
            }
        }
    }

    /// Asks for each record that is not here as the list has it, a few at a time.
    async fn details(&self, walked: &Walked, outcome: &mut Outcome) {
        let is_here = |name: &str, version: &Option<String>| {
            let here = self.asker.here(&format!("{}/{name}", self.folder));
            version.is_some() && here.is_some_and(|here| here.version == *version)
        };
        let wanted = self.records.iter().map(|(id, (url, version))| (id, record_name(id), url, version));
        let mut wanted = wanted.filter(|(_, name, _, version)| !is_here(name, version));
        let mut tasks: JoinSet<(String, Result<Answer, Trouble>)> = JoinSet::new();
        let mut is_spent = walked.is_spent;
        let (mut failed, mut in_a_row) = (0, 0);
        loop {
            while !is_spent && tasks.len() < self.asker.collect.at_once {
                let Some((id, name, url, version)) = wanted.next() else { break };
                let (asker, home) = (Arc::clone(self.asker), self.home.clone());
                let (place, id) = (Place::named(&self.folder, &name), id.clone());
                let (url, version) = (url.clone(), version.clone());
                tasks.spawn(async move {
                    let asked = Asked { url: &url, home: &home, place: &place, version: version.as_deref() };
                    let answer = asker.ask(&asked).await;
                    (id, answer)
                });
            }
            let Some(done) = tasks.join_next().await else { break };
            match done {
                Ok((_, Ok(answer))) => {
                    outcome.note(&answer);
                    in_a_row = 0;
                    is_spent |= answer.remaining == Some(0);
                }
                Ok((id, Err(trouble))) => {
                    (failed, in_a_row) = (failed + 1, in_a_row + 1);
                    is_spent |= trouble.is_refusal() || in_a_row >= IN_A_ROW;
                    if failed <= LISTED {
                        outcome.problem(&id, trouble.to_string());
                    }
                }
                Err(error) => outcome.problem("", Trouble::Broken(error.to_string()).to_string()),
            }
        }
        if failed > LISTED {
            outcome.problem("", format!("{} more records could not be collected", failed - LISTED));
        }
        let left = wanted.count();
        if left > 0 {
            let all = self.records.len();
            outcome.problem("", format!(
                "{left} of {all} records are not here yet, and the server takes no more requests for now; run again later"
            ));
        }
        if walked.is_whole {
            self.say_vanished(outcome);
        }
    }

    /// A record that was collected and is in the list no more stays.
    fn say_vanished(&self, outcome: &mut Outcome) {
        let listed: BTreeSet<String> = self.ids.iter().map(|id| record_name(id)).collect();
        let Ok(entries) = std::fs::read_dir(self.asker.received.join(&self.folder)) else { return };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let vanished = names.filter(|name| !name.starts_with('.') && !listed.contains(name)).count();
        if vanished > 0 {
            outcome.remarks.push(format!("{vanished} records collected earlier are no longer listed; they are kept"));
        }
    }
}

struct Page {
    bytes: Vec<u8>,
    json: Value,
}

struct Stopped {
    reason: String,
    is_spent: bool,
}

fn first(pages: &Pages) -> u64 {
    pages.first.unwrap_or(u64::from(pages.kind != PageKind::Offset))
}

fn page_name(n: u64) -> String {
    format!("page-{n:05}.json")
}
