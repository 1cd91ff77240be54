//! Changes to a frame's file that keep its comments and layout: a theme renamed, merged, split or moved. What a theme was
//! before is written down as `was`, so that people's decisions follow it.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::{FrameErrors, read};
use crate::model::CodingFrame;

/// A change to a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A theme gets another code.
    Rename {
        /// Its code.
        theme: String,
        /// Its code from now on.
        to: String,
    },
    /// Several themes become one, with the patterns of all.
    Merge {
        /// Their codes.
        themes: Vec<String>,
        /// The code of the one: one of theirs, or a new one, which the first of them gets.
        into: String,
    },
    /// A theme becomes several, each with a copy of its patterns for a person to divide.
    Split {
        /// Its code.
        theme: String,
        /// The codes of the parts; it stays when its own is among them.
        into: Vec<String>,
    },
    /// A theme comes to lie under another one.
    Move {
        /// Its code.
        theme: String,
        /// The code of the theme above it; none for a theme of the first level.
        under: Option<String>,
    },
}

/// Why a frame was not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such theme.
    #[error("there is no theme `{0}` in the frame")]
    NoTheme(String),
    /// There is a theme with that code.
    #[error("there is a theme `{0}` already; choose another code, or merge the two")]
    Taken(String),
    /// It takes two themes to merge, and two parts to split.
    #[error("name two codes or more, each once")]
    TooFew,
    /// A theme with themes below it can't be split: nobody could tell where they belong.
    #[error("theme `{0}` has themes below it; move them under another one first")]
    HasChildren(String),
    /// The file lists its themes in a way that this program can't change.
    #[error("themes are changed only where each has its own `[[theme]]`; write them so, or change the file by hand")]
    Shape,
    /// The frame is wrong, or would be.
    #[error(transparent)]
    Frame(#[from] FrameErrors),
}

/// Changes the text of a frame, and counts its version up; `file` is the name to use in messages.
///
/// # Errors
/// When the change can't be made, or the frame is wrong before or after it.
pub fn edit(file: &str, text: &str, edit: &Edit) -> Result<String, EditError> {
    let frame = read(file, text)?;
    check(&frame, edit)?;
    let mut document: DocumentMut = text.parse().map_err(|_| EditError::Shape)?;
    let themes = document.get_mut("theme").and_then(Item::as_array_of_tables_mut).ok_or(EditError::Shape)?;
    match edit {
        Edit::Rename { theme, to } => rename(themes, theme, to),
        Edit::Merge { themes: codes, into } => merge(themes, &frame, codes, into),
        Edit::Split { theme, into } => split(themes, theme, into),
        Edit::Move { theme, under } => put_under(themes, theme, under.as_deref()),
    }
    set(document.as_table_mut(), "version", (i64::from(frame.version) + 1).into());
    let changed = document.to_string();
    // One kind of line ends, as the file had it.
    let changed = if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed };
    read(file, &changed)?;
    Ok(changed)
}

fn check(frame: &CodingFrame, edit: &Edit) -> Result<(), EditError> {
    let exists = |code: &str| frame.theme(code).map(|_| ()).ok_or_else(|| EditError::NoTheme(code.to_owned()));
    let is_free = |code: &str| match frame.theme(code) {
        Some(_) => Err(EditError::Taken(code.to_owned())),
        None => Ok(()),
    };
    let are_several = |codes: &[String]| {
        let is_once = |(i, code): (usize, &String)| !code.trim().is_empty() && !codes[..i].contains(code);
        if codes.len() > 1 && codes.iter().enumerate().all(is_once) { Ok(()) } else { Err(EditError::TooFew) }
    };
    match edit {
        Edit::Rename { theme, to } => exists(theme).and_then(|()| is_free(to)),
        Edit::Merge { themes, into } => {
            are_several(themes)?;
            themes.iter().try_for_each(|theme| exists(theme))?;
            if themes.contains(into) { Ok(()) } else { is_free(into) }
        }
        Edit::Split { theme, into } => {
            exists(theme)?;
            are_several(into)?;
            if frame.children(theme).next().is_some() {
                return Err(EditError::HasChildren(theme.clone()));
            }
            into.iter().filter(|part| *part != theme).try_for_each(|part| is_free(part))
        }
        Edit::Move { theme, under } => {
            exists(theme)?;
            under.as_deref().map_or(Ok(()), exists)
        }
    }
}

fn rename(themes: &mut ArrayOfTables, theme: &str, to: &str) {
    for table in themes.iter_mut() {
        if code(table) == theme {
            set(table, "code", to.into());
            add_was(table, &[theme.to_owned()]);
        }
        if text(table, "parent") == theme {
            set(table, "parent", to.into());
        }
    }
}

fn merge(themes: &mut ArrayOfTables, frame: &CodingFrame, codes: &[String], into: &str) {
    let kept = if codes.iter().any(|code| code == into) { into } else { codes[0].as_str() };
    let gone: Vec<Table> = themes.iter().filter(|table| is_merged(table, codes, kept)).cloned().collect();
    themes.retain(|table| !is_merged(table, codes, kept));
    // Where the one that stays lay under one that goes, it takes that one's place.
    let above = frame.line(kept).skip(1).find(|above| !codes.iter().any(|code| code == above)).map(str::to_owned);
    for table in themes.iter_mut() {
        let parent = text(table, "parent");
        if code(table) == kept {
            for other in &gone {
                take_over(table, other);
            }
            let was: Vec<String> = gone.iter().flat_map(|other| [vec![code(other)], was(other)].concat()).collect();
            if kept != into {
                set(table, "code", into.into());
                add_was(table, &[kept.to_owned()]);
            }
            add_was(table, &was);
            match (&above, codes.contains(&parent)) {
                (Some(above), true) => set(table, "parent", above.as_str().into()),
                (None, true) => drop(table.remove("parent")),
                _ => {}
            }
        } else if codes.contains(&parent) {
            set(table, "parent", into.into());
        }
    }
}

fn is_merged(table: &Table, codes: &[String], kept: &str) -> bool {
    let code = code(table);
    code != kept && codes.contains(&code)
}

/// Adds what another theme has to one: its patterns, its workstreams, the comment above it.
fn take_over(table: &mut Table, other: &Table) {
    let above = |table: &Table| table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("\n").to_owned();
    let comments: String = above(other)
        .lines()
        .filter(|line| line.trim_start().starts_with('#'))
        .map(|line| format!("{line}\n"))
        .collect();
    let prefix = above(table) + &comments;
    table.decor_mut().set_prefix(prefix);
    for key in ["en", "cy", "not", "workstreams"] {
        let more = list(other, key);
        let known: Vec<String> = list(table, key).iter().map(plain).collect();
        for one in more.into_iter().filter(|one| !known.contains(&plain(one))) {
            push(table, key, one);
        }
    }
    let is = |table: &Table, key: &str| table.get(key).and_then(Item::as_bool).unwrap_or_default();
    if is(table, "by_hand") && !is(other, "by_hand") {
        table.remove("by_hand");
    }
    // What concerns a working code is never published, whatever it is merged with.
    if is(other, "working") && !is(table, "working") {
        set(table, "working", true.into());
    }
}

fn split(themes: &mut ArrayOfTables, theme: &str, into: &[String]) {
    let Some(at) = themes.iter().position(|table| code(table) == theme) else { return };
    let Some(whole) = themes.get(at).cloned() else { return };
    let mut tables: Vec<Table> = Vec::new();
    for part in into {
        let mut table = whole.clone();
        if part != theme {
            set(&mut table, "code", part.as_str().into());
            table.remove("was");
            add_was(&mut table, &[theme.to_owned()]);
            tell_apart(&mut table, part);
            if !tables.is_empty() {
                // The comment above belongs to the first alone.
                table.decor_mut().set_prefix("\n");
            }
        }
        tables.push(table);
    }
    let rest: Vec<Table> = themes.iter().skip(at + 1).cloned().collect();
    while themes.len() > at {
        themes.remove(at);
    }
    tables.into_iter().chain(rest).for_each(|table| themes.push(table));
    // Tables are written in the order of their numbers: those of a theme must stay together.
    let mut next = themes.iter().next().and_then(Table::position).unwrap_or_default();
    themes.iter_mut().for_each(|table| number(table, &mut next));
}

fn number(table: &mut Table, next: &mut isize) {
    table.set_position(Some(*next));
    *next += 1;
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(table) => number(table, next),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(|table| number(table, next)),
            _ => {}
        }
    }
}

/// Adds a code to the label, so that parts with the same name can be told apart until somebody names them.
fn tell_apart(table: &mut Table, part: &str) {
    let Some(label) = table.get_mut("label") else { return };
    let named = |item: &mut Item| {
        if let Some(name) = item.as_str().map(|name| format!("{name} ({part})")) {
            replace(item, name.into());
        }
    };
    match label.as_table_like_mut() {
        Some(label) => label.iter_mut().for_each(|(_, item)| named(item)),
        None => named(label),
    }
}

fn put_under(themes: &mut ArrayOfTables, theme: &str, under: Option<&str>) {
    for table in themes.iter_mut().filter(|table| code(table) == theme) {
        match under {
            Some(under) => set(table, "parent", under.into()),
            None => drop(table.remove("parent")),
        }
    }
}

fn code(table: &Table) -> String {
    text(table, "code")
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
}

fn was(table: &Table) -> Vec<String> {
    list(table, "was").iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

/// The values of a list; a single value is a list of one.
fn list(table: &Table, key: &str) -> Vec<Value> {
    match table.get(key) {
        Some(Item::Value(Value::Array(array))) => array.iter().cloned().collect(),
        Some(Item::Value(one)) => vec![one.clone()],
        _ => Vec::new(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string().trim().to_owned(), str::to_owned)
}

fn push(table: &mut Table, key: &str, mut one: Value) {
    one.decor_mut().clear();
    if let Some(Item::Value(Value::Array(array))) = table.get_mut(key) {
        array.push(one);
        return;
    }
    let mut array = Array::new();
    list(table, key).into_iter().chain([one]).for_each(|mut one| {
        one.decor_mut().clear();
        array.push(one);
    });
    table.insert(key, value(array));
}

/// Adds codes that a theme took over, each once and never its own.
fn add_was(table: &mut Table, codes: &[String]) {
    let (own, mut all) = (code(table), was(table));
    all.extend(codes.iter().cloned());
    let mut array = Array::new();
    for (i, one) in all.iter().enumerate() {
        if *one != own && !all[..i].contains(one) {
            array.push(one.as_str());
        }
    }
    set(table, "was", array.into());
}

/// Gives a key another value and leaves what stands around it.
fn set(table: &mut Table, key: &str, new: Value) {
    match table.get_mut(key) {
        Some(item) => replace(item, new),
        None => drop(table.insert(key, value(new))),
    }
}

fn replace(item: &mut Item, mut new: Value) {
    if let Some(old) = item.as_value() {
        *new.decor_mut() = old.decor().clone();
    }
    *item = Item::Value(new);
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: &str = "# Y ffrâm 🙂\nname = \"c\"\nversion = 3 # counted up by hand\n\n# Cost.\n[[theme]]\ncode = \"T01\"\n\
        label = { en = \"Cost\", cy = \"Cost\" }\nen = [\n    \"expensive\", # often\n]\ncy = [\"rhy ddrud\"]\n\n\
        [[theme]]\ncode = \"T01.1\"\nparent = \"T01\"\nlabel = \"Fees\"\nen = \"fee*\"\nworkstreams = [1]\n\n\
        [[theme]]\ncode = \"T02\"\nby_hand = true\nen = [\"expensive\"]\nwas = [\"OLD\"]\n";

    fn edited(change: &Edit) -> (String, CodingFrame) {
        let text = edit("frame.toml", FRAME, change).expect("changed");
        let frame = read("frame.toml", &text).expect("a frame");
        assert_eq!(frame.version, 4);
        assert!(text.starts_with("# Y ffrâm 🙂\nname = \"c\"\nversion = 4 # counted up by hand\n\n"), "{text}");
        assert!(text.contains("\n\n# Cost.\n[[theme]]\n"), "{text}");
        (text, frame)
    }

    fn some(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    #[test]
    fn a_renamed_theme_keeps_its_comments_and_its_children() {
        let (text, frame) = edited(&Edit::Rename { theme: "T01".into(), to: "TŶ".into() });
        assert_eq!(frame.theme("TŶ").map(|theme| theme.was.clone()), Some(some(&["T01"])));
        assert_eq!(frame.parent("T01.1"), Some("TŶ"));
        assert!(text.contains("    \"expensive\", # often\n]"), "{text}");
        let back = edit("frame.toml", &text, &Edit::Rename { theme: "TŶ".into(), to: "T01".into() }).expect("changed");
        let back = read("frame.toml", &back).expect("a frame");
        assert_eq!(back.theme("T01").map(|theme| theme.was.clone()), Some(some(&["TŶ"])));
    }

    #[test]
    fn merged_themes_have_the_patterns_of_all() {
        let (_, frame) = edited(&Edit::Merge { themes: some(&["T01", "T02"]), into: "T02".into() });
        let merged = frame.theme("T02").expect("the one");
        let en: Vec<&str> = merged.en.iter().map(|pattern| pattern.text.as_str()).collect();
        assert_eq!((en, merged.by_hand, &merged.was), (vec!["expensive"], false, &some(&["OLD", "T01"])));
        assert_eq!((frame.theme("T01"), frame.parent("T01.1")), (None, Some("T02")));
        let (_, frame) = edited(&Edit::Merge { themes: some(&["T01", "T01.1"]), into: "NEW".into() });
        let merged = frame.theme("NEW").expect("the one");
        let en: Vec<&str> = merged.en.iter().map(|pattern| pattern.text.as_str()).collect();
        assert_eq!(
            (en, &merged.was, &merged.workstreams),
            (vec!["expensive", "fee*"], &some(&["T01", "T01.1"]), &vec![1])
        );
        let (_, frame) = edited(&Edit::Merge { themes: some(&["T01", "T01.1"]), into: "T01.1".into() });
        assert_eq!(
            frame.theme("T01.1").map(|theme| (theme.parent.clone(), theme.was.clone())),
            Some((None, some(&["T01"])))
        );
    }

    #[test]
    fn the_parts_of_a_split_theme_stand_where_it_stood() {
        let (text, frame) = edited(&Edit::Split { theme: "T01.1".into(), into: some(&["T01.2", "T01.3"]) });
        let codes: Vec<&str> = frame.themes.iter().map(|theme| theme.code.as_str()).collect();
        assert_eq!(codes, ["T01", "T01.2", "T01.3", "T02"], "{text}");
        let part = frame.theme("T01.3").expect("a part");
        assert_eq!((part.was.clone(), part.label.cy.as_str(), part.en.len()), (some(&["T01.1"]), "Fees (T01.3)", 1));
        let (_, frame) = edited(&Edit::Split { theme: "T02".into(), into: some(&["T02", "T03"]) });
        assert_eq!(frame.theme("T02").map(|theme| theme.was.clone()), Some(some(&["OLD"])));
        assert_eq!(frame.theme("T03").map(|theme| theme.was.clone()), Some(some(&["T02"])));
    }

    #[test]
    fn a_theme_moves_and_what_cannot_be_is_refused() {
        let (_, frame) = edited(&Edit::Move { theme: "T01.1".into(), under: Some("T02".into()) });
        assert_eq!(frame.parent("T01.1"), Some("T02"));
        let (_, frame) = edited(&Edit::Move { theme: "T01.1".into(), under: None });
        assert_eq!(frame.theme("T01.1").and_then(|theme| theme.parent.clone()), None);
        let refused = |change: Edit| edit("frame.toml", FRAME, &change).expect_err("refused");
        let rename = |theme: &str, to: &str| Edit::Rename { theme: theme.into(), to: to.into() };
        assert_eq!(refused(rename("🙂", "X")), EditError::NoTheme("🙂".into()));
        assert_eq!(refused(rename("T01", "T02")), EditError::Taken("T02".into()));
        assert_eq!(refused(Edit::Merge { themes: some(&["T01", "T01"]), into: "X".into() }), EditError::TooFew);
        assert_eq!(
            refused(Edit::Split { theme: "T01".into(), into: some(&["A", "B"]) }),
            EditError::HasChildren("T01".into())
        );
        let circle = refused(Edit::Move { theme: "T01".into(), under: Some("T01.1".into()) });
        assert!(matches!(circle, EditError::Frame(_)), "{circle}");
        assert!(matches!(edit("frame.toml", "", &rename("A", "B")), Err(EditError::NoTheme(_))));
    }
}
