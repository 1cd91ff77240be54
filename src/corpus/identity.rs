//! Who an item is from and what it says, made alike so that two can be compared.

use std::borrow::Cow;

use super::records::{ItemContent, NewAnswer};
use crate::model::{Language, Respondent, SetAside};

/// The options chosen, a line each.
pub(super) fn chosen(answer: &NewAnswer) -> Cow<'_, str> {
    match &answer.chosen[..] {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(only),
        several => Cow::Owned(several.join("\n")),
    }
}

/// What people write where a name was asked for and they have none to give.
const NO_NAME: [&str; 24] = [
    "anonymous",
    "anon",
    "anonymous anonymous",
    "anonymous commenter",
    "none",
    "none none",
    "n/a",
    "n/a n/a",
    "na",
    "nil",
    "-",
    "self",
    "individual",
    "personal",
    "private",
    "private individual",
    "private citizen",
    "unknown",
    "not applicable",
    "no",
    "dienw",
    "amherthnasol",
    "unigolyn",
    "dim",
];

/// A name or address as it is compared; empty when it names nobody.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        if word.is_ascii() {
            plain.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            plain.push_str(&word.to_lowercase());
        }
    }
    if NO_NAME.contains(&plain.as_str()) { String::new() } else { plain }
}

/// Who an item is from, so that two can be compared: an organisation by its name, a person by address, else by name.
pub(super) fn identity(who: &Respondent) -> String {
    let (organisation, email, name) = (plain(&who.organisation), plain(&who.email), plain(&who.name));
    if !organisation.is_empty() {
        format!("o:{organisation}")
    } else if email.contains('@') {
        format!("e:{email}")
    } else if name.is_empty() {
        String::new()
    } else {
        format!("n:{name}")
    }
}

/// Sixteen bytes of BLAKE3 over everything that was understood of an item, each part closed by its length.
pub(super) fn content_hash(item: &ItemContent) -> Vec<u8> {
    let who = &item.respondent;
    let yes = |given: bool| if given { "yes" } else { "no" };
    let mut hash = Hash::default();
    for part in [&who.kind, &who.name, &who.organisation, &who.email, &who.area, &item.received, &item.channel] {
        hash.part(part);
    }
    for given in [who.consents.publish, who.consents.name, who.consents.quote, who.consents.contact] {
        hash.part(yes(given));
    }
    hash.part(item.prior.map_or("", Language::as_str));
    hash.part(item.set_aside.map_or("", SetAside::as_str));
    item.answers.iter().for_each(|answer| hash.answer(answer));
    hash.short()
}

/// The same of what is said alone: two messages with the same words may repeat different earlier ones.
pub(super) fn words_hash(item: &ItemContent) -> Vec<u8> {
    let mut hash = Hash::default();
    item.answers.iter().filter(|answer| answer.substance.is_said()).for_each(|answer| hash.answer(answer));
    hash.short()
}

/// Hashes parts; small ones are gathered, since a call of the hasher costs more than their bytes.
#[derive(Default)]
struct Hash {
    hasher: blake3::Hasher,
    gathered: Vec<u8>,
}

/// Bytes gathered before they are hashed.
const GATHERED: usize = 4096;

impl Hash {
    fn part(&mut self, part: &str) {
        if self.gathered.len() + part.len() > GATHERED {
            self.hasher.update(&self.gathered);
            self.gathered.clear();
        }
        if part.len() > GATHERED {
            self.hasher.update(part.as_bytes());
        } else {
            self.gathered.extend_from_slice(part.as_bytes());
        }
        self.gathered.extend_from_slice(&(part.len() as u64).to_le_bytes());
    }

    fn answer(&mut self, answer: &NewAnswer) {
        self.part(&answer.question);
        self.part(&answer.text);
        self.part(&chosen(answer));
        self.part(answer.substance.as_str());
    }

    fn short(mut self) -> Vec<u8> {
        self.hasher.update(&self.gathered);
        self.hasher.finalize().as_bytes()[..16].to_vec()
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
