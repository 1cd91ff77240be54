//! Every message stands in both languages, with the same arguments.

use std::collections::{BTreeMap, BTreeSet};

use ymateb::locale::{FILES, date, list, number, say_with};
use ymateb::model::Locale;

/// Messages of a Fluent file with the names of their arguments.
fn messages(ftl: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in ftl.lines() {
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase())
            && let Some((id, _)) = line.split_once(" =")
        {
            current = id.to_owned();
            messages.entry(current.clone()).or_default();
        }
        for (at, _) in line.match_indices('$') {
            let name: String =
                line[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
            // `$n` chooses the form, `$n-shown` is the same number as it is written; a language may need only one.
            messages.entry(current.clone()).or_default().insert(name.trim_end_matches("-shown").to_owned());
        }
    }
    messages
}

#[test]
fn every_message_stands_in_both_languages_with_the_same_arguments() {
    for (room, en, cy) in FILES {
        let (en, cy) = (messages(en), messages(cy));
        let only = |a: &BTreeMap<String, BTreeSet<String>>, b: &BTreeMap<String, BTreeSet<String>>| -> Vec<String> {
            a.keys().filter(|id| !b.contains_key(*id)).cloned().collect()
        };
        assert_eq!(only(&en, &cy), Vec::<String>::new(), "{room}: only in English");
        assert_eq!(only(&cy, &en), Vec::<String>::new(), "{room}: only in Welsh");
        for (id, arguments) in &en {
            assert_eq!(arguments, &cy[id], "{room}: arguments of {id}");
        }
        assert!(en.len() > 10, "{room} has messages");
    }
}

#[test]
fn dates_numbers_and_lists_are_written_in_each_language() {
    assert_eq!(date(Locale::Cy, "2022-11-07"), "7 Tachwedd 2022");
    assert_eq!(date(Locale::En, "2022-11-07"), "7 November 2022");
    assert_eq!(date(Locale::En, "🙂"), "🙂");
    assert_eq!((number(0), number(999), number(1_234_567)), ("0".into(), "999".into(), "1,234,567".into()));
    let items = ["gofal".to_owned(), "ysgol".to_owned()];
    assert_eq!(list(Locale::Cy, &items), "gofal ac ysgol");
    assert_eq!(list(Locale::En, &items), "gofal and ysgol");
    assert_eq!(list(Locale::Cy, &[]), "");
}

#[test]
fn counted_nouns_take_their_welsh_forms() {
    let said = |n: u64| say_with(Locale::Cy, "trace-total", &[("figure", "responses".into()), ("total", n.into())]);
    assert_eq!(said(0), "responses: dim ymatebion");
    assert_eq!(said(2), "responses: 2 ymateb");
    assert_eq!(said(11), "responses: 11 o ymatebion");
}
