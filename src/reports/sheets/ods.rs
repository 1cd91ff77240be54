//! ODS, the open format of spreadsheets (OpenDocument 1.3), by hand: four small parts in a zip.

use std::io::{Cursor, Write as _};

use super::{Sheet, SheetError, escaped, legal, part, push_escaped};

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
"#;

/// Cells are of the text kind, so that what is typed into them later is not run either.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"><office:automatic-styles><number:text-style style:name="N1"><number:text-content/></number:text-style><style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="6cm"/></style:style><style:style style:name="cell" style:family="table-cell" style:data-style-name="N1"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style><style:style style:name="head" style:family="table-cell" style:data-style-name="N1"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"#;

const FOOT: &str = "</office:spreadsheet></office:body></office:document-content>\n";

/// The sheets as bytes.
///
/// # Errors
/// When the zip cannot be written.
pub fn ods(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    let mut content = HEAD.to_owned();
    for sheet in sheets {
        let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.header.len()).max(1);
        content.push_str(&format!(
            "<table:table table:name=\"{}\"><table:table-column table:style-name=\"co1\" table:number-columns-repeated=\"{columns}\" table:default-cell-style-name=\"cell\"/>",
            attribute(&sheet.name)
        ));
        content.push_str("<table:table-header-rows>");
        row(&mut content, &sheet.header, "head");
        content.push_str("</table:table-header-rows>");
        sheet.rows.iter().for_each(|cells| row(&mut content, cells, "cell"));
        content.push_str("</table:table>");
    }
    content.push_str(FOOT);
    zipped(&content).map_err(|error| SheetError::Failed(error.to_string()))
}

fn zipped(content: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // The kind of the file stands first and uncompressed, where other programs look for it.
    zip.start_file("mimetype", part().compression_method(zip::CompressionMethod::Stored))?;
    zip.write_all(MIME.as_bytes())?;
    zip.start_file("META-INF/manifest.xml", part())?;
    zip.write_all(MANIFEST.as_bytes())?;
    zip.start_file("content.xml", part())?;
    zip.write_all(content.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

fn row(out: &mut String, cells: &[String], style: &str) {
    out.push_str("<table:table-row>");
    for cell in cells {
        if cell.is_empty() {
            out.push_str(&format!("<table:table-cell table:style-name=\"{style}\"/>"));
            continue;
        }
        out.push_str(&format!("<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\">"));
        for line in cell.split('\n') {
            out.push_str("<text:p>");
            paragraph(out, line);
            out.push_str("</text:p>");
        }
        out.push_str("</table:table-cell>");
    }
    out.push_str("</table:table-row>");
}

/// A line of a cell. Spaces at its ends and beside each other are written out, for XML makes one of them.
fn paragraph(out: &mut String, line: &str) {
    let chars: Vec<char> = legal(line).filter(|c| *c != '\r').collect();
    for (at, c) in chars.iter().enumerate() {
        let beside = at == 0 || at + 1 == chars.len() || chars[at - 1] == ' ';
        match c {
            ' ' if beside => out.push_str("<text:s/>"),
            '\t' => out.push_str("<text:tab/>"),
            c => push_escaped(out, *c),
        }
    }
}

fn attribute(text: &str) -> String {
    let name = escaped(&text.replace(['\n', '\r', '\t'], " "));
    if name.is_empty() { "Sheet1".to_owned() } else { name }
}
