//! Writing a finished set of files: all of it, or what stood there before.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Name of the manifest beside the files.
pub const MANIFEST: &str = "manifest.json";

/// What a set of files was made from, so that a reader can tell whether it is stale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Shape of this file.
    pub format: u32,
    /// Name of the consultation.
    pub consultation: String,
    /// One hash over everything that decides what the files say; the same again means that they are fresh.
    #[serde(default)]
    pub made_from: String,
    /// Hashes of what was read, by name (`responses`, `frame.toml`, `received/form.csv`), as the caller made them.
    pub inputs: BTreeMap<String, String>,
    /// Hash of the settings.
    pub settings: String,
    /// Version of the coding frame.
    pub frame_version: u32,
    /// Version of this program.
    pub program_version: String,
    /// BLAKE3 of each file written, by name; filled in by [`write()`].
    pub files: BTreeMap<String, String>,
}

/// What the files in a folder were made from, if they are the files that its manifest speaks of.
pub fn made_from(dir: &Path) -> Option<String> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(dir.join(MANIFEST)).ok()?).ok()?;
    let is_whole = |(name, hash): (&String, &String)| {
        fs::read(dir.join(name)).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().to_string() == *hash)
    };
    manifest.files.iter().all(is_whole).then_some(manifest.made_from)
}

/// Whether a set of files lies in a folder, fresh or stale.
pub fn is_written(dir: &Path) -> bool {
    dir.join(MANIFEST).is_file()
}

/// Takes away the files that a folder's manifest speaks of, what a broken-off writing left beside them, and the manifest.
/// Files that somebody else put there stay.
///
/// # Errors
/// A file that cannot be taken away.
pub fn take_away(dir: &Path) -> Result<(), WriteError> {
    let manifest: Option<Manifest> =
        fs::read(dir.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let names = manifest.into_iter().flat_map(|manifest| manifest.files.into_keys()).chain([MANIFEST.to_owned()]);
    for name in names {
        for path in [dir.join(&name), dir.join(format!(".{name}.new"))] {
            match fs::remove_file(&path) {
                Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                    return Err(WriteError::Disk { path, source });
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A name that leads out of the folder.
    #[error("`{name}` is not a file name for a report; use letters, figures, dots and dashes")]
    Name {
        /// The name.
        name: String,
    },
    /// The disk said no.
    #[error("could not write {path}: {source}; check that the folder can be written to and has room")]
    Disk {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The manifest could not be put into JSON.
    #[error("the manifest could not be written as JSON: {0}")]
    Manifest(#[from] serde_json::Error),
}

/// Writes files and their manifest into a folder, which is made when it is missing. Each file is written beside its
/// place and moved there; the manifest moves last, so a manifest always speaks of files that are whole. Files whose
/// bytes already stand there are left alone. Returns the paths, in the order given, the manifest's last.
///
/// # Errors
/// A name with a folder in it, or a disk that cannot be written to.
pub fn write(dir: &Path, files: &[(String, Vec<u8>)], manifest: &Manifest) -> Result<Vec<PathBuf>, WriteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| WriteError::Disk { path, source }
    };
    fs::create_dir_all(dir).map_err(at(dir))?;
    let mut manifest = Manifest { format: 1, ..manifest.clone() };
    manifest.files =
        files.iter().map(|(name, bytes)| (name.clone(), blake3::hash(bytes).to_hex().to_string())).collect();
    let mut json = serde_json::to_vec_pretty(&manifest)?;
    json.push(b'\n');

    let mut staged: Vec<(PathBuf, PathBuf)> = Vec::new();
    let mut paths = Vec::new();
    let all = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).chain([(MANIFEST, json.as_slice())]);
    for (name, bytes) in all {
        if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', '\0']) {
            return Err(WriteError::Name { name: name.to_owned() });
        }
        let path = dir.join(name);
        paths.push(path.clone());
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            continue;
        }
        let beside = dir.join(format!(".{name}.new"));
        let mut file = fs::File::create(&beside).map_err(at(&beside))?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(at(&beside))?;
        staged.push((beside, path));
    }
    for (beside, path) in staged {
        fs::rename(&beside, &path).map_err(at(&path))?;
    }
    Ok(paths)
}
