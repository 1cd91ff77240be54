//! Mailboxes (.mbox): messages one after the other, each behind a `From ` line.

use std::io::{self, BufRead, Read};

use super::{Message, mime, parts};

/// Longest message that is read whole, in bytes. Mail servers refuse far smaller ones.
const LONGEST: usize = 512 << 20;

/// Longest stretch of a line that is read at once, in bytes.
const STRETCH: u64 = 1 << 16;

/// Reads a mailbox, a message at a time, and calls `each` with the number of the message (from 1). Returns how many
/// there were.
///
/// Lines `>From ` within a message lose one mark (the mboxrd form); `Content-Length` is not believed, since programs
/// that edit mailboxes leave it wrong. Text before the first `From ` line is a message of its own.
///
/// # Errors
/// When the mailbox cannot be read, or what `each` returns.
pub(crate) fn read<E: From<io::Error>>(
    mailbox: impl BufRead,
    each: impl FnMut(u64, Message) -> Result<(), E>,
) -> Result<u64, E> {
    read_limited(mailbox, LONGEST, each)
}

fn read_limited<E: From<io::Error>>(
    mut mailbox: impl BufRead,
    longest: usize,
    each: impl FnMut(u64, Message) -> Result<(), E>,
) -> Result<u64, E> {
    let mut reading =
        Reading { longest, each, n: 0, bytes: Vec::new(), is_cut: false, is_behind_from: false, in_body: false };
    let mut line = Vec::new();
    // A `From ` line that may begin a message: the line below it tells.
    let mut candidate: Option<Vec<u8>> = None;
    let (mut is_line_start, mut is_behind_blank) = (true, true);
    loop {
        line.clear();
        if mailbox.by_ref().take(STRETCH).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if let Some(from) = candidate.take() {
            if parts::is_header(line.trim_ascii_end()) || line.starts_with(b">From ") || line.trim_ascii().is_empty() {
                reading.end()?;
                reading.is_behind_from = true;
            } else {
                reading.add(&from);
            }
            is_behind_blank = false;
        }
        if is_line_start && is_behind_blank && is_from_line(&line) {
            candidate = Some(line.clone());
            is_line_start = line.ends_with(b"\n");
            continue;
        }
        is_behind_blank = is_line_start && line.trim_ascii().is_empty();
        reading.line(&line, is_line_start);
        is_line_start = line.ends_with(b"\n");
    }
    if let Some(from) = candidate {
        reading.add(&from);
    }
    reading.end()?;
    Ok(reading.n)
}

/// Where each message of a mailbox stands, in the order and by the rules of [`read`], its `From ` line included.
pub(crate) fn places(mailbox: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut starts = Vec::new();
    let (mut at, mut is_behind_blank) = (0, true);
    let mut candidate: Option<usize> = None;
    for line in mailbox.split_inclusive(|byte| *byte == b'\n') {
        if let Some(from) = candidate.take()
            && (parts::is_header(line.trim_ascii_end()) || line.starts_with(b">From ") || line.trim_ascii().is_empty())
        {
            starts.push(from);
        }
        if is_behind_blank && is_from_line(line) {
            candidate = Some(at);
        }
        is_behind_blank = line.trim_ascii().is_empty();
        at += line.len();
    }
    let first = starts.first().copied().unwrap_or(mailbox.len());
    if !mailbox[..first].trim_ascii().is_empty() {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([mailbox.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

struct Reading<F> {
    longest: usize,
    each: F,
    n: u64,
    bytes: Vec<u8>,
    is_cut: bool,
    /// Whether a `From ` line stands above what is being read.
    is_behind_from: bool,
    in_body: bool,
}

impl<F> Reading<F> {
    fn line(&mut self, line: &[u8], is_line_start: bool) {
        let unmarked = line.iter().position(|byte| *byte != b'>').unwrap_or_default();
        let is_escaped = is_line_start && self.in_body && unmarked > 0 && line[unmarked..].starts_with(b"From ");
        self.in_body |= is_line_start && line.trim_ascii().is_empty() && !self.bytes.is_empty();
        self.add(&line[usize::from(is_escaped)..]);
    }

    fn add(&mut self, line: &[u8]) {
        let room = self.longest - self.bytes.len();
        self.is_cut |= line.len() > room;
        self.bytes.extend_from_slice(&line[..line.len().min(room)]);
    }

    fn end<E>(&mut self) -> Result<(), E>
    where
        F: FnMut(u64, Message) -> Result<(), E>,
    {
        let is_behind_from = std::mem::take(&mut self.is_behind_from);
        let is_cut = std::mem::take(&mut self.is_cut);
        self.in_body = false;
        if self.bytes.trim_ascii().is_empty() && !is_behind_from {
            self.bytes.clear();
            return Ok(());
        }
        let mut message = mime::read(&self.bytes);
        let has_headers = !parts::split(&self.bytes).0.is_empty();
        // The memory of a large message is not held for the small ones behind it.
        self.bytes = Vec::new();
        if is_cut {
            let what =
                format!("it is longer than {} MB and was cut there; save it as a file of its own", self.longest >> 20);
            message.body.remarks.push((String::new(), what));
        }
        if !is_behind_from && !has_headers {
            let what = "it stands before the first message of the mailbox, and nothing says who wrote it";
            message.body.remarks.push((String::new(), what.to_owned()));
        }
        self.n += 1;
        (self.each)(self.n, message)
    }
}

/// Whether a line looks like the one that programs set above a message: `From nia@example.cymru Wed Sep 14 10:32:05 2022`.
fn is_from_line(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest);
    let mut words = rest.split_whitespace();
    let sender = words.next().unwrap_or_default();
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let tail: Vec<&str> = words.collect();
    let is_dated = tail.iter().any(|word| is_year(word)) && tail.iter().any(|word| word.contains(':'));
    is_dated || (sender.contains('@') && tail.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FROM: &str = "From nia@example.cymru Wed Sep 14 10:32:05 2022";

    fn messages(mailbox: &[u8], longest: usize) -> Vec<Message> {
        let mut messages = Vec::new();
        let n = read_limited::<io::Error>(mailbox, longest, |n, message| {
            messages.push(message);
            assert_eq!(n, messages.len() as u64);
            Ok(())
        });
        assert_eq!(n.expect("a mailbox in memory is read"), messages.len() as u64);
        messages
    }

    fn texts(mailbox: &str) -> Vec<String> {
        messages(mailbox.as_bytes(), LONGEST)
            .iter()
            .map(|message| message.body.text.trim().replace("\r\n", "\n"))
            .collect()
    }

    #[test]
    fn messages_are_told_apart_and_their_lines_unescaped() {
        let mailbox = format!(
            "{FROM}\nSubject: un\n\nDŵr 🙂\n\n>From home\n>>From here\nFrom there\n\n{FROM}\nSubject: dau\n\nTŷ\n\n{FROM}\n\n"
        );
        let expected = ["Dŵr 🙂\n\nFrom home\n>From here\nFrom there", "Tŷ", ""];
        assert_eq!(texts(&mailbox), expected);
        assert_eq!(texts(&mailbox.replace('\n', "\r\n")), expected);
        assert_eq!(texts(""), Vec::<String>::new());
    }

    #[test]
    fn a_sentence_that_begins_with_from_begins_no_message() {
        let mailbox = format!(
            "{FROM}\nSubject: un\n\nHello\n\nFrom 2024 on, at 10:15, we met in May 2024\nand agreed.\n\nFrom here: on\n"
        );
        assert_eq!(texts(&mailbox).len(), 1);
        assert!(texts(&mailbox)[0].ends_with("and agreed.\n\nFrom here: on"));
    }

    #[test]
    fn text_before_the_first_message_and_a_single_message_are_read() {
        let found = messages(format!("Nodyn\n\n{FROM}\nSubject: un\n\nTŷ\n").as_bytes(), LONGEST);
        assert_eq!((found.len(), found[0].body.remarks.len(), found[0].body.text.trim()), (2, 1, "Nodyn"));
        let single = messages(b"Subject: un\n\nCytunaf\n", LONGEST);
        assert_eq!((single.len(), single[0].subject.as_str(), single[0].body.remarks.len()), (1, "un", 0));
    }

    #[test]
    fn a_message_beyond_all_measure_is_cut_with_a_remark() {
        let mailbox = format!("{FROM}\nSubject: un\n\n{}\n\n{FROM}\nSubject: dau\n\nTŷ\n", "x".repeat(1 << 18));
        let found = messages(mailbox.as_bytes(), 1 << 17);
        assert_eq!((found.len(), found[0].body.remarks.len(), found[1].subject.as_str()), (2, 1, "dau"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_mailbox(lines in proptest::collection::vec(prop_oneof![
            Just(FROM.as_bytes().to_vec()), Just(b"Subject: x".to_vec()), Just(b"".to_vec()), Just(b">From x".to_vec()),
            proptest::collection::vec(any::<u8>(), 0..20)], 0..30)) {
            messages(&lines.join(&b"\n"[..]), 64);
        }
    }
}
