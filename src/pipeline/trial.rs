//! What another frame would change, found out without writing anything: every answer is tagged with it, settled by people's
//! decisions, and held against what stands in the store.

mod sums;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use anyhow::Result;
use rayon::prelude::*;

use super::coding::Coder;
use super::deciding::{Settling, Waits};
use super::{Opened, Watch};
use crate::corpus::{Uncoded, Walked};
use crate::model::{
    AnswerId, CodedAnswer, CodedResponse, CodingFrame, Detected, Origin, Outline, Span, StanceFound, Tag,
};
use crate::tagging::lineage::{Became, Lineage};
use crate::tagging::matcher::Finder;
pub use sums::{Counts, Example, StanceChange, ThemeChange, Trial};
use sums::{Found, Sums};

/// Responses tried at a time: enough to keep every core busy, few enough to hold.
const BATCH: usize = 1000;

/// A frame to try.
#[derive(Clone, Copy, Debug)]
pub struct Tried<'f> {
    /// Its file, as messages name it.
    pub file: &'f str,
    /// The frame.
    pub frame: &'f CodingFrame,
    /// BLAKE3 of its text.
    pub hash: &'f str,
}

/// Whether answers of the store were tagged with something else than the consultation's frame as it stands.
///
/// # Errors
/// When the store fails.
pub fn is_retagging(opened: &Opened) -> Result<bool> {
    let stamp = Coder::new(opened)?.stamp;
    Ok(opened.store.count_uncoded(&stamp)? > opened.store.never_coded()?.len() as u64)
}

/// Tries a frame on everything that is analysed. Memory grows with themes, not with responses. Notes of events are no
/// respondent's and are left out.
///
/// # Errors
/// When a pattern of the frame is wrong or the store fails.
pub fn trial(opened: &Opened, tried: Tried<'_>, examples: usize, watch: &mut dyn Watch) -> Result<Trial> {
    let desk = Desk::new(opened, tried, examples)?;
    watch.begins("trial", None);
    let mut sums = Sums::default();
    let mut batch = Vec::with_capacity(BATCH);
    let mut flush = |batch: &mut Vec<CodedResponse>, watch: &mut dyn Watch| {
        let found: Vec<Found> = batch
            .par_iter()
            .map_init(|| desk.coder.finder(), |finder, response| desk.compare(finder, response))
            .collect();
        watch.advances(batch.len() as u64);
        batch.clear();
        found.into_iter().for_each(|found| sums.add(found, examples));
    };
    opened.store.walk(Walked::All, |response| {
        batch.push(response);
        if batch.len() == BATCH {
            flush(&mut batch, watch);
        }
        anyhow::Ok(())
    })?;
    flush(&mut batch, watch);
    Ok(sums.finish(tried.frame, desk.untagged.len() as u64))
}

/// Everything that is needed to compare one response.
struct Desk<'f> {
    coder: Coder,
    settling: Settling,
    /// With the tried frame as the present one.
    lineage: Lineage,
    frame: &'f CodingFrame,
    /// The frame that the store's tags were made with, and every version's hash by its number.
    used: Outline,
    hashes: HashMap<u32, String>,
    untagged: HashSet<AnswerId>,
    examples: usize,
}

/// A passage under a theme: which answer, where, and its tag.
type Passage<'t> = (usize, Span, &'t Tag);

impl<'f> Desk<'f> {
    fn new(opened: &Opened, tried: Tried<'f>, examples: usize) -> Result<Self> {
        let settling = Settling::new(&opened.store)?;
        let versions = opened.store.frames()?;
        Ok(Desk {
            coder: Coder::with(opened, tried.file, tried.frame, tried.hash)?,
            lineage: settling.lineage.then(tried.hash, tried.frame.outline()),
            frame: tried.frame,
            used: versions.last().map(|version| version.outline.clone()).unwrap_or_default(),
            hashes: versions.into_iter().map(|version| (version.version, version.hash)).collect(),
            untagged: opened.store.never_coded()?,
            settling,
            examples,
        })
    }

    fn compare(&self, finder: &mut Finder<'_>, response: &CodedResponse) -> Found {
        let answers: Vec<&CodedAnswer> =
            response.answers.iter().filter(|coded| !self.untagged.contains(&coded.answer.id)).collect();
        let mut found = Found {
            themes: Vec::new(),
            respondent: Counts::default(),
            passages: Counts::default(),
            stances: Vec::new(),
            waiting: Vec::new(),
            response: response.response.id.clone(),
        };
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (index, coded) in answers.iter().enumerate() {
            let question = &coded.answer.question;
            let now = self.settling.settled(coded, &self.settling.lineage);
            let (tags, stance) = self.suggest(finder, coded);
            let other = CodedAnswer { tags, stance, ..(*coded).clone() };
            let then = self.settling.settled(&other, &self.lineage);
            let value = |stance: &Option<StanceFound>| stance.as_ref().map(|found| found.value);
            if value(&now.stance) != value(&then.stance) {
                found.stances.push((question.clone(), value(&now.stance), value(&then.stance)));
            }
            // The list shows words, and what is out of general view has none to show.
            let waiting = then.waiting.into_iter().filter(|_| coded.in_view().is_some());
            found.waiting.extend(waiting.map(|waiting| Waits {
                response: found.response.clone(),
                question: question.clone(),
                waiting,
            }));
            before.extend(now.tags.into_iter().map(|tag| (index, self.renamed(tag))));
            after.extend(then.tags.into_iter().map(|tag| (index, tag)));
        }
        let (before, after) = (self.by_theme(&before), self.by_theme(&after));
        let themes: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for theme in themes {
            let none = Vec::new();
            let (was, is) = (before.get(theme).unwrap_or(&none), after.get(theme).unwrap_or(&none));
            let (lost, gained) = (apart(was, is), apart(is, was));
            let own = |passages: &[Passage<'_>]| passages.iter().filter(|p| p.2.theme == *theme).count() as u64;
            found.passages.add(own(was), own(is), own(&gained), own(&lost));
            let mut counts = Counts::default();
            counts.add(was.len() as u64, is.len() as u64, gained.len() as u64, lost.len() as u64);
            let examples = |passages: &[Passage<'_>]| {
                let is_shown = |index: usize| answers[index].in_view().is_some();
                let own = passages.iter().filter(|(index, _, tag)| tag.theme == *theme && is_shown(*index));
                let own = own.take(self.examples);
                let example = |(index, _, tag): &Passage<'_>| Example {
                    response: found.response.clone(),
                    question: answers[*index].answer.question.clone(),
                    words: tag.words.clone(),
                    origin: tag.origin.clone(),
                };
                own.map(example).collect::<Vec<_>>()
            };
            found.themes.push((theme.clone(), counts, examples(&gained), examples(&lost)));
        }
        let any = |which: fn(&Counts) -> u64| u64::from(found.themes.iter().any(|(_, counts, ..)| which(counts) > 0));
        let respondent = [any(|c| c.before), any(|c| c.after), any(gains), any(loses)];
        found.respondent = Counts {
            before: respondent[0],
            after: respondent[1],
            gained: respondent[2],
            lost: respondent[3],
            unchanged: u64::from(respondent[2] + respondent[3] == 0),
        };
        found
    }

    /// Tags and stance with the tried frame.
    fn suggest(&self, finder: &mut Finder<'_>, coded: &CodedAnswer) -> (Vec<Tag>, Option<StanceFound>) {
        let answer = &coded.answer;
        let language: Detected = answer.language.clone();
        let uncoded = Uncoded {
            id: answer.id,
            question: answer.question.clone(),
            text: answer.text.clone(),
            chosen: answer.chosen.clone(),
            substance: answer.substance,
            prior: None,
            language: None,
        };
        self.coder.suggest(finder, &uncoded, &language)
    }

    /// A present tag under the code that its theme has in the tried frame, so that a new name alone is no change.
    fn renamed(&self, tag: Tag) -> Tag {
        let version = match &tag.origin {
            Origin::Rule { frame_version, .. } => self.hashes.get(frame_version).map(String::as_str),
            Origin::Person { .. } => None,
        };
        match self.lineage.now(&tag.theme, version.unwrap_or(self.settling.lineage.present())) {
            Became::Theme(theme) => Tag { theme, ..tag },
            Became::Unsure { .. } => tag,
        }
    }

    /// Passages by theme and by the themes above, each passage of an answer once.
    fn by_theme<'t>(&self, tags: &'t [(usize, Tag)]) -> BTreeMap<String, Vec<Passage<'t>>> {
        let mut themes: BTreeMap<String, Vec<Passage<'t>>> = BTreeMap::new();
        for (index, tag) in tags {
            for theme in self.line(&tag.theme) {
                let passages = themes.entry(theme).or_default();
                if !passages.iter().any(|(answer, span, _)| answer == index && *span == tag.span) {
                    passages.push((*index, tag.span, tag));
                }
            }
        }
        themes
    }

    /// A theme and those above it; of one that would be gone, those that would remain.
    fn line(&self, code: &str) -> Vec<String> {
        if self.frame.theme(code).is_some() {
            return self.frame.line(code).map(str::to_owned).collect();
        }
        let above = self.used.parent(code).map(|parent| self.lineage.now(parent, self.settling.lineage.present()));
        let mut line = vec![code.to_owned()];
        if let Some(Became::Theme(parent)) = above {
            line.extend(self.frame.line(&parent).map(str::to_owned));
        }
        line
    }
}

fn gains(counts: &Counts) -> u64 {
    counts.gained
}

fn loses(counts: &Counts) -> u64 {
    counts.lost
}

/// Passages that share nothing with any of the others.
fn apart<'t>(passages: &[Passage<'t>], others: &[Passage<'_>]) -> Vec<Passage<'t>> {
    let meets = |a: &Passage<'_>, b: &Passage<'_>| a.0 == b.0 && (a.1.overlaps(&b.1) || a.1 == b.1);
    passages.iter().filter(|one| !others.iter().any(|other| meets(one, other))).copied().collect()
}
