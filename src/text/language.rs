//! Which language a text is written in: English, Welsh, both, another, or too little to tell.
//!
//! Three steps, each only where the one before left a doubt. A table of function words and of letter triples weighs every
//! word (`scan`); a text whose words lean both ways is cut into passages; a text whose words lean neither way is shown
//! to whatlang, first among all its languages (allowed only two, it calls French English), then between these two.

mod passages;
mod scan;
mod table;
mod words;

use whatlang::{Detector, Lang};

use crate::model::{Detected, Language};
use scan::Word;
use table::NAT;

/// A run of words that speaks for one language this strongly, somewhere in the text, is worth a closer look.
const RUN: i32 = 6 * NAT;
/// Log odds that settle a text without asking further.
const CLEAR: i32 = 4 * NAT;
/// Log odds below which the words say nothing.
const SILENT: i32 = NAT / 2;
/// What one function word of another language weighs.
const FOREIGN: i32 = 4 * NAT;
/// More bytes than these tell whatlang nothing new, and cost time.
const ENOUGH: usize = 400;
/// Mean surprise of a letter, in eighths of a nat, above which a word is in neither language.
const GIBBERISH: u32 = 31;

/// Finds the language of a text.
///
/// `prior` is the language of the form or of the question. It decides only where the words can't (`ok`, `n/a`, a name),
/// and then with a confidence of at most 0.3; it never makes a blank text, figures or an emoji into a language.
/// A text is mixed only when both languages have a clause of their own: names, titles and greetings of one within the other
/// don't make it so. The spans of a mixed text touch, and cover it from end to end.
///
/// ```
/// use ymateb::{model::Language, text::language::detect};
/// assert_eq!(detect("Cytuno'n llwyr", None).language, Language::Cy);
/// assert_eq!(detect("Cyngor Gwynedd has said that it agrees.", None).language, Language::En);
/// assert_eq!(detect("I support this ond dw i'n poeni am y plant.", None).language, Language::Mixed);
/// ```
pub fn detect(text: &str, prior: Option<Language>) -> Detected {
    let mut tally = Tally::default();
    scan::words(text, |word| tally.add(word));
    if let Some(language) = tally.obvious() {
        return language;
    }
    if tally.speaks_both() {
        return passages::passages(text);
    }
    tally.settled().unwrap_or_else(|| doubtful(text, &tally, prior))
}

/// What the words of a text add up to.
#[derive(Default)]
struct Tally {
    words: u32,
    listed: u32,
    functions: u32,
    names: u32,
    foreign: i32,
    /// Letters of other scripts, and of this one.
    script: u32,
    letters: u32,
    /// Log odds over all words, and what listed words say for each language.
    net: i32,
    welsh: i32,
    english: i32,
    /// The strongest run of words for each language so far, and the one that is still going on (Kadane's algorithm).
    welsh_best: i32,
    english_best: i32,
    welsh_run: i32,
    english_run: i32,
    surprise: u32,
    surprised: u32,
}

impl Tally {
    #[inline]
    fn add(&mut self, word: &Word) {
        if word.script {
            self.script += word.letters;
            return;
        }
        self.words += 1;
        self.letters += word.letters;
        self.listed += u32::from(word.listed && !word.name);
        self.functions += u32::from(word.function && word.score != 0);
        self.names += u32::from(word.name || word.capital && !word.listed);
        // A word that English or Welsh has too is a weak sign.
        self.foreign += i32::from(word.foreign) * if word.listed || word.letters == 1 { NAT } else { FOREIGN };
        self.net += word.score;
        if word.listed {
            self.welsh += word.score.max(0);
            self.english -= word.score.min(0);
        } else if word.surprise > 0 {
            self.surprise += word.surprise * word.letters;
            self.surprised += word.letters;
        }
        self.welsh_run = (self.welsh_run + word.score).max(0);
        self.english_run = (self.english_run - word.score).max(0);
        self.welsh_best = self.welsh_best.max(self.welsh_run);
        self.english_best = self.english_best.max(self.english_run);
    }

    /// No words at all, or another script.
    fn obvious(&self) -> Option<Detected> {
        if self.script > self.letters {
            return Some(found(Language::Other, 0.95));
        }
        (self.letters == 0).then(Detected::default)
    }

    fn speaks_both(&self) -> bool {
        let both = self.welsh_best >= RUN && self.english_best >= RUN;
        both && self.foreign < 2 * self.welsh.min(self.english)
    }

    /// The language of a text whose function words leave no doubt.
    fn settled(&self) -> Option<Detected> {
        let known = self.welsh.max(self.english);
        if self.foreign > known && self.words > 1 {
            return None;
        }
        // Two nats for every three words: prose in either language has more, other languages hardly any.
        let familiar = 3 * known >= 2 * NAT * self.words as i32;
        (self.net.abs() >= CLEAR && familiar).then(|| self.leaning(0.0))
    }

    /// The language that the words lean to, with a confidence that grows with the evidence.
    fn leaning(&self, extra: f32) -> Detected {
        let net = self.net as f32 / NAT as f32 + extra;
        let language = if net > 0.0 { Language::Cy } else { Language::En };
        // The logistic function turns log odds to a chance; the words of a text are not independent, so they count half.
        found(language, (1.0 / (1.0 + (-net.abs() / 2.0).exp())).min(0.99))
    }
}

fn found(language: Language, confidence: f32) -> Detected {
    Detected { language, confidence, spans: Vec::new() }
}

/// The close cases: short answers, names, other languages, gibberish.
fn doubtful(text: &str, tally: &Tally, prior: Option<Language>) -> Detected {
    let prior = || match prior {
        Some(language @ (Language::En | Language::Cy)) => found(language, 0.3),
        _ if tally.words == 1 && tally.listed == 1 && tally.net != 0 => found(tally.leaning(0.0).language, 0.4),
        _ => found(Language::Unknown, 0.0),
    };
    let head = head(text);
    let known = tally.welsh.max(tally.english);
    let functions_elsewhere = tally.foreign > known && tally.foreign >= FOREIGN && tally.letters > 1;
    if functions_elsewhere && (tally.words > 1 || tally.net.abs() < CLEAR) {
        return found(Language::Other, 0.8);
    }
    // Names keep their own language, and a language can't be told from them.
    let scarce = 3 * known < 2 * NAT * tally.words as i32;
    let enough = tally.words > 2 && tally.letters >= 10 && tally.words > tally.names;
    if scarce
        && enough
        && let Some(info) = whatlang::detect(head)
        && !matches!(info.lang(), Lang::Eng | Lang::Cym)
        && (info.is_reliable() || info.confidence() > 0.5 && tally.listed * 4 < tally.words)
    {
        return found(Language::Other, info.confidence() as f32 * 0.9);
    }
    let only_names = tally.words > 1 && tally.names == tally.words;
    let gibberish = tally.surprised > 0 && tally.listed == 0 && tally.surprise / tally.surprised > GIBBERISH;
    // `RF`, `Deb`, `xyz`: too few letters to judge by.
    let stub = tally.words == 1 && tally.listed == 0 && tally.letters <= 3 && tally.net.abs() < 3 * NAT;
    if only_names || gibberish || stub || tally.names == tally.words && tally.listed == 0 && tally.net == 0 {
        return prior();
    }
    if tally.words == 1 && tally.listed == 1 {
        return single(text).unwrap_or_else(|| if tally.net.abs() < 2 * NAT { prior() } else { tally.leaning(0.0) });
    }
    if tally.net.abs() >= CLEAR {
        return tally.leaning(0.0);
    }
    let extra = between_two(head);
    let net = tally.net + (extra * NAT as f32) as i32;
    if net.abs() < SILENT || tally.net == 0 && tally.listed > 0 {
        return prior();
    }
    tally.leaning(extra)
}

/// Words that mean something else within a sentence, and say their language as an answer of one word.
fn single(text: &str) -> Option<Detected> {
    let word = text.trim_matches(|c: char| !c.is_alphabetic());
    // `Na` is a Welsh no, `NA` and `na` are not applicable; `IE` may be `i.e.`.
    match word {
        "Na" => Some(found(Language::Cy, 0.5)),
        "Dim" | "dim" | "DIM" | "Ie" | "ie" => Some(found(Language::Cy, 0.7)),
        _ => None,
    }
}

/// The beginning of a text, cut at a character boundary.
fn head(text: &str) -> &str {
    let mut end = text.len().min(ENOUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What whatlang says when it may only choose between the two: log odds in nats, Welsh above nought.
fn between_two(text: &str) -> f32 {
    /// Its confidence is no chance; at most this much is made of it.
    const MOST: f64 = 2.5;
    let info = Detector::with_allowlist(vec![Lang::Eng, Lang::Cym]).detect(text);
    info.map_or(0.0, |info| {
        let sign = if info.lang() == Lang::Cym { 1.0 } else { -1.0 };
        (sign * info.confidence() * MOST) as f32
    })
}
