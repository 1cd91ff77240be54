//! The bytes behind a stream's filters, and whether all of them came out.
//!
//! The parser's own decoding takes what comes and is silent about the rest, which would lose the end of a page.

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Object, Stream, dictionary};

/// What a page or form draws.
#[derive(Default)]
pub(super) struct Drawn {
    /// Its operators, decoded as far as possible.
    pub(super) bytes: Vec<u8>,
    /// Whether some of it is lost.
    pub(super) is_damaged: bool,
}

/// Decodes a stream, filter by filter.
pub(super) fn decoded(stream: &Stream) -> Drawn {
    let mut drawn = Drawn { bytes: stream.content.clone(), is_damaged: false };
    for filter in stream.filters().unwrap_or_default() {
        let input = std::mem::take(&mut drawn.bytes);
        let single = Stream::new(dictionary! { "Filter" => Object::Name(filter.to_vec()) }, input);
        drawn.bytes = single.decompressed_content().unwrap_or_default();
        drawn.is_damaged |= match filter {
            b"FlateDecode" => !has_checksum(&single.content, &drawn.bytes),
            b"ASCII85Decode" => !is_ascii85(&single.content),
            // Nothing tells of damage within LZW; what else there is cannot be decoded.
            b"LZWDecode" => false,
            _ => true,
        };
    }
    drawn
}

/// The operators in what is drawn, and whether some are damaged.
pub(super) fn operations(drawn: &Drawn) -> (Vec<Operation>, bool) {
    match Content::decode_strict(&drawn.bytes) {
        Ok(content) => (content.operations, drawn.is_damaged),
        Err(_) => (Content::decode(&drawn.bytes).map(|content| content.operations).unwrap_or_default(), true),
    }
}

/// What kind of thing a stream is: `Image`, `Form`.
pub(super) fn subtype(stream: &Stream) -> &[u8] {
    stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default()
}

/// Bytes behind the compressed data in which its checksum may end: line breaks that a length counts in.
const SLACK: usize = 4;

/// Whether the end of zlib data (RFC 1950) holds the Adler-32 of what came out.
fn has_checksum(compressed: &[u8], content: &[u8]) -> bool {
    let end = &compressed[compressed.len().saturating_sub(4 + SLACK)..];
    compressed.is_empty() || end.windows(4).any(|window| window == adler32(content).to_be_bytes())
}

fn adler32(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1u32, 0u32);
    // As many as fit before the sums overflow, as zlib does it.
    for part in bytes.chunks(5552) {
        for byte in part {
            a += u32::from(*byte);
            b += a;
        }
        a %= 65521;
        b %= 65521;
    }
    b << 16 | a
}

/// Whether every sign up to the end mark is one of the encoding's.
fn is_ascii85(encoded: &[u8]) -> bool {
    let end = encoded.windows(2).position(|pair| pair == b"~>").unwrap_or(encoded.len());
    let is_sign = |byte: &u8| matches!(byte, b'!'..=b'u' | b'z') || byte.is_ascii_whitespace() || *byte == 0;
    end < encoded.len() && encoded[..end].iter().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_the_standard() {
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
        assert_eq!(adler32(b""), 1);
        assert_eq!(adler32(&[255; 6000]), adler32(&[&[255u8; 5552][..], &[255; 448]].concat()));
    }

    #[test]
    fn what_is_cut_short_is_noticed() {
        let mut stream = Stream::new(dictionary! {}, "Mae'r t\u{177} yn oer. ".repeat(20).into_bytes());
        stream.compress().expect("it shrinks");
        let whole = decoded(&stream);
        assert!(!whole.is_damaged && whole.bytes.starts_with("Mae'r t\u{177}".as_bytes()));
        for length in 0..stream.content.len() {
            let mut cut = stream.clone();
            cut.content.truncate(length);
            let cut = decoded(&cut);
            assert!(cut.is_damaged || length == 0, "{length}");
        }
        assert!(!decoded(&Stream::new(dictionary! {}, b"plain".to_vec())).is_damaged);
    }
}
