//! The columns of a frame in a table, and what people head them.

use crate::model::{Accents, CodingFrame, Locale, Pattern, Theme};
use crate::tagging::frame::fields::distance;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Code,
    Parent,
    /// Codes that the theme took over.
    Was,
    /// A label for both languages.
    Name,
    Label(Locale),
    /// A description for both languages.
    Description,
    About(Locale),
    Workstreams,
    Patterns(Locale),
    Not,
    When,
    ByHand,
    Working,
    LooseAccents,
    Frame,
    Version,
    Proposal(Locale),
}

use Column::{
    About, ByHand, Code, Description, Frame, Label, LooseAccents, Name, Not, Parent, Patterns, Proposal, Version, Was,
    When, Working, Workstreams,
};
use Locale::{Cy, En};

/// How each column is headed in English and in Welsh, and what else its heading may be. Case, spaces, underscores and
/// brackets count for nothing.
const HEADERS: [(Column, &str, &str, &[&str]); 21] = [
    (Code, "Code", "Cod", &["theme code", "cod y thema", "id", "code id", "key", "theme key"]),
    (Parent, "Parent", "Rhiant", &["parent code", "parent theme", "thema riant", "cod rhiant"]),
    (Was, "Was", "Gynt", &["former code", "former codes", "took over", "hen god", "hen godau"]),
    (
        Name,
        "Name",
        "Enw",
        &["label", "theme", "thema", "tag", "title", "teitl", "theme name", "enw'r thema", "code name"],
    ),
    (
        Description,
        "Description",
        "Disgrifiad",
        &["about", "definition", "diffiniad", "memo", "theme description", "disgrifiad o'r thema"],
    ),
    (
        Label(En),
        "Label (English)",
        "Label (Saesneg)",
        &["label en", "name en", "name english", "english label", "enw saesneg"],
    ),
    (
        Label(Cy),
        "Label (Welsh)",
        "Label (Cymraeg)",
        &["label cy", "name cy", "name welsh", "welsh label", "enw cymraeg"],
    ),
    (
        About(En),
        "Description (English)",
        "Disgrifiad (Saesneg)",
        &["about en", "about english", "description en", "english description"],
    ),
    (
        About(Cy),
        "Description (Welsh)",
        "Disgrifiad (Cymraeg)",
        &["about cy", "about welsh", "description cy", "welsh description"],
    ),
    (Workstreams, "Workstreams", "Ffrydiau gwaith", &["workstream", "ffrwd gwaith"]),
    (Patterns(En), "Patterns (English)", "Patrymau (Saesneg)", &["en", "patterns en", "english patterns"]),
    (Patterns(Cy), "Patterns (Welsh)", "Patrymau (Cymraeg)", &["cy", "patterns cy", "welsh patterns"]),
    (Not, "Not", "Nid", &["not patterns", "exclude", "eithrio"]),
    (When, "When", "Pryd", &[]),
    (ByHand, "By hand", "Â llaw", &["a llaw", "gyda llaw"]),
    (Working, "Working code", "Cod gwaith", &["working"]),
    (LooseAccents, "Loose accents", "Acenion llac", &[]),
    (Frame, "Frame", "Fframwaith", &["frame name"]),
    (Version, "Version", "Fersiwn", &["frame version"]),
    (Proposal(En), "Proposal (English)", "Cynnig (Saesneg)", &["proposal en"]),
    (Proposal(Cy), "Proposal (Welsh)", "Cynnig (Cymraeg)", &["proposal cy"]),
];

impl Column {
    /// Those that are written, in order.
    pub(super) const ALL: [Column; 19] = [
        Code,
        Parent,
        Was,
        Label(En),
        Label(Cy),
        About(En),
        About(Cy),
        Workstreams,
        Patterns(En),
        Patterns(Cy),
        Not,
        When,
        ByHand,
        Working,
        LooseAccents,
        Frame,
        Version,
        Proposal(En),
        Proposal(Cy),
    ];

    pub(super) fn header(self, locale: Locale) -> &'static str {
        let found = HEADERS.iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, en, cy, _)| if locale == En { en } else { cy })
    }

    fn named(header: &str) -> Option<Column> {
        let wanted = plain(header);
        let is = |name: &&str| plain(name) == wanted;
        let found = HEADERS.iter().find(|(_, en, cy, others)| is(en) || is(cy) || others.iter().any(is));
        found.map(|(column, ..)| *column)
    }

    /// What the heading may have been meant to be, when it differs by at most two letters.
    fn nearest(header: &str) -> Option<&'static str> {
        let wanted = plain(header);
        let all = HEADERS.iter().flat_map(|(_, en, cy, _)| [*en, *cy]);
        let far = |name: &&str| distance(&wanted, &plain(name));
        all.min_by_key(far).filter(|name| far(name) <= 2 && name.chars().count() > 4)
    }

    /// Whether it is about the frame and not a theme.
    pub(super) fn is_of_the_frame(self) -> bool {
        matches!(self, Frame | Version | Proposal(_))
    }

    pub(super) fn of_frame(self, frame: &CodingFrame) -> String {
        match self {
            Frame => frame.name.clone(),
            Version => frame.version.to_string(),
            Proposal(locale) => frame.proposal.as_ref().map(|said| of(said, locale)).unwrap_or_default(),
            _ => String::new(),
        }
    }

    pub(super) fn of_theme(self, theme: &Theme, locale: Locale) -> String {
        let yes = |said: bool| match (said, locale) {
            (false, _) => "",
            (true, En) => "yes",
            (true, Cy) => "ie",
        };
        match self {
            Code => theme.code.clone(),
            Parent => theme.parent.clone().unwrap_or_default(),
            Was => theme.was.join("\n"),
            Label(locale) => of(&theme.label, locale),
            About(locale) => of(&theme.about, locale),
            Workstreams => theme.workstreams.iter().map(u8::to_string).collect::<Vec<_>>().join(", "),
            Patterns(En) => lines(&theme.en),
            Patterns(Cy) => lines(&theme.cy),
            Not => lines(&theme.not),
            When => theme.when.as_str().unwrap_or_default().to_owned(),
            ByHand => yes(theme.by_hand).to_owned(),
            Working => yes(theme.working).to_owned(),
            LooseAccents => yes(theme.accents == Accents::Loose).to_owned(),
            Name | Description | Frame | Version | Proposal(_) => String::new(),
        }
    }
}

/// The words in one language alone.
fn of(said: &crate::model::Bilingual, locale: Locale) -> String {
    if locale == En { said.en.clone() } else { said.cy.clone() }
}

/// Patterns, one a line. A line break within one is a space; within a regular expression it is written out.
fn lines(patterns: &[Pattern]) -> String {
    let one = |pattern: &Pattern| {
        let text = pattern.text.trim();
        let line_break = if text.starts_with("re:") { "\\n" } else { " " };
        text.replace("\r\n", "\n").replace(['\n', '\r'], line_break)
    };
    patterns.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn plain(header: &str) -> String {
    header.trim_start_matches('\u{feff}').chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which columns a table has, counted from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    known: Vec<(Column, usize)>,
    /// Columns for something that another column holds, with both headings.
    pub(super) twice: Vec<(usize, String, String)>,
    /// Other columns, with their headings, and what those may have been meant to be.
    pub(super) unknown: Vec<(usize, String, Option<&'static str>)>,
}

impl Columns {
    /// The columns that a row names, if it is a header: one that has codes or names.
    pub(super) fn named_by(cells: &[String]) -> Option<Columns> {
        let mut columns = Columns::default();
        for (at, header) in cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let header = header.trim().to_owned();
            match Column::named(&header) {
                None => {
                    let nearest = Column::nearest(&header);
                    columns.unknown.push((at, header, nearest));
                }
                Some(column) => match columns.at(column) {
                    Some(first) => columns.twice.push((at, header, cells[first].trim().to_owned())),
                    None => columns.known.push((column, at)),
                },
            }
        }
        let named = [Code, Name, Label(En), Label(Cy)];
        named.iter().any(|column| columns.at(*column).is_some()).then_some(columns)
    }

    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.known.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }

    pub(super) fn of_themes(&self) -> impl Iterator<Item = usize> + '_ {
        self.known.iter().filter(|(column, _)| !column.is_of_the_frame()).map(|(_, at)| *at)
    }

    pub(super) fn has_patterns(&self) -> bool {
        Locale::BOTH.iter().any(|locale| self.at(Patterns(*locale)).is_some())
    }
}
