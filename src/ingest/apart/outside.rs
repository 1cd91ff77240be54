//! Running other programs: with limits of time, memory and output, and with nothing of our environment that they do not
//! need.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

/// What a program may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Seconds that we wait for it in all, and seconds of processor that each of its processes gets.
    pub(crate) seconds: u64,
    /// Bytes of address space of each of its processes.
    pub(crate) memory: u64,
    /// Bytes that it may write to standard output.
    pub(crate) output: u64,
}

impl Default for Limits {
    /// Two minutes and 3 GiB: a document of thousands of pages needs seconds and hundreds of megabytes.
    fn default() -> Self {
        Limits { seconds: 120, memory: 3 << 30, output: 512 << 20 }
    }
}

/// How a program ended.
#[derive(Debug)]
pub(crate) enum Ending {
    /// By itself, in success.
    Finished,
    /// We had all that we wanted of it.
    Enough,
    /// By itself, in failure, or by a crash.
    Failed,
    /// It used up its time.
    OutOfTime,
    /// It used up its memory.
    OutOfMemory,
    /// It wrote more than it may.
    TooMuch,
    /// It never began.
    NotStarted(io::Error),
}

impl Ending {
    /// Why it did not go well: `reading it took longer than 120 seconds`. `broke` is said of a failure without a reason.
    pub(crate) fn in_words(&self, doing: &str, broke: &str, limits: &Limits) -> String {
        match self {
            Ending::OutOfTime => format!("{doing} took longer than {} seconds", limits.seconds),
            Ending::OutOfMemory => format!("{doing} needed more than {} GB of memory", limits.memory >> 30),
            Ending::TooMuch => format!("{doing} gave more than {} MB of text", limits.output >> 20),
            Ending::NotStarted(error) => format!("{doing} could not begin: {error}"),
            Ending::Failed | Ending::Finished | Ending::Enough => broke.to_owned(),
        }
    }
}

/// Where a program is, by the folders that `PATH` names.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(&name))
        .find(|p| is_program(p))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// What a program needs of our environment: where programs, models and temporary files are.
const KEPT: [&str; 7] = ["PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "TESSDATA_PREFIX", "LD_LIBRARY_PATH"];

/// A program with nothing of our environment but that.
pub(crate) fn bare(program: &Path) -> Command {
    let mut command = Command::new(program);
    let kept = KEPT.iter().filter_map(|name| Some((name, std::env::var_os(name)?)));
    command.env_clear().envs(kept).env("LC_ALL", "C.UTF-8");
    command
}

/// A program that gets the limits of memory and processor time before it begins. `reader` is this very program, which
/// sets them and then makes way.
pub(crate) fn limited(reader: &Path, program: &Path, limits: &Limits) -> Command {
    if cfg!(not(unix)) {
        return bare(program);
    }
    let mut command = bare(reader);
    command.args([
        "limited",
        "--seconds",
        &limits.seconds.to_string(),
        "--megabytes",
        &(limits.memory >> 20).to_string(),
    ]);
    command.arg("--").arg(program);
    command
}

/// Limits this process: address space, processor time, and no memory image when it crashes, which would put a
/// respondent's words on the disk. What the system does not support is left out.
pub(crate) fn limit_this_process(limits: &Limits) {
    let set = |resource: rlimit::Resource, wanted: u64| {
        if let Ok((_, hard)) = resource.get() {
            // A limit that cannot be set leaves the other ones, and the parent's clock.
            drop(resource.set(wanted.min(hard), hard));
        }
    };
    set(rlimit::Resource::AS, limits.memory);
    set(rlimit::Resource::CPU, limits.seconds);
    set(rlimit::Resource::CORE, 0);
}

/// Limits this process and makes it another program. Returns only when that fails.
///
/// # Errors
/// When the program cannot be started.
#[cfg(unix)]
pub(crate) fn replace_this_process(program: &Path, arguments: &[std::ffi::OsString], limits: &Limits) -> io::Error {
    use std::os::unix::process::CommandExt as _;
    limit_this_process(limits);
    Command::new(program).args(arguments).exec()
}

#[cfg(not(unix))]
pub(crate) fn replace_this_process(_: &Path, _: &[std::ffi::OsString], _: &Limits) -> io::Error {
    io::Error::from(io::ErrorKind::Unsupported)
}

/// Bytes taken of standard output at a time.
const CHUNK: usize = 1 << 16;

/// Chunks that wait for us before the program has to.
const WAITING: usize = 16;

/// Runs a program and hands on what it writes to standard output. `each` returns whether it wants more.
///
/// Only the time in which we wait for the program counts. When it is killed, processes that it started itself are left to
/// their limit of processor time.
pub(crate) fn run(mut command: Command, limits: &Limits, each: &mut dyn FnMut(&[u8]) -> bool) -> Ending {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Ending::NotStarted(error),
    };
    let (written, said) = (listen(child.stdout.take()), last_words(child.stderr.take()));
    let ending = attend(&written, limits, each).unwrap_or_else(|left| settle(&mut child, left, &said));
    // Killing what has ended does nothing; either way nothing is left behind.
    drop(child.kill());
    drop(child.wait());
    ending
}

/// Takes all output. `Err` is the time left when the program closed it.
fn attend(
    written: &Receiver<Vec<u8>>,
    limits: &Limits,
    each: &mut dyn FnMut(&[u8]) -> bool,
) -> Result<Ending, Duration> {
    let mut left = Duration::from_secs(limits.seconds);
    let mut bytes = 0;
    loop {
        let since = Instant::now();
        let chunk = written.recv_timeout(left);
        left = left.saturating_sub(since.elapsed());
        match chunk {
            Ok(chunk) => {
                bytes += chunk.len() as u64;
                if bytes > limits.output {
                    return Ok(Ending::TooMuch);
                }
                if !each(&chunk) {
                    return Ok(Ending::Enough);
                }
            }
            Err(RecvTimeoutError::Timeout) => return Ok(Ending::OutOfTime),
            Err(RecvTimeoutError::Disconnected) => return Err(left),
        }
    }
}

/// Waits for a program that writes no more, and says how it ended.
fn settle(child: &mut Child, left: Duration, said: &Receiver<Vec<u8>>) -> Ending {
    let since = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if since.elapsed() > left => return Ending::OutOfTime,
            Ok(None) => std::thread::sleep(Duration::from_millis(2)),
            Err(error) => return Ending::NotStarted(error),
        }
    };
    if status.success() {
        return Ending::Finished;
    }
    if is_out_of_processor_time(status) {
        return Ending::OutOfTime;
    }
    let said = said.recv_timeout(Duration::from_secs(1)).unwrap_or_default().to_ascii_lowercase();
    let is_said = |words: &str| said.windows(words.len()).any(|window| window == words.as_bytes());
    // What Rust, C++, Python and C programs say when the system gives them no more.
    let out_of_memory = ["memory allocation of", "bad_alloc", "memoryerror", "out of memory", "cannot allocate memory"];
    if out_of_memory.into_iter().any(is_said) { Ending::OutOfMemory } else { Ending::Failed }
}

#[cfg(unix)]
fn is_out_of_processor_time(status: std::process::ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    /// SIGXCPU on Linux, macOS and the BSDs.
    const NO_MORE_TIME: i32 = 24;
    status.signal() == Some(NO_MORE_TIME)
}

#[cfg(not(unix))]
fn is_out_of_processor_time(_: std::process::ExitStatus) -> bool {
    false
}

/// Chunks of a stream, as they come. Its thread ends with the stream, or at the first chunk that nobody takes.
fn listen(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = sync_channel(WAITING);
    let forward = |mut stream: Box<dyn Read + Send>, sender: SyncSender<Vec<u8>>| {
        let mut buffer = vec![0; CHUNK];
        while let Ok(n @ 1..) = stream.read(&mut buffer) {
            if sender.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    };
    if let Some(stream) = stream {
        std::thread::spawn(move || forward(Box::new(stream), sender));
    }
    receiver
}

/// The beginning of what a program says of its trouble. It is looked at for the kind of trouble and never shown: it may
/// hold a respondent's words.
fn last_words(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = sync_channel(1);
    if let Some(mut stream) = stream {
        std::thread::spawn(move || {
            let mut said = Vec::new();
            drop((&mut stream).take(CHUNK as u64).read_to_end(&mut said));
            drop(sender.send(said));
            drop(io::copy(&mut stream, &mut io::sink()));
        });
    }
    receiver
}

/// Runs a program and returns all that it writes to standard output.
///
/// # Errors
/// How it ended, when not in success.
pub(crate) fn output(command: Command, limits: &Limits) -> Result<Vec<u8>, Ending> {
    let mut written = Vec::new();
    let ending = run(command, limits, &mut |chunk| {
        written.extend_from_slice(chunk);
        true
    });
    match ending {
        Ending::Finished => Ok(written),
        other => Err(other),
    }
}
