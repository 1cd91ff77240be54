//! Zip archives: their members unpacked one at a time, under names of our own, within limits.
//!
//! Each archive has a folder of its own to be unpacked to, and the parts of a member's name that could lead out of it
//! are left out of the name.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::documents::Unreadable;

/// Members read from one archive; more are the sign of an attack or of a mistake.
const MOST_MEMBERS: usize = 100_000;

/// Bytes unpacked from one archive in all.
const MOST_BYTES: u64 = 8 << 30;

/// A member may unpack to this many times its packed size, once it is larger than [`SMALL`]: text packs to a tenth, a
/// thousandth is a bomb.
const MOST_GAIN: u64 = 300;

/// Bytes that any member may unpack to.
const SMALL: u64 = 64 << 20;

/// What is in an archive, opened for reading.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    unpacked: u64,
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Its number in the archive.
    pub(crate) index: usize,
    /// Its name, for people: parts joined by `/`, none of them `..`.
    pub(crate) name: String,
}

/// Why a member was not unpacked, or an attachment not laid out.
#[derive(Debug)]
pub(crate) enum Failed {
    /// The member's own fault: the rest can be read.
    Member(Unreadable),
    /// The disk that it was to be unpacked to.
    Disk(io::Error),
}

impl From<Unreadable> for Failed {
    fn from(why: Unreadable) -> Self {
        Failed::Member(why)
    }
}

/// Opens an archive.
///
/// # Errors
/// When its directory cannot be read: it is broken, cut off or no zip.
pub(crate) fn open(path: &Path) -> Result<Archive, Unreadable> {
    let file = File::open(path).map_err(|error| Unreadable(format!("it could not be read: {error}")))?;
    let zip = ZipArchive::new(BufReader::new(file)).map_err(|_| {
        Unreadable("it is a damaged or incomplete zip archive; ask for it again, or unpack it by hand".to_owned())
    })?;
    if zip.len() > MOST_MEMBERS {
        let what = format!("it holds {} files, more than {MOST_MEMBERS}; unpack what is needed by hand", zip.len());
        return Err(Unreadable(what));
    }
    Ok(Archive { zip, unpacked: 0 })
}

impl Archive {
    /// Its members in order of name, folders and what operating systems leave behind aside.
    pub(crate) fn members(&mut self) -> Vec<Member> {
        let mut members: Vec<Member> = (0..self.zip.len())
            .filter_map(|index| {
                // A name that cannot be decoded is no reason to lose what bears it.
                let raw = match self.zip.name_for_index(index) {
                    Some(Ok(name)) => name.into_owned(),
                    _ => format!("member {}", index + 1),
                };
                let is_folder = raw.ends_with(['/', '\\']);
                let parts: Vec<&str> =
                    raw.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | "..")).collect();
                let last = parts.last()?;
                let is_litter =
                    parts[0] == "__MACOSX" || last.starts_with('.') || matches!(*last, "Thumbs.db" | "desktop.ini");
                // A name is for people and for a file: no signs that would hide what it says.
                let name = parts.join("/").replace(|sign: char| sign.is_control() || sign == ':', "-");
                (!is_folder && !is_litter).then_some(Member { index, name })
            })
            .collect();
        members.sort_by(|a, b| a.name.cmp(&b.name));
        members
    }

    /// Unpacks a member into `folder`, below which it lies as in the archive, so that files that belong together are
    /// found together.
    ///
    /// # Errors
    /// When it is encrypted, damaged, packed in an unknown way or larger than the limits; or when the disk fails.
    pub(crate) fn unpack(&mut self, member: &Member, folder: &Path) -> Result<PathBuf, Failed> {
        let failed = |what: String| Failed::Member(Unreadable(what));
        let left = MOST_BYTES - self.unpacked;
        let mut packed = self.zip.by_index(member.index).map_err(|error| failed(plain(&error)))?;
        let limit = left.min((packed.compressed_size().saturating_mul(MOST_GAIN)).max(SMALL));
        let path = place_for(folder, member).map_err(Failed::Disk)?;
        let mut file = File::create(&path).map_err(Failed::Disk)?;
        let mut buffer = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            let n = match packed.read(&mut buffer) {
                Ok(0) => break,
                Ok(n) => n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return Err(failed("it is damaged within its archive; ask for it again".to_owned())),
            };
            bytes += n as u64;
            if bytes > limit {
                drop(std::fs::remove_file(&path));
                let what =
                    format!("it unpacks to more than {} MB, far more than it should; unpack it by hand", limit >> 20);
                return Err(failed(what));
            }
            file.write_all(&buffer[..n]).map_err(Failed::Disk)?;
        }
        drop(packed);
        self.unpacked += bytes;
        Ok(path)
    }
}

/// Where a member can lie: under its own name, or under its number where that is taken or no name for a file here.
fn place_for(folder: &Path, member: &Member) -> io::Result<PathBuf> {
    let path = folder.join(&member.name);
    let is_free = path.parent().is_some_and(|parent| std::fs::create_dir_all(parent).is_ok());
    if is_free && path.starts_with(folder) && File::create_new(&path).is_ok() {
        return Ok(path);
    }
    let extension: String = member.name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    let is_plain = extension.len() <= 8 && extension.chars().all(|c| c.is_ascii_alphanumeric());
    let numbered = folder.join(format!(".member-{}", member.index));
    std::fs::create_dir_all(&numbered)?;
    Ok(numbered.join(format!("file.{}", if is_plain { &extension } else { "bin" })))
}

fn plain(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(what) if what.to_lowercase().contains("password") => {
            "it is password-protected within its archive; ask the sender for a copy without a password".to_owned()
        }
        ZipError::UnsupportedArchive(_) => {
            "it is packed in a way that this program does not know; unpack it by hand".to_owned()
        }
        _ => "it is damaged within its archive; ask for it again".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Failed, open};

    fn archive(members: &[(&str, &[u8])]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
        for (name, bytes) in members {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap();
        (folder, path)
    }

    #[test]
    fn names_lead_nowhere_and_litter_is_left_out() {
        let (folder, path) = archive(&[
            ("../../etc/passwd.txt", b"w\xc5\xb7n \xf0\x9f\x99\x82"),
            ("__MACOSX/._a.txt", b"x"),
            ("llythyrau/t\u{177}.docx", b""),
            ("/absolute.csv", b"id\n1\n"),
        ]);
        let mut opened = open(&path).unwrap();
        let members = opened.members();
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names, ["absolute.csv", "etc/passwd.txt", "llythyrau/t\u{177}.docx"]);
        let to = folder.path().join("out");
        std::fs::create_dir(&to).unwrap();
        let Ok(unpacked) = opened.unpack(&members[1], &to) else { panic!("it unpacks") };
        assert_eq!(unpacked, to.join("etc/passwd.txt"));
        assert_eq!(std::fs::read(unpacked).unwrap(), b"w\xc5\xb7n \xf0\x9f\x99\x82");
    }

    #[test]
    fn a_bomb_is_not_unpacked_and_a_broken_archive_is_said() {
        let bomb = vec![b'0'; 80 << 20];
        let (folder, path) = archive(&[("bomb.txt", &bomb), ("letter.txt", b"Annwyl Syr")]);
        let mut opened = open(&path).unwrap();
        let members = opened.members();
        let Err(Failed::Member(why)) = opened.unpack(&members[0], folder.path()) else { panic!("it is refused") };
        assert!(why.0.contains("64 MB"), "{why:?}");
        assert!(opened.unpack(&members[1], folder.path()).is_ok(), "the rest can be read");
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        assert!(open(&path).is_err());
        std::fs::write(&path, b"").unwrap();
        assert!(open(&path).is_err());
    }
}
