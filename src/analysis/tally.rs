//! Counting responses one at a time. Memory grows with questions, themes and types, never with responses.

use std::collections::{BTreeMap, HashMap};

use crate::model::{
    Basis, CampaignId, CodedAnswer, CodedResponse, CodingFrame, Consultation, Counting, EventNote, Figure, Language,
    Origin, Response, Stance, Substance,
};

use super::figures::{EventFigures, Figures, Naming};

/// Number of an interned word; 0 stands for none.
type Word = u32;

/// What a set says of an answer, besides its question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Detail {
    Any,
    Theme(Word),
    ThemeIn(Word, Language),
    /// A theme in the respondent's own words, or anything in them.
    OwnTheme(Word),
    Own,
    Stance(Stance),
    Option(Word),
    Substance(Substance),
    Language(Language),
}

/// What a set says of the respondent or the submission.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Split {
    Whole,
    Type(Word),
    Area(Word),
    Channel(Word),
    Campaign(CampaignId),
}

/// A figure's name in a few bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key {
    question: Word,
    detail: Detail,
    split: Split,
    counting: Counting,
}

/// Counts coded responses and notes of events as they pass.
pub struct Tally {
    words: HashMap<String, Word>,
    /// Themes as they were met, each with those above it.
    lines: HashMap<String, Vec<Word>>,
    frame: CodingFrame,
    counts: HashMap<Key, u64>,
    /// For an open question that explains a closed one: the closed one.
    closed: BTreeMap<String, String>,
    organisations: Vec<String>,
    bases: BTreeMap<(String, Stance, Basis), u64>,
    conflicts: BTreeMap<String, u64>,
    no_language: u64,
    events: BTreeMap<String, EventFigures>,
    campaigns: BTreeMap<CampaignId, u64>,
    naming: Naming,
    tags: u64,
    decided: u64,
    keys: Vec<Key>,
}

impl Tally {
    /// A tally of nothing yet. Themes of the frame, questions and types need not occur to be asked for later.
    pub fn new(consultation: &Consultation, frame: &CodingFrame) -> Self {
        let mut closed = BTreeMap::new();
        for question in &consultation.questions {
            let Some(of) = question.explains.as_deref().and_then(|id| consultation.question(id)) else { continue };
            closed.insert(question.id.clone(), of.id.clone());
        }
        let mut tally = Tally {
            words: HashMap::new(),
            lines: HashMap::new(),
            frame: frame.clone(),
            counts: HashMap::new(),
            closed,
            organisations: consultation.types.iter().filter(|t| t.organisation).map(|t| t.code.clone()).collect(),
            bases: BTreeMap::new(),
            conflicts: BTreeMap::new(),
            no_language: 0,
            events: BTreeMap::new(),
            campaigns: BTreeMap::new(),
            naming: Naming::default(),
            tags: 0,
            decided: 0,
            keys: Vec::new(),
        };
        for theme in &frame.themes {
            tally.word(&theme.code);
        }
        tally
    }

    /// Counts one response, once in each set that holds it.
    pub fn add(&mut self, coded: &CodedResponse) {
        let of = &coded.response;
        let member = coded.campaign();
        let kind = self.word(&of.respondent.kind);
        let area = self.word(&of.respondent.area);
        let channel = self.word(&of.channel);
        let mut keys = std::mem::take(&mut self.keys);
        keys.clear();

        let mut whole = |split| keys.push(Key { question: 0, detail: Detail::Any, split, counting: Counting::All });
        whole(Split::Whole);
        whole(Split::Type(kind));
        whole(Split::Area(area));
        whole(Split::Channel(channel));
        if let Some(member) = member {
            whole(Split::Campaign(member.campaign));
        }
        let mut any_language = false;
        // What is only repeated or signed is nobody's answer.
        for answer in coded.answers.iter().filter(|answer| answer.answer.substance.is_said()) {
            let question = self.word(&answer.answer.question);
            let language = answer.answer.language.language;
            any_language |= language != Language::Unknown;
            let mut put = |question, detail, by_type: bool| {
                keys.push(Key { question, detail, split: Split::Whole, counting: Counting::All });
                if by_type {
                    keys.push(Key { question, detail, split: Split::Type(kind), counting: Counting::All });
                }
            };
            put(question, Detail::Any, true);
            put(question, Detail::Language(language), false);
            put(0, Detail::Language(language), false);
            if answer.answer.substance != Substance::Words {
                put(question, Detail::Substance(answer.answer.substance), false);
                put(0, Detail::Substance(answer.answer.substance), false);
            }
            if let Some(found) = &answer.stance {
                put(question, Detail::Stance(found.value), true);
            }
            for option in &answer.answer.chosen {
                put(question, Detail::Option(self.word(option)), true);
            }
            for tag in &answer.tags {
                if !self.lines.contains_key(&tag.theme) {
                    let line: Vec<String> = self.frame.line(&tag.theme).map(str::to_owned).collect();
                    let line = line.iter().map(|code| self.word(code)).collect();
                    self.lines.insert(tag.theme.clone(), line);
                }
                for theme in self.lines[&tag.theme].iter().copied() {
                    put(question, Detail::Theme(theme), true);
                    put(0, Detail::Theme(theme), true);
                    put(0, Detail::ThemeIn(theme, language), false);
                }
                self.tags += 1;
                self.decided += u64::from(matches!(tag.origin, Origin::Person { .. }));
            }
            if let Some(member) = member {
                self.add_of_member(member.campaign, answer, &mut keys);
            }
        }
        keys.sort_unstable();
        keys.dedup();
        for key in &keys {
            *self.counts.entry(*key).or_default() += 1;
            // Tables by type, area and channel count every response; the other two countings stand for totals.
            if key.split == Split::Whole {
                if member.is_none() {
                    *self.counts.entry(Key { counting: Counting::Without, ..*key }).or_default() += 1;
                }
                if member.is_none_or(|member| member.head) {
                    *self.counts.entry(Key { counting: Counting::Once, ..*key }).or_default() += 1;
                }
            }
        }
        self.keys = keys;
        self.no_language += u64::from(!any_language);
        if let Some(member) = member {
            *self.campaigns.entry(member.campaign).or_default() += 1;
        }
        self.add_naming(of);
        self.add_bases(coded);
    }

    /// The sets of a campaign's members that an answer puts its response into.
    fn add_of_member(&mut self, campaign: CampaignId, answer: &CodedAnswer, keys: &mut Vec<Key>) {
        let split = Split::Campaign(campaign);
        let mut put = |detail| keys.push(Key { question: 0, detail, split, counting: Counting::All });
        if !answer.own.is_empty() {
            put(Detail::Own);
        }
        for tag in &answer.tags {
            let codes: Vec<String> = self.frame.line(&tag.theme).map(str::to_owned).collect();
            for code in codes {
                let theme = self.word(&code);
                put(Detail::Theme(theme));
                if answer.is_own(tag.span) {
                    put(Detail::OwnTheme(theme));
                }
            }
        }
    }

    /// Counts one note of an event, apart from the responses.
    pub fn add_note(&mut self, note: &EventNote) {
        let event = self.events.entry(note.event.clone()).or_default();
        event.notes += 1;
        let mut codes: Vec<&str> = note.note.tags.iter().flat_map(|tag| self.frame.line(&tag.theme)).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            *event.themes.entry(code.to_owned()).or_default() += 1;
        }
    }

    /// What was counted.
    pub fn finish(self) -> Figures {
        let mut names = vec![String::new(); self.words.len() + 1];
        for (word, number) in self.words {
            names[number as usize] = word;
        }
        let name = |word: Word| names[word as usize].clone();
        let counts = self.counts.into_iter().map(|(key, n)| (figure(key, &name), n)).collect();
        Figures {
            counts,
            bases: self.bases,
            conflicts: self.conflicts,
            no_language: self.no_language,
            events: self.events,
            campaigns: self.campaigns,
            naming: self.naming,
            tags: self.tags,
            decided: self.decided,
        }
    }

    fn word(&mut self, word: &str) -> Word {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let number = self.words.len() as Word + 1;
        self.words.insert(word.to_owned(), number);
        number
    }

    fn add_naming(&mut self, response: &Response) {
        let respondent = &response.respondent;
        if !respondent.consents.name {
            self.naming.not_named += 1;
        } else if may_be_named(response).is_some() {
            self.naming.named += 1;
        } else if self.organisations.contains(&respondent.kind) {
            // It agreed, but left no name to print.
            self.naming.not_named += 1;
        } else {
            self.naming.individuals_agreed += 1;
        }
    }

    fn add_bases(&mut self, coded: &CodedResponse) {
        let mut seen: Vec<(&str, Stance, Basis)> = Vec::new();
        let mut conflicting: Vec<&str> = Vec::new();
        for answer in &coded.answers {
            let Some(found) = &answer.stance else { continue };
            seen.push((&answer.answer.question, found.value, found.kind));
            let closed = self.closed.get(&answer.answer.question);
            if closed.is_some_and(|closed| coded.conflict(answer, closed).is_some()) {
                conflicting.push(&answer.answer.question);
            }
        }
        seen.sort_unstable();
        seen.dedup();
        for (question, stance, basis) in seen {
            *self.bases.entry((question.to_owned(), stance, basis)).or_default() += 1;
        }
        conflicting.sort_unstable();
        conflicting.dedup();
        for question in conflicting {
            *self.conflicts.entry(question.to_owned()).or_default() += 1;
        }
    }
}

/// The name to print in the list of respondents: an organisation's, when it agreed. A person's is never shown.
pub fn may_be_named(response: &Response) -> Option<&str> {
    let name = response.respondent.organisation.trim();
    (response.respondent.consents.name && !name.is_empty()).then_some(name)
}

fn figure(key: Key, name: &dyn Fn(Word) -> String) -> Figure {
    let mut figure = Figure { counting: key.counting, ..Figure::default() };
    figure.question = (key.question != 0).then(|| name(key.question));
    match key.detail {
        Detail::Any => {}
        Detail::Theme(theme) => figure.theme = Some(name(theme)),
        Detail::ThemeIn(theme, language) => {
            figure.theme = Some(name(theme));
            figure.language = Some(language);
        }
        Detail::OwnTheme(theme) => {
            figure.theme = Some(name(theme));
            figure.own = true;
        }
        Detail::Own => figure.own = true,
        Detail::Stance(stance) => figure.stance = Some(stance),
        Detail::Option(option) => figure.option = Some(name(option)),
        Detail::Substance(substance) => figure.substance = Some(substance),
        Detail::Language(language) => figure.language = Some(language),
    }
    match key.split {
        Split::Whole => {}
        Split::Type(kind) => figure.kind = Some(name(kind)),
        Split::Area(area) => figure.area = Some(name(area)),
        Split::Channel(channel) => figure.channel = Some(name(channel)),
        Split::Campaign(id) => figure.campaign = Some(id),
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Answer, Detected};

    #[test]
    fn what_is_repeated_or_signed_is_in_no_count() {
        let answer = |question: &str, substance| {
            let language = Detected { language: Language::Cy, ..Detected::default() };
            let answer = Answer { question: question.to_owned(), substance, language, ..Answer::default() };
            CodedAnswer { answer, ..CodedAnswer::default() }
        };
        let answers = vec![
            answer("1", Substance::Words),
            answer("2", Substance::Quoted),
            answer("3", Substance::Signature),
            answer("4", Substance::Nothing),
        ];
        let mut tally = Tally::new(&Consultation::default(), &CodingFrame::default());
        tally.add(&CodedResponse { answers, ..CodedResponse::default() });
        let figures = tally.finish();
        let count = |question: &str| figures.counts.get(&Figure::answered(question)).copied().unwrap_or_default();
        assert_eq!(["1", "2", "3", "4"].map(count), [1, 0, 0, 1]);
    }
}
