//! What a person typed into the search box, read as far as it can be read; the rest is said in notes.
//!
//! Words must all match; `"words in a row"`, `"near each other"~5`, `begin*`, `like~`, `-without`, `AND`, `OR`, `NOT`
//! (`AC`, `NEU`, `NID`), brackets, and `field:value` with the names of fields in either language.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::glossary::Counterpart;
use super::notes::Noted;
pub use super::notes::{Note, NoteKind};
use super::schema::days;
use super::words;

/// Bytes of a query that are read.
const LONGEST_QUERY: usize = 4_000;
/// Words, phrases and fields of a query that are read: each costs look-ups.
const MOST_PARTS: usize = 100;
/// Beginnings and likenesses of a query that are read: each looks through all words of all texts.
const MOST_WIDE: usize = 12;
/// Brackets within brackets that are read.
const DEEPEST: usize = 30;
/// Words that may lie between those of a phrase, at most.
const WIDEST: u32 = 50;

/// A query as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// Everything.
    All,
    /// A word in any of its forms.
    Word(String),
    /// Words that begin like this.
    Prefix(String),
    /// Words within this many changes of a letter.
    Like(String, u8),
    /// Words in a row, or with up to `slop` others between them.
    Phrase { text: String, slop: u32 },
    /// A property.
    Is(Filter),
    /// All of these.
    Every(Vec<Ask>),
    /// At least one of these.
    Any(Vec<Ask>),
    /// Not this.
    Not(Box<Ask>),
    /// A term of the glossary: its own words, all of them, or one of its counterparts.
    Across { own: Vec<Ask>, other: Vec<Ask> },
    /// A term in the other language.
    Foreign(Counterpart),
}

impl Ask {
    /// Puts codes in the place of the names that people know types of respondent by.
    pub(super) fn name_kinds(&mut self, code_of: &impl Fn(&str) -> Option<String>) {
        match self {
            Ask::Is(Filter::Kind(kind)) => {
                if let Some(code) = code_of(kind) {
                    *kind = code;
                }
            }
            Ask::Every(parts) | Ask::Any(parts) => parts.iter_mut().for_each(|part| part.name_kinds(code_of)),
            Ask::Not(part) => part.name_kinds(code_of),
            Ask::All | Ask::Word(_) | Ask::Prefix(_) | Ask::Like(..) | Ask::Phrase { .. } | Ask::Is(_) => {}
            Ask::Across { .. } | Ask::Foreign(_) => {}
        }
    }

    /// Whether words in a row are part of it. Any word may be: `not-for-profit`.
    pub(super) fn has_phrase(&self) -> bool {
        match self {
            Ask::All | Ask::Prefix(_) | Ask::Like(..) | Ask::Is(_) => false,
            Ask::Word(word) => word.contains(|c: char| !c.is_alphanumeric()),
            Ask::Phrase { .. } | Ask::Across { .. } | Ask::Foreign(_) => true,
            Ask::Every(parts) | Ask::Any(parts) => parts.iter().any(Ask::has_phrase),
            Ask::Not(part) => part.has_phrase(),
        }
    }
}

/// A property of a passage that can be asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filter {
    Question(String),
    Theme(String),
    Stance(String),
    Kind(String),
    Language(String),
    Channel(String),
    Area(String),
    Response(String),
    Organisation(String),
    /// In this campaign.
    Campaign(u64),
    /// In any campaign, or in none.
    InCampaign(bool),
    Quotable(bool),
    Event(bool),
    Publish(bool),
    /// Received on this day or later.
    From(u64),
    /// Received on this day or earlier.
    To(u64),
}

/// Makes a filter of a value, when it is one of the field's values.
type Make = fn(&str) -> Option<Filter>;

/// Names of fields, English and Welsh.
const FIELDS: &[(&[&str], Make)] = &[
    (&["question", "cwestiwn"], |value| Some(Filter::Question(value.to_owned()))),
    (&["theme", "thema"], |value| Some(Filter::Theme(value.to_owned()))),
    (&["stance", "safbwynt"], |value| {
        let stance = match words::fold(value).as_str() {
            "support" | "cefnogi" => "support",
            "oppose" | "gwrthwynebu" => "oppose",
            "mixed" | "cymysg" => "mixed",
            "unclear" | "aneglur" => "unclear",
            _ => return None,
        };
        Some(Filter::Stance(stance.to_owned()))
    }),
    (&["type", "math"], |value| Some(Filter::Kind(value.to_owned()))),
    (&["language", "lang", "iaith"], |value| {
        let language = match words::fold(value).as_str() {
            "en" | "english" | "saesneg" => "en",
            "cy" | "welsh" | "cymraeg" => "cy",
            "mixed" | "cymysg" => "mixed",
            "other" | "arall" => "other",
            "unknown" | "anhysbys" => "unknown",
            _ => return None,
        };
        Some(Filter::Language(language.to_owned()))
    }),
    (&["channel", "sianel"], |value| Some(Filter::Channel(value.to_owned()))),
    (&["area", "ardal"], |value| Some(Filter::Area(value.to_owned()))),
    (&["response", "ymateb"], |value| Some(Filter::Response(value.to_owned()))),
    (&["organisation", "organization", "sefydliad"], |value| Some(Filter::Organisation(value.to_owned()))),
    (&["campaign", "ymgyrch"], |value| match words::fold(value).as_str() {
        "any" | "unrhyw" => Some(Filter::InCampaign(true)),
        "none" | "dim" => Some(Filter::InCampaign(false)),
        number => number.parse().ok().map(Filter::Campaign),
    }),
    (&["quotable", "dyfynadwy"], |value| yes(value).map(Filter::Quotable)),
    (&["publish", "cyhoeddi"], |value| yes(value).map(Filter::Publish)),
    (&["event", "digwyddiad"], |value| yes(value).map(Filter::Event)),
    (&["from", "ers"], |value| days(value).map(|(first, _)| Filter::From(first))),
    (&["to", "hyd"], |value| days(value).map(|(_, last)| Filter::To(last))),
];

fn yes(value: &str) -> Option<bool> {
    match words::fold(value).as_str() {
        "yes" | "true" | "1" | "ie" | "oes" => Some(true),
        "no" | "false" | "0" | "na" | "nac oes" => Some(false),
        _ => None,
    }
}

/// The field of that name with a value; the inner `None` when the value is none of its values.
pub(super) fn filter(name: &str, value: &str) -> Option<Option<Filter>> {
    let name = words::fold(name);
    FIELDS.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, make)| make(value.trim()))
}

/// Reads a query. Any text is a query; what could not be read is in the notes, with its place in bytes.
pub(super) fn parse(query: &str) -> (Ask, Vec<Note>) {
    let mut notes = Noted::default();
    let mut read = query;
    if query.len() > LONGEST_QUERY {
        let cut = (0..=LONGEST_QUERY).rev().find(|at| query.is_char_boundary(*at)).unwrap_or(0);
        notes.add(NoteKind::TooLong, cut..query.len(), query);
        read = &query[..cut];
    }
    let pieces = cut(read, &mut notes);
    let mut parser = Parser { query: read, pieces: pieces.into_iter().peekable(), notes, parts: 0, wide: 0 };
    let mut asked = Vec::new();
    // A closing bracket that nothing opened ends one reading; the next goes on behind it.
    loop {
        asked.extend(parser.any(0));
        let Some(piece) = parser.pieces.next() else { break };
        parser.note(NoteKind::Bracket, &piece);
    }
    (every(asked), parser.notes.list)
}

fn every(mut asked: Vec<Ask>) -> Ask {
    match asked.len() {
        0 => Ask::All,
        1 => asked.swap_remove(0),
        _ => Ask::Every(asked),
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Sign {
    Open,
    Close,
    And,
    Or,
    Not,
    Quoted { text: String, after: String },
    Field { name: String, value: String },
    Text(String),
}

#[derive(Clone, Debug)]
struct Piece {
    sign: Sign,
    start: usize,
    end: usize,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

/// Cuts a query into its signs.
fn cut(query: &str, notes: &mut Noted) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let run = |from: usize, stop: &dyn Fn(char) -> bool| query[from..].find(stop).map_or(query.len(), |n| from + n);
    let in_word = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')');
    while let Some(c) = query[at..].chars().next() {
        let start = at;
        at += c.len_utf8();
        let sign = match c {
            _ if c.is_whitespace() => continue,
            '(' => Sign::Open,
            ')' => Sign::Close,
            '-' | '!' if query[at..].starts_with(|c: char| !c.is_whitespace() && c != '-' && c != '!') => Sign::Not,
            '+' if query[at..].starts_with(|c: char| !c.is_whitespace()) => continue,
            _ if is_quote(c) => {
                let (text, end) = quoted(query, at, notes);
                at = run(end, &in_word);
                Sign::Quoted { text, after: query[end..at].to_owned() }
            }
            _ => {
                at = run(at, &in_word);
                match &query[start..at] {
                    "AND" | "AC" | "&&" | "&" => Sign::And,
                    "OR" | "NEU" | "||" | "|" => Sign::Or,
                    "NOT" | "NID" => Sign::Not,
                    text => match text.split_once(':') {
                        Some((name, "")) if query[at..].starts_with(is_quote) && filter(name, "").is_some() => {
                            let inside = at + query[at..].chars().next().map_or(0, char::len_utf8);
                            let (value, end) = quoted(query, inside, notes);
                            at = end;
                            Sign::Field { name: name.to_owned(), value }
                        }
                        Some((name, value)) if !value.is_empty() && is_name(name) => {
                            Sign::Field { name: name.to_owned(), value: value.to_owned() }
                        }
                        _ => Sign::Text(text.to_owned()),
                    },
                }
            }
        };
        pieces.push(Piece { sign, start, end: at });
    }
    pieces
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphabetic)
}

/// What stands between quotation marks, from behind the first one; and where it goes on.
fn quoted(query: &str, from: usize, notes: &mut Noted) -> (String, usize) {
    match query[from..].char_indices().find(|(_, c)| is_quote(*c)) {
        Some((length, quote)) => (query[from..from + length].to_owned(), from + length + quote.len_utf8()),
        None => {
            notes.add(NoteKind::Quote, from..query.len(), query);
            (query[from..].to_owned(), query.len())
        }
    }
}

struct Parser<'q> {
    query: &'q str,
    pieces: Peekable<IntoIter<Piece>>,
    notes: Noted,
    parts: usize,
    wide: usize,
}

impl Parser<'_> {
    fn note(&mut self, kind: NoteKind, piece: &Piece) {
        self.notes.add(kind, piece.start..piece.end, self.query);
    }

    /// `a b OR c d`: groups of which one must match.
    fn any(&mut self, depth: usize) -> Option<Ask> {
        let mut groups = Vec::new();
        loop {
            let group = self.every(depth);
            let found = group.is_some();
            groups.extend(group);
            let Some(or) = self.pieces.next_if(|piece| piece.sign == Sign::Or) else { break };
            let at_end = self.pieces.peek().is_none_or(|next| matches!(next.sign, Sign::Close | Sign::Or));
            if !found || at_end {
                self.note(NoteKind::Operator, &or);
            }
        }
        match groups.len() {
            0 => None,
            1 => groups.pop(),
            _ => Some(Ask::Any(groups)),
        }
    }

    /// `a b AND c`: parts that must all match.
    fn every(&mut self, depth: usize) -> Option<Ask> {
        let mut parts = Vec::new();
        while let Some(piece) = self.pieces.next_if(|piece| !matches!(piece.sign, Sign::Or | Sign::Close)) {
            if piece.sign == Sign::And {
                let at_end =
                    self.pieces.peek().is_none_or(|next| matches!(next.sign, Sign::Close | Sign::Or | Sign::And));
                if parts.is_empty() || at_end {
                    self.note(NoteKind::Operator, &piece);
                }
                continue;
            }
            parts.extend(self.part(piece, depth));
        }
        (!parts.is_empty()).then(|| every(parts))
    }

    fn part(&mut self, mut piece: Piece, depth: usize) -> Option<Ask> {
        let mut negated = false;
        while piece.sign == Sign::Not {
            let Some(next) = self.pieces.next_if(|next| !matches!(next.sign, Sign::And | Sign::Or | Sign::Close))
            else {
                self.note(NoteKind::Operator, &piece);
                return None;
            };
            negated = !negated;
            piece = next;
        }
        let ask = match &piece.sign {
            Sign::Open => self.group(&piece, depth)?,
            Sign::Quoted { text, after } => self.phrase(text, after, &piece)?,
            Sign::Field { name, value } => self.field(name, value, &piece)?,
            Sign::Text(text) => self.text(text, &piece)?,
            Sign::And | Sign::Or | Sign::Not | Sign::Close => return None,
        };
        self.parts += 1;
        self.wide += usize::from(matches!(ask, Ask::Prefix(_) | Ask::Like(..)));
        if self.parts > MOST_PARTS || self.wide > MOST_WIDE {
            self.note(NoteKind::TooMany, &piece);
            return None;
        }
        Some(if negated { Ask::Not(Box::new(ask)) } else { ask })
    }

    fn group(&mut self, open: &Piece, depth: usize) -> Option<Ask> {
        if depth >= DEEPEST {
            self.note(NoteKind::TooDeep, open);
            return None;
        }
        let inside = self.any(depth + 1);
        if self.pieces.next_if(|piece| piece.sign == Sign::Close).is_none() {
            self.note(NoteKind::Bracket, open);
        }
        inside
    }

    fn phrase(&mut self, text: &str, after: &str, piece: &Piece) -> Option<Ask> {
        if words::words(text).next().is_none() {
            self.note(NoteKind::NoWords, piece);
            return None;
        }
        let slop = match after.strip_prefix('~') {
            Some(number) => number.parse().map_or(0, |slop: u32| slop.min(WIDEST)),
            None => 0,
        };
        if !after.is_empty() && after.strip_prefix('~').is_none_or(|number| number.parse::<u32>().is_err()) {
            self.note(NoteKind::Ignored, piece);
        }
        Some(Ask::Phrase { text: text.to_owned(), slop })
    }

    fn field(&mut self, name: &str, value: &str, piece: &Piece) -> Option<Ask> {
        match filter(name, value) {
            Some(Some(filter)) => Some(Ask::Is(filter)),
            Some(None) => {
                self.note(NoteKind::Value, piece);
                None
            }
            None => {
                self.note(NoteKind::Field, piece);
                self.text(&format!("{name} {value}"), piece)
            }
        }
    }

    fn text(&mut self, text: &str, piece: &Piece) -> Option<Ask> {
        if text == "*" {
            return Some(Ask::All);
        }
        let (stem, changes) = match text.rsplit_once('~') {
            Some((stem, changes)) if changes.len() <= 1 => (stem, Some(changes)),
            _ => (text, None),
        };
        let found: Vec<&str> = words::words(stem).map(|word| word.text).collect();
        let first = match found.as_slice() {
            [] => {
                self.note(NoteKind::NoWords, piece);
                return None;
            }
            [one] => (*one).to_owned(),
            several => return Some(Ask::Phrase { text: several.join(" "), slop: 0 }),
        };
        if text.ends_with('*') {
            if words::fold(&first).chars().count() < 2 {
                self.note(NoteKind::ShortPrefix, piece);
                return Some(Ask::Word(first));
            }
            return Some(Ask::Prefix(first));
        }
        // Two changes make nearly any short word of any other.
        let most = match first.chars().count() {
            0..=2 => 0,
            3..=5 => 1,
            _ => 2,
        };
        let asked = match changes {
            None | Some("0") => return Some(Ask::Word(first)),
            Some("1") => 1,
            Some("2") => 2,
            Some("") => most,
            Some(_) => {
                self.note(NoteKind::Ignored, piece);
                most
            }
        };
        if asked > most || most == 0 {
            self.note(NoteKind::ShortLikeness, piece);
        }
        Some(if most == 0 { Ask::Word(first) } else { Ask::Like(first, asked.min(most)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Ask {
        Ask::Word(text.to_owned())
    }

    #[test]
    fn or_binds_less_than_words_beside_each_other() {
        let (ask, notes) = parse("cost cartrefi OR -elw 🙂");
        let without = Ask::Not(Box::new(word("elw")));
        assert_eq!(
            ask,
            Ask::Any(vec![Ask::Every(vec![word("cost"), word("cartrefi")]), Ask::Every(vec![without, word("🙂")])])
        );
        assert!(notes.is_empty());
    }

    #[test]
    fn fields_have_names_in_both_languages_and_quoted_values() {
        let (ask, notes) = parse("ardal:\"Rhondda Cynon Taf\" stance:cefnogi from:2022-11 campaign:none");
        let fields = [
            Filter::Area("Rhondda Cynon Taf".to_owned()),
            Filter::Stance("support".to_owned()),
            Filter::From(20221101),
            Filter::InCampaign(false),
        ];
        assert_eq!(ask, Ask::Every(fields.into_iter().map(Ask::Is).collect()));
        assert!(notes.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_noted_with_its_place_and_the_rest_is_kept() {
        let (ask, notes) = parse("(cost AND from:ddoe \"heb ei gau");
        let open = Ask::Phrase { text: "heb ei gau".to_owned(), slop: 0 };
        assert_eq!(ask, Ask::Every(vec![word("cost"), open]));
        let kinds: Vec<_> = notes.iter().map(|note| (note.kind, note.words.as_str())).collect();
        assert!(kinds.contains(&(NoteKind::Value, "from:ddoe")), "{kinds:?}");
        assert!(kinds.contains(&(NoteKind::Bracket, "(")), "{kinds:?}");
        assert!(kinds.iter().any(|(kind, _)| *kind == NoteKind::Quote), "{kinds:?}");
    }

    #[test]
    fn an_empty_query_asks_for_everything() {
        assert_eq!(parse("").0, Ask::All);
        assert_eq!(parse(" * ").0, Ask::All);
    }
}
