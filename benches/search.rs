//! The index beside bare tantivy over the same texts, in one run: building it, searching it, changing one answer of it.
//!
//! `cargo bench --bench search` takes 400,000 invented answers; `cargo bench --bench search -- 20000` as many as it says.
//! The bare index that is built has one field of words with positions and stores nothing; the one that is searched also
//! stores the words and has facets. Both are given the same threads and the same memory. Costs are processor time.

#![expect(clippy::print_stdout, reason = "a benchmark is read")]

#[path = "shared/bare_index.rs"]
mod bare_index;
#[path = "shared/cost.rs"]
mod cost;
#[path = "shared/open_answers.rs"]
mod open_answers;
#[path = "shared/queries.rs"]
mod queries;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use bare_index::Bare;
use queries::Asked;
use ymateb::index::{self, Change, Passage, Reader, Request, Stamp, Writers};
use ymateb::model::{Place, Stance};
use ymateb::tagging::{frame, matcher::Matcher};
use ymateb::text::language;

type Problem = Box<dyn std::error::Error>;

/// Times that each index is built; the cheapest counts.
const ROUNDS: usize = 2;
/// Times that each search is made: once for the first time, and the one in the middle of the others counts.
const TIMES: usize = 6;
/// Hits of a search.
const SHOWN: usize = 20;

fn main() -> Result<(), Problem> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = words.iter().position(|word| word == "--build") {
        return build_alone(&words[at + 1], Path::new(&words[at + 2]), Path::new(&words[at + 3]));
    }
    let count = words.iter().find_map(|word| word.parse().ok()).unwrap_or(400_000_usize);
    let folder = tempfile::TempDir::new()?;
    let passages = passages(folder.path(), count)?;
    let bytes: usize = passages.iter().map(|passage| passage.text.len()).sum();
    println!(
        "{} answers, {:.1} MB of text, {} bytes each, {:.1} themes each; {} threads write",
        passages.len(),
        bytes as f64 / 1e6,
        bytes / passages.len().max(1),
        passages.iter().map(|passage| passage.themes.len()).sum::<usize>() as f64 / passages.len().max(1) as f64,
        index::writers().threads
    );
    let ours = folder.path().join("ours");
    let bare = building(folder.path(), &ours, &passages, bytes)?;
    memory(folder.path(), &passages)?;
    searching(&ours, &bare, &queries::queries(&passages, bare.text, bare.facets))?;
    changing(&ours, &bare, &passages)
}

/// Builds each index some times over, one after the other; leaves the last ones for the searches.
fn building(folder: &Path, ours: &Path, passages: &[Passage], bytes: usize) -> Result<Bare, Problem> {
    let Writers { threads, memory: heap } = index::writers();
    let mut costs: BTreeMap<&str, (f64, f64, u64)> = BTreeMap::new();
    let mut bare = None;
    let mut keep = |named: &'static str, begun: Instant, before: f64, folder: &Path| -> Result<(), Problem> {
        let cost = (cost::cpu_of_all() - before, begun.elapsed().as_secs_f64(), size(folder)?);
        let best = costs.entry(named).or_insert(cost);
        if cost.0 < best.0 {
            *best = cost;
        }
        Ok(())
    };
    for round in 0..ROUNDS {
        let words = folder.join(format!("words-{round}"));
        std::fs::create_dir(&words)?;
        let texts: Vec<String> = passages.iter().map(|passage| passage.text.clone()).collect();
        let (begun, before) = (Instant::now(), cost::cpu_of_all());
        bare_index::build_words(&words, texts, threads, heap)?;
        keep("1 bare tantivy, one field with positions", begun, before, &words)?;
        std::fs::remove_dir_all(&words)?;

        let asked = folder.join(format!("asked-{round}"));
        std::fs::create_dir(&asked)?;
        let all = passages.to_vec();
        let (begun, before) = (Instant::now(), cost::cpu_of_all());
        bare = Some(Bare::build(&asked, all.into_iter(), threads, heap)?);
        keep("2 bare tantivy, words stored, facets, keys", begun, before, &asked)?;

        let all = passages.to_vec();
        let (begun, before) = (Instant::now(), cost::cpu_of_all());
        let changes = all.into_iter().map(|passage| Ok::<_, Infallible>(Change::Put(passage)));
        index::update(ours, &Stamp("1".to_owned()), true, changes)?;
        keep("3 this index, all its fields", begun, before, ours)?;
    }
    let first = costs.values().next().map_or(1.0, |cost| cost.0);
    for (named, (cpu, wall, size)) in &costs {
        println!(
            "{:>44}  CPU {cpu:>7.2} s  {wall:>7.2} s  {:>6.1} MB/CPU-s  {:>5.2} of the first  {:>7.1} MB, {:.2} of the text",
            &named[2..],
            bytes as f64 / 1e6 / cpu,
            cpu / first,
            *size as f64 / 1e6,
            *size as f64 / bytes as f64
        );
    }
    bare.ok_or_else(|| "nothing was built".into())
}

/// Builds each index in a process of its own, which reads the answers one at a time.
fn memory(folder: &Path, passages: &[Passage]) -> Result<(), Problem> {
    let lines = folder.join("passages.jsonl");
    let mut out = BufWriter::new(File::create(&lines)?);
    for passage in passages {
        serde_json::to_writer(&mut out, passage)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    for (named, what) in [("bare tantivy, words stored, facets, keys", "bare"), ("this index", "ours")] {
        let child = Command::new(std::env::current_exe()?)
            .args(["--build", what])
            .args([&lines, &folder.join(format!("alone-{what}"))])
            .stdout(Stdio::null())
            .spawn()?;
        let cost = cost::watched(child, "building")?;
        println!("{named:>44}  in a process of its own, from a file: {:>5.0} MB of memory", cost.peak as f64 / 1024.0);
    }
    Ok(())
}

fn build_alone(what: &str, lines: &Path, folder: &Path) -> Result<(), Problem> {
    let read = |line: std::io::Result<String>| -> Result<Passage, Problem> { Ok(serde_json::from_str(&line?)?) };
    let lines = BufReader::new(File::open(lines)?).lines();
    if what == "bare" {
        std::fs::create_dir(folder)?;
        let passages = lines.map_while(|line| read(line).ok());
        Bare::build(folder, passages, index::writers().threads, index::writers().memory)?;
    } else {
        let changes = lines.map(|line| read(line).map(Change::Put).map_err(|error| error.to_string()));
        index::update(folder, &Stamp("1".to_owned()), true, changes)?;
    }
    Ok(())
}

/// Every search in both, one after the other: as it is asked for the first time, and again.
fn searching(ours: &Path, bare: &Bare, asked: &[Asked]) -> Result<(), Problem> {
    let reader = Reader::new(ours);
    let request = |query: &str| Request { query: query.to_owned(), limit: SHOWN, ..Request::default() };
    // What is read once for all searches is told apart.
    for named in ["opening this index, first search", "second search"] {
        let before = cost::cpu_here();
        reader.search(&request("gofal"))?;
        println!("{named:>44}  CPU {:>7.2} ms", (cost::cpu_here() - before) * 1e3);
    }
    // For each search and each round: both, by the processor and by the clock, in ms.
    let mut rounds: Vec<Vec<[f64; 4]>> = Vec::new();
    for _ in 0..TIMES {
        let round = asked.iter().map(|asked| -> Result<[f64; 4], Problem> {
            let request = request(&asked.typed);
            let (begun, before) = (Instant::now(), cost::cpu_here());
            bare.ask(&*asked.bare)?;
            let bare = [cost::cpu_here() - before, begun.elapsed().as_secs_f64()];
            let (begun, before) = (Instant::now(), cost::cpu_here());
            reader.search(&request)?;
            let ours = [cost::cpu_here() - before, begun.elapsed().as_secs_f64()];
            Ok([bare[0], bare[1], ours[0], ours[1]].map(|seconds| seconds * 1e3))
        });
        rounds.push(round.collect::<Result<_, _>>()?);
    }
    let middle = |search: usize| -> [f64; 4] {
        std::array::from_fn(|n| share(rounds[1..].iter().map(|round| round[search][n]), 0.5))
    };
    let again: Vec<[f64; 4]> = (0..asked.len()).map(middle).collect();
    if std::env::var_os("YMATEB_EACH").is_some() {
        for (asked, cost) in asked.iter().zip(&again) {
            println!("{:>24} {:>40}  bare {:>7.3}  ours {:>7.3}", asked.kind, asked.typed, cost[0], cost[2]);
        }
    }
    println!("{:>44}  {:>24}  {:>24}", "ms of processor time (by the clock)", "bare tantivy", "this index");
    for (when, costs) in [("for the first time", &rounds[0]), ("again", &again)] {
        for (named, part) in [("median", 0.5), ("95 %", 0.95), ("99 %", 0.99)] {
            let of = |n: usize| share(costs.iter().map(|cost| cost[n]), part);
            println!(
                "{:>44}  {:>12.3} ({:>9.3})  {:>12.3} ({:>9.3})  {:>5.2} times",
                format!("{when}, {named}"),
                of(0),
                of(1),
                of(2),
                of(3),
                of(2) / of(0)
            );
        }
    }
    let kinds: BTreeSet<&str> = asked.iter().map(|asked| asked.kind).collect();
    for kind in kinds {
        let costs = || asked.iter().zip(&again).filter(|(asked, _)| asked.kind == kind).map(|(_, cost)| cost);
        let of = |n: usize| share(costs().map(|cost| cost[n]), 0.5);
        println!("{kind:>44}  {:>24.3}  {:>24.3}  {:>5.2} times", of(0), of(2), of(2) / of(0));
    }
    Ok(())
}

/// One answer in the place of its former self.
fn changing(ours: &Path, bare: &Bare, passages: &[Passage]) -> Result<(), Problem> {
    let mut changed = passages[passages.len() / 2].clone();
    changed.text.push_str(" Changed, wedi'i newid 🙂.");
    let (begun, before) = (Instant::now(), cost::cpu_of_all());
    bare.replace(&changed, index::writers().memory)?;
    let said = |named: &str, begun: Instant, before: f64| {
        let (cpu, wall) = (cost::cpu_of_all() - before, begun.elapsed().as_secs_f64());
        println!("{named:>44}  CPU {:>7.0} ms  {:>7.0} ms", cpu * 1e3, wall * 1e3);
    };
    said("bare tantivy, one answer changed", begun, before);
    let (begun, before) = (Instant::now(), cost::cpu_of_all());
    let change = std::iter::once(Ok::<_, Infallible>(Change::Put(changed)));
    index::update(ours, &Stamp("2".to_owned()), false, change)?;
    said("this index, one answer changed", begun, before);
    Ok(())
}

/// The value below which such a part of the values lies.
fn share(values: impl Iterator<Item = f64>, part: f64) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * part).round() as usize]
}

fn size(folder: &Path) -> Result<u64, Problem> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}

/// So many answers as an analysis leaves them: language and themes found in their words, the rest drawn for each response.
fn passages(folder: &Path, count: usize) -> Result<Vec<Passage>, Problem> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/removing-profit/frame.toml");
    let frame = frame::read("frame.toml", &std::fs::read_to_string(sample)?)?;
    let matcher = Matcher::compile("frame.toml", &frame)?;
    let mut finder = matcher.finder();
    let mut passages = Vec::with_capacity(count);
    let mut responses = count / 4 + 100;
    while passages.len() < count {
        passages.clear();
        for answer in open_answers::open_answers(&folder.join("invented"), responses, 11)?.take(count) {
            let answer = answer?;
            let language = language::detect(&answer.text, None);
            let found = finder.find(&answer.text, &language);
            let mut themes: Vec<String> = found.iter().map(|found| matcher.theme(found).to_owned()).collect();
            themes.sort();
            themes.dedup();
            let mut above: Vec<String> =
                themes.iter().flat_map(|theme| frame.line(theme).skip(1)).map(str::to_owned).collect();
            above.sort();
            above.dedup();
            passages.push(passage(answer, passages.len(), language, themes, above));
        }
        responses *= 2;
    }
    Ok(passages)
}

fn passage(
    answer: open_answers::OpenAnswer,
    number: usize,
    language: ymateb::model::Detected,
    themes: Vec<String>,
    above: Vec<String>,
) -> Passage {
    const KINDS: [&str; 9] = [
        "individual",
        "individual",
        "individual",
        "parent-carer",
        "local-authority",
        "provider",
        "third-sector",
        "young-person",
        "other",
    ];
    let drawn = blake3::hash(&answer.response.to_le_bytes());
    let drawn = drawn.as_bytes();
    let kind = KINDS[usize::from(drawn[0]) % KINDS.len()];
    Passage {
        key: number as i64 + 1,
        reference: format!("R-{:05}", answer.response + 1),
        stance: ["1.1a", "1.2"].contains(&answer.question.as_str()).then(|| Stance::ALL[number % 4]),
        question: answer.question,
        text: answer.text,
        language,
        themes,
        above,
        kind: kind.to_owned(),
        organisation: match kind {
            "local-authority" | "provider" => format!("Sefydliad {}", drawn[1]),
            _ => String::new(),
        },
        area: format!("W060000{:02}", drawn[2] % 22 + 1),
        channel: ["form", "e-mail", "letter", "easy-read"][usize::from(drawn[3].leading_zeros().min(3) as u8)]
            .to_owned(),
        campaign: (drawn[4] < 30).then_some(u32::from(drawn[4] % 3) + 1),
        received: format!("2022-{:02}-{:02}", 8 + drawn[5] % 4, drawn[6] % 28 + 1),
        quotable: drawn[7] < 150,
        publish: drawn[7] < 200,
        guarded: false,
        event: false,
        place: Place { file: "platform/export.csv".to_owned(), place: format!("row {}", answer.response + 2) },
    }
}
