//! A coding frame compiled once and applied to any number of texts.
//!
//! Each pattern is found by its rarest words with one scan over the folded text, which looks only where words begin (`words`);
//! what stands around a find is then checked by hand: word boundaries, stems, neighbours, gaps. Regular expressions run apart,
//! and only on texts that hold what their matches must hold (`gate`).

mod gate;
mod near;
mod rarity;
mod resolve;
mod scan;
mod starts;
mod verify;
mod words;

use super::consequence;
use super::frame::{FrameErrors, Layout, pattern_errors};
use super::pattern::{Reading, prepare};
use crate::model::{CodingFrame, Detected, Language, Locale, Origin, Pattern, Span, Tag, Theme, When};
use crate::text::fold::Folded;
use resolve::Match;
use scan::{Room, Side};
use starts::Starts;
use verify::Haystack;

/// Most passages marked with one theme in one text: it bounds memory on texts that no respondent writes.
pub const MOST_TAGS_PER_THEME: usize = 10_000;

/// A compiled frame. Shared freely between threads.
#[derive(Clone, Debug)]
pub struct Matcher {
    frame_version: u32,
    themes: Vec<String>,
    /// Place of each theme in the order of their codes.
    order: Vec<usize>,
    /// Themes that count only in passages that speak of feared consequences.
    feared: Vec<bool>,
    rules: Vec<Rule>,
    english: Side,
    welsh: Side,
}

/// One pattern of one theme.
#[derive(Clone, Debug)]
struct Rule {
    theme: usize,
    /// A `not` pattern: its matches cancel.
    cancels: bool,
    locale: Locale,
    /// The pattern as written, led by its language.
    label: String,
}

/// A passage found, as numbers only: for those who do not need the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where in the text.
    pub span: Span,
    theme: usize,
    rule: usize,
}

impl Matcher {
    /// Compiles a frame; `file` is the name to use in messages. Patterns of themes marked `by_hand` are left out.
    ///
    /// # Errors
    /// Every pattern that cannot be understood, with its place. A frame that [`super::frame::read`] returned has none.
    pub fn compile(file: &str, frame: &CodingFrame) -> Result<Matcher, FrameErrors> {
        let within = |pattern: &Pattern, n| (pattern.line, pattern.column + n);
        let wrong = |theme| pattern_errors(file, &Layout::Lines, theme, &within);
        let errors: Vec<_> = frame.themes.iter().flat_map(wrong).collect();
        if !errors.is_empty() {
            return Err(FrameErrors(errors));
        }
        let mut compiler = Compiler::default();
        for (index, theme) in frame.themes.iter().enumerate().filter(|(_, theme)| !theme.by_hand) {
            compiler.theme(index, theme);
        }
        let themes: Vec<String> = frame.themes.iter().map(|theme| theme.code.clone()).collect();
        let mut by_code: Vec<usize> = (0..themes.len()).collect();
        by_code.sort_by_key(|theme| &themes[*theme]);
        let mut order = vec![0; themes.len()];
        by_code.iter().enumerate().for_each(|(place, theme)| order[*theme] = place);
        Ok(Matcher {
            frame_version: frame.version,
            themes,
            order,
            feared: frame.themes.iter().map(|theme| theme.when == When::Feared).collect(),
            rules: compiler.rules,
            english: compiler.english.finish(),
            welsh: compiler.welsh.finish(),
        })
    }

    /// The tags of a text, by span and then theme: at most one per theme where matches overlap (the longest), and at most
    /// [`MOST_TAGS_PER_THEME`] per theme.
    ///
    /// A theme whose patterns count only `when = "feared"` is left out where nothing is feared.
    ///
    /// English patterns apply where the language is English, other or unknown; Welsh ones where it is Welsh or unknown.
    pub fn tag(&self, text: &str, language: &Detected) -> Vec<Tag> {
        self.finder().tag(text, language)
    }

    /// As [`Matcher::tag`], without copying any words.
    pub fn find(&self, text: &str, language: &Detected) -> Vec<Found> {
        self.finder().find(text, language).to_vec()
    }

    /// A finder over this matcher: for many texts one after another, on one thread.
    pub fn finder(&self) -> Finder<'_> {
        Finder {
            matcher: self,
            folded: Folded::default(),
            starts: Starts::default(),
            matches: Vec::new(),
            found: Vec::new(),
            room: Room::default(),
        }
    }

    /// What the scans look for, in the order of the alphabet: the yardstick for a bare search of the same words.
    pub fn literals(&self) -> Vec<String> {
        let mut literals: Vec<String> = self.english.literal_texts().chain(self.welsh.literal_texts()).collect();
        literals.sort();
        literals.dedup();
        literals
    }

    /// Code of the theme that was found.
    pub fn theme(&self, found: &Found) -> &str {
        &self.themes[found.theme]
    }

    /// The pattern that found it, led by its language: `en: out of area`.
    pub fn rule(&self, found: &Found) -> &str {
        &self.rules[found.rule].label
    }
}

/// Whether a regular expression has to be tried on every text: nothing can be looked for in its stead.
pub(super) fn is_tried_on_every_text(regex: &regex::Regex) -> bool {
    gate::gate(regex.as_str()) == gate::Gate::Open
}

/// Finds tags in one text after another, keeping the room that it worked in.
#[derive(Clone, Debug)]
pub struct Finder<'m> {
    matcher: &'m Matcher,
    folded: Folded,
    starts: Starts,
    matches: Vec<Match>,
    found: Vec<Found>,
    room: Room,
}

impl Finder<'_> {
    /// As [`Matcher::tag`].
    pub fn tag(&mut self, text: &str, language: &Detected) -> Vec<Tag> {
        let matcher = self.matcher;
        let tag = |found: &Found| Tag {
            theme: matcher.themes[found.theme].clone(),
            span: found.span,
            words: found.span.of(text).unwrap_or_default().to_owned(),
            origin: Origin::Rule {
                pattern: matcher.rules[found.rule].label.clone(),
                frame_version: matcher.frame_version,
            },
        };
        self.find(text, language).iter().map(tag).collect()
    }

    /// As [`Matcher::find`]; what was found stays until the next text.
    pub fn find(&mut self, text: &str, language: &Detected) -> &[Found] {
        let Finder { matcher, folded, starts, matches, found, room } = self;
        found.clear();
        matches.clear();
        folded.refold(text);
        starts.mark(folded.padded(), folded.text().len());
        let haystack = Haystack::new(text, folded, starts);
        if applies_somewhere(Locale::En, language) {
            matcher.english.scan(haystack, matches, room);
        }
        if applies_somewhere(Locale::Cy, language) {
            matcher.welsh.scan(haystack, matches, room);
        }
        if language.language == Language::Mixed && !matches.is_empty() {
            let at = languages_by_place(language);
            matches.retain(|m| {
                let rule = &matcher.rules[m.rule as usize];
                rule.cancels || applies(rule.locale, at(m.start))
            });
        }
        resolve::resolve(&matcher.rules, matches, found);
        if found.iter().any(|found| matcher.feared[found.theme]) {
            let holds_one = |sentence: Span| {
                found.iter().any(|found| matcher.feared[found.theme] && found.span.overlaps(&sentence))
            };
            let passages = consequence::feared_where(text, language, holds_one);
            found.retain(|found| !matcher.feared[found.theme] || consequence::holds(&passages, found.span));
        }
        found.sort_unstable_by_key(|found| (found.span, matcher.order[found.theme]));
        found
    }
}

fn applies(patterns: Locale, language: Language) -> bool {
    match patterns {
        Locale::En => matches!(language, Language::En | Language::Unknown | Language::Other),
        Locale::Cy => matches!(language, Language::Cy | Language::Unknown),
    }
}

fn applies_somewhere(patterns: Locale, language: &Detected) -> bool {
    language.language == Language::Mixed || applies(patterns, language.language)
}

/// As [`Detected::at`], in logarithmic time: a long text may hold thousands of passages and matches.
fn languages_by_place(language: &Detected) -> impl Fn(usize) -> Language + '_ {
    let in_order = language.spans.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    move |byte| {
        if !in_order {
            return language.at(byte);
        }
        let after = language.spans.partition_point(|passage| passage.span.start <= byte);
        let passage = after.checked_sub(1).map(|at| language.spans[at]);
        passage.filter(|passage| byte < passage.span.end).map_or(Language::Unknown, |passage| passage.language)
    }
}

#[derive(Default)]
struct Compiler {
    rules: Vec<Rule>,
    english: scan::Builder,
    welsh: scan::Builder,
}

impl Compiler {
    fn theme(&mut self, theme: usize, from: &Theme) {
        let reading = |locale| Reading { locale, accents: from.accents };
        from.en.iter().for_each(|pattern| self.pattern(theme, pattern, reading(Locale::En), false));
        from.cy.iter().for_each(|pattern| self.pattern(theme, pattern, reading(Locale::Cy), false));
        // A cancelling pattern says no language of its own: it is tried in both.
        for pattern in &from.not {
            self.pattern(theme, pattern, reading(Locale::En), true);
            self.pattern(theme, pattern, reading(Locale::Cy), true);
        }
    }

    fn pattern(&mut self, theme: usize, pattern: &Pattern, reading: Reading, cancels: bool) {
        let Ok(prepared) = prepare(&pattern.text, reading) else { return };
        let locale = reading.locale;
        let rule = u32::try_from(self.rules.len()).unwrap_or(u32::MAX);
        self.rules.push(Rule { theme, cancels, locale, label: format!("{}: {}", locale.tag(), pattern.text) });
        let side = match locale {
            Locale::En => &mut self.english,
            Locale::Cy => &mut self.welsh,
        };
        side.add(rule, prepared);
    }
}
