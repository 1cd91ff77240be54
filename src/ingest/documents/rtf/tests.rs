use super::super::story::check;
use super::*;

const HEAD: &str = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fcharset238{\\*\\panose 020}Arial CE;}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset128 MS Mincho;}}\
    {\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 Pennawd;}{\\s2 heading 2;}{\\*\\cs10 Default;}}{\\info{\\author Nobody}}\r\n";

fn rtf(body: &str) -> Document {
    let document = read(format!("{HEAD}{body}}}").as_bytes()).unwrap();
    check(&document);
    document
}

fn words(body: &str) -> String {
    rtf(body).text
}

fn blocks(document: &Document) -> Vec<(Kind, &str, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.words(block), block.place.as_str())).collect()
}

fn cell(table: u32, row: u32, column: u32) -> Kind {
    Kind::Cell { table, row, column }
}

#[test]
fn welsh_letters_and_emoji_are_read_and_their_stand_ins_are_not() {
    assert_eq!(words("Mae'r t\\u375?n \\u373\\'77yn {\\uc2 \\u373 ab}{\\uc0\\u375}"), "Mae'r tŷn ŵyn ŵŷ");
    assert_eq!(words("\\u-10179?\\u-8638? \\u128578? \\u55357?\\u56898?"), "🙂 🙂 🙂");
    assert_eq!(words("\\u8211\\endash -\\u373{?}\\u-10179?x"), "–-ŵ?\u{fffd}x");
    assert_eq!(words("\\u373\\par next"), "ŵ\n\nnext");
}

#[test]
fn bytes_are_letters_of_the_file_and_of_its_fonts() {
    assert_eq!(words("caf\\'e9 {\\f1\\'b9} {\\f2\\'fe\\'a8} {\\f3\\'82\\'a0\\'83A} \\'99"), "café ą ☒☐ あア ™");
    let celtic = read(b"{\\rtf1\\ansi\\ansicpg28604 t\\'fe \\'f0}").unwrap();
    assert_eq!(celtic.text, "tŷ ŵ");
    let unknown = read(b"{\\rtf1\\ansi\\ansicpg850 a}").unwrap();
    assert!(unknown.remarks[0].1.contains("code page 850"));
}

#[test]
fn paragraphs_breaks_and_dashes_are_what_a_reader_sees() {
    assert_eq!(
        words(
            "a\\tab b\\line c\\~d\\_e\\-f\\{\\}\\\\\\emdash\\ldblquote x\\rdblquote\\par{\\v hidden}{\\*\\unknown gone}\r\nb\\\nc"
        ),
        "a\tb\nc\u{a0}d\u{2011}ef{}\\—“x”\n\nb\n\nc"
    );
    assert!(rtf("{\\v hidden}").remarks[0].1.contains("hidden"));
    assert!(rtf("").blocks.is_empty());
}

#[test]
fn a_form_is_read_heading_by_heading_and_cell_by_cell() {
    let document = rtf("\\pard\\s1 Cwestiwn 1\\par\\pard\\s2 Is\\par\\pard Ateb.\\par\
        \\trowd\\cellx1\\cellx2\\pard\\intbl Enw\\par llawn\\cell Nia 🙂\\cell\\row\
        \\pard\\intbl outer\\par\\pard\\intbl\\itap2 in\\nestcell{\\nonesttables\\par}{\\*\\nesttableprops\\trowd\\nestrow}\
        \\pard\\intbl\\itap1 after\\cell\\cell\\row\\pard end");
    assert_eq!(
        blocks(&document),
        [
            (Kind::Heading, "Cwestiwn 1", "paragraph 1"),
            (Kind::Heading, "Is", "paragraph 2"),
            (Kind::Paragraph, "Ateb.", "paragraph 3"),
            (cell(0, 0, 0), "Enw\nllawn", "table 1, row 1"),
            (cell(0, 0, 1), "Nia 🙂", "table 1, row 1"),
            (cell(0, 1, 0), "outer\nafter", "table 1, row 2"),
            (cell(1, 0, 0), "in", "table 2, row 1"),
            (Kind::Paragraph, "end", "paragraph 4"),
        ]
    );
}

#[test]
fn fields_show_results_ticks_and_choices() {
    let tick = |result: u8| {
        format!(
            "{{\\field{{\\*\\fldinst FORMCHECKBOX {{\\*\\formfield{{\\fftype1\\ffres{result}\\ffdefres0{{\\*\\ffname x}}}}}}}}{{\\fldrslt}}}}"
        )
    };
    let list = "{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl Agree}{\\*\\ffl Anghytuno}}}}{\\fldrslt}}";
    let link = "{\\field{\\*\\fldinst HYPERLINK \"http://example.org\"}{\\fldrslt dolen}}";
    assert_eq!(
        words(&format!("{}Ydw\\par {}Nac ydw\\par {list}\\par {link}", tick(1), tick(25))),
        "☒ Ydw\n\n☐ Nac ydw\n\nAnghytuno\n\ndolen"
    );
}

#[test]
fn numbers_of_lists_are_kept_and_bullets_are_not() {
    assert_eq!(words("{\\listtext\\pard 1.\\tab}One\\par{\\pntext\\f2\\'b7\\tab}dot"), "1. One\n\ndot");
}

#[test]
fn deleted_words_are_left_out_and_inserted_ones_kept() {
    let document = rtf("We {\\deleted do not }{\\revised fully }agree{\\deleted\\par} now");
    assert_eq!(document.text, "We fully agree now");
    assert!(document.remarks[0].1.starts_with("it holds tracked changes (3)"));
}

#[test]
fn notes_comments_headers_and_boxes_stand_where_they_belong() {
    let document = rtf("{\\header Cyngor\\par}{\\headerf Cyngor}{\\footer tud. 1}\
        body{\\footnote nodyn}{\\footnote\\ftnalt diwedd}{\\*\\atnid A}{\\*\\atnauthor B}{\\*\\annotation{\\*\\atndate 1}sylw}\
        {\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt blwch\\par}}{\\shprslt again}} on\\par end");
    assert_eq!(
        blocks(&document),
        [
            (Kind::Paragraph, "body on", "paragraph 1"),
            (Kind::Paragraph, "blwch", "paragraph 2"),
            (Kind::Paragraph, "end", "paragraph 3"),
            (Kind::Paragraph, "nodyn", "footnote 1"),
            (Kind::Paragraph, "diwedd", "endnote 1"),
            (Kind::Paragraph, "sylw", "comment 1"),
            (Kind::Signature, "Cyngor", "page header"),
            (Kind::Signature, "tud. 1", "page footer"),
        ]
    );
}

#[test]
fn pictures_and_binary_data_are_no_words() {
    let document = rtf(
        "a{\\pict\\picwgoal9000\\pichgoal9000 ffd8}\\par{\\*\\shppict{\\pict\\picwgoal100\\pichgoal100\\bin4 }}}}}b",
    );
    assert_eq!(document.text, "a\n\nb");
    assert_eq!(document.pictures, ["paragraph 1"]);
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes() {
    let cut = read(b"{\\rtf1 cut {\\b \\u373?").unwrap();
    assert_eq!(cut.text, "cut ŵ");
    assert!(cut.remarks[0].1.contains("ends in the middle"));
    let deep = read(format!("{{\\rtf1 a{}", "{".repeat(100_000)).as_bytes()).unwrap();
    assert!(deep.remarks[0].1.contains("nests"));
    assert!(read(b"").is_err() && read(b"hello").is_err());
    assert_eq!(read(b"{\\rtf1 a}\0 trailing").unwrap().text, "a");
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let whole = [b"{\\rtf1".as_slice(), &bytes].concat();
            check(&read(&whole).unwrap());
            let _ = read(&bytes);
        }

        #[test]
        fn any_words_give_blocks_in_order(
            words in prop::collection::vec(prop::sample::select(vec![
                "{", "}", "\\u373?", "\\u-10179?", "\\u-8638?", "\\uc9999 ", "\\cell ", "\\row ", "\\nestcell ", "\\nestrow ", "\\intbl ",
                "\\itap3 ", "\\itap-9999999 ", "\\itap99999999999 ", "\\par ", "\\pard ", "{\\footnote ", "{\\*\\annotation ", "{\\header ",
                "{\\shptxt ", "{\\field{\\*\\fldinst ", "{\\*\\formfield\\fftype1 ", "{\\*\\ffl ", "\\ffres-3 ", "\\deleted ", "\\v ", "\\f2 ", "\\f3 ",
                "\\'fe", "\\'8", "\\bin999999999 ", "\\bin-1 ", "\\ansicpg950 ", "x", "ŵ 🙂", "{\\listtext 1.", "{\\pict\\picwgoal9999999\\pichgoal99999999 ",
                "\\ftnalt ", "\\outlinelevel1 ", "\\plain ", "{\\fonttbl{\\f3\\fcharset128 x;}}", "{\\stylesheet{\\s1 Title;}}", "\\s1 ",
            ]), 0..120),
        ) {
            rtf(&words.concat());
        }
    }
}
