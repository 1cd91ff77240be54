//! Our own words in both languages: Fluent files under `en/` and `cy/`, with the plural forms of each.
//!
//! Every message stands in both languages under the same id with the same arguments; `tests/suite/locale.rs`
//! fails when one is missing. Dates, numbers and lists are written by [`date`] and [`list`] and by Fluent itself.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::model::Locale;

/// The files of messages, English and Welsh, by the room that says them.
pub const FILES: [(&str, &str, &str); 6] = [
    ("care", include_str!("en/care.ftl"), include_str!("cy/care.ftl")),
    ("cli", include_str!("en/cli.ftl"), include_str!("cy/cli.ftl")),
    ("frame", include_str!("en/frame.ftl"), include_str!("cy/frame.ftl")),
    ("lexicon", include_str!("en/lexicon.ftl"), include_str!("cy/lexicon.ftl")),
    ("search", include_str!("en/search.ftl"), include_str!("cy/search.ftl")),
    ("report", include_str!("en/report.ftl"), include_str!("cy/report.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::En));
static CY: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Cy));

/// A value within a message.
pub type Value<'v> = FluentValue<'v>;

/// A message without arguments.
pub fn say(locale: Locale, id: &str) -> String {
    say_with(locale, id, &[])
}

/// A message with its arguments: `say_with(locale, "responses", &[("n", 3.into())])`.
///
/// # Panics
/// When the message does not exist: its id is ours, and a test asks for every one.
pub fn say_with(locale: Locale, id: &str, args: &[(&str, Value<'_>)]) -> String {
    let bundle: &Bundle = match locale {
        Locale::En => &EN,
        Locale::Cy => &CY,
    };
    let mut named = FluentArgs::new();
    for (name, value) in args {
        named.set(Cow::Borrowed(*name), value.clone());
    }
    let pattern = bundle.get_message(id).and_then(|message| message.value());
    let Some(pattern) = pattern else { panic!("no message `{id}` in {}", locale.tag()) };
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&named), &mut errors);
    assert!(errors.is_empty(), "message `{id}` in {}: {errors:?}", locale.tag());
    said.into_owned()
}

/// Whether there is such a message, for callers that can do without.
pub fn has(locale: Locale, id: &str) -> bool {
    match locale {
        Locale::En => EN.has_message(id),
        Locale::Cy => CY.has_message(id),
    }
}

/// A whole number with its thousands apart: `12,345` in both languages.
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// An ISO date in words: `7 November 2022`, `7 Tachwedd 2022`. What is no ISO date is returned as it is.
pub fn date(locale: Locale, iso: &str) -> String {
    let Ok(date) = iso.get(..10).unwrap_or(iso).parse::<jiff::civil::Date>() else { return iso.to_owned() };
    let month = say(locale, &format!("month-{}", date.month()));
    format!("{} {month} {}", date.day(), date.year())
}

/// A list in a sentence: `a, b and c`; in Welsh `a, b ac c` or `a, b a c` by the sound that follows.
pub fn list(locale: Locale, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => {
            let and = match locale {
                Locale::En => "and",
                Locale::Cy if begins_with_vowel(last) => "ac",
                Locale::Cy => "a",
            };
            format!("{} {and} {last}", rest.join(", "))
        }
    }
}

fn begins_with_vowel(word: &str) -> bool {
    let first = word.chars().find(|c| c.is_alphabetic()).and_then(|c| c.to_lowercase().next());
    first.is_some_and(|c| "aeiouwyâêîôûŵŷáéíóúäëïöü".contains(c))
}

fn bundle(locale: Locale) -> Bundle {
    let language = locale.tag().parse().expect("`en` and `cy` are language tags");
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Isolating marks help where directions mix; ours never do, and they would stand in file names and tests.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(n) if n.value >= 1000.0 && n.value.fract() == 0.0 => Some(number(n.value as u64)),
        _ => None,
    }));
    for (room, en, cy) in FILES {
        let text = match locale {
            Locale::En => en,
            Locale::Cy => cy,
        };
        let resource = FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{}/{room}.ftl: {errors:?}", locale.tag()));
        if let Err(errors) = bundle.add_resource(resource) {
            panic!("{}/{room}.ftl: {errors:?}", locale.tag());
        }
    }
    bundle
}
