//! English words as they are stored: contractions taken apart, British and American spelling made one, plurals that
//! no stemmer knows. The stemming itself is tantivy's.

use std::borrow::Cow;

/// The pieces of a folded word that are searched for by themselves: `provider's` → `provider`, `not-for-profit` →
/// three words.
pub(crate) fn pieces(folded: &str) -> Vec<Cow<'_, str>> {
    let mut found = Vec::new();
    for part in folded.split('-').filter(|part| !part.is_empty()) {
        match part.rsplit_once('\'') {
            None => found.push(Cow::Borrowed(part)),
            Some((head, "s" | "ll" | "re" | "ve" | "d" | "m")) if !head.is_empty() => {
                found.push(Cow::Owned(head.replace('\'', "")));
            }
            Some((head, "t")) if head.ends_with('n') => found.push(Cow::Owned(format!("{}t", head.replace('\'', "")))),
            Some((head, tail)) if head.len() == 1 && tail.len() > 1 => found.push(Cow::Owned(format!("{head}{tail}"))),
            Some(_) => found.extend(part.split('\'').filter(|piece| !piece.is_empty()).map(Cow::Borrowed)),
        }
    }
    found
}

/// One spelling for words that have two, and one number for plurals that are irregular.
pub(crate) fn normal(word: &str) -> Cow<'_, str> {
    if let Some((_, one)) = PAIRS.iter().find(|(other, _)| *other == word) {
        return Cow::Borrowed(one);
    }
    if let Some((british, rest)) = OUR.iter().find_map(|stem| Some((stem, word.strip_prefix(stem)?))) {
        return Cow::Owned(format!("{}or{rest}", &british[..british.len() - 3]));
    }
    for (american, british) in Z_TO_S {
        if let Some(stem) = word.strip_suffix(american)
            && stem.len() >= 3
        {
            return Cow::Owned(format!("{stem}{british}"));
        }
    }
    for (british, american) in DOUBLED {
        if let Some(stem) = word.strip_suffix(british)
            && stem.len() >= 3
            && stem.contains(['a', 'e', 'i', 'o', 'u'])
        {
            return Cow::Owned(format!("{stem}{american}"));
        }
    }
    Cow::Borrowed(word)
}

/// `-ise` and `-ize` become one; so do the few words that are spelled with `z` alone, for texts and searches alike.
const Z_TO_S: &[(&str, &str)] = &[
    ("ization", "isation"),
    ("izations", "isations"),
    ("izational", "isational"),
    ("izing", "ising"),
    ("ized", "ised"),
    ("izer", "iser"),
    ("izers", "isers"),
    ("izes", "ises"),
    ("ize", "ise"),
    ("yzing", "ysing"),
    ("yzed", "ysed"),
    ("yzes", "yses"),
    ("yze", "yse"),
];

/// A doubled `l` before an ending: travelled, counsellor, modelling.
const DOUBLED: &[(&str, &str)] = &[
    ("elling", "eling"),
    ("elled", "eled"),
    ("eller", "eler"),
    ("ellers", "elers"),
    ("ellor", "elor"),
    ("ellors", "elors"),
    ("alling", "aling"),
    ("alled", "aled"),
    ("illed", "iled"),
    ("illing", "iling"),
];

/// Words in `-our`.
const OUR: &[&str] = &[
    "arbour",
    "ardour",
    "armour",
    "behaviour",
    "candour",
    "clamour",
    "colour",
    "demeanour",
    "endeavour",
    "favour",
    "fervour",
    "flavour",
    "glamour",
    "harbour",
    "honour",
    "dishonour",
    "humour",
    "labour",
    "misbehaviour",
    "neighbour",
    "odour",
    "parlour",
    "rancour",
    "rigour",
    "rumour",
    "saviour",
    "savour",
    "splendour",
    "tumour",
    "valour",
    "vapour",
    "vigour",
];

/// Spelling pairs, then irregular plurals.
const PAIRS: &[(&str, &str)] = &[
    ("centre", "center"),
    ("centres", "centers"),
    ("centred", "centered"),
    ("centring", "centering"),
    ("metre", "meter"),
    ("metres", "meters"),
    ("kilometre", "kilometer"),
    ("kilometres", "kilometers"),
    ("litre", "liter"),
    ("litres", "liters"),
    ("theatre", "theater"),
    ("theatres", "theaters"),
    ("fibre", "fiber"),
    ("fibres", "fibers"),
    ("calibre", "caliber"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("offences", "offenses"),
    ("pretence", "pretense"),
    ("licence", "license"),
    ("licences", "licenses"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("practises", "practices"),
    ("practising", "practicing"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("catalogue", "catalog"),
    ("dialogue", "dialog"),
    ("dialogues", "dialogs"),
    ("analogue", "analog"),
    ("grey", "gray"),
    ("cheque", "check"),
    ("cheques", "checks"),
    ("ageing", "aging"),
    ("judgement", "judgment"),
    ("judgements", "judgments"),
    ("acknowledgement", "acknowledgment"),
    ("enrol", "enroll"),
    ("enrols", "enrolls"),
    ("enrolment", "enrollment"),
    ("fulfil", "fulfill"),
    ("fulfils", "fulfills"),
    ("fulfilment", "fulfillment"),
    ("instalment", "installment"),
    ("instalments", "installments"),
    ("skilful", "skillful"),
    ("wilful", "willful"),
    ("paediatric", "pediatric"),
    ("paediatrician", "pediatrician"),
    ("mum", "mom"),
    ("mums", "moms"),
    ("tyre", "tire"),
    ("plough", "plow"),
    ("sceptical", "skeptical"),
    ("children", "child"),
    ("women", "woman"),
    ("men", "man"),
    ("people", "person"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("wives", "wife"),
    ("lives", "life"),
    ("criteria", "criterion"),
    ("analyses", "analysis"),
    ("crises", "crisis"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_possessive_and_a_contraction_lose_what_hangs_on_them() {
        assert_eq!(pieces("provider's"), ["provider"]);
        assert_eq!(pieces("we'll"), ["we"]);
        assert_eq!(pieces("don't"), ["dont"]);
        assert_eq!(pieces("not-for-profit"), ["not", "for", "profit"]);
        assert_eq!(pieces(""), [""; 0]);
    }

    #[test]
    fn british_and_american_spelling_are_one() {
        for (one, other) in [
            ("organisation", "organization"),
            ("behaviour", "behavior"),
            ("centre", "center"),
            ("counsellor", "counselor"),
            ("privatised", "privatized"),
            ("labourers", "laborers"),
        ] {
            assert_eq!(normal(one), normal(other), "{one} and {other}");
        }
        assert_eq!(normal("hour"), "hour");
    }
}
