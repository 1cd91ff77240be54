//! From the bytes of a part to what was meant: transfer encodings and character sets, damaged ones included.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;

/// Bytes as they were before they were encoded for the way.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Decoded<'b> {
    /// The bytes.
    pub(super) bytes: Cow<'b, [u8]>,
    /// Lines that stand between or behind the encoded ones and belong to nothing (a list's footer).
    pub(super) beside: Vec<u8>,
    /// What went wrong, in plain words.
    pub(super) remark: Option<&'static str>,
}

/// Undoes a `Content-Transfer-Encoding`. Whatever can be decoded is.
pub(super) fn transfer<'b>(bytes: &'b [u8], encoding: &str) -> Decoded<'b> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => base64(bytes),
        "quoted-printable" => quoted_printable(bytes),
        "x-uuencode" | "uuencode" | "x-uue" | "uue" => uuencode(bytes),
        "" | "7bit" | "8bit" | "binary" => Decoded { bytes: bytes.into(), ..Decoded::default() },
        _ => Decoded {
            bytes: bytes.into(),
            remark: Some("it is encoded for transfer in a way that is not known, and was kept as it is"),
            ..Decoded::default()
        },
    }
}

fn base64(bytes: &[u8]) -> Decoded<'_> {
    let signs = bytes.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != b'=').count();
    let is_spaced = bytes.split(|byte| *byte == b'\n').any(|line| line.trim_ascii().contains(&b' '));
    if let Some(plain) = base64_decode(bytes).filter(|_| !is_spaced) {
        let remark = (signs % 4 == 1).then_some("its base64 breaks off; what was there was kept");
        return Decoded { bytes: plain.into(), remark, ..Decoded::default() };
    }
    let mut encoded = Vec::with_capacity(bytes.len());
    let mut beside = Vec::new();
    let mut has_ended = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let signs = line.trim_ascii();
        // Words have spaces between them; a line without is base64, damaged or not.
        if !has_ended && !signs.contains(&b' ') {
            encoded.extend(signs.iter().filter(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(byte)));
            has_ended = signs.ends_with(b"=");
        } else {
            beside.extend_from_slice(line);
        }
    }
    let plain = base64_decode(&encoded).unwrap_or_default();
    if plain.is_empty() {
        let remark = Some("it is not in base64 as it says, and was kept as it is");
        return Decoded { bytes: bytes.into(), remark, ..Decoded::default() };
    }
    Decoded { bytes: plain.into(), beside, remark: Some("its base64 is damaged; what could be decoded was kept") }
}

/// Lines between `begin` and `end`; the first sign of each tells how many bytes it holds.
fn uuencode(bytes: &[u8]) -> Decoded<'_> {
    let mut plain = Vec::new();
    let lines = bytes.split(|byte| *byte == b'\n').skip_while(|line| !line.starts_with(b"begin "));
    for line in lines.skip(1).map(<[u8]>::trim_ascii_end).take_while(|line| *line != b"end") {
        let Some((n, signs)) = line.split_first() else { continue };
        let mut decoded = Vec::with_capacity(signs.len());
        for group in signs.chunks(4) {
            let at = |i: usize| u32::from(group.get(i).map_or(0, |sign| sign.wrapping_sub(b' ') & 63));
            let three = at(0) << 18 | at(1) << 12 | at(2) << 6 | at(3);
            decoded.extend_from_slice(&three.to_be_bytes()[1..]);
        }
        // Spaces at the end of a line, which are zeros, get lost on the way.
        decoded.resize(usize::from(n.wrapping_sub(b' ') & 63), 0);
        plain.append(&mut decoded);
    }
    if plain.is_empty() {
        let remark = Some("it is not encoded as it says, and was kept as it is");
        return Decoded { bytes: bytes.into(), remark, ..Decoded::default() };
    }
    Decoded { bytes: plain.into(), ..Decoded::default() }
}

/// RFC 2045, 6.7. An equals sign that begins no code stays as it is.
fn quoted_printable(bytes: &[u8]) -> Decoded<'_> {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut broken = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let content = line.trim_ascii_end();
        let ending = if line.ends_with(b"\r\n") { 2 } else { usize::from(line.ends_with(b"\n")) };
        let (content, ending) = match content.strip_suffix(b"=") {
            Some(content) => (content, &b""[..]),
            None => (content, &line[line.len() - ending..]),
        };
        let mut at = 0;
        while let Some(byte) = content.get(at) {
            match (byte, hex(content.get(at + 1)), hex(content.get(at + 2))) {
                (b'=', Some(high), Some(low)) => {
                    plain.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                    at += 3;
                }
                _ => {
                    broken += usize::from(*byte == b'=');
                    plain.push(*byte);
                    at += 1;
                }
            }
        }
        plain.extend_from_slice(ending);
    }
    let remark = (broken > 0).then_some("its quoted-printable is damaged; what could be decoded was kept");
    Decoded { bytes: plain.into(), remark, ..Decoded::default() }
}

/// Bytes as text. The charset counts unless the bytes say otherwise: UTF-8 is known by its form, and what is no UTF-8
/// is guessed as the likeliest encoding of western Europe.
pub(super) fn text(bytes: &[u8], charset: &str) -> (String, Option<&'static str>) {
    let charset = charset.trim().trim_matches(['"', '\'']);
    let named = Encoding::for_label(charset.as_bytes());
    let is_western = named.is_none_or(|named| named == encoding_rs::UTF_8 || named == encoding_rs::WINDOWS_1252);
    if is_western {
        // Charsets that browsers do not know: UTF-7, those of DOS.
        if named.is_none()
            && let Some(decode) = charset_decoder(charset.as_bytes())
        {
            return (decode(bytes), None);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if let Ok(text) = std::str::from_utf8(bytes) {
            return (text.to_owned(), None);
        }
    }
    match named {
        Some(named) if named != encoding_rs::UTF_8 && !charset.eq_ignore_ascii_case("us-ascii") => {
            let (text, _, is_broken) = named.decode(bytes);
            (
                text.into_owned(),
                is_broken.then_some("some signs do not belong to the character set it names; see the \u{fffd} in it"),
            )
        }
        _ => guess(bytes),
    }
}

fn guess(bytes: &[u8]) -> (String, Option<&'static str>) {
    let invalid = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let valid: usize =
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|sign| !sign.is_ascii()).count()).sum();
    if invalid * 10 < valid {
        let what = "some signs were damaged on the way; see the \u{fffd} in it";
        return (String::from_utf8_lossy(bytes).into_owned(), Some(what));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"uk"), Utf8Detection::Deny);
    // A few accents tell the detector little, and in mail to Wales they are those of Windows-1252.
    let encoding = if encoding.is_single_byte() && bytes.len() < 400 { encoding_rs::WINDOWS_1252 } else { encoding };
    let what = "it is not in the character set it names, which was guessed; compare a few of its accents";
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), Some(what))
}

/// Text of `format=flowed` (RFC 3676) with its soft line breaks undone.
pub(super) fn unflow(text: &str, is_delsp: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // How deep the line that goes on is quoted, when one does.
    let mut open: Option<usize> = None;
    for line in text.split_terminator('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        let is_signature = words == "-- ";
        if open.is_none_or(|above| above != depth || is_signature) {
            if open.is_some() {
                out.push('\n');
            }
            out.push_str(&line[..depth]);
            if depth > 0 && !words.is_empty() {
                out.push(' ');
            }
        }
        let goes_on = words.ends_with(' ') && !is_signature;
        out.push_str(if goes_on && is_delsp { &words[..words.len() - 1] } else { words });
        if goes_on {
            open = Some(depth);
        } else {
            open = None;
            out.push('\n');
        }
    }
    if !text.ends_with('\n') && out.ends_with('\n') {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn base64_with_a_list_footer_behind_it_keeps_both() {
        let decoded = transfer(b"VMW3IGEgdMWVIQ==\r\n____\r\nA footer of the list\r\n", "BASE64");
        assert_eq!(decoded.bytes.as_ref(), "Tŷ a tŕ!".as_bytes());
        assert_eq!(decoded.beside, b"____\r\nA footer of the list\r\n");
        assert!(decoded.remark.is_some());
    }

    #[test]
    fn base64_that_breaks_off_is_kept_as_far_as_it_goes() {
        let decoded = transfer(b"VMW3IGEgY", "base64");
        assert_eq!(decoded.bytes.as_ref(), "Tŷ a ".as_bytes());
        assert!(decoded.remark.is_some());
        assert_eq!(transfer(b"", "base64"), Decoded::default());
    }

    #[test]
    fn what_is_not_encoded_as_it_says_is_kept_as_it_is() {
        assert_eq!(transfer(b"a picture goes here", "base64").bytes.as_ref(), b"a picture goes here");
        assert_eq!(transfer(b"VMW3*I_GE=", "base64").bytes.as_ref(), "Tŷ a".as_bytes());
        assert_eq!(transfer(b"begin 644 t\n#5,6W\n`\nend\n", "x-uuencode").bytes.as_ref(), "Tŷ".as_bytes());
        assert_eq!(transfer(b"words", "uuencode").bytes.as_ref(), b"words");
    }

    #[test]
    fn quoted_printable_is_read_and_a_stray_equals_sign_stays() {
        let decoded = transfer(b"T=C5=B7 =F0=9F=99=82 soft=\r\nly \t\r\n", "quoted-printable");
        assert_eq!(decoded.bytes.as_ref(), "Tŷ 🙂 softly\r\n".as_bytes());
        assert_eq!(decoded.remark, None);
        let broken = transfer(b"2 = 1 + 1, a=zz b=\xc3", "quoted-printable");
        assert_eq!(broken.bytes.as_ref(), b"2 = 1 + 1, a=zz b=\xc3");
        assert!(broken.remark.is_some());
    }

    #[test]
    fn the_bytes_are_believed_where_the_charset_is_wrong() {
        for charset in ["us-ascii", "utf-8", "", "no-such-charset"] {
            let (words, remark) = text(b"Caf\xe9 \x96 \xa35", charset);
            assert_eq!(words, "Café – £5", "{charset}");
            assert!(remark.is_some(), "{charset}");
        }
        for charset in ["iso-8859-1", "windows-1252", "us-ascii", "\"UTF-8\""] {
            assert_eq!(text("dŵr 🙂".as_bytes(), charset), ("dŵr 🙂".to_owned(), None), "{charset}");
        }
        assert_eq!(text(b"d\xf0r, t\xfe", "iso-8859-14"), ("dŵr, tŷ".to_owned(), None));
        assert_eq!(text(b"\x1b$B%O%m\x1b(B", "iso-2022-jp"), ("ハロ".to_owned(), None));
        assert_eq!(text(b"t+AXc-", "utf-7"), ("tŷ".to_owned(), None));
        assert_eq!(text(b"", "utf-8"), (String::new(), None));
    }

    #[test]
    fn flowed_lines_are_joined_but_for_the_mark_of_a_signature() {
        let flowed = "Un frawddeg \nhir.\n Indented\n> wedi \n> ei dyfynnu\n-- \nNia\n";
        assert_eq!(unflow(flowed, false), "Un frawddeg hir.\nIndented\n> wedi ei dyfynnu\n-- \nNia\n");
        assert_eq!(unflow("dŵ \nr", true), "dŵr");
        assert_eq!(unflow("", false), "");
    }

    proptest! {
        #[test]
        fn any_bytes_are_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..300), charset in "[a-z0-9-]{0,12}") {
            for encoding in ["base64", "quoted-printable", "x-uuencode", "x-else", ""] {
                let decoded = transfer(&bytes, encoding);
                let (words, _) = text(&decoded.bytes, &charset);
                unflow(&words, true);
            }
        }

        #[test]
        fn flowing_loses_no_word(words in "[a-zŵ> \r\n-]{0,120}") {
            let kept = |text: &str| text.chars().filter(|sign| !sign.is_whitespace() && *sign != '>').collect::<String>();
            prop_assert_eq!(kept(&unflow(&words, false)), kept(&words));
        }
    }
}
