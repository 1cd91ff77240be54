//! One invented respondent: kind, language, views, consents and habits of writing.

use super::bank::{Bank, Kind, Tongue, Voice};
use super::places::address;
use super::rng::{Rng, marked, mix};

/// What a draw is for, so that one does not decide another.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    Person = 1,
    Words,
    Welsh,
    Mixed,
    Campaign,
    Blank,
    Worry,
    Personal,
    Duplicate,
    Council,
    Status,
    When,
    Names,
}

/// A stream of draws or of marks that belongs to one channel.
pub(super) fn purpose(channel: Channel, purpose: Purpose) -> u64 {
    channel as u64 * 1000 + purpose as u64
}

/// How a response came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    Platform = 1,
    HardCopy,
    EasyRead,
}

/// One channel of the consultation: what is drawn depends on its size and on the seed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stream {
    pub(super) seed: u64,
    pub(super) channel: Channel,
    pub(super) count: usize,
    /// Responses over all channels.
    pub(super) responses: usize,
}

impl Stream {
    /// The number of the mark when response `index` is one of the `share` marked for a purpose.
    pub(super) fn marked(&self, what: Purpose, share: f64, index: usize) -> Option<usize> {
        marked(self.seed, purpose(self.channel, what), share, index)
    }

    /// The draws of response `index` for a purpose.
    pub(super) fn rng(&self, what: Purpose, index: usize) -> Rng {
        Rng::new(self.seed, purpose(self.channel, what), index as u64)
    }

    /// The share of respondents that are organisations other than councils. The larger a consultation, the fewer they are
    /// among many: 132 of 2,207 and 165 of 15,697 in two that were published.
    fn bodies(&self) -> f64 {
        if self.channel == Channel::HardCopy {
            return 0.04;
        }
        let all = self.responses.max(1) as f64;
        0.3 * (300.0 / all).sqrt().min(1.0)
    }
}

/// What a campaign's supporter did with its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    Standard,
    Changed,
}

/// How somebody types.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Habits {
    pub(super) curly: bool,
    /// Share of longer words with a slip.
    pub(super) slips: f64,
    pub(super) capitals: bool,
    pub(super) lower: bool,
    pub(super) emoji: bool,
    pub(super) trailing: bool,
    /// Leaves out the circumflex.
    pub(super) bare: bool,
}

/// An invented respondent.
pub(super) struct Who<'b> {
    pub(super) kind: &'b Kind,
    /// Position of the kind in the bank.
    pub(super) kind_at: usize,
    pub(super) tongue: Tongue,
    pub(super) mixed: bool,
    /// 0 support, 1 support with conditions, 2 oppose, 3 unclear.
    pub(super) stance: usize,
    pub(super) area: usize,
    pub(super) organisation: String,
    pub(super) name: String,
    pub(super) email: String,
    /// Publish, name, quote, contact; `None` when left blank.
    pub(super) consents: [Option<bool>; 4],
    pub(super) letter: Option<Letter>,
    pub(super) blank: bool,
    pub(super) worry: bool,
    pub(super) personal: bool,
    /// From 0 to 1: how much somebody writes.
    pub(super) wordy: f64,
    pub(super) habits: Habits,
}

/// How many of the councils answer on the platform: the first half, fewer when there are few responses.
pub(super) fn councils(bank: &Bank, stream: &Stream) -> usize {
    if stream.channel == Channel::Platform { (bank.places.councils.len() / 2).min(stream.count / 12) } else { 0 }
}

impl<'b> Who<'b> {
    /// Draws the respondent who sent response `index` of a stream.
    pub(super) fn draw(bank: &'b Bank, stream: &Stream, index: usize) -> Who<'b> {
        let mut rng = stream.rng(Purpose::Person, index);
        let council_share = councils(bank, stream) as f64 / stream.count.max(1) as f64;
        let council = stream.marked(Purpose::Council, council_share, index);
        let letter = letter(stream, index).filter(|_| council.is_none());
        let kind_at = kind(bank, stream, &mut rng, council.is_some(), letter.is_some());
        let kind = &bank.kinds[kind_at];
        let welsh = letter.is_none() && stream.marked(Purpose::Welsh, welsh_share(stream.channel), index).is_some();
        let mixed = letter.is_none() && !welsh && stream.marked(Purpose::Mixed, 0.037, index).is_some();
        let tongue = if welsh { Tongue::Cy } else { Tongue::En };
        let stance = if letter.is_some() { 0 } else { rng.weighted(&kind.stance).unwrap_or(3) };
        let held = council.and_then(|number| bank.places.councils.get(number));
        let area = held.map_or_else(|| rng.below(bank.places.areas()), |council| council.area);
        let contact = bank.places.person(&mut rng);
        let organisation = match held {
            Some(council) => {
                if welsh {
                    council.cy.clone()
                } else {
                    council.en.clone()
                }
            }
            None if kind.organisation => body_name(bank, kind, stream, index, welsh),
            None => String::new(),
        };
        // A quarter of people give no name, and no address either.
        let anonymous = rng.chance(if kind.organisation { 0.3 } else { 0.25 });
        let share = 1.0 / worries_apart(stream.count);
        Who {
            kind,
            kind_at,
            tongue,
            mixed,
            stance,
            area,
            organisation,
            email: if anonymous { String::new() } else { address(&contact, scrambled(stream, index)) },
            name: if anonymous { String::new() } else { contact },
            consents: consents(&mut rng, kind),
            letter,
            blank: letter.is_none() && council.is_none() && stream.marked(Purpose::Blank, 0.014, index).is_some(),
            worry: !kind.organisation
                && stream.channel != Channel::HardCopy
                && stream.marked(Purpose::Worry, share, index).is_some(),
            personal: stream.marked(Purpose::Personal, 0.022, index).is_some(),
            wordy: rng.unit() * rng.unit().max(0.2),
            habits: habits(&mut rng, kind.voice),
        }
    }
}

/// A worry about a child is rare: one in a small channel, one in 600 responses in a large one.
fn worries_apart(count: usize) -> f64 {
    (count as f64).clamp(20.0, 600.0)
}

fn welsh_share(channel: Channel) -> f64 {
    match channel {
        // The campaign's letter is in English, so that others are likelier to be in Welsh.
        Channel::Platform => 0.125,
        Channel::HardCopy => 0.115,
        Channel::EasyRead => 0.1,
    }
}

fn letter(stream: &Stream, index: usize) -> Option<Letter> {
    let share = match stream.channel {
        Channel::Platform => 0.178,
        Channel::HardCopy => 0.12,
        Channel::EasyRead => return None,
    };
    let number = stream.marked(Purpose::Campaign, share, index)?;
    // Of each three, one is changed, and not always the same of the three.
    let changed = mix(stream.seed ^ (number / 3) as u64) as usize % 3 == number % 3;
    Some(if changed { Letter::Changed } else { Letter::Standard })
}

fn kind(bank: &Bank, stream: &Stream, rng: &mut Rng, council: bool, campaign: bool) -> usize {
    let at = |code: &str| bank.kinds.iter().position(|kind| kind.code == code).unwrap_or(0);
    if council {
        return at("local-authority");
    }
    if stream.channel == Channel::EasyRead {
        return at("young-care-experienced");
    }
    let body = !campaign && rng.chance(stream.bodies());
    let weights: Vec<f64> = bank
        .kinds
        .iter()
        .map(|kind| match () {
            () if kind.organisation != body => 0.0,
            // Children have their own form, and write fewer letters than their elders.
            () if kind.young && (campaign || stream.channel == Channel::HardCopy) => 0.0,
            () if campaign && kind.stance[0] < 0.4 => 0.0,
            () => kind.weight,
        })
        .collect();
    rng.weighted(&weights).unwrap_or(0)
}

/// A number that belongs to this response alone.
fn scrambled(stream: &Stream, index: usize) -> usize {
    let span = stream.count.max(9000);
    // A step that shares no factor with the span visits every number once.
    let mut step = span / 2 + span / 7 + 1;
    while gcd(step, span) != 1 {
        step += 1;
    }
    (index * step + (stream.seed % span as u64) as usize) % span + stream.channel as usize * span
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn body_name(bank: &Bank, kind: &Kind, stream: &Stream, index: usize, welsh: bool) -> String {
    let number = scrambled(stream, index);
    let Some(pattern) = kind.names.get(number / bank.places.count() % kind.names.len().max(1)) else {
        return String::new();
    };
    let mut place = String::new();
    bank.places.place(number, &mut place);
    pattern[usize::from(welsh)].replace("{place}", &place)
}

fn consents(rng: &mut Rng, kind: &Kind) -> [Option<bool>; 4] {
    let body = kind.organisation;
    let shares = if body { [0.86, 0.84, 0.8, 0.75] } else { [0.7, 0.3, 0.66, 0.35] };
    // Who skips one box tends to skip the others.
    let skips = rng.chance(0.08);
    shares.map(|share| {
        let blank = rng.chance(if skips { 0.8 } else { 0.04 });
        let yes = rng.chance(share);
        (!blank).then_some(yes)
    })
}

fn habits(rng: &mut Rng, voice: Voice) -> Habits {
    let body = voice.is_body();
    let young = voice == Voice::Young;
    Habits {
        curly: rng.chance(if body { 0.6 } else { 0.3 }),
        slips: if !body && rng.chance(0.35) { 0.012 + 0.03 * rng.unit() } else { 0.0 },
        capitals: !body && rng.chance(0.025),
        lower: !body && rng.chance(if young { 0.35 } else { 0.04 }),
        emoji: rng.chance(if young {
            0.35
        } else if body {
            0.0
        } else {
            0.04
        }),
        trailing: rng.chance(0.07),
        bare: rng.chance(if body { 0.02 } else { 0.15 }),
    }
}
