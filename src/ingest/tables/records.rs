//! Rows become records: the header is understood, then every row below it goes to the sink with its place.

use super::Rows;
use crate::ingest::platforms::{self, Header};
use crate::ingest::{IngestError, Record, Sink, is_same_header};

/// Turns the rows of any table (delimited text, a workbook, a table of a web page) into records for a sink. Only the
/// rows in which a header may lie are held; the rest passes through.
pub(crate) struct Recorder<'s> {
    sink: &'s mut dyn Sink,
    /// Sheets to read; all that have the columns, when empty.
    sheets: &'s [String],
    /// Columns of which a sheet must have one to be read; any sheet is, when empty.
    needed: &'s [String],
    /// Sheets that other sources read, when a sheet that no source names is to be said.
    elsewhere: Option<&'s [String]>,
    /// Whether a row that ends early is said: text has a delimiter for every cell, a spreadsheet leaves blank ones out.
    says_short: bool,
    sheet: Option<Sheet>,
    /// Names of the sheets met.
    met: Vec<String>,
    records: u64,
    rows: u64,
}

/// What is known of the sheet that is being read.
struct Sheet {
    name: String,
    /// Rows in which the header may lie, until it is understood.
    top: Vec<(u64, Vec<String>)>,
    is_understood: bool,
    is_skipped: bool,
    /// Rows passed over.
    unread: u64,
    /// How many columns the header names.
    width: usize,
    record: Record,
    records: u64,
}

impl<'s> Recorder<'s> {
    /// For delimited text.
    pub(crate) fn new(sink: &'s mut dyn Sink) -> Self {
        Recorder {
            sink,
            sheets: &[],
            needed: &[],
            elsewhere: None,
            says_short: true,
            sheet: None,
            met: Vec::new(),
            records: 0,
            rows: 0,
        }
    }

    /// For a workbook: reads the sheets of these names, or, when none are named, those that have one of the columns
    /// `needed`; with neither, all.
    pub(crate) fn of_sheets(sink: &'s mut dyn Sink, sheets: &'s [String], needed: &'s [String]) -> Self {
        Recorder { sheets, needed, says_short: false, ..Recorder::new(sink) }
    }

    /// Says which sheets are read neither here nor, being among these, elsewhere.
    pub(crate) fn telling_of_others(self, elsewhere: &'s [String]) -> Self {
        Recorder { elsewhere: Some(elsewhere), ..self }
    }

    /// Ends the reading. Returns how many records there were.
    ///
    /// # Errors
    /// When the sink cannot keep what it got.
    pub(crate) fn finish(mut self) -> Result<u64, IngestError> {
        self.end_sheet()?;
        if self.rows == 0 {
            self.sink.problem("", "the file is empty".to_owned())?;
        }
        for name in self.sheets {
            if !self.met.is_empty() && !self.met.iter().any(|met| is_same_header(met, name)) {
                let what = format!("it has no sheet `{name}`; its sheets are `{}`", self.met.join("`, `"));
                self.sink.problem("", what)?;
            }
        }
        Ok(self.records)
    }

    /// Understands the header from the rows held back, and passes on those below it.
    fn understand(&mut self) -> Result<(), IngestError> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        sheet.is_understood = true;
        let (numbers, top): (Vec<u64>, Vec<Vec<String>>) = std::mem::take(&mut sheet.top).into_iter().unzip();
        let Header { before, rows, columns, remarks, .. } = platforms::recognise(&top);
        let is_wanted = |name: &String| columns.iter().any(|column| is_same_header(&column.name, name));
        if self.sheets.is_empty() && !self.needed.is_empty() && !top.is_empty() && !self.needed.iter().any(is_wanted) {
            sheet.is_skipped = !sheet.name.is_empty();
        }
        if sheet.is_skipped {
            let what = "it has none of the columns that consultation.toml names, so it was not read as responses";
            return self.sink.problem(&sheet.name, what.to_owned());
        }
        sheet.width = columns.len();
        sheet.record.cells = columns.into_iter().map(|column| (column.name, String::new())).collect();
        for remark in remarks {
            self.sink.problem(&sheet.name, remark)?;
        }
        for (number, cells) in numbers.iter().zip(&top).skip(before + rows) {
            self.record(*number, cells)?;
        }
        Ok(())
    }

    fn record(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        // A line of nothing but delimiters is what spreadsheets leave at the end, not a response.
        if cells.iter().all(String::is_empty) {
            return Ok(());
        }
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        sheet.records += 1;
        self.records += 1;
        let place = place(&sheet.name, number);
        let (width, record) = (sheet.width, &mut sheet.record);
        record.cells.truncate(width);
        for (i, (_, cell)) in record.cells.iter_mut().enumerate() {
            cell.clear();
            cell.push_str(cells.get(i).map(String::as_str).unwrap_or_default());
        }
        for (i, cell) in cells.iter().enumerate().skip(width) {
            record.cells.push((format!("cell {}", i + 1), cell.clone()));
        }
        if cells.len() > width || self.says_short && cells.len() < width {
            let what = format!("it has {} cells where the header has {width}", cells.len());
            let kept = if cells.len() < width { "the missing ones were read as blank" } else { "all were kept" };
            self.sink.problem(&place, format!("{what}; {kept}"))?;
        }
        if cells.iter().any(|cell| cell.contains('\0')) {
            self.sink.problem(&place, "it holds a NUL character, which was kept".to_owned())?;
        }
        self.sink.record(&place, &sheet.record)
    }

    fn end_sheet(&mut self) -> Result<(), IngestError> {
        if self.sheet.as_ref().is_some_and(|sheet| !sheet.is_understood && !sheet.top.is_empty()) {
            self.understand()?;
        }
        match self.sheet.take() {
            Some(sheet) if !sheet.is_understood && sheet.is_skipped && sheet.unread > 0 => {
                let what = format!(
                    "its {} rows were not read, since consultation.toml names other sheets; add a `[[source]]` with \
                     `sheets = [\"{}\"]` if they hold responses",
                    sheet.unread, sheet.name
                );
                self.sink.problem(&sheet.name, what)
            }
            Some(sheet) if sheet.is_understood && !sheet.is_skipped && sheet.records == 0 => {
                self.sink.problem(&sheet.name, "there are no rows below the header".to_owned())
            }
            _ => Ok(()),
        }
    }
}

impl Rows for Recorder<'_> {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        self.end_sheet()?;
        self.met.push(name.to_owned());
        let is_among = |sheets: &[String]| sheets.iter().any(|wanted| is_same_header(wanted, name));
        let is_wanted = self.sheets.is_empty() || is_among(self.sheets);
        let is_forgotten = !is_wanted && self.elsewhere.is_some_and(|sheets| !is_among(sheets));
        if is_wanted || is_forgotten {
            self.sheet = Some(Sheet {
                name: name.to_owned(),
                top: Vec::new(),
                is_understood: false,
                is_skipped: is_forgotten,
                unread: 0,
                width: 0,
                record: Record::default(),
                records: 0,
            });
        } else {
            // What the settings leave out is there all the same.
            self.rows += 1;
        }
        Ok(is_wanted || is_forgotten)
    }

    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        self.rows += 1;
        match &mut self.sheet {
            Some(sheet) if sheet.is_skipped => {
                sheet.unread += u64::from(cells.iter().any(|cell| !cell.is_empty()));
                Ok(())
            }
            Some(sheet) if sheet.is_understood => self.record(number, cells),
            Some(sheet) => {
                sheet.top.push((number, cells.to_vec()));
                if sheet.top.len() == platforms::LOOKED_AT { self.understand() } else { Ok(()) }
            }
            // Rows of a file without sheets may come without one.
            None => {
                self.sheet("")?;
                self.rows -= 1;
                self.row(number, cells)
            }
        }
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.sink.problem(place, reason)
    }
}

/// Where a row stands: `row 17`, or `Sheet1, row 17`.
pub(crate) fn place(sheet: &str, number: u64) -> String {
    if sheet.is_empty() { format!("row {number}") } else { format!("{sheet}, row {number}") }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Keeps what a reading gave, for tests of all tables.
    #[derive(Default)]
    pub(crate) struct Kept {
        pub(crate) records: Vec<(String, Vec<(String, String)>)>,
        pub(crate) problems: Vec<(String, String)>,
    }

    impl Kept {
        /// Place and values of each record, joined by `|`.
        pub(crate) fn lines(&self) -> Vec<String> {
            let line = |(place, cells): &(String, Vec<(String, String)>)| {
                let values: Vec<&str> = cells.iter().map(|(_, value)| value.as_str()).collect();
                format!("{place}: {}", values.join("|"))
            };
            self.records.iter().map(line).collect()
        }

        /// Places and reasons, a line each.
        pub(crate) fn said(&self) -> String {
            self.problems.iter().map(|(place, reason)| format!("{place}: {reason}\n")).collect()
        }
    }

    impl Sink for Kept {
        fn record(&mut self, place: &str, record: &Record) -> Result<(), IngestError> {
            self.records.push((place.to_owned(), record.cells.clone()));
            Ok(())
        }

        fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
            self.problems.push((place.to_owned(), reason));
            Ok(())
        }

        fn unreadable(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
            self.problem(place, format!("unreadable: {reason}"))
        }
    }

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn sheets_without_the_columns_are_said_and_not_read() {
        let mut kept = Kept::default();
        let needed = ["Pam?".to_owned()];
        let mut recorder = Recorder::of_sheets(&mut kept, &[], &needed);
        assert!(recorder.sheet("Notes").unwrap());
        recorder.row(1, &row(&["About", "x"])).unwrap();
        recorder.row(2, &row(&["1", "y"])).unwrap();
        assert!(recorder.sheet("Atebion").unwrap());
        recorder.row(3, &row(&["id", "Pam?"])).unwrap();
        recorder.row(5, &row(&["1", "Mae'r t\u{177} 🙂", "more"])).unwrap();
        recorder.row(6, &row(&["2"])).unwrap();
        assert!(recorder.sheet("Blank").unwrap());
        assert_eq!(recorder.finish().unwrap(), 2);
        assert_eq!(kept.lines(), ["Atebion, row 5: 1|Mae'r t\u{177} 🙂|more", "Atebion, row 6: 2|"]);
        assert!(kept.said().contains("Notes: it has none of the columns"), "{}", kept.said());
        assert!(kept.said().contains("Atebion, row 5: it has 3 cells where the header has 2; all were kept"));
        assert_eq!(kept.problems.len(), 2, "{}", kept.said());
    }

    #[test]
    fn a_sheet_that_the_settings_name_and_the_workbook_lacks_is_said() {
        let mut kept = Kept::default();
        let sheets = ["Ymatebion".to_owned()];
        let mut recorder = Recorder::of_sheets(&mut kept, &sheets, &[]);
        assert!(!recorder.sheet("Sheet1").unwrap());
        assert_eq!(recorder.finish().unwrap(), 0);
        assert_eq!(kept.said(), ": it has no sheet `Ymatebion`; its sheets are `Sheet1`\n");
    }

    #[test]
    fn no_rows_at_all_are_an_empty_file() {
        let mut kept = Kept::default();
        assert_eq!(Recorder::new(&mut kept).finish().unwrap(), 0);
        assert_eq!(kept.said(), ": the file is empty\n");
    }
}
