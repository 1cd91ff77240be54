//! What work costs, as the system tells it (Linux); elsewhere every figure is 0.

#![allow(dead_code, reason = "each benchmark asks for some of these")]

use std::time::{Duration, Instant};

/// Clock ticks of `/proc/self/stat` in a second, on every Linux.
const TICKS: f64 = 100.0;
/// How often a running process is asked for its memory.
const EVERY: Duration = Duration::from_millis(5);

/// Seconds that this thread has worked.
pub(crate) fn cpu_here() -> f64 {
    // The count is brought up to date when the thread is about to give way, else with every tick of the clock.
    std::thread::yield_now();
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said.split_whitespace().next().and_then(|word| word.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e9
}

/// Seconds of processor time of all threads of this process.
pub(crate) fn cpu_of_all() -> f64 {
    ticks(11)
}

/// Seconds of processor time of all children that have ended.
pub(crate) fn cpu_of_children() -> f64 {
    ticks(13)
}

/// The sum of two fields of `/proc/self/stat`, counted from the one behind the name.
fn ticks(from: usize) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let ticks = behind.split_whitespace().skip(from).take(2).filter_map(|word| word.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// Largest memory that a process has had so far, in KiB.
pub(crate) fn peak_of(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// What a child process cost.
pub(crate) struct Cost {
    /// Seconds by the clock.
    pub(crate) wall: f64,
    /// Seconds of processor time.
    pub(crate) cpu: f64,
    /// Largest memory in KiB.
    pub(crate) peak: u64,
}

/// Waits for a child while its memory is watched.
///
/// # Errors
/// When it failed.
pub(crate) fn watched(mut child: std::process::Child, what: &str) -> Result<Cost, Box<dyn std::error::Error>> {
    let (begun, before) = (Instant::now(), cpu_of_children());
    let mut peak = 0;
    let status = loop {
        peak = peak.max(peak_of(child.id()));
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(EVERY),
        }
    };
    if !status.success() {
        return Err(format!("{what} failed").into());
    }
    Ok(Cost { wall: begun.elapsed().as_secs_f64(), cpu: cpu_of_children() - before, peak })
}
