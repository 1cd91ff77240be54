//! What became of a theme: codes of earlier versions of a frame, followed to the present one.
//!
//! A theme says which codes it took over (`was`), so a decision on one of those is a decision on it. Where several themes
//! took a code over, or none did, only a person can say what is meant; until then only that much is taken from the decision
//! as holds whatever they say.

use std::collections::BTreeSet;

use crate::model::Outline;

/// What a code stands for in the present frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// This theme.
    Theme(String),
    /// A person has to say.
    Unsure {
        /// Themes that it may be, in the order of the alphabet; none when it was taken out.
        may_be: Vec<String>,
        /// The nearest theme above all that it may be: of this much nobody needs to be asked. Of a theme that was taken
        /// out, the one that it lay under, since that it belonged there was part of what was decided.
        under: Option<String>,
    },
}

/// The versions of a frame in the order in which they were used; the last is the present one.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    versions: Vec<(String, Outline)>,
}

impl Lineage {
    /// Of versions in the order in which they were used, each with the hash of its text. A version that was used again
    /// stands where it was used last.
    pub fn new(versions: impl IntoIterator<Item = (String, Outline)>) -> Self {
        let mut lineage = Lineage::default();
        for (hash, outline) in versions {
            lineage.versions.retain(|(known, _)| *known != hash);
            lineage.versions.push((hash, outline));
        }
        lineage
    }

    /// The same with one version more, which becomes the present one.
    pub fn then(&self, hash: &str, outline: Outline) -> Self {
        Lineage::new(self.versions.iter().cloned().chain([(hash.to_owned(), outline)]))
    }

    /// Hash of the present version; empty when there is none.
    pub fn present(&self) -> &str {
        self.versions.last().map_or("", |(hash, _)| hash)
    }

    /// Hash of the last version that has such a theme.
    pub fn home(&self, code: &str) -> Option<&str> {
        self.versions.iter().rev().find(|(_, outline)| outline.has(code)).map(|(hash, _)| hash.as_str())
    }

    /// What a code of one version (the hash of its text; empty for one before all that are known) stands for now. Where no
    /// version is known, every code stands for itself.
    pub fn now(&self, code: &str, version: &str) -> Became {
        let Some((_, present)) = self.versions.last() else { return Became::Theme(code.to_owned()) };
        let meant = self.follow(code, version, self.versions.len() - 1);
        let mut there = meant.iter().filter(|code| present.has(code));
        match (there.next(), meant.len()) {
            (Some(only), 1) => Became::Theme(only.clone()),
            _ => {
                let may_be: Vec<String> = meant.iter().filter(|code| present.has(code)).cloned().collect();
                let under = self.common(&may_be).or_else(|| self.was_under(code, version, &may_be));
                Became::Unsure { may_be, under }
            }
        }
    }

    /// Whether a code of one version had come to be another code by a later version, for certain.
    pub fn was(&self, code: &str, version: &str, other: &str, later: &str) -> bool {
        let index = |hash: &str| self.versions.iter().position(|(known, _)| known == hash);
        match (index(version), index(later)) {
            (from, Some(to)) if from.is_none_or(|from| from < to) => {
                let meant = self.follow(code, version, to);
                meant.len() == 1 && meant.contains(other)
            }
            _ => code == other,
        }
    }

    /// All that a code may stand for in the version at `to`; a code that was taken out stands for itself.
    fn follow(&self, code: &str, version: &str, to: usize) -> BTreeSet<String> {
        let from = self.versions.iter().position(|(hash, _)| hash == version);
        let mut meant = BTreeSet::from([code.to_owned()]);
        for next in from.map_or(0, |from| from + 1)..=to {
            let before = next.checked_sub(1).map(|before| &self.versions[before].1);
            meant = meant.iter().flat_map(|code| step(before, &self.versions[next].1, code)).collect();
        }
        meant
    }

    /// The nearest theme that all of several lie within.
    fn common(&self, codes: &[String]) -> Option<String> {
        let (_, present) = self.versions.last()?;
        let [first, others @ ..] = codes else { return None };
        if others.is_empty() {
            return None;
        }
        let is_common = |above: &&str| others.iter().all(|code| present.line(code).any(|other| other == *above));
        present.line(first).find(is_common).map(str::to_owned)
    }

    /// What the theme that a code lay under stands for now; not asked where the code may be themes that have nothing in
    /// common.
    fn was_under(&self, code: &str, version: &str, may_be: &[String]) -> Option<String> {
        if may_be.len() > 1 {
            return None;
        }
        let known = |hash: &str| self.versions.iter().find(|(known, _)| known == hash);
        let (hash, outline) = known(version).filter(|(_, o)| o.has(code)).or_else(|| known(self.home(code)?))?;
        match self.now(outline.parent(code)?, hash) {
            Became::Theme(theme) => Some(theme),
            Became::Unsure { under, .. } => under,
        }
    }
}

/// What a code of one version may stand for in the next.
fn step(before: Option<&Outline>, next: &Outline, code: &str) -> Vec<String> {
    if next.has(code) {
        // Whoever decides on a theme that others have taken from means the theme as it is.
        let is_new = |claimant: &&str| before.is_none_or(|before| before.was(claimant).all(|was| was != code));
        let new = next.claimants(code).filter(is_new);
        return std::iter::once(code).chain(new).map(str::to_owned).collect();
    }
    let claimants: Vec<String> = next.claimants(code).map(str::to_owned).collect();
    if !claimants.is_empty() {
        return claimants;
    }
    // Back to a version before it took over what is there again.
    let back: Vec<String> = before
        .into_iter()
        .flat_map(|before| before.was(code).filter(|was| next.has(was) && !before.has(was)))
        .map(str::to_owned)
        .collect();
    if back.is_empty() { vec![code.to_owned()] } else { back }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CodingFrame, Theme};

    /// A version with themes written as `T03.1 < T03 = OLD OTHER`.
    fn outline(themes: &[&str]) -> Outline {
        let theme = |line: &&str| {
            let (line, was) = line.split_once(" = ").unwrap_or((line, ""));
            let (code, parent) = line.split_once(" < ").map_or((line, None), |(code, parent)| (code, Some(parent)));
            let was = was.split_whitespace().map(str::to_owned).collect();
            Theme { code: code.to_owned(), parent: parent.map(str::to_owned), was, ..Theme::default() }
        };
        CodingFrame { themes: themes.iter().map(theme).collect(), ..CodingFrame::default() }.outline()
    }

    fn lineage(versions: &[&[&str]]) -> Lineage {
        Lineage::new(versions.iter().enumerate().map(|(i, themes)| (i.to_string(), outline(themes))))
    }

    fn theme(code: &str) -> Became {
        Became::Theme(code.to_owned())
    }

    fn unsure(may_be: &[&str], under: Option<&str>) -> Became {
        Became::Unsure { may_be: may_be.iter().map(|s| (*s).to_owned()).collect(), under: under.map(str::to_owned) }
    }

    #[test]
    fn a_renamed_theme_is_followed_through_every_version_and_back() {
        let versions = lineage(&[&["A"], &["B = A"], &["TŶ🙂 = B"]]);
        assert_eq!(versions.now("A", "0"), theme("TŶ🙂"));
        assert_eq!(versions.now("A", ""), theme("TŶ🙂"), "decided before any version was kept");
        assert_eq!(versions.now("B", "1"), theme("TŶ🙂"));
        assert!(versions.was("A", "0", "B", "1") && !versions.was("A", "0", "A", "1"));
        let back = lineage(&[&["A"], &["B = A"], &["A = B"]]);
        assert_eq!((back.now("A", "0"), back.now("B", "1")), (theme("A"), theme("A")));
        // The former file put back, which says nothing of what came after it.
        let [first, second] = [("v1".to_owned(), outline(&["A"])), ("v2".to_owned(), outline(&["B = A"]))];
        let restored = Lineage::new([first.clone(), second, first]);
        assert_eq!((restored.now("A", "v1"), restored.now("B", "v2")), (theme("A"), theme("A")));
        assert_eq!(Lineage::default().now("", ""), theme(""), "with no version known a code stands for itself");
    }

    #[test]
    fn a_merge_is_one_theme_and_a_split_waits_under_what_its_parts_have_in_common() {
        let merged = lineage(&[&["A", "B"], &["C = A B"]]);
        assert_eq!((merged.now("A", "0"), merged.now("B", "0")), (theme("C"), theme("C")));
        let split = lineage(&[&["T", "T.1 < T"], &["T", "T.2 < T = T.1", "T.3 < T = T.1"]]);
        assert_eq!(split.now("T.1", "0"), unsure(&["T.2", "T.3"], Some("T")));
        let apart = lineage(&[&["T", "T.1 < T"], &["T", "U", "T.2 < T = T.1", "U.3 < U = T.1"]]);
        assert_eq!(apart.now("T.1", "0"), unsure(&["T.2", "U.3"], None));
        let stays = lineage(&[&["A"], &["A", "B < A = A", "C < A = A"]]);
        assert_eq!(stays.now("A", "0"), unsure(&["A", "B", "C"], Some("A")));
        assert_eq!(stays.now("A", "1"), theme("A"), "decided in view of the split");
    }

    #[test]
    fn a_theme_that_was_taken_out_waits_under_the_one_above_it() {
        let gone = lineage(&[&["T", "T.1 < T", "U"], &["X = T"]]);
        assert_eq!(gone.now("T.1", "0"), unsure(&[], Some("X")));
        assert_eq!(gone.now("U", "0"), unsure(&[], None));
        let later = lineage(&[&["A"], &["Z"], &["Z", "B = A"]]);
        assert_eq!(later.now("A", "0"), theme("B"), "a later version may still take it over");
    }

    #[test]
    fn a_code_used_again_for_something_else_is_not_the_former_one() {
        let reused = lineage(&[&["A"], &["B = A"], &["B = A", "A"]]);
        assert_eq!((reused.now("A", "0"), reused.now("A", "2")), (theme("B"), theme("A")));
        assert_eq!(reused.home("A"), Some("2"));
        let moved = lineage(&[&["T", "U", "T.1 < T"], &["T", "U", "T.1 < U"]]);
        assert_eq!(moved.now("T.1", "0"), theme("T.1"));
    }
}
