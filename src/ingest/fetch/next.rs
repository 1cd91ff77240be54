//! Where a list goes on after a page, and from which value a new query does.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use reqwest::Url;
use serde_json::Value;

use crate::corpus::settings::collect::{PageKind, Pages, TimeForm};

/// What comes after a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    End,
    /// The page, or the offset, of this number.
    Number(u64),
    Address(Url),
}

/// Where the list goes on. `link` is what a header says, `number` what this page was asked for by, `got` how many records
/// it holds, `here` its own address.
pub(super) fn next(pages: &Pages, page: &Value, link: Option<&str>, number: u64, got: usize, here: &Url) -> Next {
    let path = pages.next.as_deref().unwrap_or("links.next");
    let said = at(page, path);
    let address = link.or_else(|| said.and_then(target)).and_then(|to| here.join(to).ok());
    match (pages.kind, address) {
        (PageKind::NextLink | PageKind::JsonApi, Some(address)) => Next::Address(address),
        (PageKind::NextLink, None) => Next::End,
        // `"next": null` is how JSON:API says that there is none.
        (PageKind::JsonApi, None) if said.is_some() => Next::End,
        (PageKind::JsonApi | PageKind::Page | PageKind::Offset, _) => numbered(pages, page, number, got),
    }
}

fn numbered(pages: &Pages, page: &Value, number: u64, got: usize) -> Next {
    let is_json_api = pages.kind == PageKind::JsonApi;
    let path = |given: &Option<String>, usual: &str| given.clone().or_else(|| is_json_api.then(|| usual.to_owned()));
    let more = path(&pages.more, "meta.hasNextPage").and_then(|path| at(page, &path)?.as_bool());
    let last = path(&pages.last, "meta.totalPages").and_then(|path| at(page, &path)?.as_u64());
    let is_end = match (more, last) {
        _ if got == 0 => true,
        (Some(more), _) => !more,
        (None, Some(last)) if pages.kind != PageKind::Offset => number >= last,
        _ => pages.size.is_some_and(|size| (got as u64) < size),
    };
    let step = if pages.kind == PageKind::Offset { got as u64 } else { 1 };
    if is_end { Next::End } else { Next::Number(number.saturating_add(step)) }
}

/// The address in a link of JSON:API: a string, or an object with `href`.
fn target(link: &Value) -> Option<&str> {
    link.as_str().or_else(|| link.get("href")?.as_str()).filter(|link| !link.is_empty())
}

/// The value at the end of a path such as `meta.totalPages`; the whole when the path is empty.
pub(super) fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    if path.is_empty() {
        return Some(value);
    }
    path.split('.').try_fold(value, |value, step| match value {
        Value::Array(list) => list.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    })
}

/// A text or number as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A field's value as a filter takes it.
pub(super) fn filter_value(value: &str, form: TimeForm) -> Option<String> {
    match form {
        TimeForm::AsIs => Some(value.to_owned()),
        TimeForm::Eastern => eastern(value.parse().ok()?),
    }
}

/// Rules of the clocks of Washington since 2007 (Energy Policy Act of 2005), as POSIX writes them.
const EASTERN: &str = "EST5EDT,M3.2.0,M11.1.0";
/// Winter time: an hour earlier than summer time shows for the same moment.
const STANDARD: &str = "EST5";
/// From here on those rules hold.
const SINCE: i64 = 1_173_571_200;

/// A moment by the clocks of Washington: `2020-08-10 11:58:52`. Where a clock shows the same hour twice in a night, and
/// before today's rules, the earlier reading is taken: records given twice do no harm, records left out would.
fn eastern(moment: Timestamp) -> Option<String> {
    let clock = if moment.as_second() < SINCE { STANDARD } else { EASTERN };
    let zone = TimeZone::posix(clock).ok()?;
    let mut shown = zone.to_datetime(moment);
    if zone.to_ambiguous_timestamp(shown).is_ambiguous() {
        shown =
            TimeZone::posix(STANDARD).ok()?.to_datetime(moment.checked_sub(jiff::SignedDuration::from_hours(1)).ok()?);
    }
    Some(shown.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

#[cfg(test)]
pub(in crate::ingest) mod tests {
    use serde_json::json;

    use super::*;

    fn pages(kind: &str, more: &str) -> Pages {
        toml::from_str(&format!("kind = \"{kind}\"\n{more}")).unwrap()
    }

    fn after(pages: &Pages, page: &Value, number: u64, got: usize) -> Next {
        next(pages, page, None, number, got, &Url::parse("https://a.wales/v4/comments?x=1").unwrap())
    }

    /// Asks every kind of list where it goes on after a page.
    pub(in crate::ingest) fn after_any_kind(page: &Value) {
        for kind in ["page", "offset", "next-link", "json-api"] {
            let records = at(page, "data").and_then(Value::as_array).map_or(0, Vec::len);
            if let Next::Number(number) = after(&pages(kind, "size = 2"), page, u64::MAX - 1, records) {
                assert!(number > 0);
            }
        }
        for record in at(page, "data").and_then(Value::as_array).into_iter().flatten() {
            if let Some(value) = at(record, "attributes.comment").and_then(text) {
                filter_value(&value, TimeForm::Eastern);
            }
        }
    }

    #[test]
    fn the_next_page_is_found_as_each_kind_says() {
        let by_number = pages("page", "size = 2\nlast = \"meta.totalPages\"");
        assert_eq!(after(&by_number, &json!({"meta": {"totalPages": 2}}), 1, 2), Next::Number(2));
        assert_eq!(after(&by_number, &json!({"meta": {"totalPages": 2}}), 2, 2), Next::End);
        assert_eq!(after(&by_number, &json!({}), 7, 2), Next::Number(8), "a full page may have one after it");
        assert_eq!(after(&by_number, &json!({}), 7, 1), Next::End, "a short one has none");
        assert_eq!(after(&by_number, &json!({}), 7, 0), Next::End);
        assert_eq!(after(&pages("offset", "size = 2"), &json!([]), 4, 2), Next::Number(6));
        let api = pages("json-api", "");
        assert_eq!(after(&api, &json!({"meta": {"hasNextPage": true}}), 1, 5), Next::Number(2));
        assert_eq!(after(&api, &json!({"links": {"next": null}}), 1, 5), Next::End);
        let to = Next::Address(Url::parse("https://a.wales/v4/b?p=2").unwrap());
        assert_eq!(after(&api, &json!({"links": {"next": {"href": "b?p=2"}}}), 1, 5), to);
        assert_eq!(after(&pages("next-link", "next = \"next\""), &json!({"next": "/v4/b?p=2"}), 1, 5), to);
        assert_eq!(after(&pages("next-link", ""), &json!({"next": "/v4/b?p=2"}), 1, 5), Next::End);
    }

    #[test]
    fn moments_are_written_by_the_clocks_of_washington() {
        let eastern = |text: &str| filter_value(text, TimeForm::Eastern);
        // The example of the interface's own documentation.
        assert_eq!(eastern("2020-08-10T15:58:52Z").as_deref(), Some("2020-08-10 11:58:52"));
        assert_eq!(eastern("2022-01-10T15:58:52Z").as_deref(), Some("2022-01-10 10:58:52"));
        // On the night when clocks go back, 01:30 comes twice; before 2007 summer time kept other weeks.
        for (moment, earlier) in [
            ("2022-11-06T06:30:00Z", "2022-11-06 00:30:00"),
            ("2022-11-06T05:30:00Z", "2022-11-05 23:30:00"),
            ("2006-03-20T12:00:00Z", "2006-03-20 07:00:00"),
        ] {
            assert_eq!(eastern(moment).as_deref(), Some(earlier));
        }
        assert_eq!(eastern("ddoe"), None);
        assert_eq!(filter_value("ddoe", TimeForm::AsIs).as_deref(), Some("ddoe"));
    }

    #[test]
    fn a_path_leads_to_a_value_or_nowhere() {
        let value = json!({"a": [{"b": "ŵ"}]});
        assert_eq!(at(&value, "a.0.b").and_then(text).as_deref(), Some("ŵ"));
        assert_eq!(at(&value, "a.1.b"), None);
        assert_eq!(at(&value, ""), Some(&value));
    }
}
