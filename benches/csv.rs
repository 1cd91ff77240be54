//! Reading CSV beside the bare `csv` crate, each on the same file and in a process of its own: time, speed, peak memory.
//!
//! `cargo bench --bench csv` takes 10,000 and 1,000,000 rows; `cargo bench --bench csv -- 50000` as many as it says.

#![expect(clippy::print_stdout, reason = "a benchmark is read")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use ymateb::corpus::{Folder, ItemContent, NewAnswer, Store, settings};

type Problem = Box<dyn std::error::Error>;

/// Clock ticks of `/proc/self/stat` in a second, on every Linux.
const TICKS: f64 = 100.0;

const SETTINGS: &str = r#"
format = 1
title = { en = "A question", cy = "Cwestiwn" }
[[type]]
code = "person"
label = { en = "Individual", cy = "Unigolyn" }
[[question]]
id = "1"
text = { en = "Do you agree?", cy = "Ydych chi'n cytuno?" }
kind = "closed"
[[question.option]]
code = "yes"
label = { en = "Yes", cy = "Ydw" }
[[question.option]]
code = "no"
label = { en = "No", cy = "Nac ydw" }
[[question]]
id = "1a"
text = { en = "Why?", cy = "Pam?" }
[[question]]
id = "2"
text = { en = "Anything else?", cy = "Unrhyw beth arall?" }
[[source]]
files = "*.csv"
channel = "form"
id = "Response ID"
received = "Submitted"
type = "Type"
name = ["Name"]
may_publish = "Publish"
[source.answers]
"1" = "Do you agree?"
"1a" = "Why?"
"2" = "Anything else?"
"#;

const HEADER: &str = "Response ID,Submitted,Type,Name,Publish,Do you agree?,Why?,Anything else?\n";

/// Words of no meaning beyond their lengths, in both languages.
const WORDS: [&str; 16] = [
    "care", "plant", "the", "yn", "children", "gofal", "and", "a", "foster", "elw", "council", "ddim", "move", "tŷ",
    "of", "cartref",
];

fn main() -> Result<(), Problem> {
    let given: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [child, what, root] = &given[..]
        && child == "child"
    {
        return work(what, Path::new(root));
    }
    let asked: Vec<usize> = given.iter().filter_map(|word| word.parse().ok()).collect();
    for rows in if asked.is_empty() { vec![10_000, 1_000_000] } else { asked } {
        let root = tempfile::TempDir::new()?;
        let bytes = write(root.path(), rows)?;
        println!("{rows} rows, {:.1} MB", bytes as f64 / 1e6);
        let mut bare = 0.0;
        for (what, named) in [
            ("csv", "the csv crate"),
            ("store", "the csv crate, and the store by itself"),
            ("ingest", "Ymateb, store included"),
        ] {
            let output = Command::new(std::env::current_exe()?).args(["child", what]).arg(root.path()).output()?;
            let said = String::from_utf8(output.stdout)?;
            let numbers: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
            let [wall, cpu, peak] = numbers[..] else {
                return Err(format!("`{what}` failed: {}", String::from_utf8_lossy(&output.stderr)).into());
            };
            if what == "csv" {
                bare = cpu;
            }
            let times = cpu / f64::max(bare, 1.0 / TICKS);
            println!(
                "{named:>40}  {wall:>7.2} s  CPU {cpu:>7.2} s ({times:>5.1} times)  {:>7.1} MB/s  {:>5.0} MB",
                bytes as f64 / 1e6 / wall,
                peak / 1024.0
            );
        }
    }
    Ok(())
}

/// Does one work, and says its seconds by the clock and by the processor, and its peak in KiB.
fn work(what: &str, root: &Path) -> Result<(), Problem> {
    let begun = Instant::now();
    let before = cpu();
    match what {
        "csv" => bare(root)?,
        "store" => store_alone(root)?,
        _ => ingest(root)?,
    }
    println!("{} {} {}", begun.elapsed().as_secs_f64(), cpu() - before, peak());
    Ok(())
}

fn bare(root: &Path) -> Result<(), Problem> {
    let mut reader = csv::Reader::from_path(file(root))?;
    let mut row = csv::StringRecord::new();
    let mut letters = 0;
    while reader.read_record(&mut row)? {
        letters += row.iter().map(str::len).sum::<usize>();
    }
    if letters == 0 { Err("nothing was read".into()) } else { Ok(()) }
}

/// Items made of the rows with no thought, and kept: what the database costs.
fn store_alone(root: &Path) -> Result<(), Problem> {
    let mut store = Store::open(&root.join("alone.db"))?;
    let mut arrival = store.arrive("a.csv", "form")?;
    let mut reader = csv::Reader::from_path(file(root))?;
    let mut batch = Vec::new();
    for (i, row) in reader.records().enumerate() {
        let row = row?;
        let answer = |question: &str, at: usize| NewAnswer {
            question: question.to_owned(),
            text: row[at].to_owned(),
            ..NewAnswer::default()
        };
        batch.push(ItemContent {
            key: row[0].to_owned(),
            place: format!("row {}", i + 2),
            channel: "form".to_owned(),
            answers: vec![answer("1", 5), answer("1a", 6), answer("2", 7)],
            ..ItemContent::default()
        });
        if batch.len() == 1000 {
            arrival.keep(&batch)?;
            batch.clear();
        }
    }
    arrival.keep(&batch)?;
    arrival.finish("", "", 0)?;
    Ok(())
}

fn ingest(root: &Path) -> Result<(), Problem> {
    let folder = Folder::new(root, "c")?;
    let settings = settings::read(&folder.settings(), "c")?;
    let mut store = Store::open(&folder.database())?;
    // Tables of text are read in this very process, so no other one is needed.
    ymateb::ingest::collect(&mut store, &folder, &settings, Path::new(""), || {})?;
    Ok(())
}

fn file(root: &Path) -> PathBuf {
    root.join("corpus/c/received/a.csv")
}

/// Writes a consultation of one table, the same one each time.
fn write(root: &Path, rows: usize) -> Result<u64, Problem> {
    std::fs::create_dir_all(root.join("corpus/c/received"))?;
    std::fs::write(root.join("corpus/c/consultation.toml"), SETTINGS)?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(file(root))?);
    out.write_all(HEADER.as_bytes())?;
    let mut state = 1_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for row in 1..=rows {
        let agree = if next(2) == 0 { "Yes" } else { "Nac ydw" };
        write!(out, "R-{row},2022-09-{:02} 10:32,Individual,Respondent {row},Yes,{agree},\"", next(28) + 1)?;
        for _ in 0..20 + next(60) {
            write!(out, "{}, ", WORDS[next(16) as usize])?;
        }
        write!(out, "\"\"really\"\"\nyes.\",")?;
        for _ in 0..next(12) {
            write!(out, "{} ", WORDS[next(16) as usize])?;
        }
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(std::fs::metadata(file(root))?.len())
}

/// Seconds of processor time of this process, where the system tells (Linux); else 0.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let ticks = behind.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// Largest memory of this process so far in KiB, where the system tells (Linux); else 0.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
