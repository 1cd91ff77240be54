//! What is sent with a request, and secrets among it: read from the environment, and never written anywhere.

use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::trouble::Trouble;
use crate::corpus::settings::collect::{Collect, ENVIRONMENT, looks_secret};

/// Headers and parameters of a source, with the secrets in their places.
#[derive(Default)]
pub(super) struct Sent {
    /// For the address's own server only.
    pub(super) headers: HeaderMap,
    query: Vec<(String, String)>,
    secrets: Vec<String>,
}

/// Shorter values are too likely to stand in a text by chance to be looked for.
const LOOKED_FOR: usize = 6;

impl Sent {
    /// Reads what the settings name from the environment.
    pub(super) fn read(collect: &Collect) -> Result<Self, Trouble> {
        let mut sent = Sent::default();
        for (name, value) in &collect.headers {
            let value = sent.filled(value)?;
            let wrong = || Trouble::Header(name.clone());
            let header: HeaderName = name.parse().map_err(|_| wrong())?;
            let mut value = HeaderValue::from_str(&value).map_err(|_| wrong())?;
            value.set_sensitive(true);
            sent.headers.insert(header, value);
        }
        for (name, value) in &collect.query {
            let value = sent.filled(value)?;
            sent.query.push((name.clone(), value));
        }
        Ok(sent)
    }

    /// A value with the environment's in the place of `env:NAME`, which ends it: `Bearer env:TOKEN`.
    fn filled(&mut self, value: &str) -> Result<String, Trouble> {
        let Some((before, name)) = value.split_once(ENVIRONMENT) else { return Ok(value.to_owned()) };
        let name = name.trim();
        let secret = std::env::var(name).ok().filter(|secret| !secret.trim().is_empty());
        let secret = secret.ok_or_else(|| Trouble::Missing(name.to_owned()))?.trim().to_owned();
        let filled = format!("{before}{secret}");
        self.secrets.push(secret);
        Ok(filled)
    }

    /// The address as it is asked: with the parameters of the settings.
    pub(super) fn with_query(&self, url: &Url) -> Url {
        with_parameters(url, self.query.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// The address without the parameters that are added when it is asked.
    pub(super) fn without_query(&self, url: &Url) -> Url {
        let mut url = url.clone();
        if self.query.iter().any(|(name, _)| url.query_pairs().any(|(other, _)| other == name.as_str())) {
            let own: Vec<(String, String)> = url
                .query_pairs()
                .filter(|(name, _)| !self.query.iter().any(|(other, _)| other == name.as_ref()))
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect();
            set_pairs(&mut url, &own);
        }
        url
    }

    /// Whether a piece of an answer repeats a secret.
    pub(super) fn is_in(&self, bytes: &[u8]) -> bool {
        let mut looked_for = self.secrets.iter().filter(|secret| secret.len() >= LOOKED_FOR);
        looked_for.any(|secret| contains(bytes, secret.as_bytes()))
    }

    /// Bytes that have to be kept from one piece to the next, so that a secret on the border of two is seen.
    pub(super) fn longest(&self) -> usize {
        self.secrets.iter().map(String::len).max().unwrap_or(0)
    }
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    let Some(first) = sought.first() else { return false };
    let mut starts = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.any(|(at, _)| bytes[at..].starts_with(sought))
}

/// An address with parameters set: one that is there already is replaced. Brackets and spaces are encoded.
pub(super) fn with_parameters<'a>(url: &Url, parameters: impl Iterator<Item = (&'a str, &'a str)>) -> Url {
    let parameters: Vec<(&str, &str)> = parameters.collect();
    let mut url = url.clone();
    if parameters.is_empty() {
        return url;
    }
    let mut pairs: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !parameters.iter().any(|(other, _)| *other == name.as_ref()))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    pairs.extend(parameters.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    set_pairs(&mut url, &pairs);
    url
}

fn set_pairs(url: &mut Url, pairs: &[(String, String)]) {
    if pairs.is_empty() {
        url.set_query(None);
        return;
    }
    url.query_pairs_mut().clear().extend_pairs(pairs);
    // A plus sign for a space is the custom of forms; a server that reads addresses strictly would see a plus.
    let strict = url.query().map(|query| query.replace('+', "%20"));
    url.set_query(strict.as_deref());
}

/// An address as it may be shown and kept: values of parameters that look like secrets are left out.
pub(super) fn shown(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
    if !url.username().is_empty() || url.password().is_some() {
        // Only an address without a host can't lose them, and such a one has none.
        let is_bare = url.set_username("").and_then(|()| url.set_password(None)).is_ok();
        return if is_bare { shown(url.as_str()) } else { String::new() };
    }
    if !url.query_pairs().any(|(name, _)| looks_secret(&name)) {
        return address.to_owned();
    }
    let pairs: Vec<(String, String)> = url
        .query_pairs()
        .map(|(name, value)| {
            let value = if looks_secret(&name) { "…".to_owned() } else { value.into_owned() };
            (name.into_owned(), value)
        })
        .collect();
    set_pairs(&mut url, &pairs);
    url.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_replace_those_of_the_same_name_and_are_encoded_strictly() {
        let url = Url::parse("https://a.wales/v4?filter[commentOnId]=09&page[number]=1").unwrap();
        let next = with_parameters(&url, [("page[number]", "2"), ("ge", "2020-08-10 11:58:52")].into_iter());
        assert_eq!(
            next.as_str(),
            "https://a.wales/v4?filter%5BcommentOnId%5D=09&page%5Bnumber%5D=2&ge=2020-08-10%2011%3A58%3A52"
        );
        assert_eq!(with_parameters(&url, std::iter::empty()), url);
    }

    #[test]
    fn what_looks_like_a_secret_is_not_shown() {
        assert_eq!(shown("https://a.wales/x?api_key=abc&n=ŵ"), "https://a.wales/x?api_key=%E2%80%A6&n=%C5%B5");
        assert_eq!(shown("https://dai:abc@a.wales/x"), "https://a.wales/x");
        assert_eq!(shown("https://a.wales/x?q=1"), "https://a.wales/x?q=1");
    }

    #[test]
    fn a_missing_variable_is_named_and_a_secret_is_found_in_an_answer() {
        let collect = |value: &str| Collect {
            headers: [("X-Api-Key".to_owned(), value.to_owned())].into(),
            ..Collect::default()
        };
        let missing = Sent::read(&collect("env:YMATEB_NO_SUCH_VARIABLE")).err().unwrap();
        assert!(missing.to_string().contains("YMATEB_NO_SUCH_VARIABLE"));
        let sent = Sent { secrets: vec!["hunan-gyfrinach".to_owned()], ..Sent::default() };
        assert!(sent.is_in("🙂 hunan-gyfrinach".as_bytes()));
        assert!(!sent.is_in("hunan-gyfrinac".as_bytes()));
        assert!(!sent.is_in(b""));
    }
}
