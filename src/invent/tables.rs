//! The survey platform's export and the letters that were typed up: the same questionnaire in two tables.

use std::io::Write;
use std::path::Path;

use super::answers::{Cells, fill};
use super::bank::{Bank, Tongue};
use super::compose::Composer;
use super::questions::QUESTIONNAIRE;
use super::when::received;
use super::who::{Letter, Purpose, Stream, Who};
use super::{InventError, Planted, create};

/// A submission is sent again by the same person in this share of cases.
const TWICE: f64 = 0.0125;

/// Writes the export of the survey platform: UTF-8 with a byte order mark, CRLF, cells of several lines.
pub(super) fn platform(
    bank: &Bank,
    composer: &Composer<'_>,
    stream: &Stream,
    path: &Path,
) -> Result<Planted, InventError> {
    let mut file = create(path)?;
    let written = |source| InventError::Write { path: path.to_owned(), source };
    file.write_all("\u{feff}".as_bytes()).map_err(written)?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    let kept = |source| InventError::Table { path: path.to_owned(), source };
    let about = [
        "Response ID",
        "Submitted",
        "Status",
        "Language",
        "Respondent type",
        "Organisation",
        "Name",
        "Email",
        "Area",
        "May we publish your response?",
        "May we name you?",
        "May we quote you?",
        "May we contact you?",
    ];
    let headings = QUESTIONNAIRE.iter().map(|(number, text, _)| format!("{number} {text}"));
    table.write_record(about.iter().map(|heading| (*heading).to_owned()).chain(headings)).map_err(kept)?;

    let mut planted = Planted::default();
    for index in 0..stream.count {
        let source = twice(bank, stream, index);
        let who = Who::draw(bank, stream, source.unwrap_or(index));
        let mut cells = fill(bank, composer, &who, stream, source.unwrap_or(index));
        let status = if source.is_some() { Status::Complete } else { status(stream, &who, index) };
        status.shape(composer, &who, &mut cells, stream, index);
        let when = received(index, stream.count, &mut stream.rng(Purpose::When, index));
        planted.count(&who, when.is_late());
        planted.duplicates += usize::from(source.is_some());
        planted.withdrawn += usize::from(status == Status::Withdrawn);
        planted.previews += usize::from(status == Status::Preview);

        let welsh = who.tongue == Tongue::Cy;
        let mut rng = stream.rng(Purpose::Names, source.unwrap_or(index));
        let kind = if rng.chance(0.03) { "" } else { who.kind.in_export(welsh) };
        let area = if rng.chance(0.04) { "" } else { bank.places.area(who.area, welsh) };
        let consents = who.consents.map(|consent| match (consent, welsh) {
            (None, _) => "",
            (Some(true), false) => "Yes",
            (Some(false), false) => "No",
            (Some(true), true) => *rng.pick(&["Ydw", "Iawn"]),
            (Some(false), true) => "Nac ydw",
        });
        let (id, stamp) = (response_id(stream, index), when.stamp());
        let language = if welsh { "Cymraeg" } else { "English" };
        let about = [&id, &stamp, status.word(), language, kind, &who.organisation, &who.name, &who.email, area];
        for cell in about.into_iter().chain(consents).chain(cells.iter().map(String::as_str)) {
            table.write_field(cell).map_err(kept)?;
        }
        table.write_record(None::<&[u8]>).map_err(kept)?;
    }
    table.flush().map_err(written)?;
    Ok(planted)
}

/// Writes the letters and paper forms as somebody typed them up: Windows-1252, semicolons, short headings.
pub(super) fn hard_copy(
    bank: &Bank,
    composer: &Composer<'_>,
    stream: &Stream,
    path: &Path,
) -> Result<Planted, InventError> {
    let file = create(path)?;
    let mut table = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(file);
    let kept = |source| InventError::Table { path: path.to_owned(), source };
    let about = ["No", "Date received", "Type", "Area", "Publish", "Named", "Quote"];
    let headings = QUESTIONNAIRE.iter().map(|(number, _, _)| format!("Q{number}"));
    table.write_record(about.iter().map(|heading| (*heading).to_owned()).chain(headings)).map_err(kept)?;

    let mut planted = Planted::default();
    for index in 0..stream.count {
        let who = Who::draw(bank, stream, index);
        let cells = fill(bank, composer, &who, stream, index);
        let when = received(index, stream.count, &mut stream.rng(Purpose::When, index));
        planted.count(&who, when.is_late());
        let welsh = who.tongue == Tongue::Cy;
        let consents = who.consents.map(|consent| consent.map_or("", |yes| if yes { "Yes" } else { "No" }));
        let (number, date) = ((index + 1).to_string(), when.british());
        let about = [&number, &date, who.kind.in_export(welsh), bank.places.area(who.area, welsh)];
        // An old habit of those who could not type a circumflex over w and y.
        let caret = stream.rng(Purpose::Names, index).chance(0.2);
        for cell in about.into_iter().chain(consents.into_iter().take(3)).chain(cells.iter().map(String::as_str)) {
            table.write_field(windows_1252(cell, caret)).map_err(kept)?;
        }
        table.write_record(None::<&[u8]>).map_err(kept)?;
    }
    table.flush().map_err(|source| InventError::Write { path: path.to_owned(), source })?;
    Ok(planted)
}

/// The response whose words number `index` sends again, when it is one of those that do.
fn twice(bank: &Bank, stream: &Stream, index: usize) -> Option<usize> {
    stream.marked(Purpose::Duplicate, TWICE, index)?;
    (index.saturating_sub(14)..index).rev().find(|&earlier| {
        let who = Who::draw(bank, stream, earlier);
        let plain = !who.blank && who.letter.is_none() && !who.kind.organisation && !who.email.is_empty();
        plain
            && status(stream, &who, earlier) == Status::Complete
            && stream.marked(Purpose::Duplicate, TWICE, earlier).is_none()
    })
}

/// What the platform says of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Complete,
    Partial,
    Preview,
    Withdrawn,
}

fn status(stream: &Stream, who: &Who<'_>, index: usize) -> Status {
    let council = who.kind.code == "local-authority";
    match stream.marked(Purpose::Status, 0.05, index) {
        Some(number) if who.letter.is_none() && !who.blank && !council => match number % 5 {
            0 => Status::Preview,
            1 | 3 => Status::Partial,
            2 => Status::Withdrawn,
            _ => Status::Complete,
        },
        _ => Status::Complete,
    }
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Status::Complete => "Complete",
            Status::Partial => "Partial",
            Status::Preview => "Preview",
            Status::Withdrawn => "Withdrawn",
        }
    }

    /// Leaves of the cells what such a submission holds.
    fn shape(self, composer: &Composer<'_>, who: &Who<'_>, cells: &mut Cells, stream: &Stream, index: usize) {
        let mut rng = stream.rng(Purpose::Status, index);
        match self {
            Status::Complete | Status::Withdrawn => {}
            Status::Partial => cells[rng.between(2, 8)..].iter_mut().for_each(String::clear),
            Status::Preview => {
                *cells = Cells::default();
                cells[1] = composer.aside(who.tongue, "test", &mut rng);
            }
        }
    }
}

/// `ANON-K4ZD-R9TH-7`: unlike for each response, and in no order.
fn response_id(stream: &Stream, index: usize) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    // An odd factor maps the 2⁴⁰ numbers onto themselves, so that no two responses share one.
    let number = (index as u64).wrapping_add(stream.seed).wrapping_mul(0x9e37_79b9_7f4b) & ((1 << 40) - 1);
    let mut id = String::from("ANON-");
    let mut sum = 0;
    for place in (0..8).rev() {
        let at = (number >> (5 * place) & 31) as usize;
        sum += at * (place + 1);
        id.push(char::from(LETTERS[at]));
        if place == 4 || place == 0 {
            id.push('-');
        }
    }
    id.push(char::from(b'0' + (sum % 10) as u8));
    id
}

/// The text as it can stand in Windows-1252, which has no ŵ or ŷ and no emoji.
fn windows_1252(text: &str, caret: bool) -> Vec<u8> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ŵ' | 'Ŵ' | 'ŷ' | 'Ŷ' => {
                out.push(match c {
                    'ŵ' => 'w',
                    'Ŵ' => 'W',
                    'ŷ' => 'y',
                    _ => 'Y',
                });
                if caret {
                    out.push('^');
                }
            }
            _ if encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut [0; 4])).2 => {}
            _ => out.push(c),
        }
    }
    encoding_rs::WINDOWS_1252.encode(&out).0.into_owned()
}

impl Planted {
    /// Counts what is known of a respondent.
    pub(super) fn count(&mut self, who: &Who<'_>, late: bool) {
        self.welsh += usize::from(who.tongue == Tongue::Cy);
        self.mixed += usize::from(who.mixed);
        self.blank += usize::from(who.blank);
        self.campaign += usize::from(who.letter.is_some());
        self.campaign_changed += usize::from(who.letter == Some(Letter::Changed));
        self.worries += usize::from(who.worry && !who.blank);
        self.personal += usize::from(who.personal && !who.blank);
        self.late += usize::from(late);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_the_old_encoding_lacks_are_written_as_typists_did() {
        assert_eq!(windows_1252("siŵr, tŷ 👍 £5", false), b"siwr, ty  \xa35");
        assert_eq!(windows_1252("tŷ", true), b"ty^");
        assert!(windows_1252("", true).is_empty());
    }
}
