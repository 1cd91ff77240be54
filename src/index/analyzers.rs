//! How a text becomes the terms of the index: one analysis for each language, and one that only folds.

use std::collections::{HashMap, HashSet};

use tantivy::tokenizer::{Language, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

use super::terms::Parted;
use super::{english, welsh_terms, words};
use crate::model::Locale;

/// Name of the analysis that finds its terms ready (see `terms`).
pub(super) const PARTED: &str = "parted";
/// Name of the analysis that only folds case and accents.
pub(super) const PLAIN: &str = "plain";

/// What a text is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analyzed {
    /// The terms stored for it, in the order of its words, one a word.
    pub index: Vec<String>,
    /// The terms that a search for it looks for: in order, each once.
    pub query: Vec<String>,
}

/// The terms of a text in one language. Two texts match when one's `query` meets the other's `index`.
///
/// English words are stemmed (Porter's second algorithm) after British and American spelling were made one. Welsh
/// words are found in every mutation and inflection that the rules know (see `welsh_terms`).
pub fn analyze(text: &str, locale: Locale) -> Analyzed {
    let mut index = Vec::new();
    let mut query = Vec::new();
    match locale {
        Locale::En => {
            index.extend(tokens(&mut english_analyzer(), text).into_iter().map(|token| token.text));
            query.clone_from(&index);
        }
        Locale::Cy => {
            // A text repeats its words, and working out what a search for one looks for is dear.
            let mut seen = HashSet::new();
            for word in words::words(text) {
                for piece in welsh_pieces(&words::fold(word.text)) {
                    index.push(welsh_terms::index_term(&piece));
                    if !seen.contains(&piece) {
                        query.extend(welsh_terms::query_terms(&piece));
                        seen.insert(piece);
                    }
                }
            }
        }
    }
    query.sort_unstable();
    query.dedup();
    Analyzed { index, query }
}

/// The pieces of a folded Welsh word: contractions are taken apart (`i'r` → `i`, `y`), a hyphen between two parts is
/// overlooked (`cyd-destun`, whose first part mutates for both), one among more parts separates.
pub(super) fn welsh_pieces(folded: &str) -> Vec<String> {
    let whole;
    let parts = match folded.matches('-').count() {
        1 => {
            whole = folded.replace('-', "");
            vec![whole.as_str()]
        }
        _ => folded.split('-').collect(),
    };
    let pieces = parts.iter().flat_map(|part| part.split('\'')).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| match piece {
            "r" | "yr" => "y".to_owned(),
            "n" => "yn".to_owned(),
            _ => piece.to_owned(),
        })
        .collect()
}

/// The English analysis.
pub(super) fn english_analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(Cutter::new(Cut::English)).filter(Stemmer::new(Language::English)).build()
}

/// The Welsh analysis, as texts are stored.
pub(super) fn welsh_analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(Cutter::new(Cut::Welsh)).build()
}

/// Words as they stand, folded.
pub(super) fn plain_analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(Cutter::new(Cut::Plain)).build()
}

/// All of them, under the names that the schema uses. Tantivy keeps names only, so they are given at every opening.
pub(super) fn manager() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(PARTED, TextAnalyzer::builder(Parted::default()).build());
    manager.register(PLAIN, plain_analyzer());
    manager
}

/// The terms of a text with their places in bytes.
pub(super) fn tokens(analyzer: &mut TextAnalyzer, text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    analyzer.token_stream(text).process(&mut |token| found.push(token.clone()));
    found
}

/// A code or name as it is compared: without case, accents and surplus spaces.
pub(super) fn value(text: &str) -> String {
    text.split_whitespace().map(words::fold).collect::<Vec<_>>().join(" ")
}

/// The ways in which a word is taken apart.
#[derive(Clone, Copy)]
pub(super) enum Cut {
    English,
    Welsh,
    Plain,
}

/// The terms of one word, as they are stored.
pub(super) fn terms_of(cut: Cut, word: &str) -> Vec<String> {
    let mut analyzer = match cut {
        Cut::English => english_analyzer(),
        Cut::Welsh | Cut::Plain => return pieces_of(cut, word),
    };
    tokens(&mut analyzer, word).into_iter().map(|token| token.text).collect()
}

/// Words whose pieces are remembered: texts repeat theirs, and taking a word apart costs more than looking it up.
const REMEMBERED: usize = 40_000;

#[derive(Clone)]
struct Cutter {
    cut: Cut,
    known: Known,
}

impl Cutter {
    fn new(cut: Cut) -> Self {
        Cutter { cut, known: Known::default() }
    }
}

/// Words as they stood, and the pieces of each.
#[derive(Clone, Default)]
struct Known {
    numbers: HashMap<String, usize>,
    pieces: Vec<Vec<String>>,
}

impl Known {
    fn number(&mut self, cut: Cut, word: &str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        self.numbers.insert(word.to_owned(), self.pieces.len());
        self.pieces.push(pieces_of(cut, word));
        self.pieces.len() - 1
    }
}

fn pieces_of(cut: Cut, word: &str) -> Vec<String> {
    let folded = words::fold(word);
    match cut {
        Cut::English => english::pieces(&folded).iter().map(|piece| english::normal(piece).into_owned()).collect(),
        Cut::Welsh => welsh_pieces(&folded).iter().map(|piece| welsh_terms::index_term(piece)).collect(),
        Cut::Plain => english::pieces(&folded).into_iter().map(|piece| piece.into_owned()).collect(),
    }
}

impl Tokenizer for Cutter {
    type TokenStream<'a> = Pieces<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Pieces<'a> {
        let token = Token { position: usize::MAX, ..Token::default() };
        if self.known.pieces.len() > REMEMBERED {
            self.known = Known::default();
        }
        Pieces { cut: self.cut, words: words::words(text), known: &mut self.known, at: None, token }
    }
}

/// The pieces of a text, one after another; those of one word share its place and follow each other in position.
struct Pieces<'t> {
    cut: Cut,
    words: words::Words<'t>,
    known: &'t mut Known,
    /// The current word's number, and which of its pieces comes next.
    at: Option<(usize, usize)>,
    token: Token,
}

impl TokenStream for Pieces<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some((word, next)) = self.at
                && let Some(piece) = self.known.pieces.get(word).and_then(|pieces| pieces.get(next))
            {
                self.at = Some((word, next + 1));
                self.token.position = self.token.position.wrapping_add(1);
                self.token.text.clear();
                self.token.text.push_str(piece);
                return true;
            }
            let Some(word) = self.words.next() else { return false };
            (self.token.offset_from, self.token.offset_to) = (word.start, word.end);
            self.at = Some((self.known.number(self.cut, word.text), 0));
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
