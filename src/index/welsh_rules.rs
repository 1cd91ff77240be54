//! Groups of the rules of Welsh, which can be switched off in a measurement to see what each is worth; nowhere else.

/// A group of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(test), expect(dead_code, reason = "endings are switched off in measurements alone"))]
pub(super) enum Rules {
    /// Initial mutations.
    Mutations,
    /// Words that no rule makes one of another.
    Irregular,
    /// Words that look mutated and are themselves.
    Own,
    /// Vowels and consonants that change within a stem.
    Vowels,
    /// Spelling before an ending.
    Spelling,
    /// Endings in these roles.
    Endings(u32),
}

#[cfg(not(test))]
pub(super) const fn is_off(_: Rules) -> bool {
    false
}

#[cfg(not(test))]
pub(super) const fn roles_off() -> u32 {
    0
}

#[cfg(test)]
pub(super) use measured::{is_off, roles_off};

#[cfg(test)]
mod measured {
    use std::cell::Cell;
    use std::collections::{BTreeMap, BTreeSet, HashMap};
    use std::fmt::Write as _;

    use super::Rules;
    use crate::index::lexicon::{Grouping, Lexicon, Listed};
    use crate::index::welsh_endings::role::*;
    use crate::index::{analyzers, welsh_query, welsh_terms, words};

    thread_local! {
        static OFF: Cell<Option<Rules>> = const { Cell::new(None) };
    }

    pub(in crate::index) fn is_off(rules: Rules) -> bool {
        OFF.get() == Some(rules)
    }

    pub(in crate::index) fn roles_off() -> u32 {
        if let Some(Rules::Endings(roles)) = OFF.get() { roles } else { 0 }
    }

    /// Nouns, verbs and adjectives: their lemmas, and each form of one with whether it is mutated.
    type Words = BTreeMap<String, BTreeMap<String, bool>>;

    fn read(path: &str) -> Words {
        let text = std::fs::read_to_string(path).unwrap();
        let one = |word: &str| {
            let pieces = analyzers::welsh_pieces(&words::fold(word));
            if let [piece] = pieces.as_slice() { Some(piece.clone()) } else { None }
        };
        let mut all = Words::new();
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            if let [form, lemma, "NOUN" | "VERB" | "ADJ", mutation, ..] = cells.as_slice()
                && let (Some(form), Some(lemma)) = (one(form), one(lemma))
            {
                *all.entry(lemma).or_default().entry(form).or_default() |= !mutation.is_empty();
            }
        }
        all
    }

    /// Shares of one: forms found by their lemma, of all, of those other than the lemma, of mutated ones; and of forms
    /// found, those that are the lemma's.
    #[derive(Clone, Copy)]
    struct Measured {
        all: f64,
        others: f64,
        mutated: f64,
        precision: f64,
    }

    fn measure(words: &Words, index: &dyn Fn(&str) -> String, query: &dyn Fn(&str) -> Vec<String>) -> Measured {
        let mut stored: HashMap<String, BTreeSet<&str>> = HashMap::new();
        for form in words.values().flat_map(BTreeMap::keys) {
            stored.entry(index(form)).or_default().insert(form);
        }
        let (mut right, mut wrong) = (0.0, 0.0);
        let mut kinds = [(0.0, 0.0); 3];
        for (lemma, forms) in words {
            let terms = query(lemma);
            let found: BTreeSet<&str> = terms.iter().filter_map(|term| stored.get(term)).flatten().copied().collect();
            for (form, mutated) in forms {
                let is_found = f64::from(u8::from(found.contains(form.as_str())));
                for (kind, counts) in [true, form != lemma, *mutated].into_iter().zip(&mut kinds) {
                    if kind {
                        *counts = (counts.0 + is_found, counts.1 + 1.0);
                    }
                }
            }
            right += found.iter().filter(|form| forms.contains_key(**form)).count() as f64;
            wrong += found.iter().filter(|form| !forms.contains_key(**form)).count() as f64;
        }
        let [all, others, mutated] = kinds.map(|(found, of)| found / of);
        Measured { all, others, mutated, precision: right / (right + wrong) }
    }

    const GROUPS: &[(&str, Rules)] = &[
        ("initial mutations", Rules::Mutations),
        ("irregular words", Rules::Irregular),
        ("words that only look mutated", Rules::Own),
        ("changes within a stem", Rules::Vowels),
        ("spelling before an ending", Rules::Spelling),
        ("plurals", Rules::Endings(PLURAL)),
        ("singulars in -yn, -en", Rules::Endings(SINGLE)),
        ("degrees of adjectives", Rules::Endings(DEGREE)),
        ("persons and tenses", Rules::Endings(FINITE)),
        ("verb-nouns", Rules::Endings(VERBNOUN)),
        ("the same of verbs in -io", Rules::Endings(FINITE_I | VERBNOUN_I)),
        (
            "verbs in -au, -hau, -oi",
            Rules::Endings(VERBNOUN_AU | FINITE_AU | VERBNOUN_HAU | FINITE_HAU | VERBNOUN_OI | FINITE_OI),
        ),
        ("people: -wr, -wyr, -ydd", Rules::Endings(AGENT)),
        ("places: -fa, -feydd", Rules::Endings(PLACE)),
        ("-ad, -aid", Rules::Endings(KEEPER)),
    ];

    /// `YMATEB_WELSH_FORMS` names a table of forms with lemma, part of speech and mutation; `YMATEB_LEXICON_TABLE`, if
    /// there is one, a table of forms and lemmas. Without the first the test says that it was skipped.
    #[test]
    fn what_each_group_of_rules_brings_on_real_forms() {
        let Ok(path) = std::env::var("YMATEB_WELSH_FORMS") else {
            eprintln!("skipped: YMATEB_WELSH_FORMS names no table of Welsh forms");
            return;
        };
        let words = read(&path);
        let by_rules = |lexicon: Option<&Lexicon>| {
            measure(&words, &welsh_terms::index_term, &|word| welsh_query::query_terms(word, lexicon))
        };
        let mut table = String::from("| | all | other than the lemma | mutated | precision |\n|---|---|---|---|---|\n");
        let mut row = |name: &str, it: Measured, beside: Option<Measured>| {
            let cell = |it: f64, beside: Option<f64>| match beside {
                None => format!("{it:.3}"),
                Some(beside) => format!("{:+.3}", it - beside),
            };
            let cells = [
                cell(it.all, beside.map(|it| it.all)),
                cell(it.others, beside.map(|it| it.others)),
                cell(it.mutated, beside.map(|it| it.mutated)),
                cell(it.precision, beside.map(|it| it.precision)),
            ];
            let _ = writeln!(table, "| {name} | {} |", cells.join(" | "));
        };
        let same = |word: &str| word.to_owned();
        row("doing nothing", measure(&words, &same, &|word| vec![word.to_owned()]), None);
        row("mutations alone", measure(&words, &same, &welsh_terms::mutations), None);
        let rules = by_rules(None);
        row("rules", rules, None);
        if let Ok(path) = std::env::var("YMATEB_LEXICON_TABLE") {
            let text = std::fs::read_to_string(path).unwrap();
            let pairs = text.lines().filter_map(|line| {
                let mut cells = line.trim_start_matches('\u{feff}').split('\t');
                Some((cells.next()?.to_owned(), cells.next()?.to_owned()))
            });
            let listed = Listed { name: "table".to_owned(), grouping: Grouping::Lemmas, pairs: pairs.collect() };
            row("rules and lexicon", by_rules(Some(&Lexicon::compile(vec![listed]).unwrap())), None);
        }
        for (name, group) in GROUPS {
            OFF.set(Some(*group));
            let without = by_rules(None);
            OFF.set(None);
            row(&format!("without {name}"), without, Some(rules));
        }
        eprintln!("{table}");
        assert!(rules.mutated >= 0.85 && rules.all >= 0.83 && rules.precision >= 0.93, "{table}");
    }
}
