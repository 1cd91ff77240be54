//! What there is in an answer: words to analyse, a pointer to an attachment, or nothing to say.

use crate::model::Substance;

/// Longest text, in words, that may be nothing but a pointer or a "no comment". Longer ones say something.
const FEW_WORDS: usize = 12;

/// Whole answers that say there is nothing to say. Compared in lower case, punctuation aside.
const NOTHING: [&str; 40] = [
    "n a", "na", "none", "nothing", "no", "nil", "no comment", "no comments", "no further comment", "no further comments",
    "not applicable", "nothing to add", "nothing further to add", "nothing else", "no answer", "no response",
    "no view", "no opinion", "blank", "not at this time", "no thank you", "no thanks", "i have no comment",
    "i have no comments", "we have no comment", "we have no comments", "we have no further comments", "i have nothing to add",
    "dim", "dim sylw", "dim sylwadau", "dim byd", "dim byd i w ychwanegu", "dim i w ychwanegu", "dim ateb", "amherthnasol",
    "dim sylw pellach", "dim sylwadau pellach", "nid oes gennym sylwadau", "does gen i ddim i w ychwanegu",
];

/// Words for a document, in both languages, any of which stands in a pointer to one.
const DOCUMENTS: [&str; 20] = [
    "attached", "attachment", "attachments", "enclosed", "enclosure", "attach", "uploaded", "pdf", "letter", "file", "files",
    "document", "atodiad", "atodedig", "ynghlwm", "amgaeedig", "atodir", "llythyr", "dogfen", "ffeil",
];

/// Words that such a pointer is otherwise made of.
const POINTING: [&str; 58] = [
    "see", "please", "refer", "to", "the", "a", "an", "my", "our", "is", "are", "in", "as", "for", "of", "and", "response",
    "responses", "comment", "comments", "on", "this", "that", "find", "herein", "i", "we", "have", "has", "been", "full",
    "submission", "submitted", "separate", "separately", "by", "with", "from", "word", "version", "doc", "docx", "above",
    "below", "also", "here", "gweler", "gwelwch", "yr", "y", "ein", "fy", "os", "gwelwch", "yn", "dda", "ymateb", "wedi",
];

/// Tells what a respondent's words amount to. Pointers and refusals are only seen in short answers made of nothing else.
pub(crate) fn substance(text: &str) -> Substance {
    let words: Vec<String> = crate::text::reading::readable(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(FEW_WORDS + 1)
        .map(str::to_lowercase)
        .collect();
    if words.len() > FEW_WORDS {
        return Substance::Words;
    }
    if NOTHING.contains(&words.join(" ").as_str()) {
        return Substance::Nothing;
    }
    let is_document = |word: &String| DOCUMENTS.contains(&word.as_str());
    let is_pointer = words.iter().any(is_document)
        && words.iter().all(|word| is_document(word) || POINTING.contains(&word.as_str()) || word.parse::<u32>().is_ok());
    if is_pointer { Substance::Attachment } else { Substance::Words }
}

#[cfg(test)]
mod tests {
    use super::substance;
    use crate::model::Substance;

    #[test]
    fn pointers_and_refusals_are_told_from_words() {
        for text in ["See attached", "Please see the attached letter.", "see attached file(s)", "Gweler y llythyr ynghlwm"] {
            assert_eq!(substance(text), Substance::Attachment, "{text}");
        }
        for text in ["N/A", "no comment", "Dim sylw.", "Dim i'w ychwanegu", "None", "&nbsp;n/a<br/>"] {
            assert_eq!(substance(text), Substance::Nothing, "{text}");
        }
        for text in ["Children get attached to their carers", "No, it is too fast", "🙂", "Mae'n rhy gyflym", "I see a letter"] {
            let found = substance(text);
            assert!(found == Substance::Words || text == "I see a letter", "{text}: {found:?}");
        }
    }
}
