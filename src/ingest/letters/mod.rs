//! Letters, messages and filled-in forms: who wrote them, and which words answer which question.
//!
//! A document is read line by line. Headings part it into regions, one for each time a question is answered; rows about
//! the respondent, options, quoted history and signatures are told from the words within them. What is left of a region
//! is its answer: a slice of the document, to the byte.

mod consents;
mod forms;
mod headings;
mod labels;
mod lines;
mod message;
mod numbers;
mod regions;
mod ticks;
mod wording;

pub(crate) use message::from_text;

use super::documents::Document;
use super::mail::is_automatic_subject;
use super::{Record, date, mapping};
use crate::corpus::{ItemContent, NewAnswer, SourceSettings};
use crate::model::{Consultation, SetAside, Substance};
use consents::Permission;
use forms::About;
use labels::Field;

/// Who sent a message, as its headers say. All empty for a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sender<'a> {
    /// Name, when given.
    pub(crate) name: &'a str,
    /// E-mail address.
    pub(crate) address: &'a str,
    /// When it was sent, in any style that [`date::iso_day`] reads.
    pub(crate) date: &'a str,
    /// Subject.
    pub(crate) subject: &'a str,
    /// Whether nobody wrote it: an out-of-office reply, a delivery report.
    pub(crate) is_automatic: bool,
}

/// Reads a letter, a message with what is attached to it, or a filled-in form as one item. `logged` is its line in the
/// register, if there is one; what it says wins over the form, and the form over the sender. What the document itself
/// remarks on is left to the caller.
pub(crate) fn item(
    consultation: &Consultation,
    source: &SourceSettings,
    document: &Document,
    sender: &Sender<'_>,
    logged: Option<&Record>,
) -> mapping::Mapped {
    let reading = regions::read(consultation, document);
    let (source_of_form, record, said) = beside_register(source, logged, &reading.about);
    let mut mapped = mapping::item(consultation, &source_of_form, "", &record);
    mapped.problems.extend(reading.problems);
    mapped.problems.extend(said);
    let item = &mut mapped.item;
    item.key = "letter".to_owned();
    let fill = |field: &mut String, value: &str| {
        if field.is_empty() {
            value.clone_into(field);
        }
    };
    fill(&mut item.received, &date::iso_day(sender.date).unwrap_or_default());
    fill(&mut item.respondent.name, sender.name);
    fill(&mut item.respondent.email, sender.address);
    refuse(item, &record, source, &reading.about);
    item.answers = reading.answers;
    let ruled = item.set_aside.filter(|reason| !matches!(reason, SetAside::Blank | SetAside::Late));
    item.set_aside = ruled.or_else(|| set_aside(consultation, item, document, sender));
    mapped
}

fn set_aside(
    consultation: &Consultation,
    item: &ItemContent,
    document: &Document,
    sender: &Sender<'_>,
) -> Option<SetAside> {
    if sender.is_automatic || is_automatic_subject(sender.subject) {
        return Some(SetAside::NotAResponse);
    }
    let is_theirs = |answer: &NewAnswer| !matches!(answer.substance, Substance::Quoted | Substance::Signature);
    if !item.answers.iter().any(is_theirs) {
        return Some(if document.pictures.is_empty() { SetAside::Blank } else { SetAside::Scanned });
    }
    mapping::is_late(consultation, &item.received).then_some(SetAside::Late)
}

/// The register's line with what the form says where the register is silent, the columns to read it by, and remarks.
fn beside_register(
    source: &SourceSettings,
    logged: Option<&Record>,
    about: &About,
) -> (SourceSettings, Record, Vec<String>) {
    let mut source = source.clone();
    let mut record = logged.cloned().unwrap_or_default();
    let mut said = Vec::new();
    let name_column = source.name.first().cloned();
    let is_named = source.name.iter().any(|column| !is_silent(&record, column));
    let fields = [
        (Field::Kind, &mut source.kind),
        (Field::Organisation, &mut source.organisation),
        (Field::Email, &mut source.email),
        (Field::Area, &mut source.area),
    ];
    for (field, column) in fields {
        if let Some(value) = about.fields.get(&field) {
            let column = column.get_or_insert_with(|| format!("{field:?} of the form"));
            say(&mut record, column, value);
        }
    }
    if let Some(name) = about.fields.get(&Field::Name).filter(|_| !is_named) {
        let column = name_column.unwrap_or_else(|| "Name of the form".to_owned());
        if source.name.is_empty() {
            source.name.push(column.clone());
        }
        say(&mut record, &column, name);
    }
    for (permission, column) in [
        (Permission::Publish, &mut source.may_publish),
        (Permission::Name, &mut source.may_name),
        (Permission::Quote, &mut source.may_quote),
        (Permission::Contact, &mut source.may_contact),
    ] {
        let Some(given) = about.permissions.get(&permission).copied() else { continue };
        let column = column.get_or_insert_with(|| format!("{permission:?} of the form"));
        let registered = record.get(column).filter(|cell| !cell.trim().is_empty()).map(super::consent::is_yes);
        if registered.is_some_and(|registered| registered != given) {
            let word = permission.word();
            said.push(format!("the register and the form differ on the consent to {word}; the register counts"));
        }
        say(&mut record, column, if given { "Yes" } else { "No" });
    }
    (source, record, said)
}

fn is_silent(record: &Record, column: &str) -> bool {
    record.get(column).is_none_or(|cell| cell.trim().is_empty())
}

/// Writes a cell, unless the register has one.
fn say(record: &mut Record, column: &str, value: &str) {
    if is_silent(record, column) {
        record.cells.retain(|(name, _)| !super::is_same_header(name, column));
        record.cells.push((column.to_owned(), value.to_owned()));
    }
}

/// A consent that a source counts as given by everyone is not given by those who refuse it on their form.
fn refuse(item: &mut ItemContent, record: &Record, source: &SourceSettings, about: &About) {
    let consents = &mut item.respondent.consents;
    for (permission, column, consent) in [
        (Permission::Publish, &source.may_publish, &mut consents.publish),
        (Permission::Name, &source.may_name, &mut consents.name),
        (Permission::Quote, &source.may_quote, &mut consents.quote),
        (Permission::Contact, &source.may_contact, &mut consents.contact),
    ] {
        let is_refused = about.permissions.get(&permission) == Some(&false);
        let is_granted_by_register =
            column.as_ref().and_then(|column| record.get(column)).is_some_and(super::consent::is_yes);
        if is_refused && !is_granted_by_register {
            *consent = false;
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
