//! What a file is: by its content first, by its name where the content leaves a choice.

use std::io::Read as _;
use std::path::Path;

/// What a file is, as far as reading it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Format {
    /// Delimited text: a row a line.
    Delimited,
    /// An object of JSON a line.
    JsonLines,
    /// One JSON document.
    Json,
    /// A workbook of Excel or OpenDocument.
    Workbook,
    /// Word, since 2007.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// Word, before 2007.
    Doc,
    /// Plain text.
    Text,
    /// Text with Markdown's marks, by its name alone.
    Markdown,
    /// One message.
    Eml,
    /// Messages one after the other.
    Mbox,
    /// One message as Outlook saves it.
    Msg,
    /// An archive of files.
    Zip,
    /// A picture.
    Image,
    /// Locked with a password: ask the sender for a copy without one.
    Encrypted,
    /// No bytes at all.
    Empty,
    /// None of these.
    Unknown,
}

/// Formats with their names on the command line and what a person calls them.
const NAMES: [(Format, &str, &str); 20] = [
    (Format::Delimited, "delimited", "a table in plain text"),
    (Format::JsonLines, "jsonl", "JSON Lines"),
    (Format::Json, "json", "JSON"),
    (Format::Workbook, "workbook", "a spreadsheet"),
    (Format::Docx, "docx", "a Word document"),
    (Format::Odt, "odt", "an OpenDocument text"),
    (Format::Rtf, "rtf", "a rich text document"),
    (Format::Html, "html", "a web page"),
    (Format::Pdf, "pdf", "a PDF"),
    (Format::Doc, "doc", "an old Word document"),
    (Format::Text, "text", "plain text"),
    (Format::Markdown, "markdown", "plain text"),
    (Format::Eml, "eml", "an e-mail message"),
    (Format::Mbox, "mbox", "a mailbox"),
    (Format::Msg, "msg", "an Outlook message"),
    (Format::Zip, "zip", "a zip archive"),
    (Format::Image, "image", "a picture"),
    (Format::Encrypted, "encrypted", "locked with a password"),
    (Format::Empty, "empty", "empty"),
    (Format::Unknown, "unknown", "in no format that is known here"),
];

impl Format {
    /// Its name on the command line.
    pub(crate) fn name(self) -> &'static str {
        self.entry().1
    }

    /// What a person calls it: `a web page`.
    pub(crate) fn called(self) -> &'static str {
        self.entry().2
    }

    /// The format of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known, _)| *known == name).map(|(format, ..)| *format)
    }

    fn entry(self) -> &'static (Format, &'static str, &'static str) {
        NAMES.iter().find(|(format, ..)| *format == self).unwrap_or(&NAMES[NAMES.len() - 1])
    }
}

/// How far into a file a PDF may begin: what readers of PDF allow (PDF 1.7, Annex H, note 13).
const PDF_WITHIN: usize = 1024;

/// Finds out what a file is. `head` is its beginning (some kilobytes); containers are opened at `path` to see what they
/// hold. Never fails: what cannot be told is [`Format::Unknown`].
pub(crate) fn detect(name: &str, head: &[u8], path: &Path) -> Format {
    let named = by_name(name);
    if head.is_empty() {
        return Format::Empty;
    }
    if head[..head.len().min(PDF_WITHIN)].windows(5).any(|window| window == b"%PDF-") {
        return Format::Pdf;
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return in_compound_file(path).or(named).unwrap_or(Format::Unknown);
    }
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|magic| head.starts_with(*magic)) {
        return in_zip(path, named).unwrap_or(Format::Zip);
    }
    if is_old_worksheet(head) {
        return Format::Workbook;
    }
    if is_image(head) {
        return Format::Image;
    }
    let Some(text) = as_text(head) else { return Format::Unknown };
    in_text(text.trim_start_matches('\u{feff}'), named)
}

/// Bytes looked at to find out what a file is.
const HEAD: u64 = 1 << 16;

/// Finds out what a file is that goes by `name`.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn of_file(path: &Path, name: &str) -> std::io::Result<Format> {
    let mut head = Vec::new();
    std::fs::File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(detect(name, &head, path))
}

/// What a person should know when a file's name says one thing and its content another.
pub(crate) fn belies(name: &str, format: Format) -> Option<String> {
    let (extension, named) = (extension(name)?, by_name(name)?);
    // A table is a table to whoever saved it, and text is what they all are underneath.
    let same = |a: Format, b: Format| a == b || (is_plain(a) && is_plain(b));
    if same(named, format) || matches!(format, Format::Empty | Format::Encrypted) {
        return None;
    }
    let called = format.called();
    Some(match format {
        Format::Unknown => format!("its name ends in .{extension}, and it is {called}"),
        _ => format!("its name ends in .{extension}, and it is {called}; it was read as one"),
    })
}

fn is_plain(format: Format) -> bool {
    matches!(format, Format::Delimited | Format::JsonLines | Format::Json | Format::Text | Format::Markdown)
}

fn extension(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let is_word = extension.len() <= 8 && extension.chars().all(|c| c.is_ascii_alphanumeric());
    (is_word && !stem.is_empty()).then(|| extension.to_ascii_lowercase())
}

fn by_name(name: &str) -> Option<Format> {
    Some(match extension(name)?.as_str() {
        "csv" | "tsv" | "tab" | "psv" => Format::Delimited,
        "jsonl" | "ndjson" => Format::JsonLines,
        "json" => Format::Json,
        "xlsx" | "xlsm" | "xlsb" | "xltx" | "xls" | "xlt" | "xla" | "ods" | "ots" | "fods" => Format::Workbook,
        "docx" | "docm" | "dotx" | "dotm" => Format::Docx,
        "odt" | "ott" => Format::Odt,
        "rtf" => Format::Rtf,
        "html" | "htm" | "xhtml" => Format::Html,
        "pdf" => Format::Pdf,
        "doc" | "dot" => Format::Doc,
        "txt" | "text" | "log" => Format::Text,
        "md" | "markdown" => Format::Markdown,
        "eml" | "mht" | "mhtml" => Format::Eml,
        "mbox" | "mbx" => Format::Mbox,
        "msg" => Format::Msg,
        "zip" => Format::Zip,
        "png" | "jpg" | "jpeg" | "tif" | "tiff" | "gif" | "bmp" | "heic" | "heif" | "webp" => Format::Image,
        _ => return None,
    })
}

/// Names of streams that tell what a compound file is.
fn in_compound_file(path: &Path) -> Option<Format> {
    let file = cfb::open(path).ok()?;
    let names: Vec<String> = file.read_root_storage().map(|entry| entry.name().to_ascii_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has("encryptedpackage") {
        Some(Format::Encrypted)
    } else if has("worddocument") {
        Some(Format::Doc)
    } else if has("workbook") || has("book") {
        Some(Format::Workbook)
    } else if has("__properties_version1.0") {
        Some(Format::Msg)
    } else {
        Some(Format::Unknown)
    }
}

/// Names in an archive that tell what it is. `None` when it cannot be opened.
fn in_zip(path: &Path, named: Option<Format>) -> Option<Format> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).ok()?).ok()?;
    let mut media_type = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        drop(entry.take(100).read_to_string(&mut media_type));
    }
    match media_type.trim() {
        t if t.starts_with("application/vnd.oasis.opendocument.text") => return Some(Format::Odt),
        t if t.starts_with("application/vnd.oasis.opendocument.spreadsheet") => return Some(Format::Workbook),
        t if t.starts_with("application/vnd.oasis.") || t.starts_with("application/epub") => {
            return Some(Format::Unknown);
        }
        _ => {}
    }
    let any = |below: &str| archive.file_names().any(|name| name.is_ok_and(|name| name.starts_with(below)));
    Some(match any("[Content_Types].xml") {
        true if any("word/") => Format::Docx,
        true if any("xl/") => Format::Workbook,
        true if any("ppt/") || any("visio/") => Format::Unknown,
        _ if any("Index/Document.iwa") => Format::Unknown,
        // A file named as one of these is one, also when it was put together carelessly; its reader says what is wrong.
        _ => {
            named.filter(|named| matches!(named, Format::Docx | Format::Workbook | Format::Odt)).unwrap_or(Format::Zip)
        }
    })
}

/// A worksheet of Excel 2 to 4, or 5 without its container: a BOF record ([MS-XLS] 2.4.21) and its length.
fn is_old_worksheet(head: &[u8]) -> bool {
    matches!(head, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04..=0x10, 0x00, ..])
}

fn is_image(head: &[u8]) -> bool {
    let kind = head.get(4..12).unwrap_or_default();
    let heic: [&[u8]; 7] = [b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypheim", b"ftypmif1", b"ftypmsf1", b"ftypavif"];
    head.starts_with(b"\x89PNG\r\n\x1a\n")
        || head.starts_with(&[0xff, 0xd8, 0xff])
        || head.starts_with(b"II*\0")
        || head.starts_with(b"MM\0*")
        || head.starts_with(b"GIF87a")
        || head.starts_with(b"GIF89a")
        || (head.starts_with(b"RIFF") && kind.ends_with(b"WEBP"))
        // Two letters begin many a word; the four reserved bytes of a bitmap begin none.
        || (head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]))
        || heic.contains(&kind)
}

/// More of these bytes in a hundred, and it is no text.
const CONTROLS_PERCENT: usize = 5;

/// The beginning of a file as text, in whatever encoding; `None` when it is none.
fn as_text(head: &[u8]) -> Option<String> {
    let utf16 =
        |encoding: &'static encoding_rs::Encoding| Some(encoding.decode_without_bom_handling(head).0.into_owned());
    if head.starts_with(&[0xff, 0xfe]) {
        return utf16(encoding_rs::UTF_16LE);
    }
    if head.starts_with(&[0xfe, 0xff]) {
        return utf16(encoding_rs::UTF_16BE);
    }
    let nuls = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    // Latin letters in UTF-16 have a zero in every second place, and in no other.
    if odd * 10 > head.len() * 3 && even * 20 < odd {
        return utf16(encoding_rs::UTF_16LE);
    }
    if even * 10 > head.len() * 3 && odd * 20 < even {
        return utf16(encoding_rs::UTF_16BE);
    }
    let is_odd = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let controls = head.iter().filter(is_odd).count();
    (controls * 100 <= head.len() * CONTROLS_PERCENT).then(|| String::from_utf8_lossy(head).into_owned())
}

/// What a text is.
fn in_text(text: &str, named: Option<Format>) -> Format {
    let start = text.trim_start();
    if start.starts_with("{\\rtf") {
        return Format::Rtf;
    }
    if is_html(start) {
        return Format::Html;
    }
    if is_mailbox(text) {
        return Format::Mbox;
    }
    if is_message(start, named) {
        return Format::Eml;
    }
    if let Some(json) = json(start, named) {
        return json;
    }
    // Other XML is data of a program, and its lines are neither rows nor words.
    if start.starts_with("<?xml") || named.is_none() && start.starts_with('<') && start.contains("</") {
        return Format::Unknown;
    }
    match named {
        Some(plain) if matches!(plain, Format::Delimited | Format::Text | Format::Markdown) => plain,
        // Exports of delimited text are often given the name of a workbook.
        Some(Format::Workbook) => Format::Delimited,
        _ if is_table(text) => Format::Delimited,
        _ => Format::Text,
    }
}

fn is_html(start: &str) -> bool {
    let mut rest = start;
    // Declarations and comments may stand before the first element.
    for _ in 0..8 {
        let end = match rest {
            r if r.starts_with("<?") => r.find("?>").map(|at| at + 2),
            r if r.starts_with("<!--") => r.find("-->").map(|at| at + 3),
            _ => None,
        };
        match end {
            Some(end) => rest = rest[end..].trim_start(),
            None => break,
        }
    }
    let start: String = rest.chars().take(16).collect::<String>().to_ascii_lowercase();
    let tags =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<table", "<div", "<style", "<p>", "<span"];
    tags.iter().any(|tag| start.starts_with(tag))
}

/// `From ADDRESS DATE` on the first line (RFC 4155): only a date has a time in it.
fn is_mailbox(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let has_time =
        || line.as_bytes().windows(5).any(|w| w[2] == b':' && [0, 1, 3, 4].iter().all(|i| w[*i].is_ascii_digit()));
    line.starts_with("From ") && has_time()
}

/// Fields that begin a message. Those of the second list stand in no letter.
const FIELDS: [&str; 12] = [
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "reply-to",
    "sender",
    "bcc",
    "x-mailer",
    "thread-topic",
    "in-reply-to",
    "importance",
];
const TELLING_FIELDS: [&str; 10] = [
    "received",
    "mime-version",
    "message-id",
    "return-path",
    "content-type",
    "delivered-to",
    "x-received",
    "dkim-signature",
    "arc-seal",
    "content-transfer-encoding",
];

fn is_message(start: &str, named: Option<Format>) -> bool {
    let (mut fields, mut telling) = (0, 0);
    for line in start.lines().take(200) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        let name = name.trim_end().to_ascii_lowercase();
        telling += usize::from(TELLING_FIELDS.contains(&name.as_str()));
        fields += usize::from(FIELDS.contains(&name.as_str()));
    }
    fields + telling >= 2 && (telling > 0 || named == Some(Format::Eml))
}

/// JSON begins as JSON does, and goes on so as far as can be seen.
fn json(start: &str, named: Option<Format>) -> Option<Format> {
    if !start.starts_with(['{', '[']) {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(start).into_iter::<serde::de::IgnoredAny>();
    let first = values.next()?;
    let is_plausible = first.as_ref().map_or_else(serde_json::Error::is_eof, |_| true);
    if !is_plausible {
        return None;
    }
    let rest = start.get(values.byte_offset()..).unwrap_or_default();
    let one_line = first.is_ok() && start.starts_with('{') && !start[..values.byte_offset()].contains('\n');
    let is_lines = match named {
        Some(Format::JsonLines) => start.starts_with('{'),
        _ => one_line && rest.trim_start().starts_with('{'),
    };
    Some(if is_lines { Format::JsonLines } else { Format::Json })
}

/// Whether the first lines are split by one delimiter into the same number of cells, three or more.
fn is_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(6).collect();
    // The last line may be cut off where the look ended.
    let lines = &lines[..lines.len().saturating_sub(1)];
    let is_split = |delimiter: char| {
        let cells = |line: &&str| line.matches(delimiter).count();
        lines.len() >= 2 && cells(&lines[0]) >= 2 && lines.iter().all(|line| cells(line) == cells(&lines[0]))
    };
    ['\t', ';', '|', ','].into_iter().any(is_split)
}

#[cfg(test)]
mod tests;
