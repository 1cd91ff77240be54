//! What a search has to say about a query, in both languages.

use std::ops::Range;

use serde::Serialize;

use crate::model::Locale;

/// Notes about one query, at most.
const MOST_NOTES: usize = 20;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// The query was longer than is read.
    TooLong,
    /// There were more words than are read.
    TooMany,
    /// Brackets within brackets went too deep.
    TooDeep,
    /// A bracket without its partner.
    Bracket,
    /// A quotation mark without its partner.
    Quote,
    /// AND, OR or NOT with nothing to join.
    Operator,
    /// No field of that name; its words were searched for.
    Field,
    /// The field has no such value; it was left out.
    Value,
    /// A filter asked for a value that its field cannot have, so nothing was found.
    NoSuchValue,
    /// Nothing in it can be searched for.
    NoWords,
    /// A beginning of one letter; searched for as a word.
    ShortPrefix,
    /// A sign that means nothing here.
    Ignored,
    /// No passage has all the words; those with any are shown.
    Relaxed,
    /// There are no words to find others like it by.
    NothingAlike,
}

/// One note, with the part of the query that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// First byte in the query.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// That part of the query.
    pub words: String,
}

impl Note {
    /// The note as a sentence.
    pub fn say(&self, locale: Locale) -> String {
        let words = &self.words;
        let (en, cy) = match self.kind {
            NoteKind::TooLong => {
                ("the query is too long; the rest was not read", "mae'r chwiliad yn rhy hir; ni ddarllenwyd y gweddill")
            }
            NoteKind::TooMany => {
                ("there are too many words; this one was not read", "mae gormod o eiriau; ni ddarllenwyd hwn")
            }
            NoteKind::TooDeep => {
                ("there are too many brackets within brackets", "mae gormod o gromfachau o fewn cromfachau")
            }
            NoteKind::Bracket => ("a bracket has no partner", "mae cromfach heb ei chymar"),
            NoteKind::Quote => ("a quotation mark has no partner", "mae dyfynnod heb ei gymar"),
            NoteKind::Operator => ("there is nothing to join here", "nid oes dim i'w gysylltu yma"),
            NoteKind::Field => (
                "there is no field of this name; its words were searched for",
                "nid oes maes o'r enw hwn; chwiliwyd am ei eiriau",
            ),
            NoteKind::Value => {
                ("the field has no such value; it was left out", "nid oes gan y maes werth o'r fath; fe'i hepgorwyd")
            }
            NoteKind::NoSuchValue => {
                ("there is no such value, so nothing was found", "nid oes gwerth o'r fath, felly ni chafwyd dim")
            }
            NoteKind::NoWords => ("there is nothing to search for in this", "nid oes dim i chwilio amdano yn hwn"),
            NoteKind::ShortPrefix => {
                ("two letters or more can stand before *", "rhaid cael dwy lythyren neu fwy cyn *")
            }
            NoteKind::Ignored => ("a sign here was overlooked", "anwybyddwyd arwydd yma"),
            NoteKind::Relaxed => {
                return match locale {
                    Locale::En => "No passage has all the words; showing those with any of them.".to_owned(),
                    Locale::Cy => {
                        "Nid oes darn sy'n cynnwys y geiriau i gyd; dyma'r rhai sy'n cynnwys unrhyw un ohonynt."
                            .to_owned()
                    }
                };
            }
            NoteKind::NothingAlike => {
                return match locale {
                    Locale::En => "There are too few words here to find others like it by.".to_owned(),
                    Locale::Cy => "Nid oes digon o eiriau yma i chwilio am rai tebyg.".to_owned(),
                };
            }
        };
        match locale {
            Locale::En => format!("`{words}`: {en}"),
            Locale::Cy => format!("`{words}`: {cy}"),
        }
    }
}

/// Notes as they gather.
#[derive(Default)]
pub(super) struct Noted {
    pub(super) list: Vec<Note>,
}

impl Noted {
    pub(super) fn add(&mut self, kind: NoteKind, place: Range<usize>, query: &str) {
        if self.list.len() < MOST_NOTES {
            let words: String = query.get(place.clone()).unwrap_or_default().chars().take(60).collect();
            self.list.push(Note { kind, start: place.start, end: place.end, words });
        }
    }
}
