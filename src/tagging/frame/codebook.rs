//! A frame as a codebook of other programs (REFI-QDA `.qdc`), and back.
//!
//! A codebook knows names and descriptions only. All else that a frame holds follows the description, behind a line that
//! says so, as TOML: another program keeps it, and we read it again.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use super::family::{self, Found};
use super::fields::Places;
use super::problem::{FrameError, FrameErrors, FrameProblem, Layout};
use super::{Lenient, Reader, accents, finish, table, write};
use crate::model::{Bilingual, Code, CodeSet, Codebook, CodingFrame, Locale, Theme};

/// Most characters of a name: what every program that reads codebooks takes.
const LONGEST_NAME: usize = 63;

/// The line behind which our own fields stand.
const MARK: &str = "--- ymateb ---";

/// The codebook of a frame, names and descriptions in one language. None when it has no themes: a codebook is not empty.
///
/// GUIDs come from the codes alone, so a theme keeps its own from one version of the frame to the next.
pub fn of(frame: &CodingFrame, locale: Locale) -> Option<Codebook> {
    if frame.themes.is_empty() {
        return None;
    }
    let index: BTreeMap<&str, usize> = frame.themes.iter().enumerate().map(|(i, t)| (t.code.as_str(), i)).collect();
    let mut taken = BTreeSet::new();
    let code = |theme: &Theme| Code {
        guid: guid("code", &theme.code),
        name: unique(&name(theme, locale), &mut taken),
        description: described(theme.about.get(locale), &write::theme_fields(theme)),
        parent: theme.parent.as_deref().and_then(|parent| index.get(parent).copied()),
        line: 0,
    };
    let codes: Vec<Code> = frame.themes.iter().map(code).collect();
    let title = if frame.name.is_empty() { "ymateb" } else { &frame.name };
    let set = CodeSet {
        guid: guid("frame", &frame.name),
        name: unique(&one_line(title), &mut taken),
        description: described("", &write::head(frame)),
        members: codes.iter().map(|code| code.guid.clone()).collect(),
        line: 0,
    };
    Some(Codebook { codes, sets: vec![set] })
}

/// A GUID that is the same for the same thing everywhere: version 8 of RFC 9562, from BLAKE3 of its kind and its name.
pub fn guid(kind: &str, name: &str) -> String {
    let hash = blake3::hash(format!("ymateb {kind}\n{name}").as_bytes());
    let mut bytes: [u8; 16] = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// The code and the label: names sort as codes do, and no two are the same.
fn name(theme: &Theme, locale: Locale) -> String {
    let label = theme.label.get(locale);
    one_line(&if label == theme.code { theme.code.clone() } else { format!("{} {label}", theme.code) })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most [`LONGEST_NAME`] characters, and not taken yet.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let cut = |most: usize| match name.char_indices().nth(most) {
        None => name.to_owned(),
        Some(_) => name.chars().take(most - 1).chain(['…']).collect(),
    };
    let mut candidate = cut(LONGEST_NAME);
    let mut n = 2;
    // Programs that forget case would take two such names for one.
    while !taken.insert(candidate.to_lowercase()) {
        let suffix = format!(" ({n})");
        candidate = cut(LONGEST_NAME - suffix.len()) + &suffix;
        n += 1;
    }
    candidate
}

fn described(about: &str, fields: &str) -> String {
    let lead = if about.is_empty() { String::new() } else { format!("{about}\n\n") };
    format!("{lead}{MARK}\n{fields}")
}

/// Reads a codebook as a frame: ours with all that they held, any other as themes that are tagged by hand.
///
/// # Errors
/// Everything that is wrong, each with the line of the file.
pub fn read(file: &str, codebook: &Codebook) -> Result<Lenient, FrameErrors> {
    let mut errors = Vec::new();
    let mut frame = CodingFrame { version: 1, ..CodingFrame::default() };
    for set in &codebook.sets {
        if let Some(fields) = own_fields(&set.description) {
            parsed(file, &fields, set.line, &mut errors, |reader, table| frame = reader.head(table));
        }
    }
    let plain = plain_codes(&codebook.codes);
    let mut found: Vec<Found> = Vec::new();
    for (at, code) in codebook.codes.iter().enumerate() {
        let mut own = None;
        if let Some(fields) = own_fields(&code.description) {
            parsed(file, &fields, code.line, &mut errors, |reader, table| {
                reader.theme(table, 0, accents(None));
                own = reader.found.pop();
            });
            // What is wrong with it has been said.
            found.push(own.unwrap_or_else(|| by_name(&plain[at], code)));
        } else {
            found.push(by_name(&plain[at], code));
        }
        let place = (code.line, 1);
        let parent = code.parent.and_then(|parent| Some(found.get(parent)?.theme.code.clone()));
        if let Some(last) = found.last_mut() {
            (last.code_at, last.parent_at, last.was_at) = (place, place, place);
            // The tree is what people change in other programs.
            last.theme.parent = parent;
        }
    }
    if !codebook.codes.iter().any(|code| own_fields(&code.description).is_some()) {
        table::tag_by_hand(&mut found);
    }
    errors.extend(family::check(file, &Layout::Lines, &found));
    frame.themes = family::in_order(found);
    finish(frame, errors)
}

/// What stands behind our mark, with the number of lines before it.
fn own_fields(description: &str) -> Option<(usize, String)> {
    let mut lines = description.lines();
    let before = lines.by_ref().position(|line| line.trim() == MARK)?;
    Some((before + 1, lines.collect::<Vec<_>>().join("\n")))
}

/// Reads our fields of one description; `line` is where the element begins.
fn parsed(
    file: &str,
    (before, fields): &(usize, String),
    line: usize,
    errors: &mut Vec<FrameError>,
    read: impl for<'t> FnOnce(&mut Reader<'t>, &DeTable<'t>),
) {
    let first = errors.len();
    let places = Places::new(file, fields);
    let (table, syntax) = DeTable::parse_recoverable(fields);
    let mut reader = Reader { places, errors: Vec::new(), found: Vec::new() };
    for error in &syntax {
        let at = error.span().map_or(0, |span| span.start);
        let problem = FrameProblem::Toml(error.message().replace('\n', "; "));
        reader.errors.push(reader.places.error(at, problem));
    }
    if syntax.is_empty() {
        read(&mut reader, table.get_ref());
    }
    errors.append(&mut reader.errors);
    for error in &mut errors[first..] {
        error.line += line + before;
    }
}

/// Codes and labels out of names: `T03 Placements` where all names begin with codes of their own, else the whole name.
fn plain_codes(codes: &[Code]) -> Vec<(String, String)> {
    let split = |code: &Code| {
        let name = one_line(&code.name);
        let (first, rest) = name.split_once(' ')?;
        let first = first.trim_end_matches([':', '.', ')']);
        let is_code = first.len() <= 12
            && first.contains(|c: char| c.is_ascii_digit())
            && first.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
        is_code.then(|| (first.to_owned(), rest.trim_start_matches(['-', '–', ' ']).to_owned()))
    };
    let both: Option<Vec<(String, String)>> = codes.iter().map(split).collect();
    let distinct = |both: &Vec<(String, String)>| both.iter().map(|(code, _)| code).collect::<BTreeSet<_>>().len();
    both.filter(|both| distinct(both) == both.len())
        .unwrap_or_else(|| codes.iter().map(|code| (one_line(&code.name), one_line(&code.name))).collect())
}

fn by_name((code, label): &(String, String), from: &Code) -> Found {
    let both = |text: &str| Bilingual { en: text.to_owned(), cy: text.to_owned() };
    let theme =
        Theme { code: code.clone(), label: both(label), about: both(from.description.trim()), ..Theme::default() };
    let at = (from.line, 1);
    Found { theme, code_at: at, parent_at: at, was_at: at }
}
