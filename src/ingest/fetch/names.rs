//! Names of collected files below `received/`, the same on every run.
//!
//! A file ends in a short hash of its address (`fetched/HOST/NAME-HASH.EXTENSION`), so that no two addresses share one,
//! and so that what is here is found again whatever name and extension the server gave it at first.

use std::path::Path;

use reqwest::Url;
use reqwest::header::{CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Folder, below `received/`.
    pub(super) folder: String,
    /// Name of the file; `None` until a first answer gives it one.
    pub(super) name: Option<String>,
    /// Name of what has not come whole yet. It does not hang on the answer, so that it is found again.
    pub(super) partial: String,
    /// What a first answer's name is made from.
    stem: String,
    mark: String,
}

impl Place {
    /// The place of an address: what was collected from it before, or a name still to be given.
    pub(super) fn of(received: &Path, address: &str) -> Place {
        let (folder, mark) = (folder_of(address), mark_of(address));
        let name = found(&received.join(&folder), &mark, false);
        let stem = last_part(address);
        Place { folder, name, partial: format!(".{mark}.partial"), stem, mark }
    }

    /// A place whose name is known.
    pub(super) fn named(folder: &str, name: &str) -> Place {
        let partial = format!(".{}.partial", name.trim_start_matches('.'));
        let (folder, name) = (folder.to_owned(), Some(name.to_owned()));
        Place { folder, name, partial, stem: String::new(), mark: String::new() }
    }

    /// The file below `received/`, when it has a name.
    pub(super) fn file(&self) -> Option<String> {
        self.name.as_ref().map(|name| format!("{}/{name}", self.folder))
    }

    /// The name for an answer: the one it has, else from what the server says of it.
    pub(super) fn name_for(&self, headers: &HeaderMap) -> String {
        if let Some(name) = &self.name {
            return name.clone();
        }
        let said = disposition(headers).map(|name| plain(&name)).filter(|name| !name.is_empty());
        let (stem, own) = split(said.as_deref().unwrap_or(&self.stem));
        let packed = match header(headers, CONTENT_ENCODING).as_deref() {
            Some("gzip" | "x-gzip") => ".gz",
            _ => "",
        };
        let extension = own.unwrap_or_else(|| extension_of_type(headers));
        format!("{stem}-{}.{extension}{packed}", self.mark)
    }
}

/// Files that hold what was collected from an address, below `received/`, sorted: one, or a folder of pages.
pub fn files_of(received: &Path, address: &str) -> Vec<String> {
    let (folder, mark) = (folder_of(address), mark_of(address));
    let place = received.join(&folder);
    if let Some(name) = found(&place, &mark, false) {
        return vec![format!("{folder}/{name}")];
    }
    let Some(pages) = found(&place, &mark, true) else { return Vec::new() };
    let mut names = visible(&place.join(&pages), false);
    names.sort();
    names.into_iter().map(|name| format!("{folder}/{pages}/{name}")).collect()
}

/// Folder for the pages of an address, below `received/`.
pub(super) fn pages_of(address: &str) -> String {
    let (stem, _) = split(&last_part(address));
    format!("{}/{stem}-{}", folder_of(address), mark_of(address))
}

/// Name of the file of a record that is given in full under its own address.
pub(super) fn record_name(id: &str) -> String {
    let name = plain(id);
    if name == id && id.len() <= LONGEST && !id.starts_with('.') && !id.is_empty() {
        format!("{name}.json")
    } else {
        format!("{}-{}.json", shortened(&name), mark_of(id))
    }
}

/// Longest part of a name that is taken from an address or a server.
const LONGEST: usize = 80;

fn folder_of(address: &str) -> String {
    let url = Url::parse(address).ok();
    let host = url.as_ref().and_then(Url::host_str).map(plain).filter(|host| !host.is_empty());
    format!("fetched/{}", host.as_deref().unwrap_or("address"))
}

fn mark_of(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..8].to_owned()
}

fn last_part(address: &str) -> String {
    let url = Url::parse(address).ok();
    let last = url.as_ref().and_then(|url| url.path_segments()?.rfind(|part| !part.is_empty())).unwrap_or_default();
    plain(last)
}

/// Letters, digits and a few signs that every file system takes; never hidden, never a way out of the folder.
fn plain(text: &str) -> String {
    let signs = text.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '-' });
    signs.collect::<String>().trim_start_matches('.').to_owned()
}

fn shortened(text: &str) -> &str {
    // Only ASCII is left by now.
    text.get(..LONGEST).unwrap_or(text)
}

/// A name's stem and its extension; none for those of programs on the server, which say nothing of what they send.
fn split(name: &str) -> (String, Option<String>) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if (1..=8).contains(&extension.len()) && !stem.is_empty() => {
            let extension = extension.to_lowercase();
            let is_program =
                matches!(extension.as_str(), "php" | "asp" | "aspx" | "jsp" | "do" | "cgi" | "action" | "cfm" | "ashx");
            (shortened(stem).to_owned(), (!is_program).then_some(extension))
        }
        _ => (shortened(name.trim_end_matches('.')).to_owned(), None),
    }
}

fn found(folder: &Path, mark: &str, is_folder: bool) -> Option<String> {
    let ending = format!("-{mark}");
    let mut names = visible(folder, is_folder);
    names.retain(|name| {
        name.find(&ending).is_some_and(|at| {
            matches!(&name[at + ending.len()..], "" | ".gz") || name[at + ending.len()..].starts_with('.')
        })
    });
    names.sort();
    names.into_iter().next()
}

fn visible(folder: &Path, is_folder: bool) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let entries = entries.flatten().filter(|entry| entry.path().is_dir() == is_folder);
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.')).collect()
}

fn header(headers: &HeaderMap, name: reqwest::header::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.trim().to_lowercase())
}

/// The name that a server gives what it sends (RFC 6266): `filename*` before `filename`.
fn disposition(headers: &HeaderMap) -> Option<String> {
    let value = String::from_utf8_lossy(headers.get(CONTENT_DISPOSITION)?.as_bytes()).into_owned();
    let mut plain = None;
    for part in value.split(';').skip(1) {
        let Some((name, value)) = part.split_once('=') else { continue };
        let value = value.trim();
        match name.trim().to_lowercase().as_str() {
            "filename*" => {
                let encoded = value.rsplit('\'').next().unwrap_or_default();
                // Decoded as a parameter of an address would be, but for the plus sign.
                let pair =
                    format!("http://x/?n={}", encoded.replace('+', "%2B").replace('&', "%26").replace('#', "%23"));
                let decoded = Url::parse(&pair).ok().and_then(|url| Some(url.query_pairs().next()?.1.into_owned()));
                if let Some(name) = decoded.filter(|name| !name.is_empty()) {
                    return Some(base(&name));
                }
            }
            "filename" => plain = Some(base(value.trim_matches('"'))),
            _ => {}
        }
    }
    plain
}

fn base(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

fn extension_of_type(headers: &HeaderMap) -> String {
    let said = header(headers, CONTENT_TYPE).unwrap_or_default();
    let kind = said.split(';').next().unwrap_or_default().trim();
    let extension = match kind {
        "text/html" | "application/xhtml+xml" => "html",
        "text/csv" | "application/csv" => "csv",
        "text/tab-separated-values" => "tsv",
        "text/markdown" => "md",
        "application/x-ndjson" | "application/jsonl" | "application/x-jsonlines" => "jsonl",
        "application/pdf" => "pdf",
        "application/rtf" | "text/rtf" => "rtf",
        "application/msword" => "doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.oasis.opendocument.text" => "odt",
        "application/vnd.ms-excel" => "xls",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.ms-excel.sheet.binary.macroenabled.12" => "xlsb",
        "application/vnd.oasis.opendocument.spreadsheet" => "ods",
        "message/rfc822" => "eml",
        "application/mbox" => "mbox",
        "application/vnd.ms-outlook" => "msg",
        "application/zip" | "application/x-zip-compressed" => "zip",
        "application/gzip" | "application/x-gzip" => "gz",
        "application/xml" | "text/xml" => "xml",
        "application/octet-stream" => "bin",
        kind if kind == "application/json" || kind.ends_with("+json") => "json",
        _ => "txt",
    };
    extension.to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(address: &str, headers: &[(&str, &str)]) -> String {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), reqwest::header::HeaderValue::from_str(value).unwrap()))
            .collect::<HeaderMap>();
        Place::of(Path::new("/nowhere"), address).name_for(&headers)
    }

    #[test]
    fn a_name_comes_from_the_server_else_from_the_address_and_an_extension_from_the_type() {
        let starts = |name: String, start: &str, end: &str| {
            assert!(name.starts_with(start) && name.ends_with(end), "{name}");
        };
        starts(named("https://a.wales/export.CSV", &[]), "export-", ".csv");
        starts(
            named("https://a.wales/ymgynghoriad/", &[("content-type", "text/html; charset=utf-8")]),
            "ymgynghoriad-",
            ".html",
        );
        starts(named("https://a.wales/get.php?id=1", &[("content-type", "application/pdf")]), "get-", ".pdf");
        starts(named("https://a.wales/", &[]), "-", ".txt");
        let attachment = "attachment; filename=\"old.doc\"; filename*=UTF-8''Llythyr%20T%C5%B7.docx";
        starts(named("https://a.wales/d?i=2", &[("content-disposition", attachment)]), "Llythyr-T--", ".docx");
        starts(
            named("https://a.wales/d?i=3", &[("content-disposition", "attachment; filename=..\\..\\.x.csv")]),
            "x-",
            ".csv",
        );
        starts(
            named("https://a.wales/v4/comments", &[("content-type", "application/vnd.api+json")]),
            "comments-",
            ".json",
        );
        starts(named("https://a.wales/a.csv", &[("content-encoding", "gzip")]), "a-", ".csv.gz");
    }

    #[test]
    fn what_was_collected_is_found_again_whatever_it_was_named() {
        let folder = tempfile::TempDir::new().unwrap();
        let address = "https://a.wales/d?i=2";
        let place = Place::of(folder.path(), address);
        assert_eq!(place.file(), None);
        assert!(files_of(folder.path(), address).is_empty());
        let there = folder.path().join(&place.folder);
        std::fs::create_dir_all(&there).unwrap();
        let name = format!("Llythyr-{}.docx", mark_of(address));
        std::fs::write(there.join(&name), "x").unwrap();
        std::fs::write(there.join(format!(".{name}")), "x").unwrap();
        let file = format!("fetched/a.wales/{name}");
        assert_eq!(Place::of(folder.path(), address).file().as_deref(), Some(file.as_str()));
        assert_eq!(files_of(folder.path(), address), [file]);
    }

    proptest! {
        #[test]
        fn no_address_and_no_server_can_name_a_file_out_of_its_folder(address in "\\PC*", said in "[ -~]*", id in "\\PC*") {
            let mut headers = HeaderMap::new();
            if let Ok(value) = reqwest::header::HeaderValue::from_str(&format!("attachment; filename={said}")) {
                headers.insert(CONTENT_DISPOSITION, value);
            }
            let place = Place::of(Path::new("/nowhere"), &address);
            for name in [place.name_for(&headers), record_name(&id)] {
                prop_assert!(!name.starts_with('.') && !name.contains(['/', '\\']) && name.len() < 120, "{}", name);
            }
            prop_assert!(place.folder.starts_with("fetched/") && !place.folder.contains(".."), "{}", place.folder);
        }
    }
}
