//! What in a page is not its writer's own answer: earlier messages and signatures, as mail programs mark them.

use scraper::node::Element;

/// How far something stands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    /// The element is an earlier message.
    Quoted,
    /// It is one, and so are those behind it in the element around it.
    QuotedFromHere,
    /// It begins one when the first words in it are a header (`From:`), and then all to the end of the page is.
    QuotedToTheEnd,
    /// The element is a signature, or the footer of a page.
    Signature,
}

/// Classes that Gmail, Yahoo, Thunderbird, Proton and Zoho give to what they quote.
const QUOTED_CLASSES: [&str; 9] = [
    "gmail_quote",
    "gmail_quote_container",
    "gmail_extra",
    "yahoo_quoted",
    "moz-cite-prefix",
    "moz-forward-container",
    "protonmail_quote",
    "zmail_extra",
    "OutlookMessageHeader",
];

/// Classes that they give to signatures.
const SIGNATURE_CLASSES: [&str; 5] =
    ["gmail_signature", "moz-signature", "protonmail_signature_block", "yahoo-signature", "elementToProof_signature"];

/// Ids that Outlook, its app and Apple's program give to signatures.
const SIGNATURE_IDS: [&str; 5] = [
    "Signature",
    "AppleMailSignature",
    "ms-outlook-mobile-signature",
    "ymail_android_signature",
    "lineBreakAtBeginningOfSignature",
];

/// The colours of the line that Outlook for the desktop draws above the header of an earlier message.
const OUTLOOK_LINES: [&str; 2] = ["border-top:solid #e1e1e1", "border-top:solid #b5c4df"];

/// How an element stands apart, if it does.
pub(super) fn apart(element: &Element) -> Option<Apart> {
    let attribute = |name| element.attr(name).unwrap_or_default();
    // Outlook on the web puts `x_` before the names of a message that it shows.
    let id = attribute("id").trim_start_matches("x_");
    let has = |classes: &[&str]| element.classes().any(|class| classes.contains(&class.trim_start_matches("x_")));
    if matches!(id, "divRplyFwdMsg" | "appendonsend") {
        return Some(Apart::QuotedFromHere);
    }
    let is_cited = element.name() == "blockquote" && attribute("type").eq_ignore_ascii_case("cite");
    if is_cited || has(&QUOTED_CLASSES) || id == "mail-editor-reference-message-container" {
        return Some(Apart::Quoted);
    }
    let is_footer = element.name() == "footer" || attribute("role") == "contentinfo";
    if is_footer
        || has(&SIGNATURE_CLASSES)
        || SIGNATURE_IDS.contains(&id)
        || attribute("data-smartmail") == "gmail_signature"
    {
        return Some(Apart::Signature);
    }
    if element.name() == "div" {
        let style = attribute("style").to_ascii_lowercase().replace(": ", ":");
        if OUTLOOK_LINES.iter().any(|line| style.contains(line)) {
            return Some(Apart::QuotedToTheEnd);
        }
    }
    None
}
