//! Keeping an answer: a file arrives under a hidden name and takes its own only when it is whole.
//!
//! What broke off stays, with the server's mark of the version it is part of (ETag, Last-Modified) beside it, and is
//! gone on with. What is about to be replaced stays, hidden, under its hash: originals are never changed.

use std::io;
use std::path::{Path, PathBuf};

use reqwest::header::{CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, LAST_MODIFIED};
use reqwest::{Response, StatusCode};
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt;

use super::names::Place;
use super::secrets::Sent;

/// A body that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// Below `received/`.
    pub(super) file: String,
    pub(super) hash: String,
    pub(super) bytes: u64,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
    /// Whether the bytes differ from what was there.
    pub(super) is_new: bool,
}

/// Why a body was not kept.
#[derive(Debug)]
pub(super) enum NotKept {
    /// The line broke, or the server was silent for too long.
    Broke(reqwest::Error),
    /// What the server gives is no part of what is here; it has to be asked for from the start.
    Restart,
    TooLarge,
    /// The answer repeats a secret.
    Repeats,
    Disk(PathBuf, io::Error),
}

/// What is known of a body that broke off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Validators {
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

impl Validators {
    fn of(headers: &HeaderMap) -> Self {
        let get = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::to_owned);
        Validators { etag: get(ETAG), last_modified: get(LAST_MODIFIED) }
    }

    /// What may stand in `If-Range`: a strong ETag, else the date (RFC 9110, 13.1.5).
    pub(super) fn strong(&self) -> Option<&str> {
        match &self.etag {
            Some(etag) => Some(etag.as_str()).filter(|etag| !etag.starts_with("W/")),
            None => self.last_modified.as_deref(),
        }
    }
}

/// A body on its way to its place below `received`.
pub(super) struct Slot<'a> {
    received: &'a Path,
    place: &'a Place,
    partial: PathBuf,
    validators: PathBuf,
}

/// A file that broke off: how much of it is here, and of which version.
pub(super) struct Begun {
    pub(super) bytes: u64,
    pub(super) validators: Validators,
}

impl<'a> Slot<'a> {
    pub(super) fn new(received: &'a Path, place: &'a Place) -> Self {
        let partial = received.join(&place.folder).join(&place.partial);
        let validators = partial.with_extension("validators");
        Slot { received, place, partial, validators }
    }

    /// What is here of a body that broke off, if it can be gone on with.
    pub(super) fn begun(&self) -> Option<Begun> {
        let bytes = std::fs::metadata(&self.partial).ok()?.len();
        let text = std::fs::read(&self.validators).ok()?;
        let validators: Validators = serde_json::from_slice(&text).ok()?;
        (bytes > 0 && validators.strong().is_some()).then_some(Begun { bytes, validators })
    }

    /// Forgets what broke off.
    pub(super) fn clear(&self) {
        // A file that is not there is as good as taken away; one that stays is written over.
        drop(std::fs::remove_file(&self.validators));
        drop(std::fs::remove_file(&self.partial));
    }

    /// Takes the body of an answer in, and gives it its name.
    pub(super) async fn keep(&self, mut answer: Response, sent: &Sent, largest: u64) -> Result<Kept, NotKept> {
        let found = Validators::of(answer.headers());
        let begun = self.begun();
        let have = match (answer.status(), begun) {
            (StatusCode::PARTIAL_CONTENT, Some(begun)) if continues(answer.headers(), &begun) => begun.bytes,
            (StatusCode::PARTIAL_CONTENT, _) => return Err(NotKept::Restart),
            _ => 0,
        };
        if answer.content_length().is_some_and(|length| length.saturating_add(have) > largest) {
            self.clear();
            return Err(NotKept::TooLarge);
        }
        let name = self.place.name_for(answer.headers());
        let mut incoming = self.open(have, &found).await?;
        let mut seam = Vec::new();
        loop {
            let piece = match answer.chunk().await {
                Ok(Some(piece)) => piece,
                Ok(None) => break,
                Err(error) => {
                    incoming.file.flush().await.map_err(|source| self.disk(source))?;
                    incoming.file.sync_all().await.map_err(|source| self.disk(source))?;
                    return Err(NotKept::Broke(error));
                }
            };
            if incoming.bytes + piece.len() as u64 > largest {
                self.clear();
                return Err(NotKept::TooLarge);
            }
            if sent.longest() > 0 {
                seam.extend_from_slice(&piece);
                if sent.is_in(&seam) {
                    self.clear();
                    return Err(NotKept::Repeats);
                }
                seam.drain(..seam.len().saturating_sub(sent.longest()));
            }
            incoming.hasher.update(&piece);
            incoming.bytes += piece.len() as u64;
            incoming.file.write_all(&piece).await.map_err(|source| self.disk(source))?;
        }
        incoming.file.flush().await.map_err(|source| self.disk(source))?;
        incoming.file.sync_all().await.map_err(|source| self.disk(source))?;
        self.settle(&name, incoming.hasher, incoming.bytes, found).await
    }

    /// Gives what is here its name: the server says that it is the whole.
    pub(super) async fn keep_begun(&self, headers: &HeaderMap) -> Result<Kept, NotKept> {
        let begun = self.begun().ok_or(NotKept::Restart)?;
        let hasher = hashed_apart(&self.partial).await.map_err(|source| self.disk(source))?;
        self.settle(&self.place.name_for(headers), hasher, begun.bytes, begun.validators).await
    }

    async fn open(&self, have: u64, found: &Validators) -> Result<Incoming, NotKept> {
        let failed = |source| self.disk(source);
        if have > 0 {
            let hasher = hashed_apart(&self.partial).await.map_err(failed)?;
            let file = tokio::fs::OpenOptions::new().append(true).open(&self.partial).await.map_err(failed)?;
            return Ok(Incoming { file, hasher, bytes: have });
        }
        if let Some(folder) = self.partial.parent() {
            tokio::fs::create_dir_all(folder).await.map_err(failed)?;
        }
        self.clear();
        let file = tokio::fs::File::create(&self.partial).await.map_err(failed)?;
        if found.strong().is_some() {
            let text = serde_json::to_vec(found).unwrap_or_default();
            tokio::fs::write(&self.validators, text).await.map_err(failed)?;
        }
        Ok(Incoming { file, hasher: blake3::Hasher::new(), bytes: 0 })
    }

    async fn settle(&self, name: &str, hasher: blake3::Hasher, bytes: u64, found: Validators) -> Result<Kept, NotKept> {
        let hash = hasher.finalize().to_hex().to_string();
        let path = self.received.join(&self.place.folder).join(name);
        let there = match hashed_apart(&path).await {
            Ok(there) => Some(there.finalize().to_hex().to_string()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(NotKept::Disk(path, error)),
        };
        let is_new = there.as_ref() != Some(&hash);
        let settle = || {
            if let Some(there) = &there {
                keep_earlier(&path, there)?;
            }
            std::fs::rename(&self.partial, &path)?;
            sync_folder(&path)
        };
        let settled = if is_new { settle() } else { Ok(()) };
        settled.map_err(|source| NotKept::Disk(path, source))?;
        self.clear();
        let file = format!("{}/{name}", self.place.folder);
        Ok(Kept { file, hash, bytes, etag: found.etag, last_modified: found.last_modified, is_new })
    }

    fn disk(&self, source: io::Error) -> NotKept {
        NotKept::Disk(self.partial.clone(), source)
    }
}

struct Incoming {
    file: tokio::fs::File,
    hasher: blake3::Hasher,
    bytes: u64,
}

/// Whether an answer to a request for the rest is the rest of what is here, of the same version.
fn continues(headers: &HeaderMap, begun: &Begun) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let start =
        text(CONTENT_RANGE).and_then(|range| range.strip_prefix("bytes ")?.split_once('-')?.0.parse::<u64>().ok());
    let is_several = text(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("multipart/byteranges"));
    let found = Validators::of(headers);
    let is_same = found.etag.is_none() || found.etag == begun.validators.etag;
    start == Some(begun.bytes) && !is_several && is_same
}

/// What is about to be replaced stays, hidden, under its hash.
fn keep_earlier(path: &Path, hash: &str) -> io::Result<()> {
    let Some(name) = path.file_name() else { return Ok(()) };
    let earlier = path.with_file_name(format!(".{}-{}", &hash[..8], name.to_string_lossy()));
    // A second name first, so that there is no moment without a file; where the disk knows none, it is moved.
    if earlier.exists() || std::fs::hard_link(path, &earlier).is_ok() {
        return Ok(());
    }
    std::fs::rename(path, earlier)
}

/// Takes a file out of sight: it stays, hidden, under its hash.
pub(super) fn hide(path: &Path) -> io::Result<()> {
    keep_earlier(path, hashed(path)?.finalize().to_hex().as_str())?;
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Hashes a file while others of its size are still on the line: they must not wait for it.
async fn hashed_apart(path: &Path) -> io::Result<blake3::Hasher> {
    let path = path.to_owned();
    tokio::task::spawn_blocking(move || hashed(&path)).await.map_err(io::Error::other)?
}

fn hashed(path: &Path) -> io::Result<blake3::Hasher> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(std::fs::File::open(path)?)?;
    Ok(hasher)
}

/// A name is on the disk only when its folder is.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| std::fs::File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
