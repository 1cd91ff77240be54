//! Where an earlier message begins within a body, and who wrote it: the marks that mail programs set above it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::envelope::{is_address, split_sender};

/// An earlier message within a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History {
    /// Lines of the marks above it: separator, header lines, "On … wrote:". Its own words follow.
    pub(super) marks: Range<usize>,
    /// Whether a mark says that it was forwarded.
    pub(super) is_forwarded: bool,
    /// What the marks say of it.
    pub(super) original: Original,
}

/// Who wrote a message that another one holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Original {
    /// Name, or empty.
    pub(super) name: String,
    /// Address, or empty.
    pub(super) address: String,
    /// When, as written there.
    pub(super) date: String,
    /// Subject.
    pub(super) subject: String,
}

/// Names of header lines in English, Welsh, French, German, Spanish and Italian, in small letters.
const FROM: [&str; 7] = ["from", "oddi wrth", "o", "de", "von", "da", "gan"];
const DATE: [&str; 10] =
    ["sent", "date", "anfonwyd", "dyddiad", "envoyé", "gesendet", "datum", "enviado", "enviado el", "inviato"];
const TO: [&str; 6] = ["to", "at", "à", "an", "para", "a"];
const SUBJECT: [&str; 8] = ["subject", "pwnc", "testun", "objet", "betreff", "asunto", "oggetto", "parthed"];
const OTHER: [&str; 10] = [
    "cc",
    "copi",
    "copi i",
    "kopie",
    "reply-to",
    "importance",
    "pwysigrwydd",
    "attachments",
    "atodiadau",
    "sensitivity",
];

/// Subjects of forwarded messages begin so, and those of replies; in small letters.
const FORWARDS: [&str; 10] = ["fw:", "fwd:", "[fwd:", "fw :", "wg:", "tr:", "yml:", "ymlaen:", "rv:", "i:"];
const REPLIES: [&str; 7] = ["re:", "re :", "ateb:", "atb:", "aw:", "parthed:", "sv:"];

/// A separator above a forwarded message.
static FORWARD_MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi)^(?: begin\ forwarded\ message:? | dechrau\ neges\ a\ anfonwyd\ ymlaen:? | -{3,}\s*(?: forwarded\ (?:message|by) | neges\ (?: ymlaen | wedi.i\ (?:hanfon\ ymlaen | blaenyrru) | a\ anfonwyd\ ymlaen ) | weitergeleitete\ nachricht | message\ transf[ée]r[ée] ) .* )$")
        .expect("the pattern is a constant, and a test uses it")
});

/// A separator above an earlier message of the conversation.
static ORIGINAL_MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi)^-{2,}\s*(?: original\ (?:message|appointment) | neges\ wreiddiol | y\ neges\ wreiddiol | message\ d.origine | urspr(?:ü|ue)ngliche\ nachricht | mensaje\ original )\s*-{2,}$")
        .expect("the pattern is a constant, and a test uses it")
});

/// "On Tue, 3 May 2022 at 10:15, Nia <nia@…> wrote:", over one line or joined from several.
static WROTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi)^(?: on | ar | am | le | el | il )\s (?P<above>.{4,200}?) [\s,]* (?: wrote | a?\s?ysgrifennodd | a\ écrit | schrieb | escribió | ha\ scritto ) (?P<below>\s.{1,100}?)? \s?:$")
        .expect("the pattern is a constant, and a test uses it")
});

/// A time of day, which mail programs write in such marks and people hardly do.
static TIME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d{1,2}[:.]\d{2}").expect("the pattern is a constant, and a test uses it"));

/// What may stand between a time of day and the sender.
static MERIDIEM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?\s*(?:[+-]\d{4}|gmt|bst|utc)?\s*(?:\([a-z]{3,4}\))?")
        .expect("the pattern is a constant, and a test uses it")
});

/// Lines that a mark may be wrapped over.
const WRAPPED: usize = 4;

/// Header lines looked for below the first.
const HEADER_LINES: usize = 14;

/// Whether a subject is that of a forwarded message.
pub(super) fn is_forward(subject: &str) -> bool {
    let subject = subject.trim().to_lowercase();
    FORWARDS.iter().any(|start| subject.starts_with(start))
}

/// Whether a subject is that of a reply.
pub(super) fn is_reply(subject: &str) -> bool {
    let subject = subject.trim().to_lowercase();
    REPLIES.iter().any(|start| subject.starts_with(start))
}

/// The first earlier message that begins at a line that is not `quoted` (or at any line, when `is_anywhere`). Lines are
/// trimmed and free of marks of quotation. Where quoted lines follow the mark, only these are the earlier message, and
/// what stands below them may be answers.
pub(super) fn find(lines: &[&str], quoted: &[bool], is_anywhere: bool) -> Option<History> {
    let is_quoted = |i: usize| quoted.get(i).is_some_and(|quoted| *quoted);
    let goes_on = |history: &History| is_anywhere || history.is_forwarded || !is_quoted(history.marks.end);
    (0..lines.len()).filter(|i| is_anywhere || !is_quoted(*i)).find_map(|i| at(lines, i).filter(goes_on))
}

/// An earlier message whose marks begin at a line.
pub(super) fn at(lines: &[&str], i: usize) -> Option<History> {
    let is_forwarded = FORWARD_MARK.is_match(lines[i]);
    if is_forwarded || ORIGINAL_MARK.is_match(lines[i]) {
        let (end, original) = headers(lines, i + 1, true).unwrap_or((i + 1, Original::default()));
        return Some(History { marks: i..end, is_forwarded, original });
    }
    let is_rule = lines[i].len() >= 10 && lines[i].bytes().all(|byte| byte == b'_' || byte == b'-');
    if let Some((end, original)) = headers(lines, i + usize::from(is_rule), false) {
        return Some(History { marks: i..end, is_forwarded: false, original });
    }
    // Without marks of quotation only a mark that no person writes is one.
    let (end, original) = wrote(lines, i)?;
    let mark = lines[i..end].join(" ");
    (mark.contains('@') || TIME.is_match(&mark)).then_some(History { marks: i..end, is_forwarded: false, original })
}

/// The line behind "On … wrote:" when that begins at line `i`, and who wrote.
pub(super) fn wrote(lines: &[&str], i: usize) -> Option<(usize, Original)> {
    let first = lines.get(i)?;
    let starts = ["on ", "ar ", "am ", "le ", "el ", "il "];
    if !first.get(..3).is_some_and(|start| starts.contains(&start.to_lowercase().as_str())) {
        return None;
    }
    for n in 1..=WRAPPED.min(lines.len() - i) {
        let joined = lines[i..i + n].join(" ");
        if joined.len() > 400 {
            return None;
        }
        if joined.ends_with(':') {
            let found = WROTE.captures(&joined).filter(|_| joined.bytes().any(|byte| byte.is_ascii_digit()))?;
            let above = found.name("above").map_or("", |above| above.as_str());
            // The sender stands behind the time of day, else behind the last comma; in some languages behind the verb.
            let time = TIME.find_iter(above).last().map(|time| time.end());
            let (when, who) = above.split_at(time.or_else(|| above.rfind(',')).unwrap_or(above.len()));
            let who = found.name("below").map_or(who, |below| below.as_str());
            let (name, address) = split_sender(MERIDIEM.replace(who, "").trim_start_matches([',', ' ']));
            return Some((i + n, Original { name, address, date: when.trim().to_owned(), subject: String::new() }));
        }
    }
    None
}

/// The line behind a block of header lines that begins at line `from`, and what it says. Without a mark above, it must
/// look like a program's: a time or an address in it.
fn headers(lines: &[&str], from: usize, is_marked: bool) -> Option<(usize, Original)> {
    let mut original = Original::default();
    let (mut has_from, mut has_date, mut has_to, mut has_subject) = (false, false, false, false);
    let mut end = from;
    let mut goes_on = false;
    for (i, line) in lines.iter().enumerate().skip(from).take(HEADER_LINES) {
        let Some((key, value)) = header(line) else {
            // A list of addresses goes on over lines.
            if goes_on && (line.contains('@') || line.contains(';') || line.ends_with('>')) {
                end = i + 1;
                continue;
            }
            break;
        };
        if i == from && key != Key::From && !is_marked {
            return None;
        }
        match key {
            Key::From if has_from => break,
            Key::From => {
                has_from = true;
                (original.name, original.address) = split_sender(value);
            }
            Key::Date => {
                has_date = true;
                original.date = value.to_owned();
            }
            Key::To => has_to = true,
            Key::Subject => {
                has_subject = true;
                original.subject = value.to_owned();
            }
            Key::Other => {}
        }
        goes_on = matches!(key, Key::To | Key::Other | Key::From);
        end = i + 1;
    }
    let by_program = TIME.is_match(&original.date) || is_address(&original.address);
    let is_whole = has_from && (has_to || has_subject) && (has_date || is_marked);
    (is_whole && (is_marked || by_program)).then_some((end, original))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    From,
    Date,
    To,
    Subject,
    Other,
}

fn header(line: &str) -> Option<(Key, &str)> {
    let (name, value) = line.trim_start_matches('*').split_once(':')?;
    let name = name.trim_matches(['*', ' ', '\u{a0}', '\t']);
    if name.len() > 20 {
        return None;
    }
    let name = name.to_lowercase();
    let name = name.as_str();
    let key = if FROM.contains(&name) {
        Key::From
    } else if DATE.contains(&name) {
        Key::Date
    } else if TO.contains(&name) {
        Key::To
    } else if SUBJECT.contains(&name) {
        Key::Subject
    } else if OTHER.contains(&name) {
        Key::Other
    } else {
        return None;
    };
    Some((key, value.trim_start_matches('*').trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find_in(text: &str) -> Option<History> {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        find(&lines, &[], true)
    }

    #[test]
    fn blocks_of_headers_are_found_in_either_language() {
        let history = find_in("Cytunaf.\n________________________________\nOddi wrth: Siân Tŷ <sian@example.cymru>\nAnfonwyd: 3 Mai 2022 10:15\nAt: Polisi <p@example.cymru>;\nQ <q@example.cymru>\nPwnc: RE: Gofal 🙂\nGeiriau").expect("history");
        assert_eq!(history.marks, 1..7);
        assert_eq!(
            (history.original.name.as_str(), history.original.address.as_str()),
            ("Siân Tŷ", "sian@example.cymru")
        );
        assert_eq!(
            (history.original.date.as_str(), history.original.subject.as_str()),
            ("3 Mai 2022 10:15", "RE: Gofal 🙂")
        );
        let english = find_in("*From:* Jones, Nia\n*Sent:* 03 May 2022 10:15\n*To:* Policy\n*Subject:* x\nwords")
            .expect("history");
        assert_eq!((english.marks, english.original.name.as_str()), (0..4, "Jones, Nia"));
    }

    #[test]
    fn marks_of_forwarding_tell_it_from_a_reply() {
        let forwarded = "---------- Forwarded message ---------\nFrom: Nia <nia@example.cymru>\nDate: Tue, 3 May 2022 at 10:15\nSubject: x\nTo: y\n\nwords";
        assert!(find_in(forwarded).expect("history").is_forwarded);
        assert!(
            find_in("Begin forwarded message:\n\nFrom: Nia <nia@example.cymru>\nSubject: x\n\nwords")
                .expect("history")
                .is_forwarded
        );
        let history = find_in("-----Neges Wreiddiol-----\nwords").expect("history");
        assert!(!history.is_forwarded && history.marks == (0..1));
    }

    #[test]
    fn lines_that_say_who_wrote_are_found_over_several_lines() {
        for mark in [
            "On Tue, 3 May 2022 at 10:15, Nia <nia@example.cymru> wrote:",
            "On Tue, 3 May 2022 at 10:15,\nNia\n<nia@example.cymru> wrote:",
            "Ar Maw, 3 Mai 2022 am 10:15, ysgrifennodd Nia <nia@example.cymru>:",
            "Am 03.05.2022 um 10:15 schrieb Nia:",
            "Le 3 mai 2022 à 10:15, Nia a écrit :",
        ] {
            assert!(find_in(&format!("Cytunaf\n{mark}\nwords")).is_some(), "{mark}");
        }
        let (_, original) =
            wrote(&["On Tue, 3 May 2022 at 10:15, Nia Tŷ <nia@example.cymru> wrote:"], 0).expect("a mark");
        assert_eq!((original.name.as_str(), original.address.as_str()), ("Nia Tŷ", "nia@example.cymru"));
        assert_eq!(original.date, "Tue, 3 May 2022 at 10:15");
        let who = |mark: &str| wrote(&[mark], 0).expect("a mark").1.name;
        assert_eq!(who("On May 3, 2022, at 10:15 AM, Jones, Nia <nia@example.cymru> wrote:"), "Jones, Nia");
        assert_eq!(who("Am 03.05.2022 um 10:15 schrieb Nia:"), "Nia");
        assert_eq!(who("On 3 May 2022, Nia wrote:"), "Nia");
    }

    #[test]
    fn what_a_person_writes_is_no_mark() {
        for words in [
            "On page 12 of the document of May 2022 you wrote:\nthat homes close.",
            "From: Nia Jones\nTo: the Welsh Government\nDate: 3 May 2022\nI agree.",
            "From 10:15 on we talked.\nTo: sum up",
            "On the whole I agree:\nprofit is wrong",
            "__________\nI agree",
            "",
        ] {
            assert_eq!(find_in(words), None, "{words}");
        }
    }

    #[test]
    fn subjects_tell_forwards_from_replies() {
        assert!(is_forward("FW: x") && is_forward(" Fwd: x") && is_forward("YML: x") && !is_forward("Forward 🙂"));
        assert!(is_reply("Re: x") && is_reply("ATEB: x") && !is_reply("Response") && !is_reply(""));
    }
}
