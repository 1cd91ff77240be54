//! Lists that come page by page.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::server::{Reply, Request, Server, head, tagged};
use super::{QUICK, collected, collecting, ingest, problems};

/// A docket as regulations.gov serves it: comments sorted by their last change, three of which share each second; no
/// more than `cap` of them to a query.
#[derive(Clone, Copy)]
struct Docket {
    comments: usize,
    cap: usize,
    /// One that was changed a day after all others.
    touched: Option<usize>,
}

impl Docket {
    fn id(i: usize) -> String {
        format!("TEST-2023-0001-{i:05}")
    }

    /// Seconds after the start of summer time's first of August, in UTC.
    fn changed(self, i: usize) -> jiff::Timestamp {
        "2023-08-01T03:00:00Z".parse::<jiff::Timestamp>().unwrap()
            + jiff::SignedDuration::from_secs(if self.touched == Some(i) { 86_400 } else { i as i64 / 3 })
    }

    fn list(self, request: &Request, address: &str) -> Reply {
        let number = |name: &str| request.parameter(name).unwrap().parse::<usize>().unwrap();
        let (page, size) = (number("page[number]"), number("page[size]"));
        assert_eq!(request.parameter("sort").as_deref(), Some("lastModifiedDate,documentId"));
        let from = request.parameter("filter[lastModifiedDate][ge]").map(|text| {
            let washington: jiff::civil::DateTime = text.replace(' ', "T").parse().unwrap();
            washington.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(-4))).unwrap().timestamp()
        });
        let mut found: Vec<usize> =
            (0..self.comments).filter(|i| from.is_none_or(|from| self.changed(*i) >= from)).collect();
        found.sort_by_key(|i| (self.changed(*i), *i));
        let given = &found[..found.len().min(self.cap)];
        if (page - 1) * size >= self.cap {
            return head("400 Bad Request", "page number out of range");
        }
        let on_page: Vec<Value> =
            given.iter().skip((page - 1) * size).take(size).map(|i| self.listed(*i, address)).collect();
        let more = page * size < given.len();
        let meta = json!({"hasNextPage": more, "totalElements": found.len(), "totalPages": given.len().div_ceil(size)});
        tagged(request, json!({"data": on_page, "meta": meta}).to_string())
    }

    fn listed(self, i: usize, address: &str) -> Value {
        let id = Self::id(i);
        let link = format!("{address}/v4/comments/{id}");
        json!({"id": id, "type": "comments", "links": {"self": link},
            "attributes": {"lastModifiedDate": self.changed(i).to_string(), "title": "Sylw gan rywun 🙂"}})
    }
}

fn ids(pages: &[(String, Vec<u8>)]) -> Vec<String> {
    let records = pages.iter().flat_map(|(_, bytes)| {
        let page: Value = serde_json::from_slice(bytes).unwrap();
        page["data"].as_array().unwrap().clone()
    });
    records.map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

/// Paging of regulations.gov, but for records in full.
const BY_DATE: &str = r#"
[source.collect.pages]
kind = "page"
size = 250
size_parameter = "page[size]"
parameter = "page[number]"
more = "meta.hasNextPage"
total = "meta.totalElements"
cap = 5000
[source.collect.pages.continue_by]
field = "attributes.lastModifiedDate"
parameter = "filter[lastModifiedDate][ge]"
sort = "lastModifiedDate,documentId"
time = "eastern"
"#;

#[test]
fn a_list_longer_than_the_server_gives_to_one_query_is_collected_whole() {
    let docket = Docket { comments: 5250, cap: 5000, touched: None };
    let server = Server::start(move |request| docket.list(request, ""));
    let at = format!("{}/v4/comments?filter[commentOnId]=09000064", server.address);
    let project = collecting(std::slice::from_ref(&at), &format!("{QUICK}{BY_DATE}"));
    let done = ingest(&project);
    assert_eq!(problems(&project, &at), "", "{}", String::from_utf8_lossy(&done.stderr));
    let pages = collected(&project);
    let found: BTreeSet<String> = ids(&pages).into_iter().collect();
    assert_eq!(found, (0..5250).map(Docket::id).collect());
    assert_eq!(pages.len(), 22, "20 pages, and two of the query that goes on from the last date");
    assert!(pages[0].0.ends_with("/page-00001.json"));
    server.since();
    ingest(&project);
    assert_eq!(server.since(), (22, 0), "a second collection moves no body");
    assert_eq!(collected(&project), pages);
}

#[test]
fn each_record_is_collected_in_full_once_and_again_when_the_list_says_that_it_changed() {
    const DETAILED: &str = "\n[source.collect.pages.detail]\nquery = { include = \"attachments\" }\nunless_same = \"attributes.lastModifiedDate\"\n";
    let docket = Arc::new(Mutex::new(Docket { comments: 50, cap: 20, touched: None }));
    let served = Arc::clone(&docket);
    let own = Arc::new(Mutex::new(String::new()));
    let address = Arc::clone(&own);
    let server = Server::start(move |request| match request.path.split_once("/v4/comments/") {
        Some((_, rest)) => {
            assert_eq!(request.parameter("include").as_deref(), Some("attachments"));
            let id = rest.split('?').next().unwrap();
            head(
                "200 OK\r\nX-RateLimit-Remaining: 900",
                format!("{{\"data\": {{\"id\": \"{id}\", \"comment\": \"Rwy'n cytuno\"}}}}"),
            )
        }
        None => served.lock().unwrap().list(request, &address.lock().unwrap()),
    });
    own.lock().unwrap().clone_from(&server.address);
    let at = format!("{}/v4/comments?filter[commentOnId]=09", server.address);
    let pages = BY_DATE.replace("250", "5").replace("5000", "20");
    let project = collecting(std::slice::from_ref(&at), &format!("{QUICK}{pages}{DETAILED}"));
    let done = ingest(&project);
    assert_eq!(problems(&project, &at), "", "{}", String::from_utf8_lossy(&done.stderr));
    let records = collected(&project);
    assert_eq!(records.len(), 50, "each record once, though queries overlap; and pages of the list are no responses");
    assert!(records[7].0.ends_with("/TEST-2023-0001-00007.json"), "{}", records[7].0);
    assert!(String::from_utf8_lossy(&records[7].1).contains("Rwy'n cytuno"));
    server.since();
    ingest(&project);
    let (requests, moved) = server.since();
    assert!(
        requests < 20 && moved == 0,
        "only pages of the list are asked for, and none is moved: {requests}, {moved}"
    );
    assert_eq!(collected(&project), records);
    docket.lock().unwrap().touched = Some(7);
    ingest(&project);
    let asked = server.asked().into_iter().filter(|request| request.path.contains("/v4/comments/"));
    let asked: Vec<String> = asked.map(|request| request.path).collect();
    assert_eq!(asked, ["/v4/comments/TEST-2023-0001-00007?include=attachments"]);
}

#[test]
fn the_interface_of_regulations_gov_needs_nothing_but_its_name_and_a_key() {
    let docket = Docket { comments: 3, cap: 5000, touched: None };
    let own = Arc::new(Mutex::new(String::new()));
    let address = Arc::clone(&own);
    let server = Server::start(move |request| {
        assert_eq!(request.header("x-api-key"), Some("allwedd-0123456789"));
        match request.path.split_once("/v4/comments/") {
            Some((_, rest)) => tagged(request, format!("{{\"path\": \"{rest}\"}}")),
            None => docket.list(request, &address.lock().unwrap()),
        }
    });
    own.lock().unwrap().clone_from(&server.address);
    let at = format!("{}/v4/comments?filter[commentOnId]=09", server.address);
    let project = collecting(&[at], &format!("{QUICK}api = \"regulations.gov\"\n"));
    let done = project.command(&["ingest", "c"]).env("REGULATIONS_GOV_KEY", "allwedd-0123456789").output().unwrap();
    let records = collected(&project);
    assert_eq!(records.len(), 3, "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(records[1].1, b"{\"path\": \"TEST-2023-0001-00001?include=attachments\"}");
}

#[test]
fn a_server_that_takes_no_more_requests_is_left_until_the_next_run() {
    let docket = Docket { comments: 30, cap: 5000, touched: None };
    let own = Arc::new(Mutex::new(String::new()));
    let (address, allowed) = (Arc::clone(&own), Arc::new(Mutex::new(13)));
    let server = Server::start(move |request| {
        let mut allowed = allowed.lock().unwrap();
        if *allowed == 0 {
            *allowed = 40;
            return head("429 Too Many Requests\r\nRetry-After: 3600", "");
        }
        *allowed -= 1;
        match request.path.split_once("/v4/comments/") {
            Some((_, rest)) => tagged(request, format!("\"{rest}\"")),
            None => docket.list(request, &address.lock().unwrap()),
        }
    });
    own.lock().unwrap().clone_from(&server.address);
    let at = format!("{}/v4/comments?x=1", server.address);
    let pages = BY_DATE.replace("size = 250", "size = 10");
    let detail = "\n[source.collect.pages.detail]\nunless_same = \"attributes.lastModifiedDate\"\n";
    let project = collecting(std::slice::from_ref(&at), &format!("{QUICK}at_once = 1\n{pages}{detail}"));
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(problems(&project, &at).contains("19 of 30 records are not here yet,"), "{}", problems(&project, &at));
    assert_eq!(collected(&project).len(), 10);
    assert_eq!(ingest(&project).status.code(), Some(0));
    assert_eq!(collected(&project).len(), 30, "and goes on where it was");
}

#[test]
fn a_record_that_always_fails_keeps_no_other_from_coming() {
    let docket = Docket { comments: 12, cap: 5000, touched: None };
    let own = Arc::new(Mutex::new(String::new()));
    let address = Arc::clone(&own);
    let server = Server::start(move |request| match request.path.split_once("/v4/comments/") {
        Some((_, rest)) if rest.ends_with("00003") => head("500 Trouble", ""),
        Some((_, rest)) if rest.ends_with("00005") => {
            Reply::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec())
        }
        Some((_, rest)) if rest.ends_with("00007") => Reply::Silence,
        Some((_, rest)) => tagged(request, format!("\"{rest}\"")),
        None => docket.list(request, &address.lock().unwrap()),
    });
    own.lock().unwrap().clone_from(&server.address);
    let at = format!("{}/v4/comments?x=1", server.address);
    let project = collecting(std::slice::from_ref(&at), &format!("{QUICK}{BY_DATE}\n[source.collect.pages.detail]\n"));
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert_eq!(collected(&project).len(), 9);
    let said = problems(&project, &at);
    for (id, what) in [(3, "500"), (5, "broke off"), (7, "did not answer in time")] {
        assert!(said.contains(&Docket::id(id)) && said.contains(what), "{said}");
    }
}

#[test]
fn pages_are_followed_by_links_and_by_offsets_and_a_list_that_shrank_loses_its_last_page() {
    let count = Arc::new(Mutex::new(5usize));
    let records = Arc::clone(&count);
    let server = Server::start(move |request| {
        let from: usize = request.parameter("offset").map_or(0, |offset| offset.parse().unwrap());
        let all: Vec<Value> = (0..*records.lock().unwrap()).map(|i| json!({"id": i})).collect();
        let page: Vec<Value> = all.iter().skip(from).take(2).cloned().collect();
        let body = json!({"data": page}).to_string();
        if request.path.starts_with("/links") && from + 2 < all.len() {
            let link = format!("</links?offset={}>; rel=\"next\"", from + 2);
            let etag = format!("ETag: \"{}\"\r\nLink: {link}", body.len() * 1000 + from + 100 * all.len());
            let known = request.header("if-none-match").is_some_and(|known| etag.contains(known));
            // RFC 9110 asks no server to send `Link` with a 304.
            return if known { head("304 Not Modified", "") } else { head(&format!("200 OK\r\n{etag}"), body) };
        }
        tagged(request, body)
    });
    for (path, pages) in
        [("/links", "kind = \"next-link\""), ("/offsets", "kind = \"offset\"\nsize = 2\nsize_parameter = \"limit\"")]
    {
        *count.lock().unwrap() = 5;
        let at = format!("{}{path}", server.address);
        let project = collecting(std::slice::from_ref(&at), &format!("{QUICK}[source.collect.pages]\n{pages}\n"));
        ingest(&project);
        assert_eq!(problems(&project, &at), "");
        let first = collected(&project);
        assert_eq!(first.len(), 3, "{path}");
        server.since();
        ingest(&project);
        assert_eq!(server.since(), (3, 0), "{path}: a second collection moves no body");
        *count.lock().unwrap() = 3;
        ingest(&project);
        assert_eq!(collected(&project).len(), 2, "{path}");
    }
}

#[test]
fn a_list_that_makes_no_sense_is_said_and_what_came_is_kept() {
    let server = Server::start(|request| match request.path.split('?').next().unwrap() {
        "/same" => tagged(request, "{\"data\": [{\"id\": 1}, {\"id\": 2}]}"),
        "/html" => tagged(request, "<html>Mewngofnodwch</html>"),
        "/other" => tagged(request, "{\"results\": []}"),
        "/capped" => {
            tagged(request, format!("{{\"data\": [{{\"id\": {}, \"d\": \"x\"}}], \"page\": 1}}", request.path.len()))
        }
        _ => tagged(request, "{\"data\": [{\"id\": 1}], \"meta\": {\"n\": 7}}"),
    });
    let at = |path: &str| format!("{}{path}", server.address);
    let urls = ["/same", "/html", "/other", "/fewer"].map(at);
    let pages = "[source.collect.pages]\nkind = \"page\"\nsize = 2\ntotal = \"meta.n\"\n";
    let project = collecting(&urls, &format!("{QUICK}{pages}"));
    assert_eq!(ingest(&project).status.code(), Some(1));
    for (url, what) in urls.iter().zip([
        "the same as the page before it",
        "it is not JSON",
        "no list of records under `data`",
        "the server counts 7 records, and its pages hold 1",
    ]) {
        assert!(problems(&project, url).contains(what), "{url}: {}", problems(&project, url));
    }
    assert!(!problems(&project, &urls[1]).contains("Mewngofnodwch"));
    let pages =
        "[source.collect.pages]\nkind = \"page\"\ncap = 1\ncontinue_by = { field = \"d\", parameter = \"from\" }\n";
    let project = collecting(&[at("/capped")], &format!("{QUICK}{pages}"));
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(problems(&project, &at("/capped")).contains("more than 1 records have the same `d`"));
}
