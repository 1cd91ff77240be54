use super::super::package::tests::zipped;
use super::super::story::check;
use super::*;

const RELATIONS: &str =
    "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='word/document.xml'/></Relationships>";

const PARTS: &str = "<Relationships>
    <Relationship Id='r1' Type='x/styles' Target='styles.xml'/>
    <Relationship Id='r2' Type='x/numbering' Target='numbering.xml'/>
    <Relationship Id='r3' Type='x/footnotes' Target='footnotes.xml'/>
    <Relationship Id='r4' Type='x/comments' Target='comments.xml'/>
    <Relationship Id='r5' Type='x/header' Target='header1.xml'/>
    <Relationship Id='r6' Type='x/header' Target='header2.xml'/>
    <Relationship Id='r7' Type='x/aFChunk' Target='chunk.html'/></Relationships>";

/// A Word document around a body, with other parts.
fn word(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let text = format!("<?xml version='1.0'?><w:document xmlns:w='x'><w:body>{body}</w:body></w:document>");
    let mut parts = vec![("_rels/.rels", RELATIONS), ("word/_rels/document.xml.rels", PARTS)];
    parts.push(("word/document.xml", &text));
    parts.extend_from_slice(others);
    zipped(&parts)
}

/// Kind, words and place of each block.
fn blocks(document: &Document) -> Vec<(Kind, &str, &str)> {
    check(document);
    document.blocks.iter().map(|block| (block.kind, document.words(block), block.place.as_str())).collect()
}

/// The words of a body of which nothing else matters.
fn words(body: &str) -> String {
    let document = read(&word(body, &[])).unwrap();
    check(&document);
    document.text
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

fn cell(table: u32, row: u32, column: u32) -> Kind {
    Kind::Cell { table, row, column }
}

#[test]
fn a_form_is_read_heading_by_heading_and_cell_by_cell() {
    let styles = "<w:styles><w:style w:styleId='Pennawd1'><w:name w:val='heading 1'/></w:style></w:styles>";
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val='Pennawd1'/></w:pPr><w:r><w:t>Cwestiwn 1</w:t></w:r></w:p>{}<w:p/>
         <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}{}</w:tc><w:tc>{}</w:tc></w:tr>
         <w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>{}",
        p("Mae'r tŷ yn ddrud. 🙂"),
        p("Enw"),
        p("Sefydliad"),
        p("Nia"),
        p("outer"),
        p("inner"),
        p("end")
    );
    let document = read(&word(&body, &[("word/styles.xml", styles)])).unwrap();
    assert_eq!(
        blocks(&document),
        [
            (Kind::Heading, "Cwestiwn 1", "paragraph 1"),
            (Kind::Paragraph, "Mae'r tŷ yn ddrud. 🙂", "paragraph 2"),
            (cell(0, 0, 0), "Enw\nSefydliad", "table 1, row 1"),
            (cell(0, 0, 2), "Nia", "table 1, row 1"),
            (cell(0, 1, 1), "outer", "table 1, row 2"),
            (cell(1, 0, 0), "inner", "table 2, row 1"),
            (Kind::Paragraph, "end", "paragraph 3"),
        ]
    );
    assert!(document.remarks.is_empty(), "{:?}", document.remarks);
}

#[test]
fn numbers_that_word_counts_stand_before_their_paragraphs() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId='4'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/><w:pStyle w:val='Sub'/></w:lvl></w:abstractNum>
        <w:num w:numId='2'><w:abstractNumId w:val='4'/></w:num></w:numbering>";
    let styles = "<w:styles><w:style w:styleId='Sub'><w:name w:val='sub'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style></w:styles>";
    let item = |words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let sub = "<w:p><w:pPr><w:pStyle w:val='Sub'/></w:pPr><w:r><w:t>Pontio</w:t></w:r></w:p>";
    let body = format!("{}{sub}{sub}{}{}", item("Elw"), item(""), item("Gofal"));
    let document = read(&word(&body, &[("word/numbering.xml", numbering), ("word/styles.xml", styles)])).unwrap();
    assert_eq!(document.text, "1. Elw\n\n1.1 Pontio\n\n1.2 Pontio\n\n3. Gofal");
}

#[test]
fn deleted_words_are_left_out_and_inserted_ones_kept() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr><w:pPrChange><w:pPr><w:pStyle w:val='Title'/></w:pPr></w:pPrChange></w:pPr>{}
         <w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>{}</w:ins><w:moveFrom>{}</w:moveFrom></w:p><w:p>{}</w:p>",
        run("We agree"),
        run(", ond"),
        run("moved"),
        run(" yn araf.")
    );
    let document = read(&word(&body, &[])).unwrap();
    assert_eq!(document.text, "We agree, ond yn araf.");
    assert!(document.remarks[0].1.starts_with("it holds tracked changes (3)"), "{:?}", document.remarks);
}

#[test]
fn a_tick_is_read_whatever_it_is_made_of() {
    let control = |checked: &str, shown: &str| {
        format!(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{checked}'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    };
    let old = |inside: &str| {
        format!("<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='x'/><w:checkBox>{inside}</w:checkBox></w:ffData></w:fldChar></w:r>
            <w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>")
    };
    let label = |words: &str| format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let sym = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>";
    let typed = "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\u{f06f}</w:t></w:r>";
    let line = |mark: &str, words: &str| format!("<w:p>{mark}{}</w:p>", label(words));
    let body = [
        line(&control("1", "\u{fe}"), "Ydw"),
        line(&control("0", "☐"), " Nac ydw"),
        line(&old("<w:default w:val='0'/><w:checked/>"), "Yes"),
        line(&old("<w:default w:val='0'/>"), "No"),
        line(sym, " Ŵ"),
        line(typed, " 🙂"),
    ]
    .concat();
    assert_eq!(words(&body), "☒ Ydw\n\n☐ Nac ydw\n\n☒ Yes\n\n☐ No\n\n☒ Ŵ\n\n☐ 🙂");
}

#[test]
fn a_drop_down_says_what_it_shows_and_a_placeholder_says_nothing() {
    let list = |result: &str| {
        format!("<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList>{result}<w:default w:val='0'/><w:listEntry w:val='Agree'/><w:listEntry w:val='Anghytuno'/></w:ddList></w:ffData></w:fldChar></w:r>
            <w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")
    };
    let placeholder =
        format!("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", p("Click here"));
    let filled =
        format!("<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", p("Individual"));
    let body = format!("{}{}{placeholder}{filled}", list("<w:result w:val='1'/>"), list(""));
    assert_eq!(words(&body), "Anghytuno\n\nAgree\n\nIndividual");
}

#[test]
fn a_field_shows_its_result_and_never_its_instruction() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let text = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:r><w:instrText>IF </w:instrText></w:r>{}<w:r><w:instrText>REF</w:instrText></w:r>{}{}{}{}{}{}</w:p><w:p>{}{}</w:p>{}",
        field("begin"),
        field("begin"),
        field("separate"),
        text("inner"),
        field("end"),
        field("separate"),
        text("result"),
        field("end"),
        field("begin"),
        text("never ended"),
        p("and on")
    );
    assert_eq!(words(&body), "result\n\nand on");
}

#[test]
fn a_text_box_follows_its_paragraph_and_is_read_once() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", p("Ateb yn y blwch"));
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>
         <mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Cwestiwn 2</w:t></w:r></w:p>
         <w:p><w:r><mc:AlternateContent><mc:Choice Requires='new'><x/></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(words(&body), "Cwestiwn 2\n\nAteb yn y blwch\n\nold");
}

#[test]
fn tabs_breaks_and_hyphens_are_what_a_reader_sees() {
    let body = "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink></w:p>";
    let document = read(&word(body, &[])).unwrap();
    assert_eq!(document.text, "a\tb\nc\u{2011}de link");
    assert_eq!(document.remarks[0].1, "it holds hidden text, which was left out");
}

#[test]
fn notes_comments_and_headers_stand_behind_the_body() {
    let footnotes = format!(
        "<w:footnotes><w:footnote w:type='separator' w:id='0'>{}</w:footnote><w:footnote w:id='1'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote></w:footnotes>",
        p("---"),
        p("first in the file"),
        p("first in the text")
    );
    let comments = format!("<w:comments><w:comment w:id='0' w:author='A'>{}</w:comment></w:comments>", p("Tŷ?"));
    let header = format!("<w:hdr>{}</w:hdr>", p("Cyngor 🙂"));
    let body = format!(
        "<w:p><w:r><w:t>body</w:t><w:footnoteReference w:id='2'/><w:footnoteReference w:id='1'/></w:r></w:p><w:altChunk r:id='r9'/>{}",
        p("end")
    );
    let parts = [
        ("word/footnotes.xml", footnotes.as_str()),
        ("word/comments.xml", &comments),
        ("word/header1.xml", &header),
        ("word/header2.xml", &header),
    ];
    let document = read(&word(&body, &parts)).unwrap();
    assert_eq!(
        blocks(&document),
        [
            (Kind::Paragraph, "body", "paragraph 1"),
            (Kind::Paragraph, "end", "paragraph 2"),
            (Kind::Paragraph, "first in the text", "footnote 1"),
            (Kind::Paragraph, "first in the file", "footnote 2"),
            (Kind::Paragraph, "Tŷ?", "comment 1"),
            (Kind::Signature, "Cyngor 🙂", "page header"),
        ]
    );
    let remarks: Vec<&str> = document.remarks.iter().map(|(_, reason)| reason.as_str()).collect();
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(remarks[0].starts_with("it holds comments in the margin (1)"));
    assert_eq!(document.remarks[1].0, "paragraph 1");
}

#[test]
fn a_table_of_contents_says_nothing_that_a_respondent_thinks() {
    let styles = "<w:styles><w:style w:styleId='TC1'><w:name w:val='toc 1'/></w:style></w:styles>";
    let body = "<w:p><w:pPr><w:pStyle w:val='TC1'/></w:pPr><w:r><w:t>Question 1</w:t><w:tab/><w:t>3</w:t></w:r></w:p>";
    let document = read(&word(body, &[("word/styles.xml", styles)])).unwrap();
    assert_eq!(document.blocks[0].kind, Kind::Signature);
}

#[test]
fn a_scanned_page_is_a_picture_and_a_logo_is_not() {
    let picture = |side: u32| {
        format!("<w:p><w:r><w:drawing><wp:extent cx='{side}' cy='{side}'/><a:blip/></w:drawing></w:r></w:p>")
    };
    let pictures = |body: &str| read(&word(body, &[])).unwrap().pictures;
    assert_eq!(pictures(&format!("{}{}{}", picture(360_000), p("x"), picture(7_000_000))), ["paragraph 2"]);
    assert_eq!(pictures(&picture(360_000)), ["paragraph 1"]);
    assert!(pictures("").is_empty());
}

#[test]
fn what_comes_before_the_damage_is_read() {
    let whole = "<w:document><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ateb</w:t></w:r></w:p><w:p><w:r><w:t>cut ŵ";
    let document = read(&zipped(&[("_rels/.rels", RELATIONS), ("word/document.xml", whole)])).unwrap();
    assert_eq!(document.text, "Ateb\ncut ŵ");
    assert!(document.remarks[0].1.contains("ends in the middle"), "{:?}", document.remarks);
}

#[test]
fn other_files_are_told_what_they_are() {
    let reason = |parts: &[(&str, &str)]| read(&zipped(parts)).err().map(|Unreadable(why)| why).unwrap_or_default();
    assert!(reason(&[("xl/workbook.xml", "")]).contains("spreadsheet"));
    assert!(reason(&[("content.xml", "")]).contains("OpenDocument"));
    assert!(reason(&[("a.txt", "")]).contains("zip of other files"));
    assert!(read(&zipped(&[("word/document.xml", "<w:document/>")])).unwrap().blocks.is_empty());
    assert!(read(b"").is_err());
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    /// Elements that the reader knows, put together anyhow.
    fn soup() -> impl Strategy<Value = String> {
        let open = prop::sample::select(vec![
            "w:p",
            "w:r",
            "w:t",
            "w:tbl",
            "w:tr",
            "w:tc",
            "w:sdt",
            "w:sdtPr",
            "w:sdtContent",
            "w:pPr",
            "w:rPr",
            "w:del",
            "w:txbxContent",
            "mc:AlternateContent",
            "mc:Choice",
            "mc:Fallback",
            "w:footnote w:id='1'",
            "w:numPr",
            "w14:checkbox",
            "w:fldChar w:fldCharType='begin'",
            "w:comment w:id='-1'",
            "w:tcPr",
        ]);
        let empty = prop::sample::select(vec![
            "<w:fldChar w:fldCharType='end'/>",
            "<w:fldChar w:fldCharType='separate'/>",
            "<w:gridSpan w:val='99999999999'/>",
            "<w:br/>",
            "<w:numId w:val='2'/>",
            "<w:ilvl w:val='-7'/>",
            "<w:vanish/>",
            "<w:showingPlcHdr/>",
            "ŵ 🙂",
            " ",
            "&x;",
            "<w:sym w:font='Wingdings' w:char='F0FE'/>",
            "<w:del/>",
            "<a:blip/>",
            "<w:checked/>",
            "<w:outlineLvl w:val='0'/>",
        ]);
        let leaf = empty.prop_map(str::to_owned);
        leaf.prop_recursive(8, 128, 8, move |inner| {
            (open.clone(), prop::collection::vec(inner, 0..8)).prop_map(|(tag, inside)| {
                let name = tag.split(' ').next().unwrap_or_default();
                format!("<{tag}>{}</{name}>", inside.concat())
            })
        })
    }

    proptest! {
        #[test]
        fn any_elements_give_blocks_in_order(body in soup()) {
            check(&read(&word(&body, &[])).unwrap());
        }

        #[test]
        fn a_damaged_document_never_panics(at in 0usize..1_500, by in 1u8..=255, cut in 0usize..1_500) {
            let mut bytes = word(&p("Mae'r pris yn rhy uchel ŵ"), &[("word/header1.xml", &p("x"))]);
            let end = bytes.len();
            bytes[at % end] ^= by;
            for bytes in [&bytes[..], &bytes[..cut % end]] {
                if let Ok(document) = read(bytes) {
                    check(&document);
                }
            }
        }

        #[test]
        fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), zip: bool) {
            let bytes = if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
            prop_assert!(read(&bytes).is_err());
        }

        #[test]
        fn any_text_as_xml_never_panics(text in "[<>/&;a-c:='\" ŵ!\\-\\[\\]?]{0,80}") {
            let bytes = zipped(&[("word/document.xml", &text), ("word/_rels/document.xml.rels", PARTS), ("word/styles.xml", &text), ("word/numbering.xml", &text)]);
            if let Ok(document) = read(&bytes) {
                check(&document);
            }
        }
    }
}
