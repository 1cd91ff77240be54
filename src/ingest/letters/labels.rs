//! Labels that forms print beside the boxes for name, address and the like, in both languages.

use crate::text::fold::fold;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Name,
    Organisation,
    Email,
    Area,
    /// Type of respondent.
    Kind,
    /// Telephone, post, signature and the like: kept, and used for nothing.
    Other,
}

/// Labels of forms, folded, what stands in brackets left out.
const LABELS: [(Field, &[&str]); 6] = [
    (
        Field::Name,
        &[
            "name",
            "your name",
            "full name",
            "your full name",
            "contact name",
            "name of respondent",
            "respondent name",
            "first name",
            "forename",
            "surname",
            "last name",
            "enw",
            "eich enw",
            "enw llawn",
            "eich enw llawn",
            "enw cyswllt",
            "enw cyntaf",
            "cyfenw",
            "enw'r ymatebydd",
        ],
    ),
    (
        Field::Organisation,
        &[
            "organisation",
            "organization",
            "your organisation",
            "name of organisation",
            "name of your organisation",
            "organisation name",
            "organisation if applicable",
            "company",
            "on behalf of",
            "sefydliad",
            "eich sefydliad",
            "enw'r sefydliad",
            "enw eich sefydliad",
            "sefydliad os yw'n berthnasol",
            "ar ran",
        ],
    ),
    (
        Field::Email,
        &[
            "e mail",
            "email",
            "e mail address",
            "email address",
            "your email",
            "your e mail",
            "your email address",
            "e bost",
            "ebost",
            "e mail/telephone number",
            "email/telephone number",
            "e bost/rhif ffôn",
            "cyfeiriad e bost",
            "cyfeiriad ebost",
            "eich e bost",
            "eich cyfeiriad e bost",
        ],
    ),
    (
        Field::Area,
        &[
            "area",
            "your area",
            "region",
            "local authority area",
            "where do you live",
            "which area do you live in",
            "ardal",
            "eich ardal",
            "rhanbarth",
            "ble rydych chi'n byw",
            "ardal awdurdod lleol",
        ],
    ),
    (
        Field::Kind,
        &[
            "type of respondent",
            "respondent type",
            "i am responding as",
            "are you responding as",
            "in what capacity are you responding",
            "are you responding on behalf of an organisation",
            "are you responding as an individual or on behalf of an organisation",
            "are you responding as an individual or an organisation",
            "which of these describes you",
            "which best describes you",
            "math o ymatebydd",
            "rwy'n ymateb fel",
            "ydych chi'n ymateb fel",
            "ydych chi'n ymateb ar ran sefydliad",
            "a ydych yn ymateb ar ran sefydliad",
            "a ydych chi'n ymateb ar ran sefydliad",
            "ydych chi'n ymateb fel unigolyn neu ar ran sefydliad",
        ],
    ),
    (
        Field::Other,
        &[
            "address",
            "your address",
            "postal address",
            "postcode",
            "telephone",
            "telephone number",
            "tel",
            "phone",
            "phone number",
            "mobile",
            "contact number",
            "job title",
            "position",
            "role",
            "signed",
            "signature",
            "date",
            "cyfeiriad",
            "cod post",
            "ffôn",
            "rhif ffôn",
            "teitl swydd",
            "swydd",
            "rôl",
            "llofnod",
            "dyddiad",
        ],
    ),
];

/// The field that a label names.
pub(super) fn field(label: &str) -> Option<Field> {
    let folded = fold(label);
    let text = folded.text();
    let text = text.split('(').next().unwrap_or_default();
    let plain = text.trim_matches(|c: char| !c.is_alphanumeric());
    let plain = plain.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ')' || c == ' ');
    LABELS.iter().find(|(_, labels)| labels.contains(&plain)).map(|(field, _)| *field)
}
