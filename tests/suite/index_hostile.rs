//! Whatever is typed into the search box is answered, within its limits: nothing breaks it, nothing slows it.
//!
//! `YMATEB_FUZZ_SECONDS=600 cargo test --release --test suite -- --ignored queries_of_any_kind` goes on for as long.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::convert::Infallible;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tempfile::TempDir;
use ymateb::index::{Change, Found, NoteKind, Passage, Reader, Request, Stamp, update};
use ymateb::model::{Detected, Language, Locale, Place};

/// Words of the texts: some short, some alike, in both languages.
const WORDS: [&str; 24] = [
    "gofal",
    "plant",
    "blant",
    "cartref",
    "gartrefi",
    "elw",
    "helw",
    "the",
    "care",
    "home",
    "homes",
    "profit",
    "prophet",
    "children",
    "child",
    "at",
    "an",
    "a",
    "ŵyn",
    "tŷ",
    "i'r",
    "not-for-profit",
    "🙂",
    "2022",
];

/// One query takes no longer than this, on a machine that is busy with other things and unoptimised.
const LONGEST: Duration = Duration::from_secs(20);

fn reader() -> (TempDir, Reader) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("index");
    let passages = (0..400_usize).map(|n| {
        let words: Vec<&str> = (0..n % 40).map(|w| WORDS[(n * 7 + w * w * 5) % WORDS.len()]).collect();
        let language = [Language::En, Language::Cy, Language::Mixed, Language::Unknown][n % 4];
        Ok::<_, Infallible>(Change::Put(Passage {
            key: n as i64,
            reference: format!("R-{n:05}"),
            question: format!("1.{}", n % 7),
            text: words.join(" "),
            language: Detected { language, confidence: 1.0, spans: Vec::new() },
            themes: vec![format!("T{:02}", n % 20)],
            kind: "individual".to_owned(),
            campaign: (n % 9 == 0).then_some(1),
            received: "2022-11-07".to_owned(),
            place: Place { file: "form.csv".to_owned(), place: format!("row {n}") },
            ..Passage::default()
        }))
    });
    update(&dir, &Stamp("1".to_owned()), true, passages).unwrap();
    let reader = Reader::new(&dir);
    (folder, reader)
}

/// Asks, and checks what can be checked of any answer.
fn ask(reader: &Reader, query: &str) -> Found {
    let begun = Instant::now();
    let request = Request { query: query.to_owned(), limit: 20, ..Request::default() };
    let found = reader.search(&request).unwrap_or_else(|error| panic!("{query:?}: {error}"));
    assert!(begun.elapsed() < LONGEST, "{query:?} took {:?}", begun.elapsed());
    assert!(found.hits.len() as u64 <= found.total && found.total <= 400);
    assert_eq!(found.facets.question.values().sum::<u64>(), found.total, "{query:?}");
    for hit in &found.hits {
        let mut last = 0;
        for (start, end) in &hit.highlights {
            assert!(*start >= last && start < end && hit.text.get(*start..*end).is_some(), "{query:?}: {hit:?}");
            last = *end;
        }
    }
    for note in &found.notes {
        assert!(note.start <= note.end && note.end <= query.len(), "{query:?}: {note:?}");
        assert!(Locale::BOTH.iter().all(|locale| !note.say(*locale).is_empty()));
    }
    found
}

/// What queries are made of, and what trips over them.
fn piece() -> impl Strategy<Value = String> {
    let signs = [
        " ",
        " ",
        "\"",
        "“",
        "”",
        "(",
        ")",
        ":",
        "*",
        "~",
        "~2",
        "~9",
        "~99999999999",
        "-",
        "--",
        "+",
        "!",
        "^",
        "[",
        "]",
        "{",
        "}",
        "\\",
        "/",
        "|",
        "||",
        "&",
        "AND ",
        "OR ",
        "NOT ",
        "AC ",
        "NEU ",
        "NID ",
        ".",
        "…",
        "\0",
        "\u{1b}[31m",
        "\r\n",
        "\t",
        "\u{7f}",
        "\u{feff}",
        "\u{200d}",
        "\u{202e}",
        "\u{1f}",
        "\u{ad}",
        "w\u{302}",
        "👨‍👩‍👧",
        "ß",
        "İ",
        "ﬁ",
        "ǅ",
        "theme:",
        "thema:T03",
        "stance:",
        "from:",
        "from:9999-99",
        "to:2022-11",
        "campaign:any",
        "campaign:-1",
        "type:\"",
        "quotable:yes",
        "event:no",
        "language:cy",
        "response:R-00001",
        "organisation:x",
        "a*",
        "*a",
        "a~",
        "ab~2",
        "(a+)+$",
        "(.*a){20}",
        "[a-z]{1000}",
        ".*.*.*",
        "%00",
        "' OR 1=1 --",
        "<script>",
        "${x}",
        "\u{10ffff}",
    ];
    prop_oneof![
        4 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        4 => prop::sample::select(signs.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
        1 => any::<char>().prop_map(String::from),
    ]
}

fn query() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat()),
        1 => prop::collection::vec(piece(), 0..300).prop_map(|pieces| pieces.concat()),
        1 => (piece(), 1..3_000_usize).prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

#[test]
fn nothing_typed_breaks_it_or_holds_it_up() {
    let (_folder, reader) = reader();
    for query in ["", " ", "*", "**", "* *", "()", "\"\"", "\"", ")", "((((", "-", "~", "NOT", "\0", "a*", "*a", "T"] {
        ask(&reader, query);
    }
    assert_eq!(ask(&reader, "").total, 400);
    let note = |query: &str, kind: NoteKind| {
        let notes = ask(&reader, query).notes;
        assert!(notes.iter().any(|note| note.kind == kind), "{:?}: {notes:?}", &query[..query.len().min(40)]);
    };
    note(&"gofal home ".repeat(5_000), NoteKind::TooLong);
    note(&"go* ho* ".repeat(20), NoteKind::TooMany);
    note(&"gofql~ ".repeat(20), NoteKind::TooMany);
    note(&"(".repeat(3_000), NoteKind::TooDeep);
    note("ab~", NoteKind::ShortLikeness);
    note("hame~2", NoteKind::ShortLikeness);
    note("a*", NoteKind::ShortPrefix);
    note("cost: \"gofal", NoteKind::Quote);
    ask(&reader, &"(a+)+$ ".repeat(500));
    ask(&reader, &"\"gofal plant cartref elw\"~50 OR ".repeat(120));
    ask(&reader, &"NOT ".repeat(900));
    ask(&reader, &"-(".repeat(1_900));
    ask(&reader, &"gofal'".repeat(600));
    ask(&reader, &"ŵ-".repeat(1_300));
}

#[test]
fn a_note_says_what_to_write_instead() {
    let (_folder, reader) = reader();
    let said = |query: &str, locale: Locale| {
        let notes = ask(&reader, query).notes;
        notes.iter().map(|note| note.say(locale)).collect::<Vec<_>>().join("\n")
    };
    assert!(said("from:ddoe", Locale::En).contains("`from:ddoe`"));
    assert!(said("from:ddoe", Locale::En).contains("2022-11-07"));
    assert!(said("safbwynt:efallai", Locale::Cy).contains("cefnogi, cymysg, gwrthwynebu neu aneglur"));
    assert!(said("colour:red", Locale::En).contains("question, theme, stance"));
    assert!(said("(gofal", Locale::Cy).contains("ysgrifennwch ( a )"));
    assert!(said("language:fr", Locale::En).contains("en, cy, mixed"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_queries_are_answered(query in query()) {
        thread_local! {
            static READER: (TempDir, Reader) = reader();
        }
        READER.with(|(_, reader)| {
            ask(reader, &query);
        });
    }
}

#[test]
#[ignore = "goes on for as long as YMATEB_FUZZ_SECONDS says"]
fn queries_of_any_kind_for_as_long_as_one_likes() {
    let seconds = std::env::var("YMATEB_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(10);
    let seed = std::env::var("YMATEB_FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1_u64);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let (_folder, reader) = reader();
    let begun = Instant::now();
    let (mut asked, mut slowest) = (0_u64, (Duration::ZERO, String::new()));
    while begun.elapsed() < Duration::from_secs(seconds) {
        let query = query().new_tree(&mut runner).unwrap().current();
        let one = Instant::now();
        ask(&reader, &query);
        if one.elapsed() > slowest.0 {
            slowest = (one.elapsed(), query.chars().take(100).collect());
        }
        asked += 1;
    }
    println!("{asked} queries; the slowest took {:?}: {:?}", slowest.0, slowest.1);
}
