//! Keys by which likely pairs meet, kept outside memory: a few blocks of each list are held, the rest lies in a scratch file.

use std::io::{self, Read, Seek, SeekFrom, Write};

/// Where keys wait that memory does not hold: a file without a name, or memory in a test.
pub trait Scratch: Read + Write + Seek {}

impl<S: Read + Write + Seek> Scratch for S {}

/// Makes the scratch file when it is first needed.
pub type MakeScratch<'m> = Box<dyn Fn() -> io::Result<Box<dyn Scratch>> + 'm>;

/// Pairs held of each list before they are written out: half a megabyte for thirty lists at eight bytes a pair, twice.
const HELD: usize = 4096;

/// Bytes of a pair: key and wording.
const PAIR: usize = 8;

/// Lists of pairs of a key and a wording, appended to in any order, read one list at a time.
pub(super) struct Keys<'m> {
    make: MakeScratch<'m>,
    scratch: Option<Box<dyn Scratch>>,
    lists: Vec<List>,
    written: u64,
    bytes: Vec<u8>,
}

#[derive(Default)]
struct List {
    held: Vec<(u32, u32)>,
    /// Where full blocks of it begin.
    blocks: Vec<u64>,
}

impl<'m> Keys<'m> {
    pub(super) fn new(lists: usize, make: MakeScratch<'m>) -> Self {
        let lists = (0..lists).map(|_| List::default()).collect();
        Keys { make, scratch: None, lists, written: 0, bytes: Vec::new() }
    }

    pub(super) fn push(&mut self, list: usize, key: u32, wording: u32) -> io::Result<()> {
        let list = &mut self.lists[list];
        list.held.push((key, wording));
        if list.held.len() < HELD {
            return Ok(());
        }
        self.bytes.clear();
        for (key, wording) in list.held.drain(..) {
            self.bytes.extend_from_slice(&key.to_le_bytes());
            self.bytes.extend_from_slice(&wording.to_le_bytes());
        }
        let scratch = match &mut self.scratch {
            Some(scratch) => scratch,
            none => none.insert((self.make)()?),
        };
        scratch.seek(SeekFrom::Start(self.written))?;
        scratch.write_all(&self.bytes)?;
        list.blocks.push(self.written);
        self.written += self.bytes.len() as u64;
        Ok(())
    }

    /// All pairs of a list, which is empty afterwards.
    pub(super) fn take(&mut self, list: usize) -> io::Result<Vec<(u32, u32)>> {
        let List { held, blocks } = std::mem::take(&mut self.lists[list]);
        let mut pairs = Vec::with_capacity(blocks.len() * HELD + held.len());
        self.bytes.resize(HELD * PAIR, 0);
        for start in blocks {
            let Some(scratch) = &mut self.scratch else { break };
            scratch.seek(SeekFrom::Start(start))?;
            scratch.read_exact(&mut self.bytes)?;
            pairs.extend(self.bytes.chunks_exact(PAIR).map(|pair| {
                let number = |at: usize| u32::from_le_bytes([pair[at], pair[at + 1], pair[at + 2], pair[at + 3]]);
                (number(0), number(4))
            }));
        }
        pairs.extend(held);
        Ok(pairs)
    }
}
