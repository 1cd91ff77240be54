//! What answers show of a frame: which patterns match, how often, and which themes go together.

use rayon::prelude::*;

use super::standing::is_above;
use super::{FEWEST, Finding, NEARLY_ALL, OVERLAP, One, Role, What, every_pattern, in_order};
use crate::model::{CodingFrame, Detected, Language, Locale, Pattern, Theme};
use crate::tagging::frame::FrameErrors;
use crate::tagging::matcher::Matcher;

/// Themes up to so many are compared two by two: a count for each pair is kept.
const MOST_COMPARED: usize = 2_000;

/// Looks for every pattern of a frame by itself, whatever cancels or outdoes it.
#[derive(Debug)]
pub(super) struct Probe(Matcher);

impl Probe {
    pub(super) fn new(frame: &CodingFrame, all: &[One<'_>]) -> Result<Probe, FrameErrors> {
        let theme = |(at, one): (usize, &One<'_>)| {
            let only = |wanted: Locale| -> Vec<Pattern> {
                let is_looked_for = one.role == Role::Cancels || one.role == Role::Finds(wanted);
                is_looked_for.then(|| one.pattern.clone()).into_iter().collect()
            };
            let accents = frame.themes[one.theme].accents;
            Theme { code: at.to_string(), en: only(Locale::En), cy: only(Locale::Cy), accents, ..Theme::default() }
        };
        let themes = all.iter().enumerate().map(theme).collect();
        Ok(Probe(Matcher::compile("", &CodingFrame { themes, ..CodingFrame::default() })?))
    }

    /// Places in the list of the patterns that match a text in one language, in order.
    pub(super) fn patterns(&self, text: &str, locale: Locale) -> Vec<usize> {
        let language = match locale {
            Locale::En => Language::En,
            Locale::Cy => Language::Cy,
        };
        self.in_answer(text, &Detected { language, confidence: 1.0, spans: Vec::new() })
    }

    fn in_answer(&self, text: &str, language: &Detected) -> Vec<usize> {
        let found = self.0.find(text, language);
        let mut patterns: Vec<usize> = found.iter().filter_map(|found| self.0.theme(found).parse().ok()).collect();
        patterns.sort_unstable();
        patterns.dedup();
        patterns
    }
}

/// Counts over answers; as large as the frame, however many answers there are.
#[derive(Debug)]
pub struct Counts<'f> {
    frame: &'f CodingFrame,
    all: Vec<One<'f>>,
    probe: Probe,
    matcher: Matcher,
    /// Answers looked at, and those with a theme.
    answers: u64,
    tagged: u64,
    /// Answers that patterns of each language apply to.
    english: u64,
    welsh: u64,
    /// Answers by pattern.
    matched: Vec<u64>,
    /// Answers by theme, then by pair of themes.
    with: Vec<u64>,
    with_both: Vec<u64>,
}

impl<'f> Counts<'f> {
    /// Of no answers yet.
    ///
    /// # Errors
    /// When a pattern cannot be understood.
    pub fn new(frame: &'f CodingFrame) -> Result<Counts<'f>, FrameErrors> {
        let all = every_pattern(frame);
        let themes = frame.themes.len();
        let pairs = if themes <= MOST_COMPARED { themes * themes.saturating_sub(1) / 2 } else { 0 };
        Ok(Counts {
            frame,
            probe: Probe::new(frame, &all)?,
            matcher: Matcher::compile("", frame)?,
            answers: 0,
            tagged: 0,
            english: 0,
            welsh: 0,
            matched: vec![0; all.len()],
            with: vec![0; themes],
            with_both: vec![0; pairs],
            all,
        })
    }

    /// Looks at some answers, on every core.
    pub fn look_at(&mut self, answers: &[(String, Detected)]) {
        let index: std::collections::HashMap<&str, usize> =
            self.frame.themes.iter().enumerate().map(|(at, theme)| (theme.code.as_str(), at)).collect();
        let (probe, matcher) = (&self.probe, &self.matcher);
        let look = |(text, language): &(String, Detected)| {
            let found = matcher.find(text, language);
            let mut themes: Vec<usize> =
                found.iter().filter_map(|found| index.get(matcher.theme(found)).copied()).collect();
            themes.sort_unstable();
            themes.dedup();
            (probe.in_answer(text, language), themes)
        };
        let found: Vec<(Vec<usize>, Vec<usize>)> = answers.par_iter().map(look).collect();
        let compares = !self.with_both.is_empty();
        for ((_, language), (patterns, themes)) in answers.iter().zip(found) {
            self.answers += 1;
            self.tagged += u64::from(!themes.is_empty());
            self.english += u64::from(language.language != Language::Cy);
            self.welsh += u64::from(!matches!(language.language, Language::En | Language::Other));
            patterns.iter().for_each(|pattern| self.matched[*pattern] += 1);
            for (n, theme) in themes.iter().enumerate() {
                self.with[*theme] += 1;
                for earlier in themes[..n].iter().filter(|_| compares) {
                    self.with_both[pair(*earlier, *theme)] += 1;
                }
            }
        }
    }

    /// Answers looked at.
    pub fn answers(&self) -> u64 {
        self.answers
    }

    /// Those of them that have a theme.
    pub fn tagged(&self) -> u64 {
        self.tagged
    }

    /// What the answers show, in the order of the frame's file.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (one, matched) in self.all.iter().zip(&self.matched) {
            let Role::Finds(locale) = one.role else { continue };
            let of = if locale == Locale::En { self.english } else { self.welsh };
            let pattern = one.of_theme(self.frame);
            let place = Some(one.place());
            if *matched == 0 && of > 0 {
                findings.push(Finding { place, what: What::Never { pattern } });
            } else if of >= FEWEST && *matched as f64 > of as f64 * NEARLY_ALL {
                findings.push(Finding { place, what: What::NearlyAll { pattern, answers: *matched, of } });
            }
        }
        if !self.with_both.is_empty() {
            for second in 0..self.with.len() {
                findings.extend((0..second).filter_map(|first| self.overlap(first, second)));
            }
        }
        in_order(&mut findings);
        findings
    }

    fn overlap(&self, first: usize, second: usize) -> Option<Finding> {
        let (fewer, more) = if self.with[second] < self.with[first] { (second, first) } else { (first, second) };
        let (both, of) = (self.with_both[pair(first, second)], self.with[fewer]);
        if of < FEWEST || both as f64 <= of as f64 * OVERLAP {
            return None;
        }
        let [theme, other] = [fewer, more].map(|at| &self.frame.themes[at]);
        // That a theme and those under it go together is what the tree says.
        if theme.working || other.working || is_above(self.frame, theme, other) || is_above(self.frame, other, theme) {
            return None;
        }
        let what = What::Overlap { theme: theme.code.clone(), other: other.code.clone(), both, of };
        Some(Finding { place: Some((theme.line, theme.column)), what })
    }
}

/// Where the count of a pair stands: the first is less than the second.
fn pair(first: usize, second: usize) -> usize {
    second * (second - 1) / 2 + first
}
