use super::super::package::tests::zipped;
use super::super::story::check;
use super::*;

fn content(styles: &str, body: &str) -> String {
    format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

fn odt(styles: &str, body: &str) -> Document {
    let document = read(&zipped(&[("content.xml", &content(styles, body))])).unwrap();
    check(&document);
    document
}

/// The words of a body of which nothing else matters.
fn words(body: &str) -> String {
    odt("", body).text
}

fn blocks(document: &Document) -> Vec<(Kind, &str, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.words(block), block.place.as_str())).collect()
}

fn cell(table: u32, row: u32, column: u32) -> Kind {
    Kind::Cell { table, row, column }
}

#[test]
fn a_form_is_read_heading_by_heading_and_cell_by_cell() {
    let document = odt(
        "",
        "<text:h text:outline-level='1'>Cwestiwn 1</text:h><text:p>Mae'r <text:span>tŷ</text:span>
           yn<text:s text:c='2'/>ddrud.<text:tab/>🙂<text:line-break/>Ydy.</text:p><text:p/>
         <table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Enw</text:p><text:p>llawn</text:p></table:table-cell>
         <table:covered-table-cell/><table:table-cell><text:p>Nia</text:p></table:table-cell></table:table-row></table:table-header-rows>
         <table:table-row><table:table-cell><text:p>o</text:p><table:table><table:table-row><table:table-cell><text:p>i</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>",
    );
    assert_eq!(
        blocks(&document),
        [
            (Kind::Heading, "Cwestiwn 1", "paragraph 1"),
            (Kind::Paragraph, "Mae'r tŷ yn  ddrud.\t🙂\nYdy.", "paragraph 2"),
            (cell(0, 0, 0), "Enw\nllawn", "table 1, row 1"),
            (cell(0, 0, 2), "Nia", "table 1, row 1"),
            (cell(0, 1, 0), "o", "table 1, row 2"),
            (cell(1, 0, 0), "i", "table 2, row 1"),
        ]
    );
    assert!(document.remarks.is_empty(), "{:?}", document.remarks);
}

#[test]
fn numbers_of_lists_and_headings_are_counted() {
    let styles = "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>
        <text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/></text:list-style>
        <text:list-style style:name='L2'><text:list-level-style-bullet text:level='1'/></text:list-style>
        <text:outline-style><text:outline-level-style text:level='1' style:num-format='1' style:num-prefix='Cwestiwn '/>
        <text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style>";
    let item = |inside: &str| format!("<text:list-item>{inside}</text:list-item>");
    let p = |words: &str| format!("<text:p>{words}</text:p>");
    let body = format!(
        "<text:h text:outline-level='1'>Elw</text:h><text:h text:outline-level='2'>Ŵ</text:h><text:list text:style-name='L1'>{}{}</text:list>
         <text:list text:style-name='L1' text:continue-numbering='true'>{}</text:list><text:list text:style-name='L1'>{}</text:list><text:list text:style-name='L2'>{}</text:list>",
        item(&(p("a") + &p("same item") + "<text:list>" + &item(&p("deep")) + "</text:list>")),
        item(&p("b")),
        item(&p("c")),
        item(&p("anew")),
        item(&p("dot")),
    );
    assert_eq!(
        odt(styles, &body).text.replace("\n\n", "|"),
        "Cwestiwn 1 Elw|1.1 Ŵ|1. a|same item|a) deep|2. b|3. c|1. anew|dot"
    );
}

#[test]
fn deleted_and_hidden_words_are_left_out() {
    let styles = "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>
        <style:style style:name='P1' style:parent-style-name='Title'/>";
    let document = odt(
        styles,
        "<text:tracked-changes><text:changed-region xml:id='1'><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
         <text:p text:style-name='P1'>Teitl</text:p><text:p>kept<text:change text:change-id='1'/><text:span text:style-name='H'> hidden</text:span><text:placeholder>type</text:placeholder></text:p>",
    );
    assert_eq!(document.text, "Teitl\n\nkept");
    assert_eq!(document.blocks[0].kind, Kind::Heading);
    let remarks: Vec<&str> = document.remarks.iter().map(|(_, reason)| &reason[..19]).collect();
    assert_eq!(remarks, ["it holds tracked ch", "it holds hidden tex"]);
}

#[test]
fn notes_comments_and_headers_stand_behind_the_body() {
    let text = content(
        "",
        "<text:p>body<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>nodyn</text:p></text:note-body></text:note>
         <office:annotation><dc:creator>A</dc:creator><dc:date>2022</dc:date><text:p>sylw</text:p></office:annotation> on
         <draw:frame svg:width='2cm' svg:height='1cm'><svg:title>x</svg:title><draw:text-box><text:p>blwch</text:p></draw:text-box></draw:frame></text:p>",
    );
    let styles = "<s><office:master-styles><style:master-page><style:header><text:p>Cyngor 🙂</text:p></style:header><style:header-left><text:p>Cyngor 🙂</text:p></style:header-left></style:master-page></office:master-styles></s>";
    let document = read(&zipped(&[("content.xml", &text), ("styles.xml", styles)])).unwrap();
    check(&document);
    assert_eq!(
        blocks(&document),
        [
            (Kind::Paragraph, "body on", "paragraph 1"),
            (Kind::Paragraph, "blwch", "paragraph 2"),
            (Kind::Paragraph, "nodyn", "footnote 1"),
            (Kind::Paragraph, "sylw", "comment 1"),
            (Kind::Signature, "Cyngor 🙂", "page header"),
        ]
    );
}

#[test]
fn the_fields_of_a_form_say_what_they_show() {
    let body = "<office:forms><form:form><form:checkbox form:id='c1' form:label='Ydw' form:current-state='checked'/><form:textarea form:id='c2' form:current-value='Rhy ddrud ŵ'/>
        <form:listbox form:id='c3'><form:option form:label='A'/><form:option form:label='B' form:current-selected='true'/></form:listbox></form:form></office:forms>
        <text:p><draw:control draw:control='c1'/></text:p><text:p><draw:control draw:control='c2'/></text:p><text:p><draw:control draw:control='c3'/></text:p>
        <text:p><field:fieldmark field:type='vnd.oasis.opendocument.field.FORMCHECKBOX'><field:param field:name='Checkbox_Checked' field:value='true'/></field:fieldmark>Nac ydw</text:p>";
    assert_eq!(words(body), "☒ Ydw\n\nRhy ddrud ŵ\n\nB\n\n☒ Nac ydw");
}

#[test]
fn one_file_of_xml_is_read_too_and_what_is_not_is_told_why() {
    let flat = "<?xml version='1.0'?><office:document><office:body><office:text><text:p>ŷ</text:p></office:text></office:body></office:document>";
    assert_eq!(read(flat.as_bytes()).unwrap().text, "ŷ");
    let reason = |parts: &[(&str, &str)]| read(&zipped(parts)).err().map(|Unreadable(why)| why).unwrap_or_default();
    let manifest =
        "<m:manifest><m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>";
    assert!(reason(&[("META-INF/manifest.xml", manifest), ("content.xml", "?")]).contains("password"));
    assert!(reason(&[("word/document.xml", "")]).contains("Word document"));
    assert!(reason(&[("content.xml", "<a><office:spreadsheet/></a>")]).contains("spreadsheet"));
    assert!(read(b"").is_err());
    let cut = read(&zipped(&[("content.xml", "<a><text:p>ŵ 🙂")])).unwrap();
    assert_eq!(cut.text, "ŵ 🙂");
    assert!(cut.remarks[0].1.contains("ends in the middle"));
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    fn soup() -> impl Strategy<Value = String> {
        let open = prop::sample::select(vec![
            "text:p",
            "text:h text:outline-level='99'",
            "text:list text:style-name='L'",
            "text:list-item",
            "table:table",
            "table:table-row",
            "table:table-cell table:number-columns-repeated='99999999'",
            "draw:text-box",
            "text:note",
            "office:annotation",
            "text:span",
            "text:table-of-content",
            "draw:frame svg:width='1e999cm' svg:height='ŵcm'",
            "text:tracked-changes",
            "office:forms",
        ]);
        let empty = prop::sample::select(vec![
            "<text:s text:c='999999999'/>",
            "<text:tab/>",
            "ŵ 🙂",
            " ",
            "&x;",
            "<draw:image/>",
            "<text:line-break/>",
            "<table:covered-table-cell table:number-columns-repeated='-1'/>",
            "<form:option/>",
            "<draw:control draw:control=''/>",
        ]);
        empty.prop_map(str::to_owned).prop_recursive(8, 128, 8, move |inner| {
            (open.clone(), prop::collection::vec(inner, 0..8)).prop_map(|(tag, inside)| {
                let name = tag.split(' ').next().unwrap_or_default();
                format!("<{tag}>{}</{name}>", inside.concat())
            })
        })
    }

    proptest! {
        #[test]
        fn any_elements_give_blocks_in_order(body in soup()) {
            odt("<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1'/></text:list-style>", &body);
        }

        #[test]
        fn a_damaged_document_never_panics(at in 0usize..1_500, by in 1u8..=255, cut in 0usize..1_500) {
            let mut bytes = zipped(&[("content.xml", &content("", "<text:p>Mae'r pris yn rhy uchel ŵ</text:p>")), ("styles.xml", "<a/>")]);
            let end = bytes.len();
            bytes[at % end] ^= by;
            for bytes in [&bytes[..], &bytes[..cut % end]] {
                if let Ok(document) = read(bytes) {
                    check(&document);
                }
            }
        }

        #[test]
        fn any_text_as_xml_never_panics(text in "[<>/&;a-c:='\" ŵ!\\-\\[\\]?]{0,80}") {
            for bytes in [zipped(&[("content.xml", &text), ("styles.xml", &text)]), text.into_bytes()] {
                if let Ok(document) = read(&bytes) {
                    check(&document);
                }
            }
        }
    }
}
