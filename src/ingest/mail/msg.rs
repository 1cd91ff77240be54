//! Messages as Outlook saves them (.msg): properties in a compound file (MS-OXMSG).

use std::io::{Cursor, Write};

use super::bodies::{self, Text, choose};
use super::envelope::{self, is_address};
use super::parts::Headers;
use super::properties::{File, Properties, unpack};
use super::{Attachment, Message, automatic, mime, passing};
use crate::ingest::documents::{Unreadable, read_rtf};

/// Reads a message.
///
/// # Errors
/// When it is no such file, or is broken beyond reading.
pub(crate) fn read(bytes: &[u8]) -> Result<Message, Unreadable> {
    read_within(bytes, 0)
}

/// Reads a message that lies in `depth` others.
pub(super) fn read_within(bytes: &[u8], depth: usize) -> Result<Message, Unreadable> {
    let broken = "it is no Outlook message, or a damaged one; open it in Outlook and save it again";
    let mut file = File::open(bytes).ok_or_else(|| Unreadable(broken.to_owned()))?;
    if !file.names("/").contains_key("__properties_version1.0") {
        return Err(Unreadable("it is a compound file and no Outlook message; open it to see what it is".to_owned()));
    }
    let properties = Properties::read(&mut file, "", 32);
    let mut remarks = Vec::new();
    let mut message = envelope(&properties);
    let (texts, shown) = texts(&properties, &mut message.attachments, &mut remarks);
    for (name, is_storage) in file.names("/") {
        if is_storage && name.starts_with("__attach_version1.0_") {
            let n = message.attachments.len() + 1;
            message.attachments.push(attachment(&mut file, &format!("/{name}"), n, &shown));
        }
    }
    if file.is_short {
        remarks.push("it is damaged, and not all of it could be read; ask the sender for another copy".to_owned());
    }
    Ok(bodies::finish(message, texts, remarks, depth))
}

// Ids of properties (MS-OXPROPS), by what they hold.
const SUBJECT: u16 = 0x0037;
const CLASS: u16 = 0x001a;
const TRANSPORT_HEADERS: u16 = 0x007d;
const MESSAGE_ID: u16 = 0x1035;
const SENT: u16 = 0x0039;
const DELIVERED: u16 = 0x0e06;
const BODY: u16 = 0x1000;
const PAGE: u16 = 0x1013;
const RICH_TEXT: u16 = 0x1009;
/// Name of the person for whom the message was sent (the From of Internet mail), then of who sent it.
const NAMES: [u16; 2] = [0x0042, 0x0c1a];
/// Addresses of the same two: SMTP ones, then those that may be Exchange's own.
const ADDRESSES: [u16; 4] = [0x5d02, 0x5d01, 0x0065, 0x0c1f];

/// What the properties say of who wrote when, with the headers that came along where a property is missing.
fn envelope(properties: &Properties) -> Message {
    let headers = Headers::read(properties.text(TRANSPORT_HEADERS).as_bytes());
    let mut message = envelope::read(&headers);
    let name = NAMES.iter().map(|id| properties.text(*id).trim().to_owned()).find(|name| !name.is_empty());
    let address = ADDRESSES.iter().map(|id| properties.text(*id).trim().to_owned()).find(|text| is_address(text));
    // The headers say who sent it as it came; what Outlook made of them stands in only where there are none.
    if message.address.is_empty() {
        message.address = address.unwrap_or_default();
    }
    // Outlook repeats the address where it knows no name.
    if let Some(name) = name.filter(|name| message.name.is_empty() && !is_address(name)) {
        message.name = name.trim_matches(['\'', '"']).to_owned();
    }
    let subject = properties.text(SUBJECT).trim().to_owned();
    if !subject.is_empty() {
        message.subject = subject;
    }
    if message.date.is_empty() {
        let sent = properties.time(SENT);
        message.date = if sent.is_empty() { properties.time(DELIVERED) } else { sent };
    }
    if message.id.is_empty() {
        message.id = properties.text(MESSAGE_ID).trim().trim_matches(['<', '>']).to_owned();
    }
    let class = properties.text(CLASS).to_uppercase();
    message.is_automatic = message.is_automatic
        || class.starts_with("REPORT.")
        || class.starts_with("IPM.NOTE.RULES.OOFTEMPLATE")
        || automatic::is_automatic_subject(&message.subject);
    message
}

/// The text of the message in the form that says most, and the pictures that its page shows.
fn texts(properties: &Properties, files: &mut Vec<Attachment>, remarks: &mut Vec<String>) -> (Vec<Text>, Vec<String>) {
    let class = properties.text(CLASS).to_uppercase();
    if class.contains("SMIME") && !class.contains("MULTIPARTSIGNED") {
        remarks.push(bodies::ENCRYPTED.to_owned());
    }
    let page = properties.binary(PAGE).map_or_else(|| properties.text(PAGE), |bytes| decode_page(properties, bytes));
    let shown = mime::shown(&page);
    let mut texts = choose(vec![
        Some(Text::Plain(properties.text(BODY))).into_iter().collect(),
        Some(Text::Page(page)).filter(|page| page.words() > 0).into_iter().collect(),
    ]);
    let has_words = texts.iter().any(|text| text.words() > 0);
    let packed = properties.binary(RICH_TEXT).filter(|packed| !has_words && !packed.is_empty());
    if let Some(packed) = packed {
        // Rich text that wraps a page holds the page's words as rich text as well, so it is read like any other.
        let rich = unpack(packed);
        match rich.as_deref().map(read_rtf) {
            Some(Ok(document)) => texts = vec![Text::Read(document)],
            _ => {
                remarks.push("its text could not be read and was kept as an attachment; open it in Outlook".to_owned());
                let bytes = rich.unwrap_or_else(|| packed.to_vec());
                let (name, media_type) = ("body.rtf".to_owned(), "application/rtf".to_owned());
                files.push(Attachment { name, media_type, bytes, is_inline_picture: false });
            }
        }
    }
    (texts, shown)
}

/// A page in the character set that it names, else in UTF-8 when it is that, else in the message's code page.
fn decode_page(properties: &Properties, bytes: &[u8]) -> String {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let named = start.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label = named.and_then(|rest| rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next());
    match label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes())) {
        Some(encoding) if std::str::from_utf8(bytes).is_err() && encoding != encoding_rs::UTF_8 => {
            encoding.decode(bytes).0.into_owned()
        }
        _ => properties.decode(bytes),
    }
}

// Ids of properties of attachments.
const NAMES_OF_FILE: [u16; 3] = [0x3707, 0x3704, 0x3001];
const DATA: u16 = 0x3701;
const MEDIA_TYPE: u16 = 0x370e;
const CONTENT_ID: u16 = 0x3712;
const FLAGS: u16 = 0x3714;

/// Flag of an attachment that the page shows (MS-OXCMSG, 2.2.2.18).
const SHOWN_IN_PAGE: u64 = 4;

/// Storage of a message within the message.
const EMBEDDED: &str = "__substg1.0_3701000D";

fn attachment(file: &mut File<'_>, path: &str, n: usize, shown: &[String]) -> Attachment {
    let mut properties = Properties::read(file, path, 8);
    let named = NAMES_OF_FILE.iter().map(|id| properties.text(*id).trim().to_owned()).find(|name| !name.is_empty());
    let name = named.unwrap_or_else(|| format!("attachment {n}"));
    let embedded = format!("{path}/{EMBEDDED}");
    if file.names(path).get(EMBEDDED) == Some(&true) && file.names(&embedded).contains_key("__properties_version1.0") {
        let bytes = message_file(file, &embedded).unwrap_or_default();
        return Attachment { name, media_type: passing::OUTLOOK.to_owned(), bytes, is_inline_picture: false };
    }
    let bytes = properties.take_binary(DATA).unwrap_or_default();
    let given = properties.text(MEDIA_TYPE).trim().to_ascii_lowercase();
    let media_type = if given.is_empty() { media_type_of(&name).to_owned() } else { given };
    let mut attachment = Attachment { name, media_type, bytes, is_inline_picture: false };
    let id = properties.text(CONTENT_ID);
    let is_flagged = properties.number(FLAGS).unwrap_or_default() & SHOWN_IN_PAGE != 0 && !id.is_empty();
    let shown = if is_flagged { vec![id.clone()] } else { shown.to_vec() };
    attachment.is_inline_picture = mime::is_shown_picture(&attachment, &id, &shown);
    attachment
}

/// The media type of a picture by its name; others are told by whoever reads the file.
fn media_type_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).as_deref() {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Deepest storages of a message within a message: recipients, attachments, and the messages that these hold.
const DEEPEST: usize = 20;

/// Most streams of a message within a message.
const MOST: usize = 20_000;

/// A message within a message as a file of its own. `None` when there is too much of it, or it cannot be written.
fn message_file(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut copy = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    let mut open = vec![(path.to_owned(), String::new(), 0)];
    let mut n = 0;
    while let Some((from, to, depth)) = open.pop() {
        for (name, is_storage) in file.names(&from) {
            n += 1;
            if n > MOST || depth > DEEPEST {
                return None;
            }
            let (from, to) = (format!("{from}/{name}"), format!("{to}/{name}"));
            if is_storage {
                copy.create_storage(&to).ok()?;
                open.push((from, to, depth + 1));
                continue;
            }
            let mut bytes = file.stream(&from)?;
            // The table of a file's own message has eight bytes more before its first entry (MS-OXMSG, 2.4.1).
            if to == "/__properties_version1.0" && bytes.len() >= 24 {
                bytes.splice(24..24, [0; 8]);
            }
            copy.create_stream(&to).ok()?.write_all(&bytes).ok()?;
        }
    }
    copy.flush().ok()?;
    Some(copy.into_inner().into_inner())
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::documents::Kind;

    /// Adds text properties, binary ones and the table of fixed ones to a storage.
    fn fill(
        file: &mut cfb::CompoundFile<Cursor<Vec<u8>>>,
        path: &str,
        header: usize,
        texts: &[(u16, &str)],
        bytes: &[(u16, &[u8])],
        fixed: &[(u16, u64)],
    ) {
        let mut put = |name: String, bytes: &[u8]| {
            let mut stream = file.create_stream(format!("{path}/{name}")).expect("memory takes a stream");
            stream.write_all(bytes).expect("memory takes bytes");
        };
        for (id, text) in texts {
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            put(format!("__substg1.0_{id:04X}001F"), &units);
        }
        for (id, bytes) in bytes {
            put(format!("__substg1.0_{id:04X}0102"), bytes);
        }
        let mut table = vec![0; header];
        for (id, value) in fixed {
            table.extend([0x40, 0]);
            table.extend(id.to_le_bytes());
            table.extend([0; 4]);
            table.extend(value.to_le_bytes());
        }
        put("__properties_version1.0".to_owned(), &table);
    }

    fn file() -> cfb::CompoundFile<Cursor<Vec<u8>>> {
        cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory takes a file")
    }

    fn bytes(mut file: cfb::CompoundFile<Cursor<Vec<u8>>>) -> Vec<u8> {
        file.flush().expect("memory takes bytes");
        file.into_inner().into_inner()
    }

    fn with_attachments() -> Vec<u8> {
        let mut file = file();
        let texts = [
            (SUBJECT, "Gofal 🙂"),
            (NAMES[0], "Siân Tŷ"),
            (0x0c1f, "/O=ORG/CN=SIAN"),
            (0x5d01, "sian@example.cymru"),
            (BODY, "Dim elw.\r\n\r\nCofion\r\nSiân Tŷ\r\n"),
            (MESSAGE_ID, "<1@x>"),
        ];
        let page = "<p>Dim elw.<img src=\"cid:logo\"></p>".as_bytes();
        fill(&mut file, "", 32, &texts, &[(PAGE, page)], &[(SENT, 133_076_215_250_000_000)]);
        for (i, (name, id)) in [("llythyr tŷ.pdf", ""), ("logo.png", "logo")].iter().enumerate() {
            let path = format!("/__attach_version1.0_#{i:08X}");
            file.create_storage(&path).expect("memory takes a storage");
            fill(&mut file, &path, 8, &[(0x3707, *name), (CONTENT_ID, *id)], &[(DATA, b"data")], &[]);
        }
        bytes(file)
    }

    fn passed_on(said: &str) -> Vec<u8> {
        let mut file = file();
        fill(&mut file, "", 32, &[(SUBJECT, "FW: Gofal"), (NAMES[0], "Gwen"), (BODY, said)], &[], &[]);
        let path = "/__attach_version1.0_#00000000";
        let inner = format!("{path}/{EMBEDDED}");
        for storage in [path, &inner] {
            file.create_storage(storage).expect("memory takes a storage");
        }
        fill(&mut file, path, 8, &[(0x3001, "Gofal")], &[], &[]);
        let texts = [(SUBJECT, "Gofal"), (NAMES[0], "Siân"), (BODY, "Dim elw o ofal plant.")];
        fill(&mut file, &inner, 24, &texts, &[], &[(SENT, 133_076_215_250_000_000)]);
        bytes(file)
    }

    /// Sound files, for whoever wants to damage them.
    pub(in crate::ingest) fn made() -> Vec<Vec<u8>> {
        vec![with_attachments(), passed_on("Please log.")]
    }

    fn own(message: &Message) -> Vec<&str> {
        let body = &message.body;
        body.blocks.iter().filter(|block| block.kind == Kind::Paragraph).map(|block| body.words(block)).collect()
    }

    #[test]
    fn a_message_is_read_with_its_sender_words_and_files() {
        let message = read(&with_attachments()).expect("a sound file");
        assert_eq!((message.name.as_str(), message.address.as_str()), ("Siân Tŷ", "sian@example.cymru"));
        assert_eq!((message.subject.as_str(), message.id.as_str()), ("Gofal 🙂", "1@x"));
        assert_eq!((message.date.as_str(), message.is_automatic), ("2022-09-14T09:32:05Z", false));
        assert_eq!(own(&message), ["Dim elw."]);
        let files: Vec<(&str, &str, bool)> = message
            .attachments
            .iter()
            .map(|file| (file.name.as_str(), file.media_type.as_str(), file.is_inline_picture))
            .collect();
        assert_eq!(files, [("llythyr tŷ.pdf", "application/pdf", false), ("logo.png", "image/png", true)]);
        assert_eq!(message.attachments[0].bytes, b"data");
    }

    #[test]
    fn a_message_that_it_passes_on_is_the_original_senders() {
        let message = read(&passed_on("Please log.")).expect("a sound file");
        assert_eq!((message.name.as_str(), message.date.as_str()), ("Siân", "2022-09-14T09:32:05Z"));
        assert_eq!((own(&message), message.attachments.len()), (vec!["Dim elw o ofal plant."], 0));
        let kept = read(&passed_on(&"gair ".repeat(30))).expect("a sound file");
        assert_eq!((kept.name.as_str(), kept.attachments[0].media_type.as_str()), ("Gwen", passing::OUTLOOK));
        assert_eq!(own(&read(&kept.attachments[0].bytes).expect("a file of its own")), ["Dim elw o ofal plant."]);
    }

    #[test]
    fn text_in_a_code_page_and_headers_are_read_and_reports_are_automatic() {
        let mut file = file();
        let headers =
            "From: Nia <nia@example.cymru>\r\nDate: Wed, 14 Sep 2022 10:32:05 +0100\r\nAuto-Submitted: auto-replied";
        fill(&mut file, "", 32, &[(TRANSPORT_HEADERS, headers), (NAMES[0], "Nia")], &[], &[(0x3ffd, 28604)]);
        let mut stream = file.create_stream("/__substg1.0_1000001E").expect("memory takes a stream");
        stream.write_all(b"D\xf0r\0").expect("memory takes bytes");
        drop(stream);
        let message = read(&bytes(file)).expect("a sound file");
        assert_eq!((own(&message), message.address.as_str()), (vec!["Dŵr"], "nia@example.cymru"));
        assert_eq!((message.date.as_str(), message.is_automatic), ("2022-09-14T10:32:05+01:00", true));
        let mut file = self::file();
        fill(&mut file, "", 32, &[(CLASS, "REPORT.IPM.Note.NDR")], &[], &[]);
        assert!(read(&bytes(file)).expect("a sound file").is_automatic);
    }

    #[test]
    fn rich_text_that_cannot_be_read_is_kept_as_a_file() {
        let mut file = file();
        fill(&mut file, "", 32, &[(BODY, " ")], &[(RICH_TEXT, b"no rich text")], &[]);
        let message = read(&bytes(file)).expect("a sound file");
        assert_eq!((message.attachments[0].name.as_str(), message.body.remarks.len()), ("body.rtf", 1));
    }

    #[test]
    fn what_is_no_message_says_so() {
        assert!(read(b"").is_err() && read(b"From: x\n\nhello").is_err());
        assert!(read(&bytes(file())).expect_err("an empty compound file").0.contains("no Outlook message"));
    }

    proptest! {
        #[test]
        fn a_damaged_file_is_read_or_refused(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>(), is_cut in any::<bool>()) {
            for mut bytes in [with_attachments(), passed_on("x")] {
                for (at, byte) in &damage {
                    // Most of a small file is padding; what steers the reading stands at its beginning.
                    let n = bytes.len();
                    bytes[at.index(n)] = *byte;
                    bytes[at.index(n.min(512))] ^= *byte;
                }
                if is_cut {
                    bytes.truncate(cut.index(bytes.len()));
                }
                let _ = read(&bytes);
            }
        }
    }
}
