//! What people allow: sentences that ask for consent, and what is said to them.

use super::ticks::{self, Mark, Options};
use crate::ingest::consent;
use crate::model::{Bilingual, Choice, Question};
use crate::text::fold::fold;

/// Words beyond which a line asks for no consent.
const LONGEST_CONSENT: usize = 70;

/// One of the four consents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Permission {
    Publish,
    Name,
    Quote,
    Contact,
}

impl Permission {
    /// As messages call it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Permission::Publish => "publish",
            Permission::Name => "name",
            Permission::Quote => "quote",
            Permission::Contact => "contact",
        }
    }
}

/// What is said to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Yes,
    No,
    /// Its boxes are empty.
    Nothing,
    /// Something else; a person has to look.
    Unclear,
}

/// A sentence that asks for consent.
#[derive(Debug)]
pub(super) struct Request {
    /// Which consents it speaks of.
    pub(super) about: Vec<Permission>,
    /// Which of them a yes can give.
    grants: Vec<Permission>,
    /// Whether a yes to it says no: "Please tick here if you do not want…".
    refuses: bool,
    /// Whether a yes to it keeps the name back.
    anonymous: bool,
    is_question: bool,
}

/// Who is spoken of.
const PERSONAL: &str = "your you my i me eich chi ydych fy fi imi mi i'm i'd ymateb ein";

/// Beginnings of the words by which consent is asked for.
const ASKING: &str = "happy content consent agree may can allow permission prefer want wish would tick like willing please \
    ok object hapus bodlon fodlon cydsyn gydsyn caniat ganiat chaniat hoffwn hoffech ticiwch gallwn \
    allwn gawn cawn cytuno well dymuno gytuno";

/// Words that turn a request into a refusal.
const REFUSING: &str = "not don't dont without never withhold withheld remove removed hide redact ddim peidio beidio na nad \
    object heb";

/// Beginnings of the words for what is published: "your response", "fy enw". What is published otherwise (a summary that
/// will be sent) gives nobody's consent.
const THEIRS: &str = "response answer comment view submission name word detail organi identity reply letter ymateb hymateb \
    ateb hateb sylw enw geiriau ngeiriau sefydliad safbwynt llythyr";

impl Request {
    /// Reads a sentence; `None` when it asks for no consent.
    pub(super) fn of(words: &str) -> Option<Request> {
        if words.split_whitespace().nth(LONGEST_CONSENT).is_some() {
            return None;
        }
        let folded = fold(words);
        let words: Vec<&str> = folded.text().split(|c: char| !(c.is_alphanumeric() || c == '\'')).collect();
        let says = |list: &str| words.iter().any(|word| list.split(' ').any(|known| known == *word));
        let begins = |list: &str| words.iter().any(|word| list.split(' ').any(|start| word.starts_with(start)));
        let anonymous = begins("anonym dienw ddienw nienw");
        let confidential = begins("confidential cyfrinach gyfrinach chyfrinach");
        let speaks_of = |permission: &Permission| match permission {
            Permission::Publish => confidential || begins("publish publication cyhoedd gyhoedd chyhoedd"),
            Permission::Name => {
                anonymous
                    || confidential
                    || says("name named names attributed attribute")
                    || begins("enwi henwi enw priodoli phriodoli briodoli")
            }
            Permission::Quote => confidential || begins("quot dyfyn ddyfyn nyfyn"),
            Permission::Contact => says("contact contacted contacting") || begins("cysyllt gysyllt chysyllt"),
        };
        let all = [Permission::Publish, Permission::Name, Permission::Quote, Permission::Contact];
        let about: Vec<Permission> = all.into_iter().filter(speaks_of).collect();
        // "Name" and "contact" alone are the labels of fields.
        let asks = anonymous || confidential || begins(ASKING);
        if about.is_empty() || !asks || !says(PERSONAL) {
            return None;
        }
        let owns = |pair: &[&str]| {
            ["your", "my", "our", "this", "eich", "fy", "ein"].contains(&pair[0])
                && pair[1..].iter().any(|word| THEIRS.split(' ').any(|start| word.starts_with(start)))
        };
        let speaks_of_theirs = words.windows(3).any(owns) || words.windows(2).any(owns);
        let mut grants = about.clone();
        if grants.contains(&Permission::Contact) {
            grants = vec![Permission::Contact];
        }
        grants.retain(|permission| *permission != Permission::Publish || speaks_of_theirs);
        let refuses = confidential || says(REFUSING);
        Some(Request { about, grants, refuses, anonymous, is_question: folded.text().contains('?') })
    }

    /// What an answer to it gives (true) and refuses (false), and whether a person has to look.
    pub(super) fn settle(&self, says: Says) -> (Vec<(Permission, bool)>, bool) {
        let none = || self.about.iter().map(|permission| (*permission, false)).collect();
        match says {
            Says::Nothing => (Vec::new(), false),
            Says::Unclear => (none(), true),
            // "Keep me anonymous? No" and "You do not mind being quoted? Yes" may mean either.
            Says::No => (none(), self.refuses || self.anonymous),
            Says::Yes if self.refuses => (none(), self.is_question),
            Says::Yes => {
                let is_kept_back = |permission: &Permission| self.anonymous && *permission == Permission::Name;
                let given = self.grants.iter().map(|permission| (*permission, !is_kept_back(permission)));
                (given.collect(), false)
            }
        }
    }
}

/// What a request's own line says to it: yes or no behind its question mark or colon, or a mark at either end.
pub(super) fn marked(words: &str, yes_no: &Question) -> Option<Says> {
    let plain = ["x", "X", ""].iter().fold(words.to_owned(), |words, mark| {
        let spaced = if mark.is_empty() { "[ ]".to_owned() } else { format!("[ {mark} ]") };
        words.replace(&spaced, &format!("[{mark}]"))
    });
    if let Some((before, after)) = plain.rsplit_once(['?', ':'])
        && before.split_whitespace().count() > 2
        && let Some(says) = short(after, yes_no)
    {
        return Some(says);
    }
    let options = Options::of(yes_no);
    let tokens: Vec<&str> = plain.split_whitespace().collect();
    let is_mark = |token: &&str| ticks::alone(token).is_some();
    let is_part = |token: &&str| is_mark(token) || options.line(token).is_some() || *token == "/";
    let marks = tokens.iter().filter(|token| is_mark(token)).count();
    // A letter within a sentence is a word; where a form expects a tick, it is one.
    let behind = tokens.iter().rev().take_while(|token| is_part(token)).count();
    let before = tokens.iter().take_while(|token| is_part(token)).count();
    let ends = [&tokens[tokens.len() - behind..], &tokens[..before]];
    let found = ends.into_iter().find(|end| end.iter().any(is_mark))?;
    let is_all = found.iter().filter(|token| is_mark(token)).count() == marks;
    if is_all { short(&found.join(" "), yes_no) } else { Some(Says::Unclear) }
}

/// Words with which people say yes to a request and nothing more.
const WILLING: &str = "yes y i we am are happy to agree consent please of course do ok ydw ydyn iawn cytuno cytunaf rwy'n \
    hapus wrth gwrs";

/// Yes or no and nothing else, typed or ticked.
pub(super) fn short(words: &str, yes_no: &Question) -> Option<Says> {
    let options = Options::of(yes_no);
    if let Some(is_ticked) = ticks::alone(words) {
        return Some(if is_ticked { Says::Yes } else { Says::Nothing });
    }
    if let Some(read) = options.line(words) {
        let ticked: Vec<&str> =
            read.iter().filter(|(_, mark)| *mark == Mark::Ticked).map(|(choice, _)| choice.code.as_str()).collect();
        let says = |code: &str| if code == "yes" { Says::Yes } else { Says::No };
        return Some(match (ticked.as_slice(), read.as_slice()) {
            ([only], _) => says(only),
            ([], [(only, Mark::Bare)]) => says(&only.code),
            ([], _) => Says::Nothing,
            _ => Says::Unclear,
        });
    }
    let folded = fold(words);
    let mut plain = folded.text().split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty());
    (consent::is_yes(words) && plain.all(|word| WILLING.split(' ').any(|known| known == word))).then_some(Says::Yes)
}

/// Yes and no as the options of a question.
pub(super) fn yes_no() -> Question {
    let choice = |code: &str, also: &[&str]| Choice {
        code: code.to_owned(),
        label: Bilingual::default(),
        also: also.iter().map(|wording| (*wording).to_owned()).collect(),
        stance: None,
    };
    let yes = ["yes", "ydw", "ydyn", "ydym", "ie", "iawn", "cewch", "gallwch", "caiff", "byddwn", "oes", "y"];
    let no = ["no", "nac ydw", "nac ydyn", "nac ydym", "nage", "na", "na chewch", "nac oes", "ddim", "na fyddwn", "n"];
    Question { options: vec![choice("yes", &yes), choice("no", &no)], ..Question::default() }
}
