//! Which language a text is written in: English, Welsh, both, another, or too little to tell.
//!
//! One walk over the words (`scan`) weighs each by a list of words (`table`) or, when no list holds it, by its letters
//! (`letters`): Welsh against English, and the pooled other languages against the likelier of the two. A text whose words
//! lean both ways is cut into passages. whatlang, among all its languages, is asked only about texts of which most words
//! are unknown and look like neither language.

mod letters;
mod neighbours;
mod passages;
mod read;
mod scan;
mod spelling;
mod table;
mod wide;
mod words;

use whatlang::Lang;

use crate::model::{Detected, Language};
use scan::Word;
use table::{NAT, TABLE};

/// A run of words that speaks for one language this strongly, somewhere in the text, is worth a closer look.
const RUN: i32 = 6 * NAT;
/// Log odds that settle a text without asking further.
const CLEAR: i32 = 4 * NAT;
/// Log odds below which the words say nothing.
const SILENT: i32 = NAT / 2;
/// Log odds above which a text is in another language, and a single word in none that we know.
const ALIEN: i32 = 9 * NAT / 2;
/// Log odds above which an answer of a few words may be in another language.
const ODD: i32 = 2 * NAT;
const FEW: u32 = 3;
/// The same for an answer of a single word.
const ALONE: i32 = 7 * NAT / 2;
/// More bytes than these tell whatlang nothing new, and cost time.
const ENOUGH: usize = 400;
/// Bytes of a word and of what stands behind it, at the least.
const SHORT: usize = 5;
/// Mean surprise of a letter, in eighths of a nat, above which a word is in neither language.
const GIBBERISH: u32 = 33;

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
    // Words are kept only of a text in which both languages have spoken up.
    let mut kept = Vec::new();
    scan::words(text, |word| {
        tally.add(word);
        !tally.hears_both()
    });
    if tally.hears_both() {
        tally = Tally::default();
        kept.reserve(text.len() / SHORT);
        scan::words(text, |word| {
            tally.add(word);
            kept.push(*word);
            true
        });
    }
    if let Some(language) = tally.obvious() {
        return language;
    }
    if tally.hears_both() && tally.alien < 0 {
        return passages::passages(text, &kept);
    }
    tally.settled().unwrap_or_else(|| doubtful(text, &tally, prior))
}

/// What the words of a text add up to.
#[derive(Default)]
struct Tally {
    words: u32,
    /// In the lists, and no names; names, and words that may be.
    listed: u32,
    names: u32,
    /// Letters of other scripts, and of this one.
    script: u32,
    letters: u32,
    /// Log odds over all words, of Welsh against English and of others against both; what listed words say for each.
    net: i32,
    alien: i32,
    welsh: i32,
    english: i32,
    /// The strongest run of words for each language so far, and the one that is still going on (Kadane's algorithm).
    welsh_best: i32,
    english_best: i32,
    welsh_run: i32,
    english_run: i32,
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
        self.names += u32::from(word.name || word.capital && !word.listed);
        self.net += word.score;
        self.alien += word.alien;
        if word.listed {
            self.welsh += word.score.max(0);
            self.english -= word.score.min(0);
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

    /// Both languages have a run of words.
    #[inline]
    fn hears_both(&self) -> bool {
        self.welsh_best >= RUN && self.english_best >= RUN
    }

    /// The language of a text whose words leave no doubt: known ones outweigh those that look foreign, at half a nat a word.
    fn settled(&self) -> Option<Detected> {
        let familiar = self.alien * 2 < -NAT * self.words as i32;
        (self.net.abs() >= CLEAR && familiar).then(|| self.leaning())
    }

    /// The language that the words lean to, with a confidence that grows with the evidence.
    fn leaning(&self) -> Detected {
        let net = self.net as f32 / NAT as f32;
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
        _ if tally.words == 1 && tally.listed == 1 && tally.net != 0 => found(tally.leaning().language, 0.4),
        _ => found(Language::Unknown, 0.0),
    };
    if tally.words == 1 {
        return single(text, tally).unwrap_or_else(prior);
    }
    let only_names = tally.names == tally.words;
    if tally.alien >= ALIEN && !only_names {
        return found(Language::Other, 0.8);
    }
    // Names keep their own language, and a language can't be told from them.
    let enough = tally.words > 2 && tally.letters >= 10 && !only_names;
    if enough
        && tally.listed * 2 < tally.words
        && tally.alien > 0
        && let Some(info) = whatlang::detect(head(text))
        && !matches!(info.lang(), Lang::Eng | Lang::Cym)
        && (info.is_reliable() || info.confidence() > 0.5 && tally.listed * 4 < tally.words)
    {
        return found(Language::Other, info.confidence() as f32 * 0.9);
    }
    if tally.words <= FEW && tally.listed == 0 && tally.net < CLEAR && tally.alien >= ODD {
        return prior();
    }
    if only_names && tally.net.abs() < CLEAR || tally.listed == 0 && is_gibberish(text) {
        return prior();
    }
    if tally.net.abs() >= SILENT {
        return tally.leaning();
    }
    // A known word of one language beside a name or a loan.
    match tally.welsh - tally.english {
        lean if lean >= CLEAR - NAT => found(Language::Cy, 0.6),
        lean if lean <= NAT - CLEAR => found(Language::En, 0.6),
        _ => prior(),
    }
}

/// An answer of one word.
fn single(text: &str, tally: &Tally) -> Option<Detected> {
    let word = text.trim_matches(|c: char| !c.is_alphabetic());
    // Words that mean something else within a sentence, and say their language alone. `Na` is a Welsh no, `NA` and `na` are
    // not applicable; `IE` may be `i.e.`.
    match word {
        "Na" => return Some(found(Language::Cy, 0.5)),
        "Dim" | "dim" | "DIM" | "Ie" | "ie" => return Some(found(Language::Cy, 0.7)),
        _ => {}
    }
    if tally.listed == 1 {
        return (tally.net.abs() >= 2 * NAT).then(|| tally.leaning());
    }
    // `RF`, `Deb`, `xyz`: too few letters to judge by.
    let stub = tally.letters <= 3 && tally.net.abs() < 2 * NAT;
    // A capital halves what the letters of an answer's first word say: it may be a name.
    let least = if tally.names > 0 { 5 * NAT / 4 } else { SILENT };
    let silent = tally.net.abs() < least || tally.alien >= ALONE;
    (!stub && !silent && !is_gibberish(text)).then(|| tally.leaning())
}

/// Whether most letters of the text's beginning follow each other as they do in neither language.
fn is_gibberish(text: &str) -> bool {
    let (mut letters, mut surprise) = (0, 0);
    scan::words(head(text), |word| {
        letters += word.letters;
        surprise += word.letters * TABLE.letters.surprise(&read::fold(&head(text)[word.start..word.end]));
        true
    });
    letters > 0 && surprise / letters > GIBBERISH
}

/// The beginning of a text, cut at a character boundary.
fn head(text: &str) -> &str {
    let mut end = text.len().min(ENOUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
