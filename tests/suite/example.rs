//! A small invented consultation, coded, for tests of figures and reports.

use ymateb::analysis::{Chooser, Tally, clear, may_be_named};
use ymateb::model::*;
use ymateb::reports::Material;

/// A consultation with its coded responses.
pub(crate) struct Example {
    pub(crate) consultation: Consultation,
    pub(crate) frame: CodingFrame,
    pub(crate) responses: Vec<CodedResponse>,
    pub(crate) events: Vec<Event>,
    pub(crate) notes: Vec<EventNote>,
}

pub(crate) fn words(en: &str, cy: &str) -> Bilingual {
    Bilingual { en: en.into(), cy: cy.into() }
}

fn kind(code: &str, en: &str, cy: &str, organisation: bool, young: bool) -> RespondentType {
    RespondentType { code: code.into(), label: words(en, cy), organisation, young, also: Vec::new() }
}

fn theme(code: &str, en: &str, cy: &str) -> Theme {
    Theme {
        code: code.into(),
        parent: code.rsplit_once('.').map(|(parent, _)| parent.to_owned()),
        label: words(en, cy),
        about: words("When an answer speaks of this.", "Pan fo ateb yn sôn am hyn."),
        ..Theme::default()
    }
}

fn choice(code: &str, en: &str, cy: &str, stance: Stance) -> Choice {
    Choice { code: code.into(), label: words(en, cy), also: Vec::new(), stance: Some(stance) }
}

pub(crate) fn frame() -> CodingFrame {
    let mut themes = vec![
        theme("T01", "Support for the proposal", "Cefnogaeth i'r cynnig"),
        theme(
            "T01.1",
            "Profit has no place in the care of children",
            "Nid oes lle i elw yng ngofal plant sy'n derbyn gofal",
        ),
        theme("T01.4", "Support in principle, with conditions", "Cefnogaeth mewn egwyddor, gydag amodau"),
        theme("T03", "Unintended consequences", "Canlyniadau anfwriadol"),
        theme("T03.1", "Children having to move home", "Plant yn gorfod symud cartref"),
        theme(
            "T03.4",
            "More homes out of area or outside Wales",
            "Mwy o leoliadau y tu allan i'r ardal neu y tu allan i Gymru",
        ),
        theme("T04", "Children's stability, voice and rights", "Sefydlogrwydd, llais a hawliau plant"),
        theme("T04.3", "Brothers, sisters and family time", "Brodyr, chwiorydd ac amser teulu"),
        theme("T08", "Timescales and implementation", "Amserlenni a gweithredu"),
        theme("T08.1", "Too fast", "Rhy gyflym"),
        theme("T09", "Cost and funding", "Costau a chyllid"),
        theme("T12", "Welsh language, equality and impacts", "Y Gymraeg, cydraddoldeb ac effeithiau"),
        theme("X1", "Safeguarding concern", "Pryder diogelu"),
    ];
    for theme in &mut themes {
        theme.working = theme.code.starts_with('X');
    }
    CodingFrame {
        name: "removing-profit".into(),
        version: 3,
        proposal: Some(words(
            "only not-for-profit providers may care for children looked after",
            "dim ond darparwyr nid-er-elw a gaiff ofalu am blant sy'n derbyn gofal",
        )),
        themes,
    }
}

pub(crate) fn consultation() -> Consultation {
    let question =
        |id: &str, en: &str, cy: &str| Question { id: id.into(), text: words(en, cy), ..Question::default() };
    Consultation {
        name: "removing-profit".into(),
        invented: true,
        title: words(
            "Removing profit from the care of children looked after",
            "Dileu elw o ofal plant sy'n derbyn gofal",
        ),
        about: words(
            "The proposal is that only not-for-profit providers may register to care for children looked after.",
            "Y cynnig yw mai dim ond darparwyr nid-er-elw a gaiff gofrestru i ofalu am blant sy'n derbyn gofal.",
        ),
        number: String::new(),
        opened: "2022-08-17".into(),
        closes: "2022-11-07".into(),
        late: Late::Include,
        areas: Vec::new(),
        languages: Locale::BOTH.to_vec(),
        questions: vec![
            Question {
                kind: QuestionKind::Closed,
                proposal: true,
                options: vec![
                    choice("agree", "Agree", "Cytuno", Stance::Support),
                    choice("partly", "Agree in part", "Cytuno'n rhannol", Stance::Mixed),
                    choice("disagree", "Disagree", "Anghytuno", Stance::Oppose),
                ],
                ..question("1.1", "Do you agree with the proposal?", "A ydych yn cytuno â'r cynnig?")
            },
            Question {
                explains: Some("1.1".into()),
                proposal: true,
                ..question("1.2", "Please tell us why.", "Dywedwch wrthym pam.")
            },
            question("1.3", "What would the likely impacts be?", "Beth fyddai'r effeithiau tebygol?"),
            Question {
                welsh_language: true,
                ..question(
                    "1.4",
                    "What effects would there be on the Welsh language?",
                    "Pa effeithiau fyddai ar y Gymraeg?",
                )
            },
        ],
        types: vec![
            kind(
                "young-person",
                "Care-experienced child or young person",
                "Plentyn neu berson ifanc â phrofiad o ofal",
                false,
                true,
            ),
            kind("foster-carer", "Foster carer", "Gofalwr maeth", false, false),
            kind("social-worker", "Social worker", "Gweithiwr cymdeithasol", false, false),
            kind("family", "Parent or family member", "Rhiant neu aelod o'r teulu", false, false),
            kind("local-authority", "Local authority", "Awdurdod lleol", true, false),
            kind("provider", "For-profit provider", "Darparwr er elw", true, false),
        ],
        headline: Counting::All,
        fewest_shown: 5,
        quotations: 2,
    }
}

const SENTENCES: [(&str, &str, &str); 8] = [
    (
        "T01.1",
        "I think that profit has no place in caring for children and young people in Wales.",
        "Yn fy marn i, nid oes lle i elw wrth ofalu am blant a phobl ifanc yng Nghymru.",
    ),
    (
        "T01.4",
        "We support the aim, as long as there are enough homes before anything changes for anyone.",
        "Rydym yn cefnogi'r nod, cyn belled â bod digon o gartrefi cyn i ddim newid i neb.",
    ),
    (
        "T03.1",
        "Some of us would have to move home again, and nobody has asked my brother Rhys Evans what he wants.",
        "Byddai rhai ohonom yn gorfod symud cartref eto, ac nid oes neb wedi gofyn i fy mrawd Rhys Evans beth mae ef ei eisiau.",
    ),
    (
        "T03.4",
        "More children could end up living a long way from school and friends, which nobody wants to see.",
        "Gallai mwy o blant fyw ymhell o'r ysgol a'u ffrindiau yn y pen draw, ac nid oes neb am weld hynny.",
    ),
    (
        "T04.3",
        "Keeping brothers and sisters together matters most to us; write to rhys.evans@example.org if you like.",
        "Cadw brodyr a chwiorydd gyda'i gilydd sydd bwysicaf i ni; ysgrifennwch at rhys.evans@example.org os hoffech.",
    ),
    (
        "T08.1",
        "The dates are far too soon for small services to plan, recruit and keep people in work. \u{1F600}",
        "Mae'r dyddiadau'n llawer rhy fuan i wasanaethau bach gynllunio, recriwtio a chadw pobl mewn gwaith. \u{1F600}",
    ),
    (
        "T09",
        "Councils will need money for many years, and nothing here says where it would come from.",
        "Bydd angen arian ar gynghorau am flynyddoedd, ac nid oes dim yma'n dweud o ble y deuai.",
    ),
    (
        "T12",
        "There should be more homes where young people can live their lives through the medium of Welsh.",
        "Dylai fod mwy o gartrefi lle gall pobl ifanc fyw eu bywydau drwy gyfrwng y Gymraeg.",
    ),
];

/// A number that looks random and is the same each time.
pub(crate) fn mix(a: usize, b: usize) -> usize {
    let mut x = (a as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (b as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
    x ^= x >> 29;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (x ^ (x >> 32)) as usize
}

pub(crate) fn open_answer(question: &str, parts: &[usize], welsh: bool, id: i64) -> CodedAnswer {
    let mut text = String::new();
    let mut tags = Vec::new();
    for part in parts {
        let (code, en, cy) = SENTENCES[*part % SENTENCES.len()];
        let sentence = if welsh { cy } else { en };
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(sentence);
        let end = start + sentence.find(' ').unwrap_or(sentence.len());
        let origin = Origin::Rule { pattern: "en: …".into(), frame_version: 3 };
        tags.push(Tag { theme: code.into(), span: Span { start, end }, words: text[start..end].into(), origin });
    }
    let language = if welsh { Language::Cy } else { Language::En };
    CodedAnswer {
        answer: Answer {
            id,
            question: question.into(),
            text,
            language: Detected { language, confidence: 0.9, spans: Vec::new() },
            ..Answer::default()
        },
        tags,
        ..CodedAnswer::default()
    }
}

pub(crate) fn response(number: usize) -> CodedResponse {
    let pick = |salt: usize, of: usize| mix(number, salt) % of;
    let kinds = [
        "foster-carer",
        "foster-carer",
        "social-worker",
        "family",
        "local-authority",
        "provider",
        "provider",
        "family",
        "foster-carer",
        "",
    ];
    let kind = if pick(1, 40) == 0 { "young-person" } else { kinds[pick(2, kinds.len())] };
    let organisation = matches!(kind, "local-authority" | "provider");
    let welsh = pick(3, 6) == 0;
    let stance = match pick(4, 10) {
        0..=4 => Stance::Support,
        5..=6 => Stance::Mixed,
        7..=8 => Stance::Oppose,
        _ => Stance::Unclear,
    };
    let ticked = match stance {
        Stance::Support => "agree",
        Stance::Mixed => "partly",
        _ => {
            if pick(5, 12) == 0 {
                "agree"
            } else {
                "disagree"
            }
        }
    };
    let campaign = (pick(6, 4) == 0 && !organisation && kind != "young-person").then_some(Membership {
        campaign: 1,
        similarity: 1.0,
        head: false,
        state: CampaignState::Proposed,
        counted: true,
    });
    let mut answers = vec![CodedAnswer {
        answer: Answer {
            question: "1.1".into(),
            text: ticked.into(),
            chosen: vec![ticked.into()],
            ..Answer::default()
        },
        stance: Some(StanceFound {
            value: match ticked {
                "agree" => Stance::Support,
                "partly" => Stance::Mixed,
                _ => Stance::Oppose,
            },
            kind: Basis::Ticked,
            span: Span { start: 0, end: ticked.len() },
            words: ticked.into(),
        }),
        ..CodedAnswer::default()
    }];
    let parts: Vec<usize> = match campaign {
        Some(_) => vec![0, 3],
        None => (0..1 + pick(7, 3)).map(|i| (pick(20 + i, 11)).min(7) % 8).collect(),
    };
    let id = number as i64 * 10;
    let mut why = open_answer("1.2", &parts, welsh, id);
    why.campaign = campaign;
    let span = Span { start: 0, end: 2 };
    why.stance = Some(StanceFound {
        value: stance,
        kind: if pick(8, 3) == 0 { Basis::Inferred } else { Basis::Explicit },
        span,
        words: why.answer.text[..2].into(),
    });
    answers.push(why);
    if pick(9, 3) > 0 && campaign.is_none() {
        let mut impacts = open_answer("1.3", &[pick(10, 8), pick(11, 5)], welsh && pick(12, 2) == 0, id + 1);
        if pick(13, 9) == 0 {
            impacts.answer.substance = Substance::Nothing;
            impacts.tags.clear();
        }
        answers.push(impacts);
    }
    if pick(14, 7) == 0 {
        answers.push(open_answer("1.4", &[7], welsh, id + 2));
    }
    let areas = ["Gwynedd", "Cardiff", "Powys", "", "Ceredigion", "Cardiff"];
    CodedResponse {
        response: Response {
            id: format!("R-{number:05}"),
            respondent: Respondent {
                kind: kind.into(),
                organisation: if organisation {
                    if pick(15, 2) == 0 {
                        format!("Invented Council {}", number % 30)
                    } else {
                        "Never Named Ltd".into()
                    }
                } else {
                    String::new()
                },
                area: if pick(16, 90) == 0 { "Ynys Môn".into() } else { areas[pick(17, areas.len())].into() },
                consents: Consents {
                    name: organisation && pick(15, 2) == 0,
                    quote: pick(18, 3) > 0,
                    ..Consents::default()
                },
                ..Respondent::default()
            },
            channel: ["form", "form", "form", "e-mail", "easy read"][pick(19, 5)].into(),
            ..Response::default()
        },
        answers,
    }
}

pub(crate) fn removing_profit(responses: usize) -> Example {
    let mut coded: Vec<CodedResponse> = (1..=responses).map(response).collect();
    let first = coded.iter_mut().flat_map(|r| &mut r.answers).find_map(|answer| answer.campaign.as_mut());
    if let Some(member) = first {
        member.head = true;
    }
    let events = vec![Event {
        id: "E-01".into(),
        title: words("Invented young people's day", "Diwrnod dychmygol i bobl ifanc"),
        date: "2022-10-12".into(),
        place: "Aberystwyth".into(),
        audience: words("Care-experienced young people", "Pobl ifanc â phrofiad o ofal"),
        people: vec![
            PeopleCount { group: "9–14".into(), people: 12 },
            PeopleCount { group: "15–21".into(), people: 9 },
        ],
        file: "events/day.md".into(),
    }];
    let notes = vec![
        EventNote { event: "E-01".into(), note: open_answer("whole", &[2, 4], false, 9001) },
        EventNote { event: "E-01".into(), note: open_answer("whole", &[4], true, 9002) },
    ];
    Example { consultation: consultation(), frame: frame(), responses: coded, events, notes }
}

impl Example {
    /// One open question; no types, dates, areas, campaigns or events.
    pub(crate) fn bare() -> Example {
        let mut responses: Vec<CodedResponse> = (1..=3).map(response).collect();
        for response in &mut responses {
            response.response.respondent = Respondent::default();
            response.answers = vec![open_answer("1", &[0, 5], false, 1)];
        }
        Example {
            consultation: Consultation {
                name: "bins".into(),
                title: words("Bins", "Biniau"),
                questions: vec![Question {
                    id: "1".into(),
                    text: words("What do you think?", "Beth yw eich barn?"),
                    ..Question::default()
                }],
                quotations: 2,
                ..Consultation::default()
            },
            frame: CodingFrame { proposal: None, ..frame() },
            responses,
            events: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// What a report is made of.
    pub(crate) fn material(&self) -> Material {
        let mut tally = Tally::new(&self.consultation, &self.frame);
        let mut chooser = Chooser::new(&self.consultation, &self.frame);
        for response in &self.responses {
            tally.add(response);
            chooser.add(response);
        }
        for note in &self.notes {
            tally.add_note(note);
        }
        let analysed = self.responses.len() as u64;
        let mut source = SourceLine {
            source: "form.csv".into(),
            channel: "form".into(),
            received: analysed + 3,
            analysed,
            merged: 1,
            ..SourceLine::default()
        };
        if analysed == 0 {
            source = SourceLine::default();
        } else {
            source.set_aside.insert(SetAside::Blank, 2);
        }
        let ledger = Ledger {
            consultation: self.consultation.name.clone(),
            received: source.received,
            analysed,
            merged: source.merged,
            set_aside: source.set_aside.clone(),
            balanced: true,
            sources: vec![source],
            ..Ledger::default()
        };
        let members = self.responses.iter().filter(|r| r.campaign().is_some()).count() as u64;
        let template = self.responses.iter().find(|r| r.campaign().is_some_and(|m| m.head));
        let campaigns = template.map(|r| Campaign {
            id: 1,
            template: r.response.id.clone(),
            question: "1.2".into(),
            standard: members,
            counted: true,
            ..Campaign::default()
        });
        Material {
            figures: clear(tally.finish(), &self.consultation),
            quotations: chooser.finish(),
            consultation: self.consultation.clone(),
            frame: self.frame.clone(),
            ledger,
            events: self.events.clone(),
            campaigns: campaigns.into_iter().collect(),
            named: self.responses.iter().filter_map(|r| may_be_named(&r.response)).map(str::to_owned).collect(),
            out_of_view: 0,
            program_version: "0.1.0".into(),
            cleared_by_officials: false,
        }
    }
}
