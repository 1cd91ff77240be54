//! Asking for one address until it answers: tries, waits, redirects, and what has changed since the last time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::header::{
    ACCEPT_ENCODING, CONTENT_RANGE, DATE, HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, LINK, LOCATION, RANGE,
    RETRY_AFTER,
};
use reqwest::{Client, Response, StatusCode, Url};
use tokio::sync::{Semaphore, mpsc};
use tokio::time::{Instant, timeout};

use super::keep::{Kept, NotKept, Slot};
use super::names::Place;
use super::policy::{self, Public, Refusal};
use super::secrets::{Sent, shown};
use super::trouble::Trouble;
use crate::corpus::Fetched;
use crate::corpus::settings::Collect;

/// Redirects followed for one address.
pub(super) const MOST_REDIRECTS: usize = 10;
/// Longest wait that a server may ask for before the next try; one that asks for more is left until the next run.
const LONGEST_WAIT: Duration = Duration::from_secs(120);
/// First wait where the server does not say how long; each is twice the one before.
const FIRST_WAIT: Duration = Duration::from_millis(500);

/// Asks for the addresses of one source.
pub(super) struct Asker {
    client: Client,
    pub(super) collect: Collect,
    sent: Sent,
    pub(super) received: PathBuf,
    known: Arc<BTreeMap<String, Fetched>>,
    kept: mpsc::Sender<Fetched>,
    slots: Semaphore,
    /// Servers that did not answer at all or had enough of us: one try for each further address of theirs.
    exhausted: Mutex<BTreeSet<String>>,
}

/// What came of asking.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    /// Where it is, below `received/`.
    pub(super) file: String,
    /// Whether its bytes are new here.
    pub(super) is_new: bool,
    /// Its size.
    pub(super) bytes: u64,
    /// The address of the next page, where a header gives it.
    pub(super) next: Option<String>,
    /// How many more requests the server will take for now, where it says so.
    pub(super) remaining: Option<u64>,
}

/// One request, with what it is to be kept with.
pub(super) struct Asked<'a> {
    pub(super) url: &'a Url,
    /// The address in the settings: its server alone is sent headers and parameters.
    pub(super) home: &'a Url,
    pub(super) place: &'a Place,
    /// Kept with the file.
    pub(super) version: Option<&'a str>,
}

/// A try that did not succeed.
struct Failed {
    trouble: Trouble,
    /// How long to wait before the next; `None` when another would not help.
    again: Option<Wait>,
}

enum Wait {
    BackOff,
    Asked(Duration),
}

impl Asker {
    pub(super) fn new(
        collect: &Collect,
        received: PathBuf,
        known: Arc<BTreeMap<String, Fetched>>,
        kept: mpsc::Sender<Fetched>,
    ) -> Result<Self, Trouble> {
        let sent = Sent::read(collect)?;
        let patience = Duration::from_secs(collect.timeout_s);
        let mut client = Client::builder()
            .connect_timeout(patience)
            .read_timeout(patience)
            .redirect(reqwest::redirect::Policy::none())
            // A proxy would resolve names itself, and the check of what they resolve to would be worth nothing.
            .no_proxy()
            .user_agent(concat!("ymateb/", env!("CARGO_PKG_VERSION")));
        if !collect.allow_private {
            client = client.dns_resolver(Public);
        }
        let client = client.build().map_err(|error| Trouble::Broken(error.without_url().to_string()))?;
        let slots = Semaphore::new(collect.at_once);
        let collect = collect.clone();
        Ok(Asker { client, collect, sent, received, known, kept, slots, exhausted: Mutex::default() })
    }

    /// What is known of a file, if it is still here as it was.
    pub(super) fn here(&self, file: &str) -> Option<&Fetched> {
        let size = std::fs::metadata(self.received.join(file)).ok().filter(std::fs::Metadata::is_file)?.len();
        self.known.get(file).filter(|known| known.hash.is_empty() || known.bytes == size)
    }

    /// An address without what is added to it when it is asked.
    pub(super) fn bare(&self, url: &Url) -> Url {
        self.sent.without_query(url)
    }

    /// Asks until there is an answer, tries are used up, or patience is.
    pub(super) async fn ask(&self, asked: &Asked<'_>) -> Result<Answer, Trouble> {
        let host = asked.url.host_str().unwrap_or_default().to_owned();
        let patience = Duration::from_secs(self.collect.patience_s);
        let mut begun: Option<Instant> = None;
        let mut tries = 0;
        loop {
            tries += 1;
            let slot = self.slots.acquire().await.map_err(|error| Trouble::Broken(error.to_string()))?;
            // Waiting for one's turn is no fault of the server's.
            let begun = *begun.get_or_insert_with(Instant::now);
            let left = patience.saturating_sub(begun.elapsed());
            let failed = match timeout(left, self.once(asked, tries)).await {
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(failed)) => failed,
                Err(_) => Failed { trouble: Trouble::Patience(self.collect.patience_s), again: None },
            };
            drop(slot);
            let most = if self.is_exhausted(&host) { 1 } else { self.collect.tries };
            let wait = match failed.again {
                Some(_) if tries >= most => None,
                Some(Wait::Asked(wait)) => Some(wait),
                Some(Wait::BackOff) => Some(FIRST_WAIT * 2u32.pow(tries.min(8) - 1)),
                None => None,
            };
            let Some(wait) = wait.filter(|wait| begun.elapsed() + *wait < patience) else {
                if failed.trouble.is_of_server() {
                    self.exhausted.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(host);
                }
                return Err(failed.trouble);
            };
            tokio::time::sleep(wait).await;
        }
    }

    fn is_exhausted(&self, host: &str) -> bool {
        self.exhausted.lock().unwrap_or_else(std::sync::PoisonError::into_inner).contains(host)
    }

    async fn once(&self, asked: &Asked<'_>, tries: u32) -> Result<Answer, Failed> {
        let slot = Slot::new(&self.received, asked.place);
        let answer = self.followed(asked, &slot, tries).await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut done = Answer { next: next_link(&headers), remaining: remaining(&headers), ..Answer::default() };
        if done.next.is_some() {
            done.next = done.next.and_then(|next| Some(self.bare(&answer.url().join(&next).ok()?).into()));
        }
        match status {
            StatusCode::NOT_MODIFIED => {
                let Some(known) = asked.place.file().and_then(|file| self.here(&file).cloned()) else {
                    // It says that nothing changed, and was not asked whether anything had.
                    return Err(Failed { trouble: Trouble::Status { status: 304 }, again: None });
                };
                if asked.version.is_some() && known.version.as_deref() != asked.version {
                    self.tell(Fetched { version: asked.version.map(str::to_owned), ..known.clone() }).await?;
                }
                return Ok(Answer { file: known.file, bytes: known.bytes, next: known.next, ..done });
            }
            StatusCode::RANGE_NOT_SATISFIABLE => {
                // All of it may be here already: the line broke after the last byte.
                let whole = slot.begun().filter(|begun| is_length(&headers, begun.bytes));
                if whole.is_none() {
                    slot.clear();
                    let trouble = Trouble::Line { what: "the server does not know the part that is missing", tries };
                    return Err(Failed { trouble, again: Some(Wait::BackOff) });
                }
            }
            _ => {}
        }
        let kept = match status {
            StatusCode::RANGE_NOT_SATISFIABLE => slot.keep_begun(&headers).await,
            _ => slot.keep(answer, &self.sent, self.largest()).await,
        };
        let kept = kept.map_err(|error| self.not_kept(error, &slot, tries))?;
        self.tell(provenance(asked, &kept, status, done.next.clone())).await?;
        Ok(Answer { file: kept.file, is_new: kept.is_new, bytes: kept.bytes, ..done })
    }

    /// Asks, and goes where the server sends us: each hop is checked like the first.
    async fn followed(&self, asked: &Asked<'_>, slot: &Slot<'_>, tries: u32) -> Result<Response, Failed> {
        let is_home = |url: &Url| url.origin() == asked.home.origin();
        let mut url = if is_home(asked.url) { self.sent.with_query(asked.url) } else { asked.url.clone() };
        policy::check(&url, self.collect.allow_private).map_err(fatal)?;
        for _ in 0..=MOST_REDIRECTS {
            let mut request = self.client.get(url.clone()).header(ACCEPT_ENCODING, "identity");
            if is_home(&url) {
                request = request.headers(self.sent.headers.clone());
            }
            request = request.headers(self.conditions(asked, slot));
            let answer = request.send().await.map_err(|error| line(&error, tries))?;
            let status = answer.status();
            match status.as_u16() {
                301 | 302 | 303 | 307 | 308 => {}
                200 | 203 | 204 | 206 | 304 | 416 => return Ok(answer),
                _ => return Err(refused(status, answer.headers(), tries)),
            }
            let to = answer.headers().get(LOCATION).and_then(|to| std::str::from_utf8(to.as_bytes()).ok());
            let next = to.and_then(|to| url.join(to).ok()).ok_or_else(|| fatal(Trouble::Nowhere))?;
            policy::check_hop(&url, &next, self.collect.allow_private).map_err(fatal)?;
            url = next;
        }
        Err(fatal(Trouble::Redirects))
    }

    /// The rest of what broke off, else only what is not here already.
    fn conditions(&self, asked: &Asked<'_>, slot: &Slot<'_>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let mut set = |name, value: &str| {
            if let Ok(value) = value.parse() {
                headers.insert(name, value);
            }
        };
        if let Some(begun) = slot.begun() {
            if let Some(version) = begun.validators.strong() {
                set(RANGE, &format!("bytes={}-", begun.bytes));
                set(IF_RANGE, version);
            }
        } else if let Some(known) = asked.place.file().and_then(|file| self.here(&file)) {
            if let Some(etag) = &known.etag {
                set(IF_NONE_MATCH, etag);
            }
            if let Some(date) = &known.last_modified {
                set(IF_MODIFIED_SINCE, date);
            }
        }
        headers
    }

    fn largest(&self) -> u64 {
        self.collect.largest_mb.saturating_mul(1 << 20)
    }

    fn not_kept(&self, error: NotKept, slot: &Slot<'_>, tries: u32) -> Failed {
        match error {
            NotKept::Broke(error) => line(&error, tries),
            NotKept::Restart => {
                slot.clear();
                let trouble = Trouble::Line { what: "the server sent another part than was asked for", tries };
                Failed { trouble, again: Some(Wait::BackOff) }
            }
            NotKept::TooLarge => fatal(Trouble::TooLarge(self.collect.largest_mb)),
            NotKept::Repeats => fatal(Trouble::Repeats),
            NotKept::Disk(path, source) => fatal(Trouble::Disk { path, source }),
        }
    }

    /// Hands provenance to whoever keeps it.
    async fn tell(&self, mut fetched: Fetched) -> Result<(), Failed> {
        for said in [&mut fetched.etag, &mut fetched.last_modified, &mut fetched.next, &mut fetched.version] {
            said.take_if(|said| self.sent.is_in(said.as_bytes()));
        }
        self.kept.send(fetched).await.map_err(|error| fatal(Trouble::Broken(error.to_string())))
    }
}

fn fatal(trouble: impl Into<Trouble>) -> Failed {
    Failed { trouble: trouble.into(), again: None }
}

fn provenance(asked: &Asked<'_>, kept: &Kept, status: StatusCode, next: Option<String>) -> Fetched {
    Fetched {
        file: kept.file.clone(),
        address: shown(asked.url.as_str()),
        at: String::new(),
        status: status.as_u16(),
        hash: kept.hash.clone(),
        bytes: kept.bytes,
        etag: kept.etag.clone(),
        last_modified: kept.last_modified.clone(),
        next,
        version: asked.version.map(str::to_owned),
    }
}

/// An answer that is no success: busy servers are asked again, as they say or after a wait of ours.
fn refused(status: StatusCode, headers: &HeaderMap, tries: u32) -> Failed {
    let number = status.as_u16();
    if !matches!(number, 202 | 408 | 425 | 429 | 500 | 502..=504 | 506..=599) {
        return fatal(Trouble::Status { status: number });
    }
    match asked_wait(headers) {
        Some(wait) if wait > LONGEST_WAIT => fatal(Trouble::Wait { status: number, wait: wait.as_secs() }),
        Some(wait) => Failed { trouble: Trouble::Busy { status: number, tries }, again: Some(Wait::Asked(wait)) },
        None => Failed { trouble: Trouble::Busy { status: number, tries }, again: Some(Wait::BackOff) },
    }
}

/// `Retry-After`: seconds, or a date, which is held against the server's own clock (RFC 9110, 10.2.3).
fn asked_wait(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = |text: &str| jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok();
    let at = date(text)?;
    let said = headers.get(DATE).and_then(|now| date(now.to_str().ok()?));
    let wait = at.duration_since(said.unwrap_or_else(jiff::Timestamp::now));
    Some(Duration::from_secs(u64::try_from(wait.as_secs()).unwrap_or(0)))
}

fn remaining(headers: &HeaderMap) -> Option<u64> {
    headers.get("x-ratelimit-remaining")?.to_str().ok()?.trim().parse().ok()
}

/// Whether the whole is as long as what is here: `Content-Range: bytes */1234`.
fn is_length(headers: &HeaderMap, bytes: u64) -> bool {
    let range = headers.get(CONTENT_RANGE).and_then(|range| range.to_str().ok());
    range.and_then(|range| range.strip_prefix("bytes */")?.trim().parse().ok()) == Some(bytes)
}

/// The target of the `Link` header with `rel="next"` (RFC 8288).
fn next_link(headers: &HeaderMap) -> Option<String> {
    let links = headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok());
    links.flat_map(targets).find(|(_, relations)| relations.iter().any(|rel| rel == "next")).map(|(target, _)| target)
}

/// Targets of a `Link` header, each with its relations.
fn targets(value: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut rest = value;
    while let Some((target, after)) = rest.split_once('<').and_then(|(_, rest)| rest.split_once('>')) {
        let parameters = after.split('<').next().unwrap_or_default();
        let relations = parameters.split(';').filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().trim_end_matches(',').trim_end().trim_matches('"');
            name.trim().eq_ignore_ascii_case("rel").then(|| value.to_lowercase())
        });
        let relations = relations.flat_map(|value| value.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        found.push((target.to_owned(), relations));
        rest = after;
    }
    found
}

/// What happened on the line, in plain words; the library's own text may hold the address with its secrets.
fn line(error: &reqwest::Error, tries: u32) -> Failed {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(this) = cause {
        if let Some(refusal) = this.downcast_ref::<Refusal>() {
            return fatal(refusal.clone());
        }
        cause = this.source();
    }
    if error.is_builder() {
        return fatal(Refusal::Address);
    }
    let silent = |what| Trouble::Silent { what, tries };
    let trouble = if error.is_timeout() {
        silent("the server did not answer in time")
    } else if error.is_dns() {
        silent("the name of the server could not be looked up")
    } else if error.is_connect() {
        silent("no connection could be made")
    } else {
        Trouble::Line { what: "the answer broke off", tries }
    };
    Failed { trouble, again: Some(Wait::BackOff) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_server_may_ask_for_a_wait_in_seconds_or_until_a_date() {
        let wait = |pairs: &[(&'static str, &str)]| asked_wait(&headers(pairs)).map(|wait| wait.as_secs());
        assert_eq!(wait(&[("retry-after", "7")]), Some(7));
        let date = ("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT");
        assert_eq!(wait(&[date, ("date", "Wed, 21 Oct 2015 07:28:00 GMT")]), Some(30));
        assert_eq!(wait(&[date]), Some(0), "a date that is past is no wait");
        assert_eq!(wait(&[("retry-after", "yfory")]), None);
        assert_eq!(wait(&[]), None);
    }

    #[test]
    fn the_next_page_is_found_in_a_link_header() {
        let next = |value: &str| next_link(&headers(&[("link", value)]));
        let two =
            "<https://a.wales/x?page=1>; rel=\"prev\", <https://a.wales/x?page=3,4>; title=\"a\"; rel=\"next last\"";
        assert_eq!(next(two).as_deref(), Some("https://a.wales/x?page=3,4"));
        assert_eq!(next("</x?page=2>; rel=next").as_deref(), Some("/x?page=2"));
        assert_eq!(next("<a>; rel=\"up\""), None);
        assert_eq!(next("<<<>;;rel=;<"), None);
    }
}
