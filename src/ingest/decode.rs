//! From bytes to text: which encoding a file is in, a reader that yields UTF-8, and letters that were lost before.

mod lost;

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

/// What one pass over a file's bytes found out.
#[derive(Clone, Debug)]
pub(crate) struct Probe {
    /// BLAKE3 of the bytes, in hexadecimal.
    pub(crate) hash: String,
    /// Size in bytes.
    pub(crate) bytes: u64,
    /// The encoding to decode with.
    pub(crate) encoding: &'static Encoding,
    /// What a person should know of the decoding, in plain words.
    pub(crate) remark: Option<String>,
}

/// Bytes looked at when the encoding has to be guessed.
const GUESSED_FROM: usize = 1 << 20;

/// Hashes a file and finds its encoding: as named in the settings, by its byte-order mark, UTF-8 when all of it is
/// valid (or most of it, with a remark), else the likeliest single-byte one.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn probe(path: &Path, named: Option<&str>) -> io::Result<Probe> {
    let mut file = BufReader::with_capacity(1 << 16, File::open(path)?);
    let mut hasher = blake3::Hasher::new();
    let mut check = Utf8Check::default();
    let mut lost = lost::Lost::default();
    let mut head = Vec::new();
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    let mut wide = None;
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        bytes += n as u64;
        hasher.update(&buffer[..n]);
        if bytes == n as u64 {
            wide = wide_without_mark(&buffer[..n]);
        }
        check.feed(&buffer[..n]);
        lost.feed(&buffer[..n]);
        // Plain ASCII tells nothing, so the guess is made from where something else begins.
        if head.len() < GUESSED_FROM && (!head.is_empty() || !buffer[..n].is_ascii()) {
            head.extend_from_slice(&buffer[..n.min(GUESSED_FROM - head.len())]);
        }
    }
    check.end();
    let mut start = [0; 3];
    file.rewind()?;
    let got = file.read(&mut start)?;
    let (encoding, remark) = match wide.filter(|_| named.is_none()) {
        Some(encoding) => (encoding, Some(format!("it has no byte-order mark; it was read as {}", encoding.name()))),
        None => choose(named, &start[..got], &check, &head),
    };
    let remarks: Vec<String> = remark.into_iter().chain(lost.remark()).collect();
    let remark = (!remarks.is_empty()).then(|| remarks.join("; "));
    Ok(Probe { hash: hasher.finalize().to_hex().to_string(), bytes, encoding, remark })
}

/// UTF-16 without a byte-order mark: every other byte of Latin text is then zero, on one side of each pair.
fn wide_without_mark(start: &[u8]) -> Option<&'static Encoding> {
    if Encoding::for_bom(start).is_some() || start.len() < 4 {
        return None;
    }
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count() * 10;
    let pairs = start.len() / 2;
    match (zeros(0), zeros(1)) {
        (even, odd) if even < pairs && odd > pairs * 7 => Some(encoding_rs::UTF_16LE),
        (even, odd) if odd < pairs && even > pairs * 7 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn choose(named: Option<&str>, start: &[u8], check: &Utf8Check, head: &[u8]) -> (&'static Encoding, Option<String>) {
    if let Some(label) = named {
        return match Encoding::for_label(label.as_bytes()) {
            Some(encoding) => (encoding, None),
            None => (encoding_rs::UTF_8, Some(format!("`{label}` is no known encoding; it was read as UTF-8"))),
        };
    }
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return (encoding, None);
    }
    if check.invalid == 0 {
        return (encoding_rs::UTF_8, None);
    }
    // Text in another encoding is valid by chance alone: hardly one sequence in a hundred.
    if check.invalid <= check.valid {
        let what = format!("{} bytes are not valid UTF-8 and were read as \u{fffd}; the rest is UTF-8", check.invalid);
        return (encoding_rs::UTF_8, Some(what));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guessed = detector.guess(Some(b"uk"), Utf8Detection::Deny);
    let encoding =
        if guessed == encoding_rs::WINDOWS_1252 && is_celtic(head) { encoding_rs::ISO_8859_14 } else { guessed };
    (encoding, Some(format!("it is not in UTF-8; it was read as {}", encoding.name())))
}

/// Whether text of Western Europe is in ISO 8859-14, which has ŵ and ŷ where Windows-1252 has letters of Icelandic: one of
/// them is there, and none of the quotation marks and dashes that only Windows-1252 has.
fn is_celtic(head: &[u8]) -> bool {
    head.iter().any(|byte| matches!(byte, 0xd0 | 0xde | 0xf0 | 0xfe))
        && !head.iter().any(|byte| matches!(byte, 0x80..=0x9f))
}

/// A file as UTF-8 text, whatever it was in. A byte-order mark is left out; bytes that mean nothing become U+FFFD.
///
/// # Errors
/// When the file cannot be opened.
pub(crate) fn open(path: &Path, encoding: &'static Encoding) -> io::Result<DecodeReaderBytes<File, Vec<u8>>> {
    Ok(DecodeReaderBytesBuilder::new()
        .encoding(Some(encoding))
        .bom_sniffing(true)
        .strip_bom(true)
        .build(File::open(path)?))
}

/// A whole file as text.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn read_to_string(path: &Path, probe: &Probe) -> io::Result<String> {
    let mut text = String::new();
    open(path, probe.encoding)?.read_to_string(&mut text)?;
    Ok(text)
}

/// Counts valid and invalid sequences of more than one byte, over chunks.
#[derive(Default)]
struct Utf8Check {
    valid: u64,
    invalid: u64,
    rest: Vec<u8>,
}

impl Utf8Check {
    fn feed(&mut self, chunk: &[u8]) {
        if self.rest.is_empty() && chunk.is_ascii() {
            return;
        }
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(chunk);
        let mut from = 0;
        loop {
            match std::str::from_utf8(&bytes[from..]) {
                Ok(text) => {
                    self.valid += text.bytes().filter(|byte| *byte >= 0xc0).count() as u64;
                    return;
                }
                Err(error) => {
                    let end = from + error.valid_up_to();
                    self.valid += bytes[from..end].iter().filter(|byte| **byte >= 0xc0).count() as u64;
                    match error.error_len() {
                        Some(length) => {
                            self.invalid += 1;
                            from = end + length;
                        }
                        None => {
                            self.rest = bytes[end..].to_vec();
                            return;
                        }
                    }
                }
            }
        }
    }

    fn end(&mut self) {
        if !self.rest.is_empty() {
            self.invalid += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probed(bytes: &[u8], named: Option<&str>) -> (Probe, String) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let probe = probe(file.path(), named).unwrap();
        let text = read_to_string(file.path(), &probe).unwrap();
        (probe, text)
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let words = "id,pam\n1,Mae'r d\u{175}r a'r t\u{177} yn dda 🙂\n";
        let wide = |bytes: fn(u16) -> [u8; 2]| words.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            words.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], words.as_bytes().to_vec()),
            marked(&[0xff, 0xfe], wide(u16::to_le_bytes)),
            marked(&[0xfe, 0xff], wide(u16::to_be_bytes)),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ] {
            assert_eq!(probed(&bytes, None).1, words);
        }
        let (probe, text) = probed(b"t\xe2n \xa35 \x96 caf\xe9", None);
        assert_eq!((text.as_str(), probe.encoding.name()), ("tân £5 \u{2013} café", "windows-1252"));
        assert_eq!(probed(b"d\xf0r t\xfe", Some("iso-8859-14")).1, "d\u{175}r t\u{177}");
        let (probe, text) = probed(b"Mae'r d\xf0r yn oer a'r t\xfe yn b\xeall", None);
        assert_eq!(
            (text.as_str(), probe.encoding.name()),
            ("Mae'r d\u{175}r yn oer a'r t\u{177} yn bêll", "ISO-8859-14")
        );
        assert!(probe.remark.is_some_and(|said| said.contains("ISO-8859-14")));
        assert_eq!(probed(b"", None).1, "");
    }

    #[test]
    fn one_broken_letter_does_not_turn_the_others_into_another_encoding() {
        let (probe, text) =
            probed("id,pam\n1,Mae'r t\u{177} yn oer\n2,caf\u{0}\n".replace('\0', "\u{e9}").as_bytes(), None);
        assert_eq!((probe.remark, text.contains("caf\u{e9}")), (None, true));
        let mut bytes = "id,pam\n1,Mae'r t\u{177} yn oer\n2,caf".as_bytes().to_vec();
        bytes.extend(b"\xe9 bach\n");
        let (probe, text) = probed(&bytes, None);
        assert!(text.contains("t\u{177}") && text.contains("caf\u{fffd} bach"), "{text}");
        assert!(probe.remark.is_some_and(|said| said.starts_with("1 bytes are not valid UTF-8")));
    }
}
