//! The drafted settings as text, with comments that say what was seen.

use std::fmt::Write as _;

use super::columns::{Column, Role, leading_number, roles};
use super::{Draft, Looked};

/// Writes the settings for files that were looked at.
pub(super) fn settings(name: &str, looked: &[Looked]) -> Draft {
    let mut questions = Questions::default();
    let mut sources = String::new();
    let mut seen = Vec::new();
    for file in looked {
        seen.push(source(file, &mut questions, &mut sources));
    }
    let title = quoted(&title(name));
    let mut text = String::new();
    let _ = write!(
        text,
        "# Drafted by `ymateb new` from what the files look like. It runs as it is; correct what is wrong, and run again.\n\n\
         format = 1\n\
         title = {{ en = {title}, cy = {title} }}      # put the Welsh title here\n\
         # about = {{ en = \"What was proposed, in a sentence or two.\", cy = \"…\" }}\n\
         # opened = 2022-08-17\n\
         # closes = 2022-11-07\n\
         # late_after = 2022-11-14       # responses received after this day are set aside\n\
         languages = [\"en\", \"cy\"]\n\
         fewest_shown = 5                # counts of individuals by type or area under this are not shown\n\n\
         # Kinds of respondent. Here: an organisation where one is named, else an individual.\n\
         [[type]]\n\
         code = \"individual\"\n\
         label = {{ en = \"individual\", cy = \"unigolyn\" }}\n\n\
         [[type]]\n\
         code = \"organisation\"\n\
         label = {{ en = \"organisation\", cy = \"sefydliad\" }}\n\
         organisation = true\n",
    );
    text.push_str(&questions.text);
    text.push_str(&sources);
    Draft { settings: text, seen }
}

#[derive(Default)]
struct Questions {
    text: String,
    ids: Vec<String>,
    headers: Vec<(String, String)>,
}

impl Questions {
    /// The id of the question that a header asks, drafted when it is new: two files may ask the same.
    fn id(&mut self, column: &Column, role: Role) -> String {
        if let Some((_, id)) = self.headers.iter().find(|(header, _)| *header == column.name) {
            return id.clone();
        }
        let numbered = leading_number(&column.name);
        let mut id = numbered.map_or_else(|| (self.ids.len() + 1).to_string(), |(number, _)| number.to_owned());
        while self.ids.contains(&id) {
            id.push('x');
        }
        let words = numbered
            .map_or(column.name.as_str(), |(_, end)| column.name[end..].trim_start_matches(['.', ':', ')', ' ', '-']));
        let (en, cy) = asked(if words.is_empty() { &column.name } else { words });
        let _ = write!(
            self.text,
            "\n# Column {}: {} cells filled.\n[[question]]\nid = {}\ntext = {{ en = {}, cy = {} }}\n",
            comment(&column.name),
            column.filled,
            quoted(&id),
            quoted(&en),
            quoted(&cy)
        );
        match role {
            Role::Closed => self.options("closed", column.values.keys()),
            Role::Multiple => self.options("multiple", column.options().iter()),
            _ => self.text.push_str("# proposal = true     # if it asks whether people agree with what is proposed\n"),
        }
        self.ids.push(id.clone());
        self.headers.push((column.name.clone(), id.clone()));
        id
    }

    fn options<'o>(&mut self, kind: &str, options: impl Iterator<Item = &'o String>) {
        let _ = writeln!(self.text, "kind = \"{kind}\"");
        for (i, option) in options.enumerate() {
            let label = quoted(option);
            let _ = write!(
                self.text,
                "[[question.option]]\ncode = \"{}\"\nlabel = {{ en = {label}, cy = {label} }}\n",
                code(option, i)
            );
        }
    }
}

/// Writes one source; returns what was seen, in a line.
fn source(file: &Looked, questions: &mut Questions, text: &mut String) -> String {
    let _ = write!(text, "\n[[source]]\nfiles = {}\n", quoted(&glob::Pattern::escape(&file.file)));
    if file.is_text {
        text.push_str("channel = \"letter\"\n");
        return format!("{}: one letter or e-mail", file.file);
    }
    text.push_str("channel = \"form\"\n");
    let roles = roles(&file.columns);
    let named = |role: Role| {
        file.columns.iter().zip(&roles).filter(move |(_, found)| **found == role).map(|(column, _)| column)
    };
    for (key, role) in [
        ("id", Role::Id),
        ("received", Role::Received),
        ("type", Role::Kind),
        ("organisation", Role::Organisation),
        ("email", Role::Email),
        ("area", Role::Area),
        ("language", Role::Language),
        ("may_publish", Role::MayPublish),
        ("may_name", Role::MayName),
        ("may_quote", Role::MayQuote),
        ("may_contact", Role::MayContact),
    ] {
        if let Some(column) = named(role).next() {
            let _ = writeln!(text, "{key} = {}", quoted(&column.name));
        }
    }
    let names: Vec<String> = named(Role::Name).map(|column| quoted(&column.name)).collect();
    if !names.is_empty() {
        let _ = writeln!(text, "name = [{}]", names.join(", "));
    }
    if named(Role::MayQuote).next().is_none() {
        text.push_str(
            "# No column says whether words may be quoted, so none are. If everyone agreed when they sent their response\n\
             # (as on a public docket), say so:\n# consents = [\"publish\", \"quote\"]\n",
        );
    }
    let rules: String = file.columns.iter().zip(&roles).filter_map(|(column, role)| rules(column, *role)).collect();
    text.push_str("[source.answers]\n");
    let (mut open, mut closed) = (0, 0);
    for (column, role) in file.columns.iter().zip(&roles) {
        if matches!(role, Role::Open | Role::Closed | Role::Multiple) {
            if *role == Role::Open {
                open += 1
            } else {
                closed += 1
            }
            let id = questions.id(column, *role);
            let _ = writeln!(text, "{} = {}", quoted(&id), quoted(&column.name));
        }
    }
    text.push_str(&rules);
    let unused: Vec<String> = file
        .columns
        .iter()
        .zip(&roles)
        .filter(|(column, role)| **role == Role::Other && column.filled > 0)
        .map(|(column, _)| comment(&column.name))
        .collect();
    if !unused.is_empty() {
        let _ = writeln!(text, "# Not used: {}", unused.join(", "));
    }
    format!(
        "{}: {} rows looked at; {open} open and {closed} closed questions; id {}, date {}, organisation {}",
        file.file,
        file.records,
        found(named(Role::Id).next()),
        found(named(Role::Received).next()),
        found(named(Role::Organisation).next())
    )
}

/// A question in both languages: the header stands for both until someone translates it, but for the commonest ones.
fn asked(header: &str) -> (String, String) {
    let (en, cy) = match header.trim().to_lowercase().as_str() {
        "comment" | "comments" => ("Comment", "Sylw"),
        "response" => ("Response", "Ymateb"),
        "any other comments" | "any other comments?" => ("Any other comments?", "Unrhyw sylwadau eraill?"),
        _ => (header, header),
    };
    (en.to_owned(), cy.to_owned())
}

fn found(column: Option<&Column>) -> String {
    column.map_or_else(|| "none".to_owned(), |column| format!("`{}`", comment(&column.name)))
}

/// Rows to set aside, told from columns whose values say so.
fn rules(column: &Column, role: Role) -> Option<String> {
    let header = column.name.to_lowercase();
    let rule = |condition: String, reason: &str| {
        Some(format!("[[source.set_aside]]\ncolumn = {}\n{condition}\nreason = \"{reason}\"\n", quoted(&column.name)))
    };
    // A docket's own documents stand in the same export as what the public sent.
    if header == "document type" && column.values.contains_key("Public Submission") {
        return rule("is_not = [\"Public Submission\"]".to_owned(), "not_a_response");
    }
    if role != Role::Status {
        return None;
    }
    if header.contains("withdrawn") {
        return rule("is = [\"true\", \"yes\"]".to_owned(), "withdrawn");
    }
    let among = |words: &[&str]| -> Vec<String> {
        let is_one = |value: &&String| words.iter().any(|word| value.to_lowercase().contains(word));
        column.values.keys().filter(is_one).map(|value| quoted(value)).collect()
    };
    let previews = among(&["preview", "test", "spam"]);
    let unfinished = if header == "finished" {
        among(&["false", "0"])
    } else {
        among(&["partial", "incomplete", "in progress", "draft"])
    };
    let mut text = String::new();
    if !previews.is_empty() {
        text.push_str(&rule(format!("is = [{}]", previews.join(", ")), "not_a_response")?);
    }
    if !unfinished.is_empty() {
        text.push_str(&rule(format!("is = [{}]", unfinished.join(", ")), "unfinished")?);
    }
    (!text.is_empty()).then_some(text)
}

fn title(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    // A short name is an abbreviation more often than a word.
    if words.len() <= 4 && !words.contains(' ') {
        return words.to_uppercase();
    }
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

fn code(option: &str, i: usize) -> String {
    let plain: String =
        option.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    let plain = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if plain.is_empty() { format!("option-{}", i + 1) } else { plain }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Text for a comment: one line, not endless.
fn comment(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > 80 { line.chars().take(79).chain(['…']).collect() } else { line }
}
