//! A lexicon of Welsh: which forms belong to one word, as people have listed them, compiled to a finite-state map.
//!
//! The index does not depend on it. It changes what a *query* looks for (see `welsh_query`), so one can be added or
//! taken away without building an index again.
//!
//! Forms are kept folded and unmutated: a form that is a mutation of another one of its word is left out, because
//! mutations follow from rules. One file holds what was added from several sources, each of which can be taken out:
//!
//! ```text
//! ymateb-lexicon 1\n      magic and version
//! 32 bytes                BLAKE3 of all that follows
//! u32 n, n bytes          the sources, as JSON
//! u32 n, n bytes          map: form → meaning × 2 + 1, or place in the sets × 2
//! u32 n, n × u32          sets: how many meanings, then the meanings: number of a word × 2, + 1 for its lemma
//! u32 n, n × u32          where in the last part each word begins
//! u32 n, n bytes          words: source, number of forms, then each form: letters shared with the one before, length
//!                         of the rest, the rest
//! ```

use std::collections::BTreeMap;

use fst::{Map, MapBuilder};
use serde::{Deserialize, Serialize};

use super::welsh_terms;

/// Begins a file of this version.
const MAGIC: &[u8] = b"ymateb-lexicon 1\n";

/// What a lexicon's source says of its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// All forms of a word are under its lemma, so a form under another lemma is of another word.
    Lemmas,
    /// Words with some of their forms, as a spelling dictionary has them: forms may be listed as words of their own.
    Words,
}

/// Forms from one source, as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// What it is called in lists: the name of its file.
    pub name: String,
    /// What it says of its forms.
    pub grouping: Grouping,
    /// Form and lemma, as written.
    pub pairs: Vec<(String, String)>,
}

/// What was added from one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// What it says of its forms.
    pub grouping: Grouping,
    /// Words.
    pub words: u64,
    /// Unmutated forms of these.
    pub forms: u64,
}

/// Why a compiled lexicon cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum LexiconError {
    /// It is of another version, or something else altogether.
    #[error("this is no lexicon of this version of the program; add its sources again with `ymateb lexicon add`")]
    OtherVersion,
    /// It is not as it was written.
    #[error("the lexicon is damaged; delete it and add its sources again with `ymateb lexicon add`")]
    Damaged,
    /// More words than the format can number.
    #[error("the lexicon would be too large; add fewer sources")]
    TooLarge,
}

/// A word with more unmutated forms than this is a verb: nouns and adjectives have ten at most.
pub(super) const MOST_OF_A_NOUN: usize = 20;

/// Number of a word in a lexicon.
pub(super) type WordId = u32;

/// A word that a form belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) word: WordId,
    /// Whether the form is the word's lemma. A spelling dictionary has no lemmas.
    pub(super) lemma: bool,
}

/// A compiled lexicon in memory.
pub struct Lexicon {
    sources: Vec<Source>,
    forms: Map<Vec<u8>>,
    sets: Vec<u32>,
    starts: Vec<u32>,
    words: Vec<u8>,
    hash: [u8; 32],
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("sources", &self.sources).finish_non_exhaustive()
    }
}

/// A word before it is compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// Its source's place in the list.
    source: usize,
    /// Its unmutated forms, the lemma first, the rest in order.
    forms: Vec<String>,
}

impl Lexicon {
    /// Compiles what was read from sources. Of two sources with one name the later one counts.
    ///
    /// # Errors
    /// [`LexiconError::TooLarge`].
    pub fn compile(listed: Vec<Listed>) -> Result<Self, LexiconError> {
        let mut all = BTreeMap::new();
        for Listed { name, grouping, pairs } in listed {
            all.insert(name, (grouping, words_of(grouping, pairs)));
        }
        Self::of(all)
    }

    /// This lexicon with another source added, or put in the place of the one with its name.
    ///
    /// # Errors
    /// [`LexiconError::TooLarge`].
    pub fn with(&self, listed: Listed) -> Result<Self, LexiconError> {
        let mut all = self.by_source();
        all.insert(listed.name, (listed.grouping, words_of(listed.grouping, listed.pairs)));
        Self::of(all)
    }

    /// This lexicon without a source; `None` when it has none of that name.
    ///
    /// # Errors
    /// [`LexiconError::TooLarge`], which a smaller lexicon is not.
    pub fn without(&self, name: &str) -> Result<Option<Self>, LexiconError> {
        let mut all = self.by_source();
        if all.remove(name).is_none() {
            return Ok(None);
        }
        Self::of(all).map(Some)
    }

    /// What it was made from, in order of name.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn by_source(&self) -> BTreeMap<String, (Grouping, Vec<Vec<String>>)> {
        let mut all: BTreeMap<String, (Grouping, Vec<Vec<String>>)> =
            self.sources.iter().map(|source| (source.name.clone(), (source.grouping, Vec::new()))).collect();
        for word in 0..self.starts.len() as u32 {
            if let Some(Word { source, forms }) = self.word(word)
                && let Some((_, words)) = self.sources.get(source).and_then(|source| all.get_mut(&source.name))
            {
                words.push(forms);
            }
        }
        all
    }

    fn of(all: BTreeMap<String, (Grouping, Vec<Vec<String>>)>) -> Result<Self, LexiconError> {
        let mut sources = Vec::new();
        let mut words: Vec<Word> = Vec::new();
        for (at, (name, (grouping, forms))) in all.into_iter().enumerate() {
            let count = forms.iter().map(|forms| forms.len() as u64).sum();
            sources.push(Source { name, grouping, words: forms.len() as u64, forms: count });
            words.extend(forms.into_iter().map(|forms| Word { source: at, forms }));
        }
        let bytes = write(&sources, &words).ok_or(LexiconError::TooLarge)?;
        Self::from_bytes(&bytes)
    }

    /// Reads what [`Lexicon::to_bytes`] wrote. The checksum is compared, so what is read is what was written.
    ///
    /// # Errors
    /// [`LexiconError::OtherVersion`], [`LexiconError::Damaged`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LexiconError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(LexiconError::OtherVersion)?;
        let (hash, body) = rest.split_first_chunk::<32>().ok_or(LexiconError::Damaged)?;
        if blake3::hash(body).as_bytes() != hash {
            return Err(LexiconError::Damaged);
        }
        read(body, *hash).ok_or(LexiconError::Damaged)
    }

    /// The lexicon as a file; the same sources give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put_parts(&mut body, &self.sources, self.forms.as_fst().as_bytes(), &self.sets, &self.starts, &self.words);
        [MAGIC, &self.hash, &body].concat()
    }

    /// The words that an unmutated, folded form belongs to.
    pub(super) fn meanings(&self, form: &str) -> impl Iterator<Item = Meaning> + '_ {
        let value = self.forms.get(form).map(|value| (value & 1 == 1, u32::try_from(value >> 1).unwrap_or(u32::MAX)));
        let (one, several) = match value {
            None => (None, &[][..]),
            Some((true, meaning)) => (Some(meaning), &[][..]),
            Some((false, place)) => match self.sets.get(place as usize..).and_then(<[u32]>::split_first) {
                Some((count, meanings)) => (None, meanings.get(..*count as usize).unwrap_or_default()),
                None => (None, &[][..]),
            },
        };
        let all = one.into_iter().chain(several.iter().copied());
        all.map(|meaning| Meaning { word: meaning >> 1, lemma: meaning & 1 == 1 })
    }

    /// Whether a word's source lists all its forms under one lemma.
    pub(super) fn has_all_forms(&self, word: WordId) -> bool {
        let source = self.word_bytes(word).and_then(|bytes| bytes.first());
        let source = source.and_then(|source| self.sources.get(usize::from(*source)));
        source.is_some_and(|source| source.grouping == Grouping::Lemmas)
    }

    /// The unmutated forms of a word.
    pub(super) fn forms_of(&self, word: WordId) -> Vec<String> {
        self.word(word).map(|word| word.forms).unwrap_or_default()
    }

    fn word_bytes(&self, word: WordId) -> Option<&[u8]> {
        let start = *self.starts.get(word as usize)? as usize;
        self.words.get(start..)
    }

    fn word(&self, word: WordId) -> Option<Word> {
        let mut bytes = self.word_bytes(word)?;
        let source = take_number(&mut bytes)?;
        let count = take_number(&mut bytes)?;
        let mut forms: Vec<String> = Vec::new();
        for _ in 0..count {
            let shared = take_number(&mut bytes)?;
            let length = take_number(&mut bytes)?;
            let (rest, after) = bytes.split_at_checked(length)?;
            bytes = after;
            let before = forms.last().map_or("", String::as_str).get(..shared)?;
            forms.push(format!("{before}{}", std::str::from_utf8(rest).ok()?));
        }
        Some(Word { source, forms })
    }
}

/// Pairs as words: the lemma and its other unmutated forms, in the order of the lemmas.
fn words_of(grouping: Grouping, pairs: Vec<(String, String)>) -> Vec<Vec<String>> {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (form, lemma) in pairs {
        let (Some(form), Some(lemma)) = (one_piece(&form), one_piece(&lemma)) else { continue };
        words.entry(lemma).or_default().push(form);
    }
    let words = words.into_iter().map(|(lemma, mut forms)| {
        forms.sort_unstable();
        forms.dedup();
        let is_radical = |form: &&String| {
            let radicals = welsh_terms::radicals(form);
            **form != lemma && !radicals.iter().any(|radical| radical != *form && forms.binary_search(radical).is_ok())
        };
        let others: Vec<String> = forms.iter().filter(is_radical).cloned().collect();
        // A spelling dictionary hangs the forms of a verb on its stem, which is often another word: `achos`, `achosi`.
        let has_stem = grouping == Grouping::Words && others.len() > MOST_OF_A_NOUN;
        if has_stem { others } else { std::iter::once(lemma.clone()).chain(others).collect() }
    });
    words.collect()
}

/// A listed form as it is looked up; `None` for what is no single word.
fn one_piece(form: &str) -> Option<String> {
    if form.contains(char::is_whitespace) {
        return None;
    }
    let folded = super::words::fold(form);
    let mut pieces = super::analyzers::welsh_pieces(&folded).into_iter();
    let piece = pieces.next()?;
    (pieces.next().is_none() && piece.chars().all(char::is_alphabetic)).then_some(piece)
}

/// The whole file. `None` when something has no room in its number.
fn write(sources: &[Source], words: &[Word]) -> Option<Vec<u8>> {
    if sources.len() > usize::from(u8::MAX >> 1) {
        return None;
    }
    let mut by_form: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut starts = Vec::new();
    let mut packed = Vec::new();
    for (number, Word { source, forms }) in words.iter().enumerate() {
        starts.push(u32::try_from(packed.len()).ok()?);
        put_number(&mut packed, *source);
        put_number(&mut packed, forms.len());
        let mut before = "";
        for (at, form) in forms.iter().enumerate() {
            let shared = before.char_indices().zip(form.chars()).take_while(|((_, a), b)| a == b);
            let shared: usize = shared.map(|((_, c), _)| c.len_utf8()).sum();
            put_number(&mut packed, shared);
            put_number(&mut packed, form.len() - shared);
            packed.extend_from_slice(&form.as_bytes()[shared..]);
            before = form;
            let meaning = u32::try_from(number).ok().filter(|number| *number < u32::MAX >> 2)? << 1;
            by_form.entry(form).or_default().push(
                meaning | u32::from(at == 0 && sources.get(*source).is_some_and(|it| it.grouping == Grouping::Lemmas)),
            );
        }
    }
    let mut sets: Vec<u32> = Vec::new();
    let mut map = MapBuilder::memory();
    for (form, meanings) in &by_form {
        let value = match meanings.as_slice() {
            [one] => u64::from(*one) << 1 | 1,
            several => {
                let place = sets.len() as u64;
                sets.push(u32::try_from(several.len()).ok()?);
                sets.extend_from_slice(several);
                place << 1
            }
        };
        map.insert(form, value).ok()?;
    }
    let mut body = Vec::new();
    put_parts(&mut body, sources, &map.into_inner().ok()?, &sets, &starts, &packed);
    u32::try_from(body.len()).ok()?;
    Some([MAGIC, blake3::hash(&body).as_bytes(), &body].concat())
}

fn put_parts(body: &mut Vec<u8>, sources: &[Source], map: &[u8], sets: &[u32], starts: &[u32], words: &[u8]) {
    let mut part = |length: usize, bytes: &[u8]| {
        body.extend_from_slice(&(length as u32).to_le_bytes());
        body.extend_from_slice(bytes);
    };
    let numbers = |numbers: &[u32]| numbers.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    // Names and numbers can always be written.
    let sources = serde_json::to_vec(sources).unwrap_or_default();
    part(sources.len(), &sources);
    part(map.len(), map);
    part(sets.len(), &numbers(sets));
    part(starts.len(), &numbers(starts));
    part(words.len(), words);
}

fn read(mut body: &[u8], hash: [u8; 32]) -> Option<Lexicon> {
    let mut part = |size: usize| {
        let (length, rest) = body.split_first_chunk::<4>()?;
        let (bytes, rest) = rest.split_at_checked((u32::from_le_bytes(*length) as usize).checked_mul(size)?)?;
        body = rest;
        Some(bytes)
    };
    let numbers = |bytes: &[u8]| {
        let chunks = bytes.chunks_exact(4).filter_map(|four| four.first_chunk::<4>());
        chunks.map(|four| u32::from_le_bytes(*four)).collect::<Vec<u32>>()
    };
    Some(Lexicon {
        sources: serde_json::from_slice(part(1)?).ok()?,
        forms: Map::new(part(1)?.to_vec()).ok()?,
        sets: numbers(part(4)?),
        starts: numbers(part(4)?),
        words: part(1)?.to_vec(),
        hash,
    })
}

/// A number in as few bytes as it needs, seven bits in each.
fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..28).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 127) << shift;
        if byte & 128 == 0 {
            return Some(number);
        }
    }
    None
}
