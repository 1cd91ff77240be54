//! Themes by whatever coders call them: a code, or a label in either language.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::CodedTheme;
use crate::model::CodingFrame;
use crate::text::fold::fold;

/// The themes that codings are held to.
#[derive(Debug, Default)]
pub(super) struct Themes {
    list: Vec<CodedTheme>,
    names: HashMap<String, usize>,
    /// The theme and those that it lies within.
    lineage: Vec<Vec<usize>>,
    /// Without a frame, whatever coders give is a theme.
    is_open: bool,
    /// What coders gave that is no theme, and how often.
    pub(super) unknown: BTreeMap<String, u64>,
}

impl Themes {
    /// Those of a frame; without one, those that coders give.
    pub(super) fn new(frame: Option<&CodingFrame>) -> Self {
        let mut themes = Themes { is_open: frame.is_none(), ..Themes::default() };
        let Some(frame) = frame else { return themes };
        for theme in &frame.themes {
            themes.add(&theme.code, theme.by_hand);
        }
        // Codes first: a label that reads like another theme's code stands back.
        for (at, theme) in frame.themes.iter().enumerate() {
            for label in [&theme.label.en, &theme.label.cy] {
                themes.names.entry(key(label)).or_insert(at);
            }
            let parent = |code: &str| frame.theme(code).and_then(|theme| theme.parent.as_deref());
            let chain = std::iter::successors(Some(theme.code.as_str()), |code| parent(code));
            let chain: Vec<usize> = chain.filter_map(|code| themes.names.get(&key(code)).copied()).collect();
            themes.lineage[at] = chain;
        }
        themes
    }

    fn add(&mut self, code: &str, by_hand: bool) -> usize {
        let at = self.list.len();
        self.list.push(CodedTheme { code: code.to_owned(), by_hand });
        self.lineage.push(vec![at]);
        self.names.insert(key(code), at);
        at
    }

    /// A theme and those that it lies within, as a sub-theme given is its parent given too (Kiritchenko, Matwin, Nock and
    /// Famili, "Learning and evaluation in the presence of class hierarchies", Canadian AI 2006). Nothing for an unknown
    /// one, which is remembered.
    pub(super) fn given(&mut self, name: &str) -> Vec<usize> {
        let known = self.names.get(&key(name)).copied();
        match known.or_else(|| self.is_open.then(|| self.add(name, false))) {
            Some(at) => self.lineage[at].clone(),
            None => {
                *self.unknown.entry(name.to_owned()).or_default() += 1;
                Vec::new()
            }
        }
    }

    /// As [`Themes::given`], for what the machine gives: always of the frame.
    pub(super) fn suggested(&self, code: &str) -> &[usize] {
        self.names.get(&key(code)).map_or(&[], |at| &self.lineage[*at])
    }

    /// The list, in the order of the frame, or of the alphabet where there is none; and where each theme went.
    pub(super) fn sorted(self) -> (Vec<CodedTheme>, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        if self.is_open {
            order.sort_by(|a, b| self.list[*a].code.cmp(&self.list[*b].code));
        }
        let mut went = vec![0; order.len()];
        order.iter().enumerate().for_each(|(to, from)| went[*from] = to);
        (order.into_iter().map(|from| self.list[from].clone()).collect(), went)
    }
}

fn key(name: &str) -> String {
    fold(name).text().trim().to_owned()
}
