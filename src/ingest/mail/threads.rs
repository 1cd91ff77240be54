//! Own words apart from quoted history, forwarded messages, signatures and disclaimers, in English and Welsh.
//!
//! Nothing is left out: each line of a body gets a kind. In doubt a line is somebody's own words, because those are
//! what a consultation is for.

use super::history::{self, Original};
use super::signatures;
use crate::ingest::documents::{Block, Document, Kind};

/// A body whose blocks say whose words they are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parted {
    /// The body.
    pub(super) document: Document,
    /// Who wrote it, when the message only passes it on.
    pub(super) original: Option<Original>,
}

/// Fewest own words above a forwarded message that make them the response, and not the message passed on.
pub(super) const FEWEST_OWN_WORDS: usize = 25;

/// Most messages forwarded within each other that are looked into.
const DEEPEST: usize = 8;

/// Text as a document: a block for each line that is not blank, placed `line 7`.
pub(super) fn document(text: &str) -> Document {
    let mut document = Document::default();
    for (i, line) in text.split('\n').enumerate() {
        let words = line.trim();
        if i > 0 {
            document.text.push('\n');
        }
        let start = document.text.len() + (line.len() - line.trim_start().len());
        document.text.push_str(line);
        if !words.is_empty() {
            let place = format!("line {}", i + 1);
            document.blocks.push(Block { kind: Kind::Paragraph, start, end: start + words.len(), place });
        }
    }
    document
}

/// Tells whose words the blocks of a body are. Its text stays as it is, but for marks of quotation (`>`) before the
/// lines of a message that is passed on.
pub(super) fn part(document: Document, subject: &str) -> Parted {
    let mut document = document;
    // A message that was forwarded twice may bear two marks of quotation.
    for _ in 0..DEEPEST {
        let Some(from) = sort(&document, subject).quoted_from else { break };
        document = unmark(&document, from);
    }
    let Sorted { lines, kinds, original, .. } = sort(&document, subject);
    let blocks = rebuild(&document, &lines, &kinds);
    Parted { document: Document { blocks, ..document }, original }
}

/// How many words of a document are somebody's own.
pub(super) fn own_words(document: &Document) -> usize {
    let is_own = |block: &&Block| !matches!(block.kind, Kind::Quoted | Kind::Signature);
    document.blocks.iter().filter(is_own).map(|block| count(document.words(block))).sum()
}

/// Words with a letter in them.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whose words a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Own,
    Quoted,
    Signature,
}

/// A line of a document that is not blank.
struct Line<'d> {
    block: usize,
    start: usize,
    end: usize,
    /// Its words without marks of quotation.
    words: &'d str,
    is_marked: bool,
    /// Whether a blank line or the end of a paragraph stands above.
    has_gap: bool,
    given: Whose,
}

struct Sorted<'d> {
    lines: Vec<Line<'d>>,
    kinds: Vec<Whose>,
    original: Option<Original>,
    /// Byte where the lines of a message that is passed on begin to bear marks of quotation.
    quoted_from: Option<usize>,
}

fn sort<'d>(document: &'d Document, subject: &str) -> Sorted<'d> {
    let lines = lines(document);
    let mut kinds = vec![Whose::Own; lines.len()];
    let mut original: Option<Original> = None;
    let mut quoted_from = None;
    let mut from = 0;
    let mut subject = subject.to_owned();
    for depth in 0..DEEPEST {
        let found = level(&lines[from..], &mut kinds[from..], &subject, depth > 0);
        let Some((below, inner)) = found else { break };
        from += below;
        if lines[from - 1].is_marked && quoted_from.is_none() {
            quoted_from = lines.iter().find(|line| line.is_marked).map(|line| line.start);
        }
        subject.clone_from(&inner.subject);
        // A mark that names nobody leaves what the one above it said.
        if original.is_none() || !inner.name.is_empty() || !inner.address.is_empty() {
            original = Some(inner);
        }
    }
    Sorted { lines, kinds, original, quoted_from }
}

/// Sorts the lines of one message. When it only passes on another, the line where the other's words begin, and who
/// wrote them; the lines above it are then all sorted.
fn level(lines: &[Line<'_>], kinds: &mut [Whose], subject: &str, is_within: bool) -> Option<(usize, Original)> {
    let words: Vec<&str> = lines.iter().map(|line| line.words).collect();
    for (kind, line) in kinds.iter_mut().zip(lines) {
        // What a page marks as quoted holds the whole of a forwarded message, so within one the mark says nothing.
        *kind = match line.given {
            Whose::Quoted if is_within => Whose::Own,
            given if line.is_marked && given == Whose::Own => Whose::Quoted,
            given => given,
        };
    }
    let is_forward = history::is_forward(subject);
    let quoted: Vec<bool> = kinds.iter().map(|kind| *kind == Whose::Quoted).collect();
    let history = history::find(&words, &quoted, false)
        .or_else(|| history::find(&words, &quoted, true).filter(|history| is_forward || history.is_forwarded));
    let end = history.as_ref().map_or(lines.len(), |history| history.marks.start);
    kinds[end..].fill(Whose::Quoted);
    mark_attributions(&words[..end], &mut kinds[..end]);
    mark_signatures(lines, &words, &mut kinds[..end]);
    let n: usize = (0..end).filter(|i| kinds[*i] == Whose::Own).map(|i| count(words[i])).sum();
    if let Some(history) = history {
        let passes_on = (is_forward || history.is_forwarded) && n < FEWEST_OWN_WORDS;
        if (passes_on || (n == 0 && !history::is_reply(subject))) && history.marks.end < lines.len() {
            kinds[..end].iter_mut().filter(|kind| **kind == Whose::Own).for_each(|kind| *kind = Whose::Signature);
            kinds[history.marks.clone()].fill(Whose::Signature);
            return Some((history.marks.end, history.original));
        }
    } else if n == 0 || (is_forward && n < FEWEST_OWN_WORDS) {
        restore(kinds, subject);
    }
    None
}

/// Words are not set aside when they are all that there is: those quoted, unless the subject is that of a reply; and a
/// closing, when nothing is quoted.
fn restore(kinds: &mut [Whose], subject: &str) {
    if kinds.contains(&Whose::Quoted) {
        if !history::is_reply(subject) {
            kinds.iter_mut().filter(|kind| **kind == Whose::Quoted).for_each(|kind| *kind = Whose::Own);
        }
    } else if !kinds.contains(&Whose::Own) {
        kinds.fill(Whose::Own);
    }
}

/// Marks such as "On … wrote:" above quoted lines are quoted with them.
fn mark_attributions(words: &[&str], kinds: &mut [Whose]) {
    for i in 0..words.len() {
        if kinds[i] != Whose::Own {
            continue;
        }
        let wrote = history::wrote(words, i).map(|(end, _)| end);
        let end = wrote.or_else(|| history::at(words, i).map(|history| history.marks.end));
        if let Some(end) = end.filter(|end| kinds.get(*end) == Some(&Whose::Quoted)) {
            kinds[i..end].fill(Whose::Quoted);
        }
    }
}

fn mark_signatures(lines: &[Line<'_>], words: &[&str], kinds: &mut [Whose]) {
    let mut from = 0;
    while from < kinds.len() {
        let run = kinds[from..].iter().take_while(|kind| **kind == Whose::Own).count();
        let gaps: Vec<bool> = lines[from..from + run].iter().map(|line| line.has_gap).collect();
        for (i, is_marked) in signatures::find(&words[from..from + run], &gaps).into_iter().enumerate() {
            if is_marked {
                kinds[from + i] = Whose::Signature;
            }
        }
        from += run.max(1);
    }
}

fn lines(document: &Document) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut above = 0;
    for (block, found) in document.blocks.iter().enumerate() {
        let given = match found.kind {
            Kind::Quoted => Whose::Quoted,
            Kind::Signature => Whose::Signature,
            _ => Whose::Own,
        };
        let mut at = found.start;
        for line in document.words(found).split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let trimmed = line.trim();
            if trimmed.is_empty() {
                continue;
            }
            let words = trimmed.trim_start_matches(['>', ' ', '\t']);
            let has_gap = document.text[above..start].bytes().filter(|byte| *byte == b'\n').count() > 1;
            above = start + trimmed.len();
            let is_marked = trimmed.starts_with('>');
            lines.push(Line { block, start, end: above, words, is_marked, has_gap, given });
        }
    }
    lines
}

/// Blocks of the lines: those of one block and kind that follow each other stay together.
fn rebuild(document: &Document, lines: &[Line<'_>], kinds: &[Whose]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = None;
    for (line, whose) in lines.iter().zip(kinds) {
        let given = &document.blocks[line.block];
        if last == Some((line.block, *whose))
            && let Some(block) = blocks.last_mut()
        {
            block.end = line.end;
            continue;
        }
        last = Some((line.block, *whose));
        let kind = match whose {
            Whose::Quoted => Kind::Quoted,
            Whose::Signature => Kind::Signature,
            Whose::Own if matches!(given.kind, Kind::Quoted | Kind::Signature) => Kind::Paragraph,
            Whose::Own => given.kind,
        };
        blocks.push(Block { kind, start: line.start, end: line.end, place: given.place.clone() });
    }
    blocks
}

/// The document without one mark of quotation at the beginning of each line from a byte on.
fn unmark(document: &Document, from: usize) -> Document {
    let mut plain =
        Document { remarks: document.remarks.clone(), pictures: document.pictures.clone(), ..Document::default() };
    let mut at = 0;
    for block in &document.blocks {
        plain.text.push_str(&document.text[at..block.start]);
        at = block.end;
        let words = document.words(block);
        let start = plain.text.len();
        if block.start < from || !words.starts_with('>') {
            plain.text.push_str(words);
            plain.blocks.push(Block { start, end: plain.text.len(), ..block.clone() });
            continue;
        }
        let words = words[1..].trim_start();
        plain.text.push_str(words);
        if !words.is_empty() {
            plain.blocks.push(Block { start, end: plain.text.len(), ..block.clone() });
        }
    }
    plain.text.push_str(&document.text[at..]);
    plain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parted(text: &str, subject: &str) -> Parted {
        part(document(text), subject)
    }

    fn of(parted: &Parted, kind: Kind) -> Vec<&str> {
        let document = &parted.document;
        document.blocks.iter().filter(|block| block.kind == kind).map(|block| document.words(block)).collect()
    }

    const ORIGINAL: &str = "From: Siân Tŷ <sian@example.cymru>\nSent: 03 May 2022 10:15\nTo: Policy\nSubject: Gofal\n";

    #[test]
    fn a_reply_keeps_its_own_words_apart_from_the_history() {
        let text = format!("Rwy'n cytuno 🙂.\n\nKind regards\nNia Jones\n\n{ORIGINAL}\nPlease answer by May.\n");
        let parted = parted(&text, "RE: Gofal");
        assert_eq!(of(&parted, Kind::Paragraph), ["Rwy'n cytuno 🙂."]);
        assert_eq!(of(&parted, Kind::Signature), ["Kind regards", "Nia Jones"]);
        assert_eq!(of(&parted, Kind::Quoted).len(), 5);
        assert_eq!((parted.original, parted.document.text.as_str()), (None, text.as_str()));
        assert_eq!(parted.document.blocks[0].place, "line 1");
    }

    #[test]
    fn answers_between_quoted_lines_stay_own_words() {
        let text = "On Tue, 3 May 2022 at 10:15,\nPolicy <p@example.cymru> wrote:\n> Do you agree?\n\nYdw, dŵr glân.\n\n> And the timetable?\n\nToo fast.\n-- \nNia\n";
        let parted = parted(text, "Re: Gofal");
        assert_eq!(of(&parted, Kind::Paragraph), ["Ydw, dŵr glân.", "Too fast."]);
        assert_eq!(of(&parted, Kind::Quoted).len(), 4);
        assert_eq!(of(&parted, Kind::Signature), ["--", "Nia"]);
    }

    #[test]
    fn a_message_passed_on_with_hardly_a_word_is_the_original_senders() {
        let text = format!("Please see below.\nThanks\nGwen\n\n{ORIGINAL}\nDim elw o ofal plant.\nYn gywir\nSiân Tŷ\n");
        for subject in ["FW: Gofal", "Fwd: Gofal", "YML: Gofal"] {
            let parted = parted(&text, subject);
            let original = parted.original.clone().expect("a forwarded message");
            assert_eq!((original.name.as_str(), original.address.as_str()), ("Siân Tŷ", "sian@example.cymru"));
            assert_eq!(original.date, "03 May 2022 10:15");
            assert_eq!(of(&parted, Kind::Paragraph), ["Dim elw o ofal plant."]);
            assert_eq!(of(&parted, Kind::Signature).len(), 9);
        }
    }

    #[test]
    fn a_forwarded_message_may_bear_marks_of_quotation_and_hold_another() {
        let text = "Begin forwarded message:\n\n> From: Gwen <gwen@example.cymru>\n> Subject: FW: x\n> Date: 3 May 2022 at 10:15\n> \n> fyi\n> \n> From: Siân <sian@example.cymru>\n> Sent: 2 May 2022 10:15\n> To: Gwen\n> Subject: x\n> \n> Dim elw.\n> > A question?\n";
        let parted = parted(text, "x");
        assert_eq!(parted.original.as_ref().map(|original| original.name.as_str()), Some("Siân"));
        assert_eq!(of(&parted, Kind::Paragraph), ["Dim elw."]);
        assert_eq!(of(&parted, Kind::Quoted), ["> A question?"]);
    }

    #[test]
    fn a_short_reply_that_is_passed_on_keeps_its_history_quoted() {
        let text = format!(
            "{}\nI agree.\n\n{ORIGINAL}\nDo you agree?",
            ORIGINAL.replace("Gofal", "RE: Gofal").replace("Siân Tŷ", "Nia")
        );
        let parted = parted(&text, "FW: Gofal");
        assert_eq!(parted.original.as_ref().map(|original| original.name.as_str()), Some("Nia"));
        assert_eq!(of(&parted, Kind::Paragraph), ["I agree."]);
        assert_eq!(of(&parted, Kind::Quoted).len(), 5);
    }

    #[test]
    fn many_own_words_above_a_forwarded_message_are_the_response() {
        let own = "gair ".repeat(30);
        let parted = parted(&format!("{own}\n\n{ORIGINAL}\nDim elw."), "FW: Gofal");
        assert_eq!(of(&parted, Kind::Paragraph), [own.trim()]);
        assert_eq!((parted.original, of(&super::part(document(""), ""), Kind::Quoted).len()), (None, 0));
    }

    #[test]
    fn the_only_words_are_not_set_aside() {
        assert_eq!(of(&parted("> Dim elw o ofal.", "Gofal"), Kind::Paragraph), ["> Dim elw o ofal."]);
        assert_eq!(of(&parted("Diolch,\nSiân", "Gofal"), Kind::Paragraph), ["Diolch,", "Siân"]);
        assert_eq!(of(&parted("> Do you agree?", "RE: Gofal"), Kind::Paragraph), Vec::<&str>::new());
    }

    #[test]
    fn blocks_of_a_page_are_parted_line_by_line() {
        let mut page = Document::default();
        page.push(Kind::Paragraph, "Cytunaf.\nDiolch yn fawr\nSiân Tŷ", "paragraph 1");
        page.push(Kind::Quoted, "On 3 May 2022 at 10:15 Nia wrote:\nDo you agree?", "paragraph 2");
        let parted = part(page, "RE: Gofal");
        assert_eq!(of(&parted, Kind::Paragraph), ["Cytunaf."]);
        assert_eq!(of(&parted, Kind::Signature), ["Diolch yn fawr\nSiân Tŷ"]);
        assert_eq!(parted.document.blocks[1].place, "paragraph 1");
    }

    fn wild() -> impl Strategy<Value = String> {
        let line = prop_oneof![
            Just("From: Nia <nia@example.cymru>".to_owned()),
            Just("Sent: 3 May 2022 10:15".to_owned()),
            Just("To: x@y".to_owned()),
            Just("Subject: FW: ŷ".to_owned()),
            Just("-----Original Message-----".to_owned()),
            Just("Begin forwarded message:".to_owned()),
            Just("On 3 May 2022 at 10:15, Nia <n@x> wrote:".to_owned()),
            Just("-- ".to_owned()),
            Just("Kind regards".to_owned()),
            Just("This email is confidential; not the intended recipient? In error?".to_owned()),
            Just("> > dŵr".to_owned()),
            Just(String::new()),
            "[ -~ŵ🙂]{0,30}",
            "\\PC{0,20}",
        ];
        proptest::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn every_sign_of_a_body_lies_in_a_block(text in wild(), subject in prop_oneof![Just("FW: x"), Just("RE: x"), Just("x")]) {
            let parted = parted(&text, subject);
            let document = &parted.document;
            let kept = |text: &str| text.chars().filter(|sign| !sign.is_whitespace() && *sign != '>').collect::<String>();
            let blocks: String = document.blocks.iter().map(|block| kept(document.words(block))).collect();
            prop_assert_eq!(blocks, kept(&text));
            for pair in document.blocks.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
        }
    }
}
