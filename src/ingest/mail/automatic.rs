//! Messages that nobody wrote: out-of-office replies, delivery reports, receipts.

use super::parts::Headers;

/// What the subjects of such messages hold, in small letters, in English and Welsh.
const SUBJECTS: [&str; 22] = [
    "automatic reply",
    "automated reply",
    "automatic response",
    "auto-reply",
    "auto reply",
    "autoreply",
    "auto-response",
    "out of office",
    "out of the office",
    "undeliverable",
    "undelivered mail",
    "delivery status notification",
    "delivery failure",
    "mail delivery failed",
    "returned mail",
    "failure notice",
    "ymateb awtomatig",
    "ateb awtomatig",
    "neges awtomatig",
    "allan o'r swyddfa",
    "i ffwrdd o'r swyddfa",
    "methu anfon",
];

/// Beginnings of subjects of receipts.
const RECEIPTS: [&str; 4] = ["read: ", "not read: ", "delivered: ", "darllenwyd: "];

/// Whether a subject is that of an automatic message. A reply to one or a forwarded one is not.
pub(crate) fn is_automatic_subject(subject: &str) -> bool {
    let subject = subject.to_lowercase().replace('\u{2019}', "'");
    let subject = subject.trim();
    let is_answered = ["re:", "fw:", "fwd:", "yml:", "ateb:"].iter().any(|start| subject.starts_with(start));
    !is_answered
        && (SUBJECTS.iter().any(|sign| subject.contains(sign))
            || RECEIPTS.iter().any(|start| subject.starts_with(start)))
}

/// Whether the headers or the subject say that a program sent the message (RFC 3834, RFC 3464, RFC 8098, and what
/// mail programs use besides).
pub(super) fn is_automatic(headers: &Headers, subject: &str) -> bool {
    let submitted = headers.raw("Auto-Submitted").to_lowercase();
    let replied = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply"].iter().any(|name| {
        let value = headers.raw(name);
        !value.is_empty() && !value.eq_ignore_ascii_case("no")
    });
    let is_report = headers.media_type() == "multipart/report"
        && ["delivery-status", "disposition-notification"]
            .iter()
            .any(|kind| headers.parameter("report-type").eq_ignore_ascii_case(kind));
    // Exchange puts X-Auto-Response-Suppress on much that people wrote; only with such a subject does it count.
    (!submitted.is_empty() && !submitted.starts_with("no"))
        || replied
        || headers.raw("Precedence").eq_ignore_ascii_case("auto_reply")
        || is_report
        || is_automatic_subject(subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(headers: &str) -> bool {
        is_automatic(&Headers::read(headers.as_bytes()), "Consultation")
    }

    #[test]
    fn headers_tell_what_a_program_sent() {
        for headers in [
            "Auto-Submitted: auto-replied",
            "X-Autoreply: yes",
            "Precedence: auto_reply",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
            "Content-Type: multipart/report; boundary=x; report-type=\"disposition-notification\"",
        ] {
            assert!(is(headers), "{headers}");
        }
        for headers in [
            "",
            "Auto-Submitted: no",
            "X-Auto-Response-Suppress: All",
            "Precedence: bulk",
            "Content-Type: multipart/mixed; boundary=x",
        ] {
            assert!(!is(headers), "{headers}");
        }
    }

    #[test]
    fn subjects_tell_it_in_either_language() {
        for subject in [
            "Automatic reply: Consultation",
            "Ymateb Awtomatig: Ymgynghoriad",
            "Allan o\u{2019}r swyddfa 🙂",
            "Read: Response",
        ] {
            assert!(is_automatic_subject(subject), "{subject}");
        }
        for subject in ["", "Response from Tŷ Hafan", "RE: Automatic reply: Consultation", "My reading: too high"] {
            assert!(!is_automatic_subject(subject), "{subject}");
        }
    }
}
