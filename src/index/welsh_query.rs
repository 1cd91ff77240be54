//! What a search for a Welsh word looks for: the terms of all its forms, by rule and from a lexicon.

use std::collections::BTreeSet;

use super::lexicon::{Lexicon, MOST_OF_A_NOUN, Meaning, WordId};
use super::welsh_terms::{body_term, index_term, irregular, is_own, mutated, radical_onsets, radicals, related, split};

/// The terms that a search for a word looks for, in order, without repetition.
///
/// A lexicon adds the forms of every word that this may be a form of. Where it lists words with all their forms, what
/// the rules take for another form and the lexicon knows to be another word's is left out.
pub(crate) fn query_terms(word: &str, lexicon: Option<&Lexicon>) -> Vec<String> {
    let stored = index_term(word);
    let known = lexicon.map(|lexicon| (lexicon, words_in(lexicon, word, &stored)));
    let mut terms = BTreeSet::new();
    if !stored.starts_with('=') {
        let (onset, body) = split(word);
        let mut radicals = vec![onset.to_owned()];
        if !stored.starts_with('\'') {
            radicals.extend(radical_onsets(onset, body));
        }
        let onsets: BTreeSet<String> = radicals.iter().flat_map(|radical| mutated(radical)).collect();
        let bodies = related(&onsets, body);
        let mut stems: Vec<String> = bodies.iter().map(|body| body_term(body)).collect();
        stems.sort_unstable();
        stems.dedup();
        radicals.iter().for_each(|radical| add_terms(radical, &stems, &mut terms));
        // A word with one form has forms that are not listed.
        if let Some((lexicon, words)) = &known
            && words.iter().any(|word| lexicon.has_all_forms(*word) && lexicon.forms_of(*word).len() > 1)
        {
            let may_be = radicals.iter().flat_map(|radical| bodies.iter().map(move |body| format!("{radical}{body}")));
            for other in may_be.filter(|form| is_of_others(lexicon, words, form)) {
                for term in terms_of_form(&other) {
                    terms.remove(&term);
                }
            }
        }
    }
    if let Some((lexicon, words)) = &known {
        words.iter().for_each(|word| add_listed(lexicon, *word, &mut terms));
    }
    terms.insert(stored);
    terms.into_iter().collect()
}

/// The words of a lexicon that a word may be a form of, mutated or not.
fn words_in(lexicon: &Lexicon, word: &str, stored: &str) -> BTreeSet<WordId> {
    let direct: Vec<Meaning> = lexicon.meanings(word).collect();
    let mut words: BTreeSet<WordId> =
        direct.iter().filter(|meaning| meaning.lemma).map(|meaning| meaning.word).collect();
    // A lemma is seldom meant as a form of another word: `gaeaf` (winter) is one of `cau` (close) too.
    if words.is_empty() {
        words.extend(direct.iter().map(|meaning| meaning.word));
        if !stored.starts_with('\'') {
            let radicals = radicals(word);
            words.extend(radicals.iter().flat_map(|radical| lexicon.meanings(radical)).map(|meaning| meaning.word));
        }
    }
    // A spelling dictionary, which knows a word's forms in part, is asked where nothing knows them all.
    if words.iter().any(|word| lexicon.has_all_forms(*word)) {
        words.retain(|word| lexicon.has_all_forms(*word));
    }
    // Irregular words have a list of their own, and what is not in it is no form of theirs.
    let lemma = stored.strip_prefix('=');
    words.retain(|word| {
        let forms = lexicon.forms_of(*word);
        let mut lemmas = forms.iter().filter_map(|form| irregular(form)).peekable();
        lemmas.peek().is_none() || lemmas.any(|one| lemma == Some(one))
    });
    words
}

/// Whether a form belongs to other words of a lexicon alone.
fn is_of_others(lexicon: &Lexicon, words: &BTreeSet<WordId>, form: &str) -> bool {
    let mut others = lexicon.meanings(form).filter(|meaning| lexicon.has_all_forms(meaning.word)).peekable();
    others.peek().is_some() && others.all(|meaning| !words.contains(&meaning.word))
}

/// Adds the terms of all forms of a word, without those that are better known as another word's lemma.
fn add_listed(lexicon: &Lexicon, word: WordId, terms: &mut BTreeSet<String>) {
    let is_other = |form: &str| lexicon.meanings(form).any(|meaning| meaning.lemma && meaning.word != word);
    let forms = lexicon.forms_of(word);
    let is_verb = forms.len() > MOST_OF_A_NOUN;
    for (at, form) in forms.iter().enumerate() {
        let (onset, body) = split(form);
        // `costion` (they would cost) is stored like `costau` (costs), and seldom met.
        let is_colloquial = is_verb && form.ends_with("on") && !form.ends_with("son");
        if irregular(form).is_some() || at > 0 && (is_colloquial || is_other(form)) {
            continue;
        }
        let stem = body_term(body);
        for beginning in mutated(onset) {
            let term = format!("{beginning}{stem}");
            match (is_own(&term), beginning == onset) {
                (false, true) => terms.insert(term),
                (false, false) => !is_other(&format!("{beginning}{body}")) && terms.insert(term),
                (true, true) => terms.insert(format!("'{term}")),
                (true, false) => false,
            };
        }
    }
}

/// The terms under which an unmutated form is stored, in all its mutations.
fn terms_of_form(form: &str) -> BTreeSet<String> {
    let (onset, body) = split(form);
    let mut terms = BTreeSet::new();
    if irregular(form).is_none() {
        add_terms(onset, &[body_term(body)], &mut terms);
    }
    terms
}

/// Adds the terms of bodies behind a beginning and behind its mutations.
fn add_terms(radical: &str, bodies: &[String], terms: &mut BTreeSet<String>) {
    for beginning in mutated(radical) {
        for body in bodies {
            let term = [beginning.as_str(), body].concat();
            match (is_own(&term), beginning == *radical) {
                (false, _) => terms.insert(term),
                (true, true) => terms.insert(["'", &term].concat()),
                (true, false) => false,
            };
        }
    }
}
