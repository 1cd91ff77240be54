//! Finding what identifies people in a respondent's words, in English and Welsh, so that it can be blotted out.
//!
//! Patterns and check digits only: names are found after a title, beside kin, or where someone says that it is a name.
//! A name that stands alone is not found, so a person still reads what is to be published.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::model::{Locale, Span};

/// What sort of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedactionKind {
    /// An e-mail address.
    Email,
    /// An address on the web.
    Url,
    /// A name on a social network, `@someone`.
    Handle,
    /// A telephone number.
    Phone,
    /// A National Insurance number.
    NationalInsurance,
    /// An NHS number with a right check digit.
    NhsNumber,
    /// A date that the text calls a date of birth.
    BirthDate,
    /// A house number and street.
    Address,
    /// A postcode in an area that exists.
    Postcode,
    /// The plate of a vehicle.
    Vehicle,
    /// The name of a person.
    Name,
}

impl RedactionKind {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            RedactionKind::Email => "email",
            RedactionKind::Url => "url",
            RedactionKind::Handle => "handle",
            RedactionKind::Phone => "phone",
            RedactionKind::NationalInsurance => "national_insurance",
            RedactionKind::NhsNumber => "nhs_number",
            RedactionKind::BirthDate => "birth_date",
            RedactionKind::Address => "address",
            RedactionKind::Postcode => "postcode",
            RedactionKind::Vehicle => "vehicle",
            RedactionKind::Name => "name",
        }
    }

    /// Whether a text could hold it: most answers have neither figures nor `@`, and the patterns are costly.
    fn could_stand(self, has_digit: bool, has_at: bool) -> bool {
        match self {
            RedactionKind::Email | RedactionKind::Handle => has_at,
            RedactionKind::Url | RedactionKind::Name => true,
            _ => has_digit,
        }
    }

    /// What stands in its place: `[e-mail]`, `[e-bost]`.
    pub fn placeholder(self, locale: Locale) -> String {
        let (en, cy) = match self {
            RedactionKind::Email => ("e-mail", "e-bost"),
            RedactionKind::Url => ("web address", "cyfeiriad gwe"),
            RedactionKind::Handle => ("account name", "enw cyfrif"),
            RedactionKind::Phone => ("phone number", "rhif ffôn"),
            RedactionKind::NationalInsurance => ("National Insurance number", "rhif Yswiriant Gwladol"),
            RedactionKind::NhsNumber => ("NHS number", "rhif GIG"),
            RedactionKind::BirthDate => ("date of birth", "dyddiad geni"),
            RedactionKind::Address => ("address", "cyfeiriad"),
            RedactionKind::Postcode => ("postcode", "cod post"),
            RedactionKind::Vehicle => ("vehicle registration", "rhif cerbyd"),
            RedactionKind::Name => ("name", "enw"),
        };
        match locale {
            Locale::En => format!("[{en}]"),
            Locale::Cy => format!("[{cy}]"),
        }
    }
}

/// One passage to blot out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Redaction {
    /// Where, in bytes of the text.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub kind: RedactionKind,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// Everything found in a text that identifies someone, in order, without overlaps: the surer finding wins, then the
/// longer one.
pub fn redact(text: &str) -> Vec<Redaction> {
    let mut found = Vec::new();
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let has_at = text.contains('@');
    for rule in RULES.iter().filter(|rule| rule.kind.could_stand(has_digit, has_at)) {
        for captures in rule.pattern.captures_iter(text) {
            let Some(what) = captures.name("x").or_else(|| captures.get(0)) else { continue };
            if !(rule.holds)(what.as_str()) {
                continue;
            }
            let words = what.as_str().trim_end_matches([' ', ',', '.', '\n', '\r']);
            let span = Span { start: what.start(), end: what.start() + words.len() };
            if !words.is_empty() {
                found.push(Redaction { span, kind: rule.kind, confidence: rule.confidence });
            }
        }
    }
    found.sort_by(|a, b| {
        b.confidence
            .total_cmp(&a.confidence)
            .then((b.span.end - b.span.start).cmp(&(a.span.end - a.span.start)))
            .then(a.span.start.cmp(&b.span.start))
            .then(a.kind.cmp(&b.kind))
    });
    let mut kept: Vec<Redaction> = Vec::new();
    for one in found {
        if !kept.iter().any(|other| other.span.overlaps(&one.span)) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.span.start);
    kept
}

/// The text with everything found replaced by a word for it, in the language given.
pub fn redacted(text: &str, locale: Locale) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for one in redact(text) {
        out.push_str(&text[from..one.span.start]);
        out.push_str(&one.kind.placeholder(locale));
        from = one.span.end;
    }
    out.push_str(&text[from..]);
    out
}

struct Rule {
    kind: RedactionKind,
    confidence: f32,
    pattern: Regex,
    holds: fn(&str) -> bool,
}

/// A word of a person's name, or an initial.
const NAME: &str = r"(?:\p{Lu}[\p{Ll}’'\-]+(?:[’'\-]?\p{Lu}\p{Ll}+)?|\p{Lu}\.)";
/// Small words inside Welsh and other names.
const JOIN: &str = r"(?:\s+(?:ap|ab|ferch|ach|de|van|von|y|yr))?";
const MONTHS: &str = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|\
    [IMCERGAHTM][a-z]*?(?:onawr|hwefror|awrth|brill|ai|ehefin|orffennaf|wst|edi|ydref|achwedd|hagfyr)";

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let date = format!(
        r"(?:\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?\s+(?:of\s+|o\s+)?(?:{MONTHS}),?\s+\d{{4}}|(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})"
    );
    let full = format!(r"(?P<x>{NAME}(?:{JOIN}\s+{NAME}){{0,3}})");
    let short = format!(r"(?P<x>{NAME}(?:{JOIN}\s+{NAME}){{0,1}})");
    let rule = |kind, confidence, pattern: String, holds: fn(&str) -> bool| Rule {
        kind,
        confidence,
        pattern: Regex::new(&pattern).expect("a pattern of ours, compiled by every test"),
        holds,
    };
    use RedactionKind as K;
    vec![
        rule(K::Email, 0.99, r"[\w.+'’\-]*[\w+\-]@[\w\-]+(?:\.[\w\-]+)+".into(), anything),
        rule(K::Url, 0.98, r#"(?i)\b(?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]]"#.into(), anything),
        rule(K::Url, 0.8, r"(?i)\b[a-z0-9][a-z0-9\-]*\.(?:com|org|net|wales|cymru|co\.uk|org\.uk|gov\.uk|ac\.uk)\b(?:/[^\s<>]*)?".into(), anything),
        rule(K::Handle, 0.85, r"(?:^|[\s(:])(?P<x>@[A-Za-z0-9_]{2,30})\b".into(), anything),
        rule(K::NationalInsurance, 0.97, r"(?i)\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b".into(), is_national_insurance),
        rule(K::NhsNumber, 0.95, r"\b\d{3}[ \-]?\d{3}[ \-]?\d{4}\b".into(), is_nhs_number),
        rule(K::Phone, 0.93, r"(?:\+44|\b0044)\s?(?:\(0\)\s?)?(?:\d[\s\-]?){8,10}\d\b".into(), anything),
        rule(K::Phone, 0.92, r"(?:\(0\d{2,5}\)|\b0\d{2,5})(?:[\s\-]?\d){5,9}\b".into(), is_uk_phone),
        rule(K::Phone, 0.9, r"\+\d{1,3}[\s.\-]?(?:\(\d{1,4}\)[\s.\-]?)?(?:\d[\s.\-]?){6,12}\d\b".into(), anything),
        rule(K::Phone, 0.75, r"(?:\(\d{3}\)\s?|\b\d{3}[.\-])\d{3}[.\-]\d{4}(?:\s?x\d{1,6})?\b".into(), anything),
                // Numbers written in no British way, where the words beside them say what they are.
        rule(
            K::Phone,
            0.7,
            r"(?i)\b(?:phone|telephone|tel|mobile|call|ring|text|whatsapp|ffôn|ffon|ffoniwch|symudol)\b\W*(?:\p{L}+\W+){0,4}?(?P<x>[+(]?\d[\d ().\-]{6,18}\d)\b".into(),
            is_phone_of_any_land,
        ),
rule(K::BirthDate, 0.95, format!(r"(?i)\b(?:born|d\.?\s?o\.?\s?b\.?|date of birth|birthday|ganwyd|ganed|dyddiad geni|ph?en-?blwydd)\b\W*(?:\w+\W+){{0,4}}?(?P<x>{date})"), anything),
        rule(K::Address, 0.9, format!(r"\b(?:(?:[Ff]lat|[Uu]nit|[Aa]partment|[Ff]flat)\s+\w{{1,4}},?\s+)?\d{{1,4}}[A-Za-z]?,?\s+(?:{NAME}\s+){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Place|Court|Gardens|Way|Grove|Hill|Square|Row|Park|View|Mews|Parade|Walk|Rise)\b"), anything),
        rule(K::Address, 0.9, r"\b(?:(?:[Ff]flat|[Uu]ned|[Ff]lat)\s+\w{1,4},?\s+)?\d{1,4}[A-Za-z]?,?\s+(?:Heol|Stryd|Ffordd|Lôn|Maes|Clos|Rhodfa|Teras|Cilgant|Stad|Parc|Gerddi|Rhes|Llys|Pen|Bryn|Tan|Cae)(?:[\s\-](?:y|yr|Y|Yr|'r|’r|\p{Lu}[\p{L}’'\-]*)){1,4}".into(), anything),
        rule(K::Postcode, 0.95, r"\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b".into(), is_postcode),
        rule(K::Vehicle, 0.85, r"\b[A-HJ-PR-Y][A-HJ-PR-Y]\d{2} ?[A-HJ-PR-Z]{3}\b".into(), anything),
        rule(K::Vehicle, 0.9, r"(?i)\b(?:registration|reg|number plate|plate|rhif cofrestru|plât)\W{1,3}(?:\w+\W+){0,2}?(?P<x>(?-i:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]|[A-Z]{1,3} ?\d{1,4}))\b".into(), anything),
        rule(K::Name, 0.9, format!(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd|Reverend|Cllr|Councillor|Judge|Nurse|Uncle|Auntie|Aunty|Aunt|Nanny|Nain|Taid|Mam-gu|Tad-cu|Wncwl|Yncl|Anti|Modryb|Ewythr|Mistar|Cyng|Cynghorydd|Y Parch|Parch|Parchedig|Athro|Barnwr|Nyrs|Meddyg)\b\.?\s+{full}"), is_name),
        rule(K::Name, 0.88, format!(r"(?i:\b(?:my|our|his|her|their|your)\s+(?:\w+\s+){{0,2}}?(?:son|daughter|brother|sister|mum|mam|mother|dad|father|husband|wife|partner|child|boy|girl|baby|nephew|niece|cousin|uncle|aunt|auntie|nan|gran|grandmother|grandfather|grandson|granddaughter|stepson|stepdaughter|friend|foster (?:carer|mum|dad|mother|father|son|daughter|child|brother|sister)|social worker|key ?worker|support worker|manager|teacher)(?:\s+(?:is\s+)?(?:called|named)|,)?\s+){short}"), is_name),
        rule(K::Name, 0.88, format!(r"(?i:\b(?:fy|ein|eich|ei|eu|’n|'n)\s+(?:mab|fab|merch|ferch|mrawd|brawd|frawd|chwaer|mam|fam|nhad|tad|dad|ngŵr|ngwr|gŵr|ngwraig|gwraig|wraig|mhartner|partner|bartner|mhlentyn|plentyn|blentyn|nai|nith|nghefnder|cefnder|nghyfnither|cyfnither|ewythr|modryb|nain|nhaid|taid|mam-gu|nhad-cu|ŵyr|wyres|ffrind|llysfab|llysferch|ngofalwr maeth|ngofalwraig maeth|ngweithiwr cymdeithasol|gweithiwr cymdeithasol|ngweithwraig gymdeithasol|athro|athrawes)(?:\s+(?:i|ni|o|hi|nhw))?(?:\s+o[’']r enw|,)?\s+){short}"), is_name),
        rule(K::Name, 0.9, format!(r"(?i:\b(?:my name is|my name’s|my name's|i am called|fy enw i yw|fy enw yw|enw fi yw|f[’']enw i yw)\s+){full}"), is_name),
        rule(K::Name, 0.8, format!(r"(?i:\b(?:boy|girl|child|baby|lad|man|woman|person|lady|son|daughter|brother|sister)\s+(?:called|named)\s+|\b(?:bachgen|merch|plentyn|babi|mab|brawd|chwaer|dyn|menyw|person)\s+o[’']r enw\s+){short}"), is_name),
        rule(K::Name, 0.75, format!(r"(?i:\b(?:kind regards|best regards|regards|best wishes|yours sincerely|yours faithfully|many thanks|cofion gorau|cofion|yn gywir|yr eiddoch yn gywir|dymuniadau gorau|diolch yn fawr|diolch),?)[ \t]*(?:\r?\n\s*){full}"), is_name),
    ]
});

fn anything(_: &str) -> bool {
    true
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// UK numbers have ten or eleven digits with their leading nought.
fn is_uk_phone(text: &str) -> bool {
    (10..=11).contains(&digits(text).len())
}

/// E.164 allows fifteen digits; under seven is more likely a year or a price.
fn is_phone_of_any_land(text: &str) -> bool {
    (7..=15).contains(&digits(text).len())
}

/// Modulus 11 over the first nine digits (NHS Data Dictionary, NHS number).
fn is_nhs_number(text: &str) -> bool {
    let digits = digits(text);
    if digits.len() != 10 || digits.iter().all(|d| *d == digits[0]) {
        return false;
    }
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        check => check,
    };
    check == digits[9]
}

/// Prefixes that are never given out (HMRC, National Insurance Manual, NIM39110).
fn is_national_insurance(text: &str) -> bool {
    let prefix = text[..2].to_uppercase();
    !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix.as_str())
}

/// Postcode areas in use (Royal Mail), with the Crown dependencies'.
const AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N \
    NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR \
    TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

fn is_postcode(text: &str) -> bool {
    let area: String = text.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_uppercase();
    AREAS.contains(&format!(" {area} "))
}

/// Words with a capital that follow kin or a title and are no name.
const NO_NAMES: [&str; 34] = [
    "I",
    "I’m",
    "I'm",
    "I’ve",
    "I've",
    "A",
    "The",
    "In",
    "Is",
    "Was",
    "And",
    "But",
    "We",
    "He",
    "She",
    "They",
    "It",
    "My",
    "At",
    "On",
    "Welsh",
    "English",
    "Wales",
    "England",
    "Government",
    "Council",
    "Roedd",
    "Mae",
    "Yn",
    "Ac",
    "Ond",
    "Cymru",
    "Yr",
    "Y",
];

fn is_name(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',']);
    !NO_NAMES.contains(&first)
}
