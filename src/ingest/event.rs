//! Notes of an event: front matter between `+++` lines, then headings and bullets, each bullet a note.

use serde::Deserialize;

use crate::corpus::NewAnswer;
use crate::model::{Bilingual, Event, PeopleCount};

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

/// Reads the notes of an event.
///
/// # Errors
/// What is wrong with its front matter, with the line.
pub(crate) fn read(text: &str) -> Result<(Event, Vec<NewAnswer>), (String, String)> {
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
mod tests {
    use super::read;

    #[test]
    fn notes_are_bullets_under_headings_and_never_responses() {
        let text = "+++\ntitle = { en = \"Summit\", cy = \"Uwchgynhadledd\" }\ndate = 2023-10-22\nplace = \"Hall\"\naudience = { en = \"a\", cy = \"b\" }\npeople = [{ group = \"aged 9 to 14\", people = 12 }]\n+++\n\n## Moving home\n- We don't want to move. 🙂\n  Not again.\n* Mae'n bwysig gwrando.\n";
        let (event, notes) = read(text).unwrap();
        assert_eq!((event.date.as_str(), event.people[0].people), ("2023-10-22", 12));
        let notes: Vec<(&str, &str, &str)> =
            notes.iter().map(|note| (note.question.as_str(), note.text.as_str(), note.place.as_str())).collect();
        assert_eq!(
            notes,
            [
                ("Moving home", "We don't want to move. 🙂\n  Not again.", "line 10"),
                ("Moving home", "Mae'n bwysig gwrando.", "line 12"),
            ]
        );
        assert_eq!(read("# Notes\n- a").unwrap_err().0, "line 1");
        assert_eq!(read("").unwrap_err().0, "line 1");
    }
}
