//! Options of a closed question as forms print them, and the marks that people put beside them.

use crate::model::{Choice, Question};
use crate::text::fold::fold;

/// What a form says of one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Marked: `☒`, `[x]`, `✓`.
    Ticked,
    /// Left empty: `☐`, `[ ]`, or without a mark beside others that have one.
    Unticked,
    /// Only its label stands there.
    Bare,
}

/// Signs of a chosen option; the private ones are Wingdings and Wingdings 2, which Word writes for its boxes.
const TICKED: [char; 27] = [
    '☒', '☑', '✓', '✔', '✗', '✘', '✅', '✕', '✖', '⊠', '■', '◉', '⬛', '🗹', '🗷', '🗸', '🗵', '√', '\u{f0fe}', '\u{f0fd}',
    '\u{f0fc}', '\u{f0fb}', '\u{f052}', '\u{f053}', '\u{f050}', '\u{f04f}', '\u{f06e}',
];

/// Signs of an empty box.
const UNTICKED: [char; 13] =
    ['☐', '□', '▢', '◻', '○', '◯', '❏', '❑', '⬜', '\u{f0a8}', '\u{f06f}', '\u{f0a3}', '\u{f071}'];

/// What forms print around their options, folded; nobody's words.
const INSTRUCTIONS: [&str; 57] = [
    "please tick one box in each row",
    "ticiwch un blwch ym mhob rhes",
    "please tick one box only",
    "please tick one box",
    "please tick one",
    "please tick all that apply",
    "please tick",
    "please select one",
    "please select all that apply",
    "please select",
    "please mark one",
    "please choose one",
    "please delete as appropriate",
    "delete as appropriate",
    "tick one box",
    "tick one",
    "tick all that apply",
    "select one",
    "select one option",
    "please explain your answer",
    "please give reasons for your answer",
    "please give reasons",
    "please explain",
    "your answer",
    "your response",
    "ticiwch un blwch yn unig",
    "ticiwch un blwch",
    "ticiwch un",
    "ticiwch bob un sy'n berthnasol",
    "ticiwch",
    "dewiswch un",
    "dilëwch fel y bo'n briodol",
    "rhowch resymau dros eich ateb",
    "esboniwch eich ateb",
    "eich ateb",
    "eich ymateb",
    "please enter here",
    "please enter your answer here",
    "please provide comments",
    "please add comments",
    "click or tap here to enter text",
    "click here to enter text",
    "choose an item",
    "cliciwch neu tapiwch yma i roi testun",
    "rhowch eich ateb yma",
    "nodwch yma",
    "nodwch eich ateb yma",
    "about you",
    "your details",
    "amdanoch chi",
    "eich manylion",
    "consultation response form",
    "response form",
    "ffurflen ymateb",
    "ffurflen ymateb i'r ymgynghoriad",
    "please specify",
    "nodwch",
];

/// Whether a line is an instruction of the form and nothing else.
pub(super) fn is_instruction(words: &str) -> bool {
    let folded = fold(words);
    let plain = folded.text().trim_matches(|c: char| !c.is_alphanumeric());
    INSTRUCTIONS.contains(&plain)
}

/// What the columns of a form are headed with, folded.
const HEADS: [&str; 18] = [
    "question",
    "questions",
    "your answer",
    "answer",
    "your response",
    "response",
    "comments",
    "your comments",
    "no",
    "number",
    "cwestiwn",
    "cwestiynau",
    "eich ateb",
    "ateb",
    "eich ymateb",
    "ymateb",
    "sylwadau",
    "rhif",
];

/// Whether a cell heads a column of a form.
pub(super) fn is_head(words: &str) -> bool {
    let folded = fold(words);
    HEADS.contains(&folded.text().trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A mark that stands alone, as in a cell of a grid: `x`, `✓`, `☒`; `Some(false)` for an empty box.
pub(super) fn alone(words: &str) -> Option<bool> {
    let folded = fold(words);
    let (mark, length) = mark(folded.text().trim())?;
    (length == folded.text().trim().len()).then_some(mark)
}

/// The wordings of a question's options, made ready to be looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Options<'q> {
    /// Folded wording and option, the longest wordings first: "strongly agree" before "agree".
    wordings: Vec<(String, &'q Choice)>,
}

impl<'q> Options<'q> {
    /// Of a closed question.
    pub(super) fn of(question: &'q Question) -> Self {
        Options::from(question.options.iter().flat_map(|choice| {
            let labels = [&choice.label.en, &choice.label.cy].into_iter().chain(&choice.also);
            labels.map(move |wording| (wording.as_str(), choice))
        }))
    }

    fn from(wordings: impl Iterator<Item = (&'q str, &'q Choice)>) -> Self {
        let folded =
            wordings.map(|(wording, choice)| (fold(wording.trim()).text().trim_end_matches('.').to_owned(), choice));
        let mut wordings: Vec<(String, &Choice)> = folded.filter(|(wording, _)| !wording.is_empty()).collect();
        wordings.sort_by_key(|(wording, _)| std::cmp::Reverse(wording.len()));
        Options { wordings }
    }

    /// Reads a line that holds options with or without marks and nothing else: `☐ Agree ☒ Disagree`, `Yes / No`,
    /// `(x) Cytuno`, `Agree ✓`. `None` when it holds anything more, or no option.
    pub(super) fn line(&self, words: &str) -> Option<Vec<(&'q Choice, Mark)>> {
        let folded = fold(words);
        let mut signs: Vec<Sign<'q>> = Vec::new();
        let mut rest = folded.text();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "/|,;:.-\u{2013}\u{2014}•·*?".contains(c));
            if rest.is_empty() {
                break;
            }
            if let Some((is_ticked, length)) = mark(rest) {
                signs.push(Sign::Mark(is_ticked));
                rest = &rest[length..];
            } else if let Some((choice, length)) = self.label(rest) {
                signs.push(Sign::Label(choice));
                rest = &rest[length..];
            } else {
                rest = instruction(rest)?;
            }
        }
        paired(&signs)
    }

    /// A ticked option at the head of a line that goes on: the option, and the byte behind its label.
    pub(super) fn leading(&self, words: &str) -> Option<(&'q Choice, usize)> {
        let folded = fold(words);
        let text = folded.text();
        let after = text.len() - text.trim_start().len();
        let (is_ticked, length) = mark(&text[after..])?;
        let behind = text[after + length..].trim_start();
        let (choice, label) = self.label(behind).filter(|_| is_ticked)?;
        let end = text.len() - behind.len() + label;
        Some((choice, folded.span(0, end).end))
    }

    /// The option that words name and do not go beyond, "Answer:" before it aside.
    pub(super) fn typed(&self, words: &str) -> Option<&'q Choice> {
        let folded = fold(words);
        let mut rest = folded.text().trim_matches(|c: char| c.is_whitespace() || "*_\"'\u{201c}\u{201d}".contains(c));
        for prefix in ["answer", "response", "our answer", "ateb", "ein hateb", "ymateb"] {
            if let Some(behind) = rest.strip_prefix(prefix).and_then(|behind| behind.trim_start().strip_prefix(':')) {
                rest = behind.trim_start();
            }
        }
        let (choice, length) = self.label(rest)?;
        rest[length..].chars().all(|c| !c.is_alphanumeric()).then_some(choice)
    }

    /// The option that a sentence begins by taking, when it says why at once: "We strongly agree because…".
    pub(super) fn reasoned(&self, sentence: &str) -> Option<&'q Choice> {
        let folded = fold(sentence);
        let text = folded.text().trim();
        let text =
            ["we ", "i ", "rydym yn ", "rydym ni'n ", "rydyn ni'n ", "rwy'n ", "rwyf yn ", "dw i'n ", "yr wyf yn "]
                .iter()
                .find_map(|subject| text.strip_prefix(subject))?;
        let (choice, length) = self.label(text)?;
        let behind = text[length..].trim_start();
        let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        ["because", "since", "as", "oherwydd", "achos", "gan", "am"].contains(&word).then_some(choice)
    }

    fn label(&self, text: &str) -> Option<(&'q Choice, usize)> {
        self.wordings.iter().find_map(|(wording, choice)| {
            let behind = text.strip_prefix(wording.as_str())?;
            let ends = behind.chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '\'');
            ends.then_some((*choice, wording.len()))
        })
    }
}

enum Sign<'q> {
    Mark(bool),
    Label(&'q Choice),
}

/// Gives each option its mark: before it where the line begins with one, else behind it.
fn paired<'q>(signs: &[Sign<'q>]) -> Option<Vec<(&'q Choice, Mark)>> {
    let are_marked = signs.iter().any(|sign| matches!(sign, Sign::Mark(_)));
    let comes_first = matches!(signs.first(), Some(Sign::Mark(_)));
    let mut options = Vec::new();
    for (i, sign) in signs.iter().enumerate() {
        let Sign::Label(choice) = sign else { continue };
        let beside = if comes_first { i.checked_sub(1) } else { Some(i + 1) };
        let mark = match beside.and_then(|beside| signs.get(beside)) {
            Some(Sign::Mark(true)) => Mark::Ticked,
            _ if are_marked => Mark::Unticked,
            _ => Mark::Bare,
        };
        options.push((*choice, mark));
    }
    (!options.is_empty()).then_some(options)
}

/// The mark that a folded text begins with: whether it is a tick, and its length.
fn mark(text: &str) -> Option<(bool, usize)> {
    let first = text.chars().next()?;
    // A variation selector or an accent that fonts hang on the sign belongs to it.
    let sign = |length: usize| length + text[length..].len() - text[length..].trim_start_matches('\u{fe0f}').len();
    if TICKED.contains(&first) {
        return Some((true, sign(first.len_utf8())));
    }
    if UNTICKED.contains(&first) {
        return Some((false, sign(first.len_utf8())));
    }
    let closing = match first {
        '[' => ']',
        '(' => ')',
        '_' => '_',
        'x' => {
            let is_alone = text[1..].chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '\'');
            return is_alone.then_some((true, 1));
        }
        _ => return None,
    };
    let (inside, _) = text[1..].split_once(closing)?;
    let mut length = inside.len() + 2;
    let inner = inside.trim_matches(['_', ' ', '.']);
    let is_tick = matches!(inner, "x" | "*") || inner.chars().next().is_some_and(|c| TICKED.contains(&c));
    let is_empty = inner.is_empty() || inner.chars().all(|c| UNTICKED.contains(&c));
    if closing == '_' {
        length = text.len() - text.trim_start_matches(['_', 'x']).len();
        let run = &text[..length];
        return (length >= 2).then_some((run.contains('x'), length));
    }
    (inner.chars().count() <= 1 && (is_tick || is_empty)).then_some((is_tick, length))
}

fn instruction(text: &str) -> Option<&str> {
    let text = text.strip_prefix('(').unwrap_or(text);
    let found = INSTRUCTIONS.iter().find_map(|known| text.strip_prefix(known))?;
    Some(found.strip_prefix(')').unwrap_or(found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, QuestionKind};

    fn question() -> Question {
        let choice = |code: &str, en: &str, cy: &str| Choice {
            code: code.to_owned(),
            label: Bilingual { en: en.to_owned(), cy: cy.to_owned() },
            also: Vec::new(),
            stance: None,
        };
        Question {
            kind: QuestionKind::Closed,
            options: vec![
                choice("agree", "Agree", "Cytuno"),
                choice("strong", "Strongly agree", "Cytuno'n gryf"),
                choice("no", "No", "Na ŵyr"),
            ],
            ..Question::default()
        }
    }

    fn read(line: &str) -> Option<String> {
        let question = question();
        let read = Options::of(&question).line(line)?;
        let sign = |mark: Mark| match mark {
            Mark::Ticked => "+",
            Mark::Unticked => "-",
            Mark::Bare => "",
        };
        Some(read.iter().map(|(choice, mark)| format!("{}{}", sign(*mark), choice.code)).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn options_are_read_with_their_marks_on_either_side() {
        for (line, says) in [
            ("☒ Agree", "+agree"),
            ("☐ Agree", "-agree"),
            ("[x] Strongly agree", "+strong"),
            ("[ ] Agree [X] No", "-agree +no"),
            ("(x) Cytuno’n gryf", "+strong"),
            ("Agree ✓", "+agree"),
            ("Agree x", "+agree"),
            ("X Agree", "+agree"),
            ("Agree ☐ Strongly agree ☒ No ☐", "-agree +strong -no"),
            ("Agree ☑\u{fe0f} / Na w\u{302}yr", "+agree -no"),
            ("__x__ Agree", "+agree"),
            ("____ Agree", "-agree"),
            ("\u{f0fe} Cytuno", "+agree"),
            ("Agree / No (please tick one)", "agree no"),
            ("Agree.", "agree"),
        ] {
            assert_eq!(read(line).as_deref(), Some(says), "{line}");
        }
        for line in ["", "x", "☒", "Agree with this", "No one asked us", "Agreed", "☒ Maybe", "🙂 Agree", "Nation"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_tick_at_the_head_of_a_sentence_ends_with_its_option() {
        let question = question();
        let options = Options::of(&question);
        let (choice, end) = options.leading("☒ Strongly agree, since it's time").unwrap();
        assert_eq!((choice.code.as_str(), end), ("strong", "☒ Strongly agree".len()));
        assert!(options.leading("☐ Agree, but").is_none() && options.leading("Agree, but").is_none());
    }

    #[test]
    fn typed_options_are_those_that_say_nothing_more() {
        let question = question();
        let options = Options::of(&question);
        let typed = |words: &str| options.typed(words).map(|choice| choice.code.as_str());
        assert_eq!((typed("Answer: Agree."), typed("ATEB: cytuno")), (Some("agree"), Some("agree")));
        assert_eq!((typed("No, never"), typed("We agree"), typed("")), (None, None, None));
        let reasoned = |words: &str| options.reasoned(words).map(|choice| choice.code.as_str());
        assert_eq!(reasoned("We strongly agree because it is time."), Some("strong"));
        assert_eq!(reasoned("Rwy’n cytuno oherwydd y plant"), Some("agree"));
        assert_eq!(reasoned("We agree with some of it"), None);
    }

    #[test]
    fn a_mark_alone_is_told_from_a_word() {
        assert_eq!(
            (alone(" x "), alone("✓"), alone("☐"), alone("[ ]")),
            (Some(true), Some(true), Some(false), Some(false))
        );
        assert_eq!((alone("xyz"), alone(""), alone("x y"), alone("🙂"), alone("(a)")), (None, None, None, None, None));
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_without_trouble(line in "[xX\\[\\]()_☒☐✓ŵ'’ a-eAN🙂\u{302}]{0,30}") {
            let question = question();
            let options = Options::of(&question);
            let _ = (options.line(&line), options.leading(&line), options.typed(&line), options.reasoned(&line), alone(&line));
        }
    }
}
