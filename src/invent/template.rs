//! Sentences with choices in them: `{many|most} children, <3-9> of them`.

use super::places::Places;
use super::rng::Rng;

/// A sentence with choices and gaps, ready to be written out.
///
/// `{a|b|c}` is one of several wordings and may hold others within; `<3-12>` is a whole number or a year, `<500-900/50>`
/// one in steps of 50 and written with a comma in thousands; `<place>`, `<person>`, `<phone>`, `<mobile>` and `<email>` are invented.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Text(Box<str>),
    Either(Vec<Template>),
    Number { low: usize, high: usize, step: usize },
    Gap(Gap),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Gap {
    Place,
    Person,
    Phone,
    Mobile,
    Email,
}

impl Template {
    /// Reads a sentence of the bank. The error is the reason in words.
    pub(super) fn read(text: &str) -> Result<Template, String> {
        let mut rest = text;
        let template = sequence(&mut rest, false)?;
        if rest.is_empty() { Ok(template) } else { Err(format!("`{rest}` closes what was not opened")) }
    }

    /// Writes one wording of the sentence to the end of `out`.
    pub(super) fn write(&self, rng: &mut Rng, places: &Places, out: &mut String) {
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Either(options) => options[rng.below(options.len())].write(rng, places, out),
                Part::Number { low, high, step: 1 } => out.push_str(&rng.between(*low, *high).to_string()),
                Part::Number { low, high, step } => number(low + step * rng.below((high - low) / step + 1), out),
                Part::Gap(Gap::Place) => places.place(rng.below(usize::MAX >> 33), out),
                Part::Gap(Gap::Person) => out.push_str(&places.person(rng)),
                Part::Gap(Gap::Phone) => {
                    out.push_str("01632 960");
                    digits(rng.below(1000), out);
                }
                Part::Gap(Gap::Mobile) => {
                    out.push_str("07700 900");
                    digits(rng.below(1000), out);
                }
                Part::Gap(Gap::Email) => out.push_str(&places.email(rng)),
            }
        }
    }

    /// In how many ways the sentence can be written, gaps for names and numbers counted once.
    #[cfg(test)]
    pub(super) fn wordings(&self) -> usize {
        self.0
            .iter()
            .map(|part| match part {
                Part::Either(options) => options.iter().map(Template::wordings).sum(),
                _ => 1,
            })
            .product()
    }
}

/// Three digits. The ranges 01632 960000 to 960999 and 07700 900000 to 900999 are kept for drama by Ofcom and reach nobody.
fn digits(n: usize, out: &mut String) {
    for place in [100, 10, 1] {
        out.push(char::from(b'0' + (n / place % 10) as u8));
    }
}

fn number(n: usize, out: &mut String) {
    if n >= 1000 {
        number(n / 1000, out);
        out.push(',');
        digits(n % 1000, out);
    } else {
        out.push_str(&n.to_string());
    }
}

fn sequence(rest: &mut &str, within: bool) -> Result<Template, String> {
    let mut parts = Vec::new();
    loop {
        let special = rest.find(['{', '|', '}', '<']).unwrap_or(rest.len());
        let (text, after) = rest.split_at(special);
        if !text.is_empty() {
            parts.push(Part::Text(text.into()));
        }
        *rest = after;
        match after.as_bytes().first() {
            None if within => return Err("a `{` is never closed".to_owned()),
            None => return Ok(Template(parts)),
            Some(b'{') => {
                *rest = &after[1..];
                parts.push(either(rest)?);
            }
            Some(b'<') => {
                let (name, after) = after[1..].split_once('>').ok_or("a `<` is never closed")?;
                parts.push(gap(name)?);
                *rest = after;
            }
            Some(_) if within => return Ok(Template(parts)),
            Some(_) => return Err(format!("`{after}` stands outside braces")),
        }
    }
}

fn either(rest: &mut &str) -> Result<Part, String> {
    let mut options = Vec::new();
    loop {
        options.push(sequence(rest, true)?);
        let closed = rest.starts_with('}');
        *rest = &rest[1..];
        if closed {
            return Ok(Part::Either(options));
        }
    }
}

fn gap(name: &str) -> Result<Part, String> {
    Ok(match name {
        "place" => Part::Gap(Gap::Place),
        "person" => Part::Gap(Gap::Person),
        "phone" => Part::Gap(Gap::Phone),
        "mobile" => Part::Gap(Gap::Mobile),
        "email" => Part::Gap(Gap::Email),
        _ => {
            let (range, step) = name.split_once('/').unwrap_or((name, "1"));
            let (low, high) = range.split_once('-').ok_or_else(|| format!("`<{name}>` is no gap we know"))?;
            let read = |n: &str| n.parse::<usize>().map_err(|_| format!("`<{name}>` is no range of numbers"));
            let (low, high, step) = (read(low)?, read(high)?, read(step)?);
            if low > high || step == 0 {
                return Err(format!("`<{name}>` is empty"));
            }
            Part::Number { low, high, step }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let places = Places::load().expect("the bank of places is sound");
        let mut out = String::new();
        Template::read(text).unwrap().write(&mut Rng::new(1, 2, 3), &places, &mut out);
        out
    }

    #[test]
    fn a_choice_is_one_of_its_wordings() {
        assert!(["tŷ bach", "tŷ mawr 🏠"].contains(&said("tŷ {bach|mawr 🏠}").as_str()));
        assert_eq!(said(""), "");
        assert_eq!(Template::read("{a|b {c|d}} {e|f}").unwrap().wordings(), 6);
    }

    #[test]
    fn a_number_keeps_to_its_range_and_step() {
        assert!(["5,000", "5,500"].contains(&said("<5000-5500/500>").as_str()));
        assert_eq!(said("<2022-2022>"), "2022");
        assert!(said("<phone>").starts_with("01632 960"));
    }

    #[test]
    fn a_brace_left_open_is_refused_with_a_reason() {
        for wrong in ["{a|b", "a}", "<where>", "<9-3>", "a|b", "<3-4"] {
            assert!(Template::read(wrong).is_err(), "{wrong}");
        }
    }
}
