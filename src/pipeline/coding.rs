//! Language, tags, stance and sketch of every answer that needs them: read a batch, code it on every core, keep it.

use anyhow::Result;
use rayon::prelude::*;

use super::{Opened, Stage, Watch, hash, use_frame};
use crate::corpus::{Coding, Uncoded};
use crate::model::{
    Basis, CodingFrame, Consultation, Detected, Question, QuestionKind, Span, Stance, StanceFound, Substance, Tag,
};
use crate::tagging::matcher::{Finder, Matcher};
use crate::tagging::stance;
use crate::text::{language, similarity};

/// Version of what coding finds in a text, beside the frame: counted up when the same words are coded otherwise.
const CODERS: u32 = 5;

/// Words of the longest option that anyone would print; a ticked box with more has words of its own.
const LONGEST_OPTION: usize = 30;

/// Words of the shortest answer that is compared for campaigns: shorter ones are alike by chance.
const SHORTEST_SKETCHED: usize = 20;

/// Answers coded at a time: enough to keep every core busy, few enough to hold.
const BATCH: usize = 4000;

/// What coding did.
#[derive(Debug)]
pub struct Coded {
    /// Answers and notes tagged.
    pub tagged: u64,
    pub(super) stages: Vec<Stage>,
}

/// Finds language, tags, stance and sketch of every answer that is new, changed, or was coded with another frame.
///
/// # Errors
/// When a pattern of the frame is wrong or the store fails.
pub fn code(opened: &mut Opened, watch: &mut dyn Watch) -> Result<Coded> {
    let coder = Coder::new(opened)?;
    use_frame(opened, watch.now())?;
    let store = &mut opened.store;
    let total = store.count_uncoded(&coder.stamp)?;
    watch.begins("tag", Some(total));
    let (mut detected, mut tagged, mut language_ms, mut tag_ms) = (0, 0, 0, 0);
    loop {
        let begun = watch.ms();
        let batch = store.uncoded(&coder.stamp, BATCH)?;
        if batch.is_empty() {
            break;
        }
        detected += batch.iter().filter(|answer| answer.language.is_none()).count() as u64;
        let languages: Vec<Detected> = batch.par_iter().map(|answer| coder.language(answer)).collect();
        let between = watch.ms();
        let coding: Vec<Coding> = batch
            .par_iter()
            .zip(languages)
            .map_init(|| coder.finder(), |finder, (answer, language)| coder.code(finder, answer, language))
            .collect();
        store.keep_coding(&coder.stamp, &coding)?;
        tagged += batch.len() as u64;
        language_ms += between - begun;
        tag_ms += watch.ms() - between;
        watch.advances(batch.len() as u64);
    }
    let stages = vec![
        Stage { stage: "language", did: detected, ms: language_ms },
        Stage { stage: "tag", did: tagged, ms: tag_ms },
    ];
    Ok(Coded { tagged, stages })
}

/// What is needed to code an answer, made once for all of them.
pub(super) struct Coder {
    matcher: Matcher,
    proposal: Option<stance::Proposal>,
    consultation: Consultation,
    /// Of everything that decides how an answer is coded.
    pub(super) stamp: String,
}

impl Coder {
    pub(super) fn new(opened: &Opened) -> Result<Self> {
        Coder::with(opened, &opened.folder.frame().display().to_string(), &opened.frame, &opened.frame_hash)
    }

    /// With another frame than the consultation's; `file` is the name to use in messages.
    pub(super) fn with(opened: &Opened, file: &str, frame: &CodingFrame, frame_hash: &str) -> Result<Self> {
        let matcher = Matcher::compile(file, frame)?;
        let consultation = opened.settings.consultation.clone();
        let questions = serde_json::to_string(&consultation.questions)?;
        let stamp = hash(&format!("{CODERS} {frame_hash} {questions}"))[..16].to_owned();
        let proposal = frame.proposal.as_ref().map(stance::Proposal::new);
        Ok(Coder { matcher, proposal, consultation, stamp })
    }

    /// Whether there are words to read: of an open question, or of a closed one answered beside its options.
    fn is_open(&self, answer: &Uncoded) -> bool {
        let question = self.consultation.question(&answer.question);
        let is_longer = || answer.text.split_whitespace().count() > LONGEST_OPTION;
        question.is_none_or(|question| question.kind == QuestionKind::Open || answer.chosen.is_empty() || is_longer())
    }

    fn language(&self, answer: &Uncoded) -> Detected {
        match &answer.language {
            Some(known) => known.clone(),
            None if self.is_open(answer) && answer.substance.is_said() => language::detect(&answer.text, answer.prior),
            None => Detected::default(),
        }
    }

    /// Finds tags in one answer after another.
    pub(super) fn finder(&self) -> Finder<'_> {
        self.matcher.finder()
    }

    fn code(&self, finder: &mut Finder<'_>, answer: &Uncoded, language: Detected) -> Coding {
        let (tags, stance) = self.suggest(finder, answer, &language);
        let is_long = || answer.text.split_whitespace().nth(SHORTEST_SKETCHED - 1).is_some();
        let sketch = match answer.substance {
            Substance::Words if self.is_open(answer) && is_long() => similarity::sketch(&answer.text),
            _ => None,
        };
        Coding { answer: answer.id, language, tags, stance, sketch: sketch.map(|sketch| sketch.to_bytes().to_vec()) }
    }

    /// Tags and stance of an answer.
    pub(super) fn suggest(
        &self,
        finder: &mut Finder<'_>,
        answer: &Uncoded,
        language: &Detected,
    ) -> (Vec<Tag>, Option<StanceFound>) {
        let question = self.consultation.question(&answer.question);
        if !answer.substance.is_said() {
            return (Vec::new(), None);
        }
        if !self.is_open(answer) {
            return (Vec::new(), question.and_then(|question| ticked(question, answer)));
        }
        if answer.substance != Substance::Words {
            return (Vec::new(), None);
        }
        let is_on_proposal = question.is_some_and(|question| question.proposal);
        let stance = is_on_proposal.then(|| stance::stance(&answer.text, language, self.proposal.as_ref()));
        (finder.tag(&answer.text, language), stance)
    }
}

/// The stance that a ticked option stands for; its evidence is the cell.
fn ticked(question: &Question, answer: &Uncoded) -> Option<StanceFound> {
    let stances: Vec<Stance> = question
        .options
        .iter()
        .filter(|option| answer.chosen.contains(&option.code))
        .filter_map(|o| o.stance)
        .collect();
    let value = *stances.first()?;
    let span = Span { start: 0, end: answer.text.len() };
    Some(StanceFound { value, kind: Basis::Ticked, span, words: answer.text.clone() })
}
