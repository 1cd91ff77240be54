//! Answers put together from the bank: an opening, themes that suit the question and the person, links and an ending.

use super::bank::{Bank, Tongue, Voice};
use super::questions::Asked;
use super::rng::Rng;
use super::template::Template;
use super::who::Who;

/// Themes with their weights.
type Likely = Vec<(usize, f64)>;

/// Chooses themes and sentences. Made once; holds for each question, kind and stance how likely each theme is.
pub(super) struct Composer<'b> {
    bank: &'b Bank,
    /// By question, kind of respondent and stance: themes and their weights.
    likely: Vec<Vec<[Likely; 4]>>,
}

impl<'b> Composer<'b> {
    pub(super) fn new(bank: &'b Bank) -> Self {
        let likely = Asked::ALL
            .iter()
            .map(|asked| {
                let each = |kind: usize| std::array::from_fn(|stance| likely(bank, *asked, kind, stance));
                (0..bank.kinds.len()).map(each).collect()
            })
            .collect();
        Composer { bank, likely }
    }

    /// Writes one person's answer to an open question. `used` holds the sentences that the person has said already:
    /// nobody says the same thing twice in one response.
    pub(super) fn answer(&self, who: &Who<'_>, asked: Asked, used: &mut Vec<u32>, rng: &mut Rng) -> String {
        let voice = who.kind.voice;
        let sentences = length(who, asked, rng);
        let mut text = Text { out: String::new(), voice };
        // Half of the answers of somebody who mixes languages are mixed; the reason always is.
        let mixed = who.mixed && (asked == Asked::Why || asked == Asked::EasyMoney || rng.chance(0.5));
        let first = if who.mixed && rng.chance(0.5) { Tongue::Cy } else { who.tongue };
        let sentences = if mixed { sentences.max(3) } else { sentences };
        self.open(who, asked, first, &mut text, rng);
        let mut themes = self.likely[asked as usize][who.kind_at][who.stance].clone();
        let mut said = 0;
        while said < sentences {
            let weights: Vec<f64> = themes.iter().map(|(_, weight)| *weight).collect();
            let Some(at) = rng.weighted(&weights) else { break };
            let (theme, _) = themes.swap_remove(at);
            let most = if voice.is_body() { rng.between(1, 4) } else { rng.between(1, 2) };
            if said > 0 && voice.is_body() && sentences > 5 && !text.out.ends_with('\n') {
                text.out.push_str("\n\n");
            }
            for turn in 0..most.min(sentences - said) {
                let turned = mixed && said * 2 >= sentences;
                let tongue = if turned { other(first) } else { first };
                let pool = self.bank.pool(theme, tongue, voice);
                let Some(sentence) = fresh(pool, used, rng) else { break };
                self.say(sentence, who, tongue, turn > 0, &mut text, rng);
                said += 1;
            }
        }
        self.close(who, asked, first, sentences, &mut text, rng);
        text.out
    }

    /// One sentence from a list of the bank, empty when the list is.
    pub(super) fn aside(&self, tongue: Tongue, list: &str, rng: &mut Rng) -> String {
        let mut out = String::new();
        if let Some(template) = one(self.bank.joins(tongue, list), rng) {
            template.write(rng, &self.bank.places, &mut out);
        }
        out
    }

    fn open(&self, who: &Who<'_>, asked: Asked, tongue: Tongue, text: &mut Text, rng: &mut Rng) {
        let voice = who.kind.voice;
        if asked == Asked::Why && voice.is_body() && rng.chance(0.6) {
            let list = match voice {
                Voice::Council => "who_council",
                Voice::Homes | Voice::Agency => "who_provider",
                _ => "who_org",
            };
            text.add(&self.aside(tongue, list, rng), rng);
        }
        let share = match asked {
            Asked::Why => 0.55,
            Asked::EasyMoney => 0.2,
            _ => 0.0,
        };
        if rng.chance(if voice.is_body() && asked == Asked::Why { 0.85 } else { share }) {
            let stance = ["support", "mixed", "oppose", "unclear"][who.stance];
            let manner = match voice {
                Voice::Young => "young",
                _ if voice.is_body() => "body",
                _ => "plain",
            };
            text.add(&self.aside(tongue, &format!("open_{stance}_{manner}"), rng), rng);
        }
        self.introduce(who, asked, tongue, text, rng);
        let looks_back = voice == Voice::Care && matches!(asked, Asked::Why | Asked::Else) && rng.chance(0.3);
        if looks_back && let Some(theme) = self.bank.theme("X6") {
            let pool = self.bank.pool(theme, tongue, voice);
            if let Some(sentence) = fresh(pool, &mut Vec::new(), rng) {
                self.say(sentence, who, tongue, false, text, rng);
            }
        }
    }

    /// A word about oneself in passing, as people add to long answers and short.
    fn introduce(&self, who: &Who<'_>, asked: Asked, tongue: Tongue, text: &mut Text, rng: &mut Rng) {
        let list = match who.kind.voice {
            Voice::Carer | Voice::Ifa => "context_carer",
            voice if voice.is_body() => return,
            voice => match voice.manner() {
                "young" => "context_young",
                "work" => "context_work",
                _ => "context_plain",
            },
        };
        let share = match asked {
            Asked::Why => 0.3,
            Asked::EasyMoney | Asked::Impacts => 0.12,
            _ => 0.04,
        };
        if rng.chance(share) {
            text.add(&self.aside(tongue, list, rng), rng);
        }
    }

    fn close(&self, who: &Who<'_>, asked: Asked, tongue: Tongue, sentences: usize, text: &mut Text, rng: &mut Rng) {
        let voice = who.kind.voice;
        let (list, share) = match asked {
            Asked::Else if voice.is_body() => ("close_body", 0.4),
            Asked::Else if voice != Voice::Young => ("close_plain", 0.2),
            _ => return,
        };
        if rng.chance(share) {
            if sentences > 5 {
                text.out.push_str("\n\n");
            }
            text.add(&self.aside(tongue, list, rng), rng);
        }
    }

    fn say(&self, sentence: u32, who: &Who<'_>, tongue: Tongue, follows: bool, text: &mut Text, rng: &mut Rng) {
        let voice = who.kind.voice;
        let template = &self.bank.sentences[sentence as usize];
        let mut said = String::new();
        // A body says "we": wordings with "I" are drawn again, and passed over when there is no other.
        for _ in 0..6 {
            said.clear();
            template.write(rng, &self.bank.places, &mut said);
            if !(voice.is_body() && says_i(&said, tongue)) {
                break;
            }
        }
        if voice.is_body() && says_i(&said, tongue) {
            return;
        }
        if voice != Voice::Young {
            let manner = voice.manner();
            let statement = !said.contains(['?', '!']);
            if follows && rng.chance(0.3) && may_follow(&said, tongue) {
                said = self.aside(tongue, "link", rng) + &small_first(&said);
            } else if statement && rng.chance(0.3) && may_be_led(&said, tongue) {
                said = self.aside(tongue, &format!("lead_{manner}"), rng) + &small_first(&said);
            } else if statement && said.ends_with('.') && !said.contains(':') && rng.chance(0.09) {
                said.pop();
                said += &self.aside(tongue, &format!("tail_{manner}"), rng);
            }
        }
        text.add(&said, rng);
        if who.habits.emoji && rng.chance(0.4) {
            text.out.push_str(&self.aside(tongue, "emoji", rng));
        }
    }
}

/// What has been written so far, and whose voice it is in.
struct Text {
    out: String,
    voice: Voice,
}

impl Text {
    /// Adds a sentence, parted from the one before as this voice parts them.
    fn add(&mut self, sentence: &str, rng: &mut Rng) {
        let ended = self.out.trim_end().ends_with(['.', '?', '!', ':']);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            let between = match self.voice {
                Voice::Young if ended => *rng.pick(&[" ", " ", "\n"]),
                Voice::Young => *rng.pick(&[". ", ". ", " ", ", ", "\n", " - "]),
                _ => " ",
            };
            self.out.push_str(between);
        }
        self.out.push_str(sentence);
    }
}

/// How many sentences this person writes here.
fn length(who: &Who<'_>, asked: Asked, rng: &mut Rng) -> usize {
    let most = match who.kind.voice {
        Voice::Young => 2.0 + 2.0 * who.wordy,
        _ if who.kind.voice.manner() == "plain" => 2.0 + 5.0 * who.wordy,
        voice if !voice.is_body() => 3.0 + 6.0 * who.wordy,
        _ => 4.0 + 24.0 * who.wordy,
    };
    let share = match asked {
        Asked::Why | Asked::Impacts | Asked::Transition | Asked::EasyMoney | Asked::EasyChange => 1.0,
        Asked::WelshEffects | Asked::WelshBetter => 0.45,
        _ => 0.65,
    };
    let most = ((most * share) as usize).max(1);
    // Few give their reason in a single sentence.
    let least = if asked == Asked::Why && rng.chance(0.75) { 2 } else { 1 };
    rng.between((most / 3).max(least), most.max(least))
}

/// A sentence of the pool that has not been said, or none when a few tries find none.
fn fresh(pool: &[u32], used: &mut Vec<u32>, rng: &mut Rng) -> Option<u32> {
    if pool.is_empty() {
        return None;
    }
    let sentence = (0..6).map(|_| *rng.pick(pool)).find(|sentence| !used.contains(sentence))?;
    used.push(sentence);
    Some(sentence)
}

fn one<'t>(list: &'t [Template], rng: &mut Rng) -> Option<&'t Template> {
    (!list.is_empty()).then(|| rng.pick(list))
}

fn other(tongue: Tongue) -> Tongue {
    match tongue {
        Tongue::En => Tongue::Cy,
        Tongue::Cy => Tongue::En,
    }
}

/// Openings of sentences that stay right after "In our view," and lose only their capital.
const LED: [&[&str]; 2] = [
    &[
        "The",
        "This",
        "These",
        "It",
        "There",
        "Children",
        "A",
        "An",
        "Any",
        "Some",
        "Many",
        "Most",
        "Public",
        "Every",
        "Each",
        "Profit",
        "No",
        "Nobody",
        "Stability",
        "Relationships",
        "Providers",
        "Councils",
        "Companies",
        "Foster",
        "Small",
        "Homes",
        "Continuity",
        "Short-term",
        "Guidance",
        "Reserves",
        "Recruitment",
        "Prices",
        "Registration",
        "Local",
        "Legal",
        "Quality",
        "What",
        "All",
        "Good",
        "Ministers",
        "Double",
        "Young",
        "More",
        "Fewer",
        "Staff",
        "Social",
        "Prevention",
        "Places",
        "Beds",
    ],
    &[
        "Mae",
        "Nid",
        "Ni",
        "Bydd",
        "Byddai",
        "Dylai",
        "Dylid",
        "Gallai",
        "Gellid",
        "Does",
        "Rhaid",
        "Dim",
        "Ychydig",
        "Sefydlogrwydd",
        "Ansawdd",
        "Gall",
        "Byddwn",
        "Cartrefi",
        "Prin",
    ],
];

/// Openings that can follow "Also," but not "In our view,".
const FOLLOWS: [&[&str]; 2] = [&["We", "Our", "My", "They"], &["Rydym", "Rwyf", "Rwy'n", "Byddem", "Hoffem"]];

fn first_word(said: &str) -> &str {
    said.split([' ', ',']).next().unwrap_or_default()
}

fn may_be_led(said: &str, tongue: Tongue) -> bool {
    LED[tongue as usize].contains(&first_word(said))
}

fn may_follow(said: &str, tongue: Tongue) -> bool {
    !said.contains('?') && (may_be_led(said, tongue) || FOLLOWS[tongue as usize].contains(&first_word(said)))
}

/// Whether a sentence speaks of one person.
fn says_i(said: &str, tongue: Tongue) -> bool {
    let words: &[&str] = match tongue {
        Tongue::En => &["I", "I'm", "I'd", "me", "my", "My"],
        // `i` is not among them: it is "to" as often as "I".
        Tongue::Cy => &["Rwy'n", "rwy'n", "Rwyf", "Dydw", "Fyddwn", "Welais", "Wela", "Hoffwn", "Fy", "fy", "Credaf"],
    };
    said.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| words.contains(&word))
}

fn small_first(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn likely(bank: &Bank, asked: Asked, kind: usize, stance: usize) -> Likely {
    let kind = &bank.kinds[kind];
    let mut out = Vec::new();
    for (theme, code) in bank.themes.iter().enumerate() {
        let base = asked.themes().iter().filter(|(start, _)| under(code, start)).map(|(_, weight)| *weight).next_back();
        let Some(base) = base else { continue };
        let boost = kind.themes.get(code).copied().unwrap_or(1.0);
        let stance = if asked.about_the_proposal() { suits(code, stance) } else { 1.0 };
        let weight = base * boost * stance;
        if weight > 0.0 {
            out.push((theme, weight));
        }
    }
    out
}

/// Whether a theme is the one named or stands below it.
fn under(code: &str, start: &str) -> bool {
    code == start || code.strip_prefix(start).is_some_and(|rest| rest.starts_with('.'))
}

/// How much likelier a theme is for those who support, support with conditions, oppose or take no side.
fn suits(code: &str, stance: usize) -> f64 {
    let by_stance = match code {
        "T01.4" => [0.15, 2.5, 0.0, 0.2],
        _ if code.starts_with("T01") => [1.0, 0.45, 0.0, 0.0],
        "T02.1" | "T02.2" => [0.0, 0.35, 1.6, 0.4],
        _ if code.starts_with("T02") => [0.0, 0.2, 1.6, 0.1],
        _ if code.starts_with("T03") => [0.45, 1.3, 1.2, 0.9],
        "T08.2" => [1.0, 0.2, 0.0, 0.2],
        "T08.1" | "T06.1" | "T06.4" => [0.3, 1.0, 1.3, 0.8],
        "T09.4" => [1.0, 0.8, 0.2, 0.6],
        "T11.3" | "T09.3" => [1.2, 1.0, 0.5, 1.0],
        _ => [1.0, 1.0, 1.0, 1.0],
    };
    by_stance[stance.min(3)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_comes_up_somewhere_in_both_languages() {
        let bank = Bank::load().unwrap();
        let composer = Composer::new(&bank);
        for (theme, code) in bank.themes.iter().enumerate() {
            for tongue in [Tongue::En, Tongue::Cy] {
                let spoken = composer.likely.iter().flatten().zip(bank.kinds.iter().cycle()).any(|(stances, kind)| {
                    let likely = stances.iter().flatten().any(|(likely, _)| *likely == theme);
                    likely && !bank.pool(theme, tongue, kind.voice).is_empty()
                });
                // Words about having been in care in passing are not drawn with the themes.
                assert!(spoken || code == "X6", "{code} in {tongue:?}");
            }
        }
    }

    #[test]
    fn a_sentence_led_in_loses_its_capital_and_nothing_else() {
        assert!(may_be_led("Mae angen 👍", Tongue::Cy) && !may_be_led("Gofynnwch i ni", Tongue::Cy));
        assert_eq!(small_first("Ŵyn bach"), "ŵyn bach");
        assert_eq!(small_first(""), "");
        assert!(says_i("I think so", Tongue::En) && !says_i("In our view", Tongue::En));
    }
}
