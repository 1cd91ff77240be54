use super::super::story::check;
use super::*;

fn page(html: &str) -> Document {
    let document = read(html.as_bytes()).unwrap();
    check(&document);
    document
}

fn blocks(document: &Document) -> Vec<(Kind, &str, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.words(block), block.place.as_str())).collect()
}

fn words(html: &str) -> String {
    page(html).text
}

fn cell(table: u32, row: u32, column: u32) -> Kind {
    Kind::Cell { table, row, column }
}

#[test]
fn a_page_is_read_as_headings_paragraphs_items_and_cells() {
    let document = page(
        "<html><head><title> Ymateb  Cyngor </title><style>p{}</style></head><body><nav><table><tr><td>menu</table></nav><script>x</script>
         <h1>Cwestiwn <b>1</b></h1><p>Mae'r\n  t&#375; yn&nbsp;ddrud. 🙂<br> Ydy. <br><br>Nesaf</p><p>&nbsp;</p>
         <ol start=3><li>tri<li><p>pedwar</p><p>eto</p></ol><ul><li>dot</ul>
         <table><tr><th rowspan=2>a<th colspan=2>b<th>c</tr><tr><td>d<td><p>e</p>f<td>g</table><pre>x\n  y</pre>",
    );
    assert_eq!(
        blocks(&document),
        [
            (Kind::Heading, "Ymateb Cyngor", "title"),
            (Kind::Heading, "Cwestiwn 1", "paragraph 1"),
            (Kind::Paragraph, "Mae'r tŷ yn\u{a0}ddrud. 🙂\nYdy.", "paragraph 2"),
            (Kind::Paragraph, "Nesaf", "paragraph 3"),
            (Kind::Paragraph, "3. tri", "paragraph 4"),
            (Kind::Paragraph, "4. pedwar", "paragraph 5"),
            (Kind::Paragraph, "eto", "paragraph 6"),
            (Kind::Paragraph, "dot", "paragraph 7"),
            (cell(0, 0, 0), "a", "table 1, row 1"),
            (cell(0, 0, 1), "b", "table 1, row 1"),
            (cell(0, 0, 3), "c", "table 1, row 1"),
            (cell(0, 1, 1), "d", "table 1, row 2"),
            (cell(0, 1, 2), "e\nf", "table 1, row 2"),
            (cell(0, 1, 3), "g", "table 1, row 2"),
            (Kind::Paragraph, "x\n  y", "paragraph 8"),
        ]
    );
}

#[test]
fn earlier_messages_and_signatures_stand_apart_however_a_program_marks_them() {
    for quote in [
        "<blockquote type=cite>old</blockquote>",
        "<div class='gmail_quote'><div class=gmail_attr>old</div></div>",
        "<div id=divRplyFwdMsg>old</div>",
        "<div id=x_appendonsend></div><hr><div>old</div>",
        "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b>&nbsp;A</p></div></div><p>old</p>",
        "<div class=moz-cite-prefix>old</div>",
    ] {
        let document = page(&format!("<body><div>own <b>ŵ</b></div>{quote}</body>"));
        let kinds: Vec<Kind> = document.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[0], Kind::Paragraph, "{quote}");
        assert!(kinds.len() > 1 && kinds[1..].iter().all(|kind| *kind == Kind::Quoted), "{quote}");
    }
    let after = page(
        "<div><div id=divRplyFwdMsg>old</div></div><p>below</p><div class=gmail_signature>Nia</div><footer>f</footer>",
    );
    let kinds: Vec<Kind> = after.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Kind::Quoted, Kind::Paragraph, Kind::Signature, Kind::Signature]);
    // A line of the same colour above something else begins no message.
    let line = page("<div style='border-top:solid #E1E1E1 1pt'>Our answer</div>");
    assert_eq!(line.blocks[0].kind, Kind::Paragraph);
}

#[test]
fn tables_that_lay_out_a_page_are_no_tables() {
    let document = page(
        "<table><tr><td><table><tr><td><h2>Pennawd</h2><p>one</p></table></td></tr><tr><td><table><tr><td>a<td>b</table></table>
         <table role=presentation><tr><td>x<td>y</table>",
    );
    assert_eq!(
        blocks(&document),
        [
            (Kind::Heading, "Pennawd", "paragraph 1"),
            (Kind::Paragraph, "one", "paragraph 2"),
            (cell(0, 0, 0), "a", "table 1, row 1"),
            (cell(0, 0, 1), "b", "table 1, row 1"),
            (Kind::Paragraph, "x", "paragraph 3"),
            (Kind::Paragraph, "y", "paragraph 4"),
        ]
    );
}

#[test]
fn what_word_saves_as_a_page_reads_as_it_looks() {
    assert_eq!(
        words(
            "<html xmlns:o='x'><head><!--[if gte mso 9]><xml>n</xml><![endif]--></head><body lang=CY><div class=WordSection1>
             <p class=MsoListParagraph style='margin-left:1cm'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Elw<o:p></o:p></p>
             <p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol;mso-bidi-font-family:Arial'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>gofal</p>
             <p><span style='font-family:Wingdings'>þ</span> Ydw <span style='mso-fareast-font-family:Wingdings'>x</span> <del>gone</del><ins>kept</ins></p><p><o:p>&nbsp;</o:p></p></div></body></html>"
        ),
        "1. Elw\n\ngofal\n\n☒ Ydw x kept"
    );
}

#[test]
fn the_fields_of_a_form_say_what_is_filled_in() {
    assert_eq!(
        words(
            "<form><label><input type=checkbox checked>Ydw</label><br><input type=radio> Nac ydw<p>Enw <input value='Siân'></p>
             <textarea>Rhy\n  ddrud</textarea><select><option>Choose<option selected>Unigolyn</select><button>Send</button><input type=hidden value=x>"
        ),
        "☒ Ydw\n☐ Nac ydw\n\nEnw Siân\n\nRhy\n  ddrud\n\nUnigolyn"
    );
}

#[test]
fn an_excel_page_reads_as_its_table() {
    let document = page(
        "<html xmlns:x='x'><body><table border=0><col width=64><tr height=20><td>Enw</td><td>Ateb</td></tr><tr><td></td><td x:num>12</td></tr></table></body></html>",
    );
    assert_eq!(
        blocks(&document),
        [
            (cell(0, 0, 0), "Enw", "table 1, row 1"),
            (cell(0, 0, 1), "Ateb", "table 1, row 1"),
            (cell(0, 1, 1), "12", "table 1, row 2"),
        ]
    );
}

#[test]
fn what_is_no_page_or_has_no_words_is_told() {
    assert!(read(b"").is_err() && read(b"%PDF-1.7").is_err() && read(b"MIME-Version: 1.0\r\n").is_err());
    assert!(page("<html></html>").blocks.is_empty());
    assert_eq!(page("<img src=cid:1>").pictures, ["paragraph 1"]);
    assert!(page("<frameset><frame src=a></frameset>").remarks[0].1.contains("other files"));
    assert_eq!(words("just words ŷ"), "just words ŷ");
}

#[test]
fn pages_that_nest_without_end_are_read() {
    for tag in ["div", "b", "table", "blockquote type=cite", "ol", "span"] {
        let html = format!("{}end", format!("<{tag}>").repeat(100_000));
        assert!(words(&html).contains("end"), "{tag}");
    }
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(document) = read(&bytes) {
                check(&document);
            }
        }

        #[test]
        fn any_elements_give_blocks_in_order(
            parts in prop::collection::vec(prop::sample::select(vec![
                "<table>", "</table>", "<tr>", "<td rowspan=0 colspan=99999999>", "<td rowspan=9>", "<th>", "<ol start=-9 type=a>", "<li value=99999999999>", "</ol>",
                "<p>", "</p>", "<br>", "<h2>", "</h2>", "<div id=divRplyFwdMsg>", "</div>", "<pre>", "</pre>", "<nav>", "</nav>", "<select>", "<option selected>",
                "<span style='mso-list:Ignore'>", "</span>", "<font face=Wingdings>", "</font>", "<blockquote type=cite>", "</blockquote>", "ŵ 🙂", " x ", "1.", "&nbsp;",
                "<div style='border-top:solid #E1E1E1'>", "<template>", "<svg><title>", "<math>", "<input type=radio>", "<title>t</title>", "<frameset>", "<body>", "<!--", "<del>",
            ]), 0..80),
        ) {
            page(&format!("<!DOCTYPE html>{}", parts.concat()));
        }
    }
}
