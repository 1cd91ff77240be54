//! Whether store, index and reports tell the same story: everything is counted again and compared.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use super::indexing::{note_passage, stamp};
use super::{Opened, notes, passages, reporting, responses};
use crate::corpus::{StoreError, Walked};
use crate::index::{self, May, Passage, Request};
use crate::model::CodedAnswer;

/// Findings that are told one by one; the others are counted.
const MOST_TOLD: usize = 200;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Checked {
    /// The consultation.
    pub consultation: String,
    /// Passages that the store has for the index.
    pub passages: u64,
    /// Tags whose words were compared with the place that they point at.
    pub tags: u64,
    /// Counts that were compared.
    pub counts: u64,
    /// What differs, as far as it is told one by one.
    pub findings: Vec<Finding>,
    /// What else differs.
    pub more: u64,
    /// Whether the reports were made from what is there now; `None` when there are none. A stale report is no error.
    pub reports_are_fresh: Option<bool>,
}

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Finding {
    /// Something received is not accounted for.
    Ledger {
        /// Received.
        received: u64,
        /// Accounted for.
        accounted: u64,
    },
    /// The words of a tag are not those at the place that it points at.
    TagWords {
        /// Reference of its response or event.
        response: String,
        /// Question.
        question: String,
        /// Theme.
        theme: String,
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// The store contradicts itself; what was not read up to there could not be compared.
    Store {
        /// What is wrong with it.
        why: String,
    },
    /// There is no index that can be read.
    NoIndex {
        /// What is wrong with it.
        why: String,
    },
    /// The store has changed since the index was built.
    IndexBehind,
    /// A passage of the store is not in the index.
    Missing {
        /// Reference of its response or event.
        response: String,
        /// Question.
        question: String,
    },
    /// The index has passages that the store does not have.
    Surplus {
        /// Number of the answer.
        answer: i64,
    },
    /// The index has other words for a passage.
    OtherWords {
        /// Reference of its response or event.
        response: String,
        /// Question.
        question: String,
    },
    /// The index knows something else of a passage: its themes, stance, language, respondent or campaign.
    OtherFacts {
        /// Reference of its response or event.
        response: String,
        /// Question.
        question: String,
    },
    /// A count of the index is not that of the store.
    Count {
        /// `passages`, `campaign`, or a facet.
        facet: &'static str,
        /// Value of the facet.
        value: String,
        /// Passages by the store.
        store: u64,
        /// Passages by the index.
        index: u64,
    },
}

/// Counts everything again and compares. The store is read as it is at one moment; nothing is changed.
///
/// # Errors
/// When the store cannot be read. What is wrong with the index is a finding.
pub fn check(opened: &Opened) -> Result<Checked> {
    opened.store.snapshot(|| {
        let mut checking = Checking::default();
        checking.done.consultation = opened.folder.name().to_owned();
        let ledger = opened.store.ledger(opened.folder.name(), &opened.settings.consultation.questions)?;
        if !ledger.balanced {
            let accounted = ledger.analysed + ledger.merged + ledger.set_aside.values().sum::<u64>();
            checking.found(Finding::Ledger { received: ledger.received, accounted });
        }
        checking.compare(opened)?;
        checking.done.reports_are_fresh = reporting::are_fresh(opened, &ledger)?;
        Ok(checking.done)
    })
}

#[derive(Default)]
struct Checking {
    done: Checked,
    /// Counts by the store: facet, then value.
    counts: BTreeMap<&'static str, BTreeMap<String, u64>>,
}

impl Checking {
    fn found(&mut self, finding: Finding) {
        if self.done.findings.len() < MOST_TOLD {
            self.done.findings.push(finding);
        } else {
            self.done.more += 1;
        }
    }

    /// Walks through the store once, beside what the index holds.
    fn compare(&mut self, opened: &Opened) -> Result<()> {
        let dir = opened.folder.index();
        let mut held = match index::fingerprints(&dir) {
            Ok(held) => Some(held),
            Err(why) => {
                self.found(Finding::NoIndex { why: why.to_string() });
                None
            }
        };
        if held.is_some() && index::stamp(&dir) != Some(stamp(opened)?) {
            self.found(Finding::IndexBehind);
        }
        let mut look = |checking: &mut Checking, passage: Passage| {
            checking.count(&passage);
            let Some(held) = &mut held else { return };
            let should = passage.fingerprint();
            let (response, question) = (passage.reference, passage.question);
            match held.remove(&passage.key) {
                None => checking.found(Finding::Missing { response, question }),
                Some(is) if is.words != should.words => checking.found(Finding::OtherWords { response, question }),
                Some(is) if is != should => checking.found(Finding::OtherFacts { response, question }),
                Some(_) => {}
            }
        };
        let walked = responses(&opened.store, Walked::All, |response| {
            response.answers.iter().for_each(|coded| self.tags(&response.response.id, coded));
            passages(&opened.frame, &response).into_iter().for_each(|passage| look(self, passage));
            Ok(())
        });
        let walked = walked.and_then(|()| {
            notes(&opened.store, -1, |note| {
                self.tags(&note.event, &note.note);
                look(self, note_passage(&opened.frame, note));
                Ok(())
            })
        });
        if let Err(error) = walked {
            let is_damaged = matches!(error.downcast_ref::<StoreError>(), Some(StoreError::Damaged { .. }));
            if !is_damaged {
                return Err(error);
            }
            self.found(Finding::Store { why: error.to_string() });
            return Ok(());
        }
        if let Some(held) = held {
            let mut surplus: Vec<i64> = held.into_keys().collect();
            surplus.sort_unstable();
            surplus.into_iter().for_each(|answer| self.found(Finding::Surplus { answer }));
            self.facets(opened);
        }
        Ok(())
    }

    /// Each tag's words must stand where it points.
    fn tags(&mut self, response: &str, coded: &CodedAnswer) {
        for tag in &coded.tags {
            self.done.tags += 1;
            let (start, end) = (tag.span.start, tag.span.end);
            if coded.answer.text.get(start..end) != Some(tag.words.as_str()) {
                let question = coded.answer.question.clone();
                self.found(Finding::TagWords {
                    response: response.to_owned(),
                    question,
                    theme: tag.theme.clone(),
                    start,
                    end,
                });
            }
        }
    }

    fn count(&mut self, passage: &Passage) {
        self.done.passages += 1;
        let mut themes: Vec<&String> = passage.themes.iter().chain(&passage.above).collect();
        themes.sort();
        themes.dedup();
        let campaign = passage.campaign.map(|campaign| campaign.to_string()).unwrap_or_default();
        let may = May::of(passage);
        let single = [
            ("stance", passage.stance.map_or("", |stance| stance.as_str())),
            ("type", &passage.kind),
            ("language", passage.language.language.as_str()),
            ("question", &passage.question),
            ("area", &passage.area),
            ("channel", &passage.channel),
            ("organisation", &passage.organisation),
            ("campaign", &campaign),
            ("may", if may.quote { "quote" } else { "" }),
            ("may", if may.name { "name" } else { "" }),
            ("may", if may.publish { "publish" } else { "" }),
        ];
        let values = single.into_iter().chain(themes.into_iter().map(|theme| ("theme", theme.as_str())));
        for (facet, value) in values.filter(|(_, value)| !value.is_empty()) {
            *self.counts.entry(facet).or_default().entry(value.to_owned()).or_insert(0) += 1;
        }
    }

    /// The counts of the index beside those of the store.
    fn facets(&mut self, opened: &Opened) {
        let all = match index::search(&opened.folder.index(), &Request::default()) {
            Ok(all) => all,
            Err(why) => return self.found(Finding::NoIndex { why: why.to_string() }),
        };
        let may = &all.facets.may;
        let may = [("quote", may.quote), ("name", may.name), ("publish", may.publish)];
        let may = may.map(|(what, n)| (what.to_owned(), n)).into_iter().filter(|(_, n)| *n > 0).collect();
        let passages = BTreeMap::from([(String::new(), all.total)]);
        self.counts.insert("passages", BTreeMap::from([(String::new(), self.done.passages)]));
        let by_index = [
            ("passages", passages),
            ("theme", all.facets.theme),
            ("stance", all.facets.stance),
            ("type", all.facets.kind),
            ("language", all.facets.language),
            ("question", all.facets.question),
            ("area", all.facets.area),
            ("channel", all.facets.channel),
            ("organisation", all.facets.organisation),
            ("may", may),
            ("campaign", all.facets.campaign),
        ];
        for (facet, index) in by_index {
            let mut store = self.counts.remove(facet).unwrap_or_default();
            for value in index.keys() {
                store.entry(value.clone()).or_insert(0);
            }
            for (value, store) in store {
                let index = index.get(&value).copied().unwrap_or(0);
                self.done.counts += 1;
                if index != store {
                    self.found(Finding::Count { facet, value, store, index });
                }
            }
        }
    }
}
