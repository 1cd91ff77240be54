//! What the machine says of the answers that people coded: by applying a frame to their words, or from the store.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::Result;
use rayon::prelude::*;

use super::coded::Row;
use crate::corpus::{Store, Walked};
use crate::model::{CodedResponse, Detected, Language, Tag};
use crate::pipeline;
use crate::tagging::matcher::{Finder, Matcher};
use crate::text::language;

/// An answer with what the machine found in it. One of the store may be in parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) parts: Vec<Part>,
    pub(super) language: Language,
    pub(super) kind: String,
    pub(super) respondent: String,
}

/// Words, and the tags in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) tags: Vec<Tag>,
}

/// Answers by reference and question.
pub(super) type Answers = HashMap<(String, String), Found>;

/// Answers as a file gives them, tagged when there is a frame.
pub(super) fn of_file(rows: &[Row], matcher: Option<&Matcher>) -> Answers {
    let mut first: BTreeMap<(&str, &str), Row> = BTreeMap::new();
    for row in rows {
        // In the long form an answer has many rows; what one of them leaves out another may say.
        let known = first.entry((&row.id, &row.question)).or_default();
        let fill = |known: &mut Option<String>, said: &Option<String>| {
            if known.is_none() {
                known.clone_from(said);
            }
        };
        fill(&mut known.text, &row.text);
        fill(&mut known.language, &row.language);
        fill(&mut known.kind, &row.kind);
        fill(&mut known.respondent, &row.respondent);
    }
    let first: Vec<((&str, &str), Row)> = first.into_iter().collect();
    let found = |finder: &mut Option<Finder<'_>>, ((id, question), row): ((&str, &str), Row)| {
        let said = row.language.as_deref().and_then(|word| word.trim().to_lowercase().parse().ok());
        let detected = match (said, &row.text) {
            (Some(known @ (Language::En | Language::Cy | Language::Other)), _) => {
                Detected { language: known, confidence: 1.0, spans: Vec::new() }
            }
            (_, Some(text)) => language::detect(text, None),
            (said, None) => Detected { language: said.unwrap_or_default(), ..Detected::default() },
        };
        let text = row.text.unwrap_or_default();
        let tags = finder.as_mut().map(|finder| finder.tag(&text, &detected)).unwrap_or_default();
        let found = Found {
            parts: vec![Part { text, tags }],
            language: detected.language,
            kind: row.kind.unwrap_or_default().trim().to_owned(),
            respondent: row.respondent.map_or_else(|| id.to_owned(), |name| name.trim().to_owned()),
        };
        ((id.to_owned(), question.to_owned()), found)
    };
    first.into_par_iter().map_init(|| matcher.map(Matcher::finder), found).collect::<Vec<_>>().into_iter().collect()
}

/// Answers as they lie in the store, with the machine's suggestions before anyone decided over them. A row without a question
/// is about the whole response. What is not there is left out.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn of_store(rows: &[Row], store: &Store) -> Result<Answers> {
    let mut wanted: BTreeMap<i64, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for (id, question) in rows.iter().map(|row| (row.id.as_str(), row.question.as_str())).collect::<BTreeSet<_>>() {
        if let Some((item, None)) = store.item(id)? {
            wanted.entry(item).or_default().insert((id, question));
        }
    }
    let mut answers = Answers::new();
    pipeline::unsettled(store, Walked::All, |response| {
        let item = response.response.id.trim_start_matches("R-").parse().ok();
        for (id, question) in item.and_then(|item: i64| wanted.get(&item)).into_iter().flatten() {
            if let Some(found) = answer_of(&response, question) {
                answers.insert(((*id).to_owned(), (*question).to_owned()), found);
            }
        }
        Ok(())
    })?;
    Ok(answers)
}

fn answer_of(response: &CodedResponse, question: &str) -> Option<Found> {
    let is_meant = |asked: &str| question.is_empty() || asked == question;
    let mut found = Found {
        kind: response.response.respondent.kind.clone(),
        respondent: response.response.id.clone(),
        ..Found::default()
    };
    let meant = response.answers.iter().filter(|coded| is_meant(&coded.answer.question));
    for coded in meant.filter(|coded| coded.answer.substance.is_said() && coded.in_view().is_some()) {
        found.language = match coded.answer.language.language {
            language if found.parts.is_empty() => language,
            language => together(found.language, language),
        };
        found.parts.push(Part { text: coded.answer.text.clone(), tags: coded.tags.clone() });
    }
    (!found.parts.is_empty()).then_some(found)
}

/// The language of two texts taken as one.
pub(super) fn together(one: Language, other: Language) -> Language {
    match (one, other) {
        (same, other) if same == other => same,
        (Language::Unknown, known) | (known, Language::Unknown) => known,
        _ => Language::Mixed,
    }
}
