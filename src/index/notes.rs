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
    /// A word too short to be compared with so many changes of a letter.
    ShortLikeness,
    /// A sign that means nothing here.
    Ignored,
    /// No passage has all the words; those with any are shown.
    Relaxed,
    /// There are no words to find others like it by.
    NothingAlike,
    /// A term was looked for in the other language too: `foster carers → gofalwyr maeth`.
    Across,
    /// Nothing, or next to nothing, has this; what may have been meant: `profitt → profit`.
    DidYouMean,
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
    /// The note as a sentence: what was found where, and what to write instead.
    pub fn say(&self, locale: Locale) -> String {
        let words = &self.words;
        let (en, cy) = match self.kind {
            NoteKind::TooLong => (
                "the query is too long and was not read from here on; leave words out",
                "mae'r chwiliad yn rhy hir ac ni ddarllenwyd o'r fan hon ymlaen; hepgorwch eiriau",
            ),
            NoteKind::TooMany => (
                "there are too many words, beginnings or likenesses, and this one was not read; search for fewer at a time",
                "mae gormod o eiriau, dechreuadau neu debygrwyddau, ac ni ddarllenwyd hwn; chwiliwch am lai ar y tro",
            ),
            NoteKind::TooDeep => (
                "there are too many brackets within brackets; write the words without this one",
                "mae gormod o gromfachau o fewn cromfachau; ysgrifennwch y geiriau heb y gromfach hon",
            ),
            NoteKind::Bracket => (
                "a bracket has no partner; write both ( and ), or neither",
                "mae cromfach heb ei chymar; ysgrifennwch ( a ), neu'r naill na'r llall",
            ),
            NoteKind::Quote => (
                "a quotation mark has no partner, so the words up to the end were taken for a phrase; write \" behind its last word",
                "mae dyfynnod heb ei gymar, felly cymerwyd y geiriau hyd y diwedd yn ymadrodd; ysgrifennwch \" ar ôl y gair olaf",
            ),
            NoteKind::Operator => (
                "there is nothing to join here; write words on both sides, or write it in small letters to search for it",
                "nid oes dim i'w gysylltu yma; ysgrifennwch eiriau ar y ddwy ochr, neu ei ysgrifennu mewn llythrennau bach i chwilio amdano",
            ),
            NoteKind::Field => (
                "there is no field of this name, so its words were searched for; the fields are question, theme, stance, type, language, channel, area, response, organisation, campaign, quotable, event, from and to",
                "nid oes maes o'r enw hwn, felly chwiliwyd am ei eiriau; y meysydd yw cwestiwn, thema, safbwynt, math, iaith, sianel, ardal, ymateb, sefydliad, ymgyrch, dyfynadwy, digwyddiad, ers a hyd",
            ),
            NoteKind::Value => {
                let (en, cy) = self.values();
                return match locale {
                    Locale::En => format!("`{words}`: the field has no such value and was left out; write {en}"),
                    Locale::Cy => {
                        format!("`{words}`: nid oes gan y maes werth o'r fath ac fe'i hepgorwyd; ysgrifennwch {cy}")
                    }
                };
            }
            NoteKind::NoSuchValue => {
                let (en, cy) = self.values();
                return match locale {
                    Locale::En => format!("`{words}`: there is no such value, so nothing was found; write {en}"),
                    Locale::Cy => {
                        format!("`{words}`: nid oes gwerth o'r fath, felly ni chafwyd dim; ysgrifennwch {cy}")
                    }
                };
            }
            NoteKind::NoWords => (
                "there is nothing to search for in this; write a word or a number",
                "nid oes dim i chwilio amdano yn hwn; ysgrifennwch air neu rif",
            ),
            NoteKind::ShortPrefix => (
                "searched for as a word; write two letters or more before *",
                "chwiliwyd amdano fel gair; ysgrifennwch ddwy lythyren neu fwy cyn *",
            ),
            NoteKind::ShortLikeness => (
                "a short word is like too many others: those of three to five letters are compared with one change, shorter ones as they stand",
                "mae gair byr yn debyg i ormod o eiriau eraill: cymherir rhai o dair i bum llythyren ag un newid, a rhai byrrach fel y maent",
            ),
            NoteKind::Ignored => (
                "a sign here was overlooked; write word~ or word~1, and \"words near each other\"~5",
                "anwybyddwyd arwydd yma; ysgrifennwch gair~ neu gair~1, a \"geiriau ger ei gilydd\"~5",
            ),
            NoteKind::Relaxed => {
                return match locale {
                    Locale::En => "No passage has all the words; showing those with any of them.".to_owned(),
                    Locale::Cy => {
                        "Nid oes darn sy'n cynnwys y geiriau i gyd; dyma'r rhai sy'n cynnwys unrhyw un ohonynt."
                            .to_owned()
                    }
                };
            }
            NoteKind::Across | NoteKind::DidYouMean => return self.say_pair(locale),
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

    /// The values of the field that a note is about, in both languages.
    fn values(&self) -> (&'static str, &'static str) {
        let name = self.words.split(':').next().unwrap_or_default();
        match super::words::fold(name).as_str() {
            "stance" | "safbwynt" => ("support, mixed, oppose or unclear", "cefnogi, cymysg, gwrthwynebu neu aneglur"),
            "language" | "lang" | "iaith" => {
                ("en, cy, mixed, other or unknown", "saesneg, cymraeg, cymysg, arall neu anhysbys")
            }
            "from" | "to" | "ers" | "hyd" => (
                "a day, a month or a year: 2022-11-07, 2022-11, 2022",
                "diwrnod, mis neu flwyddyn: 2022-11-07, 2022-11, 2022",
            ),
            "campaign" | "ymgyrch" => ("its number, any or none", "ei rhif, unrhyw neu dim"),
            "quotable" | "dyfynadwy" | "event" | "digwyddiad" => ("yes or no", "ie neu na"),
            _ => ("a value that the facets list", "gwerth y mae'r ffasedau yn ei restru"),
        }
    }
}

impl Note {
    /// A note of a part of the query and other words for it.
    pub(super) fn pair(kind: NoteKind, place: Range<usize>, words: &str, other: &str) -> Self {
        Note { kind, start: place.start, end: place.end, words: format!("{words}{ARROW}{other}") }
    }

    fn say_pair(&self, locale: Locale) -> String {
        let (words, other) = self.words.split_once(ARROW).unwrap_or((&self.words, ""));
        match (self.kind, locale) {
            (NoteKind::DidYouMean, Locale::En) => format!("`{words}`: did you mean `{other}`?"),
            (NoteKind::DidYouMean, Locale::Cy) => format!("`{words}`: ai `{other}` oedd gennych dan sylw?"),
            (_, Locale::En) => format!("`{words}`: also looked for `{other}`"),
            (_, Locale::Cy) => format!("`{words}`: chwiliwyd hefyd am `{other}`"),
        }
    }
}

/// Between the words of a query and others for them.
const ARROW: &str = " → ";

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
