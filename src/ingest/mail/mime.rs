//! Internet messages (.eml), well-formed or not.

use super::bodies::{self, Text, choose};
use super::parts::{self, Content, Headers, Part};
use super::{Attachment, Message, decoding, envelope};

/// Reads a message. Whatever can be read is: malformed parts are remarks of the body.
pub(crate) fn read(bytes: &[u8]) -> Message {
    read_within(bytes, 0)
}

/// Reads a message that lies in `depth` others.
pub(super) fn read_within(bytes: &[u8], depth: usize) -> Message {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = &bytes[bytes.len() - bytes.trim_ascii_start().len()..];
    let mut found = Found::default();
    let root = parts::read(bytes, &mut found.remarks);
    let mut message = envelope::read(&root.headers);
    let texts = found.part(&root);
    found.mark_pictures();
    message.attachments = found.attachments;
    bodies::finish(message, texts, found.remarks, depth)
}

/// What the parts of a message hold besides its texts.
#[derive(Default)]
struct Found {
    attachments: Vec<Attachment>,
    /// The Content-ID of each attachment, or empty.
    ids: Vec<String>,
    /// Addresses of pictures that the pages show.
    shown: Vec<String>,
    remarks: Vec<String>,
}

impl Found {
    /// The texts of a part, in order. Its files become attachments.
    fn part(&mut self, part: &Part<'_>) -> Vec<Text> {
        match &part.content {
            Content::Leaf(bytes) => self.leaf(part, bytes).into_iter().collect(),
            Content::Parts(parts, beside) => {
                if part.media_type == "multipart/encrypted" {
                    self.remark(bodies::ENCRYPTED);
                }
                let mut texts: Vec<Vec<Text>> = parts.iter().map(|part| self.part(part)).collect();
                if part.media_type == "multipart/alternative" {
                    texts = vec![choose(texts)];
                }
                for piece in beside {
                    self.remark("words stand outside its parts; they were kept with its text");
                    texts.push(vec![Text::Plain(decoding::text(piece, "").0)]);
                }
                texts.concat()
            }
        }
    }

    fn leaf(&mut self, part: &Part<'_>, bytes: &[u8]) -> Option<Text> {
        let (headers, media_type) = (&part.headers, part.media_type.clone());
        let decoded = decoding::transfer(bytes, &headers.raw("Content-Transfer-Encoding"));
        let is_text = matches!(media_type.as_str(), "text/plain" | "text/html") || media_type.starts_with("multipart/");
        let is_file =
            !is_text || headers.disposition().eq_ignore_ascii_case("attachment") || !headers.file_name().is_empty();
        if let Some(remark) = decoded.remark {
            let n = self.attachments.len() + 1;
            // Names of files may name people, and remarks are read by many.
            self.remark(&if is_file { format!("its attachment {n}: {remark}") } else { format!("its text: {remark}") });
        }
        if is_file {
            self.attach(headers, media_type, decoded.bytes.into_owned());
            let words = decoding::text(&decoded.beside, "").0;
            return (!words.trim().is_empty()).then_some(Text::Plain(words));
        }
        let (mut text, remark) = decoding::text(&decoded.bytes, headers.parameter("charset"));
        if let Some(remark) = remark {
            self.remark(remark);
        }
        if !decoded.beside.is_empty() {
            text.push('\n');
            text.push_str(&decoding::text(&decoded.beside, "").0);
        }
        if media_type == "text/html" || is_page(&text) {
            self.shown.extend(shown(&text));
            return Some(Text::Page(text));
        }
        if headers.parameter("format").eq_ignore_ascii_case("flowed") {
            text = decoding::unflow(&text, headers.parameter("delsp").eq_ignore_ascii_case("yes"));
        }
        Some(Text::Plain(text))
    }

    fn attach(&mut self, headers: &Headers, media_type: String, bytes: Vec<u8>) {
        let mut name = headers.file_name().to_owned();
        let is_encrypted = media_type.ends_with("pkcs7-mime") && !headers.parameter("smime-type").starts_with("signed");
        let is_signed = media_type.ends_with("pkcs7-mime") && headers.parameter("smime-type").starts_with("signed");
        if is_encrypted {
            self.remark(bodies::ENCRYPTED);
        }
        if is_signed {
            self.remark(
                "its words are sealed in a signature that cannot be opened here; ask the sender for a plain copy",
            );
        }
        if media_type == "application/ms-tnef" || name.eq_ignore_ascii_case("winmail.dat") {
            self.remark(TNEF);
        }
        if matches!(media_type.as_str(), "message/partial" | "message/external-body") {
            self.remark("a part of it lies elsewhere and was not sent along; ask the sender for the whole of it");
        }
        if name.is_empty() && media_type == "message/rfc822" {
            name = envelope::read(&Headers::read(parts::split(&bytes).0)).subject;
        }
        if name.is_empty() {
            name = format!("attachment {}", self.attachments.len() + 1);
        }
        self.ids.push(headers.raw("Content-ID").trim_matches(['<', '>']).to_owned());
        self.attachments.push(Attachment { name, media_type, bytes, is_inline_picture: false });
    }

    fn mark_pictures(&mut self) {
        for (file, id) in self.attachments.iter_mut().zip(&self.ids) {
            file.is_inline_picture = is_shown_picture(file, id, &self.shown);
        }
    }

    fn remark(&mut self, what: &str) {
        if !self.remarks.iter().any(|remark| remark == what) {
            self.remarks.push(what.to_owned());
        }
    }
}

const TNEF: &str = "it came in a form that only Outlook opens (winmail.dat); ask the sender for the files themselves";

/// Whether a text is a page, whatever it is declared as.
fn is_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(15).flat_map(char::to_lowercase).collect();
    start.starts_with("<html") || start.starts_with("<!doctype html")
}

/// Largest picture, in bytes, that passes for a logo. Photographs of a letter, which mail programs show in the body
/// just the same, are larger.
const LARGEST_LOGO: usize = 100_000;

/// Whether a file is a small picture that a page of the message shows.
pub(super) fn is_shown_picture(file: &Attachment, id: &str, shown: &[String]) -> bool {
    let is_shown = shown
        .iter()
        .any(|address| (!id.is_empty() && address == id) || (!file.name.is_empty() && address == &file.name));
    file.media_type.starts_with("image/") && file.bytes.len() <= LARGEST_LOGO && is_shown
}

/// What a page refers to as `cid:…`.
pub(super) fn shown(page: &str) -> Vec<String> {
    let behind = page.match_indices("cid:").map(|(at, sign)| &page[at + sign.len()..]);
    let end = |sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'' | '>' | ')' | '<');
    behind.filter_map(|rest| rest.split(end).next()).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::documents::Kind;

    fn own(message: &Message) -> Vec<&str> {
        let body = &message.body;
        body.blocks.iter().filter(|block| block.kind == Kind::Paragraph).map(|block| body.words(block)).collect()
    }

    fn files(message: &Message) -> Vec<(&str, &str, usize)> {
        message
            .attachments
            .iter()
            .map(|file| (file.name.as_str(), file.media_type.as_str(), file.bytes.len()))
            .collect()
    }

    fn remarks(message: &Message) -> String {
        message.body.remarks.iter().map(|(_, what)| what.as_str()).collect::<Vec<_>>().join("; ")
    }

    const HEAD: &str = "From: Siân Tŷ <sian@example.cymru>\r\nSubject: Gofal\r\n";

    #[test]
    fn a_message_with_a_page_a_logo_and_a_letter_is_read_into_words_and_files() {
        let text = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\n\
             Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n\r\nDim elw o ofal plant 🙂.\r\n--a\r\nContent-Type: text/html\r\n\r\n\
             <p>Dim elw o ofal plant.<img src=\"cid:logo@x\"></p>\r\n--a--\r\n--r\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo@x>\r\n\r\nPNG\r\n--r--\r\n\
             --m\r\nContent-Type: application/PDF\r\nContent-Disposition: attachment; filename*=utf-8''llythyr%20t%C5%B7.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nVMW3\r\n\
             --m\r\nContent-Type: text/plain\r\n\r\nA footer\r\n--m--\r\n"
        );
        let message = read(text.as_bytes());
        assert_eq!(own(&message), ["Dim elw o ofal plant 🙂.", "A footer"]);
        assert_eq!(files(&message), [("logo.png", "image/png", 3), ("llythyr tŷ.pdf", "application/pdf", 3)]);
        let inline: Vec<bool> = message.attachments.iter().map(|file| file.is_inline_picture).collect();
        assert_eq!((inline, remarks(&message)), (vec![true, false], String::new()));
    }

    #[test]
    fn the_page_is_read_where_the_plain_text_is_a_stub() {
        let text = format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=a\n\n--a\n\nHTML only\n--a\nContent-Type: text/html; charset=iso-8859-1\n\
             Content-Transfer-Encoding: quoted-printable\n\n<p>Mae'r caf=E9 yn dda iawn</p>\n--a--\n"
        );
        let message = read(text.as_bytes());
        assert_eq!(message.body.text, "Mae'r café yn dda iawn");
    }

    #[test]
    fn what_cannot_be_opened_is_remarked_upon_and_kept() {
        let sealed =
            format!("{HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nxx");
        let message = read(sealed.as_bytes());
        assert!(remarks(&message).contains("encrypted"));
        assert_eq!(files(&message), [("smime.p7m", "application/pkcs7-mime", 2)]);
        let outlook = read(format!("{HEAD}Content-Type: application/ms-tnef\n\nxx").as_bytes());
        assert!(remarks(&outlook).contains("winmail.dat"));
        assert_eq!(files(&outlook), [("attachment 1", "application/ms-tnef", 2)]);
        let pgp = read(format!("{HEAD}Content-Type: multipart/encrypted; boundary=p\n\n--p\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--p\nContent-Type: application/octet-stream\n\nxx\n--p--").as_bytes());
        assert!(remarks(&pgp).contains("encrypted") && pgp.attachments.len() == 2);
        let broken = read(format!("{HEAD}Content-Transfer-Encoding: base64\n\nVMW3IGE*\n").as_bytes());
        assert!(remarks(&broken).contains("base64"));
    }

    #[test]
    fn a_forwarded_message_is_the_original_senders() {
        let text = "From: Gwen <gwen@example.cymru>\nSubject: FW: Gofal\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nPlease log this.\n--m\n\
             Content-Type: message/rfc822\n\nFrom: Siân <sian@example.cymru>\nDate: Wed, 14 Sep 2022 10:32:05 +0100\nSubject: Gofal\n\nDim elw.\n--m--\n";
        let message = read(text.as_bytes());
        assert_eq!((message.name.as_str(), message.date.as_str()), ("Siân", "2022-09-14T10:32:05+01:00"));
        assert_eq!((own(&message), message.attachments.len()), (vec!["Dim elw."], 0));
    }

    #[test]
    fn invitations_and_signatures_are_attachments() {
        let text = format!(
            "{HEAD}Content-Type: multipart/signed; boundary=m\n\n--m\n\nCytunaf.\n--m\nContent-Type: application/pgp-signature; name=s.asc\n\nxx\n--m\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--m--\n"
        );
        let message = read(text.as_bytes());
        assert_eq!(own(&message), ["Cytunaf."]);
        assert_eq!(files(&message), [("s.asc", "application/pgp-signature", 2), ("attachment 2", "text/calendar", 15)]);
    }

    #[test]
    fn flowed_text_is_joined_and_words_alone_are_a_message() {
        let flowed = read(format!("{HEAD}Content-Type: text/plain; format=flowed\n\nUn frawddeg \nhir.\n").as_bytes());
        assert_eq!(own(&flowed), ["Un frawddeg hir."]);
        let bare = read("Annwyl bawb,\n\nCytunaf.".as_bytes());
        assert_eq!((own(&bare), bare.subject.as_str()), (vec!["Annwyl bawb,", "Cytunaf."], ""));
        assert_eq!(read(b""), Message::default());
    }

    #[test]
    fn two_hundred_attachments_are_two_hundred_files() {
        let mut text = format!("{HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\n\nSee attached\n");
        for i in 0..200 {
            text.push_str(&format!(
                "--m\nContent-Type: application/pdf; name=\"{i}.pdf\"\nContent-Transfer-Encoding: base64\n\nVMW3\n"
            ));
        }
        let message = read(text.as_bytes());
        assert_eq!((message.attachments.len(), message.attachments[199].name.as_str()), (200, "199.pdf"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_message(lines in proptest::collection::vec(prop_oneof![
            Just(b"Content-Type: multipart/alternative; boundary=b".to_vec()), Just(b"--b".to_vec()), Just(b"--b--".to_vec()),
            Just(b"Content-Type: text/html".to_vec()), Just(b"Content-Type: message/rfc822".to_vec()), Just(b"".to_vec()),
            Just(b"Content-Transfer-Encoding: base64".to_vec()), Just(b"From: =?utf-8?q?=C5?= <a@b".to_vec()),
            proptest::collection::vec(any::<u8>(), 0..30)], 0..30)) {
            read(&lines.join(&b"\n"[..]));
        }
    }
}
