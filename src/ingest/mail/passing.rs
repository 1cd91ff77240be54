//! Messages that only pass on another one, which they hold as an attachment: the other one is the response.

use super::threads::{FEWEST_OWN_WORDS, own_words};
use super::{Attachment, Message, mime, msg};
use crate::ingest::documents::Kind;

/// Most messages within each other that are opened.
const DEEPEST: usize = 8;

/// The message that another one passes on with hardly a word of its own, with what the outer one said as
/// [`Kind::Signature`] above it and the outer one's other attachments behind its own. Any other message stays as it is.
pub(super) fn on(outer: Message, depth: usize) -> Message {
    // A report that a message came back holds that message too, and nobody sent it in.
    if outer.is_automatic || depth >= DEEPEST || own_words(&outer.body) >= FEWEST_OWN_WORDS {
        return outer;
    }
    let mut held = outer.attachments.iter().enumerate().filter(|(_, file)| is_message(file));
    // Several messages are several responses: they stay attachments, to be looked at one by one.
    let (Some((i, file)), None) = (held.next(), held.next()) else { return outer };
    let Some(mut inner) = open(file, depth + 1) else { return outer };
    let Message { body: said, mut attachments, .. } = outer;
    attachments.remove(i);
    inner.attachments.append(&mut attachments);
    let mut body = said;
    for block in &mut body.blocks {
        block.kind = if block.kind == Kind::Quoted { Kind::Quoted } else { Kind::Signature };
    }
    body.append("forwarded message", std::mem::take(&mut inner.body));
    inner.body = body;
    inner
}

/// Whether an attachment is a message, as an Internet or an Outlook file.
fn is_message(file: &Attachment) -> bool {
    is_internet(file) || is_outlook(file)
}

fn has_extension(file: &Attachment, extension: &str) -> bool {
    file.name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension))
}

fn is_internet(file: &Attachment) -> bool {
    matches!(file.media_type.as_str(), "message/rfc822" | "message/global") || has_extension(file, "eml")
}

fn is_outlook(file: &Attachment) -> bool {
    file.media_type == OUTLOOK || has_extension(file, "msg")
}

/// The media type of Outlook's files.
pub(super) const OUTLOOK: &str = "application/vnd.ms-outlook";

fn open(file: &Attachment, depth: usize) -> Option<Message> {
    let inner = if is_outlook(file) {
        msg::read_within(&file.bytes, depth).ok()?
    } else {
        mime::read_within(&file.bytes, depth)
    };
    let is_empty = inner.body.text.is_empty() && inner.attachments.is_empty();
    // What has no headers is no message, whatever it is called.
    let is_nobodys = [&inner.name, &inner.address, &inner.date, &inner.subject].iter().all(|text| text.is_empty());
    (!is_empty && !is_nobodys).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::documents::Document;

    const INNER: &str =
        "From: Siân Tŷ <sian@example.cymru>\nDate: Wed, 14 Sep 2022 10:32:05 +0100\nSubject: Gofal\n\nDim elw 🙂.\n";

    fn outer(words: &str, subject: &str, messages: usize) -> Message {
        let message =
            Attachment { media_type: "message/rfc822".to_owned(), bytes: INNER.into(), ..Attachment::default() };
        let logo = Attachment { name: "logo.png".to_owned(), ..Attachment::default() };
        let mut attachments = vec![logo];
        attachments.extend(std::iter::repeat_n(message, messages));
        let mut body = Document::default();
        body.push(Kind::Paragraph, words, "line 1");
        Message { name: "Gwen".to_owned(), subject: subject.to_owned(), attachments, body, ..Message::default() }
    }

    #[test]
    fn the_message_passed_on_is_the_response() {
        let inner = on(outer("Please log.", "FW: Gofal", 1), 0);
        assert_eq!((inner.name.as_str(), inner.address.as_str()), ("Siân Tŷ", "sian@example.cymru"));
        assert_eq!(inner.date, "2022-09-14T10:32:05+01:00");
        let blocks: Vec<(Kind, &str)> =
            inner.body.blocks.iter().map(|block| (block.kind, inner.body.words(block))).collect();
        assert_eq!(blocks, [(Kind::Signature, "Please log."), (Kind::Paragraph, "Dim elw 🙂.")]);
        assert_eq!(inner.attachments.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["logo.png"]);
    }

    #[test]
    fn a_message_with_words_of_its_own_or_several_others_stays_as_it_is() {
        for message in [outer(&"gair ".repeat(30), "FW: x", 1), outer("", "FW: x", 2), outer("", "", 0)] {
            assert_eq!(on(message.clone(), 0), message);
        }
        let bounce = Message { is_automatic: true, ..outer("", "Undeliverable", 1) };
        assert_eq!(on(bounce.clone(), 0), bounce);
    }

    #[test]
    fn messages_within_messages_without_end_are_opened_so_far_and_no_further() {
        let mut text = INNER.to_owned();
        for _ in 0..30 {
            text = format!("Subject: FW: x\nContent-Type: message/rfc822\n\n{text}");
        }
        let message = mime::read_within(text.as_bytes(), 0);
        assert_eq!(message.attachments.len(), 1);
    }
}
