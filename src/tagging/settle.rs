//! People's decisions over what machines suggested: the last decision on a passage and theme stands.

use std::collections::BTreeSet;

use super::lineage::{Became, Lineage};
use crate::model::{Basis, Decision, Origin, Span, Stance, StanceFound, Tag, Verb};

/// An answer as people settled it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Its tags, in order of place, then theme.
    pub tags: Vec<Tag>,
    /// Its stance: a person's, where one decided it.
    pub stance: Option<StanceFound>,
    /// Decisions of which a person has to say what they mean now, oldest first.
    pub waiting: Vec<Waiting>,
}

/// A decision whose theme was split or taken out since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The decision.
    pub decision: Decision,
    /// Code that waits: the theme of the decision, or the one that it moved a passage to.
    pub theme: String,
    /// Where its passage is now; `None` for the whole answer.
    pub span: Option<Span>,
    /// Themes that may be meant; none when it was taken out.
    pub may_be: Vec<String>,
    /// The theme under which its passage counts until somebody says.
    pub under: Option<String>,
}

/// Applies decisions, oldest first, to what machines suggested for one answer.
///
/// A rejected theme goes. An accepted or added one is that person's from then on, with the words that the person gave; what a
/// machine suggested for the same theme on some of these words is the same finding and goes into it. A decision whose passage
/// is no longer at its place is looked for by its words, so that it survives corrections elsewhere in the answer; when they
/// are gone it says nothing. Codes are followed to the present frame; a rejection of one of several themes that were merged
/// takes nothing from what a person said of another of them.
pub fn settle(
    text: &str,
    suggested: Vec<Tag>,
    stance: Option<StanceFound>,
    decisions: &[Decision],
    lineage: &Lineage,
) -> Settled {
    let mut desk = Desk { text, lineage, held: Vec::new(), waiting: Vec::new() };
    desk.held.extend(suggested.into_iter().map(|tag| Held { tag, by: None }));
    let undone: BTreeSet<i64> = decisions.iter().filter_map(|decision| decision.undoes).collect();
    let mut settled = Settled { stance, ..Settled::default() };
    for decision in decisions.iter().filter(|decision| !undone.contains(&decision.id)) {
        let Some(place) = place(text, decision) else { continue };
        let act = |theme: &str| Act { theme: theme.to_owned(), decision, place };
        match decision.verb {
            Verb::Accept | Verb::Add => desk.put(&act(&decision.theme)),
            Verb::Reject => desk.take(&act(&decision.theme)),
            Verb::Move if desk.tell(&act(&decision.theme), &decision.to) => {}
            Verb::Move => {
                desk.take(&act(&decision.theme));
                desk.put(&act(&decision.to));
            }
            Verb::Stance => settled.stance = decided(text, decision, place).or(settled.stance),
            Verb::Undo => {}
        }
    }
    (settled.tags, settled.waiting) = desk.clear();
    settled
}

/// One half of a decision: a theme said to be somewhere, or not to be there.
struct Act<'d> {
    theme: String,
    decision: &'d Decision,
    place: Option<Span>,
}

impl Act<'_> {
    fn concerns(&self, span: Span) -> bool {
        self.place.is_none_or(|place| place.overlaps(&span))
    }

    fn meets(&self, place: Option<Span>) -> bool {
        place.is_none_or(|span| self.concerns(span))
    }
}

/// A tag, and for a person's the code and the version of the frame in which they gave it.
struct Held {
    tag: Tag,
    by: Option<(String, String)>,
}

/// A decision that waits, and whether it says that its theme is there.
struct Unsure {
    waiting: Waiting,
    is_there: bool,
}

struct Desk<'t> {
    text: &'t str,
    lineage: &'t Lineage,
    held: Vec<Held>,
    waiting: Vec<Unsure>,
}

impl Desk<'_> {
    /// Whether an earlier decision was on the same theme as this one, as it was when this one was made.
    fn is_same(&self, code: &str, version: &str, act: &Act<'_>) -> bool {
        code == act.theme || self.lineage.was(code, version, &act.theme, &act.decision.frame)
    }

    /// Decisions that wait for this act's code on its passage give way to it, or are what it is about.
    fn waits_for(&self, unsure: &Unsure, act: &Act<'_>) -> bool {
        act.meets(unsure.waiting.span) && self.is_same(&unsure.waiting.theme, &unsure.waiting.decision.frame, act)
    }

    /// Whether an act says what a waiting decision means: it puts one of the themes that it may be on its passage, and was
    /// made when the code no longer stood for itself.
    fn answers(&self, unsure: &Unsure, act: &Act<'_>, now: &Became) -> bool {
        let Waiting { decision, theme, span, may_be, .. } = &unsure.waiting;
        let is_one = matches!(now, Became::Theme(now) if may_be.contains(now));
        let frame = &act.decision.frame;
        unsure.is_there && is_one && act.meets(*span) && !self.lineage.was(theme, &decision.frame, theme, frame)
    }

    fn put(&mut self, act: &Act<'_>) {
        let now = self.lineage.now(&act.theme, &act.decision.frame);
        let given_way: Vec<bool> =
            self.waiting.iter().map(|unsure| self.answers(unsure, act, &now) || self.waits_for(unsure, act)).collect();
        retain(&mut self.waiting, &given_way);
        let theme = match now {
            Became::Theme(theme) => theme,
            Became::Unsure { may_be, under } => return self.wait(act, may_be, under, true),
        };
        self.put_as(act, theme);
    }

    fn put_as(&mut self, act: &Act<'_>, theme: String) {
        let decision = act.decision;
        let was = (act.theme != theme).then(|| act.theme.clone());
        let origin = Origin::Person { name: decision.person.clone(), at: decision.at.clone(), was };
        let by = Some((act.theme.clone(), decision.frame.clone()));
        let Some(place) = act.place else {
            // About the whole answer: whatever shows the theme there is what was meant.
            let mut met = false;
            for held in self.held.iter_mut().filter(|held| held.tag.theme == theme) {
                held.tag.origin = origin.clone();
                held.by = by.clone();
                met = true;
            }
            if !met {
                let span = Span { start: 0, end: self.text.len() };
                self.held.push(Held { tag: Tag { theme, span, words: self.text.to_owned(), origin }, by });
            }
            return;
        };
        let goes_into_it: Vec<bool> = self
            .held
            .iter()
            .map(|held| {
                let is_same = || held.by.as_ref().is_none_or(|(code, version)| self.is_same(code, version, act));
                held.tag.theme == theme && act.concerns(held.tag.span) && (held.tag.span == place || is_same())
            })
            .collect();
        retain(&mut self.held, &goes_into_it);
        let words = place.of(self.text).unwrap_or_default().to_owned();
        self.held.push(Held { tag: Tag { theme, span: place, words, origin }, by });
    }

    fn take(&mut self, act: &Act<'_>) {
        let given_way: Vec<bool> =
            self.waiting.iter().map(|unsure| unsure.is_there && self.waits_for(unsure, act)).collect();
        retain(&mut self.waiting, &given_way);
        let theme = match self.lineage.now(&act.theme, &act.decision.frame) {
            Became::Theme(theme) => theme,
            Became::Unsure { may_be, under } => return self.wait(act, may_be, under, false),
        };
        let goes: Vec<bool> = self
            .held
            .iter()
            .map(|held| {
                let is_same = || held.by.as_ref().is_none_or(|(code, version)| self.is_same(code, version, act));
                held.tag.theme == theme && act.concerns(held.tag.span) && is_same()
            })
            .collect();
        retain(&mut self.held, &goes);
        // Whoever says that the theme above is not there takes back what was left of those below it.
        for unsure in self.waiting.iter_mut().filter(|unsure| act.meets(unsure.waiting.span)) {
            unsure.waiting.under.take_if(|under| *under == theme);
        }
    }

    fn wait(&mut self, act: &Act<'_>, may_be: Vec<String>, under: Option<String>, is_there: bool) {
        let decision = act.decision.clone();
        let waiting = Waiting { decision, theme: act.theme.clone(), span: act.place, may_be, under };
        self.waiting.push(Unsure { waiting, is_there });
    }

    /// Takes a move from a code that waits as what the waiting decisions mean. Whether there were any.
    fn tell(&mut self, act: &Act<'_>, to: &str) -> bool {
        let meant: Vec<bool> = self.waiting.iter().map(|unsure| self.waits_for(unsure, act)).collect();
        let told: Vec<Unsure> = take(&mut self.waiting, &meant);
        for unsure in &told {
            // It is read as if it had been about this theme from the beginning.
            let decision = Decision { frame: act.decision.frame.clone(), ..unsure.waiting.decision.clone() };
            let said = Act { theme: to.to_owned(), decision: &decision, place: unsure.waiting.span };
            match (self.lineage.now(to, &decision.frame), unsure.is_there) {
                (Became::Theme(theme), true) => {
                    let by = Decision { person: act.decision.person.clone(), at: act.decision.at.clone(), ..decision };
                    self.put_as(&Act { theme: to.to_owned(), decision: &by, place: unsure.waiting.span }, theme);
                }
                (Became::Unsure { may_be, under }, is_there) => self.wait(&said, may_be, under, is_there),
                (Became::Theme(_), false) => self.take(&said),
            }
        }
        !told.is_empty()
    }

    /// The tags in order, and the decisions that still wait.
    fn clear(self) -> (Vec<Tag>, Vec<Waiting>) {
        let mut tags: Vec<Tag> = self.held.into_iter().map(|held| held.tag).collect();
        let suggested = tags.clone();
        let mut still = Vec::new();
        for Unsure { waiting, is_there } in self.waiting {
            let place = waiting.span.unwrap_or(Span { start: 0, end: self.text.len() });
            if is_there {
                let decision = &waiting.decision;
                let (name, at) = (decision.person.clone(), decision.at.clone());
                let origin = Origin::Person { name, at, was: Some(waiting.theme.clone()) };
                let is_there = |theme: &str| tags.iter().any(|tag| tag.theme == theme && tag.span == place);
                if let (Some(theme), Some(words)) =
                    (waiting.under.clone().filter(|t| !is_there(t)), place.of(self.text))
                {
                    tags.push(Tag { theme, span: place, words: words.to_owned(), origin });
                }
                still.push(waiting);
            } else if suggested.iter().any(|tag| waiting.may_be.contains(&tag.theme) && place.overlaps(&tag.span)) {
                // A rejection asks for nothing while nobody suggests what it may be about.
                still.push(waiting);
            }
        }
        tags.sort_by(|a, b| (a.span, &a.theme, &a.origin).cmp(&(b.span, &b.theme, &b.origin)));
        still.sort_by_key(|waiting| waiting.decision.id);
        (tags, still)
    }
}

/// Keeps those that are not marked.
fn retain<T>(list: &mut Vec<T>, marked: &[bool]) {
    drop(take(list, marked));
}

/// Takes those that are marked.
fn take<T>(list: &mut Vec<T>, marked: &[bool]) -> Vec<T> {
    let (taken, kept): (Vec<_>, Vec<_>) =
        std::mem::take(list).into_iter().zip(marked).partition(|(_, marked)| **marked);
    *list = kept.into_iter().map(|(one, _)| one).collect();
    taken.into_iter().map(|(one, _)| one).collect()
}

/// The stance that a person decided; its evidence is the passage they gave.
fn decided(text: &str, decision: &Decision, place: Option<Span>) -> Option<StanceFound> {
    let value: Stance = decision.to.parse().ok()?;
    let span = place.unwrap_or(Span { start: 0, end: 0 });
    Some(StanceFound { value, kind: Basis::Decided, span, words: span.of(text)?.to_owned() })
}

/// Where a decision's passage is now: the place of its words nearest to where they stood. `Some(None)` is the whole answer,
/// `None` no place at all.
fn place(text: &str, decision: &Decision) -> Option<Option<Span>> {
    let Some(span) = decision.span else { return Some(None) };
    if span.of(text) == Some(decision.words.as_str()) {
        return Some(Some(span));
    }
    if decision.words.is_empty() {
        return span.of(text).map(|_| Some(span));
    }
    let places = text.match_indices(decision.words.as_str()).map(|(start, _)| start);
    let start = places.min_by_key(|start| start.abs_diff(span.start))?;
    Some(Some(Span { start, end: start + decision.words.len() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Outline;

    const TEXT: &str = "Mae gofal yn bwysig 🙂 ac yn rhy ddrud";

    fn decision(id: i64, verb: Verb, theme: &str, words: &str) -> Decision {
        let start = TEXT.find(words).unwrap_or_default();
        Decision {
            id,
            at: "2022-11-08T09:00:00Z".to_owned(),
            person: "A. Coder".to_owned(),
            verb,
            answer: 1,
            theme: theme.to_owned(),
            to: String::new(),
            span: (!words.is_empty()).then_some(Span { start, end: start + words.len() }),
            words: words.to_owned(),
            note: String::new(),
            frame: String::new(),
            undoes: None,
        }
    }

    fn suggested(theme: &str, words: &str) -> Tag {
        let origin = Origin::Rule { pattern: "cy: gofal".to_owned(), frame_version: 1 };
        let start = TEXT.find(words).unwrap_or_default();
        Tag { theme: theme.to_owned(), span: Span { start, end: start + words.len() }, words: words.to_owned(), origin }
    }

    fn settled(tags: &[Tag], decisions: &[Decision]) -> Vec<Tag> {
        settle(TEXT, tags.to_vec(), None, decisions, &Lineage::default()).tags
    }

    fn shown(tags: &[Tag]) -> Vec<(&str, &str)> {
        tags.iter().map(|tag| (tag.theme.as_str(), tag.words.as_str())).collect()
    }

    #[test]
    fn the_last_decision_on_a_passage_stands() {
        let tags = [suggested("T1", "gofal")];
        let (rejected, accepted) = (decision(1, Verb::Reject, "T1", "gofal"), decision(2, Verb::Accept, "T1", "gofal"));
        assert!(settled(&tags, std::slice::from_ref(&rejected)).is_empty());
        let back = settled(&tags, &[rejected, accepted]);
        assert_eq!(back.len(), 1);
        assert!(matches!(&back[0].origin, Origin::Person { name, .. } if name == "A. Coder"));
        assert_eq!(settled(&tags, &[]), tags);
        assert_eq!(settle("", Vec::new(), None, &[], &Lineage::default()), Settled::default());
    }

    #[test]
    fn a_decision_follows_its_words_and_says_nothing_when_they_are_gone() {
        let added = decision(1, Verb::Add, "T2", "bwysig");
        let lineage = Lineage::default();
        let tags = settle("Yn wir: mae'n bwysig", Vec::new(), None, std::slice::from_ref(&added), &lineage).tags;
        assert_eq!((tags[0].span, tags[0].words.as_str()), (Span { start: 14, end: 20 }, "bwysig"));
        let gone = decision(1, Verb::Reject, "T1", "bwysig");
        let text = "Mae gofal";
        let suggested = vec![suggested("T1", "gofal")];
        assert_eq!(settle(text, suggested.clone(), None, &[gone], &lineage).tags, suggested);
        assert!(settle(text, Vec::new(), None, &[added], &lineage).tags.is_empty());
    }

    #[test]
    fn a_passage_keeps_the_words_that_a_person_gave() {
        let accepted = decision(1, Verb::Accept, "T1", "gofal yn bwysig");
        let shorter = decision(2, Verb::Accept, "T1", "bwysig");
        assert_eq!(
            shown(&settled(&[suggested("T1", "gofal")], std::slice::from_ref(&accepted))),
            [("T1", "gofal yn bwysig")]
        );
        assert_eq!(shown(&settled(&[suggested("T1", "gofal")], &[accepted, shorter])), [("T1", "bwysig")]);
    }

    #[test]
    fn a_move_is_one_decision_and_undone_as_one() {
        let moved = Decision { to: "T2".to_owned(), ..decision(1, Verb::Move, "T1", "gofal") };
        let undo = Decision { undoes: Some(1), ..decision(2, Verb::Undo, "T1", "gofal") };
        let tags = [suggested("T1", "gofal"), suggested("T1", "ddrud")];
        assert_eq!(shown(&settled(&tags, std::slice::from_ref(&moved))), [("T2", "gofal"), ("T1", "ddrud")]);
        assert_eq!(settled(&tags, &[moved, undo]), tags);
    }

    #[test]
    fn a_stance_that_a_person_decided_stands_until_it_is_taken_back() {
        let oppose = Decision { to: "oppose".to_owned(), ..decision(1, Verb::Stance, "", "rhy ddrud") };
        let undo = Decision { undoes: Some(1), ..decision(2, Verb::Undo, "", "rhy ddrud") };
        let stance = |decisions: &[Decision]| settle(TEXT, Vec::new(), None, decisions, &Lineage::default()).stance;
        let found = stance(std::slice::from_ref(&oppose)).expect("a stance");
        assert_eq!((found.value, found.kind, found.words.as_str()), (Stance::Oppose, Basis::Decided, "rhy ddrud"));
        assert_eq!(stance(&[oppose, undo]), None);
    }

    fn lineage(versions: &[&[(&str, &[&str])]]) -> Lineage {
        let outline = |themes: &[(&str, &[&str])]| -> Outline {
            let theme = |(code, was): &(&str, &[&str])| crate::model::Theme {
                code: (*code).to_owned(),
                was: was.iter().map(|s| (*s).to_owned()).collect(),
                ..crate::model::Theme::default()
            };
            let themes = themes.iter().map(theme).collect();
            crate::model::CodingFrame { themes, ..crate::model::CodingFrame::default() }.outline()
        };
        Lineage::new(versions.iter().enumerate().map(|(i, themes)| (i.to_string(), outline(themes))))
    }

    fn at(version: usize, decision: Decision) -> Decision {
        Decision { frame: version.to_string(), ..decision }
    }

    #[test]
    fn to_reject_one_of_two_merged_themes_takes_nothing_from_the_other() {
        let merged = lineage(&[&[("A", &[]), ("B", &[])], &[("C", &["A", "B"])]]);
        let decisions =
            [at(0, decision(1, Verb::Add, "A", "rhy ddrud")), at(0, decision(2, Verb::Reject, "B", "ddrud"))];
        let tags = settle(TEXT, vec![suggested("C", "ddrud")], None, &decisions, &merged).tags;
        assert_eq!(shown(&tags), [("C", "rhy ddrud")]);
        assert!(matches!(&tags[0].origin, Origin::Person { was: Some(was), .. } if was == "A"));
        // Rejected as what it had become, it goes.
        let after = [&decisions[..], &[at(1, decision(3, Verb::Reject, "C", "ddrud"))]].concat();
        assert!(settle(TEXT, vec![suggested("C", "ddrud")], None, &after, &merged).tags.is_empty());
    }

    #[test]
    fn what_was_split_waits_under_its_parent_until_somebody_says() {
        let split = lineage(&[&[("T", &[]), ("T.1", &[])], &[("T", &[]), ("T.2", &["T.1"]), ("T.3", &["T.1"])]]);
        let added = at(0, decision(1, Verb::Add, "T.1", "rhy ddrud"));
        let rejected = at(0, decision(2, Verb::Reject, "T.1", "gofal"));
        let suggestions = vec![suggested("T.2", "gofal")];
        let before = settle(TEXT, suggestions.clone(), None, &[added.clone(), rejected.clone()], &split);
        assert_eq!(shown(&before.tags), [("T.2", "gofal"), ("T", "rhy ddrud")]);
        assert_eq!(before.waiting.len(), 2);
        assert_eq!((before.waiting[0].may_be.len(), before.waiting[0].under.as_deref()), (2, Some("T")));
        let told = Decision { to: "T.2".to_owned(), ..at(1, decision(3, Verb::Move, "T.1", "")) };
        let after = settle(TEXT, suggestions.clone(), None, &[added.clone(), rejected, told], &split);
        assert_eq!((shown(&after.tags), after.waiting.len()), (vec![("T.2", "rhy ddrud")], 0));
        // Whoever accepts one of the parts there has said it too; whoever rejects the old code has taken it back.
        let accepted = at(1, decision(3, Verb::Accept, "T.3", "ddrud"));
        let seen = settle(TEXT, Vec::new(), None, &[added.clone(), accepted], &split);
        assert_eq!((shown(&seen.tags), seen.waiting.len()), (vec![("T.3", "ddrud")], 0));
        let dropped = at(0, decision(3, Verb::Reject, "T.1", "rhy ddrud"));
        assert_eq!(settle(TEXT, Vec::new(), None, &[added, dropped], &split), Settled::default());
    }
}
