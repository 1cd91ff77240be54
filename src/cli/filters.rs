//! Stages as filters: JSON Lines in, JSON Lines out, a line for each line, in order, on every core, in bounded memory.
//!
//! What a filter adds is put before the closing brace, so all else in a line passes through as it was written.

use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::arguments::{Analyze, Redact};
use super::{Context, Outcome, Stopped, frame};
use crate::analysis::{redact as find_personal, redacted};
use crate::index;
use crate::model::{Language, Locale};
use crate::tagging::matcher::Matcher;
use crate::tagging::stance;
use crate::text::language as languages;

/// Bytes of lines worked on at a time.
const CHUNK: usize = 4 << 20;

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

pub(super) fn language() -> Result<Outcome> {
    each(|line| {
        // What the line says of its language is a hint; a text that shows its language is not overruled by it.
        let found = languages::detect(&line.text, line.language);
        let mut added: Added =
            vec![("language", json!(found.language)), ("confidence", json!(rounded(found.confidence)))];
        if !found.spans.is_empty() {
            added.push(("spans", json!(found.spans)));
        }
        added
    })
}

pub(super) fn tag(context: &Context, path: &Path) -> Result<Outcome> {
    let frame = frame::read(context, path)?;
    let matcher =
        Matcher::compile(&path.display().to_string(), &frame).map_err(|errors| Stopped::Usage(errors.into()))?;
    let proposal = frame.proposal.as_ref().map(stance::Proposal::new);
    each(|line| {
        let language = language_of(line);
        let tags: Vec<Value> = matcher
            .tag(&line.text, &language)
            .into_iter()
            .map(|tag| {
                let rule = match tag.origin {
                    crate::model::Origin::Rule { pattern, .. } => pattern,
                    crate::model::Origin::Person { name, .. } => name,
                };
                json!({ "theme": tag.theme, "start": tag.span.start, "end": tag.span.end, "words": tag.words, "rule": rule })
            })
            .collect();
        let mut added: Added = vec![("tags", Value::Array(tags))];
        if let Some(proposal) = &proposal {
            added.push(("stance", json!(stance::stance(&line.text, &language, Some(proposal)))));
        }
        added
    })
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
    each(|line| {
        let locale = asked.language.unwrap_or(match line.language {
            Some(Language::Cy) => Locale::Cy,
            Some(_) => Locale::En,
            None if languages::detect(&line.text, None).language == Language::Cy => Locale::Cy,
            None => Locale::En,
        });
        vec![("redactions", json!(find_personal(&line.text))), ("redacted", json!(redacted(&line.text, locale)))]
    })
}

pub(super) fn analyze(asked: &Analyze) -> Result<Outcome> {
    each(|line| {
        let terms = index::analyze(&line.text, asked.language);
        vec![("index", json!(terms.index)), ("query", json!(terms.query))]
    })
}

/// Runs a filter over standard input.
fn each(add: impl Fn(&Line<'_>) -> Added + Sync) -> Result<Outcome> {
    let mut input = std::io::stdin().lock();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut before = 0u64;
    loop {
        let lines = chunk(&mut input)?;
        if lines.is_empty() {
            break;
        }
        let answers: Vec<Vec<u8>> =
            lines.par_iter().enumerate().map(|(i, line)| answer(line, before + i as u64 + 1, &add)).collect();
        before += lines.len() as u64;
        answers.iter().try_for_each(|answer| write_line(&mut out, answer))?;
    }
    out.flush()?;
    Ok(Outcome::Done)
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
    match parse(line) {
        Ok(read) => put_in(line, add(&read)),
        Err(what) => {
            let added: Added = vec![("error", json!(what)), ("line", json!(number))];
            // A line that is an object keeps its fields beside the error; any other has none to keep.
            match serde_json::from_slice::<Map<String, Value>>(line) {
                Ok(_) => put_in(line, added),
                Err(_) => put_in(b"{}", added),
            }
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
    let end = line.iter().rposition(|byte| *byte == b'}').unwrap_or(line.len());
    let has_field = |name: &str| {
        let quoted = format!("\"{name}\"");
        line.windows(quoted.len()).any(|window| window == quoted.as_bytes())
    };
    if added.iter().any(|(name, _)| has_field(name))
        && let Ok(mut object) = serde_json::from_slice::<Map<String, Value>>(line)
    {
        for (name, value) in added {
            object.insert(name.to_owned(), value);
        }
        return serde_json::to_vec(&object).unwrap_or_default();
    }
    let mut out = line[..end].to_vec();
    let is_empty = out.iter().rfind(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    for (i, (name, value)) in added.into_iter().enumerate() {
        let comma = if i == 0 && is_empty { "" } else { "," };
        out.extend_from_slice(format!("{comma}\"{name}\":{value}").as_bytes());
    }
    out.push(b'}');
    out
}

/// Three decimals, which is more than any confidence or likeness means.
pub(super) fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}
