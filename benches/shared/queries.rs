//! Two hundred searches of every kind, drawn from the texts themselves: as a person types them, and for bare tantivy.

use tantivy::Term;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Facet, Field, IndexRecordOption};
use ymateb::index::Passage;
use ymateb::model::Language;

/// How many are drawn.
const MANY: usize = 200;
/// Kinds of searches, in turn.
const KINDS: [&str; 13] = [
    "one word",
    "two words",
    "three words",
    "a Welsh word",
    "two Welsh words",
    "a phrase",
    "a Welsh phrase",
    "near each other",
    "a beginning",
    "a likeness",
    "a theme and a word",
    "either word",
    "one word without another",
];

/// One search.
pub(crate) struct Asked {
    /// What kind it is.
    pub(crate) kind: &'static str,
    /// As it is typed.
    pub(crate) typed: String,
    /// The same for bare tantivy.
    pub(crate) bare: Box<dyn Query>,
}

/// Draws the searches; the same texts give the same ones.
pub(crate) fn queries(passages: &[Passage], text: Field, facets: Field) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut at = 0_usize;
    while asked.len() < MANY {
        // A step that shares no factor with a round number visits all parts of the texts.
        at = (at + 7_919_777) % passages.len();
        let kind = KINDS[asked.len() % KINDS.len()];
        let welsh = kind.contains("Welsh");
        let passage = &passages[at];
        if passage.language.language != if welsh { Language::Cy } else { Language::En } {
            continue;
        }
        asked.extend(draw(kind, passage, at, text, facets));
    }
    asked
}

fn draw(kind: &'static str, passage: &Passage, at: usize, text: Field, facets: Field) -> Option<Asked> {
    let all: Vec<&str> = passage.text.split_whitespace().collect();
    let sound = |word: &&&str| word.chars().count() > 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    let heavy: Vec<&str> = all.iter().filter(sound).copied().collect();
    let pick = |n: usize| heavy.get((at / 7 + n * 5) % heavy.len().max(1)).copied();
    let term = |word: &str| Term::from_field_text(text, word);
    let one = |word: &str| -> Box<dyn Query> { Box::new(TermQuery::new(term(word), IndexRecordOption::WithFreqs)) };
    let joined = |occur: [Occur; 2], a: Box<dyn Query>, b: Box<dyn Query>| -> Box<dyn Query> {
        Box::new(BooleanQuery::new(vec![(occur[0], a), (occur[1], b)]))
    };
    let must = [Occur::Must, Occur::Must];
    let (typed, bare): (String, Box<dyn Query>) = match kind {
        "one word" | "a Welsh word" => (pick(0)?.to_owned(), one(pick(0)?)),
        "two words" | "two Welsh words" => {
            let (a, b) = (pick(0)?, pick(1)?);
            (format!("{a} {b}"), joined(must, one(a), one(b)))
        }
        "three words" => {
            let words = [pick(0)?, pick(1)?, pick(2)?];
            let clauses = words.iter().map(|word| (Occur::Must, one(word))).collect();
            (words.join(" "), Box::new(BooleanQuery::new(clauses)))
        }
        "a phrase" | "a Welsh phrase" => {
            let pair = all.windows(2).filter(|pair| pair.iter().all(|word| sound(&word))).nth(at % 3)?;
            (format!("\"{}\"", pair.join(" ")), Box::new(PhraseQuery::new(vec![term(pair[0]), term(pair[1])])))
        }
        "near each other" => {
            let near = heavy.windows(2).nth(at % 3)?;
            let mut bare = PhraseQuery::new(vec![term(near[0]), term(near[1])]);
            bare.set_slop(5);
            (format!("\"{}\"~5", near.join(" ")), Box::new(bare))
        }
        "a beginning" => {
            let begin = pick(0).filter(|word| word.len() > 5)?.get(..5)?;
            (format!("{begin}*"), Box::new(FuzzyTermQuery::new_prefix(term(begin), 0, false)))
        }
        "a likeness" => {
            let word = pick(0).filter(|word| word.len() > 6)?;
            let mistyped = format!("{}{}", &word[..3], &word[4..]);
            (format!("{mistyped}~"), Box::new(FuzzyTermQuery::new(term(&mistyped), 2, true)))
        }
        "a theme and a word" => {
            let theme = passage.themes.first()?;
            let facet = Term::from_facet(facets, &Facet::from_path(["theme", theme]));
            let is = Box::new(TermQuery::new(facet, IndexRecordOption::Basic));
            (format!("theme:{theme} {}", pick(0)?), joined(must, is, one(pick(0)?)))
        }
        "either word" => {
            let (a, b) = (pick(0)?, pick(1)?);
            (format!("{a} OR {b}"), joined([Occur::Should, Occur::Should], one(a), one(b)))
        }
        _ => {
            let (a, b) = (pick(0)?, pick(1).filter(|b| Some(*b) != pick(0))?);
            (format!("{a} -{b}"), joined([Occur::Must, Occur::MustNot], one(a), one(b)))
        }
    };
    Some(Asked { kind, typed, bare })
}
