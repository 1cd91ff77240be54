//! From the texts of a message to its body: plain text or page, whichever says more, with own words apart.

use std::sync::LazyLock;

use mail_parser::decoders::html::add_html_token;
use regex::Regex;

use super::threads::{self, count};
use super::{Message, passing};
use crate::ingest::documents::{Document, Kind, read_html};

/// A text of a message, in one of the forms that mail has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Text {
    /// Plain text, decoded.
    Plain(String),
    /// A web page, decoded.
    Page(String),
    /// Read already (rich text).
    Read(Document),
}

impl Text {
    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        match self {
            Text::Plain(text) => count(text),
            Text::Page(page) => count(&strip(page)),
            Text::Read(document) => count(&document.text),
        }
    }
}

/// Which of several forms of one text to read: the plain one, unless it is a stub ("This message is in HTML") with less
/// than half the words of another.
pub(super) fn choose(forms: Vec<Vec<Text>>) -> Vec<Text> {
    let is_plain = |form: &[Text]| form.iter().all(|text| matches!(text, Text::Plain(_)));
    let words = |form: &[Text]| form.iter().map(Text::words).sum::<usize>();
    let most = forms.iter().map(|form| words(form)).max().unwrap_or_default();
    let plain = forms.iter().position(|form| !form.is_empty() && is_plain(form) && words(form) * 2 >= most);
    let chosen = plain.or_else(|| forms.iter().position(|form| !form.is_empty() && words(form) == most));
    chosen.and_then(|i| forms.into_iter().nth(i)).unwrap_or_default()
}

/// Puts the body together, tells own words from the rest, and hands the message to its original sender when it only
/// passes one on. `depth` is how many messages this one lies in.
pub(super) fn finish(mut message: Message, texts: Vec<Text>, remarks: Vec<String>, depth: usize) -> Message {
    let mut body = Document::default();
    let is_single = texts.len() == 1;
    for (i, text) in texts.into_iter().enumerate() {
        let document = match text {
            Text::Plain(text) => threads::document(&text),
            Text::Page(page) => read_page(&page),
            Text::Read(document) => document,
        };
        if i == 0 && (is_single || body.text.is_empty()) {
            body = document;
        } else {
            body.append(&format!("part {}", i + 1), document);
        }
    }
    let parted = threads::part(body, &message.subject);
    message.body = parted.document;
    if body_is_encrypted(&message.body) {
        message.body.remarks.push((String::new(), ENCRYPTED.to_owned()));
    }
    message.body.remarks.extend(remarks.into_iter().map(|remark| (String::new(), remark)));
    if let Some(original) = parted.original.filter(|_| !message.is_automatic) {
        if !original.name.is_empty() || !original.address.is_empty() {
            (message.name, message.address) = (original.name, original.address);
        }
        if !original.date.is_empty() {
            message.date = original.date;
        }
    }
    passing::on(message, depth)
}

/// What is said of a message that only its recipient can open.
pub(super) const ENCRYPTED: &str = "it is encrypted; ask the sender for a plain copy";

fn body_is_encrypted(body: &Document) -> bool {
    body.text.contains("-----BEGIN PGP MESSAGE-----")
}

/// Reads a page; when it cannot be read, its tags are stripped, so that no word is lost.
fn read_page(page: &str) -> Document {
    read_html(page.as_bytes()).unwrap_or_else(|_| {
        let mut document = Document::default();
        for (i, paragraph) in strip(page).split('\n').filter(|line| !line.trim().is_empty()).enumerate() {
            document.push(Kind::Paragraph, paragraph, format!("paragraph {}", i + 1));
        }
        document
    })
}

/// Tags that begin a line.
static BREAKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)</?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|td|th|title|hr)\b[^<>]*>")
        .expect("the pattern is a constant, and a test uses it")
});

/// What no reader of a page sees, and all other tags.
static UNSEEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?is)<style\b[^>]*>.*?</style\s*>|<script\b[^>]*>.*?</script\s*>|<!--.*?-->|</?[a-z!?][^<>]*>")
        .expect("the pattern is a constant, and a test uses it")
});

static ENTITIES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"&[#A-Za-z0-9]{1,30};").expect("the pattern is a constant, and a test uses it"));

/// The words of a page without its tags, a line for each paragraph.
fn strip(page: &str) -> String {
    let flat = page.replace(['\r', '\n'], " ");
    let parted = BREAKS.replace_all(&flat, "\n");
    let bare = UNSEEN.replace_all(&parted, "");
    let plain = ENTITIES.replace_all(&bare, |found: &regex::Captures<'_>| {
        let mut sign = String::new();
        add_html_token(&mut sign, found[0].as_bytes(), false);
        sign
    });
    plain.replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> Vec<Text> {
        vec![Text::Plain(text.to_owned())]
    }

    fn page(text: &str) -> Vec<Text> {
        vec![Text::Page(text.to_owned())]
    }

    #[test]
    fn plain_text_is_read_unless_it_is_a_stub() {
        let full = page("<style>p { a b c d e f }</style><p>Dim elw o ofal plant &amp; d&#373;r 🙂</p>");
        assert_eq!(choose(vec![plain("Dim elw o ofal plant"), full.clone()]), plain("Dim elw o ofal plant"));
        assert_eq!(choose(vec![plain("Neges HTML"), full.clone()]), full);
        assert_eq!(choose(vec![plain(" "), full.clone()]), full);
        assert_eq!(choose(vec![plain("geiriau"), page("<p></p>")]), plain("geiriau"));
        assert_eq!(choose(vec![]), Vec::<Text>::new());
        assert_eq!(choose(vec![vec![], plain("")]), plain(""));
    }

    #[test]
    fn stripping_keeps_the_words_of_a_page() {
        assert_eq!(
            strip("<b>D&#373;r</b> &amp; t&ecirc;<br>1 < 2 &nope; 🙂<!-- no -->").trim(),
            "Dŵr & tê\n1 < 2 &nope; 🙂"
        );
        assert_eq!(strip(""), "");
    }

    #[test]
    fn several_texts_are_one_body_in_order() {
        let message = finish(Message::default(), [plain("Un"), plain("Dau\nTri")].concat(), vec![], 0);
        let places: Vec<&str> = message.body.blocks.iter().map(|block| block.place.as_str()).collect();
        assert_eq!(
            (message.body.text.as_str(), places),
            ("Un\n\nDau\nTri", vec!["line 1", "part 2, line 1", "part 2, line 2"])
        );
    }

    #[test]
    fn an_encrypted_body_is_remarked_upon() {
        let message = finish(Message::default(), plain("-----BEGIN PGP MESSAGE-----\nabc"), vec![], 0);
        assert_eq!(message.body.remarks, [(String::new(), ENCRYPTED.to_owned())]);
    }

    proptest! {
        #[test]
        fn stripping_leaves_text_without_tags_as_it_is(text in "[a-zŵ &;#x0-9]{0,60}") {
            strip(&format!("<p {text}<x>{text}"));
            let words = text.replace('&', "");
            prop_assert_eq!(strip(&words), words);
        }
    }
}
