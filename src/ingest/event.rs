//! Notes of events: a header that says what, when, where and for whom, then headings and bullets, each bullet a note.
//!
//! The header is TOML between `+++` lines, or lines such as `Title: …` in either language, in plain text or a Word file;
//! a spreadsheet has its columns for the same.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::documents::{Block, Document, Kind};
use super::{Record, is_same_header};
use crate::corpus::NewAnswer;
use crate::model::{Bilingual, Event, PeopleCount};

/// What to write at the top of notes, as errors say it.
const HOW: &str =
    "begin the notes with lines for `Title:`, `Date:`, `Place:`, `Audience:` and `People: 12 aged 9 to 14; 3 workers`";

/// Trouble with notes: where, and what to do.
type Wrong = (String, String);

/// Reads the notes of an event out of a document of any kind.
///
/// # Errors
/// When its header is missing or broken: the place, and what to write there.
pub(crate) fn read_document(document: &Document) -> Result<(Event, Vec<NewAnswer>), Wrong> {
    if document.text.starts_with("+++") {
        return read(&document.text);
    }
    let mut header = Header::default();
    let mut behind = 0;
    while behind < document.blocks.len() {
        match header.take(document, behind) {
            0 => break,
            taken => behind += taken,
        }
    }
    let place = document.blocks.first().map_or_else(|| "line 1".to_owned(), |block| block.place.clone());
    if !header.says_anything || header.event.title == Bilingual::default() {
        return Err((place, format!("it has no header; {HOW}")));
    }
    Ok((header.event, notes_of(document, behind)))
}

/// Reads events out of the rows of a table: a row a note, or a row a group of people, or both. Rows with a blank title
/// belong to the event above. People of several rows are added up by group; a group that is repeated beside each note
/// of an event with the same number counts once.
///
/// # Errors
/// When the table has no column for the event, or a row comes before any event.
pub(crate) fn rows(rows: &[(String, Record)]) -> Result<Vec<(Event, Vec<NewAnswer>)>, Wrong> {
    let mut events: Vec<(Event, Vec<NewAnswer>)> = Vec::new();
    let mut beside_notes: BTreeSet<(usize, String, u32)> = BTreeSet::new();
    let mut last = None;
    for (place, row) in rows {
        let cell = |key: Key| cell(row, key).trim();
        if cell(Key::Title).is_empty() && last.is_none() {
            let how = "give it a column `Event` with the title in each row";
            return Err((place.clone(), format!("it stands below no event; {how}")));
        }
        let title = Bilingual { en: cell(Key::Title).to_owned(), cy: cell(Key::Teitl).to_owned() };
        let known = events.iter().position(|(event, _)| event.title.en == title.en);
        let at = if title.en.is_empty() { last } else { known };
        let at = at.unwrap_or_else(|| {
            events.push((Event { title, ..Event::default() }, Vec::new()));
            events.len() - 1
        });
        last = Some(at);
        let (event, notes) = &mut events[at];
        let fill = |field: &mut String, value: String| {
            if field.is_empty() {
                *field = value;
            }
        };
        fill(&mut event.date, super::date::iso_day(cell(Key::Date)).unwrap_or_default());
        fill(&mut event.place, cell(Key::Place).to_owned());
        fill(&mut event.audience.en, cell(Key::Audience).to_owned());
        let note = cell_of(row, Key::Note);
        if !note.trim().is_empty() {
            let question = cell(Key::Question).to_owned();
            notes.push(NewAnswer { question, text: note.to_owned(), place: place.clone(), ..NewAnswer::default() });
        }
        for count in counted(cell(Key::Group), cell(Key::People)) {
            let is_repeated = !note.trim().is_empty() && !beside_notes.insert((at, count.group.clone(), count.people));
            match event.people.iter_mut().find(|known| known.group == count.group) {
                Some(_) if is_repeated => {}
                Some(known) => known.people = known.people.saturating_add(count.people),
                None => event.people.push(count),
            }
        }
    }
    Ok(events)
}

/// What a line of the header, or a column, is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Title,
    /// The title in Welsh.
    Teitl,
    Date,
    Place,
    Audience,
    /// The audience in Welsh.
    Cynulleidfa,
    People,
    Group,
    Question,
    Note,
}

/// Names of keys, those of columns among them.
const KEYS: [(Key, &[&str]); 10] = [
    (Key::Title, &["title", "event", "event title", "name of event", "workshop", "digwyddiad"]),
    (Key::Teitl, &["teitl", "teitl y digwyddiad", "title (welsh)"]),
    (Key::Date, &["date", "dyddiad", "date of event"]),
    (Key::Place, &["place", "venue", "location", "lleoliad", "lle", "man cyfarfod"]),
    (Key::Audience, &["audience", "for", "participants", "ar gyfer"]),
    (Key::Cynulleidfa, &["cynulleidfa", "cyfranogwyr"]),
    (Key::People, &["people", "number of people", "attendance", "number attending", "pobl", "nifer", "nifer y bobl"]),
    (Key::Group, &["group", "grŵp", "people group", "type of people"]),
    (Key::Question, &["heading", "question", "table", "topic", "pennawd", "cwestiwn", "pwnc", "bwrdd"]),
    (Key::Note, &["note", "notes", "comment", "words", "what was said", "nodyn", "nodiadau", "sylw", "sylwadau"]),
];

fn key(name: &str) -> Option<Key> {
    let name = name.trim().trim_matches(['*', '_', '#']).trim().trim_end_matches(':');
    KEYS.iter().find(|(_, names)| names.iter().any(|known| is_same_header(known, name))).map(|(key, _)| *key)
}

/// The first filled cell of a row under any of a key's names. A table with a title in Welsh alone has it as its title.
fn cell(row: &Record, wanted: Key) -> &str {
    let found = cell_of(row, wanted);
    let welsh = match wanted {
        Key::Title => Key::Teitl,
        Key::Audience => Key::Cynulleidfa,
        _ => return found,
    };
    if found.trim().is_empty() { cell_of(row, welsh) } else { found }
}

fn cell_of(row: &Record, wanted: Key) -> &str {
    let mut cells = row.cells.iter().filter(|(name, _)| key(name) == Some(wanted)).map(|(_, cell)| cell.as_str());
    cells.find(|cell| !cell.trim().is_empty()).unwrap_or_default()
}

/// A header as far as it was read.
#[derive(Default)]
struct Header {
    event: Event,
    says_anything: bool,
}

impl Header {
    /// Takes in the block at `at`, with the cell beside it in a table; returns how many blocks those are, 0 when the
    /// header ends here. A heading above everything is the title.
    fn take(&mut self, document: &Document, at: usize) -> usize {
        let block = &document.blocks[at];
        let words = document.words(block).trim();
        if let Kind::Cell { table, row, .. } = block.kind {
            let beside = document.blocks.get(at + 1).filter(
                |next| matches!(next.kind, Kind::Cell { table: of, row: in_row, .. } if (of, in_row) == (table, row)),
            );
            let Some((key, value)) = key(words).zip(beside) else { return 0 };
            return if self.set(key, document.words(value)) { 2 } else { 0 };
        }
        let pair = words.split_once(':').and_then(|(name, value)| Some((key(name)?, value)));
        if let Some((key, value)) = pair {
            let value = value.trim().trim_start_matches(['*', '_']).trim();
            return usize::from(self.set(key, value));
        }
        let is_title = at == 0 && self.event.title == Bilingual::default();
        let title = words.trim_start_matches('#').trim();
        let is_followed = document.blocks.get(1).is_some_and(|next| {
            let words = document.words(next);
            matches!(next.kind, Kind::Cell { .. }) || words.split_once(':').is_some_and(|(name, _)| key(name).is_some())
        });
        if is_title && (block.kind == Kind::Heading || is_followed) && !title.is_empty() {
            title.clone_into(&mut self.event.title.en);
            return 1;
        }
        0
    }

    /// Whether the key is one of a header.
    fn set(&mut self, key: Key, value: &str) -> bool {
        let value = value.trim().to_owned();
        let event = &mut self.event;
        match key {
            Key::Title => event.title.en = value,
            Key::Teitl => event.title.cy = value,
            Key::Date => event.date = super::date::iso_day(&value).unwrap_or_default(),
            Key::Place => event.place = value,
            Key::Audience => event.audience.en = value,
            Key::Cynulleidfa => event.audience.cy = value,
            Key::People => event.people.extend(counted("", &value)),
            Key::Group | Key::Question | Key::Note => return false,
        }
        self.says_anything |= !matches!(key, Key::Title | Key::Teitl);
        true
    }
}

/// People by group: `12 aged 9 to 14; 3 workers`, or a number beside the name of its group. What has no number says
/// nothing of people.
fn counted(group: &str, people: &str) -> Vec<PeopleCount> {
    let parts = people.split([';', '\n']).flat_map(|part| {
        // "12 children, 3 workers": a comma parts groups where a number follows it.
        let mut from = 0;
        let mut parts = Vec::new();
        for (at, _) in part.match_indices(',') {
            if part[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit()) && part[at + 1..].starts_with(' ')
            {
                parts.push(&part[from..at]);
                from = at + 1;
            }
        }
        parts.push(&part[from..]);
        parts
    });
    let count = |part: &str| {
        let part = part.trim().trim_start_matches(['-', '*', '•']).trim();
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(part.len());
        let (number, rest) = match part[..end].replace(',', "").parse() {
            Ok(number) => (number, &part[end..]),
            // `Workers: 3`
            Err(_) => {
                let (name, number) = part.rsplit_once([':', '='])?;
                (number.trim().parse().ok()?, name)
            }
        };
        let name = rest.trim().trim_start_matches(['x', '×', ':', '-', '–']).trim();
        let name = if name.is_empty() { group.trim() } else { name };
        Some(PeopleCount { group: name.to_owned(), people: number })
    };
    parts.filter_map(count).collect()
}

/// Longest line that names what the bullets below it are about.
const LONGEST_HEADING: usize = 80;

/// The notes of a document from a block on: paragraphs, bullets and cells; the heading above a note is its question.
fn notes_of(document: &Document, from: usize) -> Vec<NewAnswer> {
    let mut notes: Vec<NewAnswer> = Vec::new();
    let mut heading = String::new();
    let mut note_start = None;
    let mut last: Option<&Block> = None;
    for (at, block) in document.blocks.iter().enumerate().skip(from) {
        let content = document.words(block);
        let bullet = content.strip_prefix(['-', '*', '•', '·', '–']).filter(|rest| rest.starts_with([' ', '\t']));
        let gap = last.map_or("\n\n", |last| document.text.get(last.end..block.start).unwrap_or_default());
        let is_line = matches!(block.kind, Kind::Paragraph);
        let goes_on = is_line && bullet.is_none() && gap.matches('\n').count() < 2;
        let next = document.blocks.get(at + 1).map(|next| document.words(next)).unwrap_or_default();
        let names_bullets = is_line
            && content.ends_with(':')
            && content.chars().count() <= LONGEST_HEADING
            && next.starts_with(['-', '*', '•', '·', '–']);
        last = Some(block);
        let is_own = !matches!(block.kind, Kind::Signature | Kind::Quoted);
        if is_own && (block.kind == Kind::Heading || (bullet.is_none() && names_bullets)) {
            content.trim_start_matches('#').trim_end_matches(':').trim().clone_into(&mut heading);
            note_start = None;
            continue;
        }
        if let (true, Some(start), Some(note)) = (goes_on, note_start, notes.last_mut()) {
            // A line that goes on belongs to the note above; its words stay one stretch of the file.
            note.text = document.text.get(start..block.end).unwrap_or_default().to_owned();
            continue;
        }
        let words = bullet.unwrap_or(content).trim();
        note_start = Some(block.end - words.len()).filter(|_| is_line);
        let (question, place) = (heading.clone(), block.place.clone());
        notes.push(NewAnswer { question, text: words.to_owned(), place, ..NewAnswer::default() });
    }
    notes
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: Bilingual,
    date: toml::Value,
    place: String,
    audience: Bilingual,
    #[serde(default)]
    people: Vec<PeopleCount>,
}

/// Reads notes with front matter.
fn read(text: &str) -> Result<(Event, Vec<NewAnswer>), Wrong> {
    let wrong = |line: usize, what: String| (format!("line {line}"), what);
    let how = "begin the notes with `+++`, then title, date, place, audience and people, then `+++`";
    let rest = text.strip_prefix("+++").ok_or_else(|| wrong(1, format!("it has no front matter; {how}")))?;
    let (front, body) =
        rest.split_once("\n+++").ok_or_else(|| wrong(1, format!("its front matter never ends; {how}")))?;
    let front_matter: FrontMatter = toml::from_str(front).map_err(|error| {
        let line = error.span().map_or(1, |span| front[..span.start.min(front.len())].matches('\n').count() + 1);
        wrong(line, error.message().to_owned())
    })?;
    let date = match &front_matter.date {
        toml::Value::Datetime(date) => date.date.map(|d| d.to_string()).unwrap_or_default(),
        other => other.as_str().and_then(super::date::iso_day).unwrap_or_default(),
    };
    let event = Event {
        id: String::new(),
        title: front_matter.title,
        date,
        place: front_matter.place,
        audience: front_matter.audience,
        people: front_matter.people,
        file: String::new(),
    };
    let first_line = text.len() - body.len();
    Ok((event, notes(text, first_line)))
}

/// Bullets and paragraphs, in order; the heading above a note is its question.
fn notes(text: &str, body: usize) -> Vec<NewAnswer> {
    let mut notes: Vec<NewAnswer> = Vec::new();
    let mut heading = String::new();
    let mut open = false;
    let mut at = body;
    let first = text[..body].matches('\n').count() + 1;
    let mut start = 0;
    for (line_number, line) in (first..).zip(text[body..].split_inclusive('\n')) {
        let content = line.trim();
        let bullet = content.strip_prefix(['-', '*', '•']).filter(|rest| rest.starts_with(' '));
        if let Some(title) = content.strip_prefix('#') {
            heading = title.trim_start_matches('#').trim().to_owned();
            open = false;
        } else if content.is_empty() {
            open = false;
        } else if open && bullet.is_none() {
            // A line that goes on belongs to the note above; its words stay one stretch of the file.
            let end = at + line.trim_end().len();
            if let Some(last) = notes.last_mut() {
                last.text = text[start..end].to_owned();
            }
        } else {
            let words = bullet.unwrap_or(content).trim();
            start = at + line.find(words).unwrap_or_default();
            open = true;
            notes.push(NewAnswer {
                question: heading.clone(),
                text: words.to_owned(),
                place: format!("line {line_number}"),
                ..NewAnswer::default()
            });
        }
        at += line.len();
    }
    notes
}

#[cfg(test)]
mod tests;
