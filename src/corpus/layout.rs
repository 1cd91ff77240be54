//! Where things lie below the root: `corpus/`, `index/` and `reports/`, a folder each for every consultation.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folders of one consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
    name: String,
}

impl Folder {
    /// The consultation `name` below `root`; nothing is read or made.
    ///
    /// # Errors
    /// When the name could lead out of the root or be mistaken for an option.
    pub fn new(root: &Path, name: &str) -> Result<Self, String> {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if name.is_empty() || name.starts_with(['.', '-']) || !name.chars().all(plain) {
            return Err(format!(
                "`{name}` can't be the name of a consultation: use letters, digits, `-` and `_`, as in `removing-profit`"
            ));
        }
        Ok(Folder { root: root.to_owned(), name: name.to_owned() })
    }

    /// Name of the consultation.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `corpus/NAME`.
    pub fn corpus(&self) -> PathBuf {
        self.root.join("corpus").join(&self.name)
    }

    /// `corpus/NAME/received`: the originals.
    pub fn received(&self) -> PathBuf {
        self.corpus().join("received")
    }

    /// `corpus/NAME/consultation.toml`.
    pub fn settings(&self) -> PathBuf {
        self.corpus().join("consultation.toml")
    }

    /// `corpus/NAME/frame.toml`.
    pub fn frame(&self) -> PathBuf {
        self.corpus().join("frame.toml")
    }

    /// `corpus/NAME/glossary.csv`: terms in both languages, where people keep some of their own.
    pub fn glossary(&self) -> PathBuf {
        self.corpus().join("glossary.csv")
    }

    /// `corpus/NAME/erasures`: certificates of what was erased.
    pub fn erasures(&self) -> PathBuf {
        self.corpus().join("erasures")
    }

    /// Writes a certificate, readable by its owner alone.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn write_certificate(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        std::fs::create_dir_all(self.erasures())?;
        let path = self.erasures().join(name);
        replace(&self.erasures().join(format!(".{name}.partial")), &path, text.as_bytes())?;
        Ok(path)
    }

    /// Puts other bytes in the place of an original, whole or not at all: the one way in which an original ever changes,
    /// when a respondent's record is cut out of it.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn replace_original(&self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let staging = self.corpus().join(".erasing");
        replace(&staging, &self.received().join(file), bytes)
    }

    /// Takes an original away.
    ///
    /// # Errors
    /// When the file can't be taken away.
    pub fn remove_original(&self, file: &str) -> io::Result<()> {
        std::fs::remove_file(self.received().join(file))
    }

    /// Puts another text in the place of the frame, whole or not at all.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn write_frame(&self, text: &str) -> io::Result<()> {
        let partial = self.corpus().join(".frame.toml.partial");
        let mut file = std::fs::File::create(&partial)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(partial, self.frame())
    }

    /// `corpus/NAME/responses.db`.
    pub fn database(&self) -> PathBuf {
        self.corpus().join("responses.db")
    }

    /// `index/NAME`.
    pub fn index(&self) -> PathBuf {
        self.root.join("index").join(&self.name)
    }

    /// `reports/NAME`.
    pub fn reports(&self) -> PathBuf {
        self.root.join("reports").join(&self.name)
    }
}

/// `corpus/welsh.lexicon`: what was added of Welsh words, for every consultation below the root.
pub fn lexicon(root: &Path) -> PathBuf {
    root.join("corpus").join("welsh.lexicon")
}

/// Puts another lexicon in the place of the one below a root, whole or not at all; without bytes, takes it away.
///
/// # Errors
/// When the file can't be written or removed.
pub fn write_lexicon(root: &Path, bytes: Option<&[u8]>) -> io::Result<()> {
    let path = lexicon(root);
    let Some(bytes) = bytes else {
        return match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    };
    std::fs::create_dir_all(root.join("corpus"))?;
    let partial = path.with_file_name(".welsh.lexicon.partial");
    let mut file = std::fs::File::create(&partial)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(partial, path)
}

/// Writes bytes beside their place, for the owner alone, and moves them there.
fn replace(beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = std::fs::File::create(beside)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(beside, path)
}

/// Names of all consultations below a root, sorted: the folders of `corpus/` that hold a `consultation.toml`.
///
/// # Errors
/// When `corpus/` cannot be listed.
pub fn consultations(root: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join("corpus"))? {
        let entry = entry?;
        if entry.path().join("consultation.toml").is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
