//! Which encoding a page is in: by its byte-order mark, by what can be read, by what it says, else Windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes in which a page says its encoding. The standard asks for 1,024; Word puts more before it.
const HEAD: usize = 8_192;

/// The page as text, and what a person should know of the decoding.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<String>) {
    let encoding = choose(bytes);
    // A byte-order mark goes before the choice and is left out.
    let (text, encoding, has_errors) = encoding.decode(bytes);
    let remark = has_errors.then(|| {
        format!(
            "some of its bytes are not valid {}; each was read as \u{fffd}. Ask for the page again",
            encoding.name()
        )
    });
    (text.into_owned(), remark)
}

fn choose(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [b'<', 0, ..] => return UTF_16LE,
        [0, b'<', ..] => return UTF_16BE,
        _ => {}
    }
    // What reads as UTF-8 beyond ASCII is UTF-8, whatever a page says that was copied from elsewhere.
    let is_utf_8 = std::str::from_utf8(bytes).is_ok();
    if is_utf_8 && !bytes.is_ascii() {
        return UTF_8;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    match declared(head) {
        Some(encoding) if encoding != UTF_8 => encoding,
        Some(_) => UTF_8,
        None if is_utf_8 => UTF_8,
        None => WINDOWS_1252,
    }
}

/// The first `charset=` or `encoding=` of the head.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head: String = head.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let named = ["charset", "encoding"].into_iter().find_map(|word| {
        head.match_indices(word).find_map(|(at, _)| {
            let rest = head[at + word.len()..].trim_start().strip_prefix('=')?.trim_start();
            let label = rest
                .trim_start_matches(['"', '\''])
                .split(|sign: char| !sign.is_ascii_graphic() || "\"'>;/?".contains(sign));
            Encoding::for_label(label.into_iter().next()?.as_bytes())
        })
    })?;
    // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    Some(if named == UTF_16LE || named == UTF_16BE { UTF_8 } else { named })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn an_encoding_is_found_by_mark_by_bytes_and_by_name() {
        let text = |bytes: &[u8]| decode(bytes).0;
        assert_eq!(text("\u{feff}ŵ".as_bytes()), "ŵ");
        assert_eq!(text("<meta charset=iso-8859-1>ŵ 🙂".as_bytes()), "<meta charset=iso-8859-1>ŵ 🙂");
        assert_eq!(text(b"<meta charset=\"ISO-8859-14\">\xf0"), "<meta charset=\"ISO-8859-14\">ŵ");
        assert_eq!(text(b"<META content='text/html; charset = windows-1250'>\xb9").chars().last(), Some('ą'));
        assert_eq!(text(b"t\xf4 \x99"), "tô ™");
        assert_eq!(text(b"<\0\x75\x01"), "<ŵ");
        assert_eq!(text(b""), "");
        let (broken, remark) = decode(b"<meta charset=utf-8>\xf4 x");
        assert!(broken.ends_with("\u{fffd} x"));
        assert!(remark.is_some_and(|remark| remark.contains("not valid UTF-8")));
    }
}
