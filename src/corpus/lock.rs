//! One writer at a time for a consultation.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::time::Duration;

/// How often it is looked for who holds the lock, and how long between.
const MOST_LOOKS: u32 = 20;
const A_MOMENT: Duration = Duration::from_millis(5);

/// Held while something writes to a consultation; the operating system lets go of it even when the process is killed.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder. When another process holds it, `waiting` is told its number, and this call waits.
    ///
    /// # Errors
    /// When the lock's file cannot be made or locked.
    pub fn take(folder: &Path, waiting: impl FnOnce(&str)) -> io::Result<Self> {
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(".lock"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Whoever has just taken it writes their number a moment later.
                for _ in 0..MOST_LOOKS {
                    file.rewind()?;
                    file.read_to_string(&mut holder)?;
                    if !holder.trim().is_empty() {
                        break;
                    }
                    std::thread::sleep(A_MOMENT);
                }
                waiting(holder.trim());
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        file.set_len(0)?;
        file.rewind()?;
        write!(file, "{}", std::process::id())?;
        Ok(Lock { _file: file })
    }
}
