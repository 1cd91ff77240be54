//! Notes of events in the ways people keep them.

use super::*;
use crate::ingest::documents::read_plain;

fn plain(text: &str) -> Result<(Event, Vec<NewAnswer>), Wrong> {
    read_document(&read_plain(text.to_owned()))
}

fn told(notes: &[NewAnswer]) -> Vec<(&str, &str, &str)> {
    notes.iter().map(|note| (note.question.as_str(), note.text.as_str(), note.place.as_str())).collect()
}

fn people(event: &Event) -> Vec<(&str, u32)> {
    event.people.iter().map(|count| (count.group.as_str(), count.people)).collect()
}

#[test]
fn notes_are_bullets_under_headings_and_never_responses() {
    let text = "+++\ntitle = { en = \"Summit\", cy = \"Uwchgynhadledd\" }\ndate = 2023-10-22\nplace = \"Hall\"\naudience = { en = \"a\", cy = \"b\" }\npeople = [{ group = \"aged 9 to 14\", people = 12 }]\n+++\n\n## Moving home\n- We don't want to move. 🙂\n  Not again.\n* Mae'n bwysig gwrando.\n";
    let (event, notes) = plain(text).unwrap();
    assert_eq!((event.date.as_str(), event.people[0].people), ("2023-10-22", 12));
    assert_eq!(
        told(&notes),
        [
            ("Moving home", "We don't want to move. 🙂\n  Not again.", "line 10"),
            ("Moving home", "Mae'n bwysig gwrando.", "line 12"),
        ]
    );
    assert_eq!(plain("# Notes\n- a").unwrap_err().0, "line 1");
    assert_eq!(plain("").unwrap_err().0, "line 1");
}

#[test]
fn a_few_plain_lines_are_header_enough() {
    let text = "Title: Foster carers' evening\r\nDate: 3 May 2023\r\nPlace: Hall, Tregarn\r\nAudience: Foster carers\r\nPeople: 12 aged 9 to 14; 3 workers\r\n\r\nWhat worries you:\r\n- Moving again.\r\n- Letters nobody\r\n  understands. 🙂\r\n\r\nA note without a bullet.\r\n";
    let (event, notes) = plain(text).unwrap();
    assert_eq!((event.title.en.as_str(), event.date.as_str()), ("Foster carers' evening", "2023-05-03"));
    assert_eq!((event.place.as_str(), event.audience.en.as_str()), ("Hall, Tregarn", "Foster carers"));
    assert_eq!(people(&event), [("aged 9 to 14", 12), ("workers", 3)]);
    assert_eq!(
        told(&notes),
        [
            ("What worries you", "Moving again.", "line 8"),
            ("What worries you", "Letters nobody\r\n  understands. 🙂", "line 9"),
            ("What worries you", "A note without a bullet.", "line 12"),
        ]
    );
}

#[test]
fn a_welsh_header_in_markdown_may_have_its_title_as_a_heading() {
    let text = "# Gweithdy Pen-y-groes\n\n**Dyddiad:** 14 Medi 2023\n**Lleoliad:** Neuadd y dref\nCynulleidfa: Plant\nPobl: 8 o blant, 2 o weithwyr\n\n## Symud\n\nMae'n anodd.\n";
    let (event, notes) = plain(text).unwrap();
    assert_eq!(
        (event.title.get(crate::model::Locale::Cy), event.date.as_str()),
        ("Gweithdy Pen-y-groes", "2023-09-14")
    );
    assert_eq!((event.place.as_str(), event.audience.cy.as_str()), ("Neuadd y dref", "Plant"));
    assert_eq!(people(&event), [("o blant", 8), ("o weithwyr", 2)]);
    assert_eq!(told(&notes), [("Symud", "Mae'n anodd.", "line 10")]);
}

#[test]
fn a_word_file_has_its_header_in_a_table_and_its_notes_below() {
    let mut document = Document::default();
    document.push(Kind::Heading, "Workshop with councils", "paragraph 1");
    for (row, words) in ["Date", "3/5/2023", "Venue", "Tŷ Mawr", "People", "Officers: 9"].iter().enumerate() {
        let cell = Kind::Cell { table: 0, row: row as u32 / 2, column: row as u32 % 2 };
        document.push(cell, words, format!("table 1, row {}", row / 2 + 1));
    }
    document.push(Kind::Heading, "Table 1: cost", "paragraph 2");
    document.push(Kind::Paragraph, "Too dear.", "paragraph 3");
    document.push(Kind::Paragraph, "Too slow.", "paragraph 4");
    let (event, notes) = read_document(&document).unwrap();
    assert_eq!((event.title.en.as_str(), event.date.as_str()), ("Workshop with councils", "2023-05-03"));
    assert_eq!((event.place.as_str(), people(&event)), ("Tŷ Mawr", vec![("Officers", 9)]));
    let cost = "Table 1: cost";
    assert_eq!(told(&notes), [(cost, "Too dear.", "paragraph 3"), (cost, "Too slow.", "paragraph 4")]);
}

#[test]
fn rows_of_a_spreadsheet_are_grouped_by_event_and_people_added_up() {
    let header = ["Event", "Date", "Place", "Group", "People", "Question", "Note"];
    let table = [
        ["Evening", "2023-05-03", "Hall", "carers", "4", "Cost", "Too dear. 🙂"],
        ["Evening", "", "", "carers", "4", "Cost", "Mae'n rhy ddrud."],
        ["Evening", "", "", "carers", "3", "", ""],
        ["", "", "", "workers", "2", "", ""],
        ["Bore", "14 Medi 2023", "Tŷ", "plant", "8", "Symud", "Na."],
    ];
    let record = |cells: &[&str; 7]| Record {
        cells: header.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect(),
    };
    let table: Vec<(String, Record)> =
        table.iter().enumerate().map(|(i, cells)| (format!("row {}", i + 2), record(cells))).collect();
    let events = rows(&table).unwrap();
    assert_eq!(events.len(), 2);
    assert_eq!(people(&events[0].0), [("carers", 7), ("workers", 2)]);
    assert_eq!(told(&events[0].1), [("Cost", "Too dear. 🙂", "row 2"), ("Cost", "Mae'n rhy ddrud.", "row 3")]);
    assert_eq!((events[1].0.date.as_str(), events[1].0.place.as_str()), ("2023-09-14", "Tŷ"));
    assert_eq!(rows(&[]).unwrap(), []);
    let nameless = Record { cells: vec![("Note".to_owned(), "a".to_owned())] };
    assert_eq!(rows(&[("row 2".to_owned(), nameless)]).unwrap_err().0, "row 2");
}

#[test]
fn people_are_counted_only_where_a_number_stands() {
    let told = |people: &str| -> Vec<(String, u32)> {
        counted("", people).into_iter().map(|count| (count.group, count.people)).collect()
    };
    assert_eq!(told("1,200 readers, 3 workers"), [("readers".to_owned(), 1200), ("workers".to_owned(), 3)]);
    assert_eq!(told("several; 99999999999 stars; 🙂"), []);
}

proptest::proptest! {
    #[test]
    fn any_notes_are_read_or_refused_without_trouble(text in "(Title: |People: |[-#:+,;ŵ🙂a\n 0-9]){0,60}") {
        if let Ok((_, notes)) = plain(&text) {
            proptest::prop_assert!(notes.iter().all(|note| text.contains(&note.text)));
        }
    }
}
