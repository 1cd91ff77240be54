//! Campaigns in JSON Lines. Every text must be seen before the first line can be written: they are read twice, and memory
//! holds a few bytes of each.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};

use aho_corasick::AhoCorasick;
use anyhow::{Context as _, Result, anyhow};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::filters::{Added, answer, parse, put_in, rounded, write_line};
use super::super::{Context, Outcome};
use crate::tagging::campaigns::{Finder, Found, Scratch, Settings, Wording};
use crate::text::similarity::{PassThrough, Sketch, sketch};

/// What a campaign is to this filter: whoever reads its lines may count the members.
const SMALLEST: usize = 2;

/// Bytes of lines worked on at a time.
const BLOCK: usize = 4 << 20;

/// Room of a reader or writer.
const ROOM: usize = 1 << 20;

pub(super) fn run(context: &Context) -> Result<Outcome> {
    let (mut input, start, mut spill) = match regular_input()? {
        Some((file, start)) => (file, start, None),
        None => {
            let file = scratch_file()?;
            (file.try_clone()?, 0, Some(BufWriter::with_capacity(ROOM, file)))
        }
    };
    let mut gathered = Gathered::new();
    match &mut spill {
        Some(spill) => gathered.read(&mut std::io::stdin().lock(), start, Some(spill))?,
        None => gathered.read(&mut BufReader::with_capacity(ROOM, &input), start, None)?,
    }
    if let Some(spill) = spill {
        input = spill.into_inner().map_err(|error| error.into_error())?;
    }
    let Gathered { finder, firsts, wrong, lines, .. } = gathered;
    let file = Mutex::new(input);
    let text_of = |line: u64| text_at(&file, &firsts, line);
    let found = finder.find(text_of, &Settings { minimum: SMALLEST, ..Settings::default() })?;
    let mut input = file.into_inner().unwrap_or_else(PoisonError::into_inner);
    input.seek(SeekFrom::Start(start))?;
    let written = write(&mut BufReader::with_capacity(ROOM, input), &found, &wrong, lines)?;
    if written < lines {
        return Err(anyhow!(context.say("campaigns-input-changed")));
    }
    Ok(Outcome::Done)
}

fn scratch_file() -> Result<File> {
    tempfile::tempfile().context("a temporary file could not be made")
}

/// Standard input where it is a file, which can be read twice, and where in it reading begins.
#[cfg(unix)]
fn regular_input() -> Result<Option<(File, u64)>> {
    use std::os::fd::AsFd;
    let Ok(handle) = std::io::stdin().as_fd().try_clone_to_owned() else { return Ok(None) };
    let mut file = File::from(handle);
    if !file.metadata().is_ok_and(|known| known.is_file()) {
        return Ok(None);
    }
    let start = file.stream_position()?;
    Ok(Some((file, start)))
}

#[cfg(not(unix))]
fn regular_input() -> Result<Option<(File, u64)>> {
    Ok(None)
}

/// The hash of a line's text, taken where it stands: a copy is known without keeping what it says.
#[derive(Deserialize)]
struct Hashed {
    #[serde(deserialize_with = "hash")]
    text: Hash,
}

/// Half of a BLAKE3 hash.
type Hash = (u64, u64);

fn hash<'d, D: serde::Deserializer<'d>>(from: D) -> Result<Hash, D::Error> {
    struct Text;
    impl serde::de::Visitor<'_> for Text {
        type Value = Hash;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<E>(self, text: &str) -> Result<Hash, E> {
            let digest = blake3::hash(text.as_bytes());
            let half = |bytes: &[u8]| bytes.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
            Ok((half(digest.as_bytes()), half(&digest.as_bytes()[8..])))
        }
    }
    from.deserialize_str(Text)
}

/// What is known of a text by its hash.
#[derive(Clone, Copy)]
enum Known {
    /// Met first in the chunk at hand, at this place among its new ones.
    New(u32),
    /// Too short to be anyone's template.
    Short,
    Has(Wording),
}

/// Everything that is kept of the input.
struct Gathered<'m> {
    finder: Finder<'m>,
    by_hash: HashMap<Hash, Known, PassThrough>,
    /// Line, place and length of each wording's first text.
    firsts: Vec<(u64, u64, u32)>,
    /// Lines that could not be read.
    wrong: Vec<u64>,
    lines: u64,
}

impl Gathered<'_> {
    fn new() -> Self {
        let make = || tempfile::tempfile().map(|file| Box::new(file) as Box<dyn Scratch>);
        Gathered {
            finder: Finder::new(Box::new(make)),
            by_hash: HashMap::default(),
            firsts: Vec::new(),
            wrong: Vec::new(),
            lines: 0,
        }
    }

    /// Reads lines from `at` on, and copies them where they cannot be read again.
    fn read(&mut self, input: &mut impl BufRead, mut at: u64, mut spill: Option<&mut BufWriter<File>>) -> Result<()> {
        let mut block = Block::default();
        while block.fill(input)? {
            let lines: Vec<&[u8]> = block.lines().collect();
            let hashes: Vec<Option<Hash>> = lines.par_iter().map(|line| hash_of(line)).collect();
            let mut new = Vec::new();
            for (line, hash) in lines.iter().zip(&hashes) {
                if let Some(hash) = hash {
                    self.by_hash.entry(*hash).or_insert_with(|| {
                        new.push(*line);
                        Known::New(new.len() as u32 - 1)
                    });
                }
            }
            let sketches: Vec<Option<Option<Sketch>>> =
                new.par_iter().map(|line| parse(line).ok().map(|line| sketch(&line.text))).collect();
            for ((line, hash), start) in lines.iter().zip(&hashes).zip(block.starts()) {
                self.add(hash.as_ref(), (at + start as u64, line.len() as u32), &sketches)?;
            }
            if let Some(spill) = &mut spill {
                spill.write_all(&block.bytes)?;
            }
            at += block.bytes.len() as u64;
        }
        Ok(())
    }

    fn add(&mut self, hash: Option<&Hash>, place: (u64, u32), sketches: &[Option<Option<Sketch>>]) -> Result<()> {
        let line = self.lines;
        self.lines += 1;
        let Some(hash) = hash else {
            self.wrong.push(line);
            return Ok(());
        };
        match self.by_hash.get(hash) {
            Some(Known::Has(wording)) => self.finder.add_copy(line, *wording),
            Some(Known::New(new)) => match &sketches[*new as usize] {
                None => {
                    // The next line with this text is found wrong again.
                    self.by_hash.remove(hash);
                    self.wrong.push(line);
                }
                Some(None) => drop(self.by_hash.insert(*hash, Known::Short)),
                Some(Some(sketch)) => {
                    let wording = self.finder.add(line, sketch)?;
                    if wording as usize == self.firsts.len() {
                        self.firsts.push((line, place.0, place.1));
                    }
                    self.by_hash.insert(*hash, Known::Has(wording));
                }
            },
            Some(Known::Short) => {}
            None => self.wrong.push(line),
        }
        Ok(())
    }
}

/// The hash of a line's text; none when the line cannot be read.
fn hash_of(line: &[u8]) -> Option<Hash> {
    serde_json::from_str::<Hashed>(std::str::from_utf8(line).ok()?).ok().map(|line| line.text)
}

/// The text of a wording's first line.
fn text_at(file: &Mutex<File>, firsts: &[(u64, u64, u32)], line: u64) -> Option<String> {
    let at = firsts.binary_search_by_key(&line, |first| first.0).ok()?;
    let (_, place, length) = firsts[at];
    let mut bytes = vec![0; length as usize];
    {
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(place)).ok()?;
        file.read_exact(&mut bytes).ok()?;
    }
    parse(&bytes).ok().map(|line| line.text.into_owned())
}

/// Writes every line with its campaign; returns how many there were.
fn write(input: &mut impl BufRead, found: &Found, wrong: &[u64], lines: u64) -> Result<u64> {
    let mut out = BufWriter::with_capacity(ROOM, std::io::stdout().lock());
    let names = AhoCorasick::new(["\"campaign\"", "\"similarity\""])?;
    let mut texts = found.texts().peekable();
    let mut wrong = wrong.iter().peekable();
    let mut written = 0;
    let mut block = Block::default();
    while written < lines && block.fill(input)? {
        let some: Vec<&[u8]> = block.lines().collect();
        let places: Vec<Place> = (written..)
            .take(some.len())
            .map(|line| match (wrong.next_if(|wrong| **wrong == line), texts.next_if(|(at, _)| *at == line)) {
                (Some(_), _) => Place::Wrong,
                (None, Some((_, wording))) => found.group_of(wording).map_or(Place::None, |(n, l)| Place::In(n + 1, l)),
                (None, None) => Place::None,
            })
            .collect();
        let answers: Vec<Vec<u8>> = some
            .par_iter()
            .zip(&places)
            .enumerate()
            .map(|(i, (line, place))| answered(line, written + i as u64 + 1, *place, &names))
            .collect();
        for answer in answers.iter().take((lines - written) as usize) {
            write_line(&mut out, answer)?;
        }
        written += some.len() as u64;
    }
    out.flush()?;
    Ok(written)
}

#[derive(Clone, Copy)]
enum Place {
    Wrong,
    None,
    In(usize, f32),
}

fn answered(line: &[u8], number: u64, place: Place, names: &AhoCorasick) -> Vec<u8> {
    let (campaign, similarity) = match place {
        Place::Wrong => return answer(line, number, |_| Vec::new()),
        Place::None => (Value::Null, Value::Null),
        Place::In(campaign, similarity) => (json!(campaign), json!(rounded(similarity))),
    };
    let end = line.iter().rposition(|byte| *byte == b'}').unwrap_or_default();
    if names.is_match(line) {
        let added: Added = vec![("campaign", campaign), ("similarity", similarity)];
        return put_in(line, added);
    }
    // It has a text, so it is not empty.
    let mut out = Vec::with_capacity(line.len() + 40);
    out.extend_from_slice(&line[..end]);
    // Writing to memory does not fail.
    drop(write!(out, ",\"campaign\":{campaign},\"similarity\":{similarity}}}"));
    out
}

/// Lines read together, as they stand in the input.
#[derive(Default)]
struct Block {
    bytes: Vec<u8>,
    /// Where each line ends, its line break included.
    ends: Vec<usize>,
}

impl Block {
    /// Reads the next lines, together about [`BLOCK`] bytes; false at the end.
    fn fill(&mut self, input: &mut impl BufRead) -> Result<bool> {
        self.bytes.clear();
        self.ends.clear();
        while self.bytes.len() < BLOCK && input.read_until(b'\n', &mut self.bytes)? > 0 {
            self.ends.push(self.bytes.len());
        }
        Ok(!self.ends.is_empty())
    }

    fn starts(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(0).chain(self.ends.iter().copied())
    }

    /// The lines without their ends.
    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.starts().zip(&self.ends).map(|(start, end)| {
            let line = &self.bytes[start..*end];
            let kept = line.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
            &line[..kept]
        })
    }
}
