//! Easy read forms, filled in by children and young people: JSON Lines.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::answers::open;
use super::bank::{Bank, Tongue};
use super::compose::Composer;
use super::habits::typed;
use super::questions::Asked;
use super::when::received;
use super::who::{Purpose, Stream, Who};
use super::{InventError, Planted, create};

#[derive(Serialize)]
struct Form<'f> {
    id: String,
    received: String,
    age_group: &'f str,
    care_experienced: bool,
    language: &'f str,
    area: &'f str,
    publish: &'f str,
    quote: &'f str,
    /// Whether companies should be stopped from making money from children's care.
    q1: &'f str,
    q2: String,
    q3: String,
    q4: String,
}

/// Writes one form a line.
pub(super) fn easy_read(
    bank: &Bank,
    composer: &Composer<'_>,
    stream: &Stream,
    path: &Path,
) -> Result<Planted, InventError> {
    let mut file = create(path)?;
    let written = |source| InventError::Write { path: path.to_owned(), source };
    let mut planted = Planted::default();
    for index in 0..stream.count {
        let who = Who::draw(bank, stream, index);
        let when = received(index, stream.count, &mut stream.rng(Purpose::When, index));
        planted.count(&who, when.is_late());
        let form = form(bank, composer, &who, stream, index, when.iso());
        serde_json::to_writer(&mut file, &form).map_err(|source| written(source.into()))?;
        file.write_all(b"\n").map_err(written)?;
    }
    file.flush().map_err(written)?;
    Ok(planted)
}

fn form<'f>(
    bank: &'f Bank,
    composer: &Composer<'_>,
    who: &Who<'_>,
    stream: &Stream,
    index: usize,
    received: String,
) -> Form<'f> {
    let mut rng = stream.rng(Purpose::Words, index);
    let rng = &mut rng;
    let welsh = who.tongue == Tongue::Cy;
    let said = |yes: Option<bool>| match (yes, welsh) {
        (None, _) => "",
        (Some(true), false) => "Yes",
        (Some(false), false) => "No",
        (Some(true), true) => "Ydw",
        (Some(false), true) => "Nac ydw",
    };
    let age_group = *rng.pick(&["under 18", "under 18", "under 18", "18 to 25", "18 to 25", "over 25"]);
    let unsure = if welsh { "Ddim yn siŵr" } else { "Not sure" };
    let q1 = match who.stance {
        0 => said(Some(true)),
        1 if rng.chance(0.5) => said(Some(true)),
        2 => said(Some(false)),
        _ => unsure,
    };
    let mut form = Form {
        id: format!("ER-{:05}", index + 1),
        received,
        age_group,
        // The forms went out through groups of care-experienced children and young people.
        care_experienced: true,
        language: if welsh { "Cymraeg" } else { "English" },
        area: if rng.chance(0.05) { "" } else { bank.places.area(who.area, welsh) },
        publish: said(who.consents[0]),
        quote: said(who.consents[2]),
        q1: if who.blank || rng.chance(0.03) { "" } else { q1 },
        q2: String::new(),
        q3: String::new(),
        q4: String::new(),
    };
    if who.blank {
        return form;
    }
    let mut used = Vec::new();
    form.q2 = open(composer, who, Asked::EasyMoney, &mut used, rng);
    form.q3 = open(composer, who, Asked::EasyChange, &mut used, rng);
    form.q4 = open(composer, who, Asked::EasyElse, &mut used, rng);
    if who.worry {
        let worry = composer.aside(who.tongue, "worry_young", rng);
        form.q4 = if form.q4.is_empty() { worry } else { format!("{}\n{worry}", form.q4) };
        form.q4 = typed(&form.q4, &Default::default(), rng);
    }
    form
}
