//! Parse, run, exit code: nothing else.

fn main() -> std::process::ExitCode {
    ymateb::cli::main()
}
