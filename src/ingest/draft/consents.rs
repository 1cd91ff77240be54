//! Headers that ask what may be done with a response, in English and Welsh.

use super::wordings::{has, length, words};
use crate::corpus::settings::Consent;

/// What a header says of consent: one of the four, or words under which a yes may mean no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    For(Consent),
    /// `I want my response to be anonymous`: a yes here is a no there. Never read as a consent.
    Against,
}

const AGAINST: &str = "anonymous, anonymously, anonymity, anonymise, anonymised, confidential, confidentially, \
    confidentiality, private, do not, don't, not to, not be, not wish, not want, not publish, without, \
    withhold, withheld, object, opt out, rather not, dienw, ddienw, anhysbys, cyfrinachol, gyfrinachol, \
    chyfrinachol, preifat, breifat, peidio, beidio, ddim, heb, peidiwch, beidiwch, na chyhoedder, never";

const OWN_WORDS: &str = "your response, your responses, your answer, your answers, your comment, your comments, your name, \
    your submission, your reply, your words, your individual response, your organisation's name, your \
    organisation's response, my response, my answers, my comments, my name, my words, this response, \
    contact you, contact me, eich ymateb, eich ymatebion, eich atebion, eich sylwadau, eich enw, fy \
    ymateb, fy enw, fy sylwadau, â chi";

/// What a header asks the respondent to allow. Longer questions must speak of the respondent's own words or name: "Should
/// we publish inspections?" asks for an opinion.
pub(super) fn asked(asks: &str) -> Option<Asks> {
    let words = words(asks);
    let is_own = length(&words) <= 4 || has(&words, OWN_WORDS);
    let publishes = has(
        &words,
        "publish, published, publication, publishing, made public, make public, cyhoeddi, gyhoeddi, \
             chyhoeddi, gyhoeddir, cyhoeddir",
    );
    let quotes = has(&words, "quote, quoted, quotes, quoting, quotation, quotations, dyfynnu, ddyfynnu, dyfynnir");
    let contacts = has(
        &words,
        "contact you, contact me, be contacted, may contact, may we contact, recontact, get in touch, \
             consent to contact, contact consent, gysylltu, cysylltu, cysylltir, chysylltu",
    );
    let names = has(
        &words,
        "be named, name you, name me, may name, named, use your name, your name be, publish your name, \
             your name published, your name to be published, with your name, together with your name, \
             attribute, attributed, enwi, eich enwi, gyhoeddi eich enw, cyhoeddi eich enw, ddefnyddio eich \
             enw, defnyddio eich enw, gyda'ch enw, â'ch enw",
    );
    let consents = has(&words, "my response, your response, eich ymateb, fy ymateb, response");
    let is_against = has(&without_harmless(&words), AGAINST);
    if is_against && (publishes || quotes || contacts || names || consents) && (is_own || names) {
        return Some(Asks::Against);
    }
    if !is_own && !names {
        return None;
    }
    if quotes {
        Some(Asks::For(Consent::Quote))
    } else if names {
        Some(Asks::For(Consent::Name))
    } else if publishes {
        Some(Asks::For(Consent::Publish))
    } else if contacts {
        Some(Asks::For(Consent::Contact))
    } else {
        None
    }
}

/// The setting that a header of the kind [`Asks::Against`] fits: in `anonymous` a yes keeps the name back, in `confidential`
/// everything. None where it cannot be told ("Do not publish"): a person has to look.
pub(super) fn keeps_back(asks: &str) -> Option<&'static str> {
    if asked(asks) != Some(Asks::Against) {
        return None;
    }
    let words = words(asks);
    // "I do not wish to be anonymous" turns round again.
    if has(&words, "do not, don't, not to, not be, not wish, not want, peidio, beidio, ddim, heb, peidiwch, beidiwch") {
        return None;
    }
    if has(
        &words,
        "confidential, confidentially, confidentiality, private, cyfrinachol, gyfrinachol, chyfrinachol, preifat, breifat",
    ) {
        return Some("confidential");
    }
    has(&words, "anonymous, anonymously, anonymity, anonymise, anonymised, dienw, ddienw, anhysbys")
        .then_some("anonymous")
}

/// Whether a cell speaks against consent, whatever else it says: `Yes, but keep it confidential`.
pub(super) fn is_against(cell: &str) -> bool {
    has(&words(cell), "anonymous, anonymously, confidential, private, dienw, cyfrinachol, gyfrinachol")
}

/// Whether a choice between several ways to handle a response: each value says what may be done with it.
pub(super) fn is_handling<'v>(asks: &str, mut values: impl Iterator<Item = &'v String>) -> bool {
    let is_own = has(&words(asks), OWN_WORDS) || has(&words(asks), "consent, confidentiality, cydsyniad, cyfrinachedd");
    let says = |value: &String| {
        has(
            &words(value),
            "publish, published, anonymous, anonymously, anonymise, confidential, confidentially, share, shared, withhold, \
             cyhoeddi, gyhoeddi, cyhoeddwch, dienw, ddienw, cyfrinachol, gyfrinachol, rhannu",
        )
    };
    is_own && values.all(says)
}

/// "If not, please say why" takes nothing back.
fn without_harmless(words: &str) -> String {
    words.replace(" if not ", " ").replace(" os na ", " ").replace(" or not ", " ")
}
