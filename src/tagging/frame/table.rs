//! A frame as a table, which is how most people keep one: a row a theme, the patterns of a cell one a line.
//!
//! Tables that have only names and descriptions are codebooks: their themes are tagged by hand.

mod columns;

use std::collections::BTreeMap;

use self::columns::{Column, Columns};
use super::family::{self, Found};
use super::problem::{FrameError, FrameErrors, FrameProblem, Given, Kind, Layout, pattern_errors};
use super::{Lenient, finish};
use crate::model::{Accents, Bilingual, CodingFrame, Locale, Pattern, Theme, When};

/// Rows of a sheet, as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Name of the sheet; none where files have only one.
    pub sheet: String,
    /// Number beside each row, from 1, and its cells. Cells behind the last filled one may be missing.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Something in a table that a frame has no place for, and that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A column.
    Column {
        /// Its row and column, from 1.
        at: (usize, usize),
        /// As it is headed.
        header: String,
    },
    /// A sheet.
    Sheet {
        /// Its name.
        sheet: String,
    },
}

/// A frame that was read from a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromTable {
    /// The frame.
    pub read: Lenient,
    /// What its places mean.
    pub layout: Layout,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
}

/// Rows above the header that may hold a title.
const MOST_ABOVE: usize = 20;

/// Reads the first sheet that has a column of codes or names. `file` is the name to use in messages.
///
/// # Errors
/// Everything that is wrong, each with sheet, row and column.
pub fn read(file: &str, sheets: &[Rows]) -> Result<FromTable, FrameErrors> {
    let headed = sheets.iter().enumerate().find_map(|(at, sheet)| {
        let top = sheet.rows.iter().take(MOST_ABOVE).enumerate();
        top.filter_map(|(row, (_, cells))| Some((row, Columns::named_by(cells)?))).next().map(|found| (at, found))
    });
    let Some((at, (header, columns))) = headed else {
        let sheet = sheets.first().map(|sheet| sheet.sheet.clone()).unwrap_or_default();
        let (layout, problem) = (Layout::Cells { sheet }, FrameProblem::NoHeader);
        return Err(FrameErrors(vec![FrameError { file: file.to_owned(), layout, line: 1, column: 1, problem }]));
    };
    let sheet = &sheets[at];
    let layout = Layout::Cells { sheet: sheet.sheet.clone() };
    let others = sheets.iter().enumerate().filter(|(other, sheet)| *other != at && !sheet.rows.is_empty());
    let mut left_out: Vec<LeftOut> = others.map(|(_, sheet)| LeftOut::Sheet { sheet: sheet.sheet.clone() }).collect();
    let mut reader =
        Reader { file, layout: &layout, columns: &columns, errors: Vec::new(), line: sheet.rows[header].0 };
    for (column, header, first) in &columns.twice {
        let problem = FrameProblem::ColumnTwice { header: header.clone(), first: first.clone() };
        reader.wrong(*column, problem);
    }
    for (column, header, nearest) in &columns.unknown {
        match nearest {
            Some(nearest) => reader.wrong(
                *column,
                FrameProblem::UnknownKey {
                    key: header.clone(),
                    place: super::Holder::Theme,
                    nearest: Some(nearest),
                    known: String::new(),
                },
            ),
            None => left_out.push(LeftOut::Column { at: (reader.line, column + 1), header: header.clone() }),
        }
    }
    let read = reader.rows(&sheet.rows[header + 1..])?;
    Ok(FromTable { read, layout, left_out })
}

struct Reader<'r> {
    file: &'r str,
    layout: &'r Layout,
    columns: &'r Columns,
    errors: Vec<FrameError>,
    /// Number of the row in hand.
    line: usize,
}

/// A fact of the whole frame, and the row that told it.
type Told = BTreeMap<Column, (usize, String)>;

impl Reader<'_> {
    fn rows(mut self, rows: &[(usize, Vec<String>)]) -> Result<Lenient, FrameErrors> {
        let mut told = Told::new();
        let mut found = Vec::new();
        for (number, cells) in rows {
            self.line = *number;
            self.of_the_frame(cells, &mut told);
            if self.columns.of_themes().any(|column| cells.get(column).is_some_and(|cell| !cell.trim().is_empty())) {
                found.extend(self.theme(cells));
            }
        }
        let mut frame = self.frame(&told);
        name_parents(&mut found);
        if !self.columns.has_patterns() {
            tag_by_hand(&mut found);
        }
        self.errors.extend(family::check(self.file, self.layout, &found));
        frame.themes = family::in_order(found);
        finish(frame, self.errors)
    }

    fn of_the_frame(&mut self, cells: &[String], told: &mut Told) {
        for column in [Column::Frame, Column::Version, Column::Proposal(Locale::En), Column::Proposal(Locale::Cy)] {
            let Some((at, said)) = self.cell(cells, column) else { continue };
            match told.get(&column) {
                Some((first, before)) if *before != said => {
                    let problem = FrameProblem::ToldTwice { key: column.header(Locale::En).to_owned(), first: *first };
                    self.wrong(at, problem);
                }
                Some(_) => {}
                None => drop(told.insert(column, (self.line, said))),
            }
        }
    }

    fn frame(&mut self, told: &Told) -> CodingFrame {
        let said = |column: Column| told.get(&column).map(|(_, said)| said.clone()).unwrap_or_default();
        let proposal = Bilingual { en: said(Column::Proposal(Locale::En)), cy: said(Column::Proposal(Locale::Cy)) };
        let version = match told.get(&Column::Version) {
            None => 1,
            Some((line, said)) => {
                self.line = *line;
                let at = self.columns.at(Column::Version).unwrap_or_default();
                self.number(at, Column::Version, said).unwrap_or(1)
            }
        };
        CodingFrame {
            name: said(Column::Frame),
            version,
            proposal: (proposal != Bilingual::default()).then_some(proposal),
            themes: Vec::new(),
        }
    }

    fn theme(&mut self, cells: &[String]) -> Option<Found> {
        let label = self.label(cells);
        let code = self.cell(cells, Column::Code);
        let name = label.as_ref().map(|(at, label)| (*at, label.get(Locale::En).to_owned()));
        let name = name.filter(|_| self.columns.at(Column::Code).is_none());
        let Some((code_at, code)) = code.or(name) else {
            self.wrong(self.columns.at(Column::Code).unwrap_or_default(), FrameProblem::NoCode);
            return None;
        };
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        let parent = self.cell(cells, Column::Parent);
        let was = self.cell(cells, Column::Was);
        let theme = Theme {
            was: was.as_ref().map(|(_, codes)| listed(codes)).unwrap_or_default(),
            label: label.map_or_else(|| Bilingual { en: code.clone(), cy: code.clone() }, |(_, label)| label),
            about: self
                .bilingual(cells, Column::About, Column::Description)
                .map(|(_, about)| about)
                .unwrap_or_default(),
            workstreams: self.workstreams(cells),
            en: self.patterns(cells, Column::Patterns(Locale::En)),
            cy: self.patterns(cells, Column::Patterns(Locale::Cy)),
            not: self.patterns(cells, Column::Not),
            when: self.when(cells),
            by_hand: self.yes_or_no(cells, Column::ByHand),
            working: self.yes_or_no(cells, Column::Working),
            accents: if self.yes_or_no(cells, Column::LooseAccents) { Accents::Loose } else { Accents::Strict },
            parent: parent.as_ref().map(|(_, parent)| parent.clone()),
            code,
            ..Theme::default()
        };
        let within = |pattern: &Pattern, _| (pattern.line, pattern.column);
        self.errors.extend(pattern_errors(self.file, self.layout, &theme, &within));
        let place = |column: usize| (self.line, column + 1);
        let parent_at = parent.map_or(code_at, |(at, _)| at);
        let was_at = was.map_or(code_at, |(at, _)| at);
        Some(Found { theme, code_at: place(code_at), parent_at: place(parent_at), was_at: place(was_at) })
    }

    fn label(&self, cells: &[String]) -> Option<(usize, Bilingual)> {
        self.bilingual(cells, Column::Label, Column::Name)
    }

    /// A text in two columns, or in one for both languages.
    fn bilingual(&self, cells: &[String], of: fn(Locale) -> Column, both: Column) -> Option<(usize, Bilingual)> {
        let both = self.cell(cells, both);
        let [en, cy] = Locale::BOTH.map(|locale| self.cell(cells, of(locale)).or(both.clone()));
        let at = en.as_ref().or(cy.as_ref())?.0;
        let [en, cy] = [en, cy].map(|cell| cell.map(|(_, text)| text).unwrap_or_default());
        Some((at, Bilingual { en, cy }))
    }

    /// What a cell holds, without white space around it, and its column; none when that is nothing.
    fn cell(&self, cells: &[String], column: Column) -> Option<(usize, String)> {
        let at = self.columns.at(column)?;
        let text = cells.get(at)?.replace("\r\n", "\n");
        let text = text.trim();
        (!text.is_empty()).then(|| (at, text.to_owned()))
    }

    fn patterns(&self, cells: &[String], column: Column) -> Vec<Pattern> {
        let Some((at, text)) = self.cell(cells, column) else { return Vec::new() };
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Pattern { text: line.to_owned(), line: self.line, column: at + 1 }).collect()
    }

    fn workstreams(&mut self, cells: &[String]) -> Vec<u8> {
        let Some((at, text)) = self.cell(cells, Column::Workstreams) else { return Vec::new() };
        let numbers = text.split([',', ';', ' ', '\n']).filter(|number| !number.is_empty());
        let numbers: Option<Vec<u8>> = numbers.map(|number| number.parse().ok()).collect();
        numbers.unwrap_or_else(|| {
            self.wrong_kind(at, Column::Workstreams, Kind::SmallNumbers, &text, "`1, 4`");
            Vec::new()
        })
    }

    fn number(&mut self, at: usize, column: Column, text: &str) -> Option<u32> {
        let number = text.parse().ok();
        if number.is_none() {
            self.wrong_kind(at, column, Kind::Number, text, "`1`");
        }
        number
    }

    fn when(&mut self, cells: &[String]) -> When {
        let Some((at, text)) = self.cell(cells, Column::When) else { return When::Always };
        if Some(text.as_str()) == When::Feared.as_str() {
            return When::Feared;
        }
        self.wrong_kind(at, Column::When, Kind::Feared, &text, "`feared`");
        When::Always
    }

    fn yes_or_no(&mut self, cells: &[String], column: Column) -> bool {
        let Some((at, text)) = self.cell(cells, column) else { return false };
        match text.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" | "x" | "✓" | "ie" | "oes" | "ydy" | "do" | "gwir" => true,
            "no" | "n" | "false" | "0" | "-" | "na" | "nac oes" | "nac ydy" | "nage" | "naddo" | "anwir" => false,
            _ => {
                self.wrong_kind(at, column, Kind::YesOrNo, &text, "`yes` / `ie`");
                false
            }
        }
    }

    fn wrong_kind(&mut self, at: usize, column: Column, wanted: Kind, text: &str, example: &str) {
        let (key, found) = (column.header(Locale::En).to_owned(), Given::Cell(text.to_owned()));
        self.wrong(at, FrameProblem::WrongKind { key, wanted, found, example: example.to_owned() });
    }

    /// Notes what is wrong in a cell of the row in hand, its column counted from 0.
    fn wrong(&mut self, at: usize, problem: FrameProblem) {
        let (file, layout) = (self.file.to_owned(), self.layout.clone());
        self.errors.push(FrameError { file, layout, line: self.line, column: at + 1, problem });
    }
}

/// Codes of a cell, one a line or apart by commas.
fn listed(cell: &str) -> Vec<String> {
    let codes = cell.split(['\n', ',', ';']).map(str::trim);
    codes.filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// A parent given by its name becomes one given by its code.
fn name_parents(found: &mut [Found]) {
    let codes: std::collections::BTreeSet<String> = found.iter().map(|one| one.theme.code.clone()).collect();
    let mut by_name = BTreeMap::new();
    for one in found.iter() {
        for locale in Locale::BOTH {
            by_name.entry(one.theme.label.get(locale).to_owned()).or_insert_with(|| one.theme.code.clone());
        }
    }
    for one in found {
        let Some(parent) = &one.theme.parent else { continue };
        if !codes.contains(parent)
            && let Some(code) = by_name.get(parent)
        {
            one.theme.parent = Some(code.clone());
        }
    }
}

/// Where nobody wrote any patterns, people tag.
pub(super) fn tag_by_hand(found: &mut [Found]) {
    let parents: std::collections::BTreeSet<String> = found.iter().filter_map(|one| one.theme.parent.clone()).collect();
    for one in found {
        one.theme.by_hand |= !parents.contains(&one.theme.code);
    }
}

/// The frame as a table: its header in one language, and a row for each theme. What is said of the frame as a whole
/// stands in the first row.
pub fn write(frame: &CodingFrame, locale: Locale) -> (Vec<String>, Vec<Vec<String>>) {
    let header = Column::ALL.iter().map(|column| column.header(locale).to_owned()).collect();
    let themes: Vec<Option<&Theme>> =
        if frame.themes.is_empty() { vec![None] } else { frame.themes.iter().map(Some).collect() };
    let row = |(at, theme): (usize, &Option<&Theme>)| {
        let cell = |column: &Column| match (*theme, at) {
            (_, 0) if column.is_of_the_frame() => column.of_frame(frame),
            (Some(theme), _) => column.of_theme(theme, locale),
            (None, _) => String::new(),
        };
        Column::ALL.iter().map(cell).collect()
    };
    (header, themes.iter().enumerate().map(row).collect())
}
