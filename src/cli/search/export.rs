//! All hits of a search for other programs and people: with references and permissions, and without the words of whoever
//! did not agree to be quoted.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use serde_json::json;

use super::about::About;
use super::page::may;
use super::usage;
use crate::analysis::{RedactionKind, redact, redacted};
use crate::cli::arguments::Search;
use crate::cli::{Context, reindex, shown, tell};
use crate::corpus::SavedSearch;
use crate::index::{self, Hit, Hits, Request};
use crate::model::{Language, Locale};
use crate::pipeline::Opened;
use crate::reports::docx::{Block, Docx, Grid, Run, docx};
use crate::reports::sheets::{Sheet, xlsx};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Csv,
    Xlsx,
    Docx,
    JsonLines,
}

/// Where an export goes, and as what.
pub(super) struct Target {
    form: Form,
    file: Option<PathBuf>,
}

/// What the command line says of an export; `None` when it asks for none.
pub(super) fn target(context: &Context, asked: &Search) -> Result<Option<Target>> {
    let extension = asked.export.as_deref().and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    let Some(format) = asked.format.clone().or_else(|| asked.export.as_ref().map(|_| extension.unwrap_or_default()))
    else {
        return Ok(None);
    };
    let form = match format.as_str() {
        "csv" => Form::Csv,
        "xlsx" => Form::Xlsx,
        "docx" => Form::Docx,
        "jsonl" => Form::JsonLines,
        _ => return Err(usage(context.say_with("out-format", &[("format", format.into())]))),
    };
    if asked.export.is_none() && matches!(form, Form::Xlsx | Form::Docx) {
        return Err(usage(context.say_with("out-stdout", &[("format", format.into())])));
    }
    Ok(Some(Target { form, file: asked.export.clone() }))
}

pub(super) fn run(
    context: &Context,
    opened: &Opened,
    search: &SavedSearch,
    request: &Request,
    target: &Target,
) -> Result<()> {
    let request = Request { limit: 0, offset: 0, ..request.clone() };
    let hits = reindex::ask(context, opened, |opened| index::hits(&opened.folder.index(), &request))?;
    let found = hits.page(&request)?;
    let mut refused = 0u64;
    hits.each(|hit| {
        refused += u64::from(!hit.may.quote);
        ControlFlow::Continue(())
    })?;
    let about = About::new(context, opened, search, &found, refused)?;
    let exporting = Exporting { context, opened, hits: &hits, about: &about };
    match &target.file {
        None => exporting.write(target.form, &mut BufWriter::new(std::io::stdout().lock()))?,
        Some(file) => {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let failed = || format!("{}: it can't be written; check the folder, space and permissions", file.display());
            let mut partial = tempfile::NamedTempFile::new_in(folder).with_context(failed)?;
            exporting.write(target.form, &mut BufWriter::new(&mut partial)).with_context(failed)?;
            partial.persist(file).with_context(failed)?;
            let args = [("n", found.distinct.into()), ("file", shown(file).into())];
            tell(&context.say_with("out-written", &args));
        }
    }
    for note in &found.notes {
        tell(&note.say(context.locale));
    }
    tell(&about.refused_words);
    Ok(())
}

struct Exporting<'e> {
    context: &'e Context,
    opened: &'e Opened,
    hits: &'e Hits,
    about: &'e About,
}

/// UTF-16 units of a cell of a workbook (Excel's own limit).
const MOST_OF_CELL: usize = 32_767;

/// What leaves of a hit.
struct Row {
    hit: Hit,
    /// The words, redacted, or why they are not there.
    text: String,
    /// What was taken out of the words, once for each place.
    redactions: Vec<RedactionKind>,
    kind: String,
    stance: String,
    themes: Vec<String>,
    /// The file that it came from, unless that could name somebody.
    file: String,
}

/// Files that hold answers of several people, whose names say nothing of one.
const OF_MANY: [&str; 9] = ["csv", "tsv", "xlsx", "xls", "xlsb", "ods", "json", "jsonl", "mbox"];

impl Exporting<'_> {
    fn row(&self, hit: Hit) -> Row {
        let context = self.context;
        let locale = context.locale;
        let words = if hit.language == Language::Cy { Locale::Cy } else { Locale::En };
        let (text, redactions) = if hit.may.quote {
            (redacted(&hit.text, words), redact(&hit.text).into_iter().map(|one| one.kind).collect())
        } else {
            (context.say("out-not-quoted"), Vec::new())
        };
        let kind = self.opened.settings.consultation.respondent_type(&hit.kind);
        let frame = &self.opened.frame;
        let is_working =
            |code: &String| frame.line(code).any(|code| frame.theme(code).is_some_and(|theme| theme.working));
        let extension = hit.source.file.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
        let is_of_many = hit.event || extension.is_some_and(|extension| OF_MANY.contains(&extension.as_str()));
        let file = match hit.source.file.as_str() {
            file if hit.may.name || is_of_many => file.to_owned(),
            _ => context.say("out-file-withheld"),
        };
        Row {
            text,
            redactions,
            kind: kind.map(|kind| kind.label.get(locale).to_owned()).unwrap_or_default(),
            stance: hit.stance.map(|stance| context.say(&format!("stance-{}", stance.as_str()))).unwrap_or_default(),
            // Working codes are ours: a concern is no label to send with somebody's words.
            themes: hit.themes.iter().filter(|code| !is_working(code)).cloned().collect(),
            file,
            hit,
        }
    }

    /// Calls `put` with each row, until it fails.
    fn rows(&self, mut put: impl FnMut(Row) -> Result<()>) -> Result<()> {
        let mut failed = None;
        self.hits.each(|hit| match put(self.row(hit)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        })?;
        failed.map_or(Ok(()), Err)
    }

    fn write(&self, form: Form, out: &mut dyn Write) -> Result<()> {
        match form {
            Form::Csv => self.csv(&mut *out)?,
            Form::JsonLines => self.json_lines(&mut *out)?,
            Form::Xlsx => out.write_all(&self.xlsx()?)?,
            Form::Docx => out.write_all(&self.docx()?)?,
        }
        Ok(out.flush()?)
    }

    fn header(&self) -> Vec<String> {
        COLUMNS.iter().map(|column| self.context.say(&format!("out-column-{column}"))).collect()
    }

    fn cells(&self, row: &Row) -> Vec<String> {
        let hit = &row.hit;
        let yes = |yes: bool| self.context.say(if yes { "out-yes" } else { "out-no" });
        let quote = match hit.may.why {
            None => yes(true),
            Some(why) => self.context.say(&format!("search-why-{}", why.as_str().replace('_', "-"))),
        };
        vec![
            hit.response.clone(),
            hit.question.clone(),
            row.kind.clone(),
            hit.organisation.clone(),
            self.opened.settings.consultation.area(&hit.area, self.context.locale).to_owned(),
            hit.channel.clone(),
            hit.received.clone(),
            self.context.say(&format!("language-{}", hit.language.as_str())),
            row.stance.clone(),
            row.themes.join(" "),
            row.text.clone(),
            self.taken_out(row),
            hit.campaign.map(|campaign| campaign.to_string()).unwrap_or_default(),
            hit.copies.to_string(),
            quote,
            yes(hit.may.name),
            yes(hit.may.publish),
            row.file.clone(),
            hit.source.place.clone(),
        ]
    }

    /// Kinds of details that were taken out, each once, in words.
    fn taken_out(&self, row: &Row) -> String {
        let kinds: BTreeSet<RedactionKind> = row.redactions.iter().copied().collect();
        let name = |kind: RedactionKind| kind.placeholder(self.context.locale).trim_matches(['[', ']']).to_owned();
        kinds.into_iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// A table with a header and nothing else, so that any program reads it; what there is to say stands in its last columns.
    fn csv(&self, out: &mut dyn Write) -> Result<()> {
        // Without the mark Excel takes `ŵ` for two signs.
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer = csv::Writer::from_writer(out);
        let more = ["search", "state", "refused"].map(|column| self.context.say(&format!("out-column-{column}")));
        writer.write_record(self.header().into_iter().chain(more))?;
        let about = [self.about.search.clone(), self.about.state.clone(), self.about.refused.to_string()];
        self.rows(|row| {
            let cells = self.cells(&row).into_iter().chain(about.clone());
            Ok(writer.write_record(cells.map(|cell| crate::cli::export::safe(&cell)))?)
        })?;
        Ok(writer.flush()?)
    }

    /// One line on the whole, then one for each hit.
    fn json_lines(&self, out: &mut dyn Write) -> Result<()> {
        let about = self.about;
        let (total, responses, distinct) = about.found;
        let first = json!({ "about": {
            "search": about.search, "state": about.state, "made": about.made, "total": total, "responses": responses,
            "hits": distinct, "refused": about.refused, "rule": about.rule, "invented": about.invented,
        }});
        writeln!(out, "{first}")?;
        self.rows(|row| {
            let hit = &row.hit;
            let line = json!({
                "response": hit.response, "question": hit.question, "type": hit.kind, "organisation": hit.organisation,
                "area": hit.area, "channel": hit.channel, "received": hit.received, "language": hit.language,
                "stance": hit.stance, "themes": row.themes, "text": row.text, "refused": !hit.may.quote,
                "redactions": row.redactions, "campaign": hit.campaign, "copies": hit.copies, "may": hit.may,
                "source": { "file": row.file, "place": hit.source.place },
            });
            Ok(writeln!(out, "{line}")?)
        })
    }

    fn xlsx(&self) -> Result<Vec<u8>> {
        let mut rows = Vec::new();
        self.rows(|row| {
            let mut cells = self.cells(&row);
            for cell in &mut cells {
                self.fit(cell, &row.hit.response);
            }
            rows.push(cells);
            Ok(())
        })?;
        let title = self.opened.settings.consultation.title.get(self.context.locale);
        let notes = self.about.notes(self.context, title).into_iter().map(|(label, text)| vec![label, text]);
        let results = Sheet { name: self.context.say("out-results"), header: self.header(), rows };
        let header = vec![self.context.say("out-notes"), String::new()];
        let notes = Sheet { name: self.context.say("out-notes"), header, rows: notes.collect() };
        xlsx(&[results, notes]).map_err(|error| anyhow!(error))
    }

    /// Cuts what is longer than a cell holds, and says so where it is cut.
    fn fit(&self, cell: &mut String, response: &str) {
        if cell.encode_utf16().count() <= MOST_OF_CELL {
            return;
        }
        let mark = self.context.say_with("out-cut", &[("response", response.into())]);
        let room = MOST_OF_CELL - mark.encode_utf16().count().min(MOST_OF_CELL);
        let mut used = 0;
        let end = cell.char_indices().find(|(_, c)| {
            used += c.len_utf16();
            used > room
        });
        cell.truncate(end.map_or(cell.len(), |(at, _)| at));
        cell.push_str(&mark);
    }

    fn docx(&self) -> Result<Vec<u8>> {
        let context = self.context;
        let title = self.opened.settings.consultation.title.get(context.locale);
        let mut blocks = Vec::new();
        for (label, text) in self.about.notes(context, title) {
            blocks.push(Block::Paragraph(vec![Run::new(format!("{label}: ")).bold(), Run::new(text)]));
        }
        blocks.push(Block::Heading(1, vec![Run::new(context.say("out-results"))]));
        let mut grid = Grid {
            about: context.say("out-results"),
            header: ["response", "who", "text", "use", "source"]
                .map(|column| context.say(&format!("out-column-{column}")))
                .to_vec(),
            widths: vec![10, 18, 44, 16, 12],
            rows: Vec::new(),
        };
        self.rows(|row| {
            grid.rows.push(self.in_words(&row));
            Ok(())
        })?;
        blocks.push(Block::Table(grid));
        let title = format!("{}: {}", context.say("out-title"), self.about.search);
        let made = self.about.made.clone();
        Ok(docx(&Docx { title, locale: context.locale, made, wide: true, blocks })?)
    }

    fn in_words(&self, row: &Row) -> Vec<Vec<Run>> {
        let hit = &row.hit;
        let consultation = &self.opened.settings.consultation;
        let area = consultation.area(&hit.area, self.context.locale);
        let lines =
            |parts: &[&str]| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        let themes = row.themes.join(" ");
        let copies = match hit.campaign {
            Some(campaign) if hit.copies > 1 => {
                let args = [("n", hit.copies.into()), ("campaign", u64::from(campaign).into())];
                self.context.say_with("search-copies", &args)
            }
            _ => String::new(),
        };
        let words = match hit.language {
            Language::Cy if hit.may.quote => Run::within(&row.text, Locale::Cy),
            Language::En if hit.may.quote => Run::within(&row.text, Locale::En),
            _ => Run::new(&row.text),
        };
        let who = lines(&[&row.kind, &hit.organisation, area, &row.stance, &themes, &copies]);
        vec![
            vec![Run::new(format!("{}\n{}", hit.response, hit.question))],
            vec![Run::new(who)],
            vec![words],
            vec![Run::new(may(self.context, hit.may).join("\n"))],
            vec![Run::new(lines(&[&row.file, &hit.source.place]))],
        ]
    }
}

/// The columns of a table, by the ends of their messages' names.
const COLUMNS: [&str; 19] = [
    "response",
    "question",
    "type",
    "organisation",
    "area",
    "channel",
    "received",
    "language",
    "stance",
    "themes",
    "text",
    "redacted",
    "campaign",
    "copies",
    "quote",
    "name",
    "publish",
    "file",
    "place",
];
