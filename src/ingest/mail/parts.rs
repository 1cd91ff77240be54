//! A message's parts: where each begins and ends, and its headers.
//!
//! Headers are read by `mail-parser`. The tree of parts is found here, because strangers decide its shape: each level
//! is one pass over its own bytes, and depth and number are limited, so that time and memory stay in proportion to
//! size (the library follows a million nested messages, and drops them one inside the other).

use std::borrow::Cow;
use std::sync::LazyLock;

use mail_parser::{ContentType, HeaderName, HeaderValue, Message, MessageParser};
use regex::bytes::Regex;

use super::decoding;

static PARSER: LazyLock<MessageParser> = LazyLock::new(MessageParser::default);

/// Deepest nesting of multiparts that is followed; mail programs need five or so.
const DEEPEST: usize = 40;

/// Most parts of one message that are told apart.
const MOST: usize = 10_000;

/// Headers, decoded.
#[derive(Debug, Default)]
pub(super) struct Headers(Option<Message<'static>>);

impl Headers {
    /// Reads a block of headers. Bytes that are not UTF-8 are taken for the likeliest encoding.
    pub(super) fn read(block: &[u8]) -> Headers {
        let (mut text, _) = decoding::text(&mended(block), "");
        text.push_str("\r\n\r\n");
        Headers(
            PARSER.parse_headers(text.as_bytes()).map(Message::into_owned).filter(|message| !message.parts.is_empty()),
        )
    }

    /// A header's value; the last one counts when there are several, as in most mail programs.
    pub(super) fn get(&self, name: &'static str) -> Option<&HeaderValue<'static>> {
        self.0.as_ref()?.header(HeaderName::parse(name)?)
    }

    /// A header as it was written, unfolded; empty when there is none.
    pub(super) fn raw(&self, name: &'static str) -> String {
        let raw = HeaderName::parse(name).and_then(|name| self.0.as_ref()?.header_raw(name));
        raw.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn content(&self, name: &'static str) -> Option<&ContentType<'static>> {
        self.get(name)?.as_content_type()
    }

    /// The media type in small letters; `text/plain` when there is none.
    pub(super) fn media_type(&self) -> String {
        let Some(given) = self.content("Content-Type") else { return "text/plain".to_owned() };
        match given.subtype() {
            Some(subtype) => format!("{}/{}", given.ctype(), subtype).to_ascii_lowercase(),
            None if given.ctype().eq_ignore_ascii_case("text") => "text/plain".to_owned(),
            None => given.ctype().to_ascii_lowercase(),
        }
    }

    /// A parameter of the content type, or empty.
    pub(super) fn parameter(&self, name: &str) -> &str {
        self.content("Content-Type").and_then(|given| given.attribute(name)).unwrap_or_default()
    }

    /// `attachment`, `inline` or empty.
    pub(super) fn disposition(&self) -> &str {
        self.content("Content-Disposition").map_or("", |given| given.ctype())
    }

    /// The name of the file that a part holds, or empty.
    pub(super) fn file_name(&self) -> &str {
        let named = self.content("Content-Disposition").and_then(|given| given.attribute("filename"));
        named.unwrap_or_else(|| self.parameter("name")).trim()
    }
}

/// An encoded word (RFC 2047): character set, encoding, content.
static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?s-u)=\?([^?\s]{1,40})\?([BbQq])\?([^?\r\n]*)\?=")
        .expect("the pattern is a constant, and a test uses it")
});

/// Headers whose encoded words hold plain ASCII, and no half of a letter: some programs leave bytes in them as they
/// are, and some cut between the bytes of a letter.
fn mended(block: &[u8]) -> Cow<'_, [u8]> {
    if !WORD.is_match(block) {
        return block.into();
    }
    let mut out = Vec::with_capacity(block.len());
    let mut at = 0;
    // Character set and encoding of the word before, when another may be joined to it.
    let mut before: Option<(Vec<u8>, Vec<u8>)> = None;
    for word in WORD.captures_iter(block) {
        let (Some(all), Some(content)) = (word.get(0), word.get(3)) else { continue };
        let kind = (word[1].to_ascii_lowercase(), word[2].to_ascii_lowercase());
        let between = &block[at..all.start()];
        if !between.is_empty() && between.trim_ascii().is_empty() && before.as_ref() == Some(&kind) {
            out.truncate(out.len() - 2);
        } else {
            out.extend_from_slice(between);
            out.extend_from_slice(&block[all.start()..content.start()]);
        }
        for byte in content.as_bytes() {
            if byte.is_ascii() || kind.1 == b"b" {
                out.push(*byte);
            } else {
                out.extend_from_slice(format!("={byte:02X}").as_bytes());
            }
        }
        out.extend_from_slice(b"?=");
        at = all.end();
        let is_whole = content.len() % 4 == 0 && !content.as_bytes().ends_with(b"=");
        before = Some(kind).filter(|kind| kind.1 == b"q" || is_whole);
    }
    out.extend_from_slice(&block[at..]);
    out.into()
}

/// A part of a message.
#[derive(Debug)]
pub(super) struct Part<'m> {
    /// Its headers.
    pub(super) headers: Headers,
    /// Its media type in small letters, given or usual where it stands.
    pub(super) media_type: String,
    /// What stands below them.
    pub(super) content: Content<'m>,
}

/// What a part is made of.
#[derive(Debug)]
pub(super) enum Content<'m> {
    /// Bytes, still encoded.
    Leaf(&'m [u8]),
    /// Parts, in order, and what stands before the first one and behind the last when it is more than blank.
    Parts(Vec<Part<'m>>, Vec<&'m [u8]>),
}

/// Splits a message into its parts. What cannot be split is one part; `remarks` says so.
pub(super) fn read<'m>(message: &'m [u8], remarks: &mut Vec<String>) -> Part<'m> {
    let mut splitter = Splitter { left: MOST, is_too_deep: false, is_torn: false };
    let part = splitter.part(message, "text/plain", 0);
    if splitter.is_too_deep || splitter.left == 0 {
        remarks.push("it has more parts within parts than can be told apart; the rest is kept as it is".to_owned());
    }
    if splitter.is_torn {
        remarks.push("its parts are not marked off as it announces; it was read as one text".to_owned());
    }
    part
}

/// What lies between boundary lines, and what lies before the first and behind the last.
type Pieces<'m> = (Vec<&'m [u8]>, Vec<&'m [u8]>);

struct Splitter {
    left: usize,
    is_too_deep: bool,
    is_torn: bool,
}

impl Splitter {
    fn part<'m>(&mut self, bytes: &'m [u8], usual: &str, depth: usize) -> Part<'m> {
        let (block, body) = split(bytes);
        let headers = Headers::read(block);
        let media_type = if headers.get("Content-Type").is_some() { headers.media_type() } else { usual.to_owned() };
        if !media_type.starts_with("multipart/") {
            return Part { headers, media_type, content: Content::Leaf(body) };
        }
        if depth >= DEEPEST || self.left == 0 {
            self.is_too_deep = true;
            return Part { headers, media_type, content: Content::Leaf(body) };
        }
        let boundary = headers.parameter("boundary").to_owned();
        let Some((pieces, beside)) = self.pieces(body, boundary.as_bytes()) else {
            self.is_torn = true;
            return Part { headers, media_type, content: Content::Leaf(body) };
        };
        let usual = if media_type == "multipart/digest" { "message/rfc822" } else { "text/plain" };
        let parts = pieces.into_iter().map(|piece| self.part(piece, usual, depth + 1)).collect();
        Part { headers, media_type, content: Content::Parts(parts, beside) }
    }

    /// The bytes between boundary lines. `None` when there is no such line.
    fn pieces<'m>(&mut self, body: &'m [u8], boundary: &[u8]) -> Option<Pieces<'m>> {
        // A message without its boundary often has one all the same: the first line that looks like it.
        let found = boundary_lines(body, boundary).next().is_some();
        let boundary = if found { boundary } else { likely_boundary(body)? };
        let mut pieces = Vec::new();
        let mut beside = Vec::new();
        let mut open = None;
        let mut from = 0;
        for (start, end, is_last) in boundary_lines(body, boundary) {
            let piece = without_line_end(&body[from..start]);
            match open {
                Some(()) => pieces.push(piece),
                None => beside.push(piece),
            }
            from = end;
            open = (!is_last).then_some(());
            self.left = self.left.saturating_sub(1);
            if self.left == 0 {
                break;
            }
        }
        match open {
            Some(()) => pieces.push(&body[from..]),
            None => beside.push(&body[from..]),
        }
        // The line that tells old programs what MIME is belongs to nothing.
        beside.retain(|piece| !piece.trim_ascii().is_empty() && !is_preamble(piece));
        Some((pieces, beside))
    }
}

fn is_preamble(piece: &[u8]) -> bool {
    let text = String::from_utf8_lossy(piece).to_lowercase();
    text.len() < 500 && (text.contains("multi-part message") || text.contains("mime"))
}

/// The lines that part: where each begins, where it ends, and whether it is the last one.
fn boundary_lines<'m>(body: &'m [u8], boundary: &'m [u8]) -> impl Iterator<Item = (usize, usize, bool)> + 'm {
    let mut at = 0;
    body.split_inclusive(|byte| *byte == b'\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let rest = line.strip_prefix(b"--")?.strip_prefix(boundary)?.trim_ascii_end();
        let is_one = !boundary.is_empty() && (rest.is_empty() || rest == b"--");
        is_one.then_some((start, at, rest == b"--"))
    })
}

/// The boundary of a body whose headers name none or another: that of a line `--X` that another one closes as `--X--`.
fn likely_boundary(body: &[u8]) -> Option<&[u8]> {
    let lines = || body.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let first =
        lines().find_map(|line| line.strip_prefix(b"--").filter(|rest| rest.len() >= 6 && !rest.contains(&b' ')))?;
    lines().any(|line| line.strip_prefix(b"--").and_then(|l| l.strip_suffix(b"--")) == Some(first)).then_some(first)
}

fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

/// The headers and the body of a message or part. A line that is no header ends the headers, unless headers go on
/// below it.
pub(super) fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    let mut has_headers = false;
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let content = line.trim_ascii_end();
        if content.is_empty() && !line.starts_with(b" ") && !line.starts_with(b"\t") {
            return (&bytes[..at], &bytes[at + line.len()..]);
        }
        let is_mailbox_line = at == 0 && (content.starts_with(b"From ") || content.starts_with(b">From "));
        let goes_on = has_headers && (line.starts_with(b" ") || line.starts_with(b"\t"));
        if is_header(content) {
            has_headers = true;
        } else if !is_mailbox_line && !goes_on {
            let go_on_below = has_headers && lines.peek().is_some_and(|next| is_header(next));
            if !go_on_below {
                return (&bytes[..at], &bytes[at..]);
            }
        }
        at += line.len();
    }
    (bytes, b"")
}

/// Longest name of a header: registered ones stay below 40.
const LONGEST_NAME: usize = 70;

/// Whether a line is a header: a name without spaces, and a colon.
pub(super) fn is_header(line: &[u8]) -> bool {
    let Some(colon) = line.iter().take(LONGEST_NAME).position(|byte| *byte == b':') else { return false };
    let name = line[..colon].trim_ascii_end();
    !name.is_empty() && name.iter().all(u8::is_ascii_graphic) && name[0].is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shape(part: &Part<'_>) -> String {
        match &part.content {
            Content::Leaf(bytes) => format!("{}:{}", part.media_type, String::from_utf8_lossy(bytes).trim()),
            Content::Parts(parts, _) => format!("[{}]", parts.iter().map(shape).collect::<Vec<_>>().join(" ")),
        }
    }

    fn shape_of(text: &str) -> (String, usize) {
        let mut remarks = Vec::new();
        (shape(&read(text.as_bytes(), &mut remarks)), remarks.len())
    }

    #[test]
    fn parts_within_parts_are_told_apart_whatever_their_line_ends() {
        let text = "Content-Type: multipart/mixed; boundary=a\n\nThis is a multi-part message in MIME format.\n--a\n\
                    Content-Type: multipart/alternative; boundary=\"a b\"\n\n--a b\n\nTŷ\n--a b\nContent-Type: TEXT/HTML\n\n<p>Tŷ\n\
                    --a b--\n--a\nContent-Type: application/pdf\n\n🙂\n--a--\n";
        let expected = ("[[text/plain:Tŷ text/html:<p>Tŷ] application/pdf:🙂]".to_owned(), 0);
        assert_eq!(shape_of(text), expected);
        assert_eq!(shape_of(&text.replace('\n', "\r\n")), expected);
        assert_eq!(
            shape_of(
                &text
                    .replace("boundary=a\n", "boundary=other1\n")
                    .replace("--a\n", "--abcdef\n")
                    .replace("--a--\n", "--abcdef--\n")
            ),
            expected
        );
    }

    #[test]
    fn a_part_that_never_ends_goes_on_to_the_end() {
        assert_eq!(
            shape_of("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nun\n--a\n\ndau").0,
            "[text/plain:un text/plain:dau]"
        );
        let (shape, remarks) = shape_of("Content-Type: multipart/mixed; boundary=a\n\nno boundary at all");
        assert_eq!((shape.as_str(), remarks), ("multipart/mixed:no boundary at all", 1));
        assert_eq!(shape_of(""), ("text/plain:".to_owned(), 0));
    }

    #[test]
    fn words_without_headers_are_a_body() {
        let (block, body) = split(b"Annwyl bawb\n\nDiolch: yn fawr\n");
        assert_eq!((block, body), (&b""[..], &b"Annwyl bawb\n\nDiolch: yn fawr\n"[..]));
        let (block, body) = split(b"Subject: x\nbroken in\nFrom: a@b.cymru\n\nbody");
        assert_eq!((block.len(), body), (37, &b"body"[..]));
    }

    #[test]
    fn a_thousand_multiparts_within_each_other_are_one_pass_for_each_level_followed() {
        let mut text = String::new();
        for i in 0..1000 {
            text.push_str(&format!("Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        }
        text.push_str("\nend\n");
        let (shape, remarks) = shape_of(&text);
        assert!(shape.starts_with(&"[".repeat(DEEPEST)) && shape.contains("end"), "{shape}");
        assert_eq!(remarks, 1);
    }

    proptest! {
        #[test]
        fn any_bytes_are_parts(bytes in proptest::collection::vec(prop_oneof![Just(b'\n'), Just(b'-'), Just(b'a'), Just(b':'), any::<u8>()], 0..300)) {
            let mut message = b"Content-Type: multipart/mixed; boundary=a\n\n".to_vec();
            message.extend_from_slice(&bytes);
            read(&message, &mut Vec::new());
            read(&bytes, &mut Vec::new());
        }
    }
}
