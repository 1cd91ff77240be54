//! Who sent a message, when and about what, from its headers.

use mail_parser::HeaderValue;

use super::Message;
use super::automatic::is_automatic;
use super::parts::Headers;

/// Headers that may name the sender, the best first.
const SENDERS: [&str; 6] = ["From", "Sender", "Reply-To", "X-Original-From", "Resent-From", "Return-Path"];

/// A message with everything that its headers say, and no body yet.
pub(super) fn read(headers: &Headers) -> Message {
    let (name, address) = sender(headers);
    let subject = headers.get("Subject").and_then(HeaderValue::as_text).unwrap_or_default().trim().to_owned();
    let id = headers.raw("Message-ID");
    let id = id.trim_start_matches('<').split('>').next().unwrap_or_default().trim().to_owned();
    let is_automatic = is_automatic(headers, &subject);
    Message { name, address, date: date(headers), subject, id, is_automatic, ..Message::default() }
}

fn sender(headers: &Headers) -> (String, String) {
    let mut name = String::new();
    for header in SENDERS {
        let parsed = headers.get(header).and_then(HeaderValue::as_address).and_then(|list| list.iter().next());
        let part = |part: Option<&str>| part.unwrap_or_default().trim().to_owned();
        let (mut found, mut address) =
            parsed.map(|parsed| (part(parsed.name()), part(parsed.address()))).unwrap_or_default();
        if !is_address(&address) {
            let raw = split_sender(&headers.raw(header));
            // Encoded words are decoded only by the parser, so its name is the better one when there is any.
            if found.is_empty() {
                found = if address.is_empty() { raw.0 } else { address };
            }
            address = raw.1;
        }
        if name.is_empty() {
            name = found.trim_matches(['"', '\'']).to_owned();
        }
        if is_address(&address) {
            return (if name == address { String::new() } else { name }, address);
        }
    }
    (name, String::new())
}

/// Name and address of a sender written as text: `Nia Jones <nia@example.cymru>`, `Nia [mailto:nia@example.cymru]`.
/// Each is empty when it is not there.
pub(super) fn split_sender(text: &str) -> (String, String) {
    let text = text.trim().trim_matches('*').trim();
    let (name, rest) = text.split_once(['<', '[', '(']).unwrap_or(("", text));
    let rest = rest.trim_start_matches("mailto:");
    let address = rest.split(['<', '>', '[', ']', '(', ')', ' ', ';', ',']).next().unwrap_or_default().trim();
    let plain = |name: &str| name.trim().trim_matches(['"', '\'', ',']).trim().to_owned();
    match is_address(address) {
        true => (plain(name), address.to_owned()),
        false => (plain(if name.is_empty() { text } else { name }), String::new()),
    }
}

/// Whether a text has the form of an address of e-mail. Exchange's own (`/O=ORG/OU=…`) have not.
pub(super) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !text.contains(char::is_whitespace)
        && !text.starts_with('/')
}

/// ISO when the date can be read, else as written; the day it was received when it bears none.
fn date(headers: &Headers) -> String {
    for name in ["Date", "Resent-Date", "Delivery-Date"] {
        let raw = headers.raw(name);
        if !raw.is_empty() {
            let parsed = headers.get(name).and_then(HeaderValue::as_datetime).filter(|date| date.is_valid());
            return parsed.map_or(raw, mail_parser::DateTime::to_rfc3339);
        }
    }
    let received = headers.get("Received").and_then(HeaderValue::as_received).and_then(mail_parser::Received::date);
    received.filter(mail_parser::DateTime::is_valid).map(|date| date.to_rfc3339()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headers: &str) -> Message {
        super::read(&Headers::read(headers.as_bytes()))
    }

    #[test]
    fn headers_are_decoded_in_whatever_form() {
        let message = read(
            "From: =?utf-8?Q?Si=C3=A2n_T=C5=B7?= <sian@example.cymru>\r\nSubject: =?UTF-8?B?WW1hdGViIPCfmYI=?=\r\n =?iso-8859-1?q?_caf=E9?=\r\nDate: Wed, 14 Sep 2022 10:32:05 +0100\r\nMessage-ID: <1@x>",
        );
        assert_eq!((message.name.as_str(), message.address.as_str()), ("Siân Tŷ", "sian@example.cymru"));
        assert_eq!(message.subject, "Ymateb 🙂 café");
        assert_eq!((message.date.as_str(), message.id.as_str()), ("2022-09-14T10:32:05+01:00", "1@x"));
        assert_eq!(read(""), Message::default());
    }

    #[test]
    fn raw_bytes_in_headers_are_read_too() {
        assert_eq!(super::read(&Headers::read(b"Subject: Caf\xe9 Cymru")).subject, "Café Cymru");
        assert_eq!(read("Subject: Dŵr 🙂").subject, "Dŵr 🙂");
        let raw = b"Subject: =?iso-8859-1?Q?Caf\xe9_Cymru?=";
        assert_eq!(super::read(&Headers::read(raw)).subject, "Café Cymru");
        let cut =
            "Subject: a =?utf-8?Q?D=C5?=\r\n =?UTF-8?q?=B5r?= =?utf-8?B?YWHF?= =?utf-8?B?tw==?= b =?utf-8?B?IQ==?=";
        assert_eq!(read(cut).subject, "a Dŵraaŷ b !");
    }

    #[test]
    fn the_sender_is_found_where_from_is_broken() {
        let sender = |headers: &str| {
            let message = read(headers);
            (message.name, message.address)
        };
        let pair = |name: &str, address: &str| (name.to_owned(), address.to_owned());
        assert_eq!(sender("From: nia@example.cymru"), pair("", "nia@example.cymru"));
        assert_eq!(sender("Reply-To: Nia <nia@example.cymru>"), pair("Nia", "nia@example.cymru"));
        assert_eq!(sender("From: Nia\nSender: nia@example.cymru"), pair("Nia", "nia@example.cymru"));
        assert_eq!(sender("From: Nia <nia@example.cymru"), pair("Nia", "nia@example.cymru"));
        assert_eq!(sender("X-Original-From: Nia <nia@example.cymru>"), pair("Nia", "nia@example.cymru"));
        assert_eq!(sender("From: \"Nia\" </O=ORG/CN=NIA>").1, "");
    }

    #[test]
    fn a_sender_written_as_text_is_taken_apart() {
        let pair = |name: &str, address: &str| (name.to_owned(), address.to_owned());
        assert_eq!(split_sender("Nia Tŷ [mailto:nia@example.cymru]"), pair("Nia Tŷ", "nia@example.cymru"));
        assert_eq!(
            split_sender("*Nia* <nia@example.cymru<mailto:nia@example.cymru>>"),
            pair("Nia*", "nia@example.cymru")
        );
        assert_eq!(split_sender("Jones, Nia (Polisi)"), pair("Jones, Nia", ""));
        assert_eq!(split_sender("🙂"), pair("🙂", ""));
        assert_eq!(split_sender(""), pair("", ""));
    }

    #[test]
    fn a_date_that_cannot_be_read_stays_as_written() {
        assert_eq!(read("Date: yesterday,\n about ten").date, "yesterday, about ten");
        assert_eq!(read("Received: from a by b; Wed, 14 Sep 2022 10:32:05 +0100").date, "2022-09-14T10:32:05+01:00");
    }
}
