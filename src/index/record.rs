//! A passage as it lies in the index: its fields one after another, without their names.
//!
//! Numbers are written in sevens of bits, low ones first (LEB128); a text is its length and its bytes. What changes here
//! goes with a new version of the index.

use super::Passage;
use crate::model::{Detected, Language, LanguageSpan, Place, Span, Stance};

const LANGUAGES: [Language; 5] = [Language::En, Language::Cy, Language::Mixed, Language::Other, Language::Unknown];

/// Writes a passage behind what is there.
pub(super) fn write(passage: &Passage, out: &mut Vec<u8>) {
    // Named one by one, so that a field that is added cannot be forgotten here.
    let Passage {
        key,
        reference,
        question,
        text,
        language: Detected { language, confidence, spans },
        themes,
        above,
        stance,
        kind,
        organisation,
        area,
        channel,
        campaign,
        received,
        quotable,
        event,
        publish,
        guarded,
        place: Place { file, place },
    } = passage;
    let yes_or_no = [*quotable, *event, campaign.is_some(), *publish, *guarded];
    let flags = yes_or_no.iter().rev().fold(0, |flags, yes| flags << 1 | u64::from(*yes));
    out.extend_from_slice(&key.to_le_bytes());
    number(flags, out);
    if let Some(campaign) = campaign {
        number((*campaign).into(), out);
    }
    number(stance.map_or(0, |stance| 1 + position(&Stance::ALL, stance)), out);
    number(position(&LANGUAGES, *language), out);
    out.extend_from_slice(&confidence.to_le_bytes());
    number(spans.len() as u64, out);
    for span in spans {
        number(span.span.start as u64, out);
        number(span.span.end as u64, out);
        number(position(&LANGUAGES, span.language), out);
    }
    for list in [themes, above] {
        number(list.len() as u64, out);
        list.iter().for_each(|code| words(code, out));
    }
    for one in [reference, question, kind, organisation, area, channel, received, file, place, text] {
        words(one, out);
    }
}

/// Reads a passage; `None` when the bytes are none.
pub(super) fn read(bytes: &[u8]) -> Option<Passage> {
    let mut rest = Rest(bytes);
    let key = i64::from_le_bytes(rest.take()?);
    let flags = rest.number()?;
    let campaign = if flags & 4 == 0 { None } else { Some(u32::try_from(rest.number()?).ok()?) };
    let stance = match rest.number()? {
        0 => None,
        n => Some(*Stance::ALL.get(usize::try_from(n - 1).ok()?)?),
    };
    let language = rest.language()?;
    let confidence = f32::from_le_bytes(rest.take()?);
    let count = rest.number()?;
    let spans = (0..count).map(|_| rest.span()).collect::<Option<_>>()?;
    let themes = rest.list()?;
    let above = rest.list()?;
    let mut words = || rest.words();
    let (reference, question, kind, organisation) = (words()?, words()?, words()?, words()?);
    let (area, channel, received, file, place, text) = (words()?, words()?, words()?, words()?, words()?, words()?);
    Some(Passage {
        key,
        reference,
        question,
        text,
        language: Detected { language, confidence, spans },
        themes,
        above,
        stance,
        kind,
        organisation,
        area,
        channel,
        campaign,
        received,
        quotable: flags & 1 != 0,
        event: flags & 2 != 0,
        publish: flags & 8 != 0,
        guarded: flags & 16 != 0,
        place: Place { file, place },
    })
}

fn position<T: PartialEq>(all: &[T], one: T) -> u64 {
    all.iter().position(|other| *other == one).unwrap_or(0) as u64
}

fn number(mut number: u64, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn words(text: &str, out: &mut Vec<u8>) {
    number(text.len() as u64, out);
    out.extend_from_slice(text.as_bytes());
}

/// What is still to be read.
struct Rest<'b>(&'b [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let [byte] = self.take()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn words(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(taken.to_vec()).ok()
    }

    fn list(&mut self) -> Option<Vec<String>> {
        let count = self.number()?;
        (0..count).map(|_| self.words()).collect()
    }

    fn language(&mut self) -> Option<Language> {
        LANGUAGES.get(usize::try_from(self.number()?).ok()?).copied()
    }

    fn span(&mut self) -> Option<LanguageSpan> {
        let (start, end) = (usize::try_from(self.number()?).ok()?, usize::try_from(self.number()?).ok()?);
        Some(LanguageSpan { span: Span { start, end }, language: self.language()? })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_passage_comes_back_as_it_was(
            (key, text, place) in (any::<i64>(), "\\PC{0,300}", "[a-z0-9 ŵ🙂]{0,20}"),
            (campaign, received) in (any::<Option<u32>>(), "[0-9-]{0,10}"),
            (themes, above) in (prop::collection::vec("[A-Z0-9.]{0,6}", 0..5), prop::collection::vec("\\PC{0,3}", 0..3)),
            (stance, language) in (0..5_usize, 0..5_usize),
            (quotable, event, confidence) in (any::<bool>(), any::<bool>(), 0.0..1.0_f32),
            (publish, guarded) in (any::<bool>(), any::<bool>()),
        ) {
            let span = Span { start: text.len() / 2, end: text.len() };
            let passage = Passage {
                key, themes, above, campaign, received, quotable, event, publish, guarded,
                reference: "R-00042".to_owned(),
                question: "1.6".to_owned(),
                language: Detected {
                    language: LANGUAGES[language],
                    confidence,
                    spans: vec![LanguageSpan { span, language: Language::Cy }; stance],
                },
                stance: Stance::ALL.get(stance).copied(),
                kind: "individual".to_owned(),
                organisation: place.clone(),
                area: "W06000001".to_owned(),
                channel: "form".to_owned(),
                place: Place { file: text.clone(), place },
                text,
            };
            let mut bytes = vec![0xff];
            write(&passage, &mut bytes);
            prop_assert_eq!(read(&bytes[1..]), Some(passage));
            // What is cut short is nothing.
            prop_assert_eq!(read(&bytes[1..bytes.len() - 1]).filter(|_| bytes.len() > 2), None);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
