//! Letters and e-mails as plain text: who wrote them, and which words answer which question.

use std::sync::LazyLock;

use regex::Regex;

use super::{Record, date, mapping, substance::substance};
use crate::corpus::settings::WHOLE;
use crate::corpus::{ItemContent, NewAnswer, SourceSettings};
use crate::model::{Consultation, Question, QuestionKind, SetAside};

/// A heading that begins the answer to a question: `Question 1.6`, `Q1.6:`, `C1.6 –`, `Cwestiwn 1.6`, `1.6 Transition`.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)^[\s*\#>_-]* (?: (?: response\ to\ | answer\ to\ | ymateb\ i\ | ateb\ i\ )? (?P<word> questions? | cwestiwn | gwestiwn | cwestiynau | gwestiynau | q | c )\s*\.?\s* )?
          (?P<id> \d{1,2} (?: \.\d{1,2} [a-z]? )? )  (?P<end> [\s:.)\]\u{2013}*_-]+ | $ ) (?P<rest>.*) $",
    )
    .expect("the pattern is a constant, and a test uses it")
});

/// Longest title, in characters, that a numbered line may have and still be a heading.
const LONGEST_TITLE: usize = 70;

/// Fewest words before the first heading that are an answer of their own rather than a salutation.
const FEWEST_OPENING_WORDS: usize = 25;

/// Reads a letter or an e-mail as one item. `logged` is its line in the register, if there is one.
pub(crate) fn item(
    consultation: &Consultation,
    source: &SourceSettings,
    text: &str,
    logged: Option<&Record>,
) -> mapping::Mapped {
    let (headers, body) = split_headers(text);
    let empty = Record::default();
    let mut mapped = mapping::item(consultation, source, "", logged.unwrap_or(&empty));
    let item = &mut mapped.item;
    item.key = "letter".to_owned();
    if item.received.is_empty() {
        item.received = headers.get("Date").and_then(date::iso_day).unwrap_or_default();
    }
    if item.respondent.name.is_empty() {
        item.respondent.name = headers.get("From").map(|from| name_of(from).to_owned()).unwrap_or_default();
    }
    if item.respondent.email.is_empty() {
        item.respondent.email = headers.get("From").map(|from| address_of(from).to_owned()).unwrap_or_default();
    }
    item.answers = answers(consultation, text, body);
    let ruled = item.set_aside.filter(|reason| !matches!(reason, SetAside::Blank | SetAside::Late));
    item.set_aside = ruled.or_else(|| set_aside(consultation, item, &headers));
    mapped
}

fn set_aside(consultation: &Consultation, item: &ItemContent, headers: &Record) -> Option<SetAside> {
    if headers.get("Subject").is_some_and(is_automatic) {
        return Some(SetAside::NotAResponse);
    }
    if item.answers.is_empty() {
        return Some(SetAside::Blank);
    }
    mapping::is_late(consultation, &item.received).then_some(SetAside::Late)
}

/// Whether a subject is that of an out-of-office reply or a delivery report.
fn is_automatic(subject: &str) -> bool {
    let subject = subject.to_lowercase();
    [
        "automatic reply",
        "out of office",
        "auto-reply",
        "autoreply",
        "undeliverable",
        "delivery status",
        "ymateb awtomatig",
        "allan o'r swyddfa",
    ]
    .iter()
    .any(|sign| subject.contains(sign))
}

/// Splits the words into answers by their headings. Every word but the headings' own stands in one of them.
fn answers(consultation: &Consultation, text: &str, body: usize) -> Vec<NewAnswer> {
    // Question, where its words begin, where they end, and where the rest of its heading's line begins.
    let mut pieces: Vec<(Option<&Question>, usize, usize, usize)> = vec![(None, body, body, body)];
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        let end = at + line.len();
        if let Some((question, start, rest)) = heading(consultation, line.trim_end_matches(['\n', '\r'])) {
            pieces.push((Some(question), at + start, end, at + rest));
        } else if let Some(last) = pieces.last_mut() {
            last.2 = end;
        }
        at = end;
    }
    // A salutation is not an answer; it stays with the first one.
    if pieces.len() > 1 && text[pieces[0].1..pieces[0].2].split_whitespace().count() < FEWEST_OPENING_WORDS {
        let opening = pieces.remove(0);
        if !text[opening.1..opening.2].trim().is_empty() {
            pieces[0].1 = opening.1;
            pieces[0].3 = opening.1;
        }
    }
    let whole = consultation.question(WHOLE);
    let mut answers: Vec<NewAnswer> = Vec::new();
    for (question, start, end, rest) in pieces {
        let Some(question) = question.or(whole) else { continue };
        // "Q1.4: Yes", with nothing below, is an answer and no title.
        let start = if text[start..end].trim().is_empty() { rest } else { start };
        let words = &text[start..end];
        let lead = words.len() - words.trim_start().len();
        let words = words.trim();
        if words.is_empty() {
            continue;
        }
        let line = text[..start + lead].bytes().filter(|byte| *byte == b'\n').count() + 1;
        // A closed question answered in a letter has its option when the first sentence names one, else only its words.
        let first = words.split(['.', ',', '\n', '\r', ';', ':']).next().unwrap_or_default();
        answers.push(NewAnswer {
            question: question.id.clone(),
            text: words.to_owned(),
            chosen: question.choice(first.trim()).map(|choice| choice.code.clone()).into_iter().collect(),
            substance: substance(words),
            place: format!("line {line}"),
        });
    }
    answers
}

/// The question that a line is the heading of, the byte of the line where the answer begins, and the byte where what
/// follows the number does: the two differ when a title stands between.
fn heading<'c>(consultation: &'c Consultation, line: &str) -> Option<(&'c Question, usize, usize)> {
    let found = HEADING.captures(line)?;
    let id = found.name("id")?.as_str().to_lowercase();
    let question = consultation.question(&id)?;
    let rest = found.name("rest")?;
    let is_named = found.name("word").is_some();
    // A bare number begins a heading only before a short title: "1.6 Transition", not "1.6 million was spent on…".
    if !is_named {
        let is_whole_number = !id.contains('.');
        let title = rest.as_str().trim();
        let reads_as_title = title.chars().count() <= LONGEST_TITLE
            && !title.ends_with(['.', ';', ','])
            && title.chars().next().is_none_or(|first| first.is_uppercase() || !first.is_alphabetic());
        if is_whole_number || !reads_as_title {
            return None;
        }
    }
    let is_title = rest.as_str().trim().chars().count() <= LONGEST_TITLE && !rest.as_str().trim_end().ends_with('.');
    let start = if is_title { line.len() } else { rest.start() };
    Some((open_question(consultation, question), start, rest.start()))
}

/// Words written under a closed question explain the tick, where a question asks for that.
fn open_question<'c>(consultation: &'c Consultation, question: &'c Question) -> &'c Question {
    if question.kind == QuestionKind::Open {
        return question;
    }
    let explains = |other: &&Question| other.explains.as_deref() == Some(question.id.as_str());
    consultation.questions.iter().find(explains).unwrap_or(question)
}

/// Header lines at the top of an e-mail, in either language, and the byte where the body begins.
fn split_headers(text: &str) -> (Record, usize) {
    let mut headers = Record::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        if content.is_empty() {
            // A letter has no headers: its first blank line ends nothing.
            return if headers.cells.is_empty() { (headers, 0) } else { (headers, at + line.len()) };
        }
        let known = content.split_once(':').and_then(|(name, value)| Some((header_name(name)?, value.trim())));
        match known {
            Some((name, value)) => headers.cells.push((name.to_owned(), value.to_owned())),
            None if headers.cells.is_empty() => return (headers, 0),
            None => {}
        }
        at += line.len();
    }
    if headers.cells.is_empty() { (headers, 0) } else { (headers, text.len()) }
}

fn header_name(name: &str) -> Option<&'static str> {
    Some(match name.trim().to_lowercase().as_str() {
        "from" | "oddi wrth" | "o" => "From",
        "to" | "at" => "To",
        "cc" => "Cc",
        "date" | "sent" | "dyddiad" | "anfonwyd" => "Date",
        "subject" | "pwnc" => "Subject",
        _ => return None,
    })
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
    use crate::model::Bilingual;

    fn consultation() -> Consultation {
        let question = |id: &str, kind, explains: Option<&str>| Question {
            id: id.to_owned(),
            text: Bilingual::default(),
            kind,
            explains: explains.map(str::to_owned),
            ..Question::default()
        };
        Consultation {
            questions: vec![
                question("1.1", QuestionKind::Closed, None),
                question("1.1a", QuestionKind::Open, Some("1.1")),
                question("1.6", QuestionKind::Open, None),
                question(WHOLE, QuestionKind::Open, None),
            ],
            ..Consultation::default()
        }
    }

    fn split(text: &str) -> Vec<(String, String)> {
        let mapped = item(&consultation(), &SourceSettings::default(), text, None);
        mapped.item.answers.into_iter().map(|answer| (answer.question, answer.text)).collect()
    }

    #[test]
    fn a_letter_is_split_by_the_questions_it_names() {
        let letter = "Annwyl Syr,\r\n\r\nCwestiwn 1.1\r\nRydym yn cytuno. 🙂\r\n\r\nQ1.6: Foster carers may move, and £1.6 million is short.\r\n1.6 million is a lot.\r\n";
        assert_eq!(
            split(letter),
            [
                ("1.1a".to_owned(), "Annwyl Syr,\r\n\r\nCwestiwn 1.1\r\nRydym yn cytuno. 🙂".to_owned()),
                (
                    "1.6".to_owned(),
                    "Foster carers may move, and £1.6 million is short.\r\n1.6 million is a lot.".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn a_short_answer_beside_its_number_is_no_title() {
        assert_eq!(
            split("Q1.1: Ydym\nQ1.6 Transition\nSlowly."),
            [("1.1a".to_owned(), "Ydym".to_owned()), ("1.6".to_owned(), "Slowly.".to_owned())]
        );
    }

    #[test]
    fn a_letter_without_numbers_is_one_answer() {
        assert_eq!(split("We agree.\n\nYours"), [(WHOLE.to_owned(), "We agree.\n\nYours".to_owned())]);
        assert_eq!(split(""), []);
    }

    #[test]
    fn an_email_gives_its_sender_and_its_body() {
        let text = "From: \"Nia Example\" <nia@example.org>\nDate: Mon, 7 Nov 2022 09:00:00 +0000\nSubject: Ymateb\n\nMae'n rhy gyflym.";
        let mapped = item(&consultation(), &SourceSettings::default(), text, None);
        assert_eq!(mapped.item.respondent.name, "Nia Example");
        assert_eq!(mapped.item.respondent.email, "nia@example.org");
        assert_eq!(mapped.item.received, "2022-11-07");
        assert_eq!(mapped.item.answers[0].text, "Mae'n rhy gyflym.");
    }
}
