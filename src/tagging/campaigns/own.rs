//! What a member of a campaign wrote beside the template, or instead of it.
//!
//! A word is the template's where it stands in three words running that the template has, wherever it has them: order and
//! small edits make no difference. A sentence is the member's own when most of its words are.

use std::collections::{HashMap, HashSet};

use crate::model::Span;
use crate::text::sentence::sentences;
use crate::text::similarity::{PassThrough, Words};

/// Words of one's own that make a sentence one's own; fewer are a greeting, a name or a word of joining.
const FEWEST_OWN: usize = 5;

/// Words of one's own in a row that count even within a sentence of the template: a clause put in.
const CLAUSE: usize = 8;

/// Texts of a campaign that are looked at to see what they share.
pub const SAMPLE: usize = 64;

/// What members of a campaign share: runs of three words.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    shingles: HashSet<u64, PassThrough>,
}

impl Shared {
    /// Reads the template off a sample of the campaign's wordings, `first` the commonest of them.
    ///
    /// Where many sent the commonest as it is (`is_bare`), it is the template, and so is what a quarter of the others share
    /// beside it: a letter with sentences to choose from. Where nobody sent it bare, the template is what a third of the
    /// wordings share, two at least.
    pub fn of<'t>(first: &'t str, others: impl IntoIterator<Item = &'t str>, is_bare: bool) -> Shared {
        let mut counts: HashMap<u64, usize, PassThrough> = HashMap::default();
        let mut texts = 0;
        for text in std::iter::once(first).chain(others) {
            texts += 1;
            let distinct: HashSet<u64, PassThrough> = Words::of(text).shingles().collect();
            distinct.into_iter().for_each(|shingle| *counts.entry(shingle).or_default() += 1);
        }
        let enough =
            if is_bare { usize::max(3, usize::div_ceil(texts, 4)) } else { usize::max(2, usize::div_ceil(texts, 3)) };
        let mut shingles: HashSet<u64, PassThrough> =
            counts.into_iter().filter(|(_, count)| *count >= enough).map(|(shingle, _)| shingle).collect();
        if is_bare || texts == 1 {
            shingles.extend(Words::of(first).shingles());
        }
        Shared { shingles }
    }

    /// The passages of a text that are its writer's own: byte spans in order, at character boundaries, sentences side by
    /// side as one.
    pub fn own(&self, text: &str) -> Vec<Span> {
        let words = Words::of(text);
        let covered = words.covered(|shingle| self.shingles.contains(&shingle));
        let mut found: Vec<Span> = Vec::new();
        let mut keep = |span: Span| match found.last_mut() {
            Some(last) if text[last.end..span.start].trim().is_empty() => last.end = span.end,
            _ => found.push(span),
        };
        let mut next = 0;
        for sentence in sentences(text) {
            let begin = next + words.spans[next..].partition_point(|word| word.start < sentence.start);
            let end = begin + words.spans[begin..].partition_point(|word| word.start < sentence.end);
            next = end;
            let own = covered[begin..end].iter().filter(|covered| !**covered).count();
            if own >= FEWEST_OWN && own * 2 > end - begin {
                keep(sentence);
                continue;
            }
            let mut at = begin;
            for run in covered[begin..end].chunk_by(|a, b| a == b) {
                if !run[0] && run.len() >= CLAUSE {
                    keep(Span { start: words.spans[at].start, end: words.spans[at + run.len() - 1].end });
                }
                at += run.len();
            }
        }
        found
    }
}
