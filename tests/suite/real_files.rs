//! Real files, where there are any: each is collected with no settings, and all of it is accounted for.
//!
//! `YMATEB_EXAMPLES` names a folder of files of any kind, below it as deep as they lie. The test writes what was read,
//! what was set aside and why, into `target/collected-files.md`. Without the variable it says that it was skipped.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;

use crate::project::ymateb;

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() { below(&path, files) } else { files.push(path) }
    }
}

/// A row of the table: what became of one file.
fn row(file: &Path, name: &str) -> Result<String, String> {
    let root = tempfile::tempdir().unwrap();
    let asked = |arguments: &[&str]| ymateb().current_dir(root.path()).args(arguments).output().unwrap();
    let drafted = asked(&["new", "c", "--from", &file.to_string_lossy()]);
    let said = String::from_utf8_lossy(&drafted.stderr).replace(&*file.to_string_lossy(), name);
    match drafted.status.code() {
        Some(0) => {}
        // A file that no consultation can begin with is left out with a reason.
        Some(2) if !said.trim().is_empty() => {
            let why = said.split('(').nth(1).and_then(|why| why.split(')').next()).unwrap_or(&said);
            return Ok(format!("| {name} | left out | | | {} |", why.replace('|', "/").trim()));
        }
        code => return Err(format!("{name}: drafting ended with {code:?}: {said}")),
    }
    let run = asked(&["run", "c", "--json"]);
    if !matches!(run.status.code(), Some(0 | 1)) {
        return Err(format!("{name}: the run ended with {:?}: {}", run.status, String::from_utf8_lossy(&run.stderr)));
    }
    let ledger = asked(&["ledger", "c", "--json"]);
    let ledger: Value =
        serde_json::from_slice(&ledger.stdout).map_err(|error| format!("{name}: no ledger: {error}"))?;
    if ledger["balanced"] != true {
        return Err(format!("{name}: the ledger does not balance: {ledger}"));
    }
    let problems = ledger["sources"].as_array().into_iter().flatten().flat_map(|source| source["problems"].as_array());
    let problems: Vec<String> = problems
        .flatten()
        .map(|problem| {
            [&problem["place"], &problem["reason"]]
                .map(|part| part.as_str().unwrap_or_default())
                .join(" ")
                .trim()
                .replace('|', "/")
        })
        .collect();
    if ledger["received"] == 0 && problems.is_empty() {
        return Err(format!("{name}: nothing was received, and nothing says why"));
    }
    let aside = ledger["set_aside"].as_object().map_or(String::new(), |aside| {
        aside.iter().map(|(reason, n)| format!("{reason} {n}")).collect::<Vec<_>>().join(", ")
    });
    let first: Vec<String> = problems.iter().take(3).cloned().collect();
    let more = if problems.len() > 3 { format!("; and {} more", problems.len() - 3) } else { String::new() };
    Ok(format!("| {name} | {} | {} | {aside} | {}{more} |", ledger["received"], ledger["analysed"], first.join("; ")))
}

#[test]
fn every_file_that_is_there_is_accounted_for() {
    let Some(folder) = std::env::var_os("YMATEB_EXAMPLES").map(PathBuf::from) else {
        eprintln!("skipped: YMATEB_EXAMPLES names no folder of real files");
        return;
    };
    let mut files = Vec::new();
    below(&folder, &mut files);
    files.sort();
    let name = |file: &Path| file.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
    let rows: Vec<Result<String, String>> = files.par_iter().map(|file| row(file, &name(file))).collect();
    let mut table = "| file | received | analysed | set aside | problems |\n|---|---|---|---|---|\n".to_owned();
    let mut wrong = Vec::new();
    for row in rows {
        match row {
            Ok(row) => writeln!(table, "{row}").unwrap(),
            Err(why) => wrong.push(why),
        }
    }
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/collected-files.md");
    std::fs::write(&to, table).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Largest file that is damaged: larger ones only take longer.
const LARGEST: u64 = 512 << 10;

/// `YMATEB_ROUNDS` says how often a file is damaged and read; the damage is the same each time.
#[test]
fn every_file_that_is_there_is_read_or_refused_however_it_is_damaged() {
    let Some(folder) = std::env::var_os("YMATEB_EXAMPLES").map(PathBuf::from) else {
        eprintln!("skipped: YMATEB_EXAMPLES names no folder of real files");
        return;
    };
    let rounds = std::env::var("YMATEB_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(100_u64);
    let mut files = Vec::new();
    below(&folder, &mut files);
    files.retain(|file| file.metadata().is_ok_and(|known| (1..=LARGEST).contains(&known.len())));
    files.sort();
    let wrong: Vec<String> = (0..rounds)
        .into_par_iter()
        .filter_map(|round| {
            // Knuth's MMIX generator, begun anew for each round.
            let mut state = round;
            let mut random = |below: usize| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as usize % below
            };
            let file = &files[random(files.len())];
            let mut bytes = std::fs::read(file).unwrap();
            for _ in 0..1 + random(8) {
                let (at, stretch) = (random(bytes.len()), 1 + random(64));
                let end = (at + stretch).min(bytes.len());
                match random(6) {
                    0 => drop(bytes.drain(at..end)),
                    1 => drop(bytes.splice(at..at, vec![0xff; stretch])),
                    2 => bytes.extend_from_within(at..end),
                    3 => bytes.truncate(at.max(1)),
                    _ => bytes[at] ^= 1 << random(8),
                }
                if bytes.is_empty() {
                    bytes.push(b'x');
                }
            }
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(file.file_name().unwrap());
            std::fs::write(&path, bytes).unwrap();
            let output = ymateb().args(["read", "--json", "--seconds", "20"]).arg(&path).output().unwrap();
            let is_told = !output.stdout.is_empty() || !output.stderr.is_empty();
            (!matches!(output.status.code(), Some(0..=2)) || !is_told)
                .then(|| format!("round {round}, {}: {:?}", file.display(), output.status))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
