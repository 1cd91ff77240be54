//! Consent cells in their many wordings, in English and Welsh. No, unless it says yes and nothing that takes it back.

/// What a cell says to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// It gives what was asked for.
    Yes,
    /// It refuses.
    No,
    /// It says both, or takes back what it gives: "Yes / No", "Ydw, ond ddim fy enw". Counts as no.
    Both,
    /// Neither yes nor no. Counts as no.
    Unclear,
    /// Nothing stands there.
    Nothing,
}

/// Whether a cell gives consent: `Yes`, `Y`, `true`, `☑`, `Ydw`, `Happy to be quoted`… A cell that says both, or anything
/// else, does not.
pub(crate) fn is_yes(cell: &str) -> bool {
    read(cell) == Said::Yes
}

/// Marks of a ticked box, alone in a cell. A cross in a box that was to be ticked is a tick, as forms on paper have it.
const TICKS: [&str; 12] = ["✓", "✔", "✔\u{fe0f}", "☑", "☑\u{fe0f}", "✅", "☒", "√", "x", "[x]", "(x)", "🗹"];
/// Marks of a box that says no.
const CROSSES: [&str; 5] = ["✗", "✘", "❌", "❎", "✖"];
/// Empty boxes, and what exports write for a cell without an answer.
const EMPTY: [&str; 9] = ["☐", "□", "[]", "[ ]", "-", "n/a", "no response", "no answer", "heb ateb"];

/// Ways of saying that one does not mind; their "no" refuses nothing.
const WILLING: [&str; 16] = [
    "don't mind",
    "dont mind",
    "do not mind",
    "don t mind",
    "no problem",
    "not a problem",
    "no problems",
    "no objection",
    "no objections",
    "do not object",
    "don't object",
    "dim problem",
    "dim ots",
    "dim gwrthwynebiad",
    "ddim yn meindio",
    "ddim yn gwrthwynebu",
];

const YES: &str = "yes y yep yeah true 1 on ok okay agree agreed agrees consent consented consents checked ticked selected \
    granted allowed permitted permission happy content fine sure certainly willing allow permit accept accepted ydw ydyn \
    ydym ydy ydi iawn cytuno cytunaf cytunwn gytuno cewch caiff gallwch gellir ie oes byddwn byddaf hapus bodlon fodlon \
    cydsynio gydsynio cydsyniaf caniatau caniatáu caniatâu caniateir caniatâf caniataf caniatâd siwr siŵr";

/// Yeses that stand alone: beside a no they are no part of it ("No, I do not agree" refuses; "Yes / No" says both).
const PLAIN_YES: &str = "yes y yep yeah true ydw ydyn ydym iawn cewch ie oes byddwn byddaf ok okay";

const NO: &str = "no not n nope false 0 off don don't dont doesn't never without unless refuse refused withhold withheld \
    unchecked unticked unselected declined decline disagree object except remove na nac nag nad nage ni nid ddim dim peidio \
    peidiwch beidio beidiwch heb gwrthod byth oni ac-eithrio";

/// What keeps words or a name back, whatever else is said.
const KEPT_BACK: &str = "anonymous anonymously anonymity anonymise anonymised anonymized confidential confidentially \
    confidentiality private privately dienw ddienw nienw cyfrinachol gyfrinachol chyfrinachol gyfrinach cyfrinach preifat \
    breifat";

/// Welsh noes before a yes: `Nac ydw`, `Na chewch`.
const BEFORE_YES: &str = "na nac nag nad ni nid";

/// Reads a cell.
pub(crate) fn read(cell: &str) -> Said {
    let bare = cell.trim().to_lowercase();
    if bare.is_empty() || EMPTY.contains(&bare.as_str()) {
        return Said::Nothing;
    }
    if TICKS.contains(&bare.as_str()) {
        return Said::Yes;
    }
    if CROSSES.contains(&bare.as_str()) {
        return Said::No;
    }
    let plain = bare.replace(['’', 'ʼ', '`'], "'");
    let mut text = plain.clone();
    let mut is_willing = false;
    for phrase in WILLING {
        if text.contains(phrase) {
            is_willing = true;
            text = text.replace(phrase, " ");
        }
    }
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let is = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let says = |list: &str| words.iter().any(|word| is(list, word));
    // A yes that a Welsh no stands before is a no.
    let denied = |at: usize| at > 0 && is(BEFORE_YES, words[at - 1]);
    let yes_of = |list: &str| words.iter().enumerate().any(|(at, word)| is(list, word) && !denied(at));
    let agrees = is_willing || yes_of(YES);
    let refuses = says(NO) || words.iter().any(|word| word.ends_with("n't"));
    if says(KEPT_BACK) {
        return if yes_of(PLAIN_YES) { Said::Both } else { Said::No };
    }
    match (agrees, refuses) {
        (true, false) => Said::Yes,
        (true, true) if is_willing || yes_of(PLAIN_YES) => Said::Both,
        (_, true) => Said::No,
        (false, false) => Said::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consent_is_no_unless_the_cell_says_yes() {
        let yes = [
            "Yes",
            "yes ",
            "Y",
            "TRUE",
            "1",
            "Ydw",
            "Iawn",
            "Cewch",
            "Yes, I agree",
            "Happy to be quoted",
            "I am happy for \
             my response to be published",
            "✓",
            "✔️",
            "☑",
            "x",
            "X",
            "[x]",
            "☒",
            "Checked",
            "Permission granted",
            "I don't mind",
            "I don’t mind being quoted",
            "No problem",
            "Yes, no problem",
            "Dim problem",
            "Rwy'n hapus i gael fy nyfynnu",
            "Rwy'n fodlon",
            "Rwy'n cydsynio",
            "Caniateir",
            "Yndw, iawn",
            "Wrth gwrs, cewch",
            "OK",
            "Sure",
            "Yes - 🙂",
        ];
        for cell in yes {
            assert_eq!(read(cell), Said::Yes, "{cell}");
        }
    }

    #[test]
    fn a_cell_that_refuses_says_no() {
        let no = [
            "No",
            "N",
            "0",
            "false",
            "Nac ydw",
            "Na chewch",
            "Nac oes",
            "I do not agree",
            "I don't agree",
            "I don’t consent",
            "Ddim yn cytuno",
            "Peidiwch â dyfynnu",
            "✗",
            "❌",
            "Unchecked",
            "Please keep my response confidential",
            "Cadwch fy ymateb yn ddienw",
            "Anonymous",
            "Dienw",
            "I would prefer to remain anonymous",
            "Not happy to be quoted",
            "I refuse",
            "Dydw i ddim yn fodlon",
            "Nid wyf yn cydsynio",
            "Keep private",
            "No, I do not consent",
        ];
        for cell in no {
            assert_eq!(read(cell), Said::No, "{cell}");
        }
    }

    #[test]
    fn a_cell_that_says_both_is_told_apart_and_counts_as_no() {
        let both = [
            "Yes / No",
            "Ydw / Nac ydw",
            "Yes, but not my name",
            "Ydw, ond ddim fy enw",
            "Yes but keep it confidential",
            "Iawn, ond yn ddienw",
            "yes no",
            "Cewch, heb fy enw",
            "Yes, unless it identifies me",
            "Y/N",
            "I don't mind but not my name",
        ];
        for cell in both {
            assert_eq!(read(cell), Said::Both, "{cell}");
            assert!(!is_yes(cell), "{cell}");
        }
    }

    #[test]
    fn anything_else_is_no_consent() {
        for cell in ["maybe", "🙂", "see letter", "efallai", "2", "Caernarfon"] {
            assert_eq!(read(cell), Said::Unclear, "{cell}");
        }
        for cell in ["", "  ", "☐", "[ ]", "n/a", "-"] {
            assert_eq!(read(cell), Said::Nothing, "{cell}");
        }
    }
}
