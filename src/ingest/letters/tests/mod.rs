//! Letters, messages and forms as people send them, in both languages.

mod forms;
mod nothing_lost;

use super::*;
use crate::corpus::settings::{Consent, WHOLE};
use crate::ingest::documents::Kind;
use crate::model::{Bilingual, Choice, Question, QuestionKind, RespondentType};

/// The questions of an invented consultation: choose and say why, open, closed, several options, and the whole.
pub(in crate::ingest) fn consultation() -> Consultation {
    let both = |en: &str, cy: &str| Bilingual { en: en.to_owned(), cy: cy.to_owned() };
    let choice = |code: &str, en: &str, cy: &str| Choice {
        code: code.to_owned(),
        label: both(en, cy),
        also: Vec::new(),
        stance: None,
    };
    let question = |id: &str, text: Bilingual, kind, options: Vec<Choice>| Question {
        id: id.to_owned(),
        text,
        kind,
        options,
        ..Question::default()
    };
    let yes_no = || {
        vec![
            choice("yes", "Yes", "Dylai"),
            choice("no", "No", "Na ddylai"),
            choice("dk", "Don't know", "Ddim yn gwybod"),
        ]
    };
    Consultation {
        title: both("A lido for the winter", "Lido i'r gaeaf"),
        questions: vec![
            question(
                "1",
                both(
                    "Do you agree that the lido should open all year?",
                    "Ydych chi'n cytuno y dylai'r lido agor drwy'r flwyddyn?",
                ),
                QuestionKind::Closed,
                vec![
                    choice("agree", "Agree", "Cytuno"),
                    choice("neither", "Neither agree nor disagree", "Ddim yn cytuno nac yn anghytuno"),
                    choice("disagree", "Disagree", "Anghytuno"),
                ],
            ),
            Question {
                explains: Some("1".to_owned()),
                ..question(
                    "1a",
                    both("Why do you say so?", "Pam rydych chi'n dweud hynny?"),
                    QuestionKind::Open,
                    Vec::new(),
                )
            },
            question(
                "2",
                both("What would heating the water cost the town?", "Beth fyddai cost gwresogi'r dŵr i'r dref?"),
                QuestionKind::Open,
                Vec::new(),
            ),
            question(
                "3",
                both("Should dogs be let in?", "A ddylai cŵn gael dod i mewn?"),
                QuestionKind::Closed,
                yes_no(),
            ),
            question(
                "4",
                both("What would help you to come more often?", "Beth fyddai'n eich helpu i ddod yn amlach?"),
                QuestionKind::Multiple,
                vec![
                    choice("bus", "A bus", "Bws"),
                    choice("cafe", "A café", "Caffi"),
                    choice("towels", "Towels", "Tywelion"),
                ],
            ),
            question("5.1", both("Anything on timing?", "Unrhyw beth am amseru?"), QuestionKind::Open, Vec::new()),
            question("5.2", both("Anything on safety?", "Unrhyw beth am ddiogelwch?"), QuestionKind::Open, Vec::new()),
            question(WHOLE, both("Whole response", "Yr ymateb cyfan"), QuestionKind::Open, Vec::new()),
        ],
        types: vec![
            RespondentType {
                code: "person".to_owned(),
                label: both("Member of the public", "Aelod o'r cyhoedd"),
                ..RespondentType::default()
            },
            RespondentType {
                code: "council".to_owned(),
                label: both("Town council", "Cyngor tref"),
                organisation: true,
                ..RespondentType::default()
            },
        ],
        ..Consultation::default()
    }
}

/// A document as its reader would hand it on.
#[derive(Default)]
struct Paper {
    document: Document,
    paragraphs: usize,
    tables: u32,
}

impl Paper {
    fn block(mut self, kind: Kind, words: &str) -> Self {
        self.paragraphs += 1;
        self.document.push(kind, words, format!("paragraph {}", self.paragraphs));
        self
    }

    fn heading(self, words: &str) -> Self {
        self.block(Kind::Heading, words)
    }

    fn says(self, words: &str) -> Self {
        self.block(Kind::Paragraph, words)
    }

    fn quotes(self, words: &str) -> Self {
        self.block(Kind::Quoted, words)
    }

    fn signs(self, words: &str) -> Self {
        self.block(Kind::Signature, words)
    }

    fn table(mut self, rows: &[&[&str]]) -> Self {
        for (row, cells) in (0..).zip(rows) {
            for (column, words) in (0..).zip(*cells) {
                let kind = Kind::Cell { table: self.tables, row, column };
                self.document.push(kind, words, format!("table {}, row {}", self.tables + 1, row + 1));
            }
        }
        self.tables += 1;
        self
    }

    fn attaches(mut self, name: &str, other: Paper) -> Self {
        self.document.append(name, other.document);
        self
    }

    fn read(&self) -> mapping::Mapped {
        item(&consultation(), &SourceSettings::default(), &self.document, &Sender::default(), None)
    }

    fn answers(&self) -> Vec<Told> {
        told(&self.read())
    }
}

/// An answer in short: question, words, options and substance in brackets.
type Told = (String, String);

fn told(mapped: &mapping::Mapped) -> Vec<Told> {
    let one = |answer: &NewAnswer| {
        let mut question = answer.question.clone();
        if !answer.chosen.is_empty() {
            question = format!("{question} = {}", answer.chosen.join("+"));
        }
        if answer.substance != Substance::Words {
            question = format!("{question} ({})", answer.substance.as_str());
        }
        (question, answer.text.clone())
    };
    mapped.item.answers.iter().map(one).collect()
}

fn are(expected: &[(&str, &str)]) -> Vec<Told> {
    expected.iter().map(|(question, words)| ((*question).to_owned(), (*words).to_owned())).collect()
}

fn text(words: &str) -> mapping::Mapped {
    let (sender, document) = from_text(words.to_owned());
    item(&consultation(), &SourceSettings::default(), &document, &sender.as_sender(), None)
}

/// A consultation whose questions have numbers and no words, as one that is known from its numbers alone.
fn numbered() -> Consultation {
    let question = |id: &str, kind, explains: Option<&str>| Question {
        id: id.to_owned(),
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

fn split(words: &str) -> Vec<Told> {
    let (sender, document) = from_text(words.to_owned());
    told(&item(&numbered(), &SourceSettings::default(), &document, &sender.as_sender(), None))
}

#[test]
fn a_letter_is_split_by_the_questions_it_names() {
    let letter = "Annwyl Syr,\r\n\r\nCwestiwn 1.1\r\nRydym yn cytuno. 🙂\r\n\r\nQ1.6: Foster carers may move, and £1.6 million is short.\r\n1.6 million is a lot.\r\n";
    assert_eq!(
        split(letter),
        are(&[
            ("1.1a", "Annwyl Syr,\r\n\r\nCwestiwn 1.1\r\nRydym yn cytuno. 🙂"),
            ("1.6", "Foster carers may move, and £1.6 million is short.\r\n1.6 million is a lot."),
        ])
    );
}

#[test]
fn a_short_answer_beside_its_number_is_no_title() {
    assert_eq!(split("Q1.1: Ydym\nQ1.6 Transition\nSlowly."), are(&[("1.1a", "Ydym"), ("1.6", "Slowly.")]));
    assert_eq!(split("Q1.6: We say no\nNever."), are(&[("1.6", "We say no\nNever.")]));
}

#[test]
fn a_letter_without_numbers_is_one_answer() {
    assert_eq!(split("We agree.\n\nYours"), are(&[(WHOLE, "We agree.\n\nYours")]));
    assert_eq!(split(""), []);
    assert_eq!(split("").len() + split(" \n🙂").len(), 1);
}

#[test]
fn an_email_gives_its_sender_and_its_body() {
    let words = "From: \"Nia Example\" <nia@example.org>\nDate: Mon, 7 Nov 2022 09:00:00 +0000\nSubject: Ymateb\n\nMae'n rhy gyflym.";
    let mapped = text(words);
    assert_eq!(mapped.item.respondent.name, "Nia Example");
    assert_eq!(mapped.item.respondent.email, "nia@example.org");
    assert_eq!(mapped.item.received, "2022-11-07");
    assert_eq!(
        (mapped.item.answers[0].text.as_str(), mapped.item.answers[0].place.as_str()),
        ("Mae'n rhy gyflym.", "line 5")
    );
}

#[test]
fn nobody_wrote_an_out_of_office_reply() {
    let paper = Paper::default().says("I am away until Monday.");
    let sender = Sender { subject: "Allan o'r swyddfa: lido", ..Sender::default() };
    let mapped = item(&consultation(), &SourceSettings::default(), &paper.document, &sender, None);
    assert_eq!(mapped.item.set_aside, Some(SetAside::NotAResponse));
    assert_eq!(mapped.item.answers.len(), 1, "and its words are kept all the same");
}

#[test]
fn questions_are_known_by_their_own_words_in_either_language() {
    let letter = "WHAT WOULD HEATING the water cost the town?\nToo much.\n\nA ddylai cw\u{302}n gael dod i mewn\nNa ddylai, byth. 🙂\n\nUnrhyw beth am amseru? Nawr.\n";
    assert_eq!(told(&text(letter)), are(&[("2", "Too much."), ("3 = no", "Na ddylai, byth. 🙂"), ("5.1", "Nawr.")]));
}

#[test]
fn a_number_with_the_words_of_its_question_is_a_heading() {
    let letter = "2. What would heating the water cost the town?\nA fortune.\n3) Dogs\nNo.\n";
    assert_eq!(told(&text(letter)), are(&[("2", "A fortune."), ("3 = no (nothing)", "No.")]));
}

#[test]
fn numbers_of_their_own_lists_split_nothing() {
    let letter = "Our demands.\n1. Warm water\n2. Clean changing rooms\n3. A kind word\n";
    assert_eq!(told(&text(letter)), are(&[(WHOLE, letter.trim())]));
    let named = "For us:\n1. Opening the lido\n2. Heating of water\n3. Dogs\n";
    assert_eq!(told(&text(named)), are(&[(WHOLE, named.trim())]));
    let within = "Question 2\nThree things:\n1. Warm water\n2. Clean changing rooms\n5. Soap\n7.9 degrees\n";
    assert_eq!(
        told(&text(within)),
        are(&[("2", "Three things:\n1. Warm water\n2. Clean changing rooms\n5. Soap\n7.9 degrees")])
    );
}

#[test]
fn sections_of_a_document_are_not_taken_for_questions() {
    let report = "5.1 Who we are\nA club of swimmers.\n5.2 Our history\nSince 1931.\n5.3 Our wishes\nWarmth.\n";
    assert_eq!(told(&text(report)), are(&[(WHOLE, report.trim())]));
    let answers = "5.1 Timing\nAt dawn.\n5.2 Safety\nMore rails.\n";
    assert_eq!(told(&text(answers)), are(&[("5.1", "At dawn."), ("5.2", "More rails.")]));
}

#[test]
fn bare_numbers_before_a_dash_are_a_series_of_answers() {
    let numbers = |words: &str| {
        let question = |id: &str| Question { id: id.to_owned(), ..Question::default() };
        let questions = ["1.1", "1.2", "1.10", WHOLE].map(question).to_vec();
        let consultation = Consultation { questions, ..Consultation::default() };
        let (sender, document) = from_text(words.to_owned());
        told(&item(&consultation, &SourceSettings::default(), &document, &sender.as_sender(), None))
    };
    let series = "1.1 - Yes, it is time. 🙂\n\n1.2 \u{2013} We fear the cost.\nMuch.\n\n1.10: Mae'n dda.\n";
    assert_eq!(
        numbers(series),
        are(&[("1.1", "Yes, it is time. 🙂"), ("1.2", "We fear the cost.\nMuch."), ("1.10", "Mae'n dda.")])
    );
    let once = "Costs rose to\n\n1.1 - that is, in millions - last year.\n";
    assert_eq!(numbers(once), are(&[(WHOLE, once.trim())]));
}

#[test]
fn questions_are_named_in_many_ways() {
    for heading in [
        "Question 2",
        "QUESTION 2:",
        "Q2",
        "Q.2",
        "q2)",
        "Consultation question 2",
        "Question number 2",
        "**Question 2**",
        "Response to question 2:",
        "Our answer to Q2",
        "Cwestiwn 2",
        "C2.",
        "Ymateb i gwestiwn 2",
        "Cwestiwn rhif 2",
        "## Q2 ",
        "Cwestiwn 2 / Question 2",
        "Question 02",
        "Question 2(a)",
    ] {
        assert_eq!(
            told(&text(&format!("{heading}\nDrud, a gwlyb. 🙂"))),
            are(&[("2", "Drud, a gwlyb. 🙂")]),
            "{heading}"
        );
    }
    for other in ["Question 9", "2", "2 of us", "Questions", "Q", "Questionable 2", "2022", "C20", "12"] {
        let letter = format!("{other}\nDrud, a gwlyb.");
        assert_eq!(told(&text(&letter)), are(&[(WHOLE, letter.as_str())]), "{other}");
    }
}

#[test]
fn several_questions_answered_together_stand_under_the_first_and_it_is_said() {
    for (heading, others) in [
        ("Questions 2 and 3", "questions 2 and 3 are"),
        ("Cwestiynau 2 i 4", "questions 2 and 3, 4 are"),
        ("Questions 2, 3 & 4: cost", "questions 2 and 3, 4 are"),
        ("Cwestiynau 2 a 3 –", "questions 2 and 3 are"),
    ] {
        let mapped = text(&format!("{heading}\nToo dear, and wet.\n"));
        assert_eq!(told(&mapped), are(&[("2", "Too dear, and wet.")]), "{heading}");
        assert!(mapped.problems.iter().any(|problem| problem.contains(others)), "{heading}: {:?}", mapped.problems);
    }
    let linked = text("Questions 1 and 1a\nIt is warm.\n");
    assert_eq!((told(&linked), linked.problems), (are(&[("1a", "It is warm.")]), vec![]));
    assert_eq!(told(&text("Q2 - 5 years is long\nYes.")), are(&[("2", "5 years is long\nYes.")]));
}

#[test]
fn a_question_named_in_the_middle_of_a_sentence_is_no_heading() {
    let letter =
        "We think of the answer that we gave at length under\nquestion 2 and that it still holds good today.\n";
    assert_eq!(told(&text(letter)), are(&[(WHOLE, letter.trim())]));
    let prose = "Question 2 asks what it costs, and we can only say that nobody has told us the price of gas.\n";
    assert_eq!(told(&text(prose)), are(&[("2", prose.trim())]));
}

#[test]
fn replies_written_into_a_message_answer_what_they_quote() {
    let reply = Paper::default()
        .says("Diolch am eich neges.")
        .quotes("> Annwyl bawb,")
        .quotes("> 2. What would heating the water\n> cost the town?")
        .says("Ask the council. 🙂")
        .quotes("> Should dogs be let in?")
        .says("No")
        .signs("-- \nNia\nClwb y Lido")
        .quotes("> Question 2\n> Question 3");
    assert_eq!(
        reply.answers(),
        are(&[
            (WHOLE, "Diolch am eich neges."),
            ("whole (quoted)", "> Annwyl bawb,"),
            ("2", "Ask the council. 🙂"),
            ("3 = no (nothing)", "No"),
            ("whole (signature)", "-- \nNia\nClwb y Lido"),
            ("whole (quoted)", "> Question 2\n> Question 3"),
        ])
    );
}

#[test]
fn a_message_of_quotation_and_signature_alone_is_blank() {
    let empty = Paper::default().quotes("> Question 2\n> Warm").signs("Sent from my telephone");
    assert_eq!(empty.read().item.set_aside, Some(SetAside::Blank));
    let mut scan = Paper::default();
    scan.document.pictures.push("page 1".to_owned());
    assert_eq!(scan.read().item.set_aside, Some(SetAside::Scanned));
}

#[test]
fn a_body_does_not_run_on_into_an_attachment() {
    let attached = Paper::default().heading("Question 2").says("It costs nothing.").says("See the next page.");
    let message =
        Paper::default().says("Please see the attached response.").attaches("Ymateb, terfynol.docx", attached);
    let mapped = message.read();
    assert_eq!(
        told(&mapped),
        are(&[
            ("whole (attachment)", "Please see the attached response."),
            ("2", "It costs nothing.\n\nSee the next page."),
        ])
    );
    assert_eq!(mapped.item.answers[1].place, "Ymateb, terfynol.docx, paragraph 2");
    let two = Paper::default().says("Question 2").says("Dear.").attaches("b.txt", Paper::default().says("Cymylau."));
    assert_eq!(two.answers(), are(&[("2", "Dear."), (WHOLE, "Cymylau.")]));
}

#[test]
fn the_register_wins_over_the_form_and_the_form_over_the_sender() {
    let source = SourceSettings {
        organisation: Some("Organisation".to_owned()),
        may_quote: Some("Quote".to_owned()),
        ..SourceSettings::default()
    };
    let paper = Paper::default()
        .table(&[&["Your name", "Nia Ffug"], &["Organisation", "Clwb"], &["May we quote you?", "Yes"]])
        .says("Question 2")
        .says("Dear.");
    let cell = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let logged = Record { cells: vec![cell("Organisation", "Clwb y Lido"), cell("Quote", "No")] };
    let sender = Sender { name: "someone else", address: "nia@example.org", ..Sender::default() };
    let mapped = item(&consultation(), &source, &paper.document, &sender, Some(&logged));
    let respondent = &mapped.item.respondent;
    assert_eq!((respondent.name.as_str(), respondent.organisation.as_str()), ("Nia Ffug", "Clwb y Lido"));
    assert_eq!((respondent.email.as_str(), respondent.consents.quote), ("nia@example.org", false));
    assert!(mapped.problems.iter().any(|problem| problem.contains("differ on the consent to quote")));
}

#[test]
fn who_refuses_on_a_public_docket_is_not_quoted() {
    let source = SourceSettings { consents: vec![Consent::Quote, Consent::Publish], ..SourceSettings::default() };
    let paper = Paper::default().says("Warm.").says("Please tick here if you do not want your words quoted ☒");
    let mapped = item(&consultation(), &source, &paper.document, &Sender::default(), None);
    assert!(!mapped.item.respondent.consents.quote && mapped.item.respondent.consents.publish);
}
