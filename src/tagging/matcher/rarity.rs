//! How often words may be expected, to look for a pattern by its rarest part.

use std::collections::HashMap;

use crate::tagging::pattern::{Form, Piece, Prepared};

/// Common words of both languages, with how many of 10,000 words they are, roughly: orders of magnitude are enough.
const COMMON: [(f32, &str); 9] = [
    (500.0, "the yn"),
    (280.0, "to and of i y o a"),
    (150.0, "in is that for yr it be"),
    (100.0, "ar ac mae are bod not this"),
    (60.0, "with have we on as they will am eu ei wedi gan ni yw na fod"),
    (40.0, "by from or their would should at but if can an ddim hyn at mewn you er sydd neu nid people there ein sy'n"),
    (
        25.0,
        "which more has was who all do our so no need been them hynny os gyda bydd byddai cael gael pobl fel chi angen cymru",
    ),
    (
        15.0,
        "were what my about when also any up out only how other make get being than could very just like don't does dylai oes \
         gwneud bobl plant hefyd mwy pob dim fy nad wrth iawn one some these into its it's time many those work because rwy \
         dwi ydy children care",
    ),
    (
        8.0,
        "where most must such good use new local public services government support change money cost costs home homes much \
         well own way even take think see know dros trwy heb rhaid gwaith pan bob nhw hi fe blant gofal ofal gymru nac ydyn \
         i'r o'r a'r rhwng beth dylid lleol mawr arian",
    ),
];

/// A word that is in no list.
const UNLISTED: f32 = 0.5;
/// What each further word of a phrase divides its frequency by.
const FURTHER: f32 = 5.0;
/// What each pattern of the frame that names a word adds: a frame names what its consultation is about.
const NAMED: f32 = 0.2;

/// Expected frequencies, in 10,000 words.
#[derive(Debug)]
pub(super) struct Frequencies {
    words: HashMap<String, f32>,
}

impl Frequencies {
    /// From the lists and from the patterns of a frame.
    pub(super) fn of<'p>(patterns: impl Iterator<Item = &'p Prepared>) -> Frequencies {
        let listed =
            COMMON.iter().flat_map(|(often, words)| words.split_whitespace().map(|word| (word.to_owned(), *often)));
        let mut words: HashMap<String, f32> = listed.collect();
        for pattern in patterns {
            let Prepared::Words(rows) = pattern else { continue };
            let forms = rows
                .iter()
                .flatten()
                .filter_map(|piece| if let Piece::Forms(forms) = piece { Some(forms) } else { None });
            let mut named: Vec<&str> = forms.flatten().flat_map(|form| form.text.split(' ')).collect();
            named.sort_unstable();
            named.dedup();
            for word in named {
                *words.entry(word.to_owned()).or_insert(UNLISTED) += NAMED;
            }
        }
        Frequencies { words }
    }

    /// How often one of the forms may be expected.
    pub(super) fn any_of(&self, forms: &[Form]) -> f32 {
        forms.iter().map(|form| self.form(form)).sum()
    }

    fn form(&self, form: &Form) -> f32 {
        let words = form.text.split(' ');
        let last = form.text.rsplit(' ').next().unwrap_or_default();
        let mut often = f32::MAX;
        let mut further = 1.0;
        for (at, word) in words.enumerate() {
            let is_stem = form.stem && std::ptr::eq(word, last);
            often = often.min(if is_stem { stem(word) } else { self.word(word) });
            if at > 0 {
                further *= FURTHER;
            }
        }
        often / further
    }

    fn word(&self, word: &str) -> f32 {
        self.words.get(word).copied().unwrap_or(UNLISTED)
    }
}

/// Words that begin with this: the fewer its letters, the more.
fn stem(word: &str) -> f32 {
    let listed = COMMON.iter().flat_map(|(often, words)| words.split_whitespace().map(move |listed| (often, listed)));
    let common: f32 = listed.filter(|(_, listed)| listed.starts_with(word)).map(|(often, _)| often).sum();
    let others = match word.chars().count() {
        ..=2 => 60.0,
        3 => 15.0,
        4 => 6.0,
        5 => 3.0,
        _ => 1.5,
    };
    common + others
}
