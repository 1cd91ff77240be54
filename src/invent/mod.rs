//! Invented responses to a consultation that never took place, to try the program on: no person, place or body in them exists.
//!
//! Three channels, as a consultation would receive them: a survey platform's export, letters that were typed up, and easy read
//! forms. They hold what makes such material hard: two languages and mixtures of them, a campaign, the same form sent twice,
//! late and withdrawn ones, blanks, slips, capitals, emoji, telephone numbers. The wording comes from files under `bank/`.
//! Each response is drawn by itself from the seed and its number, so that any number of them can be written in little memory.

mod answers;
mod bank;
mod compose;
mod easy_read;
mod habits;
mod places;
mod questions;
mod rng;
mod tables;
mod template;
mod when;
mod who;

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use crate::model::{Bilingual, RespondentType};
use bank::Bank;
use compose::Composer;
use who::{Channel, Stream};

/// Where the platform's export is written, below the folder.
pub const PLATFORM: &str = "platform/export.csv";
/// Where the letters that were typed up are written, below the folder.
pub const HARD_COPY: &str = "hard-copy/typed-up.csv";
/// Where the easy read forms are written, below the folder.
pub const EASY_READ: &str = "easy-read/easy-read.jsonl";

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, in the order platform, hard copy, easy read.
    pub files: Vec<PathBuf>,
    /// Submissions in each of the files.
    pub responses: [usize; 3],
    /// Bytes in all the files.
    pub bytes: u64,
    /// What was put in, to compare with what is found.
    pub planted: Planted,
}

/// How many submissions have what an analyst must find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planted {
    /// Written in Welsh.
    pub welsh: usize,
    /// Mixing both languages within an answer.
    pub mixed: usize,
    /// Using the campaign's letter.
    pub campaign: usize,
    /// Of those, the ones who changed it or added to it.
    pub campaign_changed: usize,
    /// Sending again, word for word, what the same person sent before.
    pub duplicates: usize,
    /// Received after 7 November 2022.
    pub late: usize,
    /// Withdrawn by whoever sent them.
    pub withdrawn: usize,
    /// Tests by those who ran the form.
    pub previews: usize,
    /// Without any answer.
    pub blank: usize,
    /// With a worry about a child.
    pub worries: usize,
    /// With somebody's telephone number, address or name.
    pub personal: usize,
}

/// Why responses could not be invented.
#[derive(Debug, thiserror::Error)]
pub enum InventError {
    /// A file of phrases within the program is malformed.
    #[error("bank/{file}: {reason}; this is a fault of the program: report it")]
    Bank {
        /// Below `src/invent/bank/`.
        file: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// A file or folder could not be written.
    #[error("{path}: {source}; check that the folder can be written to and has room")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A row of a table could not be written.
    #[error("{path}: {source}; check that the folder can be written to and has room")]
    Table {
        /// The file.
        path: PathBuf,
        /// What the writer of tables said.
        source: csv::Error,
    },
}

/// Writes invented responses below `folder`, in the files [`PLATFORM`], [`HARD_COPY`] and [`EASY_READ`]: about 80, 8 and 12 in a
/// hundred of them. Files of these names are replaced. The same number and seed give the same bytes; memory does not grow with
/// the number.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path, responses: usize, seed: u64) -> Result<Written, InventError> {
    let bank = Bank::load()?;
    let composer = Composer::new(&bank);
    let (hard, easy) = (part(responses, 8), part(responses, 12));
    let counts = [responses - hard - easy, hard, easy];
    let [platform, hard_copy, easy_read] = [Channel::Platform, Channel::HardCopy, Channel::EasyRead];
    let stream = |channel, count| Stream { seed, channel, count, responses };
    let files: Vec<PathBuf> = [PLATFORM, HARD_COPY, EASY_READ].iter().map(|name| folder.join(name)).collect();
    let mut planted = tables::platform(&bank, &composer, &stream(platform, counts[0]), &files[0])?;
    planted.add(tables::hard_copy(&bank, &composer, &stream(hard_copy, counts[1]), &files[1])?);
    planted.add(easy_read::easy_read(&bank, &composer, &stream(easy_read, counts[2]), &files[2])?);
    let mut bytes = 0;
    for path in &files {
        bytes += std::fs::metadata(path).map_err(|source| InventError::Write { path: path.clone(), source })?.len();
    }
    Ok(Written { files, responses: counts, bytes, planted })
}

/// The kinds of respondent that occur, with the labels that the files use.
///
/// # Errors
/// When the bank is malformed, which is a fault of the program.
pub fn respondent_types() -> Result<Vec<RespondentType>, InventError> {
    Ok(Bank::load()?.respondent_types())
}

/// All 22 invented councils. Only those of the first half answer on the platform, each once.
///
/// # Errors
/// When the bank is malformed, which is a fault of the program.
pub fn councils() -> Result<Vec<Bilingual>, InventError> {
    let councils = Bank::load()?.places.councils;
    Ok(councils.into_iter().map(|council| Bilingual { en: council.en, cy: council.cy }).collect())
}

/// So many in a hundred of all, to the nearest.
fn part(all: usize, hundredths: usize) -> usize {
    (all * hundredths + 50) / 100
}

/// A new file, its folder made when there is none.
fn create(path: &Path) -> Result<BufWriter<File>, InventError> {
    let failed = |source| InventError::Write { path: path.to_owned(), source };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    Ok(BufWriter::with_capacity(1 << 18, File::create(path).map_err(failed)?))
}

impl Planted {
    fn add(&mut self, other: Planted) {
        self.welsh += other.welsh;
        self.mixed += other.mixed;
        self.campaign += other.campaign;
        self.campaign_changed += other.campaign_changed;
        self.duplicates += other.duplicates;
        self.late += other.late;
        self.withdrawn += other.withdrawn;
        self.previews += other.previews;
        self.blank += other.blank;
        self.worries += other.worries;
        self.personal += other.personal;
    }
}
