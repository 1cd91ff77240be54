//! Kinds of respondent and areas, drafted from the values of their columns.

use super::columns::Values;
use super::scales::slug;
use super::wordings::{has, words};
use crate::model::{Bilingual, RespondentType};

/// Kinds that consultations name, with their Welsh: code, English, Welsh, other wordings, an organisation.
const KINDS: [(&str, &str, &str, &[&str], bool); 16] = [
    (
        "individual",
        "individual",
        "unigolyn",
        &[
            "an individual",
            "as an individual",
            "individuals",
            "fel unigolyn",
            "personal capacity",
            "in a personal capacity",
            "myself",
        ],
        false,
    ),
    (
        "organisation",
        "organisation",
        "sefydliad",
        &[
            "an organisation",
            "organization",
            "on behalf of an organisation",
            "as an organisation",
            "ar ran sefydliad",
            "fel sefydliad",
        ],
        true,
    ),
    ("public", "member of the public", "aelod o'r cyhoedd", &["general public", "public", "y cyhoedd"], false),
    (
        "local-authority",
        "local authority",
        "awdurdod lleol",
        &["council", "local council", "cyngor", "local government", "llywodraeth leol"],
        true,
    ),
    ("health-board", "health board", "bwrdd iechyd", &["nhs", "nhs body"], true),
    (
        "charity",
        "charity",
        "elusen",
        &[
            "charity or voluntary organisation",
            "voluntary sector",
            "third sector",
            "trydydd sector",
            "third sector organisation",
        ],
        true,
    ),
    (
        "business",
        "business",
        "busnes",
        &["company", "cwmni", "private sector", "a business", "business or company"],
        true,
    ),
    ("provider", "provider", "darparwr", &["service provider", "darparwr gwasanaeth"], true),
    ("trade-union", "trade union", "undeb llafur", &["union", "undeb"], true),
    (
        "public-body",
        "public body",
        "corff cyhoeddus",
        &["public sector", "public sector body", "sector cyhoeddus"],
        true,
    ),
    (
        "professional-body",
        "professional body",
        "corff proffesiynol",
        &["representative body", "corff cynrychioliadol"],
        true,
    ),
    (
        "community-council",
        "town or community council",
        "cyngor tref neu gymuned",
        &["community council", "town council", "parish council", "cyngor cymuned"],
        true,
    ),
    ("academic", "academic", "academydd", &["academic or researcher", "researcher"], false),
    (
        "young-person",
        "young person",
        "person ifanc",
        &["child or young person", "plentyn neu berson ifanc", "child", "plentyn"],
        false,
    ),
    ("parent", "parent or carer", "rhiant neu ofalwr", &["parent", "rhiant", "carer", "gofalwr"], false),
    ("other", "other", "arall", &["other (please specify)", "arall (nodwch)"], false),
];

/// Adds the kinds that a column's values name. A column that asks whether somebody writes for an organisation has yes and
/// no for them.
pub(super) fn kinds(types: &mut Vec<RespondentType>, values: &Values) {
    for value in values.counts.keys() {
        let said = words(value);
        let known = match said.trim() {
            "yes" | "ydw" | "ydyn" | "ie" => Some(&KINDS[1]),
            "no" | "nac ydw" | "nac ydyn" | "na" => Some(&KINDS[0]),
            said => KINDS.iter().find(|(_, en, cy, also, _)| {
                said == words(en).trim()
                    || said == words(cy).trim()
                    || also.iter().any(|other| said == words(other).trim())
            }),
        };
        let (code, label, organisation) = match known {
            Some((code, en, cy, _, organisation)) => {
                ((*code).to_owned(), Bilingual { en: (*en).to_owned(), cy: (*cy).to_owned() }, *organisation)
            }
            None => (slug(value, types.len()), both(value), is_organisation(&said)),
        };
        let is_also = words(&label.en) != said && words(&label.cy) != said;
        match types.iter_mut().find(|kind| kind.code == code) {
            Some(kind) => {
                if is_also && !kind.also.contains(value) {
                    kind.also.push(value.clone());
                }
            }
            None => {
                let young =
                    has(&said, "young person, young people, child, under 18, plentyn, person ifanc, pobl ifanc")
                        && !organisation
                        && !has(&said, "parent, carer, rhiant, gofalwr, of a child, organisation");
                let also = if is_also { vec![value.clone()] } else { Vec::new() };
                types.push(RespondentType { code, label, organisation, young, also });
            }
        }
    }
}

fn both(value: &str) -> Bilingual {
    let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
    Bilingual { en: words.clone(), cy: words }
}

/// Whether a kind sounds like an organisation. "An individual, not for an organisation" is a person.
fn is_organisation(said: &str) -> bool {
    let is_person = has(
        said,
        "individual, unigolyn, personal, member of the public, aelod o'r cyhoedd, resident, preswylydd, \
             employee of, i work, works, worker, someone who, person",
    );
    !is_person
        && has(
            said,
            "organisation, organization, sefydliad, council, cyngor, authority, awdurdod, charity, elusen, \
             provider, darparwr, company, cwmni, body, corff, gorff, union, undeb, on behalf of, ar ran, \
             board, bwrdd, business, busnes, agency, asiantaeth, sector, group, grŵp, association, \
             cymdeithas, society, trust, ymddiriedolaeth, university, prifysgol, school, ysgol, government, \
             llywodraeth, commissioner, regulator, partnership, partneriaeth, network, supplier, consultancy, \
             ngo, nhs, institution, federation, developer, landlord, operator, manufacturer, industry, firm",
        )
}

/// Most different areas that are listed in the settings.
pub(super) const MOST_AREAS: usize = 40;

/// Areas of Wales in both languages.
const AREAS: [(&str, &str); 36] = [
    ("Blaenau Gwent", "Blaenau Gwent"),
    ("Bridgend", "Pen-y-bont ar Ogwr"),
    ("Caerphilly", "Caerffili"),
    ("Cardiff", "Caerdydd"),
    ("Carmarthenshire", "Sir Gaerfyrddin"),
    ("Ceredigion", "Ceredigion"),
    ("Conwy", "Conwy"),
    ("Denbighshire", "Sir Ddinbych"),
    ("Flintshire", "Sir y Fflint"),
    ("Gwynedd", "Gwynedd"),
    ("Isle of Anglesey", "Ynys Môn"),
    ("Anglesey", "Ynys Môn"),
    ("Merthyr Tydfil", "Merthyr Tudful"),
    ("Monmouthshire", "Sir Fynwy"),
    ("Neath Port Talbot", "Castell-nedd Port Talbot"),
    ("Newport", "Casnewydd"),
    ("Pembrokeshire", "Sir Benfro"),
    ("Powys", "Powys"),
    ("Rhondda Cynon Taf", "Rhondda Cynon Taf"),
    ("Swansea", "Abertawe"),
    ("Torfaen", "Torfaen"),
    ("Vale of Glamorgan", "Bro Morgannwg"),
    ("The Vale of Glamorgan", "Bro Morgannwg"),
    ("Wrexham", "Wrecsam"),
    ("North Wales", "Gogledd Cymru"),
    ("Mid Wales", "Canolbarth Cymru"),
    ("West Wales", "Gorllewin Cymru"),
    ("South Wales", "De Cymru"),
    ("South West Wales", "De-orllewin Cymru"),
    ("South East Wales", "De-ddwyrain Cymru"),
    ("Central South Wales", "Canol De Cymru"),
    ("All of Wales", "Cymru gyfan"),
    ("Wales", "Cymru"),
    ("England", "Lloegr"),
    ("Outside Wales", "Y tu allan i Gymru"),
    ("Scotland", "Yr Alban"),
];

/// Adds the areas that a column's values name, when they are few.
pub(super) fn areas(areas: &mut Vec<Bilingual>, values: &Values) {
    if values.different() > MOST_AREAS {
        return;
    }
    for value in values.counts.keys() {
        let said = words(value);
        let known = AREAS.iter().find(|(en, cy)| words(en) == said || words(cy) == said);
        let area =
            known.map_or_else(|| both(value), |(en, cy)| Bilingual { en: (*en).to_owned(), cy: (*cy).to_owned() });
        let is_same = |a: &str, b: &str| words(a) == words(b);
        if !areas.iter().any(|other| is_same(&other.en, &area.en) || is_same(&other.cy, &area.cy)) {
            areas.push(area);
        }
    }
}
