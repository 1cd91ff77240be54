//! The summary of responses, as its readers meet it.

use std::collections::{BTreeMap, BTreeSet};

use crate::example::{Example, removing_profit};
use ymateb::locale;
use ymateb::model::*;
use ymateb::reports::{Block, Document, Inline, Manifest, html, markdown, summary, write};

fn numbers(document: &Document) -> Vec<(String, Figure)> {
    fn of(blocks: &[Block], out: &mut Vec<(String, Figure)>) {
        let mut take = |all: &[Inline]| {
            for inline in all {
                if let Inline::Number { shown, figure: Some(figure) } = inline {
                    out.push((shown.clone(), figure.clone()));
                }
            }
        };
        for block in blocks {
            match block {
                Block::Paragraph(said) => take(said),
                Block::List(items) => items.iter().for_each(|item| take(item)),
                Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| take(cell)),
                _ => {}
            }
        }
        for block in blocks {
            if let Block::Panel(_, inner) = block {
                of(inner, out);
            }
        }
    }
    let mut out = Vec::new();
    of(&document.blocks, &mut out);
    out
}

fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines() {
        if let Some((id, _)) = line.split_once(" = ").filter(|(id, _)| !id.starts_with([' ', '#', '*', '['])) {
            current = id.to_owned();
            assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "`{current}` stands twice");
        }
        if line.starts_with('#') {
            continue;
        }
        for part in line.split('$').skip(1) {
            let name = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
            if let Some(variables) = found.get_mut(&current) {
                variables.insert(name);
            }
        }
    }
    found
}

/// A message with what the messages that it refers to say of their variables.
fn variables(id: &str, all: &BTreeMap<String, BTreeSet<String>>, text: &str) -> BTreeSet<String> {
    let mut found = all[id].clone();
    let body = text.split(&format!("\n{id} = ")).nth(1).unwrap_or_default();
    let body: String = body
        .lines()
        .enumerate()
        .take_while(|(i, line)| *i == 0 || line.starts_with([' ', '}']))
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    for other in all.keys() {
        if body.contains(&format!("{{ {other} }}")) {
            found.extend(all[other].iter().cloned());
        }
    }
    // `$n` chooses a form and `$n-shown` is what is printed; a language may need one without the other.
    found.into_iter().map(|name| name.trim_end_matches("-shown").to_owned()).collect()
}

#[test]
fn every_message_stands_in_both_languages_with_the_same_variables() {
    for (room, en, cy) in locale::FILES {
        let (english, welsh) = (messages(en), messages(cy));
        let ids = |all: &BTreeMap<String, BTreeSet<String>>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&english), ids(&welsh), "{room}.ftl");
        for id in english.keys() {
            assert_eq!(variables(id, &english, en), variables(id, &welsh, cy), "{room}.ftl: {id}");
        }
    }
}

#[test]
fn our_own_words_keep_to_language_that_cares() {
    // Words of practice that children and young people asked us not to use, with the law's and commissioning's exempt.
    let avoided = [
        "LAC",
        "CLA",
        "care leaver",
        "placement",
        "contact",
        "siblings",
        "respite",
        "challenging behaviour",
        "difficult to place",
        "abscond",
        "leaving care",
        "birth parents",
        "ymadawyr gofal",
    ];
    for (room, en, cy) in locale::FILES {
        for line in en.lines().chain(cy.lines()) {
            for word in avoided {
                let found = line
                    .split(|c: char| !c.is_alphabetic() && c != ' ')
                    .any(|part| format!(" {part} ").contains(&format!(" {word} ")));
                assert!(!found, "{room}.ftl says `{word}`: {line}");
            }
        }
    }
}

#[test]
fn every_number_with_a_reference_is_the_count_that_its_name_gives() {
    let example = removing_profit(300);
    for locale in Locale::BOTH {
        let document = summary(&example.material(), locale);
        let numbers = numbers(&document);
        assert!(numbers.len() > 200, "{} numbers", numbers.len());
        for (shown, figure) in numbers {
            let named: Figure = figure.to_string().parse().expect("a figure's name reads back");
            let count =
                example.responses.iter().filter(|response| named.holds(&crate::example::frame(), response)).count()
                    as u64;
            if shown == "[c]" {
                assert!(figure.kind.is_some() || figure.area.is_some(), "{figure}");
            } else {
                assert_eq!(shown, locale::number(count), "{figure}");
            }
        }
    }
}

#[test]
fn both_languages_show_the_same_figures() {
    let example = removing_profit(120);
    let of =
        |locale| -> BTreeSet<(String, Figure)> { numbers(&summary(&example.material(), locale)).into_iter().collect() };
    assert_eq!(of(Locale::En), of(Locale::Cy));
}

#[test]
fn the_same_material_gives_the_same_bytes_in_whatever_order_it_came() {
    let mut example = removing_profit(90);
    let before = html(&summary(&example.material(), Locale::Cy));
    example.responses.reverse();
    assert_eq!(before, html(&summary(&example.material(), Locale::Cy)));
}

#[test]
fn no_responses_one_response_and_only_blank_ones_make_a_report_each() {
    for responses in [0, 1] {
        let example = removing_profit(responses);
        for locale in Locale::BOTH {
            let document = summary(&example.material(), locale);
            let page = html(&document);
            assert!(page.contains("id=\"methodology\"") && page.contains("id=\"annex-glossary\""));
            assert!(!page.contains('\u{E000}') && !markdown(&document).contains('\u{E000}'));
        }
    }
    let mut blank = removing_profit(5);
    for response in &mut blank.responses {
        response.answers.clear();
    }
    let page = html(&summary(&blank.material(), Locale::En));
    assert!(page.contains("Nobody answered this question."));
    let page = html(&summary(&removing_profit(0).material(), Locale::Cy));
    assert!(page.contains("Ni dderbyniwyd unrhyw ymatebion."));
}

#[test]
fn a_consultation_with_one_question_and_nothing_else_makes_a_short_report() {
    let example = Example::bare();
    let document = summary(&example.material(), Locale::En);
    let page = markdown(&document);
    assert!(page.contains("It asked 1 question."), "{page}");
    assert!(!page.contains("by type of respondent"));
    assert!(!page.contains("closed on"));
    assert!(page.contains("The consultation asked no question about effects on the Welsh language."));
}

#[test]
fn labels_with_quotes_and_brackets_stay_words() {
    let mut example = removing_profit(60);
    example.frame.themes[0].label.en = "Teimladau \"prynu & gwerthu\" <b>|*x*|</b>".into();
    example.consultation.title.en = "A <script>alert(1)</script> \u{1F600} title".into();
    let document = summary(&example.material(), Locale::En);
    let page = html(&document);
    assert!(!page.contains("<script") && !page.contains("<b>"));
    assert!(page.contains("&lt;script&gt;alert(1)"));
    let text = markdown(&document);
    assert!(text.contains("&lt;b&gt;\\|\\*x\\*\\|&lt;/b&gt;"), "{}", &text[..3000]);
    assert!(!text.contains("<script"));
}

#[test]
fn an_invented_consultation_says_so_at_the_head_and_foot_of_both_editions() {
    let mut example = removing_profit(10);
    for (locale, words) in [(Locale::En, "is invented"), (Locale::Cy, "Dychmygol yw pob ymateb")] {
        let document = summary(&example.material(), locale);
        assert!(html(&document).matches(words).count() >= 2);
        assert!(markdown(&document).contains(words));
    }
    example.consultation.invented = false;
    assert!(!html(&summary(&example.material(), Locale::En)).contains("is invented"));
}

#[test]
fn a_report_is_a_draft_until_officials_clear_it() {
    let mut material = removing_profit(10).material();
    assert!(html(&summary(&material, Locale::Cy)).contains("DRAFFT"));
    material.cleared_by_officials = true;
    assert!(!html(&summary(&material, Locale::Cy)).contains("DRAFFT"));
}

#[test]
fn the_page_needs_no_script_and_fetches_nothing() {
    let page = html(&summary(&removing_profit(80).material(), Locale::En));
    for word in ["<script", "src=", "@import", "url(", "onclick"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("href=\"summary.cy.html\" lang=\"cy\""));
    assert!(page.contains("role=\"img\"") && page.contains("<desc "));
    assert!(page.contains("scope=\"row\"") && page.contains("<caption>"));
}

#[test]
fn headings_never_skip_a_level_and_anchors_are_unique() {
    for example in [removing_profit(200), removing_profit(0), Example::bare()] {
        let document = summary(&example.material(), Locale::Cy);
        let (mut last, mut seen) = (1, BTreeSet::new());
        for block in &document.blocks {
            if let Block::Heading { level, id, .. } = block {
                assert!(*level <= last + 1, "{id}: {last} then {level}");
                assert!(seen.insert(id.clone()), "anchor {id} twice");
                last = *level;
            }
        }
    }
}

#[test]
fn a_quotation_bears_its_reference_and_the_language_it_was_written_in() {
    let page = html(&summary(&removing_profit(300).material(), Locale::En));
    assert!(page.contains("<p lang=\"cy\">‘"));
    assert!(page.contains("Written in Welsh"));
    assert!(!page.contains("rhys.evans"), "an address was left in a quotation");
}

#[test]
fn the_chapter_on_children_and_young_people_has_no_percentages() {
    for locale in Locale::BOTH {
        let document = summary(&removing_profit(300).material(), locale);
        let text = markdown(&document);
        let from = text.find("<a id=\"voices\"></a>").expect("the chapter");
        let to = text.find("<a id=\"welsh-language\"></a>").expect("the next one");
        assert!(!text[from..to].contains('%'));
    }
}

#[test]
fn only_those_who_agreed_are_named_and_the_others_are_a_number() {
    let example = removing_profit(100);
    let page = html(&summary(&example.material(), Locale::En));
    let agreed = example.responses.iter().filter_map(|r| ymateb::analysis::may_be_named(&r.response)).next();
    assert!(page.contains(agreed.expect("someone agreed")));
    assert!(!page.contains("Never Named Ltd"));
    assert!(page.contains("respondents asked not to be named"));
}

#[test]
fn a_set_of_files_is_written_whole_with_a_manifest_of_what_it_was_made_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("removing-profit");
    let files = [("summary.en.html".to_owned(), b"<p>\xF0\x9F\x98\x80</p>".to_vec())];
    let manifest = Manifest { consultation: "removing-profit".into(), frame_version: 3, ..Manifest::default() };
    let paths = write(&dir, &files, &manifest).expect("written");
    assert_eq!(paths, [dir.join("summary.en.html"), dir.join("manifest.json")]);
    let read: Manifest = serde_json::from_slice(&std::fs::read(&paths[1]).expect("there")).expect("JSON");
    assert_eq!(read.files["summary.en.html"], blake3::hash(&files[0].1).to_hex().to_string());
    assert_eq!(std::fs::read_dir(&dir).expect("there").count(), 2, "nothing is left beside the files");
    write(&dir, &files, &manifest).expect("again");
    assert!(write(&dir, &[("../up.html".to_owned(), Vec::new())], &manifest).is_err());
}
