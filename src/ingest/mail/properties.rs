//! The properties of a message in a compound file (MS-OXMSG), and rich text as Outlook packs it (MS-OXRTFCP).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use cfb::CompoundFile;
use encoding_rs::Encoding;

/// A compound file, whose streams are read within a budget: a hostile one may hold the same bytes under many names.
pub(super) struct File<'b> {
    file: CompoundFile<Cursor<&'b [u8]>>,
    left: u64,
    /// Whether streams were left unread.
    pub(super) is_short: bool,
}

/// Streams of a sound file share no bytes; short ones are padded.
const SLACK: u64 = 1 << 20;

impl<'b> File<'b> {
    /// Opens a file. `None` when it is no compound file, or a broken one.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let file = CompoundFile::open(Cursor::new(bytes)).ok()?;
        Some(File { file, left: bytes.len() as u64 + SLACK, is_short: false })
    }

    /// Names of what a storage holds, sorted; with whether each is a storage.
    pub(super) fn names(&self, path: &str) -> BTreeMap<String, bool> {
        let entries = self.file.read_storage(path).ok();
        entries.into_iter().flatten().map(|entry| (entry.name().to_owned(), entry.is_storage())).collect()
    }

    /// A stream's bytes, as far as they can be read. `None` when there is no such stream.
    pub(super) fn stream(&mut self, path: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let stream = self.file.open_stream(path).ok()?;
        let whole = stream.len();
        let read = stream.take(self.left).read_to_end(&mut bytes);
        self.is_short |= read.is_err() || (bytes.len() as u64) < whole;
        self.left -= (bytes.len() as u64).min(self.left);
        Some(bytes)
    }
}

/// Properties of one storage: a message or an attachment.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// Values kept in streams, by id and type.
    streams: BTreeMap<(u16, u16), Vec<u8>>,
    /// Values of eight bytes, by id.
    fixed: BTreeMap<u16, u64>,
}

/// Text in UTF-16, text in a code page, and bytes.
const UNICODE: u16 = 0x001f;
const STRING8: u16 = 0x001e;
const BINARY: u16 = 0x0102;

impl Properties {
    /// Reads the properties of a storage. `header` is how many bytes stand before the first fixed one: 32 in a file's
    /// own message, 24 in one within it, 8 in an attachment.
    pub(super) fn read(file: &mut File<'_>, path: &str, header: usize) -> Properties {
        let mut properties = Properties::default();
        for (name, is_storage) in file.names(path) {
            let Some((id, kind)) = tag(&name).filter(|_| !is_storage) else { continue };
            if let Some(bytes) = file.stream(&format!("{path}/{name}")) {
                properties.streams.insert((id, kind), bytes);
            }
        }
        let table = file.stream(&format!("{path}/__properties_version1.0")).unwrap_or_default();
        for entry in table.get(header..).unwrap_or_default().as_chunks::<16>().0 {
            let [_, _, low, high, _, _, _, _, value @ ..] = entry;
            properties.fixed.insert(u16::from_le_bytes([*low, *high]), u64::from_le_bytes(*value));
        }
        properties
    }

    /// A text without the zeros that some programs end it with; empty when there is none.
    pub(super) fn text(&self, id: u16) -> String {
        let text = if let Some(bytes) = self.streams.get(&(id, UNICODE)) {
            encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
        } else if let Some(bytes) = self.streams.get(&(id, STRING8)) {
            self.decode(bytes)
        } else {
            String::new()
        };
        text.trim_end_matches('\0').to_owned()
    }

    /// Bytes of a value, whichever kind it is.
    pub(super) fn binary(&self, id: u16) -> Option<&[u8]> {
        self.streams.get(&(id, BINARY)).map(Vec::as_slice)
    }

    /// Moves the bytes of a value out.
    pub(super) fn take_binary(&mut self, id: u16) -> Option<Vec<u8>> {
        self.streams.remove(&(id, BINARY))
    }

    /// A value of at most eight bytes.
    pub(super) fn number(&self, id: u16) -> Option<u64> {
        self.fixed.get(&id).copied()
    }

    /// A time (hundreds of nanoseconds since 1601) as ISO, or empty.
    pub(super) fn time(&self, id: u16) -> String {
        let Some(ticks) = self.number(id).filter(|ticks| *ticks > 0) else { return String::new() };
        let seconds = i64::try_from(ticks / 10_000_000).unwrap_or(i64::MAX).saturating_sub(EPOCH);
        jiff::Timestamp::from_second(seconds).map(|time| time.to_string()).unwrap_or_default()
    }

    /// Bytes in the code page of the message as text.
    pub(super) fn decode(&self, bytes: &[u8]) -> String {
        let page = self.number(0x3fde).or_else(|| self.number(0x3ffd)).unwrap_or_default() & 0xffff_ffff;
        let encoding = match page {
            65001 => encoding_rs::UTF_8,
            1200 => encoding_rs::UTF_16LE,
            932 => encoding_rs::SHIFT_JIS,
            936 => encoding_rs::GBK,
            949 => encoding_rs::EUC_KR,
            950 => encoding_rs::BIG5,
            page @ 28591..=28605 => Encoding::for_label(format!("iso-8859-{}", page - 28590).as_bytes())
                .unwrap_or(encoding_rs::WINDOWS_1252),
            page => Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252),
        };
        // Programs leave the code page wrong; UTF-8 is known by its form.
        match std::str::from_utf8(bytes) {
            Ok(text) if page != 1200 => text.to_owned(),
            _ => encoding.decode(bytes).0.into_owned(),
        }
    }
}

/// Seconds between 1601 and 1970.
const EPOCH: i64 = 11_644_473_600;

/// Id and type of a stream's name: `__substg1.0_0037001F`.
fn tag(name: &str) -> Option<(u16, u16)> {
    let tag = name.strip_prefix("__substg1.0_").filter(|tag| tag.len() == 8)?;
    Some((u16::from_str_radix(tag.get(..4)?, 16).ok()?, u16::from_str_radix(tag.get(4..)?, 16).ok()?))
}

/// What the dictionary of compressed rich text begins with (MS-OXRTFCP, 2.1.2.1).
const DICTIONARY: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// Largest rich text that is unpacked, in bytes.
const LARGEST: usize = 64 << 20;

/// Unpacks compressed rich text. What stands before a break is kept; `None` when it is nothing of the kind.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let size = u32::from_le_bytes(packed.get(4..8)?.try_into().ok()?) as usize;
    let body = packed.get(16..)?;
    match packed.get(8..12)? {
        b"MELA" => return Some(body[..size.min(body.len())].to_vec()),
        b"LZFu" => {}
        _ => return None,
    }
    let mut window = [b' '; 4096];
    window[..DICTIONARY.len()].copy_from_slice(DICTIONARY);
    let mut at = DICTIONARY.len();
    let mut plain = Vec::new();
    let mut bytes = body.iter().copied();
    let mut put = |byte: u8, at: &mut usize, window: &mut [u8; 4096]| {
        plain.push(byte);
        window[*at] = byte;
        *at = (*at + 1) % 4096;
        plain.len() < size.min(LARGEST)
    };
    'all: while let Some(flags) = bytes.next() {
        for bit in 0..8 {
            let Some(byte) = bytes.next() else { break 'all };
            if flags & (1 << bit) == 0 {
                if !put(byte, &mut at, &mut window) {
                    break 'all;
                }
                continue;
            }
            let Some(low) = bytes.next() else { break 'all };
            let pair = usize::from(u16::from_be_bytes([byte, low]));
            let from = pair >> 4;
            // A reference to where the next byte goes marks the end.
            if from == at {
                break 'all;
            }
            for i in 0..(pair & 0xf) + 2 {
                let byte = window[(from + i) % 4096];
                if !put(byte, &mut at, &mut window) {
                    break 'all;
                }
            }
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example of MS-OXRTFCP, 4.1.
    const PACKED: [u8; 49] = [
        0x2d, 0x00, 0x00, 0x00, 0x2b, 0x00, 0x00, 0x00, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 0x03, 0x00,
        0x0a, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09,
        0x00, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0,
    ];

    #[test]
    fn rich_text_is_unpacked_as_the_specification_says() {
        let plain = unpack(&PACKED).expect("the example is sound");
        assert_eq!(String::from_utf8_lossy(&plain), "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        let stored = [&[0, 0, 0, 0, 3, 0, 0, 0][..], b"MELA", &[0; 4], b"abcd"].concat();
        assert_eq!(unpack(&stored).as_deref(), Some(&b"abc"[..]));
        assert_eq!(unpack(b""), None);
        assert!(unpack(&PACKED[..30]).expect("the beginning is sound").starts_with(b"{\\rtf1"));
    }

    #[test]
    fn times_are_iso() {
        let mut properties = Properties::default();
        properties.fixed.insert(0x39, 133_076_215_250_000_000);
        assert_eq!(properties.time(0x39), "2022-09-14T09:32:05Z");
        properties.fixed.insert(0x39, u64::MAX);
        assert_eq!((properties.time(0x39), properties.time(0x40)), (String::new(), String::new()));
    }

    proptest! {
        #[test]
        fn any_bytes_are_unpacked(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut packed = PACKED[..16].to_vec();
            packed.extend_from_slice(&bytes);
            unpack(&packed);
            unpack(&bytes);
        }
    }
}
