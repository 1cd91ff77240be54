//! Wordings of headers in English and Welsh, and what they say a column is for.

/// Words of a text between single spaces, in small letters, with plain apostrophes; a space at both ends.
pub(super) fn words(text: &str) -> String {
    let plain = text.replace(['\u{2019}', '\u{2018}', '`'], "'").replace(['_', '-'], " ");
    let split = plain.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let words: Vec<String> =
        split.map(|word| word.trim_matches('\'').to_lowercase()).filter(|w| !w.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// Whether words, as [`words`] gives them, have one of some phrases, which are parted by commas.
pub(super) fn has(words: &str, phrases: &str) -> bool {
    phrases.split(", ").any(|phrase| {
        words
            .match_indices(phrase)
            .any(|(at, _)| words[..at].ends_with(' ') && words[at + phrase.len()..].starts_with(' '))
    })
}

/// Whether words are one of some phrases, which are parted by commas.
pub(super) fn is(words: &str, phrases: &str) -> bool {
    phrases.split(", ").any(|phrase| phrase == words.trim())
}

/// How many words there are.
pub(super) fn length(words: &str) -> usize {
    words.split_whitespace().count()
}

/// Whether a header asks in what capacity somebody answers.
pub(super) fn asks_kind(asks: &str) -> bool {
    let words = words(asks);
    has(
        &words,
        "responding as, are you responding, respondent type, type of respondent, respondent category, \
             category of respondent, individual or organisation, individual or an organisation, individual or on behalf, \
             individual or group, unigolyn neu sefydliad, unigolyn neu ar ran, unigolyn ynteu, what capacity, in which capacity, are you answering as, best describes \
             you, describes you best, who are you, stakeholder type, stakeholder group, ymateb fel, chi'n \
             ymateb, ydych yn ymateb, math o ymatebydd, math o ymatebwr, sy'n eich disgrifio, eich disgrifio \
             orau, ar ran sefydliad, rôl ymatebydd",
    ) || is(&words, "capacity, role, your role, responding, respondent, type, math, rôl, eich rôl")
}

/// Whether a header asks for the name of an organisation.
pub(super) fn asks_organisation(asks: &str) -> bool {
    let words = words(asks);
    let names = has(
        &words,
        "organisation, organization, organisation's, organization's, organisations, sefydliad, company, \
             group, body, gorff, corff",
    );
    is(
        &words,
        "organisation, organization, sefydliad, eich sefydliad, your organisation, your organization, \
             what is your organisation, what is your organization, beth yw eich sefydliad, company",
    ) || names
        && has(&words, "name, enw, name of, which organisation, what organisation, enw'r")
        && length(&words) <= 24
        || has(&words, "on behalf of which")
}

/// Whether a header asks for a person's name, or a part of it.
pub(super) fn asks_name(asks: &str) -> bool {
    is(
        &words(asks),
        "name, full name, your name, first name, last name, surname, forename, given name, family name, \
             name optional, your name optional, what is your name, what's your name, please enter your name, \
             enw, eich enw, enw llawn, enw cyntaf, cyfenw, beth yw eich enw, beth yw'ch enw, contact name",
    )
}

/// Whether a header asks for a telephone number, a postcode or an address: nobody's opinion.
pub(super) fn asks_contact_details(asks: &str) -> bool {
    let words = words(asks);
    let asks_for = has(
        &words,
        "postcode, post code, postal code, zip code, cod post, telephone number, phone number, mobile number, contact \
             number, telephone, rhif ffôn, home address, postal address, your address, street address, eich cyfeiriad, \
             date of birth, dyddiad geni",
    );
    asks_for && length(&words) <= 14 && !has(&words, "agree, should, think, cytuno, dylai, barn")
}

/// Whether a header asks for an address for e-mails.
pub(super) fn asks_email(asks: &str) -> bool {
    let words = words(asks);
    let mails = has(&words, "email, e mail, ebost, e bost");
    mails
        && (length(&words) <= 4 || has(&words, "address, cyfeiriad, your email, eich e bost, eich ebost"))
        && length(&words) <= 16
}

/// Whether a header asks where somebody lives or works.
pub(super) fn asks_area(asks: &str) -> bool {
    let words = words(asks);
    is(
        &words,
        "area, region, local authority, local authority area, county, council area, location, ardal, \
             rhanbarth, awdurdod lleol, sir, lleoliad, state province, country region, your area, eich ardal, \
             location address",
    ) || has(
        &words,
        "where do you live, which area do you live, which region do you live, which local authority do \
             you, which local authority area, which county do you, which part of wales, area do you live, \
             region do you live, local authority do you live, ble ydych chi'n byw, ble rydych chi'n byw, pa \
             awdurdod lleol, pa ardal, pa ran o gymru, pa ranbarth",
    )
}

/// Whether a header names the language of a form.
pub(super) fn asks_language(asks: &str) -> bool {
    is(
        &words(asks),
        "language, userlanguage, user language, iaith, response language, survey language, form language, \
             locale",
    )
}

/// Topics that a form asks of people themselves, with the id of the question.
const ABOUT_YOU: [(&str, &str); 17] = [
    ("age", "age, age group, age band, age range, how old, your age, oed, grŵp oedran, oedran"),
    ("gender", "gender, gender identity, rhywedd, sex, rhyw, trans, transgender"),
    ("ethnicity", "ethnicity, ethnic, ethnic group, ethnic background, ethnigrwydd, ethnig, race"),
    ("disability", "disability, disabled, health condition, impairment, anabledd, anabl, namau"),
    ("religion", "religion, religious, belief, faith, crefydd, cred"),
    ("orientation", "sexual orientation, sexuality, cyfeiriadedd rhywiol"),
    ("marital-status", "marital status, civil partnership, statws priodasol"),
    ("pregnancy", "pregnant, pregnancy, maternity, beichiog, mamolaeth"),
    ("caring", "unpaid carer, caring responsibilities, gofalwr di dâl, cyfrifoldebau gofalu"),
    ("nationality", "nationality, national identity, country of birth, cenedligrwydd, hunaniaeth genedlaethol"),
    (
        "speaks",
        "speak welsh, main language, first language, preferred language, siarad cymraeg, iaith gyntaf, \
             prif iaith, medru'r gymraeg, dewis iaith",
    ),
    (
        "region",
        "region, local authority area, area you live, where do you live, ble ydych chi'n byw, rhanbarth, \
             ardal",
    ),
    ("occupation", "occupation, employment status, job title, working status, galwedigaeth, statws cyflogaeth"),
    (
        "sector",
        "sector, which sector, industry, type of organisation, organisation type, organization type, math \
             o sefydliad",
    ),
    ("size", "size of organisation, organisation size, number of employees, maint y sefydliad, maint sefydliad"),
    ("income", "household income, income, incwm"),
    ("children", "do you have children, oes gennych chi blant"),
];

/// The topic under which a header asks about the respondent. Opinions on such a topic ("proposals on disability") are
/// told apart by asking for no fact about you; `options` that let people decline settle it.
pub(super) fn about_you(asks: &str, declines: bool) -> Option<&'static str> {
    let words = words(asks);
    let topic = ABOUT_YOU.iter().find(|(_, phrases)| has(&words, phrases)).map(|(topic, _)| *topic);
    let is_opinion = has(
        &words,
        "agree, proposal, proposals, proposed, impact, impacts, effect, effects, think, views, policy, \
             should, opinion, cytuno, cynnig, cynigion, effaith, effeithiau, barn, meddwl",
    );
    let is_fact = length(&words) <= 5
        || has(
            &words,
            "your, you, are you, do you have, do you consider, what is your, how old, you identify, yourself, \
             eich, ydych chi'n, oes gennych, chi, chi'n, ydych, beth yw eich",
        );
    match topic {
        Some(topic) if !is_opinion && is_fact || declines => Some(topic),
        None if declines => Some("about-you"),
        _ => None,
    }
}

/// Whether a value declines to say, as only questions about people themselves let them.
pub(super) fn declines(value: &str) -> bool {
    has(
        &words(value),
        "prefer not to say, rather not say, prefer not to answer, gwell gen i beidio, gwell peidio, well \
             gennyf beidio, ddim am ddweud",
    )
}

/// Whether a header asks for the reasons of the answer before it.
pub(super) fn asks_why(asks: &str) -> bool {
    let words = words(asks);
    let reasons = has(
        &words,
        "why, please explain, explain, reason, reasons, reasoning, please give details, give details, \
             provide details, further details, please comment, comments, comment, tell us more, please \
             expand, elaborate, further information, please provide further, justify, evidence to support, \
             please specify, pam, esboniwch, eglurwch, rhesymau, rheswm, rhowch fanylion, sylwadau, sylw, \
             dywedwch wrthym pam, dywedwch fwy, manylion pellach, nodwch",
    );
    let is_last = has(
        &words,
        "any other, anything else, other comments, further comments, general comments, additional \
             comments, unrhyw sylwadau eraill, unrhyw beth arall, sylwadau eraill, pellach am",
    );
    reasons && !is_last && length(&words) <= 40
}

/// Whether a header asks for whatever somebody wants to say.
pub(super) fn asks_remarks(asks: &str) -> bool {
    has(
        &words(asks),
        "any other, anything else, other comments, further comments, general comments, additional comments, suggestions or \
             comments, comments or suggestions, in your own words, tell us, unrhyw sylwadau, unrhyw beth arall, \
             sylwadau eraill, yn eich geiriau eich hun",
    )
}

/// Whether a header asks for reasons in so many words, whatever its number.
pub(super) fn asks_reasons(asks: &str) -> bool {
    has(&words(asks), "why, explain, reason, reasons, reasoning, justify, pam, esboniwch, eglurwch, rhesymau, rheswm")
}

/// Whether a part of a question is its free text: `Other (please specify)`.
pub(super) fn is_other(part: &str) -> bool {
    let words = words(part);
    has(&words, "please specify, please state, please describe, specify, nodwch, rhowch fanylion, please say")
        || has(&words, "other, arall") && has(&words, "text, testun")
        || words.trim_end().ends_with(" text") && part.ends_with("Text")
        || part.ends_with("_TEXT")
        || part == "TEXT"
}

/// Whether a question is whether people agree with or support something.
pub(super) fn asks_agreement(asks: &str) -> bool {
    has(
        &words(asks),
        "agree, support, in favour, favour, approve, back, cytuno, gytuno, cefnogi, gefnogi, o blaid, \
             agree or disagree, support or oppose",
    )
}

/// Whether a yes to a question is a no to the proposal.
pub(super) fn asks_opposition(asks: &str) -> bool {
    let words = words(asks);
    has(&words, "oppose, disagree, object, gwrthwynebu, wrthwynebu, anghytuno")
        && !has(&words, "agree or disagree, support or oppose, agree disagree, agree, support, cytuno, cefnogi")
}

/// Whether a question is one of those on effects on the Welsh language.
pub(super) fn asks_welsh_language(asks: &str) -> bool {
    let words = words(asks);
    has(
        &words,
        "welsh language, opportunities to use welsh, y gymraeg, iaith gymraeg, treating welsh, \
             defnyddio'r gymraeg",
    ) && has(
        &words,
        "effect, effects, impact, impacts, opportunities, effaith, effeithiau, cyfleoedd, favourably, \
             ffafriol",
    )
}

/// Columns of a platform's or an office's own, whatever stands in them.
pub(super) fn is_metadata(header: &str) -> bool {
    let words = words(header);
    has(
        &words,
        "ip address, ipaddress, duration, time taken, user agent, browser, device, referrer, referer, \
             latitude, longitude, session id, tracking, collector, tooltip, citation, http, page path, \
             restrict reason, reason withdrawn, postcode, post code, cod post, telephone, phone, phone \
             number, ffôn, mobile, analyst, analyst notes, analysed, score, hash, uuid, guid, token, start \
             time, last modified, started, attachment, attachments, file upload, uploaded file, confidence",
    ) && !header.contains('?')
        && length(&words) <= 6
}

/// Whether a header asks something, rather than naming a field.
pub(super) fn asks_something(header: &str) -> bool {
    let words = words(header);
    // `comment_body` is a machine's name for a field.
    let is_machine = header.contains('_') && !header.contains(' ');
    header.contains('?')
        || !is_machine
            && has(
                &words,
                "please, comment, comments, tell us, describe, explain, sylw, sylwadau, feedback, response, \
             answer, views, to what extent, which of, select, tick, choose, ymateb, barn, i ba raddau, \
             dewiswch, ticiwch, esboniwch, suggestions, awgrymiadau",
            )
}

/// Whether a header asks to choose from a list.
pub(super) fn asks_choice(header: &str) -> bool {
    has(
        &words(header),
        "select, tick, choose, from the list, list below, which of the following, please indicate, \
             dewiswch, ticiwch, pa rai o'r canlynol, pa un o'r canlynol",
    )
}
