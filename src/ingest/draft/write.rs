//! The drafted settings as text, with comments that say what was seen and why.

use std::fmt::Write as _;

use super::consents;
use super::gather::Gathered;
use super::look::Sheet;
use super::roles::{Roles, Rule, Single, Use};
use crate::corpus::SourceSettings;
use crate::corpus::settings::{Consent, Layout};
use crate::ingest::platforms::Platform;
use crate::model::{Bilingual, Choice, Question, QuestionKind, RespondentType, Stance};

/// Writes the settings of a consultation.
pub(super) fn settings(name: &str, gathered: &Gathered) -> String {
    let title = quoted(&title(name));
    let mut text = format!(
        "# Drafted by `ymateb new` from what the files look like. It runs as it is; correct what is wrong, and run again.\n\n\
         format = 1\n\
         title = {{ en = {title}, cy = {title} }}      # put the Welsh title here\n\
         # about = {{ en = \"What was proposed, in a sentence or two.\", cy = \"…\" }}\n\
         # opened = 2022-08-17\n\
         # closes = 2022-11-07\n\
         # late_after = 2022-11-14       # responses received after this day are set aside\n\
         languages = [\"en\", \"cy\"]\n\
         fewest_shown = 5                # counts of individuals by type or area under this are not shown\n"
    );
    areas(&gathered.areas, &mut text);
    types(&gathered.types, &mut text);
    for drafted in &gathered.questions {
        question(&drafted.question, &drafted.note, &mut text);
    }
    for source in &gathered.sources {
        table(source, &mut text);
    }
    // Before the letters, so that no pattern of theirs takes them.
    for file in &gathered.events {
        let file = quoted(&glob::Pattern::escape(file));
        let _ = write!(text, "\n[[source]]\nfiles = {file}\nchannel = \"event\"\nlayout = \"event\"\n");
    }
    for (pattern, channel) in &gathered.documents {
        let _ = write!(text, "\n[[source]]\nfiles = {}\nchannel = {}\n", quoted(pattern), quoted(channel));
        // Its name does not say that it is a document.
        if SourceSettings::default().layout_of(pattern) != Layout::Document {
            text.push_str("layout = \"document\"\n");
        }
    }
    for file in &gathered.others {
        let file = quoted(&glob::Pattern::escape(file));
        let _ = write!(
            text,
            "\n# What a platform writes beside its responses.\n[[source]]\nfiles = {file}\nlayout = \"other\"\n"
        );
    }
    if !gathered.left_out.is_empty() {
        text.push_str("\n# Left out:\n");
        for (what, why) in &gathered.left_out {
            let _ = writeln!(text, "# - {}: {}", comment(what), comment(why));
        }
    }
    text
}

fn areas(areas: &[Bilingual], text: &mut String) {
    if areas.is_empty() {
        return;
    }
    text.push_str("\n# Areas that respondents chose from; give both names of each.\nareas = [\n");
    for area in areas {
        let _ = writeln!(text, "    {},", bilingual(area));
    }
    text.push_str("]\n");
}

fn types(types: &[RespondentType], text: &mut String) {
    text.push_str(if types.is_empty() {
        "\n# Kinds of respondent. Here: an organisation where one is named, else an individual.\n\
         [[type]]\n\
         code = \"individual\"\n\
         label = { en = \"individual\", cy = \"unigolyn\" }\n\n\
         [[type]]\n\
         code = \"organisation\"\n\
         label = { en = \"organisation\", cy = \"sefydliad\" }\n\
         organisation = true\n"
    } else {
        "\n# Kinds of respondent, as the forms name them. Check which are organisations.\n"
    });
    for kind in types {
        let _ = write!(text, "\n[[type]]\ncode = {}\nlabel = {}\n", quoted(&kind.code), bilingual(&kind.label));
        if kind.organisation {
            text.push_str("organisation = true\n");
        }
        if kind.young {
            text.push_str("young = true\n");
        }
        if !kind.also.is_empty() {
            let _ = writeln!(text, "also = {}", list(&kind.also));
        }
    }
}

fn question(question: &Question, note: &str, text: &mut String) {
    let _ = write!(
        text,
        "\n# {}\n[[question]]\nid = {}\ntext = {}\n",
        comment(note),
        quoted(&question.id),
        bilingual(&question.text)
    );
    let kind = match question.kind {
        QuestionKind::Open => None,
        QuestionKind::Closed => Some("closed"),
        QuestionKind::Multiple => Some("multiple"),
    };
    if let Some(kind) = kind {
        let _ = writeln!(text, "kind = \"{kind}\"");
    }
    if let Some(explained) = &question.explains {
        let _ = writeln!(text, "explains = {}", quoted(explained));
    }
    if question.proposal {
        text.push_str("proposal = true\n");
    } else if question.kind == QuestionKind::Open && !question.about_you {
        text.push_str("# proposal = true     # if it asks whether people agree with what is proposed\n");
    }
    if question.about_you {
        text.push_str("about_you = true\n");
    }
    if question.welsh_language {
        text.push_str("welsh_language = true\n");
    }
    question.options.iter().for_each(|choice| option(choice, text));
}

fn option(choice: &Choice, text: &mut String) {
    let _ =
        write!(text, "[[question.option]]\ncode = {}\nlabel = {}\n", quoted(&choice.code), bilingual(&choice.label));
    if !choice.also.is_empty() {
        let _ = writeln!(text, "also = {}", list(&choice.also));
    }
    if let Some(stance) = choice.stance {
        let stance: Stance = stance;
        let _ = writeln!(text, "stance = \"{}\"", stance.as_str());
    }
}

/// A table as a source.
pub(super) struct Source {
    pub(super) sheet: Sheet,
    pub(super) roles: Roles,
    /// Ids of questions, each with its columns.
    pub(super) answers: Vec<(String, Vec<String>)>,
}

impl Source {
    /// The name of the column that says something.
    pub(super) fn named(&self, of: &Use) -> Option<&str> {
        self.roles.column(of).map(|i| self.name(i))
    }

    fn name(&self, column: usize) -> &str {
        self.sheet.header.columns.get(column).map_or("", |column| column.name.as_str())
    }

    /// Whether its dates of receipt have the month first: as they show, or as its platform always writes them.
    fn is_month_first(&self) -> bool {
        let values = self.roles.column(&Use::Single(Single::Received)).and_then(|i| self.sheet.values.get(i));
        let is_american = self.sheet.header.platform == Some(Platform::SurveyMonkey);
        values.is_some_and(|values| values.is_month_first() || is_american && values.may_be_month_first())
    }

    /// Names of the columns with a use.
    pub(super) fn all(&self, of: &Use) -> Vec<String> {
        let columns = self.roles.uses.iter().enumerate().filter(|(_, found)| *found == of);
        columns.map(|(i, _)| self.name(i).to_owned()).collect()
    }
}

fn table(source: &Source, text: &mut String) {
    let sheet = &source.sheet;
    let header = &sheet.header;
    text.push_str("\n# ");
    if let Some(platform) = header.platform {
        let _ = write!(text, "An export of {}. ", platform.title());
    }
    let _ = writeln!(
        text,
        "{} rows looked at, {} header rows, {} columns.",
        sheet.records,
        header.rows,
        header.columns.len()
    );
    for remark in &header.remarks {
        let _ = writeln!(text, "# {}.", comment(remark));
    }
    let _ = write!(text, "[[source]]\nfiles = {}\nchannel = \"form\"\n", quoted(&glob::Pattern::escape(&sheet.file)));
    // Its name does not say that it is a table.
    if SourceSettings::default().layout_of(&sheet.file) != Layout::Table {
        text.push_str("layout = \"table\"\n");
    }
    if let Some(name) = &sheet.name {
        let _ = writeln!(text, "sheets = {}", list(std::slice::from_ref(name)));
    }
    for (single, key) in Single::ALL {
        if let Some(column) = source.named(&Use::Single(single)) {
            let _ = writeln!(text, "{key} = {}", quoted(column));
        }
    }
    if source.is_month_first() {
        text.push_str("dates = \"month-first\"          # its dates make sense so, or lie close together only so\n");
    }
    let names = source.all(&Use::Name);
    if !names.is_empty() {
        let _ = writeln!(text, "name = {}", list(&names));
    }
    write_consents(source, text);
    text.push_str("[source.answers]\n");
    for (id, columns) in &source.answers {
        let columns = if let [column] = columns.as_slice() { quoted(column) } else { list(columns) };
        let _ = writeln!(text, "{} = {columns}", quoted(id));
    }
    for (column, rule) in &source.roles.rules {
        rule_for(source.name(*column), rule, text);
    }
    unused(source, text);
}

fn write_consents(source: &Source, text: &mut String) {
    for (consent, key) in [
        (Consent::Publish, "may_publish"),
        (Consent::Name, "may_name"),
        (Consent::Quote, "may_quote"),
        (Consent::Contact, "may_contact"),
    ] {
        if let Some(column) = source.named(&Use::May(consent)) {
            let _ = writeln!(text, "{key} = {}", quoted(column));
        }
    }
    for key in ["anonymous", "confidential"] {
        let columns: Vec<String> =
            source.all(&Use::Against).into_iter().filter(|column| consents::keeps_back(column) == Some(key)).collect();
        if !columns.is_empty() {
            let _ = writeln!(text, "{key} = {}", list(&columns));
        }
    }
    for column in source.all(&Use::Against).into_iter().filter(|column| consents::keeps_back(column).is_none()) {
        let _ = writeln!(
            text,
            "# No consent was read from `{}`: a yes there may mean that something must not be done.",
            comment(&column)
        );
    }
    if source.named(&Use::May(Consent::Quote)).is_none() {
        text.push_str(
            "# No column says whether words may be quoted, so none are. If everyone agreed when they sent their response\n\
             # (as on a public docket), say so:\n# consents = [\"publish\", \"quote\"]\n",
        );
    }
}

fn rule_for(column: &str, rule: &Rule, text: &mut String) {
    let _ = write!(text, "[[source.set_aside]]\ncolumn = {}\n", quoted(column));
    if !rule.is.is_empty() {
        let _ = writeln!(text, "is = {}", list(&rule.is));
    }
    if !rule.is_not.is_empty() {
        let _ = writeln!(text, "is_not = {}", list(&rule.is_not));
    }
    let _ = writeln!(text, "reason = \"{}\"", rule.reason.as_str());
}

/// Lists what is not used, by the reason.
fn unused(source: &Source, text: &mut String) {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for (i, found) in source.roles.uses.iter().enumerate() {
        let reason = match found {
            Use::LeftOut(reason) => reason,
            Use::Blank => "nothing stands in them",
            _ => continue,
        };
        let name = comment(source.name(i));
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    for (reason, names) in reasons {
        let _ = writeln!(text, "# Not used ({reason}): {}", names.join(", "));
    }
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

fn bilingual(words: &Bilingual) -> String {
    format!("{{ en = {}, cy = {} }}", quoted(&words.en), quoted(&words.cy))
}

fn list(values: &[String]) -> String {
    format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", "))
}

/// A TOML string on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            sign if sign.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

/// Text for a comment: one line, not endless, no sign that a comment may not hold.
pub(super) fn comment(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let line = words.join(" ");
    if line.chars().count() > 160 { line.chars().take(159).chain(['…']).collect() } else { line }
}
