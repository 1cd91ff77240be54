//! People's decisions over what machines suggested: the last decision on a passage and theme stands.

use crate::model::{Decision, Origin, Span, Tag, Verb};

/// Applies decisions, oldest first, to the suggested tags of one answer. A rejected theme goes; an accepted or added
/// one is that person's from then on. A decision whose passage is no longer at its place is looked for by its words,
/// so that it survives corrections elsewhere in the answer.
pub fn settle(text: &str, suggested: Vec<Tag>, decisions: &[Decision]) -> Vec<Tag> {
    let mut tags = suggested;
    for decision in decisions {
        let place = place(text, decision);
        let concerns = |tag: &Tag| tag.theme == decision.theme && place.is_none_or(|span| span.overlaps(&tag.span));
        let origin = Origin::Person { name: decision.person.clone(), at: decision.at.clone() };
        match decision.verb {
            Verb::Reject => tags.retain(|tag| !concerns(tag)),
            Verb::Accept | Verb::Add => {
                let mut met = false;
                for tag in tags.iter_mut().filter(|tag| concerns(tag)) {
                    tag.origin = origin.clone();
                    met = true;
                }
                let span = place.unwrap_or(Span { start: 0, end: text.len() });
                if let (false, Some(words)) = (met, span.of(text)) {
                    tags.push(Tag { theme: decision.theme.clone(), span, words: words.to_owned(), origin });
                }
            }
        }
    }
    tags.sort_by(|a, b| (a.span, &a.theme).cmp(&(b.span, &b.theme)));
    tags
}

/// Where a decision's passage is now; `None` for the whole answer.
fn place(text: &str, decision: &Decision) -> Option<Span> {
    let span = decision.span?;
    if span.of(text) == Some(decision.words.as_str()) || decision.words.is_empty() {
        return Some(span);
    }
    let start = text.find(&decision.words)?;
    Some(Span { start, end: start + decision.words.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(verb: Verb, theme: &str, words: &str, start: usize) -> Decision {
        Decision {
            at: "2022-11-08T09:00:00Z".to_owned(),
            person: "A. Coder".to_owned(),
            verb,
            answer: 1,
            theme: theme.to_owned(),
            span: Some(Span { start, end: start + words.len() }),
            words: words.to_owned(),
            note: String::new(),
        }
    }

    fn suggested(theme: &str, words: &str, start: usize) -> Tag {
        let origin = Origin::Rule { pattern: "cy: gofal".to_owned(), frame_version: 1 };
        Tag { theme: theme.to_owned(), span: Span { start, end: start + words.len() }, words: words.to_owned(), origin }
    }

    #[test]
    fn the_last_decision_on_a_passage_stands() {
        let text = "Mae gofal yn bwysig 🙂";
        let tags = vec![suggested("T1", "gofal", 4)];
        let rejected = decision(Verb::Reject, "T1", "gofal", 4);
        let accepted = decision(Verb::Accept, "T1", "gofal", 4);
        assert!(settle(text, tags.clone(), std::slice::from_ref(&rejected)).is_empty());
        let back = settle(text, tags.clone(), &[rejected, accepted]);
        assert_eq!(back.len(), 1);
        assert!(matches!(&back[0].origin, Origin::Person { name, .. } if name == "A. Coder"));
        assert_eq!(settle(text, tags.clone(), &[]), tags);
    }

    #[test]
    fn a_decision_follows_its_words_when_the_text_is_corrected() {
        let added = decision(Verb::Add, "T2", "bwysig", 4);
        let tags = settle("Mae gofal yn bwysig", Vec::new(), &[added]);
        assert_eq!((tags[0].span, tags[0].words.as_str()), (Span { start: 13, end: 19 }, "bwysig"));
    }
}
