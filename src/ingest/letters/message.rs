//! E-mails kept as plain text: the lines at their top that say who wrote when, and the body below.

use super::Sender;
use crate::ingest::documents::{Document, read_plain};
use crate::ingest::mail::is_automatic_subject;

/// Who sent a message, read out of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OwnedSender {
    name: String,
    address: String,
    date: String,
    subject: String,
}

impl OwnedSender {
    /// The same, borrowed.
    pub(crate) fn as_sender(&self) -> Sender<'_> {
        Sender {
            name: &self.name,
            address: &self.address,
            date: &self.date,
            subject: &self.subject,
            is_automatic: is_automatic_subject(&self.subject),
        }
    }
}

/// Splits a text that begins with the headers of an e-mail, in either language, into its sender and its body. A letter
/// has no headers and is its own body. Places count the lines of the whole text.
pub(crate) fn from_text(text: String) -> (OwnedSender, Document) {
    let mut sender = OwnedSender::default();
    let body = headers(&text, &mut sender);
    let mut document = read_plain(text);
    document.blocks.retain(|block| block.start >= body);
    for block in &mut document.blocks {
        block.start -= body;
        block.end -= body;
    }
    document.text.drain(..body);
    (sender, document)
}

/// Reads the header lines; returns the byte where the body begins.
fn headers(text: &str, sender: &mut OwnedSender) -> usize {
    let mut at = 0;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        if content.is_empty() {
            // A letter has no headers: its first blank line ends nothing.
            return if found { at + line.len() } else { 0 };
        }
        let known = content.split_once(':').and_then(|(name, value)| Some((Header::named(name)?, value.trim())));
        match known {
            Some((header, value)) => {
                found = true;
                sender.take(header, value);
            }
            None if !found => return 0,
            None => {}
        }
        at += line.len();
    }
    if found { text.len() } else { 0 }
}

#[derive(Clone, Copy)]
enum Header {
    From,
    Date,
    Subject,
    Other,
}

impl Header {
    fn named(name: &str) -> Option<Header> {
        Some(match name.trim().to_lowercase().as_str() {
            "from" | "oddi wrth" | "o" => Header::From,
            "to" | "at" | "cc" => Header::Other,
            "date" | "sent" | "dyddiad" | "anfonwyd" => Header::Date,
            "subject" | "pwnc" => Header::Subject,
            _ => return None,
        })
    }
}

impl OwnedSender {
    /// The first header of a name counts.
    fn take(&mut self, header: Header, value: &str) {
        let first = |field: &mut String, value: &str| {
            if field.is_empty() {
                value.clone_into(field);
            }
        };
        match header {
            Header::From if self.name.is_empty() && self.address.is_empty() => {
                name_of(value).clone_into(&mut self.name);
                address_of(value).clone_into(&mut self.address);
            }
            Header::Date => first(&mut self.date, value),
            Header::Subject => first(&mut self.subject, value),
            Header::From | Header::Other => {}
        }
    }
}

fn name_of(from: &str) -> &str {
    from.split('<').next().unwrap_or_default().trim().trim_matches('"')
}

fn address_of(from: &str) -> &str {
    let inner = from.split_once('<').map_or(from, |(_, rest)| rest);
    let address = inner.split('>').next().unwrap_or_default().trim();
    if address.contains('@') { address } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_gives_its_sender_and_its_body_with_the_lines_of_the_file() {
        let (sender, body) = from_text(
            "Oddi wrth: \"Nia Example\" <nia@example.org>\r\nPwnc: Ymateb awtomatig: diolch\r\n\r\nMae'n rhy gyflym. 🙂\r\n"
                .to_owned(),
        );
        let sender = sender.as_sender();
        assert_eq!((sender.name, sender.address, sender.is_automatic), ("Nia Example", "nia@example.org", true));
        assert_eq!((body.text.as_str(), body.blocks[0].place.as_str()), ("Mae'n rhy gyflym. 🙂\r\n", "line 4"));
        assert_eq!(body.words(&body.blocks[0]), "Mae'n rhy gyflym. 🙂");
    }

    #[test]
    fn a_letter_is_all_body() {
        for text in ["", "Dear all,\n\nFrom: nobody", "\nFrom: x"] {
            let (sender, body) = from_text(text.to_owned());
            assert_eq!((sender, body.text.as_str()), (OwnedSender::default(), text));
        }
    }
}
