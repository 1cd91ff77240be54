//! What leaves of a search: all hits with references and permissions, and no words that may not be quoted.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use serde_json::Value;
use ymateb::model::Locale;
use ymateb::reports::docx::{Block, Docx, Grid, Run, docx};

use crate::project::Project;

const ANSWERS: &str = "id,date,type,organisation,publish,named,quote,why
1,2022-09-01,body,Cyngor Dyffryn Mawr,Yes,Yes,Yes,\"=HYPERLINK(1) gofal, we say; ring 01632 960001\"
2,2022-09-02,body,Hidden House Ltd,Yes,No,No,gofal that nobody may quote xylozarquin
3,2022-09-03,person,,No,Yes,Yes,+ gofal 🙂 i’r plant
4,2022-09-04,person,,Yes,No,Yes,dim byd
";

fn project() -> Project {
    let project = Project::new()
        .theme("T1", &["gofal"], &["gofal"])
        .file("answers.csv", ANSWERS)
        .file("Hidden House Ltd.txt", "gofal, says the letter of a house that did not agree to be named");
    project.run();
    project
}

fn read(project: &Project, file: &str) -> String {
    std::fs::read_to_string(project.root().join(file)).unwrap()
}

fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        parts.insert(name, text);
    }
    parts
}

#[test]
fn words_that_may_not_be_quoted_stay_and_every_format_says_how_many() {
    let project = project();
    for (lang, reason, refused) in [
        ("en", "[not for quotation]", "2 of these passages may not"),
        ("cy", "[dim i'w ddyfynnu]", "Ni ellir dyfynnu 2"),
    ] {
        for format in ["csv", "jsonl", "xlsx", "docx"] {
            let file = format!("out.{lang}.{format}");
            let told = project.tried(&["search", "c", "gofal", "--export", &file, "--lang", lang]);
            assert!(told.status.success());
            assert!(String::from_utf8_lossy(&told.stderr).contains(refused), "{lang} {format}");
            let bytes = std::fs::read(project.root().join(&file)).unwrap();
            let text = match format {
                "csv" | "jsonl" => String::from_utf8(bytes).unwrap(),
                _ => parts(bytes).into_values().collect::<String>().replace("&apos;", "'"),
            };
            assert!(text.contains(reason), "{lang} {format}");
            for kept in ["xylozarquin", "Hidden House", "01632"] {
                assert!(!text.contains(kept), "{lang} {format}: {kept}");
            }
            assert!(text.contains("Cyngor Dyffryn Mawr") && text.contains("R-00001"), "{lang} {format}");
            if matches!(format, "xlsx" | "docx") {
                assert!(text.contains(refused), "{lang} {format} says it itself");
            }
        }
    }
}

#[test]
fn a_table_has_a_header_all_hits_and_no_formula() {
    let project = project();
    project.asked(&["search", "c", "gofal", "--limit", "1", "--sort", "date", "--export", "out.csv"]);
    let text = read(&project, "out.csv");
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<BTreeMap<&str, String>> = table
        .records()
        .map(|row| header.iter().map(String::as_str).zip(row.unwrap().iter().map(str::to_owned)).collect())
        .collect();
    assert_eq!(rows.len(), 4, "all hits, whatever the page: {text}");
    assert!(rows[0]["Words"].starts_with("'=HYPERLINK(1) gofal") && rows[0]["Words"].contains("[phone number]"));
    assert_eq!((rows[0]["Details taken out"].as_str(), rows[2]["Details taken out"].as_str()), ("phone number", ""));
    assert!(rows[2]["Words"].starts_with("'+ gofal 🙂"));
    assert_eq!((rows[0]["Organisation"].as_str(), rows[1]["Organisation"].as_str()), ("Cyngor Dyffryn Mawr", ""));
    assert_eq!(rows[1]["May be quoted"], "not to be quoted: no consent");
    assert_eq!((rows[2]["May be named"].as_str(), rows[2]["May be published"].as_str()), ("no", "no"));
    assert_eq!(rows[0]["Themes"], "T1");
    assert_eq!((rows[0]["File"].as_str(), rows[3]["File"].as_str()), ("answers.csv", "[withheld]"));
    assert_eq!(rows[0]["Place"], "row 2");
    assert!(rows[0]["Search"].contains("gofal") && rows[0]["State of the store"].contains("frame version 1"));
    assert_eq!(rows[0]["Passages not for quotation"], "2");
    // To standard output, alike.
    assert_eq!(project.asked(&["search", "c", "gofal", "--sort", "date", "--format", "csv"]), {
        project.asked(&["search", "c", "gofal", "--sort", "date", "--export", "again.csv"]);
        read(&project, "again.csv")
    });
}

#[test]
fn json_lines_begin_with_what_was_asked_and_have_a_hit_a_line() {
    let project = project();
    let text = project.asked(&["search", "c", "gofal", "--format", "jsonl", "--sort", "respondent"]);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let about = &lines[0]["about"];
    assert_eq!((&about["hits"], &about["refused"], &about["total"]), (&4.into(), &2.into(), &4.into()));
    assert_eq!(lines.len(), 5);
    assert_eq!((&lines[1]["response"], &lines[1]["may"]["quote"]), (&"R-00001".into(), &true.into()));
    let refused = lines.iter().find(|line| line["may"]["why"] == "no_consent").unwrap();
    assert_eq!((&refused["refused"], &refused["text"]), (&true.into(), &"[not for quotation]".into()));
    assert_eq!(lines[1]["redactions"], serde_json::json!(["phone"]));
    // Nothing found is a file too.
    let none = project.asked(&["search", "c", "qqqqq", "--format", "jsonl"]);
    assert_eq!(none.lines().count(), 1);
}

#[test]
fn an_answer_longer_than_a_cell_is_cut_where_it_says_so_and_whole_elsewhere() {
    let long = format!("gofal {}", "ŵ🙂 ".repeat(15_000));
    let project = Project::new().answers(&[("1", &long), ("2", "gofal")]);
    project.run();
    project.asked(&["search", "c", "gofal", "--export", "out.xlsx"]);
    let text = parts(std::fs::read(project.root().join("out.xlsx")).unwrap()).into_values().collect::<String>();
    assert!(text.contains("cut here: a cell holds no more; the whole is in R-00001"));
    let lines = project.asked(&["search", "c", "gofal", "--format", "jsonl"]);
    assert!(lines.contains(long.trim()), "JSON Lines hold it whole");
}

#[test]
fn what_cannot_be_exported_is_said_with_what_to_write_instead() {
    let project = project();
    for (arguments, said) in [
        (vec!["--export", "out.pdf"], "csv, xlsx, docx or jsonl"),
        (vec!["--export", "out"], "csv, xlsx, docx or jsonl"),
        (vec!["--format", "docx"], "--export FILE.docx"),
        (vec!["--export", "out.csv", "--kwic"], "--kwic"),
        (vec!["--sort", "left"], "relevance, date"),
        (vec!["--page", "0"], "from 1"),
        (vec!["--like", "R-99999"], "R-00042/1.6"),
        (vec!["--like", "R-00001/9.9"], "R-00042/1.6"),
        (vec!["--like-theme", "T99"], "no theme"),
    ] {
        let mut all = vec!["search", "c", "gofal"];
        all.extend(arguments);
        let told = project.tried(&all);
        assert_eq!(told.status.code(), Some(2), "{all:?}");
        assert!(String::from_utf8_lossy(&told.stderr).contains(said), "{all:?}");
    }
    let told = project.tried(&["search", "c", "gofal", "--export", "no/such/folder/out.csv"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&told.stderr).contains("no/such/folder/out.csv"));
}

#[test]
fn a_word_document_has_headings_a_header_row_and_the_language_of_each_run() {
    let document = Docx {
        title: "Canlyniadau <&> \"chwilio\"".to_owned(),
        locale: Locale::Cy,
        made: "2026-01-02T03:04:05Z".to_owned(),
        wide: true,
        blocks: vec![
            Block::Heading(1, vec![Run::new("Pennawd")]),
            Block::Heading(9, vec![Run::new("Islaw")]),
            Block::Paragraph(vec![Run::new("dŵr 🙂 "), Run::within("water\u{1}\nline", Locale::En).bold()]),
            Block::Item(vec![Run::new("eitem")]),
            Block::Table(Grid {
                about: "Tabl".to_owned(),
                header: vec!["Un".to_owned(), "Dau".to_owned()],
                widths: vec![1, 3],
                // Too few cells and too many: the table stays a table.
                rows: vec![vec![vec![Run::new("a")]], vec![Vec::new(), Vec::new(), vec![Run::new("gone")]]],
            }),
        ],
    };
    let bytes = docx(&document).unwrap();
    assert_eq!(bytes, docx(&document).unwrap(), "same document, same bytes");
    let parts = parts(bytes);
    let body = &parts["word/document.xml"];
    assert!(body.contains(r#"<w:pStyle w:val="Heading1"/>"#) && body.contains(r#"<w:pStyle w:val="Heading4"/>"#));
    assert!(body.contains(r#"<w:lang w:val="en-GB"/>"#) && body.contains("dŵr 🙂 ") && !body.contains('\u{1}'));
    assert!(body.contains("<w:tblHeader/>") && body.contains("Canlyniadau &lt;&amp;&gt;"));
    assert_eq!((body.matches("<w:tr>").count(), body.matches("<w:tc>").count()), (3, 6));
    assert!(body.contains(r#"w:orient="landscape""#) && !body.contains("gone"));
    assert!(parts["docProps/core.xml"].contains("<dc:language>cy-GB</dc:language>"));
    assert!(parts["word/styles.xml"].contains(r#"<w:lang w:val="cy-GB""#));
    for (name, part) in &parts {
        assert!(is_well_formed(part), "{name}");
    }
}

/// Whether every element that is opened is closed, in order.
fn is_well_formed(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return false };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        if !tag.starts_with('/') {
            open.push(name);
        } else if open.pop() != Some(name) {
            return false;
        }
    }
    open.is_empty()
}

#[test]
fn a_page_says_how_many_of_how_many_the_rule_for_campaigns_and_what_may_be_done_in_both_languages() {
    let project = project();
    let page = project.asked(&["search", "c", "gofal", "--limit", "2", "--sort", "respondent"]);
    assert!(
        page.starts_with(
            "4 passages found, from 4 responses, of 5 passages from 5 responses. Showing 1 to 2 of 4. \
         Campaign copies are shown once, each counted in the figures."
        ),
        "{page}"
    );
    assert!(page.contains("may be quoted, may be named, may be published"));
    assert!(page.contains("not to be quoted: no consent, not to be named, may be published"));
    assert!(page.contains("Counted of all 4 passages found, copies included:"));
    assert!(page.contains("May be: quoted 2 · named 1 · published 2"));
    let welsh = project.asked(&["search", "c", "gofal", "--page", "2", "--limit", "2", "--lang", "cy", "--all-copies"]);
    assert!(welsh.contains("Cafwyd 4 o ddarnau, mewn 4 o ymatebion, allan o 5"), "{welsh}");
    assert!(welsh.contains("Dangosir 3 i 4 o 4. Dangosir copïau ymgyrch fesul un"), "{welsh}");
    let hits = |arguments: &[&str]| {
        let mut all = vec!["search", "c", "gofal", "--json", "--limit", "1"];
        all.extend(arguments);
        project.json(&all)["hits"][0]["response"].as_str().map(str::to_owned)
    };
    assert_eq!(hits(&["--page", "3"]), hits(&["--offset", "2"]));
    assert_eq!(hits(&["--page", "9"]), None);
    let lines = project.asked(&["search", "c", "gofal", "--kwic", "--sort", "left", "--width", "8", "--lang", "cy"]);
    assert!(lines.starts_with("4 o enghreifftiau mewn 4 o ddarnau; dangosir 1 i 4.\n"), "{lines}");
    assert!(lines.contains("! ni cheir ei ddyfynnu"), "{lines}");
}
