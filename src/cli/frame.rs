//! `ymateb frame`: a coding frame looked over, or written in another format; and the door through which every command
//! reads one.

use std::collections::BTreeMap;
use std::io::{BufReader, Read as _};
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use rayon::prelude::*;
use serde_json::json;

use super::arguments::{Frame, FrameCheck, FrameConvert, FrameWork};
use super::{Context, Outcome, Stopped, filters, frame_edit, put, put_json, shown, tell};
use crate::corpus::Walked;
use crate::ingest::{IngestError, codebook as codebooks, tables};
use crate::locale::Value;
use crate::model::{CodingFrame, Detected, Language, Locale, QuestionKind, Substance};
use crate::pipeline::{self, Opened};
use crate::reports::codebook::qdc;
use crate::reports::sheets::{self, Sheet, SheetError};
use crate::tagging::frame::check::{self, Counts, Finding};
use crate::tagging::frame::table::{self, LeftOut, Rows};
use crate::tagging::frame::{self, FrameError, FrameErrors, FrameProblem, Layout, Lenient, codebook, write};
use crate::text::language;

/// Most bytes of a frame: 5,000 themes with descriptions need a tenth of it.
const MOST_BYTES: u64 = 64 << 20;

/// Findings of one kind that a person is shown; a program gets all.
const MOST_SHOWN: usize = 20;

/// Answers looked at in one go.
const BATCH: usize = 2_000;

pub(super) fn run(context: &Context, asked: &Frame) -> Result<Outcome> {
    match &asked.what {
        FrameWork::Check(asked) => check(context, asked),
        FrameWork::Convert(asked) => convert(context, asked),
        FrameWork::Edit(asked) => frame_edit::run(context, asked),
    }
}

/// Reads a frame from TOML, a spreadsheet or a codebook, by the ending of its name.
///
/// # Errors
/// When it cannot be read, or anything is wrong with it.
pub(super) fn read(context: &Context, path: &Path) -> Result<CodingFrame> {
    let read = read_leniently(context, path)?.lenient;
    CodingFrame::try_from(read).map_err(|errors| Stopped::Usage(errors.into()).into())
}

/// A frame, and what its places mean.
struct Loaded {
    lenient: Lenient,
    layout: Layout,
}

fn read_leniently(context: &Context, path: &Path) -> Result<Loaded> {
    let file = path.display().to_string();
    let wrong = |errors: FrameErrors| anyhow::Error::from(Stopped::Usage(errors.into()));
    let unreadable = |why: String| {
        let args = [("path", file.as_str().into()), ("why", why.into())];
        Stopped::Usage(anyhow!(context.say_with("frame-unreadable", &args)))
    };
    let in_lines = |lenient: Lenient| Loaded { lenient, layout: Layout::Lines };
    let bytes = bytes_of(context, path).map_err(unreadable)?;
    match ending(path).as_str() {
        "csv" | "tsv" | "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => {
            let mut gathered = Gathered {
                guarded: matches!(ending(path).as_str(), "csv" | "tsv"),
                sheets: Vec::new(),
                said: Vec::new(),
            };
            let outcome = tables::of_file(path, &mut gathered).map_err(|error| unreadable(error.to_string()))?;
            outcome.map_err(|why| unreadable(why.0))?;
            for (place, reason) in &gathered.said {
                tell(&format!(
                    "{file}: {}{reason}",
                    if place.is_empty() { String::new() } else { format!("{place}: ") }
                ));
            }
            let from = table::read(&file, &gathered.sheets).map_err(wrong)?;
            for left_out in &from.left_out {
                tell(&said_of(context, &file, &from.layout, left_out));
            }
            Ok(Loaded { lenient: from.read, layout: from.layout })
        }
        "qdc" => {
            let book = codebooks::read(&bytes).map_err(|error| {
                let problem = FrameProblem::Codebook(error.what);
                let (file, layout) = (file.clone(), Layout::Lines);
                wrong(FrameErrors(vec![FrameError { file, layout, line: error.line, column: 1, problem }]))
            })?;
            codebook::read(&file, &book).map(in_lines).map_err(wrong)
        }
        _ => {
            let text = String::from_utf8(bytes).map_err(|error| {
                unreadable(format!("it is not valid UTF-8 from byte {}", error.utf8_error().valid_up_to()))
            })?;
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            frame::read_leniently(&file, text).map(in_lines).map_err(wrong)
        }
    }
}

fn bytes_of(context: &Context, path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(context.say_with("frame-too-large", &[("most", (MOST_BYTES >> 20).into())]));
    }
    Ok(bytes)
}

fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The rows of a table as they come.
struct Gathered {
    /// Whether cells may be led by the apostrophe that keeps them from being run.
    guarded: bool,
    sheets: Vec<Rows>,
    said: Vec<(String, String)>,
}

impl tables::Rows for Gathered {
    fn sheet(&mut self, name: &str) -> Result<bool, IngestError> {
        self.sheets.push(Rows { sheet: name.to_owned(), rows: Vec::new() });
        Ok(true)
    }

    fn row(&mut self, number: u64, cells: &[String]) -> Result<(), IngestError> {
        if self.sheets.is_empty() {
            self.sheets.push(Rows::default());
        }
        let cell = |cell: &String| if self.guarded { sheets::unguarded(cell).to_owned() } else { cell.clone() };
        let row = (usize::try_from(number).unwrap_or(usize::MAX), cells.iter().map(cell).collect());
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.rows.push(row);
        }
        Ok(())
    }

    fn problem(&mut self, place: &str, reason: String) -> Result<(), IngestError> {
        self.said.push((place.to_owned(), reason));
        Ok(())
    }
}

fn said_of(context: &Context, file: &str, layout: &Layout, left_out: &LeftOut) -> String {
    match left_out {
        LeftOut::Column { at, header } => {
            let place = layout.place(file, *at, context.locale);
            context.say_with("convert-remark-column", &[("place", place.into()), ("header", header.as_str().into())])
        }
        LeftOut::Sheet { sheet } => {
            context.say_with("convert-remark-sheet", &[("file", file.into()), ("sheet", sheet.as_str().into())])
        }
    }
}

fn convert(context: &Context, asked: &FrameConvert) -> Result<Outcome> {
    let frame = read(context, &asked.from)?;
    let to = &asked.to;
    let usage = |id: &str| Stopped::Usage(anyhow!(context.say_with(id, &[("path", shown(to).into())])));
    let format = ending(to);
    if !["toml", "csv", "xlsx", "ods", "qdc"].contains(&format.as_str()) {
        return Err(usage("convert-format").into());
    }
    if to.exists() {
        return Err(usage("convert-exists").into());
    }
    let bytes = bytes(context, &frame, &format, asked.language.unwrap_or(context.locale))?;
    std::fs::write(to, bytes).with_context(|| to.display().to_string())?;
    let args = [("path", shown(to).into()), ("themes", frame.themes.len().into())];
    put(&(context.say_with("convert-done", &args) + "\n"))?;
    Ok(Outcome::Done)
}

/// The frame in a format; headers, names and descriptions in one language where the format has but one.
pub(super) fn bytes(context: &Context, frame: &CodingFrame, format: &str, locale: Locale) -> Result<Vec<u8>> {
    let usage = |id: &str, args: &[(&str, Value<'_>)]| Stopped::Usage(anyhow!(context.say_with(id, args)));
    let sheet = || {
        let (header, rows) = table::write(frame, locale);
        let name = if locale == Locale::Cy { "Fframwaith" } else { "Frame" };
        Sheet { name: name.to_owned(), header, rows }
    };
    let written = match format {
        "csv" => sheets::csv(&sheet()),
        "xlsx" => sheets::xlsx(&[sheet()]),
        "ods" => sheets::ods(&[sheet()]),
        "qdc" => match codebook::of(frame, locale) {
            Some(book) => Ok(qdc(&book).into_bytes()),
            None => return Err(usage("frame-no-themes", &[]).into()),
        },
        _ => Ok(write::toml(frame).into_bytes()),
    };
    written.map_err(|error| match error {
        SheetError::CellTooLong { row, column, length, most, .. } => {
            let (header, rows) = table::write(frame, locale);
            let theme = row.checked_sub(2).and_then(|at| rows.get(at)?.first().cloned()).unwrap_or_default();
            let column = header.get(column - 1).cloned().unwrap_or_default();
            let args =
                [("theme", theme.into()), ("column", column.into()), ("n", length.into()), ("most", most.into())];
            usage("frame-cell-too-long", &args).into()
        }
        other => anyhow::Error::from(other),
    })
}

fn check(context: &Context, asked: &FrameCheck) -> Result<Outcome> {
    let path = Path::new(&asked.frame);
    let known = ["toml", "csv", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods", "qdc"];
    if path.is_file() {
        return Checking { context, asked, file: asked.frame.clone(), opened: None }.run(path);
    }
    let folder = context.folder(&asked.frame).ok().filter(|folder| folder.frame().is_file());
    match folder {
        Some(folder) => {
            let path = folder.frame();
            // Themes without patterns keep a consultation from being opened; the frame is looked over all the same.
            let opened = context.open(&asked.frame);
            let opened = match opened {
                Err(error) if read_leniently(context, &path).is_err() => return Err(error),
                other => other.ok(),
            };
            Checking { context, asked, file: shown(&path), opened }.run(&path)
        }
        None if known.contains(&ending(path).as_str()) => read_leniently(context, path).map(|_| Outcome::Done),
        None => {
            let args = [("name", asked.frame.as_str().into())];
            Err(Stopped::Usage(anyhow!(context.say_with("frame-neither", &args))).into())
        }
    }
}

struct Checking<'c> {
    context: &'c Context,
    asked: &'c FrameCheck,
    /// The file as messages name it.
    file: String,
    opened: Option<Opened>,
}

impl Checking<'_> {
    fn run(&self, path: &Path) -> Result<Outcome> {
        let Loaded { lenient, layout } = read_leniently(self.context, path)?;
        let wrong = |errors: FrameErrors| anyhow::Error::from(Stopped::Usage(errors.into()));
        let mut findings = check::frame(&lenient.frame, &lenient.without_patterns).map_err(wrong)?;
        let mut counts = Counts::new(&lenient.frame).map_err(wrong)?;
        match (&self.asked.answers, &self.opened) {
            (Some(answers), _) => of_lines(answers, &mut counts)?,
            (None, Some(opened)) => of_consultation(opened, &mut counts)?,
            (None, None) => {}
        }
        findings.extend(counts.findings());
        findings.sort_by_key(|finding| finding.place);
        let has_answers = self.asked.answers.is_some() || self.opened.is_some();
        if self.asked.json {
            self.put_json(&lenient.frame, &layout, &findings, has_answers.then_some(&counts))?;
        } else {
            self.put(&lenient.frame, &layout, &findings, has_answers.then_some(&counts))?;
        }
        Ok(if findings.is_empty() { Outcome::Done } else { Outcome::LookAtThis })
    }

    fn said(&self, layout: &Layout, finding: &Finding) -> String {
        let locale = self.context.locale;
        finding.said(locale, &|at| layout.place(&self.file, at, locale))
    }

    fn put(&self, frame: &CodingFrame, layout: &Layout, found: &[Finding], counts: Option<&Counts<'_>>) -> Result<()> {
        let context = self.context;
        let mut lines = Vec::new();
        let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in found {
            let so_far = of_kind.entry(finding.kind()).or_default();
            *so_far += 1;
            if *so_far > MOST_SHOWN {
                continue;
            }
            let place = finding.place.map_or(self.file.clone(), |at| layout.place(&self.file, at, context.locale));
            lines.push(format!("{place}: {}", self.said(layout, finding)));
        }
        for (kind, n) in of_kind.into_iter().filter(|(_, n)| *n > MOST_SHOWN) {
            lines.push(context.say_with("check-more", &[("n", (n - MOST_SHOWN).into()), ("kind", kind.into())]));
        }
        if found.is_empty() {
            let patterns: usize =
                frame.themes.iter().map(|theme| theme.en.len() + theme.cy.len() + theme.not.len()).sum();
            let args = [
                ("file", self.file.as_str().into()),
                ("themes", frame.themes.len().into()),
                ("patterns", patterns.into()),
            ];
            lines.push(context.say_with("check-healthy", &args));
        } else {
            lines.push(String::new());
            lines.push(context.say_with("check-total", &[("n", found.len().into())]));
        }
        lines.push(match counts {
            Some(counts) => {
                let args = [("n", counts.answers().into()), ("tagged", counts.tagged().into())];
                context.say_with("check-answers", &args)
            }
            None => context.say("check-no-answers"),
        });
        put(&(lines.join("\n") + "\n"))
    }

    fn put_json(
        &self,
        frame: &CodingFrame,
        layout: &Layout,
        found: &[Finding],
        counts: Option<&Counts<'_>>,
    ) -> Result<()> {
        let one = |finding: &Finding| {
            let sheet = match layout {
                Layout::Lines => None,
                Layout::Cells { sheet } => Some(sheet),
            };
            json!({
                "kind": finding.kind(), "themes": finding.themes(), "pattern": finding.pattern(), "file": self.file,
                "sheet": sheet, "line": finding.place.map(|at| at.0), "column": finding.place.map(|at| at.1),
                "message": self.said(layout, finding),
            })
        };
        put_json(&json!({
            "frame": frame.name, "version": frame.version, "themes": frame.themes.len(), "healthy": found.is_empty(),
            "answers": counts.map(Counts::answers), "tagged": counts.map(Counts::tagged),
            "findings": found.iter().map(one).collect::<Vec<_>>(),
        }))
    }
}

/// Answers out of JSON Lines, a part at a time. Lines that cannot be read are told by their number.
fn of_lines(path: &Path, counts: &mut Counts<'_>) -> Result<()> {
    let shown = path.display().to_string();
    let file = std::fs::File::open(path).with_context(|| shown.clone()).map_err(Stopped::Usage)?;
    let mut input = BufReader::new(file);
    let mut before = 0;
    loop {
        let lines = filters::chunk(&mut input)?;
        if lines.is_empty() {
            return Ok(());
        }
        let read: Vec<Result<_, String>> = lines.par_iter().map(|line| filters::answer_of(line)).collect();
        let mut answers = Vec::with_capacity(read.len());
        for (at, one) in read.into_iter().enumerate() {
            match one {
                Ok(answer) => answers.push(answer),
                Err(_) if lines[at].is_empty() => {}
                Err(what) => tell(&format!("{shown}:{}: {what}", before + at + 1)),
            }
        }
        before += lines.len();
        counts.look_at(&answers);
    }
}

/// What people wrote to the open questions of a consultation.
fn of_consultation(opened: &Opened, counts: &mut Counts<'_>) -> Result<()> {
    let questions = &opened.settings.consultation;
    let mut waiting: Vec<(String, Detected)> = Vec::new();
    pipeline::responses(&opened.store, Walked::All, |response| {
        for coded in response.answers {
            let answer = coded.answer;
            let question = questions.question(&answer.question);
            let is_open = question.is_none_or(|question| question.kind == QuestionKind::Open);
            if answer.substance != Substance::Words || !is_open {
                continue;
            }
            // The language is known once the consultation was run.
            let is_known = answer.language.language != Language::Unknown || answer.language.confidence > 0.0;
            let language = if is_known { answer.language } else { language::detect(&answer.text, None) };
            waiting.push((answer.text, language));
        }
        if waiting.len() >= BATCH {
            counts.look_at(&waiting);
            waiting.clear();
        }
        Ok(())
    })?;
    counts.look_at(&waiting);
    Ok(())
}
