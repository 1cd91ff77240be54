//! How fast a text's language is found, and how often rightly, beside whatlang: over all its languages, and over two.
//!
//! Speed is measured on invented answers, in megabytes a second of processor time, all in one run. `YMATEB_LANGUAGES` may
//! name files of JSON lines, joined by `:`, each line with `text`, `lang` (`en`, `cy`, `mixed`, or another language's
//! code) and `group`; then the share of right answers is shown by group and language, and what the wrong ones were.

#![expect(clippy::print_stdout, reason = "a benchmark is read")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Instant;

use whatlang::{Detector, Lang};
use ymateb::model::Language;
use ymateb::text::language::detect;

type Problem = Box<dyn std::error::Error>;

/// Clock ticks a second in `/proc/*/stat` (Linux on every common machine).
const TICKS: f64 = 100.0;
/// Seconds of processor time that each measurement takes at least.
const LEAST: f64 = 1.0;

fn main() -> Result<(), Problem> {
    speed(&invented()?);
    if let Ok(files) = std::env::var("YMATEB_LANGUAGES") {
        accuracy(&files)?;
    }
    Ok(())
}

/// Whether a text in a language is of a kind.
type OfKind = fn(&str, Language) -> bool;

fn speed(texts: &[String]) {
    let kinds: [(&str, OfKind); 5] = [
        ("short answers, up to 80 bytes", |text, _| text.len() <= 80),
        ("answers of 80 to 400 bytes", |text, _| (80..=400).contains(&text.len())),
        ("long answers, over 400 bytes", |text, _| text.len() > 400),
        ("Welsh", |_, language| language == Language::Cy),
        ("mixed", |_, language| language == Language::Mixed),
    ];
    println!(
        "{:<32}{:>9}{:>9}{:>14}{:>14}{:>8}",
        "MB a CPU-second", "texts", "ours", "whatlang, all", "whatlang, 2", "times"
    );
    for (kind, belongs) in kinds {
        let chosen: Vec<&str> =
            texts.iter().map(String::as_str).filter(|text| belongs(text, detect(text, None).language)).collect();
        let ours = rate(&chosen, |text| {
            black_box(detect(text, None));
        });
        // whatlang is slow: a tenth of the texts says as much.
        let some: Vec<&str> = chosen.iter().step_by(10).copied().collect();
        let all = rate(&some, |text| {
            black_box(whatlang::detect(text));
        });
        let two = rate(&some, |text| {
            black_box(either(text));
        });
        println!("{kind:<32}{:>9}{ours:>9.1}{all:>14.2}{two:>14.2}{:>8.0}", chosen.len(), ours / all);
    }
}

fn either(text: &str) -> Option<Lang> {
    Detector::with_allowlist(vec![Lang::Eng, Lang::Cym]).detect_lang(text)
}

/// Megabytes a second of processor time.
fn rate(texts: &[&str], each: impl Fn(&str)) -> f64 {
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    if bytes == 0 {
        return 0.0;
    }
    let begun = cpu();
    let mut rounds = 0;
    while cpu() - begun < LEAST {
        // A tick is long beside one round: several of them between looks at the clock.
        for _ in 0..1 + 1_000_000 / bytes {
            texts.iter().for_each(|text| each(text));
            rounds += 1;
        }
    }
    (bytes * rounds) as f64 / 1e6 / (cpu() - begun)
}

/// Every cell with words of the invented responses.
fn invented() -> Result<Vec<String>, Problem> {
    let root = tempfile::TempDir::new()?;
    let written = ymateb::invent::write(root.path(), 3000, 1)?;
    let mut texts = Vec::new();
    for file in written.files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "csv")) {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(file)?;
        for row in reader.records() {
            // A file of another encoding or shape is left out.
            let Ok(row) = row else { break };
            texts.extend(row.iter().filter(|cell| cell.contains(' ')).map(str::to_owned));
        }
    }
    if texts.is_empty() {
        return Err("nothing was invented".into());
    }
    Ok(texts)
}

#[derive(Default)]
struct Group {
    texts: usize,
    right: usize,
    whatlang: [usize; 2],
    wrong: BTreeMap<&'static str, usize>,
}

fn accuracy(files: &str) -> Result<(), Problem> {
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    for file in files.split(':') {
        for line in std::fs::read_to_string(file)?.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let said = |name: &str| row[name].as_str().unwrap_or_default();
            let group = groups.entry((said("group").to_owned(), said("lang").to_owned())).or_default();
            let wanted = said("lang").parse().unwrap_or(Language::Other);
            let found = detect(said("text"), None).language;
            group.texts += 1;
            group.right += usize::from(found == wanted);
            if found != wanted {
                *group.wrong.entry(found.as_str()).or_default() += 1;
            }
            let is_right = |lang: Option<Lang>| match (wanted, lang) {
                (Language::En, lang) => lang == Some(Lang::Eng),
                (Language::Cy, lang) => lang == Some(Lang::Cym),
                (_, lang) => lang.is_some_and(|lang| lang != Lang::Eng && lang != Lang::Cym),
            };
            if wanted != Language::Mixed {
                let told = [whatlang::detect_lang(said("text")), either(said("text"))];
                told.into_iter()
                    .zip(&mut group.whatlang)
                    .for_each(|(lang, right)| *right += usize::from(is_right(lang)));
            }
        }
    }
    println!(
        "\n{:<20}{:<7}{:>7}{:>8}{:>15}{:>13}  wrong",
        "group", "lang", "texts", "ours", "whatlang, all", "whatlang, 2"
    );
    for ((name, lang), group) in groups {
        let share = |right: usize| 100.0 * right as f64 / group.texts as f64;
        let wrong: Vec<String> = group.wrong.iter().map(|(language, n)| format!("{language} {n}")).collect();
        let [all, two] = group.whatlang.map(share);
        println!(
            "{name:<20}{lang:<7}{:>7}{:>8.2}{all:>15.2}{two:>13.2}  {}",
            group.texts,
            share(group.right),
            wrong.join(", ")
        );
    }
    Ok(())
}

/// Seconds of processor time of this process, where the system tells (Linux); else seconds by the clock.
fn cpu() -> f64 {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return BEGUN.elapsed().as_secs_f64() };
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let ticks = behind.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}
