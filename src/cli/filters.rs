//! Stages as filters: JSON Lines in, JSON Lines out, a line for each line, in order, on every core, in bounded memory.
//!
//! What a filter adds is put before the closing brace, so all else in a line passes through as it was written. Lines are read
//! some megabytes at a time and worked on in pieces, each written out before the next are read.

use std::io::{BufRead, BufWriter, Read as _, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use rayon::prelude::*;
use serde::{Deserialize, Serialize, Serializer as _};
use serde_json::{Map, Value};

use super::arguments::{Analyze, Redact};
use super::{Context, Outcome, Stopped, frame, lexicon};
use crate::analysis::{redact as find_personal, redacted};
use crate::index;
use crate::model::{Language, Locale};
use crate::tagging::matcher::Matcher;
use crate::tagging::stance;
use crate::text::language as languages;

/// Bytes of lines worked on at a time.
const CHUNK: usize = 4 << 20;
/// Bytes of lines that one thread takes at a time.
const PIECE: usize = 64 << 10;
/// Pieces for each thread between one writing and the next: enough that none waits long for the others.
const PIECES_A_THREAD: usize = 8;

/// What a filter reads of a line.
#[derive(Deserialize)]
pub(super) struct Line<'l> {
    #[serde(borrow)]
    pub(super) text: std::borrow::Cow<'l, str>,
    #[serde(default, deserialize_with = "known_language")]
    language: Option<Language>,
}

/// A language that we have a word for; anything else is as good as none.
fn known_language<'d, D: serde::Deserializer<'d>>(from: D) -> Result<Option<Language>, D::Error> {
    let said = Option::<Value>::deserialize(from)?;
    Ok(said.as_ref().and_then(Value::as_str).and_then(|word| word.parse().ok()))
}

/// What a filter adds to a line, by name.
pub(super) type Added = Vec<(&'static str, Value)>;

/// What a filter adds to a line, as it will be written.
#[derive(Default)]
struct Fields {
    names: Vec<&'static str>,
    /// `"name":value`, with commas between.
    written: Vec<u8>,
}

impl Fields {
    fn clear(&mut self) {
        self.names.clear();
        self.written.clear();
    }

    fn add(&mut self, name: &'static str, value: &impl Serialize) {
        // Only a map whose keys are no strings can't be written, and none is added.
        let _ = serde_json::to_writer(self.named(name), value);
    }

    /// Begins a field, whose value is to be written next.
    fn named(&mut self, name: &'static str) -> &mut Vec<u8> {
        if !self.names.is_empty() {
            self.written.push(b',');
        }
        self.names.push(name);
        self.written.push(b'"');
        self.written.extend_from_slice(name.as_bytes());
        self.written.extend_from_slice(b"\":");
        &mut self.written
    }
}

pub(super) fn language() -> Result<Outcome> {
    each(
        || (),
        |(), line, fields| {
            // What the line says of its language is a hint; a text that shows its language is not overruled by it.
            let found = languages::detect(&line.text, line.language);
            fields.add("language", &found.language);
            fields.add("confidence", &rounded(found.confidence));
            if !found.spans.is_empty() {
                fields.add("spans", &found.spans);
            }
        },
    )
}

/// A tag as it is written.
#[derive(Serialize)]
struct Tagged<'t> {
    theme: &'t str,
    start: usize,
    end: usize,
    words: &'t str,
    rule: &'t str,
}

pub(super) fn tag(context: &Context, path: &Path) -> Result<Outcome> {
    let frame = frame::read(context, path)?;
    let matcher =
        Matcher::compile(&path.display().to_string(), &frame).map_err(|errors| Stopped::Usage(errors.into()))?;
    let proposal = frame.proposal.as_ref().map(stance::Proposal::new);
    each(
        || matcher.finder(),
        |finder, line, fields| {
            let language = language_of(line);
            let tags = finder.find(&line.text, &language).iter().map(|found| Tagged {
                theme: matcher.theme(found),
                start: found.span.start,
                end: found.span.end,
                words: found.span.of(&line.text).unwrap_or_default(),
                rule: matcher.rule(found),
            });
            // A list of plain structures can always be written.
            let _ = serde_json::Serializer::new(fields.named("tags")).collect_seq(tags);
            if let Some(proposal) = &proposal {
                fields.add("stance", &stance::stance(&line.text, &language, Some(proposal)));
            }
        },
    )
}

/// The language that a line says it has, or that its text has.
fn language_of(line: &Line<'_>) -> crate::model::Detected {
    match line.language {
        Some(known @ (Language::En | Language::Cy | Language::Other)) => {
            crate::model::Detected { language: known, confidence: 1.0, spans: Vec::new() }
        }
        _ => languages::detect(&line.text, None),
    }
}

/// The text of a line with its language, if the line can be read.
pub(super) fn answer_of(line: &[u8]) -> Result<(String, crate::model::Detected), String> {
    let line = parse(line)?;
    let language = language_of(&line);
    Ok((line.text.into_owned(), language))
}

pub(super) fn redact(asked: &Redact) -> Result<Outcome> {
    each(
        || (),
        |(), line, fields| {
            let locale = asked.language.unwrap_or(match line.language {
                Some(Language::Cy) => Locale::Cy,
                Some(_) => Locale::En,
                None if languages::detect(&line.text, None).language == Language::Cy => Locale::Cy,
                None => Locale::En,
            });
            fields.add("redactions", &find_personal(&line.text));
            fields.add("redacted", &redacted(&line.text, locale));
        },
    )
}

pub(super) fn analyze(context: &Context, asked: &Analyze) -> Result<Outcome> {
    let lexicon = match &asked.lexicon {
        _ if asked.no_lexicon || asked.language == Locale::En => None,
        Some(file) => Some(lexicon::of_file(context, file)?),
        None => lexicon::of_root(context),
    };
    let first = index::Analyst::new(asked.language, lexicon);
    each(
        || (first.another(), Vec::new()),
        |(analyst, query), line, fields| {
            query.clear();
            analyst.write(&line.text, fields.named("index"), query);
            fields.named("query").extend_from_slice(query);
        },
    )
}

/// Runs a filter over standard input; `room` makes what one thread works with.
fn each<R: Send>(
    room: impl Fn() -> R + Sync + Send,
    add: impl Fn(&mut R, &Line<'_>, &mut Fields) + Sync + Send,
) -> Result<Outcome> {
    let mut input = std::io::stdin().lock();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut block = Vec::new();
    let mut before = 0;
    let rooms = Rooms { spare: Mutex::new(Vec::new()), make: room };
    while next_block(&mut input, &mut block)? {
        let mut pieces = Vec::new();
        for piece in in_pieces(&block) {
            pieces.push((before, piece));
            before += count_lines(piece);
        }
        // What a filter adds can be many times what it read, so only some pieces are held at once.
        for some in pieces.chunks(PIECES_A_THREAD * rayon::current_num_threads()) {
            let answers: Vec<Vec<u8>> = some
                .par_iter()
                .map_init(
                    || (rooms.take(), Fields::default()),
                    |(taken, fields), (before, piece)| {
                        let room = taken.room.get_or_insert_with(&rooms.make);
                        let mut out = Vec::with_capacity(2 * piece.len());
                        for (number, line) in (before + 1..).zip(lines(piece)) {
                            answer_into(line, number, fields, &mut out, |line, fields| add(room, line, fields));
                            out.push(b'\n');
                        }
                        out
                    },
                )
                .collect();
            answers.iter().try_for_each(|answers| out.write_all(answers))?;
        }
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// What threads work with, kept from one block of lines to the next: it may remember what was dear to work out.
struct Rooms<R, M> {
    spare: Mutex<Vec<R>>,
    make: M,
}

/// A room that is in use.
struct Taken<'r, R> {
    room: Option<R>,
    spare: &'r Mutex<Vec<R>>,
}

impl<R, M: Fn() -> R> Rooms<R, M> {
    fn take(&self) -> Taken<'_, R> {
        let spare = self.spare.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Taken { room: Some(spare.unwrap_or_else(&self.make)), spare: &self.spare }
    }
}

impl<R> Drop for Taken<'_, R> {
    fn drop(&mut self) {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner).extend(self.room.take());
    }
}

/// Reads the next whole lines, together about [`CHUNK`] bytes; `false` at the end.
fn next_block(input: &mut impl BufRead, block: &mut Vec<u8>) -> Result<bool> {
    block.clear();
    input.by_ref().take(CHUNK as u64).read_to_end(block)?;
    if block.last().is_some_and(|last| *last != b'\n') {
        input.read_until(b'\n', block)?;
    }
    Ok(!block.is_empty())
}

/// Whole lines, together about [`PIECE`] bytes.
fn in_pieces(block: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = block;
    std::iter::from_fn(move || {
        let near = rest.len().min(PIECE);
        let end = rest[near..].iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| near + at + 1);
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn count_lines(piece: &[u8]) -> u64 {
    // Sums that fit a byte let the compiler count many bytes at once.
    let ends = |some: &[u8]| some.iter().fold(0u8, |ends, byte| ends + u8::from(*byte == b'\n'));
    let ends: u64 = piece.chunks(255).map(|some| u64::from(ends(some))).sum();
    ends + u64::from(piece.last() != Some(&b'\n'))
}

/// The lines of a piece, without their ends.
fn lines(piece: &[u8]) -> impl Iterator<Item = &[u8]> {
    piece.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let end = line.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
        &line[..end]
    })
}

/// The next lines, together about [`CHUNK`] bytes, without their ends.
pub(super) fn chunk(input: &mut impl BufRead) -> Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while bytes < CHUNK {
        let mut line = Vec::new();
        let n = input.read_until(b'\n', &mut line)?;
        if n == 0 {
            break;
        }
        bytes += n;
        while line.last().is_some_and(|end| matches!(end, b'\n' | b'\r')) {
            line.pop();
        }
        lines.push(line);
    }
    Ok(lines)
}

pub(super) fn write_line(out: &mut impl Write, line: &[u8]) -> Result<()> {
    out.write_all(line)?;
    Ok(out.write_all(b"\n")?)
}

/// A line with what the filter adds, or with what is wrong with it.
pub(super) fn answer(line: &[u8], number: u64, add: impl Fn(&Line<'_>) -> Added) -> Vec<u8> {
    let mut out = Vec::new();
    answer_into(line, number, &mut Fields::default(), &mut out, |line, fields| {
        add(line).iter().for_each(|(name, value)| fields.add(name, value));
    });
    out
}

/// As [`answer`], into a buffer; `fields` is only room to work in.
fn answer_into(
    line: &[u8],
    number: u64,
    fields: &mut Fields,
    out: &mut Vec<u8>,
    add: impl FnOnce(&Line<'_>, &mut Fields),
) {
    fields.clear();
    match parse(line) {
        Ok(read) => {
            add(&read, fields);
            put_into(line, fields, out);
        }
        Err(what) => {
            fields.add("error", &what);
            fields.add("line", &number);
            // A line that is an object keeps its fields beside the error; any other has none to keep.
            let is_object = serde_json::from_slice::<Map<String, Value>>(line).is_ok();
            put_into(if is_object { line } else { b"{}" }, fields, out);
        }
    }
}

pub(super) fn parse(line: &[u8]) -> Result<Line<'_>, String> {
    let text = std::str::from_utf8(line)
        .map_err(|error| format!("it is not valid UTF-8 from byte {}", error.valid_up_to()))?;
    serde_json::from_str(text).map_err(|error| {
        // The parser's own words may quote the line; only its column is passed on.
        if error.is_data() {
            "it has no `text` that is a string".to_owned()
        } else {
            format!("it is not valid JSON (column {})", error.column())
        }
    })
}

/// Puts fields into an object without touching the others. A field that is there already is replaced.
pub(super) fn put_in(line: &[u8], added: Added) -> Vec<u8> {
    let mut fields = Fields::default();
    added.iter().for_each(|(name, value)| fields.add(name, value));
    let mut out = Vec::new();
    put_into(line, &fields, &mut out);
    out
}

/// As [`put_in`], into a buffer.
fn put_into(line: &[u8], fields: &Fields, out: &mut Vec<u8>) {
    let begin = out.len();
    let end = line.iter().rposition(|byte| *byte == b'}').unwrap_or(line.len());
    out.extend_from_slice(&line[..end]);
    let is_empty = line[..end].iter().rfind(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    if !is_empty && !fields.names.is_empty() {
        out.push(b',');
    }
    out.extend_from_slice(&fields.written);
    out.push(b'}');
    let text = std::str::from_utf8(line).unwrap_or_default();
    let may_have = |name: &&str| {
        let quoted = |at: usize| line[..at].ends_with(b"\"") && line[at + name.len()..].starts_with(b"\"");
        // The first question is answered far quicker than the second.
        text.contains(*name) && text.match_indices(*name).any(|(at, _)| quoted(at))
    };
    if fields.names.iter().any(may_have)
        // Of fields with one name the last is taken, at the place of the first.
        && let Ok(object) = serde_json::from_slice::<Map<String, Value>>(&out[begin..])
    {
        out.truncate(begin);
        let _ = serde_json::to_writer(out, &object);
    }
}

/// Three decimals, which is more than any confidence or likeness means.
pub(super) fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}
