//! DOCX, the format of Word: headings that a screen reader finds, paragraphs whose runs say what language they are in,
//! tables whose header row is one, and the title and language of the whole. No macros, no pictures, no outside links.
//!
//! The few parts that are needed are written by hand (ECMA-376, part 1: Office Open XML), as [`super::sheets::ods`] does.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;

use super::sheets::{escaped, part};
use crate::model::Locale;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Docx {
    /// Its title, as its properties and its first line say it.
    pub title: String,
    /// The language of every run that names none.
    pub locale: Locale,
    /// When it was made, as RFC 3339; left out when it is empty, so that the same document gives the same bytes.
    pub made: String,
    /// Whether the page lies on its side, as wide tables need.
    pub wide: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 1 to 4, below the title.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// An item of a list.
    Item(Vec<Run>),
    /// A table.
    Table(Grid),
}

/// Some words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words; `\n` begins a new line.
    pub text: String,
    /// Their language, where it is not the document's.
    pub locale: Option<Locale>,
    /// Whether they stand out.
    pub bold: bool,
}

impl Run {
    /// Words in the document's language.
    pub fn new(text: impl Into<String>) -> Self {
        Run { text: text.into(), ..Run::default() }
    }

    /// Words in a language of their own.
    pub fn within(text: impl Into<String>, locale: Locale) -> Self {
        Run { text: text.into(), locale: Some(locale), ..Run::default() }
    }

    /// The same words, standing out.
    pub fn bold(self) -> Self {
        Run { bold: true, ..self }
    }
}

/// A table: its header row is repeated on every page and read out with its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What it shows, for whoever cannot see it.
    pub about: String,
    /// What its columns are called.
    pub header: Vec<String>,
    /// How wide the columns are, in shares of the whole.
    pub widths: Vec<u32>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be written: {0}")]
pub struct DocxError(#[source] std::io::Error);

/// Width of the text on A4, upright and on its side, in twentieths of a point: 210 and 297 mm, less 20 mm on each side.
const TEXT_WIDTH: [u32; 2] = [9_638, 14_570];

/// The document as bytes: the same document gives the same bytes.
///
/// # Errors
/// When the zip cannot be written, which in memory it always can.
pub fn docx(document: &Docx) -> Result<Vec<u8>, DocxError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, String); 7] = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core(document)),
        ("word/_rels/document.xml.rels", OF_DOCUMENT.to_owned()),
        ("word/styles.xml", styles(document.locale)),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/document.xml", body(document)),
    ];
    let mut write = || -> std::io::Result<()> {
        for (name, content) in &parts {
            zip.start_file(*name, part()).map_err(std::io::Error::other)?;
            zip.write_all(content.as_bytes())?;
        }
        Ok(())
    };
    write().map_err(DocxError)?;
    let bytes = zip.finish().map_err(|error| DocxError(std::io::Error::other(error)))?;
    Ok(bytes.into_inner())
}

/// Name of a language, as Word has it.
fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en-GB",
        Locale::Cy => "cy-GB",
    }
}

fn body(document: &Docx) -> String {
    let mut out = format!("{HEAD}<w:document {SPACE}><w:body>");
    paragraph(&mut out, "Title", &[Run::new(&document.title)]);
    for block in &document.blocks {
        match block {
            Block::Heading(level, runs) => paragraph(&mut out, &format!("Heading{}", (*level).clamp(1, 4)), runs),
            Block::Paragraph(runs) => paragraph(&mut out, "", runs),
            Block::Item(runs) => paragraph(&mut out, "ListBullet", runs),
            Block::Table(grid) => table(&mut out, grid, TEXT_WIDTH[usize::from(document.wide)]),
        }
    }
    let page = if document.wide {
        r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#
    } else {
        r#"<w:pgSz w:w="11906" w:h="16838"/>"#
    };
    let _ = write!(
        out,
        r#"<w:sectPr>{page}<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    );
    out
}

fn paragraph(out: &mut String, style: &str, runs: &[Run]) {
    out.push_str("<w:p>");
    if !style.is_empty() {
        let _ = write!(out, r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#);
    }
    runs.iter().for_each(|one| run(out, one));
    out.push_str("</w:p>");
}

fn run(out: &mut String, run: &Run) {
    out.push_str("<w:r>");
    if run.bold || run.locale.is_some() {
        out.push_str("<w:rPr>");
        if run.bold {
            out.push_str("<w:b/>");
        }
        if let Some(locale) = run.locale {
            let _ = write!(out, r#"<w:lang w:val="{}"/>"#, tag(locale));
        }
        out.push_str("</w:rPr>");
    }
    for (at, line) in run.text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                out.push_str("<w:tab/>");
            }
            let _ = write!(out, r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(piece.trim_end_matches('\r')));
        }
    }
    out.push_str("</w:r>");
}

fn table(out: &mut String, grid: &Grid, width: u32) {
    let columns = grid.header.len().max(1);
    let shares: Vec<u32> = (0..columns).map(|column| grid.widths.get(column).copied().unwrap_or(1).max(1)).collect();
    let whole: u32 = shares.iter().sum();
    let widths: Vec<u32> = shares.iter().map(|share| width * share / whole).collect();
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{}"/></w:tblPr><w:tblGrid>"#,
        escaped(&grid.about)
    );
    widths.iter().for_each(|width| {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    });
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (name, width) in grid.header.iter().zip(&widths) {
        cell(out, *width, &[Run::new(name).bold()]);
    }
    out.push_str("</w:tr>");
    let nothing = Vec::new();
    for row in &grid.rows {
        out.push_str("<w:tr>");
        // A row has a cell for every column, and no more: Word mends nothing.
        for (column, width) in widths.iter().enumerate() {
            cell(out, *width, row.get(column).unwrap_or(&nothing));
        }
        out.push_str("</w:tr>");
    }
    // Word wants a paragraph behind a table.
    out.push_str("</w:tbl><w:p/>");
}

fn cell(out: &mut String, width: u32, runs: &[Run]) {
    let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#);
    paragraph(out, "", runs);
    out.push_str("</w:tc>");
}

fn core(document: &Docx) -> String {
    let mut out = format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>Ymateb</dc:creator><dc:language>{}</dc:language>"#,
        escaped(&document.title),
        tag(document.locale)
    );
    if !document.made.is_empty() {
        let made = escaped(&document.made);
        let _ = write!(out, r#"<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>"#);
    }
    out.push_str("</cp:coreProperties>");
    out
}

fn styles(locale: Locale) -> String {
    let mut out = format!(
        r#"{HEAD}<w:styles {SPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{}" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
        tag(locale)
    );
    let mut heading = |id: &str, name: &str, size: u32, level: Option<u8>| {
        let level = level.map(|level| format!(r#"<w:outlineLvl w:val="{level}"/>"#)).unwrap_or_default();
        let _ = write!(
            out,
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>{level}</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#
        );
    };
    heading("Title", "Title", 44, None);
    heading("Heading1", "heading 1", 36, Some(0));
    heading("Heading2", "heading 2", 30, Some(1));
    heading("Heading3", "heading 3", 26, Some(2));
    heading("Heading4", "heading 4", 24, Some(3));
    out.push_str(
        r#"<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:rPr><w:sz w:val="20"/></w:rPr><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style></w:styles>"#,
    );
    out
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const SPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

const OF_DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"#;

const NUMBERING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
