//! `[source.collect]`: how the addresses of a source are asked, and how a list in pages goes on.
//!
//! ```toml
//! [[source]]
//! urls = ["https://api.regulations.gov/v4/comments?filter[commentOnId]=09000064846eebaf"]
//! channel = "form"
//! [source.collect]
//! api = "regulations.gov"                              # headers and pages as that interface has them
//!
//! [[source]]
//! urls = ["https://engagement.example.wales/api/answers"]
//! channel = "form"
//! [source.collect]
//! headers = { Authorization = "Bearer env:ANSWERS_TOKEN" }
//! pages = { kind = "offset", size = 100, records = "results" }
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

/// How the addresses of a source are collected. Every value has a default that suits a public server.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Collect {
    /// An interface that this program knows; fills in `headers` and `pages` where they are not given.
    pub api: Option<Api>,
    /// Headers to send, to the address's own server only. `env:NAME` stands for the environment variable `NAME`.
    pub headers: BTreeMap<String, String>,
    /// Parameters to add to each address. `env:NAME` stands for the environment variable `NAME`.
    pub query: BTreeMap<String, String>,
    /// Whether addresses of this machine and of private networks may be asked.
    pub allow_private: bool,
    /// Largest body kept, in megabytes of 1,048,576 bytes.
    pub largest_mb: u64,
    /// Longest wait for a connection, for an answer to begin, and between two pieces of it, in seconds.
    pub timeout_s: u64,
    /// Longest time for one address, all tries and waits together, in seconds.
    pub patience_s: u64,
    /// Tries for one address when the server is busy or the line breaks.
    pub tries: u32,
    /// Requests under way at once.
    pub at_once: usize,
    /// How the list goes on, when an address gives a list page by page.
    pub pages: Option<Pages>,
}

impl Default for Collect {
    fn default() -> Self {
        Collect {
            api: None,
            headers: BTreeMap::new(),
            query: BTreeMap::new(),
            allow_private: false,
            largest_mb: 2048,
            timeout_s: 30,
            patience_s: 3600,
            tries: 4,
            at_once: 4,
            pages: None,
        }
    }
}

/// Interfaces whose paging is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Api {
    /// Version 4 of the interface of regulations.gov: <https://open.gsa.gov/api/regulationsgov/>.
    #[serde(rename = "regulations.gov")]
    RegulationsGov,
}

/// A list that is given page by page. A path such as `meta.totalPages` leads from the top of a page's JSON to a value.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    /// How the next page is found.
    pub kind: PageKind,
    /// Path of the list of records; empty when the page itself is the list.
    #[serde(default = "data")]
    pub records: String,
    /// Path of a record's id, within the record.
    #[serde(default = "id")]
    pub id: String,
    /// Records to ask for on a page.
    #[serde(default)]
    pub size: Option<u64>,
    /// Parameter for `size`: `page[size]` for `json-api`, else `limit`.
    #[serde(default)]
    pub size_parameter: Option<String>,
    /// Parameter for the number of the page or the offset: `page[number]` for `json-api`, else `page` or `offset`.
    #[serde(default)]
    pub parameter: Option<String>,
    /// Number of the first page; 1, or 0 for an offset.
    #[serde(default)]
    pub first: Option<u64>,
    /// Path of the address of the next page: `links.next`, unless the answer has a `Link` header.
    #[serde(default)]
    pub next: Option<String>,
    /// Path of a yes or no: whether there is a page after this one.
    #[serde(default)]
    pub more: Option<String>,
    /// Path of the number of the last page.
    #[serde(default)]
    pub last: Option<String>,
    /// Path of the number of all records: what was found is held against it.
    #[serde(default)]
    pub total: Option<String>,
    /// Most pages followed, so that a list without end has one.
    #[serde(default = "most")]
    pub most: u64,
    /// Most records that the server gives to one query.
    #[serde(default)]
    pub cap: Option<u64>,
    /// How to go on after `cap` records.
    #[serde(default)]
    pub continue_by: Option<ContinueBy>,
    /// Where a record is given in full, when the list gives only part of it.
    #[serde(default)]
    pub detail: Option<Detail>,
}

/// How the next page is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// JSON:API: `links.next`, else the page's number.
    JsonApi,
    /// Each page holds the address of the next, in its body or in a `Link` header (RFC 8288).
    NextLink,
    /// Pages are numbered.
    Page,
    /// Records are counted.
    Offset,
}

/// A new query that begins where the server stopped giving: the list is sorted by a field, and filtered by its value in
/// the last record. Records that both queries give are told by their id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContinueBy {
    /// Path of the field, within a record.
    pub field: String,
    /// Parameter that asks for records with this value or a later one.
    pub parameter: String,
    /// Parameter that sorts.
    #[serde(default = "sort")]
    pub sort_parameter: String,
    /// By what to sort.
    #[serde(default)]
    pub sort: Option<String>,
    /// How the field's value is written in the parameter.
    #[serde(default)]
    pub time: TimeForm,
}

/// How a moment is written in a parameter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeForm {
    /// As the field has it.
    #[default]
    AsIs,
    /// `YYYY-MM-DD HH:MM:SS` by the clocks of Washington.
    Eastern,
}

/// Where each record is given in full.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// Path of the address, within a record.
    #[serde(default = "own_link")]
    pub address: String,
    /// Parameters to add to it.
    #[serde(default)]
    pub query: BTreeMap<String, String>,
    /// Path of a value within the record that changes when the record does: while it is the same, what is here is not
    /// asked for again.
    #[serde(default)]
    pub unless_same: Option<String>,
}

fn data() -> String {
    "data".to_owned()
}

fn id() -> String {
    "id".to_owned()
}

fn most() -> u64 {
    10_000
}

fn sort() -> String {
    "sort".to_owned()
}

fn own_link() -> String {
    "links.self".to_owned()
}

/// Marks a value that stands in the environment.
pub const ENVIRONMENT: &str = "env:";

impl Collect {
    /// Fills in what the named interface is known for.
    pub(super) fn with_preset(mut self) -> Self {
        let Some(Api::RegulationsGov) = self.api else { return self };
        let has_key = self.headers.keys().any(|name| name.eq_ignore_ascii_case("x-api-key"));
        if !has_key && !self.query.contains_key("api_key") {
            self.headers.insert("X-Api-Key".to_owned(), format!("{ENVIRONMENT}REGULATIONS_GOV_KEY"));
        }
        self.pages.get_or_insert_with(regulations_gov);
        self
    }

    /// What the types cannot hold. An error is a piece of text to find the line by, and what is wrong.
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        let least = [
            ("largest_mb", self.largest_mb),
            ("timeout_s", self.timeout_s),
            ("patience_s", self.patience_s),
            ("tries", u64::from(self.tries)),
            ("at_once", self.at_once as u64),
        ];
        if let Some((name, _)) = least.iter().find(|(_, value)| *value == 0) {
            return Err(((*name).to_owned(), format!("`{name}` is 0; it must be at least 1")));
        }
        for (name, value) in self.headers.iter().chain(&self.query) {
            if looks_secret(name) && !value.contains(ENVIRONMENT) {
                let what = format!(
                    "the value of `{name}` stands in this file; put it into an environment variable and write `env:NAME` here"
                );
                return Err((name.clone(), what));
            }
        }
        let Some(pages) = &self.pages else { return Ok(()) };
        if pages.size == Some(0) || pages.most == 0 || pages.cap == Some(0) {
            return Err(("pages".to_owned(), "`size`, `most` and `cap` of `pages` must be at least 1".to_owned()));
        }
        if pages.continue_by.is_some() && pages.cap.is_none() {
            let what = "`continue_by` has no `cap`; say after how many records the server stops".to_owned();
            return Err(("continue_by".to_owned(), what));
        }
        Ok(())
    }
}

/// Whether the name of a header or parameter is one under which secrets are sent.
pub fn looks_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    let marks = ["key", "token", "secret", "password", "passwd", "signature", "authorization", "cookie"];
    marks.iter().any(|mark| name.contains(mark)) || matches!(name.as_str(), "auth" | "pwd" | "sig")
}

/// Paging of regulations.gov, as <https://open.gsa.gov/api/regulationsgov/> describes it: 250 records a page, 20 pages a
/// query; further on by `lastModifiedDate`, which answers give in UTC and the filter takes in Eastern time. The list has
/// no text of comments: each is given in full under its own address.
fn regulations_gov() -> Pages {
    Pages {
        kind: PageKind::Page,
        records: data(),
        id: id(),
        size: Some(250),
        size_parameter: Some("page[size]".to_owned()),
        parameter: Some("page[number]".to_owned()),
        first: Some(1),
        next: None,
        more: Some("meta.hasNextPage".to_owned()),
        last: Some("meta.totalPages".to_owned()),
        total: Some("meta.totalElements".to_owned()),
        most: most(),
        cap: Some(5000),
        continue_by: Some(ContinueBy {
            field: "attributes.lastModifiedDate".to_owned(),
            parameter: "filter[lastModifiedDate][ge]".to_owned(),
            sort_parameter: sort(),
            sort: Some("lastModifiedDate,documentId".to_owned()),
            time: TimeForm::Eastern,
        }),
        detail: Some(Detail {
            address: own_link(),
            query: BTreeMap::from([("include".to_owned(), "attachments".to_owned())]),
            unless_same: Some("attributes.lastModifiedDate".to_owned()),
        }),
    }
}
