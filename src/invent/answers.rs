//! The questionnaire as one respondent filled it in.

use super::bank::{Bank, Tongue};
use super::compose::Composer;
use super::habits::typed;
use super::questions::{Answered, Asked, Closed, QUESTIONNAIRE};
use super::rng::Rng;
use super::who::{Letter, Purpose, Stream, Who};

/// One cell for each question of [`QUESTIONNAIRE`].
pub(super) type Cells = [String; QUESTIONNAIRE.len()];

/// Fills in the questionnaire for response `index` of a stream.
pub(super) fn fill(bank: &Bank, composer: &Composer<'_>, who: &Who<'_>, stream: &Stream, index: usize) -> Cells {
    let mut rng = stream.rng(Purpose::Words, index);
    let rng = &mut rng;
    let mut cells = Cells::default();
    if who.blank {
        return cells;
    }
    if who.letter.is_some() {
        return campaign(bank, composer, who, rng);
    }
    if who.kind.organisation && rng.chance(0.04) {
        // Some send a document and leave the form empty but for a pointer to it.
        cells[0] = closed(Closed::Agree, who, rng).0;
        cells[1] = composer.aside(who.tongue, "attached", rng);
        return cells;
    }
    let mut used = Vec::new();
    let mut timing = None;
    for (cell, (_, _, answered)) in cells.iter_mut().zip(QUESTIONNAIRE) {
        match answered {
            Answered::Closed(question) => {
                let share = if question == Closed::Agree { 0.95 } else { 0.82 };
                if rng.chance(share) {
                    let (text, ticked) = closed(question, who, rng);
                    *cell = text;
                    if question == Closed::Timing {
                        timing = ticked;
                    }
                }
            }
            Answered::Open(question) => {
                let asked = match (question, timing) {
                    (Asked::TimingUnknown, Some(0)) => Asked::TooFast,
                    (Asked::TimingUnknown, Some(1)) => Asked::AboutRight,
                    (Asked::TimingUnknown, Some(2)) => Asked::TooSlow,
                    _ => question,
                };
                *cell = open(composer, who, asked, &mut used, rng);
            }
        }
    }
    asides(composer, who, &mut cells, rng);
    cells
}

/// An answer to an open question, which may be blank or say that there is nothing to say.
pub(super) fn open(composer: &Composer<'_>, who: &Who<'_>, asked: Asked, used: &mut Vec<u32>, rng: &mut Rng) -> String {
    let share = match asked {
        Asked::Why | Asked::EasyMoney => 0.95,
        Asked::EasyChange => 0.85,
        Asked::EasyElse => 0.6,
        Asked::Else => 0.45,
        Asked::Impacts | Asked::Transition => 0.66,
        _ => 0.5,
    };
    let answers = if who.kind.organisation { share + (1.0 - share) * 0.6 } else { share };
    if !rng.chance(answers) {
        return String::new();
    }
    let nothing = if asked == Asked::Why { 0.01 } else { 0.06 };
    if asked.about_welsh() && !who.mixed && rng.chance(0.2) {
        return composer.aside(who.tongue, "nothing_welsh_language", rng);
    }
    if rng.chance(nothing) {
        return composer.aside(who.tongue, "nothing", rng);
    }
    let text = composer.answer(who, asked, used, rng);
    typed(&text, &who.habits, rng)
}

/// The cell of a closed question and which option it is, or the first of several.
fn closed(question: Closed, who: &Who<'_>, rng: &mut Rng) -> (String, Option<usize>) {
    let welsh = usize::from(who.tongue == Tongue::Cy);
    let options = question.options();
    let chances = question.chances(who.stance);
    if question == Closed::Help {
        let ticked: Vec<usize> = (0..options.len()).filter(|&option| rng.chance(chances[option])).collect();
        let labels: Vec<&str> = ticked.iter().map(|&option| options[option][welsh]).collect();
        return (labels.join("; "), ticked.first().copied());
    }
    let ticked = rng.weighted(chances);
    (ticked.map_or_else(String::new, |option| options[option][welsh].to_owned()), ticked)
}

/// The campaign's letter under 1.1a, the boxes that it asks people to tick, and little else.
fn campaign(bank: &Bank, composer: &Composer<'_>, who: &Who<'_>, rng: &mut Rng) -> Cells {
    let mut cells = Cells::default();
    let tick = |question: Closed, option: usize| question.options()[option][0].to_owned();
    cells[0] = tick(Closed::Agree, usize::from(rng.chance(0.06)));
    cells[1] = letter(bank, who, rng);
    if rng.chance(0.6) {
        cells[9] = tick(Closed::OnlyNotForProfit, 0);
    }
    if who.letter == Some(Letter::Changed) && rng.chance(0.3) {
        cells[13] = open(composer, who, Asked::Else, &mut Vec::new(), rng);
    }
    asides(composer, who, &mut cells, rng);
    cells
}

fn letter(bank: &Bank, who: &Who<'_>, rng: &mut Rng) -> String {
    let mut text = bank.campaign.letter.join("\n\n");
    if who.letter == Some(Letter::Standard) {
        return text;
    }
    let kind = rng.below(4);
    if kind >= 2 {
        for _ in 0..rng.between(1, 3) {
            let [from, to] = rng.pick(&bank.campaign.edits);
            text = text.replace(from.as_str(), to);
        }
    }
    if kind != 2 {
        let mut said = String::new();
        let above = rng.chance(0.5);
        let list = if above { &bank.campaign.before } else { &bank.campaign.after };
        rng.pick(list).write(rng, &bank.places, &mut said);
        let said = typed(&said, &who.habits, rng);
        text = if above { format!("{said}\n\n{text}") } else { format!("{text}\n\n{}", said.trim_start()) };
    }
    text
}

/// What does not belong in an answer but stands there all the same: how to reach somebody, a worry about a child.
fn asides(composer: &Composer<'_>, who: &Who<'_>, cells: &mut Cells, rng: &mut Rng) {
    for (list, wanted) in [("personal", who.personal), ("worry", who.worry)] {
        if !wanted {
            continue;
        }
        let said = composer.aside(who.tongue, list, rng);
        let last = &mut cells[QUESTIONNAIRE.len() - 1];
        if !last.is_empty() {
            last.push('\n');
        }
        last.push_str(&said);
    }
}
