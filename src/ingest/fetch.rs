//! Collecting from addresses, into `received/fetched/`, a few at a time.
//!
//! A file arrives under another name and takes its own only when it is whole. A second collection asks whether
//! anything changed (ETag, Last-Modified) and moves nothing if not. An earlier version is kept beside the new one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ETAG, HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, RETRY_AFTER};
use reqwest::{Client, StatusCode, Url};
use tokio::io::AsyncWriteExt;

/// Requests under way at once: polite to a small server, quick enough for hundreds of files.
const AT_ONCE: usize = 4;
/// Longest wait for a connection, and between two pieces of a body.
const PATIENCE: Duration = Duration::from_secs(30);
/// Tries for one address when the server is busy or the line breaks.
const TRIES: u32 = 4;
/// Largest body kept.
const LARGEST: u64 = 2 << 30;
/// Longest wait that a server may ask for before the next try.
const LONGEST_WAIT: Duration = Duration::from_secs(120);

/// What to ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The address.
    pub url: String,
    /// ETag of what is here already.
    pub etag: Option<String>,
    /// Last-Modified of what is here already.
    pub last_modified: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// What is here is still right; no body was moved.
    Unchanged,
    /// The body was kept.
    Kept {
        /// Bytes moved.
        bytes: u64,
        /// For asking again.
        etag: Option<String>,
        /// For asking again.
        last_modified: Option<String>,
    },
}

/// Why an address could not be collected.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address itself.
    #[error("`{0}` is no address that can be collected; it must begin with http:// or https://")]
    Address(String),
    /// The server's answer.
    #[error("{url}: the server answered {status} after {tries} tries")]
    Status {
        /// Where.
        url: String,
        /// What.
        status: u16,
        /// How often it was asked.
        tries: u32,
    },
    /// The line.
    #[error("{url}: {what}, {tries} times; try again later")]
    Line {
        /// Where.
        url: String,
        /// What happened, without the address.
        what: String,
        /// How often.
        tries: u32,
    },
    /// Too much.
    #[error("{url}: it is larger than {LARGEST} bytes, and was not kept")]
    TooLarge {
        /// Where.
        url: String,
    },
    /// The disk.
    #[error("{path}: {source}")]
    Disk {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The machinery for asking could not be started.
    #[error("collecting over the network could not start: {0}")]
    Start(String),
}

/// Path below `received/` for an address: `fetched/HOST/NAME`, with a short hash so that two never share one.
pub fn file_of(url: &str) -> String {
    let plain = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '-' }).collect()
    };
    let short = &blake3::hash(url.as_bytes()).to_hex()[..8];
    let parsed = Url::parse(url).ok();
    let host = parsed.as_ref().and_then(Url::host_str).map_or_else(|| "address".to_owned(), plain);
    let last = parsed.as_ref().and_then(|url| url.path_segments()?.next_back()).unwrap_or_default();
    let name = plain(last).trim_start_matches('.').to_owned();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("fetched/{host}/{stem}-{short}.{extension}"),
        None => format!("fetched/{host}/{name}-{short}.txt"),
    }
}

/// Collects addresses into `received`; results are in the order of `wanted`.
///
/// # Errors
/// When nothing could be asked at all. Trouble with one address is that address's own result.
pub fn fetch(received: &Path, wanted: &[Wanted]) -> Result<Vec<Result<Fetched, FetchError>>, FetchError> {
    let start = |error: &dyn std::fmt::Display| FetchError::Start(error.to_string());
    // One provider for the whole process; a second call finds it in place.
    drop(rustls::crypto::ring::default_provider().install_default());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| start(&error))?;
    let client = Client::builder()
        .connect_timeout(PATIENCE)
        .read_timeout(PATIENCE)
        .user_agent(concat!("ymateb/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|error| start(&error))?;
    runtime.block_on(async {
        let slots = Arc::new(tokio::sync::Semaphore::new(AT_ONCE));
        let tasks: Vec<_> = wanted
            .iter()
            .map(|wanted| {
                let (client, slots, wanted) = (client.clone(), Arc::clone(&slots), wanted.clone());
                let received = received.to_owned();
                tokio::spawn(async move {
                    let _slot = slots.acquire_owned().await.map_err(|error| FetchError::Start(error.to_string()))?;
                    one(&client, &received, &wanted).await
                })
            })
            .collect();
        let mut results = Vec::with_capacity(tasks.len());
        for task in tasks {
            results.push(task.await.unwrap_or_else(|error| Err(FetchError::Start(error.to_string()))));
        }
        Ok(results)
    })
}

async fn one(client: &Client, received: &Path, wanted: &Wanted) -> Result<Fetched, FetchError> {
    let url = Url::parse(&wanted.url)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| FetchError::Address(wanted.url.clone()))?;
    let path = received.join(file_of(&wanted.url));
    let mut tries = 0;
    loop {
        tries += 1;
        let mut request = client.get(url.clone());
        if path.is_file() {
            if let Some(etag) = &wanted.etag {
                request = request.header(IF_NONE_MATCH, etag);
            }
            if let Some(date) = &wanted.last_modified {
                request = request.header(IF_MODIFIED_SINCE, date);
            }
        }
        let (wait, error) = match request.send().await {
            Ok(answer) if answer.status() == StatusCode::NOT_MODIFIED => return Ok(Fetched::Unchanged),
            Ok(answer) if answer.status().is_success() => match keep(answer, &path, &wanted.url).await {
                Err(FetchError::Line { url, what, .. }) => (back_off(tries), FetchError::Line { url, what, tries }),
                done => return done,
            },
            Ok(answer) => {
                let status = answer.status();
                let error = FetchError::Status { url: wanted.url.clone(), status: status.as_u16(), tries };
                if !status.is_server_error() && status != StatusCode::TOO_MANY_REQUESTS {
                    return Err(error);
                }
                (asked_wait(answer.headers()).unwrap_or_else(|| back_off(tries)), error)
            }
            Err(error) => (back_off(tries), FetchError::Line { url: wanted.url.clone(), what: plain(&error), tries }),
        };
        if tries == TRIES {
            return Err(error);
        }
        tokio::time::sleep(wait.min(LONGEST_WAIT)).await;
    }
}

async fn keep(mut answer: reqwest::Response, path: &Path, url: &str) -> Result<Fetched, FetchError> {
    let disk = |source| FetchError::Disk { path: path.to_owned(), source };
    let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (etag, last_modified) = (header(ETAG), header(LAST_MODIFIED));
    if let Some(parent) = path.parent() {
        tokio::fs::create_dir_all(parent).await.map_err(disk)?;
    }
    let partial = path.with_extension("partial");
    let mut file = tokio::fs::File::create(&partial).await.map_err(disk)?;
    let mut bytes = 0;
    loop {
        let line = |error: reqwest::Error| FetchError::Line { url: url.to_owned(), what: plain(&error), tries: 1 };
        let Some(piece) = answer.chunk().await.map_err(line)? else { break };
        bytes += piece.len() as u64;
        if bytes > LARGEST {
            drop(tokio::fs::remove_file(&partial).await);
            return Err(FetchError::TooLarge { url: url.to_owned() });
        }
        file.write_all(&piece).await.map_err(disk)?;
    }
    file.sync_all().await.map_err(disk)?;
    keep_earlier(path).map_err(disk)?;
    tokio::fs::rename(&partial, path).await.map_err(disk)?;
    Ok(Fetched::Kept { bytes, etag, last_modified })
}

/// What is about to be replaced stays, hidden, under its hash: originals are never changed.
fn keep_earlier(path: &Path) -> std::io::Result<()> {
    let (Ok(bytes), Some(name)) = (std::fs::read(path), path.file_name()) else { return Ok(()) };
    let short = &blake3::hash(&bytes).to_hex()[..8];
    std::fs::rename(path, path.with_file_name(format!(".{short}-{}", name.to_string_lossy())))
}

fn back_off(tries: u32) -> Duration {
    Duration::from_millis(500) * 2u32.pow(tries.min(8) - 1)
}

fn asked_wait(headers: &HeaderMap) -> Option<Duration> {
    headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}

/// What happened on the line, in plain words; the library's own text may hold the address with its secrets.
fn plain(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        "the server did not answer in time".to_owned()
    } else if error.is_connect() {
        "no connection could be made".to_owned()
    } else if error.is_redirect() {
        "it redirects without end".to_owned()
    } else {
        "the answer broke off".to_owned()
    }
}
