//! Saved searches: `corpus/NAME/searches.toml`, written by the program and by people alike. Comments and order stay.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::layout::Folder;

/// Version of the file that this program reads and writes.
const FORMAT: i64 = 1;

/// Names are cut after so many characters in messages, and no longer one is taken.
const LONGEST_NAME: usize = 120;

/// A search with all its options, as the command line takes them. Empty and absent are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SavedSearch {
    /// What people call it, in any language.
    pub name: String,
    /// In the query language.
    pub query: String,
    /// Question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Stance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// Language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Type of respondent.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// Answer that others should be like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// Theme that answers should be like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub like_theme: Option<String>,
    /// Whether copies of a campaign are shown one by one.
    #[serde(skip_serializing_if = "is_no")]
    pub all_copies: bool,
    /// Whether each occurrence is a line.
    #[serde(skip_serializing_if = "is_no")]
    pub kwic: bool,
    /// Characters on either side of an occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<usize>,
    /// Hits to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks in this way")]
fn is_no(yes: &bool) -> bool {
    !yes
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    format: i64,
    #[serde(default)]
    search: Vec<SavedSearch>,
}

/// Why saved searches could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum SearchesError {
    /// The file does not say what it should.
    #[error("{path}: {what}", path = path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        what: String,
    },
    /// There is a search of this name.
    #[error("there is a saved search `{0}` already")]
    There(String),
    /// There is none of this name.
    #[error("there is no saved search `{0}`")]
    None(String),
    /// The name is empty, too long, or has control characters.
    #[error("`{0}` can't be the name of a saved search: 1 to {LONGEST_NAME} characters on one line")]
    Name(String),
    /// The disk refused.
    #[error("{path}: {source}; check space and permissions", path = path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Two names are one when only case and spaces differ.
fn same(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    plain(one) == plain(other)
}

impl Folder {
    /// `corpus/NAME/searches.toml`.
    pub fn searches(&self) -> PathBuf {
        self.corpus().join("searches.toml")
    }

    /// Every saved search, in the order of the file; none when there is no file.
    ///
    /// # Errors
    /// When the file can't be read, or says something that it should not, with its line.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>, SearchesError> {
        let Some(text) = self.searches_text()? else { return Ok(Vec::new()) };
        let listed: Listed = toml::from_str(&text).map_err(|error| self.unreadable(error.to_string().trim_end()))?;
        if listed.format != FORMAT {
            return Err(self.unreadable(&format!(
                "format = {}, where this program reads {FORMAT}; it was written by a later version",
                listed.format
            )));
        }
        for (at, search) in listed.search.iter().enumerate() {
            if !is_name(&search.name) {
                return Err(self.unreadable(&format!("search {} has no name; give it `name = \"…\"`", at + 1)));
            }
            if listed.search[..at].iter().any(|other| same(&other.name, &search.name)) {
                return Err(self.unreadable(&format!("two searches are called `{}`; rename one", search.name)));
            }
        }
        Ok(listed.search)
    }

    /// The saved search of this name.
    ///
    /// # Errors
    /// As [`Folder::saved_searches`], and when there is none.
    pub fn saved_search(&self, name: &str) -> Result<SavedSearch, SearchesError> {
        let found = self.saved_searches()?.into_iter().find(|search| same(&search.name, name));
        found.ok_or_else(|| SearchesError::None(name.to_owned()))
    }

    /// Keeps a search at the end of the file.
    ///
    /// # Errors
    /// As [`Folder::saved_searches`], when its name is taken or none, or when the file can't be written.
    pub fn save_search(&self, search: &SavedSearch) -> Result<(), SearchesError> {
        if !is_name(&search.name) {
            return Err(SearchesError::Name(shortened(&search.name)));
        }
        if self.saved_searches()?.iter().any(|known| same(&known.name, &search.name)) {
            return Err(SearchesError::There(search.name.clone()));
        }
        let text = toml::to_string(search).map_err(|error| self.unreadable(&error.to_string()))?;
        let table: DocumentMut =
            text.parse().map_err(|error: toml_edit::TomlError| self.unreadable(&error.to_string()))?;
        self.change(|list| {
            let mut added: Table = table.as_table().clone();
            added.set_position(None);
            if !list.is_empty() {
                added.decor_mut().set_prefix("\n");
            }
            list.push(added);
            Ok(())
        })
    }

    /// Takes a saved search out.
    ///
    /// # Errors
    /// As [`Folder::saved_search`], or when the file can't be written.
    pub fn remove_search(&self, name: &str) -> Result<SavedSearch, SearchesError> {
        let search = self.saved_search(name)?;
        self.change(|list| {
            list.retain(|table| table.get("name").and_then(Item::as_str).is_none_or(|known| !same(known, name)));
            Ok(())
        })?;
        Ok(search)
    }

    /// Gives a saved search another name.
    ///
    /// # Errors
    /// As [`Folder::saved_search`], when the new name is taken or none, or when the file can't be written.
    pub fn rename_search(&self, name: &str, to: &str) -> Result<SavedSearch, SearchesError> {
        let search = self.saved_search(name)?;
        if !is_name(to) {
            return Err(SearchesError::Name(shortened(to)));
        }
        if !same(name, to) && self.saved_search(to).is_ok() {
            return Err(SearchesError::There(to.to_owned()));
        }
        self.change(|list| {
            for table in list.iter_mut() {
                if table.get("name").and_then(Item::as_str).is_some_and(|known| same(known, name)) {
                    table["name"] = value(to);
                }
            }
            Ok(())
        })?;
        Ok(search)
    }

    fn searches_text(&self) -> Result<Option<String>, SearchesError> {
        match fs::read_to_string(self.searches()) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                Err(self.unreadable("it is no UTF-8 text; save it as such"))
            }
            Err(source) => Err(SearchesError::Disk { path: self.searches(), source }),
        }
    }

    fn unreadable(&self, what: &str) -> SearchesError {
        SearchesError::Unreadable { path: self.searches(), what: what.to_owned() }
    }

    /// Puts the file with changes in the place of the old one, whole or not at all.
    fn change(&self, make: impl FnOnce(&mut ArrayOfTables) -> Result<(), SearchesError>) -> Result<(), SearchesError> {
        let text = self.searches_text()?.unwrap_or_default();
        let mut document: DocumentMut =
            text.parse().map_err(|error: toml_edit::TomlError| self.unreadable(&error.to_string()))?;
        document.entry("format").or_insert(value(FORMAT));
        let list = document.entry("search").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        let list = list
            .as_array_of_tables_mut()
            .ok_or_else(|| self.unreadable("`search` is no list of tables; write each as `[[search]]`"))?;
        make(list)?;
        let path = self.searches();
        let partial = self.corpus().join(".searches.toml.partial");
        let write = || -> io::Result<()> {
            let mut file = fs::File::create(&partial)?;
            file.write_all(document.to_string().as_bytes())?;
            file.sync_all()?;
            fs::rename(&partial, &path)
        };
        write().map_err(|source| SearchesError::Disk { path: path.clone(), source })
    }
}

fn is_name(name: &str) -> bool {
    let length = name.trim().chars().count();
    (1..=LONGEST_NAME).contains(&length) && !name.chars().any(char::is_control)
}

fn shortened(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}
