//! What there is in an answer: words to analyse, a pointer to an attachment, or nothing to say.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::Substance;

/// Longest text, in words, that may be nothing but a pointer to a document. Longer ones say something themselves.
const LONGEST_POINTER: usize = 30;

/// Whole answers that say there is nothing to say. Compared in lower case, punctuation aside.
const NOTHING: [&str; 40] = [
    "n a",
    "na",
    "none",
    "nothing",
    "no",
    "nil",
    "no comment",
    "no comments",
    "no further comment",
    "no further comments",
    "not applicable",
    "nothing to add",
    "nothing further to add",
    "nothing else",
    "no answer",
    "no response",
    "no view",
    "no opinion",
    "blank",
    "not at this time",
    "no thank you",
    "no thanks",
    "i have no comment",
    "i have no comments",
    "we have no comment",
    "we have no comments",
    "we have no further comments",
    "i have nothing to add",
    "dim",
    "dim sylw",
    "dim sylwadau",
    "dim byd",
    "dim byd i w ychwanegu",
    "dim i w ychwanegu",
    "dim ateb",
    "amherthnasol",
    "dim sylw pellach",
    "dim sylwadau pellach",
    "nid oes gennym sylwadau",
    "does gen i ddim i w ychwanegu",
];

/// Beginnings of the words without which nothing points at a document.
const POINTING: [&str; 11] =
    ["attach", "enclos", "upload", "pdf", "file", "atod", "atodiad", "ynghlwm", "amgae", "llythyr", "ddogfen"];

/// How people point at a document instead of writing. "Children get attached to their carers" does not.
static POINTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)
        \b(?: see|find|refer\ to|review|view|read|open|submitting|submit|including ) \b (?: \W+\w+ ){0,6}? \W+
            (?: attach\w* | enclos\w* | uploaded | pdf | files? ) \b
        | \b attach(?:ed|ing|ment)s? (?: \W+\w+ ){0,5}? \W* \b(?: pdf | letters? | documents? | files? | comments? | responses? | reports? | submission | feedback | word ) \b
        | \b (?: pdf | letter | documents? | files? | comments? | responses? | reports? | submission | feedback | rfi | word ) \b (?: \W+\w+ ){0,8}? \W+ (?: attached | enclosed | uploaded ) \b
        | ^\W* (?: as\ )? attach(?:ed|ment)s? \W* (?: please | is | are | $ )
        | \b in\ (?: the\ )? attachments? \b
        | \b gweler (?: \W+\w+ ){0,6}? \W+ (?: atodiad\w* | atodedig | ynghlwm | amgaeedig | llythyr | ddogfen ) \b
        | \b (?: atodaf | atodir | atodwyd | amgaeaf | amgaeir | ynghlwm\ (?: mae | ceir ) ) \b
        ",
    )
    .expect("the pattern is a constant, and a test uses it")
});

/// Tells what a respondent's words amount to. Pointers are only seen in short answers, refusals where there is nothing
/// else.
pub(crate) fn substance(text: &str) -> Substance {
    let text = crate::text::reading::readable(text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if words.clone().nth(LONGEST_POINTER).is_some() {
        return Substance::Words;
    }
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    if NOTHING.contains(&words.join(" ").as_str()) {
        return Substance::Nothing;
    }
    let may_point = words.iter().any(|word| POINTING.iter().any(|start| word.starts_with(start)));
    if may_point && POINTER.is_match(&text) { Substance::Attachment } else { Substance::Words }
}

#[cfg(test)]
mod tests {
    use super::substance;
    use crate::model::Substance;

    #[test]
    fn pointers_and_refusals_are_told_from_words() {
        for text in [
            "See attached",
            "Please see the attached letter.",
            "see attached file(s)",
            "Our response is attached as a PDF.",
            "Gweler y llythyr ynghlwm",
            "Attached.",
        ] {
            assert_eq!(substance(text), Substance::Attachment, "{text}");
        }
        for text in ["N/A", "no comment", "Dim sylw.", "Dim i'w ychwanegu", "None", "&nbsp;n/a<br/>"] {
            assert_eq!(substance(text), Substance::Nothing, "{text}");
        }
        for text in
            ["Children get attached to their carers", "No, it is too fast", "🙂", "Mae'n rhy gyflym", "I see a letter"]
        {
            assert_eq!(substance(text), Substance::Words, "{text}");
        }
    }
}
