//! The summary of responses: chapters 1 to 13 and annexes A to E, one file for each group of chapters.

mod annexes;
mod executive;
mod front;
mod method;
mod overview;
mod questions;
mod voices;
mod writer;

use crate::model::Locale;

use super::document::{Document, Edition};
use super::material::Material;
use super::phrase::plain;
use writer::Writer;

/// The summary of responses in one language. Chapters that officials write are left as marked boxes.
pub fn summary(material: &Material, locale: Locale) -> Document {
    let mut writer = Writer::new(material, locale);
    front::facts(&mut writer);
    front::foreword(&mut writer);
    executive::chapter(&mut writer);
    front::introduction(&mut writer);
    overview::engagement(&mut writer);
    method::chapter(&mut writer);
    overview::chapter(&mut writer);
    overview::campaigns(&mut writer);
    questions::chapter(&mut writer);
    voices::chapter(&mut writer);
    questions::welsh_language(&mut writer);
    voices::impacts(&mut writer);
    questions::other_comments(&mut writer);
    annexes::next_steps(&mut writer);
    annexes::respondents(&mut writer);
    annexes::questions(&mut writer);
    annexes::frame(&mut writer);
    annexes::data(&mut writer);
    annexes::glossary(&mut writer);

    let other = Locale::BOTH.into_iter().find(|other| {
        let languages = &material.consultation.languages;
        *other != locale && (languages.is_empty() || languages.contains(other))
    });
    let title = material.consultation.title.get(locale);
    Document {
        title: if title.is_empty() { material.consultation.name.clone() } else { title.to_owned() },
        kind: plain(locale, "kind-summary", &[]),
        locale,
        draft: !material.cleared_by_officials,
        invented: material.consultation.invented,
        consultation: material.consultation.name.clone(),
        other: other.map(|locale| Edition { locale, stem: format!("summary.{}", locale.tag()) }),
        blocks: writer.finish(),
    }
}
