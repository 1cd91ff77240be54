//! Campaigns among many answers: time, processor, peak memory, and what is found of what was planted, beside a bare BLAKE3 of
//! the same bytes in the same run.
//!
//! `cargo bench --bench campaigns` takes 1,000,000 answers for each share of copies; `-- 50000` as many as it says.

#![expect(clippy::print_stdout, reason = "a benchmark is read")]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Problem = Box<dyn std::error::Error>;

/// Clock ticks of `/proc/self/stat` in a second, on every Linux.
const TICKS: f64 = 100.0;

/// Letters that campaigns ask people to send.
const TEMPLATES: u64 = 40;

/// Words of a letter or an answer.
const WORDS: u64 = 120;

/// Percentage of answers that follow a letter with changes, beside the copies.
const VARIED: u64 = 5;

fn main() -> Result<(), Problem> {
    let given: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let answers = given.iter().find_map(|word| word.parse().ok()).unwrap_or(1_000_000);
    let root = tempfile::TempDir::new()?;
    let file = root.path().join("answers.jsonl");
    for copies in [0, 70, 94] {
        println!("{answers} answers, {copies} % copies, {VARIED} % varied");
        plant(&file, answers, copies)?;
        run(&file, &root.path().join("found.jsonl"))?;
        judge(&root.path().join("found.jsonl"))?;
    }
    println!("{} times three words", answers / 2);
    write(&file, answers / 2, |_, text| text.push_str("I agree wholly"))?;
    run(&file, &root.path().join("found.jsonl"))?;
    println!("{} answers around one formula of {WORDS} words, one of 5 MB, one empty", answers / 10);
    let words = vocabulary();
    write(&file, answers / 10, |n, text| match n {
        7 => (0..700_000).for_each(|at| {
            text.push_str(&words[(mixed(at) % 4000) as usize]);
            text.push(' ');
        }),
        8 => {}
        _ => {
            sentences(text, 0, WORDS, &words);
            sentences(text, 1_000_000 + n, WORDS, &words);
        }
    })?;
    run(&file, &root.path().join("found.jsonl"))
}

/// A mix of 64 bits (the finaliser of SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// Four thousand words of no meaning.
fn vocabulary() -> Vec<String> {
    let syllables =
        ["ca", "re", "gof", "al", "plant", "ty", "mo", "ve", "elw", "ho", "me", "ys", "gol", "cy", "fan", "us"];
    let word = |n: u64| (0..2 + n % 3).map(|at| syllables[(mixed(n * 5 + at) % 16) as usize]).collect();
    (0..4000).map(word).collect()
}

/// Words in sentences of about fifteen; common words come often, as in speech.
fn sentences(text: &mut String, seed: u64, words: u64, vocabulary: &[String]) {
    for at in 0..words {
        let drawn = mixed(seed.wrapping_mul(1_000_003).wrapping_add(at)) % 1_000_000;
        let share = drawn as f64 / 1e6;
        text.push_str(&vocabulary[(share * share * share * 4000.0) as usize]);
        text.push_str(if at % 15 == 14 { ". " } else { " " });
    }
}

fn write(file: &Path, lines: u64, mut each: impl FnMut(u64, &mut String)) -> Result<(), Problem> {
    let mut out = BufWriter::new(File::create(file)?);
    let mut text = String::new();
    for n in 0..lines {
        text.clear();
        each(n, &mut text);
        writeln!(out, "{{\"id\":{n},\"text\":\"{}\"}}", text.trim_end())?;
    }
    Ok(out.flush()?)
}

/// Answers of which so many in a hundred are copies of a letter, and [`VARIED`] follow one with changes; each says what it is.
fn plant(file: &Path, answers: u64, copies: u64) -> Result<(), Problem> {
    let words = vocabulary();
    let letters: Vec<String> = (0..TEMPLATES)
        .map(|letter| {
            let mut text = String::new();
            sentences(&mut text, letter, WORDS, &words);
            text
        })
        .collect();
    let mut out = BufWriter::new(File::create(file)?);
    let mut text = String::new();
    for n in 0..answers {
        let chance = mixed(n ^ 0x5eed) % 100;
        // A few letters bring most of the copies.
        let letter = (mixed(n ^ 0x1e77e4) % TEMPLATES).min(mixed(n ^ 0x1e77e5) % TEMPLATES) as usize;
        text.clear();
        let planted = if chance < copies {
            text.push_str(&letters[letter]);
            "copy"
        } else if chance < copies + VARIED {
            vary(&mut text, &letters[letter], n, &words);
            "varied"
        } else {
            sentences(&mut text, 1_000_000 + n, WORDS / 2 + mixed(n) % WORDS, &words);
            "alone"
        };
        writeln!(out, "{{\"id\":{n},\"planted\":\"{planted}\",\"letter\":{letter},\"text\":\"{}\"}}", text.trim_end())?;
    }
    Ok(out.flush()?)
}

/// A sentence or more of one's own before or after, a sentence left out, one word in twenty changed.
fn vary(text: &mut String, letter: &str, n: u64, words: &[String]) {
    let own = 15 * (1 + mixed(n ^ 1) % 4);
    if n.is_multiple_of(2) {
        sentences(text, 2_000_000 + n, own, words);
    }
    for (at, sentence) in letter.split_inclusive(". ").enumerate() {
        if n.is_multiple_of(3) && at as u64 == mixed(n ^ 2) % 8 {
            continue;
        }
        for (word_at, word) in sentence.split_inclusive(' ').enumerate() {
            let is_changed = n.is_multiple_of(5) && mixed(n ^ (at * 100 + word_at) as u64).is_multiple_of(20);
            text.push_str(if is_changed { "otherwise " } else { word });
        }
    }
    if !n.is_multiple_of(2) {
        sentences(text, 2_000_000 + n, own, words);
    }
}

/// Runs the filter and the bare hashes over a file, and says what each took.
fn run(file: &Path, found: &Path) -> Result<(), Problem> {
    let bytes = file.metadata()?.len() as f64;
    let begun = (Instant::now(), cpu(false)?);
    let mut hasher = blake3::Hasher::new();
    let mut input = File::open(file)?;
    let mut buffer = vec![0; 1 << 20];
    loop {
        match input.read(&mut buffer)? {
            0 => break,
            n => drop(hasher.update(&buffer[..n])),
        }
    }
    say("bare BLAKE3 of the file", bytes, begun.0.elapsed(), cpu(false)? - begun.1, 0);
    let begun = (Instant::now(), cpu(false)?);
    let mut input = BufReader::with_capacity(1 << 20, File::open(file)?);
    let mut line = Vec::new();
    let mut all = 0u8;
    while input.read_until(b'\n', &mut line)? > 0 {
        all ^= blake3::hash(&line).as_bytes()[0];
        line.clear();
    }
    let took = begun.0.elapsed();
    say("bare BLAKE3 of each line", bytes, took, cpu(false)? - begun.1, u64::from(all == 1));
    let begun = (Instant::now(), cpu(true)?);
    let mut child = Command::new(env!("CARGO_BIN_EXE_ymateb"))
        .arg("campaigns")
        .stdin(File::open(file)?)
        .stdout(Stdio::from(File::create(found)?))
        .spawn()?;
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        peak = peak.max(memory(child.id()));
        std::thread::sleep(Duration::from_millis(10));
    }
    say("ymateb campaigns", bytes, begun.0.elapsed(), cpu(true)? - begun.1, peak);
    Ok(())
}

fn say(what: &str, bytes: f64, wall: Duration, cpu: f64, peak: u64) {
    println!(
        "{what:>28}  {:>7.2} s  CPU {cpu:>7.2} s  {:>7.1} MB/CPU-s  {:>5.0} MB",
        wall.as_secs_f64(),
        bytes / 1e6 / f64::max(cpu, 1.0 / TICKS),
        peak as f64 / 1024.0
    );
}

/// Seconds of processor time of this process, or of its children that ended, where the system tells (Linux).
fn cpu(children: bool) -> Result<f64, Problem> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let at = if children { 13 } else { 11 };
    let ticks: f64 = fields[at..at + 2].iter().filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(ticks / TICKS)
}

/// Largest memory of a process so far in KiB, where the system tells (Linux); else 0.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// What was found of what was planted. A campaign is of the letter that most of its members follow.
fn judge(found: &Path) -> Result<(), Problem> {
    let mut lines: Vec<(u8, u64, Option<u64>)> = Vec::new();
    for line in BufReader::new(File::open(found)?).lines() {
        let line: serde_json::Value = serde_json::from_str(&line?)?;
        let planted = line["planted"].as_str().and_then(|word| word.bytes().next()).unwrap_or_default();
        lines.push((planted, line["letter"].as_u64().unwrap_or_default(), line["campaign"].as_u64()));
    }
    let mut counts: BTreeMap<u64, BTreeMap<Option<u64>, u64>> = BTreeMap::new();
    for (planted, letter, campaign) in &lines {
        let of = counts.entry(campaign.unwrap_or_default()).or_default();
        *of.entry((*planted != b'a').then_some(*letter)).or_default() += 1;
    }
    let letter_of: BTreeMap<u64, Option<u64>> = counts
        .iter()
        .map(|(campaign, of)| (*campaign, of.iter().max_by_key(|(_, n)| **n).and_then(|(letter, _)| *letter)))
        .collect();
    for (kind, name) in [(b'c', "copies"), (b'v', "varied")] {
        let planted = lines.iter().filter(|line| line.0 == kind);
        let (mut all, mut right, mut placed) = (0u64, 0u64, 0u64);
        for (_, letter, campaign) in planted {
            all += 1;
            placed += u64::from(campaign.is_some());
            right += u64::from(campaign.is_some_and(|campaign| letter_of[&campaign] == Some(*letter)));
        }
        if all > 0 {
            println!("{name:>28}  {right} of {all} in a campaign of their letter, {} in another", placed - right);
        }
    }
    let strangers = lines.iter().filter(|line| line.0 == b'a');
    let (mut all, mut wrong) = (0u64, 0u64);
    for (_, _, campaign) in strangers {
        all += 1;
        wrong += u64::from(campaign.is_some_and(|campaign| letter_of[&campaign].is_some()));
    }
    println!("{:>28}  {wrong} of {all} in a campaign; {} campaigns for {TEMPLATES} letters", "alone", counts.len() - 1);
    Ok(())
}
