//! Pictures of text: read by programs for optical character recognition, where they are installed and the settings ask.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::apart::outside::{self, Limits};
use super::documents::pdf::{insert_pages, number_of};
use super::documents::{Document, Kind, Unreadable};
use super::format::Format;

/// Programs that read pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tool {
    tesseract: PathBuf,
    pages: Pages,
}

/// How the pages of a PDF come to it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pages {
    /// By `ocrmypdf`, which straightens and cleans them first.
    Ocrmypdf(PathBuf),
    /// As pictures drawn by `pdftoppm`.
    Drawn(PathBuf),
    /// Not at all: only pictures can be read.
    None,
}

/// The languages of a consultation, as tesseract names them.
pub(crate) const LANGUAGES: [&str; 2] = ["eng", "cym"];

/// Dots an inch at which pages are drawn: what tesseract's documentation asks for.
const DOTS: &str = "300";

/// Minutes in which a whole PDF has to be read. A page gets the usual limit.
const MINUTES: u64 = 60;

/// The programs that are on this machine.
pub(crate) fn available() -> Option<Tool> {
    let tesseract = outside::find("tesseract")?;
    let drawn = || outside::find("pdftoppm").map(Pages::Drawn);
    let pages = outside::find("ocrmypdf").map(Pages::Ocrmypdf).or_else(drawn).unwrap_or(Pages::None);
    Some(Tool { tesseract, pages })
}

/// Reads the pages of a PDF, or a picture: a block for each paragraph, placed `page 3`, and a remark for each page that
/// its words may be wrong. Pages without words stay pictures. `reader` is this very program, which sets the limits.
///
/// # Errors
/// When no page can be read, with the reason.
pub(crate) fn read(
    reader: &Path,
    tool: &Tool,
    path: &Path,
    format: Format,
    languages: &[&str],
) -> Result<Document, Unreadable> {
    let job = Job::new(reader, tool, path, languages)?;
    let pages = match format {
        Format::Image => {
            job.picture(&job.path)?.split('\u{c}').map(str::to_owned).zip(1..).map(|(t, n)| (n, t)).collect()
        }
        Format::Pdf => job.pdf(&[])?,
        other => return Err(Unreadable(format!("it is {}, and OCR reads pictures and PDFs", other.called()))),
    };
    let mut document = Document::default();
    insert_pages(&mut document, job.documents(pages));
    document.remarks.extend(job.remark);
    Ok(document)
}

/// Reads only the pages of a PDF that are pictures, and puts their words in their places.
///
/// # Errors
/// When none can be read, with the reason; the document is as it was then.
pub(crate) fn complete(
    reader: &Path,
    tool: &Tool,
    path: &Path,
    document: &mut Document,
    languages: &[&str],
) -> Result<(), Unreadable> {
    let wanted: Vec<u32> = document.pictures.iter().filter_map(|place| number_of(place)).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let job = Job::new(reader, tool, path, languages)?;
    let mut pages = job.pdf(&wanted)?;
    pages.retain(|number, _| wanted.contains(number));
    document.pictures.retain(|place| number_of(place).is_none_or(|number| !pages.contains_key(&number)));
    insert_pages(document, job.documents(pages));
    document.remarks.extend(job.remark);
    Ok(())
}

/// One file to read.
struct Job<'j> {
    reader: &'j Path,
    tool: &'j Tool,
    path: PathBuf,
    /// As tesseract takes them: `eng+cym`.
    languages: String,
    remark: Option<(String, String)>,
    folder: tempfile::TempDir,
}

impl<'j> Job<'j> {
    fn new(reader: &'j Path, tool: &'j Tool, path: &Path, languages: &[&str]) -> Result<Self, Unreadable> {
        let no_room =
            |error: std::io::Error| Unreadable(format!("a temporary folder for OCR could not be made: {error}"));
        let path = std::path::absolute(path).map_err(no_room)?;
        let installed = installed(reader, tool);
        let (known, missing): (Vec<&str>, Vec<&str>) =
            languages.iter().partition(|language| installed.iter().any(|name| name == *language));
        if known.is_empty() {
            let what = format!(
                "tesseract has no data for {}; install tesseract-ocr-eng and tesseract-ocr-cym",
                languages.join(" or ")
            );
            return Err(Unreadable(what));
        }
        let remark = (!missing.is_empty()).then(|| {
            let what =
                format!("OCR knew nothing of the language {}; install tesseract's data for it", missing.join(", "));
            (String::new(), what)
        });
        let folder = tempfile::tempdir().map_err(no_room)?;
        Ok(Job { reader, tool, path, languages: known.join("+"), remark, folder })
    }

    /// The words of a picture; pages of a TIFF are parted by form feeds.
    fn picture(&self, path: &Path) -> Result<String, Unreadable> {
        let limits = Limits::default();
        let mut command = outside::limited(self.reader, &self.tool.tesseract, &limits);
        // One thread: many are slower on a page, and would share its time.
        command.arg(path).args(["stdout", "-l", &self.languages]).env("OMP_THREAD_LIMIT", "1");
        match outside::output(command, &limits) {
            Ok(words) => Ok(String::from_utf8_lossy(&words).into_owned()),
            Err(ending) => Err(Unreadable(ending.in_words("OCR", "tesseract could not read the picture", &limits))),
        }
    }

    /// The words of pages of a PDF, of all when none is named.
    fn pdf(&self, wanted: &[u32]) -> Result<BTreeMap<u32, String>, Unreadable> {
        match &self.tool.pages {
            Pages::Ocrmypdf(program) => self.by_ocrmypdf(program, wanted),
            Pages::Drawn(program) => self.by_drawing(program, wanted),
            Pages::None => Err(Unreadable("install ocrmypdf, or pdftoppm (poppler), for OCR of a PDF".to_owned())),
        }
    }

    fn by_ocrmypdf(&self, program: &Path, wanted: &[u32]) -> Result<BTreeMap<u32, String>, Unreadable> {
        let limits = Limits { seconds: MINUTES * 60, ..Limits::default() };
        let mut command = outside::limited(self.reader, program, &limits);
        let (words, copy) = (self.folder.path().join("words.txt"), self.folder.path().join("copy.pdf"));
        command.args(["--quiet", "--force-ocr", "--output-type", "pdf", "--optimize", "0", "-l", &self.languages]);
        if !wanted.is_empty() {
            command.arg("--pages").arg(wanted.iter().map(u32::to_string).collect::<Vec<_>>().join(","));
        }
        command.arg("--sidecar").arg(&words).arg(&self.path).arg(&copy).env("HOME", self.folder.path());
        if let Err(ending) = outside::output(command, &limits) {
            return Err(Unreadable(ending.in_words("OCR", "ocrmypdf could not read the PDF", &limits)));
        }
        let words = std::fs::read(&words).map_err(|error| Unreadable(format!("ocrmypdf wrote no words: {error}")))?;
        let words = String::from_utf8_lossy(&words).into_owned();
        Ok((1..).zip(words.split('\u{c}').map(without_note)).collect())
    }

    fn by_drawing(&self, program: &Path, wanted: &[u32]) -> Result<BTreeMap<u32, String>, Unreadable> {
        let since = std::time::Instant::now();
        let mut pages = BTreeMap::new();
        let mut trouble = None;
        let all: Vec<u32> = if wanted.is_empty() { (1..=5000).collect() } else { wanted.to_vec() };
        for page in all {
            if since.elapsed().as_secs() > MINUTES * 60 {
                trouble = Some(Unreadable(format!("OCR took longer than {MINUTES} minutes")));
                break;
            }
            match self.draw(program, page) {
                // Behind the last page nothing is drawn.
                Ok(None) => break,
                Ok(Some(picture)) => match self.picture(&picture) {
                    Ok(words) => drop(pages.insert(page, words)),
                    Err(why) => drop(trouble.get_or_insert(why)),
                },
                Err(why) => drop(trouble.get_or_insert(why)),
            }
        }
        match trouble {
            Some(why) if pages.is_empty() => Err(why),
            _ => Ok(pages),
        }
    }

    /// Draws a page. `None` when there is no such page.
    fn draw(&self, program: &Path, page: u32) -> Result<Option<PathBuf>, Unreadable> {
        let limits = Limits::default();
        let (number, stem) = (page.to_string(), self.folder.path().join("page"));
        let mut command = outside::limited(self.reader, program, &limits);
        command
            .args(["-q", "-r", DOTS, "-gray", "-singlefile", "-f", &number, "-l", &number])
            .arg(&self.path)
            .arg(&stem);
        let picture = stem.with_extension("pgm");
        // What is there is from the page before; a first drawing finds nothing to remove.
        drop(std::fs::remove_file(&picture));
        match outside::output(command, &limits) {
            Ok(_) if picture.is_file() => Ok(Some(picture)),
            Ok(_) | Err(outside::Ending::Failed) => Ok(None),
            Err(ending) => {
                Err(Unreadable(ending.in_words("drawing its pages", "pdftoppm could not draw the PDF", &limits)))
            }
        }
    }

    /// Pages as documents. One without words is still a picture.
    fn documents(&self, pages: BTreeMap<u32, String>) -> BTreeMap<u32, Document> {
        let last = pages.iter().rfind(|(_, words)| !words.trim().is_empty()).map_or(1, |(number, _)| *number);
        let one = |(number, words): (u32, String)| {
            let place = format!("page {number}");
            let mut document = Document::default();
            for paragraph in words.replace("\r\n", "\n").split("\n\n") {
                document.push(Kind::Paragraph, paragraph, place.clone());
            }
            if document.blocks.is_empty() {
                document.pictures.push(place);
            } else {
                let what = format!("the words of {place} were read by OCR and may be wrong");
                document.remarks.push((place, what));
            }
            (number, document)
        };
        // Programs end their last page as they end each, and what follows is no page.
        pages.into_iter().filter(|(number, words)| *number <= last || !words.trim().is_empty()).map(one).collect()
    }
}

/// Languages that tesseract has data for.
fn installed(reader: &Path, tool: &Tool) -> Vec<String> {
    let limits = Limits { seconds: 20, output: 1 << 20, ..Limits::default() };
    let mut command = outside::limited(reader, &tool.tesseract, &limits);
    command.arg("--list-langs");
    let said = outside::output(command, &limits).unwrap_or_default();
    // The first line is a heading, and no name has a space in it.
    String::from_utf8_lossy(&said).lines().map(str::trim).filter(|l| !l.contains(' ')).map(str::to_owned).collect()
}

/// What ocrmypdf says instead of the words of pages that it passed over.
fn without_note(words: &str) -> String {
    if words.trim_start().starts_with("[OCR skipped on page") { String::new() } else { words.to_owned() }
}
