//! The whole walk over invented responses, stage by stage, each in a process of its own: wall-clock time and peak memory.
//!
//! `cargo bench` takes 10,000 responses; `cargo bench -- 100000` takes as many as it says.

#![expect(clippy::print_stdout, reason = "a benchmark is read")]

#[path = "shared/cost.rs"]
mod cost;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

type Problem = Box<dyn std::error::Error>;

fn main() -> Result<(), Problem> {
    let responses = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000usize);
    let root = tempfile::TempDir::new()?;
    let corpus = root.path().join("corpus/removing-profit");
    let begun = Instant::now();
    let written = ymateb::invent::write(&corpus.join("received"), responses, 1)?;
    println!(
        "{responses} responses, {} MB, invented in {:.2} s",
        written.bytes / 1_000_000,
        begun.elapsed().as_secs_f64()
    );
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/removing-profit");
    std::fs::copy(sample.join("frame.toml"), corpus.join("frame.toml"))?;
    // The sources of letters and events have no files here; without them their registers are not missed.
    let settings = std::fs::read_to_string(sample.join("consultation.toml"))?;
    let kept = settings.split("\n[[source]]").filter(|part| !part.contains("register =") && !part.contains("events/"));
    std::fs::write(corpus.join("consultation.toml"), kept.collect::<Vec<_>>().join("\n[[source]]"))?;
    for stage in ["ingest", "tag", "campaigns", "index", "report", "run"] {
        let child = Command::new(env!("CARGO_BIN_EXE_ymateb"))
            .args(["--root".as_ref(), root.path().as_os_str(), stage.as_ref(), "removing-profit".as_ref()])
            .stdout(Stdio::null())
            .spawn()?;
        let cost = cost::watched(child, &format!("`ymateb {stage}`"))?;
        let what = if stage == "run" { "run, nothing changed" } else { stage };
        println!("{what:>22}  {:>8.2} s  {:>6} MB", cost.wall, cost.peak / 1024);
    }
    Ok(())
}
