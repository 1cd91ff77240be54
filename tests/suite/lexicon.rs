//! Lexicons of Welsh: added by path, found by, taken away; and what they and the rules find of real forms.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use ymateb::index::{Analyst, Grouping, Lexicon, LexiconError, Listed, analyze};
use ymateb::model::Locale;

use crate::project::{Project, ymateb};

/// Invented words that no rule brings together.
const TABLE: &str = "ffurf\tlema\tpos\n# a remark\ngwrol\tgwrol\tADJ\nbrwnt\tglastir\tNOUN\nclesni\tglastir\tNOUN\nglastir\tglastir\tNOUN\n";

fn listed(name: &str, pairs: &[(&str, &str)]) -> Listed {
    let pairs = pairs.iter().map(|(form, lemma)| ((*form).to_owned(), (*lemma).to_owned())).collect();
    Listed { name: name.to_owned(), grouping: Grouping::Lemmas, pairs }
}

fn meet(one: &str, other: &str, lexicon: Option<&Lexicon>) -> bool {
    let (query, index) = (analyze(one, Locale::Cy, lexicon).query, analyze(other, Locale::Cy, None).index);
    index.iter().any(|term| query.contains(term))
}

#[test]
fn a_listed_form_finds_the_others_of_its_word_in_every_mutation() {
    let lexicon = Lexicon::compile(vec![listed("a", &[("clesni", "glastir"), ("glastir", "glastir"), ("🙂", "🙂")])]);
    let lexicon = lexicon.unwrap();
    for (one, other) in [("glastir", "glesni"), ("chlesni", "lastir"), ("ngh\u{ff4c}esni", "glastir")] {
        assert!(meet(one, other, Some(&lexicon)), "{one} finds {other}");
        assert!(!meet(one, other, None), "{one} does not find {other} by rules");
    }
    assert_eq!(lexicon.sources()[0].words, 1, "an emoji is no word");
    assert!(!meet("", "glastir", Some(&lexicon)));
}

#[test]
fn what_a_lexicon_knows_to_be_another_word_is_no_form_of_the_first() {
    // By rule, `celion` could be the plural of `cel`.
    let pairs = [("cel", "cel"), ("celau", "cel"), ("celion", "celion"), ("celionau", "celion")];
    let lexicon = Lexicon::compile(vec![listed("a", &pairs)]).unwrap();
    assert!(meet("cel", "celion", None));
    // `celau` is stored under the same term as `celion`; a form that is listed is found whatever else that finds.
    assert!(meet("cel", "celau", Some(&lexicon)));
    let pairs = [("cel", "cel"), ("celydd", "cel"), ("celion", "celion"), ("celionau", "celion")];
    let lexicon = Lexicon::compile(vec![listed("a", &pairs)]).unwrap();
    assert!(!meet("cel", "celion", Some(&lexicon)));
    assert!(meet("cel", "gelydd", Some(&lexicon)));
}

#[test]
fn a_table_is_added_listed_and_taken_away_through_the_program_without_building_anything_again() {
    let project = Project::new().answers(&[("1", "Roedd y clesni'n wych 🙂"), ("2", "")]).theme("T1", &["x"], &["y"]);
    project.run();
    let found = |query: &str| project.json(&["search", "c", query, "--json"])["total"].as_u64().unwrap();
    assert_eq!(found("lastir"), 0);
    std::fs::write(project.root().join("geiriau.tsv"), TABLE).unwrap();
    let told = project.asked(&["lexicon", "add", "geiriau.tsv"]);
    assert!(told.starts_with("geiriau.tsv: 2 words, 4 forms"), "{told}");
    let once = std::fs::read(project.root().join("corpus/welsh.lexicon")).unwrap();
    assert_eq!(found("lastir"), 1);
    assert_eq!(project.did().values().sum::<u64>(), 0, "nothing is out of date");
    project.asked(&["lexicon", "add", "geiriau.tsv"]);
    assert_eq!(std::fs::read(project.root().join("corpus/welsh.lexicon")).unwrap(), once, "same input, same bytes");
    assert_eq!(project.json(&["lexicon", "--json"])["sources"][0]["name"], "geiriau.tsv");
    project.asked(&["lexicon", "remove", "geiriau.tsv"]);
    assert_eq!(found("lastir"), 0);
    assert!(!project.root().join("corpus/welsh.lexicon").exists());
    let refused = project.tried(&["--lang", "cy", "lexicon", "remove", "geiriau.tsv"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("nid ychwanegwyd geiriadur o'r enw `geiriau.tsv`"));
}

/// Rules and words of an invented language: a verb by two endings one upon the other, a plural that takes a letter off,
/// mutations as beginnings, and a stem that stands only with an ending.
const RULES: &str = "SET UTF-8\nFLAG long\nNEEDAFFIX Xx\nPFX Mm Y 2\nPFX Mm c g c[^h]\nPFX Mm b f b\n\
SFX Vv Y 2\nSFX Vv 0 o/EeXx [^o]\nSFX Vv 0 u .\nSFX Ee Y 1\nSFX Ee o asant o\nSFX Pp N 1\nSFX Pp yn od yn\n";
const WORDS: &str = "4\ncrwst/VvMm\nblewyn/Pp\nbl\\/o 🙂\n\nllan/Zz9\n";

#[test]
fn a_spelling_dictionary_is_read_with_the_forms_that_its_rules_make() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.aff"), RULES).unwrap();
    std::fs::write(folder.path().join("a.dic"), WORDS).unwrap();
    let read = ymateb::ingest::lexicon::read(&folder.path().join("a.dic")).unwrap();
    let forms: BTreeSet<&str> = read.pairs.iter().map(|(form, _)| form.as_str()).collect();
    let wanted =
        ["crwst", "grwst", "crwstu", "grwstu", "grwsto", "crwstasant", "grwstasant", "blewyn", "blewod", "bl/o 🙂"];
    assert_eq!(forms, BTreeSet::from(wanted));
    assert!(read.pairs.contains(&("grwstasant".to_owned(), "crwst".to_owned())));
    assert!(read.is_dictionary);
    assert_eq!(read.left_out, 1, "{:?}", read.troubles);
    assert_eq!(read.troubles[0].line, 6);
}

#[test]
fn a_zip_archive_is_read_as_the_files_in_it_and_other_encodings_are_understood() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let latin: Vec<u8> = b"t\xfe\tt\xfe\ndr\xf0s\tdr\xf0s\n".to_vec();
    for (name, bytes) in
        [("a/geiriau.txt", latin.as_slice()), ("a/README.md", b"no words"), ("a/b.csv", b"lema,form\nt\xc5\xb7,tai\n")]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    let read = ymateb::ingest::lexicon::read(&path).unwrap();
    let pair = |form: &str, lemma: &str| (form.to_owned(), lemma.to_owned());
    assert_eq!(read.pairs, [pair("tai", "tŷ"), pair("tŷ", "tŷ"), pair("drŵs", "drŵs")]);
}

#[test]
fn what_cannot_be_read_is_said_with_its_file_and_line() {
    let project = Project::new();
    let refused = |name: &str, content: &[u8]| {
        std::fs::write(project.root().join(name), content).unwrap();
        let output = project.tried(&["lexicon", "add", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(refused("empty.tsv", b"").contains("empty.tsv: there are no forms"));
    assert!(refused("one.tsv", b"\nun gair\n").contains("one.tsv:2: a form and its lemma are needed"));
    assert!(refused("alone.dic", b"1\na/B\n").contains("alone.aff is missing"));
    assert!(refused("no.zip", b"PK not a zip").contains("no.zip: it is a damaged"));
    std::fs::write(project.root().join("bad.dic"), "1\na/B\n").unwrap();
    assert!(refused("bad.aff", b"SET UTF-8\nSFX B Y 1\nSFX B 0 o [ab\n").contains("bad.aff:3: this rule"));
    assert!(refused("bad.aff", b"SET Cymraeg-1\n").contains("`Cymraeg-1` is no known encoding"));
    assert!(!project.root().join("corpus/welsh.lexicon").exists());
    std::fs::write(project.root().join("some.tsv"), "tai\ttŷ\nheb\n").unwrap();
    let output = project.tried(&["lexicon", "add", "some.tsv"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("some.tsv:2: "));
}

#[test]
fn a_damaged_lexicon_is_said_and_the_search_goes_on_by_rules() {
    let project = Project::new().answers(&[("1", "Mae angen gofal")]).theme("T1", &["x"], &["y"]);
    std::fs::write(project.root().join("a.tsv"), TABLE).unwrap();
    project.asked(&["lexicon", "add", "a.tsv"]);
    project.run();
    let path = project.root().join("corpus/welsh.lexicon");
    let mut bytes = std::fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    for (lang, said) in [("en", "the lexicon is damaged"), ("cy", "mae'r geiriadur wedi'i ddifrodi")] {
        let output = project.tried(&["--lang", lang, "search", "c", "ofal", "--json"]);
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains(said));
        assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap()["total"], 1);
    }
    std::fs::write(&path, "ymateb-lexicon 99\n🙂").unwrap();
    let output = project.tried(&["search", "c", "ofal", "--json"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("no lexicon of this version"));
}

#[test]
fn a_filter_goes_by_the_lexicon_of_the_root_by_another_one_or_by_none() {
    let project = Project::new();
    std::fs::write(project.root().join("a.tsv"), TABLE).unwrap();
    let terms = |arguments: &[&str]| {
        let mut command =
            assert_cmd::Command::from_std(project.command(&[&["analyze", "--language", "cy"], arguments].concat()));
        let output = command.write_stdin("{\"text\":\"glastir, glastir 🙂\"}\n").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let line: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(line["index"].as_array().unwrap().len(), 3, "one a word");
        let terms: Vec<String> = serde_json::from_value(line["query"].clone()).unwrap();
        assert_eq!(terms.iter().collect::<BTreeSet<_>>().len(), terms.len(), "each once");
        terms.contains(&"clesn:i".to_owned())
    };
    assert!(!terms(&[]));
    assert!(terms(&["--lexicon", "a.tsv"]));
    project.asked(&["lexicon", "add", "a.tsv"]);
    assert!(terms(&[]));
    assert!(terms(&["--lexicon", "corpus/welsh.lexicon"]));
    assert!(!terms(&["--no-lexicon"]));
}

#[test]
fn sources_come_and_go_and_the_rest_stays_as_if_they_had_never_been() {
    let (one, other) =
        (listed("a", &[("tai", "tŷ"), ("dai", "tŷ")]), listed("b", &[("tai", "tŷ"), ("🙂", "x"), ("", "")]));
    let both = Lexicon::compile(vec![other.clone(), one.clone()]).unwrap();
    let added = Lexicon::compile(vec![one.clone()]).unwrap().with(other).unwrap();
    assert_eq!(both.to_bytes(), added.to_bytes());
    let less = both.without("b").unwrap().unwrap();
    assert_eq!(less.to_bytes(), Lexicon::compile(vec![one]).unwrap().to_bytes());
    assert!(both.without("c").unwrap().is_none());
    assert_eq!(Lexicon::from_bytes(b""), Err(LexiconError::OtherVersion));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_make_a_lexicon_that_reads_back_and_finds_each_form_by_its_lemma(
        pairs in prop::collection::vec(("[a-eoiuwyghlmnrst]{1,9}", "[a-eoiuwyghlmnrst]{1,6}"), 0..40),
        wild in prop::collection::vec((".{0,12}", ".{0,12}"), 0..8),
        cut in 0usize..400,
    ) {
        let listed = Listed { name: "a".to_owned(), grouping: Grouping::Lemmas, pairs: [pairs, wild].concat() };
        let lexicon = Lexicon::compile(vec![listed]).unwrap();
        let bytes = lexicon.to_bytes();
        let again = Lexicon::from_bytes(&bytes).unwrap();
        prop_assert_eq!(again.to_bytes(), bytes.clone());
        // Cut off anywhere, it is refused and nothing panics.
        prop_assert!(Lexicon::from_bytes(&bytes[..bytes.len().saturating_sub(cut + 1)]).is_err());
    }

    #[test]
    fn an_analyst_says_what_a_single_analysis_says(texts in prop::collection::vec("[a-zŵŷâ'’ \\-🙂\"\\\\0-9]{0,60}", 0..12)) {
        for locale in [Locale::En, Locale::Cy] {
            let mut analyst = Analyst::new(locale, None);
            for text in &texts {
                let (mut index, mut query) = (Vec::new(), Vec::new());
                analyst.write(text, &mut index, &mut query);
                let once = analyze(text, locale, None);
                let mut terms: Vec<String> = serde_json::from_slice(&query).unwrap();
                terms.sort();
                prop_assert_eq!(serde_json::from_slice::<Vec<String>>(&index).unwrap(), once.index);
                prop_assert_eq!(terms, once.query);
            }
        }
    }

    #[test]
    fn no_file_of_words_can_break_the_reading(rules in "[SPFXxAMV0-9 /.\\[\\]^a-dYN\n]{0,300}", words in ".{0,40}", table in "[a-c\t,;\"\n🙂]{0,80}") {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.aff"), &rules).unwrap();
        std::fs::write(folder.path().join("a.dic"), &words).unwrap();
        std::fs::write(folder.path().join("a.csv"), &table).unwrap();
        for name in ["a.dic", "a.aff", "a.csv"] {
            if let Ok(read) = ymateb::ingest::lexicon::read(&folder.path().join(name)) {
                prop_assert!(!read.pairs.is_empty());
            }
        }
    }
}

/// A word with its beginning as mutations may have changed it, or not.
fn unmutated(word: &str) -> BTreeSet<String> {
    const CHANGES: &[(&str, &[&str])] = &[
        ("ngh", &["c"]),
        ("mh", &["p"]),
        ("nh", &["t"]),
        ("ch", &["c"]),
        ("ph", &["p"]),
        ("th", &["t"]),
        ("dd", &["d"]),
        ("ng", &["g"]),
        ("g", &["c"]),
        ("b", &["p"]),
        ("d", &["t"]),
        ("f", &["b", "m"]),
        ("m", &["b"]),
        ("n", &["d"]),
        ("l", &["ll", "gl"]),
        ("r", &["rh", "gr"]),
        ("h", &[""]),
    ];
    let mut words = BTreeSet::from([word.to_owned()]);
    for (mutated, radicals) in CHANGES {
        if let Some(rest) = word.strip_prefix(mutated) {
            words.extend(radicals.iter().map(|radical| format!("{radical}{rest}")));
        }
    }
    if word.starts_with(['a', 'e', 'i', 'o', 'u', 'w', 'y']) {
        words.insert(format!("g{word}"));
    }
    words
}

/// The index terms and query terms of words, from the filter.
fn terms(words: &BTreeSet<String>, arguments: &[&str]) -> HashMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let root = tempfile::tempdir().unwrap();
    let lines: String = words.iter().map(|word| serde_json::json!({ "text": word }).to_string() + "\n").collect();
    let mut command = ymateb();
    command.current_dir(root.path()).args(["analyze", "--language", "cy"]).args(arguments);
    let output = assert_cmd::Command::from_std(command).write_stdin(lines).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let read = lines.map(|line| {
        let line: Value = serde_json::from_slice(line).unwrap();
        let list = |name: &str| serde_json::from_value::<BTreeSet<String>>(line[name].clone()).unwrap();
        (line["text"].as_str().unwrap().to_owned(), (list("index"), list("query")))
    });
    read.collect()
}

/// Real forms, where there are any: `YMATEB_WELSH_FORMS` names a table of forms with lemma, part of speech and mutation,
/// `YMATEB_LEXICONS` lexicons to measure with, apart by `:`. A form counts as found when a search for its lemma finds it;
/// precision is the share of found forms whose lemma it was. The table goes into `target/welsh-forms.md`.
#[test]
fn real_forms_are_found_by_their_lemmas() {
    let Ok(path) = std::env::var("YMATEB_WELSH_FORMS") else {
        eprintln!("skipped: YMATEB_WELSH_FORMS names no table of Welsh forms");
        return;
    };
    let mut lemmas: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    for line in std::fs::read_to_string(path).unwrap().lines().skip(1) {
        if let [form, lemma, "NOUN" | "VERB" | "ADJ", mutation, ..] = line.split('\t').collect::<Vec<_>>().as_slice() {
            let (form, lemma) = (form.to_lowercase(), lemma.to_lowercase());
            *lemmas.entry(lemma).or_default().entry(form).or_default() |= !mutation.is_empty();
        }
    }
    let words: BTreeSet<String> =
        lemmas.iter().flat_map(|(lemma, forms)| forms.keys().chain([lemma])).cloned().collect();
    let mut table = String::from("| by | all | other than the lemma | mutated | precision |\n|---|---|---|---|---|\n");
    let mut measured = |name: &str, terms: &HashMap<String, (BTreeSet<String>, BTreeSet<String>)>| {
        let mut stored: HashMap<&String, BTreeSet<&String>> = HashMap::new();
        for form in lemmas.values().flat_map(BTreeMap::keys) {
            for term in &terms[form].0 {
                stored.entry(term).or_default().insert(form);
            }
        }
        let mut counts = [(0u32, 0u32); 4];
        let mut count =
            |which: usize, found: bool| counts[which] = (counts[which].0 + u32::from(found), counts[which].1 + 1);
        for (lemma, forms) in &lemmas {
            let found: BTreeSet<&String> =
                terms[lemma].1.iter().filter_map(|term| stored.get(term)).flatten().copied().collect();
            for (form, mutated) in forms {
                count(0, found.contains(form));
                if form != lemma {
                    count(1, found.contains(form));
                }
                if *mutated {
                    count(2, found.contains(form));
                }
            }
            found.iter().for_each(|form| count(3, forms.contains_key(*form)));
        }
        let shares = counts.map(|(found, of)| f64::from(found) / f64::from(of));
        let [all, others, mutated, precision] = shares;
        let _ = writeln!(table, "| {name} | {all:.3} | {others:.3} | {mutated:.3} | {precision:.3} |");
        shares
    };
    let own = |of: &dyn Fn(&str) -> BTreeSet<String>| {
        words.iter().map(|word| (word.clone(), (BTreeSet::from([word.clone()]), of(word)))).collect()
    };
    measured("doing nothing", &own(&|word| BTreeSet::from([word.to_owned()])));
    // Both sides without their mutations meet where they have a beginning in common.
    let mutations =
        words.iter().map(|word| (word.clone(), (unmutated(word), BTreeSet::from([word.clone()])))).collect();
    measured("undoing mutations alone", &mutations);
    let [all, _, mutated, precision] = measured("rules", &terms(&words, &["--no-lexicon"]));
    assert!(all >= 0.83 && mutated >= 0.85 && precision >= 0.93, "{all} {mutated} {precision}");
    let lexicons = std::env::var("YMATEB_LEXICONS").unwrap_or_default();
    let lexicons: Vec<&str> = lexicons.split(':').filter(|path| !path.is_empty()).collect();
    for path in &lexicons {
        let name = Path::new(path).file_name().unwrap().to_string_lossy().into_owned();
        measured(&format!("rules and {name}"), &terms(&words, &["--lexicon", path]));
    }
    if lexicons.len() > 1 {
        let root = tempfile::tempdir().unwrap();
        let added = ymateb().current_dir(root.path()).args(["lexicon", "add"]).args(&lexicons).output().unwrap();
        assert!(added.status.success());
        let whole = root.path().join("corpus/welsh.lexicon");
        measured("rules and all lexicons", &terms(&words, &["--lexicon", &whole.to_string_lossy()]));
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/welsh-forms.md"), &table).unwrap();
    eprintln!("{table}");
}
