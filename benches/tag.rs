//! Tagging beside a bare Aho-Corasick scan for the same words, stage by stage and as a filter: time, speed, peak memory.
//!
//! `cargo bench --bench tag` invents 20 MB of answers; `cargo bench --bench tag -- 200` as many MB as it says. The answers are
//! the open ones of the invented responses, both languages, short and long, one seed; the frame is that of the sample, thinned
//! or repeated to 500 patterns. Speeds are MB of answers a second of processor time.

#![expect(clippy::print_stdout, reason = "a benchmark is read")]

#[path = "shared/cost.rs"]
mod cost;
#[path = "shared/open_answers.rs"]
mod open_answers;

use std::fmt::Write as _;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use cost::Cost;
use ymateb::model::{CodingFrame, Detected, Language, Pattern, Theme};
use ymateb::tagging::{frame, matcher::Matcher, stance};
use ymateb::text::{fold, language};

type Problem = Box<dyn std::error::Error>;

/// Patterns in the frame.
const PATTERNS: usize = 500;
/// A stage is repeated until it has worked this long, in seconds.
const LONG_ENOUGH: f64 = 1.0;
/// MB of answers that Python gets: it needs some seconds for each.
const FOR_PYTHON: f64 = 2.0;

fn main() -> Result<(), Problem> {
    let megabytes: usize = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(20);
    let folder = tempfile::TempDir::new()?;
    let texts = answers(folder.path(), megabytes * 1_000_000)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/removing-profit/frame.toml");
    let sample = frame::read("frame.toml", &std::fs::read_to_string(sample)?)?;
    let frame = of_size(&sample, PATTERNS);
    let matcher = Matcher::compile("frame.toml", &frame)?;
    let literals = matcher.literals();
    let languages: Vec<Detected> = texts.iter().map(|text| language::detect(text, None)).collect();
    let share = |wanted| languages.iter().filter(|l| l.language == wanted).count() * 100 / languages.len().max(1);
    println!(
        "{} answers, {:.1} MB, {} bytes each; {} % English, {} % Welsh, {} % mixed; {PATTERNS} patterns, {} words and phrases looked for",
        texts.len(),
        bytes as f64 / 1e6,
        bytes / texts.len().max(1),
        share(Language::En),
        share(Language::Cy),
        share(Language::Mixed),
        literals.len()
    );
    stages(&texts, &languages, &matcher, frame.proposal.as_ref().map(stance::Proposal::new).as_ref());
    filters(folder.path(), &texts, &frame)?;
    python(folder.path(), &texts, &frame)
}

/// Each part of the work in this process, on one thread.
fn stages(texts: &[String], languages: &[Detected], matcher: &Matcher, proposal: Option<&stance::Proposal>) {
    let literals = matcher.literals();
    let bytes: usize = texts.iter().map(String::len).sum();
    let bare = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(literals).expect("they are few enough");
    let mut of_bare = 0.0;
    let mut stage = |named: &str, work: &mut dyn FnMut() -> usize| {
        let (mut rounds, mut found) = (0, 0);
        let (begun, before) = (Instant::now(), cost::cpu_here());
        while begun.elapsed().as_secs_f64() < LONG_ENOUGH {
            found = black_box(work());
            rounds += 1;
        }
        let cpu = (cost::cpu_here() - before) / f64::from(rounds);
        let wall = begun.elapsed().as_secs_f64() / f64::from(rounds);
        let speed = bytes as f64 / 1e6 / cpu;
        if of_bare == 0.0 {
            of_bare = speed;
        }
        println!(
            "{named:>44}  {wall:>7.3} s  CPU {cpu:>7.3} s  {speed:>7.1} MB/CPU-s  {:>5.2} of the bare scan  {found:>9} found",
            speed / of_bare
        );
    };
    stage("bare Aho-Corasick scan (DFA)", &mut || texts.iter().map(|text| bare.find_iter(text).count()).sum());
    stage("the same, overlapping", &mut || texts.iter().map(|text| bare.find_overlapping_iter(text).count()).sum());
    stage("folding", &mut || texts.iter().map(|text| fold::fold(text).text().len()).sum());
    let mut finder = matcher.finder();
    stage("tags, languages given", &mut || {
        texts.iter().zip(languages).map(|(text, language)| finder.find(text, language).len()).sum()
    });
    stage("language", &mut || {
        texts.iter().filter(|text| language::detect(text, None).language == Language::Cy).count()
    });
    stage("stance", &mut || {
        let is_shown = |text: &String, language: &Detected| !stance::stance(text, language, proposal).words.is_empty();
        texts.iter().zip(languages).filter(|(text, language)| is_shown(text, language)).count()
    });
    stage("language, tags and stance", &mut || {
        let all = texts.iter().map(|text| {
            let language = language::detect(text, None);
            black_box(stance::stance(text, &language, proposal));
            finder.find(text, &language).len()
        });
        all.sum()
    });
}

/// The filter as a process: the whole file on one thread and on two, then its memory on few lines and on many.
fn filters(folder: &Path, texts: &[String], frame: &CodingFrame) -> Result<(), Problem> {
    let (with, without) = (folder.join("frame.toml"), folder.join("themes.toml"));
    std::fs::write(&with, written(frame))?;
    std::fs::write(&without, written(&CodingFrame { proposal: None, ..frame.clone() }))?;
    let all = folder.join("answers.jsonl");
    let bytes = lines(&all, texts, texts.len(), false)?;
    let said = folder.join("answers-in-a-language.jsonl");
    lines(&said, texts, texts.len(), true)?;
    let mut outputs = Vec::new();
    for (named, input, frame, threads) in [
        ("tag, language said, no proposal, one thread", &said, &without, "1"),
        ("tag, no proposal, one thread", &all, &without, "1"),
        ("tag, one thread", &all, &with, "1"),
        ("tag, two threads", &all, &with, "2"),
    ] {
        let output = folder.join(format!("tagged-{}.jsonl", outputs.len()));
        let (wall, cpu, peak) = filter(input, frame, threads, Some(&output))?;
        println!(
            "{named:>44}  {wall:>7.3} s  CPU {cpu:>7.3} s  {:>7.1} MB/CPU-s  {:>5.0} MB of memory",
            bytes as f64 / 1e6 / cpu,
            peak as f64 / 1024.0
        );
        outputs.push(output);
    }
    let same = std::fs::read(&outputs[2])? == std::fs::read(&outputs[3])?;
    println!("{:>44}  {}", "the same bytes on one thread and two", if same { "yes" } else { "NO" });
    for count in [10_000, 1_000_000] {
        let input = folder.join("counted.jsonl");
        lines(&input, texts, count, false)?;
        let (_, cpu, peak) = filter(&input, &with, "2", None)?;
        let named = format!("tag, {count} lines");
        println!("{named:>44}  {:>9}  CPU {cpu:>7.3} s  {:>31.0} MB of memory", "", peak as f64 / 1024.0);
    }
    Ok(())
}

/// Runs the filter; gives seconds by the clock and by the processor, and its peak in KiB.
fn filter(input: &Path, frame: &Path, threads: &str, output: Option<&Path>) -> Result<(f64, f64, u64), Problem> {
    let child = Command::new(env!("CARGO_BIN_EXE_ymateb"))
        .args(["tag".as_ref(), "--frame".as_ref(), frame.as_os_str()])
        .env("RAYON_NUM_THREADS", threads)
        .stdin(File::open(input)?)
        .stdout(output.map_or(Ok(Stdio::null()), |path| File::create(path).map(Stdio::from))?)
        .spawn()?;
    let Cost { wall, cpu, peak } = cost::watched(child, "`ymateb tag`")?;
    Ok((wall, cpu, peak))
}

/// What an analyst would write in Python: one regular expression for each pattern, tried one after another.
fn python(folder: &Path, texts: &[String], frame: &CodingFrame) -> Result<(), Problem> {
    const SCRIPT: &str = r#"
import json, re, sys, time
patterns = json.load(open(sys.argv[1]))
def compiled(p):
    if p.startswith("re:/"):
        body, flags = p[4:].rsplit("/", 1)
        return re.compile(body, re.I if flags else 0)
    parts, gap = [], None
    for token in re.findall(r"~\d+|[()|]|[^\s()|~]+", p.replace('"', "").replace("=", "")):
        parts.append(token)
    out, need = "", False
    for token in parts:
        if token[0] == "~":
            out += r"(?:\W+\w+){0,%s}" % token[1:]
        elif token == "(":
            out += (r"\W+" if need else "") + "(?:"; need = False
        elif token in ")|":
            out += token; need = token == ")"
        else:
            word = re.escape(token.rstrip("*")) + (r"\w*" if token.endswith("*") else "")
            out += (r"\W+" if need else "") + r"\b" + word + r"\b"; need = True
    return re.compile(out, re.I)
regexes = [compiled(p) for p in patterns]
texts = [json.loads(line)["text"] for line in open(sys.argv[2])]
begun, found = time.process_time(), 0
for text in texts:
    for regex in regexes:
        for match in regex.finditer(text):
            found += 1
print(time.process_time() - begun, found)
"#;
    let patterns: Vec<&str> = all_patterns(frame).iter().map(|pattern| pattern.text.as_str()).collect();
    std::fs::write(folder.join("patterns.json"), serde_json::to_vec(&patterns)?)?;
    std::fs::write(folder.join("tag.py"), SCRIPT)?;
    let mut bytes = 0;
    let few = texts.iter().take_while(|text| {
        bytes += text.len();
        bytes as f64 <= FOR_PYTHON * 1e6
    });
    let few = few.count();
    let bytes: usize = texts[..few].iter().map(String::len).sum();
    lines(&folder.join("few.jsonl"), &texts[..few], few, false)?;
    let named = "Python re, one pattern after another";
    let ran = Command::new("python3").current_dir(folder).args(["tag.py", "patterns.json", "few.jsonl"]).output();
    let Some(output) = ran.ok().filter(|output| output.status.success()) else {
        println!("{named:>44}  there is no Python here");
        return Ok(());
    };
    let said = String::from_utf8(output.stdout)?;
    let cpu: f64 = said.split_whitespace().next().unwrap_or_default().parse()?;
    println!("{named:>44}  {:>9}  CPU {cpu:>7.3} s  {:>7.2} MB/CPU-s", "", bytes as f64 / 1e6 / cpu);
    Ok(())
}

/// Invented answers of about so many bytes together, in the order in which they were sent.
fn answers(folder: &Path, wanted: usize) -> Result<Vec<String>, Problem> {
    /// Bytes of open answers in a response, on average.
    const EACH: usize = 600;
    let invented: Vec<String> = open_answers::open_answers(folder, wanted / EACH + 100, 7)?
        .map(|answer| answer.map(|answer| answer.text))
        .collect::<Result<_, _>>()?;
    if invented.is_empty() {
        return Err("nothing was invented".into());
    }
    let mut bytes = 0;
    let texts = invented.iter().cycle().take_while(|text| {
        let more = bytes < wanted;
        bytes += text.len();
        more
    });
    Ok(texts.cloned().collect())
}

/// JSON Lines of so many answers, from the first again when there are too few; gives the bytes of the answers.
fn lines(path: &Path, texts: &[String], count: usize, say_language: bool) -> Result<usize, Problem> {
    let mut out = BufWriter::new(File::create(path)?);
    let mut bytes = 0;
    for (i, text) in texts.iter().cycle().take(count).enumerate() {
        bytes += text.len();
        let mut line = serde_json::json!({ "id": format!("A-{i}"), "text": text });
        if say_language {
            line["language"] = match language::detect(text, None).language {
                Language::Cy => "cy".into(),
                _ => "en".into(),
            };
        }
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(bytes)
}

fn all_patterns(frame: &CodingFrame) -> Vec<&Pattern> {
    frame.themes.iter().flat_map(|theme| theme.en.iter().chain(&theme.cy).chain(&theme.not)).collect()
}

/// The frame with exactly so many patterns: every so-manieth is kept, or all are repeated under new codes.
fn of_size(frame: &CodingFrame, wanted: usize) -> CodingFrame {
    let total = all_patterns(frame).len();
    let mut sized = CodingFrame { themes: Vec::new(), ..frame.clone() };
    let mut taken = 0;
    for round in 0..wanted.div_ceil(total.max(1)) {
        let mut seen = 0;
        for theme in &frame.themes {
            let mut keep = |patterns: &[Pattern]| -> Vec<Pattern> {
                let kept = patterns.iter().filter(|_| {
                    seen += 1;
                    let due = if wanted >= total { true } else { seen * wanted / total > (seen - 1) * wanted / total };
                    taken += usize::from(due && taken < wanted);
                    due && taken <= wanted
                });
                kept.cloned().collect()
            };
            let (en, cy, not) = (keep(&theme.en), keep(&theme.cy), keep(&theme.not));
            if en.is_empty() && cy.is_empty() {
                continue;
            }
            let code = if round == 0 { theme.code.clone() } else { format!("{}-{round}", theme.code) };
            sized.themes.push(Theme { code, parent: None, en, cy, not, ..theme.clone() });
        }
    }
    sized
}

/// A frame as a file.
fn written(frame: &CodingFrame) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let mut toml = format!("name = {}\nversion = {}\n", quoted(&frame.name), frame.version);
    if let Some(proposal) = &frame.proposal {
        let _ = writeln!(toml, "proposal = {{ en = {}, cy = {} }}", quoted(&proposal.en), quoted(&proposal.cy));
    }
    for theme in &frame.themes {
        let _ = writeln!(toml, "[[theme]]\ncode = {}", quoted(&theme.code));
        for (key, patterns) in [("en", &theme.en), ("cy", &theme.cy), ("not", &theme.not)] {
            let patterns: Vec<String> = patterns.iter().map(|pattern| quoted(&pattern.text)).collect();
            let _ = writeln!(toml, "{key} = [{}]", patterns.join(", "));
        }
    }
    toml
}
